/* instr.h - instructions: numbers, operand kinds, encoding and decoding. The rows are in instr.def.
 * SPDX-License-Identifier: MIT
 */
#ifndef HORN_CODE_INSTR_H
#define HORN_CODE_INSTR_H

#include "term/cell.h"

typedef uint64_t Code;

typedef enum Opcode {
#define INSTR(name, a, b, c, w1, w2, flags, meaning) I_##name,
#include "code/instr.def"
#undef INSTR
    INSTR_COUNT
} Opcode;

typedef enum OperandKind {
    K_0,
    K_X,
    K_XS,
    K_Y,
    K_YS,
    K_ATOM,
    K_INT,
    K_N,
    K_S16,
    K_CELL,
    K_FUNCTOR,
    K_PRED,
    K_LABEL,
    K_INFO,
    K_FN,
    K_FN1,
    K_TYPE,
    K_TAG
} OperandKind;

enum { F_HEAD = 1, F_S = 2, F_BUILD = 4, F_TEST = 8, F_END = 16, F_STUB = 32, F_NECK = 64 };

typedef struct InstrInfo {
    const char *name; /* upper case, as in the table */
    uint8_t a, b, c, w1, w2;
    uint8_t flags;
    uint8_t words; /* 1..3 */
    const char *meaning;
} InstrInfo;

extern const InstrInfo instr_info[INSTR_COUNT];

static inline bool kind_is_register(uint8_t kind)
{
    return kind == K_X || kind == K_XS;
}
static inline bool kind_is_slot(uint8_t kind)
{
    return kind == K_Y || kind == K_YS;
}

/* Type tests (operand K_TYPE). */
typedef enum TypeTest {
#define TYPE_TEST(name, predicate) TYPE_##name,
#include "code/types.def"
#undef TYPE_TEST
    TYPE_COUNT
} TypeTest;

/* Largest register or slot number an operand can name. */
#define REGISTER_MAX 8191u
/* Heap cells that code may write after the entry of a predicate without NEED, or after a call when another poll follows before it returns;
 * well under HEAP_MARGIN of the loop. */
#define HEAP_FREE_CELLS 500u

static inline Opcode code_op(Code w)
{
    return (Opcode)(w & 0xffff);
}
static inline uint16_t code_a(Code w)
{
    return (uint16_t)(w >> 16);
}
static inline uint16_t code_b(Code w)
{
    return (uint16_t)(w >> 32);
}
static inline uint16_t code_c(Code w)
{
    return (uint16_t)(w >> 48);
}
/* The 16 bits number i of the word at p (0: opcode, 1: a, 2: b, 3: c), read by themselves: one machine instruction. */
static inline uint16_t code_operand(const Code *p, unsigned i)
{
    uint16_t operand;
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    memcpy(&operand, (const char *)p + 2 * i, sizeof operand);
#else
    operand = (uint16_t)(*p >> (16 * i));
#endif
    return operand;
}
static inline int32_t code_imm(Code w)
{
    return (int32_t)(w >> 32);
}
static inline Code code_make(Opcode op, unsigned a, unsigned b, unsigned c)
{
    return (Code)op | ((Code)(uint16_t)a << 16) | ((Code)(uint16_t)b << 32) | ((Code)(uint16_t)c << 48);
}
static inline Code code_make_imm(Opcode op, unsigned a, int32_t imm)
{
    return (Code)op | ((Code)(uint16_t)a << 16) | ((Code)(uint32_t)imm << 32);
}
static inline unsigned instr_words(Code w)
{
    return instr_info[code_op(w)].words;
}
/* The atom that names an arithmetic comparison; 0 for instructions that are none. */
uint32_t instr_comparison(Opcode op);

/* ---- return information: the word before a return address (w2 of CALL), and w1 of RETRY and TRUST ----
 *
 *     | map 24 | live 12 | back 28 |
 *
 * back: words from this word to the first word of the clause object. live: how many slots of the environment are in use from here
 * on. map: bit i set when slot i holds a value the collector must follow or keep. When live is INFO_LONG, map is the distance in
 * words from this word forward to a longer map: a word with the live count, then the bits.
 */
#define INFO_LONG         0xfffu
#define INFO_DISTANCE_MAX 0xffffffu
#define INFO_BACK_MAX     0xfffff00u /* code words; the header comes on top */
static inline Code info_make(size_t back, unsigned live, uint32_t map)
{
    return (Code)back | ((Code)live << 28) | ((Code)map << 40);
}
static inline size_t info_back(Code info)
{
    return (size_t)(info & 0xfffffff);
}
static inline bool info_is_long(Code info)
{
    return ((info >> 28) & 0xfff) == INFO_LONG;
}
static inline const Code *info_long_map(const Code *info)
{
    return info + (*info >> 40);
}
static inline size_t info_live(const Code *info)
{
    size_t live = (*info >> 28) & 0xfff;
    return LIKELY(live != INFO_LONG) ? live : (size_t)*info_long_map(info);
}
static inline bool info_slot_is_live(const Code *info, size_t slot)
{
    if (!info_is_long(*info))
        return slot < 24 && ((*info >> (40 + slot)) & 1);
    const Code *map = info_long_map(info);
    return slot < map[0] && ((map[1 + slot / 64] >> (slot % 64)) & 1);
}

#endif
