% SPDX-License-Identifier: MIT
%
% thread.pl - predicates that other systems run in several threads at once. A machine of Horn runs on one thread, so here they do the
% same work one after the other.
%
% call_in_thread/2 and concurrent_and/2,3 with their queues are left out.

:- module(thread, [
    concurrent/3,
    concurrent_forall/2,
    concurrent_forall/3,
    concurrent_maplist/2,
    concurrent_maplist/3,
    concurrent_maplist/4,
    first_solution/3
]).

:- use_module(library(apply), [maplist/2, maplist/3, maplist/4]).
:- use_module(library(error), [must_be/2]).

:- meta_predicate(concurrent(+, :, +)).
:- meta_predicate(concurrent_forall(0, 0)).
:- meta_predicate(concurrent_forall(0, 0, +)).
:- meta_predicate(concurrent_maplist(1, ?)).
:- meta_predicate(concurrent_maplist(2, ?, ?)).
:- meta_predicate(concurrent_maplist(3, ?, ?, ?)).
:- meta_predicate(first_solution(-, :, +)).

%! concurrent(+Threads, :Goals, +Options) is semidet.
%  Runs each of the list Goals once, and fails if one of them fails. Threads is a positive integer.
concurrent(Threads, Goals, Options) :-
    must_be(positive_integer, Threads),
    must_be(list, Options),
    strip_module(Goals, Module, Plain),
    must_be(list(callable), Plain),
    run_each(Plain, Module).

run_each([], _).
run_each([Goal|Goals], Module) :-
    once(Module:Goal),
    run_each(Goals, Module).

%! concurrent_forall(:Condition, :Action) is semidet.
%! concurrent_forall(:Condition, :Action, +Options) is semidet.
%  As forall/2.
concurrent_forall(Condition, Action) :-
    forall(Condition, Action).

concurrent_forall(Condition, Action, Options) :-
    must_be(list, Options),
    forall(Condition, Action).

%! concurrent_maplist(:Closure, ?Xs) is semidet.
%! concurrent_maplist(:Closure, ?Xs, ?Ys) is semidet.
%! concurrent_maplist(:Closure, ?Xs, ?Ys, ?Zs) is semidet.
%  As maplist, where each call gives one answer.
concurrent_maplist(Closure, Xs) :-
    maplist(only_once(Closure), Xs).

concurrent_maplist(Closure, Xs, Ys) :-
    maplist(only_once(Closure), Xs, Ys).

concurrent_maplist(Closure, Xs, Ys, Zs) :-
    maplist(only_once(Closure), Xs, Ys, Zs).

only_once(Closure, X) :-
    once(call(Closure, X)).

only_once(Closure, X, Y) :-
    once(call(Closure, X, Y)).

only_once(Closure, X, Y, Z) :-
    once(call(Closure, X, Y, Z)).

%! first_solution(?X, :Goals, +Options) is semidet.
%  The first answer of the first of Goals that has one. The Goals bind X.
first_solution(_, Goals, Options) :-
    must_be(list, Options),
    strip_module(Goals, Module, Plain),
    must_be(list(callable), Plain),
    first_of(Plain, Module).

first_of([Goal|Goals], Module) :-
    (   Module:Goal
    ->  true
    ;   first_of(Goals, Module)
    ).
