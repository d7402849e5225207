/* pairs_int.h - walking two terms at once: unification and comparison.
 * SPDX-License-Identifier: MIT
 *
 * The stack holds ranges of arguments still to be met, pairwise, in the store's work area. The last argument of a range is met after
 * the range has left the stack, so lists need no stack.
 *
 * Cyclic terms: after `limit` compound pairs, more than trees that fill the heap could have, pairs are noted in a union-find forest;
 * two terms in one class are already being met (or were), so they are skipped. Only one pair in eight is noted: a cycle comes round
 * again, and large trees stay cheap.
 */
#ifndef HORN_TERM_PAIRS_INT_H
#define HORN_TERM_PAIRS_INT_H

#include "term/cellmap.h"
#include "term/store.h"

typedef struct Range {
    const Cell *a, *b; /* the next cells of both sides */
    size_t n;          /* how many are left */
} Range;

typedef struct Pairs {
    Store *s;
    size_t used;          /* cells of s->work in use */
    size_t steps, limit;
    size_t look;          /* the steps after which something is to be looked at: the limit, or what may stop long work */
    CellMap classes;      /* compound cell -> parent in the union-find forest */
} Pairs;

enum Meeting { MEET_NEW, MEET_KNOWN, MEET_NO_MEMORY };

void pairs_init(Pairs *w, Store *s);
static inline void pairs_free(Pairs *w)
{
    if (UNLIKELY(w->classes.slots != NULL))
        cell_map_free(&w->classes);
}

/* False when memory is exhausted. */
static inline bool pairs_push(Pairs *w, const Range *r)
{
    if (UNLIKELY(w->s->work_capacity - w->used < 3) && !work_reserve(w->s, w->used, w->used + 3))
        return false;
    Cell *top = w->s->work + w->used;
    top[0] = (Cell)(uintptr_t)r->a;
    top[1] = (Cell)(uintptr_t)r->b;
    top[2] = r->n;
    w->used += 3;
    return true;
}

/* False when nothing is left to meet. */
static inline bool pairs_pop(Pairs *w, Range *r)
{
    if (w->used == 0)
        return false;
    w->used -= 3;
    const Cell *top = w->s->work + w->used;
    *r = (Range){(const Cell *)(uintptr_t)top[0], (const Cell *)(uintptr_t)top[1], (size_t)top[2]};
    return true;
}

/* Leaves the rest of the range for later and goes on with the arguments of two compound cells, both lists or both structures with
 * one functor word. False when memory is exhausted. */
static inline bool pairs_enter(Pairs *w, Range *r, Cell a, Cell b)
{
    if (r->n > 0 && !pairs_push(w, r))
        return false;
    if (cell_is_lst(a))
        *r = (Range){lst_cells(a), lst_cells(b), 2};
    else
        *r = (Range){str_cells(a) + 1, str_cells(b) + 1, functor_arity(str_functor(a))};
    return true;
}

enum Meeting pairs_look(Pairs *w, Cell a, Cell b);
/* Counts a pair of compound cells; MEET_KNOWN when it need not be looked at again. */
static inline enum Meeting pairs_meet(Pairs *w, Cell a, Cell b)
{
    return LIKELY(++w->steps < w->look) ? MEET_NEW : pairs_look(w, a, b);
}

#endif
