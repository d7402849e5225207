/* fn_float.c - floats: conversion, rounding, elementary functions (9.1.7, 9.3).
 * SPDX-License-Identifier: MIT
 *
 * Functions of the C library are called without regard to errno: an infinite or undefined result shows in the value, and the policy of
 * the flags decides in one place whether it is an error.
 */
#include "arith/eval_int.h"

#include <fenv.h>
#include <float.h>
#include <math.h>

/* ---- results and operands ---- */

Status arith_push_checked(ArithRun *run, double value, Cell *result)
{
    if (UNLIKELY(isnan(value)) && run->ctx->float_undefined == FLOAT_POLICY_ERROR)
        return arith_fail(run, ARITH_UNDEFINED);
    if (UNLIKELY(isinf(value)) && run->ctx->float_overflow == FLOAT_POLICY_ERROR)
        return arith_fail(run, ARITH_FLOAT_OVERFLOW);
    if (UNLIKELY(run->ctx->float_underflow == FLOAT_POLICY_ERROR) && fpclassify(value) == FP_SUBNORMAL)
        return arith_fail(run, ARITH_UNDERFLOW);
    return arith_push_double(run, value, result);
}

Status arith_zero_divisor(ArithRun *run, double infinity, Cell *result)
{
    if (run->ctx->float_zero_div == FLOAT_POLICY_ERROR)
        return arith_fail(run, ARITH_ZERO_DIVISOR);
    return arith_push_double(run, infinity, result);
}

/* A function without a value at this point, such as log(0), whose limit is `limit`. */
static Status undefined(ArithRun *run, double limit, Cell *result)
{
    if (run->ctx->float_undefined == FLOAT_POLICY_ERROR)
        return arith_fail(run, ARITH_UNDEFINED);
    return arith_push_double(run, limit, result);
}

/* Makes the present rounding that of magnitudes, which is the other way up for negative numbers; returns the mode to go back to. */
static int round_magnitudes(bool negative)
{
    int mode = fegetround();
    if (negative && mode == FE_UPWARD)
        fesetround(FE_DOWNWARD);
    else if (negative && mode == FE_DOWNWARD)
        fesetround(FE_UPWARD);
    return mode;
}

/* The double that a long integer is rounded to; infinite, or the greatest, for an integer beyond them. */
static double double_from_long(const IntView *v)
{
    int mode = round_magnitudes(v->negative);
    double magnitude = big_to_double(v->limbs, v->count);
    fesetround(mode);
    return v->negative ? -magnitude : magnitude;
}

Status arith_push_ratio(ArithRun *run, const IntView *a, const IntView *b, Cell *result)
{
    BigEnv env = arith_big_env(run);
    bool negative = a->negative != b->negative;
    double value;
    int mode = round_magnitudes(negative);
    BigStatus status = big_ratio_to_double(&env, a->limbs, a->count, b->limbs, b->count, &value);
    fesetround(mode);
    if (status != BIG_OK)
        return arith_from_big(run, status);
    return arith_push_checked(run, negative ? -value : value, result);
}

/* The double that a number is rounded to. */
static double nearest_double(Cell number)
{
    if (cell_is_int(number))
        return (double)cell_int(number);
    if (cell_is_double(number))
        return box_double(number);
    IntView v;
    int_view(number, &v);
    return double_from_long(&v);
}

Status arith_to_double(ArithRun *run, Cell number, double *out)
{
    *out = nearest_double(number);
    if (cell_is_big(number) && isinf(*out) && run->ctx->float_overflow == FLOAT_POLICY_ERROR)
        return arith_fail(run, ARITH_FLOAT_OVERFLOW);
    return ST_TRUE;
}

static Status apply_unary(ArithRun *run, Cell number, double function(double), Cell *result)
{
    double x;
    Status status = arith_to_double(run, number, &x);
    return status == ST_TRUE ? arith_push_checked(run, function(x), result) : status;
}

/* ---- constants ---- */

Status fn_pi(ArithRun *run, const Cell *arg, Cell *result)
{
    (void)arg;
    return arith_push_double(run, M_PI, result);
}

Status fn_e(ArithRun *run, const Cell *arg, Cell *result)
{
    (void)arg;
    return arith_push_double(run, M_E, result);
}

Status fn_epsilon(ArithRun *run, const Cell *arg, Cell *result)
{
    (void)arg;
    return arith_push_double(run, DBL_EPSILON, result);
}

Status fn_inf(ArithRun *run, const Cell *arg, Cell *result)
{
    (void)arg;
    return arith_push_double(run, (double)INFINITY, result);
}

Status fn_nan(ArithRun *run, const Cell *arg, Cell *result)
{
    (void)arg;
    return arith_push_double(run, (double)NAN, result);
}

/* ---- between integers and floats ---- */

Status fn_float(ArithRun *run, const Cell *arg, Cell *result)
{
    if (cell_is_double(arg[0])) {
        *result = arg[0];
        return ST_TRUE;
    }
    double x;
    Status status = arith_to_double(run, arg[0], &x);
    return status == ST_TRUE ? arith_push_double(run, x, result) : status;
}

/* The result that a function of floats has for an integer: an error in the standard, this value elsewhere (flag iso). */
static Status whole_already(ArithRun *run, Cell integer, Cell value, Cell *result)
{
    if (run->ctx->iso)
        return arith_fail_culprit(run, ARITH_TYPE_FLOAT, integer);
    *result = value;
    return ST_TRUE;
}

/* The integer that a float becomes by a rounding function. */
static Status round_float(ArithRun *run, Cell number, double rounding(double), Cell *result)
{
    double x = rounding(box_double(number));
    if (isnan(x) || isinf(x))
        return arith_fail(run, ARITH_UNDEFINED);
    if (x < 0x1p60 && x > -0x1p60)
        return arith_push_int64(run, (int64_t)x, result);
    if (!heap_has(run->s, BIG_DOUBLE_LIMBS + 1))
        return ST_RETRY;
    return arith_take_integer(run, x < 0.0, big_from_double(arith_limbs(run), x), result);
}

static Status round_by(ArithRun *run, Cell number, double rounding(double), Cell *result)
{
    if (!cell_is_double(number))
        return whole_already(run, number, number, result);
    return round_float(run, number, rounding, result);
}

Status fn_truncate(ArithRun *run, const Cell *arg, Cell *result)
{
    return round_by(run, arg[0], trunc, result);
}

Status fn_floor(ArithRun *run, const Cell *arg, Cell *result)
{
    return round_by(run, arg[0], floor, result);
}

Status fn_ceiling(ArithRun *run, const Cell *arg, Cell *result)
{
    return round_by(run, arg[0], ceil, result);
}

/* The floor of x + 1/2 (9.1.6), without rounding the sum. */
static double round_half_up(double x)
{
    double below = floor(x);
    return x - below >= 0.5 ? below + 1.0 : below;
}

/* Halves go up; with the flag iso off, away from zero. */
Status fn_round(ArithRun *run, const Cell *arg, Cell *result)
{
    return round_by(run, arg[0], run->ctx->iso ? round_half_up : round, result);
}

/* Of SWI-Prolog: an integer stays what it is. */
static Status round_number(ArithRun *run, Cell number, double rounding(double), Cell *result)
{
    if (cell_is_double(number))
        return round_float(run, number, rounding, result);
    *result = number;
    return ST_TRUE;
}

Status fn_integer(ArithRun *run, const Cell *arg, Cell *result)
{
    return round_number(run, arg[0], round, result);
}

Status fn_trunc(ArithRun *run, const Cell *arg, Cell *result)
{
    return round_number(run, arg[0], trunc, result);
}

Status fn_integer_part(ArithRun *run, const Cell *arg, Cell *result)
{
    if (!cell_is_double(arg[0]))
        return whole_already(run, arg[0], arg[0], result);
    return arith_push_double(run, trunc(box_double(arg[0])), result);
}

Status fn_fractional_part(ArithRun *run, const Cell *arg, Cell *result)
{
    if (!cell_is_double(arg[0]))
        return whole_already(run, arg[0], cell_from_int(0), result);
    double whole;
    return arith_push_double(run, modf(box_double(arg[0]), &whole), result);
}

/* ---- roots, exponentials, logarithms ---- */

/* A positive integer beyond the doubles, as fraction * 2^exponent. */
static bool is_beyond_doubles(Cell number, double *fraction, int64_t *exponent)
{
    if (!cell_is_big(number) || box_kind(number) == RAW_BIG_NEGATIVE || !isinf(nearest_double(number)))
        return false;
    IntView v;
    int_view(number, &v);
    *fraction = big_fraction(v.limbs, v.count, exponent);
    return true;
}

Status fn_sqrt(ArithRun *run, const Cell *arg, Cell *result)
{
    double fraction;
    int64_t exponent;
    if (!is_beyond_doubles(arg[0], &fraction, &exponent))
        return apply_unary(run, arg[0], sqrt, result);
    if (exponent % 2 != 0) {
        fraction *= 2;
        exponent--;
    }
    return arith_push_checked(run, ldexp(sqrt(fraction), (int)min_int64(exponent / 2, INT_MAX)), result);
}

Status fn_exp(ArithRun *run, const Cell *arg, Cell *result)
{
    return apply_unary(run, arg[0], exp, result);
}

/* A logarithm of an operand that must be positive (9.3.6); `per_doubling` is the logarithm of 2. */
static Status logarithm(ArithRun *run, Cell number, double function(double), double per_doubling, double *out)
{
    double fraction;
    int64_t exponent;
    if (is_beyond_doubles(number, &fraction, &exponent)) {
        *out = function(fraction) + (double)exponent * per_doubling;
        return ST_TRUE;
    }
    double x = nearest_double(number);
    if (x <= 0.0 && run->ctx->float_undefined == FLOAT_POLICY_ERROR)
        return arith_fail(run, ARITH_UNDEFINED);
    *out = function(x);
    return ST_TRUE;
}

/* log(0) is -infinity where the flags allow it, which is no overflow. */
static Status push_logarithm(ArithRun *run, double value, Cell *result)
{
    return isinf(value) && value < 0 ? undefined(run, value, result) : arith_push_checked(run, value, result);
}

Status fn_log(ArithRun *run, const Cell *arg, Cell *result)
{
    double value;
    Status status = logarithm(run, arg[0], log, M_LN2, &value);
    return status == ST_TRUE ? push_logarithm(run, value, result) : status;
}

Status fn_log2(ArithRun *run, const Cell *arg, Cell *result)
{
    double value;
    Status status = logarithm(run, arg[0], log2, 1.0, &value);
    return status == ST_TRUE ? push_logarithm(run, value, result) : status;
}

Status fn_log10(ArithRun *run, const Cell *arg, Cell *result)
{
    double value;
    Status status = logarithm(run, arg[0], log10, M_LN2 / M_LN10, &value);
    return status == ST_TRUE ? push_logarithm(run, value, result) : status;
}

/* log(Base, X) */
Status fn_log_base(ArithRun *run, const Cell *arg, Cell *result)
{
    double base, value;
    Status status = logarithm(run, arg[0], log, M_LN2, &base);
    if (status == ST_TRUE)
        status = logarithm(run, arg[1], log, M_LN2, &value);
    if (status != ST_TRUE)
        return status;
    if (base == 0.0)
        return arith_zero_divisor(run, value / base, result);
    return arith_push_checked(run, value / base, result);
}

/* ---- trigonometry ---- */

Status fn_sin(ArithRun *run, const Cell *arg, Cell *result)
{
    return apply_unary(run, arg[0], sin, result);
}

Status fn_cos(ArithRun *run, const Cell *arg, Cell *result)
{
    return apply_unary(run, arg[0], cos, result);
}

Status fn_tan(ArithRun *run, const Cell *arg, Cell *result)
{
    return apply_unary(run, arg[0], tan, result);
}

Status fn_asin(ArithRun *run, const Cell *arg, Cell *result)
{
    return apply_unary(run, arg[0], asin, result);
}

Status fn_acos(ArithRun *run, const Cell *arg, Cell *result)
{
    return apply_unary(run, arg[0], acos, result);
}

Status fn_atan(ArithRun *run, const Cell *arg, Cell *result)
{
    return apply_unary(run, arg[0], atan, result);
}

/* atan2(Y, X) (9.3.13): undefined when both are zero. */
Status fn_atan2(ArithRun *run, const Cell *arg, Cell *result)
{
    double y, x;
    Status status = arith_to_double(run, arg[0], &y);
    if (status == ST_TRUE)
        status = arith_to_double(run, arg[1], &x);
    if (status != ST_TRUE)
        return status;
    if (y == 0.0 && x == 0.0)
        return undefined(run, atan2(y, x), result);
    return arith_push_checked(run, atan2(y, x), result);
}

/* 1 / function(number), with a pole where the function is 0. */
static Status reciprocal(ArithRun *run, Cell number, double function(double), Cell *result)
{
    double x;
    Status status = arith_to_double(run, number, &x);
    if (status != ST_TRUE)
        return status;
    double value = function(x);
    return value == 0.0 ? undefined(run, 1.0 / value, result) : arith_push_checked(run, 1.0 / value, result);
}

/* function(1 / number), with a pole at 0. */
static Status apply_to_reciprocal(ArithRun *run, Cell number, double function(double), Cell *result)
{
    double x;
    Status status = arith_to_double(run, number, &x);
    if (status != ST_TRUE)
        return status;
    return x == 0.0 ? undefined(run, (double)NAN, result) : arith_push_checked(run, function(1.0 / x), result);
}

Status fn_cot(ArithRun *run, const Cell *arg, Cell *result)
{
    return reciprocal(run, arg[0], tan, result);
}

Status fn_sec(ArithRun *run, const Cell *arg, Cell *result)
{
    return reciprocal(run, arg[0], cos, result);
}

Status fn_csc(ArithRun *run, const Cell *arg, Cell *result)
{
    return reciprocal(run, arg[0], sin, result);
}

/* Between -pi/2 and pi/2. */
Status fn_acot(ArithRun *run, const Cell *arg, Cell *result)
{
    double x;
    Status status = arith_to_double(run, arg[0], &x);
    return status == ST_TRUE ? arith_push_checked(run, x == 0.0 ? copysign(M_PI_2, x) : atan(1.0 / x), result) : status;
}

Status fn_asec(ArithRun *run, const Cell *arg, Cell *result)
{
    return apply_to_reciprocal(run, arg[0], acos, result);
}

Status fn_acsc(ArithRun *run, const Cell *arg, Cell *result)
{
    return apply_to_reciprocal(run, arg[0], asin, result);
}

Status fn_coth(ArithRun *run, const Cell *arg, Cell *result)
{
    return reciprocal(run, arg[0], tanh, result);
}

Status fn_sinh(ArithRun *run, const Cell *arg, Cell *result)
{
    return apply_unary(run, arg[0], sinh, result);
}

Status fn_cosh(ArithRun *run, const Cell *arg, Cell *result)
{
    return apply_unary(run, arg[0], cosh, result);
}

Status fn_tanh(ArithRun *run, const Cell *arg, Cell *result)
{
    return apply_unary(run, arg[0], tanh, result);
}

Status fn_asinh(ArithRun *run, const Cell *arg, Cell *result)
{
    return apply_unary(run, arg[0], asinh, result);
}

Status fn_acosh(ArithRun *run, const Cell *arg, Cell *result)
{
    return apply_unary(run, arg[0], acosh, result);
}

Status fn_atanh(ArithRun *run, const Cell *arg, Cell *result)
{
    double x;
    Status status = arith_to_double(run, arg[0], &x);
    if (status != ST_TRUE)
        return status;
    if (fabs(x) == 1.0)
        return undefined(run, atanh(x), result);
    return arith_push_checked(run, atanh(x), result);
}

Status fn_acoth(ArithRun *run, const Cell *arg, Cell *result)
{
    double x;
    Status status = arith_to_double(run, arg[0], &x);
    if (status != ST_TRUE)
        return status;
    if (fabs(x) <= 1.0)
        return undefined(run, fabs(x) == 1.0 ? atanh(x) : (double)NAN, result);
    return arith_push_checked(run, atanh(1.0 / x), result);
}

/* ---- special functions, representation ---- */

Status fn_erf(ArithRun *run, const Cell *arg, Cell *result)
{
    return apply_unary(run, arg[0], erf, result);
}

Status fn_erfc(ArithRun *run, const Cell *arg, Cell *result)
{
    return apply_unary(run, arg[0], erfc, result);
}

/* lgamma() of C leaves a sign in a global variable. */
static double log_gamma(double x)
{
    int sign;
    return lgamma_r(x, &sign);
}

Status fn_lgamma(ArithRun *run, const Cell *arg, Cell *result)
{
    return apply_unary(run, arg[0], log_gamma, result);
}

static Status apply_binary(ArithRun *run, const Cell *arg, double function(double, double), Cell *result)
{
    double x, y;
    Status status = arith_to_double(run, arg[0], &x);
    if (status == ST_TRUE)
        status = arith_to_double(run, arg[1], &y);
    return status == ST_TRUE ? arith_push_checked(run, function(x, y), result) : status;
}

Status fn_copysign(ArithRun *run, const Cell *arg, Cell *result)
{
    return apply_binary(run, arg, copysign, result);
}

/* The next float from X in the direction of Y. */
Status fn_nexttoward(ArithRun *run, const Cell *arg, Cell *result)
{
    return apply_binary(run, arg, nextafter, result);
}
