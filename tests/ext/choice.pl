% SPDX-License-Identifier: MIT
%
% Heads and first tests that fail: the next clause finds the arguments as they were.

% Registers of arguments are overwritten before the head fails.
swap([X|Xs], Xs, X).
swap(Xs, [X|Xs], X).
swap(Xs, _, Xs).
?- swap([a, b], L, X).
   L = [b], X = a
;  L = [_A, a, b], X = _A
;  X = [a, b].
?- swap([a, b], c, X).
   X = [a, b].

second([_, X|_], X).
second([X|_], X).
second(f(g(X)), X).
second(X, X).
?- second([a], X).
   X = a
;  X = [a].
?- second([a, b], b).
   true
;  false.
?- second(f(g(1)), X).
   X = 1
;  X = f(g(1)).

% Packed text is taken apart while it is matched.
?- second("ab", X).
   X = b
;  X = a
;  X = "ab".
?- second("a", X).
   X = a
;  X = "a".
same([X, X|_], _, twice).
same([_|Xs], Xs, rest).
same(Xs, Xs, whole).
?- findall(L-W, same("abb", L, W), Ls).
   Ls = ["bb"-rest, "abb"-whole].
?- findall(L-W, same("aab", L, W), Ls).
   Ls = [_-twice, "ab"-rest, "aab"-whole].

% Tests, then a cut: the choice point is dropped before it is finished.
sign(X, negative) :- X < 0, !.
sign(X, zero) :- X =:= 0, !.
sign(_, positive).
?- sign(-1, S).
   S = negative, det.
?- sign(0, S).
   S = zero, det.
?- sign(3, S).
   S = positive, det.
?- sign(_, _).
   error(instantiation_error, _).
?- catch(sign(a, _), error(type_error(T, V), _), true).
   T = evaluable, V = a/0.
?- member(X, [3, 0, -2]), sign(X, S).
   X = 3, S = positive
;  X = 0, S = zero
;  X = -2, S = negative.

% Tests without a cut, in the middle and at the end.
grade(X, low) :- X < 10, atom(low).
grade(X, middle) :- X > 5, X < 20.
grade(X, f(Y)) :- Y is X * 2, Y > 30, integer(Y).
grade(X, X).
?- findall(G, grade(7, G), Gs).
   Gs = [low, middle, 7].
?- findall(G, grade(17, G), Gs).
   Gs = [middle, f(34), 17].
?- grade(7, middle).
   true
;  false.

% Unification in the body before the first call.
pick(X, Y, Z) :- X = f(A, A), Y = A, Z = first.
pick(X, Y, Z) :- f(Y, Z) = X, atom(Y).
pick(X, _, X).
?- findall(Y-Z, pick(f(a, b), Y, Z), L).
   L = [a-b, _-f(a, b)].
?- findall(Y-Z, pick(f(a, a), Y, Z), L).
   L = [a-first, a-a, _-f(a, a)].

% Big numbers before the neck: a collection may come there.
power(N, B) :- B =:= 1 << N, B > 0, write(never).
power(N, B) :- C is (1 << N) + B, C mod 2 =:= 1, B < 0, !.
power(N, X) :- X is (1 << N) - 1, X < 0.
power(_, none).
powers(0, _).
powers(I, N) :- I > 0, power(N, 3), I1 is I - 1, powers(I1, N).
?- power(100, 7).
   false.
?- power(100, none).
   error(type_error(evaluable, none/0), _).
?- test_size(200, _I), \+ powers(_I, 100000).
   true.

% The last clause, after all others failed in their heads, leaves nothing behind; deep recursion shows it.
count(N, N, done).
count(f(N), f(N), _).
count(I, N, R) :- I < N, I1 is I + 1, count(I1, N, R).
?- test_size(1000000, N), count(0, N, R).
   R = done, check(integer(N)), ... .

% Retracting and adding clauses while choice points are open.
:- dynamic(item/2).
item(a, f(1)).
item(b, f(2)).
item(_, g(g(1))).
?- item(X, f(_)), retract(item(X, f(_))), fail.
   false.
?- findall(X-Y, item(X, Y), L).
   L = [_-g(g(1))].

% Clauses that begin with tests: those whose tests fail are left out before a choice point is made.
larger(X, Y, M) :- X >= Y, M = X.
larger(X, Y, M) :- X < Y, M = Y.
?- larger(1, 2, M).
   M = 2, det.
?- larger(2, 1, M).
   M = 2, det.
?- larger(2.5, 1, M).
   M = 2.5.
?- larger(_, 1, _).
   error(instantiation_error, _).
?- larger(f, 1, _).
   error(type_error(evaluable, f/0), _).

kind(X, K) :- var(X), K = variable.
kind(X, K) :- integer(X), X > 0, K = integer.
kind(X, K) :- integer(X), X =< 0, K = integer.
kind(X, K) :- atom(X), K = atom.
kind(X, K) :- compound(X), K = compound.
kind(X, K) :- float(X), K = other.
?- kind(_, K).
   K = variable, det.
?- kind(7, K).
   K = integer, det.
?- kind(-7, K).
   K = integer, det.
?- kind(a, K).
   K = atom, det.
?- kind("ab", K).
   K = compound, det.
?- kind(1.5, K).
   K = other, det.

% A clause without tests between others is kept in its place.
place(X, P) :- X > 10, P = first.
place(_, any).
place(X, P) :- X < 5, P = last.
?- place(1, P).
   P = any
;  P = last, det.
?- place(20, P).
   P = first
;  P = any, det.
?- place(7, P).
   P = any, det.
?- findall(P, catch(place(a, P), error(type_error(T, _), _), P = T), L).
   L = [evaluable].
?- place(100000000000000000000, P).
   P = first
;  P = any
;  false.

% A test that holds, with a cut behind it, leaves no choice point; nor does it drop one that was there.
sorted_pair(X, Y, X-Y) :- X =< Y, !.
sorted_pair(X, Y, Y-X).
?- sorted_pair(1, 2, P).
   P = 1-2, det.
?- sorted_pair(2, 1, P).
   P = 1-2, det.
?- member(X, [1, 3]), sorted_pair(X, 2, P).
   X = 1, P = 1-2
;  X = 3, P = 2-3, det.
?- findall(P, ( member(X, [1, 3, 2]), sorted_pair(X, 2, P) ), L).
   L = [1-2, 2-3, 2-2].
same_or(X, Y, S) :- X == Y, S = same.
same_or(X, Y, S) :- X \== Y, S = different.
?- same_or(a, a, S).
   S = same, det.
?- same_or(a, 1, S).
   S = different, det.
?- same_or(X, X, S).
   S = same, det.
?- same_or(_, _, S).
   S = different, det.
?- same_or(f(X), f(X), S).
   S = same
;  false.

% Also where the key of an argument is not told by its cell alone.
sort_of(X, S) :- float(X), S = float.
sort_of(a, S) :- S = atom.
sort_of(X, S) :- integer(X), S = integer.
?- sort_of(1.5, S).
   S = float, det.
?- sort_of(100000000000000000000, S).
   S = integer, det.
?- sort_of(a, S).
   S = atom, det.
