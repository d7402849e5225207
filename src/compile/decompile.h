/* decompile.h - a clause back to the term it was made from.
 * SPDX-License-Identifier: MIT
 */
#ifndef HORN_COMPILE_DECOMPILE_H
#define HORN_COMPILE_DECOMPILE_H

#include "arith/eval.h"
#include "db/module.h"

/* Pushes head and body of a clause, with fresh variables, on the heap of the store; the body of a fact is `true`. Ground subterms may be
 * shared with the constants of the clause. ST_TRUE; ST_RETRY when the heap lacks room (nothing was pushed then); ST_ERROR with
 * s->resource. */
Status decompile_clause(Program *program, const ArithContext *arith, Store *s, const Clause *clause, Cell *head, Cell *body);

/* Which goal of a clause an address in its code belongs to: *number counts goals from 1 in the order of the text, those inside of control
 * constructs singly; *functor is its functor word. `is_return`: the address is one that a call returns to, and the call is meant, else what the
 * instruction there belongs to. False when that cannot be told. Leaves the heap as it is, but needs room there. */
bool decompile_goal_at(Program *program, const ArithContext *arith, Store *s, const Clause *clause, const Code *at, bool is_return,
                       uint32_t *number, Cell *functor);

#endif
