% SPDX-License-Identifier: MIT
%
% files.pl - from the name of a file in a program to what can be opened.
%
% A source is file(Path), with an absolute Path, or library(Name), a file that is part of the executable. Its key, an
% atom, is the path or the text 'library(lists)'; clauses and messages carry the key.

:- module(system, []).

:- multifile([user:(file_search_path/2), user:(library_directory/1), user:(prolog_file_type/2)]).
:- dynamic([user:(file_search_path/2), user:(library_directory/1), user:(prolog_file_type/2)]).

% --- Paths ------------------------------------------------------------------------------------------------------

%! exists_file(+File) is semidet.
exists_file(File) :-
    '$path_text'(File, Path),
    '$file_info'(Path, file, _).

%! exists_directory(+Directory) is semidet.
exists_directory(Directory) :-
    '$path_text'(Directory, Path),
    '$file_info'(Path, directory, _).

%! time_file(+File, -Time) is det.
time_file(File, Time) :-
    '$path_text'(File, Path),
    (   '$file_info'(Path, _, Found)
    ->  Time = Found
    ;   throw(error(existence_error(file, File), context(time_file/2, _)))
    ).

%! working_directory(-Old, +New) is det.
working_directory(Old, New) :-
    '$working_directory'(Here),
    Old = Here,
    (   New == Here
    ->  true
    ;   '$path_text'(New, Path),
        '$change_directory'(Path)
    ).

%! chdir(+Directory) is det.
chdir(Directory) :-
    working_directory(_, Directory).

%! is_absolute_file_name(+File) is semidet.
is_absolute_file_name(File) :-
    '$path_text'(File, Path),
    sub_atom(Path, 0, 1, _, /),
    !.

%! file_base_name(+Path, -Name) is det.
file_base_name(File, Name) :-
    '$path_text'(File, Path0),
    '$drop_slash'(Path0, Path),
    (   '$last_slash'(Path, Before)
    ->  Start is Before + 1,
        sub_atom(Path, Start, _, 0, Name0),
        (   Path == (/)
        ->  Name = (/)
        ;   Name = Name0
        )
    ;   Name = Path
    ).

%! file_directory_name(+Path, -Directory) is det.
file_directory_name(File, Directory) :-
    '$path_text'(File, Path0),
    '$drop_slash'(Path0, Path),
    (   '$last_slash'(Path, Before)
    ->  (   Before =:= 0
        ->  Directory = (/)
        ;   sub_atom(Path, 0, Before, _, Directory0),
            '$drop_slash'(Directory0, Directory)
        )
    ;   Directory = '.'
    ).

%! file_name_extension(?Base, ?Extension, ?Name) is semidet.
%  Name is Base.Extension; the Extension may be given with its dot.
file_name_extension(Base, Extension, Name) :-
    nonvar(Name),
    !,
    '$path_text'(Name, Path),
    (   nonvar(Extension)
    ->  '$plain_extension'(Extension, Plain),
        (   Plain == ''
        ->  Base = Path
        ;   atom_concat('.', Plain, Dotted),
            atom_concat(Base, Dotted, Path)
        )
    ;   '$last_dot'(Path, Before)
    ->  sub_atom(Path, 0, Before, _, Base),
        Start is Before + 1,
        sub_atom(Path, Start, _, 0, Extension)
    ;   Base = Path,
        Extension = ''
    ).
file_name_extension(Base, Extension, Name) :-
    '$path_text'(Base, Path),
    '$plain_extension'(Extension, Plain),
    (   Plain == ''
    ->  Name = Path
    ;   atom_concat('.', Plain, Dotted),
        (   atom_concat(_, Dotted, Path)
        ->  Name = Path
        ;   atom_concat(Path, Dotted, Name)
        )
    ).

'$plain_extension'(Extension, Plain) :-
    '$path_text'(Extension, Text),
    (   atom_concat('.', Rest, Text)
    ->  Plain = Rest
    ;   Plain = Text
    ).

'$join'(Directory, File, Path) :-
    (   sub_atom(File, 0, 1, _, /)
    ->  Path = File
    ;   Directory == '.'
    ->  Path = File
    ;   sub_atom(Directory, _, 1, 0, /)
    ->  atom_concat(Directory, File, Path)
    ;   atomic_list_concat([Directory, /, File], Path)
    ).

% Text of any kind (atom, string, characters, codes, a/b) as an atom.
'$path_text'(Text, _) :-
    var(Text),
    !,
    throw(error(instantiation_error, _)).
'$path_text'(Text, Path) :-
    atom(Text),
    !,
    Path = Text.
'$path_text'(Directory/File, Path) :-
    !,
    '$path_text'(Directory, DirectoryText),
    '$path_text'(File, FileText),
    atomic_list_concat([DirectoryText, /, FileText], Path).
'$path_text'([First|Rest], Path) :-
    !,
    (   integer(First)
    ->  atom_codes(Path, [First|Rest])
    ;   atom_chars(Path, [First|Rest])
    ).
'$path_text'(Text, Path) :-
    atomic(Text),
    !,
    atom_string(Path, Text).
'$path_text'(Text, _) :-
    throw(error(type_error(source_sink, Text), _)).

'$drop_slash'(Path0, Path) :-
    (   Path0 \== (/),
        atom_concat(Shorter, /, Path0)
    ->  '$drop_slash'(Shorter, Path)
    ;   Path = Path0
    ).

% Before is the number of characters before the last slash.
'$last_slash'(Path, Before) :-
    atom_length(Path, Length),
    '$last_character'(Length, Path, /, Before).

% The last dot, if no slash comes after it.
'$last_dot'(Path, Before) :-
    atom_length(Path, Length),
    '$last_character'(Length, Path, '.', Before),
    (   '$last_slash'(Path, Slash)
    ->  Before > Slash
    ;   true
    ).

'$last_character'(Length, Path, Character, Before) :-
    Length > 0,
    Before0 is Length - 1,
    (   sub_atom(Path, Before0, 1, _, Character)
    ->  Before = Before0
    ;   '$last_character'(Before0, Path, Character, Before)
    ).

% Absolute, without . and .. parts and without double slashes.
'$absolute'(File, Directory, Absolute) :-
    '$join'(Directory, File, Path0),
    (   sub_atom(Path0, 0, 1, _, /)
    ->  Path = Path0
    ;   '$working_directory'(Here),
        '$join'(Here, Path0, Path)
    ),
    (   '$needs_cleaning'(Path)
    ->  atomic_list_concat(Parts, /, Path),
        '$clean_parts'(Parts, [], Clean),
        atomic_list_concat([''|Clean], /, Absolute0),
        (   Absolute0 == ''
        ->  Absolute = (/)
        ;   Absolute = Absolute0
        )
    ;   Absolute = Path
    ).

'$needs_cleaning'(Path) :-
    sub_atom(Path, _, _, _, '/.'),
    !.
'$needs_cleaning'(Path) :-
    sub_atom(Path, _, _, _, '//'),
    !.
'$needs_cleaning'(Path) :-
    sub_atom(Path, _, _, 0, /).

'$clean_parts'([], Done, Parts) :-
    '$reverse'(Done, Parts).
'$clean_parts'([Part|Parts], Done, Clean) :-
    (   Part == ''
    ->  '$clean_parts'(Parts, Done, Clean)
    ;   Part == '.'
    ->  '$clean_parts'(Parts, Done, Clean)
    ;   Part == '..'
    ->  (   Done = [_|Done1]
        ->  true
        ;   Done1 = []
        ),
        '$clean_parts'(Parts, Done1, Clean)
    ;   '$clean_parts'(Parts, [Part|Done], Clean)
    ).

%! absolute_file_name(+File, -Absolute) is det.
%! absolute_file_name(+File, -Absolute, +Options) is nondet.
%  Absolute is the path that File means: text, or alias(Path) by file_search_path/2. Options:
%
%    extensions(List)       endings to try, with or without their dot; '' is none
%    file_type(Type)        txt, regular, prolog (or source: endings of Prolog files), executable, directory, or one of user:prolog_file_type/2
%    access(Mode)           the file must exist and allow that: read, write, append, execute, exist; none asks for nothing. What can be
%                           written may be missing
%    file_errors(How)       error (the default) or fail, when there is no such file
%    solutions(How)         first (the default) or all, on backtracking
%    relative_to(Path)      a directory, or a file in it; else that of the file being loaded, or the working directory
%    expand(Bool)           expand_file_name/2 first
%
%  Without access and file_type(directory) a file that does not exist is the first that would be tried. Other options mean nothing here.
absolute_file_name(File, Absolute) :-
    absolute_file_name(File, Absolute, []).

absolute_file_name(File, Absolute, Options0) :-
    (   '$is_option_list'(Options0)
    ->  Options = Options0,
        Result = Absolute
    ;   Options = Absolute,
        Result = Options0
    ),
    '$check_file'(File),
    '$file_options'(Options, Request),
    '$file_solutions'(Options, Solutions),
    '$file_errors'(Options, Errors),
    '$absolute_file'(Solutions, Errors, File, Request, Result).

'$check_file'(File) :-
    (   var(File)
    ->  throw(error(instantiation_error, context(absolute_file_name/3, _)))
    ;   '$is_alias'(File, _, _)
    ->  true
    ;   '$path_text'(File, _)
    ).

'$absolute_file'(first, Errors, File, Request, Result) :-
    (   '$found_file'(File, Request, Path)
    ->  Result = Path
    ;   '$no_file'(Errors, File, Request)
    ).
'$absolute_file'(all, Errors, File, Request, Result) :-
    findall(Path, '$found_file'(File, Request, Path), Paths),
    (   Paths == []
    ->  '$no_file'(Errors, File, Request)
    ;   '$distinct'(Paths, [], Distinct),
        '$member'(Result, Distinct)
    ).

'$distinct'([], _, []).
'$distinct'([X|Xs], Seen, Ys) :-
    (   '$memq'(X, Seen)
    ->  Ys = Ys1
    ;   Ys = [X|Ys1]
    ),
    '$distinct'(Xs, [X|Seen], Ys1).

% request(Directory, Extensions, Kind, Access, Expand): Kind is file or directory. Existing files come first; without a wish for access the
% first name is good even so.
'$found_file'(File, Request, Path) :-
    Request = request(Directory, Extensions, Kind, Access, Expand),
    '$expanded_file'(Expand, File, Plain),
    (   '$candidate'(Plain, Directory, Extensions, Path),
        '$file_will_do'(Access, Kind, Path)
    ;   Access == none,
        Extensions = [Extension|_],
        '$first_candidate'(Plain, Directory, Extension, Path),
        \+ '$file_info'(Path, file, _)
    ).

'$first_candidate'(File, Directory, Extension, Path) :-
    '$candidate'(File, Directory, [Extension], Path),
    !.

'$file_will_do'(Access, Kind, Path) :-
    (   '$file_info'(Path, Found, _)
    ->  Found == Kind,
        access_file(Path, Access)
    ;   '$memberchk'(Access, [write, append]),
        Kind == file,
        access_file(Path, Access)
    ).

'$expanded_file'(false, File, File).
'$expanded_file'(true, File, Plain) :-
    (   '$is_alias'(File, _, _)
    ->  Plain = File
    ;   expand_file_name(File, Files),
        '$member'(Plain, Files)
    ).

'$no_file'(fail, _, _) :-
    fail.
'$no_file'(error, File, request(Directory, Extensions, Kind, Access, _)) :-
    (   Access \== none,
        '$candidate'(File, Directory, Extensions, Path),
        '$file_info'(Path, Kind, _)
    ->  throw(error(permission_error(Access, source_sink, File), context(absolute_file_name/3, _)))
    ;   throw(error(existence_error(source_sink, File), context(absolute_file_name/3, _)))
    ).

'$is_option_list'(Options) :-
    nonvar(Options),
    (   Options = []
    ->  true
    ;   Options = [_|_]
    ).

'$file_options'(Options, request(Directory, Extensions, Kind, Access, Expand)) :-
    '$file_base'(Options, Directory),
    '$file_option'(file_type(Type), Options, txt),
    '$file_type'(Type, Kind, TypeExtensions),
    '$file_option'(extensions(Extensions), Options, TypeExtensions),
    '$file_option'(access(Access0), Options, none),
    '$one_of'(Access0, io_mode, [none, read, write, append, execute, exist]),
    (   Kind == directory,
        Access0 == none
    ->  Access = exist
    ;   Access = Access0
    ),
    '$file_option'(expand(Expand), Options, false),
    '$one_of'(Expand, boolean, [true, false]).

'$one_of'(Value, Domain, Values) :-
    (   '$memberchk'(Value, Values)
    ->  true
    ;   throw(error(domain_error(Domain, Value), context(absolute_file_name/3, _)))
    ).

% The argument of Option is that of the option given, else Default.
'$file_option'(Option, Options, Default) :-
    (   '$memberchk'(Option, Options),
        arg(1, Option, Value),
        nonvar(Value)
    ->  true
    ;   arg(1, Option, Default)
    ).

'$file_base'(Options, Directory) :-
    (   '$memberchk'(relative_to(Base), Options)
    ->  '$path_text'(Base, Base1),
        (   '$file_info'(Base1, file, _)
        ->  file_directory_name(Base1, Directory)
        ;   Directory = Base1
        )
    ;   '$load_directory'(Directory)
    ).

'$file_type'(directory, Kind, Extensions) :-
    !,
    Kind = directory,
    Extensions = [''].
'$file_type'(Type, file, Extensions) :-
    (   '$type_extensions'(Type, Extensions0)
    ->  Extensions = Extensions0
    ;   findall(Extension, user:prolog_file_type(Extension, Type), Extensions0),
        Extensions0 = [_|_]
    ->  '$append'(Extensions0, [''], Extensions)
    ;   throw(error(domain_error(file_type, Type), context(absolute_file_name/3, _)))
    ).

'$type_extensions'(txt, ['']).
'$type_extensions'(regular, ['']).
'$type_extensions'(executable, ['']).
'$type_extensions'(prolog, ['.pl', '.prolog', '.pro', '.hasm', '']).
'$type_extensions'(source, ['.pl', '.prolog', '.pro', '.hasm', '']).

'$file_solutions'(Options, Solutions) :-
    '$file_option'(solutions(Solutions), Options, first),
    '$one_of'(Solutions, solutions, [first, all]).

'$file_errors'(Options, Errors) :-
    '$file_option'(file_errors(Errors), Options, error),
    '$one_of'(Errors, file_errors, [fail, error]).

% Paths that File may mean, in order of preference.
'$candidate'(File, Directory, Extensions, Path) :-
    '$expand_alias'(File, Directory, 0, Plain),
    '$member'(Extension, Extensions),
    '$with_extension'(Plain, Extension, Path).

'$expand_alias'(File, Directory, Depth, Plain) :-
    '$is_alias'(File, Alias, Inner),
    !,
    Depth < 20,
    Depth1 is Depth + 1,
    '$path_text'(Inner, InnerText),
    '$search_path'(Alias, Parent),
    '$expand_alias'(Parent, Directory, Depth1, ParentPath),
    '$absolute'(InnerText, ParentPath, Plain).
'$expand_alias'(File, Directory, _, Plain) :-
    '$path_text'(File, Text0),
    '$expand_home'(Text0, Text),
    '$absolute'(Text, Directory, Plain).

% A ~ at the start is the home directory.
'$expand_home'(Text, Expanded) :-
    (   sub_atom(Text, 0, 1, _, '~'),
        getenv('HOME', Home),
        (   Text == (~)
        ->  Expanded0 = Home
        ;   atom_concat('~/', Rest, Text)
        ->  '$join'(Home, Rest, Expanded0)
        )
    ->  Expanded = Expanded0
    ;   Expanded = Text
    ).

'$is_alias'(File, Alias, Inner) :-
    compound(File),
    functor(File, Alias, 1),
    Alias \== '.',
    arg(1, File, Inner).

'$search_path'(Alias, Parent) :-
    user:file_search_path(Alias, Parent).
'$search_path'(library, Parent) :-
    user:library_directory(Parent).

'$with_extension'(Plain, Extension, Path) :-
    (   Extension == ''
    ->  Path = Plain
    ;   file_name_extension(Plain, Extension, Path)
    ).

%! expand_file_search_path(+File, -Path) is nondet.
%  Path is what File, Alias(Inner) or a plain name, means by file_search_path/2; whether there is such a file does not matter.
expand_file_search_path(File, Path) :-
    (   var(File)
    ->  throw(error(instantiation_error, context(expand_file_search_path/2, _)))
    ;   '$expanded_path'(File, 0, Path)
    ).

'$expanded_path'(File, Depth, Path) :-
    (   '$is_alias'(File, Alias, Inner)
    ->  Depth < 20,
        Depth1 is Depth + 1,
        '$path_text'(Inner, InnerText),
        '$search_path'(Alias, Parent),
        '$expanded_path'(Parent, Depth1, ParentPath),
        '$join'(ParentPath, InnerText, Path)
    ;   '$path_text'(File, Path)
    ).

% --- Sources ----------------------------------------------------------------------------------------------------

%! '$resolve_source'(+Spec, -Source) is det.
%  Source is file(Path), library(Name) or user. Existence errors name what was asked for.
'$resolve_source'(Spec, _) :-
    var(Spec),
    !,
    throw(error(instantiation_error, context(load_files/2, _))).
'$resolve_source'(user, Source) :-
    !,
    Source = user.
'$resolve_source'(Spec, Source) :-
    '$load_directory'(Directory),
    '$candidate'(Spec, Directory, ['.pl', '.prolog', '.pro', '.hasm', ''], Path),
    '$file_info'(Path, Kind, _),
    Kind \== directory,
    !,
    Source = file(Path).
'$resolve_source'(library(Inner), Source) :-
    nonvar(Inner),
    '$path_text'(Inner, Name0),
    '$embedded_name'(Name0, Name),
    !,
    Source = library(Name).
'$resolve_source'(Spec, Source) :-
    '$sibling_library'(Spec, Name),
    !,
    Source = library(Name).
'$resolve_source'(Spec, _) :-
    (   '$is_alias'(Spec, _, _)
    ->  true
    ;   '$path_text'(Spec, _)
    ),
    throw(error(existence_error(source_sink, Spec), context(load_files/2, _))).

% A plain name inside an embedded library means its neighbour.
'$sibling_library'(Spec, Name) :-
    '$nb_default'('$load_source', none, library(_)),
    atom(Spec),
    '$embedded_name'(Spec, Name).

% Name of an embedded file without suffix: its path below lib/, e.g. lists or 'dcg/basics'.
'$embedded_name'(Name0, Name) :-
    (   atom_concat(Name, '.pl', Name0)
    ->  true
    ;   Name = Name0
    ),
    atom_concat(Name, '.pl', File),
    '$embedded_files'(Files),
    '$memberchk'(File, Files).

'$source_key'(file(Path), Path).
'$source_key'(library(Name), Key) :-
    atomic_list_concat(['library(', Name, ')'], Key).
'$source_key'(user, user).

'$source_time'(Source, Time) :-
    (   Source = file(Path),
        '$file_info'(Path, _, Found)
    ->  Time = Found
    ;   Time = 0.0
    ).

'$open_source'(file(Path), Stream) :-
    open(Path, read, Stream).
'$open_source'(library(Name), Stream) :-
    atom_concat(Name, '.pl', File),
    '$embedded_file'(File, Stream).

% Directory that relative names are relative to: that of the file being loaded or included, else the working directory.
'$load_directory'(Directory) :-
    (   '$nb_default'('$load_source', none, file(_))
    ->  nb_getval('$load_text', Text),
        file_directory_name(Text, Directory)
    ;   '$working_directory'(Directory)
    ).
