/* bi_file.c - files by name.
 * SPDX-License-Identifier: MIT
 *
 * Names of files in the sense of Prolog (extensions, aliases, relative names) are handled in Prolog; here is what asks the system.
 * Elsewhere: commands, the environment and clocks (bi_environment.c).
 */
#include "base/os.h"
#include "builtins/list_build.h"
#include "builtins/stream_argument.h"
#include "builtins/system_result.h"
#include "builtins/text_view.h"

/* ---- one path ---- */

/* Does something to a path; errors concern an object of a kind, file or directory. */
static Status change_path(Engine *e, Cell arg, int (*change)(const char *path), uint32_t action, uint32_t kind)
{
    Buf path;
    buf_init(&path, &e->machine->alloc);
    Status status = arg_path(e, arg, &path);
    if (status == ST_TRUE) {
        int os_error = change(path.data);
        status = os_error == 0 ? ST_TRUE : os_file_error(e, os_error, action, kind, arg);
    }
    buf_free(&path);
    return status;
}

static Status bi_delete_file(Engine *e, Cell *arg)
{
    return change_path(e, arg[0], os_delete_file, ATOM_delete, ATOM_file);
}

static Status bi_make_directory(Engine *e, Cell *arg)
{
    return change_path(e, arg[0], os_make_directory, ATOM_create, ATOM_directory);
}

static Status bi_delete_directory(Engine *e, Cell *arg)
{
    return change_path(e, arg[0], os_delete_directory, ATOM_delete, ATOM_directory);
}

static Status bi_change_directory(Engine *e, Cell *arg)
{
    return change_path(e, arg[0], os_change_directory, ATOM_access, ATOM_directory);
}

/* ---- two paths ---- */

typedef struct TwoPaths {
    Buf first, second;
} TwoPaths;

/* Reads two path arguments; to be closed in any case. */
static Status two_paths_open(Engine *e, Cell *arg, TwoPaths *paths)
{
    buf_init(&paths->first, &e->machine->alloc);
    buf_init(&paths->second, &e->machine->alloc);
    Status status = arg_path(e, arg[0], &paths->first);
    return status == ST_TRUE ? arg_path(e, arg[1], &paths->second) : status;
}

static void two_paths_close(TwoPaths *paths)
{
    buf_free(&paths->first);
    buf_free(&paths->second);
}

static Status bi_rename_file(Engine *e, Cell *arg)
{
    TwoPaths paths;
    Status status = two_paths_open(e, arg, &paths);
    if (status == ST_TRUE) {
        int os_error = os_rename(paths.first.data, paths.second.data);
        status = os_error == 0 ? ST_TRUE : os_file_error(e, os_error, ATOM_rename, ATOM_file, arg[0]);
    }
    two_paths_close(&paths);
    return status;
}

/* same_file(Path, Other): they are the same text, or lead to the same file or directory. */
static Status bi_same_file(Engine *e, Cell *arg)
{
    TwoPaths paths;
    Status status = two_paths_open(e, arg, &paths);
    if (status == ST_TRUE)
        status = status_from_bool(strcmp(paths.first.data, paths.second.data) == 0 || os_same_file(paths.first.data, paths.second.data));
    two_paths_close(&paths);
    return status;
}

/* ---- links ---- */

/* '$make_link'(Target, Path, Symbolic) */
static Status bi_make_link(Engine *e, Cell *arg)
{
    TwoPaths paths;
    bool symbolic;
    Status status = arg_boolean(e, arg[2], &symbolic);
    if (status != ST_TRUE)
        return status;
    status = two_paths_open(e, arg, &paths);
    if (status == ST_TRUE) {
        int os_error = os_make_link(paths.first.data, paths.second.data, symbolic);
        status = os_error == 0 ? ST_TRUE : os_file_error(e, os_error, ATOM_create, ATOM_file, arg[1]);
    }
    two_paths_close(&paths);
    return status;
}

/* Gives what a function of the system says about a path; fails when that is an error. */
static Status give_about_path(Engine *e, Cell *arg, int (*about)(const char *path, Buf *out))
{
    Buf path, text;
    buf_init(&path, &e->machine->alloc);
    buf_init(&text, &e->machine->alloc);
    Status status = arg_path(e, arg[0], &path);
    if (status == ST_TRUE)
        status = status_from_bool(about(path.data, &text) == 0);
    if (text.failed)
        status = resource_error(e, ATOM_memory);
    if (status == ST_TRUE)
        status = unify_system_text(e, arg[1], buf_terminate(&text));
    buf_free(&path);
    buf_free(&text);
    return status;
}

/* '$read_link'(Path, Target): what a symbolic link says; fails for anything else. */
static Status bi_read_link(Engine *e, Cell *arg)
{
    return give_about_path(e, arg, os_read_link);
}

/* '$real_path'(Path, Absolute): without symbolic links, as far as the path exists. */
static Status bi_real_path(Engine *e, Cell *arg)
{
    return give_about_path(e, arg, os_absolute_path);
}

/* ---- what is known about a file ---- */

static Status bi_size_file(Engine *e, Cell *arg)
{
    Buf path;
    uint64_t bytes = 0;
    buf_init(&path, &e->machine->alloc);
    Status status = arg_path(e, arg[0], &path);
    if (status == ST_TRUE) {
        int os_error = os_file_size(path.data, &bytes);
        status = os_error == 0 ? ST_TRUE : os_file_error(e, os_error, ATOM_access, ATOM_file, arg[0]);
    }
    buf_free(&path);
    return status == ST_TRUE ? unify_int(e, arg[1], (int64_t)bytes) : status;
}

/* '$file_info'(Path, Kind, Time): Path exists and is a file or a directory, changed last at Time. */
static Status bi_file_info(Engine *e, Cell *arg)
{
    Buf path;
    buf_init(&path, &e->machine->alloc);
    Status status = arg_path(e, arg[0], &path);
    bool is_directory = false, exists = false;
    int64_t modified = 0;
    if (status == ST_TRUE) {
        is_directory = os_directory_exists(path.data);
        exists = (is_directory || os_file_exists(path.data)) && os_file_modified_ns(path.data, &modified) == 0;
    }
    buf_free(&path);
    if (status != ST_TRUE || !exists)
        return status == ST_TRUE ? ST_FAIL : status;
    status = unify_atom(e, arg[1], is_directory ? ATOM_directory : ATOM_file);
    return status == ST_TRUE ? unify_seconds(e, arg[2], (double)modified / NANOSECONDS) : status;
}

/* '$set_file_time'(Path, Seconds) */
static Status bi_set_file_time(Engine *e, Cell *arg)
{
    Buf path;
    double seconds;
    Status status = arg_seconds(e, arg[1], &seconds);
    if (status != ST_TRUE)
        return status;
    buf_init(&path, &e->machine->alloc);
    status = arg_path(e, arg[0], &path);
    if (status == ST_TRUE) {
        int os_error = os_set_file_modified_ns(path.data, (int64_t)(seconds * NANOSECONDS));
        status = os_error == 0 ? ST_TRUE : os_file_error(e, os_error, ATOM_modify, ATOM_file, arg[0]);
    }
    buf_free(&path);
    return status;
}

static bool access_from_atom(uint32_t atom, OsAccess *access)
{
    switch (atom) {
    case ATOM_exist: *access = OS_MAY_EXIST; return true;
    case ATOM_read: *access = OS_MAY_READ; return true;
    case ATOM_write:
    case ATOM_append: *access = OS_MAY_WRITE; return true;
    case ATOM_execute: *access = OS_MAY_EXECUTE; return true;
    default: return false;
    }
}

/* A file that does not exist may be written when its directory may. */
static bool may_create(const char *path, Alloc *alloc)
{
    Buf parent;
    const char *slash = strrchr(path, '/');
    if (slash == NULL)
        return os_may_access(".", OS_MAY_WRITE);
    buf_init(&parent, alloc);
    buf_put_bytes(&parent, path, slash == path ? 1 : (size_t)(slash - path));
    bool may = !parent.failed && os_may_access(buf_terminate(&parent), OS_MAY_WRITE);
    buf_free(&parent);
    return may;
}

/* access_file(File, read | write | append | execute | exist | none) */
static Status bi_access_file(Engine *e, Cell *arg)
{
    Buf path;
    uint32_t mode;
    OsAccess access = OS_MAY_EXIST;
    Status status = arg_atom(e, arg[1], &mode);
    if (status != ST_TRUE)
        return status;
    if (mode != ATOM_none && !access_from_atom(mode, &access))
        return domain_error(e, ATOM_io_mode, arg[1]);
    buf_init(&path, &e->machine->alloc);
    status = arg_path(e, arg[0], &path);
    if (status == ST_TRUE && mode != ATOM_none) {
        bool may = os_may_access(path.data, access);
        if (!may && access == OS_MAY_WRITE && !os_may_access(path.data, OS_MAY_EXIST))
            may = may_create(path.data, &e->machine->alloc);
        status = status_from_bool(may);
    }
    buf_free(&path);
    return status;
}

/* '$working_directory'(Directory): ends in a slash. */
static Status bi_working_directory(Engine *e, Cell *arg)
{
    Buf directory;
    buf_init(&directory, &e->machine->alloc);
    int os_error = os_working_directory(&directory);
    if (os_error == 0 && directory.length > 0 && directory.data[directory.length - 1] != '/')
        buf_put_byte(&directory, '/');
    Status status = os_error != 0 ? os_file_error(e, os_error, ATOM_access, ATOM_directory, cell_from_atom(ATOM_CHAR('.')))
                                  : unify_system_text(e, arg[0], buf_terminate(&directory));
    buf_free(&directory);
    return status;
}

/* ---- directories ---- */

/* Gathers names, each with a NUL behind it. */
static int note_name(void *user, const char *name)
{
    Buf *names = user;
    put_system_text(names, name);
    buf_put_byte(names, '\0');
    return 0;
}

static Status unify_names(Engine *e, Cell arg, const Buf *names)
{
    size_t count = 0;
    for (size_t i = 0; i < names->length; i++)
        count += names->data[i] == '\0';
    if (!heap_has(&e->store, 2 * count))
        return ST_RETRY;
    Cell list = cell_from_atom(ATOM_nil);
    for (size_t i = 0; i < names->length;) {
        const char *name = names->data + i;
        size_t length = strlen(name);
        uint32_t atom = atom_intern(&e->machine->atoms, name, length);
        if (atom == ATOM_NONE)
            return resource_error(e, ATOM_memory);
        list = heap_push_pair(&e->store, cell_from_atom(atom), list);
        i += length + 1;
    }
    return unify_result(e, arg, list);
}

/* directory_files(Directory, Names): in no order, with . and .. among them. */
static Status bi_directory_files(Engine *e, Cell *arg)
{
    Buf path, names;
    buf_init(&path, &e->machine->alloc);
    buf_init(&names, &e->machine->alloc);
    Status status = arg_path(e, arg[0], &path);
    if (status == ST_TRUE) {
        int os_error = os_list_directory(path.data, note_name, &names);
        status = os_error == 0 ? ST_TRUE : os_file_error(e, os_error, ATOM_access, ATOM_directory, arg[0]);
    }
    if (status == ST_TRUE)
        status = names.failed ? resource_error(e, ATOM_memory) : unify_names(e, arg[1], &names);
    buf_free(&path);
    buf_free(&names);
    return status;
}

/* tmp_file(Base, Name): a name in the directory of flag tmp_dir that no file has yet. */
static Status bi_tmp_file(Engine *e, Cell *arg)
{
    TextView base;
    Buf name;
    Status status = text_view_open(e, &base, arg[0], ACCEPT_ANY, ATOM_text);
    if (status != ST_TRUE)
        return status;
    char scratch[8];
    Cell directory = flag_value(&e->machine->flags, ATOM_tmp_dir);
    TextSpan folder = atom_text(&e->machine->atoms, cell_is_atom(directory) ? cell_atom(directory) : ATOM_CHAR('.'), scratch);
    buf_init(&name, &e->machine->alloc);
    do {
        buf_clear(&name);
        buf_put_bytes(&name, folder.bytes, folder.length);
        buf_put_string(&name, "/horn_");
        buf_put_bytes(&name, base.bytes, base.length);
        buf_printf(&name, "_%d_%08x", os_process_id(), (unsigned)os_random_seed());
    } while (!name.failed && os_may_access(buf_terminate(&name), OS_MAY_EXIST));
    text_view_close(&base);
    status = name.failed ? resource_error(e, ATOM_memory) : unify_system_text(e, arg[1], buf_terminate(&name));
    buf_free(&name);
    return status;
}

/* ---- table ---- */

/* clang-format off */
const Builtin builtins_file[] = {
    /*      name                  function               arguments              determinism  ISO */
    BUILTIN("delete_file",        bi_delete_file,        "+text",               DET,         ""),
    BUILTIN("rename_file",        bi_rename_file,        "+text +text",         DET,         ""),
    BUILTIN("make_directory",     bi_make_directory,     "+text",               DET,         ""),
    BUILTIN("delete_directory",   bi_delete_directory,   "+text",               DET,         ""),
    BUILTIN("directory_files",    bi_directory_files,    "+text -list",         DET,         ""),
    BUILTIN("size_file",          bi_size_file,          "+text -integer",      DET,         ""),
    BUILTIN("access_file",        bi_access_file,        "+text +atom",         DET,         ""),
    BUILTIN("tmp_file",           bi_tmp_file,           "+text -atom",         DET,         ""),
    BUILTIN("$file_info",         bi_file_info,          "+text -atom -float",  DET,         ""),
    BUILTIN("$working_directory", bi_working_directory,  "-atom",               DET,         ""),
    BUILTIN("$change_directory",  bi_change_directory,   "+text",               DET,         ""),
    BUILTIN("same_file",          bi_same_file,          "+text +text",         DET,         ""),
    BUILTIN("$make_link",         bi_make_link,          "+text +text +boolean", DET,        ""),
    BUILTIN("$read_link",         bi_read_link,          "+text -atom",         DET,         ""),
    BUILTIN("$real_path",         bi_real_path,          "+text -atom",         DET,         ""),
    BUILTIN("$set_file_time",     bi_set_file_time,      "+text +number",       DET,         ""),
    BUILTIN_END
};
/* clang-format on */
