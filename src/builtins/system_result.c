/* system_result.c - texts and times of the operating system as arguments and results of builtins.
 * SPDX-License-Identifier: MIT
 */
#include "builtins/system_result.h"

#include "base/utf8.h"

void put_system_text(Buf *out, const char *text)
{
    size_t left = strlen(text);
    while (left > 0) {
        size_t valid = utf8_valid_prefix(text, left);
        buf_put_bytes(out, text, valid);
        if (valid == left)
            break;
        buf_put_code(out, UNICODE_REPLACEMENT);
        text += valid + 1;
        left -= valid + 1;
    }
}

Status unify_system_text(Engine *e, Cell arg, const char *text)
{
    Buf out;
    buf_init(&out, &e->machine->alloc);
    put_system_text(&out, text);
    Status status = out.failed ? resource_error(e, ATOM_memory) : unify_text(e, arg, TEXT_ATOM, buf_terminate(&out), out.length);
    buf_free(&out);
    return status;
}

Status unify_seconds(Engine *e, Cell arg, double seconds)
{
    if (!heap_has(&e->store, 2))
        return ST_RETRY;
    return unify_result(e, arg, heap_push_double(&e->store, seconds));
}

Status arg_seconds(Engine *e, Cell arg, double *seconds)
{
    Cell number, result;
    ArithError error;
    Store *s = &e->store;
    ArithContext *arith = &e->machine->arith;
    Status status = arith_eval(s, arith, arg, &number, &error);
    if (status == ST_TRUE)
        status = arith_apply1(s, arith, ARITH_float, number, &result, &error);
    if (status == ST_TRUE)
        *seconds = box_double(result);
    return status == ST_ERROR ? arith_error(e, &error) : status;
}
