/* base_utf8.c - UTF-8: well-formed text goes both ways, malformed text is refused.
 *
 * SPDX-License-Identifier: MIT
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/utf8.h"

/* Every scalar value survives encoding and decoding by both readers. */
static void test_round_trip(void **state)
{
    (void)state;
    for (uint32_t code = 0; code <= UNICODE_MAX; code++) {
        char bytes[4];
        size_t n = utf8_encode(code, bytes);
        if (code >= 0xD800 && code < 0xE000) {
            assert_int_equal(n, 0);
            continue;
        }
        uint32_t back = UINT32_MAX;
        assert_int_equal(utf8_sequence_bytes(bytes[0]), n);
        assert_int_equal(utf8_decode(bytes, bytes + n, &back), n);
        assert_int_equal(back, code);
        assert_int_equal(utf8_decode(bytes, bytes + n - 1, &back), 0);
        const char *p = bytes;
        assert_int_equal(utf8_next(&p), code);
        assert_ptr_equal(p, bytes + n);
        assert_ptr_equal(utf8_previous(p), bytes);
    }
    char bytes[4];
    assert_int_equal(utf8_encode(0x110000, bytes), 0);
    assert_int_equal(utf8_encode(UINT32_MAX, bytes), 0);
}

static void test_malformed(void **state)
{
    (void)state;
    static const char *const malformed[] = {
        "\x80",
        "\xBF",
        "\xC0\x80",
        "\xC1\xBF",
        "\xC3",
        "\xC3(",
        "\xE0\x80\x80",
        "\xE0\x9F\xBF",
        "\xE2\x82",
        "\xE2(\xA1",
        "\xE2\x82(",
        "\xED\xA0\x80",
        "\xED\xBF\xBF",
        "\xF0\x80\x80\x80",
        "\xF0\x8F\xBF\xBF",
        "\xF0\x9F\x98",
        "\xF4\x90\x80\x80",
        "\xF5\x80\x80\x80",
        "\xF8\x88\x80\x80\x80",
        "\xFE",
        "\xFF",
    };
    for (size_t i = 0; i < ARRAY_LENGTH(malformed); i++) {
        const char *p = malformed[i];
        uint32_t code = 42;
        assert_int_equal(utf8_decode(p, p + strlen(p), &code), 0);
        assert_int_equal(code, 42);
        assert_false(utf8_is_valid(p, strlen(p)));
    }
    const char *empty = "";
    uint32_t code;
    assert_int_equal(utf8_decode(empty, empty, &code), 0);
}

static void test_counting(void **state)
{
    (void)state;
    const char *text = "a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80z";
    size_t n = strlen(text);
    assert_int_equal(utf8_length(text, n), 5);
    assert_true(utf8_is_valid(text, n));
    assert_ptr_equal(utf8_skip(text, n, 0), text);
    assert_ptr_equal(utf8_skip(text, n, 3), text + 6);
    assert_ptr_equal(utf8_skip(text, n, 5), text + n);
    assert_ptr_equal(utf8_skip(text, n, 50), text + n);
    assert_int_equal(utf8_valid_prefix("ab\xFFz", 4), 2);
    assert_true(utf8_is_valid("", 0));
    assert_true(utf8_is_valid("a\0b", 3));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_round_trip),
        cmocka_unit_test(test_malformed),
        cmocka_unit_test(test_counting),
    };
    return cmocka_run_group_tests_name("base_utf8", tests, NULL, NULL);
}
