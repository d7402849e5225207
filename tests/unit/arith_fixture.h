/* arith_fixture.h - random long numbers for the tests of arithmetic, checked against GMP's mpz.
 * SPDX-License-Identifier: MIT
 *
 * mpz may abort when memory runs out, which a test may and the library may not. Buffers have exactly the size that the interface
 * promises, so that the address sanitizer sees a limb too many.
 */
#ifndef HORN_TEST_ARITH_FIXTURE_H
#define HORN_TEST_ARITH_FIXTURE_H

#include "term_fixture.h"

#include <gmp.h>

#include "arith/big.h"

typedef struct Numbers {
    gmp_randstate_t random;
    mpz_t a, b, m, wanted, rest, got;
} Numbers;

static inline void numbers_open(Numbers *n, unsigned long seed)
{
    gmp_randinit_default(n->random);
    gmp_randseed_ui(n->random, seed);
    mpz_inits(n->a, n->b, n->m, n->wanted, n->rest, n->got, NULL);
}

static inline void numbers_close(Numbers *n)
{
    gmp_randclear(n->random);
    mpz_clears(n->a, n->b, n->m, n->wanted, n->rest, n->got, NULL);
}

/* A positive number of exactly `limbs` limbs; every other call gives long runs of ones and zeros, where carries go wrong. */
static inline void random_number(Numbers *n, mpz_t out, size_t limbs)
{
    mp_bitcnt_t bits = (limbs - 1) * 64 + 1 + gmp_urandomm_ui(n->random, 64);
    if (gmp_urandomm_ui(n->random, 2) == 0)
        mpz_rrandomb(out, n->random, bits);
    else
        mpz_urandomb(out, n->random, bits);
    mpz_setbit(out, bits - 1);
}

static inline Limb *limbs_buffer(size_t count)
{
    Limb *limbs = malloc((count == 0 ? 1 : count) * sizeof(Limb));
    assert_non_null(limbs);
    return limbs;
}

static inline void set_from_limbs(mpz_t out, const Limb *limbs, size_t count)
{
    mpz_import(out, count, -1, sizeof(Limb), 0, 0, limbs);
}

static inline void assert_same_number(const mpz_t got, const mpz_t wanted)
{
    if (mpz_cmp(got, wanted) != 0)
        fail_msg("%zu limbs differ from the %zu wanted", mpz_size(got), mpz_size(wanted));
}

#endif
