/* stream_property.h - stream_property/2 (8.11.8).
 * SPDX-License-Identifier: MIT
 */
#ifndef HORN_BUILTINS_STREAM_PROPERTY_H
#define HORN_BUILTINS_STREAM_PROPERTY_H

#include "builtins/builtin.h"

/* Cells that a stream position term takes. */
#define STREAM_POSITION_CELLS 5u

/* Nondeterministic, with one hidden cell. */
Status bi_stream_property(Engine *e, Cell *arg);
/* '$stream_position'(Characters, Line, Column, Bytes), pushed. STREAM_POSITION_CELLS must be there. */
Cell stream_position_push(Store *s, const StreamPosition *position);
/* Reads such a term; false when it is none. */
bool stream_position_from_term(Cell term, StreamPosition *position);

#endif
