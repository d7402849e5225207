/* vm_threads.c - machines of several threads share nothing: each gives the same answers as it would alone; one thread interrupts others.
 *
 * Built with the thread sanitizer (tests/stress/run), a process global would be found here.
 *
 * SPDX-License-Identifier: MIT
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "boot/boot.h"
#include "vm/run.h"

#define THREADS 4u
#define ROUNDS  3

/* A bit of everything: clauses, atoms, collections, numbers, text, streams, errors, files of the library, time. */
static const char *const goals[] = {
    "numlist(1, 2000, L), foldl([X, A0, A]>>(A is A0 + X), L, 0, 2001000), msort(L, L), length(L, 2000)",
    "forall(between(1, 500, N), assertz(fact(N, f(N)))), fact(400, f(400)), retractall(fact(_, _)), \\+ fact(_, _)",
    "forall(between(1, 3000, N), (atom_number(A, N), atom_concat(thread_, A, B), atom_length(B, _))), garbage_collect, "
    "garbage_collect_atoms",
    "X is 3 ^ 500 mod 1000000007, X =:= powm(3, 500, 1000000007), Y is sqrt(2.0) + pi, number_codes(Y, C), number_codes(Z, C), Z =:= Y",
    "format(atom(A), '~w ~q ~a ~e ~4f ~D~t~30|x', [f(X), 'A b', abc, 1.5, 2.25, 1234567]), atom_length(A, N), N > 30",
    "term_to_atom(T, 'foo(X, \"text\", [1, 2.5, 0''c|X], {a})'), copy_term(T, U), U =@= T, open_null_stream(S), print(S, T), close(S)",
    "catch(atom_length(_, _), error(instantiation_error, _), true), catch(call(1), error(type_error(_, _), _), true), \\+ catch(fail, _, "
    "true)",
    "list_to_assoc([a-1, b-2], T), get_assoc(b, T, 2), split_string(\"a,b,c\", \",\", \"\", P), length(P, 3), sort(0, @>=, [1, 2], [2, 1])",
    "get_time(T), T > 0, format_time(atom(A), '%Y-%m-%d', 0), atom_length(A, 10), current_prolog_flag(bounded, false), random(R), R < 1",
    "op(700, xfx, ===>), term_to_atom(X, 'a ===> b'), X =.. [_, a, b], current_op(P, _, ===>), P == 700, setof(K, member(K, [c, a, b]), "
    "[a, b, c])",
    "call_with_depth_limit(true, 10, _), call_with_inference_limit(true, 1000, _), catch(call_with_time_limit(0.01, repeat_forever), E, "
    "true), nonvar(E)",
};

typedef struct Worker {
    pthread_t thread;
    _Atomic(Engine *) looping; /* an engine that waits for an interrupt */
    atomic_bool interrupted;   /* and nobody uses it any more */
    _Atomic(const char *) failed; /* what went wrong, or NULL */
} Worker;

/* Runs the goal that a text holds. */
static Status run_text(Engine *e, const char *text)
{
    AtomTable *atoms = &e->machine->atoms;
    Store *s = &e->store;
    engine_reset(e);
    Cell goal = heap_push_struct(s, cell_from_functor(ATOM_CHAR(','), 2)),
         read = heap_push_struct(s, cell_from_functor(atom_intern_string(atoms, "term_to_atom"), 2)),
         call = heap_push_struct(s, cell_from_functor(ATOM_call, 1)), variable = heap_push_var(s);
    str_cells(goal)[1] = read, str_cells(goal)[2] = call;
    str_cells(read)[1] = variable, str_cells(read)[2] = cell_from_atom(atom_intern_string(atoms, text));
    str_cells(call)[1] = variable;
    engine_start(e, e->machine->program.user, goal);
    return engine_run(e);
}

static const char *use_machine(Worker *w, Engine *e)
{
    if (run_text(e, "assertz((repeat_forever :- repeat, fail)), dynamic(fact/2)") != ST_TRUE)
        return "helpers";
    for (int round = 0; round < ROUNDS; round++)
        for (size_t i = 0; i < ARRAY_LENGTH(goals); i++)
            if (run_text(e, goals[i]) != ST_TRUE)
                return goals[i];
    atomic_store(&w->looping, e);
    if (run_text(e, "catch(repeat_forever, B, B == '$aborted')") != ST_TRUE)
        return "interrupt";
    while (!atomic_load(&w->interrupted))
        sched_yield();
    return NULL;
}

static void *work(void *argument)
{
    Worker *w = argument;
    Machine *m = machine_new(MIB(256));
    Engine *e = m ? machine_boot(m) : NULL;
    atomic_store(&w->failed, e ? use_machine(w, e) : "boot");
    if (m)
        machine_free(m);
    return NULL;
}

static void test_threads(void **state)
{
    (void)state;
    static Worker workers[THREADS];
    setenv("TZ", "UTC", 1); /* what the C library keeps for all threads, under a lock that the sanitizer does not see, is there then */
    tzset();
    for (size_t i = 0; i < THREADS; i++)
        assert_int_equal(pthread_create(&workers[i].thread, NULL, work, &workers[i]), 0);
    for (size_t i = 0; i < THREADS; i++) {
        Engine *e;
        while (!(e = atomic_load(&workers[i].looping)) && !atomic_load(&workers[i].failed))
            sched_yield();
        if (e)
            engine_interrupt(e);
        atomic_store(&workers[i].interrupted, true);
    }
    for (size_t i = 0; i < THREADS; i++) {
        assert_int_equal(pthread_join(workers[i].thread, NULL), 0);
        const char *failed = atomic_load(&workers[i].failed);
        if (failed)
            fprintf(stderr, "thread %zu: %s\n", i, failed);
        assert_null(failed);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_threads)};
    return cmocka_run_group_tests_name("vm_threads", tests, NULL, NULL);
}
