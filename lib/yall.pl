% SPDX-License-Identifier: MIT
%
% yall.pl - lambda expressions.
%
%     [X, Y]>>Goal           parameters X and Y
%     Free/[X, Y]>>Goal      the variables of Free are shared with the clause around the expression
%     Free/Closure           the same without parameters
%     \X^Y^Goal              parameters X and Y, whose variables belong to the expression alone
%
% A call of >> or / works on a copy of the expression, so that it can be called again: what such a call binds is not seen outside, but for
% the variables of Free and the arguments of the call. \X^Y^Goal renames the variables of X and Y only. Arguments beyond the parameters are
% added to the goal; fewer arguments than parameters are an error.

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
    (/)/9,
    (\)/1,
    (\)/2,
    (\)/3,
    (\)/4,
    (\)/5,
    (\)/6,
    (\)/7,
    (\)/8,
    (^)/3,
    (^)/4,
    (^)/5,
    (^)/6,
    (^)/7,
    (^)/8,
    (^)/9,
    is_lambda/1,
    lambda_calls/2,
    lambda_calls/3
]).

:- use_module(library(error), [domain_error/2, instantiation_error/1, must_be/2, type_error/2]).
:- use_module(library(lists), [append/3]).

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
:- meta_predicate('\\'(0)).
:- meta_predicate('\\'(1, ?)).
:- meta_predicate('\\'(2, ?, ?)).
:- meta_predicate('\\'(3, ?, ?, ?)).
:- meta_predicate('\\'(4, ?, ?, ?, ?)).
:- meta_predicate('\\'(5, ?, ?, ?, ?, ?)).
:- meta_predicate('\\'(6, ?, ?, ?, ?, ?, ?)).
:- meta_predicate('\\'(7, ?, ?, ?, ?, ?, ?, ?)).
:- meta_predicate('^'(?, 0, ?)).
:- meta_predicate('^'(?, 1, ?, ?)).
:- meta_predicate('^'(?, 2, ?, ?, ?)).
:- meta_predicate('^'(?, 3, ?, ?, ?, ?)).
:- meta_predicate('^'(?, 4, ?, ?, ?, ?, ?)).
:- meta_predicate('^'(?, 5, ?, ?, ?, ?, ?, ?)).
:- meta_predicate('^'(?, 6, ?, ?, ?, ?, ?, ?, ?)).
:- meta_predicate(lambda_calls(:, -)).
:- meta_predicate(lambda_calls(:, +, -)).

%! >>(+Parameters, :Goal, ?A1, ...) is nondet.
%  Calls a copy of Goal after unifying the Parameters with the arguments.
'>>'(Parameters0, Goal0) :-
    copied(Parameters0, Goal0, Parameters, Goal),
    call_with([], Parameters, Goal).

'>>'(Parameters0, Goal0, A1) :-
    copied(Parameters0, Goal0, Parameters, Goal),
    (   exactly(Parameters, P1)
    ->  P1 = A1,
        call(Goal)
    ;   call_with([A1], Parameters, Goal)
    ).

'>>'(Parameters0, Goal0, A1, A2) :-
    copied(Parameters0, Goal0, Parameters, Goal),
    (   exactly(Parameters, P1, P2)
    ->  P1 = A1,
        P2 = A2,
        call(Goal)
    ;   call_with([A1, A2], Parameters, Goal)
    ).

'>>'(Parameters0, Goal0, A1, A2, A3) :-
    copied(Parameters0, Goal0, Parameters, Goal),
    (   exactly(Parameters, P1, P2, P3)
    ->  P1 = A1,
        P2 = A2,
        P3 = A3,
        call(Goal)
    ;   call_with([A1, A2, A3], Parameters, Goal)
    ).

'>>'(Parameters0, Goal0, A1, A2, A3, A4) :-
    copied(Parameters0, Goal0, Parameters, Goal),
    (   exactly(Parameters, P1, P2, P3, P4)
    ->  P1 = A1,
        P2 = A2,
        P3 = A3,
        P4 = A4,
        call(Goal)
    ;   call_with([A1, A2, A3, A4], Parameters, Goal)
    ).

'>>'(Parameters0, Goal0, A1, A2, A3, A4, A5) :-
    copied(Parameters0, Goal0, Parameters, Goal),
    call_with([A1, A2, A3, A4, A5], Parameters, Goal).

'>>'(Parameters0, Goal0, A1, A2, A3, A4, A5, A6) :-
    copied(Parameters0, Goal0, Parameters, Goal),
    call_with([A1, A2, A3, A4, A5, A6], Parameters, Goal).

'>>'(Parameters0, Goal0, A1, A2, A3, A4, A5, A6, A7) :-
    copied(Parameters0, Goal0, Parameters, Goal),
    call_with([A1, A2, A3, A4, A5, A6, A7], Parameters, Goal).

% Parameters is a list of this length; the others are its elements.
exactly([P1|Ps], P1) :-
    Ps == [].

exactly([P1|Ps], P1, P2) :-
    nonvar(Ps),
    exactly(Ps, P2).

exactly([P1|Ps], P1, P2, P3) :-
    nonvar(Ps),
    exactly(Ps, P2, P3).

exactly([P1|Ps], P1, P2, P3, P4) :-
    nonvar(Ps),
    exactly(Ps, P2, P3, P4).

%! /(+Free, :Lambda, ?A1, ...) is nondet.
%  Calls a copy of Lambda, an expression or a closure; the variables of Free are not renamed.
'/'(Free, Lambda0) :-
    with_free(Lambda0, Free, Lambda),
    call(Lambda).

'/'(Free, Lambda0, A1) :-
    with_free(Lambda0, Free, Lambda),
    call(Lambda, A1).

'/'(Free, Lambda0, A1, A2) :-
    with_free(Lambda0, Free, Lambda),
    call(Lambda, A1, A2).

'/'(Free, Lambda0, A1, A2, A3) :-
    with_free(Lambda0, Free, Lambda),
    call(Lambda, A1, A2, A3).

'/'(Free, Lambda0, A1, A2, A3, A4) :-
    with_free(Lambda0, Free, Lambda),
    call(Lambda, A1, A2, A3, A4).

'/'(Free, Lambda0, A1, A2, A3, A4, A5) :-
    with_free(Lambda0, Free, Lambda),
    call(Lambda, A1, A2, A3, A4, A5).

'/'(Free, Lambda0, A1, A2, A3, A4, A5, A6) :-
    with_free(Lambda0, Free, Lambda),
    call(Lambda, A1, A2, A3, A4, A5, A6).

'/'(Free, Lambda0, A1, A2, A3, A4, A5, A6, A7) :-
    with_free(Lambda0, Free, Lambda),
    call(Lambda, A1, A2, A3, A4, A5, A6, A7).

% A call of >> makes the copy itself.
with_free(Lambda0, Free, Lambda) :-
    (   nonvar(Lambda0),
        Lambda0 = Module:Lambda1
    ->  Lambda = Module:Lambda2,
        with_free(Lambda1, Free, Lambda2)
    ;   nonvar(Lambda0),
        Lambda0 = (Parameters0>>Goal)
    ->  (   nonvar(Parameters0),
            Parameters0 = Free1/Parameters
        ->  Lambda = (((Free+Free1)/Parameters)>>Goal)
        ;   Lambda = ((Free/Parameters0)>>Goal)
        )
    ;   copy_term_nat(Free/Lambda0, Free/Lambda)
    ).

%! \(:Lambda, ?A1, ...) is nondet.
%  Lambda is X^Y^...^Goal: calls it after renaming the variables of X, Y, ...
\(Lambda0) :-
    renamed(Lambda0, Lambda),
    without_parameters(Lambda, Goal),
    call(Goal).

% The goal of X^Y^...^Goal, which nothing is passed to.
without_parameters(Lambda, Goal) :-
    (   nonvar(Lambda),
        Lambda = _^Inner
    ->  without_parameters(Inner, Goal)
    ;   nonvar(Lambda),
        Lambda = Module:Inner
    ->  Goal = Module:Plain,
        without_parameters(Inner, Plain)
    ;   Goal = Lambda
    ).

\(Lambda0, A1) :-
    renamed(Lambda0, Lambda),
    call(Lambda, A1).

\(Lambda0, A1, A2) :-
    renamed(Lambda0, Lambda),
    call(Lambda, A1, A2).

\(Lambda0, A1, A2, A3) :-
    renamed(Lambda0, Lambda),
    call(Lambda, A1, A2, A3).

\(Lambda0, A1, A2, A3, A4) :-
    renamed(Lambda0, Lambda),
    call(Lambda, A1, A2, A3, A4).

\(Lambda0, A1, A2, A3, A4, A5) :-
    renamed(Lambda0, Lambda),
    call(Lambda, A1, A2, A3, A4, A5).

\(Lambda0, A1, A2, A3, A4, A5, A6) :-
    renamed(Lambda0, Lambda),
    call(Lambda, A1, A2, A3, A4, A5, A6).

\(Lambda0, A1, A2, A3, A4, A5, A6, A7) :-
    renamed(Lambda0, Lambda),
    call(Lambda, A1, A2, A3, A4, A5, A6, A7).

%! ^(?Parameter, :Goal, ?A1, ...) is nondet.
%  Unifies Parameter with A1 and calls Goal with the other arguments. With two arguments, ^ is built in.
^(A1, Goal, A1) :-
    call(Goal).

^(A1, Goal, A1, A2) :-
    call(Goal, A2).

^(A1, Goal, A1, A2, A3) :-
    call(Goal, A2, A3).

^(A1, Goal, A1, A2, A3, A4) :-
    call(Goal, A2, A3, A4).

^(A1, Goal, A1, A2, A3, A4, A5) :-
    call(Goal, A2, A3, A4, A5).

^(A1, Goal, A1, A2, A3, A4, A5, A6) :-
    call(Goal, A2, A3, A4, A5, A6).

^(A1, Goal, A1, A2, A3, A4, A5, A6, A7) :-
    call(Goal, A2, A3, A4, A5, A6, A7).

renamed(Lambda0, Lambda) :-
    (   var(Lambda0)
    ->  instantiation_error(Lambda0)
    ;   Lambda0 = Module:Lambda1
    ->  Lambda = Module:Lambda2,
        renamed(Lambda1, Lambda2)
    ;   Lambda0 = _^_
    ->  hat_parameters(Lambda0, Local),
        term_variables(Local, LocalVariables),
        term_variables(Lambda0, Variables),
        without(Variables, LocalVariables, Global),
        copy_term_nat(Global-Lambda0, Global-Lambda)
    ;   type_error(lambda_expression, \Lambda0)
    ).

hat_parameters(Body, Parameters) :-
    (   nonvar(Body),
        Body = Parameter^Body1
    ->  Parameters = [Parameter|Parameters1],
        hat_parameters(Body1, Parameters1)
    ;   Parameters = []
    ).

without([], _, []).
without([X|Xs], Ys, Zs) :-
    (   is_among(Ys, X)
    ->  Zs = Zs1
    ;   Zs = [X|Zs1]
    ),
    without(Xs, Ys, Zs1).

is_among([Y|Ys], X) :-
    (   X == Y
    ->  true
    ;   is_among(Ys, X)
    ).

% The parts of a copy of an expression; free variables stand before a slash in the parameters.
copied(Parameters0, Goal0, Parameters, Goal) :-
    (   nonvar(Parameters0),
        Parameters0 = Free/Parameters1
    ->  copy_term_nat(Free-Parameters1-Goal0, Free-Parameters-Goal)
    ;   copy_term_nat(Parameters0-Goal0, Parameters-Goal)
    ).

% Parameters may be a partial list: its tail takes the arguments that are left.
call_with(Arguments, Parameters, Goal) :-
    bound(Parameters, Arguments, Others, Parameters, Goal),
    (   Others == []
    ->  call(Goal)
    ;   Call =.. [call, Goal|Others],
        call(Call)
    ).

bound(Parameters, Arguments, Others, All, Goal) :-
    (   var(Parameters)
    ->  Others = [],
        Parameters = Arguments
    ;   Parameters == []
    ->  Others = Arguments
    ;   Parameters = [Parameter|Parameters1]
    ->  (   Arguments = [Argument|Arguments1]
        ->  Parameter = Argument,
            bound(Parameters1, Arguments1, Others, All, Goal)
        ;   domain_error(lambda_parameters, All>>Goal)
        )
    ;   type_error(list, All)
    ).

%! is_lambda(@Term) is semidet.
%  Term is Parameters>>Goal, Free/Lambda or \X^Body.
is_lambda(Term) :-
    nonvar(Term),
    lambda(Term).

lambda(_>>_).
lambda(_/Lambda) :-
    callable(Lambda).
lambda(\Lambda) :-
    nonvar(Lambda),
    Lambda = _^_.

%! lambda_calls(:Lambda, -Goal) is det.
%! lambda_calls(:Lambda, +Extra, -Goal) is det.
%  Goal is what a call of Lambda with Extra more arguments (none) would call; Extra is a number, or the list of the arguments.
lambda_calls(Lambda, Goal) :-
    lambda_calls(Lambda, [], Goal).

lambda_calls(Lambda, Extra, Goal) :-
    strip_module(Lambda, _, Plain),
    (   integer(Extra)
    ->  must_be(nonneg, Extra),
        length(Arguments, Extra)
    ;   must_be(list, Extra),
        Arguments = Extra
    ),
    called(Plain, Arguments, Goal0),
    Goal = Goal0.

called(Lambda, Arguments, Goal) :-
    (   var(Lambda)
    ->  instantiation_error(Lambda)
    ;   Lambda = (Parameters0>>Goal0)
    ->  copied(Parameters0, Goal0, Parameters, Goal1),
        bound(Parameters, Arguments, Others, Parameters, Goal1),
        called_inside(Goal1, Others, Goal)
    ;   Lambda = Free/Lambda0
    ->  with_free(Lambda0, Free, Lambda1),
        called_inside(Lambda1, Arguments, Goal)
    ;   Lambda = \Local0
    ->  renamed(Local0, Local),
        called_inside(Local, Arguments, Goal)
    ;   type_error(lambda_expression, Lambda)
    ).

called_inside(Goal0, Arguments, Goal) :-
    (   nonvar(Goal0),
        Goal0 = Parameter^Body,
        Arguments = [Argument|Arguments1]
    ->  Parameter = Argument,
        called_inside(Body, Arguments1, Goal)
    ;   is_lambda(Goal0)
    ->  called(Goal0, Arguments, Goal)
    ;   Arguments == []
    ->  Goal = Goal0
    ;   nonvar(Goal0),
        Goal0 = Module:Goal1
    ->  Goal = Module:Goal2,
        called_inside(Goal1, Arguments, Goal2)
    ;   must_be(callable, Goal0),
        Goal0 =.. [Name|Own],
        append(Own, Arguments, All),
        Goal =.. [Name|All]
    ).
