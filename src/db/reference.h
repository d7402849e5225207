/* reference.h - numbers by which programs name clauses.
 * SPDX-License-Identifier: MIT
 *
 * A clause gets a number when its reference is first asked for and keeps it as long as it is in memory. No number is given twice, so one
 * that outlives its clause names nothing.
 */
#ifndef HORN_DB_REFERENCE_H
#define HORN_DB_REFERENCE_H

#include "db/clause.h"

/* A hash map of words that are not 0: open addressing, without tombstones. */
typedef struct WordMap {
    uint64_t *slots; /* key, value, key, value, ... */
    size_t count, capacity;
} WordMap;

typedef struct ReferenceTable {
    WordMap clauses; /* number -> address of the clause */
    WordMap numbers; /* and back */
    uint64_t last;   /* number given */
} ReferenceTable;

/* The number of a clause. 0: memory. */
uint64_t reference_of_clause(ReferenceTable *t, Alloc *alloc, Clause *clause);
/* The clause with this number, dead or alive; NULL when there is none. */
Clause *reference_find(const ReferenceTable *t, uint64_t number);
/* To be called before a clause with CLAUSE_REFERENCED is freed. */
void reference_forget(ReferenceTable *t, const Clause *clause);
void reference_table_free(ReferenceTable *t, Alloc *alloc);

#endif
