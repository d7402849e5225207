% SPDX-License-Identifier: MIT
%
% browse - matches patterns against a small base of items, each item a list of nested lists.
% A pattern element ?(X) stands for one element, *(X) for any number of them. Atoms, lists, deep backtracking.

work(Answer) :-
    items(60, Items),
    patterns(Patterns),
    match_all(Items, Patterns, 0, Answer).

match_all([], _, Count, Count).
match_all([Item|Items], Patterns, Count0, Count) :-
    match_patterns(Patterns, Item, Count0, Count1),
    match_all(Items, Patterns, Count1, Count).

match_patterns([], _, Count, Count).
match_patterns([Pattern|Patterns], Item, Count0, Count) :-
    match_lists(Item, Pattern, Count0, Count1),
    match_patterns(Patterns, Item, Count1, Count).

match_lists([], _, Count, Count).
match_lists([List|Lists], Pattern, Count0, Count) :-
    (   match(List, Pattern)
    ->  Count1 is Count0 + 1
    ;   Count1 = Count0
    ),
    match_lists(Lists, Pattern, Count1, Count).

match([], []) :-
    !.
match([X|List], [Element|Pattern]) :-
    same(X, Element),
    match(List, Pattern).
match(List, [*(Front)|Pattern]) :-
    split(Front, Rest, List),
    match(Rest, Pattern).

same(X, Element) :-
    nonvar(Element),
    Element = ?(Wanted),
    !,
    X = Wanted.
same(X, Element) :-
    atomic(Element),
    !,
    X == Element.
same([X|Xs], [Y|Ys]) :-
    match([X|Xs], [Y|Ys]).

split([], Rest, Rest).
split([X|Front], Rest, [X|List]) :-
    split(Front, Rest, List).

% Item I holds four lists; the letters rotate with I, so that patterns match some and miss many.
items(0, []) :-
    !.
items(N, [Item|Items]) :-
    rotate(N, [a, b, b, a, c, a, d, b, a, c, a], L1),
    rotate(N, [a, a, b, b, [b, b, a], [a, a], [b, b], a], L2),
    rotate(N, [a, b, [b, a], b, [a, c, a], [c, a, b], a, b], L3),
    rotate(N, [[c, a], b, [b, a], a, b, c, c, a, b, a, a, a], L4),
    Item = [L1, L2, L3, L4],
    N1 is N - 1,
    items(N1, Items).

rotate(N, List, Rotated) :-
    length_of(List, 0, Length),
    K is N mod Length,
    rotate_by(K, List, Rotated).

rotate_by(0, List, List) :-
    !.
rotate_by(K, [X|Xs], Rotated) :-
    add_last(Xs, X, Ys),
    K1 is K - 1,
    rotate_by(K1, Ys, Rotated).

add_last([], X, [X]).
add_last([Y|Ys], X, [Y|Zs]) :-
    add_last(Ys, X, Zs).

length_of([], N, N).
length_of([_|Xs], N0, N) :-
    N1 is N0 + 1,
    length_of(Xs, N1, N).

patterns([[*(X1), ?(_), *(X1), b, ?(_), *(_)],
          [*(X2), b, *(_), a, *(X2), a, *(_)],
          [?(_), *(Y3), *(Y3), ?(_), *(_), [b, *(_)], *(_)],
          [*(A4), *(B4), *(B4), *(A4), [*(A4)], [*(B4)], *(_)],
          [*(A5), *(B5), *(A5), *(B5), ?(_), *(_), c, *(_)]]).

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
