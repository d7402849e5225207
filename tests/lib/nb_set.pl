% SPDX-License-Identifier: MIT
% Tests of library(nb_set).

:- use_module(library(nb_set)).

?- empty_nb_set(S), size_nb_set(S, N), nb_set_to_list(S, L).
   check(nonvar(S)), N = 0, L = [], det.
?- empty_nb_set(S), add_nb_set(b, S), add_nb_set(a, S), add_nb_set(b, S), size_nb_set(S, N), nb_set_to_list(S, L).
   check(nonvar(S)), N = 2, L = [a,b], det.
?- empty_nb_set(S), add_nb_set(a, S, N1), add_nb_set(a, S, N2), add_nb_set(b, S, N3).
   check(nonvar(S)), N1 = true, N2 = false, N3 = true, det.
?- empty_nb_set(S), add_nb_set(a, S), add_nb_set(a, S, true).
   false.
?- empty_nb_set(S), ( member(X, [c,a,b,a]), add_nb_set(X, S), fail ; true ), nb_set_to_list(S, L).
   check(nonvar(S)), L = [a,b,c], det.
?- empty_nb_set(S), add_nb_set(f(X,Y), S, N1), add_nb_set(f(_,_), S, N2), add_nb_set(f(X,X), S, N3), add_nb_set(f(Y,Y), S, N4).
   check(nonvar(S)), N1 = true, N2 = false, N3 = true, N4 = false, det.
?- empty_nb_set(S), add_nb_set(1, S), add_nb_set(1.0, S), nb_set_to_list(S, L).
   check(nonvar(S)), L = [1.0,1], det.
?- empty_nb_set(S), add_nb_set(b, S), add_nb_set(a, S), gen_nb_set(S, X).
   check(nonvar(S)), X = a
;  check(nonvar(S)), X = b, det.
?- empty_nb_set(S), add_nb_set(a, S), ( gen_nb_set(S, X), add_nb_set(f(X), S), fail ; size_nb_set(S, N) ).
   check(nonvar(S)), N = 2, det.
?- empty_nb_set(S), gen_nb_set(S, _).
   false.
?- empty_nb_set(S), test_size(20000, N), ( between(1, N, I), add_nb_set(I, S), add_nb_set(f(I), S), fail ; true ), ( between(1, N, I), add_nb_set(I, S, true) -> true ; size_nb_set(S, Size) ).
   check(( nonvar(S), Size =:= 2 * N )), check(var(I)), det.
?- add_nb_set(a, _).
   error(instantiation_error, _).
?- add_nb_set(a, foo, _).
   error(type_error(nb_set, foo), _).
?- size_nb_set(foo, _).
   error(type_error(nb_set, foo), _).
