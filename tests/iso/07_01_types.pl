% SPDX-License-Identifier: MIT
%
% 7.1 Types and 7.3 unification, as builtins show them.

q(1, a).
q(2, b).
q(1, c).

% 7.1.1.1 Variable set of a term
?- term_variables(f(X, Y), L).
   L = [X, Y].
?- term_variables(f(a, 1), L).
   L = [].
?- term_variables(f(X, g(Y, X), [Z|X]), L).
   L = [X, Y, Z].
?- term_variables(X + Y * X, L).
   L = [X, Y].

% 7.1.1.2 Existential variables set of a term
?- bagof(X, Y^q(X, Y), L).
   L = [1, 2, 1].
?- bagof(X, f(Y, _)^q(X, Y), L).
   L = [1, 2, 1].
?- bagof(Z, X^Y^( q(X, Y), Z = Y ), L).
   L = [a, b, c].
?- bagof(x, user:(X^Y^q(X, Y)), L).
   L = [x, x, x].

% 7.1.1.3 Witness of a variable set
?- bagof(x, q(X, Y), L).
   X = 1, Y = a, L = [x]
;  X = 1, Y = c, L = [x]
;  X = 2, Y = b, L = [x].
?- bagof(Y, q(X, Y), L).
   X = 1, L = [a, c]
;  X = 2, L = [b].

% 7.1.1.4 Free variables set of a term
?- bagof(X-Y, q(X, Y), L).
   L = [1-a, 2-b, 1-c].
?- bagof(X, q(X, Y), L).
   Y = a, L = [1]
;  Y = b, L = [2]
;  Y = c, L = [1].
?- bagof(A, B^( q(A, B), C = 1 ), L).
   C = 1, L = [1, 2, 1].

% 7.1.2 Integer
?- integer(7), integer(-7), integer(0).
   true.
?- X is 1152921504606846975 + 1, integer(X).
   X = 1152921504606846976.
?- X is 9223372036854775807 + 1, integer(X).
   X = 9223372036854775808.
?- integer(1.0).
   false.
?- 1 = 1.0.
   false.

% 7.1.3 Floating point
?- float(1.0), float(-0.5), float(1.0e10).
   true.
?- float(1).
   false.
?- X is 1.0e300 * 1.0e300.
   error(evaluation_error(float_overflow), _).
?- X is 2.0 ** -1074, X > 0.0.
   X = 5.0e-324.

% 7.1.4 Atom
?- atom([]), atom({}), atom(;), atom(!), atom('').
   true.
?- atom('hello world'), atom(é).
   true.
?- atom(1).
   false.
?- [] == '[]'.
   true.
?- 'a' == a.
   true.

% 7.1.5 Compound term
?- compound(f(a)), compound([a]), compound({a}), compound(-(1)), compound(a + b), compound("a").
   true.
?- compound([]).
   false.
?- [a] == '.'(a, []).
   true.
?- {a} == '{}'(a).
   true.
?- - a == -(a), 1 - 2 == -(1, 2).
   true.
?- functor(f(a, b, c), N, A).
   N = f, A = 3.

% 7.1.6.1 Variant of a term
?- f(_, _) =@= f(_, _).
   true.
?- f(A, B, A) =@= f(C, D, C).
   true.
?- f(A, B) =@= f(C, C).
   false.
?- f(A, A) =@= f(C, D).
   false.
?- f(A, B) =@= f(B, A).
   true.
?- f(a) =@= f(_).
   false.

% 7.1.6.2 Renamed copy of a term
?- copy_term(f(X, Y, X), T), T =@= f(X, Y, X).
   T = f(_A, _B, _A).
?- copy_term(X, Y), X \== Y.
   true.
?- copy_term(f(X, a), f(b, Z)).
   Z = a.

% 7.1.6.3 Iterated-goal term
?- bagof(X, A^B^( q(X, A), B = A ), L).
   L = [1, 2, 1].
?- setof(X, A^q(X, A), L).
   L = [1, 2].
?- G = q(X, A), setof(X, A^G, L).
   G = q(X, A), L = [1, 2].
?- X = (^), catch(setof(Y, q(Y, X), _), _, fail).
   false.

% 7.1.6.5 Sorted list
?- sort([c, a, b, a], L).
   L = [a, b, c].
?- setof(X, member(X, [b, a, b]), L).
   L = [a, b].
?- sort([], L).
   L = [].
?- sort([f(_X), f(_Y), f(_X)], _L), length(_L, N).
   N = 2.

% 7.1.6.6 Predicate indicator
?- current_predicate(q/A).
   A = 2.
?- current_predicate(q/2).
   true.
?- current_predicate(q).
   error(type_error(predicate_indicator, q), _).
?- abolish(q/a).
   error(type_error(integer, a), _).
?- abolish(q/(-1)).
   error(domain_error(not_less_than_zero, -1), _).
?- abolish(1/2).
   error(type_error(atom, 1), _).

% 7.3.2 Unification: Herbrand algorithm
?- f(X, b) = f(a, Y).
   X = a, Y = b.
?- f(X, Y) = f(Y, a).
   X = a, Y = a.
?- f(a) = g(a).
   false.
?- f(a) = f(a, b).
   false.
?- [H|T] = [a, b].
   H = a, T = [b].
?- X = Y.
   X = Y.
?- f(X, g(X)) = f(Y, g(a)).
   X = a, Y = a.

% 7.3.3 Subject to occurs-check, and not
?- unify_with_occurs_check(X, f(X)).
   false.
?- unify_with_occurs_check(f(X, Y), f(Y, g(X))).
   false.
?- unify_with_occurs_check(f(X, 1), f(a(X), 2)).
   false.
?- f(X, 1) = f(a(X), 2).
   false.
?- unify_with_occurs_check(X, X).
   true.
?- unify_with_occurs_check(f(X), f(g(Y))).
   X = g(Y).

% 7.3.4 Normal unification in Prolog
?- X = f(X), acyclic_term(X).
   false.
?- _X = f(_X), cyclic_term(_X), _Y = f(_Y), _X = _Y.
   true.
?- X = f(Y), Y = g(Z), Z = a.
   X = f(g(a)), Y = g(a), Z = a.
