% SPDX-License-Identifier: MIT
% Tests of library(random). What is random is tested by what must hold of it, and by seeds.

:- use_module(library(random)).
:- use_module(library(lists)).

always(Goal) :-
    \+ ( between(1, 100, _),
         \+ call(Goal)
       ).

in(Low, High, Goal, X) :-
    copy_term(Goal-X, Goal1-X1),
    call(Goal1),
    X1 >= Low,
    X1 =< High.

holds(Goal) :-
    copy_term(Goal, Copy),
    call(Copy).

again(Goal, X) :-
    getrand(State),
    findall(X, ( between(1, 20, _), Goal ), Xs),
    setrand(State),
    findall(X, ( between(1, 20, _), Goal ), Ys),
    Xs == Ys.

% --- Numbers

?- always(in(0, 1, random(X), X)).
   true, det.
?- random(a).
   error(uninstantiation_error(a), _).
?- always(in(3, 9, random(3, 10, X), X)).
   true, det.
?- random(3, 4, X).
   X = 3, det.
?- random(1, 2.0, X), float(X), X >= 1.0, X < 2.0.
   check(float(X)), det.
?- random(5, 5, _).
   error(domain_error(greater_than(5), 5), _).
?- random(a, 5, _).
   error(type_error(number, a), _).
?- random(_, 5, _).
   error(instantiation_error, _).
?- always(in(-3, 3, random_between(-3, 3, X), X)).
   true, det.
?- findall(X, ( between(1, 300, _), random_between(1, 3, X) ), Xs), sort(Xs, Set).
   check(length(Xs, 300)), Set = [1,2,3], det.
?- random_between(7, 7, X).
   X = 7, det.
?- random_between(3, 1, _).
   false.
?- random_between(1, a, _).
   error(type_error(integer, a), _).
?- random_between(_, 1, _).
   error(instantiation_error, _).
?- X is 1 << 100, random_between(X, X, Y), X == Y.
   check(X =:= Y), det.

% --- State

?- again(random_between(1, 1000000, X), X).
   true, det.
?- set_random(seed(42)), random_between(1, 1000000, X), set_random(seed(42)), random_between(1, 1000000, Y), X == Y.
   check(( integer(X), integer(Y) )), det.
?- setrand(seed(7)), random_permutation([a,b,c,d,e,f,g,h], P), setrand(seed(7)), random_permutation([a,b,c,d,e,f,g,h], P).
   check(length(P, 8)), det.
?- getrand(S), getrand(S).
   check(( S = state(N), integer(N) )), det.
?- setrand(foo).
   error(domain_error(set_random_option, foo), _).
?- setrand(_).
   error(instantiation_error, _).
?- setrand(state(a)).
   error(type_error(integer, a), _).
?- setrand(state(0)).
   error(domain_error(random_state, 0), _).
?- setrand(state(-1)).
   error(domain_error(random_state, -1), _).
?- setrand(seed(a)).
   error(type_error(integer, a), _).
?- setrand(seed(random)).
   true, det.

% --- maybe

?- findall(x, ( between(1, 200, _), maybe ), Xs), length(Xs, N), N > 40, N < 160.
   check(( is_list(Xs), integer(N) )), det.
?- maybe(1.0).
   true, det.
?- maybe(1).
   true, det.
?- maybe(0).
   false.
?- maybe(1.5).
   error(domain_error(between(0.0, 1.0), 1.5), _).
?- maybe(a).
   error(type_error(number, a), _).
?- maybe(3, 3).
   true, det.
?- maybe(0, 3).
   false.
?- maybe(4, 3).
   error(domain_error(between(0, 3), 4), _).
?- maybe(0, 0).
   error(type_error(positive_integer, 0), _).
?- random_perm2(a, b, X, Y), msort([X,Y], L).
   check(( atom(X), atom(Y) )), L = [a,b], det.

% --- Lists

?- random_member(X, [a,b]), memberchk(X, [a,b]).
   check(atom(X)), det.
?- findall(X, ( between(1, 300, _), random_member(X, [a,b,c]) ), Xs), sort(Xs, Set).
   check(is_list(Xs)), Set = [a,b,c], det.
?- random_member(_, []).
   false.
?- random_member(_, _).
   error(instantiation_error, _).
?- random_member(_, [a|b]).
   error(type_error(list, [a|b]), _).
?- random_select(X, [a,b,c], R), msort([X|R], L).
   check(( atom(X), length(R, 2) )), L = [a,b,c], det.
?- random_select(x, L, [a,b]), msort(L, S).
   check(length(L, 3)), S = [a,b,x], det.
?- random_select(_, [], _).
   false.
?- random_select(_, _, _).
   error(instantiation_error, _).
?- random_permutation([c,a,b,a], P), msort(P, S).
   check(length(P, 4)), S = [a,a,b,c], det.
?- random_permutation(L, [b,a]), msort(L, S).
   check(length(L, 2)), S = [a,b], det.
?- random_permutation([], P).
   P = [], det.
?- random_permutation(_, _).
   error(instantiation_error, _).
?- random_permutation(a, _).
   error(type_error(list, a), _).
?- random_subseq([a,b,c,d], P, O), append(P, O, All), msort(All, S), msort(P, P), msort(O, O).
   check(( is_list(P), is_list(O), is_list(All) )), S = [a,b,c,d], det.
?- random_subseq(L, [a,b], [1,2]), msort(L, S), exclude(atom, L, Ns), exclude(integer, L, As).
   check(length(L, 4)), S = [1,2,a,b], Ns = [1,2], As = [a,b], det.
?- random_subseq([], P, O).
   P = [], O = [], det.
?- random_subseq(_, [a], _).
   error(instantiation_error, _).
?- randseq(5, 100, L), sort(L, S), length(S, N).
   check(( length(L, 5), is_list(S) )), N = 5, det.
?- randseq(3, 3, L), msort(L, S).
   check(length(L, 3)), S = [1,2,3], det.
?- randseq(4, 3, _).
   false.
?- randseq(-1, 3, _).
   error(type_error(nonneg, -1), _).
?- randset(3, 3, S).
   S = [1,2,3], det.
?- randset(0, 3, S).
   S = [], det.
?- randset(20, 1000000, S), sort(S, S), length(S, N), max_list(S, Max), min_list(S, Min), Max =< 1000000, Min >= 1.
   check(( is_list(S), integer(Max), integer(Min) )), N = 20, det.
?- randset(3, 2, _).
   false.
?- randset(a, 2, _).
   error(type_error(integer, a), _).
?- random_numlist(1.0, 1, 3, L).
   L = [1,2,3], det.
?- random_numlist(0.0, 1, 3, L).
   L = [], det.
?- random_numlist(0.5, 1, 200, L), sort(L, L), length(L, N), N > 40, N < 160.
   check(( is_list(L), integer(N) )), det.
?- random_numlist(0.5, 3, 1, L).
   L = [], det.
?- random_numlist(2, 1, 3, _).
   error(domain_error(between(0.0, 1.0), 2), _).
