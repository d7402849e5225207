/* liveness.h - what is wanted at an instruction inside a clause: registers and slots.
 * SPDX-License-Identifier: MIT
 *
 * Where a continuation or an alternative is known, its information word tells it. In between the code from there on is read. That
 * costs time in proportion to the rest of the clause, but only when something out of the ordinary happens there: a collection, or
 * goals that must run before the next instruction. So no instruction carries masks.
 */
#ifndef HORN_VM_LIVENESS_H
#define HORN_VM_LIVENESS_H

#include "vm/engine.h"

/* Words of a set of registers or slots. */
#define LIVE_WORDS ((REGISTER_MAX + 64) / 64)

/* What the code at P does with E. */
typedef enum FrameUse {
    FRAME_OF_CALLER, /* E is what CP describes */
    FRAME_OWN,       /* E belongs to the clause of P; it goes on with E->cp */
    FRAME_UNUSED     /* every way from P fails */
} FrameUse;

typedef struct LiveSet {
    size_t count; /* what has this number or a higher one is not wanted */
    uint64_t bits[LIVE_WORDS];
} LiveSet;

typedef struct Liveness {
    FrameUse use;
    LiveSet slots; /* FRAME_OWN */
    LiveSet registers;
} Liveness;

static inline bool live_has(const LiveSet *set, size_t number)
{
    return number < set->count && (set->bits[number / 64] >> (number % 64)) & 1;
}

/* Adds the numbers below `count`. */
static inline void live_add_first(LiveSet *set, size_t count)
{
    for (size_t i = 0; i < count; i += 64)
        set->bits[i / 64] |= count - i < 64 ? (UINT64_C(1) << (count - i)) - 1 : ~UINT64_C(0);
    set->count = max_size(set->count, count);
}

/* What is wanted at an instruction of a clause; nothing, and FRAME_OF_CALLER, at a stub or NULL. False: no memory. */
bool liveness_at(Alloc *alloc, const Code *code, Liveness *out);

#endif
