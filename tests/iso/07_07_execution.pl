% SPDX-License-Identifier: MIT
%
% 7.7: executing a goal.

p(1).
p(2).
p(3).

q(X, Y) :-
    p(X),
    r(X, Y).

r(1, a).
r(2, b).
r(2, c).

s(X) :-
    p(X),
    X > 1,
    !.
s(none).

t(X, f(X)).
t(g(Y), Y).

side(X) :-
    write(X),
    write(' ').

% 7.7.3 Execution of a goal: initialization
?- true.
   true.
?- X = Y.
   X = Y.

% 7.7.4 A goal succeeds
?- p(2).
   true
;  ... .
?- t(X, f(1)).
   X = 1
;  X = g(f(1)), det.
?- X = f(Y), Y = 1.
   X = f(1), Y = 1.

% 7.7.5 A goal fails
?- p(4).
   false.
?- q(3, _).
   false.
?- X = 1, X = 2.
   false.
?- f(_, _) = f(_).
   false.

% 7.7.6 Re-executing a goal
?- p(X).
   X = 1
;  X = 2
;  X = 3, det.
?- q(X, Y).
   X = 1, Y = a
;  X = 2, Y = b
;  X = 2, Y = c
;  ... .
?- sub_atom(ab, B, 1, _, S).
   B = 0, S = a
;  B = 1, S = b, det.

% 7.7.7 Selecting a clause for execution
?- r(2, Y).
   Y = b
;  Y = c, det.
?- t(g(1), X).
   X = f(g(1))
;  X = 1, det.
?- no_such_procedure(1, 2).
   error(existence_error(procedure, no_such_procedure/2), _).
?- q(X), true.
   error(existence_error(procedure, q/1), _).
?- set_prolog_flag(unknown, fail), ( no_such_procedure -> R = yes ; R = no ), set_prolog_flag(unknown, error).
   R = no.

% 7.7.8 Backtracking
?- p(X), side(X), X > 1.
   X = 2, outputs "1 2 "
;  X = 3, outputs "3 ", det.
?- p(X), side(X), fail.
   false, outputs "1 2 3 ".
?- ( X = 1, Y = f(X), fail ; var(X), var(Y) ).
   true.
?- p(X), p(Y), X + Y =:= 5.
   X = 2, Y = 3
;  X = 3, Y = 2
;  false.

% 7.7.9 Executing a user-defined procedure
?- s(X).
   X = 2, det.
?- s(none).
   true.
?- s(Z), Z == 2.
   Z = 2.

% 7.7.12 Executing a built-in predicate
?- atom_length(abc, N), M is N * 2.
   N = 3, M = 6.
?- atom_length(abc, 4).
   false.
?- current_op(P, xfx, is).
   P = 700.
?- atom_concat(X, Y, ab), side(X), X == a.
   X = a, Y = b, outputs " a "
;  false, outputs "ab ".
