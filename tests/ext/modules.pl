% SPDX-License-Identifier: MIT
%
% Modules: what names mean, exports and imports, modules of arguments.

:- dynamic([scratch_file/2]).

scratch(Key, File) :-
    scratch_file(Key, File),
    !.
scratch(Key, File) :-
    tmp_file(Key, Base),
    atom_concat(Base, '.pl', File),
    assertz(scratch_file(Key, File)).

load_text(Key, Text) :-
    scratch(Key, File),
    open(File, write, Out),
    format(Out, "~s", [Text]),
    close(Out),
    load_files(user:File, [if(true)]).

:- multifile(user:message_hook/3).
:- dynamic(user:message_hook/3).
:- dynamic(said/1).

% Loads the text and gives the errors and warnings that were told, without their places.
load_text(Key, Text, Messages) :-
    retractall(said(_)),
    asserta((user:message_hook(Term, Kind, _) :- member(Kind, [error, warning]), note(Term))),
    load_text(Key, Text),
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

in_user(1).
twice(user).

% --- a module and its exports

?- load_text(m, "\
:- module(m, [visible/1, apply_to/2, op(700, xfx, ===>)]).\n\
visible(X) :- hidden(X).\n\
hidden(1).\n\
hidden(2).\n\
:- meta_predicate(apply_to(1, ?)).\n\
apply_to(G, X) :- call(G, X).\n\
").
   true.
?- visible(X).
   X = 1
;  X = 2.
?- hidden(X).
   error(existence_error(procedure, hidden/1), _).
?- m:hidden(X).
   X = 1
;  X = 2.
?- predicate_property(visible(_), imported_from(M)).
   M = m.
?- predicate_property(m:visible(_), exported), \+ predicate_property(m:hidden(_), exported).
   true.
?- module_property(m, exports(L)).
   L = [visible/1, apply_to/2].
?- current_module(m), \+ current_module(no_such_module).
   true.
?- X = (a ===> b).
   X = '===>'(a, b).
?- m:in_user(X).
   X = 1.
?- m:no_such_predicate.
   error(existence_error(procedure, m:(no_such_predicate/0)), _).

% --- modules of arguments

?- apply_to(in_user, X).
   X = 1.
?- apply_to(m:hidden, X).
   X = 1
;  X = 2.
?- load_text(n, "\
:- module(n, [run/1, run2/1, run3/2, run4/1, run5/1, add/1, added/1, gone/1]).\n\
local(7).\n\
run(X) :- G = local(X), call(G).\n\
run2(X) :- apply_to(local, X).\n\
run3(G, X) :- findall(X1, call(G, X1), X).\n\
run4(L) :- findall(X, local(X), L).\n\
run5(X) :- G = local(X), ( true, G ; fail ).\n\
:- dynamic(fact/1).\n\
add(X) :- assertz(fact(X)).\n\
added(L) :- findall(X, fact(X), L).\n\
gone(X) :- retract(fact(X)).\n\
").
   true.
?- run(X).
   X = 7.
?- n:run2(X).
   X = 7.
?- run3(in_user, X).
   X = [1].
?- run4(X).
   X = [7].
?- run5(X).
   X = 7.
?- add(1), add(2), added(L), catch(fact(_), error(E, _), true).
   L = [1, 2], E = existence_error(procedure, fact/1).
?- gone(1), added(L), n:assertz(fact(3)), findall(_X, n:fact(_X), L2), n:retractall(fact(_)), added(L3).
   L = [2], L2 = [2, 3], L3 = [].
?- assertz(n:fact(4)), clause(n:fact(X), true), retract(n:fact(4)), added(L).
   X = 4, L = [].
?- clause(n:run(X), B).
   B = (G = local(X), call(G)).
?- assertz((n:fact(X) :- in_user(X))), added(L), abolish(n:fact/1), catch(added(_), error(E, _), true).
   L = [1], E = existence_error(procedure, n:(fact/1)).
?- assertz(fresh:p(1)), fresh:p(X), \+ catch(p(_), _, fail).
   X = 1.
?- G = m:hidden(X), G.
   G = m:hidden(1), X = 1
;  G = m:hidden(2), X = 2.
?- call(m:hidden, X), X > 1.
   X = 2.
?- call((m:hidden(X), in_user(X))).
   X = 1; ... .
?- M = m, M:hidden(X).
   M = m, X = 1
;  M = m, X = 2.
?- _:hidden(X).
   error(instantiation_error, _).
?- 3:hidden(X).
   error(type_error(module, 3), _).

% --- imports

?- load_text(o, ":- module(o, [visible/1, twice/1]).\nvisible(from_o).\ntwice(o).\n"), visible(X).
   X = 1; ... .
?- twice(X).
   X = user.
?- o:visible(X).
   X = from_o.
?- load_text(p, "\
:- module(p, [q/1]).\n\
:- use_module(library(lists), [append/3 as joined]).\n\
q(X) :- joined([a], [b], X).\n\
"), q(X).
   X = [a, b].
?- p:append([a], [b], X).
   X = [a, b].
?- load_text(q, "\
:- module(q, [r/1]).\n\
:- use_module(library(lists), except([last/2])).\n\
r(X) :- last([1, 2], X).\n\
last(_, mine).\n\
"), r(X).
   X = mine.
?- load_text(r, "\
:- module(r, [visible2/1]).\n\
:- reexport(library(pairs)).\n\
visible2(X) :- pairs_keys([a-1], X).\n\
"), visible2(X), r:pairs_values([a-1], Y).
   X = [a], Y = [1].

% --- a predicate of the system may be defined anew where it is not the standard's

?- load_text(s, "\
:- module(s, [t/1]).\n\
ignore(_) :- fail.\n\
t(X) :- ( ignore(true) -> X = system ; X = own ).\n\
"), t(X), ignore(fail).
   X = own.
?- load_text(s, ":- module(s, [t/1]).\nt(X) :- ( ignore(true) -> X = system ; X = own ).\n"), t(X).
   X = system.

% --- properties

?- predicate_property(append(_, _, _), dynamic).
   false.
?- predicate_property(m:apply_to(_, _), meta_predicate(H)).
   H = apply_to(1, ?).
?- predicate_property(atom_length(_, _), P), member(P, [iso, foreign, built_in]).
   P = built_in
;  P = foreign
;  P = iso.
?- current_predicate(m:hidden/A).
   A = 1.
?- current_predicate(M:hidden/1).
   M = m.
?- current_predicate(hidden, m:H).
   H = hidden(_).

% --- conflicts of imports are errors, and the rest is imported

?- load_text(c1, ":- module(c1, [clash/1, c1_only/1]).\nclash(1).\nc1_only(1).\n", M), clash(X).
   M = [], X = 1.
?- load_text(c2, ":- module(c2, [clash/1, c2_only/1]).\nclash(2).\nc2_only(2).\n", M), clash(X), c2_only(Y).
   M = [permission_error(import_into(user), procedure, c2:(clash/1))], X = 1, Y = 2.
?- catch(import(c2:clash/1), error(E, context(_, Why)), true).
   E = permission_error(import_into(user), procedure, c2:(clash/1)), Why = already_from(c1).
?- catch(import(c2:twice/1), error(E, context(_, Why)), true), twice(X).
   E = permission_error(import_into(user), procedure, c2:(twice/1)), Why = defined_in(user), X = user.
?- import(c2:c2_only/1), c2_only(X).
   X = 2.
?- import(c2:_).
   error(instantiation_error, _).
?- import(c2:foo).
   error(type_error(predicate_indicator, foo), _).
% All that a module exports: definitions of the importer's own come first. By name: they are errors.
?- load_text(c3, "\
:- module(c3, [clash/1]).\n\
clash(own).\n\
:- use_module(library(lists)).\n\
last(own, own).\n\
", M), c3:clash(X), c3:last(Y, own).
   M = [permission_error(import_into(user), procedure, c3:(clash/1))], X = own, Y = own.
?- load_text(c4, "\
:- module(c4, []).\n\
:- use_module(library(lists), [last/2]).\n\
last(own, own).\n\
last(_, own).\n\
", M), c4:last([1, 2], X).
   M = [permission_error(redefine, imported_procedure, lists:(last/2)), permission_error(redefine, imported_procedure, lists:(last/2))],
   X = 2.
?- load_text(c4, ":- module(c4, []).\nlast(own, own).\n", M), c4:last(X, own).
   M = [], X = own.
?- load_text(c4, ":- module(c4, []).\n:- use_module(library(lists), [last/2]).\n", M), c4:last([1, 2], X).
   M = [], X = 2.
?- load_text(c5, ":- module(c5, []).\nlast(own, own).\n:- use_module(library(lists), [last/2]).\n", M), c5:last(X, own).
   M = [permission_error(import_into(c5), procedure, lists:(last/2))], X = own.
?- load_text(c6, ":- module(c6, []).\n:- use_module(library(lists), [no_such/1, last/2]).\n", M), c6:last([1], X).
   M = [existence_error(export, no_such/1, module(lists))], X = 1 ; ... .
?- use_module(library(lists), last/2).
   error(type_error(import_list, last/2), _).
?- use_module(library(lists), _).
   error(instantiation_error, _).
?- use_module(library(lists), [last/2|_]).
   error(instantiation_error, _).
?- use_module(library(no_such_library)).
   error(existence_error(source_sink, library(no_such_library)), _).
?- use_module(_).
   error(instantiation_error, _).
% A module of another file keeps its name; nothing of the second file is loaded.
?- catch(load_text(c7, ":- module(c1, []).\nc7_clause.\n"), error(E, _), true), \+ catch(c7_clause, _, fail).
   E = permission_error(create, module, c1).
?- catch(load_text(c7, ":- module(system, []).\n"), error(E, _), true).
   E = permission_error(create, module, system).
?- load_text(c9, ":- module(c9, [c9_there/0, c9_missing/0, c9_rule//1]).\nc9_there.\n", M).
   M = [undefined_export(c9, c9_missing/0), undefined_export(c9, c9_rule/3)].
?- load_text(c10, ":- module(c10, [foo, c10/0]).\nc10.\n", M).
   M = [type_error(predicate_indicator, foo)].
?- load_text(c7, ":- module(c7, []).\n:- module(c8, []).\n", M).
   M = [permission_error(create, module, c8)].
?- load_text(c7, ":- module(3, []).\n:- module(c7, foo).\n", M).
   M = [type_error(atom, 3), type_error(list, foo)].
?- load_text(c7, ":- module(c7, [3/a]).\n:- module(c7, [foo/a]).\n", M).
   M = [type_error(atom, 3), permission_error(create, module, c7)].

% --- meta predicates that are imported under another name

?- load_text(d1, "\
:- module(d1, [use/1]).\n\
:- use_module(library(apply), [maplist/3 as map]).\n\
use(L) :- map(local, [1, 2], L).\n\
local(X, f(X)).\n\
"), use(L).
   L = [f(1), f(2)].
?- load_text(d1, ":- module(d1, [use/1]).\n:- use_module(library(apply), [maplist/3 as map]).\nuse(L) :- map(local, [1], L).\nlocal(X, X).\n"),
   findall(L, use(L), Ls).
   Ls = [[1]].

% --- reexport

?- load_text(e1, ":- module(e1, [e_a/1, e_b/1, op(700, xfx, =>=)]).\ne_a(1).\ne_b(X) :- X = (1 =>= 2).\n"),
   scratch(e1, _F), format(atom(_T), ":- module(e2, [e_c/1]).~n:- reexport('~w', [e_a/1 as e_one, e_b/1]).~ne_c(3).~n", [_F]),
   atom_chars(_T, _Cs), load_text(e2, _Cs, M), module_property(e2, exports(L)), e_one(X), e_c(Y).
   M = [], L = [e_c/1, e_one/1, e_b/1], X = 1, Y = 3.
?- scratch(e1, _F), format(atom(_T), ":- module(e3, []).~n:- reexport('~w', except([e_a/1])).~n", [_F]),
   atom_chars(_T, _Cs), load_text(e3, _Cs, M), module_property(e3, exports(L)).
   M = [], L = [e_b/1].
?- module_property(e1, exported_operators(L)).
   L = [op(700, xfx, =>=)].
?- current_op(P, T, =>=).
   P = 700, T = xfx.
?- op(200, xfy, e4:'<=<'), current_op(P, T, e4:'<=<'), \+ current_op(_, _, '<=<').
   P = 200, T = xfy.

% --- modules: what they are, and where names are looked up

?- current_module(M), M == lists.
   M = lists ; ... .
?- current_module(3).
   error(type_error(atom, 3), _).
?- findall(C, ( member(M, [system, lists, m, user]), module_property(M, class(C)) ), L).
   L = [system, library, user, user].
?- set_module(m:class(test)), module_property(m, class(C)).
   C = test.
?- set_module(class(_)).
   error(instantiation_error, _).
?- set_module(class(none)).
   error(domain_error(module_class, none), _).
?- set_module(f(x)).
   error(domain_error(module_property, f(x)), _).
?- findall(B, import_module(m, B), L), findall(B, import_module(user, B), L2), findall(B, import_module(system, B), L3).
   L = [user], L2 = [system], L3 = [].
?- catch(f1:hidden(_), error(E, _), true), add_import_module(f1, m, start), f1:hidden(X), f1:in_user(Y).
   E = existence_error(procedure, f1:(hidden/1)), X = 1, Y = 1 ; ... .
?- findall(B, import_module(f1, B), L).
   L = [m, user].
?- add_import_module(f1, n, end), findall(B, import_module(f1, B), L).
   L = [m, user, n].
?- delete_import_module(f1, m), f1:hidden(_).
   error(existence_error(procedure, f1:(hidden/1)), _).
?- delete_import_module(f1, m).
   false.
?- set_module(f1:base(system)), f1:in_user(_).
   error(existence_error(procedure, f1:(in_user/1)), _).
?- add_import_module(f1, f1, start).
   error(permission_error(add_import, module, f1), _).
?- add_import_module(f2, f3, start), add_import_module(f3, f2, start).
   error(permission_error(add_import, module, f3), _).
?- add_import_module(_, m, start).
   error(instantiation_error, _).
?- add_import_module(f1, m, first).
   error(domain_error(start_or_end, first), _).
?- add_import_module(f1, 3, start).
   error(type_error(module, 3), _).

% --- flag unknown is a module's own

?- load_text(g1, ":- module(g1, [g1_try/0]).\n:- set_prolog_flag(unknown, fail).\ng1_try :- no_such_procedure.\n"), g1_try.
   false.
?- g1:current_prolog_flag(unknown, X), current_prolog_flag(unknown, Y).
   X = fail, Y = error.
?- no_such_procedure.
   error(existence_error(procedure, no_such_procedure/0), _).
?- g1:set_prolog_flag(unknown, error), g1_try.
   error(existence_error(procedure, g1:(no_such_procedure/0)), _).

% --- flag double_quotes is a file's own, and a module begins with that of the dialogue

?- load_text(h1, ":- module(h1, [h1_text/1]).\nh1_text(\"ab\").\n"),
   scratch(h1, _F), format(atom(_T), ":- set_prolog_flag(double_quotes, codes).~n:- use_module('~w').~nh2_text(\"ab\").~n", [_F]), atom_chars(_T, _Cs),
   unload_file(_F), load_text(h2, _Cs), h1_text(X), h2_text(Y).
   X = [a, b], Y = [97, 98].

% --- the context of a call

?- context_module(M).
   M = user.
?- m:context_module(M).
   M = m.
?- load_text(i1, ":- module(i1, [i1_context/1]).\ni1_context(M) :- context_module(M).\n"), i1_context(M), n:i1_context(M2).
   M = i1, M2 = i1.
?- strip_module(a, M, P).
   M = user, P = a.
?- m:strip_module(a, M, P).
   M = m, P = a.
?- strip_module(x:(y:f(1)), M, P).
   M = y, P = f(1).
?- strip_module(_, M, _).
   M = user.
?- @(apply_to(local, X), n).
   X = 7.
?- @(n:local(X), m).
   X = 7.
?- @(apply_to(m:hidden, X), n).
   X = 1
;  X = 2.
?- @(assertz(at_fact(1)), n), n:at_fact(X), \+ catch(at_fact(_), _, fail).
   X = 1.
?- @(( local(X), context_module(M) ), n).
   X = 7, M = n.
?- @(_, m).
   error(instantiation_error, _).
?- @(true, _).
   error(instantiation_error, _).
?- @(true, 3).
   error(type_error(module, 3), _).
?- @(3, m).
   error(type_error(callable, 3), _).

% --- exports while the program runs

?- m:export(hidden/1), module_property(m, exports(L)).
   L = [visible/1, apply_to/2, hidden/1].
?- export((j1:a/1, j1:b//2)), module_property(j1, exports(L)).
   L = [a/1, b/4].
?- export(_).
   error(instantiation_error, _).
?- export(a).
   error(type_error(predicate_indicator, a), _).
?- export(a/b).
   error(type_error(integer, b), _).

% --- libraries that are loaded when their predicates are called

?- load_text(k1, ":- module(k1, [k1_sum/1]).\nk1_sum(X) :- sumlist([1, 2], X).\n"), k1_sum(X).
   X = 3.
?- set_prolog_flag(autoload, false), catch(k2:ord_union([1], [], _), error(E, _), true), set_prolog_flag(autoload, true).
   E = existence_error(procedure, k2:(ord_union/3)).
?- set_prolog_flag(autoload, explicit), catch(k3:ord_union([1], [], _), error(E, _), true), k3:autoload(library(ordsets), [ord_union/3]), k3:ord_union([1], [], X),
   set_prolog_flag(autoload, true).
   E = existence_error(procedure, k3:(ord_union/3)), X = [1].
?- set_prolog_flag(autoload, user), catch(k4:ord_union([1], [], _), error(E, _), true), set_prolog_flag(autoload, true).
   E = existence_error(procedure, k4:(ord_union/3)).
?- set_prolog_flag(autoload, maybe).
   error(domain_error(flag_value, autoload + maybe), _).
?- predicate_property(k5:list_to_assoc(_, _), autoload(L)).
   L = assoc.
?- predicate_property(k6:list_to_assoc(_, _), visible).
   true.
?- predicate_property(k6:list_to_assoc(_, _), imported_from(M)).
   M = assoc.

% --- properties of predicates

:- dynamic(k_fact/1).
k_fact(1).
k_fact(2).
k_fact(X) :- fail, k_fact(X).
k_rule(X) :- k_fact(X).

?- predicate_property(k_fact(_), number_of_clauses(N)), predicate_property(k_fact(_), number_of_rules(R)).
   N = 3, R = 1.
?- predicate_property(k_fact(_), dynamic), \+ predicate_property(k_fact(_), static), \+ predicate_property(k_rule(_), dynamic).
   true.
?- predicate_property(k_rule(_), static), predicate_property(k_rule(_), interpreted), \+ predicate_property(k_rule(_), foreign).
   true.
?- predicate_property(k_rule(_), size(N)), integer(N), N > 0.
   check(integer(N)).
?- predicate_property(no_such_predicate(_), undefined).
   false.
?- export(exported_but_missing/1), predicate_property(exported_but_missing(_), undefined).
   true.
?- predicate_property(no_such_predicate(_), visible).
   false.
?- predicate_property(maplist(_, _), transparent), predicate_property(maplist(_, _), meta_predicate(H)).
   H = maplist(1, ?).
?- predicate_property(append(_, _, _), transparent).
   false.
?- predicate_property(atom_length(_, _), number_of_clauses(_)).
   false.
?- findall(M, predicate_property(M:apply_to(_, _), exported), L).
   L = [m].
?- predicate_property(3, dynamic).
   error(type_error(callable, 3), _).
?- predicate_property(k_rule(_), no_such_property).
   false.

% No choice point behind the last property.
?- findall(last, ( call_cleanup(predicate_property(maplist(_, _), _), _D = true), _D == true ), L).
   L = [last].
