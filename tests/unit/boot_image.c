/* boot_image.c - images: what is written is had again; what is damaged is refused.
 * SPDX-License-Identifier: MIT
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "boot/boot.h"
#include "boot/image.h"
#include "boot/image_data.h"
#include "boot/image_format.h"
#include "builtins/builtin.h"
#include "term/compare.h"
#include "vm/control.h"
#include "vm/gc.h"
#include "vm/run.h"

#define MEMORY ((size_t)256 << 20)

/* ---- machines and goals ---- */

static Machine *open_machine(Engine **e)
{
    Machine *m = machine_new(MEMORY);
    assert_non_null(m);
    *e = machine_boot(m);
    assert_non_null(*e);
    return m;
}

/* A machine with the builtins only. */
static Machine *open_bare(void)
{
    Machine *m = machine_new(MEMORY);
    assert_non_null(m);
    assert_true(builtins_install(m));
    return m;
}

/* Runs a goal given as text. */
static Status run(Engine *e, const char *text)
{
    Machine *m = e->machine;
    Store *s = &e->store;
    engine_reset(e);
    Cell goal = heap_push_struct(s, cell_from_functor(atom_intern_string(&m->atoms, "run_text"), 1));
    str_cells(goal)[1] = cell_from_atom(atom_intern_string(&m->atoms, text));
    engine_start(e, m->program.user, goal);
    return engine_run(e);
}

/* run_text(Atom), made of what every machine has. */
static void make_runner(Engine *e)
{
    Machine *m = e->machine;
    Store *s = &e->store;
    uint32_t neck = atom_intern_string(&m->atoms, "term_to_atom"), run_text = atom_intern_string(&m->atoms, "run_text");
    Cell clause = heap_push_struct(s, cell_from_functor(ATOM_neck, 2)), head = heap_push_struct(s, cell_from_functor(run_text, 1)),
         body = heap_push_struct(s, cell_from_functor(ATOM_CHAR(','), 2)), read = heap_push_struct(s, cell_from_functor(neck, 2)),
         call = heap_push_struct(s, cell_from_functor(ATOM_call, 1)), goal = heap_push_var(s), text = heap_push_var(s),
         assertion = heap_push_struct(s, cell_from_functor(atom_intern_string(&m->atoms, "assertz"), 1));
    str_cells(clause)[1] = head, str_cells(clause)[2] = body;
    str_cells(head)[1] = text;
    str_cells(body)[1] = read, str_cells(body)[2] = call;
    str_cells(read)[1] = goal, str_cells(read)[2] = text;
    str_cells(call)[1] = goal;
    str_cells(assertion)[1] = clause;
    engine_start(e, m->program.user, assertion);
    assert_int_equal(engine_run(e), ST_TRUE);
}

/* Links every predicate; false when one cannot be. */
static bool link_all(Program *p)
{
    bool ok = true;
    for (Module *m = p->modules; m; m = m->next)
        for (size_t i = 0; i < m->pred_capacity; i++)
            ok = (!m->preds[i] || pred_link(p, m->preds[i])) && ok;
    return ok;
}

static bool load_all(Image *im)
{
    const char *problem;
    bool ok = true;
    for (size_t i = 0; i < image_unit_count(im); i++)
        ok = image_load_unit(im, i, &problem) == IMAGE_OK && ok;
    return ok;
}

/* ---- an image to try things on: one module with clauses of many kinds ---- */

static const char *const sample[] = {
    "assertz(sample:fact(a, 1, f(x, [y, z], 'a long name'), 1.5, 123456789012345678901234567890))",
    "assertz(sample:text([a, b, c, d, e, f, g, h|t]))",
    "assertz(sample:(rule(X, Y) :- fact(X, Z, _, _, _), Y is Z * 2 + 1, ( Y > 2 -> true ; lists:append(_, _, [X]) )))",
    "assertz(sample:(rule(X, X) :- \\+ X = b, catch(throw(X), _, true), user:writeln(X)))",
    "assertz(sample:(walk([]) :- true))",
    "assertz(sample:(walk([_|T]) :- walk(T)))",
    ("assertz(sample:(slots(A) :- q(A,B),q(B,C),q(C,D),q(D,E),q(E,F),q(F,G),q(G,H),q(H,I),q(I,J),q(J,K),q(K,L),q(L,M),q(M,N),q(N,O),"
     "q(O,P),q(P,Q),q(Q,R),q(R,S),q(S,T),q(T,U),q(U,V),q(V,W),q(W,X),q(X,Y),q(Y,Z),q(Z,AA),q(AA,BB),"
     "q([A,B,C,D,E,F,G,H,I,J,K,L,M,N,O,P,Q,R,S,T,U,V,W,X,Y,Z,AA,BB],f)))"),
    "assertz(sample:q(X, X))",
    "assertz(sample:q(_, f))",
    "atom_length('\\x4e00\\', N), assertz(sample:wide('\\x4e00\\\\xe9\\', N))",
    "op(700, xfx, sample:(===>))",
    "'$set_pred_property'(sample, walk/1, meta_predicate(walk(:)))",
    "'$module_export'(sample, walk/1), '$module_export'(sample, rule/2)",
};

static Module *make_sample(Engine *e)
{
    make_runner(e);
    for (size_t i = 0; i < ARRAY_LENGTH(sample); i++) {
        if (run(e, sample[i]) != ST_TRUE)
            fail_msg("%s", sample[i]);
    }
    return module_find(&e->machine->program, atom_intern_string(&e->machine->atoms, "sample"));
}

static Buf write_sample(Machine *m, Alloc *alloc)
{
    Engine *e = m->engines;
    Module *module = make_sample(e);
    ImageUnitPlan unit = {atom_intern_string(&m->atoms, "sample unit"), &module, 1};
    ImagePlan plan = {.units = &unit, .unit_count = 1};
    const char *problem;
    Buf in_machine, out;
    buf_init(&in_machine, &m->alloc);
    assert_int_equal(image_write(&m->program, &plan, &in_machine, &problem), IMAGE_OK);
    buf_init(&out, alloc);
    buf_put_bytes(&out, in_machine.data, in_machine.length);
    buf_free(&in_machine);
    return out;
}

typedef struct Sample {
    Alloc alloc;
    Buf image;
} Sample;

static void open_sample(Sample *s)
{
    Engine *e;
    Machine *m = open_machine(&e);
    alloc_init(&s->alloc);
    s->image = write_sample(m, &s->alloc);
    machine_free(m);
}

static void close_sample(Sample *s)
{
    buf_free(&s->image);
    assert_int_equal(s->alloc.used, 0);
}

/* ---- tests ---- */

/* Every predicate of every unit of lib/ can be had. */
static void test_library(void **state)
{
    (void)state;
    Engine *e;
    Machine *m = open_machine(&e);
    size_t waiting = 0;
    for (Module *module = m->program.modules; module; module = module->next)
        for (size_t i = 0; i < module->pred_capacity; i++)
            waiting += module->preds[i] && (module->preds[i]->flags & PRED_UNLINKED);
    assert_true(waiting > 100);
    gc_collect_atoms(m);
    Image *im = image_first(&m->program);
    assert_non_null(im);
    assert_true(image_unit_count(im) > 10);
    assert_true(load_all(im));
    assert_true(link_all(&m->program));
    gc_collect_atoms(m);
    make_runner(e);
    assert_int_equal(run(e, "use_module(library(lists)), append(X, [c], [a, b, c]), X == [a, b]"), ST_TRUE);
    machine_free(m);
}

/* The checksum and all code of lib/ stand the checks that an image from elsewhere gets. */
static void test_library_checked(void **state)
{
    (void)state;
    Engine *e;
    Machine *m = open_machine(&e); /* for the builtins of images */
    Image *im;
    const char *problem;
    assert_int_equal(image_open(m, horn_image, horn_image_bytes, &im, &problem), IMAGE_OK);
    for (Module *module = m->program.modules; module; module = module->next)
        for (size_t i = 0; i < module->pred_capacity; i++)
            if (module->preds[i] && !(module->preds[i]->flags & PRED_BUILTIN))
                pred_wipe(&m->program, module->preds[i], 0);
    assert_true(load_all(im));
    assert_true(link_all(&m->program));
    machine_free(m);
}

static void test_round_trip(void **state)
{
    (void)state;
    Sample s;
    Engine *e;
    Image *im;
    const char *problem;
    open_sample(&s);
    Machine *m = open_machine(&e);
    assert_int_equal(image_open(m, s.image.data, s.image.length, &im, &problem), IMAGE_OK);
    assert_int_equal(image_find_unit(im, atom_intern_string(&m->atoms, "sample unit")), 0);
    assert_int_equal(image_find_unit(im, ATOM_nil), -1);
    assert_int_equal(image_load_unit(im, 0, &problem), IMAGE_OK);
    Module *module = module_find(&m->program, atom_intern_string(&m->atoms, "sample"));
    assert_non_null(module);
    assert_int_equal(module->export_count, 2);
    const Pred *rule = pred_find(module, cell_from_functor(atom_intern_string(&m->atoms, "rule"), 2));
    assert_non_null(rule);
    assert_true(rule->flags & PRED_UNLINKED);
    assert_int_equal(rule->live, 2);
    gc_collect_atoms(m);
    make_runner(e);
    assert_int_equal(run(e, "sample:rule(a, Y), Y =:= 3"), ST_TRUE);
    assert_false(rule->flags & PRED_UNLINKED);
    assert_int_equal(run(e, "sample:walk([a, b, c])"), ST_TRUE);
    assert_int_equal(run(e, "sample:slots(x)"), ST_TRUE);
    assert_int_equal(run(e, "sample:wide(A, 1), atom_length(A, 2), atom_codes(A, [0x4e00, 0xe9])"), ST_TRUE);
    assert_int_equal(run(e, "sample:text(L), atom_chars(A, [x|L]), fail ; true"), ST_ERROR); /* a partial list */
    engine_reset(e);
    assert_int_equal(run(e, "clause(sample:fact(A, B, C, D, E), true),"
                            "[A, B, C, D, E] == [a, 1, f(x, [y, z], 'a long name'), 1.5, 123456789012345678901234567890]"),
                     ST_TRUE);
    assert_int_equal(run(e, "clause(sample:rule(X, Y), (\\+ X = b, catch(throw(X), _, true), user:writeln(X))), X == Y"), ST_TRUE);
    assert_int_equal(run(e, "assertz(sample:walk(more)), sample:walk(more), predicate_property(sample:walk(_), number_of_clauses(3))"),
                     ST_TRUE);
    assert_int_equal(run(e, "retract(sample:q(_, f)), \\+ clause(sample:q(1, f), true)"), ST_TRUE);
    assert_int_equal(run(e, "predicate_property(sample:walk(_), meta_predicate(walk(:)))"), ST_TRUE);
    machine_free(m);
    close_sample(&s);
}

/* Clauses that a dynamic predicate has already come first. */
static void test_append(void **state)
{
    (void)state;
    Sample s;
    Engine *e;
    Image *im;
    const char *problem;
    open_sample(&s);
    Machine *m = open_machine(&e);
    make_runner(e);
    assert_int_equal(run(e, "assertz(sample:walk(mine))"), ST_TRUE);
    assert_int_equal(image_open(m, s.image.data, s.image.length, &im, &problem), IMAGE_OK);
    assert_int_equal(image_load_unit(im, 0, &problem), IMAGE_OK);
    assert_int_equal(image_load_unit(im, 0, &problem), IMAGE_OK); /* again: nothing new */
    assert_int_equal(run(e, "findall(X, clause(sample:walk(X), _), [mine, [], [_|_]])"), ST_TRUE);
    machine_free(m);
    close_sample(&s);
}

/* The same program gives the same bytes, whatever the seed. */
static void test_same_bytes(void **state)
{
    (void)state;
    Sample a, b;
    open_sample(&a);
    open_sample(&b);
    assert_int_equal(a.image.length, b.image.length);
    assert_memory_equal(a.image.data, b.image.data, a.image.length);
    close_sample(&a);
    close_sample(&b);
}

static void expect_bad(const void *bytes, size_t n, const char *what)
{
    Machine *m = open_bare();
    Image *im;
    const char *problem;
    assert_int_equal(image_open(m, bytes, n, &im, &problem), IMAGE_BAD);
    assert_null(im);
    assert_non_null(strstr(problem, what));
    machine_free(m);
}

static void test_refused(void **state)
{
    (void)state;
    Sample s;
    open_sample(&s);
    ImageHeader *h = (ImageHeader *)(void *)s.image.data;
    const ImageHeader good = *h;
    expect_bad(s.image.data, 0, "not an image");
    expect_bad(s.image.data, sizeof *h - 1, "not an image");
    expect_bad(s.image.data, sizeof *h, "truncated");
    expect_bad(s.image.data, s.image.length - 8, "truncated");
    h->magic[3] ^= 1;
    expect_bad(s.image.data, s.image.length, "not an image");
    *h = good;
    h->byte_order = 0x04030201;
    expect_bad(s.image.data, s.image.length, "processor");
    *h = good;
    h->format++;
    expect_bad(s.image.data, s.image.length, "version");
    *h = good;
    h->tables++;
    expect_bad(s.image.data, s.image.length, "version");
    for (ImageSection i = 0; i < IMAGE_SECTIONS; i++) {
        *h = good;
        h->sections[i].offset = s.image.length - 7;
        expect_bad(s.image.data, s.image.length, "header");
        *h = good;
        h->sections[i].count = UINT64_MAX / 8;
        expect_bad(s.image.data, s.image.length, "header");
    }
    *h = good;
    for (size_t i = sizeof *h; i < s.image.length; i += 101) {
        s.image.data[i] ^= 4;
        expect_bad(s.image.data, s.image.length, "checksum");
        s.image.data[i] ^= 4;
    }
    close_sample(&s);
}

/* Damage under a checksum that is right ends in an error or in another program, never in a crash. */
static void test_damaged(void **state)
{
    (void)state;
    Sample s;
    size_t refused = 0;
    open_sample(&s);
    uint64_t *words = (uint64_t *)(void *)s.image.data;
    for (size_t i = sizeof(ImageHeader) / 8; i < s.image.length / 8; i++) {
        for (unsigned k = 0; k < 4; k++) {
            uint64_t good = words[i];
            words[i] = k == 0 ? ~good : k == 1 ? 0 : good ^ (UINT64_C(0x9E3779B97F4A7C15) >> (i + 17 * k) % 60);
            Machine *m = open_bare();
            Image *im;
            const char *problem;
            ((ImageHeader *)(void *)s.image.data)->checksum = image_checksum(s.image.data, s.image.length);
            assert_int_equal(image_open(m, s.image.data, s.image.length, &im, &problem), IMAGE_OK);
            bool loaded = load_all(im);
            refused += !(link_all(&m->program) && loaded);
            machine_free(m);
            words[i] = good;
        }
    }
    assert_true(refused > s.image.length / 16);
    close_sample(&s);
}

/* Whatever request for memory fails, nothing leaks and the same again succeeds. */
static void test_no_memory(void **state)
{
    (void)state;
    Sample s;
    open_sample(&s);
    for (uint64_t n = 1;; n++) {
        Machine *m = open_bare();
        Image *im;
        const char *problem;
        m->alloc.fail_at = n;
        ImageStatus status = image_open(m, s.image.data, s.image.length, &im, &problem);
        if (status == IMAGE_OK)
            status = load_all(im) && link_all(&m->program) ? IMAGE_OK : IMAGE_NO_MEMORY;
        bool failed = m->alloc.fail_at == 0; /* it was reached */
        m->alloc.fail_at = 0;
        if (status != IMAGE_OK) {
            assert_true(failed);
            if (!im)
                assert_int_equal(image_open(m, s.image.data, s.image.length, &im, &problem), IMAGE_OK);
            assert_true(load_all(im));
            assert_true(link_all(&m->program));
        }
        machine_free(m);
        if (!failed)
            break;
    }
    close_sample(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_library), cmocka_unit_test(test_library_checked), cmocka_unit_test(test_round_trip),
        cmocka_unit_test(test_append),  cmocka_unit_test(test_same_bytes),      cmocka_unit_test(test_refused),
        cmocka_unit_test(test_damaged), cmocka_unit_test(test_no_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
