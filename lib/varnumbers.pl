% SPDX-License-Identifier: MIT
%
% varnumbers.pl - from terms with '$VAR'(N) back to terms with variables. numbervars/1,3 are built in.

:- module(varnumbers, [
    varnumbers/2,
    varnumbers/3,
    varnumbers_names/3,
    max_var_number/3
]).

:- use_module(library(assoc), [assoc_to_list/2, empty_assoc/1, get_assoc/3, put_assoc/4]).
:- use_module(library(error), [domain_error/2, must_be/2]).

%! varnumbers(+Term, -Copy) is det.
%! varnumbers(+Term, +Start, -Copy) is det.
%  Copy is Term with a new variable for each '$VAR'(N), the same one for the same N, where N is an integer that is at least Start (0).
%  Variables of Term stay.
varnumbers(Term, Copy) :-
    varnumbers(Term, 0, Copy).

varnumbers(Term, Start, Copy) :-
    must_be(integer, Start),
    check_acyclic(Term),
    empty_assoc(Map),
    replaced(Term, number(Start), Map, _, Copy0),
    Copy = Copy0.

%! varnumbers_names(+Term, -Copy, -Bindings) is det.
%  Copy is Term with a new variable for each '$VAR'(X), the same one for the same X, which is an integer or a name; Bindings
%  holds X = Variable for each of them, in standard order of X.
varnumbers_names(Term, Copy, Bindings) :-
    check_acyclic(Term),
    empty_assoc(Map0),
    replaced(Term, any, Map0, Map, Copy0),
    assoc_to_list(Map, Pairs),
    equations(Pairs, Bindings),
    Copy = Copy0.

equations([], []).
equations([X-Variable|Pairs], [X = Variable|Bindings]) :-
    equations(Pairs, Bindings).

check_acyclic(Term) :-
    (   acyclic_term(Term)
    ->  true
    ;   domain_error(acyclic_term, Term)
    ).

% Map is from X to its variable. What has no '$VAR' in it is not copied.
replaced(Term, Which, Map0, Map, Copy) :-
    (   \+ compound(Term)
    ->  Copy = Term,
        Map = Map0
    ;   Term = '$VAR'(X),
        is_wanted(Which, X)
    ->  (   get_assoc(X, Map0, Variable)
        ->  Map = Map0
        ;   put_assoc(X, Map0, Variable, Map)
        ),
        Copy = Variable
    ;   compound_name_arity(Term, Name, Arity),
        compound_name_arity(Copy, Name, Arity),
        replaced_arguments(1, Arity, Term, Which, Map0, Map, Copy)
    ).

% The last argument is followed without coming back, so that lists may be long.
replaced_arguments(N, Arity, Term, Which, Map0, Map, Copy) :-
    (   N < Arity
    ->  arg(N, Term, Argument),
        arg(N, Copy, ArgumentCopy),
        replaced(Argument, Which, Map0, Map1, ArgumentCopy),
        N1 is N + 1,
        replaced_arguments(N1, Arity, Term, Which, Map1, Map, Copy)
    ;   N =:= Arity
    ->  arg(N, Term, Argument),
        arg(N, Copy, ArgumentCopy),
        replaced(Argument, Which, Map0, Map, ArgumentCopy)
    ;   Map = Map0
    ).

is_wanted(any, X) :-
    atomic(X).
is_wanted(number(Start), X) :-
    integer(X),
    X >= Start.

%! max_var_number(@Term, +Start, -Max) is det.
%  Max is the largest of Start and the integers N of all '$VAR'(N) in Term.
max_var_number(Term, Start, Max) :-
    must_be(integer, Start),
    check_acyclic(Term),
    max_number([Term], Start, Max0),
    Max = Max0.

max_number([], Max, Max).
max_number([Term|Terms], Max0, Max) :-
    (   \+ compound(Term)
    ->  max_number(Terms, Max0, Max)
    ;   Term = '$VAR'(N),
        integer(N)
    ->  Max1 is max(Max0, N),
        max_number(Terms, Max1, Max)
    ;   Term =.. [_|Arguments],
        put_before(Arguments, Terms, Terms1),
        max_number(Terms1, Max0, Max)
    ).

put_before([], Rest, Rest).
put_before([X|Xs], Rest, [X|Ys]) :-
    put_before(Xs, Rest, Ys).
