/* term_copy.c - checks of copies on the heap.
 * SPDX-License-Identifier: MIT
 */
#include "term_fixture.h"

#include "term/compare.h"
#include "term/copy.h"
#include "term/walk.h"

static Cell copy(Fixture *f, Cell t, bool attributes)
{
    Cell out = 0;
    assert_int_equal(term_copy(&f->store, t, attributes, &out), ST_TRUE);
    return out;
}

static bool is_variant(Fixture *f, Cell a, Cell b)
{
    bool ok, variant = term_is_variant(&f->store, a, b, &ok);
    assert_true(ok);
    return variant;
}

/* The copy is a variant, shares no variable, and the original is unchanged. */
static Cell checked_copy(Fixture *f, Cell t)
{
    Cell *used_to = f->store.H;
    size_t bytes = (size_t)(used_to - f->store.heap_base) * sizeof(Cell);
    Cell *image = malloc(bytes + 1);
    memcpy(image, f->store.heap_base, bytes);
    Cell out = copy(f, t, false);
    assert_memory_equal(image, f->store.heap_base, bytes);
    free(image);
    assert_true(is_variant(f, t, out));
    CellVec v = {0};
    assert_true(term_variables(&f->store, out, &v));
    for (size_t i = 0; i < v.count; i++)
        assert_true(cell_pointer(v.items[i]) >= used_to);
    alloc_free(&f->alloc, v.items, v.capacity * sizeof(Cell));
    return out;
}

static void test_shapes(void **state)
{
    (void)state;
    Fixture f;
    fixture_open(&f);
    Cell x = t_var(&f), y = t_var(&f);
    checked_copy(&f, x);
    checked_copy(&f, t_f3(&f, "f", x, y, x));
    checked_copy(&f, t_pair(&f, x, t_pair(&f, y, x)));
    checked_copy(&f, t_text_tail(&f, "hello", x));
    checked_copy(&f, t_f2(&f, "p", t_text_tail(&f, "hello", x), string_push(&f.store, "s", 1)));
    Cell text = t_text_tail(&f, "hello", y), rest;
    text_uncons(text, &rest);
    checked_copy(&f, t_f2(&f, "p", rest, text));
    checked_copy(&f, t_f2(&f, "p", text, rest));
    checked_copy(&f, t_text_tail(&f, "ab", t_text_tail(&f, "cd", x)));
    fixture_close(&f);
}

/* Variables that live inside of pairs and structures, met through references before and after these. */
static void test_inner_variables(void **state)
{
    (void)state;
    Fixture f;
    fixture_open(&f);
    Cell pair = t_pair(&f, 0, 0), s = t_f2(&f, "g", 0, 0);
    Cell vars[4] = {cell_from_pointer(lst_cells(pair), TAG_REF), cell_from_pointer(lst_cells(pair) + 1, TAG_REF),
                    cell_from_pointer(str_cells(s) + 1, TAG_REF), cell_from_pointer(str_cells(s) + 2, TAG_REF)};
    for (size_t i = 0; i < 4; i++)
        *cell_pointer(vars[i]) = vars[i];
    for (size_t i = 0; i < 4; i++) {
        checked_copy(&f, t_f3(&f, "f", vars[i], pair, s));
        checked_copy(&f, t_f3(&f, "f", pair, vars[i], s));
        checked_copy(&f, t_f3(&f, "f", s, pair, vars[i]));
        checked_copy(&f, vars[i]);
    }
    checked_copy(&f, pair);
    Cell chain = t_var(&f); /* a reference to the first cell of a pair that holds a value */
    *cell_pointer(vars[0]) = t_int(7);
    *cell_pointer(chain) = vars[0];
    checked_copy(&f, t_f3(&f, "f", pair, chain, vars[1]));
    checked_copy(&f, t_f3(&f, "f", chain, pair, vars[1]));
    fixture_close(&f);
}

static void test_sharing(void **state)
{
    (void)state;
    Fixture f;
    fixture_open(&f);
    Cell ground = t_f2(&f, "g", t_int(1), t_text(&f, "abc")), x = t_var(&f);
    assert_int_equal(copy(&f, ground, false), ground);
    Cell out = checked_copy(&f, t_f3(&f, "f", ground, x, ground));
    assert_int_equal(str_cells(out)[1], ground);
    assert_int_equal(str_cells(out)[3], ground);
    Cell tree = t_shared_tree(&f, 60, x), *before = f.store.H;
    copy(&f, tree, false);
    assert_int_equal(f.store.H - before, 60 * 3);
    fixture_close(&f);
}

static void test_cyclic(void **state)
{
    (void)state;
    Fixture f;
    fixture_open(&f);
    Cell x = t_var(&f);
    Cell out = checked_copy(&f, t_list_loop(&f, x, 5));
    size_t n;
    assert_int_equal(list_measure(out, &n), LIST_CYCLIC);
    checked_copy(&f, t_f2(&f, "p", x, t_loop(&f, "f", 7)));
    Cell loop = t_loop(&f, "f", 3);
    assert_int_equal(copy(&f, loop, false), cell_deref(loop)); /* ground */
    fixture_close(&f);
}

static void test_attributes(void **state)
{
    (void)state;
    Fixture f;
    fixture_open(&f);
    Cell x = t_var(&f), map = t_f1(&f, "map", t_int(1)), a = t_att(&f, map, t_nil());
    cell_untag(a, TAG_ATT)[2] = t_f2(&f, "v", x, a); /* the attribute mentions its variable */
    Cell t = t_f3(&f, "f", a, x, a);
    Cell plain = checked_copy(&f, t_f2(&f, "f", a, a));
    assert_true(cell_is_ref(cell_deref(str_cells(plain)[1])));
    assert_int_equal(cell_deref(str_cells(plain)[1]), cell_deref(str_cells(plain)[2]));
    Cell out = copy(&f, t, true), b = cell_deref(str_cells(out)[1]), y = cell_deref(str_cells(out)[2]);
    assert_true(cell_is_att(b) && b != a && y != x);
    assert_int_equal(cell_deref(str_cells(out)[3]), b);
    assert_int_equal(cell_untag(b, TAG_ATT)[1], map);
    Cell values = cell_deref(cell_untag(b, TAG_ATT)[2]);
    assert_int_equal(cell_deref(str_cells(values)[1]), y);
    assert_int_equal(cell_deref(str_cells(values)[2]), b);
    assert_int_equal(cell_deref(a), a);
    assert_true(cell_is_att(copy(&f, a, true)));
    assert_true(cell_is_ref(copy(&f, a, false)));
    fixture_close(&f);
}

static void test_constants_outside(void **state)
{
    (void)state;
    Fixture f;
    fixture_open(&f);
    Cell constant[3] = {cell_from_functor('k', 2), t_int(1), t_int(2)};
    Cell k = cell_from_pointer(constant, TAG_STR);
    Cell out = checked_copy(&f, t_f2(&f, "f", k, t_var(&f)));
    assert_int_equal(str_cells(out)[1], k);
    fixture_close(&f);
}

static void test_no_room(void **state)
{
    (void)state;
    Fixture f;
    fixture_open(&f);
    Cell t = t_int_list(&f, 1000, t_var(&f)), out, *top = f.store.H;
    f.store.heap_end = top + 1999;
    assert_int_equal(term_copy(&f.store, t, false, &out), ST_RETRY);
    assert_int_equal(f.store.cells_needed, 2000);
    assert_ptr_equal(f.store.H, top);
    f.store.heap_end = top + 2000;
    assert_int_equal(term_copy(&f.store, t, false, &out), ST_TRUE);
    f.store.heap_end = f.store.heap_soft;
    assert_true(is_variant(&f, t, out));
    fixture_close(&f);
}

static void test_failing_memory(void **state)
{
    (void)state;
    Fixture f;
    fixture_open(&f);
    Cell x = t_var(&f), t = t_pair(&f, x, t_left_deep(&f, "f", 5000, t_list_loop(&f, x, 3))), out;
    for (uint64_t n = 1;; n++) {
        Cell *top = f.store.H;
        store_trim_scratch(&f.store, 0);
        f.alloc.fail_at = n;
        Status status = term_copy(&f.store, t, false, &out);
        bool failed = f.alloc.fail_at == 0;
        f.alloc.fail_at = 0;
        assert_int_equal(status, failed ? ST_ERROR : ST_TRUE);
        assert_int_equal(cell_deref(x), x);
        if (!failed)
            break;
        assert_ptr_equal(f.store.H, top);
        assert_int_equal(f.store.resource, RES_MEMORY);
    }
    assert_true(is_variant(&f, t, out));
    fixture_close(&f);
}

static void *copy_deep(void *argument)
{
    Cell *job = argument;
    Fixture *f = (Fixture *)(uintptr_t)job[1];
    job[2] = term_copy(&f->store, job[0], false, &job[3]);
    return NULL;
}

static void check_deep(Fixture *f, Cell t)
{
    Cell job[4] = {t, (Cell)(uintptr_t)f, 9, 9};
    on_small_stack(copy_deep, job);
    assert_int_equal(job[2], ST_TRUE);
    assert_true(is_variant(f, t, job[3]));
    f->store.H = f->store.heap_base;
}

static void test_deep(void **state)
{
    (void)state;
    Fixture f;
    fixture_open(&f);
    check_deep(&f, t_deep(&f, "f", DEEP, t_var(&f)));
    check_deep(&f, t_left_deep(&f, "f", DEEP, t_var(&f)));
    check_deep(&f, t_int_list(&f, DEEP, t_var(&f)));
    fixture_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_shapes),  cmocka_unit_test(test_inner_variables), cmocka_unit_test(test_sharing),
        cmocka_unit_test(test_cyclic),  cmocka_unit_test(test_attributes),      cmocka_unit_test(test_constants_outside),
        cmocka_unit_test(test_no_room), cmocka_unit_test(test_failing_memory),  cmocka_unit_test(test_deep),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
