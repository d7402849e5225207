/* host_flags.c - flags that tell of the host and the process.
 * SPDX-License-Identifier: MIT
 */
#include "boot/host_flags.h"

#include "base/os.h"

#define NANOSECONDS    1000000000
#define SUMMER_SECONDS 3600

/* A flag whose value is a text. */
static bool set_text(Machine *m, uint32_t name, bool read_only, const char *text, size_t length)
{
    uint32_t atom = atom_intern(&m->atoms, text, length);
    return atom != ATOM_NONE && flag_set(&m->flags, name, FLAG_ATOM, read_only, cell_from_atom(atom));
}

/* A flag whose text one of the functions of os.h gives. */
static bool set_told(Machine *m, uint32_t name, int (*tell)(Buf *out))
{
    Buf text;
    buf_init(&text, &m->alloc);
    bool ok = tell(&text) != 0 || set_text(m, name, true, text.data, text.length);
    buf_free(&text);
    return ok;
}

/* The folder of the program, which holds the library. */
static int tell_home(Buf *out)
{
    int error = os_program_path(out);
    while (error == 0 && out->length > 1 && out->data[out->length - 1] != '/')
        out->length--;
    if (error == 0 && out->length > 1)
        out->length--;
    return error;
}

/* Seconds that standard time is behind UTC. */
static int64_t seconds_west(Machine *m)
{
    Buf name;
    int32_t east = 0;
    bool summer = false;
    buf_init(&name, &m->alloc);
    int error = os_local_zone(os_real_time_ns() / NANOSECONDS, &east, &summer, &name);
    buf_free(&name);
    return error != 0 ? 0 : (summer ? SUMMER_SECONDS : 0) - (int64_t)east;
}

static bool set_integer(Machine *m, uint32_t name, int64_t value)
{
    return flag_set(&m->flags, name, FLAG_INTEGER, true, cell_from_int(value));
}

bool host_flags_set(Machine *m)
{
    const char *directory = os_getenv("TMPDIR");
    if (directory == NULL || *directory == '\0')
        directory = "/tmp";
    return set_told(m, ATOM_arch, os_architecture) && set_told(m, ATOM_executable, os_program_path) && set_told(m, ATOM_home, tell_home) &&
           set_integer(m, ATOM_pid, os_process_id()) && set_integer(m, ATOM_timezone, seconds_west(m)) &&
           set_text(m, ATOM_tmp_dir, false, directory, strlen(directory));
}
