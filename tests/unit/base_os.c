/* base_os.c - the operating system: memory, clocks, paths, directories, files.
 *
 * SPDX-License-Identifier: MIT
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/os.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

/* ---- a directory of our own for each test ---- */

typedef struct Place {
    Alloc alloc;
    char directory[64];
    char path[128];           /* of the file last named */
} Place;

static int make_place(void **state)
{
    Place *place = calloc(1, sizeof *place);
    if (place == NULL)
        return -1;
    alloc_init(&place->alloc);
    strcpy(place->directory, "/tmp/horn_os_XXXXXX");
    *state = place;
    return mkdtemp(place->directory) == NULL ? -1 : 0;
}

static int drop_place(void **state)
{
    Place *place = *state;
    int result = os_delete_directory(place->directory) == 0 && place->alloc.used == 0 ? 0 : -1;
    free(place);
    return result;
}

static const char *in_place(Place *place, const char *name)
{
    snprintf(place->path, sizeof place->path, "%s/%s", place->directory, name);
    return place->path;
}

static void put_file(Place *place, const char *name, OsOpenMode mode, const char *text)
{
    OsFile file;
    assert_int_equal(os_file_open(in_place(place, name), mode, &file), 0);
    size_t put;
    assert_int_equal(os_file_write(&file, text, strlen(text), &put), 0);
    assert_int_equal(put, strlen(text));
    assert_int_equal(os_file_close(&file), 0);
}

static void assert_file_is(Place *place, const char *name, const char *text)
{
    OsFile file;
    char bytes[64];
    size_t got;
    assert_int_equal(os_file_open(in_place(place, name), OS_OPEN_READ, &file), 0);
    assert_int_equal(os_file_read(&file, bytes, sizeof bytes, &got), 0);
    assert_int_equal(got, strlen(text));
    assert_memory_equal(bytes, text, got);
    assert_int_equal(os_file_close(&file), 0);
}

/* ---- tests ---- */

static void test_memory(void **state)
{
    (void)state;
    size_t page = os_page_size(), bytes = MIB(64);
    char *p = os_reserve(bytes);
    assert_non_null(p);
    assert_int_equal((uintptr_t)p % page, 0);
    p[0] = 1;
    p[page] = 2;
    p[bytes - 1] = 3;
    os_discard(p + 1, 2 * page - 1);                         /* the first page is not fully within */
    assert_int_equal(p[0], 1);
    assert_int_equal(p[page], 0);
    assert_int_equal(p[bytes - 1], 3);
    os_release(p, bytes);
    assert_null(os_reserve(SIZE_MAX / 2));
    assert_in_range(os_memory_limit(), MIB(16), SIZE_MAX / 4 * 3);
}

static void test_clocks(void **state)
{
    (void)state;
    uint64_t wall = os_wall_time_ns(), cpu = os_cpu_time_ns();
    assert_int_equal(os_sleep_ns(2000000), 0);
    assert_true(os_wall_time_ns() - wall >= 2000000);
    assert_true(os_cpu_time_ns() >= cpu);
    assert_true(os_real_time_ns() > INT64_C(1600000000) * 1000000000);
    assert_true(os_random_seed() != os_random_seed());
}

static void test_files(void **state)
{
    Place *place = *state;
    put_file(place, "f", OS_OPEN_WRITE, "hello");
    put_file(place, "f", OS_OPEN_APPEND, " world");
    assert_file_is(place, "f", "hello world");
    put_file(place, "f", OS_OPEN_UPDATE, "J");
    assert_file_is(place, "f", "Jello world");
    put_file(place, "f", OS_OPEN_WRITE, "bye");
    assert_file_is(place, "f", "bye");

    const char *path = in_place(place, "f");
    uint64_t bytes;
    int64_t modified;
    assert_true(os_file_exists(path));
    assert_false(os_directory_exists(path));
    assert_true(os_directory_exists(place->directory));
    assert_false(os_file_exists(place->directory));
    assert_true(os_may_access(path, OS_MAY_READ));
    assert_false(os_may_access(path, OS_MAY_EXECUTE));
    assert_int_equal(os_file_size(path, &bytes), 0);
    assert_int_equal(bytes, 3);
    assert_int_equal(os_file_modified_ns(path, &modified), 0);
    assert_true(llabs(os_real_time_ns() - modified) < INT64_C(60000000000));

    char other[128];
    strcpy(other, in_place(place, "g"));
    assert_int_equal(os_rename(in_place(place, "f"), other), 0);
    assert_int_equal(os_delete_file(in_place(place, "f")), ENOENT);
    assert_int_equal(os_delete_file(other), 0);
    assert_int_equal(os_file_size(other, &bytes), ENOENT);
}

static void test_open_errors(void **state)
{
    Place *place = *state;
    OsFile file;
    assert_int_equal(os_file_open(in_place(place, "none"), OS_OPEN_READ, &file), ENOENT);
    assert_int_equal(os_file_open(place->directory, OS_OPEN_READ, &file), EISDIR);
    assert_int_equal(os_file_open(place->directory, OS_OPEN_WRITE, &file), EISDIR);
    Buf b;
    buf_init(&b, &place->alloc);
    os_error_text(ENOENT, &b);
    assert_string_equal(buf_terminate(&b), "No such file or directory");
    buf_free(&b);
}

static void test_seek(void **state)
{
    Place *place = *state;
    put_file(place, "f", OS_OPEN_WRITE, "0123456789");
    OsFile file;
    int64_t position;
    char byte;
    size_t got;
    assert_int_equal(os_file_open(in_place(place, "f"), OS_OPEN_READ, &file), 0);
    assert_true(os_file_is_regular(&file));
    assert_int_equal(os_file_seek(&file, -3, OS_SEEK_END, &position), 0);
    assert_int_equal(position, 7);
    assert_int_equal(os_file_read(&file, &byte, 1, &got), 0);
    assert_int_equal(byte, '7');
    assert_int_equal(os_file_seek(&file, 1, OS_SEEK_CURRENT, &position), 0);
    assert_int_equal(position, 9);
    assert_int_equal(os_file_seek(&file, -1, OS_SEEK_START, &position), EINVAL);
    assert_int_equal(os_file_close(&file), 0);
    assert_int_equal(os_delete_file(place->path), 0);
}

static void assert_absolute(Place *place, const char *path, const char *expected)
{
    Buf b;
    buf_init(&b, &place->alloc);
    buf_put_string(&b, "=");                                 /* results are appended */
    assert_int_equal(os_absolute_path(path, &b), 0);
    assert_string_equal(buf_terminate(&b) + 1, expected);
    buf_free(&b);
}

static void test_absolute_paths(void **state)
{
    Place *place = *state;
    char expected[160];
    assert_absolute(place, "/", "/");
    assert_absolute(place, "/..", "/");
    assert_absolute(place, "/no_such_dir/../x//./y/", "/x/y");
    assert_absolute(place, "/no_such_dir/../../..", "/");
    assert_absolute(place, in_place(place, "."), place->directory);
    snprintf(expected, sizeof expected, "%s/a/c", place->directory);
    assert_absolute(place, in_place(place, "../nothing/.././x/../a/b/../c"), "/tmp/a/c");
    assert_absolute(place, in_place(place, "a/./b/..//c"), expected);

    Buf before, now;
    buf_init(&before, &place->alloc);
    buf_init(&now, &place->alloc);
    assert_int_equal(os_working_directory(&before), 0);
    assert_int_equal(os_change_directory(place->directory), 0);
    assert_int_equal(os_working_directory(&now), 0);
    assert_string_equal(buf_terminate(&now), place->directory);
    assert_absolute(place, "a/c", expected);
    assert_absolute(place, ".", place->directory);
    assert_absolute(place, "", place->directory);
    assert_int_equal(os_change_directory(buf_terminate(&before)), 0);
    assert_int_equal(os_change_directory(in_place(place, "none")), ENOENT);
    buf_free(&before);
    buf_free(&now);
}

/* Whichever allocation fails, the result is ENOMEM or the path. */
static void test_path_failures(void **state)
{
    Place *place = *state;
    int error = ENOMEM;
    for (uint64_t n = 1; error != 0; n++) {
        Buf b;
        buf_init(&b, &place->alloc);
        place->alloc.fail_at = n;
        error = os_absolute_path("none/such", &b);
        place->alloc.fail_at = 0;
        assert_true(error == 0 || error == ENOMEM);
        buf_free(&b);
        assert_int_equal(place->alloc.used, 0);
    }
}

static int count_names(void *user, const char *name)
{
    int *counts = user;
    counts[0]++;
    counts[1] += strcmp(name, "sub") == 0;
    return 0;
}

static int stop_at_once(void *user, const char *name)
{
    (void)user;
    (void)name;
    return 99;
}

static void test_directories(void **state)
{
    Place *place = *state;
    assert_int_equal(os_make_directory(in_place(place, "sub")), 0);
    assert_int_equal(os_make_directory(in_place(place, "sub")), EEXIST);
    int counts[2] = {0, 0};
    assert_int_equal(os_list_directory(place->directory, count_names, counts), 0);
    assert_int_equal(counts[0], 3);
    assert_int_equal(counts[1], 1);
    assert_int_equal(os_list_directory(place->directory, stop_at_once, NULL), 99);
    assert_int_equal(os_delete_directory(in_place(place, "sub")), 0);
    assert_int_equal(os_list_directory(place->path, count_names, counts), ENOENT);
}

static int find_variable(void *user, const char *name)
{
    *(int *)user += strcmp(name, "HORN_TEST_NAME=1") == 0;
    return 0;
}

static void test_environment(void **state)
{
    (void)state;
    assert_int_equal(os_setenv("HORN_TEST_NAME", "value"), 0);
    assert_string_equal(os_getenv("HORN_TEST_NAME"), "value");
    assert_int_equal(os_unsetenv("HORN_TEST_NAME"), 0);
    assert_null(os_getenv("HORN_TEST_NAME"));
    assert_true(os_process_id() > 0);
    assert_int_equal(os_setenv("HORN_TEST_NAME", "1"), 0);
    int found = 0;
    assert_int_equal(os_list_environment(find_variable, &found), 0);
    assert_int_equal(found, 1);
    assert_int_equal(os_list_environment(stop_at_once, NULL), 99);
    assert_int_equal(os_unsetenv("HORN_TEST_NAME"), 0);
}

static void test_commands(void **state)
{
    (void)state;
    int status = -1;
    assert_int_equal(os_run_command("true", &status), 0);
    assert_int_equal(status, 0);
    assert_int_equal(os_run_command("exit 7", &status), 0);
    assert_int_equal(status, 7);
    assert_int_equal(os_run_command("kill -9 $$", &status), 0);
    assert_int_equal(status, 137);
}

static void test_zones(void **state)
{
    (void)state;
    Alloc alloc;
    alloc_init(&alloc);
    Buf name;
    buf_init(&name, &alloc);
    int32_t east = -1;
    bool summer = false;
    int64_t moment = 0, fields[6] = {2024, 7, 1, 14, 0, 0}, huge[6] = {INT64_MAX / 2, 1, 1, 0, 0, 0};
    assert_int_equal(os_setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3"), 0);
    assert_int_equal(os_local_zone(1719835200, &east, &summer, &name), 0);
    assert_int_equal(east, 7200);
    assert_true(summer);
    assert_string_equal(buf_terminate(&name), "CEST");
    assert_int_equal(os_local_moment(fields, &moment), 0);
    assert_int_equal(moment, 1719835200);
    assert_int_equal(os_local_moment(huge, &moment), EOVERFLOW);
    assert_int_equal(os_unsetenv("TZ"), 0);
    buf_free(&name);
}

static void test_links(void **state)
{
    Place *place = *state;
    char file[128], link[128];
    put_file(place, "f", OS_OPEN_WRITE, "x");
    strcpy(file, in_place(place, "f"));
    strcpy(link, in_place(place, "l"));
    Buf target;
    buf_init(&target, &place->alloc);
    assert_int_equal(os_make_link("f", link, true), 0);
    assert_int_equal(os_make_link("f", link, true), EEXIST);
    assert_int_equal(os_read_link(link, &target), 0);
    assert_string_equal(buf_terminate(&target), "f");
    assert_int_equal(os_read_link(file, &target), EINVAL);
    assert_true(os_same_file(file, link));
    assert_false(os_same_file(file, place->directory));
    assert_false(os_same_file(file, "/no/such/file"));
    buf_free(&target);
    int64_t modified = 0;
    assert_int_equal(os_set_file_modified_ns(file, INT64_C(1000000000500000000)), 0);
    assert_int_equal(os_file_modified_ns(file, &modified), 0);
    assert_true(modified == INT64_C(1000000000500000000));
    OsFile again;
    assert_int_equal(os_file_open(file, OS_OPEN_NEW, &again), EEXIST);
    assert_int_equal(os_delete_file(link), 0);
    assert_int_equal(os_delete_file(file), 0);
    assert_int_equal(os_file_open(file, OS_OPEN_NEW, &again), 0);
    assert_int_equal(os_file_close(&again), 0);
    assert_int_equal(os_delete_file(file), 0);
}

#define TEST_IN_PLACE(test) cmocka_unit_test_setup_teardown(test, make_place, drop_place)

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_memory),      cmocka_unit_test(test_clocks),     cmocka_unit_test(test_environment),
        cmocka_unit_test(test_commands),    cmocka_unit_test(test_zones),      TEST_IN_PLACE(test_links),
        TEST_IN_PLACE(test_files),          TEST_IN_PLACE(test_open_errors),   TEST_IN_PLACE(test_seek),
        TEST_IN_PLACE(test_absolute_paths), TEST_IN_PLACE(test_path_failures), TEST_IN_PLACE(test_directories),
    };
    return cmocka_run_group_tests_name("base_os", tests, NULL, NULL);
}
