/* frame.h - environments and choice points.
 * SPDX-License-Identifier: MIT
 *
 *     environments, growing up:     | ce | cp | slot 0 | slot 1 ...        E points at ce
 *     choice points, growing up:    | Choice | X0 X1 ... | Choice | ...    B points at the newest Choice
 *
 * How many slots of an environment are in use, and which of them hold values, is said by the information word before the return
 * address in use (instr.h). The next environment begins at the end of E's live slots or at B's `environment_top`, whichever is higher.
 * Slots hold terms, and cut barriers as small integers (distance of the choice point from the base of its area, in bytes).
 */
#ifndef HORN_VM_FRAME_H
#define HORN_VM_FRAME_H

#include "db/pred.h"
#include "term/store.h"

typedef struct Environment {
    struct Environment *ce; /* of the continuation */
    const Code *cp;         /* continuation */
    Cell slots[];
} Environment;

typedef struct Choice {
    const Code *alternative; /* where to go on */
    struct Choice *prev;     /* NULL for the oldest */
    Cell *H, *TR;
    Environment *E;
    const Code *CP;
    Cell *environment_top;
    Pred *pred;                 /* ALT_CLAUSES, ALT_BUILTIN: whose; else NULL */
    Clause *const *next, *const *end; /* ALT_CLAUSES: candidates left; ALT_BUILTIN: the same, or next is NULL */
    Generation generation;      /* of the goal: which clauses it sees */
    uint16_t arguments;         /* how many follow */
    uint16_t kind;              /* ChoiceKind */
    uint32_t rows;              /* ALT_ROWS: rows left, as a bit mask over [next, end) */
    uint16_t neck;              /* CHOICE_PARTIAL: the argument registers that x holds */
    Cell x[];
} Choice;

typedef enum ChoiceKind {
    CHOICE_PLAIN,
    CHOICE_CATCH,
    CHOICE_CLEANUP,
    CHOICE_STOP,
    CHOICE_PARTIAL /* before the neck of a clause (db/neck.h): environment_top, next, end and the arguments not in `neck` are missing */
} ChoiceKind;

static inline Cell *choice_end(Choice *b)
{
    return b->x + b->arguments;
}

#endif
