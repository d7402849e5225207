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
?- call_time(true, [cpu(_C), inferences(_I), wall(_W)]), _C >= 0, _W >= 0, integer(_I).
   true, det.
?- call_time(member(X, [a, b]), [cpu(_)|_], R).
   X = a, R = true
;  X = b, R = true, det.
?- call_time(fail, _, R).
   R = false, det.
?- call_time(throw(ball), _, _).
   throws(ball).
?- statistics(_Figures), memberchk(cputime(_), _Figures), memberchk(atoms(_N), _Figures), integer(_N).
   true.
?- call_time(fail, _).
   false.
?- call_time(_, _).
   error(instantiation_error, _).
