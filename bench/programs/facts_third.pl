% SPDX-License-Identifier: MIT
%
% facts_third - two million look-ups by the number inside the third argument, in a million facts.

:- dynamic(loaded/0).

load :-
    loaded,
    !.
load :-
    consult('facts.pl'),
    assertz(loaded).

work(Answer) :-
    load,
    keys(100000, Keys),
    look_up_often(20, Keys, 0, Answer).

look_up_often(0, _, Sum, Sum) :-
    !.
look_up_often(N, Keys, Sum0, Sum) :-
    look_up(Keys, Sum0, Sum1),
    N1 is N - 1,
    look_up_often(N1, Keys, Sum1, Sum).

look_up([], Sum, Sum).
look_up([Key|Keys], Sum0, Sum) :-
    value(Key, Value),
    Sum1 is Sum0 + Value,
    look_up(Keys, Sum1, Sum).

value(Key, Value) :-
    fact(_, Value, Key).

keys(0, []) :-
    !.
keys(N, [f(Key)|Keys]) :-
    Key is N * 10,
    N1 is N - 1,
    keys(N1, Keys).

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
