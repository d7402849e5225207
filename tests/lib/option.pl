% SPDX-License-Identifier: MIT
% Tests of library(option).

:- use_module(library(option)).

?- option(a(X), [b(1),a(2),a(3)]).
   X = 2, det.
?- option(a(X), [b(1)]).
   false.
?- option(a(X), [a = 5]).
   X = 5, det.
?- option(a(3), [a(2),a(3)]).
   false.
?- option(a(X), [b(1)], none).
   X = none, det.
?- option(a(X), [a(1)], none).
   X = 1, det.
?- option(_, [a(1)]).
   error(instantiation_error, _).
?- option(a(X), [], x).
   X = x, det.
?- select_option(a(X), [b(1),a(2),c(3)], R).
   X = 2, R = [b(1),c(3)], det.
?- select_option(a(X), [b(1)], R).
   false.
?- select_option(a(X), [b(1)], R, 9).
   X = 9, R = [b(1)], det.
?- select_option(a(X), [a = 1], R, 9).
   X = 1, R = [], det.
?- merge_options([a(1),c(3)], [b(2),a(9)], M).
   M = [a(1),b(2),c(3)], det.
?- merge_options([], [b = 2], M).
   M = [b(2)], det.
?- merge_options([a(1)], [], M).
   M = [a(1)], det.

% --- meta_options

is_goal(call).

?- meta_options(is_goal, [call(foo),other(x),call(m:bar),call = baz], O).
   O = [call(user:foo),other(x),call(m:bar),call(user:baz)], det.
?- meta_options(is_goal, [], O).
   O = [], det.
?- meta_options(is_goal, m:[call(V)], O).
   O = [call(m:V)], det.
?- meta_options(is_goal, foo, _).
   error(type_error(list, foo), _).
?- option(a(_), foo).
   error(type_error(list, foo), _).
?- select_option(a(_), [a(1)|_], _).
   error(instantiation_error, _).
?- merge_options([a(1)|b], [], _).
   error(type_error(list, [a(1)|b]), _).
