/* term_number.c - checks of integers as cells and of exact comparison.
 * SPDX-License-Identifier: MIT
 */
#include "term_fixture.h"

#include <math.h>

static Cell t_double(Fixture *f, double d)
{
    return heap_push_double(&f->store, d);
}

static void assert_order(Cell a, Cell b, int expected)
{
    int there = number_compare(a, b), back = number_compare(b, a);
    assert_int_equal((there > 0) - (there < 0), expected);
    assert_int_equal((back > 0) - (back < 0), -expected);
}

static void test_small_and_big(void **state)
{
    (void)state;
    Fixture f;
    fixture_open(&f);
    Store *s = &f.store;
    static const int64_t values[] = {INT64_MIN, INT64_MIN + 1, INT_MIN_SMALL - 1, INT_MIN_SMALL, -1, 0,
                                     1,         INT_MAX_SMALL, INT_MAX_SMALL + 1, INT64_MAX};
    Cell cells[ARRAY_LENGTH(values)];
    for (size_t i = 0; i < ARRAY_LENGTH(values); i++) {
        int64_t back;
        cells[i] = heap_push_int64(s, values[i]);
        assert_int_equal(cell_is_int(cells[i]), int_is_small(values[i]));
        assert_true(integer_to_int64(cells[i], &back));
        assert_true(back == values[i]);
    }
    for (size_t i = 0; i < ARRAY_LENGTH(values); i++)
        for (size_t j = 0; j < ARRAY_LENGTH(values); j++)
            assert_order(cells[i], cells[j], i < j ? -1 : i > j);
    int64_t none;
    assert_false(integer_to_int64(heap_push_integer(s, false, (uint64_t[]){UINT64_C(1) << 63}, 1), &none));
    assert_false(integer_to_int64(heap_push_integer(s, true, (uint64_t[]){0, 1}, 2), &none));
    assert_int_equal(heap_push_integer(s, true, (uint64_t[]){5, 0, 0}, 3), t_int(-5));
    assert_int_equal(heap_push_integer(s, true, (uint64_t[]){0, 0}, 2), t_int(0));
    assert_order(heap_push_integer(s, true, (uint64_t[]){0, 1}, 2), heap_push_integer(s, true, (uint64_t[]){0, 2}, 2), 1);
    fixture_close(&f);
}

static void test_integers_and_doubles(void **state)
{
    (void)state;
    Fixture f;
    fixture_open(&f);
    Store *s = &f.store;
    assert_order(t_int(1), t_double(&f, 1.0), 0);
    assert_order(t_int(1), t_double(&f, 1.5), -1);
    assert_order(t_int(-1), t_double(&f, -1.5), 1);
    assert_order(t_int(0), t_double(&f, -0.0), 0);
    assert_order(t_int(0), t_double(&f, 5e-324), -1);
    assert_order(t_int(3), t_double(&f, 0.5), 1);
    assert_order(t_int(-3), t_double(&f, 0.5), -1);
    assert_order(t_int(7), t_double(&f, INFINITY), -1);
    assert_order(t_int(7), t_double(&f, -INFINITY), 1);
    assert_order(t_int(7), t_double(&f, NAN), 1);
    assert_order(t_double(&f, NAN), t_double(&f, -INFINITY), -1);
    assert_order(t_double(&f, NAN), t_double(&f, NAN), 0);
    double p53 = 9007199254740992.0; /* 2^53 + 1 rounds to it */
    assert_order(t_int(9007199254740993), t_double(&f, p53), 1);
    assert_order(t_int(9007199254740992), t_double(&f, p53), 0);
    assert_order(t_int(-9007199254740993), t_double(&f, -p53), -1);
    double p64 = 18446744073709551616.0, p128 = p64 * p64;
    assert_order(heap_push_integer(s, false, (uint64_t[]){0, 1}, 2), t_double(&f, p64), 0);
    assert_order(heap_push_integer(s, false, (uint64_t[]){1, 1}, 2), t_double(&f, p64), 1);
    assert_order(heap_push_integer(s, true, (uint64_t[]){1, 1}, 2), t_double(&f, -p64), -1);
    assert_order(heap_push_integer(s, false, (uint64_t[]){UINT64_MAX}, 1), t_double(&f, p64), -1);
    assert_order(heap_push_integer(s, false, (uint64_t[]){UINT64_MAX, UINT64_MAX}, 2), t_double(&f, p128), -1);
    assert_order(heap_push_integer(s, false, (uint64_t[]){1, 0, 1}, 3), t_double(&f, p128), 1);
    assert_order(heap_push_integer(s, false, (uint64_t[]){0, UINT64_C(1) << 63}, 2), t_double(&f, p128 / 2), 0);
    assert_order(heap_push_integer(s, false, (uint64_t[]){0, 3}, 2), t_double(&f, 3 * p64), 0);
    assert_order(heap_push_integer(s, false, (uint64_t[]){4096, 3}, 2), t_double(&f, 3 * p64), 1);
    fixture_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_small_and_big), cmocka_unit_test(test_integers_and_doubles)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
