/* alloc.h - counted memory from the host.
 *
 * Everything Horn allocates outside the reserved stack areas comes through an Alloc, which belongs to one machine. It
 * knows how much is in use, refuses to go beyond a limit, and can be told to fail on purpose so that tests reach every
 * out-of-memory path. Frees state their size, so no header stands before a block.
 *
 * Failure is NULL and changes nothing. A request for zero bytes gives a distinct block of one.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef HORN_ALLOC_H
#define HORN_ALLOC_H

#include "base/stop.h"

typedef struct Alloc {
    void *(*host_alloc)(void *user, size_t bytes);           /* NULL when the host has no more */
    void (*host_free)(void *user, void *p, size_t bytes);    /* bytes as given to host_alloc */
    void *user;                                              /* handed to both */
    const Stop *stop;                                        /* borrowed: ends long work that is done with this memory; may be NULL */
    size_t used;                                             /* bytes in use now */
    size_t peak;                                             /* most bytes ever in use */
    size_t limit;                                            /* what is allocated must not take `used` beyond this */
    uint64_t fail_at;                                        /* tests: the n-th request from now fails, once; 0 never */
    bool fail_on;                                            /* tests: and so do all that come after it, until fail_at is set to 0 */
    uint64_t failures;                                       /* requests that have failed so */
} Alloc;

/* Sets up an allocator over malloc and free without a limit. */
void alloc_init(Alloc *a);

/* A new block of uninitialised memory, aligned for any type, or NULL. */
NODISCARD void *alloc_new(Alloc *a, size_t bytes);

/* A new block of zeroes, or NULL. */
NODISCARD void *alloc_zero(Alloc *a, size_t bytes);

/* Moves the block `p` (which may be NULL, with old_bytes 0) to one of another size, keeping what fits of its contents.
 * NULL when that fails; `p` is then still valid. */
NODISCARD void *alloc_resize(Alloc *a, void *p, size_t old_bytes, size_t new_bytes);

/* Gives a block back; `bytes` is the size it was last given. NULL is ignored. */
void alloc_free(Alloc *a, void *p, size_t bytes);

/* Counts memory that was obtained elsewhere, such as a reserved range, against the limit. False when it does not fit. */
NODISCARD bool alloc_charge(Alloc *a, size_t bytes);

/* Changes what is counted for memory obtained elsewhere, from `old_bytes` to `new_bytes`, also beyond the limit. */
void alloc_recharge(Alloc *a, size_t old_bytes, size_t new_bytes);

/* Ends the counting of memory charged before. */
void alloc_discharge(Alloc *a, size_t bytes);

#endif
