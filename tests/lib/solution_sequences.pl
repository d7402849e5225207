% SPDX-License-Identifier: MIT
% Tests of library(solution_sequences).

:- use_module(library(solution_sequences)).
:- use_module(library(lists)).

edge(a, 1).
edge(b, 2).
edge(a, 3).
edge(c, 1).

% --- limit, offset

?- limit(2, member(X, [a,b,c])).
   X = a
;  X = b, det.
?- limit(3, member(X, [a])).
   X = a, det.
?- limit(0, member(_, [a])).
   false.
?- limit(-1, member(_, [a])).
   false.
?- limit(infinite, member(X, [a,b])).
   X = a
;  X = b, det.
?- limit(3, repeat), fail.
   false.
?- limit(a, true).
   error(type_error(integer, a), _).
?- limit(1.5, true).
   error(type_error(integer, 1.5), _).
?- limit(_, true).
   error(instantiation_error, _).
?- limit(1, _).
   error(instantiation_error, _).
?- offset(1, member(X, [a,b,c])).
   X = b
;  X = c, det.
?- offset(0, member(X, [a])).
   X = a, det.
?- offset(3, member(_, [a,b,c])).
   false.
?- offset(-1, true).
   error(domain_error(not_less_than_zero, -1), _).
?- offset(infinite, true).
   error(type_error(integer, infinite), _).
?- offset(_, true).
   error(instantiation_error, _).
?- limit(2, offset(1, member(X, [a,b,c,d]))).
   X = b
;  X = c, det.
?- findall(X-Y, ( member(X, [1,2]), limit(1, member(Y, [a,b])) ), L).
   L = [1-a,2-a], det.

% --- call_nth

?- call_nth(member(X, [a,b]), N).
   X = a, N = 1
;  X = b, N = 2, det.
?- call_nth(member(X, [a,b,c]), 2).
   X = b, det.
?- call_nth(member(_, [a]), 2).
   false.
?- call_nth(member(b, [a,b]), N).
   N = 1, det.
?- call_nth(true, 0).
   error(domain_error(not_less_than_one, 0), _).
?- call_nth(true, a).
   error(type_error(integer, a), _).
?- call_nth(_, 1).
   error(instantiation_error, _).

% --- order_by

?- order_by([asc(X)], edge(X, Y)).
   X = a, Y = 1
;  X = a, Y = 3
;  X = b, Y = 2
;  X = c, Y = 1, det.
?- order_by([desc(Y),asc(X)], edge(X, Y)).
   X = a, Y = 3
;  X = b, Y = 2
;  X = a, Y = 1
;  X = c, Y = 1, det.
?- order_by([desc(X)], edge(X, 1)).
   X = c
;  X = a, det.
?- order_by([asc(X)], fail), X = a.
   false.
?- order_by([], true).
   error(domain_error(non_empty_list, []), _).
?- order_by([foo(_)], true).
   error(domain_error(order_specifier, foo(_)), _).
?- order_by([_], true).
   error(instantiation_error, _).
?- order_by(_, true).
   error(instantiation_error, _).
?- order_by(foo, true).
   error(type_error(list, foo), _).

% --- distinct, reduced

?- distinct(X, edge(X, Y)).
   X = a, Y = 1
;  X = b, Y = 2
;  X = c, Y = 1.
?- distinct(member(X, [a,b,a,c,b])).
   X = a
;  X = b
;  X = c
;  false.
?- findall(X, distinct(X, member(X, [f(_),f(a),f(_),f(a)])), L).
   L = [f(_),f(a)], det.
?- distinct(_, fail).
   false.
?- test_size(20000, N), aggregate_all(count, distinct(X, ( between(1, N, I), X is I mod 100 )), Count).
   check(Count =:= min(N, 100)), check(var(X)), check(var(I)), det.
?- findall(X, reduced(member(X, [a,b,a,c,b])), L).
   L = [a,b,c], det.
?- findall(X, reduced(X, member(X, [a,b,a,c,b]), [size_limit(2)]), L).
   L = [a,b,a,c,b], det.
?- findall(X, reduced(X, member(X, [a,b,a,c,b]), []), L).
   L = [a,b,c], det.
?- reduced(_, true, [size_limit(a)]).
   error(type_error(integer, a), _).

% --- group_by

?- group_by(X, Y, edge(X, Y), L).
   X = a, L = [1,3]
;  X = b, L = [2]
;  X = c, L = [1], det.
?- group_by(Y, X, edge(X, Y), L).
   Y = 1, L = [a,c]
;  Y = 2, L = [b]
;  Y = 3, L = [a], det.
?- group_by(x, Y, edge(_, Y), L).
   L = [1,2,3,1], det.
?- group_by(X, x, ( edge(X, _), fail ), _).
   false.

% --- findnsols

?- findnsols(2, X, member(X, [a,b,c,d,e]), L).
   L = [a,b]
;  L = [c,d]
;  L = [e], det.
?- findnsols(2, X, member(X, [a,b]), L).
   L = [a,b]
;  false.
?- findnsols(5, X, member(X, [a,b]), L).
   L = [a,b], det.
?- findnsols(2, _, fail, L).
   L = [], det.
?- findnsols(0, X, member(X, [a]), L).
   L = [], det.
?- findnsols(2, X, member(X, [a,b,c]), L, T).
   L = [a,b|T]
;  L = [c|T], det.
?- findnsols(2, X-_, member(X, [a]), L).
   L = [a-_], det.
?- findnsols(-1, _, true, _).
   error(domain_error(not_less_than_zero, -1), _).
?- findnsols(a, _, true, _).
   error(type_error(integer, a), _).
?- findnsols(_, _, true, _).
   error(instantiation_error, _).
?- test_size(50000, N), once(findnsols(N, I, between(1, inf, I), L)), length(L, Length).
   check(( Length =:= N, is_list(L), var(I) )), det.

?- findall(X, limit(inf, member(X, [a, b])), L).
   L = [a, b].

?- findnsols(2, X, member(X, [a, b, c, d]), L).
   L = [a, b]
;  L = [c, d], det.
