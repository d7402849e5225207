% SPDX-License-Identifier: MIT
%
% Terms three million deep, in the first argument and in the last, and lists of three million, through what takes terms.

:- dynamic(kept/1).

side(first).
side(last).

% ---- terms ----------------------------------------------------------------------------------------------------------

hostile(copy(S), (deep(S, t(X, X, Y), T), copy_term(T, C), T =@= C, T \== C, \+ \+ (Y = 1, ground_end(S, C, t(A, B, _)), A == B)), true) :- side(S).
hostile(copy_ground(S), (deep(S, T), duplicate_term(T, C), T == C), true) :- side(S).
hostile(unify(S), (deep(S, X, T), deep(S, end, U), T = U, X == end), true) :- side(S).
hostile(unify_fails(S), (deep(S, a, T), deep(S, b, U), T = U), false) :- side(S).
hostile(not_unify(S), (deep(S, a, T), deep(S, b, U), T \= U), true) :- side(S).
hostile(unify_occurs(S), (deep(S, X, T), unify_with_occurs_check(X, T)), false) :- side(S).
hostile(unify_occurs_check(S), (deep(S, X, T), deep(S, e, U), unify_with_occurs_check(T, U), X == e), true) :- side(S).
hostile(unifiable(S), (deep(S, X, T), deep(S, e, U), unifiable(T, U, L), L == [X=e]), true) :- side(S).
hostile(decided(S), (deep(S, _, T), deep(S, e, U), ?=(T, U)), false) :- side(S).
hostile(compare(S), (deep(S, a, T), deep(S, b, U), compare(O, T, U), O == (<)), true) :- side(S).
hostile(equal(S), (deep(S, T), deep(S, U), T == U), true) :- side(S).
hostile(not_equal(S), (deep(S, a, T), deep(S, b, U), T \== U), true) :- side(S).
hostile(variant(S), (deep(S, f(_, _), T), deep(S, f(_, _), U), T =@= U), true) :- side(S).
hostile(not_variant(S), (deep(S, f(X, X), T), deep(S, f(_, _), U), T \=@= U), true) :- side(S).
hostile(sort(S), (deep(S, b, T), deep(S, a, U), sort([T, U, T], L), L = [V, W], V == U, W == T), true) :- side(S).
hostile(msort(S), (deep(S, b, T), deep(S, a, U), msort([T, U, T], L), length(L, 3)), true) :- side(S).
hostile(sort_4(S), (deep(S, b, T), deep(S, a, U), sort(0, @>=, [T, U, T], L), length(L, 3)), true) :- side(S).
hostile(keysort(S), (deep(S, b, T), deep(S, a, U), keysort([T-1, U-2], L), L = [_-2, _-1]), true) :- side(S).
hostile(predsort(S), (deep(S, b, T), deep(S, a, U), predsort(compare, [T, U, T], L), length(L, 2)), true) :- side(S).
hostile(term_variables(S), (deep(S, f(X, Y, X), T), term_variables(T, L), L == [X, Y]), true) :- side(S).
hostile(term_singletons(S), (deep(S, f(X, Y, X), T), term_singletons(T, L), L == [Y]), true) :- side(S).
hostile(ground(S), (deep(S, T), ground(T)), true) :- side(S).
hostile(not_ground(S), (deep(S, _, T), ground(T)), false) :- side(S).
hostile(nonground(S), (deep(S, X, T), nonground(T, V), V == X), true) :- side(S).
hostile(acyclic(S), (deep(S, T), acyclic_term(T)), true) :- side(S).
hostile(cyclic(S), (deep(S, X, T), X = T, cyclic_term(T)), true) :- side(S).
hostile(numbervars(S), (deep(S, f(X, Y), T), numbervars(T, 0, N), N == 2, X-Y == '$VAR'(0)-'$VAR'(1)), true) :- side(S).
hostile(term_hash(S), (deep(S, T), deep(S, U), term_hash(T, H), term_hash(U, H), integer(H)), true) :- side(S).
hostile(subsumes(S), (deep(S, _, T), deep(S, e, U), subsumes_term(T, U), \+ subsumes_term(U, T)), true) :- side(S).
hostile(term_size(S), (deep(S, T), term_size(T, N), test_size(3000000, D), N =:= 3 * D), true) :- side(S).
hostile(same_term(S), (deep(S, T), same_term(T, T)), true) :- side(S).
hostile(univ(S), (deep(S, T), T =.. [f, A, B], U =.. [f, A, B], U == T), true) :- side(S).
hostile(arg(S), (deep(S, T), arg(1, T, A), arg(2, T, B), f(A, B) == T), true) :- side(S).
hostile(setarg(S), (deep(S, T), V = v(0), setarg(1, V, T), arg(1, V, U), U == T), true) :- side(S).
hostile(nb_setarg(S), (deep(S, T), V = v(0), nb_setarg(1, V, T), arg(1, V, U), U == T), true) :- side(S).
hostile(sub_term(S), (deep(S, T), test_size(3000000, D), aggregate_all(count, sub_term(_, T), N), N =:= 2 * D + 1), true) :- side(S).
hostile(occurrences(S), (deep(S, T), test_size(3000000, D), occurrences_of_term(a, T, N), N =:= D), true) :- side(S).
hostile(occurrences_of_var(S), (deep(S, X, T), occurrences_of_var(X, T, N), N == 1), true) :- side(S).
hostile(contains(S), (deep(S, T), contains_term(z, T), free_of_term(y, T)), true) :- side(S).
hostile(mapsubterms(S), (deep(S, T), mapsubterms(z_to_y, T, U), deep(S, y, V), U == V), true) :- side(S).
hostile(foldsubterms(S), (deep(S, T), foldsubterms(count_z, T, 0, N), N == 1), true) :- side(S).
hostile(factorized(S), (test_size(200000, N), M is min(N, 2000), deep(S, M, z, T), term_factorized(g(T, T), U, L), U = g(A, B), A == B, L \== []), true) :- side(S).
hostile(subsumer(S), (deep(S, a, T), deep(S, b, U), term_subsumer(T, U, G), deep(S, _, V), G =@= V), true) :- side(S).
hostile(varnumbers(S), (deep(S, '$VAR'(1), T), varnumbers(T, U), deep(S, _, V), U =@= V), true) :- side(S).
hostile(must_be(S), (deep(S, T), must_be(acyclic, T), must_be(ground, T)), true) :- side(S).

ground_end(first, T, End) :- ( T = f(U, A), A == a -> ground_end(first, U, End) ; End = T ).
ground_end(last, T, End) :- ( T = f(A, U), A == a -> ground_end(last, U, End) ; End = T ).
z_to_y(z, y).
count_z(z, N0, N) :- N is N0 + 1.

% ---- kept -----------------------------------------------------------------------------------------------------------

hostile(assert(S), (deep(S, T), assertz(kept(T)), kept(U), T == U, retract(kept(V)), V == T), true) :- side(S).
hostile(assert_variables(S), (deep(S, f(_, _), T), asserta(kept(T)), clause(kept(U), true), T =@= U, retractall(kept(_)), \+ kept(_)), true) :- side(S).
hostile(call_fact(S), (deep(S, T), assertz(kept(T)), deep(S, U), kept(U), deep(S, no, V), \+ kept(V)), true) :- side(S).
hostile(listing(S), (deep(S, T), assertz(kept(T)), with_output_to(string(X), listing(kept/1)), string_length(X, N), test_size(3000000, D), N > 4 * D), true) :- side(S).
hostile(findall(S), (deep(S, f(_), T), findall(T, true, [U]), T =@= U), true) :- side(S).
hostile(bagof(S), (deep(S, f(X), T), bagof(T-Y, member(X-Y, [1-a, 2-b]), L), length(L, 2)), true) :- side(S).
hostile(bagof_goal(S), (deep(S, f(X), T), bagof(X, (T = T, member(X, [1, 2])), L), L == [1, 2]), true) :- side(S).
hostile(setof(S), (deep(S, f(X), T), setof(T, member(X, [2, 1]), L), length(L, 2)), true) :- side(S).
hostile(aggregate(S), (deep(S, f(X), T), aggregate_all(max(X, T), member(X, [1, 2]), max(2, U)), ground(U)), true) :- side(S).
hostile(records(S), (deep(S, f(_), T), recordz(key, T, R), recorded(key, U), T =@= U, erase(R), \+ recorded(key, _)), true) :- side(S).
hostile(nb_setval(S), (deep(S, f(_), T), nb_setval(key, T), nb_getval(key, U), T =@= U), true) :- side(S).
hostile(b_setval(S), (deep(S, f(_), T), b_setval(key, T), b_getval(key, U), T == U), true) :- side(S).
hostile(throw(S), (deep(S, f(_), T), catch(throw(T), U, true), T =@= U), true) :- side(S).
hostile(uncaught_through_cleanup(S), (deep(S, f(_), T), catch(setup_call_cleanup(true, throw(T), true), U, true), T =@= U), true) :- side(S).
hostile(message(S), (deep(S, T), catch(atom_length(T, _), E, true), E = error(type_error(atom, U), _), U == T), true) :- side(S).
hostile(print_message(S), (deep(S, T), consult_lines([(:- initialization(true)), (:- throw_term(S))]), ground(T)), true) :- side(S).
hostile(flag(S), (deep(S, T), create_prolog_flag(hostile_flag, T, [type(term)]), current_prolog_flag(hostile_flag, U), T == U), true) :- side(S).
hostile(assoc(S), (deep(S, T), list_to_assoc([T-1, a-2], A), get_assoc(T, A, V), V == 1), true) :- side(S).
hostile(nb_set(S), (deep(S, T), empty_nb_set(A), add_nb_set(T, A, N1), add_nb_set(T, A, N2), N1-N2 == true-false), true) :- side(S).
hostile(distinct(S), (deep(S, T), findall(x, distinct(X, member(X, [T, T])), L), L == [x]), true) :- side(S).

throw_term(S) :- deep(S, T), throw(T).
consult_lines(Terms) :-
    hc_scratch('consulted.pl', Path),
    open(Path, write, Out),
    forall(member(T, Terms), (writeq(Out, T), write(Out, ' .\n'))),
    close(Out),
    open_null_stream(Null),
    consult(Path),
    close(Null).

% ---- written and read -----------------------------------------------------------------------------------------------

hostile(write(S), (deep(S, T), to_nowhere(Out, write(Out, T))), true) :- side(S).
hostile(print(S), (deep(S, T), with_output_to(string(X), print(T)), string_length(X, N), test_size(3000000, D), N =:= 5 * D + 1), true) :- side(S).
hostile(writeq(S), (deep(S, 'Z', T), to_nowhere(Out, writeq(Out, T))), true) :- side(S).
hostile(write_canonical(S), (deep(S, f(_, _), T), to_nowhere(Out, write_canonical(Out, T))), true) :- side(S).
hostile(write_term(S), (deep(S, '$VAR'(1), T), to_nowhere(Out, write_term(Out, T, [numbervars(true), quoted(true), ignore_ops(true)]))), true) :- side(S).
hostile(write_max_depth(S), (deep(S, T), with_output_to(string(X), write_term(T, [max_depth(10)])), string_length(X, N), N < 200), true) :- side(S).
hostile(portray_clause(S), (deep(S, f(_, _), T), to_nowhere(Out, portray_clause(Out, T))), true) :- side(S).
hostile(portray_clause_body(S), (conjunction(S, 3000000, B), to_nowhere(Out, portray_clause(Out, (h :- B)))), true) :- side(S).
hostile(format_w(S), (deep(S, T), format(atom(A), "~w", [T]), atom_length(A, N), test_size(3000000, D), N =:= 5 * D + 1), true) :- side(S).
hostile(format_q(S), (deep(S, T), format(atom(A), "~q~p", [T, T]), atom_length(A, N), test_size(3000000, D), N =:= 2 * (5 * D + 1)), true) :- side(S).
hostile(term_to_atom(S), (deep(S, f(_, x), T), term_to_atom(T, A), term_to_atom(U, A), T =@= U), true) :- side(S).
hostile(term_string(S), (deep(S, f(_, x), T), term_string(T, A), term_string(U, A), T =@= U), true) :- side(S).
hostile(read(S), (deep(S, f(_, "text"), T), written(T, Path), read_first(Path, U), T =@= U), true) :- side(S).
hostile(read_operators(S), (operators(S, T), written(T, Path), read_first(Path, U), T == U), true) :- side(S).
hostile(read_prefix, (test_size(3000000, N), nested(N, (-), a, T), written(T, Path), read_first(Path, U), T == U), true).
hostile(read_postfix, (test_size(3000000, N), op(200, yf, squared), nested(N, squared, a, T), written(T, Path), read_first(Path, U), T == U), true).
hostile(read_curly, (test_size(3000000, N), nested(N, {}, a, T), written(T, Path), read_first(Path, U), T == U), true).
hostile(read_list, (test_size(3000000, N), nested_list(N, [], T), written(T, Path), read_first(Path, U), T == U), true).
hostile(consult(S), (deep(S, f(_, x), T), written(kept(T), Path), consult(Path), kept(U), T =@= U), true) :- side(S).
hostile(consult_body(S), (conjunction(S, 3000000, B), written((body_of_file :- B), Path), consult(Path), body_of_file), true) :- side(S).

written(T, Path) :-
    hc_scratch('written.pl', Path),
    open(Path, write, Out),
    write_canonical(Out, T),
    write(Out, ' .\n'),
    close(Out).
read_first(Path, T) :-
    open(Path, read, In),
    read(In, T),
    close(In).
operators(S, T) :- test_size(3000000, N), chain(S, N, 1, T).
chain(S, N, T0, T) :- ( N =:= 0 -> T = T0 ; N1 is N - 1, link(S, T0, T1), chain(S, N1, T1, T) ).
link(first, T, T + 1).
link(last, T, 2 ^ T).
nested_list(N, T0, T) :- ( N =:= 0 -> T = T0 ; N1 is N - 1, nested_list(N1, [T0], T) ).

% ---- goals and expressions ------------------------------------------------------------------------------------------

hostile(is(S), (sum(S, 3000000, E), X is E, test_size(3000000, N), X =:= N + 1), true) :- side(S).
hostile(is_compare(S), (sum(S, 3000000, E), E > 5, E =:= E), true) :- side(S).
hostile(is_minus, (test_size(3000000, N), nested(N, (-), 1, E), X is E, abs(X) =:= 1), true).
hostile(is_unknown(S), (deep(S, 1, E), _ is E), error(type_error(evaluable, f/2), _)) :- side(S).
hostile(call(S), (conjunction(S, 3000000, G), call(G)), true) :- side(S).
hostile(call_disjunction(S), (disjunction(S, 3000000, G), call(G)), true) :- side(S).
hostile(call_not, (test_size(3000000, N0), N is N0 * 2, nested(N, (\+), true, G), call(G)), (true ; error(resource_error(_), _))). % each is a choice point
hostile(call_bad(S), (conjunction(S, 3000000, 1, G), call(G)), error(type_error(callable, _), _)) :- side(S).
hostile(catch_goal(S), (conjunction(S, 3000000, G), catch(G, _, fail)), true) :- side(S).
hostile(findall_goal(S), (conjunction(S, 3000000, G), findall(x, G, L), L == [x]), true) :- side(S).
hostile(assert_body(S), (conjunction(S, 3000000, B), assertz((kept(1) :- B)), kept(1), clause(kept(1), C), conjunction_length(C, N), test_size(3000000, M), N =:= M + 1), true) :- side(S).
hostile(grammar_body(S), (grammar(S, 1000000, B), dcg_translate_rule((x --> B), C), assertz(C), phrase(x, [])), true) :- side(S).
hostile(phrase(S), (grammar(S, 1000000, B), phrase(B, [])), true) :- side(S).
hostile(expand_term(S), (conjunction(S, 1000000, B), expand_term((h :- B), C), C = (h :- _)), true) :- side(S).
hostile(expand_goal(S), (conjunction(S, 1000000, B), expand_goal(B, C), callable(C)), true) :- side(S).
hostile(call_module, (test_size(3000000, N), modules(N, true, G), call(G)), true).

sum(S, Full, E) :- test_size(Full, N), sums(S, N, 1, E).
sums(S, N, E0, E) :- ( N =:= 0 -> E = E0 ; N1 is N - 1, plus_one(S, E0, E1), sums(S, N1, E1, E) ).
plus_one(first, E, E + 1).
plus_one(last, E, 1 + E).
conjunction(S, Full, G) :- conjunction(S, Full, true, G).
conjunction(S, Full, End, G) :- test_size(Full, N), conjoin(S, N, End, G).
conjoin(S, N, G0, G) :- ( N =:= 0 -> G = G0 ; N1 is N - 1, and_true(S, G0, G1), conjoin(S, N1, G1, G) ).
and_true(first, G, (G, true)).
and_true(last, G, (true, G)).
conjunction_length(G, N) :- conjunction_length([G], 0, N).
conjunction_length([], N, N).
conjunction_length([G|Gs], N0, N) :-
    ( G = (A, B) -> conjunction_length([A, B|Gs], N0, N) ; N1 is N0 + 1, conjunction_length(Gs, N1, N) ).
disjunction(S, Full, G) :- test_size(Full, N), disjoin(S, N, true, G).
disjoin(S, N, G0, G) :- ( N =:= 0 -> G = G0 ; N1 is N - 1, or_fail(S, G0, G1), disjoin(S, N1, G1, G) ).
or_fail(first, G, (G ; fail)).
or_fail(last, G, (fail ; G)).
grammar(S, Full, B) :- test_size(Full, N), grammar(S, N, [], B).
grammar(S, N, B0, B) :- ( N =:= 0 -> B = B0 ; N1 is N - 1, and_nothing(S, B0, B1), grammar(S, N1, B1, B) ).
and_nothing(first, B, (B, [])).
and_nothing(last, B, ([], B)).
modules(N, G0, G) :- ( N =:= 0 -> G = G0 ; N1 is N - 1, modules(N1, user:G0, G) ).

% ---- lists of three million -----------------------------------------------------------------------------------------

long(L, N) :- test_size(3000000, N), numlist(1, N, L).

hostile(list_length, (long(L, N), length(L, M), N == M), true).
hostile(list_append, (long(L, N), append(L, [x], M), last(M, X), X == x, length(M, K), K =:= N + 1), true).
hostile(list_append_2, (long(L, N), append([L, [x], L], M), length(M, K), K =:= 2 * N + 1), true).
hostile(list_reverse, (long(L, N), reverse(L, [M|_]), M == N), true).
hostile(list_nth, (long(L, N), nth1(N, L, X), X == N), true).
hostile(list_memberchk, (long(L, N), memberchk(N, L), \+ memberchk(x, L)), true).
hostile(list_sum, (long(L, N), sum_list(L, S), S =:= N * (N + 1) // 2, max_list(L, M), M == N), true).
hostile(list_sort, (long(L, N), reverse(L, R), sort(R, S), S == L, sort(0, @>=, L, T), T = [M|_], M == N), true).
hostile(list_to_set, (long(L, _), list_to_set(L, S), S == L), true).
hostile(list_ordset, (long(L, _), ord_union(L, [0], U), U = [0|M], M == L, ord_subtract(U, L, [Z]), Z == 0), true).
hostile(list_maplist, (long(L, N), maplist(succ, L, M), last(M, X), X =:= N + 1), true).
hostile(list_foldl, (long(L, N), foldl([X, A, B]>>(B is A + X), L, 0, S), S =:= N * (N + 1) // 2), true).
hostile(list_include, (long(L, N), include([X]>>(X > 1), L, M), length(M, K), K =:= N - 1), true).
hostile(list_flatten, (long(L, _), flatten([L, [L]], M), append(L, L, K), M == K), true).
hostile(list_flatten_deep, (test_size(3000000, N), nested_list(N, [x], T), flatten(T, L), L == [x]), true).
hostile(list_exclude, (long(L, _), exclude([X]>>(X > 1), L, M), M == [1]), true).
hostile(list_delete, (long(L, _), delete(L, 1, M), M = [X|_], (X == 2 ; M == [])), true).
hostile(list_pairs, (long(L, _), pairs_keys_values(P, L, L), keysort(P, Q), pairs_values(Q, V), V == L), true).
hostile(list_permutation, (long(L, _), permutation(L, P), P == L), true).
hostile(list_assoc, (test_size(500000, N), numlist(1, N, L), pairs_keys_values(P, L, L), list_to_assoc(P, A), get_assoc(N, A, X), X == N), true).
hostile(list_univ, (test_size(1000000, N), numlist(1, N, L), T =.. [f|L], functor(T, f, M), M == N), true).
hostile(list_univ_long, (numlist(1, 20000000, L), _ =.. [f|L]), error(representation_error(max_arity), _)).
hostile(list_codes, (test_size(3000000, N), findall(0'a, between(1, N, _), L), atom_codes(A, L), atom_length(A, N), atom_chars(A, C), length(C, N)), true).
hostile(list_concat, (long(L, N), atomic_list_concat(L, ',', A), atomic_list_concat(M, ',', A), length(M, K), K == N), true).
hostile(list_format, (long(L, _), format(atom(A), "~w", [L]), atom_length(A, N), N > 1), true).
hostile(list_of_columns, (test_size(100000, N), findall(w, between(1, N, _), L), findall(C, (member(_, L), member(C, ['~', w, '~', t, '~', '5', (+)])), F), format(atom(A), F, L), atom_length(A, M), M =:= 5 * N), true).
hostile(list_of_text, (test_size(3000000, N), findall(C, (between(1, N, _), C = a), L), string_chars(S, L), split_string(S, "a", "", P), length(P, K), K =:= N + 1), true).
hostile(list_variables, (test_size(3000000, N), length(L, N), term_variables(L, M), L == M, copy_term(L, C), L =@= C), true).
hostile(list_clumped, (test_size(3000000, N), findall(a, between(1, N, _), L), clumped(L, C), C == [a-N]), true).
hostile(list_dcg, (test_size(1000000, N), findall(0'a, between(1, N, _), L), phrase(as(M), L), M == N), true).
as(N) --> as(0, N).
as(N0, N) --> [0'a], !, { N1 is N0 + 1 }, as(N1, N).
as(N, N) --> [].
