/* term_atom.c - checks of the atom table.
 * SPDX-License-Identifier: MIT
 */
#include "term_fixture.h"

#include <stdio.h>

static void test_well_known_texts(void **state)
{
    (void)state;
    static const struct {
        uint32_t atom;
        const char *text;
        size_t bytes;
    } rows[] = {
#define ATOM(name, text) {ATOM_##name, text, sizeof(text) - 1},
#include "term/atoms.def"
#undef ATOM
    };
    Fixture f;
    fixture_open(&f);
    for (size_t i = 0; i < ARRAY_LENGTH(rows); i++) {
        char scratch[8];
        assert_int_equal(atom_intern(&f.atoms, rows[i].text, rows[i].bytes), rows[i].atom); /* no text stands twice */
        assert_true(rows[i].atom >= ATOM_FIRST);
        assert_string_equal(atom_text(&f.atoms, rows[i].atom, scratch).bytes, rows[i].text);
        assert_true(atom_length(&f.atoms, rows[i].atom) != 1);
    }
    fixture_close(&f);
}

static void test_one_character(void **state)
{
    (void)state;
    Fixture f;
    char scratch[8];
    fixture_open(&f);
    assert_int_equal(atom_intern_string(&f.atoms, "a"), 'a');
    assert_int_equal(atom_intern(&f.atoms, "\0", 1), 0);
    assert_int_equal(atom_intern_string(&f.atoms, "\xe2\x82\xac"), 0x20AC);
    TextSpan euro = atom_text(&f.atoms, 0x20AC, scratch);
    assert_int_equal(euro.length, 3);
    assert_memory_equal(euro.bytes, "\xe2\x82\xac", 4);
    assert_int_equal(atom_length(&f.atoms, 0x20AC), 1);
    assert_int_equal(atom_find(&f.atoms, "z", 1), 'z');
    assert_int_equal(atom_find(&f.atoms, "zz", 2), ATOM_NONE);
    fixture_close(&f);
}

static void test_many_atoms(void **state)
{
    (void)state;
    Fixture f;
    char text[32], scratch[8];
    fixture_open(&f);
    enum { MANY = 20000 };
    uint32_t *atoms = malloc(MANY * sizeof *atoms);
    for (int i = 0; i < MANY; i++)
        atoms[i] = atom_intern(&f.atoms, text, (size_t)snprintf(text, sizeof text, "atom_%d", i));
    for (int i = 0; i < MANY; i++) {
        size_t n = (size_t)snprintf(text, sizeof text, "atom_%d", i);
        assert_int_equal(atom_find(&f.atoms, text, n), atoms[i]);
        assert_string_equal(atom_text(&f.atoms, atoms[i], scratch).bytes, text);
    }
    free(atoms);
    fixture_close(&f);
}

static void test_sweep_reuses_indices(void **state)
{
    (void)state;
    Fixture f;
    fixture_open(&f);
    size_t before = f.atoms.live;
    uint32_t kept = atom_intern_string(&f.atoms, "kept"), lost = atom_intern_string(&f.atoms, "lost");
    atom_mark(&f.atoms, kept);
    atom_mark(&f.atoms, 'x');
    assert_int_equal(atom_sweep(&f.atoms), 1);
    assert_int_equal(f.atoms.live, before + 1);
    assert_int_equal(atom_find(&f.atoms, "lost", 4), ATOM_NONE);
    assert_int_equal(atom_find(&f.atoms, "kept", 4), kept);
    assert_int_equal(atom_intern_string(&f.atoms, "another"), lost);
    assert_int_equal(atom_sweep(&f.atoms), 2); /* marks were cleared */
    assert_int_equal(f.atoms.live, before);
    assert_int_equal(atom_find(&f.atoms, "[]", 2), ATOM_nil);
    fixture_close(&f);
}

static void test_order(void **state)
{
    (void)state;
    Fixture f;
    fixture_open(&f);
    AtomTable *t = &f.atoms;
    uint32_t ab = atom_intern_string(t, "ab"), abc = atom_intern_string(t, "abc");
    uint32_t bmp = atom_intern_string(t, "\xef\xbf\xbd"), astral = atom_intern_string(t, "\xf0\x9f\x98\x80");
    assert_true(atom_compare(t, ab, abc) < 0 && atom_compare(t, abc, ab) > 0);
    assert_true(atom_compare(t, 'a', ab) < 0 && atom_compare(t, 'b', ab) > 0);
    assert_true(atom_compare(t, ATOM_empty, 'a') < 0);
    assert_true(atom_compare(t, bmp, astral) < 0);
    assert_int_equal(atom_compare(t, abc, abc), 0);
    fixture_close(&f);
}

static void test_failing_memory(void **state)
{
    (void)state;
    Alloc alloc;
    alloc_init(&alloc);
    for (uint64_t n = 1;; n++) {
        AtomTable t;
        alloc.fail_at = n;
        bool opened = atom_table_init(&t, &alloc, 1);
        if (opened) {
            char text[16];
            for (int i = 0; i < 3000; i++)
                (void)atom_intern(&t, text, (size_t)snprintf(text, sizeof text, "x%d", i));
            atom_table_free(&t);
        }
        assert_int_equal(alloc.used, 0);
        if (alloc.fail_at != 0)
            break;
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_well_known_texts),     cmocka_unit_test(test_one_character),
        cmocka_unit_test(test_many_atoms),           cmocka_unit_test(test_order),
        cmocka_unit_test(test_sweep_reuses_indices), cmocka_unit_test(test_failing_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
