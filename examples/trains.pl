% SPDX-License-Identifier: MIT
%
% trains.pl - questions to a file of facts: rules over facts, sorting, counting, collecting.

:- initialization(main).

:- include('trains_facts.pl').

main :-
    write('From Leuven after 7:00, by arrival:'), nl,
    setof(Arrival-To, journey_end(leuven, 7:00, To, Arrival), Ends),
    write_ends(Ends, []),
    write('How to get to Ostend:'), nl,
    first_journey(leuven, ostend, 7:00, Trains),
    write_trains(Trains),
    write('Stations by number of departures:'), nl,
    setof(Count-Station, departures(Station, Count), Counts),
    write_counts(Counts),
    write('Trains that take an hour or more: '),
    findall(Number, (train(Number, _, _, D, A), minutes(D, A, M), M >= 60), Long),
    write(Long), nl.

%! journey(+From, ?To, +Earliest, -Trains) is nondet.
%  Trains is a list of train numbers, each leaving at least four minutes after the one before has arrived.
journey(From, To, Earliest, Trains) :-
    journey(From, To, Earliest, [From], Trains).

journey(From, To, Earliest, Seen, [Number|Trains]) :-
    train(Number, From, Via, Departure, Arrival),
    minutes(Earliest, Departure, Wait),
    Wait >= 4,
    \+ among(Via, Seen),
    (   To = Via,
        Trains = []
    ;   journey(Via, To, Arrival, [Via|Seen], Trains)
    ).

% The journey with the earliest arrival, and the fewest changes among those.
first_journey(From, To, Earliest, Trains) :-
    setof(key(Arrival, Changes, Trains0), counted_journey(From, To, Earliest, Arrival, Changes, Trains0), [key(_, _, Trains)|_]).

counted_journey(From, To, Earliest, Arrival, Changes, Trains) :-
    journey(From, To, Earliest, Trains),
    last_of(Trains, Last),
    train(Last, _, _, _, Arrival),
    count(Trains, 0, Changes).

journey_end(From, Earliest, To, Arrival) :-
    counted_journey(From, To, Earliest, Arrival, _, _).

departures(Station, Count) :-
    setof(Number, To^D^A^train(Number, Station, To, D, A), Numbers),
    count(Numbers, 0, Count).

minutes(H1:M1, H2:M2, Minutes) :-
    Minutes is (H2 - H1) * 60 + M2 - M1.

among(X, [X|_]).
among(X, [_|Xs]) :-
    among(X, Xs).

last_of([X], X) :-
    !.
last_of([_|Xs], X) :-
    last_of(Xs, X).

count([], N, N).
count([_|Xs], N0, N) :-
    N1 is N0 + 1,
    count(Xs, N1, N).

% Only the earliest arrival at each station.
write_ends([], _).
write_ends([Time-Station|Ends], Seen) :-
    (   among(Station, Seen)
    ->  true
    ;   write('   '), write_time(Time), write(' '), write(Station), nl
    ),
    write_ends(Ends, [Station|Seen]).

write_trains([]).
write_trains([Number|Numbers]) :-
    train(Number, From, To, Departure, Arrival),
    write('   '), write(Number), write(' '),
    write_time(Departure), write(' '), write(From), write(' - '),
    write_time(Arrival), write(' '), write(To), nl,
    write_trains(Numbers).

write_counts([]).
write_counts([Count-Station|Counts]) :-
    write('   '), write(Count), write(' '), write(Station), nl,
    write_counts(Counts).

write_time(Hour:Minute) :-
    write(Hour), write(':'),
    (   Minute < 10
    ->  write(0)
    ;   true
    ),
    write(Minute).
