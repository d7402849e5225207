/* pred_access.h - which predicate a builtin means, and what may be done to it.
 * SPDX-License-Identifier: MIT
 *
 * Predicates of the system come in three sorts: those that programs may define anew (PRED_REDEFINE), for which a change makes a predicate
 * of the module's own; dynamic ones, which are shared by all modules; all others are protected.
 */
#ifndef HORN_BUILTINS_PRED_ACCESS_H
#define HORN_BUILTINS_PRED_ACCESS_H

#include "builtins/builtin.h"
#include "compile/goal.h"

/* Where names without module belong: calls from other modules come with their module (meta_predicate). */
static inline Module *default_module(const Engine *e)
{
    const Program *p = &e->machine->program;
    return e->machine->source_module == p->system ? p->system : p->user;
}

/* The arguments of a callable term; a pair's go to `pair` when it is packed text. */
const Cell *callable_arguments(Cell callable, Cell pair[2]);

/* A clause as assertz/1 takes it: Head, Head :- Body, and either with modules. */
typedef struct ClauseTerm {
    Module *module;     /* of its goals */
    Module *home;       /* of its head */
    Cell head, body;    /* dereferenced; head callable; body `true` when there is none */
    bool is_rule;       /* there is a body */
} ClauseTerm;

/* Takes a clause apart. Errors: instantiation_error, type_error(callable, Head). */
Status clause_term_open(Engine *e, Cell term, Module *from, ClauseTerm *out);

/* The predicate to which clauses for `functor` in module m are added, or taken from; made, undefined, when there is none. What a module
 * holds comes first, then what it imports, then shared predicates of the system. NULL: memory. */
Pred *pred_of_change(Program *p, Module *m, Cell functor);
/* The same without making one: NULL when there is none of that name but in the protected part of the system, or none at all. */
Pred *pred_to_change(Program *p, Module *m, Cell functor);

/* The predicate that clauses of a file, or declarations, for `functor` in module m are about: one of the module's own, even where it
 * imports one so far. permission_error(modify, static_procedure, PI) for the protected ones of the system, (redefine, imported_procedure, PI)
 * for those that the load in progress has imported by name. */
Status pred_of_definition(Engine *e, Module *m, Cell functor, Pred **out);

/* permission_error(Action, Type, PI). */
Status pred_permission_error(Engine *e, uint32_t action, uint32_t type, const Pred *p);
/* True of what may not be changed by assertz/1 and its kin: builtins, control constructs, and what has static clauses. */
static inline bool pred_is_static(const Pred *p)
{
    return pred_is_defined(p) && !pred_is_dynamic(p);
}

/* Compiles a clause for a predicate and adds it. Errors as of assertz/1; permission is the caller's business. */
Status pred_compile_and_add(Engine *e, Pred *p, const ClauseTerm *clause, bool at_end, Clause **added);

#endif
