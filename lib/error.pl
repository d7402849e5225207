% SPDX-License-Identifier: MIT
%
% error.pl - checking arguments, and the error terms of the standard.
%
% Types are open: programs may add clauses to the multifile predicate error:has_type/2. Where systems differ in what must_be/2 raises, a
% term of the right kind outside of the type is a domain error (between, oneof, order, encoding), as in the standard.

:- module(error, [
    must_be/2,
    is_of_type/2,
    is_list_or_partial/1,
    current_type/1,
    current_type/3,
    type_error/2,
    domain_error/2,
    existence_error/2,
    existence_error/3,
    permission_error/3,
    instantiation_error/1,
    uninstantiation_error/1,
    representation_error/1,
    syntax_error/1,
    resource_error/1
]).

:- multifile(has_type/2).

%! type_error(+Type, +Culprit) is erroneous.
%  Raises error(type_error(Type, Culprit), _).
type_error(Type, Culprit) :-
    throw(error(type_error(Type, Culprit), _)).

%! domain_error(+Domain, +Culprit) is erroneous.
%  Raises error(domain_error(Domain, Culprit), _).
domain_error(Domain, Culprit) :-
    throw(error(domain_error(Domain, Culprit), _)).

%! existence_error(+Kind, +Culprit) is erroneous.
%  Raises error(existence_error(Kind, Culprit), _).
existence_error(Kind, Culprit) :-
    throw(error(existence_error(Kind, Culprit), _)).

%! existence_error(+Kind, +Culprit, +In) is erroneous.
%  Raises error(existence_error(Kind, Culprit, In), _).
existence_error(Kind, Culprit, In) :-
    throw(error(existence_error(Kind, Culprit, In), _)).

%! permission_error(+Action, +Kind, +Culprit) is erroneous.
%  Raises error(permission_error(Action, Kind, Culprit), _).
permission_error(Action, Kind, Culprit) :-
    throw(error(permission_error(Action, Kind, Culprit), _)).

%! instantiation_error(+Culprit) is erroneous.
%  Raises error(instantiation_error, _).
instantiation_error(_) :-
    throw(error(instantiation_error, _)).

%! uninstantiation_error(+Culprit) is erroneous.
%  Raises error(uninstantiation_error(Culprit), _).
uninstantiation_error(Culprit) :-
    throw(error(uninstantiation_error(Culprit), _)).

%! representation_error(+Limit) is erroneous.
%  Raises error(representation_error(Limit), _).
representation_error(Limit) :-
    throw(error(representation_error(Limit), _)).

%! syntax_error(+What) is erroneous.
%  Raises error(syntax_error(What), _).
syntax_error(What) :-
    throw(error(syntax_error(What), _)).

%! resource_error(+Resource) is erroneous.
%  Raises error(resource_error(Resource), _).
resource_error(Resource) :-
    throw(error(resource_error(Resource), _)).

%! must_be(+Type, @Term) is det.
%  Raises the fitting error unless Term is of Type.
must_be(Type, Term) :-
    (   nonvar(Type),
        has_type(Type, Term)
    ->  true
    ;   nonvar(Type)
    ->  is_not(Type, Term)
    ;   instantiation_error(Type)
    ).

%! is_of_type(+Type, @Term) is semidet.
%  Term is of Type; raises an existence error for an unknown Type.
is_of_type(Type, Term) :-
    (   nonvar(Type)
    ->  (   has_type(Type, Term)
        ->  true
        ;   known_type(Type)
        ->  fail
        ;   existence_error(type, Type)
        )
    ;   instantiation_error(Type)
    ).

%! current_type(?Type) is nondet.
%  Type is known.
current_type(Type) :-
    clause(has_type(Type, _), _).

%! current_type(?Type, ?Term, -Goal) is nondet.
%  Goal, qualified with a module, succeeds if Term is of Type.
current_type(Type, Term, error:Goal) :-
    clause(has_type(Type, Term), Goal).

known_type(Type) :-
    clause(has_type(Type, _), _),
    !.

%! is_list_or_partial(@Term) is semidet.
%  Term is a list, perhaps with an unbound tail. Fails for cyclic lists.
is_list_or_partial(Term) :-
    (   is_list(Term)
    ->  true
    ;   ends_unbound(Term, 0, 1, Term)
    ).

% Mark is moved up to List after 1, 2, 4, ... steps: in a cycle List comes back to it.
ends_unbound(List, Steps, Limit, Mark) :-
    (   var(List)
    ->  true
    ;   List = [_|Rest],
        nonvar(Rest)
    ->  \+ same_term(Rest, Mark),
        (   Steps =:= Limit
        ->  Limit1 is 2 * Limit,
            ends_unbound(Rest, 0, Limit1, Rest)
        ;   Steps1 is Steps + 1,
            ends_unbound(Rest, Steps1, Limit, Mark)
        )
    ;   List = [_|_]
    ).

% Raises the error of a Term that is not of Type.
is_not(Type, _) :-
    \+ known_type(Type),
    !,
    existence_error(type, Type).
is_not(var, Term) :-
    !,
    uninstantiation_error(Term).
is_not(list_or_partial, Term) :-
    !,
    type_error(list, Term).
is_not(list_or_partial_list, Term) :-
    !,
    type_error(list, Term).
is_not(list(Type), Term) :-
    !,
    is_not_list(Term),
    first_bad(Term, Type, Bad),
    is_not(Type, Bad).
is_not(list_of(Type), Term) :-
    !,
    is_not(list(Type), Term).
is_not(Type, Term) :-
    list_type(Type, Elements),
    !,
    is_not_list(Term),
    first_bad(Term, Elements, Bad),
    is_not(Elements, Bad).
is_not(cyclic, Term) :-
    !,
    domain_error(cyclic_term, Term).
is_not(text, Term) :-
    is_list_or_partial(Term),
    \+ ground(Term),
    !,
    instantiation_error(Term).
is_not(acyclic, Term) :-
    !,
    domain_error(acyclic_term, Term).
is_not(Type, Term) :-
    var(Term),
    Type \== ground,
    !,
    instantiation_error(Term).
is_not(ground, Term) :-
    !,
    instantiation_error(Term).
is_not(Type, Term) :-
    integer_type(Type),
    !,
    (   integer(Term)
    ->  type_error(Type, Term)
    ;   type_error(integer, Term)
    ).
is_not(between(Low, High), Term) :-
    !,
    (   number(Term)
    ->  (   integer(Low),
            integer(High),
            \+ integer(Term)
        ->  type_error(integer, Term)
        ;   domain_error(between(Low, High), Term)
        )
    ;   integer(Low),
        integer(High)
    ->  type_error(integer, Term)
    ;   type_error(number, Term)
    ).
is_not(oneof(Options), Term) :-
    !,
    domain_error(oneof(Options), Term).
is_not(order, Term) :-
    !,
    (   atom(Term)
    ->  domain_error(order, Term)
    ;   type_error(atom, Term)
    ).
is_not(encoding, Term) :-
    !,
    (   atom(Term)
    ->  domain_error(encoding, Term)
    ;   type_error(atom, Term)
    ).
is_not(Type, Term) :-
    proper_list_type(Type),
    !,
    is_not_list(Term),
    type_error(Type, Term).
is_not(Type, Term) :-
    type_error(Type, Term).

% Raises unless Term is a proper list.
is_not_list(Term) :-
    (   is_list(Term)
    ->  true
    ;   is_list_or_partial(Term)
    ->  instantiation_error(Term)
    ;   type_error(list, Term)
    ).

proper_list_type(list).
proper_list_type(proper_list).

list_type(chars, char).
list_type(codes, code).

integer_type(nonneg).
integer_type(positive_integer).
integer_type(negative_integer).

first_bad([X|Xs], Type, Bad) :-
    (   has_type(Type, X)
    ->  first_bad(Xs, Type, Bad)
    ;   Bad = X
    ).

% has_type(+Type, @Term): what each type is.
has_type(any, _).
has_type(atom, X) :-
    atom(X).
has_type(atomic, X) :-
    atomic(X).
has_type(symbol, X) :-
    atom(X).
has_type(callable, X) :-
    callable(X).
has_type(char, X) :-
    atom(X),
    atom_length(X, 1).
has_type(code, X) :-
    integer(X),
    X >= 0,
    X =< 0x10ffff.
has_type(chars, X) :-
    all_of_type(X, char).
has_type(codes, X) :-
    all_of_type(X, code).
has_type(text, X) :-
    (   atom(X)
    ->  true
    ;   string(X)
    ->  true
    ;   all_of_type(X, char)
    ->  true
    ;   all_of_type(X, code)
    ).
has_type(string, X) :-
    string(X).
has_type(bool, X) :-
    is_boolean(X).
has_type(boolean, X) :-
    is_boolean(X).
has_type(compound, X) :-
    compound(X).
has_type(constant, X) :-
    atomic(X).
has_type(float, X) :-
    float(X).
has_type(integer, X) :-
    integer(X).
has_type(nonneg, X) :-
    integer(X),
    X >= 0.
has_type(positive_integer, X) :-
    integer(X),
    X >= 1.
has_type(negative_integer, X) :-
    integer(X),
    X < 0.
has_type(number, X) :-
    number(X).
has_type(rational, X) :-
    integer(X).
has_type(between(Low, High), X) :-
    (   integer(Low),
        integer(High)
    ->  integer(X)
    ;   number(X)
    ),
    X >= Low,
    X =< High.
has_type(oneof(Options), X) :-
    must_be(list, Options),
    nonvar(X),
    is_one_of(Options, X).
has_type(nonvar, X) :-
    nonvar(X).
has_type(var, X) :-
    var(X).
has_type(ground, X) :-
    ground(X).
has_type(acyclic, X) :-
    acyclic_term(X).
has_type(cyclic, X) :-
    \+ acyclic_term(X).
has_type(list, X) :-
    is_list(X).
has_type(proper_list, X) :-
    is_list(X).
has_type(list(Type), X) :-
    must_be(nonvar, Type),
    all_of_type(X, Type).
has_type(list_of(Type), X) :-
    must_be(nonvar, Type),
    all_of_type(X, Type).
has_type(list_or_partial, X) :-
    is_list_or_partial(X).
has_type(list_or_partial_list, X) :-
    is_list_or_partial(X).
has_type(pair, X) :-
    nonvar(X),
    X = _-_.
has_type(order, X) :-
    nonvar(X),
    is_one_of([<, =, >], X).
has_type(encoding, X) :-
    nonvar(X),
    is_one_of([utf8, iso_latin_1, ascii, octet, text, unicode_be, unicode_le], X).
has_type(stream, X) :-
    nonvar(X),
    is_open_stream(X).
has_type(type, Type) :-
    nonvar(Type),
    known_type(Type).

is_open_stream(Stream) :-
    (   atom(Stream)
    ->  stream_property(_, alias(Stream))
    ;   is_stream(Stream)
    ),
    !.

is_boolean(X) :-
    X == true.
is_boolean(X) :-
    X == false.

is_one_of([Option|Options], X) :-
    (   Option == X
    ->  true
    ;   is_one_of(Options, X)
    ).

all_of_type(List, Type) :-
    is_list(List),
    each_of_type(List, Type).

each_of_type([], _).
each_of_type([X|Xs], Type) :-
    (   has_type(Type, X)
    ->  each_of_type(Xs, Type)
    ).
