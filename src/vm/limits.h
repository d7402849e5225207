/* limits.h - what a goal may use: inferences, time, memory, depth; and when the poll has to look.
 * SPDX-License-Identifier: MIT
 *
 * An engine keeps its goals' limits in a stack, the outermost first. The poll compares; what is exceeded throws the limit's ball, and
 * throws it again after a grace should the goal have caught it. Whoever began a limit removes it when its goal is left for good.
 *
 * Between two polls at most so many inferences are made that the trail and the memory that is left must suffice (limits_plan).
 */
#ifndef HORN_VM_LIMITS_H
#define HORN_VM_LIMITS_H

#include "term/record.h"
#include "vm/frame.h"

typedef struct Engine Engine;

typedef enum LimitKind {
    LIMIT_INFERENCES, /* at: a count of Engine.inferences */
    LIMIT_WALL_TIME,  /* at: os_wall_time_ns */
    LIMIT_CPU_TIME,   /* at: os_cpu_time_ns */
    LIMIT_MEMORY,     /* at: bytes in use by the machine */
    LIMIT_DEPTH       /* at: levels of calls; deeper ones fail */
} LimitKind;

typedef struct Limit {
    LimitKind kind;
    bool is_suspended;  /* the goal has an answer out; of inferences and time `at` is then what is left */
    int64_t id;
    uint64_t at;
    uint64_t deepest;   /* depth: the level of the deepest call seen; more than `at` when calls were cut off */
    size_t
        base; /* depth: the environment of the clause that calls the goal, as its distance from the first, in bytes; 0: the goal does not run */
    size_t choice; /* the newest choice point when the goal was called, likewise */
    uint64_t amount; /* as it was given */
    Record *ball; /* what is thrown; NULL for memory (a resource error) and depth */
} Limit;

typedef struct Limits {
    Limit *items;
    size_t count, capacity;
    int64_t last_id;
} Limits;

/* Begins a limit of `amount` more inferences, nanoseconds or bytes, or of a depth. False when memory is exhausted. */
bool limits_begin(Engine *e, LimitKind kind, uint64_t amount, Cell ball, int64_t *id);
/* Ends one; nothing happens when it has ended. */
void limits_end(Engine *e, int64_t id);
/* NULL when it has ended. */
Limit *limits_find(Engine *e, int64_t id);
/* The goal has given an answer, or is entered again. */
void limits_suspend(Engine *e, Limit *limit);
void limits_resume(Engine *e, Limit *limit);
/* The running clause is about to allocate its environment and call the goal, which is then at level 1. */
void limits_set_base(const Engine *e, Limit *limit);
/* True when the goal has left no choice point. */
bool limits_goal_is_done(const Engine *e, const Limit *limit);

void limits_free(Engine *e);

/* For the poll: ST_ERROR with the ball of the outermost limit that is exceeded; ST_FAIL when the predicate about to be entered lies too
 * deep (`at_entry` says that one is); else ST_TRUE. */
Status limits_check(Engine *e, bool at_entry);
/* Setups and cleanups are not to be cut off: neither interrupts nor limits are taken for the next MASKED_INFERENCES, so that even one that
 * loops does not escape them. */
#define MASKED_INFERENCES 1000u
void limits_mask(Engine *e);
void limits_unmask(Engine *e);
bool limits_are_masked(const Engine *e);
/* After Alloc.stop has ended long work: throws what stopped it, `aborted` or a limit's ball. */
Status limits_stop(Engine *e);
/* Counts the memory of the areas, says how far the heap may grow, and when the poll must look next. */
void limits_plan(Engine *e);
/* True when `shares` times the memory that a goal must find free is free; less means that it is to be collected. */
bool limits_have_room(const Engine *e, unsigned shares);
/* False when the areas could not hold so many bytes even if they were empty. */
bool limits_could_hold(const Engine *e, size_t bytes);
/* After an exception has unwound the stacks. If it was for lack of memory, gives pages back, and lets what follows use some of what goals
 * do not get. */
void limits_recover(Engine *e);

#endif
