/* globals.h - the global variables of a machine: nb_setval/2, b_setval/2.
 * SPDX-License-Identifier: MIT
 */
#ifndef HORN_BUILTINS_GLOBALS_H
#define HORN_BUILTINS_GLOBALS_H

#include "vm/engine.h"

/* Gives the machine its (empty) table and the hooks that free it and mark its atoms. False: memory. */
bool globals_init(Machine *m);

#endif
