% SPDX-License-Identifier: MIT
% Tests of library(error).

:- use_module(library(error)).

?- must_be(integer, 3).
   true, det.
?- must_be(integer, a).
   error(type_error(integer, a), _).
?- must_be(integer, _).
   error(instantiation_error, _).
?- must_be(_, a).
   error(instantiation_error, _).
?- must_be(nonneg, 0).
   true, det.
?- must_be(nonneg, -1).
   error(type_error(nonneg, -1), _).
?- must_be(nonneg, a).
   error(type_error(integer, a), _).
?- must_be(positive_integer, 0).
   error(type_error(positive_integer, 0), _).
?- must_be(between(1, 3), 3).
   true, det.
?- must_be(between(1, 3), 4).
   error(domain_error(between(1, 3), 4), _).
?- must_be(between(1, 3), 2.0).
   error(type_error(integer, 2.0), _).
?- must_be(between(0.0, 1.0), 0.5).
   true, det.
?- must_be(between(0.0, 1.0), a).
   error(type_error(number, a), _).
?- must_be(oneof([a,b]), b).
   true, det.
?- must_be(oneof([a,b]), c).
   error(domain_error(oneof([a,b]), c), _).
?- must_be(oneof([a,b]), _).
   error(instantiation_error, _).
?- must_be(list, [a|b]).
   error(type_error(list, [a|b]), _).
?- must_be(list, [a|_]).
   error(instantiation_error, _).
?- must_be(list, []).
   true, det.
?- must_be(list(integer), [1,2]).
   true, det.
?- must_be(list(integer), [1,a]).
   error(type_error(integer, a), _).
?- must_be(list(integer), [1,_]).
   error(instantiation_error, _).
?- must_be(list_or_partial, [a|_]).
   true, det.
?- must_be(list_or_partial, [a|b]).
   error(type_error(list, [a|b]), _).
?- must_be(boolean, true).
   true, det.
?- must_be(boolean, maybe).
   error(type_error(boolean, maybe), _).
?- must_be(callable, f(x)).
   true, det.
?- must_be(callable, 3).
   error(type_error(callable, 3), _).
?- must_be(var, a).
   error(uninstantiation_error(a), _).
?- must_be(var, _).
   true, det.
?- must_be(chars, [a,b]).
   true, det.
?- must_be(chars, [a,bc]).
   error(type_error(char, bc), _).
?- must_be(code, 0'a).
   true, det.
?- must_be(pair, a-b).
   true, det.
?- must_be(ground, f(_)).
   error(instantiation_error, _).
?- must_be(no_such_type, a).
   error(existence_error(type, no_such_type, a), _).
?- is_of_type(atom, a).
   true, det.
?- is_of_type(atom, 1).
   false.
?- is_of_type(no_such_type, 1).
   error(existence_error(type, no_such_type), _).
?- is_list_or_partial([a|_]).
   true, det.
?- is_list_or_partial(a).
   false.
?- type_error(integer, a).
   error(type_error(integer, a), _).
?- domain_error(positive, 0).
   error(domain_error(positive, 0), _).
?- existence_error(file, f).
   error(existence_error(file, f), _).
?- permission_error(open, source_sink, f).
   error(permission_error(open, source_sink, f), _).
?- instantiation_error(_).
   error(instantiation_error, _).
?- representation_error(max_arity).
   error(representation_error(max_arity), _).
?- resource_error(memory).
   error(resource_error(memory), _).
