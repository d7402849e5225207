% SPDX-License-Identifier: MIT
%
% readutil.pl - reading lines, whole streams and files.

:- module(readutil, [
    read_line_to_codes/2,
    read_line_to_codes/3,
    read_line_to_chars/2,
    read_line_to_string/2,
    read_stream_to_codes/2,
    read_stream_to_codes/3,
    read_stream_to_chars/2,
    read_file_to_codes/3,
    read_file_to_chars/3,
    read_file_to_string/3,
    read_file_to_terms/3
]).

:- use_module(library(option), [option/3]).

%! read_line_to_codes(+Stream, -Codes) is det.
%  The next line without its end, which is \n or \r\n; -1 at the end of the stream.
read_line_to_codes(Stream, Codes) :-
    (   '$read_line'(Stream, codes, Line)
    ->  Codes = Line
    ;   Codes = -1
    ).

%! read_line_to_codes(+Stream, -Codes, ?Tail) is det.
%  The next line with its newline, as a list that ends in Tail. Where the stream ends, be it after a last line without newline, Tail
%  is [], so that a loop over Tail ends.
read_line_to_codes(Stream, Codes, Tail) :-
    '$read_line_to'(Stream, codes, Codes, Tail).

%! read_line_to_chars(+Stream, -Chars) is det.
%  The next line without its end; end_of_file at the end of the stream.
read_line_to_chars(Stream, Chars) :-
    (   '$read_line'(Stream, chars, Line)
    ->  Chars = Line
    ;   Chars = end_of_file
    ).

%! read_line_to_string(+Stream, -String) is det.
%  The next line without its end; end_of_file at the end of the stream.
read_line_to_string(Stream, String) :-
    (   '$read_line'(Stream, string, Line)
    ->  String = Line
    ;   String = end_of_file
    ).

%! read_stream_to_codes(+Stream, -Codes) is det.
%  Everything up to the end of the stream.
read_stream_to_codes(Stream, Codes) :-
    '$read_all'(Stream, codes, Codes, []).

%! read_stream_to_codes(+Stream, -Codes, ?Tail) is det.
%  The same, as a list that ends in Tail.
read_stream_to_codes(Stream, Codes, Tail) :-
    '$read_all'(Stream, codes, Codes, Tail).

%! read_stream_to_chars(+Stream, -Chars) is det.
%  The same as characters: one packed text.
read_stream_to_chars(Stream, Chars) :-
    '$read_all'(Stream, chars, Chars, []).

read_terms(Stream, Terms, Tail) :-
    read(Stream, Term),
    (   Term == end_of_file
    ->  Terms = Tail
    ;   Terms = [Term|Terms1],
        read_terms(Stream, Terms1, Tail)
    ).

%! read_file_to_codes(+File, -Codes, +Options) is det.
%! read_file_to_chars(+File, -Chars, +Options) is det.
%! read_file_to_string(+File, -String, +Options) is det.
%! read_file_to_terms(+File, -Terms, +Options) is det.
%  The whole contents of a file; Options are those of open/4, and for codes, chars and terms tail(Tail): what the list ends in, [] if
%  it is not given.
read_file_to_codes(File, Codes, Options) :-
    option(tail(Tail), Options, []),
    with_file(File, Options, Stream, '$read_all'(Stream, codes, Codes, Tail)).

read_file_to_chars(File, Chars, Options) :-
    option(tail(Tail), Options, []),
    with_file(File, Options, Stream, '$read_all'(Stream, chars, Chars, Tail)).

read_file_to_string(File, String, Options) :-
    with_file(File, Options, Stream, '$read_all'(Stream, string, String, [])).

read_file_to_terms(File, Terms, Options) :-
    option(tail(Tail), Options, []),
    with_file(File, Options, Stream, read_terms(Stream, Terms, Tail)).

:- meta_predicate(with_file(?, ?, ?, 0)).

with_file(File, Options, Stream, Goal) :-
    absolute_file_name(File, Path, [access(read)]),
    stream_options(Options, StreamOptions),
    setup_call_cleanup(open(Path, read, Stream, StreamOptions), once(Goal), close(Stream)).

stream_options([], []).
stream_options([Option|Options0], Options) :-
    (   is_stream_option(Option)
    ->  Options = [Option|Options1]
    ;   Options = Options1
    ),
    stream_options(Options0, Options1).

is_stream_option(encoding(_)).
is_stream_option(type(_)).
is_stream_option(eof_action(_)).
is_stream_option(newline(_)).
is_stream_option(bom(_)).
