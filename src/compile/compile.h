/* compile.h - a clause term in, a clause out.
 * SPDX-License-Identifier: MIT
 */
#ifndef HORN_COMPILE_COMPILE_H
#define HORN_COMPILE_COMPILE_H

#include "compile/goal.h"

typedef struct Compiler {
    Program *program;
    const ArithContext *arith;
    Store *store;    /* of the engine whose heap holds the clause; only its work areas are used */
    Cell culprit;    /* after an error: what was wrong */
} Compiler;

/* Compiles head and body (any cells) as a clause of `pred`, whose goals are resolved in `module`. The clause is not yet added.
 * The heap is not touched. Errors: see CompileStatus. */
CompileStatus compile_clause(Compiler *c, Pred *pred, Module *module, Cell head, Cell body, Clause **out);
/* Compiles a goal as the body of a temporary clause of system:'$query'/N, whose arguments are `count` variables of the goal. */
CompileStatus compile_goal(Compiler *c, Module *module, Cell goal, CellVec *variables, Clause **out);
/* The clause of one BIG_CLAUSE instruction, with a copy of the record of Head :- Body. NULL: memory. */
Clause *big_clause_from_record(Program *program, Pred *pred, const Record *record);
/* The record in the constant of a BIG_CLAUSE instruction. */
const Record *big_clause_record(Cell constant);

#endif
