/* term_input.c - reading terms from streams and texts.
 * SPDX-License-Identifier: MIT
 */
#include "builtins/term_input.h"

#include "base/vec.h"
#include "builtins/list_build.h"
#include "builtins/stream_argument.h"
#include "term/walk.h"

#define FUNCTOR_EQUALS cell_from_functor(ATOM_CHAR('='), 2)

/* ---- options ---- */

static QuoteMode quotes_from_flag(const Engine *e, uint32_t flag, QuoteMode otherwise)
{
    Cell value = flag_value(&e->machine->flags, flag);
    if (!cell_is_atom(value))
        return otherwise;
    switch (cell_atom(value)) {
    case ATOM_chars: return QUOTES_CHARS;
    case ATOM_codes: return QUOTES_CODES;
    case ATOM_atom:
    case ATOM_symbol_char: return QUOTES_ATOM;
    case ATOM_string: return QUOTES_STRING;
    default: return otherwise;
    }
}

void read_request_init(Engine *e, ReadRequest *r)
{
    bool converts = flag_value(&e->machine->flags, ATOM_char_conversion) == cell_from_atom(ATOM_on);
    *r = (ReadRequest){
        .syntax.ops = &e->machine->source_module->ops,
        .syntax.double_quotes = quotes_from_flag(e, ATOM_double_quotes, QUOTES_CHARS),
        .syntax.back_quotes = quotes_from_flag(e, ATOM_back_quotes, QUOTES_CODES),
        .syntax.conversion = converts ? &e->machine->conversions : NULL,
        .syntax.no_escapes = flag_value(&e->machine->flags, ATOM_character_escapes) == cell_from_atom(ATOM_false),
        .syntax.lenient = flag_value(&e->machine->flags, ATOM_strict_syntax) == cell_from_atom(ATOM_false),
    };
}

static Status bad_option(Engine *e, Cell element)
{
    return domain_error(e, ATOM_read_option, element);
}

static Status take_syntax_errors(Engine *e, ReadRequest *r, Cell element, Cell value)
{
    uint32_t mode;
    Status status = option_atom(e, element, value, ATOM_read_option, &mode);
    if (status != ST_TRUE)
        return status;
    switch (mode) {
    case ATOM_error: r->syntax_errors = SYNTAX_ERRORS_RAISE; return ST_TRUE;
    case ATOM_fail: r->syntax_errors = SYNTAX_ERRORS_FAIL; return ST_TRUE;
    case ATOM_quiet: r->syntax_errors = SYNTAX_ERRORS_QUIET; return ST_TRUE;
    case ATOM_dec10: r->syntax_errors = SYNTAX_ERRORS_DEC10; return ST_TRUE;
    default: return bad_option(e, element);
    }
}

static Status take_quotes(Engine *e, Cell element, Cell value, QuoteMode *mode)
{
    uint32_t atom;
    Status status = option_atom(e, element, value, ATOM_read_option, &atom);
    if (status != ST_TRUE)
        return status;
    switch (atom) {
    case ATOM_chars: *mode = QUOTES_CHARS; return ST_TRUE;
    case ATOM_codes: *mode = QUOTES_CODES; return ST_TRUE;
    case ATOM_atom: *mode = QUOTES_ATOM; return ST_TRUE;
    case ATOM_string: *mode = QUOTES_STRING; return ST_TRUE;
    default: return bad_option(e, element);
    }
}

static Status take_module(Engine *e, ReadRequest *r, Cell element, Cell value)
{
    uint32_t name;
    Status status = option_atom(e, element, value, ATOM_read_option, &name);
    if (status != ST_TRUE)
        return status;
    const Module *module = module_find(&e->machine->program, name);
    if (module != NULL)
        r->syntax.ops = &module->ops;
    return ST_TRUE;
}

/* Where the value of an option that gives something is kept, or NULL. */
static Cell *output_option(ReadRequest *r, uint32_t name)
{
    switch (name) {
    case ATOM_variables: return &r->variables;
    case ATOM_variable_names: return &r->variable_names;
    case ATOM_singletons: return &r->singletons;
    case ATOM_term_position: return &r->term_position;
    case ATOM_subterm_positions: return &r->subterm_positions;
    case ATOM_comments: return &r->comments;
    default: return NULL;
    }
}

static Status take_limit(Engine *e, Cell element, Cell value, size_t *limit)
{
    if (cell_is_var(value))
        return instantiation_error(e);
    if (!cell_is_int(value) || cell_int(value) < 0)
        return bad_option(e, element);
    *limit = (size_t)cell_int(value);
    return ST_TRUE;
}

static Status take_escapes(Engine *e, ReadRequest *r, Cell element, Cell value)
{
    bool escapes;
    Status status = option_boolean(e, element, value, ATOM_read_option, &escapes);
    if (status == ST_TRUE)
        r->syntax.no_escapes = !escapes;
    return status;
}

static Status take_option(Engine *e, ReadRequest *r, Cell element)
{
    uint32_t name;
    Cell value;
    if (!option_split(element, &name, &value))
        return bad_option(e, element);
    Cell *output = output_option(r, name);
    if (output != NULL) {
        *output = value;
        r->syntax.positions |= name == ATOM_subterm_positions;
        r->syntax.comments |= name == ATOM_comments;
        return ST_TRUE;
    }
    bool ignored;
    switch (name) {
    case ATOM_syntax_errors: return take_syntax_errors(e, r, element, value);
    case ATOM_double_quotes: return take_quotes(e, element, value, &r->syntax.double_quotes);
    case ATOM_back_quotes: return take_quotes(e, element, value, &r->syntax.back_quotes);
    case ATOM_module: return take_module(e, r, element, value);
    case ATOM_var_prefix: return option_boolean(e, element, value, ATOM_read_option, &r->syntax.var_prefix);
    case ATOM_max_depth: return take_limit(e, element, value, &r->syntax.max_depth);
    case ATOM_max_size: return take_limit(e, element, value, &r->syntax.max_cells);
    case ATOM_character_escapes: return take_escapes(e, r, element, value);
    case ATOM_cycles: return option_boolean(e, element, value, ATOM_read_option, &r->cycles);
    case ATOM_dotlists:
    case ATOM_backquoted_string: return option_boolean(e, element, value, ATOM_read_option, &ignored);
    default: return bad_option(e, element);
    }
}

Status read_request_options(Engine *e, ReadRequest *r, Cell options)
{
    Status status = ST_TRUE;
    for (Cell element; status == ST_TRUE && option_next(&options, &element);)
        status = take_option(e, r, element);
    return status;
}

/* ---- what a read came to, as one term off the heap: '$read'(Term, Names, Singletons, Position, Layout, Comments, AtEnd), or an error
 *      term ---- */

#define OUTCOME_ARITY 7u

static Cell build_names(Reader *r, bool singletons_only)
{
    RecordBuilder *b = &r->builder;
    Cell list = cell_from_atom(ATOM_nil);
    for (size_t i = r->variable_count; i-- > 0;) {
        const ReadVariable *v = &r->variables[i];
        if (singletons_only && v->occurrences > 1)
            continue;
        Cell equation[2] = {cell_from_atom(v->name), v->cell};
        list = build_pair(b, build_struct(b, ATOM_CHAR('='), 2, equation), list);
    }
    return list;
}

static Cell build_position(RecordBuilder *b, TextPosition at)
{
    Cell parts[4] = {cell_from_int((int64_t)at.chars), cell_from_int((int64_t)at.line), cell_from_int((int64_t)at.column),
                     cell_from_int((int64_t)at.bytes)};
    return build_struct(b, ATOM_position_handle, 4, parts);
}

static Cell build_comments(RecordBuilder *b, const Lexer *lx)
{
    Cell list = cell_from_atom(ATOM_nil);
    for (size_t i = lx->comment_count; i-- > 0;) {
        Cell pair[2] = {build_position(b, lx->comments[i].at), lx->comments[i].text};
        list = build_pair(b, build_struct(b, ATOM_CHAR('-'), 2, pair), list);
    }
    return list;
}

static Cell build_outcome(Reader *r, bool at_end)
{
    RecordBuilder *b = &r->builder;
    Cell parts[OUTCOME_ARITY] = {r->root,   build_names(r, false),        build_names(r, true), build_position(b, r->start),
                                 r->layout, build_comments(b, &r->lexer), cell_from_int(at_end)};
    return build_struct(b, ATOM_read, OUTCOME_ARITY, parts);
}

/* The file or stream that an error is in. */
static Cell build_source(Engine *e, RecordBuilder *b, const Stream *s)
{
    if (s->file_name != NULL) {
        uint32_t name = atom_intern_string(&e->machine->atoms, s->file_name);
        if (name != ATOM_NONE)
            return cell_from_atom(name);
    }
    const StreamEntry *entry = stream_table_entry(&e->machine->streams, s);
    Cell number = cell_from_int(entry != NULL ? (int64_t)entry->number : 0);
    return build_struct(b, ATOM_stream_handle, 1, &number);
}

/* What more there is to say about an error, 0 for nothing. */
static Cell build_note(Engine *e, RecordBuilder *b, const SyntaxError *error)
{
    if (error->opened.line > 0) {
        Cell parts[2] = {cell_from_int((int64_t)error->opened.line), cell_from_int((int64_t)error->opened.column + 1)};
        return build_struct(b, ATOM_opened, 2, parts);
    }
    uint32_t name = error->detail[0] != '\0' ? atom_intern_string(&e->machine->atoms, error->detail) : ATOM_NONE;
    Cell near = cell_from_atom(name);
    return name != ATOM_NONE ? build_struct(b, ATOM_near, 1, &near) : 0;
}

static Cell build_stream_place(Engine *e, RecordBuilder *b, const Stream *s, const SyntaxError *error, ErrorPlace place)
{
    TextPosition at = error->at;
    Cell line = cell_from_int((int64_t)at.line), column = cell_from_int((int64_t)at.column);
    if (place == PLACE_CLAUSE) {
        Cell note = build_note(e, b, error);
        Cell parts[4] = {build_source(e, b, s), line, cell_from_int((int64_t)at.column + 1), note};
        return build_struct(b, ATOM_syntax, note != 0 ? 4 : 3, parts);
    }
    Cell parts[4] = {build_source(e, b, s), line, column, cell_from_int((int64_t)at.chars)};
    return build_struct(b, s->file_name != NULL ? ATOM_file : ATOM_stream, 4, parts);
}

static Cell build_text_place(RecordBuilder *b, const char *utf8, size_t bytes, TextPosition at)
{
    Cell parts[2] = {build_string(b, utf8, bytes), cell_from_int((int64_t)at.chars)};
    return build_struct(b, ATOM_string, 2, parts);
}

/* error(syntax_error(What), Place) */
static Cell build_syntax_error(Engine *e, RecordBuilder *b, const char *what, Cell place)
{
    uint32_t atom = atom_intern_string(&e->machine->atoms, what);
    Cell reason = cell_from_atom(atom != ATOM_NONE ? atom : ATOM_syntax);
    Cell parts[2] = {build_struct(b, ATOM_syntax_error, 1, &reason), place};
    return build_struct(b, ATOM_error, 2, parts);
}

/* ---- from there to the heap ---- */

/* Room for an outcome, for the list of its variables, and for small results. */
static size_t cells_wanted(size_t cells)
{
    return 3 * cells + SMALL_RESULT_CELLS;
}

/* Takes an outcome on the heap apart, or raises the error that it is. */
static Status open_outcome(Engine *e, Cell outcome, ReadResult *out)
{
    const Cell *cells = str_cells(outcome);
    if (cells[0] == cell_from_functor(ATOM_error, 2))
        return throw_term(e, outcome);
    *out = (ReadResult){cells[1], cells[2], cells[3], cells[4], cells[5], cells[6], cell_int(cells[7]) != 0};
    return ST_TRUE;
}

/* Moves what the builder holds to the heap, or to e->pending when there is no room. */
static Status deliver(Engine *e, RecordBuilder *b, Cell outcome, ReadResult *out)
{
    if (b->failed)
        return resource_error(e, ATOM_memory);
    if (heap_has(&e->store, cells_wanted(b->count)))
        return open_outcome(e, record_builder_push(&e->store, b, outcome), out);
    e->pending = record_builder_take(b, outcome);
    return e->pending != NULL ? ST_RETRY : resource_error(e, ATOM_memory);
}

/* Goes on with what waited for room. */
static Status deliver_pending(Engine *e, ReadResult *out)
{
    Record *record = e->pending;
    if (!heap_has(&e->store, cells_wanted(record_heap_cells(record))))
        return ST_RETRY;
    Cell outcome = record_push(&e->store, record);
    e->pending = NULL;
    record_free(&e->machine->alloc, record);
    return open_outcome(e, outcome, out);
}

/* ---- reading ---- */

/* What the reader refused to go beyond: resource_error(max_depth) or resource_error(max_size). */
static Status limit_error(Engine *e, const SyntaxError *error)
{
    return resource_error(e, strcmp(error->what, "max_depth") == 0 ? ATOM_max_depth : ATOM_max_size);
}

/* Tells user_error about a syntax error that is otherwise passed over. */
static void report_error(Engine *e, const Stream *s, const SyntaxError *error)
{
    Buf text;
    buf_init(&text, &e->machine->alloc);
    if (s != NULL && s->file_name != NULL)
        buf_printf(&text, "%s:", s->file_name);
    buf_printf(&text, "%llu:%llu: syntax error: %s\n", (unsigned long long)error->at.line, (unsigned long long)error->at.column + 1,
               error->what);
    IoStatus told = stream_put_string(e->machine->streams.user_error, buf_terminate(&text));
    (void)told; /* nobody is left to hear */
    buf_free(&text);
}

/* Reads until there is an outcome to deliver. */
static Status read_outcome(Engine *e, Reader *reader, Stream *s, Cell culprit, const ReadRequest *r, Cell *outcome)
{
    for (;;) {
        switch (reader_read(reader, s, &r->syntax)) {
        case READ_OK: *outcome = build_outcome(reader, false); return ST_TRUE;
        case READ_EOF: *outcome = build_outcome(reader, true); return ST_TRUE;
        case READ_IO_ERROR:
            if (reader->lexer.io == IO_BAD_ENCODING && r->place == PLACE_CLAUSE)
                break; /* loading goes on with the next clause and tells where this one is bad */
            return io_result(e, s, culprit, reader->lexer.io);
        case READ_NO_MEMORY: return resource_error(e, ATOM_memory);
        case READ_LIMIT: return limit_error(e, &reader->error);
        case READ_SYNTAX_ERROR: break;
        }
        if (r->syntax_errors == SYNTAX_ERRORS_QUIET)
            return ST_FAIL;
        if (r->syntax_errors == SYNTAX_ERRORS_RAISE)
            break;
        report_error(e, s, &reader->error);
        if (r->syntax_errors == SYNTAX_ERRORS_FAIL)
            return ST_FAIL;
    }
    RecordBuilder *b = &reader->builder;
    record_builder_clear(b);
    *outcome = build_syntax_error(e, b, reader->error.what, build_stream_place(e, b, s, &reader->error, r->place));
    return ST_TRUE;
}

Status read_from_stream(Engine *e, Stream *s, Cell culprit, const ReadRequest *r, ReadResult *out)
{
    if (e->pending != NULL)
        return deliver_pending(e, out);
    Reader reader;
    Cell outcome = 0;
    reader_init(&reader, &e->machine->alloc, &e->machine->atoms);
    Status status = read_outcome(e, &reader, s, culprit, r, &outcome);
    if (status == ST_TRUE)
        status = deliver(e, &reader.builder, outcome, out);
    reader_free(&reader);
    return status;
}

/* Text can be read again, so there is no need to keep what does not fit. */
Status read_from_text(Engine *e, const char *utf8, size_t bytes, const ReadRequest *r, ReadResult *out)
{
    Reader reader;
    reader_init(&reader, &e->machine->alloc, &e->machine->atoms);
    RecordBuilder *b = &reader.builder;
    ReadStatus read = reader_read_text(&reader, utf8, bytes, &r->syntax);
    Cell outcome = 0;
    if (read == READ_OK || read == READ_EOF) {
        outcome = build_outcome(&reader, read == READ_EOF);
    } else if (read == READ_SYNTAX_ERROR) {
        record_builder_clear(b);
        outcome = build_syntax_error(e, b, reader.error.what, build_text_place(b, utf8, bytes, reader.error.at));
    }
    Status status;
    bool may_fail = read == READ_SYNTAX_ERROR && r->syntax_errors != SYNTAX_ERRORS_RAISE;
    if (may_fail && r->syntax_errors != SYNTAX_ERRORS_QUIET)
        report_error(e, NULL, &reader.error);
    if (may_fail)
        status = ST_FAIL;
    else if (read == READ_LIMIT)
        status = limit_error(e, &reader.error);
    else if (b->failed || outcome == 0)
        status = resource_error(e, ATOM_memory);
    else if (!heap_has(&e->store, cells_wanted(b->count)))
        status = ST_RETRY;
    else
        status = open_outcome(e, record_builder_push(&e->store, b, outcome), out);
    reader_free(&reader);
    return status;
}

/* ---- results ---- */

/* The variables of a term as a list, in order. The room was reserved with the term. */
static Status push_variables(Engine *e, Cell term, Cell *list)
{
    CellVec variables = {0};
    if (!term_variables(&e->store, term, &variables))
        return resource_error(e, ATOM_memory);
    *list = list_push(&e->store, variables.items, variables.count, cell_from_atom(ATOM_nil));
    VEC_FREE(e->store.alloc, variables.items, variables.capacity);
    return ST_TRUE;
}

/* True for [_ = _, ...]. */
static bool is_equation_list(Cell list)
{
    size_t length;
    if (list_measure(list, &length) != LIST_PROPER)
        return false;
    while (cell_is_lst(list)) {
        Cell equation = cell_deref(lst_cells(list)[0]);
        if (!cell_is_str(equation) || str_functor(equation) != FUNCTOR_EQUALS)
            return false;
        list = cell_deref(lst_cells(list)[1]);
    }
    return list == cell_from_atom(ATOM_nil);
}

/* Takes what the writer makes of a cyclic term for that term. */
static Status solve_cycles(Engine *e, Cell *term)
{
    if (!cell_is_str(*term) || str_functor(*term) != cell_from_functor(ATOM_CHAR('@'), 2))
        return ST_TRUE;
    Cell list = cell_deref(str_cells(*term)[2]);
    if (!is_equation_list(list))
        return ST_TRUE;
    Status status = ST_TRUE;
    for (; status == ST_TRUE && cell_is_lst(list); list = cell_deref(lst_cells(list)[1])) {
        const Cell *equation = str_cells(cell_deref(lst_cells(list)[0]));
        status = unify_result(e, equation[1], equation[2]);
    }
    *term = cell_deref(str_cells(*term)[1]);
    return status;
}

Status read_result_unify(Engine *e, const ReadRequest *r, const ReadResult *result, Cell term)
{
    Cell variables = 0, read = cell_deref(result->term);
    Status status = r->variables != 0 ? push_variables(e, read, &variables) : ST_TRUE;
    if (status == ST_TRUE && r->cycles)
        status = solve_cycles(e, &read);
    if (status == ST_TRUE)
        status = unify_result(e, term, read);
    if (status == ST_TRUE && r->variables != 0)
        status = unify_result(e, r->variables, variables);
    if (status == ST_TRUE && r->variable_names != 0)
        status = unify_result(e, r->variable_names, result->names);
    if (status == ST_TRUE && r->singletons != 0)
        status = unify_result(e, r->singletons, result->singletons);
    if (status == ST_TRUE && r->term_position != 0)
        status = unify_result(e, r->term_position, result->position);
    if (status == ST_TRUE && r->subterm_positions != 0)
        status = unify_result(e, r->subterm_positions, result->layout);
    if (status == ST_TRUE && r->comments != 0)
        status = unify_result(e, r->comments, result->comments);
    return status;
}
