% SPDX-License-Identifier: MIT
%
% limited.pl - goals that are cut off at random by limits of inferences, memory and depth, and then must still give their answers.
%
%     horn -q tests/stress/limited.pl -- ROUNDS SEED
%
% The last line is "N passed, N failed".

:- initialization(main).
:- use_module(library(random)).
:- dynamic fact/2.

main :-
    current_prolog_flag(argv, Arguments),
    (   Arguments = [RoundsText, SeedText|_]
    ->  atom_number(RoundsText, Rounds),
        atom_number(SeedText, Seed)
    ;   Rounds = 1000,
        Seed = 1
    ),
    set_random(seed(Seed)),
    nb_setval(failed, 0),
    forall(between(1, Rounds, _), round),
    nb_getval(failed, Failed),
    Passed is Rounds - Failed,
    format('~d passed, ~d failed~n', [Passed, Failed]),
    (   Failed =:= 0
    ->  halt(0)
    ;   halt(1)
    ).

% One goal is cut off once or not at all; then it is run to its end, and everything that must hold is looked at.
round :-
    findall(Name, goal(Name, _, _), Names),
    random_member(Name, Names),
    goal(Name, Goal, Check),
    cut_off(Kind, Goal, How),
    (   catch(( call(Goal), call(Check) ), Ball, ( print_message(error, Ball), fail )),
        invariants
    ->  true
    ;   flag(balance, Balance, 0),
        format(user_error, 'after ~w (~w) ~w: wrong, balance ~w~n', [Kind, How, Name, Balance]),
        nb_getval(failed, N0),
        N is N0 + 1,
        nb_setval(failed, N)
    ).

cut_off(Kind, Goal, How) :-
    random_member(Kind, [inferences, inferences, inferences, memory, depth]),
    random_between(0, 14, Power),
    random_between(1, 100, Factor),
    Amount is Factor * (1 << Power),
    \+ \+ ( catch(limited(Kind, Amount, Goal), Ball, true), nb_setval(how, Ball) ),
    !,
    nb_getval(how, How).
cut_off(_, _, failed).

limited(inferences, Amount, Goal) :-
    call_with_inference_limit(Goal, Amount, _).
limited(memory, Amount, Goal) :-
    call_with_memory_limit(Amount, Goal).
limited(depth, Amount, Goal) :-
    call_with_depth_limit(Goal, Amount, _).

invariants :-
    flag(balance, 0, 0),
    numlist(1, 10, L),
    sum_list(L, 55).

goal(reverse, reverse_twice(200, L), ( length(L, 200), L = [1|_] )).
goal(queens, once(queens(6, Qs)), Qs == [5, 3, 1, 6, 4, 2]).
goal(facts, ( retractall(fact(_, _)), forall(between(1, 300, I), ( J is I * I, assertz(fact(I, J)) )), aggregate_all(sum(V), fact(_, V), S) ), S =:= 9045050).
goal(cleanup, balanced(50), true).
goal(exceptions, caught(100, N), N == 100).
goal(solutions, ( findall(X-Y, ( between(1, 30, X), between(1, 30, Y), X * Y =:= 36 ), Ps), setof(P, member(P, Ps), Qs) ), length(Qs, 7)).
goal(text, ( numlist(1, 200, Ns), atomic_list_concat(Ns, ',', A), atomic_list_concat(Parts, ',', A), length(Parts, K) ), K == 200).
goal(terms, ( length(L, 300), copy_term(L, M), L = M, maplist(=(x), L), msort(M, S), term_to_atom(S, A), term_to_atom(T, A) ), T == S).
goal(bignum, factorial(200, F), 0 is F mod 200).
goal(globals, ( nb_setval(g, []), forall(between(1, 100, I), ( nb_getval(g, L0), nb_setval(g, [I|L0]) )), nb_getval(g, L) ), length(L, 100)).

reverse_twice(N, L) :-
    numlist(1, N, L0),
    nrev(L0, L1),
    nrev(L1, L).

nrev([], []).
nrev([X|Xs], R) :-
    nrev(Xs, R0),
    append(R0, [X], R).

queens(N, Qs) :-
    numlist(1, N, Ns),
    place(Ns, [], Qs).

place([], Qs, Qs).
place(Free, Placed, Qs) :-
    select(Q, Free, Rest),
    \+ attacked(Q, 1, Placed),
    place(Rest, [Q|Placed], Qs).

attacked(Q, D, [P|_]) :-
    ( Q =:= P + D ; Q =:= P - D ).
attacked(Q, D, [_|Ps]) :-
    D1 is D + 1,
    attacked(Q, D1, Ps).

% Each level takes one and gives it back, however it is left.
balanced(0) :-
    !.
balanced(N) :-
    setup_call_cleanup(add(1), ( N1 is N - 1, balanced(N1) ), add(-1)).

add(D) :-
    flag(balance, B, B + D).

caught(0, 0) :-
    !.
caught(N, Count) :-
    catch(throw(ball(N)), ball(M), true),
    N1 is M - 1,
    caught(N1, Count1),
    Count is Count1 + 1.

factorial(0, 1) :-
    !.
factorial(N, F) :-
    N1 is N - 1,
    factorial(N1, F1),
    F is N * F1.
