% SPDX-License-Identifier: MIT
%
% aggregate.pl - results over all answers of a goal, one for each binding of its free variables. aggregate_all/3,4 are built
% in: they take all answers together.

:- module(aggregate, [
    aggregate/3,
    aggregate/4,
    foreach/2
]).

:- meta_predicate(aggregate(?, ^, -)).
:- meta_predicate(aggregate(?, ?, ^, -)).
:- meta_predicate(foreach(0, 0)).

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
