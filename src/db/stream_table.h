/* stream_table.h - the open streams of a machine: numbers, aliases, current and standard ones.
 * SPDX-License-Identifier: MIT
 *
 * A stream appears in Prolog as '$stream'(H), where H is an atom such as s4 for stream number 4: while a cell, clause or record has that
 * atom the stream can be reached, so the collector of atoms finds those that cannot. Streams 1, 2 and 3 are the standard ones, over file
 * descriptors 0, 1 and 2; they are never closed before the table ends. user_input, user_output and user_error are aliases that can be
 * given to other streams.
 */
#ifndef HORN_DB_STREAM_TABLE_H
#define HORN_DB_STREAM_TABLE_H

#include "io/stream.h"
#include "term/atom.h"

#define STREAM_ALIASES   4u
#define STANDARD_STREAMS 3u

typedef struct StreamEntry {
    Stream *stream; /* NULL: it was closed */
    uint32_t number;
    uint32_t handle; /* atom */
    uint32_t aliases[STREAM_ALIASES]; /* atoms; ATOM_NONE ends */
} StreamEntry;

typedef struct StreamTable {
    Alloc *alloc;
    AtomTable *atoms;
    StreamEntry *entries; /* ascending numbers; they move when streams are opened and closed */
    size_t count, capacity;
    size_t closed; /* entries whose stream was closed: at most about half, none of them last */
    uint32_t next_number;
    size_t open_after_collection; /* how many were open when last those out of reach were closed */
    bool is_short_of_files;       /* the system had no more for the file that is being opened */
    Stream *current_input, *current_output;
    Stream *user_input, *user_output, *user_error;
} StreamTable;

/* Opens the standard streams too. */
bool stream_table_init(StreamTable *t, Alloc *alloc, AtomTable *atoms);
/* Closes all streams; output that cannot be written is lost. */
void stream_table_free(StreamTable *t);
/* Takes ownership; 0 when memory is exhausted, else the stream's number (also in Stream.id). */
uint32_t stream_table_add(StreamTable *t, Stream *s);
/* Closes and forgets; current streams fall back on the standard ones. Standard streams are flushed only. When closing fails without
 * force the stream stays open. */
IoStatus stream_table_close(StreamTable *t, Stream *s, bool force);
/* The open stream with this handle; NULL for any other atom. */
Stream *stream_table_by_handle(const StreamTable *t, uint32_t handle);
/* The place in the table where the entry with this number is or would be. */
size_t stream_table_place(const StreamTable *t, uint32_t number);
Stream *stream_table_by_alias(const StreamTable *t, uint32_t alias);
/* Gives the alias to a stream, taking it from any other. False when the stream has too many, or reading and writing are confused:
 * user_input must be an input stream, user_output and user_error output streams. */
bool stream_table_set_alias(StreamTable *t, Stream *s, uint32_t alias);
StreamEntry *stream_table_entry(const StreamTable *t, const Stream *s);
/* True of the streams that the table opened itself. */
bool stream_is_standard(const StreamTable *t, const Stream *s);
/* Have so many been opened that it is worth looking for those out of reach? */
bool stream_table_has_many(const StreamTable *t);
/* Marks the aliases, and the handles of streams that have one, or are standard or current ones. */
void stream_table_mark_atoms(const StreamTable *t);
/* Closes the streams whose handles are not marked. */
void stream_table_close_unmarked(StreamTable *t);

#endif
