/* neck.c - what a call has to save before the head and the first tests of a clause are tried.
 * SPDX-License-Identifier: MIT
 */
#include "db/neck.h"

#include "db/pred.h"

static uint16_t set_bit(uint8_t kind, uint16_t operand, uint32_t arity)
{
    uint32_t reg = operand / sizeof(uint64_t);
    return kind == K_XS && reg < arity ? (uint16_t)(1u << reg) : 0;
}

uint16_t clause_neck(const Clause *clause)
{
    uint32_t arity = pred_arity(clause->pred);
    uint16_t overwritten = 0;
    const Code *pc = clause->code, *end = pc + clause->code_words;
    if (arity > NECK_ARGUMENTS_MAX)
        return NECK_NONE;
    for (; pc < end; pc += instr_words(*pc)) {
        const InstrInfo *info = &instr_info[code_op(*pc)];
        if (code_op(*pc) == I_NECK || code_op(*pc) == I_CUT)
            return overwritten;
        if (!(info->flags & (F_HEAD | F_TEST | F_NECK)) || (info->w1 == K_LABEL && pc[1] != 0))
            return NECK_NONE;
        overwritten |= set_bit(info->a, code_a(*pc), arity) | set_bit(info->b, code_b(*pc), arity) | set_bit(info->c, code_c(*pc), arity);
    }
    return NECK_NONE;
}
