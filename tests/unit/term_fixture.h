/* term_fixture.h - a store for tests, and short ways to build terms in it.
 * SPDX-License-Identifier: MIT
 *
 * The areas come from malloc and cost only what is touched. Terms are built without looking for room.
 */
#ifndef HORN_TEST_TERM_FIXTURE_H
#define HORN_TEST_TERM_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>
#include <pthread.h>

#include "term/number.h"
#include "term/store.h"
#include "term/text.h"

#define FIXTURE_HEAP_CELLS  ((size_t)48 << 20)
#define FIXTURE_TRAIL_CELLS ((size_t)8 << 20)
#define DEEP                3000000
#define SMALL_STACK_BYTES   ((size_t)256 << 10)

typedef struct Fixture {
    Alloc alloc;
    AtomTable atoms;
    Store store;
    size_t idle_bytes; /* what the atom table alone takes */
} Fixture;

static inline void fixture_open(Fixture *f)
{
    alloc_init(&f->alloc);
    assert_true(atom_table_init(&f->atoms, &f->alloc, 42));
    f->idle_bytes = f->alloc.used;
    Cell *heap = malloc(FIXTURE_HEAP_CELLS * sizeof(Cell)), *trail = malloc(FIXTURE_TRAIL_CELLS * sizeof(Cell));
    assert_true(heap != NULL && trail != NULL);
    f->store = (Store){.H = heap,
                       .HB = heap,
                       .TR = trail,
                       .heap_base = heap,
                       .heap_soft = heap + FIXTURE_HEAP_CELLS,
                       .heap_end = heap + FIXTURE_HEAP_CELLS,
                       .heap_top = heap + FIXTURE_HEAP_CELLS,
                       .trail_base = trail,
                       .trail_end = trail + FIXTURE_TRAIL_CELLS,
                       .atoms = &f->atoms,
                       .alloc = &f->alloc};
}

/* Fails when anything that the store allocated was not given back. */
static inline void fixture_close(Fixture *f)
{
    store_trim_scratch(&f->store, 0);
    free(f->store.heap_base);
    free(f->store.trail_base);
    atom_table_free(&f->atoms);
    assert_int_equal(f->alloc.used, 0);
}

/* ---- terms ---- */

static inline Cell t_atom(Fixture *f, const char *text)
{
    return cell_from_atom(atom_intern_string(&f->atoms, text));
}
static inline Cell t_int(int64_t value)
{
    return cell_from_int(value);
}
static inline Cell t_var(Fixture *f)
{
    return heap_push_var(&f->store);
}
static inline Cell t_pair(Fixture *f, Cell head, Cell tail)
{
    return heap_push_pair(&f->store, head, tail);
}
static inline Cell t_nil(void)
{
    return cell_from_atom(ATOM_nil);
}
static inline Cell t_text_tail(Fixture *f, const char *text, Cell tail)
{
    return text_push(&f->store, text, strlen(text), tail);
}
static inline Cell t_text(Fixture *f, const char *text)
{
    return t_text_tail(f, text, t_nil());
}
static inline Cell t_struct(Fixture *f, const char *name, size_t arity, const Cell *args)
{
    Cell s = heap_push_struct(&f->store, cell_from_functor(atom_intern_string(&f->atoms, name), (uint32_t)arity));
    if (arity > 0)
        memcpy(str_cells(s) + 1, args, arity * sizeof(Cell));
    return s;
}
static inline Cell t_f1(Fixture *f, const char *name, Cell a)
{
    return t_struct(f, name, 1, &a);
}
static inline Cell t_f2(Fixture *f, const char *name, Cell a, Cell b)
{
    return t_struct(f, name, 2, (Cell[]){a, b});
}
static inline Cell t_f3(Fixture *f, const char *name, Cell a, Cell b, Cell c)
{
    return t_struct(f, name, 3, (Cell[]){a, b, c});
}
/* An attributed variable. */
static inline Cell t_att(Fixture *f, Cell map, Cell values)
{
    Cell *p = f->store.H;
    p[0] = cell_from_pointer(p, TAG_ATT);
    p[1] = map;
    p[2] = values;
    f->store.H += 3;
    return p[0];
}
/* The list of the one-character atoms of ASCII text, as ordinary pairs. */
static inline Cell t_char_list(Fixture *f, const char *text, Cell tail)
{
    for (size_t i = strlen(text); i-- > 0;)
        tail = t_pair(f, cell_from_atom((unsigned char)text[i]), tail);
    return tail;
}
/* name(name(...name(inner)...)) */
static inline Cell t_deep(Fixture *f, const char *name, size_t depth, Cell inner)
{
    Cell functor = cell_from_functor(atom_intern_string(&f->atoms, name), 1);
    for (size_t i = 0; i < depth; i++) {
        Cell outer = heap_push_struct(&f->store, functor);
        str_cells(outer)[1] = inner;
        inner = outer;
    }
    return inner;
}
/* name(name(...name(inner, 1)..., 1), 1): deep in an argument that is not the last */
static inline Cell t_left_deep(Fixture *f, const char *name, size_t depth, Cell inner)
{
    Cell functor = cell_from_functor(atom_intern_string(&f->atoms, name), 2);
    for (size_t i = 0; i < depth; i++) {
        Cell outer = heap_push_struct(&f->store, functor);
        str_cells(outer)[1] = inner;
        str_cells(outer)[2] = t_int(1);
        inner = outer;
    }
    return inner;
}
/* [0, 1, ..., length - 1 | tail] */
static inline Cell t_int_list(Fixture *f, size_t length, Cell tail)
{
    for (size_t i = length; i-- > 0;)
        tail = t_pair(f, t_int((int64_t)i), tail);
    return tail;
}
/* X = name(X) with `period` copies of name before it closes */
static inline Cell t_loop(Fixture *f, const char *name, size_t period)
{
    Cell end = t_var(f), term = t_deep(f, name, period, end);
    *cell_pointer(end) = term;
    return term;
}
/* L = [item, ..., item | L] */
static inline Cell t_list_loop(Fixture *f, Cell item, size_t period)
{
    Cell end = t_var(f), list = end;
    for (size_t i = 0; i < period; i++)
        list = t_pair(f, item, list);
    *cell_pointer(end) = list;
    return list;
}
/* A binary tree of this depth in which all subtrees of one level are the same cell. */
static inline Cell t_shared_tree(Fixture *f, size_t depth, Cell leaf)
{
    for (size_t i = 0; i < depth; i++)
        leaf = t_f2(f, "t", leaf, leaf);
    return leaf;
}

/* ---- a thread with a small C stack ---- */

static inline void on_small_stack(void *(*body)(void *), void *argument)
{
    pthread_attr_t attributes;
    pthread_t thread;
    assert_int_equal(pthread_attr_init(&attributes), 0);
    assert_int_equal(pthread_attr_setstacksize(&attributes, SMALL_STACK_BYTES), 0);
    assert_int_equal(pthread_create(&thread, &attributes, body, argument), 0);
    pthread_join(thread, NULL);
    pthread_attr_destroy(&attributes);
}

#endif
