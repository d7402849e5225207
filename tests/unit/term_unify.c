/* term_unify.c - checks of unification and of the trail.
 * SPDX-License-Identifier: MIT
 */
#include "term_fixture.h"

#include "term/compare.h"
#include "term/unify.h"

static bool is_same(Fixture *f, Cell a, Cell b)
{
    bool ok, same = term_identical(&f->store, a, b, &ok);
    assert_true(ok);
    return same;
}

static void test_atomic(void **state)
{
    (void)state;
    Fixture f;
    fixture_open(&f);
    Store *s = &f.store;
    assert_int_equal(unify(s, t_int(1), t_int(1)), ST_TRUE);
    assert_int_equal(unify(s, t_int(1), t_int(2)), ST_FAIL);
    assert_int_equal(unify(s, heap_push_double(s, 1.5), heap_push_double(s, 1.5)), ST_TRUE);
    assert_int_equal(unify(s, heap_push_double(s, 1), t_int(1)), ST_FAIL);
    assert_int_equal(unify(s, heap_push_double(s, 0.0), heap_push_double(s, -0.0)), ST_FAIL);
    assert_int_equal(unify(s, heap_push_int64(s, INT64_MAX), heap_push_int64(s, INT64_MAX)), ST_TRUE);
    assert_int_equal(unify(s, heap_push_int64(s, INT64_MAX), heap_push_int64(s, -INT64_MAX)), ST_FAIL);
    assert_int_equal(unify(s, string_push(s, "abc", 3), string_push(s, "abc", 3)), ST_TRUE);
    assert_int_equal(unify(s, string_push(s, "abc", 3), string_push(s, "abd", 3)), ST_FAIL);
    assert_int_equal(unify(s, t_atom(&f, "abc"), string_push(s, "abc", 3)), ST_FAIL);
    fixture_close(&f);
}

static void test_structures(void **state)
{
    (void)state;
    Fixture f;
    fixture_open(&f);
    Cell x = t_var(&f), y = t_var(&f), z = t_var(&f);
    Cell a = t_f3(&f, "f", x, t_f2(&f, "g", y, t_int(3)), t_pair(&f, x, z));
    Cell b = t_f3(&f, "f", t_int(1), t_f2(&f, "g", t_atom(&f, "foo"), t_int(3)), t_pair(&f, t_int(1), t_nil()));
    assert_int_equal(unify(&f.store, a, b), ST_TRUE);
    assert_int_equal(cell_deref(x), t_int(1));
    assert_int_equal(cell_deref(y), t_atom(&f, "foo"));
    assert_int_equal(cell_deref(z), t_nil());
    assert_true(is_same(&f, a, b));
    assert_int_equal(unify(&f.store, t_f1(&f, "f", x), t_f1(&f, "g", x)), ST_FAIL);
    assert_int_equal(unify(&f.store, t_f1(&f, "f", x), t_pair(&f, x, x)), ST_FAIL);
    fixture_close(&f);
}

static void test_direction_and_trail(void **state)
{
    (void)state;
    Fixture f;
    fixture_open(&f);
    Store *s = &f.store;
    Cell old = t_var(&f), other = t_var(&f);
    s->HB = s->H;
    Cell *mark = s->TR, young = t_var(&f);
    assert_int_equal(unify(s, old, young), ST_TRUE);
    assert_int_equal(*cell_pointer(young), old);
    assert_ptr_equal(s->TR, mark); /* younger than the choice point */
    assert_int_equal(unify(s, young, t_int(7)), ST_TRUE);
    assert_int_equal(unify(s, other, old), ST_TRUE);
    assert_ptr_equal(s->TR, mark + 2);
    store_assign(s, cell_pointer(old), t_int(8));
    assert_int_equal(cell_deref(young), t_int(8));
    trail_undo_to(s, mark + 2);
    assert_int_equal(cell_deref(young), t_int(7));
    trail_undo_to(s, mark);
    assert_int_equal(cell_deref(old), old);
    assert_int_equal(cell_deref(other), other);
    fixture_close(&f);
}

static void test_attributed(void **state)
{
    (void)state;
    Fixture f;
    fixture_open(&f);
    Store *s = &f.store;
    Cell older = t_att(&f, t_nil(), t_nil()), younger = t_att(&f, t_nil(), t_nil()), plain = t_var(&f);
    assert_int_equal(unify(s, younger, plain), ST_TRUE);
    assert_int_equal(cell_deref(plain), younger);
    assert_false(s->woken);
    Cell *mark = s->TR;
    assert_int_equal(unify(s, older, younger), ST_TRUE);
    assert_true(s->woken);
    assert_int_equal(cell_deref(plain), older);
    assert_int_equal(unify(s, plain, t_int(4)), ST_TRUE);
    assert_int_equal(cell_deref(younger), t_int(4));
    trail_undo_to(s, mark);
    assert_int_equal(cell_deref(older), older);
    assert_int_equal(cell_deref(plain), younger);
    fixture_close(&f);
}

static void test_trail_exhaustion(void **state)
{
    (void)state;
    Fixture f;
    fixture_open(&f);
    Store *s = &f.store;
    Cell x = t_var(&f);
    s->trail_end = s->TR + 1;
    assert_int_equal(unify(s, x, t_int(1)), ST_ERROR);
    assert_int_equal(s->resource, RES_TRAIL);
    assert_int_equal(cell_deref(x), x);
    fixture_close(&f);
}

static void test_text(void **state)
{
    (void)state;
    Fixture f;
    fixture_open(&f);
    Store *s = &f.store;
    Cell x = t_var(&f), y = t_var(&f);
    assert_int_equal(unify(s, t_text(&f, "abc"), t_char_list(&f, "abc", t_nil())), ST_TRUE);
    assert_int_equal(unify(s, t_char_list(&f, "abd", t_nil()), t_text(&f, "abc")), ST_FAIL);
    assert_int_equal(unify(s, t_text(&f, "abc"), t_text(&f, "abc")), ST_TRUE);
    assert_int_equal(unify(s, t_text(&f, "abc"), t_text(&f, "abcd")), ST_FAIL);
    assert_int_equal(unify(s, t_text(&f, "abc"), t_f1(&f, "f", x)), ST_FAIL);
    Cell *before = s->H;
    assert_int_equal(unify(s, t_text_tail(&f, "ab", x), t_text(&f, "abcd")), ST_TRUE);
    assert_true(cell_is_txt(cell_deref(x)) && txt_offset(cell_deref(x)) == 2);
    (void)before;
    assert_int_equal(unify(s, t_pair(&f, y, t_nil()), t_text(&f, "z")), ST_TRUE);
    assert_int_equal(cell_deref(y), cell_from_atom('z'));
    Cell head = t_var(&f), tail = t_var(&f), text = t_text(&f, "hello");
    before = s->H;
    assert_int_equal(unify(s, text, t_pair(&f, head, tail)), ST_TRUE);
    assert_ptr_equal(s->H, before + 2); /* only the pair above */
    assert_true(is_same(&f, tail, t_text(&f, "ello")));
    fixture_close(&f);
}

static void test_long_text(void **state)
{
    (void)state;
    Fixture f;
    fixture_open(&f);
    enum { LONG = 200000 };
    char *text = malloc(LONG + 1);
    memset(text, 'q', LONG);
    text[LONG] = '\0';
    Cell packed = t_text(&f, text), list = t_char_list(&f, text, t_nil()), x = t_var(&f);
    Cell shifted = t_pair(&f, cell_from_atom('q'), text_push(&f.store, text, LONG - 2, x)); /* blocks that do not line up */
    assert_int_equal(unify(&f.store, packed, list), ST_TRUE);
    assert_int_equal(unify(&f.store, packed, shifted), ST_TRUE);
    assert_true(is_same(&f, x, t_text(&f, "q")));
    free(text);
    fixture_close(&f);
}

static void test_cyclic(void **state)
{
    (void)state;
    Fixture f;
    fixture_open(&f);
    Store *s = &f.store;
    assert_int_equal(unify(s, t_loop(&f, "f", 2), t_loop(&f, "f", 3)), ST_TRUE);
    assert_int_equal(unify(s, t_loop(&f, "f", 97), t_loop(&f, "f", 101)), ST_TRUE);
    Cell a = cell_from_atom('a');
    assert_int_equal(unify(s, t_list_loop(&f, a, 3), t_list_loop(&f, a, 5)), ST_TRUE);
    Cell end = t_var(&f), loop = t_text_tail(&f, "aaa", end);
    *cell_pointer(end) = loop;
    assert_int_equal(unify(s, loop, t_list_loop(&f, a, 7)), ST_TRUE);
    Cell end2 = t_var(&f), loop2 = t_text_tail(&f, "aaaaa", end2);
    *cell_pointer(end2) = loop2;
    assert_int_equal(unify(s, loop, loop2), ST_TRUE);
    Cell x = t_var(&f), y = t_var(&f);
    Cell tree1 = t_f2(&f, "t", x, x), tree2 = t_f2(&f, "t", y, t_f2(&f, "t", y, y));
    *cell_pointer(x) = tree1, *cell_pointer(y) = tree2;
    assert_int_equal(unify(s, tree1, tree2), ST_TRUE);
    /* a difference far along the shorter of two loops */
    Cell p = t_list_loop(&f, a, 3), q = t_list_loop(&f, a, 5);
    lst_cells(cell_deref(lst_cells(cell_deref(lst_cells(q)[1]))[1]))[0] = cell_from_atom('b');
    assert_int_equal(unify(s, p, q), ST_FAIL);
    fixture_close(&f);
}

static void test_shared_trees(void **state)
{
    (void)state;
    Fixture f;
    fixture_open(&f);
    assert_int_equal(unify(&f.store, t_shared_tree(&f, 80, t_var(&f)), t_shared_tree(&f, 80, t_int(1))), ST_TRUE);
    fixture_close(&f);
}

static void test_occurs_check(void **state)
{
    (void)state;
    Fixture f;
    fixture_open(&f);
    Store *s = &f.store;
    Cell x = t_var(&f), y = t_var(&f);
    assert_int_equal(unify_with_occurs_check(s, x, t_f1(&f, "f", x)), ST_FAIL);
    assert_int_equal(unify_with_occurs_check(s, x, x), ST_TRUE);
    assert_int_equal(unify_with_occurs_check(s, x, t_text_tail(&f, "ab", x)), ST_FAIL);
    assert_int_equal(unify_with_occurs_check(s, t_f2(&f, "p", x, y), t_f2(&f, "p", t_f1(&f, "g", y), x)), ST_FAIL);
    Cell v = t_var(&f), w = t_var(&f);
    assert_int_equal(unify_with_occurs_check(s, t_f2(&f, "p", v, w), t_f2(&f, "p", t_f1(&f, "g", w), t_int(1))), ST_TRUE);
    assert_int_equal(unify_with_occurs_check(s, t_var(&f), t_loop(&f, "f", 3)), ST_TRUE);
    fixture_close(&f);
}

static void *unify_deep(void *argument)
{
    Cell *terms = argument;
    Fixture *f = (Fixture *)(uintptr_t)terms[2];
    terms[3] = unify(&f->store, terms[0], terms[1]);
    return NULL;
}

static void check_deep(Fixture *f, Cell a, Cell b, Status expected)
{
    Cell terms[4] = {a, b, (Cell)(uintptr_t)f, 99};
    on_small_stack(unify_deep, terms);
    assert_int_equal(terms[3], expected);
}

static void test_deep(void **state)
{
    (void)state;
    Fixture f;
    fixture_open(&f);
    check_deep(&f, t_deep(&f, "f", DEEP, t_var(&f)), t_deep(&f, "f", DEEP, t_int(1)), ST_TRUE);
    f.store.H = f.store.heap_base;
    check_deep(&f, t_left_deep(&f, "f", DEEP, t_int(2)), t_left_deep(&f, "f", DEEP, t_int(1)), ST_FAIL);
    f.store.H = f.store.heap_base;
    store_trim_scratch(&f.store, 0);
    check_deep(&f, t_int_list(&f, DEEP, t_var(&f)), t_int_list(&f, DEEP, t_nil()), ST_TRUE);
    assert_true(f.store.work_capacity <= 1024); /* lists need no stack */
    fixture_close(&f);
}

static void test_failing_memory(void **state)
{
    (void)state;
    Fixture f;
    fixture_open(&f);
    Store *s = &f.store;
    Cell a = t_f2(&f, "p", t_left_deep(&f, "f", 3000, t_int(1)), t_list_loop(&f, t_int(1), 1009));
    Cell b = t_f2(&f, "p", t_left_deep(&f, "f", 3000, t_int(1)), t_list_loop(&f, t_int(1), 1013));
    for (uint64_t n = 1;; n++) {
        store_trim_scratch(s, 0);
        f.alloc.fail_at = n;
        s->resource = RES_NONE;
        Status status = unify(s, a, b);
        if (f.alloc.fail_at != 0) {
            assert_int_equal(status, ST_TRUE);
            break;
        }
        assert_int_equal(status, ST_ERROR);
        assert_int_equal(s->resource, RES_MEMORY);
    }
    f.alloc.fail_at = 0;
    fixture_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_atomic),
        cmocka_unit_test(test_structures),
        cmocka_unit_test(test_direction_and_trail),
        cmocka_unit_test(test_attributed),
        cmocka_unit_test(test_trail_exhaustion),
        cmocka_unit_test(test_text),
        cmocka_unit_test(test_long_text),
        cmocka_unit_test(test_cyclic),
        cmocka_unit_test(test_shared_trees),
        cmocka_unit_test(test_occurs_check),
        cmocka_unit_test(test_deep),
        cmocka_unit_test(test_failing_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
