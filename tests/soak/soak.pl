% SPDX-License-Identifier: MIT
%
% soak.pl - everything on one machine for minutes: what is used must be given back.
%
%     horn -q tests/soak/soak.pl -- MINUTES FOLDER
%
% The tasks run one after the other, round after round; each has its answer in it, so that a failure is a wrong one. Every second the resident
% memory and the number of open descriptors are noted. At the end, and when the first minute is over, the memory is the mean over ten
% seconds, since it goes up and down with the tasks; it must not have grown by more than a tenth. Descriptors must be no more than at the
% first note. The figures and "N passed, N failed" are printed: one for each task, one for the memory, one for the descriptors.

:- dynamic(soak_failed/2).
:- dynamic(soak_fact/2).
:- dynamic(soak_rule/2).
:- dynamic(soak_folder/1).

:- initialization(soak_main).

soak_main :-
    current_prolog_flag(argv, Arguments),
    append(_, [MinutesText, Folder], Arguments),
    !,
    atom_number(MinutesText, Minutes),
    assertz(soak_folder(Folder)),
    statistics(walltime, [Start|_]),
    End is Start + truncate(Minutes * 60000.0),
    nb_setval(soak_noted, Start),
    soak_rounds(0, Start, End, Rounds),
    soak_report(Rounds, Start, End).

% A failure-driven loop: no round leaves anything on the stacks.
soak_rounds(First, Start, End, Rounds) :-
    nb_setval(soak_round, First),
    repeat,
    nb_getval(soak_round, Round),
    forall(soak_task(Name, Goal), soak_run(Name, Goal, Round, Start)),
    Next is Round + 1,
    nb_setval(soak_round, Next),
    statistics(walltime, [Now|_]),
    Now >= End,
    !,
    Rounds = Next.

soak_run(Name, Goal, Round, Start) :-
    call_argument(Goal, Round, Call),
    (   catch(Call, Ball, true)
    ->  (   var(Ball)
        ->  true
        ;   soak_fail(Name, raised(Ball))
        )
    ;   soak_fail(Name, false)
    ),
    soak_note(Start).

call_argument(Goal, Round, Call) :-
    Goal =.. List,
    append(List, [Round], CallList),
    Call =.. CallList.

soak_fail(Name, Why) :-
    (   soak_failed(Name, _)
    ->  true
    ;   assertz(soak_failed(Name, Why))
    ).

% --- Notes ------------------------------------------------------------------------------------------------------

% A note a second: note(Milliseconds, KiB, Descriptors), the newest first.
soak_note(Start) :-
    statistics(walltime, [Now|_]),
    nb_getval(soak_noted, Last),
    (   Now - Last < 1000
    ->  true
    ;   nb_setval(soak_noted, Now),
        resident(KiB),
        descriptors(Count),
        Time is Now - Start,
        assertz(soak_fact(note, note(Time, KiB, Count)))
    ).

resident(KiB) :-
    open('/proc/self/statm', read, S),
    read_line_to_string(S, Line),
    close(S),
    split_string(Line, " ", "", [_, Pages|_]),
    number_string(Number, Pages),
    KiB is Number * 4.

descriptors(Count) :-
    directory_files('/proc/self/fd', Files),
    length(Files, Count).

% --- Tasks: Goal is called with the number of the round -------------------------------------------------------

soak_task(facts, facts).
soak_task(rules, rules).
soak_task(atoms, atoms).
soak_task(strings, strings).
soak_task(deep_recursion, deep_recursion).
soak_task(memory_limit, memory_limit).
soak_task(time_limit, time_limit).
soak_task(inference_limit, inference_limit).
soak_task(depth_limit, depth_limit).
soak_task(exhaustion, exhaustion).
soak_task(exceptions, exceptions).
soak_task(cleanups, cleanups).
soak_task(memory_streams, memory_streams).
soak_task(files, files).
soak_task(broken_files, broken_files).
soak_task(solutions, solutions).
soak_task(globals, globals).
soak_task(consult, consult_again).
soak_task(big_integers, big_integers).
soak_task(terms, terms).
soak_task(reading, reading).
soak_task(flags_and_operators, flags_and_operators).
soak_task(modules, modules_of_round).

facts(Round) :-
    forall(between(1, 2000, I), ( K is I * Round, assertz(soak_fact(K, f(I, [I, Round], "text", 1.5))) )),
    K7 is 7 * Round,
    soak_fact(K7, f(7, [7, Round], _, _)),
    forall(( between(1, 2000, I), I mod 2 =:= 0 ), ( K is I * Round, retract(soak_fact(K, f(I, _, _, _))) )),
    aggregate_all(count, soak_fact(_, f(_, _, _, _)), 1000),
    retractall(soak_fact(_, f(_, _, _, _))),
    \+ soak_fact(_, f(_, _, _, _)).

rules(Round) :-
    forall(between(1, 200, I), assertz((soak_rule(I, X) :- X > Round, ( X mod 2 =:= 0 -> true ; X = I ), \+ X = 0))),
    X is Round * 2 + 2,
    soak_rule(100, X),
    % A clause that is removed while a goal runs through the clauses.
    findall(I, ( clause(soak_rule(I, _), _, Reference), I mod 3 =:= 0, erase(Reference) ), Is),
    length(Is, 66),
    abolish(soak_rule/2),
    \+ catch(soak_rule(_, _), error(_, _), fail).

atoms(Round) :-
    forall(between(1, 3000, I), ( format(atom(A), "soak_~d_~d", [Round, I]), atom_length(A, L), L > 6 )).

strings(Round) :-
    numlist(1, 1000, L),
    atomic_list_concat(L, ',', A),
    split_string(A, ",", "", Parts),
    length(Parts, 1000),
    string_concat(A, A, S),
    string_length(S, SL),
    sub_string(S, 10, 100, _, Sub),
    string_length(Sub, 100),
    string_codes(S, Codes),
    length(Codes, SL),
    number_codes(Round, RoundCodes),
    atom_codes(_, RoundCodes).

deep(0, 0) :- !.
deep(N, D) :- M is N - 1, deep(M, E), D is E + 1.

deep_recursion(_) :-
    deep(100000, 100000).

memory_limit(_) :-
    catch(call_with_memory_limit(4000000, endless([])), error(resource_error(memory), _), true).

endless(L) :- endless([L|L]).

time_limit(_) :-
    catch(call_with_time_limit(0.02, endless_loop), time_limit_exceeded, true).

endless_loop :- endless_loop.

inference_limit(_) :-
    call_with_inference_limit(endless_loop, 20000, inference_limit_exceeded).

depth_limit(_) :-
    call_with_depth_limit(deep(1000, _), 100, depth_limit_exceeded).

% The whole machine runs out of memory, now and then.
exhaustion(Round) :-
    (   Round mod 50 =:= 49
    ->  catch(endless([]), error(resource_error(_), _), true)
    ;   true
    ).

exceptions(Round) :-
    forall(between(1, 200, I), catch(deep_throw(I, ball(Round, I, "text")), ball(Round, I, _), true)),
    catch(atom_length(_, _), error(instantiation_error, _), true),
    catch(soak_no_such_predicate, error(existence_error(procedure, _), _), true).

deep_throw(0, Ball) :- !, throw(Ball).
deep_throw(N, Ball) :- M is N - 1, deep_throw(M, Ball), true.

cleanups(_) :-
    nb_setval(soak_cleaned, 0),
    forall(between(1, 100, _), setup_call_cleanup(true, member(_, [a, b]), cleaned)),
    forall(between(1, 100, _), catch(setup_call_cleanup(true, throw(x), cleaned), x, true)),
    nb_getval(soak_cleaned, 200).

cleaned :- nb_getval(soak_cleaned, N), M is N + 1, nb_setval(soak_cleaned, M).

memory_streams(Round) :-
    forall(between(1, 50, I), ( with_output_to(string(S), ( write(Round), write(' '), print(f(I, "s")) )), open_string(S, In), read_line_to_string(In, S2), close(In), S2 == S )),
    catch(with_output_to(string(_), ( write(x), throw(dropped) )), dropped, true),
    \+ with_output_to(atom(_), fail),
    % Streams that are not closed by the one who opened them, but by the end of what uses them.
    catch(setup_call_cleanup(open_string("a. b. c(", S3), ( repeat, read(S3, _), fail ), close(S3)), error(syntax_error(_), _), true).

files(Round) :-
    soak_file(data, F),
    setup_call_cleanup(open(F, write, Out), forall(between(1, 300, I), ( writeq(Out, line(I, Round, 'q a')), write(Out, '.\n') )), close(Out)),
    setup_call_cleanup(open(F, read, In), count_terms(In, 0, 300), close(In)),
    setup_call_cleanup(open(F, append, App), nl(App), close(App)),
    size_file(F, Size),
    Size > 3000,
    delete_file(F).

count_terms(S, N, Count) :-
    read(S, T),
    (   T == end_of_file
    ->  Count = N
    ;   M is N + 1,
        count_terms(S, M, Count)
    ).

broken_files(_) :-
    catch(open('/no/such/file', read, _), error(existence_error(source_sink, _), _), true),
    soak_file(broken, F),
    catch(setup_call_cleanup(open(F, write, S), ( write(S, x), throw(stop) ), close(S)), stop, true),
    % A goal that is cut off while its stream is open.
    once(setup_call_cleanup(open(F, read, S2), ( get_char(S2, _) ; true ), close(S2))),
    catch(call_with_time_limit(0.01, setup_call_cleanup(open(F, read, S3), endless_loop, close(S3))), time_limit_exceeded, true),
    delete_file(F).

solutions(_) :-
    findall(X-Y, ( between(1, 100, X), Y is X mod 7 ), L),
    length(L, 100),
    setof(Y-Xs, setof(X, member(X-Y, L), Xs), Groups),
    length(Groups, 7),
    catch(findall(X, ( member(X, [1, 2]), X > 1, throw(out) ), _), out, true),
    findall(X, ( findall(Z, member(Z, L), Zs), member(X, Zs) ), All),
    All == L.

globals(Round) :-
    forall(between(1, 100, I), ( K is I mod 20, nb_setval(K, value(Round, I, [a, b], "text")) )),
    nb_getval(3, value(Round, _, _, _)),
    b_setval(soak_b, Round),
    b_getval(soak_b, Round),
    numlist(1, 1000, L),
    nb_setval(soak_list, L),
    nb_getval(soak_list, L2),
    L2 == L,
    nb_setval(soak_list, []).

consult_again(Round) :-
    soak_file('program.pl', F),
    setup_call_cleanup(open(F, write, S), write_program(S, Round), close(S)),
    consult(F),
    soak_loaded(50, V),
    V =:= 50 + Round,
    phrase(soak_letters(3), [a, a, a]),
    delete_file(F).

write_program(S, Round) :-
    write(S, ':- dynamic(soak_loaded_fact/1).\n'),
    forall(between(1, 100, I), format(S, "soak_loaded(~d, X) :- X is ~d + ~d.~n", [I, I, Round])),
    write(S, 'soak_letters(N) --> [a], !, soak_letters(M), { N is M + 1 }.\nsoak_letters(0) --> [].\n'),
    write(S, ':- initialization(assertz(soak_loaded_fact(1))).\n').

big_integers(Round) :-
    X is 7 ^ (1000 + Round mod 100),
    number_codes(X, Codes),
    number_codes(Y, Codes),
    X =:= Y,
    Z is (X * X) // X - X,
    Z =:= 0,
    G is gcd(X, 7 ^ 500),
    G =:= 7 ^ 500.

terms(_) :-
    length(L, 2000),
    copy_term(L, L2),
    L = L2,
    T =.. [f|L],
    functor(T, f, 2000),
    term_variables(T, Vs),
    length(Vs, 2000),
    X = c(X, L),
    copy_term(X, Y),
    X = Y,
    numlist(1, 5000, N),
    msort(N, N),
    setarg(1, T, x),
    nb_setarg(2, T, g(y)),
    arg(2, T, g(y)).

reading(Round) :-
    format(atom(A), "foo(X, Y, ~d, \"s\", [a|Y], 'q ~d', 0'a, {b})", [Round, Round]),
    term_to_atom(T, A),
    functor(T, foo, 8),
    forall(between(1, 100, _), catch(term_to_atom(_, 'foo(a'), error(syntax_error(_), _), true)).

flags_and_operators(Round) :-
    op(700, xfx, =+=),
    term_to_atom(T, 'a =+= b'),
    T =.. [_, a, b],
    op(0, xfx, =+=),
    create_prolog_flag(soak_flag, Round, []),
    current_prolog_flag(soak_flag, Round),
    findall(F, current_prolog_flag(F, _), Fs),
    length(Fs, N),
    N > 10.

modules_of_round(Round) :-
    Code is 0'0 + Round mod 5,
    atom_codes(M, [0's, 0'o, 0'a, 0'k, 0'_, Code]),
    assertz(M:fact(Round)),
    M:fact(Round),
    retract(M:fact(Round)).

soak_file(Name, File) :-
    soak_folder(Folder),
    atomic_list_concat([Folder, /, Name], File).

% --- Report -----------------------------------------------------------------------------------------------------

soak_report(Rounds, Start, End) :-
    findall(Note, soak_fact(note, Note), Notes),
    Length is End - Start,
    FirstTo is min(60000, Length // 2),
    FirstFrom is max(0, FirstTo - 10000),
    LastFrom is Length - 10000,
    mean_resident(Notes, FirstFrom, FirstTo, First),
    mean_resident(Notes, LastFrom, infinite, Last),
    Growth is 100.0 * (Last - First) / First,
    Notes = [note(_, _, Open0)|_],
    last(Notes, note(_, _, Open)),
    findall(K, member(note(_, K, _), Notes), Ks),
    max_list(Ks, Peak),
    format("~d rounds; resident: ~0f KiB after the first minute, ~0f KiB at the end (~1f %), ~d KiB at most~n", [Rounds, First, Last, Growth, Peak]),
    format("descriptors: ~d at first, ~d at the end~n", [Open0, Open]),
    ( Growth =< 10.0 -> true ; soak_fail(resident, grown(Growth)) ),
    ( Open =< Open0 -> true ; soak_fail(descriptors, grown(Open0, Open)) ),
    forall(soak_failed(Name, Why), ( writeq(Name), write(': '), writeq(Why), nl )),
    aggregate_all(count, soak_failed(_, _), Failed),
    aggregate_all(count, soak_task(_, _), Tasks),
    Passed is Tasks + 2 - Failed,
    format("~d passed, ~d failed~n", [Passed, Failed]),
    ( Failed =:= 0 -> halt(0) ; halt(1) ).

mean_resident(Notes, From, To, Mean) :-
    findall(K, ( member(note(T, K, _), Notes), T >= From, ( To == infinite ; T =< To ) ), Ks),
    sum_list(Ks, Sum),
    length(Ks, Count),
    Mean is Sum / max(1, Count).
