/* syntax_roundtrip.c - random terms, written and read again, under random operators.
 * SPDX-License-Identifier: MIT
 *
 * Each round writes a term as writeq, print, or write_canonical would, in turn. The environment's ROUNDTRIP_TERMS is the number of terms
 * in place of 12,000 scaled by STRESS percent; `make roundtrip` takes a million.
 */
#include "syntax_fixture.h"

#include "syntax/number_format.h"

/* How many rounds each test makes. */
static unsigned rounds = 4000;

/* The ways of writing. */
enum Style { WRITEQ, PRINT, CANONICAL, STYLES };

static uint64_t random_state;

static unsigned random_below(unsigned n)
{
    random_state = random_state * 6364136223846793005u + 1442695040888963407u;
    return (unsigned)(random_state >> 33) % n;
}

static const char *const names[] = {
    "a",
    "b",
    "foo",
    "-",
    "+",
    "*",
    "\\",
    "\\+",
    ":-",
    "is",
    "mod",
    "dynamic",
    "=",
    ",",
    "|",
    ";",
    "!",
    "[]",
    "{}",
    ".",
    "..",
    "/*",
    "",
    "A b",
    "X",
    "_",
    "'",
    "a'b",
    "\n",
    "\xC3\xA9",
    "\xC3\x89",
    "\xE2\x88\x80",
    "e",
    "e9",
    "->",
    "x1",
    "f",
    "p",
    "0a",
    "$",
    "$VAR",
    "%",
    "\\\\",
    "--",
    "(",
    "?",
    "^",
    "1",
    "end of clause.",
    "\x7F",
    "`",
    "\"",
    "@",
    "yf",
    "xor",
};

/* With numbervars, '$VAR'(1) would be a variable. */
static const char *random_name(const SyntaxFixture *f)
{
    const char *name = names[random_below(ARRAY_LENGTH(names))];
    return f->write.numbervars && strcmp(name, "$VAR") == 0 ? "$" : name;
}

static Cell random_atom(SyntaxFixture *f)
{
    return t_atom(&f->base, random_name(f));
}

static void set_style(SyntaxFixture *f, enum Style style)
{
    f->write.numbervars = style != CANONICAL;
    f->write.spacing = style == PRINT ? SPACING_NEXT_ARGUMENT : SPACING_STANDARD;
    f->write.ignore_ops = f->write.dotlists = style == CANONICAL;
}

static Cell random_double(SyntaxFixture *f)
{
    static const double some[] = {0.0, -0.0, 1.0, -1.5, 0.1, 1e22, 1e15, 123456.789, 1e-7, 5e-324, 1.7976931348623157e308, 2.5e-310};
    double value = some[random_below(ARRAY_LENGTH(some))];
    if (random_below(2) == 0) {
        uint64_t bits = ((uint64_t)random_below(1u << 31) << 33) ^ ((uint64_t)random_below(1u << 31) << 8) ^ random_below(1u << 31);
        double drawn;
        memcpy(&drawn, &bits, sizeof drawn);
        if (drawn - drawn == 0.0)
            value = drawn;
    }
    return heap_push_double(&f->base.store, value);
}

static Cell random_integer(SyntaxFixture *f)
{
    switch (random_below(4)) {
    case 0: return cell_from_int(random_below(3));
    case 1: return cell_from_int(-(int64_t)random_below(1000));
    case 2: return heap_push_int64(&f->base.store, INT_MAX_SMALL - 1 + random_below(4));
    default: {
        uint64_t limbs[6];
        size_t count = 1 + random_below(6);
        for (size_t i = 0; i < count; i++)
            limbs[i] = (uint64_t)random_below(1u << 31) << 33 | random_below(1u << 31);
        limbs[count - 1] |= 1;
        return heap_push_integer(&f->base.store, random_below(2) == 0, limbs, count);
    }
    }
}

static Cell random_leaf(SyntaxFixture *f, const Cell *variables)
{
    switch (random_below(7)) {
    case 0: return variables[random_below(4)];
    case 1: return random_integer(f);
    case 2: return random_double(f);
    case 3: return t_text(&f->base, names[random_below(ARRAY_LENGTH(names))]);
    default: return random_atom(f);
    }
}

static Cell random_term(SyntaxFixture *f, const Cell *variables, unsigned depth)
{
    if (depth == 0)
        return random_leaf(f, variables);
    Cell args[3];
    uint32_t arity = 1 + random_below(9) / 4; /* mostly one or two */
    for (uint32_t i = 0; i < arity; i++)
        args[i] = random_term(f, variables, random_below(depth));
    switch (random_below(8)) {
    case 0: return t_pair(&f->base, args[0], arity > 1 ? args[1] : t_nil());
    case 1: return t_f1(&f->base, "{}", args[0]);
    default: {
        const char *name = random_name(f);
        if (arity == 2 && strcmp(name, ".") == 0) /* that is a list */
            return t_pair(&f->base, args[0], args[1]);
        return t_struct(&f->base, name, arity, args);
    }
    }
}

/* Operators at random, within the rules of op/3. Few priorities, so that they meet. */
static void random_ops(SyntaxFixture *f, unsigned count)
{
    static const unsigned priorities[] = {0, 1, 200, 200, 201, 400, 999, 1000, 1001, 1150, 1200};
    while (count-- > 0) {
        uint32_t atom = cell_atom(random_atom(f));
        unsigned priority = priorities[random_below(ARRAY_LENGTH(priorities))];
        OpType type = (OpType)random_below(7);
        if (op_table_check(&f->ops, atom, priority, type) == OP_CHECK_OK)
            assert_true(op_table_set(&f->ops, atom, priority, type));
    }
}

static void check_term(SyntaxFixture *f, Cell term)
{
    const char *written = syntax_write(f, term);
    char *text = malloc(f->out.length + 1);
    assert_non_null(text);
    memcpy(text, written, f->out.length + 1);
    ReadStatus status = syntax_read(f, text, f->out.length);
    bool ok = true;
    if (status != READ_OK || !term_is_variant(&f->base.store, term, f->term, &ok)) {
        f->write.ignore_ops = true;
        print_message("%s\n  read as %s\n", text, status == READ_OK ? syntax_write(f, f->term) : f->reader.error.what);
        print_message("  is      %s\n", syntax_write(f, term));
        fail();
    }
    assert_string_equal(syntax_write(f, f->term), text);
    free(text);
}

static void check_rounds(unsigned op_count, bool text_as_string)
{
    SyntaxFixture f;
    syntax_open(&f);
    f.write.text_as_string = text_as_string;
    const OpTable defaults = f.ops;
    for (unsigned round = 0; round < rounds; round++) {
        random_state = round;
        set_style(&f, (enum Style)(round % STYLES));
        syntax_reset(&f);
        op_table_init(&f.ops, &f.base.alloc, &defaults);
        random_ops(&f, op_count);
        Cell numbers[4]; /* in place of variables, whose names would differ */
        for (int i = 0; i < 4; i++)
            numbers[i] = random_integer(&f);
        check_term(&f, random_term(&f, numbers, 1 + random_below(6)));
        op_table_free(&f.ops);
    }
    f.ops = defaults;
    syntax_close(&f);
}

static void test_default_operators(void **state)
{
    (void)state;
    check_rounds(0, false);
}

static void test_random_operators(void **state)
{
    (void)state;
    check_rounds(40, false);
}

static void test_text(void **state)
{
    (void)state;
    check_rounds(5, true);
}

/* Variables come back in the same places: their names are the same for the same one. */
static void test_variables(void **state)
{
    (void)state;
    SyntaxFixture f;
    syntax_open(&f);
    f.write.numbervars = false;
    for (unsigned round = 0; round < rounds; round++) {
        random_state = round;
        syntax_reset(&f);
        Cell variables[4];
        for (int i = 0; i < 4; i++)
            variables[i] = t_var(&f.base);
        Cell term = random_term(&f, variables, 1 + random_below(5));
        const char *text = syntax_write(&f, term);
        bool ok = true;
        assert_int_equal(syntax_read(&f, text, f.out.length), READ_OK);
        assert_true(term_is_variant(&f.base.store, term, f.term, &ok));
    }
    syntax_close(&f);
}

static void test_doubles(void **state)
{
    (void)state;
    SyntaxFixture f;
    syntax_open(&f);
    random_state = 7;
    for (int i = 0; i < 100000; i++) {
        syntax_reset(&f);
        Cell number = random_double(&f), again;
        SyntaxError error;
        buf_clear(&f.out);
        number_format(number, &f.out);
        record_builder_clear(&f.reader.builder);
        assert_true(text_to_number(&f.reader.builder, &f.base.atoms, f.out.data, f.out.length, false, &again, &error));
        again = record_builder_push(&f.base.store, &f.reader.builder, again);
        assert_true(cell_is_double(again));
        assert_int_equal(box_cells(again)[1], box_cells(number)[1]);
    }
    syntax_close(&f);
}

int main(void)
{
    const char *terms = getenv("ROUNDTRIP_TERMS"), *stress = getenv("STRESS");
    if (terms != NULL)
        rounds = (unsigned)(strtoul(terms, NULL, 10) / 3);
    else if (stress != NULL)
        rounds = (unsigned)(rounds * strtoul(stress, NULL, 10) / 100) + 1;
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_default_operators), cmocka_unit_test(test_random_operators), cmocka_unit_test(test_text),
        cmocka_unit_test(test_variables),         cmocka_unit_test(test_doubles),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
