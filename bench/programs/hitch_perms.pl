% SPDX-License-Identifier: MIT
%
% hitch_perms - the second program of the Hitchhiker's guide: the permutations of 11 numbers that are their naive reverse.
% One answer.

work(Answer) :-
    findall(x, found(_), Found),
    count(Found, 0, Answer).

found(Reversed) :-
    numbers(Numbers),
    naive_reverse(Numbers, Reversed),
    perm(Numbers, Reversed),
    perm(Reversed, Numbers).

numbers([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]).

perm([], []).
perm([X|Xs], Zs) :-
    perm(Xs, Ys),
    sel(X, Zs, Ys).

sel(X, [X|Xs], Xs).
sel(X, [Y|Xs], [Y|Ys]) :-
    sel(X, Xs, Ys).

naive_reverse([], []).
naive_reverse([X|Xs], Zs) :-
    naive_reverse(Xs, Ys),
    concatenate(Ys, [X], Zs).

concatenate([], Xs, Xs).
concatenate([X|Xs], Ys, [X|Zs]) :-
    concatenate(Xs, Ys, Zs).

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
