/* db_flags.c - Prolog flags: defaults, access rules, failing memory.
 * SPDX-License-Identifier: MIT
 */
#include "db_fixture.h"

#include "db/flags.h"

typedef struct FlagFixture {
    Alloc alloc;
    AtomTable atoms;
    Flags flags;
} FlagFixture;

static void open_flags(FlagFixture *x)
{
    alloc_init(&x->alloc);
    assert_true(atom_table_init(&x->atoms, &x->alloc, 1));
    assert_true(flags_init(&x->flags, &x->alloc));
    assert_true(flags_add_defaults(&x->flags, &x->atoms));
}

static void close_flags(FlagFixture *x)
{
    flags_free(&x->flags);
    atom_table_free(&x->atoms);
    assert_int_equal(x->alloc.used, 0);
}

static void test_defaults(void **state)
{
    (void)state;
    FlagFixture x;
    open_flags(&x);
    assert_int_equal(flag_value(&x.flags, ATOM_bounded), cell_from_atom(ATOM_false));
    assert_int_equal(flag_value(&x.flags, ATOM_unknown), cell_from_atom(ATOM_error));
    assert_int_equal(flag_value(&x.flags, ATOM_double_quotes), cell_from_atom(ATOM_chars));
    assert_int_equal(flag_value(&x.flags, ATOM_max_tagged_integer), cell_from_int(INT_MAX_SMALL));
    assert_int_equal(flag_value(&x.flags, ATOM_min_tagged_integer), cell_from_int(INT_MIN_SMALL));
    assert_int_equal(flag_value(&x.flags, ATOM_argv), cell_from_atom(ATOM_nil));
    assert_int_equal(flag_value(&x.flags, ATOM_append), 0);
    assert_true(flag_is_true(&x.flags, ATOM_gc));
    assert_false(flag_is_true(&x.flags, ATOM_debug));
    const Record *max = flag_find(&x.flags, ATOM_max_integer)->record;
    assert_non_null(max);
    assert_int_equal(cell_tag(max->root), TAG_BOX);
    assert_int_equal(raw_kind(max->cells[0]), RAW_BIG_POSITIVE);
    assert_int_equal(max->cells[1], INT64_MAX);
    const Record *version = flag_find(&x.flags, ATOM_version_data)->record;
    assert_int_equal(version->cells[0], cell_from_functor(ATOM_horn, 4));
    for (size_t i = 0; i < x.flags.count; i++)                 /* defaults lie in their domains */
        if (!x.flags.entries[i].read_only && !x.flags.entries[i].record)
            assert_int_equal(flag_check(&x.flags, &x.atoms, x.flags.entries[i].name, x.flags.entries[i].value), FLAG_CHECK_OK);
    close_flags(&x);
}

static void test_access(void **state)
{
    (void)state;
    FlagFixture x;
    open_flags(&x);
    Cell error = cell_from_atom(ATOM_error), on = cell_from_atom(ATOM_on), one = cell_from_int(1);
    assert_int_equal(flag_check(&x.flags, &x.atoms, ATOM_unknown, error), FLAG_CHECK_OK);
    assert_int_equal(flag_check(&x.flags, &x.atoms, ATOM_unknown, cell_from_atom(ATOM_warning)), FLAG_CHECK_OK);
    assert_int_equal(flag_check(&x.flags, &x.atoms, ATOM_unknown, cell_from_atom(ATOM_warn)), FLAG_CHECK_VALUE);
    assert_int_equal(flag_check(&x.flags, &x.atoms, ATOM_unknown, one), FLAG_CHECK_VALUE);
    assert_int_equal(flag_check(&x.flags, &x.atoms, ATOM_bounded, on), FLAG_CHECK_READ_ONLY);
    assert_int_equal(flag_check(&x.flags, &x.atoms, ATOM_bounded, one), FLAG_CHECK_VALUE);
    assert_int_equal(flag_check(&x.flags, &x.atoms, ATOM_append, on), FLAG_CHECK_UNKNOWN);
    assert_int_equal(flag_check(&x.flags, &x.atoms, ATOM_stack_limit, one), FLAG_CHECK_OK);
    assert_int_equal(flag_check(&x.flags, &x.atoms, ATOM_stack_limit, on), FLAG_CHECK_VALUE);
    assert_int_equal(flag_check(&x.flags, &x.atoms, ATOM_gc, on), FLAG_CHECK_OK);
    assert_int_equal(flag_check(&x.flags, &x.atoms, ATOM_gc, error), FLAG_CHECK_VALUE);
    flag_change(flag_find(&x.flags, ATOM_gc), &x.alloc, cell_from_atom(ATOM_off));
    assert_int_equal(flag_value(&x.flags, ATOM_gc), cell_from_atom(ATOM_false));
    flag_change(flag_find(&x.flags, ATOM_debug), &x.alloc, on);
    assert_int_equal(flag_value(&x.flags, ATOM_debug), on);

    assert_true(flag_set(&x.flags, ATOM_append, FLAG_TERM, false, one));
    assert_int_equal(flag_value(&x.flags, ATOM_append), one);
    RecordBuilder b;
    record_builder_init(&b, &x.alloc);
    Record *list = record_builder_take(&b, build_pair(&b, one, cell_from_atom(ATOM_nil)));
    assert_true(flag_set_record(&x.flags, ATOM_append, FLAG_TERM, false, list));
    assert_ptr_equal(flag_find(&x.flags, ATOM_append)->record, list);
    record_builder_free(&b);
    flag_change(flag_find(&x.flags, ATOM_append), &x.alloc, one);
    assert_null(flag_find(&x.flags, ATOM_append)->record);
    close_flags(&x);
}

static void test_marking(void **state)
{
    (void)state;
    FlagFixture x;
    open_flags(&x);
    uint32_t name = atom_intern_string(&x.atoms, "my_flag"), value = atom_intern_string(&x.atoms, "my_value");
    assert_true(flag_set(&x.flags, name, FLAG_ATOM, false, cell_from_atom(value)));
    atom_intern_string(&x.atoms, "my_other");
    flags_mark_atoms(&x.flags, &x.atoms);
    atom_sweep(&x.atoms);
    assert_int_equal(atom_find(&x.atoms, "my_flag", 7), name);
    assert_int_equal(atom_find(&x.atoms, "my_value", 8), value);
    assert_int_equal(atom_find(&x.atoms, "my_other", 8), ATOM_NONE);
    close_flags(&x);
}

static void test_failures(void **state)
{
    (void)state;
    bool ok = false;
    for (uint64_t n = 1; !ok; n++) {
        FlagFixture x;
        alloc_init(&x.alloc);
        assert_true(atom_table_init(&x.atoms, &x.alloc, 1));
        assert_true(flags_init(&x.flags, &x.alloc));
        x.alloc.fail_at = n;
        ok = flags_add_defaults(&x.flags, &x.atoms);
        x.alloc.fail_at = 0;
        close_flags(&x);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_defaults),
        cmocka_unit_test(test_access),
        cmocka_unit_test(test_marking),
        cmocka_unit_test(test_failures),
    };
    return cmocka_run_group_tests_name("db_flags", tests, NULL, NULL);
}
