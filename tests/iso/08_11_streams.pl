% SPDX-License-Identifier: MIT
%
% 8.11 Stream selection and control.

:- dynamic(scratch_file/1).

% A file that the queries below write and read.
scratch(File) :-
    scratch_file(File),
    !.
scratch(File) :-
    tmp_file(streams, File),
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

closed(Stream) :-
    open_string("", Stream),
    close(Stream).

% The streams that are open before and after Goal are the same.
same_streams(Goal) :-
    findall(S, stream_property(S, mode(_)), Before),
    catch(Goal, error(_, _), true),
    findall(S, stream_property(S, mode(_)), After),
    Before == After.

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

% 8.11.1 current_input/1
?- current_input(_S).
   true, det.
?- current_input(_S), stream_property(_S, input).
   true.
?- write_file("x"), open_scratch(read, _S, []), ( current_input(_S) -> C = current ; C = other ), close(_S).
   C = other.
?- current_input(_S), current_input(_S).
   true.
?- current_output(_O), current_input(_O).
   false.
?- current_input(foo).
   error(domain_error(stream, foo), _).
?- current_input(user_input).
   error(domain_error(stream, user_input), _).
?- current_input(f(_)).
   error(domain_error(stream, f(_)), _).
?- closed(_S), current_input(_S).
   error(existence_error(stream, _), _).
?- current_input('$stream'(1)).
   error(domain_error(stream, '$stream'(1)), _).

% 8.11.2 current_output/1
?- current_output(_S), is_stream(_S).
   true.
?- current_output(_S), current_output(_S).
   true, det.
?- current_input(_S), current_output(_S).
   false.
?- current_output(foo).
   error(domain_error(stream, foo), _).
?- current_output(user_output).
   error(domain_error(stream, user_output), _).
?- current_output(1).
   error(domain_error(stream, 1), _).
?- closed(_S), current_output(_S).
   error(existence_error(stream, _), _).

% 8.11.3 set_input/1
?- open_string("xy", _S), current_input(_Old), set_input(_S), get_char(A), set_input(_Old), get_char(_S, B), close(_S).
   A = x, B = y.
?- write_file("abc"), open_scratch(read, _S, [alias(st_i)]), current_input(_Old), set_input(st_i), get_char(C), set_input(_Old), close(st_i).
   C = a.
?- write_file("abc"), open_scratch(read, _S, [type(binary)]), current_input(_Old), set_input(_S), get_byte(B), set_input(_Old), close(_S).
   B = 97.
?- set_input(_).
   error(instantiation_error, _).
?- set_input(foo).
   error(existence_error(stream, foo), _).
?- set_input(f(x)).
   error(domain_error(stream_or_alias, f(x)), _).
?- set_input(1).
   error(domain_error(stream_or_alias, 1), _).
?- set_input("user_input").
   error(domain_error(stream_or_alias, _), _).
?- closed(_S), set_input(_S).
   error(existence_error(stream, _), _).
?- set_input(user_output).
   error(permission_error(input, stream, user_output), _).

% 8.11.4 set_output/1
?- set_output(_).
   error(instantiation_error, _).
?- set_output("user_output").
   error(domain_error(stream_or_alias, _), _).
?- set_output(f(_)).
   error(domain_error(stream_or_alias, f(_)), _).
?- closed(_S), set_output(_S).
   error(existence_error(stream, _), _).
?- write_file("x"), open_scratch(read, _S, []), catch(set_output(_S), error(E, _), true), close(_S).
   check((E = permission_error(output, stream, _C), _C = '$stream'(_))).
?- set_output(nowhere).
   error(existence_error(stream, nowhere), _).
?- set_output(1.5).
   error(domain_error(stream_or_alias, 1.5), _).
?- set_output(user_input).
   error(permission_error(output, stream, user_input), _).
?- current_output(_Old), open_scratch(write, _S, []), set_output(_S), write(there), set_output(_Old), write(here), close(_S), read_file(T).
   T = "there", outputs "here".
?- open_scratch(write, _S, []), set_output(_S), close(_S), current_output(_Now), stream_property(_Now, alias(A)).
   A = user_output.

% 8.11.5 open/4, open/3
?- write_file([]), open_scratch(read, _D, [type(binary)]), stream_property(_D, type(T)), get_byte(_D, B), close(_D).
   T = binary, B = -1.
?- open_scratch(write, _D, [alias(editor)]), stream_property(_D, alias(A)), write(editor, hello), close(_D), read_file(T).
   A = editor, T = "hello".
?- open_scratch(read, _D, []), stream_property(_D, mode(M)), stream_property(_D, type(T)), close(_D).
   M = read, T = text.
?- scratch(_F), open(_F, read, S), close(S), S == S.
   check(ground(S)).
?- scratch(_F), open(_F, write, _S, [type(text), reposition(true), alias(all), eof_action(error)]), findall(A, stream_property(_S, alias(A)), As),
   close(_S).
   As = [all].
?- property_of(write, [type(binary)], type(T)).
   T = binary.
?- property_of(read, [eof_action(error)], eof_action(A)).
   A = error.
?- property_of(read, [], eof_action(A)).
   A = eof_code.
?- property_of(read, [reposition(false)], reposition(B)).
   B = false.
?- property_of(read, [reposition(true)], reposition(B)).
   B = true.
?- write_file("hello"), read_file(T).
   T = "hello".
?- write_file("a"), write_file("b", append), read_file(T).
   T = "ab".
?- write_file("longer"), write_file("s"), read_file(T).
   T = "s".
?- scratch(_F), atom_chars(_F, _Cs), write_file("x"), open(_Cs, read, _S), get_char(_S, C), close(_S).
   C = x.
?- open(_, read, _).
   error(instantiation_error, _).
?- open(f, _, _).
   error(instantiation_error, _).
?- open(f, read, _, _).
   error(instantiation_error, _).
?- open(f, read, _, [type(text)|_]).
   error(instantiation_error, _).
?- open(f, read, _, [type(text), _]).
   error(instantiation_error, _).
?- open(f, read, _, [alias(_)]).
   error(instantiation_error, _).
?- open(_, _, _).
   error(instantiation_error, _).
?- open(_, 1, s, foo).
   error(instantiation_error, _).
?- open(f, _, s, foo).
   error(instantiation_error, _).
?- open(f, read, s, [_]).
   error(instantiation_error, _).
?- open(f, read, _, [type(_)]).
   error(instantiation_error, _).
?- open(f, read, _, [foo, _]).
   error(instantiation_error, _).
?- open(f, 1, _, [_]).
   error(instantiation_error, _).
?- open(f, 1, _).
   error(type_error(atom, 1), _).
?- open(f, g(x), s).
   error(type_error(atom, g(x)), _).
?- open(f, read, s, foo).
   error(type_error(list, foo), _).
?- open(f, read, _, [type(text)|foo]).
   error(type_error(list, [type(text)|foo]), _).
?- open(f, 1, s, [foo]).
   error(type_error(atom, 1), _).
?- open(f, "read", _).
   error(type_error(atom, _), _).
?- open(f, read, s, [type(text)|foo]).
   error(type_error(list, [type(text)|foo]), _).
?- open(f(x), read, s, foo).
   error(type_error(list, foo), _).
?- current_output(_S), open(f, read, _S).
   error(uninstantiation_error(_), _).
?- open(f(x), nomode, s, [foo]).
   error(uninstantiation_error(s), _).
?- open(f, read, s).
   error(uninstantiation_error(s), _).
?- open(f, nomode, s).
   error(uninstantiation_error(s), _).
?- open(f(x), nomode, _).
   error(domain_error(source_sink, f(x)), _).
?- open(1.0, read, _).
   error(domain_error(source_sink, 1.0), _).
?- open(1, read, _).
   error(domain_error(source_sink, 1), _).
?- open(a/b, read, _).
   error(domain_error(source_sink, a/b), _).
?- open(f, readwrite, _).
   error(domain_error(io_mode, readwrite), _).
?- open(f, nomode, _, [foo]).
   error(domain_error(io_mode, nomode), _).
?- open(f, read, _, [foo]).
   error(domain_error(stream_option, foo), _).
?- open(f, read, _, [type(strange)]).
   error(domain_error(stream_option, type(strange)), _).
?- open(f, read, _, [eof_action(1)]).
   error(domain_error(stream_option, eof_action(1)), _).
?- open(f, read, _, [1]).
   error(domain_error(stream_option, 1), _).
?- open(f, read, _, [type(text, binary)]).
   error(domain_error(stream_option, type(text, binary)), _).
?- open(f, read, _, [alias(1)]).
   error(domain_error(stream_option, alias(1)), _).
?- open(f, read, _, [reposition(maybe)]).
   error(domain_error(stream_option, reposition(maybe)), _).
?- open(f, read, _, [eof_action(ignore)]).
   error(domain_error(stream_option, eof_action(ignore)), _).
?- open(f, read, _, [encoding(klingon)]).
   error(domain_error(stream_option, encoding(klingon)), _).
?- open('/no/such/file', read, _, [foo]).
   error(domain_error(stream_option, foo), _).
?- open('/no/such/file', write, _).
   error(existence_error(source_sink, '/no/such/file'), _).
?- open('/no/such/file', append, _).
   error(existence_error(source_sink, '/no/such/file'), _).
?- open('/', read, _).
   error(permission_error(open, source_sink, /), _).
?- open('/', append, _).
   error(permission_error(open, source_sink, /), _).
?- open('/no/such/file', read, _, [alias(user_input)]).
   error(permission_error(open, source_sink, alias(user_input)), _).
?- scratch(_F), atom_concat(_F, '_none', _N), catch(open(_N, write, _, [alias(user_error)]), error(E, _), true), exists_file(_N).
   false.
?- same_streams(open('/no/such/file', read, _)).
   true.
?- same_streams(open_scratch(read, _, [foo])).
   true.
?- same_streams(open_scratch(read, _, [alias(user_input)])).
   true.
?- same_streams(open('/dev/null', read, _, [reposition(true)])).
   true.
?- same_streams(open_scratch(read, s, [])).
   true.
?- open('/no/such/file', read, _).
   error(existence_error(source_sink, '/no/such/file'), _).
?- open('', read, _).
   error(existence_error(source_sink, ''), _).
?- open('/', write, _).
   error(permission_error(open, source_sink, /), _).
?- write_file("x"), open_scratch(read, _S, [alias(taken)]), catch(open_scratch(read, _, [alias(taken)]), E, true), close(_S).
   check(E = error(permission_error(open, source_sink, alias(taken)), _)).
?- open('/dev/null', read, _, [reposition(true)]).
   error(permission_error(open, source_sink, reposition(true)), _).
?- write_file("ab"), open_scratch(read, _S, [alias(mine)]), get_char(mine, C), close(mine).
   C = a.
?- get_char(mine, _).
   error(existence_error(stream, mine), _).

% 8.11.6 close/2, close/1
?- open_scratch(write, _S, [alias(closing)]), put_char(closing, x), close(closing), read_file(T).
   T = "x".
?- open_scratch(write, _S, []), put_char(_S, y), close(_S, []), read_file(T).
   T = "y".
?- open_scratch(write, _S, []), put_char(_S, z), close(_S, [force(false)]), read_file(T).
   T = "z".
?- open_scratch(write, _S, []), close(_S, [force(true), force(false)]), is_stream(_S).
   false.
?- open('/dev/full', write, _S), put_char(_S, x), catch(close(_S), error(_E, _), true), nonvar(_E), is_stream(_S), close(_S, [force(true)]),
   \+ is_stream(_S).
   true.
?- close(f(_)).
   error(domain_error(stream_or_alias, f(_)), _).
?- close(1.5).
   error(domain_error(stream_or_alias, 1.5), _).
?- close(nostream).
   error(existence_error(stream, nostream), _).
?- close(_, [foo]).
   error(instantiation_error, _).
?- close(user_input, [force(true), _]).
   error(instantiation_error, _).
?- close(user_input, [force(_)]).
   error(instantiation_error, _).
?- close(user_input, [force(true)|foo]).
   error(type_error(list, [force(true)|foo]), _).
?- close(user_input, [1]).
   error(domain_error(close_option, 1), _).
?- close(user_input, [force]).
   error(domain_error(close_option, force), _).
?- close(nostream, [foo]).
   error(domain_error(close_option, foo), _).
?- closed(_S), close(_S, [force(true)]).
   error(existence_error(stream, _), _).
?- close(_).
   error(instantiation_error, _).
?- close(user_input, _).
   error(instantiation_error, _).
?- close(user_input, [force(true)|_]).
   error(instantiation_error, _).
?- close(user_input, [_]).
   error(instantiation_error, _).
?- close(_, foo).
   error(instantiation_error, _).
?- close(user_input, foo).
   error(type_error(list, foo), _).
?- close(f(x), [foo]).
   error(domain_error(stream_or_alias, f(x)), _).
?- close(user_input, [foo]).
   error(domain_error(close_option, foo), _).
?- close(user_input, [force(maybe)]).
   error(domain_error(close_option, force(maybe)), _).
?- close(nostream, [force(true)]).
   error(existence_error(stream, nostream), _).
?- closed(_S), close(_S).
   error(existence_error(stream, _), _).
?- open_string("x", _S), close(_S, [force(true)]), is_stream(_S).
   false.
?- close(user_output), write(still_open).
   true, outputs "still_open".
?- open_string("x", _S), current_input(_Old), set_input(_S), close(_S), current_input(_Now), set_input(_Old), _Now \== _S.
   true.

% 8.11.7 flush_output/1, flush_output/0
?- open_scratch(write, _S, [alias(st_o)]), write(st_o, now), flush_output(st_o), read_file(T), close(st_o).
   T = "now".
?- open_scratch(write, _S, []), current_output(_Old), set_output(_S), write(now), flush_output, set_output(_Old), read_file(T), close(_S).
   T = "now".
?- closed(_S), flush_output(_S).
   error(existence_error(stream, _), _).
?- open('/dev/full', write, _S), put_char(_S, x), catch(flush_output(_S), error(E, _), true), close(_S, [force(true)]).
   check(nonvar(E)).
?- flush_output, flush_output(user_output).
   true.
?- flush_output(_).
   error(instantiation_error, _).
?- flush_output(f(x)).
   error(domain_error(stream_or_alias, f(x)), _).
?- flush_output(nostream).
   error(existence_error(stream, nostream), _).
?- flush_output(user_input).
   error(permission_error(output, stream, user_input), _).
?- open_scratch(write, _S, []), write(_S, kept), flush_output(_S), read_file(T), close(_S).
   T = "kept".

% 8.11.8 stream_property/2, at_end_of_stream/0, at_end_of_stream/1
?- write_file("x"), open_scratch(read, _S, []), scratch(_F), findall(_N, (stream_property(_T, file_name(_N)), _T == _S), _Ns), close(_S), _Ns == [_F].
   true.
?- findall(S, (stream_property(S, output), \+ stream_property(S, mode(append)), \+ stream_property(S, mode(write))), Ss).
   Ss = [].
?- stream_property(_S, alias(user_output)), findall(P, (member(P, [input, output]), stream_property(_S, P)), Ps).
   Ps = [output].
?- stream_property(_, no_such_property(_)).
   error(domain_error(stream_property, no_such_property(_)), _).
?- stream_property(_, "input").
   error(domain_error(stream_property, _), _).
?- stream_property(_, 1.5).
   error(domain_error(stream_property, 1.5), _).
?- stream_property(1, foo).
   error(domain_error(stream, 1), _).
?- stream_property(f(_), input).
   error(domain_error(stream, f(_)), _).
?- closed(_S), stream_property(_S, foo).
   error(domain_error(stream_property, foo), _).
?- closed(_S), stream_property(_S, input).
   error(existence_error(stream, _), _).
?- property_of(read, [], file_name(_N)), scratch(_F), _N == _F.
   true.
?- property_of(append, [], mode(M)).
   M = append.
?- property_of(read, [], output).
   false.
?- property_of(write, [], input).
   false.
?- property_of(write, [], end_of_stream(_)).
   false.
?- write_file([]), property_of(read, [], end_of_stream(E)).
   E = at.
?- property_of(read, [alias(p1)], alias(A)).
   A = p1.
?- property_of(read, [], alias(_)).
   false.
?- property_of(read, [type(binary)], type(T)).
   T = binary.
?- property_of(read, [], position(_P)), nonvar(_P).
   true.
?- property_of(read, [encoding(octet)], encoding(E)).
   E = octet.
?- property_of(read, [newline(dos)], newline(N)).
   N = dos.
?- property_of(write, [buffer(line)], buffer(B)).
   B = line.
?- property_of(write, [], tty(B)).
   B = false.
?- property_of(write, [], file_no(_N)), integer(_N).
   true.
?- stream_property(_S, file_no(2)), stream_property(_S, alias(A)).
   A = user_error.
?- stream_property(_S, mode(1)).
   false.
?- stream_property(_S, alias(user_input)), stream_property(_S, P), P = mode(_).
   P = mode(read).
?- stream_property(_S, alias(user_error)), stream_property(_S, input).
   false.
?- stream_property(_S, alias(user_error)), stream_property(_S, output).
   true, det.
?- write_file("x"), scratch(_F), open(_F, read, _S), stream_property(_S, file_name(_N)), close(_S), _N == _F.
   true.
?- write_file("x"), open_scratch(read, _S, [type(binary), alias(it), eof_action(reset)]),
   stream_property(_S, type(T)), stream_property(_S, alias(A)), stream_property(_S, eof_action(E)),
   stream_property(_S, mode(M)), stream_property(_S, reposition(R)), close(_S).
   T = binary, A = it, E = reset, M = read, R = true.
?- open_scratch(append, _S, []), findall(M, stream_property(_S, mode(M)), Ms), close(_S).
   Ms = [append].
?- open_string("ab", _S), stream_property(_S, end_of_stream(E0)), get_char(_S, _), get_char(_S, _),
   stream_property(_S, end_of_stream(E1)), get_char(_S, _), stream_property(_S, end_of_stream(E2)), close(_S).
   E0 = not, E1 = at, E2 = past.
?- findall(A, (stream_property(_, alias(A)), memberchk(A, [user_input, user_output, user_error])), As).
   As = [user_input, user_output, user_error].
?- stream_property(foo, _).
   error(domain_error(stream, foo), _).
?- stream_property(user_input, _).
   error(domain_error(stream, user_input), _).
?- stream_property(_, foo).
   error(domain_error(stream_property, foo), _).
?- stream_property(_, 1).
   error(domain_error(stream_property, 1), _).
?- stream_property(_, mode(_, _)).
   error(domain_error(stream_property, mode(_, _)), _).
?- closed(_S), stream_property(_S, _).
   error(existence_error(stream, _), _).
?- stream_property(X, alias(X)).
   false.
?- open_string("x", _S), findall(_P, stream_property(_S, _P), _Ps), close(_S), memberchk(input, _Ps), memberchk(position(_), _Ps).
   true.

?- write_file("a"), open_scratch(read, _S, [type(binary)]), ( at_end_of_stream(_S) -> A = end ; A = more ), get_byte(_S, _),
   ( at_end_of_stream(_S) -> B = end ; B = more ), close(_S).
   A = more, B = end.
?- at_end_of_stream("user_input").
   error(domain_error(stream_or_alias, _), _).
?- write_file([]), open_scratch(read, _S, [eof_action(error)]), get_char(_S, _), at_end_of_stream(_S), at_end_of_stream(_S), close(_S).
   true.
?- open_string("a", _S), \+ at_end_of_stream(_S), get_char(_S, _), at_end_of_stream(_S), get_char(_S, _), at_end_of_stream(_S), close(_S).
   true.
?- open_string("", _S), current_input(_Old), set_input(_S), at_end_of_stream, set_input(_Old), close(_S).
   true.
?- at_end_of_stream(_).
   error(instantiation_error, _).
?- at_end_of_stream(foo).
   error(existence_error(stream, foo), _).
?- at_end_of_stream(1).
   error(domain_error(stream_or_alias, 1), _).
?- at_end_of_stream(user_output).
   error(permission_error(input, stream, user_output), _).
?- closed(_S), at_end_of_stream(_S).
   error(existence_error(stream, _), _).

% 8.11.9 set_stream_position/2
?- write_file("abc"), open_scratch(read, _S, [reposition(true)]), stream_property(_S, position(_P)), get_char(_S, A),
   get_char(_S, B), set_stream_position(_S, _P), get_char(_S, C), close(_S).
   A = a, B = b, C = a.
?- write_file("a\nb\nc"), open_scratch(read, _S, []), get_char(_S, _), get_char(_S, _), stream_property(_S, position(_P)),
   get_char(_S, A), get_char(_S, _), get_char(_S, _), get_char(_S, end_of_file), set_stream_position(_S, _P),
   line_count(_S, L), get_char(_S, B), close(_S).
   A = b, L = 2, B = b.
?- set_stream_position(_, '$stream_position'(0, 1, 0, 0)).
   error(instantiation_error, _).
?- set_stream_position(_, foo).
   error(instantiation_error, _).
?- set_stream_position(f(x), _).
   error(instantiation_error, _).
?- set_stream_position(1, '$stream_position'(0, 1, 0, 0)).
   error(domain_error(stream_or_alias, 1), _).
?- set_stream_position(nostream, '$stream_position'(0, 1, 0, 0)).
   error(existence_error(stream, nostream), _).
?- set_stream_position(nostream, foo).
   error(domain_error(stream_position, foo), _).
?- write_file("abc"), open_scratch(read, _S, [reposition(false)]), stream_property(_S, position(_P)), catch(set_stream_position(_S, _P), error(E, _), true),
   close(_S).
   check(E = permission_error(reposition, stream, _)).
?- open_scratch(write, _S, [reposition(true)]), put_char(_S, a), stream_property(_S, position(_P)), put_char(_S, b), set_stream_position(_S, _P),
   put_char(_S, c), close(_S), read_file(T).
   T = "ac".
?- write_file("é€😀z"), open_scratch(read, _S, []), get_char(_S, _), get_char(_S, _), stream_property(_S, position(_P)), get_char(_S, A), get_char(_S, B),
   set_stream_position(_S, _P), get_char(_S, C), get_char(_S, D), close(_S).
   A = '😀', B = z, C = '😀', D = z.
?- set_stream_position(user_input, _).
   error(instantiation_error, _).
?- set_stream_position(f(x), foo).
   error(domain_error(stream_or_alias, f(x)), _).
?- open_string("x", _S), set_stream_position(_S, foo).
   error(domain_error(stream_position, foo), _).
?- stream_property(_S, alias(user_error)), stream_property(_S, position(_P)), set_stream_position(_S, _P).
   error(permission_error(reposition, stream, _), _).
?- closed(_S), set_stream_position(_S, '$stream_position'(0, 1, 0, 0)).
   error(existence_error(stream, _), _).

?- scratch(_F), delete_file(_F).
   true.
