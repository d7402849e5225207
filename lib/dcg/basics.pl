% SPDX-License-Identifier: MIT
%
% dcg/basics.pl - grammar rules for numbers, blanks and words.
%
% All of them work on lists of characters and on lists of codes: what they take from a list has the kind of the list. What
% they put into an unbound list are characters if flag double_quotes is chars, else codes.

:- module(dcg_basics, [
    white//0,
    whites//0,
    nonblank//1,
    nonblanks//1,
    blank//0,
    blanks//0,
    blanks_to_nl//0,
    string//1,
    string_without//2,
    alpha_to_lower//1,
    digit//1,
    digits//1,
    integer//1,
    float//1,
    number//1,
    xdigit//1,
    xdigits//1,
    xinteger//1,
    csym//1,
    csyms//1,
    prolog_symbol//1,
    prolog_var_name//1,
    eos//0,
    eol//0,
    remainder//1,
    atom//1
]).

:- use_module(library(lists), [append/2, memberchk/2]).

% --- Elements of either kind ----------------------------------------------------------------------------------------

% Code is the character code of Element, a one-character atom or a code.
code_of(Element, Code) :-
    (   integer(Element)
    ->  Code = Element
    ;   atom(Element),
        atom_length(Element, 1)
    ->  char_code(Element, Code)
    ).

% Number is what Elements are the text of; fails if they are not a number.
elements_number(Elements, Number) :-
    elements_codes(Elements, Codes),
    catch(number_codes(Number, Codes), error(syntax_error(_), _), fail).

elements_codes([], []).
elements_codes([Element|Elements], [Code|Codes]) :-
    code_of(Element, Code),
    elements_codes(Elements, Codes).

% The elements of the text of an atomic term, for writing.
text_elements(Text, Elements) :-
    (   current_prolog_flag(double_quotes, chars)
    ->  atomic_chars(Text, Elements)
    ;   atomic_codes(Text, Elements)
    ).

atomic_codes(Text, Codes) :-
    (   number(Text)
    ->  number_codes(Text, Codes)
    ;   atom_codes(Text, Codes)
    ).

atomic_chars(Text, Chars) :-
    (   number(Text)
    ->  number_chars(Text, Chars)
    ;   atom_chars(Text, Chars)
    ).

% Takes or writes all Elements.
elements([]) -->
    [].
elements([Element|Elements]) -->
    [Element],
    elements(Elements).

is_white(Code) :-
    code_type(Code, white).

is_blank(Code) :-
    code_type(Code, space).

is_digit(Code) :-
    Code >= 0'0,
    Code =< 0'9.

is_csym(Code) :-
    code_type(Code, csym).

% --- Blanks ---------------------------------------------------------------------------------------------------------

%! white// is semidet.
%  One space or tab.
white -->
    [Element],
    { code_of(Element, Code),
      is_white(Code)
    }.

%! whites// is det.
%  As many spaces and tabs as there are.
whites -->
    white,
    !,
    whites.
whites -->
    [].

%! blank// is semidet.
%  One character of layout.
blank -->
    [Element],
    { nonvar(Element),
      code_of(Element, Code),
      is_blank(Code)
    }.

%! blanks// is det.
%  As much layout as there is.
blanks -->
    blank,
    !,
    blanks.
blanks -->
    [].

%! nonblank(-Element)// is semidet.
%  One character that is no layout.
nonblank(Element) -->
    [Element],
    { code_of(Element, Code),
      \+ is_blank(Code)
    }.

%! nonblanks(-Elements)// is det.
%  Everything up to the next layout.
nonblanks([Element|Elements]) -->
    nonblank(Element),
    !,
    nonblanks(Elements).
nonblanks([]) -->
    [].

%! blanks_to_nl// is semidet.
%  Layout up to and with the end of the line, or to the end of the list.
blanks_to_nl -->
    [Element],
    { code_of(Element, Code),
      is_blank(Code)
    },
    !,
    (   { Code =:= 0'\n }
    ->  []
    ;   blanks_to_nl
    ).
blanks_to_nl -->
    eos.

% --- Strings --------------------------------------------------------------------------------------------------------

%! string(-Elements)// is nondet.
%  Any elements, the fewest first.
string([]) -->
    [].
string([Element|Elements]) -->
    [Element],
    string(Elements).

%! string_without(+Ends, -Elements)// is det.
%  Everything up to the first element that is among Ends, a text of any kind, which stays.
string_without(Ends, Elements) -->
    { ends_codes(Ends, Codes) },
    elements_without(Codes, Elements).

ends_codes(Ends, Codes) :-
    (   is_list(Ends)
    ->  elements_codes(Ends, Codes)
    ;   atom(Ends)
    ->  atom_codes(Ends, Codes)
    ;   string_codes(Ends, Codes)
    ).

elements_without(Ends, [Element|Elements]) -->
    [Element],
    { code_of(Element, Code),
      \+ memberchk(Code, Ends)
    },
    !,
    elements_without(Ends, Elements).
elements_without(_, []) -->
    [].

%! alpha_to_lower(?Lower)// is semidet.
%  One letter, in upper or lower case; Lower is the letter in lower case.
alpha_to_lower(Lower) -->
    [Element],
    { nonvar(Element)
    ->  code_of(Element, Code),
        code_type(Code, alpha),
        code_type(Code, to_upper(LowerCode)),
        same_kind(Element, LowerCode, Lower)
    ;   Element = Lower
    }.

% New is Code as the kind of element that Element is.
same_kind(Element, Code, New) :-
    (   integer(Element)
    ->  New = Code
    ;   char_code(New, Code)
    ).

% --- Numbers --------------------------------------------------------------------------------------------------------

%! digit(-Element)// is semidet.
%  One digit.
digit(Element) -->
    [Element],
    { code_of(Element, Code),
      is_digit(Code)
    }.

%! digits(-Elements)// is det.
%  As many digits as there are.
digits([Element|Elements]) -->
    digit(Element),
    !,
    digits(Elements).
digits([]) -->
    [].

some_digits([Element|Elements]) -->
    digit(Element),
    digits(Elements).

%! integer(?Integer)// is semidet.
%  Digits with an optional sign.
integer(Integer) -->
    { nonvar(Integer) },
    !,
    { integer(Integer),
      text_elements(Integer, Elements)
    },
    elements(Elements).
integer(Integer) -->
    sign(Elements, Rest),
    some_digits(Rest),
    { elements_number(Elements, Integer) }.

% Elements is the sign, if there is one that a number can start with, followed by Rest.
sign(Elements, Rest) -->
    [Element],
    { code_of(Element, Code),
      is_sign(Code)
    },
    !,
    { Code =:= 0'-
    ->  Elements = [Element|Rest]
    ;   Elements = Rest
    }.
sign(Rest, Rest) -->
    [].

is_sign(0'-).
is_sign(0'+).

%! float(?Float)// is semidet.
%  A number; its value is made a float.
float(Float) -->
    { nonvar(Float) },
    !,
    { number(Float),
      Value is float(Float),
      text_elements(Value, Elements)
    },
    elements(Elements).
float(Float) -->
    number(Number),
    { Float is float(Number) }.

%! number(?Number)// is semidet.
%  An integer, or a float with a fraction, an exponent or both.
number(Number) -->
    { nonvar(Number) },
    !,
    { number(Number),
      text_elements(Number, Elements)
    },
    elements(Elements).
number(Number) -->
    sign(Elements, Whole),
    some_digits(Digits),
    fraction(Fraction),
    exponent(Exponent),
    { make_number(Digits, Fraction, Exponent, Whole),
      elements_number(Elements, Number)
    }.

% The point with its digits, or nothing.
fraction([Point, Digit|Digits]) -->
    [Point],
    { code_of(Point, 0'.) },
    digit(Digit),
    !,
    digits(Digits).
fraction([]) -->
    [].

exponent([E|Elements]) -->
    [E],
    { code_of(E, Code),
      is_exponent(Code)
    },
    exponent_sign(Elements, Rest),
    some_digits(Rest),
    !.
exponent([]) -->
    [].

is_exponent(0'e).
is_exponent(0'E).

exponent_sign([Element|Rest], Rest) -->
    [Element],
    { code_of(Element, Code),
      is_sign(Code)
    },
    !.
exponent_sign(Rest, Rest) -->
    [].

% A float with an exponent needs a fraction when Prolog reads it.
make_number(Digits, Fraction, Exponent, Whole) :-
    (   Fraction == [],
        Exponent \== []
    ->  append([Digits, [0'., 0'0], Exponent], Whole)
    ;   append([Digits, Fraction, Exponent], Whole)
    ).

%! xdigit(?Weight)// is semidet.
%  A hexadecimal digit; Weight is its value.
xdigit(Weight) -->
    [Element],
    { nonvar(Element)
    ->  code_of(Element, Code),
        code_weight(Code, Weight)
    ;   integer(Weight),
        weight_code(Weight, Code),
        char_code(Char, Code),
        text_elements(Char, [Element])
    }.

weight_code(Weight, Code) :-
    (   Weight < 10
    ->  Weight >= 0,
        Code is 0'0 + Weight
    ;   Weight < 16,
        Code is 0'a + Weight - 10
    ).

code_weight(Code, Weight) :-
    (   is_digit(Code)
    ->  Weight is Code - 0'0
    ;   Code >= 0'a,
        Code =< 0'f
    ->  Weight is Code - 0'a + 10
    ;   Code >= 0'A,
        Code =< 0'F
    ->  Weight is Code - 0'A + 10
    ).

%! xdigits(?Weights)// is det.
%  As many hexadecimal digits as there are; Weights are their values.
xdigits([Weight|Weights]) -->
    xdigit(Weight),
    !,
    xdigits(Weights).
xdigits([]) -->
    [].

%! xinteger(?Integer)// is semidet.
%  An integer in hexadecimal digits, with an optional sign.
xinteger(Integer) -->
    { nonvar(Integer) },
    !,
    { integer(Integer),
      format(atom(Text), '~16r', [Integer]),
      text_elements(Text, Elements)
    },
    elements(Elements).
xinteger(Integer) -->
    sign(Elements, []),
    xdigit(First),
    xdigits(Weights),
    { weigh([First|Weights], 0, Magnitude),
      (   Elements == []
      ->  Integer = Magnitude
      ;   Integer is -Magnitude
      )
    }.

weigh([], Integer, Integer).
weigh([Weight|Weights], Integer0, Integer) :-
    Integer1 is Integer0 * 16 + Weight,
    weigh(Weights, Integer1, Integer).

% --- Words and ends -------------------------------------------------------------------------------------------------

%! csym(-Element)// is semidet.
%  A letter, a digit or an underscore.
csym(Element) -->
    [Element],
    { code_of(Element, Code),
      is_csym(Code)
    }.

%! csyms(-Elements)// is det.
%  As many letters, digits and underscores as there are.
csyms([Element|Elements]) -->
    csym(Element),
    !,
    csyms(Elements).
csyms([]) -->
    [].

%! prolog_symbol(-Atom)// is semidet.
%  One or more symbol characters, such as those of =.. or -->.
prolog_symbol(Atom) -->
    symbol(First),
    symbols(Codes),
    { atom_codes(Atom, [First|Codes]) }.

symbols([Code|Codes]) -->
    symbol(Code),
    !,
    symbols(Codes).
symbols([]) -->
    [].

symbol(Code) -->
    [Element],
    { code_of(Element, Code),
      atom_codes('#$&*+-./:<=>?@\\^~', Symbols),
      memberchk(Code, Symbols)
    }.

%! prolog_var_name(-Name)// is semidet.
%  The name of a variable: an upper case letter or an underscore, and what csyms//1 takes after it.
prolog_var_name(Name) -->
    [First],
    { code_of(First, Code),
      starts_variable(Code)
    },
    csyms(Rest),
    { elements_codes([First|Rest], Codes),
      atom_codes(Name, Codes)
    }.

starts_variable(Code) :-
    (   Code =:= 0'_
    ->  true
    ;   code_type(Code, upper)
    ).

%! eos// is semidet.
%  The end of the list.
eos([], []).

%! eol// is semidet.
%  The end of a line, or of the list. Into an unbound list it writes a newline.
eol -->
    [Element],
    { nonvar(Element)
    ->  code_of(Element, Code)
    ;   text_elements('\n', [Element]),
        Code = 0'\n
    },
    end_of_line(Code),
    !.
eol -->
    eos.

end_of_line(0'\n) -->
    [].
end_of_line(0'\r) -->
    [Element],
    { code_of(Element, 0'\n) }.

%! remainder(-Rest)// is det.
%  Everything that is left.
remainder(Rest, Rest, []).

%! atom(+Atomic)// is det.
%  Writes the text of an atomic term.
atom(Atomic) -->
    { text_elements(Atomic, Elements) },
    elements(Elements).
