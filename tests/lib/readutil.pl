% SPDX-License-Identifier: MIT
% Tests of library(readutil). Each query writes a file and reads it.

:- use_module(library(readutil)).

with_text(Text, Stream, Goal) :-
    File = '/tmp/horn_readutil_test.txt',
    setup_call_cleanup(open(File, write, Out), write(Out, Text), close(Out)),
    setup_call_cleanup(open(File, read, Stream), once(Goal), close(Stream)).

lines(Text, Lines) :-
    with_text(Text, Stream, read_lines(Stream, Lines)).

read_lines(Stream, Lines) :-
    read_line_to_chars(Stream, Line),
    (   Line == end_of_file
    ->  Lines = []
    ;   Lines = [Line|Lines1],
        read_lines(Stream, Lines1)
    ).

codes(Text, Codes) :-
    with_text(Text, Stream, read_stream_to_codes(Stream, Codes)).

first_line(Text, Line) :-
    with_text(Text, Stream, read_line_to_codes(Stream, Line)).

contents(Text, Codes) :-
    with_text(Text, _, read_file_to_codes('/tmp/horn_readutil_test.txt', Codes, [])).

terms(Text, Terms) :-
    with_text(Text, _, read_file_to_terms('/tmp/horn_readutil_test.txt', Terms, [])).

open_line(Text, Codes, Tail) :-
    with_text(Text, Stream, read_line_to_codes(Stream, Codes, Tail)).

?- lines('', L).
   L = [], det.
?- lines('ab', L).
   L = [[a,b]], det.
?- lines('ab\n', L).
   L = [[a,b]], det.
?- lines('ab\n\nc', L).
   L = [[a,b],[],[c]], det.
?- lines('ab\r\nc\r\n', L).
   L = [[a,b],[c]], det.
?- first_line('', L).
   L = -1, det.
?- first_line('hi\nx', L).
   L = [0'h,0'i], det.
?- open_line('hi\nx', L, T).
   L = [0'h,0'i,0'\n|T], det.
?- open_line('hi', L, T).
   L = [0'h,0'i], T = [], det.
?- open_line('', L, T).
   L = [], T = [], det.
?- open_line('hi', L, [x]).
   false.
?- codes('a\nb', L).
   L = [0'a,0'\n,0'b], det.
?- codes('', L).
   L = [], det.
?- contents('xyz', L).
   L = [0'x,0'y,0'z], det.
?- terms('a. f(X, Y, X). "b".', T).
   T = [a,f(X,_,X),[b]], det.
?- terms('', T).
   T = [], det.
?- terms('a b.', _).
   error(syntax_error(_), _).
?- read_file_to_codes('/nonexistent/file', _, []).
   error(existence_error(source_sink, '/nonexistent/file'), _).

% --- Strings and characters

first_string(Text, String) :-
    with_text(Text, Stream, read_line_to_string(Stream, String)).

all_codes(Text, Codes, Tail) :-
    with_text(Text, Stream, read_stream_to_codes(Stream, Codes, Tail)).

all_chars(Text, Chars) :-
    with_text(Text, Stream, read_stream_to_chars(Stream, Chars)).

file_chars(Text, Chars) :-
    with_text(Text, _, read_file_to_chars('/tmp/horn_readutil_test.txt', Chars, [])).

file_string(Text, String) :-
    with_text(Text, _, read_file_to_string('/tmp/horn_readutil_test.txt', String, [])).

?- first_string('ab\ncd', _S), string(_S), atom_string(A, _S).
   A = ab, det.
?- first_string('', S).
   S = end_of_file, det.
?- all_codes('ab', Cs, T).
   Cs = [0'a,0'b|T], det.
?- all_chars('ab\n', Cs).
   Cs = [a,b,'\n'], det.
?- file_chars('xy', Cs).
   Cs = [x,y], det.
?- file_string('xy\n', _S), string(_S), atom_string(A, _S).
   A = 'xy\n', det.

file_with_tail(Kind, Text, List, Tail) :-
    Goal =.. [Kind, '/tmp/horn_readutil_test.txt', List, [tail(Tail)]],
    with_text(Text, _, Goal).

?- file_with_tail(read_file_to_codes, ab, L, T).
   L = [0'a,0'b|T], det.
?- file_with_tail(read_file_to_chars, ab, L, T).
   L = [a,b|T], det.
?- file_with_tail(read_file_to_terms, 'a. b.', L, T).
   L = [a,b|T], det.
