/* bi_format.c - format/1,2,3.
 * SPDX-License-Identifier: MIT
 *
 * The text is made in full before any of it is written: an error leaves no half line behind, and running again when the heap lacks room
 * writes nothing twice.
 */
#include "base/utf8.h"
#include "builtins/format.h"
#include "builtins/stream_argument.h"
#include "builtins/text_view.h"

/* Makes the text. `out` is to be freed in any case. */
static Status make_formatted(Engine *e, Cell format, Cell arguments, uint64_t column, Buf *out)
{
    buf_init(out, &e->machine->alloc);
    TextView view;
    Status status = text_view_open(e, &view, format, ACCEPT_ANY_NIL, ATOM_text);
    if (status != ST_TRUE)
        return status;
    status = format_text(e, view.bytes, view.length, arguments, column, out);
    text_view_close(&view);
    return status;
}

static Status format_to_stream(Engine *e, Stream *s, Cell culprit, Cell format, Cell arguments)
{
    Buf text;
    Status status = make_formatted(e, format, arguments, stream_column(s), &text);
    if (status == ST_TRUE && text.length > 0)
        status = io_result(e, s, culprit, stream_put_bytes(s, text.data, text.length));
    buf_free(&text);
    return status;
}

static Status format_to_current(Engine *e, Cell format, Cell arguments)
{
    Stream *s;
    Status status = current_output_for(e, CONTENTS_TEXT, &s);
    return status == ST_TRUE ? format_to_stream(e, s, CULPRIT_CURRENT, format, arguments) : status;
}

static Status bi_format1(Engine *e, Cell *arg)
{
    return format_to_current(e, arg[0], cell_from_atom(ATOM_nil));
}

static Status bi_format2(Engine *e, Cell *arg)
{
    return format_to_current(e, arg[0], arg[1]);
}

/* ---- format/3: a stream, or a term that wants the text ---- */

/* True of atom(A), string(S), codes(Cs), chars(Cs). */
static bool sink_kind(Cell sink, enum TextKind *kind)
{
    if (!cell_is_str(sink) || functor_arity(str_functor(sink)) != 1)
        return false;
    switch (functor_name(str_functor(sink))) {
    case ATOM_atom: *kind = TEXT_ATOM; return true;
    case ATOM_string: *kind = TEXT_STRING; return true;
    case ATOM_codes: *kind = TEXT_CODES; return true;
    case ATOM_chars: *kind = TEXT_CHARS; return true;
    default: return false;
    }
}

/* Unifies codes(Codes, Tail) with text. */
static Status unify_codes_with_tail(Engine *e, Cell sink, const Buf *text)
{
    Store *s = &e->store;
    if (!heap_has(s, 2 * text->length))
        return ST_RETRY;
    Cell tail = str_cells(sink)[2], list = tail, *link = &list;
    for (size_t i = 0; i < text->length;) {
        const char *p = text->data + i;
        Cell pair = heap_push_pair(s, cell_from_int((int64_t)utf8_next(&p)), tail);
        *link = pair;
        link = lst_cells(pair) + 1;
        i = (size_t)(p - text->data);
    }
    return unify_result(e, str_cells(sink)[1], list);
}

static Status bi_format3(Engine *e, Cell *arg)
{
    Cell sink = cell_deref(arg[0]);
    enum TextKind kind = TEXT_ATOM;
    bool with_tail = cell_is_str(sink) && str_functor(sink) == cell_from_functor(ATOM_codes, 2);
    if (!with_tail && !sink_kind(sink, &kind)) {
        Stream *s;
        Status status = arg_stream_for(e, sink, DIRECTION_OUTPUT, CONTENTS_TEXT, &s);
        return status == ST_TRUE ? format_to_stream(e, s, sink, arg[1], arg[2]) : status;
    }
    Buf text;
    Status status = make_formatted(e, arg[1], arg[2], 0, &text);
    if (status == ST_TRUE && with_tail)
        status = unify_codes_with_tail(e, sink, &text);
    else if (status == ST_TRUE)
        status = unify_text(e, str_cells(sink)[1], kind, buf_terminate(&text), text.length);
    buf_free(&text);
    return status;
}

/* ---- table ---- */

/* clang-format off */
const Builtin builtins_format[] = {
    /*      name      function     arguments                       determinism  ISO */
    BUILTIN("format", bi_format1,  "+text",                        DET,         ""),
    BUILTIN("format", bi_format2,  "+text +list",                  DET,         ""),
    BUILTIN("format", bi_format3,  "+stream_or_sink +text +list",  DET,         ""),
    BUILTIN_END
};
/* clang-format on */
