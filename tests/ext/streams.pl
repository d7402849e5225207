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

% A stream that reads bytes from a file, with the options of open/4.
open_bytes(Bytes, Options, Stream) :-
    scratch(File),
    open(File, write, Out, [type(binary)]),
    forall(member(Byte, Bytes), put_byte(Out, Byte)),
    close(Out),
    open(File, read, Stream, Options).

with_bytes(Bytes, Options, Chars) :-
    setup_call_cleanup(open_bytes(Bytes, Options, Stream), all_chars(Stream, Chars), close(Stream)).

all_chars(Stream, Chars) :-
    get_char(Stream, Char),
    (   Char == end_of_file
    ->  Chars = []
    ;   Chars = [Char|Rest],
        all_chars(Stream, Rest)
    ).

% The bytes in the scratch file.
bytes(Bytes) :-
    scratch(File),
    open(File, read, Stream, [type(binary)]),
    all_bytes(Stream, Bytes),
    close(Stream).

all_bytes(Stream, Bytes) :-
    get_byte(Stream, Byte),
    (   Byte =:= -1
    ->  Bytes = []
    ;   Bytes = [Byte|Rest],
        all_bytes(Stream, Rest)
    ).

% What Chars become in an encoding.
encoded(Encoding, Chars, Bytes) :-
    scratch(File),
    setup_call_cleanup(open(File, write, Stream, [encoding(Encoding)]), forall(member(Char, Chars), put_char(Stream, Char)), close(Stream)),
    bytes(Bytes).

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
?- is_stream('$stream'(s1000000)) ; is_stream('$stream'(s)) ; is_stream('$stream'(s999999999999999999999)) ; is_stream('$stream'(sx)) ; is_stream('$stream'(1)).
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
% tab/1,2, skip/1,2
?- tab(3), put_char(x).
   true, outputs "   x".
?- tab(2 * 2 - 1), put_char(x).
   true, outputs "   x".
?- tab(0), tab(-5).
   true, outputs "".
?- current_output(_S), tab(_S, 2), put_char(x).
   true, outputs "  x".
?- tab(_).
   error(instantiation_error, _).
?- tab(1.5).
   error(type_error(integer, 1.5), _).
?- tab(a).
   error(type_error(evaluable, a/0), _).
?- tab(user_input, 1).
   error(permission_error(output, stream, user_input), _).
?- tab(_, 1).
   error(instantiation_error, _).
?- open_string("abc\ndef", _S), skip(_S, '\n'), get_char(_S, C).
   C = d.
?- open_string("abc\ndef", _S), skip(_S, 0'c), get_char(_S, C).
   C = '\n'.
?- open_string("abc", _S), skip(_S, x), get_char(_S, C).
   C = end_of_file.
?- skip(user_input, f(x)).
   error(type_error(character, f(x)), _).

% encodings: bytes that text becomes, and back
?- encoded(utf8, "λ", B).
   B = [0xCE, 0xBB].
?- encoded(iso_latin_1, "ä", B).
   B = [0xE4].
?- encoded(utf16le, "aλ😀", B).
   B = [97, 0, 0xBB, 0x03, 0x3D, 0xD8, 0x00, 0xDE].
?- encoded(utf16be, "aλ😀", B).
   B = [0, 97, 0x03, 0xBB, 0xD8, 0x3D, 0xDE, 0x00].
?- encoded(ascii, "a", B).
   B = [97].
?- encoded(octet, "ÿ", B).
   B = [255].
?- member(E, [ascii, octet, iso_latin_1]), catch(encoded(E, "λ", _), error(Error, _), true).
   E = ascii, Error = representation_error(character)
;  E = octet, Error = representation_error(character)
;  E = iso_latin_1, Error = representation_error(character).
?- with_bytes([0xE4], [encoding(iso_latin_1)], T).
   T = "ä".
?- with_bytes([0, 97, 0x03, 0xBB, 0xD8, 0x3D, 0xDE, 0x00], [encoding(utf16be)], T).
   T = "aλ😀".
?- with_bytes([97, 0, 0x3D, 0xD8, 0x00, 0xDE], [encoding(utf16le)], T).
   T = "a😀".
?- with_bytes([0xEF, 0xBB, 0xBF, 0'x], [], T).
   T = "x".
?- with_bytes([0xFE, 0xFF, 0, 0'x], [], T).
   T = "x".
?- with_bytes([0xFF, 0xFE, 0'x, 0], [], T).
   T = "x".
?- with_bytes([0xEF, 0xBB, 0xBF, 0'x], [bom(false)], T).
   T = "\xFEFF\x".
?- with_bytes([0xFE, 0xFF, 0, 0'x], [encoding(utf8), bom(true)], T).
   T = "x".
?- scratch(_F), open(_F, write, _S, [encoding(utf16le), bom(true)]), put_char(_S, a), close(_S), bytes(B).
   B = [0xFF, 0xFE, 97, 0].
?- scratch(_F), open(_F, write, _S, [encoding(utf8), bom(true)]), put_char(_S, a), close(_S), bytes(B), open(_F, read, _T), stream_property(_T, bom(M)),
   stream_property(_T, encoding(E)), close(_T).
   B = [0xEF, 0xBB, 0xBF, 97], M = true, E = utf8.
?- with_bytes([0'x, 10, 0xFF, 0'y], [], _).
   error(representation_error(character), context(_, stream(_, 2, _, 2))).
?- with_bytes([0xC3], [], _).
   error(representation_error(character), _).
?- with_bytes([0xED, 0xA0, 0x80], [], _).
   error(representation_error(character), _).
?- with_bytes([0xF4, 0x90, 0x80, 0x80], [], _).
   error(representation_error(character), _).
?- with_bytes([0xC0, 0x80], [], _).
   error(representation_error(character), _).
?- with_bytes([128], [encoding(ascii)], _).
   error(representation_error(character), _).
?- with_bytes([0xD8, 0x00, 0, 97], [encoding(utf16be)], _).
   error(representation_error(character), _).
?- with_bytes([0xDE, 0x00], [encoding(utf16be)], _).
   error(representation_error(character), _).
?- with_bytes([0], [encoding(utf16be)], _).
   error(representation_error(character), _).
?- open_bytes([0'a, 0'., 10, 0xFF, 0'., 10, 0'b, 0'., 10], [], _S), read(_S, A), catch(read(_S, _), error(E, _), true), read(_S, B), close(_S).
   A = a, B = b, check(nonvar(E)).
?- open_bytes([0'a, 0xCE, 0xBB], [encoding(iso_latin_1)], _S), get_char(_S, A), set_stream(_S, encoding(utf8)), get_char(_S, B), close(_S).
   A = a, B = 'λ'.

% newlines
?- scratch(_F), open(_F, write, _S, [newline(dos)]), put_char(_S, a), nl(_S), close(_S), bytes(B).
   B = [97, 13, 10].
?- with_bytes([97, 13, 10, 98, 13, 99], [newline(dos)], T).
   T = "a\nb\rc".
?- with_bytes([97, 13, 10], [newline(posix)], T).
   T = "a\r\n".
?- open_bytes([97, 13, 10, 98], [newline(dos)], _S), get_char(_S, _), peek_char(_S, A), get_char(_S, A), line_count(_S, L), byte_count(_S, B), close(_S).
   A = '\n', L = 2, B = 3.

% with_output_to/2,3
?- with_output_to(atom(A), write(f(x))).
   A = 'f(x)', det.
?- with_output_to(string(S), write(f(x))), string(S).
   check(string_concat(S, "", "f(x)")).
?- with_output_to(chars(Cs), write(abc)).
   Cs = "abc".
?- with_output_to(codes(Cs), write(ab)).
   Cs = [0'a, 0'b].
?- with_output_to(codes(Cs, T), write(ab)).
   Cs = [0'a, 0'b|T].
?- with_output_to(chars(Cs, T), write(ab)).
   Cs = [a, b|T].
?- with_output_to(chars(Cs), true).
   Cs = [].
?- with_output_to(atom(A), ( write(a), with_output_to(atom(B), write(b)), write(c) )).
   A = ac, B = b.
?- with_output_to(atom(A), member(X, [1, 2])).
   A = '', X = 1, det.
?- with_output_to(atom(_), ( write(lost), fail )).
   false.
?- catch(with_output_to(atom(_), ( write(lost), throw(oops) )), B, true), write(shown).
   B = oops, outputs "shown".
?- current_output(_O), ( with_output_to(atom(_), fail) ; true ), current_output(_P), _O == _P.
   true.
?- findall(_S, stream_property(_S, mode(_)), _Before), catch(with_output_to(atom(_), throw(x)), _, true), ( with_output_to(atom(_), fail) -> true ; true ),
   with_output_to(atom(_), true), findall(_S, stream_property(_S, mode(_)), _After), _Before == _After.
   true.
?- with_output_to(atom(x), write(y)).
   false.
?- with_output_to(atom(A), ( write(a), nl, tab(2), put_char(b) )).
   A = 'a\n  b'.
?- with_output_to(string(_S), forall(between(1, 20000, _), write(abcde))), string_length(_S, L).
   L = 100000.
?- with_output_to(atom(A), format("~t~w~5|", [x])).
   A = '    x'.
?- with_output_to(_, true).
   error(instantiation_error, _).
?- with_output_to(foo(_), true).
   error(domain_error(output_sink, foo(_)), _).
?- with_output_to(atom(_), _).
   error(instantiation_error, _).
?- with_output_to(atom(_), 1).
   error(type_error(callable, 1), _).
?- with_output_to(atom(A), ( write(a), write(user_error, b) ), [capture([user_error])]).
   A = ab.
?- stream_property(_S, alias(user_error)), with_output_to(atom(_), true, [capture([user_error, user_output])]), stream_property(_T, alias(user_error)), _S == _T.
   true.
?- with_output_to(atom(A), write(x), []).
   A = x.
?- with_output_to(atom(_), true, [capture([foo])]).
   error(domain_error(output_stream_alias, foo), _).

% read_string/3,5, peek_string/3, read_pending_codes/3
?- open_string("hello", _S), read_string(_S, 2, _A), read_string(_S, N, _B), read_string(_S, 5, _C), maplist(atom_string, As, [_A, _B, _C]).
   N = 3, As = [he, llo, ''].
?- open_string("héllo", _S), peek_string(_S, 3, _A), get_char(_S, C), peek_string(_S, 100, _B), maplist(atom_string, As, [_A, _B]).
   As = ['hél', 'éllo'], C = h.
?- open_string("a,b;c", _S), findall(X-E, (member(_, [1, 2, 3, 4]), read_string(_S, ",;", "", E, _X), atom_string(X, _X)), Xs).
   Xs = [a-0',, b-0';, c-(-1), ''-(-1)].
?- open_string("  a  \nb", _S), read_string(_S, "\n", " ", E, _X), atom_string(X, _X).
   X = a, E = 10.
?- open_string("abc", _S), read_pending_codes(_S, Cs, T), read_pending_codes(_S, Ds, T2).
   Cs = [0'a, 0'b, 0'c|T], Ds = [], check(var(T2)).
?- open_string("abc", _S), get_char(_S, _), fill_buffer(_S), read_pending_chars(_S, Cs, []).
   Cs = "bc".
?- peek_string(_, 1, _).
   error(instantiation_error, _).
?- open_string("x", _S), peek_string(_S, -1, _).
   error(domain_error(not_less_than_zero, -1), _).
?- open_string("x", _S), read_string(_S, a, _).
   error(type_error(integer, a), _).
?- read_string(user_output, 1, _).
   error(permission_error(input, stream, user_output), _).

% copy_stream_data/2,3
?- open_string("héllo wörld", _S), with_output_to(atom(A), ( current_output(_O), copy_stream_data(_S, _O) )).
   A = 'héllo wörld'.
?- open_string("héllo", _S), with_output_to(atom(A), ( current_output(_O), copy_stream_data(_S, _O, 2) )), get_char(_S, C).
   A = hé, C = l.
?- open_string("abc", _S), current_output(_O), copy_stream_data(_S, _O, 10).
   true, outputs "abc".
?- open_bytes([0xE4, 13, 10], [encoding(iso_latin_1), newline(dos)], _S), with_output_to(atom(A), ( current_output(_O), copy_stream_data(_S, _O) )), close(_S).
   A = 'ä\n'.
?- open_bytes([0, 1, 255], [type(binary)], _S), scratch(_F), atom_concat(_F, '_copy', _G), open(_G, write, _T, [type(binary)]), copy_stream_data(_S, _T),
   close(_S), close(_T), open(_G, read, _U, [type(binary)]), get_byte(_U, A), get_byte(_U, B), get_byte(_U, C), get_byte(_U, D), close(_U), delete_file(_G).
   A = 0, B = 1, C = 255, D = -1.
?- open_bytes([0], [type(binary)], _S), current_output(_O), catch(copy_stream_data(_S, _O), error(E, _), true), close(_S).
   check(E = permission_error(output, text_stream, _)).
?- copy_stream_data(user_output, user_output).
   error(permission_error(input, stream, user_output), _).
?- copy_stream_data(user_input, user_output, a).
   error(type_error(integer, a), _).

% prompt/2, prompt1/1
?- prompt(_Old, 'more> '), prompt(A, _Old), prompt(_B, _B), _B == _Old.
   A = 'more> '.
?- prompt(_Old, _Old), prompt1("first> "), prompt(_Now, _Now), _Old == _Now, prompt(_, _Old).
   true.
?- prompt(_, f(x)).
   error(type_error(atom, f(x)), _).

% stream_position_data/3, current_stream/3, open_null_stream/1, set_prolog_IO/3
?- open_string("ab\ncd", _S), skip(_S, '\n'), get_char(_S, _), stream_property(_S, position(_P)), findall(F-V, stream_position_data(F, _P, V), Vs).
   Vs = [char_count-4, line_count-2, line_position-1, byte_count-4].
?- open_string("ab", _S), stream_property(_S, position(_P)), stream_position_data(line_count, _P, L).
   L = 1, det.
?- stream_position_data(line_count, _, _).
   error(instantiation_error, _).
?- stream_position_data(line_count, foo, _).
   error(domain_error(stream_position, foo), _).
?- stream_position_data(foo, '$stream_position'(0, 1, 0, 0), _).
   error(domain_error(stream_position_data, foo), _).
?- open_bytes([], [], _S), scratch(_F), current_stream(_N, M, _S), close(_S), _F == _N.
   M = read.
?- open_null_stream(_S), write(_S, hello), nl(_S), write(_S, x), character_count(_S, C), line_count(_S, L), line_position(_S, P), close(_S).
   C = 7, L = 2, P = 1.
?- open_null_stream(x).
   error(uninstantiation_error(x), _).
?- open_string("x", s).
   error(uninstantiation_error(s), _).
?- current_input(_I0), current_output(_O0), stream_property(_E0, alias(user_error)), stream_property(_UI, alias(user_input)), stream_property(_UO, alias(user_output)),
   open_string("in", _I), open_null_stream(_O), set_prolog_IO(_I, _O, _O), write(gone), write(user_error, gone), get_char(C), get_char(user_input, D),
   set_prolog_IO(_UI, _UO, _E0), set_input(_I0), set_output(_O0), close(_O), close(_I).
   C = i, D = n.
?- ttyflush.
   true.
?- open_string("x", _S), stream_pair(_S, _I, _O), _I == _S, var(_O).
   true.
?- scratch(_F), delete_file(_F).
   true.

% write_length/3
?- write_length(f('A b', X), N, [quoted(true), variable_names(['X' = X])]).
   N = 10.
?- write_length('A b', N, []).
   N = 3.
?- write_length(abcdef, _, [max_length(5)]).
   false.
?- write_length(abcdef, N, [max_length(6)]).
   N = 6.
?- write_length(a, _, _).
   error(instantiation_error, _).
?- write_length(a, _, [max_length(x)]).
   error(type_error(integer, x), _).

% set_stream/2: what changes nothing.
?- set_stream(user_input, timeout(1.5)), set_stream(user_input, timeout(infinite)), set_stream(user_output, buffer_size(1024)),
   set_stream(user_input, record_position(true)).
   true.
?- set_stream(user_input, timeout(a)).
   error(type_error(float, a), _).
?- set_stream(user_output, buffer_size(0)).
   error(domain_error(not_less_than_one, 0), _).
?- set_stream(user_output, buffer_size(a)).
   error(type_error(integer, a), _).
?- set_stream(user_output, record_position(a)).
   error(type_error(bool, a), _).

% An encoding of single bytes has no byte order mark.
?- with_bytes([0xEF, 0xBB, 0xBF, 0'x], [encoding(iso_latin_1)], T).
   T = [ï, '»', '¿', x].
?- with_bytes([0xFF, 0xFE, 0'x, 0], [encoding(octet), bom(true)], _T), length(_T, N).
   N = 4.
?- with_bytes([0xFF, 0xFE, 0'x, 0], [encoding(utf8)], T).
   T = "x".

?- stream_pair(_, _, _).
   error(instantiation_error, _).

% read_term/2: singletons(warning)
user:message_hook(singletons(Names), warning, _) :-
    print(Names).

?- open_string("f(Xa, Yb, Yb, _Z, _). g(X, X).", _S), read_term(_S, T, [singletons(warning)]), read_term(_S, U, [singletons(warning)]), close(_S).
   T = f(_, B, B, _, _), U = g(X, X), outputs "['Xa']".

% streams that nothing refers to are closed in time; one that is held, known by an alias or current stays
open_many(N) :- forall(between(1, N, _), open('/dev/null', read, _)).
count_open(N) :- aggregate_all(count, stream_property(_, mode(read)), N).
?- open('/dev/null', read, _S), open('/dev/null', read, _, [alias(kept_by_alias)]), open_many(3000), count_open(_N), _N < 1500, read(_S, E), read(kept_by_alias, F), close(_S), close(kept_by_alias).
   E = end_of_file, F = end_of_file.
?- open('/dev/null', read, _S), assertz(stream_in_clause(_S)), open_many(3000), stream_in_clause(_T), read(_T, E), close(_T), abolish(stream_in_clause/1).
   E = end_of_file.
?- open('/dev/null', read, _S), set_input(_S), open_many(3000), read(E), current_input(_T), close(_T).
   E = end_of_file.
?- garbage_collect, garbage_collect_atoms, count_open(_N), _N < 20.
   true.
