/* flags.c - Prolog flags.
 * SPDX-License-Identifier: MIT
 */
#include "db/flags.h"

#include "base/vec.h"

/* ---- entries ---- */

bool flags_init(Flags *f, Alloc *alloc)
{
    *f = (Flags){.alloc = alloc, .places.alloc = alloc};
    return true;
}

static void free_value(FlagEntry *entry, Alloc *alloc)
{
    if (entry->record)
        record_free(alloc, entry->record);
    entry->record = NULL;
}

void flags_free(Flags *f)
{
    for (size_t i = 0; i < f->count; i++)
        free_value(&f->entries[i], f->alloc);
    VEC_FREE(f->alloc, f->entries, f->capacity);
    cell_map_free(&f->places);
    *f = (Flags){.alloc = f->alloc, .places.alloc = f->alloc};
}

FlagEntry *flag_find(const Flags *f, uint32_t name)
{
    const Cell *index = cell_map_get(&f->places, cell_from_atom(name));
    return index ? &f->entries[*index] : NULL;
}

/* The flag, made when it does not exist; NULL: memory. */
static FlagEntry *need_entry(Flags *f, uint32_t name)
{
    FlagEntry *entry = flag_find(f, name);
    if (entry)
        return entry;
    if (!VEC_RESERVE(f->alloc, f->entries, f->capacity, f->count + 1) || !cell_map_put(&f->places, cell_from_atom(name), f->count))
        return NULL;
    entry = &f->entries[f->count++];
    *entry = (FlagEntry){.name = name};
    return entry;
}

bool flag_set(Flags *f, uint32_t name, enum FlagType type, bool read_only, Cell value)
{
    FlagEntry *entry = need_entry(f, name);
    if (!entry)
        return false;
    free_value(entry, f->alloc);
    entry->type = (uint8_t)type;
    entry->read_only = read_only;
    entry->value = value;
    return true;
}

bool flag_set_record(Flags *f, uint32_t name, enum FlagType type, bool read_only, Record *record)
{
    if (!flag_set(f, name, type, read_only, record->root))
        return false;
    flag_find(f, name)->record = record;
    return true;
}

/* ---- changes by programs ---- */

/* Is the text one of those between bars? */
static bool is_in_domain(const char *domain, TextSpan text)
{
    for (;;) {
        size_t n = strcspn(domain, "|");
        if (n == text.length && memcmp(domain, text.bytes, n) == 0)
            return true;
        if (domain[n] == '\0')
            return false;
        domain += n + 1;
    }
}

static bool is_boolean(Cell value)
{
    return cell_is_atom(value) &&
           (cell_atom(value) == ATOM_true || cell_atom(value) == ATOM_false || cell_atom(value) == ATOM_on || cell_atom(value) == ATOM_off);
}

static bool is_allowed(const FlagEntry *entry, const AtomTable *atoms, Cell value)
{
    char scratch[8];
    switch ((enum FlagType)entry->type) {
    case FLAG_BOOLEAN: return is_boolean(value);
    case FLAG_ATOM:
        return cell_is_atom(value) && (!entry->domain || is_in_domain(entry->domain, atom_text(atoms, cell_atom(value), scratch)));
    case FLAG_INTEGER: return cell_is_integer(value);
    case FLAG_TERM: break;
    }
    return true;
}

FlagCheck flag_check(const Flags *f, const AtomTable *atoms, uint32_t name, Cell value)
{
    const FlagEntry *entry = flag_find(f, name);
    if (!entry)
        return FLAG_CHECK_UNKNOWN;
    if (!is_allowed(entry, atoms, value))
        return FLAG_CHECK_VALUE;
    return entry->read_only ? FLAG_CHECK_READ_ONLY : FLAG_CHECK_OK;
}

void flag_change(FlagEntry *entry, Alloc *alloc, Cell value)
{
    if (entry->type == FLAG_BOOLEAN && value == cell_from_atom(ATOM_on))
        value = cell_from_atom(ATOM_true);
    else if (entry->type == FLAG_BOOLEAN && value == cell_from_atom(ATOM_off))
        value = cell_from_atom(ATOM_false);
    free_value(entry, alloc);
    entry->value = value;
}

void flags_mark_atoms(const Flags *f, AtomTable *atoms)
{
    for (size_t i = 0; i < f->count; i++) {
        const FlagEntry *entry = &f->entries[i];
        atom_mark(atoms, entry->name);
        if (entry->record)
            record_mark_atoms(atoms, entry->record);
        else if (cell_is_atom(entry->value))
            atom_mark(atoms, cell_atom(entry->value));
    }
}

/* ---- defaults ---- */

enum { READ_WRITE, READ_ONLY };

typedef struct FlagRow {
    const char *name;
    enum FlagType type;
    bool read_only;
    const char *value, *domain;
} FlagRow;

static const FlagRow flag_rows[] = {
#define FLAG(name, type, access, value, domain) {name, FLAG_##type, access, value, domain},
#include "db/flags.def"
#undef FLAG
};

/* Sets a flag to a term that was built; `root` is in the builder's form. */
static bool set_built(Flags *f, uint32_t name, enum FlagType type, bool read_only, RecordBuilder *b, Cell root)
{
    Record *record = record_builder_take(b, root);
    if (record && flag_set_record(f, name, type, read_only, record))
        return true;
    if (record)
        record_free(f->alloc, record);
    return false;
}

/* Sets an integer flag to a decimal number of at most 64 bits. */
static bool set_integer(Flags *f, uint32_t name, const FlagRow *row)
{
    bool negative = row->value[0] == '-';
    uint64_t magnitude = 0;
    for (const char *p = row->value + negative; *p; p++)
        magnitude = magnitude * 10 + (uint64_t)(*p - '0');
    if (magnitude <= (uint64_t)INT_MAX_SMALL + negative)
        return flag_set(f, name, row->type, row->read_only, cell_from_int((int64_t)(negative ? 0 - magnitude : magnitude)));
    RecordBuilder b;
    record_builder_init(&b, f->alloc);
    bool ok = set_built(f, name, row->type, row->read_only, &b, build_big(&b, negative, &magnitude, 1));
    record_builder_free(&b);
    return ok;
}

static bool set_atom(Flags *f, AtomTable *atoms, uint32_t name, const FlagRow *row)
{
    uint32_t value = row->type == FLAG_TERM ? ATOM_nil : atom_intern_string(atoms, row->value);
    return value != ATOM_NONE && flag_set(f, name, row->type, row->read_only, cell_from_atom(value));
}

static bool add_row(Flags *f, AtomTable *atoms, const FlagRow *row)
{
    uint32_t name = atom_intern_string(atoms, row->name);
    if (name == ATOM_NONE)
        return false;
    if (!(row->type == FLAG_INTEGER ? set_integer(f, name, row) : set_atom(f, atoms, name, row)))
        return false;
    flag_find(f, name)->domain = row->domain;
    return true;
}

/* version_data is horn(Major, Minor, Patch, []), from the number in `version`. */
static bool add_version_data(Flags *f)
{
    int64_t version = cell_int(flag_value(f, ATOM_version));
    const Cell args[] = {cell_from_int(version / 10000), cell_from_int(version / 100 % 100), cell_from_int(version % 100),
                         cell_from_atom(ATOM_nil)};
    RecordBuilder b;
    record_builder_init(&b, f->alloc);
    bool ok = set_built(f, ATOM_version_data, FLAG_TERM, true, &b, build_struct(&b, ATOM_horn, 4, args));
    record_builder_free(&b);
    return ok;
}

bool flags_add_defaults(Flags *f, AtomTable *atoms)
{
    for (size_t i = 0; i < ARRAY_LENGTH(flag_rows); i++)
        if (!add_row(f, atoms, &flag_rows[i]))
            return false;
    return add_version_data(f);
}
