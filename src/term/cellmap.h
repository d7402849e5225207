/* cellmap.h - a hash map from cells to cells, for traversals that have become suspiciously long.
 * SPDX-License-Identifier: MIT
 *
 * Open addressing; the key 0 is not allowed. Nothing is allocated before the first put.
 */
#ifndef HORN_TERM_CELLMAP_H
#define HORN_TERM_CELLMAP_H

#include "base/alloc.h"
#include "term/cell.h"

typedef struct CellMap {
    Alloc *alloc;
    Cell *slots; /* key, value, key, value, ... */
    size_t count, capacity;
} CellMap;

static inline void cell_map_init(CellMap *m, Alloc *alloc)
{
    *m = (CellMap){.alloc = alloc};
}
void cell_map_free(CellMap *m);
/* The value at `key`, which may be changed until the next put, or NULL. */
Cell *cell_map_get(const CellMap *m, Cell key);
/* Adds a key that is not there yet. False when memory is exhausted. */
bool cell_map_put(CellMap *m, Cell key, Cell value);

#endif
