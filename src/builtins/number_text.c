/* number_text.c - numbers read from text by builtins.
 * SPDX-License-Identifier: MIT
 */
#include "builtins/number_text.h"

Status number_from_text(Engine *e, const char *utf8, size_t bytes, Cell *out, SyntaxError *error)
{
    Machine *m = e->machine;
    RecordBuilder builder;
    Cell number;
    record_builder_init(&builder, &m->alloc);
    bool is_number = text_to_number(&builder, &m->atoms, utf8, bytes, &number, error);
    Status s = is_number ? ST_TRUE : ST_FAIL;
    if (builder.failed)
        s = resource_error(e, ATOM_memory);
    else if (is_number && !heap_has(&e->store, builder.count))
        s = ST_RETRY;
    if (s == ST_TRUE)
        *out = record_builder_push(&e->store, &builder, number);
    record_builder_free(&builder);
    return s;
}
