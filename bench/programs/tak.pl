% SPDX-License-Identifier: MIT
%
% tak - Takeuchi's function: calls, comparisons and small sums.

work(Answer) :-
    tak(18, 12, 6, First),
    tak(20, 14, 7, Second),
    Answer = First-Second.

tak(X, Y, Z, A) :-
    X =< Y,
    !,
    A = Z.
tak(X, Y, Z, A) :-
    X1 is X - 1,
    tak(X1, Y, Z, A1),
    Y1 is Y - 1,
    tak(Y1, Z, X, A2),
    Z1 is Z - 1,
    tak(Z1, X, Y, A3),
    tak(A1, A2, A3, A).

% ---- the driver: works that many times and prints the last answer ----

:- initialization(main).

repetitions(1).

main :-
    repetitions(N),
    run(N).

run(1) :-
    !,
    work(Answer),
    write(Answer),
    nl.
run(N) :-
    \+ \+ work(_),
    N1 is N - 1,
    run(N1).
