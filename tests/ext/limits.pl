% SPDX-License-Identifier: MIT
%
% Goals with limits (lib/boot/limits.pl). What exceeds them is stopped wherever it is, and the next goal runs.

loop :- loop.
len([], 0).
len([_|T], N) :- len(T, N0), N is N0 + 1.
:- dynamic noted/1.

% --- time ---
?- call_with_time_limit(0.05, loop).
   throws(time_limit_exceeded).
?- call_with_time_limit(0.05, ( repeat, fail )).
   throws(time_limit_exceeded).
?- call_with_time_limit(0.05, ( between(1, inf, _), fail )).
   throws(time_limit_exceeded).
?- call_with_time_limit(0.05, loop, here).
   throws(time_limit_exceeded(here)).
?- call_with_time_limit(10, member(X, [a, b])).
   X = a, det.
?- call_with_time_limit(10, fail).
   false.
?- call_with_time_limit(10, throw(ball)).
   throws(ball).
?- call_with_time_limit(0, true).
   throws(time_limit_exceeded).
?- call_with_time_limit(-1, true).
   throws(time_limit_exceeded).
?- call_with_time_limit(1.0e300, true).
   true.
?- call_with_time_limit(_, true).
   error(instantiation_error, _).
?- call_with_time_limit(soon, true).
   error(type_error(number, soon), _).
?- call_with_time_limit(1, _).
   error(instantiation_error, _).
% The innermost that is exceeded, and the outermost.
?- call_with_time_limit(100, catch(call_with_time_limit(0.05, loop, inner), time_limit_exceeded(W), true), outer).
   W = inner.
?- call_with_time_limit(0.05, catch(call_with_time_limit(100, loop, inner), time_limit_exceeded(inner), true), outer).
   throws(time_limit_exceeded(outer)).
% A goal that catches the ball goes on only for a while.
?- call_with_time_limit(0.05, catch(loop, _, loop)).
   throws(time_limit_exceeded).
% Long work in C.
?- call_with_time_limit(0.05, _ is 7 ^ 100000000).
   throws(time_limit_exceeded).
% Cleanups run.
?- catch(call_with_time_limit(0.05, setup_call_cleanup(true, loop, assertz(noted(cleanup)))), time_limit_exceeded, true), retract(noted(X)).
   X = cleanup.

% --- inferences ---
?- call_with_inference_limit(loop, 1000, R).
   R = inference_limit_exceeded, det.
?- call_with_inference_limit(( repeat, fail ), 1000, R).
   R = inference_limit_exceeded, det.
?- call_with_inference_limit(true, 1000, R).
   R = !, det.
?- call_with_inference_limit(fail, 1000, _).
   false.
?- call_with_inference_limit(throw(ball), 1000, _).
   throws(ball).
?- call_with_inference_limit(member(X, [a, b]), 1000, R).
   X = a, R = true
;  X = b, R = !, det.
% What is done between two answers does not count.
?- findall(X-R, ( call_with_inference_limit(member(X, [a, b]), 1000, R), numlist(1, 5000, _) ), L).
   L = [a-true, b-!].
?- findall(R, call_with_inference_limit(( member(X, [a, b, c]), ( X == c -> loop ; true ) ), 1000, R), L).
   L = [true, true, inference_limit_exceeded].
?- call_with_inference_limit(call_with_inference_limit(loop, 100, R), 100000, S).
   R = inference_limit_exceeded, S = !.
?- call_with_inference_limit(call_with_inference_limit(loop, 1000000, _), 1000, S).
   S = inference_limit_exceeded.
?- call_with_inference_limit(true, -1, _).
   error(domain_error(not_less_than_zero, -1), _).
?- call_with_inference_limit(true, many, _).
   error(type_error(integer, many), _).
?- call_with_inference_limit(true, _, _).
   error(instantiation_error, _).

% --- depth ---
?- numlist(1, 100, _L), call_with_depth_limit(len(_L, N), 500, R).
   N = 100, R = 101, det.
?- numlist(1, 100, _L), call_with_depth_limit(len(_L, _), 50, R).
   R = depth_limit_exceeded.
?- call_with_depth_limit(true, 1, R).
   R = 1, det.
?- call_with_depth_limit(true, 0, R).
   R = depth_limit_exceeded.
?- call_with_depth_limit(fail, 10, _).
   false.
?- call_with_depth_limit(throw(ball), 10, _).
   throws(ball).
% Calls that lie too deep fail, and others have their answers.
deep(N) :- deep(s(N)), true.
deep(_).
?- call_with_depth_limit(( deep(0), X = deep ; X = shallow ), 10, _R), X == shallow.
   X = shallow.
?- call_with_depth_limit(member(X, [a, b]), 10, _R).
   X = a
;  X = b, det.

% --- memory ---
?- test_size(1000000, _B), call_with_memory_limit(_B, ( numlist(1, 1000000, _L), length(_L, _) )).
   error(resource_error(memory), _).
?- call_with_memory_limit(1000000, ( numlist(1, 1000, _L), length(_L, N) )).
   N = 1000.
?- call_with_memory_limit(200000, ( between(1, inf, I), assertz(noted(I)), fail )).
   error(resource_error(memory), _).
?- noted(1), !, retractall(noted(_)).
   true.
?- call_with_memory_limit(1000000, member(X, [a, b])).
   X = a, det.
% Garbage does not count.
?- test_size(10000, _N), _B is 2000 * _N, call_with_memory_limit(_B, ( between(1, 300, _), numlist(1, _N, _), fail ; true )).
   true.
?- call_with_memory_limit(-1, true).
   error(domain_error(not_less_than_zero, -1), _).

% --- flags ---
?- current_prolog_flag(memory_limit, _M), integer(_M), _M > 0, current_prolog_flag(stack_limit, _S), _S < _M, set_prolog_flag(memory_limit, _M).
   true.
?- set_prolog_flag(memory_limit, 10).
   error(domain_error(flag_value, memory_limit + 10), _).
?- set_prolog_flag(stack_limit, -1).
   error(domain_error(flag_value, stack_limit + -1), _).
?- current_prolog_flag(stack_limit, _S), set_prolog_flag(stack_limit, 4000000), catch(length(_, 1000000), error(E, _), true),
   set_prolog_flag(stack_limit, _S).
   E = resource_error(memory).
?- set_prolog_flag(max_integer_size, 1000), catch(_ is 2 ^ 10000, error(E, _), true), X is 2 ^ 7000 mod 10, set_prolog_flag(max_integer_size, 536870912).
   E = resource_error(memory), X = 6.
