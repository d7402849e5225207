% SPDX-License-Identifier: MIT
%
% aggregate.pl - results over all answers of a goal, one for each binding of its free variables. aggregate_all/3,4 are built
% in: they take all answers together.

:- module(aggregate, [
    aggregate/3,
    aggregate/4,
    foreach/2,
    free_variables/4
]).

:- meta_predicate(aggregate(?, ^, -)).
:- meta_predicate(aggregate(?, ?, ^, -)).
:- meta_predicate(foreach(0, 0)).
:- meta_predicate(free_variables(^, +, +, -)).

%! aggregate(+Spec, :Goal, -Result) is nondet.
%  Spec is count, count(T), sum(E), max(E), min(E), max(E, Witness), min(E, Witness), bag(T), set(T), or a compound of
%  these. Goal may say Variable^Goal as for bagof/3, and fails without answers as that does.
aggregate(Spec, Goal, Result) :-
    bagof(Spec, Goal, Answers),
    aggregate_all(Spec, aggregate:in_list(Answers, Spec), Result).

%! aggregate(+Spec, +Discriminator, :Goal, -Result) is nondet.
%  The same, where answers with equal Discriminator and Spec count once.
aggregate(Spec, Discriminator, Goal, Result) :-
    setof(Discriminator-Spec, Goal, Answers),
    aggregate_all(Spec, aggregate:in_list(Answers, _-Spec), Result).

in_list([X|Xs], Y) :-
    in_tail(Xs, X, Y).

in_tail(_, X, X).
in_tail([X|Xs], _, Y) :-
    in_tail(Xs, X, Y).

%! foreach(:Generator, :Goal) is semidet.
%  The conjunction of Goal for all answers of Generator; unlike forall/2 it keeps the bindings that Goal makes of the
%  variables that Generator does not share.
foreach(Generator, Goal) :-
    term_variables(Generator, GeneratorVariables),
    term_variables(Goal, GoalVariables),
    shared(GeneratorVariables, GoalVariables, Shared),
    Template =.. [v|Shared],
    findall(Template, Generator, Templates),
    without(GoalVariables, Shared, Global),
    prove_all(Templates, Template, Global, Goal).

prove_all([], _, _, _).
prove_all([Instance|Instances], Template, Global, Goal) :-
    copy_term(Global-Template-Goal, Global-Instance-Copy),
    call(Copy),
    prove_all(Instances, Template, Global, Goal).

shared([], _, []).
shared([X|Xs], Ys, Shared) :-
    (   is_among(Ys, X)
    ->  Shared = [X|Shared1]
    ;   Shared = Shared1
    ),
    shared(Xs, Ys, Shared1).

without([], _, []).
without([X|Xs], Ys, Rest) :-
    (   is_among(Ys, X)
    ->  Rest = Rest1
    ;   Rest = [X|Rest1]
    ),
    without(Xs, Ys, Rest1).

is_among([Y|Ys], X) :-
    (   X == Y
    ->  true
    ;   is_among(Ys, X)
    ).

%! free_variables(:Goal, +Bound, +Rest, -Variables) is det.
%  Variables holds the variables of Goal that stand neither in the term Bound nor before a ^ and are not bound inside by \+ or a setof/3,
%  bagof/3, findall/3 or the like; then comes Rest.
free_variables(Goal, Bound, Rest, Variables) :-
    term_variables(Bound, BoundVariables),
    free_in(Goal, BoundVariables, Free0, []),
    distinct_variables(Free0, [], Free),
    put_before(Free, Rest, Variables).

free_in(Term, Bound, Free, Rest) :-
    (   var(Term)
    ->  (   is_among(Bound, Term)
        ->  Free = Rest
        ;   Free = [Term|Rest]
        )
    ;   binder(Term, Inner, Outer, Own)
    ->  term_variables(Own, OwnVariables),
        put_before(OwnVariables, Bound, Bound1),
        free_in(Inner, Bound1, Free, Free1),
        free_in(Outer, Bound, Free1, Rest)
    ;   compound(Term)
    ->  compound_name_arguments(Term, _, Arguments),
        free_in_each(Arguments, Bound, Free, Rest)
    ;   Free = Rest
    ).

free_in_each([], _, Rest, Rest).
free_in_each([X|Xs], Bound, Free, Rest) :-
    free_in(X, Bound, Free, Free1),
    free_in_each(Xs, Bound, Free1, Rest).

% binder(Goal, Inner, Outer, Own): Goal binds the variables of Own inside Inner; Outer is the rest of it.
binder(Own^Inner, Inner, [], Own).
binder(setof(Own, Goal, Set), Own-Goal, Set, Own).
binder(bagof(Own, Goal, Bag), Own-Goal, Bag, Own).
binder(findall(_, _, List), [], List, []).
binder(findall(_, _, List, Tail), [], List-Tail, []).
binder(aggregate_all(_, _, Result), [], Result, []).
binder(forall(_, _), [], [], []).
binder(\+ _, [], [], []).

distinct_variables([], _, []).
distinct_variables([X|Xs], Seen, Ys) :-
    (   is_among(Seen, X)
    ->  Ys = Ys1
    ;   Ys = [X|Ys1]
    ),
    distinct_variables(Xs, [X|Seen], Ys1).

put_before([], Rest, Rest).
put_before([X|Xs], Rest, [X|Ys]) :-
    put_before(Xs, Rest, Ys).
