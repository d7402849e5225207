/* boot.c - from an empty machine to one that knows the library.
 * SPDX-License-Identifier: MIT
 *
 * The system comes from the image in the program. The horn that makes this image has none yet and reads the text of lib/boot/.
 */
#include "boot/boot.h"

#include "boot/bi_image.h"
#include "boot/host_flags.h"
#include "boot/image.h"
#include "boot/image_data.h"
#include "boot/loader.h"

#include <stdio.h>

static bool open_image(Machine *m)
{
    const char *problem;
    Image *image;
    ImageStatus s = image_open(m, horn_image, horn_image_bytes, &image, &problem);
    if (s == IMAGE_OK)
        s = image_load_unit(image, 0, &problem);
    if (s == IMAGE_BAD)
        fprintf(stderr, "horn: %s\n", problem);
    return s == IMAGE_OK;
}

Engine *machine_boot(Machine *m)
{
    if (!builtins_install(m) || !builtins_install_table(m, builtins_image))
        return NULL;
    Engine *e = engine_new(m, m->memory_limit);
    if (!e || !(horn_image_bytes > 0 ? open_image(m) : load_boot_files(m, e)))
        return NULL;
    if (!host_flags_set(m))
        return NULL;
    m->source_module = m->program.user;
    return e;
}
