/* term_record.c - checks of terms off the heap.
 * SPDX-License-Identifier: MIT
 */
#include "term_fixture.h"

#include "term/compare.h"
#include "term/record.h"
#include "term/unify.h"
#include "term/walk.h"

static bool is_variant(Fixture *f, Cell a, Cell b)
{
    bool ok, variant = term_is_variant(&f->store, a, b, &ok);
    assert_true(ok);
    return variant;
}

/* Records a term, brings it back, and checks that it came back whole and left the original alone. */
static Cell round_trip(Fixture *f, Cell t, bool attributes)
{
    size_t bytes = (size_t)(f->store.H - f->store.heap_base) * sizeof(Cell);
    Cell *image = malloc(bytes + 1);
    memcpy(image, f->store.heap_base, bytes);
    Record *r = record_from_term(&f->store, t, attributes);
    assert_non_null(r);
    assert_memory_equal(image, f->store.heap_base, bytes);
    free(image);
    Cell *top = f->store.H, out = record_push(&f->store, r);
    assert_int_equal(f->store.H - top, record_heap_cells(r));
    record_free(&f->alloc, r);
    assert_true(is_variant(f, t, out));
    return out;
}

static void test_shapes(void **state)
{
    (void)state;
    Fixture f;
    fixture_open(&f);
    Store *s = &f.store;
    Cell x = t_var(&f), y = t_var(&f);
    assert_int_equal(round_trip(&f, t_int(5), false), t_int(5));
    round_trip(&f, t_atom(&f, "foo"), false);
    round_trip(&f, x, false);
    round_trip(&f, heap_push_double(s, 2.5), false);
    round_trip(&f, heap_push_int64(s, INT64_MIN), false);
    round_trip(&f, string_push(s, "a longer string than a block that is shared needs", 49), false);
    round_trip(&f, t_f3(&f, "f", x, t_pair(&f, y, x), heap_push_double(s, 1)), false);
    round_trip(&f, t_text_tail(&f, "hello world", x), false);
    round_trip(&f, t_f1(&f, "a", t_struct(&f, "zero", 0, NULL)), false);
    Cell text = t_text_tail(&f, "hello", y), rest;
    text_uncons(text, &rest);
    round_trip(&f, t_f3(&f, "p", rest, text, rest), false);
    round_trip(&f, t_f3(&f, "p", text, rest, y), false);
    Cell constant[2] = {cell_from_functor('k', 1), t_int(1)};
    Cell out = round_trip(&f, t_f2(&f, "f", cell_from_pointer(constant, TAG_STR), x), false);
    assert_true(store_owns(s, cell_pointer(str_cells(out)[1])));
    fixture_close(&f);
}

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
        round_trip(&f, t_f3(&f, "f", vars[i], pair, s), false);
        round_trip(&f, t_f3(&f, "f", pair, vars[i], s), false);
        round_trip(&f, t_f3(&f, "f", s, t_f1(&f, "h", vars[i]), pair), false);
        round_trip(&f, vars[i], false);
    }
    *cell_pointer(vars[0]) = t_int(7);
    round_trip(&f, t_f3(&f, "f", pair, vars[0], vars[1]), false);
    round_trip(&f, t_f3(&f, "f", vars[0], pair, vars[1]), false);
    fixture_close(&f);
}

static void test_sharing_and_cycles(void **state)
{
    (void)state;
    Fixture f;
    fixture_open(&f);
    Cell x = t_var(&f);
    Record *r = record_from_term(&f.store, t_shared_tree(&f, 60, x), false);
    assert_int_equal(record_heap_cells(r), 60 * 3);
    record_free(&f.alloc, r);
    Cell s = string_push(&f.store, "0123456789012345678901234567890123456789", 40), many[100];
    for (size_t i = 0; i < 100; i++)
        many[i] = s;
    r = record_from_term(&f.store, t_struct(&f, "f", 100, many), false);
    assert_int_equal(record_heap_cells(r), 101 + 1 + string_words(40));
    record_free(&f.alloc, r);
    size_t n;
    assert_int_equal(list_measure(round_trip(&f, t_list_loop(&f, x, 5), false), &n), LIST_CYCLIC);
    round_trip(&f, t_loop(&f, "f", 1), false);
    round_trip(&f, t_f2(&f, "p", t_loop(&f, "f", 3), t_loop(&f, "g", 4)), false);
    Cell end = t_var(&f), text = t_text_tail(&f, "abc", end), rest;
    text_uncons(text, &rest);
    *cell_pointer(end) = rest;
    round_trip(&f, text, false);
    fixture_close(&f);
}

static void test_attributes(void **state)
{
    (void)state;
    Fixture f;
    fixture_open(&f);
    Cell x = t_var(&f), a = t_att(&f, t_f1(&f, "map", t_int(1)), t_nil());
    cell_untag(a, TAG_ATT)[2] = t_f2(&f, "v", x, a);
    Cell plain = round_trip(&f, t_f2(&f, "f", a, a), false);
    assert_true(cell_is_ref(cell_deref(str_cells(plain)[1])));
    Cell out = round_trip(&f, t_f3(&f, "f", a, x, a), true), b = cell_deref(str_cells(out)[1]);
    assert_true(cell_is_att(b) && b != a);
    assert_int_equal(cell_deref(str_cells(out)[3]), b);
    Cell values = cell_deref(cell_untag(b, TAG_ATT)[2]);
    assert_int_equal(cell_deref(str_cells(values)[1]), cell_deref(str_cells(out)[2]));
    assert_int_equal(cell_deref(str_cells(values)[2]), b);
    assert_true(cell_is_att(round_trip(&f, a, true)));
    assert_true(cell_is_ref(round_trip(&f, a, false)));
    fixture_close(&f);
}

static void test_long_text(void **state)
{
    (void)state;
    Fixture f;
    fixture_open(&f);
    enum { LONG = 200000 };
    char *text = malloc(LONG);
    for (size_t i = 0; i < LONG; i++)
        text[i] = (char)('a' + i % 26);
    text[100000] = '\0';
    Cell list = text_push(&f.store, text, LONG, t_nil()), rest;
    round_trip(&f, list, false);
    text_uncons(list, &rest);
    Record *r = record_from_term(&f.store, rest, false);
    assert_true(record_heap_cells(r) <= text_cells(text, LONG));
    record_free(&f.alloc, r);
    RecordBuilder b;
    record_builder_init(&b, &f.alloc);
    Cell root = build_text(&b, text, LONG, t_nil());
    assert_true(is_variant(&f, list, record_builder_push(&f.store, &b, root)));
    record_builder_free(&b);
    free(text);
    fixture_close(&f);
}

static Cell build_sample(RecordBuilder *b)
{
    Cell x = build_var(b);
    Cell args[4] = {x, build_double(b, 2.5), build_big(b, true, (uint64_t[]){1, 2}, 2), build_string(b, "abc", 3)};
    Cell inner = build_struct(b, 'g', 4, args);
    return build_pair(b, inner, build_pair(b, x, build_text(b, "a\0b", 3, x)));
}

static void test_builder(void **state)
{
    (void)state;
    Fixture f;
    fixture_open(&f);
    Store *s = &f.store;
    Cell x = t_var(&f);
    Cell args[4] = {x, heap_push_double(s, 2.5), heap_push_integer(s, true, (uint64_t[]){1, 2}, 2), string_push(s, "abc", 3)};
    Cell expected = t_pair(&f, t_struct(&f, "g", 4, args), t_pair(&f, x, text_push(s, "a\0b", 3, x)));
    for (uint64_t n = 1;; n++) {
        RecordBuilder b;
        record_builder_init(&b, &f.alloc);
        f.alloc.fail_at = n;
        Cell root = build_sample(&b);
        Cell *top = s->H, pushed = record_builder_push(s, &b, root);
        assert_int_equal(s->H - top, b.count);
        Record *r = record_builder_take(&b, root);
        bool failed = f.alloc.fail_at == 0;
        f.alloc.fail_at = 0;
        record_builder_free(&b);
        assert_int_equal(r == NULL, failed);
        if (failed)
            continue;
        assert_true(is_variant(&f, expected, pushed));
        assert_true(is_variant(&f, expected, record_push(s, r)));
        record_free(&f.alloc, r);
        break;
    }
    fixture_close(&f);
}

static void test_marks_atoms(void **state)
{
    (void)state;
    Fixture f;
    fixture_open(&f);
    Cell t = t_f2(&f, "some_functor", t_pair(&f, t_atom(&f, "some_atom"), t_nil()), string_push(&f.store, "unrelated", 9));
    t_atom(&f, "garbage");
    Record *r = record_from_term(&f.store, t, false), *root = record_from_term(&f.store, t_atom(&f, "some_root"), false);
    record_mark_atoms(&f.atoms, r);
    record_mark_atoms(&f.atoms, root);
    assert_int_equal(atom_sweep(&f.atoms), 1);
    assert_true(atom_find(&f.atoms, "some_functor", 12) != ATOM_NONE);
    assert_true(atom_find(&f.atoms, "some_atom", 9) != ATOM_NONE);
    assert_true(atom_find(&f.atoms, "some_root", 9) != ATOM_NONE);
    record_free(&f.alloc, r);
    record_free(&f.alloc, root);
    fixture_close(&f);
}

static void test_failing_memory(void **state)
{
    (void)state;
    Fixture f;
    fixture_open(&f);
    Cell x = t_var(&f), t = t_pair(&f, x, t_left_deep(&f, "f", 5000, t_list_loop(&f, x, 3)));
    for (uint64_t n = 1;; n++) {
        store_trim_scratch(&f.store, 0);
        f.alloc.fail_at = n;
        f.store.resource = RES_NONE;
        Record *r = record_from_term(&f.store, t, false);
        bool failed = f.alloc.fail_at == 0;
        f.alloc.fail_at = 0;
        assert_int_equal(r == NULL, failed);
        assert_int_equal(cell_deref(x), x);
        record_free(&f.alloc, r);
        if (!failed)
            break;
        assert_int_equal(f.store.resource, RES_MEMORY);
    }
    round_trip(&f, t, false);
    fixture_close(&f);
}

static void *record_deep(void *argument)
{
    Cell *job = argument;
    Fixture *f = (Fixture *)(uintptr_t)job[1];
    Record *r = record_from_term(&f->store, job[0], false);
    job[2] = record_push(&f->store, r);
    record_free(&f->alloc, r);
    return NULL;
}

static void check_deep(Fixture *f, Cell t)
{
    Cell job[3] = {t, (Cell)(uintptr_t)f, 9};
    on_small_stack(record_deep, job);
    assert_true(is_variant(f, t, job[2]));
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
        cmocka_unit_test(test_shapes),      cmocka_unit_test(test_inner_variables), cmocka_unit_test(test_sharing_and_cycles),
        cmocka_unit_test(test_attributes),  cmocka_unit_test(test_long_text),       cmocka_unit_test(test_builder),
        cmocka_unit_test(test_marks_atoms), cmocka_unit_test(test_failing_memory),  cmocka_unit_test(test_deep),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
