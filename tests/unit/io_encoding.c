/* io_encoding.c - encodings: names, round trips, malformed input, byte order marks.
 *
 * SPDX-License-Identifier: MIT
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "io/encoding.h"

static void test_names(void **state)
{
    (void)state;
    for (Encoding e = ENC_OCTET; e < ENC_COUNT; e++) {
        Encoding back = ENC_COUNT;
        assert_true(encoding_from_name(encoding_name(e), &back));
        assert_int_equal(back, e);
    }
    Encoding e = ENC_COUNT;
    assert_true(encoding_from_name("unicode_le", &e));
    assert_int_equal(e, ENC_UTF16LE);
    assert_false(encoding_from_name("ebcdic", &e));
}

static void test_round_trips(void **state)
{
    (void)state;
    for (Encoding e = ENC_OCTET; e < ENC_COUNT; e++)
        for (uint32_t code = 0; code <= 0x110010; code += code < 0x10200 ? 1 : 97) {
            char bytes[ENCODING_MAX_BYTES];
            size_t n = encoding_encode(e, code, bytes);
            assert_int_equal(n != 0, encoding_can_encode(e, code));
            if (n == 0)
                continue;
            uint32_t back = UINT32_MAX;
            assert_int_equal(encoding_decode(e, bytes, bytes + n, &back), n);
            assert_int_equal(back, code);
            assert_int_equal(encoding_decode(e, bytes, bytes + n - 1, &back), 0);
            for (size_t have = 0; have < n; have++)          /* always asks for more, never for too much */
                assert_in_range(encoding_needed_bytes(e, bytes, have), have + 1, n);
            assert_int_equal(encoding_needed_bytes(e, bytes, n), n);
        }
}

static void test_gaps(void **state)
{
    (void)state;
    assert_false(encoding_can_encode(ENC_ASCII, 0x80));
    assert_true(encoding_can_encode(ENC_ISO_LATIN_1, 0xFF));
    assert_false(encoding_can_encode(ENC_ISO_LATIN_1, 0x100));
    assert_false(encoding_can_encode(ENC_UTF16LE, 0xD800));
    assert_true(encoding_can_encode(ENC_UTF8, 0x10FFFF));
}

static void assert_malformed(Encoding e, const char *bytes, size_t n)
{
    uint32_t code;
    assert_int_equal(encoding_decode(e, bytes, bytes + n, &code), 0);
    assert_in_range(encoding_needed_bytes(e, bytes, n), 1, n);
}

static void test_malformed(void **state)
{
    (void)state;
    assert_malformed(ENC_ASCII, "\x80", 1);
    assert_malformed(ENC_UTF8, "\xC3(", 2);
    assert_malformed(ENC_UTF8, "\xF0\x9F(", 3);
    assert_malformed(ENC_UTF8, "\xFF", 1);
    assert_malformed(ENC_UTF16BE, "\xDC\x00", 2);            /* a low surrogate first */
    assert_malformed(ENC_UTF16BE, "\xD8\x00\x00\x41", 4);    /* a high one alone */
    assert_malformed(ENC_UTF16LE, "\x00\xD8\x00\xD8", 4);    /* two high ones */
}

static void test_byte_order_marks(void **state)
{
    (void)state;
    Encoding e = ENC_OCTET;
    assert_int_equal(encoding_detect_bom("\xEF\xBB\xBFx", 4, &e), 3);
    assert_int_equal(e, ENC_UTF8);
    assert_int_equal(encoding_detect_bom("\xFF\xFE", 2, &e), 2);
    assert_int_equal(e, ENC_UTF16LE);
    assert_int_equal(encoding_detect_bom("\xFE\xFF", 2, &e), 2);
    assert_int_equal(e, ENC_UTF16BE);
    assert_int_equal(encoding_detect_bom("\xEF\xBB", 2, &e), 0);
    assert_int_equal(encoding_detect_bom("abc", 3, &e), 0);
    assert_int_equal(encoding_detect_bom("", 0, &e), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_names),     cmocka_unit_test(test_round_trips),      cmocka_unit_test(test_gaps),
        cmocka_unit_test(test_malformed), cmocka_unit_test(test_byte_order_marks),
    };
    return cmocka_run_group_tests_name("io_encoding", tests, NULL, NULL);
}
