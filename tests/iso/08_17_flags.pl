% SPDX-License-Identifier: MIT
%
% 8.17: flags and the end of the program.

flags(Flags) :-
    findall(Flag, current_prolog_flag(Flag, _), Flags).

is_flag(Flag) :-
    flags(Flags),
    member(Flag, Flags),
    !.

% 8.17.1 set_prolog_flag/2
?- set_prolog_flag(unknown, fail), current_prolog_flag(unknown, V).
   V = fail.
?- set_prolog_flag(unknown, error).
   true, det.
?- set_prolog_flag(debug, on), current_prolog_flag(debug, V).
   V = on.
?- set_prolog_flag(debug, off), current_prolog_flag(debug, V).
   V = off.
?- set_prolog_flag(_, off).
   error(instantiation_error, _).
?- set_prolog_flag(debug, _).
   error(instantiation_error, _).
?- set_prolog_flag(_, _).
   error(instantiation_error, _).
?- set_prolog_flag(5, decimals).
   error(type_error(atom, 5), _).
?- set_prolog_flag(f(x), on).
   error(type_error(atom, f(x)), _).
?- set_prolog_flag("debug", on).
   error(type_error(atom, "debug"), _).
?- set_prolog_flag(date, 'July 1999').
   error(domain_error(prolog_flag, date), _).
?- set_prolog_flag(debug, trace).
   error(domain_error(flag_value, debug + trace), _).
?- set_prolog_flag(double_quotes, 1).
   error(domain_error(flag_value, double_quotes + 1), _).
?- set_prolog_flag(unknown, f(x)).
   error(domain_error(flag_value, unknown + f(x)), _).
% A value that the flag cannot have comes before the permission.
?- set_prolog_flag(bounded, maybe).
   error(domain_error(flag_value, bounded + maybe), _).
?- set_prolog_flag(bounded, true).
   error(permission_error(modify, flag, bounded), _).
?- set_prolog_flag(bounded, false).
   error(permission_error(modify, flag, bounded), _).
?- set_prolog_flag(max_integer, 3).
   error(permission_error(modify, flag, max_integer), _).
?- set_prolog_flag(max_integer, many).
   error(domain_error(flag_value, max_integer + many), _).
?- catch(set_prolog_flag(debug, trace), _, true), current_prolog_flag(debug, V).
   V = off.

% beyond the standard
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
?- create_prolog_flag(test_atom, a, [type(atom)]), set_prolog_flag(test_atom, 1).
   error(domain_error(flag_value, test_atom + 1), _).
?- create_prolog_flag(test_integer, 1, [type(integer), access(read_write)]), set_prolog_flag(test_integer, a).
   error(domain_error(flag_value, test_integer + a), _).
?- create_prolog_flag(test_term, 1, [type(term)]), set_prolog_flag(test_term, f(_)), current_prolog_flag(test_term, V).
   V = f(_).
?- create_prolog_flag(_, 1, []).
   error(instantiation_error, _).
?- create_prolog_flag(test_flag, _, []).
   error(instantiation_error, _).
?- create_prolog_flag(1, 1, []).
   error(type_error(atom, 1), _).
?- create_prolog_flag(test_flag, 1, _).
   error(instantiation_error, _).
?- create_prolog_flag(test_flag, 1, [_]).
   error(instantiation_error, _).
?- create_prolog_flag(test_flag, 1, [x|a]).
   error(type_error(list, [x|a]), _).
?- create_prolog_flag(test_flag, 1, [type(number_of_some_kind)]).
   error(domain_error(prolog_flag_type, number_of_some_kind), _).
?- create_prolog_flag(test_flag, 1, [access(all)]).
   error(domain_error(prolog_flag_access, all), _).
?- create_prolog_flag(test_flag, 1, [keep(perhaps)]).
   error(type_error(bool, perhaps), _).
?- create_prolog_flag(test_never, 1, [type(atom)]).
   error(type_error(atom, 1), _).
?- current_prolog_flag(test_never, _).
   error(domain_error(prolog_flag, test_never), _).

% 8.17.2 current_prolog_flag/2
?- current_prolog_flag(debug, off).
   true, det.
?- current_prolog_flag(debug, on).
   false.
?- current_prolog_flag(bounded, X).
   X = false, det.
?- current_prolog_flag(max_integer, X).
   X = 9223372036854775807.
?- current_prolog_flag(min_integer, X).
   X = -9223372036854775808.
?- current_prolog_flag(integer_rounding_function, X).
   X = toward_zero.
?- current_prolog_flag(max_arity, X).
   X = 16777215.
?- current_prolog_flag(double_quotes, X).
   X = chars.
?- current_prolog_flag(F, toward_zero).
   F = integer_rounding_function.
?- is_flag(bounded), is_flag(max_integer), is_flag(min_integer), is_flag(integer_rounding_function), is_flag(char_conversion),
   is_flag(debug), is_flag(max_arity), is_flag(unknown), is_flag(double_quotes).
   true.
?- flags(_L), sort(_L, _S), length(_L, _N), length(_S, _N), _N > 9.
   true.
?- findall(F-V, ( member(F, [bounded, debug, unknown]), current_prolog_flag(F, V) ), L).
   L = [bounded-false, debug-off, unknown-error].
?- current_prolog_flag(debug, 1).
   false.
?- current_prolog_flag(5, _).
   error(type_error(atom, 5), _).
?- current_prolog_flag(1 + 2, _).
   error(type_error(atom, 1 + 2), _).
?- current_prolog_flag("debug", _).
   error(type_error(atom, "debug"), _).
?- current_prolog_flag(warning, _).
   error(domain_error(prolog_flag, warning), _).
?- current_prolog_flag(no_such_flag_here, on).
   error(domain_error(prolog_flag, no_such_flag_here), _).
% Programs for SWI-Prolog ask whether there is a flag.
?- set_prolog_flag(emulated_dialect, swi), ( current_prolog_flag(no_such_flag_here, _) -> R = yes ; R = no ),
   set_prolog_flag(emulated_dialect, horn).
   R = no.
?- current_prolog_flag(version_data, horn(_A, _B, _C, _D)), integer(_A), integer(_B), integer(_C).
   true.
?- current_prolog_flag(argv, L).
   check(is_list(L)).
?- current_prolog_flag(iso, V).
   V = true.

% 8.17.3 halt/0
% That the program ends is seen by tests/cli/halt.sh; here the end is called off each time.
?- at_halt(( write(bye), cancel_halt(test) )), halt.
   false, outputs "bye".
?- at_halt(write(first)), at_halt(( write(last), cancel_halt(test) )), ( halt ; write(on) ).
   outputs "firstlaston".

% 8.17.4 halt/1
?- at_halt(cancel_halt(test)), halt(1).
   false.
?- at_halt(cancel_halt(test)), \+ halt(0).
   true.
?- halt(_).
   error(instantiation_error, _).
?- halt(a).
   error(type_error(integer, a), _).
?- halt(1.0).
   error(type_error(integer, 1.0), _).
?- halt("0").
   error(type_error(integer, "0"), _).
?- at_halt(_).
   error(instantiation_error, _).
?- at_halt(3).
   error(type_error(callable, 3), _).
