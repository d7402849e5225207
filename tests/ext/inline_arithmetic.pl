% SPDX-License-Identifier: MIT
%
% Arithmetic and comparisons in clauses, whose common cases the loop does itself, give what the walk over the same expression as a term
% gives: values, errors, and the order of errors.

edge(X) :- member(X, [0, 1, -1, 2, -3, 7, 10, 61, 62, 64, -62, 4294967295, 4294967296, 9007199254740992, 9007199254740993, -9007199254740993,
                      1152921504606846975, -1152921504606846976, 1152921504606846976, 9223372036854775808, -18446744073709551617,
                      0.0, -0.0, 0.5, -1.5, 3.0, 1.0e308, -1.0e308, 5.0e-324, 9007199254740992.0, a, _, "x", [1]
                     ]).

inline(+, X, Y, Z) :- Z is X + Y.
inline(-, X, Y, Z) :- Z is X - Y.
inline(*, X, Y, Z) :- Z is X * Y.
inline(/, X, Y, Z) :- Z is X / Y.
inline(//, X, Y, Z) :- Z is X // Y.
inline(div, X, Y, Z) :- Z is X div Y.
inline(mod, X, Y, Z) :- Z is X mod Y.
inline(rem, X, Y, Z) :- Z is X rem Y.
inline(min, X, Y, Z) :- Z is min(X, Y).
inline(max, X, Y, Z) :- Z is max(X, Y).
inline(/\, X, Y, Z) :- Z is X /\ Y.
inline(\/, X, Y, Z) :- Z is X \/ Y.
inline(xor, X, Y, Z) :- Z is X xor Y.
inline(>>, X, Y, Z) :- Y < 1000, Z is X >> Y.
inline(<<, X, Y, Z) :- Y < 1000, Z is X << Y.

immediate(+, X, 7, Z) :- Z is X + 7.
immediate(-, X, -3, Z) :- Z is X - -3.
immediate(*, X, 3, Z) :- Z is X * 3.
immediate(*, X, -1, Z) :- Z is X * -1.
immediate(/, X, 2, Z) :- Z is X / 2.
immediate(/, X, 0, Z) :- Z is X / 0.
immediate(//, X, 10, Z) :- Z is X // 10.
immediate(//, X, -1, Z) :- Z is X // -1.
immediate(//, X, 0, Z) :- Z is X // 0.
immediate(div, X, 3, Z) :- Z is X div 3.
immediate(div, X, -1, Z) :- Z is X div -1.
immediate(mod, X, 10, Z) :- Z is X mod 10.
immediate(mod, X, -3, Z) :- Z is X mod -3.
immediate(mod, X, 0, Z) :- Z is X mod 0.
immediate(rem, X, -10, Z) :- Z is X rem -10.
immediate(min, X, 5, Z) :- Z is min(X, 5).
immediate(max, X, 3, Z) :- Z is max(X, 3).
immediate(/\, X, 255, Z) :- Z is X /\ 255.
immediate(\/, X, -2, Z) :- Z is X \/ -2.
immediate(xor, X, 1, Z) :- Z is X xor 1.
immediate(>>, X, 3, Z) :- Z is X >> 3.
immediate(>>, X, -3, Z) :- Z is X >> -3.
immediate(<<, X, 4, Z) :- Z is X << 4.
immediate(<<, X, 61, Z) :- Z is X << 61.

compares(<, X, Y) :- X < Y.
compares(>, X, Y) :- X > Y.
compares(=<, X, Y) :- X =< Y.
compares(>=, X, Y) :- X >= Y.
compares(=:=, X, Y) :- X =:= Y.
compares(=\=, X, Y) :- X =\= Y.

% What a goal comes to: the value of X, the formal part of an error, or false.
outcome(Goal, X, Outcome) :-
    catch(( Goal -> Outcome = value(X) ; Outcome = false ), error(Formal, _), Outcome = error(Formal)).

walked(F, X, Y, Z) :-
    ( ( F == (>>) ; F == (<<) ) -> Y < 1000 ; true ),
    Expression =.. [F, X, Y],
    Z is Expression.

differs(F, X, Y, A, B) :-
    clause(inline(F, _, _, _), _),
    edge(X),
    edge(Y),
    outcome(inline(F, X, Y, V), V, A),
    outcome(walked(F, X, Y, W), W, B),
    A \=@= B.
differs_immediate(F, X, Y, A, B) :-
    clause(immediate(F, _, Y, _), _),
    edge(X),
    outcome(immediate(F, X, Y, V), V, A),
    Expression =.. [F, X, Y],
    outcome(W is Expression, W, B),
    A \=@= B.
differs_comparison(F, X, Y, A, B) :-
    clause(compares(F, _, _), _),
    edge(X),
    edge(Y),
    outcome(compares(F, X, Y), yes, A),
    Goal =.. [F, X, Y],
    outcome(call(Goal), yes, B),
    A \=@= B.

?- differs(F, X, Y, A, B).
   false.
?- differs_immediate(F, X, Y, A, B).
   false.
?- differs_comparison(F, X, Y, A, B).
   false.
?- findall(F, clause(inline(F, _, _, _), _), L), length(L, N).
   L = [+, -, *, /, //, div, mod, rem, min, max, /\, \/, xor, >>, <<], N = 15.
?- inline(//, 7, 2, A), inline(mod, -7, 2, B), inline(rem, -7, 2, C), inline(div, -7, 2, D), inline(//, -1152921504606846976, -1, E).
   A = 3, B = 1, C = -1, D = -4, E = 1152921504606846976.
?- immediate(mod, -7, 10, A), immediate(//, -7, 10, B), immediate(<<, 3, 61, C), immediate(*, 1152921504606846975, 3, D).
   A = 3, B = 0, C = 6917529027641081856, D = 3458764513820540925.
?- compares(<, 9007199254740992.0, 9007199254740993), \+ compares(=:=, 9007199254740992.0, 9007199254740993), compares(=:=, 0.0, -0.0).
   true.
% The flags that change what floats do are heeded.
?- set_prolog_flag(float_rounding, to_positive), inline(/, 1.0, 3, A), inline(+, 1, 1.0e-20, C), set_prolog_flag(float_rounding, to_nearest), inline(/, 1.0, 3, B),
   A > B, C > 1.0.
   A = 0.33333333333333337, B = 0.3333333333333333, C = 1.0000000000000002.
?- inline(*, 1.0e308, 10, _).
   error(evaluation_error(float_overflow), _).
?- inline(/, 1.0, 0, _).
   error(evaluation_error(zero_divisor), _).
