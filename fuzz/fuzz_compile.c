/* fuzz_compile.c - any clause that can be read is compiled, comes back from its code as it went in, and runs.
 * SPDX-License-Identifier: MIT
 *
 * The input is a text. Its clauses are compiled for module user, decompiled, compiled again and decompiled again: the two clauses that come
 * back are variants of each other, and of the first where nothing in it is written in another way (as_written). What `?-` or `:-` stands
 * before is a goal and is run with the clauses read so far; at the end the predicates that the text has defined are called and removed.
 */
#include "machine.h"

#include "compile/compile.h"
#include "compile/decompile.h"
#include "syntax/parser.h"
#include "syntax/writer.h"
#include "term/compare.h"
#include "term/walk.h"

#define TEXT_BYTES     ((size_t)1 << 13)
#define PREDICATES_MAX 16u
#define BODY_DEPTH_MAX 100u

typedef struct Input {
    FuzzMachine *f;
    Pred *preds[PREDICATES_MAX]; /* that clauses were added to */
    unsigned pred_count;
} Input;

static bool is_functor(Cell c, uint32_t name, uint32_t arity)
{
    return cell_is_str(c) && str_functor(c) == cell_from_functor(name, arity);
}

/* ---- what comes back as it was written ---- */

/* False for what comes back in another form: variables as goals, goals with a module, conjunctions nested to the left. */
static bool as_written(Cell body, unsigned depth)
{
    static const uint32_t constructs[] = {',', ';', ATOM_arrow, ATOM_soft_arrow, '|', ':'};
    body = cell_deref(body);
    if (cell_is_var(body) || depth > BODY_DEPTH_MAX)
        return false;
    if (is_functor(body, ATOM_not_provable, 1))
        return as_written(str_cells(body)[1], depth + 1);
    for (size_t i = 0; i < ARRAY_LENGTH(constructs); i++) {
        if (!is_functor(body, constructs[i], 2))
            continue;
        Cell left = cell_deref(str_cells(body)[1]);
        return constructs[i] != '|' && constructs[i] != ':' && !(constructs[i] == ',' && is_functor(left, ',', 2)) &&
               as_written(left, depth + 1) && as_written(str_cells(body)[2], depth + 1);
    }
    return true;
}

/* ---- there and back ---- */

static Clause *compile(FuzzMachine *f, Cell head, Cell body)
{
    Clause *clause = NULL;
    Program *program = &f->m->program;
    if (!cell_is_callable(head))
        return NULL;
    Pred *pred = pred_intern(program, program->user, callable_functor(head));
    require(pred != NULL, "no memory for a predicate");
    Compiler compiler = {.program = program, .arith = &f->m->arith, .store = &f->e->store};
    return compile_clause(&compiler, pred, program->user, head, body, &clause) == COMPILE_OK ? clause : NULL;
}

static Cell neck(Store *s, Cell head, Cell body)
{
    require(heap_has(s, 3), "no room for a clause");
    Cell clause = heap_push_struct(s, cell_from_functor(ATOM_neck, 2));
    str_cells(clause)[1] = head;
    str_cells(clause)[2] = body;
    return clause;
}

static void tell(FuzzMachine *f, const char *what, Cell term)
{
    Buf text;
    WriteOptions options = {.ops = &f->m->program.user->ops, .quoted = true, .ignore_ops = true};
    buf_init(&text, &f->m->alloc);
    (void)term_write(&f->e->store, term, &options, sink_from_buf(&text));
    fprintf(stderr, "%s: %.*s\n", what, (int)text.length, text.data ? text.data : "");
    buf_free(&text);
}

static void require_variants(FuzzMachine *f, Cell a, Cell b, const char *what)
{
    bool ok = true, same = term_is_variant(&f->e->store, a, b, &ok);
    if (!same && ok) {
        tell(f, "one", a);
        tell(f, "other", b);
    }
    require(same || !ok, what);
}

/* The clause that was compiled, or NULL. */
static Clause *check_clause(FuzzMachine *f, Cell head, Cell body)
{
    Store *s = &f->e->store;
    Program *program = &f->m->program;
    Cell head1, body1, head2, body2;
    Clause *clause = compile(f, head, body);
    if (!clause || decompile_clause(program, &f->m->arith, s, clause, &head1, &body1) != ST_TRUE)
        return clause;
    Cell first = neck(s, head1, body1);
    if (as_written(body, 0))
        require_variants(f, neck(s, head, body), first, "a clause comes back as another");
    Clause *again = compile(f, cell_deref(head1), body1);
    require(again != NULL, "what comes back does not compile");
    if (decompile_clause(program, &f->m->arith, s, again, &head2, &body2) == ST_TRUE)
        require_variants(f, first, neck(s, head2, body2), "a clause that came back comes back as another");
    clause_free(program, again);
    return clause;
}

/* ---- clauses and goals of a text ---- */

static bool remember(Input *in, Pred *pred)
{
    for (unsigned i = 0; i < in->pred_count; i++)
        if (in->preds[i] == pred)
            return true;
    if (in->pred_count == PREDICATES_MAX || (pred->flags & PRED_DEFINED) || pred->live > 0 || (pred->flags & PRED_SYSTEM))
        return false;
    in->preds[in->pred_count++] = pred;
    return true;
}

static void take_clause(Input *in, Cell term)
{
    Cell head = term, body = cell_from_atom(ATOM_true);
    bool ok = true;
    if (is_functor(term, ATOM_neck, 2)) {
        head = cell_deref(str_cells(term)[1]);
        body = cell_deref(str_cells(term)[2]);
    }
    if (!term_is_acyclic(&in->f->e->store, term, &ok) || !ok)
        return;
    Clause *clause = check_clause(in->f, head, body);
    if (!clause)
        return;
    if (!remember(in, clause->pred) || !pred_add_clause(&in->f->m->program, clause->pred, clause, true))
        clause_free(&in->f->m->program, clause);
}

static void take_term(Input *in, Cell term)
{
    term = cell_deref(term);
    if (is_functor(term, ATOM_neck, 1) || is_functor(term, atom_intern_string(&in->f->m->atoms, "?-"), 1))
        (void)fuzz_run(in->f, str_cells(term)[1], FUZZ_ANSWERS, NULL);
    else
        take_clause(in, term);
}

static void read_all(Input *in, const uint8_t *data, size_t size)
{
    FuzzMachine *f = in->f;
    Stream *stream;
    Reader reader;
    ReadStatus status;
    ReadOptions options = {.ops = &f->m->program.user->ops, .double_quotes = QUOTES_CHARS, .back_quotes = QUOTES_CODES};
    require(stream_open_memory_reader(&f->m->alloc, (const char *)data, size, &stream) == IO_OK, "no memory");
    reader_init(&reader, &f->m->alloc, &f->m->atoms);
    do {
        engine_reset(f->e);
        status = reader_read(&reader, stream, &options);
        if (status == READ_OK && heap_has(&f->e->store, reader.builder.count))
            take_term(in, reader_push_term(&reader, &f->e->store));
    } while (status == READ_OK || status == READ_SYNTAX_ERROR);
    reader_free(&reader);
    (void)stream_close(stream, true);
}

static void call_all(Input *in)
{
    for (unsigned i = 0; i < in->pred_count; i++) {
        const Pred *pred = in->preds[i];
        Store *s = &in->f->e->store;
        uint32_t arity = pred_arity(pred);
        engine_reset(in->f->e);
        if (!heap_has(s, 1 + (size_t)arity))
            continue;
        Cell goal = arity > 0 ? heap_push_struct(s, pred->functor) : cell_from_atom(pred_name(pred));
        for (uint32_t k = 1; k <= arity; k++)
            str_cells(goal)[k] = cell_from_pointer(str_cells(goal) + k, TAG_REF);
        (void)fuzz_run(in->f, goal, FUZZ_ANSWERS, NULL);
    }
    engine_reset(in->f->e);
    for (unsigned i = 0; i < in->pred_count; i++)
        pred_wipe(&in->f->m->program, in->preds[i], 0);
    engine_note_retired(in->f->e);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static FuzzMachine f;
    Input in = {.f = &f};
    if (size > TEXT_BYTES)
        return 0;
    fuzz_machine_next(&f);
    read_all(&in, data, size);
    call_all(&in);
    return 0;
}
