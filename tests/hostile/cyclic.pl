% SPDX-License-Identifier: MIT
%
% Cyclic terms and lists through builtins and libraries. A cyclic list is no list: type_error(list, _).

:- dynamic(kept/1).

cycle(X) :- X = f(X, a).
list(L) :- L = [a, b|L].
numbers(L) :- L = [1, 2|L].
pairs(L) :- L = [k-1, l-2|L].
% The same infinite term, tied differently.
other_cycle(X) :- X = f(f(X, a), a).

% ---- terms ----------------------------------------------------------------------------------------------------------

hostile(unify, (cycle(X), other_cycle(Y), X = Y), true).
hostile(unify_fails, (X = f(X, a), Y = f(Y, b), X = Y), false).
hostile(not_unify, (X = f(X, a), Y = f(Y, b), X \= Y), true).
hostile(unify_occurs, (unify_with_occurs_check(X, f(X, a))), false).
hostile(unify_occurs_cyclic, (cycle(X), other_cycle(Y), unify_with_occurs_check(X, Y)), true).
hostile(equal, (cycle(X), other_cycle(Y), X == Y), true).
hostile(compare, (cycle(X), other_cycle(Y), compare(O, X, Y), O == (=)), true).
hostile(compare_less, (X = f(X, a), Y = f(Y, b), X @< Y), true).
hostile(variant, (X = f(X, _), Y = f(Y, _), X =@= Y), true).
hostile(not_variant, (X = f(X, A, A), Y = f(Y, _, _), X \=@= Y), true).
hostile(copy, (X = f(X, V), copy_term(X, Y), Y = f(Z, W), Z == Y, var(W), V \== W), true).
hostile(duplicate, (cycle(X), duplicate_term(X, Y), X == Y), true).
hostile(ground, (cycle(X), ground(X)), true).
hostile(not_ground, (X = f(X, _), ground(X)), false).
hostile(term_variables, (X = f(V, X, W, V), term_variables(X, L), L == [V, W]), true).
hostile(term_singletons, (X = f(V, X), term_singletons(X, L), (L == [V] ; L == [])), true).
hostile(acyclic, (cycle(X), acyclic_term(X)), false).
hostile(cyclic, (cycle(X), cyclic_term(X)), true).
hostile(numbervars, (X = f(X, V), numbervars(X, 0, N), N == 1, V == '$VAR'(0)), true).
hostile(term_hash, (cycle(X), other_cycle(Y), term_hash(X, H), term_hash(Y, H), integer(H)), true).
hostile(subsumes, (X = f(X, _), Y = f(Y, b), subsumes_term(X, Y)), true).
hostile(subsumes_not, (X = f(X, a), Y = f(Y, b), subsumes_term(X, Y)), false).
hostile(unifiable, (X = f(X, V), Y = f(Y, b), unifiable(X, Y, L), L == [V = b]), true).
hostile(decided, (cycle(X), other_cycle(Y), ?=(X, Y)), true).
hostile(univ, (cycle(X), X =.. [f, Y, a], Y == X), true).
hostile(arg, (cycle(X), arg(1, X, Y), Y == X), true).
hostile(functor, (cycle(X), functor(X, f, N), N == 2), true).
hostile(setarg, (X = f(_), setarg(1, X, X), cyclic_term(X)), true).
hostile(nb_setarg, (X = f(_), nb_setarg(1, X, X), cyclic_term(X) -> true ; true), true).
hostile(term_size, (cycle(X), term_size(X, N), N == 3), true).
hostile(sub_term, (X = f(a, X), findall(T, sub_term(T, X), L), length(L, 2)), true). % each different one once
hostile(contains, (cycle(X), contains_term(a, X), free_of_term(z, X)), true).
hostile(contains_var, (X = f(X, V, _), contains_var(V, X), free_of_var(_, X)), true).
hostile(occurrences, (cycle(X), occurrences_of_term(a, X, _)), error(domain_error(acyclic_term, _), _)).
hostile(must_be_acyclic, (cycle(X), must_be(acyclic, X)), error(domain_error(acyclic_term, _), _)).
hostile(sort_terms, (cycle(X), other_cycle(Y), sort([X, a, Y], L), length(L, 2)), true).
hostile(factorized, (cycle(X), term_factorized(X, Y, L), nonvar(L), var(Y)), true).

% ---- kept, thrown, written ------------------------------------------------------------------------------------------

hostile(findall, (cycle(X), findall(X, true, [Y]), X == Y), true).
hostile(bagof, (cycle(X), bagof(X, true, [Y]), X == Y), true).
hostile(throw, (cycle(X), catch(throw(X), Y, true), X == Y), true).
hostile(error_culprit, (cycle(X), atom_length(X, _)), error(type_error(atom, _), _)).
hostile(assert, (cycle(X), assertz(kept(X))), error(type_error(acyclic_term, _), _)).
hostile(assert_body, (B = (true, B), assertz((kept(1) :- B))), error(type_error(acyclic_term, _), _)).
hostile(retract, (cycle(X), assertz(kept(f(a, a))), retract(kept(X))), false).
hostile(recordz, (cycle(X), recordz(key, X)), error(type_error(acyclic_term, _), _)).
hostile(nb_setval, (cycle(X), nb_setval(key, X), nb_getval(key, Y), X == Y), true).
hostile(b_setval, (cycle(X), b_setval(key, X), b_getval(key, Y), X == Y), true).
hostile(flag, (cycle(X), create_prolog_flag(hostile_flag, X, [type(term)]), current_prolog_flag(hostile_flag, Y), X == Y), true).
hostile(write, (cycle(X), with_output_to(string(S), write(X)), string_length(S, N), N < 200), true).
hostile(writeq, (list(X), with_output_to(string(S), writeq(X)), string_length(S, N), N < 200), true).
hostile(print, (cycle(X), with_output_to(string(S), print(X)), string_length(S, N), N < 200), true).
hostile(write_canonical, (cycle(X), with_output_to(string(S), write_canonical(X)), string_length(S, N), N < 200), true).
hostile(write_no_cycles, (cycle(X), with_output_to(string(_), write_term(X, [cycles(false), max_depth(20)]))), true).
hostile(portray_clause, (cycle(X), with_output_to(string(S), portray_clause(X)), string_length(S, N), N < 200), true).
hostile(portray_clause_body, (B = (a, B), with_output_to(string(S), portray_clause((h :- B))), string_length(S, N), N < 400), true).
hostile(term_to_atom, (cycle(X), term_to_atom(X, A), atom_length(A, N), N < 200), true).
hostile(format, (cycle(X), format(atom(A), "~w ~q ~p", [X, X, X]), atom_length(A, N), N < 600), true).
hostile(read_options, (list(L), read_term(user_input, _, L)), error(type_error(list, _), _)).
hostile(print_message, (cycle(X), open_null_stream(_), print_message(silent, format("~w", [X]))), true).

% ---- goals and expressions ------------------------------------------------------------------------------------------

hostile(is, (X = 1 + X, _ is X), error(type_error(expression, _), _)).
hostile(is_left, (X = X + 1, _ is X), error(type_error(expression, _), _)).
hostile(is_compare, (X = - X, X > 1), error(type_error(expression, _), _)).
hostile(is_list, (L = [1|L], _ is L), error(type_error(evaluable, _), _)).
hostile(call, (G = (true, G), call(G)), error(type_error(acyclic_term, _), _)).
hostile(call_disjunction, (G = (fail ; G), call(G)), error(type_error(acyclic_term, _), _)).
hostile(call_condition, (G = (true -> G), call(G)), error(type_error(acyclic_term, _), _)).
hostile(call_not, (G = (\+ G), call(G)), error(type_error(acyclic_term, _), _)).
hostile(call_module, (G = user:G, call(G)), error(type_error(acyclic_term, _), _)).
hostile(call_argument, (G = atom(G), call(G)), false).
hostile(catch, (G = (true, G), catch(G, no_such_ball, true)), error(type_error(acyclic_term, _), _)).
hostile(findall_goal, (G = (true, G), findall(x, G, _)), error(type_error(acyclic_term, _), _)).
hostile(bagof_goal, (G = X^G, bagof(X, G, _)), error(type_error(acyclic_term, _), _)).
hostile(forall_goal, (G = (true, G), forall(G, true)), error(type_error(acyclic_term, _), _)).
hostile(phrase, (B = ([], B), phrase(B, [])), error(type_error(acyclic_term, _), _)).
hostile(grammar, (B = ([a], B), dcg_translate_rule((x --> B), _)), error(type_error(acyclic_term, _), _)).
hostile(expand_term, (B = (a, B), expand_term((h :- B), _)), error(type_error(acyclic_term, _), _)).
hostile(expand_goal, (B = (a, B), expand_goal(B, C), nonvar(C)), true).
hostile(assert_clause, (C = (C :- true), assertz(C)), error(type_error(acyclic_term, _), _)).
hostile(lambda, (G = [X]>>G, call(G, X)), error(domain_error(lambda_parameters, _), _)).

% ---- lists through builtins -----------------------------------------------------------------------------------------

hostile(length, (list(L), length(L, _)), error(type_error(list, _), _)).
hostile(length_is, (list(L), length(L, 7)), error(type_error(list, _), _)).
hostile(is_a_list, (list(L), is_list(L)), false).
hostile(sort, (list(L), sort(L, _)), error(type_error(list, _), _)).
hostile(msort, (list(L), msort(L, _)), error(type_error(list, _), _)).
hostile(sort_4, (list(L), sort(0, @>=, L, _)), error(type_error(list, _), _)).
hostile(keysort, (pairs(L), keysort(L, _)), error(type_error(list, _), _)).
hostile(predsort, (list(L), predsort(compare, L, _)), error(type_error(list, _), _)).
hostile(univ_list, (list(L), _ =.. L), error(type_error(list, _), _)).
hostile(atom_chars, (list(L), atom_chars(_, L)), error(type_error(list, _), _)).
hostile(atom_codes, (L = [0'a|L], atom_codes(_, L)), error(type_error(list, _), _)).
hostile(number_chars, (L = ['1'|L], number_chars(_, L)), error(type_error(list, _), _)).
hostile(number_codes, (L = [0'1|L], number_codes(_, L)), error(type_error(list, _), _)).
hostile(string_chars, (list(L), string_chars(_, L)), error(type_error(list, _), _)).
hostile(string_codes, (L = [0'a|L], string_codes(_, L)), error(type_error(list, _), _)).
hostile(atomic_list_concat, (list(L), atomic_list_concat(L, _)), error(type_error(list, _), _)).
hostile(atomic_list_concat_3, (list(L), atomic_list_concat(L, ',', _)), error(type_error(list, _), _)).
hostile(format_arguments, (list(L), with_output_to(atom(_), format("~w", L))), true). % no list: the one argument
hostile(format_text, (L = [0'a|L], format("~s", [L])), error(type_error(text, _), _)).
hostile(format_format, (L = [0'a|L], format(L, [])), error(type_error(text, _), _)).
hostile(write_term_options, (L = [quoted(true)|L], write_term(a, L)), error(type_error(list, _), _)).
hostile(open_options, (L = [type(text)|L], open('/dev/null', read, _, L)), error(type_error(list, _), _)).
hostile(close_options, (L = [force(true)|L], open_null_stream(S), close(S, L)), error(type_error(list, _), _)).
hostile(op_list, (L = [foo|L], op(700, xfx, L)), error(type_error(list, _), _)).
hostile(consult_list, (hostile_file('c.pl', [], P), L = [P|L], consult(L)), error(type_error(list, _), _)).
hostile(dynamic_list, (L = [foo/1|L], dynamic(L)), error(type_error(acyclic_term, _), _)).
hostile(memberchk, (list(L), memberchk(x, L)), error(type_error(list, _), _)).
hostile(memberchk_there, (list(L), memberchk(b, L)), true).
hostile(findall_4, (list(L), findall(x, true, R, L), R = [x, a, b, a|_]), true).
hostile(append_lists, (list(L), append(L, _)), error(type_error(list, _), _)).
hostile(setof_caret, (list(L), setof(x, L^true, R), R == [x]), true).
hostile(maplist_goal, (list(L), maplist(L, [1])), error(existence_error(procedure, '.'/3), _)).
hostile(split_text, (list(L), split_string(L, ",", "", _)), error(type_error(text, _), _)).
hostile(text_concat, (list(L), catch(text_concat(L, a, _), error(type_error(_, _), _), throw(refused))), throws(refused)).
hostile(text_to_string, (list(L), text_to_string(L, _)), error(type_error(_, _), _)).

% ---- lists through libraries ----------------------------------------------------------------------------------------

% takes(Goal): list stands for a cyclic list, numbers and pairs for one of these.
hostile(library(Goal), (Goal =.. [Name|Words], tie_all(Words, Arguments), Call =.. [Name|Arguments], call(Call)),
    error(type_error(list, _), _)) :-
    takes(Goal).

tie_all([], []).
tie_all([Word|Words], [Argument|Arguments]) :-
    (   Word == list -> list(Argument)
    ;   Word == numbers -> numbers(Argument)
    ;   Word == pairs -> pairs(Argument)
    ;   Word == any -> true
    ;   Argument = Word
    ),
    tie_all(Words, Arguments).

takes(reverse(list, any)).
takes(last(list, any)).
takes(sum_list(numbers, any)).
takes(sumlist(numbers, any)).
takes(max_list(numbers, any)).
takes(min_list(numbers, any)).
takes(max_member(any, list)).
takes(min_member(any, list)).
takes(max_member(@=<, any, list)).
takes(min_member(@=<, any, list)).
takes(list_to_set(list, any)).
takes(subtract(list, [a], any)).
takes(subtract([c], list, any)).
takes(intersection(list, [a], any)).
takes(union(list, [a], any)).
takes(subset(list, [a, b])).
takes(delete(list, a, any)).
takes(exclude(==(x), list, any)).
takes(include(==(x), list, any)).
takes(partition(==(x), list, any, any)).
takes(convlist(=, list, any)).
takes(maplist(atom, list)).
takes(maplist(=, list, any)).
takes(foldl(always, list, 0, any)).
takes(foldr(always, list, 0, any)).
takes(scanl(always, list, 0, any)).
takes(permutation(list, any)).
takes(flatten(list, any)).
takes(clumped(list, any)).
takes(pairs_keys_values(pairs, any, any)).
takes(pairs_keys(pairs, any)).
takes(pairs_values(pairs, any)).
takes(transpose_pairs(pairs, any)).
takes(group_pairs_by_key(pairs, any)).
takes(map_list_to_pairs(=, list, any)).
takes(list_to_ord_set(list, any)).
takes(ord_union(list, any)).
takes(ord_union(list, [a], any)).
takes(ord_subtract(list, [a], any)).
takes(ord_intersection(list, [a, b, c], any)).
takes(ord_memberchk(x, list)).
takes(list_to_assoc(pairs, any)).
takes(list_to_rbtree(pairs, any)).
takes(list_to_heap(pairs, any)).
takes(vertices_edges_to_ugraph(list, [], any)).
takes(random_member(any, list)).
takes(random_permutation(list, any)).
takes(random_select(any, list, any)).
takes(concat_atom(list, any)).
takes(concat_atom(list, ',', any)).
takes(select_option(x(any), list, any)).
takes(option(x(any), list)).
takes(merge_options(list, [], any)).
takes(string_to_list(any, list)).
takes(comma_list(any, list)).
takes(semicolon_list(any, list)).
takes(same_length(list, any)).
takes(exclude([_]>>fail, list, any)).

always(_, S, S).

% Relations that walk their lists answer by answer go on for ever, as they do everywhere; time ends them.
hostile(endless(Goal), (Goal =.. [Name|Words], tie_all(Words, Arguments), Call =.. [Name|Arguments], call_with_time_limit(1, Call)),
    throws(time_limit_exceeded)) :-
    endless(Goal).
endless(selectchk(x, list, any)).
endless(nextto(x, y, list)).
endless(append(list, [x], any)).
endless(nth0(any, list, x)).
endless(member(x, list)).

hostile(proper_length, (list(L), proper_length(L, _)), false).
hostile(is_set, (list(L), is_set(L)), false).
hostile(is_ordset, (list(L), is_ordset(L)), false).
hostile(is_assoc, (A = t(k, v, <, A, A), is_assoc(A)), false).
hostile(nth1, (list(L), nth1(1000001, L, X), X == a), true).
hostile(member_first, (list(L), once(member(b, L))), true).
hostile(last_of_two, (list(L), list(M), L = M), true).
hostile(must_be_list, (list(L), must_be(list, L)), error(type_error(list, _), _)).
hostile(must_be_list_of, (list(L), must_be(list(atom), L)), error(type_error(list, _), _)).
hostile(dcg_input, (list(L), phrase(x, L, _)), error(type_error(list, _), _)).

% ---- shared parts: terms that are small as graphs and huge as trees -------------------------------------------------

graph(End, T) :- graph(60, End, T).
graph(N, T0, T) :- ( N =:= 0 -> T = T0 ; N1 is N - 1, graph(N1, g(T0, T0), T) ).

hostile(graph_unify, (graph(a, T), graph(a, U), T = U), true).
hostile(graph_unify_fails, (graph(a, T), graph(b, U), T = U), false).
hostile(graph_equal, (graph(a, T), graph(a, U), T == U), true).
hostile(graph_compare, (graph(a, T), graph(b, U), T @< U), true).
hostile(graph_variant, (graph(_, T), graph(_, U), T =@= U), true).
hostile(graph_ground, (graph(a, T), ground(T)), true).
hostile(graph_variables, (graph(X, T), term_variables(T, L), L == [X]), true).
hostile(graph_acyclic, (graph(a, T), acyclic_term(T)), true).
hostile(graph_numbervars, (graph(X, T), numbervars(T, 0, N), N == 1, nonvar(X)), true).
hostile(graph_subsumes, (graph(_, T), graph(a, U), subsumes_term(T, U)), true).
hostile(graph_occurs, (graph(X, T), unify_with_occurs_check(X, T)), false).
hostile(graph_hash, (graph(a, T), term_hash(T, H), integer(H)), true).
hostile(graph_copy, (graph(_, T), copy_term(T, U), T =@= U), true).
hostile(graph_findall, (graph(_, T), findall(T, true, [U]), T =@= U), true).
hostile(graph_throw, (graph(_, T), catch(throw(T), U, true), T =@= U), true).
hostile(graph_global, (graph(_, T), nb_setval(key, T), nb_getval(key, U), T =@= U), true).
hostile(graph_assert, (graph(_, T), assertz(kept(T))), error(resource_error(memory), _)).
hostile(graph_write, (graph(a, T), open_null_stream(S), call_with_time_limit(1, write(S, T))), throws(time_limit_exceeded)).
hostile(graph_size, (graph(a, T), term_size(T, N), N =:= 180), true).
