% SPDX-License-Identifier: MIT
% Tests of library(heaps).

:- use_module(library(heaps)).
:- use_module(library(lists)).

drain(Heap, Pairs) :-
    (   get_from_heap(Heap, Priority, Key, Heap1)
    ->  is_heap(Heap1),
        Pairs = [Priority-Key|Pairs1],
        drain(Heap1, Pairs1)
    ;   Pairs = []
    ).

?- empty_heap(H), heap_size(H, N), heap_to_list(H, L).
   check(is_heap(H)), N = 0, L = [], det.
?- singleton_heap(H, 1, a), heap_to_list(H, L).
   check(is_heap(H)), L = [1-a], det.
?- singleton_heap(H0, 1, a), singleton_heap(H0, P, K).
   check(is_heap(H0)), P = 1, K = a, det.
?- list_to_heap([3-c,1-a,2-b], H), heap_size(H, N), heap_to_list(H, L).
   check(is_heap(H)), N = 3, L = [1-a,2-b,3-c], det.
?- list_to_heap([], H), empty_heap(H).
   check(is_heap(H)), det.
?- list_to_heap([3-c|_], _).
   error(instantiation_error, _).
?- list_to_heap([3], _).
   error(type_error(pair, 3), _).
?- list_to_heap(foo, _).
   error(type_error(list, foo), _).
?- list_to_heap([3-c,1-a,2-b], H0), drain(H0, L).
   check(is_heap(H0)), L = [1-a,2-b,3-c], det.
?- empty_heap(H), get_from_heap(H, _, _, _).
   false.
?- list_to_heap([2-b], H0), add_to_heap(H0, 1, a, H), drain(H, L).
   check(( is_heap(H0), is_heap(H) )), L = [1-a,2-b], det.
?- list_to_heap([2-b,1-a], H), min_of_heap(H, P, K).
   check(is_heap(H)), P = 1, K = a, det.
?- empty_heap(H), min_of_heap(H, _, _).
   false.
?- list_to_heap([4-d,2-b,1-a,3-c], H), min_of_heap(H, P1, K1, P2, K2).
   check(is_heap(H)), P1 = 1, K1 = a, P2 = 2, K2 = b, det.
?- list_to_heap([1-a], H), min_of_heap(H, _, _, _, _).
   false.
?- list_to_heap([3-c,1-a,2-b], H0), delete_from_heap(H0, P, b, H), drain(H, L).
   check(( is_heap(H0), is_heap(H) )), P = 2, L = [1-a,3-c], det.
?- list_to_heap([3-c,1-a,2-b], H0), delete_from_heap(H0, P, a, H), drain(H, L).
   check(( is_heap(H0), is_heap(H) )), P = 1, L = [2-b,3-c], det.
?- list_to_heap([3-c], H0), delete_from_heap(H0, _, z, _).
   false.
?- empty_heap(H), delete_from_heap(H, _, a, _).
   false.
?- list_to_heap([1-a,4-d], H1), list_to_heap([2-b], H2), merge_heaps(H1, H2, H), heap_size(H, N), drain(H, L).
   check(( is_heap(H1), is_heap(H2), is_heap(H) )), N = 3, L = [1-a,2-b,4-d], det.
?- empty_heap(E), list_to_heap([1-a], H), merge_heaps(E, H, H).
   check(( is_heap(H), is_heap(E) )), det.
?- is_heap(_).
   false.
?- is_heap(foo).
   false.
?- is_heap(heap(2, tree(1, a, []))).
   false.
?- is_heap(heap(2, tree(2, a, [tree(1, b, [])]))).
   false.
?- test_size(5000, N), findall(K-x, ( between(1, N, I), K is I * 7919 mod 10007 ), Ps), list_to_heap(Ps, H), drain(H, L), msort(Ps, L).
   check(( is_heap(H), length(L, N), is_list(Ps), var(I), var(K) )), det.
