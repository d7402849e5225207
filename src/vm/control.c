/* control.c - what the loop does out of line.
 * SPDX-License-Identifier: MIT
 */
#include "vm/control.h"

#include "base/vec.h"
#include "term/chain.h"
#include "term/compare.h"
#include "term/text.h"
#include "term/unify.h"
#include "term/walk.h"
#include "vm/backtrace.h"
#include "vm/gc.h"
#include "vm/interlude.h"
#include "vm/stubs.h"

/* The collector of atoms runs when their number has doubled and grown by this much. */
#define ATOM_COLLECTION_MINIMUM 50000u
/* The part of the heap that must be free after a collection, as a divisor: less would make one follow the other. */
#define HEAP_LEAST_SHARE     128
#define FUNCTOR(name, arity) cell_from_functor((name), (arity))

/* ---- goals ---- */

static bool is_qualified(Cell c)
{
    return cell_is_str(c) && str_functor(c) == FUNCTOR(ATOM_CHAR(':'), 2);
}

/* Takes Module:Goal apart as far as it goes; what is qualified without end stays so. *module is NULL when memory lacks. */
static Cell strip_module(Engine *e, Cell goal, Module **module)
{
    Chain chain = {0};
    goal = cell_deref(goal);
    while (is_qualified(goal) && !chain_is_endless(&chain, goal)) {
        Cell name = cell_deref(str_cells(goal)[1]), plain = cell_deref(str_cells(goal)[2]);
        if (!cell_is_atom(name))
            break;
        Program *p = &e->machine->program;
        Module *m = cell_atom(name) == p->user->name ? p->user : module_intern(p, cell_atom(name));
        *module = m;
        if (!m)
            break;
        goal = plain;
    }
    return goal;
}

static bool is_control(Cell functor)
{
    return functor == FUNCTOR(ATOM_CHAR(','), 2) || functor == FUNCTOR(ATOM_CHAR(';'), 2) || functor == FUNCTOR(ATOM_arrow, 2) ||
           functor == FUNCTOR(ATOM_soft_arrow, 2) || functor == FUNCTOR(ATOM_not_provable, 1) || functor == FUNCTOR(ATOM_CHAR('|'), 2) ||
           functor == FUNCTOR(ATOM_CHAR('!'), 0);
}

Status compile_error(Engine *e, CompileStatus s, Cell culprit)
{
    switch (s) {
    case COMPILE_INSTANTIATION: return instantiation_error(e);
    case COMPILE_NOT_CALLABLE:
    case COMPILE_HEAD: return type_error(e, ATOM_callable, culprit);
    case COMPILE_CYCLIC: return type_error(e, ATOM_acyclic_term, culprit);
    case COMPILE_TOO_WIDE: return representation_error(e, ATOM_max_arity);
    default: return resource_error(e, ATOM_memory);
    }
}

/* ---- control constructs as goals ----
 *
 * A control construct is compiled as a temporary clause and run. Only its skeleton is looked at: compound arguments of the goals in it are
 * replaced by variables of the clause, which cost no more however large the arguments are. What is too wide or too deep for a clause is run
 * goal by goal. */

/* A skeleton of more nodes is looked at twice: it may be infinite. */
#define SKELETON_NODES_MAX 10000u

typedef struct Skeleton {
    Store *store;
    CellVec stack; /* subgoals still to be visited */
    CellVec replaced; /* compound arguments, in the order of their variables */
    Cell copy;
} Skeleton;

static bool push_item(Store *s, CellVec *v, Cell c)
{
    if (!VEC_RESERVE(s->alloc, v->items, v->capacity, v->count + 1))
        return false;
    v->items[v->count++] = c;
    return true;
}

static void skeleton_release(Skeleton *k)
{
    VEC_FREE(k->store->alloc, k->stack.items, k->stack.capacity);
    VEC_FREE(k->store->alloc, k->replaced.items, k->replaced.capacity);
}

static bool is_simple(Cell c)
{
    return cell_is_var(c) || cell_is_atom(c) || cell_is_int(c);
}

/* The index of the first argument that is a goal in the same clause; more than any if there is none. */
static uint32_t first_subgoal(Cell goal)
{
    if (!cell_is_str(goal))
        return UINT32_MAX;
    Cell functor = str_functor(goal);
    if (is_control(functor))
        return 0;
    return functor == FUNCTOR(ATOM_CHAR(':'), 2) && cell_is_atom(cell_deref(str_cells(goal)[1])) ? 1 : UINT32_MAX;
}

/* Is what stands as a goal known only when it is run? */
static bool is_unknown_goal(Cell goal)
{
    return cell_is_var(goal) || (is_qualified(goal) && first_subgoal(goal) != 1);
}

/* Counts the cells that a copy of the skeleton needs. False: no memory, or (*infinite) there is no end to it. */
static bool skeleton_measure(Skeleton *k, Cell goal, size_t *cells, bool *infinite)
{
    size_t nodes = 0;
    bool ok = true;
    *cells = 0;
    if (!push_item(k->store, &k->stack, goal))
        return false;
    while (k->stack.count) {
        Cell c = cell_deref(k->stack.items[--k->stack.count]);
        *cells += is_unknown_goal(c) ? 2 : 0;
        if (!cell_is_str(c))
            continue;
        uint32_t arity = functor_arity(str_functor(c));
        *cells += 1 + arity;
        if (++nodes == SKELETON_NODES_MAX && !term_is_acyclic(k->store, goal, &ok)) {
            *infinite = ok;
            return false;
        }
        for (uint32_t i = first_subgoal(c); i < arity; i++)
            if (!push_item(k->store, &k->stack, str_cells(c)[1 + i]))
                return false;
    }
    return true;
}

/* One node of the skeleton, whose subgoals go on the stack with the cells where their copies will be. False: no memory. */
static bool copy_node(Skeleton *k, Cell c, Cell *to, bool replaces)
{
    Store *s = k->store;
    if (!replaces && is_unknown_goal(c)) { /* what it becomes while the goals before it run is no part of the construct (7.6.2) */
        *to = heap_push_struct(s, FUNCTOR(ATOM_call, 1));
        str_cells(*to)[1] = c;
        return true;
    }
    *to = c;
    uint32_t subgoal = first_subgoal(c);
    if (!cell_is_str(c) || (!replaces && subgoal == UINT32_MAX))
        return true;
    uint32_t arity = functor_arity(str_functor(c));
    *to = heap_push_struct(s, str_functor(c));
    Cell *args = str_cells(*to) + 1;
    for (uint32_t i = 0; i < arity; i++) {
        Cell x = cell_deref(str_cells(c)[1 + i]);
        args[i] = x;
        if (i < subgoal && !is_simple(x)) {
            args[i] = cell_from_pointer(args + i, TAG_REF);
            if (!push_item(s, &k->replaced, x))
                return false;
        }
    }
    for (uint32_t i = arity; i-- > 0 && i >= subgoal;)
        if (!push_item(s, &k->stack, args[i]) || !push_item(s, &k->stack, cell_from_pointer(args + i, TAG_REF)))
            return false;
    return true;
}

/* Copies the skeleton, for which there is room: with compound arguments replaced, to be compiled, or else as '$interpret'/3 takes it. */
static bool skeleton_copy(Skeleton *k, Cell goal, bool replaces)
{
    if (!push_item(k->store, &k->stack, goal) || !push_item(k->store, &k->stack, cell_from_pointer(&k->copy, TAG_REF)))
        return false;
    while (k->stack.count) {
        Cell *to = cell_pointer(k->stack.items[--k->stack.count]);
        Cell c = cell_deref(k->stack.items[--k->stack.count]);
        if (!copy_node(k, c, to, replaces))
            return false;
    }
    return true;
}

/* Compiles a goal and puts the values of the variables of its clause into the argument registers. */
static CompileStatus compile_call(Engine *e, Module *module, Cell goal, const Cell *copied_from, const Cell *values, Clause **clause)
{
    CellVec variables = {0};
    Program *program = &e->machine->program;
    Compiler compiler = {.program = program, .arith = &e->machine->arith, .store = &e->store};
    CompileStatus s = COMPILE_NO_MEMORY;
    if (term_variables(&e->store, goal, &variables))
        s = compile_goal(&compiler, module, goal, &variables, clause);
    if (s == COMPILE_OK) {
        for (size_t i = 0; i < variables.count; i++) {
            const Cell *cell = cell_pointer(variables.items[i]);
            e->X[i] = cell >= copied_from && cell < e->store.H ? *values++ : variables.items[i];
        }
        if (!clause_retire(program, *clause)) {
            clause_free(program, *clause);
            s = COMPILE_NO_MEMORY;
        }
    }
    VEC_FREE(&e->machine->alloc, variables.items, variables.capacity);
    return s;
}

/* Compiles a control construct, for whose skeleton there is room; *clause is NULL when it is to be run goal by goal as k->copy. */
static CompileStatus compile_skeleton(Engine *e, Module *module, Skeleton *k, Cell goal, Clause **clause)
{
    Cell *top = e->store.H;
    *clause = NULL;
    if (!skeleton_copy(k, goal, true))
        return COMPILE_NO_MEMORY;
    CompileStatus s = compile_call(e, module, k->copy, top, k->replaced.items, clause);
    e->store.H = top;
    if (s != COMPILE_TOO_WIDE)
        return s;
    s = goal_check_body(&e->machine->alloc, goal);
    return s == COMPILE_OK && !skeleton_copy(k, goal, false) ? COMPILE_NO_MEMORY : s;
}

/* Runs a control construct, in which a cut goes back to the barrier. */
static Status call_control(Engine *e, Module *module, Cell goal)
{
    Skeleton k = {.store = &e->store};
    Clause *clause = NULL;
    CompileStatus s = COMPILE_NO_MEMORY;
    size_t cells;
    bool infinite = false;
    if (skeleton_measure(&k, goal, &cells, &infinite)) {
        if (!heap_has(&e->store, cells)) {
            skeleton_release(&k);
            return ST_RETRY;
        }
        s = compile_skeleton(e, module, &k, goal, &clause);
    } else if (infinite) {
        s = COMPILE_CYCLIC;
    }
    skeleton_release(&k);
    if (s != COMPILE_OK)
        return compile_error(e, s, goal);
    if (clause) {
        engine_note_retired(e);
        e->P = clause->code;
        return ST_TRUE;
    }
    e->X[0] = k.copy;
    e->X[1] = cell_from_atom(module->name);
    e->X[2] = choice_name(e, e->cut_barrier);
    e->cut_barrier = e->B;
    e->P = pred_entry(e->machine->interpret);
    return ST_TRUE;
}

/* Calls a callable goal with extra arguments X1..X[extra]; a cut in it goes back to `barrier`. */
static Status call_goal(Engine *e, Module *module, Cell goal, uint32_t extra, Choice *barrier)
{
    if (!module)
        return resource_error(e, ATOM_memory);
    if (cell_is_var(goal))
        return instantiation_error(e);
    if (is_qualified(goal)) {
        Cell name = cell_deref(str_cells(goal)[1]);
        if (cell_is_atom(name))
            return type_error(e, ATOM_acyclic_term, goal);
        return cell_is_var(name) ? instantiation_error(e) : type_error(e, ATOM_module, name);
    }
    if (!cell_is_callable(goal))
        return type_error(e, ATOM_callable, goal);
    Cell functor = callable_functor(goal);
    uint32_t arity = functor_arity(functor);
    if (extra) {
        if (extra > MAX_ARITY - arity)
            return representation_error(e, ATOM_max_arity);
        functor = FUNCTOR(functor_name(functor), arity + extra);
    }
    bool control = is_control(functor);
    if (control || UNLIKELY(arity + extra > REGISTER_MAX)) { /* these take the whole goal */
        if (extra) { /* call(',', A, B) */
            if (!heap_has(&e->store, 1 + (size_t)arity + extra))
                return ST_RETRY;
            Cell whole = heap_push_struct(&e->store, functor);
            for (uint32_t i = 0; i < arity; i++)
                str_cells(whole)[1 + i] = callable_argument(goal, i);
            memcpy(str_cells(whole) + 1 + arity, e->X + 1, extra * sizeof(Cell));
            goal = whole;
        }
        if (control) {
            e->cut_barrier = barrier;
            return call_control(e, module, goal);
        }
        e->X[0] = goal;
        extra = arity = 0;
    }
    Pred *p = program_call_target(&e->machine->program, module, functor);
    if (!p)
        return resource_error(e, ATOM_memory);
    if (extra)
        memmove(e->X + arity, e->X + 1, extra * sizeof(Cell));
    for (uint32_t i = 0; i < arity; i++)
        e->X[i] = cell_is_str(goal) ? str_cells(goal)[1 + i] : callable_argument(goal, i);
    e->cut_barrier = e->B;
    e->P = pred_entry(p);
    return ST_TRUE;
}

Status meta_call(Engine *e, uint32_t arity)
{
    Module *module = e->machine->program.user;
    Chain calls = {0};
    e->running = NULL;
    Cell goal = strip_module(e, e->X[0], &module);
    while (cell_is_str(goal) && str_functor(goal) == FUNCTOR(ATOM_call, 1)) { /* call(call(G)) is call(G), and X = call(X) no goal */
        if (chain_is_endless(&calls, goal))
            return type_error(e, ATOM_acyclic_term, goal);
        goal = strip_module(e, str_cells(goal)[1], &module);
    }
    return call_goal(e, module, goal, arity - 1, e->B);
}

/* Calls a goal that stands in e->goal, with the module that it is called in. */
static Status call_kept_goal(Engine *e, Choice *barrier)
{
    Module *module = e->goal_module ? e->goal_module : e->machine->program.user;
    Cell goal = strip_module(e, e->goal, &module);
    return call_goal(e, module, goal, 0, barrier);
}

Status meta_call_goal(Engine *e)
{
    return call_kept_goal(e, e->B);
}

/* The goal p(X0, ...) as a term; room must be there. */
static Cell entered_goal(Engine *e, const Pred *p)
{
    uint32_t arity = pred_arity(p);
    if (arity == 0)
        return cell_from_atom(pred_name(p));
    if (pred_is_wide(p))
        return e->X[0];
    if (p->functor == FUNCTOR(ATOM_CHAR('.'), 2))
        return heap_push_pair(&e->store, e->X[0], e->X[1]);
    Cell goal = heap_push_struct(&e->store, p->functor);
    memcpy(str_cells(goal) + 1, e->X, arity * sizeof(Cell));
    return goal;
}

Status call_undefined(Engine *e, Pred *p)
{
    Program *program = &e->machine->program;
    Pred *definition = program_resolve(program, p->module, p->functor);
    if (definition && definition != p && pred_is_defined(definition)) {
        p->import = definition;
        pred_set_entry(p, I_ENTER_IMPORT);
        return ST_TRUE;
    }
    e->running = NULL;
    if (!e->machine->undefined || !pred_is_defined(e->machine->undefined))
        return unknown_procedure(e, p->module, p->functor);
    if (!heap_has(&e->store, 1 + (size_t)pred_arity(p)))
        return make_room(e, pred_registers(p)); /* and then this again */
    Cell goal = entered_goal(e, p);
    e->X[0] = cell_from_atom(p->module->name);
    e->X[1] = goal;
    e->P = pred_entry(e->machine->undefined);
    e->cut_barrier = e->B;
    return ST_TRUE;
}

/* 0..9, ^, : and // mark arguments that take a module. */
static bool takes_module(Cell mode)
{
    return cell_is_int(mode) || mode == cell_from_atom(ATOM_CHAR('^')) || mode == cell_from_atom(ATOM_CHAR(':')) ||
           mode == cell_from_atom(ATOM_int_divide);
}

Status qualify_arguments(Engine *e, const Pred *p)
{
    const Program *program = &e->machine->program;
    const Pred *callee = p->import;
    uint32_t arity = pred_arity(p);
    if (pred_is_wide(p) || p->module == program->system || (p->module == program->user && callee->module == program->system))
        return ST_TRUE;
    if (!heap_has(&e->store, 3 * (size_t)arity)) {
        Status s = make_room(e, arity);
        if (s != ST_TRUE)
            return s;
    }
    const Cell *modes = str_cells(callee->meta);
    for (uint32_t i = 0; i < arity; i++) {
        if (!takes_module(modes[1 + i]))
            continue;
        Cell argument = cell_deref(e->X[i]);
        if (is_qualified(argument) && cell_is_atom(cell_deref(str_cells(argument)[1])))
            continue;
        e->X[i] = heap_push_struct(&e->store, FUNCTOR(ATOM_CHAR(':'), 2));
        str_cells(e->X[i])[1] = cell_from_atom(p->module->name);
        str_cells(e->X[i])[2] = argument;
    }
    return ST_TRUE;
}

Status call_unlinked(Engine *e, Pred *p)
{
    Program *program = &e->machine->program;
    if (pred_link(program, p))
        return ST_TRUE;
    e->running = NULL;
    return program->linker->problem ? system_error(e, program->linker->problem) : resource_error(e, ATOM_memory);
}

Status enter_big_clause(Engine *e, Cell constant)
{
    const Record *record = big_clause_record(constant);
    const Pred *p = clause_from_first_code(e->P)->pred;
    if (!heap_has(&e->store, record->count)) {
        Status s = make_room(e, pred_registers(p));
        if (s != ST_TRUE)
            return s;
    }
    Cell clause = record_push(&e->store, record), head = cell_deref(str_cells(clause)[1]);
    for (uint32_t i = 0; i < pred_registers(p) && cell_is_compound(head); i++) {
        Status s = unify_at(e, pred_is_wide(p) ? head : callable_argument(head, i), e->X[i]);
        if (s != ST_TRUE)
            return s;
    }
    e->goal = str_cells(clause)[2];
    e->goal_module = p->module;
    return call_kept_goal(e, e->cut_barrier);
}

/* ---- exceptions and cleanups ---- */

/* Findalls begun above a choice point that goes are dropped with it. */
static void drop_findalls(Engine *e, const Choice *above)
{
    while (e->findall && e->findall->mark > above)
        findall_end(e);
}

static void restore_choice(Engine *e, Choice *b)
{
    trail_undo_to(&e->store, b->TR);
    e->store.H = b->H;
    e->E = b->E;
    e->CP = b->CP;
    e->B = b->prev;
    e->store.HB = b->prev->H;
    drop_findalls(e, b->prev);
}

Status unwind(Engine *e)
{
    Alloc *alloc = &e->machine->alloc;
    if (e->has_ball) {
        backtrace_note(e, e->ball);
        engine_drop_ball(e);
        e->ball_record = record_from_term(&e->store, e->ball, false);
        e->has_ball = false;
        if (!e->ball_record) { /* not even room to keep the ball */
            (void)resource_error(e, ATOM_memory);
            e->ball_record = record_from_term(&e->store, e->ball, false);
            e->has_ball = false;
            if (!e->ball_record)
                e->ball_record = e->spare_ball;
        }
    } else if (!e->ball_record) {
        (void)store_error(e);
        return unwind(e);
    }
    Environment *chain = e->E; /* frames of the continuation, newest first: a catch is active when its frame is among them */
    if (e->pending) {
        record_free(alloc, e->pending);
        e->pending = NULL;
    }
    for (Choice *b = e->B; b->kind != CHOICE_STOP; b = b->prev) {
        if (b->kind == CHOICE_CLEANUP) {
            Cell cleanup = b->x[1];
            restore_choice(e, b);
            e->cleanups--;
            Cell ball = record_push(&e->store, e->ball_record);
            e->X[0] = cleanup;
            e->X[1] = ball;
            limits_mask(e);
            e->P = pred_entry(e->machine->throw_cleanup);
            e->cut_barrier = e->B;
            engine_drop_ball(e);
            limits_recover(e);
            return ST_TRUE;
        }
        if (b->kind != CHOICE_CATCH)
            continue;
        Environment *frame = catch_frame(e, b);
        while (chain > frame)
            chain = chain->ce;
        if (chain != frame)
            continue;
        Cell catcher = b->x[1], recovery = b->x[2];
        restore_choice(e, b);
        Cell *heap = e->store.H, *trail = e->store.TR;
        e->store.HB = heap;
        Cell ball = record_push(&e->store, e->ball_record);
        Status s = unify(&e->store, catcher, ball);
        e->store.HB = e->B->H;
        if (s == ST_TRUE) {
            engine_drop_ball(e);
            e->X[0] = recovery;
            e->P = e->machine->call_entry;
            e->cut_barrier = e->B;
            limits_recover(e);
            return ST_TRUE;
        }
        trail_undo_to(&e->store, trail);
        e->store.H = heap;
    }
    Choice *b = e->B;
    while (b->kind != CHOICE_STOP)
        b = b->prev;
    trail_undo_to(&e->store, b->TR);
    e->store.H = b->H;
    e->B = b;
    e->store.HB = b->H;
    e->E = b->E;
    e->CP = b->CP;
    e->cleanups = 0;
    drop_findalls(e, b);
    limits_recover(e);
    return ST_ERROR;
}

Status cut_cleanups(Engine *e, Choice *target)
{
    Choice *newest = e->B;
    size_t count = 0;
    for (const Choice *b = newest; b != target; b = b->prev)
        count += b->kind == CHOICE_CLEANUP;
    e->B = target;
    if (count > 0) {
        Status s = interlude_begin(e, e->P + 1, 2 * count);
        if (s != ST_TRUE) {
            e->B = newest;
            return s;
        }
        e->X[0] = cell_from_atom(ATOM_nil);
        Cell *tail = &e->X[0];
        for (const Choice *b = newest; b != target; b = b->prev) {
            if (b->kind != CHOICE_CLEANUP)
                continue;
            *tail = heap_push_pair(&e->store, b->x[1], cell_from_atom(ATOM_nil));
            tail = &lst_cells(*tail)[1];
        }
        e->cleanups -= (uint32_t)count;
        limits_mask(e);
        e->P = pred_entry(e->machine->cut_cleanups);
        e->cut_barrier = target;
    } else {
        e->P += 1;
    }
    e->store.HB = target->H;
    return ST_TRUE;
}

/* ---- polls ---- */

static Status collect(Engine *e, uint32_t live, size_t cells)
{
    Store *s = &e->store;
    if (!gc_collect(e, live))
        return heap_room(s) > cells ? ST_TRUE : resource_error(e, ATOM_memory);
    e->collect_at = s->heap_base + max_size(gc_next_threshold(e), (size_t)(s->H - s->heap_base) + cells + 2 * HEAP_MARGIN);
    limits_plan(e);
    size_t whole = (size_t)(s->heap_top - s->heap_base), used = (size_t)(s->H - s->heap_base);
    if (heap_room(s) < cells + HEAP_MARGIN || whole - used < whole / HEAP_LEAST_SHARE || !limits_have_room(e, 2))
        return resource_error(e, ATOM_memory);
    size_t trailed = (size_t)(s->TR - s->trail_base), most = (size_t)(s->trail_end - s->trail_base);
    e->trail_collect_at = s->trail_base + min_size(most, 2 * trailed + TRAIL_FIRST_COLLECTION);
    return ST_TRUE;
}

Status make_room(Engine *e, uint32_t live)
{
    size_t cells = e->store.cells_needed;
    e->store.cells_needed = 0;
    if ((size_t)(e->store.heap_top - e->store.heap_base) < cells)
        return resource_error(e, ATOM_memory);
    return collect(e, live, cells);
}

/* True when the heap has reached its soft limit, which is moved up to the end while collections are not wanted. */
static bool heap_is_due(Engine *e)
{
#ifdef HORN_STRESS
    if (engine_is_stressed(e))
        return true;
#endif
    Store *s = &e->store;
    if (s->H >= e->collect_at && e->machine->spares_collections) {
        e->collect_at = s->heap_top;
        limits_plan(e);
    }
    return s->H >= s->heap_soft || s->TR >= e->trail_collect_at || !limits_have_room(e, 1);
}

/* They have doubled since the last collection, or are more than the flag atom_limit allows. */
static bool atoms_are_many(const Machine *m)
{
    return m->atoms.live > m->atoms_after_collection * 2 + ATOM_COLLECTION_MINIMUM ||
           (m->atom_limit != 0 && m->atoms.live > m->atoms_allowed);
}

/* After a collection of atoms. Once the error is raised a sixteenth more is allowed, for those who deal with it. */
static Status check_atoms(Engine *e)
{
    Machine *m = e->machine;
    if (m->atom_limit == 0)
        return ST_TRUE;
    if (m->atoms.live <= m->atom_limit)
        m->atoms_allowed = m->atom_limit;
    if (m->atoms.live <= m->atoms_allowed)
        return ST_TRUE;
    m->atoms_allowed = m->atoms.live + m->atom_limit / 16 + 1000;
    return resource_error(e, ATOM_atoms);
}

/* After a collection of the heap. */
static Status collect_atoms(Engine *e)
{
    gc_collect_atoms(e->machine);
    e->machine->atoms_after_collection = e->machine->atoms.live;
    return check_atoms(e);
}

Status prepare_retry(Engine *e, uint32_t live)
{
    if (e->store.cells_needed == 0 && stop_is_wanted(&e->stop))
        return limits_stop(e);
    Status s = make_room(e, live);
    return s == ST_TRUE && e->machine->collections_wanted & COLLECT_ATOMS ? collect_atoms(e) : s;
}

Status poll(Engine *e, uint32_t live, bool at_entry)
{
    Program *program = &e->machine->program;
    e->running = NULL;
    e->store.resource = RES_NONE;
    if (stop_is_interrupted(&e->stop) && !limits_are_masked(e))
        return limits_stop(e);
    limits_plan(e);
    Status limit = limits_check(e, at_entry);
    if (limit != ST_TRUE)
        return limit;
    unsigned asked = e->machine->collections_wanted;
    e->machine->collections_wanted = 0;
    if (program->retired_bytes > e->machine->reclaim_at || asked & COLLECT_CLAUSES) {
        gc_reclaim_clauses(e->machine);
        e->machine->reclaim_at = max_size(RECLAIM_BYTES, program->retired_bytes * 2);
    }
    engine_set_limit(e);
    bool atoms_are_due = asked & COLLECT_ATOMS || atoms_are_many(e->machine);
    if (heap_is_due(e) || atoms_are_due || asked & COLLECT_HEAP) {
        Status s = collect(e, live, 0);
        if (s != ST_TRUE)
            return s;
        if (atoms_are_due)
            return collect_atoms(e);
    }
    return ST_TRUE;
}

/* ---- slow halves of inline instructions ---- */

Status unify_at(Engine *e, Cell a, Cell b)
{
    return unify(&e->store, a, b);
}

/* The goal that a piece of compiled arithmetic belongs to: a comparison if one ends it, else is/2. */
static uint32_t arithmetic_goal(const Code *p)
{
    for (;; p += instr_words(*p)) {
        Opcode op = code_op(*p);
        uint32_t comparison = instr_comparison(op);
        if (comparison)
            return comparison;
        bool goes_on = (op >= I_ADD && op <= I_EVAL_2_INT) || op == I_LOAD || op == I_MOVE || op == I_PUT_INT || op == I_PUT_CONST;
        if (!goes_on)
            return ATOM_is;
    }
}

static Status finish_arithmetic(Engine *e, Status s, const ArithError *err)
{
    if (s == ST_TRUE || s == ST_RETRY)
        return s;
    e->running = NULL;
    e->running_inline = arithmetic_goal(e->P);
    return arith_error(e, err);
}

Status evaluate_at(Engine *e, Cell expression, Cell *result)
{
    ArithError err;
    return finish_arithmetic(e, arith_eval(&e->store, &e->machine->arith, expression, result, &err), &err);
}

Status arithmetic_at(Engine *e, unsigned arity, enum ArithFunction f, Cell a, Cell b, Cell *result)
{
    ArithError err;
    Store *s = &e->store;
    ArithContext *ctx = &e->machine->arith;
    Status status = arity == 2   ? arith_apply2(s, ctx, f, a, b, result, &err)
                    : arity == 1 ? arith_apply1(s, ctx, f, a, result, &err)
                                 : arith_apply0(s, ctx, f, result, &err);
    return finish_arithmetic(e, status, &err);
}

Status compare_at(Engine *e, Cell a, Cell b, int *order)
{
    Cell *top = e->store.H; /* what the operands' values took is not needed afterwards */
    Status s = evaluate_at(e, a, &a);
    if (s == ST_TRUE)
        s = evaluate_at(e, b, &b);
    if (s != ST_TRUE)
        return s;
    *order = arith_is_unordered(a, b) ? 2 : arith_compare(a, b);
    e->store.H = top;
    return ST_TRUE;
}

Status order_at(Engine *e, Cell a, Cell b, int *order)
{
    bool ok = true;
    int result = term_compare(&e->store, a, b, &ok);
    *order = (result > 0) - (result < 0);
    if (ok)
        return ST_TRUE;
    e->running = NULL;
    return resource_error(e, ATOM_memory);
}

Status not_unifiable_at(Engine *e, Cell a, Cell b)
{
    Store *s = &e->store;
    Cell *mark = s->TR, *heap_before = s->HB;
    s->HB = s->H; /* every binding is trailed, so that it can be undone */
    Status status = unify(s, a, b);
    trail_undo_to(s, mark);
    s->HB = heap_before;
    if (status == ST_ERROR)
        return store_error(e);
    return status == ST_TRUE ? ST_FAIL : ST_TRUE;
}

bool type_test(TypeTest type, Cell c)
{
    switch (type) {
    case TYPE_VAR: return cell_is_var(c);
    case TYPE_NONVAR: return !cell_is_var(c);
    case TYPE_ATOM: return cell_is_atom(c);
    case TYPE_INTEGER: return cell_is_integer(c);
    case TYPE_FLOAT: return cell_is_double(c);
    case TYPE_NUMBER: return cell_is_number(c);
    case TYPE_ATOMIC: return cell_is_atomic(c);
    case TYPE_COMPOUND: return cell_is_compound(c);
    case TYPE_CALLABLE: return cell_is_callable(c);
    case TYPE_STRING: return cell_is_string(c);
    case TYPE_IS_LIST: {
        size_t length;
        return list_measure(c, &length) == LIST_PROPER;
    }
    default: return false;
    }
}

/* ---- occurs check of heads ---- */

void note_unchecked(Engine *e, Cell *variable)
{
    e->is_unchecked = true;
    if (VEC_RESERVE(e->store.alloc, e->unchecked, e->unchecked_capacity, e->unchecked_count + 1))
        e->unchecked[e->unchecked_count++] = variable;
    else
        e->unchecked_lost = true;
}

void forget_unchecked(Engine *e)
{
    e->is_unchecked = e->unchecked_lost = false;
    e->unchecked_count = 0;
}

Status check_unchecked(Engine *e)
{
    bool lost = e->unchecked_lost, ok = true;
    size_t count = e->unchecked_count;
    forget_unchecked(e);
    for (size_t i = 0; i < count; i++) {
        Cell *variable = e->unchecked[i], value = *variable;
        if (term_is_acyclic(&e->store, value, &ok) || !ok)
            continue;
        if (e->store.occurs_check != OCCURS_RAISES)
            return ST_FAIL;
        *variable = cell_from_pointer(variable, TAG_REF); /* backtracking will unbind it anyway */
        e->store.occurs[0] = *variable;
        e->store.occurs[1] = value;
        e->store.resource = RES_OCCURS_CHECK;
        return store_error(e);
    }
    return lost || !ok ? resource_error(e, ATOM_memory) : ST_TRUE;
}
