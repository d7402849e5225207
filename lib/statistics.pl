% SPDX-License-Identifier: MIT
%
% statistics.pl - what a goal costs.

:- module(statistics, [
    time/1,
    call_time/2
]).

:- meta_predicate(time(0)).
:- meta_predicate(call_time(0, -)).

%! time(:Goal) is semidet.
%  Runs Goal once and tells its time and inferences, also when it fails or raises.
time(Goal) :-
    readings(Cpu0, Wall0, Inferences0),
    catch(outcome(Goal, Outcome), Error, Outcome = raised(Error)),
    readings(Cpu1, Wall1, Inferences1),
    Cpu is Cpu1 - Cpu0,
    Wall is Wall1 - Wall0,
    Inferences is Inferences1 - Inferences0,
    print_message(debug(time), format('~d inferences, ~3f seconds of CPU, ~3f seconds', [Inferences, Cpu, Wall])),
    conclude(Outcome).

outcome(Goal, Outcome) :-
    (   call(Goal)
    ->  Outcome = true
    ;   Outcome = false
    ).

conclude(true).
conclude(raised(Error)) :-
    throw(Error).

readings(Cpu, Wall, Inferences) :-
    statistics(cputime, Cpu),
    statistics(walltime, [Milliseconds|_]),
    Wall is Milliseconds / 1000.0,
    statistics(inferences, Inferences).

%! call_time(:Goal, -Seconds) is semidet.
%  Runs Goal once; Seconds is the CPU time it took.
call_time(Goal, Seconds) :-
    statistics(cputime, Cpu0),
    call(Goal),
    !,
    statistics(cputime, Cpu1),
    Seconds is Cpu1 - Cpu0.
