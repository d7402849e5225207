/* findall.c - the answers of findall/3 while they are found.
 * SPDX-License-Identifier: MIT
 */
#include "vm/findall.h"

#include "term/record.h"
#include "vm/engine.h"

/* Cells of blocks: each is twice as large as the one before, unless an answer needs more. */
#define FIRST_BLOCK ((size_t)60)
#define MOST_BLOCK  ((size_t)1 << 16)

bool findall_begin(Engine *e)
{
    Findall *f = alloc_zero(&e->machine->alloc, sizeof *f);
    if (f == NULL)
        return false;
    f->outer = e->findall;
    f->mark = e->B;
    e->findall = f;
    return true;
}

void findall_end(Engine *e)
{
    Findall *f = e->findall;
    e->findall = f->outer;
    for (AnswerBlock *block = f->first; block != NULL;) {
        AnswerBlock *next = block->next;
        alloc_free(&e->machine->alloc, block, sizeof *block + block->capacity * sizeof(Cell));
        block = next;
    }
    alloc_free(&e->machine->alloc, f, sizeof *f);
}

/* A new last block with room for at least so many cells. */
static bool add_block(Engine *e, Findall *f, size_t cells)
{
    if (!limits_could_hold(e, f->heap_cells * sizeof(Cell)))
        return false;
    size_t capacity = max_size(cells, f->last == NULL ? FIRST_BLOCK : min_size(2 * f->last->capacity, MOST_BLOCK));
    AnswerBlock *block = alloc_new(&e->machine->alloc, sizeof *block + capacity * sizeof(Cell));
    if (block == NULL)
        return false;
    block->next = NULL;
    block->used = 0;
    block->capacity = capacity;
    *(f->last == NULL ? &f->first : &f->last->next) = block;
    f->last = block;
    return true;
}

/* Room for cells, to be filled at once; NULL when memory is exhausted. */
static Cell *take_cells(Engine *e, Findall *f, size_t cells)
{
    if (UNLIKELY(f->last == NULL || f->last->capacity - f->last->used < cells) && !add_block(e, f, cells))
        return NULL;
    Cell *to = f->last->cells + f->last->used;
    f->last->used += cells;
    return to;
}

bool findall_add(Engine *e, Cell term)
{
    Findall *f = e->findall;
    term = cell_deref(term);
    size_t count = 0;
    if (cell_is_pointer(term) && !record_cells(&e->store, term, true, &term, &count))
        return false;
    bool is_atomic = !cell_is_pointer(term);
    Cell *to = take_cells(e, f, is_atomic ? 1 : 2 + count);
    if (to == NULL)
        return false;
    to[0] = term;
    if (!is_atomic) {
        to[1] = (Cell)count;
        memcpy(to + 2, e->store.work, count * sizeof(Cell));
    }
    f->count++;
    f->heap_cells += 2 + count;
    return true;
}

/* The cells of an answer other than the root. */
static size_t answer_count(const Cell *answer)
{
    return cell_is_pointer(answer[0]) ? (size_t)answer[1] : 0;
}

static const Cell *answer_end(const Cell *answer)
{
    return answer + (cell_is_pointer(answer[0]) ? 2 + answer_count(answer) : 1);
}

Cell findall_push(Engine *e, Cell tail)
{
    const Findall *f = e->findall;
    Store *s = &e->store;
    if (f->count == 0)
        return tail;
    Cell *pair = s->H, list = cell_from_pointer(pair, TAG_LST);
    s->H += 2 * f->count;
    for (const AnswerBlock *block = f->first; block != NULL; block = block->next) {
        const Cell *end = block->cells + block->used;
        for (const Cell *at = block->cells; at < end; at = answer_end(at), pair += 2) {
            pair[0] = cell_is_pointer(at[0]) ? record_push_cells(s, at + 2, answer_count(at), at[0]) : at[0];
            pair[1] = cell_from_pointer(pair + 2, TAG_LST);
        }
    }
    pair[-1] = tail;
    return list;
}

void findall_mark_atoms(AtomTable *t, const Findall *f)
{
    for (const AnswerBlock *block = f->first; block != NULL; block = block->next) {
        const Cell *end = block->cells + block->used;
        for (const Cell *at = block->cells; at < end; at = answer_end(at)) {
            record_mark_cells(t, at, 1);
            record_mark_cells(t, at + 2, answer_count(at));
        }
    }
}
