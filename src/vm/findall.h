/* findall.h - the answers of findall/3 while they are found.
 * SPDX-License-Identifier: MIT
 *
 * Answers are copied off the heap, since backtracking gives that back, into blocks, one answer after the other:
 *
 *     atomic answer:  | cell |           others:  | root | count | cells ... |   as in a record
 *
 * In the end all are pushed to the heap at once, as a list.
 */
#ifndef HORN_VM_FINDALL_H
#define HORN_VM_FINDALL_H

#include "vm/frame.h"

typedef struct Engine Engine;

typedef struct AnswerBlock {
    struct AnswerBlock *next;
    size_t used, capacity; /* cells */
    Cell cells[];
} AnswerBlock;

typedef struct Findall {
    AnswerBlock *first, *last;
    size_t count;      /* answers */
    size_t heap_cells; /* what they take on the heap, with the list of them */
    struct Findall *outer;
    Choice *mark; /* B when it began: an exception that unwinds below drops it */
} Findall;

/* Begins the engine's innermost findall. False when memory is exhausted. */
NODISCARD bool findall_begin(Engine *e);
/* Adds a copy of the term. False when memory is exhausted, or could not hold the list in the end. */
NODISCARD bool findall_add(Engine *e, Cell term);
/* Pushes the answers as a list that ends in `tail`; room for heap_cells must be there. */
Cell findall_push(Engine *e, Cell tail);
/* Ends the innermost. */
void findall_end(Engine *e);
/* Marks every atom in the answers. */
void findall_mark_atoms(AtomTable *t, const Findall *f);

#endif
