% SPDX-License-Identifier: MIT
%
% sort.pl - sorting by what a program says, and by the rules of a language.

:- module(sort, [
    predsort/3,
    locale_sort/2
]).

:- use_module(library(lists), [predsort/3]).
:- use_module(library(pairs), [map_list_to_pairs/3, pairs_values/2]).

%! predsort(:Order, +List, -Sorted) is semidet.
%  That of library(lists).

%! locale_sort(+Texts, -Sorted) is det.
%  Sorts Texts, a list of atomic terms, as collation_key/2 orders them. All elements are kept.
locale_sort(Texts, Sorted) :-
    map_list_to_pairs(collation_key, Texts, Pairs),
    keysort(Pairs, SortedPairs),
    pairs_values(SortedPairs, Sorted).
