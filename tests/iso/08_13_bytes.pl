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

% 8.13.1 get_byte/2, get_byte/1
?- write_bytes([113, 119, 101, 114]), binary(read, _S), get_byte(_S, A), get_byte(_S, B), close(_S).
   A = 113, B = 119.
?- write_bytes([]), binary(read, _S), get_byte(_S, A), close(_S).
   A = -1.
?- write_bytes([113, 119]), binary(read, _S), ( get_byte(_S, 114) -> R = yes ; R = no ), get_byte(_S, B), close(_S).
   R = no, B = 119.
?- get_byte(user_input, "a").
   error(type_error(in_byte, _), _).
?- get_byte(user_input, 1.0).
   error(type_error(in_byte, 1.0), _).
?- get_byte(_, 256).
   error(instantiation_error, _).
?- get_byte(p).
   error(type_error(in_byte, p), _).
?- get_byte(1, _).
   error(domain_error(stream_or_alias, 1), _).
?- binary(read, _S), close(_S), get_byte(_S, _).
   error(existence_error(stream, _), _).
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

% 8.13.2 peek_byte/2, peek_byte/1
?- write_bytes([113, 119, 101, 114]), binary(read, _S), peek_byte(_S, A), get_byte(_S, B), close(_S).
   A = 113, B = 113.
?- binary(read, _S), current_input(_Old), set_input(_S), peek_byte(A), peek_byte(B), set_input(_Old), close(_S).
   A = 113, B = 113.
?- binary(read, _S), ( peek_byte(_S, 114) -> R = yes ; R = no ), peek_byte(_S, B), close(_S).
   R = no, B = 113.
?- write_bytes([]), binary(read, _S), peek_byte(_S, A), stream_property(_S, end_of_stream(E)), close(_S), write_bytes([113]).
   A = -1, E = at.
?- peek_byte(user_input, 256).
   error(type_error(in_byte, 256), _).
?- peek_byte(user_input, -2).
   error(type_error(in_byte, -2), _).
?- peek_byte(nostream, _).
   error(existence_error(stream, nostream), _).
?- peek_byte(f(x), _).
   error(domain_error(stream_or_alias, f(x)), _).
?- binary(read, _S), set_stream(_S, eof_action(error)), get_byte(_S, _), get_byte(_S, -1), catch(peek_byte(_S, _), error(E, _), true), close(_S).
   check(E = permission_error(input, past_end_of_stream, _)).
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

% 8.13.3 put_byte/2, put_byte/1
?- binary(write, _S), put_byte(_S, 84), close(_S), binary(read, _T), get_byte(_T, A), get_byte(_T, B), close(_T).
   A = 84, B = -1.
?- binary(write, _S), current_output(_Old), set_output(_S), put_byte(0), put_byte(255), set_output(_Old), close(_S),
   binary(read, _T), get_byte(_T, A), get_byte(_T, B), get_byte(_T, C), close(_T).
   A = 0, B = 255, C = -1.
?- binary(write, _S), catch(put_byte(_S, ty), error(E, _), true), close(_S).
   E = type_error(byte, ty).
?- put_byte(_, 256).
   error(instantiation_error, _).
?- put_byte(1.0).
   error(type_error(byte, 1.0), _).
?- put_byte(user_output, "a").
   error(type_error(byte, _), _).
?- binary(write, _S), close(_S), put_byte(_S, 1).
   error(existence_error(stream, _), _).
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

?- scratch(_F), delete_file(_F).
   true.
