/* bi_stream_text.c - reading from streams line by line or all at once, looking ahead, copying.
 * SPDX-License-Identifier: MIT
 *
 * What is wanted is gathered in the stream's own buffer, made a text straight from there, and counted as read only when that text is on
 * the heap: so nothing is lost when a run has to be repeated, and nothing is copied twice.
 *
 * Elsewhere: the predicates that programs call (lib/readutil.pl, lib/boot/system.pl).
 */
#include "builtins/stream_argument.h"
#include "builtins/text_kind.h"

/* Gathered bytes as text: in place where they can stay, else decoded. */
typedef struct Gathered {
    const char *text;
    size_t length;
    size_t bytes;  /* of the stream; after an error: what is to be consumed all the same */
    IoStatus io;
    Buf decoded;
} Gathered;

static void gathered_open(Engine *e, Gathered *g, Stream *s, size_t bytes)
{
    *g = (Gathered){.bytes = bytes, .io = IO_OK};
    buf_init(&g->decoded, &e->machine->alloc);
    g->text = stream_gathered_text(s, bytes);
    g->length = bytes;
    if (g->text != NULL)
        return;
    g->io = stream_decode_gathered(s, &g->bytes, &g->decoded);
    g->text = buf_terminate(&g->decoded);
    g->length = g->decoded.length;
}

/* Leaves the stream behind the bytes that are no text, and makes an error of them. */
static Status bad_text(Engine *e, Gathered *g, Stream *s, Cell culprit)
{
    if (g->io == IO_BAD_ENCODING)
        stream_consume(s, g->bytes, g->text, g->length);
    return io_result(e, s, culprit, g->io);
}

/* A list in front of `tail` where there is one, else a text by itself. */
static Status make_result(Engine *e, enum TextKind kind, const char *text, size_t length, Cell tail, Cell *result)
{
    return tail != 0 ? make_list_before(e, kind, text, length, tail, result) : make_text(e, kind, text, length, result);
}

/* The bytes of a line's end: "\n" or "\r\n", or none on the last line of a stream. */
static size_t line_end_length(const char *text, size_t length)
{
    if (length == 0 || text[length - 1] != '\n')
        return 0;
    return length > 1 && text[length - 2] == '\r' ? 2 : 1;
}

typedef struct Wanted {
    enum TextKind kind;
    Cell tail;             /* of the list, or 0 */
    bool without_line_end;
    bool ends_last; /* the tail is [] after a line without line end, the last one */
    bool peek;
} Wanted;

/* Makes a text of gathered bytes and, unless it only peeks, counts them as read. */
static Status give_gathered(Engine *e, Stream *s, Cell culprit, size_t bytes, const Wanted *wanted, Cell result)
{
    Gathered g;
    Cell text = 0;
    gathered_open(e, &g, s, bytes);
    size_t dropped = wanted->without_line_end ? line_end_length(g.text, g.length) : 0;
    Status status =
        g.io == IO_OK ? make_result(e, wanted->kind, g.text, g.length - dropped, wanted->tail, &text) : bad_text(e, &g, s, culprit);
    if (status == ST_TRUE && !wanted->peek)
        stream_consume(s, g.bytes, g.text, g.length);
    bool is_last = wanted->ends_last && line_end_length(g.text, g.length) == 0;
    buf_free(&g.decoded);
    if (status == ST_TRUE && is_last)
        status = unify_result(e, wanted->tail, cell_from_atom(ATOM_nil));
    return status == ST_TRUE ? unify_result(e, result, text) : status;
}

/* Reads the end of a stream, as a get does that meets it. */
static Status read_end(Engine *e, Stream *s, Cell culprit)
{
    int32_t code;
    IoStatus io = s->binary ? stream_get_byte(s, &code) : stream_get_code(s, &code);
    return io_result(e, s, culprit, io);
}

/* ---- lines ---- */

/* '$read_line'(Stream, Kind, Text): the next line without its end; fails at the end of the stream. */
static Status bi_read_line(Engine *e, Cell *arg)
{
    Stream *s;
    Wanted wanted = {.without_line_end = true};
    Status status = arg_stream_for(e, arg[0], DIRECTION_INPUT, CONTENTS_ANY, &s);
    if (status == ST_TRUE)
        status = arg_text_kind(e, arg[1], &wanted.kind);
    if (status != ST_TRUE)
        return status;
    size_t bytes;
    IoStatus io = stream_gather_line(s, &bytes);
    if (io == IO_OK)
        return give_gathered(e, s, arg[0], bytes, &wanted, arg[2]);
    status = io == IO_EOF ? read_end(e, s, arg[0]) : io_result(e, s, arg[0], io);
    return status == ST_TRUE ? ST_FAIL : status;
}

/* '$read_line_to'(Stream, Kind, List, Tail): the next line with its end before Tail; at the end of the stream, and after a last line
 * that has no end, Tail is []. */
static Status bi_read_line_to(Engine *e, Cell *arg)
{
    Stream *s;
    Wanted wanted = {.tail = cell_deref(arg[3]), .ends_last = true};
    Status status = arg_stream_for(e, arg[0], DIRECTION_INPUT, CONTENTS_ANY, &s);
    if (status == ST_TRUE)
        status = arg_text_kind(e, arg[1], &wanted.kind);
    if (status != ST_TRUE)
        return status;
    size_t bytes;
    IoStatus io = stream_gather_line(s, &bytes);
    if (io == IO_OK)
        return give_gathered(e, s, arg[0], bytes, &wanted, arg[2]);
    status = io == IO_EOF ? read_end(e, s, arg[0]) : io_result(e, s, arg[0], io);
    if (status == ST_TRUE)
        status = unify_result(e, arg[3], cell_from_atom(ATOM_nil));
    return status == ST_TRUE ? unify_result(e, arg[2], cell_from_atom(ATOM_nil)) : status;
}

/* ---- all, or so many ---- */

/* '$read_all'(Stream, Kind, Text, Tail): what is left of the stream, its end included. Tail is that of a list, [] for other kinds. */
static Status bi_read_all(Engine *e, Cell *arg)
{
    Stream *s;
    Wanted wanted = {.tail = 0};
    Status status = arg_stream_for(e, arg[0], DIRECTION_INPUT, CONTENTS_ANY, &s);
    if (status == ST_TRUE)
        status = arg_text_kind(e, arg[1], &wanted.kind);
    if (status != ST_TRUE)
        return status;
    if (wanted.kind == TEXT_CODES || wanted.kind == TEXT_CHARS)
        wanted.tail = cell_deref(arg[3]);
    size_t bytes;
    IoStatus io = stream_gather_all(s, &bytes);
    if (io != IO_OK && io != IO_EOF)
        return io_result(e, s, arg[0], io);
    status = give_gathered(e, s, arg[0], bytes, &wanted, arg[2]);
    if (status != ST_TRUE && status != ST_FAIL)
        return status;
    Status end = read_end(e, s, arg[0]);
    return end == ST_TRUE ? status : end;
}

/* The next characters, at most as many as an argument says. */
static Status give_some(Engine *e, Cell *arg, Cell count, Wanted *wanted, Cell result)
{
    Stream *s;
    int64_t wanted_codes;
    size_t bytes;
    Status status = arg_stream_for(e, arg[0], DIRECTION_INPUT, CONTENTS_ANY, &s);
    if (status == ST_TRUE)
        status = arg_non_negative(e, count, &wanted_codes);
    if (status != ST_TRUE)
        return status;
    IoStatus io = stream_gather_codes(s, (uint64_t)wanted_codes, &bytes);
    if (io != IO_OK && io != IO_EOF)
        return io_result(e, s, arg[0], io);
    return give_gathered(e, s, arg[0], bytes, wanted, result);
}

/* '$read_some'(Stream, Count, String) */
static Status bi_read_some(Engine *e, Cell *arg)
{
    Wanted wanted = {.kind = TEXT_STRING};
    return give_some(e, arg, arg[1], &wanted, arg[2]);
}

/* peek_string(Stream, Count, String): the next Count characters, fewer where the stream ends, which are not read. */
static Status bi_peek_string(Engine *e, Cell *arg)
{
    Wanted wanted = {.kind = TEXT_STRING, .peek = true};
    return give_some(e, arg, arg[1], &wanted, arg[2]);
}

/* ---- what has come already ---- */

static Status give_ready(Engine *e, Cell *arg, enum TextKind kind)
{
    Stream *s;
    Wanted wanted = {.kind = kind, .tail = cell_deref(arg[2])};
    Status status = arg_stream_for(e, arg[0], DIRECTION_INPUT, CONTENTS_ANY, &s);
    if (status != ST_TRUE)
        return status;
    size_t bytes;
    IoStatus io = stream_gather_ready(s, &bytes);
    if (io == IO_OK)
        return give_gathered(e, s, arg[0], bytes, &wanted, arg[1]);
    status = io == IO_EOF ? read_end(e, s, arg[0]) : io_result(e, s, arg[0], io);
    return status == ST_TRUE ? unify_atom(e, arg[1], ATOM_nil) : status;
}

/* read_pending_codes(Stream, Codes, Tail): what can be read without waiting, and waits only where that is nothing; [] at the end. */
static Status bi_read_pending_codes(Engine *e, Cell *arg)
{
    return give_ready(e, arg, TEXT_CODES);
}

static Status bi_read_pending_chars(Engine *e, Cell *arg)
{
    return give_ready(e, arg, TEXT_CHARS);
}

/* fill_buffer(Stream): waits until something can be read. */
static Status bi_fill_buffer(Engine *e, Cell *arg)
{
    Stream *s;
    size_t bytes;
    Status status = arg_stream_for(e, arg[0], DIRECTION_INPUT, CONTENTS_ANY, &s);
    return status == ST_TRUE ? io_result(e, s, arg[0], stream_gather_ready(s, &bytes)) : status;
}

/* ---- copying ---- */

/* What is copied at a time. */
#define COPY_CODES 4096u

/* Copies at most `most` characters, and tells how many; none at the end of the input. */
static Status copy_some(Engine *e, Stream *in, Stream *out, const Cell *arg, uint64_t most, uint64_t *copied)
{
    size_t bytes;
    *copied = 0;
    IoStatus io = stream_gather_codes(in, most, &bytes);
    if (io != IO_OK)
        return io == IO_EOF ? read_end(e, in, arg[0]) : io_result(e, in, arg[0], io);
    Gathered g;
    gathered_open(e, &g, in, bytes);
    if (g.io != IO_OK) {
        Status status = bad_text(e, &g, in, arg[0]);
        buf_free(&g.decoded);
        return status;
    }
    uint64_t before = stream_char_count(in);
    io = stream_put_bytes(out, g.text, g.length);
    stream_consume(in, g.bytes, g.text, g.length);
    buf_free(&g.decoded);
    *copied = stream_char_count(in) - before;
    return io_result(e, out, arg[1], io);
}

/* Copies bytes between binary streams. */
static Status copy_bytes(Engine *e, Stream *in, Stream *out, const Cell *arg, uint64_t most, uint64_t *copied)
{
    for (*copied = 0; *copied < most; ++*copied) {
        int32_t byte;
        IoStatus io = stream_get_byte(in, &byte);
        if (io == IO_EOF) {
            return ST_TRUE;
        }
        if (io != IO_OK)
            return io_result(e, in, arg[0], io);
        io = stream_put_byte(out, (uint8_t)byte);
        if (io != IO_OK)
            return io_result(e, out, arg[1], io);
    }
    return ST_TRUE;
}

/* Copies some more, unless the goal is to stop. */
static Status copy_part(Engine *e, Stream *in, Stream *out, const Cell *arg, uint64_t most, uint64_t *copied)
{
    if (stop_is_wanted(&e->stop))
        return limits_stop(e);
    return in->binary ? copy_bytes(e, in, out, arg, most, copied) : copy_some(e, in, out, arg, most, copied);
}

static Status open_copy(Engine *e, const Cell *arg, Stream **in, Stream **out)
{
    Status status = arg_stream_for(e, arg[0], DIRECTION_INPUT, CONTENTS_ANY, in);
    if (status != ST_TRUE)
        return status;
    return arg_stream_for(e, arg[1], DIRECTION_OUTPUT, (*in)->binary ? CONTENTS_BINARY : CONTENTS_TEXT, out);
}

/* copy_stream_data(In, Out): up to the end of In. */
static Status bi_copy_stream_data2(Engine *e, Cell *arg)
{
    Stream *in, *out;
    uint64_t copied = 1;
    Status status = open_copy(e, arg, &in, &out);
    while (status == ST_TRUE && copied > 0)
        status = copy_part(e, in, out, arg, COPY_CODES, &copied);
    return status;
}

/* copy_stream_data(In, Out, Count): at most Count characters, or bytes. A run that is repeated goes on with what is left. */
static Status bi_copy_stream_data3(Engine *e, Cell *arg)
{
    Stream *in, *out;
    int64_t left;
    uint64_t copied = 1;
    Status status = arg_non_negative(e, arg[2], &left);
    if (status == ST_TRUE)
        status = open_copy(e, arg, &in, &out);
    while (status == ST_TRUE && left > 0 && copied > 0) {
        status = copy_part(e, in, out, arg, min_uint64((uint64_t)left, COPY_CODES), &copied);
        left -= (int64_t)copied;
    }
    arg[2] = cell_from_int(left);
    return status;
}

/* ---- table ---- */

/* clang-format off */
const Builtin builtins_stream_text[] = {
    /*      name                  function               arguments                                       determinism  ISO */
    BUILTIN("$read_line",         bi_read_line,          "+stream_or_alias +atom -text",                 DET,         ""),
    BUILTIN("$read_line_to",      bi_read_line_to,       "+stream_or_alias +atom -list ?tail",           DET,         ""),
    BUILTIN("$read_all",          bi_read_all,           "+stream_or_alias +atom -text ?tail",           DET,         ""),
    BUILTIN("$read_some",         bi_read_some,          "+stream_or_alias +integer -string",            DET,         ""),
    BUILTIN("peek_string",        bi_peek_string,        "+stream_or_alias +integer -string",            DET,         ""),
    BUILTIN("read_pending_codes", bi_read_pending_codes, "+stream_or_alias -list ?tail",                 DET,         ""),
    BUILTIN("read_pending_chars", bi_read_pending_chars, "+stream_or_alias -list ?tail",                 DET,         ""),
    BUILTIN("fill_buffer",        bi_fill_buffer,        "+stream_or_alias",                             DET,         ""),
    BUILTIN("copy_stream_data",   bi_copy_stream_data2,  "+stream_or_alias +stream_or_alias",            DET,         ""),
    BUILTIN("copy_stream_data",   bi_copy_stream_data3,  "+stream_or_alias +stream_or_alias +integer",   DET,         ""),
    BUILTIN_END
};
/* clang-format on */
