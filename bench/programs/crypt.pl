% SPDX-License-Identifier: MIT
%
% crypt - a multiplication of which only odd (O) and even (E) digits are known:
%
%        O E E
%      x   E E
%      -------
%      E O E E
%      E O E
%      -------
%      O O E E
%
% Integer arithmetic with remainders, tests, backtracking over digits.

work(Answer) :-
    solve_often(300),
    puzzle(Answer).

solve_often(0) :-
    !.
solve_often(N) :-
    \+ \+ puzzle(_),
    N1 is N - 1,
    solve_often(N1).

puzzle(A * B = C) :-
    odd(A1),
    even(A2),
    even(A3),
    A is 100 * A1 + 10 * A2 + A3,
    leading_even(B2),
    P1 is A * B2,
    shape_of_three(P1),
    leading_even(B1),
    P0 is A * B1,
    shape_of_four(P0),
    B is 10 * B2 + B1,
    C is P0 + 10 * P1,
    shape_of_result(C).

% e o e e
shape_of_four(N) :-
    N >= 1000,
    N < 10000,
    E4 is N mod 10,
    is_even(E4),
    E3 is N // 10 mod 10,
    is_even(E3),
    O2 is N // 100 mod 10,
    is_odd(O2),
    E1 is N // 1000,
    is_even(E1).

% e o e
shape_of_three(N) :-
    N >= 100,
    N < 1000,
    E3 is N mod 10,
    is_even(E3),
    O2 is N // 10 mod 10,
    is_odd(O2),
    E1 is N // 100,
    is_even(E1).

% o o e e
shape_of_result(N) :-
    N >= 1000,
    N < 10000,
    E4 is N mod 10,
    is_even(E4),
    E3 is N // 10 mod 10,
    is_even(E3),
    O2 is N // 100 mod 10,
    is_odd(O2),
    O1 is N // 1000,
    is_odd(O1).

is_even(N) :-
    N mod 2 =:= 0.

is_odd(N) :-
    N mod 2 =:= 1.

odd(1).
odd(3).
odd(5).
odd(7).
odd(9).

even(0).
even(2).
even(4).
even(6).
even(8).

leading_even(2).
leading_even(4).
leading_even(6).
leading_even(8).

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
