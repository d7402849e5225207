/* bi_global.c - global variables.
 * SPDX-License-Identifier: MIT
 *
 * A variable has up to two values. That of nb_setval/2 belongs to the machine and is kept off the heap, as a record or an atomic cell.
 * That of b_setval/2 belongs to an engine, lives on its heap, and hides the other one; backtracking takes it back. An engine also keeps
 * the heap copy of a record, so that reading it again costs nothing and gives the same term, with what was bound or set in it since.
 *
 *     e->globals: global(Next, B-value, Copy, Version, B-value, Copy, Version, ...)      Next: a structure like it, or []
 *
 * A variable has three cells in one of the structures. Each of these holds twice as many variables as the one before, up to a limit, so
 * that few are on the way to any variable. They are never moved or taken back, since the trail names their cells.
 */
#include "builtins/globals.h"

#include "base/hash.h"
#include "base/vec.h"
#include "builtins/builtin.h"
#include "builtins/keep_heap.h"
#include "builtins/trial.h"

typedef struct Global {
    Cell key;         /* an atom or small integer */
    bool is_set;      /* by nb_setval/2 */
    bool is_atomic;   /* its value */
    Cell value;       /* atomic, when there is no record */
    Record *record;   /* owned, or NULL */
    int64_t version;  /* of the record: counts changes, from 1 */
} Global;

struct Globals {
    Global *items;
    size_t count, capacity;
    uint32_t *slots;   /* open addressing by key: number + 1, 0 is free */
    size_t slot_count; /* a power of two */
};

/* ---- the table ---- */

static size_t find_slot(const Machine *m, Cell key)
{
    const struct Globals *g = m->globals;
    size_t mask = g->slot_count - 1, i = hash_word(m->seed, key) & mask;
    while (g->slots[i] != 0 && g->items[g->slots[i] - 1].key != key)
        i = (i + 1) & mask;
    return i;
}

/* Doubles the hash table. */
static bool grow_slots(Machine *m)
{
    struct Globals *g = m->globals;
    size_t old_count = g->slot_count, count = old_count == 0 ? 16 : 2 * old_count;
    uint32_t *slots = alloc_zero(&m->alloc, count * sizeof *slots);
    if (slots == NULL)
        return false;
    alloc_free(&m->alloc, g->slots, old_count * sizeof *slots);
    g->slots = slots;
    g->slot_count = count;
    for (size_t i = 0; i < g->count; i++)
        g->slots[find_slot(m, g->items[i].key)] = (uint32_t)i + 1;
    return true;
}

/* The number of a variable, or -1. */
static int64_t global_find(const Machine *m, Cell key)
{
    if (m->globals->slot_count == 0)
        return -1;
    return (int64_t)m->globals->slots[find_slot(m, key)] - 1;
}

/* The number of a variable, which is made when it does not exist; -1: memory. */
static int64_t global_intern(Machine *m, Cell key)
{
    struct Globals *g = m->globals;
    int64_t number = global_find(m, key);
    if (number >= 0)
        return number;
    if ((g->count + 1) * 2 > g->slot_count && !grow_slots(m))
        return -1;
    if (!VEC_RESERVE(&m->alloc, g->items, g->capacity, g->count + 1))
        return -1;
    g->items[g->count] = (Global){.key = key};
    g->slots[find_slot(m, key)] = (uint32_t)++g->count;
    return (int64_t)g->count - 1;
}

static void globals_free(Machine *m)
{
    struct Globals *g = m->globals;
    for (size_t i = 0; i < g->count; i++)
        if (g->items[i].record != NULL)
            record_free(&m->alloc, g->items[i].record);
    VEC_FREE(&m->alloc, g->items, g->capacity);
    alloc_free(&m->alloc, g->slots, g->slot_count * sizeof *g->slots);
    alloc_free(&m->alloc, g, sizeof *g);
    m->globals = NULL;
}

static void mark_cell(AtomTable *atoms, Cell c)
{
    if (cell_is_atom(c))
        atom_mark(atoms, cell_atom(c));
}

static void globals_mark(Machine *m)
{
    for (size_t i = 0; i < m->globals->count; i++) {
        const Global *g = &m->globals->items[i];
        mark_cell(&m->atoms, g->key);
        if (g->record != NULL)
            record_mark_atoms(&m->atoms, g->record);
        else
            mark_cell(&m->atoms, g->value);
    }
}

bool globals_init(Machine *m)
{
    m->globals = alloc_zero(&m->alloc, sizeof *m->globals);
    if (m->globals == NULL)
        return false;
    m->free_globals = globals_free;
    m->mark_globals = globals_mark;
    return true;
}

/* ---- the part of an engine ---- */

#define FIRST_CHUNK 10
#define LAST_CHUNK  (FIRST_CHUNK << 15)
#define CELLS_EACH  3
#define UNSET       cell_from_atom(ATOM_mark)

enum { AT_VALUE, AT_COPY, AT_VERSION };

static int64_t next_chunk(int64_t variables)
{
    return variables < LAST_CHUNK ? 2 * variables : variables;
}

static uint32_t chunk_arity(int64_t variables)
{
    return (uint32_t)(1 + variables * CELLS_EACH);
}

/* Pushes an empty structure. */
static Cell push_chunk(Store *s, int64_t variables)
{
    uint32_t arity = chunk_arity(variables);
    Cell chunk = heap_push_struct(s, cell_from_functor(ATOM_global, arity));
    Cell *cells = str_cells(chunk);
    cells[1] = cell_from_atom(ATOM_nil);
    for (size_t i = 2; i <= arity; i++)
        cells[i] = UNSET;
    return chunk;
}

/* The cells of a variable, or NULL when the engine has none. */
static Cell *engine_cells(const Engine *e, int64_t number)
{
    Cell chunk = e->globals;
    for (int64_t size = FIRST_CHUNK; number >= size && cell_is_str(chunk); size = next_chunk(size)) {
        number -= size;
        chunk = str_cells(chunk)[1];
    }
    return cell_is_str(chunk) ? str_cells(chunk) + 2 + number * CELLS_EACH : NULL;
}

/* The cells of a variable, with structures for it; room for `engine_room` cells must be there. */
static Cell *engine_need_cells(Engine *e, int64_t number)
{
    Store *s = &e->store;
    Cell *link = &e->globals;
    for (int64_t size = FIRST_CHUNK;; size = next_chunk(size)) {
        if (!cell_is_str(*link)) {
            *link = push_chunk(s, size);
            keep_heap(e, NULL);
        }
        if (number < size)
            return str_cells(*link) + 2 + number * CELLS_EACH;
        number -= size;
        link = str_cells(*link) + 1;
    }
}

static size_t engine_room(const Engine *e, int64_t number)
{
    if (engine_cells(e, number) != NULL)
        return 0;
    size_t cells = 0;
    for (int64_t size = FIRST_CHUNK;; size = next_chunk(size)) {
        cells += 1 + chunk_arity(size);
        if (number < size)
            return cells;
        number -= size;
    }
}

/* Forgets what an engine has of a variable that got another value. */
static void engine_forget(Engine *e, int64_t number)
{
    Cell *cells = engine_cells(e, number);
    if (cells != NULL)
        cells[AT_VALUE] = cells[AT_COPY] = cells[AT_VERSION] = UNSET;
}

/* ---- reading ---- */

/* The value of a record that holds a compound term or a variable: the engine's copy when it is the present one. ST_FAIL: there is none
 * and `make` is false. */
static Status shared_value(Engine *e, int64_t number, bool make, Cell *value)
{
    const Global *g = &e->machine->globals->items[number];
    Cell version = cell_from_int(g->version);
    const Cell *known = engine_cells(e, number);
    if (known != NULL && known[AT_VERSION] == version) {
        *value = known[AT_COPY];
        return ST_TRUE;
    }
    if (!make)
        return ST_FAIL;
    if (!heap_has(&e->store, engine_room(e, number) + record_heap_cells(g->record)))
        return ST_RETRY;
    Cell *cells = engine_need_cells(e, number);
    *value = cells[AT_COPY] = record_push(&e->store, g->record);
    cells[AT_VERSION] = version;
    keep_heap(e, cells);
    return ST_TRUE;
}

/* The value of a variable; ST_FAIL when it has none. With `keep` the engine may keep a copy of a record. */
static Status global_value(Engine *e, int64_t number, bool keep, Cell *value)
{
    const Cell *cells = engine_cells(e, number);
    if (cells != NULL && cells[AT_VALUE] != UNSET) {
        *value = cells[AT_VALUE];
        return ST_TRUE;
    }
    const Global *g = &e->machine->globals->items[number];
    if (!g->is_set)
        return ST_FAIL;
    *value = g->value;
    if (g->record == NULL)
        return ST_TRUE;
    if (!g->is_atomic) {
        Status s = shared_value(e, number, keep, value);
        if (s != ST_FAIL)
            return s;
    }
    if (!heap_has(&e->store, record_heap_cells(g->record)))
        return ST_RETRY;
    *value = record_push(&e->store, g->record);
    return ST_TRUE;
}

static Status arg_key(Engine *e, Cell arg, Cell *key)
{
    *key = cell_deref(arg);
    if (cell_is_var(*key))
        return instantiation_error(e);
    return cell_is_atom(*key) || cell_is_int(*key) ? ST_TRUE : type_error(e, ATOM_atom, *key);
}

/* Value is the value of the global variable Key. */
static Status bi_getval(Engine *e, Cell *arg)
{
    Cell key, value;
    Status s = arg_key(e, arg[0], &key);
    if (s != ST_TRUE)
        return s;
    int64_t number = global_find(e->machine, key);
    s = number < 0 ? ST_FAIL : global_value(e, number, true, &value);
    if (s == ST_FAIL)
        return existence_error(e, ATOM_variable, key);
    return s == ST_TRUE ? unify_result(e, arg[1], value) : s;
}

/* Key is unbound: tries one variable after the other. The state is the number of the next. */
static Status enumerate_globals(Engine *e, const Cell *arg)
{
    const struct Globals *g = e->machine->globals;
    for (size_t i = (size_t)cell_int(e->X[2]); i < g->count; i++) {
        Cell value;
        Trial t = trial_begin(&e->store);
        Status s = global_value(e, (int64_t)i, false, &value);
        if (s == ST_TRUE)
            s = unify_result(e, arg[0], g->items[i].key);
        if (s == ST_TRUE)
            s = unify_result(e, arg[1], value);
        if (s == ST_TRUE) {
            trial_keep(&e->store, &t);
            e->X[2] = cell_from_int((int64_t)i + 1);
            if (i + 1 < g->count)
                builtin_leave_choice(e);
            return ST_TRUE;
        }
        trial_undo(&e->store, &t);
        if (s != ST_FAIL)
            return s;
    }
    return ST_FAIL;
}

/* Key is a global variable with the value Value. */
static Status bi_nb_current(Engine *e, Cell *arg)
{
    Cell key = cell_deref(arg[0]), value;
    if (cell_is_var(key))
        return enumerate_globals(e, arg);
    Status s = arg_key(e, key, &key);
    if (s != ST_TRUE)
        return s;
    int64_t number = global_find(e->machine, key);
    s = number < 0 ? ST_FAIL : global_value(e, number, false, &value);
    return s == ST_TRUE ? unify_result(e, arg[1], value) : s;
}

/* ---- writing ---- */

/* Gives the global variable Key a copy of Value, whatever is backtracked to later. */
static Status bi_nb_setval(Engine *e, Cell *arg)
{
    Machine *m = e->machine;
    Cell key, value = cell_deref(arg[1]);
    Status s = arg_key(e, arg[0], &key);
    if (s != ST_TRUE)
        return s;
    int64_t number = global_intern(m, key);
    if (number < 0)
        return resource_error(e, ATOM_memory);
    Record *record = NULL;
    if (!cell_is_atom(value) && !cell_is_int(value)) {
        record = record_from_term(&e->store, value, true);
        if (record == NULL)
            return store_error(e);
    }
    Global *g = &m->globals->items[number];
    if (g->record != NULL)
        record_free(&m->alloc, g->record);
    *g = (Global){
        .key = key, .is_set = true, .is_atomic = cell_is_atomic(value), .value = value, .record = record, .version = g->version + 1};
    engine_forget(e, number);
    return ST_TRUE;
}

/* Gives the global variable Key the value Value until that is backtracked over. */
static Status bi_b_setval(Engine *e, Cell *arg)
{
    Store *store = &e->store;
    Cell key;
    Status s = arg_key(e, arg[0], &key);
    if (s != ST_TRUE)
        return s;
    int64_t number = global_intern(e->machine, key);
    if (number < 0)
        return resource_error(e, ATOM_memory);
    if (!heap_has(store, engine_room(e, number)))
        return ST_RETRY;
    if (!trail_has(store, 2)) {
        store->resource = RES_TRAIL;
        return store_error(e);
    }
    store_assign(store, engine_need_cells(e, number) + AT_VALUE, cell_deref(arg[1]));
    return ST_TRUE;
}

/* clang-format off */
const Builtin builtins_global[] = {
    BUILTIN("nb_setval",        bi_nb_setval,  "+key +term", DET, ""),
    BUILTIN("nb_linkval",       bi_nb_setval,  "+key +term", DET, ""), /* that its value may be shared is nothing to rely on */
    ROW_KEEPS_HEAP("b_setval",  bi_b_setval,   "+key +term"),
    ROW_KEEPS_HEAP("nb_getval", bi_getval,     "+key ?term"),
    ROW_KEEPS_HEAP("b_getval",  bi_getval,     "+key ?term"),
    BUILTIN_STATE("nb_current", bi_nb_current, "?key ?term", 1, ""),
    BUILTIN_END
};
/* clang-format on */
