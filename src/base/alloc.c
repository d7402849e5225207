/* alloc.c - counted memory from the host.
 *
 * Blocks are counted by the sizes their owners state. With the default host, resizing goes through realloc, which can
 * often grow a large block without copying it; any other host sees a new block, a copy, and a free.
 *
 * SPDX-License-Identifier: MIT
 */
#include "base/alloc.h"

#include <stdlib.h>

/* ---- the default host ---- */

static void *default_alloc(void *user, size_t bytes)
{
    (void)user;
    return malloc(bytes);
}

static void default_free(void *user, void *p, size_t bytes)
{
    (void)user;
    (void)bytes;
    free(p);
}

/* ---- counting ---- */

/* Hosts may answer a request for nothing with NULL, so they are asked for one byte. The count says the same. */
static size_t counted_bytes(size_t bytes)
{
    return bytes == 0 ? 1 : bytes;
}

/* Counts a request while a test waits for one to fail; true when it is this one. */
static bool is_awaited(Alloc *a)
{
    if (--a->fail_at != 0)
        return false;
    a->fail_at = a->fail_on;
    a->failures++;
    return true;
}

/* True when a test wants this request to fail. */
static bool is_meant_to_fail(Alloc *a)
{
    return UNLIKELY(a->fail_at != 0) && is_awaited(a);
}

static bool has_room(const Alloc *a, size_t bytes)
{
    return a->used <= a->limit && bytes <= a->limit - a->used;
}

static void count(Alloc *a, size_t bytes)
{
    a->used += bytes;
    a->peak = max_size(a->peak, a->used);
}

static void discount(Alloc *a, size_t bytes)
{
    HORN_ASSERT(bytes <= a->used, "no more is freed than was allocated");
    a->used -= bytes;
}

/* ---- public functions ---- */

void alloc_init(Alloc *a)
{
    *a = (Alloc){.host_alloc = default_alloc, .host_free = default_free, .limit = SIZE_MAX};
}

void *alloc_new(Alloc *a, size_t bytes)
{
    size_t counted = counted_bytes(bytes);
    if (is_meant_to_fail(a) || !has_room(a, counted))
        return NULL;
    void *p = a->host_alloc(a->user, counted);
    if (p != NULL)
        count(a, counted);
    return p;
}

void *alloc_zero(Alloc *a, size_t bytes)
{
    void *p = alloc_new(a, bytes);
    if (p != NULL)
        memset(p, 0, bytes);
    return p;
}

/* Resizes a block of the default host. */
static void *resize_in_place(Alloc *a, void *p, size_t old_counted, size_t new_counted)
{
    if (is_meant_to_fail(a) || (new_counted > old_counted && !has_room(a, new_counted - old_counted)))
        return NULL;
    void *moved = realloc(p, new_counted);
    if (moved == NULL)
        return NULL;
    discount(a, old_counted);
    count(a, new_counted);
    return moved;
}

void *alloc_resize(Alloc *a, void *p, size_t old_bytes, size_t new_bytes)
{
    if (p == NULL)
        return alloc_new(a, new_bytes);
    if (a->host_alloc == default_alloc && a->host_free == default_free)
        return resize_in_place(a, p, counted_bytes(old_bytes), counted_bytes(new_bytes));
    void *moved = alloc_new(a, new_bytes);
    if (moved == NULL)
        return NULL;
    memcpy(moved, p, min_size(old_bytes, new_bytes));
    alloc_free(a, p, old_bytes);
    return moved;
}

void alloc_free(Alloc *a, void *p, size_t bytes)
{
    if (p == NULL)
        return;
    size_t counted = counted_bytes(bytes);
    discount(a, counted);
    a->host_free(a->user, p, counted);
}

bool alloc_charge(Alloc *a, size_t bytes)
{
    if (is_meant_to_fail(a) || !has_room(a, bytes))
        return false;
    count(a, bytes);
    return true;
}

void alloc_recharge(Alloc *a, size_t old_bytes, size_t new_bytes)
{
    discount(a, old_bytes);
    count(a, new_bytes);
}

void alloc_discharge(Alloc *a, size_t bytes)
{
    discount(a, bytes);
}
