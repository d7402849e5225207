/* syntax_fixture.h - a reader, operators and a store, for the tests of syntax.
 * SPDX-License-Identifier: MIT
 */
#ifndef HORN_TEST_SYNTAX_FIXTURE_H
#define HORN_TEST_SYNTAX_FIXTURE_H

#include "term_fixture.h"

#include <stdio.h>

#include "syntax/parser.h"
#include "syntax/writer.h"
#include "term/compare.h"

typedef struct SyntaxFixture {
    Fixture base;
    OpTable ops;
    Reader reader;
    Buf out;
    ReadOptions read;
    WriteOptions write;
    Cell term;              /* of the last read */
    Cell seen[16];          /* variables that syntax_echo has met, which it calls _0, _1, ... */
    size_t seen_count;
    char name[8];
} SyntaxFixture;

static inline void syntax_open(SyntaxFixture *f)
{
    fixture_open(&f->base);
    op_table_init(&f->ops, &f->base.alloc, NULL);
    assert_true(op_table_add_defaults(&f->ops, &f->base.atoms));
    reader_init(&f->reader, &f->base.alloc, &f->base.atoms);
    buf_init(&f->out, &f->base.alloc);
    f->read = (ReadOptions){.ops = &f->ops, .double_quotes = QUOTES_CHARS, .back_quotes = QUOTES_CODES};
    f->write = (WriteOptions){.ops = &f->ops, .quoted = true, .numbervars = true};
    f->term = cell_from_int(0);
}

static inline void syntax_close(SyntaxFixture *f)
{
    op_table_free(&f->ops);
    reader_free(&f->reader);
    buf_free(&f->out);
    fixture_close(&f->base);
}

/* Empties the heap. */
static inline void syntax_reset(SyntaxFixture *f)
{
    f->base.store.H = f->base.store.heap_base;
}

/* op(priority, type, name) with the type by its name. */
static inline void syntax_op(SyntaxFixture *f, unsigned priority, const char *type_name, const char *name)
{
    OpType type;
    assert_true(op_type_from_name(type_name, strlen(type_name), &type));
    assert_true(op_table_set(&f->ops, atom_intern_string(&f->base.atoms, name), priority, type));
}

/* Reads text, with or without its end token, to f->term. */
static inline ReadStatus syntax_read(SyntaxFixture *f, const char *text, size_t bytes)
{
    ReadStatus status = reader_read_text(&f->reader, text, bytes, &f->read);
    if (status == READ_OK) {
        assert_true(heap_has(&f->base.store, f->reader.builder.count));
        f->term = reader_push_term(&f->reader, &f->base.store);
    }
    return status;
}

/* What a term is written as; valid until the next call. */
static inline const char *syntax_write(SyntaxFixture *f, Cell term)
{
    buf_clear(&f->out);
    assert_int_equal(term_write(&f->base.store, term, &f->write, sink_from_buf(&f->out)), WRITE_OK);
    return buf_terminate(&f->out);
}

static inline bool syntax_name_variable(void *user, Cell variable, TextSpan *name)
{
    SyntaxFixture *f = user;
    size_t i = 0;
    while (i < f->seen_count && f->seen[i] != variable)
        i++;
    assert_true(i < sizeof f->seen / sizeof *f->seen);
    f->seen[i] = variable;
    f->seen_count += i == f->seen_count;
    *name = (TextSpan){f->name, (size_t)snprintf(f->name, sizeof f->name, "_%u", (unsigned)i)};
    return true;
}

/* writeq of what text reads as, or the name of the syntax error. */
static inline const char *syntax_echo(SyntaxFixture *f, const char *text)
{
    const char *echo;
    switch (syntax_read(f, text, strlen(text))) {
    case READ_OK:
        f->seen_count = 0;
        f->write.name_variable = syntax_name_variable;
        f->write.name_user = f;
        echo = syntax_write(f, f->term);
        f->write.name_variable = NULL;
        return echo;
    case READ_EOF: return "EOF";
    case READ_SYNTAX_ERROR: return f->reader.error.what;
    default: return "FAILED";
    }
}

#endif
