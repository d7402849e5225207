/* stream_file.c - streams over files and descriptors.
 *
 * SPDX-License-Identifier: MIT
 */
#include "io/stream.h"

typedef struct FileSource {
    Alloc *alloc;
    OsFile file;
    bool keep_open;           /* closing the stream leaves the descriptor to its owner */
} FileSource;

/* ---- operations ---- */

static int file_read(void *source, char *bytes, size_t n, size_t *got)
{
    FileSource *f = source;
    return os_file_read(&f->file, bytes, n, got);
}

static int file_write(void *source, const char *bytes, size_t n, size_t *put)
{
    FileSource *f = source;
    return os_file_write(&f->file, bytes, n, put);
}

static int file_seek(void *source, int64_t offset, OsWhence whence, int64_t *position)
{
    FileSource *f = source;
    return os_file_seek(&f->file, offset, whence, position);
}

static int file_close(void *source)
{
    FileSource *f = source;
    int os_error = f->keep_open ? 0 : os_file_close(&f->file);
    alloc_free(f->alloc, f, sizeof *f);
    return os_error;
}

static const StreamOps file_ops = {file_read, file_write, file_seek, file_close};

/* ---- opening ---- */

/* Where a descriptor stands: files that are appended to at their end, others where their owner left them. */
static uint64_t starting_byte(OsFile *file, StreamMode mode)
{
    int64_t position;
    OsWhence whence = mode == STREAM_APPEND ? OS_SEEK_END : OS_SEEK_CURRENT;
    return os_file_seek(file, 0, whence, &position) == 0 ? (uint64_t)position : 0;
}

IoStatus stream_open_fd(Alloc *a, int fd, const char *name, StreamMode mode, const StreamOptions *options, Stream **out)
{
    FileSource *f = alloc_new(a, sizeof *f);
    if (f == NULL)
        return IO_NO_MEMORY;
    *f = (FileSource){
        .alloc = a,
        .file = {.fd = fd, .interruptible = options->interruptible},
        .keep_open = options->keep_open,
    };
    IoStatus status = stream_new(a, &file_ops, f, name, mode, options, out);
    if (status != IO_OK) {
        alloc_free(a, f, sizeof *f);
        return status;
    }
    Stream *s = *out;
    s->fd = fd;
    s->is_tty = os_is_terminal(fd);
    s->reposition = os_file_is_regular(&f->file) && mode != STREAM_APPEND;
    s->offset = starting_byte(&f->file, mode);
    if (s->is_tty && options->buffering == BUFFERING_DEFAULT)
        s->buffering = BUFFERING_LINE;
    return IO_OK;
}

static OsOpenMode os_mode(StreamMode mode)
{
    static const OsOpenMode modes[] = {
        [STREAM_READ] = OS_OPEN_READ,
        [STREAM_WRITE] = OS_OPEN_WRITE,
        [STREAM_APPEND] = OS_OPEN_APPEND,
        [STREAM_UPDATE] = OS_OPEN_UPDATE,
    };
    return modes[mode];
}

IoStatus stream_open_file(Alloc *a, const char *path, StreamMode mode, const StreamOptions *options, Stream **out, int *os_errno)
{
    OsFile file;
    *os_errno = os_file_open(path, os_mode(mode), &file);
    if (*os_errno != 0)
        return IO_OS_ERROR;
    StreamOptions owning = *options;
    owning.keep_open = false;
    Stream *s;
    IoStatus status = stream_open_fd(a, file.fd, path, mode, &owning, &s);
    if (status != IO_OK) {
        os_file_close(&file);
        return status;
    }
    if (s->reposition)                                       /* regular files do not make us wait for the mark */
        status = stream_check_bom(s);
    if (status != IO_OK) {
        *os_errno = s->os_error;
        IoStatus closed = stream_close(s, true);
        (void)closed;                                        /* forced: always IO_OK */
        return status;
    }
    *out = s;
    return IO_OK;
}
