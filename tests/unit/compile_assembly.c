/* compile_assembly.c - tests of assembly text: it loads back to the same code, and bad text is refused with its line.
 * SPDX-License-Identifier: MIT
 */
#include "clause_generator.h"

#include "compile/assemble.h"
#include "compile/listing.h"
#include "program_files.h"

static ClauseFixture f;
static Buf text;

static int set_up(void **state)
{
    (void)state;
    clause_open(&f);
    buf_init(&text, &f.machine->alloc);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    buf_free(&text);
    clause_close(&f);
    return 0;
}

/* ---- there and back ---- */

/* The text of a predicate with this clause alone. */
static void list_clause(Buf *out, const Clause *clause)
{
    Listing listing = {.program = &f.machine->program, .arith = &f.machine->arith, .out = out};
    buf_clear(out);
    listing_put_predicate(&listing, clause->pred);
    listing_put_clause(&listing, clause, 1, NULL);
    listing_put_end(&listing);
    assert_false(out->failed);
    buf_terminate(out);
}

/* Loads a predicate with at most one clause. The last item is ASM_END or an error, which stays in `a`. */
static AsmItem load(Assembler *a, const char *source, size_t bytes, Clause **clause)
{
    Stream *stream;
    AsmItem item;
    *clause = NULL;
    assert_int_equal(stream_open_memory_reader(&f.machine->alloc, source, bytes, &stream), IO_OK);
    assembler_open(a, &f.machine->program, &f.machine->arith, f.user, &f.machine->program.system->ops, stream);
    do {
        item = assembler_next(a);
        if (item == ASM_CLAUSE && *clause)
            clause_free(&f.machine->program, a->clause);
        else if (item == ASM_CLAUSE)
            *clause = a->clause;
    } while (item == ASM_PREDICATE || item == ASM_CLAUSE || item == ASM_DIRECTIVE);
    (void)stream_close(stream, true);
    return item;
}

/* Same words, but for the addresses of constants. */
static void assert_same_code(const Clause *a, const Clause *b)
{
    assert_int_equal(a->code_words, b->code_words);
    assert_int_equal(a->constant_words, b->constant_words);
    assert_int_equal(a->note_words, b->note_words);
    assert_int_equal(a->flags, b->flags);
    for (size_t i = 0; i < a->code_words; i += instr_words(a->code[i])) {
        const InstrInfo *info = &instr_info[code_op(a->code[i])];
        assert_true(a->code[i] == b->code[i]);
        if (info->w1 == K_CELL && cell_is_pointer(a->code[i + 1]))
            assert_int_equal(a->code[i + 1] - (Cell)(uintptr_t)a, b->code[i + 1] - (Cell)(uintptr_t)b);
        else if (info->words > 1)
            assert_true(a->code[i + 1] == b->code[i + 1]);
        if (info->words > 2)
            assert_true(a->code[i + 2] == b->code[i + 2]);
    }
    assert_memory_equal(clause_notes(a), clause_notes(b), a->note_words * sizeof(Code));
}

static void check_term(Cell term)
{
    Clause *clause, *back;
    Assembler a;
    Buf again;
    assert_int_equal(compile_term(&f, term, &clause), COMPILE_OK);
    list_clause(&text, clause);
    AsmItem item = load(&a, text.data, text.length, &back);
    if (item != ASM_END) {
        fprintf(stderr, "%s", text.data);
        fail_msg("line %u: %s", (unsigned)a.error.line, a.error.what);
    }
    assembler_close(&a);
    assert_non_null(back);
    assert_same_code(clause, back);
    buf_init(&again, &f.machine->alloc);
    list_clause(&again, back);
    assert_string_equal(text.data, again.data);
    buf_free(&again);
    clause_free(&f.machine->program, clause);
    clause_free(&f.machine->program, back);
}

static void check(const char *source)
{
    check_term(read_term(&f, source));
    engine_reset(f.engine);
}

static void test_text(void **state)
{
    (void)state;
    Clause *clause;
    assert_int_equal(compile_term(&f, read_term(&f, "concatenate([X|L1], L2, [X|L3]) :- concatenate(L1, L2, L3)"), &clause), COMPILE_OK);
    list_clause(&text, clause);
    assert_string_equal(text.data, "predicate concatenate/3\n"
                                   "clause 1\n"
                                   "    get_list_variable_variable A1 X4 A1\n"
                                   "    get_list_value_variable A3 X4 A3\n"
                                   "    execute concatenate/3\n"
                                   "end\n");
    clause_free(&f.machine->program, clause);
    assert_int_equal(compile_term(&f, read_term(&f, "p([], 'A b', X) :- ( X = f(Y), q(Y) -> r ; X < 3 ), write(X)"), &clause), COMPILE_OK);
    list_clause(&text, clause);
    assert_string_equal(text.data, "predicate p/3\n"
                                   "clause 1\n"
                                   "    get_nil A1\n"
                                   "    get_atom A2 ='A b'\n"
                                   "    allocate\n"
                                   "    store Y1 A3\n"
                                   "    try_mark Y2 L1\n"
                                   "    note if\n"
                                   "    note match A3\n"
                                   "    get_structure A3 f/1\n"
                                   "    unify_variable A1\n"
                                   "    note matched\n"
                                   "    call q/1 {Y1,Y2}\n"
                                   "    commit Y2\n"
                                   "    note then\n"
                                   "    call r/0 {Y1}\n"
                                   "    jump L2\n"
                                   "    note else\n"
                                   "  L1:\n"
                                   "    trust {Y1}\n"
                                   "    load X4 Y1\n"
                                   "    test_lt_integer X4 3 fail\n"
                                   "    note end\n"
                                   "  L2:\n"
                                   "    load A1 Y1\n"
                                   "    builtin system:write/1\n"
                                   "    proceed_pop\n"
                                   "end\n");
    clause_free(&f.machine->program, clause);
    engine_reset(f.engine);
}

static void test_round_trips(void **state)
{
    (void)state;
    check("p");
    check("p(a, 1, -1, 2.5, -0.0, \"text\", [], [a|b], f(x, \"y\"), 123456789012345678901234567890, 4294967296, '', ' ', {}, '[]'(1), "
          "'{}'(1))");
    check("p(+, - , f(+), -(1), - 1, 1 - 2, [-], (a :- b), ',', '|', ';', !, \\, \"a\\0\\b\", \"\\0\\\", [a, b, c], \"a\\nb'\\\"`\")");
    check("p([a, b|\"cd\"], \"\\x1F600\\\\x3b1\\\", '\\x3b1\\', 'x\\ny', 1.0Inf, 1.5NaN, 1.0e-300)");
    check("[a|B] :- [B]");
    check("'a b'(X) :- 'C'(X, 'd e'), 'm n':'+'(X), m:p(X)");
    check("p(X) :- X = f(\"abc\", [1, 2.5, \"d\"]), q(X, [1.5, \"abc\", k(1)])");
    check("p(X, Y) :- Y is sin(X) + random_float - X mod 3, Y =:= X * 2, X @< Y, atom(X), is_list(Y), X \\= Y");
    check("p(A, B, C, D, E, F, G) :- q(A, B), r(C, X), s(D, E), ( t(X) -> u(F) ; v(G, B) ), w(A, B, C, D, E, F, G, X)");
    check("p(X) :- ( q(X, Y) *-> r(Y) ; s ), \\+ t(Z), u(Z), m:( a, b ), false, fail, true, m:true, X");
    check("p :- ( a ; b ; c ), ( d, ! ; e )");
}

static void put_list(Buf *b, const char *prefix, unsigned from, unsigned to)
{
    for (unsigned i = from; i < to; i++)
        buf_printf(b, "%s%s%u", i == from ? "" : ",", prefix, i);
}

static void test_wide(void **state)
{
    (void)state;
    Buf b;
    buf_init(&b, &f.machine->alloc);
    buf_printf(&b, "p(");
    put_list(&b, "X", 0, 100);
    buf_printf(&b, ") :- q(X0), ( r(X50) ; s(X99, [");
    put_list(&b, "Y", 0, 700);
    buf_printf(&b, "]) ), t(");
    put_list(&b, "X", 0, 100);
    buf_printf(&b, ")");
    check(buf_terminate(&b));
    buf_clear(&b);
    buf_printf(&b, "p(f(");
    put_list(&b, "X", 0, 9000);
    buf_printf(&b, ")) :- q, r(\"a\", ");
    put_list(&b, "X", 0, 9000);
    buf_printf(&b, ")");
    check(buf_terminate(&b));
    buf_clear(&b);
    buf_printf(&b, "p([");
    put_list(&b, "a", 0, 70000);
    buf_printf(&b, ",X], X)");
    check(buf_terminate(&b));
    buf_free(&b);
}

static void test_generated(void **state)
{
    (void)state;
    Buf b;
    buf_init(&b, &f.machine->alloc);
    for (unsigned i = 0; i < 4000; i++) {
        buf_clear(&b);
        put_clause(&b, i < 3000);
        check(buf_terminate(&b));
    }
    buf_free(&b);
}

/* Every clause that reads with the standard operators. */
static size_t check_text(const char *name, const char *source, size_t bytes)
{
    Stream *stream;
    ReadStatus status;
    size_t clauses = 0;
    (void)name;
    assert_int_equal(stream_open_memory_reader(&f.machine->alloc, source, bytes, &stream), IO_OK);
    while ((status = reader_read(&f.reader, stream, &f.read)) != READ_EOF) {
        if (status != READ_OK)
            continue;
        assert_true(heap_has(f.store, f.reader.builder.count));
        Cell term = reader_push_term(&f.reader, f.store);
        if (!is_functor(term, ATOM_neck, 1))
            check_term(term);
        clauses++;
        engine_reset(f.engine);
    }
    (void)stream_close(stream, true);
    return clauses;
}

static void test_library(void **state)
{
    (void)state;
    check_library(check_text);
}

static void test_bench_programs(void **state)
{
    (void)state;
    check_bench_programs(check_text);
}

/* ---- what is refused ---- */

typedef struct Refusal {
    const char *code; /* of p/2; the first line is line 3 */
    const char *what;
    uint32_t line;
} Refusal;

static const Refusal refusals[] = {
    {"nonsense", "no such instruction", 3},
    {"proceed x", "too many operands", 3},
    {"get_atom", "a register is wanted", 3},
    {"get_atom A0 =a", "registers are counted from 1", 3},
    {"get_atom A9000 =a", "the number is too large", 3},
    {"get_atom A1 a", "a constant begins with =", 3},
    {"get_atom A1 =f(x)", "an atom is wanted", 3},
    {"get_atom A1 =f(", "end_of_file", 3},
    {"get_constant A1 =f(X)\nproceed", "a variable in a constant", 3},
    {"answer", "this instruction stands in no clause", 3},
    {"proceed\nproceed\nproceed\ncall q", "name/arity is wanted", 6},
    {"jump L1\nproceed", "the label stands nowhere", 3},
    {"L1:\njump L1", "jump backwards", 4},
    {"L1:\nL1:\nproceed", "the label stands twice", 4},
    {"get_nil A1", "the code runs over its end", 4},
    {"get_nil A3\nproceed", "the register holds nothing here", 3},
    {"get_list A1\nunify_nil\nproceed", "a structure lacks arguments", 5},
    {"get_list A1\nunify_nil\nunify_nil\nunify_nil\nproceed", "no argument is to be unified here", 6},
    {"get_list A1\nunify_list\nproceed", "only the last argument may be a nested term", 4},
    {"unify_nil\nproceed", "no argument is to be unified here", 3},
    {"put_structure A1 f/2\nwrite_nil\nexecute q/2", "a term lacks arguments", 5},
    {"put_list A1\nwrite_nil\nwrite_pointer list 5\nexecute q/2", "no such instruction", 5},
    {"put_list A1\nwrite_nil\nwrite_rel list 5\nwrite_nil\nwrite_nil\nexecute q/2", "a pointer that meets no block", 5},
    {"put_list A1\nwrite_nil\nwrite_rel structure 1\nwrite_nil\nexecute q/2", "no argument is to be written here", 6},
    {"write_nil\nproceed", "no argument is to be written here", 3},
    {"execute q/3", "the register holds nothing here", 3},
    {"execute_pop q/2", "no environment", 3},
    {"allocate\nexecute q/2", "the environment is still there", 4},
    {"proceed_pop", "no environment", 3},
    {"call q/2 {}\nproceed", "a call without environment", 3},
    {"allocate\ncall q/2 {Y1}\nproceed_pop", "a slot in the map holds nothing", 4},
    {"allocate\nstore Y1 A1\ncall q/2 {}\nload A1 Y1\nexecute_pop q/1", "the slot holds no term here", 6},
    {"allocate\ncall q/2 {}\nput_variable A1\nstore Y1 A1\nproceed_pop", "the slot may be in use since a call", 6},
    {"allocate\ncall q/2 {}\nexecute_pop q/2", "the register holds nothing here", 5},
    {"allocate\nstore Y1 A1\ncall q/2 {Y1}\nput_variable_y Y1 A1\nproceed_pop", "the slot may be needed as it is", 6},
    {"allocate\ntry L1\nproceed_pop\nL1:\ntrust {Y1}\nproceed_pop", "a slot in the map holds nothing", 4},
    {"allocate\nstore Y1 A1\ntry L1\nstore Y1 A2\nproceed_pop\nL1:\ntrust {Y1}\nproceed_pop", "the slot may be needed as it is", 6},
    {"allocate\ncall q/2 {}\ncut\nproceed_pop", "a cut after a call needs a saved barrier", 5},
    {"allocate\ncall q/2 {}\nsave_cut Y1\nproceed_pop", "the barrier is lost after a call", 5},
    {"allocate\nstore Y1 A1\ncut_to Y1\nproceed_pop", "the slot names nothing to cut back to", 5},
    {"allocate\nsave_cut Y1\nload A1 Y1\nexecute_pop q/1", "the slot holds no term here", 5},
    {"allocate\nsave_cut Y1\ncommit Y1\nproceed_pop", "the slot names no choice point", 5},
    {"allocate\ntry_mark Y1 L1\ncommit Y1\ncommit Y1\nL1:\ntrust {}\nproceed_pop", "the slot names no choice point", 6},
    {"allocate\ntry L1\nproceed_pop\nL1:\nproceed_pop", "an alternative begins with RETRY or TRUST", 4},
    {"allocate\ntry L1\nL1:\ntrust {}\nproceed_pop", "an alternative that is also reached otherwise", 6},
    {"allocate\ntrust {}\nproceed_pop", "no alternative", 4},
    {"test_type A1 atom L1\nallocate\nL1:\nproceed", "an environment on one way only", 6},
    {"test_type A1 atom L1\nput_nil A3\nL1:\nexecute q/3", "the register holds nothing here", 6},
    {"test_type A1 colour fail\nproceed", "no such type test", 3},
    {"get_structure A1 f/600\nunify_void 600\nproceed", "writes more heap cells than it may without NEED", 3},
    {"need 600\nget_structure A1 f/400\nunify_void 400\nget_structure A2 f/400\nunify_void 400\nproceed",
     "writes more heap cells than it may without NEED", 6},
    {"builtin q/2\nproceed", "not a deterministic builtin", 3},
    {"builtin system:no_such_builtin/2\nproceed", "the system has no such predicate", 3},
    {"eval_1 A1 A2 nonsense/1\nproceed", "no such function", 3},
    {"eval_1 A1 A2 mod/2\nproceed", "function of another arity", 3},
    {"note nothing\nproceed", "no such note", 3},
    {"note end\nproceed", "the code is that of no clause, or its notes do not say of which", 5},
    {"note if\nproceed", "the code is that of no clause, or its notes do not say of which", 5},
    {"test_type A1 atom L1\nL1:\nproceed", "the code is that of no clause, or its notes do not say of which", 6},
    {"allocate\ncall q/2 {}\nneed 9\nput_variable A1\nget_nil A1\nproceed_pop",
     "the code is that of no clause, or its notes do not say of which", 9},
    {"allocate\ncall q/2 {}\nput_variable A1\nproceed_pop", "returns after writing heap cells without NEED", 6},
    {"get_structure A1 f/1\nunify_value A1\nproceed", "the code is that of no clause, or its notes do not say of which", 6},
    {"big_clause =(:-(q,r))", "the head is one of another predicate", 3},
    {"big_clause =foo", "a big clause is Head :- Body", 3},
    {"big_clause =(:-(p(A,B),r))\nproceed", "a big clause has no other instruction", 4},
    {"", "a clause without instructions", 4},
    {"call q/2 {Y1\nproceed", "} is wanted", 3},
    {"call q/2 {Y5}:3\nproceed", "slots beyond those in use", 3},
};

static void test_refusals(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LENGTH(refusals); i++) {
        Clause *clause;
        Assembler a;
        buf_clear(&text);
        buf_printf(&text, "predicate p/2\nclause 1\n%s\nend\npredicate p/0\nclause 1\nproceed\nend\n", refusals[i].code);
        AsmItem item = load(&a, text.data, text.length, &clause);
        if ((item != ASM_SYNTAX_ERROR && item != ASM_CODE_ERROR) || strcmp(a.error.what, refusals[i].what) != 0 ||
            a.error.line != refusals[i].line)
            fail_msg("%s\n: item %d, line %u: %s", refusals[i].code, (int)item, (unsigned)a.error.line, a.error.what);
        assert_null(clause);
        assembler_close(&a);
    }
}

/* After an error, the next predicate is read. */
static void test_goes_on(void **state)
{
    (void)state;
    static const char source[] =
        "horn_asm(1).\n\n% comment\ndynamic p/1.   \nop 700 xfx or.\npredicate p/1\nclause 1\n  bad\nend\n"
        "predicate q/1 % q\nclause 1\n  get_nil A1 % nil\n  proceed\nend\n+\ndirective foo(1)\ndirective foo(_,B,B).\n";
    static const AsmItem items[] = {ASM_END,    ASM_DIRECTIVE, ASM_DIRECTIVE,    ASM_PREDICATE,    ASM_SYNTAX_ERROR, ASM_PREDICATE,
                                    ASM_CLAUSE, ASM_END,       ASM_SYNTAX_ERROR, ASM_SYNTAX_ERROR, ASM_DIRECTIVE,    ASM_END_OF_FILE};
    Stream *stream;
    Assembler a;
    assert_int_equal(stream_open_memory_reader(&f.machine->alloc, source, strlen(source), &stream), IO_OK);
    assembler_open(&a, &f.machine->program, &f.machine->arith, f.user, &f.machine->program.system->ops, stream);
    for (size_t i = 0; i < ARRAY_LENGTH(items); i++) {
        AsmItem item = i == 0 ? assembler_header(&a) : assembler_next(&a);
        if (item != items[i])
            fail_msg("item %zu is %d: line %u: %s", i, (int)item, (unsigned)a.error.line, a.error.what ? a.error.what : "");
        if (i == 2) {
            assert_true(heap_has(f.store, a.directive->count));
            assert_string_equal(written(&f, record_push(f.store, a.directive)), "op(700,xfx,or)");
        }
        if (item == ASM_CLAUSE)
            clause_free(&f.machine->program, a.clause);
    }
    assembler_close(&a);
    (void)stream_close(stream, true);
}

/* Every allocation that fails is told as such, and nothing leaks. */
static void test_no_memory(void **state)
{
    (void)state;
    Clause *clause, *back;
    assert_int_equal(compile_term(&f, read_term(&f, "p(X, \"abc\") :- ( q(X, Y) -> r(Y, Z, 1.5) ; \\+ s(Z, f(g(Z, X))) ), u(Z)"), &clause),
                     COMPILE_OK);
    list_clause(&text, clause);
    AsmItem item = ASM_NO_MEMORY;
    size_t used = f.machine->alloc.used;
    for (uint64_t n = 1; item != ASM_END; n++) {
        Assembler a;
        Stream *stream;
        assert_int_equal(stream_open_memory_reader(&f.machine->alloc, text.data, text.length, &stream), IO_OK);
        assembler_open(&a, &f.machine->program, &f.machine->arith, f.user, &f.machine->program.system->ops, stream);
        f.machine->alloc.fail_at = n;
        back = NULL;
        do {
            item = assembler_next(&a);
            if (item == ASM_CLAUSE)
                back = a.clause;
        } while (item == ASM_PREDICATE || item == ASM_CLAUSE);
        f.machine->alloc.fail_at = 0;
        assert_true(item == ASM_END || item == ASM_NO_MEMORY || item == ASM_IO_ERROR);
        assembler_close(&a);
        (void)stream_close(stream, true);
        if (back)
            clause_free(&f.machine->program, back);
        assert_true(n > 1 || f.machine->alloc.used >= used);
        used = n == 1 ? f.machine->alloc.used : used;
        assert_int_equal(f.machine->alloc.used, used);
    }
    clause_free(&f.machine->program, clause);
    engine_reset(f.engine);
}

/* ---- texts with errors at random ---- */

static char mutated[1 << 16];

static size_t mutate(const Buf *from)
{
    static const char letters[] = "AXYL0123456789 {}[]=:/.,\n'fail";
    size_t n = from->length < sizeof mutated ? from->length : sizeof mutated;
    memcpy(mutated, from->data, n);
    for (unsigned edits = 1 + below(3); edits > 0; edits--) {
        size_t at = below((unsigned)n);
        if (below(2) == 0) { /* a line in place of another */
            size_t other = below((unsigned)n), length = 0;
            while (at > 0 && mutated[at - 1] != '\n')
                at--;
            while (other > 0 && mutated[other - 1] != '\n')
                other--;
            while (at + length < n && other + length < n && mutated[other + length] != '\n')
                length++;
            memmove(mutated + at, mutated + other, length);
        } else {
            mutated[at] = letters[below(sizeof letters - 1)];
        }
    }
    return n;
}

/* Nothing goes wrong in assembling; what passes lists and loads again. */
static void test_mutations(void **state)
{
    (void)state;
    Buf b, again;
    unsigned accepted = 0;
    buf_init(&b, &f.machine->alloc);
    buf_init(&again, &f.machine->alloc);
    for (unsigned i = 0; i < 20000; i++) {
        Clause *clause, *back;
        Assembler a;
        buf_clear(&b);
        put_clause(&b, true);
        assert_int_equal(compile_term(&f, read_term(&f, buf_terminate(&b)), &clause), COMPILE_OK);
        list_clause(&text, clause);
        clause_free(&f.machine->program, clause);
        engine_reset(f.engine);
        (void)load(&a, mutated, mutate(&text), &clause);
        assembler_close(&a);
        if (!clause)
            continue;
        accepted++;
        list_clause(&again, clause);
        if (load(&a, again.data, again.length, &back) != ASM_END)
            fail_msg("line %u: %s\n%s", (unsigned)a.error.line, a.error.what, again.data);
        assembler_close(&a);
        clause_free(&f.machine->program, clause);
        clause_free(&f.machine->program, back);
    }
    assert_true(accepted > 300);
    buf_free(&again);
    buf_free(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_text),      cmocka_unit_test(test_round_trips), cmocka_unit_test(test_wide),
        cmocka_unit_test(test_refusals),  cmocka_unit_test(test_goes_on),     cmocka_unit_test(test_no_memory),
        cmocka_unit_test(test_generated), cmocka_unit_test(test_library),     cmocka_unit_test(test_bench_programs),
        cmocka_unit_test(test_mutations),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
