% SPDX-License-Identifier: MIT
% Tests of library(apply).

:- use_module(library(apply)).

double(X, Y) :-
    Y is X * 2.

add(X, Y, Z) :-
    Z is X + Y.

pair(X, Y, X-Y).

one_of(a).
one_of(b).

even(X) :-
    X mod 2 =:= 0.

pivot(X, Delta) :-
    compare(Delta, X, 3).

tag(X, Y, S0, [X-Y|S0]).

% --- maplist

?- maplist(atom, [a,b]).
   true, det.
?- maplist(atom, [a,1]).
   false.
?- maplist(atom, []).
   true, det.
?- maplist(double, [1,2,3], L).
   L = [2,4,6], det.
?- maplist(double, [1], [X,Y]).
   false.
?- maplist(add, [1,2], [3,4], L).
   L = [4,6], det.
?- maplist(add(10), [1,2], L).
   L = [11,12], det.
?- maplist(one_of, [X,Y]).
   X = a, Y = a
;  X = a, Y = b
;  X = b, Y = a
;  X = b, Y = b, det.
?- maplist(=(X), [a,a]).
   X = a, det.
?- maplist(=(_), [a,b]).
   false.
?- maplist(pair, [a,b], L, [a-1,b-2]).
   L = [1,2], det.
?- maplist(atom_length, [ab,c], L).
   L = [2,1], det.
?- maplist(nope_nope, [a]).
   error(existence_error(procedure, nope_nope/1), _).
?- maplist(_, [a]).
   error(instantiation_error, _).
?- maplist(1, [a]).
   error(type_error(callable, _), _).
?- maplist(_, []).
   true, det.
?- maplist(X, "ab", Y), X = 1.
   error(instantiation_error, _).
?- maplist(char_code, "ab", L).
   L = [97,98], det.

% --- foldl, foldr

?- foldl(add, [1,2,3], 0, S).
   S = 6, det.
?- foldl(add, [], 7, S).
   S = 7, det.
?- foldl(tag, [a,b], [1,2], [], L).
   L = [b-2,a-1], det.
?- foldl(tag, [a,b], [1], [], L).
   false.
?- foldr(pair, [a,b,c], z, S).
   S = a-(b-(c-z)), det.

% --- include, exclude, partition, convlist

?- include(even, [1,2,3,4], L).
   L = [2,4], det.
?- exclude(even, [1,2,3,4], L).
   L = [1,3], det.
?- include(even, [], L).
   L = [], det.
?- include(\=(a), [a,b,c], L).
   L = [b,c], det.
?- partition(even, [1,2,3,4], I, O).
   I = [2,4], O = [1,3], det.
?- partition(pivot, [5,3,1,4,2], L, E, G).
   L = [1,2], E = [3], G = [5,4], det.
?- convlist(double, [1,2], L).
   L = [2,4], det.
?- convlist(=(f(_)), [], L).
   L = [], det.
?- include(even, [a], L).
   error(type_error(evaluable, a/0), _).

% --- Many lists

add(A, B, C, D, E, F, Sum) :-
    Sum is A + B + C + D + E + F.

same(A, A, A, A, A, A).

?- maplist(same, [1], [X], [Y], [Z], [U], [V]).
   X = 1, Y = 1, Z = 1, U = 1, V = 1.
?- maplist(add, [1,2], [1,2], [1,2], [1,2], [1,2], [1,2], L).
   L = [6,12].
?- maplist(add, [1], [1], [1], [1], [1], [], _).
   false.
?- maplist(=, L, [a,b]).
   L = [a,b].
?- maplist(foo, []).
   true, det.
?- maplist(_, [a]).
   error(instantiation_error, _).
?- maplist(3, [a]).
   error(type_error(callable, _), _).
?- maplist(succ, [1,2], L).
   L = [2,3], det.
?- foldl(_, [a], 0, _).
   error(instantiation_error, _).
?- include(_, [a], _).
   error(instantiation_error, _).
?- exclude(3, [a], _).
   error(type_error(callable, _), _).
?- partition(_, [a], _, _).
   error(instantiation_error, _).
?- convlist(_, [a], _).
   error(instantiation_error, _).

% --- scanl

plus3(A, B, C, S) :-
    S is A + B + C.

plus4(A, B, C, D, S) :-
    S is A + B + C + D.

plus5(A, B, C, D, E, S) :-
    S is A + B + C + D + E.

?- scanl(plus, [1,2,3], 0, L).
   L = [0,1,3,6], det.
?- scanl(plus, [], s, L).
   L = [s], det.
?- scanl(plus3, [1,2], [10,20], 0, L).
   L = [0,11,33], det.
?- scanl(plus4, [1,2], [10,20], [100,200], 0, L).
   L = [0,111,333], det.
?- scanl(plus5, [1,2], [10,20], [100,200], [1000,2000], 0, L).
   L = [0,1111,3333], det.
?- scanl(plus3, [1,2], [10], 0, _).
   false.
?- scanl(plus, [a], 0, _).
   error(type_error(integer, a), _).
