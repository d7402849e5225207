% SPDX-License-Identifier: MIT
%
% What the first bytecode experiment of Pyrolog asks of a machine: its only test, wide operands, locals that are fresh on
% each retry, calls of terms, ground terms as constants.

% ---- the only test ----

f(X) :- X = a.

?- f(a).
   true, det.
?- f(X).
   X = a, det.
?- f(b).
   false.
?- f(X), X == a.
   X = a, det.
?- G = f(X), call(G).
   G = f(a), X = a, det.

% ---- operands have no small limits ----

:- dynamic(wide/2).
:- dynamic(wide_arguments/1000).
:- dynamic(wide_variables/2).
:- dynamic(wide_goals/1).

atom_number_pair(N, Atom-N) :-
    number_codes(N, Codes),
    atom_codes(Atom, [0'k|Codes]).

% [k1-1-X, k2-2-X, ...]: neither constant nor compound is shared, and no part is ground.
constants(N, N, _, []) :- !.
constants(N0, N, X, [Pair-X|Pairs]) :-
    N1 is N0 + 1,
    atom_number_pair(N1, Pair),
    constants(N1, N, X, Pairs).

last_of([X], X) :- !.
last_of([_|Xs], X) :-
    last_of(Xs, X).

assert_wide(N) :-
    retractall(wide(_, _)),
    constants(0, N, X, L),
    assertz((wide(X, L) :- true)).

?- test_size(70000, N), assert_wide(N), wide(x, _L), last_of(_L, _Last), length(_L, _N1), _N1 =:= N, _Last = _K-_M-x, _M == N,
   atom_number_pair(N, _K2-_), _K == _K2.
   check(integer(N)).
?- wide(_, [A, B|_]).
   A = k1-1-X, B = k2-2-X.
?- clause(wide(y, _L), _Body), _Body == true, _L = [_, _, A|_].
   A = k3-3-y.
?- retract((wide(_, _L) :- true)), length(_L, _N), _N > 0, \+ wide(_, _).
   true.

% The same through a file.
load_wide(N, Path) :-
    tr_scratch('wide_clause.pl', Path),
    constants(0, N, X, L),
    open(Path, write, Out),
    writeq(Out, (wide_from_file(X, Ys) :- Ys = L)), write(Out, '.'), nl(Out),
    close(Out),
    consult(Path).

?- test_size(70000, N), load_wide(N, _), wide_from_file(z, _L), length(_L, _N1), _N1 =:= N, last_of(_L, _-M-Z).
   check(N == M), Z = z.

numbered_arguments(N, T) :-
    functor(T, wide_arguments, N),
    number_arguments(N, T).

number_arguments(0, _) :- !.
number_arguments(I, T) :-
    arg(I, T, f(I)),
    I1 is I - 1,
    number_arguments(I1, T).

?- numbered_arguments(1000, _T), assertz(_T), functor(_G, wide_arguments, 1000), call(_G), _G == _T, arg(1000, _G, A).
   A = f(1000).
?- functor(G, wide_arguments, 1000), arg(777, G, f(778)), call(G).
   false.
?- functor(_H, wide_arguments, 1000), _H =.. [_|_Vs], assertz((wide_all(_Vs) :- _H)), wide_all(_L), _L = [A|_], last_of(_L, Z).
   A = f(1), Z = f(1000).

% A chain of 300 variables through 300 goals.
chain(0, X, X, true) :- !.
chain(N, X, Z, (Y = s(X), G)) :-
    N1 is N - 1,
    chain(N1, Y, Z, G).

depth(X, 0) :- atom(X), !.
depth(s(X), N) :-
    depth(X, N0),
    N is N0 + 1.

?- chain(300, _X, _Z, _G), assertz((wide_variables(_X, _Z) :- _G)), wide_variables(zero, _V), depth(_V, N).
   N = 300.

% 300 variables that live across calls.
keep(X, X).
calls(0, true, []) :- !.
calls(N, (keep(X, N), G), [X|Xs]) :-
    N1 is N - 1,
    calls(N1, G, Xs).

?- calls(300, _G, _Xs), assertz((wide_goals(_Xs) :- _G)), wide_goals(_L), _L = [A, B|_], last_of(_L, Z), length(_L, N).
   A = 300, B = 299, Z = 1, N = 300.

% ---- locals are fresh on each retry ----

choose(1).
choose(2).
choose(3).

retry(X, Y) :-
    choose(X),
    Y = g(W, _),
    W = X.

late(X, L) :-
    choose(X),
    L = [A, B|_],
    (   X =:= 2
    ->  A = two
    ;   B = other(X)
    ).

shared(X, Y, Z) :-
    ( Y = f(Z) ; Y = g(Z) ),
    choose(X),
    Z = X.

?- findall(X-Y, retry(X, Y), L).
   L = [1-g(1, _), 2-g(2, _), 3-g(3, _)].
?- findall(L, late(_, L), Ls).
   Ls = [[_, other(1)|_], [two, _|_], [_, other(3)|_]].
?- shared(X, Y, Z).
   X = 1, Y = f(1), Z = 1
;  X = 2, Y = f(2), Z = 2
;  X = 3, Y = f(3), Z = 3
;  X = 1, Y = g(1), Z = 1
;  X = 2, Y = g(2), Z = 2
;  X = 3, Y = g(3), Z = 3.
?- choose(X), ( X < 2 -> Y = V ; true ), ( var(V) -> V = X ; true ).
   X = 1, Y = 1, V = 1
;  X = 2, V = 2
;  X = 3, V = 3.

% ---- calls of terms ----

?- catch(foo(1), error(existence_error(procedure, PI), _), true).
   PI = foo/1.
?- G = foo(1, 2), catch(G, error(existence_error(procedure, PI), _), true).
   PI = foo/2, G = foo(1, 2).
?- catch(call(no_such_predicate), error(existence_error(procedure, PI), _), true).
   PI = no_such_predicate/0.
?- catch(call(foo(1), 2, 3), error(existence_error(procedure, PI), _), true).
   PI = foo/3.
?- call((fail, 1)).
   error(type_error(callable, (fail, 1)), _).
?- call((write(no), 1)).
   error(type_error(callable, (write(no), 1)), _), outputs "".
?- G = choose(X), call(G), X > 1.
   G = choose(2), X = 2
;  G = choose(3), X = 3.
?- G = choose, call(G, X).
   G = choose, X = 1
;  G = choose, X = 2
;  G = choose, X = 3, det.

% ---- ground terms of a clause are constants ----

big([a, f(b, "text"), [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], g(h(i(j(k)))), 3.25, 123456789012345678901234567890]).

same_big(0) :- !.
same_big(N) :-
    big(X),
    big(Y),
    X == Y,
    N1 is N - 1,
    same_big(N1).

?- test_size(100000, _N), same_big(_N).
   true.
?- big(X), setarg(1, X, changed), big(Y).
   X = [changed, f(b, "text"), [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], g(h(i(j(k)))), 3.25, 123456789012345678901234567890],
   Y = [a, f(b, "text"), [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], g(h(i(j(k)))), 3.25, 123456789012345678901234567890].
?- big([_, F|_]), ( setarg(1, F, changed), fail ; big([_, G|_]) ).
   F = f(b, "text"), G = f(b, "text").
