/* atom.h - the atom table of a machine.
 * SPDX-License-Identifier: MIT
 *
 * An atom is a 32-bit index. Indices below ATOM_FIRST are the one-character atoms, by code point, and have no entry; the rest
 * name an entry with its UTF-8 text. Well-known atoms (atoms.def) come first and are never collected. The text may hold NUL.
 * Invariant: equal text means equal index.
 */
#ifndef HORN_TERM_ATOM_H
#define HORN_TERM_ATOM_H

#include "base/alloc.h"
#include "term/cell.h"

#define ATOM_FIRST 0x110000u

enum {
    ATOM_BEFORE_FIRST = ATOM_FIRST - 1,
#define ATOM(name, text) ATOM_##name,
#include "term/atoms.def"
#undef ATOM
    ATOM_END_OF_TABLE
};
#define ATOM_CHAR(c) ((uint32_t)(c)) /* the one-character atom of an ASCII character */

typedef struct AtomEntry {
    uint32_t length; /* bytes of text */
    uint32_t hash;
    uint8_t marked; /* by the collector of atoms */
    uint8_t is_ascii; /* a byte is a character */
    char text[];    /* NUL follows the last byte */
} AtomEntry;

/* A place of the hash table. */
typedef struct AtomSlot {
    uint32_t hash;
    uint32_t atom; /* 0: free */
} AtomSlot;

typedef struct AtomTable {
    Alloc *alloc;
    AtomEntry **entries; /* by index - ATOM_FIRST; NULL where the atom was collected */
    size_t count, capacity;
    AtomSlot *slots;
    size_t slot_count; /* a power of two, and more than `live` */
    uint32_t free_list;  /* reclaimed indices, chained through `free_next` */
    uint32_t *free_next;
    size_t live, bytes;
    uint64_t seed;
} AtomTable;

typedef struct TextSpan {
    const char *bytes;
    size_t length;
} TextSpan;

bool atom_table_init(AtomTable *t, Alloc *alloc, uint64_t seed);
void atom_table_free(AtomTable *t);

#define ATOM_NONE UINT32_MAX
/* The atom with this valid UTF-8 text, ATOM_NONE when memory is exhausted. */
uint32_t atom_intern(AtomTable *t, const char *text, size_t length);
static inline uint32_t atom_intern_string(AtomTable *t, const char *text)
{
    return atom_intern(t, text, strlen(text));
}
/* The atom if it exists already, else ATOM_NONE. */
uint32_t atom_find(const AtomTable *t, const char *text, size_t length);
/* The text of an atom; one-character atoms are encoded into `scratch`. Valid while the atom lives (and `scratch` for short ones). */
TextSpan atom_text(const AtomTable *t, uint32_t atom, char scratch[8]);
/* Unicode code point order of the names, as compare/3 wants (8.4.2): <0, 0, >0. */
int atom_compare(const AtomTable *t, uint32_t a, uint32_t b);
/* True when each byte of the name is a character. */
bool atom_is_ascii(const AtomTable *t, uint32_t atom);
/* Number of characters in the name. */
size_t atom_length(const AtomTable *t, uint32_t atom);

/* ---- collection: mark every live atom, then sweep ---- */

/* What is kept of an atom; NULL for numbers that are none, and for one-character atoms, which have no entry. */
static inline AtomEntry *atom_entry(const AtomTable *t, uint32_t atom)
{
    return atom >= ATOM_FIRST && atom - ATOM_FIRST < t->count ? t->entries[atom - ATOM_FIRST] : NULL;
}
static inline void atom_mark(AtomTable *t, uint32_t atom)
{
    AtomEntry *entry = atom_entry(t, atom);
    if (entry)
        entry->marked = 1;
}
static inline bool atom_is_marked(const AtomTable *t, uint32_t atom)
{
    const AtomEntry *entry = atom_entry(t, atom);
    return entry && entry->marked;
}
/* Frees unmarked atoms other than well-known ones and clears the marks. Returns how many went. */
size_t atom_sweep(AtomTable *t);

#endif
