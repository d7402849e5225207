/* buf.h - a growable buffer of bytes.
 *
 * Puts never report failure one by one: when memory runs out the buffer remembers it in `failed`, later puts do nothing,
 * and whoever built the text looks once at the end. `data` holds `length` bytes and is not NUL-terminated until
 * buf_terminate says so; it is NULL while nothing was put.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef HORN_BUF_H
#define HORN_BUF_H

#include "base/alloc.h"

#include <stdarg.h>

typedef struct Buf {
    Alloc *alloc;
    char *data;               /* owned */
    size_t length;            /* bytes put so far */
    size_t capacity;          /* bytes allocated */
    bool failed;              /* some put found no memory */
} Buf;

/* An empty buffer; allocates nothing. */
void buf_init(Buf *b, Alloc *a);

/* Gives the memory back and leaves an empty buffer. */
void buf_free(Buf *b);

/* Forgets the contents and the failure, keeps the memory. */
void buf_clear(Buf *b);

/* Makes room for `more` bytes after the present ones. False, and failed from now on, when there is no memory. */
bool buf_reserve(Buf *b, size_t more);

void buf_put_byte(Buf *b, char byte);
void buf_put_bytes(Buf *b, const void *bytes, size_t n);
void buf_put_string(Buf *b, const char *string);

/* Puts a code point as UTF-8. The code must be a Unicode scalar value; anything else puts U+FFFD. */
void buf_put_code(Buf *b, uint32_t code);

void buf_printf(Buf *b, const char *format, ...) PRINTF_LIKE(2, 3);
void buf_vprintf(Buf *b, const char *format, va_list arguments) PRINTF_LIKE(2, 0);

/* Puts a NUL after the contents without counting it in `length`. Returns the text, or "" when the buffer has failed
 * and has no room; valid until the next put. */
const char *buf_terminate(Buf *b);

#endif
