/* term_text.c - checks of packed text and strings.
 * SPDX-License-Identifier: MIT
 */
#include "term_fixture.h"

#include "term/walk.h"

/* Asserts that a list consists of exactly these characters. */
static void assert_characters(Cell list, const char *text, size_t bytes)
{
    for (size_t i = 0; i < bytes; i++) {
        Cell head;
        list = cell_deref(list);
        assert_true(cell_is_pair(list));
        list_uncons(list, &head, &list);
        assert_int_equal(head, cell_from_atom((unsigned char)text[i]));
    }
    assert_int_equal(cell_deref(list), cell_from_atom(ATOM_nil));
}

static void test_uncons(void **state)
{
    (void)state;
    Fixture f;
    fixture_open(&f);
    Cell tail = t_var(&f), rest, list = t_text_tail(&f, "a\xe2\x82\xac\xf0\x9f\x98\x80", tail);
    assert_true(cell_is_txt(list));
    assert_int_equal(text_uncons(list, &rest), 'a');
    assert_int_equal(text_uncons(rest, &rest), 0x20AC);
    assert_int_equal(text_uncons(rest, &rest), 0x1F600);
    assert_int_equal(cell_deref(rest), tail);
    assert_int_equal(t_text(&f, ""), t_nil());
    fixture_close(&f);
}

static void test_every_length(void **state)
{
    (void)state;
    static const char text[] = "abcdefghijklmnopqrstuvwxyz";
    Fixture f;
    fixture_open(&f);
    for (size_t n = 0; n <= 26; n++) {
        Cell *before = f.store.H;
        Cell list = text_push(&f.store, text, n, t_nil());
        assert_int_equal(f.store.H - before, text_cells(text, n));
        assert_characters(list, text, n);
    }
    fixture_close(&f);
}

static void test_nul_and_chains(void **state)
{
    (void)state;
    Fixture f;
    fixture_open(&f);
    assert_characters(text_push(&f.store, "a\0b\0", 4, t_nil()), "a\0b\0", 4);
    assert_characters(text_push(&f.store, "\0\0", 2, t_nil()), "\0\0", 2);
    enum { LONG = 200000 };
    char *text = malloc(LONG);
    for (size_t i = 0; i < LONG; i++)
        text[i] = (char)('a' + i % 26);
    text[70000] = '\0';
    Cell *before = f.store.H, list = text_push(&f.store, text, LONG, t_nil());
    assert_int_equal(f.store.H - before, text_cells(text, LONG));
    assert_characters(list, text, LONG);
    size_t length;
    assert_int_equal(list_measure(list, &length), LIST_PROPER);
    assert_int_equal(length, LONG);
    free(text);
    fixture_close(&f);
}

/* Blocks end between characters: three bytes do not divide the size of a block. */
static void test_chain_of_long_characters(void **state)
{
    (void)state;
    Fixture f;
    fixture_open(&f);
    enum { COUNT = 66000 };
    char *text = malloc(COUNT * 3);
    for (size_t i = 0; i < COUNT; i++)
        memcpy(text + 3 * i, "\xe2\x82\xac", 3);
    Cell list = text_push(&f.store, text, COUNT * 3, t_nil());
    size_t length;
    assert_int_equal(list_measure(list, &length), LIST_PROPER);
    assert_int_equal(length, COUNT);
    for (Cell head; cell_is_txt(list);) {
        list_uncons(list, &head, &list);
        assert_int_equal(head, cell_from_atom(0x20AC));
    }
    free(text);
    fixture_close(&f);
}

static void test_skip_common(void **state)
{
    (void)state;
    Fixture f;
    fixture_open(&f);
    Cell x = t_var(&f), a = t_text_tail(&f, "abc", x), b = t_text(&f, "abcdef");
    assert_int_equal(text_skip_common(&a, &b), 0);
    assert_int_equal(a, x);
    assert_characters(b, "def", 3);
    a = t_text(&f, "abx"), b = t_text(&f, "aby");
    assert_true(text_skip_common(&a, &b) < 0);
    fixture_close(&f);
}

static void test_strings(void **state)
{
    (void)state;
    Fixture f;
    fixture_open(&f);
    for (size_t n = 0; n < 20; n++) {
        Cell *before = f.store.H, s = string_push(&f.store, "01234567890123456789", n);
        assert_true(cell_is_string(s));
        assert_int_equal(f.store.H - before, 1 + string_words(n));
        assert_int_equal(string_span(s).length, n);
        assert_memory_equal(string_span(s).bytes, "01234567890123456789", n);
        assert_int_equal(string_span(s).bytes[n], 0);
    }
    fixture_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_uncons),         cmocka_unit_test(test_every_length),
        cmocka_unit_test(test_nul_and_chains), cmocka_unit_test(test_chain_of_long_characters),
        cmocka_unit_test(test_skip_common),    cmocka_unit_test(test_strings),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
