/* engine.c - making and freeing machines and engines.
 * SPDX-License-Identifier: MIT
 *
 * An engine's areas are reserved ranges (os.h) sized from the memory limit: half for the heap, the rest shared out. They start at
 * staggered offsets, since areas that begin at the same large alignment fight for the same cache sets.
 */
#include "vm/engine.h"

#include "base/os.h"
#include "compile/notes.h"
#include "vm/stubs.h"

#define STAGGER_BYTES 4672u
/* The collector is first called when the heap holds this much; later at twice what was live. */
#define FIRST_COLLECTION_CELLS ((size_t)1 << 20)
/* Room behind the compared ends of environments and choice points: a largest frame. */
#define FRAME_SLACK_CELLS ((size_t)ENGINE_REGISTERS + 64)

/* ---- engines ---- */

static void *reserve_area(size_t *bytes, unsigned number)
{
    for (size_t wanted = *bytes; wanted >= ((size_t)256 << 10); wanted /= 2) { /* a refused reservation is tried smaller */
        char *area = os_reserve(wanted);
        if (area) {
            *bytes = wanted;
            return area + number * STAGGER_BYTES;
        }
    }
    *bytes = 0;
    return NULL;
}

static void release_area(void *start, size_t bytes, unsigned number)
{
    if (start)
        os_release((char *)start - number * STAGGER_BYTES, bytes);
}

static Cell *area_end(void *start, size_t bytes, unsigned number, size_t slack)
{
    return (Cell *)(void *)((char *)start + bytes - number * STAGGER_BYTES) - slack;
}

static void set_up_base(Engine *e)
{
    Store *s = &e->store;
    Choice *b = (Choice *)(void *)e->choice_base;
    *b = (Choice){.alternative = stub_alt_stop.code,
                  .H = s->heap_base,
                  .TR = s->trail_base,
                  .environment_top = e->environment_base,
                  .kind = CHOICE_STOP};
    s->H = s->heap_base;
    s->TR = s->trail_base;
    s->HB = s->heap_base;
    e->B = b;
    e->E = NULL;
    e->CP = stub_answer.code;
    e->globals = 0;
}

void engine_reset(Engine *e)
{
    set_up_base(e);
    e->has_ball = false;
    limits_plan(e);
}

/* error(resource_error(memory), context(_, _)) */
static Record *make_spare_ball(Alloc *alloc)
{
    RecordBuilder b;
    record_builder_init(&b, alloc);
    Cell memory = cell_from_atom(ATOM_memory), context[2] = {build_var(&b), build_var(&b)};
    Cell error[2] = {build_struct(&b, ATOM_resource_error, 1, &memory), build_struct(&b, ATOM_context, 2, context)};
    Record *ball = record_builder_take(&b, build_struct(&b, ATOM_error, 2, error));
    record_builder_free(&b);
    return ball;
}

void engine_drop_ball(Engine *e)
{
    if (e->ball_record && e->ball_record != e->spare_ball)
        record_free(&e->machine->alloc, e->ball_record);
    e->ball_record = NULL;
}

Engine *engine_new(Machine *m, size_t memory_limit)
{
    Engine *e = alloc_zero(&m->alloc, sizeof *e);
    if (!e)
        return NULL;
    Store *s = &e->store;
    size_t unit = memory_limit / 8;
    e->machine = m;
    s->alloc = &m->alloc;
    s->atoms = &m->atoms;
    s->occurs_check = (uint8_t)m->occurs_check;
    s->numbers_by_value = !m->arith.iso;
    e->heap_bytes = unit * 4;
    e->trail_bytes = unit;
    e->environment_bytes = unit;
    e->choice_bytes = unit;
    s->heap_base = reserve_area(&e->heap_bytes, 0);
    s->trail_base = reserve_area(&e->trail_bytes, 1);
    e->environment_base = reserve_area(&e->environment_bytes, 2);
    e->choice_base = reserve_area(&e->choice_bytes, 3);
    e->spare_ball = make_spare_ball(&m->alloc);
    if (!s->heap_base || !s->trail_base || !e->environment_base || !e->choice_base || !e->spare_ball) {
        engine_free(e);
        return NULL;
    }
    s->heap_top = area_end(s->heap_base, e->heap_bytes, 0, 0);
    s->trail_end = area_end(s->trail_base, e->trail_bytes, 1, TRAIL_MARGIN);
    e->environment_end = area_end(e->environment_base, e->environment_bytes, 2, FRAME_SLACK_CELLS);
    e->choice_end = area_end(e->choice_base, e->choice_bytes, 3, FRAME_SLACK_CELLS);
    e->collect_at = s->heap_base + min_size(FIRST_COLLECTION_CELLS, (size_t)(s->heap_top - s->heap_base) / 2);
    e->trail_collect_at = s->trail_base + min_size(TRAIL_FIRST_COLLECTION, (size_t)(s->trail_end - s->trail_base));
    e->stop.wall_deadline_ns = e->stop.cpu_deadline_ns = STOP_NEVER;
    e->stack_limit = e->heap_bytes + e->trail_bytes + e->environment_bytes + e->choice_bytes;
    (void)flag_set(&m->flags, ATOM_stack_limit, FLAG_INTEGER, false, cell_from_int((int64_t)e->stack_limit)); /* it is there: cannot fail */
    set_up_base(e);
    limits_plan(e);
    e->next = m->engines;
    m->engines = e;
    return e;
}

void engine_free(Engine *e)
{
    Machine *m = e->machine;
    for (Engine **link = &m->engines; *link; link = &(*link)->next) {
        if (*link == e) {
            *link = e->next;
            break;
        }
    }
    release_area(e->store.heap_base, e->heap_bytes, 0);
    release_area(e->store.trail_base, e->trail_bytes, 1);
    release_area(e->environment_base, e->environment_bytes, 2);
    release_area(e->choice_base, e->choice_bytes, 3);
    limits_free(e);
    alloc_discharge(&m->alloc, e->charged);
    while (e->findall)
        findall_end(e);
    if (e->pending)
        record_free(&m->alloc, e->pending);
    engine_drop_ball(e);
    if (e->spare_ball)
        record_free(&m->alloc, e->spare_ball);
    if (e->backtrace)
        record_free(&m->alloc, e->backtrace);
    alloc_free(&m->alloc, e->unchecked, e->unchecked_capacity * sizeof *e->unchecked);
    store_trim_scratch(&e->store, 0);
    alloc_free(&m->alloc, e, sizeof *e);
}

void machine_set_occurs_check(Machine *m, enum OccursCheck check)
{
    m->occurs_check = check;
    for (Engine *e = m->engines; e; e = e->next) {
        e->store.occurs_check = (uint8_t)check;
        engine_set_limit(e);
    }
}

void machine_set_iso(Machine *m, bool iso)
{
    m->arith.iso = iso;
    for (Engine *e = m->engines; e; e = e->next)
        e->store.numbers_by_value = !iso;
}

void machine_set_memory_limit(Machine *m, size_t bytes)
{
    m->alloc.limit = m->memory_limit = m->goal_memory = bytes;
    for (Engine *e = m->engines; e; e = e->next)
        limits_plan(e);
}

void machine_set_stack_limit(Machine *m, size_t bytes)
{
    for (Engine *e = m->engines; e; e = e->next) {
        e->stack_limit = bytes;
        limits_plan(e);
    }
}

bool engine_wants_other_loop(const Engine *e)
{
    return e->loop_is_checked != (e->store.occurs_check != OCCURS_IGNORED);
}

/* Other threads and signal handlers set it too. */
static void set_limit(Engine *e, Cell *limit)
{
    atomic_store_explicit(&e->limit, limit, memory_order_relaxed);
}

void engine_set_limit(Engine *e)
{
#ifdef HORN_STRESS
    set_limit(e, NULL);
#else
    set_limit(e, e->store.woken || engine_wants_other_loop(e) ? NULL : e->store.heap_soft);
    atomic_thread_fence(memory_order_seq_cst); /* an interrupt that came meanwhile may have lost its NULL to this one */
    if (stop_is_interrupted(&e->stop))
        set_limit(e, NULL);
#endif
}

void engine_want_collection(Engine *e, unsigned what)
{
    e->machine->collections_wanted |= what;
    set_limit(e, NULL);
}

void engine_note_retired(Engine *e)
{
    if (e->machine->program.retired_bytes > e->machine->reclaim_at)
        set_limit(e, NULL);
}

void engine_interrupt(Engine *e)
{
    atomic_store_explicit(&e->stop.interrupt, 1, memory_order_seq_cst);
    set_limit(e, NULL);
}

/* ---- machines ---- */

Machine *machine_new(size_t memory_limit)
{
    Alloc host;
    alloc_init(&host);
    host.limit = memory_limit;
    return machine_new_on(&host);
}

Machine *machine_new_on(const Alloc *host)
{
    Alloc alloc = *host;
    size_t memory_limit = host->limit;
    Machine *m = alloc_zero(&alloc, sizeof *m);
    if (!m)
        return NULL;
    m->alloc = alloc;
    m->memory_limit = m->goal_memory = memory_limit;
    cell_map_init(&m->conversions, &m->alloc);
    m->seed = os_random_seed();
#ifdef HORN_STRESS
    m->collect_every = 1;
#endif
    m->reclaim_at = RECLAIM_BYTES;
    m->start_time_ns = os_wall_time_ns();
    if (atom_table_init(&m->atoms, &m->alloc, m->seed) && program_init(&m->program, &m->alloc, &m->atoms, m->seed) &&
        flags_init(&m->flags, &m->alloc) && flags_add_defaults(&m->flags, &m->atoms) &&
        stream_table_init(&m->streams, &m->alloc, &m->atoms) && arith_init(&m->arith, &m->atoms, m->seed)) {
        m->program.notes_mark_atoms = notes_mark_atoms;
        machine_set_iso(m, flag_is_true(&m->flags, ATOM_iso));
        (void)flag_set(&m->flags, ATOM_memory_limit, FLAG_INTEGER, false, cell_from_int((int64_t)memory_limit)); /* likewise */
        return m;
    }
    machine_free(m);
    return NULL;
}

void machine_free(Machine *m)
{
    while (m->engines)
        engine_free(m->engines);
    if (m->free_globals)
        m->free_globals(m);
    stream_table_free(&m->streams);
    flags_free(&m->flags);
    cell_map_free(&m->conversions);
    source_table_free(&m->program, &m->sources);
    program_free(&m->program);
    atom_table_free(&m->atoms);
    Alloc alloc = m->alloc;
    alloc_free(&alloc, m, sizeof *m);
    HORN_ASSERT(alloc.used == 0, "a machine gives all its memory back");
}
