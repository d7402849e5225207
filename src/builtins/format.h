/* format.h - text from a format and its arguments, for format/1,2,3.
 * SPDX-License-Identifier: MIT
 */
#ifndef HORN_BUILTINS_FORMAT_H
#define HORN_BUILTINS_FORMAT_H

#include "builtins/builtin.h"
#include "term/walk.h"

/* What happens at directives that need Prolog: ~@, and ~p where user:portray/1 has clauses. */
typedef enum FormatPass {
    FORMAT_PLAIN,   /* ST_CALL is returned: the other two passes are needed */
    FORMAT_COLLECT, /* their arguments are collected */
    FORMAT_INSERT   /* the next of the texts is put */
} FormatPass;

typedef struct FormatRequest {
    const char *format; /* UTF-8 */
    size_t bytes;
    Cell arguments;    /* a list, or anything else as the only one */
    uint64_t column;   /* where the text will begin on its line */
    FormatPass pass;
    CellVec collected; /* FORMAT_COLLECT: `print`, `call`, `write_term` or `directive` and the argument, by turns; owned by the caller */
    Cell texts;        /* FORMAT_INSERT: a list */
} FormatRequest;

/* Appends to `out`, a buffer of the machine, what the format says about its arguments. Has no effect but on `out` and the request, so it may
 * be run again after ST_RETRY. */
Status format_text(Engine *e, FormatRequest *r, Buf *out);

#endif
