/* image_int.h - an open image, as the files of the reader see it.
 * SPDX-License-Identifier: MIT
 */
#ifndef HORN_BOOT_IMAGE_INT_H
#define HORN_BOOT_IMAGE_INT_H

#include "boot/image.h"
#include "boot/image_format.h"

/* All images of a program. */
typedef struct ImageSet {
    Linker linker;
    Image **items;
    size_t count, capacity;
} ImageSet;

struct Image {
    ImageSet *set;
    Program *program;
    const ArithContext *arith;     /* of the machine */
    uint32_t number;               /* in the set */
    const void *sections[IMAGE_SECTIONS];
    size_t counts[IMAGE_SECTIONS];
    uint32_t *atoms;               /* the machine's atom for each of the image; 0: not asked for yet */
    Pred **preds;                  /* likewise */
    Module **modules;              /* likewise */
    uint8_t *loaded;               /* by unit: its predicates are known already */
};

static inline const ImagePred *image_pred_row(const Image *im, uint32_t number)
{
    return (const ImagePred *)im->sections[IMAGE_PREDS] + number;
}
static inline const uint64_t *image_words(const Image *im)
{
    return im->sections[IMAGE_WORDS];
}

/* Notes what is wrong with the image; false. */
static inline bool image_damaged(Image *im, const char *problem)
{
    im->set->linker.problem = problem;
    return false;
}
static inline bool image_no_memory(Image *im)
{
    im->set->linker.problem = NULL;
    return false;
}

/* The machine's atom, predicate or module for a number of the image, made when it is not there. False: image_damaged or
 * image_no_memory. */
bool image_atom(Image *im, uint32_t number, uint32_t *atom);
bool image_optional_atom(Image *im, uint32_t number, uint32_t *atom); /* ATOM_NONE stays */
bool image_module(Image *im, uint32_t number, Module **module);
bool image_pred(Image *im, uint32_t number, Pred **pred);
/* An atom, a functor word or a small integer. */
bool image_atomic(Image *im, Cell cell, Cell *out);

/* ---- clauses (image_link.c) ---- */

typedef struct ClauseVec {
    Clause **items;
    uint32_t count;
} ClauseVec;

/* Makes the clauses of predicate `number` for `pred`; they are in no list yet. After false there are none. */
bool image_read_clauses(Image *im, uint32_t number, Pred *pred, ClauseVec *out);
/* Frees the vector, and the clauses from `used` on, which nobody took. */
void image_drop_clauses(Image *im, ClauseVec *clauses, size_t used);

#endif
