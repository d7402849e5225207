/* term_cellmap.c - what was entered is found, whatever the table has grown to; failing memory changes nothing.
 *
 * SPDX-License-Identifier: MIT
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "term/cellmap.h"

static void test_many(void **state)
{
    (void)state;
    Alloc a;
    alloc_init(&a);
    CellMap map;
    cell_map_init(&map, &a);
    assert_null(cell_map_get(&map, 7));
    for (Cell i = 1; i <= 5000; i++) {
        assert_null(cell_map_get(&map, i * 12));
        assert_true(cell_map_put(&map, i * 12, i));
    }
    for (Cell key = 1; key <= 60000; key++) {
        const Cell *value = cell_map_get(&map, key);
        assert_int_equal(value ? *value : 0, key % 12 == 0 ? key / 12 : 0);
    }
    cell_map_free(&map);
    assert_int_equal(a.used, 0);
}

static void test_no_memory(void **state)
{
    (void)state;
    Alloc a;
    alloc_init(&a);
    CellMap map;
    cell_map_init(&map, &a);
    while (map.count < map.capacity / 2 || map.capacity == 0)
        assert_true(cell_map_put(&map, map.count + 1, map.count * 2));
    size_t count = map.count;
    a.limit = a.used;
    assert_false(cell_map_put(&map, count + 1, 0));
    assert_null(cell_map_get(&map, count + 1));
    for (size_t i = 0; i < count; i++) {
        const Cell *value = cell_map_get(&map, i + 1);
        assert_non_null(value);
        assert_int_equal(*value, i * 2);
    }
    cell_map_free(&map);
    assert_int_equal(a.used, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_many),
        cmocka_unit_test(test_no_memory),
    };
    return cmocka_run_group_tests_name("term_cellmap", tests, NULL, NULL);
}
