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
