/* gc_frames.c - walking the chains of environments.
 * SPDX-License-Identifier: MIT
 */
#include "vm/gc_frames.h"

#include "vm/interlude.h"
#include "vm/stubs.h"

/* Sets the bit of a frame; false when it was set. */
static inline bool see(FrameWalk *w, const Environment *frame)
{
    size_t i = (size_t)((const Cell *)(const void *)frame - w->base);
    uint64_t bit = UINT64_C(1) << (i % 64), *bits = &w->seen[i / 64];
    if (*bits & bit)
        return false;
    *bits |= bit;
    return true;
}

/* From `frame` on, with continuation `cp`. What is behind a frame does not depend on how one came to it. */
static void walk_chain(FrameWalk *w, Environment *frame, const Code *cp)
{
    while (frame) {
        uint64_t local;
        w->visit(w->context, frame, cp - 1, slots_of_info(cp - 1, &local));
        if (!see(w, frame))
            return;
        const Environment *inner = frame;
        bool interlude = cp == stub_resume.code;
        cp = inner->cp;
        frame = inner->ce;
        if (interlude && interlude_use(inner) == FRAME_UNUSED)
            return;
        if (interlude && interlude_use(inner) == FRAME_OWN) { /* what is live of it was saved */
            if (!see(w, frame))
                return;
            cp = frame->cp;
            frame = frame->ce;
        }
    }
}

/* A frame that is described otherwise than by its continuation, and what is behind it. */
static void walk_from_inner(FrameWalk *w, Environment *frame, const Code *info, SlotMap map)
{
    w->visit(w->context, frame, info, map);
    if (see(w, frame))
        walk_chain(w, frame->ce, frame->cp);
}

void frame_walk_running(FrameWalk *w, const Engine *e, const Liveness *state)
{
    if (state->use == FRAME_OWN)
        walk_from_inner(w, e->E, NULL, (SlotMap){state->slots.bits, (state->slots.count + 63) / 64});
    else if (state->use == FRAME_OF_CALLER)
        walk_chain(w, e->E, e->CP);
}

void frame_walk_choice(FrameWalk *w, const Choice *b)
{
    Opcode op = code_op(*b->alternative);
    if (!b->E || op == I_ALT_FAIL) /* such a one only fails when it is resumed */
        return;
    uint64_t local;
    const Code *info = b->alternative + 1;
    if (op == I_RETRY || op == I_TRUST) /* inside the clause that E belongs to */
        walk_from_inner(w, b->E, info, slots_of_info(info, &local));
    else
        walk_chain(w, b->E, b->CP);
}
