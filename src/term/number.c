/* number.c - numbers as cells, and their exact comparison.
 * SPDX-License-Identifier: MIT
 *
 * An integer and a double are compared without converting either: by sign, then by the position of the highest bit, then by the
 * highest 64 bits, and last by what stands below them.
 */
#include "term/number.h"

#include <math.h>

void int_view(Cell c, IntView *v)
{
    if (cell_is_int(c)) {
        int64_t value = cell_int(c);
        v->negative = value < 0;
        v->small = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
        v->count = value != 0;
        v->limbs = &v->small;
    } else {
        v->negative = box_kind(c) == RAW_BIG_NEGATIVE;
        v->small = 0;
        v->count = raw_words(*box_cells(c));
        v->limbs = box_cells(c) + 1;
    }
}

static int compare_magnitudes(const IntView *a, const IntView *b)
{
    if (a->count != b->count)
        return a->count < b->count ? -1 : 1;
    for (size_t i = a->count; i-- > 0;)
        if (a->limbs[i] != b->limbs[i])
            return a->limbs[i] < b->limbs[i] ? -1 : 1;
    return 0;
}

static int compare_integers(Cell a, Cell b)
{
    if (cell_is_int(a) && cell_is_int(b))
        return (int64_t)a<(int64_t)b ? -1 : (int64_t)a>(int64_t) b;
    IntView x, y;
    int_view(a, &x);
    int_view(b, &y);
    if (x.negative != y.negative)
        return x.negative ? -1 : 1;
    int order = compare_magnitudes(&x, &y);
    return x.negative ? -order : order;
}

static int compare_doubles(double a, double b)
{
    if (isnan(a) || isnan(b))
        return (int)isnan(b) ? (isnan(a) ? 0 : 1) : -1;
    return a < b ? -1 : a > b;
}

/* The magnitude of a nonzero integer against that of a finite double of at least 1. */
static int compare_magnitude_to_double(const IntView *v, double magnitude)
{
    uint64_t top = v->limbs[v->count - 1];
    int shift = __builtin_clzll(top);
    int64_t bits = (int64_t)v->count * 64 - shift;
    int exponent;
    double fraction = frexp(magnitude, &exponent); /* magnitude = fraction * 2^exponent, 1/2 <= fraction < 1 */
    if (bits != exponent)
        return bits < exponent ? -1 : 1;
    bool more_below = false; /* a bit below the highest 64 */
    if (shift > 0)
        top <<= shift;
    if (v->count > 1) {
        uint64_t next = v->limbs[v->count - 2];
        if (shift > 0)
            top |= next >> (64 - shift);
        more_below = (next << shift) != 0;
        for (size_t i = v->count - 2; i-- > 0 && !more_below;)
            more_below = v->limbs[i] != 0;
    }
    uint64_t scaled = (uint64_t)ldexp(fraction, 64);
    return top != scaled ? (top < scaled ? -1 : 1) : more_below;
}

static int compare_integer_to_double(Cell integer, double d)
{
    if (isnan(d))
        return 1;
    IntView v;
    int_view(integer, &v);
    if (v.count == 0)
        return d > 0 ? -1 : d < 0;
    if (d == 0 || v.negative != (d < 0))
        return v.negative ? -1 : 1;
    int order;
    if (isinf(d))
        order = -1;
    else if (fabs(d) < 1)
        order = 1;
    else
        order = compare_magnitude_to_double(&v, fabs(d));
    return v.negative ? -order : order;
}

int number_compare(Cell a, Cell b)
{
    if (!cell_is_double(a))
        return cell_is_double(b) ? compare_integer_to_double(a, box_double(b)) : compare_integers(a, b);
    return cell_is_double(b) ? compare_doubles(box_double(a), box_double(b)) : -compare_integer_to_double(b, box_double(a));
}

Cell heap_push_integer(Store *s, bool negative, const uint64_t *limbs, size_t count)
{
    while (count > 0 && limbs[count - 1] == 0)
        count--;
    if (count == 0)
        return cell_from_int(0);
    if (count == 1 && limbs[0] <= (uint64_t)INT_MAX_SMALL + negative)
        return cell_from_int(negative ? -(int64_t)limbs[0] : (int64_t)limbs[0]);
    Cell big = heap_push_raw(s, negative ? RAW_BIG_NEGATIVE : RAW_BIG_POSITIVE, count);
    memmove(box_cells(big) + 1, limbs, count * sizeof *limbs);
    return big;
}

bool integer_to_int64(Cell c, int64_t *out)
{
    IntView v;
    int_view(c, &v);
    uint64_t magnitude = v.count == 0 ? 0 : v.limbs[0];
    if (v.count > 1 || magnitude > (uint64_t)INT64_MAX + v.negative)
        return false;
    *out = (int64_t)(v.negative ? 0 - magnitude : magnitude);
    return true;
}
