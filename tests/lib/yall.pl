% SPDX-License-Identifier: MIT
% Tests of library(yall).

:- use_module(library(yall)).
:- use_module(library(apply)).

?- maplist([X,Y]>>(Y is X*2), [1,2,3], L).
   L = [2,4,6].
?- maplist([X]>>(X > 0), [1,2]).
   true.
?- maplist([X]>>(X > 1), [1,2]).
   false.
?- N = 5, maplist(N/[X,Y]>>(Y is X+N), [1,2], L).
   N = 5, L = [6,7].
?- maplist([X,Z]>>(Z = f(X,_)), [a,b], L).
   L = [f(a,_),f(b,_)].
?- foldl([X,S0,S]>>(S is S0+X), [1,2,3], 0, T).
   T = 6.
?- maplist([X]>>([Y]>>(Y = X)), [a,b], L).
   L = [a,b].
?- call(F/[X]>>(F = X), a).
   F = a.
?- call([X,Y]>>atom_concat(X, Y), a, b, Z).
   Z = ab.
?- include([X]>>(X mod 2 =:= 0), [1,2,3,4], L).
   L = [2,4].
