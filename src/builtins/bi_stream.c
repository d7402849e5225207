/* bi_stream.c - selecting, opening, closing and placing streams (8.11).
 * SPDX-License-Identifier: MIT
 *
 * Elsewhere: characters and bytes (bi_char.c), terms (bi_termio.c), properties (stream_property.c), prompts (prompt.c).
 */
#include "builtins/prompt.h"
#include "builtins/stream_argument.h"
#include "builtins/stream_property.h"
#include "builtins/text_kind.h"
#include "builtins/text_view.h"

#include <errno.h>

/* ---- current streams (8.11.1 to 8.11.4) ---- */

/* A stream as a result: a variable or a stream term. */
static Status unify_stream(Engine *e, Cell arg, const Stream *s)
{
    if (!heap_has(&e->store, STREAM_TERM_CELLS))
        return ST_RETRY;
    return unify_result(e, arg, stream_push_term(e, s));
}

static Status current_stream(Engine *e, Cell arg, const Stream *current)
{
    if (!cell_is_var(cell_deref(arg))) {
        Stream *given;
        Status status = arg_stream_term(e, arg, &given);
        return status == ST_TRUE ? status_from_bool(given == current) : status;
    }
    return unify_stream(e, arg, current);
}

/* True when S is the current input. */
static Status bi_current_input(Engine *e, Cell *arg)
{
    return current_stream(e, arg[0], e->machine->streams.current_input);
}

static Status bi_current_output(Engine *e, Cell *arg)
{
    return current_stream(e, arg[0], e->machine->streams.current_output);
}

static Status bi_set_input(Engine *e, Cell *arg)
{
    Stream *s;
    Status status = arg_stream_for(e, arg[0], DIRECTION_INPUT, CONTENTS_ANY, &s);
    if (status == ST_TRUE)
        e->machine->streams.current_input = s;
    return status;
}

static Status bi_set_output(Engine *e, Cell *arg)
{
    Stream *s;
    Status status = arg_stream_for(e, arg[0], DIRECTION_OUTPUT, CONTENTS_ANY, &s);
    if (status == ST_TRUE)
        e->machine->streams.current_output = s;
    return status;
}

/* True of terms of open streams and of aliases. */
static Status bi_is_stream(Engine *e, Cell *arg)
{
    return status_from_bool(stream_find(e, cell_deref(arg[0])) != NULL);
}

/* ---- options of open/4 ---- */

typedef struct OpenRequest {
    StreamMode mode;
    StreamOptions options;
    uint32_t aliases[STREAM_ALIASES];
    Cell alias_options[STREAM_ALIASES]; /* alias(A) as given: the culprit when A is taken */
    size_t alias_count;
    Cell reposition_option; /* reposition(true) as given, or 0 */
    bool reposition_off;
    bool encoding_given;
} OpenRequest;

static bool eof_action_from_atom(uint32_t atom, EofAction *action)
{
    switch (atom) {
    case ATOM_error: *action = EOF_ACTION_ERROR; return true;
    case ATOM_eof_code: *action = EOF_ACTION_EOF_CODE; return true;
    case ATOM_reset: *action = EOF_ACTION_RESET; return true;
    default: return false;
    }
}

static bool newline_from_atom(uint32_t atom, NewlineMode *newline)
{
    *newline = atom == ATOM_dos ? NEWLINE_DOS : NEWLINE_POSIX;
    return atom == ATOM_dos || atom == ATOM_posix || atom == ATOM_detect;
}

static bool buffering_from_atom(uint32_t atom, Buffering *buffering)
{
    switch (atom) {
    case ATOM_full: *buffering = BUFFERING_FULL; return true;
    case ATOM_line: *buffering = BUFFERING_LINE; return true;
    case ATOM_none:
    case ATOM_false: *buffering = BUFFERING_NONE; return true;
    default: return false;
    }
}

static bool encoding_from_atom(Engine *e, uint32_t atom, Encoding *encoding)
{
    char scratch[8];
    TextSpan name = atom_text(&e->machine->atoms, atom, scratch);
    return encoding_from_name(name.bytes, encoding);
}

/* Options that say nothing to Horn but that programs give. */
static bool open_option_is_ignored(uint32_t name)
{
    return name == ATOM_close_on_abort || name == ATOM_create || name == ATOM_lock || name == ATOM_wait || name == ATOM_locale ||
           name == ATOM_representation_errors;
}

/* Notes an alias; false when the stream has as many as it can have. */
static bool note_alias(OpenRequest *r, Cell element, uint32_t alias)
{
    if (r->alias_count == STREAM_ALIASES)
        return false;
    r->aliases[r->alias_count] = alias;
    r->alias_options[r->alias_count++] = element;
    return true;
}

/* Notes an option whose value is an atom; false when it is none of the known ones. */
static bool note_open_option(Engine *e, OpenRequest *r, Cell element, uint32_t name, uint32_t value)
{
    bool yes = value == ATOM_true, is_boolean = yes || value == ATOM_false;
    switch (name) {
    case ATOM_type: r->options.binary = value == ATOM_binary; return value == ATOM_binary || value == ATOM_text;
    case ATOM_reposition:
        r->reposition_option = yes ? element : 0;
        r->reposition_off = !yes;
        return is_boolean;
    case ATOM_alias: return note_alias(r, element, value);
    case ATOM_bom: r->options.bom = yes; return is_boolean;
    case ATOM_eof_action: return eof_action_from_atom(value, &r->options.eof_action);
    case ATOM_newline: return newline_from_atom(value, &r->options.newline);
    case ATOM_buffer: return buffering_from_atom(value, &r->options.buffering);
    case ATOM_encoding: r->encoding_given = true; return encoding_from_atom(e, value, &r->options.encoding);
    default: return false;
    }
}

static Status take_open_option(Engine *e, OpenRequest *r, Cell element)
{
    uint32_t name, atom;
    Cell value;
    if (!option_split(element, &name, &value))
        return domain_error(e, ATOM_stream_option, element);
    if (open_option_is_ignored(name))
        return ST_TRUE;
    Status status = option_atom(e, element, value, ATOM_stream_option, &atom);
    if (status != ST_TRUE)
        return status;
    return note_open_option(e, r, element, name, atom) ? ST_TRUE : domain_error(e, ATOM_stream_option, element);
}

static bool mode_from_atom(uint32_t atom, StreamMode *mode)
{
    switch (atom) {
    case ATOM_read: *mode = STREAM_READ; return true;
    case ATOM_write: *mode = STREAM_WRITE; return true;
    case ATOM_append: *mode = STREAM_APPEND; return true;
    case ATOM_update: *mode = STREAM_UPDATE; return true;
    default: return false;
    }
}

/* ---- open/3, open/4 (8.11.5) ---- */

/* The errors of 8.11.5.3 a to f, in that order. */
static Status check_open(Engine *e, Cell source, Cell mode, Cell stream, Cell options)
{
    if (cell_is_var(source) || cell_is_var(mode))
        return instantiation_error(e);
    if (option_list_is_partial(options))
        return instantiation_error(e);
    if (!cell_is_atom(mode))
        return type_error(e, ATOM_atom, mode);
    Status status = arg_option_list(e, options);
    if (status == ST_TRUE && !cell_is_var(stream))
        status = uninstantiation_error(e, stream);
    return status;
}

static Status read_request(Engine *e, Cell mode, Cell options, OpenRequest *r)
{
    *r = (OpenRequest){.alias_count = 0};
    if (!mode_from_atom(cell_atom(mode), &r->mode))
        return domain_error(e, ATOM_io_mode, mode);
    r->options = stream_options(r->mode);
    Cell encoding = flag_value(&e->machine->flags, ATOM_encoding);
    Status status = encoding_from_atom(e, cell_atom(encoding), &r->options.encoding) ? ST_TRUE : domain_error(e, ATOM_encoding, encoding);
    for (Cell element; status == ST_TRUE && option_next(&options, &element);)
        status = take_open_option(e, r, element);
    if (r->encoding_given && r->options.encoding < ENC_UTF8) /* a byte order mark is text of another encoding */
        r->options.bom = false;
    return status;
}

/* The system has no more open files: once, those out of reach are closed, and the builtin is run again. */
static Status file_shortage(Engine *e)
{
    StreamTable *table = &e->machine->streams;
    table->is_short_of_files = !table->is_short_of_files;
    if (!table->is_short_of_files)
        return resource_error(e, ATOM_file);
    engine_want_collection(e, COLLECT_HEAP | COLLECT_ATOMS);
    return ST_RETRY;
}

/* Files that cannot be opened are a permission error for whatever reason, unless resources lack. */
static Status open_error(Engine *e, IoStatus io, int os_error, Cell source)
{
    if (io == IO_NO_MEMORY || os_error == ENOMEM)
        return resource_error(e, ATOM_memory);
    if (os_error == EMFILE || os_error == ENFILE)
        return file_shortage(e);
    if (os_error == ENOENT || os_error == ENOTDIR)
        return existence_error(e, ATOM_source_sink, source);
    return permission_error(e, ATOM_open, ATOM_source_sink, source);
}

static void discard(Stream *s)
{
    IoStatus closed = stream_close(s, true);
    (void)closed; /* forced: always IO_OK */
}

/* Makes an open stream known to the machine, with the aliases of a request if there is one, and unifies it. Takes ownership. STREAM_TERM_CELLS must be there. */
static Status publish(Engine *e, Stream *s, const OpenRequest *r, Cell result)
{
    StreamTable *table = &e->machine->streams;
    if (stream_table_add(table, s) == 0) {
        discard(s);
        return resource_error(e, ATOM_memory);
    }
    for (size_t i = 0; r != NULL && i < r->alias_count; i++)
        if (!stream_table_set_alias(table, s, r->aliases[i])) {
            IoStatus closed = stream_table_close(table, s, true);
            (void)closed;
            return resource_error(e, ATOM_memory);
        }
    table->is_short_of_files = false;
    if (stream_table_has_many(table))
        engine_want_collection(e, COLLECT_HEAP | COLLECT_ATOMS);
    return unify_result(e, result, stream_push_term(e, s));
}

static Status open_path(Engine *e, const char *path, Cell source, const OpenRequest *r, Cell result)
{
    Stream *s;
    int os_error;
    IoStatus io = stream_open_file(&e->machine->alloc, path, r->mode, &r->options, &s, &os_error);
    if (io != IO_OK)
        return open_error(e, io, os_error, source);
    if (r->reposition_option != 0 && !s->reposition) {
        discard(s);
        return permission_error(e, ATOM_open, ATOM_source_sink, r->reposition_option);
    }
    if (r->reposition_off)
        s->reposition = false;
    return publish(e, s, r, result);
}

static Status open_new_path(Engine *e, const char *path, Cell source, const OpenRequest *r, Cell result)
{
    OsFile file;
    Stream *s;
    int os_error = os_file_open(path, OS_OPEN_NEW, &file);
    if (os_error == EEXIST)
        return ST_FAIL;
    if (os_error != 0)
        return open_error(e, IO_OS_ERROR, os_error, cell_deref(source));
    IoStatus io = stream_open_fd(&e->machine->alloc, file.fd, path, STREAM_WRITE, &r->options, &s);
    if (io != IO_OK) {
        (void)os_file_close(&file); /* it is empty */
        return resource_error(e, ATOM_memory);
    }
    return publish(e, s, r, result);
}

/* permission_error for an alias that another stream has. */
static Status check_aliases(Engine *e, const OpenRequest *r)
{
    for (size_t i = 0; i < r->alias_count; i++)
        if (stream_table_by_alias(&e->machine->streams, r->aliases[i]) != NULL)
            return permission_error(e, ATOM_open, ATOM_source_sink, r->alias_options[i]);
    return ST_TRUE;
}

static Status open_source(Engine *e, Cell source, Cell mode, Cell result, Cell options)
{
    source = cell_deref(source), mode = cell_deref(mode), result = cell_deref(result);
    Status status = check_open(e, source, mode, result, options);
    if (status != ST_TRUE)
        return status;
    Buf path;
    buf_init(&path, &e->machine->alloc);
    OpenRequest request;
    status = arg_path(e, source, &path);
    if (status == ST_TRUE)
        status = read_request(e, mode, options, &request);
    if (status == ST_TRUE && !heap_has(&e->store, SMALL_RESULT_CELLS))
        status = ST_RETRY;
    if (status == ST_TRUE)
        status = check_aliases(e, &request);
    if (status == ST_TRUE)
        status = open_path(e, path.data, source, &request, result);
    buf_free(&path);
    return status;
}

static Status bi_open3(Engine *e, Cell *arg)
{
    return open_source(e, arg[0], arg[1], arg[2], cell_from_atom(ATOM_nil));
}

static Status bi_open4(Engine *e, Cell *arg)
{
    return open_source(e, arg[0], arg[1], arg[2], arg[3]);
}

/* '$open_new'(Path, Options, Stream): opens a file for writing that no other user may read; fails when it exists. */
static Status bi_open_new(Engine *e, Cell *arg)
{
    Buf path;
    OpenRequest request;
    Status status = arg_option_list(e, arg[1]);
    if (status != ST_TRUE)
        return status;
    buf_init(&path, &e->machine->alloc);
    status = arg_path(e, arg[0], &path);
    if (status == ST_TRUE)
        status = read_request(e, cell_from_atom(ATOM_write), arg[1], &request);
    if (status == ST_TRUE)
        status = check_aliases(e, &request);
    if (status == ST_TRUE && !heap_has(&e->store, SMALL_RESULT_CELLS))
        status = ST_RETRY;
    if (status == ST_TRUE)
        status = open_new_path(e, path.data, arg[0], &request, arg[2]);
    buf_free(&path);
    return status;
}

/* Opens a stream that reads the characters of a text. */
static Status bi_open_string(Engine *e, Cell *arg)
{
    if (!heap_has(&e->store, SMALL_RESULT_CELLS))
        return ST_RETRY;
    TextView text;
    Status status = text_view_open(e, &text, arg[0], ACCEPT_ANY_NIL, ATOM_text);
    if (status == ST_TRUE && !cell_is_var(cell_deref(arg[1]))) {
        text_view_close(&text);
        status = uninstantiation_error(e, arg[1]);
    }
    if (status != ST_TRUE)
        return status;
    Stream *s;
    IoStatus io = stream_open_memory_reader(&e->machine->alloc, text.bytes, text.length, &s);
    text_view_close(&text);
    return io == IO_OK ? publish(e, s, NULL, arg[1]) : resource_error(e, ATOM_memory);
}

/* ---- output to nowhere and to memory ---- */

static int drop_bytes(void *source, const char *bytes, size_t n, size_t *put)
{
    (void)source, (void)bytes;
    *put = n;
    return 0;
}

/* open_null_stream(Stream): output that is counted and dropped. */
static Status bi_open_null_stream(Engine *e, Cell *arg)
{
    static const StreamOps null_ops = {NULL, drop_bytes, NULL, NULL};
    if (!heap_has(&e->store, SMALL_RESULT_CELLS))
        return ST_RETRY;
    if (!cell_is_var(cell_deref(arg[0])))
        return uninstantiation_error(e, arg[0]);
    Stream *s;
    StreamOptions options = stream_options(STREAM_WRITE);
    if (stream_new(&e->machine->alloc, &null_ops, NULL, NULL, STREAM_WRITE, &options, &s) != IO_OK)
        return resource_error(e, ATOM_memory);
    return publish(e, s, NULL, arg[0]);
}

static Status bi_open_capture(Engine *e, Cell *arg)
{
    if (!heap_has(&e->store, SMALL_RESULT_CELLS))
        return ST_RETRY;
    Stream *s;
    if (stream_open_memory_writer(&e->machine->alloc, &s) != IO_OK)
        return resource_error(e, ATOM_memory);
    return publish(e, s, NULL, arg[0]);
}

/* '$capture_text'(Stream, Kind, Text, Tail): closes a stream that '$open_capture'/1 opened and gives what was written to it; Tail is that
 * of a list. */
static Status bi_capture_text(Engine *e, Cell *arg)
{
    Stream *s;
    enum TextKind kind = TEXT_ATOM;
    Status status = arg_stream_for(e, arg[0], DIRECTION_OUTPUT, CONTENTS_ANY, &s);
    if (status == ST_TRUE)
        status = arg_text_kind(e, arg[1], &kind);
    if (status != ST_TRUE)
        return status;
    const char *bytes;
    size_t length;
    IoStatus io = stream_memory_text(s, &bytes, &length);
    if (io != IO_OK)
        return io_result(e, s, arg[0], io);
    Cell text, tail = cell_deref(arg[3]);
    bool is_list = kind == TEXT_CODES || kind == TEXT_CHARS;
    status = is_list ? make_list_before(e, kind, bytes, length, tail, &text) : make_text(e, kind, bytes, length, &text);
    if (status != ST_TRUE)
        return status;
    io = stream_table_close(&e->machine->streams, s, true);
    (void)io; /* forced: always IO_OK */
    return unify_result(e, arg[2], text);
}

/* ---- close/1, close/2 (8.11.6) ---- */

static Status take_close_options(Engine *e, Cell options, bool *force)
{
    for (Cell element; option_next(&options, &element);) {
        uint32_t name;
        Cell value;
        if (!option_split(element, &name, &value) || name != ATOM_force)
            return domain_error(e, ATOM_close_option, element);
        Status status = option_boolean(e, element, value, ATOM_close_option, force);
        if (status != ST_TRUE)
            return status;
    }
    return ST_TRUE;
}

/* The standard streams stay open: closing them only flushes. */
static Status close_stream(Engine *e, Cell stream, bool force)
{
    Stream *s;
    Status status = arg_stream(e, stream, &s);
    if (status != ST_TRUE)
        return status;
    return io_result(e, s, stream, stream_table_close(&e->machine->streams, s, force));
}

static Status bi_close1(Engine *e, Cell *arg)
{
    return close_stream(e, arg[0], false);
}

static Status bi_close2(Engine *e, Cell *arg)
{
    if (cell_is_var(cell_deref(arg[0])))
        return instantiation_error(e);
    bool force = false;
    Status status = arg_option_list(e, arg[1]);
    if (status == ST_TRUE)
        status = stream_name_check(e, arg[0]);
    if (status == ST_TRUE)
        status = take_close_options(e, arg[1], &force);
    return status == ST_TRUE ? close_stream(e, arg[0], force) : status;
}

/* ---- flush_output/0,1, at_end_of_stream/0,1 (8.11.7, 8.11.8) ---- */

static Status bi_flush_output0(Engine *e, Cell *arg)
{
    (void)arg;
    Stream *s = e->machine->streams.current_output;
    return io_result(e, s, CULPRIT_CURRENT, stream_flush(s));
}

static Status bi_flush_output1(Engine *e, Cell *arg)
{
    Stream *s;
    Status status = arg_stream_for(e, arg[0], DIRECTION_OUTPUT, CONTENTS_ANY, &s);
    return status == ST_TRUE ? io_result(e, s, arg[0], stream_flush(s)) : status;
}

/* True when nothing more can be read. Where that cannot be told otherwise, it waits for what comes. */
static Status at_end(Engine *e, Stream *s, Cell culprit)
{
    int32_t next;
    IoStatus io = s->binary ? stream_peek_byte(s, &next) : stream_peek_code(s, &next);
    if (io == IO_EOF || io == IO_PAST_EOF)
        return ST_TRUE;
    return io == IO_OK || io == IO_BAD_ENCODING ? ST_FAIL : io_result(e, s, culprit, io);
}

static Status bi_at_end_of_stream0(Engine *e, Cell *arg)
{
    (void)arg;
    Stream *s;
    Status status = current_input_for(e, CONTENTS_ANY, &s);
    return status == ST_TRUE ? at_end(e, s, CULPRIT_CURRENT) : status;
}

static Status bi_at_end_of_stream1(Engine *e, Cell *arg)
{
    Stream *s;
    Status status = arg_stream_for(e, arg[0], DIRECTION_INPUT, CONTENTS_ANY, &s);
    return status == ST_TRUE ? at_end(e, s, arg[0]) : status;
}

/* ---- positions (8.11.9) ---- */

static Status bi_set_stream_position(Engine *e, Cell *arg)
{
    Cell term = cell_deref(arg[1]);
    if (cell_is_var(cell_deref(arg[0])) || cell_is_var(term))
        return instantiation_error(e);
    Stream *s;
    StreamPosition position;
    Status status = stream_name_check(e, arg[0]);
    if (status == ST_TRUE && !stream_position_from_term(term, &position))
        status = domain_error(e, ATOM_stream_position, term);
    if (status == ST_TRUE)
        status = arg_stream(e, arg[0], &s);
    if (status != ST_TRUE)
        return status;
    if (!s->reposition)
        return permission_error(e, ATOM_reposition, ATOM_stream, cell_deref(arg[0]));
    IoStatus io = stream_seek(s, &position);
    bool out_of_range = io == IO_OS_ERROR && s->os_error == EINVAL;
    return out_of_range ? domain_error(e, ATOM_stream_position, term) : io_result(e, s, arg[0], io);
}

/* seek(Stream, Offset, bof | current | eof, NewLocation): in bytes. */
static Status bi_seek(Engine *e, Cell *arg)
{
    Stream *s;
    int64_t offset;
    uint32_t method;
    Status status = arg_stream(e, arg[0], &s);
    if (status == ST_TRUE)
        status = arg_integer(e, arg[1], &offset);
    if (status == ST_TRUE)
        status = arg_atom(e, arg[2], &method);
    if (status != ST_TRUE)
        return status;
    if (method != ATOM_bof && method != ATOM_current && method != ATOM_eof)
        return domain_error(e, ATOM_position, cell_deref(arg[2]));
    if (!s->reposition)
        return permission_error(e, ATOM_reposition, ATOM_stream, cell_deref(arg[0]));
    OsWhence whence = method == ATOM_bof ? OS_SEEK_START : method == ATOM_current ? OS_SEEK_CURRENT : OS_SEEK_END;
    uint64_t bytes = 0;
    IoStatus io = stream_seek_bytes(s, offset, whence, &bytes);
    if (io == IO_OS_ERROR && s->os_error == EINVAL)
        return domain_error(e, ATOM_position, cell_deref(arg[1]));
    if (io != IO_OK)
        return io_result(e, s, arg[0], io);
    return unify_result(e, arg[3], cell_from_int((int64_t)bytes));
}

static Status give_count(Engine *e, Cell *arg, uint64_t (*count)(const Stream *s))
{
    Stream *s;
    Status status = arg_stream(e, arg[0], &s);
    if (status == ST_TRUE)
        status = arg_var_or_integer(e, arg[1]);
    return status == ST_TRUE ? unify_result(e, arg[1], cell_from_int((int64_t)count(s))) : status;
}

static Status bi_line_count(Engine *e, Cell *arg)
{
    return give_count(e, arg, stream_line);
}

static Status bi_line_position(Engine *e, Cell *arg)
{
    return give_count(e, arg, stream_column);
}

static Status bi_character_count(Engine *e, Cell *arg)
{
    return give_count(e, arg, stream_char_count);
}

static Status bi_byte_count(Engine *e, Cell *arg)
{
    return give_count(e, arg, stream_byte_count);
}

/* ---- set_stream/2 ---- */

/* Gives a stream an alias. What was the current stream by being user_input or user_output goes on being that. */
static Status set_alias(Engine *e, Stream *s, uint32_t alias)
{
    StreamTable *table = &e->machine->streams;
    bool for_output = alias == ATOM_user_output || alias == ATOM_user_error;
    if ((alias == ATOM_user_input && !stream_is_input(s)) || (for_output && !stream_is_output(s)))
        return ST_FAIL;
    bool input_follows = alias == ATOM_user_input && table->current_input == table->user_input;
    bool output_follows = alias == ATOM_user_output && table->current_output == table->user_output;
    if (!stream_table_set_alias(table, s, alias))
        return resource_error(e, ATOM_memory);
    if (input_follows)
        table->current_input = s;
    if (output_follows)
        table->current_output = s;
    return ST_TRUE;
}

static Status set_file_name(Engine *e, Stream *s, uint32_t atom)
{
    char scratch[8];
    TextSpan text = atom_text(&e->machine->atoms, atom, scratch);
    char *name = alloc_new(s->alloc, text.length + 1);
    if (name == NULL)
        return resource_error(e, ATOM_memory);
    memcpy(name, text.bytes, text.length);
    name[text.length] = '\0';
    if (s->file_name != NULL)
        alloc_free(s->alloc, s->file_name, strlen(s->file_name) + 1);
    s->file_name = name;
    return ST_TRUE;
}

static void set_contents(Stream *s, bool binary)
{
    if (s->binary == binary)
        return;
    s->binary = binary;
    stream_set_encoding(s, binary ? ENC_OCTET : ENC_UTF8);
}

/* Properties whose value is an atom. Each returns ST_FAIL for a value that it does not have. */
static Status set_atom_property(Engine *e, Stream *s, uint32_t name, uint32_t value)
{
    switch (name) {
    case ATOM_alias: return set_alias(e, s, value);
    case ATOM_file_name: return set_file_name(e, s, value);
    case ATOM_eof_action: return status_from_bool(eof_action_from_atom(value, &s->eof_action));
    case ATOM_newline: return status_from_bool(newline_from_atom(value, &s->newline));
    case ATOM_tty: s->is_tty = value == ATOM_true; return status_from_bool(s->is_tty || value == ATOM_false);
    case ATOM_type: set_contents(s, value == ATOM_binary); return status_from_bool(value == ATOM_binary || value == ATOM_text);
    case ATOM_encoding: {
        Encoding encoding;
        if (!encoding_from_atom(e, value, &encoding))
            return ST_FAIL;
        stream_set_encoding(s, encoding);
        return ST_TRUE;
    }
    case ATOM_buffer: {
        Buffering buffering;
        if (!buffering_from_atom(value, &buffering))
            return ST_FAIL;
        return io_result(e, s, CULPRIT_CURRENT, stream_set_buffering(s, buffering));
    }
    default: return open_option_is_ignored(name) ? ST_TRUE : ST_FAIL;
    }
}

/* Properties that programs set and that change nothing: reading waits as long as it takes, buffers are as large as it suits them, positions
 * are always recorded. */
static Status check_idle_property(Engine *e, uint32_t name, Cell value)
{
    bool flag;
    int64_t size;
    if (name == ATOM_record_position)
        return arg_boolean(e, value, &flag);
    if (name == ATOM_timeout)
        return cell_is_number(value) || value == cell_from_atom(ATOM_infinite) ? ST_TRUE : type_error(e, ATOM_float, value);
    Status status = arg_integer(e, value, &size);
    return status == ST_TRUE && size < 1 ? domain_error(e, ATOM_not_less_than_one, value) : status;
}

static Status bi_set_stream(Engine *e, Cell *arg)
{
    Stream *s;
    Cell property = cell_deref(arg[1]), value;
    uint32_t name;
    Status status = arg_stream(e, arg[0], &s);
    if (status != ST_TRUE)
        return status;
    if (cell_is_var(property))
        return instantiation_error(e);
    if (!option_split(property, &name, &value))
        return domain_error(e, ATOM_stream_property, property);
    if (cell_is_var(value))
        return instantiation_error(e);
    if (name == ATOM_timeout || name == ATOM_buffer_size || name == ATOM_record_position)
        return check_idle_property(e, name, value);
    if (name == ATOM_line_position && cell_is_int(value) && cell_int(value) >= 0) {
        s->column = (uint64_t)cell_int(value);
        return ST_TRUE;
    }
    status = cell_is_atom(value) ? set_atom_property(e, s, name, cell_atom(value)) : ST_FAIL;
    return status == ST_FAIL ? domain_error(e, ATOM_stream_property, property) : status;
}

/* ---- the terminal ---- */

static Status bi_is_tty(Engine *e, Cell *arg)
{
    Stream *s;
    Status status = arg_stream(e, arg[0], &s);
    return status == ST_TRUE ? status_from_bool(s->is_tty) : status;
}

/* '$prompt'(First, Next): what user_input shows on a terminal before its next line, and before the lines after that. */
static Status bi_set_prompts(Engine *e, Cell *arg)
{
    uint32_t first, next;
    Status status = arg_atom(e, arg[0], &first);
    if (status == ST_TRUE)
        status = arg_atom(e, arg[1], &next);
    if (status != ST_TRUE)
        return status;
    return prompt_set(e->machine, first, next) ? ST_TRUE : resource_error(e, ATOM_memory);
}

/* prompt(Old, New) */
static Status bi_prompt(Engine *e, Cell *arg)
{
    uint32_t old = prompt_next(e->machine), next;
    Status status = unify_atom(e, arg[0], old == ATOM_NONE ? atom_intern_string(&e->machine->atoms, "|: ") : old);
    if (status == ST_TRUE)
        status = arg_atom(e, arg[1], &next);
    if (status != ST_TRUE)
        return status;
    return prompt_set(e->machine, next, next) ? ST_TRUE : resource_error(e, ATOM_memory);
}

/* ---- table ---- */

/* clang-format off */
const Builtin builtins_stream[] = {
    /*      name                  function               arguments                                  determinism  ISO       */
    BUILTIN("current_input",      bi_current_input,      "?stream",                                 DET,         "8.11.1"),
    BUILTIN("current_output",     bi_current_output,     "?stream",                                 DET,         "8.11.2"),
    BUILTIN("set_input",          bi_set_input,          "+stream_or_alias",                        DET,         "8.11.3"),
    BUILTIN("set_output",         bi_set_output,         "+stream_or_alias",                        DET,         "8.11.4"),
    BUILTIN("open",               bi_open3,              "+source_sink +io_mode -stream",           DET,         "8.11.5"),
    BUILTIN("open",               bi_open4,              "+source_sink +io_mode -stream +list",     DET,         "8.11.5"),
    BUILTIN("close",              bi_close1,             "+stream_or_alias",                        DET,         "8.11.6"),
    BUILTIN("close",              bi_close2,             "+stream_or_alias +list",                  DET,         "8.11.6"),
    BUILTIN("flush_output",       bi_flush_output0,      "",                                        DET,         "8.11.7"),
    BUILTIN("flush_output",       bi_flush_output1,      "+stream_or_alias",                        DET,         "8.11.7"),
    BUILTIN_STATE("stream_property", bi_stream_property, "?stream ?stream_property",                1,           "8.11.8"),
    BUILTIN("at_end_of_stream",   bi_at_end_of_stream0,  "",                                        DET,         "8.11.8"),
    BUILTIN("at_end_of_stream",   bi_at_end_of_stream1,  "+stream_or_alias",                        DET,         "8.11.8"),
    BUILTIN("set_stream_position", bi_set_stream_position, "+stream_or_alias +stream_position",     DET,         "8.11.9"),
    BUILTIN("is_stream",          bi_is_stream,          "@term",                                   DET,         ""),
    BUILTIN("set_stream",         bi_set_stream,         "+stream_or_alias +stream_property",       DET,         ""),
    BUILTIN("seek",               bi_seek,               "+stream_or_alias +integer +atom -integer", DET,        ""),
    BUILTIN("line_count",         bi_line_count,         "+stream_or_alias ?integer",               DET,         ""),
    BUILTIN("line_position",      bi_line_position,      "+stream_or_alias ?integer",               DET,         ""),
    BUILTIN("character_count",    bi_character_count,    "+stream_or_alias ?integer",               DET,         ""),
    BUILTIN("byte_count",         bi_byte_count,         "+stream_or_alias ?integer",               DET,         ""),
    BUILTIN("open_string",        bi_open_string,        "+text -stream",                           DET,         ""),
    BUILTIN("open_null_stream",   bi_open_null_stream,   "-stream",                                 DET,         ""),
    BUILTIN("prompt",             bi_prompt,             "-atom +atom",                             DET,         ""),
    BUILTIN("$open_new",          bi_open_new,           "+text +list -stream",                     DET,         ""),
    BUILTIN("$open_capture",      bi_open_capture,       "-stream",                                 DET,         ""),
    BUILTIN("$capture_text",      bi_capture_text,       "+stream +atom -text ?tail",               DET,         ""),
    BUILTIN("$is_tty",            bi_is_tty,             "+stream_or_alias",                        DET,         ""),
    BUILTIN("$prompt",            bi_set_prompts,        "+atom +atom",                             DET,         ""),
    BUILTIN_END
};
/* clang-format on */
