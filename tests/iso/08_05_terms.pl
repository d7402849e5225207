% SPDX-License-Identifier: MIT
%
% 8.5 Term creation and decomposition.

% 8.5.1 functor/3
?- functor(foo(a, b, c), foo, 3).
   true.
?- functor(foo(a, b, c), X, Y).
   X = foo, Y = 3.
?- functor(X, foo, 3).
   X = foo(_, _, _).
?- functor(X, foo, 0).
   X = foo.
?- functor(mats(A, B), A, B).
   A = mats, B = 2.
?- functor(foo(_), foo, 2).
   false.
?- functor(foo(_), fo, 1).
   false.
?- functor(1, X, Y).
   X = 1, Y = 0.
?- functor(X, 1.1, 0).
   X = 1.1.
?- functor([_|_], '.', 2).
   true.
?- functor([], [], 0).
   true.
?- functor(X, '.', 2).
   X = [_|_].
?- functor("abc", N, A).
   N = '.', A = 2.
?- functor(_, _, 3).
   error(instantiation_error, _).
?- functor(_, foo, _).
   error(instantiation_error, _).
?- functor(_, foo, -1).
   error(domain_error(not_less_than_zero, -1), _).
?- functor(_, 1.5, 1).
   error(type_error(atom, 1.5), _).
?- functor(_, foo(a), 1).
   error(type_error(atomic, foo(a)), _).
?- functor(_, foo(a), 0).
   error(type_error(atomic, foo(a)), _).
?- functor(_, foo, a).
   error(type_error(integer, a), _).
?- functor(_, foo, 1.0).
   error(type_error(integer, 1.0), _).
?- functor(_, foo, 1267650600228229401496703205376).
   error(representation_error(max_arity), _).
?- functor(f(a), f, a).
   false.
?- F = functor(f, N, A), call(F).
   F = functor(f, f, 0), N = f, A = 0.

% 8.5.2 arg/3
?- arg(1, foo(a, b), a).
   true.
?- arg(1, foo(a, b), X).
   X = a.
?- arg(1, foo(X, b), a).
   X = a.
?- arg(1, foo(X, b), Y).
   X = Y.
?- arg(1, foo(a, b), b).
   false.
?- arg(0, foo(a, b), _).
   false.
?- arg(3, foo(3, 4), _).
   false.
?- arg(1267650600228229401496703205376, foo(3, 4), _).
   false.
?- arg(2, [a, b], X).
   X = [b].
?- arg(1, "ab", X).
   X = a.
?- arg(2, "ab", X).
   X = "b".
?- arg(1, _, _).
   error(instantiation_error, _).
?- arg(0, atom, _).
   error(type_error(compound, atom), _).
?- arg(0, 3, _).
   error(type_error(compound, 3), _).
?- arg(a, foo(a), _).
   error(type_error(integer, a), _).
?- arg(1.0, foo(a), _).
   error(type_error(integer, 1.0), _).
?- arg(-3, foo(a, b), _).
   error(domain_error(not_less_than_zero, -3), _).

% With the flag iso off all arguments are tried for an unbound N: tests/ext/iso_flag.pl.
?- arg(_, f(a), a).
   error(instantiation_error, _).
?- arg(_, "ab", _).
   error(instantiation_error, _).
?- arg(_, atom, _).
   error(instantiation_error, _).
% 8.5.3 =../2
?- foo(a, b) =.. [foo, a, b].
   true.
?- X =.. [foo, a, b].
   X = foo(a, b).
?- foo(a, b) =.. L.
   L = [foo, a, b].
?- foo(X, b) =.. [foo, a, Y].
   X = a, Y = b.
?- 1 =.. [1].
   true.
?- X =.. [1].
   X = 1.
?- X =.. [1.5].
   X = 1.5.
?- foo(a, b) =.. [foo, b, a].
   false.
?- _ =.. _.
   error(instantiation_error, _).
?- _ =.. [_].
   error(instantiation_error, _).
?- _ =.. [foo, a|_].
   error(instantiation_error, _).
?- _ =.. [foo|bar].
   error(type_error(list, [foo|bar]), _).
?- _ =.. [_|bar].
   error(type_error(list, [_|bar]), _).
?- _ =.. [3, 1].
   error(type_error(atom, 3), _).
?- _ =.. [1.1, foo].
   error(type_error(atom, 1.1), _).
?- _ =.. [a(b), 1].
   error(type_error(atom, a(b)), _).
?- _ =.. [a(b)].
   error(type_error(atomic, a(b)), _).
?- _ =.. 4.
   error(type_error(list, 4), _).
?- f(a) =.. 4.
   error(type_error(list, 4), _).
?- f(a) =.. [f|4].
   error(type_error(list, [f|4]), _).
?- _ =.. [].
   error(domain_error(non_empty_list, []), _).
?- X =.. ['.', a, []].
   X = [a].
?- "ab" =.. L.
   L = ['.', a, "b"].
?- X =.. "ab".
   X = a(b).
?- [a] =.. [N|As].
   N = '.', As = [a, []].

% 8.5.4 copy_term/2
?- copy_term(_, _).
   true.
?- copy_term(_, 3).
   true.
?- copy_term(_, a).
   true.
?- copy_term(a + X, X + b).
   X = a.
?- copy_term(_X + _X + _Y, A + B + B).
   A = B.
?- copy_term(a, a).
   true.
?- copy_term(a, b).
   false.
?- copy_term(f(a), f(X)).
   X = a.
?- copy_term(a + X, X + b), copy_term(a + X, X + b).
   false.
?- copy_term(demoen(_X, _X), demoen(Y, f(_Z))), var(Y).
   false.
?- copy_term("abc", X).
   X = "abc".
?- copy_term([_X, _Y, _X|_T], L).
   L = [A, _, A|_].
?- X = f(X, _), copy_term(X, Y), cyclic_term(Y), X == Y.
   false.
?- copy_term(f(1267650600228229401496703205376, 1.5, _), X).
   X = f(1267650600228229401496703205376, 1.5, _).

% 8.5.5 term_variables/2
?- term_variables(t, Vars).
   Vars = [].
?- term_variables(f(A, B), [C|D]).
   A = C, D = [B].
?- term_variables(A + B / A, Vars).
   Vars = [A, B].
?- A = f(B), term_variables(A - A - g(C), Vars).
   A = f(B), Vars = [B, C].
?- term_variables(t, [x, y|a]).
   error(type_error(list, [x, y|a]), _).
?- term_variables(t, a).
   error(type_error(list, a), _).
?- term_variables(_, [_|_]).
   true.
?- term_variables("abc", L).
   L = [].
?- X = f(Y, X), term_variables(X, L).
   check(cyclic_term(X)), check(L == [Y]).
?- S = B + T, T = A * B, term_variables(S, L).
   S = B + A * B, T = A * B, L = [B, A].
