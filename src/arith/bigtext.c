/* bigtext.c - long naturals as digits, and back.
 * SPDX-License-Identifier: MIT
 *
 * Digits come in blocks of BLOCK_LIMBS limb-sized groups, which one-limb operations convert. Reading joins neighbouring blocks pairwise,
 * level by level: value = high * P + low, where P is the radix to the number of digits in `low`. Writing goes the other way, from one
 * number down to blocks. A block at level i has a slot of BLOCK_LIMBS * 2^i limbs, which always suffices:
 *
 *     level 2   |             high             |             low              |    low < P1 = P0^2
 *     level 1   |     high     |     low       |     high     |     low       |    low < P0
 *     level 0   |   block  |   block   | ...                                       less than P0 = radix^(digits in a block)
 *
 * Radices that are powers of two are shifted bit by bit instead.
 */
#include "arith/bigtext.h"

#include <gmp.h>
#include <math.h>

#define LIMB_BITS        64u
#define BLOCK_LIMBS      32u
#define MAX_LEVELS       48
#define MAX_BLOCK_DIGITS (BLOCK_LIMBS * LIMB_BITS)

/* What one limb holds of a radix. */
typedef struct Group {
    unsigned digits; /* the most that always fit a limb */
    Limb power;      /* radix ^ digits */
} Group;

static Group group_of(unsigned radix)
{
    Group g = {1, radix};
    while (g.power <= UINT64_MAX / radix) {
        g.power *= radix;
        g.digits++;
    }
    return g;
}

static bool is_power_of_two(unsigned n)
{
    return (n & (n - 1)) == 0;
}

static unsigned digit_value(char c)
{
    if (c <= '9')
        return (unsigned)(c - '0');
    return (unsigned)((c | 0x20) - 'a') + 10;
}

static const char digit_chars[] = "0123456789abcdefghijklmnopqrstuvwxyz";

/* The slack of one part in 2^40 covers rounding of the logarithm. */
size_t big_limbs_for_digits(size_t digits, unsigned radix)
{
    return (size_t)((double)digits * log2(radix) / LIMB_BITS * (1.0 + 0x1p-40)) + 2;
}

size_t big_digits_size(size_t limb_count, unsigned radix)
{
    return (size_t)((double)limb_count * LIMB_BITS / log2(radix) * (1.0 + 0x1p-40)) + 3;
}

/* ---- powers of the radix, one per level ---- */

typedef struct Powers {
    const Limb *limbs[MAX_LEVELS]; /* P0, P1 = P0^2, ...; normal */
    size_t counts[MAX_LEVELS];
    int levels;
    Limb *space; /* owned: all of them */
    size_t space_limbs;
} Powers;

/* P0 into out[BLOCK_LIMBS]. */
static size_t block_power(Limb *out, Group g)
{
    size_t n = 1;
    out[0] = g.power;
    for (unsigned i = 1; i < BLOCK_LIMBS; i++) {
        Limb carry = mpn_mul_1(out, out, (mp_size_t)n, g.power);
        if (carry != 0)
            out[n++] = carry;
    }
    return n;
}

/* P0 .. P(levels - 1); level i takes a slot of BLOCK_LIMBS * 2^i limbs. */
static bool powers_init(Powers *p, const BigEnv *env, Group g, int levels)
{
    p->levels = levels;
    p->space_limbs = (size_t)BLOCK_LIMBS << levels;
    p->space = alloc_new(env->alloc, p->space_limbs * sizeof(Limb));
    if (p->space == NULL)
        return false;
    Limb *at = p->space;
    for (int i = 0; i < levels; i++) {
        BigStatus status = BIG_OK;
        if (i == 0) {
            p->counts[0] = block_power(at, g);
        } else {
            size_t n = p->counts[i - 1];
            status = big_mul(env, at, p->limbs[i - 1], n, p->limbs[i - 1], n);
            p->counts[i] = big_normal(at, 2 * n);
        }
        if (status != BIG_OK) {
            alloc_free(env->alloc, p->space, p->space_limbs * sizeof(Limb));
            return false;
        }
        p->limbs[i] = at;
        at += (size_t)BLOCK_LIMBS << i;
    }
    return true;
}

static void powers_free(Powers *p, const BigEnv *env)
{
    alloc_free(env->alloc, p->space, p->space_limbs * sizeof(Limb));
}

/* ---- digits to limbs ---- */

static size_t from_bits(const char *digits, size_t count, unsigned radix, Limb *limbs)
{
    unsigned width = (unsigned)__builtin_ctz(radix), filled = 0;
    size_t n = 0;
    Limb limb = 0;
    for (size_t i = count; i-- > 0;) {
        Limb digit = digit_value(digits[i]);
        limb |= digit << filled;
        filled += width;
        if (filled < LIMB_BITS)
            continue;
        limbs[n++] = limb;
        filled -= LIMB_BITS;
        limb = filled == 0 ? 0 : digit >> (width - filled);
    }
    if (limb != 0)
        limbs[n++] = limb;
    return big_normal(limbs, n);
}

/* At most a block of digits into limbs[BLOCK_LIMBS]; returns the normal count. */
static size_t block_from_digits(const char *digits, size_t count, unsigned radix, Group g, Limb *limbs)
{
    size_t n = 0, i = 0;
    while (i < count) {
        size_t take = (count - i) % g.digits == 0 ? g.digits : (count - i) % g.digits; /* the first group may be short */
        Limb value = 0;
        for (size_t end = i + take; i < end; i++)
            value = value * radix + digit_value(digits[i]);
        Limb carry = value;
        if (n > 0) {
            carry = mpn_mul_1(limbs, limbs, (mp_size_t)n, g.power);
            carry += mpn_add_1(limbs, limbs, (mp_size_t)n, value);
        }
        if (carry != 0)
            limbs[n++] = carry;
    }
    return n;
}

/* out[2w] := high * P + low for slots of w limbs. */
static BigStatus join_slots(const BigEnv *env, Limb *out, const Limb *high, const Limb *low, size_t w, const Limb *power, size_t pn)
{
    size_t high_count = big_normal(high, w), n = high_count + pn;
    BigStatus status = big_mul(env, out, high, high_count, power, pn);
    if (status != BIG_OK)
        return status;
    if (n < 2 * w)
        memset(out + n, 0, (2 * w - n) * sizeof(Limb));
    mpn_add(out, out, (mp_size_t)(2 * w), low, (mp_size_t)w);
    return BIG_OK;
}

/* Joins `slots` slots of level 0 in `from`, least significant first, into one; the levels alternate between the two buffers. */
static BigStatus join_levels(const BigEnv *env, const Powers *p, size_t slots, Limb **from, Limb **to)
{
    size_t w = BLOCK_LIMBS;
    for (int level = 0; slots > 1; level++, w *= 2) {
        for (size_t i = 0; i + 1 < slots; i += 2) {
            const Limb *low = *from + i * w;
            BigStatus status = join_slots(env, *to + i * w, low + w, low, w, p->limbs[level], p->counts[level]);
            if (status != BIG_OK)
                return status;
        }
        if (slots % 2 == 1) { /* the last has no partner */
            Limb *lone = *to + (slots - 1) * w;
            memcpy(lone, *from + (slots - 1) * w, w * sizeof(Limb));
            memset(lone + w, 0, w * sizeof(Limb));
        }
        slots = (slots + 1) / 2;
        Limb *swap = *from;
        *from = *to, *to = swap;
    }
    return BIG_OK;
}

bool big_from_digits(Alloc *alloc, const char *digits, size_t count, unsigned radix, Limb *limbs, size_t *limb_count)
{
    if (is_power_of_two(radix)) {
        *limb_count = from_bits(digits, count, radix, limbs);
        return true;
    }
    BigEnv env = {alloc};
    Group g = group_of(radix);
    size_t block_digits = (size_t)g.digits * BLOCK_LIMBS;
    if (count <= block_digits) {
        Limb block[BLOCK_LIMBS];
        *limb_count = block_from_digits(digits, count, radix, g, block);
        memcpy(limbs, block, *limb_count * sizeof(Limb));
        return true;
    }

    size_t slots = (count + block_digits - 1) / block_digits;
    int levels = 0;
    while ((size_t)1 << levels < slots)
        levels++;
    size_t half = (size_t)BLOCK_LIMBS << levels; /* limbs of one buffer */
    Powers powers;
    if (!powers_init(&powers, &env, g, levels))
        return false;
    Limb *space = alloc_new(alloc, 2 * half * sizeof(Limb));
    BigStatus status = BIG_NO_MEMORY;
    if (space != NULL) {
        Limb *from = space, *to = space + half;
        size_t end = count;
        for (size_t i = 0; i < slots; i++) {
            size_t n = min_size(block_digits, end);
            Limb *slot = from + i * BLOCK_LIMBS;
            size_t used = block_from_digits(digits + end - n, n, radix, g, slot);
            memset(slot + used, 0, (BLOCK_LIMBS - used) * sizeof(Limb));
            end -= n;
        }
        status = join_levels(&env, &powers, slots, &from, &to);
        if (status == BIG_OK) {
            *limb_count = big_normal(from, half);
            memcpy(limbs, from, *limb_count * sizeof(Limb));
        }
        alloc_free(alloc, space, 2 * half * sizeof(Limb));
    }
    powers_free(&powers, &env);
    return status == BIG_OK;
}

/* ---- limbs to digits ---- */

static size_t to_bits(const Limb *limbs, size_t n, unsigned radix, char *out)
{
    unsigned width = (unsigned)__builtin_ctz(radix);
    uint64_t bits = big_bits(limbs, n);
    size_t count = (size_t)((bits + width - 1) / width);
    for (size_t i = 0; i < count; i++) {
        uint64_t low = (uint64_t)i * width;
        size_t limb = (size_t)(low / LIMB_BITS);
        unsigned rest = (unsigned)(low % LIMB_BITS);
        Limb digit = limbs[limb] >> rest;
        if (rest + width > LIMB_BITS && limb + 1 < n)
            digit |= limbs[limb + 1] << (LIMB_BITS - rest);
        out[count - 1 - i] = digit_chars[digit & (radix - 1)];
    }
    out[count] = '\0';
    return count;
}

/* The digits of at most a block into the end of buffer[MAX_BLOCK_DIGITS], padded with zeros to whole groups; returns how many. The
 * limbs are destroyed. */
static size_t block_to_digits(Limb *limbs, size_t n, unsigned radix, Group g, char *buffer)
{
    char *at = buffer + MAX_BLOCK_DIGITS;
    while (n > 0) {
        Limb value = mpn_divrem_1(limbs, 0, limbs, (mp_size_t)n, g.power);
        n = big_normal(limbs, n);
        for (unsigned i = 0; i < g.digits; i++) {
            *--at = digit_chars[value % radix];
            value /= radix;
        }
    }
    return (size_t)(buffer + MAX_BLOCK_DIGITS - at);
}

/* Appends a block to the output: all its digits, or without leading zeros while nothing stands before it. */
static char *put_block(char *out, bool first, Limb *limbs, size_t n, unsigned radix, Group g)
{
    char buffer[MAX_BLOCK_DIGITS];
    size_t block_digits = (size_t)g.digits * BLOCK_LIMBS;
    size_t count = block_to_digits(limbs, n, radix, g, buffer);
    const char *digits = buffer + MAX_BLOCK_DIGITS - count;
    if (first) {
        while (count > 0 && *digits == '0')
            digits++, count--;
    } else {
        memset(out, '0', block_digits - count);
        out += block_digits - count;
    }
    memcpy(out, digits, count);
    return out + count;
}

/* Splits a slot of 2w limbs into its high part, out[w..2w), and its low part, out[0..w). `quotient` has 2w + 1 limbs. */
static BigStatus split_slot(const BigEnv *env, Limb *out, const Limb *slot, size_t w, const Limb *power, size_t pn, Limb *quotient)
{
    memset(out, 0, 2 * w * sizeof(Limb));
    size_t n = big_normal(slot, 2 * w);
    if (big_compare(slot, n, power, pn) < 0) {
        memcpy(out, slot, n * sizeof(Limb));
        return BIG_OK;
    }
    BigStatus status = big_divide(env, quotient, out, slot, n, power, pn);
    if (status == BIG_OK)
        memcpy(out + w, quotient, big_normal(quotient, n - pn + 1) * sizeof(Limb));
    return status;
}

/* Splits one slot of level `levels` into 2^levels slots of level 0. */
static BigStatus split_levels(const BigEnv *env, const Powers *p, Limb **from, Limb **to, Limb *quotient)
{
    size_t slots = 1;
    for (int level = p->levels - 1; level >= 0; level--) {
        size_t w = (size_t)BLOCK_LIMBS << level;
        for (size_t i = 0; i < slots; i++) {
            size_t at = i * 2 * w;
            BigStatus status = split_slot(env, *to + at, *from + at, w, p->limbs[level], p->counts[level], quotient);
            if (status != BIG_OK)
                return status;
        }
        slots *= 2;
        Limb *swap = *from;
        *from = *to, *to = swap;
    }
    return BIG_OK;
}

static size_t long_to_digits(const BigEnv *env, const Limb *limbs, size_t n, unsigned radix, char *out)
{
    /* as few levels as make the number less than P(levels - 1)^2; P0 has at least BLOCK_LIMBS - 4 limbs in any radix */
    Group g = group_of(radix);
    Limb block[BLOCK_LIMBS];
    size_t block_count = block_power(block, g);
    int levels = 1;
    while (((block_count - 1) << levels) < n)
        levels++;
    size_t half = (size_t)BLOCK_LIMBS << levels;
    Powers powers;
    if (!powers_init(&powers, env, g, levels))
        return 0;
    size_t space_bytes = (3 * half + 1) * sizeof(Limb);
    Limb *space = alloc_new(env->alloc, space_bytes);
    char *end = out;
    if (space != NULL) {
        Limb *from = space, *to = space + half, *quotient = to + half;
        memcpy(from, limbs, n * sizeof(Limb));
        memset(from + n, 0, (half - n) * sizeof(Limb));
        if (split_levels(env, &powers, &from, &to, quotient) == BIG_OK) {
            for (size_t i = (size_t)1 << levels; i-- > 0;) {
                Limb *slot = from + i * BLOCK_LIMBS;
                end = put_block(end, end == out, slot, big_normal(slot, BLOCK_LIMBS), radix, g);
            }
        }
        alloc_free(env->alloc, space, space_bytes);
    }
    powers_free(&powers, env);
    *end = '\0';
    return (size_t)(end - out);
}

size_t big_to_digits(Alloc *alloc, const Limb *limbs, size_t limb_count, unsigned radix, char *out)
{
    size_t n = big_normal(limbs, limb_count);
    if (n == 0) {
        memcpy(out, "0", 2);
        return 1;
    }
    if (is_power_of_two(radix))
        return to_bits(limbs, n, radix, out);
    Group g = group_of(radix);
    if (n < BLOCK_LIMBS - 4) {
        Limb copy[BLOCK_LIMBS];
        memcpy(copy, limbs, n * sizeof(Limb));
        char *end = put_block(out, true, copy, n, radix, g);
        *end = '\0';
        return (size_t)(end - out);
    }
    BigEnv env = {alloc};
    return long_to_digits(&env, limbs, n, radix, out);
}
