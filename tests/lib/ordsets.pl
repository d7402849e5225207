% SPDX-License-Identifier: MIT
% Tests of library(ordsets).

:- use_module(library(ordsets)).

?- list_to_ord_set([b,a,b,1], S).
   S = [1,a,b], det.
?- is_ordset([1,a,f(x)]).
   true, det.
?- is_ordset([b,a]).
   false.
?- is_ordset([a,a]).
   false.
?- is_ordset([a|_]).
   false.
?- ord_empty(S).
   S = [], det.
?- ord_memberchk(b, [a,b,c]).
   true, det.
?- ord_memberchk(b, [a,c]).
   false.
?- ord_memberchk(_, [a]).
   false.
?- ord_add_element([a,c], b, S).
   S = [a,b,c], det.
?- ord_add_element([a,b], b, S).
   S = [a,b], det.
?- ord_insert([], x, S).
   S = [x], det.
?- ord_del_element([a,b,c], b, S).
   S = [a,c], det.
?- ord_del_element([a,c], b, S).
   S = [a,c], det.
?- ord_selectchk(b, [a,b,c], R).
   R = [a,c], det.
?- ord_selectchk(x, [a,b,c], R).
   false.
?- ord_union([a,c], [b,c,d], U).
   U = [a,b,c,d], det.
?- ord_union([], [b], U).
   U = [b], det.
?- ord_union([b], [], U).
   U = [b], det.
?- ord_union([[c],[a,b],[b,d]], U).
   U = [a,b,c,d], det.
?- ord_union([a,c], [b,c], U, N).
   U = [a,b,c], N = [b], det.
?- ord_intersection([a,b,c], [b,c,d], I).
   I = [b,c], det.
?- ord_intersection([a], [b], I).
   I = [], det.
?- ord_intersection([[a,b,c],[b,c],[c,d]], I).
   I = [c], det.
?- ord_subtract([a,b,c], [b,d], R).
   R = [a,c], det.
?- ord_subtract([a,b], [], R).
   R = [a,b], det.
?- ord_symdiff([a,b], [b,c], D).
   D = [a,c], det.
?- ord_disjoint([a,c], [b,d]).
   true, det.
?- ord_disjoint([a,c], [b,c]).
   false.
?- ord_intersect([a,c], [b,c]).
   true, det.
?- ord_intersect([], [b,c]).
   false.
?- ord_subset([a,c], [a,b,c]).
   true, det.
?- ord_subset([a,d], [a,b,c]).
   false.
?- ord_subset([], []).
   true, det.
?- ord_seteq([a,b], [a,b]).
   true, det.
?- ord_product([a,b], [1,2], P).
   P = [a-1,a-2,b-1,b-2], det.

% --- ord_intersect/3, ord_intersection/4

?- ord_intersect([a,b,c], [b,c,d], S).
   S = [b,c], det.
?- ord_intersect([], [a], S).
   S = [], det.
?- ord_intersection([a,b], [b,c,d], Both, Others).
   Both = [b], Others = [c,d], det.
?- ord_intersection([], [a], Both, Others).
   Both = [], Others = [a], det.
?- ord_intersection([a], [], Both, Others).
   Both = [], Others = [], det.
?- ord_union(foo, [a], _).
   error(type_error(list, foo), _).
?- ord_subtract([a], _, _).
   error(instantiation_error, _).
?- ord_memberchk(a, foo).
   error(type_error(list, foo), _).
