/* bi_clause.c - clauses as data: retrieving them (8.8) and changing them (8.9).
 * SPDX-License-Identifier: MIT
 *
 * clause/2 and retract/1 see the clauses that were there when they were called. They look through candidates that the index gives and
 * that the keys of the head's arguments do not rule out; a clause is decompiled only then. A choice point is left exactly when there is
 * another candidate; it keeps the range, so that the reclaimer knows.
 *
 * Elsewhere: the predicate that is meant (pred_access.h), current_predicate/1 (lib/boot/modules.pl).
 */
#include "builtins/clause_reference.h"
#include "builtins/pred_access.h"
#include "builtins/trial.h"
#include "compile/decompile.h"
#include "db/index.h"
#include "term/chain.h"

/* ---- looking through clauses ---- */

/* What clause/2 and retract/1 look for. */
typedef struct Search {
    Cell head, body;     /* dereferenced */
    const Cell *args;    /* of the head */
    Cell pair[2];
    Generation generation;
    bool only_alive;     /* not those that died since */
    bool only_facts;
} Search;

static bool is_candidate(const Search *q, const Clause *c)
{
    if (q->only_alive ? c->died != GENERATION_NEVER || c->born > q->generation : !clause_is_visible(c, q->generation))
        return false;
    if (q->only_facts && !(c->flags & (CLAUSE_FACT | CLAUSE_BIG)))
        return false;
    return candidate_head_matches(c->pred, c, q->args);
}

/* What is left from the first candidate on. */
static Candidates skip_others(const Search *q, Candidates c)
{
    while (c.next < c.end && !is_candidate(q, *c.next))
        c.next++;
    return c;
}

/* Unifies head and body with those of a clause. ST_FAIL and ST_RETRY leave no trace. */
static Status match(Engine *e, const Search *q, const Clause *clause)
{
    Store *s = &e->store;
    Cell head, body;
    Trial t = trial_begin(s);
    Status status = decompile_clause(&e->machine->program, &e->machine->arith, s, clause, &head, &body);
    if (status == ST_TRUE)
        status = unify(s, q->head, head);
    if (status == ST_TRUE)
        status = unify(s, q->body, body);
    if (status == ST_TRUE)
        trial_keep(s, &t);
    else
        trial_undo(s, &t);
    return status;
}

/* Finds the first clause that matches and says what is left for later. At a call, `candidates` are those of the index. */
static Status search(Engine *e, const Search *q, Candidates candidates, Clause **found)
{
    candidates = skip_others(q, candidates);
    while (candidates.next < candidates.end) {
        *found = *candidates.next++;
        candidates = skip_others(q, candidates); /* before unification binds the arguments */
        Status status = match(e, q, *found);
        if (status == ST_FAIL)
            continue;
        if (status == ST_TRUE && candidates.next < candidates.end) {
            if (e->redo == 1) {
                e->B->next = candidates.next;
            } else {
                e->candidates = candidates;
                e->generation = q->generation;
            }
            builtin_leave_choice(e);
        }
        return status;
    }
    return ST_FAIL;
}

/* Goes on where the choice point says. */
static Status search_on(Engine *e, Search *q, Clause **found)
{
    q->generation = e->B->generation;
    return search(e, q, (Candidates){e->B->next, e->B->end}, found);
}

static Status search_first(Engine *e, Search *q, Pred *pred, Clause **found)
{
    if (!pred_link(&e->machine->program, pred))
        return resource_error(e, ATOM_memory);
    q->generation = e->machine->program.generation;
    Candidates all = index_lookup_heads(&e->machine->alloc, pred, q->args), left = skip_others(q, all);
    index_note_walk(pred, (size_t)(left.next - all.next));
    return search(e, q, left, found);
}

/* ---- clause/2 (8.8.1) ---- */

/* True when the program may not look at the clauses of a predicate. */
static bool is_private(const Engine *e, const Pred *p)
{
    if (p->flags & (PRED_BUILTIN | PRED_CONTROL))
        return true;
    if (pred_is_dynamic(p))
        return false;
    const Flags *flags = &e->machine->flags;
    return flag_is_true(flags, p->flags & PRED_SYSTEM ? ATOM_protect_static : ATOM_protect_static_code);
}

static Status find_clause(Engine *e, const Cell *arg, Clause **found)
{
    Program *program = &e->machine->program;
    Module *module;
    Search q = {.body = cell_deref(arg[1])};
    Status s = arg_qualified(e, arg[0], default_module(e), &module, &q.head);
    if (s == ST_TRUE)
        s = arg_callable(e, q.head, &q.head);
    if (s == ST_TRUE && !cell_is_var(q.body))
        s = arg_callable(e, q.body, &q.body);
    if (s != ST_TRUE)
        return s;
    q.args = callable_arguments(q.head, q.pair);
    if (e->redo == 1)
        return search_on(e, &q, found);
    Pred *pred = program_resolve(program, module, callable_functor(q.head));
    if (pred == NULL)
        return ST_FAIL;
    if (is_private(e, pred))
        return pred_permission_error(e, ATOM_access, ATOM_private_procedure, pred);
    return search_first(e, &q, pred, found);
}

static Status bi_clause(Engine *e, Cell *arg)
{
    Clause *found;
    return find_clause(e, arg, &found);
}

/* ---- clause/3: and the reference of the clause ---- */

/* Takes Module:Head apart where Module may be unbound; *module is 0 when there is none. */
static Cell strip_query(Cell head, Cell *module)
{
    Chain chain = {0};
    *module = 0;
    head = cell_deref(head);
    while (cell_is_str(head) && str_functor(head) == cell_from_functor(ATOM_CHAR(':'), 2) && !chain_is_endless(&chain, head)) {
        *module = cell_deref(str_cells(head)[1]);
        head = cell_deref(str_cells(head)[2]);
    }
    return head;
}

/* Unifies the arguments with what a clause is. A head that is asked for comes with its module unless that is user. */
static Status unify_clause(Engine *e, const Cell *arg, const Clause *clause)
{
    Store *s = &e->store;
    Cell head, body, module, asked = strip_query(arg[0], &module), home = cell_from_atom(clause->pred->module->name);
    Status status = decompile_clause(&e->machine->program, &e->machine->arith, s, clause, &head, &body);
    if (status != ST_TRUE)
        return status;
    if (module == 0 && cell_is_var(asked) && clause->pred->module != e->machine->program.user) {
        if (!heap_has(s, 3))
            return ST_RETRY;
        Cell qualified = heap_push_struct(s, cell_from_functor(ATOM_CHAR(':'), 2));
        str_cells(qualified)[1] = home;
        str_cells(qualified)[2] = head;
        head = qualified;
    } else if (module != 0 && cell_is_var(module)) {
        status = unify(s, module, home);
    }
    if (status == ST_TRUE)
        status = unify(s, asked, head);
    return status == ST_TRUE ? unify(s, arg[1], body) : status;
}

static Status clause_by_reference(Engine *e, const Cell *arg)
{
    Clause *clause;
    Status s = arg_clause_reference(e, arg[2], &clause);
    if (s != ST_TRUE || clause == NULL)
        return s == ST_TRUE ? ST_FAIL : s;
    if (is_private(e, clause->pred))
        return pred_permission_error(e, ATOM_access, ATOM_private_procedure, clause->pred);
    Trial t = trial_begin(&e->store);
    s = unify_clause(e, arg, clause);
    if (s == ST_TRUE)
        trial_keep(&e->store, &t);
    else
        trial_undo(&e->store, &t);
    return s;
}

/* The reference stands on the heap before the search, which may ask for more room only before it has found something. */
static Status bi_clause_reference(Engine *e, Cell *arg)
{
    Store *store = &e->store;
    Clause *found;
    if (!cell_is_var(cell_deref(arg[2])))
        return clause_by_reference(e, arg);
    if (!heap_has(store, REFERENCE_CELLS))
        return ST_RETRY;
    Cell reference = clause_reference_push(e);
    Status s = find_clause(e, arg, &found);
    if (s == ST_TRUE)
        s = clause_reference_set(e, reference, found);
    if (s != ST_TRUE)
        return s;
    Trial t = trial_begin(store);
    s = unify(store, arg[2], reference);
    trial_keep(store, &t);
    return s;
}

/* ---- asserta/1, assertz/1 (8.9.1, 8.9.2) ---- */

static Status assert_clause(Engine *e, Cell term, bool at_end, Clause **added)
{
    Program *program = &e->machine->program;
    ClauseTerm clause;
    Status s = clause_term_open(e, term, default_module(e), &clause);
    if (s != ST_TRUE)
        return s;
    Pred *pred = pred_of_change(program, clause.home, callable_functor(clause.head));
    if (pred == NULL)
        return resource_error(e, ATOM_memory);
    if (pred_is_static(pred))
        return pred_permission_error(e, ATOM_modify, ATOM_static_procedure, pred);
    s = pred_compile_and_add(e, pred, &clause, at_end, added);
    if (s == ST_TRUE)
        pred->flags |= PRED_DYNAMIC;
    return s;
}

static Status bi_asserta(Engine *e, Cell *arg)
{
    Clause *added;
    return assert_clause(e, arg[0], false, &added);
}

static Status bi_assertz(Engine *e, Cell *arg)
{
    Clause *added;
    return assert_clause(e, arg[0], true, &added);
}

/* Adds a clause and gives its reference. Without memory for that the clause goes again. */
static Status assert_referenced(Engine *e, Cell *arg, bool at_end)
{
    Clause *added;
    Status s = arg_new_reference(e, arg[1]);
    if (s != ST_TRUE)
        return s;
    if (!heap_has(&e->store, REFERENCE_CELLS))
        return ST_RETRY;
    Cell reference = clause_reference_push(e);
    s = assert_clause(e, arg[0], at_end, &added);
    if (s != ST_TRUE)
        return s;
    s = clause_reference_set(e, reference, added);
    if (s == ST_TRUE)
        return unify_result(e, arg[1], reference);
    (void)pred_remove_clause(&e->machine->program, added);
    return s;
}

static Status bi_asserta_reference(Engine *e, Cell *arg)
{
    return assert_referenced(e, arg, false);
}

static Status bi_assertz_reference(Engine *e, Cell *arg)
{
    return assert_referenced(e, arg, true);
}

/* ---- retract/1, retractall/1 (8.9.3, 8.9.5) ---- */

/* The predicate that clauses are to be taken from; NULL when there is none. Static ones are an error. */
static Status pred_of_retract(Engine *e, Module *home, Cell functor, Pred **out)
{
    Program *program = &e->machine->program;
    Pred *pred = pred_to_change(program, home, functor);
    *out = pred;
    if (pred != NULL && pred_is_defined(pred))
        return pred_is_dynamic(pred) ? ST_TRUE : pred_permission_error(e, ATOM_modify, ATOM_static_procedure, pred);
    Pred *hidden = home != program->system ? pred_find(program->system, functor) : NULL; /* static, and may be redefined */
    *out = NULL;
    return hidden == NULL || !pred_is_static(hidden) ? ST_TRUE : pred_permission_error(e, ATOM_modify, ATOM_static_procedure, hidden);
}

static void remove_clause(Engine *e, Clause *clause)
{
    (void)pred_remove_clause(&e->machine->program, clause); /* false: dead already */
    engine_note_retired(e);
}

static Status bi_retract(Engine *e, Cell *arg)
{
    ClauseTerm term;
    Clause *found;
    Status s = clause_term_open(e, arg[0], default_module(e), &term);
    if (s != ST_TRUE)
        return s;
    Search q = {.head = term.head, .body = term.body, .only_facts = term.body == cell_from_atom(ATOM_true)};
    q.args = callable_arguments(q.head, q.pair);
    if (e->redo == 1) {
        s = search_on(e, &q, &found);
    } else {
        Pred *pred;
        s = pred_of_retract(e, term.home, callable_functor(term.head), &pred);
        if (s == ST_TRUE)
            s = pred != NULL ? search_first(e, &q, pred, &found) : ST_FAIL;
    }
    if (s == ST_TRUE)
        remove_clause(e, found);
    return s;
}

/* True when the arguments are distinct variables, so that any clause matches. */
static bool matches_all(const Cell *args, uint32_t arity)
{
    if (arity > 8)
        return false;
    for (uint32_t i = 0; i < arity; i++) {
        Cell a = cell_deref(args[i]);
        if (!cell_is_ref(a))
            return false;
        for (uint32_t j = 0; j < i; j++)
            if (cell_deref(args[j]) == a)
                return false;
    }
    return true;
}

/* Takes all clauses and leaves the properties. */
static void remove_all_clauses(Engine *e, Pred *pred)
{
    const Pred before = *pred;
    pred_wipe(&e->machine->program, pred, before.flags);
    pred->meta = before.meta;
    pred->file = before.file;
    pred->line = before.line;
    engine_note_retired(e);
}

/* Takes the clauses whose head unifies, one by one. Runs again from the start after ST_RETRY: those that are gone stay so. */
static Status remove_matching(Engine *e, const Search *q, Candidates candidates)
{
    Store *s = &e->store;
    for (candidates = skip_others(q, candidates); candidates.next < candidates.end;) {
        Clause *clause = *candidates.next++;
        Trial t = trial_begin(s);
        Status status = match(e, q, clause);
        trial_undo(s, &t);
        if (status == ST_TRUE)
            remove_clause(e, clause);
        else if (status != ST_FAIL)
            return status;
        candidates = skip_others(q, candidates);
    }
    return ST_TRUE;
}

/* Takes all clauses whose head unifies with Head; makes the predicate dynamic when there is none. */
static Status bi_retractall(Engine *e, Cell *arg)
{
    Program *program = &e->machine->program;
    Module *home;
    Search q = {.only_alive = true};
    Pred *pred;
    Status s = arg_qualified(e, arg[0], default_module(e), &home, &q.head);
    if (s == ST_TRUE)
        s = arg_callable(e, q.head, &q.head);
    if (s == ST_TRUE)
        s = pred_of_retract(e, home, callable_functor(q.head), &pred);
    if (s != ST_TRUE)
        return s;
    if (pred == NULL) {
        pred = pred_intern(program, home, callable_functor(q.head));
        if (pred == NULL)
            return resource_error(e, ATOM_memory);
        pred_declare(program, pred, PRED_DYNAMIC);
        return ST_TRUE;
    }
    q.args = callable_arguments(q.head, q.pair);
    if (pred->live > 1 && matches_all(q.args, pred_arity(pred))) {
        remove_all_clauses(e, pred);
        return ST_TRUE;
    }
    if (!heap_has(&e->store, 1))
        return ST_RETRY;
    if (!pred_link(program, pred))
        return resource_error(e, ATOM_memory);
    q.body = heap_push_var(&e->store);
    q.generation = program->generation;
    return remove_matching(e, &q, index_lookup_heads(&e->machine->alloc, pred, q.args));
}

/* ---- abolish/1 (8.9.4) ---- */

static Status bi_abolish(Engine *e, Cell *arg)
{
    Program *program = &e->machine->program;
    Module *home;
    uint32_t name, arity;
    Pred *pred;
    Status s = arg_indicator(e, arg[0], default_module(e), &home, &name, &arity);
    if (s == ST_TRUE)
        s = pred_of_retract(e, home, cell_from_functor(name, arity), &pred);
    if (s != ST_TRUE || pred == NULL)
        return s;
    pred_wipe(program, pred, PRED_EXPORTED | PRED_SYSTEM);
    engine_note_retired(e);
    return ST_TRUE;
}

const Builtin builtins_clause[] = {
    /*      name          function         arguments        determinism  ISO */
    BUILTIN_STATE("clause", bi_clause, "+callable ?callable", 0, "8.8.1"),
    BUILTIN("asserta", bi_asserta, "+clause", DET, "8.9.1"),
    BUILTIN("assertz", bi_assertz, "+clause", DET, "8.9.2"),
    BUILTIN("assert", bi_assertz, "+clause", DET, ""),
    BUILTIN_STATE("clause", bi_clause_reference, "?callable ?callable ?reference", 0, ""),
    BUILTIN("asserta", bi_asserta_reference, "+clause -reference", DET, ""),
    BUILTIN("assertz", bi_assertz_reference, "+clause -reference", DET, ""),
    BUILTIN("assert", bi_assertz_reference, "+clause -reference", DET, ""),
    BUILTIN_STATE("retract", bi_retract, "+clause", 0, "8.9.3"),
    BUILTIN("abolish", bi_abolish, "+indicator", DET, "8.9.4"),
    BUILTIN("retractall", bi_retractall, "+head", DET, "8.9.5"),
    BUILTIN_END};
