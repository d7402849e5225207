/* stream_mem.c - streams over memory.
 *
 * The stream's own buffer is all the contents, so there is no source and nothing to copy: a reader begins with the
 * buffer full and is never filled, a writer's buffer grows and is never flushed.
 *
 * SPDX-License-Identifier: MIT
 */
#include "io/stream.h"

static const StreamOps memory_ops = {NULL, NULL, NULL, NULL};

IoStatus stream_open_memory_reader(Alloc *a, const char *bytes, size_t n, Stream **out)
{
    char *copy = alloc_new(a, n + 1);                        /* a byte more: stream_memory_text ends in NUL */
    if (copy == NULL)
        return IO_NO_MEMORY;
    StreamOptions options = stream_options(STREAM_READ);
    options.bom = false;
    Stream *s;
    IoStatus status = stream_new(a, &memory_ops, NULL, NULL, STREAM_READ, &options, &s);
    if (status != IO_OK) {
        alloc_free(a, copy, n + 1);
        return status;
    }
    if (n > 0)
        memcpy(copy, bytes, n);
    copy[n] = '\0';
    s->buffer = copy;
    s->capacity = n + 1;
    s->limit = n;
    s->in_memory = true;
    s->reposition = true;
    stream_set_encoding(s, ENC_UTF8);
    *out = s;
    return IO_OK;
}

IoStatus stream_open_memory_writer(Alloc *a, Stream **out)
{
    StreamOptions options = stream_options(STREAM_WRITE);
    IoStatus status = stream_new(a, &memory_ops, NULL, NULL, STREAM_WRITE, &options, out);
    if (status == IO_OK)
        (*out)->in_memory = true;
    return status;
}

/* Puts a NUL behind what was written; the buffer grows when it is just full. */
static IoStatus terminate(Stream *s)
{
    if (s->cursor == s->capacity) {
        size_t grown = s->capacity + 1;
        char *moved = alloc_resize(s->alloc, s->buffer, s->capacity, grown);
        if (moved == NULL)
            return IO_NO_MEMORY;
        s->buffer = moved;
        s->capacity = grown;
    }
    s->buffer[s->cursor] = '\0';
    return IO_OK;
}

IoStatus stream_memory_text(Stream *s, const char **text, size_t *n)
{
    if (!s->in_memory)
        return IO_WRONG_MODE;
    IoStatus status = stream_is_output(s) ? terminate(s) : IO_OK;
    if (status != IO_OK)
        return status;
    *text = s->buffer;
    *n = stream_is_output(s) ? s->cursor : s->limit;
    return IO_OK;
}

void stream_memory_take(Stream *s, Buf *out)
{
    HORN_ASSERT(s->in_memory && stream_is_output(s), "only a memory writer's text can be taken");
    *out = (Buf){.alloc = s->alloc, .data = s->buffer, .length = s->cursor, .capacity = s->capacity};
    s->buffer = NULL;
    s->cursor = 0;
    s->capacity = 0;
    s->chars = 0;
    s->line = 1;
    s->column = 0;
}
