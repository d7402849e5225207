% SPDX-License-Identifier: MIT
%
% loop - counts down from three million and adds up: the cost of one call, one test and two sums.

work(Answer) :-
    loop(3000000, 0, Answer).

loop(0, Sum, Sum) :-
    !.
loop(N, Sum0, Sum) :-
    Sum1 is Sum0 + N,
    N1 is N - 1,
    loop(N1, Sum1, Sum).

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
