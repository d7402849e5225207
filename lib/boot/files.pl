% SPDX-License-Identifier: MIT
%
% files.pl - from the name of a file in a program to what can be opened.
%
% A source is file(Path), with an absolute Path, or library(Name), a file that is part of the executable. Its key, an
% atom, is the path or the text 'library(lists)'; clauses and messages carry the key.

:- module(system, []).

:- multifile([user:(file_search_path/2), user:(library_directory/1)]).
:- dynamic([user:(file_search_path/2), user:(library_directory/1)]).

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
        ;   sub_atom(Path, 0, Before, _, Directory)
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

%! directory_file_path(+Directory, +File, -Path) is det.
directory_file_path(Directory, File, Path) :-
    '$path_text'(Directory, DirectoryText),
    '$path_text'(File, FileText),
    '$join'(DirectoryText, FileText, Path).

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
%! absolute_file_name(+File, -Absolute, +Options) is semidet.
%  Options: relative_to(Directory), extensions(List), file_type(prolog | txt | directory), access(Mode),
%  file_errors(fail | error).
absolute_file_name(File, Absolute) :-
    absolute_file_name(File, Absolute, []).

absolute_file_name(File, Absolute, Options0) :-
    (   '$is_option_list'(Options0)
    ->  Options = Options0,
        Result = Absolute
    ;   Options = Absolute,
        Result = Options0
    ),
    '$file_options'(Options, Directory, Extensions, Kind, MustExist),
    (   '$candidate'(File, Directory, Extensions, Path),
        '$file_info'(Path, Kind, _)
    ->  Result = Path
    ;   MustExist == false,
        '$first_candidate'(File, Directory, Path)
    ->  Result = Path
    ;   '$memberchk'(file_errors(fail), Options)
    ->  fail
    ;   throw(error(existence_error(source_sink, File), context(absolute_file_name/3, _)))
    ).

'$is_option_list'(Options) :-
    nonvar(Options),
    (   Options = []
    ->  true
    ;   Options = [_|_]
    ).

'$file_options'(Options, Directory, Extensions, Kind, MustExist) :-
    (   '$memberchk'(relative_to(Base), Options)
    ->  '$path_text'(Base, Base1),
        (   '$file_info'(Base1, file, _)
        ->  file_directory_name(Base1, Directory)
        ;   Directory = Base1
        )
    ;   '$load_directory'(Directory)
    ),
    (   '$memberchk'(file_type(Type), Options)
    ->  true
    ;   Type = txt
    ),
    (   '$memberchk'(extensions(Extensions), Options)
    ->  true
    ;   '$memberchk'(Type, [prolog, source])
    ->  Extensions = ['.pl', '.prolog', '.pro', '.hasm', '']
    ;   Extensions = ['']
    ),
    (   Type == directory
    ->  Kind = directory
    ;   Kind = file
    ),
    (   '$memberchk'(access(Access), Options),
        Access \== none
    ->  MustExist = true
    ;   Type == directory,
        '$memberchk'(file_errors(fail), Options)
    ->  MustExist = true
    ;   MustExist = false
    ).

'$first_candidate'(File, Directory, Path) :-
    '$candidate'(File, Directory, [''], Path),
    !.

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

'$expand_home'(Text0, Text) :-
    (   atom_concat('~/', Rest, Text0),
        getenv('HOME', Home)
    ->  '$join'(Home, Rest, Text)
    ;   Text = Text0
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

% Directory that relative names are relative to: that of the file being loaded, else the working directory.
'$load_directory'(Directory) :-
    (   '$nb_default'('$load_source', none, file(Path))
    ->  file_directory_name(Path, Directory)
    ;   '$working_directory'(Directory)
    ).
