/* fuzz_asm.c - any text as assembly text: an error or a program that can be run, never a crash.
 * SPDX-License-Identifier: MIT
 *
 * An even first byte: the rest is the text. An odd one: it and the next choose among clauses, whose text is changed at the places that
 * the rest names, | position 2 bytes | character |, or, when the character is a line feed, by a copy of another of its lines. What the
 * assembler lets through is listed and loaded again, decompiled, and run, for some answers and inferences; predicates that it may call
 * leave choice points. Code that calls anything outside the text and the predicates here is not run.
 */
#include <stdio.h>
#include <stdlib.h>

#include "boot/boot.h"
#include "builtins/builtin.h"
#include "compile/assemble.h"
#include "compile/compile.h"
#include "compile/decompile.h"
#include "compile/listing.h"
#include "vm/control.h"
#include "vm/run.h"

#define MEMORY     ((size_t)64 << 20)
#define INFERENCES 200u
#define ANSWERS    4u
#define TEXT_BYTES ((size_t)1 << 15)

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char *const clauses[] = {
    "p(X, Y, Z) :- q(X), ( r(X, Y) -> q(Z) ; Y = f(Z, W), q(W) ), r(Y, Z)",
    "p([X|Xs], Y, Z) :- q(X), !, p(Xs, [X|Y], Z)",
    "p([], Y, Y)",
    "p(X, f(Y, [Z|W]), g(X, Y, h(Z), W))",
    "p(X, Y, Z) :- ( q(X), \\+ r(X, Y) ; r(Y, Z), ! ; Z = [X, Y|W], q(W) ), q(Z)",
    "p(X, Y, Z) :- ( q(X) *-> r(Y, X) ; q(Z) ), ( var(Z) -> Z = X ; true ), q(Y)",
    "p(X, Y, Z) :- ( integer(X) -> W is X * 2 + 1, W > Y ; Z = f(W, \"abc\", X) ), r(W, Z), functor(Z, _, N), q(N)",
    "p(X, Y, Z) :- q(A), q(B), q(C), r(A, X), r(B, Y), r(C, Z), p(A, B, C)",
    "p(X, Y, Z) :- q(f(g(X), [A, Y], A)), Z = k(A, B, [B|C], C), r(C, B)",
    "p(X, X, Z) :- X = [Z|_], ( Z == a, q(W) -> ( q(W) -> r(W, X) ; ! ) ; fail )",
};
/* What the code may call. */
static const char *const helpers[] = {"q(a)", "q(1)", "q(f(X, X))", "q([_|_])", "r(X, X)", "r(a, 1)", "r([X|_], X)", "r(_, f(_))"};

typedef struct Fuzz {
    Machine *m;
    Engine *e;
    Program *p;
    Pred *target; /* p/3 */
} Fuzz;

static void require(bool condition, const char *what)
{
    if (!condition) {
        fprintf(stderr, "fuzz_asm: %s\n", what);
        abort();
    }
}

/* ---- the machine ---- */

static Clause *compile_text(Fuzz *f, const char *text)
{
    Reader reader;
    Clause *clause = NULL;
    ReadOptions options = {.ops = &f->p->system->ops, .double_quotes = QUOTES_CHARS, .back_quotes = QUOTES_CODES};
    reader_init(&reader, &f->m->alloc, &f->m->atoms);
    require(reader_read_text(&reader, text, strlen(text), &options) == READ_OK, "a clause cannot be read");
    require(heap_has(&f->e->store, reader.builder.count), "no room");
    Cell term = reader_push_term(&reader, &f->e->store), body = cell_from_atom(ATOM_true);
    if (cell_is_str(term) && str_functor(term) == cell_from_functor(ATOM_neck, 2)) {
        body = cell_deref(str_cells(term)[2]);
        term = cell_deref(str_cells(term)[1]);
    }
    Pred *pred = pred_intern(f->p, f->p->user, callable_functor(term));
    Compiler compiler = {.program = f->p, .arith = &f->m->arith, .store = &f->e->store};
    require(pred && compile_clause(&compiler, pred, f->p->user, term, body, &clause) == COMPILE_OK, "a clause cannot be compiled");
    reader_free(&reader);
    engine_reset(f->e);
    return clause;
}

static void open_machine(Fuzz *f)
{
    f->m = machine_new(MEMORY);
    f->e = f->m ? machine_boot(f->m) : NULL;
    require(f->e != NULL, "no machine");
    f->p = &f->m->program;
    for (size_t i = 0; i < ARRAY_LENGTH(helpers); i++) {
        Clause *clause = compile_text(f, helpers[i]);
        require(pred_add_clause(f->p, clause->pred, clause, true), "no memory");
    }
    f->target = pred_intern(f->p, f->p->user, cell_from_functor(ATOM_CHAR('p'), 3));
    require(f->target != NULL, "no memory");
}

/* ---- texts ---- */

static void list_clause(Fuzz *f, const Clause *clause, Buf *out)
{
    Listing listing = {.program = f->p, .arith = &f->m->arith, .out = out};
    listing_put_predicate(&listing, clause->pred);
    listing_put_clause(&listing, clause, 1, NULL);
    listing_put_end(&listing);
    require(!out->failed, "no memory");
}

static size_t line_start(const char *text, size_t at)
{
    while (at > 0 && text[at - 1] != '\n')
        at--;
    return at;
}

/* Writes the line at `other` over that at `at`; the text keeps its length. */
static void copy_line(char *text, size_t bytes, size_t at, size_t other)
{
    char line[128];
    size_t n = 0;
    at = line_start(text, at);
    other = line_start(text, other);
    for (; n < sizeof line && other + n < bytes && text[other + n] != '\n'; n++)
        line[n] = text[other + n];
    for (size_t i = 0; at + i < bytes && text[at + i] != '\n'; i++)
        text[at + i] = i < n ? line[i] : ' ';
}

static void change(char *text, size_t bytes, const uint8_t *data, size_t size)
{
    for (; size >= 3; data += 3, size -= 3) {
        size_t at = ((size_t)data[0] | (size_t)data[1] << 8) % bytes;
        if (data[2] == '\n')
            copy_line(text, bytes, at, ((size_t)data[1] * 31 + data[0] * 7) % bytes);
        else
            text[at] = (char)data[2];
    }
}

static void base_text(Fuzz *f, unsigned which, Buf *out)
{
    Clause *clause = compile_text(f, clauses[which % ARRAY_LENGTH(clauses)]);
    list_clause(f, clause, out);
    clause_free(f->p, clause);
}

/* ---- running what was let through ---- */

static bool is_known(const Fuzz *f, const Pred *pred)
{
    static const char *const names[] = {"p", "q", "r", "functor"};
    if (pred->module != f->p->user && pred->module != f->p->system)
        return false;
    for (size_t i = 0; i < ARRAY_LENGTH(names); i++)
        if (pred_name(pred) == atom_intern_string(&f->m->atoms, names[i]))
            return true;
    return false;
}

/* A variable as a goal may become anything. */
static bool may_run(const Fuzz *f, const Clause *clause)
{
    if (clause->flags & CLAUSE_BIG)
        return false;
    for (size_t i = 0; i < clause->code_words; i += instr_words(clause->code[i]))
        if (instr_info[code_op(clause->code[i])].w1 == K_PRED && !is_known(f, (const Pred *)(uintptr_t)clause->code[i + 1]))
            return false;
    return true;
}

static Cell push_call(Store *s, const Pred *pred, unsigned pattern)
{
    uint32_t arity = pred_arity(pred);
    if (arity == 0)
        return cell_from_atom(pred_name(pred));
    Cell call = heap_push_struct(s, pred->functor);
    for (uint32_t i = 1; i <= arity; i++)
        str_cells(call)[i] = 0;
    for (uint32_t i = 1; i <= arity; i++, pattern /= 4) {
        switch (pattern % 4) {
        case 0: str_cells(call)[i] = heap_push_var(s); break;
        case 1: str_cells(call)[i] = cell_from_atom(ATOM_CHAR('a')); break;
        case 2: str_cells(call)[i] = heap_push_pair(s, cell_from_int(1), cell_from_atom(ATOM_nil)); break;
        default: str_cells(call)[i] = text_push(s, "ab", 2, cell_from_atom(ATOM_nil)); break;
        }
    }
    return call;
}

static void run(Fuzz *f, const Pred *pred, unsigned pattern)
{
    Engine *e = f->e;
    if (pred_arity(pred) > 64)
        return;
    engine_reset(e);
    int64_t limit;
    require(limits_begin(e, LIMIT_INFERENCES, INFERENCES, cell_from_atom(ATOM_inferences), &limit), "no memory for a limit");
    engine_start(e, f->p->user, push_call(&e->store, pred, pattern));
    for (unsigned i = 0; i < ANSWERS && engine_run(e) == ST_TRUE; i++)
        engine_backtrack(e);
    limits_end(e, limit);
    engine_reset(e);
}

/* Listing and loading give the same text again. */
static void check_round_trip(Fuzz *f, const Clause *clause)
{
    Assembler a;
    Stream *stream;
    Buf first, second;
    buf_init(&first, &f->m->alloc);
    buf_init(&second, &f->m->alloc);
    list_clause(f, clause, &first);
    require(stream_open_memory_reader(&f->m->alloc, first.data, first.length, &stream) == IO_OK, "no memory");
    assembler_open(&a, f->p, &f->m->arith, f->p->user, &f->p->system->ops, stream);
    require(assembler_next(&a) == ASM_PREDICATE && assembler_next(&a) == ASM_CLAUSE, "a listing does not load");
    list_clause(f, a.clause, &second);
    require(first.length == second.length && memcmp(first.data, second.data, first.length) == 0, "a listing changes");
    clause_free(f->p, a.clause);
    assembler_close(&a);
    (void)stream_close(stream, true);
    buf_free(&first);
    buf_free(&second);
}

static void decompile(Fuzz *f, const Clause *clause)
{
    Cell head, body;
    require(decompile_clause(f->p, &f->m->arith, &f->e->store, clause, &head, &body) == ST_TRUE, "a clause has no source");
    engine_reset(f->e);
}

static void take_clause(Fuzz *f, Clause *clause, unsigned pattern)
{
    Pred *pred = clause->pred;
    check_round_trip(f, clause);
    decompile(f, clause);
    if (!may_run(f, clause) || (pred->flags & PRED_DEFINED) || pred->module != f->p->user) {
        clause_free(f->p, clause);
        return;
    }
    require(pred_add_clause(f->p, pred, clause, true), "no memory");
    for (unsigned i = 0; i < 4; i++)
        run(f, pred, pattern * 7 + i * 19);
    pred_wipe(f->p, pred, 0);
    engine_note_retired(f->e);
}

static void load(Fuzz *f, const char *text, size_t bytes, unsigned pattern)
{
    Stream *stream;
    Assembler a;
    AsmItem item;
    require(stream_open_memory_reader(&f->m->alloc, text, bytes, &stream) == IO_OK, "no memory");
    assembler_open(&a, f->p, &f->m->arith, f->p->user, &f->p->system->ops, stream);
    do {
        item = assembler_next(&a);
        if (item == ASM_CLAUSE)
            take_clause(f, a.clause, pattern);
    } while (item != ASM_END_OF_FILE && item != ASM_NO_MEMORY && item != ASM_IO_ERROR);
    assembler_close(&a);
    (void)stream_close(stream, true);
}

static Fuzz f; /* atoms and predicates pile up: a new machine now and then */

/* So that what is left at the end is a leak. */
static void free_machine(void)
{
    machine_free(f.m);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static unsigned inputs;
    Buf text;
    if (size < 2 || size > TEXT_BYTES)
        return 0;
    if (inputs++ % 20000 == 0) {
        if (f.m)
            free_machine();
        else
            (void)atexit(free_machine);
        open_machine(&f);
    }
    buf_init(&text, &f.m->alloc);
    if (data[0] & 1) {
        base_text(&f, data[0] / 2, &text);
        change(text.data, text.length, data + 2, size - 2);
    } else {
        buf_put_bytes(&text, data + 1, size - 1);
    }
    load(&f, text.data, text.length, data[1]);
    buf_free(&text);
    return 0;
}
