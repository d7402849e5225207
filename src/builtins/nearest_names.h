/* nearest_names.h - which predicate a person may have meant.
 * SPDX-License-Identifier: MIT
 */
#ifndef HORN_BUILTINS_NEAREST_NAMES_H
#define HORN_BUILTINS_NEAREST_NAMES_H

#include "db/module.h"

#define NEAR_NAMES 4u

typedef struct NearName {
    uint32_t name, arity;
    unsigned distance; /* edits between the names, more for another arity */
} NearName;

/* Finds predicates that module m sees, or that a library exports, and whose name is the given one, with another arity, or a few edits away from it; the nearest
 * first. Returns how many. */
size_t nearest_names(const Program *p, const Module *m, uint32_t name, int64_t arity, NearName found[NEAR_NAMES]);

#endif
