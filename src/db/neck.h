/* neck.h - what a call has to save before the head and the first tests of a clause are tried.
 * SPDX-License-Identifier: MIT
 *
 * Head and tests often fail, and then the next clause is tried with the same arguments. Until they have succeeded, which code says by NECK
 * or by its first cut, nothing but argument registers changes. So a choice point for such a clause needs no more than those registers that
 * are overwritten before; NECK saves the rest, and a cut drops it unfinished.
 */
#ifndef HORN_DB_NECK_H
#define HORN_DB_NECK_H

#include "db/clause.h"

/* The clause has no neck, or one that cannot be used: its choice point is made in one go. */
#define NECK_NONE          UINT16_MAX
#define NECK_ARGUMENTS_MAX 15u

/* The argument registers that the clause overwrites before its neck, as a bit mask; or NECK_NONE. */
uint16_t clause_neck(const Clause *clause);

#endif
