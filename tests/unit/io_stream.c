/* io_stream.c - streams: decoding, positions, ends, encoding of output, buffering, errors.
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

/* ---- a host whose behaviour each test sets ---- */

typedef struct Host {
    const char *input;        /* what reading gives */
    size_t input_bytes, taken;
    size_t chunk;             /* most bytes a read or write transfers */
    int reads, ends;          /* reads so far; end reached how often */
    int closed;
    int fail_read, fail_write, fail_close;     /* errno codes to give, 0 for none */
    char output[512];
    size_t put;
} Host;

static int host_read(void *source, char *bytes, size_t n, size_t *got)
{
    Host *h = source;
    h->reads++;
    if (h->fail_read != 0)
        return h->fail_read;
    size_t part = min_size(min_size(n, h->chunk), h->input_bytes - h->taken);
    memcpy(bytes, h->input + h->taken, part);
    h->taken += part;
    h->ends += part == 0;
    *got = part;
    return 0;
}

static int host_write(void *source, const char *bytes, size_t n, size_t *put)
{
    Host *h = source;
    if (h->fail_write != 0)
        return h->fail_write;
    size_t part = min_size(min_size(n, h->chunk), sizeof h->output - h->put);
    memcpy(h->output + h->put, bytes, part);
    h->put += part;
    *put = part;
    return part == 0 ? ENOSPC : 0;
}

static int host_seek(void *source, int64_t offset, OsWhence whence, int64_t *position)
{
    Host *h = source;
    size_t base = whence == OS_SEEK_START ? 0 : whence == OS_SEEK_CURRENT ? h->taken : h->input_bytes;
    h->taken = (size_t)((int64_t)base + offset);
    *position = (int64_t)h->taken;
    return 0;
}

static int host_close(void *source)
{
    Host *h = source;
    h->closed++;
    return h->fail_close;
}

static const StreamOps plain_ops = {host_read, host_write, NULL, host_close};
static const StreamOps seeking_ops = {host_read, host_write, host_seek, host_close};

static Alloc alloc_for_test(void)
{
    Alloc a;
    alloc_init(&a);
    return a;
}

static Host host_with(const char *input, size_t n, size_t chunk)
{
    return (Host){.input = input, .input_bytes = n, .chunk = chunk};
}

static Stream *open_host(Alloc *a, Host *h, const StreamOps *ops, StreamMode mode, const StreamOptions *options)
{
    Stream *s = NULL;
    assert_int_equal(stream_open_host(a, ops, h, "host", mode, options, &s), IO_OK);
    return s;
}

static Stream *open_reader(Alloc *a, Host *h, const char *input, size_t n, size_t chunk)
{
    *h = host_with(input, n, chunk);
    StreamOptions options = stream_options(STREAM_READ);
    return open_host(a, h, &plain_ops, STREAM_READ, &options);
}

static Stream *open_memory(Alloc *a, const char *text)
{
    Stream *s = NULL;
    assert_int_equal(stream_open_memory_reader(a, text, strlen(text), &s), IO_OK);
    return s;
}

static void close_all(Stream *s, Alloc *a)
{
    assert_int_equal(stream_close(s, false), IO_OK);
    assert_int_equal(a->used, 0);
}

static void assert_next(Stream *s, int32_t expected)
{
    int32_t code = -2;
    assert_int_equal(stream_peek_code(s, &code), IO_OK);
    assert_int_equal(code, expected);
    code = -2;
    assert_int_equal(stream_next_code(s, &code), IO_OK);
    assert_int_equal(code, expected);
}

static void assert_codes(Stream *s, const char *ascii)
{
    for (; *ascii != '\0'; ascii++)
        assert_next(s, *ascii);
}

static void assert_end(Stream *s)
{
    int32_t code = 0;
    assert_int_equal(stream_next_code(s, &code), IO_EOF);
    assert_int_equal(code, -1);
}

static void assert_place(const Stream *s, uint64_t bytes, uint64_t chars, uint64_t line, uint64_t column)
{
    assert_int_equal(stream_byte_count(s), bytes);
    assert_int_equal(stream_char_count(s), chars);
    assert_int_equal(stream_line(s), line);
    assert_int_equal(stream_column(s), column);
}

static void assert_output(const Host *h, const char *bytes, size_t n)
{
    assert_int_equal(h->put, n);
    assert_memory_equal(h->output, bytes, n);
}

/* ---- reading ---- */

/* Code points come out whole however the source cuts its bytes. */
static void test_chunks(void **state)
{
    (void)state;
    static const char text[] = "a\xC3\xA9\n\xE2\x82\xAC\xF0\x9F\x98\x80z";
    for (size_t chunk = 1; chunk < sizeof text; chunk++) {
        Alloc a = alloc_for_test();
        Host h;
        Stream *s = open_reader(&a, &h, text, sizeof text - 1, chunk);
        assert_next(s, 'a');
        assert_next(s, 0xE9);
        assert_place(s, 3, 2, 1, 2);
        assert_next(s, '\n');
        assert_place(s, 4, 3, 2, 0);
        assert_next(s, 0x20AC);
        assert_next(s, 0x1F600);
        assert_next(s, 'z');
        assert_place(s, 12, 6, 2, 3);
        assert_end(s);
        assert_place(s, 12, 6, 2, 3);
        close_all(s, &a);
        assert_int_equal(h.closed, 1);
    }
}

/* More text than a buffer holds, with a long code point across its boundary. */
static void test_long_input(void **state)
{
    (void)state;
    static char text[10000];
    for (size_t i = 0; i < sizeof text; i++)
        text[i] = (char)('a' + i % 26);
    memcpy(text + 4094, "\xF0\x9F\x98\x80", 4);
    Alloc a = alloc_for_test();
    Host h;
    Stream *s = open_reader(&a, &h, text, sizeof text, SIZE_MAX);
    for (size_t i = 0; i < sizeof text; i++)
        if (i == 4094) {
            assert_next(s, 0x1F600);
            i += 3;
        } else
            assert_next(s, text[i]);
    assert_end(s);
    assert_place(s, 10000, 9997, 1, 9997);
    close_all(s, &a);
}

static void assert_bad(Stream *s, uint64_t at, uint64_t after)
{
    int32_t code = 0;
    uint64_t before = stream_byte_count(s);
    assert_int_equal(stream_peek_code(s, &code), IO_BAD_ENCODING);
    assert_int_equal(stream_byte_count(s), before);
    assert_int_equal(stream_next_code(s, &code), IO_BAD_ENCODING);
    assert_int_equal(code, -1);
    assert_int_equal(s->error_byte, at);
    assert_int_equal(stream_byte_count(s), after);
}

static void test_malformed_utf8(void **state)
{
    (void)state;
    static const char text[] = "a\xFF"
                               "b\xC3(\xED\xA0\x80"
                               "c\xE2\x82";
    for (size_t chunk = 1; chunk < 6; chunk++) {
        Alloc a = alloc_for_test();
        Host h;
        Stream *s = open_reader(&a, &h, text, sizeof text - 1, chunk);
        assert_next(s, 'a');
        assert_bad(s, 1, 2);
        assert_next(s, 'b');
        assert_bad(s, 3, 4);
        assert_next(s, '(');
        assert_bad(s, 5, 6);
        assert_bad(s, 6, 7);
        assert_bad(s, 7, 8);
        assert_next(s, 'c');
        assert_bad(s, 9, 10);
        assert_bad(s, 10, 11);
        assert_end(s);
        close_all(s, &a);
    }
}

static void test_utf16(void **state)
{
    (void)state;
    static const char little[] = "\xFF\xFE"
                                 "a\0\xAC\x20\x3D\xD8\x00\xDE\n\0\x00\xDC"
                                 "b\0\x00\xD8";
    static const char big[] = "\xFE\xFF"
                              "\0a\x20\xAC\xD8\x3D\xDE\x00\0\n\xDC\x00\0b\xD8\x00";
    for (size_t chunk = 1; chunk < 8; chunk++)
        for (int e = 0; e < 2; e++) {
            Alloc a = alloc_for_test();
            Host h;
            Stream *s = open_reader(&a, &h, e == 0 ? little : big, sizeof little - 1, chunk);
            assert_next(s, 'a');
            assert_int_equal(s->encoding, e == 0 ? ENC_UTF16LE : ENC_UTF16BE);
            assert_true(s->had_bom);
            assert_place(s, 4, 1, 1, 1);
            assert_next(s, 0x20AC);
            assert_next(s, 0x1F600);
            assert_place(s, 10, 3, 1, 3);
            assert_next(s, '\n');
            assert_bad(s, 12, 14);                           /* a low surrogate on its own */
            assert_next(s, 'b');
            assert_bad(s, 16, 18);                           /* a high one before the end */
            assert_end(s);
            close_all(s, &a);
        }
}

static void test_marks(void **state)
{
    (void)state;
    Alloc a = alloc_for_test();
    Host h;
    Stream *s = open_reader(&a, &h, "\xEF\xBB\xBFx", 4, 1);
    s->encoding = ENC_ISO_LATIN_1;
    assert_next(s, 'x');                                     /* the mark overrides the encoding */
    assert_int_equal(s->encoding, ENC_UTF8);
    close_all(s, &a);

    s = open_reader(&a, &h, "\xEF\xBBx", 3, 1);              /* not a mark after all */
    s->encoding = ENC_ISO_LATIN_1;
    assert_next(s, 0xEF);
    assert_next(s, 0xBB);
    close_all(s, &a);

    s = open_reader(&a, &h, "x", 1, 1);                      /* a first byte that starts no mark is not waited for */
    assert_next(s, 'x');
    assert_int_equal(h.reads, 1);
    close_all(s, &a);

    StreamOptions options = stream_options(STREAM_READ);
    options.bom = false;
    h = host_with("\xEF\xBB\xBFx", 4, 9);
    s = open_host(&a, &h, &plain_ops, STREAM_READ, &options);
    assert_next(s, 0xFEFF);
    close_all(s, &a);

    s = open_reader(&a, &h, "", 0, 1);
    assert_end(s);
    close_all(s, &a);
}

static void test_byte_encodings(void **state)
{
    (void)state;
    Alloc a = alloc_for_test();
    Stream *s = open_memory(&a, "a\xE9\xFF");
    stream_set_encoding(s, ENC_ISO_LATIN_1);
    assert_next(s, 'a');
    assert_next(s, 0xE9);
    stream_set_encoding(s, ENC_ASCII);
    assert_bad(s, 2, 3);
    assert_end(s);
    close_all(s, &a);
}

static void test_columns(void **state)
{
    (void)state;
    Alloc a = alloc_for_test();
    Stream *s = open_memory(&a, "ab\tc\t\t\bx\ry\nz\b\b");
    static const uint64_t columns[] = {1, 2, 8, 9, 16, 24, 23, 24, 0, 1, 0, 1, 0, 0};
    for (size_t i = 0; i < ARRAY_LENGTH(columns); i++) {
        int32_t code;
        assert_int_equal(stream_next_code(s, &code), IO_OK);
        assert_int_equal(stream_column(s), columns[i]);
    }
    assert_int_equal(stream_line(s), 2);
    close_all(s, &a);
}

static void test_dos_newlines(void **state)
{
    (void)state;
    static const char text[] = "a\r\nb\rc\r\r\nd\r";
    for (size_t chunk = 1; chunk < 4; chunk++) {
        Alloc a = alloc_for_test();
        Host h = host_with(text, sizeof text - 1, chunk);
        StreamOptions options = stream_options(STREAM_READ);
        options.newline = NEWLINE_DOS;
        Stream *s = open_host(&a, &h, &plain_ops, STREAM_READ, &options);
        assert_codes(s, "a\n");
        assert_place(s, 3, 2, 2, 0);
        assert_codes(s, "b\rc\r\nd\r");
        assert_place(s, 11, 9, 3, 0);
        assert_end(s);
        close_all(s, &a);
    }
}

static void test_peek_ahead(void **state)
{
    (void)state;
    static const char text[] = "a\xC3\xA9\xFFz";
    for (size_t chunk = 1; chunk < 6; chunk++) {
        Alloc a = alloc_for_test();
        Host h;
        Stream *s = open_reader(&a, &h, text, sizeof text - 1, chunk);
        int32_t code;
        assert_int_equal(stream_peek_code_at(s, 1, &code), IO_OK);
        assert_int_equal(code, 0xE9);
        assert_int_equal(stream_peek_code_at(s, 2, &code), IO_BAD_ENCODING);
        assert_int_equal(stream_peek_code_at(s, 3, &code), IO_OK);
        assert_int_equal(code, 'z');
        assert_int_equal(stream_peek_code_at(s, 4, &code), IO_EOF);
        assert_int_equal(code, -1);
        assert_int_equal(stream_peek_code_at(s, 5, &code), IO_EOF);
        assert_place(s, 0, 0, 1, 0);
        assert_codes(s, "a");
        close_all(s, &a);
    }
}

static void test_bytes(void **state)
{
    (void)state;
    Alloc a = alloc_for_test();
    Host h = host_with("a\0\xFF", 3, 2);
    StreamOptions options = stream_options(STREAM_READ);
    options.binary = true;
    Stream *s = open_host(&a, &h, &plain_ops, STREAM_READ, &options);
    static const int32_t bytes[] = {'a', 0, 0xFF};
    int32_t byte;
    for (size_t i = 0; i < 3; i++) {
        assert_int_equal(stream_peek_byte(s, &byte), IO_OK);
        assert_int_equal(byte, bytes[i]);
        assert_int_equal(stream_get_byte(s, &byte), IO_OK);
        assert_int_equal(byte, bytes[i]);
    }
    assert_int_equal(stream_byte_count(s), 3);
    assert_int_equal(stream_peek_byte(s, &byte), IO_EOF);
    assert_int_equal(stream_get_byte(s, &byte), IO_EOF);
    assert_int_equal(byte, -1);
    assert_int_equal(stream_end_state(s), END_PAST);
    assert_int_equal(stream_get_byte(s, &byte), IO_EOF);
    close_all(s, &a);
}

/* ---- ends ---- */

static Stream *open_with_action(Alloc *a, Host *h, EofAction action)
{
    *h = host_with("ab", 2, 9);
    StreamOptions options = stream_options(STREAM_READ);
    options.eof_action = action;
    return open_host(a, h, &plain_ops, STREAM_READ, &options);
}

static void test_eof_error(void **state)
{
    (void)state;
    Alloc a = alloc_for_test();
    Host h;
    Stream *s = open_with_action(&a, &h, EOF_ACTION_ERROR);
    int32_t code;
    assert_int_equal(stream_end_state(s), END_NOT);
    assert_codes(s, "ab");
    assert_int_equal(stream_peek_code(s, &code), IO_EOF);
    assert_int_equal(stream_peek_code(s, &code), IO_EOF);
    assert_int_equal(stream_end_state(s), END_AT);
    assert_end(s);
    assert_int_equal(stream_end_state(s), END_PAST);
    assert_int_equal(stream_peek_code(s, &code), IO_PAST_EOF);
    assert_int_equal(stream_next_code(s, &code), IO_PAST_EOF);
    assert_int_equal(stream_get_byte(s, &code), IO_PAST_EOF);
    assert_int_equal(h.ends, 1);
    close_all(s, &a);
}

static void test_eof_code(void **state)
{
    (void)state;
    Alloc a = alloc_for_test();
    Host h;
    Stream *s = open_with_action(&a, &h, EOF_ACTION_EOF_CODE);
    assert_codes(s, "ab");
    for (int i = 0; i < 3; i++)
        assert_end(s);
    assert_int_equal(stream_end_state(s), END_PAST);
    assert_int_equal(h.ends, 1);
    close_all(s, &a);
}

/* After `reset`, a source that has grown gives what is new. */
static void test_eof_reset(void **state)
{
    (void)state;
    Alloc a = alloc_for_test();
    Host h;
    Stream *s = open_with_action(&a, &h, EOF_ACTION_RESET);
    int32_t code;
    assert_codes(s, "ab");
    assert_int_equal(stream_peek_code(s, &code), IO_EOF);
    assert_end(s);
    assert_int_equal(h.ends, 1);
    assert_end(s);
    assert_int_equal(h.ends, 2);
    h.input = "abcd";
    h.input_bytes = 4;
    assert_codes(s, "cd");
    assert_place(s, 4, 4, 1, 4);
    assert_end(s);
    close_all(s, &a);
}

static void test_end_state(void **state)
{
    (void)state;
    Alloc a = alloc_for_test();
    Host h = host_with("a", 1, 9);
    StreamOptions options = stream_options(STREAM_READ);
    Stream *s = open_host(&a, &h, &plain_ops, STREAM_READ, &options);
    assert_codes(s, "a");
    assert_int_equal(stream_end_state(s), END_NOT);          /* asking could wait */
    assert_int_equal(h.reads, 1);
    close_all(s, &a);

    h = host_with("a", 1, 9);
    s = open_host(&a, &h, &seeking_ops, STREAM_READ, &options);
    assert_int_equal(stream_end_state(s), END_NOT);
    assert_codes(s, "a");
    assert_int_equal(stream_end_state(s), END_AT);
    close_all(s, &a);

    s = open_memory(&a, "");
    assert_int_equal(stream_end_state(s), END_AT);
    assert_end(s);
    assert_int_equal(stream_end_state(s), END_PAST);
    close_all(s, &a);
}

static void test_read_error(void **state)
{
    (void)state;
    Alloc a = alloc_for_test();
    Host h;
    Stream *s = open_reader(&a, &h, "\xC3\xA9", 2, 1);
    int32_t code;
    h.fail_read = EIO;
    assert_int_equal(stream_next_code(s, &code), IO_OS_ERROR);
    assert_int_equal(s->os_error, EIO);
    assert_int_equal(code, -1);
    h.fail_read = 0;
    assert_next(s, 0xE9);                                    /* and reading goes on */
    close_all(s, &a);
}

static void count_calls(void *user, Stream *s)
{
    (void)s;
    ++*(int *)user;
}

static void test_before_read(void **state)
{
    (void)state;
    Alloc a = alloc_for_test();
    Host h;
    int calls = 0;
    Stream *s = open_reader(&a, &h, "abcd", 4, 2);
    s->before_read = count_calls;
    s->before_read_user = &calls;
    assert_codes(s, "ab");
    assert_int_equal(calls, 1);
    assert_codes(s, "c");
    assert_int_equal(calls, 2);
    close_all(s, &a);
}

/* ---- positions ---- */

static void test_seek(void **state)
{
    (void)state;
    Alloc a = alloc_for_test();
    Host h = host_with("\xEF\xBB\xBF"
                       "ab\n\xC3\xA9"
                       "cd",
                       10, 3);
    StreamOptions options = stream_options(STREAM_READ);
    Stream *s = open_host(&a, &h, &seeking_ops, STREAM_READ, &options);
    assert_codes(s, "ab\n");
    StreamPosition place = stream_position(s);
    assert_next(s, 0xE9);
    assert_codes(s, "cd");
    assert_end(s);
    assert_int_equal(stream_seek(s, &place), IO_OK);
    assert_place(s, 6, 3, 2, 0);
    assert_int_equal(stream_end_state(s), END_NOT);
    assert_next(s, 0xE9);
    uint64_t bytes;
    assert_int_equal(stream_seek_bytes(s, 1, OS_SEEK_CURRENT, &bytes), IO_OK);
    assert_int_equal(bytes, 9);
    assert_codes(s, "d");
    assert_int_equal(stream_seek_bytes(s, -2, OS_SEEK_END, &bytes), IO_OK);
    assert_codes(s, "cd");
    assert_int_equal(stream_seek_bytes(s, 0, OS_SEEK_START, &bytes), IO_OK);
    assert_int_equal(bytes, 0);
    assert_codes(s, "ab");                                   /* the mark is skipped again */
    close_all(s, &a);

    s = open_reader(&a, &h, "ab", 2, 1);
    assert_int_equal(stream_seek(s, &place), IO_WRONG_MODE);
    close_all(s, &a);
}

static void test_seek_memory(void **state)
{
    (void)state;
    Alloc a = alloc_for_test();
    Stream *s = open_memory(&a, "hello");
    uint64_t bytes;
    assert_codes(s, "hel");
    assert_int_equal(stream_seek_bytes(s, -2, OS_SEEK_CURRENT, &bytes), IO_OK);
    assert_codes(s, "ello");
    assert_end(s);
    assert_int_equal(stream_seek_bytes(s, -1, OS_SEEK_END, &bytes), IO_OK);
    assert_int_equal(bytes, 4);
    assert_codes(s, "o");
    assert_int_equal(stream_seek_bytes(s, 6, OS_SEEK_START, &bytes), IO_OS_ERROR);
    assert_int_equal(s->os_error, EINVAL);
    assert_int_equal(stream_seek_bytes(s, -6, OS_SEEK_CURRENT, &bytes), IO_OS_ERROR);
    assert_int_equal(stream_seek_bytes(s, INT64_MIN, OS_SEEK_END, &bytes), IO_OS_ERROR);
    close_all(s, &a);
}

/* ---- writing ---- */

static Stream *open_writer(Alloc *a, Host *h, Buffering buffering)
{
    *h = host_with("", 0, 7);
    StreamOptions options = stream_options(STREAM_WRITE);
    options.buffering = buffering;
    return open_host(a, h, &plain_ops, STREAM_WRITE, &options);
}

static void test_buffering(void **state)
{
    (void)state;
    Alloc a = alloc_for_test();
    Host h;
    Stream *s = open_writer(&a, &h, BUFFERING_FULL);
    assert_int_equal(stream_put_string(s, "one\ntwo"), IO_OK);
    assert_int_equal(h.put, 0);
    assert_int_equal(stream_flush(s), IO_OK);
    assert_output(&h, "one\ntwo", 7);
    assert_int_equal(stream_put_string(s, " and\nthree"), IO_OK);
    assert_int_equal(stream_set_buffering(s, BUFFERING_NONE), IO_OK);
    assert_output(&h, "one\ntwo and\nthree", 17);
    close_all(s, &a);

    s = open_writer(&a, &h, BUFFERING_LINE);
    assert_int_equal(stream_put_string(s, "one"), IO_OK);
    assert_int_equal(h.put, 0);
    assert_int_equal(stream_put_code(s, '\n'), IO_OK);
    assert_output(&h, "one\n", 4);
    assert_int_equal(stream_put_string(s, "two\nthree"), IO_OK);
    assert_output(&h, "one\ntwo\nthree", 13);
    assert_int_equal(stream_put_string(s, "!"), IO_OK);
    close_all(s, &a);
    assert_output(&h, "one\ntwo\nthree!", 14);

    s = open_writer(&a, &h, BUFFERING_NONE);
    assert_int_equal(stream_put_code(s, 'x'), IO_OK);
    assert_output(&h, "x", 1);
    assert_int_equal(stream_put_byte(s, 'y'), IO_OK);
    assert_output(&h, "xy", 2);
    close_all(s, &a);
}

static void test_output_positions(void **state)
{
    (void)state;
    Alloc a = alloc_for_test();
    Host h;
    Stream *s = open_writer(&a, &h, BUFFERING_FULL);
    assert_int_equal(stream_put_string(s, "a\tb\xE2\x82\xAC"), IO_OK);
    assert_place(s, 6, 4, 1, 10);
    assert_int_equal(stream_flush(s), IO_OK);
    assert_int_equal(stream_put_code(s, 0x1F600), IO_OK);
    assert_place(s, 10, 5, 1, 11);
    assert_int_equal(stream_put_string(s, "x\ny"), IO_OK);
    assert_place(s, 13, 8, 2, 1);
    close_all(s, &a);
}

static void assert_encoded(Encoding encoding, NewlineMode newline, bool bom, const char *text, const char *bytes, size_t n)
{
    Alloc a = alloc_for_test();
    Host h = host_with("", 0, 5);
    StreamOptions options = stream_options(STREAM_WRITE);
    options.encoding = encoding;
    options.newline = newline;
    options.bom = bom;
    Stream *s = open_host(&a, &h, &plain_ops, STREAM_WRITE, &options);
    assert_int_equal(stream_put_string(s, text), IO_OK);
    assert_int_equal(stream_byte_count(s), n);
    close_all(s, &a);
    assert_output(&h, bytes, n);
}

static void test_output_encodings(void **state)
{
    (void)state;
    static const char text[] = "a\n\xE2\x82\xAC\xF0\x9F\x98\x80";
    assert_encoded(ENC_UTF8, NEWLINE_POSIX, false, text, text, 9);
    assert_encoded(ENC_UTF8, NEWLINE_DOS, true, text,
                   "\xEF\xBB\xBF"
                   "a\r\n\xE2\x82\xAC\xF0\x9F\x98\x80",
                   13);
    assert_encoded(ENC_UTF16LE, NEWLINE_POSIX, true, text,
                   "\xFF\xFE"
                   "a\0\n\0\xAC\x20\x3D\xD8\x00\xDE",
                   12);
    assert_encoded(ENC_UTF16BE, NEWLINE_DOS, false, text, "\0a\0\r\0\n\x20\xAC\xD8\x3D\xDE\x00", 12);
    assert_encoded(ENC_ISO_LATIN_1, NEWLINE_POSIX, true, "a\xC3\xA9", "a\xE9", 2);
}

static void test_unencodable(void **state)
{
    (void)state;
    Alloc a = alloc_for_test();
    Host h;
    Stream *s = open_writer(&a, &h, BUFFERING_FULL);
    stream_set_encoding(s, ENC_ISO_LATIN_1);
    assert_int_equal(stream_put_code(s, 'a'), IO_OK);
    assert_false(stream_can_encode(s, 0x20AC));
    assert_int_equal(stream_put_code(s, 0x20AC), IO_BAD_ENCODING);
    assert_int_equal(s->error_byte, 1);
    assert_place(s, 1, 1, 1, 1);
    assert_int_equal(stream_put_string(s, "b\xE2\x82\xAC"
                                          "c"),
                     IO_BAD_ENCODING);
    assert_place(s, 2, 2, 1, 2);
    stream_set_encoding(s, ENC_UTF8);
    assert_int_equal(stream_put_code(s, 0xD800), IO_BAD_ENCODING);
    close_all(s, &a);
    assert_output(&h, "ab", 2);
}

/* Long text, code points across the end of the buffer, and a source that takes little at a time. */
static void test_long_output(void **state)
{
    (void)state;
    Alloc a = alloc_for_test();
    Stream *whole = NULL;
    assert_int_equal(stream_open_memory_writer(&a, &whole), IO_OK);
    for (int i = 0; i < 5000; i++)
        assert_int_equal(stream_put_code(whole, i % 3 == 0 ? 0x1F600 : 'x'), IO_OK);
    const char *text;
    size_t n;
    assert_int_equal(stream_memory_text(whole, &text, &n), IO_OK);

    char path[64];
    snprintf(path, sizeof path, "/tmp/horn_stream_%d", os_process_id());
    Stream *s = NULL;
    int os_errno;
    StreamOptions options = stream_options(STREAM_WRITE);
    assert_int_equal(stream_open_file(&a, path, STREAM_WRITE, &options, &s, &os_errno), IO_OK);
    assert_int_equal(stream_put_byte(s, 'x'), IO_OK);
    assert_int_equal(stream_put_bytes(s, text, n), IO_OK);
    assert_place(s, n + 1, 5001, 1, 5001);
    assert_int_equal(stream_close(s, false), IO_OK);
    uint64_t bytes;
    assert_int_equal(os_file_size(path, &bytes), 0);
    assert_int_equal(bytes, n + 1);
    options = stream_options(STREAM_READ);
    assert_int_equal(stream_open_file(&a, path, STREAM_READ, &options, &s, &os_errno), IO_OK);
    assert_next(s, 'x');
    for (int i = 0; i < 5000; i++)
        assert_next(s, i % 3 == 0 ? 0x1F600 : 'x');
    assert_end(s);
    assert_int_equal(stream_close(s, false), IO_OK);
    assert_int_equal(os_delete_file(path), 0);
    close_all(whole, &a);
}

/* What the source refuses stays in the buffer; closing without force keeps the stream. */
static void test_write_errors(void **state)
{
    (void)state;
    Alloc a = alloc_for_test();
    Host h;
    Stream *s = open_writer(&a, &h, BUFFERING_FULL);
    h.fail_write = ENOSPC;
    assert_int_equal(stream_put_string(s, "hello"), IO_OK);
    assert_int_equal(stream_flush(s), IO_OS_ERROR);
    assert_int_equal(s->os_error, ENOSPC);
    assert_int_equal(stream_close(s, false), IO_OS_ERROR);
    assert_int_equal(h.closed, 0);
    h.fail_write = 0;
    assert_int_equal(stream_put_string(s, " again"), IO_OK);
    close_all(s, &a);
    assert_output(&h, "hello again", 11);
    assert_int_equal(h.closed, 1);

    s = open_writer(&a, &h, BUFFERING_FULL);
    h.fail_write = ENOSPC;
    assert_int_equal(stream_put_string(s, "hello"), IO_OK);
    assert_int_equal(stream_close(s, true), IO_OK);
    assert_int_equal(h.closed, 1);
    assert_int_equal(a.used, 0);

    s = open_writer(&a, &h, BUFFERING_FULL);                 /* a full source takes part, the rest stays */
    static char text[600];
    memset(text, 'x', sizeof text);
    assert_int_equal(stream_put_bytes(s, text, sizeof text), IO_OK);
    assert_int_equal(stream_flush(s), IO_OS_ERROR);
    assert_int_equal(h.put, 512);
    assert_int_equal(stream_byte_count(s), 600);
    h.put = 0;
    close_all(s, &a);
    assert_int_equal(h.put, 88);
}

/* A source that fails to close is gone, but its stream waits to be closed once more. */
static void test_close_error(void **state)
{
    (void)state;
    Alloc a = alloc_for_test();
    Host h;
    Stream *s = open_writer(&a, &h, BUFFERING_FULL);
    h.fail_close = EIO;
    assert_int_equal(stream_close(s, false), IO_OS_ERROR);
    assert_int_equal(s->os_error, EIO);
    assert_int_equal(stream_put_string(s, "late"), IO_OK);
    assert_int_equal(stream_flush(s), IO_OS_ERROR);
    assert_int_equal(s->os_error, EBADF);
    close_all(s, &a);
    assert_int_equal(h.closed, 1);
    assert_int_equal(h.put, 0);
}

static void test_wrong_mode(void **state)
{
    (void)state;
    Alloc a = alloc_for_test();
    Host h;
    int32_t code;
    Stream *s = open_writer(&a, &h, BUFFERING_FULL);
    assert_int_equal(stream_put_code(s, 'a'), IO_OK);
    assert_int_equal(stream_next_code(s, &code), IO_WRONG_MODE);
    assert_int_equal(stream_peek_code(s, &code), IO_WRONG_MODE);
    assert_int_equal(stream_get_byte(s, &code), IO_WRONG_MODE);
    close_all(s, &a);
    s = open_memory(&a, "abc");
    assert_int_equal(stream_put_code(s, 'a'), IO_WRONG_MODE);
    assert_int_equal(stream_put_byte(s, 'a'), IO_WRONG_MODE);
    assert_int_equal(stream_put_string(s, "a"), IO_WRONG_MODE);
    assert_int_equal(stream_flush(s), IO_WRONG_MODE);
    close_all(s, &a);
}

/* ---- reading many at a time ---- */

/* Consumes the next line, which is to be this text, in place or decoded. */
static void assert_line(Stream *s, Alloc *a, const char *text)
{
    size_t bytes = 0;
    Buf decoded;
    buf_init(&decoded, a);
    assert_int_equal(stream_gather_line(s, &bytes), IO_OK);
    const char *found = stream_gathered_text(s, bytes);
    size_t length = bytes;
    if (found == NULL) {
        assert_int_equal(stream_decode_gathered(s, &bytes, &decoded), IO_OK);
        found = decoded.data;
        length = decoded.length;
    }
    assert_int_equal(length, strlen(text));
    assert_memory_equal(found, text, length);
    stream_consume(s, bytes, found, length);
    buf_free(&decoded);
}

static void test_gather_lines(void **state)
{
    (void)state;
    Alloc a = alloc_for_test();
    Host h;
    const char *input = "one\n\nt\xC3\xA9o\r\nlast";
    for (size_t chunk = 1; chunk < 20; chunk++) {
        Stream *s = open_reader(&a, &h, input, strlen(input), chunk);
        size_t bytes;
        assert_line(s, &a, "one\n");
        assert_line(s, &a, "\n");
        assert_line(s, &a, "t\xC3\xA9o\r\n");
        assert_place(s, 11, 10, 4, 0);
        assert_line(s, &a, "last");
        assert_int_equal(stream_gather_line(s, &bytes), IO_EOF);
        assert_end(s);
        close_all(s, &a);
    }
}

static void test_gather_utf16(void **state)
{
    (void)state;
    Alloc a = alloc_for_test();
    Host h;
    static const char input[] = {0, 'a', 10, 0, 0, 10, (char)0xD8, 0x3D, (char)0xDE, 0};      /* U+0A00 is no newline */
    for (size_t chunk = 1; chunk < 11; chunk++) {
        Stream *s = open_reader(&a, &h, input, sizeof input, chunk);
        stream_set_encoding(s, ENC_UTF16BE);
        assert_line(s, &a, "a\xE0\xA8\x80\n");
        assert_line(s, &a, "\xF0\x9F\x98\x80");
        close_all(s, &a);
    }
}

static void test_gather_all(void **state)
{
    (void)state;
    Alloc a = alloc_for_test();
    Host h;
    Stream *s = open_reader(&a, &h, "ab\377c", 4, 1);
    size_t bytes;
    Buf out;
    buf_init(&out, &a);
    assert_int_equal(stream_gather_codes(s, 2, &bytes), IO_OK);
    assert_int_equal(bytes, 2);
    assert_int_equal(stream_gather_all(s, &bytes), IO_OK);
    assert_int_equal(bytes, 4);
    assert_null(stream_gathered_text(s, bytes));
    assert_int_equal(stream_decode_gathered(s, &bytes, &out), IO_BAD_ENCODING);
    assert_int_equal(bytes, 3);
    assert_int_equal(out.length, 2);
    stream_consume(s, bytes, out.data, out.length);
    assert_codes(s, "c");
    assert_int_equal(stream_gather_all(s, &bytes), IO_EOF);
    assert_int_equal(bytes, 0);
    buf_free(&out);
    close_all(s, &a);
}

static void test_gather_ready(void **state)
{
    (void)state;
    Alloc a = alloc_for_test();
    Host h;
    Stream *s = open_reader(&a, &h, "ab\xC3\xA9z", 5, 3);
    size_t bytes;
    assert_int_equal(stream_gather_ready(s, &bytes), IO_OK);
    assert_int_equal(bytes, 2);                              /* the third byte waits for its second half */
    stream_consume(s, bytes, "ab", 2);
    assert_int_equal(stream_gather_ready(s, &bytes), IO_OK);
    assert_int_equal(bytes, 3);
    stream_consume(s, bytes, "\xC3\xA9z", 3);
    assert_int_equal(stream_gather_ready(s, &bytes), IO_EOF);
    close_all(s, &a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_chunks),
        cmocka_unit_test(test_long_input),
        cmocka_unit_test(test_malformed_utf8),
        cmocka_unit_test(test_utf16),
        cmocka_unit_test(test_marks),
        cmocka_unit_test(test_byte_encodings),
        cmocka_unit_test(test_columns),
        cmocka_unit_test(test_dos_newlines),
        cmocka_unit_test(test_peek_ahead),
        cmocka_unit_test(test_bytes),
        cmocka_unit_test(test_eof_error),
        cmocka_unit_test(test_eof_code),
        cmocka_unit_test(test_eof_reset),
        cmocka_unit_test(test_end_state),
        cmocka_unit_test(test_read_error),
        cmocka_unit_test(test_before_read),
        cmocka_unit_test(test_seek),
        cmocka_unit_test(test_seek_memory),
        cmocka_unit_test(test_buffering),
        cmocka_unit_test(test_output_positions),
        cmocka_unit_test(test_output_encodings),
        cmocka_unit_test(test_unencodable),
        cmocka_unit_test(test_long_output),
        cmocka_unit_test(test_write_errors),
        cmocka_unit_test(test_close_error),
        cmocka_unit_test(test_wrong_mode),
        cmocka_unit_test(test_gather_lines),
        cmocka_unit_test(test_gather_utf16),
        cmocka_unit_test(test_gather_all),
        cmocka_unit_test(test_gather_ready),
    };
    return cmocka_run_group_tests_name("io_stream", tests, NULL, NULL);
}
