/* fn_big.c - powers and divisors: functions whose integer results grow long.
 * SPDX-License-Identifier: MIT
 */
#include "arith/eval_int.h"

#include <math.h>

/* ---- powers ---- */

/* x ** y of floats (9.3.1): undefined for 0 ** negative and for a negative base with a fraction as exponent. */
static Status float_power(ArithRun *run, const Cell *arg, Cell *result)
{
    double x, y;
    Status status = arith_to_double(run, arg[0], &x);
    if (status == ST_TRUE)
        status = arith_to_double(run, arg[1], &y);
    if (status != ST_TRUE)
        return status;
    if (x == 0.0 && y < 0.0)
        return run->ctx->float_zero_div == FLOAT_POLICY_ERROR ? arith_fail(run, ARITH_UNDEFINED)
                                                              : arith_zero_divisor(run, pow(x, y), result);
    return arith_push_checked(run, pow(x, y), result);
}

/* exp(X, Y) is X ** Y, always a float. */
Status fn_exp_base(ArithRun *run, const Cell *arg, Cell *result)
{
    return float_power(run, arg, result);
}

/* base ^ exponent by squaring, while it fits 64 bits. */
static bool small_power(int64_t base, int64_t exponent, int64_t *out)
{
    int64_t power = 1;
    while (exponent > 0) {
        if ((exponent & 1) != 0 && __builtin_mul_overflow(power, base, &power))
            return false;
        exponent >>= 1;
        if (exponent > 0 && __builtin_mul_overflow(base, base, &base))
            return false;
    }
    *out = power;
    return true;
}

/* Integers, |base| > 1 and exponent >= 0. The size is checked before anything is computed. */
static Status long_power(ArithRun *run, const IntView *base, const IntView *exponent, Cell *result)
{
    uint64_t e = exponent->count == 0 ? 0 : exponent->limbs[0];
    size_t limbs = exponent->count > 1 ? 0 : big_power_limbs(base->limbs, base->count, e);
    if (limbs == 0 || limbs > run->ctx->max_limbs)
        return arith_fail(run, ARITH_RESOURCE_MEMORY);
    if (!heap_has(run->s, limbs + 1))
        return ST_RETRY;
    BigEnv env = arith_big_env(run);
    size_t count = 0;
    Status status = arith_from_big(run, big_power(&env, arith_limbs(run), &count, base->limbs, base->count, e));
    return status == ST_TRUE ? arith_take_integer(run, base->negative && (e & 1) != 0, count, result) : status;
}

/* Integers with base 0, 1 or -1, whatever the exponent. */
static Status unit_power(ArithRun *run, int64_t base, const IntView *exponent, Cell *result)
{
    if (exponent->count == 0)
        return arith_push_int64(run, 1, result);
    if (base == 0 && exponent->negative)
        return arith_fail(run, ARITH_UNDEFINED);
    bool is_odd = (exponent->limbs[0] & 1) != 0;
    return arith_push_int64(run, is_odd ? base : base * base, result);
}

static bool is_unit(const Cell integer)
{
    return cell_is_int(integer) && cell_int(integer) <= 1 && cell_int(integer) >= -1;
}

/* Integers with a result that is an integer: a unit as base, or exponent >= 0. */
static Status integer_power(ArithRun *run, const Cell *arg, Cell *result)
{
    int64_t power;
    if (cell_is_int(arg[0]) && cell_is_int(arg[1]) && cell_int(arg[1]) >= 0 && small_power(cell_int(arg[0]), cell_int(arg[1]), &power))
        return arith_push_int64(run, power, result);
    IntView base, exponent;
    int_view(arg[0], &base);
    int_view(arg[1], &exponent);
    if (is_unit(arg[0]))
        return unit_power(run, cell_int(arg[0]), &exponent, result);
    return long_power(run, &base, &exponent, result);
}

static bool is_negative_integer(Cell integer)
{
    return cell_is_int(integer) ? cell_int(integer) < 0 : box_kind(integer) == RAW_BIG_NEGATIVE;
}

/* ^ (9.3.10): integers give an integer or type_error(float, Base). */
Status fn_int_power(ArithRun *run, const Cell *arg, Cell *result)
{
    if (!cell_is_integer(arg[0]) || !cell_is_integer(arg[1]))
        return float_power(run, arg, result);
    if (is_negative_integer(arg[1]) && !is_unit(arg[0]))
        return arith_fail_culprit(run, ARITH_TYPE_FLOAT, arg[0]);
    return integer_power(run, arg, result);
}

/* ** (9.3.1): integers give an integer where it is one, else a float; with the flag iso always a float. */
Status fn_power(ArithRun *run, const Cell *arg, Cell *result)
{
    if (run->ctx->iso || !cell_is_integer(arg[0]) || !cell_is_integer(arg[1]))
        return float_power(run, arg, result);
    if (is_negative_integer(arg[1]) && (!is_unit(arg[0]) || arg[0] == cell_from_int(0)))
        return float_power(run, arg, result);
    return integer_power(run, arg, result);
}

/* powm(Base, Exponent, Modulus): none negative, the modulus positive. */
Status fn_powm(ArithRun *run, const Cell *arg, Cell *result)
{
    Status status = arith_want_integers(run, arg, 3);
    if (status != ST_TRUE)
        return status;
    for (int i = 0; i < 2; i++)
        if (is_negative_integer(arg[i]))
            return arith_fail_culprit(run, ARITH_DOMAIN_NOT_LESS_THAN_ZERO, arg[i]);
    if (is_negative_integer(arg[2]) || arg[2] == cell_from_int(0))
        return arith_fail_culprit(run, ARITH_DOMAIN_NOT_LESS_THAN_ONE, arg[2]);
    const Cell reduction[2] = {arg[0], arg[2]};
    Cell reduced;
    status = fn_mod(run, reduction, &reduced);
    if (status != ST_TRUE)
        return status;
    IntView base, exponent, modulus;
    int_view(reduced, &base);
    int_view(arg[1], &exponent);
    int_view(arg[2], &modulus);
    if (!heap_has(run->s, modulus.count + 1))
        return ST_RETRY;
    BigEnv env = arith_big_env(run);
    status = arith_from_big(run, big_power_mod(&env, arith_limbs(run), base.limbs, base.count, exponent.limbs, exponent.count,
                                               modulus.limbs, modulus.count));
    return status == ST_TRUE ? arith_take_integer(run, false, modulus.count, result) : status;
}

/* ---- divisors ---- */

/* The greatest common divisor, not negative; gcd(0, X) is |X|. */
Status fn_gcd(ArithRun *run, const Cell *arg, Cell *result)
{
    Status status = arith_want_integers(run, arg, 2);
    if (status != ST_TRUE)
        return status;
    IntView a, b;
    int_view(arg[0], &a);
    int_view(arg[1], &b);
    if (a.count == 0 || b.count == 0)
        return fn_abs(run, a.count == 0 ? &arg[1] : &arg[0], result);
    size_t limbs = a.count < b.count ? a.count : b.count;
    if (!heap_has(run->s, limbs + 1))
        return ST_RETRY;
    BigEnv env = arith_big_env(run);
    size_t count = 0;
    status = arith_from_big(run, big_gcd(&env, arith_limbs(run), &count, a.limbs, a.count, b.limbs, b.count));
    return status == ST_TRUE ? arith_take_integer(run, false, count, result) : status;
}

/* The least common multiple, |a * b| / gcd(a, b); 0 when either is 0. */
Status fn_lcm(ArithRun *run, const Cell *arg, Cell *result)
{
    Status status = arith_want_integers(run, arg, 2);
    if (status != ST_TRUE)
        return status;
    if (arg[0] == cell_from_int(0) || arg[1] == cell_from_int(0))
        return arith_push_int64(run, 0, result);
    Cell quotient[2] = {arg[0], 0}, product[2] = {0, arg[1]};
    status = fn_gcd(run, arg, &quotient[1]);
    if (status == ST_TRUE)
        status = fn_int_divide(run, quotient, &product[0]);
    Cell signed_multiple;
    if (status == ST_TRUE)
        status = fn_multiply(run, product, &signed_multiple);
    return status == ST_TRUE ? fn_abs(run, &signed_multiple, result) : status;
}
