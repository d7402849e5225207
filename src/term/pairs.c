/* pairs.c - the union-find forest of walks over two terms.
 * SPDX-License-Identifier: MIT
 */
#include "term/pairs_int.h"

#define LEAST_LIMIT ((size_t)100000)
#define MOST_LIMIT  ((size_t)2000000)

void pairs_init(Pairs *w, Store *s)
{
    size_t heap = (size_t)(s->H - s->heap_base);
    *w = (Pairs){.s = s, .limit = max_size(LEAST_LIMIT, min_size(heap / 4, MOST_LIMIT)), .look = STOP_STEPS};
    cell_map_init(&w->classes, s->alloc);
}

/* The representative of a cell's class: the one that is no key. Every visited cell is made to skip its parent. */
static Cell find_class(const CellMap *m, Cell c)
{
    Cell *parent = cell_map_get(m, c);
    while (parent != NULL) {
        const Cell *grandparent = cell_map_get(m, *parent);
        if (grandparent == NULL)
            return *parent;
        *parent = *grandparent;
        c = *grandparent;
        parent = cell_map_get(m, c);
    }
    return c;
}

/* True for one step in eight, without a period that a cycle could share. */
static bool is_sampled(size_t step)
{
    return (uint64_t)step * UINT64_C(0x9E3779B97F4A7C15) >> 61 == 0;
}

static enum Meeting note(Pairs *w, Cell a, Cell b)
{
    a = find_class(&w->classes, a);
    b = find_class(&w->classes, b);
    if (a == b)
        return MEET_KNOWN;
    if (!is_sampled(w->steps))
        return MEET_NEW;
    if (!cell_map_put(&w->classes, a, b)) {
        w->s->resource = RES_MEMORY;
        return MEET_NO_MEMORY;
    }
    return MEET_NEW;
}

enum Meeting pairs_look(Pairs *w, Cell a, Cell b)
{
    if (store_must_stop(w->s, w->steps)) {
        w->s->resource = RES_MEMORY;
        return MEET_NO_MEMORY;
    }
    if (w->steps > w->limit)
        return note(w, a, b);
    w->look = min_size(w->limit, w->steps + STOP_STEPS);
    return MEET_NEW;
}
