% SPDX-License-Identifier: MIT
%
% zebra - the puzzle of the five houses. Unification of partly known structures, shallow and deep backtracking.

work(Answer) :-
    solve_often(20),
    zebra(Answer).

solve_often(0) :-
    !.
solve_often(N) :-
    \+ \+ zebra(_),
    N1 is N - 1,
    solve_often(N1).

zebra(Owner) :-
    Houses = [house(_, norwegian, _, _, _), _, house(_, _, _, milk, _), _, _],
    one_of(house(red, english, _, _, _), Houses),
    one_of(house(green, _, _, coffee, _), Houses),
    one_of(house(_, spanish, dog, _, _), Houses),
    one_of(house(_, ukrainian, _, tea, _), Houses),
    right_of(house(green, _, _, _, _), house(ivory, _, _, _, _), Houses),
    one_of(house(_, _, snails, _, winston), Houses),
    one_of(house(yellow, _, _, _, kools), Houses),
    beside(house(_, _, _, _, chesterfield), house(_, _, fox, _, _), Houses),
    beside(house(_, _, _, _, kools), house(_, _, horse, _, _), Houses),
    one_of(house(_, _, _, juice, luckystrike), Houses),
    one_of(house(_, japanese, _, _, parliament), Houses),
    beside(house(_, norwegian, _, _, _), house(blue, _, _, _, _), Houses),
    one_of(house(_, Owner, zebra, _, _), Houses).

one_of(X, [X|_]).
one_of(X, [_|Xs]) :-
    one_of(X, Xs).

right_of(Right, Left, [Left, Right|_]).
right_of(Right, Left, [_|Houses]) :-
    right_of(Right, Left, Houses).

beside(X, Y, [X, Y|_]).
beside(X, Y, [Y, X|_]).
beside(X, Y, [_|Houses]) :-
    beside(X, Y, Houses).

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
