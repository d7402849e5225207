% SPDX-License-Identifier: MIT
%
% Tests of library(backcomp).

:- use_module(library(backcomp)).

?- concat(a, 1, X).
   X = a1.
?- atomic_concat(a, "b", X).
   X = ab.
?- atomic_concat(a, _, _).
   error(instantiation_error, _).
?- concat_atom([a, b, 1], X).
   X = ab1.
?- concat_atom([a, b], ', ', X).
   X = 'a, b'.
?- concat_atom(L, ',', 'a,b').
   L = [a, b].
?- sformat(S, "a~w~q", [b, 'C']), string(S), atom_string(A, S).
   check(string(S)), A = 'ab\'C\''.
?- sformat(S, "x~n"), string(S), atom_string(A, S).
   check(string(S)), A = 'x\n'.
?- string_to_list(S, [97, 98]), string_to_list(S, Cs).
   check(string(S)), Cs = [97, 98].

?- concat(a, X, ab).
   X = b.
?- substring(abc, 2, 1, S), atom_string(A, S).
   check(string(S)), A = b.
?- convert_time(86400, _S), string_length(_S, Length).
   Length = 24.
?- date_time_stamp(date(2020, 2, 3, 4, 5, 6.75, _, _, _), _T), convert_time(_T, Y, Mo, D, H, Mi, S, Ms).
   Y = 2020, Mo = 2, D = 3, H = 4, Mi = 5, S = 6, Ms = 750.
?- 'C'(L, a, [b]).
   L = [a, b].
?- checklist(integer, [1, a]).
   false.
?- sublist(integer, [1, a, 2], L).
   L = [1, 2].
?- merge([a, c], [a, b], L).
   L = [a, a, b, c].
?- merge_set([a, c], [a, b], L).
   L = [a, b, c].
?- proper_list([a|_]).
   false.
?- free_variables(f(X, Y, X), L).
   L = [X, Y].
?- hash_term(a, H), term_hash(a, H).
   check(integer(H)).
?- write_ln('A'), displayq('A' + 1), flush.
   true, outputs "A\n+('A',1)".
?- setup_and_call_cleanup(true, member(X, [1]), write(done)).
   X = 1, outputs "done".
?- export_list(backcomp, L), memberchk(concat/3, L).
   check(is_list(L)).
?- set_feature(feature_of_mine, 3), feature(feature_of_mine, V).
   V = 3.
?- index(f(1)), hash(f/1), lock_predicate(f, 1), unlock_predicate(f, 1), current_thread(T, S).
   T = main, S = running.
?- '$arch'(A, unknown).
   check(atom(A)).
?- current_output(_S), displayq(_S, 'A' + 1).
   true, outputs "+('A',1)".
?- unlock_predicate(f, 1).
   true.
?- setup_and_call_cleanup(true, member(X, [1, 2]), Catcher, write(Catcher)).
   X = 1
;  X = 2, Catcher = exit, outputs "exit".
?- current_module(no_such_module, _).
   false.
?- at_initialization(true).
   true.
?- set_base_module(user).
   error(permission_error(add_import, module, user), _).

% Reading, from a stream and from the current input.
reads(Text, Goal) :-
    open_string(Text, Stream),
    current_input(Old),
    set_input(Stream),
    call(Goal, Stream),
    set_input(Old),
    close(Stream).

reads_clauses(X, Y, Stream) :-
    read_clause(X),
    read_clause(Stream, Y).

reads_variables(X, Y, Stream) :-
    read_variables(_, X),
    read_variables(Stream, _, Y).

?- reads("a :- b. c.", reads_clauses(X, Y)).
   X = (a :- b), Y = c.
?- reads("f(X). g(Y).", reads_variables(X, Y)).
   X = ['X' = _], Y = ['Y' = _].
