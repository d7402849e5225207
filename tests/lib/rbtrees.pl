% SPDX-License-Identifier: MIT
% Tests of library(rbtrees).

:- use_module(library(rbtrees)).
:- use_module(library(lists)).
:- use_module(library(pairs)).

tree(Pairs, Tree) :-
    list_to_rbtree(Pairs, Tree).

double(X, Y) :-
    Y is 2 * X.

small(X, Y) :-
    X < 3,
    Y = small.

positive(X) :-
    X > 0.

add_value(_-Value, Sum0, Sum) :-
    Sum is Sum0 + Value.

insert_all([], Tree, Tree).
insert_all([Key|Keys], Tree0, Tree) :-
    rb_insert(Tree0, Key, v(Key), Tree1),
    is_rbtree(Tree1),
    insert_all(Keys, Tree1, Tree).

delete_all([], Tree, Tree).
delete_all([Key|Keys], Tree0, Tree) :-
    rb_delete(Tree0, Key, v(Key), Tree1),
    is_rbtree(Tree1),
    delete_all(Keys, Tree1, Tree).

% Keys 0 .. Count - 1 in an order that jumps about; Step has no factor in common with Count.
scattered(Count, Step, Keys) :-
    Last is Count - 1,
    findall(Key, ( between(0, Last, N), Key is N * Step mod Count ), Keys).

% --- Making trees

?- rb_new(T), rb_empty(T), rb_visit(T, L).
   check(is_rbtree(T)), L = [], det.
?- rb_empty(T), rb_size(T, N).
   check(is_rbtree(T)), N = 0, det.
?- list_to_rbtree([a-1], T), rb_empty(T).
   false.
?- list_to_rbtree([b-2,a-1,c-3], T), rb_visit(T, L).
   check(is_rbtree(T)), L = [a-1,b-2,c-3], det.
?- list_to_rbtree([a-1,b-2,a-3], T), rb_visit(T, L).
   check(is_rbtree(T)), L = [a-3,b-2], det.
?- list_to_rbtree([], T), rb_empty(T).
   check(is_rbtree(T)), det.
?- list_to_rbtree(foo, _).
   error(type_error(list, foo), _).
?- list_to_rbtree([a-1|_], _).
   error(instantiation_error, _).
?- list_to_rbtree([a], _).
   error(type_error(pair, a), _).
?- list_to_rbtree([_], _).
   error(instantiation_error, _).
?- ord_list_to_rbtree([a-1,b-2], T), rb_visit(T, L).
   check(is_rbtree(T)), L = [a-1,b-2], det.
?- ord_list_to_rbtree([b-1,a-2], _).
   error(domain_error(key_ordered_pairs, [b-1,a-2]), _).
?- ord_list_to_rbtree([a-1,a-2], _).
   error(domain_error(key_ordered_pairs, [a-1,a-2]), _).
?- ord_list_to_rbtree([x], _).
   error(type_error(pair, x), _).
?- ord_list_to_rbtree(_, _).
   error(instantiation_error, _).
?- forall(between(0, 40, N), ( numlist(1, N, Ks) -> pairs_keys(Ps, Ks), pairs_values(Ps, Ks), ord_list_to_rbtree(Ps, T), is_rbtree(T), rb_visit(T, Ps) ; N =:= 0 )).
   true, det.

% --- is_rbtree

?- is_rbtree(_).
   false.
?- is_rbtree(foo).
   false.
?- rb_new(_T0), rb_insert(_T0, a, 1, _T), is_rbtree(_T).
   det.
?- rb_new(_T0), is_rbtree(_T0).
   det.

% --- Insertion and deletion keep the tree in shape

?- test_size(1000, _N0), N is _N0 * 2 + 1, scattered(N, 2, _Keys), rb_new(_T0), insert_all(_Keys, _T0, _T1), rb_size(_T1, Size), scattered(N, 4, _Gone), delete_all(_Gone, _T1, _T2), rb_empty(_T2).
   check(( Size =:= N )), det.
?- test_size(300, _N0), _N is _N0 * 2 + 1, scattered(_N, 1, _Keys), rb_new(_T0), insert_all(_Keys, _T0, _T1), reverse(_Keys, _Gone), delete_all(_Gone, _T1, _T2), rb_empty(_T2).
   det.
?- rb_new(_T0), rb_insert(_T0, k, 1, _T1), rb_insert(_T1, k, 2, T2), rb_visit(T2, L).
   check(rb_size(T2, 1)), L = [k-2], det.
?- rb_insert(_, k, 1, _).
   error(instantiation_error, _).
?- rb_insert(foo, k, 1, _).
   error(type_error(rbtree, foo), _).
?- tree([a-1], _T0), rb_insert_new(_T0, b, 2, T), rb_visit(T, L).
   check(is_rbtree(T)), L = [a-1,b-2], det.
?- tree([a-1], T0), rb_insert_new(T0, a, 2, _).
   false.
?- tree([1-a], _T0), rb_insert(_T0, 1.0, b, T), rb_visit(T, L).
   check(is_rbtree(T)), L = [1.0-b,1-a], det.
?- tree([a-1,b-2,c-3], _T0), rb_delete(_T0, b, T), rb_visit(T, L).
   check(is_rbtree(T)), L = [a-1,c-3], det.
?- tree([a-1,b-2], T0), rb_delete(T0, z, _).
   false.
?- tree([a-1,b-2], _T0), rb_delete(_T0, a, V, T), rb_visit(T, L).
   check(is_rbtree(T)), V = 1, L = [b-2], det.
?- tree([a-1,b-2], T0), rb_delete(T0, a, 7, _).
   false.
?- rb_delete(foo, a, _, _).
   error(type_error(rbtree, foo), _).
?- tree([b-2,a-1,c-3], _T0), rb_del_min(_T0, K, V, T), rb_keys(T, Ks).
   check(is_rbtree(T)), K = a, V = 1, Ks = [b,c], det.
?- tree([b-2,a-1,c-3], _T0), rb_del_max(_T0, K, V, T), rb_keys(T, Ks).
   check(is_rbtree(T)), K = c, V = 3, Ks = [a,b], det.
?- rb_new(T), rb_del_min(T, _, _, _).
   false.
?- rb_new(T), rb_del_max(T, _, _, _).
   false.

% --- Looking up

?- tree([a-1,b-2], T), rb_lookup(b, V, T).
   check(is_rbtree(T)), V = 2, det.
?- tree([a-1,b-2], T), rb_lookup(c, _, T).
   false.
?- tree([a-1,b-2], T), rb_lookup(a, 2, T).
   false.
?- rb_lookup(a, _, _).
   error(instantiation_error, _).
?- rb_lookup(a, _, []).
   error(type_error(rbtree, []), _).
?- tree([b-2,a-1], T), findall(K-V, rb_in(K, V, T), L).
   check(is_rbtree(T)), L = [a-1,b-2], det.
?- tree([b-2,a-1], T), rb_in(b, V, T).
   check(is_rbtree(T)), V = 2, det.
?- tree([f(1)-x,f(2)-y], T), rb_in(f(X), y, T).
   check(is_rbtree(T)), X = 2, det.
?- tree([b-2,a-1,c-3], T), rb_min(T, K, V).
   check(is_rbtree(T)), K = a, V = 1, det.
?- tree([b-2,a-1,c-3], T), rb_max(T, K, V).
   check(is_rbtree(T)), K = c, V = 3, det.
?- rb_new(T), rb_min(T, _, _).
   false.
?- rb_new(T), rb_max(T, _, _).
   false.
?- tree([1-a,3-c,5-e], T), rb_next(T, 3, K, V).
   check(is_rbtree(T)), K = 5, V = e, det.
?- tree([1-a,3-c,5-e], T), rb_next(T, 2, K, V).
   check(is_rbtree(T)), K = 3, V = c, det.
?- tree([1-a,3-c,5-e], T), rb_next(T, 5, _, _).
   false.
?- tree([1-a,3-c,5-e], T), rb_previous(T, 3, K, V).
   check(is_rbtree(T)), K = 1, V = a, det.
?- tree([1-a,3-c,5-e], T), rb_previous(T, 9, K, V).
   check(is_rbtree(T)), K = 5, V = e, det.
?- tree([1-a,3-c,5-e], T), rb_previous(T, 1, _, _).
   false.

% --- Changing values

?- tree([a-1,b-2], _T0), rb_update(_T0, b, x, T), rb_visit(T, L).
   check(is_rbtree(T)), L = [a-1,b-x], det.
?- tree([a-1,b-2], T0), rb_update(T0, c, x, _).
   false.
?- tree([a-1,b-2], _T0), rb_update(_T0, a, Old, new, T), rb_visit(T, L).
   check(is_rbtree(T)), Old = 1, L = [a-new,b-2], det.
?- tree([a-1,b-2], T0), rb_update(T0, a, 2, new, _).
   false.
?- tree([a-1,b-2], _T0), rb_apply(_T0, b, double, T), rb_visit(T, L).
   check(is_rbtree(T)), L = [a-1,b-4], det.
?- tree([a-1,b-7], T0), rb_apply(T0, b, small, _).
   false.
?- tree([a-1], T0), rb_apply(T0, z, double, _).
   false.

% --- All keys

?- tree([b-2,a-1], T), rb_keys(T, Ks).
   check(is_rbtree(T)), Ks = [a,b], det.
?- rb_visit(_, _).
   error(instantiation_error, _).
?- rb_keys(foo, _).
   error(type_error(rbtree, foo), _).
?- tree([b-2,a-1], T), rb_size(T, N).
   check(is_rbtree(T)), N = 2, det.
?- tree([a-1,b-2], T), rb_map(T, positive).
   check(is_rbtree(T)), det.
?- tree([a-1,b-0], T), rb_map(T, positive).
   false.
?- tree([a-1,b-2,c-3], _T0), rb_map(_T0, double, T), rb_visit(T, L).
   check(is_rbtree(T)), L = [a-2,b-4,c-6], det.
?- tree([a-1,b-9], T0), rb_map(T0, small, _).
   false.
?- tree([a-1,b-2,c-3], _T0), rb_partial_map(_T0, [a,c], double, T), rb_visit(T, L).
   check(is_rbtree(T)), L = [a-2,b-2,c-6], det.
?- tree([a-1], T0), rb_partial_map(T0, [a,z], double, _).
   false.
?- tree([a-1,b-2,c-3], T), rb_fold(add_value, T, 0, Sum).
   check(is_rbtree(T)), Sum = 6, det.
?- rb_new(T), rb_fold(add_value, T, s, S).
   check(is_rbtree(T)), S = s, det.
?- tree([a-1,b-2], _T0), rb_clone(_T0, T, Ps), Ps = [a-x,b-y], rb_visit(T, L).
   check(is_rbtree(T)), L = [a-x,b-y], Ps = [a-x,b-y], det.
