/* error.h - error terms (7.12). The only place that makes them.
 * SPDX-License-Identifier: MIT
 *
 * Each function builds error(Formal, context(Name/Arity, Detail)) from the running builtin, sets e->ball and returns ST_ERROR, so that a
 * builtin says `return type_error(e, ATOM_integer, culprit);`.
 */
#ifndef HORN_VM_ERROR_H
#define HORN_VM_ERROR_H

#include "vm/engine.h"

Status instantiation_error(Engine *e);
Status uninstantiation_error(Engine *e, Cell culprit);
/* `type`, `domain`...: atoms such as ATOM_integer. */
Status type_error(Engine *e, uint32_t type, Cell culprit);
Status domain_error(Engine *e, uint32_t domain, Cell culprit);
Status existence_error(Engine *e, uint32_t kind, Cell culprit);
Status permission_error(Engine *e, uint32_t action, uint32_t type, Cell culprit);
Status representation_error(Engine *e, uint32_t what);
Status evaluation_error(Engine *e, uint32_t what);
Status resource_error(Engine *e, uint32_t what);
/* Message atoms are made from `what`; detail may be NULL. */
Status syntax_error(Engine *e, const char *what);
Status system_error(Engine *e, const char *what);
Status unknown_procedure(Engine *e, const Module *m, Cell functor);
/* Turns store->resource, left by a function of the term layer that returned ST_ERROR, into resource_error(...). */
Status store_error(Engine *e);
/* Turns an arithmetic error into its term. */
Status arith_error(Engine *e, const ArithError *err);
/* Throws any ball: copies nothing, the term must be on the heap or atomic. */
Status throw_term(Engine *e, Cell ball);
/* Name/Arity as a term, module-qualified when the module is neither user nor system. Needs 8 cells. */
Cell pred_indicator(Engine *e, const Pred *p);

#endif
