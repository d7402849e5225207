% SPDX-License-Identifier: MIT
%
% tokens_file - writes the file that tokens and tokens_codes read: what is taken off their times.

work(written) :-
    write_file('tokens.txt').

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
