/* emit.h - from a goal tree to the intermediate form.
 * SPDX-License-Identifier: MIT
 */
#ifndef HORN_COMPILE_EMIT_H
#define HORN_COMPILE_EMIT_H

#include "compile/goal.h"
#include "compile/ir.h"

/* Emits the whole clause. COMPILE_OK, COMPILE_NO_MEMORY or COMPILE_TOO_WIDE. */
CompileStatus emit_clause(GoalTree *tree, Ir *ir);

#endif
