/* gc_mark.c - finding the live cells of a heap.
 * SPDX-License-Identifier: MIT
 *
 * Roots are treated in the order in which backtracking meets them: the running goal, then the choice points from the newest to the
 * oldest, each after the stretch of trail that leads to it. A trail entry whose cell is still unmarked then belongs to a cell that only
 * older choice points can see, after the entry was undone: so it is undone at once and dropped, and what it was bound to may be garbage.
 *
 * Tracing keeps ranges of marked cells on the work stack of the store. When that cannot grow, the range is noted as missed, and
 * all marked cells between the lowest and the highest missed one are looked at again.
 *
 * Marking may be abandoned anywhere inside tracing, since until then only such trail entries were undone as nothing live needed.
 */
#include "vm/gc_int.h"

/* How far ahead memory is fetched: terms built front to back are traced upward. */
#define PREFETCH_CELLS 64
/* A fraction of a millisecond. */
#define STEPS_TO_LOOK (4 * STOP_STEPS)

/* ---- tracing ---- */

/* Each sets the bits of a block and is false when they were set. */
static inline bool mark_one(MapEntry *map, size_t i)
{
    uint64_t bit = UINT64_C(1) << (i % 64), *bits = &map[i / 64].bits;
    if (*bits & bit)
        return false;
    *bits |= bit;
    return true;
}

static inline bool mark_pair(MapEntry *map, size_t i)
{
    if (UNLIKELY(i % 64 == 63)) {
        bool first = mark_one(map, i);
        return mark_one(map, i + 1) || first;
    }
    uint64_t both = UINT64_C(3) << (i % 64), *bits = &map[i / 64].bits;
    if ((*bits & both) == both)
        return false;
    *bits |= both;
    return true;
}

static void mark_words(MapEntry *map, size_t i, size_t count)
{
    size_t end = i + count;
    MapEntry *entry = &map[i / 64], *last = &map[end / 64];
    uint64_t from = ~UINT64_C(0) << (i % 64), to = (UINT64_C(1) << (end % 64)) - 1;
    if (entry == last) {
        entry->bits |= from & to;
        return;
    }
    entry->bits |= from;
    while (++entry < last)
        entry->bits = ~UINT64_C(0);
    entry->bits |= to; /* there is an entry for the end of the heap */
}

static inline bool mark_block(MapEntry *map, size_t i, size_t count)
{
    if (map_has(map, i))
        return false;
    if (LIKELY(i % 64 + count < 64))
        map[i / 64].bits |= ((UINT64_C(1) << count) - 1) << (i % 64);
    else
        mark_words(map, i, count);
    return true;
}

static COLD void note_missed(Collector *g, const Cell *at, const Cell *end)
{
    if (!g->missed || at < g->missed)
        g->missed = at;
    if (!g->missed_end || end > g->missed_end)
        g->missed_end = end;
}

static COLD bool is_to_stop(Collector *g)
{
    g->steps = STEPS_TO_LOOK;
    g->is_abandoned = g->is_abandoned || stop_is_wanted(g->stop);
    return g->is_abandoned;
}

/* Marks a pair, and the tails behind it while heads are atomic or variables: *i becomes the first whose parts are to be looked at. False when it comes to
 * a pair that is marked. */
static inline bool mark_list(Collector *g, size_t *i)
{
    MapEntry *const map = g->map;
    const Cell *const base = g->base;
    for (size_t at = *i; mark_pair(map, at);) {
        *i = at;
        Cell head = base[at], tail = base[at + 1];
        if ((cell_is_pointer(head) && head != cell_from_pointer(base + at, TAG_REF)) || cell_tag(tail) != TAG_LST)
            return true;
        at = heap_index(g, tail);
        if (UNLIKELY(at >= g->cells || g->steps == 0))
            return true;
        g->steps--;
    }
    return false;
}

/* Marks what the root refers to, directly and indirectly. */
static void trace(Collector *g, Cell root)
{
    Store *s = &g->e->store;
    MapEntry *const map = g->map;
    Cell *const base = g->base;
    const size_t cells = g->cells;
    const Cell *at = &root, *end = at + 1;
    size_t depth = 0;
    for (;;) {
        while (at < end) {
            Cell c = *at++;
            if (!cell_is_pointer(c))
                continue;
            size_t i = heap_index(g, c), skip = 0, count;
            if (UNLIKELY(i >= cells))
                continue;
            if (UNLIKELY(g->steps-- == 0) && is_to_stop(g))
                return;
            __builtin_prefetch(base + i + PREFETCH_CELLS);
            switch (cell_tag(c)) {
            case TAG_REF:
                if (!mark_one(map, i))
                    continue;
                count = 1;
                break;
            case TAG_LST:
                if (!mark_list(g, &i))
                    continue;
                count = 2;
                break;
            case TAG_STR:
                skip = 1;
                count = functor_arity(base[i]);
                if (!mark_block(map, i, 1 + count))
                    continue;
                break;
            case TAG_ATT: {
                bool pair = mark_pair(map, i);
                if (!mark_one(map, i + 2) && !pair)
                    continue;
                count = 3;
                break;
            }
            case TAG_TXT:
                skip = 1 + raw_words(base[i]);
                count = 1;
                if (!mark_block(map, i, skip + 1))
                    continue;
                break;
            default: /* TAG_BOX */ (void)mark_block(map, i, 1 + raw_words(base[i])); continue;
            }
            while (at < end && !cell_is_pointer(*at))
                at++;
            if (at < end) { /* never the root's own range, which has one cell */
                if (LIKELY(depth + 2 <= s->work_capacity) || work_reserve(s, depth, depth + 2)) {
                    s->work[depth++] = (Cell)(uintptr_t)at;
                    s->work[depth++] = (Cell)(uintptr_t)end;
                } else {
                    note_missed(g, at, end);
                }
            }
            at = base + i + skip;
            end = at + count;
        }
        if (depth == 0)
            return;
        end = (const Cell *)(uintptr_t)s->work[--depth];
        at = (const Cell *)(uintptr_t)s->work[--depth];
    }
}

/* Follows the contents of all marked cells in the missed range, until none is missed. */
static COLD void trace_missed(Collector *g)
{
    while (g->missed && !g->is_abandoned) {
        size_t at = (size_t)(g->missed - g->base), end = (size_t)(g->missed_end - g->base);
        g->missed = g->missed_end = NULL;
        for (; at < end && !g->is_abandoned; at++) {
            if (!map_has(g->map, at))
                continue;
            if (cell_is_raw(g->base[at]))
                at += raw_words(g->base[at]);
            else
                trace(g, g->base[at]);
        }
    }
}

static inline void mark_root(Collector *g, Cell c)
{
    if (!cell_is_pointer(c) || heap_index(g, c) >= g->cells || UNLIKELY(g->is_abandoned))
        return;
    trace(g, c);
    if (UNLIKELY(g->missed))
        trace_missed(g);
}

static void visit_root(void *context, Cell *root)
{
    mark_root(context, *root);
}

/* ---- environments ---- */

/* Sets the bit of a word of the environment area; false when it was set. */
static inline bool mark_slot(Collector *g, const Cell *slot)
{
    size_t i = (size_t)(slot - g->environments);
    HORN_ASSERT(i < g->slot_words * 64, "live slots lie below the top of the environments");
    uint64_t bit = UINT64_C(1) << (i % 64), *bits = &g->slots[i / 64];
    if (*bits & bit)
        return false;
    *bits |= bit;
    return true;
}

static void mark_frame(void *context, Environment *frame, const Code *info, SlotMap map)
{
    Collector *g = context;
    (void)info;
    for (size_t w = 0; w < map.words; w++) {
        for (uint64_t bits = map.bits[w]; bits; bits &= bits - 1) {
            Cell *slot = &frame->slots[w * 64 + (size_t)__builtin_ctzll(bits)];
            if (mark_slot(g, slot))
                mark_root(g, *slot);
        }
    }
}

/* ---- the running goal, choice points, trail ---- */

static void mark_running(Collector *g)
{
    Engine *e = g->e;
    for (size_t i = 0; i < g->live.registers.count; i++)
        if (live_has(&g->live.registers, i))
            mark_root(g, e->X[i]);
    if (e->has_ball)
        mark_root(g, e->ball);
    mark_root(g, e->globals);
    for (GcRoots *r = e->machine->roots; r; r = r->next)
        if (r->visit)
            r->visit(r->user, e, visit_root, g);
    frame_walk_running(&g->walk, e, &g->live);
}

/* True of the value entries that a wake-up still has to find. */
static bool is_wanted_by_wakeup(const Collector *g, Cell old)
{
    return g->e->store.woken && cell_is_att(old);
}

/* The entries in [b->TR, top): those that stay are moved up against `kept`. Returns the end of what it has not come to. */
static Cell *sift_trail(Collector *g, const Choice *b, Cell *top)
{
    while (top > b->TR && !g->is_abandoned) {
        Cell entry = *--top, address = entry & ~UINT64_C(1), old = address;
        bool has_value = entry & 1;
        if (has_value)
            old = *--top;
        size_t i = heap_index(g, address);
        if (i < g->cells && !(has_value && is_wanted_by_wakeup(g, old))) {
            if (g->base + i >= b->H)
                continue; /* the cell goes when the choice point is resumed */
            if (!map_has(g->map, i)) {
                g->base[i] = old;
                continue;
            }
        }
        *--g->kept = entry;
        if (has_value) {
            *--g->kept = old;
            mark_root(g, address | TAG_REF);
            mark_root(g, old);
        }
    }
    return top;
}

/* Moves the entries that were sifted back down to the others, whose end is `top`. */
static void close_gap(Collector *g, Cell *top, const Choice *unsifted)
{
    Store *s = &g->e->store;
    size_t gap = (size_t)(g->kept - top);
    memmove(top, g->kept, (size_t)(s->TR - g->kept) * sizeof(Cell));
    s->TR -= gap;
    for (Choice *b = g->e->B; b != unsifted; b = b->prev)
        b->TR -= gap;
}

bool gc_mark(Collector *g)
{
    Cell *top = g->e->store.TR;
    g->walk = (FrameWalk){g->environments, g->slots, mark_frame, g};
    mark_running(g);
    Choice *b = g->e->B;
    for (; b; b = b->prev) {
        top = sift_trail(g, b, top);
        if (g->is_abandoned)
            break;
        b->TR = g->kept; /* gc_slide moves the trail back down */
        for (uint32_t i = 0; i < b->arguments; i++)
            mark_root(g, b->x[i]);
        frame_walk_choice(&g->walk, b);
    }
    if (g->is_abandoned)
        close_gap(g, top, b);
    return !g->is_abandoned;
}
