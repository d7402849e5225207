/* bi_image.h - the builtins of images.
 * SPDX-License-Identifier: MIT
 */
#ifndef HORN_BOOT_BI_IMAGE_H
#define HORN_BOOT_BI_IMAGE_H

#include "builtins/builtin.h"

extern const Builtin builtins_image[];

#endif
