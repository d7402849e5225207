% SPDX-License-Identifier: MIT
%
% tokens - reads a file of 5 MB as characters and takes it apart with a grammar: words,
% integers, strings and punctuation. The file is written first; tokens_file, whose time is taken off, does only that.

work(Answer) :-
    write_file('tokens.txt'),
    read_characters('tokens.txt', Text),
    phrase(tokens(Tokens), Text),
    count(Tokens, 0, 0, Count, Sum),
    Answer = Count-Sum.

count([], Count, Sum, Count, Sum).
count([Token|Tokens], Count0, Sum0, Count, Sum) :-
    Count1 is Count0 + 1,
    (   Token = integer(N)
    ->  Sum1 is Sum0 + N
    ;   Sum1 = Sum0
    ),
    count(Tokens, Count1, Sum1, Count, Sum).

tokens(Tokens) -->
    [C],
    !,
    token(C, Tokens).
tokens([]) -->
    [].

token(' ', Tokens) -->
    !,
    tokens(Tokens).
token('\n', Tokens) -->
    !,
    tokens(Tokens).
token('"', [string(S)|Tokens]) -->
    !,
    quoted(Cs),
    { atom_chars(S, Cs) },
    tokens(Tokens).
token(C, [integer(N)|Tokens]) -->
    { digit(C) },
    !,
    digits(Cs),
    { number_chars(N, [C|Cs]) },
    tokens(Tokens).
token(C, [word(W)|Tokens]) -->
    { letter(C) },
    !,
    letters(Cs),
    { atom_chars(W, [C|Cs]) },
    tokens(Tokens).
token(C, [punctuation(C)|Tokens]) -->
    tokens(Tokens).

quoted(Cs) -->
    [C],
    (   { C == '"' }
    ->  { Cs = [] }
    ;   { Cs = [C|Cs1] },
        quoted(Cs1)
    ).

digits([C|Cs]) -->
    [C],
    { digit(C) },
    !,
    digits(Cs).
digits([]) -->
    [].

letters([C|Cs]) -->
    [C],
    { letter_or_digit(C) },
    !,
    letters(Cs).
letters([]) -->
    [].

digit(C) :-
    C @>= '0',
    C @=< '9'.

letter(C) :-
    (   C @>= a,
        C @=< z
    ->  true
    ;   C @>= 'A',
        C @=< 'Z'
    ->  true
    ;   C == '_'
    ).

letter_or_digit(C) :-
    (   letter(C)
    ->  true
    ;   digit(C)
    ).

% Each system takes its fastest way to a list of characters.
read_characters(File, Text) :-
    catch(read_file_to_chars(File, Text, []),
          error(existence_error(_, _), _),
          ( read_file_to_string(File, String, []),
            string_chars(String, Text)
          )).

% The file: 100 000 lines of 50 characters. Lines differ by their number, and words come from a few hundred.
write_file(File) :-
    open(File, write, Stream),
    write_lines(1, Stream),
    close(Stream).

write_lines(N, Stream) :-
    (   N > 100000
    ->  true
    ;   A is N mod 317,
        B is N * 7919 mod 900000 + 100000,
        Word is A + 100,
        Line is N + 100000,
        write(Stream, item), write(Stream, Word), write(Stream, ' := lookup("some text", '),
        write(Stream, B), write(Stream, ') + '), write(Stream, Line), write(Stream, ';'), nl(Stream),
        N1 is N + 1,
        write_lines(N1, Stream)
    ).

% ---- the driver: works that many times and prints the last answer ----

:- initialization(main).

repetitions(1).

main :-
    repetitions(N),
    run(N).

run(1) :-
    !,
    work(Answer),
    write(Answer),
    nl.
run(N) :-
    \+ \+ work(_),
    N1 is N - 1,
    run(N1).
