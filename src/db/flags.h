/* flags.h - Prolog flags (7.11). Rows in flags.def.
 * SPDX-License-Identifier: MIT
 *
 * A value is an atomic cell, or any term as a record. Entries move when a flag is made: do not keep pointers to them.
 */
#ifndef HORN_DB_FLAGS_H
#define HORN_DB_FLAGS_H

#include "term/cellmap.h"
#include "term/record.h"

/* Flags the C side reads often are fields; all are visible through flag_get. Values are atomic cells (atoms, small integers) or records. */
typedef struct FlagEntry {
    uint32_t name;
    uint8_t type; /* FlagType */
    bool read_only;
    Cell value; /* atomic cell; when `record` is set, the record's root */
    Record *record; /* owned; NULL for immediate values */
    const char *domain; /* atoms allowed, between bars; NULL: any of the type */
} FlagEntry;

enum FlagType { FLAG_BOOLEAN, FLAG_ATOM, FLAG_INTEGER, FLAG_TERM };

typedef struct Flags {
    Alloc *alloc;
    FlagEntry *entries;
    size_t count, capacity;
    CellMap places; /* by name: the index of the entry */
} Flags;

/* Whether set_prolog_flag/2 may go on, and the error if not (8.17.1.3). */
typedef enum FlagCheck {
    FLAG_CHECK_OK,
    FLAG_CHECK_UNKNOWN, /* domain_error(prolog_flag, Flag) */
    FLAG_CHECK_READ_ONLY, /* permission_error(modify, flag, Flag) */
    FLAG_CHECK_VALUE /* domain_error(flag_value, Flag + Value) */
} FlagCheck;

/* An empty table; flags_add_defaults enters flags.def. */
bool flags_init(Flags *f, Alloc *alloc);
bool flags_add_defaults(Flags *f, AtomTable *atoms);
void flags_free(Flags *f);
FlagEntry *flag_find(const Flags *f, uint32_t name);
/* Makes or changes a flag with an immediate value. False: memory. */
bool flag_set(Flags *f, uint32_t name, enum FlagType type, bool read_only, Cell value);
/* The same with a record, which the table owns from now on. False: memory; the record is still the caller's. */
bool flag_set_record(Flags *f, uint32_t name, enum FlagType type, bool read_only, Record *record);
/* Whether a flag may be given this dereferenced value by a program. */
FlagCheck flag_check(const Flags *f, const AtomTable *atoms, uint32_t name, Cell value);
/* Gives an existing flag an atom or small integer that was checked; on and off become true and false of a boolean. */
void flag_change(FlagEntry *entry, Alloc *alloc, Cell value);
/* Marks names and values. */
void flags_mark_atoms(const Flags *f, AtomTable *atoms);
static inline Cell flag_value(const Flags *f, uint32_t name)
{
    const FlagEntry *entry = flag_find(f, name);
    return entry ? entry->value : 0;
}
/* True when the flag is the atom `true` or `on`. */
static inline bool flag_is_true(const Flags *f, uint32_t name)
{
    Cell value = flag_value(f, name);
    return value == cell_from_atom(ATOM_true) || value == cell_from_atom(ATOM_on);
}

#endif
