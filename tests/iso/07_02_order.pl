% SPDX-License-Identifier: MIT
%
% 7.2 Term order: variables, floats, integers, atoms, compounds.

% 7.2 Term order
?- sort([f(a), 1, "", a, 1.0, X], L).
   L = [X, 1.0, 1, [], a, f(a)].
?- compare(O, _, 1.0).
   O = (<).
?- compare(O, 1.0e300, 0).
   O = (<).
?- compare(O, -1.0e300, 0).
   O = (<).
?- compare(O, 1267650600228229401496703205376, a).
   O = (<).
?- compare(O, z, a(a)).
   O = (<).
?- compare(O, [], [a]).
   O = (<).
?- compare(O, f(_), '').
   O = (>).
?- msort([b, 2, 2.0, a(1), _, "x", [], {}, -3, f], [_|L]).
   L = [2.0, -3, 2, [], b, f, {}, a(1), "x"].

% 7.2.1 Order of variables
?- X @< Y, X = a, Y = b ; X = a, Y = b.
   X = a, Y = b
;  ... .
?- compare(O, X, X).
   O = (=).
?- X = Y, compare(O, X, Y).
   O = (=), X = Y.
?- compare(_O, _, _), _O \== (=).
   true.
?- sort([X, Y, Z, X, Y], _L), msort([X, Y, Z], _M), _L == _M.
   true.
?- msort([X, Y], _L), msort([Y, X], _M), _L == _M.
   true.
?- sort([_Y, _X], _L1), findall(x, member(_, _L1), L2).
   L2 = [x, x].

% 7.2.2 Order of floating point values
?- 1.0 @< 2.0.
   true.
?- -1.0 @< 1.0e-300.
   true.
?- 2.0 @< 1.0.
   false.
?- 1.5 @>= 1.5.
   true.
?- msort([3.0, -2.5, 1.0e10, 0.0, 1.0e-10], L).
   L = [-2.5, 0.0, 1.0e-10, 3.0, 1.0e10].
?- compare(O, -0.0, 0.0).
   O = (<).

% 7.2.3 Order of integers
?- 1 @< 2.
   true.
?- -2 @< -1.
   true.
?- 2 @< -2.
   false.
?- msort([10, 9, -10, 0, 1000000000000000000000, -1000000000000000000000], L).
   L = [-1000000000000000000000, -10, 0, 9, 10, 1000000000000000000000].
?- 1152921504606846976 @> 1152921504606846975.
   true.
?- 18446744073709551616 @< 18446744073709551617.
   true.
?- -18446744073709551616 @< -18446744073709551615.
   true.

% 7.2.4 Order of atoms
?- a @< b.
   true.
?- a @< aa.
   true.
?- '' @< a.
   true.
?- 'Z' @< a.
   true.
?- abc @< abd.
   true.
?- abcd @< abd.
   true.
?- b @< aaaa.
   false.
?- msort([b, a, 'B', '1', '', 'a b', ab, '[]'], L).
   L = ['', '1', 'B', [], a, 'a b', ab, b].
?- char_code(_C, 0x10FFFF), char_code(_D, 0xFFFF), _C @> _D.
   true.
?- 'é' @> z.
   true.

% 7.2.5 Order of compound terms
?- f(z) @< a(a, a).
   true.
?- a(z) @< b(a).
   true.
?- aa(a) @> a(z).
   true.
?- f(a, b) @< f(a, c).
   true.
?- f(b, a) @> f(a, b).
   true.
?- f(1.0, b) @< f(1, a).
   true.
?- [a] @< [b].
   true.
?- [a, b] @< [b].
   true.
?- [z] @< [a|b], true.
   false.
?- [a|b] @< [a, c].
   true.
?- "abc" @< "abd", "ab" @< "abc".
   true.
?- msort([f(b), g(a), f(a, a), f(a), [a], -1], L).
   L = [-1, f(a), f(b), g(a), [a], f(a, a)].
?- f(X, b) @< f(X, c).
   true.
?- f(A, B) @< f(A, B).
   false.
?- sort([g(X), f(Y), f(Y)], L).
   L = [f(Y), g(X)].
