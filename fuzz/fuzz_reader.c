/* fuzz_reader.c - any bytes through the reader; what reads is written, read again, and must be the same term.
 * SPDX-License-Identifier: MIT
 *
 * The first byte chooses the flags. The rest is read twice: clause by clause from a stream, and, when it is valid UTF-8, as one text
 * and as a number.
 */
#include <stdio.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "syntax/parser.h"
#include "syntax/writer.h"
#include "term/compare.h"

#define HEAP_CELLS  ((size_t)1 << 17)
#define TRAIL_CELLS ((size_t)1 << 12)

typedef struct Fuzz {
    Alloc alloc;
    AtomTable atoms;
    Store store;
    OpTable ops;
    Reader reader;
    ReadOptions read;
    WriteOptions write;
} Fuzz;

static void require(bool condition, const char *what)
{
    if (!condition) {
        fprintf(stderr, "fuzz_reader: %s\n", what);
        abort();
    }
}

static void open_store(Store *s, Alloc *alloc, AtomTable *atoms)
{
    Cell *heap = malloc(HEAP_CELLS * sizeof *heap), *trail = malloc(TRAIL_CELLS * sizeof *trail);
    require(heap != NULL && trail != NULL, "no memory");
    *s = (Store){.H = heap,
                 .HB = heap,
                 .TR = trail,
                 .heap_base = heap,
                 .heap_soft = heap + HEAP_CELLS,
                 .heap_end = heap + HEAP_CELLS,
                 .heap_top = heap + HEAP_CELLS,
                 .trail_base = trail,
                 .trail_end = trail + TRAIL_CELLS,
                 .atoms = atoms,
                 .alloc = alloc};
}

static void open_fuzz(Fuzz *f, uint8_t flags)
{
    alloc_init(&f->alloc);
    require(atom_table_init(&f->atoms, &f->alloc, 1), "no memory");
    open_store(&f->store, &f->alloc, &f->atoms);
    op_table_init(&f->ops, &f->alloc, NULL);
    require(op_table_add_defaults(&f->ops, &f->atoms), "no memory");
    static const struct {
        const char *name;
        unsigned priority;
        OpType type;
    } more[] = {{"fy", 9, OP_FY},  {"yf", 9, OP_YF},   {"yfx", 9, OP_YFX}, {"xfy", 9, OP_XFY},
                {"p", 200, OP_FY}, {"p", 200, OP_XFY}, {"e", 200, OP_XF}};
    for (size_t i = 0; i < ARRAY_LENGTH(more); i++)
        require(op_table_set(&f->ops, atom_intern_string(&f->atoms, more[i].name), more[i].priority, more[i].type), "no memory");
    reader_init(&f->reader, &f->alloc, &f->atoms);
    f->read = (ReadOptions){.ops = &f->ops,
                            .double_quotes = (QuoteMode)(flags & 3),
                            .back_quotes = (QuoteMode)(flags >> 2 & 3),
                            .var_prefix = flags & 16,
                            .lenient = flags & 64,
                            .positions = flags & 128,
                            .comments = flags & 128};
    f->write = (WriteOptions){.ops = &f->ops, .quoted = true, .ignore_ops = flags & 32, .text_as_string = (flags & 3) == QUOTES_CHARS};
}

static void close_fuzz(Fuzz *f)
{
    op_table_free(&f->ops);
    reader_free(&f->reader);
    free(f->store.heap_base);
    free(f->store.trail_base);
    store_trim_scratch(&f->store, 0);
    atom_table_free(&f->atoms);
    require(f->alloc.used == 0, "memory was lost");
}

/* Strings read back as strings only under that flag. */
static bool has_other_strings(const Fuzz *f)
{
    return f->read.double_quotes != QUOTES_STRING && f->read.back_quotes == QUOTES_STRING;
}

/* The term just read, written and read again. */
static void check_term(Fuzz *f)
{
    if (!heap_has(&f->store, f->reader.builder.count))
        return;
    Cell term = reader_push_term(&f->reader, &f->store);
    Buf text;
    buf_init(&text, &f->alloc);
    require(term_write(&f->store, term, &f->write, sink_from_buf(&text)) == WRITE_OK, "writing failed");
    Reader again;
    reader_init(&again, &f->alloc, &f->atoms);
    ReadStatus status = reader_read_text(&again, text.data, text.length, &f->read);
    if (status != READ_OK)
        fprintf(stderr, "%.*s\n%s\n", (int)text.length, text.data, again.error.what);
    require(status == READ_OK, "what was written does not read");
    if (!has_other_strings(f) && heap_has(&f->store, again.builder.count)) {
        Cell copy = reader_push_term(&again, &f->store);
        bool ok = true, same = term_is_variant(&f->store, term, copy, &ok);
        if (!same)
            fprintf(stderr, "%.*s\n", (int)text.length, text.data);
        require(same && ok, "what was written reads differently");
    }
    reader_free(&again);
    buf_free(&text);
}

static void read_stream(Fuzz *f, const char *bytes, size_t n)
{
    Stream *s;
    require(stream_open_memory_reader(&f->alloc, bytes, n, &s) == IO_OK, "no memory");
    ReadStatus status;
    do {
        f->store.H = f->store.heap_base;
        status = reader_read(&f->reader, s, &f->read);
        require(status == READ_OK || status == READ_EOF || status == READ_SYNTAX_ERROR || f->reader.lexer.io == IO_BAD_ENCODING,
                "unexpected status");
        if (status == READ_OK)
            check_term(f);
    } while (status != READ_EOF);
    require(stream_close(s, true) == IO_OK, "closing failed");
}

static void read_text(Fuzz *f, const char *bytes, size_t n)
{
    if (!utf8_is_valid(bytes, n))
        return;
    f->store.H = f->store.heap_base;
    if (reader_read_text(&f->reader, bytes, n, &f->read) == READ_OK)
        check_term(f);
    Cell number;
    SyntaxError error;
    record_builder_clear(&f->reader.builder);
    if (!text_to_number(&f->reader.builder, &f->atoms, bytes, n, true, &number, &error))
        require(error.what != NULL, "an error without a name");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    Fuzz f;
    open_fuzz(&f, data[0]);
    read_stream(&f, (const char *)data + 1, size - 1);
    read_text(&f, (const char *)data + 1, size - 1);
    close_fuzz(&f);
    return 0;
}
