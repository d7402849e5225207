/* limits.c - what a goal may use.
 * SPDX-License-Identifier: MIT
 *
 * Memory: Alloc counts what was allocated and, charged at each plan, what the areas hold. It refuses to go beyond the machine's limit.
 * Goals may use less, Machine.goal_memory: the difference is kept for handlers, collections and the next goals when something that stays,
 * such as a flood of clauses, has used up the goal's part.
 */
#include "vm/limits.h"

#include "base/os.h"
#include "base/vec.h"
#include "vm/error.h"

/* The part of the machine's memory that goals do not get, as a divisor. */
#define KEPT_SHARE 8
/* The part of a limit of memory that must be free for a goal to go on, as a divisor. */
#define ROOM_SHARE 128
/* What an inference is taken to need of the areas at most, in bytes. */
#define INFERENCE_BYTES 16384u
/* Inferences between two polls, at most; and while a limit of time or memory is there. */
#define INFERENCES_MAX   ((uint64_t)1 << 16)
#define INFERENCES_TIMED ((uint64_t)1 << 10)
/* What a goal that has caught the ball of its limit may use before it is thrown again. */
#define GRACE_INFERENCES 1000u
#define GRACE_NS         10000000u
#define GRACE_BYTES      MIB(1)
/* Unused pages above the top of an area are given back when they are more than this. */
#define DISCARD_BYTES MIB(16)

/* ---- the stack of limits ---- */

static uint64_t plus(uint64_t a, uint64_t b)
{
    return a > UINT64_MAX - b ? UINT64_MAX : a + b;
}

/* Where the count that a kind is about stands now. */
static uint64_t count_now(const Engine *e, LimitKind kind)
{
    switch (kind) {
    case LIMIT_INFERENCES: return e->inferences;
    case LIMIT_WALL_TIME: return os_wall_time_ns();
    case LIMIT_CPU_TIME: return os_cpu_time_ns();
    case LIMIT_MEMORY: return e->machine->alloc.used;
    default: return 0;
    }
}

bool limits_begin(Engine *e, LimitKind kind, uint64_t amount, Cell ball, int64_t *id)
{
    Limits *l = &e->limits;
    if (!VEC_RESERVE(&e->machine->alloc, l->items, l->capacity, l->count + 1))
        return false;
    Limit limit = {.kind = kind, .id = l->last_id + 1, .amount = amount};
    if (kind != LIMIT_DEPTH && kind != LIMIT_MEMORY) {
        limit.ball = record_from_term(&e->store, ball, false);
        if (!limit.ball)
            return false;
    }
    if (kind == LIMIT_MEMORY)
        limits_plan(e); /* counts the areas as they are now */
    limit.at = plus(count_now(e, kind), amount);
    *id = ++l->last_id;
    l->items[l->count++] = limit;
    limits_plan(e);
    return true;
}

Limit *limits_find(Engine *e, int64_t id)
{
    for (size_t i = e->limits.count; i > 0; i--)
        if (e->limits.items[i - 1].id == id)
            return &e->limits.items[i - 1];
    return NULL;
}

static void release(Engine *e, Limit *limit)
{
    if (limit->ball)
        record_free(&e->machine->alloc, limit->ball);
}

void limits_end(Engine *e, int64_t id)
{
    Limits *l = &e->limits;
    Limit *limit = limits_find(e, id);
    if (!limit)
        return;
    release(e, limit);
    size_t after = l->count - (size_t)(limit - l->items) - 1;
    memmove(limit, limit + 1, after * sizeof *limit);
    l->count--;
    limits_plan(e);
}

/* True of what goes on while the goal has an answer out, and is not to be counted then. */
static bool is_of_running(const Limit *limit)
{
    return limit->kind == LIMIT_INFERENCES || limit->kind == LIMIT_WALL_TIME || limit->kind == LIMIT_CPU_TIME;
}

void limits_suspend(Engine *e, Limit *limit)
{
    if (is_of_running(limit))
        limit->at -= min_uint64(limit->at, count_now(e, limit->kind));
    limit->is_suspended = true;
    limits_plan(e);
}

void limits_resume(Engine *e, Limit *limit)
{
    if (limit->is_suspended && is_of_running(limit))
        limit->at = plus(limit->at, count_now(e, limit->kind));
    limit->is_suspended = false;
    limits_plan(e);
}

void limits_free(Engine *e)
{
    Limits *l = &e->limits;
    for (size_t i = 0; i < l->count; i++)
        release(e, &l->items[i]);
    VEC_FREE(&e->machine->alloc, l->items, l->capacity);
    *l = (Limits){0};
}

/* ---- looking ---- */

void limits_set_base(const Engine *e, Limit *limit)
{
    limit->base = (size_t)((const char *)e->E - (const char *)e->environment_base);
    limit->choice = (size_t)((const char *)e->B - (const char *)e->choice_base);
}

bool limits_goal_is_done(const Engine *e, const Limit *limit)
{
    return limit->choice == (size_t)((const char *)e->B - (const char *)e->choice_base);
}

/* The level of the predicate about to be entered: how many environments there are above the base. Stops counting beyond the limit. */
static uint64_t level(const Engine *e, const Limit *limit)
{
    const Environment *base = (const Environment *)(const void *)((const char *)e->environment_base + limit->base);
    uint64_t count = 0;
    for (const Environment *frame = e->E; frame > base && count <= limit->at; frame = frame->ce)
        count++;
    return count;
}

static bool is_too_deep(const Engine *e, Limit *limit)
{
    uint64_t now = level(e, limit);
    if (pred_from_entry(e->P)->module == e->machine->program.system)
        now = min_uint64(now, 1); /* how deep the system goes, to load a library say, is its own affair */
    limit->deepest = max_uint64(limit->deepest, now);
    return now > limit->at;
}

static bool is_exceeded(const Engine *e, const Limit *limit)
{
    return is_of_running(limit) && !limit->is_suspended && count_now(e, limit->kind) > limit->at;
}

static Status exceed(Engine *e, Limit *limit)
{
    limit->at = plus(count_now(e, limit->kind), limit->kind == LIMIT_INFERENCES ? GRACE_INFERENCES : GRACE_NS);
    limits_plan(e);
    e->store.resource = RES_NONE;
    if ((size_t)(e->store.heap_top - e->store.H) < record_heap_cells(limit->ball))
        return resource_error(e, ATOM_memory);
    return throw_term(e, record_push(&e->store, limit->ball));
}

void limits_mask(Engine *e)
{
    e->masked_until = e->inferences + MASKED_INFERENCES;
}

/* What came meanwhile is taken at the next poll, which is now. */
void limits_unmask(Engine *e)
{
    e->masked_until = 0;
    e->poll_at = e->inferences;
}

bool limits_are_masked(const Engine *e)
{
    return e->inferences < e->masked_until;
}

Status limits_check(Engine *e, bool at_entry)
{
    for (size_t i = 0; i < e->limits.count && !limits_are_masked(e); i++)
        if (UNLIKELY(is_exceeded(e, &e->limits.items[i])))
            return exceed(e, &e->limits.items[i]);
    if (at_entry)
        for (size_t i = 0; i < e->limits.count; i++) {
            Limit *limit = &e->limits.items[i];
            if (limit->kind == LIMIT_DEPTH && limit->base != 0 && !limit->is_suspended && is_too_deep(e, limit))
                return ST_FAIL;
        }
    return ST_TRUE;
}

Status limits_stop(Engine *e)
{
    e->store.resource = RES_NONE;
    e->running = NULL;
    if (stop_is_interrupted(&e->stop)) {
        atomic_store_explicit(&e->stop.interrupt, 0, memory_order_relaxed);
        engine_set_limit(e);
        return throw_term(e, cell_from_atom(ATOM_aborted));
    }
    Status s = limits_check(e, false);
    return s == ST_TRUE ? resource_error(e, ATOM_time) : s;
}

/* ---- memory ---- */

static size_t area_bytes(const Engine *e)
{
    const Store *s = &e->store;
    Choice *b = e->B;
    const Cell *top = environment_top(e->E, b, e->CP);
    return (size_t)((const char *)s->H - (const char *)s->heap_base) + (size_t)((const char *)s->TR - (const char *)s->trail_base) +
           (size_t)((const char *)choice_end(b) - (const char *)e->choice_base) +
           (size_t)((const char *)top - (const char *)e->environment_base);
}

static size_t left_of(size_t end, size_t used)
{
    return end > used ? end - used : 0;
}

static bool is_about_memory(const Limit *limit)
{
    return limit->kind == LIMIT_MEMORY && !limit->is_suspended;
}

/* What the running goal may still use, in bytes, when the machine uses `used` of which `charged` are of the areas. */
static size_t room(const Engine *e, size_t used, size_t charged)
{
    size_t left = min_size(left_of(e->machine->goal_memory, used), left_of(e->stack_limit, charged));
    for (size_t i = 0; i < e->limits.count; i++)
        if (is_about_memory(&e->limits.items[i]) && !limits_are_masked(e))
            left = min_size(left, left_of(e->limits.items[i].at, used));
    return left;
}

bool limits_could_hold(const Engine *e, size_t bytes)
{
    size_t heap = (size_t)((const char *)e->store.heap_top - (const char *)e->store.heap_base);
    return bytes <= min_size(heap, room(e, e->machine->alloc.used - e->charged, 0));
}

bool limits_have_room(const Engine *e, unsigned shares)
{
    size_t used = e->machine->alloc.used;
    for (size_t i = 0; i < e->limits.count; i++) {
        const Limit *limit = &e->limits.items[i];
        if (is_about_memory(limit) && !limits_are_masked(e) && left_of(limit->at, used) < limit->amount / ROOM_SHARE * shares)
            return false;
    }
    return left_of(e->machine->goal_memory, used) >= e->machine->memory_limit / ROOM_SHARE * shares &&
           left_of(e->stack_limit, e->charged) >= e->stack_limit / ROOM_SHARE * shares;
}

/* How many inferences may be made before the next look. */
static uint64_t inferences_to_poll(const Engine *e, size_t bytes_left)
{
    uint64_t count = min_uint64(INFERENCES_MAX, bytes_left / INFERENCE_BYTES);
    for (size_t i = 0; i < e->limits.count; i++) {
        const Limit *limit = &e->limits.items[i];
        if (limit->is_suspended)
            continue;
        if (limit->kind == LIMIT_INFERENCES)
            count = min_uint64(count, limit->at >= e->inferences ? limit->at - e->inferences + 1 : 1);
        else
            count = min_uint64(count, limit->kind == LIMIT_DEPTH ? 1 : INFERENCES_TIMED);
    }
    if (limits_are_masked(e))
        count = min_uint64(count, e->masked_until - e->inferences);
    return max_uint64(count, 1);
}

static void set_deadlines(Engine *e)
{
    uint64_t wall = STOP_NEVER, cpu = STOP_NEVER;
    for (size_t i = 0; i < e->limits.count; i++) {
        const Limit *limit = &e->limits.items[i];
        if (limit->kind == LIMIT_WALL_TIME && !limit->is_suspended)
            wall = min_uint64(wall, limit->at);
        if (limit->kind == LIMIT_CPU_TIME && !limit->is_suspended)
            cpu = min_uint64(cpu, limit->at);
    }
    e->stop.wall_deadline_ns = wall;
    e->stop.cpu_deadline_ns = cpu;
}

void limits_plan(Engine *e)
{
    Machine *m = e->machine;
    Store *s = &e->store;
    size_t bytes = area_bytes(e);
    alloc_recharge(&m->alloc, e->charged, bytes);
    e->charged = bytes;
    size_t kept = m->memory_limit / KEPT_SHARE;
    if (m->alloc.used < m->memory_limit - 2 * kept)
        m->goal_memory = m->memory_limit - kept;
    size_t left = room(e, m->alloc.used, e->charged);
    Cell *last = s->heap_top - HEAP_RESERVE;
    s->heap_end = s->H >= last ? last : s->H + min_size((size_t)(last - s->H), left / sizeof(Cell));
    s->heap_soft = e->collect_at < s->heap_end ? e->collect_at : s->heap_end;
    e->poll_at = plus(e->inferences, inferences_to_poll(e, left));
    set_deadlines(e);
    engine_set_limit(e);
}

static void give_back(void *top, void *end)
{
    if ((char *)end - (char *)top > (ptrdiff_t)DISCARD_BYTES)
        os_discard(top, (size_t)((char *)end - (char *)top));
}

/* Environments are gone: limits of depth whose goals ran on them rest. */
static void rest_unwound(Engine *e)
{
    const char *top = (const char *)environment_top(e->E, e->B, e->CP);
    for (size_t i = 0; i < e->limits.count; i++)
        if ((const char *)e->environment_base + e->limits.items[i].base >= top)
            e->limits.items[i].base = 0;
}

void limits_recover(Engine *e)
{
    Machine *m = e->machine;
    Store *s = &e->store;
    rest_unwound(e);
    limits_plan(e);
    if (!m->is_exhausted)
        return;
    m->is_exhausted = false;
    give_back(s->H, s->heap_top);
    give_back(s->TR, s->trail_end);
    give_back(choice_end(e->B), e->choice_end);
    give_back(environment_top(e->E, e->B, e->CP), e->environment_end);
    store_trim_scratch(s, 0);
    limits_plan(e);
    size_t least = m->memory_limit / ROOM_SHARE;
    m->goal_memory = min_size(m->memory_limit, max_size(m->goal_memory, m->alloc.used + 4 * least));
    for (size_t i = 0; i < e->limits.count; i++) {
        Limit *limit = &e->limits.items[i];
        if (is_about_memory(limit))
            limit->at = max_uint64(limit->at, plus(m->alloc.used, max_uint64(GRACE_BYTES, limit->amount / ROOM_SHARE * 4)));
    }
    limits_plan(e);
}
