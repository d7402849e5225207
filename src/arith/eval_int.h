/* eval_int.h - what the bodies of evaluable functions share.
 * SPDX-License-Identifier: MIT
 *
 * A body gets dereferenced numeric cells and leaves a numeric cell. It may push as many temporaries as it likes: evaluation slides the
 * result down over them. A body that finds no room returns ST_RETRY with s->cells_needed counted from the present H.
 */
#ifndef HORN_ARITH_EVAL_INT_H
#define HORN_ARITH_EVAL_INT_H

#include "arith/big.h"
#include "arith/eval.h"

typedef struct ArithRun {
    Store *s;
    ArithContext *ctx;
    ArithError *err;
} ArithRun;

typedef Status ArithBody(ArithRun *run, const Cell *arg, Cell *result);

#define FUNCTION(identifier, symbol, arity, body, clause) ArithBody body;
#include "arith/functions.def"
#undef FUNCTION

/* ---- errors ---- */

static inline Status arith_fail(ArithRun *run, enum ArithErrorKind kind)
{
    *run->err = (ArithError){.kind = kind};
    return ST_ERROR;
}
static inline Status arith_fail_culprit(ArithRun *run, enum ArithErrorKind kind, Cell culprit)
{
    *run->err = (ArithError){.kind = kind, .culprit = culprit};
    return ST_ERROR;
}
/* What a kernel that did not end well means to the evaluation. */
static inline Status arith_from_big(ArithRun *run, BigStatus status)
{
    if (status == BIG_OK)
        return ST_TRUE;
    if (status == BIG_NO_MEMORY)
        return arith_fail(run, ARITH_RESOURCE_MEMORY);
    run->s->cells_needed = 0;
    return ST_RETRY;
}
/* ST_TRUE when every operand is an integer, else type_error(integer, the first that is not). */
static inline Status arith_want_integers(ArithRun *run, const Cell *arg, unsigned count)
{
    for (unsigned i = 0; i < count; i++)
        if (!cell_is_integer(arg[i]))
            return arith_fail_culprit(run, ARITH_TYPE_INTEGER, arg[i]);
    return ST_TRUE;
}

/* ---- results ---- */

static inline BigEnv arith_big_env(ArithRun *run)
{
    return (BigEnv){run->s->alloc};
}
/* Where a long result is built before arith_take_integer: payload of a block at H. Room for one cell more must be there. */
static inline Limb *arith_limbs(ArithRun *run)
{
    return run->s->H + 1;
}
/* Makes the limbs at arith_limbs an integer; leading zeros are dropped. */
static inline Status arith_take_integer(ArithRun *run, bool negative, size_t count, Cell *result)
{
    *result = heap_push_integer(run->s, negative, arith_limbs(run), count);
    return ST_TRUE;
}
static inline Status arith_push_int64(ArithRun *run, int64_t value, Cell *result)
{
    if (LIKELY(int_is_small(value))) {
        *result = cell_from_int(value);
        return ST_TRUE;
    }
    if (!heap_has(run->s, 2))
        return ST_RETRY;
    *result = heap_push_int64(run->s, value);
    return ST_TRUE;
}
/* Any double, an infinity or NaN too. */
static inline Status arith_push_double(ArithRun *run, double value, Cell *result)
{
    if (!heap_has(run->s, 2))
        return ST_RETRY;
    *result = heap_push_double(run->s, LIKELY(value == value) ? value : __builtin_nan("")); /* there is one NaN */
    return ST_TRUE;
}
/* The result of a float operation: an infinity or NaN is an error unless the flags say otherwise (fn_float.c). */
Status arith_push_checked(ArithRun *run, double value, Cell *result);
/* What x / 0 gives for the sign of `infinity`, or zero_divisor (fn_float.c). */
Status arith_zero_divisor(ArithRun *run, double infinity, Cell *result);
/* The correctly rounded quotient of two integers, b not 0 (fn_float.c). */
Status arith_push_ratio(ArithRun *run, const IntView *a, const IntView *b, Cell *result);
/* A number as a double; an integer beyond the doubles is float_overflow (fn_float.c). */
Status arith_to_double(ArithRun *run, Cell number, double *out);

#endif
