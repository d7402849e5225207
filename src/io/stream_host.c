/* stream_host.c - streams over callbacks of the host.
 *
 * The host's callbacks have the form of StreamOps already. What is added is care: a host that misreports its counts
 * becomes an error and never a memory fault.
 *
 * SPDX-License-Identifier: MIT
 */
#include "io/stream.h"

#include <errno.h>

typedef struct HostSource {
    Alloc *alloc;
    const StreamOps *host;    /* borrowed */
    void *source;             /* the host's */
} HostSource;

/* ---- operations ---- */

static int host_read(void *source, char *bytes, size_t n, size_t *got)
{
    HostSource *h = source;
    *got = 0;
    int os_error = h->host->read(h->source, bytes, n, got);
    if (os_error == 0 && *got > n)
        os_error = EIO;
    return os_error;
}

static int host_write(void *source, const char *bytes, size_t n, size_t *put)
{
    HostSource *h = source;
    *put = 0;
    int os_error = h->host->write(h->source, bytes, n, put);
    bool misreported = *put > n || (os_error == 0 && *put == 0 && n > 0);
    if (!misreported)
        return os_error;
    *put = 0;
    return EIO;
}

static int host_seek(void *source, int64_t offset, OsWhence whence, int64_t *position)
{
    HostSource *h = source;
    int os_error = h->host->seek(h->source, offset, whence, position);
    if (os_error == 0 && *position < 0)
        os_error = EIO;
    return os_error;
}

static int host_close(void *source)
{
    HostSource *h = source;
    int os_error = h->host->close == NULL ? 0 : h->host->close(h->source);
    alloc_free(h->alloc, h, sizeof *h);
    return os_error;
}

static const StreamOps host_ops = {host_read, host_write, host_seek, host_close};

/* ---- opening ---- */

IoStatus stream_open_host(Alloc *a, const StreamOps *host, void *source, const char *name, StreamMode mode, const StreamOptions *options,
                          Stream **out)
{
    bool can_transfer = mode == STREAM_READ ? host->read != NULL : host->write != NULL;
    if (!can_transfer)
        return IO_WRONG_MODE;
    HostSource *h = alloc_new(a, sizeof *h);
    if (h == NULL)
        return IO_NO_MEMORY;
    *h = (HostSource){.alloc = a, .host = host, .source = source};
    IoStatus status = stream_new(a, &host_ops, h, name, mode, options, out);
    if (status != IO_OK) {
        alloc_free(a, h, sizeof *h);
        return status;
    }
    (*out)->reposition = host->seek != NULL;
    return IO_OK;
}
