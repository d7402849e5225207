% SPDX-License-Identifier: MIT
% Tests of library(debug). What debug/3 prints goes to user_error.

:- use_module(library(debug)).

user:message_hook(format(Format, Arguments), help, _) :-
    format(Format, Arguments), nl.
user:message_hook(format(Format, Arguments), debug(Topic), _) :-
    writeq(Topic), write(': '),
    format(Format, Arguments).

?- debugging(topic).
   false.
?- debug(topic, 'hidden', []).
   true, det.
?- debug(topic).
   true, det.
?- debugging(topic).
   true.
?- debug(topic, 'shown ~w', [here]).
   true, outputs "topic: shown here".
?- debug(topic), findall(x, debugging(topic), L).
   L = [x], det.
?- debug(other(1)), findall(T, debugging(T), Ts).
   Ts = [topic,other(1)], true.
?- nodebug(topic).
   true, det.
?- debugging(topic).
   false.
?- nodebug(never_set).
   true, det.

?- debugging(T, State).
   T = other(1), State = true
;  T = topic, State = false, det.
?- debugging(never_seen, _).
   false.
?- list_debug_topics.
   true, outputs "topic                         false\nother(1)                      true\n", det.
?- nodebug(_), debugging(_).
   false.
?- debugging.
   true, outputs "topic                         false\nother(1)                      false\n".
