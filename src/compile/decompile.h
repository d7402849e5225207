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

#endif
