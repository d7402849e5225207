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
