% SPDX-License-Identifier: MIT
%
% make-image.pl - writes the image of the system and of all libraries.
%
%     horn-bootstrap tools/make-image.pl -- IMAGE
%
% Run by the build with a horn that has read lib/boot as text. Each library becomes a unit of its own, which is loaded from
% the image when a program asks for it; what it imports from, and the operators it exports, is kept in '$image_library'/4.
% A library that does not load without errors, is no module or changes flags ends the build.

:- module(make_image, []).

:- initialization(main, main).

main :-
    current_prolog_flag(argv, [Image]),
    '$library_index',
    '$embedded_files'(Files),
    assertz((user:message_hook(_, Kind, _) :- make_image:note_message(Kind))),
    nb_setval(make_image_failed, false),
    load_all(Files),
    retractall(user:message_hook(_, _, _)),
    nb_getval(make_image_failed, false),
    findall(Key-Module, '$loaded'(Key, library(_), _, Module, _), Libraries0),
    msort(Libraries0, Libraries),
    describe_all(Libraries),
    units(Libraries, Units),
    forget_loads,
    '$image_write'(Image, Units).

% Fails, so that the message is shown.
note_message(Kind) :-
    Kind == error,
    nb_setval(make_image_failed, true),
    fail.

load_all([]).
load_all([File|Files]) :-
    atom_concat(Name, '.pl', File),
    flags(Before),
    load_files(make_image:library(Name), [if(not_loaded), must_be_module(true), imports([])]),
    flags(After),
    (   Before == After
    ->  true
    ;   throw(error(permission_error(modify, flags, Name), _))
    ),
    load_all(Files).

flags(Flags) :-
    findall(Flag-Value, current_prolog_flag(Flag, Value), Flags).

% '$image_library'(Key, Module, Needs, Operators): Needs are names of libraries, Operators op/3 terms.
describe_all(Libraries) :-
    describe_all(Libraries, Libraries).

describe_all([], _).
describe_all([Key-Module|Rest], Libraries) :-
    '$module_imports'(Module, Modules),
    findall(Name,
            ( '$member'(Needed, Modules),
              '$member'(NeededKey-Needed, Libraries),
              '$loaded'(NeededKey, library(Name), _, _, _)
            ),
            Needs0),
    msort(Needs0, Needs),
    findall(op(Priority, Type, Name), '$module_operator'(Module, Priority, Type, Name), Operators),
    assertz(system:'$image_library'(Key, Module, Needs, Operators)),
    describe_all(Rest, Libraries).

% The system with all modules that belong to no library, then the libraries.
units(Libraries, [unit(system, System)|Units]) :-
    findall(Module,
            ( '$current_module'(Module),
              Module \== make_image,
              \+ '$member'(_-Module, Libraries)
            ),
            System0),
    msort(System0, System),
    findall(unit(Key, [Module]), '$member'(Key-Module, Libraries), Units).

forget_loads :-
    retractall(system:'$loaded'(_, _, _, _, _)),
    retractall(system:'$module_operator'(_, _, _, _)),
    retractall(system:'$after_load'(_, _)),
    retractall(system:'$main_goal'(_)).
