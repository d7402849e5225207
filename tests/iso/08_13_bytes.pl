% SPDX-License-Identifier: MIT
%
% 8.13 Byte input and output.

:- dynamic(scratch_file/1).

scratch(File) :-
    scratch_file(File),
    !.
scratch(File) :-
    tmp_file(bytes, File),
    assertz(scratch_file(File)).

binary(Mode, Stream) :-
    scratch(File),
    open(File, Mode, Stream, [type(binary)]).

write_bytes(Bytes) :-
    binary(write, Stream),
    put_bytes(Bytes, Stream),
    close(Stream).

put_bytes([], _).
put_bytes([Byte|Bytes], Stream) :-
    put_byte(Stream, Byte),
    put_bytes(Bytes, Stream).

% 8.13.1 get_byte/1,2
?- write_bytes([113, 0, 255]), binary(read, _S), get_byte(_S, A), get_byte(_S, B), get_byte(_S, C), get_byte(_S, D), close(_S).
   A = 113, B = 0, C = 255, D = -1.
?- write_bytes([113]), binary(read, _S), current_input(_Old), set_input(_S), get_byte(B), set_input(_Old), close(_S).
   B = 113.
?- binary(read, _S), get_byte(_S, 114).
   false.
?- binary(read, _S), get_byte(_S, 113), get_byte(_S, -1).
   true, det.
?- get_byte(_, _).
   error(instantiation_error, _).
?- get_byte(user_input, p).
   error(type_error(in_byte, p), _).
?- get_byte(user_input, -2).
   error(type_error(in_byte, -2), _).
?- get_byte(user_input, 256).
   error(type_error(in_byte, 256), _).
?- get_byte(nostream, p).
   error(type_error(in_byte, p), _).
?- get_byte(f(x), _).
   error(domain_error(stream_or_alias, f(x)), _).
?- get_byte(nostream, _).
   error(existence_error(stream, nostream), _).
?- get_byte(user_output, _).
   error(permission_error(input, stream, user_output), _).
?- get_byte(user_input, _).
   error(permission_error(input, text_stream, user_input), _).
?- open_string("x", _S), current_input(_Old), set_input(_S), catch(get_byte(_), error(E, _), true), set_input(_Old), close(_S).
   check(E = permission_error(input, text_stream, _)).
?- binary(read, _S), set_stream(_S, eof_action(error)), get_byte(_S, _), get_byte(_S, B), catch(get_byte(_S, _), error(E, _), true), close(_S).
   B = -1, check(E = permission_error(input, past_end_of_stream, _)).

% 8.13.2 peek_byte/1,2
?- binary(read, _S), peek_byte(_S, A), peek_byte(_S, B), get_byte(_S, C), peek_byte(_S, D), peek_byte(_S, E), close(_S).
   A = 113, B = 113, C = 113, D = -1, E = -1.
?- peek_byte(_, _).
   error(instantiation_error, _).
?- peek_byte(user_input, a).
   error(type_error(in_byte, a), _).
?- peek_byte(user_output, _).
   error(permission_error(input, stream, user_output), _).
?- peek_byte(user_input, _).
   error(permission_error(input, text_stream, user_input), _).

% 8.13.3 put_byte/1,2
?- put_byte(_, _).
   error(instantiation_error, _).
?- put_byte(user_output, _).
   error(instantiation_error, _).
?- put_byte(_).
   error(instantiation_error, _).
?- put_byte(user_output, ty).
   error(type_error(byte, ty), _).
?- put_byte(user_output, -1).
   error(type_error(byte, -1), _).
?- put_byte(user_output, 256).
   error(type_error(byte, 256), _).
?- put_byte(nostream, 0).
   error(existence_error(stream, nostream), _).
?- put_byte(f(x), 0).
   error(domain_error(stream_or_alias, f(x)), _).
?- put_byte(user_input, 0).
   error(permission_error(output, stream, user_input), _).
?- put_byte(user_output, 0).
   error(permission_error(output, text_stream, user_output), _).
?- put_byte(0).
   error(permission_error(output, text_stream, _), _).

% Encodings: what text becomes
?- scratch(_F), open(_F, write, _S, [encoding(utf8)]), put_char(_S, 'λ'), close(_S), binary(read, _T), get_byte(_T, A), get_byte(_T, B),
   get_byte(_T, C), close(_T).
   A = 0xCE, B = 0xBB, C = -1.
?- scratch(_F), open(_F, write, _S, [encoding(iso_latin_1)]), put_char(_S, 'ä'), close(_S), binary(read, _T), get_byte(_T, A),
   get_byte(_T, B), close(_T).
   A = 0xE4, B = -1.
?- scratch(_F), open(_F, write, _S, [encoding(utf16le)]), put_char(_S, a), close(_S), binary(read, _T), get_byte(_T, A), get_byte(_T, B),
   get_byte(_T, C), close(_T).
   A = 97, B = 0, C = -1.
?- write_bytes([0xE4]), scratch(_F), open(_F, read, _S, [encoding(iso_latin_1)]), get_char(_S, C), close(_S).
   C = 'ä'.
?- write_bytes([0xEF, 0xBB, 0xBF, 0'x]), scratch(_F), open(_F, read, _S), get_char(_S, C), stream_property(_S, bom(B)), close(_S).
   C = x, B = true.
?- scratch(_F), open(_F, write, _S, [newline(dos)]), nl(_S), close(_S), binary(read, _T), get_byte(_T, A), get_byte(_T, B), close(_T).
   A = 13, B = 10.
?- scratch(_F), delete_file(_F).
   true.
