#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
#
# signals.sh - a program that computes the same thing again and again while Ctrl-C comes at random times.
#
#     tests/stress/signals.sh HORN [SIGNALS [SEED]]
#
# The program catches each interrupt, and compares every result that it got to the end of. The last line is "N passed, N failed", counting signals.
set -euo pipefail
horn=$1
signals=${2:-200}
RANDOM=${3:-1}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cat >"$work/loop.pl" <<'END'
:- dynamic fact/1.
:- initialization(main).
main :-
    nb_setval(caught, 0),
    nb_setval(wrong, 0),
    write(begins),
    nl,
    flush_output,
    repeat,
    catch(rounds, Ball, ( caught(Ball), fail )), % an interrupt may come between two rounds
    !,
    nb_getval(caught, Caught),
    nb_getval(wrong, Wrong),
    format('~d ~d~n', [Caught, Wrong]).
rounds :-
    repeat,
    catch(work, Ball, caught(Ball)),
    exists_file(stop),
    !.
caught(Ball) :-
    (   Ball == '$aborted'
    ->  Counter = caught
    ;   print_message(error, Ball),
        Counter = wrong
    ),
    nb_getval(Counter, N0),
    N is N0 + 1,
    nb_setval(Counter, N).
work :-
    numlist(1, 2000, L),
    foldl([X, S0, S]>>(S is S0 + X), L, 0, Sum),
    msort(L, L),
    retractall(fact(_)),
    forall(member(X, L), assertz(fact(X))),
    aggregate_all(count, fact(_), Count),
    atomic_list_concat(L, ' ', Atom),
    term_to_atom(f(L, Atom), Text),
    term_to_atom(f(M, _), Text),
    (   Sum =:= 2001000, Count =:= 2000, M == L
    ->  true
    ;   throw(wrong(Sum, Count))
    ).
END
cd "$work"
"$horn" -q loop.pl -g halt >output &
tool=$!
until grep -q begins output; do
    sleep 0.05
done
for ((i = 0; i < signals; i++)); do
    sleep "0.0$((RANDOM % 50 + 10))"
    kill -INT $tool || break
done
touch stop
status=0
wait $tool || status=$?
read -r caught wrong < <(tail -1 output)
echo "signals: $signals sent, $caught caught, exit status $status"
failed=$((wrong + (status != 0)))
[ "${caught:-0}" -gt 0 ] || failed=$((failed + 1))
echo "$((signals - failed)) passed, $failed failed"
[ $failed = 0 ]
