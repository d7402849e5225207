% SPDX-License-Identifier: MIT
%
% Tables that were searched or moved as a whole: closing streams, making flags and modules took time square to their number.

% Goal succeeds in a time that only a size times itself can exceed.
quick(Goal) :-
    statistics(cputime, Start),
    call(Goal),
    !,
    statistics(cputime, End),
    End - Start < 10.

close_all([]).
close_all([S|Ss]) :-
    close(S),
    close_all(Ss).

numbered(Prefix, N, Atom) :-
    number_codes(N, Codes),
    atom_codes(Number, Codes),
    atom_concat(Prefix, Number, Atom).

close_many(N) :-
    findall(S, ( between(1, N, _), open_null_stream(S) ), L),
    close_all(L).

open_many_and_ask(N) :-
    findall(S, ( between(1, N, _), open_null_stream(S) ), L),
    findall(S, stream_property(S, mode(_)), All),
    length(All, M),
    close_all(L),
    findall(S, stream_property(S, mode(_)), Left),
    length(Left, K),
    K =:= M - N.

make_flags(N) :-
    forall(between(1, N, I), ( numbered(many_, I, F), create_prolog_flag(F, I, []) )),
    numbered(many_, N, Last),
    current_prolog_flag(Last, N).

make_modules(N) :-
    forall(between(1, N, I), ( numbered(many_, I, M), assertz(M:p(I)) )),
    numbered(many_, N, Last),
    Last:p(N).

?- test_size(400000, _N), quick(close_many(_N)).
   true.
?- test_size(100000, _N), quick(open_many_and_ask(_N)).
   true.
?- test_size(200000, _N), quick(make_flags(_N)).
   true.
?- test_size(100000, _N), quick(make_modules(_N)).
   true.

% Goals that hold many ranges of one list of clauses: each range was looked at as a whole when clauses were reclaimed.
:- dynamic(fact/1).
fact(1).
fact(2).

retract_half(N) :-
    (   N =:= 0
    ->  true
    ;   assertz(fact(3)),
        assertz(fact(3)),
        retract(fact(3)),
        N1 is N - 1,
        retract_half(N1)
    ).

% Most clauses have one key, and those that are looked for another: an index that leaves all but a few is worth having.
retract_rare(N) :-
    (   N =:= 0
    ->  true
    ;   assertz(fact(5)),
        assertz(fact(5)),
        assertz(fact(4)),
        retract(fact(5)),
        retract(fact(5)),
        N1 is N - 1,
        retract_rare(N1)
    ).

?- test_size(200000, _N), quick(retract_half(_N)), findall(x, fact(3), _L), length(_L, _N).
   true.
?- test_size(100000, _N), retractall(fact(3)), quick(retract_rare(_N)), findall(x, retract(fact(_)), _L), length(_L, M), M =:= _N + 2.
   check(integer(M)).
