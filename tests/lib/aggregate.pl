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
