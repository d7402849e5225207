/* clause_map.c - which clause an address lies in.
 * SPDX-License-Identifier: MIT
 */
#include "db/clause_map.h"

#include "base/vec.h"

/* How many leaves begin at or before the address. */
static size_t leaves_upto(const ClauseMap *m, uintptr_t address)
{
    size_t low = 0, high = m->count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if ((uintptr_t)m->leaves[middle]->clauses[0] <= address)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* How many clauses of the leaf begin at or before the address. */
static uint32_t clauses_upto(const ClauseMapLeaf *leaf, uintptr_t address)
{
    uint32_t low = 0, high = leaf->count;
    while (low < high) {
        uint32_t middle = (low + high) / 2;
        if ((uintptr_t)leaf->clauses[middle] <= address)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Puts an empty leaf at a place of the directory. */
static ClauseMapLeaf *insert_leaf(ClauseMap *m, Alloc *alloc, size_t at)
{
    if (!VEC_RESERVE(alloc, m->leaves, m->capacity, m->count + 1))
        return NULL;
    ClauseMapLeaf *leaf = alloc_new(alloc, sizeof *leaf);
    if (!leaf)
        return NULL;
    leaf->count = 0;
    memmove(m->leaves + at + 1, m->leaves + at, (m->count - at) * sizeof m->leaves[0]);
    m->leaves[at] = leaf;
    m->count++;
    return leaf;
}

/* Makes room in the full leaf `at`. Addresses mostly ascend, so the last leaf is left full and a new one begun. Returns where the
 * clause belongs now, or NULL. */
static ClauseMapLeaf *split_leaf(ClauseMap *m, Alloc *alloc, size_t at, uintptr_t address)
{
    ClauseMapLeaf *leaf = m->leaves[at];
    bool beyond = (uintptr_t)leaf->clauses[MAP_LEAF - 1] < address;
    ClauseMapLeaf *right = insert_leaf(m, alloc, at + 1);
    if (!right || beyond)
        return right;
    uint32_t keep = MAP_LEAF / 2;
    memcpy(right->clauses, leaf->clauses + keep, (MAP_LEAF - keep) * sizeof leaf->clauses[0]);
    right->count = MAP_LEAF - keep;
    leaf->count = keep;
    return address < (uintptr_t)right->clauses[0] ? leaf : right;
}

bool clause_map_add(ClauseMap *m, Alloc *alloc, Clause *clause)
{
    uintptr_t address = (uintptr_t)clause;
    size_t before = leaves_upto(m, address);
    size_t at = before > 0 ? before - 1 : 0;
    ClauseMapLeaf *leaf = m->count > 0 ? m->leaves[at] : insert_leaf(m, alloc, 0);
    if (leaf && leaf->count == MAP_LEAF)
        leaf = split_leaf(m, alloc, at, address);
    if (!leaf)
        return false;
    uint32_t place = clauses_upto(leaf, address);
    memmove(leaf->clauses + place + 1, leaf->clauses + place, (leaf->count - place) * sizeof leaf->clauses[0]);
    leaf->clauses[place] = clause;
    leaf->count++;
    return true;
}

void clause_map_remove(ClauseMap *m, Alloc *alloc, const Clause *clause)
{
    size_t before = leaves_upto(m, (uintptr_t)clause);
    ClauseMapLeaf *leaf = before > 0 ? m->leaves[before - 1] : NULL;
    uint32_t upto = leaf ? clauses_upto(leaf, (uintptr_t)clause) : 0;
    if (upto == 0 || leaf->clauses[upto - 1] != clause)
        return;
    leaf->count--;
    memmove(leaf->clauses + upto - 1, leaf->clauses + upto, (leaf->count - (upto - 1)) * sizeof leaf->clauses[0]);
    if (leaf->count > 0)
        return;
    m->count--;
    memmove(m->leaves + before - 1, m->leaves + before, (m->count - (before - 1)) * sizeof m->leaves[0]);
    alloc_free(alloc, leaf, sizeof *leaf);
}

Clause *clause_map_find(const ClauseMap *m, const void *address)
{
    size_t before = leaves_upto(m, (uintptr_t)address);
    if (before == 0)
        return NULL;
    const ClauseMapLeaf *leaf = m->leaves[before - 1];
    return leaf->clauses[clauses_upto(leaf, (uintptr_t)address) - 1];
}

void clause_map_free(ClauseMap *m, Alloc *alloc)
{
    for (size_t i = 0; i < m->count; i++)
        alloc_free(alloc, m->leaves[i], sizeof *m->leaves[i]);
    VEC_FREE(alloc, m->leaves, m->capacity);
    *m = (ClauseMap){0};
}
