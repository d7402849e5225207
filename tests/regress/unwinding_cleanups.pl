% SPDX-License-Identifier: MIT
%
% Each of many cleanups that an error passed looked for the catch/3 to come, and through the whole program for its own place.

deep_cleanup(0) :-
    atom_length(_, _).
deep_cleanup(N) :-
    N > 0,
    N1 is N - 1,
    setup_call_cleanup(true, deep_cleanup(N1), true).

% The cleanups run, innermost first, and what was noted where the error arose is kept.
:- dynamic(cleaned/1).
note_cleanup(0) :-
    atom_length(_, _).
note_cleanup(N) :-
    N > 0,
    N1 is N - 1,
    setup_call_cleanup(true, note_cleanup(N1), assertz(cleaned(N))).

?- test_size(300000, _N), statistics(cputime, _Start), catch(deep_cleanup(_N), error(E, _), true), statistics(cputime, _End), _End - _Start < 10.
   E = instantiation_error.
?- catch_with_backtrace(note_cleanup(3), error(E, Context), true), findall(N, retract(cleaned(N)), L).
   E = instantiation_error, L = [1, 2, 3], check(nonvar(Context)).
