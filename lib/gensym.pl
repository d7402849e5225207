% SPDX-License-Identifier: MIT
%
% gensym.pl - new atoms from a base and a counter.

:- module(gensym, [
    gensym/2,
    reset_gensym/1,
    reset_gensym/0
]).

:- dynamic(last_number/2).

%! gensym(+Base, -Atom) is det.
%  Atom is Base followed by 1, 2, 3, ...
gensym(Base, Atom) :-
    (   retract(last_number(Base, Last))
    ->  true
    ;   Last = 0
    ),
    Number is Last + 1,
    assertz(last_number(Base, Number)),
    atomic_list_concat([Base, Number], Atom).

%! reset_gensym(+Base) is det.
reset_gensym(Base) :-
    retractall(last_number(Base, _)).

%! reset_gensym is det.
reset_gensym :-
    retractall(last_number(_, _)).
