/* image_names.c - the machine's atoms, modules and predicates for the numbers of an image.
 * SPDX-License-Identifier: MIT
 *
 * They are made when they are first needed and remembered in tables by their number; the collector of atoms finds them there.
 */
#include "base/utf8.h"
#include "boot/image_int.h"

/* Makes the atom that has a text in the image. */
static bool intern_atom(Image *im, size_t k)
{
    const uint32_t *ends = im->sections[IMAGE_ENDS];
    uint32_t from = k > 0 ? ends[k - 1] : 0, to = ends[k];
    const char *text = (const char *)im->sections[IMAGE_TEXTS] + from;
    if (from > to || to > im->counts[IMAGE_TEXTS] || !utf8_is_valid(text, to - from))
        return image_damaged(im, "the image is damaged: the text of an atom");
    uint32_t atom = atom_intern(im->program->atoms, text, to - from);
    if (atom == ATOM_NONE)
        return image_no_memory(im);
    im->atoms[k] = atom;
    return true;
}

bool image_atom(Image *im, uint32_t number, uint32_t *atom)
{
    *atom = number;
    if (number < ATOM_FIRST)
        return number < 0xD800 || number > 0xDFFF ? true : image_damaged(im, "the image is damaged: a surrogate");
    size_t k = number - ATOM_FIRST;
    if (k >= im->counts[IMAGE_ENDS])
        return image_damaged(im, "the image is damaged: the number of an atom");
    if (im->atoms[k] == 0 && !intern_atom(im, k))
        return false;
    *atom = im->atoms[k];
    return true;
}

bool image_optional_atom(Image *im, uint32_t number, uint32_t *atom)
{
    *atom = ATOM_NONE;
    return number == ATOM_NONE || image_atom(im, number, atom);
}

bool image_atomic(Image *im, Cell cell, Cell *out)
{
    uint32_t atom;
    *out = cell;
    if (cell_is_int(cell))
        return true;
    if (cell != (cell_is_atom(cell) ? cell_from_atom(cell_atom(cell)) : cell_from_functor(functor_name(cell), functor_arity(cell))))
        return image_damaged(im, "the image is damaged: a cell");
    if (!image_atom(im, cell_atom(cell), &atom)) /* the name of a functor word stands in the same place */
        return false;
    *out = cell_is_atom(cell) ? cell_from_atom(atom) : cell_from_functor(atom, functor_arity(cell));
    return true;
}

bool image_module(Image *im, uint32_t number, Module **module)
{
    uint32_t name;
    if (number >= im->counts[IMAGE_MODULES])
        return image_damaged(im, "the image is damaged: the number of a module");
    *module = im->modules[number];
    if (*module)
        return true;
    const ImageModule *row = (const ImageModule *)im->sections[IMAGE_MODULES] + number;
    if (!image_atom(im, row->name, &name))
        return false;
    *module = im->modules[number] = module_intern(im->program, name);
    return *module ? true : image_no_memory(im);
}

bool image_pred(Image *im, uint32_t number, Pred **pred)
{
    Module *module;
    uint32_t name;
    if (number >= im->counts[IMAGE_PREDS])
        return image_damaged(im, "the image is damaged: the number of a predicate");
    *pred = im->preds[number];
    if (*pred)
        return true;
    const ImagePred *row = image_pred_row(im, number);
    if (row->arity > MAX_ARITY)
        return image_damaged(im, "the image is damaged: an arity");
    if (!image_module(im, row->module, &module) || !image_atom(im, row->name, &name))
        return false;
    *pred = im->preds[number] = pred_intern(im->program, module, cell_from_functor(name, row->arity));
    return *pred ? true : image_no_memory(im);
}
