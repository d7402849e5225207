/* stream_table.h - the open streams of a machine: numbers, aliases, current and standard ones.
 * SPDX-License-Identifier: MIT
 *
 * A stream appears in Prolog as '$stream'(N).
 */
#ifndef HORN_DB_STREAM_TABLE_H
#define HORN_DB_STREAM_TABLE_H

#include "io/stream.h"
#include "term/atom.h"

typedef struct StreamEntry {
    Stream *stream; /* NULL: free */
    uint32_t number;
    uint32_t aliases[4]; /* atoms; ATOM_NONE ends */
} StreamEntry;

typedef struct StreamTable {
    Alloc *alloc;
    StreamEntry *entries;
    size_t count, capacity;
    uint32_t next_number;
    Stream *current_input, *current_output;
    Stream *user_input, *user_output, *user_error;
} StreamTable;

/* Opens the standard streams too. */
bool stream_table_init(StreamTable *t, Alloc *alloc);
void stream_table_free(StreamTable *t);
/* Takes ownership; 0 when memory is exhausted, else the stream's number. */
uint32_t stream_table_add(StreamTable *t, Stream *s);
/* Closes and forgets; current streams fall back on the standard ones. */
IoStatus stream_table_close(StreamTable *t, Stream *s, bool force);
Stream *stream_table_by_number(const StreamTable *t, uint32_t number);
Stream *stream_table_by_alias(const StreamTable *t, uint32_t alias);
bool stream_table_set_alias(StreamTable *t, Stream *s, uint32_t alias);
StreamEntry *stream_table_entry(const StreamTable *t, const Stream *s);

#endif
