/* bigtext.h - long naturals as digits, and back.
 * SPDX-License-Identifier: MIT
 *
 * Any radix from 2 to 36. Both directions divide and conquer over big_mul and big_divide, so they are subquadratic; GMP's own
 * conversions are not used, since they may abort. Digits are 0-9 and letters: either case is read, lower case is written.
 */
#ifndef HORN_ARITH_BIGTEXT_H
#define HORN_ARITH_BIGTEXT_H

#include "arith/big.h"

/* Limbs enough for a number of that many digits (at least 1). */
size_t big_limbs_for_digits(size_t digits, unsigned radix);
/* Reads `count` digits, all valid in the radix (no sign, no underscore, no blank), into limbs[big_limbs_for_digits(count, radix)] and
 * gives the count of limbs without leading zeros. False when scratch memory is exhausted. */
NODISCARD bool big_from_digits(Alloc *alloc, const char *digits, size_t count, unsigned radix, Limb *limbs, size_t *limb_count);

/* Characters enough for the digits of a number of that many limbs, a NUL included. */
size_t big_digits_size(size_t limb_count, unsigned radix);
/* Writes the digits of a number (normal or not), without leading zeros ("0" for zero), and a NUL, into out[big_digits_size].
 * Returns the number of digits, 0 when scratch memory is exhausted. */
NODISCARD size_t big_to_digits(Alloc *alloc, const Limb *limbs, size_t limb_count, unsigned radix, char *out);

#endif
