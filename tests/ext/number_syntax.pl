% SPDX-License-Identifier: MIT
%
% Numbers as text beyond the standard: groups of digits, bases, exponents without a fraction, infinities and NaN; long numbers.

% Text (characters) is read as a term.
t(Text, Term) :-
    atom_chars(Atom, Text),
    read_term_from_atom(Atom, Term, []).

% Groups of digits
?- X = 1_000_000.
   X = 1000000.
?- X = 0xdead_beef.
   X = 3735928559.
?- X = 0b1010_1010.
   X = 170.
?- t("16'ff_ff", X).
   X = 65535.
?- t("1__000", _).
   error(syntax_error(_), _).
?- t("1_", _).
   error(syntax_error(_), _).
?- t("0x_1", _).
   error(syntax_error(_), _).
?- t("1 000", _).
   error(syntax_error(_), _).

% Bases from 2 to 36
?- t("2'1011", X).
   X = 11.
?- t("16'FF", X).
   X = 255.
?- t("36'Zz", X).
   X = 1295.
?- t("7'123456", X).
   X = 22875.
?- t("-16'ff", X).
   X = -255.
?- t("37'1", _).
   error(syntax_error(_), _).
?- t("1'0", _).
   error(syntax_error(_), _).
?- t("2'2", _).
   error(syntax_error(_), _).

% An exponent without a fraction
?- X = 1e10.
   X = 10000000000.0.
?- X = 25e-1.
   X = 2.5.
?- X = 1e+2.
   X = 100.0.

% Infinities and NaN
?- X = 1.0Inf.
   X = 1.0Inf.
?- X = -1.0Inf.
   X = -1.0Inf.
?- X is inf, Y is -inf, Z is nan, writeq([X, Y, Z]).
   X = 1.0Inf, Y = -1.0Inf, Z = 1.5NaN, outputs "[1.0Inf,-1.0Inf,1.5NaN]".
?- X = 1.5NaN, X == 1.25NaN.
   X = 1.5NaN.
?- X is inf, 1.0Inf == X.
   X = 1.0Inf.
?- t("2.0Inf", _).
   error(syntax_error(_), _).
?- t("1.5Inf", _).
   error(syntax_error(_), _).
?- t("1.0NaN", _).
   error(syntax_error(_), _).
?- t("2.5NaN", _).
   error(syntax_error(_), _).
?- t("1.0Infinity", _).
   error(syntax_error(_), _).
?- X = inf, atom(X).
   X = inf.
?- atom_number('1.0Inf', X), atom_number(A, 1.0Inf).
   X = 1.0Inf, A = '1.0Inf'.

% There are no rational numbers
?- t("1r3", _).
   error(syntax_error(_), _).

% Long numbers, as text and back
digits(0, []) :- !.
digits(N, [D|Ds]) :-
    D is 0'0 + random(10),
    M is N - 1,
    digits(M, Ds).
same_text(N) :-
    digits(N, Ds),
    number_codes(X, [0'7|Ds]),
    number_codes(X, Es),
    Es == [0'7|Ds].
?- set_random(seed(1)), \+ ( between(1, 700, _N), \+ same_text(_N) ).
   true.
?- set_random(seed(2)), test_size(100000, _N), same_text(_N).
   true.
?- test_size(1000000, _N), X is 10 ^ _N, number_codes(X, [0'1|_Zeros]), length(_Zeros, _Length), _Length =:= _N.
   check(integer(X)).
radix_text(X, Radix) :-
    format(codes(Codes), "~*r", [Radix, X]),
    format(codes(Text), "~d'~s", [Radix, Codes]),
    (   X >= 0
    ->  number_codes(Y, Text)
    ;   Codes = [0'-|Digits],
        format(codes(Plain), "~d'~s", [Radix, Digits]),
        number_codes(Z, Plain),
        Y is -Z
    ),
    X =:= Y.
?- set_random(seed(3)), test_size(300, _N), \+ ( between(1, _N, _), between(2, 36, _R), _X is random(1 << random(3000)) - random(1 << random(3000)), \+ radix_text(_X, _R) ).
   true.
