/* host_flags.h - flags that tell of the host and the process.
 * SPDX-License-Identifier: MIT
 */
#ifndef HORN_BOOT_HOST_FLAGS_H
#define HORN_BOOT_HOST_FLAGS_H

#include "vm/engine.h"

/* Sets arch, executable, home, pid, timezone and tmp_dir; those that the host does not tell are left out. False: no memory. */
bool host_flags_set(Machine *m);

#endif
