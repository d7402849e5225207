/* run.h - starting and resuming a run.
 * SPDX-License-Identifier: MIT
 */
#ifndef HORN_VM_RUN_H
#define HORN_VM_RUN_H

#include "vm/engine.h"

/* Runs from e->P. ST_TRUE: an answer; ST_FAIL: no (more) answers; ST_ERROR: uncaught, e->ball_record; ST_HALT. */
Status engine_run(Engine *e);
/* Prepares to run a goal on an engine without frames. */
void engine_start(Engine *e, Module *module, Cell goal);
/* Prepares to look for the next answer. */
void engine_backtrack(Engine *e);

#endif
