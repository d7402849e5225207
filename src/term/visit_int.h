/* visit_int.h - which compound terms of the heap a traversal has seen.
 * SPDX-License-Identifier: MIT
 *
 * One bit per heap cell in use. Traversals begin without: only those that exceed
 * VISIT_FREE_STEPS steps, because their terms are large, share much or are cyclic, start noting what they see.
 */
#ifndef HORN_TERM_VISIT_INT_H
#define HORN_TERM_VISIT_INT_H

#include "term/store.h"

#define VISIT_FREE_STEPS ((size_t)100000)

typedef struct VisitMap {
    Alloc *alloc;
    const Cell *base;
    uint64_t *bits; /* NULL before visit_start */
    size_t words;
} VisitMap;

static inline bool visit_start(VisitMap *v, const Store *s)
{
    size_t words = (size_t)(s->H - s->heap_base) / 64 + 1;
    *v = (VisitMap){.alloc = s->alloc, .base = s->heap_base, .words = words};
    v->bits = alloc_zero(s->alloc, words * sizeof *v->bits);
    return v->bits != NULL;
}
static inline void visit_end(VisitMap *v)
{
    if (v->bits != NULL)
        alloc_free(v->alloc, v->bits, v->words * sizeof *v->bits);
    v->bits = NULL;
}
static inline bool visit_is_marked(const VisitMap *v, const Cell *p)
{
    size_t i = (size_t)(p - v->base);
    return v->bits[i / 64] >> (i % 64) & 1;
}
static inline void visit_mark(VisitMap *v, const Cell *p)
{
    size_t i = (size_t)(p - v->base);
    v->bits[i / 64] |= UINT64_C(1) << (i % 64);
}
static inline void visit_unmark(VisitMap *v, const Cell *p)
{
    size_t i = (size_t)(p - v->base);
    v->bits[i / 64] &= ~(UINT64_C(1) << (i % 64));
}

#endif
