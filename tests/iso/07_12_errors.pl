% SPDX-License-Identifier: MIT
%
% 7.12: errors. Each class with a predicate that raises it; and what an error leaves behind.

:- dynamic(kept/1).
kept(1).

p(1).
p(2).

formal(Goal, Formal) :-
    catch(( call(Goal), Formal = none ), error(Formal, _), true).

% 7.12.1 The effect of an error
?- catch(atom_length(_, _), error(E, _), true).
   E = instantiation_error.
?- catch(atom_length(_, _), _E, true), _E = error(F, _).
   F = instantiation_error.
?- catch(( X = 1, atom_length(_, _) ), error(_, _), var(X)).
   true.
?- catch(( p(X), X > 1, atom_length(b, a) ), error(type_error(T, C), _), true).
   T = integer, C = a.
?- catch(( p(X), atom_length(_, X) ), error(_, _), fail).
   false.
?- atom_length(_, _) ; true.
   error(instantiation_error, _).
?- catch(( assertz(kept(2)), atom_length(_, _) ), _, true), findall(X, kept(X), L).
   L = [1, 2].
?- catch(catch(atom_length(_, _), error(type_error(_, _), _), true), error(E, _), true).
   E = instantiation_error.
?- \+ catch(atom_length(_, _), not_this, true).
   error(instantiation_error, _).
?- catch(findall(X, ( p(X), X > a ), _), error(E, _), true).
   E = type_error(evaluable, a/0).
?- once(atom_length(_, _)).
   error(instantiation_error, _).

% 7.12.2 Error classification
% a) instantiation
?- formal(atom_length(_, _), E).
   E = instantiation_error.
?- formal(functor(_, _, _), E).
   E = instantiation_error.
?- formal(X is 1 + _, E).
   E = instantiation_error.
% b) type
?- formal(atom_length(b, a), type_error(T, C)).
   T = integer, C = a.
?- formal(arg(a, f(x), _), type_error(T, C)).
   T = integer, C = a.
?- formal(call(1), type_error(T, C)).
   T = callable, C = 1.
?- formal(functor(_, f(x), 1), type_error(T, C)).
   T = atomic, C = f(x).
?- formal(functor(_, 1.5, 1), type_error(T, C)).
   T = atom, C = 1.5.
?- formal(atom_chars(_, [a, f(b)]), type_error(T, C)).
   T = character, C = f(b).
?- formal(X is foo + 1, type_error(T, C)).
   T = evaluable, C = foo/0.
?- formal(arg(1, a, _), type_error(T, C)).
   T = compound, C = a.
?- formal(abolish(foo), type_error(T, C)).
   T = predicate_indicator, C = foo.
?- formal(_ =.. [a|b], type_error(T, C)).
   T = list, C = [a|b].
?- formal(number_codes(_, [0'1|_]), E).
   E = instantiation_error.
?- formal(put_byte(_), E).
   E = instantiation_error.
?- formal(keysort([a], _), type_error(T, C)).
   T = pair, C = a.
% c) domain
?- formal(functor(_, foo, -1), domain_error(D, C)).
   D = not_less_than_zero, C = -1.
?- formal(arg(-1, f(x), _), domain_error(D, C)).
   D = not_less_than_zero, C = -1.
?- formal(set_prolog_flag(no_flag, on), domain_error(D, C)).
   D = prolog_flag, C = no_flag.
?- formal(set_prolog_flag(debug, 1), domain_error(D, C)).
   D = flag_value, C = debug + 1.
?- formal(op(1201, xfx, abc), domain_error(D, C)).
   D = operator_priority, C = 1201.
?- formal(op(30, yfy, abc), domain_error(D, C)).
   D = operator_specifier, C = yfy.
?- formal(_ =.. [], domain_error(D, C)).
   D = non_empty_list, C = [].
?- formal(open(file, unknown_mode, _), domain_error(D, C)).
   D = io_mode, C = unknown_mode.
% d) existence
?- formal(no_such_procedure(1), existence_error(O, C)).
   O = procedure, C = no_such_procedure/1.
?- formal(open('/no/such/file', read, _), existence_error(O, C)).
   O = source_sink, C = '/no/such/file'.
?- formal(close(no_such_alias), existence_error(O, C)).
   O = stream, C = no_such_alias.
% e) permission
?- formal(assertz(atom(_)), permission_error(O, T, C)).
   O = modify, T = static_procedure, C = atom/1.
?- formal(clause(atom(_), _), permission_error(O, T, C)).
   O = access, T = private_procedure, C = atom/1.
?- formal(op(30, xfx, ','), permission_error(O, T, C)).
   O = modify, T = operator, C = (',').
?- formal(set_prolog_flag(bounded, true), permission_error(O, T, C)).
   O = modify, T = flag, C = bounded.
?- formal(put_char(user_input, a), permission_error(O, T, _)).
   O = output, T = stream.
% f) representation
?- formal(char_code(_, -1), E).
   E = representation_error(character_code).
?- formal(atom_codes(_, [-1]), E).
   E = representation_error(character_code).
% g) evaluation
?- formal(_ is 1 / 0, E).
   E = evaluation_error(zero_divisor).
?- formal(_ is 1 mod 0, E).
   E = evaluation_error(zero_divisor).
?- formal(_ is log(0), E).
   E = evaluation_error(undefined).
?- formal(_ is 1.0e300 * 1.0e300, E).
   E = evaluation_error(float_overflow).
% h) resource: the memory for it is not there, and the machine goes on
?- formal(( functor(T, f, 1000000000000), T = f ), E).
   check(( E = resource_error(_) ; E = representation_error(_) )).
?- X = 1.
   X = 1.
% i) syntax
?- formal(number_chars(_, "3x"), E).
   check(E = syntax_error(_)).
?- formal(atom_to_term('foo(', _, _), E).
   check(E = syntax_error(_)).
% Cor.2: uninstantiation
?- formal(open('/tmp', read, stream), E).
   E = uninstantiation_error(stream).
% ... and raised itself
?- atom_length(_, _).
   error(instantiation_error, _).
?- atom_length(f(x), _).
   error(type_error(_, f(x)), _).
