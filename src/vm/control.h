/* control.h - what the loop does out of line: call/N, throwing, polling, running builtins.
 * SPDX-License-Identifier: MIT
 *
 * All of them find the registers in the engine and leave them there.
 */
#ifndef HORN_VM_CONTROL_H
#define HORN_VM_CONTROL_H

#include "compile/compile.h"
#include "vm/builtin_row.h"
#include "vm/error.h"

/* The error term of a clause or goal that could not be compiled. */
Status compile_error(Engine *e, CompileStatus s, Cell culprit);

/* call/N with `arity` arguments in X0..: resolves the goal, loads its arguments, sets e->P to where it starts and e->cut_barrier.
 * Control constructs are compiled as a temporary clause. ST_TRUE, ST_ERROR or ST_RETRY. */
Status meta_call(Engine *e, uint32_t arity);
/* The same for e->goal in e->goal_module, with no further arguments. */
Status meta_call_goal(Engine *e);
/* A call of a predicate without definition: links it if there is one elsewhere, else sets up '$undefined'(Module, Goal) or the error. */
Status call_undefined(Engine *e, Pred *p);
/* The first call of a predicate whose clauses are in an image: brings them in. */
Status call_unlinked(Engine *e, Pred *p);

/* At an entry that leads to a meta predicate of another module: gives the arguments that are goals, or take a module for another reason,
 * this module, unless they have one. Names without module mean user's in the system, so that calls from there stay as they are. */
Status qualify_arguments(Engine *e, const Pred *p);

/* Unwinds to the innermost active catch/3 whose catcher unifies with the ball and sets e->P to its recovery (ST_TRUE), or to a cleanup on
 * the way. ST_ERROR: nobody catches; the stacks are as they were at the start and e->ball_record holds the ball. */
Status unwind(Engine *e);

/* What a poll found to do: collections, interrupts, limits. X[0..live) are live besides what the instruction at e->P and those after it
 * read; `at_entry`: it is the entry of a predicate. ST_FAIL: the goal lies deeper than a limit allows. */
Status poll(Engine *e, uint32_t live, bool at_entry);
/* Makes room for e->store.cells_needed cells, before the instruction at e->P is run (again); X[0..live) are roots besides the registers that
 * it and those after it read. ST_TRUE or resource_error. */
Status make_room(Engine *e, uint32_t live);
/* The same after ST_RETRY, with a collection of atoms if one is wanted. What stopped without wanting room, as long computations do, stopped
 * for an interrupt: that is taken. */
Status prepare_retry(Engine *e, uint32_t live);

/* Instantiates a big clause and sets up the call of its body: ST_TRUE with e->P, ST_FAIL, ST_ERROR, ST_RETRY. */
Status enter_big_clause(Engine *e, Cell constant);
/* Cuts choice points newer than `target`, at the one-word instruction e->P, when cleanups are among them or below. e->P is then the next
 * instruction, or what runs these cleanups before. ST_TRUE; ST_RETRY before anything has changed; ST_ERROR. */
Status cut_cleanups(Engine *e, Choice *target);

/* ---- slow halves of inline instructions: ST_RETRY after e->store.cells_needed was set, when they need more heap ---- */
Status unify_at(Engine *e, Cell a, Cell b);
Status arithmetic_at(Engine *e, unsigned arity, enum ArithFunction f, Cell a, Cell b, Cell *result);
Status evaluate_at(Engine *e, Cell expression, Cell *result);
/* Compares two numbers or expressions; *order is 2 when unordered (NaN). */
Status compare_at(Engine *e, Cell a, Cell b, int *order);
Status order_at(Engine *e, Cell a, Cell b, int *order);
Status not_unifiable_at(Engine *e, Cell a, Cell b);
bool type_test(TypeTest type, Cell c);

/* ---- occurs check of heads (interp_checked.c) ---- */
void note_unchecked(Engine *e, Cell *variable);
void forget_unchecked(Engine *e);
/* ST_TRUE when what was noted contains no infinite term; else ST_FAIL or ST_ERROR by the flag. */
Status check_unchecked(Engine *e);

/* ---- the two loops (interp.c, interp_checked.c): from e->P on; ST_SWITCH: the other one is to go on ---- */
Status loop_plain(Engine *e);
Status loop_checked(Engine *e);

#endif
