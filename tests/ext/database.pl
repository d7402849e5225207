% SPDX-License-Identifier: MIT
%
% References to clauses, recorded terms, flag/3.

:- dynamic([fact/1, rule/2, big/2, gone/1]).

fact(1).
fact(2).
fact(3).

rule(X, Y) :- fact(X), Y is X + 1.
rule(0, 0).

static(1).
static(2).

all(Template, Goal, List) :-
    findall(Template, Goal, List).

% --- assert/2, erase/1

?- assertz(fact(4), R), erase(R), all(X, fact(X), L).
   L = [1, 2, 3], check(nonvar(R)).
?- asserta(fact(0), R), all(X, fact(X), L), erase(R), all(X, fact(X), L2).
   L = [0, 1, 2, 3], L2 = [1, 2, 3], check(nonvar(R)).
?- assert(fact(4), R), clause(fact(X), true, R), erase(R).
   X = 4, check(nonvar(R)).
?- assertz(fact(4), R1), assertz(fact(4), R2), R1 \== R2, erase(R1), clause(H, B, R2), \+ clause(_, _, R1), erase(R2).
   H = fact(4), B = true, check(( nonvar(R1), nonvar(R2) )).
?- assertz(fact(4), 1).
   error(uninstantiation_error(1), _).
?- assertz(fact(4), fact).
   error(uninstantiation_error(fact), _).
?- all(X, fact(X), L).
   L = [1, 2, 3].
?- assertz(_, _).
   error(instantiation_error, _).
?- assertz((fact(_) :- 1), _).
   error(type_error(callable, 1), _).
?- assertz(atom(_), _).
   error(permission_error(modify, static_procedure, atom/1), _).
?- erase(_).
   error(instantiation_error, _).
?- erase(1).
   error(type_error(db_reference, 1), _).
?- erase(foo(1)).
   error(type_error(db_reference, foo(1)), _).
?- assertz(gone(1), R), erase(R), catch(erase(R), error(existence_error(Kind, R), _), true).
   Kind = db_reference, check(nonvar(R)).
?- assertz(gone(1), R), retract(gone(1)), catch(erase(R), error(existence_error(Kind, R), _), true).
   Kind = db_reference, check(nonvar(R)).
?- clause(static(1), true, R), catch(erase(R), error(E, _), true).
   E = permission_error(modify, static_procedure, static/1), check(nonvar(R)).

% --- clause/3

?- clause(fact(X), true, _R).
   X = 1
;  X = 2
;  X = 3, det.
?- clause(fact(2), B, _R), clause(H, B2, _R).
   B = true, H = fact(2), B2 = true.
?- clause(rule(A, B), Body, _R), clause(rule(C, D), Body2, _R).
   Body = (fact(A), B is A + 1), Body2 = (fact(C), D is C + 1)
;  A = 0, B = 0, Body = true, C = 0, D = 0, Body2 = true, det.
?- clause(fact(2), true, _R), clause(fact(3), true, _R).
   false.
?- clause(fact(2), true, _R), clause(rule(_, _), _, _R).
   false.
?- assertz(db_m:p(1), _R), clause(H, B, _R), clause(M:p(X), true, _R).
   H = db_m:p(1), B = true, M = db_m, X = 1.
?- clause(_, _, _).
   error(instantiation_error, _).
?- clause(_, _, a).
   error(type_error(db_reference, a), _).
?- clause(4, _, _).
   error(type_error(callable, 4), _).
?- clause(atom(_), _, _).
   error(permission_error(access, private_procedure, atom/1), _).

% --- nth_clause/3, clause_property/2

?- nth_clause(fact(_), 2, _R), clause(H, _, _R).
   H = fact(2).
?- all(N-H, ( nth_clause(fact(_), N, R), clause(H, _, R) ), L).
   L = [1-fact(1), 2-fact(2), 3-fact(3)].
?- clause(fact(3), true, _R), nth_clause(P, N, _R).
   P = fact(_), N = 3.
?- nth_clause(fact(_), 4, _).
   false.
?- nth_clause(fact(_), 0, _).
   false.
?- nth_clause(no_such_predicate(_), 1, _).
   false.
?- nth_clause(_, 1, _).
   error(instantiation_error, _).
?- nth_clause(fact(_), a, _).
   error(type_error(integer, a), _).
?- nth_clause(3, 1, _).
   error(type_error(callable, 3), _).
?- nth_clause(rule(_, _), 1, _R), all(P, ( clause_property(_R, P), P \= size(_), P \= file(_), P \= source(_), P \= line_count(_) ), L).
   L = [predicate(user:(rule/2)), module(user)].
?- nth_clause(rule(_, _), 2, _R), clause_property(_R, fact).
   true.
% Where a clause of a file begins; an asserted one has no place.
?- open_string("a(1).\n\na(2). a(3).\na(4).\n% none\na(5) :-\n    a(1).\n b(6).\n", _S), load_files(lines_of_clauses, [stream(_S)]),
   findall(L, ( member(H, [a(_), b(_)]), nth_clause(H, _, R), clause_property(R, line_count(L)) ), Ls), nth_clause(a(_), 1, _R1), clause_property(_R1, file(F)).
   check(( Ls = [1, 3, 3, 4, 6, 8], F = lines_of_clauses )).
?- assertz(nowhere(1), _R), ( clause_property(_R, file(_)) ; clause_property(_R, line_count(_)) ).
   false.
?- assertz(gone(1), _R), erase(_R), clause_property(_R, P).
   P = erased.
?- nth_clause(static(_), 2, _R), clause(H, B, _R).
   H = static(2), B = true.

% --- instance/2, copy_predicate_clauses/2

?- nth_clause(rule(_, _), 1, _R), instance(_R, T).
   T = (rule(X, Y) :- fact(X), Y is X + 1).
?- recordz(db_key, f(X, Y, X), _R), instance(_R, T), erase(_R).
   T = f(A, _, A).
?- instance(_, _).
   error(instantiation_error, _).
?- copy_predicate_clauses(static/1, copied/1), all(X, copied(X), L), predicate_property(copied(_), dynamic).
   L = [1, 2].
?- copy_predicate_clauses(no_such_predicate/1, copied/1).
   error(existence_error(procedure, no_such_predicate/1), _).
?- copy_predicate_clauses(static/1, copied/2).
   error(domain_error(arity_mismatch, static/1-copied/2), _).
?- copy_predicate_clauses(static/1, static/1).
   error(permission_error(modify, static_procedure, static/1), _).

% --- recorded terms

?- recordz(k, 1), recordz(k, 2), recorda(k, 0), all(X, recorded(k, X), L).
   L = [0, 1, 2].
?- recorded(k, 1, _R), erase(_R), all(X, recorded(k, X), L).
   L = [0, 2].
?- recordz(k(a, b), one), recordz(k(c, d), two), recordz(k(_), three), all(X, recorded(k(_, _), X), L), all(X, recorded(k(_), X), L2).
   L = [one, two], L2 = [three].
?- all(K, ( current_key(K), ( K == k ; K = k(_) ; K = k(_, _) ) ), L).
   L = [k, k(_), k(_, _)].
?- current_key(k), \+ current_key(no_such_key).
   true.
?- recorded(K, 2).
   K = k, det.
?- recorded(K, two, _R), recorded(K2, X, _R).
   K = k(_, _), K2 = k(_, _), X = two.
?- recordz(3, f(X, Y)), recordz(1.5, "text"), recorded(3, T), recorded(1.5, U).
   T = f(_, _), U = "text".
?- all(X, ( recorded(k, X, R), erase(R) ), L), recorded(k, _).
   false.
?- recordz(k, 1), recordz(k, 2), all(X, ( recorded(k, X), recordz(k, 3) ), L), all(X, recorded(k, X), L2).
   L = [1, 2], L2 = [1, 2, 3, 3].
?- recordz(_, 1).
   error(instantiation_error, _).
?- recorda(_, 1).
   error(instantiation_error, _).
?- recordz(k, 1, r).
   error(uninstantiation_error(r), _).
?- recorded(_, _, 1).
   error(type_error(db_reference, 1), _).
?- recordz(k4, X, _), recorded(k4, Y), var(Y).
   true.

% --- flag/3

?- flag(count, Old, Old + 1), flag(count, Now, Now * 10), flag(count, Last, 0).
   Old = 0, Now = 1, Last = 10.
?- flag(name, _, joe), flag(name, Old, 1.5), flag(name, New, New).
   Old = joe, New = 1.5.
?- flag(f(x), _, 7), flag(f(y), Old, 0).
   Old = 7.
?- flag(_, _, 1).
   error(instantiation_error, _).
?- flag(count, _, _).
   error(instantiation_error, _).
?- flag(count, _, foo + 1).
   error(type_error(evaluable, foo/0), _).
?- current_flag(count), \+ current_flag(no_such_flag).
   true.

% --- atoms and functors

?- current_atom(an_atom_that_is_only_here_so_far).
   true, det.
?- current_atom(A), A == atom_length.
   A = atom_length ; ... .
?- current_atom(1).
   error(type_error(atom, 1), _).
?- current_functor(static, A), A > 0.
   A = 1.
?- current_functor(N, 1), N == static.
   N = static ; ... .
?- current_functor(1, _).
   error(type_error(atom, 1), _).
?- current_functor(_, a).
   error(type_error(integer, a), _).

% --- many references, and clauses that come and go

references(0, []) :- !.
references(N, [R|Rs]) :-
    assertz(big(N, N), R),
    N1 is N - 1,
    references(N1, Rs).

erase_odd([], _, []).
erase_odd([R|Rs], N, Kept) :-
    (   N mod 2 =:= 1
    ->  erase(R),
        Kept = Kept1
    ;   Kept = [R|Kept1]
    ),
    N1 is N - 1,
    erase_odd(Rs, N1, Kept1).

check_all([]).
check_all([R|Rs]) :-
    clause(big(X, X), true, R),
    X mod 2 =:= 0,
    check_all(Rs).

churn(0) :- !.
churn(N) :-
    assertz(gone(N), R),
    erase(R),
    \+ clause(gone(_), _, R),
    N1 is N - 1,
    churn(N1).

?- test_size(20000, _N), _M is _N // 2 * 2, references(_M, _Rs), erase_odd(_Rs, _M, _Kept), check_all(_Kept), aggregate_all(count, big(_, _), _C), _C =:= _M // 2.
   true.
?- test_size(50000, _N), churn(_N), \+ gone(_).
   true.

% get_flag/2, set_flag/2
?- get_flag(never_set, V).
   V = 0.
?- set_flag(setting, 2.5), get_flag(setting, V), flag(setting, Old, Old + 1), get_flag(setting, New).
   V = 2.5, Old = 2.5, New = 3.5.
?- set_flag(key(x), on), get_flag(key(y), V).
   V = on.
?- set_flag(setting, f(x)).
   error(type_error(flag_value, f(x)), context(set_flag/2, _)).
?- set_flag(setting, _).
   error(instantiation_error, _).
?- get_flag(_, _).
   error(instantiation_error, context(get_flag/2, _)).

% abolish/2
?- assertz(gone(1)), abolish(gone, 1), catch(gone(_), error(E, _), true).
   E = existence_error(procedure, gone/1).
?- abolish(gone, -1).
   error(domain_error(not_less_than_zero, -1), context(abolish/2, _)).
?- abolish(gone/1, 1).
   error(type_error(atom, gone/1), _).
?- abolish(_, 1).
   error(instantiation_error, _).

% compile_predicates/1
?- assertz(fixed(1)), assertz((fixed(X) :- X > 5)), compile_predicates([fixed/1]), fixed(7), predicate_property(fixed(_), static).
   true.
?- assertz(fixed(2)).
   error(permission_error(modify, static_procedure, fixed/1), _).
?- compile_predicates([never_defined/3]).
   error(existence_error(procedure, never_defined/3), _).
?- compile_predicates(fixed/1).
   error(type_error(list, fixed/1), _).

% compile_aux_clauses/1: outside of loads
?- compile_aux_clauses([auxiliary(1), (auxiliary(X) :- X == 2)]), auxiliary(2).
   true.

% Terms without end are not recorded.
?- _X = f(_X), catch(recordz(key, _X), error(type_error(T, _Culprit), context(PI, _)), true), _Culprit == _X.
   T = acyclic_term, PI = recordz/3.
?- _X = f(_X), catch(recorda(key, _X, _), error(type_error(T, _), context(PI, _)), true).
   T = acyclic_term, PI = recorda/3.
