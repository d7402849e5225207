% SPDX-License-Identifier: MIT
%
% filesex.pl - more about files and directories: paths, copies, whole trees.

:- module(filesex, [
    directory_file_path/3,
    relative_file_name/3,
    directory_member/3,
    make_directory_path/1,
    ensure_directory/1,
    copy_file/2,
    copy_directory/2,
    link_file/3,
    set_time_file/3,
    delete_directory_contents/1,
    delete_directory_and_contents/1
]).

:- use_module(library(lists)).
:- use_module(library(error)).

%! directory_file_path(+Directory, +File, -Path) is det.
%! directory_file_path(?Directory, ?File, +Path) is semidet.
%  Path is that of File in Directory. An absolute File, and one in directory ., is its own path.
directory_file_path(Directory, File, Path) :-
    nonvar(Directory),
    nonvar(File),
    !,
    text_atom(Directory, DirectoryAtom),
    text_atom(File, FileAtom),
    joined(DirectoryAtom, FileAtom, Path).
directory_file_path(Directory, File, Path) :-
    must_be(nonvar, Path),
    text_atom(Path, PathAtom),
    (   nonvar(Directory)
    ->  text_atom(Directory, DirectoryAtom),
        with_slash(DirectoryAtom, Prefix),
        (   nonvar(File)
        ->  text_atom(File, FileAtom)
        ;   FileAtom = File
        ),
        atom_concat(Prefix, FileAtom, PathAtom)
    ;   nonvar(File)
    ->  text_atom(File, FileAtom),
        atom_concat(Directory0, FileAtom, PathAtom),
        atom_concat(Directory, '/', Directory0)
    ;   file_base_name(PathAtom, File),
        file_directory_name(PathAtom, Directory)
    ).

joined(Directory, File, Path) :-
    (   is_absolute_file_name(File)
    ->  Path = File
    ;   Directory == '.'
    ->  Path = File
    ;   with_slash(Directory, Prefix),
        atom_concat(Prefix, File, Path)
    ).

with_slash(Directory, Prefix) :-
    (   sub_atom(Directory, _, 1, 0, '/')
    ->  Prefix = Directory
    ;   atom_concat(Directory, '/', Prefix)
    ).

text_atom(Text, Atom) :-
    (   atom(Text)
    ->  Atom = Text
    ;   text_to_string(Text, String),
        atom_string(Atom, String)
    ).

%! relative_file_name(?Path, +RelativeTo, ?Relative) is det.
%  Relative is Path as seen from the directory of the file RelativeTo. One of the two must be given.
relative_file_name(Path, RelativeTo, Relative) :-
    nonvar(Path),
    !,
    absolute_file_name(Path, AbsolutePath),
    absolute_file_name(RelativeTo, AbsoluteBase),
    atomic_list_concat(PathParts, '/', AbsolutePath),
    atomic_list_concat(BaseParts, '/', AbsoluteBase),
    without_common(PathParts, BaseParts, PathRest, BaseRest),
    upward(BaseRest, PathRest, Parts),
    atomic_list_concat(Parts, '/', Relative).
relative_file_name(Path, RelativeTo, Relative) :-
    must_be(nonvar, Relative),
    file_directory_name(RelativeTo, Directory),
    absolute_file_name(Relative, Path, [relative_to(Directory)]).

without_common([Part|PathParts], [Part|BaseParts], PathRest, BaseRest) :-
    PathParts \== [],
    BaseParts \== [],
    !,
    without_common(PathParts, BaseParts, PathRest, BaseRest).
without_common(PathParts, BaseParts, PathParts, BaseParts).

% One .. for each directory to leave; the last part is the file itself.
upward([_|BaseRest], Parts0, Parts) :-
    (   BaseRest == []
    ->  Parts = Parts0
    ;   Parts = ['..'|Parts1],
        upward(BaseRest, Parts0, Parts1)
    ).

%! directory_member(+Directory, -Member, +Options) is nondet.
%  Member is the path of an entry of Directory, in standard order. Options: recursive(true) goes into directories, and through symbolic
%  links to them unless follow_links(false); file_type(Type), extensions(List), access(Mode) and matches(Wildcard) tell which entries are
%  given, exclude(Wildcard) and exclude_directory(Wildcard) which are passed over.
directory_member(Directory, Member, Options) :-
    text_atom(Directory, Top),
    entries(Top, Names),
    items(Names, Top, Options, Items),
    member(Item, Items),
    item_member(Item, Options, Member).

item_member(entry(Path), _, Path).
item_member(below(Path), Options, Member) :-
    directory_member(Path, Member, Options).

% The names in a directory, sorted, without . and .. themselves.
entries(Directory, Names) :-
    directory_files(Directory, Names0),
    msort(Names0, Names1),
    subtract(Names1, ['.', '..'], Names).

% Items are entry(Path) for names that are wanted, each with below(Path) behind it where members are in that directory too.
items([], _, _, []).
items([Name|Names], Top, Options, Items) :-
    joined(Top, Name, Path),
    (   is_wanted(Path, Name, Options)
    ->  Items = [entry(Path)|Items1]
    ;   Items = Items1
    ),
    (   goes_below(Path, Name, Options)
    ->  Items1 = [below(Path)|Items2]
    ;   Items1 = Items2
    ),
    items(Names, Top, Options, Items2).

goes_below(Path, Name, Options) :-
    memberchk(recursive(true), Options),
    exists_directory(Path),
    \+ ( memberchk(follow_links(false), Options),
         read_link(Path, _, _)
       ),
    \+ ( member(exclude_directory(Wildcard), Options),
         wildcard_match(Wildcard, Name)
       ).

is_wanted(Path, Name, Options) :-
    \+ ( member(exclude(Wildcard), Options),
         wildcard_match(Wildcard, Name)
       ),
    forall(member(matches(Wildcard), Options), wildcard_match(Wildcard, Name)),
    forall(member(extensions(Extensions), Options), has_extension(Name, Extensions)),
    forall(member(access(Mode), Options), access_file(Path, Mode)),
    forall(member(file_type(Type), Options), is_of_type(Type, Name, Path)).

has_extension(Name, Extensions) :-
    file_name_extension(_, Extension, Name),
    atom_concat('.', Extension, Dotted),
    (   memberchk(Extension, Extensions)
    ->  true
    ;   memberchk(Dotted, Extensions)
    ).

is_of_type(Type, Name, Path) :-
    (   Type == directory
    ->  exists_directory(Path)
    ;   Type == prolog
    ->  exists_file(Path),
        has_extension(Name, [pl, prolog, pro])
    ;   exists_file(Path)
    ).

%! make_directory_path(+Directory) is det.
%  Makes Directory and those above it, as far as they are missing.
make_directory_path(Directory) :-
    text_atom(Directory, Path),
    (   exists_directory(Path)
    ->  true
    ;   file_directory_name(Path, Parent),
        Parent \== Path,
        make_directory_path(Parent),
        ensure_directory(Path)
    ).

%! ensure_directory(+Directory) is det.
%  Makes Directory unless it exists.
ensure_directory(Directory) :-
    (   exists_directory(Directory)
    ->  true
    ;   make_directory(Directory)
    ).

%! copy_file(+From, +To) is det.
%  Copies the contents of a file; To may be a directory.
copy_file(From, To) :-
    (   exists_directory(To)
    ->  file_base_name(From, Name),
        directory_file_path(To, Name, Target)
    ;   Target = To
    ),
    setup_call_cleanup(
        open(From, read, In, [type(binary)]),
        setup_call_cleanup(
            open(Target, write, Out, [type(binary)]),
            copy_stream_data(In, Out),
            close(Out)),
        close(In)).

%! copy_directory(+From, +To) is det.
%  Copies all that is in a directory.
copy_directory(From, To) :-
    make_directory_path(To),
    entries(From, Names),
    forall(member(Name, Names), copy_entry(From, To, Name)).

copy_entry(From, To, Name) :-
    directory_file_path(From, Name, Source),
    directory_file_path(To, Name, Target),
    (   exists_directory(Source)
    ->  copy_directory(Source, Target)
    ;   copy_file(Source, Target)
    ).

%! link_file(+Target, +Link, +Type) is det.
%  Makes Link a symbolic or hard link, as Type says, to Target.
link_file(Target, Link, Type) :-
    must_be(oneof([symbolic, hard]), Type),
    (   Type == symbolic
    ->  '$make_link'(Target, Link, true)
    ;   '$make_link'(Target, Link, false)
    ).

%! set_time_file(+File, -Old, +New) is det.
%  Old is [modified(Time)]; New may set that to another time, or to now.
set_time_file(File, Old, New) :-
    time_file(File, Time),
    Old = [modified(Time)],
    (   memberchk(modified(Wanted), New)
    ->  (   Wanted == now
        ->  get_time(Stamp)
        ;   Stamp = Wanted
        ),
        '$set_file_time'(File, Stamp)
    ;   true
    ).

%! delete_directory_contents(+Directory) is det.
%  Deletes all that is in Directory. Symbolic links are not followed.
delete_directory_contents(Directory) :-
    entries(Directory, Names),
    forall(( member(Name, Names),
             directory_file_path(Directory, Name, Path)
           ),
           delete_tree(Path)).

delete_tree(Path) :-
    (   exists_directory(Path),
        \+ read_link(Path, _, _)
    ->  delete_directory_and_contents(Path)
    ;   delete_file(Path)
    ).

%! delete_directory_and_contents(+Directory) is det.
delete_directory_and_contents(Directory) :-
    delete_directory_contents(Directory),
    delete_directory(Directory).
