/* bi_vm.c - looking at clause code, and assembly text that is written and loaded.
 * SPDX-License-Identifier: MIT
 *
 * These are the primitives of lib/boot/assembly.pl and lib/vm.pl. What the text looks like is in compile/asm_int.h.
 */
#include "builtins/list_build.h"
#include "builtins/pred_access.h"
#include "builtins/stream_argument.h"
#include "compile/assemble.h"
#include "compile/decompile.h"
#include "compile/listing.h"
#include "db/source.h"
#include "syntax/writer.h"
#include "term/walk.h"

/* Longer clauses are not shown in a comment. */
#define COMMENT_BYTES 160u

/* ---- predicates ---- */

/* Module and Name/Arity: a predicate with code. existence_error(procedure, PI); permission_error(access, private_procedure, PI) for those
 * in C. */
static Status arg_pred(Engine *e, Cell module_arg, Cell indicator, Pred **out)
{
    uint32_t module_name, name, arity;
    Module *ignored;
    Status s = arg_atom(e, module_arg, &module_name);
    if (s != ST_TRUE)
        return s;
    Module *module = module_intern(&e->machine->program, module_name);
    if (module == NULL)
        return resource_error(e, ATOM_memory);
    s = arg_indicator(e, indicator, module, &ignored, &name, &arity);
    if (s != ST_TRUE)
        return s;
    *out = program_resolve(&e->machine->program, module, cell_from_functor(name, arity));
    if (*out == NULL)
        return existence_error(e, ATOM_procedure, cell_deref(indicator));
    if ((*out)->flags & (PRED_BUILTIN | PRED_CONTROL))
        return pred_permission_error(e, ATOM_access, ATOM_private_procedure, *out);
    return pred_link(&e->machine->program, *out) ? ST_TRUE : resource_error(e, ATOM_memory);
}

/* What a load has given; NULL for []. existence_error(source_file, File). */
static Status arg_source(Engine *e, Cell arg, const Source **out)
{
    uint32_t file;
    Status s = arg_atom(e, arg, &file);
    *out = NULL;
    if (s != ST_TRUE || file == ATOM_nil)
        return s;
    *out = source_loaded(&e->machine->sources, file);
    return *out != NULL ? ST_TRUE : existence_error(e, ATOM_source_file, cell_deref(arg));
}

/* The next clause in order that a goal sees now, from `c` on; of those that came from the source, if there is one. */
static Clause *next_visible(const Engine *e, Candidates *c, const Source *source)
{
    while (c->next < c->end) {
        Clause *clause = *c->next++;
        if (clause_is_visible(clause, e->machine->program.generation) && (source == NULL || source_gave_clause(source, clause)))
            return clause;
    }
    return NULL;
}

/* ---- text of code ---- */

/* The variables of a clause get names in order: A .. Z, A1 .. Z9. */
#define CLAUSE_NAMES 260u

typedef struct ClauseNames {
    CellVec variables;
    char name[2];
} ClauseNames;

static bool name_variable(void *user, Cell variable, TextSpan *name)
{
    ClauseNames *names = user;
    size_t i = 0;
    while (i < names->variables.count && names->variables.items[i] != variable)
        i++;
    names->name[0] = (char)('A' + i % 26);
    names->name[1] = (char)('0' + i / 26);
    *name = (TextSpan){names->name, i < 26 ? 1 : 2};
    return true;
}

/* Appends the clause as text, unless it is long. */
static Status put_source(Engine *e, const Clause *clause, Buf *out)
{
    Store *s = &e->store;
    Cell head, body, *top = s->H;
    Status status = decompile_clause(&e->machine->program, &e->machine->arith, s, clause, &head, &body);
    if (status != ST_TRUE)
        return status == ST_ERROR ? store_error(e) : status == ST_FAIL ? ST_TRUE : status;
    if (!heap_has(s, 3)) {
        s->H = top;
        return ST_RETRY;
    }
    Cell term = heap_push_struct(s, cell_from_functor(ATOM_neck, 2));
    str_cells(term)[1] = head;
    str_cells(term)[2] = body;
    ClauseNames names = {0};
    WriteOptions options = {.ops = &clause->pred->module->ops,
                            .quoted = true,
                            .text_as_string = true,
                            .spacing = SPACING_NEXT_ARGUMENT,
                            .max_depth = 40,
                            .name_variable = name_variable,
                            .name_user = &names};
    bool ok = term_variables(s, term, &names.variables);
    if (ok && names.variables.count <= CLAUSE_NAMES)
        ok = term_write(s, body == cell_from_atom(ATOM_true) ? head : term, &options, sink_from_buf(out)) == WRITE_OK;
    alloc_free(s->alloc, names.variables.items, names.variables.capacity * sizeof(Cell));
    s->H = top;
    if (out->length > COMMENT_BYTES)
        buf_clear(out);
    return ok ? ST_TRUE : resource_error(e, ATOM_memory);
}

static Status put_predicate(Engine *e, const Pred *pred, const Source *source, bool offsets, Buf *out)
{
    Listing listing = {&e->machine->program, &e->machine->arith, out, offsets};
    Candidates candidates = pred_all_clauses(pred);
    Buf comment;
    size_t number = 0;
    Status s = ST_TRUE;
    buf_init(&comment, out->alloc);
    listing_put_predicate(&listing, pred);
    for (Clause *clause; s == ST_TRUE && (clause = next_visible(e, &candidates, source)) != NULL;) {
        buf_clear(&comment);
        s = put_source(e, clause, &comment);
        TextSpan text = {comment.data, comment.length};
        if (s == ST_TRUE)
            listing_put_clause(&listing, clause, ++number, text.length > 0 ? &text : NULL);
    }
    listing_put_end(&listing);
    if (s == ST_TRUE && (out->failed || comment.failed))
        s = resource_error(e, ATOM_memory);
    buf_free(&comment);
    return s;
}

/* '$asm_put'(+Stream, +Module, +PI, +File, +Offsets): writes the text of a predicate's code; of the clauses that the load of File gave
 * unless that is []. */
static Status bi_asm_put(Engine *e, Cell *arg)
{
    Stream *stream;
    Pred *pred;
    const Source *source;
    bool offsets;
    Buf text;
    Status s = arg_stream_for(e, arg[0], DIRECTION_OUTPUT, CONTENTS_TEXT, &stream);
    if (s == ST_TRUE)
        s = arg_pred(e, arg[1], arg[2], &pred);
    if (s == ST_TRUE)
        s = arg_source(e, arg[3], &source);
    if (s == ST_TRUE)
        s = arg_boolean(e, arg[4], &offsets);
    if (s != ST_TRUE)
        return s;
    buf_init(&text, &e->machine->alloc);
    s = put_predicate(e, pred, source, offsets, &text);
    if (s == ST_TRUE)
        s = io_result(e, stream, arg[0], stream_put_string(stream, buf_terminate(&text)));
    buf_free(&text);
    return s;
}

/* Is this its first mention? */
static bool is_first(const Source *source, size_t i)
{
    for (size_t j = 0; j < i; j++)
        if (source->preds[j].pred == source->preds[i].pred)
            return false;
    return true;
}

/* Module:Name/Arity. */
static Cell push_qualified_indicator(Store *s, const Pred *p)
{
    Cell indicator = heap_push_struct(s, cell_from_functor(ATOM_CHAR('/'), 2));
    str_cells(indicator)[1] = cell_from_atom(pred_name(p));
    str_cells(indicator)[2] = cell_from_int((int64_t)pred_arity(p));
    Cell qualified = heap_push_struct(s, cell_from_functor(ATOM_CHAR(':'), 2));
    str_cells(qualified)[1] = cell_from_atom(p->module->name);
    str_cells(qualified)[2] = indicator;
    return qualified;
}

/* '$asm_preds'(+File, -PIs): Module:Name/Arity of each predicate that the load of File gave clauses, in order. */
static Status bi_asm_preds(Engine *e, Cell *arg)
{
    const Source *source;
    Status s = arg_source(e, arg[0], &source);
    if (s != ST_TRUE)
        return s;
    size_t count = source != NULL ? source->pred_count : 0;
    if (!heap_has(&e->store, 8 * count))
        return ST_RETRY;
    Cell list = cell_from_atom(ATOM_nil);
    for (size_t i = count; i-- > 0;) {
        const Pred *pred = source->preds[i].pred;
        Candidates candidates = pred_all_clauses(pred);
        if (next_visible(e, &candidates, source) != NULL && is_first(source, i))
            list = heap_push_pair(&e->store, push_qualified_indicator(&e->store, pred), list);
    }
    return unify_result(e, arg[1], list);
}

/* '$asm_home'(+Module, +PI, -Home): the module that holds the predicate. */
static Status bi_asm_home(Engine *e, Cell *arg)
{
    Pred *pred;
    Status s = arg_pred(e, arg[0], arg[1], &pred);
    return s == ST_TRUE ? unify_atom(e, arg[2], pred->module->name) : s;
}

/* '$asm_sizes'(+Module, +PI, -Sizes): the numbers of instructions in the clauses. */
static Status bi_asm_sizes(Engine *e, Cell *arg)
{
    Pred *pred;
    Status s = arg_pred(e, arg[0], arg[1], &pred);
    if (s != ST_TRUE)
        return s;
    Candidates candidates = pred_all_clauses(pred);
    if (!heap_has(&e->store, 2 * (size_t)(candidates.end - candidates.next)))
        return ST_RETRY;
    Cell list = cell_from_atom(ATOM_nil), *hole = &list;
    for (Clause *clause; (clause = next_visible(e, &candidates, NULL)) != NULL; hole = &lst_cells(*hole)[1])
        *hole = heap_push_pair(&e->store, cell_from_int((int64_t)clause_instructions(clause)), cell_from_atom(ATOM_nil));
    return unify_result(e, arg[2], list);
}

/* ---- loading ---- */

static uint32_t source_name(Engine *e, const Stream *s)
{
    uint32_t name = s->file_name != NULL ? atom_intern_string(&e->machine->atoms, s->file_name) : ATOM_user_input;
    return name != ATOM_NONE ? name : ATOM_user_input;
}

/* error(syntax_error(What), syntax(Source, Line, 1)), or with domain_error(instruction, What). SMALL_RESULT_CELLS are there. */
static Status throw_asm_error(Engine *e, const Assembler *a, AsmItem item)
{
    Store *s = &e->store;
    uint32_t what = atom_intern_string(&e->machine->atoms, a->error.what);
    if (what == ATOM_NONE)
        return resource_error(e, ATOM_memory);
    Cell formal;
    if (item == ASM_SYNTAX_ERROR) {
        formal = heap_push_struct(s, cell_from_functor(ATOM_syntax_error, 1));
        str_cells(formal)[1] = cell_from_atom(what);
    } else {
        formal = heap_push_struct(s, cell_from_functor(ATOM_domain_error, 2));
        str_cells(formal)[1] = cell_from_atom(ATOM_instruction);
        str_cells(formal)[2] = cell_from_atom(what);
    }
    Cell place = heap_push_struct(s, cell_from_functor(ATOM_syntax, 3));
    str_cells(place)[1] = cell_from_atom(source_name(e, a->stream));
    str_cells(place)[2] = cell_from_int((int64_t)a->error.line);
    str_cells(place)[3] = cell_from_int(1);
    Cell error = heap_push_struct(s, cell_from_functor(ATOM_error, 2));
    str_cells(error)[1] = formal;
    str_cells(error)[2] = place;
    return throw_term(e, error);
}

static Status asm_failure(Engine *e, const Assembler *a, AsmItem item)
{
    switch (item) {
    case ASM_NO_MEMORY: return resource_error(e, ATOM_memory);
    case ASM_IO_ERROR: return io_result(e, a->stream, CULPRIT_CURRENT, a->io);
    default: return throw_asm_error(e, a, item);
    }
}

/* Adds a clause that belongs to a load of `file`, or to none when that is []. */
static Status add_clause(Engine *e, Assembler *a, uint32_t file, uint32_t line)
{
    Program *program = &e->machine->program;
    Source *source = file != ATOM_nil ? source_loading(&e->machine->sources, file) : NULL;
    SourceNotice notice = {NOTICE_NONE, 0, 0};
    Pred *pred;
    Status s = pred_of_definition(e, a->pred->module, a->pred->functor, &pred);
    if (s == ST_TRUE && pred != a->pred)
        s = pred_permission_error(e, ATOM_modify, ATOM_static_procedure, pred);
    if (s == ST_TRUE && source != NULL && !source_claim(program, source, pred, line, &notice))
        s = resource_error(e, ATOM_memory);
    if (s == ST_TRUE && !pred_add_clause(program, pred, a->clause, true))
        s = resource_error(e, ATOM_memory);
    if (s != ST_TRUE) {
        clause_free(program, a->clause);
        return s;
    }
    if (source != NULL)
        source_note_clause(source, a->clause, line);
    engine_note_retired(e);
    return ST_TRUE;
}

static Status load_predicate(Engine *e, Assembler *a, uint32_t file)
{
    uint32_t line = a->line_number;
    for (;;) {
        AsmItem item = assembler_next(a);
        if (item == ASM_END)
            return ST_TRUE;
        if (item != ASM_CLAUSE)
            return asm_failure(e, a, item);
        Status s = add_clause(e, a, file, line);
        if (s != ST_TRUE) {
            assembler_skip(a);
            return s;
        }
    }
}

/* directive(Term), pushed or left in e->pending for another run. */
static Status give_directive(Engine *e, Cell result, const Record *record)
{
    Store *s = &e->store;
    if (!heap_has(s, record_heap_cells(record) + SMALL_RESULT_CELLS))
        return ST_RETRY;
    Cell term = record_push(s, record);
    Cell directive = heap_push_struct(s, cell_from_functor(ATOM_directive, 1));
    str_cells(directive)[1] = term;
    return unify_result(e, result, directive);
}

static Status give_pending(Engine *e, Cell result)
{
    Record *record = e->pending;
    Status s = give_directive(e, result, record);
    if (s != ST_RETRY) {
        e->pending = NULL;
        record_free(&e->machine->alloc, record);
    }
    return s;
}

static Status load_item(Engine *e, Assembler *a, Cell result, uint32_t file)
{
    AsmItem item = assembler_next(a);
    switch (item) {
    case ASM_END_OF_FILE: return unify_atom(e, result, ATOM_end_of_file);
    case ASM_PREDICATE: {
        Status s = load_predicate(e, a, file);
        return s == ST_TRUE ? unify_atom(e, result, ATOM_predicate) : s;
    }
    case ASM_DIRECTIVE:
        e->pending = a->directive;
        a->directive = NULL;
        return give_pending(e, result);
    default: return asm_failure(e, a, item);
    }
}

/* '$asm_item'(+Stream, +File, -Item): loads what comes next. Item is directive(Goal), which is left to the caller, predicate when the
 * clauses of a predicate were added, as part of a load of File when that is not [], or end_of_file. */
static Status bi_asm_item(Engine *e, Cell *arg)
{
    Stream *stream;
    uint32_t file;
    Assembler a;
    if (e->pending != NULL)
        return give_pending(e, arg[2]);
    if (!heap_has(&e->store, SMALL_RESULT_CELLS))
        return ST_RETRY;
    Status s = arg_stream_for(e, arg[0], DIRECTION_INPUT, CONTENTS_TEXT, &stream);
    if (s == ST_TRUE)
        s = arg_atom(e, arg[1], &file);
    if (s != ST_TRUE)
        return s;
    const Program *p = &e->machine->program;
    assembler_open(&a, &e->machine->program, &e->machine->arith, e->machine->source_module, &p->system->ops, stream);
    s = load_item(e, &a, arg[2], file);
    assembler_close(&a);
    return s;
}

/* '$asm_header'(+Stream): reads the first line. */
static Status bi_asm_header(Engine *e, Cell *arg)
{
    Stream *stream;
    Assembler a;
    if (!heap_has(&e->store, SMALL_RESULT_CELLS))
        return ST_RETRY;
    Status s = arg_stream_for(e, arg[0], DIRECTION_INPUT, CONTENTS_TEXT, &stream);
    if (s != ST_TRUE)
        return s;
    const Program *p = &e->machine->program;
    assembler_open(&a, &e->machine->program, &e->machine->arith, e->machine->source_module, &p->system->ops, stream);
    AsmItem item = assembler_header(&a);
    s = item == ASM_END ? ST_TRUE : asm_failure(e, &a, item);
    assembler_close(&a);
    return s;
}

/* clang-format off */
const Builtin builtins_vm[] = {
    /*      name            function         arguments                        determinism  ISO */
    BUILTIN("$asm_put",     bi_asm_put,      "+stream +module +pi +file +offsets", DET,    ""),
    BUILTIN("$asm_home",    bi_asm_home,     "+module +pi -home",             DET,         ""),
    BUILTIN("$asm_preds",   bi_asm_preds,    "+file -pis",                    DET,         ""),
    BUILTIN("$asm_sizes",   bi_asm_sizes,    "+module +pi -sizes",            DET,         ""),
    BUILTIN("$asm_header",  bi_asm_header,   "+stream",                       DET,         ""),
    BUILTIN("$asm_item",    bi_asm_item,     "+stream +file -item",           DET,         ""),
    BUILTIN_END
};
/* clang-format on */
