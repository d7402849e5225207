/* bi_statistics.c - statistics/2.
 * SPDX-License-Identifier: MIT
 *
 * Times since the last question of their kind are kept in hidden flags.
 */
#include "base/os.h"
#include "builtins/list_build.h"
#include "builtins/text_view.h"

#define NANOSECONDS_IN_MS 1000000
#define NANOSECONDS       1e9
#define MAX_VALUES        4

/* The value of a key: a float, an integer, or a list of integers. */
typedef struct Figures {
    enum { FIGURES_FLOAT, FIGURES_INTEGER, FIGURES_LIST } kind;
    double number;
    int64_t values[MAX_VALUES];
    size_t count;
} Figures;

typedef struct Key {
    const char *name;
    Figures (*figures)(Engine *e);
} Key;

static Figures one(uint64_t value)
{
    return (Figures){.kind = FIGURES_INTEGER, .values = {(int64_t)value}, .count = 1};
}

static Figures two(uint64_t first, uint64_t second)
{
    return (Figures){.kind = FIGURES_LIST, .values = {(int64_t)first, (int64_t)second}, .count = 2};
}

static Figures seconds(double value)
{
    return (Figures){.kind = FIGURES_FLOAT, .number = value};
}

/* ---- times ---- */

/* A time and what went by since it was asked for last. */
static Figures time_and_lap(Engine *e, const char *flag, int64_t now)
{
    Machine *m = e->machine;
    uint32_t name = atom_intern_string(&m->atoms, flag);
    Cell last = name != ATOM_NONE ? flag_value(&m->flags, name) : 0;
    int64_t lap = cell_is_int(last) ? now - cell_int(last) : now;
    if (name != ATOM_NONE)
        (void)flag_set(&m->flags, name, FLAG_INTEGER, true, cell_from_int(now)); /* without memory the lap is wrong, no more */
    return two((uint64_t)now, (uint64_t)lap);
}

static Figures runtime(Engine *e)
{
    return time_and_lap(e, "$runtime", (int64_t)(os_cpu_time_ns() / NANOSECONDS_IN_MS));
}

static Figures walltime(Engine *e)
{
    return time_and_lap(e, "$walltime", (int64_t)((os_wall_time_ns() - e->machine->start_time_ns) / NANOSECONDS_IN_MS));
}

static Figures real_time(Engine *e)
{
    return time_and_lap(e, "$real_time", os_real_time_ns() / (1000 * (int64_t)NANOSECONDS_IN_MS));
}

static Figures system_time(Engine *e)
{
    return time_and_lap(e, "$system_time", (int64_t)(os_system_time_ns() / NANOSECONDS_IN_MS));
}

static Figures cputime(Engine *e)
{
    (void)e;
    return seconds((double)os_cpu_time_ns() / NANOSECONDS);
}

static Figures epoch(Engine *e)
{
    return seconds(((double)os_real_time_ns() - (double)(os_wall_time_ns() - e->machine->start_time_ns)) / NANOSECONDS);
}

/* ---- areas ---- */

static size_t heap_used(const Engine *e)
{
    return (size_t)(e->store.H - e->store.heap_base) * sizeof(Cell);
}

static size_t trail_used(const Engine *e)
{
    return (size_t)(e->store.TR - e->store.trail_base) * sizeof(Cell);
}

static size_t local_used(const Engine *e)
{
    size_t environments = (size_t)(e->B->environment_top - e->environment_base);
    if (e->E != NULL && (Cell *)e->E > e->B->environment_top)
        environments = (size_t)((Cell *)e->E - e->environment_base);
    return (environments + (size_t)(choice_end(e->B) - e->choice_base)) * sizeof(Cell);
}

static size_t local_size(const Engine *e)
{
    return e->environment_bytes + e->choice_bytes;
}

static Figures globalused(Engine *e)
{
    return one(heap_used(e));
}

static Figures global(Engine *e)
{
    return one(e->heap_bytes);
}

static Figures trailused(Engine *e)
{
    return one(trail_used(e));
}

static Figures trail(Engine *e)
{
    return one(e->trail_bytes);
}

static Figures localused(Engine *e)
{
    return one(local_used(e));
}

static Figures local(Engine *e)
{
    return one(local_size(e));
}

static Figures stack(Engine *e)
{
    return one(heap_used(e) + trail_used(e) + local_used(e));
}

static Figures global_stack(Engine *e)
{
    return two(heap_used(e), e->heap_bytes - heap_used(e));
}

static Figures trail_stack(Engine *e)
{
    return two(trail_used(e), e->trail_bytes - trail_used(e));
}

static Figures local_stack(Engine *e)
{
    return two(local_used(e), local_size(e) - local_used(e));
}

static Figures heapused(Engine *e)
{
    return one(e->machine->alloc.used);
}

static Figures memory(Engine *e)
{
    return two(e->machine->alloc.used, e->machine->alloc.limit - e->machine->alloc.used);
}

static Figures garbage_collection(Engine *e)
{
    return (Figures){
        .kind = FIGURES_LIST,
        .values = {(int64_t)e->collections, (int64_t)(e->collected_cells * sizeof(Cell)),
                   (int64_t)(e->collection_time_ns / NANOSECONDS_IN_MS), (int64_t)(e->live_after_collection * sizeof(Cell))},
        .count = 4,
    };
}

static Figures stack_shifts(Engine *e)
{
    (void)e; /* areas never move */
    return (Figures){.kind = FIGURES_LIST, .count = 3};
}

static Figures shifts(Engine *e)
{
    (void)e;
    return one(0);
}

static Figures stack_limit(Engine *e)
{
    return one(e->stack_limit);
}

/* ---- the program ---- */

static Figures inferences(Engine *e)
{
    return one(e->inferences);
}

static Figures atoms(Engine *e)
{
    return one(e->machine->atoms.live);
}

static Figures atom_space(Engine *e)
{
    return one(e->machine->atoms.bytes);
}

/* Collections of atoms, and what they gained. */
static Figures agc(Engine *e)
{
    return one(e->machine->atom_collections);
}

static Figures agc_gained(Engine *e)
{
    return one(e->machine->collected_atoms);
}

static Figures agc_time(Engine *e)
{
    return seconds((double)e->machine->atom_collection_time_ns / NANOSECONDS);
}

static Figures atom_garbage_collection(Engine *e)
{
    const Machine *m = e->machine;
    return (Figures){
        .kind = FIGURES_LIST,
        .values = {(int64_t)m->atom_collections, (int64_t)m->collected_atoms, (int64_t)(m->atom_collection_time_ns / NANOSECONDS_IN_MS)},
        .count = 3,
    };
}

static Figures codes(Engine *e)
{
    return one(e->machine->program.clause_bytes);
}

static Figures modules(Engine *e)
{
    uint64_t count = 0;
    for (const Module *module = e->machine->program.modules; module != NULL; module = module->next)
        count++;
    return one(count);
}

static Figures predicates(Engine *e)
{
    uint64_t count = 0;
    for (const Module *module = e->machine->program.modules; module != NULL; module = module->next)
        count += module->pred_count;
    return one(count);
}

static Figures clauses(Engine *e)
{
    uint64_t count = 0;
    for (const Module *module = e->machine->program.modules; module != NULL; module = module->next)
        for (size_t i = 0; i < module->pred_capacity; i++)
            count += module->preds[i] != NULL ? module->preds[i]->live : 0;
    return one(count);
}

static Figures engines(Engine *e)
{
    uint64_t count = 0;
    for (const Engine *other = e->machine->engines; other != NULL; other = other->next)
        count++;
    return one(count);
}

static Figures threads(Engine *e)
{
    (void)e;
    return one(1);
}

/* The limit of the stack of C, which Prolog does not use. */
static Figures c_stack(Engine *e)
{
    (void)e;
    return one(os_stack_limit());
}

/* ---- complaints ---- */

/* How many messages of a kind were printed, in a hidden flag; 0 when there is none. */
static int64_t complaints(Engine *e, uint32_t kind)
{
    uint32_t name = atom_intern_string(&e->machine->atoms, kind == ATOM_error ? "$errors" : "$warnings");
    Cell count = name != ATOM_NONE ? flag_value(&e->machine->flags, name) : 0;
    return cell_is_int(count) ? cell_int(count) : 0;
}

static Figures errors(Engine *e)
{
    return one((uint64_t)complaints(e, ATOM_error));
}

static Figures warnings(Engine *e)
{
    return one((uint64_t)complaints(e, ATOM_warning));
}

/* '$count_complaint'(error | warning) */
static Status bi_count_complaint(Engine *e, Cell *arg)
{
    uint32_t kind;
    Status status = arg_atom(e, arg[0], &kind);
    if (status != ST_TRUE)
        return status;
    uint32_t name = atom_intern_string(&e->machine->atoms, kind == ATOM_error ? "$errors" : "$warnings");
    bool ok = name != ATOM_NONE && flag_set(&e->machine->flags, name, FLAG_INTEGER, true, cell_from_int(complaints(e, kind) + 1));
    return ok ? ST_TRUE : resource_error(e, ATOM_memory);
}

static const Key keys[] = {
    {"runtime", runtime},
    {"process_runtime", runtime},
    {"cputime", cputime},
    {"process_cputime", cputime},
    {"thread_cputime", cputime},
    {"system_time", system_time},
    {"real_time", real_time},
    {"walltime", walltime},
    {"epoch", epoch},
    {"process_epoch", epoch},
    {"inferences", inferences},
    {"globalused", globalused},
    {"global", global},
    {"localused", localused},
    {"local", local},
    {"trailused", trailused},
    {"trail", trail},
    {"stack", stack},
    {"stack_limit", stack_limit},
    {"global_shifts", shifts},
    {"local_shifts", shifts},
    {"trail_shifts", shifts},
    {"global_stack", global_stack},
    {"local_stack", local_stack},
    {"trail_stack", trail_stack},
    {"heapused", heapused},
    {"memory", memory},
    {"program", memory},
    {"core", memory},
    {"garbage_collection", garbage_collection},
    {"stack_shifts", stack_shifts},
    {"atoms", atoms},
    {"agc", agc},
    {"agc_gained", agc_gained},
    {"agc_time", agc_time},
    {"atom_garbage_collection", atom_garbage_collection},
    {"atom_space", atom_space},
    {"codes", codes},
    {"modules", modules},
    {"predicates", predicates},
    {"functors", predicates}, /* others are nowhere listed */
    {"c_stack", c_stack},
    {"errors", errors},
    {"warnings", warnings},
    {"clauses", clauses},
    {"engines", engines},
    {"threads", threads},
};

/* ---- the predicate ---- */

static const Key *find_key(Engine *e, uint32_t atom)
{
    char scratch[8];
    TextSpan name = atom_text(&e->machine->atoms, atom, scratch);
    for (size_t i = 0; i < ARRAY_LENGTH(keys); i++)
        if (strlen(keys[i].name) == name.length && memcmp(keys[i].name, name.bytes, name.length) == 0)
            return &keys[i];
    return NULL;
}

static Status unknown_key(Engine *e, Cell culprit)
{
    uint32_t domain = atom_intern_string(&e->machine->atoms, "statistics_key");
    return domain == ATOM_NONE ? resource_error(e, ATOM_memory) : domain_error(e, domain, culprit);
}

static Status bi_statistics(Engine *e, Cell *arg)
{
    Store *s = &e->store;
    uint32_t atom;
    Status status = arg_atom(e, arg[0], &atom);
    if (status != ST_TRUE)
        return status;
    const Key *key = find_key(e, atom);
    if (key == NULL)
        return unknown_key(e, arg[0]);
    if (!heap_has(s, 4 * MAX_VALUES)) /* before laps are counted */
        return ST_RETRY;
    Figures figures = key->figures(e);
    if (figures.kind == FIGURES_FLOAT)
        return unify_result(e, arg[1], heap_push_double(s, figures.number));
    Cell cells[MAX_VALUES];
    for (size_t i = 0; i < figures.count; i++)
        cells[i] = heap_push_int64(s, figures.values[i]);
    if (figures.kind == FIGURES_INTEGER)
        return unify_result(e, arg[1], cells[0]);
    return unify_result(e, arg[1], list_push(s, cells, figures.count, cell_from_atom(ATOM_nil)));
}

/* '$collect'(heap | atoms | clauses): has the next poll collect that. */
static Status bi_collect(Engine *e, Cell *arg)
{
    uint32_t what;
    Status status = arg_atom(e, arg[0], &what);
    if (status != ST_TRUE)
        return status;
    engine_want_collection(e, what == ATOM_heap ? COLLECT_HEAP : what == ATOM_atoms ? COLLECT_ATOMS : COLLECT_CLAUSES);
    return ST_TRUE;
}

/* ---- table ---- */

/* clang-format off */
const Builtin builtins_statistics[] = {
    /*      name          function        arguments     determinism  ISO */
    BUILTIN("statistics", bi_statistics,  "+atom -term", DET,        ""),
    BUILTIN("$count_complaint", bi_count_complaint, "+atom", DET, ""),
    BUILTIN("$collect",   bi_collect,     "+atom",       DET,        ""),
    BUILTIN_END
};
/* clang-format on */
