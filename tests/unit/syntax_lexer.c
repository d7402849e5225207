/* syntax_lexer.c - tokens, their places, and text that is a number.
 * SPDX-License-Identifier: MIT
 */
#include "syntax_fixture.h"

#include "syntax/chars.h"
#include "syntax/number_format.h"

typedef struct Kinds {
    const char *text;
    const char *kinds; /* one letter per token; an upper case one has layout before it */
} Kinds;

/* end, name, quoted name, variable, number, text, ( ) [ ] { } | , and x for what is no token */
static char kind_letter(const Token *t)
{
    static const char letters[] = "$enviT()[]{}|,x??";
    char letter = t->is_quoted && t->kind == TOKEN_NAME ? 'q' : letters[t->kind];
    return t->layout_before && letter >= 'a' && letter <= 'z' ? (char)(letter - 'a' + 'A') : letter;
}

static void lex_all(SyntaxFixture *f, const char *text, bool as_stream, char *got)
{
    Lexer *lx = &f->reader.lexer;
    Stream *s = NULL;
    if (as_stream) {
        assert_int_equal(stream_open_memory_reader(&f->base.alloc, text, strlen(text), &s), IO_OK);
        lexer_start_stream(lx, s, &f->read);
    } else {
        lexer_start_text(lx, text, strlen(text), &f->read);
    }
    Token t;
    do {
        lexer_next(lx, &t);
        *got++ = kind_letter(&t);
    } while (t.kind != TOKEN_EOF);
    got[-1] = '\0';
    if (s != NULL)
        assert_int_equal(stream_close(s, true), IO_OK);
}

static void test_kinds(void **state)
{
    (void)state;
    static const Kinds rows[] = {
        {"", ""},
        {"foo", "n"},
        {"foo(Bar, _x1)", "n(v,V)"},
        {" a 'b c' d", "NQN"},
        {"a.b", "nnn"},
        {"a.", "ne"},
        {"a. b", "neN"},
        {"a.%", "ne"},
        {"a.%b\nc", "neN"},
        {"a./*", "nn"},
        {"a.b.", "nnne"},
        {"X=..Y", "vnv"},
        {"...", "n"},
        {".. .", "nE"},
        {"[a|B]", "[n|v]"},
        {"{}", "{}"},
        {"a:-b,c;!.", "nnn,nnne"},
        {"\\+a", "nn"},
        {"1.5 1.e", "iInn"},
        {"1.5e3", "i"},
        {"1.5e", "in"},
        {"1.5e+", "inn"},
        {"1e5", "i"},
        {"1e5x", "in"},
        {"1E5", "iv"},
        {"0x1F 0o17 0b11 0'a", "iIII"},
        {"0xg 0o8 0b2", "inInIn"},
        {"0'ab", "in"},
        {"0'''a", "in"},
        {"0''", "iq"},
        {"36'zz 37'a'", "iIq"},
        {"1_000 1_ 1__0", "iIvIv"},
        {"\"abc\" `d`", "TT"},
        {"'a''b'", "q"},
        {"'a\\\nb'", "q"},
        {"'a\\zb'c", "xn"},
        {"\x01 a", "xN"},
        {"a/*b*/c", "nN"},
        {"a%b\nc", "nN"},
        {"/**/", ""},
        {"/ * */", "nNN"},
        {"\xC3\xA9\xC3\x89 \xC3\x89\xC3\xA9", "nV"},
        {"a\xE2\x82\xAC", "nn"},
        {"\xE2\x9F\xA8x\xE2\x9F\xA9", "nnn"},
        {"1.0Inf 1.5NaN 1.0Infx", "iIIv"},
        {"a,b|c", "n,n|n"},
    };
    SyntaxFixture f;
    syntax_open(&f);
    for (size_t i = 0; i < ARRAY_LENGTH(rows); i++) {
        char got[100];
        lex_all(&f, rows[i].text, false, got);
        assert_string_equal(got, rows[i].kinds);
        lex_all(&f, rows[i].text, true, got);
        assert_string_equal(got, rows[i].kinds);
        record_builder_clear(&f.reader.builder);
    }
    syntax_close(&f);
}

static void test_positions(void **state)
{
    (void)state;
    static const char text[] = "ab \n\t\xC3\xA9 'x\\\ny' /* \n */ z";
    static const struct {
        uint64_t line, column, chars;
    } expected[] = {{1, 0, 0}, {2, 8, 5}, {2, 10, 7}, {4, 4, 22}};
    SyntaxFixture f;
    syntax_open(&f);
    for (int as_stream = 0; as_stream < 2; as_stream++) {
        Lexer *lx = &f.reader.lexer;
        Stream *s;
        assert_int_equal(stream_open_memory_reader(&f.base.alloc, text, sizeof text - 1, &s), IO_OK);
        if (as_stream)
            lexer_start_stream(lx, s, &f.read);
        else
            lexer_start_text(lx, text, sizeof text - 1, &f.read);
        for (size_t i = 0; i < ARRAY_LENGTH(expected); i++) {
            Token t;
            lexer_next(lx, &t);
            assert_int_equal(t.kind, TOKEN_NAME);
            assert_int_equal(t.at.line, expected[i].line);
            assert_int_equal(t.at.column, expected[i].column);
            assert_int_equal(t.at.chars, expected[i].chars);
        }
        assert_int_equal(stream_close(s, true), IO_OK);
    }
    syntax_close(&f);
}

/* ---- numbers ---- */

static void test_text_to_number(void **state)
{
    (void)state;
    static const struct {
        const char *text, *expected; /* NULL: no number */
    } rows[] = {
        {"0", "0"},
        {"12", "12"},
        {"-12", "-12"},
        {"+12", "12"},
        {"  12", "12"},
        {"\n-1.5", "-1.5"},
        {"0x1f", "31"},
        {"-0x1f", "-31"},
        {"0'a", "97"},
        {"0'''", "39"},
        {"0'\\n", "10"},
        {"16'ff", "255"},
        {"1.5e3", "1500.0"},
        {"1e3", "1000.0"},
        {"1.0Inf", "1.0Inf"},
        {"-1.0Inf", "-1.0Inf"},
        {"1_000", "1000"},
        {"/**/ 7", "7"},
        {"%\n7", "7"},
        {"12345678901234567890", "12345678901234567890"},
        {"-1152921504606846976", "-1152921504606846976"},
        {"", NULL},
        {" ", NULL},
        {"a", NULL},
        {"1 ", NULL},
        {"1a", NULL},
        {"- 1", "-1"},
        {"- % sign\n1.5", "-1.5"},
        {"-/**/1", NULL},
        {"+ 1", NULL},
        {"--1", NULL},
        {"1.", NULL},
        {".5", NULL},
        {"1.5.", NULL},
        {"0'", NULL},
        {"0''", NULL},
        {"0x", NULL},
        {"1e400", NULL},
        {"/*", NULL},
        {"1_", NULL},
        {"'1'", NULL},
        {"0'\\z", NULL},
        {"- ", NULL},
        {"1 2", NULL},
        {"\"1\"", NULL},
        {"X", NULL},
    };
    SyntaxFixture f;
    syntax_open(&f);
    for (size_t i = 0; i < ARRAY_LENGTH(rows); i++) {
        record_builder_clear(&f.reader.builder);
        syntax_reset(&f);
        Cell number;
        SyntaxError error = {0};
        bool is_number = text_to_number(&f.reader.builder, &f.base.atoms, rows[i].text, strlen(rows[i].text), true, &number, &error);
        if (rows[i].expected == NULL) {
            assert_false(is_number);
            assert_non_null(error.what);
            continue;
        }
        assert_true(is_number);
        buf_clear(&f.out);
        number_format(record_builder_push(&f.base.store, &f.reader.builder, number), &f.out);
        assert_string_equal(buf_terminate(&f.out), rows[i].expected);
    }
    syntax_close(&f);
}

/* A hundred thousand digits, there and back. */
static void test_long_integer(void **state)
{
    (void)state;
    SyntaxFixture f;
    syntax_open(&f);
    Buf text;
    buf_init(&text, &f.base.alloc);
    buf_put_byte(&text, '-');
    for (int i = 0; i < 100000; i++)
        buf_put_byte(&text, (char)('1' + i % 9));
    assert_int_equal(syntax_read(&f, text.data, text.length), READ_OK);
    assert_string_equal(syntax_write(&f, f.term), buf_terminate(&text));
    buf_free(&text);
    syntax_close(&f);
}

static void test_long_decimal(void **state)
{
    (void)state;
    SyntaxFixture f;
    syntax_open(&f);
    Buf text;
    buf_init(&text, &f.base.alloc);
    for (int i = 0; i < 400; i++)
        buf_put_byte(&text, i == 0 ? '1' : '0');
    buf_put_string(&text, ".5e-399");
    assert_int_equal(syntax_read(&f, text.data, text.length), READ_OK);
    assert_string_equal(syntax_write(&f, f.term), "1.0");
    assert_string_equal(syntax_echo(&f, "0.1e-99999999999999999999"), "0.0");
    assert_string_equal(syntax_echo(&f, "0.1e99999999999999999999"), "illegal_number");
    assert_string_equal(syntax_echo(&f, "0.0e99999999999999999999"), "0.0");
    buf_free(&text);
    syntax_close(&f);
}

/* ---- characters ---- */

static void test_character_classes(void **state)
{
    (void)state;
    assert_int_equal(char_class('a'), CHAR_LOWER);
    assert_int_equal(char_class('_'), CHAR_UPPER);
    assert_int_equal(char_class('0'), CHAR_DIGIT);
    assert_int_equal(char_class('\n'), CHAR_LAYOUT);
    for (const char *p = "+-*/\\^<>=~:.?@#&$"; *p != '\0'; p++)
        assert_int_equal(char_class((unsigned char)*p), CHAR_SYMBOL);
    for (const char *p = "()[]{},|%'\"`"; *p != '\0'; p++)
        assert_int_equal(char_class((unsigned char)*p), CHAR_PUNCT);
    assert_int_equal(char_class('!'), CHAR_SOLO);
    assert_int_equal(char_class(0xE9), CHAR_LOWER);
    assert_int_equal(char_class(0xC9), CHAR_UPPER);
    assert_int_equal(char_class(0x1C5), CHAR_UPPER);    /* title case */
    assert_int_equal(char_class(0x4E2D), CHAR_LOWER);   /* no case at all */
    assert_int_equal(char_class(0x0301), CHAR_CONTINUE);
    assert_int_equal(char_class(0x2200), CHAR_SYMBOL);
    assert_int_equal(char_class(0x3000), CHAR_LAYOUT);
    assert_int_equal(char_class(0x27E8), CHAR_SOLO);
    assert_int_equal(char_class(0), CHAR_NONE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_kinds),        cmocka_unit_test(test_positions),    cmocka_unit_test(test_text_to_number),
        cmocka_unit_test(test_long_integer), cmocka_unit_test(test_long_decimal), cmocka_unit_test(test_character_classes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
