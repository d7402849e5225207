/* pred.h - a predicate: name, properties, clauses in order, and the entry that calls jump to.
 * SPDX-License-Identifier: MIT
 *
 * CALL and EXECUTE go to `entry_code`: one instruction whose opcode says how this predicate starts (ENTER_*), and what it needs to do so
 * at once. It comes first in the structure so that the way from a call to the clause's code is one load after the other, and few.
 * Stubs find the predicate back from the code address: pred_from_entry.
 */
#ifndef HORN_DB_PRED_H
#define HORN_DB_PRED_H

#include "db/clause.h"

struct Module;
struct Builtin;
struct IndexSet;

enum PredFlag {
    PRED_DYNAMIC = 1,
    PRED_DISCONTIGUOUS = 2,
    PRED_MULTIFILE = 4,
    PRED_DEFINED = 8,      /* has or had clauses, or was declared */
    PRED_BUILTIN = 16,     /* in C */
    PRED_CONTROL = 32,     /* compiled inside clauses: ',', ;, ->, *->, \+, ! */
    PRED_ISO = 64,         /* may not be redefined in any module */
    PRED_SYSTEM = 128,     /* belongs to the system: hidden from listings, protected while flag protect_static is on */
    PRED_EXPORTED = 256,
    PRED_META = 512,       /* meta_mask says which arguments are goals */
    PRED_TRANSPARENT = 1024,
    PRED_DECLARED_STATIC = 2048,
    PRED_INLINE = 8192,    /* a deterministic builtin (kind DET): clauses run it in place with BUILTIN, without a frame */
    PRED_REDEFINE = 4096,  /* library-level system predicate that user programs may redefine */
    PRED_IMPORTED = 16384, /* `import` was asked for; without it, it is where the name was found by default */
    PRED_BODY_KEYS = 131072, /* the index tells less than clause/2 must find: see clause_has_body_keys */
    PRED_UNLINKED = 65536, /* its clauses are still in an image: ENTER_LINK; `live` says how many (module.h) */
    PRED_WEAK = 262144,    /* an import of all that a module exports: gives way to a definition of the importer's own */
    PRED_PUBLIC = 32768    /* declared by public/1: says that it is called from where no cross-referencer looks */
};

/* A range of clauses in clause order. */
typedef struct Candidates {
    Clause *const *next, *const *end;
} Candidates;

typedef struct Pred {
    Code entry_code[6]; /* stub; ENTER_ONE, ENTER_TWO, ENTER_LIST: code of the clauses, with ENTER_LIST that for a pair first; ENTER_TWO,
                          ENTER_LIST: argument; ENTER_TWO: keys; ENTER_MATRIX: the matrix; ENTER_LINK: where the linker finds the clauses */
    Cell functor; /* a functor word; arity 0 for atoms */
    struct Module *module;
    uint32_t flags;
    uint32_t live;              /* visible clauses now */
    ClauseList clauses;
    struct IndexSet *indexes;   /* db/index.h; NULL until a call needs one */
    const struct Builtin *builtin;
    struct Pred *import;        /* ENTER_IMPORT: the definition elsewhere */
    Cell meta;                  /* meta_predicate argument modes as a constant structure, or 0 */
    uint32_t file;              /* atom: the file that defined it, ATOM_NONE */
    uint32_t line;
    uint32_t load;              /* number of the load that last defined it */
    uint32_t dead;              /* clauses in the list that died */
} Pred;

static inline uint32_t pred_arity(const Pred *p)
{
    return functor_arity(p->functor);
}
/* More arguments than registers: the whole goal is passed in X0. Its clauses are big ones. */
static inline bool pred_is_wide(const Pred *p)
{
    return pred_arity(p) > REGISTER_MAX;
}
/* Argument registers of a call. */
static inline uint32_t pred_registers(const Pred *p)
{
    return UNLIKELY(pred_is_wide(p)) ? 1 : pred_arity(p);
}
/* Arguments that indexes may look at. */
static inline uint32_t pred_index_arity(const Pred *p)
{
    return pred_is_wide(p) ? 0 : pred_arity(p);
}
static inline uint32_t pred_name(const Pred *p)
{
    return functor_name(p->functor);
}
static inline bool pred_is_dynamic(const Pred *p)
{
    return (p->flags & PRED_DYNAMIC) != 0;
}
static inline bool pred_is_defined(const Pred *p)
{
    return (p->flags & (PRED_DEFINED | PRED_BUILTIN | PRED_CONTROL)) != 0;
}
static inline const Code *pred_entry(const Pred *p)
{
    return p->entry_code;
}
static inline Pred *pred_from_entry(const Code *entry)
{
    return (Pred *)(uintptr_t)((const char *)entry - offsetof(Pred, entry_code));
}
static inline void pred_set_entry(Pred *p, Opcode stub)
{
    p->entry_code[0] = code_make(stub, 0, 0, 0);
}

#endif
