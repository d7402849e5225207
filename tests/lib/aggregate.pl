% SPDX-License-Identifier: MIT
% Tests of library(aggregate) and of the built in aggregate_all/3,4.

:- use_module(library(aggregate)).

age(peter, 7).
age(ann, 11).
age(pat, 8).
age(tom, 5).
age(mike, 11).

class(a, 3).
class(a, 4).
class(b, 5).

?- aggregate_all(count, age(_, _), N).
   N = 5, det.
?- aggregate_all(count, age(nobody, _), N).
   N = 0, det.
?- aggregate_all(sum(A), age(_, A), S).
   S = 42, det.
?- aggregate_all(sum(A*2), class(a, A), S).
   S = 14, det.
?- aggregate_all(max(A), age(_, A), M).
   M = 11, det.
?- aggregate_all(min(A), age(_, A), M).
   M = 5, det.
?- aggregate_all(max(A, N), age(N, A), M).
   M = max(11, ann), det.
?- aggregate_all(min(A, N), age(N, A), M).
   M = min(5, tom), det.
?- aggregate_all(max(A), age(nobody, A), M).
   false.
?- aggregate_all(max(N), age(N, _), M).
   M = tom, det.
?- aggregate_all(bag(A), age(_, A), B).
   B = [7,11,8,5,11], det.
?- aggregate_all(set(A), age(_, A), B).
   B = [5,7,8,11], det.
?- aggregate_all(r(count, max(A), min(A)), age(_, A), R).
   R = r(5, 11, 5), det.
?- aggregate_all(count, A, age(_, A), N).
   N = 4, det.
?- aggregate_all(_, age(_, _), _).
   error(instantiation_error, _).
?- aggregate_all(foo, age(_, _), _).
   error(domain_error(aggregate_spec, foo), _).
?- aggregate(count, X^class(C, X), N).
   C = a, N = 2
;  C = b, N = 1, det.
?- aggregate(sum(X), class(C, X), S).
   C = a, S = 7
;  C = b, S = 5, det.
?- aggregate(max(X), class(z, X), M).
   false.
?- aggregate(count, N^A^age(N, A), C).
   C = 5, det.
?- foreach(member(X, [1,2]), dif_list(X, L)).
   error(existence_error(procedure, dif_list/2), _).
?- foreach(between(1, 3, X), arg(X, f(a,b,c), _)).
   false.
?- foreach(between(1, 2, X), arg(X, T, x)), T = f(_,_).
   error(instantiation_error, _).
?- functor(T, f, 2), foreach(between(1, 2, X), arg(X, T, x)).
   T = f(x,x).

% --- aggregate/4, witnesses, no answers

?- aggregate(count, X, class(C, X), N).
   C = a, N = 2
;  C = b, N = 1, det.
?- aggregate(sum(A), A, N^age(N, A), S).
   S = 31, det.
?- aggregate(max(A, N), age(N, A), M).
   M = max(11,ann), det.
?- aggregate(min(A, N), age(N, A), M).
   M = min(5,tom), det.
?- aggregate(bag(X), class(C, X), B).
   C = a, B = [3,4]
;  C = b, B = [5], det.
?- aggregate(set(X), C^class(C, X), S).
   S = [3,4,5], det.
?- aggregate(r(count, max(X)), class(C, X), R).
   C = a, R = r(2,4)
;  C = b, R = r(1,5), det.
?- aggregate(count, fail, _).
   false.
?- aggregate(count, _, fail, _).
   false.
?- aggregate(count, _, _).
   error(instantiation_error, _).
?- aggregate_all(count, _, _).
   error(instantiation_error, _).
?- aggregate_all(count, 3, _).
   error(type_error(callable, 3), _).
?- aggregate_all(sum(X), member(X, [1,a]), _).
   error(type_error(evaluable, a/0), _).
?- aggregate_all(sum(X), member(X, []), S).
   S = 0, det.
?- aggregate_all(bag(X), member(X, []), B).
   B = [], det.
?- aggregate_all(min(_), fail, _).
   false.
?- aggregate_all(max(X-Y), member(X-Y, [1-a,2-b]), M).
   M = 2-b, det.
?- aggregate_all(max(X), member(X, [1,2.0,0]), M).
   M = 2.0, det.
?- aggregate_all(count, K, member(K-_, [a-1,a-2,b-3]), N).
   N = 2, det.
?- aggregate_all(sum(V), K, member(K-V, [a-1,a-1,b-3]), S).
   S = 4, det.
?- aggregate_all(max(V), K, member(K-V, [a-1,b-3]), M).
   M = 3, det.
?- aggregate_all(bag(V), K, member(K-V, [b-1,a-3,b-1]), B).
   B = [3,1], det.

% --- foreach

?- foreach(member(X, [1,2]), member(X, [1,2,3])).
   true.
?- foreach(member(X, [1,4]), member(X, [1,2,3])).
   false.
?- foreach(fail, fail).
   true, det.
?- foreach(member(X, [a,b]), member(X-Y, [a-1,b-1,a-2])), Y == 1.
   Y = 1
;  false.

% --- free_variables

?- free_variables(f(X,Y,X), Y, [], L).
   L = [X], det.
?- free_variables(X^p(X,Y,Z), Y, [], L).
   L = [Z], det.
?- free_variables(\+ foo(_), a, [], L).
   L = [], det.
?- free_variables(setof(G, K^foo(G,K,M), S), a, [r], L).
   L = [M,S,r], det.
?- free_variables((findall(_, p(_), L0), q(X)), a, [], L).
   L = [L0,X], det.

% Of equal numbers the float counts, as max and min evaluate.
?- aggregate_all(max(X), member(X, [1, 1.0]), M), aggregate_all(max(X), member(X, [1.0, 1]), N), aggregate_all(min(X), member(X, [1, 1.0, 2]), K).
   M = 1.0, N = 1.0, K = 1.0.
