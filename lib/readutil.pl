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

%! read_line_to_codes(+Stream, -Codes) is det.
%  The next line without its end; -1 at the end of the stream.
read_line_to_codes(Stream, Codes) :-
    get_code(Stream, Code),
    (   Code =:= -1
    ->  Codes = -1
    ;   line_codes(Code, Stream, Codes0),
        without_return(Codes0, Codes1),
        Codes = Codes1
    ).

line_codes(Code, Stream, Codes) :-
    (   Code =:= 0'\n
    ->  Codes = []
    ;   Code =:= -1
    ->  Codes = []
    ;   Codes = [Code|Codes1],
        get_code(Stream, Next),
        line_codes(Next, Stream, Codes1)
    ).

% Lines that end in \r\n lose both.
without_return([], []).
without_return([Code|Codes0], Codes) :-
    (   Code =:= 0'\r,
        Codes0 == []
    ->  Codes = []
    ;   Codes = [Code|Codes1],
        without_return(Codes0, Codes1)
    ).

%! read_line_to_codes(+Stream, -Codes, ?Tail) is det.
%  The next line with its newline, as a list that ends in Tail; Codes is Tail at the end of the stream.
read_line_to_codes(Stream, Codes, Tail) :-
    get_code(Stream, Code),
    (   Code =:= -1
    ->  Codes = Tail
    ;   Code =:= 0'\n
    ->  Codes = [Code|Tail]
    ;   Codes = [Code|Codes1],
        read_line_to_codes(Stream, Codes1, Tail)
    ).

%! read_line_to_chars(+Stream, -Chars) is det.
%  The next line without its end; end_of_file at the end of the stream.
read_line_to_chars(Stream, Chars) :-
    read_line_to_codes(Stream, Codes),
    (   Codes == -1
    ->  Chars = end_of_file
    ;   atom_codes(Atom, Codes),
        atom_chars(Atom, Chars)
    ).

%! read_line_to_string(+Stream, -String) is det.
%  The next line without its end; end_of_file at the end of the stream.
read_line_to_string(Stream, String) :-
    read_line_to_codes(Stream, Codes),
    (   Codes == -1
    ->  String = end_of_file
    ;   string_codes(String, Codes)
    ).

%! read_stream_to_codes(+Stream, -Codes) is det.
%  Everything up to the end of the stream.
read_stream_to_codes(Stream, Codes) :-
    read_stream_to_codes(Stream, Codes, []).

%! read_stream_to_codes(+Stream, -Codes, ?Tail) is det.
read_stream_to_codes(Stream, Codes, Tail) :-
    get_code(Stream, Code),
    (   Code =:= -1
    ->  Codes = Tail
    ;   Codes = [Code|Codes1],
        read_stream_to_codes(Stream, Codes1, Tail)
    ).

%! read_stream_to_chars(+Stream, -Chars) is det.
read_stream_to_chars(Stream, Chars) :-
    get_char(Stream, Char),
    (   Char == end_of_file
    ->  Chars = []
    ;   Chars = [Char|Chars1],
        read_stream_to_chars(Stream, Chars1)
    ).


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
    read_file_to_codes(File, Codes, Options),
    string_codes(String, Codes).

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
