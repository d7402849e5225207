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
