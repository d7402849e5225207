/* slot_map.h - the slots that an information word names, as bits.
 * SPDX-License-Identifier: MIT
 */
#ifndef HORN_VM_SLOT_MAP_H
#define HORN_VM_SLOT_MAP_H

#include "code/instr.h"

/* Bits of slots; `bits` may be the caller's `local` word. */
typedef struct SlotMap {
    const uint64_t *bits;
    size_t words;
} SlotMap;

static inline SlotMap slots_of_info(const Code *info, uint64_t *local)
{
    if (UNLIKELY(info_is_long(*info))) {
        const Code *map = info_long_map(info);
        return (SlotMap){map + 1, ((size_t)map[0] + 63) / 64};
    }
    *local = *info >> 40;
    return (SlotMap){local, *local ? 1 : 0};
}

#endif
