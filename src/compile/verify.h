/* verify.h - is this code safe to run?
 * SPDX-License-Identifier: MIT
 *
 * Code that comes as text or as an image is checked before it is added to a predicate. Code that passes can fail, loop through its
 * calls and be wrong, but it cannot take the machine down: what is said about each instruction in verify.c holds wherever it is reached.
 */
#ifndef HORN_COMPILE_VERIFY_H
#define HORN_COMPILE_VERIFY_H

#include "arith/eval.h"
#include "db/module.h"

typedef enum VerifyStatus { VERIFY_OK, VERIFY_BAD, VERIFY_NO_MEMORY } VerifyStatus;

typedef struct VerifyError {
    const char *what; /* a constant: in English, without the instruction */
    uint32_t offset;  /* of the instruction, in words */
} VerifyError;

/* Constants and predicates of the clause are taken as they are: whoever made the clause made them. */
VerifyStatus clause_verify(const Clause *clause, const ArithContext *arith, Alloc *alloc, VerifyError *error);

#endif
