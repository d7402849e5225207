/* ops.c - operator tables.
 * SPDX-License-Identifier: MIT
 *
 * Entries are never removed one by one: removing an operator has to be remembered anyway, to hide the parent's.
 */
#include "syntax/ops.h"

#include "base/hash.h"

typedef struct DefaultOp {
    uint16_t priority;
    uint8_t type;
    const char *text;
} DefaultOp;

static const DefaultOp default_ops[] = {
#define OP(priority, type, text) {priority, OP_##type, text},
#include "syntax/ops.def"
#undef OP
};

static const char type_names[][4] = {"xfx", "xfy", "yfx", "fy", "fx", "xf", "yf"};

const char *op_type_name(OpType type)
{
    return type_names[type];
}

bool op_type_from_name(const char *name, size_t length, OpType *type)
{
    for (size_t i = 0; i < ARRAY_LENGTH(type_names); i++)
        if (strlen(type_names[i]) == length && memcmp(type_names[i], name, length) == 0) {
            *type = (OpType)i;
            return true;
        }
    return false;
}

/* ---- entries ---- */

/* The entry of an atom, or the free one where it belongs. The table is not empty. */
static OpEntry *find_entry(const OpTable *t, uint32_t atom)
{
    size_t mask = t->capacity - 1;
    size_t i = (size_t)hash_word(0, atom) & mask;
    while (t->entries[i].atom != atom && t->entries[i].atom != ATOM_NONE)
        i = (i + 1) & mask;
    return &t->entries[i];
}

static bool grow(OpTable *t)
{
    OpTable wider = {.alloc = t->alloc, .parent = t->parent, .count = t->count, .capacity = t->capacity ? 2 * t->capacity : 16};
    wider.entries = alloc_new(t->alloc, wider.capacity * sizeof *wider.entries);
    if (wider.entries == NULL)
        return false;
    for (size_t i = 0; i < wider.capacity; i++)
        wider.entries[i].atom = ATOM_NONE;
    for (size_t i = 0; i < t->capacity; i++)
        if (t->entries[i].atom != ATOM_NONE)
            *find_entry(&wider, t->entries[i].atom) = t->entries[i];
    alloc_free(t->alloc, t->entries, t->capacity * sizeof *t->entries);
    *t = wider;
    return true;
}

/* ---- tables ---- */

void op_table_init(OpTable *t, Alloc *alloc, const OpTable *parent)
{
    *t = (OpTable){.alloc = alloc, .parent = parent};
}

void op_table_free(OpTable *t)
{
    alloc_free(t->alloc, t->entries, t->capacity * sizeof *t->entries);
    op_table_init(t, t->alloc, t->parent);
}

bool op_table_add_defaults(OpTable *t, AtomTable *atoms)
{
    for (size_t i = 0; i < ARRAY_LENGTH(default_ops); i++) {
        const DefaultOp *row = &default_ops[i];
        uint32_t atom = atom_intern_string(atoms, row->text);
        if (atom == ATOM_NONE || !op_table_set(t, atom, row->priority, (OpType)row->type))
            return false;
    }
    return true;
}

bool op_table_find(const OpTable *t, uint32_t atom, OpSet *set)
{
    unsigned missing = OP_KINDS;
    *set = (OpSet){0};
    for (; t != NULL && missing > 0; t = t->parent) {
        if (t->count == 0)
            continue;
        const OpEntry *entry = find_entry(t, atom);
        if (entry->atom == ATOM_NONE)
            continue;
        for (unsigned kind = 0; kind < OP_KINDS; kind++)
            if (entry->ops.kinds[kind].is_set && !set->kinds[kind].is_set) {
                set->kinds[kind] = entry->ops.kinds[kind];
                missing--;
            }
    }
    return set->kinds[OP_PREFIX].priority || set->kinds[OP_INFIX].priority || set->kinds[OP_POSTFIX].priority;
}

bool op_table_lookup(const OpTable *t, uint32_t atom, OpKind kind, Op *op)
{
    OpSet set;
    op_table_find(t, atom, &set);
    *op = set.kinds[kind];
    return op->priority > 0;
}

OpCheck op_table_check(const OpTable *t, uint32_t atom, unsigned priority, OpType type)
{
    if (priority > OP_PRIORITY_MAX)
        return OP_CHECK_PRIORITY;
    if (atom == ATOM_CHAR(','))
        return OP_CHECK_MODIFY;
    if (atom == ATOM_nil || atom == ATOM_curly)
        return OP_CHECK_CREATE;
    OpKind kind = op_type_kind(type);
    if (atom == ATOM_CHAR('|') && (kind != OP_INFIX || (priority > 0 && priority <= OP_PRIORITY_COMMA)))
        return OP_CHECK_CREATE;
    Op other;
    bool clashes = (kind == OP_INFIX && op_table_lookup(t, atom, OP_POSTFIX, &other)) ||
                   (kind == OP_POSTFIX && op_table_lookup(t, atom, OP_INFIX, &other));
    return priority > 0 && clashes ? OP_CHECK_CREATE : OP_CHECK_OK;
}

bool op_table_set(OpTable *t, uint32_t atom, unsigned priority, OpType type)
{
    if (4 * (t->count + 1) > 3 * t->capacity && !grow(t))
        return false;
    OpEntry *entry = find_entry(t, atom);
    if (entry->atom == ATOM_NONE) {
        *entry = (OpEntry){.atom = atom};
        t->count++;
    }
    entry->ops.kinds[op_type_kind(type)] = (Op){(uint16_t)priority, (uint8_t)type, true};
    return true;
}

/* ---- walking ---- */

/* True when a table between `top` and `below` decides about this operator. */
static bool is_hidden(const OpTable *top, const OpTable *below, uint32_t atom, unsigned kind)
{
    for (; top != below; top = top->parent)
        if (top->count > 0) {
            const OpEntry *entry = find_entry(top, atom);
            if (entry->atom != ATOM_NONE && entry->ops.kinds[kind].is_set)
                return true;
        }
    return false;
}

bool op_iterator_next(OpIterator *i, uint32_t *atom, Op *op)
{
    for (; i->table != NULL; i->table = i->table->parent, i->entry = 0)
        for (; i->entry < i->table->capacity; i->entry++, i->kind = 0) {
            const OpEntry *entry = &i->table->entries[i->entry];
            while (entry->atom != ATOM_NONE && i->kind < OP_KINDS) {
                unsigned kind = i->kind++;
                *op = entry->ops.kinds[kind];
                *atom = entry->atom;
                if (op->priority > 0 && !is_hidden(i->top, i->table, entry->atom, kind))
                    return true;
            }
        }
    return false;
}

void op_table_mark_atoms(AtomTable *atoms, const OpTable *t)
{
    for (size_t i = 0; i < t->capacity; i++)
        if (t->entries[i].atom != ATOM_NONE)
            atom_mark(atoms, t->entries[i].atom);
}
