% SPDX-License-Identifier: MIT
%
% debug.pl - messages that can be switched on by topic. assertion/1 is built in.

:- module(debug, [
    debug/3,
    debug/1,
    nodebug/1,
    debugging/0,
    debugging/1,
    debugging/2,
    list_debug_topics/0
]).

% topic(Topic, State): State is true while messages about Topic are printed, false when they were and are no more.
:- dynamic(topic/2).

%! debug(+Topic, +Format, +Arguments) is det.
%  Prints a message if Topic is switched on.
debug(Topic, Format, Arguments) :-
    (   debugging(Topic)
    ->  print_message(debug(Topic), format(Format, Arguments))
    ;   true
    ).

%! debug(+Topic) is det.
%! nodebug(+Topic) is det.
%  Switches messages about Topic on or off; the second does so for all topics that unify with Topic.
debug(Topic) :-
    (   topic(Known, true),
        Known =@= Topic
    ->  true
    ;   forget_topic(Topic),
        assertz(topic(Topic, true))
    ).

forget_topic(Topic) :-
    (   clause(topic(Known, _), true, Reference),
        Known =@= Topic
    ->  erase(Reference)
    ;   true
    ).

nodebug(Topic) :-
    forall(retract(topic(Topic, true)), assertz(topic(Topic, false))).

%! debugging is det.
%! list_debug_topics is det.
%  Prints which topics there are, and whether they are switched on.
debugging :-
    list_debug_topics.

list_debug_topics :-
    findall(Topic-State, topic(Topic, State), Topics),
    (   Topics == []
    ->  print_message(help, format('no topic was ever switched on', []))
    ;   msort(Topics, Sorted),
        print_topics(Sorted)
    ).

print_topics([]).
print_topics([Topic-State|Topics]) :-
    print_message(help, format('~p ~t~30|~w', [Topic, State])),
    print_topics(Topics).

%! debugging(?Topic) is nondet.
%! debugging(?Topic, ?State) is nondet.
%  Topic is switched on; State is true for such topics, false for those that were on once.
debugging(Topic) :-
    topic(Topic, true).

debugging(Topic, State) :-
    topic(Topic, State).
