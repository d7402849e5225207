% SPDX-License-Identifier: MIT
%
% hitch_sudoku - the third program of the Hitchhiker's guide: all 288 boards of 4x4 sudoku, by permuting each row, column
% and box.

work(Answer) :-
    findall(x, board(_), Found),
    count(Found, 0, Answer).

board(Rows) :-
    views([Rows|Views]),
    all_views([Rows|Views], [1, 2, 3, 4]).

views([[[A1, A2, A3, A4], [B1, B2, B3, B4], [C1, C2, C3, C4], [D1, D2, D3, D4]],
       [[A1, B1, C1, D1], [A2, B2, C2, D2], [A3, B3, C3, D3], [A4, B4, C4, D4]],
       [[A1, A2, B1, B2], [A3, A4, B3, B4], [C1, C2, D1, D2], [C3, C4, D3, D4]]]).

all_views([], _).
all_views([View|Views], Numbers) :-
    all_lines(View, Numbers),
    all_views(Views, Numbers).

all_lines([], _).
all_lines([Line|Lines], Numbers) :-
    perm(Numbers, Line),
    all_lines(Lines, Numbers).

perm([], []).
perm([X|Xs], Zs) :-
    perm(Xs, Ys),
    insert(X, Ys, Zs).

insert(X, Xs, [X|Xs]).
insert(X, [Y|Xs], [Y|Ys]) :-
    insert(X, Xs, Ys).

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
