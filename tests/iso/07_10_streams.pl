% SPDX-License-Identifier: MIT
%
% 7.10.1, 7.10.2 Sources, sinks and streams.

:- dynamic(scratch_file/1).

% A file that the queries below write and read.
scratch(File) :-
    scratch_file(File),
    !.
scratch(File) :-
    tmp_file(stream_terms, File),
    assertz(scratch_file(File)).

write_file(Text) :-
    write_file(Text, write).

write_file(Text, Mode) :-
    scratch(File),
    open(File, Mode, Out),
    put_all(Text, Out),
    close(Out).

put_all([], _).
put_all([Char|Chars], Out) :-
    put_char(Out, Char),
    put_all(Chars, Out).

read_file(Text) :-
    scratch(File),
    open(File, read, In),
    get_all(In, Text),
    close(In).

get_all(In, Text) :-
    get_char(In, Char),
    (   Char == end_of_file
    ->  Text = []
    ;   Text = [Char|Rest],
        get_all(In, Rest)
    ).

open_scratch(Mode, Stream, Options) :-
    scratch(File),
    open(File, Mode, Stream, Options).

% What a property of a new stream says; Options are those of open/4.
property_of(Mode, Options, Property) :-
    open_scratch(Mode, Stream, Options),
    findall(Property, stream_property(Stream, Property), Properties),
    close(Stream),
    member(Property, Properties).

% Reads everything that is left with a predicate that takes one unit.
units(Stream, Get, End, Units) :-
    call(Get, Stream, Unit),
    (   Unit == End
    ->  Units = []
    ;   Units = [Unit|Rest],
        units(Stream, Get, End, Rest)
    ).

write_bytes(Bytes) :-
    open_scratch(write, Stream, [type(binary)]),
    put_bytes(Bytes, Stream),
    close(Stream).

put_bytes([], _).
put_bytes([Byte|Bytes], Stream) :-
    put_byte(Stream, Byte),
    put_bytes(Bytes, Stream).

% 7.10.1 Sources and sinks
?- write_file("ab"), open_scratch(read, _S, []), open_scratch(read, _T, []), get_char(_S, A), get_char(_T, B), get_char(_S, C), close(_S), close(_T).
   A = a, B = a, C = b.
?- write_file("ab\n"), open_scratch(read, _S, []), units(_S, get_char, end_of_file, Cs), close(_S).
   Cs = "ab\n".
?- write_bytes([1, 255]), open_scratch(read, _T, [type(binary)]), units(_T, get_byte, -1, Bs), close(_T).
   Bs = [1, 255].
?- open(1, read, _).
   error(domain_error(source_sink, 1), _).
?- open(file('.'), read, _).
   error(domain_error(source_sink, file('.')), _).
?- open('/no/such/file', read, _).
   error(existence_error(source_sink, '/no/such/file'), _).

% 7.10.1.1 I/O modes
?- write_file("old"), open_scratch(read, _S, []), stream_property(_S, mode(M)), get_char(_S, C), close(_S).
   M = read, C = o.
?- write_file("old"), open_scratch(write, _S, []), stream_property(_S, mode(M)), close(_S), read_file(T).
   M = write, T = [].
?- write_file("old"), open_scratch(append, _S, []), stream_property(_S, mode(M)), put_char(_S, '!'), close(_S), read_file(T).
   M = append, T = "old!".
?- write_file("old"), open_scratch(update, _S, []), stream_property(_S, mode(M)), put_char(_S, '!'), close(_S), read_file(T).
   M = update, T = "!ld".

% 7.10.2.1 Stream-term
?- open_scratch(write, _S, []), ground(_S), \+ atom(_S), close(_S).
   true.
?- open_scratch(write, _S, []), open_scratch(write, _T, []), close(_S), close(_T), _S \== _T.
   true.
?- open_scratch(write, _S, []), close(_S), open_scratch(write, _T, []), close(_T), _S \== _T.
   true.
?- open_scratch(write, _S, []), copy_term(_S, _T), put_char(_T, x), close(_S), read_file(T).
   T = "x".
?- open_scratch(write, _S, []), close(_S), put_char(_S, x).
   error(existence_error(stream, _), _).
?- put_char('$stream'(s1000000), x).
   error(existence_error(stream, '$stream'(s1000000)), _).
?- put_char('$stream'(x), x).
   error(existence_error(stream, '$stream'(x)), _).
?- put_char('$stream'(1), x).
   error(domain_error(stream_or_alias, '$stream'(1)), _).
?- put_char('$stream'(_), x).
   error(domain_error(stream_or_alias, '$stream'(_)), _).

% 7.10.2.2 Stream aliases
?- open_scratch(write, _S, [alias(here)]), put_char(here, a), put_char(_S, b), nl(here), close(here), read_file(T).
   T = "ab\n".
?- open_scratch(write, _S, [alias(here)]), close(_S), open_scratch(write, _T, [alias(here)]), stream_property(_T, alias(A)), close(_T).
   A = here.
?- write_file("x"), open_scratch(read, _S, [alias(a), alias(b)]), findall(A, stream_property(_S, alias(A)), As), peek_char(a, C), peek_char(b, D),
   close(b).
   As = [a, b], C = x, D = x.
?- open_scratch(write, _S, [alias([])]), put_char([], x), close([]), read_file(T).
   T = "x".
?- open_scratch(write, _S, [alias(here)]), close(_S), put_char(here, a).
   error(existence_error(stream, here), _).
?- put_char(nowhere, a).
   error(existence_error(stream, nowhere), _).
?- write_file("x"), open_scratch(read, _S, [alias(taken)]), catch(open_scratch(read, _, [alias(taken)]), error(E, _), true), close(_S).
   E = permission_error(open, source_sink, alias(taken)).

% 7.10.2.3 Standard streams
?- findall(A-M, (member(A, [user_input, user_output, user_error]), stream_property(_S, alias(A)), stream_property(_S, mode(M))), Ms).
   Ms = [user_input-read, user_output-append, user_error-append].
?- member(A, [user_input, user_output]), stream_property(_S, alias(A)), \+ stream_property(_S, type(text)).
   false.
?- stream_property(_S, alias(user_input)), stream_property(_S, eof_action(A)).
   A = reset.
?- close(user_output), flush_output(user_output), stream_property(_S, alias(user_output)).
   true, det.
?- close(user_input), stream_property(_S, alias(user_input)).
   true.
?- put_char(user_input, x).
   error(permission_error(output, stream, user_input), _).
?- get_char(user_output, _).
   error(permission_error(input, stream, user_output), _).

% 7.10.2.4 Current streams
?- write_file("xyz"), current_input(_Old), open_scratch(read, _S, []), set_input(_S), current_input(_Now), get_char(C), set_input(_Old), close(_S),
   _Now == _S, current_input(_Last), _Last == _Old.
   C = x.
?- write_file("xyz"), open_scratch(read, _S, []), current_input(_Old), set_input(_S), close(_S), current_input(_Now), stream_property(_Now, alias(A)),
   set_input(_Old).
   A = user_input.
?- open_scratch(write, _S, []), current_output(_Old), set_output(_S), close(_S), current_output(_Now), set_output(_Old), stream_property(_Now, alias(A)).
   A = user_output.

% 7.10.2.5 Target stream
?- current_output(_S), put_char(x), put_char(_S, y).
   true, outputs "xy".
?- open_scratch(write, _S, [alias(target)]), put_char(target, x), put_char(_S, y), close(_S), read_file(T).
   T = "xy".

% 7.10.2.6 Text streams
?- write_file("one\ntwo"), open_scratch(read, _S, [type(text)]), units(_S, get_char, end_of_file, Cs), close(_S).
   Cs = "one\ntwo".
?- write_file("one\n"), open_scratch(read, _S, [type(binary)]), units(_S, get_byte, -1, Bs), close(_S).
   Bs = [0'o, 0'n, 0'e, 10].
?- write_file("é"), open_scratch(read, _S, []), get_code(_S, C), get_code(_S, D), close(_S).
   C = 233, D = -1.

% 7.10.2.7 Binary streams
?- write_bytes([0, 10, 13, 26, 128, 255]), open_scratch(read, _S, [type(binary)]), units(_S, get_byte, -1, Bs), close(_S).
   Bs = [0, 10, 13, 26, 128, 255].
?- write_bytes([]), open_scratch(read, _S, [type(binary)]), units(_S, get_byte, -1, Bs), close(_S).
   Bs = [].

% 7.10.2.8 Stream positions
?- write_file("abc"), open_scratch(read, _S, []), get_char(_S, _), stream_property(_S, position(_P)), get_char(_S, A), get_char(_S, _), get_char(_S, _),
   set_stream_position(_S, _P), get_char(_S, B), close(_S), ground(_P).
   A = b, B = b.
?- write_bytes([7, 8, 9]), open_scratch(read, _S, [type(binary)]), get_byte(_S, _), stream_property(_S, position(_P)), get_byte(_S, _), get_byte(_S, _),
   set_stream_position(_S, _P), get_byte(_S, B), close(_S).
   B = 8.
?- open_string("x", _S), set_stream_position(_S, nowhere).
   error(domain_error(stream_position, nowhere), _).
?- open_string("x", _S), set_stream_position(_S, '$stream_position'(a, b, c, d)).
   error(domain_error(stream_position, _), _).
?- open_string("x", _S), set_stream_position(_S, '$stream_position'(9, 1, 9, 9)).
   error(domain_error(stream_position, _), _).

% 7.10.2.9 End position of a stream
?- write_file("x"), open_scratch(read, _S, []), findall(E, (member(_, [1, 2, 3]), stream_property(_S, end_of_stream(E)), get_char(_S, _)), Es),
   stream_property(_S, end_of_stream(Last)), close(_S).
   Es = [not, at, past], Last = past.
?- write_file("x"), open_scratch(read, _S, [eof_action(error)]), get_char(_S, _), get_char(_S, _), get_char(_S, _).
   error(permission_error(input, past_end_of_stream, _), _).
?- write_bytes([]), open_scratch(read, _S, [type(binary), eof_action(error)]), get_byte(_S, -1), get_byte(_S, _).
   error(permission_error(input, past_end_of_stream, _), _).
?- write_bytes([]), open_scratch(read, _S, [type(binary), eof_action(error)]), get_byte(_S, -1), peek_byte(_S, _).
   error(permission_error(input, past_end_of_stream, _), _).
?- write_file("x"), open_scratch(read, _S, [eof_action(error)]), get_char(_S, A), get_char(_S, B), catch(get_char(_S, _), E, true), close(_S).
   A = x, B = end_of_file, check(E = error(permission_error(input, past_end_of_stream, _), _)).
?- write_file("x"), open_scratch(read, _S, [eof_action(eof_code)]), get_char(_S, _), get_char(_S, A), get_char(_S, B), close(_S).
   A = end_of_file, B = end_of_file.
?- write_file("x"), open_scratch(read, _S, [eof_action(reset)]), get_char(_S, _), get_char(_S, A), write_file("y", append),
   get_char(_S, B), close(_S).
   A = end_of_file, B = y.
?- write_file(""), open_scratch(read, _S, [eof_action(error)]), get_char(_S, A), catch(peek_char(_S, _), error(E, _), true), close(_S).
   A = end_of_file, check(E = permission_error(input, past_end_of_stream, _)).

% 7.10.2.10 Flushing an output stream
?- open_scratch(write, _S, []), put_char(_S, x), flush_output(_S), read_file(A), put_char(_S, y), flush_output(_S), read_file(B), close(_S).
   A = "x", B = "xy".
?- open_scratch(write, _S, []), put_char(_S, x), close(_S), read_file(A).
   A = "x".

% 7.10.2.11 Options on stream creation
?- property_of(read, [type(text)], type(T)).
   T = text.
?- property_of(read, [type(binary)], type(T)).
   T = binary.
?- property_of(read, [reposition(true)], reposition(B)).
   B = true.
?- property_of(read, [reposition(false)], reposition(B)).
   B = false.
?- property_of(read, [alias(a)], alias(A)).
   A = a.
?- property_of(read, [eof_action(error)], eof_action(A)).
   A = error.
?- property_of(read, [eof_action(eof_code)], eof_action(A)).
   A = eof_code.
?- property_of(read, [eof_action(reset)], eof_action(A)).
   A = reset.
?- property_of(read, [type(text), type(binary)], type(T)).
   T = binary.
?- open_scratch(read, _, [type]).
   error(domain_error(stream_option, type), _).
?- open_scratch(read, _, [type(foo)]).
   error(domain_error(stream_option, type(foo)), _).
?- open_scratch(read, _, [reposition(foo)]).
   error(domain_error(stream_option, reposition(foo)), _).
?- open_scratch(read, _, [alias(f(x))]).
   error(domain_error(stream_option, alias(f(x))), _).
?- open_scratch(read, _, [eof_action(foo)]).
   error(domain_error(stream_option, eof_action(foo)), _).
?- open_scratch(read, _, [eof_action(_)]).
   error(instantiation_error, _).

% 7.10.2.12 Options on stream closure
?- open_scratch(write, _S, []), put_char(_S, x), close(_S, [force(false)]), read_file(T).
   T = "x".
?- open('/dev/full', write, _S), put_char(_S, x), close(_S, [force(true)]), is_stream(_S).
   false.
?- open('/dev/full', write, _S), put_char(_S, x), catch(close(_S, [force(false)]), error(_E, _), true), nonvar(_E), is_stream(_S), close(_S, [force(true)]).
   true.
?- close(user_output, [force(1)]).
   error(domain_error(close_option, force(1)), _).
?- close(user_output, [alias(a)]).
   error(domain_error(close_option, alias(a)), _).

% 7.10.2.13 Stream properties
?- property_of(read, [], file_name(_N)), scratch(_F), _N == _F.
   true.
?- property_of(append, [], mode(M)).
   M = append.
?- property_of(read, [], input).
   true.
?- property_of(write, [], output).
   true.
?- property_of(read, [alias(mine)], alias(A)).
   A = mine.
?- property_of(read, [], position(_P)), ground(_P).
   true.
?- write_file("x"), property_of(read, [], end_of_stream(E)).
   E = not.
?- property_of(write, [eof_action(reset)], eof_action(A)).
   A = reset.
?- property_of(write, [], reposition(B)).
   B = true.
?- property_of(write, [], type(T)).
   T = text.
?- scratch(_F), delete_file(_F).
   true.
