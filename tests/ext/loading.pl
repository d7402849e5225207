% SPDX-License-Identifier: MIT
%
% Loading files: what a load replaces, what it says, and where clauses come from.

:- dynamic([scratch_file/2, said/2]).
:- multifile(user:message_hook/3).
:- dynamic(user:message_hook/3).

scratch(Key, File) :-
    scratch_file(Key, File),
    !.
scratch(Key, File) :-
    tmp_file(Key, Base),
    atom_concat(Base, '.pl', File),
    assertz(scratch_file(Key, File)).

write_file(Key, Text) :-
    scratch(Key, File),
    open(File, write, Out),
    format(Out, "~s", [Text]),
    close(Out).

% Loads the text and gives the messages that were printed.
load_text(Key, Text, Messages) :-
    write_file(Key, Text),
    load_again(Key, Messages).

load_again(Key, Messages) :-
    scratch(Key, File),
    retractall(said(_, _)),
    asserta((user:message_hook(Term, Kind, _) :- Kind \== silent, note(Kind, Term)), Ref, Hook),
    load_files(user:File, [if(true)]),
    drop_hook(Ref, Hook),
    findall(Kind-Message, said(Kind, Message), Messages).

asserta(Clause, none, Clause) :-
    asserta(Clause).

drop_hook(none, Clause) :-
    retract(Clause),
    !.

note(Kind, Term) :-
    (   Term = at(_, _, _, Message)
    ->  true
    ;   Message = Term
    ),
    assertz(said(Kind, Message)).

all(Template, Goal, List) :-
    findall(Template, Goal, List).

% --- a load replaces what the load before gave

?- load_text(a, "one(1).\none(2).\ntwo(X) :- one(X), X > 1.\n", M), all(X, one(X), L), all(X, two(X), L2).
   M = [], L = [1, 2], L2 = [2].
?- load_text(a, "one(3).\n", M), all(X, one(X), L), catch(two(_), error(E, _), true).
   M = [], L = [3], E = existence_error(procedure, two/1).
?- load_text(a, "", M), catch(one(_), error(E, _), true).
   M = [], E = existence_error(procedure, one/1).
?- load_text(a, ":- dynamic(fact/1).\nfact(1).\nfact(2).\n", _), assertz(fact(3)), load_again(a, M), all(X, fact(X), L).
   M = [], L = [3, 1, 2].
?- retractall(fact(_)), load_again(a, M), all(X, fact(X), L).
   M = [], L = [1, 2].
?- load_text(a, ":- dynamic(fact/1).\n", _), all(X, fact(X), L), load_text(a, "", _), catch(fact(_), error(E, _), true).
   L = [], E = existence_error(procedure, fact/1).
?- load_text(a, "\
was_static(1).\n\
", _), load_text(a, ":- dynamic(was_static/1).\nwas_static(2).\n", M), assertz(was_static(3)), all(X, was_static(X), L).
   M = [], L = [2, 3].
?- load_text(a, "was_static(4).\n", M), catch(assertz(was_static(5)), error(E, _), true).
   M = [], E = permission_error(modify, static_procedure, was_static/1).

% goals that run see the clauses of their beginning

?- load_text(a, "\
slow(1).\n\
slow(2).\n\
slow(3).\n\
", _), all(X, ( slow(X), ( X =:= 1 -> load_text(a, "slow(4).\n", _) ; true ) ), L), all(X, slow(X), L2).
   L = [1, 2, 3], L2 = [4].

% --- several files

?- load_text(a, "\
:- multifile(shared/1).\n\
shared(a1).\n\
shared(a2).\n\
", _), load_text(b, ":- multifile(shared/1).\nshared(b1).\n", M), all(X, shared(X), L).
   M = [], L = [a1, a2, b1].
?- load_text(a, ":- multifile(shared/1).\nshared(a3).\n", M), all(X, shared(X), L).
   M = [], L = [b1, a3].
?- scratch(b, _F), unload_file(_F), all(X, shared(X), L).
   L = [a3].
?- load_text(a, "\
mine(1).\n\
", _), load_text(b, "mine(2).\nmine(3).\n", M), all(X, mine(X), L), M = [warning-redefined(mine/1, _, Line)].
   L = [2, 3], Line = 1, check(is_list(M)).

% --- what a load says

?- load_text(a, "p(1).\nq(1).\np(2).\n", M), all(X, p(X), L).
   M = [warning-discontiguous(p/1)], L = [1, 2].
?- load_text(a, ":- discontiguous(p/1).\np(1).\nq(1).\np(2).\n", M).
   M = [].
?- load_text(a, "p(X, Y) :- q(X).\n", M).
   M = [warning-singletons(['Y'])].
?- load_text(a, "p(1).\np(2.\np(3).\n", _M), all(X, p(X), L), _M = [error-error(syntax_error(_), syntax(_, N, _, opened(2, 2)))|_].
   L = [1, 3], N = 2.
?- load_text(a, "p(1).\natom(_).\np(3).\n", _M), all(X, p(X), L), _M = [error-error(E, _)|_].
   L = [1, 3], E = permission_error(modify, static_procedure, atom/1).
?- load_text(a, "\
p(1).\n\
p(X) :- 4.\n\
3 :- p.\n\
p(2).\n\
", _M), all(X, clause(p(X), true), L), all(E, member(error-error(E, _), _M), Es).
   L = [1, 2], Es = [type_error(callable, 4), type_error(callable, 3)], check(var(X)).

% --- origin

?- load_text(a, "\n\np(1).\n", _), scratch(a, _F), predicate_property(p(_), file(_F)), predicate_property(p(_), line_count(N)).
   N = 3.
?- load_text(a, "p(1).\np(2).\n", _), predicate_property(p(_), number_of_clauses(N)), predicate_property(p(_), static).
   N = 2.

% --- conditions, inclusion, initialization

?- load_text(a, ":- if(fail).\np(1).\n:- elif(true).\np(2).\n:- else.\np(3).\n:- endif.\np(4).\n", M), all(X, p(X), L).
   M = [], L = [2, 4].
?- write_file(b, "p(2).\n"), scratch(b, _F), format(atom(_A), "p(1).\n:- include('~w').\np(3).\n", [_F]), atom_chars(_A, _Text), load_text(a, _Text, M), all(X, p(X), L).
   M = [], L = [1, 2, 3].
?- load_text(a, ":- initialization((p(X), write(X))).\np(1).\n", M).
   M = [], outputs "1".
?- load_text(a, "p(1).\n:- fail.\n:- throw(oops).\np(2).\n", _M), all(X, p(X), L), _M = [A, B|_].
   A = warning-directive_failed(fail), B = error-directive_raised(throw(oops), oops), L = [1, 2].

% --- expansion

?- load_text(a, "\
term_expansion(gen(N), [p(N), p(M)]) :- M is N + 1.\n\
gen(1).\n\
gen(5).\n\
", _), all(X, p(X), L), retract((term_expansion(gen(_), _) :- _)).
   L = [1, 2, 5, 6]; ... .
?- load_text(a, "greeting --> \"hello\", rest.\nrest --> [].\n", M), atom_chars(hello, _Cs), phrase(greeting, _Cs).
   M = [].

% --- hooks of expansion: the module's own, then that of user; with positions too

:- multifile(user:term_expansion/2).
:- dynamic(user:term_expansion/2).
:- multifile(user:goal_expansion/2).
:- dynamic(user:goal_expansion/2).
:- multifile(user:term_expansion/4).
:- dynamic(user:term_expansion/4).
:- multifile(user:goal_expansion/4).
:- dynamic(user:goal_expansion/4).

no_hooks :-
    retractall(user:term_expansion(_, _)),
    retractall(user:term_expansion(_, _, _, _)),
    retractall(user:goal_expansion(_, _)),
    retractall(user:goal_expansion(_, _, _, _)).

?- assertz(user:term_expansion(to_user(X), p(X))),
   load_text(a, ":- module(ex1, []).\nterm_expansion(twice(X), [to_user(X), p(own)]).\ntwice(1).\n", M), all(X, ex1:p(X), L), no_hooks.
   M = [], L = [1, own].
?- assertz(user:term_expansion(gen(X), P0, p(X), P0)), load_text(a, "gen(1).\ngen(2).\n", M), all(X, p(X), L), no_hooks.
   M = [], L = [1, 2].
?- assertz(user:term_expansion(drop(_), [])), load_text(a, "p(1).\ndrop(x).\np(2).\n", M), all(X, p(X), L), no_hooks.
   M = [], L = [1, 2].
?- assertz(user:term_expansion(end_of_file, [p(last), end_of_file])), load_text(a, "p(1).\n", M), all(X, p(X), L), no_hooks.
   M = [], L = [1, last].
?- assertz(user:term_expansion((:- my_directive(X)), p(X))), load_text(a, ":- my_directive(3).\n", M), all(X, p(X), L), no_hooks.
   M = [], L = [3].
?- assertz(user:term_expansion(goal(G), (:- G))), load_text(a, "goal(write(hello)).\n", M), no_hooks.
   M = [], outputs "hello".
?- assertz(user:term_expansion(rule(X), (p --> X))), load_text(a, "rule([x]).\n", M), phrase(p, L), no_hooks.
   M = [], L = [x].
?- assertz(user:goal_expansion(one_more(X, Y), Y is X + 1)), load_text(a, "p(X) :- one_more(1, X).\nq(X) :- findall(Y, ( one_more(1, Y) ; \\+ one_more(2, 3), Y = no ), X).\n", M),
   clause(p(X), B), q(L), no_hooks.
   M = [], B = (X is 1 + 1), L = [2].
?- assertz(user:goal_expansion(one_more(X, Y), P0, Y is X + 1, P0)), load_text(a, "p(X) :- one_more(1, X).\n", M), p(X), no_hooks.
   M = [], X = 2.
?- load_text(a, ":- module(ex2, []).\ngoal_expansion(answer(X), X = 42).\np(X) :- answer(X).\n", M), ex2:p(X).
   M = [], X = 42.
?- load_text(a, "p(X) :- answer(X).\n", M), catch(p(_), error(E, _), true).
   M = [], E = existence_error(procedure, answer/1).
?- assertz(user:goal_expansion(loop(X), loop(X))), assertz(user:goal_expansion(ping, pong)), assertz(user:goal_expansion(pong, ping)),
   load_text(a, "p :- loop(1).\nq :- ping.\n", M), clause(p, B), clause(q, B2), no_hooks.
   M = [], B = loop(1), B2 = ping.
?- expand_term((a --> b), T), expand_goal(true, G).
   T = (a(X, Y) :- b(X, Y)), G = true.
?- expand_term(_, T).
   T = _.

% --- the context of a load

?- load_text(a, "\
:- module(ctx, [ctx/2]).\n\
:- dynamic(ctx/2).\n\
\n\
:- prolog_load_context(module, M), assertz(ctx(module, M)).\n\
:- prolog_load_context(term_position, P), P = '$stream_position'(_, Line, _, _), assertz(ctx(line, Line)).\n\
:- prolog_load_context(dialect, D), assertz(ctx(dialect, D)).\n\
:- prolog_load_context(variable_names, V), length(V, N), assertz(ctx(names, N)).\n\
:- prolog_load_context(source, S), prolog_load_context(file, S), assertz(ctx(source, S)).\n\
:- prolog_load_context(stream, S), stream_property(S, mode(Mode)), assertz(ctx(stream, Mode)).\n\
:- source_location(F, L), prolog_load_context(source, F), assertz(ctx(location, L)).\n\
", M), scratch(a, _F), ctx(source, _S), _S == _F, all(K-V, ( ctx(K, V), K \== source ), L).
   M = [], L = [module-ctx, line-5, dialect-horn, names-2, stream-read, location-10].
?- prolog_load_context(source, _).
   false.
?- prolog_load_context(no_such_key, _).
   false.
?- source_location(_, _).
   false.

% --- options of load_files/2

?- write_file(c, ":- write(x).\np_c(1).\n"), scratch(c, _F), load_files(_F, []), load_files(_F, [if(not_loaded)]), load_files(_F, [if(changed)]),
   load_files(_F, [if(true)]), ensure_loaded(_F), consult(_F), [_F].
   outputs "xxxx".
?- scratch(c, _F), catch(load_files(_F, [must_be_module(true), if(not_loaded)]), _, true), p_c(X).
   X = 1.
?- write_file(c, ":- module(opt, [opt_a/1, opt_b/1]).\nopt_a(1).\nopt_b(1).\n"), scratch(c, _F), load_files(_F, [imports([opt_a/1])]), opt_a(X), catch(opt_b(_), error(E, _), true).
   X = 1, E = existence_error(procedure, opt_b/1).
?- scratch(c, _F), load_files(opt2:_F, [if(not_loaded)]), opt2:opt_b(X).
   X = 1.
?- open_string("st(1).\nst(2).\n", _S), load_files(from_stream, [stream(_S)]), all(X, st(X), L), close(_S).
   L = [1, 2].
?- write_file(a, "two_a(1).\n"), write_file(b, "two_b(1).\n"), scratch(a, _F), scratch(b, _G), load_files([_F, _G], []), two_a(X), two_b(Y).
   X = 1, Y = 1.
?- consult([]).
   true.
?- load_files(_, []).
   error(instantiation_error, _).
?- load_files(no_such_file, _).
   error(instantiation_error, _).
?- load_files(no_such_file, [if(true)|_]).
   error(instantiation_error, _).
?- load_files(no_such_file, foo).
   error(type_error(list, foo), _).
?- load_files(no_such_file, []).
   error(existence_error(source_sink, no_such_file), _).
?- load_files([no_such_file], []).
   error(existence_error(source_sink, no_such_file), _).
?- consult(3).
   error(existence_error(source_sink, _), _).

% --- what is loaded, and taking it back

?- load_text(a, "gone_p(1).\n", _), scratch(a, _F), source_file(_F), source_file(gone_p(_), F), F == _F, unload_file(_F), catch(gone_p(_), error(E, _), true), \+ source_file(_F).
   E = existence_error(procedure, gone_p/1), check(atom(F)).
?- unload_file(_).
   error(instantiation_error, _).
?- unload_file(no_such_file).
   true.
?- load_text(a, ":- dynamic(once_made/1).\n:- initialization(assertz(once_made(1))).\n", M), once_made(X).
   M = [], X = 1.

% --- conditions

?- load_text(a, ":- if(no_such_condition).\np(1).\n:- else.\np(2).\n:- endif.\n", _M), all(X, p(X), L), _M = [error-directive_raised(_, error(E, _))|_].
   L = [2], E = existence_error(procedure, no_such_condition/0).
?- load_text(a, ":- else.\np(1).\n:- endif.\n:- elif(true).\np(2).\n", _M), all(X, p(X), L), all(W, member(error-misplaced_conditional(W), _M), Ws).
   L = [1, 2], Ws = [else, endif, elif].
?- load_text(a, "p(1).\n:- if(true).\np(2).\n", _M), all(X, p(X), L), _M = [error-W|_].
   L = [1, 2], W = unclosed_conditional.
?- load_text(a, "p(1).\n:- if(fail).\np(2).\n", _M), all(X, p(X), L), _M = [error-W|_].
   L = [1], W = unclosed_conditional.
?- load_text(a, ":- if(fail).\n:- if(true).\np(1).\n:- else.\np(2).\n:- endif.\np(3 .\n:- else.\np(4).\n:- endif.\n", M), all(X, p(X), L).
   M = [], L = [4].
?- load_text(a, ":- if(true).\np(1).\n:- elif(throw(never)).\np(2).\n:- elif(true).\np(3).\n:- else.\np(4).\n:- endif.\n", M), all(X, p(X), L).
   M = [], L = [1].
?- load_text(a, ":- if(\\+ catch(current_predicate(foo), _, true)).\np(1).\n:- endif.\n:- if(current_prolog_flag(bounded, false)).\np(2).\n:- endif.\n", M), all(X, p(X), L).
   M = [], L = [2].

% --- style_check/1

?- load_text(a, ":- style_check(-singleton).\np(X).\n:- style_check(+singleton).\nq(X).\n", M).
   M = [warning-singletons(['X'])].
?- load_text(a, ":- style_check(-(discontiguous)).\np(1).\nq(1).\np(2).\n", M).
   M = [].
?- style_check(_).
   error(instantiation_error, _).
?- style_check(nonsense).
   error(domain_error(style_name, nonsense), _).

% --- make/0 loads again what has changed

?- load_text(a, "makes(1).\n", M), write_file(a, "makes(2).\nmakes(3).\n"), make, all(X, makes(X), L).
   M = [], L = [2, 3].
?- load_text(a, "makes(1).\n", M), assertz(unrelated(1)), make, all(X, makes(X), L).
   M = [], L = [1].

% --- Libraries of other systems export what is built in here

?- use_module(library(aggregate), [aggregate_all/3]), aggregate_all(count, member(_, [a]), N).
   N = 1, det.
?- use_module(library(lists), [length/2, msort/2]).
   true, det.

?- load_files('/no/such/file', [if(exists)]).
   true.
?- write_file(plain, "p_plain(1).\n"), scratch(plain, _F), load_files(_F, [if(exists)]), p_plain(X).
   X = 1.
?- scratch(plain, _F), load_files(_F, [must_be_module(true)]).
   error(domain_error(module_file, _), _).
