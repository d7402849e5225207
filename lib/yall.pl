% SPDX-License-Identifier: MIT
%
% yall.pl - lambda expressions: [X, Y]>>Goal, and Free/[X]>>Goal.
%
% A call of Parameters>>Goal works on a copy of it, so that it can be called again; variables of Free
% are shared with the rest of the clause instead. Arguments beyond the parameters go to Goal.

:- module(yall, [
    (>>)/2,
    (>>)/3,
    (>>)/4,
    (>>)/5,
    (>>)/6,
    (>>)/7,
    (>>)/8,
    (>>)/9,
    (/)/2,
    (/)/3,
    (/)/4,
    (/)/5,
    (/)/6,
    (/)/7,
    (/)/8,
    (/)/9
]).
:- meta_predicate('>>'(?, 0)).
:- meta_predicate('>>'(?, 1, ?)).
:- meta_predicate('>>'(?, 2, ?, ?)).
:- meta_predicate('>>'(?, 3, ?, ?, ?)).
:- meta_predicate('>>'(?, 4, ?, ?, ?, ?)).
:- meta_predicate('>>'(?, 5, ?, ?, ?, ?, ?)).
:- meta_predicate('>>'(?, 6, ?, ?, ?, ?, ?, ?)).
:- meta_predicate('>>'(?, 7, ?, ?, ?, ?, ?, ?, ?)).
:- meta_predicate('/'(?, 0)).
:- meta_predicate('/'(?, 1, ?)).
:- meta_predicate('/'(?, 2, ?, ?)).
:- meta_predicate('/'(?, 3, ?, ?, ?)).
:- meta_predicate('/'(?, 4, ?, ?, ?, ?)).
:- meta_predicate('/'(?, 5, ?, ?, ?, ?, ?)).
:- meta_predicate('/'(?, 6, ?, ?, ?, ?, ?, ?)).
:- meta_predicate('/'(?, 7, ?, ?, ?, ?, ?, ?, ?)).

%! >>(+Parameters, :Goal, ?A1, ...) is nondet.
%  Calls a copy of Goal after unifying the Parameters with the arguments.
'>>'(Parameters, Goal) :-
    call_lambda(Parameters>>Goal, []).

'>>'(Parameters, Goal, A1) :-
    call_lambda(Parameters>>Goal, [A1]).

'>>'(Parameters, Goal, A1, A2) :-
    call_lambda(Parameters>>Goal, [A1, A2]).

'>>'(Parameters, Goal, A1, A2, A3) :-
    call_lambda(Parameters>>Goal, [A1, A2, A3]).

'>>'(Parameters, Goal, A1, A2, A3, A4) :-
    call_lambda(Parameters>>Goal, [A1, A2, A3, A4]).

'>>'(Parameters, Goal, A1, A2, A3, A4, A5) :-
    call_lambda(Parameters>>Goal, [A1, A2, A3, A4, A5]).

'>>'(Parameters, Goal, A1, A2, A3, A4, A5, A6) :-
    call_lambda(Parameters>>Goal, [A1, A2, A3, A4, A5, A6]).

'>>'(Parameters, Goal, A1, A2, A3, A4, A5, A6, A7) :-
    call_lambda(Parameters>>Goal, [A1, A2, A3, A4, A5, A6, A7]).

%! /(+Free, :Lambda, ?A1, ...) is nondet.
%  Lambda is Parameters>>Goal or a closure; the variables of Free are not renamed.
'/'(Free, Lambda) :-
    call_lambda(Free/Lambda, []).

'/'(Free, Lambda, A1) :-
    call_lambda(Free/Lambda, [A1]).

'/'(Free, Lambda, A1, A2) :-
    call_lambda(Free/Lambda, [A1, A2]).

'/'(Free, Lambda, A1, A2, A3) :-
    call_lambda(Free/Lambda, [A1, A2, A3]).

'/'(Free, Lambda, A1, A2, A3, A4) :-
    call_lambda(Free/Lambda, [A1, A2, A3, A4]).

'/'(Free, Lambda, A1, A2, A3, A4, A5) :-
    call_lambda(Free/Lambda, [A1, A2, A3, A4, A5]).

'/'(Free, Lambda, A1, A2, A3, A4, A5, A6) :-
    call_lambda(Free/Lambda, [A1, A2, A3, A4, A5, A6]).

'/'(Free, Lambda, A1, A2, A3, A4, A5, A6, A7) :-
    call_lambda(Free/Lambda, [A1, A2, A3, A4, A5, A6, A7]).

call_lambda(Lambda, Arguments) :-
    copy_lambda(Lambda, Parameters, Goal),
    bind_parameters(Parameters, Arguments, Others),
    call_goal(Others, Goal).

% Free variables stand before a slash, outside of the module or inside the parameters.
copy_lambda(Lambda, Parameters, Goal) :-
    split_lambda(Lambda, Free, Parameters0, Goal0),
    copy_term(Free-Parameters0-Goal0, Free-Parameters-Goal).

split_lambda(Lambda, Free, Parameters, Goal) :-
    (   Lambda = (Parameters0>>Goal0)
    ->  free_parameters(Parameters0, Free, Parameters),
        Goal = Goal0
    ;   Lambda = Free0/Inner0,
        strip(Inner0, Module, Inner),
        (   nonvar(Inner),
            Inner = (Parameters0>>Goal0)
        ->  Free = Free0,
            Parameters = Parameters0,
            qualify(Module, Goal0, Goal)
        ;   Free = Free0,
            Parameters = [],
            Goal = Inner0
        )
    ).

free_parameters(Parameters0, Free, Parameters) :-
    (   nonvar(Parameters0),
        Parameters0 = Free0/Parameters1
    ->  Free = Free0,
        Parameters = Parameters1
    ;   Free = [],
        Parameters = Parameters0
    ).

strip(Goal, Module, Plain) :-
    (   nonvar(Goal),
        Goal = Module0:Plain0
    ->  Module = Module0,
        Plain = Plain0
    ;   Module = [],
        Plain = Goal
    ).

qualify(Module, Goal0, Goal) :-
    (   Module == []
    ->  Goal = Goal0
    ;   Goal = Module:Goal0
    ).

bind_parameters(Parameters, Arguments, Others) :-
    (   Parameters == []
    ->  Others = Arguments
    ;   Arguments == []
    ->  Others = []
    ;   Parameters = [Argument|Parameters1],
        Arguments = [Argument|Arguments1],
        bind_parameters(Parameters1, Arguments1, Others)
    ).

call_goal([], Goal) :-
    call(Goal).
call_goal([Argument|Arguments], Goal) :-
    Call =.. [call, Goal, Argument|Arguments],
    call(Call).
