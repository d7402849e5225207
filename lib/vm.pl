% SPDX-License-Identifier: MIT
%
% vm.pl - looking at the code of predicates.

:- module(vm, [
    vm_listing/1,
    vm_listing/2,
    vm_clause_size/3,
    vm_index/3
]).

:- use_module(library(error), [must_be/2]).

:- meta_predicate(vm_listing(:)).
:- meta_predicate(vm_listing(:, +)).
:- meta_predicate(vm_clause_size(:, ?, ?)).
:- meta_predicate(vm_index(:, +, -)).

%! vm_listing(:Spec) is det.
%! vm_listing(:Spec, +Options) is det.
%  Writes the code of Name/Arity, or of all predicates called Name, as assembly text, which can be loaded from a file whose name ends
%  in .hasm. Options: offsets(true) adds where each instruction stands, in words; index(true) adds which clauses are tried for which
%  first argument.
vm_listing(Spec) :-
    vm_listing(Spec, []).

vm_listing(Spec, Options) :-
    must_be(list, Options),
    strip_module(Spec, Module, Plain),
    listed_predicates(Plain, Module, PIs),
    list_code(PIs, Options).

listed_predicates(Spec, _, _) :-
    var(Spec),
    !,
    must_be(nonvar, Spec).
listed_predicates(Spec, Module, [Home:PI]) :-
    indicator(Spec, Module, PI, Home),
    !.
listed_predicates(Name, Module, PIs) :-
    must_be(atom, Name),
    findall(Module:Name/Arity, '$predicate'(Module, Name, Arity), Found),
    (   Found == []
    ->  throw(error(existence_error(procedure, Name), context(vm_listing/1, _)))
    ;   msort(Found, PIs)
    ).

% Name/Arity or Module:Name/Arity, and the module that holds what it means.
indicator(Name/Arity, Module, Plain/Arity, Home) :-
    strip_module(Module:Name, Seen, Plain),
    '$asm_home'(Seen, Plain/Arity, Home).

list_code([], _).
list_code([Module:PI|PIs], Options) :-
    option_value(offsets, Options, Offsets),
    current_output(Stream),
    '$write_asm_pred'(Stream, Module, PI, Offsets),
    (   option_value(index, Options, true),
        PI = _/Arity,
        Arity > 0
    ->  vm_index(Module:PI, 1, Nodes),
        write_nodes(Nodes)
    ;   true
    ),
    list_code(PIs, Options).

option_value(Name, Options, Value) :-
    Option =.. [Name, Given],
    (   '$memberchk'(Option, Options)
    ->  must_be(boolean, Given),
        Value = Given
    ;   Value = false
    ).

write_nodes([]).
write_nodes([Node|Nodes]) :-
    format("% ~q~n", [Node]),
    write_nodes(Nodes).

%! vm_clause_size(:PI, ?Number, ?Size) is nondet.
%  The clause of that number, from 1, has Size instructions.
vm_clause_size(Spec, Number, Size) :-
    strip_module(Spec, Module, Plain),
    indicator(Plain, Module, PI, Home),
    '$asm_sizes'(Home, PI, Sizes),
    nth_size(Sizes, 1, Number, Size).

nth_size([Size|Sizes], This, Number, Found) :-
    (   integer(Number)
    ->  (   Number =:= This
        ->  Found = Size
        ;   Next is This + 1,
            nth_size(Sizes, Next, Number, Found)
        )
    ;   each_size(Sizes, Size, This, Number, Found)
    ).

each_size([], Size, This, This, Size) :-
    !.
each_size(_, Size, This, This, Size).
each_size([Size|Sizes], _, This, Number, Found) :-
    Next is This + 1,
    each_size(Sizes, Size, Next, Number, Found).

%! vm_index(:PI, +Argument, -Nodes) is det.
%  Which clauses are tried for which key of an argument, counted from 1. Nodes is a list, in the order of clauses, of generic(Number), a
%  clause with a variable there, which all calls try, and specific(Groups), clauses in a row that have keys, as pairs Key-Numbers. A
%  key is the atomic term, or Name/Arity of the compound.
vm_index(Spec, Argument, Nodes) :-
    strip_module(Spec, Module, Plain),
    indicator(Plain, Module, Name/Arity, Home),
    must_be(positive_integer, Argument),
    (   Argument =< Arity
    ->  true
    ;   throw(error(domain_error(argument, Argument), context(vm_index/3, _)))
    ),
    functor(Head, Name, Arity),
    findall(Key, ( clause(Home:Head, _), arg(Argument, Head, X), argument_key(X, Key) ), Keys),
    index_nodes(Keys, 1, Nodes).

argument_key(X, Key) :-
    (   var(X)
    ->  Key = generic
    ;   atomic(X)
    ->  Key = key(X)
    ;   functor(X, Name, Arity),
        Key = key(Name/Arity)
    ).

index_nodes([], _, []).
index_nodes([generic|Keys], Number, [generic(Number)|Nodes]) :-
    Next is Number + 1,
    index_nodes(Keys, Next, Nodes).
index_nodes([key(Key)|Keys], Number, [specific(Groups)|Nodes]) :-
    keys_in_a_row([key(Key)|Keys], Number, Pairs, Rest, Next),
    group_pairs(Pairs, Groups),
    index_nodes(Rest, Next, Nodes).

keys_in_a_row([key(Key)|Keys], Number, [Key-Number|Pairs], Rest, Next) :-
    !,
    Number1 is Number + 1,
    keys_in_a_row(Keys, Number1, Pairs, Rest, Next).
keys_in_a_row(Rest, Next, [], Rest, Next).

% Groups by key, in the order of the first clauses.
group_pairs([], []).
group_pairs([Key-Number|Pairs], [Key-[Number|Numbers]|Groups]) :-
    with_key(Pairs, Key, Numbers, Others),
    group_pairs(Others, Groups).

with_key([], _, [], []).
with_key([Key0-Number|Pairs], Key, Numbers, Others) :-
    (   Key0 == Key
    ->  Numbers = [Number|Numbers1],
        Others = Others1
    ;   Numbers = Numbers1,
        Others = [Key0-Number|Others1]
    ),
    with_key(Pairs, Key, Numbers1, Others1).
