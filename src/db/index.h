/* index.h - which clauses of a predicate can match a call.
 * SPDX-License-Identifier: MIT
 *
 * The clause list in order is the truth; indexes are derived, built when a call first needs them and patched or thrown away when the
 * list changes. A lookup yields a range of clause pointers in clause order; ranges stay readable until the reclaimer runs (retired
 * arrays are kept), so a choice point may hold one.
 *
 * Keys. The key of an argument cell is 0 for a variable, the cell itself for atoms and small integers, the functor word of a
 * structure, KEY_PAIR for a pair (packed text included), a hash tagged TAG_BOX for big integers, floats and strings. Equal terms have
 * equal keys; a clause whose head argument is a variable has key 0 and matches every key. A structure whose name is a variable counts
 * as a variable.
 *
 * A range of one clause lies in the index itself: it must be read before the predicate changes. Longer ranges may be kept.
 */
#ifndef HORN_DB_INDEX_H
#define HORN_DB_INDEX_H

#include "db/module.h"

#define KEY_PAIR (cell_from_functor(ATOM_CHAR('.'), 2))

/* The key of a dereferenced cell. */
Cell key_from_cell(Cell c);
/* The key of argument `arg` (from 0) of a clause's head, read from its code. */
Cell clause_key(const Clause *clause, uint32_t arg);

/* Keys of arguments from .. from + count - 1 in one pass; count is at most 64. */
void clause_keys(const Clause *clause, uint32_t from, uint32_t count, Cell *keys);

/* Keys that tell more of compounds: that of the functor joined with that of the first part; 0 when the first part is a variable. */
Cell deep_key_from_cell(Cell c);
Cell clause_deep_key(const Clause *clause, uint32_t arg);

/* Candidate clauses for these arguments (dereferenced here), for a goal that begins now. Every clause that can match is among them; the list is exact enough that
 * the caller, after filtering by visibility and candidates_match, knows determinism. Never fails: without memory it returns the whole
 * list. */
Candidates index_lookup(Alloc *alloc, Pred *pred, const Cell *args);
/* Goals that begin now walked over so many candidates before they came to one that is visible and can match. When that adds up to much more
 * than the list is long, arguments count for indexes although most clauses have the same key there: the goals ask for others, or the dead
 * between the clauses are many. */
void index_note_walk(Pred *pred, size_t walked);
/* False when a head argument's key rules the clause out for this call. */
bool candidate_matches(const Pred *pred, const Clause *clause, const Cell *args);

/* The same for heads alone, whatever their bodies begin with: what clause/2 looks through. */
static inline Candidates index_lookup_heads(Alloc *alloc, Pred *pred, const Cell *args)
{
    return pred->flags & PRED_BODY_KEYS ? pred_all_clauses(pred) : index_lookup(alloc, pred, args);
}
static inline bool candidate_head_matches(const Pred *pred, const Clause *clause, const Cell *args)
{
    return clause_has_body_keys(clause) || candidate_matches(pred, clause, args);
}

/* ---- to be called by the functions that change the clause list ---- */
void index_added(Alloc *alloc, Pred *pred, Clause *clause, bool at_end);
void index_removed(Alloc *alloc, Pred *pred, Clause *clause);
/* A dead clause is about to leave the list: no index may refer to it afterwards. */
void index_retiring(Alloc *alloc, Pred *pred, Clause *clause);
/* Throws all indexes of a predicate away; the next calls that need one build it anew. */
void index_drop(Alloc *alloc, Pred *pred);

#endif
