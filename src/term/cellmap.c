/* cellmap.c - a hash map from cells to cells.
 * SPDX-License-Identifier: MIT
 */
#include "term/cellmap.h"

#include "base/hash.h"

#define FIRST_CAPACITY ((size_t)32)

static size_t map_bytes(size_t capacity)
{
    return capacity * 2 * sizeof(Cell);
}

/* The slot of a key, or the empty one where it would go. */
static Cell *find_slot(const CellMap *m, Cell key)
{
    size_t i = (size_t)hash_word(0, key) & (m->capacity - 1);
    while (m->slots[2 * i] != key && m->slots[2 * i] != 0)
        i = (i + 1) & (m->capacity - 1);
    return &m->slots[2 * i];
}

static bool grow(CellMap *m)
{
    CellMap grown = {.alloc = m->alloc, .count = m->count, .capacity = m->capacity == 0 ? FIRST_CAPACITY : 2 * m->capacity};
    grown.slots = alloc_zero(m->alloc, map_bytes(grown.capacity));
    if (grown.slots == NULL)
        return false;
    for (size_t i = 0; i < m->capacity; i++)
        if (m->slots[2 * i] != 0)
            memcpy(find_slot(&grown, m->slots[2 * i]), &m->slots[2 * i], 2 * sizeof(Cell));
    cell_map_free(m);
    *m = grown;
    return true;
}

void cell_map_free(CellMap *m)
{
    alloc_free(m->alloc, m->slots, map_bytes(m->capacity));
    cell_map_init(m, m->alloc);
}

Cell *cell_map_get(const CellMap *m, Cell key)
{
    if (m->count == 0)
        return NULL;
    Cell *slot = find_slot(m, key);
    return *slot == key ? slot + 1 : NULL;
}

bool cell_map_put(CellMap *m, Cell key, Cell value)
{
    if (m->count >= m->capacity / 2 && !grow(m))
        return false;
    Cell *slot = find_slot(m, key);
    slot[0] = key;
    slot[1] = value;
    m->count++;
    return true;
}
