% SPDX-License-Identifier: MIT
%
% prolog_code.pl - taking goals and clauses apart and putting them together.
%
% predicate_label/2 and predicate_sort_key/2, which serve a documentation tool elsewhere, are left out.

:- module(prolog_code, [
    comma_list/2,
    semicolon_list/2,
    mkconj/3,
    mkdisj/3,
    pi_head/2,
    head_name_arity/3,
    most_general_goal/2,
    extend_goal/3,
    is_control_goal/1,
    is_predicate_indicator/1,
    body_term_calls/2
]).

:- use_module(library(error), [instantiation_error/1, must_be/2, type_error/2]).
:- use_module(library(lists), [append/3]).

:- meta_predicate(body_term_calls(:, -)).

%! comma_list(?Conjunction, ?Goals) is det.
%! semicolon_list(?Disjunction, ?Goals) is det.
%  Goals, a list that is not empty, holds what stands between the commas or semicolons, however they are nested.
comma_list(Conjunction, Goals) :-
    (   nonvar(Conjunction)
    ->  flat(Conjunction, ',', Goals0, []),
        Goals = Goals0
    ;   must_be(list, Goals),
        Goals = [Goal|Rest],
        joined(Rest, ',', Goal, Conjunction)
    ).

semicolon_list(Disjunction, Goals) :-
    (   nonvar(Disjunction)
    ->  flat(Disjunction, ;, Goals0, []),
        Goals = Goals0
    ;   must_be(list, Goals),
        Goals = [Goal|Rest],
        joined(Rest, ;, Goal, Disjunction)
    ).

flat(Term, Name, Goals, Rest) :-
    (   compound(Term),
        compound_name_arguments(Term, Name, [Left, Right])
    ->  flat(Left, Name, Goals, Goals1),
        flat(Right, Name, Goals1, Rest)
    ;   Goals = [Term|Rest]
    ).

joined([], _, Goal, Goal).
joined([Goal2|Goals], Name, Goal1, Term) :-
    compound_name_arguments(Term, Name, [Goal1, Rest]),
    joined(Goals, Name, Goal2, Rest).

%! mkconj(?A, ?B, -Conjunction) is det.
%! mkdisj(?A, ?B, -Disjunction) is det.
%  (A, B) or (A ; B), without nesting on the left, and without what makes no difference: true in a conjunction, false in a disjunction.
mkconj(A, B, Conjunction) :-
    (   A == true
    ->  Conjunction = B
    ;   B == true
    ->  Conjunction = A
    ;   nested(A, ',', B, Conjunction)
    ).

mkdisj(A, B, Disjunction) :-
    (   is_false(A)
    ->  Disjunction = B
    ;   is_false(B)
    ->  Disjunction = A
    ;   nested(A, ;, B, Disjunction)
    ).

is_false(Goal) :-
    Goal == false.
is_false(Goal) :-
    Goal == fail.

nested(A, Name, B, Term) :-
    (   compound(A),
        compound_name_arguments(A, Name, [A1, A2])
    ->  compound_name_arguments(Term, Name, [A1, Rest]),
        nested(A2, Name, B, Rest)
    ;   compound_name_arguments(Term, Name, [A, B])
    ).

%! pi_head(?PI, ?Head) is det.
%  PI is Name/Arity and Head the most general goal of it; both may have a Module: in front. Name//Arity is understood too.
pi_head(PI, Head) :-
    (   var(PI),
        var(Head)
    ->  instantiation_error(PI)
    ;   nonvar(PI)
    ->  head_of(PI, Head)
    ;   indicator_of(Head, PI)
    ).

head_of(PI, Head) :-
    (   PI = Module:PI1
    ->  Head = Module:Head1,
        pi_head(PI1, Head1)
    ;   PI = Qualified/Arity,
        nonvar(Qualified),
        Qualified = Module:Name                 % m:p/1 reads as (m:p)/1
    ->  Head = Module:Head1,
        functor(Head1, Name, Arity)
    ;   PI = Name/Arity
    ->  functor(Head, Name, Arity)
    ;   PI = Name//RuleArity
    ->  (   var(RuleArity),
            nonvar(Head)
        ->  functor(Head, Name, Arity),
            RuleArity is Arity - 2
        ;   must_be(nonneg, RuleArity),
            Arity is RuleArity + 2,
            functor(Head, Name, Arity)
        )
    ;   type_error(predicate_indicator, PI)
    ).

indicator_of(Head, PI) :-
    (   Head = Module:Head1
    ->  PI = Module:PI1,
        pi_head(PI1, Head1)
    ;   must_be(callable, Head),
        functor(Head, Name, Arity),
        PI = Name/Arity
    ).

%! head_name_arity(?Head, ?Name, ?Arity) is det.
%  As functor/3 for goals: Head is callable.
head_name_arity(Head, Name, Arity) :-
    (   nonvar(Head)
    ->  must_be(callable, Head)
    ;   must_be(atom, Name),
        must_be(nonneg, Arity)
    ),
    functor(Head, Name, Arity).

%! most_general_goal(+Goal, -General) is det.
%  General has the functor of Goal and new variables as arguments. A variable stays, and Module: is kept.
most_general_goal(Goal, General) :-
    (   var(Goal)
    ->  General = Goal
    ;   Goal = Module:Goal1
    ->  General = Module:General1,
        most_general_goal(Goal1, General1)
    ;   must_be(callable, Goal),
        functor(Goal, Name, Arity),
        functor(General, Name, Arity)
    ).

%! extend_goal(+Goal, +Arguments, -Extended) is det.
%  Extended is Goal with the list Arguments after its own; call/N for an unbound Goal.
extend_goal(Goal, Arguments, Extended) :-
    (   Arguments == []
    ->  Extended = Goal
    ;   var(Goal)
    ->  Extended =.. [call, Goal|Arguments]
    ;   Goal = Module:Goal1
    ->  Extended = Module:Extended1,
        extend_goal(Goal1, Arguments, Extended1)
    ;   must_be(callable, Goal),
        Goal =.. [Name|Own],
        append(Own, Arguments, All),
        Extended =.. [Name|All]
    ).

%! is_control_goal(@Goal) is semidet.
%  Goal is one of (A, B), (A ; B), (A -> B), (A *-> B) and \+ A.
is_control_goal(Goal) :-
    nonvar(Goal),
    control(Goal).

control((_, _)).
control((_ ; _)).
control((_ -> _)).
control((_ *-> _)).
control(\+ _).

%! is_predicate_indicator(@Term) is semidet.
%  Term is Name/Arity or Name//Arity, perhaps after Module:. Raises an instantiation error for what is not known yet.
is_predicate_indicator(Term) :-
    (   var(Term)
    ->  instantiation_error(Term)
    ;   Term = Module:Inner
    ->  known_atom(Module),
        is_predicate_indicator(Inner)
    ;   indicator_parts(Term, Name0, Arity),
        strip_qualifier(Name0, Name),
        known_atom(Name),
        (   var(Arity)
        ->  instantiation_error(Arity)
        ;   integer(Arity),
            Arity >= 0
        )
    ).

strip_qualifier(Name0, Name) :-
    (   nonvar(Name0),
        Name0 = Module:Name1                    % m:p/1 reads as (m:p)/1
    ->  known_atom(Module),
        Name = Name1
    ;   Name = Name0
    ).

indicator_parts(Name/Arity, Name, Arity).
indicator_parts(Name//Arity, Name, Arity).

known_atom(Name) :-
    (   var(Name)
    ->  instantiation_error(Name)
    ;   atom(Name)
    ).

%! body_term_calls(:Body, -Called) is nondet.
%  Called is Body itself, or a goal that running Body may call: parts of control constructs and goal arguments of meta-predicates.
body_term_calls(Module:Body, Called) :-
    nonvar(Body),
    called(Body, Module, Called).

called(Body, _, Body).
called(Body, Module, Called) :-
    part_called(Body, Module, Part),
    nonvar(Part),
    called(Part, Module, Called).

part_called(Body, Module, Part) :-
    (   Body = Inner:Goal
    ->  atom(Inner),
        Part = Goal
    ;   is_control_goal(Body)
    ->  argument(_, Body, Part)
    ;   compound(Body),
        predicate_property(Module:Body, meta_predicate(Modes))
    ->  argument(N, Modes, Mode),
        arg(N, Body, Argument),
        goal_argument(Mode, Argument, Part)
    ).

argument(N, Term, Argument) :-
    compound_name_arity(Term, _, Arity),
    between(1, Arity, N),
    arg(N, Term, Argument).

goal_argument(Mode, Argument, Part) :-
    (   Mode == (^)
    ->  without_quantifiers(Argument, Part)
    ;   integer(Mode),
        nonvar(Argument),
        length(Extra, Mode),
        extend_goal(Argument, Extra, Part)
    ).

without_quantifiers(Goal, Plain) :-
    (   nonvar(Goal),
        Goal = _^Goal1
    ->  without_quantifiers(Goal1, Plain)
    ;   Plain = Goal
    ).
