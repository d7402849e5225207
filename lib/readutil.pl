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

% Reading by the piece: '$read_text'(Stream, Kind, Max, Stops, List, Rest, End) gives End = [] when a piece is not the last.

% The text from Stream up to one of Stops, or to the end of the stream, as the list from Text to Rest.
read_text(Stream, Kind, Stops, Text, Rest, End) :-
    '$read_text'(Stream, Kind, 8192, Stops, Text, Rest0, End0),
    (   End0 == []
    ->  read_text(Stream, Kind, Stops, Rest0, Rest, End)
    ;   Rest = Rest0,
        End = End0
    ).

%! read_line_to_codes(+Stream, -Codes) is det.
%  The next line without its end; -1 at the end of the stream.
read_line_to_codes(Stream, Codes) :-
    read_line(Stream, codes, Line, End),
    (   Line == [],
        End =:= -1
    ->  Codes = -1
    ;   without_return(Line, Codes0),
        Codes = Codes0
    ).

read_line(Stream, Kind, Line, End) :-
    read_text(Stream, Kind, '\n', Line, [], End).

% Lines that end in \r\n lose both.
without_return(Codes0, Codes) :-
    (   '$append'(Codes1, [0'\r], Codes0)
    ->  Codes = Codes1
    ;   Codes = Codes0
    ).

%! read_line_to_codes(+Stream, -Codes, ?Tail) is det.
%  The next line with its newline, as a list that ends in Tail; Codes is Tail at the end of the stream.
read_line_to_codes(Stream, Codes, Tail) :-
    read_text(Stream, codes, '\n', Codes0, Rest, End),
    (   End =:= -1
    ->  Rest = Tail
    ;   Rest = [End|Tail]
    ),
    Codes = Codes0.

%! read_line_to_chars(+Stream, -Chars) is det.
%  The next line without its end; end_of_file at the end of the stream.
read_line_to_chars(Stream, Chars) :-
    read_line_to_string(Stream, String),
    (   String == end_of_file
    ->  Chars = end_of_file
    ;   string_chars(String, Chars)
    ).

%! read_line_to_string(+Stream, -String) is det.
%  The next line without its end; end_of_file at the end of the stream.
read_line_to_string(Stream, String) :-
    read_line(Stream, chars, Line, End),
    (   Line == [],
        End =:= -1
    ->  String = end_of_file
    ;   string_chars(String0, Line),
        (   string_concat(String1, '\r', String0)
        ->  String = String1
        ;   String = String0
        )
    ).

%! read_stream_to_codes(+Stream, -Codes) is det.
%  Everything up to the end of the stream.
read_stream_to_codes(Stream, Codes) :-
    read_stream_to_codes(Stream, Codes, []).

%! read_stream_to_codes(+Stream, -Codes, ?Tail) is det.
read_stream_to_codes(Stream, Codes, Tail) :-
    read_text(Stream, codes, [], Codes0, Tail, _),
    Codes = Codes0.

%! read_stream_to_chars(+Stream, -Chars) is det.
%  Everything up to the end of the stream, as packed text.
read_stream_to_chars(Stream, Chars) :-
    read_text(Stream, chars, [], Chars0, [], _),
    Chars = Chars0.

read_terms(Stream, Options, Terms) :-
    read_term(Stream, Term, Options),
    (   Term == end_of_file
    ->  Terms = []
    ;   Terms = [Term|Terms1],
        read_terms(Stream, Options, Terms1)
    ).

%! read_file_to_codes(+File, -Codes, +Options) is det.
%! read_file_to_chars(+File, -Chars, +Options) is det.
%! read_file_to_string(+File, -String, +Options) is det.
%! read_file_to_terms(+File, -Terms, +Options) is det.
%  The whole contents of a file; Options are those of open/4.
read_file_to_codes(File, Codes, Options) :-
    with_file(File, Options, Stream, read_stream_to_codes(Stream, Codes)).

read_file_to_chars(File, Chars, Options) :-
    with_file(File, Options, Stream, read_stream_to_chars(Stream, Chars)).

read_file_to_string(File, String, Options) :-
    read_file_to_chars(File, Chars, Options),
    string_chars(String, Chars).

read_file_to_terms(File, Terms, Options) :-
    with_file(File, Options, Stream, read_terms(Stream, [], Terms)).

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
