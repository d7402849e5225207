% SPDX-License-Identifier: MIT
%
% quicksort - sorts a list of 50 numbers with difference lists. Comparisons, cuts, list cells.

work(Answer) :-
    numbers(List),
    sort_often(3000, List),
    quicksort(List, Sorted, []),
    Sorted = [First|_],
    last_of(Sorted, Last),
    Answer = First-Last.

sort_often(0, _) :-
    !.
sort_often(N, List) :-
    quicksort(List, _, []),
    N1 is N - 1,
    sort_often(N1, List).

quicksort([], Rest, Rest).
quicksort([Pivot|Numbers], Sorted, Rest) :-
    partition(Numbers, Pivot, Small, Large),
    quicksort(Small, Sorted, [Pivot|Middle]),
    quicksort(Large, Middle, Rest).

partition([], _, [], []).
partition([N|Numbers], Pivot, [N|Small], Large) :-
    N =< Pivot,
    !,
    partition(Numbers, Pivot, Small, Large).
partition([N|Numbers], Pivot, Small, [N|Large]) :-
    partition(Numbers, Pivot, Small, Large).

last_of([X], X) :-
    !.
last_of([_|Xs], X) :-
    last_of(Xs, X).

numbers([27, 74, 17, 33, 94, 18, 46, 83, 65, 2, 32, 53, 28, 85, 99, 47, 28, 82, 6, 11, 55, 29, 39, 81, 90,
         37, 10, 0, 66, 51, 7, 21, 85, 27, 31, 63, 75, 4, 95, 99, 11, 28, 61, 74, 18, 92, 40, 53, 59, 8]).

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
