/* big_transform.c - very long products by number-theoretic transforms.
 * SPDX-License-Identifier: MIT
 *
 * The limbs of a factor are coefficients of a polynomial. Products of polynomials modulo X^N - 1 are found for three primes below 2^62,
 * whose product exceeds every coefficient, by evaluating at the N-th roots of unity, multiplying, and interpolating; then the
 * coefficients are put together by the Chinese remainder theorem and carries are passed on. N is a power of two or three times one.
 *
 * A transform of n = 2^k values goes down a tree: the node number s of a level knows the polynomial modulo X^n - r^2 for r = roots[s],
 * and its children, 2 s and 2 s + 1, modulo X^(n/2) - r and X^(n/2) + r:
 *
 *     X^4 - 1  ->  X^2 - 1, X^2 + 1  ->  X - 1, X + 1, X - i, X + i          roots = 1, i, i^(1/2), i^(3/2), ...
 *
 * so that one table serves all levels, and a subtree that fits the cache is finished before the next. Numbers modulo p are kept below
 * 4 p on the way down and below 2 p on the way up (Harvey, Faster arithmetic for number-theoretic transforms, J. Symb. Comp. 60, 2014);
 * factors known beforehand are in Montgomery's form, multiplied by 2^64.
 */
#include "arith/big_int.h"

#define PRIMES 3
/* The order of `root` below is 3 * 2^ORDER_BITS. */
#define ORDER_BITS 34
/* A subtree of this many values is done level by level. */
#define SUBTREE ((size_t)1 << 12)

typedef unsigned __int128 TwoLimbs;

/* Arithmetic modulo a prime. */
typedef struct Field {
    Limb p;
    Limb inverse;                   /* 1 / p modulo 2^64 */
    Limb one;                       /* 2^64 mod p: 1 in Montgomery's form */
    Limb square;                    /* 2^128 mod p: brings a number to that form */
    Limb root_of_2[ORDER_BITS + 1]; /* a root of unity of order 2^i, in that form */
    Limb root_of_3;                 /* of order 3, likewise */
} Field;

static const struct {
    Limb prime, root;
} primes[PRIMES] = {
    {UINT64_C(0x3fffffb400000001), UINT64_C(0x34ee12a8e697a78a)},
    {UINT64_C(0x3fffff3000000001), UINT64_C(0x1342be3d88f1e33a)},
    {UINT64_C(0x3fffff1800000001), UINT64_C(0x14435f58070e1e20)},
};

/* ---- numbers modulo p ---- */

/* x y / 2^64, below 2 p, for x y < 2^64 p. */
static inline Limb times(const Field *f, Limb x, Limb y)
{
    TwoLimbs product = (TwoLimbs)x * y;
    Limb multiple = (Limb)product * f->inverse;
    return (Limb)(product >> LIMB_BITS) - (Limb)(((TwoLimbs)multiple * f->p) >> LIMB_BITS) + f->p;
}

/* x below 4 p, brought below 2 p. */
static inline Limb below_2p(const Field *f, Limb x)
{
    return x >= 2 * f->p ? x - 2 * f->p : x;
}

/* x below 4 p, brought below p. */
static inline Limb reduced(const Field *f, Limb x)
{
    x = below_2p(f, x);
    return x >= f->p ? x - f->p : x;
}

static Limb to_montgomery(const Field *f, Limb x)
{
    return reduced(f, times(f, x, f->square));
}

static Limb power(const Field *f, Limb x, uint64_t exponent)
{
    Limb result = f->one;
    for (; exponent > 0; exponent >>= 1) {
        if ((exponent & 1) != 0)
            result = reduced(f, times(f, result, x));
        x = reduced(f, times(f, x, x));
    }
    return result;
}

static Limb inverse(const Field *f, Limb x)
{
    return power(f, x, f->p - 2);
}

static Field field_new(int i)
{
    Field f = {.p = primes[i].prime, .inverse = 1};
    for (int bits = 1; bits < 64; bits *= 2) /* Newton's steps double the good bits */
        f.inverse *= 2 - f.p * f.inverse;
    f.one = (Limb)(((TwoLimbs)1 << LIMB_BITS) % f.p);
    f.square = (Limb)((TwoLimbs)f.one * f.one % f.p);
    Limb root = to_montgomery(&f, primes[i].root);
    f.root_of_3 = power(&f, root, UINT64_C(1) << ORDER_BITS);
    f.root_of_2[ORDER_BITS] = power(&f, root, 3);
    for (int order = ORDER_BITS; order > 0; order--)
        f.root_of_2[order - 1] = reduced(&f, times(&f, f.root_of_2[order], f.root_of_2[order]));
    return f;
}

/* roots[n / 2] for transforms of n values: bit j of the index stands for a root of order 2^(j + 2), or for its inverse. */
static void make_roots(const Field *f, Limb *roots, size_t n, bool inverted)
{
    roots[0] = f->one;
    for (unsigned j = 0; (size_t)2 << j < n; j++) {
        Limb root = f->root_of_2[j + 2];
        if (inverted)
            root = inverse(f, root);
        for (size_t i = 0; i < (size_t)1 << j; i++)
            roots[((size_t)1 << j) + i] = reduced(f, times(f, roots[i], root));
    }
}

/* ---- down the tree ---- */

/* One level: values below 4 p, so are the results. */
static inline void split(const Field *f, Limb *x, Limb *y, Limb r)
{
    Limb product = times(f, *y, r), low = below_2p(f, *x);
    *x = low + product;
    *y = low - product + 2 * f->p;
}

/* Two levels of node s, on quarters of q values. */
static void split_twice(const Field *f, const Limb *roots, Limb *a, size_t q, size_t s)
{
    Limb r = roots[s], r0 = roots[2 * s], r1 = roots[2 * s + 1];
    for (size_t i = 0; i < q; i++) {
        Limb w = a[i], x = a[i + q], y = a[i + 2 * q], z = a[i + 3 * q];
        split(f, &w, &y, r);
        split(f, &x, &z, r);
        split(f, &w, &x, r0);
        split(f, &y, &z, r1);
        a[i] = w, a[i + q] = x, a[i + 2 * q] = y, a[i + 3 * q] = z;
    }
}

static void evaluate_subtree(const Field *f, const Limb *roots, Limb *a, size_t n, size_t s)
{
    size_t nodes = 1, h = n;
    for (; h >= 4; h /= 4, nodes *= 4)
        for (size_t i = 0; i < nodes; i++)
            split_twice(f, roots, a + i * h, h / 4, s * nodes + i);
    if (h == 2)
        for (size_t i = 0; i < nodes; i++)
            split(f, &a[2 * i], &a[2 * i + 1], roots[s * nodes + i]);
}

/* The values of node s, n of them, at all leaves below. */
static BigStatus evaluate(const BigEnv *env, const Field *f, const Limb *roots, Limb *a, size_t n, size_t s)
{
    if (n <= SUBTREE) {
        evaluate_subtree(f, roots, a, n, s);
        return BIG_OK;
    }
    if (is_interrupted(env))
        return BIG_INTERRUPTED;
    split_twice(f, roots, a, n / 4, s);
    BigStatus status = BIG_OK;
    for (size_t i = 0; i < 4 && status == BIG_OK; i++)
        status = evaluate(env, f, roots, a + i * (n / 4), n / 4, 4 * s + i);
    return status;
}

/* ---- up again; `roots` are inverted ---- */

/* One level, but for a factor of 2: values below 2 p, so are the results. */
static inline void join(const Field *f, Limb *x, Limb *y, Limb r)
{
    Limb sum = *x + *y, difference = *x - *y + 2 * f->p;
    *x = below_2p(f, sum);
    *y = times(f, difference, r);
}

static void join_twice(const Field *f, const Limb *roots, Limb *a, size_t q, size_t s)
{
    Limb r = roots[s], r0 = roots[2 * s], r1 = roots[2 * s + 1];
    for (size_t i = 0; i < q; i++) {
        Limb w = a[i], x = a[i + q], y = a[i + 2 * q], z = a[i + 3 * q];
        join(f, &w, &x, r0);
        join(f, &y, &z, r1);
        join(f, &w, &y, r);
        join(f, &x, &z, r);
        a[i] = w, a[i + q] = x, a[i + 2 * q] = y, a[i + 3 * q] = z;
    }
}

static void interpolate_subtree(const Field *f, const Limb *roots, Limb *a, size_t n, size_t s)
{
    size_t h = (__builtin_ctzll(n) & 1) != 0 ? 2 : 1, nodes = n / h;
    if (h == 2)
        for (size_t i = 0; i < nodes; i++)
            join(f, &a[2 * i], &a[2 * i + 1], roots[s * nodes + i]);
    for (h *= 4, nodes /= 4; h <= n; h *= 4, nodes /= 4)
        for (size_t i = 0; i < nodes; i++)
            join_twice(f, roots, a + i * h, h / 4, s * nodes + i);
}

static BigStatus interpolate(const BigEnv *env, const Field *f, const Limb *roots, Limb *a, size_t n, size_t s)
{
    if (n <= SUBTREE) {
        interpolate_subtree(f, roots, a, n, s);
        return BIG_OK;
    }
    if (is_interrupted(env))
        return BIG_INTERRUPTED;
    BigStatus status = BIG_OK;
    for (size_t i = 0; i < 4 && status == BIG_OK; i++)
        status = interpolate(env, f, roots, a + i * (n / 4), n / 4, 4 * s + i);
    if (status == BIG_OK)
        join_twice(f, roots, a, n / 4, s);
    return status;
}

/* ---- three transforms in one ----
 *
 * With w of order 3, X^(3 m) - 1 = (X^m - 1)(X^m - w)(X^m - w^2), and X = t Y with t^m = w, itself a power of w, makes X^m - w a
 * multiple of Y^m - 1. */

/* The powers of w by which values i = 0, 1, 2 modulo 3 of part j are multiplied. */
static void make_twists(const Field *f, size_t m, bool inverted, Limb twists[3][3])
{
    Limb w[3] = {f->one, f->root_of_3, reduced(f, times(f, f->root_of_3, f->root_of_3))};
    size_t sign = inverted ? 2 : 1;
    for (size_t j = 0; j < 3; j++)
        for (size_t i = 0; i < 3; i++)
            twists[j][i] = w[sign * i * j * (m % 3) % 3]; /* 1 / m is m modulo 3 */
}

static void split_in_three(const Field *f, Limb *a, size_t m)
{
    Limb twists[3][3];
    make_twists(f, m, false, twists);
    for (size_t i = 0; i < m; i++) {
        Limb x = reduced(f, a[i]), y = reduced(f, a[i + m]), z = reduced(f, a[i + 2 * m]);
        Limb product = reduced(f, times(f, y - z + f->p, f->root_of_3)); /* w^2 = -1 - w */
        a[i] = reduced(f, x + y + z);
        a[i + m] = times(f, x + f->p - z + product, twists[1][i % 3]);
        a[i + 2 * m] = times(f, x + 2 * f->p - y - product, twists[2][i % 3]);
    }
}

static void join_three(const Field *f, Limb *a, size_t m)
{
    Limb twists[3][3];
    make_twists(f, m, true, twists);
    for (size_t i = 0; i < m; i++) {
        Limb x = reduced(f, a[i]);
        Limb y = reduced(f, times(f, a[i + m], twists[1][i % 3])), z = reduced(f, times(f, a[i + 2 * m], twists[2][i % 3]));
        Limb product = reduced(f, times(f, y - z + f->p, f->root_of_3));
        a[i] = reduced(f, x + y + z);
        a[i + m] = reduced(f, x + 2 * f->p - y - product);
        a[i + 2 * m] = reduced(f, x + f->p - z + product);
    }
}

/* ---- products ---- */

static size_t power_part(size_t n)
{
    return n % 3 == 0 ? n / 3 : n;
}

static BigStatus evaluate_parts(const BigEnv *env, const Field *f, const Limb *roots, Limb *a, size_t n)
{
    size_t m = power_part(n);
    if (m < n)
        split_in_three(f, a, m);
    BigStatus status = BIG_OK;
    for (size_t at = 0; at < n && status == BIG_OK; at += m)
        status = evaluate(env, f, roots, a + at, m, 0);
    return status;
}

static void load(const Field *f, Limb *out, size_t n, const Limb *a, size_t an)
{
    for (size_t i = 0; i < an; i++)
        out[i] = below_2p(f, a[i]);
    limbs_clear(out + an, n - an);
}

/* x[n] := the coefficients of a b modulo X^n - 1 and p. y[n], roots[n / 2] are scratch; y is not looked at for a square. */
static BigStatus multiply_modulo(const BigEnv *env, const Field *f, Limb *x, Limb *y, Limb *roots, size_t n, const Limb *a, size_t an,
                                 const Limb *b, size_t bn)
{
    size_t m = power_part(n);
    bool square = a == b && an == bn;
    make_roots(f, roots, m, false);
    load(f, x, n, a, an);
    BigStatus status = evaluate_parts(env, f, roots, x, n);
    if (status == BIG_OK && !square) {
        load(f, y, n, b, bn);
        status = evaluate_parts(env, f, roots, y, n);
    }
    if (status != BIG_OK)
        return status;
    const Limb *factor = square ? x : y;
    Limb scale = times(f, inverse(f, to_montgomery(f, (Limb)n)), f->square); /* undoes the factors of join, and the one of times below */
    for (size_t i = 0; i < n; i++)
        x[i] = times(f, times(f, below_2p(f, x[i]), below_2p(f, factor[i])), scale);
    make_roots(f, roots, m, true);
    for (size_t at = 0; at < n && status == BIG_OK; at += m)
        status = interpolate(env, f, roots, x + at, m, 0);
    if (status == BIG_OK && m < n)
        join_three(f, x, m);
    return status;
}

/* out[count] := the sum of coefficients, known by their residues, times powers of 2^64. */
static void put_together(const Field fields[PRIMES], Limb *const residues[PRIMES], Limb *out, size_t count)
{
    const Field *f0 = &fields[0], *f1 = &fields[1], *f2 = &fields[2];
    Limb inverse_01 = inverse(f1, to_montgomery(f1, f0->p)), inverse_02 = inverse(f2, to_montgomery(f2, f0->p));
    Limb inverse_12 = inverse(f2, to_montgomery(f2, f1->p));
    TwoLimbs p01 = (TwoLimbs)f0->p * f1->p;
    Limb carry[2] = {0, 0};
    for (size_t i = 0; i < count; i++) {
        /* mixed radix: the coefficient is v0 + v1 p0 + v2 p0 p1 */
        Limb v0 = reduced(f0, residues[0][i]);
        Limb v1 = reduced(f1, times(f1, reduced(f1, residues[1][i]) + 2 * f1->p - v0, inverse_01));
        Limb rest = reduced(f2, times(f2, reduced(f2, residues[2][i]) + 2 * f2->p - v0, inverse_02));
        Limb v2 = reduced(f2, times(f2, rest + 2 * f2->p - v1, inverse_12));
        TwoLimbs low = (TwoLimbs)v1 * f0->p + v0;
        TwoLimbs middle = (TwoLimbs)v2 * (Limb)p01, high = (TwoLimbs)v2 * (Limb)(p01 >> LIMB_BITS);
        TwoLimbs sum = (TwoLimbs)carry[0] + (Limb)low + (Limb)middle;
        out[i] = (Limb)sum;
        sum = (sum >> LIMB_BITS) + carry[1] + (Limb)(low >> LIMB_BITS) + (Limb)(middle >> LIMB_BITS) + (Limb)high;
        carry[0] = (Limb)sum;
        carry[1] = (Limb)(sum >> LIMB_BITS) + (Limb)(high >> LIMB_BITS);
    }
}

/* The least length that is a power of two, or three times one, and not below n. */
static size_t transform_length(size_t n)
{
    size_t length = 4;
    while (length < n)
        length *= 2;
    return length / 4 * 3 >= n ? length / 4 * 3 : length;
}

BigStatus big_mul_by_transform(const BigEnv *env, Limb *out, const Limb *a, size_t an, const Limb *b, size_t bn)
{
    size_t n = transform_length(an + bn), total = 4 * n + n / 2;
    Limb *space = limbs_new(env, total);
    if (space == NULL)
        return BIG_NO_MEMORY;
    Limb *const residues[PRIMES] = {space, space + n, space + 2 * n};
    Field fields[PRIMES];
    BigStatus status = BIG_OK;
    for (int i = 0; i < PRIMES && status == BIG_OK; i++) {
        fields[i] = field_new(i);
        status = multiply_modulo(env, &fields[i], residues[i], space + 3 * n, space + 4 * n, n, a, an, b, bn);
    }
    if (status == BIG_OK)
        put_together(fields, residues, out, an + bn);
    limbs_free(env, space, total);
    return status;
}
