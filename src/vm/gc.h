/* gc.h - the collector of an engine's heap.
 * SPDX-License-Identifier: MIT
 */
#ifndef HORN_VM_GC_H
#define HORN_VM_GC_H

#include "vm/engine.h"

/* Collects the whole heap of an engine at a safe point. All registers are in the engine; X[0..live_registers) are roots, and those
 * X[i] with bit i of `more` set. The continuation in use is e->CP with environment e->E. Cells keep their order and segments between
 * choice points stay segments. False when memory for the bitmap is lacking: nothing changed. */
bool gc_collect(Engine *e, size_t live_registers, uint64_t more);
/* Checks every heap cell, frame and trail entry; for debug builds. False with a message on stderr when something is wrong. */
bool gc_verify(Engine *e, size_t live_registers, uint64_t more);
/* How many cells the heap may hold before the next collection. */
size_t gc_next_threshold(const Engine *e);
/* Collects atoms of the machine that no clause, record, stream, flag or engine refers to. All engines must be at safe points. */
size_t gc_collect_atoms(Machine *m);
/* Frees dead clauses and retired arrays that no engine refers to. */
void gc_reclaim_clauses(Machine *m);

#endif
