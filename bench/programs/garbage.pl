% SPDX-License-Identifier: MIT
%
% garbage - fifty million steps, each of which builds a structure and forgets that of the step before.

work(Answer) :-
    step(50000000, state(0, none), Answer).

step(0, state(Sum, _), Sum) :-
    !.
step(N, state(Sum0, _), Sum) :-
    Sum1 is Sum0 + 1,
    N1 is N - 1,
    step(N1, state(Sum1, pair(N, N1)), Sum).

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
