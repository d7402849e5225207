% SPDX-License-Identifier: MIT
%
% garbage_live - as garbage, but a list of half a million elements (a million cells) stays alive all the time.

work(Answer) :-
    numbers(500000, [], List),
    step(50000000, state(0, none), Sum),
    total(List, 0, Total),
    Answer = Sum-Total.

numbers(0, List, List) :-
    !.
numbers(N, List0, List) :-
    N1 is N - 1,
    numbers(N1, [N|List0], List).

total([], Sum, Sum).
total([X|Xs], Sum0, Sum) :-
    Sum1 is Sum0 + X,
    total(Xs, Sum1, Sum).

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
