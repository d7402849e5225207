/* copy.h - copy_term on the heap.
 * SPDX-License-Identifier: MIT
 */
#ifndef HORN_TERM_COPY_H
#define HORN_TERM_COPY_H

#include "term/store.h"

/* A copy with fresh variables (8.5.4); ground subterms are shared with the original. ST_TRUE with *out, ST_RETRY when the heap lacks
 * room (nothing changed then), ST_ERROR with s->resource. Iterative; keeps sharing and cycles. */
Status term_copy(Store *s, Cell term, bool attributes, Cell *out);

#endif
