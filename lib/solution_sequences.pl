% SPDX-License-Identifier: MIT
%
% solution_sequences.pl - the answers of a goal: fewer of them, in another order, or in chunks.
%
% All but order_by/2 and group_by/4 give each answer as soon as it is found. What must survive backtracking stands in a term that
% nb_setarg/3 changes.

:- module(solution_sequences, [
    limit/2,
    offset/2,
    call_nth/2,
    order_by/2,
    distinct/1,
    distinct/2,
    reduced/1,
    reduced/3,
    group_by/4,
    findnsols/4,
    findnsols/5
]).

:- use_module(library(error), [domain_error/2, instantiation_error/1, must_be/2]).
:- use_module(library(lists), [member/2]).
:- use_module(library(nb_set), [add_nb_set/3, empty_nb_set/1, size_nb_set/2]).
:- use_module(library(option), [option/3]).

:- meta_predicate(limit(+, 0)).
:- meta_predicate(offset(+, 0)).
:- meta_predicate(call_nth(0, ?)).
:- meta_predicate(order_by(?, 0)).
:- meta_predicate(distinct(0)).
:- meta_predicate(distinct(?, 0)).
:- meta_predicate(reduced(0)).
:- meta_predicate(reduced(?, 0, +)).
:- meta_predicate(group_by(?, ?, 0, -)).
:- meta_predicate(findnsols(+, ?, 0, -)).
:- meta_predicate(findnsols(+, ?, 0, -, ?)).

% --- Counting -------------------------------------------------------------------------------------------------------

%! limit(+Count, :Goal) is nondet.
%  The first Count answers of Goal; all of them for `infinite` and `inf`, none when Count is less than 1. The last one is given without a
%  choice point.
limit(Count, Goal) :-
    (   Count == infinite
    ->  call(Goal)
    ;   Count == inf
    ->  call(Goal)
    ;   must_be(integer, Count),
        Count > 0,
        counter(Counter),
        call(Goal),
        count_answer(Counter, Number),
        (   Number =:= Count
        ->  !
        ;   true
        )
    ).

%! offset(+Count, :Goal) is nondet.
%  The answers of Goal but for the first Count.
offset(Count, Goal) :-
    must_be(integer, Count),
    (   Count > 0
    ->  counter(Counter),
        call(Goal),
        passed(Counter, Count)
    ;   Count =:= 0
    ->  call(Goal)
    ;   domain_error(not_less_than_zero, Count)
    ).

passed(Counter, Count) :-
    arg(1, Counter, Number),
    (   Number =:= Count
    ->  true
    ;   Number1 is Number + 1,
        nb_setarg(1, Counter, Number1),
        fail
    ).

%! call_nth(:Goal, ?Nth) is nondet.
%  The answers of Goal with their numbers, from 1. Semidet when Nth is given.
call_nth(Goal, Nth) :-
    counter(Counter),
    (   var(Nth)
    ->  call(Goal),
        count_answer(Counter, Nth)
    ;   must_be(integer, Nth),
        (   Nth > 0
        ->  call(Goal),
            count_answer(Counter, Nth),
            !
        ;   domain_error(not_less_than_one, Nth)
        )
    ).

counter(Counter) :-
    functor(Counter, counter, 1),
    nb_setarg(1, Counter, 0).

count_answer(Counter, Number) :-
    arg(1, Counter, Number0),
    Number1 is Number0 + 1,
    nb_setarg(1, Counter, Number1),
    Number = Number1.

% --- Order ----------------------------------------------------------------------------------------------------------

%! order_by(+Specs, :Goal) is nondet.
%  The answers of Goal by Specs, a list of asc(Term) and desc(Term): sorted by the instances of the first Term, then of the
%  second, and so on. Answers that differ in none of them stay in their order. The answers are copies.
order_by(Specs, Goal) :-
    must_be(list, Specs),
    (   Specs == []
    ->  domain_error(non_empty_list, Specs)
    ;   true
    ),
    order_keys(Specs, Keys, Orders),
    term_variables(Keys+Goal, Variables),
    findall(Keys-Variables, Goal, Answers0),
    sort_answers(Orders, 1, Answers0, Answers),
    member(_-Variables, Answers).

% Keys is v(Term, ...), Orders the ways to sort by them.
order_keys(Specs, Keys, Orders) :-
    spec_parts(Specs, Terms, Orders),
    Keys =.. [v|Terms].

spec_parts([], [], []).
spec_parts([Spec|Specs], [Term|Terms], [Order|Orders]) :-
    (   var(Spec)
    ->  instantiation_error(Spec)
    ;   spec_order(Spec, Term, Order)
    ->  spec_parts(Specs, Terms, Orders)
    ;   domain_error(order_specifier, Spec)
    ).

spec_order(asc(Term), Term, @=<).
spec_order(desc(Term), Term, @>=).

% By the last key first: sorting is stable.
sort_answers([], _, Answers, Answers).
sort_answers([Order|Orders], N, Answers0, Answers) :-
    N1 is N + 1,
    sort_answers(Orders, N1, Answers0, Answers1),
    key_answers(Answers1, N, Keyed),
    sort(1, Order, Keyed, Sorted),
    unkey_answers(Sorted, Answers).

key_answers([], _, []).
key_answers([Answer|Answers], N, [Key-Answer|Keyed]) :-
    Answer = Keys-_,
    arg(N, Keys, Key),
    key_answers(Answers, N, Keyed).

unkey_answers([], []).
unkey_answers([_-Answer|Keyed], [Answer|Answers]) :-
    unkey_answers(Keyed, Answers).

%! group_by(+By, +Template, :Goal, -Bag) is nondet.
%  One answer for each instance of By, in standard order: Bag holds the instances of Template that come with it. As bagof/3, where
%  the variables of By are the free ones.
group_by(By, Template, Goal, Bag) :-
    term_variables(By, Free),
    term_variables(Goal, Variables),
    without(Variables, Free, Bound),
    bagof(Template, Bound^Goal, Bag).

without([], _, []).
without([X|Xs], Ys, Zs) :-
    (   member(Y, Ys),
        X == Y
    ->  Zs = Zs1
    ;   Zs = [X|Zs1]
    ),
    without(Xs, Ys, Zs1).

% --- Without duplicates -----------------------------------------------------------------------------------------------

%! distinct(:Goal) is nondet.
%! distinct(?Witness, :Goal) is nondet.
%  The answers of Goal where Witness (Goal itself) is no variant of what it was in an earlier answer.
distinct(Goal) :-
    distinct(Goal, Goal).

distinct(Witness, Goal) :-
    term_variables(Witness, Variables),
    Key =.. [v|Variables],
    empty_nb_set(Set),
    call(Goal),
    add_nb_set(Key, Set, true).

%! reduced(:Goal) is nondet.
%! reduced(?Witness, :Goal, +Options) is nondet.
%  As distinct/1,2 with a bounded table: when it holds size_limit(Count) answers, 10000 without the option, it starts again empty. So
%  an answer may come twice.
reduced(Goal) :-
    reduced(Goal, Goal, []).

reduced(Witness, Goal, Options) :-
    option(size_limit(Limit), Options, 10000),
    must_be(nonneg, Limit),
    term_variables(Witness, Variables),
    Key =.. [v|Variables],
    functor(State, state, 1),
    start_table(State),
    call(Goal),
    arg(1, State, Set),
    add_nb_set(Key, Set, true),
    size_nb_set(Set, Size),
    (   Size >= Limit
    ->  start_table(State)
    ;   true
    ).

start_table(State) :-
    empty_nb_set(Set),
    nb_setarg(1, State, Set).

% --- Chunks -----------------------------------------------------------------------------------------------------------

%! findnsols(+Count, ?Template, :Goal, -List) is nondet.
%! findnsols(+Count, ?Template, :Goal, -List, ?Tail) is nondet.
%  As findall/3,4 in chunks: List holds the next Count instances of Template, and on backtracking those after them. The last chunk
%  may be shorter, and is given without a choice point; it is empty only when it is the first.
findnsols(Count, Template, Goal, List) :-
    findnsols(Count, Template, Goal, List, []).

findnsols(Count, Template, Goal, List, Tail) :-
    must_be(integer, Count),
    (   Count < 0
    ->  domain_error(not_less_than_zero, Count)
    ;   Count =:= 0
    ->  List = Tail
    ;   chunks(Count, Template, Goal, List, Tail)
    ).

% Chunk is chunk(Number, List, Last, Given): the Number answers of List, whose last pair is Last; Given tells whether a chunk was given.
chunks(Count, Template0, Goal0, List, Tail) :-
    copy_term(Template0-Goal0, Template-Goal),  % an answer binds nothing outside
    functor(Chunk, chunk, 4),
    nb_setarg(4, Chunk, false),
    start_chunk(Chunk),
    (   call_cleanup(Goal, IsLast = true),
        add_to_chunk(Chunk, Template, Number),
        Number =:= Count,
        (   IsLast == true
        ->  !
        ;   true
        ),
        chunk_list(Chunk, List0),
        start_chunk(Chunk),
        nb_setarg(4, Chunk, true)
    ;   chunk_list(Chunk, List0),
        arg(1, Chunk, Number),
        arg(4, Chunk, Given),
        \+ ( Number =:= 0,
             Given == true
           )
    ),
    put_before(List0, Tail, List).

start_chunk(Chunk) :-
    nb_setarg(1, Chunk, 0),
    nb_setarg(2, Chunk, []),
    nb_setarg(3, Chunk, []).

add_to_chunk(Chunk, Template, Number) :-
    arg(1, Chunk, Number0),
    Number is Number0 + 1,
    nb_setarg(1, Chunk, Number),
    arg(3, Chunk, Last),
    (   Last == []
    ->  nb_setarg(2, Chunk, [Template]),
        arg(2, Chunk, New)
    ;   nb_setarg(2, Last, [Template]),
        arg(2, Last, New)
    ),
    nb_linkarg(3, Chunk, New).

% A copy, since the chunk is changed later.
chunk_list(Chunk, List) :-
    arg(2, Chunk, List0),
    duplicate_term(List0, List).

put_before([], Tail, Tail).
put_before([X|Xs], Tail, [X|Ys]) :-
    put_before(Xs, Tail, Ys).
