/* instr.c - the instruction table as data.
 * SPDX-License-Identifier: MIT
 */
#include "code/instr.h"

#include "term/atom.h"

const InstrInfo instr_info[INSTR_COUNT] = {
#define INSTR(name, a, b, c, w1, w2, flags, meaning) {#name, a, b, c, w1, w2, flags, 1 + ((w1) != K_0) + ((w2) != K_0), meaning},
#include "code/instr.def"
#undef INSTR
};

uint32_t instr_comparison(Opcode op)
{
    static const uint32_t names[6] = {
        ATOM_CHAR('<'), ATOM_less_equal, ATOM_CHAR('>'), ATOM_greater_equal, ATOM_num_equal, ATOM_num_not_equal,
    };
    if (op >= I_TEST_LT && op <= I_TEST_NE)
        return names[op - I_TEST_LT];
    return op >= I_TEST_LT_INT && op <= I_TEST_NE_INT ? names[op - I_TEST_LT_INT] : 0;
}
