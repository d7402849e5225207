/* groundness.h - which subterms of a clause are ground, in time linear in the clause.
 * SPDX-License-Identifier: MIT
 *
 * Asking about every subterm in turn would be quadratic on long lists. A question that takes long and is answered by no walks the term
 * once more, bottom-up, and remembers every compound that holds a variable mark (goal.h).
 */
#ifndef HORN_COMPILE_GROUNDNESS_H
#define HORN_COMPILE_GROUNDNESS_H

#include "base/alloc.h"
#include "term/cell.h"

typedef struct Groundness {
    Alloc *alloc;
    Cell *stack;
    size_t stack_capacity;
    Cell *known; /* open addressing: compounds that are not ground; 0 is free */
    size_t known_count, known_capacity;
    bool failed; /* memory exhausted: answers are "not ground", which is safe */
} Groundness;

void groundness_init(Groundness *g, Alloc *alloc);
void groundness_free(Groundness *g);
/* True when the compound holds no variable. */
bool term_is_known_ground(Groundness *g, Cell compound);

#endif
