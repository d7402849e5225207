/* clause_fixture.h - a machine whose builtins are there, a reader, and short ways to compile and decompile.
 * SPDX-License-Identifier: MIT
 */
#ifndef HORN_TEST_CLAUSE_FIXTURE_H
#define HORN_TEST_CLAUSE_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/os.h"
#include "builtins/builtin.h"
#include "compile/compile.h"
#include "compile/decompile.h"
#include "syntax/parser.h"
#include "syntax/writer.h"
#include "term/compare.h"
#include "vm/engine.h"

typedef struct ClauseFixture {
    Machine *machine;
    Engine *engine;
    Store *store;
    Reader reader;
    Buf out;
    ReadOptions read;
    Module *user;
} ClauseFixture;

static inline void clause_open(ClauseFixture *f)
{
    f->machine = machine_new(MIB(1024));
    assert_non_null(f->machine);
    assert_true(builtins_install(f->machine));
    f->engine = engine_new(f->machine, f->machine->memory_limit);
    assert_non_null(f->engine);
    f->store = &f->engine->store;
    f->user = f->machine->program.user;
    reader_init(&f->reader, &f->machine->alloc, &f->machine->atoms);
    buf_init(&f->out, &f->machine->alloc);
    f->read = (ReadOptions){.ops = &f->user->ops, .double_quotes = QUOTES_CHARS, .back_quotes = QUOTES_CODES};
}

static inline void clause_close(ClauseFixture *f)
{
    reader_free(&f->reader);
    buf_free(&f->out);
    machine_free(f->machine);
}

static inline Cell read_term(ClauseFixture *f, const char *text)
{
    ReadStatus status = reader_read_text(&f->reader, text, strlen(text), &f->read);
    if (status != READ_OK)
        fail_msg("%s: %s", f->reader.error.what, text);
    assert_true(heap_has(f->store, f->reader.builder.count));
    return reader_push_term(&f->reader, f->store);
}

/* What a term is written as; valid until the next call. */
static inline const char *written(ClauseFixture *f, Cell term)
{
    WriteOptions options = {.ops = &f->user->ops, .quoted = true, .numbervars = true, .max_depth = 0};
    buf_clear(&f->out);
    assert_int_equal(term_write(f->store, term, &options, sink_from_buf(&f->out)), WRITE_OK);
    return buf_terminate(&f->out);
}

static inline bool is_functor(Cell c, uint32_t name, uint32_t arity)
{
    return cell_is_str(c) && str_functor(c) == cell_from_functor(name, arity);
}

static inline void split_clause(Cell clause, Cell *head, Cell *body)
{
    clause = cell_deref(clause);
    bool rule = is_functor(clause, ATOM_neck, 2);
    *head = rule ? cell_deref(str_cells(clause)[1]) : clause;
    *body = rule ? cell_deref(str_cells(clause)[2]) : cell_from_atom(ATOM_true);
}

/* Compiles a clause for a predicate of module user, without adding it. */
static inline CompileStatus compile_term(ClauseFixture *f, Cell term, Clause **clause)
{
    Cell head, body;
    split_clause(term, &head, &body);
    Pred *pred = pred_intern(&f->machine->program, f->user, callable_functor(head));
    assert_non_null(pred);
    Compiler compiler = {.program = &f->machine->program, .arith = &f->machine->arith, .store = f->store};
    return compile_clause(&compiler, pred, f->user, head, body, clause);
}

static inline Status decompile(ClauseFixture *f, const Clause *clause, Cell *head, Cell *body)
{
    return decompile_clause(&f->machine->program, &f->machine->arith, f->store, clause, head, body);
}

static inline Cell pair_of(ClauseFixture *f, Cell a, Cell b)
{
    assert_true(heap_has(f->store, 2));
    return heap_push_pair(f->store, a, b);
}

#endif
