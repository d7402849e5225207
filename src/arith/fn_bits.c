/* fn_bits.c - shifts and bitwise functions of integers (9.4).
 * SPDX-License-Identifier: MIT
 *
 * Negative numbers behave as if in two's complement with infinitely many sign bits, as is usual where the standard says
 * "implementation defined".
 */
#include "arith/eval_int.h"

/* ---- shifts ---- */

static Status shift_limbs_left(ArithRun *run, const IntView *v, uint64_t bits, Cell *result)
{
    uint64_t limbs = bits / 64 + v->count + 1;
    if (limbs > run->ctx->max_limbs)
        return arith_fail(run, ARITH_RESOURCE_MEMORY);
    if (!heap_has(run->s, (size_t)limbs + 1))
        return ST_RETRY;
    big_shift_left(arith_limbs(run), v->limbs, v->count, bits);
    return arith_take_integer(run, v->negative, (size_t)limbs, result);
}

/* Rounds down: the magnitude of a negative number goes up when ones are lost. */
static Status shift_limbs_right(ArithRun *run, const IntView *v, uint64_t bits, Cell *result)
{
    if (bits / 64 >= v->count) {
        *result = cell_from_int(v->negative ? -1 : 0);
        return ST_TRUE;
    }
    size_t limbs = v->count - (size_t)(bits / 64);
    if (!heap_has(run->s, limbs + 2))
        return ST_RETRY;
    Limb *out = arith_limbs(run);
    bool lost = big_shift_right(out, v->limbs, v->count, bits);
    if (lost && v->negative) {
        const Limb one = 1;
        big_add(out, out, limbs, &one, 1);
        limbs++;
    }
    return arith_take_integer(run, v->negative, limbs, result);
}

/* Shifts left by `by`, right when that is negative. */
static Status shift(ArithRun *run, Cell integer, Cell by, bool left, Cell *result)
{
    IntView v, count;
    int_view(integer, &v);
    int_view(by, &count);
    left ^= count.negative;
    if (v.count == 0) {
        *result = integer;
        return ST_TRUE;
    }
    uint64_t bits = count.count == 0 ? 0 : count.count == 1 ? count.limbs[0] : UINT64_MAX;
    return left ? shift_limbs_left(run, &v, bits, result) : shift_limbs_right(run, &v, bits, result);
}

Status fn_shift_left(ArithRun *run, const Cell *arg, Cell *result)
{
    if (LIKELY(cell_is_int(arg[0]) && cell_is_int(arg[1]))) {
        int64_t value = cell_int(arg[0]), by = cell_int(arg[1]), product;
        if (by >= 0 && by < 62 && !__builtin_mul_overflow(value, INT64_C(1) << by, &product))
            return arith_push_int64(run, product, result);
    }
    Status status = arith_want_integers(run, arg, 2);
    return status == ST_TRUE ? shift(run, arg[0], arg[1], true, result) : status;
}

Status fn_shift_right(ArithRun *run, const Cell *arg, Cell *result)
{
    if (LIKELY(cell_is_int(arg[0]) && cell_is_int(arg[1])) && cell_int(arg[1]) >= 0)
        return arith_push_int64(run, cell_int(arg[0]) >> min_int64(cell_int(arg[1]), 63), result);
    Status status = arith_want_integers(run, arg, 2);
    return status == ST_TRUE ? shift(run, arg[0], arg[1], false, result) : status;
}

/* ---- and, or, xor, complement ---- */

enum BitOperation { BITS_AND, BITS_OR, BITS_XOR };

static Limb combine_bits(enum BitOperation operation, Limb a, Limb b)
{
    switch (operation) {
    case BITS_AND: return a & b;
    case BITS_OR: return a | b;
    default: return a ^ b;
    }
}

/* Limb i of an integer in two's complement; *carry is 1 before the first limb of a negative number. */
static Limb twos_complement_limb(const IntView *v, size_t i, Limb *carry)
{
    Limb limb = i < v->count ? v->limbs[i] : 0;
    if (!v->negative)
        return limb;
    limb = ~limb + *carry;
    *carry &= limb == 0;
    return limb;
}

static Status bit_operation(ArithRun *run, const Cell *arg, enum BitOperation operation, Cell *result)
{
    Status status = arith_want_integers(run, arg, 2);
    if (status != ST_TRUE)
        return status;
    IntView a, b;
    int_view(arg[0], &a);
    int_view(arg[1], &b);
    size_t limbs = max_size(a.count, b.count) + 1;
    if (!heap_has(run->s, limbs + 1))
        return ST_RETRY;
    Limb *out = arith_limbs(run);
    bool negative = combine_bits(operation, a.negative, b.negative) != 0;
    Limb a_carry = 1, b_carry = 1, out_carry = 1;
    for (size_t i = 0; i < limbs; i++) {
        Limb limb = combine_bits(operation, twos_complement_limb(&a, i, &a_carry), twos_complement_limb(&b, i, &b_carry));
        if (negative) { /* back to a magnitude */
            limb = ~limb + out_carry;
            out_carry &= limb == 0;
        }
        out[i] = limb;
    }
    return arith_take_integer(run, negative, limbs, result);
}

static bool both_small(const Cell *arg)
{
    return cell_is_int(arg[0]) && cell_is_int(arg[1]);
}

Status fn_and(ArithRun *run, const Cell *arg, Cell *result)
{
    if (LIKELY(both_small(arg)))
        return arith_push_int64(run, cell_int(arg[0]) & cell_int(arg[1]), result);
    return bit_operation(run, arg, BITS_AND, result);
}

Status fn_or(ArithRun *run, const Cell *arg, Cell *result)
{
    if (LIKELY(both_small(arg)))
        return arith_push_int64(run, cell_int(arg[0]) | cell_int(arg[1]), result);
    return bit_operation(run, arg, BITS_OR, result);
}

Status fn_xor(ArithRun *run, const Cell *arg, Cell *result)
{
    if (LIKELY(both_small(arg)))
        return arith_push_int64(run, cell_int(arg[0]) ^ cell_int(arg[1]), result);
    return bit_operation(run, arg, BITS_XOR, result);
}

Status fn_complement(ArithRun *run, const Cell *arg, Cell *result)
{
    if (LIKELY(cell_is_int(arg[0])))
        return arith_push_int64(run, ~cell_int(arg[0]), result);
    const Cell operands[2] = {arg[0], cell_from_int(-1)};
    return bit_operation(run, operands, BITS_XOR, result);
}

/* ---- single bits ---- */

/* Index of the highest bit; the number must be positive. */
Status fn_msb(ArithRun *run, const Cell *arg, Cell *result)
{
    Status status = arith_want_integers(run, arg, 1);
    if (status != ST_TRUE)
        return status;
    IntView v;
    int_view(arg[0], &v);
    if (v.negative || v.count == 0)
        return arith_fail_culprit(run, ARITH_DOMAIN_NOT_LESS_THAN_ONE, arg[0]);
    return arith_push_int64(run, (int64_t)big_bits(v.limbs, v.count) - 1, result);
}

/* Index of the lowest bit that is one; the same for a number and its negation. */
Status fn_lsb(ArithRun *run, const Cell *arg, Cell *result)
{
    Status status = arith_want_integers(run, arg, 1);
    if (status != ST_TRUE)
        return status;
    IntView v;
    int_view(arg[0], &v);
    if (v.negative || v.count == 0)
        return arith_fail_culprit(run, ARITH_DOMAIN_NOT_LESS_THAN_ONE, arg[0]);
    return arith_push_int64(run, (int64_t)big_trailing_zeros(v.limbs), result);
}

Status fn_popcount(ArithRun *run, const Cell *arg, Cell *result)
{
    Status status = arith_want_integers(run, arg, 1);
    if (status != ST_TRUE)
        return status;
    IntView v;
    int_view(arg[0], &v);
    if (v.negative)
        return arith_fail_culprit(run, ARITH_DOMAIN_NOT_LESS_THAN_ZERO, arg[0]);
    int64_t ones = 0;
    for (size_t i = 0; i < v.count; i++)
        ones += __builtin_popcountll(v.limbs[i]);
    return arith_push_int64(run, ones, result);
}

/* Bit number arg[1] of arg[0], both not negative. */
Status fn_getbit(ArithRun *run, const Cell *arg, Cell *result)
{
    Status status = arith_want_integers(run, arg, 2);
    if (status != ST_TRUE)
        return status;
    IntView v, at;
    int_view(arg[0], &v);
    int_view(arg[1], &at);
    if (v.negative || at.negative)
        return arith_fail_culprit(run, ARITH_DOMAIN_NOT_LESS_THAN_ZERO, v.negative ? arg[0] : arg[1]);
    uint64_t bit = at.count == 0 ? 0 : at.count == 1 ? at.limbs[0] : UINT64_MAX;
    bool is_set = bit / 64 < v.count && (v.limbs[bit / 64] >> (bit % 64) & 1) != 0;
    return arith_push_int64(run, is_set, result);
}
