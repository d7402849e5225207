/* embedded.h - the Prolog library, as bytes inside the program.
 * SPDX-License-Identifier: MIT
 *
 * The build writes the table (tools/embed.c): files of lib/boot/ first, in the order that lib/boot/ORDER names, then
 * the files of lib/ by name. So nothing of lib/ is needed where Horn runs.
 */
#ifndef HORN_BUILTINS_EMBEDDED_H
#define HORN_BUILTINS_EMBEDDED_H

#include <stddef.h>

typedef struct {
    const char *name;          /* path below lib/, e.g. "boot/system.pl", "lists.pl" */
    const unsigned char *data; /* the bytes of the file, followed by one NUL; NULL: it is in the image */
    size_t length;             /* in bytes, without the NUL */
} EmbeddedFile;

extern const EmbeddedFile embedded_files[];
extern const size_t embedded_file_count;

#endif
