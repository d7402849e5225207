/* keep_heap.h - storing on the heap for good: nb_setarg/3, global variables.
 * SPDX-License-Identifier: MIT
 *
 * Backtracking to a choice point gives back the heap above its H. What must survive is kept by raising that H; the cells between become
 * garbage for the collector. Since the loop holds HB in a register and loads it again only after nondeterministic builtins, predicates
 * that keep heap have rows of that kind, though they never leave a choice point.
 */
#ifndef HORN_BUILTINS_KEEP_HEAP_H
#define HORN_BUILTINS_KEEP_HEAP_H

#include "vm/engine.h"

#define ROW_KEEPS_HEAP(name, function, arguments) {name, function, arguments, NONDET, 0, ""}

/* Keeps what is on the heap now when a choice point younger than `place` is backtracked to; older ones take `place` itself away. With
 * NULL it is kept whatever is backtracked to. Not for builtins that leave a choice point: that one gets the H of before the call. */
static inline void keep_heap(Engine *e, const Cell *place)
{
    for (Choice *b = e->B; b != NULL && b->H > place; b = b->prev)
        b->H = e->store.H;
}

#endif
