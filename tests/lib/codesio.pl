% SPDX-License-Identifier: MIT
% Tests of library(codesio).

:- use_module(library(codesio)).

?- format_to_codes('~a-~w', [x,1], Cs), atom_codes(A, Cs).
   Cs = [0'x,0'-,0'1], A = 'x-1', det.
?- format_to_codes('a', [], Cs, T).
   Cs = [0'a|T], det.
?- write_to_codes(f(X), Cs), Cs = [0'f|_].
   check(is_list(Cs)), det.
?- write_to_codes(a+'B', Cs).
   Cs = [0'a,0'+,0'B], det.
?- write_to_codes(a, Cs, T).
   Cs = [0'a|T], det.
?- write_term_to_codes('B', Cs, [quoted(true)]).
   Cs = [39,66,39], det.
?- write_term_to_codes('B', Cs, T, [quoted(false)]).
   Cs = [0'B|T], det.
?- read_from_codes([0'f,0'(,0'x,0')], T).
   T = f(x), det.
?- read_from_codes([0'a,0'.], T).
   T = a, det.
?- read_from_codes([0'f,0'(], _).
   error(syntax_error(_), _).
?- read_term_from_codes([0'X], T, [variable_names(V)]).
   V = ['X' = T], det.
?- open_codes_stream([0'a,0'b], _S), get_char(_S, C1), get_char(_S, C2), get_char(_S, C3), close(_S).
   C1 = a, C2 = b, C3 = end_of_file, det.
?- with_output_to_codes(write(ab), Cs).
   Cs = [0'a,0'b], det.
?- with_output_to_codes(write(ab), Cs, T).
   Cs = [0'a,0'b|T], det.
?- with_output_to_codes(fail, _).
   false.
?- with_output_to_codes(_, _).
   error(instantiation_error, _).
?- read_from_codes(_, _).
   error(instantiation_error, _).

?- with_output_to_codes(( write(S, a), write(b) ), S, Cs, T).
   Cs = [97, 98|T], check(nonvar(S)).
?- with_output_to_codes(fail, _, _, _).
   false.
