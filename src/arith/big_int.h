/* big_int.h - what the files of long naturals share.
 * SPDX-License-Identifier: MIT
 */
#ifndef HORN_ARITH_BIG_INT_H
#define HORN_ARITH_BIG_INT_H

#include "arith/big.h"

#include <gmp.h>

_Static_assert(sizeof(mp_limb_t) == sizeof(Limb) && GMP_NAIL_BITS == 0, "GMP works on full 64-bit limbs");

#define LIMB_BITS 64u

static inline bool is_interrupted(const BigEnv *env)
{
    return stop_is_wanted(env->alloc->stop);
}

static inline Limb *limbs_new(const BigEnv *env, size_t count)
{
    return count > SIZE_MAX / sizeof(Limb) ? NULL : alloc_new(env->alloc, count * sizeof(Limb));
}

static inline void limbs_free(const BigEnv *env, Limb *limbs, size_t count)
{
    alloc_free(env->alloc, limbs, count * sizeof(Limb));
}

static inline void limbs_copy(Limb *out, const Limb *a, size_t count)
{
    if (count > 0)
        memmove(out, a, count * sizeof(Limb));
}

static inline void limbs_clear(Limb *out, size_t count)
{
    if (count > 0)
        memset(out, 0, count * sizeof(Limb));
}

static inline unsigned leading_zeros(Limb limb)
{
    return (unsigned)__builtin_clzll(limb);
}

static inline unsigned trailing_zeros(Limb limb)
{
    return (unsigned)__builtin_ctzll(limb);
}

/* out[an + bn] := a * b for long factors of similar length (big_transform.c). */
NODISCARD BigStatus big_mul_by_transform(const BigEnv *env, Limb *out, const Limb *a, size_t an, const Limb *b, size_t bn);

#endif
