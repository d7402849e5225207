% SPDX-License-Identifier: MIT
%
% ordsets.pl - sets as lists in strictly ascending standard order of terms. Elements are compared, never unified.
%
% A set that is no list is an error where a search in it could go on without end, as in a partial or a cyclic list.

:- module(ordsets, [
    is_ordset/1,
    ord_empty/1,
    list_to_ord_set/2,
    ord_memberchk/2,
    ord_add_element/3,
    ord_insert/3,
    ord_del_element/3,
    ord_selectchk/3,
    ord_union/2,
    ord_union/3,
    ord_union/4,
    ord_intersection/2,
    ord_intersection/3,
    ord_intersection/4,
    ord_subtract/3,
    ord_symdiff/3,
    ord_disjoint/2,
    ord_intersect/2,
    ord_intersect/3,
    ord_subset/2,
    ord_seteq/2,
    ord_product/3
]).

:- use_module(library(error), [must_be/2]).

%! is_ordset(@Term) is semidet.
%  Term is a list in strictly ascending standard order.
is_ordset(Term) :-
    is_list(Term),
    is_ascending(Term).

is_ascending([]).
is_ascending([X|Xs]) :-
    is_ascending_after(Xs, X).

is_ascending_after([], _).
is_ascending_after([Y|Ys], X) :-
    X @< Y,
    is_ascending_after(Ys, Y).

%! ord_empty(?Set) is semidet.
%  Set has no elements.
ord_empty([]).

%! list_to_ord_set(+List, -Set) is det.
%  Set holds the elements of List.
list_to_ord_set(List, Set) :-
    sort(List, Set).

%! ord_memberchk(+X, +Set) is semidet.
%  X is equal to an element of Set.
ord_memberchk(X, Set) :-
    must_be(list, Set),
    is_among(Set, X).

is_among([Y|Ys], X) :-
    compare(Order, X, Y),
    (   Order = (>)
    ->  is_among(Ys, X)
    ;   Order = (=)
    ).

%! ord_add_element(+Set0, +X, -Set) is det.
%  Set is Set0 with X.
ord_add_element(Set0, X, Set) :-
    ord_insert(Set0, X, Set).

%! ord_insert(+Set0, +X, -Set) is det.
%  The same.
ord_insert([], X, [X]).
ord_insert([Y|Ys], X, Set) :-
    compare(Order, X, Y),
    insert_by_order(Order, X, Y, Ys, Set).

insert_by_order(=, _, Y, Ys, [Y|Ys]).
insert_by_order(<, X, Y, Ys, [X, Y|Ys]).
insert_by_order(>, X, Y, Ys, [Y|Set]) :-
    ord_insert(Ys, X, Set).

%! ord_del_element(+Set0, +X, -Set) is det.
%  Set is Set0 without X; the same if X is not in it.
ord_del_element([], _, []).
ord_del_element([Y|Ys], X, Set) :-
    compare(Order, X, Y),
    delete_by_order(Order, X, Y, Ys, Set).

delete_by_order(=, _, _, Ys, Ys).
delete_by_order(<, _, Y, Ys, [Y|Ys]).
delete_by_order(>, X, Y, Ys, [Y|Set]) :-
    ord_del_element(Ys, X, Set).

%! ord_selectchk(+X, +Set, -Rest) is semidet.
%  X is in Set, and Rest is Set without it.
ord_selectchk(X, Set, Rest) :-
    must_be(list, Set),
    take(Set, X, Rest).

take([Y|Ys], X, Rest) :-
    compare(Order, X, Y),
    take_by_order(Order, X, Y, Ys, Rest).

take_by_order(=, _, _, Ys, Ys).
take_by_order(>, X, Y, Ys, [Y|Rest]) :-
    take(Ys, X, Rest).

%! ord_union(+Sets, -Union) is det.
%  The elements that are in one or more of the list Sets.
ord_union(Sets, Union) :-
    must_be(list(list), Sets),
    append_all(Sets, Elements),
    sort(Elements, Union).

append_all([], []).
append_all([Set|Sets], Elements) :-
    append_to(Set, Rest, Elements),
    append_all(Sets, Rest).

append_to([], Rest, Rest).
append_to([X|Xs], Rest, [X|Ys]) :-
    append_to(Xs, Rest, Ys).

%! ord_union(+Xs, +Ys, -Union) is det.
%  The elements that are in one of the two or in both.
ord_union(Xs, Ys, Union) :-
    must_be(list, Xs),
    must_be(list, Ys),
    union(Xs, Ys, Union).

union([], Ys, Ys).
union([X|Xs], Ys, Union) :-
    union_with(Ys, X, Xs, Union).

union_with([], X, Xs, [X|Xs]).
union_with([Y|Ys], X, Xs, Union) :-
    compare(Order, X, Y),
    union_by_order(Order, X, Xs, Y, Ys, Union).

union_by_order(=, X, Xs, _, Ys, [X|Union]) :-
    union(Xs, Ys, Union).
union_by_order(<, X, Xs, Y, Ys, [X|Union]) :-
    union_with(Xs, Y, Ys, Union).
union_by_order(>, X, Xs, Y, Ys, [Y|Union]) :-
    union_with(Ys, X, Xs, Union).

%! ord_union(+Xs, +Ys, -Union, -New) is det.
%  New holds the elements of Ys that are not in Xs.
ord_union(Xs, Ys, Union, New) :-
    ord_union(Xs, Ys, Union),
    ord_subtract(Ys, Xs, New).

%! ord_intersection(+Sets, -Both) is semidet.
%  The elements that are in each of one or more Sets.
ord_intersection(Sets, Both) :-
    must_be(list(list), Sets),
    Sets = [Set|Others],
    intersect_all(Others, Set, Both).

intersect_all([], Both, Both).
intersect_all([Set|Sets], Both0, Both) :-
    intersection(Both0, Set, Both1),
    intersect_all(Sets, Both1, Both).

%! ord_intersection(+Xs, +Ys, -Both) is det.
%  The elements that are in both.
ord_intersection(Xs, Ys, Both) :-
    must_be(list, Xs),
    must_be(list, Ys),
    intersection(Xs, Ys, Both).

intersection([], _, []).
intersection([X|Xs], Ys, Both) :-
    intersect_with(Ys, X, Xs, Both).

intersect_with([], _, _, []).
intersect_with([Y|Ys], X, Xs, Both) :-
    compare(Order, X, Y),
    intersect_by_order(Order, X, Xs, Y, Ys, Both).

intersect_by_order(=, X, Xs, _, Ys, [X|Both]) :-
    intersection(Xs, Ys, Both).
intersect_by_order(<, _, Xs, Y, Ys, Both) :-
    intersect_with(Xs, Y, Ys, Both).
intersect_by_order(>, X, Xs, _, Ys, Both) :-
    intersect_with(Ys, X, Xs, Both).

%! ord_intersection(+Xs, +Ys, -Both, -Others) is det.
%  Both holds the elements that are in both, Others those of Ys that are not in Xs.
ord_intersection(Xs, Ys, Both, Others) :-
    ord_intersection(Xs, Ys, Both),
    ord_subtract(Ys, Xs, Others).

%! ord_intersect(+Xs, +Ys, -Both) is det.
%  An older name of ord_intersection/3.
ord_intersect(Xs, Ys, Both) :-
    ord_intersection(Xs, Ys, Both).

%! ord_subtract(+Xs, +Ys, -Rest) is det.
%  Rest holds the elements of Xs that are not in Ys.
ord_subtract(Xs, Ys, Rest) :-
    must_be(list, Xs),
    must_be(list, Ys),
    subtract(Xs, Ys, Rest).

subtract([], _, []).
subtract([X|Xs], Ys, Rest) :-
    subtract_with(Ys, X, Xs, Rest).

subtract_with([], X, Xs, [X|Xs]).
subtract_with([Y|Ys], X, Xs, Rest) :-
    compare(Order, X, Y),
    subtract_by_order(Order, X, Xs, Y, Ys, Rest).

subtract_by_order(=, _, Xs, _, Ys, Rest) :-
    subtract(Xs, Ys, Rest).
subtract_by_order(<, X, Xs, Y, Ys, [X|Rest]) :-
    subtract(Xs, [Y|Ys], Rest).
subtract_by_order(>, X, Xs, _, Ys, Rest) :-
    subtract_with(Ys, X, Xs, Rest).

%! ord_symdiff(+Xs, +Ys, -Difference) is det.
%  The elements that are in exactly one of the two.
ord_symdiff(Xs, Ys, Difference) :-
    ord_subtract(Xs, Ys, OnlyXs),
    ord_subtract(Ys, Xs, OnlyYs),
    ord_union(OnlyXs, OnlyYs, Difference).

%! ord_disjoint(+Xs, +Ys) is semidet.
%  No element is in both.
ord_disjoint(Xs, Ys) :-
    \+ ord_intersect(Xs, Ys).

%! ord_intersect(+Xs, +Ys) is semidet.
%  Some element is in both.
ord_intersect(Xs, Ys) :-
    must_be(list, Xs),
    must_be(list, Ys),
    meet(Xs, Ys).

meet([X|Xs], [Y|Ys]) :-
    compare(Order, X, Y),
    meet_by_order(Order, X, Xs, Y, Ys).

meet_by_order(=, _, _, _, _).
meet_by_order(<, _, Xs, Y, Ys) :-
    meet(Xs, [Y|Ys]).
meet_by_order(>, X, Xs, _, Ys) :-
    meet([X|Xs], Ys).

%! ord_subset(+Part, +Set) is semidet.
%  Every element of Part is in Set.
ord_subset(Part, Set) :-
    ord_subtract(Part, Set, []).

%! ord_seteq(+Xs, +Ys) is semidet.
%  The two have equal elements.
ord_seteq(Xs, Ys) :-
    Xs == Ys.

%! ord_product(+Xs, +Ys, -Pairs) is det.
%  Pairs holds X-Y for all X of Xs and Y of Ys.
ord_product([], _, []).
ord_product([X|Xs], Ys, Pairs) :-
    pair_each(Ys, X, Pairs, Rest),
    ord_product(Xs, Ys, Rest).

pair_each([], _, Rest, Rest).
pair_each([Y|Ys], X, [X-Y|Pairs], Rest) :-
    pair_each(Ys, X, Pairs, Rest).
