/* pred.c - changing predicates.
 * SPDX-License-Identifier: MIT
 *
 * The list of a predicate is a ClauseArray; Pred.clauses shows its range to readers. A clause that dies stays in the array until a
 * compact copy replaces it, and only then goes to the retired clauses: so a dead clause that comes back into the range (see
 * clause_array.h) is always still there.
 */
#include "base/vec.h"
#include "db/clause_array.h"
#include "db/index.h"
#include "db/module.h"

/* ---- the list ---- */

static ClauseArray *list_array(const Pred *pred)
{
    if (!pred->clauses.items)
        return NULL;
    return (ClauseArray *)(uintptr_t)((char *)pred->clauses.items - offsetof(ClauseArray, items));
}

/* Shows the array's state in the predicate. */
static void show_list(Pred *pred, ClauseArray *a)
{
    pred->clauses = (ClauseList){a->items, a->first, a->count, a->capacity};
    pred->live = a->live;
    pred->dead = a->count - a->live;
}

/* Hands the dead clauses of an array that no list refers to any more to the reclaimer. Room is there. */
static void retire_dead(Program *p, Pred *pred, const ClauseArray *a, enum ArrayRoom room)
{
    DeadWalk walk = clause_array_dead_walk(a, room == ROOM_BACK);
    for (Clause *c; (c = clause_array_next_dead(a, &walk)) != NULL;) {
        index_retiring(p->alloc, pred, c);
        p->retired_clauses[p->retired_clause_count++] = c;
        p->retired_bytes += clause_bytes(c);
    }
}

/* Replaces the list by a compact copy. False: memory; nothing changed. */
static bool replace_list(Program *p, Pred *pred, enum ArrayRoom room)
{
    ClauseArray *old = list_array(pred);
    size_t dead = old ? clause_array_dead(old) : 0;
    if (!VEC_RESERVE(p->alloc, p->retired_clauses, p->retired_clause_capacity, p->retired_clause_count + dead))
        return false;
    ClauseArray *copy = clause_array_copy(p->alloc, old, room);
    if (!copy)
        return false;
    if (old) {
        retire_dead(p, pred, old, room);
        program_retire_block(p, &old->block);
    }
    show_list(pred, copy);
    return true;
}

/* ---- entries ---- */

void pred_update_entry(Pred *pred)
{
    if (pred->flags & PRED_BUILTIN)
        return;
    if (pred->flags & PRED_UNLINKED)
        pred_set_entry(pred, I_ENTER_LINK);
    else if (pred->live > 0 || (pred->flags & (PRED_DYNAMIC | PRED_DEFINED)))
        pred_set_entry(pred, I_ENTER_CLAUSES);
    else if (pred->import)
        pred_set_entry(pred, I_ENTER_IMPORT);
    else if (!(pred->flags & PRED_CONTROL))
        pred_set_entry(pred, I_ENTER_UNDEFINED);
}

/* A first definition in user hides a system predicate from modules that were linked to that: they link anew at their next call. */
static void unlink_hidden(Program *p, const Pred *pred)
{
    const Pred *hidden = pred->module == p->user ? pred_find(p->system, pred->functor) : NULL;
    if (!hidden || !pred_is_defined(hidden))
        return;
    for (Module *m = p->modules; m; m = m->next) {
        Pred *other = pred_find(m, pred->functor);
        if (!other || other->import != hidden)
            continue;
        other->import = NULL;
        pred_update_entry(other);
    }
}

/* Notes that a predicate is the module's own from now on. */
static void become_defined(Program *p, Pred *pred)
{
    bool is_new = !pred_is_defined(pred);
    pred->flags = (pred->flags | PRED_DEFINED) & ~(uint32_t)(PRED_IMPORTED | PRED_WEAK);
    pred->import = NULL;
    if (is_new)
        unlink_hidden(p, pred);
}

/* ---- public functions ---- */

void pred_declare(Program *p, Pred *pred, uint32_t flags)
{
    become_defined(p, pred);
    pred->flags |= flags;
    pred_update_entry(pred);
}

bool pred_add_clause(Program *p, Pred *pred, Clause *clause, bool at_end)
{
    if (!pred_link(p, pred))
        return false;
    ClauseArray *a = list_array(pred);
    if (!a || !clause_array_has_room(a, at_end)) {
        if (!replace_list(p, pred, at_end ? ROOM_BACK : ROOM_FRONT))
            return false;
        a = list_array(pred);
    }
    clause->pred = pred;
    clause->born = ++p->generation;
    clause->died = GENERATION_NEVER;
    if (clause_has_body_keys(clause))
        pred->flags |= PRED_BODY_KEYS;
    clause_array_push(a, clause, at_end);
    show_list(pred, a);
    index_added(p->alloc, pred, clause, at_end);
    become_defined(p, pred);
    pred_update_entry(pred);
    return true;
}

/* ---- clauses in an image ---- */

/* Clauses from images were born at this generation, before all others. */
#define BORN_IN_IMAGE ((Generation)1)

void pred_defer_clauses(Program *p, Pred *pred, uint32_t count, Code place)
{
    become_defined(p, pred);
    if (p->generation < BORN_IN_IMAGE)
        p->generation = BORN_IN_IMAGE;
    pred->flags |= PRED_UNLINKED;
    pred->live = count;
    pred->entry_code[1] = place;
    pred_update_entry(pred);
}

bool pred_install_clauses(Program *p, Pred *pred, Clause *const *clauses, uint32_t count)
{
    ClauseArray *a = clause_array_new(p->alloc, count);
    if (!a)
        return false;
    for (uint32_t i = 0; i < count; i++) {
        clauses[i]->pred = pred;
        clauses[i]->born = BORN_IN_IMAGE;
        if (clause_has_body_keys(clauses[i]))
            pred->flags |= PRED_BODY_KEYS;
        clause_array_push(a, clauses[i], true);
    }
    pred->flags &= ~(uint32_t)PRED_UNLINKED;
    show_list(pred, a);
    pred_update_entry(pred);
    return true;
}

/* ---- taking clauses away ---- */

bool pred_remove_clause(Program *p, Clause *clause)
{
    if (clause->died != GENERATION_NEVER)
        return false;
    Pred *pred = clause->pred;
    ClauseArray *a = list_array(pred);
    clause->died = ++p->generation;
    clause_array_died(a);
    show_list(pred, a);
    index_removed(p->alloc, pred, clause);
    if (clause_array_is_sparse(a))
        (void)replace_list(p, pred, ROOM_NOWHERE); /* without memory the dead wait for the next change */
    pred_update_entry(pred);
    return true;
}

/* Kills what lives in the list; all at one generation. */
static void kill_all(Program *p, Pred *pred)
{
    if (pred->flags & PRED_UNLINKED) {
        pred->flags &= ~(uint32_t)PRED_UNLINKED;
        pred->live = 0;
    }
    ClauseArray *a = list_array(pred);
    if (!a)
        return;
    p->generation++;
    for (uint32_t i = 0; i < a->count; i++) {
        Clause *c = a->items[a->first + i];
        if (c->died == GENERATION_NEVER)
            c->died = p->generation;
    }
    a->first += a->count;
    a->count = a->live = 0;
    show_list(pred, a);
    (void)replace_list(p, pred, ROOM_NOWHERE);
}

void pred_remove_all(Program *p, Pred *pred)
{
    index_drop(p->alloc, pred);
    kill_all(p, pred);
    pred_update_entry(pred);
}

bool pred_set_meta(Program *p, Pred *pred, const Cell *cells)
{
    size_t bytes = (1 + (size_t)pred_arity(pred)) * sizeof(Cell);
    Cell *copy = NULL;
    if (cells) {
        copy = alloc_new(p->alloc, bytes);
        if (!copy)
            return false;
        memcpy(copy, cells, bytes);
    }
    if (pred->meta)
        alloc_free(p->alloc, str_cells(pred->meta), bytes);
    pred->meta = copy ? cell_from_pointer(copy, TAG_STR) : 0;
    pred->flags = copy ? pred->flags | PRED_META : pred->flags & ~(uint32_t)PRED_META;
    return true;
}

void pred_import(Pred *pred, Pred *from, bool weak)
{
    pred->import = from;
    pred->flags = (pred->flags & ~(uint32_t)PRED_WEAK) | PRED_IMPORTED | (weak ? PRED_WEAK : 0u);
    pred_update_entry(pred);
}

void pred_wipe(Program *p, Pred *pred, uint32_t keep_flags)
{
    index_drop(p->alloc, pred);
    kill_all(p, pred);
    (void)pred_set_meta(p, pred, NULL);
    pred->flags &= keep_flags & ~(uint32_t)PRED_UNLINKED;
    if (!(pred->flags & PRED_BUILTIN))
        pred->builtin = NULL;
    pred->import = NULL;
    pred->file = ATOM_NONE;
    pred->line = 0;
    pred_update_entry(pred);
}
