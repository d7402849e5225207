/* ir.c - building the intermediate form and encoding it as a clause.
 * SPDX-License-Identifier: MIT
 *
 * Constant area of a clause: the constant terms one after the other (heap format), then the long slot maps. Instructions hold the
 * final addresses, since a clause never moves.
 */
#include "compile/ir.h"

#include "base/vec.h"

void ir_init(Ir *ir, Alloc *alloc)
{
    *ir = (Ir){.alloc = alloc};
}

void ir_free(Ir *ir)
{
    for (size_t i = 0; i < ir->constant_count; i++)
        record_free(ir->alloc, ir->constants[i]);
    VEC_FREE(ir->alloc, ir->items, ir->capacity);
    VEC_FREE(ir->alloc, ir->maps, ir->map_capacity);
    VEC_FREE(ir->alloc, ir->constants, ir->constant_capacity);
}

static size_t ir_append(Ir *ir, IrInstr instr)
{
    if (!VEC_RESERVE(ir->alloc, ir->items, ir->capacity, ir->count + 1)) {
        ir->failed = true;
        return 0;
    }
    ir->items[ir->count] = instr;
    return ir->count++;
}

size_t ir_emit(Ir *ir, Opcode op, uint32_t a, uint32_t b, uint32_t c, uint64_t w1, uint64_t w2)
{
    return ir_append(ir, (IrInstr){(uint16_t)op, a, b, c, w1, w2});
}

void ir_place_label(Ir *ir, uint32_t label)
{
    ir_append(ir, (IrInstr){.op = IR_LABEL, .a = label});
}

void ir_note(Ir *ir, NoteKind kind, uint32_t argument)
{
    ir_append(ir, (IrInstr){.op = IR_NOTE, .a = kind, .b = argument});
}

size_t ir_new_map(Ir *ir, size_t live)
{
    size_t words = 1 + (live + 63) / 64, map = ir->map_count;
    if (!VEC_RESERVE(ir->alloc, ir->maps, ir->map_capacity, map + words)) {
        ir->failed = true;
        return 0;
    }
    memset(ir->maps + map, 0, words * sizeof *ir->maps);
    ir->maps[map] = live;
    ir->map_count += words;
    return map;
}

void ir_map_set(Ir *ir, size_t map, size_t slot)
{
    if (!ir->failed)
        ir->maps[map + 1 + slot / 64] |= UINT64_C(1) << (slot % 64);
}

Cell ir_add_constant(Ir *ir, Record *record)
{
    if (!record || !VEC_RESERVE(ir->alloc, ir->constants, ir->constant_capacity, ir->constant_count + 1)) {
        if (record)
            record_free(ir->alloc, record);
        ir->failed = true;
        return ir_constant(0);
    }
    ir->constants[ir->constant_count] = record;
    return ir_constant(ir->constant_count++);
}

/* ---- encoding ---- */

static bool map_is_long(const Ir *ir, uint64_t map)
{
    return ir->maps[map] > 24;
}

static uint16_t scale(uint8_t kind, uint32_t operand)
{
    return (uint16_t)(kind_is_register(kind) || kind_is_slot(kind) ? operand * 8 : operand);
}

typedef struct Encoder {
    const Ir *ir;
    Clause *clause;
    uint32_t *labels; /* word offset of each */
    Cell *roots;      /* final cell of each constant */
    Code *long_maps;  /* next free word */
    bool too_far;     /* some map is out of reach of its instruction */
} Encoder;

static Code encode_info(Encoder *en, uint64_t map, size_t offset)
{
    const uint64_t *m = en->ir->maps + map;
    size_t back = CLAUSE_HEADER_WORDS + offset;
    if (!map_is_long(en->ir, map))
        return info_make(back, (unsigned)m[0], m[0] ? (uint32_t)m[1] : 0);
    size_t words = 1 + (m[0] + 63) / 64;
    memcpy(en->long_maps, m, words * sizeof *m);
    size_t distance = (size_t)(en->long_maps - (en->clause->code + offset));
    en->long_maps += words;
    en->too_far |= distance > INFO_DISTANCE_MAX;
    return info_make(back, INFO_LONG, (uint32_t)distance);
}

static Code encode_word(Encoder *en, uint8_t kind, uint64_t operand, size_t start, size_t offset)
{
    switch (kind) {
    case K_CELL: return ir_is_constant(operand) ? en->roots[operand >> 8] : operand;
    case K_LABEL: return operand == 0 ? 0 : (Code)(int64_t)((int64_t)en->labels[operand] - (int64_t)start);
    case K_INFO: return encode_info(en, operand, offset);
    default: return operand;
    }
}

static void encode_instr(Encoder *en, const IrInstr *i, size_t offset)
{
    const InstrInfo *info = &instr_info[i->op];
    Code *code = en->clause->code + offset;
    if (info->b == K_ATOM || info->b == K_INT)
        code[0] = code_make_imm((Opcode)i->op, scale(info->a, i->a), (int32_t)i->b);
    else
        code[0] = code_make((Opcode)i->op, scale(info->a, i->a), scale(info->b, i->b), scale(info->c, i->c));
    if (info->w1 != K_0)
        code[1] = encode_word(en, info->w1, i->w1, offset, offset + 1);
    if (info->w2 != K_0)
        code[2] = encode_word(en, info->w2, i->w2, offset, offset + 2);
}

/* Sizes of code, long maps and notes. False when memory for the label table is exhausted. */
static void measure(const Ir *ir, uint32_t *labels, size_t *code_words, size_t *map_words, size_t *note_words)
{
    *code_words = *map_words = *note_words = 0;
    for (size_t k = 0; k < ir->count; k++) {
        const IrInstr *i = &ir->items[k];
        if (i->op == IR_LABEL) {
            labels[i->a] = (uint32_t)*code_words;
        } else if (i->op == IR_NOTE) {
            ++*note_words;
        } else if (!ir_is_dropped(i)) {
            *code_words += instr_info[i->op].words;
            if (instr_info[i->op].w1 == K_INFO && map_is_long(ir, i->w1))
                *map_words += 1 + (ir->maps[i->w1] + 63) / 64;
            if (instr_info[i->op].w2 == K_INFO && map_is_long(ir, i->w2))
                *map_words += 1 + (ir->maps[i->w2] + 63) / 64;
        }
    }
}

/* Places the constants at their final addresses. */
static void place_constants(Encoder *en)
{
    Store area = {.H = clause_constants(en->clause)};
    area.heap_end = area.H + en->clause->constant_words;
    for (size_t i = 0; i < en->ir->constant_count; i++)
        en->roots[i] = record_push(&area, en->ir->constants[i]);
    en->long_maps = area.H;
}

Clause *ir_encode(Ir *ir, Program *program, Pred *pred)
{
    if (ir->failed)
        return NULL;
    size_t label_bytes = ((size_t)ir->labels + 1) * sizeof(uint32_t), root_bytes = (ir->constant_count + 1) * sizeof(Cell);
    uint32_t *labels = alloc_new(ir->alloc, label_bytes);
    Cell *roots = alloc_new(ir->alloc, root_bytes);
    Clause *clause = NULL;
    if (labels && roots) {
        size_t code_words, map_words, note_words, constant_words = 0;
        measure(ir, labels, &code_words, &map_words, &note_words);
        for (size_t i = 0; i < ir->constant_count; i++)
            constant_words += ir->constants[i]->count;
        clause = clause_new(program, pred, code_words, constant_words + map_words, note_words);
    }
    if (clause) {
        Encoder en = {ir, clause, labels, roots, NULL, clause->code_words > INFO_BACK_MAX};
        size_t offset = 0, note = 0;
        Code *notes = clause->code + clause->code_words + clause->constant_words;
        place_constants(&en);
        for (size_t k = 0; k < ir->count; k++) {
            const IrInstr *i = &ir->items[k];
            if (i->op == IR_NOTE) {
                notes[note++] = note_make((NoteKind)i->a, i->b, (uint32_t)offset);
            } else if (i->op != IR_LABEL && !ir_is_dropped(i)) {
                encode_instr(&en, i, offset);
                offset += instr_info[i->op].words;
            }
        }
        if (en.too_far) {
            clause_free(program, clause);
            clause = NULL;
        }
    }
    alloc_free(ir->alloc, labels, label_bytes);
    alloc_free(ir->alloc, roots, root_bytes);
    return clause;
}
