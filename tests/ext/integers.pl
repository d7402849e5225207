% SPDX-License-Identifier: MIT
%
% Relations between integers, random numbers.

% succ/2
?- succ(3, X).
   X = 4.
?- succ(X, 4).
   X = 3.
?- succ(X, 0).
   false.
?- succ(1, 3).
   false.
?- succ(X, 1267650600228229401496703205376).
   X = 1267650600228229401496703205375.
?- succ(1152921504606846975, X).
   X = 1152921504606846976.
?- succ(_, _).
   error(instantiation_error, _).
?- succ(a, _).
   error(type_error(integer, a), _).
?- succ(_, a).
   error(type_error(integer, a), _).
?- succ(-1, _).
   error(domain_error(not_less_than_zero, -1), _).
?- succ(_, -1).
   error(domain_error(not_less_than_zero, -1), _).

% plus/3
?- plus(1, 2, X).
   X = 3.
?- plus(1, X, 3).
   X = 2.
?- plus(X, 2, 3).
   X = 1.
?- plus(_, _, 3).
   error(instantiation_error, _).
?- plus(a, 1, _).
   error(type_error(integer, a), _).

% between/3
?- between(1, 3, X).
   X = 1
;  X = 2
;  X = 3, det.
?- between(1, 3, 2).
   true.
?- between(1, 3, 4).
   false.
?- between(3, 1, _).
   false.
?- between(1, 1, X).
   X = 1, det.
?- between(1, inf, X).
   X = 1
;  X = 2
;  ... .
?- between(1, infinite, 5).
   true.
?- between(1152921504606846975, 1152921504606846976, X).
   X = 1152921504606846975
;  X = 1152921504606846976, det.
?- between(_, 3, _).
   error(instantiation_error, _).
?- between(1, _, _).
   error(instantiation_error, _).
?- between(a, 3, _).
   error(type_error(integer, a), _).
?- between(1, 3.0, _).
   error(type_error(integer, 3.0), _).
?- between(1, 3, a).
   error(type_error(integer, a), _).

% Random numbers
?- set_random(seed(42)), random(_X), set_random(seed(42)), random(_Y), _X =:= _Y.
   true.
?- random(_X), _X > 0.0, _X < 1.0.
   true.
?- set_random(seed(a)).
   error(type_error(integer, a), _).
?- set_random(_).
   error(instantiation_error, _).

% Laws that hold of all integers, tried with random ones of every length

% Small, around the powers of two, and long; of both signs.
any(X) :-
    K is random(8),
    any(K, Magnitude),
    (   random(2) =:= 0
    ->  X = Magnitude
    ;   X is -Magnitude
    ).
any(0, X) :- X is random(10).
any(1, X) :- X is random(1 << 30).
any(2, X) :- X is (1 << random(200)) + random(3) - 1.
any(3, X) :- X is random(1 << 62).
any(4, X) :- X is random(1 << 128).
any(5, X) :- X is random(1 << random(3000)).
any(6, X) :- X is (1 << random(5000)) - (1 << random(5000)).
any(7, X) :- X is random(1 << random(20000)) << random(300).

other_than_0(X) :-
    any(Y),
    (   Y =:= 0
    ->  other_than_0(X)
    ;   X = Y
    ).

% Law(A, B) fails for some numbers, which are printed.
broken(Law) :-
    test_size(1000, Times),
    between(1, Times, _),
    any(A),
    other_than_0(B),
    Goal =.. [Law, A, B],
    \+ call(Goal),
    writeq(Goal).

sums(A, B) :-
    A + B =:= B + A,
    A + B - B =:= A,
    A - B =:= -(B - A),
    (A + B) * (A - B) =:= A * A - B * B,
    (A + B) ^ 2 =:= A ^ 2 + 2 * A * B + B ^ 2.
truncating(A, B) :-
    Q is A // B,
    R is A rem B,
    Q * B + R =:= A,
    abs(R) < abs(B),
    ( R =:= 0 -> true ; sign(R) =:= sign(A) ).
flooring(A, B) :-
    divmod(A, B, Q, R),
    Q =:= A div B,
    R =:= A mod B,
    Q * B + R =:= A,
    abs(R) < abs(B),
    ( R =:= 0 -> true ; sign(R) =:= sign(B) ).
% with the flag iso off
leniently(Goal) :-
    setup_call_cleanup(set_prolog_flag(iso, false), once(Goal), set_prolog_flag(iso, true)).
exact_quotients(A, B) :-
    (A * B) // B =:= A,
    (A * B) rem B =:= 0,
    leniently(( X is (A * B) / B, X == A )).
divisors(A, B) :-
    G is gcd(A, B),
    G > 0,
    A mod G =:= 0,
    B mod G =:= 0,
    gcd(A // G, B // G) =:= 1,
    gcd(B, A) =:= G,
    gcd(A + B, B) =:= G,
    gcd(A * 12, B * 12) =:= 12 * G,
    lcm(A, B) * G =:= abs(A * B).
shifts(A, B) :-
    N is abs(B) mod 300,
    A << N =:= A * 2 ^ N,
    A >> N =:= A div 2 ^ N,
    (A << N) >> N =:= A,
    A >> -N =:= A << N,
    A << -N =:= A >> N.
bits(A, B) :-
    \ A =:= -A - 1,
    A xor B =:= (A \/ B) - (A /\ B),
    A + B =:= (A xor B) + 2 * (A /\ B),
    A \/ B =:= \ (\ A /\ \ B),
    A xor A =:= 0,
    (A xor B) xor B =:= A,
    A /\ (B \/ A) =:= A.
single_bits(A0, B) :-
    A is abs(A0) + 1,
    M is msb(A),
    1 << M =< A,
    A < 2 << M,
    L is lsb(A),
    A mod (1 << L) =:= 0,
    getbit(A, L) =:= 1,
    getbit(A, M) =:= 1,
    getbit(A, M + 1) =:= 0,
    getbit(A, abs(B) mod 300) =:= (A >> (abs(B) mod 300)) /\ 1,
    popcount(A) =:= popcount(A >> 7) + popcount(A /\ 127).
powers(A, B) :-
    N is abs(B) mod 7,
    A ^ (N + 3) =:= A ^ N * A * A * A,
    A ^ 2 =:= A * A,
    leniently(( X is A ** 2, X =:= A * A )),
    M is abs(B) + 1,
    powm(abs(A), N, M) =:= abs(A) ^ N mod M.
order(A, B) :-
    compare(O, A, B),
    D is A - B,
    compare(O, D, 0),
    Max is max(A, B),
    Min is min(A, B),
    Max + Min =:= A + B,
    Max >= Min,
    ( A < B -> \+ A >= B ; A >= B ).
text(A, B) :-
    number_codes(A, As),
    number_codes(A1, As),
    A1 == A,
    atom_number(Atom, B),
    atom_number(Atom, B1),
    B1 == B,
    format(codes(Hex), "~16r", [A]),
    ( Hex = [0'-|Digits] -> Sign = -1 ; Digits = Hex, Sign = 1 ),
    foldl([C, N0, N]>>(char_code(Char, C), atom_chars(Number, ['0', x, Char]), atom_number(Number, Value), N is N0 * 16 + Value), Digits, 0, Magnitude),
    Magnitude * Sign =:= A.
% a float that is not halved: the order with integers is that of the exact values
floats(A, B) :-
    catch(F is float(A), error(evaluation_error(float_overflow), _), fail),
    !,
    Low is roundtoward(float(A), to_negative),
    High is roundtoward(float(A), to_positive),
    Low =< A,
    A =< High,
    ( F =:= Low -> true ; F =:= High ),
    I is truncate(F),
    F =:= I,
    ( I =:= A -> F =:= A ; I < A -> F < A ; F > A ),
    compare(<, F, A),
    Next is nexttoward(High, inf),
    Next > A,
    ( abs(A) < 1 << 53 -> I =:= A ; true ),
    Quotient is A / B,
    ( integer(Quotient) -> Quotient * B =:= A ; abs(Quotient) =:= 0.0 -> true ; near(A, B, Quotient) ).
floats(A, _) :-
    abs(A) >= (1 << 1024) - (1 << 970).
% the float Q is A / B rounded: both neighbours are on the other side, or as far
near(A, B, Q) :-
    Up is nexttoward(Q, inf),
    Down is nexttoward(Q, -inf),
    ( abs(Q) < 1.0e-290 -> true ; Scale is 2 ^ 1074, exact(Down, Scale, D), exact(Up, Scale, U), N is A * Scale * sign(B), D * abs(B) < N, N < U * abs(B) ).
exact(F, Scale, I) :-
    float_parts(F, M, 2, E),
    I is truncate(M * 2.0 ^ 52) * Scale * 2 ^ (E + 1100) // 2 ^ 1152.
?- set_random(seed(11)), broken(sums).
   false.
?- set_random(seed(12)), broken(truncating).
   false.
?- set_random(seed(13)), broken(flooring).
   false.
?- set_random(seed(14)), broken(exact_quotients).
   false.
?- set_random(seed(15)), broken(divisors).
   false.
?- set_random(seed(16)), broken(shifts).
   false.
?- set_random(seed(17)), broken(bits).
   false.
?- set_random(seed(18)), broken(single_bits).
   false.
?- set_random(seed(19)), broken(powers).
   false.
?- set_random(seed(20)), broken(order).
   false.
?- set_random(seed(21)), broken(text).
   false.
?- set_random(seed(22)), broken(floats).
   false.

% Resources: what would be too long is refused at once, and the next goal works
?- X is 1 << (1 << 50).
   error(resource_error(memory), _).
?- X is 7 ^ 7 ^ 7 ^ 7.
   error(resource_error(memory), _).
?- catch(_ is 1 << (1 << 50), error(resource_error(_), _), true), X is 1 << 70.
   X = 1180591620717411303424.
