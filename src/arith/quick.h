/* quick.h - the common cases of arithmetic, inline in the loop.
 * SPDX-License-Identifier: MIT
 *
 * Each function is false when the case is not one of these; then the bodies of fn_*.c, which know all cases, decide.
 */
#ifndef HORN_ARITH_QUICK_H
#define HORN_ARITH_QUICK_H

#include "arith/eval.h"

/* The quotient towards zero and the remainder, b not 0. Many processors divide short words much faster. */
static inline int64_t quick_quotient(int64_t a, int64_t b, int64_t *rest)
{
    if (LIKELY(((uint64_t)a | (uint64_t)b) >> 32 == 0)) {
        *rest = (int64_t)((uint32_t)a % (uint32_t)b);
        return (int64_t)((uint32_t)a / (uint32_t)b);
    }
    *rest = a % b;
    return a / b;
}

/* A function of two small integers whose value is one too. */
static inline bool quick_integer(enum ArithFunction f, int64_t a, int64_t b, Cell *result)
{
    int64_t value, rest;
    switch (f) {
    case ARITH_int_divide:
        if (b == 0)
            return false;
        value = quick_quotient(a, b, &rest);
        break;
    case ARITH_rem:
        if (b == 0)
            return false;
        (void)quick_quotient(a, b, &value);
        break;
    case ARITH_mod:
        if (b == 0)
            return false;
        (void)quick_quotient(a, b, &rest);
        value = rest != 0 && (rest < 0) != (b < 0) ? rest + b : rest;
        break;
    case ARITH_div:
        if (b == 0)
            return false;
        value = quick_quotient(a, b, &rest);
        value -= rest != 0 && (rest < 0) != (b < 0);
        break;
    case ARITH_multiply:
        if (__builtin_mul_overflow(a, b, &value))
            return false;
        break;
    case ARITH_min: value = min_int64(a, b); break;
    case ARITH_max: value = max_int64(a, b); break;
    case ARITH_and: value = a & b; break;
    case ARITH_or: value = a | b; break;
    case ARITH_xor: value = a ^ b; break;
    case ARITH_shift_right:
        if (b < 0)
            return false;
        value = a >> min_int64(b, 63);
        break;
    case ARITH_shift_left:
        if (b < 0 || b >= 62 || __builtin_mul_overflow(a, INT64_C(1) << b, &value))
            return false;
        break;
    default: return false;
    }
    *result = cell_from_int(value);
    return LIKELY(int_is_small(value));
}

/* A small integer or a float as a double. */
static inline bool quick_double(Cell number, double *value)
{
    if (cell_is_int(number)) {
        *value = (double)cell_int(number);
        return true;
    }
    if (!cell_is_double(number))
        return false;
    *value = box_double(number);
    return true;
}

/* A function of two numbers of which one at least is a float, with a finite value, as long as flags ask for nothing special. */
static inline bool quick_float(const ArithContext *ctx, enum ArithFunction f, Cell a, Cell b, double *value)
{
    double x, y;
    if ((cell_is_int(a) && cell_is_int(b)) || !quick_double(a, &x) || !quick_double(b, &y) || ctx->rounding != ROUND_TO_NEAREST ||
        ctx->float_underflow == FLOAT_POLICY_ERROR)
        return false;
    switch (f) {
    case ARITH_add: *value = x + y; break;
    case ARITH_subtract: *value = x - y; break;
    case ARITH_multiply: *value = x * y; break;
    case ARITH_divide: *value = x / y; break;
    default: return false;
    }
    return __builtin_isfinite(*value);
}

/* The order of two floats, or of a float and an integer that is one: -1, 0, 1. */
static inline bool quick_order(Cell a, Cell b, int *order)
{
    double x, y;
    if ((cell_is_int(a) && cell_is_int(b)) || !quick_double(a, &x) || !quick_double(b, &y) || x != x || y != y)
        return false;
    const double exact = (double)(INT64_C(1) << 53);
    if ((cell_is_int(a) && !(x < exact && x > -exact)) || (cell_is_int(b) && !(y < exact && y > -exact)))
        return false;
    *order = (x > y) - (x < y);
    return true;
}

#endif
