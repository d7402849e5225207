/* gc_scan.h - looking at every word that an engine may hold, for the collectors of atoms and clauses.
 * SPDX-License-Identifier: MIT
 *
 * Those only look words up in tables, so words that are no longer wanted do no harm: at worst they keep something.
 */
#ifndef HORN_VM_GC_SCAN_H
#define HORN_VM_GC_SCAN_H

#include "vm/engine.h"

typedef void (*WordVisitor)(void *context, const Cell *from, const Cell *end);

/* Calls `visit` for runs of words: registers, frames, choice points' arguments, trail, and the heap without raw blocks. */
void gc_scan_engine(Engine *e, WordVisitor visit, void *context);

#endif
