/* gc_clauses.c - finding the dead clauses that engines still use.
 * SPDX-License-Identifier: MIT
 *
 * A frame uses the clause of its continuation, a choice point the clause of its alternative or a range of clauses, a cell the clause
 * whose constant it refers to. A range lies in an array of clauses, which must stay too.
 */
#include "base/vec.h"
#include "vm/gc.h"
#include "vm/gc_frames.h"
#include "vm/gc_scan.h"
#include "vm/interlude.h"
#include "vm/stubs.h"

typedef struct Reclaimer {
    Machine *m;
    bool constants; /* some retired clause has constants */
    Candidates *ranges; /* of choice points: they often overlap, and are marked when all are known */
    size_t range_count, range_capacity;
    const void **used; /* positions in arrays of clauses and in code, ascending once all are known */
    size_t used_count, used_capacity;
    bool failed;
} Reclaimer;

static void mark_info(const Code *info)
{
    if (!info_is_stub(*info))
        clause_mark(clause_from_info(info));
}

/* ---- ranges ---- */

static void note_range(Reclaimer *r, Candidates range)
{
    Candidates *last = r->range_count > 0 ? &r->ranges[r->range_count - 1] : NULL;
    if (last && last->end == range.end) {
        if (range.next < last->next)
            last->next = range.next;
    } else if (VEC_RESERVE(&r->m->alloc, r->ranges, r->range_capacity, r->range_count + 1)) {
        r->ranges[r->range_count++] = range;
    } else {
        r->failed = true;
    }
}

static void sift_range_down(Candidates *ranges, size_t at, size_t count)
{
    for (size_t child; (child = 2 * at + 1) < count; at = child) {
        if (child + 1 < count && ranges[child + 1].next > ranges[child].next)
            child++;
        if (ranges[at].next >= ranges[child].next)
            return;
        Candidates kept = ranges[at];
        ranges[at] = ranges[child];
        ranges[child] = kept;
    }
}

/* Heap sort, by where they begin. */
static void sort_ranges(Candidates *ranges, size_t count)
{
    for (size_t i = count / 2; i-- > 0;)
        sift_range_down(ranges, i, count);
    for (size_t end = count; end-- > 1;) {
        Candidates last = ranges[0];
        ranges[0] = ranges[end];
        ranges[end] = last;
        sift_range_down(ranges, 0, end);
    }
}

/* Looks at each place once, in however many ranges it is: a list that grows and shrinks under many goals has as many ranges as goals. */
static void mark_ranges(Reclaimer *r)
{
    Clause *const *reached = NULL;
    sort_ranges(r->ranges, r->range_count);
    for (size_t i = 0; i < r->range_count; i++) {
        Clause *const *at = r->ranges[i].next > reached ? r->ranges[i].next : reached;
        for (; at < r->ranges[i].end; at++)
            if ((*at)->died != GENERATION_NEVER)
                clause_mark(*at);
        reached = at;
    }
}

static void note_used(Reclaimer *r, const void *position)
{
    if (r->failed || (r->used_count > 0 && r->used[r->used_count - 1] == position))
        return;
    if (VEC_RESERVE(&r->m->alloc, r->used, r->used_capacity, r->used_count + 1))
        r->used[r->used_count++] = position;
    else
        r->failed = true;
}

static void mark_frame(void *context, Environment *frame, const Code *info, SlotMap map)
{
    (void)map;
    if (info == &stub_resume.info)
        note_used(context, interlude_resume(frame));
    else if (info)
        mark_info(info);
}

static void sift_down(const void **items, size_t at, size_t count)
{
    for (size_t child; (child = 2 * at + 1) < count; at = child) {
        if (child + 1 < count && items[child + 1] > items[child])
            child++;
        if (items[at] >= items[child])
            return;
        const void *kept = items[at];
        items[at] = items[child];
        items[child] = kept;
    }
}

/* Heap sort: no memory, no bad cases. */
static void sort_used(Reclaimer *r)
{
    for (size_t i = r->used_count / 2; i-- > 0;)
        sift_down(r->used, i, r->used_count);
    for (size_t end = r->used_count; end-- > 1;) {
        const void *largest = r->used[0];
        r->used[0] = r->used[end];
        r->used[end] = largest;
        sift_down(r->used, 0, end);
    }
}

static bool block_in_use(void *user, const void *block, size_t bytes)
{
    const Reclaimer *r = user;
    const char *start = block;
    size_t low = 0, high = r->used_count; /* the first position at or above the start */
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if ((const char *)r->used[middle] < start)
            low = middle + 1;
        else
            high = middle;
    }
    return low < r->used_count && (const char *)r->used[low] < start + bytes;
}

/* ---- engines ---- */

/* Marks the clauses whose constants are referred to. */
static void mark_constants(void *context, const Cell *from, const Cell *end)
{
    const Program *program = context;
    const Clause *last = NULL; /* references to one constant often come together */
    for (; from < end; from++) {
        Cell c = *from;
        if (!cell_is_pointer(c) || cell_is_var(c))
            continue;
        const Cell *p = cell_pointer(c);
        if (last && p >= clause_constants(last) && p < clause_constants(last) + last->constant_words)
            continue;
        Clause *clause = program_clause_at(program, p);
        if (clause)
            clause_mark(clause);
        last = clause;
    }
}

/* Clauses that an engine is in the middle of. */
static void mark_used_clauses(Reclaimer *r)
{
    const Program *p = &r->m->program;
    for (size_t i = 0; i < p->retired_clause_count; i++)
        if (block_in_use(r, p->retired_clauses[i], clause_bytes(p->retired_clauses[i])))
            clause_mark(p->retired_clauses[i]);
}

static void mark_choice(Reclaimer *r, FrameWalk *walk, const Choice *b)
{
    Opcode op = code_op(*b->alternative);
    if (op == I_RETRY || op == I_TRUST)
        mark_info(b->alternative + 1);
    if (op == I_ALT_CLAUSES || op == I_ALT_ROWS || (op == I_ALT_BUILTIN && b->next)) {
        note_range(r, (Candidates){b->next, b->end});
        note_used(r, b->next);
    }
    frame_walk_choice(walk, b);
}

static bool mark_engine(Reclaimer *r, Engine *e)
{
    Liveness state;
    if (!liveness_at(&r->m->alloc, e->P, &state))
        return false;
    size_t bytes = frame_walk_words(e, &state) * sizeof(uint64_t);
    FrameWalk walk = {e->environment_base, alloc_zero(&r->m->alloc, bytes), mark_frame, r};
    if (!walk.seen)
        return false;
    frame_walk_running(&walk, e, &state);
    if (e->CP)
        mark_info(e->CP - 1);
    if (e->P && !(instr_info[code_op(*e->P)].flags & F_STUB))
        note_used(r, e->P); /* the clause may have no frame */
    for (const Choice *b = e->B; b; b = b->prev)
        mark_choice(r, &walk, b);
    alloc_free(&r->m->alloc, walk.seen, bytes);
    if (r->constants)
        gc_scan_engine(e, mark_constants, &r->m->program);
    return !r->failed;
}

/* Marks of retired clauses that a sweep will not come to clear. */
static void unmark_all(Program *p)
{
    for (size_t i = 0; i < p->retired_clause_count; i++)
        p->retired_clauses[i]->marked = 0;
}

void gc_reclaim_clauses(Machine *m)
{
    Program *p = &m->program;
    Reclaimer r = {.m = m};
    for (size_t i = 0; i < p->retired_clause_count && !r.constants; i++)
        r.constants = p->retired_clauses[i]->constant_words > 0;
    bool ok = true;
    for (Engine *e = m->engines; e && ok; e = e->next)
        ok = mark_engine(&r, e);
    if (ok) {
        mark_ranges(&r);
        sort_used(&r);
        mark_used_clauses(&r);
        program_reclaim(p, block_in_use, &r);
    } else {
        unmark_all(p);
    }
    VEC_FREE(&m->alloc, r.used, r.used_capacity);
    VEC_FREE(&m->alloc, r.ranges, r.range_capacity);
}
