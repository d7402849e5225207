% SPDX-License-Identifier: MIT
%
% 7.11: flags.

:- dynamic(converted/1).

fresh_name(N, Name) :-
    atomic_list_concat([no_such_procedure_, N], Name).

% 7.11.1.1 Flag bounded
?- current_prolog_flag(bounded, X).
   X = false, det.
?- X is 2 ^ 200, Y is X + 1, Y > X, integer(Y), X =\= Y, Z is Y - X.
   X = 1606938044258990275541962092341162602522202993782792835301376,
   Y = 1606938044258990275541962092341162602522202993782792835301377, Z = 1.
?- set_prolog_flag(bounded, true).
   error(permission_error(modify, flag, bounded), _).

% 7.11.1.2 Flag max_integer
?- current_prolog_flag(max_integer, X), X is 2 ^ 63 - 1, Y is X + 1.
   X = 9223372036854775807, Y = 9223372036854775808.
?- set_prolog_flag(max_integer, 9223372036854775807).
   error(permission_error(modify, flag, max_integer), _).

% 7.11.1.3 Flag min_integer
?- current_prolog_flag(min_integer, X), Y is X - 1.
   X = -9223372036854775808, Y = -9223372036854775809.
?- set_prolog_flag(min_integer, 0).
   error(permission_error(modify, flag, min_integer), _).

% 7.11.1.4 Flag integer_rounding_function
?- current_prolog_flag(integer_rounding_function, X).
   X = toward_zero.
?- X is -7 // 2, Y is 7 // -2, Z is rem(-7, 2).
   X = -3, Y = -3, Z = -1.
?- set_prolog_flag(integer_rounding_function, down).
   error(permission_error(modify, flag, integer_rounding_function), _).
?- set_prolog_flag(integer_rounding_function, up).
   error(domain_error(flag_value, integer_rounding_function + up), _).

% 7.11.2.1 Flag char_conversion
?- current_prolog_flag(char_conversion, X), set_prolog_flag(char_conversion, on), current_prolog_flag(char_conversion, Y),
   set_prolog_flag(char_conversion, off), current_prolog_flag(char_conversion, Z), set_prolog_flag(char_conversion, X).
   check(atom(X)), Y = on, Z = off.
?- set_prolog_flag(char_conversion, maybe).
   error(domain_error(flag_value, char_conversion + maybe), _).
?- set_prolog_flag(char_conversion, _).
   error(instantiation_error, _).

% 7.11.2.2 Flag debug
?- current_prolog_flag(debug, X).
   X = off.
?- set_prolog_flag(debug, on), current_prolog_flag(debug, X), set_prolog_flag(debug, off), current_prolog_flag(debug, Y).
   X = on, Y = off.
?- set_prolog_flag(debug, true).
   error(domain_error(flag_value, debug + true), _).

% 7.11.2.3 Flag max_arity
?- current_prolog_flag(max_arity, X).
   X = 16777215.
?- functor(_T, f, 100000), functor(_T, N, A).
   N = f, A = 100000.
?- current_prolog_flag(max_arity, _M), _N is _M + 1, functor(_, f, _N).
   error(representation_error(max_arity), _).
?- set_prolog_flag(max_arity, 16777215).
   error(permission_error(modify, flag, max_arity), _).
?- set_prolog_flag(max_arity, unbounded).
   error(domain_error(flag_value, max_arity + unbounded), _).

% 7.11.2.4 Flag unknown
?- current_prolog_flag(unknown, X).
   X = error.
?- no_such_procedure_1.
   error(existence_error(procedure, no_such_procedure_1/0), _).
?- no_such_procedure_2(a, b).
   error(existence_error(procedure, no_such_procedure_2/2), _).
?- set_prolog_flag(unknown, fail).
   true.
?- no_such_procedure_1.
   false.
?- fresh_name(3, Name), call(Name, a).
   false.
?- set_prolog_flag(unknown, warning).
   true.
?- no_such_procedure_1.
   false.
?- set_prolog_flag(unknown, error), current_prolog_flag(unknown, X).
   X = error.
?- no_such_procedure_1.
   error(existence_error(procedure, no_such_procedure_1/0), _).
?- set_prolog_flag(unknown, ignore).
   error(domain_error(flag_value, unknown + ignore), _).
% A predicate that is declared exists, whatever the flag says.
?- set_prolog_flag(unknown, error), converted(_).
   false.

% 7.11.2.5 Flag double_quotes
?- current_prolog_flag(double_quotes, X).
   X = chars.
?- X = "ab", X = [a, b].
   X = [a, b].
?- set_prolog_flag(double_quotes, codes), current_prolog_flag(double_quotes, X), term_to_atom(T, 'f("ab")'),
   set_prolog_flag(double_quotes, chars).
   X = codes, T = f([97, 98]).
?- set_prolog_flag(double_quotes, atom), current_prolog_flag(double_quotes, X), term_to_atom(T, 'f("ab")'),
   set_prolog_flag(double_quotes, chars).
   X = atom, T = f(ab).
?- set_prolog_flag(double_quotes, chars), term_to_atom(T, 'f("ab")').
   T = f([a, b]).
?- set_prolog_flag(double_quotes, string), term_to_atom(f(_T), 'f("ab")'), set_prolog_flag(double_quotes, chars), string(_T),
   atom_string(A, _T).
   A = ab.
?- set_prolog_flag(double_quotes, true).
   error(domain_error(flag_value, double_quotes + true), _).
?- set_prolog_flag(double_quotes, _).
   error(instantiation_error, _).
