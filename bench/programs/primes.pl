% SPDX-License-Identifier: MIT
%
% primes - the primes below 10000 by striking multiples from a list. Tight loops of arithmetic and list cells.

work(Answer) :-
    integers(2, 10000, Integers),
    sieve(Integers, Primes),
    count(Primes, 0, Answer).

integers(Low, High, []) :-
    Low > High,
    !.
integers(Low, High, [Low|Rest]) :-
    Next is Low + 1,
    integers(Next, High, Rest).

sieve([], []).
sieve([Prime|Numbers], [Prime|Primes]) :-
    strike(Numbers, Prime, Left),
    sieve(Left, Primes).

strike([], _, []).
strike([N|Numbers], Prime, Left) :-
    N mod Prime =:= 0,
    !,
    strike(Numbers, Prime, Left).
strike([N|Numbers], Prime, [N|Left]) :-
    strike(Numbers, Prime, Left).

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
