/* db_pred.c - modules, predicates, clause lists, generations, reclaiming.
 * SPDX-License-Identifier: MIT
 */
#include "db_fixture.h"

#include "db/clause_array.h"

static Cell int_cell(int64_t i)
{
    return cell_from_int(i);
}

/* ---- modules ---- */

static void test_modules(void **state)
{
    (void)state;
    Fixture f;
    fixture_open(&f);
    Program *p = &f.program;
    assert_ptr_equal(module_find(p, ATOM_user), p->user);
    assert_ptr_equal(module_find(p, ATOM_system), p->system);
    assert_null(module_find(p, ATOM_lists));
    Module *m = module_intern(p, ATOM_lists);
    assert_ptr_equal(module_intern(p, ATOM_lists), m);
    assert_null(p->system->ops.parent);
    assert_ptr_equal(p->user->ops.parent, &p->system->ops);
    assert_ptr_equal(m->ops.parent, &p->user->ops);
    assert_true(op_table_is_op(&m->ops, ATOM_neck));
    for (uint32_t i = 0; i < 1000; i++) {
        Cell functor = cell_from_functor(ATOM_append, i);
        assert_null(pred_find(m, functor));
        Pred *pred = pred_intern(p, m, functor);
        assert_ptr_equal(pred_intern(p, m, functor), pred);
        assert_ptr_equal(pred_find(m, functor), pred);
        assert_ptr_equal(pred_from_entry(pred_entry(pred)), pred);
        assert_int_equal(code_op(*pred_entry(pred)), I_ENTER_UNDEFINED);
    }
    assert_int_equal(m->pred_count, 1000);
    fixture_close(&f);
}

static void test_resolution(void **state)
{
    (void)state;
    Fixture f;
    fixture_open(&f);
    Program *p = &f.program;
    Module *m = module_intern(p, ATOM_lists);
    Cell functor = cell_from_functor(ATOM_append, 3), builtin = cell_from_functor(ATOM_functor, 3);
    assert_null(program_resolve(p, m, functor));
    Pred *in_system = pred_intern(p, p->system, functor);
    in_system->flags |= PRED_REDEFINE;
    pred_declare(p, in_system, PRED_SYSTEM);
    Pred *fixed = pred_intern(p, p->system, builtin);
    fixed->flags |= PRED_BUILTIN;

    assert_ptr_equal(program_resolve(p, m, functor), in_system);
    assert_ptr_equal(program_call_target(p, m, builtin), fixed);
    assert_ptr_equal(program_call_target(p, p->system, functor), in_system);
    Pred *own = program_call_target(p, m, functor);
    assert_ptr_equal(own->module, m);
    own->import = program_resolve(p, m, functor);              /* as the first call does */
    pred_update_entry(own);
    assert_int_equal(code_op(*pred_entry(own)), I_ENTER_IMPORT);
    assert_ptr_equal(program_resolve(p, m, functor), in_system);

    Pred *in_user = pred_intern(p, p->user, functor);          /* user redefines: linked modules see it */
    assert_non_null(fixture_add(p, in_user, (Cell[]){0, 0, 0}, true));
    assert_null(own->import);
    assert_int_equal(code_op(*pred_entry(own)), I_ENTER_UNDEFINED);
    assert_ptr_equal(program_resolve(p, m, functor), in_user);
    assert_ptr_equal(program_resolve(p, p->system, functor), in_system);

    assert_non_null(fixture_add(p, own, (Cell[]){0, 0, 0}, true));
    assert_int_equal(code_op(*pred_entry(own)), I_ENTER_CLAUSES);
    assert_ptr_equal(program_resolve(p, m, functor), own);
    assert_ptr_equal(program_call_target(p, m, functor), own);
    pred_wipe(p, own, 0);
    assert_int_equal(code_op(*pred_entry(own)), I_ENTER_UNDEFINED);
    assert_int_equal(own->flags, 0);
    assert_ptr_equal(program_resolve(p, m, functor), in_user);

    Pred *override = pred_intern(p, m, builtin);               /* a module's own definition wins */
    pred_declare(p, override, PRED_DYNAMIC);
    assert_ptr_equal(program_call_target(p, m, builtin), override);
    assert_ptr_equal(program_call_target(p, p->user, builtin), fixed);
    fixture_close(&f);
}

/* ---- the list ---- */

/* Expects the live clauses' first argument to be these, through pred_all_clauses. */
static void expect_live(const Pred *pred, const int *values, size_t count)
{
    Candidates all = pred_all_clauses(pred);
    size_t seen = 0;
    for (; all.next < all.end; all.next++) {
        if ((*all.next)->died != GENERATION_NEVER)
            continue;
        assert_true(seen < count);
        assert_int_equal(cell_int(clause_key(*all.next, 0)), values[seen++]);
    }
    assert_int_equal(seen, count);
    assert_int_equal(pred->live, count);
    assert_int_equal(pred->dead, pred->clauses.count - pred->live);
}

static void test_both_ends(void **state)
{
    (void)state;
    Fixture f;
    fixture_open(&f);
    Program *p = &f.program;
    Pred *pred = fixture_pred(&f, "p", 1);
    Clause *c[6];
    for (int i = 3; i < 6; i++)
        c[i] = fixture_add(p, pred, (Cell[]){int_cell(i)}, true);
    for (int i = 2; i >= 0; i--)
        c[i] = fixture_add(p, pred, (Cell[]){int_cell(i)}, false);
    expect_live(pred, (int[]){0, 1, 2, 3, 4, 5}, 6);
    assert_int_equal(p->generation, 6);
    assert_true(pred_remove_clause(p, c[0]));
    assert_false(pred_remove_clause(p, c[0]));
    assert_true(pred_remove_clause(p, c[5]));
    assert_true(pred_remove_clause(p, c[2]));
    assert_int_equal(pred->clauses.count, 4);
    assert_int_equal(pred->dead, 1);
    expect_live(pred, (int[]){1, 3, 4}, 3);
    assert_non_null(fixture_add(p, pred, (Cell[]){int_cell(7)}, false));
    assert_non_null(fixture_add(p, pred, (Cell[]){int_cell(8)}, true));
    expect_live(pred, (int[]){7, 1, 3, 4, 8}, 5);
    pred_wipe(p, pred, PRED_DYNAMIC);
    expect_live(pred, NULL, 0);
    fixture_close(&f);
}

/* A goal's range stays as it was, whatever is added and removed meanwhile. */
static void test_ranges_stay(void **state)
{
    (void)state;
    Fixture f;
    fixture_open(&f);
    Program *p = &f.program;
    Pred *pred = fixture_pred(&f, "p", 1);
    Clause *first[5];
    for (int i = 0; i < 5; i++)
        first[i] = fixture_add(p, pred, (Cell[]){int_cell(i)}, true);
    Candidates range = pred_all_clauses(pred);
    Generation g = p->generation;
    uint64_t seed = 7;
    Clause *others[16] = {0};
    for (int i = 0; i < 5000; i++) {
        Clause **slot = i < 5 ? &first[i] : &others[random_next(&seed) % 16];
        if (*slot)
            assert_true(pred_remove_clause(p, *slot));
        *slot = i < 5 || random_next(&seed) % 2 ? NULL : fixture_add(p, pred, (Cell[]){int_cell(100 + i)}, random_next(&seed) % 2);
        int seen = 0;
        for (Clause *const *c = range.next; c < range.end; c++)
            if (clause_is_visible(*c, g))
                assert_int_equal(cell_int(clause_key(*c, 0)), seen++);
        assert_int_equal(seen, 5);
    }
    fixture_close(&f);
}

/* Slots looked at by calls that ask for the first two visible clauses. */
static size_t scan(const Program *p, const Pred *pred)
{
    size_t looked = 0, found = 0;
    Candidates all = pred_all_clauses(pred);
    for (; all.next < all.end && found < 2; all.next++, looked++)
        found += clause_is_visible(*all.next, p->generation);
    return looked;
}

static void never_in_use(Program *p)
{
    program_reclaim(p, NULL, NULL);
}

/* Queue: add at the end, take the first. Stack: add and take at the front. Both with many clauses below. */
static void test_patterns(void **state)
{
    (void)state;
    const int depth = 20000, rounds = 100000;
    for (int stack = 0; stack < 2; stack++) {
        Fixture f;
        fixture_open(&f);
        Program *p = &f.program;
        Pred *pred = fixture_pred(&f, "p", 1);
        for (int i = 0; i < depth; i++)
            assert_non_null(fixture_add(p, pred, (Cell[]){int_cell(i)}, true));
        size_t looked = 0;
        for (int i = 0; i < rounds; i++) {
            assert_non_null(fixture_add(p, pred, (Cell[]){int_cell(depth + i)}, !stack));
            looked += scan(p, pred);
            Clause *first = *pred_all_clauses(pred).next;
            assert_int_equal(cell_int(clause_key(first, 0)), stack ? depth + i : i);
            assert_true(pred_remove_clause(p, first));
            if (p->retired_bytes > 1000000 + p->clause_bytes)
                never_in_use(p);
        }
        assert_true(looked < (size_t)rounds * 200);
        while (pred->live > 0)
            assert_true(pred_remove_clause(p, *pred_all_clauses(pred).next));
        never_in_use(p);
        assert_true(p->clause_bytes < 2000);
        fixture_close(&f);
    }
}

/* ---- reclaiming ---- */

static bool is_in_use(void *user, const void *block, size_t bytes)
{
    const char *address = user, *start = block;
    return address >= start && address < start + bytes;
}

static void test_reclaim(void **state)
{
    (void)state;
    Fixture f;
    fixture_open(&f);
    Program *p = &f.program;
    Pred *pred = fixture_pred(&f, "p", 1);
    for (int i = 0; i < 100; i++)
        assert_non_null(fixture_add(p, pred, (Cell[]){int_cell(i)}, true));
    never_in_use(p);
    assert_int_equal(p->retired_bytes, 0);
    Candidates range = pred_all_clauses(pred);
    pred_wipe(p, pred, 0);
    assert_int_equal(p->retired_clause_count, 100);
    clause_mark(range.next[50]);
    program_reclaim(p, is_in_use, (void *)(uintptr_t)range.next);
    assert_int_equal(p->retired_clause_count, 1);
    assert_non_null(p->retired_blocks);
    assert_int_equal(cell_int(clause_key(range.next[50], 0)), 50);
    never_in_use(p);
    assert_int_equal(p->retired_clause_count, 0);
    assert_null(p->retired_blocks);
    assert_int_equal(p->retired_bytes, 0);
    assert_int_equal(p->clause_bytes, 0);
    fixture_close(&f);
}

static void test_clause_at(void **state)
{
    (void)state;
    enum { COUNT = 3000 };
    Fixture f;
    fixture_open(&f);
    Program *p = &f.program;
    Pred *pred = fixture_pred(&f, "p", 1);
    static Clause *clauses[COUNT];
    uint64_t seed = 3;
    for (int i = 0; i < COUNT; i++) {
        clauses[i] = clause_new(p, pred, 1 + i % 3, (size_t)(i % 5), 1);
        assert_non_null(clauses[i]);
        clauses[i]->code[0] = code_make(I_PROCEED, 0, 0, 0);
    }
    for (int round = 0; round < 4; round++) {
        for (int i = 0; i < COUNT; i++) {
            if (!clauses[i])
                continue;
            Cell *constants = clause_constants(clauses[i]);
            for (int k = 0; k < i % 5; k++)
                assert_ptr_equal(program_clause_at(p, constants + k), clauses[i]);
            assert_ptr_not_equal(program_clause_at(p, constants + i % 5), clauses[i]);
            assert_null(program_clause_at(p, clauses[i]->code));
        }
        for (int i = 0; i < COUNT; i++)
            if (clauses[i] && (round == 3 || random_next(&seed) % 2)) {
                clause_free(p, clauses[i]);
                clauses[i] = NULL;
            }
    }
    assert_int_equal(p->clause_bytes, 0);
    Clause *c = clause_new(p, pred, 1, 2, 0);
    assert_true(clause_retire(p, c));
    const Cell *constants = clause_constants(c);
    assert_ptr_equal(program_clause_at(p, constants), c);
    never_in_use(p);
    assert_null(program_clause_at(p, constants));
    fixture_close(&f);
}

/* ---- atoms ---- */

static void test_mark_atoms(void **state)
{
    (void)state;
    Fixture f;
    fixture_open(&f);
    Program *p = &f.program;
    Pred *pred = fixture_pred(&f, "test_pred", 2);
    const char *kept[] = {"test_pred", "k_get", "k_struct", "k_const", "k_ground", "k_functor", "k_module", "k_op", "k_file", "k_retired"};
    uint32_t get = fixture_atom(&f, "k_get"), structure = fixture_atom(&f, "k_struct"), constant = fixture_atom(&f, "k_const");
    uint32_t ground = fixture_atom(&f, "k_ground"), functor = fixture_atom(&f, "k_functor"), lost = fixture_atom(&f, "k_lost");
    Cell constants[] = {
        cell_from_functor(functor, 2), cell_from_int(1), cell_from_atom(ground), cell_from_raw(RAW_BLOB, 1), cell_from_atom(lost),
    };
    Code code[] = {
        code_make_imm(I_GET_ATOM, 0, (int32_t)get),
        code_make(I_GET_STRUCT, 8, 0, 0),
        cell_from_functor(structure, 1),
        code_make_imm(I_UNIFY_INT, 0, (int32_t)lost),
        code_make(I_PUT_CONST, 0, 0, 0),
        cell_from_atom(constant),
        code_make(I_ALLOCATE, 0, 0, 0),
        code_make(I_CALL, 0, 0, 0),
        (Code)(uintptr_t)pred,
        info_make(9, INFO_LONG, 2),
        code_make(I_PROCEED_POP, 0, 0, 0),
        30,
        cell_from_atom(lost),                              /* a long map: neither code nor atoms */
    };
    Clause *c = fixture_clause(p, pred, code, ARRAY_LENGTH(code), constants, ARRAY_LENGTH(constants));
    assert_true(pred_add_clause(p, pred, c, true));
    Clause *retired = fixture_fact(p, pred, (Cell[]){cell_from_atom(fixture_atom(&f, "k_retired")), 0});
    assert_true(clause_retire(p, retired));
    Module *m = module_intern(p, fixture_atom(&f, "k_module"));
    m->file = fixture_atom(&f, "k_file");
    assert_true(op_table_set(&m->ops, fixture_atom(&f, "k_op"), 700, OP_XFX));
    program_mark_atoms(p);
    atom_sweep(&f.atoms);
    for (size_t i = 0; i < ARRAY_LENGTH(kept); i++)
        assert_int_not_equal(atom_find(&f.atoms, kept[i], strlen(kept[i])), ATOM_NONE);
    assert_int_equal(atom_find(&f.atoms, "k_lost", 6), ATOM_NONE);
    fixture_close(&f);
}

/* ---- memory ---- */

static void test_failures(void **state)
{
    (void)state;
    bool failed = true;
    for (uint64_t n = 1; failed; n++) {
        Fixture f;
        alloc_init(&f.alloc);
        assert_true(atom_table_init(&f.atoms, &f.alloc, 1));
        f.alloc.fail_at = n;
        failed = !program_init(&f.program, &f.alloc, &f.atoms, 2);
        f.alloc.fail_at = 0;
        fixture_close(&f);
    }
    for (uint64_t n = 1; n < 300; n++) {
        Fixture f;
        fixture_open(&f);
        Program *p = &f.program;
        Pred *pred = fixture_pred(&f, "p", 1);
        f.alloc.fail_at = n;
        int expected[64];
        size_t count = 0;
        Clause *clauses[64];
        for (int i = 0; i < 100; i++) {
            Clause *c = fixture_add(p, pred, (Cell[]){int_cell(i)}, true);
            if (c) {
                expected[count] = i;
                clauses[count++] = c;
            }
            if (i % 3 == 1 && count > 0) {
                assert_true(pred_remove_clause(p, clauses[0]));
                memmove(clauses, clauses + 1, --count * sizeof clauses[0]);
                memmove(expected, expected + 1, count * sizeof expected[0]);
            }
            if (i % 3 == 2 && count > 3) {
                assert_true(pred_remove_clause(p, clauses[count / 2]));
                memmove(clauses + count / 2, clauses + count / 2 + 1, (count - count / 2 - 1) * sizeof clauses[0]);
                memmove(expected + count / 2, expected + count / 2 + 1, (count - count / 2 - 1) * sizeof expected[0]);
                count--;
            }
            expect_live(pred, expected, count);
        }
        f.alloc.fail_at = 0;
        pred_wipe(p, pred, 0);
        fixture_close(&f);
    }
}

/* A million facts of three arguments, the last a structure, and the atom in the first. */
static void test_footprint(void **state)
{
    (void)state;
    const int count = 200000;
    Fixture f;
    fixture_open(&f);
    Program *p = &f.program;
    Pred *pred = fixture_pred(&f, "fact", 3);
    Cell functor = cell_from_functor(ATOM_CHAR('f'), 1);
    size_t before = f.alloc.used;
    for (int i = 0; i < count; i++) {
        char name[16];
        snprintf(name, sizeof name, "k%d", i);
        Code code[] = {
            code_make_imm(I_GET_ATOM, 0, (int32_t)fixture_atom(&f, name)),
            code_make_imm(I_GET_INT, 8, i),
            code_make(I_GET_STRUCT, 16, 0, 0),
            functor,
            code_make_imm(I_UNIFY_INT, 0, i),
            code_make(I_PROCEED, 0, 0, 0),
        };
        assert_true(pred_add_clause(p, pred, fixture_clause(p, pred, code, ARRAY_LENGTH(code), NULL, 0), true));
    }
    never_in_use(p);
    size_t each = (f.alloc.used - before) / (size_t)count;
    assert_true(each + 2 * 8 <= 160);                          /* two allocations of malloc */
    fixture_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_modules),     cmocka_unit_test(test_resolution), cmocka_unit_test(test_both_ends),
        cmocka_unit_test(test_ranges_stay), cmocka_unit_test(test_patterns),   cmocka_unit_test(test_reclaim),
        cmocka_unit_test(test_clause_at),   cmocka_unit_test(test_mark_atoms), cmocka_unit_test(test_failures),
        cmocka_unit_test(test_footprint),
    };
    return cmocka_run_group_tests_name("db_pred", tests, NULL, NULL);
}
