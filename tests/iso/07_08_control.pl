% SPDX-License-Identifier: MIT
%
% 7.8 control constructs: true, fail, call/1, !, (,)/2, (;)/2, (->)/2, catch/3, throw/1. Some predicates are those of the
% standard's own examples.

num(1).
num(2).
num(3).

% 7.8.1 true/0

?- true.
   det.
?- call(true).
   det.
?- ( true ; true ).
   true
;  true, det.

% 7.8.2 fail/0

?- fail.
   false.
?- call(fail).
   false.
?- ( fail ; true ).
   true, det.

% 7.8.3 call/1

b(X) :-
    Y = ( write(X), X ),
    call(Y).

a(1).
a(2).

?- b(_).
   error(instantiation_error, _).
?- b(3).
   error(type_error(callable, _), _), outputs "".
?- Z = !, call(( Z = !, a(X), Z )).
   X = 1, Z = !.
?- call(( Z = !, a(X), Z )).
   X = 1, Z = !
;  X = 2, Z = !.
?- Z = !, ( Z = !, a(X), ! ).
   X = 1, Z = !.
?- call(( write(3), X )).
   error(instantiation_error, _), outputs "3".
?- call(( write(3), call(1) )).
   error(type_error(callable, 1), _), outputs "3".
?- call(_).
   error(instantiation_error, _).
?- call(1).
   error(type_error(callable, 1), _).
?- call(( fail, 1 )).
   error(type_error(callable, (fail, 1)), _).
?- call(( write(3), 1 )).
   error(type_error(callable, (write(3), 1)), _), outputs "".
?- call(( 1 ; true )).
   error(type_error(callable, (1 ; true)), _).
?- call(( true -> 1 ; fail )).
   error(type_error(callable, (true -> 1 ; fail)), _).
?- call((!, fail ; true)).
   false.
?- ( call((!, fail)) ; X = 1 ).
   X = 1.
?- call(a(X)), X > 1.
   X = 2.
?- G = ( num(X), X > 1, ! ), G.
   G = ( num(2), 2 > 1, ! ), X = 2.
?- X = true, X, call(X).
   X = true.

% 7.8.4 !/0

twice(!) :- write('C ').
twice(true) :- write('Moss ').
goal(( twice(_), ! )).
goal(write('Three ')).

?- !, write(here).
   outputs "here".
?- twice(_), !, write('Forwards '), fail.
   false, outputs "C Forwards ".
?- ( ! ; write(no) ), write('Cut disjunction '), fail.
   false, outputs "Cut disjunction ".
?- twice(_), ( write('no ') ; ! ), write('Cut '), fail.
   false, outputs "C no Cut Cut ".
?- twice(_), ( !, fail ; write('No ') ).
   false, outputs "C ".
?- twice(X), call(X), write('Forwards '), fail.
   false, outputs "C Forwards Moss Forwards ".
?- goal(X), call(X), write('Forwards '), fail.
   false, outputs "C Forwards Three Forwards ".
?- twice(_), \+ \+ !, write('Forwards '), fail.
   false, outputs "C Forwards Moss Forwards ".
?- twice(_), once(!), write('Forwards '), fail.
   false, outputs "C Forwards Moss Forwards ".
?- twice(_), call(!), write('Forwards '), fail.
   false, outputs "C Forwards Moss Forwards ".

cut_in_then(X) :- ( num(Y) -> ( Y = 1, ! ; true ), X = Y ; X = none ).
cut_in_then(other).
cut_in_condition(X) :- ( ( num(X), ! ; X = z ) -> true ; X = none ).
cut_in_condition(other).
cut_in_else(X) :- ( fail -> true ; num(X), X > 1, ! ).
cut_in_else(other).
cut_in_not(X) :- \+ ( num(_), !, fail ), num(X).
cut_in_call(X) :- call(( num(X), ! )).
cut_in_call(other).
cut_deep(X, Y) :- num(X), ( X < 2 -> fail ; ( true ; Y = never ), ( num(Y), Y >= X, ! ; Y = never ) ).
cut_deep(z, z).
cut_then_alternatives(X, Y) :- num(X), !, num(Y).
cut_then_alternatives(z, z).
cut_fail(X) :- X = 1, !, fail.
cut_fail(_).
cut_twice(X) :- num(X), !, !, true.
cut_twice(_).
cut_catch(X) :- catch(( num(X), ! ), _, true).
cut_catch(other).
cut_findall(L) :- findall(X, ( num(X), ! ), L).
cut_findall(other).
neck(1) :- !.
neck(2) :- !.
neck(_).
cut_as_argument(X) :- G = !, num(X), G.
cut_as_argument(other).
if_cut_cond(X) :- num(X), ( X > 1 -> ! ; fail ).
if_cut_cond(other).

?- cut_in_then(X).
   X = 1, det.
?- cut_in_condition(X).
   X = 1
;  X = other.
?- cut_in_else(X).
   X = 2, det.
?- cut_in_not(X).
   X = 1
;  X = 2
;  X = 3.
?- cut_in_call(X).
   X = 1
;  X = other.
?- cut_deep(X, Y).
   X = 2, Y = 2, det.
?- cut_then_alternatives(X, Y).
   X = 1, Y = 1
;  X = 1, Y = 2
;  X = 1, Y = 3.
?- cut_fail(1).
   false.
?- cut_fail(2).
   true.
?- cut_fail(X).
   false.
?- cut_twice(X).
   X = 1, det.
?- cut_catch(X).
   X = 1
;  X = other.
?- cut_findall(L).
   L = [1]
;  L = other.
?- neck(X).
   X = 1, det.
?- neck(2).
   det.
?- neck(3).
   det.
?- cut_as_argument(X).
   X = 1
;  X = 2
;  X = 3
;  X = other.
?- if_cut_cond(X).
   X = 2, det.

% 7.8.5 (',')/2: conjunction

?- X = 1, var(X).
   false.
?- var(X), X = 1.
   X = 1, det.
?- X = true, call(X).
   X = true, det.
?- ','(true, fail).
   false.
?- num(X), num(Y), X + Y =:= 3.
   X = 1, Y = 2
;  X = 2, Y = 1
;  false.
?- ( num(X), ( X > 1, X < 3 ) ), X = X.
   X = 2
;  false.
?- G = ( num(X), X > 2 ), G.
   G = ( num(3), 3 > 2 ), X = 3, det.
?- call(( true, 1 )).
   error(type_error(callable, (true, 1)), _).
?- call(( 1, fail )).
   error(type_error(callable, (1, fail)), _).
?- G = 1, ( fail, G ).
   false.
?- G = 1, ( true, G ).
   error(type_error(callable, 1), _).
?- ( true, _ ).
   error(instantiation_error, _).
?- call(( write(x), _, 1 )).
   error(type_error(callable, (write(x), _, 1)), _), outputs "".

% 7.8.6 (;)/2: disjunction

?- ( true ; fail ).
   true
;  false.
?- ( !, fail ; true ).
   false.
?- ( ! ; call(3) ).
   true, det.
?- ( X = 1, ! ; X = 2 ).
   X = 1, det.
?- ( X = 1 ; X = 2 ), ( true ; ! ).
   X = 1
;  X = 1, det.
?- X = 1 ; X = 2.
   X = 1
;  X = 2, det.
?- ( true ; true ).
   true
;  true.
?- ( fail ; fail ).
   false.
?- ( !, X = 1, fail ; X = 2 ).
   false.
?- ';'(X = 1, X = 2).
   X = 1
;  X = 2.
?- G = ( X = 1 ; X = 2 ), call(G), X > 1.
   G = ( 2 = 1 ; 2 = 2 ), X = 2, det.
?- ( _ ; true ).
   error(instantiation_error, _).
?- ( fail ; _ ).
   error(instantiation_error, _).
?- call(( 1 ; true )).
   error(type_error(callable, (1 ; true)), _).
?- call(( true ; 1 )).
   error(type_error(callable, (true ; 1)), _).
?- G = 1, ( true ; G ).
   G = 1
;  error(type_error(callable, 1), _).

% 7.8.7 (->)/2: if-then

?- ( true -> true ).
   true, det.
?- ( true -> fail ).
   false.
?- ( fail -> true ).
   false.
?- ( fail -> fail ).
   false.
?- ( true -> X = 1 ).
   X = 1.
?- ( ( X = 1 ; X = 2 ) -> true ).
   X = 1, det.
?- ( true -> ( X = 1 ; X = 2 ) ).
   X = 1
;  X = 2.
?- '->'(num(X), X = 1).
   X = 1, det.
?- ( num(X) -> X > 1 ).
   false.
?- ( ( true -> X = 1 ), Y = 2 ; X = 3 ).
   X = 1, Y = 2
;  X = 3.
?- ( ( num(X), ! ; X = z ) -> true ).
   X = 1, det.
?- call(( fail -> 1 )).
   error(type_error(callable, (fail -> 1)), _).
?- call(( 1 -> true )).
   error(type_error(callable, (1 -> true)), _).
?- ( _ -> true ).
   error(instantiation_error, _).
?- ( true -> _ ).
   error(instantiation_error, _).

% 7.8.8 (;)/2: if-then-else

?- ( true -> true ; fail ).
   true, det.
?- ( fail -> true ; true ).
   true, det.
?- ( true -> fail ; fail ).
   false.
?- ( fail -> true ; fail ).
   false.
?- ( true -> X = 1 ; X = 2 ).
   X = 1, det.
?- ( fail -> X = 1 ; X = 2 ).
   X = 2, det.
?- ( true -> ( X = 1 ; X = 2 ) ; true ).
   X = 1
;  X = 2.
?- ( ( X = 1 ; X = 2 ) -> true ; true ).
   X = 1, det.
?- ( ( !, fail ) -> true ; true ).
   true.
?- ( X = 1 -> true ; true ), X == 1.
   X = 1.
?- ( true -> fail ; true ).
   false.
?- ( ( !, fail ) -> true ; X = e ).
   X = e.
?- ( \+ num(4) -> X = a ; X = b ).
   X = a.
?- ( num(X), X > 1 -> ( num(Y), Y > X -> true ; Y = n ) ; true ).
   X = 2, Y = 3.
?- ( fail -> X = 1 ; fail -> X = 2 ; X = 3 ).
   X = 3.
?- ( fail -> X = 1 ; true -> X = 2 ; X = 3 ).
   X = 2.
?- ( ( true -> X = 1 ; X = 2 ) ; X = 3 ).
   X = 1
;  X = 3.
?- ( ( fail -> X = 1 ) ; X = 3 ).
   X = 3.
?- G = ( fail -> X = 1 ), ( G ; X = 3 ).
   G = ( fail -> 3 = 1 ), X = 3.
?- ( ( ( true ; true ) -> X = 1 ) ; X = 2 ), Y = 1.
   X = 1, Y = 1.
?- ';'('->'(true, X = 1), X = 2).
   X = 1, det.
?- ( num(X), X > 1 -> true ; true ), ( ! ; X = 2 ).
   X = 2, det.
?- call(( true -> true ; 1 )).
   error(type_error(callable, (true -> true ; 1)), _).
?- call(( true -> 1 ; fail )).
   error(type_error(callable, (true -> 1 ; fail)), _).
?- ( _ -> true ; true ).
   error(instantiation_error, _).
?- ( fail -> true ; _ ).
   error(instantiation_error, _).
?- ( true -> _ ; true ).
   error(instantiation_error, _).
?- G = 1, ( G -> true ; true ).
   error(type_error(callable, 1), _).

nested(A, B, C, R) :-
    (   A > 0
    ->  (   B > 0
        ->  ( C > 0 -> R = ppp ; C =:= 0 -> R = ppz ; R = ppn )
        ;   B =:= 0
        ->  R = pz
        ;   \+ C > 0
        ->  R = pnn
        ;   R = pnp
        )
    ;   A =:= 0,
        ( B > 0 ; C > 0 )
    ->  R = z
    ;   R = n(X),
        ( var(X) -> X = fresh ; true )
    ).

?- nested(1, 1, 1, R).
   R = ppp, det.
?- nested(1, 1, 0, R).
   R = ppz, det.
?- nested(1, 1, -1, R).
   R = ppn, det.
?- nested(1, 0, 1, R).
   R = pz, det.
?- nested(1, -1, -1, R).
   R = pnn, det.
?- nested(1, -1, 1, R).
   R = pnp, det.
?- nested(0, 1, 1, R).
   R = z, det.
?- nested(0, 0, 1, R).
   R = z, det.
?- nested(0, 0, 0, R).
   R = n(fresh), det.
?- nested(-1, 0, 0, R).
   R = n(fresh), det.

% 7.8.9 catch/3

foo(X) :-
    Y is X * 2,
    throw(test(Y)).
bar(X) :-
    X = Y,
    throw(Y).
coo(X) :-
    throw(X).
car(X) :-
    X = 1,
    throw(X).
g :-
    catch(p, _, write(h2)),
    coo(c).
p.
p :-
    throw(b).

?- catch(foo(5), test(Y), true).
   Y = 10.
?- catch(bar(3), Z, true).
   Z = 3.
?- catch(true, _, 3).
   true.
?- catch(number_codes(_X, [0'1, 0'a, 0'0]), error(syntax_error(_), _), fail).
   false.
?- catch(g, C, write(h1)).
   C = c, outputs "h1".
?- catch(coo(_), error(Y, _), true).
   Y = instantiation_error.
?- catch(3, error(E, _), true).
   E = type_error(callable, 3).
?- catch(_, error(E, _), true).
   E = instantiation_error.
?- catch(true, _, _).
   true, det.
?- catch(throw(a), a, _).
   error(instantiation_error, _).
?- catch(throw(a), a, 3).
   error(type_error(callable, 3), _).
?- catch(_, no_match, true).
   error(instantiation_error, _).
?- catch(( fail, 1 ), no_match, true).
   error(type_error(callable, (fail, 1)), _).
?- catch(throw(a), a, fail).
   false.
?- catch(throw(a), a, ( X = 1 ; X = 2 )).
   X = 1
;  X = 2, det.
?- ( catch(!, _, true), X = 1 ; X = 2 ).
   X = 1
;  X = 2, det.
?- catch(throw(a), b, true).
   throws(a).
?- catch(catch(throw(a), b, true), a, X = outer).
   X = outer.
?- catch(catch(throw(a), X, throw(again(X))), again(Y), true).
   Y = a.
?- catch(( X = 1, throw(ball(X)) ), ball(Y), true).
   Y = 1.
?- catch(( X = 1, Z = f(X), throw(ball(Z, W, W)) ), ball(A, B, C), true).
   A = f(1), B = C.
?- catch(throw(f(X, X, Y)), f(A, B, C), true), A = 1.
   A = 1, B = 1.
?- X = f(_), catch(throw(X), Y, true), X = f(1).
   X = f(1), Y = f(_).
?- catch(num(X), _, true).
   X = 1
;  X = 2
;  X = 3, det.
?- catch(( num(X), X > 2, throw(found(X)) ), found(Y), true).
   Y = 3.
?- catch(num(X), _, true), X > 1, !.
   X = 2, det.
?- catch(throw(x), x, num(X)).
   X = 1
;  X = 2
;  X = 3.
?- catch(( num(X), X > 1 ), _, true), catch(throw(X), Y, true).
   X = 2, Y = 2
;  X = 3, Y = 3.
% A catch/3 that has been left is not active.
?- catch(( catch(true, E, write(inner)), throw(late) ), E2, ( write(outer), write(E2) )).
   E2 = late, outputs "outerlate".
?- catch(num(_), x, write(wrong)), throw(x).
   throws(x).
?- catch(( catch(num(X), x, write(wrong)), X > 1, throw(x) ), x, Y = right).
   Y = right.
% ... and is again when backtracking enters its goal.
later(1).
later(_) :- throw(again).
?- catch(later(X), again, X = caught).
   X = 1
;  X = caught.
?- catch(( catch(later(X), again, X = inner), X == inner ), _, X = outer).
   X = inner.
?- catch(call(1), error(type_error(T, C), _), true).
   T = callable, C = 1.
?- catch(atom_length(_, _), error(E, _), true).
   E = instantiation_error.
?- catch(atom_length(f(a), _), error(type_error(_, C), _), true).
   C = f(a).
?- catch(X is foo + 1, error(type_error(T, C), _), true).
   T = evaluable, C = foo/0.
?- catch(X is 1 / 0, error(E, _), true).
   E = evaluation_error(zero_divisor).
?- catch(no_such_thing(1), error(existence_error(procedure, PI), _), true).
   PI = no_such_thing/1.
?- catch(call(no_such_thing, 1, 2), error(existence_error(procedure, PI), _), true).
   PI = no_such_thing/2.
?- catch(assertz((foo :- 1)), error(type_error(callable, C), _), true).
   check(nonvar(C)).
?- catch(assertz((1 :- foo)), error(type_error(callable, C), _), true).
   C = 1.
?- catch(assertz((_ :- foo)), error(E, _), true).
   E = instantiation_error.
?- catch(atom_length(a, b), error(type_error(integer, b), _), true).
   true.

% 7.8.11 and on: once, not provable inside catch, cleanup of bindings.
?- X = Y, catch(( Y = 1, throw(e) ), e, var(X)), X = 2.
   X = 2, Y = 2.
?- catch(( nb_setval(seven, 1), throw(e) ), e, true), nb_getval(seven, V).
   V = 1.
?- length(L, 3), catch(( L = [a|_], throw(L) ), [X|_], true).
   L = [_, _, _], X = a.

% Recursive throwing and catching.
nest(0) :- !, throw(deep).
nest(N) :- N1 is N - 1, catch(nest(N1), no_match, true), true.
relay(0) :- !, throw(ball(0)).
relay(N) :- N1 is N - 1, catch(relay(N1), ball(M), ( M1 is M + 1, throw(ball(M1)) )).

?- test_size(100000, _N), catch(nest(_N), B, true).
   B = deep.
?- test_size(20000, _N), catch(relay(_N), ball(M), true), M == _N.
   check(integer(M)).
?- _X = [1, 2, 3|_], catch(throw(_X), [A, B, C|T], true), T = [].
   A = 1, B = 2, C = 3, T = [].

% 7.8.10 throw/1

?- throw(my_ball(1)).
   throws(my_ball(1)).
?- catch(throw(_), error(F, _), true).
   F = instantiation_error.
?- throw(_).
   error(instantiation_error, _).
?- catch(throw(exit(1)), exit(X), true).
   X = 1, det.
?- catch(( X = 1, throw(f(X, _)) ), f(Y, Z), true).
   Y = 1, check(var(X)), check(var(Z)).
?- catch(throw("text"), B, true).
   B = "text".
?- catch(throw(1.5), B, true).
   B = 1.5.
?- catch(throw(error(my_error, here)), error(E, H), true).
   E = my_error, H = here.
?- throw(error(type_error(integer, a), my_context)).
   error(type_error(integer, a), my_context).
