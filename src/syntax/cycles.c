/* cycles.c - where the cycles of a term are entered.
 * SPDX-License-Identifier: MIT
 *
 * A walk in depth with an explicit path. A subterm that is met again while it is on the path begins a cycle. Packed text is a node
 * with one child, its tail.
 */
#include "syntax/cycles.h"

#include "base/vec.h"
#include "term/text.h"

/* A compound subterm on the path, and which of its parts comes next. */
typedef struct PathNode {
    Cell term;
    uint32_t next;
} PathNode;

typedef struct CycleWalk {
    Store *s;
    CellMap *marks;
    PathNode *path;
    size_t count, capacity;
} CycleWalk;

static const Cell *parts(Cell term, uint32_t *count)
{
    if (cell_is_lst(term)) {
        *count = 2;
        return lst_cells(term);
    }
    if (cell_is_txt(term)) {
        *count = 1;
        return txt_tail(term);
    }
    *count = functor_arity(str_functor(term));
    return str_cells(term) + 1;
}

static bool enter(CycleWalk *w, Cell term)
{
    if (!VEC_RESERVE(w->s->alloc, w->path, w->capacity, w->count + 1))
        return false;
    w->path[w->count++] = (PathNode){.term = term};
    return cell_map_put(w->marks, term, CYCLE_ON_PATH);
}

/* Looks at a part of the topmost node. */
static bool visit(CycleWalk *w, Cell part)
{
    if (!cell_is_compound(part))
        return true;
    Cell *mark = cell_map_get(w->marks, part);
    if (mark == NULL)
        return enter(w, part);
    if (*mark == CYCLE_ON_PATH)
        *mark = CYCLE_ENTRY_ON_PATH;
    return true;
}

static void leave(CycleWalk *w)
{
    Cell *mark = cell_map_get(w->marks, w->path[--w->count].term);
    *mark = *mark == CYCLE_ENTRY_ON_PATH ? CYCLE_ENTRY : CYCLE_NONE;
}

bool cycles_find(Store *s, Cell term, CellMap *marks)
{
    CycleWalk w = {.s = s, .marks = marks};
    bool ok = visit(&w, cell_deref(term));
    while (ok && w.count > 0) {
        PathNode *top = &w.path[w.count - 1];
        uint32_t count;
        const Cell *cells = parts(top->term, &count);
        if (top->next == count)
            leave(&w);
        else
            ok = visit(&w, cell_deref(cells[top->next++]));
    }
    VEC_FREE(s->alloc, w.path, w.capacity);
    return ok;
}
