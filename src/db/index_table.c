/* index_table.c - a hash index: building it, finding in it, keeping it up to date.
 * SPDX-License-Identifier: MIT
 *
 * Running goals hold ranges of the arrays, never of the table; still a replaced table is retired, since a range of one clause lies in
 * it until it is read.
 */
#include "base/hash.h"
#include "db/index_int.h"
#include "db/module.h"

/* ---- slots ---- */

static bool slot_is_array(const IndexSlot *slot)
{
    return (slot->value & 1) != 0;
}

static ClauseArray *slot_array(const IndexSlot *slot)
{
    return (ClauseArray *)(slot->value & ~(uintptr_t)1);
}

static void slot_set_array(IndexSlot *slot, ClauseArray *a)
{
    slot->value = (uintptr_t)a | 1;
}

static void slot_set_clause(IndexSlot *slot, Clause *clause)
{
    slot->value = (uintptr_t)clause;
}

/* ---- tables ---- */

static IndexTable *table_new(Alloc *alloc, size_t capacity)
{
    IndexTable *t = block_new(alloc, sizeof *t + capacity * sizeof t->slots[0]);
    if (!t)
        return NULL;
    t->capacity = capacity;
    memset(t->slots, 0, capacity * sizeof t->slots[0]);
    return t;
}

/* The slot of a key, or the free slot where it would stand. */
static IndexSlot *table_slot(const IndexTable *t, Cell key)
{
    size_t mask = t->capacity - 1;
    size_t i = (size_t)hash_word((uintptr_t)t >> 4, key) & mask;
    while (t->slots[i].key != key && t->slots[i].key != 0)
        i = (i + 1) & mask;
    return (IndexSlot *)(uintptr_t)&t->slots[i];
}

/* A table of at least twice `filled` slots with the slots of `old` that hold something. */
static IndexTable *table_copy(Alloc *alloc, const IndexTable *old, size_t filled, size_t *used)
{
    size_t capacity = 16;
    while (capacity / 2 <= filled)
        capacity *= 2;
    IndexTable *t = table_new(alloc, capacity);
    if (!t)
        return NULL;
    *used = 0;
    for (size_t i = 0; i < old->capacity; i++) {
        if (old->slots[i].key == 0 || old->slots[i].value == 0)
            continue;
        *table_slot(t, old->slots[i].key) = old->slots[i];
        ++*used;
    }
    return t;
}

/* ---- finding ---- */

static Candidates array_candidates(const ClauseArray *a)
{
    return a ? clause_array_range(a) : (Candidates){NULL, NULL};
}

Candidates index_find(const Index *index, Cell key)
{
    const IndexSlot *slot = table_slot(index->table, key);
    if (slot->key == 0 || slot->value == 0)
        return array_candidates(index->vars);
    if (slot_is_array(slot))
        return array_candidates(slot_array(slot));
    Clause *const *only = (Clause *const *)(const void *)&slot->value;
    return (Candidates){only, only + 1};
}

/* ---- building ---- */

typedef struct Build {
    Alloc *alloc;
    Candidates all;
    Cell *keys;   /* of all clauses; 0 for variables and for the dead */
    size_t count; /* clauses in `all` */
    size_t vars;  /* live clauses with a variable */
    Index *index;
} Build;

/* The span of arguments to decode for an index. */
static void keys_of(const Index *index, const Clause *clause, Cell keys[INDEX_ARGS])
{
    for (uint32_t i = 0; i < index->columns; i++) {
        uint32_t arg = index->args[i];
        keys[arg] = arg < INDEX_PLAIN ? clause_key(clause, arg) : clause_deep_key(clause, arg - INDEX_PLAIN);
    }
}

static Cell clause_index_key(const Index *index, const Clause *clause)
{
    Cell keys[INDEX_ARGS];
    keys_of(index, clause, keys);
    return index_key(index, keys);
}

/* Counts a key during the first pass, when slot values are counts. False: memory. */
static bool count_key(Build *b, Cell key)
{
    Index *index = b->index;
    IndexSlot *slot = table_slot(index->table, key);
    if (slot->key != key) {
        if (index->used + 1 > index->table->capacity / 5 * 4) {
            IndexTable *grown = table_copy(b->alloc, index->table, index->used, &index->used);
            if (!grown)
                return false;
            block_free(b->alloc, index->table);
            index->table = grown;
            slot = table_slot(grown, key);
        }
        slot->key = key;
        index->used++;
    }
    slot->value++;
    return true;
}

/* First pass: keys of all live clauses, and how many clauses each key has. */
static bool count_keys(Build *b)
{
    for (size_t i = 0; i < b->count; i++) {
        const Clause *c = b->all.next[i];
        b->keys[i] = 0;
        if (c->died != GENERATION_NEVER)
            continue;
        b->keys[i] = clause_index_key(b->index, c);
        if (b->keys[i] == 0)
            b->vars++;
        else if (!count_key(b, b->keys[i]))
            return false;
    }
    return true;
}

/* Frees the first `slots` slots' arrays and everything else of an index that nobody has seen. */
static void free_unseen(Alloc *alloc, Index *index, size_t slots)
{
    for (size_t i = 0; i < slots; i++)
        if (slot_is_array(&index->table->slots[i]))
            block_free(alloc, slot_array(&index->table->slots[i]));
    block_free(alloc, index->vars);
    block_free(alloc, index->table);
    alloc_free(alloc, index, sizeof *index);
}

/* Between the passes: turns counts into empty arrays of the right size, or into 0 where one clause will stand alone. Also learns how
 * long the list of a random clause's key is. On failure *done slots hold arrays, and the others counts. */
static bool make_arrays(Build *b, size_t *done)
{
    Index *index = b->index;
    double squares = 0, keyed = 0;
    for (*done = 0; *done < index->table->capacity; ++*done) {
        IndexSlot *slot = &index->table->slots[*done];
        size_t count = slot->value;
        if (slot->key == 0)
            continue;
        squares += (double)count * (double)count;
        keyed += (double)count;
        slot->value = 0;
        if (count == 1 && b->vars == 0)
            continue;
        ClauseArray *a = count + b->vars < UINT32_MAX ? clause_array_new(b->alloc, (uint32_t)(count + b->vars)) : NULL;
        if (!a)
            return false;
        slot_set_array(slot, a);
    }
    if (b->vars > 0 && !(index->vars = clause_array_new(b->alloc, (uint32_t)b->vars)))
        return false;
    index->filled = index->used;
    index->expected = (keyed > 0 ? squares / keyed : 0) + (double)b->vars;
    return true;
}

static void add_to_all(Build *b, Clause *c)
{
    for (size_t i = 0; i < b->index->table->capacity; i++)
        if (slot_is_array(&b->index->table->slots[i]))
            clause_array_push(slot_array(&b->index->table->slots[i]), c, true);
    clause_array_push(b->index->vars, c, true);
}

/* Second pass: clauses in order go where they belong. */
static void fill(Build *b)
{
    for (size_t i = 0; i < b->count; i++) {
        Clause *c = b->all.next[i];
        if (c->died != GENERATION_NEVER)
            continue;
        if (b->keys[i] == 0) {
            add_to_all(b, c);
            continue;
        }
        IndexSlot *slot = table_slot(b->index->table, b->keys[i]);
        if (slot_is_array(slot))
            clause_array_push(slot_array(slot), c, true);
        else
            slot_set_clause(slot, c);
    }
}

static Index *index_new(Alloc *alloc, uint32_t mask)
{
    Index *index = alloc_zero(alloc, sizeof *index);
    if (!index)
        return NULL;
    index->mask = mask;
    for (uint32_t arg = 0; arg < INDEX_ARGS; arg++)
        if (mask >> arg & 1)
            index->args[index->columns++] = arg;
    index->table = table_new(alloc, 16);
    if (index->table)
        return index;
    alloc_free(alloc, index, sizeof *index);
    return NULL;
}

/* Merging the variables into every array must not cost much more than the list. */
static bool is_hopeless(const Build *b)
{
    return b->vars > 0 && (double)b->vars * (double)b->index->used > 4.0 * (double)b->count + 256;
}

/* The passes. False with an index that must be freed. */
static bool build_passes(Build *b, bool *hopeless, size_t *arrays)
{
    *arrays = 0;
    if (!count_keys(b))
        return false;
    *hopeless = is_hopeless(b);
    if (*hopeless || !make_arrays(b, arrays))
        return false;
    fill(b);
    return true;
}

Index *index_build(Alloc *alloc, const Pred *pred, uint32_t mask, bool *hopeless)
{
    Build b = {.alloc = alloc, .all = pred_all_clauses(pred)};
    *hopeless = false;
    b.count = (size_t)(b.all.end - b.all.next);
    b.index = index_new(alloc, mask);
    if (!b.index)
        return NULL;
    b.keys = alloc_new(alloc, b.count * sizeof *b.keys);
    size_t arrays = 0;
    bool ok = b.keys && build_passes(&b, hopeless, &arrays);
    alloc_free(alloc, b.keys, b.count * sizeof *b.keys);
    if (ok)
        return b.index;
    free_unseen(alloc, b.index, arrays);
    return NULL;
}

/* ---- the end ---- */

void index_discard(Pred *pred, Index *index)
{
    Program *p = pred->module->program;
    for (size_t i = 0; i < index->table->capacity; i++)
        if (slot_is_array(&index->table->slots[i]))
            program_retire_block(p, &slot_array(&index->table->slots[i])->block);
    if (index->vars)
        program_retire_block(p, &index->vars->block);
    program_retire_block(p, &index->table->block);
    alloc_free(p->alloc, index, sizeof *index);
}

/* ---- keeping up to date ---- */

/* Replaces an array by a compact copy; the old one is retired. NULL: memory; the array is as it was. */
static ClauseArray *replace_array(Alloc *alloc, Pred *pred, ClauseArray *a, enum ArrayRoom room)
{
    ClauseArray *copy = clause_array_copy(alloc, a, room);
    if (copy)
        program_retire_block(pred->module->program, &a->block);
    return copy;
}

/* A new array of the clauses with a variable and room for one more, for a key that had no clause. */
static bool start_array(Alloc *alloc, const Index *index, IndexSlot *slot, Clause *clause, bool at_end)
{
    ClauseArray *a = clause_array_copy(alloc, index->vars, at_end ? ROOM_BACK : ROOM_FRONT);
    if (!a)
        return false;
    clause_array_push(a, clause, at_end);
    slot_set_array(slot, a);
    return true;
}

/* The second clause of a key. */
static bool pair_up(Alloc *alloc, IndexSlot *slot, Clause *clause, bool at_end)
{
    ClauseArray *a = clause_array_new(alloc, 4);
    if (!a)
        return false;
    a->first = a->low = a->high = 1;
    clause_array_push(a, (Clause *)slot->value, true);
    clause_array_push(a, clause, at_end);
    slot_set_array(slot, a);
    return true;
}

/* Adds a clause to a slot that has its key. */
static bool slot_add(Alloc *alloc, Pred *pred, Index *index, IndexSlot *slot, Clause *clause, bool at_end)
{
    if (slot->value == 0) {
        if (index->vars && index->vars->live > 0) {
            if (!start_array(alloc, index, slot, clause, at_end))
                return false;
        } else {
            slot_set_clause(slot, clause);
        }
        index->filled++;
        return true;
    }
    if (!slot_is_array(slot))
        return pair_up(alloc, slot, clause, at_end);
    ClauseArray *a = slot_array(slot);
    if (!clause_array_has_room(a, at_end)) {
        a = replace_array(alloc, pred, a, at_end ? ROOM_BACK : ROOM_FRONT);
        if (!a)
            return false;
        slot_set_array(slot, a);
    }
    clause_array_push(a, clause, at_end);
    return true;
}

/* Room in the table for one more key. */
static bool reserve_key(Alloc *alloc, Pred *pred, Index *index)
{
    if (index->used + 1 <= index->table->capacity / 5 * 4)
        return true;
    IndexTable *t = table_copy(alloc, index->table, index->filled, &index->used);
    if (!t)
        return false;
    program_retire_block(pred->module->program, &index->table->block);
    index->table = t;
    return true;
}

bool index_insert(Alloc *alloc, Pred *pred, Index *index, Clause *clause, bool at_end)
{
    Cell key = clause_index_key(index, clause);
    if (key == 0 || !reserve_key(alloc, pred, index))
        return false;
    IndexSlot *slot = table_slot(index->table, key);
    if (slot->key == 0) {
        slot->key = key;
        index->used++;
    }
    return slot_add(alloc, pred, index, slot, clause, at_end);
}

/* A clause in the array has died. */
static bool array_note_dead(Alloc *alloc, Pred *pred, Index *index, IndexSlot *slot)
{
    ClauseArray *a = slot_array(slot);
    clause_array_died(a);
    index->dirty = true;
    if (a->live == 0) {
        program_retire_block(pred->module->program, &a->block);
        slot->value = 0;
        index->filled--;
    } else if (clause_array_is_sparse(a)) {
        ClauseArray *copy = replace_array(alloc, pred, a, ROOM_NOWHERE);
        if (!copy)
            return false;
        slot_set_array(slot, copy);
    }
    return true;
}

bool index_note_dead(Alloc *alloc, Pred *pred, Index *index, Clause *clause)
{
    Cell key = clause_index_key(index, clause);
    if (key == 0)
        return false;
    IndexSlot *slot = table_slot(index->table, key);
    if (slot->key == 0 || slot->value == 0)
        return true;
    if (slot_is_array(slot))
        return array_note_dead(alloc, pred, index, slot);
    if (slot->value == (uintptr_t)clause) {
        slot->value = 0;
        index->filled--;
    }
    return true;
}

bool index_purge(Alloc *alloc, Pred *pred, Index *index, Clause *clause)
{
    if (!index->dirty)
        return true;
    IndexSlot *slot = table_slot(index->table, clause_index_key(index, clause));
    if (slot->key == 0 || !slot_is_array(slot) || clause_array_dead(slot_array(slot)) == 0)
        return true;
    ClauseArray *copy = replace_array(alloc, pred, slot_array(slot), ROOM_NOWHERE);
    if (!copy)
        return false;
    slot_set_array(slot, copy);
    return true;
}
