% SPDX-License-Identifier: MIT
% Tests of library(terms).

:- use_module(library(terms)).

to_b(a, b).
to_b([x], y).
sum_integers(X, Sum0, Sum) :-
    integer(X),
    Sum is Sum0 + X.

mark_integers(X, n(X), Sum0, Sum) :-
    integer(X),
    Sum is Sum0 + X.

var_to_z(V, z) :-
    var(V).

% --- term_size

?- term_size(a, N).
   N = 0, det.
?- term_size(_, N).
   N = 0, det.
?- term_size(42, N).
   N = 0, det.
?- term_size(f(a,1,_), N).
   N = 4, det.
?- term_size([a,b], N).
   N = 4, det.
?- term_size(f(g(x)), N).
   N = 4, det.
?- term_size(1.5, N).
   N = 2, det.
?- _X is 1 << 200, term_size(_X, N).
   check(N =:= 5), det.
?- _X = f(_X), term_size(_X, N).
   N = 2, det.
?- _A = a(1,2,_), term_size(f(_A,_A), N).
   N = 7, det.
?- term_size(f(a(1,2,_),a(1,2,_)), N).
   N = 11, det.

% --- term_hash

?- term_hash(f(a,b), 1, 100, H1), term_hash(f(c,d), 1, 100, H2), H1 == H2.
   check(( integer(H1), H1 >= 0, H1 < 100, H2 == H1 )), det.
?- term_hash(f(a,_), 1, 100, H).
   check(integer(H)), det.
?- term_hash(f(a,_), 2, 100, H).
   true, det.
?- term_hash(f(a), -1, 1000000, H1), term_hash(f(a), -1, 1000000, H2), H1 == H2.
   check(integer(H1)), check(integer(H2)), det.
?- term_hash(f(a), 0, 10, _H), integer(_H).
   det.
?- term_hash(a, x, 10, _).
   error(type_error(integer, x), _).
?- term_hash(a, 1, 0, _).
   error(type_error(positive_integer, 0), _).
?- term_hash(a, _, 10, _).
   error(instantiation_error, _).

% --- variant, subsumes, term_subsumer

?- variant(f(_A, _B), f(_C, _D)).
   true, det.
?- variant(f(A, A), f(_, _)).
   false.
?- subsumes_chk(f(_), f(a)).
   true, det.
?- subsumes_chk(f(a), f(_)).
   false.
?- subsumes(f(X, Y), f(a, Z)).
   X = a, Y = Z, det.
?- subsumes(f(a), f(X)).
   false.
?- term_subsumer(f(a,b,a), f(c,d,c), G).
   G = f(X,_Y,X), check(( G = f(P,Q,P), P \== Q )), det.
?- term_subsumer(f(a), g(a), G).
   true, det.
?- term_subsumer(f(a,g(b)), f(a,g(c)), G).
   G = f(a,g(_)), det.
?- term_subsumer(a, a, G).
   G = a, det.
?- _X = f(_X), _Y = f(_Y), term_subsumer(_X, _Y, _G), _G == _X.
   det.
?- _X = f(a,_X), _Y = f(b,_Y), term_subsumer(_X, _Y, _G), _G = f(_A, _T), var(_A), _T == _G.
   det.

?- test_size(50000, _N), numlist(1, _N, _L1), append(_L1, [a], _L2), append(_L1, [b], _L3), term_subsumer(_L2, _L3, _G), last(_G, X).
   true, det.

% --- term_factorized

?- term_factorized(f(g(a),g(a)), S, E).
   S = f(X,X), E = [X = g(a)], det.
?- term_factorized(f(g(a),h(g(a)),h(g(a))), S, E).
   S = f(X,Y,Y), E = [X = g(a), Y = h(X)], det.
?- term_factorized(f(a,b), S, E).
   S = f(a,b), E = [], det.
?- term_factorized(V, S, E).
   S = V, E = [], det.
?- _X = a(_X), term_factorized(b(_X,_X), S, E).
   check(( S = b(V,V1), V == V1, var(V), E = [V2 = a(V3)], V2 == V, V3 == V )), det.
?- _X = [a|_X], term_factorized(_X, _S, [_V = _T]), _S == _V, _V = _T, _S == _X.
   det.

% --- mapargs, mapsubterms

?- mapargs(to_b, f(a,[x]), T).
   T = f(b,y).
?- mapargs(to_b, f(c), _).
   false.
?- mapargs(=, T, g(1,2)).
   T = g(1,2), det.
?- mapargs(=, _, _).
   error(instantiation_error, _).
?- mapargs(=, f(_), g(_)).
   false.
?- mapargs(=, f, T).
   T = f, det.
?- mapsubterms(to_b, [a,[x],g(a,V),[c|a]], T).
   T = [b,y,g(b,V),[c|b]], det.
?- mapsubterms_var(var_to_z, [a,[x],g(a,V),[c|a]], T).
   T = [a,[x],g(a,z),[c|a]], det.
?- mapsubterms(to_b, a, T).
   T = b, det.
?- mapsubterms(to_b, V, T).
   T = V, det.
?- mapsubterms(to_b, g, T).
   T = g, det.
?- mapsubterms(fail_always, a, _).
   error(existence_error(procedure, _), _).

% --- foldsubterms

?- foldsubterms(sum_integers, f(1,[2,3],g(4),_), 0, S).
   S = 10, det.
?- foldsubterms(sum_integers, a, 5, S).
   S = 5, det.
?- foldsubterms(mark_integers, f(1,[2|4],V), T, 0, S).
   T = f(n(1),[n(2)|n(4)],V), S = 7, det.
?- foldsubterms(mark_integers, a, b, 0, _).
   false.
?- test_size(200000, N), numlist(1, N, L), foldsubterms(sum_integers, L, 0, S).
   check(S =:= N * (N + 1) // 2), check(is_list(L)), det.

% --- same_functor

?- same_functor(f(a), f(b)).
   true, det.
?- same_functor(f(a), g(a)).
   false.
?- same_functor(f(a,b), T).
   T = f(_,_), det.
?- same_functor(T, f(a)).
   T = f(_), det.
?- same_functor(a, T).
   T = a, det.
?- same_functor(_, _).
   error(instantiation_error, _).
?- same_functor(f(a), f(b), A).
   A = 1, det.
?- same_functor(T, f(b), 1).
   T = f(_), det.
?- same_functor(_, f(b), 2).
   false.
?- same_functor(T, U, f, 2).
   T = f(_,_), U = f(_,_), det.
?- same_functor(f(a,b), f(c,d), N, A).
   N = f, A = 2, det.

% Cyclic terms
on_cycle(Closure, Type) :-
    X = f(X, a),
    catch(call(Closure, X, _), error(domain_error(Type, _), _), true).

fold_cycle(Term, _) :-
    foldsubterms([_, _, _]>>fail, Term, 0, _).

fold_map_cycle(Term, _) :-
    foldsubterms([_, _, _, _]>>fail, Term, _, 0, _).

?- on_cycle(mapsubterms([_, _]>>fail), Type).
   Type = acyclic_term.
?- on_cycle(mapsubterms_var([_, _]>>fail), Type).
   Type = acyclic_term.
?- on_cycle(fold_cycle, Type).
   Type = acyclic_term.
?- on_cycle(fold_map_cycle, Type).
   Type = acyclic_term.
