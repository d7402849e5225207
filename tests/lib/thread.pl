% SPDX-License-Identifier: MIT
% Tests of library(thread).

:- use_module(library(thread)).

?- concurrent(2, [X = 1, member(Y, [a,b])], []).
   X = 1, Y = a, det.
?- concurrent(1, [true, fail], []).
   false.
?- concurrent(1, [], []).
   true, det.
?- concurrent(0, [], []).
   error(type_error(positive_integer, 0), _).
?- concurrent(1, foo, []).
   error(type_error(list, foo), _).
?- concurrent(1, [3], []).
   error(type_error(callable, 3), _).
?- concurrent(1, [throw(ball)], []).
   throws(ball).
?- concurrent_forall(member(X, [1,2]), X > 0).
   true, det.
?- concurrent_forall(member(X, [1,2]), X > 1).
   false.
?- concurrent_forall(member(X, [1,2]), X > 0, [threads(2)]).
   true, det.
?- concurrent_maplist(atom, [a,b]).
   true, det.
?- concurrent_maplist(atom, [a,1]).
   false.
?- concurrent_maplist(succ, [1,2], L).
   L = [2,3], det.
?- concurrent_maplist(plus, [1,2], [3,4], L).
   L = [4,6], det.
?- concurrent_maplist(member, [X], [[a,b]]).
   X = a, det.
?- first_solution(X, [fail, member(X, [a,b]), X = c], []).
   X = a, det.
?- first_solution(_, [fail], []).
   false.
?- first_solution(_, _, []).
   error(instantiation_error, _).
