/* bi_variables.c - which variables a term has once, and what unification would bind.
 * SPDX-License-Identifier: MIT
 *
 * The variables of a term as such are with the terms (bi_term.c).
 */
#include "base/vec.h"
#include "builtins/builtin.h"
#include "builtins/list_build.h"
#include "builtins/trial.h"
#include "term/walk.h"

static void free_cells(Engine *e, CellVec *cells)
{
    alloc_free(e->store.alloc, cells->items, cells->capacity * sizeof *cells->items);
}

static Status no_memory(Engine *e)
{
    e->store.resource = RES_MEMORY;
    return store_error(e);
}

/* Unifies `list` with the list of cells, which are freed. */
static Status unify_cells(Engine *e, Cell list, CellVec *cells)
{
    Status s = ST_RETRY;
    if (heap_has(&e->store, 2 * cells->count))
        s = unify_result(e, list, list_push(&e->store, cells->items, cells->count, cell_from_atom(ATOM_nil)));
    free_cells(e, cells);
    return s;
}

/* ---- which variables ---- */

/* Variables are those that occur once in Term, in order. */
static Status bi_term_singletons(Engine *e, Cell *arg)
{
    CellVec variables = {0};
    if (term_singletons(&e->store, arg[0], &variables))
        return unify_cells(e, arg[1], &variables);
    free_cells(e, &variables);
    return no_memory(e);
}

/* Variable is the first one of Term; fails when there is none. */
static Status bi_nonground(Engine *e, Cell *arg)
{
    CellVec variables = {0};
    if (!term_variables(&e->store, arg[0], &variables))
        return no_memory(e);
    Status s = variables.count > 0 ? unify_result(e, arg[1], variables.items[0]) : ST_FAIL;
    free_cells(e, &variables);
    return s;
}

/* ---- unifiable/3 ---- */

/* The variables that the trail says were bound since the mark, newest first, each followed by its value. An attributed variable is noted
 * with its old value, which the value follows in the same way. */
static bool collect_bindings(Store *s, const Cell *mark, CellVec *out)
{
    for (const Cell *top = s->TR; top > mark;) {
        Cell entry = *--top;
        const Cell *place = (const Cell *)(uintptr_t)(entry & ~(Cell)1);
        Cell variable = cell_from_pointer(place, TAG_REF);
        if ((entry & 1) != 0 && !cell_is_var(variable = *--top))
            continue;
        if (!VEC_RESERVE(s->alloc, out->items, out->capacity, out->count + 2))
            return false;
        out->items[out->count++] = variable;
        out->items[out->count++] = *place;
    }
    return true;
}

static Status push_bindings(Engine *e, Cell list, const CellVec *bindings)
{
    Store *s = &e->store;
    size_t n = bindings->count / 2;
    if (!heap_has(s, 5 * n))
        return ST_RETRY;
    Cell built = cell_from_atom(ATOM_nil);
    for (size_t i = n; i-- > 0;) {
        Cell equation = heap_push_struct(s, cell_from_functor(ATOM_CHAR('='), 2));
        str_cells(equation)[1] = bindings->items[2 * i];
        str_cells(equation)[2] = bindings->items[2 * i + 1];
        built = heap_push_pair(s, equation, built);
    }
    return unify_result(e, list, built);
}

/* Unifier is a list of Variable=Value, newest first, that makes X and Y equal. Fails when they do not unify; binds nothing else. */
static Status bi_unifiable(Engine *e, Cell *arg)
{
    Store *s = &e->store;
    CellVec bindings = {0};
    Trial t = trial_begin(s);
    Status status = unify(s, arg[0], arg[1]);
    bool ok = status != ST_TRUE || collect_bindings(s, t.TR, &bindings);
    trial_undo(s, &t);
    if (!ok)
        status = no_memory(e);
    else if (status == ST_TRUE)
        status = push_bindings(e, arg[2], &bindings);
    free_cells(e, &bindings);
    return status;
}

/* clang-format off */
const Builtin builtins_variables[] = {
    BUILTIN("term_singletons", bi_term_singletons, "@term -list",       DET, ""),
    BUILTIN("nonground",       bi_nonground,       "@term ?term",       DET, ""),
    BUILTIN("unifiable",       bi_unifiable,       "@term @term -list", DET, ""),
    BUILTIN_END
};
/* clang-format on */
