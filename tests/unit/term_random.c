/* term_random.c - laws that must hold of any terms: random ones with sharing, cycles, packed text and inner variables.
 * SPDX-License-Identifier: MIT
 */
#include "term_fixture.h"

#include "term/compare.h"
#include "term/copy.h"
#include "term/record.h"
#include "term/unify.h"
#include "term/walk.h"

#define ROUNDS 3000
#define NODES  12

typedef struct Random {
    uint64_t state;
} Random;

static size_t below(Random *r, size_t n)
{
    r->state = r->state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (size_t)(r->state >> 33) % n;
}

/* A cell that names an earlier node, sometimes through a reference; or an atomic one. */
static Cell some_cell(Random *r, const Cell *nodes, size_t count)
{
    if (count == 0 || below(r, 4) == 0)
        return below(r, 3) == 0 ? t_nil() : below(r, 2) == 0 ? t_int((int64_t)below(r, 2)) : cell_from_atom('a' + (uint32_t)below(r, 2));
    Cell c = nodes[below(r, count)];
    if (cell_is_lst(c) && below(r, 4) == 0)
        return cell_from_pointer(lst_cells(c) + below(r, 2), TAG_REF);
    return c;
}

/* Makes a cell into an unbound variable now and then. */
static void loosen(Random *r, Cell *p)
{
    if (below(r, 4) == 0)
        *p = cell_from_pointer(p, TAG_REF);
}

static Cell some_node(Fixture *f, Random *r, const Cell *nodes, size_t count)
{
    static const char *const texts[] = {"a", "ab", "aab", "aaaaaaaaaa", "b"};
    Cell a = some_cell(r, nodes, count), b = some_cell(r, nodes, count), c;
    switch (below(r, 7)) {
    case 0: return t_var(f);
    case 1: {
        Cell text = t_text_tail(f, texts[below(r, ARRAY_LENGTH(texts))], a), rest;
        loosen(r, txt_tail(text));
        text_uncons(text, &rest);
        return below(r, 2) != 0 && cell_is_txt(rest) ? rest : text;
    }
    case 2:
        c = t_f2(f, below(r, 2) ? "f" : "g", a, b);
        loosen(r, str_cells(c) + 1);
        loosen(r, str_cells(c) + 2);
        return c;
    case 3: return string_push(&f->store, "some string that is long enough", below(r, 31));
    default:
        c = t_pair(f, a, b);
        loosen(r, lst_cells(c));
        loosen(r, lst_cells(c) + 1);
        return c;
    }
}

/* Binds a few variables, which may close cycles. References to references that would close upon themselves are left out. */
static void tie(Random *r, const Cell *nodes)
{
    for (size_t i = 0; i < NODES; i++) {
        Cell v = cell_deref(nodes[i]);
        Cell value = cell_deref(nodes[below(r, NODES)]);
        if (cell_is_ref(v) && v != value && below(r, 2) == 0)
            *cell_pointer(v) = value;
    }
}

static Cell some_term(Fixture *f, Random *r)
{
    Cell nodes[NODES];
    for (size_t i = 0; i < NODES; i++)
        nodes[i] = some_node(f, r, nodes, i);
    tie(r, nodes);
    return nodes[NODES - 1];
}

static int sign(int n)
{
    return (n > 0) - (n < 0);
}

static void check_copies(Fixture *f, Cell t)
{
    bool ok;
    size_t bytes = (size_t)(f->store.H - f->store.heap_base) * sizeof(Cell);
    Cell *image = malloc(bytes + 1), out;
    memcpy(image, f->store.heap_base, bytes);
    assert_int_equal(term_copy(&f->store, t, false, &out), ST_TRUE);
    assert_memory_equal(image, f->store.heap_base, bytes);
    assert_true(term_is_variant(&f->store, t, out, &ok));
    Record *record = record_from_term(&f->store, t, false);
    assert_memory_equal(image, f->store.heap_base, bytes);
    out = record_push(&f->store, record);
    record_free(&f->alloc, record);
    assert_true(term_is_variant(&f->store, t, out, &ok));
    assert_int_equal(term_is_acyclic(&f->store, t, &ok), term_is_acyclic(&f->store, out, &ok));
    CellVec v = {0}, w = {0};
    assert_true(term_variables(&f->store, t, &v));
    assert_true(term_variables(&f->store, out, &w));
    assert_int_equal(v.count, w.count);
    assert_int_equal(v.count == 0, term_is_ground(&f->store, t, &ok));
    assert_memory_equal(image, f->store.heap_base, bytes);
    alloc_free(&f->alloc, v.items, v.capacity * sizeof(Cell));
    alloc_free(&f->alloc, w.items, w.capacity * sizeof(Cell));
    free(image);
}

static void check_order(Fixture *f, Cell a, Cell b, Cell c)
{
    bool ok;
    Store *s = &f->store;
    int ab = sign(term_compare(s, a, b, &ok)), ba = sign(term_compare(s, b, a, &ok));
    assert_int_equal(ab, -ba);
    assert_int_equal(ab == 0, term_identical(s, a, b, &ok));
    bool cyclic = !term_is_acyclic(s, a, &ok) || !term_is_acyclic(s, b, &ok) || !term_is_acyclic(s, c, &ok);
    int bc = sign(term_compare(s, b, c, &ok));
    if (!cyclic && ab == bc && ab != 0) /* cyclic terms have no order that is transitive */
        assert_int_equal(sign(term_compare(s, a, c, &ok)), ab);
}

static void check_unification(Fixture *f, Cell a, Cell b)
{
    bool ok;
    Store *s = &f->store;
    size_t bytes = (size_t)(s->H - s->heap_base) * sizeof(Cell);
    Cell *image = malloc(bytes + 1), *mark = s->TR;
    memcpy(image, s->heap_base, bytes);
    s->HB = s->H;
    Status there = unify(s, a, b);
    if (there == ST_TRUE) {
        uint64_t x = 1, y = 2;
        assert_true(term_identical(s, a, b, &ok));
        if (term_hash(s, a, 3, &x, &ok))
            assert_true(term_hash(s, b, 3, &y, &ok) && x == y);
    }
    bool cyclic = !term_is_acyclic(s, a, &ok) || !term_is_acyclic(s, b, &ok);
    trail_undo_to(s, mark);
    assert_memory_equal(image, s->heap_base, bytes);
    assert_int_equal(unify(s, b, a), there);
    trail_undo_to(s, mark);
    if (!cyclic || there != ST_TRUE) {
        assert_int_equal(unify_with_occurs_check(s, a, b), there);
        trail_undo_to(s, mark);
    }
    assert_memory_equal(image, s->heap_base, bytes);
    s->HB = s->heap_base;
    free(image);
}

static void test_laws(void **state)
{
    (void)state;
    Fixture f;
    fixture_open(&f);
    for (uint64_t seed = 1; seed <= ROUNDS; seed++) {
        Random r = {seed * 7919};
        f.store.H = f.store.heap_base;
        Cell a = some_term(&f, &r), b = some_term(&f, &r), c = some_term(&f, &r);
        check_copies(&f, a);
        check_order(&f, a, b, c);
        check_unification(&f, a, b);
        check_unification(&f, a, c);
    }
    fixture_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_laws)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
