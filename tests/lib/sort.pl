% SPDX-License-Identifier: MIT
% Tests of library(sort).

:- use_module(library(sort)).

by_length(Order, X, Y) :-
    atom_length(X, XLength),
    atom_length(Y, YLength),
    compare(Order, XLength, YLength).

?- predsort(by_length, [ccc,a,bb,d], L).
   L = [a,bb,ccc].
?- locale_sort([b,c,a,b], L).
   L = [a,b,b,c], det.
?- locale_sort([], L).
   L = [], det.
?- locale_sort([f(x)], _).
   error(type_error(_, f(x)), _).
?- locale_sort([_], _).
   error(instantiation_error, _).
