/* db_stream_table.c - open streams: numbers, aliases, standard streams.
 * SPDX-License-Identifier: MIT
 */
#include "db_fixture.h"

#include "db/stream_table.h"

static Stream *reader(Alloc *a)
{
    Stream *s;
    assert_int_equal(stream_open_memory_reader(a, "text", 4, &s), IO_OK);
    return s;
}

static AtomTable atoms; /* of all tables here */

static Stream *by_number(const StreamTable *t, uint32_t number)
{
    char name[16];
    snprintf(name, sizeof name, "s%u", number);
    uint32_t handle = atom_find(&atoms, name, strlen(name));
    return handle == ATOM_NONE ? NULL : stream_table_by_handle(t, handle);
}

static Stream *writer(Alloc *a)
{
    Stream *s;
    assert_int_equal(stream_open_memory_writer(a, &s), IO_OK);
    return s;
}

static void test_standard(void **state)
{
    (void)state;
    Alloc a;
    StreamTable t;
    alloc_init(&a);
    assert_true(stream_table_init(&t, &a, &atoms));
    assert_int_equal(t.user_input->fd, 0);
    assert_int_equal(t.user_output->fd, 1);
    assert_int_equal(t.user_error->fd, 2);
    assert_ptr_equal(t.current_input, t.user_input);
    assert_ptr_equal(t.current_output, t.user_output);
    assert_ptr_equal(by_number(&t, 1), t.user_input);
    assert_ptr_equal(stream_table_by_alias(&t, ATOM_user_error), t.user_error);
    assert_int_equal(t.user_input->eof_action, EOF_ACTION_RESET);
    Stream *out = t.user_output;
    assert_true(stream_is_standard(&t, out));
    assert_int_equal(stream_table_close(&t, out, false), IO_OK);
    assert_ptr_equal(by_number(&t, 2), out);      /* still there */
    stream_table_free(&t);
    assert_int_equal(a.used, 0);
}

static void test_numbers(void **state)
{
    (void)state;
    Alloc a;
    StreamTable t;
    alloc_init(&a);
    assert_true(stream_table_init(&t, &a, &atoms));
    Stream *streams[50];
    uint32_t numbers[50];
    for (int i = 0; i < 50; i++) {
        streams[i] = reader(&a);
        numbers[i] = stream_table_add(&t, streams[i]);
        assert_int_equal(numbers[i], streams[i]->id);
    }
    for (int i = 0; i < 50; i += 2)
        assert_int_equal(stream_table_close(&t, streams[i], false), IO_OK);
    for (int i = 0; i < 50; i++)
        assert_ptr_equal(by_number(&t, numbers[i]), i % 2 ? streams[i] : NULL);
    Stream *stranger = reader(&a);
    stranger->id = numbers[1];
    assert_null(stream_table_entry(&t, stranger));
    assert_int_equal(stream_close(stranger, true), IO_OK);
    assert_null(by_number(&t, 0));
    stream_table_free(&t);
    assert_int_equal(a.used, 0);
}

/* Closed streams leave gaps until they are many; the numbers of the others stay findable and in order. */
static void test_gaps(void **state)
{
    (void)state;
    Alloc a;
    StreamTable t;
    alloc_init(&a);
    assert_true(stream_table_init(&t, &a, &atoms));
    Stream *streams[200];
    for (int i = 0; i < 200; i++) {
        streams[i] = reader(&a);
        assert_int_not_equal(stream_table_add(&t, streams[i]), 0);
    }
    for (int i = 0; i < 199; i++) {
        uint32_t number = streams[i]->id;
        assert_int_equal(stream_table_close(&t, streams[i], false), IO_OK);
        assert_null(by_number(&t, number));
        assert_ptr_equal(by_number(&t, streams[i + 1]->id), streams[i + 1]);
        assert_ptr_equal(by_number(&t, streams[199]->id), streams[199]);
        assert_true(t.closed <= t.count);
        assert_non_null(t.entries[t.count - 1].stream);
    }
    assert_true(t.count < 40);
    stream_table_free(&t);
    assert_int_equal(a.used, 0);
}

static void test_aliases(void **state)
{
    (void)state;
    Alloc a;
    StreamTable t;
    alloc_init(&a);
    assert_true(stream_table_init(&t, &a, &atoms));
    Stream *in = reader(&a), *out = writer(&a);
    assert_int_not_equal(stream_table_add(&t, in), 0);
    assert_int_not_equal(stream_table_add(&t, out), 0);
    assert_null(stream_table_by_alias(&t, ATOM_append));
    assert_null(stream_table_by_alias(&t, ATOM_NONE));
    assert_true(stream_table_set_alias(&t, in, ATOM_append));
    assert_true(stream_table_set_alias(&t, in, ATOM_append));
    assert_ptr_equal(stream_table_by_alias(&t, ATOM_append), in);
    assert_true(stream_table_set_alias(&t, out, ATOM_append)); /* moves */
    assert_ptr_equal(stream_table_by_alias(&t, ATOM_append), out);
    assert_int_equal(stream_table_entry(&t, in)->aliases[0], ATOM_NONE);
    assert_true(stream_table_set_alias(&t, out, ATOM_member));
    assert_true(stream_table_set_alias(&t, out, ATOM_length));
    assert_true(stream_table_set_alias(&t, out, ATOM_lists));
    assert_false(stream_table_set_alias(&t, out, ATOM_prolog)); /* too many */

    Stream *standard = t.user_input;
    assert_false(stream_table_set_alias(&t, out, ATOM_user_input));
    assert_true(stream_table_set_alias(&t, in, ATOM_user_input));
    assert_ptr_equal(t.user_input, in);
    assert_ptr_equal(stream_table_by_alias(&t, ATOM_user_input), in);
    t.current_input = in;
    t.current_output = out;
    assert_int_equal(stream_table_close(&t, in, false), IO_OK);
    assert_ptr_equal(t.user_input, standard);
    assert_ptr_equal(t.current_input, standard);
    assert_ptr_equal(stream_table_by_alias(&t, ATOM_user_input), standard);
    assert_int_equal(stream_table_close(&t, out, true), IO_OK);
    assert_ptr_equal(t.current_output, t.user_output);
    assert_null(stream_table_by_alias(&t, ATOM_append));
    stream_table_free(&t);
    assert_int_equal(a.used, 0);
}

/* Streams whose handles are not marked are closed, but for those that can be had otherwise. */
static void test_unreachable(void **state)
{
    (void)state;
    Alloc a;
    StreamTable t;
    alloc_init(&a);
    assert_true(stream_table_init(&t, &a, &atoms));
    Stream *streams[100];
    for (int i = 0; i < 100; i++) {
        streams[i] = i == 70 ? writer(&a) : reader(&a);
        assert_int_not_equal(stream_table_add(&t, streams[i]), 0);
    }
    uint32_t number = streams[3]->id;
    assert_true(stream_table_set_alias(&t, streams[50], ATOM_atom));
    t.current_input = streams[60];
    t.current_output = streams[70];
    atom_mark(&atoms, stream_table_entry(&t, streams[80])->handle);
    atom_mark(&atoms, stream_table_entry(&t, streams[99])->handle);
    stream_table_mark_atoms(&t);
    stream_table_close_unmarked(&t);
    (void)atom_sweep(&atoms);
    assert_int_equal(t.count - t.closed, STANDARD_STREAMS + 5);
    const int kept[] = {50, 60, 70, 80, 99};
    for (size_t i = 0; i < ARRAY_LENGTH(kept); i++)
        assert_non_null(stream_table_entry(&t, streams[kept[i]]));
    assert_null(by_number(&t, number));
    assert_ptr_equal(stream_table_by_alias(&t, ATOM_atom), streams[50]);
    assert_false(stream_table_has_many(&t));
    for (int i = 0; i < 1000; i++)
        assert_int_not_equal(stream_table_add(&t, reader(&a)), 0);
    assert_true(stream_table_has_many(&t));
    stream_table_free(&t);
    assert_int_equal(a.used, 0);
}

static void test_failures(void **state)
{
    (void)state;
    bool ok = false;
    for (uint64_t n = 1; !ok; n++) {
        Alloc a;
        StreamTable t;
        alloc_init(&a);
        a.fail_at = n;
        ok = stream_table_init(&t, &a, &atoms);
        a.fail_at = 0;
        stream_table_free(&t);
        assert_int_equal(a.used, 0);
    }
}

static int set_up(void **state)
{
    static Alloc alloc;
    (void)state;
    alloc_init(&alloc);
    return atom_table_init(&atoms, &alloc, 1) ? 0 : -1;
}

static int tear_down(void **state)
{
    (void)state;
    atom_table_free(&atoms);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_standard), cmocka_unit_test(test_numbers),     cmocka_unit_test(test_gaps),
        cmocka_unit_test(test_aliases),  cmocka_unit_test(test_unreachable), cmocka_unit_test(test_failures),
    };
    return cmocka_run_group_tests_name("db_stream_table", tests, set_up, tear_down);
}
