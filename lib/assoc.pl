% SPDX-License-Identifier: MIT
%
% assoc.pl - maps from keys to values, as balanced trees.
%
% A tree is t or t(Key, Value, Height, Left, Right): the keys of Left come before Key in the standard order, those of Right
% after it, and the heights of the two differ by one at most. Every operation on one key takes logarithmic time.

:- module(assoc, [
    empty_assoc/1,
    is_assoc/1,
    get_assoc/3,
    get_assoc/5,
    put_assoc/4,
    del_assoc/4,
    del_min_assoc/4,
    del_max_assoc/4,
    min_assoc/3,
    max_assoc/3,
    gen_assoc/3,
    list_to_assoc/2,
    ord_list_to_assoc/2,
    assoc_to_list/2,
    assoc_to_keys/2,
    assoc_to_values/2,
    map_assoc/2,
    map_assoc/3
]).

:- use_module(library(error), [domain_error/2, instantiation_error/1, must_be/2, type_error/2]).

:- meta_predicate(map_assoc(1, ?)).
:- meta_predicate(map_assoc(2, ?, ?)).

%! empty_assoc(?Assoc) is semidet.
%  Assoc has no keys.
empty_assoc(t).

%! is_assoc(@Assoc) is semidet.
%  Assoc is a tree as described above.
is_assoc(Assoc) :-
    nonvar(Assoc),
    is_tree(Assoc, _),
    assoc_to_keys(Assoc, Keys),
    sort(Keys, Keys).

is_tree(t, 0).
is_tree(t(_, _, Height, Left, Right), Height) :-
    integer(Height),
    nonvar(Left),
    nonvar(Right),
    is_tree(Left, LeftHeight),
    is_tree(Right, RightHeight),
    Height =:= max(LeftHeight, RightHeight) + 1,
    abs(LeftHeight - RightHeight) =< 1.

%! get_assoc(+Key, +Assoc, -Value) is semidet.
%  Value is what Key is mapped to.
get_assoc(Key, Assoc, Value) :-
    check_tree(Assoc),
    get_value(Assoc, Key, Value).

get_value(t(Key0, Value0, _, Left, Right), Key, Value) :-
    compare(Order, Key, Key0),
    (   Order = (<)
    ->  get_value(Left, Key, Value)
    ;   Order = (>)
    ->  get_value(Right, Key, Value)
    ;   Value = Value0
    ).

% Assoc is a tree as far as its root shows.
check_tree(Assoc) :-
    (   var(Assoc)
    ->  instantiation_error(Assoc)
    ;   is_root(Assoc)
    ->  true
    ;   type_error(assoc, Assoc)
    ).

is_root(t).
is_root(t(_, _, _, _, _)).

%! get_assoc(+Key, +Assoc0, ?Old, -Assoc, ?New) is semidet.
%  Assoc is Assoc0 with New in place of the value Old of Key.
get_assoc(Key, Assoc0, Old, Assoc, New) :-
    check_tree(Assoc0),
    exchange(Assoc0, Key, Old, Assoc, New).

exchange(t(Key0, Value0, Height, Left0, Right0), Key, Old, t(Key0, Value, Height, Left, Right), New) :-
    compare(Order, Key, Key0),
    exchange_by_order(Order, Key, Value0, Left0, Right0, Old, Value, Left, Right, New).

exchange_by_order(=, _, Old, Left, Right, Old, New, Left, Right, New).
exchange_by_order(<, Key, Value, Left0, Right, Old, Value, Left, Right, New) :-
    exchange(Left0, Key, Old, Left, New).
exchange_by_order(>, Key, Value, Left, Right0, Old, Value, Left, Right, New) :-
    exchange(Right0, Key, Old, Right, New).

%! put_assoc(+Key, +Assoc0, +Value, -Assoc) is det.
%  Assoc is Assoc0 with Key mapped to Value.
put_assoc(Key, Assoc0, Value, Assoc) :-
    check_tree(Assoc0),
    insert(Assoc0, Key, Value, Assoc).

insert(t, Key, Value, t(Key, Value, 1, t, t)).
insert(t(Key0, Value0, Height, Left, Right), Key, Value, Assoc) :-
    compare(Order, Key, Key0),
    put_by_order(Order, Key, Value, Key0, Value0, Height, Left, Right, Assoc).

put_by_order(=, Key, Value, _, _, Height, Left, Right, t(Key, Value, Height, Left, Right)).
put_by_order(<, Key, Value, Key0, Value0, _, Left, Right, Assoc) :-
    insert(Left, Key, Value, Left1),
    balanced(Key0, Value0, Left1, Right, Assoc).
put_by_order(>, Key, Value, Key0, Value0, _, Left, Right, Assoc) :-
    insert(Right, Key, Value, Right1),
    balanced(Key0, Value0, Left, Right1, Assoc).

% A balanced tree of the same keys, for subtrees whose heights differ by two at most.
balanced(Key, Value, Left, Right, Assoc) :-
    height(Left, LeftHeight),
    height(Right, RightHeight),
    Difference is LeftHeight - RightHeight,
    (   Difference > 1
    ->  lean_right(Left, Key, Value, Right, Assoc)
    ;   Difference < -1
    ->  lean_left(Right, Key, Value, Left, Assoc)
    ;   Height is max(LeftHeight, RightHeight) + 1,
        Assoc = t(Key, Value, Height, Left, Right)
    ).

height(t, 0).
height(t(_, _, Height, _, _), Height).

% Left is too high: it comes up, or its right child does.
lean_right(t(LeftKey, LeftValue, _, Outer, Inner), Key, Value, Right, Assoc) :-
    height(Outer, OuterHeight),
    height(Inner, InnerHeight),
    (   OuterHeight >= InnerHeight
    ->  node(Key, Value, Inner, Right, Lower),
        node(LeftKey, LeftValue, Outer, Lower, Assoc)
    ;   Inner = t(InnerKey, InnerValue, _, InnerLeft, InnerRight),
        node(LeftKey, LeftValue, Outer, InnerLeft, LowerLeft),
        node(Key, Value, InnerRight, Right, LowerRight),
        node(InnerKey, InnerValue, LowerLeft, LowerRight, Assoc)
    ).

lean_left(t(RightKey, RightValue, _, Inner, Outer), Key, Value, Left, Assoc) :-
    height(Outer, OuterHeight),
    height(Inner, InnerHeight),
    (   OuterHeight >= InnerHeight
    ->  node(Key, Value, Left, Inner, Lower),
        node(RightKey, RightValue, Lower, Outer, Assoc)
    ;   Inner = t(InnerKey, InnerValue, _, InnerLeft, InnerRight),
        node(Key, Value, Left, InnerLeft, LowerLeft),
        node(RightKey, RightValue, InnerRight, Outer, LowerRight),
        node(InnerKey, InnerValue, LowerLeft, LowerRight, Assoc)
    ).

node(Key, Value, Left, Right, t(Key, Value, Height, Left, Right)) :-
    height(Left, LeftHeight),
    height(Right, RightHeight),
    Height is max(LeftHeight, RightHeight) + 1.

%! del_assoc(+Key, +Assoc0, -Value, -Assoc) is semidet.
%  Assoc is Assoc0 without Key, which was mapped to Value.
del_assoc(Key, Assoc0, Value, Assoc) :-
    check_tree(Assoc0),
    remove(Assoc0, Key, Value, Assoc).

remove(t(Key0, Value0, _, Left, Right), Key, Value, Assoc) :-
    compare(Order, Key, Key0),
    del_by_order(Order, Key, Key0, Value0, Left, Right, Value, Assoc).

del_by_order(=, _, _, Value, Left, Right, Value, Assoc) :-
    join(Left, Right, Assoc).
del_by_order(<, Key, Key0, Value0, Left, Right, Value, Assoc) :-
    remove(Left, Key, Value, Left1),
    balanced(Key0, Value0, Left1, Right, Assoc).
del_by_order(>, Key, Key0, Value0, Left, Right, Value, Assoc) :-
    remove(Right, Key, Value, Right1),
    balanced(Key0, Value0, Left, Right1, Assoc).

join(t, Right, Right).
join(Left, Right, Assoc) :-
    Left = t(_, _, _, _, _),
    (   Right == t
    ->  Assoc = Left
    ;   remove_first(Right, Key, Value, Right1),
        balanced(Key, Value, Left, Right1, Assoc)
    ).

%! del_min_assoc(+Assoc0, -Key, -Value, -Assoc) is semidet.
%! del_max_assoc(+Assoc0, -Key, -Value, -Assoc) is semidet.
%  Takes out the first or the last key.
del_min_assoc(Assoc0, Key, Value, Assoc) :-
    check_tree(Assoc0),
    remove_first(Assoc0, Key, Value, Assoc).

remove_first(t(Key0, Value0, _, Left, Right), Key, Value, Assoc) :-
    (   Left == t
    ->  Key = Key0,
        Value = Value0,
        Assoc = Right
    ;   remove_first(Left, Key, Value, Left1),
        balanced(Key0, Value0, Left1, Right, Assoc)
    ).

del_max_assoc(Assoc0, Key, Value, Assoc) :-
    check_tree(Assoc0),
    remove_last(Assoc0, Key, Value, Assoc).

remove_last(t(Key0, Value0, _, Left, Right), Key, Value, Assoc) :-
    (   Right == t
    ->  Key = Key0,
        Value = Value0,
        Assoc = Left
    ;   remove_last(Right, Key, Value, Right1),
        balanced(Key0, Value0, Left, Right1, Assoc)
    ).

%! min_assoc(+Assoc, -Key, -Value) is semidet.
%! max_assoc(+Assoc, -Key, -Value) is semidet.
%  The first or the last key.
min_assoc(Assoc, Key, Value) :-
    check_tree(Assoc),
    first_key(Assoc, Key, Value).

first_key(t(Key0, Value0, _, Left, _), Key, Value) :-
    (   Left == t
    ->  Key = Key0,
        Value = Value0
    ;   first_key(Left, Key, Value)
    ).

max_assoc(Assoc, Key, Value) :-
    check_tree(Assoc),
    last_key(Assoc, Key, Value).

last_key(t(Key0, Value0, _, _, Right), Key, Value) :-
    (   Right == t
    ->  Key = Key0,
        Value = Value0
    ;   last_key(Right, Key, Value)
    ).

%! gen_assoc(?Key, +Assoc, ?Value) is nondet.
%  All keys and values in order; a ground Key is looked up.
gen_assoc(Key, Assoc, Value) :-
    (   ground(Key)
    ->  get_assoc(Key, Assoc, Value)
    ;   assoc_to_list(Assoc, Pairs),
        in_pairs(Pairs, Key, Value)
    ).

in_pairs([Pair|Pairs], Key, Value) :-
    in_tail(Pairs, Pair, Key, Value).

in_tail(_, Key-Value, Key, Value).
in_tail([Pair|Pairs], _, Key, Value) :-
    in_tail(Pairs, Pair, Key, Value).

%! list_to_assoc(+Pairs, -Assoc) is det.
%  Pairs are Key-Value with different keys.
list_to_assoc(Pairs, Assoc) :-
    must_be(list, Pairs),
    check_pairs(Pairs),
    keysort(Pairs, Sorted),
    (   is_ascending(Sorted)
    ->  length(Sorted, Count),
        build(Count, Sorted, [], Assoc0),
        Assoc = Assoc0
    ;   domain_error(unique_key_pairs, Pairs)
    ).

check_pairs([]).
check_pairs([Pair|Pairs]) :-
    (   nonvar(Pair),
        Pair = _-_
    ->  check_pairs(Pairs)
    ;   must_be(pair, Pair)
    ).

is_ascending([]).
is_ascending([Key-_|Pairs]) :-
    is_ascending(Pairs, Key).

is_ascending([], _).
is_ascending([Key-_|Pairs], Previous) :-
    Previous @< Key,
    is_ascending(Pairs, Key).

%! ord_list_to_assoc(+Pairs, -Assoc) is det.
%  As list_to_assoc/2 for Pairs in strictly ascending order of keys, in linear time.
ord_list_to_assoc(Pairs, Assoc) :-
    must_be(list, Pairs),
    check_pairs(Pairs),
    (   is_ascending(Pairs)
    ->  length(Pairs, Count),
        build(Count, Pairs, [], Assoc0),
        Assoc = Assoc0
    ;   domain_error(key_ordered_pairs, Pairs)
    ).

build(Count, Pairs, Rest, Assoc) :-
    (   Count =:= 0
    ->  Rest = Pairs,
        Assoc = t
    ;   LeftCount is (Count - 1) // 2,
        RightCount is Count - LeftCount - 1,
        build(LeftCount, Pairs, [Key-Value|Pairs1], Left),
        build(RightCount, Pairs1, Rest, Right),
        node(Key, Value, Left, Right, Assoc)
    ).

%! assoc_to_list(+Assoc, -Pairs) is det.
%  Pairs holds Key-Value for all keys, in order.
assoc_to_list(Assoc, Pairs) :-
    check_tree(Assoc),
    tree_pairs(Assoc, Pairs, []).

tree_pairs(t, Rest, Rest).
tree_pairs(t(Key, Value, _, Left, Right), Pairs, Rest) :-
    tree_pairs(Left, Pairs, [Key-Value|Pairs1]),
    tree_pairs(Right, Pairs1, Rest).

%! assoc_to_keys(+Assoc, -Keys) is det.
%  All keys, in order.
assoc_to_keys(Assoc, Keys) :-
    check_tree(Assoc),
    tree_keys(Assoc, Keys, []).

tree_keys(t, Rest, Rest).
tree_keys(t(Key, _, _, Left, Right), Keys, Rest) :-
    tree_keys(Left, Keys, [Key|Keys1]),
    tree_keys(Right, Keys1, Rest).

%! assoc_to_values(+Assoc, -Values) is det.
%  The values of all keys, in order of the keys.
assoc_to_values(Assoc, Values) :-
    check_tree(Assoc),
    tree_values(Assoc, Values, []).

tree_values(t, Rest, Rest).
tree_values(t(_, Value, _, Left, Right), Values, Rest) :-
    tree_values(Left, Values, [Value|Values1]),
    tree_values(Right, Values1, Rest).

%! map_assoc(:Test, +Assoc) is nondet.
%  Test holds for every value.
map_assoc(Test, Assoc) :-
    check_tree(Assoc),
    map_tree(Assoc, Test).

map_tree(t, _).
map_tree(t(_, Value, _, Left, Right), Test) :-
    map_tree(Left, Test),
    call(Test, Value),
    map_tree(Right, Test).

%! map_assoc(:Function, +Assoc0, -Assoc) is nondet.
%  Assoc maps each key to Y where call(Function, X, Y) for its value X in Assoc0.
map_assoc(Function, Assoc0, Assoc) :-
    check_tree(Assoc0),
    map_tree(Assoc0, Function, Assoc).

map_tree(t, _, t).
map_tree(t(Key, X, Height, Left0, Right0), Function, t(Key, Y, Height, Left, Right)) :-
    map_tree(Left0, Function, Left),
    call(Function, X, Y),
    map_tree(Right0, Function, Right).
