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
    listing/2,
    portray_clause/1,
    portray_clause/2,
    portray_clause/3
]).

:- use_module(library(apply), [include/3]).
:- use_module(library(error), [must_be/2]).
:- use_module(library(lists), [append/3, member/2, memberchk/2]).
:- use_module(library(option), [merge_options/3, option/3]).

:- meta_predicate(listing(:)).
:- meta_predicate(listing(:, +)).

% --- listing ----------------------------------------------------------------------------------------------------------

%! listing is det.
%  Lists the predicates of the program in the source module.
listing :-
    '$source_module'(Module),
    findall(Name/Arity, '$predicate'(Module, Name, Arity), PIs0),
    sort(PIs0, PIs),
    list_predicates(PIs, Module, []).

%! listing(:Spec) is det.
%! listing(:Spec, +Options) is det.
%  Lists Name/Arity, all predicates called Name, or what a list of these means. Options are those of portray_clause/3.
listing(Spec) :-
    listing(Spec, []).

listing(Spec, Options) :-
    must_be(list, Options),
    strip_module(Spec, Module, Plain),
    list_spec(Plain, Module, Options).

list_spec(Spec, _, _) :-
    var(Spec),
    !,
    must_be(nonvar, Spec).
list_spec([], _, _) :-
    !.
list_spec([Spec|Specs], Module, Options) :-
    !,
    list_spec(Spec, Module, Options),
    list_spec(Specs, Module, Options).
list_spec(Inner:Spec, _, Options) :-
    atom(Inner),
    !,
    list_spec(Spec, Inner, Options).
list_spec(Name//RuleArity, Module, Options) :-
    !,
    (   integer(RuleArity)
    ->  Arity is RuleArity + 2
    ;   true
    ),
    list_spec(Name/Arity, Module, Options).
list_spec(Name/Arity, Module, Options) :-
    !,
    findall(Name/Arity, current_predicate(Module:(Name/Arity)), PIs0),
    sort(PIs0, PIs),
    (   PIs == []
    ->  no_predicate(Name, Arity)
    ;   list_predicates(PIs, Module, Options)
    ).
list_spec(Name, Module, Options) :-
    atom(Name),
    !,
    list_spec(Name/_, Module, Options).
list_spec(Spec, _, _) :-
    must_be(predicate_indicator, Spec).

no_predicate(Name, Arity) :-
    (   var(Arity)
    ->  PI = Name
    ;   PI = Name/Arity
    ),
    throw(error(existence_error(procedure, PI), context(listing/1, _))).

list_predicates([], _, _).
list_predicates([PI|PIs], Module, Options) :-
    list_predicate(PI, Module, Options),
    list_predicates(PIs, Module, Options).

list_predicate(Name/Arity, Module, Options) :-
    functor(Head, Name, Arity),
    list_declarations(Head, Module, Name/Arity, Options),
    (   catch(clause(Module:Head, Body), error(permission_error(_, _, _), _), fail),
        current_output(Stream),
        portray_clause(Stream, (Head :- Body), Options),
        fail
    ;   nl
    ).

list_declarations(Head, Module, PI, Options) :-
    (   declaration(Property),
        predicate_property(Module:Head, Property),
        Declaration =.. [Property, PI],
        current_output(Stream),
        portray_clause(Stream, (:- Declaration), Options),
        fail
    ;   true
    ).

declaration(dynamic).
declaration(multifile).
declaration(discontiguous).

% --- portray_clause -----------------------------------------------------------------------------------------------------

%! portray_clause(+Clause) is det.
%! portray_clause(+Stream, +Clause) is det.
%! portray_clause(+Stream, +Clause, +Options) is det.
%  Writes Clause with a full stop; its variables are called A, B, ..., and _ where one occurs only once. Options:
%
%    variable_names(List)    names for some variables, Name = Variable
%    indent(Columns)         the column in which the text begins (0)
%    quoted(Bool), portray(Bool), spacing(How), numbervars(Bool), module(Module) and others of write_term/2 that say how terms are written
%
%  Options that are unknown mean nothing here.
portray_clause(Clause) :-
    current_output(Stream),
    portray_clause(Stream, Clause, []).

portray_clause(Stream, Clause) :-
    portray_clause(Stream, Clause, []).

portray_clause(Stream, Clause0, Options0) :-
    must_be(list, Options0),
    \+ \+ ( copy_term(Clause0+Options0, Clause+Options),
            option(variable_names(Given), Options, []),
            option(indent(Indent), Options, 0),
            must_be(nonneg, Indent),
            variable_names(Clause, Given, Names),
            writing_options(Options, Names, WriteOptions),
            tab(Stream, Indent),
            lay_out(Clause, Indent, Stream, WriteOptions)
          ).

writing_options(Options, Names, [variable_names(Names)|WriteOptions]) :-
    include(says_how_to_write, Options, Chosen),
    merge_options(Chosen, [quoted(true), portray(true), spacing(next_argument)], WriteOptions).

says_how_to_write(Option) :-
    nonvar(Option),
    functor(Option, Name, 1),
    memberchk(Name, [ quoted, portray, portrayed, portray_goal, spacing, numbervars, module, max_depth, ignore_ops, dotlists, no_lists,
                      brace_terms, character_escapes, quote_non_ascii, blobs, attributes
                    ]).

% The names that are given, then _ for single occurrences, then A to Z, A1 to Z1, ... as far as they are free. Variables and singletons are in
% the order of the text.
variable_names(Clause, Given, Names) :-
    term_variables(Clause, Variables),
    term_singletons(Clause, Singletons),
    name_all(Variables, Singletons, Given, 0, Names0),
    append(Given, Names0, Names).

name_all([], _, _, _, []).
name_all([Variable|Variables], Singletons0, Given, N, Names) :-
    (   Singletons0 = [Singleton|Singletons],
        Singleton == Variable
    ->  Single = true
    ;   Singletons = Singletons0,
        Single = false
    ),
    (   member(_ = Named, Given),
        Named == Variable
    ->  Names = Names1,
        N1 = N
    ;   Single == true
    ->  Names = ['_' = Variable|Names1],
        N1 = N
    ;   free_name(N, Given, Name, N1),
        Names = [Name = Variable|Names1]
    ),
    name_all(Variables, Singletons, Given, N1, Names1).

free_name(N, Given, Name, Next) :-
    letter_name(N, Name0),
    N1 is N + 1,
    (   memberchk(Name0 = _, Given)
    ->  free_name(N1, Given, Name, Next)
    ;   Name = Name0,
        Next = N1
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

lay_out(Clause, Indent0, Stream, Options) :-
    Indent is Indent0 + 4,
    (   var(Clause)
    ->  write_leaf(Clause, 1200, Stream, Options, text(Last))
    ;   cyclic_term(Clause)
    ->  write_leaf(Clause, 1199, Stream, Options, text(Last))
    ;   Clause = (Head :- Body),
        Body == true
    ->  write_leaf(Head, 1199, Stream, Options, text(Last))
    ;   Clause = (Head :- Body)
    ->  write_operand(Head, 1199, Stream, Options, none),
        write(Stream, ' :-'),
        new_line(Stream, Indent),
        write_body(Body, Indent, 1199, Stream, Options, text(Last))
    ;   Clause = (Head --> Body)
    ->  write_operand(Head, 1199, Stream, Options, none),
        write(Stream, ' -->'),
        new_line(Stream, Indent),
        write_body(Body, Indent, 1199, Stream, Options, text(Last))
    ;   Clause = (:- Directive)
    ->  write(Stream, ':- '),
        Column is Indent0 + 3,
        write_body(Directive, Column, 1199, Stream, Options, text(Last))
    ;   Clause = (?- Directive)
    ->  write(Stream, '?- '),
        Column is Indent0 + 3,
        write_body(Directive, Column, 1199, Stream, Options, text(Last))
    ;   write_leaf(Clause, 1199, Stream, Options, text(Last))
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

% Options are those of write_term/2, all but the priority. Last is text(Text), where Text becomes some text that ends in the last
% character written, or none when it is not wanted.
write_body(Goal, _, Priority, Stream, Options, Last) :-
    var(Goal),
    !,
    write_leaf(Goal, Priority, Stream, Options, Last).
write_body((A, B), Indent, Priority, Stream, Options, Last) :-
    Priority >= 1000,
    !,
    write_body(A, Indent, 999, Stream, Options, none),
    write(Stream, ','),
    new_line(Stream, Indent),
    write_body(B, Indent, 1000, Stream, Options, Last).
write_body((A, B), Indent, _, Stream, Options, Last) :-
    !,
    write_parenthesised((A, B), Indent, Stream, Options, Last).
write_body(Goal, Indent, _, Stream, Options, Last) :-
    is_alternative(Goal),
    !,
    write_parenthesised(Goal, Indent, Stream, Options, Last).
write_body(\+ Goal, Indent, _, Stream, Options, Last) :-
    !,
    write(Stream, '\\+ '),
    Indent1 is Indent + 3,
    (   starts_open(Goal)
    ->  write_parenthesised(Goal, Indent1, Stream, Options, Last)
    ;   write_body(Goal, Indent1, 200, Stream, Options, Last)
    ).
write_body(Goal, _, Priority, Stream, Options, Last) :-
    write_operand(Goal, Priority, Stream, Options, Last).

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

write_parenthesised(Goal, Indent, Stream, Options, Last) :-
    write(Stream, '(   '),
    write_alternatives(Goal, Indent, Stream, Options),
    new_line(Stream, Indent),
    write(Stream, ')'),
    ends_in(Last, ')').

ends_in(none, _).
ends_in(text(Text), Text).

% The parts of a disjunction at Indent, in the column of its parenthesis.
write_alternatives(Goal, Indent, Stream, Options) :-
    nonvar(Goal),
    alternative_parts(Goal, A, B, Mark),
    !,
    write_left_part(A, Mark, Indent, Stream, Options),
    new_line(Stream, Indent),
    write(Stream, Mark),
    write_right_part(B, Mark, Indent, Stream, Options).
write_alternatives(Goal, Indent, Stream, Options) :-
    Indent1 is Indent + 4,
    write_body(Goal, Indent1, 1000, Stream, Options, none).

alternative_parts((A ; B), A, B, ';   ').
alternative_parts('|'(A, B), A, B, '|   ').
alternative_parts((A -> B), A, B, '->  ').
alternative_parts((A *-> B), A, B, '*-> ').

% The left side of ; may be an if-then without parentheses of its own; other alternatives get them.
write_left_part(Goal, Mark, Indent, Stream, Options) :-
    (   nonvar(Goal),
        is_if_then(Goal),
        is_or(Mark)
    ->  write_alternatives(Goal, Indent, Stream, Options)
    ;   Indent1 is Indent + 4,
        write_body(Goal, Indent1, 1000, Stream, Options, none)
    ).

% The right side of ; may go on with alternatives; that of -> may not.
write_right_part(Goal, Mark, Indent, Stream, Options) :-
    (   nonvar(Goal),
        is_or(Mark),
        is_alternative(Goal)
    ->  write_alternatives(Goal, Indent, Stream, Options)
    ;   Indent1 is Indent + 4,
        write_body(Goal, Indent1, 1000, Stream, Options, none)
    ).

is_if_then((_ -> _)).
is_if_then((_ *-> _)).

is_or(';   ').
is_or('|   ').

% The same for an operand of the clause's operators: an atom that is an operator itself stands in brackets.
write_operand(Term, Priority, Stream, Options, Last) :-
    (   atom(Term),
        is_operator(Term, Options)
    ->  write(Stream, '('),
        write_leaf(Term, Priority, Stream, Options, none),
        write(Stream, ')'),
        ends_in(Last, ')')
    ;   write_leaf(Term, Priority, Stream, Options, Last)
    ).

is_operator(Atom, Options) :-
    option(module(Module), Options, user),
    current_op(_, _, Module:Atom),
    !.

write_leaf(Term, Priority, Stream, Options, none) :-
    write_term(Stream, Term, [priority(Priority)|Options]).
write_leaf(Term, Priority, Stream, Options, text(Text)) :-
    with_output_to(atom(Text), write_term(Term, [priority(Priority)|Options])),
    write(Stream, Text).

% Goals nested deeper than any line is wide stand in one column, so that the text grows with the clause only.
new_line(Stream, Indent) :-
    nl(Stream),
    Column is min(Indent, 120),
    tab(Stream, Column).
