/* oom.c - every request for memory may fail, and nothing worse comes of it than an error.
 * SPDX-License-Identifier: MIT
 *
 *     oom [--quick] [--every N] [--only NAME] [--at K] [--verbose]
 *
 * A scenario is a goal with the answer that it must have inside it. The requests for memory that it makes on a machine just started are
 * counted; then, for every k, the k-th of them fails: once, and in a second run that one and all behind it. Each run is a process of its own,
 * forked from the one that has started the machine, so that every run finds the same machine and a crash is seen and told.
 *
 * A run must end in the right answer or in an error; the error is resource_error(memory), but where the scenario says that others may follow
 * from it. The machine must then answer a simple goal, and when it is freed every block must have come back. The first scenario starts a
 * machine: that may also be refused.
 *
 * --quick spreads a number of runs evenly over the requests of a scenario instead of trying all; --every tries one in N. --at tries one k of
 * one scenario, in this process (for a debugger): negative for "from then on". The last line is "N passed, N failed"; a run counts as one.
 */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#undef F_TEST /* of lockf; code/instr.h has one of its own */

#include "boot/boot.h"
#include "builtins/builtin.h"
#include "syntax/writer.h"
#include "vm/control.h"
#include "vm/run.h"

#define MEMORY          ((size_t)64 << 20)
#define QUICK_RUNS      60u  /* of a scenario, for each way of failing */
#define RUN_SECONDS     60u  /* that a run may take */
#define FAILURES_TOLD   5u   /* of a scenario; the others are only counted */
#define LINES_OF_STDERR 25   /* told of a run that has failed */

/* ---- scenarios ---- */

typedef struct Scenario {
    const char *name;
    bool other_errors; /* what was not done for lack of memory may be missed later: any error term is right */
    const char *goal;  /* NULL: a machine is started */
} Scenario;

/* clang-format off */
static const Scenario scenarios[] = {
    {"boot", false, NULL},
    {"atoms", false,
     "atom_length(horn, 4), atom_concat(X0, c, abc), X0 == ab, findall(A+B, atom_concat(A, B, xy), [''+xy, x+y, xy+'']),"
     "sub_atom(hello_world, 6, 5, 0, world), atom_chars(At, [q, r, s, t, u, v, w, x]), atom_codes(At, [0'q|_]),"
     "upcase_atom(mixed, 'MIXED'), char_code(Ch, 0x3b1), atom_length(Ch, 1), term_to_atom(f(_, a, 'B c'), T), atom(T),"
     "atomic_list_concat([a, 1, 'long enough to be a block of its own'], -, L), atomic_list_concat([_, _|_], -, L),"
     "atom_number('12345678901234567890123', N), N > 0, forall(between(1, 300, I), (named(new_atom_, I, NA), atom(NA)))"},
    {"strings", false,
     "string_concat(abc, def, S), string_length(S, 6), sub_string(S, 1, 2, _, SS), string_chars(SS, [b, c]),"
     "split_string('/home//jan///nice/path', '/', '', P), length(P, 8), string_code(1, S, 0'a), string_lower('ABC', Lo),"
     "string_to_atom(Lo, abc), number_codes(N, [0'1, 0'2]), N =:= 12, text_concat(abc, X, abcdef), atom_string(X, _),"
     "number_vars_do, string_codes(S2, [0'a, 0x4e00]), string_length(S2, 2)"},
    {"lists", false,
     "numlist(1, 500, L), msort(L, L), reverse(L, R), sort(0, @>=, L, R), length(R, 500), sum_list(L, 125250),"
     "findall(K-V, (member(V, [3, 1, 2]), K = V), KVs), keysort(KVs, [1-1, 2-2, 3-3]), predsort([O, A, B]>>compare(O, A, B), [c, b, a], [a, b, c]),"
     "sort(1, @<, [f(2), f(1), f(2)], [f(1), f(2)]), nth0(3, L, 4), last(L, 500), list_to_set([a, b, a], [a, b]),"
     "maplist([X, Y]>>(Y is X * 2), [1, 2, 3], [2, 4, 6]), foldl([X, A0, A1]>>(A1 is A0 + X), L, 0, 125250)"},
    {"solutions", false,
     "findall(X, between(1, 200, X), L), length(L, 200), bagof(X-Y, member(X-Y, [a-1, b-2]), [a-1, b-2]),"
     "setof(K-Vs, setof(V, member(K-V, [b-1, a-2, a-1]), Vs), [a-[1, 2], b-[1]]), findall(Z, (member(Z, [1, 2]), findall(Q, member(Q, [Z]), [Z])), [1, 2]),"
     "aggregate_all(count, member(_, [a, b]), 2), aggregate_all(max(M), member(M, [1, 3, 2]), 3), forall(member(W, [1, 2]), integer(W)),"
     "findall(F, (member(E, [f(_), g(H, H)]), F = E), [f(_), g(I, J)]), I == J, findall(K3, member(K3, [a]), K2, L2), K2 == [a|L2]"},
    {"database", false,
     "assertz(fact(1, a)), asserta(fact(0, z)), assertz((rule(X, Y) :- fact(X, Y), ( Y == a -> true ; Y = z ), \\+ X = 7)),"
     "forall(between(2, 200, N), assertz(fact(N, f(N, \"text\", [1, 2|_], 1.5, 123456789012345678901)))), rule(1, a), fact(150, F), F = f(150, _, _, _, _),"
     "clause(rule(_, _), B), nonvar(B), retract(fact(77, _)), \\+ fact(77, _), findall(N, fact(N, _), Ns), length(Ns, 200),"
     "retractall(fact(_, z)), aggregate_all(count, fact(_, _), 199), erase_one, abolish(fact/2), \\+ catch(fact(_, _), _, fail)"},
    {"index", false,
     "forall(between(1, 100, N), (M is N mod 10, named(k, N, K), assertz(ix(K, M, [N], N)))), ix(k50, A, _, 50), A == 0, ix(_, _, _, 77),"
     "findall(N, ix(_, 3, _, N), L), length(L, 10), ix(_, 3, [33], N33), N33 == 33, forall(member(N, L), retract(ix(_, _, _, N))), \\+ ix(_, 3, _, _)"},
    {"control", false,
     "G = (member(X, [1, 2, 3]), X > 1, !), call(G), X == 2, ( fail ; true ), ( true -> true ; fail ), \\+ fail, once(member(_, [a, b])),"
     "call((foo(Y) = foo(f(Z, Z)), Y = f(1, W), W == 1)), ignore(fail), forall(member(Q, [1, 2]), call([P]>>(P > 0), Q)), call(format, \"\", [])"},
    {"exceptions", false,
     "catch(throw(my(ball, _, \"text\", 1.5)), my(ball, _, _, F), F == 1.5), catch(atom_length(_, _), error(instantiation_error, _), true),"
     "catch(atom_length(f(x), _), error(type_error(T, _), _), T == atom), catch(no_such_predicate_here, error(existence_error(procedure, PI), _), PI = _/0),"
     "catch(catch(number_chars(_, \"3x\"), error(syntax_error(_), _), throw(again)), again, true), catch(X is foo + 1, error(type_error(evaluable, foo/0), _), X = 0),"
     "catch(call(1), error(type_error(callable, 1), _), true), catch(arg(x, f(a), _), error(type_error(integer, x), _), true)"},
    {"cleanup", false,
     "nb_setval(done, 0), setup_call_cleanup(true, member(_, [1, 2]), bump), !, catch(setup_call_cleanup(true, throw(x), bump), x, true), setup_call_cleanup(true, true, bump),"
     "\\+ setup_call_cleanup(true, fail, bump), nb_getval(done, N), N == 4"},
    {"arithmetic", false,
     "X is 7 ^ 300, Y is X mod (10 ^ 40), Y > 0, Z is X // (3 ^ 100) * 2 - 17, Z > 0, gcd_is(G), G =:= 2 ^ 90, number_codes(X, Cs), length(Cs, 254),"
     "number_codes(X2, Cs), X2 =:= X, W is -(X) >> 100, W < 0, V is msb(X) + truncate(2.5e30), V > 0, A is sqrt(2.0) + atan2(1, 2) + pi, A > 4,"
     "B is (X /\\ (2 ^ 200 - 1)) xor 12345, B >= 0, fact_to(60, F), F mod 61 =:= 60, float(A)"},
    {"terms", false,
     "functor(T, f, 20), T =.. [f|As], length(As, 20), copy_term(T-As, C), C = T2-_, functor(T2, f, 20), term_variables(T, Vs), length(Vs, 20),"
     "numlist(1, 300, NL), copy_term(NL, NL), ground(NL), setarg(1, T, x), arg(1, T, x), nb_setarg(2, T, g(y, [z])), arg(2, T, G), G == g(y, [z]), deep(2000, D), copy_term(D, D2),"
     "D == D2, D = D2, compare(=, D, D2), term_to_atom(D, DA), atom_length(DA, _), unify_with_occurs_check(h(U), h(a)), U == a, subsumes_term(f(_), f(a)),"
     "X = cy(X), Y = cy(Y), X = Y, cyclic_term(X), \\+ acyclic_term(Y), term_variables(X, []), tab_variant"},
    {"reading", false,
     "open_text('a :- b, c(X, Y, _Z), \"str\", \\'quoted atom\\', 0x1f, 1.5e3, [1,2|T], {x}, - 1, a:b:c, \\\\+ d.\\nend. x(', S), read_term(S, T1, [variable_names(V), singletons(_), variables(_)]),"
     "functor(T1, :-, 2), length(V, 4), read(S, end), catch(read(S, _), error(syntax_error(_), _), true), read(S, end_of_file), close(S),"
     "term_to_atom(R, 'foo(X, Y, X, \"s\", [a|Y])'), functor(R, foo, 5), atom_to_term('p(Q, Q)', p(Q1, Q2), [_ = Q3]), Q1 == Q2, Q1 == Q3, op(700, xfx, ===>),"
     "term_to_atom(A1, 'a ===> b'), term_to_atom(A1, A), A == 'a===>b', op(0, xfx, ===>)"},
    {"writing", false,
     "with_output_to(atom(A), (write_canonical(f(X, 'a b', [1, 2], \"s\", Y, X)), print(x), writeq({a, - 1, 1 - 2, - - a, \\+ b}), write_term([1, 2, 3], [max_depth(2)]), tab(3), nl)), atom_length(A, L), L > 20,"
     "format(atom(B), \"~a ~w ~q ~d ~2f ~e ~s ~p~30|~t~w~10+~c~8r~n\", [abc, f(Y), 'A b', 1234567, 2.5, 1.0, \"codes\", x, right, 65, 64]), atom_length(B, L2), L2 > 40,"
     "format(string(S), \"~`-t~40|~n~D ~10d ~i~*c\", [12345678901234567890, 1234567890123456789012345, skipped, 3, 0'x]), string_length(S, L3), L3 > 60,"
     "catch(format(\"~d\", [a]), error(_, _), true), numbervars(f(X, Y), 0, End), End == 2, with_output_to(string(Z), print_message_lines(user_output, '', [])), string_length(Z, 0)"},
    {"memory streams", false,
     "open_text(\"line one\\nline two\\nlast\", S), read_line(S, L1), L1 == 'line one', get_char(S, l), peek_char(S, i), stream_property(S, position(P)), read_line(S, _), set_stream_position_if(S, P),"
     "close(S), with_output_to(codes(Cs), forall(between(1, 400, I), (write(I), put_char(' ')))), length(Cs, N), N > 1000, with_output_to(chars(Ch), write(abc)), Ch == [a, b, c]"},
    {"files", false,
     "oom_file(F), open(F, write, O, [alias(out), encoding(utf8)]), forall(between(1, 300, I), (write(out, line(I, '\\x3b1\\')), write(out, '.\\n'))), close(O), open(F, read, S), count_terms(S, 0, N), N == 300,"
     "stream_property(S, file_name(_)), findall(Pr, stream_property(S, Pr), Prs), Prs = [_|_], close(S), open(F, append, B, [type(binary)]), put_byte(B, 10), close(B), size_file(F, Bytes), Bytes > 3000,"
     "open(F, read, Q, [type(binary)]), get_byte(Q, 0'l), close(Q), exists_file(F), delete_file(F), catch(open(F, read, _), error(existence_error(source_sink, _), _), true)"},
    {"consult", true,
     "oom_program(F), consult(F), have(loaded_fact(2, b)), have(loaded_rule(3, 6)), have(phrase(loaded_grammar(2), \"aab\", [b])), have(loaded_dynamic(x)), have(oom_module:exported(1))"},
    {"library", true,
     "use_module(library(assoc)), list_to_assoc([a-1, b-2], A), put_assoc(c, A, 3, A2), get_assoc(b, A2, 2), use_module(library(dcg/basics)), phrase(integer(I), \"42\"), I == 42,"
     "pairs_keys_values(Ps, [x, y], [1, 2]), transpose_pairs(Ps, [1-x, 2-y]), string_upper(abc, _), nb_set_do"},
    {"globals", false,
     "nb_setval(key1, f(X, [1, 2], \"text\", X)), nb_getval(key1, V), V = f(A, _, _, B), A == B, b_setval(v, 1), ( b_setval(v, 2), fail ; b_getval(v, 1) ), forall(between(1, 100, I), (named(gk, I, K), nb_setval(K, val(I)))),"
     "nb_getval(gk50, val(50)), catch(nb_getval(no_key, _), error(existence_error(_, _), _), true), b_setval(big, V), b_getval(big, W), W == V"},
    {"collections", false,
     "garbage_collect, garbage(20000, S), S == 20000, garbage_collect, forall(between(1, 200, I), (named(gone_, I, At), atom(At))), garbage_collect_atoms, numlist(1, 2000, L), length(L, Len), garbage_collect, Len == 2000, sum_list(L, 2001000),"
     "forall(between(1, 100, J), (assertz(tmp(J, g(J))), retract(tmp(J, _)))), garbage_collect_clauses, \\+ tmp(_, _), X = f(Y), garbage_collect, Y = 1, X == f(1)"},
    {"limits", false,
     "call_with_inference_limit(loop, 2000, R), R == inference_limit_exceeded, catch(call_with_time_limit(0.02, loop), E, true), nonvar(E), call_with_depth_limit(garbage(50, _), 10, D), D == depth_limit_exceeded,"
     "catch(call_with_memory_limit(200000, (long_list(100000, L), L = [_|_])), E2, true), nonvar(E2), call_with_inference_limit(true, 1000, R3), R3 == !, findall(X, call_with_inference_limit(member(X, [1, 2]), 1000, _), [1, 2])"},
    {"flags and operators", false,
     "create_prolog_flag(my_flag, 42, []), current_prolog_flag(my_flag, 42), set_prolog_flag(my_flag, 43), findall(F, current_prolog_flag(F, _), Fs), length(Fs, NF), NF > 10, op(200, xfy, [&&, ^^]), findall(P-T, current_op(P, T, &&), [200-xfy]), op(0, xfy, [&&, ^^]),"
     "findall(M, current_module(M), Ms), Ms = [_|_], findall(N/A, (current_predicate(N/A), N == deep), [_]), predicate_property(deep(_, _), number_of_clauses(2)), char_conversion(a, a), assertz(other_module:p(1)), other_module:p(1), setof(X, other_module:p(X), [1])"},
    {"listing", false,
     "with_output_to(string(S), listing(deep/2)), string_length(S, L), L > 10, findall(H-B, clause(system_like(H), B), _) -> true ; true"},
    {"occurs check", false,
     "set_prolog_flag(occurs_check, true), \\+ same(Q, f(Q)), same(A, g(B)), A == g(B), set_prolog_flag(occurs_check, error), catch(same(Z, f(Z)), error(occurs_check(_, _), _), true), same(h(C, D), h(D, [_, E, E]))"},
    {"stream text", false,
     "open_text('some text of lines', S), peek_string(S, 4, Some), string_length(Some, 4), with_output_to(atom(T), (current_output(O), copy_stream_data(S, O, 9))), T == 'some text', fill_buffer(S), read_pending_codes(S, Cs, []), Cs = [_|_], close(S),"
     "oom_file(F), open(F, write, W, [encoding(utf16le), bom(true)]), write(W, 'abc \\x4e00\\ x'), close(W), open(F, read, R, [encoding(utf16le)]), get_char(R, _), catch(read(R, _), error(syntax_error(_), _), true), close(R), delete_file(F),"
     "string_bytes(B, [206, 177], utf8), string_length(B, 1), open_null_stream(N), set_stream(N, alias(oom_null)), current_output(Old), set_output(N), print(f(X, X)), set_output(Old), close(N)"},
    {"terms with places", false,
     "open_text('a(X, Y). % comment\\n b /* c */ .\\n', S), read_term(S, T, [term_position(P), subterm_positions(SP), comments(_), variable_names(_)]), nonvar(P), nonvar(SP), nonvar(T), read_term(S, b, [comments(Cs)]), nonvar(Cs), close(S),"
     "read_term_from_atom('foo(X, Y)', RT, []), RT = foo(_, _), normalize_space(atom(NS), '  a   b '), NS == 'a b', findall(Ty, char_type(a, Ty), Tys), Tys = [_|_], upcase_atom('stra\\xdf\\e', _)"},
    {"environment", false,
     "setenv(oom_x, 'value of it'), getenv(oom_x, V), V == 'value of it', unsetenv(oom_x), environ(En), En = [_|_], working_directory(D, D), absolute_file_name('a/../b.pl', Ab), atom(Ab), directory_files(D, Fs), Fs = [_|_],"
     "file_base_name('/a/b.c', 'b.c'), file_directory_name('/a/b.c', '/a'), file_name_extension(Ba, pl, 'x.pl'), Ba == x, tmp_file(oom, TF), atom(TF), statistics(atoms, NA), integer(NA), findall(K, statistics_key(K), _)"},
    {"messages", true,
     "catch_with_backtrace(deep_error(5), error(type_error(_, _), _), true), print_message(error, error(type_error(integer, abc), context(foo/1, _))), print_message(warning, format('text ~w', [x])), print_message(silent, none),"
     "catch(call_with_depth_limit(deep_error(5), 100, _), error(type_error(_, _), _), true)"},
    {"references", false,
     "assertz(cc(1), R1), assertz(cc(2), R2), clause(H, true, R1), H == cc(1), findall(R, clause(cc(_), true, R), [R1, R2]), erase(R1), \\+ catch(clause(_, _, R1), _, fail), nth_clause_or_true(R2), retract(cc(2)), \\+ cc(_)"},
    {"more libraries", true,
     "use_module(library(ugraphs)), vertices_edges_to_ugraph([a], [a-b], U), top_sort(U, [a, b]), use_module(library(rbtrees)), list_to_rbtree([k-v], T), rb_lookup(k, v, T), use_module(library(heaps)), list_to_heap([1-a], Hp), get_from_heap(Hp, 1, a, _),"
     "use_module(library(solution_sequences)), findall(X, limit(2, member(X, [1, 2, 3])), [1, 2]), use_module(library(option)), option(a(A), [a(1)]), A == 1, use_module(library(gensym)), gensym(g, G), atom(G), use_module(library(date)), format_time(atom(_), '%Y', 0)"},
    {"big clauses", false,
     "numlist(1, 700, L), T =.. [big|L], assertz(holds(T, L)), holds(T2, L2), L2 == L, functor(T2, big, 700), length(Vs, 600), C =.. [vars|Vs], assertz((wide(X) :- X = C, C = C)), wide(W), functor(W, vars, 600), retract(holds(_, _)), clause(wide(_), _),"
     "findall(G, (member(_, [1]), G = L), [L]), catch(throw(T), Big, functor(Big, big, 700)) -> true ; true"},
};
/* clang-format on */

/* What scenarios call; asserted before the machines are forked. */
static const char *const helpers[] = {
    "deep(0, end)",
    "(deep(N, f(T, N)) :- N > 0, M is N - 1, deep(M, T))",
    "(loop :- loop)",
    "(long_list(0, []) :- !)",
    "(long_list(N, [N|T]) :- M is N - 1, long_list(M, T))",
    "(garbage(0, 0) :- !)",
    "(garbage(N, S) :- M is N - 1, _ = g(N, M, [N]), garbage(M, R), S is R + 1)",
    "(fact_to(0, 1) :- !)",
    "(fact_to(N, F) :- M is N - 1, fact_to(M, G), F is N * G)",
    "(gcd_is(G) :- G is gcd(2 ^ 90 * 3 ^ 5, 2 ^ 100 * 5 ^ 50))",
    "(number_vars_do :- T = f(_, _), numbervars(T, 0, 2))",
    "(erase_one :- assertz(gone(1)), clause(gone(1), true, R), erase(R), \\+ clause(gone(_), _))",
    "(tab_variant :- copy_term(f(A, B, A), f(C, D, E)), C == E, A \\== C, B \\== D)",
    "same(X, X)",
    "(statistics_key(K) :- member(K, [runtime, cputime, process_cputime, walltime, inferences, globalused]), statistics(K, _))",
    "(deep_error(0) :- atom_length(f(x), _), true)",
    "(deep_error(N) :- N > 0, M is N - 1, deep_error(M), true)",
    "(nth_clause_or_true(R) :- ( catch(nth_clause(_, N, R), _, fail) -> N == 1 ; true ))",
    "(bump :- nb_getval(done, D), D1 is D + 1, nb_setval(done, D1))",
    "(named(P, N, A) :- number_codes(N, Cs), atom_codes(B, Cs), atom_concat(P, B, A))",
    "(have(G) :- ( call(G) -> true ; throw(error(missing(G), _)) ))",
    "(open_text(T, S) :- open_string(T, S))",
    "(read_line(S, A) :- read_line_to_string(S, T), atom_string(A, T))",
    "(set_stream_position_if(S, P) :- catch(set_stream_position(S, P), error(permission_error(_, _, _), _), true))",
    "(count_terms(S, N, C) :- read(S, T), ( T == end_of_file -> C = N ; M is N + 1, count_terms(S, M, C) ))",
    "(nb_set_do :- empty_nb_set(S), add_nb_set(a, S, true), add_nb_set(a, S, false))",
    "(system_like(X) :- X = 1)",
};

static const char program_text[] = ":- dynamic(loaded_dynamic/1).\n"
                                   "loaded_fact(1, a).\nloaded_fact(2, b).\nloaded_fact(3, c).\n"
                                   "loaded_rule(X, Y) :- loaded_fact(X, _), !, Y is X * 2.\n"
                                   "loaded_grammar(N) --> \"a\", !, loaded_grammar(M), { N is M + 1 }.\nloaded_grammar(0) --> [].\n"
                                   ":- initialization(assertz(loaded_dynamic(x))).\n"
                                   ":- if(true).\n:- op(700, xfx, ~~>).\nloaded_op(a ~~> b).\n:- endif.\n"
                                   ":- assertz(oom_module:exported(1)).\n";

/* What every machine must still be able to do. */
static const char simple_goal[] =
    "atom_length(abc, 3), X is 2 ^ 100, X > 0, findall(Y, member(Y, [a, b]), [a, b]), catch(throw(z), z, true), "
    "assertz(after(1)), after(1), retract(after(1)), atom_concat(ab, cd, abcd)";

/* ---- memory of the host: what is taken and not given back ---- */

typedef struct Host {
    size_t blocks, bytes;
} Host;

static void *host_alloc(void *user, size_t bytes)
{
    Host *host = user;
    void *p = malloc(bytes);
    if (p)
        host->blocks++, host->bytes += bytes;
    return p;
}

static void host_free(void *user, void *p, size_t bytes)
{
    Host *host = user;
    host->blocks--, host->bytes -= bytes;
    free(p);
}

/* ---- machines and goals ---- */

typedef struct World {
    Host host;
    Machine *m;
    Engine *e;
    char folder[64];
} World;

/* A machine whose k-th request fails (0: none). False: it was refused. */
static bool open_machine(World *w, uint64_t k, bool fail_on)
{
    Alloc alloc;
    alloc_init(&alloc);
    alloc.host_alloc = host_alloc;
    alloc.host_free = host_free;
    alloc.user = &w->host;
    alloc.limit = MEMORY;
    alloc.fail_at = k;
    alloc.fail_on = fail_on;
    w->m = machine_new_on(&alloc);
    w->e = w->m ? machine_boot(w->m) : NULL;
    return w->e != NULL;
}

/* Runs run_text(Text), or assertz(Term read from Text). */
static Status run_goal(World *w, const char *text)
{
    Store *s = &w->e->store;
    engine_reset(w->e);
    Cell goal = heap_push_struct(s, cell_from_functor(atom_intern_string(&w->m->atoms, "oom_run"), 1));
    uint32_t name = atom_intern_string(&w->m->atoms, text);
    if (name == ATOM_NONE) {
        fprintf(stderr, "oom: the goal has no room\n");
        _Exit(EXIT_FAILURE);
    }
    str_cells(goal)[1] = cell_from_atom(name);
    engine_start(w->e, w->m->program.user, goal);
    return engine_run(w->e);
}

/* oom_run(Text) :- term_to_atom(Goal, Text), call(Goal). */
static bool make_runner(World *w)
{
    AtomTable *atoms = &w->m->atoms;
    Store *s = &w->e->store;
    Cell clause = heap_push_struct(s, cell_from_functor(ATOM_neck, 2)),
         head = heap_push_struct(s, cell_from_functor(atom_intern_string(atoms, "oom_run"), 1)),
         body = heap_push_struct(s, cell_from_functor(ATOM_CHAR(','), 2)),
         read = heap_push_struct(s, cell_from_functor(atom_intern_string(atoms, "term_to_atom"), 2)),
         call = heap_push_struct(s, cell_from_functor(ATOM_call, 1)), goal = heap_push_var(s), text = heap_push_var(s),
         assertion = heap_push_struct(s, cell_from_functor(atom_intern_string(atoms, "assertz"), 1));
    str_cells(clause)[1] = head, str_cells(clause)[2] = body;
    str_cells(head)[1] = text;
    str_cells(body)[1] = read, str_cells(body)[2] = call;
    str_cells(read)[1] = goal, str_cells(read)[2] = text;
    str_cells(call)[1] = goal;
    str_cells(assertion)[1] = clause;
    engine_start(w->e, w->m->program.user, assertion);
    return engine_run(w->e) == ST_TRUE;
}

static bool add_helpers(World *w)
{
    char text[1024];
    if (!make_runner(w))
        return false;
    for (size_t i = 0; i < ARRAY_LENGTH(helpers); i++) {
        snprintf(text, sizeof text, "assertz(%s)", helpers[i]);
        if (run_goal(w, text) != ST_TRUE) {
            fprintf(stderr, "oom: %s\n", text);
            return false;
        }
    }
    snprintf(text, sizeof text, "assertz(oom_file('%s/file')), assertz(oom_program('%s/program.pl'))", w->folder, w->folder);
    return run_goal(w, text) == ST_TRUE;
}

static bool write_program(const World *w)
{
    char path[128];
    snprintf(path, sizeof path, "%s/program.pl", w->folder);
    FILE *f = fopen(path, "w");
    return f && fputs(program_text, f) >= 0 && fclose(f) == 0;
}

/* ---- one run ---- */

enum { RUN_GOOD = 0, RUN_BAD = 10 };

static void tell_term(World *w, Cell term)
{
    Buf text;
    WriteOptions options = {.ops = &w->m->program.system->ops, .quoted = true};
    buf_init(&text, &w->m->alloc);
    (void)term_write(&w->e->store, term, &options, sink_from_buf(&text));
    fprintf(stderr, "oom: error %.*s\n", (int)text.length, text.data ? text.data : "");
    buf_free(&text);
}

/* What an uncaught error says must be an error term, and resource_error(_) unless others may follow. */
static bool error_is_right(World *w, bool other_errors)
{
    Engine *e = w->e;
    if (!e->ball_record) {
        fprintf(stderr, "oom: an error without a ball\n");
        return false;
    }
    engine_reset(e);
    Cell ball = cell_deref(record_push(&e->store, e->ball_record));
    bool is_error = cell_is_str(ball) && str_functor(ball) == cell_from_functor(ATOM_error, 2);
    Cell formal = is_error ? cell_deref(str_cells(ball)[1]) : 0;
    bool is_resource = is_error && cell_is_str(formal) && str_functor(formal) == cell_from_functor(ATOM_resource_error, 1);
    if (is_resource || (is_error && other_errors))
        return true;
    tell_term(w, ball);
    return false;
}

static bool give_back(World *w)
{
    machine_free(w->m);
    if (w->host.blocks == 0 && w->host.bytes == 0)
        return true;
    fprintf(stderr, "oom: %zu blocks of %zu bytes were not given back\n", w->host.blocks, w->host.bytes);
    return false;
}

/* The machine after all: it works, and gives everything back. */
static bool prove(World *w)
{
    w->m->alloc.fail_at = 0;
    Status s = run_goal(w, simple_goal);
    if (s != ST_TRUE) {
        fprintf(stderr, "oom: afterwards a simple goal %s\n", s == ST_ERROR ? "raises" : "fails");
        if (s == ST_ERROR)
            (void)error_is_right(w, false);
    }
    return give_back(w) && s == ST_TRUE;
}

static int run_boot(World *w, uint64_t k, bool fail_on)
{
    World fresh = {.host = {0, 0}};
    bool good;
    (void)w;
    if (open_machine(&fresh, k, fail_on)) {
        fresh.m->alloc.fail_at = 0;
        good = make_runner(&fresh);
        if (!good)
            fprintf(stderr, "oom: the machine has started and does not work\n");
        good = good && prove(&fresh);
    } else {
        if (fresh.m)
            machine_free(fresh.m);
        good = fresh.host.blocks == 0;
        if (!good)
            fprintf(stderr, "oom: %zu blocks of a machine that was refused were not given back\n", fresh.host.blocks);
    }
    return good ? RUN_GOOD : RUN_BAD;
}

static int run_scenario(World *w, const Scenario *scenario, uint64_t k, bool fail_on)
{
    if (!scenario->goal)
        return run_boot(w, k, fail_on);
    (void)atom_intern_string(&w->m->atoms, scenario->goal); /* before anything fails */
    w->m->alloc.fail_on = fail_on;
    w->m->alloc.fail_at = k;
    Status s = run_goal(w, scenario->goal);
    bool has_failed = w->m->alloc.failures > 0;
    w->m->alloc.fail_at = 0;
    bool good = s == ST_TRUE;
    if (s == ST_ERROR) {
        good = error_is_right(w, scenario->other_errors) && has_failed;
        if (!has_failed)
            fprintf(stderr, "oom: an error without reason\n"), tell_term(w, cell_deref(record_push(&w->e->store, w->e->ball_record)));
    } else if (s != ST_TRUE) {
        fprintf(stderr, "oom: a wrong answer\n");
    }
    return prove(w) && good ? RUN_GOOD : RUN_BAD;
}

/* How many requests a scenario makes when none fails. */
static uint64_t count_requests(World *w, const Scenario *scenario)
{
    static const uint64_t many = UINT64_MAX;
    World fresh = {.host = {0, 0}};
    if (!scenario->goal)
        return open_machine(&fresh, many, false) ? many - fresh.m->alloc.fail_at : 0;
    (void)atom_intern_string(&w->m->atoms, scenario->goal);
    w->m->alloc.fail_at = many;
    Status s = run_goal(w, scenario->goal);
    if (s != ST_TRUE)
        fprintf(stderr, "oom: %s: the goal %s when nothing fails\n", scenario->name, s == ST_ERROR ? "raises" : "fails");
    if (s == ST_ERROR)
        tell_term(w, cell_deref(record_push(&w->e->store, w->e->ball_record)));
    return s == ST_TRUE ? many - w->m->alloc.fail_at : 0;
}

/* ---- runs as processes ---- */

static void redirect(const World *w)
{
    char path[128];
    snprintf(path, sizeof path, "%s/stderr", w->folder);
    if (!freopen("/dev/null", "r", stdin) || !freopen("/dev/null", "w", stdout) || !freopen(path, "w", stderr))
        _exit(RUN_BAD);
    setvbuf(stderr, NULL, _IONBF, 0);
}

/* The lines on stderr of the last run. */
static void tell_stderr(const World *w)
{
    char path[128], line[300];
    snprintf(path, sizeof path, "%s/stderr", w->folder);
    FILE *f = fopen(path, "r");
    for (int i = 0; f && i < LINES_OF_STDERR && fgets(line, sizeof line, f); i++)
        printf("    %s%s", line, strchr(line, '\n') ? "" : "\n");
    if (f)
        fclose(f);
}

/* The exit status of a run in a process of its own; negative: the signal that ended it. */
static int run_apart(World *w, const Scenario *scenario, uint64_t k, bool fail_on)
{
    int status;
    fflush(stdout);
    pid_t child = fork();
    if (child == 0) {
        struct rlimit no_core = {0, 0};
        (void)setrlimit(RLIMIT_CORE, &no_core);
        redirect(w);
        alarm(RUN_SECONDS);
        _exit(run_scenario(w, scenario, k, fail_on));
    }
    if (child < 0 || waitpid(child, &status, 0) != child)
        return RUN_BAD;
    return WIFSIGNALED(status) ? -WTERMSIG(status) : WEXITSTATUS(status);
}

/* Counts requests in a process of its own, which leaves this machine as it is. */
static uint64_t count_apart(World *w, const Scenario *scenario)
{
    int ends[2], status;
    uint64_t count = 0;
    fflush(stdout);
    if (pipe(ends) != 0)
        return 0;
    pid_t child = fork();
    if (child == 0) {
        redirect(w);
        count = count_requests(w, scenario);
        _exit(write(ends[1], &count, sizeof count) == sizeof count ? 0 : RUN_BAD);
    }
    close(ends[1]);
    if (child < 0 || read(ends[0], &count, sizeof count) != sizeof count)
        count = 0;
    close(ends[0]);
    if (child > 0)
        (void)waitpid(child, &status, 0);
    return count;
}

/* ---- all ---- */

typedef struct Totals {
    size_t passed, failed;
} Totals;

/* Tries one in `every` of the requests; with 0, QUICK_RUNS of them. */
static void try_all(World *w, const Scenario *scenario, uint64_t every, bool verbose, Totals *totals)
{
    uint64_t requests = count_apart(w, scenario);
    uint64_t stride = every != 0 ? every : requests > QUICK_RUNS ? requests / QUICK_RUNS : 1;
    size_t failed = 0, passed = 0;
    if (requests == 0) {
        printf("%s: does not run\n", scenario->name);
        tell_stderr(w);
        totals->failed++;
        return;
    }
    for (unsigned fail_on = 0; fail_on <= 1; fail_on++) {
        for (uint64_t k = 1; k <= requests; k += stride) {
            int status = run_apart(w, scenario, k, fail_on);
            if (status == RUN_GOOD) {
                passed++;
                continue;
            }
            if (failed++ < FAILURES_TOLD) {
                printf("%s: request %s%llu: ", scenario->name, fail_on ? "-" : "", (unsigned long long)k);
                printf(status < 0 ? "signal %d\n" : "status %d\n", status < 0 ? -status : status);
                tell_stderr(w);
            }
        }
    }
    if (verbose || failed)
        printf("%s: %llu requests: %zu passed, %zu failed\n", scenario->name, (unsigned long long)requests, passed, failed);
    totals->passed += passed;
    totals->failed += failed;
}

static void remove_folder(const World *w)
{
    static const char *const names[] = {"stderr", "file", "program.pl"};
    char path[128];
    for (size_t i = 0; i < ARRAY_LENGTH(names); i++) {
        snprintf(path, sizeof path, "%s/%s", w->folder, names[i]);
        (void)unlink(path);
    }
    (void)rmdir(w->folder);
}

int main(int argc, char **argv)
{
    World w = {.folder = "/tmp/horn-oom-XXXXXX"};
    Totals totals = {0, 0};
    bool verbose = false;
    uint64_t every = 1;
    const char *only = NULL;
    long long at = 0;
    for (int i = 1; i < argc; i++) {
        if (strcmp(argv[i], "--quick") == 0)
            every = 0;
        verbose = verbose || strcmp(argv[i], "--verbose") == 0;
        if (strcmp(argv[i], "--only") == 0 && i + 1 < argc)
            only = argv[++i];
        else if (strcmp(argv[i], "--every") == 0 && i + 1 < argc)
            every = (uint64_t)max_int64(1, atoll(argv[++i]));
        else if (strcmp(argv[i], "--at") == 0 && i + 1 < argc)
            at = atoll(argv[++i]);
    }
    if (!mkdtemp(w.folder) || !write_program(&w) || !open_machine(&w, 0, false) || !add_helpers(&w)) {
        fprintf(stderr, "oom: no machine to try things on\n");
        return EXIT_FAILURE;
    }
    for (size_t i = 0; i < ARRAY_LENGTH(scenarios); i++) {
        if (only && strcmp(only, scenarios[i].name) != 0)
            continue;
        if (at != 0)
            return run_scenario(&w, &scenarios[i], (uint64_t)llabs(at), at < 0);
        try_all(&w, &scenarios[i], every, verbose, &totals);
    }
    machine_free(w.m);
    remove_folder(&w);
    printf("%zu passed, %zu failed\n", totals.passed, totals.failed);
    return totals.failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
