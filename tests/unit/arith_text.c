/* arith_text.c - checks of long naturals as digits against GMP's mpz.
 * SPDX-License-Identifier: MIT
 */
#include "arith_fixture.h"

#include "arith/bigtext.h"

/* Writes the number, reads it back, and compares with what mpz writes. */
static void check_digits(Alloc *alloc, Numbers *n, unsigned radix)
{
    size_t count = mpz_size(n->a), size = big_digits_size(count, radix);
    char *text = malloc(size), *wanted = mpz_get_str(NULL, (int)radix, n->a);
    size_t length = big_to_digits(alloc, mpz_limbs_read(n->a), count, radix, text);
    assert_int_equal(length, strlen(wanted));
    assert_true(length < size);
    assert_memory_equal(text, wanted, length + 1);

    size_t limbs = big_limbs_for_digits(length, radix), got = 0;
    Limb *out = limbs_buffer(limbs);
    if (radix > 10)
        text[length - 1] = (char)(text[length - 1] >= 'a' ? text[length - 1] - 'a' + 'A' : text[length - 1]);
    assert_true(big_from_digits(alloc, text, length, radix, out, &got));
    assert_true(got <= limbs);
    set_from_limbs(n->got, out, got);
    assert_same_number(n->got, n->a);
    assert_int_equal(got, count);
    free(out);
    free(text);
    free(wanted);
}

static void test_all_radices(void **state)
{
    (void)state;
    Alloc alloc;
    alloc_init(&alloc);
    Numbers n;
    numbers_open(&n, 1);
    static const size_t lengths[] = {1, 2, 3, 26, 27, 28, 29, 30, 31, 32, 33, 63, 64, 65, 120, 129, 500, 1700};
    for (unsigned radix = 2; radix <= 36; radix++)
        for (size_t i = 0; i < sizeof lengths / sizeof lengths[0]; i++) {
            random_number(&n, n.a, lengths[i]);
            check_digits(&alloc, &n, radix);
        }
    assert_int_equal(alloc.used, 0);
    numbers_close(&n);
}

/* Powers of the radix and their neighbours: blocks of zeros and of nines. */
static void test_round_numbers(void **state)
{
    (void)state;
    Alloc alloc;
    alloc_init(&alloc);
    Numbers n;
    numbers_open(&n, 2);
    static const unsigned radices[] = {3, 7, 10, 24, 36};
    static const unsigned long exponents[] = {1, 18, 19, 20, 38, 607, 608, 609, 1216, 1217, 2432, 9728, 20000};
    for (size_t i = 0; i < sizeof radices / sizeof radices[0]; i++)
        for (size_t j = 0; j < sizeof exponents / sizeof exponents[0]; j++) {
            mpz_ui_pow_ui(n.a, radices[i], exponents[j]);
            check_digits(&alloc, &n, radices[i]);
            mpz_sub_ui(n.a, n.a, 1);
            check_digits(&alloc, &n, radices[i]);
        }
    numbers_close(&n);
}

static void test_zero_and_leading_zeros(void **state)
{
    (void)state;
    Alloc alloc;
    alloc_init(&alloc);
    char text[64];
    Limb limbs[4] = {0, 0, 0, 0}, out[64];
    size_t count = 99;
    assert_int_equal(big_to_digits(&alloc, limbs, 0, 10, text), 1);
    assert_string_equal(text, "0");
    assert_int_equal(big_to_digits(&alloc, limbs, 4, 16, text), 1);
    assert_string_equal(text, "0");
    assert_true(big_from_digits(&alloc, "0", 1, 10, out, &count));
    assert_int_equal(count, 0);
    assert_true(big_from_digits(&alloc, "000", 3, 2, out, &count));
    assert_int_equal(count, 0);

    static char zeros[3000];
    Limb *long_out = limbs_buffer(big_limbs_for_digits(sizeof zeros, 10));
    memset(zeros, '0', sizeof zeros);
    assert_true(big_from_digits(&alloc, zeros, sizeof zeros, 10, long_out, &count));
    assert_int_equal(count, 0);
    zeros[sizeof zeros - 1] = '7';
    assert_true(big_from_digits(&alloc, zeros, sizeof zeros, 10, long_out, &count));
    assert_int_equal(count, 1);
    assert_int_equal(long_out[0], 7);
    free(long_out);
}

static void *million_digits(void *argument)
{
    (void)argument;
    Alloc alloc;
    alloc_init(&alloc);
    Numbers n;
    numbers_open(&n, 3);
    random_number(&n, n.a, 51905);
    check_digits(&alloc, &n, 10);
    assert_int_equal(alloc.used, 0);
    numbers_close(&n);
    return NULL;
}

static void test_million_digits(void **state)
{
    (void)state;
    on_small_stack(million_digits, NULL);
}

static void test_failing_allocations(void **state)
{
    (void)state;
    Alloc alloc;
    alloc_init(&alloc);
    static char digits[60000];
    memset(digits, '8', sizeof digits);
    size_t limbs = big_limbs_for_digits(sizeof digits, 10), count = 0;
    Limb *out = limbs_buffer(limbs);
    assert_true(big_from_digits(&alloc, digits, sizeof digits, 10, out, &count));
    char *text = malloc(big_digits_size(count, 10));
    int failures = 0;
    for (unsigned at = 1; at < 30; at++) {
        size_t other;
        alloc.fail_at = at;
        failures += !big_from_digits(&alloc, digits, sizeof digits, 10, out, &other);
        assert_int_equal(alloc.used, 0);
        alloc.fail_at = at;
        failures += big_to_digits(&alloc, out, count, 10, text) == 0;
        assert_int_equal(alloc.used, 0);
    }
    assert_true(failures > 4);
    alloc.fail_at = 0;
    assert_true(big_from_digits(&alloc, digits, sizeof digits, 10, out, &count));
    assert_int_equal(big_to_digits(&alloc, out, count, 10, text), sizeof digits);
    assert_memory_equal(text, digits, sizeof digits);
    free(out);
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_all_radices),    cmocka_unit_test(test_round_numbers),       cmocka_unit_test(test_zero_and_leading_zeros),
        cmocka_unit_test(test_million_digits), cmocka_unit_test(test_failing_allocations),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
