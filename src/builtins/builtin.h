/* builtin.h - what a builtin predicate in C looks like.
 * SPDX-License-Identifier: MIT
 *
 * A builtin receives its arguments undereferenced in `arg` (the engine's X registers) and returns a Status. It reserves heap cells with
 * heap_has before it changes anything and returns ST_RETRY when they are missing; the loop makes room and runs it again. Nothing here
 * calls the loop: a control builtin sets e->goal (and e->goal_module) and returns ST_CALL.
 *
 * A nondeterministic builtin (NONDET) keeps its state in its arguments: the row's `arguments` count is the predicate's arity plus hidden
 * state cells, X[arity..], which are integers 0 at the first call. It returns ST_TRUE after `builtin_leave_choice(e)` when there may be
 * more answers; the loop then re-enters it later with the arguments and hidden state as they were when it left (state may be changed
 * with e->X[arity + k] before leaving), and e->redo = 1.
 */
#ifndef HORN_BUILTINS_BUILTIN_H
#define HORN_BUILTINS_BUILTIN_H

#include "term/text.h"
#include "term/unify.h"
#include "vm/builtin_row.h"
#include "vm/engine.h"
#include "vm/error.h"

#define BUILTIN(name, function, arguments, kind, iso)         {name, function, arguments, kind, 0, iso}
#define BUILTIN_STATE(name, function, arguments, hidden, iso) {name, function, arguments, NONDET, hidden, iso}
#define BUILTIN_END                                           {NULL, NULL, NULL, 0, 0, NULL}

/* All tables, ended by NULL (registry.c: one row per bi_*.c file). */
extern const Builtin *const builtin_tables[];
/* Makes every builtin a predicate of module system. */
bool builtins_install(Machine *m);
/* The same for a table of a layer above. */
bool builtins_install_table(Machine *m, const Builtin *rows);

/* Says that a NONDET builtin may have another answer. */
static inline void builtin_leave_choice(Engine *e)
{
    e->redo = 2;
}

/* ---- results ---- */
static inline Status unify_result(Engine *e, Cell a, Cell b)
{
    return unify(&e->store, a, b);
}
static inline Status unify_int(Engine *e, Cell a, int64_t value)
{
    if (!heap_has(&e->store, 4))
        return ST_RETRY;
    return unify(&e->store, a, heap_push_int64(&e->store, value));
}
static inline Status unify_atom(Engine *e, Cell a, uint32_t atom)
{
    return unify(&e->store, a, cell_from_atom(atom));
}
static inline Status status_from_bool(bool b)
{
    return b ? ST_TRUE : ST_FAIL;
}

/* ---- argument checks: each dereferences, and returns ST_TRUE or sets the standard's error ---- */
Status arg_atom(Engine *e, Cell arg, uint32_t *atom);
Status arg_integer(Engine *e, Cell arg, int64_t *value);          /* beyond int64: representation_error */
Status arg_non_negative(Engine *e, Cell arg, int64_t *value);     /* type_error / domain_error(not_less_than_zero) */
Status arg_callable(Engine *e, Cell arg, Cell *out);
Status arg_var_or_integer(Engine *e, Cell arg);
Status arg_var_or_atom(Engine *e, Cell arg);
Status arg_boolean(Engine *e, Cell arg, bool *value);
/* A proper list, its length counted: instantiation_error for partial, type_error(list, arg) otherwise. */
Status arg_list(Engine *e, Cell arg, size_t *length);
/* Text of any kind (atom, string, number, code or character list, packed) as UTF-8 appended to `out` (whose alloc is the machine's).
 * `type` is the type error's name (ATOM_atomic, ATOM_list...). */
Status arg_text(Engine *e, Cell arg, uint32_t type, Buf *out);
/* Module:Goal is taken apart; *module is `from` when there is no qualification. */
Status arg_qualified(Engine *e, Cell arg, Module *from, Module **module, Cell *plain);
/* Name/Arity with the checks of 8.9 (arity -1.. allowed unbound when `partial`). */
Status arg_indicator(Engine *e, Cell arg, Module *from, Module **module, uint32_t *name, uint32_t *arity);

/* ---- making text results of a wanted kind; each reserves or returns ST_RETRY ---- */
enum TextKind { TEXT_ATOM, TEXT_STRING, TEXT_CODES, TEXT_CHARS };
Status make_text(Engine *e, enum TextKind kind, const char *utf8, size_t bytes, Cell *out);
/* A list (TEXT_CODES or TEXT_CHARS) that ends in `tail`. */
Status make_list_before(Engine *e, enum TextKind kind, const char *utf8, size_t bytes, Cell tail, Cell *out);
Status unify_text(Engine *e, Cell arg, enum TextKind kind, const char *utf8, size_t bytes);

#endif
