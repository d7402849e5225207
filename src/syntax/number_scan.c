/* number_scan.c - from digits to numbers.
 * SPDX-License-Identifier: MIT
 *
 * Integers are gathered a word's worth of digits at a time: multiply what there is by a power of the base, add the next word. That is
 * quadratic in the length, with a small constant. Doubles are left to strtod, which rounds correctly, in a form without a decimal
 * point: the only character that depends on the locale.
 */
#include "syntax/number_scan.h"

#include "base/vec.h"
#include "syntax/chars.h"

#include <math.h>
#include <stdlib.h>

/* ---- integers ---- */

typedef struct Magnitude {
    Alloc *alloc;
    uint64_t *limbs;
    size_t count, capacity;
} Magnitude;

/* m = m * factor + addend */
static bool magnitude_multiply_add(Magnitude *m, uint64_t factor, uint64_t addend)
{
    uint64_t carry = addend;
    for (size_t i = 0; i < m->count; i++) {
        unsigned __int128 product = (unsigned __int128)m->limbs[i] * factor + carry;
        m->limbs[i] = (uint64_t)product;
        carry = (uint64_t)(product >> 64);
    }
    if (carry == 0)
        return true;
    if (!VEC_RESERVE(m->alloc, m->limbs, m->capacity, m->count + 1))
        return false;
    m->limbs[m->count++] = carry;
    return true;
}

static Cell build_integer(RecordBuilder *b, const uint64_t *limbs, size_t count)
{
    if (count == 0)
        return cell_from_int(0);
    if (count == 1 && limbs[0] <= (uint64_t)INT_MAX_SMALL)
        return cell_from_int((int64_t)limbs[0]);
    return build_big(b, false, limbs, count);
}

Cell number_from_digits(RecordBuilder *b, const char *digits, size_t count, unsigned radix)
{
    Magnitude m = {.alloc = b->alloc};
    uint64_t part = 0, factor = 1;
    bool ok = true;
    for (size_t i = 0; i < count && ok; i++) {
        if (digits[i] == '_')
            continue;
        if (factor > UINT64_MAX / radix) { /* the part is as long as a word holds */
            ok = magnitude_multiply_add(&m, factor, part);
            part = 0;
            factor = 1;
        }
        part = part * radix + char_digit_value(digits[i]);
        factor *= radix;
    }
    ok = ok && magnitude_multiply_add(&m, factor, part);
    Cell number = ok ? build_integer(b, m.limbs, m.count) : cell_from_int(0);
    if (!ok)
        b->failed = true;
    VEC_FREE(b->alloc, m.limbs, m.capacity);
    return number;
}

static Cell negate_big(RecordBuilder *b, Cell number)
{
    Cell *header = b->cells + ((number & CELL_ADDRESS_MASK) - RECORD_BIAS) / sizeof(Cell);
    size_t limbs = raw_words(*header);
    if (raw_kind(*header) == RAW_BIG_POSITIVE && limbs == 1 && header[1] == (uint64_t)INT_MAX_SMALL + 1)
        return cell_from_int(INT_MIN_SMALL);
    enum RawKind kind = raw_kind(*header) == RAW_BIG_POSITIVE ? RAW_BIG_NEGATIVE : RAW_BIG_POSITIVE;
    *header = cell_from_raw(kind, limbs);
    return number;
}

Cell number_negate(RecordBuilder *b, Cell number)
{
    if (b->failed)
        return number;
    if (cell_is_int(number)) { /* the least small integer has no small negation, but no literal without sign denotes it */
        return cell_from_int(-cell_int(number));
    }
    Cell *header = b->cells + ((number & CELL_ADDRESS_MASK) - RECORD_BIAS) / sizeof(Cell);
    if (raw_kind(*header) != RAW_DOUBLE)
        return negate_big(b, number);
    double value;
    memcpy(&value, header + 1, sizeof value);
    value = -value;
    memcpy(header + 1, &value, sizeof value);
    return number;
}

/* ---- doubles ---- */

/* Digits of the exponent beyond which its value no longer matters. */
#define EXPONENT_LIMIT 100000000

bool double_from_decimal(Alloc *alloc, const char *text, size_t bytes, double *value)
{
    char small[64];
    size_t capacity = bytes + 16;
    char *plain = capacity <= sizeof small ? small : alloc_new(alloc, capacity);
    if (plain == NULL)
        return false;

    /* 12.5e-3 becomes 125e-4 */
    size_t length = 0, i = 0;
    int64_t exponent = 0;
    bool in_fraction = false;
    for (; i < bytes && text[i] != 'e' && text[i] != 'E'; i++) {
        if (text[i] == '.') {
            in_fraction = true;
        } else if (text[i] != '_') {
            plain[length++] = text[i];
            exponent -= in_fraction;
        }
    }
    if (i++ < bytes) {
        int64_t written = 0;
        bool is_negative = i < bytes && text[i] == '-';
        i += i < bytes && (text[i] == '-' || text[i] == '+');
        for (; i < bytes; i++)
            if (written < EXPONENT_LIMIT)
                written = written * 10 + (text[i] - '0');
        exponent += is_negative ? -written : written;
    }
    plain[length++] = 'e';
    if (exponent < 0)
        plain[length++] = '-';
    uint64_t magnitude = (uint64_t)(exponent < 0 ? -exponent : exponent);
    char reversed[24];
    size_t count = 0;
    do
        reversed[count++] = (char)('0' + magnitude % 10);
    while ((magnitude /= 10) > 0 && count < 12);
    while (count > 0)
        plain[length++] = reversed[--count];
    plain[length] = '\0';
    *value = strtod(plain, NULL);
    if (plain != small)
        alloc_free(alloc, plain, capacity);
    return true;
}
