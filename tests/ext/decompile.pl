% SPDX-License-Identifier: MIT
%
% Clauses come back from their code (design: compilation is reversible). The C test compile_decompile looks at every construct; here it
% is seen through clause/2, retract/1 and listing/1, for consulted and for asserted clauses alike.

% A clause that was asserted comes back as what was asserted.
same(Clause) :-
    (   Clause = (Head :- Body)
    ->  true
    ;   Head = Clause,
        Body = true
    ),
    functor(Head, Name, Arity),
    functor(General, Name, Arity),
    retractall(General),
    assertz(Clause),
    clause(General, Back),
    General-Back =@= Head-Body,
    retract((General :- Back)),
    \+ clause(General, _).

qs([], R, R).
qs([X|L], R0, R) :-
    split(L, X, L1, L2),
    qs(L2, R1, R),
    qs(L1, R0, [X|R1]).

split([], _, [], []).
split([Y|L], X, [Y|L1], L2) :-
    Y =< X,
    !,
    split(L, X, L1, L2).
split([Y|L], X, L1, [Y|L2]) :-
    split(L, X, L1, L2).

state(X, Y) :-
    (   X = a
    ->  Y = 1
    ;   X == b,
        \+ X = c
    ->  Y is 1 + 1
    ;   member(X-Y, [c-3, d-4]),
        !
    ).

?- same(dp(_, _)), same(dp(X, X)), same(dp(X, f(X, Y, [Y|_], "text", 1.5, 12345678901234567890))).
   true.
?- same((dp(X) :- dq(X, Y), !, dr(Y))), same((dp(X) :- X = f(Y), g(Y) = X, _ = X)).
   true.
?- same((dp(X, Y) :- Y is X * 2 + 1, X < Y, Y =:= X, 3 >= X)).
   true.
?- same((dp(X) :- ( dq(X) -> dr(Y) ; ds(Y) *-> true ; \+ dt(X, Z), du(Z) ), dv(Y))).
   true.
?- same((dp :- ( dq(X) ; dr(X) ))), same((dp :- ( dq(X) ; dr(Y) ), ds(X, Y))), same((dp :- \+ dq(X), dr(X))).
   true.
?- same((dp(X) :- call(X), true, fail, false)), same((dp(X) :- m:dq(X), m:( dr, ds(X) ), X:dq)).
   true.
?- findall(H-B, ( H = qs(_, _, _), clause(H, B) ), L).
   L = [qs([], R, R)-true, qs([X|T], R0, R2)-(split(T, X, L1, L2), qs(L2, R1, R2), qs(L1, R0, [X|R1]))].
?- clause(split(A, B, C, D), (E, F)).
   A = [Y|L], C = [Y|L1], E = (Y =< B), F = (!, split(L, B, L1, D)).
?- clause(state(X, Y), Body).
   Body = ( X = a -> Y = 1 ; X == b, \+ X = c -> Y is 1 + 1 ; member(X-Y, [c-3, d-4]), ! ).
% Conjunctions nest as they did, and a variable as goal is call/1 (7.6.2).
?- assertz((dn(X) :- ( (da, db), dc ), X)), clause(dn(Y), B).
   B = (((da, db), dc), call(Y)).
?- _C = (dl(X) :- ((X = f(Y), Z is X + 1), !), ((da -> (db, dc), X > 1 ; \+ ((da, db), dc)), call(Y)), m:((da, db), dc)), assertz(_C), clause(dl(_), B), retract(_C).
   check(B = (((_ = f(_), _ is _ + 1), !), ((da -> (db, dc), _ > 1 ; \+ ((da, db), dc)), call(_)), m:((da, db), dc))).
?- retract((dl(X) :- _)).
   false.
?- with_output_to(atom(A), listing(split/4)).
   A = 'split([], _, [], []).\nsplit([A|B], C, [A|D], E) :-\n    A=<C,\n    !,\n    split(B, C, D, E).\nsplit([A|B], C, D, [A|E]) :-\n    split(B, C, D, E).\n\n'.
