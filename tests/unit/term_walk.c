/* term_walk.c - checks of ground, acyclic, variables, list shape and hash.
 * SPDX-License-Identifier: MIT
 */
#include "term_fixture.h"

#include "term/walk.h"

static bool is_ground(Fixture *f, Cell t)
{
    bool ok, ground = term_is_ground(&f->store, t, &ok);
    assert_true(ok);
    return ground;
}

static bool is_acyclic(Fixture *f, Cell t)
{
    bool ok, acyclic = term_is_acyclic(&f->store, t, &ok);
    assert_true(ok);
    return acyclic;
}

static uint64_t hash_of(Fixture *f, Cell t)
{
    bool ok;
    uint64_t hash = 0;
    assert_true(term_hash(&f->store, t, 5, &hash, &ok));
    assert_true(ok);
    return hash;
}

/* Nests a term so far into shared structure that a plain walk would never end. */
static Cell behind_shared_tree(Fixture *f, Cell t)
{
    return t_f2(f, "p", t_shared_tree(f, 80, t_int(1)), t);
}

static void test_ground(void **state)
{
    (void)state;
    Fixture f;
    fixture_open(&f);
    Cell x = t_var(&f);
    assert_true(is_ground(&f, t_int(1)));
    assert_false(is_ground(&f, x));
    assert_false(is_ground(&f, t_att(&f, t_nil(), t_nil())));
    assert_false(is_ground(&f, t_text_tail(&f, "abc", x)));
    assert_true(is_ground(&f, t_pair(&f, t_text(&f, "abc"), t_f1(&f, "f", t_int(2)))));
    assert_true(is_ground(&f, t_loop(&f, "f", 3)));
    assert_false(is_ground(&f, t_f2(&f, "p", t_loop(&f, "f", 3), x)));
    assert_false(is_ground(&f, behind_shared_tree(&f, x)));
    fixture_close(&f);
}

static void test_acyclic(void **state)
{
    (void)state;
    Fixture f;
    fixture_open(&f);
    Cell x = t_var(&f), list = t_int_list(&f, 200000, x);
    assert_true(is_acyclic(&f, x));
    assert_true(is_acyclic(&f, list));
    assert_true(is_acyclic(&f, t_f3(&f, "f", list, t_pair(&f, list, list), list)));
    assert_true(is_acyclic(&f, behind_shared_tree(&f, x)));
    assert_false(is_acyclic(&f, behind_shared_tree(&f, t_loop(&f, "f", 1))));
    assert_false(is_acyclic(&f, t_loop(&f, "f", 1)));
    assert_false(is_acyclic(&f, t_list_loop(&f, t_int(1), 150000)));
    assert_false(is_acyclic(&f, t_pair(&f, t_list_loop(&f, t_int(1), 3), t_nil())));
    Cell end = t_var(&f), text = t_text_tail(&f, "abc", end), rest;
    text_uncons(text, &rest);
    *cell_pointer(end) = rest;
    assert_false(is_acyclic(&f, text));
    *cell_pointer(x) = list; /* closes the list */
    assert_false(is_acyclic(&f, list));
    fixture_close(&f);
}

static void test_variables(void **state)
{
    (void)state;
    Fixture f;
    fixture_open(&f);
    CellVec v = {0};
    Cell x = t_var(&f), y = t_var(&f), z = t_att(&f, t_nil(), t_nil()), w = t_var(&f);
    Cell t = t_f3(&f, "f", t_pair(&f, y, t_text_tail(&f, "ab", x)), z, t_f3(&f, "g", x, z, w));
    assert_true(term_variables(&f.store, t, &v));
    assert_int_equal(v.count, 4);
    assert_true(v.items[0] == y && v.items[1] == x && v.items[2] == z && v.items[3] == w);
    assert_true(cell_deref(x) == x && cell_deref(y) == y && cell_deref(z) == z && cell_deref(w) == w);
    Cell more = t_var(&f);
    assert_true(term_variables(&f.store, t_f2(&f, "h", x, more), &v));
    assert_int_equal(v.count, 5);
    assert_int_equal(v.items[4], more);
    assert_true(term_variables(&f.store, t_list_loop(&f, x, 3), &v));
    assert_int_equal(v.count, 5);
    alloc_free(&f.alloc, v.items, v.capacity * sizeof(Cell));
    fixture_close(&f);
}

static void test_variables_failing_memory(void **state)
{
    (void)state;
    Fixture f;
    fixture_open(&f);
    Cell list = t_nil(), first = t_var(&f);
    for (int i = 0; i < 1000; i++)
        list = t_pair(&f, t_var(&f), list);
    list = t_pair(&f, first, t_left_deep(&f, "f", 1000, list));
    for (uint64_t n = 1;; n++) {
        CellVec v = {0};
        store_trim_scratch(&f.store, 0);
        f.alloc.fail_at = n;
        bool done = term_variables(&f.store, list, &v);
        assert_int_equal(v.count, done ? 1001 : 0);
        assert_int_equal(cell_deref(first), first);
        alloc_free(&f.alloc, v.items, v.capacity * sizeof(Cell));
        if (done)
            break;
    }
    f.alloc.fail_at = 0;
    fixture_close(&f);
}

static void test_list_measure(void **state)
{
    (void)state;
    Fixture f;
    fixture_open(&f);
    size_t n;
    assert_int_equal(list_measure(t_nil(), &n), LIST_PROPER);
    assert_int_equal(n, 0);
    assert_int_equal(list_measure(t_pair(&f, t_int(1), t_text(&f, "h\xc3\xa9llo")), &n), LIST_PROPER);
    assert_int_equal(n, 6);
    assert_int_equal(list_measure(t_int_list(&f, 9, t_var(&f)), &n), LIST_PARTIAL);
    assert_int_equal(n, 9);
    assert_int_equal(list_measure(t_int_list(&f, 9, t_int(1)), &n), LIST_NOT);
    assert_int_equal(list_measure(t_int_list(&f, 100, t_list_loop(&f, t_int(1), 17)), &n), LIST_CYCLIC);
    Cell end = t_var(&f), text = t_text_tail(&f, "abc", end), rest;
    text_uncons(text, &rest);
    *cell_pointer(end) = rest;
    assert_int_equal(list_measure(text, &n), LIST_CYCLIC);
    fixture_close(&f);
}

static void test_hash(void **state)
{
    (void)state;
    Fixture f;
    fixture_open(&f);
    bool ok;
    uint64_t hash;
    assert_false(term_hash(&f.store, t_f1(&f, "f", t_var(&f)), 5, &hash, &ok));
    assert_true(ok);
    assert_true(hash_of(&f, t_text(&f, "abc")) == hash_of(&f, t_char_list(&f, "abc", t_nil())));
    assert_true(hash_of(&f, t_text(&f, "abc")) != hash_of(&f, t_text(&f, "abd")));
    assert_true(hash_of(&f, t_f2(&f, "f", t_int(1), t_int(2))) != hash_of(&f, t_f2(&f, "f", t_int(2), t_int(1))));
    assert_true(hash_of(&f, heap_push_int64(&f.store, INT64_MAX)) == hash_of(&f, heap_push_int64(&f.store, INT64_MAX)));
    assert_true(hash_of(&f, t_loop(&f, "f", 2)) == hash_of(&f, t_loop(&f, "f", 3)));
    enum { LONG = 200000 };
    char *text = malloc(LONG + 1);
    memset(text, 'q', LONG);
    text[LONG] = '\0';
    Cell one = t_int(1); /* an odd number of nodes before the text */
    assert_true(hash_of(&f, t_pair(&f, one, t_text(&f, text))) == hash_of(&f, t_pair(&f, one, t_char_list(&f, text, t_nil()))));
    assert_true(hash_of(&f, t_f1(&f, "f", t_text(&f, text))) == hash_of(&f, t_f1(&f, "f", t_char_list(&f, text, t_nil()))));
    free(text);
    fixture_close(&f);
}

static void *walk_deep(void *argument)
{
    Cell *job = argument;
    Fixture *f = (Fixture *)(uintptr_t)job[1];
    bool ok;
    uint64_t hash;
    job[2] = term_is_ground(&f->store, job[0], &ok);
    job[3] = term_is_acyclic(&f->store, job[0], &ok);
    job[4] = term_hash(&f->store, job[0], 1, &hash, &ok);
    return NULL;
}

static void check_deep(Fixture *f, Cell t)
{
    Cell job[5] = {t, (Cell)(uintptr_t)f, 9, 9, 9};
    on_small_stack(walk_deep, job);
    assert_true(job[2] == 1 && job[3] == 1 && job[4] == 1);
    f->store.H = f->store.heap_base;
}

static void test_deep(void **state)
{
    (void)state;
    Fixture f;
    fixture_open(&f);
    check_deep(&f, t_deep(&f, "f", DEEP, t_int(1)));
    check_deep(&f, t_left_deep(&f, "f", DEEP, t_int(1)));
    check_deep(&f, t_int_list(&f, DEEP, t_nil()));
    fixture_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_ground),       cmocka_unit_test(test_acyclic),
        cmocka_unit_test(test_variables),    cmocka_unit_test(test_variables_failing_memory),
        cmocka_unit_test(test_list_measure), cmocka_unit_test(test_hash),
        cmocka_unit_test(test_deep),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
