/* fact.h - a short cut for facts of atoms, integers and flat structures, which make most of large programs.
 * SPDX-License-Identifier: MIT
 */
#ifndef HORN_COMPILE_FACT_H
#define HORN_COMPILE_FACT_H

#include "db/module.h"

/* True when each argument of the head (dereferenced, callable) is an atom, a small integer, a variable of its own, or a ground structure
 * whose arguments are few atoms and small integers. *words is then the length of its code. */
bool fact_is_plain(Cell head, size_t *words);
/* The clause of a plain fact, the same as the passes of the compiler give. NULL: memory. */
Clause *compile_plain_fact(Program *program, Pred *pred, Cell head, size_t words);

#endif
