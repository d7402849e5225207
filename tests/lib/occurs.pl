% SPDX-License-Identifier: MIT
% Tests of library(occurs).

:- use_module(library(occurs)).

?- contains_term(a, f(g(a))).
   true, det.
?- contains_term(f(X), g(f(a),f(b))).
   X = a, det.
?- contains_term(a, f(b)).
   false.
?- contains_term(a, f(V)).
   V = a, det.
?- contains_term(f(a), f(a)).
   true, det.
?- contains_var(X, f(a,g(X))).
   true, det.
?- contains_var(X, f(a,g(_Y))).
   false.
?- contains_var(f(X), g(f(X))).
   true, det.
?- free_of_term(a, f(b,g(c))).
   true, det.
?- free_of_term(a, f(b,_)).
   false.
?- free_of_var(X, f(_Y,g(a))).
   true, det.
?- free_of_var(X, f(X)).
   false.
?- occurrences_of_term(f(_), g(f(a),f(b),f(f(c))), N).
   N = 4, det.
?- occurrences_of_term(a, g(a,_,b), N).
   N = 2, det.
?- occurrences_of_term(a, b, N).
   N = 0, det.
?- occurrences_of_term(a, f(a), 2).
   false.
?- occurrences_of_var(X, g(X,f(X),_Y), N).
   N = 2, det.
?- occurrences_of_var(f(X), g(f(X),f(_Y)), N).
   N = 1, det.
?- test_size(20000, Size), length(L, Size), occurrences_of_term(a, [b|L], N).
   check(N =:= Size), check(is_list(L)), det.
?- sub_term(X, f(a,g(b))).
   X = f(a,g(b))
;  X = a
;  X = g(b)
;  X = b.
?- sub_term(X, a).
   X = a.
?- sub_term(V, f(a)), V == b.
   false.
?- findall(x, sub_var(X, f(a,X,g(X))), L).
   L = [x,x], det.
?- sub_var(X, f(a)).
   false.
?- Sub = g(A,B), sub_term_shared_variables(Sub, f(A,Sub,C), L).
   Sub = g(A,B), L = [A], det.
?- Sub = g(A), sub_term_shared_variables(Sub, f(Sub,Sub), L).
   Sub = g(A), L = [A], det.
?- Sub = g(_), sub_term_shared_variables(Sub, Sub, L).
   Sub = g(_), L = [], det.
?- sub_term_shared_variables(g(_), f(a), _).
   false.
?- test_size(30000, _Size), numlist(1, _Size, _L), contains_term(_Size, _L), contains_var(_Size, _L), free_of_term(a, _L), free_of_var(a, _L).
   true, det.
?- contains_term(X, f(a)).
   X = f(a), det.

% Cyclic terms have so many different subterms.
?- X = f(X, a), contains_term(a, X), contains_term(f(_, _), X).
   check(cyclic_term(X)).
?- _X = f(_X, a), contains_term(b, _X).
   false.
?- _X = f(_X, _V), contains_var(_V, _X), \+ contains_var(_, _X), free_of_var(b, _X).
   true.
?- _X = f(_X, a), findall(x, sub_term(_, _X), L), findall(y, sub_var(a, _X), M).
   L = [x, x], M = [y].
on_cycle(Closure, Type) :-
    X = f(X, a),
    catch(call(Closure, X, _), error(domain_error(Type, _), _), true).

?- on_cycle(occurrences_of_term(a), Type).
   Type = acyclic_term.
?- on_cycle(occurrences_of_var(a), Type).
   Type = acyclic_term.
?- on_cycle(sub_term_shared_variables(a), Type).
   Type = acyclic_term.
