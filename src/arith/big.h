/* big.h - long naturals: arrays of 64-bit limbs, least significant first.
 * SPDX-License-Identifier: MIT
 *
 * The kernels are GMP's mpn functions on at most BIG_KERNEL_LIMBS limbs a call: beyond that they allocate through process-wide hooks and
 * abort on failure. Longer products are Karatsuba steps or number-theoretic transforms, longer quotients are Burnikel and Ziegler's
 * recursive division (MPI-I-98-1-022), with scratch from an Alloc, failure reported, and a look at Alloc.stop per block.
 *
 * Conventions: a number is (limbs, count); "normal" means no leading zero limb, and zero has count 0. Operands are normal unless said
 * otherwise; results are not, big_normal strips them. Outs do not overlap operands unless said otherwise.
 */
#ifndef HORN_ARITH_BIG_H
#define HORN_ARITH_BIG_H

#include "base/alloc.h"

typedef uint64_t Limb;

#define BIG_KERNEL_LIMBS 1000u
/* No result is longer than this many limbs (2^32 bits = 512 MiB): a computation that would be is refused at once. */
#define BIG_MAX_LIMBS ((size_t)1 << 26)

typedef enum BigStatus { BIG_OK, BIG_NO_MEMORY, BIG_INTERRUPTED } BigStatus;

/* Where scratch comes from; its `stop` may end a long computation. */
typedef struct BigEnv {
    Alloc *alloc;
} BigEnv;

/* The count without leading zero limbs. */
static inline size_t big_normal(const Limb *a, size_t count)
{
    while (count > 0 && a[count - 1] == 0)
        count--;
    return count;
}
/* <0, 0, >0 */
int big_compare(const Limb *a, size_t an, const Limb *b, size_t bn);
/* Bits without leading zeros; 0 for zero. */
uint64_t big_bits(const Limb *a, size_t an);

/* out[max(an, bn) + 1] := a + b. `out` may be a or b. */
void big_add(Limb *out, const Limb *a, size_t an, const Limb *b, size_t bn);
/* out[an] := a - b, where a >= b. `out` may be a or b. */
void big_sub(Limb *out, const Limb *a, size_t an, const Limb *b, size_t bn);
/* out[an + bn] := a * b. Operands need not be normal; either may be the other. */
NODISCARD BigStatus big_mul(const BigEnv *env, Limb *out, const Limb *a, size_t an, const Limb *b, size_t bn);
/* q[an - bn + 1], r[bn] := quotient and remainder of a by b, where an >= bn >= 1. */
NODISCARD BigStatus big_divide(const BigEnv *env, Limb *q, Limb *r, const Limb *a, size_t an, const Limb *b, size_t bn);
/* Zero bits below the lowest one of a > 0. */
uint64_t big_trailing_zeros(const Limb *a);
/* The greatest common divisor of two positive numbers; out[min(an, bn)]. */
NODISCARD BigStatus big_gcd(const BigEnv *env, Limb *out, size_t *count, const Limb *a, size_t an, const Limb *b, size_t bn);
/* Limbs enough for base ^ exponent, or 0 when that exceeds BIG_MAX_LIMBS. */
size_t big_power_limbs(const Limb *base, size_t n, uint64_t exponent);
/* out[big_power_limbs] := base ^ exponent, base positive. */
NODISCARD BigStatus big_power(const BigEnv *env, Limb *out, size_t *count, const Limb *base, size_t n, uint64_t exponent);
/* out[mn] := base ^ exponent modulo m, where base < m. */
NODISCARD BigStatus big_power_mod(const BigEnv *env, Limb *out, const Limb *base, size_t n, const Limb *exponent, size_t en, const Limb *m,
                                  size_t mn);

/* out[an + bits / 64 + 1] := a * 2^bits. */
void big_shift_left(Limb *out, const Limb *a, size_t an, uint64_t bits);
/* out[an - bits / 64] := floor(a / 2^bits), where bits / 64 < an. True when a one was shifted out. `out` may be a. */
bool big_shift_right(Limb *out, const Limb *a, size_t an, uint64_t bits);
/* True when one of the lowest `bits` bits is set. */
bool big_has_low_bits(const Limb *a, size_t an, uint64_t bits);

/* a as fraction * 2^exponent, the fraction in [0.5, 1] rounded to nearest; 0.0 for zero. */
double big_fraction(const Limb *a, size_t an, int64_t *exponent);
/* The double that a is rounded to in the processor's present mode (fesetround), by default the nearest; infinity when a is too large. */
double big_to_double(const Limb *a, size_t an);
/* *out := the double that a / b is rounded to in the same way, b > 0, subnormals included; infinity or 0.0 when out of range. */
NODISCARD BigStatus big_ratio_to_double(const BigEnv *env, const Limb *a, size_t an, const Limb *b, size_t bn, double *out);
/* out[17] := the integral value |x|, x finite; returns the normal count. */
#define BIG_DOUBLE_LIMBS 17u
size_t big_from_double(Limb *out, double x);

#endif
