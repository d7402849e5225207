/* block.h - memory that running goals may still point into after it was replaced.
 * SPDX-License-Identifier: MIT
 *
 * Clause arrays and index tables begin with a Block. A replaced one is chained to the program's retired blocks, which takes no memory
 * and so cannot fail, and stays readable until the reclaimer finds that no goal uses it.
 */
#ifndef HORN_DB_BLOCK_H
#define HORN_DB_BLOCK_H

#include "base/alloc.h"

typedef struct Block {
    struct Block *next; /* while retired */
    size_t bytes;       /* all, this header included */
} Block;

/* A new block of uninitialised memory, or NULL. */
static inline void *block_new(Alloc *alloc, size_t bytes)
{
    Block *block = alloc_new(alloc, bytes);
    if (block)
        *block = (Block){NULL, bytes};
    return block;
}
static inline void block_free(Alloc *alloc, void *p)
{
    Block *block = p;
    if (block)
        alloc_free(alloc, block, block->bytes);
}

#endif
