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
?- load_text(a, "p(1).\np(2.\np(3).\n", _M), all(X, p(X), L), _M = [error-error(syntax_error(_), syntax(_, N, _))|_].
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
