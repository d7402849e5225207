/* writer.h - from terms to text (7.10.5).
 * SPDX-License-Identifier: MIT
 *
 * Terms on the heap are written token by token into a sink; a space stands only where two tokens would fuse, or where a prefix
 * operator would read otherwise. With `quoted`, what is written reads back as the same term under the same operators. Iterative.
 * A cyclic term is written as @(Template, [_S1 = Subterm, ...]): an acyclic term once these equations are solved.
 */
#ifndef HORN_SYNTAX_WRITER_H
#define HORN_SYNTAX_WRITER_H

#include "base/buf.h"
#include "io/stream.h"
#include "syntax/ops.h"
#include "term/store.h"

/* Where text goes. */
typedef struct TextSink {
    bool (*put)(void *user, const char *bytes, size_t n); /* false stops the writing */
    bool (*can_encode)(void *user, uint32_t code);        /* NULL: everything */
    void *user;
} TextSink;

TextSink sink_from_buf(Buf *b);
TextSink sink_from_stream(Stream *s); /* a failure's IoStatus is lost: write to a Buf first where it matters */

typedef enum WriteSpacing {
    SPACING_STANDARD,
    SPACING_NEXT_ARGUMENT /* a space after commas: f(a, b), [c, d] */
} WriteSpacing;

/* Whether {}(X) is written as {X}. */
typedef enum BraceMode { BRACES_LIKE_OPERATORS /* unless ignore_ops */, BRACES_ALWAYS, BRACES_NEVER } BraceMode;

typedef struct WriteOptions {
    const OpTable *ops;
    bool quoted;
    bool ignore_ops;    /* f(x) for operators and curly terms */
    bool dotlists;      /* '.'(a,[]) for lists */
    bool cut_cycles;    /* cyclic terms are cut at some depth with "..." */
    bool no_escapes;    /* in quotes every character but the quote stands for itself */
    bool quote_non_ascii; /* atoms with characters beyond ASCII get quotes, and these characters numbers */
    BraceMode braces;
    bool numbervars;    /* '$VAR'(1) is B */
    bool named_variables; /* with numbervars: '$VAR'('Foo') is Foo */
    bool text_as_string; /* "abc" for complete lists of characters, however they are stored */
    bool fullstop;      /* ends with a '.', apart from a last symbol character; the caller adds layout */
    uint32_t after;     /* the code point that stands before the text and must not fuse with it; 0: none */
    WriteSpacing spacing;
    uint32_t max_depth; /* 0: no limit; deeper subterms and later list elements become "..." */
    unsigned priority;  /* greatest that needs no brackets; 0 means 1200 */
    /* Names a variable: true with a name that lives until the next call, any text. NULL or false: _ and a number. */
    bool (*name_variable)(void *user, Cell variable, TextSpan *name);
    void *name_user;
} WriteOptions;

typedef enum WriteStatus { WRITE_OK, WRITE_SINK_FAILED, WRITE_NO_MEMORY } WriteStatus;

/* Writes a term. `s` gives atoms, scratch memory and the place that variables are numbered from. */
WriteStatus term_write(Store *s, Cell term, const WriteOptions *options, TextSink sink);

#endif
