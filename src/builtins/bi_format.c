/* bi_format.c - format/1,2,3.
 * SPDX-License-Identifier: MIT
 *
 * The text is made in full before any of it is written: an error leaves no half line behind, and running again when the heap lacks room
 * writes nothing twice.
 */
#include "base/vec.h"
#include "builtins/format.h"
#include "builtins/stream_argument.h"
#include "builtins/text_kind.h"
#include "builtins/text_view.h"

/* Makes the text. `out` is to be freed in any case. `texts` are those for directives that need Prolog, or 0. */
static Status make_formatted(Engine *e, Cell format, Cell arguments, Cell texts, uint64_t column, Buf *out)
{
    buf_init(out, &e->machine->alloc);
    TextView view;
    Status status = text_view_open(e, &view, format, ACCEPT_ANY_NIL, ATOM_text);
    if (status != ST_TRUE)
        return status;
    FormatRequest request = {
        .format = view.bytes,
        .bytes = view.length,
        .arguments = arguments,
        .column = column,
        .pass = texts != 0 ? FORMAT_INSERT : FORMAT_PLAIN,
        .texts = texts != 0 ? cell_deref(texts) : 0,
    };
    status = format_text(e, &request, out);
    text_view_close(&view);
    return status;
}

/* Has '$format_with_calls'(Sink, Format, Arguments), which is Prolog, do it. */
static Status call_format(Engine *e, Cell sink, Cell format, Cell arguments)
{
    if (!heap_has(&e->store, 4))
        return ST_RETRY;
    e->goal = heap_push_struct(&e->store, cell_from_functor(ATOM_format_with_calls, 3));
    str_cells(e->goal)[1] = sink;
    str_cells(e->goal)[2] = format;
    str_cells(e->goal)[3] = arguments;
    e->goal_module = e->machine->program.system;
    return ST_CALL;
}

static Status format_to_stream(Engine *e, Stream *s, Cell culprit, const Cell *arg, Cell texts)
{
    Buf text;
    Status status = make_formatted(e, arg[0], arg[1], texts, stream_column(s), &text);
    if (status == ST_TRUE && text.length > 0)
        status = io_result(e, s, culprit, stream_put_bytes(s, text.data, text.length));
    buf_free(&text);
    return status;
}

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

/* The text as a result of the kind that the sink wants. */
static Status format_to_text(Engine *e, Cell sink, enum TextKind kind, const Cell *arg, Cell texts)
{
    Buf text;
    Cell made = 0;
    Status status = make_formatted(e, arg[0], arg[1], texts, 0, &text);
    if (status == ST_TRUE && functor_arity(str_functor(sink)) == 2)
        status = make_list_before(e, kind, buf_terminate(&text), text.length, cell_deref(str_cells(sink)[2]), &made);
    else if (status == ST_TRUE)
        status = make_text(e, kind, buf_terminate(&text), text.length, &made);
    if (status == ST_TRUE)
        status = unify_result(e, str_cells(sink)[1], made);
    buf_free(&text);
    return status;
}

/* arg[0] is the format, arg[1] its arguments; 0 as sink is current output. */
static Status format_to(Engine *e, Cell sink, const Cell *arg, Cell texts)
{
    Stream *s;
    enum TextKind kind = TEXT_ATOM;
    Status status;
    sink = cell_deref(sink);
    if (sink == cell_from_int(0)) {
        status = current_output_for(e, CONTENTS_TEXT, &s);
        if (status == ST_TRUE)
            status = format_to_stream(e, s, CULPRIT_CURRENT, arg, texts);
    } else if (sink_kind(sink, &kind)) {
        status = format_to_text(e, sink, kind, arg, texts);
    } else {
        status = arg_stream_for(e, sink, DIRECTION_OUTPUT, CONTENTS_TEXT, &s);
        if (status == ST_TRUE)
            status = format_to_stream(e, s, sink, arg, texts);
    }
    return status == ST_CALL ? call_format(e, sink, arg[0], arg[1]) : status;
}

static Status bi_format1(Engine *e, Cell *arg)
{
    Cell arguments[2] = {arg[0], cell_from_atom(ATOM_nil)};
    return format_to(e, cell_from_int(0), arguments, 0);
}

static Status bi_format2(Engine *e, Cell *arg)
{
    return format_to(e, cell_from_int(0), arg, 0);
}

static Status bi_format3(Engine *e, Cell *arg)
{
    if (cell_deref(arg[0]) == cell_from_int(0))
        return domain_error(e, ATOM_stream_or_alias, arg[0]);
    return format_to(e, arg[0], arg + 1, 0);
}

/* ---- directives that need Prolog ---- */

/* Unifies with the list of print(Term), call(Goal), write_term(Term-Options) and directive(D) for pairs of these names and their arguments. */
static Status unify_calls(Engine *e, Cell arg, const CellVec *collected)
{
    Store *s = &e->store;
    if (!heap_has(s, 2 * collected->count))
        return ST_RETRY;
    Cell list = cell_from_atom(ATOM_nil);
    for (size_t i = collected->count; i > 0; i -= 2) {
        Cell call = heap_push_struct(s, cell_from_functor(cell_atom(collected->items[i - 2]), 1));
        str_cells(call)[1] = collected->items[i - 1];
        list = heap_push_pair(s, call, list);
    }
    return unify_result(e, arg, list);
}

/* '$format_calls'(Format, Arguments, Calls): what Prolog is to make texts of, in order. */
static Status bi_format_calls(Engine *e, Cell *arg)
{
    TextView view;
    Buf out;
    Status status = text_view_open(e, &view, arg[0], ACCEPT_ANY_NIL, ATOM_text);
    if (status != ST_TRUE)
        return status;
    buf_init(&out, &e->machine->alloc);
    FormatRequest request = {.format = view.bytes, .bytes = view.length, .arguments = arg[1], .pass = FORMAT_COLLECT};
    status = format_text(e, &request, &out);
    text_view_close(&view);
    buf_free(&out);
    if (status == ST_TRUE)
        status = unify_calls(e, arg[2], &request.collected);
    VEC_FREE(e->store.alloc, request.collected.items, request.collected.capacity);
    return status;
}

/* '$format_insert'(Sink, Format, Arguments, Texts): 0 as Sink is current output. */
static Status bi_format_insert(Engine *e, Cell *arg)
{
    return format_to(e, arg[0], arg + 1, arg[3]);
}

/* ---- table ---- */

/* clang-format off */
const Builtin builtins_format[] = {
    /*      name      function     arguments                       determinism  ISO */
    BUILTIN("format", bi_format1,  "+text",                        CONTROL,     ""),
    BUILTIN("format", bi_format2,  "+text +list",                  CONTROL,     ""),
    BUILTIN("format", bi_format3,  "+stream_or_sink +text +list",  CONTROL,     ""),
    BUILTIN("$format_calls", bi_format_calls, "+text +list -list", DET,         ""),
    BUILTIN("$format_insert", bi_format_insert, "+sink +text +list +list", DET, ""),
    BUILTIN_END
};
/* clang-format on */
