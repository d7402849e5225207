% SPDX-License-Identifier: MIT
%
% option.pl - lists of options, Name(Value) or Name = Value. Of two options with one name the first counts.
%
% dict_options/2 is left out: there are no dicts.

:- module(option, [
    option/2,
    option/3,
    select_option/3,
    select_option/4,
    merge_options/3,
    meta_options/3
]).

:- use_module(library(error), [must_be/2]).

:- meta_predicate(meta_options(1, :, -)).

%! option(?Option, +Options) is semidet.
%  Option is Name(Value): Value unifies with that of the first option of this name.
option(Option, Options) :-
    must_be(callable, Option),
    must_be(list, Options),
    functor(Option, Name, 1),
    first_value(Options, Name, Value0),
    arg(1, Option, Value),
    Value = Value0.

%! option(?Option, +Options, +Default) is semidet.
%  As option/2, with Default when there is no such option.
option(Option, Options, Default) :-
    must_be(callable, Option),
    must_be(list, Options),
    functor(Option, Name, 1),
    (   first_value(Options, Name, Value0)
    ->  true
    ;   Value0 = Default
    ),
    arg(1, Option, Value),
    Value = Value0.

first_value([Option|Options], Name, Value) :-
    (   name_value(Option, Name0, Value0),
        Name0 == Name
    ->  Value = Value0
    ;   first_value(Options, Name, Value)
    ).

name_value(Option, Name, Value) :-
    nonvar(Option),
    (   Option = (Name0 = Value0)
    ->  Name = Name0,
        Value = Value0
    ;   functor(Option, Name, 1),
        arg(1, Option, Value)
    ).

%! select_option(?Option, +Options, -Rest) is semidet.
%  As option/2; Rest is Options without it.
select_option(Option, Options, Rest) :-
    must_be(callable, Option),
    must_be(list, Options),
    functor(Option, Name, 1),
    take_value(Options, Name, Value0, Rest0),
    arg(1, Option, Value),
    Value = Value0,
    Rest = Rest0.

%! select_option(?Option, +Options, -Rest, +Default) is semidet.
%  As select_option/3, with Default when there is no such option; then Rest is Options.
select_option(Option, Options, Rest, Default) :-
    must_be(callable, Option),
    must_be(list, Options),
    functor(Option, Name, 1),
    (   take_value(Options, Name, Value0, Rest0)
    ->  true
    ;   Value0 = Default,
        Rest0 = Options
    ),
    arg(1, Option, Value),
    Value = Value0,
    Rest = Rest0.

take_value([Option|Options], Name, Value, Rest) :-
    (   name_value(Option, Name0, Value0),
        Name0 == Name
    ->  Value = Value0,
        Rest = Options
    ;   Rest = [Option|Rest1],
        take_value(Options, Name, Value, Rest1)
    ).

%! merge_options(+New, +Old, -Merged) is det.
%  Merged holds the options of New and those of Old whose names are not in New, as Name(Value), sorted by name.
merge_options(New, Old, Merged) :-
    must_be(list, New),
    must_be(list, Old),
    named_options(New, NewPairs),
    named_options(Old, OldPairs),
    without_names(OldPairs, NewPairs, Kept),
    join_pairs(NewPairs, Kept, Pairs),
    keysort(Pairs, Sorted),
    plain_options(Sorted, Merged).

named_options([], []).
named_options([Option|Options], Pairs) :-
    (   name_value(Option, Name, Value)
    ->  Plain =.. [Name, Value],
        Pairs = [Name-Plain|Pairs1]
    ;   Pairs = [Option-Option|Pairs1]
    ),
    named_options(Options, Pairs1).

without_names([], _, []).
without_names([Name-Option|Pairs], Names, Kept) :-
    (   has_name(Names, Name)
    ->  Kept = Kept1
    ;   Kept = [Name-Option|Kept1]
    ),
    without_names(Pairs, Names, Kept1).

has_name([Name0-_|Pairs], Name) :-
    (   Name0 == Name
    ->  true
    ;   has_name(Pairs, Name)
    ).

join_pairs([], Pairs, Pairs).
join_pairs([Pair|Pairs0], Pairs1, [Pair|Pairs]) :-
    join_pairs(Pairs0, Pairs1, Pairs).

plain_options([], []).
plain_options([_-Option|Pairs], [Option|Options]) :-
    plain_options(Pairs, Options).

%! meta_options(:IsMeta, :Options0, -Options) is det.
%  Options is Options0 with the values of those Name(Value) qualified with the module of the caller for which call(IsMeta, Name)
%  holds, unless they have a module.
meta_options(IsMeta, Options0, Options) :-
    strip_module(Options0, Module, Plain),
    must_be(list, Plain),
    qualified_options(Plain, IsMeta, Module, Options1),
    Options = Options1.

qualified_options([], _, _, []).
qualified_options([Option0|Options0], IsMeta, Module, [Option|Options]) :-
    (   name_value(Option0, Name, Value0),
        call(IsMeta, Name)
    ->  qualified(Value0, Module, Value),
        Option =.. [Name, Value]
    ;   Option = Option0
    ),
    qualified_options(Options0, IsMeta, Module, Options).

qualified(Value, Module, Qualified) :-
    (   nonvar(Value),
        Value = Inner:_,
        atom(Inner)
    ->  Qualified = Value
    ;   Qualified = Module:Value
    ).
