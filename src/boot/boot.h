/* boot.h - a machine with its library loaded.
 * SPDX-License-Identifier: MIT
 */
#ifndef HORN_BOOT_BOOT_H
#define HORN_BOOT_BOOT_H

#include "vm/engine.h"

/* Installs the builtins and makes the library known in a new machine with one engine. NULL on failure; what went wrong is on stderr. */
Engine *machine_boot(Machine *m);

#endif
