/* number_format.c - from numbers to text that reads back.
 * SPDX-License-Identifier: MIT
 *
 * Long integers are left to arith/bigtext.h. Doubles go through printf's %e, whose digits do not depend on the locale; the point is
 * placed here, where %g would have placed it.
 */
#include "syntax/number_format.h"

#include "arith/bigtext.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

/* ---- integers ---- */

static void put_word(Buf *out, uint64_t value, unsigned radix)
{
    char text[64];
    size_t at = sizeof text;
    do {
        unsigned digit = (unsigned)(value % radix);
        text[--at] = (char)(digit < 10 ? '0' + digit : 'a' + digit - 10);
        value /= radix;
    } while (value > 0);
    buf_put_bytes(out, text + at, sizeof text - at);
}

static void put_limbs(Buf *out, const uint64_t *limbs, size_t count, unsigned radix)
{
    size_t size = big_digits_size(count, radix);
    if (!buf_reserve(out, size))
        return;
    size_t length = big_to_digits(out->alloc, limbs, count, radix, out->data + out->length);
    out->length += length;
    if (length == 0)
        out->failed = true;
}

static void to_upper(char *p, const char *end)
{
    for (; p < end; p++)
        if (*p >= 'a')
            *p = (char)(*p - 'a' + 'A');
}

void integer_format(Cell integer, unsigned radix, bool upper, Buf *out)
{
    size_t start = out->length;
    if (cell_is_int(integer)) {
        int64_t value = cell_int(integer);
        if (value < 0)
            buf_put_byte(out, '-');
        put_word(out, value < 0 ? 0 - (uint64_t)value : (uint64_t)value, radix);
    } else {
        const Cell *box = box_cells(integer);
        if (raw_kind(*box) == RAW_BIG_NEGATIVE)
            buf_put_byte(out, '-');
        put_limbs(out, box + 1, raw_words(*box), radix);
    }
    if (upper && out->length > start)
        to_upper(out->data + start, out->data + out->length);
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

/* The next greater number of as many digits. */
static void increment(char *digits, int *exponent)
{
    size_t i = strlen(digits);
    while (i > 0 && digits[i - 1] == '9')
        digits[--i] = '0';
    if (i > 0) {
        digits[i - 1]++;
    } else {
        digits[0] = '1';
        ++*exponent;
    }
}

/* The fewest digits that read back, of those the nearest to a positive finite double. Doubles below a power of two are closer to it
 * than those above, so that there the nearest digits may not read back while the next greater do. Returns how many digits were tried. */
static int shortest_digits(double value, char digits[24], int *exponent)
{
    int unused;
    bool is_power_of_two = frexp(value, &unused) == 0.5;
    for (int precision = isnormal(value) ? 15 : 1;; precision++) { /* subnormal numbers have fewer digits to tell */
        decimal_digits(value, precision, digits, exponent);
        if (precision == 17 || value_of_digits(digits, *exponent) == value)
            return precision;
        if (!is_power_of_two)
            continue;
        increment(digits, exponent);
        if (value_of_digits(digits, *exponent) == value)
            return precision;
    }
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
    int exponent, precision = shortest_digits(value, digits, &exponent), count = precision;
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
