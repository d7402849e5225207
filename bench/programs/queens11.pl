% SPDX-License-Identifier: MIT
%
% queens11 - counts the ways to put 11 queens on a board of 11 rows. Choice points, small sums, list cells.

work(Answer) :-
    findall(x, queens(11, _), Found),
    count(Found, 0, Answer).

queens(N, Columns) :-
    numbers(1, N, Free),
    place(Free, [], Columns).

place([], Placed, Placed).
place(Free, Placed, Columns) :-
    take(Column, Free, Rest),
    safe(Placed, Column, 1),
    place(Rest, [Column|Placed], Columns).

take(X, [X|Xs], Xs).
take(X, [Y|Xs], [Y|Ys]) :-
    take(X, Xs, Ys).

safe([], _, _).
safe([Other|Others], Column, Distance) :-
    Column =\= Other + Distance,
    Column =\= Other - Distance,
    Next is Distance + 1,
    safe(Others, Column, Next).

numbers(High, High, [High]) :-
    !.
numbers(Low, High, [Low|Rest]) :-
    Next is Low + 1,
    numbers(Next, High, Rest).

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
