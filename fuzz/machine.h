/* machine.h - what the fuzz targets that run goals share: a small machine that cannot touch the world, and goals under limits.
 * SPDX-License-Identifier: MIT
 *
 * The machine has no predicates that open, change or run anything outside of it. Goals have limits of inferences, time and memory. Atoms,
 * flags and predicates pile up over inputs, so that the machine is replaced by a new one now and then; it must then have given everything
 * back, which machine_free asserts.
 */
#ifndef HORN_FUZZ_MACHINE_H
#define HORN_FUZZ_MACHINE_H

#include <stdio.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "boot/boot.h"
#include "builtins/builtin.h"
#include "vm/control.h"
#include "vm/run.h"

#define FUZZ_MEMORY       MIB(48)
#define FUZZ_INFERENCES   5000u
#define FUZZ_NANOSECONDS  UINT64_C(2000000000)
#define FUZZ_ANSWERS      8u
#define INPUTS_OF_MACHINE 5000u

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

typedef struct FuzzMachine {
    Machine *m;
    Engine *e;
    unsigned inputs; /* that this machine has had */
} FuzzMachine;

static inline void require(bool condition, const char *what)
{
    if (!condition) {
        fprintf(stderr, "fuzz: %s\n", what);
        abort();
    }
}

/* ---- what is not for goals that nobody has seen ---- */

static Status refuse(Engine *e, Cell *arg)
{
    (void)arg;
    return permission_error(e, ATOM_access, ATOM_private_procedure, pred_indicator(e, e->running));
}

static inline void refuse_pred(Machine *m, const char *name, uint32_t arity)
{
    static const Builtin row = {.name = "", .function = refuse, .arguments = "", .kind = DET, .iso = ""};
    Pred *p = pred_find(m->program.system, cell_from_functor(atom_intern_string(&m->atoms, name), arity));
    if (p && p->builtin && p->builtin->kind == DET)
        p->builtin = &row;
}

static inline void refuse_world(Machine *m)
{
    static const struct {
        const char *name;
        uint32_t arity;
    } preds[] = {
        {"open", 3},
        {"open", 4},
        {"$open_new", 3},
        {"delete_file", 1},
        {"rename_file", 2},
        {"make_directory", 1},
        {"$make_link", 3},
        {"setenv", 2},
        {"delete_directory", 1},
        {"$set_file_time", 2},
        {"unsetenv", 1},
        {"sleep", 1},
        {"$run_command", 2},
        {"$change_directory", 1},
        {"tmp_file", 2},
        {"$image_write", 1},
        {"$image_write", 2},
        {"$image_write", 3},
        {"$embedded_file", 2},
        {"$read_key", 1},
        {"$halt", 1},
        {"set_prolog_flag", 2},
        {"$image_write", 4},
        {"directory_files", 2},
    };
    for (size_t i = 0; i < ARRAY_LENGTH(preds); i++)
        refuse_pred(m, preds[i].name, preds[i].arity);
}

/* ---- the machine ---- */

static FuzzMachine *fuzz_machine; /* that is freed at the end, so that what is left then is a leak */

static inline void fuzz_machine_free(void)
{
    if (fuzz_machine && fuzz_machine->m)
        machine_free(fuzz_machine->m);
}

/* The machine for the next input. */
static inline void fuzz_machine_next(FuzzMachine *f)
{
    if (f->m && f->inputs++ < INPUTS_OF_MACHINE) {
        engine_reset(f->e);
        return;
    }
    if (f->m)
        machine_free(f->m);
    else
        (void)atexit(fuzz_machine_free);
    fuzz_machine = f;
    f->m = machine_new(FUZZ_MEMORY);
    f->e = f->m ? machine_boot(f->m) : NULL;
    require(f->e != NULL, "no machine");
    refuse_world(f->m);
    f->inputs = 0;
}

/* ---- goals ---- */

/* Runs a goal for some answers. Whatever comes of it is right. *answers counts them when it is not NULL. */
static inline Status fuzz_run(FuzzMachine *f, Cell goal, unsigned answers, unsigned *count)
{
    Engine *e = f->e;
    int64_t inferences, time;
    Cell ball = cell_from_atom(ATOM_inferences);
    unsigned given = 0;
    require(limits_begin(e, LIMIT_INFERENCES, FUZZ_INFERENCES, ball, &inferences), "no memory for a limit");
    require(limits_begin(e, LIMIT_WALL_TIME, FUZZ_NANOSECONDS, ball, &time), "no memory for a limit");
    engine_start(e, f->m->program.user, goal);
    Status s = engine_run(e);
    while (s == ST_TRUE && ++given < answers) {
        engine_backtrack(e);
        s = engine_run(e);
    }
    limits_end(e, time);
    limits_end(e, inferences);
    if (count)
        *count = given;
    require(s == ST_TRUE || s == ST_FAIL || s == ST_ERROR || s == ST_HALT, "an unknown outcome");
    require(s != ST_ERROR || e->ball_record, "an error without a ball");
    return s;
}

/* ---- values from bytes ---- */

typedef struct Bytes {
    const uint8_t *next, *end;
} Bytes;

static inline uint8_t take_byte(Bytes *b)
{
    return b->next < b->end ? *b->next++ : 0;
}

/* At most so many bytes. */
static inline Bytes take_some(Bytes *b, size_t most)
{
    Bytes some = {b->next, b->next + min_size(most, (size_t)(b->end - b->next))};
    b->next = some.end;
    return some;
}

/* Bytes as text: as UTF-8 where they are that, else each as a character. */
static inline void put_text(Buf *out, Bytes b)
{
    size_t n = (size_t)(b.end - b.next);
    if (utf8_is_valid((const char *)b.next, n)) {
        buf_put_bytes(out, b.next, n);
        return;
    }
    for (size_t i = 0; i < n; i++) {
        char character[4];
        buf_put_bytes(out, character, utf8_encode(b.next[i], character));
    }
}

/* Room for what is pushed below; the heap of a machine just reset has it. */
static inline Cell push_list(Store *s, const char *text, size_t n, bool as_codes, Cell tail)
{
    Cell list = tail, *hole = &list;
    const char *p = text, *end = n > 0 ? text + n : text; /* text may be NULL when it is empty */
    while (p != end) {
        uint32_t code = utf8_next(&p);
        *hole = heap_push_pair(s, as_codes ? cell_from_int(code) : cell_from_atom(code), tail);
        hole = &lst_cells(*hole)[1];
    }
    return list;
}

/* An argument: its kind, and for text a length and so many bytes. */
static inline Cell take_argument(FuzzMachine *f, Bytes *b)
{
    static const int64_t integers[] = {0, 1, -1, 2, 3, 255, 65536, 0x10ffff, 0x110000, INT32_MAX, INT64_MAX >> 4, INT64_MIN >> 4};
    Store *s = &f->e->store;
    uint8_t kind = take_byte(b);
    Cell tail = kind & 0x80 ? heap_push_var(s) : cell_from_atom(ATOM_nil), result;
    Buf text;
    switch (kind % 16) {
    case 0: return heap_push_var(s);
    case 1: return cell_from_int(integers[take_byte(b) % ARRAY_LENGTH(integers)]);
    case 2: return cell_from_int((int8_t)take_byte(b));
    case 3: return heap_push_double(s, (int8_t)take_byte(b) / 4.0);
    case 4: return cell_from_atom(ATOM_nil);
    default: break;
    }
    buf_init(&text, &f->m->alloc);
    put_text(&text, take_some(b, take_byte(b)));
    require(!text.failed, "no memory for a text");
    switch (kind % 16) {
    case 5:
    case 6:
    case 7: {
        uint32_t atom = atom_intern(&f->m->atoms, text.data ? text.data : "", text.length);
        require(atom != ATOM_NONE, "no memory for an atom");
        result = cell_from_atom(atom);
        break;
    }
    case 8:
    case 9: result = string_push(s, text.data ? text.data : "", text.length); break;
    case 10:
    case 11: result = push_list(s, text.data, text.length, true, tail); break;
    case 12: result = push_list(s, text.data, text.length, false, tail); break;
    case 13:
        result = heap_push_struct(s, cell_from_functor(ATOM_CHAR('f'), 1));
        str_cells(result)[1] = heap_push_var(s);
        break;
    default: result = text_push(s, text.data ? text.data : "", text.length, tail); break;
    }
    buf_free(&text);
    return result;
}

#endif
