% SPDX-License-Identifier: MIT
%
% floatloop - a million steps of the logistic map and a sum: floating-point arithmetic.

work(Answer) :-
    iterate(1000000, 0.3, 0.0, Sum),
    Answer is truncate(Sum / 1000.0).

iterate(0, _, Sum, Sum) :-
    !.
iterate(N, X, Sum0, Sum) :-
    X1 is 3.5 * X * (1.0 - X),
    Sum1 is Sum0 + X1,
    N1 is N - 1,
    iterate(N1, X1, Sum1, Sum).

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
