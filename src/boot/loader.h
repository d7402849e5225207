/* loader.h - the bare loader of lib/boot/.
 * SPDX-License-Identifier: MIT
 */
#ifndef HORN_BOOT_LOADER_H
#define HORN_BOOT_LOADER_H

#include "vm/engine.h"

/* Reads the boot files, whose text must be in the program. False: messages are on stderr. */
bool load_boot_files(Machine *m, Engine *e);

#endif
