% SPDX-License-Identifier: MIT
%
% 8.15: logic and control.

num(1).
num(2).
num(3).

shout(X) :-
    write(X).

add(X, Y, Z) :-
    Z is X + Y.

tuple(A, B, C, D, E, F, [A, B, C, D, E, F]).

% 8.15.1 (\+)/1
?- '\\+'(true).
   false.
?- \+ ! .
   false.
?- \+ ( !, fail ).
   true, det.
?- ( X = 1 ; X = 2 ), \+ ( !, fail ).
   X = 1
;  X = 2.
?- \+ 4 = 5.
   true.
?- \+ fail.
   true.
?- \+ num(2).
   false.
?- \+ num(4).
   true.
?- \+ ( X = 1, fail ), X = 2.
   X = 2.
?- \+ \+ X = 1, var(X).
   true.
?- \+ ( num(X), X > 3 ).
   true.
?- G = num(4), \+ G.
   G = num(4).
?- \+ _.
   error(instantiation_error, _).
?- \+ 3.
   error(type_error(callable, 3), _).
?- \+ ( fail, 1 ).
   error(type_error(callable, (fail, 1)), _).
% It is no control construct: a body that contains it is one.
?- call(( fail, \+ 1 )).
   false.
?- call(( write(a), \+ 1 )).
   error(type_error(callable, 1), _), outputs "a".
?- G = 3, \+ G.
   error(type_error(callable, 3), _).
?- G = ( fail, 1 ), \+ G.
   error(type_error(callable, (fail, 1)), _).
?- \+ ( num(X), throw(ball(X)) ).
   throws(ball(1)).

% 8.15.2 once/1
?- once(!).
   true, det.
?- once(!), ( X = 1 ; X = 2 ).
   X = 1
;  X = 2.
?- once(repeat).
   true, det.
?- once(fail).
   false.
?- once(num(X)).
   X = 1, det.
?- once(( num(X), X > 1 )).
   X = 2, det.
?- num(X), once(num(Y)), X > 2.
   X = 3, Y = 1, det.
?- once(_).
   error(instantiation_error, _).
?- once(3).
   error(type_error(callable, 3), _).
?- once(( fail, 3 )).
   error(type_error(callable, (fail, 3)), _).
?- once(( shout(a), _ )).
   error(instantiation_error, _), outputs "a".

% 8.15.3 repeat/0
?- repeat, !, write(hello).
   outputs "hello", det.
?- repeat, !, fail.
   false.
?- nb_setval(turns, 0), repeat, nb_getval(turns, N0), N is N0 + 1, nb_setval(turns, N), write(N), N >= 3, !.
   N0 = 2, N = 3, outputs "123".
?- repeat, write(x).
   outputs "x"
;  outputs "x"
;  ... .

% 8.15.4 call/2 to call/8
?- call(integer, 3).
   true, det.
?- call(functor(F, c), 0).
   F = c, det.
?- call(call(functor, F), c, 0).
   F = c.
?- call(;, X = 1, Y = 2).
   X = 1
;  Y = 2, det.
?- call(;, ( true -> fail ), X = 1).
   false.
?- call(',', X = 1, Y = 2).
   X = 1, Y = 2, det.
?- call(',', fail, call(3)).
   false.
?- call((->), true, X = 1).
   X = 1.
?- call(\+, fail).
   true.
?- call(!), X = 1.
   X = 1.
?- call(add, 1, 2, X).
   X = 3.
?- call(add(1), 2, X).
   X = 3.
?- call(add(1, 2), X).
   X = 3.
?- call(call(call(add, 1), 2), X).
   X = 3.
?- call(tuple, a, b, c, d, e, f, L).
   L = [a, b, c, d, e, f], det.
?- call(tuple(a), b, c, d, e, f, L).
   L = [a, b, c, d, e, f], det.
?- call(num, X).
   X = 1
;  X = 2
;  X = 3, det.
?- ( call(',', num(X), !), Y = 1 ; Y = 2 ).
   X = 1, Y = 1
;  Y = 2, det.
?- call(no_such_predicate(1), 2).
   error(existence_error(procedure, no_such_predicate/2), _).
?- call((num(_), true), 1).
   error(existence_error(procedure, (',')/3), _).
?- call((num :- true), 1).
   error(existence_error(procedure, (:-)/3), _).
?- call(_, 1).
   error(instantiation_error, _).
?- call(_, _, _).
   error(instantiation_error, _).
?- call(3, 1).
   error(type_error(callable, 3), _).
?- call(1.5, a, b).
   error(type_error(callable, 1.5), _).
?- call(',', fail, 3).
   error(type_error(callable, (fail, 3)), _).
?- call(;, 3, true).
   error(type_error(callable, (3 ; true)), _).
?- call((->), fail, 3).
   error(type_error(callable, (fail -> 3)), _).
?- call(call, 1).
   error(type_error(callable, 1), _).

% 8.15.5 false/0
?- false.
   false.
?- call(false).
   false.
?- X = 1, false.
   false.
?- ( false ; X = 2 ).
   X = 2.
