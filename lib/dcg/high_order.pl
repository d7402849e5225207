% SPDX-License-Identifier: MIT
%
% dcg/high_order.pl - grammar rules that take other grammar rules.

:- module(dcg_high_order, [
    sequence//2,
    sequence//3,
    sequence//5,
    optional//2,
    foreach//2,
    foreach//3
]).

:- meta_predicate(sequence(3, ?, ?, ?)).
:- meta_predicate(sequence(3, //, ?, ?, ?)).
:- meta_predicate(sequence(//, 3, //, //, ?, ?, ?)).
:- meta_predicate(optional(//, //, ?, ?)).
:- meta_predicate(foreach(0, //, ?, ?)).
:- meta_predicate(foreach(0, //, //, ?, ?)).

%! sequence(:Element, ?List)// is nondet.
%  Element//1 for each element of List. When List is unbound the longest match comes first.
sequence(Element, List) -->
    elements(List, Element).

elements([X|Xs], Element) -->
    call(Element, X),
    elements(Xs, Element).
elements([], _) -->
    [].

%! sequence(:Element, :Separator, ?List)// is nondet.
%  The same with Separator//0 between the elements. When List is unbound, an element must come where a Separator matched.
sequence(Element, Separator, List) -->
    separated(List, Element, Separator).

separated(List, Element, Separator) -->
    { var(List) },
    !,
    (   call(Element, X)
    *-> { List = [X|Xs] },
        further(Xs, Element, Separator)
    ;   { List = [] }
    ).
separated([X|Xs], Element, Separator) -->
    call(Element, X),
    further(Xs, Element, Separator).
separated([], _, _) -->
    [].

further(List, Element, Separator) -->
    { var(List) },
    !,
    (   phrase(Separator)
    ->  { List = [X|Xs] },
        call(Element, X),
        further(Xs, Element, Separator)
    ;   { List = [] }
    ).
further([X|Xs], Element, Separator) -->
    phrase(Separator),
    call(Element, X),
    further(Xs, Element, Separator).
further([], _, _) -->
    [].

%! sequence(:Start, :Element, :Separator, :End, ?List)// is semidet.
%  The same between Start//0 and End//0; only the first match is taken.
sequence(Start, Element, Separator, End, List) -->
    phrase(Start),
    separated(List, Element, Separator),
    phrase(End),
    !.

%! optional(:Match, :Default)// is det.
%  Match//0 once if it matches, else Default//0.
optional(Match, Default, S0, S) :-
    (   phrase(Match, S0, S1)
    ->  S = S1
    ;   phrase(Default, S0, S)
    ).

%! foreach(:Generator, :Element)// is nondet.
%! foreach(:Generator, :Element, :Separator)// is nondet.
%  Element//0 for each answer of Generator, with Separator//0 in between. Each is a copy that shares the variables that are not in
%  Generator.
foreach(Generator, Element) -->
    foreach(Generator, Element, []).

foreach(Generator, Element, Separator) -->
    { instances(Generator, Element, Elements) },
    in_turn(Elements, Separator).

instances(Generator, Element, Elements) :-
    term_variables(Generator, GeneratorVariables),
    term_variables(Element, ElementVariables),
    split_shared(ElementVariables, GeneratorVariables, Shared, Others),
    Template =.. [v|Shared],
    findall(Template, Generator, Templates),
    instantiate(Templates, Template, Others, Element, Elements).

split_shared([], _, [], []).
split_shared([X|Xs], Ys, Shared, Others) :-
    (   is_among(Ys, X)
    ->  Shared = [X|Shared1],
        Others = Others1
    ;   Shared = Shared1,
        Others = [X|Others1]
    ),
    split_shared(Xs, Ys, Shared1, Others1).

is_among([Y|Ys], X) :-
    (   X == Y
    ->  true
    ;   is_among(Ys, X)
    ).

instantiate([], _, _, _, []).
instantiate([Instance|Instances], Template, Others, Element, [Copy|Copies]) :-
    copy_term(Template-Others-Element, Instance-Others-Copy),
    instantiate(Instances, Template, Others, Element, Copies).

in_turn([], _) -->
    [].
in_turn([Element|Elements], Separator) -->
    phrase(Element),
    after_element(Elements, Separator).

after_element([], _) -->
    [].
after_element([Element|Elements], Separator) -->
    phrase(Separator),
    phrase(Element),
    after_element(Elements, Separator).
