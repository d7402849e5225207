/* stop.c - what may stop long work.
 * SPDX-License-Identifier: MIT
 */
#include "base/stop.h"

#include "base/os.h"

bool stop_is_wanted(const Stop *stop)
{
    if (stop == NULL)
        return false;
    if (stop_is_interrupted(stop))
        return true;
    if (stop->wall_deadline_ns != STOP_NEVER && os_wall_time_ns() >= stop->wall_deadline_ns)
        return true;
    return stop->cpu_deadline_ns != STOP_NEVER && os_cpu_time_ns() >= stop->cpu_deadline_ns;
}
