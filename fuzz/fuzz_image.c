/* fuzz_image.c - any bytes as an image: an error or a program, never a crash.
 * SPDX-License-Identifier: MIT
 *
 * An even first byte: the rest is an image, whose header is made acceptable so far as there is room for one. An odd one: the rest is a
 * list of changes, | position 3 bytes | value 1 byte |, to an image of some libraries. Then all units are loaded and all clauses linked and
 * decompiled.
 */
#include <stdio.h>
#include <stdlib.h>

#include "boot/boot.h"
#include "boot/image.h"
#include "boot/image_format.h"
#include "builtins/builtin.h"
#include "compile/decompile.h"
#include "vm/control.h"

#define MEMORY ((size_t)64 << 20)

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool condition, const char *what)
{
    if (!condition) {
        fprintf(stderr, "fuzz_image: %s\n", what);
        abort();
    }
}

/* ---- the image that is changed ---- */

typedef struct Base {
    char *bytes;
    size_t length;
} Base;

static void write_base(Machine *m, Base *base)
{
    static const char *const names[] = {"lists", "dcg_basics", "error", "yall"}; /* of modules */
    static const char *const files[] = {"lists", "dcg/basics", "error", "yall"};
    Module *modules[ARRAY_LENGTH(names)];
    Image *im = image_first(&m->program);
    const char *problem;
    Buf out;
    for (size_t i = 0; i < ARRAY_LENGTH(names); i++) {
        char key[64];
        snprintf(key, sizeof key, "library(%s)", files[i]);
        int64_t unit = image_find_unit(im, atom_intern_string(&m->atoms, key));
        require(unit >= 0 && image_load_unit(im, (size_t)unit, &problem) == IMAGE_OK, "a library is missing");
        modules[i] = module_find(&m->program, atom_intern_string(&m->atoms, names[i]));
    }
    ImageUnitPlan unit = {ATOM_system, modules, ARRAY_LENGTH(modules)};
    ImagePlan plan = {.units = &unit, .unit_count = 1};
    buf_init(&out, &m->alloc);
    require(image_write(&m->program, &plan, &out, &problem) == IMAGE_OK, "the base cannot be written");
    base->length = out.length;
    base->bytes = malloc(out.length);
    require(base->bytes != NULL, "no memory");
    memcpy(base->bytes, out.data, out.length);
    buf_free(&out);
}

static Base make_base(void)
{
    Base base = {NULL, 0};
    Machine *m = machine_new(MEMORY);
    require(m != NULL && machine_boot(m) != NULL, "no machine");
    write_base(m, &base);
    machine_free(m);
    return base;
}

/* ---- inputs ---- */

static char *changed_base(const Base *base, const uint8_t *data, size_t size)
{
    char *bytes = malloc(base->length);
    require(bytes != NULL, "no memory");
    memcpy(bytes, base->bytes, base->length);
    for (; size >= 4; data += 4, size -= 4) {
        size_t position = (size_t)data[0] | (size_t)data[1] << 8 | (size_t)data[2] << 16;
        bytes[position % base->length] = (char)data[3];
    }
    return bytes;
}

static char *raw_image(const uint8_t *data, size_t size)
{
    ImageHeader h = {
        .byte_order = IMAGE_BYTE_ORDER, .format = IMAGE_FORMAT, .word_bytes = sizeof(Code), .tables = image_tables_hash(), .bytes = size};
    char *bytes = malloc(size + 1);
    require(bytes != NULL, "no memory");
    memcpy(bytes, data, size);
    if (size >= sizeof h) {
        memcpy(h.magic, IMAGE_MAGIC, sizeof h.magic);
        memcpy(bytes, &h, offsetof(ImageHeader, checksum));
    }
    return bytes;
}

/* Code that was let through has a source. */
static void decompile(Engine *e, Pred *pred)
{
    Program *p = &e->machine->program;
    if (!pred_link(p, pred))
        return;
    for (Candidates all = pred_all_clauses(pred); all.next < all.end; all.next++) {
        Cell head, body;
        engine_reset(e);
        (void)decompile_clause(p, &e->machine->arith, &e->store, *all.next, &head, &body);
    }
}

static void try_image(char *bytes, size_t length)
{
    Machine *m = machine_new(MEMORY);
    Engine *e = m != NULL && builtins_install(m) ? engine_new(m, MEMORY / 4) : NULL;
    Image *im;
    const char *problem;
    require(e != NULL, "no machine");
    Program *p = &m->program;
    if (length >= sizeof(ImageHeader))
        ((ImageHeader *)(void *)bytes)->checksum = image_checksum(bytes, length);
    if (image_open(m, bytes, length, &im, &problem) == IMAGE_OK) {
        for (size_t i = 0; i < image_unit_count(im) && i < 64; i++)
            (void)image_load_unit(im, i, &problem);
        for (const Module *module = p->modules; module; module = module->next)
            for (size_t i = 0; i < module->pred_capacity; i++)
                if (module->preds[i])
                    decompile(e, module->preds[i]);
        program_mark_atoms(p);
    }
    machine_free(m);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static Base base; /* made once */
    if (base.bytes == NULL)
        base = make_base();
    if (size == 0)
        return 0;
    bool changes = data[0] & 1;
    char *bytes = changes ? changed_base(&base, data + 1, size - 1) : raw_image(data + 1, size - 1);
    try_image(bytes, changes ? base.length : size - 1);
    free(bytes);
    return 0;
}
