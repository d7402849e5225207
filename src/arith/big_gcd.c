/* big_gcd.c - the greatest common divisor of long naturals.
 * SPDX-License-Identifier: MIT
 *
 * Half a gcd (Knuth 4.5.2; Moeller, On Schoenhage's algorithm and subquadratic integer gcd computation, Math. Comp. 77, 2008): the high
 * parts of two numbers tell most quotients of Euclid's algorithm. Those that bring numbers of n limbs down to half as many are found
 * from the high halves by recursion, twice, collected in a matrix, and applied to the whole numbers with a few long products.
 *
 *     (a)   (m00 m01) (a')
 *     (b) = (m10 m11) (b')      m's elements are not negative, its determinant is 1 or -1
 *
 * Invariants: a >= b; a step is taken only when both results have more than s limbs, where s is more than half of the limbs at the
 * beginning. Then m's elements have fewer limbs than s, so what the low parts add to a' and b' never makes them negative.
 */
#include "arith/big_int.h"

/* Up to this many limbs the quotients are found one after the other. */
#define HALF_GCD_LIMBS 120u

/* ---- several steps at once, from the leading bits ---- */

/* (a, b) becomes (A a + B b, C a + D b). */
typedef struct Lehmer {
    int64_t A, B, C, D;
} Lehmer;

/* The 62 bits of x that stand where the top 62 bits of a number of `bits` bits are. */
static int64_t leading_bits(const Limb *x, size_t n, uint64_t bits)
{
    uint64_t low = bits - 62;
    size_t i = (size_t)(low / LIMB_BITS);
    unsigned rest = (unsigned)(low % LIMB_BITS);
    if (i >= n)
        return 0;
    Limb value = x[i] >> rest;
    if (rest != 0 && i + 1 < n)
        value |= x[i + 1] << (LIMB_BITS - rest);
    return (int64_t)(value & ((UINT64_C(1) << 62) - 1));
}

/* Knuth's algorithm L (4.5.2): as many quotients as the leading bits determine, while what is left is surely `limit` or more. Cofactors
 * stay below 2^31 or so in size, because a step is taken only while the quotients of both bounds agree; B is 0 when not even one is
 * sure. */
static Lehmer lehmer_steps(int64_t a, int64_t b, int64_t limit)
{
    Lehmer m = {1, 0, 0, 1};
    while (b + m.C != 0 && b + m.D != 0) {
        int64_t quotient = (a + m.A) / (b + m.C);
        if (quotient != (a + m.B) / (b + m.D))
            break;
        Lehmer next = {m.C, m.D, m.A - quotient * m.C, m.B - quotient * m.D};
        int64_t rest = a - quotient * b;
        if (rest + min_int64(next.C, next.D) < limit)
            break;
        a = b;
        b = rest;
        m = next;
    }
    return m;
}

/* out[n + 1] := p x + s y, where one of p, s is not positive and the sum is not negative. */
static void combine(Limb *out, int64_t p, const Limb *x, int64_t s, const Limb *y, size_t n)
{
    if (p <= 0 && s >= 0) {
        combine(out, s, y, p, x, n);
        return;
    }
    out[n] = mpn_mul_1(out, x, (mp_size_t)n, (Limb)p);
    out[n] -= mpn_submul_1(out, y, (mp_size_t)n, (Limb)0 - (Limb)s);
}

/* ---- the matrix ---- */

typedef struct Matrix {
    Limb *element[2][2];
    size_t count[2][2]; /* limbs, normal */
    bool is_negative;   /* the determinant is -1 */
    Limb *space;        /* owned: the elements and two more, of `room` limbs each */
    size_t room;
} Matrix;

#define MATRIX_PARTS 6

static bool matrix_init(Matrix *m, const BigEnv *env, size_t room)
{
    m->room = room;
    m->space = limbs_new(env, MATRIX_PARTS * room);
    if (m->space == NULL)
        return false;
    for (int i = 0; i < 2; i++)
        for (int j = 0; j < 2; j++)
            m->element[i][j] = m->space + (size_t)(2 * i + j) * room;
    return true;
}

static void matrix_free(Matrix *m, const BigEnv *env)
{
    limbs_free(env, m->space, MATRIX_PARTS * m->room);
}

static void matrix_set_identity(Matrix *m)
{
    m->is_negative = false;
    for (int i = 0; i < 2; i++)
        for (int j = 0; j < 2; j++) {
            m->count[i][j] = i == j;
            m->element[i][j][0] = 1;
        }
}

static bool matrix_is_identity(const Matrix *m)
{
    return m->count[0][1] == 0 && m->count[1][0] == 0;
}

static void matrix_swap_columns(Matrix *m)
{
    for (int i = 0; i < 2; i++) {
        Limb *element = m->element[i][0];
        size_t count = m->count[i][0];
        m->element[i][0] = m->element[i][1], m->count[i][0] = m->count[i][1];
        m->element[i][1] = element, m->count[i][1] = count;
    }
    m->is_negative = !m->is_negative;
}

/* m := m (|D| |B|; |C| |A|), the inverse of what the steps did to (a, b). */
static void matrix_take_steps(Matrix *m, Lehmer l)
{
    Limb A = (Limb)(l.A < 0 ? -l.A : l.A), B = (Limb)(l.B < 0 ? -l.B : l.B);
    Limb C = (Limb)(l.C < 0 ? -l.C : l.C), D = (Limb)(l.D < 0 ? -l.D : l.D);
    Limb *spare = m->space + 4 * m->room; /* two parts, which change places with elements */
    for (int i = 0; i < 2; i++) {
        Limb *x = m->element[i][0], *y = m->element[i][1];
        size_t n = max_size(m->count[i][0], m->count[i][1]);
        limbs_clear(x + m->count[i][0], n - m->count[i][0]);
        limbs_clear(y + m->count[i][1], n - m->count[i][1]);
        Limb *left = spare, *right = spare + m->room;
        left[n] = mpn_mul_1(left, x, (mp_size_t)n, D);
        left[n] += mpn_addmul_1(left, y, (mp_size_t)n, C);
        right[n] = mpn_mul_1(right, x, (mp_size_t)n, B);
        right[n] += mpn_addmul_1(right, y, (mp_size_t)n, A);
        m->count[i][0] = big_normal(left, n + 1);
        m->count[i][1] = big_normal(right, n + 1);
        limbs_copy(x, left, m->count[i][0]);
        limbs_copy(y, right, m->count[i][1]);
    }
    /* the determinant of the steps is 1 or -1 */
    m->is_negative ^= ((Limb)l.A * (Limb)l.D - (Limb)l.B * (Limb)l.C) != 1;
}

/* m := m (1 q; 0 1): the right column grows by q times the left one. */
static BigStatus matrix_add_multiple(const BigEnv *env, Matrix *m, const Limb *q, size_t qn)
{
    Limb *product = m->space + 4 * m->room;
    for (int i = 0; i < 2; i++) {
        size_t n = m->count[i][0];
        if (n == 0)
            continue;
        HORN_ASSERT(n + qn <= 2 * m->room, "a product fits the spare parts");
        BigStatus status = big_mul(env, product, m->element[i][0], n, q, qn);
        if (status != BIG_OK)
            return status;
        n = big_normal(product, n + qn);
        Limb *y = m->element[i][1];
        size_t yn = m->count[i][1];
        HORN_ASSERT(max_size(n, yn) < m->room, "elements have fewer limbs than the numbers lose");
        big_add(y, product, n, y, yn);
        m->count[i][1] = big_normal(y, max_size(n, yn) + 1);
    }
    return BIG_OK;
}

/* out := a b + c d, normal; scratch has the limbs of c d. */
static BigStatus sum_of_products(const BigEnv *env, Limb *out, size_t *count, const Limb *a, size_t an, const Limb *b, size_t bn,
                                 const Limb *c, size_t cn, const Limb *d, size_t dn, Limb *scratch)
{
    BigStatus status = big_mul(env, out, a, an, b, bn);
    if (status == BIG_OK)
        status = big_mul(env, scratch, c, cn, d, dn);
    if (status != BIG_OK)
        return status;
    size_t x = big_normal(out, an + bn), y = big_normal(scratch, cn + dn);
    big_add(out, out, x, scratch, y);
    *count = big_normal(out, max_size(x, y) + 1);
    return BIG_OK;
}

/* m := m other. */
static BigStatus matrix_multiply(const BigEnv *env, Matrix *m, const Matrix *other)
{
    size_t part = m->room + other->room + 1, total = 3 * part;
    Limb *space = limbs_new(env, total);
    if (space == NULL)
        return BIG_NO_MEMORY;
    BigStatus status = BIG_OK;
    for (int i = 0; i < 2 && status == BIG_OK; i++) {
        Limb *sum[2] = {space, space + part}, *scratch = space + 2 * part;
        size_t count[2] = {0, 0};
        for (int j = 0; j < 2 && status == BIG_OK; j++)
            status = sum_of_products(env, sum[j], &count[j], m->element[i][0], m->count[i][0], other->element[0][j], other->count[0][j],
                                     m->element[i][1], m->count[i][1], other->element[1][j], other->count[1][j], scratch);
        for (int j = 0; j < 2 && status == BIG_OK; j++) {
            HORN_ASSERT(count[j] <= m->room, "elements have fewer limbs than the numbers lose");
            limbs_copy(m->element[i][j], sum[j], count[j]);
            m->count[i][j] = count[j];
        }
    }
    m->is_negative ^= other->is_negative;
    limbs_free(env, space, total);
    return status;
}

/* ---- steps of Euclid's algorithm ---- */

/* Two numbers, a >= b, each in a buffer of `room` limbs; b is filled up with zeros to as many limbs as a. Buffers change places. */
typedef struct Pair {
    Limb *a, *b, *c, *d;
    size_t n; /* limbs of a, normal */
    size_t room;
    Limb *space; /* owned */
} Pair;

static bool pair_init(Pair *v, const BigEnv *env, const Limb *a, size_t an, const Limb *b, size_t bn)
{
    v->room = an + 2;
    v->n = an;
    v->space = limbs_new(env, 4 * v->room);
    if (v->space == NULL)
        return false;
    v->a = v->space, v->b = v->a + v->room, v->c = v->b + v->room, v->d = v->c + v->room;
    limbs_copy(v->a, a, an);
    limbs_copy(v->b, b, bn);
    limbs_clear(v->b + bn, an - bn);
    return true;
}

static void pair_free(Pair *v, const BigEnv *env)
{
    limbs_free(env, v->space, 4 * v->room);
}

/* (a, b) := (x, y), each in one of the buffers; x >= y. The other two are free then. */
static void pair_set(Pair *v, Limb *x, size_t xn, Limb *y, size_t yn, Limb *free_1, Limb *free_2)
{
    v->a = x, v->b = y, v->c = free_1, v->d = free_2;
    v->n = xn;
    limbs_clear(y + yn, xn - yn);
}

static size_t pair_b_count(const Pair *v)
{
    return big_normal(v->b, v->n);
}

/* c, d := a div b, a mod b. */
static BigStatus pair_divide(const BigEnv *env, Pair *v, size_t *q_count, size_t *r_count)
{
    size_t bn = pair_b_count(v);
    BigStatus status = big_divide(env, v->c, v->d, v->a, v->n, v->b, bn);
    if (status == BIG_OK) {
        *q_count = big_normal(v->c, v->n - bn + 1);
        *r_count = big_normal(v->d, bn);
    }
    return status;
}

/* Quotients that leave both numbers with more than s limbs, until a has at most `enough` limbs. *is_done when no other is left. */
static BigStatus take_steps(const BigEnv *env, Pair *v, Matrix *m, size_t s, size_t enough, bool *is_done)
{
    *is_done = pair_b_count(v) <= s;
    while (!*is_done && v->n > enough) {
        if (is_interrupted(env))
            return BIG_INTERRUPTED;
        uint64_t bits = big_bits(v->a, v->n), lowest = bits - 62, least = (uint64_t)s * LIMB_BITS;
        if (least < lowest + 60) {
            int64_t limit = least <= lowest ? 1 : INT64_C(1) << (least - lowest);
            Lehmer l = lehmer_steps(leading_bits(v->a, v->n, bits), leading_bits(v->b, v->n, bits), limit);
            if (l.B != 0) {
                combine(v->c, l.A, v->a, l.B, v->b, v->n);
                combine(v->d, l.C, v->a, l.D, v->b, v->n);
                size_t cn = big_normal(v->c, v->n + 1);
                pair_set(v, v->c, cn, v->d, big_normal(v->d, cn), v->a, v->b);
                matrix_take_steps(m, l);
                continue;
            }
        }
        size_t qn, rn;
        BigStatus status = pair_divide(env, v, &qn, &rn);
        if (status != BIG_OK)
            return status;
        if (rn > s) { /* (a, b) := (b, a mod b) */
            status = matrix_add_multiple(env, m, v->c, qn);
            matrix_swap_columns(m);
            pair_set(v, v->b, pair_b_count(v), v->d, rn, v->a, v->c);
        } else { /* the quotient is one too much: (a, b) := (b + a mod b, b) */
            *is_done = true;
            mpn_sub_1(v->c, v->c, (mp_size_t)qn, 1);
            qn = big_normal(v->c, qn);
            if (qn == 0)
                break;
            status = matrix_add_multiple(env, m, v->c, qn);
            size_t bn = pair_b_count(v);
            big_add(v->d, v->b, bn, v->d, rn);
            pair_set(v, v->d, big_normal(v->d, bn + 1), v->b, bn, v->a, v->c);
        }
        if (status != BIG_OK)
            return status;
    }
    return BIG_OK;
}

/* ---- half a gcd ---- */

static BigStatus half_gcd(const BigEnv *env, Pair *v, Matrix *m);

/* out := high X + plus1 plus2 - minus1 minus2, where X has p limbs; not negative. scratch has the limbs of a product. */
static BigStatus apply_row(const BigEnv *env, Limb *out, size_t *count, const Limb *high, size_t high_count, size_t p, const Limb *plus1,
                           size_t plus1_count, const Limb *plus2, const Limb *minus1, size_t minus1_count, const Limb *minus2,
                           Limb *scratch)
{
    size_t plus2_count = big_normal(plus2, p), minus2_count = big_normal(minus2, p);
    limbs_clear(out, p);
    limbs_copy(out + p, high, high_count);
    size_t n = high_count + p;
    BigStatus status = big_mul(env, scratch, plus1, plus1_count, plus2, plus2_count);
    if (status != BIG_OK)
        return status;
    size_t product_count = big_normal(scratch, plus1_count + plus2_count);
    big_add(out, out, n, scratch, product_count);
    n = big_normal(out, max_size(n, product_count) + 1);
    status = big_mul(env, scratch, minus1, minus1_count, minus2, minus2_count);
    if (status != BIG_OK)
        return status;
    product_count = big_normal(scratch, minus1_count + minus2_count);
    big_sub(out, out, n, scratch, product_count);
    *count = big_normal(out, n);
    return BIG_OK;
}

/* The pair with what half a gcd of its limbs from p on, `top` reduced by m, makes of it. */
static BigStatus apply_matrix(const BigEnv *env, Pair *v, size_t p, const Pair *top, Matrix *m)
{
    size_t scratch_limbs = m->room + p + 1;
    Limb *scratch = limbs_new(env, scratch_limbs);
    if (scratch == NULL)
        return BIG_NO_MEMORY;
    /* the inverse of m is (m11 -m01; -m10 m00) or, when the determinant is -1, the negation of that */
    int plus = m->is_negative ? 0 : 1;
    Limb *const low[2] = {v->b, v->a};
    size_t cn = 0, dn = 0;
    BigStatus status = apply_row(env, v->c, &cn, top->a, top->n, p, m->element[plus][1], m->count[plus][1], low[plus],
                                 m->element[1 - plus][1], m->count[1 - plus][1], low[1 - plus], scratch);
    if (status == BIG_OK)
        status = apply_row(env, v->d, &dn, top->b, big_normal(top->b, top->n), p, m->element[1 - plus][0], m->count[1 - plus][0],
                           low[1 - plus], m->element[plus][0], m->count[plus][0], low[plus], scratch);
    limbs_free(env, scratch, scratch_limbs);
    if (status != BIG_OK)
        return status;
    if (big_compare(v->c, cn, v->d, dn) >= 0) {
        pair_set(v, v->c, cn, v->d, dn, v->a, v->b);
    } else {
        pair_set(v, v->d, dn, v->c, cn, v->a, v->b);
        matrix_swap_columns(m);
    }
    return BIG_OK;
}

/* m := the steps that the limbs from p on tell, done to the pair too. */
static BigStatus half_gcd_of_top(const BigEnv *env, Pair *v, size_t p, Matrix *m)
{
    matrix_set_identity(m);
    size_t bn = pair_b_count(v);
    if (bn <= p)
        return BIG_OK;
    Pair top;
    if (!pair_init(&top, env, v->a + p, v->n - p, v->b + p, bn - p))
        return BIG_NO_MEMORY;
    BigStatus status = half_gcd(env, &top, m);
    if (status == BIG_OK && !matrix_is_identity(m))
        status = apply_matrix(env, v, p, &top, m);
    pair_free(&top, env);
    return status;
}

/* Limbs for the elements of the matrix of half a gcd of n limbs. */
static size_t matrix_room(size_t n)
{
    return n - n / 2 + 3;
}

/* Brings the pair, of n limbs, down to where one more step would leave a number of n / 2 + 1 limbs or fewer. m := the steps; it has
 * matrix_room(n). */
static BigStatus half_gcd(const BigEnv *env, Pair *v, Matrix *m)
{
    matrix_set_identity(m);
    size_t n = v->n, s = n / 2 + 1;
    bool is_done;
    if (n <= HALF_GCD_LIMBS)
        return take_steps(env, v, m, s, 0, &is_done);
    BigStatus status = BIG_OK;
    if (pair_b_count(v) > 3 * n / 4 + 1)
        status = half_gcd_of_top(env, v, n / 2, m);
    if (status == BIG_OK)
        status = take_steps(env, v, m, s, 3 * n / 4 + 1, &is_done);
    if (status != BIG_OK || is_done)
        return status;
    if (pair_b_count(v) > s + 2) {
        size_t p = 2 * s - v->n + 1;
        Matrix second;
        if (!matrix_init(&second, env, matrix_room(v->n - p)))
            return BIG_NO_MEMORY;
        status = half_gcd_of_top(env, v, p, &second);
        if (status == BIG_OK)
            status = matrix_multiply(env, m, &second);
        matrix_free(&second, env);
    }
    return status == BIG_OK ? take_steps(env, v, m, s, 0, &is_done) : status;
}

/* ---- the gcd ---- */

static uint64_t gcd_limbs(uint64_t a, uint64_t b)
{
    while (b != 0) {
        uint64_t rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

/* Brings the pair down until both fit the kernel or b is 0. */
static BigStatus gcd_reduce(const BigEnv *env, Pair *v)
{
    while (v->n > BIG_KERNEL_LIMBS) {
        size_t bn = pair_b_count(v), p = 2 * v->n / 3;
        if (bn == 0)
            return BIG_OK;
        if (is_interrupted(env))
            return BIG_INTERRUPTED;
        bool has_shrunk = false;
        if (bn > p + (v->n - p) / 2 + 1) {
            Matrix m;
            if (!matrix_init(&m, env, matrix_room(v->n - p)))
                return BIG_NO_MEMORY;
            BigStatus status = half_gcd_of_top(env, v, p, &m);
            has_shrunk = !matrix_is_identity(&m);
            matrix_free(&m, env);
            if (status != BIG_OK)
                return status;
        }
        if (!has_shrunk) { /* (a, b) := (b, a mod b) */
            size_t qn, rn;
            BigStatus status = pair_divide(env, v, &qn, &rn);
            if (status != BIG_OK)
                return status;
            pair_set(v, v->b, bn, v->d, rn, v->a, v->c);
        }
    }
    return BIG_OK;
}

/* The kernel wants one operand odd: powers of two are taken out first and the common one put back. */
static void gcd_kernel(Limb *out, size_t *count, Limb *a, size_t an, Limb *b, size_t bn)
{
    uint64_t a_zeros = big_trailing_zeros(a), b_zeros = big_trailing_zeros(b);
    big_shift_right(a, a, an, a_zeros);
    an = big_normal(a, an - (size_t)(a_zeros / LIMB_BITS));
    big_shift_right(b, b, bn, b_zeros);
    bn = big_normal(b, bn - (size_t)(b_zeros / LIMB_BITS));
    bool swap = big_compare(a, an, b, bn) < 0;
    Limb odd[BIG_KERNEL_LIMBS + 1];
    size_t n = (size_t)mpn_gcd(odd, swap ? b : a, (mp_size_t)(swap ? bn : an), swap ? a : b, (mp_size_t)(swap ? an : bn));
    uint64_t zeros = min_uint64(a_zeros, b_zeros);
    size_t limbs = (size_t)(zeros / LIMB_BITS);
    unsigned rest = (unsigned)(zeros % LIMB_BITS);
    limbs_clear(out, limbs);
    Limb carry = 0;
    if (rest == 0)
        limbs_copy(out + limbs, odd, n);
    else
        carry = mpn_lshift(out + limbs, odd, (mp_size_t)n, rest);
    *count = n + limbs;
    if (carry != 0)
        out[(*count)++] = carry;
}

BigStatus big_gcd(const BigEnv *env, Limb *out, size_t *count, const Limb *a, size_t an, const Limb *b, size_t bn)
{
    if (big_compare(a, an, b, bn) < 0)
        return big_gcd(env, out, count, b, bn, a, an);
    if (bn == 1) {
        out[0] = gcd_limbs(b[0], mpn_mod_1(a, (mp_size_t)an, b[0]));
        *count = 1;
        return BIG_OK;
    }
    Pair v;
    if (!pair_init(&v, env, a, an, b, bn))
        return BIG_NO_MEMORY;
    BigStatus status = gcd_reduce(env, &v);
    bn = pair_b_count(&v);
    if (status == BIG_OK && bn == 0) {
        limbs_copy(out, v.a, v.n);
        *count = v.n;
    } else if (status == BIG_OK) {
        gcd_kernel(out, count, v.a, v.n, v.b, bn);
    }
    pair_free(&v, env);
    return status;
}
