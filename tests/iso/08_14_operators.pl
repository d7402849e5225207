% SPDX-License-Identifier: MIT
%
% 8.14.3 to 8.14.6: operators and character conversion.

% 8.14.3 op/3
?- op(30, xfy, ++), current_op(P, T, ++).
   P = 30, T = xfy.
?- op(0, xfy, ++), current_op(_, _, ++).
   false.
?- op(_, xfx, ++).
   error(instantiation_error, _).
?- op(max, xfy, ++).
   error(type_error(integer, max), _).
?- op(1201, xfy, ++).
   error(domain_error(operator_priority, 1201), _).
?- op(-1, xfy, ++).
   error(domain_error(operator_priority, -1), _).
?- op(30, _, ++).
   error(instantiation_error, _).
?- op(30, 1, ++).
   error(type_error(atom, 1), _).
?- op(30, yfy, ++).
   error(domain_error(operator_specifier, yfy), _).
?- op(30, xfy, _).
   error(instantiation_error, _).
?- op(30, xfy, 1).
   error(type_error(list, 1), _).
?- op(30, xfy, [a|_]).
   error(instantiation_error, _).
?- op(30, xfy, [a, _]).
   error(instantiation_error, _).
?- op(30, xfy, [a|b]).
   error(type_error(list, [a|b]), _).
?- op(30, xfy, [a, 1]).
   error(type_error(atom, 1), _).
?- op(30, xfy, ',').
   error(permission_error(modify, operator, ','), _).
?- op(30, xfy, [a, ',']).
   error(permission_error(modify, operator, ','), _).
?- current_op(30, xfy, a).
   false.
?- op(30, xfy, {}).
   error(permission_error(create, operator, {}), _).
?- op(30, xfy, [[]]).
   error(permission_error(create, operator, []), _).
?- op(30, xfy, []).
   error(permission_error(create, operator, []), _).
?- op(1000, xfy, '|').
   error(permission_error(create, operator, '|'), _).
?- op(1200, fy, '|').
   error(permission_error(create, operator, '|'), _).
?- op(1105, xfy, '|').
   true.
?- op(200, xf, +++), op(200, xfy, +++).
   error(permission_error(create, operator, +++), _).
?- op(0, xf, +++), op(200, xfy, +++), op(200, xf, +++).
   error(permission_error(create, operator, +++), _).
?- op(0, xfy, +++).
   true.
?- op(200, xfy, [aaa, bbb]), findall(N, (member(N, [aaa, bbb, ccc]), current_op(200, xfy, N)), L).
   L = [aaa, bbb].
?- op(700, fy, aaa), findall(_P-_T, current_op(_P, _T, aaa), _L), length(_L, 2), sort(_L, L).
   L = [200-xfy, 700-fy].
?- op(0, fy, aaa), op(0, xfy, [aaa, bbb]).
   true.

?- op(200, yf, +).
   error(permission_error(create, operator, +), _).
?- op(0, yf, +), current_op(P, yfx, +).
   P = 500.
?- op(200, fy, '|').
   error(permission_error(create, operator, '|'), _).
?- op(1200, xf, '|').
   error(permission_error(create, operator, '|'), _).
?- op(1001, xfy, '|'), current_op(P, T, '|'), op(1100, xfy, '|').
   P = 1001, T = xfy.
?- op(0, xfy, '|'), \+ current_op(_, _, '|'), op(1100, xfy, '|').
   true.
?- op(200, fy, []).
   error(permission_error(create, operator, []), _).
% The errors of the types of all arguments come before those of their values.
?- op(a, xfx, 1).
   error(type_error(integer, a), _).
?- op(400, 1, [xo|a]).
   error(type_error(atom, 1), _).
?- op(a, xfx, [_]).
   error(instantiation_error, _).
?- op(-1, xfx, [xo, _]).
   error(instantiation_error, _).
?- op(-1, xfx, [xo|_]).
   error(instantiation_error, _).
?- op(-1, f(a), so).
   error(type_error(atom, f(a)), _).
?- op(2, '', [f(a)]).
   error(type_error(atom, f(a)), _).
?- op(2, '', a).
   error(domain_error(operator_specifier, ''), _).
?- op(200, fy, [[]]).
   error(permission_error(create, operator, []), _).
?- op(200, xfx, [six_a, {}, six_b]).
   error(permission_error(create, operator, {}), _).
?- current_op(_, _, six_a) ; current_op(_, _, six_b).
   false.
?- op(200, xfx, [six_a|six_b]).
   error(type_error(list, [six_a|six_b]), _).
?- current_op(_, _, six_a).
   false.
?- op(1.0, xfx, six_a).
   error(type_error(integer, 1.0), _).
?- op(200, f(x), six_a).
   error(type_error(atom, f(x)), _).
?- op(200, xfx, six_a), op(300, fy, six_a), op(400, yfx, six_a), findall(_P-_T, current_op(_P, _T, six_a), _L), sort(_L, L), op(0, xfx, six_a), op(0, fy, six_a).
   L = [300-fy, 400-yfx].
?- op(200, xfx, user:six_a), current_op(P, T, user:six_a), op(0, xfx, six_a).
   P = 200, T = xfx.

% 8.14.4 current_op/3
?- current_op(P, xfy, '^').
   P = 200, det.
?- findall(_P-_T, current_op(_P, _T, -), _L), length(_L, 2), sort(_L, L).
   L = [200-fy, 500-yfx].
?- current_op(1200, xfx, :-), current_op(1200, fx, :-), current_op(1100, xfy, ;), current_op(400, yfx, //).
   true.
?- current_op(900, fy, \+), current_op(700, xfx, =..), current_op(1000, xfy, ',').
   true.
?- current_op(_, _, no_operator_at_all).
   false.
?- current_op(1201, _, _).
   error(domain_error(operator_priority, 1201), _).
?- current_op(a, _, _).
   error(domain_error(operator_priority, a), _).
?- current_op(_, yfy, _).
   error(domain_error(operator_specifier, yfy), _).
?- current_op(_, 0, _).
   error(domain_error(operator_specifier, 0), _).
?- current_op(_, _, 1).
   error(type_error(atom, 1), _).
?- current_op(_X, _X, -).
   false.

% 8.14.5 char_conversion/2

% What Text reads as while In is converted to Out, for each In-Out of Conversions.
converted(Conversions, Text, Term) :-
    forall(member(In-Out, Conversions), char_conversion(In, Out)),
    open_string(Text, Stream),
    catch(read(Stream, Term), error(syntax_error(_), _), Term = syntax_error),
    close(Stream),
    forall(member(In-_, Conversions), char_conversion(In, In)).

?- char_conversion(a, a).
   true.
?- converted([(&)-(',')], "p(a & b).", T).
   T = p(a, b).
?- converted([(^)-''''], "x(^b').", T).
   T = x(b).
?- converted([a-b], "a(a, 'a', \"a\", `a`, 0'a, aa, \"\\x61\\\").", T).
   T = b(b, a, [a], [97], 97, bb, [a]).
?- converted([a-b, b-a], "ab.", T).
   T = ba.
?- converted([é-e], "é(1).", T).
   T = e(1).
?- converted(['%'-a], "b% .", T).
   T = ba.
?- converted([a-'1'], "a0 + a.", T).
   T = 10 + 1.
?- converted([x-'A'], "f(x, x, A).", T).
   T = f(A, A, A).
?- set_prolog_flag(char_conversion, off), converted([a-b], "a.", T), set_prolog_flag(char_conversion, on).
   T = a.
?- char_conversion(a, b), term_to_atom(T, aa), char_conversion(a, a), term_to_atom(U, aa).
   T = bb, U = aa.
?- char_conversion(_, a).
   error(instantiation_error, _).
?- char_conversion(a, _).
   error(instantiation_error, _).
?- char_conversion(1, _).
   error(instantiation_error, _).
?- char_conversion(ab, a).
   error(type_error(character, ab), _).
?- char_conversion(a, 1).
   error(type_error(character, 1), _).

% 8.14.6 current_char_conversion/2
?- current_char_conversion(a, X).
   X = a, det.
?- current_char_conversion(X, b).
   X = b, det.
?- current_char_conversion(a, b).
   false.
?- current_char_conversion(a, a).
   true, det.
?- char_conversion(a, b), findall(X, current_char_conversion(X, b), L), findall(Y, current_char_conversion(a, Y), M), \+ current_char_conversion(_, a), char_conversion(a, a), current_char_conversion(a, Z).
   L = [a, b], M = [b], Z = a.
?- findall(_X, ( current_char_conversion(_X, _Y), _X \== _Y ), L).
   L = [].
?- current_char_conversion(1, _).
   error(type_error(character, 1), _).
?- current_char_conversion(_, ab).
   error(type_error(character, ab), _).
