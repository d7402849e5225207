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

% Makes st_i, or another alias, a stream that reads Text.
reading(Text, Alias) :-
    scratch(File),
    open(File, write, Out),
    format(Out, "~s", [Text]),
    close(Out),
    open(File, read, _, [alias(Alias)]).

% What Goal writes to st_o, closed afterwards.
written(Goal, Text) :-
    scratch(File),
    open(File, write, _, [alias(st_o)]),
    call(Goal),
    close(st_o),
    open(File, read, In),
    read_all(In, Text),
    close(In).

read_all(In, Text) :-
    get_char(In, Char),
    (   Char == end_of_file
    ->  Text = []
    ;   Text = [Char|Rest],
        read_all(In, Rest)
    ).

% 8.12.1 get_char/2, get_char/1, get_code/1, get_code/2
?- reading("qwerty", st_i), get_char(st_i, A), read_all(st_i, B), close(st_i).
   A = q, B = "werty".
?- reading("qwerty", st_i), get_code(st_i, A), get_code(st_i, B), close(st_i).
   A = 0'q, B = 0'w.
?- reading("'qwerty'", st_i), get_char(st_i, A), get_char(st_i, B), close(st_i).
   A = '\'', B = q.
?- reading("qwerty", st_i), ( get_char(st_i, p) -> R = yes ; R = no ), get_char(st_i, C), close(st_i).
   R = no, C = w.
?- reading([], st_i), get_char(st_i, A), get_char(st_i, B), get_code(st_i, C), close(st_i).
   A = end_of_file, B = end_of_file, C = -1.
?- get_char(user_output, _).
   error(permission_error(input, stream, user_output), _).
?- get_char(user_input, "a").
   error(type_error(in_character, _), _).
?- get_char(user_input, f(_)).
   error(type_error(in_character, f(_)), _).
?- get_char(_, 1).
   error(instantiation_error, _).
?- with_input("x", get_char(1)).
   error(type_error(in_character, 1), _).
?- open_string("x", _S), close(_S), get_char(_S, _).
   error(existence_error(stream, _), _).
?- get_char(1, _).
   error(domain_error(stream_or_alias, 1), _).
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

?- get_code(nostream, a).
   error(type_error(integer, a), _).
?- get_code(user_input, 1.0).
   error(type_error(integer, 1.0), _).
?- get_code(user_input, 0xD800).
   error(representation_error(in_character_code), _).
?- get_code(user_input, 10000000000000000000000).
   error(representation_error(in_character_code), _).
?- get_code(nostream, _).
   error(existence_error(stream, nostream), _).
?- get_code(user_output, -2).
   error(permission_error(input, stream, user_output), _).
?- open_scratch(write, _S, []), close(_S), open_scratch(read, _B, [type(binary)]), catch(get_code(_B, _), error(E, _), true), close(_B).
   check(E = permission_error(input, binary_stream, _)).
?- open_string("", _S), set_stream(_S, eof_action(error)), get_code(_S, A), catch(get_code(_S, _), error(E, _), true).
   A = -1, check(E = permission_error(input, past_end_of_stream, _)).
?- open_string("", _S), set_stream(_S, eof_action(error)), get_code(_S, _), catch(get_code(_S, -2), error(E, _), true).
   check(E = permission_error(input, past_end_of_stream, _)).
?- with_input("", get_code(C)).
   C = -1.
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

% 8.12.2 peek_char/2, peek_char/1, peek_code/1, peek_code/2
?- reading("qwerty", st_i), peek_char(st_i, A), read_all(st_i, B), close(st_i).
   A = q, B = "qwerty".
?- reading("qwerty", st_i), peek_code(st_i, A), peek_code(st_i, B), close(st_i).
   A = 0'q, B = 0'q.
?- reading("'qwerty'", st_i), peek_char(st_i, A), close(st_i).
   A = '\''.
?- reading("qwerty", st_i), ( peek_char(st_i, p) -> R = yes ; R = no ), peek_char(st_i, C), close(st_i).
   R = no, C = q.
?- reading([], st_i), peek_char(st_i, A), peek_code(st_i, B), stream_property(_S, alias(st_i)), stream_property(_S, end_of_stream(E)), close(st_i).
   A = end_of_file, B = -1, E = at.
?- open_string("x", _S), close(_S), peek_char(_S, _).
   error(existence_error(stream, _), _).
?- peek_char(nostream, _).
   error(existence_error(stream, nostream), _).
?- peek_char(f(x), _).
   error(domain_error(stream_or_alias, f(x)), _).
?- peek_char(nostream, 1).
   error(type_error(in_character, 1), _).
?- peek_code(_, _).
   error(instantiation_error, _).
?- peek_code(user_output, _).
   error(permission_error(input, stream, user_output), _).
?- peek_code(nostream, _).
   error(existence_error(stream, nostream), _).
?- peek_code(1.5, _).
   error(domain_error(stream_or_alias, 1.5), _).
?- open_scratch(read, _S, [type(binary)]), catch(peek_code(_S, _), error(E, _), true), close(_S).
   check(E = permission_error(input, binary_stream, _)).
?- open_string("", _S), set_stream(_S, eof_action(error)), get_code(_S, _), peek_code(_S, _).
   error(permission_error(input, past_end_of_stream, _), _).
?- open_scratch(write, _S, [type(binary)]), put_byte(_S, 0xC3), put_byte(_S, 0'a), close(_S),
   open_scratch(read, _T, []), catch(peek_char(_T, _), error(A, _), true), catch(peek_char(_T, _), error(B, _), true),
   catch(get_char(_T, _), error(C, _), true), peek_char(_T, D), close(_T).
   A = representation_error(character), B = representation_error(character), C = representation_error(character), D = a.
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

% 8.12.3 put_char/2, put_char/1, put_code/1, put_code/2, nl/0, nl/1
?- put_char(q), put_char(w), put_char(e), put_char(r), put_char(t).
   true, outputs "qwert".
?- written(( put_char(st_o, q), put_char(st_o, 'A') ), T).
   T = "qA".
?- written(( put_code(st_o, 0'q), put_code(st_o, 0'A) ), T).
   T = "qA".
?- put_code(0'q), put_code(0't).
   true, outputs "qt".
?- put_char(q), nl, put_char(a).
   true, outputs "q\na".
?- written(( put_char(st_o, q), nl(st_o), put_char(st_o, a) ), T).
   T = "q\na".
?- written(catch(put_char(st_o, _), error(instantiation_error, _), true), T).
   T = [].
?- written(catch(put_char(st_o, ty), error(type_error(character, ty), _), true), T).
   T = [].
?- written(catch(put_code(st_o, -1), error(representation_error(character_code), _), true), T).
   T = [].
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

?- put_char("a").
   error(type_error(character, _), _).
?- put_char(f(_)).
   error(type_error(character, f(_)), _).
?- open_string("x", _S), close(_S), put_char(_S, a).
   error(existence_error(stream, _), _).
?- put_code(_, 0'a).
   error(instantiation_error, _).
?- put_code(user_output, _).
   error(instantiation_error, _).
?- put_code(nostream, a).
   error(type_error(integer, a), _).
?- put_code(1.0).
   error(type_error(integer, 1.0), _).
?- put_code(f(x), 0'a).
   error(domain_error(stream_or_alias, f(x)), _).
?- put_code(nostream, 0'a).
   error(existence_error(stream, nostream), _).
?- put_code(nostream, -1).
   error(existence_error(stream, nostream), _).
?- put_code(100000000000000000000000).
   error(representation_error(character_code), _).
?- open_scratch(write, _S, [type(binary)]), catch(put_code(_S, 0'a), error(E, _), true), close(_S).
   check(E = permission_error(output, binary_stream, _)).
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

?- open_scratch(write, _S, [type(binary)]), catch(nl(_S), error(E, _), true), close(_S).
   check(E = permission_error(output, binary_stream, _)).
?- nl(f(x)).
   error(domain_error(stream_or_alias, f(x)), _).
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

?- scratch(_F), delete_file(_F).
   true.
