% SPDX-License-Identifier: MIT
%
% case.pl - runs one hostile case, then proves that the machine still works.
%
%     horn -q tests/hostile/case.pl -- [--scale PERCENT] [--scratch FOLDER] [--within SECONDS] list FILE
%     horn -q tests/hostile/case.pl -- [OPTIONS] run FILE NAME
%
% A file of cases (tests/hostile/*.pl) holds Prolog text and
%
%     hostile(Name, Goal, Allowed).      a program that tries to bring the machine down, and what may come of it
%     runaway(Name, Goal, Allowed).      the same; a program that eats memory without end (tests/hostile/run --times)
%
% The name is a term. Allowed is
%
%     true             Goal succeeds; what its answer must be is asked by Goal itself
%     false            Goal fails
%     error(F, C)      this error comes, or one that is more special
%     throws(Ball)     this comes, and is no error(_, _)
%     (A ; B)          one of both; only where the standard and the best systems leave it open, with the reason beside it
%
% "list" writes the names, each on a line with its kind. "run" writes one line: "passed SECONDS" or "failed SECONDS WHY".
% test_size(Full, Size) scales sizes: Size is Full times PERCENT of the command line.

:- dynamic(hc_option/2).
:- dynamic(hc_verdict/1).
:- dynamic(hc_fact/1).
:- dynamic(hostile/3).
:- dynamic(runaway/3).
:- discontiguous(hostile/3).
:- discontiguous(runaway/3).

:- initialization(hc_main).

hc_main :-
    current_prolog_flag(argv, Arguments),
    (   append(_, [--|Words], Arguments)
    ->  true
    ;   Words = Arguments
    ),
    hc_options(Words, Command),
    hc_command(Command).

hc_options([Option, Value|Words], Command) :-
    atom_concat(--, Name, Option),
    !,
    assertz(hc_option(Name, Value)),
    hc_options(Words, Command).
hc_options(Command, Command).

hc_command([list, File]) :-
    consult(File),
    forall(hc_case(Kind, Name, _, _), (write(Kind), write(' '), writeq(Name), nl)),
    halt.
hc_command([run, File, Text]) :-
    consult(File),
    term_to_atom(Name, Text),
    hc_case(_, Name, Goal, Allowed),
    !,
    statistics(cputime, Start),
    hc_run(Goal, Allowed),
    statistics(cputime, End),
    Seconds is truncate((End - Start) * 100) / 100.0,
    hc_prove,
    hc_in_time(Seconds),
    hc_report(Seconds).

hc_case(hostile, Name, Goal, Allowed) :-
    hostile(Name, Goal, Allowed).
hc_case(runaway, Name, Goal, Allowed) :-
    runaway(Name, Goal, Allowed).

% The outcome is judged where it is; nothing of the case is kept but the verdict.
hc_run(Goal, Allowed) :-
    (   catch(hc_call(Goal, Outcome), Ball, Outcome = ball(Ball)),
        (   hc_allowed(Allowed, Outcome)
        ->  true
        ;   hc_describe(Outcome, Text),
            assertz(hc_verdict(Text))
        ),
        fail
    ;   true
    ).

hc_call(Goal, Outcome) :-
    (   call(Goal)
    ->  Outcome = true
    ;   Outcome = false
    ).

hc_allowed((A ; B), Outcome) :-
    !,
    (   hc_allowed(A, Outcome)
    ->  true
    ;   hc_allowed(B, Outcome)
    ).
hc_allowed(throws(Ball), Outcome) :-
    !,
    Outcome = ball(Got),
    subsumes_term(Ball, Got).
hc_allowed(error(Formal, Context), Outcome) :-
    !,
    Outcome = ball(Got),
    subsumes_term(error(Formal, Context), Got).
hc_allowed(Outcome, Outcome).

hc_describe(Outcome, Text) :-
    catch(with_output_to(atom(Text), write_term(Outcome, [quoted(true), max_depth(12)])), _, Text = 'what cannot be written').

hc_in_time(Seconds) :-
    (   hc_option(within, Text),
        atom_number(Text, Limit),
        Seconds > Limit
    ->  assertz(hc_verdict('too slow'))
    ;   true
    ).

hc_report(Seconds) :-
    (   hc_verdict(_)
    ->  write('failed '), write(Seconds),
        forall(hc_verdict(Text), (write(' '), write(Text))),
        nl,
        halt(1)
    ;   write('passed '), write(Seconds), nl,
        halt(0)
    ).

% ---- the proof that the machine works -------------------------------------------------------------------------------

hc_prove :-
    forall(
        hc_proof(Name, Goal),
        (   catch(Goal, Ball, true),
            var(Ball)
        ->  true
        ;   hc_describe(Ball, Why),
            atomic_list_concat(['afterwards ', Name, ' no longer works: ', Why], Text),
            assertz(hc_verdict(Text))
        )
    ).

hc_proof(collection, garbage_collect).
hc_proof(lists, (test_size(1000000, N), numlist(1, N, L), sum_list(L, Sum), Sum =:= N * (N + 1) // 2)).
hc_proof(recursion, (test_size(300000, N), hc_length(N, L), length(L, N))).
hc_proof(choices, (test_size(200000, N), findall(X, (between(1, N, X), X mod 2 =:= 0), L), length(L, M), M =:= N // 2)).
hc_proof(reading, (term_to_atom(T, 'f(X, "a", [1,2|X], \'b c\', 0x1F)'), T = f(x, _, [1,2|x], 'b c', 31))).
hc_proof(database, (assertz(hc_fact(1)), assertz(hc_fact(2)), retract(hc_fact(1)), \+ hc_fact(1), hc_fact(2), retract(hc_fact(2)))).
hc_proof(errors, (catch(atom_length(_, _), error(E, _), true), E == instantiation_error)).
hc_proof(resources, (catch(length(_, 1000000000000), error(E, _), true), E == resource_error(memory))).
hc_proof(text, (atom_codes(A, [0'x, 0x1F600, 0'y]), atom_length(A, 3), atom_concat(A, A, B), atom_length(B, 6))).
hc_proof(numbers, (X is 3 ^ 200 mod 1000007, Y is 3 ^ 100 mod 1000007, X =:= Y * Y mod 1000007)).
hc_proof(sorting, (test_size(50000, N), findall(K-X, (between(1, N, X), K is X * 7919 mod 50021), L), keysort(L, [K1-_|_]), integer(K1))).
hc_proof(streams, (hc_scratch('proof.txt', File), open(File, write, Out), writeq(Out, a('B')), write(Out, '.\n'), close(Out),
    open(File, read, In), read(In, T), close(In), T == a('B'))).
hc_proof(output, (with_output_to(atom(A), format("~w-~q~t~20|", [x, 'Y'])), atom_length(A, 20))).
hc_proof(globals, (nb_setval(hc_key, f(_)), nb_getval(hc_key, f(X)), var(X), nb_setval(hc_key, 0))).

hc_length(0, []) :-
    !.
hc_length(N, [N|Ns]) :-
    N1 is N - 1,
    hc_length(N1, Ns),
    true.

% ---- for the cases --------------------------------------------------------------------------------------------------

test_size(Full, Size) :-
    (   hc_option(scale, Text),
        atom_number(Text, Percent)
    ->  true
    ;   Percent = 100
    ),
    Size is max(1, Full * Percent // 100).

hc_scratch(Name, Path) :-
    (   hc_option(scratch, Folder)
    ->  true
    ;   Folder = '/tmp'
    ),
    atomic_list_concat([Folder, /, Name], Path).

% Three million deep, f(f(... , a), a) or f(a, f(a, ...)), with End inside.
deep(Side, Term) :-
    deep(Side, z, Term).

deep(Side, End, Term) :-
    test_size(3000000, N),
    deep(Side, N, End, Term).

deep(first, N, End, Term) :-
    deep_first(N, End, Term).
deep(last, N, End, Term) :-
    deep_last(N, End, Term).

deep_first(N, Term0, Term) :-
    (   N =:= 0
    ->  Term = Term0
    ;   N1 is N - 1,
        deep_first(N1, f(Term0, a), Term)
    ).

deep_last(N, Term0, Term) :-
    (   N =:= 0
    ->  Term = Term0
    ;   N1 is N - 1,
        deep_last(N1, f(a, Term0), Term)
    ).

% nested(+N, +Functor, +End, -Term): Functor is of arity 1.
nested(N, Name, Term0, Term) :-
    (   N =:= 0
    ->  Term = Term0
    ;   N1 is N - 1,
        Term1 =.. [Name, Term0],
        nested(N1, Name, Term1, Term)
    ).

% A file of these parts: codes, text(Text), times(N, Text), byte(B), bytes(N, B).
hostile_file(Name, Parts, Path) :-
    hc_scratch(Name, Path),
    open(Path, write, Out, [type(binary)]),
    write_parts(Parts, Out),
    close(Out).

write_parts([], _).
write_parts([Part|Parts], Out) :-
    write_part(Part, Out),
    write_parts(Parts, Out).

write_part(bytes(Bytes), Out) :-
    forall(member(Byte, Bytes), put_byte(Out, Byte)).
write_part(text(Text), Out) :-
    atom_codes(Text, Bytes),
    forall(member(Byte, Bytes), put_byte(Out, Byte)).
write_part(times(Full, Text), Out) :-
    test_size(Full, N),
    atom_codes(Text, Bytes),
    (   Bytes = [Byte]
    ->  forall(between(1, N, _), put_byte(Out, Byte))
    ;   forall(between(1, N, _), forall(member(Byte, Bytes), put_byte(Out, Byte)))
    ).

% The first term of a file of these parts.
read_text(Parts, Term) :-
    hostile_file('text.pl', Parts, Path),
    open(Path, read, In),
    catch(read_term(In, Term, []), Ball, (close(In), throw(Ball))),
    close(In).

% Output that goes nowhere but is made.
to_nowhere(Out, Goal) :-
    open_null_stream(Out),
    call(Goal),
    close(Out).

% An atom of its own for every N.
new_atom(N, Atom) :-
    number_codes(N, Codes),
    atom_codes(Atom, [0'x, 0'_|Codes]).
