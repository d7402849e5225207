/* image_open.c - opening images: header, atoms, modules, predicates, units.
 * SPDX-License-Identifier: MIT
 *
 * Only the header and the checksum are looked at when an image is opened. Everything else is checked where it is used, so a unit that nobody loads and a
 * predicate that nobody calls cost nothing.
 */
#include "base/vec.h"
#include "boot/image_int.h"

/* What the machine decides about a predicate, and no image. */
#define FLAGS_OF_MACHINE (PRED_BUILTIN | PRED_CONTROL | PRED_INLINE)
/* What loading a unit does itself. */
#define FLAGS_BY_LOADING (PRED_UNLINKED | PRED_IMPORTED | PRED_WEAK | PRED_EXPORTED | PRED_META)
/* What image_load_unit takes over as it is. */
#define FLAGS_KEPT (~(uint32_t)(FLAGS_OF_MACHINE | FLAGS_BY_LOADING))

/* ---- the images of a program ---- */

static bool link_deferred(Linker *linker, Program *p, Pred *pred)
{
    Image *im = ((ImageSet *)(void *)linker)->items[pred->entry_code[1] >> 32];
    ClauseVec clauses = {NULL, 0};
    bool ok = image_read_clauses(im, (uint32_t)pred->entry_code[1], pred, &clauses);
    if (ok && !pred_install_clauses(p, pred, clauses.items, clauses.count))
        ok = image_no_memory(im);
    image_drop_clauses(im, &clauses, ok ? clauses.count : 0);
    return ok;
}

static void mark_atoms(const Linker *linker, AtomTable *atoms)
{
    const ImageSet *set = (const ImageSet *)(const void *)linker;
    for (size_t i = 0; i < set->count; i++)
        for (size_t k = 0; k < set->items[i]->counts[IMAGE_ENDS]; k++)
            atom_mark(atoms, set->items[i]->atoms[k]);
}

static void image_free(Image *im)
{
    Alloc *alloc = im->program->alloc;
    alloc_free(alloc, im->atoms, im->counts[IMAGE_ENDS] * sizeof *im->atoms);
    alloc_free(alloc, im->preds, im->counts[IMAGE_PREDS] * sizeof(Pred *));
    alloc_free(alloc, im->modules, im->counts[IMAGE_MODULES] * sizeof(Module *));
    alloc_free(alloc, im->loaded, im->counts[IMAGE_UNITS]);
    alloc_free(alloc, im, sizeof *im);
}

static void free_images(Linker *linker, Program *p)
{
    ImageSet *set = (ImageSet *)(void *)linker;
    for (size_t i = 0; i < set->count; i++)
        image_free(set->items[i]);
    VEC_FREE(p->alloc, set->items, set->capacity);
    alloc_free(p->alloc, set, sizeof *set);
    p->linker = NULL;
}

static ImageSet *need_set(Program *p)
{
    if (p->linker)
        return (ImageSet *)(void *)p->linker;
    ImageSet *set = alloc_zero(p->alloc, sizeof *set);
    if (!set)
        return NULL;
    set->linker = (Linker){link_deferred, mark_atoms, free_images, NULL};
    p->linker = &set->linker;
    return set;
}

Image *image_first(const Program *p)
{
    const ImageSet *set = (const ImageSet *)(const void *)p->linker;
    return set && set->count > 0 ? set->items[0] : NULL;
}

/* ---- the header ---- */

static bool section_fits(const ImageHeader *h, size_t n, ImageSection section)
{
    uint64_t offset = h->sections[section].offset, count = h->sections[section].count;
    return offset >= sizeof *h && offset <= n && offset % IMAGE_ALIGNMENT == 0 && count <= UINT32_MAX &&
           count <= (n - offset) / image_item_bytes(section);
}

/* What is wrong with the header, or NULL. */
static const char *header_problem(const ImageHeader *h, size_t n)
{
    if (n < sizeof *h || memcmp(h->magic, IMAGE_MAGIC, sizeof h->magic) != 0)
        return "not an image";
    if (h->byte_order != IMAGE_BYTE_ORDER || h->word_bytes != sizeof(Code))
        return "the image is for another kind of processor";
    if (h->format != IMAGE_FORMAT || h->tables != image_tables_hash())
        return "the image is for another version of Horn";
    if (h->bytes != n)
        return "the image is truncated";
    for (ImageSection s = 0; s < IMAGE_SECTIONS; s++)
        if (!section_fits(h, n, s))
            return "the image is damaged: its header";
    return h->checksum != image_checksum(h, n) ? "the image is damaged: its checksum differs" : NULL;
}

static Image *image_new(Machine *m, const ImageHeader *h)
{
    Program *p = &m->program;
    ImageSet *set = need_set(p);
    if (!set || !VEC_RESERVE(p->alloc, set->items, set->capacity, set->count + 1))
        return NULL;
    Image *im = alloc_zero(p->alloc, sizeof *im);
    if (!im)
        return NULL;
    im->set = set;
    im->program = p;
    im->arith = &m->arith;
    im->number = (uint32_t)set->count;
    for (ImageSection s = 0; s < IMAGE_SECTIONS; s++) {
        im->sections[s] = (const char *)h + h->sections[s].offset;
        im->counts[s] = (size_t)h->sections[s].count;
    }
    im->atoms = alloc_zero(p->alloc, im->counts[IMAGE_ENDS] * sizeof *im->atoms);
    im->preds = alloc_zero(p->alloc, im->counts[IMAGE_PREDS] * sizeof(Pred *));
    im->modules = alloc_zero(p->alloc, im->counts[IMAGE_MODULES] * sizeof(Module *));
    im->loaded = alloc_zero(p->alloc, im->counts[IMAGE_UNITS]);
    if (im->atoms && im->preds && im->modules && im->loaded) {
        set->items[set->count++] = im;
        return im;
    }
    image_free(im);
    return NULL;
}

ImageStatus image_open(Machine *m, const void *bytes, size_t n, Image **out, const char **problem)
{
    HORN_ASSERT((uintptr_t)bytes % IMAGE_ALIGNMENT == 0, "an image lies at a multiple of its alignment");
    *out = NULL;
    *problem = header_problem(bytes, n);
    if (*problem)
        return IMAGE_BAD;
    *out = image_new(m, bytes);
    return *out ? IMAGE_OK : IMAGE_NO_MEMORY;
}

/* ---- units: predicates ---- */

/* The argument modes of a meta predicate: a functor word and atomic cells. */
static bool load_meta(Image *im, const ImagePred *row, Pred *pred)
{
    size_t count = 1 + (size_t)row->arity;
    if (row->meta > im->counts[IMAGE_WORDS] || count > im->counts[IMAGE_WORDS] - row->meta)
        return image_damaged(im, "the image is damaged: argument modes");
    Alloc *alloc = im->program->alloc;
    Cell *modes = alloc_new(alloc, count * sizeof *modes);
    if (!modes)
        return image_no_memory(im);
    bool ok = true;
    for (size_t i = 0; i < count && ok; i++) {
        Cell c = image_words(im)[row->meta + i];
        ok = cell_is_int(c) || cell_is_atom(c) || (i == 0 && cell_is_functor(c))
                 ? image_atomic(im, c, &modes[i])
                 : image_damaged(im, "the image is damaged: argument modes");
    }
    if (ok && modes[0] != pred->functor)
        ok = image_damaged(im, "the image is damaged: argument modes");
    if (ok && !pred_set_meta(im->program, pred, modes))
        ok = image_no_memory(im);
    alloc_free(alloc, modes, count * sizeof *modes);
    return ok;
}

/* Adds the clauses of the image to those that a predicate has. */
static bool append_clauses(Image *im, uint32_t number, Pred *pred)
{
    ClauseVec clauses = {NULL, 0};
    bool ok = image_read_clauses(im, number, pred, &clauses);
    size_t added = 0;
    while (ok && added < clauses.count) {
        ok = pred_add_clause(im->program, pred, clauses.items[added], true) || image_no_memory(im);
        added += ok;
    }
    image_drop_clauses(im, &clauses, added);
    return ok;
}

static bool load_definition(Image *im, uint32_t number, const ImagePred *row, Pred *pred)
{
    Program *p = im->program;
    uint32_t shared = (pred->flags | row->flags) & (PRED_DYNAMIC | PRED_MULTIFILE);
    bool append = pred->live > 0 && shared;
    if (pred->live > 0 && !shared)
        pred_remove_all(p, pred);
    if (!image_optional_atom(im, row->file, &pred->file))
        return false;
    pred->line = row->line;
    pred_declare(p, pred, row->flags & FLAGS_KEPT);
    if (row->clause_count == 0)
        return true;
    if (append)
        return append_clauses(im, number, pred);
    pred_defer_clauses(p, pred, row->clause_count, (Code)im->number << 32 | number);
    return true;
}

/* Imports must lead somewhere: names are looked up along them. */
static bool load_import(Image *im, const ImagePred *row, Pred *pred)
{
    Pred *from;
    if (!image_pred(im, row->import, &from))
        return false;
    for (const Pred *p = from; p; p = pred_is_defined(p) ? NULL : p->import)
        if (p == pred)
            return image_damaged(im, "the image is damaged: imports in a circle");
    if (!pred_is_defined(pred))
        pred_import(pred, from, (row->flags & PRED_WEAK) != 0);
    return true;
}

static bool load_pred(Image *im, uint32_t number)
{
    const ImagePred *row = image_pred_row(im, number);
    Pred *pred;
    if (!image_pred(im, number, &pred))
        return false;
    if (row->meta != IMAGE_NONE && !load_meta(im, row, pred))
        return false;
    if (row->flags & FLAGS_OF_MACHINE || pred->flags & FLAGS_OF_MACHINE) {
        pred->flags |= row->flags & FLAGS_KEPT;
        return true;
    }
    if (row->import != IMAGE_NONE)
        return load_import(im, row, pred);
    if (row->flags & PRED_DEFINED)
        return load_definition(im, number, row, pred);
    pred->flags |= row->flags & FLAGS_KEPT;
    return true;
}

/* ---- units: modules ---- */

static bool load_ops(Image *im, const ImageModule *row, Module *m)
{
    if (row->first_op > im->counts[IMAGE_OPS] || row->op_count > im->counts[IMAGE_OPS] - row->first_op)
        return image_damaged(im, "the image is damaged: operators");
    const ImageOp *op = (const ImageOp *)im->sections[IMAGE_OPS] + row->first_op;
    for (uint32_t i = 0; i < row->op_count; i++, op++) {
        uint32_t atom;
        if (op->priority > OP_PRIORITY_MAX || op->type > OP_YF)
            return image_damaged(im, "the image is damaged: operators");
        if (!image_atom(im, op->atom, &atom))
            return false;
        if (!op_table_set(&m->ops, atom, op->priority, (OpType)op->type))
            return image_no_memory(im);
    }
    return true;
}

static bool load_exports(Image *im, const ImageModule *row, Module *m)
{
    if (row->first_export > im->counts[IMAGE_EXPORTS] || row->export_count > im->counts[IMAGE_EXPORTS] - row->first_export)
        return image_damaged(im, "the image is damaged: exports");
    const uint32_t *numbers = (const uint32_t *)im->sections[IMAGE_EXPORTS] + row->first_export;
    for (uint32_t i = 0; i < row->export_count; i++) {
        Pred *pred;
        if (!image_pred(im, numbers[i], &pred))
            return false;
        if (pred->module != m)
            return image_damaged(im, "the image is damaged: exports");
        if (!module_export(m, pred))
            return image_no_memory(im);
    }
    return true;
}

static bool load_module(Image *im, uint32_t number)
{
    const ImageModule *row = (const ImageModule *)im->sections[IMAGE_MODULES] + number;
    Module *m;
    if (!image_module(im, number, &m) || !image_optional_atom(im, row->file, &m->file))
        return false;
    m->is_system |= (row->flags & IMAGE_MODULE_SYSTEM) != 0;
    if ((row->flags & IMAGE_MODULE_LIBRARY) && !module_make_library(m))
        return image_no_memory(im);
    return load_ops(im, row, m) && load_exports(im, row, m);
}

/* ---- units ---- */

static bool load_unit(Image *im, size_t unit)
{
    const ImageUnit *row = (const ImageUnit *)im->sections[IMAGE_UNITS] + unit;
    if (row->first_pred > im->counts[IMAGE_PREDS] || row->pred_count > im->counts[IMAGE_PREDS] - row->first_pred)
        return image_damaged(im, "the image is damaged: a unit");
    for (uint32_t i = 0; i < im->counts[IMAGE_MODULES]; i++)
        if (((const ImageModule *)im->sections[IMAGE_MODULES])[i].unit == unit && !load_module(im, i))
            return false;
    for (uint32_t i = 0; i < row->pred_count && !im->loaded[unit]; i++)
        if (!load_pred(im, row->first_pred + i))
            return false;
    im->loaded[unit] = 1;
    return true;
}

size_t image_unit_count(const Image *im)
{
    return im->counts[IMAGE_UNITS];
}

int64_t image_find_unit(Image *im, uint32_t key)
{
    for (size_t i = 0; i < im->counts[IMAGE_UNITS]; i++) {
        uint32_t atom;
        if (image_atom(im, ((const ImageUnit *)im->sections[IMAGE_UNITS])[i].key, &atom) && atom == key)
            return (int64_t)i;
    }
    return -1;
}

ImageStatus image_load_unit(Image *im, size_t unit, const char **problem)
{
    HORN_ASSERT(unit < im->counts[IMAGE_UNITS], "the image has that unit");
    *problem = NULL;
    if (load_unit(im, unit))
        return IMAGE_OK;
    *problem = im->set->linker.problem;
    return *problem ? IMAGE_BAD : IMAGE_NO_MEMORY;
}
