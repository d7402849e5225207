/* number_scan.c - from digits to numbers.
 * SPDX-License-Identifier: MIT
 *
 * Long integers are left to arith/bigtext.h. Doubles are left to strtod, which rounds correctly, in a form without
 * a decimal point: the only character that depends on the locale.
 */
#include "syntax/number_scan.h"

#include "arith/bigtext.h"
#include "syntax/chars.h"

#include <math.h>
#include <stdlib.h>

/* ---- integers ---- */

static Cell build_integer(RecordBuilder *b, const uint64_t *limbs, size_t count)
{
    if (count == 0)
        return cell_from_int(0);
    if (count == 1 && limbs[0] <= (uint64_t)INT_MAX_SMALL)
        return cell_from_int((int64_t)limbs[0]);
    return build_big(b, false, limbs, count);
}

static Cell build_long_integer(RecordBuilder *b, const char *digits, size_t count, unsigned radix)
{
    size_t room = big_limbs_for_digits(count, radix), limb_count;
    Limb *limbs = alloc_new(b->alloc, room * sizeof *limbs);
    Cell number = cell_from_int(0);
    if (limbs != NULL && big_from_digits(b->alloc, digits, count, radix, limbs, &limb_count))
        number = build_integer(b, limbs, limb_count);
    else
        b->failed = true;
    alloc_free(b->alloc, limbs, room * sizeof *limbs);
    return number;
}

Cell number_from_digits(RecordBuilder *b, const char *digits, size_t count, unsigned radix)
{
    uint64_t value = 0;
    for (size_t i = 0; i < count; i++) {
        if (value > (UINT64_MAX - radix) / radix)
            return build_long_integer(b, digits, count, radix);
        value = value * radix + char_digit_value(digits[i]);
    }
    return build_integer(b, &value, value > 0);
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
    if (cell_is_int(number)) /* INT_MIN_SMALL has no small negation, but no literal without a sign denotes it */
        return cell_from_int(-cell_int(number));
    Cell *header = b->cells + ((number & CELL_ADDRESS_MASK) - RECORD_BIAS) / sizeof(Cell);
    if (raw_kind(*header) != RAW_DOUBLE)
        return negate_big(b, number);
    double value;
    memcpy(&value, header + 1, sizeof value);
    value = isnan(value) ? value : -value; /* -1.5NaN is the NaN there is */
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
        } else {
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
