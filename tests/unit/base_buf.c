/* base_buf.c - byte buffers and their sticky failure.
 *
 * SPDX-License-Identifier: MIT
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/buf.h"

static void test_puts(void **state)
{
    (void)state;
    Alloc a;
    alloc_init(&a);
    Buf b;
    buf_init(&b, &a);
    assert_int_equal(a.used, 0);
    buf_put_byte(&b, 'h');
    buf_put_string(&b, "orn ");
    buf_put_bytes(&b,
                  "1\0"
                  "2",
                  3);
    buf_put_bytes(&b, NULL, 0);
    buf_put_code(&b, 0x20AC);
    buf_put_code(&b, 0xD800);
    buf_printf(&b, "%d-%s", 42, "x");
    const char expected[] = "horn 1\0"
                            "2\xE2\x82\xAC\xEF\xBF\xBD"
                            "42-x";
    assert_int_equal(b.length, sizeof expected - 1);
    assert_memory_equal(buf_terminate(&b), expected, sizeof expected);
    assert_int_equal(b.length, sizeof expected - 1);
    assert_false(b.failed);
    buf_clear(&b);
    assert_string_equal(buf_terminate(&b), "");
    buf_free(&b);
    assert_int_equal(a.used, 0);
}

static void test_growth(void **state)
{
    (void)state;
    Alloc a;
    alloc_init(&a);
    Buf b;
    buf_init(&b, &a);
    for (int i = 0; i < 100000; i++)
        buf_printf(&b, "%d,", i % 10);
    assert_int_equal(b.length, 200000);
    assert_memory_equal(b.data + 199996, "8,9,", 4);
    assert_true(b.capacity < 400000);
    buf_free(&b);
}

static void test_empty_terminates(void **state)
{
    (void)state;
    Alloc a;
    alloc_init(&a);
    Buf b;
    buf_init(&b, &a);
    assert_string_equal(buf_terminate(&b), "");
    buf_free(&b);
    a.limit = 0;
    assert_string_equal(buf_terminate(&b), "");
    assert_true(b.failed);
    buf_free(&b);
}

/* Whichever allocation fails, the buffer says so, keeps what it has, and takes nothing more. */
static void test_failures(void **state)
{
    (void)state;
    Alloc a;
    alloc_init(&a);
    bool failed = true;
    for (uint64_t n = 1; failed; n++) {
        Buf b;
        buf_init(&b, &a);
        a.fail_at = n;
        for (int i = 0; i < 100; i++)
            buf_printf(&b, "%04d", i);
        failed = b.failed;
        a.fail_at = 0;
        if (failed) {
            size_t before = b.length;
            assert_int_equal(before % 4, 0);
            buf_put_byte(&b, 'x');
            buf_put_string(&b, "xyz");
            buf_printf(&b, "%d", 1);
            assert_int_equal(b.length, before);
            assert_int_equal(strlen(buf_terminate(&b)), before);
            buf_clear(&b);
            buf_put_string(&b, "again");
            assert_string_equal(buf_terminate(&b), "again");
        } else {
            assert_int_equal(b.length, 400);
            assert_true(n > 2);
        }
        buf_free(&b);
        assert_int_equal(a.used, 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_puts),
        cmocka_unit_test(test_growth),
        cmocka_unit_test(test_empty_terminates),
        cmocka_unit_test(test_failures),
    };
    return cmocka_run_group_tests_name("base_buf", tests, NULL, NULL);
}
