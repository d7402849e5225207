/* number_map.c - numbers, such as atoms, and what each stands for.
 *
 * SPDX-License-Identifier: MIT
 */
#include "base/number_map.h"

#include "base/hash.h"

/* Where the number stands, or the free slot where it would. The table is not empty. Its address is the seed. */
static NumberSlot *slot_of(const NumberMap *m, uint32_t number)
{
    size_t mask = m->capacity - 1;
    size_t i = (size_t)hash_word((uintptr_t)m->slots >> 4, number) & mask;
    while (m->slots[i].value != 0 && m->slots[i].number != number)
        i = (i + 1) & mask;
    return &m->slots[i];
}

/* Keeps at least a quarter of the slots free. */
bool number_map_reserve(NumberMap *m, Alloc *alloc)
{
    if (m->count + 1 <= m->capacity / 4 * 3)
        return true;
    NumberMap wider = {.count = m->count, .capacity = max_size(2 * m->capacity, 16)};
    wider.slots = alloc_zero(alloc, wider.capacity * sizeof *wider.slots);
    if (!wider.slots)
        return false;
    for (size_t i = 0; i < m->capacity; i++)
        if (m->slots[i].value != 0)
            *slot_of(&wider, m->slots[i].number) = m->slots[i];
    number_map_free(m, alloc);
    *m = wider;
    return true;
}

void number_map_put(NumberMap *m, uint32_t number, uintptr_t value)
{
    HORN_ASSERT(m->count < m->capacity && value != 0, "the caller made room");
    *slot_of(m, number) = (NumberSlot){number, value};
    m->count++;
}

uintptr_t number_map_get(const NumberMap *m, uint32_t number)
{
    return m->count > 0 ? slot_of(m, number)->value : 0;
}

void number_map_free(NumberMap *m, Alloc *alloc)
{
    alloc_free(alloc, m->slots, m->capacity * sizeof *m->slots);
    *m = (NumberMap){0};
}
