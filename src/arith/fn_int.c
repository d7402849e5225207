/* fn_int.c - the four operations and their kin, on integers and floats (9.1.7).
 * SPDX-License-Identifier: MIT
 *
 * Each body tries two small integers first, then integers of any size, then floats. Integer results are built in place at H.
 */
#include "arith/eval_int.h"
#include "base/os.h"

#include <math.h>

static bool both_small(const Cell *arg)
{
    return cell_is_int(arg[0]) && cell_is_int(arg[1]);
}

static bool both_integers(const Cell *arg)
{
    return cell_is_integer(arg[0]) && cell_is_integer(arg[1]);
}

static bool integer_is_negative(Cell integer)
{
    return cell_is_int(integer) ? cell_int(integer) < 0 : box_kind(integer) == RAW_BIG_NEGATIVE;
}

/* Both operands as doubles. */
static Status two_doubles(ArithRun *run, const Cell *arg, double *x, double *y)
{
    Status status = arith_to_double(run, arg[0], x);
    return status == ST_TRUE ? arith_to_double(run, arg[1], y) : status;
}

/* ---- sum, difference, product ---- */

/* a + b, or a - b when `negate`. */
static Status add_integers(ArithRun *run, const Cell *arg, bool negate, Cell *result)
{
    IntView a, b;
    int_view(arg[0], &a);
    int_view(arg[1], &b);
    b.negative ^= negate;
    size_t limbs = max_size(a.count, b.count) + 1;
    if (!heap_has(run->s, limbs + 1))
        return ST_RETRY;
    Limb *out = arith_limbs(run);
    if (a.negative == b.negative) {
        big_add(out, a.limbs, a.count, b.limbs, b.count);
        return arith_take_integer(run, a.negative, limbs, result);
    }
    if (big_compare(a.limbs, a.count, b.limbs, b.count) >= 0) {
        big_sub(out, a.limbs, a.count, b.limbs, b.count);
        return arith_take_integer(run, a.negative, a.count, result);
    }
    big_sub(out, b.limbs, b.count, a.limbs, a.count);
    return arith_take_integer(run, b.negative, b.count, result);
}

Status fn_add(ArithRun *run, const Cell *arg, Cell *result)
{
    if (LIKELY(both_small(arg)))
        return arith_push_int64(run, cell_int(arg[0]) + cell_int(arg[1]), result);
    if (both_integers(arg))
        return add_integers(run, arg, false, result);
    double x, y;
    Status status = two_doubles(run, arg, &x, &y);
    return status == ST_TRUE ? arith_push_checked(run, x + y, result) : status;
}

Status fn_subtract(ArithRun *run, const Cell *arg, Cell *result)
{
    if (LIKELY(both_small(arg)))
        return arith_push_int64(run, cell_int(arg[0]) - cell_int(arg[1]), result);
    if (both_integers(arg))
        return add_integers(run, arg, true, result);
    double x, y;
    Status status = two_doubles(run, arg, &x, &y);
    return status == ST_TRUE ? arith_push_checked(run, x - y, result) : status;
}

static Status multiply_integers(ArithRun *run, const Cell *arg, Cell *result)
{
    IntView a, b;
    int_view(arg[0], &a);
    int_view(arg[1], &b);
    size_t limbs = a.count + b.count;
    if (limbs > run->ctx->max_limbs)
        return arith_fail(run, ARITH_RESOURCE_MEMORY);
    if (!heap_has(run->s, limbs + 1))
        return ST_RETRY;
    BigEnv env = arith_big_env(run);
    Status status = arith_from_big(run, big_mul(&env, arith_limbs(run), a.limbs, a.count, b.limbs, b.count));
    return status == ST_TRUE ? arith_take_integer(run, a.negative != b.negative, limbs, result) : status;
}

Status fn_multiply(ArithRun *run, const Cell *arg, Cell *result)
{
    int64_t product;
    if (LIKELY(both_small(arg)) && !__builtin_mul_overflow(cell_int(arg[0]), cell_int(arg[1]), &product))
        return arith_push_int64(run, product, result);
    if (both_integers(arg))
        return multiply_integers(run, arg, result);
    double x, y;
    Status status = two_doubles(run, arg, &x, &y);
    return status == ST_TRUE ? arith_push_checked(run, x * y, result) : status;
}

/* ---- quotient and remainder of integers ---- */

enum DivisionResult { DIVISION_QUOTIENT, DIVISION_REMAINDER };

/* Long division of nonzero b into a; what is wanted is left at arith_limbs. With `floor` the quotient is rounded down and the remainder
 * has the sign of b, else towards zero and the sign of a. */
static Status divide_integers(ArithRun *run, const Cell *arg, enum DivisionResult wanted, bool floor, Cell *result)
{
    IntView a, b;
    int_view(arg[0], &a);
    int_view(arg[1], &b);
    bool shorter = big_compare(a.limbs, a.count, b.limbs, b.count) < 0;
    size_t q_limbs = shorter ? 0 : a.count - b.count + 1, r_limbs = b.count;
    if (!heap_has(run->s, q_limbs + 1 + r_limbs + 1))
        return ST_RETRY;
    Limb *first = arith_limbs(run);
    Limb *q = wanted == DIVISION_QUOTIENT ? first : first + r_limbs;
    Limb *r = wanted == DIVISION_QUOTIENT ? first + q_limbs + 1 : first;
    if (shorter) {
        memcpy(r, a.limbs, a.count * sizeof(Limb));
        r_limbs = a.count;
    } else {
        BigEnv env = arith_big_env(run);
        Status status = arith_from_big(run, big_divide(&env, q, r, a.limbs, a.count, b.limbs, b.count));
        if (status != ST_TRUE)
            return status;
        r_limbs = big_normal(r, r_limbs);
    }
    bool adjust = floor && a.negative != b.negative && r_limbs > 0;
    if (wanted == DIVISION_REMAINDER) {
        if (!adjust)
            return arith_take_integer(run, a.negative, r_limbs, result);
        big_sub(r, b.limbs, b.count, r, r_limbs);
        return arith_take_integer(run, b.negative, b.count, result);
    }
    if (adjust) {
        const Limb one = 1;
        if (q_limbs == 0)
            q[0] = 1;
        else
            big_add(q, q, q_limbs, &one, 1);
        q_limbs++;
    }
    return arith_take_integer(run, a.negative != b.negative, q_limbs, result);
}

/* Integers with a divisor that is not 0. */
static Status want_division(ArithRun *run, const Cell *arg)
{
    Status status = arith_want_integers(run, arg, 2);
    if (status == ST_TRUE && arg[1] == cell_from_int(0))
        return arith_fail(run, ARITH_ZERO_DIVISOR);
    return status;
}

Status fn_int_divide(ArithRun *run, const Cell *arg, Cell *result)
{
    Status status = want_division(run, arg);
    if (status != ST_TRUE)
        return status;
    if (both_small(arg))
        return arith_push_int64(run, cell_int(arg[0]) / cell_int(arg[1]), result);
    return divide_integers(run, arg, DIVISION_QUOTIENT, false, result);
}

Status fn_div(ArithRun *run, const Cell *arg, Cell *result)
{
    Status status = want_division(run, arg);
    if (status != ST_TRUE)
        return status;
    if (!both_small(arg))
        return divide_integers(run, arg, DIVISION_QUOTIENT, true, result);
    int64_t x = cell_int(arg[0]), y = cell_int(arg[1]);
    int64_t down = x % y != 0 && (x < 0) != (y < 0);
    return arith_push_int64(run, x / y - down, result);
}

Status fn_rem(ArithRun *run, const Cell *arg, Cell *result)
{
    Status status = want_division(run, arg);
    if (status != ST_TRUE)
        return status;
    if (both_small(arg))
        return arith_push_int64(run, cell_int(arg[0]) % cell_int(arg[1]), result);
    return divide_integers(run, arg, DIVISION_REMAINDER, false, result);
}

Status fn_mod(ArithRun *run, const Cell *arg, Cell *result)
{
    Status status = want_division(run, arg);
    if (status != ST_TRUE)
        return status;
    if (!both_small(arg))
        return divide_integers(run, arg, DIVISION_REMAINDER, true, result);
    int64_t y = cell_int(arg[1]), rest = cell_int(arg[0]) % y;
    return arith_push_int64(run, rest != 0 && (rest < 0) != (y < 0) ? rest + y : rest, result);
}

/* ---- / ---- */

/* The float nearest to the quotient of two integers. */
static Status float_quotient(ArithRun *run, const Cell *arg, Cell *result)
{
    IntView a, b;
    int_view(arg[0], &a);
    int_view(arg[1], &b);
    return arith_push_ratio(run, &a, &b, result);
}

/* Integers below this size are doubles, so that one division rounds correctly. */
#define EXACT_DOUBLE (INT64_C(1) << 53)

static Status divide_small(ArithRun *run, const Cell *arg, Cell *result)
{
    int64_t x = cell_int(arg[0]), y = cell_int(arg[1]);
    if (!run->ctx->iso && x % y == 0)
        return arith_push_int64(run, x / y, result);
    if (x <= EXACT_DOUBLE && x >= -EXACT_DOUBLE && y <= EXACT_DOUBLE && y >= -EXACT_DOUBLE)
        return arith_push_checked(run, (double)x / (double)y, result);
    return float_quotient(run, arg, result);
}

static Status divide_long(ArithRun *run, const Cell *arg, Cell *result)
{
    if (run->ctx->iso)
        return float_quotient(run, arg, result);
    /* the remainder decides; evaluation takes it off the heap with the other temporaries */
    Cell rest;
    Status status = divide_integers(run, arg, DIVISION_REMAINDER, false, &rest);
    if (status != ST_TRUE)
        return status;
    return rest == cell_from_int(0) ? divide_integers(run, arg, DIVISION_QUOTIENT, false, result) : float_quotient(run, arg, result);
}

/* An integer over 0, which the flags may make a float. */
static Status divide_by_zero(ArithRun *run, Cell dividend, Cell *result)
{
    if (dividend != cell_from_int(0))
        return arith_zero_divisor(run, integer_is_negative(dividend) ? (double)-INFINITY : (double)INFINITY, result);
    if (run->ctx->float_undefined == FLOAT_POLICY_ERROR)
        return arith_fail(run, ARITH_UNDEFINED);
    return arith_push_double(run, (double)NAN, result);
}

Status fn_divide(ArithRun *run, const Cell *arg, Cell *result)
{
    if (both_integers(arg)) {
        if (arg[1] == cell_from_int(0))
            return divide_by_zero(run, arg[0], result);
        return both_small(arg) ? divide_small(run, arg, result) : divide_long(run, arg, result);
    }
    double x, y;
    Status status = two_doubles(run, arg, &x, &y);
    if (status != ST_TRUE)
        return status;
    if (y == 0.0 && x != 0.0 && x == x)
        return arith_zero_divisor(run, x / y, result);
    return arith_push_checked(run, x / y, result);
}

/* ---- signs and order ---- */

/* The same magnitude with another sign. */
static Status integer_with_sign(ArithRun *run, Cell integer, bool negative, Cell *result)
{
    IntView v;
    int_view(integer, &v);
    if (!heap_has(run->s, v.count + 1))
        return ST_RETRY;
    *result = heap_push_integer(run->s, negative, v.limbs, v.count);
    return ST_TRUE;
}

Status fn_negate(ArithRun *run, const Cell *arg, Cell *result)
{
    if (cell_is_int(arg[0]))
        return arith_push_int64(run, -cell_int(arg[0]), result);
    if (cell_is_double(arg[0]))
        return arith_push_double(run, -box_double(arg[0]), result);
    return integer_with_sign(run, arg[0], !integer_is_negative(arg[0]), result);
}

Status fn_plus_sign(ArithRun *run, const Cell *arg, Cell *result)
{
    (void)run;
    *result = arg[0];
    return ST_TRUE;
}

Status fn_abs(ArithRun *run, const Cell *arg, Cell *result)
{
    if (cell_is_double(arg[0]))
        return arith_push_double(run, __builtin_fabs(box_double(arg[0])), result);
    if (!integer_is_negative(arg[0])) {
        *result = arg[0];
        return ST_TRUE;
    }
    return integer_with_sign(run, arg[0], false, result);
}

Status fn_sign(ArithRun *run, const Cell *arg, Cell *result)
{
    if (cell_is_double(arg[0])) {
        double x = box_double(arg[0]);
        return arith_push_double(run, x > 0.0 ? 1.0 : x < 0.0 ? -1.0 : x, result);
    }
    int64_t sign = arg[0] == cell_from_int(0) ? 0 : integer_is_negative(arg[0]) ? -1 : 1;
    return arith_push_int64(run, sign, result);
}

/* What decides between operands that are equal by value or not ordered. */
enum Choice { CHOOSE_FLOAT, CHOOSE_INTEGER };

/* The operand whose order relative to the other is `wanted`. Of an integer and a float that are equal `kind` tells which; of the zeros
 * -0.0 is the less. A NaN comes before all, or after all when integers are preferred. */
static Cell choose(const Cell *arg, int wanted, enum Choice kind)
{
    if (arith_is_unordered(arg[0], arg[1])) {
        bool first_is_nan = arith_is_unordered(arg[0], arg[0]);
        return first_is_nan == (kind == CHOOSE_FLOAT) ? arg[0] : arg[1];
    }
    int order = arith_compare(arg[0], arg[1]);
    if (order != 0)
        return (order > 0) == (wanted > 0) ? arg[0] : arg[1];
    if (cell_is_double(arg[0]) && cell_is_double(arg[1]))
        return (signbit(box_double(arg[0])) != 0) == (wanted < 0) ? arg[0] : arg[1];
    return cell_is_double(arg[0]) == (kind == CHOOSE_FLOAT) ? arg[0] : arg[1];
}

Status fn_max(ArithRun *run, const Cell *arg, Cell *result)
{
    (void)run;
    *result = choose(arg, 1, CHOOSE_FLOAT);
    return ST_TRUE;
}

Status fn_max_ignoring_nan(ArithRun *run, const Cell *arg, Cell *result)
{
    (void)run;
    *result = choose(arg, 1, CHOOSE_INTEGER);
    return ST_TRUE;
}

Status fn_min(ArithRun *run, const Cell *arg, Cell *result)
{
    (void)run;
    *result = choose(arg, -1, CHOOSE_FLOAT);
    return ST_TRUE;
}

Status fn_min_ignoring_nan(ArithRun *run, const Cell *arg, Cell *result)
{
    (void)run;
    *result = choose(arg, -1, CHOOSE_INTEGER);
    return ST_TRUE;
}

Status fn_succ(ArithRun *run, const Cell *arg, Cell *result)
{
    Status status = arith_want_integers(run, arg, 1);
    if (status != ST_TRUE)
        return status;
    const Cell sum[2] = {arg[0], cell_from_int(1)};
    return fn_add(run, sum, result);
}

/* ---- limits, clocks, chance ---- */

Status fn_max_tagged(ArithRun *run, const Cell *arg, Cell *result)
{
    (void)arg;
    return arith_push_int64(run, INT_MAX_SMALL, result);
}

Status fn_min_tagged(ArithRun *run, const Cell *arg, Cell *result)
{
    (void)arg;
    return arith_push_int64(run, INT_MIN_SMALL, result);
}

Status fn_max_integer(ArithRun *run, const Cell *arg, Cell *result)
{
    (void)arg;
    return arith_push_int64(run, INT64_MAX, result);
}

Status fn_min_integer(ArithRun *run, const Cell *arg, Cell *result)
{
    (void)arg;
    return arith_push_int64(run, INT64_MIN, result);
}

Status fn_cputime(ArithRun *run, const Cell *arg, Cell *result)
{
    (void)arg;
    return arith_push_double(run, (double)os_cpu_time_ns() / 1e9, result);
}

Status fn_realtime(ArithRun *run, const Cell *arg, Cell *result)
{
    (void)arg;
    return arith_push_int64(run, os_real_time_ns() / 1000000000, result);
}

/* xoshiro256** of Blackman and Vigna. */
static uint64_t random_limb(ArithContext *ctx)
{
    uint64_t *s = ctx->random;
    uint64_t scrambled = s[1] * 5;
    scrambled = (scrambled << 7 | scrambled >> 57) * 9;
    uint64_t t = s[1] << 17;
    s[2] ^= s[0];
    s[3] ^= s[1];
    s[1] ^= s[2];
    s[0] ^= s[3];
    s[2] ^= t;
    s[3] = s[3] << 45 | s[3] >> 19;
    return scrambled;
}

/* A number from 0 to below N, each equally likely: draws of as many bits as N has until one is below it. */
Status fn_random(ArithRun *run, const Cell *arg, Cell *result)
{
    Status status = arith_want_integers(run, arg, 1);
    if (status != ST_TRUE)
        return status;
    IntView limit;
    int_view(arg[0], &limit);
    if (limit.negative || limit.count == 0)
        return arith_fail_culprit(run, ARITH_DOMAIN_NOT_LESS_THAN_ONE, arg[0]);
    if (!heap_has(run->s, limit.count + 1))
        return ST_RETRY;
    Limb *out = arith_limbs(run);
    size_t n = limit.count;
    Limb mask = UINT64_MAX >> __builtin_clzll(limit.limbs[n - 1]);
    do {
        for (size_t i = 0; i < n; i++)
            out[i] = random_limb(run->ctx);
        out[n - 1] &= mask;
    } while (big_compare(out, n, limit.limbs, n) >= 0);
    return arith_take_integer(run, false, n, result);
}

/* Between 0.0 and 1.0, both excluded. */
Status fn_random_float(ArithRun *run, const Cell *arg, Cell *result)
{
    (void)arg;
    uint64_t bits = random_limb(run->ctx) >> 12;
    return arith_push_double(run, ((double)bits + 0.5) * 0x1p-52, result);
}
