% SPDX-License-Identifier: MIT
% Tests of library(ctypes).

:- use_module(library(ctypes)).

% In holds the characters of Text that are of the class, as characters and as codes.
of_class(X, Goal, Text, In) :-
    atom_chars(Text, Chars),
    atom_codes(Text, Codes),
    findall(X, ( member(X, Chars), call(Goal) ), Found),
    findall(X, ( member(X, Codes), call(Goal) ), FoundCodes),
    atom_chars(In, Found),
    atom_codes(In, FoundCodes).

?- of_class(_C, is_alnum(_C), 'aZ5_- \n', A).
   A = aZ5, det.
?- of_class(_C, is_alpha(_C), 'aZ5_- é', A).
   A = aZé, det.
?- of_class(_C, is_ascii(_C), 'aé', A).
   A = a, det.
?- of_class(_C, is_cntrl(_C), 'a\n\t ', A).
   A = '\n\t', det.
?- of_class(_C, is_csym(_C), 'aZ5_- ', A).
   A = aZ5_, det.
?- of_class(_C, is_csymf(_C), 'aZ5_- ', A).
   A = aZ_, det.
?- of_class(_C, is_digit(_C), 'a05_', A).
   A = '05', det.
?- of_class(_C, is_endline(_C), 'a\n ', A).
   A = '\n', det.
?- of_class(_C, is_graph(_C), 'a5. \n', A).
   A = 'a5.', det.
?- of_class(_C, is_lower(_C), 'aZé5', A).
   A = aé, det.
?- of_class(_C, is_upper(_C), 'aZÉ5', A).
   A = 'ZÉ', det.
?- of_class(_C, is_newline(_C), 'a\n\r', A).
   A = '\n', det.
?- of_class(_C, is_newpage(_C), 'a\f\n', A).
   A = '\f', det.
?- of_class(_C, is_period(_C), 'a.?!,', A).
   A = '.?!', det.
?- of_class(_C, is_print(_C), 'a \n', A).
   A = 'a ', det.
?- of_class(_C, is_punct(_C), 'a,5+ ', A).
   A = ',+', det.
?- of_class(_C, is_quote(_C), 'a\'"`', A).
   A = '\'"`', det.
?- of_class(_C, is_space(_C), 'a \t\n', A).
   A = ' \t\n', det.
?- of_class(_C, is_white(_C), 'a \t\n', A).
   A = ' \t', det.
?- is_alpha(ab).
   false.
?- is_alpha(_).
   false.
?- is_alpha(-1).
   false.
?- is_digit(0'7, 10, W).
   W = 7, det.
?- is_digit(f, 16, W).
   W = 15, det.
?- is_digit('F', 16, W).
   W = 15, det.
?- is_digit(0'8, 8, _).
   false.
?- is_digit(0'-, 10, _).
   false.
?- is_endfile(-1).
   true.
?- is_endfile(end_of_file).
   true.
?- is_endfile(0'a).
   false.
?- is_paren(0'(, C).
   C = 0'), det.
?- is_paren(O, 0']).
   O = 0'[, det.
?- findall(O, is_paren(O, _), L).
   L = [0'(,0'[,0'{], det.
?- to_lower(0'A, L), to_lower(0'a, M), to_lower(0'1, N).
   L = 0'a, M = 0'a, N = 0'1, det.
?- to_upper(0'a, L), to_upper(0'A, M), to_upper(0'1, N).
   L = 0'A, M = 0'A, N = 0'1, det.
?- upper_lower(0'A, L).
   L = 0'a, det.
?- upper_lower(U, 0'a).
   U = 0'A, det.
?- upper_lower(0'a, _).
   false.
?- once(upper_lower(U, L)), integer(U), integer(L).
   check(( integer(U), integer(L) )).

?- is_digit(0'a, 37, _).
   false.
?- findall(_C-_W, is_digit(_C, 12, _W), _L), length(_L, 14), last(_L, X).
   X = 66-11.
?- is_digit(C, 16, 10).
   C = 0'a
;  C = 0'A, det.
?- is_digit(0'8, B, W), B < 11.
   B = 9, W = 8
;  B = 10, W = 8
;  false.
?- is_digit(0'1, 1, _).
   false.
?- is_endfile(-1).
   true, det.
