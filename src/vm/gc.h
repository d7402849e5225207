/* gc.h - the collectors: of an engine's heap, of a machine's atoms and clauses.
 * SPDX-License-Identifier: MIT
 *
 * All run at safe points only, where every register is in the engine. What frames hold is said by the information words of the code
 * (instr.h); at an instruction inside a clause it is worked out from the code that follows (liveness.h). Anything that
 * keeps cells of a heap elsewhere registers a GcRoots.
 *
 * A collection leaves each segment between choice points a segment, but drops trail entries that can have no effect, so positions on the
 * trail other than those in choice points do not survive it. e->goal is not kept either: it is set to 0.
 *
 * Elsewhere: when to collect (control.c), what dead clauses are (db/reclaim.c).
 */
#ifndef HORN_VM_GC_H
#define HORN_VM_GC_H

#include "vm/engine.h"

/* What a layer above keeps: cells outside the heap that refer to it (or are atoms), and atoms in other forms. Owned by that layer. */
typedef struct GcRoots {
    struct GcRoots *next; /* in the machine's list */
    void *user;
    /* Calls each(context, root) for every such cell that belongs to this engine. The cell may be changed by the call. NULL: none. */
    void (*visit)(void *user, Engine *e, void (*each)(void *context, Cell *root), void *context);
    /* Marks atoms in records and the like. NULL: none. */
    void (*mark_atoms)(void *user, AtomTable *atoms);
} GcRoots;

/* Registers roots; they must live as long as the machine. */
void gc_add_roots(Machine *m, GcRoots *roots);

/* Collects the whole heap of an engine at a safe point. X[0..live_registers) are roots, and the registers that the instruction at e->P and
 * those after it read, if it is one of a clause. Cells keep their order. False when memory for the bitmaps is lacking, or when the marking was
 * stopped: nothing has moved. */
bool gc_collect(Engine *e, size_t live_registers);
/* The same, stopped when so many blocks have been marked and one more is met: for tests. */
bool gc_collect_within(Engine *e, size_t live_registers, size_t steps);
/* How many cells the heap may hold before it is worth collecting again. */
size_t gc_next_threshold(const Engine *e);
/* Checks every heap cell, root, frame and trail entry. False with a message on stderr when something is wrong. */
bool gc_verify(Engine *e, size_t live_registers);

/* Collects atoms of the machine that no clause, record, stream, flag or engine refers to, and closes streams that nothing refers to. Returns
 * how many atoms went. All engines must be at
 * safe points. */
size_t gc_collect_atoms(Machine *m);
/* Frees dead clauses and replaced arrays that no engine refers to, as far as memory for finding out is there. */
void gc_reclaim_clauses(Machine *m);

#endif
