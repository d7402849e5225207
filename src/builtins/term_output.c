/* term_output.c - writing terms to streams and texts.
 * SPDX-License-Identifier: MIT
 */
#include "builtins/term_output.h"

#include "builtins/stream_argument.h"
#include "term/walk.h"

#define FUNCTOR_EQUALS cell_from_functor(ATOM_CHAR('='), 2)

WriteOptions write_options(const Engine *e, bool quoted, bool ignore_ops, bool numbervars)
{
    return (WriteOptions){
        .ops = &e->machine->source_module->ops,
        .quoted = quoted,
        .ignore_ops = ignore_ops,
        .dotlists = ignore_ops, /* 7.10.5: lists and curly terms have a notation of their own only then */
        .numbervars = numbervars,
        .named_variables = !engine_is_iso(e),
    };
}

/* ---- options ---- */

static Status bad_option(Engine *e, Cell element)
{
    return domain_error(e, ATOM_write_option, element);
}

/* Called by the writer for each variable it meets. */
static bool name_variable(void *user, Cell variable, TextSpan *name)
{
    WriteRequest *r = user;
    const Cell *atom = cell_map_get(&r->names, variable);
    if (atom == NULL)
        return false;
    *name = atom_text(r->atoms, cell_atom(*atom), r->scratch);
    return true;
}

/* One element of variable_names(List): Name = Variable. The first name of a variable holds. */
static Status note_name(Engine *e, WriteRequest *r, Cell element, Cell binding)
{
    if (cell_is_var(binding))
        return instantiation_error(e);
    if (!cell_is_str(binding) || str_functor(binding) != FUNCTOR_EQUALS)
        return bad_option(e, element);
    Cell name = cell_deref(str_cells(binding)[1]), variable = cell_deref(str_cells(binding)[2]);
    if (cell_is_var(name))
        return instantiation_error(e);
    if (!cell_is_atom(name))
        return bad_option(e, element);
    if (!cell_is_var(variable) || cell_map_get(&r->names, variable) != NULL)
        return ST_TRUE;
    return cell_map_put(&r->names, variable, name) ? ST_TRUE : resource_error(e, ATOM_memory);
}

/* The names are looked at in order; what is wrong first counts. */
static Status take_names(Engine *e, WriteRequest *r, Cell element, Cell list)
{
    size_t length;
    if (list_measure(list, &length) == LIST_CYCLIC)
        return bad_option(e, element);
    Status status = ST_TRUE;
    for (Cell binding; status == ST_TRUE && option_next(&list, &binding);)
        status = note_name(e, r, element, binding);
    list = cell_deref(list);
    if (status == ST_TRUE && cell_is_var(list))
        status = instantiation_error(e);
    if (status == ST_TRUE && list != cell_from_atom(ATOM_nil))
        status = bad_option(e, element);
    r->options.name_variable = name_variable;
    r->options.name_user = r;
    return status;
}

/* Where a boolean option is kept; NULL when it is no boolean option. */
static bool *boolean_option(WriteRequest *r, uint32_t name)
{
    switch (name) {
    case ATOM_quoted: return &r->options.quoted;
    case ATOM_ignore_ops: return &r->options.ignore_ops;
    case ATOM_numbervars: return &r->options.numbervars;
    case ATOM_double_quotes: return &r->options.text_as_string;
    case ATOM_fullstop: return &r->options.fullstop;
    case ATOM_quote_non_ascii: return &r->options.quote_non_ascii;
    case ATOM_nl: return &r->newline;
    case ATOM_portray:
    case ATOM_portrayed: return &r->portrayed;
    case ATOM_partial: return &r->partial;
    default: return NULL;
    }
}

/* Boolean options that say more than one thing to the writer; false when it is none of them. */
static bool take_derived_option(Engine *e, WriteRequest *r, Cell element, uint32_t name, Cell value, Status *status)
{
    if (name != ATOM_dotlists && name != ATOM_no_lists && name != ATOM_brace_terms && name != ATOM_cycles && name != ATOM_character_escapes)
        return false;
    bool given;
    *status = option_boolean(e, element, value, ATOM_write_option, &given);
    if (*status != ST_TRUE)
        return true;
    switch (name) {
    case ATOM_brace_terms: r->options.braces = given ? BRACES_ALWAYS : BRACES_NEVER; break;
    case ATOM_cycles: r->options.cut_cycles = !given; break;
    case ATOM_character_escapes: r->options.no_escapes = !given; break;
    default:
        r->options.dotlists = given;
        r->tells_lists = true;
        break;
    }
    return true;
}

static Status take_number(Engine *e, Cell element, Cell value, int64_t max, int64_t *out)
{
    if (cell_is_var(value))
        return instantiation_error(e);
    if (!cell_is_int(value) || cell_int(value) < 0 || cell_int(value) > max)
        return bad_option(e, element);
    *out = cell_int(value);
    return ST_TRUE;
}

static Status take_max_depth(Engine *e, WriteRequest *r, Cell element, Cell value)
{
    int64_t depth = 0;
    Status status = take_number(e, element, value, INT64_MAX, &depth);
    r->options.max_depth = depth < UINT32_MAX ? (uint32_t)depth : UINT32_MAX;
    return status;
}

static Status take_priority(Engine *e, WriteRequest *r, Cell element, Cell value)
{
    int64_t priority = 0;
    Status status = take_number(e, element, value, OP_PRIORITY_MAX, &priority);
    r->options.priority = (unsigned)priority;
    return status;
}

static Status take_spacing(Engine *e, WriteRequest *r, Cell element, Cell value)
{
    uint32_t spacing;
    Status status = option_atom(e, element, value, ATOM_write_option, &spacing);
    if (status != ST_TRUE)
        return status;
    r->options.spacing = spacing == ATOM_next_argument ? SPACING_NEXT_ARGUMENT : SPACING_STANDARD;
    return spacing == ATOM_next_argument || spacing == ATOM_standard ? ST_TRUE : bad_option(e, element);
}

static Status take_module(Engine *e, WriteRequest *r, Cell element, Cell value)
{
    uint32_t name;
    Status status = option_atom(e, element, value, ATOM_write_option, &name);
    if (status != ST_TRUE)
        return status;
    const Module *module = module_find(&e->machine->program, name);
    if (module != NULL)
        r->options.ops = &module->ops;
    return ST_TRUE;
}

/* An option whose value is one of these atoms (a list that 0 ends), all of which mean the same to the writer. */
static Status take_choice(Engine *e, Cell element, Cell value, const uint32_t *choices)
{
    uint32_t atom;
    Status status = option_atom(e, element, value, ATOM_write_option, &atom);
    if (status != ST_TRUE)
        return status;
    while (*choices != 0 && *choices != atom)
        choices++;
    return *choices != 0 ? ST_TRUE : bad_option(e, element);
}

static Status take_portray_goal(Engine *e, WriteRequest *r, Cell element, Cell value)
{
    if (cell_is_var(value))
        return instantiation_error(e);
    r->portray_goal = value;
    return cell_is_atom(value) || cell_is_str(value) ? ST_TRUE : bad_option(e, element);
}

static Status take_option(Engine *e, WriteRequest *r, Cell element)
{
    static const uint32_t attribute_choices[] = {ATOM_ignore, ATOM_dots, ATOM_write, ATOM_portray, 0};
    static const uint32_t blob_choices[] = {ATOM_portray, 0};
    uint32_t name;
    Cell value;
    if (!option_split(element, &name, &value))
        return bad_option(e, element);
    bool *flag = boolean_option(r, name);
    if (flag != NULL)
        return option_boolean(e, element, value, ATOM_write_option, flag);
    Status status;
    if (take_derived_option(e, r, element, name, value, &status))
        return status;
    switch (name) {
    case ATOM_variable_names: return take_names(e, r, element, value);
    case ATOM_max_depth: return take_max_depth(e, r, element, value);
    case ATOM_priority: return take_priority(e, r, element, value);
    case ATOM_spacing: return take_spacing(e, r, element, value);
    case ATOM_module: return take_module(e, r, element, value);
    case ATOM_attributes: return take_choice(e, element, value, attribute_choices);
    case ATOM_blobs: return take_choice(e, element, value, blob_choices);
    case ATOM_portray_goal: return take_portray_goal(e, r, element, value);
    default: return engine_is_iso(e) ? bad_option(e, element) : ST_TRUE; /* elsewhere unknown options mean nothing */
    }
}

Status write_request_init(Engine *e, WriteRequest *r, Cell options)
{
    *r = (WriteRequest){.options = write_options(e, false, false, false), .atoms = &e->machine->atoms};
    cell_map_init(&r->names, &e->machine->alloc);
    Status status = ST_TRUE;
    for (Cell element; status == ST_TRUE && option_next(&options, &element);)
        status = take_option(e, r, element);
    if (!r->tells_lists)
        r->options.dotlists = r->options.ignore_ops;
    return status;
}

void write_request_free(WriteRequest *r)
{
    cell_map_free(&r->names);
}

/* ---- writing ---- */

/* A stream as a sink that remembers what went wrong. */
typedef struct StreamSink {
    Stream *stream;
    IoStatus io;
} StreamSink;

static bool sink_put(void *user, const char *bytes, size_t n)
{
    StreamSink *sink = user;
    sink->io = stream_put_bytes(sink->stream, bytes, n);
    return sink->io == IO_OK;
}

static bool sink_can_encode(void *user, uint32_t code)
{
    const StreamSink *sink = user;
    return stream_can_encode(sink->stream, code);
}

Status write_to_stream(Engine *e, Stream *s, Cell culprit, Cell term, const WriteOptions *options)
{
    StreamSink sink = {s, IO_OK};
    WriteStatus written = term_write(&e->store, term, options, (TextSink){sink_put, sink_can_encode, &sink});
    if (written == WRITE_NO_MEMORY)
        return resource_error(e, ATOM_memory);
    return io_result(e, s, culprit, sink.io);
}

Status write_to_buf(Engine *e, Cell term, const WriteOptions *options, Buf *out)
{
    WriteStatus written = term_write(&e->store, term, options, sink_from_buf(out));
    return written == WRITE_OK && !out->failed ? ST_TRUE : resource_error(e, ATOM_memory);
}
