% SPDX-License-Identifier: MIT
%
% heaps.pl - priority queues: keys with priorities, the smallest first.
%
% A heap is heap(Size, Tree), Tree a pairing heap: empty or tree(Priority, Key, Subtrees), where no priority in Subtrees, a list of
% such, comes before Priority in the standard order. Adding and merging take constant time, taking out the minimum
% logarithmic time on average. Keys with equal priorities come in no particular order.

:- module(heaps, [
    empty_heap/1,
    singleton_heap/3,
    add_to_heap/4,
    get_from_heap/4,
    min_of_heap/3,
    min_of_heap/5,
    delete_from_heap/4,
    merge_heaps/3,
    heap_size/2,
    heap_to_list/2,
    list_to_heap/2,
    is_heap/1
]).

:- use_module(library(error), [must_be/2]).

%! empty_heap(?Heap) is semidet.
%  Heap has no keys.
empty_heap(heap(0, empty)).

%! singleton_heap(?Heap, ?Priority, ?Key) is semidet.
%  Heap holds this Key only.
singleton_heap(heap(1, tree(Priority, Key, [])), Priority, Key).

%! add_to_heap(+Heap0, +Priority, ?Key, -Heap) is det.
%  Heap is Heap0 with one more Key.
add_to_heap(heap(Size0, Tree0), Priority, Key, heap(Size, Tree)) :-
    Size is Size0 + 1,
    meld(Tree0, tree(Priority, Key, []), Tree).

%! get_from_heap(+Heap0, ?Priority, ?Key, -Heap) is semidet.
%  Takes out the Key with the smallest Priority; fails for the empty heap.
get_from_heap(heap(Size0, tree(Priority, Key, Trees)), Priority, Key, heap(Size, Tree)) :-
    Size is Size0 - 1,
    meld_pairs(Trees, Tree).

%! min_of_heap(+Heap, ?Priority, ?Key) is semidet.
%  Key has the smallest Priority; fails for the empty heap.
min_of_heap(heap(_, tree(Priority, Key, _)), Priority, Key).

%! min_of_heap(+Heap, ?Priority1, ?Key1, ?Priority2, ?Key2) is semidet.
%  The two keys that get_from_heap/4 would take out first; fails if there are fewer.
min_of_heap(heap(_, tree(Priority1, Key1, [Tree|Trees])), Priority1, Key1, Priority2, Key2) :-
    smallest_root(Trees, Tree, tree(Priority2, Key2, _)).

smallest_root([], Tree, Tree).
smallest_root([Tree|Trees], Smallest0, Smallest) :-
    Tree = tree(Priority, _, _),
    Smallest0 = tree(Priority0, _, _),
    (   Priority @< Priority0
    ->  smallest_root(Trees, Tree, Smallest)
    ;   smallest_root(Trees, Smallest0, Smallest)
    ).

%! delete_from_heap(+Heap0, -Priority, +Key, -Heap) is semidet.
%  Takes out one Key (equal by ==); fails if it is not there. Linear time.
delete_from_heap(heap(Size0, Tree0), Priority, Key, heap(Size, Tree)) :-
    take_from_tree(Tree0, Key, Priority, Trees),
    Size is Size0 - 1,
    meld_pairs(Trees, Tree).

take_key([Tree|Trees0], Key, Priority, Trees) :-
    (   take_from_tree(Tree, Key, Priority, Rest)
    ->  put_before(Rest, Trees0, Trees)
    ;   Trees = [Tree|Trees1],
        take_key(Trees0, Key, Priority, Trees1)
    ).

% Rest are the trees that are left of one.
take_from_tree(tree(Priority0, Key0, Trees0), Key, Priority, Rest) :-
    (   Key0 == Key
    ->  Priority = Priority0,
        Rest = Trees0
    ;   take_key(Trees0, Key, Priority, Trees),
        Rest = [tree(Priority0, Key0, Trees)]
    ).

put_before([], Rest, Rest).
put_before([X|Xs], Rest, [X|Ys]) :-
    put_before(Xs, Rest, Ys).

%! merge_heaps(+Heap1, +Heap2, -Heap) is det.
%  Heap holds the keys of both.
merge_heaps(heap(Size1, Tree1), heap(Size2, Tree2), heap(Size, Tree)) :-
    Size is Size1 + Size2,
    meld(Tree1, Tree2, Tree).

%! heap_size(+Heap, -Size) is det.
%  Size is the number of keys.
heap_size(heap(Size, _), Size).

%! heap_to_list(+Heap, -Pairs) is det.
%  Pairs holds Priority-Key for all keys, by ascending priority.
heap_to_list(heap(_, Tree), Pairs) :-
    tree_pairs(Tree, Pairs0, []),
    keysort(Pairs0, Pairs).

tree_pairs(empty, Rest, Rest).
tree_pairs(tree(Priority, Key, Trees), [Priority-Key|Pairs], Rest) :-
    trees_pairs(Trees, Pairs, Rest).

trees_pairs([], Rest, Rest).
trees_pairs([Tree|Trees], Pairs, Rest) :-
    tree_pairs(Tree, Pairs, Pairs1),
    trees_pairs(Trees, Pairs1, Rest).

%! list_to_heap(+Pairs, -Heap) is det.
%  Heap holds the keys of the Priority-Key pairs.
list_to_heap(Pairs, Heap) :-
    must_be(list, Pairs),
    add_pairs(Pairs, 0, Size, empty, Tree),
    Heap = heap(Size, Tree).

add_pairs([], Size, Size, Tree, Tree).
add_pairs([Pair|Pairs], Size0, Size, Tree0, Tree) :-
    must_be(pair, Pair),
    Pair = Priority-Key,
    Size1 is Size0 + 1,
    meld(Tree0, tree(Priority, Key, []), Tree1),
    add_pairs(Pairs, Size1, Size, Tree1, Tree).

%! is_heap(@Term) is semidet.
%  Term is a heap as described above.
is_heap(Term) :-
    nonvar(Term),
    Term = heap(Size, Tree),
    integer(Size),
    nonvar(Tree),
    (   Tree == empty
    ->  Size =:= 0
    ;   Tree = tree(Priority, _, Trees),
        are_trees(Trees, Priority, 1, Size)
    ).

% All of Trees have priorities that are not before Priority; Count goes up by their keys.
are_trees(Trees, Priority, Count0, Count) :-
    nonvar(Trees),
    (   Trees == []
    ->  Count = Count0
    ;   Trees = [Tree|Trees1],
        nonvar(Tree),
        Tree = tree(Priority1, _, Subtrees),
        Priority1 @>= Priority,
        Count1 is Count0 + 1,
        are_trees(Subtrees, Priority1, Count1, Count2),
        are_trees(Trees1, Priority, Count2, Count)
    ).

meld(empty, Tree, Tree).
meld(tree(Priority1, Key1, Trees1), Tree2, Tree) :-
    meld_with(Tree2, Priority1, Key1, Trees1, Tree).

meld_with(empty, Priority1, Key1, Trees1, tree(Priority1, Key1, Trees1)).
meld_with(tree(Priority2, Key2, Trees2), Priority1, Key1, Trees1, Tree) :-
    (   Priority1 @< Priority2
    ->  Tree = tree(Priority1, Key1, [tree(Priority2, Key2, Trees2)|Trees1])
    ;   Tree = tree(Priority2, Key2, [tree(Priority1, Key1, Trees1)|Trees2])
    ).

% Neighbours first, then all of them from the last: this is what bounds the time.
meld_pairs(Trees, Tree) :-
    meld_neighbours(Trees, [], Melded),
    meld_all(Melded, empty, Tree).

meld_neighbours([], Melded, Melded).
meld_neighbours([Tree|Trees], Melded0, Melded) :-
    meld_neighbour(Trees, Tree, Melded0, Melded).

meld_neighbour([], Tree, Melded, [Tree|Melded]).
meld_neighbour([Tree2|Trees], Tree1, Melded0, Melded) :-
    meld(Tree1, Tree2, Tree),
    meld_neighbours(Trees, [Tree|Melded0], Melded).

meld_all([], Tree, Tree).
meld_all([Tree1|Trees], Tree0, Tree) :-
    meld(Tree0, Tree1, Tree2),
    meld_all(Trees, Tree2, Tree).
