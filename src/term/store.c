/* store.c - scratch memory of a store.
 * SPDX-License-Identifier: MIT
 *
 * The work stack outlives the traversals that use it, so that small ones never allocate.
 */
#include "term/store.h"

#include "term/marks_int.h"

#define WORK_FIRST_CELLS ((size_t)512)

bool work_reserve(Store *s, size_t used, size_t cells)
{
    (void)used; /* resizing keeps more than that */
    if (LIKELY(cells <= s->work_capacity))
        return true;
    size_t wanted = max_size(max_size(cells, WORK_FIRST_CELLS), s->work_capacity + s->work_capacity / 2);
    Cell *moved = alloc_resize(s->alloc, s->work, s->work_capacity * sizeof(Cell), wanted * sizeof(Cell));
    if (moved == NULL) {
        s->resource = RES_MEMORY;
        return false;
    }
    s->work = moved;
    s->work_capacity = wanted;
    return true;
}

static void trim(Alloc *alloc, Cell **cells, size_t *capacity, size_t keep)
{
    if (*capacity <= keep)
        return;
    alloc_free(alloc, *cells, *capacity * sizeof(Cell));
    *cells = NULL;
    *capacity = 0;
}

void store_trim_scratch(Store *s, size_t keep)
{
    trim(s->alloc, &s->work, &s->work_capacity, keep);
    trim(s->alloc, &s->marks, &s->marks_capacity, keep);
}

/* ---- marks ---- */

bool marks_grow(Store *s, size_t count)
{
    size_t wanted = max_size(max_size(count * 3, WORK_FIRST_CELLS), s->marks_capacity + s->marks_capacity / 2);
    Cell *moved = alloc_resize(s->alloc, s->marks, s->marks_capacity * sizeof(Cell), wanted * sizeof(Cell));
    if (moved == NULL) {
        s->resource = RES_MEMORY;
        return false;
    }
    s->marks = moved;
    s->marks_capacity = wanted;
    return true;
}
