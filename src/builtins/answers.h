/* answers.h - for nondeterministic builtins that find all their answers at the call.
 * SPDX-License-Identifier: MIT
 *
 * The state, one hidden cell, is the list of the answers not yet given; at the call it is the integer 0. So what happens between two
 * answers does not show, and no choice point is left with the last one.
 */
#ifndef HORN_BUILTINS_ANSWERS_H
#define HORN_BUILTINS_ANSWERS_H

#include "builtins/builtin.h"
#include "builtins/list_build.h"
#include "builtins/trial.h"

/* Unifies count arguments with the first answer that allows it; the rest becomes X[state]. An answer is a structure of count arguments,
 * or, when count is 1, any term. */
static inline Status answers_give(Engine *e, const Cell *arg, uint32_t count, uint32_t state, Cell answers)
{
    for (answers = cell_deref(answers); cell_is_pair(answers);) {
        Cell answer = list_take(&answers);
        const Cell *parts = count == 1 ? &answer : str_cells(answer) + 1;
        if (e->redo == 0)
            e->kept_heap = e->store.H; /* the other answers stay */
        Trial t = trial_begin(&e->store);
        Status s = ST_TRUE;
        for (uint32_t i = 0; i < count && s == ST_TRUE; i++)
            s = unify_result(e, arg[i], parts[i]);
        if (s == ST_TRUE) {
            trial_keep(&e->store, &t);
            e->X[state] = answers;
            if (cell_is_pair(answers))
                builtin_leave_choice(e);
            return ST_TRUE;
        }
        trial_undo(&e->store, &t);
        if (s != ST_FAIL)
            return s;
    }
    return ST_FAIL;
}

#endif
