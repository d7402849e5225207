/* compare.h - standard order of terms (7.2) and structural tests.
 * SPDX-License-Identifier: MIT
 *
 * Var < Number < Atom < String < Compound. Variables by age (address), floats before integers or all numbers by value (store.h), atoms and
 * strings by code points, compounds by arity, name, arguments left to right. Packed text compares as the list it denotes.
 * All functions are iterative and end on cyclic terms. They return false in *ok only when scratch memory is exhausted.
 */
#ifndef HORN_TERM_COMPARE_H
#define HORN_TERM_COMPARE_H

#include "term/store.h"

/* <0, 0, >0 */
int term_compare(Store *s, Cell a, Cell b, bool *ok);
/* Same term (==), cheaper than ordering. */
bool term_identical(Store *s, Cell a, Cell b, bool *ok);
/* Equal up to renaming of variables (=@=). */
bool term_is_variant(Store *s, Cell a, Cell b, bool *ok);

#endif
