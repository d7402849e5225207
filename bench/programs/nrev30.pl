% SPDX-License-Identifier: MIT
%
% nrev30 - naive reverse of a list of 30 elements: 496 inferences a time. The classic measure of list building.

work(Answer) :-
    numbers(1, 30, List),
    reverse_often(3000, List),
    naive_reverse(List, [First|_]),
    Answer = First.

reverse_often(0, _) :-
    !.
reverse_often(N, List) :-
    naive_reverse(List, _),
    N1 is N - 1,
    reverse_often(N1, List).

naive_reverse([], []).
naive_reverse([X|Xs], Reversed) :-
    naive_reverse(Xs, Front),
    concatenate(Front, [X], Reversed).

concatenate([], L, L).
concatenate([X|L1], L2, [X|L3]) :-
    concatenate(L1, L2, L3).

numbers(High, High, [High]) :-
    !.
numbers(Low, High, [Low|Rest]) :-
    Next is Low + 1,
    numbers(Next, High, Rest).

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
