/* stream_argument.c - streams, file names and option lists as arguments of builtins; and errors of streams.
 * SPDX-License-Identifier: MIT
 */
#include "builtins/stream_argument.h"

#include "builtins/prompt.h"
#include "builtins/text_view.h"
#include "term/walk.h"

#include <errno.h>

#define FUNCTOR_STREAM cell_from_functor(ATOM_stream_handle, 1)
#define FUNCTOR_EQUALS cell_from_functor(ATOM_CHAR('='), 2)

/* ---- finding streams ---- */

bool cell_is_stream_term(Cell c)
{
    return cell_is_str(c) && str_functor(c) == FUNCTOR_STREAM && cell_is_atom(cell_deref(str_cells(c)[1]));
}

Cell stream_push_term(Engine *e, const Stream *s)
{
    const StreamEntry *entry = stream_table_entry(&e->machine->streams, s);
    Cell term = heap_push_struct(&e->store, FUNCTOR_STREAM);
    str_cells(term)[1] = cell_from_atom(entry ? entry->handle : ATOM_nil);
    return term;
}

Status stream_name_check(Engine *e, Cell arg)
{
    arg = cell_deref(arg);
    if (cell_is_var(arg))
        return instantiation_error(e);
    if (!cell_is_atom(arg) && !cell_is_stream_term(arg))
        return domain_error(e, ATOM_stream_or_alias, arg);
    return ST_TRUE;
}

Stream *stream_find(Engine *e, Cell name)
{
    const StreamTable *table = &e->machine->streams;
    return cell_is_atom(name)          ? stream_table_by_alias(table, cell_atom(name))
           : cell_is_stream_term(name) ? stream_table_by_handle(table, cell_atom(cell_deref(str_cells(name)[1])))
                                       : NULL;
}

Status arg_stream(Engine *e, Cell arg, Stream **out)
{
    Status status = stream_name_check(e, arg);
    if (status != ST_TRUE)
        return status;
    arg = cell_deref(arg);
    *out = stream_find(e, arg);
    return *out != NULL ? ST_TRUE : existence_error(e, ATOM_stream, arg);
}

Status arg_stream_term(Engine *e, Cell arg, Stream **out)
{
    arg = cell_deref(arg);
    if (cell_is_var(arg))
        return instantiation_error(e);
    if (!cell_is_stream_term(arg))
        return domain_error(e, ATOM_stream, arg);
    *out = stream_find(e, arg);
    return *out != NULL ? ST_TRUE : existence_error(e, ATOM_stream, arg);
}

/* ---- what sort of stream it is ---- */

/* The culprit of an error; false when the heap lacks room for it. */
static bool make_culprit(Engine *e, const Stream *s, Cell *culprit)
{
    if (*culprit != CULPRIT_CURRENT)
        return true;
    if (!heap_has(&e->store, STREAM_TERM_CELLS))
        return false;
    *culprit = stream_push_term(e, s);
    return true;
}

static Status not_permitted(Engine *e, const Stream *s, Cell culprit, uint32_t action, uint32_t type)
{
    return make_culprit(e, s, &culprit) ? permission_error(e, action, type, culprit) : ST_RETRY;
}

Status stream_check(Engine *e, Stream *s, Cell culprit, StreamDirection direction, StreamContents contents)
{
    uint32_t action = direction == DIRECTION_OUTPUT ? ATOM_output : ATOM_input;
    if (direction == DIRECTION_INPUT && !stream_is_input(s))
        return not_permitted(e, s, culprit, action, ATOM_stream);
    if (direction == DIRECTION_OUTPUT && !stream_is_output(s))
        return not_permitted(e, s, culprit, action, ATOM_stream);
    if (contents == CONTENTS_TEXT && s->binary)
        return not_permitted(e, s, culprit, action, ATOM_binary_stream);
    if (contents == CONTENTS_BINARY && !s->binary)
        return not_permitted(e, s, culprit, action, ATOM_text_stream);
    if (direction == DIRECTION_INPUT)
        prompt_prepare(e->machine, s);
    return ST_TRUE;
}

Status arg_stream_for(Engine *e, Cell arg, StreamDirection direction, StreamContents contents, Stream **out)
{
    Status status = arg_stream(e, arg, out);
    return status == ST_TRUE ? stream_check(e, *out, arg, direction, contents) : status;
}

Status current_input_for(Engine *e, StreamContents contents, Stream **out)
{
    *out = e->machine->streams.current_input;
    return stream_check(e, *out, CULPRIT_CURRENT, DIRECTION_INPUT, contents);
}

Status current_output_for(Engine *e, StreamContents contents, Stream **out)
{
    *out = e->machine->streams.current_output;
    return stream_check(e, *out, CULPRIT_CURRENT, DIRECTION_OUTPUT, contents);
}

/* ---- errors of streams and files ---- */

static Status os_error(Engine *e, int code)
{
    Buf text;
    buf_init(&text, &e->machine->alloc);
    os_error_text(code, &text);
    Status status = system_error(e, buf_terminate(&text));
    buf_free(&text);
    return status;
}

/* representation_error(character), with stream(S, Line, LinePosition, Bytes) in its context to tell where. */
static Status encoding_error(Engine *e, const Stream *s)
{
    Status status = representation_error(e, ATOM_character);
    Cell context = cell_is_str(e->ball) ? cell_deref(str_cells(e->ball)[2]) : 0;
    if (!heap_has(&e->store, STREAM_TERM_CELLS + 5) || !cell_is_str(context) || str_functor(context) != cell_from_functor(ATOM_context, 2))
        return status;
    Cell place = heap_push_struct(&e->store, cell_from_functor(ATOM_stream, 4)), *cells = str_cells(place);
    cells[2] = cell_from_int((int64_t)stream_line(s));
    cells[3] = cell_from_int((int64_t)stream_column(s));
    cells[4] = cell_from_int((int64_t)s->error_byte);
    cells[1] = stream_push_term(e, s);
    str_cells(context)[2] = place;
    return status;
}

/* A signal has ended a read that waited. Without this the run that follows would wait again, and no poll would come to see an interrupt. */
static Status interrupted_read(Engine *e)
{
    if (stop_is_wanted(&e->stop))
        return limits_stop(e);
    e->store.cells_needed = 0;
    return ST_RETRY;
}

Status io_result(Engine *e, Stream *s, Cell culprit, IoStatus status)
{
    if (LIKELY(status == IO_OK || status == IO_EOF)) /* then the stream may be gone, by closing */
        return ST_TRUE;
    bool is_input = stream_is_input(s);
    switch (status) {
    case IO_PAST_EOF: return not_permitted(e, s, culprit, ATOM_input, ATOM_past_end_of_stream);
    case IO_BAD_ENCODING: return encoding_error(e, s);
    case IO_NO_MEMORY: return resource_error(e, ATOM_memory);
    case IO_WRONG_MODE: return not_permitted(e, s, culprit, is_input ? ATOM_input : ATOM_output, ATOM_stream);
    default: break;
    }
    if (s->os_error == EINTR && is_input)
        return interrupted_read(e);
    return os_error(e, s->os_error);
}

Status os_file_error(Engine *e, int code, uint32_t action, uint32_t kind, Cell culprit)
{
    culprit = cell_deref(culprit);
    switch (code) {
    case ENOENT:
    case ENOTDIR: return existence_error(e, kind, culprit);
    case EACCES:
    case EPERM:
    case EISDIR:
    case EROFS:
    case EEXIST:
    case ENOTEMPTY:
    case EBUSY: return permission_error(e, action, kind, culprit);
    case ENOMEM: return resource_error(e, ATOM_memory);
    default: return os_error(e, code);
    }
}

/* ---- options ---- */

bool option_list_is_partial(Cell options)
{
    size_t length;
    options = cell_deref(options);
    enum ListKind kind = list_measure(options, &length);
    for (Cell element; kind == LIST_PROPER && option_next(&options, &element);)
        if (cell_is_var(element))
            return true;
    return kind == LIST_PARTIAL;
}

Status arg_option_list(Engine *e, Cell options)
{
    size_t length;
    if (option_list_is_partial(options))
        return instantiation_error(e);
    options = cell_deref(options);
    return list_measure(options, &length) == LIST_PROPER ? ST_TRUE : type_error(e, ATOM_list, options);
}

bool option_next(Cell *options, Cell *element)
{
    Cell list = cell_deref(*options), head;
    if (!cell_is_pair(list))
        return false;
    list_uncons(list, &head, options);
    *element = cell_deref(head);
    return true;
}

bool option_split(Cell element, uint32_t *name, Cell *value)
{
    if (!cell_is_str(element))
        return false;
    const Cell *cells = str_cells(element);
    if (cells[0] == FUNCTOR_EQUALS && cell_is_atom(cell_deref(cells[1]))) {
        *name = cell_atom(cell_deref(cells[1]));
        *value = cell_deref(cells[2]);
        return true;
    }
    if (!cell_is_functor(cells[0]) || functor_arity(cells[0]) != 1)
        return false;
    *name = functor_name(cells[0]);
    *value = cell_deref(cells[1]);
    return true;
}

Status option_boolean(Engine *e, Cell element, Cell value, uint32_t domain, bool *out)
{
    if (cell_is_var(value))
        return instantiation_error(e);
    bool yes = value == cell_from_atom(ATOM_true) || value == cell_from_atom(ATOM_on);
    if (!yes && value != cell_from_atom(ATOM_false) && value != cell_from_atom(ATOM_off))
        return domain_error(e, domain, element);
    *out = yes;
    return ST_TRUE;
}

Status option_atom(Engine *e, Cell element, Cell value, uint32_t domain, uint32_t *out)
{
    if (cell_is_var(value))
        return instantiation_error(e);
    if (!cell_is_atom(value))
        return domain_error(e, domain, element);
    *out = cell_atom(value);
    return ST_TRUE;
}

/* ---- file names ---- */

Status arg_path(Engine *e, Cell arg, Buf *out)
{
    arg = cell_deref(arg);
    if (cell_is_var(arg))
        return instantiation_error(e);
    if (!cell_is_atom(arg) && !cell_is_string(arg) && !cell_is_pair(arg))
        return domain_error(e, ATOM_source_sink, arg);
    TextView view;
    Status status = text_view_open(e, &view, arg, ACCEPT_ANY, ATOM_list);
    if (status != ST_TRUE)
        return status;
    bool has_nul = memchr(view.bytes, '\0', view.length) != NULL;
    buf_put_bytes(out, view.bytes, view.length);
    text_view_close(&view);
    buf_terminate(out);
    if (out->failed)
        return resource_error(e, ATOM_memory);
    return has_nul ? domain_error(e, ATOM_source_sink, arg) : ST_TRUE;
}
