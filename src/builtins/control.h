/* control.h - entries of the control predicates.
 * SPDX-License-Identifier: MIT
 */
#ifndef HORN_BUILTINS_CONTROL_H
#define HORN_BUILTINS_CONTROL_H

#include "vm/engine.h"

/* Makes call/N, catch/3, the control constructs and the callbacks predicates of module system. False: memory. */
bool control_install(Machine *m);

#endif
