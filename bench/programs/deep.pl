% SPDX-License-Identifier: MIT
%
% deep - recursion five million calls deep that is not last, on the way down a list of that length.

work(Answer) :-
    numbers(5000000, [], List),
    total(List, Answer).

numbers(0, List, List) :-
    !.
numbers(N, List0, List) :-
    N1 is N - 1,
    numbers(N1, [N|List0], List).

total([], 0).
total([X|Xs], Sum) :-
    total(Xs, Sum1),
    Sum is Sum1 + X.

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
