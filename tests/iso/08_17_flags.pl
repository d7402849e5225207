% SPDX-License-Identifier: MIT
%
% 8.17.1, 8.17.2: flags.

% 8.17.1 set_prolog_flag/2
?- set_prolog_flag(unknown, fail), current_prolog_flag(unknown, V).
   V = fail.
?- set_prolog_flag(unknown, error).
   true.
?- set_prolog_flag(_, off).
   error(instantiation_error, _).
?- set_prolog_flag(debug, _).
   error(instantiation_error, _).
?- set_prolog_flag(5, decimals).
   error(type_error(atom, 5), _).
?- set_prolog_flag(date, 'July 1999').
   error(domain_error(prolog_flag, date), _).
?- set_prolog_flag(debug, trace).
   error(domain_error(flag_value, debug + trace), _).
?- set_prolog_flag(double_quotes, 1).
   error(domain_error(flag_value, double_quotes + 1), _).
?- set_prolog_flag(bounded, true).
   error(permission_error(modify, flag, bounded), _).
?- set_prolog_flag(max_integer, 3).
   error(permission_error(modify, flag, max_integer), _).

% 8.17.2 current_prolog_flag/2
?- current_prolog_flag(debug, off).
   true.
?- current_prolog_flag(bounded, X).
   X = false, det.
?- current_prolog_flag(max_integer, X).
   X = 9223372036854775807.
?- current_prolog_flag(min_integer, X).
   X = -9223372036854775808.
?- current_prolog_flag(integer_rounding_function, X).
   X = toward_zero.
?- current_prolog_flag(max_arity, X).
   X = unbounded.
?- current_prolog_flag(double_quotes, X).
   X = chars.
?- current_prolog_flag(5, _).
   error(type_error(atom, 5), _).
?- current_prolog_flag(no_such_flag_here, _).
   false.
?- current_prolog_flag(F, toward_zero).
   F = integer_rounding_function.
?- findall(_F, current_prolog_flag(_F, _), _Fs), member(bounded, _Fs), member(double_quotes, _Fs), member(unknown, _Fs), !.
   true.
?- findall(_F, current_prolog_flag(_F, _), _L), sort(_L, _S), length(_L, _N), length(_S, _N), _N > 9.
   true.

% Extensions.
?- create_prolog_flag(test_flag, f(x, "y"), []), current_prolog_flag(test_flag, V).
   V = f(x, "y").
?- set_prolog_flag(test_flag, g(1.5)), current_prolog_flag(test_flag, V).
   V = g(1.5).
?- create_prolog_flag(test_constant, 1, [access(read_only)]).
   true.
?- set_prolog_flag(test_constant, 2).
   error(permission_error(modify, flag, test_constant), _).
?- create_prolog_flag(test_boolean, true, [type(boolean)]), set_prolog_flag(test_boolean, maybe).
   error(domain_error(flag_value, test_boolean + maybe), _).
?- create_prolog_flag(test_boolean, false, [keep(true)]), current_prolog_flag(test_boolean, V).
   V = true.
?- create_prolog_flag(_, 1, []).
   error(instantiation_error, _).
?- set_prolog_flag(iso, true), catch(atom_length(1, _), error(E, _), true), set_prolog_flag(iso, false).
   E = type_error(atom, 1).
?- atom_length(1, N).
   N = 1.
