/* base_number_map.c - what was entered is found, whatever the table has grown to; failing memory changes nothing.
 *
 * SPDX-License-Identifier: MIT
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/number_map.h"

static void test_many(void **state)
{
    (void)state;
    Alloc a;
    alloc_init(&a);
    NumberMap map = {0};
    assert_int_equal(number_map_get(&map, 7), 0);
    for (uint32_t i = 0; i < 5000; i++) {
        assert_int_equal(number_map_get(&map, i * 12), 0);
        assert_true(number_map_reserve(&map, &a));
        number_map_put(&map, i * 12, i + 1);
    }
    for (uint32_t i = 0; i < 60000; i++)
        assert_int_equal(number_map_get(&map, i), i % 12 == 0 ? i / 12 + 1 : 0);
    number_map_free(&map, &a);
    assert_int_equal(a.used, 0);
}

static void test_no_memory(void **state)
{
    (void)state;
    Alloc a;
    alloc_init(&a);
    NumberMap map = {0};
    while (map.count < 12) {
        assert_true(number_map_reserve(&map, &a));
        number_map_put(&map, (uint32_t)map.count, map.count + 1);
    }
    a.limit = a.used;
    assert_false(number_map_reserve(&map, &a));
    for (uint32_t i = 0; i < 12; i++)
        assert_int_equal(number_map_get(&map, i), i + 1);
    number_map_free(&map, &a);
    assert_int_equal(a.used, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_many),
        cmocka_unit_test(test_no_memory),
    };
    return cmocka_run_group_tests_name("base_number_map", tests, NULL, NULL);
}
