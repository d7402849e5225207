/* gc_frames.h - the environments that an engine still needs, and which of their slots hold values.
 * SPDX-License-Identifier: MIT
 *
 * Where a continuation or an alternative is known, its information word tells which slots are wanted. A collection may also happen at
 * an instruction inside a clause, where E may be newer than CP: then the code from there on tells (liveness.h).
 */
#ifndef HORN_VM_GC_FRAMES_H
#define HORN_VM_GC_FRAMES_H

#include "vm/liveness.h"
#include "vm/slot_map.h"

/* The end of environments in use. */
static inline Cell *gc_environment_end(const Engine *e, const Liveness *state)
{
    Cell *top = e->B->environment_top;
    if (e->E && state->use != FRAME_UNUSED) {
        size_t live = state->use == FRAME_OWN ? state->slots.count : info_live(e->CP - 1);
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
static inline size_t frame_walk_words(const Engine *e, const Liveness *state)
{
    return (size_t)(gc_environment_end(e, state) - e->environment_base) / 64 + 1;
}
/* The frames of the running goal. */
void frame_walk_running(FrameWalk *w, const Engine *e, const Liveness *state);
/* The frames that a choice point brings back. */
void frame_walk_choice(FrameWalk *w, const Choice *b);

#endif
