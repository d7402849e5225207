% SPDX-License-Identifier: MIT
%
% 8.12 Character input and output.

:- dynamic(scratch_file/1).

scratch(File) :-
    scratch_file(File),
    !.
scratch(File) :-
    tmp_file(characters, File),
    assertz(scratch_file(File)).

open_scratch(Mode, Stream, Options) :-
    scratch(File),
    open(File, Mode, Stream, Options).

% Calls Goal with current input set to text; extended by one argument, the stream.
with_input(Text, Goal) :-
    current_input(Old),
    open_string(Text, Stream),
    set_input(Stream),
    (   catch(Goal, Error, true)
    ->  true
    ;   Error = failed
    ),
    set_input(Old),
    close(Stream),
    (   var(Error)
    ->  true
    ;   Error == failed
    ->  fail
    ;   throw(Error)
    ).

% 8.12.1 get_char/1,2
?- with_input("qwerty", get_char(C)).
   C = q.
?- open_string("qwerty", _S), get_char(_S, A), get_char(_S, B), close(_S).
   A = q, B = w.
?- open_string("ab", _S), get_char(_S, b).
   false.
?- open_string("", _S), get_char(_S, C).
   C = end_of_file.
?- open_string("", _S), get_char(_S, end_of_file).
   true, det.
?- open_string("\n", _S), get_char(_S, C).
   C = '\n'.
?- open_string("äλ😀", _S), get_char(_S, A), get_char(_S, B), get_char(_S, C), get_char(_S, D).
   A = ä, B = λ, C = '😀', D = end_of_file.
?- get_char(_, _).
   error(instantiation_error, _).
?- get_char(user_input, 1).
   error(type_error(in_character, 1), _).
?- get_char(user_input, ab).
   error(type_error(in_character, ab), _).
?- get_char(nostream, 1).
   error(type_error(in_character, 1), _).
?- get_char(f(x), _).
   error(domain_error(stream_or_alias, f(x)), _).
?- get_char(nostream, _).
   error(existence_error(stream, nostream), _).
?- get_char(user_output, _).
   error(permission_error(input, stream, user_output), _).
?- open_scratch(write, _S, []), close(_S), open_scratch(read, _B, [type(binary)]), get_char(_B, _).
   error(permission_error(input, binary_stream, _), _).
?- open_string("", _S), set_stream(_S, eof_action(error)), get_char(_S, _), get_char(_S, _).
   error(permission_error(input, past_end_of_stream, _), _).
?- open_scratch(write, _S, [type(binary)]), put_byte(_S, 0xff), put_byte(_S, 0'a), close(_S),
   open_scratch(read, _T, []), catch(get_char(_T, _), error(E, _), true), get_char(_T, C), close(_T).
   E = representation_error(character), C = a.

% 8.12.1 get_code/1,2
?- with_input("qwerty", get_code(C)).
   C = 0'q.
?- open_string("qw", _S), get_code(_S, 0'p).
   false.
?- open_string("", _S), get_code(_S, C).
   C = -1.
?- get_code(_, _).
   error(instantiation_error, _).
?- get_code(user_input, p).
   error(type_error(integer, p), _).
?- get_code(user_input, -2).
   error(representation_error(in_character_code), _).
?- get_code(user_input, 0x110000).
   error(representation_error(in_character_code), _).
?- get_code(f(x), -2).
   error(domain_error(stream_or_alias, f(x)), _).
?- get_code(user_output, _).
   error(permission_error(input, stream, user_output), _).

% 8.12.2 peek_char/1,2, peek_code/1,2
?- with_input("qwerty", (peek_char(A), peek_char(B), get_char(C))).
   A = q, B = q, C = q.
?- open_string("", _S), peek_char(_S, A), peek_char(_S, B).
   A = end_of_file, B = end_of_file.
?- open_string("λ", _S), peek_code(_S, A), get_code(_S, B), peek_code(_S, C).
   A = 955, B = 955, C = -1.
?- open_string("qwerty", _S), peek_char(_S, p).
   false.
?- peek_char(_, _).
   error(instantiation_error, _).
?- peek_char(user_input, 1).
   error(type_error(in_character, 1), _).
?- peek_char(user_output, _).
   error(permission_error(input, stream, user_output), _).
?- open_scratch(read, _S, [type(binary)]), peek_char(_S, _).
   error(permission_error(input, binary_stream, _), _).
?- open_string("", _S), set_stream(_S, eof_action(error)), get_char(_S, _), peek_char(_S, _).
   error(permission_error(input, past_end_of_stream, _), _).
?- peek_code(user_input, a).
   error(type_error(integer, a), _).
?- peek_code(user_input, -3).
   error(representation_error(in_character_code), _).

% 8.12.3 put_char/1,2
?- put_char(t).
   true, outputs "t".
?- current_output(_S), put_char(_S, 'A').
   true, outputs "A".
?- put_char('λ'), put_char('\n').
   true, outputs "λ\n".
?- put_char(_).
   error(instantiation_error, _).
?- put_char(_, t).
   error(instantiation_error, _).
?- put_char(ty).
   error(type_error(character, ty), _).
?- put_char(1).
   error(type_error(character, 1), _).
?- put_char(nostream, 1).
   error(type_error(character, 1), _).
?- put_char([]).
   error(type_error(character, []), _).
?- put_char(f(x), a).
   error(domain_error(stream_or_alias, f(x)), _).
?- put_char(nostream, a).
   error(existence_error(stream, nostream), _).
?- put_char(user_input, a).
   error(permission_error(output, stream, user_input), _).
?- open_scratch(write, _S, [type(binary)]), put_char(_S, a).
   error(permission_error(output, binary_stream, _), _).
?- open_scratch(write, _S, [encoding(ascii)]), put_char(_S, 'λ').
   error(representation_error(character), _).

% 8.12.3 put_code/1,2
?- put_code(0't).
   true, outputs "t".
?- put_code(_).
   error(instantiation_error, _).
?- put_code(t).
   error(type_error(integer, t), _).
?- put_code(-1).
   error(representation_error(character_code), _).
?- put_code(0xD800).
   error(representation_error(character_code), _).
?- put_code(0x110000).
   error(representation_error(character_code), _).
?- put_code(user_input, -1).
   error(permission_error(output, stream, user_input), _).

% 8.12.3 nl/0,1
?- nl, put_char(a).
   true, outputs "\na".
?- current_output(_S), nl(_S), put_char(_S, a).
   true, outputs "\na".
?- nl(_).
   error(instantiation_error, _).
?- nl(user_input).
   error(permission_error(output, stream, user_input), _).
?- nl(nostream).
   error(existence_error(stream, nostream), _).

% Not of the standard: tab/1,2, skip/1,2
?- tab(3), put_char(x).
   true, outputs "   x".
?- tab(2 * 2 - 1), put_char(x).
   true, outputs "   x".
?- tab(0), tab(-5).
   true, outputs "".
?- tab(_).
   error(instantiation_error, _).
?- tab(1.5).
   error(type_error(integer, 1.5), _).
?- tab(user_input, 1).
   error(permission_error(output, stream, user_input), _).
?- with_input("abc\ndef", (skip('\n'), get_char(C))).
   C = d.
?- scratch(_F), delete_file(_F).
   true.
