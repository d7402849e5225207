% SPDX-License-Identifier: MIT
%
% Tests of library(strings). Strings are shown as atoms.

:- use_module(library(strings)).
:- use_module(library(lists)).

atoms([], []).
atoms([String|Strings], [Atom|Atoms]) :-
    string(String),
    atom_string(Atom, String),
    atoms(Strings, Atoms).

lines(Text, Atoms) :-
    string_lines(Text, Lines),
    atoms(Lines, Atoms).

dedent(Text, Options, Atom) :-
    dedent_lines(Text, String, Options),
    atoms([String], [Atom]).

indent(Prefix, Text, Atom) :-
    indent_lines(Prefix, Text, String),
    atoms([String], [Atom]).

fill(Template, Map, Options, Atom) :-
    interpolate_string(Template, String, Map, Options),
    atoms([String], [Atom]).

% string_lines/2, split_lines/2
?- lines("a\nb\n", L).
   L = [a, b].
?- lines("a\nb", L).
   L = [a, b].
?- lines("a\n\nb\n\n", L).
   L = [a, '', b, ''].
?- lines("", L).
   L = [].
?- lines("\n", L).
   L = [''].
?- lines(abc, L).
   L = [abc].
?- string_lines(S, [a, "b"]), atoms([S], [A]).
   check(string(S)), A = 'a\nb\n'.
?- string_lines(S, []), atoms([S], [A]).
   check(string(S)), A = ''.
?- string_lines("a\nb\n", [_A, X]), atom_string(B, X).
   check(string(X)), B = b.
?- string_lines(_, _).
   error(instantiation_error, _).
?- string_lines(_, [a|_]).
   error(instantiation_error, _).
?- split_lines("x\ny", _L), atoms(_L, L).
   L = [x, y].

% dedent_lines/3
?- dedent("  a\n    b\n  c\n", [], A).
   A = 'a\n  b\nc\n'.
?- dedent("\n  a\n    b\n  ", [], A).
   A = '\na\n  b\n'.
?- dedent("  a\n\n  b", [], A).
   A = 'a\n\nb'.
?- dedent("   \n  a\n \n  b", [], A).
   A = ' \na\n\nb'.
?- dedent("\ta\n\t b\n", [], A).
   A = 'a\n b\n'.
?- dedent("\ta\n        b\n", [], A).
   A = '\ta\n        b\n'.
?- dedent("\ta\n        b\n", [tab(8)], A).
   A = 'a\nb\n'.
?- dedent("\ta\n    b\n", [tab(8)], A).
   A = '    a\nb\n'.
?- dedent(" | a\n |  b\n", [chars(" |")], A).
   A = 'a\n b\n'.
?- dedent('  a\n b', [], A).
   A = ' a\nb'.
?- dedent("", [], A).
   A = ''.
?- dedent("  ", [], A).
   A = ''.
?- dedent("    a\n  b\n      \n  c\n", [], A).
   A = '  a\nb\n    \nc\n'.
?- dedent_lines(_, _, []).
   error(instantiation_error, _).
?- dedent_lines("a", _, [tab(0)]).
   error(type_error(_, 0), _).

% indent_lines/3,4
?- indent("> ", "a\n\n  \nb", A).
   A = '> a\n\n  \n> b'.
?- indent("> ", "a\n", A).
   A = '> a\n'.
?- indent("> ", "", A).
   A = ''.
starts_with_b(Line) :- sub_string(Line, 0, 1, _, "b").
?- indent_lines(starts_with_b, "> ", "a\nb\n", S), atoms([S], [A]).
   check(string(S)), A = 'a\n> b\n'.
any_line(_).
?- indent_lines(any_line, "> ", "a\n\nb\n", S), atoms([S], [A]).
   check(string(S)), A = '> a\n> \n> b\n'.

% interpolate_string/4
?- fill("hi {Name}!", ['Name'=bob], [], A).
   A = 'hi bob!'.
?- fill("hi {Name}!", [], [], _).
   error(existence_error(template_var, 'Name'), _).
?- fill("hi {Name,def x}!", [], [], A).
   A = 'hi def x!'.
?- fill("hi {Name,def}!", ['Name'='a b'], [], A).
   A = 'hi a b!'.
?- fill("{@write(x)}", [], [goals(true)], A).
   A = x.
?- fill("{@write(x)}", [], [], A).
   A = '{@write(x)}'.
?- fill("{_x} {A1} {a} { A1 }", ['_x'=1, 'A1'=f(2)], [], A).
   A = '1 f(2) {a} { A1 }'.
?- fill("{{A}}", ['A'=1], [], A).
   A = '{1}'.
?- fill("{A", ['A'=1], [], A).
   A = '{A'.
?- fill("{A,}", [], [], A).
   A = ''.
?- fill("{A,x}y}", [], [], A).
   A = 'xy}'.
?- fill("", [], [], A).
   A = ''.
?- interpolate_string(_, _, [], []).
   error(instantiation_error, _).
