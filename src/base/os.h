/* os.h - what Horn asks of the operating system.
 *
 * One interface, one file per platform (os_posix.c). Functions that return `int` give 0 or an errno code; os_error_text
 * says it in words. Paths are NUL-terminated UTF-8. Texts are returned by appending to a Buf, whose failure is reported
 * as ENOMEM. Nothing here keeps state.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef HORN_OS_H
#define HORN_OS_H

#include "base/base.h"
#include "base/buf.h"

/* ---- memory ---- */

/* Reserves a range of zeroed pages, readable and writable, that takes memory only where it is touched. NULL when the
 * system refuses. The size is rounded up to whole pages. */
NODISCARD void *os_reserve(size_t bytes);

/* Gives back a whole range; `bytes` is what was reserved. */
void os_release(void *p, size_t bytes);

/* Takes the memory from the pages that lie fully within the range; they read as zeroes again. */
void os_discard(void *p, size_t bytes);

size_t os_page_size(void);

/* Three quarters of the least of physical memory, control group limit, and address space limit, in bytes. */
size_t os_memory_limit(void);

/* The bytes that the stack of the main thread may have; 0 when nothing limits it. */
size_t os_stack_limit(void);

/* ---- time and chance ---- */

uint64_t os_cpu_time_ns(void);                               /* processor time of this process */
uint64_t os_system_time_ns(void);                            /* the part of it that was spent in the system */
uint64_t os_wall_time_ns(void);                              /* monotonic, from an arbitrary start */
int64_t os_real_time_ns(void);                               /* since 1970-01-01 00:00 UTC */

/* The local time zone at a moment (seconds since 1970-01-01 00:00 UTC): seconds east of Greenwich, whether it is summer time, and the name
 * of the zone, appended. */
int os_local_zone(int64_t moment, int32_t *east, bool *summer, Buf *name);

/* The moment at which local clocks show a time: year, month from 1, and so on; fields may be out of range. */
int os_local_moment(const int64_t fields[6], int64_t *moment);

/* Sleeps that long; EINTR when a signal ended it early. */
int os_sleep_ns(uint64_t ns);

/* A fresh unpredictable number. */
uint64_t os_random_seed(void);

/* ---- process ---- */

/* The value of an environment variable, borrowed until the environment changes, or NULL. */
const char *os_getenv(const char *name);
int os_setenv(const char *name, const char *value);
int os_unsetenv(const char *name);

/* Calls `visit` with each `NAME=value` of the environment, as os_list_directory does. */
typedef int OsNameVisitor(void *user, const char *name);
int os_list_environment(OsNameVisitor *visit, void *user);

int os_process_id(void);

/* Appends the path of the program that runs. */
int os_program_path(Buf *out);

/* Appends the kind of processor and system, such as x86_64-linux. */
int os_architecture(Buf *out);

/* Runs a command line in the system's shell and waits for its end. *status is its exit status; when a signal ended it, 128 and the
 * signal's number. */
int os_run_command(const char *command, int *status);

/* Appends the working directory. */
int os_working_directory(Buf *out);
int os_change_directory(const char *path);

/* Appends the message that belongs to an errno code. */
void os_error_text(int os_error, Buf *out);

bool os_is_terminal(int fd);

/* The size of a terminal in characters. */
int os_terminal_size(int fd, int *rows, int *columns);

/* Reads one key from a terminal without waiting for the end of the line and without echo: the bytes of one character, up to 4, in UTF-8.
 * *got is 0 at the end of the input. */
int os_read_key(int fd, char bytes[4], size_t *got);

/* ---- files by name ---- */

typedef enum { OS_MAY_EXIST, OS_MAY_READ, OS_MAY_WRITE, OS_MAY_EXECUTE } OsAccess;

bool os_file_exists(const char *path);                       /* anything but a directory */
bool os_directory_exists(const char *path);
bool os_may_access(const char *path, OsAccess access);
int os_file_modified_ns(const char *path, int64_t *ns);      /* since 1970-01-01 00:00 UTC */
int os_file_size(const char *path, uint64_t *bytes);

/* Appends the absolute form of a path: symbolic links resolved where the file exists; otherwise its longest existing
 * part resolved and the rest tidied of `.`, `..` and doubled slashes. */
int os_absolute_path(const char *path, Buf *out);

/* Calls `visit` for each entry of a directory, in no order, with `.` and `..` among them. A visitor that returns
 * non-zero ends the listing, and its result is returned. */
int os_list_directory(const char *path, OsNameVisitor *visit, void *user);

/* True when both paths lead to the same file or directory, which exists. */
bool os_same_file(const char *path, const char *other);

/* Appends what a symbolic link says; EINVAL for anything else. */
int os_read_link(const char *path, Buf *out);

/* Makes a symbolic link that says `target`, or another name of the file `target`. */
int os_make_link(const char *target, const char *path, bool symbolic);

int os_set_file_modified_ns(const char *path, int64_t ns);

int os_delete_file(const char *path);
int os_delete_directory(const char *path);
int os_rename(const char *from, const char *to);
int os_make_directory(const char *path);

/* ---- open files ---- */

typedef struct OsFile {
    int fd;
    bool interruptible;                                      /* a signal ends a read or write with EINTR */
} OsFile;

typedef enum {
    OS_OPEN_READ,
    OS_OPEN_WRITE,                                           /* created, or emptied */
    OS_OPEN_APPEND,                                          /* created, or continued at the end */
    OS_OPEN_UPDATE,                                          /* created, or overwritten from the start */
    OS_OPEN_NEW                                              /* created for this user only; EEXIST when there is one */
} OsOpenMode;

typedef enum { OS_SEEK_START, OS_SEEK_CURRENT, OS_SEEK_END } OsWhence;

/* Opens a file; a directory is refused with EISDIR in every mode. */
int os_file_open(const char *path, OsOpenMode mode, OsFile *out);

/* Reads at least one byte, at most n; *got is 0 at the end of the file. */
int os_file_read(OsFile *file, void *bytes, size_t n, size_t *got);

/* Writes all n bytes unless an error is returned; *put tells how many were written in either case. */
int os_file_write(OsFile *file, const void *bytes, size_t n, size_t *put);

/* Moves the position; *position is the new one, from the start. */
int os_file_seek(OsFile *file, int64_t offset, OsWhence whence, int64_t *position);

/* True for regular files, whose position can be set and whose reads do not wait. */
bool os_file_is_regular(const OsFile *file);

/* Closes; the descriptor is gone even when an error is returned. */
int os_file_close(OsFile *file);

#endif
