/* module.c - modules, their tables of predicates, and what a name means in one.
 * SPDX-License-Identifier: MIT
 */
#include "db/module.h"

#include "base/hash.h"
#include "base/vec.h"

/* ---- modules ---- */

/* Operators: system's table holds the defaults, user's falls back on it, all others on user's. */
static const OpTable *parent_ops(const Program *p)
{
    return p->user ? &p->user->ops : p->system ? &p->system->ops : NULL;
}

static Module *module_new(Program *p, uint32_t name)
{
    Module *m = alloc_zero(p->alloc, sizeof *m), *base = p->user ? p->user : p->system;
    if (!m || (base && !VEC_RESERVE(p->alloc, m->bases, m->base_capacity, 1)) ||
        !cell_map_put(&p->modules_by_name, cell_from_atom(name), (uintptr_t)m)) {
        if (m)
            VEC_FREE(p->alloc, m->bases, m->base_capacity);
        alloc_free(p->alloc, m, sizeof *m);
        return NULL;
    }
    if (base)
        m->bases[m->base_count++] = base;
    m->unknown = ATOM_NONE;
    m->program = p;
    m->name = name;
    m->file = ATOM_NONE;
    op_table_init(&m->ops, p->alloc, parent_ops(p));
    m->next = p->modules;
    p->modules = m;
    return m;
}

Module *module_find(const Program *p, uint32_t name)
{
    const Cell *module = cell_map_get(&p->modules_by_name, cell_from_atom(name));
    return module ? (Module *)*module : NULL;
}

Module *module_intern(Program *p, uint32_t name)
{
    Module *m = module_find(p, name);
    return m ? m : module_new(p, name);
}

/* ---- the table of predicates ---- */

/* Where the functor's predicate stands, or the free slot where it would. The table is not empty. */
static Pred **pred_slot(const Module *m, Cell functor)
{
    size_t mask = m->pred_capacity - 1;
    for (size_t i = (size_t)hash_word(m->program->seed, functor) & mask;; i = (i + 1) & mask)
        if (!m->preds[i] || m->preds[i]->functor == functor)
            return &m->preds[i];
}

/* Keeps at least a quarter of the slots free. */
static bool reserve_slot(Module *m)
{
    if (m->pred_count + 1 <= m->pred_capacity / 4 * 3)
        return true;
    Alloc *alloc = m->program->alloc;
    Pred **old = m->preds;
    size_t old_capacity = m->pred_capacity, capacity = max_size(old_capacity * 2, 16);
    Pred **grown = alloc_zero(alloc, capacity * sizeof *grown);
    if (!grown)
        return false;
    m->preds = grown;
    m->pred_capacity = capacity;
    for (size_t i = 0; i < old_capacity; i++)
        if (old[i])
            *pred_slot(m, old[i]->functor) = old[i];
    alloc_free(alloc, old, old_capacity * sizeof *old);
    return true;
}

Pred *pred_find(const Module *m, Cell functor)
{
    return m->pred_count > 0 ? *pred_slot(m, functor) : NULL;
}

Pred *pred_intern(Program *p, Module *m, Cell functor)
{
    Pred *pred = pred_find(m, functor);
    if (pred || !reserve_slot(m))
        return pred;
    pred = alloc_zero(p->alloc, sizeof *pred);
    if (!pred)
        return NULL;
    pred->functor = functor;
    pred->module = m;
    pred->file = ATOM_NONE;
    pred_set_entry(pred, I_ENTER_UNDEFINED);
    *pred_slot(m, functor) = pred;
    m->pred_count++;
    return pred;
}

/* ---- exports ---- */

bool module_export(Module *m, Pred *pred)
{
    if (pred->flags & PRED_EXPORTED)
        return true;
    if (!VEC_RESERVE(m->program->alloc, m->exports, m->export_capacity, m->export_count + 1))
        return false;
    m->exports[m->export_count++] = pred;
    pred->flags |= PRED_EXPORTED;
    return true;
}

void module_unexport_all(Module *m)
{
    for (size_t i = 0; i < m->export_count; i++)
        m->exports[i]->flags &= ~(uint32_t)PRED_EXPORTED;
    m->export_count = 0;
}

/* ---- bases ---- */

bool module_has_base(const Module *m, const Module *base)
{
    bool has = m == base;
    for (size_t i = 0; !has && i < m->base_count; i++)
        has = module_has_base(m->bases[i], base);
    return has;
}

/* Names that were found in bases are looked up anew at their next call. */
static void unlink_defaults(Program *p)
{
    for (Module *m = p->modules; m; m = m->next) {
        for (size_t i = 0; i < m->pred_capacity; i++) {
            Pred *pred = m->preds[i];
            if (!pred || pred_is_defined(pred) || !pred->import || (pred->flags & PRED_IMPORTED))
                continue;
            pred->import = NULL;
            pred_update_entry(pred);
        }
    }
}

bool module_set_bases(Module *m, Module *const *bases, size_t count)
{
    if (!VEC_RESERVE(m->program->alloc, m->bases, m->base_capacity, count))
        return false;
    for (size_t i = 0; i < count; i++)
        m->bases[i] = bases[i];
    m->base_count = count;
    unlink_defaults(m->program);
    return true;
}

/* A module of the library does not see what programs define in user. */
bool module_make_library(Module *m)
{
    m->is_library = true;
    return module_set_bases(m, &m->program->system, 1);
}

uint32_t module_unknown(const Module *m)
{
    while (m->unknown == ATOM_NONE && m->base_count > 0)
        m = m->bases[0];
    return m->unknown;
}

/* ---- resolution ---- */

/* The definition that a module has of its own or by import, or NULL. */
static Pred *definition_in(const Module *m, Cell functor)
{
    Pred *pred = pred_find(m, functor);
    while (pred && !pred_is_defined(pred))
        pred = pred->import;
    return pred;
}

Pred *program_resolve(const Program *p, const Module *m, Cell functor)
{
    Pred *pred = definition_in(m, functor);
    for (size_t i = 0; !pred && i < m->base_count; i++)
        pred = program_resolve(p, m->bases[i], functor);
    return pred;
}

Pred *program_call_target(Program *p, Module *m, Cell functor)
{
    Pred *own = pred_find(m, functor);
    if (own && (pred_is_defined(own) || own->import))
        return own;
    Pred *pred = pred_find(p->system, functor);
    bool direct = m->is_system || !(pred && (pred->flags & PRED_REDEFINE));
    if (pred && m != p->user && !m->is_system && (pred->flags & PRED_META))
        direct = false; /* the module's own entry adds the module to the arguments */
    return pred && pred_is_defined(pred) && direct ? pred : pred_intern(p, m, functor);
}

/* ---- the program ---- */

static bool make_first_modules(Program *p)
{
    p->system = module_intern(p, ATOM_system);
    if (!p->system || !op_table_add_defaults(&p->system->ops, p->atoms))
        return false;
    p->system->is_system = true;
    p->user = module_intern(p, ATOM_user);
    return p->user != NULL;
}

bool program_init(Program *p, Alloc *alloc, AtomTable *atoms, uint64_t seed)
{
    *p = (Program){.alloc = alloc, .atoms = atoms, .seed = seed, .modules_by_name.alloc = alloc};
    if (make_first_modules(p))
        return true;
    program_free(p);
    return false;
}
