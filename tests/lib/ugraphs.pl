% SPDX-License-Identifier: MIT
% Tests of library(ugraphs).

:- use_module(library(ugraphs)).

% --- vertices_edges_to_ugraph, vertices, edges

?- vertices_edges_to_ugraph([c,a], [a-b,c-a,a-b], G).
   G = [a-[b],b-[],c-[a]], det.
?- vertices_edges_to_ugraph([], [], G).
   G = [], det.
?- vertices_edges_to_ugraph([], [b-a,a-c], G).
   G = [a-[c],b-[a],c-[]], det.
?- vertices_edges_to_ugraph(_, [], _).
   error(instantiation_error, _).
?- vertices_edges_to_ugraph(foo, [], _).
   error(type_error(list, foo), _).
?- vertices_edges_to_ugraph([], foo, _).
   error(type_error(list, foo), _).
?- vertices_edges_to_ugraph([], [a], _).
   error(type_error(pair, a), _).
?- vertices([a-[b],b-[]], Vs).
   Vs = [a,b], det.
?- vertices([], Vs).
   Vs = [], det.
?- edges([a-[b,c],b-[],c-[a]], Es).
   Es = [a-b,a-c,c-a], det.
?- edges([], Es).
   Es = [], det.

% --- add_vertices, del_vertices, add_edges, del_edges

?- add_vertices([a-[b],c-[]], [d,b,a], G).
   G = [a-[b],b-[],c-[],d-[]], det.
?- add_vertices([], [b,a,b], G).
   G = [a-[],b-[]], det.
?- del_vertices([a-[b,c],b-[a],c-[b],d-[]], [b,x], G).
   G = [a-[c],c-[],d-[]], det.
?- del_vertices([1-[3,5],2-[4],3-[],4-[5],5-[],6-[],7-[],8-[2,6]], [2,1], G).
   G = [3-[],4-[5],5-[],6-[],7-[],8-[6]], det.
?- del_vertices([a-[a]], [a], G).
   G = [], det.
?- add_edges([a-[b],b-[]], [b-c,a-c,a-b], G).
   G = [a-[b,c],b-[c],c-[]], det.
?- add_edges([], [], G).
   G = [], det.
?- add_edges([], [x], _).
   error(type_error(pair, x), _).
?- del_edges([a-[b,c],b-[c],c-[]], [a-c,b-c,c-a], G).
   G = [a-[b],b-[],c-[]], det.
?- del_edges([a-[b]], [], G).
   G = [a-[b]], det.

% --- transpose_ugraph, neighbours, complement, compose, union

?- transpose_ugraph([a-[b,c],b-[c],c-[],d-[]], G).
   G = [a-[],b-[a],c-[a,b],d-[]], det.
?- transpose_ugraph([], G).
   G = [], det.
?- neighbours(a, [a-[b,c],b-[]], Ns).
   Ns = [b,c], det.
?- neighbors(b, [a-[b,c],b-[]], Ns).
   Ns = [], det.
?- neighbours(z, [a-[b]], _).
   false.
?- neighbors(z, [], _).
   false.
?- complement([a-[b],b-[],c-[c]], G).
   G = [a-[c],b-[a,c],c-[a,b]], det.
?- complement([], G).
   G = [], det.
?- compose([1-[2],2-[3]], [2-[4],3-[1,2,4]], G).
   G = [1-[4],2-[1,2,4],3-[]], det.
?- compose([], [a-[b]], G).
   G = [a-[]], det.
?- ugraph_union([a-[b],c-[d]], [a-[a],b-[x]], G).
   G = [a-[a,b],b-[x],c-[d]], det.
?- ugraph_union([], [a-[]], G).
   G = [a-[]], det.

% --- connect_ugraph

?- connect_ugraph([a-[b],b-[]], S, G).
   S = 0, G = [0-[a,b],a-[b],b-[]], det.
?- connect_ugraph([1-[2],2-[1]], S, G).
   S = 0, G = [0-[1,2],1-[2],2-[1]], det.
?- connect_ugraph([], S, G).
   S = 0, G = [], det.
?- connect_ugraph([_-[]], _, _).
   error(instantiation_error, _).

% --- reachable, transitive_closure

?- reachable(1, [1-[3,5],2-[4],3-[],4-[5],5-[]], V).
   V = [1,3,5], det.
?- reachable(a, [a-[b],b-[a]], V).
   V = [a,b], det.
?- reachable(z, [a-[b]], _).
   false.
?- transitive_closure([1-[2,3],2-[4,5],4-[6]], C).
   C = [1-[2,3,4,5,6],2-[4,5,6],4-[6]], det.
?- transitive_closure([1-[2],2-[1,3],3-[]], C).
   C = [1-[1,2,3],2-[1,2,3],3-[]], det.
?- transitive_closure([], C).
   C = [], det.

% --- top_sort, ugraph_layers

?- top_sort([a-[b,c],b-[d],c-[d],d-[]], L).
   L = [a,c,b,d], det.
?- top_sort([1-[2],2-[3],3-[]], L).
   L = [1,2,3], det.
?- top_sort([1-[2],2-[1]], _).
   false.
?- top_sort([], L).
   L = [], det.
?- top_sort([1-[2],2-[3],3-[]], T, L).
   L = [1,2,3|T], det.
?- top_sort([1-[1]], _, []).
   false.
?- ugraph_layers([a-[b,c],b-[d],c-[d],d-[]], L).
   L = [[a],[b,c],[d]], det.
?- ugraph_layers([a-[],b-[]], L).
   L = [[a,b]], det.
?- ugraph_layers([a-[b],b-[a]], _).
   false.
?- test_size(200, N), findall(_K-[_K1], ( between(1, N, _K), _K1 is _K + 1 ), _G), transitive_closure([0-[1]|_G], [0-_All|_]), length(_All, Length).
   check(Length =:= N + 1), det.
?- neighbours(a, foo, _).
   error(type_error(list, foo), _).
