/* singletons.c - the variables that occur once in a term.
 * SPDX-License-Identifier: MIT
 *
 * A compound that is shared, or lies on a cycle, is walked twice at most, which is enough to meet each of its variables twice.
 */
#include "base/vec.h"
#include "term/cellmap.h"
#include "term/walk.h"
#include "term/walk_int.h"

typedef struct Counter {
    Store *s;
    CellMap times; /* compound -> how often it was entered, variable -> how often it was met; 2 for more */
    size_t used;   /* of the work stack */
    bool failed;
} Counter;

/* How often the cell has been met before, up to 2. */
static Cell count_cell(Counter *k, Cell c)
{
    Cell *times = cell_map_get(&k->times, c);
    if (times == NULL) {
        k->failed |= !cell_map_put(&k->times, c, 1);
        return 0;
    }
    Cell before = *times;
    if (before < 2)
        *times = before + 1;
    return before;
}

static bool add_cell(Store *s, CellVec *cells, Cell c)
{
    if (!VEC_RESERVE(s->alloc, cells->items, cells->capacity, cells->count + 1))
        return false;
    cells->items[cells->count++] = c;
    return true;
}

static void count_node(Counter *k, Cell c, CellVec *variables)
{
    if (cell_is_var(c)) {
        if (count_cell(k, c) == 0 && !k->failed && !add_cell(k->s, variables, c))
            k->failed = true;
        return;
    }
    if (!cell_is_compound(c) || !store_owns(k->s, cell_pointer(c)) || count_cell(k, c) == 2 || k->failed)
        return;
    size_t n;
    const Cell *parts = compound_parts(c, &n);
    if (n == 0)
        return;
    if (!work_reserve(k->s, k->used, k->used + 2)) {
        k->failed = true;
        return;
    }
    k->s->work[k->used] = (Cell)(uintptr_t)parts;
    k->s->work[k->used + 1] = n;
    k->used += 2;
}

bool term_singletons(Store *s, Cell term, CellVec *variables)
{
    Counter k = {.s = s};
    cell_map_init(&k.times, s->alloc);
    count_node(&k, cell_deref(term), variables);
    size_t steps = 0;
    while (k.used > 0 && !k.failed) {
        k.failed = store_must_stop(s, ++steps);
        Cell *top = s->work + k.used - 2;
        Cell part = cell_deref(*(const Cell *)(uintptr_t)top[0]);
        if (--top[1] == 0)
            k.used -= 2;
        else
            top[0] += sizeof(Cell);
        count_node(&k, part, variables);
    }
    size_t kept = 0;
    for (size_t i = 0; i < variables->count && !k.failed; i++)
        if (*cell_map_get(&k.times, variables->items[i]) == 1)
            variables->items[kept++] = variables->items[i];
    variables->count = kept;
    cell_map_free(&k.times);
    if (k.failed)
        s->resource = RES_MEMORY;
    return !k.failed;
}
