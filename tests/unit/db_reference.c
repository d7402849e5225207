/* db_reference.c - numbers of clauses; bases of modules.
 * SPDX-License-Identifier: MIT
 */
#include "db_fixture.h"

#define CLAUSES 500

static Clause *new_clause(Fixture *f)
{
    Clause *c = clause_new(&f->program, NULL, 1, 0, 0);
    assert_non_null(c);
    return c;
}

/* A number stays with its clause, is found back, and ends with it. */
static void test_numbers(void **state)
{
    (void)state;
    Fixture f;
    fixture_open(&f);
    ReferenceTable *t = &f.program.references;
    Clause *a = new_clause(&f), *b = new_clause(&f), *unnamed = new_clause(&f);
    assert_null(reference_find(t, 0));
    assert_null(reference_find(t, 1));
    uint64_t first = reference_of_clause(t, &f.alloc, a), second = reference_of_clause(t, &f.alloc, b);
    assert_int_not_equal(first, 0);
    assert_int_not_equal(first, second);
    assert_int_equal(reference_of_clause(t, &f.alloc, a), first);
    assert_ptr_equal(reference_find(t, first), a);
    assert_ptr_equal(reference_find(t, second), b);
    clause_free(&f.program, a);
    assert_null(reference_find(t, first));
    assert_ptr_equal(reference_find(t, second), b);
    Clause *c = new_clause(&f); /* perhaps where `a` was */
    assert_null(reference_find(t, first));
    assert_int_not_equal(reference_of_clause(t, &f.alloc, c), first);
    clause_free(&f.program, b);
    clause_free(&f.program, c);
    clause_free(&f.program, unnamed);
    fixture_close(&f);
}

/* Many come and go in an order of no order; a plain array says what is right. */
static void test_many(void **state)
{
    (void)state;
    Fixture f;
    fixture_open(&f);
    ReferenceTable *t = &f.program.references;
    Clause *clauses[CLAUSES] = {NULL};
    uint64_t numbers[CLAUSES] = {0}, random = 1;
    for (int step = 0; step < 40000; step++) {
        random = random * 6364136223846793005u + 1442695040888963407u;
        size_t i = (size_t)(random >> 33) % CLAUSES;
        if (clauses[i] == NULL) {
            clauses[i] = new_clause(&f);
            numbers[i] = reference_of_clause(t, &f.alloc, clauses[i]);
            assert_int_not_equal(numbers[i], 0);
        } else {
            assert_ptr_equal(reference_find(t, numbers[i]), clauses[i]);
            clause_free(&f.program, clauses[i]);
            assert_null(reference_find(t, numbers[i]));
            clauses[i] = NULL;
        }
    }
    for (size_t i = 0; i < CLAUSES; i++) {
        assert_ptr_equal(reference_find(t, numbers[i]), clauses[i]);
        clause_free(&f.program, clauses[i]);
    }
    fixture_close(&f);
}

/* Names are looked up in bases, in their order, as long as they are bases. */
static void test_bases(void **state)
{
    (void)state;
    Fixture f;
    fixture_open(&f);
    Program *p = &f.program;
    Cell functor = cell_from_functor(fixture_atom(&f, "a"), 1);
    Module *m = module_intern(p, fixture_atom(&f, "m")), *n = module_intern(p, fixture_atom(&f, "n"));
    Pred *of_n = pred_intern(p, n, functor), *of_user = pred_intern(p, p->user, functor);
    pred_declare(p, of_n, PRED_DYNAMIC);
    assert_null(program_resolve(p, m, functor));
    pred_declare(p, of_user, PRED_DYNAMIC);
    assert_ptr_equal(program_resolve(p, m, functor), of_user);
    assert_true(module_has_base(m, p->system));
    assert_false(module_has_base(m, n));
    assert_true(module_set_bases(m, (Module *[]){n, p->user}, 2));
    assert_ptr_equal(program_resolve(p, m, functor), of_n);
    assert_true(module_has_base(m, n));
    assert_false(module_has_base(n, m));
    assert_int_equal(module_unknown(m), ATOM_NONE);
    n->unknown = ATOM_fail;
    assert_int_equal(module_unknown(m), ATOM_fail);
    assert_true(module_set_bases(m, (Module *[]){p->system}, 1));
    assert_null(program_resolve(p, m, functor));
    assert_int_equal(module_unknown(m), ATOM_NONE);
    fixture_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_numbers),
        cmocka_unit_test(test_many),
        cmocka_unit_test(test_bases),
    };
    return cmocka_run_group_tests_name("db_reference", tests, NULL, NULL);
}
