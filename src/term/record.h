/* record.h - a term off the heap: findall answers, asserted bodies too large for registers, error balls, what the reader builds.
 * SPDX-License-Identifier: MIT
 *
 * A record is one block of cells in heap format whose addresses are byte offsets from `cells` (+ RECORD_BIAS so that no offset is 0).
 * It is independent of any engine. Materialising adds the base address to every pointer cell in one upward pass that skips raw blocks.
 *
 *     | count | root | cells ...                |   root: an atomic cell, or a pointer cell with an offset as address
 *
 * A variable is a REF cell holding its own offset. Sharing of subterms and cycles are kept by record_from_term.
 */
#ifndef HORN_TERM_RECORD_H
#define HORN_TERM_RECORD_H

#include "term/store.h"

#define RECORD_BIAS 8u

typedef struct Record {
    size_t count; /* cells */
    Cell root;
    Cell cells[];
} Record;

/* Copies a term. NULL when memory is exhausted (s->resource set). Attributed variables become plain ones unless `attributes`. */
Record *record_from_term(Store *s, Cell term, bool attributes);
void record_free(Alloc *alloc, Record *record);
static inline size_t record_heap_cells(const Record *r)
{
    return r->count;
}
/* Pushes the term on the heap; room for record_heap_cells must be there. */
Cell record_push(Store *s, const Record *record);
/* Marks every atom inside (names of functors too). */
void record_mark_atoms(AtomTable *t, const Record *record);

/* ---- records in blocks of somebody else ---- */

/* The root and the cells that record_from_term would make a record of; these are in s->work until something else is done with the store. False
 * when memory is exhausted (s->resource set). */
NODISCARD bool record_cells(Store *s, Cell term, bool attributes, Cell *root, size_t *count);
/* Pushes the term on the heap; room for count cells must be there. */
Cell record_push_cells(Store *s, const Cell *cells, size_t count, Cell root);
/* Marks every atom in the cells. */
void record_mark_cells(AtomTable *t, const Cell *cells, size_t count);

/* ---- building by hand, bottom-up (reader, loaders) ---- */

typedef struct RecordBuilder {
    Alloc *alloc;
    Cell *cells;
    size_t count, capacity;
    bool failed; /* memory exhausted: sticky */
} RecordBuilder;

void record_builder_init(RecordBuilder *b, Alloc *alloc);
void record_builder_free(RecordBuilder *b);
/* Forgets what was built, keeps the memory. */
static inline void record_builder_clear(RecordBuilder *b)
{
    b->count = 0, b->failed = false;
}
/* Each returns a cell in offset form to be used as argument of others. */
Cell build_var(RecordBuilder *b);
Cell build_struct(RecordBuilder *b, uint32_t name, uint32_t arity, const Cell *args); /* './2'-as-list: use build_pair */
Cell build_pair(RecordBuilder *b, Cell head, Cell tail);
Cell build_double(RecordBuilder *b, double value);
Cell build_big(RecordBuilder *b, bool negative, const uint64_t *limbs, size_t count); /* normalised: no small integers */
Cell build_string(RecordBuilder *b, const char *utf8, size_t bytes);
Cell build_text(RecordBuilder *b, const char *utf8, size_t bytes, Cell tail);
/* Takes the cells out as a record owned by the caller; NULL when anything failed. */
Record *record_builder_take(RecordBuilder *b, Cell root);
/* Pushes what was built to the heap without making a record; room for b->count cells must be there. */
Cell record_builder_push(Store *s, const RecordBuilder *b, Cell root);

#endif
