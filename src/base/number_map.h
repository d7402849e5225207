/* number_map.h - numbers, such as atoms, and what each stands for.
 *
 * An open-addressed table that only grows: nothing is taken out. Values are a pointer, or a place + 1; never 0.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef HORN_NUMBER_MAP_H
#define HORN_NUMBER_MAP_H

#include "base/alloc.h"

typedef struct NumberSlot {
    uint32_t number;
    uintptr_t value; /* 0: the slot is free */
} NumberSlot;

typedef struct NumberMap {
    NumberSlot *slots;
    size_t count, capacity; /* capacity is a power of two or 0 */
} NumberMap;

/* Room for one more number; number_map_put needs it. False: memory; nothing changed. */
NODISCARD bool number_map_reserve(NumberMap *m, Alloc *alloc);
/* Enters a number that is not there. */
void number_map_put(NumberMap *m, uint32_t number, uintptr_t value);
/* The value, 0 when the number is not there. */
uintptr_t number_map_get(const NumberMap *m, uint32_t number);
void number_map_free(NumberMap *m, Alloc *alloc);

#endif
