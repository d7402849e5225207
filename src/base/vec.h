/* vec.h - growing an array.
 *
 * A growable array is three fields of its owner: `T *items; size_t length, capacity;`. The owner appends after
 *
 *     if (!VEC_RESERVE(alloc, v->items, v->capacity, v->length + 1))
 *         return ...;                                       out of memory, nothing changed
 *
 * and frees with VEC_FREE. Capacities grow by half again, so that n appends copy O(n) items.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef HORN_VEC_H
#define HORN_VEC_H

#include "base/alloc.h"

/* Items a first allocation makes room for, at least. */
#define VEC_FIRST_CAPACITY 8

/* Makes room for `needed` items in all. `items` is the address of the array pointer, whatever its item type. False,
 * with nothing changed, when memory is exhausted. */
NODISCARD static inline bool vec_reserve(Alloc *a, void **items, size_t *capacity, size_t needed, size_t item_bytes)
{
    if (LIKELY(needed <= *capacity))
        return true;
    size_t grown = max_size(*capacity + *capacity / 2, VEC_FIRST_CAPACITY);
    size_t wanted = max_size(grown, needed);
    if (wanted > SIZE_MAX / 2 / item_bytes)
        return false;
    void *old, *moved;
    memcpy(&old, (void *)items, sizeof old);                 /* the pointer's real type is not void * */
    moved = alloc_resize(a, old, *capacity * item_bytes, wanted * item_bytes);
    if (moved == NULL)
        return false;
    memcpy((void *)items, &moved, sizeof moved);
    *capacity = wanted;
    return true;
}

#define VEC_RESERVE(alloc, items, capacity, needed) vec_reserve((alloc), (void **)&(items), &(capacity), (needed), sizeof *(items))

#define VEC_FREE(alloc, items, capacity) alloc_free((alloc), (items), (capacity) * sizeof *(items))

#endif
