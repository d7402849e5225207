% SPDX-License-Identifier: MIT
%
% debug.pl - messages that can be switched on by topic. assertion/1 is built in.

:- module(debug, [
    debug/3,
    debug/1,
    nodebug/1,
    debugging/1
]).

:- dynamic(debugged/1).

%! debug(+Topic, +Format, +Arguments) is det.
%  Prints a message if Topic is switched on.
debug(Topic, Format, Arguments) :-
    (   debugging(Topic)
    ->  print_message(debug(Topic), format(Format, Arguments))
    ;   true
    ).

%! debug(+Topic) is det.
%! nodebug(+Topic) is det.
%  Switches messages about Topic on or off.
debug(Topic) :-
    (   debugged(Known),
        Known == Topic
    ->  true
    ;   assertz(debugged(Topic))
    ).

nodebug(Topic) :-
    retractall(debugged(Topic)).

%! debugging(?Topic) is nondet.
%  Topic is switched on.
debugging(Topic) :-
    debugged(Topic).
