% SPDX-License-Identifier: MIT
% Tests of library(lists): each query is followed by its answers; det asserts that no choice point is left.

:- use_module(library(lists)).

by_length(Order, X, Y) :-
    atom_length(X, XLength),
    atom_length(Y, YLength),
    compare(Order, XLength, YLength).

% --- append

?- append([a], [b], L).
   L = [a,b], det.
?- append(X, Y, [a,b]).
   X = [], Y = [a,b]
;  X = [a], Y = [b]
;  X = [a,b], Y = [].
?- append([a|X], [c], [a,b,c]).
   X = [b].
?- append([], L, L).
   true, det.
?- append(X, [c], [a,b]).
   false.
?- append([[a],[],[b,c]], L).
   L = [a,b,c], det.
?- append([], L).
   L = [], det.
?- append(_, [a]).
   error(instantiation_error, _).
?- append(foo, [a]).
   error(type_error(list, foo), _).
?- append("ab", "cd", L).
   L = [a,b,c,d], det.

% --- prefix

?- prefix(P, [a,b]).
   P = []
;  P = [a]
;  P = [a,b].

% --- member, memberchk

?- member(X, [a,b]).
   X = a
;  X = b, det.
?- member(b, [a,b]).
   true, det.
?- member(X, []).
   false.
?- member(X, [a]).
   X = a, det.
?- once(( member(a, L), L = [_] )).
   L = [a].
?- member(f(X), [f(1),g(2),f(3)]).
   X = 1
;  X = 3, det.
?- member(X, "hi").
   X = h
;  X = i, det.
?- memberchk(X, [a,b]).
   X = a, det.
?- memberchk(c, [a,b]).
   false.
?- memberchk(b, L), L = [_|_].
   L = [b|_], det.

% --- select

?- select(X, [a,b,c], R).
   X = a, R = [b,c]
;  X = b, R = [a,c]
;  X = c, R = [a,b], det.
?- select(c, [a,b], R).
   false.
?- select(x, L, [a]).
   L = [x,a]
;  L = [a,x].
?- selectchk(a, [b,a,a], R).
   R = [b,a], det.
?- selectchk(z, [b,a], R).
   false.
?- select(b, [a,b,c], x, L).
   L = [a,x,c].
?- select(X, [a,b], z, L).
   X = a, L = [z,b]
;  X = b, L = [a,z], det.
?- selectchk(a, [a,a], z, L).
   L = [z,a], det.

% --- subseq, subtract, delete

?- subseq([a,b], P, O).
   P = [], O = [a,b]
;  P = [b], O = [a]
;  P = [a], O = [b]
;  P = [a,b], O = [].
?- subtract([a,b,c,b], [b,d], R).
   R = [a,c], det.
?- subtract([], [a], R).
   R = [], det.
?- delete([a,b,a,c], a, R).
   R = [b,c], det.
?- delete([f(1),g(2),f(3)], f(_), R).
   R = [g(2)], det.
?- delete([], a, R).
   R = [], det.

% --- permutation

?- permutation([a,b,c], P).
   P = [a,b,c]
;  P = [a,c,b]
;  P = [b,a,c]
;  P = [b,c,a]
;  P = [c,a,b]
;  P = [c,b,a].
?- permutation([], P).
   P = [], det.
?- aggregate_all(count, permutation([1,2,3,4], _), N).
   N = 24, det.
?- permutation(P, [a,b]).
   P = [a,b]
;  P = [b,a].

% --- nth0, nth1

?- nth0(1, [a,b,c], X).
   X = b, det.
?- nth1(1, [a,b,c], X).
   X = a, det.
?- nth0(3, [a,b,c], X).
   false.
?- nth1(0, [a], X).
   false.
?- nth0(a, [x], _).
   error(type_error(integer, a), _).
?- nth1(a, [x], _).
   error(type_error(integer, a), _).
?- nth0(-1, [x], _).
   error(domain_error(not_less_than_zero, -1), _).
?- nth0(I, [a,b,a], a).
   I = 0
;  I = 2, det.
?- nth1(I, [a,b], X).
   I = 1, X = a
;  I = 2, X = b, det.
?- nth0(I, [], X).
   false.
?- nth0(1, [a,b,c], X, R).
   X = b, R = [a,c], det.
?- nth1(3, L, x, [a,b]).
   L = [a,b,x], det.
?- nth0(I, [a,b], X, R).
   I = 0, X = a, R = [b]
;  I = 1, X = b, R = [a], det.
?- nth1(x, [a], _, _).
   error(type_error(integer, x), _).

% --- last, nextto, reverse, same_length, proper_length

?- last([a,b,c], X).
   X = c, det.
?- last([], X).
   false.
?- nextto(X, Y, [a,b,c]).
   X = a, Y = b
;  X = b, Y = c, det.
?- nextto(b, Y, [a,b,c]).
   Y = c, det.
?- nextto(X, Y, [a]).
   false.
?- reverse([a,b,c], R).
   R = [c,b,a], det.
?- reverse([], R).
   R = [], det.
?- reverse("abc", R).
   R = [c,b,a], det.
?- same_length([a,b], L).
   L = [_,_], det.
?- same_length([a], [b,c]).
   false.
?- proper_length([a,b], N).
   N = 2, det.
?- proper_length([a|_], N).
   false.

% --- flatten, clumped

?- flatten([a,[b,[c,[]]],d], L).
   L = [a,b,c,d], det.
?- flatten(a, L).
   L = [a], det.
?- flatten([X,[Y]], L).
   L = [X,Y], det.
?- flatten([[],[[]]], L).
   L = [], det.
?- clumped([a,a,b,a], R).
   R = [a-2,b-1,a-1], det.
?- clumped([], R).
   R = [], det.

% --- largest and smallest

?- max_member(X, [3,a,1.5]).
   X = a, det.
?- min_member(X, [3,a,1.5]).
   X = 1.5, det.
?- max_member(X, []).
   false.
?- max_member(@=<, X, [b,c,a]).
   X = c, det.
?- min_member(@=<, X, [b,c,a]).
   X = a, det.
?- max_list([1,5,3], X).
   X = 5, det.
?- min_list([4,2.0,3], X).
   X = 2.0, det.
?- max_list([], X).
   false.
?- sum_list([1,2,3], S).
   S = 6, det.
?- sum_list([], S).
   S = 0, det.
?- sumlist([1,2.5], S).
   S = 3.5, det.
?- sum_list([1,a], S).
   error(type_error(evaluable, a/0), _).
?- numlist(1, 4, L).
   L = [1,2,3,4], det.
?- numlist(2, 2, L).
   L = [2], det.
?- numlist(3, 2, L).
   false.
?- numlist(a, 2, L).
   error(type_error(integer, a), _).
?- numlist(_, 2, L).
   error(instantiation_error, _).

% --- sets

?- list_to_set([a,b,a,1,1.0,b], S).
   S = [a,b,1,1.0], det.
?- list_to_set([X,Y,X], S).
   S = [X,Y], det.
?- list_to_set([], S).
   S = [], det.
?- list_to_set(a, S).
   error(type_error(list, a), _).
?- is_set([a,b,_,_]).
   true, det.
?- is_set([a,b,a]).
   false.
?- is_set([a|_]).
   false.
?- subset([a,c], [a,b,c]).
   true, det.
?- subset([a,d], [a,b,c]).
   false.
?- union([a,b], [b,c], U).
   U = [a,b,c], det.
?- intersection([a,b,c], [c,a], I).
   I = [a,c], det.
?- intersection([a], [], I).
   I = [], det.

% --- predsort

?- predsort(by_length, [ccc,a,bb,d], L).
   L = [a,bb,ccc].
?- predsort(compare, [c,a,b,a], L).
   L = [a,b,c].
?- predsort(compare, [], L).
   L = [], det.
?- predsort(compare, foo, L).
   error(type_error(list, foo), _).

% --- Lists that have no end

?- L = [a|L], sum_list(L, _).
   error(type_error(list, _), _).
?- L = [a|L], reverse(L, _).
   error(type_error(list, _), _).
?- L = [a|L], delete(L, a, _).
   error(type_error(list, _), _).
?- L = [a|L], subtract(L, [a], _).
   error(type_error(list, _), _).
?- L = [a|L], subtract([a], L, _).
   error(type_error(list, _), _).
?- L = [a|L], union(L, [], _).
   error(type_error(list, _), _).
?- L = [a|L], intersection([], L, _).
   error(type_error(list, _), _).
?- L = [a|L], subset([], L).
   error(type_error(list, _), _).
?- L = [a|L], list_to_set(L, _).
   error(type_error(list, _), _).
?- L = [a|L], permutation(L, _).
   error(type_error(list, _), _).
?- L = [a|L], max_list(L, _).
   error(type_error(list, _), _).
?- L = [a|L], min_list(L, _).
   error(type_error(list, _), _).
?- L = [a|L], max_member(_, L).
   error(type_error(list, _), _).
?- L = [a|L], min_member(_, L).
   error(type_error(list, _), _).
?- L = [a|L], clumped(L, _).
   error(type_error(list, _), _).
?- L = [a|L], predsort(compare, L, _).
   error(type_error(list, _), _).
?- L = [[a]|L], append(L, _).
   error(type_error(list, _), _).
?- L = [a|L], proper_length(L, _).
   false.
?- L = [a|L], is_set(L).
   false.
?- L = [a|L], length(L, _).
   error(type_error(list, _), _).
?- _L = [a|_L], nth0(100001, _L, X).
   X = a, det.

% --- Partial lists, and no lists

?- sum_list(_, _).
   error(instantiation_error, _).
?- sum_list([1|_], _).
   error(instantiation_error, _).
?- sum_list(foo, _).
   error(type_error(list, foo), _).
?- sum_list([_], _).
   error(instantiation_error, _).
?- sum_list([1+2,3], S).
   S = 6, det.
?- sumlist(_, _).
   error(instantiation_error, _).
?- max_list(_, _).
   error(instantiation_error, _).
?- max_list([a], _).
   error(type_error(evaluable, a/0), _).
?- max_list([_], _).
   error(instantiation_error, _).
?- min_list([1|_], _).
   error(instantiation_error, _).
?- min_list(foo, _).
   error(type_error(list, foo), _).
?- max_member(_, _).
   error(instantiation_error, _).
?- min_member(_, foo).
   error(type_error(list, foo), _).
?- max_member(@=<, _, _).
   error(instantiation_error, _).
?- min_member(@=<, _, [a|_]).
   error(instantiation_error, _).
?- max_member(@=<, _, []).
   false.
?- min_member(_, []).
   false.
?- delete([a|_], a, _).
   error(instantiation_error, _).
?- delete(foo, a, _).
   error(type_error(list, foo), _).
?- subtract([a|_], [a], _).
   error(instantiation_error, _).
?- subtract([], foo, _).
   error(type_error(list, foo), _).
?- union(a, [], _).
   error(type_error(list, a), _).
?- union([a], b, _).
   error(type_error(list, b), _).
?- intersection([a], _, _).
   error(instantiation_error, _).
?- subset([a|_], [a]).
   error(instantiation_error, _).
?- subset([a], b).
   error(type_error(list, b), _).
?- subset([X], [a,b]).
   X = a, det.
?- clumped(_, _).
   error(instantiation_error, _).
?- clumped(foo, _).
   error(type_error(list, foo), _).
?- list_to_set([a|_], _).
   error(instantiation_error, _).
?- predsort(compare, [b|_], _).
   error(instantiation_error, _).
?- append([[a]|_], _).
   error(instantiation_error, _).
?- append([a], _).
   false.
?- permutation(a, _).
   error(type_error(list, a), _).
?- permutation(_, a).
   error(type_error(list, a), _).
?- permutation([a|b], _).
   error(type_error(list, [a|b]), _).
?- answers(3, permutation(X, Y), X-Y, L).
   L = [[]-[],[A]-[A],[B,C]-[B,C]].
?- permutation([a,X], [b,Y]).
   X = b, Y = a
;  ... .
?- permutation([a|T], [b,a]).
   T = [b]
;  ... .
?- reverse(L, [a,b]).
   L = [b,a], det.
?- reverse([a|T], [b,a]).
   T = [b], det.
?- reverse([a|_], [b]).
   false.
?- reverse(a, _).
   error(type_error(list, a), _).
?- reverse([a,b|c], _).
   error(type_error(list, [a,b|c]), _).
?- answers(3, reverse(X, Y), X-Y, L).
   L = [[]-[],[A]-[A],[B,C]-[C,B]].
?- last(L, a), L = [_,_].
   L = [_,a]
;  ... .
?- last(a, _).
   false.
?- same_length(L, [_,_]).
   L = [_,_], det.
?- same_length(a, _).
   false.
?- answers(2, same_length(X, Y), X-Y, L).
   L = [[]-[],[_]-[_]].
?- nth0(0, L, a), L = [_].
   L = [a], det.
?- nth1(2, L, a), L = [x|_].
   L = [x,a|_], det.
?- nth0(-1, [a], _, _).
   error(domain_error(not_less_than_zero, -1), _).
?- nth1(-1, [a], _).
   error(domain_error(not_less_than_zero, -1), _).
?- nth1(0, [a], _, _).
   false.
?- nth0(1, L, x, [a,b]).
   L = [a,x,b], det.
?- nth0(1.0, [a], _).
   error(type_error(integer, 1.0), _).
?- subseq(L, [a], [b]).
   L = [b,a]
;  L = [a,b].
?- subseq(a, _, _).
   false.
?- selectchk(a, b, _).
   false.
?- select(X, [a,b], Y, [a,c]).
   X = b, Y = c, det.
?- max_member(X, [f(1),f(0),a]).
   X = f(1), det.
?- numlist(1, 2, [1|T]).
   T = [2], det.
?- numlist(1, a, _).
   error(type_error(integer, a), _).
?- flatten([a|T], L).
   L = [a,T], det.
?- flatten([a,[b|c]], L).
   L = [a,b,c], det.
?- predsort([O,X,Y]>>compare(O,X,Y), [c,a,b,a], L).
   L = [a,b,c].
?- predsort([_,_,_]>>fail, [b,a], _).
   false.

% --- length (Prologue)

?- length([a,b|T], 3).
   T = [_], det.
?- length(L, 0).
   L = [], det.
?- answers(3, length(L, N), L-N, R).
   R = [[]-0,[_]-1,[_,_]-2].
?- length([a,b|_], 1).
   false.
?- length(L, L).
   false.
?- length([a|L], L).
   false.
?- length(_, -1).
   error(domain_error(not_less_than_zero, -1), _).
?- length([a], -1).
   error(domain_error(not_less_than_zero, -1), _).
?- length(_, a).
   error(type_error(integer, a), _).
?- length([a], 1.0).
   error(type_error(integer, 1.0), _).
?- length(a, _).
   error(type_error(list, a), _).
?- length([a|b], _).
   error(type_error(list, [a|b]), _).

answers(Count, Goal, Template, List) :-
    findall(Template, limit(Count, Goal), List).
