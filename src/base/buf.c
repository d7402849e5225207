/* buf.c - a growable buffer of bytes.
 *
 * Room grows by half again. One byte beyond what is asked for is always kept, so that buf_terminate rarely allocates.
 *
 * SPDX-License-Identifier: MIT
 */
#include "base/buf.h"

#include "base/utf8.h"
#include "base/vec.h"

#include <stdio.h>

void buf_init(Buf *b, Alloc *a)
{
    *b = (Buf){.alloc = a};
}

void buf_free(Buf *b)
{
    alloc_free(b->alloc, b->data, b->capacity);
    buf_init(b, b->alloc);
}

void buf_clear(Buf *b)
{
    b->length = 0;
    b->failed = false;
}

bool buf_reserve(Buf *b, size_t more)
{
    if (b->failed)
        return false;
    if (LIKELY(more < b->capacity - b->length))
        return true;
    bool fits = more < SIZE_MAX - b->length && VEC_RESERVE(b->alloc, b->data, b->capacity, b->length + more + 1);
    b->failed = !fits;
    return fits;
}

void buf_put_byte(Buf *b, char byte)
{
    if (buf_reserve(b, 1))
        b->data[b->length++] = byte;
}

void buf_put_bytes(Buf *b, const void *bytes, size_t n)
{
    if (n == 0 || !buf_reserve(b, n))
        return;
    memcpy(b->data + b->length, bytes, n);
    b->length += n;
}

void buf_put_string(Buf *b, const char *string)
{
    buf_put_bytes(b, string, strlen(string));
}

void buf_put_code(Buf *b, uint32_t code)
{
    char bytes[UTF8_MAX_BYTES];
    size_t n = utf8_encode(code, bytes);
    if (n == 0)
        n = utf8_encode(UNICODE_REPLACEMENT, bytes);
    buf_put_bytes(b, bytes, n);
}

void buf_vprintf(Buf *b, const char *format, va_list arguments)
{
    va_list again;
    va_copy(again, arguments);
    int n = vsnprintf(NULL, 0, format, arguments);
    if (n < 0)
        b->failed = true;
    else if (buf_reserve(b, (size_t)n)) {
        vsnprintf(b->data + b->length, (size_t)n + 1, format, again);
        b->length += (size_t)n;
    }
    va_end(again);
}

void buf_printf(Buf *b, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    buf_vprintf(b, format, arguments);
    va_end(arguments);
}

const char *buf_terminate(Buf *b)
{
    bool has_room = b->length < b->capacity || buf_reserve(b, 0);
    if (!has_room)
        return "";
    b->data[b->length] = '\0';
    return b->data;
}
