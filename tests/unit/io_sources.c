/* io_sources.c - streams over files, descriptors, memory and a careless host; failing allocations.
 *
 * SPDX-License-Identifier: MIT
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "io/stream.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

typedef struct Place {
    Alloc alloc;
    char directory[64];
    char path[80];            /* a file in it */
} Place;

static int make_place(void **state)
{
    Place *place = calloc(1, sizeof *place);
    if (place == NULL)
        return -1;
    alloc_init(&place->alloc);
    strcpy(place->directory, "/tmp/horn_io_XXXXXX");
    *state = place;
    if (mkdtemp(place->directory) == NULL)
        return -1;
    snprintf(place->path, sizeof place->path, "%s/f", place->directory);
    return 0;
}

static int drop_place(void **state)
{
    Place *place = *state;
    os_delete_file(place->path);
    int result = os_delete_directory(place->directory) == 0 && place->alloc.used == 0 ? 0 : -1;
    free(place);
    return result;
}

static Stream *open_file(Place *place, StreamMode mode)
{
    Stream *s = NULL;
    int os_errno = 0;
    StreamOptions options = stream_options(mode);
    assert_int_equal(stream_open_file(&place->alloc, place->path, mode, &options, &s, &os_errno), IO_OK);
    assert_string_equal(s->file_name, place->path);
    return s;
}

static void put_file(Place *place, StreamMode mode, const char *text)
{
    Stream *s = open_file(place, mode);
    assert_int_equal(stream_put_string(s, text), IO_OK);
    assert_int_equal(stream_close(s, false), IO_OK);
}

static void assert_rest(Stream *s, const char *text)
{
    int32_t code;
    for (; *text != '\0'; text++) {
        assert_int_equal(stream_next_code(s, &code), IO_OK);
        assert_int_equal(code, *text);
    }
    assert_int_equal(stream_next_code(s, &code), IO_EOF);
}

static void assert_file_is(Place *place, const char *text)
{
    Stream *s = open_file(place, STREAM_READ);
    assert_rest(s, text);
    assert_int_equal(stream_close(s, false), IO_OK);
}

/* ---- files ---- */

static void test_modes(void **state)
{
    Place *place = *state;
    put_file(place, STREAM_WRITE, "hello\n");
    put_file(place, STREAM_APPEND, "world\n");
    assert_file_is(place, "hello\nworld\n");
    put_file(place, STREAM_UPDATE, "J");
    assert_file_is(place, "Jello\nworld\n");
    put_file(place, STREAM_WRITE, "");
    assert_file_is(place, "");
}

static void test_open_errors(void **state)
{
    Place *place = *state;
    Stream *s = NULL;
    int os_errno = 0;
    StreamOptions options = stream_options(STREAM_READ);
    assert_int_equal(stream_open_file(&place->alloc, place->path, STREAM_READ, &options, &s, &os_errno), IO_OS_ERROR);
    assert_int_equal(os_errno, ENOENT);
    assert_int_equal(stream_open_file(&place->alloc, place->directory, STREAM_READ, &options, &s, &os_errno), IO_OS_ERROR);
    assert_int_equal(os_errno, EISDIR);
    assert_null(s);
}

static void test_file_mark(void **state)
{
    Place *place = *state;
    Stream *s = NULL;
    int os_errno = 0;
    StreamOptions options = stream_options(STREAM_WRITE);
    options.encoding = ENC_UTF16LE;
    options.bom = true;
    assert_int_equal(stream_open_file(&place->alloc, place->path, STREAM_WRITE, &options, &s, &os_errno), IO_OK);
    assert_int_equal(stream_put_string(s, "hi"), IO_OK);
    assert_int_equal(stream_close(s, false), IO_OK);
    s = open_file(place, STREAM_READ);
    assert_int_equal(s->encoding, ENC_UTF16LE);              /* known before anything is read */
    assert_int_equal(stream_byte_count(s), 2);
    assert_rest(s, "hi");
    assert_int_equal(stream_close(s, false), IO_OK);
    options.bom = true;                                      /* no second mark in the middle */
    assert_int_equal(stream_open_file(&place->alloc, place->path, STREAM_APPEND, &options, &s, &os_errno), IO_OK);
    assert_int_equal(stream_byte_count(s), 6);
    assert_int_equal(stream_put_string(s, "!"), IO_OK);
    assert_int_equal(stream_close(s, false), IO_OK);
    assert_file_is(place, "hi!");
}

static void test_file_seek(void **state)
{
    Place *place = *state;
    put_file(place, STREAM_WRITE, "0123456789");
    Stream *s = open_file(place, STREAM_READ);
    uint64_t bytes;
    assert_true(s->reposition);
    assert_int_equal(stream_seek_bytes(s, 7, OS_SEEK_START, &bytes), IO_OK);
    assert_int_equal(stream_end_state(s), END_NOT);
    assert_rest(s, "789");
    assert_int_equal(stream_seek_bytes(s, -1, OS_SEEK_CURRENT, &bytes), IO_OK);
    assert_rest(s, "9");
    assert_int_equal(stream_close(s, false), IO_OK);

    s = open_file(place, STREAM_UPDATE);
    StreamPosition start = stream_position(s);
    assert_int_equal(stream_put_string(s, "abc"), IO_OK);
    assert_int_equal(stream_seek_bytes(s, 2, OS_SEEK_CURRENT, &bytes), IO_OK);
    assert_int_equal(bytes, 5);
    assert_int_equal(stream_put_string(s, "f"), IO_OK);
    assert_int_equal(stream_seek(s, &start), IO_OK);
    assert_int_equal(stream_put_string(s, "A"), IO_OK);
    assert_int_equal(stream_close(s, false), IO_OK);
    assert_file_is(place, "Abc34f6789");
}

static void test_pipe(void **state)
{
    Place *place = *state;
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    Stream *in = NULL, *out = NULL;
    StreamOptions options = stream_options(STREAM_READ);
    assert_int_equal(stream_open_fd(&place->alloc, ends[0], NULL, STREAM_READ, &options, &in), IO_OK);
    options = stream_options(STREAM_WRITE);
    options.keep_open = true;
    assert_int_equal(stream_open_fd(&place->alloc, ends[1], "pipe", STREAM_WRITE, &options, &out), IO_OK);
    assert_false(in->reposition || in->is_tty || out->reposition);
    assert_int_equal(in->fd, ends[0]);
    assert_int_equal(stream_put_string(out, "through"), IO_OK);
    assert_int_equal(stream_close(out, false), IO_OK);
    assert_int_equal(write(ends[1], "!", 1), 1);             /* the descriptor was kept open */
    assert_int_equal(close(ends[1]), 0);
    assert_rest(in, "through!");
    assert_int_equal(stream_close(in, false), IO_OK);
    assert_int_equal(close(ends[0]), -1);                    /* and this one was not */
}

static void test_bad_descriptor(void **state)
{
    Place *place = *state;
    Stream *s = NULL;
    int32_t code;
    StreamOptions options = stream_options(STREAM_READ);
    assert_int_equal(stream_open_fd(&place->alloc, 9999, NULL, STREAM_READ, &options, &s), IO_OK);
    assert_int_equal(stream_next_code(s, &code), IO_OS_ERROR);
    assert_int_equal(s->os_error, EBADF);
    assert_int_equal(stream_close(s, true), IO_OK);
}

/* ---- memory ---- */

static void test_memory_text(void **state)
{
    Place *place = *state;
    Stream *s = NULL;
    const char *text;
    size_t n;
    assert_int_equal(stream_open_memory_writer(&place->alloc, &s), IO_OK);
    assert_int_equal(stream_memory_text(s, &text, &n), IO_OK);
    assert_int_equal(n, 0);
    assert_string_equal(text, "");
    for (int i = 0; i < 200; i++) {                          /* the NUL has room at every length */
        assert_int_equal(stream_put_code(s, 'x'), IO_OK);
        assert_int_equal(stream_memory_text(s, &text, &n), IO_OK);
        assert_int_equal(n, i + 1);
        assert_int_equal(strlen(text), n);
    }
    Buf b;
    stream_memory_take(s, &b);
    assert_int_equal(b.length, 200);
    assert_int_equal(stream_column(s), 0);
    assert_int_equal(stream_put_string(s, "anew"), IO_OK);
    assert_int_equal(stream_flush(s), IO_OK);
    assert_int_equal(stream_memory_text(s, &text, &n), IO_OK);
    assert_string_equal(text, "anew");
    assert_int_equal(strlen(buf_terminate(&b)), 200);
    buf_free(&b);
    assert_int_equal(stream_close(s, false), IO_OK);

    assert_int_equal(stream_open_memory_reader(&place->alloc, "a\0b", 3, &s), IO_OK);
    assert_int_equal(stream_memory_text(s, &text, &n), IO_OK);
    assert_int_equal(n, 3);
    assert_memory_equal(text, "a\0b", 4);
    assert_int_equal(stream_close(s, false), IO_OK);
}

/* ---- a careless host ---- */

static int claim_too_much(void *source, char *bytes, size_t n, size_t *got)
{
    (void)source;
    (void)bytes;
    *got = n + 1;
    return 0;
}

/* Claims to have written the number of bytes that `source` points at, and no error. */
static int claim_written(void *source, const char *bytes, size_t n, size_t *put)
{
    (void)bytes;
    (void)n;
    *put = *(size_t *)source;
    return 0;
}

static void test_careless_host(void **state)
{
    Place *place = *state;
    static const StreamOps ops = {claim_too_much, claim_written, NULL, NULL};
    Stream *s = NULL;
    StreamOptions options = stream_options(STREAM_READ);
    int32_t code;
    assert_int_equal(stream_open_host(&place->alloc, &ops, NULL, NULL, STREAM_READ, &options, &s), IO_OK);
    assert_int_equal(stream_next_code(s, &code), IO_OS_ERROR);
    assert_int_equal(s->os_error, EIO);
    assert_int_equal(stream_close(s, false), IO_OK);

    static const size_t claims[] = {0, 2, SIZE_MAX};
    options = stream_options(STREAM_WRITE);
    for (size_t i = 0; i < ARRAY_LENGTH(claims); i++) {
        size_t claim = claims[i];
        assert_int_equal(stream_open_host(&place->alloc, &ops, &claim, NULL, STREAM_WRITE, &options, &s), IO_OK);
        assert_int_equal(stream_put_code(s, 'x'), IO_OK);
        assert_int_equal(stream_flush(s), IO_OS_ERROR);
        assert_int_equal(s->os_error, EIO);
        assert_int_equal(stream_close(s, true), IO_OK);
    }
    static const StreamOps silent = {NULL, NULL, NULL, NULL};
    assert_int_equal(stream_open_host(&place->alloc, &silent, NULL, NULL, STREAM_READ, &options, &s), IO_WRONG_MODE);
}

/* ---- failing allocations ---- */

/* Writes a file, reads it back, and formats in memory; gives up at the first failure. */
static IoStatus work(Place *place, int *os_errno)
{
    Stream *s;
    StreamOptions options = stream_options(STREAM_WRITE);
    IoStatus status = stream_open_file(&place->alloc, place->path, STREAM_WRITE, &options, &s, os_errno);
    if (status != IO_OK)
        return status;
    status = stream_put_string(s, "some text");
    if (stream_close(s, true) != IO_OK || status != IO_OK)
        return status;
    options = stream_options(STREAM_READ);
    status = stream_open_file(&place->alloc, place->path, STREAM_READ, &options, &s, os_errno);
    if (status != IO_OK)
        return status;
    int32_t code;
    status = stream_next_code(s, &code);
    if (stream_close(s, true) != IO_OK || status != IO_OK)
        return status;
    status = stream_open_memory_reader(&place->alloc, "abc", 3, &s);
    if (status != IO_OK)
        return status;
    status = stream_next_code(s, &code);
    if (stream_close(s, true) != IO_OK || status != IO_OK)
        return status;
    status = stream_open_memory_writer(&place->alloc, &s);
    if (status != IO_OK)
        return status;
    for (int i = 0; i < 50 && status == IO_OK; i++)
        status = stream_put_string(s, "some text");
    const char *text;
    size_t n;
    if (status == IO_OK)
        status = stream_memory_text(s, &text, &n);
    return stream_close(s, true) == IO_OK ? status : IO_OS_ERROR;
}

static void test_failing_allocations(void **state)
{
    Place *place = *state;
    IoStatus status = IO_NO_MEMORY;
    uint64_t n = 0;
    while (status != IO_OK) {
        int os_errno = 0;
        place->alloc.fail_at = ++n;
        status = work(place, &os_errno);
        assert_true(status == IO_OK || status == IO_NO_MEMORY);
        assert_int_equal(place->alloc.used, 0);
    }
    assert_true(n > 10);
    place->alloc.fail_at = 0;
}

/* A stream that met exhausted memory goes on once there is some. */
static void test_recovery(void **state)
{
    Place *place = *state;
    Stream *s = NULL;
    assert_int_equal(stream_open_memory_writer(&place->alloc, &s), IO_OK);
    for (int i = 0; i < 1000; i++) {
        place->alloc.fail_at = 1;
        IoStatus status = stream_put_string(s, "ab\n");
        place->alloc.fail_at = 0;
        if (status != IO_OK)
            assert_int_equal(stream_put_string(s, "ab\n"), IO_OK);
    }
    assert_int_equal(stream_char_count(s), 3000);
    assert_int_equal(stream_line(s), 1001);
    assert_int_equal(stream_close(s, false), IO_OK);
}

#define TEST(test) cmocka_unit_test_setup_teardown(test, make_place, drop_place)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_modes),          TEST(test_open_errors), TEST(test_file_mark),     TEST(test_file_seek),           TEST(test_pipe),
        TEST(test_bad_descriptor), TEST(test_memory_text), TEST(test_careless_host), TEST(test_failing_allocations), TEST(test_recovery),
    };
    return cmocka_run_group_tests_name("io_sources", tests, NULL, NULL);
}
