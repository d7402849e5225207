% SPDX-License-Identifier: MIT
%
% Issue 2: call/1 of a control construct compiled the arguments of its goals, however large, and refused infinite ones.

numbers(0, []) :- !.
numbers(N, [f(N)|T]) :-
    M is N - 1,
    numbers(M, T).

often(0, _) :- !.
often(N, L) :-
    call(( L = [_|_], true )),
    M is N - 1,
    often(M, L).

?- test_size(100000, _N), numbers(_N, _L), test_size(10000, _M), often(_M, _L).
   true.
?- test_size(100000, N), length(_L, N), call(( _L = _M, true )), _M == _L.
   check(integer(N)).
?- X = f(X), call(( nonvar(X), true )), call(( X = f(Y), ( Y == X -> Z = yes ; Z = no ) )).
   check(Z == yes), check(nonvar(X)), check(nonvar(Y)).
?- G = ( true, G ), call(G).
   error(type_error(acyclic_term, _), _).
?- call(( X = f(Y), Y = g(Z), ( Z = 1 ; Z = 2 ) )).
   X = f(g(1)), Y = g(1), Z = 1
;  X = f(g(2)), Y = g(2), Z = 2.
?- call(( X = 1.5, Y is X * 2 + 10 ^ 20, Y > 3 )).
   X = 1.5, Y = 1.0e20.
?- call(( X = "abc", X = [A|_] )).
   X = "abc", A = a.
?- call(( fail, 1 )).
   error(type_error(callable, (fail, 1)), _).
