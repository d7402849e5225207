/* stream.h - streams of code points.
 *
 * A stream reads or writes, never both. Between the source (a file, the host's callbacks) and the caller stands one
 * buffer of raw bytes; code points are decoded from it when they are asked for, so the encoding may change midway and
 * positions are exact to the byte.
 *
 *     reading    | done | unread ........ | free |          writing    | not yet flushed | free         |
 *                0      cursor            limit  capacity              0                 cursor         capacity
 *                offset is the source's position of buffer[0] in both cases
 *
 * A memory stream has no source: its buffer is all its contents, is never filled, and grows where others flush.
 *
 * Results are an IoStatus. After IO_OS_ERROR the field os_error holds the errno code; after IO_BAD_ENCODING the field
 * error_byte holds the position of the offending bytes, which a get has skipped and a peek has not. A stream can be used
 * on after either.
 *
 * End of stream is as in ISO 7.10.2.9 and 7.10.2.13: a get at the end returns IO_EOF and -1 and moves past the end; there,
 * the action decides: `error` returns IO_PAST_EOF, `eof_code` IO_EOF again, and `reset` never gets past, but asks the source
 * anew. Peeks return the same and move nothing.
 *
 * Whether a stream is text or binary is noted here and enforced by the callers, as the standard's errors differ.
 *
 * Elsewhere: sources (stream_file.c, stream_mem.c, stream_host.c), names and aliases of streams (db/stream_table.h).
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef HORN_STREAM_H
#define HORN_STREAM_H

#include "base/alloc.h"
#include "base/base.h"
#include "base/buf.h"
#include "base/os.h"
#include "io/encoding.h"

typedef enum IoStatus {
    IO_OK,
    IO_EOF,                   /* at the end; the code or byte is -1 */
    IO_PAST_EOF,              /* past the end, and the eof action is `error` */
    IO_BAD_ENCODING,          /* malformed input, or a code point the encoding lacks */
    IO_OS_ERROR,              /* see os_error */
    IO_NO_MEMORY,
    IO_WRONG_MODE             /* reading from an output stream, writing to an input stream, seeking where one cannot */
} IoStatus;

typedef enum StreamMode {
    STREAM_READ,
    STREAM_WRITE,             /* an existing file is emptied */
    STREAM_APPEND,            /* an existing file is continued */
    STREAM_UPDATE             /* an existing file is overwritten from its start */
} StreamMode;

typedef enum EofAction { EOF_ACTION_ERROR, EOF_ACTION_EOF_CODE, EOF_ACTION_RESET } EofAction;
typedef enum NewlineMode { NEWLINE_POSIX, NEWLINE_DOS } NewlineMode;     /* dos: "\r\n" outside, "\n" inside */
typedef enum EndState { END_NOT, END_AT, END_PAST } EndState;

typedef enum Buffering {
    BUFFERING_DEFAULT,        /* only in options: line for terminals, full for others */
    BUFFERING_FULL,
    BUFFERING_LINE,           /* flushed after each newline */
    BUFFERING_NONE            /* flushed after each operation */
} Buffering;

typedef struct Stream Stream;

/* What a source can do. Results are 0 or an errno code. An operation that is NULL is refused. */
typedef struct StreamOps {
    int (*read)(void *source, char *bytes, size_t n, size_t *got);           /* got 0 at the end */
    int (*write)(void *source, const char *bytes, size_t n, size_t *put);    /* may put fewer; at least 1 unless error */
    int (*seek)(void *source, int64_t offset, OsWhence whence, int64_t *position);
    int (*close)(void *source);                                              /* frees the source, always */
} StreamOps;

typedef struct StreamOptions {
    bool binary;
    bool bom;                 /* reading: honour and skip a byte order mark; writing: begin with one */
    bool keep_open;           /* stream_open_fd: closing the stream leaves the descriptor open */
    bool interruptible;       /* a signal ends a read or write with IO_OS_ERROR, EINTR */
    Encoding encoding;        /* of text; binary streams have ENC_OCTET */
    EofAction eof_action;
    NewlineMode newline;
    Buffering buffering;
} StreamOptions;

/* Everything needed to return to a place in a stream. */
typedef struct StreamPosition {
    uint64_t bytes;           /* from the start of the source */
    uint64_t chars;           /* code points read or written */
    uint64_t line;            /* from 1 */
    uint64_t column;          /* from 0; tabs go to multiples of 8 */
} StreamPosition;

struct Stream {
    /* what stream_next_code touches */
    char *buffer;             /* owned; NULL until first used */
    size_t cursor;            /* reading: next byte; writing: next free byte */
    size_t fast_limit;        /* reading: `limit` if the encoding extends ASCII, else 0 */
    uint64_t chars;
    uint64_t column;
    uint64_t line;
    uint32_t last_code;       /* writing: what was written last, 0 before anything was */

    size_t limit;             /* reading: end of the bytes in the buffer; writing: 0 */
    size_t capacity;
    uint64_t offset;          /* source position of buffer[0] */

    Alloc *alloc;
    const StreamOps *ops;     /* all NULL for memory streams */
    void *source;             /* owned through ops->close */

    StreamMode mode;
    Encoding encoding;
    EofAction eof_action;
    NewlineMode newline;
    Buffering buffering;
    bool binary;
    bool in_memory;           /* the buffer is all there is */
    bool reposition;          /* stream_seek works */
    bool is_tty;
    bool bom_pending;         /* a byte order mark may come, or must be written, before the first code */
    bool had_bom;             /* one came, or was written */
    bool source_ended;        /* the source has told its end, not yet consumed by a get */
    bool past_end;
    bool source_closed;       /* closing failed on the way; only freeing is left */

    int os_error;             /* errno code of the last IO_OS_ERROR */
    uint64_t error_byte;      /* position of the last IO_BAD_ENCODING */

    char *file_name;          /* owned, NULL when there is none */
    int fd;                   /* -1 when there is none */
    uint32_t id;              /* for the layers above: never touched here */
    void *user;               /* the same */

    /* Called, when set, each time before the source is asked for bytes: to prompt, or to flush an output. */
    void (*before_read)(void *user, Stream *s);
    void *before_read_user;
};

/* ---- opening and closing ---- */

/* Default options for a mode: text, UTF-8, eof_code, posix newlines, byte order marks honoured when reading. */
StreamOptions stream_options(StreamMode mode);

/* Opens a file. The stream is owned by the caller and ends with stream_close. On IO_OS_ERROR *os_errno tells why. */
NODISCARD IoStatus stream_open_file(Alloc *a, const char *path, StreamMode mode, const StreamOptions *options, Stream **out, int *os_errno);

/* Makes a stream over an open descriptor. `name` may be NULL and is copied. On failure the descriptor stays open. */
NODISCARD IoStatus stream_open_fd(Alloc *a, int fd, const char *name, StreamMode mode, const StreamOptions *options, Stream **out);

/* Makes a stream that reads a copy of n bytes, UTF-8 unless changed by stream_set_encoding. */
NODISCARD IoStatus stream_open_memory_reader(Alloc *a, const char *bytes, size_t n, Stream **out);

/* Makes a stream that gathers its output in memory, as UTF-8. */
NODISCARD IoStatus stream_open_memory_writer(Alloc *a, Stream **out);

/* The whole text of a memory stream, borrowed until its next operation, with a NUL after its n bytes. */
NODISCARD IoStatus stream_memory_text(Stream *s, const char **text, size_t *n);

/* Moves the text of a memory writer into `out`, which must not own memory, and leaves the stream empty. */
void stream_memory_take(Stream *s, Buf *out);

/* Makes a stream over callbacks of the host, which are borrowed for the life of the stream. It can be repositioned when
 * host->seek is set. The host is asked to close `source` when the stream ends, and not when opening fails. `name` may be
 * NULL and is copied. */
NODISCARD IoStatus stream_open_host(Alloc *a, const StreamOps *host, void *source, const char *name, StreamMode mode,
                                    const StreamOptions *options, Stream **out);

/* Flushes, closes and frees. When that fails without force, the stream remains, to be closed again; with force, errors
 * are ignored, output that cannot be written is lost, and the result is IO_OK. */
NODISCARD IoStatus stream_close(Stream *s, bool force);

/* For the files of sources: makes a stream over ops. On failure nothing was closed. */
NODISCARD IoStatus stream_new(Alloc *a, const StreamOps *ops, void *source, const char *name, StreamMode mode, const StreamOptions *options,
                              Stream **out);

/* For the files of sources: looks for a byte order mark now rather than at the first read. */
NODISCARD IoStatus stream_check_bom(Stream *s);

/* ---- reading ---- */

/* The next code point; -1 with IO_EOF. */
NODISCARD IoStatus stream_get_code(Stream *s, int32_t *code);
NODISCARD IoStatus stream_peek_code(Stream *s, int32_t *code);

/* The code point that `ahead` others precede, without moving; -1 with IO_EOF if the stream ends before it. */
NODISCARD IoStatus stream_peek_code_at(Stream *s, size_t ahead, int32_t *code);

/* The next byte; -1 with IO_EOF. */
NODISCARD IoStatus stream_get_byte(Stream *s, int32_t *byte);
NODISCARD IoStatus stream_peek_byte(Stream *s, int32_t *byte);

/* stream_get_code with the common case, a printable ASCII character in the buffer, inline. */
NODISCARD static inline IoStatus stream_next_code(Stream *s, int32_t *code)
{
    if (LIKELY(s->cursor < s->fast_limit)) {
        unsigned char byte = (unsigned char)s->buffer[s->cursor];
        if (LIKELY(byte - 0x20u < 0x5Fu)) {                  /* neither control nor part of a longer code */
            s->cursor++;
            s->chars++;
            s->column++;
            *code = byte;
            return IO_OK;
        }
    }
    return stream_get_code(s, code);
}

/* ---- reading many at a time ----
 *
 * A gather brings code points into the buffer without moving: *bytes tells how many bytes they are, 0 with IO_EOF at the end of the stream.
 * What it found is then looked at in place or decoded, and at last consumed; until then nothing has happened to the stream. */

/* Up to and including the next newline, or to the end. */
NODISCARD IoStatus stream_gather_line(Stream *s, size_t *bytes);

/* Everything to the end. */
NODISCARD IoStatus stream_gather_all(Stream *s, size_t *bytes);

/* At most `count` code points. Bytes that are malformed count as one. */
NODISCARD IoStatus stream_gather_codes(Stream *s, uint64_t count, size_t *bytes);

/* What is in the buffer; only when that is nothing is the source asked, once. Bytes of a code point that is cut off are left out. */
NODISCARD IoStatus stream_gather_ready(Stream *s, size_t *bytes);

/* The gathered bytes, borrowed, when they are valid UTF-8 as they stand; NULL when they must be decoded. */
const char *stream_gathered_text(const Stream *s, size_t bytes);

/* Appends gathered bytes as UTF-8 text. After IO_BAD_ENCODING what precedes the offending bytes was appended, and *bytes is cut down to
 * what is to be consumed: that and the offending bytes. */
NODISCARD IoStatus stream_decode_gathered(Stream *s, size_t *bytes, Buf *out);

/* Moves over gathered bytes, which stand for this text. */
void stream_consume(Stream *s, size_t bytes, const char *text, size_t length);

/* Where the stream stands. A source whose reads may wait is not asked: it is END_AT only once its end was seen. */
EndState stream_end_state(Stream *s);

/* ---- writing ---- */

/* Writes a code point. IO_BAD_ENCODING, and nothing written, when the stream's encoding lacks it. */
NODISCARD IoStatus stream_put_code(Stream *s, uint32_t code);

NODISCARD IoStatus stream_put_byte(Stream *s, uint8_t byte);

/* Writes n bytes of valid UTF-8 text in the stream's encoding. After a failure, what precedes it is written. */
NODISCARD IoStatus stream_put_bytes(Stream *s, const char *text, size_t n);

/* Writes a NUL-terminated UTF-8 string. */
NODISCARD IoStatus stream_put_string(Stream *s, const char *string);

/* Hands all buffered output to the source. What the source does not take stays in the buffer. */
NODISCARD IoStatus stream_flush(Stream *s);

/* True when stream_put_code can write the code point. */
bool stream_can_encode(const Stream *s, uint32_t code);

/* ---- state ---- */

static inline bool stream_is_input(const Stream *s)
{
    return s->mode == STREAM_READ;
}

static inline bool stream_is_output(const Stream *s)
{
    return s->mode != STREAM_READ;
}

/* Bytes, code points, lines (from 1) and columns (from 0) up to here. */
static inline uint64_t stream_byte_count(const Stream *s)
{
    return s->offset + s->cursor;
}

static inline uint64_t stream_char_count(const Stream *s)
{
    return s->chars;
}

static inline uint64_t stream_line(const Stream *s)
{
    return s->line;
}

static inline uint64_t stream_column(const Stream *s)
{
    return s->column;
}

StreamPosition stream_position(const Stream *s);

/* Goes to a place obtained from stream_position. IO_WRONG_MODE when the stream cannot. */
NODISCARD IoStatus stream_seek(Stream *s, const StreamPosition *position);

/* Goes to a byte; *bytes is the resulting position from the start. Lines and columns start afresh there, and the count
 * of code points is taken to be that of bytes. */
NODISCARD IoStatus stream_seek_bytes(Stream *s, int64_t offset, OsWhence whence, uint64_t *bytes);

/* Changes the encoding of what follows. */
void stream_set_encoding(Stream *s, Encoding encoding);

/* Changes the buffering; output that may no longer wait is flushed. */
NODISCARD IoStatus stream_set_buffering(Stream *s, Buffering buffering);

#endif
