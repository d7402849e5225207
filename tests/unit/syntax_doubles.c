/* syntax_doubles.c - doubles as text and back, against libdouble-conversion where it is installed.
 * SPDX-License-Identifier: MIT
 *
 * Without that library what remains is: what is printed reads back, in as few digits as printf finds. The number of random cases is
 * scaled by the environment variable STRESS, in percent.
 */
#include "term_fixture.h"

#include <float.h>
#include <gmp.h>
#include <math.h>
#include <stdio.h>

#include "syntax/number_format.h"
#include "syntax/number_scan.h"
#ifdef HORN_TEST_DOUBLE_CONVERSION
#include "double_conversion.h"
#endif

static size_t scaled(size_t count)
{
    const char *percent = getenv("STRESS");
    size_t size = percent == NULL ? count : count * strtoul(percent, NULL, 10) / 100;
    return size == 0 ? 1 : size;
}

static uint64_t random_state = 42;

static uint64_t random_bits(void)
{
    random_state += UINT64_C(0x9e3779b97f4a7c15);
    uint64_t z = random_state;
    z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
    return z ^ (z >> 31);
}

static double double_from_bits(uint64_t bits)
{
    double value;
    memcpy(&value, &bits, sizeof value);
    return value;
}

typedef struct Text {
    Alloc alloc;
    Buf buf;
} Text;

static void text_open(Text *t)
{
    alloc_init(&t->alloc);
    buf_init(&t->buf, &t->alloc);
}

static void text_close(Text *t)
{
    buf_free(&t->buf);
    assert_int_equal(t->alloc.used, 0);
}

static const char *format(Text *t, double value)
{
    buf_clear(&t->buf);
    double_format(value, &t->buf);
    const char *text = buf_terminate(&t->buf);
    assert_non_null(text);
    return text;
}

static double scan(Text *t, const char *text, size_t length)
{
    double value;
    assert_true(double_from_decimal(&t->alloc, text, length, &value));
    return value;
}

/* ---- printing ---- */

/* Digits without zeros around them, and the exponent: the value is 0.DIGITS * 10^*point. */
static void take_apart(const char *text, char digits[64], int *point)
{
    size_t count = 0;
    bool in_fraction = false;
    *point = 0;
    for (; *text != '\0' && *text != 'e'; text++) {
        if (*text == '.') {
            in_fraction = true;
            continue;
        }
        if (count == 0 && *text == '0') {
            *point -= in_fraction;
            continue;
        }
        *point += !in_fraction;
        digits[count++] = *text;
    }
    while (count > 0 && digits[count - 1] == '0')
        count--;
    digits[count] = '\0';
    if (*text == 'e')
        *point += atoi(text + 1);
}

static void check_printed(Text *t, double value)
{
    char copy[64];
    const char *text = format(t, value);
    assert_true(strlen(text) < sizeof copy);
    strcpy(copy, text);
    if (scan(t, copy, strlen(copy)) != value)
        fail_msg("%a is printed as %s", value, copy);
    char digits[64];
    int point;
    take_apart(copy, digits, &point);
    assert_true(strlen(digits) <= 17);
#ifdef HORN_TEST_DOUBLE_CONVERSION
    char wanted[32];
    int wanted_point;
    reference_shortest(value, wanted, &wanted_point);
    if (strcmp(digits, wanted) != 0 || point != wanted_point)
        fail_msg("%a is printed as %s: digits %s, point %d; wanted %s, %d", value, copy, digits, point, wanted, wanted_point);
#endif
}

static void test_print_random_bits(void **state)
{
    (void)state;
    Text t;
    text_open(&t);
    for (size_t i = scaled(200000); i-- > 0;) {
        double value = fabs(double_from_bits(random_bits()));
        if (isfinite(value) && value != 0)
            check_printed(&t, value);
    }
    text_close(&t);
}

/* Below a power of two doubles are closer together than above it. */
static void test_print_powers_of_two(void **state)
{
    (void)state;
    Text t;
    text_open(&t);
    for (int exponent = -1074; exponent < 1024; exponent++) {
        double value = ldexp(1.0, exponent);
        check_printed(&t, value);
        check_printed(&t, nextafter(value, DBL_MAX));
        if (value > 0x1p-1074)
            check_printed(&t, nextafter(value, 0.0));
    }
    text_close(&t);
}

static void test_print_powers_of_ten(void **state)
{
    (void)state;
    Text t;
    text_open(&t);
    for (int exponent = -323; exponent <= 308; exponent++)
        for (int digit = 1; digit < 10; digit++) {
            char text[16];
            snprintf(text, sizeof text, "%de%d", digit, exponent);
            double value = scan(&t, text, strlen(text));
            if (isinf(value))
                continue;
            check_printed(&t, value);
            check_printed(&t, nextafter(value, 0.0) == 0.0 ? value : nextafter(value, 0.0));
        }
    check_printed(&t, DBL_MAX);
    check_printed(&t, DBL_MIN);
    check_printed(&t, DBL_TRUE_MIN);
    text_close(&t);
}

static void test_print_subnormal(void **state)
{
    (void)state;
    Text t;
    text_open(&t);
    for (uint64_t bits = 1; bits < scaled(20000); bits++)
        check_printed(&t, double_from_bits(bits));
    for (size_t i = scaled(20000); i-- > 0;)
        check_printed(&t, double_from_bits((random_bits() & ((UINT64_C(1) << 52) - 1)) | 1));
    text_close(&t);
}

/* Integers, and decimals of few digits, print as what they are. */
static void test_print_short(void **state)
{
    (void)state;
    Text t;
    text_open(&t);
    for (size_t i = scaled(100000); i-- > 0;) {
        char text[64], digits[64], wanted[64];
        int point, wanted_point;
        snprintf(text, sizeof text, "%llu.%llue%d", (unsigned long long)(random_bits() % 10000000),
                 (unsigned long long)(random_bits() % 10000000), (int)(random_bits() % 500) - 250);
        double value = scan(&t, text, strlen(text));
        if (value == 0.0)
            continue;
        take_apart(text, wanted, &wanted_point);
        take_apart(format(&t, value), digits, &point);
        assert_string_equal(digits, wanted);
        assert_int_equal(point, wanted_point);
    }
    text_close(&t);
}

static void test_print_form(void **state)
{
    (void)state;
    static const struct {
        double value;
        const char *text;
    } cases[] = {
        {0.0, "0.0"},
        {-0.0, "-0.0"},
        {1.0, "1.0"},
        {-1.5, "-1.5"},
        {0.1, "0.1"},
        {100.0, "100.0"},
        {123456789012345.0, "123456789012345.0"},
        {999999999999999.0, "999999999999999.0"},
        {1e15, "1.0e15"},
        {1e22, "1.0e22"},
        {1e23, "1.0e23"},
        {0.0001, "0.0001"},
        {0.00001, "1.0e-5"},
        {1.25e-7, "1.25e-7"},
        {5e-324, "5.0e-324"},
        {DBL_MAX, "1.7976931348623157e308"},
        {DBL_MIN, "2.2250738585072014e-308"},
        {9007199254740993.0, "9007199254740992.0"},
        {0.1 + 0.2, "0.30000000000000004"},
        {2.0 / 3.0, "0.6666666666666666"},
        {(double)INFINITY, "1.0Inf"},
        {-(double)INFINITY, "-1.0Inf"},
        {(double)NAN, "1.5NaN"},
    };
    Text t;
    text_open(&t);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        assert_string_equal(format(&t, cases[i].value), cases[i].text);
    text_close(&t);
}

/* ---- reading ---- */

static void check_read(Text *t, const char *text, double wanted)
{
    double got = scan(t, text, strlen(text));
    if (got != wanted)
        fail_msg("%.60s... reads as %a, not %a", text, got, wanted);
#ifdef HORN_TEST_DOUBLE_CONVERSION
    double reference = reference_double(text, strlen(text));
    if (got != reference)
        fail_msg("%.60s... reads as %a, not %a", text, got, reference);
#endif
}

/* n * 2^exponent in decimal, exactly, with `tail` behind the last digit. */
static char *exact_decimal(uint64_t n, int exponent, const char *tail)
{
    mpz_t z;
    mpz_init(z);
    mpz_set_ui(z, (unsigned long)n);
    if (exponent >= 0) {
        mpz_mul_2exp(z, z, (mp_bitcnt_t)exponent);
    } else {
        mpz_t fives;
        mpz_init(fives);
        mpz_ui_pow_ui(fives, 5, (unsigned long)-exponent);
        mpz_mul(z, z, fives);
        mpz_clear(fives);
    }
    char *digits = mpz_get_str(NULL, 10, z);
    mpz_clear(z);
    size_t size = strlen(digits) + strlen(tail) + 32;
    char *text = malloc(size);
    assert_non_null(text);
    int point = exponent < 0 ? exponent : 0;
    snprintf(text, size, "%s.%se%d", digits, tail[0] == '\0' ? "0" : tail, point);
    free(digits);
    return text;
}

/* Halfway between two neighbours goes to the even one, and a digit far behind decides. */
static void check_halfway(Text *t, double low)
{
    double high = nextafter(low, (double)INFINITY);
    if (isinf(high))
        return;
    int exponent;
    uint64_t bits;
    memcpy(&bits, &low, sizeof bits);
    uint64_t mantissa = bits & ((UINT64_C(1) << 52) - 1);
    unsigned biased = (unsigned)(bits >> 52);
    exponent = biased == 0 ? -1074 : (int)biased - 1075;
    mantissa |= biased == 0 ? 0 : UINT64_C(1) << 52;
    double even = (mantissa & 1) == 0 ? low : high;
    char *middle = exact_decimal(2 * mantissa + 1, exponent - 1, "");
    check_read(t, middle, even);
    free(middle);
    char *above = exact_decimal(2 * mantissa + 1, exponent - 1, "00000000000000000000000000000000000000000000000001");
    check_read(t, above, high);
    free(above);
    char *exact = exact_decimal(mantissa, exponent, "");
    if (mantissa != 0)
        check_read(t, exact, low);
    free(exact);
}

static void test_read_halfway(void **state)
{
    (void)state;
    Text t;
    text_open(&t);
    check_halfway(&t, 0.0);
    check_halfway(&t, 0x1p-1074);
    check_halfway(&t, nextafter(DBL_MIN, 0.0));
    check_halfway(&t, DBL_MIN);
    check_halfway(&t, nextafter(DBL_MAX, 0.0));
    for (size_t i = scaled(5000); i-- > 0;) {
        double value = fabs(double_from_bits(random_bits()));
        if (isfinite(value))
            check_halfway(&t, value);
        check_halfway(&t, double_from_bits(random_bits() >> (12 + random_bits() % 50)));
        check_halfway(&t, ldexp(1.0 + (double)(random_bits() % 1000) / 1000, (int)(random_bits() % 140) - 70));
    }
    text_close(&t);
}

static void test_read_random(void **state)
{
    (void)state;
    Text t;
    text_open(&t);
    for (size_t i = scaled(200000); i-- > 0;) {
        char text[128];
        size_t at = 0;
        size_t digits = 1 + random_bits() % 40, point = random_bits() % digits;
        for (size_t j = 0; j < digits; j++) {
            text[at++] = (char)('0' + random_bits() % 10);
            if (j == point) {
                text[at++] = '.';
                text[at++] = (char)('0' + random_bits() % 10);
            }
        }
        snprintf(text + at, sizeof text - at, "e%d", (int)(random_bits() % 700) - 360);
        check_read(&t, text, strtod(text, NULL));
    }
    text_close(&t);
}

static void test_read_limits(void **state)
{
    (void)state;
    Text t;
    text_open(&t);
    check_read(&t, "0.0", 0.0);
    check_read(&t, "0.0e999999999999", 0.0);
    check_read(&t, "0.0e-999999999999", 0.0);
    check_read(&t, "1.7976931348623157e308", DBL_MAX);
    check_read(&t, "1.7976931348623158e308", DBL_MAX);
    check_read(&t, "1.7976931348623159e308", (double)INFINITY);
    check_read(&t, "1.0e309", (double)INFINITY);
    check_read(&t, "1.0e400000", (double)INFINITY);
    check_read(&t, "2.4703282292062327e-324", 0.0);
    check_read(&t, "2.4703282292062328e-324", 0x1p-1074);
    check_read(&t, "1.0e-400", 0.0);
    check_read(&t, "2.2250738585072011e-308", 0x0.fffffffffffffp-1022);
    check_read(&t, "2.2250738585072012e-308", DBL_MIN);
    check_read(&t, "9007199254740993.0", 9007199254740992.0);
    check_read(&t, "9007199254740993.00000000000000000000000000000000000000000001", 9007199254740994.0);
    check_read(&t, "0.500000000000000166533453693773481063544750213623046875", 0x1.0000000000002p-1);
    check_read(&t, "3.518437208883201171875e13", 0x1.0000000000002p45);

    /* many digits and a large exponent that undo each other */
    enum { ZEROS = 100000 };
    char *text = malloc(ZEROS + 64);
    assert_non_null(text);
    memset(text, '0', ZEROS);
    text[0] = '1';
    strcpy(text + ZEROS, ".0e-99999");
    assert_true(scan(&t, text, strlen(text)) == 1.0);
    memset(text, '0', ZEROS);
    text[1] = '.';
    strcpy(text + ZEROS, "1e99999");
    assert_true(scan(&t, text, strlen(text)) == 1.0);
    free(text);
    text_close(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_print_random_bits), cmocka_unit_test(test_print_powers_of_two), cmocka_unit_test(test_print_powers_of_ten),
        cmocka_unit_test(test_print_subnormal),   cmocka_unit_test(test_print_short),         cmocka_unit_test(test_print_form),
        cmocka_unit_test(test_read_halfway),      cmocka_unit_test(test_read_random),         cmocka_unit_test(test_read_limits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
