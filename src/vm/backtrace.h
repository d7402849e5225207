/* backtrace.h - where a computation stands, for messages about errors.
 * SPDX-License-Identifier: MIT
 *
 * When an error is on its way to a catch/3 whose recovery is '$with_backtrace'/2, which is what catch_with_backtrace/3 makes of it, the frames
 * between both are noted before they go. The note is a term:
 *
 *     [frame(Module:Name/Arity, File, Line, Number, Goal), ...]        innermost first
 *
 * Module:Name/Arity is the predicate of a clause that runs; File and Line say where the clause begins, [] and 0 when it comes from no file;
 * Number says which of its goals runs, counted from 1 as in the text, and Goal is the indicator of that; 0 and [] when that is not known.
 * A last call leaves no frame.
 */
#ifndef HORN_VM_BACKTRACE_H
#define HORN_VM_BACKTRACE_H

#include "vm/engine.h"

/* To be called when `ball`, a term on the heap, begins to unwind the stacks. */
void backtrace_note(Engine *e, Cell ball);

#endif
