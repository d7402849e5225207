/* stream.c - streams of code points: buffering, decoding, positions, ends.
 *
 * Reading has three levels: `fill` asks the source for bytes, `at_hand` sees to it that enough of them are in the buffer,
 * `decode` reads one code point at some distance from the cursor without moving. Gets and peeks differ only in what they
 * do then. Writing has `make_room` beneath and `encode` above it.
 *
 * SPDX-License-Identifier: MIT
 */
#include "io/stream.h"

#include "base/utf8.h"

#include <errno.h>

/* Bytes of a buffer when first used, and what a memory stream begins with. */
#define BUFFER_BYTES KIB(4)
#define MEMORY_BYTES 64

/* ---- small things ---- */

static IoStatus os_failure(Stream *s, int os_error)
{
    s->os_error = os_error;
    return IO_OS_ERROR;
}

static void update_fast_limit(Stream *s)
{
    bool plain = stream_is_input(s) && encoding_extends_ascii(s->encoding);
    s->fast_limit = plain ? s->limit : 0;
}

/* Counts one code point that was read or written. */
static void count_code(Stream *s, uint32_t code)
{
    s->chars++;
    switch (code) {
    case '\n':
        s->line++;
        s->column = 0;
        break;
    case '\r': s->column = 0; break;
    case '\t': s->column = (s->column | 7) + 1; break;
    case '\b': s->column -= s->column > 0; break;
    default: s->column++;
    }
}

/* Counts n bytes of valid UTF-8 and tells whether there was a newline. */
static bool count_text(Stream *s, const char *text, size_t n)
{
    bool newline = false;
    for (size_t i = 0; i < n; i++) {
        unsigned char byte = (unsigned char)text[i];
        if (LIKELY(byte >= 0x20)) {
            bool starts_code = !utf8_is_continuation(text[i]);
            s->chars += starts_code;
            s->column += starts_code;
        } else {
            count_code(s, byte);
            newline |= byte == '\n';
        }
    }
    return newline;
}

/* Gives the buffer at least `needed` bytes, keeping its contents. */
static IoStatus grow_buffer(Stream *s, size_t needed)
{
    if (needed <= s->capacity)
        return IO_OK;
    size_t first = s->in_memory ? MEMORY_BYTES : BUFFER_BYTES;
    size_t wanted = max_size(max_size(s->capacity * 2, first), needed);
    char *moved = alloc_resize(s->alloc, s->buffer, s->capacity, wanted);
    if (moved == NULL)
        return IO_NO_MEMORY;
    s->buffer = moved;
    s->capacity = wanted;
    return IO_OK;
}

/* ---- opening ---- */

StreamOptions stream_options(StreamMode mode)
{
    return (StreamOptions){
        .bom = mode == STREAM_READ,
        .encoding = ENC_UTF8,
        .eof_action = EOF_ACTION_EOF_CODE,
    };
}

static IoStatus copy_file_name(Stream *s, const char *name)
{
    if (name == NULL)
        return IO_OK;
    size_t bytes = strlen(name) + 1;
    s->file_name = alloc_new(s->alloc, bytes);
    if (s->file_name == NULL)
        return IO_NO_MEMORY;
    memcpy(s->file_name, name, bytes);
    return IO_OK;
}

IoStatus stream_new(Alloc *a, const StreamOps *ops, void *source, const char *name, StreamMode mode, const StreamOptions *options,
                    Stream **out)
{
    Stream *s = alloc_zero(a, sizeof *s);
    if (s == NULL)
        return IO_NO_MEMORY;
    s->alloc = a;
    s->ops = ops;
    s->source = source;
    s->mode = mode;
    s->binary = options->binary;
    s->encoding = options->binary ? ENC_OCTET : options->encoding;
    s->eof_action = options->eof_action;
    s->newline = options->binary ? NEWLINE_POSIX : options->newline;
    s->buffering = options->buffering == BUFFERING_DEFAULT ? BUFFERING_FULL : options->buffering;
    s->bom_pending = options->bom && !options->binary;
    s->line = 1;
    s->fd = -1;
    if (copy_file_name(s, name) != IO_OK) {
        alloc_free(a, s, sizeof *s);
        return IO_NO_MEMORY;
    }
    *out = s;
    return IO_OK;
}

/* ---- filling the input buffer ---- */

/* Makes free room at the end of the buffer, first by moving the unread bytes to its start. */
static IoStatus make_read_room(Stream *s)
{
    if (s->cursor == s->limit || s->limit == s->capacity) {
        if (s->cursor < s->limit)
            memmove(s->buffer, s->buffer + s->cursor, s->limit - s->cursor);
        s->offset += s->cursor;
        s->limit -= s->cursor;
        s->cursor = 0;
        update_fast_limit(s);
    }
    return grow_buffer(s, s->limit + 1);
}

/* Reads once from the source, and notes its end. */
static IoStatus fill(Stream *s)
{
    if (s->in_memory) {
        s->source_ended = true;
        return IO_OK;
    }
    IoStatus status = make_read_room(s);
    if (status != IO_OK)
        return status;
    if (s->before_read != NULL)
        s->before_read(s->before_read_user, s);
    size_t got = 0;
    int os_error = s->ops->read(s->source, s->buffer + s->limit, s->capacity - s->limit, &got);
    if (os_error != 0)
        return os_failure(s, os_error);
    s->source_ended = got == 0;
    s->limit += got;
    update_fast_limit(s);
    return IO_OK;
}

/* Tries to have n unread bytes in the buffer; there are fewer only where the source ends. */
static IoStatus at_hand(Stream *s, size_t n)
{
    while (s->limit - s->cursor < n && !s->source_ended) {
        IoStatus status = fill(s);
        if (status != IO_OK)
            return status;
    }
    return IO_OK;
}

/* How many bytes tell whether a stream with this first byte begins with a mark; no more than that are waited for. */
static size_t bom_bytes(char first)
{
    unsigned char byte = (unsigned char)first;
    return byte == 0xEF ? 3 : byte >= 0xFE ? 2 : 1;
}

IoStatus stream_check_bom(Stream *s)
{
    if (!s->bom_pending || !stream_is_input(s))
        return IO_OK;
    IoStatus status = at_hand(s, 1);
    if (status == IO_OK && s->limit > s->cursor)
        status = at_hand(s, bom_bytes(s->buffer[s->cursor]));
    if (status != IO_OK)
        return status;
    s->bom_pending = false;
    Encoding encoding;
    size_t n = s->limit == s->cursor ? 0 : encoding_detect_bom(s->buffer + s->cursor, s->limit - s->cursor, &encoding);
    if (n > 0) {
        s->cursor += n;
        s->had_bom = true;
        stream_set_encoding(s, encoding);
    }
    return IO_OK;
}

/* ---- reading ---- */

/* Before anything is read: the direction, the end, the byte order mark. */
static IoStatus start_reading(Stream *s)
{
    if (!stream_is_input(s))
        return IO_WRONG_MODE;
    if (s->past_end)
        return s->eof_action == EOF_ACTION_ERROR ? IO_PAST_EOF : IO_EOF;
    return s->bom_pending ? stream_check_bom(s) : IO_OK;
}

/* A get has met the end. */
static IoStatus consume_end(Stream *s)
{
    if (s->eof_action == EOF_ACTION_RESET)
        s->source_ended = false;
    else
        s->past_end = true;
    return IO_EOF;
}

/* Brings the whole code point that starts `skip` bytes beyond the cursor into the buffer. IO_EOF when there is none. */
static IoStatus code_at_hand(Stream *s, size_t skip)
{
    for (;;) {
        size_t have = s->limit - s->cursor;
        const char *p = have > skip ? s->buffer + s->cursor + skip : NULL;
        size_t needed = encoding_needed_bytes(s->encoding, p, have > skip ? have - skip : 0);
        if (have >= skip + needed)
            return IO_OK;
        if (s->source_ended)
            return have > skip ? IO_OK : IO_EOF;
        IoStatus status = fill(s);
        if (status != IO_OK)
            return status;
    }
}

/* Joins "\r\n" to one newline. The carriage return is `*bytes` long and stands at `skip`. */
static IoStatus join_newline(Stream *s, size_t skip, int32_t *code, size_t *bytes)
{
    IoStatus status = code_at_hand(s, skip + *bytes);
    if (status == IO_EOF)
        return IO_OK;
    if (status != IO_OK)
        return status;
    uint32_t next;
    size_t n = encoding_decode(s->encoding, s->buffer + s->cursor + skip + *bytes, s->buffer + s->limit, &next);
    if (n > 0 && next == '\n') {
        *code = '\n';
        *bytes += n;
    }
    return IO_OK;
}

/* Reads the code point `skip` bytes beyond the cursor without moving, and tells its bytes. After IO_BAD_ENCODING, *bytes is
 * what to skip. */
static IoStatus decode(Stream *s, size_t skip, int32_t *code, size_t *bytes)
{
    *code = -1;
    *bytes = 0;
    IoStatus status = code_at_hand(s, skip);
    if (status != IO_OK)
        return status;
    const char *p = s->buffer + s->cursor + skip, *end = s->buffer + s->limit;
    uint32_t value;
    *bytes = encoding_decode(s->encoding, p, end, &value);
    if (*bytes == 0) {
        *bytes = min_size(encoding_unit_bytes(s->encoding), (size_t)(end - p));
        s->error_byte = stream_byte_count(s) + skip;
        return IO_BAD_ENCODING;
    }
    *code = (int32_t)value;
    if (UNLIKELY(value == '\r' && s->newline == NEWLINE_DOS))
        return join_newline(s, skip, code, bytes);
    return IO_OK;
}

IoStatus stream_get_code(Stream *s, int32_t *code)
{
    *code = -1;
    IoStatus status = start_reading(s);
    if (status != IO_OK)
        return status;
    size_t bytes;
    status = decode(s, 0, code, &bytes);
    if (status == IO_EOF)
        return consume_end(s);
    if (status != IO_OK && status != IO_BAD_ENCODING)
        return status;
    s->cursor += bytes;
    count_code(s, status == IO_OK ? (uint32_t)*code : UNICODE_REPLACEMENT);
    return status;
}

IoStatus stream_peek_code(Stream *s, int32_t *code)
{
    return stream_peek_code_at(s, 0, code);
}

IoStatus stream_peek_code_at(Stream *s, size_t ahead, int32_t *code)
{
    *code = -1;
    IoStatus status = start_reading(s);
    size_t skip = 0, bytes = 0;
    for (; status == IO_OK; skip += bytes) {
        status = decode(s, skip, code, &bytes);
        if (ahead-- == 0)
            break;
        if (status == IO_BAD_ENCODING)                       /* it is not this one that was asked for */
            status = IO_OK;
    }
    return status;
}

IoStatus stream_get_byte(Stream *s, int32_t *byte)
{
    IoStatus status = stream_peek_byte(s, byte);
    if (status == IO_EOF && !s->past_end)
        return consume_end(s);
    if (status != IO_OK)
        return status;
    s->cursor++;
    count_code(s, (uint32_t)*byte);
    return IO_OK;
}

IoStatus stream_peek_byte(Stream *s, int32_t *byte)
{
    *byte = -1;
    IoStatus status = start_reading(s);
    if (status == IO_OK)
        status = at_hand(s, 1);
    if (status != IO_OK)
        return status;
    if (s->cursor == s->limit)
        return IO_EOF;
    *byte = (unsigned char)s->buffer[s->cursor];
    return IO_OK;
}

/* ---- reading many at a time ---- */

/* Where the newline that begins at or after `skip` bytes beyond the cursor ends, counted from the cursor; 0 when there is none. */
static size_t end_of_line(const Stream *s, size_t skip)
{
    const char *start = s->buffer + s->cursor, *end = s->buffer + s->limit;
    if (encoding_extends_ascii(s->encoding)) {
        const char *newline = skip < (size_t)(end - start) ? memchr(start + skip, '\n', (size_t)(end - start) - skip) : NULL;
        return newline == NULL ? 0 : (size_t)(newline + 1 - start);
    }
    uint32_t code;
    for (const char *p = start + skip; end - p >= 2; p += 2)
        if (encoding_decode(s->encoding, p, p + 2, &code) == 2 && code == '\n')
            return (size_t)(p + 2 - start);
    return 0;
}

IoStatus stream_gather_line(Stream *s, size_t *bytes)
{
    *bytes = 0;
    size_t searched = 0;
    IoStatus status = start_reading(s);
    while (status == IO_OK) {
        size_t have = s->limit - s->cursor;
        *bytes = have > searched ? end_of_line(s, searched) : 0;
        if (*bytes > 0)
            return IO_OK;
        if (s->source_ended) {
            *bytes = have;
            return have > 0 ? IO_OK : IO_EOF;
        }
        searched = have & ~(encoding_unit_bytes(s->encoding) - 1);
        status = fill(s);
    }
    return status;
}

IoStatus stream_gather_all(Stream *s, size_t *bytes)
{
    *bytes = 0;
    IoStatus status = start_reading(s);
    while (status == IO_OK && !s->source_ended)
        status = fill(s);
    if (status != IO_OK)
        return status;
    *bytes = s->limit - s->cursor;
    return *bytes > 0 ? IO_OK : IO_EOF;
}

IoStatus stream_gather_codes(Stream *s, uint64_t count, size_t *bytes)
{
    *bytes = 0;
    IoStatus status = start_reading(s);
    for (; status == IO_OK && count > 0; count--) {
        int32_t code;
        size_t n;
        status = decode(s, *bytes, &code, &n);
        if (status == IO_BAD_ENCODING)
            status = IO_OK;
        if (status == IO_OK)
            *bytes += n;
    }
    return status == IO_EOF && *bytes > 0 ? IO_OK : status;
}

IoStatus stream_gather_ready(Stream *s, size_t *bytes)
{
    *bytes = 0;
    IoStatus status = start_reading(s);
    if (status == IO_OK)
        status = code_at_hand(s, 0);
    if (status != IO_OK)
        return status;
    size_t have = s->limit - s->cursor;
    const char *p = s->buffer + s->cursor, *end = p + have;
    while (p < end) {
        size_t left = (size_t)(end - p);
        uint32_t code;
        if (encoding_needed_bytes(s->encoding, p, left) > left && !s->source_ended)
            break;
        size_t n = encoding_decode(s->encoding, p, end, &code);
        p += n > 0 ? n : min_size(encoding_unit_bytes(s->encoding), left);
    }
    *bytes = have - (size_t)(end - p);
    return IO_OK;
}

/* True when no byte is outside of ASCII. */
static bool is_ascii(const char *p, size_t n)
{
    size_t i = 0;
    for (uint64_t word; i + sizeof word <= n; i += sizeof word) {
        memcpy(&word, p + i, sizeof word);
        if (word & UINT64_C(0x8080808080808080))
            return false;
    }
    for (; i < n; i++)
        if ((unsigned char)p[i] >= 0x80)
            return false;
    return true;
}

const char *stream_gathered_text(const Stream *s, size_t bytes)
{
    if (bytes == 0)
        return "";
    const char *p = s->buffer + s->cursor;
    if (!encoding_extends_ascii(s->encoding) || (s->newline == NEWLINE_DOS && memchr(p, '\r', bytes) != NULL))
        return NULL;
    return is_ascii(p, bytes) || (s->encoding == ENC_UTF8 && utf8_is_valid(p, bytes)) ? p : NULL;
}

IoStatus stream_decode_gathered(Stream *s, size_t *bytes, Buf *out)
{
    for (size_t skip = 0; skip < *bytes;) {
        int32_t code;
        size_t n;
        IoStatus status = decode(s, skip, &code, &n);
        if (status != IO_OK) {
            *bytes = skip + n;
            return status;
        }
        buf_put_code(out, (uint32_t)code);
        skip += n;
    }
    return out->failed ? IO_NO_MEMORY : IO_OK;
}

void stream_consume(Stream *s, size_t bytes, const char *text, size_t length)
{
    count_text(s, text, length);
    s->cursor += bytes;
}

EndState stream_end_state(Stream *s)
{
    if (!stream_is_input(s))
        return END_NOT;
    if (s->past_end)
        return END_PAST;
    bool reads_never_wait = s->in_memory || s->reposition;
    if (s->cursor == s->limit && !s->source_ended && reads_never_wait) {
        IoStatus status = s->bom_pending ? stream_check_bom(s) : at_hand(s, 1);
        if (status != IO_OK)
            return END_NOT;                                  /* the next read will tell the error */
    }
    return s->cursor == s->limit && s->source_ended ? END_AT : END_NOT;
}

/* ---- writing ---- */

/* Removes the first n bytes of the output buffer, which the source has taken. */
static void drop_written(Stream *s, size_t n)
{
    if (n == 0)
        return;
    memmove(s->buffer, s->buffer + n, s->cursor - n);
    s->cursor -= n;
    s->offset += n;
}

IoStatus stream_flush(Stream *s)
{
    if (!stream_is_output(s))
        return IO_WRONG_MODE;
    if (s->in_memory || s->cursor == 0)
        return IO_OK;
    size_t done = 0;
    int os_error = 0;
    while (done < s->cursor && os_error == 0) {
        size_t put = 0;
        os_error = s->ops->write(s->source, s->buffer + done, s->cursor - done, &put);
        done += put;
    }
    drop_written(s, done);
    return os_error == 0 ? IO_OK : os_failure(s, os_error);
}

/* Makes room for n more bytes, at most ENCODING_MAX_BYTES of them beyond memory streams. */
static IoStatus make_room(Stream *s, size_t n)
{
    if (LIKELY(n <= s->capacity - s->cursor))
        return IO_OK;
    if (s->in_memory || s->capacity == 0)
        return n > SIZE_MAX / 2 - s->cursor ? IO_NO_MEMORY : grow_buffer(s, s->cursor + n);
    IoStatus status = stream_flush(s);
    HORN_ASSERT(status != IO_OK || n <= s->capacity - s->cursor, "an empty buffer holds any code point");
    return status;
}

/* Flushes if the buffering asks for it after an operation that wrote a newline or did not. */
static IoStatus flush_if_due(Stream *s, bool wrote_newline)
{
    bool due = s->buffering == BUFFERING_NONE || (s->buffering == BUFFERING_LINE && wrote_newline);
    return due && !s->in_memory ? stream_flush(s) : IO_OK;
}

/* Puts one code point into the buffer, without newline translation or counting. */
static IoStatus encode(Stream *s, uint32_t code)
{
    char bytes[ENCODING_MAX_BYTES];
    size_t n = encoding_encode(s->encoding, code, bytes);
    if (n == 0) {
        s->error_byte = stream_byte_count(s);
        return IO_BAD_ENCODING;
    }
    IoStatus status = make_room(s, n);
    if (status != IO_OK)
        return status;
    memcpy(s->buffer + s->cursor, bytes, n);
    s->cursor += n;
    return IO_OK;
}

/* Before anything is written: the direction, and the byte order mark where one is wanted and has not been written. */
static IoStatus start_writing(Stream *s)
{
    if (!stream_is_output(s))
        return IO_WRONG_MODE;
    if (LIKELY(!s->bom_pending))
        return IO_OK;
    if (s->encoding >= ENC_UTF8 && stream_byte_count(s) == 0) {
        IoStatus status = encode(s, 0xFEFF);
        if (status != IO_OK)
            return status;
        s->had_bom = true;
    }
    s->bom_pending = false;
    return IO_OK;
}

/* Puts a code point into the buffer and counts it. A newline and the carriage return before it go in together. */
static IoStatus put_counted(Stream *s, uint32_t code)
{
    size_t before = s->cursor;
    IoStatus status = IO_OK;
    if (code == '\n' && s->newline == NEWLINE_DOS) {
        status = make_room(s, 2 * ENCODING_MAX_BYTES);
        before = s->cursor;
        if (status == IO_OK)
            status = encode(s, '\r');
    }
    if (status == IO_OK)
        status = encode(s, code);
    if (status == IO_OK)
        count_code(s, code);
    else if (s->cursor > before)
        s->cursor = before;
    return status;
}

/* True for printable ASCII that needs only be stored: the common case, kept apart for speed. */
static bool can_just_store(const Stream *s, uint32_t code)
{
    return code - 0x20u < 0x5Fu && s->cursor < s->capacity && stream_is_output(s) && !s->bom_pending &&
           encoding_extends_ascii(s->encoding) && s->buffering != BUFFERING_NONE;
}

IoStatus stream_put_code(Stream *s, uint32_t code)
{
    if (LIKELY(can_just_store(s, code))) {
        s->buffer[s->cursor++] = (char)code;
        s->chars++;
        s->column++;
        s->last_code = code;
        return IO_OK;
    }
    IoStatus status = start_writing(s);
    if (status == IO_OK)
        status = put_counted(s, code);
    if (status == IO_OK)
        s->last_code = code;
    return status == IO_OK ? flush_if_due(s, code == '\n') : status;
}

IoStatus stream_put_byte(Stream *s, uint8_t byte)
{
    IoStatus status = stream_is_output(s) ? make_room(s, 1) : IO_WRONG_MODE;
    if (status != IO_OK)
        return status;
    s->buffer[s->cursor++] = (char)byte;
    count_code(s, byte);
    return flush_if_due(s, byte == '\n');
}

/* How many of n bytes of text can go in the free part of the buffer without splitting a code point. */
static size_t whole_codes(const Stream *s, const char *text, size_t n)
{
    size_t fitting = s->capacity - s->cursor;
    if (n <= fitting)
        return n;
    while (fitting > 0 && utf8_is_continuation(text[fitting]))
        fitting--;
    return fitting;
}

/* Copies text to a stream that holds UTF-8 as it is. */
static IoStatus put_as_is(Stream *s, const char *text, size_t n)
{
    bool newline = false;
    while (n > 0) {
        IoStatus status = make_room(s, s->in_memory ? n : min_size(n, UTF8_MAX_BYTES));
        if (status != IO_OK)
            return status;
        size_t part = whole_codes(s, text, n);
        memcpy(s->buffer + s->cursor, text, part);
        s->cursor += part;
        newline |= count_text(s, text, part);
        text += part;
        n -= part;
    }
    return flush_if_due(s, newline);
}

/* Converts text to the encoding of the stream. */
static IoStatus put_converted(Stream *s, const char *text, size_t n)
{
    const char *end = text + n;
    bool newline = false;
    while (text < end) {
        uint32_t code = utf8_next(&text);
        IoStatus status = put_counted(s, code);
        if (status != IO_OK)
            return status;
        newline |= code == '\n';
    }
    return flush_if_due(s, newline);
}

IoStatus stream_put_bytes(Stream *s, const char *text, size_t n)
{
    IoStatus status = start_writing(s);
    if (status != IO_OK || n == 0)
        return status;
    const char *last = utf8_previous(text + n);
    s->last_code = utf8_next(&last);
    bool as_is = s->encoding == ENC_UTF8 && s->newline == NEWLINE_POSIX;
    return as_is ? put_as_is(s, text, n) : put_converted(s, text, n);
}

IoStatus stream_put_string(Stream *s, const char *string)
{
    return stream_put_bytes(s, string, strlen(string));
}

bool stream_can_encode(const Stream *s, uint32_t code)
{
    return encoding_can_encode(s->encoding, code);
}

/* ---- closing ---- */

/* Takes the place of a source that is gone while its stream is not. */
static int refuse_read(void *source, char *bytes, size_t n, size_t *got)
{
    (void)source;
    (void)bytes;
    (void)n;
    *got = 0;
    return EBADF;
}

static int refuse_write(void *source, const char *bytes, size_t n, size_t *put)
{
    (void)source;
    (void)bytes;
    (void)n;
    *put = 0;
    return EBADF;
}

static const StreamOps closed_ops = {refuse_read, refuse_write, NULL, NULL};

/* Closes the source, once. */
static IoStatus close_source(Stream *s)
{
    if (s->source_closed)
        return IO_OK;
    int os_error = s->ops->close == NULL ? 0 : s->ops->close(s->source);
    s->source_closed = true;
    s->source = NULL;
    s->ops = &closed_ops;
    s->reposition = false;
    s->fd = -1;
    return os_error == 0 ? IO_OK : os_failure(s, os_error);
}

IoStatus stream_close(Stream *s, bool force)
{
    IoStatus status = IO_OK;
    if (stream_is_output(s) && !s->source_closed)
        status = stream_flush(s);
    if (status == IO_OK || force)
        status = close_source(s);
    if (status != IO_OK && !force)
        return status;
    Alloc *a = s->alloc;
    alloc_free(a, s->buffer, s->capacity);
    if (s->file_name != NULL)
        alloc_free(a, s->file_name, strlen(s->file_name) + 1);
    alloc_free(a, s, sizeof *s);
    return IO_OK;
}

/* ---- state ---- */

StreamPosition stream_position(const Stream *s)
{
    return (StreamPosition){
        .bytes = stream_byte_count(s),
        .chars = s->chars,
        .line = s->line,
        .column = s->column,
    };
}

/* Makes the buffer agree with a source that stands at `position`. */
static void restart_at(Stream *s, uint64_t position)
{
    s->offset = position;
    s->cursor = 0;
    s->limit = 0;
    s->last_code = 0;
    s->source_ended = false;
    s->past_end = false;
    update_fast_limit(s);
}

/* Moves within a buffer that holds all there is. */
static IoStatus seek_in_memory(Stream *s, int64_t offset, OsWhence whence)
{
    size_t base = whence == OS_SEEK_START ? 0 : whence == OS_SEEK_CURRENT ? s->cursor : s->limit;
    if (offset < -(int64_t)base || offset > (int64_t)(s->limit - base))
        return os_failure(s, EINVAL);
    s->cursor = (size_t)((int64_t)base + offset);
    s->source_ended = false;
    s->past_end = false;
    return IO_OK;
}

/* Moves to another byte and leaves the counts of codes, lines and columns as they are. */
static IoStatus move_to(Stream *s, int64_t offset, OsWhence whence)
{
    if (!s->reposition)
        return IO_WRONG_MODE;
    if (s->in_memory)
        return seek_in_memory(s, offset, whence);
    if (stream_is_output(s)) {
        IoStatus status = stream_flush(s);
        if (status != IO_OK)
            return status;
    }
    if (whence == OS_SEEK_CURRENT) {                         /* the source is ahead by what is buffered */
        offset += (int64_t)stream_byte_count(s);
        whence = OS_SEEK_START;
    }
    int64_t position;
    int os_error = s->ops->seek(s->source, offset, whence, &position);
    if (os_error != 0)
        return os_failure(s, os_error);
    restart_at(s, (uint64_t)position);
    s->bom_pending = s->had_bom && position == 0 && stream_is_input(s);
    return IO_OK;
}

IoStatus stream_seek(Stream *s, const StreamPosition *position)
{
    IoStatus status = move_to(s, (int64_t)position->bytes, OS_SEEK_START);
    if (status != IO_OK)
        return status;
    s->chars = position->chars;
    s->line = position->line;
    s->column = position->column;
    return IO_OK;
}

IoStatus stream_seek_bytes(Stream *s, int64_t offset, OsWhence whence, uint64_t *bytes)
{
    IoStatus status = move_to(s, offset, whence);
    if (status != IO_OK)
        return status;
    *bytes = stream_byte_count(s);
    s->chars = *bytes;
    s->line = 1;
    s->column = 0;
    return IO_OK;
}

void stream_set_encoding(Stream *s, Encoding encoding)
{
    s->encoding = encoding;
    update_fast_limit(s);
}

IoStatus stream_set_buffering(Stream *s, Buffering buffering)
{
    s->buffering = buffering;
    bool may_wait = buffering != BUFFERING_NONE || stream_is_input(s);
    return may_wait ? IO_OK : stream_flush(s);
}
