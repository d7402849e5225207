/* bi_load.c - what the loader in Prolog (lib/boot/load.pl) needs: adding clauses that come from files, the library inside the program.
 * SPDX-License-Identifier: MIT
 *
 * Elsewhere: '$read_clause'/5 and '$term_position'/3 (bi_termio.c), which load gave what (db/source.h), modules (bi_module.c).
 */
#include "base/os.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "builtins/embedded.h"
#include "builtins/list_build.h"
#include "builtins/pred_access.h"
#include "builtins/prompt.h"
#include "builtins/stream_argument.h"

/* ---- adding clauses ---- */

/* The module of a name; that of the clauses being loaded is found at once. */
static Status arg_module(Engine *e, Cell arg, Module **out)
{
    uint32_t name;
    Machine *m = e->machine;
    Status s = arg_atom(e, arg, &name);
    if (s != ST_TRUE)
        return s;
    *out = m->source_module->name == name ? m->source_module : module_intern(&m->program, name);
    return *out != NULL ? ST_TRUE : resource_error(e, ATOM_memory);
}

/* The notice as a term. SMALL_RESULT_CELLS are there. */
static Cell push_notice(Engine *e, const SourceNotice *notice, const Pred *pred)
{
    Store *s = &e->store;
    if (notice->kind == NOTICE_NONE)
        return cell_from_atom(ATOM_nil);
    Cell indicator = pred_indicator(e, pred);
    if (notice->kind == NOTICE_DISCONTIGUOUS) {
        Cell term = heap_push_struct(s, cell_from_functor(ATOM_discontiguous, 1));
        str_cells(term)[1] = indicator;
        return term;
    }
    Cell term = heap_push_struct(s, cell_from_functor(ATOM_redefined, 3));
    str_cells(term)[1] = indicator;
    str_cells(term)[2] = cell_from_atom(notice->file);
    str_cells(term)[3] = cell_from_int((int64_t)notice->line);
    return term;
}

static Status add_source_clause(Engine *e, Cell *arg)
{
    Program *program = &e->machine->program;
    Module *module;
    ClauseTerm clause;
    Pred *pred;
    Clause *added;
    int64_t line = 0;
    uint32_t file = ATOM_nil;
    SourceNotice notice = {NOTICE_NONE, 0, 0};
    if (!heap_has(&e->store, SMALL_RESULT_CELLS))
        return ST_RETRY;
    e->running = NULL; /* errors are about the clause */
    Status s = arg_module(e, arg[0], &module);
    if (s == ST_TRUE)
        s = clause_term_open(e, arg[1], module, &clause);
    if (s == ST_TRUE)
        s = arg_atom(e, arg[2], &file);
    if (s == ST_TRUE)
        s = arg_integer(e, arg[3], &line);
    if (s == ST_TRUE)
        s = pred_of_definition(e, clause.home, callable_functor(clause.head), &pred);
    if (s != ST_TRUE)
        return s;
    Source *source = file != ATOM_nil ? source_loading(&e->machine->sources, file) : NULL;
    if (source != NULL && !source_claim(program, source, pred, (uint32_t)line, &notice))
        return resource_error(e, ATOM_memory);
    s = pred_compile_and_add(e, pred, &clause, true, &added);
    if (s != ST_TRUE)
        return s;
    if (source != NULL)
        source_note_clause(source, added, (uint32_t)line);
    return unify_result(e, arg[4], push_notice(e, &notice, pred));
}

/* '$add_clause'(+Module, +Clause, +File, +Line, -Notice) */
static Status bi_add_clause(Engine *e, Cell *arg)
{
    const Pred *running = e->running;
    Status s = add_source_clause(e, arg);
    if (s == ST_RETRY)
        e->running = running; /* the loop has to know who asks for room */
    return s;
}

static Status bi_load_begin(Engine *e, Cell *arg)
{
    uint32_t file;
    Status s = arg_atom(e, arg[0], &file);
    if (s != ST_TRUE)
        return s;
    return source_begin(&e->machine->program, &e->machine->sources, file) ? ST_TRUE : resource_error(e, ATOM_memory);
}

/* '$load_reads'(+File, +Text): the load of File goes on with what stands in the file Text. */
static Status bi_load_reads(Engine *e, Cell *arg)
{
    uint32_t file, text;
    Status s = arg_atom(e, arg[0], &file);
    if (s == ST_TRUE)
        s = arg_atom(e, arg[1], &text);
    if (s != ST_TRUE)
        return s;
    Source *source = source_loading(&e->machine->sources, file);
    return source == NULL || source_reads(&e->machine->program, source, text) ? ST_TRUE : resource_error(e, ATOM_memory);
}

static Status bi_load_end(Engine *e, Cell *arg)
{
    uint32_t file;
    Status s = arg_atom(e, arg[0], &file);
    if (s != ST_TRUE)
        return s;
    source_end(&e->machine->program, &e->machine->sources, file);
    engine_note_retired(e);
    return ST_TRUE;
}

/* ---- the library inside the program ---- */

static bool is_boot_file(const EmbeddedFile *file)
{
    return strncmp(file->name, "boot/", 5) == 0;
}

static const EmbeddedFile *find_embedded(TextSpan name)
{
    for (size_t i = 0; i < embedded_file_count; i++)
        if (strlen(embedded_files[i].name) == name.length && memcmp(embedded_files[i].name, name.bytes, name.length) == 0)
            return &embedded_files[i];
    return NULL;
}

/* '$embedded_file'(+Name, -Stream) */
static Status bi_embedded_file(Engine *e, Cell *arg)
{
    uint32_t name;
    char scratch[8];
    Stream *stream;
    Status s = arg_atom(e, arg[0], &name);
    if (s != ST_TRUE)
        return s;
    const EmbeddedFile *file = find_embedded(atom_text(&e->machine->atoms, name, scratch));
    if (file == NULL || file->data == NULL)
        return ST_FAIL;
    if (!heap_has(&e->store, STREAM_TERM_CELLS))
        return ST_RETRY;
    if (stream_open_memory_reader(&e->machine->alloc, (const char *)file->data, file->length, &stream) != IO_OK)
        return resource_error(e, ATOM_memory);
    if (stream_table_add(&e->machine->streams, stream) == 0) {
        IoStatus closed = stream_close(stream, true);
        (void)closed;
        return resource_error(e, ATOM_memory);
    }
    return unify_result(e, arg[1], stream_push_term(e, stream));
}

/* '$embedded_files'(-Names), boot files left out. */
static Status bi_embedded_files(Engine *e, Cell *arg)
{
    Cell list = cell_from_atom(ATOM_nil);
    if (!heap_has(&e->store, 2 * embedded_file_count))
        return ST_RETRY;
    for (size_t i = embedded_file_count; i-- > 0;) {
        if (is_boot_file(&embedded_files[i]))
            continue;
        uint32_t name = atom_intern_string(&e->machine->atoms, embedded_files[i].name);
        if (name == ATOM_NONE)
            return resource_error(e, ATOM_memory);
        list = heap_push_pair(&e->store, cell_from_atom(name), list);
    }
    return unify_result(e, arg[0], list);
}

/* ---- the terminal, and what this is ---- */

/* '$read_key'(-Char): one key from the terminal; without one, the next character of user_input. */
static Status bi_read_key(Engine *e, Cell *arg)
{
    Stream *s = e->machine->streams.user_input;
    int32_t code = -1;
    if (s->is_tty && s->fd >= 0) {
        char bytes[4];
        size_t got;
        const char *p = bytes;
        IoStatus flushed = stream_flush(e->machine->streams.user_output);
        (void)flushed; /* the key is wanted all the same */
        int error = os_read_key(s->fd, bytes, &got);
        if (error == 0 && got > 0)
            code = utf8_is_valid(bytes, got) ? (int32_t)utf8_next(&p) : '?';
    } else {
        prompt_prepare(e->machine, s);
        if (stream_get_code(s, &code) != IO_OK)
            code = -1;
    }
    return unify_atom(e, arg[0], code < 0 ? ATOM_end_of_file : (uint32_t)code);
}

/* '$version'(-Atom), such as '0.1.0'. */
static Status bi_version(Engine *e, Cell *arg)
{
    Cell value = flag_value(&e->machine->flags, ATOM_version);
    int64_t version = cell_is_int(value) ? cell_int(value) : 0;
    Buf text;
    buf_init(&text, &e->machine->alloc);
    buf_printf(&text, "%d.%d.%d", (int)(version / 10000), (int)(version / 100 % 100), (int)(version % 100));
    Status s = text.failed ? resource_error(e, ATOM_memory) : unify_text(e, arg[0], TEXT_ATOM, text.data, text.length);
    buf_free(&text);
    return s;
}

const Builtin builtins_load[] = {
    /*      name               function           arguments                          determinism  ISO */
    BUILTIN("$add_clause", bi_add_clause, "+module +clause +file +line -notice", DET, ""),
    BUILTIN("$load_begin", bi_load_begin, "+file", DET, ""),
    BUILTIN("$load_reads", bi_load_reads, "+file +text", DET, ""),
    BUILTIN("$load_end", bi_load_end, "+file", DET, ""),
    BUILTIN("$embedded_file", bi_embedded_file, "+name -stream", DET, ""),
    BUILTIN("$embedded_files", bi_embedded_files, "-names", DET, ""),
    BUILTIN("$read_key", bi_read_key, "-char", DET, ""),
    BUILTIN("$version", bi_version, "-atom", DET, ""),
    BUILTIN_END};
