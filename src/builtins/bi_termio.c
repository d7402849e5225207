/* bi_termio.c - reading and writing terms (8.14.1, 8.14.2).
 * SPDX-License-Identifier: MIT
 *
 * Elsewhere: options and the way of a term that was read to the heap (term_input.c), options of writing (term_output.c); print/1,2,
 * what calls portray/1, portray_clause/1 and with_output_to/2 are Prolog.
 */
#include "builtins/stream_argument.h"
#include "builtins/term_input.h"
#include "builtins/term_output.h"
#include "builtins/text_view.h"

#define NO_OPTIONS cell_from_atom(ATOM_nil)

/* ---- streams ---- */

/* A stream argument, or CULPRIT_CURRENT for a current stream. */
static Status find_stream(Engine *e, Cell stream, StreamDirection direction, Stream **out)
{
    if (stream != CULPRIT_CURRENT)
        return arg_stream_for(e, stream, direction, CONTENTS_TEXT, out);
    return direction == DIRECTION_INPUT ? current_input_for(e, CONTENTS_TEXT, out) : current_output_for(e, CONTENTS_TEXT, out);
}

/* Stream and options are first looked at in the order of 8.14.1.3 and 8.14.2.3: unbound, then what they are. */
static Status check_arguments(Engine *e, Cell stream, Cell options, bool stream_first)
{
    if (stream != CULPRIT_CURRENT && cell_is_var(cell_deref(stream)))
        return instantiation_error(e);
    if (option_list_is_partial(options))
        return instantiation_error(e);
    Status status = stream_first ? ST_TRUE : arg_option_list(e, options);
    if (status == ST_TRUE && stream != CULPRIT_CURRENT)
        status = stream_name_check(e, stream);
    return status == ST_TRUE && stream_first ? arg_option_list(e, options) : status;
}

/* ---- read_term/2,3, read/1,2 (8.14.1) ---- */

/* Has '$warn_singletons'(Names), which is Prolog, tell of variables that occur once. */
static Status call_warn_singletons(Engine *e, Cell names)
{
    e->goal = heap_push_struct(&e->store, cell_from_functor(ATOM_warn_singletons, 1));
    str_cells(e->goal)[1] = names;
    e->goal_module = e->machine->program.system;
    return ST_CALL;
}

static Status give_result(Engine *e, ReadRequest *r, const ReadResult *result, Cell term)
{
    bool warns = r->singletons != 0 && cell_deref(r->singletons) == cell_from_atom(ATOM_warning);
    if (warns)
        r->singletons = 0;
    Status status = read_result_unify(e, r, result, term);
    return status == ST_TRUE && warns && cell_is_pair(result->singletons) ? call_warn_singletons(e, result->singletons) : status;
}

static Status read_term(Engine *e, Cell stream, Cell term, Cell options)
{
    ReadRequest request;
    ReadResult result;
    Stream *s;
    read_request_init(e, &request);
    Status status = check_arguments(e, stream, options, true);
    if (status == ST_TRUE)
        status = read_request_options(e, &request, options);
    if (status == ST_TRUE)
        status = find_stream(e, stream, DIRECTION_INPUT, &s);
    if (status == ST_TRUE)
        status = read_from_stream(e, s, stream, &request, &result);
    return status == ST_TRUE ? give_result(e, &request, &result, term) : status;
}

static Status bi_read1(Engine *e, Cell *arg)
{
    return read_term(e, CULPRIT_CURRENT, arg[0], NO_OPTIONS);
}

static Status bi_read2(Engine *e, Cell *arg)
{
    return read_term(e, arg[0], arg[1], NO_OPTIONS);
}

static Status bi_read_term2(Engine *e, Cell *arg)
{
    return read_term(e, CULPRIT_CURRENT, arg[0], arg[1]);
}

static Status bi_read_term3(Engine *e, Cell *arg)
{
    return read_term(e, arg[0], arg[1], arg[2]);
}

/* ---- reading clauses, for the loader ---- */

/* A stream's `user` field notes where the clause read last begins: the line above, 20 bits of the column below. */
#define COLUMN_BITS 20
#define COLUMN_MASK (((uintptr_t)1 << COLUMN_BITS) - 1)

static int64_t small_argument(Cell term, unsigned n)
{
    return cell_int(str_cells(term)[n]);
}

static void note_position(Stream *s, Cell position)
{
    uintptr_t line = (uintptr_t)small_argument(position, 2), column = (uintptr_t)small_argument(position, 3) + 1;
    s->user = (void *)(line << COLUMN_BITS | (column < COLUMN_MASK ? column : COLUMN_MASK));
}

/* On a terminal, what is left of the line behind a query is not input for the query. Looks only at what was typed already. */
static void skip_typed_layout(Stream *s)
{
    int32_t code;
    while (s->is_tty && s->cursor < s->limit && stream_peek_code(s, &code) == IO_OK && (code == ' ' || code == '\t' || code == '\n')) {
        IoStatus taken = stream_get_code(s, &code);
        (void)taken; /* it was there a moment ago */
        if (code == '\n')
            break;
    }
}

/* '$read_clause'(Stream, Term, Names, Singletons, Line) */
static Status bi_read_clause(Engine *e, Cell *arg)
{
    ReadRequest request;
    ReadResult result;
    Stream *s;
    Status status = arg_stream_for(e, arg[0], DIRECTION_INPUT, CONTENTS_TEXT, &s);
    if (status != ST_TRUE)
        return status;
    read_request_init(e, &request);
    request.place = PLACE_CLAUSE;
    request.variable_names = arg[2];
    request.singletons = arg[3];
    status = read_from_stream(e, s, arg[0], &request, &result);
    if (status != ST_TRUE)
        return status;
    skip_typed_layout(s);
    note_position(s, result.position);
    status = read_result_unify(e, &request, &result, arg[1]);
    return status == ST_TRUE ? unify_result(e, arg[4], cell_from_int(small_argument(result.position, 2))) : status;
}

/* '$term_position'(Stream, Line, Column), both from 1. */
static Status bi_term_position(Engine *e, Cell *arg)
{
    Stream *s;
    Status status = arg_stream(e, arg[0], &s);
    if (status != ST_TRUE)
        return status;
    uintptr_t place = (uintptr_t)s->user;
    status = unify_result(e, arg[1], cell_from_int((int64_t)(place >> COLUMN_BITS)));
    return status == ST_TRUE ? unify_result(e, arg[2], cell_from_int((int64_t)(place & COLUMN_MASK))) : status;
}

/* ---- write_term/2,3 and its kin (8.14.2) ---- */

/* True when a portray hook is to be called for subterms. */
static bool has_portray(Engine *e, const WriteRequest *r)
{
    if (r->portray_goal != 0)
        return true;
    const Pred *hook = r->portrayed ? pred_find(e->machine->program.user, cell_from_functor(ATOM_portray, 1)) : NULL;
    return hook != NULL && hook->live > 0;
}

/* Has '$write_portrayed'(Stream, Term, Options), which is Prolog, do it. */
static Status call_write_portrayed(Engine *e, Cell stream, Cell term, Cell options)
{
    if (!heap_has(&e->store, 4))
        return ST_RETRY;
    e->goal = heap_push_struct(&e->store, cell_from_functor(ATOM_write_portrayed, 3));
    str_cells(e->goal)[1] = stream;
    str_cells(e->goal)[2] = term;
    str_cells(e->goal)[3] = options;
    e->goal_module = e->machine->program.system;
    return ST_CALL;
}

static Status write_layout(Engine *e, Stream *s, Cell stream, const WriteRequest *r)
{
    if (!r->newline && !r->options.fullstop)
        return ST_TRUE;
    return io_result(e, s, stream, stream_put_code(s, r->newline ? '\n' : ' '));
}

static Status write_term(Engine *e, Cell stream, Cell term, Cell options)
{
    WriteRequest request;
    Stream *s = NULL;
    Status status = check_arguments(e, stream, options, false);
    if (status != ST_TRUE)
        return status;
    status = write_request_init(e, &request, options);
    if (status == ST_TRUE)
        status = find_stream(e, stream, DIRECTION_OUTPUT, &s);
    if (status == ST_TRUE && has_portray(e, &request))
        status = call_write_portrayed(e, stream == CULPRIT_CURRENT ? cell_from_int(0) : stream, term, options);
    else if (status == ST_TRUE) {
        request.options.after = request.partial ? s->last_code : 0;
        status = write_to_stream(e, s, stream, term, &request.options);
    }
    if (status == ST_TRUE)
        status = write_layout(e, s, stream, &request);
    write_request_free(&request);
    return status;
}

static Status bi_write_term2(Engine *e, Cell *arg)
{
    return write_term(e, CULPRIT_CURRENT, arg[0], arg[1]);
}

static Status bi_write_term3(Engine *e, Cell *arg)
{
    return write_term(e, arg[0], arg[1], arg[2]);
}

static Status write_plain(Engine *e, Cell stream, Cell term, WriteOptions options)
{
    Stream *s;
    Status status = find_stream(e, stream, DIRECTION_OUTPUT, &s);
    return status == ST_TRUE ? write_to_stream(e, s, stream, term, &options) : status;
}

static Status bi_write1(Engine *e, Cell *arg)
{
    return write_plain(e, CULPRIT_CURRENT, arg[0], write_options(e, false, false, true));
}

static Status bi_write2(Engine *e, Cell *arg)
{
    return write_plain(e, arg[0], arg[1], write_options(e, false, false, true));
}

static Status bi_writeq1(Engine *e, Cell *arg)
{
    return write_plain(e, CULPRIT_CURRENT, arg[0], write_options(e, true, false, true));
}

static Status bi_writeq2(Engine *e, Cell *arg)
{
    return write_plain(e, arg[0], arg[1], write_options(e, true, false, true));
}

static Status bi_write_canonical1(Engine *e, Cell *arg)
{
    return write_plain(e, CULPRIT_CURRENT, arg[0], write_options(e, true, true, false));
}

static Status bi_write_canonical2(Engine *e, Cell *arg)
{
    return write_plain(e, arg[0], arg[1], write_options(e, true, true, false));
}

static Status write_line(Engine *e, Cell stream, Cell term)
{
    Stream *s;
    Status status = find_stream(e, stream, DIRECTION_OUTPUT, &s);
    if (status != ST_TRUE)
        return status;
    WriteOptions options = write_options(e, false, false, true);
    status = write_to_stream(e, s, stream, term, &options);
    return status == ST_TRUE ? io_result(e, s, stream, stream_put_code(s, '\n')) : status;
}

static Status bi_writeln1(Engine *e, Cell *arg)
{
    return write_line(e, CULPRIT_CURRENT, arg[0]);
}

static Status bi_writeln2(Engine *e, Cell *arg)
{
    return write_line(e, arg[0], arg[1]);
}

/* ---- terms and texts ---- */

/* Reads the term in a text argument, which must be given. Text without a term is a syntax error unless it may be the end of file. */
static Status parse_argument(Engine *e, Cell arg, const ReadRequest *r, bool may_be_empty, ReadResult *result)
{
    TextView text;
    Status status = text_view_open(e, &text, arg, ACCEPT_ANY, ATOM_text);
    if (status != ST_TRUE)
        return status;
    status = read_from_text(e, text.bytes, text.length, r, result);
    text_view_close(&text);
    return status == ST_TRUE && result->at_end && !may_be_empty ? syntax_error(e, "end_of_file") : status;
}

/* Writes a term, quoted, as a text of some kind. */
static Status unify_written(Engine *e, Cell term, enum TextKind kind, Cell text)
{
    Buf buf;
    buf_init(&buf, &e->machine->alloc);
    WriteOptions options = write_options(e, true, false, true);
    Status status = write_to_buf(e, term, &options, &buf);
    if (status == ST_TRUE)
        status = unify_text(e, text, kind, buf_terminate(&buf), buf.length);
    buf_free(&buf);
    return status;
}

/* Text is read when it is given, otherwise the term is written. */
static Status term_to_text(Engine *e, Cell term, Cell text, enum TextKind kind)
{
    if (cell_is_var(cell_deref(text))) {
        if (kind == TEXT_ATOM && cell_is_var(cell_deref(term)))
            return instantiation_error(e);
        return unify_written(e, term, kind, text);
    }
    ReadRequest request;
    ReadResult result;
    read_request_init(e, &request);
    Status status = parse_argument(e, text, &request, false, &result);
    return status == ST_TRUE ? unify_result(e, term, result.term) : status;
}

static Status bi_term_to_atom(Engine *e, Cell *arg)
{
    return term_to_text(e, arg[0], arg[1], TEXT_ATOM);
}

static Status bi_term_string2(Engine *e, Cell *arg)
{
    return term_to_text(e, arg[0], arg[1], TEXT_STRING);
}

static Status bi_read_term_from_atom(Engine *e, Cell *arg)
{
    ReadRequest request;
    ReadResult result;
    read_request_init(e, &request);
    Status status = arg_option_list(e, arg[2]);
    if (status == ST_TRUE)
        status = read_request_options(e, &request, arg[2]);
    if (status == ST_TRUE)
        status = parse_argument(e, arg[0], &request, true, &result);
    return status == ST_TRUE ? read_result_unify(e, &request, &result, arg[1]) : status;
}

/* atom_to_term(Text, Term, Bindings) */
static Status bi_atom_to_term(Engine *e, Cell *arg)
{
    ReadRequest request;
    ReadResult result;
    read_request_init(e, &request);
    request.variable_names = arg[2];
    Status status = parse_argument(e, arg[0], &request, false, &result);
    return status == ST_TRUE ? read_result_unify(e, &request, &result, arg[1]) : status;
}

/* ---- table ---- */

/* clang-format off */
const Builtin builtins_termio[] = {
    /*      name                  function               arguments                          determinism  ISO       */
    BUILTIN("read_term",          bi_read_term2,         "?term +list",                     CONTROL,     "8.14.1"),
    BUILTIN("read_term",          bi_read_term3,         "+stream_or_alias ?term +list",    CONTROL,     "8.14.1"),
    BUILTIN("read",               bi_read1,              "?term",                           DET,         "8.14.1"),
    BUILTIN("read",               bi_read2,              "+stream_or_alias ?term",          DET,         "8.14.1"),
    BUILTIN("write_term",         bi_write_term2,        "@term +list",                     CONTROL,     "8.14.2"),
    BUILTIN("write_term",         bi_write_term3,        "+stream_or_alias @term +list",    CONTROL,     "8.14.2"),
    BUILTIN("write",              bi_write1,             "@term",                           DET,         "8.14.2"),
    BUILTIN("write",              bi_write2,             "+stream_or_alias @term",          DET,         "8.14.2"),
    BUILTIN("writeq",             bi_writeq1,            "@term",                           DET,         "8.14.2"),
    BUILTIN("writeq",             bi_writeq2,            "+stream_or_alias @term",          DET,         "8.14.2"),
    BUILTIN("write_canonical",    bi_write_canonical1,   "@term",                           DET,         "8.14.2"),
    BUILTIN("write_canonical",    bi_write_canonical2,   "+stream_or_alias @term",          DET,         "8.14.2"),
    BUILTIN("writeln",            bi_writeln1,           "@term",                           DET,         ""),
    BUILTIN("writeln",            bi_writeln2,           "+stream_or_alias @term",          DET,         ""),
    BUILTIN("term_to_atom",       bi_term_to_atom,       "?term ?atom",                     DET,         ""),
    BUILTIN("term_string",        bi_term_string2,       "?term ?string",                   DET,         ""),
    BUILTIN("read_term_from_atom", bi_read_term_from_atom, "+text ?term +list",             DET,         ""),
    BUILTIN("atom_to_term",       bi_atom_to_term,       "+text -term -list",               DET,         ""),
    BUILTIN("$read_clause",       bi_read_clause,        "+stream -term -list -list -integer", DET,      ""),
    BUILTIN("$term_position",     bi_term_position,      "+stream -integer -integer",       DET,         ""),
    BUILTIN_END
};
/* clang-format on */
