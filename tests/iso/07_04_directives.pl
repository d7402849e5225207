% SPDX-License-Identifier: MIT
%
% 7.4 Prolog text: directives and their effects, by loading small files; 7.5 database; 7.7 errors of clauses.

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

% ---- clauses in order; facts and rules ----

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

% ---- dynamic/1 (7.4.2.1) ----

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

% ---- initialization/1 (7.4.2.6): after the load ----

?- load_lines('d_init.pl', [":- initialization((d_late(X), write(X))).", ":- write(during), nl.", "d_late(later)."]).
   outputs "during\nlater".
?- load_lines('d_init2.pl', [":- initialization(write(a)).", ":- initialization(write(b)).", "d_init2."]).
   outputs "ab".

% ---- op/3, set_prolog_flag/2, char_conversion/2 ----

?- load_lines('d_op.pl', [":- op(700, xfx, ===>).", "a ===> b.", "d_op(X) :- X ===> _."]), d_op(X).
   X = a.
?- load_lines('d_flag.pl', [":- set_prolog_flag(double_quotes, codes).", "d_flag(\"ab\")."]), d_flag(X).
   X = [97, 98].
?- load_lines('d_flag2.pl', ["d_flag2(\"ab\")."]), d_flag2(X).
   X = [a, b].

% ---- include/1, ensure_loaded/1 (7.4.2.7, 7.4.2.8) ----

?- write_lines('d_part.pl', ["d_part(1).", "d_part(2)."], _),
   load_lines('d_whole.pl', ["d_whole(0).", ":- include('d_part.pl').", "d_after(x)."]),
   findall(X, d_part(X), L), d_after(Y).
   L = [1, 2], Y = x.
?- write_lines('d_once.pl', [":- write(loaded).", "d_once(1)."], _),
   load_lines('d_user1.pl', [":- ensure_loaded('d_once.pl').", "d_user1(X) :- d_once(X)."]),
   load_lines('d_user2.pl', [":- ensure_loaded('d_once.pl').", "d_user2(X) :- d_once(X)."]),
   d_user1(X), d_user2(Y).
   X = 1, Y = 1, outputs "loaded".

% ---- discontiguous/1, multifile/1 ----

?- load_lines('d_disc.pl', [":- discontiguous(d_disc/1).", "d_disc(1).", "d_other.", "d_disc(2)."]), findall(X, d_disc(X), L).
   L = [1, 2].
?- load_lines('d_multi1.pl', [":- multifile(d_multi/1).", ":- dynamic(d_multi/1).", "d_multi(1)."]),
   load_lines('d_multi2.pl', [":- multifile(d_multi/1).", "d_multi(2)."]), findall(X, d_multi(X), L).
   L = [1, 2].
?- load_lines('d_multi1.pl', [":- multifile(d_multi/1).", ":- dynamic(d_multi/1).", "d_multi(one)."]), findall(X, d_multi(X), L),
   msort(L, S).
   check(S == [2, one]), check(is_list(L)).

% ---- conditional compilation, expansion, grammar rules ----

?- load_lines('d_if.pl', [":- if(fail).", "d_if(wrong).", ":- elif(true).", "d_if(right).", ":- else.", "d_if(wrong).", ":- endif.",
                          ":- if(true).", ":- if(fail).", "d_if(wrong).", ":- endif.", "d_if(too).", ":- endif."]),
   findall(X, d_if(X), L).
   L = [right, too].
?- load_lines('d_expand.pl', ["term_expansion(d_twice(X), [d_exp(X), d_exp(f(X))]).", "d_twice(1).", "d_exp_rule --> [a], d_exp_rest.",
                              "d_exp_rest --> [].", "d_exp_rest --> [b], d_exp_rest."]),
   findall(X, d_exp(X), L), d_exp_rule([a, b, b], []).
   L = [1, f(1)].
?- abolish_expansion.
   true.

abolish_expansion :-
    catch(retractall(term_expansion(_, _)), _, true).

% ---- what goes wrong in a file does not stop its load ----

?- load_lines('d_errors.pl', ["d_err(1).", "d_err(2) :- .", "d_err(3).", ":- fail.", ":- throw(oops).", "d_err(4) :- 4.", "foo(.", "d_err(5).",
                              "3.", "d_err(6) :- X = 'unterminated.", "'.", "d_err(7)."]),
   findall(X, clause(d_err(X), _), L0), L0 = [_|_].
   L0 = [1, 3, 5, 7]
;  ... .
?- load_lines('d_builtin.pl', ["atom_length(a, b).", "(a, b).", "append([], x, y).", "d_builtin."]), d_builtin, atom_length(abc, N).
   N = 3.

% ---- errors of clauses (7.6, 8.9) ----

?- assertz((d_head :- _)).
   true.
?- d_head.
   error(instantiation_error, _).
?- assertz((d_x :- 1)).
   error(type_error(callable, _), _).
?- assertz((d_x :- (a, 1))).
   error(type_error(callable, _), _).
?- assertz((d_x :- (a ; 1))).
   error(type_error(callable, _), _).
?- assertz((d_x :- (a -> 1))).
   error(type_error(callable, _), _).
?- assertz((d_x :- \+ 1)).
   error(type_error(callable, _), _)
;  ... .
?- assertz(1).
   error(type_error(callable, 1), _).
?- assertz(_).
   error(instantiation_error, _).
?- assertz((_ :- a)).
   error(instantiation_error, _).
?- assertz((1.5 :- a)).
   error(type_error(callable, 1.5), _).
?- assertz((atom(_) :- true)).
   error(permission_error(modify, static_procedure, atom/1), _).
?- assertz(((a, b) :- true)).
   error(permission_error(modify, static_procedure, (',')/2), _).
?- assertz((_ = _)).
   error(permission_error(modify, static_procedure, (=)/2), _).
?- consult(no_such_file_at_all).
   error(existence_error(source_sink, _), _).
?- consult(_).
   error(instantiation_error, _).
