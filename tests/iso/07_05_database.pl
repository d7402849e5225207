% SPDX-License-Identifier: MIT
%
% 7.5: the database; 7.6: between terms and clauses.

:- dynamic(counter/1).
counter(0).

:- dynamic(item/1).
item(1).
item(2).
item(3).

fixed(1).
fixed(2).

all(Template, Goal, List) :-
    findall(Template, Goal, List).

% 7.5.1 Preparing a Prolog text for execution
?- all(X, fixed(X), L).
   L = [1, 2].
?- current_predicate(fixed/1), current_predicate(item/1).
   true.

% 7.5.2 Static and dynamic procedures
?- assertz(item(4)), retract(item(4)), all(X, item(X), L).
   L = [1, 2, 3].
?- assertz(fixed(3)).
   error(permission_error(modify, static_procedure, fixed/1), _).
?- asserta(fixed(0)).
   error(permission_error(modify, static_procedure, fixed/1), _).
?- retract(fixed(1)).
   error(permission_error(modify, static_procedure, fixed/1), _).
?- abolish(fixed/1).
   error(permission_error(modify, static_procedure, fixed/1), _).
?- catch(retract(fixed(1)), _, true), all(X, fixed(X), L).
   L = [1, 2].
% A predicate that assertz/1 makes is dynamic.
?- assertz(made(1)), assertz(made(2)), retract(made(1)), all(X, made(X), L).
   L = [2].
?- retract(made(2)), all(X, made(X), L).
   L = [].

% 7.5.3 Private and public procedures
?- clause(item(2), B).
   B = true, det.
?- clause(atom_length(_, _), _).
   error(permission_error(access, private_procedure, atom_length/2), _).
?- clause(once(_), _).
   error(permission_error(access, private_procedure, once/1), _).
?- clause((_ ; _), _).
   error(permission_error(access, private_procedure, (;)/2), _).
% Clauses of static predicates can be seen unless flag protect_static_code says no.
?- clause(fixed(X), true).
   X = 1
;  X = 2, det.
?- set_prolog_flag(protect_static_code, true), catch(clause(fixed(_), _), error(E, _), true),
   set_prolog_flag(protect_static_code, false).
   E = permission_error(access, private_procedure, fixed/1).
?- set_prolog_flag(protect_static_code, true), all(X, clause(item(X), true), L), set_prolog_flag(protect_static_code, false).
   L = [1, 2, 3].

% 7.5.4 A logical database update
?- all(X, ( item(X), Y is X + 10, assertz(item(Y)) ), L), all(X, item(X), M).
   L = [1, 2, 3], M = [1, 2, 3, 11, 12, 13].
?- all(X, ( item(X), retractall(item(_)) ), L), all(X, item(X), M).
   L = [1, 2, 3, 11, 12, 13], M = [].
?- assertz(item(1)), assertz(item(2)), all(X, ( clause(item(X), true), retractall(item(2)) ), L).
   L = [1, 2].
?- all(X, ( retract(item(X)), asserta(item(x(X))) ), L), all(X, item(X), M), retractall(item(_)).
   L = [1], M = [x(1)].
?- retract(counter(N)), N1 is N + 1, assertz(counter(N1)), counter(M).
   N = 0, N1 = 1, M = 1.

% 7.6.1 Converting a term to the head of a clause
?- assertz(head(a, _)), all(X, head(X, 1), L).
   L = [a].
?- assertz(plain_head), plain_head.
   true.
?- assertz(_).
   error(instantiation_error, _).
?- assertz((_ :- true)).
   error(instantiation_error, _).
?- assertz(4).
   error(type_error(callable, 4), _).
?- assertz((1.5 :- true)).
   error(type_error(callable, 1.5), _).

% 7.6.2 Converting a term to the body of a clause
?- assertz((body1(X) :- X)), clause(body1(Y), B).
   B = call(Y).
?- assertz((body2(X) :- X, ( X ; true -> X ))), clause(body2(Y), B).
   B = ( call(Y), ( call(Y) ; true -> call(Y) ) ).
?- assertz((body3 :- !, ( ! ; true ))), clause(body3, B).
   B = ( !, ( ! ; true ) ).
?- assertz((body4(_X) :- findall(_Y, _X, _), catch(_X, _Y, _X))), clause(body4(A), B).
   B = ( findall(Y, A, _), catch(A, Y, A) ).
?- body1(( X = 1, ! ; X = 2 )).
   X = 1, det.
?- body1(_).
   error(instantiation_error, _).
?- body1(1).
   error(type_error(callable, 1), _).
?- assertz((body5 :- 4)).
   error(type_error(callable, 4), _).
?- assertz((body5 :- true, 4)).
   error(type_error(callable, (true, 4)), _).
?- assertz((body5 :- ( true ; 4 ))).
   error(type_error(callable, (true ; 4)), _).
?- assertz((body5 :- ( 4 -> true ))).
   error(type_error(callable, (4 -> true)), _).
?- assertz((body5 :- write(a), ( b, c ; d -> ( e, 1 ) ))).
   error(type_error(callable, (write(a), ( b, c ; d -> ( e, 1 ) ))), _).
?- current_predicate(body5/0).
   false.

% 7.6.3 Converting the head of a clause to a term
?- assertz((head3(X, f(Y, X), [Y|T], "text") :- T == Y)), clause(head3(A, B, C, D), _).
   B = f(E, A), C = [E|_], D = "text".
?- clause(plain_head, B).
   B = true.

% 7.6.4 Converting the body of a clause to a term
?- assertz((body6(X) :- ( a(X) -> b ; c, ! ), \+ d, call(X))), clause(body6(Y), B).
   B = ( ( a(Y) -> b ; c, ! ), \+ d, call(Y) ).
?- assertz((body7 :- a, b, ( c, d ))), clause(body7, B).
   B = ( a, b, c, d ).
?- assertz((body8 :- ( a ; b ) ; c)), clause(body8, B).
   B = ( ( a ; b ) ; c ).
?- assertz((body9(_X) :- _X = f(_Y), _Y > 1, _Y is _X + 2)), clause(body9(X), B).
   B = ( X = f(Y), Y > 1, Y is X + 2 ).
