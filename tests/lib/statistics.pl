% SPDX-License-Identifier: MIT
% Tests of library(statistics). What time/1 prints goes to user_error.

:- use_module(library(statistics)).

user:message_hook(format(_, [Inferences, Cpu, Wall]), debug(time), _) :-
    integer(Inferences),
    float(Cpu),
    float(Wall),
    write(told).

?- time(true).
   true, outputs "told", det.
?- time(member(X, [a,b])).
   X = a, outputs "told", det.
?- time(fail).
   false, outputs "told".
?- time(throw(ball)).
   throws(ball), outputs "told".
?- time(_).
   error(instantiation_error, _), outputs "told".
?- call_time(true, T), T >= 0.
   check(number(T)), det.
?- call_time(fail, _).
   false.
?- call_time(_, _).
   error(instantiation_error, _).
