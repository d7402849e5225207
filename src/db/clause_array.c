/* clause_array.c - clauses in order, growing at both ends.
 * SPDX-License-Identifier: MIT
 */
#include "db/clause_array.h"

static bool clause_is_dead(const Clause *c)
{
    return c->died != GENERATION_NEVER;
}

ClauseArray *clause_array_new(Alloc *alloc, uint32_t capacity)
{
    ClauseArray *a = block_new(alloc, sizeof *a + capacity * sizeof a->items[0]);
    if (!a)
        return NULL;
    a->first = a->count = a->low = a->high = a->live = 0;
    a->capacity = capacity;
    return a;
}

/* Unused slots for one end of a copy: half the live ones where it shall grow, elsewhere what there was, within reason. */
static size_t room_for_end(size_t live, size_t unused, bool grow)
{
    return grow ? live / 2 + 2 : min_size(unused, live / 2 + 2);
}

/* Copies the live clauses. Once all dead ones are passed, the rest goes in one piece; they are often near the end that changes. */
static void copy_live(ClauseArray *copy, const ClauseArray *a, bool from_back)
{
    Clause *const *next = a->items + a->first, *const *end = next + a->count;
    Clause **to = copy->items + copy->first, **to_end = to + a->live;
    uint32_t dead = a->count - a->live;
    while (dead > 0) {
        Clause *c = from_back ? *--end : *next++;
        if (clause_is_dead(c))
            dead--;
        else if (from_back)
            *--to_end = c;
        else
            *to++ = c;
    }
    memcpy(to, next, (size_t)(end - next) * sizeof *to);
}

ClauseArray *clause_array_copy(Alloc *alloc, const ClauseArray *a, enum ArrayRoom room)
{
    size_t live = a ? a->live : 0;
    size_t front = room_for_end(live, a ? a->low : 0, room == ROOM_FRONT);
    size_t back = room_for_end(live, a ? a->capacity - a->high : 0, room == ROOM_BACK);
    if (front + live + back > UINT32_MAX)
        return NULL;
    ClauseArray *copy = clause_array_new(alloc, (uint32_t)(front + live + back));
    if (!copy)
        return NULL;
    copy->first = copy->low = (uint32_t)front;
    copy->high = (uint32_t)(front + live);
    copy->count = copy->live = (uint32_t)live;
    if (a)
        copy_live(copy, a, room == ROOM_BACK);
    return copy;
}

Clause *clause_array_next_dead(const ClauseArray *a, DeadWalk *walk)
{
    if (walk->left == 0)
        return NULL;
    for (;;) {
        Clause *c = a->items[walk->from_back ? --walk->at : walk->at++];
        if (!clause_is_dead(c))
            continue;
        walk->left--;
        return c;
    }
}

/* Dead clauses that come back into the range when a clause is added at this end. */
static uint32_t trimmed(const ClauseArray *a, bool at_end)
{
    if (a->count == 0)
        return 0;
    return at_end ? a->high - (a->first + a->count) : a->first - a->low;
}

/* May so many dead clauses stand in the range? At most about the square root of the live ones: see the drawing. */
static bool is_tolerable(const ClauseArray *a, uint64_t dead)
{
    return dead <= 32 || dead * dead <= a->live;
}

bool clause_array_has_room(const ClauseArray *a, bool at_end)
{
    if (at_end ? a->high == a->capacity : a->low == 0)
        return false;
    uint32_t back = trimmed(a, at_end);
    return back == 0 || is_tolerable(a, (uint64_t)back + (a->count - a->live));
}

void clause_array_push(ClauseArray *a, Clause *clause, bool at_end)
{
    HORN_ASSERT(at_end ? a->high < a->capacity : a->low > 0, "the caller made room");
    uint32_t back = trimmed(a, at_end);
    a->items[at_end ? a->high++ : --a->low] = clause;
    if (a->count == 0)
        a->first = at_end ? a->high - 1 : a->low;
    else if (!at_end)
        a->first = a->low;
    a->count += 1 + back;
    a->live++;
}

void clause_array_died(ClauseArray *a)
{
    HORN_ASSERT(a->live > 0, "a clause dies once");
    a->live--;
    while (a->count > 0 && clause_is_dead(a->items[a->first])) {
        a->first++;
        a->count--;
    }
    while (a->count > 0 && clause_is_dead(a->items[a->first + a->count - 1]))
        a->count--;
}
