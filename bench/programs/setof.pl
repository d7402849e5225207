% SPDX-License-Identifier: MIT
%
% setof - sorts and groups 100 000 answers: setof/3 without and bagof/3 with free variables.

work(Answer) :-
    setof(K-X, answer(X, K), Pairs),
    count(Pairs, 0, Length),
    findall(K-L, (bagof(X, answer(X, K), Xs), count(Xs, 0, L)), Groups),
    count(Groups, 0, Number),
    Answer = Length-Number.

answer(X, K) :-
    count_up(1, 100000, X),
    K is X * 7919 mod 101.

count_up(Low, High, Low) :-
    Low =< High.
count_up(Low, High, N) :-
    Low < High,
    Next is Low + 1,
    count_up(Next, High, N).

count([], N, N).
count([_|Xs], N0, N) :-
    N1 is N0 + 1,
    count(Xs, N1, N).

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
