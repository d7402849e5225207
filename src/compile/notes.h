/* notes.h - what instructions cannot tell the decompiler.
 * SPDX-License-Identifier: MIT
 *
 * A note stands before the instruction at `offset` (words from the start of the code). Notes are in order of offset, and those at one
 * offset in the order of the source. Control constructs are brackets:
 *
 *     IF cond THEN then ELSE else END          (C -> T ; E)        IF cond THEN then NOELSE fail END     (C -> T)
 *     SOFT cond THEN then ELSE else END        (C *-> T ; E)       likewise with NOELSE
 *     OR left ELSE right END                   (A ; B)
 *     NOT goal END                             \+ G
 *     GROUP goals END                          (A, B) as the left side of a conjunction, or behind a module: Module:(A, B)
 *
 * Inline goals, whose arguments went into registers and terms:
 *     ASSIGN r     Variable = Term was here: register r (argument) now holds Term; SWAPPED: Term = Variable
 *     MATCH r ..  MATCHED   the GET_ and UNIFY_ instructions between unify register r with a term: r = Term; SWAPPED: Term = r
 *     IS r         Variable is Expression: r holds the value; the left side is a new variable
 *     IS_MATCH r .. MATCHED  Left is Expression: r holds the value, instructions between unify Left with it
 *     EQUAL_TERMS  A = B for two terms that are not variables: the last GET_VALUE unified registers that hold them
 *     GOAL kind    true (argument 0), and what the next FAIL or JUMP was: false (1), fail (2)
 *     CALL_VARIABLE  the next call of call/1 was a variable standing as a goal
 *     QUALIFIED m  the next goal or construct was written with the module named by atom m
 *     VARIABLE n   the next variable made is number n of those that occur first on several paths, such as X in (p(X) ; q(X)); 0: it is
 *                  none of them. Several of these notes speak of the next variables in turn
 *     LINE n       the next goal begins n lines after the clause (source position; absent in asserted clauses)
 */
#ifndef HORN_COMPILE_NOTES_H
#define HORN_COMPILE_NOTES_H

#include "db/clause.h"
#include "term/atom.h"

typedef enum NoteKind {
    NOTE_IF,
    NOTE_SOFT,
    NOTE_OR,
    NOTE_NOT,
    NOTE_GROUP,
    NOTE_THEN,
    NOTE_ELSE,
    NOTE_NOELSE,
    NOTE_END,
    NOTE_ASSIGN,
    NOTE_ASSIGN_SWAPPED,
    NOTE_MATCH,
    NOTE_MATCH_SWAPPED,
    NOTE_MATCHED,
    NOTE_IS,
    NOTE_IS_MATCH,
    NOTE_EQUAL_TERMS,
    NOTE_GOAL,
    NOTE_CALL_VARIABLE,
    NOTE_QUALIFIED,
    NOTE_VARIABLE,
    NOTE_LINE,
    NOTE_KIND_COUNT
} NoteKind;

#define NOTE_ARGUMENT_MAX 0xffffffu

/* | offset 32 | argument 24 | kind 8 | */
static inline Code note_make(NoteKind kind, uint32_t argument, uint32_t offset)
{
    return (Code)kind | ((Code)(argument & 0xffffff) << 8) | ((Code)offset << 32);
}
/* True of kinds whose argument is an atom. */
static inline bool note_names_atom(NoteKind kind)
{
    return kind == NOTE_QUALIFIED;
}
static inline NoteKind note_kind(Code note)
{
    return (NoteKind)(note & 0xff);
}
static inline uint32_t note_argument(Code note)
{
    return (uint32_t)(note >> 8) & 0xffffff;
}
static inline uint32_t note_offset(Code note)
{
    return (uint32_t)(note >> 32);
}

/* Marks the atoms in the notes of a clause: Program.notes_mark_atoms. */
void notes_mark_atoms(AtomTable *atoms, const Clause *clause);

#endif
