/* clause_array.h - clauses in order, growing at both ends under the eyes of running goals.
 * SPDX-License-Identifier: MIT
 *
 *     0        low      first           first + count   high        capacity
 *     | unused | dead   | live ... live | dead          | unused    |
 *                         (dead between)
 *
 * Goals hold ranges of slots, so a slot is written once and never again: [low, high) was written. Clauses that die at an end are
 * trimmed from the range that new goals see. A clause added at that end goes beyond them, and the dead ones come back between it and
 * the others; when they grow more than about the square root of the live ones, the array is replaced by a compact copy instead.
 *
 * Invariants: the first and last clause of the range are alive; every live clause is in the range.
 */
#ifndef HORN_DB_CLAUSE_ARRAY_H
#define HORN_DB_CLAUSE_ARRAY_H

#include "db/block.h"
#include "db/pred.h"

typedef struct ClauseArray {
    Block block;
    uint32_t first, count, capacity;
    uint32_t low, high;
    uint32_t live;
    Clause *items[];
} ClauseArray;

/* Where a copy should have room to grow. */
enum ArrayRoom { ROOM_NOWHERE, ROOM_FRONT, ROOM_BACK };

/* An empty array, or NULL. */
ClauseArray *clause_array_new(Alloc *alloc, uint32_t capacity);
/* A copy of the live clauses, with room for at least one more where asked; `a` may be NULL. NULL: memory. */
ClauseArray *clause_array_copy(Alloc *alloc, const ClauseArray *a, enum ArrayRoom room);
/* True when clause_array_push can take another clause at this end. */
bool clause_array_has_room(const ClauseArray *a, bool at_end);
/* Adds a live clause; room must be there. */
void clause_array_push(ClauseArray *a, Clause *clause, bool at_end);
/* To be called once when a clause in the array has died. */
void clause_array_died(ClauseArray *a);

static inline uint32_t clause_array_dead(const ClauseArray *a)
{
    return a->high - a->low - a->live;
}
/* True when the dead are so many that a compact copy pays. */
static inline bool clause_array_is_sparse(const ClauseArray *a)
{
    return clause_array_dead(a) > a->live + 8;
}
/* Walks over the dead clauses of an array, from the end where they are likely; ends when all are found. */
typedef struct DeadWalk {
    uint32_t at, left;
    bool from_back;
} DeadWalk;

static inline DeadWalk clause_array_dead_walk(const ClauseArray *a, bool from_back)
{
    return (DeadWalk){from_back ? a->high : a->low, clause_array_dead(a), from_back};
}
/* The next dead clause, or NULL. */
Clause *clause_array_next_dead(const ClauseArray *a, DeadWalk *walk);

static inline Candidates clause_array_range(const ClauseArray *a)
{
    return (Candidates){a->items + a->first, a->items + a->first + a->count};
}

#endif
