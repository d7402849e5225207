/* arith_eval.c - checks of the evaluation of expressions.
 * SPDX-License-Identifier: MIT
 *
 * Expressions are written in canonical form, "+(1,*(2,3))", and results as text, so that a case is one row.
 */
#include "arith_fixture.h"

#include <ctype.h>
#include <math.h>
#include <stdio.h>

#include "arith/bigtext.h"
#include "arith/eval.h"

typedef struct Bench {
    Fixture f;
    ArithContext ctx;
} Bench;

static void bench_open(Bench *b)
{
    fixture_open(&b->f);
    assert_true(arith_init(&b->ctx, &b->f.atoms, 7));
}

static void bench_close(Bench *b)
{
    fixture_close(&b->f);
}

/* ---- expressions from text ---- */

static Cell parse_number(Bench *b, const char **at)
{
    const char *p = *at, *end = p + (*p == '-');
    while (isdigit((unsigned char)*end))
        end++;
    if (*end == '.') {
        char *stop;
        double value = strtod(p, &stop);
        *at = stop;
        return heap_push_double(&b->f.store, value);
    }
    bool negative = *p == '-';
    size_t digits = (size_t)(end - p) - negative, count;
    Limb *limbs = limbs_buffer(big_limbs_for_digits(digits, 10));
    assert_true(big_from_digits(&b->f.alloc, p + negative, digits, 10, limbs, &count));
    Cell c = heap_push_integer(&b->f.store, negative, limbs, count);
    free(limbs);
    *at = end;
    return c;
}

static Cell parse(Bench *b, const char **at);

static Cell parse_list(Bench *b, const char **at)
{
    Cell items[8];
    size_t n = 0;
    for ((*at)++; **at != ']'; *at += **at == ',')
        items[n++] = parse(b, at);
    (*at)++;
    Cell list = t_nil();
    while (n-- > 0)
        list = t_pair(&b->f, items[n], list);
    return list;
}

static Cell parse_quoted(Bench *b, const char **at)
{
    const char *start = *at + 1, *end = strchr(start, **at);
    bool is_string = **at == '"';
    char text[64];
    memcpy(text, start, (size_t)(end - start));
    text[end - start] = '\0';
    *at = end + 1;
    return is_string ? string_push(&b->f.store, text, strlen(text)) : t_text(&b->f, text);
}

/* "abc" is a string, `abc` packed text, _ a variable. */
static Cell parse(Bench *b, const char **at)
{
    const char *p = *at;
    if (isdigit((unsigned char)*p) || (*p == '-' && isdigit((unsigned char)p[1])))
        return parse_number(b, at);
    if (*p == '[' && p[1] != ']')
        return parse_list(b, at);
    if (*p == '"' || *p == '`')
        return parse_quoted(b, at);
    if (*p == '_') {
        (*at)++;
        return t_var(&b->f);
    }
    char name[64];
    size_t length = *p == '[' ? 2 : strcspn(p, "(,)]");
    memcpy(name, p, length);
    name[length] = '\0';
    *at = p + length;
    if (**at != '(')
        return t_atom(&b->f, name);
    Cell args[8];
    size_t n = 0;
    do {
        (*at)++;
        args[n++] = parse(b, at);
    } while (**at == ',');
    (*at)++;
    return t_struct(&b->f, name, n, args);
}

/* ---- results as text ---- */

static void show_number(Bench *b, Cell c, char *out)
{
    if (cell_is_double(c)) {
        double value = box_double(c), back;
        for (int digits = 15; digits <= 17; digits++) {
            sprintf(out, "%.*g", digits, value);
            if (sscanf(out, "%lf", &back) == 1 && back == value)
                break;
        }
        if (isfinite(value) && strpbrk(out, ".e") == NULL)
            strcat(out, ".0");
        return;
    }
    IntView v;
    int_view(c, &v);
    if (v.negative)
        *out++ = '-';
    assert_true(big_to_digits(&b->f.alloc, v.limbs, v.count, 10, out) > 0);
}

static const char *const error_forms[] = {
    [ARITH_INSTANTIATION] = "inst",
    [ARITH_TYPE_EVALUABLE] = "evaluable",
    [ARITH_TYPE_EVALUABLE_CULPRIT] = "evaluable?",
    [ARITH_TYPE_INTEGER] = "integer",
    [ARITH_TYPE_FLOAT] = "float",
    [ARITH_TYPE_EXPRESSION] = "expression",
    [ARITH_DOMAIN_NOT_LESS_THAN_ZERO] = "<0",
    [ARITH_DOMAIN_NOT_LESS_THAN_ONE] = "<1",
    [ARITH_UNDEFINED] = "undefined",
    [ARITH_TYPE_ATOM] = "type atom",
    [ARITH_DOMAIN_ROUNDING] = "domain rounding",
    [ARITH_ZERO_DIVISOR] = "zero_divisor",
    [ARITH_FLOAT_OVERFLOW] = "float_overflow",
    [ARITH_UNDERFLOW] = "underflow",
    [ARITH_RESOURCE_MEMORY] = "memory",
};

static void show_error(Bench *b, const ArithError *err, char *out)
{
    out += sprintf(out, "! %s", error_forms[err->kind]);
    if (err->kind == ARITH_TYPE_EVALUABLE) {
        char scratch[8];
        TextSpan name = atom_text(&b->f.atoms, err->name, scratch);
        sprintf(out, " %.*s/%u", (int)name.length, name.bytes, err->arity);
    } else if (err->culprit != 0 && cell_is_number(err->culprit)) {
        *out++ = ' ';
        show_number(b, err->culprit, out);
    }
}

static void evaluate(Bench *b, const char *text, char *out)
{
    const char *at = text;
    Cell result, expression = parse(b, &at);
    assert_int_equal(*at, '\0');
    Cell *top = b->f.store.H;
    ArithError err = {0};
    Status status = arith_eval(&b->f.store, &b->ctx, expression, &result, &err);
    if (status == ST_TRUE) {
        /* nothing but the value is left */
        size_t cells = (size_t)(b->f.store.H - top);
        size_t own = cell_is_box(result) && box_cells(result) >= top ? 1 + raw_words(*box_cells(result)) : 0;
        assert_int_equal(cells, own);
        show_number(b, result, out);
    } else {
        assert_int_equal(status, ST_ERROR);
        show_error(b, &err, out);
    }
}

typedef struct Case {
    const char *expression, *wanted;
} Case;

static void check_cases(Bench *b, const Case *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        char got[2000];
        evaluate(b, cases[i].expression, got);
        if (strcmp(got, cases[i].wanted) != 0)
            fail_msg("%s is %s, not %s", cases[i].expression, got, cases[i].wanted);
    }
}

/* ---- cases ---- */

#define P60  "1152921504606846976"
#define P64  "18446744073709551616"
#define P100 "1267650600228229401496703205376"

static const Case integer_cases[] = {
    {"7", "7"},
    {"+(1,*(2,3))", "7"},
    {"-(3)", "-3"},
    {"+(" P60 ",-1)", "1152921504606846975"},
    {"+(1152921504606846975,1)", P60},
    {"-(-" P60 ",1)", "-1152921504606846977"},
    {"*(" P60 "," P60 ")", "1329227995784915872903807060280344576"},
    {"-(" P100 "," P100 ")", "0"},
    {"//(7,2)", "3"},
    {"//(-7,2)", "-3"},
    {"//(-" P60 ",-1)", P60},
    {"div(-7,2)", "-4"},
    {"div(7,-2)", "-4"},
    {"div(-1," P100 ")", "-1"},
    {"div(1," P100 ")", "0"},
    {"mod(-7,2)", "1"},
    {"mod(7,-2)", "-1"},
    {"mod(-1," P100 ")", "1267650600228229401496703205375"},
    {"rem(-7,2)", "-1"},
    {"rem(7,-2)", "1"},
    {"rem(-1," P100 ")", "-1"},
    {"/(7,2)", "3.5"},
    {"/(4,2)", "2"},
    {"/(" P100 ",2)", "633825300114114700748351602688"},
    {"/(" P100 ",3)", "4.2255020007607644e+29"},
    {"/(1," P100 ")", "7.888609052210118e-31"},
    {"/(7,0)", "! zero_divisor"},
    {"//(7,0)", "! zero_divisor"},
    {"mod(" P100 ",0)", "! zero_divisor"},
    {"/(7,0.0)", "! zero_divisor"},
    {"/(0.0,0)", "! undefined"},
    {"//(7,2.0)", "! integer 2.0"},
    {"mod(1.5,2)", "! integer 1.5"},
    {"abs(-" P100 ")", P100},
    {"abs(-3)", "3"},
    {"abs(-3.5)", "3.5"},
    {"-(-" P60 ")", P60},
    {"-(" P60 ")", "-" P60},
    {"sign(-" P100 ")", "-1"},
    {"sign(-2.5)", "-1.0"},
    {"max(1,1.0)", "1.0"},
    {"max(2,3.0)", "3.0"},
    {"min(" P100 ",1.0e300)", P100},
    {"max(1,nan)", "nan"},
    {"succ(3)", "4"},
    {"plus(3,4)", "7"},
    {"gcd(12,-18)", "6"},
    {"gcd(0,0)", "0"},
    {"gcd(" P100 "," P60 ")", P60},
    {"lcm(4,-6)", "12"},
    {"lcm(0,3)", "0"},
    {"powm(2,100,7)", "2"},
    {"powm(2,-1,7)", "! <0 -1"},
    {"powm(5,0,1)", "0"},
    {"max_tagged_integer", "1152921504606846975"},
    {"min_tagged_integer", "-" P60},
    {"max_integer", "9223372036854775807"},
    {"min_integer", "-9223372036854775808"},
    {"random(1)", "0"},
    {"random(0)", "! <1 0"},
};

static const Case power_cases[] = {
    {"**(2,3)", "8"},
    {"**(2,-1)", "0.5"},
    {"**(2,3.0)", "8.0"},
    {"**(0,-1)", "! undefined"},
    {"**(-1,-3)", "-1"},
    {"**(-8.0,0.5)", "! undefined"},
    {"**(0,0.0)", "1.0"},
    {"^(2,3)", "8"},
    {"^(2,100)", P100},
    {"^(-2,3)", "-8"},
    {"^(-2,63)", "-9223372036854775808"},
    {"^(-2,64)", P64},
    {"^(2,-1)", "! float 2"},
    {"^(" P100 ",-1)", "! float " P100},
    {"^(1,-1)", "1"},
    {"^(-1,-1)", "-1"},
    {"^(-1,-" P100 ")", "1"},
    {"^(0,0)", "1"},
    {"^(0,-1)", "! undefined"},
    {"^(0," P100 ")", "0"},
    {"^(2.0,-1)", "0.5"},
    {"^(2," P100 ")", "! memory"},
    {"**(2,^(10,12))", "! memory"},
    {"<<(1,^(10,12))", "! memory"},
    {"<<(0," P100 ")", "0"},
    {"^(10.0,400)", "! float_overflow"},
};

static const Case bit_cases[] = {
    {">>(16,2)", "4"},
    {">>(-1,100)", "-1"},
    {">>(-5,1)", "-3"},
    {">>(-" P100 "," P100 ")", "-1"},
    {">>(" P100 ",99)", "2"},
    {">>(1,-3)", "8"},
    {"<<(1,100)", P100},
    {"<<(-1,60)", "-" P60},
    {"<<(-1,61)", "-2305843009213693952"},
    {"<<(" P100 ",-99)", "2"},
    {"<<(1.0,1)", "! integer 1.0"},
    {"/\\(17,18)", "16"},
    {"/\\(-1," P100 ")", P100},
    {"/\\(-" P100 ",-1)", "-" P100},
    {"\\/(-" P100 ",1)", "-1267650600228229401496703205375"},
    {"xor(-1," P100 ")", "-1267650600228229401496703205377"},
    {"\\(" P100 ")", "-1267650600228229401496703205377"},
    {"\\(10)", "-11"},
    {"\\(1.5)", "! integer 1.5"},
    {"msb(1000)", "9"},
    {"msb(" P100 ")", "100"},
    {"msb(0)", "! <1 0"},
    {"lsb(12)", "2"},
    {"tzcnt(" P100 ")", "100"},
    {"popcount(255)", "8"},
    {"getbit(5,2)", "1"},
    {"getbit(5,1)", "0"},
    {"getbit(5,-1)", "! <0 -1"},
};

static const Case float_cases[] = {
    {"+(1,2.5)", "3.5"},
    {"*(1.0e308,10)", "! float_overflow"},
    {"float(<<(1,2000))", "! float_overflow"},
    {"+(1.0,<<(1,2000))", "! float_overflow"},
    {"float(3)", "3.0"},
    {"float(9007199254740993)", "9007199254740992.0"},
    {"integer(2.5)", "3"},
    {"integer(-2.5)", "-3"},
    {"integer(0.49999999999999994)", "0"},
    {"integer(1.0e20)", "100000000000000000000"},
    {"integer(inf)", "! undefined"},
    {"truncate(-2.7)", "-2"},
    {"trunc(2.7)", "2"},
    {"truncate(1.0e18)", "1000000000000000000"},
    {"truncate(1152921504606846976.0)", P60},
    {"truncate(-1152921504606846976.0)", "-" P60},
    {"floor(-2.1)", "-3"},
    {"ceiling(2.1)", "3"},
    {"round(-2.5)", "-3"},
    {"round(7)", "7"},
    {"float_integer_part(-2.5)", "-2.0"},
    {"float_fractional_part(-2.5)", "-0.5"},
    {"sqrt(4)", "2.0"},
    {"sqrt(-1)", "! undefined"},
    {"sqrt(<<(1,2000))", "1.0715086071862673e+301"},
    {"log(0)", "! undefined"},
    {"log(-" P100 ")", "! undefined"},
    {"log2(<<(1,5000))", "5000.0"},
    {"log(2,8)", "3.0"},
    {"exp(0)", "1.0"},
    {"acos(2)", "! undefined"},
    {"atan2(0,0)", "! undefined"},
    {"atan2(0.0,-1)", "3.141592653589793"},
    {"atan(1,1)", "0.7853981633974483"},
    {"atanh(1)", "! undefined"},
    {"cot(0)", "! undefined"},
    {"acot(0)", "1.5707963267948966"},
    {"copysign(2,-0.0)", "-2.0"},
    {"nexttoward(1,2)", "1.0000000000000002"},
    {"pi", "3.141592653589793"},
    {"-(0.0)", "-0.0"},
    {"inf", "inf"},
    {"-(inf)", "-inf"},
    {"-(inf,inf)", "! undefined"},
};

static const Case form_cases[] = {
    {"_", "! inst"},
    {"+(1,_)", "! inst"},
    {"+(foo,1)", "! evaluable foo/0"},
    {"foo(1,2)", "! evaluable foo/2"},
    {"foo(1,2,3,4,5)", "! evaluable foo/5"},
    {"a", "! evaluable a/0"},
    {"[]", "! evaluable []/0"},
    {"[7]", "7"},
    {"[[+(1,2)]]", "3"},
    {"[a]", "97"},
    {"[1,2]", "! evaluable ./2"},
    {"`a`", "97"},
    {"`ab`", "! evaluable ./2"},
    {"\"a\"", "97"},
    {"\"\xe2\x82\xac\"", "8364"},
    {"\"ab\"", "! evaluable?"},
    {"+(\"a\",1)", "98"},
    {"powm(+(1,1),+(2,3),*(2,5))", "2"},
};

static void test_cases(void **state)
{
    (void)state;
    Bench b;
    bench_open(&b);
    check_cases(&b, integer_cases, ARRAY_LENGTH(integer_cases));
    check_cases(&b, power_cases, ARRAY_LENGTH(power_cases));
    check_cases(&b, bit_cases, ARRAY_LENGTH(bit_cases));
    check_cases(&b, float_cases, ARRAY_LENGTH(float_cases));
    check_cases(&b, form_cases, ARRAY_LENGTH(form_cases));
    bench_close(&b);
}

static void test_flags(void **state)
{
    (void)state;
    Bench b;
    bench_open(&b);
    b.ctx.iso = true;
    check_cases(&b, (const Case[]){{"/(4,2)", "2.0"}, {"**(2,3)", "8.0"}, {"^(2,3)", "8"}, {"/(7,0)", "! zero_divisor"}}, 4);
    b.ctx.iso = false;
    b.ctx.float_overflow = b.ctx.float_undefined = b.ctx.float_zero_div = FLOAT_POLICY_VALUE;
    check_cases(&b,
                (const Case[]){{"*(1.0e308,10)", "inf"},
                               {"/(1,0.0)", "inf"},
                               {"/(-1,0.0)", "-inf"},
                               {"log(0)", "-inf"},
                               {"float(-(<<(1,2000)))", "-inf"},
                               {"/(1,0)", "inf"}},
                6);
    char got[100];
    evaluate(&b, "/(0,0.0)", got);
    assert_non_null(strstr(got, "nan"));
    b.ctx.float_underflow = FLOAT_POLICY_ERROR;
    check_cases(&b, (const Case[]){{"/(1.0e-308,1.0e10)", "! underflow"}}, 1);
    bench_close(&b);
}

static void test_find(void **state)
{
    (void)state;
    Bench b;
    bench_open(&b);
    for (int f = 0; f < ARITH_FUNCTION_COUNT; f++) {
        Cell functor = arith_functor(&b.ctx, (enum ArithFunction)f);
        assert_int_equal(arith_find(&b.ctx, functor_name(functor), functor_arity(functor)), f == ARITH_roundtoward ? -1 : f);
    }
    assert_int_equal(arith_find(&b.ctx, ATOM_CHAR('+'), 2), ARITH_add);
    assert_int_equal(arith_find(&b.ctx, ATOM_CHAR('+'), 3), -1);
    assert_int_equal(arith_find(&b.ctx, ATOM_CHAR('+'), 300), -1);
    assert_int_equal(arith_find(&b.ctx, atom_intern_string(&b.f.atoms, "foo"), 2), -1);
    bench_close(&b);
}

static void test_apply(void **state)
{
    (void)state;
    Bench b;
    bench_open(&b);
    Store *s = &b.f.store;
    ArithError err;
    Cell result, x = t_var(&b.f);
    assert_int_equal(arith_apply2(s, &b.ctx, ARITH_add, t_int(2), t_int(3), &result, &err), ST_TRUE);
    assert_int_equal(cell_int(result), 5);
    assert_int_equal(arith_apply1(s, &b.ctx, ARITH_negate, t_f2(&b.f, "+", t_int(1), t_int(2)), &result, &err), ST_TRUE);
    assert_int_equal(cell_int(result), -3);
    assert_int_equal(arith_apply0(s, &b.ctx, ARITH_pi, &result, &err), ST_TRUE);
    assert_true(box_double(result) > 3.14);
    assert_int_equal(arith_apply2(s, &b.ctx, ARITH_add, t_int(2), x, &result, &err), ST_ERROR);
    assert_int_equal(err.kind, ARITH_INSTANTIATION);
    *cell_pointer(x) = t_int(4);
    assert_int_equal(arith_apply2(s, &b.ctx, ARITH_add, t_int(2), x, &result, &err), ST_TRUE);
    assert_int_equal(cell_int(result), 6);
    bench_close(&b);
}

static void test_compare(void **state)
{
    (void)state;
    Bench b;
    bench_open(&b);
    Store *s = &b.f.store;
    Cell half = heap_push_double(s, 0.5), nan = heap_push_double(s, (double)NAN), exact = heap_push_double(s, 0x1p53);
    assert_true(arith_compare(t_int(0), half) < 0);
    assert_true(arith_compare(t_int(1), half) > 0);
    assert_int_equal(arith_compare(t_int(INT64_C(1) << 53), exact), 0);
    assert_true(arith_compare(t_int((INT64_C(1) << 53) + 1), exact) > 0);
    assert_true(arith_is_unordered(nan, t_int(1)));
    assert_false(arith_is_unordered(half, t_int(1)));
    bench_close(&b);
}

/* ---- integers of every size against mpz ---- */

static void random_integer(Numbers *n, mpz_t out)
{
    switch (gmp_urandomm_ui(n->random, 4)) {
    case 0: mpz_set_si(out, (long)gmp_urandomm_ui(n->random, 7)); break;
    case 1: /* around the ends of small integers and limbs */
        mpz_set_ui(out, 0);
        mpz_setbit(out, 58 + gmp_urandomm_ui(n->random, 8));
        mpz_add_ui(out, out, gmp_urandomm_ui(n->random, 3));
        mpz_sub_ui(out, out, 1);
        break;
    default: random_number(n, out, 1 + gmp_urandomm_ui(n->random, gmp_urandomm_ui(n->random, 20) == 0 ? 2500 : 6)); break;
    }
    if (gmp_urandomm_ui(n->random, 2) == 0)
        mpz_neg(out, out);
}

static Cell cell_from_mpz(Bench *b, const mpz_t x)
{
    return heap_push_integer(&b->f.store, mpz_sgn(x) < 0, mpz_limbs_read(x), mpz_size(x));
}

static void mpz_from_cell(mpz_t out, Cell c)
{
    IntView v;
    int_view(c, &v);
    set_from_limbs(out, v.limbs, v.count);
    if (v.negative)
        mpz_neg(out, out);
    assert_true(!cell_is_big(c) || v.count > 1 || v.limbs[0] > (uint64_t)INT_MAX_SMALL + v.negative); /* normal */
}

typedef void Reference(mpz_t, const mpz_t, const mpz_t);

static void wanted_gcd(mpz_t out, const mpz_t a, const mpz_t b)
{
    mpz_gcd(out, a, b);
}
/* mpz's own remainders by a floor have the sign of the divisor, as mod wants. */
static const struct {
    enum ArithFunction f;
    Reference *reference;
    bool divides;
} references[] = {
    {ARITH_add, mpz_add, false},   {ARITH_subtract, mpz_sub, false}, {ARITH_multiply, mpz_mul, false}, {ARITH_int_divide, mpz_tdiv_q, true},
    {ARITH_rem, mpz_tdiv_r, true}, {ARITH_div, mpz_fdiv_q, true},    {ARITH_mod, mpz_fdiv_r, true},    {ARITH_gcd, wanted_gcd, false},
    {ARITH_lcm, mpz_lcm, false},   {ARITH_and, mpz_and, false},      {ARITH_or, mpz_ior, false},       {ARITH_xor, mpz_xor, false},
};

static void check_function(Bench *b, Numbers *n, enum ArithFunction f, Cell x, Cell y)
{
    Cell result;
    ArithError err;
    Cell *top = b->f.store.H;
    assert_int_equal(arith_apply2(&b->f.store, &b->ctx, f, x, y, &result, &err), ST_TRUE);
    mpz_from_cell(n->got, result);
    if (mpz_cmp(n->got, n->wanted) != 0)
        fail_msg("function %d is wrong for %zu and %zu limbs", (int)f, mpz_size(n->a), mpz_size(n->b));
    b->f.store.H = top;
}

static void test_integers_of_every_size(void **state)
{
    (void)state;
    Bench b;
    Numbers n;
    bench_open(&b);
    numbers_open(&n, 99);
    for (int i = 0; i < 6000; i++) {
        Cell *top = b.f.store.H;
        random_integer(&n, n.a);
        random_integer(&n, n.b);
        Cell x = cell_from_mpz(&b, n.a), y = cell_from_mpz(&b, n.b);
        assert_int_equal(arith_compare(x, y), (mpz_cmp(n.a, n.b) > 0) - (mpz_cmp(n.a, n.b) < 0));
        for (size_t k = 0; k < ARRAY_LENGTH(references); k++) {
            if (references[k].divides && mpz_sgn(n.b) == 0)
                continue;
            references[k].reference(n.wanted, n.a, n.b);
            check_function(&b, &n, references[k].f, x, y);
        }
        unsigned long by = gmp_urandomm_ui(n.random, 200);
        mpz_mul_2exp(n.wanted, n.a, by);
        check_function(&b, &n, ARITH_shift_left, x, t_int((int64_t)by));
        check_function(&b, &n, ARITH_shift_right, x, t_int(-(int64_t)by));
        mpz_fdiv_q_2exp(n.wanted, n.a, by);
        check_function(&b, &n, ARITH_shift_right, x, t_int((int64_t)by));
        by = gmp_urandomm_ui(n.random, 12);
        mpz_pow_ui(n.wanted, n.a, by);
        check_function(&b, &n, ARITH_int_power, x, t_int((int64_t)by));
        b.f.store.H = top;
    }
    numbers_close(&n);
    bench_close(&b);
}

/* ---- depth, cycles, exhaustion ---- */

static void *deep_expressions(void *argument)
{
    Bench *b = argument;
    Store *s = &b->f.store;
    Cell result, *top = s->H;
    ArithError err;
    const size_t depth = 2000000;
    assert_int_equal(arith_eval(s, &b->ctx, t_deep(&b->f, "-", depth, t_int(5)), &result, &err), ST_TRUE);
    assert_int_equal(cell_int(result), 5);
    s->H = top;
    assert_int_equal(arith_eval(s, &b->ctx, t_left_deep(&b->f, "+", depth, t_int(0)), &result, &err), ST_TRUE);
    assert_int_equal(cell_int(result), depth);
    s->H = top;
    Cell right = heap_push_double(s, 0.0);
    for (size_t i = 0; i < depth; i++)
        right = t_f2(&b->f, "+", t_int(1), right);
    Cell *end = s->H;
    assert_int_equal(arith_eval(s, &b->ctx, right, &result, &err), ST_TRUE);
    assert_true(box_double(result) == (double)depth);
    assert_int_equal(s->H - end, 2);
    s->H = top;
    Cell list = t_int(3);
    for (size_t i = 0; i < depth; i++)
        list = t_pair(&b->f, list, t_nil());
    assert_int_equal(arith_eval(s, &b->ctx, list, &result, &err), ST_TRUE);
    assert_int_equal(cell_int(result), 3);
    s->H = top;
    return NULL;
}

static void test_deep_expressions(void **state)
{
    (void)state;
    Bench b;
    bench_open(&b);
    on_small_stack(deep_expressions, &b);
    bench_close(&b);
}

static void test_cyclic_expressions(void **state)
{
    (void)state;
    Bench b;
    bench_open(&b);
    Store *s = &b.f.store;
    Cell result;
    ArithError err;
    for (size_t period = 1; period < 4; period++) {
        assert_int_equal(arith_eval(s, &b.ctx, t_loop(&b.f, "-", period), &result, &err), ST_ERROR);
        assert_int_equal(err.kind, ARITH_TYPE_EXPRESSION);
    }
    Cell x = t_var(&b.f), sum = t_f2(&b.f, "+", t_int(1), t_f1(&b.f, "abs", x));
    *cell_pointer(x) = sum;
    assert_int_equal(arith_eval(s, &b.ctx, sum, &result, &err), ST_ERROR);
    assert_int_equal(err.kind, ARITH_TYPE_EXPRESSION);
    Cell y = t_var(&b.f), list = t_pair(&b.f, y, t_nil());
    *cell_pointer(y) = list;
    assert_int_equal(arith_eval(s, &b.ctx, list, &result, &err), ST_ERROR);
    assert_int_equal(err.kind, ARITH_TYPE_EXPRESSION);
    bench_close(&b);
}

/* With no room at first, what is asked for is enough in the end; H and the random numbers are back each time. */
static void check_retries(Bench *b, const char *text)
{
    Store *s = &b->f.store;
    const char *at = text;
    Cell result, expression = parse(b, &at);
    Cell *top = s->H, *whole = s->heap_end;
    ArithError err;
    uint64_t random[4];
    memcpy(random, b->ctx.random, sizeof random);
    Status status;
    int tries = 0;
    s->heap_end = s->H;
    while ((status = arith_eval(s, &b->ctx, expression, &result, &err)) == ST_RETRY) {
        assert_ptr_equal(s->H, top);
        assert_memory_equal(random, b->ctx.random, sizeof random);
        assert_true(s->cells_needed > (size_t)(s->heap_end - top));
        s->heap_end = top + s->cells_needed;
        assert_true(++tries < 20);
    }
    assert_int_equal(status, ST_TRUE);
    assert_true(tries > 0);
    s->heap_end = whole;
}

static void test_retries(void **state)
{
    (void)state;
    Bench b;
    bench_open(&b);
    static const char *const expressions[] = {
        "+(1.5,2)",
        "^(3,1000)",
        "-(^(3,1000),^(3,1001))",
        "lcm(^(3,200),^(6,150))",
        "+(random(" P100 "),random_float)",
        "/(^(7,100),3)",
        "//(^(7,300),^(3,200))",
        "truncate(1.0e300)",
        "powm(^(3,99),^(5,90),^(10,50))",
        "*(<<(1,900),<<(1,901))",
        "\\(<<(1,900))",
        "max_integer",
        "gcd(^(6,300),^(4,200))",
    };
    for (size_t i = 0; i < ARRAY_LENGTH(expressions); i++)
        check_retries(&b, expressions[i]);
    bench_close(&b);
}

static void test_failing_allocations(void **state)
{
    (void)state;
    Bench b;
    bench_open(&b);
    Store *s = &b.f.store;
    const char *at = "//(^(7,300000),+(1,^(3,200000)))";
    Cell result, expression = parse(&b, &at);
    ArithError err;
    Cell *top = s->H;
    unsigned failures = 0;
    for (unsigned n = 1; n < 40; n++) {
        store_trim_scratch(s, 0);
        b.f.alloc.fail_at = n;
        Status status = arith_eval(s, &b.ctx, expression, &result, &err);
        if (status == ST_ERROR) {
            assert_int_equal(err.kind, ARITH_RESOURCE_MEMORY);
            assert_ptr_equal(s->H, top);
            failures++;
        }
        s->H = top;
    }
    b.f.alloc.fail_at = 0;
    assert_true(failures > 5);
    bench_close(&b);
}

static void test_interrupts(void **state)
{
    (void)state;
    Bench b;
    bench_open(&b);
    Store *s = &b.f.store;
    Stop stop = {1, STOP_NEVER, STOP_NEVER};
    b.f.alloc.stop = &stop;
    const char *at = "^(7,300000)";
    Cell result, expression = parse(&b, &at);
    ArithError err;
    assert_int_equal(arith_eval(s, &b.ctx, expression, &result, &err), ST_RETRY);
    assert_int_equal(s->cells_needed, 0);
    stop.interrupt = 0;
    assert_int_equal(arith_eval(s, &b.ctx, expression, &result, &err), ST_TRUE);
    bench_close(&b);
}

/* ---- chance ---- */

static void test_random(void **state)
{
    (void)state;
    Bench b;
    bench_open(&b);
    Store *s = &b.f.store;
    Cell result;
    ArithError err;
    int64_t counts[10] = {0}, first[20];
    arith_seed(&b.ctx, 5);
    for (int i = 0; i < 10000; i++) {
        assert_int_equal(arith_apply1(s, &b.ctx, ARITH_random, t_int(10), &result, &err), ST_TRUE);
        assert_true(cell_int(result) >= 0 && cell_int(result) < 10);
        counts[cell_int(result)]++;
        if (i < 20)
            first[i] = cell_int(result);
    }
    for (int i = 0; i < 10; i++)
        assert_true(counts[i] > 800 && counts[i] < 1200);
    arith_seed(&b.ctx, 5);
    for (int i = 0; i < 20; i++) {
        arith_apply1(s, &b.ctx, ARITH_random, t_int(10), &result, &err);
        assert_int_equal(cell_int(result), first[i]);
    }
    const char *at = P100;
    Cell limit = parse(&b, &at);
    for (int i = 0; i < 100; i++) {
        assert_int_equal(arith_apply1(s, &b.ctx, ARITH_random, limit, &result, &err), ST_TRUE);
        assert_true(arith_compare(result, limit) < 0);
        assert_int_equal(arith_apply0(s, &b.ctx, ARITH_random_float, &result, &err), ST_TRUE);
        assert_true(box_double(result) > 0.0 && box_double(result) < 1.0);
    }
    bench_close(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cases),
        cmocka_unit_test(test_flags),
        cmocka_unit_test(test_find),
        cmocka_unit_test(test_apply),
        cmocka_unit_test(test_compare),
        cmocka_unit_test(test_integers_of_every_size),
        cmocka_unit_test(test_deep_expressions),
        cmocka_unit_test(test_cyclic_expressions),
        cmocka_unit_test(test_retries),
        cmocka_unit_test(test_failing_allocations),
        cmocka_unit_test(test_interrupts),
        cmocka_unit_test(test_random),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
