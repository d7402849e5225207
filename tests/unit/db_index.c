/* db_index.c - keys of cells and heads, the matrix of small predicates, hash indexes against a naive list.
 * SPDX-License-Identifier: MIT
 */
#include "db_fixture.h"

#include <math.h>

#include "term/text.h"

static Cell int_cell(int64_t i)
{
    return cell_from_int(i);
}

static Code get_int(unsigned reg, int32_t value)
{
    return code_make_imm(I_GET_INT, reg * 8, value);
}

/* ---- keys ---- */

static Cell double_cell(Cell block[2], double value)
{
    block[0] = cell_from_raw(RAW_DOUBLE, 1);
    memcpy(&block[1], &value, sizeof value);
    return cell_from_pointer(block, TAG_BOX);
}

static void test_cell_keys(void **state)
{
    (void)state;
    Cell var = 0, att = 0;
    var = cell_from_pointer(&var, TAG_REF);
    att = cell_from_pointer(&att, TAG_ATT);
    assert_int_equal(key_from_cell(var), 0);
    assert_int_equal(key_from_cell(att), 0);
    assert_int_equal(key_from_cell(int_cell(0)), int_cell(0));
    assert_int_equal(key_from_cell(cell_from_atom(ATOM_nil)), cell_from_atom(ATOM_nil));
    Cell pair[2] = {int_cell(1), int_cell(2)};
    Cell text[3] = {cell_from_raw(RAW_TEXT, 1), 'a', cell_from_atom(ATOM_nil)};
    assert_int_equal(key_from_cell(cell_from_pointer(pair, TAG_LST)), KEY_PAIR);
    assert_int_equal(key_from_cell(cell_from_text(text, 0)), KEY_PAIR);
    Cell structure[2] = {cell_from_functor(ATOM_call, 1), int_cell(1)};
    assert_int_equal(key_from_cell(cell_from_pointer(structure, TAG_STR)), structure[0]);
    structure[0] = (structure[0] & 0xffffff00) | (SUB_HILOG << 3) | TAG_ATM;
    assert_int_equal(key_from_cell(cell_from_pointer(structure, TAG_STR)), 0);
    Cell a[2], b[2];
    assert_int_not_equal(key_from_cell(double_cell(a, 0.0)), key_from_cell(double_cell(b, -0.0)));
    assert_int_equal(key_from_cell(double_cell(a, NAN)), key_from_cell(double_cell(b, -NAN)));
    assert_int_equal(key_from_cell(double_cell(a, 1.5)), key_from_cell(double_cell(b, 1.5)));
    assert_int_not_equal(key_from_cell(double_cell(a, 1.5)), key_from_cell(double_cell(b, 2.5)));
    Cell s1[4] = {cell_from_raw(RAW_STRING, 2), 3, 0}, s2[4] = {cell_from_raw(RAW_STRING, 2), 3, 0};
    memcpy(&s1[2], "abc", 3);
    memcpy(&s2[2], "abc", 3);
    assert_int_equal(key_from_cell(cell_from_pointer(s1, TAG_BOX)), key_from_cell(cell_from_pointer(s2, TAG_BOX)));
    memcpy(&s2[2], "abd", 3);
    assert_int_not_equal(key_from_cell(cell_from_pointer(s1, TAG_BOX)), key_from_cell(cell_from_pointer(s2, TAG_BOX)));
}

/* Expects the keys of a clause with this code. */
static void expect_keys(Fixture *f, Pred *pred, const Code *code, size_t words, uint8_t flags, const Cell *keys)
{
    Clause *c = fixture_clause(&f->program, pred, code, words, NULL, 0);
    c->flags = flags;
    Cell all[8];
    clause_keys(c, 0, pred_arity(pred), all);
    for (uint32_t i = 0; i < pred_arity(pred); i++) {
        assert_int_equal(all[i], keys[i]);
        assert_int_equal(clause_key(c, i), keys[i]);
    }
    clause_free(&f->program, c);
}
#define EXPECT_KEYS(f, pred, code, flags, ...) expect_keys(f, pred, code, ARRAY_LENGTH(code), flags, (Cell[]){__VA_ARGS__})

static void test_clause_keys(void **state)
{
    (void)state;
    Fixture f;
    fixture_open(&f);
    Pred *pred = fixture_pred(&f, "p", 3);
    Cell foo = cell_from_functor(fixture_atom(&f, "foo"), 2);
    const Code proceed = code_make(I_PROCEED, 0, 0, 0);
    const Code all[] = {
        get_int(2, -5),
        code_make_imm(I_NEED, 0, 7),
        code_make_imm(I_GET_ATOM, 0, ATOM_nil),
        code_make(I_GET_STRUCT, 8, 0, 0),
        foo,
        code_make(I_UNIFY_VAR, 24, 0, 0),
        code_make(I_UNIFY_INT, 0, 1, 0),
        proceed,
    };
    EXPECT_KEYS(&f, pred, all, 0, cell_from_atom(ATOM_nil), foo, int_cell(-5));
    const Code written[] = {
        code_make(I_GET_LIST_VAR_VAR, 0, 8, 32), get_int(1, 1), code_make(I_MOVE, 16, 0, 0), get_int(2, 1), get_int(0, 9), proceed,
    };
    EXPECT_KEYS(&f, pred, written, 0, KEY_PAIR, 0, 0);
    const Code half[] = {
        code_make(I_GET_LIST_VAL_VAR, 0, 8, 16),
        get_int(1, 1),
        get_int(2, 1),
        proceed,
    };
    EXPECT_KEYS(&f, pred, half, 0, KEY_PAIR, int_cell(1), 0);
    const Code unify_own[] = {code_make(I_GET_LIST, 0, 0, 0),
                              code_make(I_UNIFY_VAR, 0, 0, 0),
                              code_make(I_UNIFY_VAR, 8, 0, 0),
                              get_int(0, 1),
                              get_int(1, 1),
                              get_int(2, 3),
                              proceed};
    EXPECT_KEYS(&f, pred, unify_own, 0, KEY_PAIR, 0, int_cell(3));
    const Code cut[] = {get_int(0, 1), code_make(I_CUT, 0, 0, 0), get_int(1, 1), proceed};
    EXPECT_KEYS(&f, pred, cut, 0, int_cell(1), 0, 0);
    const Code body[] = {code_make(I_GET_VALUE, 0, 8, 0), code_make(I_PUT_INT, 16, 4, 0), get_int(2, 1), proceed};
    EXPECT_KEYS(&f, pred, body, 0, 0, 0, 0);

    Cell text[3] = {cell_from_raw(RAW_TEXT, 1), 'a', cell_from_atom(ATOM_nil)};
    const Code constant[] = {code_make(I_GET_CONST, 8, 0, 0), cell_from_text(text, 0), proceed};
    EXPECT_KEYS(&f, pred, constant, 0, 0, KEY_PAIR, 0);

    Cell var = 0;
    Cell head[4] = {pred->functor, int_cell(1), cell_from_pointer(&var, TAG_REF), cell_from_pointer(text, TAG_TXT)};
    var = head[2];
    Cell rule[3] = {cell_from_functor(ATOM_neck, 2), cell_from_pointer(head, TAG_STR), cell_from_atom(ATOM_true)};
    const Code big_fact[] = {code_make(I_BIG_CLAUSE, 0, 0, 0), cell_from_pointer(head, TAG_STR)};
    EXPECT_KEYS(&f, pred, big_fact, CLAUSE_BIG | CLAUSE_FACT, int_cell(1), 0, KEY_PAIR);
    const Code big_rule[] = {code_make(I_BIG_CLAUSE, 0, 0, 0), cell_from_pointer(rule, TAG_STR)};
    EXPECT_KEYS(&f, pred, big_rule, CLAUSE_BIG, int_cell(1), 0, KEY_PAIR);
    fixture_close(&f);
}

/* ---- small predicates ---- */

static void test_matrix(void **state)
{
    (void)state;
    Fixture f;
    fixture_open(&f);
    Program *p = &f.program;
    Pred *append = fixture_pred(&f, "app", 3);
    const KeyMatrix *m = pred_matrix(&f.alloc, append);
    assert_int_equal(m->rows, 0);
    assert_non_null(fixture_add(p, append, (Cell[]){cell_from_atom(ATOM_nil), 0, 0}, true));
    m = pred_matrix(&f.alloc, append);
    assert_int_equal(m->rows, 1);
    assert_int_equal(m->columns, 0);                           /* one clause: nothing to tell apart */
    const Code code[] = {
        code_make(I_GET_LIST_VAR_VAR, 0, 24, 0),
        code_make(I_GET_LIST_VAL_VAR, 16, 24, 16),
        code_make(I_EXECUTE, 0, 0, 0),
        (Code)(uintptr_t)append,
    };
    assert_true(pred_add_clause(p, append, fixture_clause(p, append, code, ARRAY_LENGTH(code), NULL, 0), true));
    m = pred_matrix(&f.alloc, append);
    assert_ptr_equal(m, append->indexes->matrix);
    assert_int_equal(m->rows, 2);
    assert_int_equal(m->columns, 2);
    assert_int_equal(m->args[0], 0);
    assert_int_equal(m->args[1], 2);
    Cell call[MATRIX_COLUMNS] = {KEY_PAIR, 0};
    assert_int_equal(matrix_next(m, call, 0), 1);
    call[0] = cell_from_atom(ATOM_nil);
    assert_int_equal(matrix_next(m, call, 0), 0);
    assert_int_equal(matrix_next(m, call, 1), 2);
    call[0] = 0;
    assert_int_equal(matrix_next(m, call, 1), 1);
    call[1] = cell_from_atom(ATOM_nil);
    assert_int_equal(matrix_next(m, call, 1), 2);
    for (unsigned i = 0; i < MATRIX_ROWS; i++)
        assert_non_null(fixture_add(p, append, (Cell[]){int_cell((int)i), 0, 0}, false));
    assert_null(pred_matrix(&f.alloc, append));                /* too many */
    fixture_close(&f);
}

/* ---- large predicates ---- */

static void test_exact(void **state)
{
    (void)state;
    const int count = 20000;
    Fixture f;
    fixture_open(&f);
    Program *p = &f.program;
    Pred *pred = fixture_pred(&f, "fact", 4);
    for (int i = 0; i < count; i++)                            /* unique; groups of 100 in a row; 2 values; all alike */
        assert_non_null(fixture_add(p, pred, (Cell[]){int_cell(i), int_cell(i / 100), int_cell(i & 1), int_cell(5)}, true));
    Cell var = 0;
    var = cell_from_pointer(&var, TAG_REF);
    for (int i = 0; i < count; i += 7) {
        Cell args[4] = {int_cell(i), int_cell(i / 100), int_cell(i & 1), int_cell(5)};
        Candidates c = index_lookup(&f.alloc, pred, args);
        assert_int_equal(candidates_count(c), 1);
        assert_int_equal(clause_key(*c.next, 0), int_cell(i));
        args[0] = var;
        assert_int_equal(candidates_count(index_lookup(&f.alloc, pred, args)), 50); /* two arguments together */
        args[2] = var;
        assert_int_equal(candidates_count(index_lookup(&f.alloc, pred, args)), 100);
        args[1] = int_cell(-1);
        assert_int_equal(candidates_count(index_lookup(&f.alloc, pred, args)), 0);
        args[1] = var;
        assert_int_equal(candidates_count(index_lookup(&f.alloc, pred, args)), count);
    }
    fixture_close(&f);
}

/* Two coordinates, neither of which tells much alone. */
static void test_combined(void **state)
{
    (void)state;
    Fixture f;
    fixture_open(&f);
    Program *p = &f.program;
    Pred *pred = fixture_pred(&f, "grid", 4);
    for (int i = 0; i < 27000; i++)
        assert_non_null(fixture_add(p, pred, (Cell[]){int_cell(i % 30), int_cell(i / 30 % 30), int_cell(i / 900), 0}, true));
    for (int i = 0; i < 27000; i += 11) {
        Cell args[4] = {int_cell(i % 30), int_cell(i / 30 % 30), int_cell(i / 900), int_cell(1)};
        Candidates c = index_lookup(&f.alloc, pred, args);
        assert_int_equal(candidates_count(c), 1);
        assert_true(candidate_matches(pred, *c.next, args));
    }
    fixture_close(&f);
}

static void test_variables_merge(void **state)
{
    (void)state;
    Fixture f;
    fixture_open(&f);
    Program *p = &f.program;
    Pred *pred = fixture_pred(&f, "p", 1);
    for (int i = 0; i < 1000; i++)
        assert_non_null(fixture_add(p, pred, (Cell[]){i == 500 ? 0 : int_cell(i)}, true));
    Candidates c = index_lookup(&f.alloc, pred, (Cell[]){int_cell(400)});
    assert_int_equal(candidates_count(c), 2);
    assert_int_equal(clause_key(c.next[0], 0), int_cell(400));
    assert_int_equal(clause_key(c.next[1], 0), 0);
    c = index_lookup(&f.alloc, pred, (Cell[]){int_cell(600)});
    assert_int_equal(clause_key(c.next[0], 0), 0);
    assert_int_equal(candidates_count(index_lookup(&f.alloc, pred, (Cell[]){int_cell(-3)})), 1);
    assert_non_null(fixture_add(p, pred, (Cell[]){int_cell(-3)}, false));
    c = index_lookup(&f.alloc, pred, (Cell[]){int_cell(-3)});
    assert_int_equal(candidates_count(c), 2);
    assert_int_equal(clause_key(c.next[0], 0), int_cell(-3));
    assert_non_null(fixture_add(p, pred, (Cell[]){0}, true));
    assert_int_equal(candidates_count(index_lookup(&f.alloc, pred, (Cell[]){int_cell(-3)})), 3);
    fixture_close(&f);
}

/* Assert, look up, retract, over and over, must not depend on the size. */
static void test_update_patterns(void **state)
{
    (void)state;
    enum { DEPTH = 50000, ROUNDS = 100000 };
    for (int pattern = 0; pattern < 3; pattern++) {
        Fixture f;
        fixture_open(&f);
        Program *p = &f.program;
        Pred *pred = fixture_pred(&f, "p", 2);
        static Clause *clauses[DEPTH + ROUNDS];
        for (int i = 0; i < DEPTH; i++)
            clauses[i] = fixture_add(p, pred, (Cell[]){int_cell(i), int_cell(i % 3)}, true);
        uint64_t seed = 5;
        for (int i = 0; i < ROUNDS; i++) {
            int next = DEPTH + i;
            clauses[next] = fixture_add(p, pred, (Cell[]){int_cell(next), int_cell(next % 3)}, pattern != 1);
            Candidates c = index_lookup(&f.alloc, pred, (Cell[]){int_cell(next), int_cell(next % 3)});
            assert_int_equal(candidates_count(c), 1);
            assert_ptr_equal(*c.next, clauses[next]);
            int victim = pattern == 0 ? i : pattern == 1 ? next : (int)(random_next(&seed) % (uint64_t)next);
            if (clauses[victim])
                assert_true(pred_remove_clause(p, clauses[victim]));
            clauses[victim] = NULL;
            assert_int_equal(candidates_count(index_lookup(&f.alloc, pred, (Cell[]){int_cell(victim), int_cell(victim % 3)})), 0);
            if (p->retired_bytes > 1000000 + p->clause_bytes)
                program_reclaim(p, NULL, NULL);
        }
        fixture_close(&f);
    }
}

/* ---- a model: the same changes on a naive list ---- */

enum { MODEL_ARGS = 4, MODEL_MAX = 4096, HELD = 8 };

typedef struct Row {
    Clause *clause;
    Cell args[MODEL_ARGS];
} Row;

/* A range that a goal holds: what it must still see. */
typedef struct Held {
    Candidates range;
    Generation generation;
    size_t count;
    Clause *expected[64];
} Held;

typedef struct Model {
    Fixture f;
    Pred *pred;
    Row rows[MODEL_MAX];
    size_t count;
    Held held[HELD];
    uint64_t seed;
    unsigned domain[MODEL_ARGS]; /* how many values an argument takes */
    unsigned vars;               /* one head argument in so many is a variable; 0: none */
} Model;

static Cell model_value(Model *m, unsigned arg)
{
    return int_cell((int64_t)(random_next(&m->seed) % m->domain[arg]));
}

static void model_add(Model *m, bool at_end)
{
    if (m->count == MODEL_MAX)
        return;
    Row row;
    for (unsigned i = 0; i < MODEL_ARGS; i++)
        row.args[i] = m->vars && random_next(&m->seed) % m->vars == 0 ? 0 : model_value(m, i);
    row.clause = fixture_add(&m->f.program, m->pred, row.args, at_end);
    if (!row.clause)
        return;
    size_t at = at_end ? m->count : 0;
    memmove(m->rows + at + 1, m->rows + at, (m->count - at) * sizeof row);
    m->rows[at] = row;
    m->count++;
}

static void model_remove(Model *m, size_t at)
{
    assert_true(pred_remove_clause(&m->f.program, m->rows[at].clause));
    m->count--;
    memmove(m->rows + at, m->rows + at + 1, (m->count - at) * sizeof m->rows[0]);
}

static bool row_matches(const Row *row, const Cell *args)
{
    for (unsigned i = 0; i < MODEL_ARGS; i++)
        if (row->args[i] && cell_is_int(args[i]) && row->args[i] != args[i])
            return false;
    return true;
}

/* What a goal of generation g sees of a range after filtering. */
static void expect_range(const Model *m, Candidates range, Generation g, const Cell *args, Clause *const *expected, size_t count)
{
    size_t seen = 0;
    for (; range.next < range.end; range.next++) {
        if (!clause_is_visible(*range.next, g) || (args && !candidate_matches(m->pred, *range.next, args)))
            continue;
        if (seen < count)
            assert_ptr_equal(*range.next, expected[seen]);
        seen++;
    }
    assert_int_equal(seen, count);
}

static void model_lookup(Model *m)
{
    Cell var = 0, args[MODEL_ARGS];
    var = cell_from_pointer(&var, TAG_REF);
    for (unsigned i = 0; i < MODEL_ARGS; i++)
        args[i] = random_next(&m->seed) % 2 ? var : model_value(m, i);
    static Clause *expected[MODEL_MAX];
    size_t count = 0;
    for (size_t i = 0; i < m->count; i++)
        if (row_matches(&m->rows[i], args))
            expected[count++] = m->rows[i].clause;
    Candidates range = index_lookup(&m->f.alloc, m->pred, args);
    expect_range(m, range, m->f.program.generation, args, expected, count);
    const KeyMatrix *matrix = pred_matrix(&m->f.alloc, m->pred);
    if (matrix) {
        Cell call[MATRIX_COLUMNS];
        for (uint32_t i = 0; i < matrix->columns; i++)
            call[i] = key_from_cell(cell_deref(args[matrix->args[i]]));
        size_t seen = 0;
        for (uint32_t row = matrix_next(matrix, call, 0); row < matrix->rows; row = matrix_next(matrix, call, row + 1))
            if (seen < count && range.next[row] == expected[seen])
                seen++;
        assert_int_equal(seen, count);
    }
    size_t visible = 0;                                        /* hold what is long enough to be held */
    Held held = {.range = range, .generation = m->f.program.generation};
    for (Clause *const *c = range.next; c < range.end; c++)
        if (clause_is_visible(*c, held.generation) && visible++ < ARRAY_LENGTH(held.expected))
            held.expected[held.count++] = *c;
    if (candidates_count(range) > 1 && visible <= ARRAY_LENGTH(held.expected))
        m->held[random_next(&m->seed) % HELD] = held;
}

static bool model_block_in_use(void *user, const void *block, size_t bytes)
{
    const Model *m = user;
    const char *start = block;
    for (int i = 0; i < HELD; i++) {
        const char *at = (const char *)m->held[i].range.next;
        if (at >= start && at < start + bytes)
            return true;
    }
    return false;
}

static void model_reclaim(Model *m)
{
    for (int i = 0; i < HELD; i++)
        for (Clause *const *c = m->held[i].range.next; c < m->held[i].range.end; c++)
            clause_mark(*c);
    program_reclaim(&m->f.program, model_block_in_use, m);
    for (int i = 0; i < HELD; i++) {
        for (Clause *const *c = m->held[i].range.next; c < m->held[i].range.end; c++)
            (*c)->marked = 0;
        expect_range(m, m->held[i].range, m->held[i].generation, NULL, m->held[i].expected, m->held[i].count);
    }
}

static void model_step(Model *m, unsigned growth)
{
    unsigned dice = (unsigned)(random_next(&m->seed) % 100);
    if (dice < growth)
        model_add(m, dice % 3 != 0);
    else if (dice < 48 && m->count > 0)
        model_remove(m, dice % 4 == 0 ? 0 : dice % 4 == 1 ? m->count - 1 : random_next(&m->seed) % m->count);
    else if (dice < 98)
        model_lookup(m);
    else if (dice < 99)
        model_reclaim(m);
}

static void model_run(uint64_t seed, int steps, uint64_t fail_at)
{
    static Model m;
    m = (Model){.seed = seed * 7919 + 1};
    fixture_open(&m.f);
    m.pred = fixture_pred(&m.f, "p", MODEL_ARGS);
    const unsigned domains[] = {2, 5, 40, 1000, 1000000};
    for (unsigned i = 0; i < MODEL_ARGS; i++)
        m.domain[i] = domains[random_next(&m.seed) % ARRAY_LENGTH(domains)];
    const unsigned vars[] = {0, 0, 3, 100, 1000};
    m.vars = vars[random_next(&m.seed) % ARRAY_LENGTH(vars)];
    for (int i = 0; i < steps; i++) {
        if (fail_at && i % 200 == 100)
            m.f.alloc.fail_at = fail_at;
        if (i % 1000 == 999 && seed % 5 == 0) {
            pred_wipe(&m.f.program, m.pred, 0);
            m.count = 0;
        }
        model_step(&m, i / 700 % 2 ? 15 : 38);
    }
    m.f.alloc.fail_at = 0;
    memset(m.held, 0, sizeof m.held);
    model_reclaim(&m);
    fixture_close(&m.f);
}

static void test_model(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 60; seed++)
        model_run(seed, 3000, 0);
}

static void test_model_failures(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 40; seed++)
        model_run(seed, 1500, 1 + seed % 13);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cell_keys),       cmocka_unit_test(test_clause_keys), cmocka_unit_test(test_matrix),
        cmocka_unit_test(test_exact),           cmocka_unit_test(test_combined),    cmocka_unit_test(test_variables_merge),
        cmocka_unit_test(test_update_patterns), cmocka_unit_test(test_model),       cmocka_unit_test(test_model_failures),
    };
    return cmocka_run_group_tests_name("db_index", tests, NULL, NULL);
}
