/* parser.h - from tokens to a term (6.3).
 * SPDX-License-Identifier: MIT
 *
 * A Reader reads one term after the other, from a stream or from text, into the record builder it owns; the caller pushes the result
 * on a heap (record_builder_push) or takes it as a record, before the next read. Priorities are those of the standard; atoms that are
 * operators may stand as operands without brackets wherever that is not ambiguous. No recursion: depth is bounded by memory only.
 *
 * After a syntax error the rest of the clause was skipped, up to and including its end.
 *
 * With the option `positions` each operand has a layout, From-To or one of
 *
 *     string_position(From, To)                               text in double or back quotes
 *     brace_term_position(From, To, Argument)                 {Argument}
 *     list_position(From, To, Elements, Tail)                 Tail is none where there is no bar
 *     term_position(From, To, NameFrom, NameTo, Arguments)    functional notation, operators
 *     parentheses_term_position(From, To, Content)            (Content)
 */
#ifndef HORN_SYNTAX_PARSER_H
#define HORN_SYNTAX_PARSER_H

#include "syntax/lexer.h"

typedef enum ReadStatus {
    READ_OK,
    READ_EOF,          /* nothing but layout before the end of the source, which was consumed */
    READ_SYNTAX_ERROR, /* Reader.error */
    READ_LIMIT,        /* the term is deeper or larger than allowed: Reader.error.what is "max_depth" or "max_size" */
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

/* Where a subterm is: code points before it and up to its end, and the term that tells about it and its own subterms. */
typedef struct ReadPlace {
    uint64_t from, to;
    Cell layout; /* in offset form */
} ReadPlace;

typedef struct Reader {
    Alloc *alloc;
    AtomTable *atoms;
    RecordBuilder builder;
    Lexer lexer;

    /* results of the last read */
    Cell root;   /* in offset form */
    Cell layout; /* with that option: where it and its subterms are, in SWI's form */
    ReadVariable *variables;
    size_t variable_count, variable_capacity;
    TextPosition start, end; /* of the first token, and behind the end token */
    SyntaxError error;

    /* scratch */
    uint32_t *variable_index; /* open addressing: 1 + place in `variables`, 0 is free */
    size_t variable_index_capacity;
    Cell *values; /* operands not yet built into a term */
    size_t value_count, value_capacity;
    ReadPlace *places; /* of the values, with the option `positions` */
    size_t place_capacity;
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
