/* asm_int.h - what the writer (listing.c) and the reader (assemble.c) of assembly text share.
 * SPDX-License-Identifier: MIT
 *
 *     horn_asm(1).                       the format, before all else
 *     dynamic seen/1.                    a directive: a word, its operands, a full stop
 *     predicate concatenate/3            the clauses of a predicate of the source module, up to `end`
 *     clause 1                           % its text
 *         get_list_variable_variable A1 X4 A1
 *         get_list_value_variable A3 X4 A3
 *         execute concatenate/3
 *     end
 *
 * One instruction a line: its name, then operands between blanks, in the order of the columns of instr.def:
 *
 *     A1 X4 Y2       registers from 1 (A and X are the same; A is written for arguments), slots from 1
 *     =Term          a constant: the rest of the line
 *     f/2 m:p/2      functors, functions of arithmetic, predicates; without module it is that of the clause
 *     L3 fail        a label, placed by a line `L3:`; fail stands for none
 *     {Y1,Y3} {}:4   return information: slots that hold values, and how many are in use when that is not told by the last one
 *     [A1,A3..A5]    live registers
 *     7 -3 atom list integers; kinds of type tests; kinds of pointers
 *
 * `note` begins a note (notes.h). Names of instructions are those of the table with VAR, VAL, CONST, STRUCT and INT written out; `_atom` with
 * [] is written `_nil`.
 */
#ifndef HORN_COMPILE_ASM_INT_H
#define HORN_COMPILE_ASM_INT_H

#include "compile/notes.h"

#define ASM_FORMAT     "horn_asm(1)."
#define MNEMONIC_BYTES 48

/* Writes the name of an instruction, NUL-terminated. `nil`: the variant for []; empty when there is none. */
void mnemonic_from_opcode(Opcode op, bool nil, char out[MNEMONIC_BYTES]);

typedef enum NoteOperand { NOTE_PLAIN, NOTE_REGISTER, NOTE_GOAL_NAME, NOTE_MODULE, NOTE_NUMBER } NoteOperand;

typedef struct NoteInfo {
    const char *name;
    NoteOperand operand;
} NoteInfo;

extern const NoteInfo note_info[NOTE_KIND_COUNT];
/* Arguments of NOTE_GOAL. */
#define NOTE_GOAL_NAMES 3
extern const char *const note_goal_names[NOTE_GOAL_NAMES];
extern const char *const type_test_names[TYPE_COUNT];

/* Operand kinds of an instruction in the order in which they are written. */
static inline void instr_operands(const InstrInfo *info, uint8_t kinds[5])
{
    kinds[0] = info->a, kinds[1] = info->b, kinds[2] = info->c, kinds[3] = info->w1, kinds[4] = info->w2;
}

#endif
