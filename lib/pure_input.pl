% SPDX-License-Identifier: MIT
%
% pure_input.pl - grammars applied to files and streams.
%
% The text is read whole before the grammar runs: packed, it takes about as much memory as the file. It is a list of
% characters if flag double_quotes is chars, else of character codes.

:- module(pure_input, [
    phrase_from_file/2,
    phrase_from_file/3,
    phrase_from_stream/2,
    syntax_error//1
]).

:- use_module(library(readutil), [read_stream_to_chars/2, read_stream_to_codes/2]).

:- meta_predicate(phrase_from_file(//, +)).
:- meta_predicate(phrase_from_file(//, +, +)).
:- meta_predicate(phrase_from_stream(//, +)).

%! phrase_from_file(:Grammar, +File) is nondet.
%! phrase_from_file(:Grammar, +File, +Options) is nondet.
%  Grammar describes the text of File, which is opened with Options of open/4 and closed before the grammar runs.
phrase_from_file(Grammar, File) :-
    phrase_from_file(Grammar, File, []).

phrase_from_file(Grammar, File, Options) :-
    setup_call_cleanup(open(File, read, Stream, Options), stream_text(Stream, Text), close(Stream)),
    phrase(Grammar, Text).

%! phrase_from_stream(:Grammar, +Stream) is nondet.
%  Grammar describes what is left of Stream.
phrase_from_stream(Grammar, Stream) :-
    stream_text(Stream, Text),
    phrase(Grammar, Text).

stream_text(Stream, Text) :-
    (   current_prolog_flag(double_quotes, chars)
    ->  read_stream_to_chars(Stream, Text)
    ;   read_stream_to_codes(Stream, Text)
    ).

%! syntax_error(+Message)// is erroneous.
%  Raises syntax_error(Message): for a grammar that cannot go on.
syntax_error(Message) -->
    { throw(error(syntax_error(Message), _)) }.
