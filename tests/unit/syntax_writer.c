/* syntax_writer.c - how terms are written under each option.
 * SPDX-License-Identifier: MIT
 *
 * That quoted output reads back is for syntax_parser.c and syntax_roundtrip.c.
 */
#include "syntax_fixture.h"

#include "syntax/number_format.h"
#include "syntax/quote.h"

typedef struct Row {
    const char *text, *expected;
} Row;

/* Reads each text, applies no more than f->write, and compares. */
static void check_rows(SyntaxFixture *f, const Row *rows, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        syntax_reset(f);
        assert_string_equal(syntax_echo(f, rows[i].text), rows[i].expected);
    }
}

static void test_unquoted(void **state)
{
    (void)state;
    static const Row rows[] = {
        {"'hello world'", "hello world"},
        {"['A','b c',\"d\"]", "[A,b c,[d]]"},
        {"'X'+'Y z'", "X+Y z"},
        {"- 'x'", "-x"},
        {"-(1)", "- (1)"},
        {"f(',','|','[]')", "f(,,|,[])"},
        {"'\\n'", "\n"},
        {"'$VAR'(3)", "$VAR(3)"},
        {"''", ""},
        {"a=(\\+)", "a=(\\+)"},
        {"1-(2)", "1-2"},
        {"'1'is'2'", "1 is 2"},
    };
    SyntaxFixture f;
    syntax_open(&f);
    f.write.quoted = f.write.numbervars = false;
    check_rows(&f, rows, ARRAY_LENGTH(rows));
    f.read.double_quotes = QUOTES_STRING;
    assert_string_equal(syntax_echo(&f, "f(\"a b\",\"\")"), "f(a b,)");
    syntax_close(&f);
}

static void test_canonical(void **state)
{
    (void)state;
    static const Row rows[] = {
        {"1+2*3", "+(1,*(2,3))"},     {"{1}", "{}(1)"},
        {"a:-b,c", ":-(a,','(b,c))"}, {"-(1)", "-(1)"},
        {"-(-1)", "-(-1)"},           {"[a,b|c]", "[a,b|c]"},
        {"'$VAR'(0)", "'$VAR'(0)"},   {"(a|b)", "'|'(a,b)"},
        {"(-)=(-)", "=(-,-)"},        {"\\+ (a,b)", "\\+(','(a,b))"},
    };
    SyntaxFixture f;
    syntax_open(&f);
    f.write.ignore_ops = true;
    f.write.numbervars = false;
    check_rows(&f, rows, ARRAY_LENGTH(rows));
    f.write.dotlists = true;
    assert_string_equal(syntax_echo(&f, "[a,b]"), "'.'(a,'.'(b,[]))");
    assert_string_equal(syntax_echo(&f, "\"ab\""), "'.'(a,'.'(b,[]))");
    syntax_close(&f);
}

static void test_text_as_string(void **state)
{
    (void)state;
    static const Row rows[] = {
        {"\"abc\"", "\"abc\""},
        {"[a,b,c]", "\"abc\""}, /* stored unpacked, the same term */
        {"\"\"", "[]"},
        {"\"a\\\"b\\n'\\\\\"", "\"a\\\"b\\n'\\\\\""},
        {"\"a\\0\\b\"", "\"a\\x0\\b\""},
        {"[a,b|c]", "[a,b|c]"},
        {"[a,bc]", "[a,bc]"},
        {"[a,1]", "[a,1]"},
        {"[a|X]", "[a|_0]"},
        {"f(\"a\",[\"b\",c])", "f(\"a\",[\"b\",c])"},
        {"- \"a\"", "-\"a\""},
        {"\"a\"is\"b\"", "\"a\"is \"b\""},
    };
    SyntaxFixture f;
    syntax_open(&f);
    f.write.text_as_string = true;
    check_rows(&f, rows, ARRAY_LENGTH(rows));
    syntax_close(&f);
}

static void test_spacing_and_end(void **state)
{
    (void)state;
    SyntaxFixture f;
    syntax_open(&f);
    f.write.spacing = SPACING_NEXT_ARGUMENT;
    assert_string_equal(syntax_echo(&f, "(a:-b,c,[d,e|f],g(h,i))"), "a:-b, c, [d, e|f], g(h, i)");
    f.write.fullstop = true;
    assert_string_equal(syntax_echo(&f, "a:-b"), "a:-b.");
    assert_string_equal(syntax_echo(&f, ":-"), ":- .");
    assert_string_equal(syntax_echo(&f, "[-]"), "[-].");
    assert_string_equal(syntax_echo(&f, "1"), "1.");
    assert_string_equal(syntax_echo(&f, "a= @"), "a= @ .");
    assert_string_equal(syntax_echo(&f, "'a b'"), "'a b'.");
    syntax_close(&f);
}

static void test_priority(void **state)
{
    (void)state;
    SyntaxFixture f;
    syntax_open(&f);
    f.write.priority = 999;
    assert_string_equal(syntax_echo(&f, "a:-b"), "(a:-b)");
    assert_string_equal(syntax_echo(&f, "a,b"), "(a,b)");
    assert_string_equal(syntax_echo(&f, "a=b"), "a=b");
    assert_string_equal(syntax_echo(&f, "-"), "-");
    f.write.priority = 699;
    assert_string_equal(syntax_echo(&f, "a=b"), "(a=b)");
    syntax_close(&f);
}

static void test_max_depth(void **state)
{
    (void)state;
    SyntaxFixture f;
    syntax_open(&f);
    f.write.max_depth = 3;
    assert_string_equal(syntax_echo(&f, "f(g(h(i)))"), "f(g(h(...)))");
    assert_string_equal(syntax_echo(&f, "a+b+c+d+e"), "... + ... +d+e");
    assert_string_equal(syntax_echo(&f, "[1,2,3,4]"), "[1,2|...]");
    assert_string_equal(syntax_echo(&f, "\"abcd\""), "[a,b|...]");
    assert_string_equal(syntax_echo(&f, "[1,2]"), "[1,2]");
    assert_string_equal(syntax_echo(&f, "[[[[x]]]]"), "[[[...]]]");
    f.write.max_depth = 5;
    assert_string_equal(syntax_echo(&f, "[1,2,3,4,5,6]"), "[1,2,3,4|...]");
    f.write.max_depth = 1;
    assert_string_equal(syntax_echo(&f, "f(a)"), "f(...)");
    assert_string_equal(syntax_echo(&f, "abc"), "abc");
    syntax_close(&f);
}

static void test_cyclic(void **state)
{
    (void)state;
    SyntaxFixture f;
    syntax_open(&f);
    Cell list = t_pair(&f.base, t_atom(&f.base, "a"), t_nil());
    lst_cells(list)[1] = list;
    assert_string_equal(syntax_write(&f, list), "@(_S1,[_S1=[a|_S1]])");
    f.write.text_as_string = true;
    assert_string_equal(syntax_write(&f, list), "@(_S1,[_S1=[a|_S1]])");
    f.write.ignore_ops = true;
    assert_string_equal(syntax_write(&f, list), "@(_S1,[=(_S1,[a|_S1])])");
    f.write.ignore_ops = false;
    f.write.spacing = SPACING_NEXT_ARGUMENT;
    assert_string_equal(syntax_write(&f, list), "@(_S1, [_S1=[a|_S1]])");
    f.write.spacing = SPACING_STANDARD;
    Cell minus = t_f1(&f.base, "-", t_nil());
    str_cells(minus)[1] = minus;
    Cell both = t_f2(&f.base, "+", list, minus);
    assert_string_equal(syntax_write(&f, both), "@(_S1+_S2,[_S1=[a|_S1],_S2= -_S2])");
    Cell text = t_text_tail(&f.base, "ab", t_var(&f.base)), tail;
    text_uncons(text, &tail);
    text_uncons(tail, &tail);
    *cell_pointer(tail) = text;
    assert_string_equal(syntax_write(&f, text), "@(_S1,[_S1=[a,b|_S1]])");
    f.write.cut_cycles = true;
    assert_string_equal(syntax_write(&f, text), "[a,b,a,b,a,b,a,b,a,b,a|...]");
    assert_string_equal(syntax_write(&f, list), "[a,a,a,a,a,a,a,a,a,a,a|...]");
    f.write.max_depth = 3;
    assert_string_equal(syntax_write(&f, list), "[a,a|...]");
    f.write.max_depth = 0;
    Cell term = t_f1(&f.base, "f", t_nil());
    str_cells(term)[1] = term;
    assert_string_equal(syntax_write(&f, term), "f(f(f(f(f(f(f(f(f(f(f(f(...))))))))))))");
    /* many ways round: the output stays short */
    Cell args[20];
    for (int i = 0; i < 20; i++)
        args[i] = t_nil();
    term = t_struct(&f.base, "f", 20, args);
    for (int i = 1; i <= 20; i++)
        str_cells(term)[i] = term;
    assert_true(strlen(syntax_write(&f, term)) < 200000);
    syntax_close(&f);
}

static bool name_it(void *user, Cell variable, TextSpan *name)
{
    *name = (TextSpan){"Name", 4};
    return variable == *(Cell *)user;
}

static void test_variables(void **state)
{
    (void)state;
    SyntaxFixture f;
    syntax_open(&f);
    t_atom(&f.base, "pad");
    heap_push_var(&f.base.store);
    Cell x = t_var(&f.base), y = t_var(&f.base), a = t_att(&f.base, t_nil(), t_nil());
    Cell term = t_f3(&f.base, "f", x, y, t_f2(&f.base, "+", x, a));
    assert_string_equal(syntax_write(&f, term), "f(_1,_2,_1+_3)");
    f.write.name_variable = name_it;
    f.write.name_user = &x;
    assert_string_equal(syntax_write(&f, term), "f(Name,_2,Name+_3)");
    assert_string_equal(syntax_write(&f, t_f2(&f.base, "is", x, t_f1(&f.base, "-", x))), "Name is -Name");
    syntax_close(&f);
}

static void test_strings_and_blobs(void **state)
{
    (void)state;
    SyntaxFixture f;
    syntax_open(&f);
    Cell string = string_push(&f.base.store, "a\"b\n\xC3\xA9", 6);
    assert_string_equal(syntax_write(&f, string), "\"a\\\"b\\n\xC3\xA9\"");
    f.write.quoted = false;
    assert_string_equal(syntax_write(&f, string), "a\"b\n\xC3\xA9");
    Cell blob = heap_push_raw(&f.base.store, RAW_BLOB, 1);
    box_cells(blob)[1] = 0x1234;
    assert_string_equal(syntax_write(&f, blob), "<blob>(0x1234)");
    syntax_close(&f);
}

/* ---- sinks ---- */

static bool refuse(void *user, const char *bytes, size_t n)
{
    (void)bytes;
    (void)n;
    ++*(int *)user;
    return false;
}

static void test_sinks(void **state)
{
    (void)state;
    SyntaxFixture f;
    syntax_open(&f);
    int calls = 0;
    TextSink refusing = {.put = refuse, .user = &calls};
    assert_int_equal(term_write(&f.base.store, t_deep(&f.base, "long_name", 10000, t_nil()), &f.write, refusing), WRITE_SINK_FAILED);
    assert_int_equal(calls, 1);

    Stream *s;
    assert_int_equal(stream_open_memory_writer(&f.base.alloc, &s), IO_OK);
    stream_set_encoding(s, ENC_ISO_LATIN_1);
    Cell term = t_pair(&f.base, t_atom(&f.base, "\xC3\xA9"), t_pair(&f.base, t_atom(&f.base, "'\xE2\x82\xAC"), t_nil()));
    assert_int_equal(term_write(&f.base.store, term, &f.write, sink_from_stream(s)), WRITE_OK);
    const char *text;
    size_t n;
    assert_int_equal(stream_memory_text(s, &text, &n), IO_OK);
    assert_memory_equal(text, "[\xE9,'\\'\\x20ac\\']", n);
    assert_int_equal(stream_close(s, true), IO_OK);
    syntax_close(&f);
}

static void test_failing_allocations(void **state)
{
    (void)state;
    for (uint64_t n = 1;; n++) {
        SyntaxFixture f;
        syntax_open(&f);
        f.write.text_as_string = true;
        assert_string_equal(syntax_echo(&f, "f('a b',\"text\",[x,12345678901234567890123])"),
                            "f('a b',\"text\",[x,12345678901234567890123])");
        Cell term = f.term;
        buf_free(&f.out);
        f.base.alloc.fail_at = n;
        WriteStatus status = term_write(&f.base.store, term, &f.write, sink_from_buf(&f.out));
        bool was_reached = f.base.alloc.fail_at == 0;
        f.base.alloc.fail_at = 0;
        assert_int_equal(status == WRITE_OK, !was_reached);
        syntax_close(&f);
        if (!was_reached)
            break;
        assert_true(n < 1000);
    }
}

/* ---- numbers and quotes ---- */

static void test_integers(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        unsigned radix;
        bool upper;
        const char *expected;
    } cases[] = {
        {"0", 2, false, "0"},
        {"255", 16, false, "ff"},
        {"255", 16, true, "FF"},
        {"-255", 8, false, "-377"},
        {"35", 36, true, "Z"},
        {"-1152921504606846976", 10, false, "-1152921504606846976"},
        {"0xffffffffffffffffffffffffffffffff", 16, true, "FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF"},
        {"-0xffffffffffffffff0000000000000000", 2, false,
         "-1111111111111111111111111111111111111111111111111111111111111111000000000000000000000000000000000000000000000000000000000000000"
         "0"},
    };
    SyntaxFixture f;
    syntax_open(&f);
    for (size_t i = 0; i < ARRAY_LENGTH(cases); i++) {
        syntax_reset(&f);
        assert_int_equal(syntax_read(&f, cases[i].text, strlen(cases[i].text)), READ_OK);
        buf_clear(&f.out);
        integer_format(f.term, cases[i].radix, cases[i].upper, &f.out);
        assert_string_equal(buf_terminate(&f.out), cases[i].expected);
    }
    syntax_close(&f);
}

static void test_doubles(void **state)
{
    (void)state;
    static const struct {
        double value;
        const char *expected;
    } cases[] = {
        {0.0, "0.0"},         {-0.0, "-0.0"},         {1.0, "1.0"},
        {0.1, "0.1"},         {100000.0, "100000.0"}, {1e14, "100000000000000.0"},
        {1e15, "1.0e15"},     {1e22, "1.0e22"},       {123456789012345680.0, "1.2345678901234568e17"},
        {0.0001, "0.0001"},   {0.00001, "1.0e-5"},    {0.1 + 0.2, "0.30000000000000004"},
        {1.5e300, "1.5e300"}, {5e-324, "5.0e-324"},   {1.7976931348623157e308, "1.7976931348623157e308"},
        {-2.5, "-2.5"},       {1e-323, "1.0e-323"},   {1.0 / 3.0, "0.3333333333333333"},
    };
    SyntaxFixture f;
    syntax_open(&f);
    for (size_t i = 0; i < ARRAY_LENGTH(cases); i++) {
        buf_clear(&f.out);
        double_format(cases[i].value, &f.out);
        assert_string_equal(buf_terminate(&f.out), cases[i].expected);
    }
    syntax_close(&f);
}

static void test_quotes(void **state)
{
    (void)state;
    static const char *const bare[] = {"a", "aB_1", "[]", "{}", "!", ";", "+", "->", "..", "//*", "\xC3\xA9", "\xE2\x88\x80+", "@#&"};
    static const char *const quoted[] = {"",   "A",  "_", "1", "a b", ",", "|",        ".",   "/*", "/**",
                                         "a-", "+a", "'", "%", "!!",  "(", "\xC3\x89", "[a]", "\n"};
    for (size_t i = 0; i < ARRAY_LENGTH(bare); i++)
        assert_false(text_needs_quotes(bare[i], strlen(bare[i])));
    for (size_t i = 0; i < ARRAY_LENGTH(quoted); i++)
        assert_true(text_needs_quotes(quoted[i], strlen(quoted[i])));
    SyntaxFixture f;
    syntax_open(&f);
    quote_atom(&f.out, &f.base.atoms, cell_atom(t_atom(&f.base, "it's")));
    quote_atom(&f.out, &f.base.atoms, cell_atom(t_atom(&f.base, "ok")));
    quote_text(&f.out, '`', "a`b'\"", 5, NULL, NULL);
    assert_string_equal(buf_terminate(&f.out), "'it\\'s'ok`a\\`b'\"`");
    syntax_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_unquoted),
        cmocka_unit_test(test_canonical),
        cmocka_unit_test(test_text_as_string),
        cmocka_unit_test(test_spacing_and_end),
        cmocka_unit_test(test_priority),
        cmocka_unit_test(test_max_depth),
        cmocka_unit_test(test_cyclic),
        cmocka_unit_test(test_variables),
        cmocka_unit_test(test_strings_and_blobs),
        cmocka_unit_test(test_sinks),
        cmocka_unit_test(test_failing_allocations),
        cmocka_unit_test(test_integers),
        cmocka_unit_test(test_doubles),
        cmocka_unit_test(test_quotes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
