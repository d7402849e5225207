/* base_unicode.c - classes, case and width of code points.
 *
 * SPDX-License-Identifier: MIT
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/unicode.h"

#include <ctype.h>
#include <utf8proc.h>

/* The ASCII shortcuts agree with the C locale and, where that has no word for it, with the general rules. */
static void test_ascii(void **state)
{
    (void)state;
    for (uint32_t c = 0; c < 128; c++) {
        int i = (int)c;
        assert_int_equal(unicode_is_uppercase(c), isupper(i) != 0);
        assert_int_equal(unicode_is_lowercase(c), islower(i) != 0);
        assert_int_equal(unicode_is_alpha(c), isalpha(i) != 0);
        assert_int_equal(unicode_is_id_start(c), isalpha(i) != 0);
        assert_int_equal(unicode_is_id_continue(c), isalnum(i) != 0 || c == '_');
        assert_int_equal(unicode_is_alnum(c), isalnum(i) != 0);
        assert_int_equal(unicode_is_digit(c), isdigit(i) != 0);
        assert_int_equal(unicode_is_space(c), isspace(i) != 0);
        assert_int_equal(unicode_is_punct(c), ispunct(i) != 0);
        assert_int_equal(unicode_is_graph(c), isgraph(i) != 0);
        assert_int_equal(unicode_is_control(c), iscntrl(i) != 0);
        assert_int_equal(unicode_to_upper(c), toupper(i));
        assert_int_equal(unicode_to_lower(c), tolower(i));
        assert_int_equal(unicode_width(c), isprint(i) != 0);
        assert_int_equal(unicode_is_solo(c), c != 0 && strchr("()[]{}", i) != NULL);
        assert_int_equal(unicode_is_punct(c), unicode_is_solo(c) || unicode_is_symbol(c) || c == '_');
    }
}

static void test_letters(void **state)
{
    (void)state;
    assert_true(unicode_is_uppercase(0xC4));                 /* A with diaeresis */
    assert_true(unicode_is_uppercase(0x1C5));                /* title case Dz */
    assert_true(unicode_is_lowercase(0x3B1));                /* alpha */
    assert_true(unicode_is_alpha(0x6F22));                   /* an ideograph */
    assert_false(unicode_is_uppercase(0x6F22));
    assert_true(unicode_is_id_continue(0x301));              /* combining acute */
    assert_false(unicode_is_id_start(0x301));
    assert_true(unicode_is_id_continue(0x203F));             /* undertie */
    assert_int_equal(unicode_to_upper(0x3B1), 0x391);
    assert_int_equal(unicode_to_lower(0xC4), 0xE4);
    assert_int_equal(unicode_to_upper(0x6F22), 0x6F22);
}

static void test_signs(void **state)
{
    (void)state;
    assert_true(unicode_is_symbol(0x2264));                  /* less or equal */
    assert_true(unicode_is_symbol(0x2026));                  /* ellipsis */
    assert_true(unicode_is_symbol(0x1F600));                 /* a face */
    assert_true(unicode_is_solo(0x27E8));                    /* angle bracket */
    assert_true(unicode_is_solo(0xAB));                      /* left guillemet */
    assert_false(unicode_is_symbol(0xAB));
    assert_true(unicode_is_space(0x85));
    assert_true(unicode_is_space(0xA0));
    assert_true(unicode_is_space(0x3000));
    assert_false(unicode_is_space(0x200B));                  /* zero width space is a format character */
    assert_int_equal(unicode_width(0x6F22), 2);
    assert_int_equal(unicode_width(0x301), 0);
    assert_int_equal(unicode_width(0xE9), 1);
}

static void test_digits(void **state)
{
    (void)state;
    assert_int_equal(unicode_digit_value('7'), 7);
    assert_int_equal(unicode_digit_value('a'), -1);
    assert_int_equal(unicode_digit_value(0x0663), 3);        /* Arabic-Indic */
    assert_int_equal(unicode_digit_value(0x096F), 9);        /* Devanagari */
    assert_int_equal(unicode_digit_value(0xFF10), 0);        /* full width */
    assert_int_equal(unicode_digit_value(0x1D7CE), 0);       /* bold, the first mathematical set */
    assert_int_equal(unicode_digit_value(0x1D7FF), 9);       /* monospace, the last */
    assert_int_equal(unicode_digit_value(0xBD), -1);         /* one half */
    assert_int_equal(unicode_digit_value(0x110000), -1);
}

/* Shortcuts of ASCII are what utf8proc would say; what is out of range is nothing. */
static void test_edges(void **state)
{
    (void)state;
    for (uint32_t c = 0; c < 128; c++) {
        utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)c);
        assert_int_equal(unicode_is_symbol(c), (category >= UTF8PROC_CATEGORY_SM && category <= UTF8PROC_CATEGORY_SO) ||
                                                   category == UTF8PROC_CATEGORY_PD || category == UTF8PROC_CATEGORY_PO);
    }
    static const uint32_t out_of_range[] = {0x110000, 0x80000000u, UINT32_MAX};
    for (size_t i = 0; i < ARRAY_LENGTH(out_of_range); i++) {
        uint32_t c = out_of_range[i];
        assert_false(unicode_is_alpha(c) || unicode_is_graph(c) || unicode_is_space(c) || unicode_is_control(c));
        assert_true(unicode_to_upper(c) == c && unicode_to_lower(c) == c);
        assert_int_equal(unicode_width(c), 0);
    }
    assert_false(unicode_is_graph(0xD800));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_ascii),  cmocka_unit_test(test_letters), cmocka_unit_test(test_signs),
        cmocka_unit_test(test_digits), cmocka_unit_test(test_edges),
    };
    return cmocka_run_group_tests_name("base_unicode", tests, NULL, NULL);
}
