% SPDX-License-Identifier: MIT
% Tests of library(pairs).

:- use_module(library(pairs)).

?- pairs_keys_values(P, [a,b], [1,2]).
   P = [a-1,b-2], det.
?- pairs_keys_values([a-1,b-2], K, V).
   K = [a,b], V = [1,2], det.
?- pairs_keys_values(P, K, [1,2]).
   P = [A-1,B-2], K = [A,B], det.
?- pairs_keys_values([], K, V).
   K = [], V = [], det.
?- pairs_keys_values([a], K, V).
   false.
?- pairs_keys_values(P, [a], [1,2]).
   false.
?- pairs_keys([a-1,b-2], K).
   K = [a,b], det.
?- pairs_keys([], K).
   K = [], det.
?- pairs_keys(P, [a,b]).
   P = [a-_,b-_].
?- pairs_values([a-1,b-2], V).
   V = [1,2], det.
?- pairs_values([a], V).
   false.
?- transpose_pairs([a-2,b-1,c-2], T).
   T = [1-b,2-a,2-c], det.
?- transpose_pairs([], T).
   T = [], det.
?- map_list_to_pairs(atom_length, [ab,c], P).
   P = [2-ab,1-c], det.
?- map_list_to_pairs(atom_length, [], P).
   P = [], det.
?- map_list_to_pairs(atom_length, [ab,_], P).
   error(instantiation_error, _).

% --- group_pairs_by_key

?- group_pairs_by_key([a-1,a-2,b-3,a-4], G).
   G = [a-[1,2],b-[3],a-[4]], det.
?- group_pairs_by_key([], G).
   G = [], det.
?- group_pairs_by_key([X-1,Y-2,Y-3], G).
   G = [X-[1],Y-[2,3]], det.
?- group_pairs_by_key([1-a,1.0-b], G).
   G = [1-[a],1.0-[b]], det.
?- group_pairs_by_key(_, _).
   error(instantiation_error, _).
?- group_pairs_by_key(foo, _).
   error(type_error(list, foo), _).
?- group_pairs_by_key([a], _).
   error(type_error(pair, a), _).
?- group_pairs_by_key([a-1|_], _).
   error(instantiation_error, _).
?- transpose_pairs([a-1|_], _).
   error(instantiation_error, _).
?- transpose_pairs(foo, _).
   error(type_error(list, foo), _).
