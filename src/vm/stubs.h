/* stubs.h - continuations and alternatives that belong to the machine, not to a clause.
 * SPDX-License-Identifier: MIT
 *
 * Each is an information word, where a return address needs one, and one instruction. Their `back` is 0: no clause.
 */
#ifndef HORN_VM_STUBS_H
#define HORN_VM_STUBS_H

#include "code/instr.h"

typedef struct Stub {
    Code info;
    Code code[1];
} Stub;

extern const Stub stub_catch_exit, stub_cleanup_exit, stub_resume, stub_answer;
extern const Stub stub_alt_clauses, stub_alt_rows, stub_alt_partial, stub_alt_builtin, stub_alt_catch, stub_alt_cleanup, stub_alt_stop,
    stub_alt_fail;

static inline bool info_is_stub(Code info)
{
    return info_back(info) == 0;
}

#endif
