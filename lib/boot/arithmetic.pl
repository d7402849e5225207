% SPDX-License-Identifier: MIT
%
% arithmetic.pl - relations between numbers that are no inner loops.
%
% Elsewhere: evaluation and comparison, succ/2, plus/3, between/3 (src/builtins/bi_arith.c).

:- module(system, []).

%! divmod(+Dividend, +Divisor, -Quotient, -Remainder) is det.
%  Quotient is Dividend div Divisor and Remainder is Dividend mod Divisor.
divmod(Dividend, Divisor, Quotient, Remainder) :-
    '$want_integer'(Dividend, divmod/4),
    '$want_integer'(Divisor, divmod/4),
    Quotient is Dividend div Divisor,
    Remainder is Dividend mod Divisor.

%! nth_integer_root_and_remainder(+N, +I, -Root, -Remainder) is det.
%  Root ^ N + Remainder =:= I, where Root is the N-th root of I, rounded towards zero. N is at least 1; a negative I has
%  roots for odd N only, and evaluation_error(undefined) comes else.
nth_integer_root_and_remainder(N, I, Root, Remainder) :-
    '$want_integer'(N, nth_integer_root_and_remainder/4),
    '$want_integer'(I, nth_integer_root_and_remainder/4),
    (   N < 1
    ->  throw(error(domain_error(not_less_than_one, N), context(nth_integer_root_and_remainder/4, _)))
    ;   I >= 0
    ->  '$integer_root'(N, I, Found)
    ;   N mod 2 =:= 1
    ->  Magnitude is -I,
        '$integer_root'(N, Magnitude, Positive),
        Found is -Positive
    ;   throw(error(evaluation_error(undefined), context(nth_integer_root_and_remainder/4, _)))
    ),
    Root = Found,
    Remainder is I - Found ^ N.

% '$integer_root'(+N, +I, -Root): I is not negative.
'$integer_root'(1, I, Root) :-
    !,
    Root = I.
'$integer_root'(_, I, Root) :-
    I < 2,
    !,
    Root = I.
'$integer_root'(N, I, Root) :-
    Bits is msb(I) + 1,
    (   Bits =< N
    ->  Root = 1
    ;   '$long_root'(N, I, Bits, Root)
    ).

% The root of the higher half of the bits, shifted back and rounded up, is a first value so near that Newton's steps
% double its good bits. A short root is searched bit by bit.
'$long_root'(N, I, Bits, Root) :-
    Shift is Bits // (2 * N),
    (   Shift < msb(N) + 8
    ->  Low is 1 << ((Bits - 1) // N),
        High is Low << 1,
        '$search_root'(N, I, Low, High, Root)
    ;   Higher is I >> (N * Shift),
        '$integer_root'(N, Higher, HigherRoot),
        First is (HigherRoot + 1) << Shift,
        '$improve_root'(N, I, First, Root)
    ).

% Low ^ N =< I < High ^ N.
'$search_root'(N, I, Low, High, Root) :-
    Middle is (Low + High) >> 1,
    (   Middle =:= Low
    ->  Root = Low
    ;   Middle ^ N =< I
    ->  '$search_root'(N, I, Middle, High, Root)
    ;   '$search_root'(N, I, Low, Middle, Root)
    ).

% X is greater than the root; values fall until the root is reached.
'$improve_root'(N, I, X, Root) :-
    Next is ((N - 1) * X + I // X ^ (N - 1)) // N,
    (   Next >= X
    ->  Root = X
    ;   '$improve_root'(N, I, Next, Root)
    ).

%! truncate(+Number, -Integer) is det.
%  Integer is Number without its fraction.
truncate(Number, Integer) :-
    '$want_number'(Number, truncate/2),
    Integer is trunc(Number).

%! current_arithmetic_function(?Head) is nondet.
%  Head is a term with the name and the arity of an evaluable functor.
current_arithmetic_function(Head) :-
    var(Head),
    !,
    '$evaluable'(Name, Arity),
    functor(Head, Name, Arity).
current_arithmetic_function(Head) :-
    callable(Head),
    !,
    functor(Head, Name, Arity),
    '$evaluable'(Name, Arity),
    !.
current_arithmetic_function(Head) :-
    throw(error(type_error(callable, Head), context(current_arithmetic_function/1, _))).

% --- Arguments --------------------------------------------------------------------------------------------------

'$want_integer'(X, Caller) :-
    (   integer(X)
    ->  true
    ;   var(X)
    ->  throw(error(instantiation_error, context(Caller, _)))
    ;   throw(error(type_error(integer, X), context(Caller, _)))
    ).

'$want_number'(X, Caller) :-
    (   number(X)
    ->  true
    ;   var(X)
    ->  throw(error(instantiation_error, context(Caller, _)))
    ;   throw(error(type_error(number, X), context(Caller, _)))
    ).
