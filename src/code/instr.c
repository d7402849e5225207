/* instr.c - the instruction table as data.
 * SPDX-License-Identifier: MIT
 */
#include "code/instr.h"

const InstrInfo instr_info[INSTR_COUNT] = {
#define INSTR(name, a, b, c, w1, w2, flags, meaning) {#name, a, b, c, w1, w2, flags, 1 + ((w1) != K_0) + ((w2) != K_0), meaning},
#include "code/instr.def"
#undef INSTR
};
