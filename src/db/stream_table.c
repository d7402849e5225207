/* stream_table.c - the open streams of a machine.
 * SPDX-License-Identifier: MIT
 */
#include "db/stream_table.h"

#include "base/vec.h"

#include <inttypes.h>
#include <stdio.h>

/* A table with no more closed streams than this is not compacted. */
#define CLOSED_TOLERATED 16
/* Streams that may be opened before those out of reach are looked for, besides as many as there were. */
#define OPENED_TOLERATED 500
#define HANDLE_PREFIX    's'

/* ---- finding ---- */

size_t stream_table_place(const StreamTable *t, uint32_t number)
{
    size_t low = 0, high = t->count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (t->entries[middle].number < number)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static StreamEntry *entry_by_number(const StreamTable *t, uint32_t number)
{
    size_t place = stream_table_place(t, number);
    return place < t->count && t->entries[place].number == number ? &t->entries[place] : NULL;
}

static Stream *stream_by_number(const StreamTable *t, uint32_t number)
{
    const StreamEntry *entry = entry_by_number(t, number);
    return entry ? entry->stream : NULL;
}

Stream *stream_table_by_handle(const StreamTable *t, uint32_t handle)
{
    char scratch[8];
    TextSpan text = atom_text(t->atoms, handle, scratch);
    uint64_t number = 0;
    if (text.length < 2 || text.bytes[0] != HANDLE_PREFIX)
        return NULL;
    for (size_t i = 1; i < text.length && number <= UINT32_MAX; i++)
        number = number * 10 + (uint64_t)(text.bytes[i] - '0');
    if (number > UINT32_MAX)
        return NULL;
    const StreamEntry *entry = entry_by_number(t, (uint32_t)number);
    return entry && entry->handle == handle ? entry->stream : NULL; /* any other text makes no handle */
}

StreamEntry *stream_table_entry(const StreamTable *t, const Stream *s)
{
    StreamEntry *entry = entry_by_number(t, s->id);
    return entry && entry->stream == s ? entry : NULL;
}

static uint32_t *find_alias(StreamEntry *entry, uint32_t alias)
{
    for (uint32_t i = 0; i < STREAM_ALIASES; i++)
        if (entry->aliases[i] == alias)
            return &entry->aliases[i];
    return NULL;
}

Stream *stream_table_by_alias(const StreamTable *t, uint32_t alias)
{
    if (alias == ATOM_NONE)
        return NULL;
    for (size_t i = 0; i < t->count; i++)
        if (find_alias(&t->entries[i], alias))
            return t->entries[i].stream;
    return NULL;
}

bool stream_is_standard(const StreamTable *t, const Stream *s)
{
    return s->id >= 1 && s->id <= STANDARD_STREAMS && stream_by_number(t, s->id) == s;
}

/* ---- aliases ---- */

/* Where the table keeps the stream that has this alias; NULL for aliases without a place of their own. */
static Stream **user_stream(StreamTable *t, uint32_t alias)
{
    switch (alias) {
    case ATOM_user_input: return &t->user_input;
    case ATOM_user_output: return &t->user_output;
    case ATOM_user_error: return &t->user_error;
    default: return NULL;
    }
}

static void remove_alias(StreamEntry *entry, uint32_t alias)
{
    uint32_t *place = find_alias(entry, alias);
    if (!place)
        return;
    uint32_t *last = &entry->aliases[STREAM_ALIASES - 1];
    memmove(place, place + 1, (size_t)(last - place) * sizeof *place);
    *last = ATOM_NONE;
}

bool stream_table_set_alias(StreamTable *t, Stream *s, uint32_t alias)
{
    StreamEntry *entry = stream_table_entry(t, s);
    Stream **user = user_stream(t, alias);
    if (!entry || (user && stream_is_input(s) != (alias == ATOM_user_input)))
        return false;
    if (find_alias(entry, alias))
        return true;
    uint32_t *free_place = find_alias(entry, ATOM_NONE);
    if (!free_place)
        return false;
    for (size_t i = 0; i < t->count; i++)
        remove_alias(&t->entries[i], alias);
    *free_place = alias;
    if (user)
        *user = s;
    return true;
}

/* ---- streams out of reach ---- */

static size_t open_count(const StreamTable *t)
{
    return t->count - t->closed;
}

bool stream_table_has_many(const StreamTable *t)
{
    return open_count(t) > 2 * t->open_after_collection + OPENED_TOLERATED;
}

/* Can it be had without its term? */
static bool is_always_reached(const StreamTable *t, const StreamEntry *entry)
{
    const Stream *s = entry->stream;
    return entry->number <= STANDARD_STREAMS || entry->aliases[0] != ATOM_NONE || s == t->current_input || s == t->current_output ||
           s == t->user_input || s == t->user_output || s == t->user_error;
}

void stream_table_mark_atoms(const StreamTable *t)
{
    for (size_t i = 0; i < t->count; i++) {
        const StreamEntry *entry = &t->entries[i];
        for (uint32_t k = 0; k < STREAM_ALIASES; k++)
            atom_mark(t->atoms, entry->aliases[k]);
        if (entry->stream && is_always_reached(t, entry))
            atom_mark(t->atoms, entry->handle);
    }
}

void stream_table_close_unmarked(StreamTable *t)
{
    for (size_t i = t->count; i-- > 0;) { /* entries behind this one may go */
        const StreamEntry *entry = i < t->count ? &t->entries[i] : NULL;
        if (entry && entry->stream && !atom_is_marked(t->atoms, entry->handle))
            (void)!stream_table_close(t, entry->stream, true);
    }
    t->open_after_collection = open_count(t);
}

/* ---- opening and closing ---- */

uint32_t stream_table_add(StreamTable *t, Stream *s)
{
    if (!VEC_RESERVE(t->alloc, t->entries, t->capacity, t->count + 1))
        return 0;
    char name[16];
    snprintf(name, sizeof name, "%c%" PRIu32, HANDLE_PREFIX, t->next_number);
    uint32_t handle = atom_intern_string(t->atoms, name);
    if (handle == ATOM_NONE)
        return 0;
    StreamEntry *entry = &t->entries[t->count++];
    *entry = (StreamEntry){.stream = s, .number = t->next_number++, .handle = handle};
    for (uint32_t i = 0; i < STREAM_ALIASES; i++)
        entry->aliases[i] = ATOM_NONE;
    s->id = entry->number;
    return entry->number;
}

/* A user stream that is to go gives its alias back to the standard stream. */
static void give_back(StreamTable *t, const Stream *s, uint32_t alias, uint32_t standard)
{
    Stream *fallback = stream_by_number(t, standard);
    if (*user_stream(t, alias) == s && fallback)
        (void)stream_table_set_alias(t, fallback, alias);
    if (*user_stream(t, alias) == s)                           /* its aliases were full of others */
        *user_stream(t, alias) = fallback;
}

/* Closes the gaps that closed streams left. */
static void compact(StreamTable *t)
{
    size_t kept = 0;
    for (size_t i = 0; i < t->count; i++)
        if (t->entries[i].stream)
            t->entries[kept++] = t->entries[i];
    t->count = kept;
    t->closed = 0;
}

/* Entries move only when half of them are of closed streams, so that closing many streams takes linear time. */
static void remove_entry(StreamTable *t, StreamEntry *entry)
{
    *entry = (StreamEntry){.number = entry->number, .handle = ATOM_NONE};
    for (uint32_t i = 0; i < STREAM_ALIASES; i++)
        entry->aliases[i] = ATOM_NONE;
    t->closed++;
    for (; t->count > 0 && !t->entries[t->count - 1].stream; t->closed--)
        t->count--;
    if (t->closed > t->count / 2 + CLOSED_TOLERATED)
        compact(t);
}

static void forget(StreamTable *t, const Stream *s, uint32_t number)
{
    give_back(t, s, ATOM_user_input, 1);
    give_back(t, s, ATOM_user_output, 2);
    give_back(t, s, ATOM_user_error, 3);
    if (t->current_input == s)
        t->current_input = t->user_input;
    if (t->current_output == s)
        t->current_output = t->user_output;
    remove_entry(t, entry_by_number(t, number));
}

IoStatus stream_table_close(StreamTable *t, Stream *s, bool force)
{
    if (stream_is_standard(t, s)) {
        IoStatus status = stream_is_output(s) ? stream_flush(s) : IO_OK;
        return force ? IO_OK : status;
    }
    uint32_t number = s->id;
    IoStatus status = stream_close(s, force);
    if (status == IO_OK)
        forget(t, s, number);                                  /* only compares the address */
    return status;
}

/* ---- the table ---- */

/* Opens one of the standard streams and gives it its alias. */
static bool add_standard(StreamTable *t, int fd, StreamMode mode, uint32_t alias)
{
    StreamOptions options = stream_options(mode);
    options.keep_open = true;
    options.bom = false;
    options.interruptible = mode == STREAM_READ;
    options.eof_action = EOF_ACTION_RESET;
    if (alias == ATOM_user_error)
        options.buffering = BUFFERING_LINE;
    Stream *s;
    if (stream_open_fd(t->alloc, fd, NULL, mode, &options, &s) != IO_OK)
        return false;
    if (stream_table_add(t, s) == 0) {
        (void)!stream_close(s, true);
        return false;
    }
    return stream_table_set_alias(t, s, alias);
}

bool stream_table_init(StreamTable *t, Alloc *alloc, AtomTable *atoms)
{
    *t = (StreamTable){.alloc = alloc, .atoms = atoms, .next_number = 1};
    if (!add_standard(t, 0, STREAM_READ, ATOM_user_input) || !add_standard(t, 1, STREAM_APPEND, ATOM_user_output) ||
        !add_standard(t, 2, STREAM_APPEND, ATOM_user_error)) {
        stream_table_free(t);
        return false;
    }
    t->current_input = t->user_input;
    t->current_output = t->user_output;
    return true;
}

void stream_table_free(StreamTable *t)
{
    for (size_t i = t->count; i-- > 0;)
        if (t->entries[i].stream)
            (void)!stream_close(t->entries[i].stream, true);
    VEC_FREE(t->alloc, t->entries, t->capacity);
    *t = (StreamTable){.alloc = t->alloc, .atoms = t->atoms, .next_number = 1};
}
