% SPDX-License-Identifier: MIT
%
% gensym.pl - new atoms from a base and a counter.

:- module(gensym, [
    gensym/2,
    reset_gensym/1,
    reset_gensym/0
]).

:- use_module(library(error), [must_be/2]).

:- dynamic(last_number/2).

%! gensym(+Base, -Atom) is det.
%  Atom is Base followed by 1, 2, 3, ...
gensym(Base, Atom) :-
    must_be(atomic, Base),
    (   retract(last_number(Base, Last))
    ->  true
    ;   Last = 0
    ),
    Number is Last + 1,
    assertz(last_number(Base, Number)),
    atomic_list_concat([Base, Number], Atom0),
    Atom = Atom0.

%! reset_gensym(+Base) is det.
%! reset_gensym is det.
%  Base, or every base, starts from 1 again.
reset_gensym(Base) :-
    must_be(atomic, Base),
    retractall(last_number(Base, _)).

reset_gensym :-
    retractall(last_number(_, _)).
