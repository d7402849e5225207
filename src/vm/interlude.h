/* interlude.h - goals that run between two instructions of a clause.
 * SPDX-License-Identifier: MIT
 *
 * A cut that removes a choice point with a cleanup runs it before the next instruction. There registers hold values, and E may be a frame
 * that no continuation describes. So a frame is pushed that keeps what the code from there on reads:
 *
 *     | ce = E | cp = CP | saved | resume | use | barrier |       continuation: stub_resume
 *
 * saved is a structure on the heap with the live registers and, when E belongs to the clause, its live slots; resume the address of the
 * next instruction; use says what E is (FrameUse); barrier names e->cut_barrier. The clause stays as long as such a frame names it.
 */
#ifndef HORN_VM_INTERLUDE_H
#define HORN_VM_INTERLUDE_H

#include "vm/liveness.h"

enum { INTERLUDE_SAVED, INTERLUDE_RESUME, INTERLUDE_USE, INTERLUDE_BARRIER, INTERLUDE_SLOTS };

/* Pushes the frame and makes it the continuation of the goal that the caller sets up next. Room for `cells` more heap cells is there
 * afterwards. ST_RETRY before anything was changed when the heap lacks room; ST_ERROR. */
Status interlude_begin(Engine *e, const Code *resume, size_t cells);
/* The goal has succeeded, e->E is the frame: restores everything; e->P is where to go on. ST_TRUE or ST_ERROR. */
Status interlude_end(Engine *e);

static inline const Code *interlude_resume(const Environment *frame)
{
    return (const Code *)(uintptr_t)((uint64_t)cell_int(frame->slots[INTERLUDE_RESUME]) * sizeof(Code));
}
static inline FrameUse interlude_use(const Environment *frame)
{
    return (FrameUse)cell_int(frame->slots[INTERLUDE_USE]);
}

#endif
