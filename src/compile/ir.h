/* ir.h - the intermediate form between analysis and clause code.
 * SPDX-License-Identifier: MIT
 *
 * A list of instructions with plain register and slot numbers, labels by number, constants by number, and notes in between. Encoding
 * packs it into a clause: scales registers, resolves labels, lays out constants and long slot maps, relocates.
 */
#ifndef HORN_COMPILE_IR_H
#define HORN_COMPILE_IR_H

#include "compile/notes.h"
#include "db/module.h"

typedef struct IrInstr {
    uint16_t op;      /* Opcode, or IR_LABEL, IR_NOTE */
    uint32_t a, b, c; /* registers and slots unscaled; label and note numbers */
    uint64_t w1, w2;  /* cells, predicates, masks; labels as numbers; K_INFO: offset of a slot map in `maps` */
} IrInstr;

enum { IR_LABEL = INSTR_COUNT, IR_NOTE };

typedef struct Ir {
    Alloc *alloc;
    IrInstr *items;
    size_t count, capacity;
    uint32_t labels;
    uint64_t *maps; /* slot maps: live count, then words of bits */
    size_t map_count, map_capacity;
    Record **constants; /* terms of the constant area; a cell operand BOX-tagged with IR_CONSTANT names one */
    size_t constant_count, constant_capacity;
    bool failed; /* memory exhausted: sticky */
} Ir;

/* An operand cell that stands for constant `i`: no valid cell looks like it. */
static inline Cell ir_constant(size_t i)
{
    return ((Cell)i << 8) | (31 << 3) | TAG_ATM;
}
static inline bool ir_is_constant(Cell c)
{
    return (c & 0xff) == ((31 << 3) | TAG_ATM);
}

/* A NEED that turned out to be unnecessary is left out. */
static inline bool ir_is_dropped(const IrInstr *i)
{
    return i->op == I_NEED && i->b == 0;
}

void ir_init(Ir *ir, Alloc *alloc);
void ir_free(Ir *ir);
/* Appends an instruction; returns its index. */
size_t ir_emit(Ir *ir, Opcode op, uint32_t a, uint32_t b, uint32_t c, uint64_t w1, uint64_t w2);
static inline uint32_t ir_new_label(Ir *ir)
{
    return ++ir->labels;
} /* 0 means: fail */
void ir_place_label(Ir *ir, uint32_t label);
void ir_note(Ir *ir, NoteKind kind, uint32_t argument);
/* Starts a slot map and returns its offset, the operand of a K_INFO. Set bits with ir_map_set. */
size_t ir_new_map(Ir *ir, size_t live);
void ir_map_set(Ir *ir, size_t map, size_t slot);
/* Adds a constant term (owned from now on, freed at once when memory is exhausted); returns its operand cell. */
Cell ir_add_constant(Ir *ir, Record *record);
/* The clause, not yet added to its predicate; NULL when memory is exhausted, or the clause is too large for its return information. */
Clause *ir_encode(Ir *ir, Program *program, Pred *pred);

#endif
