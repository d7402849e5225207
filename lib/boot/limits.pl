% SPDX-License-Identifier: MIT
%
% limits.pl - goals that may use so much time, so many inferences, so much memory, and go so deep. src/vm/limits.h keeps the accounts.

:- meta_predicate((call_with_time_limit(+, 0), call_with_time_limit(+, 0, +), call_with_inference_limit(0, +, -), call_with_memory_limit(+, 0), call_with_depth_limit(0, +, -))).

%! call_with_time_limit(+Seconds, :Goal) is semidet.
%! call_with_time_limit(+Seconds, :Goal, +Context) is semidet.
%  As once(Goal), but time_limit_exceeded, or time_limit_exceeded(Context), is thrown when it takes longer than so many seconds, which need
%  not be whole. It is thrown again soon should Goal catch it.
call_with_time_limit(Seconds, Goal) :-
    '$call_with_time_limit'(Seconds, Goal, time_limit_exceeded, call_with_time_limit/2).

call_with_time_limit(Seconds, Goal, Context) :-
    '$call_with_time_limit'(Seconds, Goal, time_limit_exceeded(Context), call_with_time_limit/3).

'$call_with_time_limit'(Seconds, Goal, Ball, Caller) :-
    '$nanoseconds'(Seconds, Amount, Caller),
    (   Amount > 0
    ->  '$limited_once'(time, Amount, Ball, Goal)
    ;   throw(Ball)
    ).

'$nanoseconds'(Seconds, Amount, Caller) :-
    (   var(Seconds)
    ->  throw(error(instantiation_error, context(Caller, argument(1))))
    ;   \+ number(Seconds)
    ->  throw(error(type_error(number, Seconds), context(Caller, argument(1))))
    ;   Seconds < 9.0e9
    ->  Amount is ceiling(Seconds * 1.0e9)
    ;   Amount = 9000000000000000000 % 285 years
    ).

'$limited_once'(Kind, Amount, Ball, Goal) :-
    setup_call_cleanup('$limit_begin'(Kind, Amount, Ball, Id), once(Goal), '$limit_end'(Id)).

%! call_with_memory_limit(+Bytes, :Goal) is semidet.
%  As once(Goal), but error(resource_error(memory), _) is raised when the machine, after its garbage was collected, has more than Bytes in
%  use beyond what it had before.
call_with_memory_limit(Bytes, Goal) :-
    '$check_amount'(Bytes, call_with_memory_limit/2, 1),
    Amount is min(Bytes, 9000000000000000000),
    '$limited_once'(memory, Amount, [], Goal).

%! call_with_inference_limit(:Goal, +Inferences, -Result) is nondet.
%  Goal, with at most so many inferences, not counting those that are made between its answers. Result is `!` when Goal has succeeded and
%  has no more answers, `true` when it may have, and inference_limit_exceeded when that is what has ended it.
call_with_inference_limit(Goal, Inferences, Result) :-
    '$check_amount'(Inferences, call_with_inference_limit/3, 2),
    Amount is min(Inferences, 9000000000000000000),
    gensym('$inference_limit_', Ball),
    setup_call_cleanup('$limit_begin'(inferences, Amount, Ball, Id),
                       catch('$limited'(Goal, Id, Result0), Ball, Result0 = inference_limit_exceeded),
                       '$limit_end'(Id)),
    Result = Result0.

'$limited'(Goal, Id, Result) :-
    '$limit_base'(Id),
    call(Goal),
    '$limit_leave'(Id, Result).

%! call_with_depth_limit(:Goal, +Levels, -Result) is nondet.
%  Goal, in which calls that lie more than so many levels deep fail; Goal itself is at level 1, and a last call is at the level of the
%  clause that it ends. Result is the deepest level that was reached, or depth_limit_exceeded when Goal has failed and there were deeper
%  calls.
call_with_depth_limit(Goal, Levels, Result) :-
    '$check_amount'(Levels, call_with_depth_limit/3, 2),
    Amount is min(Levels, 9000000000000000000),
    setup_call_cleanup('$limit_begin'(depth, Amount, [], Id), '$depth_limited'(Goal, Amount, Id, Result0), '$limit_end'(Id)),
    Result = Result0.

'$depth_limited'(Goal, _, Id, Result) :-
    '$limit_base'(Id),
    call(Goal),
    '$limit_depth'(Id, Result),
    '$limit_leave'(Id, Exit),
    (   Exit == !
    ->  !
    ;   true
    ).
'$depth_limited'(_, Levels, Id, depth_limit_exceeded) :-
    '$limit_depth'(Id, Deepest),
    '$limit_end'(Id),
    Deepest > Levels.

'$check_amount'(Amount, Caller, Number) :-
    (   var(Amount)
    ->  throw(error(instantiation_error, context(Caller, argument(Number))))
    ;   \+ integer(Amount)
    ->  throw(error(type_error(integer, Amount), context(Caller, argument(Number))))
    ;   Amount >= 0
    ->  true
    ;   throw(error(domain_error(not_less_than_zero, Amount), context(Caller, argument(Number))))
    ).

% --- Limits that flags set for each goal of the command line and of the dialogue -------------------------------------

'$within_limits'(Goal) :-
    findall(limit(Kind, Amount), '$goal_limit'(Kind, Amount), Limits),
    '$within_limits'(Limits, Goal).

'$within_limits'([], Goal) :-
    call(Goal).
'$within_limits'([limit(Kind, Amount)|Limits], Goal) :-
    setup_call_cleanup('$limit_begin'(Kind, Amount, error(resource_error(Kind), _), Id),
                       '$limited'('$within_limits'(Limits, Goal), Id, _),
                       '$limit_end'(Id)).

'$goal_limit'(inferences, Amount) :-
    '$limit_flag'(inference_limit, Amount).
'$goal_limit'(time, Amount) :-
    '$limit_flag'(time_limit, Seconds),
    Amount is min(Seconds, 9000000000) * 1000000000.
'$goal_limit'(cputime, Amount) :-
    '$limit_flag'(cpu_time_limit, Seconds),
    Amount is min(Seconds, 9000000000) * 1000000000.

'$limit_flag'(Flag, Amount) :-
    current_prolog_flag(Flag, Amount),
    Amount > 0.
