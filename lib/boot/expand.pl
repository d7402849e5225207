% SPDX-License-Identifier: MIT
%
% expand.pl - what happens to a term between reading and compiling.
%
%   expand_term:  term_expansion/2 of the source module, then that of user and that of system on what came out; grammar
%                 rules; then goal expansion in the bodies of the resulting clauses
%   expand_goal:  goal_expansion/2 of the source module, of user and of system, to a fixpoint, inside control constructs and
%                 the arguments that meta_predicate declarations mark with 0
%
% Each hook may also have two more arguments, for positions: term_expansion(Term, P0, Expanded, P). P0 is unbound here.
%
% Elsewhere: conditional compilation and directives (load.pl), translation of grammar rules (dcg.pl).

:- module(system, []).

:- multifile([user:(term_expansion/2), user:(goal_expansion/2), system:(term_expansion/2), system:(goal_expansion/2)]).
:- multifile([user:(term_expansion/4), user:(goal_expansion/4), system:(term_expansion/4), system:(goal_expansion/4)]).
:- dynamic([user:(term_expansion/2), user:(goal_expansion/2), system:(term_expansion/2), system:(goal_expansion/2)]).
:- dynamic([user:(term_expansion/4), user:(goal_expansion/4), system:(term_expansion/4), system:(goal_expansion/4)]).

%! expand_term(+Term, -Expanded) is det.
%  Expanded is a clause or a list of clauses; [] means that nothing is left of Term.
expand_term(Term, Expanded) :-
    '$source_module'(Module),
    '$expand_term'(Term, Module, Expanded0),
    (   '$goal_expansion_exists'(Module)
    ->  '$expand_bodies'(Expanded0, Module, Expanded)
    ;   Expanded = Expanded0
    ).

% Term expansion and grammar rules, without goal expansion.
'$expand_term'(Term, _, Expanded) :-
    var(Term),
    !,
    Expanded = Term.
'$expand_term'(Term, Module, Expanded) :-
    '$check_finite'(Term, expand_term/2),
    findall(Where, '$expansion_module'(Module, term_expansion, Where), Modules),
    '$term_expansion'(Modules, Term, Expanded0),
    '$translate_rules'(Expanded0, Expanded).

% Through the hook of one module after the other; what comes out of one goes into the next, term by term.
'$term_expansion'([], Term, Term).
'$term_expansion'([Module|Modules], Term, Expanded) :-
    (   '$call_expansion'(Module, term_expansion, Term, Expanded0)
    ->  '$expand_terms'(Expanded0, Modules, Expanded)
    ;   '$term_expansion'(Modules, Term, Expanded)
    ).

'$expand_terms'(Term, Modules, Expanded) :-
    (   var(Term)
    ->  Expanded = Term
    ;   Term = [First|Rest]
    ->  '$term_expansion'(Modules, First, Expanded1),
        '$expand_terms'(Rest, Modules, Expanded2),
        (   nonvar(Expanded1),
            '$partial_list'(Expanded1)
        ->  '$append'(Expanded1, Expanded2, Expanded)
        ;   Expanded = [Expanded1|Expanded2]
        )
    ;   Term == []
    ->  Expanded = []
    ;   '$term_expansion'(Modules, Term, Expanded)
    ).

% The first answer of the module's hook.
'$call_expansion'(Module, Hook, Term, Expanded) :-
    (   '$has_clauses'(Module, Hook, 4),
        Goal =.. [Hook, Term, _, Expanded, _],
        Module:Goal
    ->  true
    ;   '$has_clauses'(Module, Hook, 2),
        Goal =.. [Hook, Term, Expanded],
        Module:Goal
    ->  true
    ).

'$expansion_module'(Module, Hook, Module) :-
    Module \== user,
    Module \== system,
    '$has_expansion'(Module, Hook).
'$expansion_module'(_, Hook, user) :-
    '$has_expansion'(user, Hook).
'$expansion_module'(_, Hook, system) :-
    '$has_expansion'(system, Hook).

'$has_expansion'(Module, Hook) :-
    (   '$has_clauses'(Module, Hook, 2)
    ->  true
    ;   '$has_clauses'(Module, Hook, 4)
    ).

% True when some term expansion may apply in Module: without one the loader takes a short way.
'$term_expansion_exists'(Module) :-
    '$has_hook'(Module, term_expansion).

'$goal_expansion_exists'(Module) :-
    '$has_hook'(Module, goal_expansion).

'$translate_rules'(Term, Clauses) :-
    var(Term),
    !,
    Clauses = Term.
'$translate_rules'([], Clauses) :-
    !,
    Clauses = [].
'$translate_rules'([Term|Terms], Clauses) :-
    !,
    '$translate_rules'(Term, Clause),
    '$translate_rules'(Terms, Rest),
    (   Clause == []
    ->  Clauses = Rest
    ;   nonvar(Clause),
        Clause = [_|_]
    ->  '$append'(Clause, Rest, Clauses)
    ;   Clauses = [Clause|Rest]
    ).
'$translate_rules'((Head --> Body), Clause) :-
    !,
    dcg_translate_rule((Head --> Body), Clause).
'$translate_rules'(Term, Term).

'$expand_bodies'(Term, _, Expanded) :-
    var(Term),
    !,
    Expanded = Term.
'$expand_bodies'([], _, Expanded) :-
    !,
    Expanded = [].
'$expand_bodies'([Term|Terms], Module, [Expanded|More]) :-
    !,
    '$expand_bodies'(Term, Module, Expanded),
    '$expand_bodies'(Terms, Module, More).
'$expand_bodies'((Head :- Body), Module, Expanded) :-
    !,
    '$expand_goal'(Body, Module, [], Body1),
    Expanded = (Head :- Body1).
'$expand_bodies'((:- Body), Module, Expanded) :-
    !,
    '$expand_goal'(Body, Module, [], Body1),
    Expanded = (:- Body1).
'$expand_bodies'(Term, _, Term).

%! expand_goal(+Goal, -Expanded) is det.
expand_goal(Goal, Expanded) :-
    '$source_module'(Module),
    (   '$goal_expansion_exists'(Module)
    ->  '$expand_goal'(Goal, Module, [], Expanded)
    ;   Expanded = Goal
    ).

% Seen holds the goals this one was expanded from: meeting a variant of one again ends the expansion.
'$expand_goal'(Goal, _, _, Expanded) :-
    \+ callable(Goal),
    !,
    Expanded = Goal.
'$expand_goal'(Module:Goal, _, Seen, Expanded) :-
    !,
    (   atom(Module)
    ->  '$expand_goal'(Goal, Module, Seen, Goal1),
        Expanded = Module:Goal1
    ;   Expanded = Module:Goal
    ).
'$expand_goal'(Goal, Module, Seen, Expanded) :-
    \+ '$seen_goal'(Goal, Seen),
    '$goal_expansion'(Module, Goal, Goal1),
    !,
    '$expand_goal'(Goal1, Module, [Goal|Seen], Expanded).
'$expand_goal'(Goal, Module, _, Expanded) :-
    '$expandable_arguments'(Goal, Module, Head),
    !,
    functor(Goal, Name, Arity),
    functor(Expanded, Name, Arity),
    '$expand_arguments'(1, Arity, Head, Goal, Module, Expanded).
'$expand_goal'(Goal, _, _, Goal).

'$seen_goal'(Goal, Seen) :-
    '$member'(Old, Seen),
    Old =@= Goal,
    !.

'$goal_expansion'(Module, Goal, Expanded) :-
    '$expansion_module'(Module, goal_expansion, Where),
    '$call_expansion'(Where, goal_expansion, Goal, Expanded),
    Expanded \== Goal,
    !.

'$expandable_arguments'(Goal, _, Head) :-
    '$control_arguments'(Goal, Head),
    !.
'$expandable_arguments'(Goal, Module, Head) :-
    compound(Goal),
    functor(Goal, Name, Arity),
    '$pred_property'(Module, Name/Arity, meta_predicate(Head)),
    !.

'$control_arguments'((_, _), (0, 0)).
'$control_arguments'((_ ; _), (0 ; 0)).
'$control_arguments'((_ -> _), (0 -> 0)).
'$control_arguments'((_ *-> _), (0 *-> 0)).
'$control_arguments'(\+ _, \+ 0).
'$control_arguments'(findall(_, _, _), findall(?, 0, -)).
'$control_arguments'(findall(_, _, _, _), findall(?, 0, -, ?)).
'$control_arguments'(catch(_, _, _), catch(0, ?, 0)).
'$control_arguments'(call(_), call(0)).
'$control_arguments'(setup_call_cleanup(_, _, _), setup_call_cleanup(0, 0, 0)).

'$expand_arguments'(N, Arity, Head, Goal, Module, Expanded) :-
    (   N > Arity
    ->  true
    ;   arg(N, Head, Mode),
        arg(N, Goal, Argument),
        arg(N, Expanded, Argument1),
        '$expand_argument'(Mode, Argument, Module, Argument1),
        N1 is N + 1,
        '$expand_arguments'(N1, Arity, Head, Goal, Module, Expanded)
    ).

'$expand_argument'(Mode, Argument, Module, Expanded) :-
    (   Mode == 0
    ->  '$expand_goal'(Argument, Module, [], Expanded)
    ;   Mode == (^)
    ->  '$expand_quantified'(Argument, Module, Expanded)
    ;   Expanded = Argument
    ).

'$expand_quantified'(Goal, Module, Expanded) :-
    (   nonvar(Goal),
        Goal = Variables^Inner
    ->  '$expand_quantified'(Inner, Module, Inner1),
        Expanded = Variables^Inner1
    ;   '$expand_goal'(Goal, Module, [], Expanded)
    ).
