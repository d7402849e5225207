% SPDX-License-Identifier: MIT
%
% facts_load - loads a million facts fact(kI, N, f(M)) from text. Every column holds a million different values.
% bench/run writes the file.

work(Answer) :-
    consult('facts.pl'),
    fact(k1000, Answer, _).

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
