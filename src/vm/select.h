/* select.h - choosing among the clauses of a predicate: the first that can match, and the next one if any.
 * SPDX-License-Identifier: MIT
 *
 * Exact determinism rests here: `next` is NULL when no later clause can match, and then the loop makes no choice point.
 */
#ifndef HORN_VM_SELECT_H
#define HORN_VM_SELECT_H

#include "db/index_int.h"
#include "vm/engine.h"

typedef struct Selection {
    Clause *clause;            /* NULL: none matches */
    Clause *const *next, *const *end; /* next candidate, or NULL */
} Selection;

static inline Cell key_of(Cell c)
{
    while (cell_is_ref(c)) {
        Cell next = *(Cell *)(uintptr_t)c;
        if (next == c)
            return 0;
        c = next;
    }
    switch (cell_tag(c)) {
    case TAG_ATM:
    case TAG_INT:
        return c;
    case TAG_STR:
        return str_functor(c);
    case TAG_LST:
    case TAG_TXT:
        return KEY_PAIR;
    default:
        return key_from_cell(cell_deref(c));
    }
}

/* Searches [from, end) for clauses that are visible and can match. */
void select_scan(const Engine *e, const Pred *p, Clause *const *from, Clause *const *end, Generation generation, const Cell *args,
                 Selection *out);
/* Selection among many clauses, by index. */
void select_indexed(Engine *e, Pred *p, Generation generation, const Cell *args, Selection *out);

static inline void matrix_keys(const KeyMatrix *m, const Cell *args, Cell *keys)
{
    for (uint32_t i = 0; i < m->columns; i++)
        keys[i] = key_of(args[m->args[i]]);
}

/* The first candidates of a call with these arguments. */
static inline void select_first(Engine *e, Pred *p, Generation generation, const Cell *args, Selection *out)
{
    const KeyMatrix *m;
    if (p->clauses.count > MATRIX_ROWS || p->dead || !(m = pred_matrix(e->store.alloc, p))) {
        select_indexed(e, p, generation, args, out);
        return;
    }
    Cell keys[MATRIX_COLUMNS];
    matrix_keys(m, args, keys);
    Clause *const *items = p->clauses.items + p->clauses.first;
    uint32_t row = matrix_next(m, keys, 0);
    out->next = NULL;
    if (row == m->rows) {
        out->clause = NULL;
        return;
    }
    out->clause = items[row];
    row = matrix_next(m, keys, row + 1);
    if (row < m->rows) {
        out->next = items + row;
        out->end = items + m->rows;
    }
}

/* After `out->clause = *next` was taken: is there one more? */
static inline void select_next(const Engine *e, const Pred *p, Clause *const *next, Clause *const *end, Generation generation,
                               const Cell *args, Selection *out)
{
    Clause *const *items = p->clauses.items + p->clauses.first;
    const KeyMatrix *m = p->indexes ? p->indexes->matrix : NULL;
    if (m && !p->dead && end == items + m->rows && next >= items) {
        Cell keys[MATRIX_COLUMNS];
        matrix_keys(m, args, keys);
        uint32_t row = matrix_next(m, keys, (uint32_t)(next - items) + 1);
        out->clause = *next;
        out->next = row < m->rows ? items + row : NULL;
        out->end = end;
        return;
    }
    select_scan(e, p, next, end, generation, args, out);
}

#endif
