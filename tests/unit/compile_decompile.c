/* compile_decompile.c - tests that clauses come back from their code as they went in.
 * SPDX-License-Identifier: MIT
 */
#include "clause_generator.h"

#include "compile/verify.h"
#include "program_files.h"

static ClauseFixture f;

/* ---- what comes back is a variant, but for the nesting of conjunctions ---- */

static Cell push_2(uint32_t name, Cell a, Cell b)
{
    assert_true(heap_has(f.store, 3));
    Cell c = heap_push_struct(f.store, cell_from_functor(name, 2));
    str_cells(c)[1] = a;
    str_cells(c)[2] = b;
    return c;
}

static Cell as_body(Cell body, unsigned depth);

static Cell as_goal(Cell goal, unsigned depth)
{
    static const uint32_t constructs[] = {',', ';', ATOM_arrow, ATOM_soft_arrow};
    goal = cell_deref(goal);
    if (cell_is_var(goal)) {
        assert_true(heap_has(f.store, 2));
        Cell call = heap_push_struct(f.store, cell_from_functor(ATOM_call, 1));
        str_cells(call)[1] = goal;
        return call;
    }
    if (!cell_is_str(goal) || depth > 100)
        return goal;
    const Cell *args = str_cells(goal);
    for (size_t i = 0; i < sizeof constructs / sizeof constructs[0]; i++)
        if (str_functor(goal) == cell_from_functor(constructs[i], 2))
            return push_2(constructs[i], as_body(args[1], depth + 1), as_body(args[2], depth + 1));
    if (is_functor(goal, ':', 2) && cell_is_atom(cell_deref(args[1]))) {
        Cell plain = cell_deref(args[2]), inner = cell_is_var(plain) ? plain : as_body(plain, depth + 1);
        bool twice =
            is_functor(inner, ':', 2) && cell_is_atom(cell_deref(str_cells(inner)[1])) && cell_is_callable(cell_deref(str_cells(inner)[2]));
        return twice ? inner : push_2(':', args[1], inner);
    }
    if (is_functor(goal, ATOM_not_provable, 1)) {
        assert_true(heap_has(f.store, 2));
        Cell inner = as_body(args[1], depth + 1), c = heap_push_struct(f.store, str_functor(goal));
        str_cells(c)[1] = inner;
        return c;
    }
    return goal;
}

/* What a body comes back as: M1:M2:G as M2:G; a variable as call/1 (7.6.2). Conjunctions may be long to the right. */
static Cell as_body(Cell body, unsigned depth)
{
    size_t count = 0, capacity = 64;
    Cell *goals = malloc(capacity * sizeof(Cell));
    for (body = cell_deref(body); is_functor(body, ',', 2); body = cell_deref(str_cells(body)[2])) {
        if (count == capacity)
            goals = realloc(goals, (capacity *= 2) * sizeof(Cell));
        goals[count++] = as_goal(str_cells(body)[1], depth);
    }
    Cell result = as_goal(body, depth);
    while (count > 0)
        result = push_2(',', goals[--count], result);
    free(goals);
    return result;
}

/* Binds the variables to '$VAR'(0) and so on. */
static Cell name_variables(Cell term)
{
    CellVec variables = {0};
    assert_true(term_variables(f.store, term, &variables));
    for (size_t i = 0; i < variables.count; i++) {
        assert_true(heap_has(f.store, 2));
        Cell name = heap_push_struct(f.store, cell_from_functor(atom_intern_string(&f.machine->atoms, "$VAR"), 1));
        str_cells(name)[1] = cell_from_int((int64_t)i);
        *cell_pointer(variables.items[i]) = name;
    }
    alloc_free(f.store->alloc, variables.items, variables.capacity * sizeof(Cell));
    return term;
}

static void check_term(Cell term)
{
    Clause *clause;
    Cell head, body, back_head, back_body;
    bool ok = true;
    CompileStatus compiled = compile_term(&f, term, &clause);
    if (compiled != COMPILE_OK)
        fail_msg("cannot be compiled (%d): %s", (int)compiled, written(&f, term));
    VerifyError error;
    VerifyStatus verified = clause_verify(clause, &f.machine->arith, &f.machine->alloc, &error);
    if (verified != VERIFY_OK)
        fail_msg("code is refused at %u: %s: %s", (unsigned)error.offset, error.what, written(&f, name_variables(term)));
    Status status = decompile(&f, clause, &back_head, &back_body);
    if (status != ST_TRUE)
        fail_msg("cannot be decompiled (%d): %s", (int)status, written(&f, term));
    split_clause(term, &head, &body);
    body = as_body(body, 0);
    head = push_2(ATOM_neck, head, body);
    back_head = push_2(ATOM_neck, back_head, back_body);
    if (!term_is_variant(f.store, head, back_head, &ok)) {
        fprintf(stderr, "   %s\n", written(&f, name_variables(head)));
        fprintf(stderr, "   %s\n", written(&f, name_variables(back_head)));
        fail_msg("the second came back for the first");
    }
    assert_true(ok);
    clause_free(&f.machine->program, clause);
}

static void check(const char *text)
{
    check_term(read_term(&f, text));
    engine_reset(f.engine);
}

static int set_up(void **state)
{
    (void)state;
    clause_open(&f);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    clause_close(&f);
    return 0;
}

/* ---- by construct ---- */

static void test_heads(void **state)
{
    (void)state;
    check("p");
    check("p(a, 1, 2.5, \"text\", [], [a|b], f(x), 123456789012345678901234567890)");
    check("p(X, Y)");
    check("p(X, X)");
    check("p(a, _, 1, f(b, -2, c), _, 'A b', g(0))");
    check("p(f(a, b, c, d), f(2147483648), f(X), f([]), [a], f(\"x\"))");
    check("p(X, 1.5, Y)");
    check("p(_, _, X, f(X, _, Y), [Y|_])");
    check("p(X, f(X), g(f(X), Y), Y)");
    check("p(f(X), X)");
    check("p([X|Y], [X|Y], [Z, X], [Z|X])");
    check("p(f(g(h(X, [Y, k(X)]), Y), Z), h(_, Z))");
    check("p(f(g(X), h(X), i(X), g(h(i(X)))))");
    check("p([a, B, c|D], f(B, D, [D], [[B]]))");
    check("p([a, b, c|X], \"abc\", [a, b|\"xyz\"])");
    check("p(1152921504606846976, -1152921504606846977, 1152921504606846975, 2147483648, -2147483649, 32768)");
    check("p(-0.0, 1.0e300, '', 'A b', {}, {x}, '$VAR'(1))");
    check("[a|B] :- p(B)");
    check("'.'(X, X)");
    check("a + B :- B");
}

static void test_calls(void **state)
{
    (void)state;
    check("p :- q");
    check("p :- q, r, s");
    check("p(X, Y) :- q(Y, X)");
    check("p(X, Y, Z) :- q(Z, X, Y), q(Y, Z, X), q(X, X, X)");
    check("p(X, Y) :- q(f(X), g(Y, [X, Z|Y]), Z), r(Z, f(f(f(Z))))");
    check("p(X) :- q(f(g(X, h(Y)), i(j(Y), k(X, _), _), _), [X, Y, [X|_]])");
    check("concatenate([X|L1], L2, [X|L3]) :- concatenate(L1, L2, L3)");
    check("p(X) :- X");
    check("p(X) :- X, call(X), call(X, Y), Y");
    check("p :- [file]");
    check("p(X) :- write(X), nl, functor(X, F, N), q(F, N), atom_length(F, L), q(L)");
    check("p(X, Y) :- functor(X, F, 2), arg(1, X, A), arg(2, X, B), Y = F-A-B");
    check("p :- q(a, 1, 2.5, \"text\", [], f(a, [b|c]), 99999999999999999999)");
    check("p(X) :- (q(X), r), (s ; t), (u, v(X))");
    check("p :- catch(q(X), X, (write(X), fail)), findall(Y, member(Y, [a]), L), r(L)");
}

static void test_cuts_and_constants(void **state)
{
    (void)state;
    check("p :- !");
    check("p :- !, q");
    check("p(X) :- q(X), !, r(X), !");
    check("p(a, X) :- !, X = b");
    check("p :- true");
    check("p :- true, q");
    check("p :- q, true");
    check("p :- fail");
    check("p :- false");
    check("p :- q, fail, r");
    check("p :- q, false, true, !, fail");
    check("p(X) :- ( q(X), ! ; r, ! )");
    check("p(X) :- ( q(X) -> ! ; r, !, s )");
    check("p(X) :- ( q(X), !, r -> s ; t )");
    check("p(X) :- \\+ ( q(X), ! )");
}

static void test_unifications(void **state)
{
    (void)state;
    check("p(X) :- X = a");
    check("p(X) :- a = X");
    check("p(X) :- X = f(Y), q(Y)");
    check("p(X) :- f(Y) = X, q(Y, X)");
    check("p(X, Y) :- X = Y");
    check("p(X, Y) :- q(X, Y), X = Y, r(X)");
    check("p :- X = Y, q(X, Y)");
    check("p :- X = Y");
    check("p :- X = X");
    check("p :- X = f(X), q(X)");
    check("p :- f(X) = X, q(X)");
    check("p(X) :- X = f(X, Y, g(Y, X))");
    check("p :- f(X) = f(Y), q(X, Y)");
    check("p(Y) :- a = b, f(a) = g(Y), [X|Y] = [Y|X]");
    check("p(X) :- Y = f(X, Z), q(Y, Z)");
    check("p(X) :- f(X, Z) = Y, q(Y, Z)");
    check("p :- X = a, Y = [X], Z = g(X, Y), q(Z)");
    check("p :- _ = _, _ = a, f(_) = _");
    check("p(X) :- X = \"abc\", \"abc\" = X, X = [a|Y], Y = 1.5");
    check("p(X, Y) :- X = [Y|Z], Y = [Z, A|B], q(A, B)");
    check("p(X) :- q, X = f(g(h(Y)), h(g(Y, _)), _), q(Y)");
    check("p(X, Y) :- X = Y, Y = X");
    check("p(X, Y, Z) :- q(X), Z = f(X, Y), r(Z)");
}

static void test_arithmetic(void **state)
{
    (void)state;
    check("p(X, Y) :- Y is X + 1");
    check("p(X, Y) :- Y is X - 1, q(Y)");
    check("p(X) :- Y is 1 + X, q(Y), Z is Y * Y - X // 2, q(Z, Y)");
    check("p(X) :- 3 is X, f(Y) is X + 2, q(Y), X is X");
    check("p(X) :- X is 40000 + X * -40000 - 32767 + 3.5 + 1.0e10");
    check("p(X) :- Y is X, Z is 7, A is foo, B is foo(X), q(Y, Z, A, B)");
    check("p(X) :- Y is pi * e ** sin(X) mod max(X, 3) rdiv 2 + cot(atan2(1, X)), q(Y)");
    check("p(X) :- Y is \"a\" + [X] + random_float + abs(-X), q(Y)");
    check("p(X, Y) :- X < Y, X =< 1, X > 1 + Y, 2 >= X, X =:= Y * 2, X - 1 =\\= 40000");
    check("p(X) :- X < 99999999999999999999, 1 < 2, a < b, f(X) < 3");
    check("p :- _ is 3, X is 4, Y is X + _, _ is Y");
    check("p(X) :- Y is a + b + c(X) + d(e), Y < plus(1, 2)");
    check("p(X, Y) :- Y is powm(X, 2, 3) + gcd(X, Y)");
}

static void test_tests(void **state)
{
    (void)state;
    check(
        "p(X) :- var(X), nonvar(X), atom(X), integer(X), float(X), number(X), atomic(X), compound(X), callable(X), string(X), is_list(X)");
    check("p(X, Y) :- X == Y, X \\== a, f(X) @< Y, X @=< f(Y), X @> 1, X @>= Y, X \\= Y, X \\= f(Y), f(Z) \\= Z");
    check("p :- var(X), q(X), atom(f(X)), integer(3)");
    check("p :- X == Y, q(X, Y)");
}

static void test_control(void **state)
{
    (void)state;
    check("p :- ( a ; b )");
    check("p :- ( a ; b ; c ; d ), e");
    check("p :- ( ( a ; b ) ; c )");
    check("p :- ( a -> b ; c )");
    check("p :- ( a -> b )");
    check("p :- ( a -> b ), c");
    check("p :- ( a -> b ; fail )");
    check("p :- ( a *-> b ; c ), d");
    check("p :- ( a *-> b )");
    check("p :- ( ( a *-> b ) , c ; d )");
    check("p :- \\+ a, \\+ \\+ b, \\+ ( a, b ), \\+ ( a ; b )");
    check("p :- \\+ fail, \\+ true, \\+ ( a, fail ), \\+ !, \\+ false");
    check("p :- ( true ; fail ; false ; ! )");
    check("p(X) :- ( X = a ; X = b ), q(X)");
    check("p :- ( X = a ; X = b ), q(X)");
    check("p :- ( q(X) ; r(X) ), s(X)");
    check("p :- ( q(X) ; r(Y) ), s(X, Y)");
    check("p :- ( q(X) ; r(X) )");
    check("p :- ( q(X) ; r(Y) )");
    check("p :- ( q(X), s(X) ; r(X, X) ; t(_, X) )");
    check("p :- \\+ q(X), r(X)");
    check("p :- \\+ q(X), \\+ r(X)");
    check("p :- \\+ \\+ q(X), ( \\+ q(X) -> true ; r(X) ), s(X, X)");
    check("p :- ( q(X) -> r(X) ; s(X) )");
    check("p :- ( q(X, Y) -> r(X) ; s(X, Y) ), t(Y)");
    check("p :- ( q([X|Y]) ; r([Y|X]) ; s(f(X), f(Y)) )");
    check("p(Z) :- ( Z = [X|Y] ; Z = [Y|X] ; Z = f(X, Y) )");
    check("p(Z) :- ( Z = [_|Y] ; Z = [Y|_] ; Z = f(_, Y) )");
    check("p(Z) :- ( Z = [X|Y], q(X, Y) ; Z = [Y|X], q(X, X) )");
    check("p(X) :- ( var(X) -> Y = 1 ; X == a -> Y = 2 ; Y = 3 ), q(Y)");
    check("p(X, Y) :- ( X < Y -> Z = X ; X > Y -> Z = Y ; Z = 0, W = 1 ), q(Z, W)");
    check("p(X, Y) :- ( X < 0 -> Y is -X ; Y is X )");
    check("p(X) :- ( X = f(Y) -> q(Y) ; r )");
    check("p(X) :- ( X = [A|B] -> q(A, B) ; X = [] -> true ; X = f(A) -> r(A, B) )");
    check("p(X) :- ( Y is X + 1, Y > 3, Z = f(Y) -> q(Z) ; r(Y) )");
    check("p(X) :- ( true -> q ; true, X == a, true -> r ; s )");
    check("p(X, Y, Z) :- q(Z), ( X = Y -> r(Z) ; s(Z, X) ), t(X, Y, Z)");
    check("p(X) :- ( q(X, Y) -> ( r(Y, Z) ; s(Z) ) ; ( t(Z) -> true ; Z = Y ) ), u(Z)");
    check("p(X) :- ( ( a ; b(V) ), c(V) -> d ; e(V) ), ( f(V) ; g(X) ), h(X, V)");
    check("p(X) :- ( X = 1, fail ; X = 2, ! ; X = 3, fail, q ), r(X)");
    check("p(X) :- forall(q(X), r(X)), once(s), ignore(t)");
    check("p :- ( q, fail ; true ), ( fail -> a ; b )");
    check("p(A, B) :- ( A = B, \\+ A = c ; \\+ ( A == B ; B = f(_) ) )");
    check("p :- ( X, q(X) ; r(X) )");
    check("p :- ( X ; m:( r(X) ; Y is X ) )");
    check("p :- ( a, X ; m:r(X) ) , Y");
}

static void test_modules(void **state)
{
    (void)state;
    check("p :- m:q");
    check("p(X) :- m:q(X), r(X), n:r(X)");
    check("p :- user:q, system:q");
    check("p(X) :- lists:write(X), m:true, m:(X = a), m:(!), m:fail");
    check("p(X) :- m:( q(X), write(X), n:r, user:s )");
    check("p(X) :- m:( q(X) ; r, n:s )");
    check("p(X) :- ( q ; m:( r ; n:s ; t ) )");
    check("p(X) :- m:( q(X) -> r ; s(X) ), \\+ m:q, m:( \\+ q )");
    check("p(X, M) :- m:X, M:q, X:Y, m:(n:r, s)");
    check("p(X) :- ( m:(X == a) -> q ; m:( X = f(Y) ) -> r(Y) ; m:q(Y) )");
}

/* ---- wide, long and deep ---- */

static void put_list(Buf *b, const char *prefix, unsigned from, unsigned to)
{
    for (unsigned i = from; i < to; i++)
        buf_printf(b, "%s%s%u", i == from ? "" : ",", prefix, i);
}

static void check_buf(Buf *b)
{
    check(buf_terminate(b));
    buf_clear(b);
}

static void test_wide(void **state)
{
    (void)state;
    Buf b;
    buf_init(&b, &f.machine->alloc);
    for (unsigned n = 250; n < 400; n += 49) { /* many variables through calls and joins */
        buf_printf(&b, "p(");
        put_list(&b, "X", 0, n);
        buf_printf(&b, ") :- q(");
        put_list(&b, "X", n / 3, n);
        buf_printf(&b, "), ( r(X1, Y1) ; s([");
        put_list(&b, "Y", 0, n);
        buf_printf(&b, "]) ), t(");
        put_list(&b, "Y", 0, n);
        buf_printf(&b, ")");
        check_buf(&b);
    }
    buf_printf(&b, "p(");
    put_list(&b, "X", 0, 1000);
    buf_printf(&b, ") :- q(");
    put_list(&b, "X", 0, 1000);
    buf_printf(&b, "), write(X1), r(");
    put_list(&b, "X", 1, 1001);
    buf_printf(&b, ")");
    check_buf(&b);
    buf_printf(&b, "p([");
    put_list(&b, "a", 0, 70000);
    buf_printf(&b, ",X], X)");
    check_buf(&b);
    buf_printf(&b, "p(X) :- q([X,");
    put_list(&b, "a", 0, 70000);
    buf_printf(&b, "], X), r([");
    put_list(&b, "1.5,\"text\",f(b),c", 0, 7000);
    buf_printf(&b, "])");
    check_buf(&b);
    buf_printf(&b, "p(f("); /* voids beyond the count of one instruction */
    for (unsigned i = 0; i < 70000; i++)
        buf_printf(&b, "_,");
    buf_printf(&b, "X)) :- q(f(X,");
    for (unsigned i = 0; i < 70000; i++)
        buf_printf(&b, "_,");
    buf_printf(&b, "X))");
    check_buf(&b);
    buf_printf(&b, "p(f("); /* too wide for registers */
    put_list(&b, "X", 0, 20000);
    buf_printf(&b, ")) :- q, r(");
    put_list(&b, "X", 0, 20000);
    buf_printf(&b, ")");
    check_buf(&b);
    buf_free(&b);
}

static void test_long(void **state)
{
    (void)state;
    Buf b;
    buf_init(&b, &f.machine->alloc);
    buf_printf(&b, "p(X0) :- ");
    for (unsigned i = 0; i < 3000; i++)
        buf_printf(&b, "q(X%u, X%u), ", i, i + 1);
    buf_printf(&b, "r");
    check_buf(&b);
    buf_printf(&b, "p(X0) :- ");
    for (unsigned i = 0; i < 1000; i++)
        buf_printf(&b, "( X%u > %u -> X%u is X%u - 1 ; q(Y%u), X%u = Y%u ), ", i, i, i + 1, i, i, i + 1, i);
    buf_printf(&b, "r");
    check_buf(&b);
    buf_printf(&b, "p(X) :- ");
    for (unsigned i = 0; i < 100; i++)
        buf_printf(&b, "( q(%u, X, Y%u) ; ", i, i);
    buf_printf(&b, "r(Y5)");
    for (unsigned i = 0; i < 100; i++)
        buf_printf(&b, " )");
    check_buf(&b);
    for (unsigned i = 0; i < 400; i++) /* deeper than control is compiled in line */
        buf_printf(&b, "%s( q(X, Y%u) -> r ; ", i ? "" : "p(X) :- ", i);
    buf_printf(&b, "s(Y5)");
    for (unsigned i = 0; i < 400; i++)
        buf_printf(&b, " )");
    check_buf(&b);
    buf_free(&b);
}

/* ---- generated clauses ---- */

#define ROUNDS 20000u

static void test_generated(void **state)
{
    (void)state;
    Buf b;
    buf_init(&b, &f.machine->alloc);
    for (unsigned i = 0; i < ROUNDS; i++) {
        put_clause(&b, i < ROUNDS / 4 * 3);
        check_buf(&b);
    }
    buf_free(&b);
}

/* ---- the library ---- */

/* Enters the operators of op/3 terms in an export list, or of an op/3 directive. */
static void enter_operators(Cell term)
{
    Cell head, tail;
    term = cell_deref(term);
    if (is_functor(term, ATOM_op, 3)) {
        char scratch[8];
        OpType type;
        const Cell *args = str_cells(term);
        TextSpan name = atom_text(&f.machine->atoms, cell_atom(cell_deref(args[2])), scratch);
        assert_true(op_type_from_name(name.bytes, name.length, &type));
        for (Cell names = cell_deref(args[3]); !cell_is_atom(names) || names != cell_from_atom(ATOM_nil); names = cell_deref(tail)) {
            head = names, tail = cell_from_atom(ATOM_nil);
            if (cell_is_pair(names))
                list_uncons(names, &head, &tail);
            assert_true(op_table_set(&f.user->ops, cell_atom(cell_deref(head)), (unsigned)cell_int(cell_deref(args[1])), type));
        }
    } else if (is_functor(term, ATOM_module, 2)) {
        for (Cell list = cell_deref(str_cells(term)[2]); cell_is_pair(list); list = cell_deref(tail)) {
            list_uncons(list, &head, &tail);
            enter_operators(head);
        }
    }
}

static size_t check_text(const char *name, const char *text, size_t bytes)
{
    Stream *stream;
    size_t clauses = 0;
    assert_int_equal(stream_open_memory_reader(&f.machine->alloc, text, bytes, &stream), IO_OK);
    for (;;) {
        ReadStatus status = reader_read(&f.reader, stream, &f.read);
        if (status == READ_EOF)
            break;
        if (status != READ_OK)
            fail_msg("%s:%u: %s", name, (unsigned)f.reader.error.at.line, f.reader.error.what);
        assert_true(heap_has(f.store, f.reader.builder.count));
        Cell term = reader_push_term(&f.reader, f.store);
        if (is_functor(term, ATOM_neck, 1))
            enter_operators(str_cells(term)[1]);
        else
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

/* ---- too little room ---- */

/* A heap that is too small gives ST_RETRY with a request that, once granted, ends in success; nothing stays behind. */
static void test_retry(void **state)
{
    (void)state;
    Clause *clause;
    Cell head, body, *end = f.store->heap_end;
    Cell term = read_term(&f, "p(X, f(X, Y)) :- q(g(h(Y, Z)), [a, X, Z, \"abc\"]), ( r(X, Y, Z), Y is X * 3 ; \\+ s(X) ), t(Y)");
    assert_int_equal(compile_term(&f, term, &clause), COMPILE_OK);
    size_t granted = 0;
    for (int tries = 0;; tries++) {
        Cell *top = f.store->H;
        f.store->heap_end = top + granted;
        Status status = decompile(&f, clause, &head, &body);
        f.store->heap_end = end;
        if (status == ST_TRUE)
            break;
        assert_int_equal(status, ST_RETRY);
        assert_ptr_equal(f.store->H, top);
        assert_true(f.store->cells_needed > granted);
        assert_true(tries < 10);
        granted = f.store->cells_needed;
    }
    clause_free(&f.machine->program, clause);
    engine_reset(f.engine);
}

/* Every allocation that fails is a resource error, and nothing leaks. */
static void test_no_memory(void **state)
{
    (void)state;
    Clause *clause;
    Cell head, body;
    Cell term = read_term(&f, "p(X) :- ( q(X, Y) -> ( r(Y, Z) ; s(Z) ) ; ( t(Z, W) ; u(W), Z = Y ) ), u(Z)");
    assert_int_equal(compile_term(&f, term, &clause), COMPILE_OK);
    Status status = ST_ERROR;
    size_t used = f.machine->alloc.used;
    for (uint64_t n = 1; status != ST_TRUE; n++) {
        f.machine->alloc.fail_at = n;
        Cell *top = f.store->H;
        status = decompile(&f, clause, &head, &body);
        assert_true(status == ST_TRUE || (status == ST_ERROR && f.store->resource == RES_MEMORY && f.store->H == top));
        assert_int_equal(f.machine->alloc.used, used);
    }
    f.machine->alloc.fail_at = 0;
    clause_free(&f.machine->program, clause);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_heads),          cmocka_unit_test(test_calls),      cmocka_unit_test(test_cuts_and_constants),
        cmocka_unit_test(test_unifications),   cmocka_unit_test(test_arithmetic), cmocka_unit_test(test_tests),
        cmocka_unit_test(test_control),        cmocka_unit_test(test_modules),    cmocka_unit_test(test_retry),
        cmocka_unit_test(test_no_memory),      cmocka_unit_test(test_generated),  cmocka_unit_test(test_library),
        cmocka_unit_test(test_bench_programs), cmocka_unit_test(test_long),       cmocka_unit_test(test_wide),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
