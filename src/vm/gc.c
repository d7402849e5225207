/* gc.c - a collection of the heap from beginning to end.
 * SPDX-License-Identifier: MIT
 *
 * Precise, sliding, mark and compact: gc_mark.c finds the live cells, gc_slide.c moves them together in order. Memory for the maps, 1/32
 * of the heap, is all that can be lacking, and it is asked for first.
 */
#include "vm/gc_int.h"

#include "base/hash.h"
#include "base/os.h"
#include "vm/limits.h"

/* Cells that may be pushed before a collection, besides as many as were live after the last one. */
#define ALLOWANCE_CELLS ((size_t)1 << 20)
/* Memory of a heap that shrank by this much is given back. */
#define DISCARD_CELLS (MIB(64) / sizeof(Cell))
/* Scratch that a collection may leave behind. */
#define SCRATCH_CELLS (MIB(4) / sizeof(Cell))
/* Builds for stress begin every so many collections with one that is stopped within so many steps. */
#define PART_EVERY 5
#define PART_STEPS 3000

void gc_add_roots(Machine *m, GcRoots *roots)
{
    roots->next = m->roots;
    m->roots = roots;
}

size_t gc_next_threshold(const Engine *e)
{
    const Store *s = &e->store;
    size_t live = (size_t)(s->H - s->heap_base);
    return min_size(live * 2 + ALLOWANCE_CELLS, (size_t)(s->heap_top - s->heap_base));
}

static void *new_map(Engine *e, size_t bytes)
{
    void *map = alloc_zero(e->store.alloc, bytes);
    if (!map) {
        store_trim_scratch(&e->store, 0);
        map = alloc_zero(e->store.alloc, bytes);
    }
    return map;
}

static void collector_free(Collector *g)
{
    Alloc *alloc = g->e->store.alloc;
    alloc_free(alloc, g->map, g->map ? g->entries * sizeof *g->map : 0);
    alloc_free(alloc, g->slots, g->slots ? g->slot_words * sizeof *g->slots : 0);
}

static bool collector_init(Collector *g, Engine *e, size_t live_registers)
{
    Store *s = &e->store;
    if (!liveness_at(s->alloc, e->P, &g->live))
        return false;
    live_add_first(&g->live.registers, live_registers);
    g->e = e;
    g->base = s->heap_base;
    g->cells = (size_t)(s->H - s->heap_base);
    g->entries = g->cells / 64 + 1;
    g->environments = e->environment_base;
    g->slot_words = frame_walk_words(e, &g->live);
    g->kept = s->TR;
    g->map = new_map(e, g->entries * sizeof *g->map);
    g->slots = new_map(e, g->slot_words * sizeof *g->slots);
    if (g->map && g->slots)
        return true;
    collector_free(g);
    return false;
}

/* Pages between the next threshold and the old top are not needed soon. */
static void give_back(const Engine *e, size_t old_cells)
{
    const Store *s = &e->store;
    size_t keep = gc_next_threshold(e);
    if (old_cells > keep && old_cells - (size_t)(s->H - s->heap_base) > DISCARD_CELLS)
        os_discard(s->heap_base + keep, (old_cells - keep) * sizeof(Cell));
}

/* One collection, which looks at `stop` after so many steps. */
static bool collect(Engine *e, size_t live_registers, const Stop *stop, size_t steps)
{
    uint64_t started = os_cpu_time_ns();
    Store *s = &e->store;
    enum Resource resource = s->resource;
    Collector g = {.stop = stop, .steps = steps};
    if (!collector_init(&g, e, live_registers))
        return false;
    e->goal = 0;
    bool done = gc_mark(&g);
    if (done)
        gc_slide(&g);
    collector_free(&g);
    if (s->work_capacity > SCRATCH_CELLS)
        store_trim_scratch(s, SCRATCH_CELLS);
    s->resource = resource; /* a work stack that could not grow is no error here */
    if (done) {
        e->live_after_collection = (size_t)(s->H - s->heap_base);
        e->collections++;
        e->collected_cells += g.cells - e->live_after_collection;
        give_back(e, g.cells);
    }
    e->collection_time_ns += os_cpu_time_ns() - started;
    HORN_ASSERT(gc_verify(e, live_registers), "a collected heap is well formed");
    return done;
}

bool gc_collect_within(Engine *e, size_t live_registers, size_t steps)
{
    const Stop stop = {1, STOP_NEVER, STOP_NEVER};
    return collect(e, live_registers, &stop, steps);
}

bool gc_collect(Engine *e, size_t live_registers)
{
#ifdef HORN_STRESS
    if (e->collections % PART_EVERY == 0) /* the program must not notice */
        e->collections -= gc_collect_within(e, live_registers, (size_t)hash_word(e->collections, e->inferences) % PART_STEPS);
#endif
    return collect(e, live_registers, limits_are_masked(e) ? NULL : &e->stop, 0);
}
