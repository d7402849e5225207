/* index.h - which clauses of a predicate can match a call.
 * SPDX-License-Identifier: MIT
 *
 * The clause list in order is the truth; indexes are derived, built when a call first needs them and patched or thrown away when the
 * list changes. A lookup yields a range of clause pointers in clause order; ranges stay readable until the reclaimer runs (retired
 * arrays are kept), so a choice point may hold one.
 *
 * Keys. The key of an argument cell is 0 for a variable, the cell itself for atoms and small integers, the functor word of a
 * structure, KEY_PAIR for a pair (packed text included), a hash tagged TAG_BOX for big integers, floats and strings. Equal terms have
 * equal keys; a clause whose head argument is a variable has key 0 and matches every key.
 */
#ifndef HORN_DB_INDEX_H
#define HORN_DB_INDEX_H

#include "db/pred.h"

typedef struct Candidates {
    Clause *const *next, *const *end;
} Candidates;

#define KEY_PAIR (cell_from_functor(ATOM_CHAR('.'), 2))

/* The key of a dereferenced cell. */
Cell key_from_cell(Cell c);
/* The key of argument `arg` (from 0) of a clause's head, read from its code. */
Cell clause_key(const Clause *clause, uint32_t arg);

/* Candidate clauses for these arguments (dereferenced here). Every clause that can match is among them; the list is exact enough that
 * the caller, after filtering by visibility and candidates_match, knows determinism. Never fails: without memory it returns the whole
 * list. */
Candidates index_lookup(Alloc *alloc, Pred *pred, const Cell *args);
/* False when a head argument's key rules the clause out for this call. */
bool candidate_matches(const Pred *pred, const Clause *clause, const Cell *args);

/* ---- to be called by the functions that change the clause list ---- */
void index_added(Alloc *alloc, Pred *pred, Clause *clause, bool at_end);
void index_removed(Alloc *alloc, Pred *pred, Clause *clause);
void index_drop(Alloc *alloc, Pred *pred);

#endif
