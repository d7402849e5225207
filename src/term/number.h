/* number.h - numbers as cells: small integers, big integers, doubles; and their exact comparison.
 * SPDX-License-Identifier: MIT
 *
 * A big integer is a raw block of limbs, least significant first, magnitude only, sign in its kind, no leading zero limb; a value that
 * fits a small integer is never a big one.
 */
#ifndef HORN_TERM_NUMBER_H
#define HORN_TERM_NUMBER_H

#include "term/store.h"

/* A view of an integer cell: limbs point into the box, or into `small` for small integers. */
typedef struct IntView {
    bool negative;
    size_t count; /* limbs; 0 for zero */
    const uint64_t *limbs;
    uint64_t small;
} IntView;

/* Fills *v from an INT or big cell. `v` must stay where it is while used. */
void int_view(Cell c, IntView *v);
/* <0, 0, >0 by value; integers against doubles without rounding (NaN compares below everything). */
int number_compare(Cell a, Cell b);
/* Pushes the integer with this sign and magnitude, small when it fits. Needs up to 1 + count cells of room. */
Cell heap_push_integer(Store *s, bool negative, const uint64_t *limbs, size_t count);
static inline Cell heap_push_int64(Store *s, int64_t value)
{
    uint64_t magnitude = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
    return int_is_small(value) ? cell_from_int(value) : heap_push_integer(s, value < 0, &magnitude, 1);
}
/* True with *out when the integer fits int64. */
bool integer_to_int64(Cell c, int64_t *out);

#endif
