% SPDX-License-Identifier: MIT
%
% The programs and promises of Warren's note "Prolog Engine": concatenate in eight instructions, flatten, split and
% quicksort (slips mended), the call/or procedure with its index chains, the trail and aliases, last calls, patterns of
% occurrences.

% ---- concatenate (10, 12, 17) ----

concatenate([X|L1], L2, [X|L3]) :- concatenate(L1, L2, L3).
concatenate([], L, L).

?- concatenate([a, b, c], [d, e], L).
   L = [a, b, c, d, e], det.
?- concatenate(A, B, [1, 2]).
   A = [1, 2], B = []
;  A = [1], B = [2]
;  A = [], B = [1, 2], det.
?- concatenate(A, [c], [a, b, c]).
   A = [a, b]
;  false.
?- concatenate([], L, M).
   L = M, det.
?- concatenate([a], b, L).
   L = [a|b], det.
?- concatenate(a, _, _).
   false.
?- concatenate("ab", "cd", L).
   L = "abcd", det.
% The main clause comprises 12 symbols.
?- ( catch(vm_clause_size(concatenate/3, 1, N), error(existence_error(procedure, _), _), N = 8) -> true ; N = none ).
   check(N =< 8).
?- ( catch(vm_clause_size(concatenate/3, 2, N), error(existence_error(procedure, _), _), N = 3) -> true ; N = none ).
   check(N =< 4).

% ---- flatten (19) ----

flatten(void, S, S).
flatten(pair(L, R), S0, S) :- flatten(L, S0, S1), flatten(R, S1, S).
flatten(leaf(X), [X|S], S).

?- flatten(void, X, Y).
   X = Y, det.
?- flatten(pair(leaf(1), pair(void, leaf(2))), L, []).
   L = [1, 2], det.
?- flatten(pair(pair(leaf(a), leaf(b)), pair(leaf(c), pair(void, leaf(d)))), L, [e]).
   L = [a, b, c, d, e], det.
?- flatten(other, _, _).
   false.

% ---- split and quicksort (12) ----

qs([X|L], R0, R) :- split(L, X, L1, L2), qs(L1, R0, [X|R1]), qs(L2, R1, R).
qs([], R, R).

split([X|L], Y, [X|L1], L2) :- X < Y, !, split(L, Y, L1, L2).
split([X|L], Y, L1, [X|L2]) :- split(L, Y, L1, L2).
split([], _, [], []).

?- split([3, 1, 4, 1, 5, 9, 2, 6], 4, A, B).
   A = [3, 1, 1, 2], B = [4, 5, 9, 6].
?- qs([3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5], L, []).
   L = [1, 1, 2, 3, 3, 4, 5, 5, 5, 6, 9].
?- qs([2.5, 1, 3.5, 100000000000000000000, -7], L, []).
   L = [-7, 1, 2.5, 3.5, 100000000000000000000].
?- qs([b, a], _, []).
   error(type_error(evaluable, a/0), _).

% ---- the call/or procedure (15.1): which clauses a call tries, in which order ----

:- op(700, xfx, or).

c(_ or _, 1).
c(_ or _, 2).
c(trace, 3).
c(notrace, 4).
c(nl, 5).
c(_, 6).
c(_, 7).
c(call(_), 8).
c(repeat, 9).
c(repeat, 10).
c(true, 11).

tried(Goal, Numbers) :-
    findall(N, c(Goal, N), Numbers).

?- tried(a or b, L).
   L = [1, 2, 6, 7].
?- tried(trace, L).
   L = [3, 6, 7].
?- tried(notrace, L).
   L = [4, 6, 7].
?- tried(nl, L).
   L = [5, 6, 7].
?- tried(call(x), L).
   L = [6, 7, 8].
?- tried(repeat, L).
   L = [6, 7, 9, 10].
?- tried(true, L).
   L = [6, 7, 11].
?- tried(other, L).
   L = [6, 7].
?- tried(call(x, y), L).
   L = [6, 7].
?- tried(3, L).
   L = [6, 7].
?- tried("text", L).
   L = [6, 7].
?- tried(_, L).
   L = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].
?- c(true, N), N > 7.
   N = 11, det.
?- c(trace, N).
   N = 3
;  N = 6
;  N = 7, det.
?- c(X, 8).
   X = call(_), det.
?- c(repeat, 10).
   true, det.

% The procedure itself, under another name, with what it needs.
run(X or _) :- run(X).
run(_ or Y) :- run(Y).
run(trace) :- write(trace).
run(notrace) :- write(notrace).
run(nl) :- nl.
run(X) :- builtin(X).
run(X) :- ext(X).
run(call(X)) :- run(X).
run(repeat).
run(repeat) :- run(repeat).
run(true).

builtin(say(X)) :- write(X).
ext(say(X)) :- write(ext(X)).

?- run(nl or trace).
   true, outputs "\n"
;  true, outputs "trace".
?- run(say(1) or (call(none) or true)).
   true, outputs "1"
;  true, outputs "ext(1)"
;  true.
?- run(call(call(say(x)))).
   true, outputs "x"
;  true, outputs "ext(x)".
?- run(repeat).
   true
;  true
;  true
;  ... .
?- run(unknown).
   false.

% The index survives changes of the procedure.
:- dynamic(d/2).

fill_d :-
    retractall(d(_, _)),
    c(X, N),
    assertz(d(X, N)),
    fail.
fill_d.

?- fill_d, findall(N, d(repeat, N), L1), asserta(d(repeat, 0)), findall(N, d(repeat, N), L2),
   assertz(d(_, 12)), findall(N, d(true, N), L3), retract(d(_, 6)), findall(N, d(repeat, N), L4).
   L1 = [6, 7, 9, 10], L2 = [0, 6, 7, 9, 10], L3 = [6, 7, 11, 12], L4 = [0, 7, 9, 10, 12].
?- fill_d, findall(N, ( d(repeat, N), retractall(d(repeat, _)), assertz(d(repeat, 99)) ), L), findall(N, d(repeat, N), L2).
   L = [6, 7, 9, 10], L2 = [99].

% ---- keys of all kinds (15, 8) ----

key(a, atom).
key([], nil).
key(1, small).
key(-1, negative).
key(1000000000000000000000, big).
key(1000000000000000000001, big_too).
key(1.0, float).
key(f(_), f1).
key(f(_, _), f2).
key([_|_], list).
key('', empty).
key(1152921504606846976, over_the_edge).
key(2305843009213693951, edge_61).

?- key(a, X).
   X = atom, det.
?- key([], X).
   X = nil, det.
?- key(1, X).
   X = small, det.
?- key(-1, X).
   X = negative, det.
?- key(1000000000000000000000, X).
   X = big, det.
?- Y is 10 ^ 21 + 1, key(Y, X).
   X = big_too, Y = 1000000000000000000001, det.
?- key(1.0, X).
   X = float, det.
?- key(f(z), X).
   X = f1, det.
?- key(f(z, z), X).
   X = f2, det.
?- key("abc", X).
   X = list, det.
?- key([x], X).
   X = list, det.
?- key('', X).
   X = empty, det.
?- Y is 1 << 60, key(Y, X).
   X = over_the_edge, Y = 1152921504606846976, det.
?- Y is (1 << 61) - 1, key(Y, X).
   X = edge_61, Y = 2305843009213693951, det.
?- key(2, _).
   false.
?- key(g(_), _).
   false.
?- key(2.0, _).
   false.
?- findall(X, key(_, X), L), length(L, N).
   N = 13, L = [atom, nil, small, negative, big, big_too, float, f1, f2, list, empty, over_the_edge, edge_61].

% ---- the trail and aliases (10, 14.5) ----

alias(X, Y) :- X = Y.
alias(_, _).

bind_late(X, Y) :- alias(X, Y), X = 1, var(Y).
bind_late(X, Y) :- alias(X, Y), X = 1, Y == 1.

pick(X, Y, Z) :- ( X = Y ; Y = Z ; X = Z ).

?- bind_late(X, Y).
   X = 1
;  X = 1, Y = 1
;  false.
?- pick(X, Y, Z).
   X = Y
;  Y = Z
;  X = Z.
?- pick(X, Y, Z), X = 1.
   X = 1, Y = 1
;  X = 1, Y = Z
;  X = 1, Z = 1.
?- ( X = 1, fail ; Y = 2 ).
   Y = 2.
?- A = f(X, Y), ( X = Y, fail ; X = 1, fail ; Y = 2, fail ; true ), A = f(V, W).
   A = f(X, Y), V = X, W = Y.
?- X = f(A, B, C), member(A-B-C, [1-D-D, E-2-E, _-_-_]), D = x, E = y.
   A = 1, B = x, C = x, D = x, E = y, X = f(1, x, x)
;  A = y, B = 2, C = y, D = x, E = y, X = f(y, 2, y)
;  D = x, E = y, X = f(A, B, C).

perishable(X, Y) :- same(X, Z), same(Y, W), same(Z, W).
same(X, X).

?- perishable(A, B), A = 1.
   A = 1, B = 1.
?- same(f(X), f(Y)), same(Y, g(Z)), Z = 1.
   X = g(1), Y = g(1), Z = 1.

% A variable that lives only in a frame that goes away.
out(X) :- inner(Y), X = f(Y).
inner(_).
pass(X) :- inner(Y), give(Y, X).
give(Y, g(Y, Y)).

?- out(X), X = f(1).
   X = f(1).
?- pass(X), X = g(A, B), A = 1.
   X = g(1, 1), A = 1, B = 1.
?- findall(X, ( out(X) ; pass(X) ), L).
   L = [f(_), g(A, A)].

% ---- last calls: constant space in every shape ----

count(N, N) :- !.
count(I, N) :- I1 is I + 1, count(I1, N).

ping(0) :- !.
ping(N) :- N1 is N - 1, pong(N1, [N, N1]).
pong(0, _) :- !.
pong(N, [_|_]) :- N1 is N - 1, ping(N1).

% The call is the last one only thanks to the cut before it.
cut_then(0) :- !.
cut_then(N) :- choices(_), !, N1 is N - 1, cut_then(N1).
choices(1).
choices(2).

in_branch(N) :- ( N =< 0 -> true ; N > 0, N1 is N - 1, in_branch(N1) ).

in_or(N) :- ( N > 0, !, N1 is N - 1, in_or(N1) ; true ).

grows(N, N, _) :- !.
grows(I, N, A) :- I1 is I + 1, B = [A|_], B = [C|_], grows(I1, N, C).

through_call(0) :- !.
through_call(N) :- N1 is N - 1, call(through_call, N1).

?- test_size(10000000, _N), count(0, _N).
   det.
?- test_size(2000000, _N), ping(_N).
   det.
?- test_size(2000000, _N), cut_then(_N).
   det.
?- test_size(2000000, _N), in_branch(_N).
   det.
?- test_size(2000000, _N), in_or(_N).
   det.
?- test_size(2000000, _N), grows(0, _N, []).
   det.
?- test_size(1000000, _N), through_call(_N).
   det.

% ---- patterns of occurrences (13, 14.3) ----

o1(X, X, Y) :- q(X, Y).             % twice in the head and again in the body
o2(X, f(X), Y) :- q(Y, X).          % in a structure after an argument
o3(f(X), X, Y) :- q(X, Y).          % in a structure before an argument
o4(X, Y) :- q(Y, X).                % arguments swapped
o5(X, Y, Z) :- q3(Z, X, Y).         % rotated
o6(X, Y, Z) :- q3(Y, Z, X).
o7(_, _, X) :- q(X, X).             % moved into place and doubled
o8(X) :- q(Y, Y), q(X, Z), q(Z, Y). % first occurrences in goals
o9(X, Y) :- q(f(X, Z), f(Y, Z)).
o10(f(g(X, h(Y)), [Y|X])) :- q(X, Y).
o11([A, B|T], [B, A|T]).
o12(X, Y, Z) :- r3(f(Y), [Z, X|Y], g(X, Z)).
o13(A, B, C, D, E) :- q5(E, D, C, B, A).
o14(A, B, C, D, E) :- q5(B, C, D, E, A).
o15(A, B, A) :- q(B, f(A, _)).
o16(X) :- X = f(Y), q(Y, Z), q(Z, X).

q(X, X).
q(X, pair(X, _)).
q3(X, Y, t(X, Y, Z, Z)).
q3(X, Y, Z) :- X = 1, Y = 2, Z = 3.
r3(f(Y), L, g(A, B)) :- L = [B, A|Y], Y = [A].
q5(a, b, c, d, e).
q5(V, W, X, Y, Z) :- V = v(W, X, Y, Z).

?- o1(A, B, C).
   A = C, B = C
;  A = B, C = pair(B, _).
?- o1(a, A, B).
   A = a, B = a
;  A = a, B = pair(a, _).
?- o1(a, b, _).
   false.
?- o2(A, B, C).
   A = C, B = f(C)
;  A = pair(C, D), B = f(pair(C, D)).
?- o2(a, f(A), B).
   A = a, B = a
;  false.
?- o3(A, b, C).
   A = f(b), C = b
;  A = f(b), C = pair(b, _).
?- o3(f(X), Y, Z), X = 1.
   X = 1, Y = 1, Z = 1
;  X = 1, Y = 1, Z = pair(1, _).
?- o4(A, b).
   A = b
;  A = pair(b, _).
?- o5(A, B, C).
   B = t(C, A, Z, Z)
;  A = 2, B = 3, C = 1.
?- o6(A, B, C).
   A = t(B, C, Z, Z)
;  A = 3, B = 1, C = 2.
?- o7(_, _, A).
   true
;  check(subsumes_term(pair(_, _), A)).
?- o8(a).
   true
;  true
;  true
;  true
;  ... .
?- o9(A, B).
   A = B
;  false.
?- o10(A).
   A = f(g(X, h(X)), [X|X])
;  A = f(g(X, h(pair(X, Y))), [pair(X, Y)|X]).
?- o11([1, 2, 3], L).
   L = [2, 1, 3].
?- o11(L, "ab").
   L = "ba".
?- o11([X, X], [A, b]).
   A = b, X = b.
?- o12(A, B, C).
   B = [A].
?- o12(1, [A], 2).
   A = 1.
?- o13(A, B, C, D, E).
   A = e, B = d, C = c, D = b, E = a
;  E = v(D, C, B, A).
?- o14(A, B, C, D, E).
   A = e, B = a, C = b, D = c, E = d
;  B = v(C, D, E, A).
?- o14(1, 2, 3, 4, 5).
   false.
?- o15(1, f(A, B), C).
   C = 1, A = 1
;  false.
?- o15(A, B, c).
   A = c, B = f(c, _)
;  false.
?- o16(f(a)).
   false.
?- o16(f(pair(A, b))), A = z.
   false.

% ---- inferences ----

?- ( catch(vm_count(concatenate([a, b, c], [d], _), I, _), error(existence_error(procedure, _), _), I = 4) -> true ; true ).
   I = 4.
