% SPDX-License-Identifier: MIT
%
% Terms and lists: predicates beside those of 8.2 to 8.5.

% length/2
?- length([a, b, c], N).
   N = 3, det.
?- length(L, 2).
   L = [_, _], det.
?- length(L, N).
   L = [], N = 0
;  L = [_], N = 1
;  L = [_, _], N = 2
;  ... .
?- length([a, b|T], N).
   T = [], N = 2
;  T = [_], N = 3
;  ... .
?- length([a, b|T], 3).
   T = [_], det.
?- length([a, b|_], 1).
   false.
?- length("grüße", N).
   N = 5.
?- length([], 0).
   true.
?- length([a], 2).
   false.
?- length(_L, _L).
   false.
?- length([a|_L], _L).
   false.
?- length(a, _).
   error(type_error(list, a), _).
?- length([a|b], _).
   error(type_error(list, [a|b]), _).
?- X = [a|X], length(X, _).
   error(type_error(list, _), _).
?- length(_, a).
   error(type_error(integer, a), _).
?- length([a], 1.0).
   error(type_error(integer, 1.0), _).
?- length(_, -1).
   error(domain_error(not_less_than_zero, -1), _).
?- length(_, 1267650600228229401496703205376).
   error(resource_error(_), _).
?- length(L, 3), L = [a|T].
   L = [a, X, Y], T = [X, Y].
?- length(_L, 300000), length(_L, N).
   N = 300000.

% msort/2, sort/4
?- msort([c, a, b, a], L).
   L = [a, a, b, c].
?- msort([a|_], _).
   error(instantiation_error, _).
?- sort(0, @>=, [1, 3, 2, 3], L).
   L = [3, 3, 2, 1].
?- sort(0, @>, [1, 3, 2, 3], L).
   L = [3, 2, 1].
?- sort(0, @=<, [1, 3, 2, 3], L).
   L = [1, 2, 3, 3].
?- sort(1, @<, [f(2, a), f(1, b), f(2, c)], L).
   L = [f(1, b), f(2, a)].
?- sort(1, @>=, [f(1, a), f(2, b), f(1, c)], L).
   L = [f(2, b), f(1, a), f(1, c)].
?- sort(2, @=<, [f(1, b), f(2, a)], L).
   L = [f(2, a), f(1, b)].
?- sort(1, @=<, [f(1), a], _).
   error(type_error(compound, a), _).
?- sort(_, @<, [], _).
   error(instantiation_error, _).
?- sort(a, @<, [], _).
   error(type_error(integer, a), _).
?- sort(-1, @<, [], _).
   error(domain_error(not_less_than_zero, -1), _).
?- sort(0, <, [], _).
   error(domain_error(order, <), _).
?- sort(0, 1, [], _).
   error(type_error(atom, 1), _).

% =@=, \=@=, ?=, same_term
?- f(_A, _B, _A) =@= f(_C, _D, _C).
   true.
?- f(_A, _B) =@= f(_C, _C).
   false.
?- f(_A, _A) \=@= f(_B, _C).
   true.
?- f(_X, _Y) =@= f(_Y, _X).
   true.
?- ?=(a, b).
   true.
?- ?=(_, a).
   false.
?- ?=(f(_X), f(_X)).
   true.

% duplicate_term/2, copy_term_nat/2
?- X = f(a, Y, Y), duplicate_term(X, Z).
   X = f(a, Y, Y), Z = f(a, W, W).
?- copy_term_nat(f(_X, _Y, _X), Z).
   Z = f(A, _, A).

% setarg/3, nb_setarg/3
changed(Term, New) :-
    functor(Term, f, 2),
    arg(1, Term, old),
    arg(2, Term, old),
    setarg(1, Term, New).

counted(Goal, Count) :-
    functor(State, count, 1),
    nb_setarg(1, State, 0),
    (   call(Goal),
        arg(1, State, N0),
        N is N0 + 1,
        nb_setarg(1, State, N),
        fail
    ;   arg(1, State, Count)
    ).

collected(Template, Goal, List) :-
    functor(State, list, 1),
    nb_setarg(1, State, []),
    (   call(Goal),
        arg(1, State, Old),
        nb_setarg(1, State, [Template|Old]),
        fail
    ;   arg(1, State, List)
    ).

constant(c(a, [x, y], "text")).

?- changed(T, new(X)).
   T = f(new(X), old).
?- changed(T, new), ( setarg(1, T, newer), fail ; true ).
   T = f(new, old).
?- changed(T, _), setarg(3, T, x).
   false.
?- setarg(0, f(_), x).
   false.
?- setarg(1, _, x).
   error(instantiation_error, _).
?- setarg(1, a, x).
   error(type_error(compound, a), _).
?- setarg(a, f(_), x).
   error(type_error(integer, a), _).
?- constant(T), setarg(2, T, b), constant(U).
   T = c(a, b, "text"), U = c(a, [x, y], "text").
?- constant(T), ( setarg(2, T, b), T = c(a, b, _), fail ; true ).
   T = c(a, [x, y], "text").
?- constant(T), ( nb_setarg(2, T, f(_)), fail ; true ).
   T = c(a, f(_), "text").
?- constant(c(_, L, T)), setarg(1, L, z), setarg(1, T, u), constant(U).
   L = [z, y], T = "uext", U = c(a, [x, y], "text").
?- counted(member(_, [a, b, c]), N).
   N = 3.
?- counted(fail, N).
   N = 0.
?- collected(X-Y, ( member(X, [1, 2]), member(Y, [a, f(_, "text", 1.5)]) ), L).
   L = [2-f(_, "text", 1.5), 2-a, 1-f(_, "text", 1.5), 1-a].
?- collected(X, between(1, 1000, X), L), length(L, N), sum_list(L, S).
   check(is_list(L)), N = 1000, S = 500500.

% term_variables/3, term_hash/2, numbervars
?- term_variables(f(X, g(Y), X), L, T).
   L = [X, Y|T].
?- term_hash(f(_), H).
   true.
?- term_hash(f("abc", 1.5, x), H), term_hash(f([a, b, c], 1.5, x), H).
   check(integer(H)).
?- T = f(X, Y, X), numbervars(T, 23, E).
   T = f('$VAR'(23), '$VAR'(24), '$VAR'(23)), X = '$VAR'(23), Y = '$VAR'(24), E = 25.
?- numbervars(f(a), 5, E).
   E = 5.
?- numbervars(f(_), a, _).
   error(type_error(integer, a), _).
?- numbervars(f(_), _, _).
   error(instantiation_error, _).

% compound_name_arity/3, compound_name_arguments/3
?- compound_name_arity(f(a, b), N, A).
   N = f, A = 2.
?- compound_name_arity(T, f, 2).
   T = f(_, _).
?- compound_name_arguments(f(a, b), N, A).
   N = f, A = [a, b].
?- compound_name_arguments(T, f, [x]).
   T = f(x).
?- compound_name_arity(a, _, _).
   error(type_error(compound, a), _).

% cyclic_term/1
?- X = f(X), cyclic_term(X).
   check(cyclic_term(X)).
?- cyclic_term(f(_)).
   false.

% is_list/1
?- is_list([a, b]).
   true.
?- is_list([a|_]).
   false.
?- is_list("abc").
   true.
?- is_list(a).
   false.

% unifiable/3
?- unifiable(f(X, Y), f(a, Z), L).
   L = [Z = Y, X = a].
?- unifiable(a, a, L).
   L = [].
?- unifiable(X, X, L).
   L = [].
?- unifiable(X, f(Y), L).
   L = [X = f(Y)].
?- unifiable(f(X), f(b), L), var(X).
   L = [X = b].
?- unifiable(a, b, _).
   false.
?- unifiable(f(_, a), f(_, b), _).
   false.
?- _X = f(_X), unifiable(_X, f(_Y), [Z = V]), Z == _Y.
   check(nonvar(V)).
?- unifiable("abc", [X|T], L).
   L = [T = "bc", X = a].

% nonground/2, term_singletons/2
?- nonground(f(a, X, Y), V).
   V = X.
?- nonground(f(a), _).
   false.
?- nonground(X, X).
   true.
?- term_singletons(f(X, Y, X, Z), L).
   L = [Y, Z].
?- term_singletons(f(a), L).
   L = [].
?- S = g(P), term_singletons(f(S, S, Q), L).
   S = g(P), L = [Q].
?- _C = f(_C, _V, W), term_singletons(_C, L).
   L = [].
?- term_singletons([X, Y|Z], L).
   L = [X, Y, Z].

% numbervars/1, 4
?- T = f(X, Y, X), numbervars(T), T == f('$VAR'(0), '$VAR'(1), '$VAR'(0)).
   T = f('$VAR'(0), '$VAR'(1), '$VAR'(0)), X = '$VAR'(0), Y = '$VAR'(1).
?- numbervars(f(X, Y, X), 5, E, [singletons(true)]).
   X = '$VAR'(5), Y = '$VAR'('_'), E = 6.
?- numbervars(f(X, Y), 0, E, [functor_name(v)]).
   X = v(0), Y = v(1), E = 2.
?- numbervars(f(X, Y), 0, E, []).
   X = '$VAR'(0), Y = '$VAR'(1), E = 2.
?- numbervars(_, 0, _, [singletons(maybe)]).
   error(domain_error(numbervars_option, singletons(maybe)), _).
?- numbervars(_, 0, _, [foo]).
   error(domain_error(numbervars_option, foo), _).
?- numbervars(_, 0, _, [_]).
   error(instantiation_error, _).
?- numbervars(_, a, _, []).
   error(type_error(integer, a), _).
?- numbervars(_, _, _, []).
   error(instantiation_error, _).

% Deep terms: nothing here needs a C stack or quadratic time
nested(0, Term, Term) :- !.
nested(N, Term0, Term) :-
    N1 is N - 1,
    nested(N1, f(Term0), Term).
nested_term(Inner, Term) :-
    test_size(1000000, N),
    nested(N, Inner, Term).

?- nested_term(a, _A), nested_term(a, _B), _A == _B, compare(O, _A, _B), _A = _B.
   O = (=).
?- nested_term(_X, _A), nested_term(_Y, _B), _A =@= _B, unify_with_occurs_check(_A, _B), _X == _Y.
   true.
?- nested_term(X, _A), unify_with_occurs_check(X, f(_A)).
   false.
?- nested_term(X, _A), copy_term(_A, _B), term_variables(_B, [V]), V \== X, duplicate_term(_A, _C), _C =@= _A.
   true.
?- nested_term(a, _A), ground(_A), acyclic_term(_A), \+ cyclic_term(_A), term_hash(_A, _H), integer(_H).
   true.
?- nested_term(X, _A), nested_term(a, _B), subsumes_term(_A, _B), \+ subsumes_term(_B, _A), \+ ?=(_A, _B), var(X).
   true.
?- nested_term(_X, _A), numbervars(_A, 0, E), term_singletons(_A, L), unifiable(_A, _A, []).
   E = 1, L = [].
?- nested_term(a, _A), sort([_A, b, _A], [B, _]), findall(_A, true, [_C]), _C == _A, catch(throw(_A), _D, true), _D == _A.
   B = b.
?- nested_term(x(_), _A), bagof(K, member(K-_A, [1-_A, 2-_A]), L), b_setval(deep, _A), b_getval(deep, _B), _B == _A.
   L = [1, 2].

% Rational trees: every predicate ends
?- _X = f(_X), _Y = f(f(_Y)), _X == _Y, _X = _Y, compare(O, _X, _Y), _X =@= _Y, ?=(_X, _Y), \+ _X \= _Y.
   O = (=).
?- _X = f(_X, A), copy_term(_X, _Y), _X =@= _Y, term_variables(_Y, [B]), B \== A, duplicate_term(_X, _Z), _Z =@= _X.
   true.
?- _X = f(_X), ground(_X), cyclic_term(_X), \+ acyclic_term(_X), term_hash(_X, _H), term_hash(f(f(_X)), _H).
   true.
?- _X = f(_X, Y), \+ ground(_X), numbervars(_X, 3, E).
   Y = '$VAR'(3), E = 4.
?- _X = f(_X), subsumes_term(f(_), _X), \+ subsumes_term(_X, f(_)), subsumes_term(_X, _X).
   true.
?- _X = f(_X), sort([_X, a, f(_X), f(a)], L), length(L, N).
   N = 3, check(L = [a|_]).
?- _X = f(_X), findall(_X, true, [_Y]), _X == _Y, catch(throw(g(_X)), g(_Z), true), _Z == _X.
   true.
?- _X = f(_X), setof(K, member(K-_X, [b-_X, a-_X]), L), nb_setval(cyclic, _X), nb_getval(cyclic, _Y), _X == _Y.
   L = [a, b].
?- _X = f(_X), assertz(holds(_X)).
   error(type_error(acyclic_term, _), _).
?- _X = f(_X), assertz(( holds :- runs(_X) )).
   error(type_error(acyclic_term, _), _).
?- _L = [a|_L], sort(_L, _).
   error(type_error(list, _), _).
?- _L = [a-1|_L], keysort(_L, _).
   error(type_error(list, _), _).
?- _L = [a|_L], msort(_L, _).
   error(type_error(list, _), _).
?- _L = [a|_L], predsort(compare, _L, _).
   error(type_error(list, _), _).
?- _L = [a|_L], list_to_set(_L, _).
   error(type_error(list, _), _).
?- _L = [a|_L], _ =.. _L.
   error(type_error(list, _), _).
?- _T = f(_T), setarg(1, _T, a), _T == f(a).
   true.
?- _G = ( true, _G ), call(_G).
   error(type_error(acyclic_term, _), _).

% is_most_general_term/1
?- is_most_general_term(f(_, _)), is_most_general_term(a), is_most_general_term([]), is_most_general_term([_, _]).
   true.
?- is_most_general_term(f(X, X)).
   false.
?- is_most_general_term([_|_]).
   false.
?- is_most_general_term([_, a]).
   false.
?- is_most_general_term(1).
   false.
?- is_most_general_term(_).
   false.
?- X = f(X), is_most_general_term(X).
   false.

% functor/4
?- functor(T, f, 2, Type).
   T = f(_, _), Type = compound.
?- functor(T, f, 0, atom).
   T = f.
?- functor(T, f, 0, callable).
   T = f.
?- functor(T, 5, 0, Type).
   T = 5, Type = atomic.
?- functor(_, f, 0, _).
   error(instantiation_error, _).
?- functor(_, f, 2, atom).
   false.
?- functor(_, f, 0, atomic).
   false.
?- functor(f(x), N, A, Type).
   N = f, A = 1, Type = compound.
?- functor(f(x), N, A, callable).
   N = f, A = 1.
?- functor(a, N, A, Type).
   N = a, A = 0, Type = atom.
?- functor(1, N, A, Type).
   N = 1, A = 0, Type = atomic.
?- functor(_, f, 0, nope).
   error(domain_error(functor_type, nope), _).
?- functor(_, _, _, atom).
   error(instantiation_error, _).

% copy_term/3, term_attvars/2
?- copy_term(f(X, Y, X), C, Gs).
   C = f(_A, _B, _A), Gs = [], check(_A \== X).
?- term_attvars(f(_), L).
   L = [].

% var_number/2
?- var_number('$VAR'(3), N).
   N = 3.
?- var_number('$VAR'(_), _).
   false.
?- var_number(_, _).
   false.

% variant_sha1/2, variant_hash/2. SHA-1 of "abc" is that of FIPS 180.
?- '$sha1'(abc, D).
   D = a9993e364706816aba3e25717850c26c9cd0d89d.
?- '$sha1'(abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq, D).
   D = '84983e441c3bd26ebaae4aa1f95129e5e54670f1'.
?- '$sha1'('', D).
   D = da39a3ee5e6b4b0d3255bfef95601890afd80709.
?- variant_sha1(f(_, A, A), D), variant_sha1(f(_, B, B), D).
   check(atom_length(D, 40)).
?- variant_sha1(f(A, A), D), variant_sha1(f(_, _), D).
   false.
?- variant_sha1(f(_), D), variant_sha1(f('_0'), D).
   false.
?- variant_hash(f(_, _), H), variant_hash(f(_, _), H), H < 16777216.
   check(integer(H)).
?- X = f(X), variant_sha1(X, _).
   error(type_error(acyclic_term, _), _).
