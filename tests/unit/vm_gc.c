/* vm_gc.c - the collectors, on engines whose frames are made by hand.
 * SPDX-License-Identifier: MIT
 *
 * A graph is the canonical form of what some roots refer to: cells are numbered in the order in which they are met, so that graphs are
 * equal exactly when the terms are, with sharing and cycles. It also knows where each cell was, to see that the order was kept, and how
 * many words it takes, to see that nothing else stayed.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "term/cellmap.h"
#include "term/text.h"
#include "vm/gc.h"
#include "vm/gc_frames.h"
#include "vm/stubs.h"

#define MEMORY MIB(256)

static Engine *open_engine(void)
{
    Machine *m = machine_new(MEMORY);
    assert_non_null(m);
    Engine *e = engine_new(m, MEMORY);
    assert_non_null(e);
    return e;
}

static void close_engine(Engine *e)
{
    Machine *m = e->machine;
    machine_free(m);
}

/* ---- terms ---- */

static Cell atom(Engine *e, const char *text)
{
    return cell_from_atom(atom_intern_string(&e->machine->atoms, text));
}

static Cell functor(Engine *e, const char *name, uint32_t arity)
{
    return cell_from_functor(atom_intern_string(&e->machine->atoms, name), arity);
}

static Cell structure(Engine *e, const char *name, uint32_t arity, const Cell *args)
{
    Cell c = heap_push_struct(&e->store, functor(e, name, arity));
    if (arity > 0)
        memcpy(str_cells(c) + 1, args, arity * sizeof(Cell));
    return c;
}

static Cell attributed(Engine *e, Cell map, Cell values)
{
    Cell *p = e->store.H;
    p[0] = cell_from_pointer(p, TAG_ATT);
    p[1] = map;
    p[2] = values;
    e->store.H += 3;
    return p[0];
}

static Cell big(Engine *e, size_t limbs, uint64_t limb)
{
    Cell c = heap_push_raw(&e->store, RAW_BIG_POSITIVE, limbs);
    for (size_t i = 1; i <= limbs; i++)
        box_cells(c)[i] = limb;
    return c;
}

/* Dead cells of all kinds, that look like live ones. */
static void litter(Engine *e)
{
    Cell x = heap_push_var(&e->store);
    Cell pair = heap_push_pair(&e->store, x, cell_from_int(5));
    (void)structure(e, "litter", 2, (Cell[]){pair, x});
    (void)big(e, 3, cell_from_pointer(e->store.heap_base, TAG_STR));
    (void)text_push(&e->store, "litter", 6, pair);
    (void)attributed(e, x, pair);
}

/* ---- graphs ---- */

typedef struct Graph {
    Alloc alloc;
    CellMap numbers; /* address -> number + 1 */
    uint64_t *words;
    size_t count, capacity;
    const Cell **cells; /* by number */
    size_t cell_count, cell_capacity;
    size_t heap_words;
} Graph;

static void emit(Graph *g, uint64_t word)
{
    if (g->count == g->capacity) {
        g->capacity = g->capacity * 2 + 64;
        g->words = realloc(g->words, g->capacity * sizeof *g->words);
        assert_non_null(g->words);
    }
    g->words[g->count++] = word;
}

/* The number of a cell; *is_new tells that it was not met before. */
static uint64_t number_of(Graph *g, const Cell *p, bool *is_new)
{
    Cell key = (Cell)(uintptr_t)p, *known = cell_map_get(&g->numbers, key);
    *is_new = !known;
    if (known)
        return *known - 1;
    if (g->cell_count == g->cell_capacity) {
        g->cell_capacity = g->cell_capacity * 2 + 64;
        g->cells = realloc(g->cells, g->cell_capacity * sizeof *g->cells);
        assert_non_null(g->cells);
    }
    g->cells[g->cell_count] = p;
    assert_true(cell_map_put(&g->numbers, key, ++g->cell_count));
    g->heap_words++;
    return g->cell_count - 1;
}

static void emit_cell(Graph *g, const Store *s, Cell c)
{
    bool is_new;
    if (!cell_is_pointer(c)) {
        emit(g, c);
        return;
    }
    Cell *p = cell_pointer(c);
    emit(g, cell_tag(c));
    if (p < s->heap_base || p >= s->H) { /* constants elsewhere do not move */
        emit(g, c);
        return;
    }
    emit(g, number_of(g, p, &is_new));
    switch (cell_tag(c)) {
    case TAG_LST: (void)number_of(g, p + 1, &is_new); break;
    case TAG_ATT:
        (void)number_of(g, p + 1, &is_new);
        (void)number_of(g, p + 2, &is_new);
        break;
    case TAG_STR:
        if (is_new)
            for (uint32_t i = 1; i <= functor_arity(p[0]); i++)
                emit(g, number_of(g, p + i, &(bool){0}));
        break;
    case TAG_TXT:
        emit(g, txt_offset(c));
        if (is_new)
            emit(g, number_of(g, txt_tail(c), &(bool){0}));
        break;
    default: break;
    }
    if (is_new && (cell_is_txt(c) || cell_is_box(c))) {
        for (size_t i = 1; i <= raw_words(p[0]); i++)
            emit(g, p[i]);
        g->heap_words += raw_words(p[0]);
    }
}

/* Adds the graph of some roots. */
static void graph_add(Graph *g, const Store *s, const Cell *roots, size_t count)
{
    if (!g->numbers.alloc) {
        alloc_init(&g->alloc);
        cell_map_init(&g->numbers, &g->alloc);
    }
    size_t next = g->cell_count;
    for (size_t i = 0; i < count; i++)
        emit_cell(g, s, roots[i]);
    for (; next < g->cell_count; next++)
        emit_cell(g, s, *g->cells[next]);
}

static void graph_free(Graph *g)
{
    cell_map_free(&g->numbers);
    free(g->words);
    free(g->cells);
}

static void assert_same_graph(const Graph *a, const Graph *b)
{
    assert_int_equal(a->count, b->count);
    assert_int_equal(a->cell_count, b->cell_count);
    assert_memory_equal(a->words, b->words, a->count * sizeof *a->words);
}

typedef struct Place {
    const Cell *before, *after;
} Place;

static int by_address(const void *a, const void *b)
{
    const Cell *p = ((const Place *)a)->before, *q = ((const Place *)b)->before;
    return p < q ? -1 : p > q;
}

/* The cells of two equal graphs stand in the same order. */
static void assert_same_order(const Graph *before, const Graph *after)
{
    Place *places = malloc((before->cell_count + 1) * sizeof *places);
    assert_non_null(places);
    for (size_t i = 0; i < before->cell_count; i++)
        places[i] = (Place){before->cells[i], after->cells[i]};
    qsort(places, before->cell_count, sizeof *places, by_address);
    for (size_t i = 0; i + 1 < before->cell_count; i++)
        assert_true(places[i].after < places[i + 1].after);
    free(places);
}

static size_t heap_cells(const Engine *e)
{
    return (size_t)(e->store.H - e->store.heap_base);
}

/* Collects with X[0..live) as roots and checks that these are unchanged, in order, and all there is besides `others` cells. */
static void collect_and_check(Engine *e, size_t live, size_t others)
{
    Graph before = {0}, after = {0};
    graph_add(&before, &e->store, e->X, live);
    assert_true(gc_collect(e, live));
    assert_true(gc_verify(e, live));
    graph_add(&after, &e->store, e->X, live);
    assert_same_graph(&before, &after);
    assert_same_order(&before, &after);
    assert_int_equal(heap_cells(e), after.heap_words + others);
    graph_free(&before);
    graph_free(&after);
}

/* ---- frames ---- */

/* A continuation outside clauses with a given slot map. */
typedef struct Continuation {
    Code info;
    Code code[1];
} Continuation;

static Continuation continuation(unsigned live, uint32_t map)
{
    return (Continuation){info_make(0, live, map), {I_ANSWER}};
}

static Environment *push_frame(Engine *e, const Code *cp, size_t slots)
{
    Cell *top = environment_top(e->E, e->B, e->CP);
    Environment *frame = (Environment *)(void *)top;
    frame->ce = e->E;
    frame->cp = e->CP;
    memset(frame->slots, 0xaf, slots * sizeof(Cell)); /* nothing may look at slots that are not live */
    e->E = frame;
    e->CP = cp;
    return frame;
}

static Choice *push_choice(Engine *e, const Cell *args, uint32_t count)
{
    Choice *b = (Choice *)(void *)choice_end(e->B);
    *b = (Choice){.alternative = stub_alt_catch.code,
                  .prev = e->B,
                  .H = e->store.H,
                  .TR = e->store.TR,
                  .E = e->E,
                  .CP = e->CP,
                  .environment_top = environment_top(e->E, e->B, e->CP),
                  .arguments = count};
    if (count > 0)
        memcpy(b->x, args, count * sizeof(Cell));
    e->B = b;
    e->store.HB = e->store.H;
    return b;
}

/* Undoes what happened since the newest choice point and drops it. */
static Choice *backtrack(Engine *e)
{
    Choice *b = e->B;
    trail_undo_to(&e->store, b->TR);
    e->store.H = b->H;
    e->E = b->E;
    e->CP = b->CP;
    e->B = b->prev;
    e->store.HB = e->B->H;
    return b;
}

/* ---- heap terms ---- */

static void test_nothing(void **state)
{
    (void)state;
    Engine *e = open_engine();
    collect_and_check(e, 0, 0);
    litter(e);
    collect_and_check(e, 0, 0);
    assert_int_equal(heap_cells(e), 0);
    assert_int_equal(e->collections, 2);
    close_engine(e);
}

static void test_all_kinds(void **state)
{
    (void)state;
    Engine *e = open_engine();
    Store *s = &e->store;
    litter(e);
    Cell x = heap_push_var(s);
    litter(e);
    Cell list = heap_push_pair(s, x, heap_push_pair(s, cell_from_int(-1), atom(e, "nil")));
    Cell text = text_push(s, "hello there", 11, list);
    litter(e);
    Cell attr = attributed(e, atom(e, "map"), text);
    Cell args[] = {x, attr, text + (UINT64_C(2) << TXT_OFFSET_SHIFT), heap_push_double(s, 1.5), big(e, 5, cell_from_raw(RAW_TEXT, 9))};
    litter(e);
    e->X[0] = structure(e, "f", 5, args);
    e->X[1] = string_push(s, "a string", 8);
    e->X[2] = structure(e, "none", 0, NULL);
    e->X[3] = heap_push_pair(s, e->X[0], e->X[0]);
    e->X[4] = x;
    litter(e);
    collect_and_check(e, 5, 0);
    assert_true(box_double(str_cells(e->X[0])[4]) == 1.5);
    assert_true(cell_deref(e->X[4]) == str_cells(e->X[0])[1]);
    collect_and_check(e, 5, 0); /* nothing moves */
    close_engine(e);
}

static void test_single_cells_of_blocks(void **state)
{
    (void)state;
    Engine *e = open_engine();
    Store *s = &e->store;
    Cell dead = structure(e, "dead", 3, (Cell[]){0, 0, 0});
    for (int i = 1; i <= 3; i++)
        str_cells(dead)[i] = cell_from_pointer(str_cells(dead) + i, TAG_REF);
    Cell text = text_push(s, "abc", 3, 0);
    *txt_tail(text) = cell_from_pointer(txt_tail(text), TAG_REF);
    Cell pair = heap_push_pair(s, cell_from_int(1), cell_from_int(2));
    e->X[0] = str_cells(dead)[2];
    e->X[1] = *txt_tail(text);
    e->X[2] = cell_from_pointer(lst_cells(pair) + 1, TAG_REF);
    collect_and_check(e, 3, 0);
    assert_int_equal(heap_cells(e), 3);
    assert_int_equal(cell_int(cell_deref(e->X[2])), 2);
    close_engine(e);
}

/* A cell that is marked alone first, and then with its block. */
static void test_cell_before_block(void **state)
{
    (void)state;
    Engine *e = open_engine();
    Store *s = &e->store;
    for (int odd = 0; odd < 130; odd++) { /* at every place in a word of the map */
        Cell pair = heap_push_pair(s, cell_from_int(odd), cell_from_int(odd));
        Cell inner = heap_push_pair(s, pair, atom(e, "x"));
        Cell tuple = structure(e, "t", 2, (Cell[]){inner, inner});
        e->X[0] = cell_from_pointer(lst_cells(inner) + odd % 2, TAG_REF);
        e->X[1] = cell_from_pointer(str_cells(tuple) + 1, TAG_REF);
        e->X[2] = inner;
        e->X[3] = tuple;
        collect_and_check(e, 4, 0);
        s->H = s->heap_base + odd;
        for (Cell *p = s->heap_base; p < s->H; p++)
            *p = cell_from_int(0);
    }
    close_engine(e);
}

static void test_cycles(void **state)
{
    (void)state;
    Engine *e = open_engine();
    litter(e);
    Cell a = structure(e, "a", 2, (Cell[]){0, 0});
    Cell b = heap_push_pair(&e->store, a, a);
    str_cells(a)[1] = b;
    str_cells(a)[2] = a;
    e->X[0] = b;
    collect_and_check(e, 1, 0);
    close_engine(e);
}

static Cell long_list(Engine *e, size_t length)
{
    Cell list = atom(e, "[]");
    for (size_t i = 0; i < length; i++) {
        Cell number = cell_from_int((int64_t)i);
        list = heap_push_pair(&e->store, i % 7 ? number : structure(e, "n", 1, &number), list);
        if (i % 3 == 0)
            (void)heap_push_pair(&e->store, list, list);
    }
    return list;
}

static Cell left_deep(Engine *e, size_t depth)
{
    Cell f = functor(e, "-", 2), t = atom(e, "end");
    for (size_t i = 0; i < depth; i++) {
        Cell outer = heap_push_struct(&e->store, f), leaf = heap_push_pair(&e->store, atom(e, "a"), atom(e, "b"));
        str_cells(outer)[1] = t;
        str_cells(outer)[2] = leaf; /* newer than the tuple, and not atomic, so that the work stack is needed */
        t = outer;
    }
    return t;
}

static void test_large(void **state)
{
    (void)state;
    Engine *e = open_engine();
    e->X[0] = long_list(e, 300000);
    e->X[1] = left_deep(e, 300000);
    e->X[2] = big(e, 100000, ~UINT64_C(0));
    litter(e);
    collect_and_check(e, 3, 0);
    collect_and_check(e, 1, 0);
    close_engine(e);
}

/* Registers that the instruction at P and those after it read are roots, others not. */
static void test_registers_of_code_and_ball(void **state)
{
    (void)state;
    Engine *e = open_engine();
    litter(e);
    e->X[0] = heap_push_pair(&e->store, cell_from_int(1), cell_from_int(2));
    litter(e);
    e->X[63] = heap_push_pair(&e->store, cell_from_int(3), cell_from_int(4));
    e->ball = heap_push_pair(&e->store, cell_from_int(5), cell_from_int(6));
    e->has_ball = true;
    e->X[7] = heap_push_pair(&e->store, cell_from_int(7), cell_from_int(8));
    const Code code[] = {code_make(I_PUT_ATOM, 7 * 8, 0, 0), code_make(I_GET_VALUE, 7 * 8, 63 * 8, 0), I_PROCEED};
    e->P = code;
    assert_true(gc_collect(e, 1));
    e->P = NULL;
    assert_int_equal(heap_cells(e), 6);
    assert_int_equal(cell_int(lst_cells(e->X[0])[1]), 2);
    assert_int_equal(cell_int(lst_cells(e->X[63])[1]), 4);
    assert_int_equal(cell_int(lst_cells(e->ball)[1]), 6);
    close_engine(e);
}

/* ---- environments ---- */

static void test_frames(void **state)
{
    (void)state;
    Engine *e = open_engine();
    Store *s = &e->store;
    Continuation outer = continuation(3, 5), middle = continuation(0, 0), inner = continuation(24, 0x800002);
    Environment *a = push_frame(e, outer.code, 3);
    litter(e);
    a->slots[0] = heap_push_pair(s, cell_from_int(1), cell_from_int(2));
    a->slots[2] = cell_from_int(77);
    push_frame(e, middle.code, 0);
    Environment *c = push_frame(e, inner.code, 24);
    litter(e);
    c->slots[1] = a->slots[0];
    c->slots[23] = heap_push_var(s);
    litter(e);
    assert_true(gc_collect(e, 0));
    assert_int_equal(heap_cells(e), 3);
    assert_true(c->slots[1] == a->slots[0] && lst_cells(a->slots[0]) == s->heap_base);
    assert_int_equal(cell_int(a->slots[2]), 77);
    assert_true(cell_pointer(c->slots[23]) == s->heap_base + 2);
    assert_true(c->slots[0] == UINT64_C(0xafafafafafafafaf));
    close_engine(e);
}

static void test_long_map(void **state)
{
    (void)state;
    Engine *e = open_engine();
    enum { SLOTS = 200 };
    Code words[2 + 1 + 4] = {info_make(0, INFO_LONG, 2), I_ANSWER, SLOTS, 0, UINT64_C(1) << 63, 1, UINT64_C(1) << 7};
    Environment *frame = push_frame(e, words + 1, SLOTS);
    litter(e);
    const size_t live[] = {127, 128, 199};
    for (size_t i = 0; i < 3; i++)
        frame->slots[live[i]] = heap_push_var(&e->store);
    litter(e);
    assert_true(gc_collect(e, 0));
    assert_int_equal(heap_cells(e), 3);
    for (size_t i = 0; i < 3; i++)
        assert_true(cell_pointer(frame->slots[live[i]]) == e->store.heap_base + i);
    close_engine(e);
}

/* One frame seen by several choice points with different slots, and by the running goal with the fewest. */
static void test_trimmed_frame(void **state)
{
    (void)state;
    Engine *e = open_engine();
    Store *s = &e->store;
    Continuation wide = continuation(3, 7), narrow = continuation(1, 1);
    Environment *frame = push_frame(e, wide.code, 3);
    for (int i = 0; i < 3; i++) {
        litter(e);
        frame->slots[i] = heap_push_pair(s, cell_from_int(i), cell_from_int(i));
    }
    Choice *first = push_choice(e, NULL, 0);
    push_choice(e, NULL, 0);
    e->CP = narrow.code;
    assert_true(gc_collect(e, 0));
    assert_int_equal(heap_cells(e), 6);
    for (int i = 0; i < 3; i++)
        assert_int_equal(cell_int(lst_cells(frame->slots[i])[1]), i);
    assert_true(first->H == s->H);
    e->B = first->prev;
    s->HB = e->B->H;
    assert_true(gc_collect(e, 0)); /* the choice points are gone */
    assert_int_equal(heap_cells(e), 2);
    close_engine(e);
}

/* An alternative inside a clause: its own map, then the continuation in the frame. */
static void test_inner_alternative(void **state)
{
    (void)state;
    Engine *e = open_engine();
    Store *s = &e->store;
    Continuation outer = continuation(1, 1), other = continuation(2, 3);
    Environment *a = push_frame(e, outer.code, 1);
    a->slots[0] = heap_push_pair(s, cell_from_int(1), cell_from_int(1));
    Environment *b = push_frame(e, other.code, 3);
    litter(e);
    b->slots[2] = heap_push_pair(s, cell_from_int(2), cell_from_int(2));
    Code alternative[] = {I_TRUST, info_make(0, 3, 4)};
    Choice *choice = push_choice(e, NULL, 0);
    choice->alternative = alternative;
    choice->environment_top = b->slots + 3;
    e->E = NULL;
    e->CP = stub_answer.code;
    litter(e);
    assert_true(gc_collect(e, 0));
    assert_int_equal(heap_cells(e), 4);
    assert_int_equal(cell_int(lst_cells(b->slots[2])[0]), 2);
    assert_int_equal(cell_int(lst_cells(a->slots[0])[0]), 1);
    choice->alternative = stub_alt_fail.code; /* only fails: needs nothing */
    assert_true(gc_collect(e, 0));
    assert_int_equal(heap_cells(e), 0);
    close_engine(e);
}

/* ---- the frame at an instruction ---- */

#define Y_(slot) ((slot) * 8u)
#define X_(reg)  ((reg) * 8u)

static Liveness state_at(Engine *e, const Code *code)
{
    Liveness state;
    assert_true(liveness_at(e->store.alloc, code, &state));
    return state;
}

static void test_slots_at_instruction(void **state)
{
    (void)state;
    Engine *e = open_engine();
    Pred p = {.functor = cell_from_functor(ATOM_true, 0)};
    const Code pred = (Code)(uintptr_t)&p;
    Continuation cp = continuation(0, 0);
    push_frame(e, cp.code, 0);
    const Code no_op = code_make(I_MOVE, 0, 0, 0);
    /* The frame of the caller: nothing was allocated yet, or it was popped already. */
    const Code leaf[] = {no_op, I_PROCEED};
    const Code pushes[] = {no_op, I_ALLOCATE, code_make(I_STORE, Y_(0), X_(0), 0), code_make(I_LOAD, X_(0), Y_(0), 0), I_EXECUTE_POP, pred};
    assert_int_equal(state_at(e, leaf).use, FRAME_OF_CALLER);
    assert_int_equal(state_at(e, pushes).use, FRAME_OF_CALLER);
    assert_int_equal(state_at(e, NULL).use, FRAME_OF_CALLER);
    assert_int_equal(state_at(e, stub_answer.code).use, FRAME_OF_CALLER);
    /* Slot 1 is read, slot 0 written first, slot 2 wanted by the call, slot 3 by nobody. */
    const Code own[] = {no_op,
                        code_make(I_INIT_Y, Y_(0), 0, 0),
                        code_make(I_LOAD, X_(0), Y_(1), 0),
                        code_make(I_LOAD, X_(1), Y_(0), 0),
                        I_CALL,
                        pred,
                        info_make(0, 3, 5),
                        code_make(I_LOAD, X_(0), Y_(3), 0),
                        I_EXECUTE_POP,
                        pred};
    Liveness s = state_at(e, own);
    assert_int_equal(s.use, FRAME_OWN);
    assert_int_equal(s.slots.bits[0], 6);
    assert_int_equal(s.slots.count, 3);
    /* A test that fails jumps over a write; the alternative of a choice point; both branches join. */
    const Code branches[] = {no_op,
                             code_make(I_TEST_LT, 0, 0, 0),
                             3,               /* 1: to 4 */
                             code_make(I_INIT_Y, Y_(5), 0, 0),
                             code_make(I_TRY_MARK, Y_(6), 0, 0),
                             4,          /* 4: to 8 */
                             I_JUMP,
                             5,                                       /* 6: to 11 */
                             I_TRUST,
                             info_make(0, 8, 0x80),                 /* 8 */
                             I_FAIL,
                             code_make(I_COMMIT, Y_(6), 0, 0),               /* 11 */
                             code_make(I_LOAD, X_(0), Y_(5), 0),
                             I_PROCEED_POP};
    s = state_at(e, branches);
    assert_int_equal(s.use, FRAME_OWN);
    assert_int_equal(s.slots.bits[0], 0xa0);
    /* Nothing is wanted where all fails. */
    const Code fails[] = {no_op, I_FAIL};
    assert_int_equal(state_at(e, fails).use, FRAME_UNUSED);
    /* Many slots take several passes. */
    const Code wide[] = {no_op,
                         code_make(I_LOAD, X_(0), Y_(62), 0),
                         code_make(I_LOAD, X_(0), Y_(63), 0),
                         code_make(I_LOAD, X_(0), Y_(64), 0),
                         code_make(I_INIT_Y, Y_(126), 0, 0),
                         code_make(I_LOAD, X_(0), Y_(126), 0),
                         code_make(I_LOAD, X_(0), Y_(8191), 0),
                         I_CALL,
                         pred,
                         info_make(0, INFO_LONG, 2),
                         I_PROCEED_POP,
                         200,
                         0,
                         0,
                         UINT64_C(3) << 61,
                         0};
    s = state_at(e, wide);
    assert_int_equal(s.slots.bits[0], UINT64_C(1) << 62 | UINT64_C(1) << 63);
    assert_int_equal(s.slots.bits[1], 1);
    assert_true(s.slots.bits[2] == UINT64_C(3) << 61);
    assert_true(s.slots.bits[127] == UINT64_C(1) << 63);
    assert_int_equal(s.slots.count, 8192);
    close_engine(e);
}

static void test_registers_at_instruction(void **state)
{
    (void)state;
    Engine *e = open_engine();
    Pred p = {.functor = cell_from_functor(ATOM_true, 3)};
    const Code pred = (Code)(uintptr_t)&p;
    /* The arguments of the call are read, but for the second, which is set; after the call nothing is. */
    const Code call[] = {code_make(I_MOVE, X_(1), X_(70), 0), I_CALL,       pred, info_make(0, 0, 0),
                         code_make(I_MOVE, X_(0), X_(9), 0),  I_PROCEED_POP};
    Liveness s = state_at(e, call);
    assert_int_equal(s.registers.bits[0], 5);
    assert_int_equal(s.registers.bits[1], 1 << 6);
    assert_int_equal(s.registers.count, 71);
    /* One branch reads X5, the other sets it; both read it afterwards. */
    const Code branches[] = {code_make(I_TEST_TYPE, X_(4), TYPE_VAR, 0),
                             5,
                             code_make(I_GET_ATOM, X_(5), 0, 0),
                             I_JUMP,
                             3,
                             code_make(I_PUT_ATOM, X_(5), 0, 0),
                             code_make(I_GET_ATOM, X_(5), 0, 0),
                             I_PROCEED};
    s = state_at(e, branches);
    assert_int_equal(s.registers.bits[0], 1 << 4 | 1 << 5);
    s = state_at(e, branches + 5);
    assert_int_equal(s.registers.bits[0], 0);
    close_engine(e);
}

/* ---- choice points and trail ---- */

static void bind(Engine *e, Cell variable, Cell value)
{
    store_bind(&e->store, cell_pointer(variable), value);
}

static void test_segments(void **state)
{
    (void)state;
    Engine *e = open_engine();
    Store *s = &e->store;
    litter(e);
    Cell x = heap_push_var(s), y = heap_push_var(s), hidden = heap_push_var(s);
    litter(e);
    Cell args[] = {heap_push_pair(s, x, y), cell_from_int(3)};
    Choice *b = push_choice(e, args, 2);
    bind(e, x, heap_push_pair(s, cell_from_int(1), cell_from_int(2)));
    bind(e, hidden, heap_push_pair(s, x, x)); /* nothing sees it: dropped */
    litter(e);
    e->X[0] = x;
    assert_int_equal(s->TR - s->trail_base, 2);
    assert_true(gc_collect(e, 1));
    assert_true(b->H == s->heap_base + 4 && s->HB == b->H); /* x, y, and the pair */
    assert_int_equal(heap_cells(e), 6);
    assert_int_equal(s->TR - s->trail_base, 1);
    assert_int_equal(cell_int(lst_cells(cell_deref(e->X[0]))[1]), 2);
    assert_true(backtrack(e) == b);
    assert_int_equal(heap_cells(e), 4);
    assert_true(cell_is_ref(cell_deref(lst_cells(b->x[0])[0])));
    close_engine(e);
}

/* A binding that only older choice points could see is undone, and what it held is garbage. */
static void test_early_reset(void **state)
{
    (void)state;
    Engine *e = open_engine();
    Store *s = &e->store;
    Cell x = heap_push_var(s), y = structure(e, "f", 1, (Cell[]){atom(e, "old")});
    Cell args[] = {x, y};
    push_choice(e, args, 2);
    bind(e, x, long_list(e, 100));
    store_assign(s, str_cells(y) + 1, long_list(e, 100));
    store_assign(s, str_cells(y) + 1, long_list(e, 100));
    e->X[0] = atom(e, "done");
    assert_true(gc_collect(e, 1));
    assert_int_equal(heap_cells(e), 3);
    assert_int_equal(s->TR - s->trail_base, 0);
    Choice *b = backtrack(e);
    assert_true(cell_is_ref(cell_deref(b->x[0])));
    assert_true(str_cells(b->x[1])[1] == atom(e, "old"));
    close_engine(e);
}

static void test_value_entries(void **state)
{
    (void)state;
    Engine *e = open_engine();
    Store *s = &e->store;
    litter(e);
    Cell old = heap_push_pair(s, cell_from_int(1), cell_from_int(1));
    Cell cell = structure(e, "f", 1, &old);
    push_choice(e, &cell, 1);
    litter(e);
    Cell between = heap_push_pair(s, cell_from_int(2), cell_from_int(2));
    store_assign(s, str_cells(cell) + 1, between);
    store_assign(s, str_cells(cell) + 1, cell_from_int(3));
    Cell young = structure(e, "g", 1, (Cell[]){cell_from_int(4)});
    store_assign(s, str_cells(young) + 1, cell_from_int(5)); /* goes with the choice point: dropped */
    e->X[0] = cell;
    e->X[1] = young;
    assert_int_equal(s->TR - s->trail_base, 6);
    assert_true(gc_collect(e, 2));
    assert_int_equal(s->TR - s->trail_base, 4);
    assert_int_equal(cell_int(str_cells(e->X[0])[1]), 3);
    assert_int_equal(cell_int(str_cells(e->X[1])[1]), 5);
    Choice *b = backtrack(e);
    assert_true(str_functor(b->x[0]) == functor(e, "f", 1));
    assert_int_equal(cell_int(lst_cells(str_cells(b->x[0])[1])[0]), 1);
    assert_int_equal(heap_cells(e), 4);
    close_engine(e);
}

/* While wake-ups are pending, bindings of attributed variables stay on the trail even when nothing else refers to them. */
static void test_pending_wakeups(void **state)
{
    (void)state;
    Engine *e = open_engine();
    Store *s = &e->store;
    litter(e);
    Cell map = structure(e, "map", 1, (Cell[]){cell_from_int(1)});
    Cell att = attributed(e, map, cell_from_int(2));
    store_assign(s, cell_pointer(att), cell_from_int(9));
    s->woken = true;
    assert_true(gc_collect(e, 0));
    assert_int_equal(heap_cells(e), 5);
    assert_int_equal(s->TR - s->trail_base, 2);
    assert_int_equal(cell_int(*cell_pointer(s->trail_base[0])), 9);
    assert_true(cell_pointer(s->trail_base[0])[1] == cell_from_pointer(s->heap_base, TAG_STR));
    s->woken = false;
    assert_true(gc_collect(e, 0));
    assert_int_equal(heap_cells(e), 0);
    assert_int_equal(s->TR - s->trail_base, 0);
    close_engine(e);
}

/* ---- random histories, with and without collections ---- */

static uint64_t next_random(uint64_t *seed)
{
    *seed ^= *seed << 13;
    *seed ^= *seed >> 7;
    *seed ^= *seed << 17;
    return *seed;
}

static size_t pick(uint64_t *seed, size_t n)
{
    return (size_t)(next_random(seed) >> 11) % n;
}

#define ROOTS 12u

static Cell random_root(Engine *e, uint64_t *seed)
{
    Cell c = e->X[pick(seed, ROOTS)];
    return pick(seed, 4) ? c : cell_from_int((int64_t)pick(seed, 100));
}

/* A cell somewhere below a root: its address, or NULL. */
static Cell *random_place(Engine *e, uint64_t *seed)
{
    Cell c = e->X[pick(seed, ROOTS)];
    Cell *place = NULL;
    for (size_t steps = 1 + pick(seed, 6); steps > 0; steps--) {
        c = cell_deref(c);
        if (cell_is_lst(c))
            place = lst_cells(c) + pick(seed, 2);
        else if (cell_is_str(c) && functor_arity(str_functor(c)) > 0)
            place = str_cells(c) + 1 + pick(seed, functor_arity(str_functor(c)));
        else if (cell_is_txt(c))
            place = txt_tail(c);
        else if (cell_is_att(c))
            place = cell_pointer(c) + 1 + pick(seed, 2);
        else
            break;
        c = *place;
    }
    return place;
}

static Cell random_term(Engine *e, uint64_t *seed)
{
    Store *s = &e->store;
    Cell args[5];
    for (size_t i = 0; i < 5; i++)
        args[i] = random_root(e, seed);
    switch (pick(seed, 9)) {
    case 0: return heap_push_var(s);
    case 1: return structure(e, "t", (uint32_t)pick(seed, 6), args);
    case 2: return text_push(s, "some text here", 14, args[0]) + ((Cell)pick(seed, 13) << TXT_OFFSET_SHIFT);
    case 3: return big(e, 1 + pick(seed, 100), next_random(seed));
    case 4: return attributed(e, args[0], args[1]);
    case 5: return heap_push_double(s, (double)pick(seed, 1000));
    case 6: {
        Cell t = structure(e, "v", 2, args);
        str_cells(t)[1] = cell_from_pointer(str_cells(t) + 1, TAG_REF);
        return pick(seed, 2) ? t : str_cells(t)[1];
    }
    default: return heap_push_pair(s, args[0], args[1]);
    }
}

static const Continuation random_continuations[] = {
    {(Code)4 << 28 | (Code)15 << 40, {I_ANSWER}},
    {(Code)3 << 28 | (Code)6 << 40, {I_ANSWER}},
    {(Code)1 << 28 | (Code)1 << 40, {I_ANSWER}},
};

/* A step that does not depend on where cells are. */
static void random_step(Engine *e, uint64_t *seed)
{
    Store *s = &e->store;
    Cell *place;
    switch (pick(seed, 16)) {
    case 0: push_choice(e, e->X, (uint32_t)pick(seed, ROOTS)); break;
    case 1: /* cut, or fail */
        if (!e->B->prev)
            break;
        if (pick(seed, 3)) {
            e->B = e->B->prev;
            s->HB = e->B->H;
        } else {
            Choice *b = backtrack(e);
            for (uint32_t i = 0; i < ROOTS; i++)
                e->X[i] = i < b->arguments ? b->x[i] : cell_from_int(0);
        }
        break;
    case 2:
        place = random_place(e, seed);
        if (place && !cell_is_var(*place))
            store_assign(s, place, random_root(e, seed));
        break;
    case 3:
    case 4:
    case 5: {
        Cell c = cell_deref(random_root(e, seed));
        place = random_place(e, seed);
        if (place)
            c = cell_deref(*place);
        Cell value = cell_deref(random_root(e, seed));
        if (cell_is_att(c) && value != c)
            store_assign(s, cell_pointer(c), value);
        else if (cell_is_ref(c) && value != c)
            bind(e, c, value);
        break;
    }
    case 6: {
        Environment *frame = push_frame(e, random_continuations[0].code, 4);
        for (int i = 0; i < 4; i++)
            frame->slots[i] = random_root(e, seed);
        e->CP = random_continuations[pick(seed, 3)].code;
        break;
    }
    case 7:
        if (e->E) {
            e->X[pick(seed, ROOTS)] = cell_from_int(1);
            e->CP = e->E->cp;
            e->E = e->E->ce;
        }
        break;
    default: e->X[pick(seed, ROOTS)] = random_term(e, seed); break;
    }
}

static void add_state(Graph *g, Engine *e)
{
    graph_add(g, &e->store, e->X, ROOTS);
    const Code *cp = e->CP;
    for (Environment *frame = e->E; frame; cp = frame->cp, frame = frame->ce)
        for (size_t i = 0; i < 4; i++)
            if (info_slot_is_live(cp - 1, i))
                graph_add(g, &e->store, &frame->slots[i], 1);
}

static void assert_same_state(Engine *a, Engine *b)
{
    Graph ga = {0}, gb = {0};
    add_state(&ga, a);
    add_state(&gb, b);
    assert_same_graph(&ga, &gb);
    graph_free(&ga);
    graph_free(&gb);
}

static void run_history(uint64_t seed, bool starve)
{
    Engine *plain = open_engine(), *collected = open_engine();
    uint64_t a = seed, b = seed, when = seed * 31 + 7;
    for (uint32_t i = 0; i < ROOTS; i++)
        plain->X[i] = collected->X[i] = cell_from_int((int64_t)i);
    for (int step = 0; step < 400; step++) {
        random_step(plain, &a);
        random_step(collected, &b);
        assert_true(a == b);
        if (pick(&when, 10) == 0) {
            Alloc *alloc = &collected->machine->alloc;
            if (starve) { /* just enough for the maps, nothing for the work stack */
                store_trim_scratch(&collected->store, 0);
                Liveness frame;
                assert_true(liveness_at(alloc, collected->P, &frame));
                alloc->limit = alloc->used + (heap_cells(collected) / 64 + 1) * 16 + frame_walk_words(collected, &frame) * 8;
            }
            (void)gc_collect_within(collected, ROOTS, pick(&when, heap_cells(collected) / 4 + 1));
            assert_true(gc_verify(collected, ROOTS));
            assert_same_state(plain, collected);
            assert_true(gc_collect(collected, ROOTS));
            alloc->limit = MEMORY;
            assert_true(gc_verify(collected, ROOTS));
            assert_same_state(plain, collected);
        }
    }
    assert_true(heap_cells(collected) <= heap_cells(plain));
    for (;;) {
        assert_same_state(plain, collected);
        if (!plain->B->prev)
            break;
        Choice *p = backtrack(plain), *q = backtrack(collected);
        assert_int_equal(p->arguments, q->arguments);
        memcpy(plain->X, p->x, p->arguments * sizeof(Cell));
        memcpy(collected->X, q->x, q->arguments * sizeof(Cell));
        for (uint32_t i = p->arguments; i < ROOTS; i++)
            plain->X[i] = collected->X[i] = cell_from_int(0);
    }
    assert_true(!collected->B->prev);
    close_engine(plain);
    close_engine(collected);
}

static void test_random(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 300; seed++)
        run_history(seed * UINT64_C(0x9E3779B97F4A7C15), false);
}

/* ---- lack of memory ---- */

static void test_random_without_work_stack(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 60; seed++)
        run_history(seed * UINT64_C(0xD6E8FEB86659FD93), true);
}

/* An interrupt ends the marking; nothing has moved, and all is there the next time. */
static void test_interrupted(void **state)
{
    (void)state;
    Engine *e = open_engine();
    e->X[0] = long_list(e, 1000);
    assert_true(gc_collect(e, 1)); /* builds for stress do more at the first one */
    litter(e);
    size_t cells = heap_cells(e), collections = e->collections;
    engine_interrupt(e);
    assert_false(gc_collect(e, 1));
    assert_int_equal(heap_cells(e), cells);
    assert_int_equal(e->collections, collections);
    atomic_store(&e->stop.interrupt, 0);
    collect_and_check(e, 1, 0);
    close_engine(e);
}

static void test_failing_allocation(void **state)
{
    (void)state;
    Engine *e = open_engine();
    Alloc *alloc = &e->machine->alloc;
    e->X[0] = long_list(e, 1000);
    e->X[1] = left_deep(e, 1000);
    size_t cells = heap_cells(e), used = alloc->used;
    bool failed = false;
    alloc->limit = alloc->used; /* nothing at all */
    assert_false(gc_collect(e, 2));
    assert_int_equal(heap_cells(e), cells);
    alloc->limit = alloc->used + cells / 64 * 16 + 16; /* the first map only */
    assert_false(gc_collect(e, 2));
    alloc->limit = MEMORY;
    assert_int_equal(heap_cells(e), cells);
    assert_int_equal(e->collections, 0);
    for (uint64_t n = 1; n <= 8; n++) {
        alloc->fail_at = n;
        Graph before = {0}, after = {0};
        graph_add(&before, &e->store, e->X, 2);
        failed |= !gc_collect(e, 2);
        alloc->fail_at = 0;
        graph_add(&after, &e->store, e->X, 2);
        assert_same_graph(&before, &after);
        graph_free(&before);
        graph_free(&after);
    }
    assert_false(failed); /* one failure is helped by giving scratch memory back */
    assert_true(heap_cells(e) < cells);
    store_trim_scratch(&e->store, 0);
    assert_int_equal(alloc->used, used);
    close_engine(e);
}

/* A term that needs the work stack most, with none to be had. */
static void test_overflow(void **state)
{
    (void)state;
    Engine *e = open_engine();
    Alloc *alloc = &e->machine->alloc;
    litter(e);
    e->X[0] = left_deep(e, 20000);
    litter(e);
    store_trim_scratch(&e->store, 0);
    Graph before = {0}, after = {0};
    graph_add(&before, &e->store, e->X, 1);
    alloc->limit = alloc->used + (heap_cells(e) / 64 + 1) * 16 + 8 + 64;
    assert_true(gc_collect(e, 1));
    alloc->limit = MEMORY;
    assert_int_equal(e->store.work_capacity, 0);
    graph_add(&after, &e->store, e->X, 1);
    assert_same_graph(&before, &after);
    assert_int_equal(heap_cells(e), after.heap_words);
    graph_free(&before);
    graph_free(&after);
    close_engine(e);
}

/* ---- roots of other layers ---- */

typedef struct Keeper {
    Cell cells[2];
    uint32_t kept_atom;
} Keeper;

static void visit_keeper(void *user, Engine *e, void (*each)(void *context, Cell *root), void *context)
{
    Keeper *k = user;
    (void)e;
    each(context, &k->cells[0]);
    each(context, &k->cells[1]);
}

static void mark_keeper(void *user, AtomTable *atoms)
{
    atom_mark(atoms, ((Keeper *)user)->kept_atom);
}

static void test_roots(void **state)
{
    (void)state;
    Engine *e = open_engine();
    litter(e);
    Keeper keeper = {{heap_push_var(&e->store), cell_from_int(1)}, 0};
    GcRoots roots = {.user = &keeper, .visit = visit_keeper, .mark_atoms = mark_keeper};
    gc_add_roots(e->machine, &roots);
    e->globals = heap_push_pair(&e->store, keeper.cells[0], cell_from_int(2));
    litter(e);
    assert_true(gc_collect(e, 0));
    assert_int_equal(heap_cells(e), 3);
    assert_true(cell_pointer(keeper.cells[0]) == e->store.heap_base);
    assert_true(lst_cells(e->globals) == e->store.heap_base + 1);
    close_engine(e);
}

/* ---- atoms ---- */

static bool atom_exists(Engine *e, const char *text)
{
    return atom_find(&e->machine->atoms, text, strlen(text)) != ATOM_NONE;
}

static void test_atoms(void **state)
{
    (void)state;
    Engine *e = open_engine();
    Store *s = &e->store;
    Continuation cp = continuation(1, 1);
    Keeper keeper = {{atom(e, "gc root atom"), cell_from_int(1)}, cell_atom(atom(e, "gc other atom"))};
    GcRoots roots = {.user = &keeper, .visit = visit_keeper, .mark_atoms = mark_keeper};
    gc_add_roots(e->machine, &roots);
    (void)atom(e, "gc garbage");
    Environment *frame = push_frame(e, cp.code, 1);
    frame->slots[0] = atom(e, "gc slot");
    Cell in_choice = atom(e, "gc choice");
    Cell old = atom(e, "gc old value");
    Cell t = structure(e, "gc functor", 1, &old);
    push_choice(e, &in_choice, 1);
    store_assign(s, str_cells(t) + 1, atom(e, "gc new value"));
    Cell blob = big(e, 2, atom(e, "gc payload"));
    e->X[0] = blob;
    e->X[1] = atom(e, "gc register");
    size_t gone = gc_collect_atoms(e->machine);
    assert_int_equal(gone, 2);
    const char *kept[] = {"gc root atom", "gc other atom", "gc slot",    "gc choice",
                          "gc old value", "gc new value",  "gc functor", "gc register"};
    for (size_t i = 0; i < ARRAY_LENGTH(kept); i++)
        assert_true(atom_exists(e, kept[i]));
    assert_false(atom_exists(e, "gc garbage"));
    assert_false(atom_exists(e, "gc payload"));
    close_engine(e);
}

/* ---- clauses ---- */

static Clause *dead_clause(Engine *e, size_t constants)
{
    Program *p = &e->machine->program;
    Module *user = module_intern(p, ATOM_user);
    Pred *pred = pred_intern(p, user, functor(e, "gc_dead", 0));
    Clause *c = clause_new(p, pred, 8, constants, 0);
    assert_non_null(c);
    for (size_t i = 0; i < 8; i++)
        c->code[i] = I_PROCEED;
    for (size_t i = 0; i < constants; i++)
        clause_constants(c)[i] = cell_from_int(0);
    c->born = 0;
    assert_true(clause_retire(p, c));
    return c;
}

static size_t reclaimed(Engine *e)
{
    gc_reclaim_clauses(e->machine);
    return e->machine->program.retired_clause_count;
}

/* Writes an information word into a clause at this word of its code. */
static const Code *info_in(Clause *c, size_t word, unsigned live, uint32_t map)
{
    c->code[word] = info_make(CLAUSE_HEADER_WORDS + word, live, map);
    assert_true(clause_from_info(&c->code[word]) == c);
    return &c->code[word];
}

static void test_clauses(void **state)
{
    (void)state;
    Engine *e = open_engine();
    dead_clause(e, 0);
    assert_int_equal(reclaimed(e), 0);
    /* one each for: the continuation, a frame behind it, an alternative inside, a range, a constant on the heap, and P */
    Clause *c = dead_clause(e, 0);
    push_frame(e, info_in(c, 3, 0, 0) + 1, 0);
    assert_int_equal(reclaimed(e), 1);
    push_frame(e, stub_answer.code, 0);
    assert_int_equal(reclaimed(e), 1);
    Clause *inner = dead_clause(e, 0);
    Choice *b = push_choice(e, NULL, 0);
    inner->code[2] = I_TRUST;
    (void)info_in(inner, 3, 0, 0);
    b->alternative = inner->code + 2;
    assert_int_equal(reclaimed(e), 2);
    Clause *first = dead_clause(e, 0), *second = dead_clause(e, 0), *third = dead_clause(e, 0);
    first->died = second->died = third->died = 1;
    Clause *range[] = {first, second, third};
    b = push_choice(e, NULL, 0);
    b->alternative = stub_alt_clauses.code;
    b->next = range + 2;
    b->end = range + 3;
    b = push_choice(e, NULL, 0);
    b->alternative = stub_alt_builtin.code;
    b->next = range + 1;
    b->end = range + 3;
    assert_int_equal(reclaimed(e), 4); /* not `first` */
    Clause *constants = dead_clause(e, 3);
    (void)heap_push_pair(&e->store, cell_from_pointer(clause_constants(constants) + 1, TAG_LST), cell_from_int(0));
    assert_int_equal(reclaimed(e), 5);
    Clause *running = dead_clause(e, 0);
    e->P = running->code + 1;
    assert_int_equal(reclaimed(e), 6);
    e->P = NULL;
    assert_int_equal(reclaimed(e), 5);
    Alloc *alloc = &e->machine->alloc;
    alloc->limit = alloc->used; /* nothing can be found out: nothing is freed */
    e->store.H = e->store.heap_base;
    assert_int_equal(reclaimed(e), 5);
    alloc->limit = MEMORY;
    assert_int_equal(reclaimed(e), 4);
    while (e->B->prev)
        (void)backtrack(e);
    e->E = NULL;
    e->CP = stub_answer.code;
    assert_int_equal(reclaimed(e), 0);
    close_engine(e);
}

static void test_blocks(void **state)
{
    (void)state;
    Engine *e = open_engine();
    Program *p = &e->machine->program;
    for (int i = 0; i < 20; i++) {
        Block *block = block_new(p->alloc, 256);
        assert_non_null(block);
        memset((char *)block + sizeof(Block), 0, 256 - sizeof(Block));
        program_retire_block(p, block);
        if (i % 3 == 0) {
            Choice *b = push_choice(e, NULL, 0);
            b->alternative = stub_alt_clauses.code;
            b->next = (Clause *const *)((char *)block + 248);
            b->end = b->next;
        }
    }
    gc_reclaim_clauses(e->machine);
    size_t left = 0;
    for (const Block *block = p->retired_blocks; block; block = block->next)
        left++;
    assert_int_equal(left, 7);
    while (e->B->prev)
        (void)backtrack(e);
    gc_reclaim_clauses(e->machine);
    assert_null(p->retired_blocks);
    assert_int_equal(p->retired_bytes, 0);
    close_engine(e);
}

/* ---- when to collect ---- */

static void test_threshold(void **state)
{
    (void)state;
    Engine *e = open_engine();
    Store *s = &e->store;
    assert_int_equal(gc_next_threshold(e), 1 << 20);
    s->H = s->heap_base + (3 << 20);
    assert_int_equal(gc_next_threshold(e), 7 << 20);
    s->H = s->heap_end;
    assert_int_equal(gc_next_threshold(e), s->heap_top - s->heap_base);
    s->H = s->heap_base;
    close_engine(e);
}

static void test_verify(void **state)
{
    (void)state;
    Engine *e = open_engine();
    litter(e);
    e->X[0] = heap_push_pair(&e->store, cell_from_int(1), cell_from_int(2));
    assert_true(gc_verify(e, 1));
    fprintf(stderr, "three complaints follow\n");
    e->X[0] += TAG_STR - TAG_LST;
    assert_false(gc_verify(e, 1));
    e->X[0] = cell_from_pointer(e->store.H, TAG_LST);
    assert_false(gc_verify(e, 1));
    e->X[0] = 0;
    *e->store.H++ = cell_from_raw(RAW_TEXT, 1000);
    assert_false(gc_verify(e, 0));
    close_engine(e);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_nothing),
        cmocka_unit_test(test_all_kinds),
        cmocka_unit_test(test_single_cells_of_blocks),
        cmocka_unit_test(test_cell_before_block),
        cmocka_unit_test(test_cycles),
        cmocka_unit_test(test_large),
        cmocka_unit_test(test_registers_of_code_and_ball),
        cmocka_unit_test(test_interrupted),
        cmocka_unit_test(test_frames),
        cmocka_unit_test(test_long_map),
        cmocka_unit_test(test_trimmed_frame),
        cmocka_unit_test(test_inner_alternative),
        cmocka_unit_test(test_slots_at_instruction),
        cmocka_unit_test(test_registers_at_instruction),
        cmocka_unit_test(test_segments),
        cmocka_unit_test(test_early_reset),
        cmocka_unit_test(test_value_entries),
        cmocka_unit_test(test_pending_wakeups),
        cmocka_unit_test(test_random),
        cmocka_unit_test(test_random_without_work_stack),
        cmocka_unit_test(test_failing_allocation),
        cmocka_unit_test(test_overflow),
        cmocka_unit_test(test_roots),
        cmocka_unit_test(test_atoms),
        cmocka_unit_test(test_clauses),
        cmocka_unit_test(test_blocks),
        cmocka_unit_test(test_threshold),
        cmocka_unit_test(test_verify),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
