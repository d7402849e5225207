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
   error(type_error(nonneg, -1), _).
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
