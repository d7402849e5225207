% SPDX-License-Identifier: MIT
%
% environment.pl - commands, names of files with wildcards, temporary files, links, memory.

:- module(system, []).

% --- Commands -------------------------------------------------------------------------------------------------------

%! shell(+Command, -Status) is det.
%  Has the system's shell run Command, a text, and waits. Status is its exit status; when a signal ended it, 128 and the signal's number.
shell(Command, Status) :-
    flush_output(user_output),
    '$run_command'(Command, Status0),
    Status = Status0.

%! shell(+Command) is semidet.
%  The same; true when the exit status is 0.
shell(Command) :-
    shell(Command, 0).

%! shell is semidet.
%  Runs an interactive shell, that of the environment variable SHELL.
shell :-
    (   getenv('SHELL', Shell)
    ->  true
    ;   Shell = '/bin/sh'
    ),
    shell(Shell).

% --- Names with wildcards -------------------------------------------------------------------------------------------

%! wildcard_match(+Pattern, +Text) is semidet.
%! wildcard_match(+Pattern, +Text, +Options) is semidet.
%  Pattern describes the whole Text: ? is any character, * any text, [a-z_] one of these characters, {ab,c} one of these patterns, and \
%  takes the meaning from the next character. Option case_sensitive(false) takes capital letters for small ones.
wildcard_match(Pattern, Text) :-
    wildcard_match(Pattern, Text, []).

wildcard_match(Pattern, Text, Options) :-
    '$check_options'(Options, wildcard_match/3),
    '$path_text'(Pattern, PatternAtom),
    '$path_text'(Text, TextAtom),
    (   '$memberchk'(case_sensitive(false), Options)
    ->  downcase_atom(PatternAtom, PatternCase),
        downcase_atom(TextAtom, TextCase)
    ;   PatternCase = PatternAtom,
        TextCase = TextAtom
    ),
    '$pattern'(PatternCase, Items),
    atom_chars(TextCase, Chars),
    '$matches'(Items, Chars),
    !.

% Items of a pattern: char(C), any, star, set(Ranges), choice(Alternatives).
'$pattern'(Pattern, Items) :-
    atom_chars(Pattern, Chars),
    '$pattern_items'(Chars, top, Items, _).

% Up to the end, or, within braces, to a , or }.
'$pattern_items'([], _, [], []).
'$pattern_items'([C|Cs], Where, Items, Rest) :-
    (   Where == choice,
        '$memberchk'(C, [',', '}'])
    ->  Items = [],
        Rest = [C|Cs]
    ;   '$pattern_item'(C, Cs, Item, Cs1),
        Items = [Item|Items1],
        '$pattern_items'(Cs1, Where, Items1, Rest)
    ).

'$pattern_item'('?', Cs, any, Cs) :-
    !.
'$pattern_item'('*', Cs, star, Cs) :-
    !.
'$pattern_item'('\\', [C|Cs], char(C), Cs) :-
    !.
'$pattern_item'('[', Cs, set(Ranges), Rest) :-
    '$pattern_set'(Cs, Ranges, Rest),
    !.
'$pattern_item'('{', Cs, choice(Alternatives), Rest) :-
    '$pattern_choice'(Cs, Alternatives, Rest),
    !.
'$pattern_item'(C, Cs, char(C), Cs).

'$pattern_set'([']'|Cs], Ranges, Rest) :-
    !,
    Ranges = [],
    Rest = Cs.
'$pattern_set'(['\\', C|Cs], [C-C|Ranges], Rest) :-
    !,
    '$pattern_set'(Cs, Ranges, Rest).
'$pattern_set'([From, '-', To|Cs], [From-To|Ranges], Rest) :-
    To \== ']',
    !,
    '$pattern_set'(Cs, Ranges, Rest).
'$pattern_set'([C|Cs], [C-C|Ranges], Rest) :-
    '$pattern_set'(Cs, Ranges, Rest).

'$pattern_choice'(Cs, [Items|Alternatives], Rest) :-
    '$pattern_items'(Cs, choice, Items, [End|Cs1]),
    (   End == '}'
    ->  Alternatives = [],
        Rest = Cs1
    ;   '$pattern_choice'(Cs1, Alternatives, Rest)
    ).

'$matches'([], []).
'$matches'([Item|Items], Chars) :-
    '$item_matches'(Item, Items, Chars).

'$item_matches'(char(C), Items, [C|Chars]) :-
    '$matches'(Items, Chars).
'$item_matches'(any, Items, [_|Chars]) :-
    '$matches'(Items, Chars).
'$item_matches'(star, Items, Chars) :-
    '$star_matches'(Items, Chars).
'$item_matches'(set(Ranges), Items, [C|Chars]) :-
    '$in_ranges'(Ranges, C),
    '$matches'(Items, Chars).
'$item_matches'(choice(Alternatives), Items, Chars) :-
    '$member'(Alternative, Alternatives),
    '$append'(Alternative, Items, Both),
    '$matches'(Both, Chars).

'$star_matches'(Items, Chars) :-
    '$matches'(Items, Chars).
'$star_matches'(Items, [_|Chars]) :-
    '$star_matches'(Items, Chars).

'$in_ranges'([From-To|Ranges], C) :-
    (   From @=< C,
        C @=< To
    ->  true
    ;   '$in_ranges'(Ranges, C)
    ).

%! expand_file_name(+Pattern, -Files) is det.
%  Files are the existing ones that Pattern describes, in standard order. A ~ at the start is the home directory; $NAME and ${NAME} are
%  the values of environment variables. Without wildcards there is one answer, whether it exists or not. Names that begin with a dot
%  are described only by patterns that do.
expand_file_name(Pattern, Files) :-
    '$path_text'(Pattern, Text0),
    '$expand_variables'(Text0, Text1),
    '$expand_home'(Text1, Text),
    (   '$has_wildcards'(Text)
    ->  '$pattern_parts'(Text, Parts),
        findall(File, '$expand_parts'(Parts, '', File), Files0),
        sort(Files0, Files)
    ;   Files = [Text]
    ).

'$has_wildcards'(Text) :-
    atom_chars(Text, Chars),
    '$member'(Wild, ['*', '?', '[', '{']),
    '$memberchk'(Wild, Chars),
    !.

'$expand_variables'(Text, Expanded) :-
    (   sub_atom(Text, _, 1, _, '$')
    ->  atom_chars(Text, Chars),
        '$expanded_chars'(Chars, ExpandedChars),
        atom_chars(Expanded, ExpandedChars)
    ;   Expanded = Text
    ).

'$expanded_chars'([], []).
'$expanded_chars'([C|Cs], Expanded) :-
    (   C == ($),
        '$variable_name'(Cs, NameChars, Rest),
        NameChars = [_|_]
    ->  atom_chars(Name, NameChars),
        (   getenv(Name, Value)
        ->  atom_chars(Value, ValueChars),
            '$append'(ValueChars, Expanded1, Expanded),
            '$expanded_chars'(Rest, Expanded1)
        ;   throw(error(existence_error(variable, Name), context(expand_file_name/2, _)))
        )
    ;   Expanded = [C|Expanded1],
        '$expanded_chars'(Cs, Expanded1)
    ).

'$variable_name'(['{'|Cs], Name, Rest) :-
    !,
    '$append'(Name, ['}'|Rest], Cs),
    !.
'$variable_name'([C|Cs], [C|Name], Rest) :-
    char_type(C, csym),
    !,
    '$variable_name'(Cs, Name, Rest).
'$variable_name'(Cs, [], Cs).

% The parts between slashes; those within braces do not count.
'$pattern_parts'(Text, Parts) :-
    atom_chars(Text, Chars),
    '$split_pattern'(Chars, 0, [], Parts).

'$split_pattern'([], _, Part, [Text]) :-
    '$part_text'(Part, Text).
'$split_pattern'([C|Cs], Depth, Part, Parts) :-
    (   C == (/),
        Depth =:= 0
    ->  '$part_text'(Part, Text),
        Parts = [Text|Parts1],
        '$split_pattern'(Cs, 0, [], Parts1)
    ;   '$brace_depth'(C, Depth, Depth1),
        '$split_pattern'(Cs, Depth1, [C|Part], Parts)
    ).

'$brace_depth'(C, Depth0, Depth) :-
    (   C == '{'
    ->  Depth is Depth0 + 1
    ;   C == '}',
        Depth0 > 0
    ->  Depth is Depth0 - 1
    ;   Depth = Depth0
    ).

'$part_text'(Reversed, Text) :-
    '$reverse'(Reversed, Chars),
    atom_chars(Text, Chars).

% File is Before with a name for each part.
'$expand_parts'([], File, File) :-
    '$file_info'(File, _, _).
'$expand_parts'([Part|Parts], Before, File) :-
    '$part_name'(Part, Before, Name),
    atom_concat(Before, Name, Path),
    (   Parts == []
    ->  '$expand_parts'([], Path, File)
    ;   atom_concat(Path, '/', Next),
        '$expand_parts'(Parts, Next, File)
    ).

'$part_name'(Part, _, Name) :-
    \+ '$has_wildcards'(Part),
    !,
    Name = Part.
'$part_name'(Part, Before, Name) :-
    (   Before == ''
    ->  Directory = '.'
    ;   Directory = Before
    ),
    catch(directory_files(Directory, Names), error(_, _), fail),
    '$pattern'(Part, Items),
    '$member'(Name, Names),
    '$may_match'(Items, Name),
    atom_chars(Name, Chars),
    \+ \+ '$matches'(Items, Chars).

'$may_match'(Items, Name) :-
    (   sub_atom(Name, 0, 1, _, '.')
    ->  Items = [char('.')|_]
    ;   true
    ).

%! prolog_to_os_filename(?Prolog, ?System) is det.
%  The form of a name in the system is that in Prolog.
prolog_to_os_filename(Prolog, System) :-
    (   nonvar(Prolog)
    ->  '$path_text'(Prolog, System)
    ;   '$path_text'(System, Prolog)
    ).

% --- Links and temporary files --------------------------------------------------------------------------------------

%! read_link(+File, -Link, -Target) is semidet.
%  File is a symbolic link that says Link and leads to the file Target.
read_link(File, Link, Target) :-
    '$path_text'(File, Path),
    '$read_link'(Path, Link0),
    Link = Link0,
    '$real_path'(Path, Target).

:- dynamic(['$temporary_file'/1]).

%! tmp_file_stream(+Encoding, -File, -Stream) is det.
%! tmp_file_stream(-File, -Stream, +Options) is det.
%  Stream writes to a new file that nobody else can read; it is deleted when the machine ends. Options: encoding(E), where binary opens a
%  binary stream, and extension(Ending).
tmp_file_stream(Encoding, File, Stream) :-
    atom(Encoding),
    !,
    '$temporary_stream'(Encoding, '', File, Stream).
tmp_file_stream(File, Stream, Options) :-
    (   '$is_option_list'(Options)
    ->  '$file_option'(encoding(Encoding), Options, utf8),
        '$file_option'(extension(Extension), Options, ''),
        '$temporary_stream'(Encoding, Extension, File, Stream)
    ;   var(Options)
    ->  throw(error(instantiation_error, context(tmp_file_stream/3, _)))
    ;   throw(error(type_error(list, Options), context(tmp_file_stream/3, _)))
    ).

'$temporary_stream'(Encoding, Extension, File, Stream) :-
    (   Encoding == binary
    ->  Options = [type(binary)]
    ;   Options = [encoding(Encoding)]
    ),
    repeat,
    tmp_file(stream, Base),
    '$with_extension'(Base, Extension, Path),
    '$open_new'(Path, Options, Stream0),
    !,
    '$delete_at_halt'(Path),
    File = Path,
    Stream = Stream0.

'$delete_at_halt'(Path) :-
    (   '$temporary_file'(_)
    ->  true
    ;   '$at_halt'(system:'$delete_temporary_files')
    ),
    assertz('$temporary_file'(Path)).

'$delete_temporary_files' :-
    forall(retract('$temporary_file'(Path)), catch(delete_file(Path), _, true)).

% --- Memory ---------------------------------------------------------------------------------------------------------

%! garbage_collect is det.
%! garbage_collect_atoms is det.
%! garbage_collect_clauses is det.
%  Collect what is out of reach now; Horn does so by itself when it is due.
garbage_collect :-
    '$collect'(heap),
    '$poll'.

garbage_collect_atoms :-
    '$collect'(atoms),
    '$poll'.

garbage_collect_clauses :-
    '$collect'(clauses),
    '$poll'.

% Its call is where the collection takes place.
'$poll'.

%! trim_stacks is det.
%! trim_heap is det.
%  There is nothing to do: the areas of an engine give their memory back by themselves, the allocator what is free.
trim_stacks.

trim_heap.

%! statistics is det.
%  Prints the main figures of statistics/2.
statistics :-
    statistics(cputime, Cpu),
    statistics(process_epoch, Epoch),
    get_time(Now),
    Elapsed is Now - Epoch,
    statistics(inferences, Inferences),
    statistics(garbage_collection, [Collections, Collected, Milliseconds|_]),
    statistics(atoms, Atoms),
    statistics(clauses, Clauses),
    statistics(heapused, Memory),
    '$area_figures'([global, trail, local], Areas),
    print_message(help, statistics(Cpu, Elapsed, Inferences, gc(Collections, Collected, Milliseconds), Areas, Atoms, Clauses, Memory)).

'$area_figures'([], []).
'$area_figures'([Area|Areas], [area(Area, Used, Size)|Figures]) :-
    atom_concat(Area, used, UsedKey),
    statistics(UsedKey, Used),
    statistics(Area, Size),
    '$area_figures'(Areas, Figures).

% --- Threads --------------------------------------------------------------------------------------------------------

%! thread_self(?Thread) is semidet.
%  Thread is main: a machine has one thread.
thread_self(main).

:- meta_predicate(with_mutex(+, 0)).

%! with_mutex(+Mutex, :Goal) is semidet.
%  Runs Goal once. No other thread can come in between, whatever Mutex, an atom, is.
with_mutex(Mutex, Goal) :-
    (   var(Mutex)
    ->  throw(error(instantiation_error, context(with_mutex/2, _)))
    ;   atom(Mutex)
    ->  once(Goal)
    ;   throw(error(type_error(mutex, Mutex), context(with_mutex/2, _)))
    ).

% --- Tracing --------------------------------------------------------------------------------------------------------

%! tracing is failure.
%! notrace is det.
%! nodebug is det.
%  There is no tracer: nothing is traced, and there is nothing to switch off.
tracing :-
    fail.

notrace.

nodebug.
