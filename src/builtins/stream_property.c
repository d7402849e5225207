/* stream_property.c - stream_property/2: enumerating the properties of streams.
 * SPDX-License-Identifier: MIT
 *
 * Streams and properties are numbered in one row, the properties of each stream together; the hidden cell of a call holds the number at
 * which to go on, so streams may come and go in between. A call looks for its next answer and for the one after it, by trial
 * unifications, before it gives the first: so the last answer leaves no choice point.
 */
#include "builtins/stream_property.h"

#include "builtins/stream_argument.h"
#include "builtins/trial.h"

#define RESULT_CELLS 32u /* a stream term, a property, and a position in it */
#define ALIAS_COUNT  ARRAY_LENGTH(((StreamEntry *)NULL)->aliases)

/* ---- positions ---- */

#define FUNCTOR_POSITION cell_from_functor(ATOM_position_handle, 4)

Cell stream_position_push(Store *s, const StreamPosition *position)
{
    Cell term = heap_push_struct(s, FUNCTOR_POSITION), *cells = str_cells(term);
    cells[1] = cell_from_int((int64_t)position->chars);
    cells[2] = cell_from_int((int64_t)position->line);
    cells[3] = cell_from_int((int64_t)position->column);
    cells[4] = cell_from_int((int64_t)position->bytes);
    return term;
}

bool stream_position_from_term(Cell term, StreamPosition *position)
{
    if (!cell_is_str(term) || str_functor(term) != FUNCTOR_POSITION)
        return false;
    uint64_t values[4];
    for (size_t i = 0; i < ARRAY_LENGTH(values); i++) {
        Cell c = cell_deref(str_cells(term)[i + 1]);
        if (!cell_is_int(c) || cell_int(c) < 0)
            return false;
        values[i] = (uint64_t)cell_int(c);
    }
    *position = (StreamPosition){.chars = values[0], .line = values[1], .column = values[2], .bytes = values[3]};
    return true;
}

/* ---- the value of one property ---- */

/* Some properties of a stream; false when it does not have the one that `n` stands for, or memory is exhausted. */
typedef bool PropertyValue(Engine *e, const StreamEntry *entry, unsigned n, Cell *value);

static bool give_atom(uint32_t atom, Cell *value)
{
    *value = cell_from_atom(atom);
    return atom != ATOM_NONE;
}

static bool give_boolean(bool b, Cell *value)
{
    return give_atom(b ? ATOM_true : ATOM_false, value);
}

static bool value_input(Engine *e, const StreamEntry *entry, unsigned n, Cell *value)
{
    (void)e, (void)n, (void)value;
    return stream_is_input(entry->stream);
}

static bool value_output(Engine *e, const StreamEntry *entry, unsigned n, Cell *value)
{
    (void)e, (void)n, (void)value;
    return stream_is_output(entry->stream);
}

static bool value_alias(Engine *e, const StreamEntry *entry, unsigned n, Cell *value)
{
    (void)e;
    return give_atom(entry->aliases[n], value);
}

static bool value_mode(Engine *e, const StreamEntry *entry, unsigned n, Cell *value)
{
    static const uint32_t modes[] = {
        [STREAM_READ] = ATOM_read, [STREAM_WRITE] = ATOM_write, [STREAM_APPEND] = ATOM_append, [STREAM_UPDATE] = ATOM_update};
    (void)e, (void)n;
    return give_atom(modes[entry->stream->mode], value);
}

static bool value_file_name(Engine *e, const StreamEntry *entry, unsigned n, Cell *value)
{
    (void)n;
    const char *name = entry->stream->file_name;
    return name != NULL && give_atom(atom_intern_string(&e->machine->atoms, name), value);
}

static bool value_file_no(Engine *e, const StreamEntry *entry, unsigned n, Cell *value)
{
    (void)e, (void)n;
    *value = cell_from_int(entry->stream->fd);
    return entry->stream->fd >= 0;
}

static bool value_eof_action(Engine *e, const StreamEntry *entry, unsigned n, Cell *value)
{
    static const uint32_t actions[] = {
        [EOF_ACTION_ERROR] = ATOM_error, [EOF_ACTION_EOF_CODE] = ATOM_eof_code, [EOF_ACTION_RESET] = ATOM_reset};
    (void)e, (void)n;
    return give_atom(actions[entry->stream->eof_action], value);
}

static bool value_end_of_stream(Engine *e, const StreamEntry *entry, unsigned n, Cell *value)
{
    static const uint32_t ends[] = {[END_NOT] = ATOM_not, [END_AT] = ATOM_at, [END_PAST] = ATOM_past};
    (void)e, (void)n;
    return stream_is_input(entry->stream) && give_atom(ends[stream_end_state(entry->stream)], value);
}

static bool value_position(Engine *e, const StreamEntry *entry, unsigned n, Cell *value)
{
    (void)n;
    StreamPosition position = stream_position(entry->stream);
    *value = stream_position_push(&e->store, &position);
    return true;
}

static bool value_reposition(Engine *e, const StreamEntry *entry, unsigned n, Cell *value)
{
    (void)e, (void)n;
    return give_boolean(entry->stream->reposition, value);
}

static bool value_type(Engine *e, const StreamEntry *entry, unsigned n, Cell *value)
{
    (void)e, (void)n;
    return give_atom(entry->stream->binary ? ATOM_binary : ATOM_text, value);
}

static bool value_encoding(Engine *e, const StreamEntry *entry, unsigned n, Cell *value)
{
    (void)n;
    return give_atom(atom_intern_string(&e->machine->atoms, encoding_name(entry->stream->encoding)), value);
}

static bool value_newline(Engine *e, const StreamEntry *entry, unsigned n, Cell *value)
{
    (void)e, (void)n;
    return give_atom(entry->stream->newline == NEWLINE_DOS ? ATOM_dos : ATOM_posix, value);
}

static bool value_buffer(Engine *e, const StreamEntry *entry, unsigned n, Cell *value)
{
    (void)e, (void)n;
    Buffering b = entry->stream->buffering;
    return give_atom(b == BUFFERING_NONE ? ATOM_none : b == BUFFERING_LINE ? ATOM_line : ATOM_full, value);
}

static bool value_bom(Engine *e, const StreamEntry *entry, unsigned n, Cell *value)
{
    (void)e, (void)n;
    return give_boolean(entry->stream->had_bom, value);
}

static bool value_tty(Engine *e, const StreamEntry *entry, unsigned n, Cell *value)
{
    (void)e, (void)n;
    return give_boolean(entry->stream->is_tty, value);
}

static const struct Property {
    uint32_t name;
    uint32_t arity;
    unsigned n; /* which of several of this name */
    PropertyValue *value;
} properties[] = {
    {ATOM_file_name, 1, 0, value_file_name},
    {ATOM_mode, 1, 0, value_mode},
    {ATOM_input, 0, 0, value_input},
    {ATOM_output, 0, 0, value_output},
    {ATOM_alias, 1, 0, value_alias},
    {ATOM_alias, 1, 1, value_alias},
    {ATOM_alias, 1, 2, value_alias},
    {ATOM_alias, 1, 3, value_alias},
    {ATOM_position, 1, 0, value_position},
    {ATOM_end_of_stream, 1, 0, value_end_of_stream},
    {ATOM_eof_action, 1, 0, value_eof_action},
    {ATOM_reposition, 1, 0, value_reposition},
    {ATOM_type, 1, 0, value_type},
    {ATOM_encoding, 1, 0, value_encoding},
    {ATOM_newline, 1, 0, value_newline},
    {ATOM_buffer, 1, 0, value_buffer},
    {ATOM_bom, 1, 0, value_bom},
    {ATOM_tty, 1, 0, value_tty},
    {ATOM_file_no, 1, 0, value_file_no},
};
#define PROPERTY_COUNT ARRAY_LENGTH(properties)
_Static_assert(ALIAS_COUNT == 4, "one row for each alias a stream may have");

/* ---- searching ---- */

typedef struct Search {
    const StreamTable *table;
    size_t at, end; /* pairs left: place in the table * PROPERTY_COUNT + number of the property */
    Cell stream, property; /* the arguments */
} Search;

/* True when the argument can be an instance of a property, as far as name and arity tell. */
static bool property_fits(Cell property, const struct Property *p)
{
    if (cell_is_var(property))
        return true;
    if (p->arity == 0)
        return property == cell_from_atom(p->name);
    return cell_is_str(property) && str_functor(property) == cell_from_functor(p->name, 1);
}

static bool is_property(Cell property)
{
    for (size_t i = 0; i < PROPERTY_COUNT; i++)
        if (property_fits(property, &properties[i]))
            return true;
    return false;
}

/* Unifies the arguments with the pair at `at`. */
static Status unify_pair(Engine *e, const Search *search, size_t at)
{
    const StreamEntry *entry = &search->table->entries[at / PROPERTY_COUNT];
    const struct Property *p = &properties[at % PROPERTY_COUNT];
    Cell value = 0;
    if (entry->stream == NULL || !property_fits(search->property, p) || !p->value(e, entry, p->n, &value))
        return ST_FAIL;
    Cell term = cell_from_atom(p->name);
    if (p->arity == 1) {
        term = heap_push_struct(&e->store, cell_from_functor(p->name, 1));
        str_cells(term)[1] = value;
    }
    Status status = unify_result(e, search->stream, stream_push_term(e, entry->stream));
    return status == ST_TRUE ? unify_result(e, search->property, term) : status;
}

/* Moves to the next pair that fits, leaving no trace on the heap. ST_FAIL when there is none. */
static Status find_next(Engine *e, Search *search)
{
    for (; search->at < search->end; search->at++) {
        Trial trial = trial_begin(&e->store);
        Status status = unify_pair(e, search, search->at);
        trial_undo(&e->store, &trial);
        if (status != ST_FAIL)
            return status;
    }
    return ST_FAIL;
}

/* Where a search goes on: the number kept between answers names streams by their own numbers, which grow along the table. */
static size_t place_from_mark(const StreamTable *table, size_t mark)
{
    size_t place = stream_table_place(table, (uint32_t)(mark / PROPERTY_COUNT));
    bool is_same = place < table->count && table->entries[place].number == mark / PROPERTY_COUNT;
    return place * PROPERTY_COUNT + (is_same ? mark % PROPERTY_COUNT : 0);
}

static size_t mark_from_place(const StreamTable *table, size_t at)
{
    return table->entries[at / PROPERTY_COUNT].number * PROPERTY_COUNT + at % PROPERTY_COUNT;
}

/* The errors of 8.11.8.3: what the arguments are comes before whether the stream is open. */
static Status check_arguments(Engine *e, Cell stream, Cell property)
{
    if (!cell_is_var(stream) && !cell_is_stream_term(stream))
        return domain_error(e, ATOM_stream, stream);
    return is_property(property) ? ST_TRUE : domain_error(e, ATOM_stream_property, property);
}

/* Narrows the search to one stream when it is given. */
static Status begin(Engine *e, Cell *arg, Search *search)
{
    const StreamTable *table = &e->machine->streams;
    *search = (Search){table, 0, table->count * PROPERTY_COUNT, cell_deref(arg[0]), cell_deref(arg[1])};
    Status status = check_arguments(e, search->stream, search->property);
    if (status != ST_TRUE || cell_is_var(search->stream))
        return status;
    Stream *s;
    status = arg_stream_term(e, search->stream, &s);
    if (status == ST_TRUE) {
        search->at = (size_t)(stream_table_entry(table, s) - table->entries) * PROPERTY_COUNT;
        search->end = search->at + PROPERTY_COUNT;
    }
    return status;
}

Status bi_stream_property(Engine *e, Cell *arg)
{
    if (!heap_has(&e->store, RESULT_CELLS))
        return ST_RETRY;
    Search search;
    Status status = begin(e, arg, &search);
    if (status != ST_TRUE)
        return e->redo ? ST_FAIL : status; /* the stream was closed since the last answer */
    if (e->redo)
        search.at = max_size(search.at, place_from_mark(search.table, (size_t)cell_int(e->X[2])));
    status = find_next(e, &search);
    if (status != ST_TRUE)
        return status;
    size_t found = search.at++;
    status = find_next(e, &search);
    if (status == ST_TRUE) {
        e->X[2] = cell_from_int((int64_t)mark_from_place(search.table, search.at));
        builtin_leave_choice(e);
    } else if (status != ST_FAIL) {
        return status;
    }
    return unify_pair(e, &search, found);
}
