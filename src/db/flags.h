/* flags.h - Prolog flags (7.11). Rows in flags.def.
 * SPDX-License-Identifier: MIT
 */
#ifndef HORN_DB_FLAGS_H
#define HORN_DB_FLAGS_H

#include "term/record.h"

/* Flags the C side reads often are fields; all are visible through flag_get. Values are atomic cells (atoms, small integers) or records. */
typedef struct FlagEntry {
    uint32_t name;
    uint8_t type;   /* FlagType */
    bool read_only;
    Cell value;     /* atomic cell, or a tag of `record` when that is set */
    Record *record; /* owned; NULL for immediate values */
} FlagEntry;

enum FlagType { FLAG_BOOLEAN, FLAG_ATOM, FLAG_INTEGER, FLAG_TERM };

typedef struct Flags {
    Alloc *alloc;
    FlagEntry *entries;
    size_t count, capacity;
} Flags;

bool flags_init(Flags *f, Alloc *alloc);
void flags_free(Flags *f);
FlagEntry *flag_find(const Flags *f, uint32_t name);
/* Makes or changes a flag with an immediate value. False: memory. */
bool flag_set(Flags *f, uint32_t name, enum FlagType type, bool read_only, Cell value);
static inline Cell flag_value(const Flags *f, uint32_t name)
{
    const FlagEntry *entry = flag_find(f, name);
    return entry ? entry->value : 0;
}

#endif
