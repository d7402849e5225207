/* stop.h - what may stop long work: an interrupt, or a point in time that has come.
 * SPDX-License-Identifier: MIT
 *
 * Whatever runs for longer than a fraction of a millisecond asks every few thousand steps, and ends as it would for lack of memory. Who
 * started the work finds out what it was.
 */
#ifndef HORN_BASE_STOP_H
#define HORN_BASE_STOP_H

#include "base/base.h"

#include <stdatomic.h>

#define STOP_NEVER UINT64_MAX
/* Steps of long work between two looks; a power of two. */
#define STOP_STEPS 4096u

typedef struct Stop {
    atomic_int interrupt;      /* nonzero: asked for by a signal handler or another thread */
    uint64_t wall_deadline_ns; /* of os_wall_time_ns; STOP_NEVER: none */
    uint64_t cpu_deadline_ns;  /* of os_cpu_time_ns; STOP_NEVER: none */
} Stop;

static inline bool stop_is_interrupted(const Stop *stop)
{
    return atomic_load_explicit(&stop->interrupt, memory_order_relaxed) != 0;
}
/* True when the work is to end now. NULL never asks. */
bool stop_is_wanted(const Stop *stop);

#endif
