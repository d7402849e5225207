% SPDX-License-Identifier: MIT
%
% rbtrees.pl - maps from keys to values, as red-black trees.
%
% A tree is empty, red(Left, Key, Value, Right) or black(Left, Key, Value, Right). Keys are in the standard order of terms; a red
% node has no red child, every way down meets equally many black nodes, and the root is black. Every operation on one key takes
% logarithmic time. The form is private: programs make trees with rb_new/1 and list_to_rbtree/2.

:- module(rbtrees, [
    rb_new/1,
    rb_empty/1,
    rb_lookup/3,
    rb_update/4,
    rb_update/5,
    rb_apply/4,
    rb_insert/4,
    rb_insert_new/4,
    rb_delete/3,
    rb_delete/4,
    rb_visit/2,
    rb_keys/2,
    rb_map/2,
    rb_map/3,
    rb_partial_map/4,
    rb_fold/4,
    rb_clone/3,
    rb_min/3,
    rb_max/3,
    rb_del_min/4,
    rb_del_max/4,
    rb_next/4,
    rb_previous/4,
    rb_size/2,
    rb_in/3,
    list_to_rbtree/2,
    ord_list_to_rbtree/2,
    is_rbtree/1
]).

:- use_module(library(error), [domain_error/2, instantiation_error/1, must_be/2, type_error/2]).

:- meta_predicate(rb_apply(+, +, 2, -)).
:- meta_predicate(rb_map(+, 1)).
:- meta_predicate(rb_map(+, 2, -)).
:- meta_predicate(rb_partial_map(+, +, 2, -)).
:- meta_predicate(rb_fold(3, +, +, -)).

%! rb_new(-Tree) is det.
%! rb_empty(?Tree) is semidet.
%  Tree has no keys.
rb_new(empty).

rb_empty(empty).

% --- Looking up -----------------------------------------------------------------------------------------------------

%! rb_lookup(+Key, -Value, +Tree) is semidet.
%  Value is what Key is mapped to.
rb_lookup(Key, Value, Tree) :-
    check_tree(Tree),
    look_up(Tree, Key, Value).

look_up(black(Left, Key0, Value0, Right), Key, Value) :-
    compare(Order, Key, Key0),
    look_by_order(Order, Left, Value0, Right, Key, Value).
look_up(red(Left, Key0, Value0, Right), Key, Value) :-
    compare(Order, Key, Key0),
    look_by_order(Order, Left, Value0, Right, Key, Value).

look_by_order(=, _, Value, _, _, Value).
look_by_order(<, Left, _, _, Key, Value) :-
    look_up(Left, Key, Value).
look_by_order(>, _, _, Right, Key, Value) :-
    look_up(Right, Key, Value).

% Tree is one as far as its root shows.
check_tree(Tree) :-
    (   var(Tree)
    ->  instantiation_error(Tree)
    ;   is_root(Tree)
    ->  true
    ;   type_error(rbtree, Tree)
    ).

is_root(empty).
is_root(black(_, _, _, _)).

%! rb_in(?Key, ?Value, +Tree) is nondet.
%  All keys and values in order; a ground Key is looked up.
rb_in(Key, Value, Tree) :-
    check_tree(Tree),
    (   ground(Key)
    ->  look_up(Tree, Key, Value)
    ;   rb_visit(Tree, Pairs),
        in_pairs(Pairs, Key, Value)
    ).

in_pairs([Pair|Pairs], Key, Value) :-
    in_tail(Pairs, Pair, Key, Value).

in_tail(_, Key-Value, Key, Value).
in_tail([Pair|Pairs], _, Key, Value) :-
    in_tail(Pairs, Pair, Key, Value).

%! rb_min(+Tree, -Key, -Value) is semidet.
%! rb_max(+Tree, -Key, -Value) is semidet.
%  The first or the last key; fails for the empty tree.
rb_min(Tree, Key, Value) :-
    check_tree(Tree),
    first_key(Tree, Key, Value).

first_key(Tree, Key, Value) :-
    node(Tree, Left, Key0, Value0, _),
    (   Left == empty
    ->  Key = Key0,
        Value = Value0
    ;   first_key(Left, Key, Value)
    ).

rb_max(Tree, Key, Value) :-
    check_tree(Tree),
    last_key(Tree, Key, Value).

last_key(Tree, Key, Value) :-
    node(Tree, _, Key0, Value0, Right),
    (   Right == empty
    ->  Key = Key0,
        Value = Value0
    ;   last_key(Right, Key, Value)
    ).

node(black(Left, Key, Value, Right), Left, Key, Value, Right).
node(red(Left, Key, Value, Right), Left, Key, Value, Right).

%! rb_next(+Tree, +Key, -Next, -Value) is semidet.
%! rb_previous(+Tree, +Key, -Previous, -Value) is semidet.
%  The nearest key after or before Key; Key itself need not be in the tree.
rb_next(Tree, Key, Next, Value) :-
    check_tree(Tree),
    next(Tree, Key, none, found(Next, Value)).

next(empty, _, Found, Found).
next(black(Left, Key0, Value0, Right), Key, Found0, Found) :-
    next_of(Left, Key0, Value0, Right, Key, Found0, Found).
next(red(Left, Key0, Value0, Right), Key, Found0, Found) :-
    next_of(Left, Key0, Value0, Right, Key, Found0, Found).

next_of(Left, Key0, Value0, Right, Key, Found0, Found) :-
    (   Key @< Key0
    ->  next(Left, Key, found(Key0, Value0), Found)
    ;   next(Right, Key, Found0, Found)
    ).

rb_previous(Tree, Key, Previous, Value) :-
    check_tree(Tree),
    previous(Tree, Key, none, found(Previous, Value)).

previous(empty, _, Found, Found).
previous(black(Left, Key0, Value0, Right), Key, Found0, Found) :-
    previous_of(Left, Key0, Value0, Right, Key, Found0, Found).
previous(red(Left, Key0, Value0, Right), Key, Found0, Found) :-
    previous_of(Left, Key0, Value0, Right, Key, Found0, Found).

previous_of(Left, Key0, Value0, Right, Key, Found0, Found) :-
    (   Key @> Key0
    ->  previous(Right, Key, found(Key0, Value0), Found)
    ;   previous(Left, Key, Found0, Found)
    ).

% --- Changing values --------------------------------------------------------------------------------------------------

%! rb_update(+Tree0, +Key, +Value, -Tree) is semidet.
%  Tree is Tree0 with Value at Key; fails unless Key is in Tree0.
rb_update(Tree0, Key, Value, Tree) :-
    check_tree(Tree0),
    update(Tree0, Key, _, Value, Tree).

%! rb_update(+Tree0, +Key, ?Old, ?New, -Tree) is semidet.
%  Tree is Tree0 with New in place of Old at Key.
rb_update(Tree0, Key, Old, New, Tree) :-
    check_tree(Tree0),
    update(Tree0, Key, Old, New, Tree).

update(black(Left, Key0, Value0, Right), Key, Old, New, black(Left1, Key0, Value1, Right1)) :-
    compare(Order, Key, Key0),
    update_by_order(Order, Left, Value0, Right, Key, Old, New, Left1, Value1, Right1).
update(red(Left, Key0, Value0, Right), Key, Old, New, red(Left1, Key0, Value1, Right1)) :-
    compare(Order, Key, Key0),
    update_by_order(Order, Left, Value0, Right, Key, Old, New, Left1, Value1, Right1).

update_by_order(=, Left, Value, Right, _, Value, New, Left, New, Right).
update_by_order(<, Left, Value, Right, Key, Old, New, Left1, Value, Right) :-
    update(Left, Key, Old, New, Left1).
update_by_order(>, Left, Value, Right, Key, Old, New, Left, Value, Right1) :-
    update(Right, Key, Old, New, Right1).

%! rb_apply(+Tree0, +Key, :Function, -Tree) is semidet.
%  Tree is Tree0 with New at Key, where call(Function, Old, New) for the value Old of Key.
rb_apply(Tree0, Key, Function, Tree) :-
    check_tree(Tree0),
    update(Tree0, Key, Old, New, Tree),
    call(Function, Old, New),
    !.

% --- Insertion --------------------------------------------------------------------------------------------------------

%! rb_insert(+Tree0, +Key, +Value, -Tree) is det.
%  Tree is Tree0 with Key mapped to Value, whether it was there or not.
rb_insert(Tree0, Key, Value, Tree) :-
    check_tree(Tree0),
    insert(Tree0, Key, Value, Tree1),
    blacken(Tree1, Tree).

%! rb_insert_new(+Tree0, +Key, +Value, -Tree) is semidet.
%  As rb_insert/4 for a Key that is not in Tree0; fails if it is.
rb_insert_new(Tree0, Key, Value, Tree) :-
    check_tree(Tree0),
    \+ look_up(Tree0, Key, _),
    rb_insert(Tree0, Key, Value, Tree).

insert(empty, Key, Value, red(empty, Key, Value, empty)).
insert(red(Left, Key0, Value0, Right), Key, Value, Tree) :-
    compare(Order, Key, Key0),
    insert_red(Order, Left, Key0, Value0, Right, Key, Value, Tree).
insert(black(Left, Key0, Value0, Right), Key, Value, Tree) :-
    compare(Order, Key, Key0),
    insert_black(Order, Left, Key0, Value0, Right, Key, Value, Tree).

insert_red(=, Left, Key, _, Right, _, Value, red(Left, Key, Value, Right)).
insert_red(<, Left, Key0, Value0, Right, Key, Value, red(Left1, Key0, Value0, Right)) :-
    insert(Left, Key, Value, Left1).
insert_red(>, Left, Key0, Value0, Right, Key, Value, red(Left, Key0, Value0, Right1)) :-
    insert(Right, Key, Value, Right1).

insert_black(=, Left, Key, _, Right, _, Value, black(Left, Key, Value, Right)).
insert_black(<, Left, Key0, Value0, Right, Key, Value, Tree) :-
    insert(Left, Key, Value, Left1),
    balanced_left(Left1, Key0, Value0, Right, Tree).
insert_black(>, Left, Key0, Value0, Right, Key, Value, Tree) :-
    insert(Right, Key, Value, Right1),
    balanced_right(Right1, Left, Key0, Value0, Tree).

% A black node whose left child may be red with a red child: then the middle one of the three comes up.
balanced_left(Left, Key, Value, Right, Tree) :-
    (   Left = red(red(A, KeyA, ValueA, B), KeyB, ValueB, C)
    ->  Tree = red(black(A, KeyA, ValueA, B), KeyB, ValueB, black(C, Key, Value, Right))
    ;   Left = red(A, KeyA, ValueA, red(B, KeyB, ValueB, C))
    ->  Tree = red(black(A, KeyA, ValueA, B), KeyB, ValueB, black(C, Key, Value, Right))
    ;   Tree = black(Left, Key, Value, Right)
    ).

balanced_right(Right, Left, Key, Value, Tree) :-
    (   Right = red(red(B, KeyB, ValueB, C), KeyC, ValueC, D)
    ->  Tree = red(black(Left, Key, Value, B), KeyB, ValueB, black(C, KeyC, ValueC, D))
    ;   Right = red(B, KeyB, ValueB, red(C, KeyC, ValueC, D))
    ->  Tree = red(black(Left, Key, Value, B), KeyB, ValueB, black(C, KeyC, ValueC, D))
    ;   Tree = black(Left, Key, Value, Right)
    ).

blacken(empty, empty).
blacken(black(Left, Key, Value, Right), black(Left, Key, Value, Right)).
blacken(red(Left, Key, Value, Right), black(Left, Key, Value, Right)).

% --- Deletion ---------------------------------------------------------------------------------------------------------

%! rb_delete(+Tree0, +Key, -Tree) is semidet.
%! rb_delete(+Tree0, +Key, -Value, -Tree) is semidet.
%  Tree is Tree0 without Key, which was mapped to Value; fails unless Key is in Tree0.
rb_delete(Tree0, Key, Tree) :-
    rb_delete(Tree0, Key, _, Tree).

rb_delete(Tree0, Key, Value, Tree) :-
    check_tree(Tree0),
    delete(Tree0, Key, Value, Tree1, _),
    blacken(Tree1, Tree).

%! rb_del_min(+Tree0, -Key, -Value, -Tree) is semidet.
%! rb_del_max(+Tree0, -Key, -Value, -Tree) is semidet.
%  Takes out the first or the last key; fails for the empty tree.
rb_del_min(Tree0, Key, Value, Tree) :-
    check_tree(Tree0),
    delete_first(Tree0, Key, Value, Tree1, _),
    blacken(Tree1, Tree).

rb_del_max(Tree0, Key, Value, Tree) :-
    check_tree(Tree0),
    delete_last(Tree0, Key, Value, Tree1, _),
    blacken(Tree1, Tree).

% In what follows Height is `less` when the ways down meet one black node less than before, else `same`.
delete(black(Left, Key0, Value0, Right), Key, Value, Tree, Height) :-
    compare(Order, Key, Key0),
    delete_by_order(Order, black, Left, Key0, Value0, Right, Key, Value, Tree, Height).
delete(red(Left, Key0, Value0, Right), Key, Value, Tree, Height) :-
    compare(Order, Key, Key0),
    delete_by_order(Order, red, Left, Key0, Value0, Right, Key, Value, Tree, Height).

delete_by_order(=, Colour, Left, _, Value, Right, _, Value, Tree, Height) :-
    delete_root(Left, Right, Colour, Tree, Height).
delete_by_order(<, Colour, Left, Key0, Value0, Right, Key, Value, Tree, Height) :-
    delete(Left, Key, Value, Left1, Height1),
    grown_left(Height1, Colour, Left1, Key0, Value0, Right, Tree, Height).
delete_by_order(>, Colour, Left, Key0, Value0, Right, Key, Value, Tree, Height) :-
    delete(Right, Key, Value, Right1, Height1),
    grown_right(Height1, Colour, Left, Key0, Value0, Right1, Tree, Height).

delete_root(Left, Right, Colour, Tree, Height) :-
    (   Left == empty
    ->  only_child(Colour, Right, Tree, Height)
    ;   Right == empty
    ->  only_child(Colour, Left, Tree, Height)
    ;   delete_first(Right, Key, Value, Right1, Height1),
        grown_right(Height1, Colour, Left, Key, Value, Right1, Tree, Height)
    ).

only_child(red, Child, Child, same).
only_child(black, Child, Tree, Height) :-
    (   Child = red(Left, Key, Value, Right)
    ->  Tree = black(Left, Key, Value, Right),
        Height = same
    ;   Tree = Child,
        Height = less
    ).

delete_first(black(Left, Key0, Value0, Right), Key, Value, Tree, Height) :-
    delete_first(Left, black, Key0, Value0, Right, Key, Value, Tree, Height).
delete_first(red(Left, Key0, Value0, Right), Key, Value, Tree, Height) :-
    delete_first(Left, red, Key0, Value0, Right, Key, Value, Tree, Height).

delete_first(Left, Colour, Key0, Value0, Right, Key, Value, Tree, Height) :-
    (   Left == empty
    ->  Key = Key0,
        Value = Value0,
        only_child(Colour, Right, Tree, Height)
    ;   delete_first(Left, Key, Value, Left1, Height1),
        grown_left(Height1, Colour, Left1, Key0, Value0, Right, Tree, Height)
    ).

delete_last(black(Left, Key0, Value0, Right), Key, Value, Tree, Height) :-
    delete_last(Right, black, Left, Key0, Value0, Key, Value, Tree, Height).
delete_last(red(Left, Key0, Value0, Right), Key, Value, Tree, Height) :-
    delete_last(Right, red, Left, Key0, Value0, Key, Value, Tree, Height).

delete_last(Right, Colour, Left, Key0, Value0, Key, Value, Tree, Height) :-
    (   Right == empty
    ->  Key = Key0,
        Value = Value0,
        only_child(Colour, Left, Tree, Height)
    ;   delete_last(Right, Key, Value, Right1, Height1),
        grown_right(Height1, Colour, Left, Key0, Value0, Right1, Tree, Height)
    ).

% A tree from parts of which the left one may lack a black node.
grown_left(same, Colour, Left, Key, Value, Right, Tree, same) :-
    coloured(Colour, Left, Key, Value, Right, Tree).
grown_left(less, Colour, Left, Key, Value, Right, Tree, Height) :-
    (   Right = red(Inner, Key1, Value1, Outer)
    ->  grown_left_black(Inner, red, Left, Key, Value, Lower, Height),
        Tree = black(Lower, Key1, Value1, Outer)
    ;   grown_left_black(Right, Colour, Left, Key, Value, Tree, Height)
    ).

grown_left_black(black(Inner, Key1, Value1, Outer), Colour, Left, Key, Value, Tree, Height) :-
    (   Outer = red(A, KeyA, ValueA, B)
    ->  coloured(Colour, black(Left, Key, Value, Inner), Key1, Value1, black(A, KeyA, ValueA, B), Tree),
        Height = same
    ;   Inner = red(A, KeyA, ValueA, B)
    ->  coloured(Colour, black(Left, Key, Value, A), KeyA, ValueA, black(B, Key1, Value1, Outer), Tree),
        Height = same
    ;   Tree = black(Left, Key, Value, red(Inner, Key1, Value1, Outer)),
        height_of_black(Colour, Height)
    ).

grown_right(same, Colour, Left, Key, Value, Right, Tree, same) :-
    coloured(Colour, Left, Key, Value, Right, Tree).
grown_right(less, Colour, Left, Key, Value, Right, Tree, Height) :-
    (   Left = red(Outer, Key1, Value1, Inner)
    ->  grown_right_black(Inner, red, Key, Value, Right, Lower, Height),
        Tree = black(Outer, Key1, Value1, Lower)
    ;   grown_right_black(Left, Colour, Key, Value, Right, Tree, Height)
    ).

grown_right_black(black(Outer, Key1, Value1, Inner), Colour, Key, Value, Right, Tree, Height) :-
    (   Outer = red(A, KeyA, ValueA, B)
    ->  coloured(Colour, black(A, KeyA, ValueA, B), Key1, Value1, black(Inner, Key, Value, Right), Tree),
        Height = same
    ;   Inner = red(A, KeyA, ValueA, B)
    ->  coloured(Colour, black(Outer, Key1, Value1, A), KeyA, ValueA, black(B, Key, Value, Right), Tree),
        Height = same
    ;   Tree = black(red(Outer, Key1, Value1, Inner), Key, Value, Right),
        height_of_black(Colour, Height)
    ).

% A node that was of this colour is black now, above children that lack a black node.
height_of_black(red, same).
height_of_black(black, less).

coloured(red, Left, Key, Value, Right, red(Left, Key, Value, Right)).
coloured(black, Left, Key, Value, Right, black(Left, Key, Value, Right)).

% --- All keys ---------------------------------------------------------------------------------------------------------

%! rb_visit(+Tree, -Pairs) is det.
%  Pairs holds Key-Value for all keys, in order.
rb_visit(Tree, Pairs) :-
    check_tree(Tree),
    pairs(Tree, Pairs, []).

pairs(empty, Rest, Rest).
pairs(black(Left, Key, Value, Right), Pairs, Rest) :-
    pairs(Left, Pairs, [Key-Value|Pairs1]),
    pairs(Right, Pairs1, Rest).
pairs(red(Left, Key, Value, Right), Pairs, Rest) :-
    pairs(Left, Pairs, [Key-Value|Pairs1]),
    pairs(Right, Pairs1, Rest).

%! rb_keys(+Tree, -Keys) is det.
%  All keys, in order.
rb_keys(Tree, Keys) :-
    check_tree(Tree),
    keys(Tree, Keys, []).

keys(empty, Rest, Rest).
keys(black(Left, Key, _, Right), Keys, Rest) :-
    keys(Left, Keys, [Key|Keys1]),
    keys(Right, Keys1, Rest).
keys(red(Left, Key, _, Right), Keys, Rest) :-
    keys(Left, Keys, [Key|Keys1]),
    keys(Right, Keys1, Rest).

%! rb_size(+Tree, -Size) is det.
%  Size is the number of keys.
rb_size(Tree, Size) :-
    check_tree(Tree),
    count(Tree, 0, Size0),
    Size = Size0.

count(empty, Size, Size).
count(black(Left, _, _, Right), Size0, Size) :-
    count(Left, Size0, Size1),
    Size2 is Size1 + 1,
    count(Right, Size2, Size).
count(red(Left, _, _, Right), Size0, Size) :-
    count(Left, Size0, Size1),
    Size2 is Size1 + 1,
    count(Right, Size2, Size).

%! rb_map(+Tree, :Test) is semidet.
%  Test holds for every value, in order of the keys.
rb_map(Tree, Test) :-
    check_tree(Tree),
    map(Tree, Test).

map(empty, _).
map(black(Left, _, Value, Right), Test) :-
    map_parts(Left, Value, Right, Test).
map(red(Left, _, Value, Right), Test) :-
    map_parts(Left, Value, Right, Test).

map_parts(Left, Value, Right, Test) :-
    map(Left, Test),
    once(call(Test, Value)),
    map(Right, Test).

%! rb_map(+Tree0, :Function, -Tree) is semidet.
%  Tree maps each key to Y where call(Function, X, Y) for its value X in Tree0.
rb_map(Tree0, Function, Tree) :-
    check_tree(Tree0),
    map(Tree0, Function, Tree).

map(empty, _, empty).
map(black(Left, Key, Value, Right), Function, black(Left1, Key, Value1, Right1)) :-
    map_parts(Left, Value, Right, Function, Left1, Value1, Right1).
map(red(Left, Key, Value, Right), Function, red(Left1, Key, Value1, Right1)) :-
    map_parts(Left, Value, Right, Function, Left1, Value1, Right1).

map_parts(Left, Value, Right, Function, Left1, Value1, Right1) :-
    map(Left, Function, Left1),
    once(call(Function, Value, Value1)),
    map(Right, Function, Right1).

%! rb_partial_map(+Tree0, +Keys, :Function, -Tree) is semidet.
%  As rb_map/3 for the values of Keys only; fails if one of the Keys is not in Tree0.
rb_partial_map(Tree0, Keys, Function, Tree) :-
    check_tree(Tree0),
    map_keys(Keys, Function, Tree0, Tree).

map_keys([], _, Tree, Tree).
map_keys([Key|Keys], Function, Tree0, Tree) :-
    rb_apply(Tree0, Key, Function, Tree1),
    map_keys(Keys, Function, Tree1, Tree).

%! rb_fold(:Closure, +Tree, +Start, -End) is nondet.
%  Calls Closure with each Key-Value and a state that goes from Start to End, in order of the keys.
rb_fold(Closure, Tree, Start, End) :-
    check_tree(Tree),
    fold(Tree, Closure, Start, End).

fold(empty, _, State, State).
fold(black(Left, Key, Value, Right), Closure, State0, State) :-
    fold_parts(Left, Key-Value, Right, Closure, State0, State).
fold(red(Left, Key, Value, Right), Closure, State0, State) :-
    fold_parts(Left, Key-Value, Right, Closure, State0, State).

fold_parts(Left, Pair, Right, Closure, State0, State) :-
    fold(Left, Closure, State0, State1),
    call(Closure, Pair, State1, State2),
    fold(Right, Closure, State2, State).

%! rb_clone(+Tree0, -Tree, -Pairs) is det.
%  Tree has the keys of Tree0 and new variables as values; Pairs holds its Key-Variable pairs in order.
rb_clone(Tree0, Tree, Pairs) :-
    check_tree(Tree0),
    clone(Tree0, Tree, Pairs, []).

clone(empty, empty, Rest, Rest).
clone(black(Left0, Key, _, Right0), black(Left, Key, Value, Right), Pairs, Rest) :-
    clone(Left0, Left, Pairs, [Key-Value|Pairs1]),
    clone(Right0, Right, Pairs1, Rest).
clone(red(Left0, Key, _, Right0), red(Left, Key, Value, Right), Pairs, Rest) :-
    clone(Left0, Left, Pairs, [Key-Value|Pairs1]),
    clone(Right0, Right, Pairs1, Rest).

% --- From lists ---------------------------------------------------------------------------------------------------------

%! list_to_rbtree(+Pairs, -Tree) is det.
%  Pairs are Key-Value; of pairs with equal keys the last one counts.
list_to_rbtree(Pairs, Tree) :-
    must_be(list, Pairs),
    check_pairs(Pairs),
    keysort(Pairs, Sorted),
    last_of_each(Sorted, Unique),
    build_tree(Unique, Tree).

check_pairs([]).
check_pairs([Pair|Pairs]) :-
    must_be(pair, Pair),
    check_pairs(Pairs).

last_of_each([], []).
last_of_each([Key-Value|Pairs], [Last|Unique]) :-
    last_of_key(Pairs, Key, Value, Last, Rest),
    last_of_each(Rest, Unique).

last_of_key([Key1-Value1|Pairs], Key, Value, Last, Rest) :-
    (   Key1 == Key
    ->  last_of_key(Pairs, Key, Value1, Last, Rest)
    ;   Last = Key-Value,
        Rest = [Key1-Value1|Pairs]
    ).
last_of_key([], Key, Value, Key-Value, []).

%! ord_list_to_rbtree(+Pairs, -Tree) is det.
%  As list_to_rbtree/2 for Pairs in strictly ascending order of keys, in linear time.
ord_list_to_rbtree(Pairs, Tree) :-
    must_be(list, Pairs),
    check_pairs(Pairs),
    (   is_ascending(Pairs)
    ->  build_tree(Pairs, Tree)
    ;   domain_error(key_ordered_pairs, Pairs)
    ).

is_ascending([]).
is_ascending([Key-_|Pairs]) :-
    is_ascending(Pairs, Key).

is_ascending([], _).
is_ascending([Key-_|Pairs], Previous) :-
    Previous @< Key,
    is_ascending(Pairs, Key).

% Halving a list gives a tree whose levels are full but for the last one: that one is red.
build_tree(Pairs, Tree) :-
    length(Pairs, Count),
    (   Count =:= 0
    ->  Tree = empty
    ;   FullLevels is msb(Count + 1),
        build(Count, FullLevels, Pairs, _, Tree)
    ).

build(Count, Level, Pairs, Rest, Tree) :-
    (   Count =:= 0
    ->  Tree = empty,
        Rest = Pairs
    ;   Level =:= 0
    ->  Pairs = [Key-Value|Rest],
        Tree = red(empty, Key, Value, empty)
    ;   LeftCount is (Count - 1) // 2,
        RightCount is Count - 1 - LeftCount,
        Level1 is Level - 1,
        build(LeftCount, Level1, Pairs, [Key-Value|Pairs1], Left),
        build(RightCount, Level1, Pairs1, Rest, Right),
        Tree = black(Left, Key, Value, Right)
    ).

%! is_rbtree(@Term) is semidet.
%  Term is a tree as described above.
is_rbtree(Term) :-
    nonvar(Term),
    is_tree(Term, top, _),
    keys(Term, Keys, []),
    sort(Keys, Sorted),
    Sorted == Keys.

% Above says what a node stands under: nothing (top), a red node, or a black one. Only under a black one it may be red.
is_tree(Tree, Above, Blacks) :-
    nonvar(Tree),
    is_tree_node(Tree, Above, Blacks).

is_tree_node(empty, _, 0).
is_tree_node(black(Left, _, _, Right), _, Blacks) :-
    is_tree(Left, black, Blacks0),
    is_tree(Right, black, Blacks0),
    Blacks is Blacks0 + 1.
is_tree_node(red(Left, _, _, Right), black, Blacks) :-
    is_tree(Left, red, Blacks),
    is_tree(Right, red, Blacks).
