% SPDX-License-Identifier: MIT
%
% 8.2 Term unification.

% 8.2.1 =/2
?- 1 = 1.
   true.
?- X = 1.
   X = 1.
?- X = Y.
   X = Y.
?- _ = _.
   true.
?- X = Y, X = abc.
   X = abc, Y = abc.
?- X = f(Y, _).
   X = f(Y, _).
?- f(X, def) = f(def, Y).
   X = def, Y = def.
?- 1 = 2.
   false.
?- 1 = 1.0.
   false.
?- g(_) = f(f(_)).
   false.
?- f(_, 1) = f(a(_)).
   false.
?- f(X, Y, X) = f(a(X), a(Y), Y, 2).
   false.
?- "abc" = [A|B].
   A = a, B = [b, c].
?- [a|T] = "abc".
   T = "bc".
?- "abc" = [a, b, c|T].
   T = [].
?- "abc" = [a, X, d].
   false.
?- call(=, X, f(b)).
   X = f(b).
?- 1267650600228229401496703205376 = 1267650600228229401496703205376.
   true.
?- 0.0 = -0.0.
   false.
?- '' = [].
   false.
?- X = f(X, Y), X = f(f(X, Y), 1), acyclic_term(Y).
   check(cyclic_term(X)), Y = 1.

% 8.2.2 unify_with_occurs_check/2
?- unify_with_occurs_check(1, 1).
   true.
?- unify_with_occurs_check(X, 1).
   X = 1.
?- unify_with_occurs_check(X, Y).
   X = Y.
?- unify_with_occurs_check(X, X).
   true.
?- unify_with_occurs_check(f(X, def), f(def, Y)).
   X = def, Y = def.
?- unify_with_occurs_check(1, 2).
   false.
?- unify_with_occurs_check(1, 1.0).
   false.
?- unify_with_occurs_check(_X, f(_X)).
   false.
?- unify_with_occurs_check(f(_X, 1), f(a(_X), 1)).
   false.
?- unify_with_occurs_check(f(_X, _Y), f(a(_Y), b(_X))).
   false.
?- unify_with_occurs_check(f(_X, _Y, _X), f(a(_X), a(_Y), _Y, 2)).
   false.
?- unify_with_occurs_check([a|X], "abc").
   X = "bc".

% 8.2.3 \=/2
?- 1 \= 1.
   false.
?- _ \= 1.
   false.
?- _ \= _.
   false.
?- f(_, def) \= f(def, _).
   false.
?- 1 \= 2.
   true.
?- 1 \= 1.0.
   true.
?- g(_) \= f(f(_)).
   true.
?- f(_, 1) \= f(a(_)).
   true.
?- X = f(A), \+ X \= f(b), var(A).
   X = f(A).
?- call(\=, f(_X, _X), f(1, 2)).
   true.
?- "abc" \= [a, b, d].
   true.
?- "abc" \= [a, b|_].
   false.

% 8.2.4 subsumes_term/2
?- subsumes_term(a, a).
   true.
?- subsumes_term(f(_, _), f(_Z, _Z)).
   true.
?- subsumes_term(f(_Z, _Z), f(_, _)).
   false.
?- subsumes_term(g(_X), g(f(_X))).
   false.
?- subsumes_term(_X, f(_X)).
   false.
?- subsumes_term(_X, _Y), subsumes_term(_Y, f(_X)).
   true.
?- subsumes_term(f(_), f(a)).
   true.
?- subsumes_term(f(a), f(_)).
   false.
?- subsumes_term(X, f(b)), var(X).
   true.
?- subsumes_term(f(_A, _B, _A), f(_C, d, _C)).
   true.
?- subsumes_term([a, b|_], "abc").
   true.
