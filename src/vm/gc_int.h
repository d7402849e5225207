/* gc_int.h - what the phases of a heap collection share.
 * SPDX-License-Identifier: MIT
 *
 *     heap:     | cell 0 ... cell 63 | cell 64 ... cell 127 | ...
 *     map:      | bits, dead         | bits, dead           | ...   one entry per 64 cells: which are live; how many below are dead
 *     slots:    one bit per word of the environment area: a slot that is a root, or the first word of a frame that was walked
 *
 * A live raw block has the bits of all its words set; nothing else may be there. The bit of a functor word or raw header is only ever
 * set together with those of its whole block, so it tells whether the block was met. A single live cell within a dead block is possible.
 */
#ifndef HORN_VM_GC_INT_H
#define HORN_VM_GC_INT_H

#include "vm/gc.h"
#include "vm/gc_frames.h"

typedef struct MapEntry {
    uint64_t bits;
    size_t dead;
} MapEntry;

typedef struct Collector {
    Engine *e;
    Cell *base;
    size_t cells; /* of the heap when the collection began */
    MapEntry *map;
    size_t entries; /* of the map: one more than needed if the last is full, so that H has a place */
    Cell *environments;
    uint64_t *slots;
    size_t slot_words;
    FrameWalk walk; /* its `seen` is `slots` */
    Cell *kept; /* entries of the trail that stay have been moved up to [kept, TR) */
    const Cell *missed, *missed_end; /* heap range with marked cells whose contents were not followed, or NULL */
    const Stop *stop; /* what may end the marking, or NULL */
    size_t steps; /* blocks to be marked before the next look at it */
    bool is_abandoned;
    Liveness live;
} Collector;

static inline bool map_has(const MapEntry *map, size_t i)
{
    return (map[i / 64].bits >> (i % 64)) & 1;
}
static inline unsigned count_bits(uint64_t x)
{
    x -= (x >> 1) & UINT64_C(0x5555555555555555);
    x = (x & UINT64_C(0x3333333333333333)) + ((x >> 2) & UINT64_C(0x3333333333333333));
    x = (x + (x >> 4)) & UINT64_C(0x0f0f0f0f0f0f0f0f);
    return (unsigned)((x * UINT64_C(0x0101010101010101)) >> 56);
}
/* Index of the cell that a pointer cell refers to; not below `cells` when it is outside the heap. */
static inline size_t heap_index(const Collector *g, Cell c)
{
    return (size_t)((c & CELL_ADDRESS_MASK) - (Cell)(uintptr_t)g->base) / sizeof(Cell);
}

/* Marks all that is live; resets and drops trail entries that nothing can see. False when it was stopped: then the trail is in order again
 * and no more is to be done. */
bool gc_mark(Collector *g);
/* Moves the live cells down and rewrites every pointer to them. */
void gc_slide(Collector *g);

#endif
