% SPDX-License-Identifier: MIT
%
% hitch_metaint - the fourth program of the Hitchhiker's guide: the permutations through its two-clause meta-interpreter.
% One answer.

work(Answer) :-
    findall(x, found(_), Found),
    count(Found, 0, Answer).

found(Ys) :-
    numbers(Xs, Ys),
    metaint([perm(Xs, Ys), perm(Ys, Xs)]).

numbers([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], [11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]).

metaint([]).
metaint([Goal|Goals]) :-
    cls([Goal|Body], Goals),
    metaint(Body).

cls([sel(X, [X|Xs], Xs)|Tail], Tail).
cls([sel(X, [Y|Xs], [Y|Ys]), sel(X, Xs, Ys)|Tail], Tail).
cls([perm([], [])|Tail], Tail).
cls([perm([X|Xs], Zs), perm(Xs, Ys), sel(X, Zs, Ys)|Tail], Tail).

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
