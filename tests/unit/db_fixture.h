/* db_fixture.h - a program to test with, and clauses made by hand.
 * SPDX-License-Identifier: MIT
 */
#ifndef HORN_TEST_DB_FIXTURE_H
#define HORN_TEST_DB_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "db/index_int.h"
#include "db/module.h"

typedef struct Fixture {
    Alloc alloc;
    AtomTable atoms;
    Program program;
} Fixture;

static inline void fixture_open(Fixture *f)
{
    alloc_init(&f->alloc);
    assert_true(atom_table_init(&f->atoms, &f->alloc, 1));
    assert_true(program_init(&f->program, &f->alloc, &f->atoms, 2));
}

/* Frees all and checks that nothing is left. */
static inline void fixture_close(Fixture *f)
{
    program_free(&f->program);
    atom_table_free(&f->atoms);
    assert_int_equal(f->alloc.used, 0);
}

static inline uint32_t fixture_atom(Fixture *f, const char *text)
{
    uint32_t atom = atom_intern_string(&f->atoms, text);
    assert_int_not_equal(atom, ATOM_NONE);
    return atom;
}

static inline Pred *fixture_pred(Fixture *f, const char *name, uint32_t arity)
{
    Pred *pred = pred_intern(&f->program, f->program.user, cell_from_functor(fixture_atom(f, name), arity));
    assert_non_null(pred);
    return pred;
}

/* A fact whose arguments are atoms, 32-bit integers or 0 for variables. NULL: memory. */
static inline Clause *fixture_fact(Program *p, Pred *pred, const Cell *args)
{
    Code code[65];
    size_t n = 0;
    for (unsigned i = 0; i < pred_arity(pred); i++) {
        if (cell_is_atom(args[i]))
            code[n++] = code_make_imm(I_GET_ATOM, i * 8, (int32_t)cell_atom(args[i]));
        else if (cell_is_int(args[i]))
            code[n++] = code_make_imm(I_GET_INT, i * 8, (int32_t)cell_int(args[i]));
    }
    code[n++] = code_make(I_PROCEED, 0, 0, 0);
    Clause *c = clause_new(p, pred, n, 0, 0);
    if (c) {
        memcpy(c->code, code, n * sizeof code[0]);
        c->flags = CLAUSE_FACT;
    }
    return c;
}

/* Adds such a fact; NULL: memory. */
static inline Clause *fixture_add(Program *p, Pred *pred, const Cell *args, bool at_end)
{
    Clause *c = fixture_fact(p, pred, args);
    if (!c || pred_add_clause(p, pred, c, at_end))
        return c;
    clause_free(p, c);
    return NULL;
}

/* A clause of given code words. */
static inline Clause *fixture_clause(Program *p, Pred *pred, const Code *code, size_t words, const Cell *constants, size_t cells)
{
    Clause *c = clause_new(p, pred, words, cells, 0);
    assert_non_null(c);
    memcpy(c->code, code, words * sizeof *code);
    if (cells > 0)
        memcpy(clause_constants(c), constants, cells * sizeof *constants);
    return c;
}

static inline size_t candidates_count(Candidates c)
{
    return (size_t)(c.end - c.next);
}

static inline uint64_t random_next(uint64_t *state)
{
    *state = *state * 6364136223846793005u + 1442695040888963407u;
    return *state >> 33;
}

#endif
