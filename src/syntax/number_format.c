/* number_format.c - from numbers to text that reads back.
 * SPDX-License-Identifier: MIT
 *
 * Integers are divided by the greatest power of the base that fits a word, so that each division gives some 19 digits. Doubles go
 * through printf's %e, whose digits do not depend on the locale; the point is placed here, where %g would have placed it.
 */
#include "syntax/number_format.h"

#include "syntax/number_scan.h"

#include <gmp.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

static const char lower_digits[] = "0123456789abcdefghijklmnopqrstuvwxyz";
static const char upper_digits[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/* ---- integers ---- */

/* Puts `value`, with leading zeroes up to `width` digits. */
static void put_word(Buf *out, uint64_t value, unsigned radix, size_t width, const char *digits)
{
    char text[64];
    size_t at = sizeof text;
    while (value > 0 || sizeof text - at < width) {
        text[--at] = digits[value % radix];
        value /= radix;
    }
    buf_put_bytes(out, text + at, sizeof text - at);
}

static void put_big(Buf *out, const uint64_t *limbs, size_t count, unsigned radix, const char *digits)
{
    uint64_t chunk = radix;
    size_t width = 1;
    for (; chunk <= UINT64_MAX / radix; chunk *= radix)
        width++;

    /* The rest to divide, and the remainders it has given: both in one block. */
    size_t bits_per_digit_floor = 63 - (size_t)__builtin_clzll(radix);
    size_t chunks_max = count * 64 / (bits_per_digit_floor * width) + 2;
    size_t bytes = (count + chunks_max) * sizeof(uint64_t);
    uint64_t *rest = alloc_new(out->alloc, bytes);
    if (rest == NULL) {
        out->failed = true;
        return;
    }
    memcpy(rest, limbs, count * sizeof *rest);
    uint64_t *chunks = rest + count;
    size_t chunk_count = 0;
    while (count > 0) {
        _Static_assert(sizeof(mp_limb_t) == sizeof(uint64_t), "limbs are words");
        chunks[chunk_count++] = mpn_divrem_1((mp_limb_t *)rest, 0, (mp_limb_t *)rest, (mp_size_t)count, chunk);
        while (count > 0 && rest[count - 1] == 0)
            count--;
    }
    put_word(out, chunks[chunk_count - 1], radix, 1, digits);
    for (size_t i = chunk_count - 1; i-- > 0;)
        put_word(out, chunks[i], radix, width, digits);
    alloc_free(out->alloc, rest, bytes);
}

void integer_format(Cell integer, unsigned radix, bool upper, Buf *out)
{
    const char *digits = upper ? upper_digits : lower_digits;
    if (cell_is_int(integer)) {
        int64_t value = cell_int(integer);
        if (value < 0)
            buf_put_byte(out, '-');
        put_word(out, value < 0 ? 0 - (uint64_t)value : (uint64_t)value, radix, 1, digits);
        return;
    }
    const Cell *box = box_cells(integer);
    if (raw_kind(*box) == RAW_BIG_NEGATIVE)
        buf_put_byte(out, '-');
    put_big(out, box + 1, raw_words(*box), radix, digits);
}

/* ---- doubles ---- */

/* The significant digits of a positive finite double, rounded to `precision` of them, and its decimal exponent. */
static void decimal_digits(double value, int precision, char digits[24], int *exponent)
{
    char text[48];
    snprintf(text, sizeof text, "%.*e", precision - 1, value);
    int count = 0;
    const char *p = text;
    for (; *p != '\0' && *p != 'e'; p++)
        if (*p >= '0' && *p <= '9' && count < precision)
            digits[count++] = *p;
    digits[count] = '\0';
    *exponent = *p == 'e' ? atoi(p + 1) : 0;
}

static double value_of_digits(const char *digits, int exponent)
{
    char text[48];
    snprintf(text, sizeof text, "%se%d", digits, exponent - (int)strlen(digits) + 1);
    return strtod(text, NULL);
}

static void put_fixed(Buf *out, const char *digits, int count, int exponent)
{
    if (exponent < 0) {
        buf_put_string(out, "0.");
        for (int i = exponent + 1; i < 0; i++)
            buf_put_byte(out, '0');
        buf_put_bytes(out, digits, (size_t)count);
        return;
    }
    for (int i = 0; i <= exponent; i++)
        buf_put_byte(out, i < count ? digits[i] : '0');
    buf_put_byte(out, '.');
    if (count > exponent + 1)
        buf_put_bytes(out, digits + exponent + 1, (size_t)(count - exponent - 1));
    else
        buf_put_byte(out, '0');
}

void double_format(double value, Buf *out)
{
    if (isnan(value)) {
        buf_put_string(out, "1.5NaN");
        return;
    }
    if (signbit(value))
        buf_put_byte(out, '-');
    value = fabs(value);
    if (isinf(value)) {
        buf_put_string(out, "1.0Inf");
        return;
    }
    char digits[24];
    int exponent, precision = 15;
    decimal_digits(value, precision, digits, &exponent);
    while (precision < 17 && value_of_digits(digits, exponent) != value)
        decimal_digits(value, ++precision, digits, &exponent);
    int count = precision;
    while (count > 1 && digits[count - 1] == '0')
        count--;
    if (exponent >= -4 && exponent < precision) {
        put_fixed(out, digits, count, exponent);
        return;
    }
    put_fixed(out, digits, count, 0);
    buf_printf(out, "e%d", exponent);
}

void number_format(Cell number, Buf *out)
{
    if (cell_is_double(number))
        double_format(box_double(number), out);
    else
        integer_format(number, 10, false, out);
}
