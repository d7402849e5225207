% SPDX-License-Identifier: MIT
%
% tokens_codes - reads a file of 5 MB as character codes and takes it apart with a grammar: words,
% integers, strings and punctuation. The file is written first; tokens_file, whose time is taken off, does only that.

work(Answer) :-
    write_file('tokens.txt'),
    read_file_to_codes('tokens.txt', Text, []),
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

token(0' , Tokens) -->
    !,
    tokens(Tokens).
token(0'\n, Tokens) -->
    !,
    tokens(Tokens).
token(0'", [string(S)|Tokens]) -->
    !,
    quoted(Cs),
    { atom_codes(S, Cs) },
    tokens(Tokens).
token(C, [integer(N)|Tokens]) -->
    { digit(C) },
    !,
    digits(Cs),
    { number_codes(N, [C|Cs]) },
    tokens(Tokens).
token(C, [word(W)|Tokens]) -->
    { letter(C) },
    !,
    letters(Cs),
    { atom_codes(W, [C|Cs]) },
    tokens(Tokens).
token(C, [punctuation(C)|Tokens]) -->
    tokens(Tokens).

quoted(Cs) -->
    [C],
    (   { C == 0'" }
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
    C >= 0'0,
    C =< 0'9.

letter(C) :-
    (   C >= 0'a,
        C =< 0'z
    ->  true
    ;   C >= 0'A,
        C =< 0'Z
    ->  true
    ;   C == 0'_
    ).

letter_or_digit(C) :-
    (   letter(C)
    ->  true
    ;   digit(C)
    ).

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
