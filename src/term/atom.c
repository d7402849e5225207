/* atom.c - the atom table of a machine.
 * SPDX-License-Identifier: MIT
 *
 *     slots: | hash, index | free | hash, index | ...     entries: | entry | NULL | entry | ...     by index - ATOM_FIRST
 *
 * Every atom of more or less than one character has an entry and a slot. The slots are an open hash table: an atom stands at the place
 * that its hash says or in the next free one behind it, so that a look at the slots alone tells of most texts that they are no atoms.
 * A sweep fills the slots anew. An index that a sweep freed is used again; free ones are chained.
 * The well-known atoms are entered first, in the order of atoms.def, so that their indices are those of the enumeration.
 */
#include "term/atom.h"

#include "base/hash.h"
#include "base/utf8.h"

#define FIRST_CAPACITY ((size_t)1024)
#define WELL_KNOWN     ((size_t)(ATOM_END_OF_TABLE - ATOM_FIRST))
#define MAX_ENTRIES    ((size_t)(ATOM_NONE - ATOM_FIRST))

static const TextSpan well_known[] = {
#define ATOM(name, text) {text, sizeof(text) - 1},
#include "term/atoms.def"
#undef ATOM
};

/* ---- helpers ---- */

/* True with its code point for text of one character. */
static bool is_one_character(const char *text, size_t length, uint32_t *code)
{
    return length > 0 && length <= UTF8_MAX_BYTES && utf8_decode(text, text + length, code) == length;
}

static uint32_t hash_text(const AtomTable *t, const char *text, size_t length)
{
    return (uint32_t)hash_bytes(t->seed, text, length);
}

static AtomEntry *entry_of(const AtomTable *t, uint32_t atom)
{
    return t->entries[atom - ATOM_FIRST];
}

static size_t entry_bytes(size_t length)
{
    return offsetof(AtomEntry, text) + length + 1;
}

static uint32_t find_entry(const AtomTable *t, const char *text, size_t length, uint32_t hash)
{
    size_t mask = t->slot_count - 1;
    for (size_t i = hash & mask; t->slots[i].atom != 0; i = (i + 1) & mask) {
        if (t->slots[i].hash != hash)
            continue;
        const AtomEntry *entry = entry_of(t, t->slots[i].atom);
        if (entry->length == length && memcmp(entry->text, text, length) == 0)
            return t->slots[i].atom;
    }
    return ATOM_NONE;
}

static void put_slot(AtomTable *t, uint32_t atom, uint32_t hash)
{
    size_t mask = t->slot_count - 1, i = hash & mask;
    while (t->slots[i].atom != 0)
        i = (i + 1) & mask;
    t->slots[i] = (AtomSlot){hash, atom};
}

static void fill_slots(AtomTable *t)
{
    for (size_t i = 0; i < t->count; i++)
        if (t->entries[i] != NULL)
            put_slot(t, ATOM_FIRST + (uint32_t)i, t->entries[i]->hash);
}

/* Makes room for one more atom. Lack of memory only makes searches longer, until one slot is left. */
static bool grow_slots(AtomTable *t)
{
    if (t->live + 1 <= t->slot_count / 5 * 4)
        return true;
    AtomSlot *grown = alloc_zero(t->alloc, 2 * t->slot_count * sizeof *grown);
    if (grown == NULL)
        return t->live + 1 < t->slot_count;
    alloc_free(t->alloc, t->slots, t->slot_count * sizeof *grown);
    t->slots = grown;
    t->slot_count *= 2;
    fill_slots(t);
    return true;
}

/* Makes both arrays that go by index larger; nothing is changed when that fails. */
static bool grow_entries(AtomTable *t)
{
    size_t capacity = t->capacity == 0 ? max_size(FIRST_CAPACITY, WELL_KNOWN) : t->capacity + t->capacity / 2;
    AtomEntry **entries = alloc_new(t->alloc, capacity * sizeof *entries);
    uint32_t *free_next = alloc_new(t->alloc, capacity * sizeof *free_next);
    if (entries == NULL || free_next == NULL) {
        alloc_free(t->alloc, entries, capacity * sizeof *entries);
        alloc_free(t->alloc, free_next, capacity * sizeof *free_next);
        return false;
    }
    if (t->count > 0) {
        memcpy(entries, t->entries, t->count * sizeof *entries);
        memcpy(free_next, t->free_next, t->count * sizeof *free_next);
    }
    alloc_free(t->alloc, t->entries, t->capacity * sizeof *entries);
    alloc_free(t->alloc, t->free_next, t->capacity * sizeof *free_next);
    t->entries = entries;
    t->free_next = free_next;
    t->capacity = capacity;
    return true;
}

/* An index without an entry, ATOM_NONE when there is none to be had. */
static uint32_t take_index(AtomTable *t)
{
    uint32_t atom = t->free_list;
    if (atom != 0) {
        t->free_list = t->free_next[atom - ATOM_FIRST];
        return atom;
    }
    if (t->count == MAX_ENTRIES || (t->count == t->capacity && !grow_entries(t)))
        return ATOM_NONE;
    return ATOM_FIRST + (uint32_t)t->count++;
}

static uint32_t add_entry(AtomTable *t, const char *text, size_t length, uint32_t hash)
{
    if (length >= UINT32_MAX || !grow_slots(t))
        return ATOM_NONE;
    AtomEntry *entry = alloc_new(t->alloc, entry_bytes(length));
    if (entry == NULL)
        return ATOM_NONE;
    uint32_t atom = take_index(t);
    if (atom == ATOM_NONE) {
        alloc_free(t->alloc, entry, entry_bytes(length));
        return ATOM_NONE;
    }
    entry->length = (uint32_t)length;
    entry->is_ascii = utf8_length(text, length) == length;
    entry->hash = hash;
    entry->marked = 0;
    memcpy(entry->text, text, length);
    entry->text[length] = '\0';
    t->entries[atom - ATOM_FIRST] = entry;
    put_slot(t, atom, hash);
    t->live++;
    t->bytes += entry_bytes(length);
    return atom;
}

static bool add_well_known(AtomTable *t)
{
    for (size_t i = 0; i < WELL_KNOWN; i++) {
        uint32_t hash = hash_text(t, well_known[i].bytes, well_known[i].length);
        HORN_ASSERT(find_entry(t, well_known[i].bytes, well_known[i].length, hash) == ATOM_NONE, "a text has one row in atoms.def");
        if (add_entry(t, well_known[i].bytes, well_known[i].length, hash) == ATOM_NONE)
            return false;
    }
    return true;
}

/* ---- the table ---- */

bool atom_table_init(AtomTable *t, Alloc *alloc, uint64_t seed)
{
    *t = (AtomTable){.alloc = alloc, .seed = seed, .slot_count = 2 * FIRST_CAPACITY};
    t->slots = alloc_zero(alloc, t->slot_count * sizeof *t->slots);
    if (t->slots != NULL && add_well_known(t))
        return true;
    atom_table_free(t);
    return false;
}

void atom_table_free(AtomTable *t)
{
    for (size_t i = 0; i < t->count; i++)
        if (t->entries[i] != NULL)
            alloc_free(t->alloc, t->entries[i], entry_bytes(t->entries[i]->length));
    alloc_free(t->alloc, t->entries, t->capacity * sizeof *t->entries);
    alloc_free(t->alloc, t->free_next, t->capacity * sizeof *t->free_next);
    alloc_free(t->alloc, t->slots, t->slot_count * sizeof *t->slots);
    *t = (AtomTable){.alloc = t->alloc};
}

/* ---- atoms and text ---- */

uint32_t atom_intern(AtomTable *t, const char *text, size_t length)
{
    uint32_t code;
    if (is_one_character(text, length, &code))
        return code;
    uint32_t hash = hash_text(t, text, length);
    uint32_t atom = find_entry(t, text, length, hash);
    return atom != ATOM_NONE ? atom : add_entry(t, text, length, hash);
}

uint32_t atom_find(const AtomTable *t, const char *text, size_t length)
{
    uint32_t code;
    if (is_one_character(text, length, &code))
        return code;
    return find_entry(t, text, length, hash_text(t, text, length));
}

TextSpan atom_text(const AtomTable *t, uint32_t atom, char scratch[8])
{
    if (atom >= ATOM_FIRST) {
        const AtomEntry *entry = entry_of(t, atom);
        return (TextSpan){entry->text, entry->length};
    }
    size_t bytes = utf8_encode(atom, scratch);
    scratch[bytes] = '\0';
    return (TextSpan){scratch, bytes};
}

/* The order of UTF-8 bytes is the order of code points. */
int atom_compare(const AtomTable *t, uint32_t a, uint32_t b)
{
    if (a == b)
        return 0;
    if (a < ATOM_FIRST && b < ATOM_FIRST)
        return a < b ? -1 : 1;
    char a_scratch[8], b_scratch[8];
    TextSpan x = atom_text(t, a, a_scratch), y = atom_text(t, b, b_scratch);
    int order = memcmp(x.bytes, y.bytes, min_size(x.length, y.length));
    return order != 0 ? order : x.length < y.length ? -1 : x.length > y.length;
}

size_t atom_length(const AtomTable *t, uint32_t atom)
{
    if (atom < ATOM_FIRST)
        return 1;
    const AtomEntry *entry = entry_of(t, atom);
    return entry->is_ascii ? entry->length : utf8_length(entry->text, entry->length);
}

bool atom_is_ascii(const AtomTable *t, uint32_t atom)
{
    return atom < ATOM_FIRST ? atom < 128 : entry_of(t, atom)->is_ascii;
}

/* ---- collection ---- */

static void free_entry(AtomTable *t, uint32_t atom)
{
    AtomEntry *entry = entry_of(t, atom);
    size_t bytes = entry_bytes(entry->length);
    alloc_free(t->alloc, entry, bytes);
    t->entries[atom - ATOM_FIRST] = NULL;
    t->free_next[atom - ATOM_FIRST] = t->free_list;
    t->free_list = atom;
    t->live--;
    t->bytes -= bytes;
}

size_t atom_sweep(AtomTable *t)
{
    size_t before = t->live;
    for (size_t i = 0; i < t->count; i++) {
        AtomEntry *entry = t->entries[i];
        if (entry == NULL)
            continue;
        if (entry->marked || i < WELL_KNOWN)
            entry->marked = 0;
        else
            free_entry(t, ATOM_FIRST + (uint32_t)i);
    }
    if (t->live < before) {
        memset(t->slots, 0, t->slot_count * sizeof *t->slots);
        fill_slots(t);
    }
    return before - t->live;
}
