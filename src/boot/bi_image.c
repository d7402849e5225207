/* bi_image.c - images for Prolog: what lib/boot/load.pl needs to have a library from the image, and writing one.
 * SPDX-License-Identifier: MIT
 */
#include "boot/bi_image.h"

#include "base/os.h"
#include "base/vec.h"
#include "boot/image.h"
#include "builtins/list_build.h"

static Status image_error(Engine *e, ImageStatus s, const char *problem)
{
    return s == IMAGE_NO_MEMORY ? resource_error(e, ATOM_memory) : system_error(e, problem);
}

/* '$image_load'(+Key): makes the modules and predicates of a unit known. Fails when no image has it. */
static Status bi_image_load(Engine *e, Cell *arg)
{
    uint32_t key;
    const char *problem;
    Status s = arg_atom(e, arg[0], &key);
    if (s != ST_TRUE)
        return s;
    Image *im = image_first(&e->machine->program);
    int64_t unit = im ? image_find_unit(im, key) : -1;
    if (unit < 0)
        return ST_FAIL;
    ImageStatus status = image_load_unit(im, (size_t)unit, &problem);
    return status == IMAGE_OK ? ST_TRUE : image_error(e, status, problem);
}

/* '$module_imports'(+Module, -Modules): those that it imports from, newest first. */
static Status bi_module_imports(Engine *e, Cell *arg)
{
    const Program *p = &e->machine->program;
    uint32_t name;
    size_t modules = 0;
    Status s = arg_atom(e, arg[0], &name);
    if (s != ST_TRUE)
        return s;
    const Module *into = module_find(p, name);
    for (const Module *m = p->modules; m; m = m->next)
        modules++;
    if (!heap_has(&e->store, 2 * modules))
        return ST_RETRY;
    Cell list = cell_from_atom(ATOM_nil);
    for (const Module *m = p->modules; m; m = m->next) {
        bool found = false;
        for (size_t i = 0; into && !found && i < into->pred_capacity; i++) {
            const Pred *pred = into->preds[i];
            found = pred && (pred->flags & PRED_IMPORTED) && pred->import && pred->import->module == m;
        }
        if (found)
            list = heap_push_pair(&e->store, cell_from_atom(m->name), list);
    }
    return unify_result(e, arg[1], list);
}

/* ---- '$image_write'(+File, +Units), Units a list of unit(Key, Modules) ---- */

typedef struct Plan {
    ImageUnitPlan *units;
    size_t count, capacity;
    Module **modules; /* of all units */
    size_t module_count, module_capacity;
    size_t *firsts;   /* of each unit, in `modules` */
    size_t firsts_capacity;
} Plan;

static void plan_free(Alloc *alloc, Plan *p)
{
    VEC_FREE(alloc, p->units, p->capacity);
    VEC_FREE(alloc, p->modules, p->module_capacity);
    VEC_FREE(alloc, p->firsts, p->firsts_capacity);
}

static Status plan_module(Engine *e, Plan *p, Cell arg)
{
    uint32_t name;
    Status s = arg_atom(e, arg, &name);
    if (s != ST_TRUE)
        return s;
    Module *m = module_find(&e->machine->program, name);
    if (!m)
        return existence_error(e, ATOM_module, cell_from_atom(name));
    if (!VEC_RESERVE(&e->machine->alloc, p->modules, p->module_capacity, p->module_count + 1))
        return resource_error(e, ATOM_memory);
    p->modules[p->module_count++] = m;
    return ST_TRUE;
}

static Status plan_unit(Engine *e, Plan *p, Cell arg)
{
    Alloc *alloc = &e->machine->alloc;
    size_t length;
    Cell unit = cell_deref(arg);
    if (!cell_is_str(unit) || functor_arity(str_functor(unit)) != 2)
        return type_error(e, ATOM_compound, unit);
    if (!VEC_RESERVE(alloc, p->units, p->capacity, p->count + 1) || !VEC_RESERVE(alloc, p->firsts, p->firsts_capacity, p->count + 1))
        return resource_error(e, ATOM_memory);
    ImageUnitPlan *row = &p->units[p->count];
    *row = (ImageUnitPlan){0, NULL, 0};
    p->firsts[p->count++] = p->module_count;
    Status s = arg_atom(e, str_cells(unit)[1], &row->key);
    if (s == ST_TRUE)
        s = arg_list(e, str_cells(unit)[2], &length);
    Cell list = cell_deref(str_cells(unit)[2]);
    for (size_t i = 0; s == ST_TRUE && i < length; i++)
        s = plan_module(e, p, list_take(&list));
    row->module_count = p->module_count - p->firsts[p->count - 1];
    return s;
}

static Status make_plan(Engine *e, Plan *p, Cell arg)
{
    size_t length;
    Status s = arg_list(e, arg, &length);
    Cell list = cell_deref(arg);
    for (size_t i = 0; s == ST_TRUE && i < length; i++)
        s = plan_unit(e, p, list_take(&list));
    for (size_t i = 0; i < p->count; i++)
        p->units[i].modules = p->modules + p->firsts[i];
    return s;
}

/* Writes the bytes to a file. 0 or an errno code. */
static int save(const char *path, const Buf *bytes)
{
    OsFile file;
    size_t put;
    int error = os_file_open(path, OS_OPEN_WRITE, &file);
    if (error != 0)
        return error;
    error = os_file_write(&file, bytes->data, bytes->length, &put);
    int closing = os_file_close(&file);
    return error != 0 ? error : closing;
}

static Status write_image(Engine *e, const Plan *p, Cell path)
{
    Program *program = &e->machine->program;
    ImagePlan plan = {.units = p->units, .unit_count = p->count};
    const char *problem;
    uint32_t name;
    char scratch[8];
    Buf out;
    Status s = arg_atom(e, path, &name);
    if (s != ST_TRUE)
        return s;
    buf_init(&out, &e->machine->alloc);
    ImageStatus status = image_write(program, &plan, &out, &problem);
    if (status != IMAGE_OK)
        s = image_error(e, status, problem);
    else if (save(atom_text(&e->machine->atoms, name, scratch).bytes, &out) != 0)
        s = permission_error(e, ATOM_open, ATOM_source_sink, cell_from_atom(name));
    buf_free(&out);
    return s;
}

static Status bi_image_write(Engine *e, Cell *arg)
{
    Plan plan = {0};
    Status s = make_plan(e, &plan, arg[1]);
    if (s == ST_TRUE)
        s = write_image(e, &plan, arg[0]);
    plan_free(&e->machine->alloc, &plan);
    return s;
}

const Builtin builtins_image[] = {
    /*      name               function           arguments           determinism  ISO */
    BUILTIN("$image_load", bi_image_load, "+key", DET, ""), BUILTIN("$image_write", bi_image_write, "+file +units", DET, ""),
    BUILTIN("$module_imports", bi_module_imports, "+module -modules", DET, ""), BUILTIN_END};
