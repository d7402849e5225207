% SPDX-License-Identifier: MIT
%
% random.pl - random numbers, and random choices from lists.
%
% The numbers come from the generator of the machine, as those of the evaluables random(N) and random_float; set_random/1 seeds it: the same
% seed gives the same choices. random/1 is built in.

:- module(random, [
    random/3,
    random_between/3,
    getrand/1,
    setrand/1,
    maybe/0,
    maybe/1,
    maybe/2,
    random_perm2/4,
    random_member/2,
    random_select/3,
    random_permutation/2,
    random_subseq/3,
    randseq/3,
    randset/3,
    random_numlist/4
]).

:- use_module(library(error), [domain_error/2, must_be/2]).
:- use_module(library(lists), [nth0/3, nth0/4]).
:- use_module(library(pairs), [pairs_values/2]).

% --- Numbers ----------------------------------------------------------------------------------------------------------

%! random(+Low, +High, -Number) is det.
%  Low =< Number < High: an integer if both bounds are integers, else a float.
random(Low, High, Number) :-
    must_be(number, Low),
    must_be(number, High),
    (   Low >= High
    ->  domain_error(greater_than(Low), High)
    ;   integer(Low),
        integer(High)
    ->  Number0 is Low + random(High - Low)
    ;   Number0 is Low + (High - Low) * random_float
    ),
    Number = Number0.

%! random_between(+Low, +High, -Integer) is semidet.
%  Low =< Integer =< High, all equally likely; fails if Low is above High.
random_between(Low, High, Integer) :-
    must_be(integer, Low),
    must_be(integer, High),
    High >= Low,
    Integer0 is Low + random(High - Low + 1),
    Integer = Integer0.

%! getrand(-State) is det.
%! setrand(+State) is det.
%  State is where the generator stands: after setrand(State) it gives the same numbers as after the getrand(State). setrand/1 also
%  takes what set_random/1 does: seed(Integer) and seed(random).
getrand(State) :-
    '$random_state'(Number),
    State = state(Number).

setrand(State) :-
    set_random(State).

%! maybe is semidet.
%  Succeeds with probability 1/2.
maybe :-
    random(2) =:= 0.

%! maybe(+Probability) is semidet.
%  Succeeds with Probability, a number from 0 to 1.
maybe(Probability) :-
    must_be(between(0.0, 1.0), Probability),
    random_float < Probability.

%! maybe(+Count, +Of) is semidet.
%  Succeeds with probability Count/Of.
maybe(Count, Of) :-
    must_be(nonneg, Count),
    must_be(positive_integer, Of),
    (   Count > Of
    ->  domain_error(between(0, Of), Count)
    ;   random(Of) < Count
    ).

%! random_perm2(?A, ?B, ?X, ?Y) is semidet.
%  X and Y are A and B, in this order or the other one.
random_perm2(A, B, X, Y) :-
    (   maybe
    ->  X = A,
        Y = B
    ;   X = B,
        Y = A
    ).

% --- Lists ------------------------------------------------------------------------------------------------------------

%! random_member(-X, +List) is semidet.
%  X is an element of List, all places equally likely; fails for the empty list.
random_member(X, List) :-
    must_be(list, List),
    length(List, Length),
    Length > 0,
    Index is random(Length),
    nth0(Index, List, X).

%! random_select(-X, +List, -Rest) is semidet.
%! random_select(+X, -List, +Rest) is det.
%  X is an element of List at a random place, and Rest the list without it.
random_select(X, List, Rest) :-
    (   is_list(List)
    ->  length(List, Length),
        Length > 0
    ;   is_list(Rest)
    ->  length(Rest, RestLength),
        Length is RestLength + 1
    ;   must_be(list, List)
    ),
    Index is random(Length),
    nth0(Index, List, X, Rest).

%! random_permutation(+List, -Permutation) is det.
%! random_permutation(-List, +Permutation) is det.
%  The two hold the same elements in orders of which each is equally likely.
random_permutation(List, Permutation) :-
    (   is_list(List)
    ->  shuffled(List, Permutation0),
        Permutation = Permutation0
    ;   is_list(Permutation)
    ->  shuffled(Permutation, List0),
        List = List0
    ;   must_be(list, List)
    ).

shuffled(List, Shuffled) :-
    add_keys(List, Keyed),
    keysort(Keyed, Sorted),
    pairs_values(Sorted, Shuffled).

add_keys([], []).
add_keys([X|Xs], [Key-X|Keyed]) :-
    Key is random_float,
    add_keys(Xs, Keyed).

%! random_subseq(+List, -Part, -Others) is det.
%! random_subseq(-List, +Part, +Others) is det.
%  Part holds some elements of List, each with probability 1/2, and Others the rest; all three in the same order.
random_subseq(List, Part, Others) :-
    (   is_list(List)
    ->  divided(List, Part0, Others0),
        Part = Part0,
        Others = Others0
    ;   is_list(Part),
        is_list(Others)
    ->  length(Part, PartLength),
        length(Others, OthersLength),
        mixed(PartLength, OthersLength, Part, Others, List0),
        List = List0
    ;   must_be(list, List)
    ).

divided([], [], []).
divided([X|Xs], Part, Others) :-
    (   maybe
    ->  Part = [X|Part1],
        divided(Xs, Part1, Others)
    ;   Others = [X|Others1],
        divided(Xs, Part, Others1)
    ).

mixed(PartLength, OthersLength, Part, Others, List) :-
    Length is PartLength + OthersLength,
    (   Length =:= 0
    ->  List = []
    ;   random(Length) < PartLength
    ->  Part = [X|Part1],
        List = [X|List1],
        PartLength1 is PartLength - 1,
        mixed(PartLength1, OthersLength, Part1, Others, List1)
    ;   Others = [X|Others1],
        List = [X|List1],
        OthersLength1 is OthersLength - 1,
        mixed(PartLength, OthersLength1, Part, Others1, List1)
    ).

%! randseq(+Count, +Max, -List) is semidet.
%  List holds Count different integers from 1 to Max, in random order; fails if Count is above Max.
randseq(Count, Max, List) :-
    randset(Count, Max, Set),
    shuffled(Set, List0),
    List = List0.

%! randset(+Count, +Max, -Set) is semidet.
%  The same in ascending order.
randset(Count, Max, Set) :-
    must_be(nonneg, Count),
    must_be(nonneg, Max),
    Count =< Max,
    chosen(Count, Max, [], Set0),
    Set = Set0.

% From Max down: Max is chosen with probability Count/Max. Where few are wanted of many, the next one is looked for at random.
chosen(Count, Max, Set0, Set) :-
    (   Count =:= 0
    ->  Set = Set0
    ;   Max > 8 * Count
    ->  draw_many(Count, Max, Set0, Set)
    ;   Max1 is Max - 1,
        (   random(Max) < Count
        ->  Count1 is Count - 1,
            chosen(Count1, Max1, [Max|Set0], Set)
        ;   chosen(Count, Max1, Set0, Set)
        )
    ).

% Draws until Count different ones are there. Those of Set0 are larger than Max.
draw_many(Count, Max, Set0, Set) :-
    draw_until(Count, Count, Max, [], Drawn),
    put_before(Drawn, Set0, Set).

draw_until(Missing, Count, Max, Drawn0, Drawn) :-
    draw(Missing, Max, Drawn0, Drawn1),
    sort(Drawn1, Drawn2),
    length(Drawn2, Length),
    (   Length =:= Count
    ->  Drawn = Drawn2
    ;   Missing1 is Count - Length,
        draw_until(Missing1, Count, Max, Drawn2, Drawn)
    ).

draw(Count, Max, Drawn0, Drawn) :-
    (   Count =:= 0
    ->  Drawn = Drawn0
    ;   X is random(Max) + 1,
        Count1 is Count - 1,
        draw(Count1, Max, [X|Drawn0], Drawn)
    ).

put_before([], Rest, Rest).
put_before([X|Xs], Rest, [X|Ys]) :-
    put_before(Xs, Rest, Ys).

%! random_numlist(+Probability, +Low, +High, -List) is det.
%  List holds each integer from Low to High with Probability, ascending.
random_numlist(Probability, Low, High, List) :-
    must_be(between(0.0, 1.0), Probability),
    must_be(integer, Low),
    must_be(integer, High),
    some_of(Low, High, Probability, List0),
    List = List0.

some_of(N, High, Probability, List) :-
    (   N > High
    ->  List = []
    ;   N1 is N + 1,
        (   random_float < Probability
        ->  List = [N|List1]
        ;   List = List1
        ),
        some_of(N1, High, Probability, List1)
    ).
