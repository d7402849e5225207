/* list_build.h - arrays of cells as lists, and back.
 * SPDX-License-Identifier: MIT
 */
#ifndef HORN_BUILTINS_LIST_BUILD_H
#define HORN_BUILTINS_LIST_BUILD_H

#include "term/text.h"

/* Pushes the list of n cells, taken `stride` cells apart, ending in `tail`. Room for 2 * n cells must be there. */
static inline Cell list_push_strided(Store *s, const Cell *items, size_t stride, size_t n, Cell tail)
{
    if (n == 0)
        return tail;
    Cell list = cell_from_pointer(s->H, TAG_LST);
    for (size_t i = 0; i < n; i++) {
        Cell *pair = s->H;
        pair[0] = items[i * stride];
        pair[1] = i + 1 < n ? cell_from_pointer(pair + 2, TAG_LST) : tail;
        s->H += 2;
    }
    return list;
}

static inline Cell list_push(Store *s, const Cell *items, size_t n, Cell tail)
{
    return list_push_strided(s, items, 1, n, tail);
}

/* Pushes a list of n fresh variables ending in `tail`. Room for 2 * n cells must be there. */
static inline Cell list_push_vars(Store *s, size_t n, Cell tail)
{
    if (n == 0)
        return tail;
    Cell list = cell_from_pointer(s->H, TAG_LST);
    for (size_t i = 0; i < n; i++) {
        Cell *pair = s->H;
        pair[0] = cell_from_pointer(pair, TAG_REF);
        pair[1] = i + 1 < n ? cell_from_pointer(pair + 2, TAG_LST) : tail;
        s->H += 2;
    }
    return list;
}

/* Takes the next element, dereferenced, off a dereferenced proper list that is not empty. */
static inline Cell list_take(Cell *list)
{
    Cell head, tail;
    list_uncons(*list, &head, &tail);
    *list = cell_deref(tail);
    return cell_deref(head);
}

#endif
