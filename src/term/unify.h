/* unify.h - general unification, iterative and safe on cyclic terms.
 * SPDX-License-Identifier: MIT
 */
#ifndef HORN_TERM_UNIFY_H
#define HORN_TERM_UNIFY_H

#include "term/store.h"

/* Unifies two cells. ST_TRUE, ST_FAIL (bindings made so far stay, backtracking undoes them), ST_ERROR with s->resource set, or
 * ST_RETRY. Younger variables are bound to older ones; constants outside the heap count as older than everything. Packed text
 * unifies with lists; a LST and a TXT are walked together. Cyclic terms: rational-tree unification, unless s->occurs_check says otherwise. */
Status unify(Store *s, Cell a, Cell b);
/* Unification that fails where a variable would be bound to a term containing it (8.2.2). */
Status unify_with_occurs_check(Store *s, Cell a, Cell b);

#endif
