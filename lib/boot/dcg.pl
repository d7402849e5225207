% SPDX-License-Identifier: MIT
%
% dcg.pl - grammar rules (ISO/IEC TS 13211-3) and phrase/2,3.
%
% A body becomes a goal with two more arguments, the list before and after what it describes. Terminals are lists, whether
% cells or packed text, or strings. A list of terminals that starts the body of a rule goes into the head, where indexing
% sees it; every other one is unified in its place, so that no rule binds anything before its turn.

:- module(system, []).

:- meta_predicate((phrase(//, ?), phrase(//, ?, ?), call_dcg(//, ?, ?))).

%! dcg_translate_rule(+Rule, -Clause) is det.
%  Clause is what the grammar rule Rule, Head --> Body, stands for.
dcg_translate_rule(Rule, Clause) :-
    (   var(Rule)
    ->  throw(error(instantiation_error, context(dcg_translate_rule/2, _)))
    ;   Rule = (Head --> Body)
    ->  '$dcg_finite'(Rule),
        '$dcg_rule'(Head, Body, Clause0),
        Clause = Clause0
    ;   throw(error(type_error(grammar_rule, Rule), context(dcg_translate_rule/2, _)))
    ).

%! dcg_translate_rule(+Rule, ?RulePosition, -Clause, ?ClausePosition) is det.
%  As dcg_translate_rule/2. Positions of terms are not followed: both are left as they are.
dcg_translate_rule(Rule, _, Clause, _) :-
    dcg_translate_rule(Rule, Clause).

'$dcg_rule'(Head, _, _) :-
    var(Head),
    !,
    '$dcg_error'(instantiation_error).
'$dcg_rule'((Head, Pushback), Body, Clause) :-
    !,
    '$dcg_head'(Head, S0, S, Extended),
    '$dcg_body'(Body, S0, S1, Goal1),
    '$dcg_pushback'(Pushback, S, S1, Goal2),
    '$dcg_first_terminals'(Body, Goal1, Goal3),
    '$dcg_join'(Goal3, Goal2, Goal),
    '$dcg_clause'(Goal, Extended, Clause).
'$dcg_rule'(Head, Body, Clause) :-
    '$dcg_head'(Head, S0, S, Extended),
    '$dcg_body'(Body, S0, S, Goal1),
    '$dcg_first_terminals'(Body, Goal1, Goal),
    '$dcg_clause'(Goal, Extended, Clause).

'$dcg_clause'(Goal, Head, Clause) :-
    (   Goal == true
    ->  Clause = Head
    ;   Clause = (Head :- Goal)
    ).

% Carries out the unification that Goal0, the translation of Body, starts with because of terminals.
'$dcg_first_terminals'(Body, Goal0, Goal) :-
    (   var(Body)
    ->  Goal = Goal0
    ;   Body = (First, _)
    ->  Goal0 = (Goal1, Goal2),
        '$dcg_first_terminals'(First, Goal1, Goal3),
        '$dcg_join'(Goal3, Goal2, Goal)
    ;   '$dcg_terminals'(Body, _)
    ->  Goal0 = (S = S),
        Goal = true
    ;   Goal = Goal0
    ).

'$dcg_head'(Head, S0, S, Extended) :-
    (   var(Head)
    ->  '$dcg_error'(instantiation_error)
    ;   Head = Module:Plain,
        atom(Module)
    ->  Extended = Module:Extended1,
        '$dcg_head'(Plain, S0, S, Extended1)
    ;   callable(Head),
        \+ Head = [_|_],
        Head \== []
    ->  '$dcg_extend'(Head, S0, S, Extended)
    ;   '$dcg_error'(type_error(callable, Head))
    ).

% What is pushed back stands in front of the rest: S is Pushback followed by S1.
'$dcg_pushback'(Pushback, S, S1, Goal) :-
    (   '$dcg_terminals'(Pushback, Elements)
    ->  '$dcg_unify_terminals'(Elements, S, S1, Goal)
    ;   var(Pushback)
    ->  '$dcg_error'(instantiation_error)
    ;   '$dcg_error'(type_error(list, Pushback))
    ).

'$dcg_finite'(Term) :-
    (   acyclic_term(Term)
    ->  true
    ;   '$dcg_error'(type_error(acyclic_term, Term))
    ).

'$dcg_error'(Formal) :-
    throw(error(Formal, context((-->)/2, _))).

'$dcg_extend'(Goal, S0, S, Extended) :-
    Goal =.. Parts0,
    '$append'(Parts0, [S0, S], Parts),
    Extended =.. Parts.

'$dcg_join'(Goal1, Goal2, Goal) :-
    (   Goal1 == true
    ->  Goal = Goal2
    ;   Goal2 == true
    ->  Goal = Goal1
    ;   Goal = (Goal1, Goal2)
    ).

'$dcg_body'(Body, S0, S, Goal) :-
    var(Body),
    !,
    Goal = phrase(Body, S0, S).
'$dcg_body'(Module:Body, S0, S, Goal) :-
    atom(Module),
    !,
    '$dcg_qualified'(Body, Module, S0, S, Goal).
'$dcg_body'((A, B), S0, S, Goal) :-
    !,
    Goal = (GoalA, GoalB),
    '$dcg_body'(A, S0, S1, GoalA),
    '$dcg_body'(B, S1, S, GoalB).
'$dcg_body'((A ; B), S0, S, Goal) :-
    !,
    Goal = (GoalA ; GoalB),
    '$dcg_body'(A, S0, S, GoalA),
    '$dcg_body'(B, S0, S, GoalB).
'$dcg_body'('|'(A, B), S0, S, Goal) :-
    !,
    Goal = (GoalA ; GoalB),
    '$dcg_body'(A, S0, S, GoalA),
    '$dcg_body'(B, S0, S, GoalB).
'$dcg_body'((A -> B), S0, S, Goal) :-
    !,
    Goal = (GoalA -> GoalB),
    '$dcg_body'(A, S0, S1, GoalA),
    '$dcg_body'(B, S1, S, GoalB).
'$dcg_body'((A *-> B), S0, S, Goal) :-
    !,
    Goal = (GoalA *-> GoalB),
    '$dcg_body'(A, S0, S1, GoalA),
    '$dcg_body'(B, S1, S, GoalB).
'$dcg_body'(!, S0, S, Goal) :-
    !,
    Goal = (!, S0 = S).
'$dcg_body'({}, S0, S, Goal) :-
    !,
    Goal = (S0 = S).
'$dcg_body'({Plain}, S0, S, Goal) :-
    !,
    Goal = (Plain, S0 = S).
'$dcg_body'(\+ A, S0, S, Goal) :-
    !,
    Goal = (\+ GoalA, S0 = S),
    '$dcg_body'(A, S0, _, GoalA).
'$dcg_body'(Call, S0, S, Goal) :-
    compound(Call),
    functor(Call, call, _),
    !,
    '$dcg_extend'(Call, S0, S, Goal).
'$dcg_body'(Terminals, S0, S, Goal) :-
    '$dcg_terminals'(Terminals, Elements),
    !,
    '$dcg_unify_terminals'(Elements, S0, S, Goal).
'$dcg_body'(NonTerminal, S0, S, Goal) :-
    (   callable(NonTerminal),
        \+ NonTerminal = [_|_]
    ->  '$dcg_extend'(NonTerminal, S0, S, Goal)
    ;   NonTerminal = [_|_]
    ->  '$dcg_error'(type_error(list, NonTerminal))
    ;   '$dcg_error'(type_error(callable, NonTerminal))
    ).

'$dcg_qualified'(Body, Module, S0, S, Goal) :-
    (   var(Body)
    ->  Goal = phrase(Module:Body, S0, S)
    ;   Body = Inner:Body1,
        atom(Inner)
    ->  '$dcg_qualified'(Body1, Inner, S0, S, Goal)
    ;   '$dcg_body'(Body, S0, S, Goal1),
        (   '$dcg_terminals'(Body, _)
        ->  Goal = Goal1
        ;   Goal = Module:Goal1
        )
    ).

% Elements is Terminals as a list of cells; fails if it is neither a list nor a string.
'$dcg_terminals'(Terminals, Elements) :-
    (   Terminals == []
    ->  Elements = []
    ;   nonvar(Terminals),
        Terminals = [_|_]
    ->  (   is_list(Terminals)
        ->  Elements = Terminals
        ;   '$partial_list'(Terminals)
        ->  '$dcg_error'(instantiation_error)
        )
    ;   string(Terminals)
    ->  '$string_elements'(Terminals, Elements)
    ).

% A string stands for its codes, or for its characters if that is what double quotes mean.
'$string_elements'(String, Elements) :-
    (   current_prolog_flag(double_quotes, chars)
    ->  atom_string(Atom, String),
        atom_chars(Atom, Elements)
    ;   atom_string(Atom, String),
        atom_codes(Atom, Elements)
    ).

'$dcg_unify_terminals'([], S0, S, S0 = S) :-
    !.
'$dcg_unify_terminals'(Elements, S0, S, S0 = List) :-
    '$append'(Elements, S, List).

%! phrase(:Body, ?List) is nondet.
%! phrase(:Body, ?List, ?Rest) is nondet.
%  Body describes List, or List up to Rest.
phrase(Body, List) :-
    '$phrase'(Body, List, [], phrase/2).

phrase(Body, List, Rest) :-
    '$phrase'(Body, List, Rest, phrase/3).

%! call_dcg(:Body, ?S0, ?S) is nondet.
%  As phrase/3 for states of any type.
call_dcg(Body, S0, S) :-
    '$strip_module'(Body, Module, Plain),
    '$check_body'(Plain, call_dcg/3),
    '$dcg_call'(Plain, Module, S0, S).

'$phrase'(Body, List, Rest, Caller) :-
    '$strip_module'(Body, Module, Plain),
    '$check_body'(Plain, Caller),
    '$check_partial_list'(List, Caller),
    '$check_partial_list'(Rest, Caller),
    '$dcg_call'(Plain, Module, List, Rest).

'$check_body'(Body, Caller) :-
    (   var(Body)
    ->  throw(error(instantiation_error, context(Caller, _)))
    ;   callable(Body)
    ->  true
    ;   string(Body)
    ->  true
    ;   throw(error(type_error(callable, Body), context(Caller, _)))
    ).

% A plain non-terminal is called; only control constructs and terminals are translated.
'$dcg_call'(Body, Module, S0, S) :-
    (   '$dcg_is_control'(Body)
    ->  '$dcg_finite'(Body),
        '$dcg_body'(Body, S1, S2, Goal),
        S1 = S0,
        S2 = S,
        call(Module:Goal)
    ;   call(Module:Body, S0, S)
    ).

'$dcg_is_control'(Body) :-
    (   string(Body)
    ->  true
    ;   '$dcg_control'(Body)
    ).

'$dcg_control'([]).
'$dcg_control'([_|_]).
'$dcg_control'((_, _)).
'$dcg_control'((_ ; _)).
'$dcg_control'('|'(_, _)).
'$dcg_control'((_ -> _)).
'$dcg_control'((_ *-> _)).
'$dcg_control'(\+ _).
'$dcg_control'(!).
'$dcg_control'({}).
'$dcg_control'({_}).
'$dcg_control'(_:_).
'$dcg_control'(Call) :-
    compound(Call),
    functor(Call, call, _).

:- '$protect'([phrase/2, phrase/3]).
