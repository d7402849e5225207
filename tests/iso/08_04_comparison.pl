% SPDX-License-Identifier: MIT
%
% 8.4 Term comparison.

% 8.4.1 @=</2 ==/2 \==/2 @</2 @>/2 @>=/2
?- '@=<'(1.0, 1).
   true.
?- '@<'(1.0, 1).
   true.
?- '\\=='(1, 1).
   false.
?- '@=<'(aardvark, zebra).
   true.
?- '@=<'(short, short).
   true.
?- '@=<'(short, shorter).
   true.
?- '@>='(short, shorter).
   false.
?- '@<'(foo(a, b), north(a)).
   false.
?- '@>'(foo(b), foo(a)).
   true.
?- '@<'(foo(a, _), foo(b, _)).
   true.
?- '@<'(_X, _X).
   false.
?- '@=<'(_X, _X).
   true.
?- '=='(_X, _X).
   true.
?- '=='(_X, _Y).
   false.
?- '\\=='(_, _).
   true.
?- '@=<'(_, _) ; true.
   true
;  ... .
?- 1 == 1.0.
   false.
?- f(X) == f(X).
   true.
?- "abc" == [a, b, c].
   true.
?- "abc" @< [a, b, d].
   true.
?- [a, b] @< "abc".
   true.
?- _ @< 1.
   true.
?- 2 @< a.
   true.
?- a @< f(a).
   true.
?- z(a) @< a(a, a).
   true.
?- 1.5 @< 2.
   true.
?- 2 @< 2.5.
   false.
?- 2 @> 2.5.
   true.
?- 1267650600228229401496703205376 @> 1.0e30.
   true.
?- -1267650600228229401496703205376 @< 0.
   true.
?- a @> 'A'.
   true.
?- 'é' @> z.
   true.
?- '' @< a.
   true.
?- f(1, 2) @< g(0, 0).
   true.
?- call(==, f(_X), f(_X)).
   true.
?- _X = f(_X), _Y = f(f(_Y)), _X == _Y.
   true.
?- _X = f(_X, a), _Y = f(_Y, b), _X @< _Y.
   true.
?- _X = [a|_X], _X @> [a], \+ _X == [a|_].
   true.
?- _X = h(_X, _X), _Y = h(_Z, _Y), _Z = h(_Y, _Z), _X == _Y.
   true.

% 8.4.2 compare/3
?- compare(Order, 3, 5).
   Order = (<).
?- compare(Order, d, d).
   Order = (=).
?- compare(Order, Order, 3).
   Order = (<).
?- compare(<, <, <).
   false.
?- compare(1 + 2, 3, 3).
   error(type_error(atom, 1 + 2), _).
?- compare(>=, 3, 5).
   error(domain_error(order, >=), _).
?- compare(>, 1, 1.0).
   true.
?- compare(O, f(a), a).
   O = (>).
?- compare(1, 1, 2).
   error(type_error(atom, 1), _).
?- compare(f(<), 1, 2).
   error(type_error(atom, f(<)), _).
?- compare(foo, 1, 2).
   error(domain_error(order, foo), _).
?- compare("<", 1, 2).
   error(type_error(atom, "<"), _).
?- compare(=, a, b).
   false.
?- compare(O, "abc", [a, b, c]).
   O = (=).
?- compare(O, [a, b|_], "abc").
   O = (<).
?- _X = f(_X), compare(O, _X, f(_X)).
   O = (=).
?- _X = g(_X), _Y = f(_Y), compare(O, _X, _Y).
   O = (>).

% 8.4.3 sort/2
?- sort([1, 1], Sorted).
   Sorted = [1].
?- sort([1 + _, z, a, V, 1, 2, V, 1, 7.0, 8.0, 1 + 1, 1, 2, 3], Sorted).
   Sorted = [V, 7.0, 8.0, 1, 2, 3, a, z, 1 + _, 1 + 1].
?- sort([c, a, b], [a, b, c]).
   true.
?- sort([2, 1], [1, 2|T]).
   T = [].
?- sort([], L).
   L = [].
?- sort([_|_], _).
   error(instantiation_error, _).
?- sort(_, _).
   error(instantiation_error, _).
?- sort([a|b], _).
   error(type_error(list, [a|b]), _).
?- sort(a, _).
   error(type_error(list, a), _).
?- sort([b, a], [c|d]).
   error(type_error(list, [c|d]), _).
?- sort([], a).
   error(type_error(list, a), _).
?- L = [a|L], sort(L, _).
   error(type_error(list, _), _).
?- sort([a|_], L).
   error(instantiation_error, _).
?- sort([b, a], L, _), true.
   error(existence_error(procedure, sort/3), _).
?- sort([b|a], _).
   error(type_error(list, [b|a]), _).
?- sort(_, a).
   error(instantiation_error, _).
?- sort([a], [b|c]).
   error(type_error(list, [b|c]), _).
?- sort([b, a], [X, Y|Z]).
   X = a, Y = b, Z = [].
?- sort([b, a], [b|_]).
   false.
?- sort([f(X), X, 1.0, 1, a, X], L).
   L = [X, 1.0, 1, a, f(X)].
?- sort("hello", L).
   L = "ehlo".
?- sort([f(U), f(V), U, V], L), length(L, N), U = V.
   N = 4, L = [U, U, f(U), f(U)], V = U.
?- sort([3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9, 3, 2, 3, 8, 4, 6, 2, 6, 4, 3, 3, 8, 3, 2, 7, 9, 5], L).
   L = [1, 2, 3, 4, 5, 6, 7, 8, 9].

% 8.4.4 keysort/2
?- keysort([1-1, 1-1], Sorted).
   Sorted = [1-1, 1-1].
?- keysort([2-99, 1-a, 3-f(_), 1-z, 1-a, 2-44], Sorted).
   Sorted = [1-a, 1-z, 1-a, 2-99, 2-44, 3-f(_)].
?- _X = [1-2|_X], keysort(_X, _).
   error(type_error(list, _), _).
?- keysort([a-1|_], _).
   error(instantiation_error, _).
?- keysort([_], _).
   error(instantiation_error, _).
?- keysort([a], _).
   error(type_error(pair, a), _).
?- keysort([a-1|b], _).
   error(type_error(list, [a-1|b]), _).
?- keysort(a, _).
   error(type_error(list, a), _).
?- keysort([a-1], [b]).
   error(type_error(pair, b), _).
?- keysort([a-1], b).
   error(type_error(list, b), _).
?- keysort([b-1, a-2], [X|_]).
   X = a-2.
?- keysort([1.0-a, 1-b, 0-c], L).
   L = [1.0-a, 0-c, 1-b].
?- keysort([], L).
   L = [].
?- keysort([2-b, 1-a, 2-a, 1-b], L).
   L = [1-a, 1-b, 2-b, 2-a].
?- keysort([f(X)-1, X-2, a-3, 1.0-4, 1-5], L).
   L = [X-2, 1.0-4, 1-5, a-3, f(X)-1].
?- keysort([_|b], _).
   error(type_error(list, [_|b]), _).
?- keysort([a-1, b|_], _).
   error(instantiation_error, _).
?- keysort([a-1, b], _).
   error(type_error(pair, b), _).
?- keysort([a-1, _], _).
   error(instantiation_error, _).
?- keysort([a-1, f(a, b)], _).
   error(type_error(pair, f(a, b)), _).
?- keysort("ab", _).
   error(type_error(pair, a), _).
?- keysort([a-1], [_|c]).
   error(type_error(list, [_|c]), _).
?- keysort([a-1], [_, b|_]).
   error(type_error(pair, b), _).
?- keysort([b-1, a-2], [K-V|T]).
   K = a, V = 2, T = [b-1].
?- keysort(_, []).
   error(instantiation_error, _).
?- keysort([1-a, 1.0-b], L).
   L = [1.0-b, 1-a].
