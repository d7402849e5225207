/* reference.c - numbers by which programs name clauses.
 * SPDX-License-Identifier: MIT
 */
#include "db/reference.h"

#include "base/hash.h"

/* ---- the map ---- */

/* Where the key stands, or the free slot where it would. There is one. */
static size_t word_slot(const WordMap *m, uint64_t key)
{
    size_t mask = m->capacity - 1, i = (size_t)hash_word(0, key) & mask;
    while (m->slots[2 * i] != 0 && m->slots[2 * i] != key)
        i = (i + 1) & mask;
    return i;
}

static uint64_t word_map_get(const WordMap *m, uint64_t key)
{
    return m->count > 0 ? m->slots[2 * word_slot(m, key) + 1] : 0;
}

/* Makes room for another key: a quarter of the slots stays free. */
static bool word_map_reserve(WordMap *m, Alloc *alloc)
{
    if (m->count + 1 <= m->capacity / 4 * 3)
        return true;
    WordMap grown = {.count = m->count, .capacity = max_size(m->capacity * 2, 16)};
    grown.slots = alloc_zero(alloc, grown.capacity * 2 * sizeof *grown.slots);
    if (!grown.slots)
        return false;
    for (size_t i = 0; i < m->capacity; i++)
        if (m->slots[2 * i] != 0)
            memcpy(grown.slots + 2 * word_slot(&grown, m->slots[2 * i]), m->slots + 2 * i, 2 * sizeof *grown.slots);
    alloc_free(alloc, m->slots, m->capacity * 2 * sizeof *m->slots);
    *m = grown;
    return true;
}

/* Adds a key that is not there. The room is. */
static void word_map_add(WordMap *m, uint64_t key, uint64_t value)
{
    size_t i = word_slot(m, key);
    m->slots[2 * i] = key;
    m->slots[2 * i + 1] = value;
    m->count++;
}

/* Takes a key that is there, and moves up those behind it that would no longer be found. */
static void word_map_remove(WordMap *m, uint64_t key)
{
    size_t mask = m->capacity - 1, hole = word_slot(m, key);
    for (size_t i = (hole + 1) & mask; m->slots[2 * i] != 0; i = (i + 1) & mask) {
        size_t home = (size_t)hash_word(0, m->slots[2 * i]) & mask;
        if (((i - home) & mask) < ((i - hole) & mask))
            continue;
        memcpy(m->slots + 2 * hole, m->slots + 2 * i, 2 * sizeof *m->slots);
        hole = i;
    }
    m->slots[2 * hole] = m->slots[2 * hole + 1] = 0;
    m->count--;
}

static void word_map_free(WordMap *m, Alloc *alloc)
{
    alloc_free(alloc, m->slots, m->capacity * 2 * sizeof *m->slots);
    *m = (WordMap){0};
}

/* ---- public functions ---- */

uint64_t reference_of_clause(ReferenceTable *t, Alloc *alloc, Clause *clause)
{
    if (clause->flags & CLAUSE_REFERENCED)
        return word_map_get(&t->numbers, (uintptr_t)clause);
    if (!word_map_reserve(&t->clauses, alloc) || !word_map_reserve(&t->numbers, alloc))
        return 0;
    word_map_add(&t->clauses, ++t->last, (uintptr_t)clause);
    word_map_add(&t->numbers, (uintptr_t)clause, t->last);
    clause->flags |= CLAUSE_REFERENCED;
    return t->last;
}

Clause *reference_find(const ReferenceTable *t, uint64_t number)
{
    return number != 0 ? (Clause *)(uintptr_t)word_map_get(&t->clauses, number) : NULL;
}

void reference_forget(ReferenceTable *t, const Clause *clause)
{
    uint64_t number = word_map_get(&t->numbers, (uintptr_t)clause);
    word_map_remove(&t->numbers, (uintptr_t)clause);
    word_map_remove(&t->clauses, number);
}

void reference_table_free(ReferenceTable *t, Alloc *alloc)
{
    word_map_free(&t->clauses, alloc);
    word_map_free(&t->numbers, alloc);
}
