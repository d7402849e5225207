% SPDX-License-Identifier: MIT
%
% Tests of library(pure_input).

:- use_module(library(pure_input)).

with_file(Text, Goal) :-
    File = 'horn_pure_input_test.txt',
    setup_call_cleanup(( open(File, write, Stream),
                         write(Stream, Text),
                         close(Stream)
                       ),
                       call(Goal, File),
                       delete_file(File)).

sum(N) --> digits(Ds), { Ds = [_|_], number_chars(M, Ds) }, ( "+", !, sum(N0) ; { N0 = 0 } ), { N is M + N0 }.

digits([D|Ds]) --> [D], { char_type(D, digit) }, !, digits(Ds).
digits([]) --> [].

parts([], []) --> [].
parts([C|Cs], Ds) --> [C], parts(Cs, Ds).
parts(Cs, [D|Ds]) --> [D], parts(Cs, Ds).

strict --> "a", !.
strict --> syntax_error(a_expected).

text(Text, Text, []).

?- with_file('1+20+300', phrase_from_file(sum(N))).
   N = 321.
?- with_file('1+20+x', phrase_from_file(sum(_))).
   false.
?- with_file(ab, phrase_from_file(parts(A, B))).
   A = [a, b], B = []
;  A = [a], B = [b]
;  A = [b], B = [a]
;  A = [], B = [a, b].
?- with_file(b, phrase_from_file(strict)).
   error(syntax_error(a_expected), _).
?- with_file('aä\n', phrase_from_file(text(T))).
   T = [a, 'ä', '\n'].
?- with_file('', phrase_from_file(text(T))).
   T = [].
?- set_prolog_flag(double_quotes, codes), call_cleanup(with_file(ab, phrase_from_file(text(T))), set_prolog_flag(double_quotes, chars)).
   T = [97, 98].
?- phrase_from_file(text(_), 'no such file here').
   error(existence_error(source_sink, _), _).
?- phrase_from_file(_, 'x').
   error(_, _).
latin(T, File) :- phrase_from_file(text(T), File, [encoding(iso_latin_1)]).
?- with_file('ä', latin(T)).
   T = ['Ã', '¤'].
?- open_string("xyz", _S), get_char(_S, _), phrase_from_stream(text(T), _S), close(_S).
   T = [y, z].
