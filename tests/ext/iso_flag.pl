% SPDX-License-Identifier: MIT
%
% The flag iso, true by default: false makes wider what the standard makes narrow, as `horn --swi` does. What holds by default is tested in
% tests/iso.

?- set_prolog_flag(iso, false).
   true.

% Numbers and lists of characters or codes serve as atoms.
?- atom_length(1234, N).
   N = 4.
?- atom_length("abc", N).
   N = 3.
?- atom_length([0'a, 0'b], N).
   N = 2.
?- atom_length(f(a), _).
   error(type_error(atom, f(a)), _).
?- atom_length([a|_], _).
   error(instantiation_error, _).
?- atom_concat(a, 1, A).
   A = a1.
?- atom_concat(1, 2, A).
   A = '12'.
?- atom_concat(X, 2, 12).
   X = '1'.
?- atom_concat(_, _, [a|_]).
   error(instantiation_error, _).
?- findall(X-Y, atom_concat(X, Y, 12), L).
   L = [''-'12', '1'-'2', '12'-''].
?- sub_atom(1234, 1, 2, A, S).
   A = 1, S = '23'.
?- sub_atom(abc, B, 1, 0, "c").
   B = 2.
?- atom_chars(123, L).
   L = ['1', '2', '3'].
?- atom_chars(X, ['1', '2']).
   X = '12'.
?- atom_codes(12, L).
   L = [0'1, 0'2].

% Lists of characters stand where codes are wanted, not the other way round.
?- atom_codes(A, "sop").
   A = sop.
?- number_codes(X, "12").
   X = 12.
?- atom_chars(_, [0'a]).
   error(type_error(character, 97), _).

% Integers divide and are raised to integers where that is what they are.
?- X is 4 / 2.
   X = 2.
?- X is 7 / 2.
   X = 3.5.
?- X is -4 / 2.
   X = -2.
?- X is 1267650600228229401496703205376 / -2.
   X = -633825300114114700748351602688.
?- X is 10 ^ 400 / 10 ^ 399.
   X = 10.
?- X is 8 / 2 / 2.
   X = 2.
?- X is '**'(5, 3).
   X = 125.
?- X is 0 ** 0.
   X = 1.
?- X is 2 ** 100.
   X = 1267650600228229401496703205376.
?- X is (-3) ** 41.
   X = -36472996377170786403.
?- X is 2 ** -1.
   X = 0.5.
?- X is 1 ** -3, Y is -1 ** -3, Z is -1 ** -4.
   X = 1, Y = -1, Z = 1.
?- X is 2 ** 3.0.
   X = 8.0.
?- X is 3 ** (10 ** 12).
   error(resource_error(memory), _).
?- X is 3 ** (1 << 70).
   error(resource_error(memory), _).

% What is whole already is taken by the functions that make floats whole.
?- X is floor(5), Y is round(7), Z is ceiling(-3), T is truncate(0).
   X = 5, Y = 7, Z = -3, T = 0.
% Halves are rounded away from zero.
?- X is round(2.5), Y is round(-2.5), Z is round(-0.5), T is round(7).
   X = 3, Y = -3, Z = -1, T = 7.
?- X is float_integer_part(3), Y is float_fractional_part(3).
   X = 3, Y = 0.
?- X is floor(10 ^ 30).
   X = 1000000000000000000000000000000.

% With an unbound N, arg/3 tries all arguments.
?- arg(N, f(a, b, a), a).
   N = 1
;  N = 3, det.
?- arg(N, f(a, b), X).
   N = 1, X = a
;  N = 2, X = b, det.
?- arg(N, f(g(1), g(2), h(1)), g(2)).
   N = 2, det.
?- arg(_, f(a), b).
   false.
?- arg(N, f(_X, b, N), N).
   N = 1
;  N = 3, det.
?- arg(N, "ab", X).
   N = 1, X = a
;  N = 2, X = "b", det.

% Numbers are ordered by value; of two that are equal the float comes first.
?- msort([2, 1.5, 1, 1.0, 3.0, -0.5, 2.0], L).
   L = [-0.5, 1.0, 1, 1.5, 2.0, 2, 3.0].
?- compare(A, 1, 1.0), compare(B, 1.5, 1), compare(C, 1, 1.5).
   A = (>), B = (>), C = (<).
?- 1 @< 1.5, 1.0 @< 1, \+ 1 == 1.0.
   true.
?- _I is 2 ^ 53 + 1, _F is 2.0 ** 53, compare(O, _I, _F).
   O = (>).
?- X is nan, compare(A, X, -1), compare(B, 1, X).
   X = 1.5NaN, A = (<), B = (>).
?- sort([f(2), f(1.5), f(1)], L).
   L = [f(1), f(1.5), f(2)].
?- sort([b, 2, "s", 1.5, f(x), a], [A, B|_]).
   A = 1.5, B = 2.

% A list of one element has the element's value, a character its code.
?- X is [7].
   X = 7.
?- X is [a].
   X = 97.
?- X is [1 + 2].
   X = 3.
?- X is [[[4]]].
   X = 4.
?- X is [_].
   error(instantiation_error, _).
?- X is [1, 2].
   error(type_error(evaluable, '.'/2), _).
?- X is [1|_].
   error(type_error(evaluable, '.'/2), _).
?- X is "a" + 0.
   X = 97.

% Without it, floats come first.
?- set_prolog_flag(iso, true), msort([2, 1.5, 1, 1.0, 3.0], L).
   L = [1.0, 1.5, 3.0, 1, 2].

% Names of variables in '$VAR'(Name), and newlines in quoted items, as SWI has them.
?- set_prolog_flag(iso, false), print(f('$VAR'('Foo'), '$VAR'('_'), '$VAR'(foo), '$VAR'('A b'))), write_canonical('$VAR'('Foo')),
   set_prolog_flag(iso, true), print('$VAR'('Foo')).
   true, outputs "f(Foo,_,'$VAR'(foo),'$VAR'('A b'))'$VAR'('Foo')'$VAR'('Foo')".
?- set_prolog_flag(strict_syntax, false), catch(term_to_atom(T, '\'a\nb\''), E, true), set_prolog_flag(strict_syntax, true).
   T = 'a\nb'.
?- term_to_atom(_, '\'a\nb\'').
   error(syntax_error(newline_in_quoted), _).
?- set_prolog_flag(iso, false), write_term(a, [unknown_option(1)]), set_prolog_flag(iso, true).
   true, outputs "a".
?- write_term(a, [unknown_option(1)]).
   error(domain_error(write_option, unknown_option(1)), _).
