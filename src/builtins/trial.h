/* trial.h - unifications that may have to be taken back within one run of a builtin.
 * SPDX-License-Identifier: MIT
 *
 *     Trial t = trial_begin(s);
 *     ... unify ...
 *     trial_keep(s, &t) or trial_undo(s, &t)
 *
 * During a trial every binding is trailed, whatever the age of the variable, so that all can be undone. Keeping leaves more on the trail
 * than necessary, which does no harm.
 */
#ifndef HORN_BUILTINS_TRIAL_H
#define HORN_BUILTINS_TRIAL_H

#include "term/store.h"

typedef struct Trial {
    Cell *H, *HB, *TR;
    bool woken;
} Trial;

static inline Trial trial_begin(Store *s)
{
    Trial t = {s->H, s->HB, s->TR, s->woken};
    s->HB = s->H;
    return t;
}

static inline void trial_keep(Store *s, const Trial *t)
{
    s->HB = t->HB;
}

/* Bindings and cells made since the beginning are gone. */
static inline void trial_undo(Store *s, const Trial *t)
{
    trail_undo_to(s, t->TR);
    s->H = t->H;
    s->HB = t->HB;
    s->woken = t->woken;
}

#endif
