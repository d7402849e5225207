/* big.c - long naturals over GMP's mpn kernels.
 * SPDX-License-Identifier: MIT
 *
 * Elsewhere: very long products (big_transform.c), greatest common divisors (big_gcd.c).
 *
 * Only mpn functions that do not allocate (add, subtract, shift, one-limb operations) see more than BIG_KERNEL_LIMBS limbs. The
 * recursions below halve the length, so the C stack holds a few dozen small frames at most.
 */
#include "arith/big_int.h"

#include <fenv.h>
#include <float.h>
#include <math.h>

/* ---- comparing, adding, shifting ---- */

int big_compare(const Limb *a, size_t an, const Limb *b, size_t bn)
{
    if (an != bn)
        return an < bn ? -1 : 1;
    return an == 0 ? 0 : mpn_cmp(a, b, (mp_size_t)an);
}

uint64_t big_bits(const Limb *a, size_t an)
{
    return an == 0 ? 0 : (uint64_t)an * LIMB_BITS - leading_zeros(a[an - 1]);
}

void big_add(Limb *out, const Limb *a, size_t an, const Limb *b, size_t bn)
{
    if (an < bn) {
        big_add(out, b, bn, a, an);
        return;
    }
    Limb carry = 0;
    if (bn > 0)
        carry = mpn_add(out, a, (mp_size_t)an, b, (mp_size_t)bn);
    else
        limbs_copy(out, a, an);
    out[an] = carry;
}

void big_sub(Limb *out, const Limb *a, size_t an, const Limb *b, size_t bn)
{
    if (bn == 0)
        limbs_copy(out, a, an);
    else
        mpn_sub(out, a, (mp_size_t)an, b, (mp_size_t)bn);
}

void big_shift_left(Limb *out, const Limb *a, size_t an, uint64_t bits)
{
    size_t limbs = (size_t)(bits / LIMB_BITS);
    unsigned rest = (unsigned)(bits % LIMB_BITS);
    if (rest == 0 || an == 0) {
        limbs_copy(out + limbs, a, an);
        out[limbs + an] = 0;
    } else {
        out[limbs + an] = mpn_lshift(out + limbs, a, (mp_size_t)an, rest);
    }
    limbs_clear(out, limbs);
}

uint64_t big_trailing_zeros(const Limb *a)
{
    size_t i = 0;
    while (a[i] == 0)
        i++;
    return (uint64_t)i * LIMB_BITS + trailing_zeros(a[i]);
}

bool big_has_low_bits(const Limb *a, size_t an, uint64_t bits)
{
    size_t limbs = (size_t)min_uint64(bits / LIMB_BITS, an);
    for (size_t i = 0; i < limbs; i++)
        if (a[i] != 0)
            return true;
    unsigned rest = (unsigned)(bits % LIMB_BITS);
    return limbs < an && rest != 0 && (a[limbs] << (LIMB_BITS - rest)) != 0;
}

bool big_shift_right(Limb *out, const Limb *a, size_t an, uint64_t bits)
{
    bool lost = big_has_low_bits(a, an, bits);
    size_t limbs = (size_t)(bits / LIMB_BITS);
    unsigned rest = (unsigned)(bits % LIMB_BITS);
    if (rest == 0)
        limbs_copy(out, a + limbs, an - limbs);
    else
        mpn_rshift(out, a + limbs, (mp_size_t)(an - limbs), rest);
    return lost;
}

/* ---- multiplication ----
 *
 * Below, `scratch` has 4 * an + MUL_SCRATCH_EXTRA limbs for the longer operand a; a recursion on halves takes the part that its
 * caller does not use: 4 ceil(n/2) + 4 ceil(n/4) + ... stays below that. */

#define MUL_SCRATCH_EXTRA 256u
/* From this many limbs on transforms win; they take more memory, so that Karatsuba's way stays for when it lacks. */
#define TRANSFORM_LIMBS 6500u

static BigStatus mul_any(const BigEnv *env, Limb *out, const Limb *a, size_t an, const Limb *b, size_t bn, Limb *scratch);

/* an >= bn, both within the kernel's range. */
static void mul_kernel(Limb *out, const Limb *a, size_t an, const Limb *b, size_t bn)
{
    if (bn == 0)
        limbs_clear(out, an);
    else if (a == b && an == bn)
        mpn_sqr(out, a, (mp_size_t)an);
    else
        mpn_mul(out, a, (mp_size_t)an, b, (mp_size_t)bn);
}

/* A long a times a shorter b: slices of a, each as long as suits b. */
static BigStatus mul_slices(const BigEnv *env, Limb *out, const Limb *a, size_t an, const Limb *b, size_t bn, Limb *scratch)
{
    size_t slice = max_size(bn, BIG_KERNEL_LIMBS);
    Limb *product = scratch; /* slice + bn limbs */
    limbs_clear(out, an + bn);
    for (size_t at = 0; at < an; at += slice) {
        size_t n = min_size(slice, an - at);
        BigStatus status = mul_any(env, product, a + at, n, b, bn, scratch + slice + bn);
        if (status != BIG_OK)
            return status;
        mpn_add(out + at, out + at, (mp_size_t)(an + bn - at), product, (mp_size_t)(n + bn));
    }
    return BIG_OK;
}

/* out[h] := |x - y| for x of h limbs and y of at most h. True when negative. */
static bool absolute_difference(Limb *out, const Limb *x, size_t h, const Limb *y, size_t yn)
{
    size_t x_normal = big_normal(x, h), y_normal = big_normal(y, yn);
    bool negative = big_compare(x, x_normal, y, y_normal) < 0;
    if (negative)
        big_sub(out, y, y_normal, x, x_normal);
    else
        big_sub(out, x, x_normal, y, y_normal);
    size_t n = max_size(x_normal, y_normal);
    limbs_clear(out + n, h - n);
    return negative;
}

/* Karatsuba's step: with a = a1 X + a0 and b = b1 X + b0,
 * a b = a1 b1 X^2 + (a1 b1 + a0 b0 - (a0 - a1)(b0 - b1)) X + a0 b0. Here an >= bn > ceil(an / 2). */
static BigStatus mul_karatsuba(const BigEnv *env, Limb *out, const Limb *a, size_t an, const Limb *b, size_t bn, Limb *scratch)
{
    if (is_interrupted(env))
        return BIG_INTERRUPTED;
    size_t h = (an + 1) / 2;
    bool square = a == b && an == bn;
    BigStatus status = mul_any(env, out, a, h, b, h, scratch);
    if (status == BIG_OK)
        status = mul_any(env, out + 2 * h, a + h, an - h, b + h, bn - h, scratch);
    if (status != BIG_OK)
        return status;

    /* the product of the differences, into the first half of the scratch; the differences die with it */
    Limb *middle = scratch, *da = scratch + 2 * h, *db = square ? da : scratch + 3 * h;
    bool negative = absolute_difference(da, a, h, a + h, an - h);
    negative ^= square ? negative : absolute_difference(db, b, h, b + h, bn - h);
    status = mul_any(env, middle, da, h, db, h, scratch + 4 * h);
    if (status != BIG_OK)
        return status;

    /* sum := a0 b0 + a1 b1 -+ middle, 2 h limbs and a carry, where the differences were */
    Limb *sum = scratch + 2 * h;
    Limb carry = mpn_add(sum, out, (mp_size_t)(2 * h), out + 2 * h, (mp_size_t)(an + bn - 2 * h));
    if (negative)
        carry += mpn_add_n(sum, sum, middle, (mp_size_t)(2 * h));
    else
        carry -= mpn_sub_n(sum, sum, middle, (mp_size_t)(2 * h));
    size_t above = an + bn - h; /* limbs of out from X on */
    size_t sum_count = min_size(2 * h, above);
    Limb over = mpn_add(out + h, out + h, (mp_size_t)above, sum, (mp_size_t)sum_count);
    if (carry != 0 && above > 2 * h)
        over = mpn_add_1(out + 3 * h, out + 3 * h, (mp_size_t)(above - 2 * h), carry);
    (void)over;
    HORN_ASSERT(over == 0, "a product fits the limbs of its factors");
    return BIG_OK;
}

static BigStatus mul_any(const BigEnv *env, Limb *out, const Limb *a, size_t an, const Limb *b, size_t bn, Limb *scratch)
{
    if (an < bn)
        return mul_any(env, out, b, bn, a, an, scratch);
    if (an <= BIG_KERNEL_LIMBS) {
        mul_kernel(out, a, an, b, bn);
        return BIG_OK;
    }
    if (bn <= (an + 1) / 2)
        return mul_slices(env, out, a, an, b, bn, scratch);
    if (bn >= TRANSFORM_LIMBS) {
        BigStatus status = big_mul_by_transform(env, out, a, an, b, bn);
        if (status != BIG_NO_MEMORY)
            return status;
    }
    return mul_karatsuba(env, out, a, an, b, bn, scratch);
}

BigStatus big_mul(const BigEnv *env, Limb *out, const Limb *a, size_t an, const Limb *b, size_t bn)
{
    if (an <= BIG_KERNEL_LIMBS && bn <= BIG_KERNEL_LIMBS) {
        if (an >= bn)
            mul_kernel(out, a, an, b, bn);
        else
            mul_kernel(out, b, bn, a, an);
        return BIG_OK;
    }
    size_t scratch_limbs = 4 * max_size(an, bn) + 2 * BIG_KERNEL_LIMBS + MUL_SCRATCH_EXTRA;
    Limb *scratch = limbs_new(env, scratch_limbs);
    if (scratch == NULL)
        return BIG_NO_MEMORY;
    BigStatus status = mul_any(env, out, a, an, b, bn, scratch);
    limbs_free(env, scratch, scratch_limbs);
    return status;
}

/* ---- division ----
 *
 * Names after Burnikel and Ziegler: two halves by one, three halves by two. Dividends are overwritten by remainders. */

#define DIV_KERNEL_LIMBS (BIG_KERNEL_LIMBS / 2) /* of the divisor; the dividend is twice as long */

static BigStatus divide_2_by_1(const BigEnv *env, Limb *q, Limb *a, const Limb *b, size_t n, Limb *scratch);

/* q[h], a[2h] := a[3h] / b[2h], where a < b X^h and b's top bit is set. scratch[2h]. */
static BigStatus divide_3_by_2(const BigEnv *env, Limb *q, Limb *a, const Limb *b, size_t h, Limb *scratch)
{
    const Limb *b_high = b + h;
    Limb over = 0; /* limb above a[2h] */
    if (mpn_cmp(a + 2 * h, b_high, (mp_size_t)h) < 0) {
        BigStatus status = divide_2_by_1(env, q, a + h, b_high, h, scratch);
        if (status != BIG_OK)
            return status;
    } else { /* the high halves are equal: the quotient is X^h - 1 or just below */
        memset(q, 0xff, h * sizeof(Limb));
        over = mpn_add_n(a + h, a + h, b_high, (mp_size_t)h);
    }
    BigStatus status = big_mul(env, scratch, q, h, b, h);
    if (status != BIG_OK)
        return status;
    over -= mpn_sub_n(a, a, scratch, (mp_size_t)(2 * h));
    while (over != 0) { /* at most twice */
        mpn_sub_1(q, q, (mp_size_t)h, 1);
        over += mpn_add_n(a, a, b, (mp_size_t)(2 * h));
    }
    return BIG_OK;
}

/* q[n], a[n] := a[2n] / b[n], where a < b X^n and b's top bit is set; n is m 2^k with m within the kernel's range. scratch[n]. */
static BigStatus divide_2_by_1(const BigEnv *env, Limb *q, Limb *a, const Limb *b, size_t n, Limb *scratch)
{
    if (n <= DIV_KERNEL_LIMBS) {
        Limb quotient[DIV_KERNEL_LIMBS + 1]; /* the kernel writes one limb more, here always 0 */
        mpn_tdiv_qr(quotient, a, 0, a, (mp_size_t)(2 * n), b, (mp_size_t)n);
        limbs_copy(q, quotient, n);
        return BIG_OK;
    }
    if (is_interrupted(env))
        return BIG_INTERRUPTED;
    size_t h = n / 2;
    BigStatus status = divide_3_by_2(env, q + h, a + h, b, h, scratch);
    return status == BIG_OK ? divide_3_by_2(env, q, a, b, h, scratch) : status;
}

/* A divisor within the kernel's range: long division, as many limbs at a time as the kernel takes. */
static BigStatus divide_by_short(const BigEnv *env, Limb *q, Limb *r, const Limb *a, size_t an, const Limb *b, size_t bn)
{
    Limb dividend[BIG_KERNEL_LIMBS], quotient[BIG_KERNEL_LIMBS + 1];
    size_t step = BIG_KERNEL_LIMBS - bn;
    size_t rest = an - bn; /* limbs below the present remainder */
    limbs_copy(dividend + step, a + rest, bn);
    mpn_tdiv_qr(quotient, dividend + step, 0, dividend + step, (mp_size_t)bn, b, (mp_size_t)bn);
    q[rest] = quotient[0];
    while (rest > 0) {
        if (is_interrupted(env))
            return BIG_INTERRUPTED;
        size_t n = min_size(step, rest);
        Limb *part = dividend + step - n; /* remainder above the next n limbs */
        limbs_copy(part, a + rest - n, n);
        mpn_tdiv_qr(quotient, part, 0, part, (mp_size_t)(n + bn), b, (mp_size_t)bn);
        limbs_copy(q + rest - n, quotient, n);
        limbs_copy(dividend + step, part, bn);
        rest -= n;
    }
    limbs_copy(r, dividend + step, bn);
    return BIG_OK;
}

/* Block-wise recursive division for long divisors and quotients of any length. */
static BigStatus divide_recursively(const BigEnv *env, Limb *q, Limb *r, const Limb *a, size_t an, const Limb *b, size_t bn)
{
    /* stretch the divisor to n = m 2^k limbs with its top bit set, and the dividend alike */
    size_t m = bn, n = 1;
    while (m > DIV_KERNEL_LIMBS) {
        m = (m + 1) / 2;
        n *= 2;
    }
    n *= m;
    uint64_t shift = (uint64_t)(n - bn) * LIMB_BITS + leading_zeros(b[bn - 1]);
    size_t shifted = an + (n - bn) + 1;
    size_t blocks = max_size(2, (shifted + n) / n); /* room for a zero bit on top */
    size_t total = blocks * n + (n + 1) + (blocks - 1) * n + n;
    Limb *space = limbs_new(env, total);
    if (space == NULL)
        return BIG_NO_MEMORY;
    Limb *dividend = space, *divisor = dividend + blocks * n, *quotient = divisor + n + 1, *scratch = quotient + (blocks - 1) * n;
    big_shift_left(divisor, b, bn, shift);
    big_shift_left(dividend, a, an, shift);
    limbs_clear(dividend + shifted, blocks * n - shifted);

    size_t used = big_normal(dividend, shifted);
    while (blocks > 2 && used <= (blocks - 1) * n && !(used == (blocks - 1) * n && dividend[used - 1] >> (LIMB_BITS - 1)))
        blocks--;
    BigStatus status = BIG_OK;
    size_t quotient_limbs = (blocks - 1) * n;
    for (size_t i = blocks - 1; i-- > 0 && status == BIG_OK;)
        status = divide_2_by_1(env, quotient + i * n, dividend + i * n, divisor, n, scratch);
    if (status == BIG_OK) {
        size_t count = min_size(quotient_limbs, an - bn + 1);
        limbs_copy(q, quotient, count);
        limbs_clear(q + count, an - bn + 1 - count);
        big_shift_right(dividend, dividend, n, shift);
        limbs_copy(r, dividend, bn);
    }
    limbs_free(env, space, total);
    return status;
}

/* A quotient much shorter than the divisor: divide the high parts, then account for the low part of the divisor. */
static BigStatus divide_short_quotient(const BigEnv *env, Limb *q, Limb *r, const Limb *a, size_t an, const Limb *b, size_t bn)
{
    size_t qn = an - bn + 1;
    size_t cut = bn - (qn + 1);
    size_t total = qn + cut;
    Limb *product = limbs_new(env, total);
    if (product == NULL)
        return BIG_NO_MEMORY;
    /* r := (remainder of the high parts, the low part of a), which exceeds the remainder by q * low part of b */
    BigStatus status = big_divide(env, q, r + cut, a + cut, an - cut, b + cut, bn - cut);
    if (status == BIG_OK)
        status = big_mul(env, product, q, qn, b, cut);
    if (status == BIG_OK) {
        limbs_copy(r, a, cut);
        Limb over = 0;
        size_t product_count = big_normal(product, total);
        if (product_count > 0)
            over -= mpn_sub(r, r, (mp_size_t)bn, product, (mp_size_t)min_size(product_count, bn));
        while (over != 0) {
            mpn_sub_1(q, q, (mp_size_t)qn, 1);
            over += mpn_add_n(r, r, b, (mp_size_t)bn);
        }
    }
    limbs_free(env, product, total);
    return status;
}

BigStatus big_divide(const BigEnv *env, Limb *q, Limb *r, const Limb *a, size_t an, const Limb *b, size_t bn)
{
    HORN_ASSERT(an >= bn && bn > 0 && b[bn - 1] != 0, "the divisor is normal and not longer than the dividend");
    if (bn == 1) {
        r[0] = mpn_divrem_1(q, 0, a, (mp_size_t)an, b[0]);
        return BIG_OK;
    }
    if (an <= BIG_KERNEL_LIMBS) {
        mpn_tdiv_qr(q, r, 0, a, (mp_size_t)an, b, (mp_size_t)bn);
        return BIG_OK;
    }
    if (bn <= DIV_KERNEL_LIMBS)
        return divide_by_short(env, q, r, a, an, b, bn);
    if (an - bn + 1 < bn / 2)
        return divide_short_quotient(env, q, r, a, an, b, bn);
    return divide_recursively(env, q, r, a, an, b, bn);
}

/* ---- powers ---- */

/* Powers of two are shifted, not multiplied: base = odd * 2^zeros. */
size_t big_power_limbs(const Limb *base, size_t n, uint64_t exponent)
{
    uint64_t bits;
    if (__builtin_mul_overflow(big_bits(base, n), exponent, &bits) || bits / LIMB_BITS > 2 * (uint64_t)BIG_MAX_LIMBS)
        return 0;
    uint64_t zeros = big_trailing_zeros(base);
    uint64_t odd_bits = big_bits(base, n) - zeros;
    bits = zeros * exponent + (odd_bits == 1 ? 1 : odd_bits * exponent);
    size_t limbs = (size_t)(bits / LIMB_BITS) + 2;
    return limbs > BIG_MAX_LIMBS ? 0 : limbs;
}

/* out := base ^ exponent by squaring from the top bit, with tmp as the other buffer; the result may end in either. */
static BigStatus power_odd(const BigEnv *env, Limb **out, Limb **tmp, size_t *count, const Limb *base, size_t n, uint64_t exponent)
{
    limbs_copy(*out, base, n);
    *count = n;
    for (int bit = 62 - (int)leading_zeros(exponent); bit >= 0; bit--) {
        BigStatus status = big_mul(env, *tmp, *out, *count, *out, *count);
        if (status != BIG_OK)
            return status;
        *count = big_normal(*tmp, 2 * *count);
        Limb *swap = *out;
        *out = *tmp, *tmp = swap;
        if ((exponent >> bit & 1) == 0)
            continue;
        status = big_mul(env, *tmp, *out, *count, base, n);
        if (status != BIG_OK)
            return status;
        *count = big_normal(*tmp, *count + n);
        swap = *out;
        *out = *tmp, *tmp = swap;
    }
    return BIG_OK;
}

BigStatus big_power(const BigEnv *env, Limb *out, size_t *count, const Limb *base, size_t n, uint64_t exponent)
{
    if (exponent == 0) {
        out[0] = 1;
        *count = 1;
        return BIG_OK;
    }
    uint64_t zeros = big_trailing_zeros(base), shift = zeros * exponent;
    uint64_t odd_bits = big_bits(base, n) - zeros;
    size_t limbs = odd_bits == 1 ? 1 : (size_t)(odd_bits * exponent / LIMB_BITS) + 3;
    size_t total = 2 * limbs + n;
    Limb *space = limbs_new(env, total);
    if (space == NULL)
        return BIG_NO_MEMORY;
    Limb *x = space, *y = x + limbs, *odd = y + limbs;
    big_shift_right(odd, base, n, zeros);
    n = big_normal(odd, n - (size_t)(zeros / LIMB_BITS));
    BigStatus status = BIG_OK;
    size_t power_count = 1;
    if (odd_bits == 1)
        x[0] = 1;
    else
        status = power_odd(env, &x, &y, &power_count, odd, n, exponent);
    if (status == BIG_OK) {
        big_shift_left(out, x, power_count, shift);
        *count = big_normal(out, power_count + (size_t)(shift / LIMB_BITS) + 1);
    }
    limbs_free(env, space, total);
    return status;
}

/* out[mn] := product[n] mod m; quotient is scratch. */
static BigStatus reduce(const BigEnv *env, Limb *out, Limb *quotient, const Limb *product, size_t n, const Limb *m, size_t mn)
{
    n = big_normal(product, n);
    if (n >= mn)
        return big_divide(env, quotient, out, product, n, m, mn);
    limbs_copy(out, product, n);
    limbs_clear(out + n, mn - n);
    return BIG_OK;
}

BigStatus big_power_mod(const BigEnv *env, Limb *out, const Limb *base, size_t n, const Limb *exponent, size_t en, const Limb *m, size_t mn)
{
    size_t total = 4 * mn + 2;
    Limb *space = limbs_new(env, total);
    if (space == NULL)
        return BIG_NO_MEMORY;
    Limb *product = space, *quotient = space + 2 * mn;
    Limb one = 1;
    BigStatus status = reduce(env, out, quotient, &one, 1, m, mn); /* 0 when m is 1 */
    for (uint64_t bit = big_bits(exponent, en); bit-- > 0 && status == BIG_OK;) {
        if (is_interrupted(env)) {
            status = BIG_INTERRUPTED;
            break;
        }
        status = big_mul(env, product, out, mn, out, mn);
        if (status == BIG_OK)
            status = reduce(env, out, quotient, product, 2 * mn, m, mn);
        if (status != BIG_OK || (exponent[bit / LIMB_BITS] >> (bit % LIMB_BITS) & 1) == 0)
            continue;
        status = big_mul(env, product, out, mn, base, n);
        if (status == BIG_OK)
            status = reduce(env, out, quotient, product, mn + n, m, mn);
    }
    limbs_free(env, space, total);
    return status;
}

/* ---- doubles ---- */

/* The top 64 bits of a > 0, its lowest bit set also when anything below is: enough to round correctly to fewer bits. *exponent is
 * the power of two of the lowest of them. */
static Limb leading_limb(const Limb *a, size_t an, int64_t *exponent)
{
    unsigned zeros = leading_zeros(a[an - 1]);
    Limb top = a[an - 1] << zeros;
    *exponent = (int64_t)(an - 1) * (int64_t)LIMB_BITS - (int64_t)zeros;
    if (an == 1)
        return top;
    if (zeros > 0)
        top |= a[an - 2] >> (LIMB_BITS - zeros);
    bool more = big_has_low_bits(a, an, (uint64_t)(an - 1) * LIMB_BITS - zeros);
    return more ? top | 1 : top;
}

/* The double that top * 2^exponent is rounded to in the present mode, where top has its high bit set and may be sticky as above. */
static double double_from_leading(Limb top, int64_t exponent)
{
    int mode = fegetround();
    bool is_nearest = mode == FE_TONEAREST, is_up = mode == FE_UPWARD;
    if (exponent > 1023 - 63)
        return is_nearest || is_up ? (double)INFINITY : DBL_MAX;
    if (exponent + 11 >= -1074) { /* 53 bits are kept */
        Limb kept = top >> 11, dropped = top & 0x7ff;
        kept += is_nearest ? dropped > 0x400 || (dropped == 0x400 && (kept & 1) != 0) : is_up && dropped != 0;
        return ldexp((double)kept, (int)exponent + 11);
    }
    int64_t drop = -1074 - exponent; /* a subnormal keeps the bits above 2^-1074 */
    if (drop > 64)
        return is_up ? 0x1p-1074 : 0.0;
    Limb kept = drop == 64 ? 0 : top >> drop;
    Limb dropped = drop == 64 ? top : top << (64 - drop);
    Limb half = UINT64_C(1) << 63;
    kept += is_nearest ? dropped > half || (dropped == half && (kept & 1) != 0) : is_up && dropped != 0;
    return ldexp((double)kept, -1074);
}

double big_fraction(const Limb *a, size_t an, int64_t *exponent)
{
    *exponent = 0;
    if (an == 0)
        return 0.0;
    Limb top = leading_limb(a, an, exponent);
    *exponent += 64;
    return ldexp((double)top, -64);
}

double big_to_double(const Limb *a, size_t an)
{
    if (an == 0)
        return 0.0;
    int64_t exponent;
    Limb top = leading_limb(a, an, &exponent);
    return double_from_leading(top, exponent);
}

BigStatus big_ratio_to_double(const BigEnv *env, const Limb *a, size_t an, const Limb *b, size_t bn, double *out)
{
    *out = 0.0;
    if (an == 0)
        return BIG_OK;
    /* scale one operand so that the quotient has 66 bits or so: the lowest is only sticky */
    int64_t scale = 66 - ((int64_t)big_bits(a, an) - (int64_t)big_bits(b, bn));
    uint64_t a_shift = scale > 0 ? (uint64_t)scale : 0, b_shift = scale < 0 ? (uint64_t)-scale : 0;
    size_t a_limbs = an + (size_t)(a_shift / LIMB_BITS) + 1, b_limbs = bn + (size_t)(b_shift / LIMB_BITS) + 1;
    size_t total = 2 * a_limbs + 2 * b_limbs;
    Limb *space = limbs_new(env, total);
    if (space == NULL)
        return BIG_NO_MEMORY;
    Limb *x = space, *y = x + a_limbs, *q = y + b_limbs, *r = q + a_limbs;
    big_shift_left(x, a, an, a_shift);
    big_shift_left(y, b, bn, b_shift);
    size_t xn = big_normal(x, a_limbs), yn = big_normal(y, b_limbs);
    BigStatus status = big_divide(env, q, r, x, xn, y, yn);
    if (status == BIG_OK) {
        q[0] |= big_normal(r, yn) != 0;
        int64_t exponent;
        Limb top = leading_limb(q, big_normal(q, xn - yn + 1), &exponent);
        *out = double_from_leading(top, exponent - scale);
    }
    limbs_free(env, space, total);
    return status;
}

size_t big_from_double(Limb *out, double x)
{
    int exponent;
    double fraction = frexp(fabs(x), &exponent);
    if (exponent <= 0)
        return 0;
    Limb mantissa = (Limb)ldexp(fraction, 53);
    if (exponent <= 53) {
        out[0] = mantissa >> (53 - exponent);
        return big_normal(out, 1);
    }
    size_t limbs = (size_t)(exponent - 53) / LIMB_BITS;
    big_shift_left(out, &mantissa, 1, (uint64_t)(exponent - 53));
    return big_normal(out, limbs + 2);
}
