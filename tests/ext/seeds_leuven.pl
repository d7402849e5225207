% SPDX-License-Identifier: MIT
%
% The program and the promises of the report "Leuven, a virtual Prolog machine": quicksort with partition, the table of
% unifications, clauses that come and go while they run, cut, recursion in constant space, unification without occurs
% check.

% ---- quicksort and partition (2.4); lists written as there ----

qsort([X|L], R, R0) :-
    partition(L, X, L1, L2),
    qsort(L2, R1, R0),
    qsort(L1, R, [X|R1]).
qsort([], R, R).

partition([X|L], Y, [X|L1], L2) :-
    lt(X, Y),
    !,
    partition(L, Y, L1, L2).
partition([X|L], Y, L1, [X|L2]) :-
    partition(L, Y, L1, L2).
partition([], _, [], []).

lt(X, Y) :- X < Y.

?- qsort([3, 1, 2], L, []).
   L = [1, 2, 3].
?- qsort([27, 74, 17, 33, 94, 18, 46, 83, 65, 2, 32, 53, 28, 85, 99, 47, 28, 82, 6, 11, 55, 29, 39, 81, 90, 37, 10, 0, 66,
          51, 7, 21, 85, 27, 31, 63, 75, 4, 95, 99, 11, 28, 61, 74, 18, 92, 40, 53, 59, 8], L, []).
   L = [0, 2, 4, 6, 7, 8, 10, 11, 11, 17, 18, 18, 21, 27, 27, 28, 28, 28, 29, 31, 32, 33, 37, 39, 40, 46, 47, 51, 53, 53, 55,
        59, 61, 63, 65, 66, 74, 74, 75, 81, 82, 83, 85, 85, 90, 92, 94, 95, 99, 99].
?- qsort([], L, []).
   L = [], det.
?- qsort([5], L, Tail).
   L = [5|Tail].
?- partition([1, 5, 2, 6, 3], 3, S, G).
   S = [1, 2], G = [5, 6, 3].
?- partition([], x, S, G).
   S = [], G = [], det.
?- partition([a], 3, _, _).
   error(type_error(evaluable, a/0), _).

% With its own constructor instead of the list's.
q2(.., R, R).
q2(c(X, L), R, R0) :-
    p2(L, X, L1, L2),
    q2(L2, R1, R0),
    q2(L1, R, c(X, R1)).
p2(c(X, L), Y, c(X, L1), L2) :- X < Y, !, p2(L, Y, L1, L2).
p2(c(X, L), Y, L1, c(X, L2)) :- p2(L, Y, L1, L2).
p2(.., _, .., ..).

?- q2(c(2, c(3, c(1, ..))), R, ..).
   R = c(1, c(2, c(3, ..))).

% ---- the table of unifications (2.3.1): rows are heads, columns are arguments ----

uvar(X, X).            % the first occurrence takes the argument
uref(X, X, X).         % the third against what the first two made of X
uint(7).
uatom(a).
uvoid(_).
uterm(f(_, b)).
uterm_value(f(X, X)).

?- uvar(A, B).
   A = B.
?- uvar(a, B).
   B = a.
?- uvar(7, B).
   B = 7.
?- uvar(_, B).
   true.
?- uvar(f(A, b), B).
   B = f(A, b).
?- X = c, uvar(X, B).
   X = c, B = c.
?- uref(A, B, C).
   A = C, B = C.
?- uref(a, A, a).
   A = a.
?- uref(a, A, b).
   false.
?- uref(7, 7, A).
   A = 7.
?- uref(7, A, 8).
   false.
?- uref(_, A, f(B)).
   A = f(B).
?- uref(f(A), f(B), f(C)).
   A = C, B = C.
?- uref(f(A, b), f(a, B), C).
   A = a, B = b, C = f(a, b).
?- uref(f(a), A, f(b)).
   false.
?- uref(A, f(A2), f(b)).
   A = f(b), A2 = b.
?- uint(A).
   A = 7.
?- uint(7).
   true.
?- uint(8).
   false.
?- uint(a).
   false.
?- uint(7.0).
   false.
?- uint(f(7)).
   false.
?- X = 7, uint(X).
   X = 7.
?- X = 8, uint(X).
   false.
?- uint(_).
   true.
?- uatom(A).
   A = a.
?- uatom(a).
   true.
?- uatom(b).
   false.
?- uatom(1).
   false.
?- uatom(a(1)).
   false.
?- X = Y, uatom(X).
   X = a, Y = a.
?- uvoid(_), uvoid(1), uvoid(a), uvoid(f(_)), X = b, uvoid(X).
   X = b.
?- uterm(A).
   A = f(_, b).
?- uterm(f(1, B)).
   B = b.
?- uterm(f(1, c)).
   false.
?- uterm(f(1)).
   false.
?- uterm(g(1, b)).
   false.
?- uterm(a).
   false.
?- uterm(1).
   false.
?- X = f(Y, Z), uterm(X).
   X = f(Y, b), Z = b.
?- uterm_value(f(A, 1)).
   A = 1.
?- uterm_value(f(1, 2)).
   false.
?- uterm_value(f(g(A), g(b))).
   A = b.

% ---- aliases: reference chains ----

alias_all(0, X, X) :- !.
alias_all(N, X, Z) :-
    X = Y,
    N1 is N - 1,
    alias_all(N1, Y, Z).

?- test_size(1000000, _N), alias_all(_N, X, Z), Z = done.
   X = done, Z = done.

chained(0, _) :- !.
chained(N, X) :-
    Y = X,
    N1 is N - 1,
    chained(N1, Y).

?- test_size(100000, _N), chained(_N, X), X = a.
   X = a.

% ---- a procedure that changes while it runs sees what it saw at its call ----

:- dynamic(seen/1).
:- dynamic(grow/1).
:- dynamic(gone/1).
:- dynamic(rule/2).

grow(1).

gone(1).
gone(2).
gone(3).

?- grow(X), Y is X + 1, assertz(grow(Y)).
   X = 1, Y = 2.
?- findall(X, grow(X), L).
   L = [1, 2].
?- findall(X, ( grow(X), Y is X + 10, assertz(grow(Y)) ), L), findall(X, grow(X), L2).
   L = [1, 2], L2 = [1, 2, 11, 12].
?- findall(X, ( gone(X), retractall(gone(_)) ), L), findall(X, gone(X), L2).
   L = [1, 2, 3], L2 = [].
?- assertz(gone(1)), assertz(gone(2)), findall(X, ( gone(X), asserta(gone(0)) ), L), findall(X, gone(X), L2).
   L = [1, 2], L2 = [0, 0, 1, 2].
?- retractall(gone(_)), assertz(gone(1)), assertz(gone(2)), assertz(gone(3)),
   gone(X), retract(gone(2)).
   X = 1
;  false.
?- findall(X, gone(X), L).
   L = [1, 3].
?- retractall(gone(_)), assertz(gone(1)), assertz(gone(2)),
   findall(X, ( retract(gone(X)), Y is X + 2, Y < 10, assertz(gone(Y)) ), L), findall(Z, gone(Z), L2).
   L = [1, 2], L2 = [3, 4].
?- retractall(rule(_, _)), assertz((rule(_X, _Y) :- _X = _Y, assertz(rule(new, _X)))), assertz(rule(_X, last(_X))),
   findall(B, rule(a, B), L), findall(A-B, clause(rule(A, B), true), L2).
   L = [a, last(a)], L2 = [A1-last(A1), new-a].
% A clause that retracts itself goes on.
?- retractall(seen(_)), assertz((seen(X) :- retract((seen(_) :- _)), X = still_here)), seen(X), \+ clause(seen(_), _).
   X = still_here.
?- abolish(foo/a).
   error(type_error(integer, a), _).
?- assertz(atom_length(a, b)).
   error(permission_error(modify, static_procedure, atom_length/2), _).
?- assertz((foo :- 4)).
   error(type_error(callable, _), _).

% ---- clause/2 gives the clause back ----

:- dynamic(source/3).

source(X, Y, Z) :- X > 1, !, ( Y = a -> Z = b ; Y = c, \+ Z = d ; call(Z) ), call(Y).
source(X, X, _).
source([A|B], "text", 1.5) :- X = [A|B], X == X, A is 1 + B.

?- clause(source(A, B, C), Body).
   Body = (A > 1, !, ( B = a -> C = b ; B = c, \+ C = d ; call(C) ), call(B))
;  Body = true, A = B
;  Body = (X = [A1|B1], X == X, A1 is 1 + B1), A = [A1|B1], B = "text", C = 1.5.

% ---- cut ----

cut1(X) :- choose(X), !.
cut1(none).
cut2(X, Y) :- choose(X), !, choose(Y).
cut3(X) :- ( choose(X), X > 1, ! ; X = none ).
cut3(other).
cut4(X, Y) :- choose(X), ( X > 1 -> ! ; true ), choose(Y).
cut4(z, z).
cut5(X) :- \+ \+ ( choose(_), ! ), choose(X).
cut6(X) :- call(( choose(X), ! )).
cut6(more).
cut7(X) :- !, fail ; X = never.
cut7(never).
cut8(X) :- choose(X), X > 2, !, true ; X = z.

choose(1).
choose(2).
choose(3).

?- cut1(X).
   X = 1, det.
?- cut2(X, Y).
   X = 1, Y = 1
;  X = 1, Y = 2
;  X = 1, Y = 3, det.
?- cut3(X).
   X = 2, det.
?- cut4(X, Y).
   X = 1, Y = 1
;  X = 1, Y = 2
;  X = 1, Y = 3
;  X = 2, Y = 1
;  X = 2, Y = 2
;  X = 2, Y = 3, det.
?- cut5(X).
   X = 1
;  X = 2
;  X = 3.
?- cut6(X).
   X = 1
;  X = more, det.
?- cut7(_).
   false.
?- cut8(X).
   X = 3, det.

% ---- recursion in constant space; garbage ----

count_up(N, N) :- !.
count_up(I, N) :-
    I1 is I + 1,
    count_up(I1, N).

even_down(0).
even_down(N) :- N > 0, N1 is N - 1, odd_down(N1).
odd_down(N) :- N > 0, N1 is N - 1, even_down(N1).

loop_if(N) :-
    (   N =:= 0
    ->  true
    ;   make_garbage(N, X),
        X = g(_, _),
        N1 is N - 1,
        loop_if(N1)
    ).

make_garbage(N, g(N, [N, N, N, f(N)])).

repeat_to(N) :-
    nb_setval(seeds_counter, 0),
    repeat,
    nb_getval(seeds_counter, C),
    C1 is C + 1,
    nb_setval(seeds_counter, C1),
    C1 >= N,
    !.

?- test_size(5000000, _N), count_up(0, _N).
   det.
?- test_size(3000000, _N0), _N is _N0 // 2 * 2, even_down(_N).
   true.
?- test_size(3000000, _N), loop_if(_N).
   det.
?- test_size(300000, _N), repeat_to(_N).
   det.

% A long list is made, walked and forgotten.
iota(N, N, []) :- !.
iota(I, N, [I|L]) :-
    I1 is I + 1,
    iota(I1, N, L).

sum_up([], S, S).
sum_up([X|Xs], S0, S) :-
    S1 is S0 + X,
    sum_up(Xs, S1, S).

?- test_size(1000000, _N), iota(0, _N, _L), sum_up(_L, 0, _S), _S =:= _N * (_N - 1) // 2.
   det.

% ---- unification without occurs check ----

?- _X = f(_X), _X = f(_Y), _Y == _X.
   true.
?- unify_with_occurs_check(X, f(X)).
   false.
?- unify_with_occurs_check(f(X, Y), f(Y, g(X))).
   false.
?- unify_with_occurs_check(f(X, Y), f(Y, g(_))).
   X = g(Z), Y = g(Z).
?- _X = [a|_X], _X = [A, B, C|_].
   check(( A == a, B == a, C == a )).
?- _X = f(_X, _Y), _Y = g(_Y), _X = f(f(_, _), g(g(_))).
   true.
?- _X = f(_X), _Y = f(_Y), _X = _Y.
   true.
?- _X = f(_X), _Y = f(f(_Y)), _X == _Y.
   true.
