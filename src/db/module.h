/* module.h - modules, the predicate tables, and the program that holds them all.
 * SPDX-License-Identifier: MIT
 *
 * Name resolution of a goal p/n in module m: m's own predicate when it is defined or imported; else, at the first call, what its bases
 * give: `system` for user, `user` for others, unless the program says otherwise; then the library predicates that autoload. See
 * program_resolve.
 */
#ifndef HORN_DB_MODULE_H
#define HORN_DB_MODULE_H

#include "db/block.h"
#include "db/clause_map.h"
#include "db/pred.h"
#include "db/reference.h"
#include "syntax/ops.h"
#include "term/cellmap.h"
#include "term/record.h"

typedef struct Module {
    struct Program *program;
    uint32_t name;         /* atom */
    uint32_t file;         /* atom or ATOM_NONE */
    bool is_system, is_library;
    Pred **preds;          /* open addressing by functor word; NULL is free */
    size_t pred_count, pred_capacity; /* capacity is a power of two or 0 */
    OpTable ops;           /* falls back on user's, that on the default table */
    Pred **exports;        /* in order of export */
    size_t export_count, export_capacity;
    struct Module **bases; /* where names are looked up that are not here, in order; without cycles */
    size_t base_count, base_capacity;
    uint32_t unknown;      /* atom: flag unknown of this module; ATOM_NONE: that of its first base */
    struct Module *next;
} Module;

/* Where clauses come from that nobody has asked for yet (PRED_UNLINKED). Kept by the layer that opens images. */
typedef struct Linker {
    bool (*link)(struct Linker *linker, struct Program *p, Pred *pred); /* ends in pred_install_clauses; false: memory or damage */
    void (*mark_atoms)(const struct Linker *linker, AtomTable *atoms);
    void (*free)(struct Linker *linker, struct Program *p);
    const char *problem; /* why `link` failed last; NULL: memory */
} Linker;

typedef struct Program {
    Alloc *alloc;
    AtomTable *atoms;
    uint64_t seed;
    Module *modules; /* all, newest first */
    CellMap modules_by_name; /* pointers */
    Module *system, *user;
    Generation generation;   /* of the newest change */
    uint32_t load_count;     /* loads begun so far */
    Clause **retired_clauses; /* dead and unlinked, waiting for the reclaimer */
    size_t retired_clause_count, retired_clause_capacity;
    Block *retired_blocks;   /* replaced arrays and tables, chained */
    size_t retired_bytes;    /* of both: the loop calls the reclaimer when it grows */
    size_t clause_bytes;     /* code area in use */
    ReferenceTable references; /* numbers of clauses */
    ClauseMap constants;     /* every clause that has constants, by address */
    Linker *linker;          /* owned; NULL while no image is open */
    /* Marks the atoms in the notes of a clause; set by the layer that writes notes, NULL while none hold atoms. */
    void (*notes_mark_atoms)(AtomTable *atoms, const Clause *clause);
} Program;

bool program_init(Program *p, Alloc *alloc, AtomTable *atoms, uint64_t seed);
void program_free(Program *p);

/* The module of this name, made when it does not exist; NULL when memory is exhausted. */
Module *module_intern(Program *p, uint32_t name);
Module *module_find(const Program *p, uint32_t name);
/* The module's own predicate of this functor word (arity 0 for atoms), made undefined when missing; NULL: memory. */
Pred *pred_intern(Program *p, Module *m, Cell functor);
Pred *pred_find(const Module *m, Cell functor);
/* The definition a goal in module m reaches now: follows imports, then bases; NULL when there is none. */
Pred *program_resolve(const Program *p, const Module *m, Cell functor);
/* The predicate that a compiled call in module m names: a system builtin directly, else m's own entry (linked at its first call). An entry
 * that leads to a meta predicate elsewhere is where the module is added to its arguments (ENTER_IMPORT). */
Pred *program_call_target(Program *p, Module *m, Cell functor);

/* ---- changing predicates; all writing to the database goes through these ---- */

/* Adds a compiled clause (owned by the predicate from now on), visible from the next generation. A predicate that stood for an import
 * becomes the module's own. False: memory; nothing changed and the clause is still the caller's. */
bool pred_add_clause(Program *p, Pred *pred, Clause *clause, bool at_end);
/* Makes a predicate the module's own, without clauses yet: dynamic/1 and other declarations. */
void pred_declare(Program *p, Pred *pred, uint32_t flags);
/* Kills a clause now; false when it is dead already. */
bool pred_remove_clause(Program *p, Clause *clause);
/* Kills all clauses and forgets properties other than `keep_flags`. */
void pred_wipe(Program *p, Pred *pred, uint32_t keep_flags);
/* Kills all clauses and leaves the properties. */
void pred_remove_all(Program *p, Pred *pred);
/* Sets the argument modes of a meta predicate: its functor word and a mode for each argument, atomic cells, which are copied; NULL: it is
 * none. False: memory; nothing changed. */
bool pred_set_meta(Program *p, Pred *pred, const Cell *cells);
/* Adds a predicate of the module to its exports, unless it is there. False: memory. */
bool module_export(Module *m, Pred *pred);
void module_unexport_all(Module *m);
/* Makes a name in a module stand for a predicate of another one, which may be defined later. */
void pred_import(Pred *pred, Pred *from, bool weak);
/* True when names of the module are looked up in the base, directly or through others, or both are the same. */
bool module_has_base(const Module *m, const Module *base);
/* Replaces the bases, none of which may have the module as base. False: memory; nothing changed. */
bool module_set_bases(Module *m, Module *const *bases, size_t count);
/* Makes it one of the library: names are looked up in system, whatever programs define in user. False: memory; nothing changed. */
bool module_make_library(Module *m);
/* What flag unknown is in the module: an atom, ATOM_NONE when neither it nor a base says. */
uint32_t module_unknown(const Module *m);
/* Sets the entry stub from flags and clauses; call after changing either. */
void pred_update_entry(Pred *pred);

/* ---- clauses that are still in an image: they come when the predicate is called or its clauses are looked at ---- */

/* Says that `count` > 0 clauses of a predicate without any are with the program's linker, which finds them by `place`. */
void pred_defer_clauses(Program *p, Pred *pred, uint32_t count, Code place);
/* Brings in the clauses of a predicate. False: memory, or the image is damaged (p->linker->problem); the next call tries again. */
static inline bool pred_link(Program *p, Pred *pred)
{
    return LIKELY(!(pred->flags & PRED_UNLINKED)) || p->linker->link(p->linker, p, pred);
}
/* For the linker: gives a predicate the clauses that were deferred, which it owns from now on. They are visible to goals that began before.
 * False: memory; nothing changed. */
bool pred_install_clauses(Program *p, Pred *pred, Clause *const *clauses, uint32_t count);

/* Candidates among all clauses, in order, dead ones included. None when they are in an image and cannot be had. */
static inline Candidates pred_all_clauses(const Pred *pred)
{
    if (UNLIKELY(pred->flags & PRED_UNLINKED))
        (void)pred_link(pred->module->program, (Pred *)(uintptr_t)pred);
    if (!pred->clauses.items)
        return (Candidates){NULL, NULL};
    Clause *const *first = pred->clauses.items + pred->clauses.first;
    return (Candidates){first, first + pred->clauses.count};
}
/* A clause of uninitialised words, visible to nobody until pred_add_clause (or the owner of a temporary one) says when it was born.
 * NULL: memory. */
Clause *clause_new(Program *p, Pred *pred, size_t code_words, size_t constant_words, size_t note_words);
/* Frees a clause that is in no list. */
void clause_free(Program *p, Clause *clause);
/* Leaves a clause that is in no list (a temporary one, whose goal has begun) to the reclaimer. False: memory; still the caller's. */
bool clause_retire(Program *p, Clause *clause);

/* ---- reclaiming: mark what engines still use, then sweep (db/reclaim.c) ----
 *
 * To be marked: the clauses that frames and heap cells refer to, and those in the candidate ranges of choice points. Marks of retired
 * clauses are cleared by the sweep; one left on a live clause delays its end by one sweep. */
static inline void clause_mark(Clause *c)
{
    c->marked = 1;
}
/* Frees retired clauses that are not marked, and retired blocks that `block_in_use` does not claim. */
void program_reclaim(Program *p, bool (*block_in_use)(void *user, const void *block, size_t bytes), void *user);
/* The clause, live or retired, whose constants contain this address, or NULL: for marking from heap pointers that leave the heap. */
Clause *program_clause_at(const Program *p, const void *address);
/* Marks the atoms in all clauses, predicates, modules, operators. */
void program_mark_atoms(Program *p);
/* Marks the atoms of one clause: for temporary ones, which program_mark_atoms does not see before they are retired. */
void clause_mark_atoms(const Program *p, const Clause *clause);
/* Leaves a replaced block to the reclaimer. */
void program_retire_block(Program *p, Block *block);

#endif
