/* gc_slide.c - moving the live cells together.
 * SPDX-License-Identifier: MIT
 *
 * The new place of a cell is its old one less the dead cells below it, which the map tells by a sum per entry and a count of bits. One
 * upward pass moves each live cell and rewrites it; then all roots are rewritten. Below the first dead cell, where old data gathers,
 * nothing moves.
 */
#include "vm/gc_int.h"

typedef struct Slide {
    const MapEntry *map;
    Cell first, bytes; /* addresses that move: [first, first + bytes) */
    Cell base;
} Slide;

static inline size_t dead_below(const MapEntry *map, size_t i)
{
    return map[i / 64].dead + count_bits(~map[i / 64].bits & ((UINT64_C(1) << (i % 64)) - 1));
}

/* A cell with its address as it will be. */
static inline Cell moved(const Slide *s, Cell c)
{
    Cell address = c & CELL_ADDRESS_MASK;
    if (!cell_is_pointer(c) || address - s->first >= s->bytes)
        return c;
    return c - dead_below(s->map, (size_t)(address - s->base) / sizeof(Cell)) * sizeof(Cell);
}

static void move_root(void *context, Cell *root)
{
    *root = moved(context, *root);
}

/* Sums up the map; returns the index of the first dead cell. */
static size_t sum_up(Collector *g)
{
    size_t dead = 0, first = g->cells;
    for (size_t w = 0; w < g->entries; w++) {
        MapEntry *entry = &g->map[w];
        entry->dead = dead;
        if (first == g->cells && ~entry->bits != 0)
            first = min_size(first, w * 64 + (size_t)__builtin_ctzll(~entry->bits));
        dead += 64 - count_bits(entry->bits);
    }
    return first;
}

/* Below the first dead cell, all are live and stay; only what they refer to may move. */
static void update_in_place(const Collector *g, const Slide *s, size_t first)
{
    for (size_t i = 0; i < first; i++) {
        Cell c = g->base[i];
        if (UNLIKELY(cell_is_raw(c)))
            i += raw_words(c);
        else if (cell_is_pointer(c) && (c & CELL_ADDRESS_MASK) - s->first < s->bytes)
            g->base[i] = moved(s, c);
    }
}

/* Moves the live cells above the first dead one. Returns the new top of the heap. */
static Cell *slide_cells(const Collector *g, const Slide *s, size_t first)
{
    Cell *to = g->base + first;
    size_t w = first / 64;
    uint64_t bits = g->map[w].bits & (~UINT64_C(0) << (first % 64));
    for (;;) {
        while (bits) {
            const Cell *from = g->base + w * 64 + (size_t)__builtin_ctzll(bits);
            Cell c = *from;
            bits &= bits - 1;
            if (LIKELY(!cell_is_raw(c))) {
                *to++ = moved(s, c);
                continue;
            }
            size_t words = 1 + raw_words(c), next = (size_t)(from - g->base) + words;
            memmove(to, from, words * sizeof(Cell));
            to += words;
            w = next / 64;
            bits = g->map[w].bits & (~UINT64_C(0) << (next % 64));
        }
        if (++w >= g->entries)
            return to;
        bits = g->map[w].bits;
    }
}

static void move_slots(const Collector *g, const Slide *s)
{
    for (size_t w = 0; w < g->slot_words; w++) {
        for (uint64_t bits = g->slots[w]; bits; bits &= bits - 1) { /* the first words of frames are no heap addresses and stay */
            Cell *slot = g->environments + w * 64 + (size_t)__builtin_ctzll(bits);
            *slot = moved(s, *slot);
        }
    }
}

static void move_registers(const Collector *g, Slide *s)
{
    Engine *e = g->e;
    for (size_t i = 0; i < g->live.registers.count; i++)
        if (live_has(&g->live.registers, i))
            e->X[i] = moved(s, e->X[i]);
    if (e->has_ball)
        e->ball = moved(s, e->ball);
    e->globals = moved(s, e->globals);
    for (GcRoots *r = e->machine->roots; r; r = r->next)
        if (r->visit)
            r->visit(r->user, e, move_root, s);
}

/* Choice points, with the first live cell at or above their H; and the trail, which goes back to its base. */
static void move_choices(const Collector *g, const Slide *s)
{
    Store *store = &g->e->store;
    size_t gap = (size_t)(g->kept - store->trail_base), entries = (size_t)(store->TR - g->kept);
    for (Choice *b = g->e->B; b; b = b->prev) {
        b->H -= dead_below(g->map, (size_t)(b->H - g->base));
        b->TR -= gap;
        for (uint32_t i = 0; i < b->arguments; i++)
            b->x[i] = moved(s, b->x[i]);
    }
    Cell *trail = store->trail_base;
    for (size_t i = 0; i < entries; i++) /* addresses and old values alike; the mark of a value entry looks like a tag */
        trail[i] = moved(s, trail[i + gap]);
    store->TR = trail + entries;
}

void gc_slide(Collector *g)
{
    size_t first = sum_up(g);
    Cell base = (Cell)(uintptr_t)g->base;
    Slide s = {g->map, base + first * sizeof(Cell), (g->cells - first) * sizeof(Cell), base};
    update_in_place(g, &s, first);
    g->e->store.H = slide_cells(g, &s, first);
    move_registers(g, &s);
    move_slots(g, &s);
    move_choices(g, &s);
    g->e->store.HB = g->e->B->H;
}
