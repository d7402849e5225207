/* syntax_ops.c - operator tables: inheritance, the rules of op/3, walking.
 * SPDX-License-Identifier: MIT
 */
#include "syntax_fixture.h"

typedef struct OpFixture {
    Fixture base;
    OpTable root, user, module;
} OpFixture;

static void ops_open(OpFixture *f)
{
    fixture_open(&f->base);
    op_table_init(&f->root, &f->base.alloc, NULL);
    op_table_init(&f->user, &f->base.alloc, &f->root);
    op_table_init(&f->module, &f->base.alloc, &f->user);
    assert_true(op_table_add_defaults(&f->root, &f->base.atoms));
}

static void ops_close(OpFixture *f)
{
    op_table_free(&f->module);
    op_table_free(&f->user);
    op_table_free(&f->root);
    fixture_close(&f->base);
}

static uint32_t atom(OpFixture *f, const char *text)
{
    return atom_intern_string(&f->base.atoms, text);
}

static void test_defaults(void **state)
{
    (void)state;
    OpFixture f;
    ops_open(&f);
    Op op;
    assert_true(op_table_lookup(&f.module, atom(&f, "-"), OP_INFIX, &op));
    assert_int_equal(op.priority, 500);
    assert_int_equal(op.type, OP_YFX);
    assert_true(op_table_lookup(&f.module, atom(&f, "-"), OP_PREFIX, &op));
    assert_int_equal(op.priority, 200);
    assert_int_equal(op_right_max(op), 200);
    assert_false(op_table_lookup(&f.module, atom(&f, "-"), OP_POSTFIX, &op));
    assert_false(op_table_is_op(&f.module, atom(&f, "foo")));
    assert_true(op_table_lookup(&f.root, atom(&f, "is"), OP_INFIX, &op));
    assert_int_equal(op_left_max(op), 699);
    assert_int_equal(op_right_max(op), 699);
    ops_close(&f);
}

static void test_inheritance(void **state)
{
    (void)state;
    OpFixture f;
    ops_open(&f);
    Op op;
    assert_true(op_table_set(&f.user, atom(&f, "is"), 0, OP_XFX));
    assert_false(op_table_lookup(&f.module, atom(&f, "is"), OP_INFIX, &op));
    assert_true(op_table_lookup(&f.root, atom(&f, "is"), OP_INFIX, &op));
    assert_true(op_table_set(&f.module, atom(&f, "is"), 300, OP_FY));
    assert_true(op_table_lookup(&f.module, atom(&f, "is"), OP_PREFIX, &op));
    assert_false(op_table_lookup(&f.module, atom(&f, "is"), OP_INFIX, &op));
    assert_false(op_table_lookup(&f.user, atom(&f, "is"), OP_PREFIX, &op));
    assert_true(op_table_set(&f.module, atom(&f, "-"), 100, OP_XFX));
    OpSet set;
    assert_true(op_table_find(&f.module, atom(&f, "-"), &set));
    assert_int_equal(set.kinds[OP_INFIX].priority, 100);
    assert_int_equal(set.kinds[OP_PREFIX].priority, 200);
    ops_close(&f);
}

static void test_rules(void **state)
{
    (void)state;
    OpFixture f;
    ops_open(&f);
    const OpTable *t = &f.module;
    assert_int_equal(op_table_check(t, atom(&f, "foo"), 1200, OP_XFX), OP_CHECK_OK);
    assert_int_equal(op_table_check(t, atom(&f, "foo"), 1201, OP_XFX), OP_CHECK_PRIORITY);
    assert_int_equal(op_table_check(t, atom(&f, ","), 1000, OP_XFY), OP_CHECK_MODIFY);
    assert_int_equal(op_table_check(t, atom(&f, ","), 0, OP_XFY), OP_CHECK_MODIFY);
    assert_int_equal(op_table_check(t, atom(&f, "[]"), 200, OP_XFY), OP_CHECK_CREATE);
    assert_int_equal(op_table_check(t, atom(&f, "{}"), 200, OP_XFY), OP_CHECK_CREATE);
    assert_int_equal(op_table_check(t, atom(&f, "|"), 1001, OP_XFY), OP_CHECK_OK);
    assert_int_equal(op_table_check(t, atom(&f, "|"), 1000, OP_XFY), OP_CHECK_CREATE);
    assert_int_equal(op_table_check(t, atom(&f, "|"), 0, OP_XFY), OP_CHECK_OK);
    assert_int_equal(op_table_check(t, atom(&f, "|"), 1100, OP_FY), OP_CHECK_CREATE);
    assert_int_equal(op_table_check(t, atom(&f, ">"), 699, OP_XF), OP_CHECK_CREATE);
    assert_int_equal(op_table_check(t, atom(&f, ">"), 0, OP_XF), OP_CHECK_OK);
    assert_int_equal(op_table_check(t, atom(&f, ">"), 699, OP_FX), OP_CHECK_OK);
    assert_true(op_table_set(&f.module, atom(&f, "post"), 100, OP_YF));
    assert_int_equal(op_table_check(t, atom(&f, "post"), 100, OP_XFX), OP_CHECK_CREATE);
    assert_int_equal(op_table_check(&f.user, atom(&f, "post"), 100, OP_XFX), OP_CHECK_OK);
    ops_close(&f);
}

static void test_names(void **state)
{
    (void)state;
    for (int i = OP_XFX; i <= OP_YF; i++) {
        OpType type;
        const char *name = op_type_name((OpType)i);
        assert_true(op_type_from_name(name, strlen(name), &type));
        assert_int_equal(type, i);
    }
    OpType type;
    assert_false(op_type_from_name("yfy", 3, &type));
    assert_false(op_type_from_name("xf", 1, &type));
}

/* Each visible operator comes once, with what is true of it. */
static void test_walking(void **state)
{
    (void)state;
    OpFixture f;
    ops_open(&f);
    size_t defaults = 0, count = 0;
    uint32_t name;
    Op op;
    for (OpIterator i = op_iterator(&f.root); op_iterator_next(&i, &name, &op);)
        defaults++;
    static const unsigned rows[] = {
#define OP(priority, type, text) priority,
#include "syntax/ops.def"
#undef OP
    };
    assert_int_equal(defaults, ARRAY_LENGTH(rows));
    assert_true(op_table_set(&f.user, atom(&f, "is"), 0, OP_XFX));
    assert_true(op_table_set(&f.user, atom(&f, "-"), 501, OP_YFX));
    assert_true(op_table_set(&f.module, atom(&f, "new"), 100, OP_FY));
    assert_true(op_table_set(&f.module, atom(&f, "new"), 100, OP_XFX));
    for (OpIterator i = op_iterator(&f.module); op_iterator_next(&i, &name, &op);) {
        Op same;
        assert_true(op_table_lookup(&f.module, name, op_type_kind((OpType)op.type), &same));
        assert_int_equal(same.priority, op.priority);
        count++;
    }
    assert_int_equal(count, defaults - 1 + 2);
    ops_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_defaults), cmocka_unit_test(test_inheritance), cmocka_unit_test(test_rules),
        cmocka_unit_test(test_names),    cmocka_unit_test(test_walking),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
