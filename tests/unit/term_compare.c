/* term_compare.c - checks of the standard order, identity and variants.
 * SPDX-License-Identifier: MIT
 */
#include "term_fixture.h"

#include "term/compare.h"

static int order_of(Fixture *f, Cell a, Cell b)
{
    bool ok;
    int order = term_compare(&f->store, a, b, &ok), back = term_compare(&f->store, b, a, &ok);
    assert_true(ok);
    assert_int_equal((order > 0) - (order < 0), (back < 0) - (back > 0));
    assert_int_equal(order == 0, term_identical(&f->store, a, b, &ok));
    return (order > 0) - (order < 0);
}

static bool is_variant(Fixture *f, Cell a, Cell b)
{
    bool ok, there = term_is_variant(&f->store, a, b, &ok), back = term_is_variant(&f->store, b, a, &ok);
    assert_true(ok);
    assert_int_equal(there, back);
    return there;
}

static void test_standard_order(void **state)
{
    (void)state;
    Fixture f;
    fixture_open(&f);
    Store *s = &f.store;
    Cell sorted[] = {
        t_var(&f),
        t_var(&f),
        t_att(&f, t_nil(), t_nil()),
        t_var(&f),
        heap_push_double(s, -1.0e300),
        heap_push_double(s, -0.0),
        heap_push_double(s, 0.0),
        heap_push_double(s, 1.0),
        heap_push_double(s, 1.5),
        heap_push_int64(s, INT64_MIN),
        t_int(-1),
        t_int(0),
        t_int(1),
        heap_push_int64(s, INT64_MAX),
        t_atom(&f, ""),
        t_atom(&f, "a"),
        t_atom(&f, "ab"),
        t_atom(&f, "b"),
        t_atom(&f, "\xc3\xa9"),
        string_push(s, "a", 1),
        string_push(s, "ab", 2),
        string_push(s, "b", 1),
        t_f1(&f, "z", t_int(1)),
        t_pair(&f, t_int(1), t_nil()),
        t_text(&f, "ab"),
        t_char_list(&f, "ac", t_nil()),
        t_pair(&f, t_f1(&f, "a", t_nil()), t_nil()),
        t_f2(&f, "a", t_int(1), t_int(2)),
        t_f2(&f, "a", t_int(2), t_int(1)),
        t_f2(&f, "b", t_int(0), t_int(0)),
        t_f3(&f, "a", t_int(1), t_int(1), t_int(1)),
    };
    for (size_t i = 0; i < ARRAY_LENGTH(sorted); i++)
        for (size_t j = 0; j < ARRAY_LENGTH(sorted); j++)
            assert_int_equal(order_of(&f, sorted[i], sorted[j]), i < j ? -1 : i > j);
    fixture_close(&f);
}

static void test_packed_text(void **state)
{
    (void)state;
    Fixture f;
    fixture_open(&f);
    Cell x = t_var(&f);
    assert_int_equal(order_of(&f, t_text(&f, "abc"), t_char_list(&f, "abc", t_nil())), 0);
    assert_int_equal(order_of(&f, t_text(&f, "abc"), t_text(&f, "abcd")), -1); /* [] before a list */
    assert_int_equal(order_of(&f, t_text_tail(&f, "ab", x), t_text(&f, "abcd")), -1);
    assert_int_equal(order_of(&f, t_text_tail(&f, "ab", t_text(&f, "cd")), t_text(&f, "abcd")), 0);
    assert_true(is_variant(&f, t_text_tail(&f, "ab", x), t_char_list(&f, "ab", t_var(&f))));
    assert_false(is_variant(&f, t_text(&f, "abc"), t_char_list(&f, "abc", x)));
    fixture_close(&f);
}

static void test_variants(void **state)
{
    (void)state;
    Fixture f;
    fixture_open(&f);
    Cell x = t_var(&f), y = t_var(&f), z = t_var(&f);
    assert_true(is_variant(&f, t_f2(&f, "f", x, y), t_f2(&f, "f", y, x)));
    assert_true(is_variant(&f, t_f2(&f, "f", x, y), t_f2(&f, "f", y, z)));
    assert_false(is_variant(&f, t_f2(&f, "f", x, x), t_f2(&f, "f", y, z)));
    assert_false(is_variant(&f, t_f2(&f, "f", x, y), t_f2(&f, "f", z, z)));
    assert_false(is_variant(&f, t_f3(&f, "f", x, y, x), t_f3(&f, "f", x, y, y)));
    Cell shared = t_f1(&f, "g", x);
    assert_false(is_variant(&f, t_f2(&f, "f", x, shared), t_f2(&f, "f", y, shared)));
    assert_true(is_variant(&f, t_int(1), t_int(1)));
    assert_false(is_variant(&f, x, t_int(1)));
    fixture_close(&f);
}

static void test_cyclic(void **state)
{
    (void)state;
    Fixture f;
    fixture_open(&f);
    Cell a = cell_from_atom('a'), end = t_var(&f), loop = t_text_tail(&f, "aaa", end);
    *cell_pointer(end) = loop;
    assert_int_equal(order_of(&f, t_loop(&f, "f", 2), t_loop(&f, "f", 3)), 0);
    assert_int_equal(order_of(&f, t_list_loop(&f, a, 3), t_list_loop(&f, a, 5)), 0);
    assert_int_equal(order_of(&f, loop, t_list_loop(&f, a, 7)), 0);
    assert_true(is_variant(&f, t_loop(&f, "f", 2), t_loop(&f, "f", 3)));
    Cell x = t_var(&f), y = t_var(&f);
    assert_true(is_variant(&f, t_list_loop(&f, x, 3), t_list_loop(&f, y, 5)));
    Cell odd = t_list_loop(&f, a, 5);
    lst_cells(cell_deref(lst_cells(odd)[1]))[0] = cell_from_atom('b');
    assert_int_equal(order_of(&f, t_list_loop(&f, a, 3), odd), -1);
    assert_false(is_variant(&f, t_list_loop(&f, a, 3), odd));
    fixture_close(&f);
}

static void test_shared_trees(void **state)
{
    (void)state;
    Fixture f;
    fixture_open(&f);
    Cell x = t_var(&f);
    assert_int_equal(order_of(&f, t_shared_tree(&f, 80, x), t_shared_tree(&f, 80, x)), 0);
    assert_true(is_variant(&f, t_shared_tree(&f, 80, x), t_shared_tree(&f, 80, t_var(&f))));
    fixture_close(&f);
}

typedef struct Job {
    Fixture *f;
    Cell a, b;
    int order;
    bool variant;
} Job;

static void *compare_deep(void *argument)
{
    Job *job = argument;
    bool ok;
    job->order = term_compare(&job->f->store, job->a, job->b, &ok);
    job->variant = term_is_variant(&job->f->store, job->a, job->b, &ok) && ok;
    return NULL;
}

static void check_deep(Fixture *f, Cell a, Cell b, int order, bool variant)
{
    Job job = {f, a, b, 99, !variant};
    on_small_stack(compare_deep, &job);
    assert_int_equal((job.order > 0) - (job.order < 0), order);
    assert_int_equal(job.variant, variant);
    f->store.H = f->store.heap_base;
}

static void test_deep(void **state)
{
    (void)state;
    Fixture f;
    fixture_open(&f);
    check_deep(&f, t_deep(&f, "f", DEEP, t_int(1)), t_deep(&f, "f", DEEP, t_int(2)), -1, false);
    check_deep(&f, t_left_deep(&f, "f", DEEP, t_int(1)), t_left_deep(&f, "f", DEEP, t_int(1)), 0, true);
    store_trim_scratch(&f.store, 0);
    check_deep(&f, t_int_list(&f, DEEP, t_nil()), t_int_list(&f, DEEP, t_nil()), 0, true);
    assert_true(f.store.work_capacity <= 1024);
    fixture_close(&f);
}

static void test_failing_memory(void **state)
{
    (void)state;
    Fixture f;
    fixture_open(&f);
    Cell a = t_f2(&f, "p", t_left_deep(&f, "f", 3000, t_var(&f)), t_list_loop(&f, t_int(1), 1009));
    Cell b = t_f2(&f, "p", t_left_deep(&f, "f", 3000, t_var(&f)), t_list_loop(&f, t_int(1), 1013));
    for (uint64_t n = 1;; n++) {
        bool ok;
        store_trim_scratch(&f.store, 0);
        f.alloc.fail_at = n;
        bool variant = term_is_variant(&f.store, a, b, &ok);
        assert_int_equal(ok, f.alloc.fail_at != 0);
        assert_int_equal(variant, ok);
        if (ok)
            break;
        assert_int_equal(f.store.resource, RES_MEMORY);
    }
    f.alloc.fail_at = 0;
    fixture_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_standard_order), cmocka_unit_test(test_packed_text),  cmocka_unit_test(test_variants),
        cmocka_unit_test(test_cyclic),         cmocka_unit_test(test_shared_trees), cmocka_unit_test(test_deep),
        cmocka_unit_test(test_failing_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
