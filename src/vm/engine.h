/* engine.h - an engine: the stacks and registers of one running goal; and the machine that engines belong to.
 * SPDX-License-Identifier: MIT
 *
 * Between steps of the loop all registers are in this structure; inside it H, HB, TR, E, B, P, CP live in processor registers and
 * are written back before any C function is called.
 */
#ifndef HORN_VM_ENGINE_H
#define HORN_VM_ENGINE_H

#include "arith/eval.h"
#include "base/buf.h"
#include "db/flags.h"
#include "db/module.h"
#include "db/source.h"
#include "db/stream_table.h"
#include "term/cellmap.h"
#include "vm/findall.h"
#include "vm/frame.h"
#include "vm/limits.h"

/* Registers X0..: arguments first. One more than operands can name. */
#define ENGINE_REGISTERS (REGISTER_MAX + 1)
/* Cells that code may write between two polls without asking. */
#define HEAP_MARGIN 2048u
/* Cells kept for building an error term when the heap is full. */
#define HEAP_RESERVE 8192u
/* Trail entries that may be written behind `trail_end` before somebody looks. */
#define TRAIL_MARGIN 4096u
/* Entries of the trail that may be written before the poll first collects for its sake. */
#define TRAIL_FIRST_COLLECTION ((size_t)1 << 20)
/* Retired code that is worth a pass of the reclaimer. */
#define RECLAIM_BYTES ((size_t)4 << 20)

typedef struct Machine Machine;

struct Engine {
    Store store;
    const Code *P, *CP;
    Environment *E;
    Choice *B;
    Choice *cut_barrier; /* B when the running predicate was called: what `!` goes back to */
    _Atomic(Cell *) limit; /* the poll: H >= limit means something is to be done (heap_soft, or NULL for an event) */
    uint64_t inferences, poll_at; /* the poll comes when the count has got there: limits_plan */
    Cell *collect_at;             /* H at which the heap is collected; heap_soft, unless memory ends before */
    Cell *trail_collect_at;       /* TR at which the poll collects: entries may be for cells that are dead */
    uint64_t masked_until;        /* before that count no interrupt and no limit is taken: limits_mask */
    Limits limits;
    size_t charged;     /* bytes of the areas that the allocator counts */
    size_t stack_limit; /* what the areas may take together, in bytes */
    Candidates candidates; /* a nondeterministic builtin over clauses, at its call: those left, for its choice point; next is NULL else */
    Generation generation; /* which of them it sees */
    Cell *kept_heap;       /* likewise: the heap that its choice point does not give back; H at its call unless it says more */

    Cell *environment_base, *environment_end;
    Cell *choice_base, *choice_end;
    size_t heap_bytes, trail_bytes, environment_bytes, choice_bytes; /* reserved sizes, for release */

    Machine *machine;
    Findall *findall;      /* innermost findall in progress */
    Record *pending;       /* what a RETRYing builtin has done already */
    Cell globals;          /* values of b_setval/2: a structure on the heap (bi_global.c), or 0; a root of the collector */
    Cell goal;             /* ST_CALL: the goal to run */
    Module *goal_module;
    Cell ball;             /* the error term of ST_ERROR (on the heap), valid while `has_ball` */
    bool has_ball;
    Record *ball_record;   /* the ball while the stacks are unwound */
    Record *spare_ball;    /* resource_error(memory), made beforehand: the ball when there is no room for one */
    Record *backtrace;     /* where the error stood that catch_with_backtrace/3 caught last: backtrace.h; or NULL */
    Cell left, right;      /* on the way to the general unification */
    Cell text_pair[2];     /* the pair that is being read at the front of a packed text */
    Choice *cut_target;    /* on the way to a cut that may remove cleanups */
    uint32_t rows;         /* on the way to ENTER_MATRIX's choice point: the clauses that can match */
    Status builtin_status; /* of a builtin that neither succeeded nor failed, on the way to where it is dealt with */
    const Pred *running;   /* the builtin that runs: context of its errors */
    uint32_t running_inline; /* when `running` is NULL: the goal of two arguments that the instruction belongs to, or 0 */
    uint32_t redo;         /* a nondeterministic builtin: 0 at its call, else re-entered */
    uint32_t cleanups;     /* CHOICE_CLEANUP frames on the choice stack */
    Cell **unchecked; /* variables that a head has bound to compounds, while occurs_check is not false: looked at when it has matched */
    size_t unchecked_count, unchecked_capacity;
    bool is_unchecked; /* there are some, or memory for them was lacking (unchecked_lost) */
    bool unchecked_lost;
    bool loop_is_checked; /* which loop runs */
    Stop stop; /* an interrupt is set asynchronously, deadlines by limits_plan; the poll and long work look */
    uint64_t collections, collected_cells;
    uint64_t collection_time_ns;
    size_t live_after_collection;
    struct Engine *next;
    Cell X[ENGINE_REGISTERS];
};

struct Machine {
    Alloc alloc;
    enum OccursCheck occurs_check; /* that new engines begin with */
    AtomTable atoms;
    Program program;
    Flags flags;
    StreamTable streams;
    ArithContext arith;
    uint64_t seed;
    Engine *engines;
    CellMap conversions;     /* char_conversion/2: 1 + code -> code (lexer.h) */
    struct Globals *globals; /* nb_setval, b_setval: builtins/bi_global.c */
    void (*free_globals)(Machine *m);
    struct GcRoots *roots;   /* what layers above keep: gc.h */
    void (*mark_globals)(Machine *m); /* marks the atoms in them */
    Module *source_module;   /* where clauses being loaded go */
    SourceTable sources;     /* what files have defined */
    const Code *call_entry;  /* call/1 */
    Pred *run_cleanup, *fail_cleanup, *throw_cleanup, *cut_cleanups, *interpret, *undefined; /* callbacks in lib/boot/system.pl */
    size_t memory_limit; /* bytes that the machine may have in use */
    bool is_exhausted;   /* an error for lack of memory is on its way */
    size_t goal_memory;  /* the part that goals may use: limits.c */
    unsigned collections_wanted; /* by the next poll: COLLECT_... */
    bool spares_collections;     /* flag gc is off: the heap is collected only when it is full */
    bool halted;
    int halt_status;
    size_t atoms_after_collection;
    size_t atom_limit, atoms_allowed; /* flag atom_limit, 0 for none; and a little more while what stays exceeds it */
    uint64_t atom_collections, collected_atoms, atom_collection_time_ns;
#ifdef HORN_STRESS
    uint64_t collect_every, safe_points; /* collects at every so-manieth safe point: flag collect_every */
#endif
    size_t reclaim_at; /* retired bytes of clauses at which the reclaimer runs */
    uint64_t start_time_ns;
};

/* A machine, or NULL without memory. Its allocator is a copy of `host`, whose limit becomes that of the machine. */
Machine *machine_new_on(const Alloc *host);
/* The same with malloc and free. */
Machine *machine_new(size_t memory_limit);
void machine_free(Machine *m);
Engine *engine_new(Machine *m, size_t memory_limit);
void engine_free(Engine *e);
/* Drops all frames and the heap: as new. */
void engine_reset(Engine *e);

/* Forgets the ball that was thrown last. */
void engine_drop_ball(Engine *e);

/* What a poll can be asked to collect whether that is due or not. */
enum { COLLECT_HEAP = 1, COLLECT_ATOMS = 2, COLLECT_CLAUSES = 4 };
/* Has the next poll collect. */
void engine_want_collection(Engine *e, unsigned what);
/* After clauses were retired: has the poll reclaim them when they are many. */
void engine_note_retired(Engine *e);
/* Has the engine's poll look as soon as it can. Async-signal-safe. */
void engine_interrupt(Engine *e);
/* Sets the flag occurs_check for all engines. */
void machine_set_occurs_check(Machine *m, enum OccursCheck check);
/* The flag iso: errors and results are those of the standard also where other systems are wider. */
static inline bool engine_is_iso(const Engine *e)
{
    return e->machine->arith.iso;
}
/* Sets the flags of the same names; what an engine has reserved is not changed. */
void machine_set_memory_limit(Machine *m, size_t bytes);
void machine_set_stack_limit(Machine *m, size_t bytes);
/* Sets the flag iso where arithmetic, text and comparison look for it. */
void machine_set_iso(Machine *m, bool iso);
/* The running loop is not the one for the flag occurs_check. */
bool engine_wants_other_loop(const Engine *e);
/* Sets e->limit from the heap's soft limit, or to NULL while an event is pending. */
void engine_set_limit(Engine *e);

#ifdef HORN_STRESS
/* At a safe point: a collection is to be made here, whether it is needed or not. */
static inline bool engine_is_stressed(Engine *e)
{
    return ++e->machine->safe_points % e->machine->collect_every == 0;
}
#endif
/* A choice point as slots and heap cells name it: its distance from the base of its area, in bytes. */
static inline Cell choice_name(const Engine *e, const Choice *choice)
{
    return cell_from_int((int64_t)((const char *)choice - (const char *)e->choice_base));
}
static inline Choice *choice_named(const Engine *e, Cell name)
{
    return (Choice *)(void *)((char *)e->choice_base + cell_int(name));
}

/* The environment below that of the goal of a catch/3, whose choice point this is. */
static inline Environment *catch_frame(const Engine *e, const Choice *b)
{
    return (Environment *)(void *)((char *)e->environment_base + cell_int(b->x[3]));
}

/* Top of the environment stack given the continuation in use. */
static inline Cell *environment_top(const Environment *E, const Choice *B, const Code *cp)
{
    Cell *top = E ? (Cell *)(uintptr_t)E->slots + info_live(cp - 1) : NULL;
    return top > B->environment_top ? top : B->environment_top;
}

#endif
