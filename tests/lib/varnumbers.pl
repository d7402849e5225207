% SPDX-License-Identifier: MIT
% Tests of library(varnumbers).

:- use_module(library(varnumbers)).

?- numbervars(f(X,Y,X)).
   X = '$VAR'(0), Y = '$VAR'(1), det.
?- varnumbers(f('$VAR'(1),'$VAR'(2),'$VAR'(1),X), T).
   T = f(A,B,A,X), det.
?- varnumbers(a, T).
   T = a, det.
?- varnumbers(f('$VAR'(x),'$VAR'(_)), T).
   T = f('$VAR'(x),'$VAR'(_)), det.
?- varnumbers(f('$VAR'(1),'$VAR'(2),'$VAR'(1)), 2, T).
   T = f('$VAR'(1),_,'$VAR'(1)), det.
?- varnumbers(f('$VAR'(-1)), T).
   T = f('$VAR'(-1)), det.
?- varnumbers(a, x, _).
   error(type_error(integer, x), _).
?- varnumbers(a, _, _).
   error(instantiation_error, _).
?- X = f(X), varnumbers(X, _).
   error(domain_error(acyclic_term, _), _).
?- test_size(20000, _N), length(L, _N), copy_term(L, L0), numbervars(L), varnumbers(L, L1).
   check(L1 =@= L0), check(is_list(L)), det.
?- varnumbers_names(f('$VAR'(1),'$VAR'('Foo'),'$VAR'(1),X), T, B).
   T = f(P,Q,P,X), B = [1 = P, 'Foo' = Q], det.
?- varnumbers_names(g(a), T, B).
   T = g(a), B = [], det.
?- max_var_number(f('$VAR'(1),'$VAR'(7)), 0, M).
   M = 7, det.
?- max_var_number(f('$VAR'(1)), 9, M).
   M = 9, det.
?- max_var_number(f(_,a), -1, M).
   M = -1, det.
?- max_var_number(a, b, _).
   error(type_error(integer, b), _).
