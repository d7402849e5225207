% SPDX-License-Identifier: MIT
%
% statistics.pl - what a goal costs.

:- module(statistics, [
    time/1,
    call_time/2,
    call_time/3,
    statistics/1
]).

:- meta_predicate(time(0)).
:- meta_predicate(call_time(0, -)).
:- meta_predicate(call_time(0, -, -)).

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

%! call_time(:Goal, -Costs) is nondet.
%! call_time(:Goal, -Costs, -Result) is nondet.
%  Costs is what each answer of Goal took: [cpu(Seconds), inferences(Count), wall(Seconds)]. Result is true, or false when there is no
%  (further) answer, where call_time/2 fails.
call_time(Goal, Costs) :-
    call_time(Goal, Costs, true).

call_time(Goal, Costs, Result) :-
    readings(Cpu0, Wall0, Inferences0),
    State = readings(Cpu0, Wall0, Inferences0),
    (   call_cleanup(Goal, Last = true),
        (   Last == true
        ->  !
        ;   true
        ),
        Result0 = true
    ;   Result0 = false
    ),
    costs_since(State, Costs),
    Result = Result0.

% State is brought up to date, for the next answer.
costs_since(State, [cpu(Cpu), inferences(Inferences), wall(Wall)]) :-
    State = readings(Cpu0, Wall0, Inferences0),
    readings(Cpu1, Wall1, Inferences1),
    Cpu is Cpu1 - Cpu0,
    Wall is Wall1 - Wall0,
    Inferences is Inferences1 - Inferences0,
    nb_setarg(1, State, Cpu1),
    nb_setarg(2, State, Wall1),
    nb_setarg(3, State, Inferences1).

%! statistics(-Figures) is det.
%  Figures is a list of Key(Value), for keys of statistics/2.
statistics(Figures) :-
    findall(Figure,
            ( main_key(Key),
              statistics(Key, Value),
              Figure =.. [Key, Value]
            ),
            Figures).

main_key(cputime).
main_key(inferences).
main_key(epoch).
main_key(stack).
main_key(globalused).
main_key(trailused).
main_key(localused).
main_key(garbage_collection).
main_key(atoms).
main_key(modules).
main_key(predicates).
main_key(clauses).
main_key(codes).
