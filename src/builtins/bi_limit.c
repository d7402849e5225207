/* bi_limit.c - limits of goals: what lib/boot/limits.pl stands on.
 * SPDX-License-Identifier: MIT
 *
 * A limit is named by an integer, so that it may be ended twice: when its goal is done and when its cleanup runs.
 */
#include "builtins/builtin.h"
#include "vm/limits.h"

static Status limit_kind(Engine *e, Cell arg, LimitKind *kind)
{
    uint32_t name;
    Status s = arg_atom(e, arg, &name);
    if (s != ST_TRUE)
        return s;
    switch (name) {
    case ATOM_inferences: *kind = LIMIT_INFERENCES; return ST_TRUE;
    case ATOM_time: *kind = LIMIT_WALL_TIME; return ST_TRUE;
    case ATOM_cputime: *kind = LIMIT_CPU_TIME; return ST_TRUE;
    case ATOM_memory: *kind = LIMIT_MEMORY; return ST_TRUE;
    case ATOM_depth: *kind = LIMIT_DEPTH; return ST_TRUE;
    default: return domain_error(e, ATOM_limit, arg);
    }
}

/* '$limit_begin'(+Kind, +Amount, +Ball, -Id): Amount counts inferences, nanoseconds, bytes or frames. */
static Status bi_limit_begin(Engine *e, Cell *arg)
{
    LimitKind kind;
    int64_t amount, id;
    if (!heap_has(&e->store, 4))
        return ST_RETRY;
    Status s = limit_kind(e, arg[0], &kind);
    if (s == ST_TRUE)
        s = arg_non_negative(e, arg[1], &amount);
    if (s != ST_TRUE)
        return s;
    if (!limits_begin(e, kind, (uint64_t)amount, arg[2], &id))
        return resource_error(e, ATOM_memory);
    return unify_int(e, arg[3], id);
}

/* The limit that an argument names; NULL when it has ended. */
static Status arg_limit(Engine *e, Cell arg, Limit **limit)
{
    int64_t id;
    Status s = arg_integer(e, arg, &id);
    *limit = s == ST_TRUE ? limits_find(e, id) : NULL;
    return s;
}

static Status bi_limit_end(Engine *e, Cell *arg)
{
    Limit *limit;
    Status s = arg_limit(e, arg[0], &limit);
    if (limit)
        limits_end(e, limit->id);
    return s;
}

/* '$limit_leave'(+Id, -Exit): the goal has an answer. Exit is `!` when it has no more and the limit is ended, else `true` and the limit rests
 * until the goal is backtracked into. */
static Status bi_limit_leave(Engine *e, Cell *arg)
{
    Limit *limit;
    Status s = arg_limit(e, arg[0], &limit);
    if (s != ST_TRUE)
        return s;
    if (e->redo) {
        if (limit)
            limits_resume(e, limit);
        return ST_FAIL;
    }
    if (!limit)
        return unify_atom(e, arg[1], ATOM_true);
    if (limits_goal_is_done(e, limit)) {
        limits_end(e, limit->id);
        return unify_atom(e, arg[1], ATOM_CHAR('!'));
    }
    limits_suspend(e, limit);
    builtin_leave_choice(e);
    return unify_atom(e, arg[1], ATOM_true);
}

/* '$limit_depth'(+Id, -Deepest): the most levels that a call of the goal was at; one more than allowed when some were cut off. */
static Status bi_limit_depth(Engine *e, Cell *arg)
{
    Limit *limit;
    Status s = arg_limit(e, arg[0], &limit);
    if (s != ST_TRUE)
        return s;
    return limit ? unify_int(e, arg[1], (int64_t)limit->deepest) : ST_FAIL;
}

/* '$limit_base'(+Id): the goal is what the clause that says this calls next. */
static Status bi_limit_base(Engine *e, Cell *arg)
{
    Limit *limit;
    Status s = arg_limit(e, arg[0], &limit);
    if (limit)
        limits_set_base(e, limit);
    return s;
}

/* '$mask': what follows is a setup, up to '$call_cleanup'/2. */
static Status bi_mask(Engine *e, Cell *arg)
{
    (void)arg;
    limits_mask(e);
    return ST_TRUE;
}

static Status bi_unmask(Engine *e, Cell *arg)
{
    (void)arg;
    limits_unmask(e);
    return ST_TRUE;
}

/* clang-format off */
const Builtin builtins_limit[] = {
    /*      name            function        arguments                  determinism  ISO */
    BUILTIN("$limit_begin", bi_limit_begin, "+kind +amount +ball -id", DET,         ""),
    BUILTIN("$limit_end",   bi_limit_end,   "+id",                     DET,         ""),
    BUILTIN("$limit_leave", bi_limit_leave, "+id -exit",               NONDET,      ""),
    BUILTIN("$limit_depth", bi_limit_depth, "+id -deepest",            DET,         ""),
    BUILTIN("$limit_base",  bi_limit_base,  "+id",                     DET,         ""),
    BUILTIN("$mask",        bi_mask,        "",                        DET,         ""),
    BUILTIN("$unmask",      bi_unmask,      "",                        DET,         ""),
    BUILTIN_END
};
/* clang-format on */
