/* store.h - heap and trail of an engine: all that building and unifying terms needs.
 * SPDX-License-Identifier: MIT
 *
 *     heap_base            HB               H      heap_soft       heap_end             heap_top
 *     | older than the newest choice point | newer |     (polls)    | reserve for errors |
 *
 *     trail_base                   TR           trail_end
 *     | addr | addr | old, addr+1 | addr |            addr+1: the word before it is the value to put back
 *
 * Both areas are reserved ranges that fill by page faults. The heap may pass `heap_soft` between two polls (the poll then collects);
 * it passes `heap_end`, which a limit of memory may move, at most by what code may write between two polls. While code runs in the loop,
 * H, HB and TR live in registers and are written here before any C call.
 *
 * Invariants: a bound cell below HB is on the trail; trail entries are in time order.
 */
#ifndef HORN_TERM_STORE_H
#define HORN_TERM_STORE_H

#include "term/atom.h"
#include "term/cell.h"
#include "term/status.h"

/* What can run out; the loop turns it into resource_error(Name). */
enum Resource {
    RES_NONE,
    RES_MEMORY,
    RES_TRAIL,
    RES_ENVIRONMENT,
    RES_CHOICE,
    RES_ATOMS,
    RES_BITS,
    RES_INFERENCES,
    RES_TIME,
    RES_OCCURS_CHECK
};

/* What unification does with a variable and a term that contains it: flag occurs_check. */
enum OccursCheck { OCCURS_IGNORED, OCCURS_FAILS, OCCURS_RAISES };

typedef struct Store {
    Cell *H;
    Cell *HB;
    Cell *TR;
    Cell *heap_base, *heap_soft, *heap_end;
    Cell *heap_top; /* the end of what is reserved, behind the reserve for errors */
    Cell *trail_base, *trail_end;
    size_t cells_needed; /* how many cells a step that returned ST_RETRY wants */
    Cell *work;          /* explicit stack of iterative traversals, `work_capacity` cells, grown by work_reserve */
    size_t work_capacity;
    enum Resource resource; /* what ran out, when a function here returns ST_ERROR */
    uint8_t occurs_check;   /* enum OccursCheck */
    Cell occurs[2];         /* RES_OCCURS_CHECK: the variable and the term */
    bool numbers_by_value;  /* in the order of terms: without it floats come before integers */
    bool woken;             /* an attributed variable was bound: the queue is not empty */
    AtomTable *atoms;
    Alloc *alloc;
    Cell *marks; /* cells that a copy has overwritten and will put back, see marks_int.h; grown like `work` */
    size_t marks_capacity;
} Store;

/* ---- heap ---- */

/* Cells up to heap_end; code between two polls may have gone a little further. */
static inline size_t heap_room(const Store *s)
{
    return LIKELY(s->H < s->heap_end) ? (size_t)(s->heap_end - s->H) : 0;
}
static inline bool heap_has(Store *s, size_t cells)
{
    if (LIKELY(heap_room(s) >= cells))
        return true;
    s->cells_needed = cells;
    return false;
}
/* The pushes below take room for granted: heap_has came first. */
static inline Cell heap_push_var(Store *s)
{
    Cell *p = s->H++;
    return *p = cell_from_pointer(p, TAG_REF);
}
static inline Cell heap_push_pair(Store *s, Cell head, Cell tail)
{
    Cell *p = s->H;
    p[0] = head;
    p[1] = tail;
    s->H += 2;
    return cell_from_pointer(p, TAG_LST);
}
/* Pushes a functor word and leaves the arguments (str_cells(c)[1..arity]) for the caller to fill at once. */
static inline Cell heap_push_struct(Store *s, Cell functor)
{
    Cell *p = s->H;
    p[0] = functor;
    s->H += 1 + functor_arity(functor);
    return cell_from_pointer(p, TAG_STR);
}
#define DOUBLE_CELLS 2
/* Writes a float to DOUBLE_CELLS cells of the heap. */
static inline Cell write_double(Cell *p, double value)
{
    p[0] = cell_from_raw(RAW_DOUBLE, 1);
    memcpy(p + 1, &value, sizeof value);
    return cell_from_pointer(p, TAG_BOX);
}
static inline Cell heap_push_double(Store *s, double value)
{
    s->H += DOUBLE_CELLS;
    return write_double(s->H - DOUBLE_CELLS, value);
}
/* Pushes a raw block header and leaves its payload for the caller to fill at once. */
static inline Cell heap_push_raw(Store *s, enum RawKind kind, size_t words)
{
    Cell *p = s->H;
    p[0] = cell_from_raw(kind, words);
    s->H += 1 + words;
    return cell_from_pointer(p, TAG_BOX);
}
/* True of addresses on the heap. Constants elsewhere (in clauses) are ground and acyclic. */
static inline bool store_owns(const Store *s, const Cell *p)
{
    return p >= s->heap_base && p < s->heap_top;
}

/* ---- trail and binding ---- */

/* Room for one more entry; false sets nothing and means exhaustion (resource_error(trail)). */
static inline bool trail_has(const Store *s, size_t entries)
{
    return s->TR + entries <= s->trail_end;
}
/* Binds the unbound plain variable at `p`. Trail room must be there. */
static inline void store_bind(Store *s, Cell *p, Cell value)
{
    *p = value;
    if (p < s->HB)
        *s->TR++ = (Cell)(uintptr_t)p;
}
/* Overwrites a cell so that backtracking puts the old value back: setarg/3, attributes, global variables. */
static inline void store_assign(Store *s, Cell *p, Cell value)
{
    s->TR[0] = *p;
    s->TR[1] = (Cell)(uintptr_t)p | 1;
    s->TR += 2;
    *p = value;
}
/* Undoes every binding noted since `mark`. */
void trail_undo_to(Store *s, Cell *mark);

/* ---- long work ---- */

/* True when the traversal whose steps are counted must end now. It fails as it does for lack of memory; who raises that error finds out why
 * (Alloc.stop). Only one step in STOP_STEPS looks. */
static inline bool store_must_stop(const Store *s, size_t steps)
{
    return UNLIKELY((steps & (STOP_STEPS - 1)) == 0) && stop_is_wanted(s->alloc->stop);
}

/* ---- explicit work stack ---- */

/* Makes room for `cells` cells in s->work, keeping `used` of them; false when memory is exhausted (resource_error(memory)). */
bool work_reserve(Store *s, size_t used, size_t cells);
/* Gives back scratch memory (work stack and marks) beyond `keep` cells each; 0 frees all, as the end of a store must. */
void store_trim_scratch(Store *s, size_t keep);

#endif
