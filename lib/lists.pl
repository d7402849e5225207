% SPDX-License-Identifier: MIT
%
% lists.pl - lists. length/2, msort/2 and sort/2,4 are built in.
%
% Predicates that search a list recurse on its tail as first argument, so that the last element leaves no choice point. Those that
% must see the end of a list raise the errors of must_be(list, List) for anything else; relations such as append/3 do not look.

:- module(lists, [
    append/3,
    append/2,
    prefix/2,
    member/2,
    memberchk/2,
    select/3,
    selectchk/3,
    selectchk/4,
    select/4,
    subseq/3,
    subtract/3,
    permutation/2,
    delete/3,
    nth0/3,
    nth1/3,
    nth0/4,
    nth1/4,
    last/2,
    nextto/3,
    reverse/2,
    same_length/2,
    proper_length/2,
    flatten/2,
    clumped/2,
    max_member/2,
    min_member/2,
    max_member/3,
    min_member/3,
    list_to_set/2,
    is_set/1,
    subset/2,
    union/3,
    intersection/3,
    sum_list/2,
    sumlist/2,
    max_list/2,
    min_list/2,
    numlist/3,
    predsort/3
]).

:- use_module(library(error), [domain_error/2, must_be/2]).

:- meta_predicate(predsort(3, +, -)).
:- meta_predicate(max_member(2, -, +)).
:- meta_predicate(min_member(2, -, +)).

check_list(List) :-
    (   is_list(List)
    ->  true
    ;   must_be(list, List)
    ).

%! append(?Xs, ?Ys, ?XsYs) is nondet.
%  XsYs is Xs followed by Ys.
append([], Ys, Ys).
append([X|Xs], Ys, [X|Zs]) :-
    append(Xs, Ys, Zs).

%! append(+Lists, ?List) is nondet.
%  List is the concatenation of Lists.
append(Lists, List) :-
    must_be(list, Lists),
    append_all(Lists, List).

append_all([], []).
append_all([Xs|Lists], List) :-
    append(Xs, Rest, List),
    append_all(Lists, Rest).

%! prefix(?Part, ?Whole) is nondet.
%  Part is a beginning of Whole.
prefix([], _).
prefix([X|Part], [X|Whole]) :-
    prefix(Part, Whole).

%! member(?X, ?List) is nondet.
%  X is an element of List.
member(X, [Y|Ys]) :-
    member_of_tail(Ys, X, Y).

member_of_tail(_, X, X).
member_of_tail([Y|Ys], X, _) :-
    member_of_tail(Ys, X, Y).

%! memberchk(?X, ?List) is semidet.
%  The first answer of member(X, List). A list without end that has no such element is a type error.
memberchk(X, List) :-
    '$memberchk'(X, List).

%! select(?X, ?List, ?Rest) is nondet.
%  Rest is List without one occurrence of X.
select(X, [Y|Ys], Rest) :-
    select_from_tail(Ys, Y, X, Rest).

select_from_tail(Ys, X, X, Ys).
select_from_tail([Y|Ys], Z, X, [Z|Rest]) :-
    select_from_tail(Ys, Y, X, Rest).

%! selectchk(?X, +List, -Rest) is semidet.
%  The first answer of select/3.
selectchk(X, List, Rest) :-
    select(X, List, Rest0),
    !,
    Rest = Rest0.

%! select(?X, ?Xs, ?Y, ?Ys) is nondet.
%  Ys is Xs with one occurrence of X replaced by Y.
select(X, [X1|Xs], Y, [Y1|Ys]) :-
    replace_in_tail(Xs, X1, X, Y, Y1, Ys).

replace_in_tail(Xs, X, X, Y, Y, Xs).
replace_in_tail([X1|Xs], Z, X, Y, Z, [Y1|Ys]) :-
    replace_in_tail(Xs, X1, X, Y, Y1, Ys).

%! selectchk(?X, +Xs, ?Y, -Ys) is semidet.
%  The first answer of select/4.
selectchk(X, Xs, Y, Ys) :-
    select(X, Xs, Y, Ys),
    !.

%! subseq(+List, -Part, -Others) is nondet.
%  Part holds some elements of List, Others the rest, both in the order of List.
subseq([], [], []).
subseq([X|Xs], Part, Others) :-
    (   Others = [X|Others1],
        subseq(Xs, Part, Others1)
    ;   Part = [X|Part1],
        subseq(Xs, Part1, Others)
    ).

%! subtract(+Xs, +Ys, -Rest) is det.
%  Rest holds the elements of Xs that unify with no element of Ys.
subtract(Xs, Ys, Rest) :-
    check_list(Xs),
    check_list(Ys),
    subtract_from(Xs, Ys, Rest).

subtract_from([], _, []).
subtract_from([X|Xs], Ys, Rest) :-
    (   memberchk(X, Ys)
    ->  Rest = Rest1
    ;   Rest = [X|Rest1]
    ),
    subtract_from(Xs, Ys, Rest1).

%! permutation(?Xs, ?Ys) is nondet.
%  Ys holds the elements of Xs in some order.
permutation(Xs, Ys) :-
    (   is_list(Xs)
    ->  same_length(Xs, Ys)
    ;   is_list(Ys)
    ->  same_length(Ys, Xs)
    ;   must_be(list_or_partial, Xs),
        must_be(list_or_partial, Ys),
        same_length(Xs, Ys)
    ),
    permuted(Ys, Xs).

permuted([], []).
permuted([Y|Ys], Xs) :-
    select(Y, Xs, Rest),
    permuted(Ys, Rest).

%! delete(+List, @X, -Rest) is det.
%  Rest is List without the elements that unify with X.
delete(List, X, Rest) :-
    check_list(List),
    delete_from(List, X, Rest).

delete_from([], _, []).
delete_from([Y|Ys], X, Rest) :-
    (   Y \= X
    ->  Rest = [Y|Rest1]
    ;   Rest = Rest1
    ),
    delete_from(Ys, X, Rest1).

%! nth0(?Index, ?List, ?X) is nondet.
%! nth1(?Index, ?List, ?X) is nondet.
%  X is the element at Index of List, counted from 0 or 1.
nth0(Index, List, X) :-
    nth(Index, List, X, 0).

nth1(Index, List, X) :-
    nth(Index, List, X, 1).

nth(Index, List, X, Base) :-
    (   integer(Index)
    ->  check_index(Index),
        Skip is Index - Base,
        Skip >= 0,
        element_at(Skip, List, X)
    ;   var(Index)
    ->  List = [Y|Ys],
        element_somewhere(Ys, Y, X, Base, Index)
    ;   must_be(integer, Index)
    ).

check_index(Index) :-
    (   Index >= 0
    ->  true
    ;   domain_error(not_less_than_zero, Index)
    ).

% Eight at a time, then one by one.
element_at(Skip, List, X) :-
    (   Skip >= 8
    ->  List = [_,_,_,_,_,_,_,_|Rest],
        Skip1 is Skip - 8,
        element_at(Skip1, Rest, X)
    ;   element_near(Skip, List, X)
    ).

element_near(Skip, [Y|Ys], X) :-
    (   Skip =:= 0
    ->  X = Y
    ;   Skip1 is Skip - 1,
        element_near(Skip1, Ys, X)
    ).

element_somewhere(_, X, X, Index, Index).
element_somewhere([Y|Ys], _, X, Index0, Index) :-
    Index1 is Index0 + 1,
    element_somewhere(Ys, Y, X, Index1, Index).

%! nth0(?Index, ?List, ?X, ?Rest) is nondet.
%! nth1(?Index, ?List, ?X, ?Rest) is nondet.
%  X is the element at Index of List, and Rest the list without it.
nth0(Index, List, X, Rest) :-
    nth(Index, List, X, Rest, 0).

nth1(Index, List, X, Rest) :-
    nth(Index, List, X, Rest, 1).

nth(Index, List, X, Rest, Base) :-
    (   integer(Index)
    ->  check_index(Index),
        Skip is Index - Base,
        Skip >= 0,
        remove_at(Skip, List, X, Rest)
    ;   var(Index)
    ->  List = [Y|Ys],
        remove_somewhere(Ys, Y, X, Rest, Base, Index)
    ;   must_be(integer, Index)
    ).

remove_at(Skip, [Y|Ys], X, Rest) :-
    (   Skip =:= 0
    ->  X = Y,
        Rest = Ys
    ;   Rest = [Y|Rest1],
        Skip1 is Skip - 1,
        remove_at(Skip1, Ys, X, Rest1)
    ).

remove_somewhere(Ys, X, X, Ys, Index, Index).
remove_somewhere([Y|Ys], Z, X, [Z|Rest], Index0, Index) :-
    Index1 is Index0 + 1,
    remove_somewhere(Ys, Y, X, Rest, Index1, Index).

%! last(?List, ?Last) is nondet.
%  Last is the last element of List.
last([X|Xs], Last) :-
    '$ends'(Xs),
    last_of_tail(Xs, X, Last).

last_of_tail([], Last, Last).
last_of_tail([X|Xs], _, Last) :-
    last_of_tail(Xs, X, Last).

%! nextto(?X, ?Y, ?List) is nondet.
%  Y comes directly after X in List.
nextto(X, Y, [A, B|Rest]) :-
    neighbours(Rest, A, B, X, Y).

neighbours(_, X, Y, X, Y).
neighbours([C|Rest], _, B, X, Y) :-
    neighbours(Rest, B, C, X, Y).

%! reverse(?Xs, ?Ys) is nondet.
%  Ys holds the elements of Xs from last to first.
reverse(Xs, Ys) :-
    (   is_list(Xs)
    ->  reverse_onto(Xs, [], Ys)
    ;   must_be(list_or_partial, Xs),
        reverse_bounded(Xs, [], Ys, Ys)
    ).

reverse_onto([], Ys, Ys).
reverse_onto([X|Xs], Ys0, Ys) :-
    reverse_onto(Xs, [X|Ys0], Ys).

% The last argument shortens with Xs, so that a list Ys ends the search.
reverse_bounded([], Ys, Ys, []).
reverse_bounded([X|Xs], Ys0, Ys, [_|Bound]) :-
    reverse_bounded(Xs, [X|Ys0], Ys, Bound).

%! same_length(?Xs, ?Ys) is nondet.
%  The two lists are equally long.
same_length(Xs, Ys) :-
    '$ends'(Xs),
    '$ends'(Ys),
    equally_long(Xs, Ys).

equally_long([], []).
equally_long([_|Xs], [_|Ys]) :-
    equally_long(Xs, Ys).

%! proper_length(@List, -Length) is semidet.
%  List is a proper list of that Length; fails for anything else.
proper_length(List, Length) :-
    is_list(List),
    length(List, Length).

%! flatten(+Nested, -Flat) is det.
%  Flat holds what is in the lists inside Nested, at any depth; an unbound tail or element stands for itself.
flatten(Nested, Flat) :-
    flatten_onto(Nested, [], Flat0),
    Flat = Flat0.

flatten_onto(Item, Rest, [Item|Rest]) :-
    var(Item),
    !.
flatten_onto([], Rest, Rest) :-
    !.
flatten_onto([X|Xs], Rest, Flat) :-
    !,
    '$ends'(Xs),
    flatten_onto(X, Flat1, Flat),
    flatten_elements(Xs, Rest, Flat1).
flatten_onto(Item, Rest, [Item|Rest]).

flatten_elements(Tail, Rest, Flat) :-
    (   nonvar(Tail),
        Tail = [X|Xs]
    ->  flatten_onto(X, Flat1, Flat),
        flatten_elements(Xs, Rest, Flat1)
    ;   flatten_onto(Tail, Rest, Flat)
    ).

%! clumped(+Items, -Runs) is det.
%  Runs holds one Item-Count for each run of equal (==) elements of Items.
clumped(Items, Runs) :-
    check_list(Items),
    clump(Items, Runs).

clump([], []).
clump([X|Xs], [X-Count|Runs]) :-
    skip_run(Xs, X, 1, Count, Rest),
    clump(Rest, Runs).

skip_run([Y|Ys], X, Count0, Count, Rest) :-
    X == Y,
    !,
    Count1 is Count0 + 1,
    skip_run(Ys, X, Count1, Count, Rest).
skip_run(Rest, _, Count, Count, Rest).

%! max_member(-Max, +List) is semidet.
%! min_member(-Min, +List) is semidet.
%  The largest or smallest element in the standard order of terms; fails for the empty list.
max_member(Max, List) :-
    check_list(List),
    List = [X|Xs],
    largest(Xs, X, Max).

largest([], Max, Max).
largest([X|Xs], Max0, Max) :-
    (   X @> Max0
    ->  largest(Xs, X, Max)
    ;   largest(Xs, Max0, Max)
    ).

min_member(Min, List) :-
    check_list(List),
    List = [X|Xs],
    smallest(Xs, X, Min).

smallest([], Min, Min).
smallest([X|Xs], Min0, Min) :-
    (   X @< Min0
    ->  smallest(Xs, X, Min)
    ;   smallest(Xs, Min0, Min)
    ).

%! max_member(:Order, -Max, +List) is semidet.
%! min_member(:Order, -Min, +List) is semidet.
%  The same by call(Order, X, Y), which is true when X comes before Y or stands beside it.
max_member(Order, Max, List) :-
    check_list(List),
    List = [X|Xs],
    largest_by(Xs, Order, X, Max).

largest_by([], _, Max, Max).
largest_by([X|Xs], Order, Max0, Max) :-
    (   call(Order, X, Max0)
    ->  largest_by(Xs, Order, Max0, Max)
    ;   largest_by(Xs, Order, X, Max)
    ).

min_member(Order, Min, List) :-
    check_list(List),
    List = [X|Xs],
    smallest_by(Xs, Order, X, Min).

smallest_by([], _, Min, Min).
smallest_by([X|Xs], Order, Min0, Min) :-
    (   call(Order, Min0, X)
    ->  smallest_by(Xs, Order, Min0, Min)
    ;   smallest_by(Xs, Order, X, Min)
    ).

%! list_to_set(+List, -Set) is det.
%  Set is List without the elements that are equal (==) to an earlier one.
list_to_set(List, Set) :-
    must_be(list, List),
    number_elements(List, 0, Numbered),
    keysort(Numbered, Sorted),
    first_of_each(Sorted, Firsts0),
    keysort(Firsts0, Firsts),
    second_parts(Firsts, Set).

number_elements([], _, []).
number_elements([X|Xs], N, [X-N|Numbered]) :-
    N1 is N + 1,
    number_elements(Xs, N1, Numbered).

first_of_each([], []).
first_of_each([X-N|Sorted], [N-X|Firsts]) :-
    skip_key(Sorted, X, Rest),
    first_of_each(Rest, Firsts).

skip_key([Y-_|Sorted], X, Rest) :-
    X == Y,
    !,
    skip_key(Sorted, X, Rest).
skip_key(Rest, _, Rest).

second_parts([], []).
second_parts([_-X|Pairs], [X|Xs]) :-
    second_parts(Pairs, Xs).

%! is_set(@Set) is semidet.
%  Set is a proper list without equal (==) elements.
is_set(Set) :-
    is_list(Set),
    length(Set, Length),
    sort(Set, Sorted),
    length(Sorted, Length).

%! subset(+Part, +Set) is semidet.
%  Every element of Part unifies with one of Set.
subset(Part, Set) :-
    check_list(Part),
    check_list(Set),
    all_in(Part, Set).

all_in([], _).
all_in([X|Xs], Set) :-
    (   memberchk(X, Set)
    ->  all_in(Xs, Set)
    ).

%! union(+Xs, +Ys, -Union) is det.
%  The elements of Xs that are not in Ys, followed by Ys.
union(Xs, Ys, Union) :-
    check_list(Xs),
    check_list(Ys),
    union_with(Xs, Ys, Union).

union_with([], Ys, Ys).
union_with([X|Xs], Ys, Union) :-
    (   memberchk(X, Ys)
    ->  Union = Union1
    ;   Union = [X|Union1]
    ),
    union_with(Xs, Ys, Union1).

%! intersection(+Xs, +Ys, -Both) is det.
%  The elements of Xs that unify with one of Ys.
intersection(Xs, Ys, Both) :-
    check_list(Xs),
    check_list(Ys),
    intersect_with(Xs, Ys, Both).

intersect_with([], _, []).
intersect_with([X|Xs], Ys, Both) :-
    (   memberchk(X, Ys)
    ->  Both = [X|Both1]
    ;   Both = Both1
    ),
    intersect_with(Xs, Ys, Both1).

%! sum_list(+Numbers, -Sum) is det.
%! sumlist(+Numbers, -Sum) is det.
%  Sum is that of the Numbers, which may be expressions; 0 for the empty list.
sum_list(Numbers, Sum) :-
    check_list(Numbers),
    sum_onto(Numbers, 0, Sum).

sumlist(Numbers, Sum) :-
    sum_list(Numbers, Sum).

sum_onto([], Sum, Sum).
sum_onto([X|Xs], Sum0, Sum) :-
    Sum1 is Sum0 + X,
    sum_onto(Xs, Sum1, Sum).

%! max_list(+Numbers, -Max) is semidet.
%! min_list(+Numbers, -Min) is semidet.
%  Fails for the empty list.
max_list(Numbers, Max) :-
    check_list(Numbers),
    Numbers = [X|Xs],
    First is X,
    max_onto(Xs, First, Max).

max_onto([], Max, Max).
max_onto([X|Xs], Max0, Max) :-
    Max1 is max(Max0, X),
    max_onto(Xs, Max1, Max).

min_list(Numbers, Min) :-
    check_list(Numbers),
    Numbers = [X|Xs],
    First is X,
    min_onto(Xs, First, Min).

min_onto([], Min, Min).
min_onto([X|Xs], Min0, Min) :-
    Min1 is min(Min0, X),
    min_onto(Xs, Min1, Min).

%! numlist(+Low, +High, -Numbers) is semidet.
%  Numbers is [Low, Low + 1, ..., High]; fails if Low is above High.
numlist(Low, High, Numbers) :-
    must_be(integer, Low),
    must_be(integer, High),
    Low =< High,
    count_up(Low, High, Numbers).

count_up(N, High, [N|Numbers]) :-
    (   N =:= High
    ->  Numbers = []
    ;   N1 is N + 1,
        count_up(N1, High, Numbers)
    ).

%! predsort(:Order, +List, -Sorted) is semidet.
%  Sorts by call(Order, Delta, X, Y) with Delta one of <, = and >; of equal elements one is kept.
predsort(Order, List, Sorted) :-
    must_be(list, List),
    length(List, Length),
    sort_first(Length, Order, List, _, Sorted0),
    Sorted = Sorted0.

% Sorts the first Count elements of List; Rest are the others.
sort_first(0, _, List, List, []) :-
    !.
sort_first(1, _, [X|Rest], Rest, [X]) :-
    !.
sort_first(Count, Order, List, Rest, Sorted) :-
    LeftCount is Count // 2,
    RightCount is Count - LeftCount,
    sort_first(LeftCount, Order, List, List1, Left),
    sort_first(RightCount, Order, List1, Rest, Right),
    merge_by(Left, Right, Order, Sorted).

merge_by([], Right, _, Sorted) :-
    !,
    Sorted = Right.
merge_by(Left, [], _, Sorted) :-
    !,
    Sorted = Left.
merge_by([X|Xs], [Y|Ys], Order, Sorted) :-
    call(Order, Delta, X, Y),
    !,
    merge_step(Delta, X, Xs, Y, Ys, Order, Sorted).

merge_step(<, X, Xs, Y, Ys, Order, [X|Sorted]) :-
    merge_by(Xs, [Y|Ys], Order, Sorted).
merge_step(>, X, Xs, Y, Ys, Order, [Y|Sorted]) :-
    merge_by([X|Xs], Ys, Order, Sorted).
merge_step(=, X, Xs, _, Ys, Order, Sorted) :-
    merge_by([X|Xs], Ys, Order, Sorted).
