/* loader.c - loading the boot files.
 * SPDX-License-Identifier: MIT
 *
 * The bare consult: it knows clauses, directives, which it runs, and `:- module(Name, Exports)`, which it skips. No expansion, no grammar
 * rules, no conditional compilation: lib/boot/load.pl brings those, and takes over from here.
 *
 * A goal that is called without a module is user's. Where a clause of the system has one as an argument of a meta predicate, as in
 * catch(nb_getval(K, V), _, fail), the system's own is meant, whatever a program defines: it becomes system:nb_getval(K, V).
 */
#include "boot/loader.h"

#include "builtins/builtin.h"
#include "builtins/embedded.h"
#include "compile/compile.h"
#include "syntax/parser.h"
#include "term/text.h"
#include "vm/control.h"
#include "vm/run.h"

#include <stdio.h>

#define FUNCTOR(name, arity) cell_from_functor((name), (arity))

typedef struct Loader {
    Machine *m;
    Engine *e;
    Reader reader;
    const char *file;
    bool failed;
} Loader;

static void complain(Loader *l, const char *what)
{
    fprintf(stderr, "horn: %s:%u: %s\n", l->file, (unsigned)l->reader.start.line, what);
    l->failed = true;
}

static bool is_struct_of(Cell c, Cell functor)
{
    return cell_is_str(c) && str_functor(c) == functor;
}

/* ---- goals that are arguments ---- */

/* Goals to be looked at; deeper bodies than this are not written in boot files. */
#define GOALS_MAX 100u

typedef struct Goals {
    Cell *items[GOALS_MAX]; /* the cells that hold them */
    size_t count;
} Goals;

static void push_goal(Loader *l, Goals *g, Cell *at)
{
    if (g->count == GOALS_MAX)
        complain(l, "the body is too deep");
    else
        g->items[g->count++] = at;
}

static bool is_goal_mode(Cell mode)
{
    return cell_is_int(mode) || mode == cell_from_atom(ATOM_CHAR('^'));
}

/* True of M:G and V^G; the latter's goal is to be qualified. */
static bool has_functor(Cell c, char name)
{
    return is_struct_of(c, FUNCTOR(ATOM_CHAR(name), 2));
}

static void qualify_goal(Loader *l, Goals *g, Cell *at)
{
    Store *s = &l->e->store;
    while (has_functor(cell_deref(*at), '^'))
        at = &str_cells(cell_deref(*at))[2];
    Cell goal = cell_deref(*at);
    if (cell_is_var(goal) || !cell_is_callable(goal) || cell_is_lst(goal) || has_functor(goal, ':'))
        return;
    if (!heap_has(s, 3)) {
        complain(l, "out of memory");
        return;
    }
    Cell qualified = heap_push_struct(s, FUNCTOR(ATOM_CHAR(':'), 2));
    str_cells(qualified)[1] = cell_from_atom(l->m->program.system->name);
    str_cells(qualified)[2] = goal;
    *at = qualified;
    push_goal(l, g, &str_cells(qualified)[2]);
}

static bool is_control(Cell functor)
{
    return functor == FUNCTOR(ATOM_CHAR(','), 2) || functor == FUNCTOR(ATOM_CHAR(';'), 2) || functor == FUNCTOR(ATOM_arrow, 2) ||
           functor == FUNCTOR(ATOM_soft_arrow, 2) || functor == FUNCTOR(ATOM_not_provable, 1);
}

/* Qualifies the goals that stand as arguments in a body. */
static void qualify_arguments_of(Loader *l, Cell *body)
{
    Goals g = {.count = 0};
    push_goal(l, &g, body);
    while (g.count > 0 && !l->failed) {
        Cell goal = cell_deref(*g.items[--g.count]);
        if (!cell_is_str(goal))
            continue;
        Cell functor = str_functor(goal);
        const Pred *pred = pred_find(l->m->program.system, functor);
        for (uint32_t i = 1; i <= functor_arity(functor); i++) {
            if (is_control(functor))
                push_goal(l, &g, &str_cells(goal)[i]);
            else if (pred && pred->meta && is_goal_mode(str_cells(pred->meta)[i]))
                qualify_goal(l, &g, &str_cells(goal)[i]);
        }
    }
}

/* ---- clauses and directives ---- */

static void run_directive(Loader *l, Cell goal)
{
    if (is_struct_of(goal, FUNCTOR(ATOM_module, 2)))
        return;
    engine_start(l->e, l->m->program.system, goal);
    Status s = engine_run(l->e);
    if (s != ST_TRUE)
        complain(l, s == ST_FAIL ? "directive failed" : "directive raised");
    engine_reset(l->e);
}

static void add_clause(Loader *l, Cell head, Cell body)
{
    Program *program = &l->m->program;
    Compiler compiler = {.program = program, .arith = &l->m->arith, .store = &l->e->store};
    Clause *clause = NULL;
    if (!cell_is_callable(head)) {
        complain(l, "the head of the clause is not callable");
        return;
    }
    Pred *pred = pred_intern(program, program->system, callable_functor(head));
    if (pred && (pred->flags & (PRED_BUILTIN | PRED_CONTROL))) {
        complain(l, "redefines a builtin");
        return;
    }
    CompileStatus s = pred ? compile_clause(&compiler, pred, program->system, head, body, &clause) : COMPILE_NO_MEMORY;
    if (s != COMPILE_OK || !pred_add_clause(program, pred, clause, true)) {
        complain(l, "the clause cannot be compiled");
        return;
    }
    pred->flags |= PRED_SYSTEM | PRED_DEFINED;
}

static void load_term(Loader *l)
{
    Store *s = &l->e->store;
    if (!heap_has(s, l->reader.builder.count + 16)) {
        complain(l, "out of memory");
        return;
    }
    Cell term = reader_push_term(&l->reader, s);
    if (is_struct_of(term, FUNCTOR(ATOM_neck, 1)))
        run_directive(l, cell_deref(str_cells(term)[1]));
    else if (is_struct_of(term, FUNCTOR(ATOM_neck, 2))) {
        qualify_arguments_of(l, &str_cells(term)[2]);
        add_clause(l, cell_deref(str_cells(term)[1]), cell_deref(str_cells(term)[2]));
    } else
        add_clause(l, term, cell_from_atom(ATOM_true));
    engine_reset(l->e);
}

static void load_file(Loader *l, const EmbeddedFile *file)
{
    Stream *stream;
    ReadOptions options = {.ops = &l->m->program.system->ops, .double_quotes = QUOTES_CHARS, .back_quotes = QUOTES_CODES};
    l->file = file->name;
    if (stream_open_memory_reader(&l->m->alloc, (const char *)file->data, file->length, &stream) != IO_OK) {
        l->failed = true;
        return;
    }
    for (;;) {
        ReadStatus s = reader_read(&l->reader, stream, &options);
        if (s == READ_EOF)
            break;
        if (s == READ_OK)
            load_term(l);
        else
            complain(l, s == READ_SYNTAX_ERROR ? l->reader.error.what : "cannot be read");
        if (s != READ_OK && s != READ_SYNTAX_ERROR)
            break;
    }
    (void)stream_close(stream, true);
}

/* Library-level predicates of the boot files may be defined anew by user programs; the names starting with $ may not. */
static void protect_system(Machine *m)
{
    Module *system = m->program.system;
    for (size_t i = 0; i < system->pred_capacity; i++) {
        Pred *p = system->preds[i];
        if (!p || (p->flags & PRED_ISO))
            continue;
        char scratch[8];
        TextSpan name = atom_text(&m->atoms, pred_name(p), scratch);
        if (name.length == 0 || name.bytes[0] != '$')
            p->flags |= PRED_REDEFINE;
    }
}

bool load_boot_files(Machine *m, Engine *e)
{
    Loader l = {.m = m, .e = e};
    m->source_module = m->program.system;
    reader_init(&l.reader, &m->alloc, &m->atoms);
    for (size_t i = 0; i < embedded_file_count; i++)
        if (strncmp(embedded_files[i].name, "boot/", 5) == 0)
            load_file(&l, &embedded_files[i]);
    reader_free(&l.reader);
    protect_system(m);
    return !l.failed;
}
