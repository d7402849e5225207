% SPDX-License-Identifier: MIT
%
% Streams beyond the standard: text as a stream, counts, seek/4, set_stream/2.

:- dynamic(scratch_file/1).

scratch(File) :-
    scratch_file(File),
    !.
scratch(File) :-
    tmp_file(more_streams, File),
    assertz(scratch_file(File)).

open_text(Text, Stream) :-
    scratch(File),
    open(File, write, Out),
    format(Out, "~s", [Text]),
    close(Out),
    open(File, read, Stream).

% open_string/2
?- open_string("ab", _S), get_char(_S, A), open_string(xy, _T), get_char(_T, B), open_string(12, _U), get_char(_U, C).
   A = a, B = x, C = '1'.
?- open_string([], _S), get_char(_S, C).
   C = end_of_file.
?- open_string(_, _).
   error(instantiation_error, _).
?- open_string(f(x), _).
   error(type_error(_, f(x)), _).

% is_stream/1
?- is_stream(user_input), is_stream(user_error).
   true.
?- is_stream(foo).
   false.
?- is_stream(_).
   false.
?- is_stream('$stream'(1000000)).
   false.

% line_count/2 and the like
?- open_string("ab\nλc", _S), get_char(_S, _), line_position(_S, P1), get_char(_S, _), get_char(_S, _), line_count(_S, L), line_position(_S, P2),
   get_char(_S, _), character_count(_S, Cs), byte_count(_S, Bs).
   P1 = 1, L = 2, P2 = 0, Cs = 4, Bs = 5.
?- open_string("\tx", _S), get_char(_S, _), line_position(_S, P).
   P = 8.
?- line_count(_, _).
   error(instantiation_error, _).
?- line_count(user_input, a).
   error(type_error(integer, a), _).

% seek/4
?- open_text("hello world", _S), seek(_S, 6, bof, N), get_char(_S, A), seek(_S, -1, eof, M), get_char(_S, B), seek(_S, -2, current, K),
   get_char(_S, C), close(_S).
   N = 6, A = w, M = 10, B = d, K = 9, C = l.
?- open_text("hello", _S), catch(seek(_S, -1, bof, _), error(E, _), true), close(_S).
   E = domain_error(position, -1).
?- open_text("hello", _S), catch(seek(_S, 0, middle, _), error(E, _), true), close(_S).
   E = domain_error(position, middle).
?- seek(user_error, 0, bof, _).
   error(permission_error(reposition, stream, user_error), _).
?- open_string("abc", _S), seek(_S, 2, bof, _), get_char(_S, C).
   C = c.

% set_stream/2
?- open_string("x", _S), set_stream(_S, alias(nickname)), get_char(nickname, C), close(nickname).
   C = x.
?- open_string("ab", _S), set_stream(_S, alias(user_input)), get_char(A), get_char(user_input, B), close(user_input), get_char(C).
   A = a, B = b, C = end_of_file.
?- open_string("x", _S), set_stream(_S, foo(bar)).
   error(domain_error(stream_property, foo(bar)), _).
?- open_string("x", _S), set_stream(_S, alias(_)).
   error(instantiation_error, _).
?- set_stream(_, alias(x)).
   error(instantiation_error, _).
?- open_string("x", _S), set_stream(_S, type(binary)), get_byte(_S, B).
   B = 120.
?- open_string("x", _S), set_stream(_S, line_position(5)), get_char(_S, _), line_position(_S, P).
   P = 6.
?- set_stream(user_output, buffer(line)), stream_property(_S, alias(user_output)), stream_property(_S, buffer(B)).
   B = line.
?- set_stream(user_output, buffer(sometimes)).
   error(domain_error(stream_property, buffer(sometimes)), _).
?- scratch(_F), delete_file(_F).
   true.
