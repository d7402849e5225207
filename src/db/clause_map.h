/* clause_map.h - which clause an address lies in.
 * SPDX-License-Identifier: MIT
 *
 * A two-level sorted array of clauses by address: a directory of leaves, each holding up to MAP_LEAF clauses. Looking up takes two
 * binary searches and no memory, so the collector may do it.
 */
#ifndef HORN_DB_CLAUSE_MAP_H
#define HORN_DB_CLAUSE_MAP_H

#include "db/clause.h"

#define MAP_LEAF 256

typedef struct ClauseMapLeaf {
    uint32_t count;
    Clause *clauses[MAP_LEAF]; /* ascending */
} ClauseMapLeaf;

typedef struct ClauseMap {
    ClauseMapLeaf **leaves; /* ascending; none is empty */
    size_t count, capacity;
} ClauseMap;

/* False: memory; nothing changed. */
bool clause_map_add(ClauseMap *m, Alloc *alloc, Clause *clause);
void clause_map_remove(ClauseMap *m, Alloc *alloc, const Clause *clause);
/* The last clause that does not begin after the address, or NULL. */
Clause *clause_map_find(const ClauseMap *m, const void *address);
/* Forgets all; the clauses stay. */
void clause_map_free(ClauseMap *m, Alloc *alloc);

#endif
