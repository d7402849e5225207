/* number_text.c - numbers read from text by builtins.
 * SPDX-License-Identifier: MIT
 */
#include "builtins/number_text.h"

/* Digits that always make a small integer. */
#define SHORT_DIGITS 18

/* Decimal digits and nothing else, after a sign at most. */
static bool short_integer(const char *utf8, size_t bytes, Cell *out)
{
    size_t i = bytes > 1 && *utf8 == '-';
    if (bytes - i == 0 || bytes - i > SHORT_DIGITS)
        return false;
    int64_t value = 0;
    bool negative = i > 0;
    for (; i < bytes; i++) {
        unsigned digit = (unsigned)(utf8[i] - '0');
        if (digit > 9)
            return false;
        value = value * 10 + digit;
    }
    *out = cell_from_int(negative ? -value : value);
    return true;
}

Status number_from_text(Engine *e, const char *utf8, size_t bytes, enum NumberSyntax syntax, Cell *out, SyntaxError *error)
{
    if (short_integer(utf8, bytes, out))
        return ST_TRUE;
    Machine *m = e->machine;
    RecordBuilder builder;
    Cell number;
    record_builder_init(&builder, &m->alloc);
    bool is_number = text_to_number(&builder, &m->atoms, utf8, bytes, syntax == NUMBER_SIGNED, &number, error);
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
