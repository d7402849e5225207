% SPDX-License-Identifier: MIT
%
% Messages: lines, kinds, hooks.

% What Goal writes to user_error.
told(Goal, Text) :-
    with_output_to(chars(Text), Goal, [capture([user_error])]).

lines(Prefix, Lines, Text) :-
    with_output_to(chars(Text), ( current_output(Stream), print_message_lines(Stream, Prefix, Lines) )).

:- multifile([prolog:message/3, prolog:error_message/3, user:message_hook/3, user:message_property/2]).
:- dynamic([user:message_hook/3, user:message_property/2]).

prolog:message(my_message(X)) --> ['my message: ~w'-[X], nl, 'second line'].
prolog:message(raises) --> { throw(oops) }.
prolog:error_message(my_error(X)) --> ['my error ~w'-[X]].

% print_message_lines/3
?- lines('P ', ['a ~w'-[1], nl, b], T).
   T = "P a 1\nP b\n".
?- lines('P ', [a, nl], T).
   T = "P a\n".
?- lines('~NQ ', [a, nl, b], T).
   T = "Q a\nQ b\n".
?- lines(kind(error), [a, nl, b], T).
   T = "error: a\nerror: b\n".
?- lines('P ', [at_same_line, a], T).
   T = "a\n".
?- lines('P ', [a, flush], T).
   T = "P a".
?- lines('', [ansi(bold, '~w', [z]), ' ', url(f:1), ' ', url(x, label), begin(q, _), in, end(_), "text"], T).
   T = "z f:1 labelintext\n".
?- lines('P ', [], T).
   T = [].
?- lines('', ['~w ~w'-[a], ' ', f(x)], T).
   T = "'~w ~w'-[a] f(x)\n".
?- with_output_to(chars(T), ( write(x), current_output(_S), print_message_lines(_S, 'P ', [a]) )).
   T = "x\nP a\n".

% print_message/2
?- told(print_message(error, format("hello ~w", [world])), T).
   T = "error: hello world\n".
?- told(print_message(warning, my_message(1)), T).
   T = "warning: my message: 1\n    second line\n".
?- told(print_message(silent, my_message(1)), T).
   T = [].
?- told(print_message(error, error(my_error(2), _)), T).
   T = "error: my error 2\n".
?- told(print_message(error, error(type_error(integer, a), context(foo/1, _))), T).
   T = "error: an integer is needed, not a\n    in foo/1\n".
?- told(print_message(error, raises), T).
   T = "error: unknown message: raises\n".
?- told(print_message(error, format('~w ~w', [a])), T).
   T = "error: '~w ~w'-[a]\n".
?- print_message(_, foo).
   error(instantiation_error, _).

% hooks
?- assertz((user:message_hook(my_message(X), Kind, Lines) :- write(hooked(X, Kind)), Lines = [_|_])), told(print_message(error, my_message(3)), T),
   told(print_message(error, format("x", [])), U), retractall(user:message_hook(_, _, _)).
   T = "hooked(3,error)", U = "error: x\n".
?- assertz((user:message_hook(_, _, _) :- throw(oops))), told(print_message(error, format("x", [])), T), retractall(user:message_hook(_, _, _)).
   T = "error: x\n".
?- assertz(user:message_property(warning, prefix('~NW: '))), told(print_message(warning, my_message(1)), T), told(print_message(error, format("x", [])), U),
   retractall(user:message_property(_, _)).
   T = "W: my message: 1\nW: second line\n", U = "error: x\n".
?- assertz((user:message_property(help, stream(S)) :- current_output(S))), with_output_to(chars(T), print_message(help, format("x", []))), retractall(user:message_property(_, _)).
   T = "x\n".

% statistics/0
?- told(statistics, _T), length(_T, _N), _N > 100.
   true.

% What is no list, or has no end.
?- L = [nl|L], print_message_lines(user_output, '', L).
   error(type_error(list, _), _).
?- print_message_lines(user_output, '', [nl|_]).
   error(instantiation_error, _).
