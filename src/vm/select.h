/* select.h - choosing among the clauses of a predicate: the first that can match, and the next one if any.
 * SPDX-License-Identifier: MIT
 *
 * Small predicates without dead clauses do not come here: the loop asks their key matrix (ENTER_MATRIX). Exact determinism rests here: `next` is NULL when no later clause can match, and then the loop makes no choice point.
 */
#ifndef HORN_VM_SELECT_H
#define HORN_VM_SELECT_H

#include "db/index_int.h"
#include "vm/engine.h"

typedef struct Selection {
    Clause *clause;            /* NULL: none matches */
    Clause *const *next, *const *end; /* next candidate, or NULL */
} Selection;

/* Searches [from, end) for clauses that are visible and can match. */
void select_scan(const Engine *e, const Pred *p, Clause *const *from, Clause *const *end, Generation generation, const Cell *args,
                 Selection *out);
/* The first candidates of a call with these arguments. */
void select_first(Engine *e, Pred *p, Generation generation, const Cell *args, Selection *out);

#endif
