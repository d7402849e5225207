/* base_alloc.c - counting, limits and planned failures of the allocator; growing arrays.
 *
 * SPDX-License-Identifier: MIT
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/alloc.h"
#include "base/vec.h"

#include <stdlib.h>

static void test_counting(void **state)
{
    (void)state;
    Alloc a;
    alloc_init(&a);
    char *p = alloc_new(&a, 100);
    char *q = alloc_zero(&a, 50);
    assert_non_null(p);
    assert_int_equal(a.used, 150);
    for (int i = 0; i < 50; i++)
        assert_int_equal(q[i], 0);
    memset(p, 'x', 100);
    p = alloc_resize(&a, p, 100, 1000);
    assert_non_null(p);
    assert_int_equal(p[99], 'x');
    assert_int_equal(a.used, 1050);
    p = alloc_resize(&a, p, 1000, 10);
    assert_int_equal(a.used, 60);
    assert_int_equal(a.peak, 1050);
    alloc_free(&a, p, 10);
    alloc_free(&a, q, 50);
    alloc_free(&a, NULL, 12345);
    assert_int_equal(a.used, 0);
}

static void test_nothing_is_something(void **state)
{
    (void)state;
    Alloc a;
    alloc_init(&a);
    void *p = alloc_new(&a, 0), *q = alloc_resize(&a, NULL, 0, 0);
    assert_non_null(p);
    assert_non_null(q);
    assert_ptr_not_equal(p, q);
    alloc_free(&a, p, 0);
    alloc_free(&a, q, 0);
    assert_int_equal(a.used, 0);
}

static void test_limit(void **state)
{
    (void)state;
    Alloc a;
    alloc_init(&a);
    a.limit = 1000;
    assert_null(alloc_new(&a, 1001));
    assert_null(alloc_new(&a, SIZE_MAX));
    void *p = alloc_new(&a, 600);
    assert_non_null(p);
    assert_null(alloc_new(&a, 401));
    assert_null(alloc_resize(&a, p, 600, 1001));
    p = alloc_resize(&a, p, 600, 1000);
    assert_non_null(p);
    assert_false(alloc_charge(&a, 1));
    alloc_free(&a, p, 1000);
    assert_true(alloc_charge(&a, 1000));
    assert_null(alloc_new(&a, 1));
    alloc_discharge(&a, 1000);
    assert_int_equal(a.used, 0);
}

static void test_fail_at(void **state)
{
    (void)state;
    Alloc a;
    alloc_init(&a);
    a.fail_at = 3;
    void *p = alloc_new(&a, 8), *q = alloc_new(&a, 8);
    assert_non_null(p);
    assert_non_null(q);
    assert_null(alloc_resize(&a, p, 8, 16));
    assert_int_equal(a.used, 16);
    p = alloc_resize(&a, p, 8, 16);                          /* it fails once */
    assert_non_null(p);
    alloc_free(&a, p, 16);
    alloc_free(&a, q, 8);
}

/* A host that counts for itself. */
typedef struct Host {
    size_t blocks, bytes;
} Host;

static void *host_alloc(void *user, size_t bytes)
{
    Host *host = user;
    host->blocks++;
    host->bytes += bytes;
    return malloc(bytes);
}

static void host_free(void *user, void *p, size_t bytes)
{
    Host *host = user;
    host->blocks--;
    host->bytes -= bytes;
    free(p);
}

static void test_host(void **state)
{
    (void)state;
    Host host = {0, 0};
    Alloc a;
    alloc_init(&a);
    a.host_alloc = host_alloc;
    a.host_free = host_free;
    a.user = &host;
    char *p = alloc_new(&a, 3);
    memcpy(p, "abc", 3);
    p = alloc_resize(&a, p, 3, 300);
    assert_memory_equal(p, "abc", 3);
    p = alloc_resize(&a, p, 300, 2);
    assert_memory_equal(p, "ab", 2);
    assert_int_equal(host.blocks, 1);
    assert_int_equal(host.bytes, 2);
    assert_int_equal(a.used, 2);
    alloc_free(&a, p, 2);
    assert_int_equal(host.blocks, 0);
    assert_int_equal(host.bytes, 0);
}

static void test_vec(void **state)
{
    (void)state;
    Alloc a;
    alloc_init(&a);
    struct {
        int *items;
        size_t length, capacity;
    } v = {NULL, 0, 0};
    for (int i = 0; i < 1000; i++) {
        assert_true(VEC_RESERVE(&a, v.items, v.capacity, v.length + 1));
        v.items[v.length++] = i;
    }
    for (int i = 0; i < 1000; i++)
        assert_int_equal(v.items[i], i);
    assert_true(v.capacity < 2000);
    assert_false(VEC_RESERVE(&a, v.items, v.capacity, SIZE_MAX / 4));
    assert_false(VEC_RESERVE(&a, v.items, v.capacity, SIZE_MAX));
    a.fail_at = 1;
    size_t before = v.capacity;
    assert_false(VEC_RESERVE(&a, v.items, v.capacity, before + 1));
    assert_int_equal(v.capacity, before);
    assert_int_equal(v.items[999], 999);
    VEC_FREE(&a, v.items, v.capacity);
    assert_int_equal(a.used, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_counting), cmocka_unit_test(test_nothing_is_something),
        cmocka_unit_test(test_limit),    cmocka_unit_test(test_fail_at),
        cmocka_unit_test(test_host),     cmocka_unit_test(test_vec),
    };
    return cmocka_run_group_tests_name("base_alloc", tests, NULL, NULL);
}
