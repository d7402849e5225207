% SPDX-License-Identifier: MIT
%
% findall - collects 300 000 answers at a time, each a small structure.

work(Answer) :-
    collect(3, 0, Answer).

collect(0, Sum, Sum) :-
    !.
collect(N, Sum0, Sum) :-
    findall(pair(X, f(X, Y)), (count_up(1, 300000, X), Y is X mod 7), Pairs),
    add_up(Pairs, Sum0, Sum1),
    N1 is N - 1,
    collect(N1, Sum1, Sum).

add_up([], Sum, Sum).
add_up([pair(_, f(_, Y))|Pairs], Sum0, Sum) :-
    Sum1 is Sum0 + Y,
    add_up(Pairs, Sum1, Sum).

count_up(Low, High, Low) :-
    Low =< High.
count_up(Low, High, N) :-
    Low < High,
    Next is Low + 1,
    count_up(Next, High, N).

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
