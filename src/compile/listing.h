/* listing.h - clause code as text that loads back to the same code (assemble.h). The form of the text is described in asm_int.h.
 * SPDX-License-Identifier: MIT
 */
#ifndef HORN_COMPILE_LISTING_H
#define HORN_COMPILE_LISTING_H

#include "arith/eval.h"
#include "base/buf.h"
#include "db/module.h"

typedef struct Listing {
    const Program *program;
    const ArithContext *arith;
    Buf *out;       /* failure of memory is noted there */
    bool offsets;   /* `% 12` after every instruction: where it stands, in words */
} Listing;

/* "predicate name/arity". */
void listing_put_predicate(const Listing *l, const Pred *pred);
/* "clause number", the source as a comment when `source` is not NULL, and the lines of the code. */
void listing_put_clause(const Listing *l, const Clause *clause, size_t number, const TextSpan *source);
/* "end". */
void listing_put_end(const Listing *l);
/* The number of instructions in a clause. */
size_t clause_instructions(const Clause *clause);

#endif
