/* compile.c - the compiler's front door: passes in order, and the fallback for clauses too wide for registers or too deep.
 * SPDX-License-Identifier: MIT
 *
 * A clause with more variables or arguments than operands can name, sets of variables too large to analyse or control constructs nested too
 * deeply becomes a big clause: one instruction with the whole clause as a constant record, which the loop unifies and calls. It costs a
 * copy a call and nothing else.
 */
#include "compile/compile.h"

#include "compile/emit.h"
#include "compile/fact.h"

/* Wraps a record as a raw block, so that it is a constant cell like any other. */
static Record *record_as_constant(Alloc *alloc, const Record *record)
{
    size_t bytes = sizeof *record + record->count * sizeof(Cell), words = bytes / sizeof(Cell);
    Record *wrapped = alloc_new(alloc, sizeof *wrapped + (words + 1) * sizeof(Cell));
    if (!wrapped)
        return NULL;
    wrapped->count = words + 1;
    wrapped->root = RECORD_BIAS | TAG_BOX;
    wrapped->cells[0] = cell_from_raw(RAW_BLOB, words);
    memcpy(wrapped->cells + 1, record, bytes);
    return wrapped;
}

const Record *big_clause_record(Cell constant)
{
    return (const Record *)(box_cells(constant) + 1);
}

Clause *big_clause_from_record(Program *program, Pred *pred, const Record *record)
{
    Ir ir;
    ir_init(&ir, program->alloc);
    Cell constant = ir_add_constant(&ir, record_as_constant(program->alloc, record));
    ir_emit(&ir, I_BIG_CLAUSE, 0, 0, 0, constant, 0);
    Clause *clause = ir_encode(&ir, program, pred);
    if (clause)
        clause->flags |= CLAUSE_BIG;
    ir_free(&ir);
    return clause;
}

static CompileStatus compile_big(Compiler *c, Pred *pred, Cell head, Cell body, Clause **out)
{
    Cell *top = c->store->H; /* the pair is needed on the heap for a moment */
    if (!heap_has(c->store, 3))
        return COMPILE_NO_MEMORY;
    Cell pair = heap_push_struct(c->store, cell_from_functor(ATOM_neck, 2));
    str_cells(pair)[1] = head;
    str_cells(pair)[2] = body;
    Record *record = record_from_term(c->store, pair, false);
    c->store->H = top;
    if (!record)
        return COMPILE_NO_MEMORY;
    *out = big_clause_from_record(c->program, pred, record);
    record_free(c->program->alloc, record);
    return *out ? COMPILE_OK : COMPILE_NO_MEMORY;
}

static CompileStatus compile_once(Compiler *c, Pred *pred, Module *module, Cell head, Cell body, Clause **out)
{
    GoalTree tree = {.alloc = c->program->alloc, .program = c->program, .module = module, .store = c->store, .arith = c->arith};
    Ir ir;
    ir_init(&ir, c->program->alloc);
    CompileStatus s = goal_tree_build(&tree, head, body);
    if (s == COMPILE_OK)
        s = emit_clause(&tree, &ir);
    if (s == COMPILE_OK) {
        *out = ir_encode(&ir, c->program, pred);
        if (!*out)
            s = COMPILE_NO_MEMORY;
        else if (goal_tree_is_fact(&tree))
            (*out)->flags |= CLAUSE_FACT;
    }
    ir_free(&ir);
    goal_tree_release(&tree);
    return s;
}

CompileStatus compile_clause(Compiler *c, Pred *pred, Module *module, Cell head, Cell body, Clause **out)
{
    head = cell_deref(head);
    body = cell_deref(body);
    *out = NULL;
    size_t words;
    if (body == cell_from_atom(ATOM_true) && fact_is_plain(head, &words)) {
        *out = compile_plain_fact(c->program, pred, head, words);
        return *out ? COMPILE_OK : COMPILE_NO_MEMORY;
    }
    CompileStatus s = compile_once(c, pred, module, head, body, out);
    if (s == COMPILE_TOO_WIDE) {
        s = goal_check_body(c->program->alloc, body);
        if (s == COMPILE_OK)
            s = compile_big(c, pred, head, body, out);
    }
    bool finite = true, ok = true;
    if (s == COMPILE_CYCLIC)
        finite = term_is_acyclic(c->store, head, &ok) || !ok;
    if (s == COMPILE_HEAD || !finite)
        c->culprit = head;
    else if (s == COMPILE_NOT_CALLABLE || s == COMPILE_CYCLIC)
        c->culprit = body;
    return s;
}

CompileStatus compile_goal(Compiler *c, Module *module, Cell goal, CellVec *variables, Clause **out)
{
    goal = cell_deref(goal);
    *out = NULL;
    size_t count = variables->count;
    Cell functor = cell_from_functor(ATOM_query_clause, (uint32_t)count);
    Pred *pred = pred_intern(c->program, c->program->system, functor);
    if (!pred)
        return COMPILE_NO_MEMORY;
    size_t bytes = (count + 1) * sizeof(Cell);
    Cell *head = alloc_new(c->program->alloc, bytes);
    if (!head)
        return COMPILE_NO_MEMORY;
    head[0] = functor;
    for (size_t i = 0; i < count; i++)
        head[1 + i] = variables->items[i];
    Cell head_cell = count ? cell_from_pointer(head, TAG_STR) : cell_from_atom(ATOM_query_clause);
    CompileStatus s = count > REGISTER_MAX / 2 ? COMPILE_TOO_WIDE : compile_once(c, pred, module, head_cell, goal, out);
    alloc_free(c->program->alloc, head, bytes);
    if (s == COMPILE_OK)
        (*out)->flags |= CLAUSE_TEMPORARY;
    else
        c->culprit = goal;
    return s;
}
