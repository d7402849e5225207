% SPDX-License-Identifier: MIT
%
% 7.4: Prolog text. Directives and their effects, by loading small files; and their errors, by calling them as goals.

:- multifile(user:message_hook/3).
:- dynamic(user:message_hook/3).
:- dynamic(said/1).

% Loads Lines as the file Name and gives the formal terms of the errors that were told, and other messages.
load_lines(Name, Lines, Messages) :-
    retractall(said(_)),
    asserta((user:message_hook(Term, Kind, _) :- member(Kind, [error, warning]), note(Term))),
    load_lines(Name, Lines),
    retractall(user:message_hook(_, _, _)),
    findall(Message, said(Message), Messages).

note(at(_, _, _, Message)) :-
    !,
    note(Message).
note(directive_raised(_, Error)) :-
    !,
    note(Error).
note(error(Formal, _)) :-
    !,
    assertz(said(Formal)).
note(Message) :-
    assertz(said(Message)).

% Loads Lines as the file Name.
load_lines(Name, Lines) :-
    write_lines(Name, Lines, Path),
    consult(Path).

write_lines(Name, Lines, Path) :-
    tr_scratch(Name, Path),
    open(Path, write, Out),
    put_lines(Lines, Out),
    close(Out).

put_lines([], _).
put_lines([Line|Lines], Out) :-
    put_line(Line, Out),
    nl(Out),
    put_lines(Lines, Out).

put_line([], _).
put_line([C|Cs], Out) :-
    put_char(Out, C),
    put_line(Cs, Out).

path_text(Path, Chars) :-
    atom_chars(Path, Chars).

% 7.4.2 Directives

?- load_lines('d_if.pl', [":- if(fail).", "d_if(wrong).", ":- elif(true).", "d_if(right).", ":- else.", "d_if(wrong).", ":- endif.",
                          ":- if(true).", ":- if(fail).", "d_if(wrong).", ":- endif.", "d_if(too).", ":- endif."]),
   findall(X, d_if(X), L).
   L = [right, too].
?- load_lines('d_goal.pl', [":- write(a).", "d_goal.", ":- write(b)."]), d_goal.
   outputs "ab".
% A directive that fails or raises is told about, and the load goes on.
?- load_lines('d_bad.pl', [":- fail.", "d_bad(1).", ":- throw(oops).", "d_bad(2).", ":- atom_length(_, _).", ":- no_such_directive(1).",
                           "d_bad(3)."], M), findall(X, d_bad(X), L).
   M = [directive_failed(fail), oops, instantiation_error, existence_error(procedure, no_such_directive/1)], L = [1, 2, 3].
?- load_lines('d_variable.pl', [":- _.", ":- 4.", "d_variable."], M), d_variable.
   M = [instantiation_error, type_error(callable, 4)].

% 7.4.2.1 dynamic/1

?- load_lines('d_dynamic.pl', [":- dynamic(d_dyn/1).", ":- dynamic([d_dyn1/1, d_dyn2/2]).", ":- dynamic((d_dyn3/0, d_dyn4/0)).",
                               "d_dyn1(a)."]).
   true.
?- d_dyn(_).
   false.
?- d_dyn2(_, _).
   false.
?- d_dyn3 ; d_dyn4.
   false.
?- assertz(d_dyn1(b)), findall(X, d_dyn1(X), L).
   L = [a, b].
?- clause(d_dyn1(a), B).
   B = true.
?- load_lines('d_dynamic2.pl', [":- dynamic d_dyn7/1, d_dyn8/1.", ":- dynamic d_dyn9//1.",
                                ":- dynamic(d_dyn10/0 as incremental)."], M), \+ d_dyn7(_), \+ d_dyn8(_), \+ d_dyn9(_, _, _), \+ d_dyn10.
   M = [].
?- dynamic(_).
   error(instantiation_error, _).
?- dynamic(d_dyn/_).
   error(instantiation_error, _).
?- dynamic(_/1).
   error(instantiation_error, _).
?- dynamic([d_dyn/1|_]).
   error(instantiation_error, _).
?- dynamic((d_dyn/1, _)).
   error(instantiation_error, _).
?- dynamic(d_dyn).
   error(type_error(predicate_indicator, d_dyn), _).
?- dynamic(3/1).
   error(type_error(atom, 3), _).
?- dynamic(d_dyn/a).
   error(type_error(integer, a), _).
?- dynamic(d_dyn/(-1)).
   error(domain_error(not_less_than_zero, -1), _).
?- dynamic(atom_length/2).
   error(permission_error(modify, static_procedure, atom_length/2), _).
?- dynamic((',')/2).
   error(permission_error(modify, static_procedure, (',')/2), _).
?- catch(dynamic([d_partly/1, 3/1]), _, true), catch(d_partly(_), error(E, _), true).
   E = existence_error(procedure, d_partly/1).
?- catch(dynamic([d_partly/1, atom_length/2]), _, true), catch(d_partly(_), error(E, _), true).
   E = existence_error(procedure, d_partly/1).

% 7.4.2.2 multifile/1

?- load_lines('d_multi1.pl', [":- multifile(d_multi/1).", ":- dynamic(d_multi/1).", "d_multi(1)."]),
   load_lines('d_multi2.pl', [":- multifile(d_multi/1).", "d_multi(2)."]), findall(X, d_multi(X), L).
   L = [1, 2].
?- load_lines('d_multi1.pl', [":- multifile(d_multi/1).", ":- dynamic(d_multi/1).", "d_multi(one)."]), findall(X, d_multi(X), L),
   msort(L, S).
   check(S == [2, one]), check(is_list(L)).
?- load_lines('d_multi3.pl', [":- multifile(d_hook/1)."], M), \+ d_hook(_).
   M = [].
?- multifile(_).
   error(instantiation_error, _).
?- multifile(d_multi/_).
   error(instantiation_error, _).
?- multifile(d_multi).
   error(type_error(predicate_indicator, d_multi), _).
?- multifile(d_multi/a).
   error(type_error(integer, a), _).
?- multifile("d"/1).
   error(type_error(atom, "d"), _).
?- multifile(atom/1).
   error(permission_error(modify, static_procedure, atom/1), _).

% 7.4.2.3 discontiguous/1

?- load_lines('d_disc.pl', [":- discontiguous(d_disc/1).", "d_disc(1).", "d_other.", "d_disc(2)."], M), findall(X, d_disc(X), L).
   M = [], L = [1, 2].
?- load_lines('d_disc.pl', ["d_disc(1).", "d_other.", "d_disc(2)."], M), findall(X, d_disc(X), L).
   M = [discontiguous(d_disc/1)], L = [1, 2].
?- discontiguous(_).
   error(instantiation_error, _).
?- discontiguous([_]).
   error(instantiation_error, _).
?- discontiguous(d_disc).
   error(type_error(predicate_indicator, d_disc), _).
?- discontiguous(d_disc/(-2)).
   error(domain_error(not_less_than_zero, -2), _).
?- discontiguous(atom/1).
   error(permission_error(modify, static_procedure, atom/1), _).

% 7.4.2.4 op/3 as a directive

?- load_lines('d_op.pl', [":- op(700, xfx, ===>).", "a ===> b.", "d_op(X) :- X ===> _."]), d_op(X).
   X = a.
?- load_lines('d_op2.pl', [":- op(200, xfy, [<<<, >>>]).", "d_op2(a <<< b >>> c)."], M), d_op2(X), X =.. L.
   X = '<<<'(a, '>>>'(b, c)), M = [], L = [<<<, a, '>>>'(b, c)].
?- load_lines('d_op3.pl', [":- op(1201, xfx, d_bad_op).", ":- op(700, yfy, d_bad_op).", ":- op(30, xfx, ',').", "d_op3."], M), d_op3.
   M = [domain_error(operator_priority, 1201), domain_error(operator_specifier, yfy), permission_error(modify, operator, (','))].
?- op(700, xfx, [d_op4|_]).
   error(instantiation_error, _).

% 7.4.2.5 char_conversion/2 as a directive

?- load_lines('d_char.pl', [":- char_conversion(&, '\\'').", "d_char(a)."], M), d_char(X), char_conversion(&, &).
   M = [], X = a.

% 7.4.2.6 initialization/1

?- load_lines('d_init.pl', [":- initialization((d_late(X), write(X))).", ":- write(during), nl.", "d_late(later)."]).
   outputs "during\nlater".
?- load_lines('d_init2.pl', [":- initialization(write(a)).", ":- initialization(write(b)).", "d_init2."]).
   outputs "ab".
?- load_lines('d_init3.pl', [":- initialization(fail).", ":- initialization(throw(late)).", "d_init3."], M), d_init3.
   M = [initialization_failed(user:fail), initialization_raised(user:throw(late), late)].
?- load_lines('d_init4.pl', [":- initialization(write(now), now).", ":- write(after).", ":- initialization(write(end), after_load)."]).
   outputs "nowafterend".

% 7.4.2.7 include/1

?- write_lines('d_part.pl', ["d_part(1).", "d_part(2)."], _),
   load_lines('d_whole.pl', ["d_whole(0).", ":- include('d_part.pl').", "d_after(x)."]),
   findall(X, d_part(X), L), d_after(Y).
   L = [1, 2], Y = x.
?- write_lines('d_inner.pl', ["d_inner(2)."], _),
   load_lines('d_outer.pl', ["d_inner(1).", ":- include('d_inner.pl').", "d_inner(3)."], M), findall(X, d_inner(X), L).
   M = [], L = [1, 2, 3].
?- load_lines('d_include.pl', [":- include('no_such_file_at_all.pl').", "d_include."], M), d_include.
   M = [existence_error(source_sink, 'no_such_file_at_all.pl')].
?- load_lines('d_include2.pl', [":- include(_).", "d_include2."], M), d_include2.
   M = [instantiation_error].
?- include(d_part).
   error(permission_error(directive, include, d_part), _).

% 7.4.2.8 ensure_loaded/1

?- write_lines('d_once.pl', [":- write(loaded).", "d_once(1)."], _),
   load_lines('d_user1.pl', [":- ensure_loaded('d_once.pl').", "d_user1(X) :- d_once(X)."]),
   load_lines('d_user2.pl', [":- ensure_loaded('d_once.pl').", "d_user2(X) :- d_once(X)."]),
   d_user1(X), d_user2(Y).
   X = 1, Y = 1, outputs "loaded".
?- ensure_loaded(_).
   error(instantiation_error, _).
?- ensure_loaded(no_such_file_at_all).
   error(existence_error(source_sink, no_such_file_at_all), _).

% 7.4.2.9 set_prolog_flag/2 as a directive

?- load_lines('d_flag.pl', [":- set_prolog_flag(double_quotes, codes).", "d_flag(\"ab\")."]), d_flag(X).
   X = [97, 98].
% The flag double_quotes is that of the file.
?- load_lines('d_flag2.pl', ["d_flag2(\"ab\")."]), d_flag2(X).
   X = [a, b].
?- load_lines('d_flag3.pl', [":- set_prolog_flag(no_such_flag, on).", ":- set_prolog_flag(double_quotes, no).",
                             ":- set_prolog_flag(bounded, true).", "d_flag3."], M), d_flag3.
   M = [domain_error(prolog_flag, no_such_flag), domain_error(flag_value, double_quotes + no), permission_error(modify, flag, bounded)].
?- set_prolog_flag(no_such_flag, on).
   error(domain_error(prolog_flag, no_such_flag), _).

% 7.4.3 Clauses

?- load_lines('d_order.pl', ["d_p(1).", "d_p(2) :- true.", "d_p(X) :- d_q(X).", "d_q(3)."]).
   true.
?- d_p(X).
   X = 1
;  X = 2
;  X = 3, det.
?- load_lines('d_order.pl', ["d_p(new)."]), findall(X, d_p(X), L).
   L = [new].
?- catch(d_q(_), error(existence_error(procedure, PI), _), true).
   PI = d_q/1.
?- load_lines('d_builtin.pl', ["atom_length(a, b).", "(a, b).", "append([], x, y).", "d_builtin."], M), d_builtin, atom_length(abc, N).
   M = [permission_error(modify, static_procedure, atom_length/2), permission_error(modify, static_procedure, (',')/2)], N = 3.
?- load_lines('d_errors.pl', ["d_err(1).", "d_err(2) :- .", "d_err(3).", ":- fail.", ":- throw(oops).", "d_err(4) :- 4.", "foo(.", "d_err(5).",
                              "3.", "d_err(6) :- X = 'unterminated.", "'.", "d_err(7)."], M0),
   findall(X, clause(d_err(X), _), L0), L0 = [_|_], length(M0, N).
   L0 = [1, 3, 5, 7], N = 8, check(is_list(M0)).
?- load_lines('d_clause.pl', ["_.", "_ :- true.", "4 :- true.", "d_clause(1) :- 4.", "d_clause(2) :- true, 4.", "d_clause(3)."], M),
   findall(X, clause(d_clause(X), _), L).
   M = [instantiation_error, instantiation_error, type_error(callable, 4), type_error(callable, 4), type_error(callable, (true, 4))],
   L = [3].
?- load_lines('d_expand.pl', ["term_expansion(d_twice(X), [d_exp(X), d_exp(f(X))]).", "d_twice(1).", "d_exp_rule --> [a], d_exp_rest.",
                              "d_exp_rest --> [].", "d_exp_rest --> [b], d_exp_rest."]),
   findall(X, d_exp(X), L), d_exp_rule([a, b, b], []).
   L = [1, f(1)].
?- abolish_expansion.
   true.

abolish_expansion :-
    catch(retractall(term_expansion(_, _)), _, true).

?- assertz((d_head :- _)).
   true.
?- d_head.
   error(instantiation_error, _).
?- consult(no_such_file_at_all).
   error(existence_error(source_sink, _), _).
?- consult(_).
   error(instantiation_error, _).
