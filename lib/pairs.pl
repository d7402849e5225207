% SPDX-License-Identifier: MIT
%
% pairs.pl - lists of Key-Value pairs.

:- module(pairs, [
    pairs_keys_values/3,
    pairs_keys/2,
    pairs_values/2,
    transpose_pairs/2,
    group_pairs_by_key/2,
    map_list_to_pairs/3
]).

:- use_module(library(error), [must_be/2]).

:- meta_predicate(map_list_to_pairs(2, +, -)).

%! pairs_keys_values(?Pairs, ?Keys, ?Values) is nondet.
%  Det when one of the three is a proper list.
pairs_keys_values(Pairs, Keys, Values) :-
    (   is_list(Pairs)
    ->  split_pairs(Pairs, Keys, Values)
    ;   is_list(Keys)
    ->  join_keys(Keys, Values, Pairs)
    ;   '$ends'(Pairs),
        '$ends'(Keys),
        '$ends'(Values),
        join_values(Values, Keys, Pairs)
    ).

split_pairs([], [], []).
split_pairs([Key-Value|Pairs], [Key|Keys], [Value|Values]) :-
    split_pairs(Pairs, Keys, Values).

join_keys([], [], []).
join_keys([Key|Keys], [Value|Values], [Key-Value|Pairs]) :-
    join_keys(Keys, Values, Pairs).

join_values([], [], []).
join_values([Value|Values], [Key|Keys], [Key-Value|Pairs]) :-
    join_values(Values, Keys, Pairs).

%! pairs_keys(?Pairs, ?Keys) is nondet.
%  Keys holds the key of each of Pairs.
pairs_keys(Pairs, Keys) :-
    '$ends'(Pairs),
    '$ends'(Keys),
    keys_of(Pairs, Keys).

keys_of([], []).
keys_of([Key-_|Pairs], [Key|Keys]) :-
    keys_of(Pairs, Keys).

%! pairs_values(?Pairs, ?Values) is nondet.
%  Values holds the value of each of Pairs.
pairs_values(Pairs, Values) :-
    '$ends'(Pairs),
    '$ends'(Values),
    values_of(Pairs, Values).

values_of([], []).
values_of([_-Value|Pairs], [Value|Values]) :-
    values_of(Pairs, Values).

%! transpose_pairs(+Pairs, -Transposed) is det.
%  Transposed holds Value-Key for each Key-Value, sorted by its keys.
transpose_pairs(Pairs, Transposed) :-
    must_be(list, Pairs),
    flip_pairs(Pairs, Flipped),
    keysort(Flipped, Transposed).

flip_pairs([], []).
flip_pairs([Key-Value|Pairs], [Value-Key|Flipped]) :-
    flip_pairs(Pairs, Flipped).

%! group_pairs_by_key(+Pairs, -Groups) is det.
%  Groups holds Key-Values for each run of Pairs with equal (==) keys; after keysort/2 that is one for each key.
group_pairs_by_key(Pairs, Groups) :-
    must_be(list, Pairs),
    grouped(Pairs, Groups0),
    Groups = Groups0.

grouped([], []).
grouped([Pair|Pairs], [Key-[Value|Values]|Groups]) :-
    must_be(pair, Pair),
    Pair = Key-Value,
    same_key(Pairs, Key, Values, Rest),
    grouped(Rest, Groups).

same_key([Pair|Pairs], Key, Values, Rest) :-
    (   nonvar(Pair),
        Pair = Key1-Value,
        Key1 == Key
    ->  Values = [Value|Values1],
        same_key(Pairs, Key, Values1, Rest)
    ;   Values = [],
        Rest = [Pair|Pairs]
    ).
same_key([], _, [], []).

%! map_list_to_pairs(:Function, +List, -Pairs) is nondet.
%  Pairs holds Key-X for each X of List, where call(Function, X, Key).
map_list_to_pairs(Function, List, Pairs) :-
    '$ends'(List),
    key_elements(List, Function, Pairs).

key_elements([], _, []).
key_elements([X|Xs], Function, [Key-X|Pairs]) :-
    call(Function, X, Key),
    key_elements(Xs, Function, Pairs).
