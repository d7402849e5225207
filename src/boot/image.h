/* image.h - predicates saved as compiled code, and had again in another machine.
 * SPDX-License-Identifier: MIT
 *
 * An image holds units: the system itself, or one library file each. Opening an image costs little. Loading a unit makes its modules
 * and predicates known; the code of a predicate is brought in when it is first called, or when somebody looks at its clauses
 * (pred_link): then it is checked and translated to the atoms and predicates of this machine.
 *
 * What is kept of a unit: clauses, dynamic ones too; properties of predicates; exports, imports and operators of its modules. Directives
 * of the source ran when the image was made; flags and global variables they changed are not kept.
 *
 * Elsewhere: the layout (image_format.h), which libraries there are and what they need (lib/boot/load.pl, tools/make-image.pl).
 */
#ifndef HORN_BOOT_IMAGE_H
#define HORN_BOOT_IMAGE_H

#include "base/buf.h"
#include "vm/engine.h"

typedef struct Image Image;

typedef enum ImageStatus { IMAGE_OK, IMAGE_BAD, IMAGE_NO_MEMORY } ImageStatus;

/* ---- reading ---- */

/* Opens an image of n bytes, which are borrowed until the machine ends and lie at a multiple of IMAGE_ALIGNMENT. The checksum
 * is compared now; code is verified when it is brought in. The image belongs to the program. IMAGE_BAD, with *problem, a constant, when it is none, damaged, or made for
 * another version of Horn. */
ImageStatus image_open(Machine *m, const void *bytes, size_t n, Image **out, const char **problem);
/* The unit with this key, or -1. */
int64_t image_find_unit(Image *im, uint32_t key);
/* Makes the modules and predicates of a unit known; again only exports and operators. Clauses that multifile or dynamic predicates have already stay, others go. Units
 * that its predicates are imported from are not loaded. */
ImageStatus image_load_unit(Image *im, size_t unit, const char **problem);
/* The image that was opened first, or NULL. */
Image *image_first(const Program *p);
size_t image_unit_count(const Image *im);

/* ---- writing ---- */

typedef struct ImageUnitPlan {
    uint32_t key; /* atom */
    Module *const *modules; /* borrowed; each is in one unit only */
    size_t module_count;
} ImageUnitPlan;

typedef struct ImagePlan {
    const ImageUnitPlan *units;
    size_t unit_count;
    bool (*wants)(void *user, const Pred *pred); /* says which predicates of these modules are kept; NULL: all */
    void *user;
} ImagePlan;

/* Appends an image to an empty buffer. The same program gives the same bytes, whatever the seed. */
ImageStatus image_write(Program *p, const ImagePlan *plan, Buf *out, const char **problem);

#endif
