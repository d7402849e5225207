% SPDX-License-Identifier: MIT
% Clauses as data: retrieving them (8.8) and changing them (8.9).

% --- the procedures of the standard's examples

:- dynamic(cat/0).
cat.

:- dynamic(dog/0).
dog :- true.

elk(X) :- moose(X).

:- dynamic(legs/2).
legs(A, 6) :- insect(A).
legs(A, 7) :- A, call(A).

:- dynamic(insect/1).
insect(ant).
insect(bee).

:- dynamic(moose/1).

:- dynamic(foo/1).
foo(X) :- call(X), call(X).
foo(X) :- call(X) -> call(X).

:- dynamic([p/1, q/1, r/2, s/1, n/1, w/1, v/2, u/3, t/1, many/2]).

r(1, a).
r(2, b).
r(3, a).
r(_, c).

s(f(X, Y, X)) :- s(Y), \+ s(X).
s(X) :- X = a, !.
s(X) :- ( X > 1 -> true ; X < 0, write(X) ; fail ).

all(Template, Goal, List) :-
    findall(Template, Goal, List).

clauses(Head, Clauses) :-
    findall((Head :- Body), clause(Head, Body), Clauses).

% 8.8.1 clause/2

?- clause(cat, true).
   true, det.
?- clause(dog, true).
   true, det.
?- clause(legs(I, 6), Body).
   Body = insect(I), det.
?- clause(legs(C, 7), Body).
   Body = (call(C), call(C)), det.
?- clause(insect(I), T).
   I = ant, T = true
;  I = bee, T = true, det.
?- clause(x, Body).
   false.
?- clause(_, B).
   error(instantiation_error, _).
?- clause(4, B).
   error(type_error(callable, 4), _).
?- clause(elk(N), Body).
   Body = moose(N), det.
?- clause(atom(_), Body).
   error(permission_error(access, private_procedure, atom/1), _).
?- clause(f(_), 5).
   error(type_error(callable, 5), _).
?- clause(insect(_), "ab").
   false.
?- clause(insect(_), 1.5).
   error(type_error(callable, 1.5), _).
?- clause(_, 5).
   error(instantiation_error, _).
?- clause(user:_, true).
   error(instantiation_error, _).
?- clause(user:4, true).
   error(type_error(callable, 4), _).
?- clause(true, B).
   error(permission_error(access, private_procedure, true/0), _).
?- clause(!, B).
   error(permission_error(access, private_procedure, !/0), _).
?- clause(once(_), B).
   error(permission_error(access, private_procedure, once/1), _).
?- clause(clause(_, _), B).
   error(permission_error(access, private_procedure, clause/2), _).
?- clause(4, 5).
   error(type_error(callable, 4), _).
?- clause((_, _), B).
   error(permission_error(access, private_procedure, (',')/2), _).
?- clause(call(_), B).
   error(permission_error(access, private_procedure, call/1), _).
?- clause(append(_, _, _), B).
   false.
?- clause("abc", B).
   error(permission_error(access, private_procedure, '.'/2), _).
?- clause(user:insect(I), B).
   I = ant, B = true
;  I = bee, B = true.
?- clause(_:insect(I), B).
   error(instantiation_error, _).
?- set_prolog_flag(protect_static_code, true), catch(clause(elk(_), _), E, true), set_prolog_flag(protect_static_code, false).
   check(E = error(permission_error(access, private_procedure, elk/1), _)).

% only what can match is looked at, and the last answer leaves no choice point

?- clause(r(2, X), B).
   X = b, B = true
;  X = c, B = true, det.
?- clause(r(X, b), B).
   X = 2, B = true, det.
?- clause(r(X, a), true).
   X = 1
;  X = 3, det.
?- clause(r(X, d), true).
   false.

% bodies come back as they were written

?- clause(s(f(A, B, C)), Body).
   A = C, Body = (s(B), \+ s(C))
;  Body = (f(A, B, C) = a, !)
;  Body = (f(A, B, C) > 1 -> true ; f(A, B, C) < 0, write(f(A, B, C)) ; fail), det.
?- clause(s(X), (_, !)).
   true.
?- clause(foo(X), (A -> B)).
   A = call(X), B = call(X), det.
?- clause(foo(X), (A, B)).
   A = call(X), B = call(X).

% the logical update view: what was there at the call

?- asserta(q(1)), assertz(q(2)), clause(q(X), true), Y is X + 2, assertz(q(Y)), fail ; all(X, q(X), L).
   L = [1, 2, 3, 4].
?- clause(q(X), true), retractall(q(_)), fail ; all(X, q(X), L).
   L = [].
?- assertz(q(1)), assertz(q(2)), assertz(q(3)), all(X, (clause(q(X), true), (X =:= 1 -> retract(q(2)) ; true)), L), retractall(q(_)).
   L = [1, 2, 3].

% 8.8.2 current_predicate/1

?- current_predicate(dog/0).
   true, det.
?- current_predicate(current_predicate/1).
   false.
?- current_predicate(elk/Arity).
   Arity = 1.
?- current_predicate(foo/A).
   A = 1.
?- current_predicate(no_such_name/1).
   false.
?- current_predicate(Name/1), Name == insect.
   Name = insect; ... .
?- current_predicate(4).
   error(type_error(predicate_indicator, 4), _).
?- current_predicate(dog).
   error(type_error(predicate_indicator, dog), _).
?- current_predicate(0/dog).
   error(type_error(predicate_indicator, 0/dog), _).
?- current_predicate(dog/a).
   error(type_error(predicate_indicator, dog/a), _).
?- current_predicate(dog/A/B).
   error(type_error(predicate_indicator, dog/A/B), _).
?- current_predicate(_/dog).
   error(type_error(predicate_indicator, _/dog), _).
?- current_predicate(dog/(-1)).
   error(type_error(predicate_indicator, dog/(-1)), _).
?- current_predicate(dog/1.0).
   error(type_error(predicate_indicator, dog/1.0), _).
?- current_predicate("dog"/1).
   error(type_error(predicate_indicator, "dog"/1), _).
?- current_predicate(dog(_)).
   error(type_error(predicate_indicator, dog(_)), _).
?- current_predicate(4/_).
   error(type_error(predicate_indicator, 4/_), _).
?- current_predicate(_), !.
   true.
?- current_predicate(moose/1).
   true.
?- current_predicate(atom/1).
   false.
?- current_predicate((',')/2).
   false.
?- findall(A, current_predicate(foo/A), L).
   L = [1].
?- findall(x, ( current_predicate(N/_), N == current_predicate ), L).
   L = [].

% 8.9.1 asserta/1

?- asserta(p(5)), asserta(p(4)), all(X, p(X), L).
   L = [4, 5].
?- asserta((p(X) :- X > 10, X < 20)), p(15).
   true.
?- asserta(_).
   error(instantiation_error, _).
?- asserta(4).
   error(type_error(callable, 4), _).
?- asserta((foo :- 4)).
   error(type_error(callable, 4), _).
?- asserta((atom(_) :- true)).
   error(permission_error(modify, static_procedure, atom/1), _).
?- asserta((_ :- true)).
   error(instantiation_error, _).
?- asserta((4 :- true)).
   error(type_error(callable, 4), _).
?- asserta((bar :- a, 4)).
   error(type_error(callable, (a, 4)), _).
?- asserta((bar :- 4, a)).
   error(type_error(callable, (4, a)), _).
?- asserta((bar :- ( a ; 4 ))).
   error(type_error(callable, (a ; 4)), _).
?- asserta((bar :- ( a -> 4 ))).
   error(type_error(callable, (a -> 4)), _).
?- asserta((bar :- ( a -> b ; 4 ))).
   error(type_error(callable, (a -> b ; 4)), _).
?- asserta((bar :- a, ( b, ( c ; 1.5 ) ))).
   error(type_error(callable, (a, b, ( c ; 1.5 ))), _).
?- current_predicate(bar/0).
   false.
?- asserta((_, a)).
   error(permission_error(modify, static_procedure, (',')/2), _).
?- asserta((4, a)).
   error(permission_error(modify, static_procedure, (',')/2), _).
?- asserta(atom(_)).
   error(permission_error(modify, static_procedure, atom/1), _).
?- asserta(("ab" :- true)).
   error(permission_error(modify, static_procedure, '.'/2), _).
?- asserta(elk(1)).
   error(permission_error(modify, static_procedure, elk/1), _).
?- asserta((a, b)).
   error(permission_error(modify, static_procedure, (',')/2), _).
?- asserta((call(_) :- true)).
   error(permission_error(modify, static_procedure, call/1), _).
?- asserta((! :- true)).
   error(permission_error(modify, static_procedure, !/0), _).
?- catch(asserta(atom(_)), error(E, _), true), catch(a_new_predicate, error(F, _), true).
   E = permission_error(modify, static_procedure, atom/1), F = existence_error(procedure, a_new_predicate/0).

% 8.9.2 assertz/1

?- retractall(p(_)), assertz(p(1)), assertz(p(2)), asserta(p(0)), all(X, p(X), L).
   L = [0, 1, 2].
?- assertz((p(X) :- X = 7, ! ; X = 8)), p(7), \+ p(9).
   true.
?- assertz(_).
   error(instantiation_error, _).
?- assertz(4).
   error(type_error(callable, 4), _).
?- assertz((foo :- 4)).
   error(type_error(callable, 4), _).
?- assertz((atom(_) :- true)).
   error(permission_error(modify, static_procedure, atom/1), _).
?- assertz((elk(X) :- moose(X))).
   error(permission_error(modify, static_procedure, elk/1), _).
?- assertz((4 :- true)).
   error(type_error(callable, 4), _).
?- assertz((_ :- true)).
   error(instantiation_error, _).
?- assertz((foo :- ( a, 4 ))).
   error(type_error(callable, (a, 4)), _).
?- assertz(user:_).
   error(instantiation_error, _).
?- assertz((user:4 :- true)).
   error(type_error(callable, 4), _).
?- assertz((foo :- _)), clause(foo, B).
   B = call(_).
?- assertz(made_by_assertz(1)), predicate_property(made_by_assertz(_), dynamic), abolish(made_by_assertz/1).
   true.
?- assertz(user:p(11)), p(11), retract(p(11)).
   true.
?- assertz((user:p(12) :- true)), user:retract(p(12)).
   true.
?- assertz((v(X, Y) :- Y = f(X, "text", 1.5, 123456789012345678901234567890, [a|X]))), v(1, T).
   T = f(1, "text", 1.5, 123456789012345678901234567890, [a|1]).
?- X = f(X), assertz(v(X, X)).
   error(type_error(acyclic_term, _), _).
?- length(_L, 300), _T =.. [wide|_L], assertz((w(_T) :- _L = [1|_])), w(_T2), arg(1, _T2, A), arg(300, _T2, _Z), retract((w(_T3) :- _)), functor(_T3, N, M).
   A = 1, N = wide, M = 300, check(var(_Z)).
?- assertz(u(A, B, A)), u(1, 2, C), retract(u(x, Y, Z)).
   C = 1, Z = x, check(var(Y)).

% variables of the clause are its own

?- assertz(t(X)), X = 1, t(2), retract(t(_)).
   X = 1.

% 8.9.3 retract/1

?- retractall(insect(_)), assertz(insect(ant)), assertz(insect(bee)), retract(insect(bee)), all(X, insect(X), L).
   L = [ant], det.
?- retract((foo(C) :- call(C), call(C))).
   true.
?- retract((foo(C) :- A -> B)).
   A = call(C), B = call(C), det.
?- retractall(insect(_)), assertz(insect(ant)), assertz(insect(bee)), retract(insect(I)), write(I), retract(insect(bee)), fail.
   false.
?- retract((x :- in_win95(X))).
   false.
?- retract((4 :- X)).
   error(type_error(callable, 4), _).
?- retract((_ :- X)).
   error(instantiation_error, _).
?- retract((atom(X) :- X == '[]')).
   error(permission_error(modify, static_procedure, atom/1), _).
?- retract(elk(_)).
   error(permission_error(modify, static_procedure, elk/1), _).
?- retract(no_such_predicate(_)).
   false.
?- retract((true :- _)).
   error(permission_error(modify, static_procedure, true/0), _).
?- retract(((_, _) :- _)).
   error(permission_error(modify, static_procedure, (',')/2), _).
?- retract(_).
   error(instantiation_error, _).
?- retract(4).
   error(type_error(callable, 4), _).
?- retract((4 :- 5)).
   error(type_error(callable, 4), _).
?- retract((elk(_) :- _)).
   error(permission_error(modify, static_procedure, elk/1), _).
?- assertz(n(1)), assertz(n(2)), assertz(n(3)), all(X, retract(n(X)), L), all(X, n(X), M).
   L = [1, 2, 3], M = [].
?- assertz(n(1)), assertz(n(2)), retract(n(X)).
   X = 1
;  X = 2, det.
?- assertz(n(1)), retract(n(X)).
   X = 1, det.
?- assertz(n(1)), assertz((n(2) :- true)), assertz((n(3) :- fail)), retract(n(X)), X >= 2.
   X = 2, det.
?- retract((n(X) :- B)).
   X = 3, B = fail, det.
?- assertz(n(1)), assertz(n(2)), assertz(n(3)), retract(n(2)), all(X, n(X), L), retractall(n(_)).
   L = [1, 3], det.

% The clauses are those that were there at the call, also when they have gone meanwhile.

?- assertz(n(1)), assertz(n(2)), assertz(n(3)), all(X, (retract(n(X)), retractall(n(2))), L), \+ n(_).
   L = [1, 2, 3].
?- assertz(insect(ant)), assertz(insect(bee)), ( retract(insect(I)), write(I), retract(insect(bee)), fail ; true ), \+ insect(_).
   outputs "antbee".
?- assertz(n(1)), assertz(n(2)), all(X, (retract(n(X)), Y is X + 2, Y < 6, assertz(n(Y))), L), all(X, n(X), M), retractall(n(_)).
   L = [1, 2], M = [3, 4].

% 8.9.4 abolish/1

?- abolish(foo/2).
   true, det.
?- abolish(foo/_).
   error(instantiation_error, _).
?- abolish(foo).
   error(type_error(predicate_indicator, foo), _).
?- abolish(foo(_)).
   error(type_error(predicate_indicator, foo(_)), _).
?- abolish(abolish/1).
   error(permission_error(modify, static_procedure, abolish/1), _).
?- abolish(elk/1).
   error(permission_error(modify, static_procedure, elk/1), _).
?- abolish(_).
   error(instantiation_error, _).
?- abolish(_/1).
   error(instantiation_error, _).
?- abolish(foo/a).
   error(type_error(integer, a), _).
?- abolish(foo/1.0).
   error(type_error(integer, 1.0), _).
?- abolish("foo"/1).
   error(type_error(atom, "foo"), _).
?- abolish(true/0).
   error(permission_error(modify, static_procedure, true/0), _).
?- abolish((',')/2).
   error(permission_error(modify, static_procedure, (',')/2), _).
?- abolish(no_such_predicate/3).
   true.
?- abolish(4).
   error(type_error(predicate_indicator, 4), _).
?- abolish(5/2).
   error(type_error(atom, 5), _).
?- abolish(foo/(-1)).
   error(domain_error(not_less_than_zero, -1), _).
?- abolish(foo/100000000000000000000).
   error(representation_error(max_arity), _).
?- assertz(abolished(1)), abolish(abolished/1), catch(abolished(_), error(E, _), true), \+ current_predicate(abolished/1).
   E = existence_error(procedure, abolished/1).

% 8.9.5 retractall/1

?- retractall(insect(_)), assertz(insect(ant)), assertz(insect(bee)), retractall(insect(bee)), all(X, insect(X), L).
   L = [ant], det.
?- retractall(insect(_)), all(X, insect(X), L).
   L = [], det.
?- retractall(insect(spider)).
   true, det.
?- retractall(mammal(_)), predicate_property(mammal(_), dynamic), \+ mammal(_).
   true.
?- retractall(3).
   error(type_error(callable, 3), _).
?- retractall(_).
   error(instantiation_error, _).
?- retractall(elk(_)).
   error(permission_error(modify, static_procedure, elk/1), _).
?- retractall("ab").
   error(permission_error(modify, static_procedure, '.'/2), _).
?- retractall((insect(_) :- _)).
   true.
?- retractall(atom(_)).
   error(permission_error(modify, static_procedure, atom/1), _).
?- retractall(retractall(_)).
   error(permission_error(modify, static_procedure, retractall/1), _).
?- assertz(u(1, 2, 1)), assertz(u(1, 2, 3)), assertz((u(_, _, _) :- fail)), retractall(u(X, _, X)), all(A-B, u(A, _, B), L), retractall(u(_, _, _)).
   L = [1-3], check(var(X)).

% 7.5.4 A logical database update
% Calls see the clauses that were there when they began.

?- assertz(n(1)), assertz(n(2)), all(X, (n(X), Y is X + 10, assertz(n(Y))), L), retractall(n(_)).
   L = [1, 2].
?- assertz(n(1)), assertz(n(2)), all(X, (n(X), retractall(n(_))), L).
   L = [1, 2].

% --- many clauses, and much coming and going

fill(N, N) :-
    !.
fill(I, N) :-
    K is I mod 7,
    assertz(many(I, K)),
    J is I + 1,
    fill(J, N).

churn(0) :-
    !.
churn(I) :-
    retract(n(X)),
    Y is X + 1,
    assertz(n(Y)),
    J is I - 1,
    churn(J).

?- test_size(20000, _N), fill(0, _N), many(12, K), aggregate_all(count, many(_, 3), _C), aggregate_all(count, clause(many(_, 3), true), _C).
   K = 5; ... .
?- retract(many(12, K)), \+ many(12, _).
   K = 5, det.
?- retractall(many(_, 3)), \+ many(_, 3), many(13, K).
   K = 6, det.
?- retract(many(X, 4)), X > 30, !, all(Y, (many(Y, 4), Y < 50), L).
   X = 32, L = [39, 46].
?- retractall(many(_, _)), \+ many(_, _).
   true.
?- assertz(n(0)), test_size(50000, _N), churn(_N), retract(n(_N)).
   true.
