% SPDX-License-Identifier: MIT
% Tests of library(assoc).

:- use_module(library(assoc)).
:- use_module(library(lists)).

numbered(N, Assoc) :-
    empty_assoc(Assoc0),
    put_all(1, N, Assoc0, Assoc).

put_all(I, N, Assoc0, Assoc) :-
    (   I > N
    ->  Assoc = Assoc0
    ;   Key is (I * 7919) mod 1009,
        put_assoc(Key, Assoc0, I, Assoc1),
        I1 is I + 1,
        put_all(I1, N, Assoc1, Assoc)
    ).

delete_all(I, N, Assoc0, Assoc) :-
    (   I > N
    ->  Assoc = Assoc0
    ;   Key is (I * 7919) mod 1009,
        del_assoc(Key, Assoc0, I, Assoc1),
        is_assoc(Assoc1),
        I1 is I + 1,
        delete_all(I1, N, Assoc1, Assoc)
    ).

successor(X, Y) :-
    Y is X + 1.

?- empty_assoc(A), assoc_to_list(A, L).
   A = t, L = [], det.
?- list_to_assoc([b-2,a-1], _A), get_assoc(a, _A, X).
   X = 1, det.
?- list_to_assoc([b-2,a-1,c-3], A), assoc_to_list(A, L), assoc_to_keys(A, K), assoc_to_values(A, V).
   A = t(b,2,2,t(a,1,1,t,t),t(c,3,1,t,t)), L = [a-1,b-2,c-3], K = [a,b,c], V = [1,2,3], det.
?- list_to_assoc([a-1,a-2], _).
   error(domain_error(unique_key_pairs, [a-1,a-2]), _).
?- list_to_assoc([a], _).
   error(type_error(pair, a), _).
?- list_to_assoc(foo, _).
   error(type_error(list, foo), _).
?- empty_assoc(A), get_assoc(a, A, _).
   false.
?- list_to_assoc([a-1], A), put_assoc(a, A, 2, B), assoc_to_list(B, L).
   A = t(a,1,1,t,t), B = t(a,2,1,t,t), L = [a-2], det.
?- \+ \+ ( numbered(500, A), is_assoc(A), assoc_to_keys(A, K), length(K, 500), sort(K, K), arg(3, A, H), H =< 12 ).
   true, det.
?- \+ \+ ( numbered(300, A), delete_all(1, 300, A, B), B == t ).
   true, det.
?- \+ \+ ( numbered(300, A), delete_all(1, 100, A, B), assoc_to_keys(B, K), length(K, 200) ).
   true, det.
?- list_to_assoc([a-1,b-2], _A), del_assoc(a, _A, V, _B), assoc_to_list(_B, L).
   V = 1, L = [b-2], det.
?- list_to_assoc([a-1], A), del_assoc(b, A, _, _).
   false.
?- ord_list_to_assoc([a-1,b-2,c-3], A), is_assoc(A), min_assoc(A, K, V), max_assoc(A, L, W).
   A = t(b,2,2,t(a,1,1,t,t),t(c,3,1,t,t)), K = a, V = 1, L = c, W = 3, det.
?- ord_list_to_assoc([b-1,a-2], _).
   error(domain_error(key_ordered_pairs, [b-1,a-2]), _).
?- \+ \+ ( ord_list_to_assoc([a-1,b-2,c-3,d-4,e-5], A), del_min_assoc(A, a, 1, B), del_max_assoc(B, e, 5, C), assoc_to_list(C, [b-2,c-3,d-4]), is_assoc(C) ).
   true, det.
?- del_min_assoc(t, _, _, _).
   false.
?- min_assoc(t, _, _).
   false.
?- gen_assoc(K, t(b,2,2,t(a,1,1,t,t),t(c,3,1,t,t)), V).
   K = a, V = 1
;  K = b, V = 2
;  K = c, V = 3, det.
?- gen_assoc(b, t(b,2,2,t(a,1,1,t,t),t(c,3,1,t,t)), V).
   V = 2, det.
?- map_assoc(integer, t(a,1,1,t,t)).
   true, det.
?- map_assoc(atom, t(a,1,1,t,t)).
   false.
?- map_assoc(successor, t(b,2,2,t(a,1,1,t,t),t), A).
   A = t(b,3,2,t(a,2,1,t,t),t), det.
?- is_assoc(foo).
   false.
?- is_assoc(t(b,1,2,t(c,1,1,t,t),t)).
   false.

% --- Trees are checked at their root

?- get_assoc(a, _, _).
   error(instantiation_error, _).
?- get_assoc(a, foo, _).
   error(type_error(assoc, foo), _).
?- put_assoc(a, _, 1, _).
   error(instantiation_error, _).
?- put_assoc(a, foo, 1, _).
   error(type_error(assoc, foo), _).
?- del_assoc(a, foo, _, _).
   error(type_error(assoc, foo), _).
?- del_min_assoc(_, _, _, _).
   error(instantiation_error, _).
?- del_max_assoc(foo, _, _, _).
   error(type_error(assoc, foo), _).
?- min_assoc(foo, _, _).
   error(type_error(assoc, foo), _).
?- max_assoc(_, _, _).
   error(instantiation_error, _).
?- assoc_to_list(_, _).
   error(instantiation_error, _).
?- assoc_to_keys(foo, _).
   error(type_error(assoc, foo), _).
?- assoc_to_values(_, _).
   error(instantiation_error, _).
?- gen_assoc(_, _, _).
   error(instantiation_error, _).
?- map_assoc(atom, foo).
   error(type_error(assoc, foo), _).
?- map_assoc(=, _, _).
   error(instantiation_error, _).
?- list_to_assoc([a], _).
   error(type_error(pair, a), _).
?- list_to_assoc(_, _).
   error(instantiation_error, _).
?- list_to_assoc([a-1,a-2], _).
   error(domain_error(unique_key_pairs, [a-1,a-2]), _).
?- ord_list_to_assoc([b-1,a-2], _).
   error(domain_error(key_ordered_pairs, [b-1,a-2]), _).
?- ord_list_to_assoc([a-1,a-2], _).
   error(domain_error(key_ordered_pairs, [a-1,a-2]), _).

% --- get_assoc/5

?- list_to_assoc([a-1,b-2,c-3], A0), get_assoc(b, A0, Old, A, x), assoc_to_list(A, L).
   check(( is_assoc(A0), is_assoc(A) )), Old = 2, L = [a-1,b-x,c-3], det.
?- list_to_assoc([a-1], A0), get_assoc(z, A0, _, _, _).
   false.
?- get_assoc(z, foo, _, _, _).
   error(type_error(assoc, foo), _).

% --- Many keys, in and out

insert_all([], Assoc, Assoc).
insert_all([Key|Keys], Assoc0, Assoc) :-
    put_assoc(Key, Assoc0, Key, Assoc1),
    insert_all(Keys, Assoc1, Assoc).

delete_all([], Assoc, Assoc).
delete_all([Key|Keys], Assoc0, Assoc) :-
    del_assoc(Key, Assoc0, Key, Assoc1),
    is_assoc(Assoc1),
    delete_all(Keys, Assoc1, Assoc).

?- test_size(100, _N0), _N is 2 * _N0 + 1, findall(K, ( between(1, _N, I), K is I * 2 mod _N ), _Ks), empty_assoc(_A0), insert_all(_Ks, _A0, _A), is_assoc(_A), assoc_to_keys(_A, _S), length(_S, _N), sort(_Ks, _S), delete_all(_Ks, _A, _A0).
   true, det.
