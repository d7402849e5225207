/* gc_frames.h - the environments that an engine still needs, and which of their slots hold values.
 * SPDX-License-Identifier: MIT
 *
 * Where a continuation or an alternative is known, its information word tells which slots are wanted. A collection may also happen at
 * an instruction inside a clause (BUILTIN, NEED), where E may be newer than CP: then the code from there on is read (gc_slots.c).
 */
#ifndef HORN_VM_GC_FRAMES_H
#define HORN_VM_GC_FRAMES_H

#include "vm/engine.h"

#define SLOT_WORDS ((REGISTER_MAX + 64) / 64)

/* Bits of slots; `bits` may be the caller's `local` word. */
typedef struct SlotMap {
    const uint64_t *bits;
    size_t words;
} SlotMap;

static inline SlotMap slots_of_info(const Code *info, uint64_t *local)
{
    if (UNLIKELY(info_is_long(*info))) {
        const Code *map = info_long_map(info);
        return (SlotMap){map + 1, ((size_t)map[0] + 63) / 64};
    }
    *local = *info >> 40;
    return (SlotMap){local, *local ? 1 : 0};
}

/* What the code at P does with E. */
typedef enum FrameUse {
    FRAME_OF_CALLER, /* E is what CP describes */
    FRAME_OWN,       /* E belongs to the clause of P; it goes on with E->cp */
    FRAME_UNUSED     /* every way from P fails */
} FrameUse;

typedef struct FrameState {
    FrameUse use;
    size_t live; /* FRAME_OWN: the slots above it are not wanted */
    uint64_t bits[SLOT_WORDS];
} FrameState;

/* The use of E at a safe point. False: memory. */
bool gc_frame_state(const Engine *e, FrameState *out);

/* The end of environments in use. */
static inline Cell *gc_environment_end(const Engine *e, const FrameState *state)
{
    Cell *top = e->B->environment_top;
    if (e->E && state->use != FRAME_UNUSED) {
        size_t live = state->use == FRAME_OWN ? state->live : info_live(e->CP - 1);
        Cell *end = e->E->slots + live;
        top = end > top ? end : top;
    }
    return top;
}

/* ---- walking (gc_frames.c) ---- */

/* Chains of frames share their older parts. A walk visits a frame once for each way it is described, and what is behind it once. */
typedef struct FrameWalk {
    const Cell *base; /* of the environment area */
    uint64_t *seen;   /* a bit per word of the area: set for the first words of frames that were walked */
    /* `info` describes the slots, and belongs to the clause that will use them; NULL for the frame at an instruction in a clause. */
    void (*visit)(void *context, Environment *frame, const Code *info, SlotMap map);
    void *context;
} FrameWalk;

/* Words of `seen` that an engine needs. */
static inline size_t frame_walk_words(const Engine *e, const FrameState *state)
{
    return (size_t)(gc_environment_end(e, state) - e->environment_base) / 64 + 1;
}
/* The frames of the running goal. */
void frame_walk_running(FrameWalk *w, const Engine *e, const FrameState *state);
/* The frames that a choice point brings back. */
void frame_walk_choice(FrameWalk *w, const Choice *b);

#endif
