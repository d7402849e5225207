% SPDX-License-Identifier: MIT
%
% listing.pl - clauses as text that a person would have written and the reader reads back.
%
% Goals stand one per line. A disjunction or if-then-else stands in parentheses whose first column holds (, ;, -> and ):
%
%     sign(A, B) :-
%         (   A > 0
%         ->  B = plus
%         ;   B = minus
%         ).

:- module(listing, [
    listing/0,
    listing/1,
    portray_clause/1,
    portray_clause/2
]).

:- use_module(library(error), [must_be/2]).

:- meta_predicate(listing(:)).

% --- listing ----------------------------------------------------------------------------------------------------------

%! listing is det.
%  Lists the predicates of the program in the source module.
listing :-
    '$source_module'(Module),
    findall(Name/Arity, '$predicate'(Module, Name, Arity), PIs0),
    sort(PIs0, PIs),
    list_predicates(PIs, Module).

%! listing(:Spec) is det.
%  Lists Name/Arity, all predicates called Name, or what a list of these means.
listing(Spec) :-
    strip_module(Spec, Module, Plain),
    list_spec(Plain, Module).

list_spec(Spec, _) :-
    var(Spec),
    !,
    must_be(nonvar, Spec).
list_spec([], _) :-
    !.
list_spec([Spec|Specs], Module) :-
    !,
    list_spec(Spec, Module),
    list_spec(Specs, Module).
list_spec(Inner:Spec, _) :-
    atom(Inner),
    !,
    list_spec(Spec, Inner).
list_spec(Name//RuleArity, Module) :-
    !,
    (   integer(RuleArity)
    ->  Arity is RuleArity + 2
    ;   true
    ),
    list_spec(Name/Arity, Module).
list_spec(Name/Arity, Module) :-
    !,
    findall(Name/Arity, current_predicate(Module:(Name/Arity)), PIs0),
    sort(PIs0, PIs),
    (   PIs == []
    ->  no_predicate(Name, Arity)
    ;   list_predicates(PIs, Module)
    ).
list_spec(Name, Module) :-
    atom(Name),
    !,
    list_spec(Name/_, Module).
list_spec(Spec, _) :-
    must_be(predicate_indicator, Spec).

no_predicate(Name, Arity) :-
    (   var(Arity)
    ->  PI = Name
    ;   PI = Name/Arity
    ),
    throw(error(existence_error(procedure, PI), context(listing/1, _))).

list_predicates([], _).
list_predicates([PI|PIs], Module) :-
    list_predicate(PI, Module),
    list_predicates(PIs, Module).

list_predicate(Name/Arity, Module) :-
    functor(Head, Name, Arity),
    list_declarations(Head, Module, Name/Arity),
    (   catch(clause(Module:Head, Body), error(permission_error(_, _, _), _), fail),
        current_output(Stream),
        write_clause(Stream, (Head :- Body)),
        fail
    ;   nl
    ).

list_declarations(Head, Module, PI) :-
    (   declaration(Property),
        predicate_property(Module:Head, Property),
        Declaration =.. [Property, PI],
        current_output(Stream),
        write_clause(Stream, (:- Declaration)),
        fail
    ;   true
    ).

declaration(dynamic).
declaration(multifile).
declaration(discontiguous).

% --- portray_clause -----------------------------------------------------------------------------------------------------

%! portray_clause(+Clause) is det.
%! portray_clause(+Stream, +Clause) is det.
%  Writes Clause with a full stop; its variables are called A, B, ..., and _ where one occurs only once.
portray_clause(Clause) :-
    current_output(Stream),
    portray_clause(Stream, Clause).

portray_clause(Stream, Clause) :-
    write_clause(Stream, Clause).

write_clause(Stream, Clause0) :-
    \+ \+ ( copy_term(Clause0, Clause),
            variable_names(Clause, Names),
            lay_out(Clause, Stream, Names)
          ).

% Single occurrences are called _, the others A to Z, A1 to Z1, ... Both lists are in the order of the text.
variable_names(Clause, Names) :-
    term_variables(Clause, Variables),
    term_singletons(Clause, Singletons),
    name_all(Variables, Singletons, 0, Names).

name_all([], _, _, []).
name_all([Variable|Variables], Singletons, N, [Name = Variable|Names]) :-
    (   Singletons = [Singleton|Singletons1],
        Singleton == Variable
    ->  Name = '_',
        name_all(Variables, Singletons1, N, Names)
    ;   letter_name(N, Name),
        N1 is N + 1,
        name_all(Variables, Singletons, N1, Names)
    ).

letter_name(N, Name) :-
    Code is 0'A + N mod 26,
    char_code(Letter, Code),
    Round is N // 26,
    (   Round =:= 0
    ->  Name = Letter
    ;   atomic_list_concat([Letter, Round], Name)
    ).

% --- Layout ---------------------------------------------------------------------------------------------------------------

lay_out(Clause, Stream, Names) :-
    (   ( var(Clause) ; cyclic_term(Clause) )
    ->  write_leaf(Clause, 1200, Stream, Names, Last)
    ;   Clause = (Head :- Body),
        Body == true
    ->  write_leaf(Head, 1199, Stream, Names, Last)
    ;   Clause = (Head :- Body)
    ->  write_leaf(Head, 1199, Stream, Names, _),
        write(Stream, ' :-'),
        new_line(Stream, 4),
        write_body(Body, 4, 1199, Stream, Names, Last)
    ;   Clause = (Head --> Body)
    ->  write_leaf(Head, 1199, Stream, Names, _),
        write(Stream, ' -->'),
        new_line(Stream, 4),
        write_body(Body, 4, 1199, Stream, Names, Last)
    ;   Clause = (:- Directive)
    ->  write(Stream, ':- '),
        write_body(Directive, 3, 1199, Stream, Names, Last)
    ;   Clause = (?- Directive)
    ->  write(Stream, '?- '),
        write_body(Directive, 3, 1199, Stream, Names, Last)
    ;   write_leaf(Clause, 1199, Stream, Names, Last)
    ),
    write_end(Last, Stream).

% A full stop after a symbol character would belong to it.
write_end(Last, Stream) :-
    (   sub_atom(Last, _, 1, 0, Char),
        is_symbol(Char)
    ->  write(Stream, ' .')
    ;   write(Stream, '.')
    ),
    nl(Stream).

is_symbol(Char) :-
    sub_atom('#$&*+-./:<=>?@\\^~', _, 1, _, Char),
    !.

% Last is some text that ends in the last character written.
write_body(Goal, _, Priority, Stream, Names, Last) :-
    var(Goal),
    !,
    write_leaf(Goal, Priority, Stream, Names, Last).
write_body((A, B), Indent, Priority, Stream, Names, Last) :-
    Priority >= 1000,
    !,
    write_body(A, Indent, 999, Stream, Names, _),
    write(Stream, ','),
    new_line(Stream, Indent),
    write_body(B, Indent, 1000, Stream, Names, Last).
write_body((A, B), Indent, _, Stream, Names, ')') :-
    !,
    write_parenthesised((A, B), Indent, Stream, Names).
write_body(Goal, Indent, _, Stream, Names, ')') :-
    is_alternative(Goal),
    !,
    write_parenthesised(Goal, Indent, Stream, Names).
write_body(\+ Goal, Indent, _, Stream, Names, Last) :-
    !,
    write(Stream, '\\+ '),
    Indent1 is Indent + 3,
    (   starts_open(Goal)
    ->  write_parenthesised(Goal, Indent1, Stream, Names),
        Last = ')'
    ;   write_body(Goal, Indent1, 200, Stream, Names, Last)
    ).
write_body(Goal, _, Priority, Stream, Names, Last) :-
    write_leaf(Goal, Priority, Stream, Names, Last).

is_alternative((_ ; _)).
is_alternative('|'(_, _)).
is_alternative((_ -> _)).
is_alternative((_ *-> _)).

% An argument of \+ that would be taken for an argument list, or needs parentheses.
starts_open(Goal) :-
    nonvar(Goal),
    (   Goal = (_, _)
    ->  true
    ;   is_alternative(Goal)
    ).

write_parenthesised(Goal, Indent, Stream, Names) :-
    write(Stream, '(   '),
    write_alternatives(Goal, Indent, Stream, Names),
    new_line(Stream, Indent),
    write(Stream, ')').

% The parts of a disjunction at Indent, in the column of its parenthesis.
write_alternatives(Goal, Indent, Stream, Names) :-
    nonvar(Goal),
    alternative_parts(Goal, A, B, Mark),
    !,
    write_left_part(A, Mark, Indent, Stream, Names),
    new_line(Stream, Indent),
    write(Stream, Mark),
    write_right_part(B, Mark, Indent, Stream, Names).
write_alternatives(Goal, Indent, Stream, Names) :-
    Indent1 is Indent + 4,
    write_body(Goal, Indent1, 1000, Stream, Names, _).

alternative_parts((A ; B), A, B, ';   ').
alternative_parts('|'(A, B), A, B, '|   ').
alternative_parts((A -> B), A, B, '->  ').
alternative_parts((A *-> B), A, B, '*-> ').

% The left side of ; may be an if-then without parentheses of its own; other alternatives get them.
write_left_part(Goal, Mark, Indent, Stream, Names) :-
    (   nonvar(Goal),
        is_if_then(Goal),
        is_or(Mark)
    ->  write_alternatives(Goal, Indent, Stream, Names)
    ;   Indent1 is Indent + 4,
        write_body(Goal, Indent1, 1000, Stream, Names, _)
    ).

% The right side of ; may go on with alternatives; that of -> may not.
write_right_part(Goal, Mark, Indent, Stream, Names) :-
    (   nonvar(Goal),
        is_or(Mark),
        is_alternative(Goal)
    ->  write_alternatives(Goal, Indent, Stream, Names)
    ;   Indent1 is Indent + 4,
        write_body(Goal, Indent1, 1000, Stream, Names, _)
    ).

is_if_then((_ -> _)).
is_if_then((_ *-> _)).

is_or(';   ').
is_or('|   ').

write_leaf(Term, Priority, Stream, Names, Text) :-
    with_output_to(atom(Text),
                   write_term(Term, [ quoted(true),
                                      portray(true),
                                      spacing(next_argument),
                                      priority(Priority),
                                      variable_names(Names)
                                    ])),
    write(Stream, Text).

% Goals nested deeper than any line is wide stand in one column, so that the text grows with the clause only.
new_line(Stream, Indent) :-
    nl(Stream),
    Column is min(Indent, 120),
    tab(Stream, Column).
