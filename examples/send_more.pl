% SPDX-License-Identifier: MIT
%
% send_more.pl - the oldest of letter puzzles:
%
%       S E N D
%     + M O R E
%     ---------
%     M O N E Y
%
% Each letter is another digit. The columns are added from the right, so that a wrong digit is met early.

:- initialization(main).

main :-
    puzzle([S, E, N, D, M, O, R, Y]),
    write_number('   ', [S, E, N, D]),
    write_number('  +', [M, O, R, E]),
    write('  -------'), nl,
    write_number(' ', [M, O, N, E, Y]),
    fail.
main :-
    write('and there is no other way.'), nl.

puzzle([S, E, N, D, M, O, R, Y]) :-
    Digits0 = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
    M = 1,
    pick(M, Digits0, Digits1),
    column(D, E, Y, 0, Carry1, Digits1, Digits2),
    column(N, R, E, Carry1, Carry2, Digits2, Digits3),
    column(E, O, N, Carry2, Carry3, Digits3, Digits4),
    column(S, M, O, Carry3, M, Digits4, _),
    S > 0.

%! column(?A, ?B, ?Sum, +CarryIn, ?CarryOut, +Digits0, -Digits) is nondet.
%  A + B + CarryIn = Sum + 10 * CarryOut; letters without a digit take one from Digits0.
column(A, B, Sum, CarryIn, CarryOut, Digits0, Digits) :-
    digit(A, Digits0, Digits1),
    digit(B, Digits1, Digits2),
    Total is A + B + CarryIn,
    CarryOut is Total // 10,
    Units is Total mod 10,
    (   var(Sum)
    ->  Sum = Units,
        pick(Sum, Digits2, Digits)
    ;   Sum = Units,
        Digits = Digits2
    ).

digit(Letter, Digits, Digits) :-
    nonvar(Letter),
    !.
digit(Letter, Digits0, Digits) :-
    pick(Letter, Digits0, Digits).

pick(X, [X|Xs], Xs).
pick(X, [Y|Xs], [Y|Ys]) :-
    pick(X, Xs, Ys).

write_number(Indent, Digits) :-
    write(Indent),
    write_digits(Digits).

write_digits([]) :-
    nl.
write_digits([Digit|Digits]) :-
    write(' '),
    write(Digit),
    write_digits(Digits).
