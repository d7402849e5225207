/* interlude.c - goals that run between two instructions of a clause.
 * SPDX-License-Identifier: MIT
 */
#include "vm/interlude.h"

#include "vm/error.h"
#include "vm/stubs.h"

static size_t count_live(const LiveSet *set)
{
    size_t n = 0;
    for (size_t i = 0; i < (set->count + 63) / 64; i++)
        n += (size_t)__builtin_popcountll(set->bits[i]);
    return n;
}

/* Copies the cells with the numbers in the set between an array of them and a dense one; returns the end of the latter. */
static Cell *save_cells(const LiveSet *set, const Cell *from, Cell *to)
{
    for (size_t i = 0; i < set->count; i++)
        if (live_has(set, i))
            *to++ = from[i];
    return to;
}
static const Cell *restore_cells(const LiveSet *set, const Cell *from, Cell *to)
{
    for (size_t i = 0; i < set->count; i++)
        if (live_has(set, i))
            to[i] = *from++;
    return from;
}

/* Where the frame goes: above what is live of E. When all ways from here fail, nothing of it is but its place in the chain. */
static Cell *frame_place(const Engine *e, const Liveness *live)
{
    Cell *top = e->B->environment_top;
    if (e->E) {
        size_t slots = live->use == FRAME_OWN ? live->slots.count : live->use == FRAME_OF_CALLER ? info_live(e->CP - 1) : 0;
        Cell *end = e->E->slots + slots;
        top = end > top ? end : top;
    }
    return top;
}

Status interlude_begin(Engine *e, const Code *resume, size_t cells)
{
    Liveness live;
    Store *s = &e->store;
    if (!liveness_at(s->alloc, resume, &live))
        return resource_error(e, ATOM_memory);
    bool own = live.use == FRAME_OWN;
    size_t saved = count_live(&live.registers) + (own ? count_live(&live.slots) : 0);
    if (!heap_has(s, saved + 1 + cells))
        return ST_RETRY;
    Environment *frame = (Environment *)(void *)frame_place(e, &live);
    if ((Cell *)(void *)frame >= e->environment_end) {
        s->resource = RES_ENVIRONMENT;
        return store_error(e);
    }
    Cell block = cell_from_atom(ATOM_nil);
    if (saved > 0) {
        block = heap_push_struct(s, cell_from_functor(ATOM_nil, (uint32_t)saved));
        Cell *to = save_cells(&live.registers, e->X, str_cells(block) + 1);
        if (own)
            save_cells(&live.slots, e->E->slots, to);
    }
    frame->ce = e->E;
    frame->cp = e->CP;
    frame->slots[INTERLUDE_SAVED] = block;
    frame->slots[INTERLUDE_RESUME] = cell_from_int((int64_t)((uintptr_t)resume / sizeof(Code)));
    frame->slots[INTERLUDE_USE] = cell_from_int(live.use);
    frame->slots[INTERLUDE_BARRIER] = choice_name(e, e->cut_barrier);
    e->E = frame;
    e->CP = stub_resume.code;
    return ST_TRUE;
}

Status interlude_end(Engine *e)
{
    Liveness live;
    const Environment *frame = e->E;
    const Code *resume = interlude_resume(frame);
    if (!liveness_at(e->store.alloc, resume, &live))
        return resource_error(e, ATOM_memory);
    e->E = frame->ce;
    e->CP = frame->cp;
    e->cut_barrier = choice_named(e, frame->slots[INTERLUDE_BARRIER]);
    e->P = resume;
    Cell block = cell_deref(frame->slots[INTERLUDE_SAVED]);
    if (cell_is_str(block)) {
        const Cell *rest = restore_cells(&live.registers, str_cells(block) + 1, e->X);
        if (live.use == FRAME_OWN)
            restore_cells(&live.slots, rest, e->E->slots);
    }
    return ST_TRUE;
}
