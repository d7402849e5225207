% SPDX-License-Identifier: MIT
%
% nb_set.pl - sets that grow and do not shrink on backtracking.
%
% A set is nb_set(Size, Tree), where Tree is [] or node(Hash, Keys, Left, Right): the Keys, a list, have this hash; smaller ones are in
% Left, larger ones in Right. Hashes come in no order, so the tree stays shallow. Two keys are the same if they are variants (=@=).
% The predicates change the set in place; a node or list cell, once there, stays.

:- module(nb_set, [
    empty_nb_set/1,
    add_nb_set/2,
    add_nb_set/3,
    gen_nb_set/2,
    size_nb_set/2,
    nb_set_to_list/2
]).

:- use_module(library(error), [instantiation_error/1, type_error/2]).
:- use_module(library(lists), [member/2]).

%! empty_nb_set(-Set) is det.
%  Set is a new set without keys.
empty_nb_set(Set) :-
    functor(Set0, nb_set, 2),
    nb_setarg(1, Set0, 0),
    nb_setarg(2, Set0, []),
    Set = Set0.

%! add_nb_set(+Key, !Set) is det.
%! add_nb_set(+Key, !Set, ?New) is semidet.
%  Adds a copy of Key to Set; New is true if it was not in the set, else false. The set keeps the key whether New unifies or not.
add_nb_set(Key, Set) :-
    add_nb_set(Key, Set, _).

add_nb_set(Key, Set, New) :-
    check_set(Set),
    key_hash(Key, Hash),
    arg(2, Set, Tree),
    add_below(Tree, 2, Set, Hash, Key, New0),
    (   New0 == true
    ->  arg(1, Set, Size0),
        Size is Size0 + 1,
        nb_setarg(1, Set, Size)
    ;   true
    ),
    New = New0.

check_set(Set) :-
    (   var(Set)
    ->  instantiation_error(Set)
    ;   Set = nb_set(_, _)
    ->  true
    ;   type_error(nb_set, Set)
    ).

% Variants have the same hash.
key_hash(Key, Hash) :-
    (   ground(Key)
    ->  term_hash(Key, Hash)
    ;   copy_term_nat(Key, Copy),
        numbervars(Copy, 0, _),
        term_hash(Copy, Hash)
    ).

% Tree is the argument number N of Parent.
add_below([], N, Parent, Hash, Key, true) :-
    nb_setarg(N, Parent, node(Hash, [Key], [], [])).
add_below(Node, _, _, Hash, Key, New) :-
    Node = node(Hash0, Keys, Left, Right),
    compare(Order, Hash, Hash0),
    add_by_order(Order, Node, Keys, Left, Right, Hash, Key, New).

add_by_order(<, Node, _, Left, _, Hash, Key, New) :-
    add_below(Left, 3, Node, Hash, Key, New).
add_by_order(>, Node, _, _, Right, Hash, Key, New) :-
    add_below(Right, 4, Node, Hash, Key, New).
add_by_order(=, _, Keys, _, _, _, Key, New) :-
    add_to_keys(Keys, Key, New).

add_to_keys(Keys, Key, New) :-
    Keys = [Key0|Keys1],
    (   Key0 =@= Key
    ->  New = false
    ;   Keys1 == []
    ->  New = true,
        nb_setarg(2, Keys, [Key])
    ;   add_to_keys(Keys1, Key, New)
    ).

%! size_nb_set(+Set, -Size) is det.
%  Size is the number of keys.
size_nb_set(Set, Size) :-
    check_set(Set),
    arg(1, Set, Size).

%! nb_set_to_list(+Set, -List) is det.
%  List holds the keys in standard order.
nb_set_to_list(Set, List) :-
    check_set(Set),
    arg(2, Set, Tree),
    keys(Tree, Keys, []),
    duplicate_term(Keys, Copy),
    sort(Copy, List).

keys([], Rest, Rest).
keys(node(_, Keys0, Left, Right), Keys, Rest) :-
    keys(Left, Keys, Keys1),
    put_keys(Keys0, Keys1, Keys2),
    keys(Right, Keys2, Rest).

put_keys([], Rest, Rest).
put_keys([Key|Keys0], [Key|Keys], Rest) :-
    put_keys(Keys0, Keys, Rest).

%! gen_nb_set(+Set, -Key) is nondet.
%  The keys that were in Set when this was called, in standard order.
gen_nb_set(Set, Key) :-
    nb_set_to_list(Set, Keys),
    member(Key, Keys).
