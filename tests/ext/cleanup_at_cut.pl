% SPDX-License-Identifier: MIT
%
% The cleanup of a choice point that a cut removes runs at the cut, before the next goal of the clause, whatever that is.

num(1).
num(2).
num(3).
guarded(Goal) :- setup_call_cleanup(true, Goal, write(c)).

% Before output, arithmetic, unification, failure, the end of the clause.
a(X) :- guarded(num(X)), !, write(a).
b(X, Y) :- guarded(num(X)), !, Y is X + 1, write(Y).
u(X, Y) :- guarded(num(X)), !, Y = f(X, _).
f(X) :- guarded(num(X)), !, fail.
f(other).
p(X) :- guarded(num(X)), !.
?- a(X).
   X = 1, outputs "ca", det.
?- b(X, Y).
   X = 1, Y = 2, outputs "c2", det.
?- u(X, Y), write(-).
   X = 1, Y = f(1, _A), outputs "c-", det.
?- f(X).
   false, outputs "c".
?- p(X), write(-).
   X = 1, outputs "c-", det.

% Registers and slots that are live across the cut keep what they hold.
many(A, B, C, D, L) :- guarded(num(X)), E = g(A, B), F = h(C, X), !, L = [A, B, C, D, E, F, X].
?- many(1, "text", Z, f(Z), L), Z = 9.
   Z = 9, L = [1, "text", 9, f(9), g(1, "text"), h(9, 1), 1], outputs "c", det.
between_calls(A, L) :- num(X), guarded(num(Y)), X + Y > 2, !, findall(Z, num(Z), Zs), L = [A, X, Y|Zs].
?- between_calls(a, L).
   L = [a, 1, 2, 1, 2, 3], outputs "c", det.

% A condition; a negation; once/1; nested conditions with what is after them.
if(A, R) :- ( guarded(num(X)) -> R = yes(A, X), write(t) ; R = no ), write(e).
?- if(q, R).
   R = yes(q, 1), outputs "cte", det.
not(A, R) :- \+ ( guarded(num(X)), X > 5 ), write(n), R = A.
?- not(q, R).
   R = q, outputs "cn", det.
not_not(A) :- \+ \+ guarded(num(_)), write(A).
?- not_not(z).
   true, outputs "cz", det.
?- once(guarded(num(X))), write(o).
   X = 1, outputs "co", det.
nested(R) :- ( guarded(num(X)), ( guarded(num(Y)), Y > 1 -> R = X-Y ; R = none ) -> write(R) ; true ), write(end).
?- nested(R).
   R = 1-2, outputs "cc1-2end", det.

% Several at once, the newest first; two cuts in a row; a cut in a temporary clause.
two(X, Y) :- guarded(num(X)), setup_call_cleanup(true, num(Y), write(d)), !, !, write(e).
?- two(X, Y).
   X = 1, Y = 1, outputs "dce", det.
?- call(( guarded(num(X)), !, write(x), Y = f(X) )), write(y).
   X = 1, Y = f(1), outputs "cxy", det.
?- G = ( guarded(num(X)), !, Y is X * 10 ), call(G).
   G = ( guarded(num(1)), !, 10 is 1 * 10 ), X = 1, Y = 10, outputs "c", det.

% A cleanup that raises: the error comes at the cut; the other cleanups have run.
raises(X) :- setup_call_cleanup(true, num(X), write(d)), setup_call_cleanup(true, num(_), throw(oops)), !, write(never).
?- raises(_).
   throws(oops), outputs "d".
?- catch(raises(_), B, ( write(caught) )), write(after).
   B = oops, outputs "dcaughtafter", det.
% A cleanup that leaves choices or fails makes no difference.
loose(X) :- setup_call_cleanup(true, num(X), ( num(Y), write(Y) )), !, write(x).
?- loose(X).
   X = 1, outputs "1x", det.
failing(X) :- setup_call_cleanup(true, num(X), fail), !, write(x).
?- failing(X).
   X = 1, outputs "x", det.

% A cleanup that works hard: collections, deep recursion, other cleanups.
count(N, N) :- !.
count(I, N) :- I1 is I + 1, count(I1, N).
numbers(N, N, []) :- !.
numbers(I, N, [I|Is]) :- I1 is I + 1, numbers(I1, N, Is).
works(X, L, S) :- setup_call_cleanup(true, num(X), heavy), atom_length(abc, K), !, length(L, K), S = f(X, K, L).
heavy :- test_size(100000, N), numbers(0, N, Ns), length(Ns, N), count(0, N), guarded(num(_)), !, write(h).
?- works(X, L, S).
   X = 1, L = [_A, _B, _C], S = f(1, 3, [_A, _B, _C]), outputs "ch", det.
loop(0) :- !.
loop(N) :- setup_call_cleanup(true, num(_), true), !, N1 is N - 1, loop(N1).
?- test_size(100000, _N), loop(_N).
   true, det.

% More slots and registers than fit a word.
wide(L) :-
    L = [A1, A2, A3, A4, A5, A6, A7, A8, A9, A10, A11, A12, A13, A14, A15, A16, A17, A18, A19, A20, A21, A22, A23, A24, A25, A26, A27, A28,
         A29, A30, A31, A32, A33, A34, A35, A36, A37, A38, A39, A40, A41, A42, A43, A44, A45, A46, A47, A48, A49, A50, A51, A52, A53, A54,
         A55, A56, A57, A58, A59, A60, A61, A62, A63, A64, A65, A66, A67, A68, A69, A70],
    guarded(num(A70)),
    !,
    numbers(1, 70, [A1, A2, A3, A4, A5, A6, A7, A8, A9, A10, A11, A12, A13, A14, A15, A16, A17, A18, A19, A20, A21, A22, A23, A24, A25,
                    A26, A27, A28, A29, A30, A31, A32, A33, A34, A35, A36, A37, A38, A39, A40, A41, A42, A43, A44, A45, A46, A47, A48,
                    A49, A50, A51, A52, A53, A54, A55, A56, A57, A58, A59, A60, A61, A62, A63, A64, A65, A66, A67, A68, A69]).
?- wide(L), sum_list(L, S).
   check(length(L, 70)), S = 2416, outputs "c", det.
