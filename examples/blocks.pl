% SPDX-License-Identifier: MIT
%
% blocks.pl - a planner for the blocks world.
%
% A state is an ordered list of on(Block, Place), where Place is a block or the table. A plan is found by iterative
% deepening, so it is a shortest one.

:- initialization(main).

main :-
    start(Start),
    goal(Goal),
    write('From   '), write_state(Start),
    write('to     '), write_state(Goal),
    plan(Start, Goal, Plan),
    write_plan(Plan, 1).

% Sussman's anomaly with two more blocks: no goal can be reached first and then left alone.
start([on(a, table), on(b, table), on(c, a), on(d, c), on(e, b)]).
goal([on(a, b), on(b, c), on(c, table), on(d, e), on(e, table)]).

%! plan(+Start, +Goal, -Moves) is semidet.
%  Moves is a shortest list of move(Block, From, To) that leads from Start to Goal.
plan(Start, Goal, Moves) :-
    list_of_some_length(Moves),
    steps(Moves, Start, [Start], Goal),
    !.

list_of_some_length([]).
list_of_some_length([_|Rest]) :-
    list_of_some_length(Rest).

steps([], Goal, _, Goal).
steps([move(Block, From, To)|Moves], State, Seen, Goal) :-
    movable(State, Block, From, Rest),
    target(State, Block, To),
    To \== From,
    insert(Rest, on(Block, To), Next),
    \+ among(Next, Seen),
    steps(Moves, Next, [Next|Seen], Goal).

% Block lies free on From; Rest is the state without it.
movable(State, Block, From, Rest) :-
    pick(on(Block, From), State, Rest),
    clear(State, Block).

target(_, _, table).
target(State, Block, To) :-
    among(on(To, _), State),
    To \== Block,
    clear(State, To).

clear(State, Block) :-
    \+ among(on(_, Block), State).

pick(X, [X|Xs], Xs).
pick(X, [Y|Xs], [Y|Ys]) :-
    pick(X, Xs, Ys).

among(X, [X|_]).
among(X, [_|Xs]) :-
    among(X, Xs).

insert([], X, [X]).
insert([Y|Ys], X, [X, Y|Ys]) :-
    X @< Y,
    !.
insert([Y|Ys], X, [Y|Zs]) :-
    insert(Ys, X, Zs).

write_plan([], _).
write_plan([move(Block, From, To)|Moves], Number) :-
    write(Number), write('. move '), write(Block),
    write(' from '), write(From), write(' to '), write(To), nl,
    Next is Number + 1,
    write_plan(Moves, Next).

write_state([on(Block, Place)|Rest]) :-
    write(Block), write(' on '), write(Place),
    (   Rest == []
    ->  nl
    ;   write(', '),
        write_state(Rest)
    ).
