/* gc_scan.c - every word that an engine may hold.
 * SPDX-License-Identifier: MIT
 */
#include "vm/gc_scan.h"

#include "vm/gc.h"

typedef struct RootScan {
    WordVisitor visit;
    void *context;
} RootScan;

static void scan_root(void *context, Cell *root)
{
    const RootScan *scan = context;
    scan->visit(scan->context, root, root + 1);
}

/* The end of the environments, with all the slots that a frame in the making could have. */
static const Cell *environments_end(const Engine *e)
{
    const Cell *top = e->B->environment_top, *limit = e->environment_end;
    if (e->E) {
        const Cell *widest = e->E->slots + REGISTER_MAX + 1;
        top = widest > top ? widest : top;
    }
    return top < limit ? top : limit;
}

static void scan_heap(const Engine *e, WordVisitor visit, void *context)
{
    const Cell *run = e->store.heap_base, *H = e->store.H;
    for (const Cell *p = run; p < H; p++) {
        if (!cell_is_raw(*p) || raw_words(*p) >= (size_t)(H - p))
            continue;
        visit(context, run, p);
        p += raw_words(*p);
        run = p + 1;
    }
    if (run < H)
        visit(context, run, H);
}

void gc_scan_engine(Engine *e, WordVisitor visit, void *context)
{
    RootScan scan = {visit, context};
    visit(context, e->X, e->X + ENGINE_REGISTERS);
    visit(context, e->environment_base, environments_end(e));
    visit(context, e->store.trail_base, e->store.TR);
    visit(context, &e->ball, &e->ball + 1);
    visit(context, &e->goal, &e->goal + 1);
    visit(context, &e->globals, &e->globals + 1);
    for (const Choice *b = e->B; b; b = b->prev)
        visit(context, b->x, b->x + b->arguments);
    for (GcRoots *r = e->machine->roots; r; r = r->next)
        if (r->visit)
            r->visit(r->user, e, scan_root, &scan);
    scan_heap(e, visit, context);
}
