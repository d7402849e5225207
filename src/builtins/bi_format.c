/* bi_format.c - format/1,2,3.
 * SPDX-License-Identifier: MIT
 *
 * The text is made in full before any of it is written: an error leaves no half line behind, and running again when the heap lacks room
 * writes nothing twice.
 */
#include "builtins/format.h"
#include "builtins/stream_argument.h"
#include "builtins/text_kind.h"
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

/* True of atom(A), string(S), codes(Cs), chars(Cs), codes(Cs, Tail), chars(Cs, Tail). */
static bool sink_kind(Cell sink, enum TextKind *kind)
{
    if (!cell_is_str(sink) || !cell_is_functor(str_functor(sink)))
        return false;
    uint32_t arity = functor_arity(str_functor(sink));
    if (!text_kind_from_atom(functor_name(str_functor(sink)), kind))
        return false;
    return arity == 1 || (arity == 2 && (*kind == TEXT_CODES || *kind == TEXT_CHARS));
}
static Status bi_format3(Engine *e, Cell *arg)
{
    Cell sink = cell_deref(arg[0]);
    enum TextKind kind = TEXT_ATOM;
    if (!sink_kind(sink, &kind)) {
        Stream *s;
        Status status = arg_stream_for(e, sink, DIRECTION_OUTPUT, CONTENTS_TEXT, &s);
        return status == ST_TRUE ? format_to_stream(e, s, sink, arg[1], arg[2]) : status;
    }
    Buf text;
    Status status = make_formatted(e, arg[1], arg[2], 0, &text);
    Cell made = 0;
    if (status == ST_TRUE && functor_arity(str_functor(sink)) == 2)
        status = make_list_before(e, kind, buf_terminate(&text), text.length, cell_deref(str_cells(sink)[2]), &made);
    else if (status == ST_TRUE)
        status = make_text(e, kind, buf_terminate(&text), text.length, &made);
    if (status == ST_TRUE)
        status = unify_result(e, str_cells(sink)[1], made);
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
