/* walk.c - questions about a whole term.
 * SPDX-License-Identifier: MIT
 *
 * Walks are depth-first and left to right (walk_int.h). Only the test for cycles has to know what lies on the present path; see
 * there. Hashing looks at a bounded part of the tree, so that equal cyclic terms of different shape hash alike.
 */
#include "term/walk.h"

#include "base/hash.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "term/text.h"
#include "term/walk_int.h"

/* ---- the walk ---- */

static void walk_fail(Walk *w)
{
    w->s->resource = RES_MEMORY;
    w->failed = true;
}

/* Notes that a compound is entered, once the walk is long. True when it has been before. */
static bool walk_was_here(Walk *w, const Cell *p)
{
    if (LIKELY(++w->steps <= VISIT_FREE_STEPS))
        return false;
    if (w->visited.bits == NULL && !visit_start(&w->visited, w->s)) {
        walk_fail(w);
        return true;
    }
    if (visit_is_marked(&w->visited, p))
        return true;
    visit_mark(&w->visited, p);
    if (store_must_stop(w->s, w->steps))
        walk_fail(w);
    return false;
}

void walk_enter(Walk *w, Cell compound)
{
    const Cell *p = cell_pointer(compound);
    if (!store_owns(w->s, p) || walk_was_here(w, p))
        return;
    if (UNLIKELY(w->s->work_capacity - w->used < 2) && !work_reserve(w->s, w->used, w->used + 2)) {
        w->failed = true;
        return;
    }
    size_t n;
    const Cell *parts = compound_parts(compound, &n);
    if (n == 0)
        return;
    w->s->work[w->used] = (Cell)(uintptr_t)parts;
    w->s->work[w->used + 1] = n;
    w->used += 2;
}

/* ---- variables ---- */

bool term_is_ground(Store *s, Cell t, bool *ok)
{
    Walk w;
    walk_init(&w, s, 0);
    bool ground = true;
    t = cell_deref(t);
    do {
        if (cell_is_var(t))
            ground = false;
        else if (cell_is_compound(t))
            walk_enter(&w, t);
    } while (ground && walk_next(&w, &t));
    walk_free(&w);
    *ok = !w.failed;
    return ground && !w.failed;
}

bool walk_finds(Store *s, size_t base, Cell variable, Cell term, bool *ok)
{
    Walk w;
    walk_init(&w, s, base);
    bool found = false;
    term = cell_deref(term);
    do {
        if (term == variable)
            found = true;
        else if (cell_is_compound(term))
            walk_enter(&w, term);
    } while (!found && walk_next(&w, &term));
    walk_free(&w);
    *ok = !w.failed;
    return found;
}

/* A variable that was found is bound to an atom until the end, so that it is not found again. */
static void hide_variable(Cell variable)
{
    *cell_pointer(variable) = cell_from_atom(ATOM_nil);
}

static void show_variable(Cell variable)
{
    *cell_pointer(variable) = variable;
}

static bool is_unbound(Cell c)
{
    return cell_is_var(c) && *cell_pointer(c) == c;
}

/* Appends a variable that is not hidden yet and hides it. False when memory is exhausted. */
static bool add_variable(Store *s, Cell variable, CellVec *out)
{
    if (!VEC_RESERVE(s->alloc, out->items, out->capacity, out->count + 1)) {
        s->resource = RES_MEMORY;
        return false;
    }
    out->items[out->count++] = variable;
    hide_variable(variable);
    return true;
}

bool term_variables(Store *s, Cell t, CellVec *out)
{
    Walk w;
    walk_init(&w, s, 0);
    size_t before = out->count;
    for (size_t i = 0; i < before; i++)
        if (is_unbound(out->items[i]))
            hide_variable(out->items[i]);
    t = cell_deref(t);
    do {
        if (cell_is_var(t))
            w.failed |= !add_variable(s, t, out);
        else if (cell_is_compound(t))
            walk_enter(&w, t);
    } while (walk_next(&w, &t));
    for (size_t i = 0; i < out->count; i++)
        if (cell_is_var(out->items[i]))
            show_variable(out->items[i]);
    walk_free(&w);
    if (w.failed) {
        VEC_FREE(s->alloc, out->items, out->capacity);
        *out = (CellVec){0};
    }
    return !w.failed;
}

/* ---- cycles ---- */

/* A walk with the free steps only: true when it ended, so that there is no cycle. */
static bool ends_soon(Store *s, Cell t, bool *ok)
{
    Walk w;
    walk_init(&w, s, 0);
    do {
        if (cell_is_compound(t))
            walk_enter(&w, t);
    } while (w.steps < VISIT_FREE_STEPS && walk_next(&w, &t));
    *ok = !w.failed;
    bool ended = w.steps < VISIT_FREE_STEPS && !w.failed;
    walk_free(&w);
    return ended;
}

/* The state of the exact test. A chain is a path that leads from a compound through last parts; its members are on the path from
 * the root while the chain is walked, and done when it ends. The stack holds the chains that were left at another part:
 * (first compound, present compound, its next part). */
typedef struct CycleTest {
    Store *s;
    size_t used;
    VisitMap on_path, done;
    Cell first, now; /* the chain */
    size_t part;     /* of `now`, to be looked at next */
} CycleTest;

static bool save_chain(CycleTest *k)
{
    if (k->s->work_capacity - k->used < 3 && !work_reserve(k->s, k->used, k->used + 3))
        return false;
    Cell *top = k->s->work + k->used;
    top[0] = k->first;
    top[1] = k->now;
    top[2] = k->part;
    k->used += 3;
    return true;
}

/* Declares the members of the ended chain done and takes up the one before it; false at the end of the test. */
static bool end_chain(CycleTest *k)
{
    for (Cell c = k->first;;) {
        size_t n;
        const Cell *parts = compound_parts(c, &n);
        visit_unmark(&k->on_path, cell_pointer(c));
        visit_mark(&k->done, cell_pointer(c));
        if (c == k->now)
            break;
        c = cell_deref(parts[n - 1]);
    }
    if (k->used == 0)
        return false;
    k->used -= 3;
    const Cell *top = k->s->work + k->used;
    k->first = top[0];
    k->now = top[1];
    k->part = (size_t)top[2];
    return true;
}

enum CycleStep { STEP_ON, STEP_CYCLE, STEP_END, STEP_NO_MEMORY };

static enum CycleStep cycle_step(CycleTest *k)
{
    size_t n;
    const Cell *parts = compound_parts(k->now, &n);
    if (k->part == n)
        return end_chain(k) ? STEP_ON : STEP_END;
    Cell c = cell_deref(parts[k->part++]);
    const Cell *p = cell_pointer(c);
    if (!cell_is_compound(c) || !store_owns(k->s, p) || visit_is_marked(&k->done, p))
        return STEP_ON;
    if (visit_is_marked(&k->on_path, p))
        return STEP_CYCLE;
    visit_mark(&k->on_path, p);
    if (k->part < n) {
        if (!save_chain(k))
            return STEP_NO_MEMORY;
        k->first = c;
    }
    k->now = c;
    k->part = 0;
    return STEP_ON;
}

static bool test_cycles(Store *s, Cell t, bool *ok)
{
    CycleTest k = {.s = s, .first = t, .now = t};
    enum CycleStep step = STEP_NO_MEMORY;
    if (visit_start(&k.on_path, s) && visit_start(&k.done, s)) {
        visit_mark(&k.on_path, cell_pointer(t));
        size_t steps = 0;
        do
            step = store_must_stop(s, ++steps) ? STEP_NO_MEMORY : cycle_step(&k);
        while (step == STEP_ON);
    }
    visit_end(&k.on_path);
    visit_end(&k.done);
    *ok = step != STEP_NO_MEMORY;
    if (!*ok)
        s->resource = RES_MEMORY;
    return step == STEP_END;
}

bool term_is_acyclic(Store *s, Cell t, bool *ok)
{
    t = cell_deref(t);
    *ok = true;
    if (!cell_is_compound(t) || !store_owns(s, cell_pointer(t)))
        return true;
    if (ends_soon(s, t, ok) || !*ok)
        return *ok;
    return test_cycles(s, t, ok);
}

/* ---- lists ---- */

/* Goes from a pair to what follows, over a whole text block at once. */
static Cell skip_pairs(Cell list, size_t *length)
{
    if (cell_is_lst(list)) {
        *length += 1;
        return cell_deref(lst_cells(list)[1]);
    }
    const char *bytes = txt_bytes(list);
    *length += utf8_length(bytes, strlen(bytes));
    return cell_deref(*txt_tail(list));
}

/* Brent's algorithm: the pair met at the last power of two is met again when the list is cyclic. */
enum ListKind list_measure(Cell list, size_t *length)
{
    list = cell_deref(list);
    Cell landmark = 0;
    size_t steps = 0, next_landmark = 1;
    *length = 0;
    while (cell_is_pair(list)) {
        if (list == landmark)
            return LIST_CYCLIC;
        if (++steps == next_landmark) {
            landmark = list;
            next_landmark *= 2;
        }
        list = skip_pairs(list, length);
    }
    if (cell_is_var(list))
        return LIST_PARTIAL;
    return list == cell_from_atom(ATOM_nil) ? LIST_PROPER : LIST_NOT;
}

/* ---- hashing ---- */

#define HASH_STEPS ((size_t)100000)

typedef struct Hasher {
    Store *s;
    size_t used;
    size_t steps; /* nodes of the tree seen so far */
    uint64_t hash;
} Hasher;

/* Nodes beyond the bound leave no trace, wherever the walk notices that it has passed it. */
static void hash_cell(Hasher *h, Cell c)
{
    if (h->steps++ < HASH_STEPS)
        h->hash = hash_word(h->hash, c);
}

static void hash_block(Hasher *h, const Cell *block)
{
    if (h->steps++ < HASH_STEPS)
        h->hash = hash_bytes(h->hash, block, (1 + raw_words(*block)) * sizeof(Cell));
}

static bool hash_later(Hasher *h, const Cell *parts, size_t n)
{
    if (n == 0)
        return true;
    if (!work_reserve(h->s, h->used, h->used + 2))
        return false;
    h->s->work[h->used] = (Cell)(uintptr_t)parts;
    h->s->work[h->used + 1] = n;
    h->used += 2;
    return true;
}

static bool hash_node(Hasher *h, Cell c)
{
    const Cell pair = cell_from_functor(ATOM_CHAR('.'), 2);
    while (cell_is_txt(c) && h->steps < HASH_STEPS) {
        Cell rest;
        hash_cell(h, pair);
        hash_cell(h, cell_from_atom(text_uncons(c, &rest)));
        c = cell_deref(rest);
    }
    if (cell_is_lst(c) || cell_is_str(c)) {
        size_t n;
        const Cell *parts = compound_parts(c, &n);
        hash_cell(h, cell_is_lst(c) ? pair : str_functor(c));
        return hash_later(h, parts, n);
    }
    if (cell_is_box(c))
        hash_block(h, box_cells(c));
    else if (!cell_is_txt(c))
        hash_cell(h, c);
    return true;
}

static bool hash_tree(Hasher *h, Cell t)
{
    if (!hash_node(h, cell_deref(t)))
        return false;
    while (h->used > 0 && h->steps < HASH_STEPS) {
        Cell *top = h->s->work + h->used - 2;
        Cell c = cell_deref(*(const Cell *)(uintptr_t)top[0]);
        if (--top[1] == 0)
            h->used -= 2;
        else
            top[0] += sizeof(Cell);
        if (!hash_node(h, c))
            return false;
    }
    return true;
}

bool term_hash(Store *s, Cell t, uint64_t seed, uint64_t *hash, bool *ok)
{
    if (!term_is_ground(s, t, ok))
        return false;
    Hasher h = {.s = s, .hash = seed};
    *ok = hash_tree(&h, t);
    *hash = h.hash;
    return *ok;
}
