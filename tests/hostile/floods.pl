% SPDX-License-Identifier: MIT
%
% Very many of everything: none may wear the machine out, and what is dropped comes back.

:- dynamic(kept/1).
:- dynamic(kept/2).

% Runs Goal(I) for I from 1 to the size.
many(Full, I, Goal) :-
    test_size(Full, N),
    forall(between(1, N, I), Goal).

hostile(atoms_dropped, many(5000000, I, new_atom(I, _)), true).
hostile(atoms_kept, (test_size(1000000, N), findall(A, (between(1, N, I), new_atom(I, A)), L), sort(L, S), length(S, N)), true).
hostile(functors, many(1000000, I, (new_atom(I, A), functor(_, A, 3))), true).
hostile(catches_nested, (test_size(1000000, N), nest_catch(N)), throws(bottom)).
hostile(catches_in_turn, many(3000000, I, catch(throw(I), J, I == J)), true).
hostile(errors_in_turn, many(1000000, _, catch(atom_length(_, _), error(instantiation_error, _), true)), true).
hostile(cleanups_nested, (test_size(300000, N), nb_setval(cleaned, 0), catch(nest_cleanup(N), bottom, true), nb_getval(cleaned, N)), true).
hostile(cleanups_cut, (test_size(300000, N), nb_setval(cleaned, 0), nest_cleanup_choice(N), !, nb_getval(cleaned, N)), true).
hostile(calls_nested, (test_size(1000000, N), nested(N, call, true, G), call(G)), true).
hostile(findall_nested, (test_size(300000, N), nest_findall(N, L), nonvar(L)), true).
hostile(findall_abandoned, (test_size(100000, N), catch(abandon_findall(N), bottom, true), findall(x, true, L), L == [x]), true).
hostile(assert_retract, many(4000000, I, (assertz(kept(I)), retract(kept(_)))), true).
hostile(assert_then_retract, (many(2000000, I, assertz(kept(I))), retract_each, \+ kept(_)), true).
hostile(asserta_then_retract, (many(1000000, I, asserta(kept(I))), retract_each, \+ kept(_)), true).
hostile(retractall_many, (many(1000000, I, assertz(kept(I))), retractall(kept(_)), \+ kept(_)), true).
hostile(retract_last_each, (many(200000, I, assertz(kept(I))), many(200000, I, retract_last(I)), \+ kept(_)), true).
hostile(retract_by_key, (many(300000, I, assertz(kept(I, v))), many(300000, I, retract(kept(I, _))), \+ kept(_, _)), true).
hostile(queue, (assertz(kept(0)), many(1000000, I, (retract(kept(_)), assertz(kept(I))))), true).
hostile(stack_of_facts, many(1000000, I, (asserta(kept(I)), retract(kept(I)))), true).
hostile(same_key, (many(300000, I, assertz(kept(k, I))), test_size(300000, N), kept(k, N), retract(kept(k, N))), true).
hostile(same_hash_of_integers, (many(200000, I, (J is I << 32, assertz(kept(J, I)))), many(200000, I, (J is I << 32, kept(J, I)))), true).
hostile(same_hash_of_large, (many(100000, I, (J is I << 100, assertz(kept(J, I)))), many(100000, I, (J is I << 100, once(kept(J, I))))), true).
hostile(same_hash_of_floats, (many(200000, I, (J is I * 1.0e10, assertz(kept(J, I)))), many(200000, I, (J is I * 1.0e10, kept(J, I)))), true).
hostile(changed_while_running, (assertz(kept(1)), test_size(100000, N), forall((kept(X), X < N), (Y is X + 1, assertz(kept(Y)))), aggregate_all(count, kept(_), C), C == 2), true).
hostile(calls_running_while_retracted, (many(100000, I, assertz(kept(I))), test_size(100000, N), aggregate_all(count, (kept(_), retractall(kept(_))), C), C == N), true).
hostile(variables, (test_size(3000000, N), length(L, N), term_variables(L, V), length(V, N), copy_term(L, M), L = M), true).
hostile(variable_chain, (test_size(3000000, N), chain(N, X, Y), X = a, Y == a), true).
hostile(variables_bound_and_undone, many(3000000, _, (X = a, X == a)), true).
hostile(streams_dropped, streams_dropped, true).
hostile(streams_files_dropped, many(200000, _, open('/dev/null', read, _)), true).
hostile(streams_closed, many(200000, _, (open('/dev/null', read, S), close(S))), true).
hostile(streams_files_full, (catch(streams_full([]), E, true), close_all, throw(E)), error(resource_error(_), _)).
hostile(string_streams, many(300000, _, (open_string("abc", S), get_char(S, _), close(S))), true).
hostile(null_streams, many(1000000, _, (open_null_stream(S), close(S))), true).
hostile(captures_nested, (test_size(10000, N), nest_output(N, A), A == x), true).
hostile(captures_abandoned, many(300000, _, catch(with_output_to(atom(_), (write(a), throw(x))), x, true)), true).
hostile(aliases, many(100000, I, (new_atom(I, A), open('/dev/null', read, _, [alias(A)]), close(A))), true).
hostile(globals, (many(1000000, I, (new_atom(I, K), nb_setval(K, I))), new_atom(1, K1), nb_getval(K1, V), V == 1), true).
hostile(globals_backtracked, (test_size(1000000, N), b_setval_many(N)), true).
hostile(global_rewritten, (many(3000000, I, nb_setval(key, f(I))), nb_getval(key, f(X)), integer(X)), true).
hostile(flags, (many(1000000, I, (new_atom(I, K), flag(K, _, I)))), true).
hostile(prolog_flags, (many(200000, I, (new_atom(I, K), create_prolog_flag(K, I, []))), findall(x, current_prolog_flag(_, _), L), length(L, M), M > 1), true).
hostile(operators, (many(200000, I, (new_atom(I, K), op(700, xfx, K))), findall(x, current_op(700, xfx, _), L), length(L, M), M > 1), true).
hostile(operators_made_and_removed, many(1000000, I, (P is (I mod 2) * 700, op(P, xfx, hostile_op))), true).
hostile(records, (many(1000000, I, recordz(key, I)), aggregate_all(count, recorded(key, _), C), test_size(1000000, C), erase_each(key), \+ recorded(key, _)), true).
hostile(record_keys, many(1000000, I, (new_atom(I, K), recordz(K, x, R), erase(R))), true).
hostile(predicates, (many(200000, I, (new_atom(I, K), T =.. [K, I], assertz(T)))), true).
hostile(predicates_called, many(200000, I, (new_atom(I, K), catch(call(K), error(existence_error(procedure, _), _), true))), true).
hostile(modules, many(100000, I, (new_atom(I, M), assertz(M:p(I)))), true).
hostile(gensyms, many(1000000, _, gensym(g, _)), true).
hostile(sub_goals, (test_size(1000000, N), length(L, N), maplist(=(true), L), maplist(call, L)), true).
hostile(strings, many(3000000, I, (number_codes(I, C), string_codes(S, C), string_length(S, _))), true).
hostile(large_integers, many(3000000, I, (X is I << 70, X > 0)), true).
hostile(floats, many(5000000, I, (X is I * 1.5, X > 0)), true).
hostile(collections, many(300, _, garbage_collect), true).
hostile(consults, (hostile_file('c.pl', [text('kept(1).\n')], P), many(5000, _, consult(P)), aggregate_all(count, kept(_), 1)), true).
hostile(reads, many(300000, _, term_to_atom(_, 'f(X, Y, [a|X])')), true).
hostile(formats, many(500000, I, format(atom(_), "~w~t~20|~a", [I, x])), true).
hostile(exceptions_through_choices, many(300, _, catch((between(1, 10000, X), X =:= 10000, throw(found)), found, true)), true).
hostile(backtracking, (test_size(10000000, N), aggregate_all(count, between(1, N, _), C), C == N), true).
hostile(bagof_groups, (test_size(200000, N), findall(K-V, (bagof(X, (between(1, N, X), K is X mod 1000), L), length(L, V)), G), length(G, M), M =< 1000), true).
hostile(setof_groups_of_variables, (test_size(20000, N), findall(K-x, between(1, N, K), L), aggregate_all(count, bagof(V, member(_-V, L), _), N)), true).
hostile(sorted_equal, (test_size(3000000, N), findall(a, between(1, N, _), L), sort(L, S), S == [a], msort(L, M), length(M, N)), true).
hostile(sorted_patterns, (test_size(1000000, N), findall(X, (between(1, N, I), X is (I * I) mod 1000), L), msort(L, M), length(M, N), predsort([O, A, B]>>compare(O, A, B), [3, 1, 2], P), P == [1, 2, 3]), true).

nest_catch(N) :- ( N =:= 0 -> throw(bottom) ; N1 is N - 1, catch(nest_catch(N1), other, true) ).
nest_cleanup(N) :- ( N =:= 0 -> throw(bottom) ; N1 is N - 1, setup_call_cleanup(true, nest_cleanup(N1), cleaned) ).
nest_cleanup_choice(N) :- ( N =:= 0 -> true ; N1 is N - 1, setup_call_cleanup(true, ( nest_cleanup_choice(N1) ; true ), cleaned) ).
cleaned :- nb_getval(cleaned, N), N1 is N + 1, nb_setval(cleaned, N1).
nest_findall(N, L) :- ( N =:= 0 -> L = [] ; N1 is N - 1, findall(x, nest_findall(N1, _), L) ).
abandon_findall(N) :- ( N =:= 0 -> throw(bottom) ; N1 is N - 1, findall(x, ( true ; abandon_findall(N1) ), _) ).
retract_each :- retract(kept(_)), fail.
retract_each.
retract_last(I) :- test_size(200000, N), J is N + 1 - I, retract(kept(J)).
chain(N, X, Y) :- ( N =:= 0 -> X = Y ; N1 is N - 1, Z = X, chain(N1, Z, Y) ).
streams_dropped :-
    test_size(1000000, N),
    forall(between(1, N, _), (catch(open_null_stream(_), error(resource_error(_), _), true))),
    close_all.
close_all :- forall((stream_property(S, mode(_)), \+ stream_property(S, alias(_))), close(S)).
streams_full(Open) :- open('/dev/null', read, S), streams_full([S|Open]).
nest_output(N, A) :- ( N =:= 0 -> A = x ; N1 is N - 1, with_output_to(atom(B), (nest_output(N1, C), write(C))), A = B ).
b_setval_many(N) :- ( N =:= 0 -> true ; new_atom(N, K), b_setval(K, N), N1 is N - 1, b_setval_many(N1) ).
erase_each(Key) :- recorded(Key, _, R), erase(R), fail.
erase_each(_).
