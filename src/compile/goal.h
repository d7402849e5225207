/* goal.h - a clause as the compiler sees it: a tree of goals, its variables, and where each is live.
 * SPDX-License-Identifier: MIT
 *
 * Variables are numbered while the clause is read: the cell of variable i is overwritten by a mark (a raw header of kind VARIABLE_MARK
 * with i in it) until goal_tree_release puts it back, so that recognising a variable costs no search. Pseudo variables follow the real
 * ones: number `barrier` stands for the cut barrier, one more for each choice point that a condition makes. They are live where a cut or
 * a commit still needs them and are given environment slots like any other.
 *
 * Sets of variables are bit vectors in `sets`; a goal names its sets by offset.
 */
#ifndef HORN_COMPILE_GOAL_H
#define HORN_COMPILE_GOAL_H

#include "arith/eval.h"
#include "db/module.h"
#include "term/walk.h"

#define NO_GOAL       UINT32_MAX
#define VARIABLE_MARK 0x7fff

typedef enum GoalKind {
    GOAL_CALL,       /* a predicate */
    GOAL_INLINE,     /* a deterministic builtin run in place */
    GOAL_CUT,
    GOAL_TRUE,
    GOAL_FAIL,
    GOAL_UNIFY,      /* A = B */
    GOAL_TYPE,       /* var/1 ...: `op` is a TypeTest */
    GOAL_COMPARE,    /* ==, \==, @<..., \=: `op` is the instruction, `detail` the order */
    GOAL_ARITHMETIC, /* =:= ...: `op` is the TEST_ instruction */
    GOAL_IS,
    GOAL_IF,         /* (C -> T ; E); without else part the third branch is `fail` */
    GOAL_SOFT,       /* (C *-> T ; E) */
    GOAL_OR,
    GOAL_NOT
} GoalKind;

typedef struct Goal {
    uint8_t kind;
    bool guard;         /* IF, NOT: the condition is tests only, no choice point is needed */
    bool has_else;      /* IF, SOFT: there was an else part */
    bool variable;      /* CALL of call/1: the source was a variable standing as a goal */
    uint16_t op, detail;
    uint16_t opens, closes; /* conjunctions on the left side of others, as in (A, B), C, that begin here and that end here */
    Cell term;          /* dereferenced, without module qualification */
    Pred *pred;
    const Module *qualifier; /* the module it was written with, or NULL */
    uint32_t branch[3]; /* first goals of the parts */
    uint32_t next, prev;
    uint32_t end;       /* its own goals, parts included, are the indices up to here */
    uint32_t mark;      /* pseudo variable of the choice point; CUT: of what it cuts back to */
    uint32_t first_occurrence, end_occurrence; /* of its variables, in `occurrences` (parts included) */
    uint32_t live, seen;                       /* sets: live after it; occurred before it */
} Goal;

typedef struct Variable {
    Cell *cell; /* NULL for pseudo variables */
    Cell old;   /* what the mark replaced */
    uint32_t occurrences;
    bool permanent;  /* needs an environment slot */
    bool home;       /* temporary, but live where branches join: keeps one register of its own */
    uint32_t number; /* of those that occur first on several paths, from 1; 0: it is none of them */
    uint32_t slot;
    uint32_t last_goal; /* order of slots: later dying first */
} Variable;

typedef struct GoalTree {
    Alloc *alloc;
    Program *program;
    Module *module;
    Store *store;
    const ArithContext *arith;
    Cell head;
    Goal *goals;
    size_t goal_count, goal_capacity;
    Variable *variables;
    size_t variable_count, variable_capacity;
    uint32_t *occurrences;
    size_t occurrence_count, occurrence_capacity;
    uint64_t *sets;
    size_t set_used, set_capacity, set_words;
    Cell *stack; /* of the term walk */
    size_t stack_count, stack_capacity;
    uint32_t head_end;  /* occurrences of the head are [0, head_end) */
    uint32_t body;      /* first goal */
    uint32_t body_live; /* set: live before the body */
    uint32_t barrier;   /* pseudo variable */
    uint32_t cut_to;    /* while building: the pseudo variable that a cut refers to here */
    uint32_t calls;     /* number of GOAL_CALLs */
    uint32_t max_arity; /* of head and goals */
} GoalTree;

typedef enum CompileStatus {
    COMPILE_OK,
    COMPILE_NO_MEMORY,
    COMPILE_NOT_CALLABLE,  /* the body, or a goal in it, is not callable: culprit */
    COMPILE_INSTANTIATION, /* an unbound head */
    COMPILE_HEAD,          /* the head is not callable: culprit */
    COMPILE_TOO_WIDE,      /* more registers than operands can name, or nested too deeply: compile it as a big clause */
    COMPILE_CYCLIC         /* the clause is an infinite term */
} CompileStatus;

/* Reads head and body (dereferenced; body ATOM_true for facts) into `tree`, which the caller has zeroed and given alloc, program, module
 * and store. Nothing may be allocated on the heap until goal_tree_release. */
CompileStatus goal_tree_build(GoalTree *tree, Cell head, Cell body);
/* Puts the variables back and frees everything. */
void goal_tree_release(GoalTree *tree);

/* Can a finite term become a body (7.6.2)? COMPILE_OK, COMPILE_NOT_CALLABLE or COMPILE_NO_MEMORY. What stands in \+ is not looked into. */
CompileStatus goal_check_body(Alloc *alloc, Cell term);

/* The body is nothing but `true`. */
static inline bool goal_tree_is_fact(const GoalTree *t)
{
    const Goal *body = &t->goals[t->body];
    return body->kind == GOAL_TRUE && body->next == NO_GOAL && !body->qualifier;
}

static inline bool cell_is_variable_mark(Cell c)
{
    return cell_is_raw(c) && raw_kind(c) == VARIABLE_MARK;
}
static inline uint32_t variable_mark_number(Cell c)
{
    return (uint32_t)raw_words(c);
}
static inline bool set_has(const GoalTree *t, uint32_t set, uint32_t variable)
{
    return (t->sets[set + variable / 64] >> (variable % 64)) & 1;
}
/* Number of arguments of a callable cell, and its i-th argument (from 0) dereferenced; lists and packed text are ./2. */
uint32_t callable_arity(Cell c);
Cell callable_argument(Cell c, uint32_t i);
Cell callable_functor(Cell c);

#endif
