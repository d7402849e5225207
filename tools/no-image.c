/* no-image.c - stands for the image in the horn that makes it.
 * SPDX-License-Identifier: MIT
 */
#include "boot/image_data.h"

const unsigned char horn_image[16];
const size_t horn_image_bytes = 0;
