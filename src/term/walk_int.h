/* walk_int.h - depth-first walks over one term, for the files of this folder.
 * SPDX-License-Identifier: MIT
 *
 * The work stack holds ranges (address, count) of cells still to be looked at. The last cell of a range leaves it before it is
 * looked at, so lists need no stack. Constants outside the heap are not entered: they have no variables and no cycles.
 */
#ifndef HORN_TERM_WALK_INT_H
#define HORN_TERM_WALK_INT_H

#include "term/text.h"
#include "term/visit_int.h"

typedef struct Walk {
    Store *s;
    size_t base, used; /* cells of s->work that belong to the caller; in use */
    size_t steps;
    VisitMap visited;
    bool failed;       /* memory exhausted: s->resource is set */
} Walk;

/* Starts a walk whose stack lies above `base` cells of the caller. */
static inline void walk_init(Walk *w, Store *s, size_t base)
{
    *w = (Walk){.s = s, .base = base, .used = base};
}
static inline void walk_free(Walk *w)
{
    visit_end(&w->visited);
}

/* The cells of a compound that are terms: both of a pair, the arguments of a structure, the tail of a text block. */
static inline const Cell *compound_parts(Cell c, size_t *n)
{
    if (cell_is_lst(c)) {
        *n = 2;
        return lst_cells(c);
    }
    if (cell_is_str(c)) {
        *n = functor_arity(str_functor(c));
        return str_cells(c) + 1;
    }
    *n = 1;
    return txt_tail(c);
}

/* Plans to look at the parts of a compound unless that was done before. Sets w->failed when memory is exhausted. */
void walk_enter(Walk *w, Cell compound);
/* The next cell, dereferenced; false at the end or after a failure. */
static inline bool walk_next(Walk *w, Cell *out)
{
    if (w->used == w->base || UNLIKELY(w->failed))
        return false;
    Cell *top = w->s->work + w->used - 2;
    *out = cell_deref(*(const Cell *)(uintptr_t)top[0]);
    if (--top[1] == 0)
        w->used -= 2;
    else
        top[0] += sizeof(Cell);
    return true;
}
/* True when the unbound variable occurs in the term. `base` cells of the work stack are in use. */
bool walk_finds(Store *s, size_t base, Cell variable, Cell term, bool *ok);

#endif
