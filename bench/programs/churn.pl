% SPDX-License-Identifier: MIT
%
% churn - a queue of 1000 facts in the database: each step adds one at the end and takes one from the front.

:- dynamic(queued/2).

work(Answer) :-
    retractall(queued(_, _)),
    fill(1000),
    step(200000, 1000, 0, Answer).

fill(0) :-
    !.
fill(N) :-
    assertz(queued(N, item(N, data))),
    N1 is N - 1,
    fill(N1).

step(0, _, Sum, Sum) :-
    !.
step(N, Next, Sum0, Sum) :-
    Next1 is Next + 1,
    assertz(queued(Next1, item(Next1, data))),
    retract(queued(_, item(Taken, _))),
    !,
    Sum1 is Sum0 + Taken,
    N1 is N - 1,
    step(N1, Next1, Sum1, Sum).

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
