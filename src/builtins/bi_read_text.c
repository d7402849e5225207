/* bi_read_text.c - text of streams by the piece: what library(readutil) and library(pure_input) are made of.
 * SPDX-License-Identifier: MIT
 *
 * Room for the longest result is there before anything is read, so that nothing that was read is ever lost.
 */
#include "base/utf8.h"
#include "builtins/list_build.h"
#include "builtins/stream_argument.h"
#include "builtins/text_view.h"

/* Characters of one piece at most. */
#define PIECE_CHARACTERS 8192
/* Cells for each of them at most: a code needs a pair; of characters, NUL costs a pair and breaks a block. */
#define CELLS_PER_CHARACTER 3

/* What one run reads. */
typedef struct Piece {
    Stream *stream;
    size_t max;            /* characters */
    const TextView *stops; /* a set of characters */
    Buf text;
    int32_t end; /* the stop that was met; -1: the end of the stream; PIECE_FULL */
} Piece;

#define PIECE_FULL (-2)

static bool is_stop(const TextView *stops, int32_t code)
{
    for (const char *p = stops->bytes, *end = p + stops->length; p < end;)
        if ((int32_t)utf8_next(&p) == code)
            return true;
    return false;
}

/* Reads characters until the piece is full, ended or broken off. What came before a failure of the system is a piece too. */
static IoStatus fill_piece(Piece *piece)
{
    IoStatus io = IO_OK;
    int32_t code;
    piece->end = PIECE_FULL;
    for (size_t n = 0; n < piece->max; n++) {
        io = stream_next_code(piece->stream, &code);
        if (UNLIKELY(io != IO_OK))
            break;
        if (is_stop(piece->stops, code)) {
            piece->end = code;
            return IO_OK;
        }
        buf_put_code(&piece->text, (uint32_t)code);
    }
    if (io == IO_EOF)
        piece->end = -1;
    return io == IO_OS_ERROR && piece->text.length > 0 ? IO_OK : io;
}

/* Pushes the list of the codes of the characters, ending in `tail`. */
static Cell push_codes(Store *s, const Buf *text, Cell tail)
{
    Cell list = tail, *link = &list;
    for (const char *p = text->data, *end = p + text->length; p < end;) {
        Cell pair = heap_push_pair(s, cell_from_int((int64_t)utf8_next(&p)), tail);
        *link = pair;
        link = lst_cells(pair) + 1;
    }
    return list;
}

static Status unify_piece(Engine *e, const Piece *piece, uint32_t kind, const Cell *arg)
{
    Store *s = &e->store;
    Cell tail = heap_push_var(s), list = tail;
    if (piece->text.length > 0)
        list = kind == ATOM_codes ? push_codes(s, &piece->text, tail) : text_push(s, piece->text.data, piece->text.length, tail);
    Status status = unify_result(e, arg[4], list);
    if (status == ST_TRUE)
        status = unify_result(e, arg[5], tail);
    Cell end = piece->end == PIECE_FULL ? cell_from_atom(ATOM_nil) : cell_from_int(piece->end);
    return status == ST_TRUE ? unify_result(e, arg[6], end) : status;
}

static Status read_piece(Engine *e, Piece *piece, uint32_t kind, const Cell *arg)
{
    if (!heap_has(&e->store, piece->max * CELLS_PER_CHARACTER + SMALL_RESULT_CELLS))
        return ST_RETRY;
    if (!buf_reserve(&piece->text, piece->max * UTF8_MAX_BYTES))
        return resource_error(e, ATOM_memory);
    IoStatus io = fill_piece(piece);
    if (io != IO_OK && io != IO_EOF)
        return io_result(e, piece->stream, arg[0], io);
    return unify_piece(e, piece, kind, arg);
}

/* '$read_text'(Stream, Kind, Max, Stops, List, Rest, End): at most Max characters of Stream, up to one of the text Stops, are the list
 * of codes or chars (Kind) from List to Rest, an unbound tail. End is the code of the stop, which is read but not in List; -1 at the
 * end of the stream; else []. */
static Status bi_read_text(Engine *e, Cell *arg)
{
    uint32_t kind;
    int64_t max;
    TextView stops;
    Piece piece = {.stops = &stops};
    Status s = arg_stream_for(e, arg[0], DIRECTION_INPUT, CONTENTS_TEXT, &piece.stream);
    if (s == ST_TRUE)
        s = arg_atom(e, arg[1], &kind);
    if (s == ST_TRUE)
        s = arg_non_negative(e, arg[2], &max);
    if (s == ST_TRUE)
        s = text_view_open(e, &stops, arg[3], ACCEPT_ANY_NIL, ATOM_text);
    if (s != ST_TRUE)
        return s;
    piece.max = (size_t)min_int64(max, PIECE_CHARACTERS);
    buf_init(&piece.text, &e->machine->alloc);
    s = read_piece(e, &piece, kind, arg);
    buf_free(&piece.text);
    text_view_close(&stops);
    return s;
}

/* clang-format off */
const Builtin builtins_read_text[] = {
    BUILTIN("$read_text", bi_read_text, "+stream +kind +integer +text -list -rest -end", DET, ""),
    BUILTIN_END
};
/* clang-format on */
