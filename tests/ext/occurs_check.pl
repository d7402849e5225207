% SPDX-License-Identifier: MIT
%
% The flag occurs_check: false makes infinite terms, true fails, error raises; in heads as in unifications (7.3.2, 8.2.1).

eq(X, X).
in(X, f(X)).
member_of(X, [X|_]).
deep(X, g(a, [b, f(X)|_])).
two(f(X), f(Y), X, Y).
tail([_|T], T).
first(X, X) :- !.
first(_, no).
rule(X, f(X)) :- write(body).
built(X, Y) :- Y = f(X), X = Y.
test(X, Y) :- X = f(Y), X == Y.
test(_, no).
:- dynamic(d/2).
d(X, f(X)).
with(Mode, Goal, Result) :-
    set_prolog_flag(occurs_check, Mode),
    (   catch(Goal, error(E, _), true)
    ->  (   nonvar(E)
        ->  E =.. [Name|_],
            Result = error(Name)
        ;   Result = yes
        )
    ;   Result = no
    ),
    set_prolog_flag(occurs_check, false).

?- with(true, X = f(X), R).
   R = no.
?- with(error, X = f(X), R).
   R = error(occurs_check).
?- with(false, X = f(X), _R), cyclic_term(X), _R == yes, X = f(_).
   check(cyclic_term(X)).
?- with(true, eq(X, f(X)), R), with(true, eq(f(X), X), S).
   R = no, S = no.
?- with(true, in(X, X), R), with(true, in(f(X), f(X)), S), with(true, in(_, _), T).
   R = no, S = no, T = yes.
?- with(true, member_of(X, X), R), with(true, deep(X, X), S), with(true, deep(X, g(_, [_|X])), T).
   R = no, S = no, T = no.
?- with(true, two(A, A, X, Y), R).
   R = yes, A = f(X), Y = X.
?- with(true, two(X, X, X, _), R), with(true, tail(X, X), S), with(true, d(X, X), T).
   R = no, S = no, T = no.
?- with(true, first(X, f(X)), R).
   R = no.
?- set_prolog_flag(occurs_check, true), first(f(X), X), R = X, set_prolog_flag(occurs_check, false).
   X = no, R = no.
?- with(true, first(f(X), Y), R).
   Y = f(X), R = yes.
?- with(true, rule(X, X), R).
   R = no.
?- with(error, rule(X, X), R).
   R = error(occurs_check).
?- with(true, built(X, _), R).
   R = no.
?- with(true, test(X, X), R).
   X = no, R = yes.
?- with(true, ( X \= f(X) ), R).
   R = yes.
?- with(true, ( X = f(X) -> true ; write(else) ), R).
   R = yes, outputs "else".
?- with(true, ( A = f(B), B = g(A) ), R).
   R = no.
?- with(true, ( length(L, 3), append(L, _, X), eq(X, [1|X]) ), R).
   R = no.
?- with(true, call(=, X, f(X)), R), with(true, copy_term(f(X, X), f(Y, g(Y))), S).
   R = no, S = no.
% The error names the variable and the term.
?- with(false, true, _), set_prolog_flag(occurs_check, error), catch(in(X, X), error(E, _), true), set_prolog_flag(occurs_check, false).
   E = occurs_check(_A, f(_A)).
?- set_prolog_flag(occurs_check, error), catch(X = f(a, X), error(E, _), true), set_prolog_flag(occurs_check, false).
   E = occurs_check(_A, f(a, _A)).
% Programs run on under it; the flag may change in the middle.
nrev([], []).
nrev([X|Xs], R) :- nrev(Xs, R0), append(R0, [X], R).
?- numlist(1, 30, _L), set_prolog_flag(occurs_check, true), nrev(_L, R), set_prolog_flag(occurs_check, false), msort(R, _L).
   R = [30, 29, 28, 27, 26, 25, 24, 23, 22, 21, 20, 19, 18, 17, 16, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1].
?- set_prolog_flag(occurs_check, true), findall(X-Y, append(X, Y, [a, b]), L), set_prolog_flag(occurs_check, false).
   L = [[]-[a, b], [a]-[b], [a, b]-[]].
?- current_prolog_flag(occurs_check, F).
   F = false.
% A change holds from the very next unification, in the clause that made it too.
changes(Mode, X) :- set_prolog_flag(occurs_check, Mode), X = f(X).
?- set_prolog_flag(occurs_check, false), ( changes(true, _) -> R = yes ; R = no ), ( changes(false, _) -> S = yes ; S = no ),
   catch(changes(error, _), error(occurs_check(_, _), _), T = caught), set_prolog_flag(occurs_check, false).
   R = no, S = yes, T = caught.
?- _G = set_prolog_flag(occurs_check, true), call(_G), ( X = f(X) -> R = yes ; R = no ), set_prolog_flag(occurs_check, false).
   R = no.
