/* walk.h - questions about a whole term: ground, acyclic, its variables, list shape, hash.
 * SPDX-License-Identifier: MIT
 *
 * Iterative; every function ends on cyclic terms. *ok is set false only when scratch memory is exhausted.
 */
#ifndef HORN_TERM_WALK_H
#define HORN_TERM_WALK_H

#include "term/store.h"

typedef struct CellVec {
    Cell *items;
    size_t count, capacity;
} CellVec;

bool term_is_ground(Store *s, Cell t, bool *ok);
bool term_is_acyclic(Store *s, Cell t, bool *ok);
/* Appends the distinct unbound variables of t in depth-first, left-to-right order (7.1.1.4). False, with `out` empty and its memory given
 * back, when memory is exhausted. */
bool term_variables(Store *s, Cell t, CellVec *out);
/* Appends the variables that occur once in t, a shared part counting wherever it is, in order (singletons.c). */
bool term_singletons(Store *s, Cell t, CellVec *out);
/* How a list ends. Length counts pairs (characters of packed text included). */
enum ListKind { LIST_PROPER, LIST_PARTIAL, LIST_CYCLIC, LIST_NOT };
enum ListKind list_measure(Cell list, size_t *length);
/* Hash of a ground term; false when it is not ground. Equal terms, packed or not, hash alike. */
bool term_hash(Store *s, Cell t, uint64_t seed, uint64_t *hash, bool *ok);

#endif
