% SPDX-License-Identifier: MIT
%
% apply.pl - predicates that call a closure for the elements of lists.
%
% The closure is moved behind the list, so that first-argument indexing keeps lists of known length deterministic. A cyclic list is a type error.

:- module(apply, [
    maplist/2,
    maplist/3,
    maplist/4,
    maplist/5,
    maplist/6,
    maplist/7,
    maplist/8,
    foldl/4,
    foldl/5,
    foldl/6,
    foldl/7,
    include/3,
    exclude/3,
    partition/4,
    partition/5,
    convlist/3,
    foldr/4,
    scanl/4,
    scanl/5,
    scanl/6,
    scanl/7
]).

:- meta_predicate(include(1, +, -)).
:- meta_predicate(exclude(1, +, -)).
:- meta_predicate(partition(1, +, -, -)).
:- meta_predicate(partition(2, +, -, -, -)).
:- meta_predicate(convlist(2, +, -)).
:- meta_predicate(foldr(3, +, +, -)).
:- meta_predicate(scanl(3, +, +, -)).
:- meta_predicate(scanl(4, +, +, +, -)).
:- meta_predicate(scanl(5, +, +, +, +, -)).
:- meta_predicate(scanl(6, +, +, +, +, +, -)).
:- meta_predicate(maplist(1, ?)).
:- meta_predicate(maplist(2, ?, ?)).
:- meta_predicate(maplist(3, ?, ?, ?)).
:- meta_predicate(maplist(4, ?, ?, ?, ?)).
:- meta_predicate(maplist(5, ?, ?, ?, ?, ?)).
:- meta_predicate(maplist(6, ?, ?, ?, ?, ?, ?)).
:- meta_predicate(maplist(7, ?, ?, ?, ?, ?, ?, ?)).
:- meta_predicate(foldl(3, +, +, -)).
:- meta_predicate(foldl(4, +, +, +, -)).
:- meta_predicate(foldl(5, +, +, +, +, -)).
:- meta_predicate(foldl(6, +, +, +, +, +, -)).

%! maplist(:Closure, ?Xs) is nondet.
%! maplist(:Closure, ?Xs, ?Ys) is nondet.
%! maplist(:Closure, ?Xs, ?Ys, ?Zs) is nondet.
%! maplist(:Closure, ?Xs, ?Ys, ?Zs, ?Us) is nondet.
%! maplist(:Closure, ?Xs, ?Ys, ?Zs, ?Us, ?Vs) is nondet.
%! maplist(:Closure, ?Xs, ?Ys, ?Zs, ?Us, ?Vs, ?Ws) is nondet.
%! maplist(:Closure, ?Xs, ?Ys, ?Zs, ?Us, ?Vs, ?Ws, ?Ts) is nondet.
%  Closure holds for the elements at each place of the lists, which are equally long.
maplist(Closure, Xs) :-
    '$ends'(Xs),
    maplist_lists(Xs, Closure).

maplist_lists([], _).
maplist_lists([X|Xs], Closure) :-
    call(Closure, X),
    maplist_lists(Xs, Closure).

maplist(Closure, Xs, Ys) :-
    '$ends'(Xs),
    '$ends'(Ys),
    maplist_lists(Xs, Ys, Closure).

maplist_lists([], [], _).
maplist_lists([X|Xs], [Y|Ys], Closure) :-
    call(Closure, X, Y),
    maplist_lists(Xs, Ys, Closure).

maplist(Closure, Xs, Ys, Zs) :-
    '$ends'(Xs),
    '$ends'(Ys),
    '$ends'(Zs),
    maplist_lists(Xs, Ys, Zs, Closure).

maplist_lists([], [], [], _).
maplist_lists([X|Xs], [Y|Ys], [Z|Zs], Closure) :-
    call(Closure, X, Y, Z),
    maplist_lists(Xs, Ys, Zs, Closure).

maplist(Closure, Xs, Ys, Zs, Us) :-
    '$ends'(Xs),
    '$ends'(Ys),
    '$ends'(Zs),
    '$ends'(Us),
    maplist_lists(Xs, Ys, Zs, Us, Closure).

maplist_lists([], [], [], [], _).
maplist_lists([X|Xs], [Y|Ys], [Z|Zs], [U|Us], Closure) :-
    call(Closure, X, Y, Z, U),
    maplist_lists(Xs, Ys, Zs, Us, Closure).

maplist(Closure, Xs, Ys, Zs, Us, Vs) :-
    '$ends'(Xs),
    '$ends'(Ys),
    '$ends'(Zs),
    '$ends'(Us),
    '$ends'(Vs),
    maplist_lists(Xs, Ys, Zs, Us, Vs, Closure).

maplist_lists([], [], [], [], [], _).
maplist_lists([X|Xs], [Y|Ys], [Z|Zs], [U|Us], [V|Vs], Closure) :-
    call(Closure, X, Y, Z, U, V),
    maplist_lists(Xs, Ys, Zs, Us, Vs, Closure).

maplist(Closure, Xs, Ys, Zs, Us, Vs, Ws) :-
    '$ends'(Xs),
    '$ends'(Ys),
    '$ends'(Zs),
    '$ends'(Us),
    '$ends'(Vs),
    '$ends'(Ws),
    maplist_lists(Xs, Ys, Zs, Us, Vs, Ws, Closure).

maplist_lists([], [], [], [], [], [], _).
maplist_lists([X|Xs], [Y|Ys], [Z|Zs], [U|Us], [V|Vs], [W|Ws], Closure) :-
    call(Closure, X, Y, Z, U, V, W),
    maplist_lists(Xs, Ys, Zs, Us, Vs, Ws, Closure).

maplist(Closure, Xs, Ys, Zs, Us, Vs, Ws, Ts) :-
    '$ends'(Xs),
    '$ends'(Ys),
    '$ends'(Zs),
    '$ends'(Us),
    '$ends'(Vs),
    '$ends'(Ws),
    '$ends'(Ts),
    maplist_lists(Xs, Ys, Zs, Us, Vs, Ws, Ts, Closure).

maplist_lists([], [], [], [], [], [], [], _).
maplist_lists([X|Xs], [Y|Ys], [Z|Zs], [U|Us], [V|Vs], [W|Ws], [T|Ts], Closure) :-
    call(Closure, X, Y, Z, U, V, W, T),
    maplist_lists(Xs, Ys, Zs, Us, Vs, Ws, Ts, Closure).

%! foldl(:Closure, +Xs, +Start, -End) is nondet.
%! foldl(:Closure, +Xs, +Ys, +Start, -End) is nondet.
%! foldl(:Closure, +Xs, +Ys, +Zs, +Start, -End) is nondet.
%! foldl(:Closure, +Xs, +Ys, +Zs, +Us, +Start, -End) is nondet.
%  Calls Closure with the elements at each place and a state that goes from Start to End, first to last.
foldl(Closure, Xs, Start, End) :-
    '$ends'(Xs),
    foldl_lists(Xs, Closure, Start, End).

foldl_lists([], _, State, State).
foldl_lists([X|Xs], Closure, State0, State) :-
    call(Closure, X, State0, State1),
    foldl_lists(Xs, Closure, State1, State).

foldl(Closure, Xs, Ys, Start, End) :-
    '$ends'(Xs),
    '$ends'(Ys),
    foldl_lists(Xs, Ys, Closure, Start, End).

foldl_lists([], [], _, State, State).
foldl_lists([X|Xs], [Y|Ys], Closure, State0, State) :-
    call(Closure, X, Y, State0, State1),
    foldl_lists(Xs, Ys, Closure, State1, State).

foldl(Closure, Xs, Ys, Zs, Start, End) :-
    '$ends'(Xs),
    '$ends'(Ys),
    '$ends'(Zs),
    foldl_lists(Xs, Ys, Zs, Closure, Start, End).

foldl_lists([], [], [], _, State, State).
foldl_lists([X|Xs], [Y|Ys], [Z|Zs], Closure, State0, State) :-
    call(Closure, X, Y, Z, State0, State1),
    foldl_lists(Xs, Ys, Zs, Closure, State1, State).

foldl(Closure, Xs, Ys, Zs, Us, Start, End) :-
    '$ends'(Xs),
    '$ends'(Ys),
    '$ends'(Zs),
    '$ends'(Us),
    foldl_lists(Xs, Ys, Zs, Us, Closure, Start, End).

foldl_lists([], [], [], [], _, State, State).
foldl_lists([X|Xs], [Y|Ys], [Z|Zs], [U|Us], Closure, State0, State) :-
    call(Closure, X, Y, Z, U, State0, State1),
    foldl_lists(Xs, Ys, Zs, Us, Closure, State1, State).

%! foldr(:Closure, +Xs, +Start, -End) is nondet.
%  As foldl/4, last to first.
foldr(Closure, Xs, Start, End) :-
    '$ends'(Xs),
    foldr_list(Xs, Closure, Start, End).

foldr_list([], _, State, State).
foldr_list([X|Xs], Closure, Start, End) :-
    foldr_list(Xs, Closure, Start, State),
    call(Closure, X, State, End).

%! scanl(:Closure, +Xs, +Start, -States) is nondet.
%! scanl(:Closure, +Xs, +Ys, +Start, -States) is nondet.
%! scanl(:Closure, +Xs, +Ys, +Zs, +Start, -States) is nondet.
%! scanl(:Closure, +Xs, +Ys, +Zs, +Us, +Start, -States) is nondet.
%  As foldl, where States holds all states from Start to the last one.
scanl(Closure, Xs, Start, [Start|States]) :-
    '$ends'(Xs),
    scanl_lists(Xs, Closure, Start, States).

scanl_lists([], _, _, []).
scanl_lists([X|Xs], Closure, State0, [State1|States]) :-
    call(Closure, X, State0, State1),
    scanl_lists(Xs, Closure, State1, States).

scanl(Closure, Xs, Ys, Start, [Start|States]) :-
    '$ends'(Xs),
    '$ends'(Ys),
    scanl_lists(Xs, Ys, Closure, Start, States).

scanl_lists([], [], _, _, []).
scanl_lists([X|Xs], [Y|Ys], Closure, State0, [State1|States]) :-
    call(Closure, X, Y, State0, State1),
    scanl_lists(Xs, Ys, Closure, State1, States).

scanl(Closure, Xs, Ys, Zs, Start, [Start|States]) :-
    '$ends'(Xs),
    '$ends'(Ys),
    '$ends'(Zs),
    scanl_lists(Xs, Ys, Zs, Closure, Start, States).

scanl_lists([], [], [], _, _, []).
scanl_lists([X|Xs], [Y|Ys], [Z|Zs], Closure, State0, [State1|States]) :-
    call(Closure, X, Y, Z, State0, State1),
    scanl_lists(Xs, Ys, Zs, Closure, State1, States).

scanl(Closure, Xs, Ys, Zs, Us, Start, [Start|States]) :-
    '$ends'(Xs),
    '$ends'(Ys),
    '$ends'(Zs),
    '$ends'(Us),
    scanl_lists(Xs, Ys, Zs, Us, Closure, Start, States).

scanl_lists([], [], [], [], _, _, []).
scanl_lists([X|Xs], [Y|Ys], [Z|Zs], [U|Us], Closure, State0, [State1|States]) :-
    call(Closure, X, Y, Z, U, State0, State1),
    scanl_lists(Xs, Ys, Zs, Us, Closure, State1, States).

%! include(:Test, +List, -Chosen) is det.
%  Chosen holds the elements for which Test holds.
include(Test, List, Chosen) :-
    '$ends'(List),
    include_list(List, Test, Chosen).

include_list([], _, []).
include_list([X|Xs], Test, Chosen) :-
    (   call(Test, X)
    ->  Chosen = [X|Chosen1]
    ;   Chosen = Chosen1
    ),
    include_list(Xs, Test, Chosen1).

%! exclude(:Test, +List, -Chosen) is det.
%  Chosen holds the elements for which Test fails.
exclude(Test, List, Chosen) :-
    '$ends'(List),
    exclude_list(List, Test, Chosen).

exclude_list([], _, []).
exclude_list([X|Xs], Test, Chosen) :-
    (   call(Test, X)
    ->  Chosen = Chosen1
    ;   Chosen = [X|Chosen1]
    ),
    exclude_list(Xs, Test, Chosen1).

%! partition(:Test, +List, -Chosen, -Others) is det.
%  Splits List by whether Test holds.
partition(Test, List, Chosen, Others) :-
    '$ends'(List),
    partition_list(List, Test, Chosen, Others).

partition_list([], _, [], []).
partition_list([X|Xs], Test, Chosen, Others) :-
    (   call(Test, X)
    ->  Chosen = [X|Chosen1],
        Others = Others1
    ;   Chosen = Chosen1,
        Others = [X|Others1]
    ),
    partition_list(Xs, Test, Chosen1, Others1).

%! partition(:Order, +List, -Less, -Equal, -Greater) is semidet.
%  Splits List by call(Order, X, Delta), with Delta one of <, = and >.
partition(Order, List, Less, Equal, Greater) :-
    '$ends'(List),
    partition_list(List, Order, Less, Equal, Greater).

partition_list([], _, [], [], []).
partition_list([X|Xs], Order, Less, Equal, Greater) :-
    call(Order, X, Delta),
    partition_one(Delta, X, Less, Equal, Greater, Less1, Equal1, Greater1),
    partition_list(Xs, Order, Less1, Equal1, Greater1).

partition_one(<, X, [X|Less], Equal, Greater, Less, Equal, Greater).
partition_one(=, X, Less, [X|Equal], Greater, Less, Equal, Greater).
partition_one(>, X, Less, Equal, [X|Greater], Less, Equal, Greater).

%! convlist(:Function, +List, -Results) is det.
%  Results holds Y for each X of List where call(Function, X, Y) succeeds.
convlist(Function, List, Results) :-
    '$ends'(List),
    convlist_list(List, Function, Results).

convlist_list([], _, []).
convlist_list([X|Xs], Function, Results) :-
    (   call(Function, X, Y)
    ->  Results = [Y|Results1]
    ;   Results = Results1
    ),
    convlist_list(Xs, Function, Results1).
