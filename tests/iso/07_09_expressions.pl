% SPDX-License-Identifier: MIT
%
% 7.9 Expressions: what can be evaluated, and the order in which errors come. The functions one by one: 09_evaluables.pl.

% 7.9.1 Evaluating an expression
?- X is 7.
   X = 7.
?- X is 7.5.
   X = 7.5.
?- X is pi.
   X = 3.141592653589793.
?- X is 1 + 2 * 3.
   X = 7.
?- X = 1 + 2, Y is X * X.
   X = 1 + 2, Y = 9.
?- X = Y, Y = 3, Z is X + Y.
   X = 3, Y = 3, Z = 6.
?- X = -(-(1)), Y is X.
   X = -(-(1)), Y = 1.
?- E = (1 + 2), F = [E, E], F = [A, B], X is A * B.
   E = 1 + 2, F = [1 + 2, 1 + 2], A = 1 + 2, B = 1 + 2, X = 9.
?- functor(E, +, 2), arg(1, E, 1), arg(2, E, 2), X is E.
   E = 1 + 2, X = 3.
?- '='(X, 'is'), call(X, Y, 2 + 2).
   X = (is), Y = 4.
% a deep expression needs no stack in proportion to itself
sum(0, 0).
sum(N, E + 1) :-
    N > 0,
    M is N - 1,
    sum(M, E).
nested(0, 0).
nested(N, 1 - E) :-
    N > 0,
    M is N - 1,
    nested(M, E).
?- test_size(1000000, _N), sum(_N, _E), _X is _E, _X =:= _N.
   true.
?- test_size(1000000, _N), nested(_N, _E), _X is _E, _X =:= _N mod 2.
   true.

% 7.9.2 Errors of evaluation
?- _ is _.
   error(instantiation_error, _).
?- _ is 1 + _.
   error(instantiation_error, _).
?- _ is - _.
   error(instantiation_error, _).
?- _ is sin(cos(_)).
   error(instantiation_error, _).
?- _ is foo.
   error(type_error(evaluable, foo/0), _).
?- _ is foo(1).
   error(type_error(evaluable, foo/1), _).
?- _ is foo(_, bar).
   error(type_error(evaluable, foo/2), _).
?- _ is {}.
   error(type_error(evaluable, {}/0), _).
?- _ is {1}.
   error(type_error(evaluable, {}/1), _).
?- _ is [].
   error(type_error(evaluable, []/0), _).
?- _ is (1, 2).
   error(type_error(evaluable, (',')/2), _).
?- _ is (1 :- 2).
   error(type_error(evaluable, (:-)/2), _).
?- _ is a + b.
   error(type_error(evaluable, a/0), _).
?- _ is 1 + 2 + foo.
   error(type_error(evaluable, foo/0), _).
?- _ is sin(1, 2).
   error(type_error(evaluable, sin/2), _).
?- _ is pi(1).
   error(type_error(evaluable, pi/1), _).
?- _ is f(1, 2, 3, 4, 5).
   error(type_error(evaluable, f/5), _).
?- _ is 1 / 0.
   error(evaluation_error(zero_divisor), _).
?- _ is 1 mod 0.
   error(evaluation_error(zero_divisor), _).
?- _ is 1.0e200 * 1.0e200.
   error(evaluation_error(float_overflow), _).
?- _ is log(0).
   error(evaluation_error(undefined), _).
?- _ is 1.0 /\ 1.
   error(type_error(integer, 1.0), _).
?- _ is 1 mod 1.0.
   error(type_error(integer, 1.0), _).
% operands are evaluated from left to right, all before the operation
?- _ is foo + _.
   error(type_error(evaluable, foo/0), _).
?- _ is _ + foo.
   error(instantiation_error, _).
?- _ is 1 / 0 + foo.
   error(evaluation_error(zero_divisor), _).
?- _ is foo + 1 / 0.
   error(type_error(evaluable, foo/0), _).
?- _ is 1.0 /\ foo.
   error(type_error(evaluable, foo/0), _).
?- _ is 1.0 /\ _.
   error(instantiation_error, _).
?- _ is 1.5 // 0.
   error(type_error(integer, 1.5), _).
?- _ is foo(1 / 0).
   error(type_error(evaluable, foo/1), _).
?- X = f(X), _ is X.
   error(type_error(evaluable, f/1), _).
% errors come whether the goal is compiled in a clause, called or a test
bad_is(E) :- _ is E + 1.
bad_less(E) :- E < 1.
bad_guard(E) :- ( 1 =< E -> true ; true ).
?- bad_is(_).
   error(instantiation_error, _).
?- bad_is(foo).
   error(type_error(evaluable, foo/0), _).
?- bad_less(_).
   error(instantiation_error, _).
?- bad_less(foo(a)).
   error(type_error(evaluable, foo/1), _).
?- bad_guard(_).
   error(instantiation_error, _).
?- bad_guard(a).
   error(type_error(evaluable, a/0), _).
?- bad_guard(1 + a).
   error(type_error(evaluable, a/0), _).
