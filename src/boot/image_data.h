/* image_data.h - the image of lib/ that is part of the program.
 * SPDX-License-Identifier: MIT
 *
 * The build makes it (tools/make-image.pl), running a horn that has none and reads the text of lib/ instead.
 */
#ifndef HORN_BOOT_IMAGE_DATA_H
#define HORN_BOOT_IMAGE_DATA_H

#include <stddef.h>

extern const unsigned char horn_image[]; /* aligned to 16 bytes */
extern const size_t horn_image_bytes;    /* 0: there is none */

#endif
