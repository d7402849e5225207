% SPDX-License-Identifier: MIT
%
% text_numbers - numbers to text and back: atom_number, number_codes, number_chars, atom_length of integers and floats.

work(Answer) :-
    convert(200000, 0, Answer).

convert(0, Sum, Sum) :-
    !.
convert(N, Sum0, Sum) :-
    A is N * 7919,
    atom_number(Atom, A),
    atom_number(Atom, A1),
    number_codes(A1, Codes),
    number_codes(A2, [0'1|Codes]),
    number_chars(A2, Chars),
    number_chars(A3, Chars),
    X is N / 8.0,
    atom_number(Text, X),
    atom_number(Text, Y),
    atom_length(Text, Length),
    Sum1 is (Sum0 + A3 + truncate(Y * 8) + Length) mod 1000003,
    N1 is N - 1,
    convert(N1, Sum1, Sum).

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
