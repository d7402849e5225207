% SPDX-License-Identifier: MIT
%
% hitch_queens - the program that the table of the Hitchhiker's guide calls 11 queens. As published it places queens in
% the 12 rows 0 to 11 and has 14200 answers. No arithmetic: rows and diagonals are lists of variables that slide past each
% other.

work(Answer) :-
    findall(x, queens([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], _), Found),
    count(Found, 0, Answer).

queens(Queens, Rows) :-
    as_long(Queens, Rows),
    put_all(Queens, Rows, _, _).

as_long([], []).
as_long([_|Xs], [_|Ys]) :-
    as_long(Xs, Ys).

put_all([], _, _, _).
put_all([Queen|Queens], Rows, Rising, [_|Falling]) :-
    put_all(Queens, Rows, [_|Rising], Falling),
    put(Queen, Rows, Rising, Falling).

put(Queen, [Queen|_], [Queen|_], [Queen|_]).
put(Queen, [_|Rows], [_|Rising], [_|Falling]) :-
    put(Queen, Rows, Rising, Falling).

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
