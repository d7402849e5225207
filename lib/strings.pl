% SPDX-License-Identifier: MIT
%
% strings.pl - lines of strings, indentation, templates.
%
% Text of any kind is taken; results are strings. A line ends in a newline, which the last one may lack.

:- module(strings, [
    string_lines/2,
    split_lines/2,
    dedent_lines/3,
    indent_lines/3,
    indent_lines/4,
    interpolate_string/4
]).

:- use_module(library(error), [must_be/2]).
:- use_module(library(lists), [append/3, memberchk/2]).
:- use_module(library(option), [option/2, option/3]).

:- meta_predicate(indent_lines(1, +, +, -)).
:- meta_predicate(interpolate_string(:, -, +, +)).

% --- Lines ----------------------------------------------------------------------------------------------------------

%! string_lines(?String, ?Lines) is det.
%  Lines are the lines of String, without their newlines. Of an unbound String each line gets one.
string_lines(String, Lines) :-
    (   var(String)
    ->  must_be(list, Lines),
        end_lines(Lines, Pieces),
        joined(Pieces, '', String)
    ;   split_lines(String, Lines0),
        Lines = Lines0
    ).

end_lines([], []).
end_lines([Line|Lines], [Line, '\n'|Pieces]) :-
    end_lines(Lines, Pieces).

%! split_lines(+Text, -Lines) is det.
%  Lines are the lines of Text as strings.
split_lines(Text, Lines) :-
    line_parts(Text, Parts),
    without_empty_end(Parts, Lines).

% What stands between newlines; one part more than there are newlines.
line_parts(Text, Parts) :-
    split_string(Text, '\n', '', Parts).

without_empty_end([Part|Parts], Lines) :-
    (   Parts == []
    ->  (   string_length(Part, 0)
        ->  Lines = []
        ;   Lines = [Part]
        )
    ;   Lines = [Part|Lines1],
        without_empty_end(Parts, Lines1)
    ).

joined(Pieces, Separator, String) :-
    atomic_list_concat(Pieces, Separator, Atom),
    atom_string(Atom, String).

% --- Indentation ----------------------------------------------------------------------------------------------------

%! indent_lines(+Prefix, +Text, -Indented) is det.
%  Puts Prefix before each line of Text that is not blank.
indent_lines(Prefix, Text, Indented) :-
    indent_lines(not_blank, Prefix, Text, Indented).

not_blank(Line) :-
    split_string(Line, '', ' \t\r\n', [Rest]),
    \+ string_length(Rest, 0).

%! indent_lines(:Filter, +Prefix, +Text, -Indented) is det.
%  Puts Prefix before each line of Text for which call(Filter, Line) is true.
indent_lines(Filter, Prefix, Text, Indented) :-
    line_parts(Text, Parts),
    indent_parts(Parts, Filter, Prefix, Indents),
    joined(Indents, '\n', Indented).

% What follows the last newline is no line when it is empty.
indent_parts([Part|Parts], Filter, Prefix, [Indented|Rest]) :-
    (   Parts == [],
        string_length(Part, 0)
    ->  Indented = Part
    ;   call(Filter, Part)
    ->  string_concat(Prefix, Part, Indented)
    ;   Indented = Part
    ),
    (   Parts == []
    ->  Rest = []
    ;   indent_parts(Parts, Filter, Prefix, Rest)
    ).

%! dedent_lines(+Text, -Dedented, +Options) is det.
%  Takes away the indentation that all lines that are not blank have in common. Options are
%    chars(Characters)  what indentation is made of; default space and tab
%    tab(N)             tabs go to columns that are multiples of N, and columns count; without it, characters count
dedent_lines(Text, Dedented, Options) :-
    option(chars(Set0), Options, [' ', '\t']),
    text_characters(Set0, Set),
    line_parts(Text, Parts),
    split_indents(Parts, Set, Lines),
    (   option(tab(Tab), Options)
    ->  must_be(positive_integer, Tab),
        line_widths(Lines, Tab, Widths),
        least_width(Widths, Least),
        cut_widths(Lines, Widths, Least, Cut)
    ;   common_indent(Lines, Common),
        cut_indents(Lines, Common, Cut)
    ),
    joined(Cut, '\n', Dedented).

text_characters(Text, Characters) :-
    text_to_string(Text, String),
    string_chars(String, Characters).

% Each part as line(Indent, Rest), lists of characters; Rest is [] in a blank line.
split_indents([], _, []).
split_indents([Part|Parts], Set, [line(Indent, Rest)|Lines]) :-
    string_chars(Part, Characters),
    split_indent(Characters, Set, Indent, Rest),
    split_indents(Parts, Set, Lines).

split_indent([C|Cs], Set, Indent, Rest) :-
    memberchk(C, Set),
    !,
    Indent = [C|Indent1],
    split_indent(Cs, Set, Indent1, Rest).
split_indent(Rest, _, [], Rest).

% The longest common beginning of the indents of lines that are not blank; unbound when there are none.
common_indent([], _).
common_indent([line(Indent, Rest)|Lines], Common) :-
    common_indent(Lines, Common0),
    (   Rest == []
    ->  Common = Common0
    ;   var(Common0)
    ->  Common = Indent
    ;   common_prefix(Indent, Common0, Common)
    ).

common_prefix([C|Cs], [D|Ds], Prefix) :-
    C == D,
    !,
    Prefix = [C|Prefix1],
    common_prefix(Cs, Ds, Prefix1).
common_prefix(_, _, []).

% Blank lines lose the indent as far as they have it.
cut_indents([], _, []).
cut_indents([line(Indent, Rest)|Lines], Common, [Text|Texts]) :-
    (   nonvar(Common),
        append(Common, Left, Indent)
    ->  append(Left, Rest, Characters)
    ;   Characters = Rest
    ),
    string_chars(Text, Characters),
    cut_indents(Lines, Common, Texts).

line_widths([], _, []).
line_widths([line(Indent, Rest)|Lines], Tab, [width(Width, Rest)|Widths]) :-
    indent_width(Indent, Tab, 0, Width),
    line_widths(Lines, Tab, Widths).

indent_width([], _, Width, Width).
indent_width([C|Cs], Tab, Width0, Width) :-
    (   C == '\t'
    ->  Width1 is (Width0 // Tab + 1) * Tab
    ;   Width1 is Width0 + 1
    ),
    indent_width(Cs, Tab, Width1, Width).

least_width([], _).
least_width([width(Width, Rest)|Widths], Least) :-
    least_width(Widths, Least0),
    (   Rest == []
    ->  Least = Least0
    ;   var(Least0)
    ->  Least = Width
    ;   Least is min(Width, Least0)
    ).

cut_widths([], _, _, []).
cut_widths([line(_, Rest)|Lines], [width(Width, _)|Widths], Least, [Text|Texts]) :-
    (   var(Least)
    ->  Left = 0
    ;   Left is max(0, Width - Least)
    ),
    spaces(Left, Rest, Characters),
    string_chars(Text, Characters),
    cut_widths(Lines, Widths, Least, Texts).

spaces(N, Rest, Characters) :-
    (   N =:= 0
    ->  Characters = Rest
    ;   Characters = [' '|Characters1],
        N1 is N - 1,
        spaces(N1, Rest, Characters1)
    ).

% --- Templates ------------------------------------------------------------------------------------------------------

%! interpolate_string(:Template, -String, +Map, +Options) is semidet.
%  String is Template with
%    {Name}          replaced by the value of Name in Map, a list of Name=Value, as write/1 shows it; Name is written
%                    like a variable, and one that Map lacks raises existence_error(template_var, Name)
%    {Name,Default}  the same, with the text Default for a name that Map lacks
%    {@Goal}         replaced by what Goal writes, if Options has goals(true)
%  Any other brace stands for itself.
interpolate_string(Qualified, String, Map, Options) :-
    strip_module(Qualified, Module, Template),
    text_characters(Template, Characters),
    option(goals(Goals), Options, false),
    must_be(boolean, Goals),
    interpolate(Characters, Module-Goals, Map, Pieces),
    joined(Pieces, '', String).

interpolate([], _, _, []).
interpolate([C|Cs], Context, Map, [Piece|Pieces]) :-
    (   C == '{',
        template(Context, Template, Cs, Rest)
    ->  template_text(Template, Map, Piece),
        interpolate(Rest, Context, Map, Pieces)
    ;   Piece = C,
        interpolate(Cs, Context, Map, Pieces)
    ).

template(Module-true, goal(Module, Text)) -->
    ['@'],
    up_to_brace(Text),
    !.
template(_, value(Name, Default)) -->
    [C],
    { char_type(C, prolog_var_start) },
    name_characters(Cs),
    default(Default),
    { atom_chars(Name, [C|Cs]) }.

name_characters([C|Cs]) -->
    [C],
    { char_type(C, prolog_identifier_continue) },
    !,
    name_characters(Cs).
name_characters([]) -->
    [].

default(none) -->
    ['}'],
    !.
default(text(Text)) -->
    [','],
    up_to_brace(Text).

up_to_brace(Text) -->
    [C],
    (   { C == '}' }
    ->  { Text = [] }
    ;   { Text = [C|Text1] },
        up_to_brace(Text1)
    ).

template_text(goal(Module, Text), _, Piece) :-
    atom_chars(Atom, Text),
    term_to_atom(Goal, Atom),
    with_output_to(atom(Piece), Module:Goal).
template_text(value(Name, Default), Map, Piece) :-
    (   memberchk(Name=Value, Map)
    ->  format(atom(Piece), '~w', [Value])
    ;   Default = text(Text)
    ->  atom_chars(Piece, Text)
    ;   throw(error(existence_error(template_var, Name), context(strings:interpolate_string/4, _)))
    ).
