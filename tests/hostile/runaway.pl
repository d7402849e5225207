% SPDX-License-Identifier: MIT
%
% Programs that eat without end. What runs out is named by the error: environment (calls that are not last), choice
% (alternatives), trail (old values), memory (terms, clauses, text, numbers).
%
% runaway(...): recursion whose calls themselves eat, be it environments, choice points, catches, trail, terms or the answers of findall/3. It is
% caught within 2 seconds at 1 GiB (tests/hostile/run --times). The others eat by the work of a builtin for each step, such as a clause
% or an atom that is kept or a term copied whole; those with small or slow steps have a lower limit of memory here, so that they come to it in time.

in_megabytes(N, Goal) :-
    test_size(N, Scaled),
    Bytes is max(Scaled, 64) << 20,
    current_prolog_flag(memory_limit, Old),
    setup_call_cleanup(set_prolog_flag(memory_limit, Bytes), Goal, set_prolog_flag(memory_limit, Old)).

% ---- recursion ------------------------------------------------------------------------------------------------------

runaway(recursion, not_last(0), error(resource_error(environment), _)).
runaway(recursion_mutual, ping(0), error(resource_error(environment), _)).
runaway(recursion_left, phrase(left, [x]), error(resource_error(environment), _)).
runaway(recursion_call, through_call(0), error(resource_error(environment), _)).
runaway(recursion_not, through_not(0), error(resource_error(choice), _)).
runaway(recursion_condition, through_condition(0), error(resource_error(choice), _)).
runaway(recursion_catch, through_catch(0), error(resource_error(choice), _)).
runaway(recursion_findall, through_findall(0), error(resource_error(choice), _)).
runaway(recursion_forall, through_forall(0), error(resource_error(choice), _)).
runaway(recursion_cleanup, through_cleanup(0), error(resource_error(choice), _)).
runaway(recursion_bagof, through_bagof(0), error(resource_error(choice), _)).
hostile(recursion_maplist, through_maplist([0]), error(resource_error(environment), _)).
runaway(recursion_with_term, grow_and_return(0, _), error(resource_error(_), _)). % heap and environments race
runaway(recursion_in_findall, findall(x, not_last(0), _), error(resource_error(environment), _)).
runaway(recursion_in_catch, catch(not_last(0), no_such_ball, true), error(resource_error(environment), _)).
hostile(recursion_of_handler, in_megabytes(256, handler(0)), error(resource_error(_), _)). % garbage and environments race
runaway(recursion_of_cleanup, setup_call_cleanup(true, true, not_last(0)), error(resource_error(environment), _)).
runaway(recursion_in_directive, consult_text([':- not_last(0).\n']), true).

not_last(N) :- N1 is N + 1, not_last(N1), true.
ping(N) :- pong(N), true.
pong(N) :- ping(N), true.
left --> left, [x].
through_call(N) :- G = through_call(N), call(G), true.
through_not(N) :- \+ through_not(N).
through_condition(N) :- ( through_condition(N) -> true ; true ).
through_catch(N) :- catch(through_catch(N), no_such_ball, true).
through_findall(N) :- findall(x, through_findall(N), _).
through_forall(N) :- forall(through_forall(N), true).
through_cleanup(N) :- setup_call_cleanup(true, through_cleanup(N), true).
through_bagof(N) :- bagof(x, through_bagof(N), _).
through_maplist(L) :- maplist([_]>>through_maplist(L), L), true.
grow_and_return(N, [N|L]) :- N1 is N + 1, grow_and_return(N1, L0), L = L0.
handler(N) :- catch(throw(ball), ball, handler(N)), true.
consult_text(Lines) :-
    hc_scratch('consulted.pl', Path),
    open(Path, write, Out),
    forall(member(Line, Lines), write(Out, Line)),
    write(Out, 'consulted_to_the_end.\n'),
    close(Out),
    consult(Path),
    consulted_to_the_end.

% ---- terms ----------------------------------------------------------------------------------------------------------

runaway(heap_list, grow_list([]), error(resource_error(memory), _)).
runaway(heap_term, grow_term(a), error(resource_error(memory), _)).
runaway(heap_open_list, grow_open(L, L), error(resource_error(memory), _)).
runaway(heap_variables, grow_variables([]), error(resource_error(memory), _)).
runaway(heap_accumulated, (L = [a|T], grow_tail(T), L = [b]), error(resource_error(memory), _)).
hostile(heap_append, in_megabytes(2048, (append(_, _, L), L == x)), error(resource_error(memory), _)).
hostile(heap_length, length(L, L), false). % no list is its own length
hostile(heap_univ, in_megabytes(512, grow_univ(a)), error(resource_error(memory), _)).
hostile(heap_copy, (T = t(_), double_copy(T)), error(resource_error(memory), _)).
runaway(heap_findall, findall(X, repeat(X), _), error(resource_error(memory), _)).
runaway(heap_findall_big, (numlist(1, 10000, L), findall(L, repeat, _)), error(resource_error(memory), _)).
runaway(heap_bagof, bagof(X, repeat(X), _), error(resource_error(memory), _)).
runaway(heap_setof, setof(X, repeat(X), _), error(resource_error(memory), _)).
runaway(heap_aggregate, aggregate_all(bag(X), repeat(X), _), error(resource_error(memory), _)).
runaway(heap_numlist, (numlist(1, 1000000000000, L), L == []), error(resource_error(memory), _)).
hostile(heap_exceptions, in_megabytes(1024, grow_ball(t(_))), error(resource_error(memory), _)).
hostile(heap_globals, in_megabytes(1024, grow_global), error(resource_error(memory), _)).
hostile(heap_read_back, in_megabytes(512, double_read(t)), error(resource_error(memory), _)).
runaway(heap_cyclic_walk, (L = [a|L], copy_list(L, M), M == []), error(resource_error(memory), _)).
runaway(recursion_flatten, (L = [L], flatten(L, _)), error(resource_error(environment), _)).

grow_list(L) :- grow_list([a|L]).
grow_term(T) :- grow_term(f(T)).
grow_open(L, [a|T]) :- grow_open(L, T).
grow_variables(L) :- grow_variables([_, _, _|L]).
grow_tail([a|T]) :- grow_tail(T).
grow_univ(T) :- T1 =.. [f, T, T], T1 = f(X, _), grow_univ(g(X, X, T)).
double_copy(T) :- copy_term(T, U), double_copy(t(T, U)).
repeat(1).
repeat(X) :- repeat(X).
grow_ball(B) :- catch(throw(ball(B)), ball(X), true), grow_ball(t(X, B)).
grow_global :- nb_setval(hostile_key, t(_)), grow_global_more.
grow_global_more :- nb_getval(hostile_key, X), copy_term(X, Y), nb_setval(hostile_key, t(X, Y)), grow_global_more.
double_read(T) :- term_to_atom(T, A), term_to_atom(U, A), double_read(f(U, T)).
copy_list([X|Xs], [X|Ys]) :- copy_list(Xs, Ys).

% ---- choice points and trail ----------------------------------------------------------------------------------------

runaway(choices, choices(0), error(resource_error(choice), _)).
runaway(choices_disjunction, choices_or(0), error(resource_error(choice), _)).
runaway(choices_member, choices_member, error(resource_error(choice), _)).
runaway(choices_clause, choices_clause, error(resource_error(choice), _)).
runaway(choices_between, choices_between, error(resource_error(choice), _)).
hostile(choices_retract, choices_retract, error(resource_error(choice), _)).
runaway(choices_sub_atom, choices_sub_atom, error(resource_error(choice), _)).
runaway(trail_setarg, (T = t(X), X = 0, ( trail_setarg(T, 0) ; T == t(0) )), error(resource_error(trail), _)).
runaway(trail_b_setval, ( trail_b_setval(0) ; true ), error(resource_error(trail), _)).
runaway(trail_bindings, in_megabytes(256, trail_bindings), error(resource_error(_), _)). % variables and their trail race

:- dynamic(fact/1).
fact(1).
fact(2).
choices(N) :- N1 is N + 1, choices(N1).
choices(_).
choices_or(N) :- ( N >= 0 ; N < 0 ), N1 is N + 1, choices_or(N1).
choices_member :- member(_, [a, b]), choices_member.
choices_clause :- clause(fact(_), true), choices_clause.
choices_between :- between(1, 3, _), choices_between.
choices_retract :- assertz(fact(3)), assertz(fact(3)), retract(fact(3)), choices_retract.
choices_sub_atom :- sub_atom(abc, _, 1, _, _), choices_sub_atom.
trail_setarg(T, N) :- N1 is N + 1, setarg(1, T, N1), trail_setarg(T, N1).
trail_b_setval(N) :- N1 is N + 1, b_setval(hostile_trail, N1), trail_b_setval(N1).
trail_bindings :- length(L, 1000), ( bind_all(L), trail_bindings ; true ).
bind_all([]).
bind_all([a|L]) :- bind_all(L).

% ---- clauses, atoms, text, numbers ----------------------------------------------------------------------------------

hostile(asserts, (asserts(0) ; retractall(stored(_))), error(resource_error(memory), _)).
hostile(asserts_big, (double_assert(t(_)) ; true), error(resource_error(memory), _)).
hostile(records, in_megabytes(1024, records(0)), error(resource_error(memory), _)).
hostile(atoms, in_megabytes(512, keep_atoms(0, [])), error(resource_error(_), _)). % atoms and the list of them race
hostile(atoms_dropped, (test_size(3000000, N), drop_atoms(N)), true).
hostile(atom_doubled, double_atom(abc), error(resource_error(memory), _)).
hostile(string_doubled, (atom_string(abc, S), double_string(S)), error(resource_error(memory), _)).
hostile(codes_doubled, in_megabytes(1024, double_codes([0'a])), error(resource_error(memory), _)).
hostile(output_kept, in_megabytes(512, with_output_to(string(_), write_forever)), error(resource_error(memory), _)).
hostile(output_formatted, in_megabytes(256, with_output_to(atom(_), format_forever)), error(resource_error(memory), _)).
hostile(text_replaced, in_megabytes(256, replace_forever(abab)), error(resource_error(memory), _)).
hostile(number_squared, in_megabytes(32, square(3)), error(resource_error(memory), _)).
hostile(number_shifted, shift(1), error(resource_error(memory), _)).
hostile(number_power, _ is 7 ^ 7 ^ 7 ^ 7, error(resource_error(memory), _)).
hostile(number_power_negative, _ is (-7) ^ (7 ^ 77), error(resource_error(memory), _)).
hostile(globals, in_megabytes(512, many_globals(0)), error(resource_error(_), _)). % keys are atoms
hostile(flags, in_megabytes(512, many_flags(0)), error(resource_error(_), _)).
hostile(operators, in_megabytes(256, many_operators(0)), error(resource_error(_), _)).
hostile(predicates, in_megabytes(512, many_predicates(0)), error(resource_error(_), _)).
hostile(expansion_grows, in_megabytes(256, expand_forever), error(resource_error(memory), _)).

:- dynamic(stored/1).
asserts(N) :- assertz(stored(N)), N1 is N + 1, asserts(N1).
double_assert(T) :- retractall(stored(_)), assertz(stored(T)), stored(U), double_assert(f(U, T)).
records(N) :- recordz(hostile, some(term, N)), N1 is N + 1, records(N1).
keep_atoms(N, L) :- new_atom(N, A), N1 is N + 1, keep_atoms(N1, [A|L]).
drop_atoms(N) :- ( N =:= 0 -> true ; new_atom(N, _), N1 is N - 1, drop_atoms(N1) ).
double_atom(A) :- atom_concat(A, A, B), double_atom(B).
double_string(S) :- string_concat(S, S, T), double_string(T).
double_codes(L) :- append(L, L, M), atom_codes(A, M), atom_codes(A, K), double_codes(K).
write_forever :- write('some more text'), write_forever.
format_forever :- format("~w and ~a~n", [more, text]), format_forever.
replace_forever(A) :- atomic_list_concat(L, b, A), atomic_list_concat(L, bab, B), replace_forever(B).
square(X) :- Y is X * X, square(Y).
shift(X) :- Y is X << 100000000, shift(Y).
many_globals(N) :- new_atom(N, K), nb_setval(K, some(value)), N1 is N + 1, many_globals(N1).
many_flags(N) :- new_atom(N, K), flag(K, _, N), N1 is N + 1, many_flags(N1).
many_operators(N) :- new_atom(N, K), op(700, xfx, K), N1 is N + 1, many_operators(N1).
many_predicates(N) :- new_atom(N, K), C =.. [K, N], assertz(C), N1 is N + 1, many_predicates(N1).
expand_forever :- expand_body(a).
expand_body(B) :- dcg_translate_rule((x --> B), _), expand_body((B, B)).
