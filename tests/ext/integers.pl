% SPDX-License-Identifier: MIT
%
% Relations between integers, random numbers.

% succ/2
?- succ(3, X).
   X = 4.
?- succ(X, 4).
   X = 3.
?- succ(X, 0).
   false.
?- succ(1, 3).
   false.
?- succ(X, 1267650600228229401496703205376).
   X = 1267650600228229401496703205375.
?- succ(1152921504606846975, X).
   X = 1152921504606846976.
?- succ(_, _).
   error(instantiation_error, _).
?- succ(a, _).
   error(type_error(integer, a), _).
?- succ(_, a).
   error(type_error(integer, a), _).
?- succ(-1, _).
   error(domain_error(not_less_than_zero, -1), _).
?- succ(_, -1).
   error(domain_error(not_less_than_zero, -1), _).

% plus/3
?- plus(1, 2, X).
   X = 3.
?- plus(1, X, 3).
   X = 2.
?- plus(X, 2, 3).
   X = 1.
?- plus(_, _, 3).
   error(instantiation_error, _).
?- plus(a, 1, _).
   error(type_error(integer, a), _).

% between/3
?- between(1, 3, X).
   X = 1
;  X = 2
;  X = 3, det.
?- between(1, 3, 2).
   true.
?- between(1, 3, 4).
   false.
?- between(3, 1, _).
   false.
?- between(1, 1, X).
   X = 1, det.
?- between(1, inf, X).
   X = 1
;  X = 2
;  ... .
?- between(1, infinite, 5).
   true.
?- between(1152921504606846975, 1152921504606846976, X).
   X = 1152921504606846975
;  X = 1152921504606846976, det.
?- between(_, 3, _).
   error(instantiation_error, _).
?- between(1, _, _).
   error(instantiation_error, _).
?- between(a, 3, _).
   error(type_error(integer, a), _).
?- between(1, 3.0, _).
   error(type_error(integer, 3.0), _).
?- between(1, 3, a).
   error(type_error(integer, a), _).

% Random numbers
?- set_random(seed(42)), random(_X), set_random(seed(42)), random(_Y), _X =:= _Y.
   true.
?- random(_X), _X > 0.0, _X < 1.0.
   true.
?- set_random(seed(a)).
   error(type_error(integer, a), _).
?- set_random(_).
   error(instantiation_error, _).
