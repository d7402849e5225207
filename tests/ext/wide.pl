% SPDX-License-Identifier: MIT
%
% More arguments, variables and goals than the machine has registers.

wide(N, F, T) :- functor(T, F, N).
same_ends(N, T, A) :- wide(N, wide, T), arg(1, T, A), arg(N, T, A).

% Predicates with many arguments: facts, rules, clause/2, retract, calls.
fact(N, Value) :- wide(N, wide_fact, T), arg(N, T, Value), assertz(T).
:- dynamic(wide_fact/10000).
?- fact(10000, a), fact(10000, b), fact(10000, a).
   true.
?- wide(10000, wide_fact, _T), call(_T), arg(1, _T, _V), var(_V), arg(10000, _T, X).
   X = a
;  X = b
;  X = a.
?- wide(10000, wide_fact, _T), arg(10000, _T, b), findall(x, _T, L).
   L = [x].
?- wide(9999, wide_fact, _T), findall(_X, call(_T, _X), L).
   L = [a, b, a].
?- wide(10000, wide_fact, _T), arg(10000, _T, b), retract(_T), wide(10000, wide_fact, _U), findall(_X, ( clause(_U, true), arg(10000, _U, _X) ), L).
   L = [a, a].
?- wide(10000, wide_undefined, _T), catch(_T, error(existence_error(K, PI), _), true).
   K = procedure, PI = wide_undefined/10000.
?- wide(10000, wide_rule, _H), arg(1, _H, _X), arg(10000, _H, _Y), assertz((_H :- integer(_X), _Y is _X + 1)), copy_term(_H, _G), arg(1, _G, 41), _G,
   arg(10000, _G, Z).
   Z = 42.

% Clauses and goals with many variables and goals.
conjunction([G], G) :- !.
conjunction([G|Gs], (G, B)) :- conjunction(Gs, B).
many(N, Xs, Body) :- length(Xs, N), equations(Xs, 0, Gs), conjunction(Gs, Body).
equations([], _, []).
equations([X|Xs], I, [X = I|Gs]) :- I1 is I + 1, equations(Xs, I1, Gs).
% In the slowest builds these are not wide.
many(Xs, Body) :- test_size(20000, N), many(N, Xs, Body).
?- many(_Xs, _Body), call(_Body), length(_Xs, _N), last(_Xs, _L), sum_list(_Xs, _S), _L is _N - 1, _S is _N * _L // 2.
   true.
?- many(_Xs, _Body), assertz((wide_body(_Xs) :- _Body)), length(_Xs, _N), length(_Ys, _N), wide_body(_Ys), last(_Ys, _L), _L is _N - 1.
   true.
?- many(_Xs, _), length(_Xs, _N), length(_Ys, _N), clause(wide_body(_Ys), _B), _B = ( _Y = 0, _ ), _Ys = [_Y0|_], _Y == _Y0.
   true.
?- many(_Xs, _Body), findall(x, call(( ( true ; true ), _Body, !, true ; true )), L).
   L = [x].
?- many(_Xs, _Body), call(( fail ; ( fail -> true ; \+ fail, _Body ) )), nth0(77, _Xs, X).
   X = 77.
?- many(_Xs, _Body), call(( _Body, member(M, [1, 2, 3]), M >= 2 -> true ; M = none )).
   M = 2.
?- many(_Xs, _Body), findall(_M, call(( member(_M, [1, 2, 3]), _Body, _M > 1 *-> true ; _M = none )), L).
   L = [2, 3].
?- many(_, _Body), catch(call(( _Body, throw(ball) )), B, true).
   B = ball.
?- many(_, _Body), call(( _Body, 1 )).
   error(type_error(callable, _), _).
?- many(_Xs, _Body), call(( _Body, !, fail ; _Xs = [] )).
   false.
?- '$cut_to'(foo).
   false.
