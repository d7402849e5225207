/* arith_big.c - checks of long naturals against GMP's mpz.
 * SPDX-License-Identifier: MIT
 */
#include "arith_fixture.h"

#include "arith/big_int.h"

#include <math.h>

#define SEED 20240601

/* Lengths around every threshold: one limb, the kernel's range, recursion, slices. */
static const size_t lengths[] = {1, 2, 3, 17, 499, 500, 501, 999, 1000, 1001, 1500, 1999, 2000, 2001, 2500, 3000, 4001};
#define LENGTH_COUNT (sizeof lengths / sizeof lengths[0])

static BigEnv env_of(Alloc *alloc)
{
    alloc_init(alloc);
    return (BigEnv){alloc};
}

/* ---- sums and products ---- */

static void check_sum(Numbers *n)
{
    const Limb *a = mpz_limbs_read(n->a), *b = mpz_limbs_read(n->b);
    size_t an = mpz_size(n->a), bn = mpz_size(n->b), count = max_size(an, bn) + 1;
    Limb *out = limbs_buffer(count);
    big_add(out, a, an, b, bn);
    set_from_limbs(n->got, out, count);
    mpz_add(n->wanted, n->a, n->b);
    assert_same_number(n->got, n->wanted);
    big_sub(out, out, big_normal(out, count), b, bn);
    set_from_limbs(n->got, out, big_normal(out, count));
    assert_same_number(n->got, n->a);
    free(out);
}

static void check_product(const BigEnv *env, Numbers *n)
{
    size_t an = mpz_size(n->a), bn = mpz_size(n->b);
    Limb *out = limbs_buffer(an + bn);
    assert_int_equal(big_mul(env, out, mpz_limbs_read(n->a), an, mpz_limbs_read(n->b), bn), BIG_OK);
    set_from_limbs(n->got, out, an + bn);
    mpz_mul(n->wanted, n->a, n->b);
    assert_same_number(n->got, n->wanted);
    free(out);
}

static void test_sums_and_products(void **state)
{
    (void)state;
    Alloc alloc;
    BigEnv env = env_of(&alloc);
    Numbers n;
    numbers_open(&n, SEED);
    for (size_t i = 0; i < LENGTH_COUNT; i++) {
        for (size_t j = 0; j < LENGTH_COUNT; j++) {
            random_number(&n, n.a, lengths[i]);
            random_number(&n, n.b, lengths[j]);
            check_sum(&n);
            check_product(&env, &n);
        }
        mpz_set(n.b, n.a);
        check_product(&env, &n);
    }
    for (int i = 0; i < 60; i++) {
        random_number(&n, n.a, 1 + gmp_urandomm_ui(n.random, 9000));
        random_number(&n, n.b, 1 + gmp_urandomm_ui(n.random, 9000));
        check_product(&env, &n);
    }
    assert_int_equal(alloc.used, 0);
    numbers_close(&n);
}

/* A square is recognised by its pointers; all ones give the longest carries; zero halves make leading zeros. */
static void test_squares_and_extremes(void **state)
{
    (void)state;
    Alloc alloc;
    BigEnv env = env_of(&alloc);
    Numbers n;
    numbers_open(&n, SEED + 1);
    for (size_t i = 0; i < LENGTH_COUNT; i++) {
        size_t limbs = lengths[i];
        Limb *out = limbs_buffer(2 * limbs);
        random_number(&n, n.a, limbs);
        const Limb *a = mpz_limbs_read(n.a);
        assert_int_equal(big_mul(&env, out, a, limbs, a, limbs), BIG_OK);
        set_from_limbs(n.got, out, 2 * limbs);
        mpz_mul(n.wanted, n.a, n.a);
        assert_same_number(n.got, n.wanted);
        free(out);
        mpz_set_ui(n.a, 0);
        mpz_setbit(n.a, limbs * 64);
        mpz_sub_ui(n.b, n.a, 1);
        check_product(&env, &n); /* 2^k by 2^k - 1 */
        mpz_set(n.a, n.b);
        check_product(&env, &n);
        mpz_set_ui(n.b, 0);
        check_product(&env, &n);
    }
    numbers_close(&n);
}

/* ---- quotients ---- */

static void check_quotient(const BigEnv *env, Numbers *n)
{
    size_t an = mpz_size(n->a), bn = mpz_size(n->b);
    if (an < bn) {
        mpz_swap(n->a, n->b);
        check_quotient(env, n);
        return;
    }
    Limb *q = limbs_buffer(an - bn + 1), *r = limbs_buffer(bn);
    assert_int_equal(big_divide(env, q, r, mpz_limbs_read(n->a), an, mpz_limbs_read(n->b), bn), BIG_OK);
    mpz_tdiv_qr(n->wanted, n->rest, n->a, n->b);
    set_from_limbs(n->got, q, an - bn + 1);
    assert_same_number(n->got, n->wanted);
    set_from_limbs(n->got, r, bn);
    assert_same_number(n->got, n->rest);
    free(q);
    free(r);
}

static void test_quotients(void **state)
{
    (void)state;
    Alloc alloc;
    BigEnv env = env_of(&alloc);
    Numbers n;
    numbers_open(&n, SEED + 2);
    for (size_t i = 0; i < LENGTH_COUNT; i++)
        for (size_t j = 0; j <= i; j++) {
            random_number(&n, n.a, lengths[i]);
            random_number(&n, n.b, lengths[j]);
            check_quotient(&env, &n);
            mpz_mul(n.a, n.a, n.b); /* exact, then one less */
            check_quotient(&env, &n);
            mpz_sub_ui(n.a, n.a, 1);
            check_quotient(&env, &n);
        }
    for (int i = 0; i < 100; i++) {
        random_number(&n, n.a, 1 + gmp_urandomm_ui(n.random, 9000));
        random_number(&n, n.b, 1 + gmp_urandomm_ui(n.random, 6000));
        check_quotient(&env, &n);
    }
    assert_int_equal(alloc.used, 0);
    numbers_close(&n);
}

/* Dividends whose high half equals the divisor's: the estimate of a quotient block is then all ones. */
static void test_hard_quotients(void **state)
{
    (void)state;
    Alloc alloc;
    BigEnv env = env_of(&alloc);
    Numbers n;
    numbers_open(&n, SEED + 3);
    for (size_t limbs = 400; limbs <= 4800; limbs += 733) {
        random_number(&n, n.b, limbs);
        mpz_mul_2exp(n.a, n.b, limbs * 64);
        mpz_sub_ui(n.a, n.a, 1);
        check_quotient(&env, &n);
        mpz_set_ui(n.b, 0);
        mpz_setbit(n.b, limbs * 64 - 1);
        mpz_add_ui(n.b, n.b, 1);
        mpz_mul_2exp(n.a, n.b, limbs * 64 / 2);
        mpz_sub_ui(n.a, n.a, 1);
        check_quotient(&env, &n);
        mpz_set_ui(n.a, 0);
        mpz_setbit(n.a, limbs * 2 * 64);
        mpz_sub_ui(n.a, n.a, 1);
        check_quotient(&env, &n);
    }
    numbers_close(&n);
}

/* ---- transforms ---- */

/* a b and a^2 by a transform of any length. */
static void check_transform(const BigEnv *env, Numbers *n)
{
    size_t an = mpz_size(n->a), bn = mpz_size(n->b);
    Limb *out = limbs_buffer(an + bn);
    assert_int_equal(big_mul_by_transform(env, out, mpz_limbs_read(n->a), an, mpz_limbs_read(n->b), bn), BIG_OK);
    mpz_mul(n->wanted, n->a, n->b);
    set_from_limbs(n->got, out, an + bn);
    assert_same_number(n->got, n->wanted);
    free(out);
    out = limbs_buffer(2 * an);
    assert_int_equal(big_mul_by_transform(env, out, mpz_limbs_read(n->a), an, mpz_limbs_read(n->a), an), BIG_OK);
    mpz_mul(n->wanted, n->a, n->a);
    set_from_limbs(n->got, out, 2 * an);
    assert_same_number(n->got, n->wanted);
    free(out);
}

/* 2^(64 limbs) - 1: the greatest coefficients. */
static void all_ones(mpz_t out, size_t limbs)
{
    mpz_set_ui(out, 0);
    mpz_setbit(out, 64 * limbs);
    mpz_sub_ui(out, out, 1);
}

static void test_transforms(void **state)
{
    (void)state;
    Alloc alloc;
    BigEnv env = env_of(&alloc);
    Numbers n;
    numbers_open(&n, SEED + 60);
    for (size_t an = 1; an < 70; an++)
        for (size_t bn = 1; bn < 70; bn += 3) {
            random_number(&n, n.a, an);
            random_number(&n, n.b, bn);
            check_transform(&env, &n);
        }
    static const size_t long_ones[] = {100, 383, 384, 385, 512, 513, 1000, 2048, 2049, 3072, 3073, 5000, 8192, 12288, 20000};
    for (size_t i = 0; i < sizeof long_ones / sizeof long_ones[0]; i++) {
        all_ones(n.a, long_ones[i]);
        all_ones(n.b, long_ones[i] - 1);
        check_transform(&env, &n);
        random_number(&n, n.b, long_ones[i] / 2 + 1);
        check_transform(&env, &n);
        random_number(&n, n.a, long_ones[i]);
        check_transform(&env, &n);
    }
    assert_int_equal(alloc.used, 0);
    numbers_close(&n);
}

/* Products long enough for transforms, balanced and not, and without the memory that they want. */
static void test_very_long_products(void **state)
{
    (void)state;
    Alloc alloc;
    BigEnv env = env_of(&alloc);
    Numbers n;
    numbers_open(&n, SEED + 61);
    static const size_t pairs[][2] = {{6499, 6499},  {6500, 6500},  {6501, 6500}, {13000, 6500},
                                      {13001, 6501}, {40000, 7000}, {9000, 12},   {16000, 9000}};
    for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++)
        for (unsigned fail_at = 0; fail_at < 3; fail_at++) {
            random_number(&n, n.a, pairs[i][0]);
            random_number(&n, n.b, pairs[i][1]);
            size_t limbs = pairs[i][0] + pairs[i][1];
            Limb *out = limbs_buffer(limbs);
            alloc.fail_at = fail_at;
            BigStatus status = big_mul(&env, out, mpz_limbs_read(n.a), pairs[i][0], mpz_limbs_read(n.b), pairs[i][1]);
            alloc.fail_at = 0;
            assert_int_equal(status, fail_at == 1 ? BIG_NO_MEMORY : BIG_OK);
            mpz_mul(n.wanted, n.a, n.b);
            if (status == BIG_OK) {
                set_from_limbs(n.got, out, limbs);
                assert_same_number(n.got, n.wanted);
            }
            free(out);
        }
    Stop stop = {1, STOP_NEVER, STOP_NEVER};
    env.alloc->stop = &stop;
    Limb *out = limbs_buffer(40000);
    assert_int_equal(big_mul_by_transform(&env, out, mpz_limbs_read(n.wanted), 20000, mpz_limbs_read(n.wanted), 20000), BIG_INTERRUPTED);
    free(out);
    assert_int_equal(alloc.used, 0);
    numbers_close(&n);
}

/* ---- divisors and powers ---- */

static void check_gcd(const BigEnv *env, Numbers *n)
{
    size_t an = mpz_size(n->a), bn = mpz_size(n->b), count = 0;
    Limb *out = limbs_buffer(min_size(an, bn));
    assert_int_equal(big_gcd(env, out, &count, mpz_limbs_read(n->a), an, mpz_limbs_read(n->b), bn), BIG_OK);
    mpz_gcd(n->wanted, n->a, n->b);
    set_from_limbs(n->got, out, count);
    assert_same_number(n->got, n->wanted);
    assert_int_equal(count, mpz_size(n->got));
    free(out);
}

/* Numbers whose quotients have chosen lengths: most of them short, now and then one of many limbs, at any place. */
static void test_gcd_of_quotients(void **state)
{
    (void)state;
    Alloc alloc;
    BigEnv env = env_of(&alloc);
    Numbers n;
    numbers_open(&n, SEED + 40);
    static const size_t longest[] = {1, 1, 3, 60, 130, 700};
    for (unsigned round = 0; round < 60; round++) {
        size_t wanted = 1001 + gmp_urandomm_ui(n.random, 4000), most = longest[round % 6];
        mpz_set_ui(n.a, 1 + gmp_urandomm_ui(n.random, 1000));
        mpz_set_ui(n.b, 0);
        while (mpz_size(n.a) < wanted) { /* (a, b) := (a q + b, a) */
            size_t limbs = gmp_urandomm_ui(n.random, 40) == 0 ? 1 + gmp_urandomm_ui(n.random, most) : 0;
            if (limbs == 0)
                mpz_set_ui(n.m, 1 + gmp_urandomm_ui(n.random, round % 2 == 0 ? 3 : 100000));
            else
                random_number(&n, n.m, limbs);
            mpz_swap(n.a, n.b);
            mpz_addmul(n.a, n.b, n.m);
        }
        check_gcd(&env, &n);
        mpz_sub_ui(n.a, n.a, 1);
        check_gcd(&env, &n);
        mpz_sub(n.b, n.a, n.b);
        check_gcd(&env, &n);
    }
    assert_int_equal(alloc.used, 0);
    numbers_close(&n);
}

static void test_gcd(void **state)
{
    (void)state;
    Alloc alloc;
    BigEnv env = env_of(&alloc);
    Numbers n;
    numbers_open(&n, SEED + 4);
    static const size_t factors[] = {1, 2, 400, 1400};
    for (size_t i = 0; i < LENGTH_COUNT; i += 2)
        for (size_t j = 0; j < LENGTH_COUNT; j += 3)
            for (size_t k = 0; k < 4; k++) {
                random_number(&n, n.a, lengths[i]);
                random_number(&n, n.b, lengths[j]);
                random_number(&n, n.m, factors[k]);
                mpz_mul_2exp(n.m, n.m, gmp_urandomm_ui(n.random, 200));
                mpz_mul(n.a, n.a, n.m);
                mpz_mul(n.b, n.b, n.m);
                mpz_mul_2exp(n.a, n.a, gmp_urandomm_ui(n.random, 200));
                check_gcd(&env, &n);
            }
    mpz_mul(n.a, n.b, n.b); /* one divides the other */
    check_gcd(&env, &n);
    mpz_set(n.a, n.b);
    check_gcd(&env, &n);
    /* Fibonacci numbers: every quotient is 1 */
    mpz_fib2_ui(n.a, n.b, 200000);
    check_gcd(&env, &n);
    assert_int_equal(alloc.used, 0);
    numbers_close(&n);
}

static void check_power(const BigEnv *env, Numbers *n, uint64_t exponent)
{
    size_t an = mpz_size(n->a), count = 0;
    size_t limbs = big_power_limbs(mpz_limbs_read(n->a), an, exponent);
    Limb *out = limbs_buffer(limbs);
    assert_int_equal(big_power(env, out, &count, mpz_limbs_read(n->a), an, exponent), BIG_OK);
    mpz_pow_ui(n->wanted, n->a, exponent);
    set_from_limbs(n->got, out, count);
    assert_same_number(n->got, n->wanted);
    assert_int_equal(count, mpz_size(n->got));
    free(out);
}

static void test_powers(void **state)
{
    (void)state;
    Alloc alloc;
    BigEnv env = env_of(&alloc);
    Numbers n;
    numbers_open(&n, SEED + 5);
    static const uint64_t exponents[] = {0, 1, 2, 3, 7, 8, 63, 64, 65, 1000, 12345};
    static const unsigned long bases[] = {1, 2, 3, 4, 6, 7, 10, 1024, 1000000007};
    for (size_t i = 0; i < sizeof bases / sizeof bases[0]; i++)
        for (size_t j = 0; j < sizeof exponents / sizeof exponents[0]; j++) {
            mpz_set_ui(n.a, bases[i]);
            check_power(&env, &n, exponents[j]);
        }
    for (int i = 0; i < 30; i++) {
        random_number(&n, n.a, 1 + gmp_urandomm_ui(n.random, 40));
        mpz_mul_2exp(n.a, n.a, gmp_urandomm_ui(n.random, 300));
        check_power(&env, &n, gmp_urandomm_ui(n.random, 150));
    }
    const Limb two = 2, three = 3;
    assert_int_equal(big_power_limbs(&two, 1, UINT64_C(1000000000000)), 0);
    assert_int_equal(big_power_limbs(&three, 1, UINT64_MAX), 0);
    assert_int_equal(alloc.used, 0);
    numbers_close(&n);
}

static void test_modular_powers(void **state)
{
    (void)state;
    Alloc alloc;
    BigEnv env = env_of(&alloc);
    Numbers n;
    numbers_open(&n, SEED + 6);
    for (int i = 0; i < 40; i++) {
        random_number(&n, n.m, 1 + gmp_urandomm_ui(n.random, 30));
        random_number(&n, n.a, 1 + gmp_urandomm_ui(n.random, 30));
        random_number(&n, n.b, 1 + gmp_urandomm_ui(n.random, 4));
        mpz_mod(n.a, n.a, n.m);
        size_t mn = mpz_size(n.m);
        Limb *out = limbs_buffer(mn);
        assert_int_equal(big_power_mod(&env, out, mpz_limbs_read(n.a), mpz_size(n.a), mpz_limbs_read(n.b), mpz_size(n.b),
                                       mpz_limbs_read(n.m), mn),
                         BIG_OK);
        set_from_limbs(n.got, out, mn);
        mpz_powm(n.wanted, n.a, n.b, n.m);
        assert_same_number(n.got, n.wanted);
        free(out);
    }
    assert_int_equal(alloc.used, 0);
    numbers_close(&n);
}

/* ---- shifts ---- */

static void test_shifts(void **state)
{
    (void)state;
    Numbers n;
    numbers_open(&n, SEED + 7);
    for (int i = 0; i < 300; i++) {
        size_t an = 1 + gmp_urandomm_ui(n.random, 20);
        random_number(&n, n.a, an);
        uint64_t bits = gmp_urandomm_ui(n.random, 300);
        size_t count = an + bits / 64 + 1;
        Limb *out = limbs_buffer(count);
        big_shift_left(out, mpz_limbs_read(n.a), an, bits);
        set_from_limbs(n.got, out, count);
        mpz_mul_2exp(n.wanted, n.a, bits);
        assert_same_number(n.got, n.wanted);
        free(out);

        bits = gmp_urandomm_ui(n.random, an * 64);
        out = limbs_buffer(an - bits / 64);
        bool lost = big_shift_right(out, mpz_limbs_read(n.a), an, bits);
        set_from_limbs(n.got, out, an - bits / 64);
        mpz_tdiv_q_2exp(n.wanted, n.a, bits);
        assert_same_number(n.got, n.wanted);
        assert_int_equal(lost, bits > 0 && mpz_scan1(n.a, 0) < bits);
        free(out);
    }
    numbers_close(&n);
}

/* ---- doubles ---- */

/* 2^53 + 1 lies between two doubles; a bit far below decides. */
static void test_to_double(void **state)
{
    (void)state;
    Limb a[40] = {(UINT64_C(1) << 53) + 1};
    assert_true(big_to_double(a, 1) == 0x1p53);
    a[0] = (UINT64_C(1) << 53) + 3;
    assert_true(big_to_double(a, 1) == 0x1p53 + 4);
    memset(a, 0, sizeof a);
    a[2] = (UINT64_C(1) << 53) + 1; /* a tie, to even */
    assert_true(big_to_double(a, 3) == 0x1p181);
    a[0] = 1; /* just above the tie */
    assert_true(big_to_double(a, 3) == 0x1p181 + 0x1p129);
    assert_true(big_to_double(a, 0) == 0.0);
    for (int i = 0; i < 16; i++)
        a[i] = UINT64_MAX;
    assert_true(isinf(big_to_double(a, 16))); /* 2^1024 - 1 rounds up */
    a[15] = UINT64_C(0xfffffffffffff800);
    assert_true(isfinite(big_to_double(a, 16)) == 0 || big_to_double(a, 16) == 0x1.fffffffffffffp1023);
    a[15] = UINT64_C(0xfffffffffffffbff); /* below the middle between the last double and 2^1024 */
    assert_true(big_to_double(a, 16) == 0x1.fffffffffffffp1023);
    a[15] = UINT64_C(0xfffffffffffffc00); /* the middle or above: overflow */
    assert_true(isinf(big_to_double(a, 16)));
    a[20] = 1;
    assert_true(isinf(big_to_double(a, 21)));
}

static void test_from_double(void **state)
{
    (void)state;
    Numbers n;
    numbers_open(&n, SEED + 8);
    static const double values[] = {
        0.0, 1.0, 3.0, 1e15, 0x1p52, 0x1p53, 0x1p53 + 2, 0x1p60, 0x1p64, 1e20, 1e100, 1e300, 0x1.fffffffffffffp1023};
    for (size_t i = 0; i < sizeof values / sizeof values[0]; i++) {
        Limb *out = limbs_buffer(BIG_DOUBLE_LIMBS);
        size_t count = big_from_double(out, values[i]);
        set_from_limbs(n.got, out, count);
        mpz_set_d(n.wanted, values[i]);
        assert_same_number(n.got, n.wanted);
        assert_true(big_to_double(out, count) == values[i]);
        assert_int_equal(count, mpz_size(n.got));
        free(out);
    }
    numbers_close(&n);
}

/* A quotient of doubles is correctly rounded, so it is the measure for quotients of their numerators. */
static void test_ratios(void **state)
{
    (void)state;
    Alloc alloc;
    BigEnv env = env_of(&alloc);
    Numbers n;
    numbers_open(&n, SEED + 9);
    for (int i = 0; i < 2000; i++) {
        mpz_urandomb(n.a, n.random, 1 + gmp_urandomm_ui(n.random, 53));
        mpz_urandomb(n.b, n.random, 1 + gmp_urandomm_ui(n.random, 53));
        mpz_add_ui(n.b, n.b, 1);
        double x = mpz_get_d(n.a), y = mpz_get_d(n.b), got;
        int shift_a = (int)gmp_urandomm_ui(n.random, 950), shift_b = (int)gmp_urandomm_ui(n.random, 950);
        mpz_mul_2exp(n.a, n.a, (mp_bitcnt_t)shift_a);
        mpz_mul_2exp(n.b, n.b, (mp_bitcnt_t)shift_b);
        assert_int_equal(big_ratio_to_double(&env, mpz_limbs_read(n.a), mpz_size(n.a), mpz_limbs_read(n.b), mpz_size(n.b), &got), BIG_OK);
        assert_true(got == ldexp(x, shift_a) / ldexp(y, shift_b));
    }
    /* subnormal results: a whole number of units of 2^-1074, a tie going to even */
    for (mp_bitcnt_t k = 1050; k < 1200; k++) {
        mpz_set_ui(n.a, 0xabcdef1234567);
        mpz_set_ui(n.b, k % 3 == 0 ? 1 : 12345);
        mpz_mul_2exp(n.b, n.b, k);
        double got;
        assert_int_equal(big_ratio_to_double(&env, mpz_limbs_read(n.a), mpz_size(n.a), mpz_limbs_read(n.b), mpz_size(n.b), &got), BIG_OK);
        mpz_mul_2exp(n.m, n.a, 1075);
        mpz_fdiv_qr(n.wanted, n.rest, n.m, n.b); /* in halves of a unit */
        bool up = mpz_odd_p(n.wanted) && (mpz_sgn(n.rest) != 0 || mpz_tstbit(n.wanted, 1));
        mpz_fdiv_q_2exp(n.wanted, n.wanted, 1);
        mpz_add_ui(n.wanted, n.wanted, up);
        if (mpz_sizeinbase(n.wanted, 2) <= 53)
            assert_true(got == ldexp(mpz_get_d(n.wanted), -1074));
    }
    assert_int_equal(alloc.used, 0);
    numbers_close(&n);
}

/* ---- when something is short ---- */

/* Every request for scratch fails once; nothing leaks and the next try succeeds. */
static void test_failing_allocations(void **state)
{
    (void)state;
    Alloc alloc;
    BigEnv env = env_of(&alloc);
    Numbers n;
    numbers_open(&n, SEED + 10);
    random_number(&n, n.a, 7000);
    random_number(&n, n.b, 3000);
    size_t an = 7000, bn = 3000, count;
    Limb *out = limbs_buffer(an + bn), *q = limbs_buffer(an - bn + 1), *r = limbs_buffer(bn);
    const Limb *a = mpz_limbs_read(n.a), *b = mpz_limbs_read(n.b);
    int failures = 0;
    for (unsigned at = 1; at < 100; at++) {
        alloc.fail_at = at;
        BigStatus status[4] = {big_mul(&env, out, a, an, b, bn), BIG_OK, BIG_OK, BIG_OK};
        alloc.fail_at = at;
        status[1] = big_divide(&env, q, r, a, an, b, bn);
        alloc.fail_at = at;
        status[2] = big_gcd(&env, out, &count, a, an, b, bn);
        alloc.fail_at = at;
        status[3] = big_power(&env, out, &count, a, 100, 50);
        for (int i = 0; i < 4; i++) {
            failures += status[i] == BIG_NO_MEMORY;
            assert_true(status[i] == BIG_NO_MEMORY || status[i] == BIG_OK);
        }
        assert_int_equal(alloc.used, 0);
    }
    assert_true(failures > 8);
    alloc.fail_at = 0;
    check_quotient(&env, &n);
    free(out);
    free(q);
    free(r);
    numbers_close(&n);
}

static void test_interrupts(void **state)
{
    (void)state;
    Alloc alloc;
    Stop stop = {1, STOP_NEVER, STOP_NEVER};
    alloc_init(&alloc);
    BigEnv env = {&alloc};
    alloc.stop = &stop;
    Numbers n;
    numbers_open(&n, SEED + 11);
    random_number(&n, n.a, 7000);
    random_number(&n, n.b, 3000);
    const Limb *a = mpz_limbs_read(n.a), *b = mpz_limbs_read(n.b);
    size_t count;
    Limb *out = limbs_buffer(10000), *r = limbs_buffer(3000);
    assert_int_equal(big_mul(&env, out, a, 7000, b, 3000), BIG_INTERRUPTED);
    assert_int_equal(big_divide(&env, out, r, a, 7000, b, 3000), BIG_INTERRUPTED);
    assert_int_equal(big_gcd(&env, out, &count, a, 7000, b, 3000), BIG_INTERRUPTED);
    assert_int_equal(alloc.used, 0);
    free(out);
    free(r);
    numbers_close(&n);
}

static void *long_computations(void *argument)
{
    (void)argument;
    test_hard_quotients(NULL);
    test_modular_powers(NULL);
    test_gcd(NULL);
    return NULL;
}

static void test_small_stack(void **state)
{
    (void)state;
    on_small_stack(long_computations, NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sums_and_products),
        cmocka_unit_test(test_squares_and_extremes),
        cmocka_unit_test(test_quotients),
        cmocka_unit_test(test_hard_quotients),
        cmocka_unit_test(test_transforms),
        cmocka_unit_test(test_very_long_products),
        cmocka_unit_test(test_gcd),
        cmocka_unit_test(test_gcd_of_quotients),
        cmocka_unit_test(test_powers),
        cmocka_unit_test(test_modular_powers),
        cmocka_unit_test(test_shifts),
        cmocka_unit_test(test_to_double),
        cmocka_unit_test(test_from_double),
        cmocka_unit_test(test_ratios),
        cmocka_unit_test(test_failing_allocations),
        cmocka_unit_test(test_interrupts),
        cmocka_unit_test(test_small_stack),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
