/* bi_environment.c - the environment, the clocks, commands, the terminal.
 * SPDX-License-Identifier: MIT
 *
 * Dates are made of moments in Prolog (lib/date.pl); here is what only the system knows.
 * Elsewhere: files (bi_file.c), statistics/2 (bi_statistics.c).
 */
#include "base/os.h"
#include "builtins/system_result.h"

#include <errno.h>

/* ---- environment ---- */

/* Any text, terminated; the system could not see what stands behind a NUL. */
static Status arg_name(Engine *e, Cell arg, Buf *out)
{
    Status status = arg_text(e, arg, ATOM_text, out);
    buf_terminate(out);
    if (status != ST_TRUE)
        return status;
    if (out->failed)
        return resource_error(e, ATOM_memory);
    return strlen(out->data) == out->length ? ST_TRUE : domain_error(e, ATOM_text, arg);
}

static Status bi_getenv(Engine *e, Cell *arg)
{
    Buf name;
    buf_init(&name, &e->machine->alloc);
    Status status = arg_name(e, arg[0], &name);
    if (status == ST_TRUE) {
        const char *value = os_getenv(name.data);
        status = value != NULL ? unify_system_text(e, arg[1], value) : ST_FAIL;
    }
    buf_free(&name);
    return status;
}

static Status bi_setenv(Engine *e, Cell *arg)
{
    Buf name, value;
    buf_init(&name, &e->machine->alloc);
    buf_init(&value, &e->machine->alloc);
    Status status = arg_name(e, arg[0], &name);
    if (status == ST_TRUE)
        status = arg_name(e, arg[1], &value);
    if (status == ST_TRUE && os_setenv(name.data, value.data) != 0)
        status = domain_error(e, ATOM_key, arg[0]);
    buf_free(&name);
    buf_free(&value);
    return status;
}

static Status bi_unsetenv(Engine *e, Cell *arg)
{
    Buf name;
    buf_init(&name, &e->machine->alloc);
    Status status = arg_name(e, arg[0], &name);
    if (status == ST_TRUE && os_unsetenv(name.data) != 0)
        status = domain_error(e, ATOM_key, arg[0]);
    buf_free(&name);
    return status;
}

/* Unifies with the list of Name=Value for texts NAME=VALUE that end in NUL. */
static Status unify_variables(Engine *e, Cell arg, const Buf *entries)
{
    Store *s = &e->store;
    size_t count = 0;
    for (size_t i = 0; i < entries->length; i++)
        count += entries->data[i] == '\0';
    if (!heap_has(s, 5 * count))
        return ST_RETRY;
    Cell list = cell_from_atom(ATOM_nil);
    for (size_t i = 0; i < entries->length; i += strlen(entries->data + i) + 1) {
        const char *entry = entries->data + i, *equals = strchr(entry, '=');
        if (equals == NULL)
            continue;
        uint32_t name = atom_intern(&e->machine->atoms, entry, (size_t)(equals - entry));
        uint32_t value = atom_intern(&e->machine->atoms, equals + 1, strlen(equals + 1));
        if (name == ATOM_NONE || value == ATOM_NONE)
            return resource_error(e, ATOM_memory);
        Cell pair = heap_push_struct(s, cell_from_functor(ATOM_CHAR('='), 2));
        str_cells(pair)[1] = cell_from_atom(name);
        str_cells(pair)[2] = cell_from_atom(value);
        list = heap_push_pair(s, pair, list);
    }
    return unify_result(e, arg, list);
}

static int note_variable(void *user, const char *entry)
{
    Buf *entries = user;
    put_system_text(entries, entry);
    buf_put_byte(entries, '\0');
    return 0;
}

/* environ(Variables): the list of Name=Value of all variables. */
static Status bi_environ(Engine *e, Cell *arg)
{
    Buf entries;
    buf_init(&entries, &e->machine->alloc);
    (void)os_list_environment(note_variable, &entries); /* failure is noted in the buffer */
    Status status = entries.failed ? resource_error(e, ATOM_memory) : unify_variables(e, arg[0], &entries);
    buf_free(&entries);
    return status;
}

/* ---- time ---- */

static Status bi_get_time(Engine *e, Cell *arg)
{
    return unify_seconds(e, arg[0], (double)os_real_time_ns() / NANOSECONDS);
}

/* sleep(Seconds): a signal ends it early. */
static Status bi_sleep(Engine *e, Cell *arg)
{
    double seconds;
    Status status = arg_seconds(e, arg[0], &seconds);
    if (status != ST_TRUE)
        return status;
    double ns = seconds * NANOSECONDS;
    if (ns > 0)
        (void)os_sleep_ns(ns < (double)INT64_MAX ? (uint64_t)ns : INT64_MAX);
    return ST_TRUE;
}

/* '$local_zone'(Seconds, East, Summer, Name): the local zone at a moment: seconds east of Greenwich, true or false, and a name. */
static Status bi_local_zone(Engine *e, Cell *arg)
{
    int64_t moment;
    int32_t east;
    bool summer;
    Buf name;
    Status status = arg_integer(e, arg[0], &moment);
    if (status != ST_TRUE)
        return status;
    buf_init(&name, &e->machine->alloc);
    int os_error = os_local_zone(moment, &east, &summer, &name);
    if (os_error != 0)
        status = os_error == ENOMEM ? resource_error(e, ATOM_memory) : representation_error(e, ATOM_time);
    if (status == ST_TRUE)
        status = unify_result(e, arg[1], cell_from_int(east));
    if (status == ST_TRUE)
        status = unify_atom(e, arg[2], summer ? ATOM_true : ATOM_false);
    if (status == ST_TRUE)
        status = unify_system_text(e, arg[3], buf_terminate(&name));
    buf_free(&name);
    return status;
}

/* '$local_moment'(Year, Month, Day, Hour, Minute, Second, Seconds): when local clocks show that. */
static Status bi_local_moment(Engine *e, Cell *arg)
{
    int64_t fields[6], moment;
    for (size_t i = 0; i < ARRAY_LENGTH(fields); i++) {
        Status status = arg_integer(e, arg[i], &fields[i]);
        if (status != ST_TRUE)
            return status;
    }
    if (os_local_moment(fields, &moment) != 0)
        return representation_error(e, ATOM_time);
    return unify_int(e, arg[6], moment);
}

/* ---- commands ---- */

/* '$run_command'(Command, Status): has the system's shell run it, and waits. */
static Status bi_run_command(Engine *e, Cell *arg)
{
    Buf command;
    int result = 0;
    buf_init(&command, &e->machine->alloc);
    Status status = arg_name(e, arg[0], &command);
    if (status == ST_TRUE && os_run_command(command.data, &result) != 0)
        status = resource_error(e, ATOM_processes);
    buf_free(&command);
    return status == ST_TRUE ? unify_result(e, arg[1], cell_from_int(result)) : status;
}

/* ---- the terminal ---- */

/* tty_size(Rows, Columns): of the terminal that user_output is. */
static Status bi_tty_size(Engine *e, Cell *arg)
{
    int rows, columns;
    const Stream *s = e->machine->streams.user_output;
    if (s == NULL || s->fd < 0 || os_terminal_size(s->fd, &rows, &columns) != 0)
        return system_error(e, "user_output is no terminal");
    Status status = unify_result(e, arg[0], cell_from_int(rows));
    return status == ST_TRUE ? unify_result(e, arg[1], cell_from_int(columns)) : status;
}

/* ---- table ---- */

/* clang-format off */
const Builtin builtins_environment[] = {
    /*      name             function          arguments                                                      determinism  ISO */
    BUILTIN("getenv",        bi_getenv,        "+text -atom",                                                 DET,         ""),
    BUILTIN("setenv",        bi_setenv,        "+text +text",                                                 DET,         ""),
    BUILTIN("unsetenv",      bi_unsetenv,      "+text",                                                       DET,         ""),
    BUILTIN("environ",       bi_environ,       "-list",                                                       DET,         ""),
    BUILTIN("get_time",      bi_get_time,      "-float",                                                      DET,         ""),
    BUILTIN("sleep",         bi_sleep,         "+number",                                                     DET,         ""),
    BUILTIN("$local_zone",   bi_local_zone,    "+integer -integer -boolean -atom",                            DET,         ""),
    BUILTIN("$local_moment", bi_local_moment,  "+integer +integer +integer +integer +integer +integer -integer", DET,      ""),
    BUILTIN("$run_command",  bi_run_command,   "+text -integer",                                              DET,         ""),
    BUILTIN("tty_size",      bi_tty_size,      "-integer -integer",                                           DET,         ""),
    BUILTIN_END
};
/* clang-format on */
