% SPDX-License-Identifier: MIT
%
% ctypes.pl - classes of characters under the names that C has for them. All but to_lower/2 and to_upper/2 take codes and one-character
% atoms, and fail for anything else, end of file included. Elsewhere: code_type/2 and char_type/2, which say what the classes are.

:- module(ctypes, [
    is_alnum/1,
    is_alpha/1,
    is_ascii/1,
    is_cntrl/1,
    is_csym/1,
    is_csymf/1,
    is_digit/1,
    is_digit/3,
    is_endfile/1,
    is_endline/1,
    is_graph/1,
    is_lower/1,
    is_newline/1,
    is_newpage/1,
    is_paren/2,
    is_period/1,
    is_print/1,
    is_punct/1,
    is_quote/1,
    is_space/1,
    is_upper/1,
    is_white/1,
    to_lower/2,
    to_upper/2,
    upper_lower/2
]).

% Code is that of a character, given as a code or a one-character atom.
code_of(Character, Code) :-
    (   integer(Character)
    ->  Character >= 0,
        Code = Character
    ;   atom(Character),
        atom_length(Character, 1)
    ->  char_code(Character, Code)
    ).

is_of_class(Character, Class) :-
    code_of(Character, Code),
    code_type(Code, Class),
    !.

%! is_alnum(@Character) is semidet.
%! is_alpha(@Character) is semidet.
%! is_ascii(@Character) is semidet.
%! is_cntrl(@Character) is semidet.
%! is_csym(@Character) is semidet.
%! is_csymf(@Character) is semidet.
%! is_digit(@Character) is semidet.
%! is_endline(@Character) is semidet.
%! is_graph(@Character) is semidet.
%! is_lower(@Character) is semidet.
%! is_newline(@Character) is semidet.
%! is_newpage(@Character) is semidet.
%! is_period(@Character) is semidet.
%! is_print(@Character) is semidet.
%! is_punct(@Character) is semidet.
%! is_quote(@Character) is semidet.
%! is_space(@Character) is semidet.
%! is_upper(@Character) is semidet.
%! is_white(@Character) is semidet.
%  Character is of this class: csym letters, digits and _; csymf the same without digits; white spaces and tabs; space all layout; newline
%  the character of code 10, newpage that of 12; endline one that ends a line; period one of . ? !; quote one of ' " `.
is_alnum(Character) :-
    is_of_class(Character, alnum).

is_alpha(Character) :-
    is_of_class(Character, alpha),
    \+ is_of_class(Character, digit(_)),
    code_of(Character, Code),
    Code =\= 0'_.

is_ascii(Character) :-
    code_of(Character, Code),
    Code < 128.

is_cntrl(Character) :-
    is_of_class(Character, cntrl).

is_csym(Character) :-
    is_of_class(Character, csym).

is_csymf(Character) :-
    is_of_class(Character, csymf).

is_digit(Character) :-
    is_of_class(Character, digit(_)).

is_endline(Character) :-
    is_of_class(Character, end_of_line).

is_graph(Character) :-
    is_of_class(Character, graph).

is_lower(Character) :-
    is_of_class(Character, lower).

is_newline(Character) :-
    code_of(Character, 10).

is_newpage(Character) :-
    code_of(Character, 12).

is_period(Character) :-
    is_of_class(Character, period).

is_print(Character) :-
    is_of_class(Character, print).

is_punct(Character) :-
    is_of_class(Character, punct).

is_quote(Character) :-
    is_of_class(Character, quote).

is_space(Character) :-
    is_of_class(Character, space).

is_upper(Character) :-
    is_of_class(Character, upper).

is_white(Character) :-
    is_of_class(Character, white).

%! is_digit(?Character, ?Base, ?Weight) is nondet.
%  Character is a digit of numbers to Base, from 2 to 36, and stands for Weight. When it is unbound, it becomes the code of each such digit, of
%  letters both cases.
is_digit(Character, Base, Weight) :-
    between(2, 36, Base),
    (   var(Character)
    ->  digit_code(Character, Weight),
        Weight < Base
    ;   weight_of(Character, Base, Weight)
    ).

digit_code(Code, Weight) :-
    between(0, 35, Weight),
    (   Weight < 10
    ->  Code is 0'0 + Weight
    ;   Code is 0'a + Weight - 10
    ;   Code is 0'A + Weight - 10
    ).

weight_of(Character, Base, Weight) :-
    code_of(Character, Code),
    (   Code >= 0'0,
        Code =< 0'9
    ->  Weight0 is Code - 0'0
    ;   Code >= 0'a,
        Code =< 0'z
    ->  Weight0 is Code - 0'a + 10
    ;   Code >= 0'A,
        Code =< 0'Z
    ->  Weight0 is Code - 0'A + 10
    ),
    Weight0 < Base,
    Weight = Weight0.

%! is_endfile(@Character) is semidet.
%  Character is what input gives at the end: -1 or end_of_file.
is_endfile(Character) :-
    (   Character == -1
    ->  true
    ;   Character == end_of_file
    ).

%! is_paren(?Open, ?Close) is nondet.
%  The two are the codes of a pair of brackets.
is_paren(0'(, 0')).
is_paren(0'[, 0']).
is_paren(0'{, 0'}).

%! to_lower(+Code, -Lower) is det.
%! to_upper(+Code, -Upper) is det.
%  The code of the letter in the other case; Code itself if there is none.
to_lower(Code, Lower) :-
    (   code_type(Code, upper(Lower0))
    ->  Lower = Lower0
    ;   Lower = Code
    ).

to_upper(Code, Upper) :-
    (   code_type(Code, lower(Upper0))
    ->  Upper = Upper0
    ;   Upper = Code
    ).

%! upper_lower(?Upper, ?Lower) is nondet.
%  Upper is the code of a letter in upper case, Lower that of the same one in lower case.
upper_lower(Upper, Lower) :-
    (   nonvar(Upper)
    ->  once(code_type(Upper, upper(Lower)))
    ;   nonvar(Lower)
    ->  once(code_type(Lower, lower(Upper)))
    ;   code_type(Upper, upper(Lower))
    ).
