/* term_output.h - writing terms to streams and texts, with the options of write_term (8.14.2).
 * SPDX-License-Identifier: MIT
 */
#ifndef HORN_BUILTINS_TERM_OUTPUT_H
#define HORN_BUILTINS_TERM_OUTPUT_H

#include "builtins/builtin.h"
#include "syntax/writer.h"
#include "term/cellmap.h"

typedef struct WriteRequest {
    WriteOptions options;
    const AtomTable *atoms;
    CellMap names;   /* variable_names: variable -> atom */
    char scratch[8]; /* of the name given last */
    bool newline;    /* nl(true) */
    bool partial;    /* partial(true): what was written before must not fuse with the text */
    bool portrayed;  /* portray(true) */
    bool tells_lists; /* dotlists or no_lists was given */
    Cell portray_goal; /* the closure to call in place of portray/1, or 0 */
} WriteRequest;

/* The plain ways to write: with the operators of the module that is the source of clauses. */
WriteOptions write_options(const Engine *e, bool quoted, bool ignore_ops, bool numbervars);

/* Reads a list of options that arg_option_list has accepted. The request refers to itself: it may not be copied. To be freed in any
 * case. */
Status write_request_init(Engine *e, WriteRequest *r, Cell options);
void write_request_free(WriteRequest *r);

/* Writes to an output stream for text. */
Status write_to_stream(Engine *e, Stream *s, Cell culprit, Cell term, const WriteOptions *options);
/* Appends to a buffer of the machine. */
Status write_to_buf(Engine *e, Cell term, const WriteOptions *options, Buf *out);

#endif
