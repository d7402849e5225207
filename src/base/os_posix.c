/* os_posix.c - the operating system, by way of POSIX and a little Linux.
 *
 * Control groups and the kernel's random numbers are Linux; elsewhere their absence is noticed and passed over.
 *
 * SPDX-License-Identifier: MIT
 */
#include "base/os.h"

#include "base/utf8.h"

#include <ctype.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/random.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/utsname.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

/* errno after a call that gave -1, 0 otherwise. */
static int error_of(int result)
{
    return result < 0 ? errno : 0;
}

static int buf_error(const Buf *b)
{
    return b->failed ? ENOMEM : 0;
}

/* ---- memory ---- */

void *os_reserve(size_t bytes)
{
    void *p = mmap(NULL, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    return p == MAP_FAILED ? NULL : p;
}

void os_release(void *p, size_t bytes)
{
    if (p != NULL)
        munmap(p, bytes);
}

void os_discard(void *p, size_t bytes)
{
    size_t page = os_page_size();
    uintptr_t start = round_up((uintptr_t)p, page);
    uintptr_t end = ((uintptr_t)p + bytes) & ~(uintptr_t)(page - 1);
    if (start < end)
        madvise((char *)p + (start - (uintptr_t)p), end - start, MADV_DONTNEED);
}

size_t os_page_size(void)
{
    long bytes = sysconf(_SC_PAGESIZE);
    return bytes > 0 ? (size_t)bytes : 4096;
}

static uint64_t physical_memory(void)
{
    long pages = sysconf(_SC_PHYS_PAGES);
    return pages > 0 ? (uint64_t)pages * os_page_size() : UINT64_MAX;
}

static uint64_t address_space_limit(void)
{
    struct rlimit limit;
    if (getrlimit(RLIMIT_AS, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY)
        return UINT64_MAX;
    return limit.rlim_cur;
}

/* The number in a file of one line; UINT64_MAX when there is none, as where it says "max". */
static uint64_t number_in_file(const char *path)
{
    uint64_t number = UINT64_MAX;
    FILE *file = fopen(path, "re");
    if (file == NULL)
        return number;
    char line[32];
    if (fgets(line, sizeof line, file) != NULL && line[0] >= '0' && line[0] <= '9')
        number = strtoull(line, NULL, 10);
    fclose(file);
    return number;
}

/* The least limit set for a control group or a group around it. `group` is its path below `mount` and is shortened. */
static uint64_t group_limit(const char *mount, char *group, const char *limit_file)
{
    uint64_t least = UINT64_MAX;
    for (;;) {
        char path[PATH_MAX];
        int n = snprintf(path, sizeof path, "%s%s/%s", mount, group, limit_file);
        if (n > 0 && (size_t)n < sizeof path)
            least = min_uint64(least, number_in_file(path));
        char *slash = strrchr(group, '/');
        if (slash == NULL)
            return least;
        *slash = '\0';
    }
}

/* The limit told by one line of /proc/self/cgroup: `number:controllers:path`, without controllers in version 2. */
static uint64_t limit_of_group_line(char *line)
{
    line[strcspn(line, "\n")] = '\0';
    char *controllers = strchr(line, ':');
    char *path = controllers == NULL ? NULL : strchr(controllers + 1, ':');
    if (path == NULL)
        return UINT64_MAX;
    controllers++;
    *path++ = '\0';
    if (*controllers == '\0')
        return group_limit("/sys/fs/cgroup", path, "memory.max");
    if (strcmp(controllers, "memory") == 0)
        return group_limit("/sys/fs/cgroup/memory", path, "memory.limit_in_bytes");
    return UINT64_MAX;
}

static uint64_t control_group_limit(void)
{
    uint64_t least = UINT64_MAX;
    FILE *file = fopen("/proc/self/cgroup", "re");
    if (file == NULL)
        return least;
    char line[PATH_MAX];
    while (fgets(line, sizeof line, file) != NULL)
        least = min_uint64(least, limit_of_group_line(line));
    fclose(file);
    return least;
}

size_t os_stack_limit(void)
{
    struct rlimit limit;
    return getrlimit(RLIMIT_STACK, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY ? 0 : (size_t)limit.rlim_cur;
}

size_t os_memory_limit(void)
{
    uint64_t least = min_uint64(physical_memory(), min_uint64(control_group_limit(), address_space_limit()));
    return (size_t)min_uint64(least / 4 * 3, SIZE_MAX);
}

/* ---- time and chance ---- */

static int64_t clock_ns(clockid_t clock)
{
    struct timespec now;
    if (clock_gettime(clock, &now) != 0)
        return 0;
    return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

uint64_t os_cpu_time_ns(void)
{
    return (uint64_t)clock_ns(CLOCK_PROCESS_CPUTIME_ID);
}

uint64_t os_system_time_ns(void)
{
    struct rusage usage;
    if (getrusage(RUSAGE_SELF, &usage) != 0)
        return 0;
    return (uint64_t)usage.ru_stime.tv_sec * 1000000000 + (uint64_t)usage.ru_stime.tv_usec * 1000;
}

uint64_t os_wall_time_ns(void)
{
    return (uint64_t)clock_ns(CLOCK_MONOTONIC);
}

int64_t os_real_time_ns(void)
{
    return clock_ns(CLOCK_REALTIME);
}

int os_local_zone(int64_t moment, int32_t *east, bool *summer, Buf *name)
{
    struct tm local;
    time_t seconds = (time_t)moment;
    tzset();                                                 /* TZ may have been changed */
    errno = 0;
    if (localtime_r(&seconds, &local) == NULL)
        return errno != 0 ? errno : EOVERFLOW;
    *east = (int32_t)local.tm_gmtoff;
    *summer = local.tm_isdst > 0;
    buf_put_string(name, local.tm_zone);
    return buf_error(name);
}

/* Puts a field where it is an int; false when it is too large for one. */
static bool put_field(int *field, int64_t value)
{
    *field = (int)value;
    return value >= INT_MIN && value <= INT_MAX;
}

int os_local_moment(const int64_t fields[6], int64_t *moment)
{
    struct tm local = {.tm_isdst = -1};
    bool fits = put_field(&local.tm_year, fields[0] - 1900) && put_field(&local.tm_mon, fields[1] - 1) &&
                put_field(&local.tm_mday, fields[2]) && put_field(&local.tm_hour, fields[3]) && put_field(&local.tm_min, fields[4]) &&
                put_field(&local.tm_sec, fields[5]);
    if (!fits)
        return EOVERFLOW;
    tzset();
    local.tm_wday = -1;                                      /* stays so only when there is no such time */
    time_t seconds = mktime(&local);
    *moment = (int64_t)seconds;
    return seconds == (time_t)-1 && local.tm_wday < 0 ? EOVERFLOW : 0;
}

int os_sleep_ns(uint64_t ns)
{
    struct timespec time = {.tv_sec = (time_t)(ns / 1000000000), .tv_nsec = (long)(ns % 1000000000)};
    return error_of(nanosleep(&time, NULL));
}

uint64_t os_random_seed(void)
{
    uint64_t seed;
    if (getrandom(&seed, sizeof seed, GRND_NONBLOCK) == (ssize_t)sizeof seed)
        return seed;
    /* Early in the life of a system there may be no randomness yet: what differs between runs must do. */
    return os_wall_time_ns() ^ (uint64_t)os_real_time_ns() << 20 ^ (uint64_t)getpid() << 40 ^ (uintptr_t)&seed;
}

/* ---- process ---- */

const char *os_getenv(const char *name)
{
    return getenv(name);
}

int os_setenv(const char *name, const char *value)
{
    return error_of(setenv(name, value, 1));
}

int os_unsetenv(const char *name)
{
    return error_of(unsetenv(name));
}

extern char **environ;

int os_list_environment(OsNameVisitor *visit, void *user)
{
    int result = 0;
    for (char **entry = environ; result == 0 && entry != NULL && *entry != NULL; entry++)
        result = visit(user, *entry);
    return result;
}

int os_process_id(void)
{
    return (int)getpid();
}

int os_run_command(const char *command, int *status)
{
    int result = system(command);
    if (result == -1)
        return errno;
    *status = WIFSIGNALED(result) ? 128 + WTERMSIG(result) : WEXITSTATUS(result);
    return 0;
}

int os_program_path(Buf *out)
{
    return os_read_link("/proc/self/exe", out);
}

int os_architecture(Buf *out)
{
    struct utsname host;
    if (uname(&host) != 0)
        return errno;
    for (char *p = host.sysname; *p != '\0'; p++)
        *p = (char)tolower((unsigned char)*p);
    buf_printf(out, "%s-%s", host.machine, host.sysname);
    return buf_error(out);
}

int os_working_directory(Buf *out)
{
    for (size_t room = 256; buf_reserve(out, room); room *= 2) {
        char *place = out->data + out->length;
        if (getcwd(place, room) != NULL) {
            out->length += strlen(place);
            return 0;
        }
        if (errno != ERANGE)
            return errno;
    }
    return ENOMEM;
}

int os_change_directory(const char *path)
{
    return error_of(chdir(path));
}

void os_error_text(int os_error, Buf *out)
{
    char scratch[256];
    buf_put_string(out, strerror_r(os_error, scratch, sizeof scratch));
}

bool os_is_terminal(int fd)
{
    return isatty(fd) == 1;
}

int os_terminal_size(int fd, int *rows, int *columns)
{
    struct winsize size;
    if (ioctl(fd, TIOCGWINSZ, &size) != 0)
        return errno;
    *rows = size.ws_row;
    *columns = size.ws_col;
    return 0;
}

static int read_character(int fd, char bytes[4], size_t *got)
{
    for (size_t wanted = 1; *got < wanted;) {
        ssize_t n = read(fd, bytes + *got, 1);
        if (n < 0)
            return errno;
        if (n == 0)
            return 0;
        if (++*got == 1)
            wanted = max_size(utf8_sequence_bytes(bytes[0]), 1);
    }
    return 0;
}

int os_read_key(int fd, char bytes[4], size_t *got)
{
    struct termios before, raw;
    *got = 0;
    if (tcgetattr(fd, &before) != 0)
        return errno;
    raw = before;
    raw.c_lflag &= ~(tcflag_t)(ICANON | ECHO);
    raw.c_cc[VMIN] = 1;
    raw.c_cc[VTIME] = 0;
    if (tcsetattr(fd, TCSADRAIN, &raw) != 0)
        return errno;
    int error = read_character(fd, bytes, got);
    (void)tcsetattr(fd, TCSADRAIN, &before);                 /* it was possible before */
    return error;
}

/* ---- files by name ---- */

bool os_file_exists(const char *path)
{
    struct stat info;
    return stat(path, &info) == 0 && !S_ISDIR(info.st_mode);
}

bool os_directory_exists(const char *path)
{
    struct stat info;
    return stat(path, &info) == 0 && S_ISDIR(info.st_mode);
}

bool os_may_access(const char *path, OsAccess access_wanted)
{
    static const int modes[] = {
        [OS_MAY_EXIST] = F_OK,
        [OS_MAY_READ] = R_OK,
        [OS_MAY_WRITE] = W_OK,
        [OS_MAY_EXECUTE] = X_OK,
    };
    return access(path, modes[access_wanted]) == 0;
}

int os_file_modified_ns(const char *path, int64_t *ns)
{
    struct stat info;
    if (stat(path, &info) != 0)
        return errno;
    *ns = (int64_t)info.st_mtim.tv_sec * 1000000000 + info.st_mtim.tv_nsec;
    return 0;
}

int os_file_size(const char *path, uint64_t *bytes)
{
    struct stat info;
    if (stat(path, &info) != 0)
        return errno;
    *bytes = (uint64_t)info.st_size;
    return 0;
}

/* Appends the resolved form of a path that exists; false, with errno, when it does not. */
static bool put_real_path(const char *path, Buf *out)
{
    char resolved[PATH_MAX];
    if (realpath(path, resolved) == NULL)
        return false;
    buf_put_string(out, resolved);
    return true;
}

/* Appends one part of a path to the absolute path that starts at `start` in out. The root is an empty text here. */
static void put_path_part(Buf *out, size_t start, const char *part, size_t n)
{
    if (n == 0 || (n == 1 && part[0] == '.'))
        return;
    if (n == 2 && part[0] == '.' && part[1] == '.') {
        while (out->length > start && out->data[--out->length] != '/')
            continue;
        return;
    }
    buf_put_byte(out, '/');
    buf_put_bytes(out, part, n);
}

/* Appends the longest leading part of `path` that exists, resolved, and returns what follows it. The path is cut short
 * for that and repaired again. */
static const char *put_existing_part(char *path, size_t length, Buf *out)
{
    for (size_t end = length; end > 0; end--) {
        if (path[end - 1] != '/')
            continue;
        path[end - 1] = '\0';
        bool exists = put_real_path(end == 1 ? "/" : path, out);
        path[end - 1] = '/';
        if (exists)
            return path + end;
    }
    return path;
}

/* Appends the tidied form of an absolute path that does not exist. */
static void put_missing_path(char *path, size_t length, Buf *out)
{
    size_t start = out->length;
    const char *p = put_existing_part(path, length, out);
    if (out->length == start + 1)                            /* the root: parts bring their own slash */
        out->length = start;
    while (*p != '\0') {
        size_t n = strcspn(p, "/");
        put_path_part(out, start, p, n);
        p += n;
        p += *p == '/';
    }
    if (out->length == start)
        buf_put_byte(out, '/');
}

int os_absolute_path(const char *path, Buf *out)
{
    if (put_real_path(path, out))
        return buf_error(out);
    Buf full;                                                /* the path with the working directory before it */
    buf_init(&full, out->alloc);
    int error = path[0] == '/' ? 0 : os_working_directory(&full);
    if (error == 0) {
        if (path[0] != '/')
            buf_put_byte(&full, '/');
        buf_put_string(&full, path);
        buf_terminate(&full);
        error = buf_error(&full);
    }
    if (error == 0) {
        put_missing_path(full.data, full.length, out);
        error = buf_error(out);
    }
    buf_free(&full);
    return error;
}

int os_list_directory(const char *path, OsNameVisitor *visit, void *user)
{
    DIR *directory = opendir(path);
    if (directory == NULL)
        return errno;
    int result = 0;
    while (result == 0) {
        errno = 0;                                           /* readdir says NULL both at the end and on errors */
        const struct dirent *entry = readdir(directory);
        if (entry == NULL) {
            result = errno;
            break;
        }
        result = visit(user, entry->d_name);
    }
    closedir(directory);
    return result;
}

bool os_same_file(const char *path, const char *other)
{
    struct stat a, b;
    return stat(path, &a) == 0 && stat(other, &b) == 0 && a.st_dev == b.st_dev && a.st_ino == b.st_ino;
}

int os_read_link(const char *path, Buf *out)
{
    char target[PATH_MAX];
    ssize_t length = readlink(path, target, sizeof target);
    if (length < 0)
        return errno;
    buf_put_bytes(out, target, (size_t)length);
    return buf_error(out);
}

int os_make_link(const char *target, const char *path, bool symbolic)
{
    return error_of(symbolic ? symlink(target, path) : link(target, path));
}

int os_set_file_modified_ns(const char *path, int64_t ns)
{
    int64_t second = ns / 1000000000 - (ns % 1000000000 < 0);
    struct timespec times[2] = {
        {.tv_nsec = UTIME_OMIT},
        {.tv_sec = (time_t)second, .tv_nsec = (long)(ns - second * 1000000000)},
    };
    return error_of(utimensat(AT_FDCWD, path, times, 0));
}

int os_delete_file(const char *path)
{
    return error_of(unlink(path));
}

int os_delete_directory(const char *path)
{
    return error_of(rmdir(path));
}

int os_rename(const char *from, const char *to)
{
    return error_of(rename(from, to));
}

int os_make_directory(const char *path)
{
    return error_of(mkdir(path, 0777));
}

/* ---- open files ---- */

/* EISDIR for directories, which open(2) lets be read. */
static int refuse_directory(int fd)
{
    struct stat info;
    if (fstat(fd, &info) != 0)
        return errno;
    return S_ISDIR(info.st_mode) ? EISDIR : 0;
}

int os_file_open(const char *path, OsOpenMode mode, OsFile *out)
{
    static const int flags[] = {
        [OS_OPEN_READ] = O_RDONLY,
        [OS_OPEN_WRITE] = O_WRONLY | O_CREAT | O_TRUNC,
        [OS_OPEN_APPEND] = O_WRONLY | O_CREAT | O_APPEND,
        [OS_OPEN_UPDATE] = O_WRONLY | O_CREAT,
        [OS_OPEN_NEW] = O_WRONLY | O_CREAT | O_EXCL,
    };
    int fd;
    do
        fd = open(path, flags[mode] | O_CLOEXEC | O_NOCTTY, mode == OS_OPEN_NEW ? 0600 : 0666);
    while (fd < 0 && errno == EINTR);
    if (fd < 0)
        return errno;
    int error = refuse_directory(fd);
    if (error != 0) {
        close(fd);
        return error;
    }
    *out = (OsFile){.fd = fd};
    return 0;
}

/* True when a call that gave -1 should simply be made again. */
static bool should_retry(const OsFile *file)
{
    return errno == EINTR && !file->interruptible;
}

int os_file_read(OsFile *file, void *bytes, size_t n, size_t *got)
{
    ssize_t result;
    do
        result = read(file->fd, bytes, min_size(n, SSIZE_MAX));
    while (result < 0 && should_retry(file));
    *got = result < 0 ? 0 : (size_t)result;
    return result < 0 ? errno : 0;
}

int os_file_write(OsFile *file, const void *bytes, size_t n, size_t *put)
{
    const char *p = bytes;
    *put = 0;
    while (*put < n) {
        ssize_t result = write(file->fd, p + *put, min_size(n - *put, SSIZE_MAX));
        if (result >= 0)
            *put += (size_t)result;
        else if (!should_retry(file))
            return errno;
    }
    return 0;
}

int os_file_seek(OsFile *file, int64_t offset, OsWhence whence, int64_t *position)
{
    static const int whences[] = {
        [OS_SEEK_START] = SEEK_SET,
        [OS_SEEK_CURRENT] = SEEK_CUR,
        [OS_SEEK_END] = SEEK_END,
    };
    off_t result = lseek(file->fd, (off_t)offset, whences[whence]);
    if (result < 0)
        return errno;
    *position = (int64_t)result;
    return 0;
}

bool os_file_is_regular(const OsFile *file)
{
    struct stat info;
    return fstat(file->fd, &info) == 0 && S_ISREG(info.st_mode);
}

int os_file_close(OsFile *file)
{
    int fd = file->fd;
    file->fd = -1;
    if (close(fd) == 0 || errno == EINTR)                    /* Linux: closed all the same */
        return 0;
    return errno;
}
