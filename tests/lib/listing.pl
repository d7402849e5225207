% SPDX-License-Identifier: MIT
% Tests of library(listing): the text of clauses.

:- use_module(library(listing)).

text(Clause, Text) :-
    with_output_to(atom(Text), portray_clause(Clause)).

?- text(foo, T).
   T = 'foo.\n'.
?- text(foo(X, Y, X, _), T).
   T = 'foo(A, _, A, _).\n'.
?- text((a :- b), T).
   T = 'a :-\n    b.\n'.
?- text((a :- true), T).
   T = 'a.\n'.
?- text((a(X) :- b(X, Y), \+ c(Y)), T).
   T = 'a(A) :-\n    b(A, B),\n    \\+ c(B).\n'.
?- text((a :- ( b -> c ; d )), T).
   T = 'a :-\n    (   b\n    ->  c\n    ;   d\n    ).\n'.
?- text((a :- ( b -> c ; d -> e ; f )), T).
   T = 'a :-\n    (   b\n    ->  c\n    ;   d\n    ->  e\n    ;   f\n    ).\n'.
?- text((a :- ( b ; c, d ), e), T).
   T = 'a :-\n    (   b\n    ;   c,\n        d\n    ),\n    e.\n'.
?- text((a :- \+ ( b, c )), T).
   T = 'a :-\n    \\+ (   b,\n           c\n       ).\n'.
?- text((a :- ( b -> c )), T).
   T = 'a :-\n    (   b\n    ->  c\n    ).\n'.
?- text((:- dynamic(foo/1)), T).
   T = ':- dynamic foo/1.\n'.
?- text('$VAR'(1), T).
   T = '\'$VAR\'(1).\n'.
?- text('A b'('X', [], {}), T).
   T = '\'A b\'(\'X\', [], {}).\n'.
?- text(f(+), T).
   T = 'f(+).\n'.
?- text(+, T).
   T = '+ .\n'.
?- text((a :- X = Y, b(X, Y)), T).
   T = 'a :-\n    A=B,\n    b(A, B).\n'.
?- text((a --> b, c), T).
   T = 'a -->\n    b,\n    c.\n'.
?- text((a :- X), T).
   T = 'a :-\n    _.\n'.
?- portray_clause(f(_, _)).
   true, outputs "f(_, _).\n".
?- current_output(_S), portray_clause(_S, (a:-b)).
   true, outputs "a :-\n    b.\n".
?- with_output_to(atom(_A), listing), atom(_A).
   true.

% portray_clause/3, listing/2
with_options(Clause, Options, Text) :-
    with_output_to(atom(Text), ( current_output(Stream), portray_clause(Stream, Clause, Options) )).

?- with_options(f(_, V, V, W, W), [variable_names(['A' = V])], T).
   T = 'f(_, A, A, B, B).\n'.
?- with_options((a :- b, c), [indent(2)], T).
   T = '  a :-\n      b,\n      c.\n'.
?- with_options((:- a, b), [indent(1)], T).
   T = ' :- a,\n    b.\n'.
?- with_options(f('A', b), [quoted(false), spacing(standard), never_heard_of(it)], T).
   T = 'f(A,b).\n'.
?- with_options(f('$VAR'(1)), [numbervars(true)], T).
   T = 'f(B).\n'.
?- with_options(a, [indent(x)], _).
   error(type_error(integer, x), _).
?- with_options(a, _, _).
   error(instantiation_error, _).
?- assertz(listed(1)), listing(listed/1, [indent(1)]).
   true, outputs " :- dynamic listed/1.\n listed(1).\n\n".

% Terms without end are written as such.
?- _X = f(_X, _Y, _Y), text(_X, T).
   T = '@(_S1, [_S1=f(_S1, A, A)]).\n'.
?- _X = (a, _X), text((b :- _X), T).
   T = '@((b:-_S1), [_S1=(a, _S1)]).\n'.

% Atoms that are operators, as parts of a clause.
?- text(((:-) :- b), T).
   T = '(:-) :-\n    b.\n'.
?- text((b :- (:-), \+ (-)), T).
   T = 'b :-\n    (:-),\n    \\+ (-).\n'.
?- text((:- (dynamic)), T).
   T = ':- (dynamic).\n'.
?- text((:-), T).
   T = ':- .\n'.
