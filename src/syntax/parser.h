/* parser.h - from tokens to a term (6.3).
 * SPDX-License-Identifier: MIT
 *
 * A Reader reads one term after the other, from a stream or from text, into the record builder it owns; the caller pushes the result
 * on a heap (record_builder_push) or takes it as a record, before the next read. Priorities are those of the standard; atoms that are
 * operators may stand as operands without brackets wherever that is not ambiguous. No recursion: depth is bounded by memory only.
 *
 * After a syntax error the rest of the clause was skipped, up to and including its end.
 */
#ifndef HORN_SYNTAX_PARSER_H
#define HORN_SYNTAX_PARSER_H

#include "syntax/lexer.h"

typedef enum ReadStatus {
    READ_OK,
    READ_EOF,          /* nothing but layout before the end of the source, which was consumed */
    READ_SYNTAX_ERROR, /* Reader.error */
    READ_IO_ERROR,     /* Reader.lexer.io, and the stream's own fields */
    READ_NO_MEMORY
} ReadStatus;

/* A named variable of the term, in order of first occurrence. '_' has no entry. */
typedef struct ReadVariable {
    uint32_t name; /* atom */
    uint32_t occurrences;
    Cell cell; /* in offset form */
    TextPosition at;
} ReadVariable;

typedef struct ReadFrame ReadFrame;

typedef struct Reader {
    Alloc *alloc;
    AtomTable *atoms;
    RecordBuilder builder;
    Lexer lexer;

    /* results of the last read */
    Cell root; /* in offset form */
    ReadVariable *variables;
    size_t variable_count, variable_capacity;
    TextPosition start, end; /* of the first token, and behind the end token */
    SyntaxError error;

    /* scratch */
    uint32_t *variable_index; /* open addressing: 1 + place in `variables`, 0 is free */
    size_t variable_index_capacity;
    Cell *values; /* operands not yet built into a term */
    size_t value_count, value_capacity;
    ReadFrame *frames; /* open brackets and operators */
    size_t frame_count, frame_capacity;
    Token ahead[3]; /* tokens looked at and not yet consumed */
    unsigned ahead_count;
} Reader;

void reader_init(Reader *r, Alloc *alloc, AtomTable *atoms);
void reader_free(Reader *r);
/* Reads the next clause of a stream. */
ReadStatus reader_read(Reader *r, Stream *s, const ReadOptions *options);
/* Reads the one term in valid UTF-8 text; its end token may be missing, and nothing may follow it. */
ReadStatus reader_read_text(Reader *r, const char *utf8, size_t bytes, const ReadOptions *options);
/* The term pushed on the heap, and the variables' cells with it; room for reader->builder.count cells must be there. */
Cell reader_push_term(Reader *r, Store *s);
/* Marks the atoms that the last result names. */
void reader_mark_atoms(const Reader *r);

#endif
