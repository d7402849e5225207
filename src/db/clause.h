/* clause.h - a clause: its code and nothing else.
 * SPDX-License-Identifier: MIT
 *
 *     | Clause header | code words ... | constant words ... | note words ... |
 *
 * The code is the clause: clause/2 and listing/1 decompile it. The constants are ground terms in heap format at fixed addresses, which
 * instructions and, at run time, heap cells point to; so a clause that is referenced from a heap must stay (see reclaim.h). The notes
 * say what instructions cannot: see compile/notes.h. They are never executed.
 *
 * A clause is visible to a goal that started at generation g when born <= g < died.
 */
#ifndef HORN_DB_CLAUSE_H
#define HORN_DB_CLAUSE_H

#include "base/alloc.h"
#include "code/instr.h"

typedef uint64_t Generation;
#define GENERATION_NEVER UINT64_MAX

struct Pred;

typedef struct Clause {
    struct Pred *pred;
    Generation born, died;
    uint32_t code_words, constant_words, note_words;
    uint8_t flags;
    uint8_t marked;     /* by the reclaimer: reachable from an engine */
    uint16_t variables; /* upper bound on heap cells that head and first chunk write is `need`; here: distinct variables, capped */
    Code code[];
} Clause;

enum {
    CLAUSE_FACT = 1,      /* the body is true */
    CLAUSE_TEMPORARY = 2, /* made for call/N or a query: dropped when no frame refers to it */
    CLAUSE_BIG = 4,       /* BIG_CLAUSE */
    CLAUSE_REFERENCED = 8 /* has a number: db/reference.h */
};

static inline size_t clause_bytes(const Clause *c)
{
    return sizeof(Clause) + ((size_t)c->code_words + c->constant_words + c->note_words) * sizeof(Code);
}
static inline Cell *clause_constants(const Clause *c)
{
    return (Cell *)(uintptr_t)(c->code + c->code_words);
}
static inline const Code *clause_notes(const Clause *c)
{
    return c->code + c->code_words + c->constant_words;
}
/* True when the body may begin with unifications. They look like those of the head, and calls gain from taking them for such; but a clause
 * is not to be found by them. Notes come in the order of the code they stand before, whose offset in words is their upper half; none
 * stands in the head. */
static inline bool clause_has_body_keys(const Clause *c)
{
    size_t body = c->note_words ? (size_t)(clause_notes(c)[0] >> 32) : c->code_words;
    return body < c->code_words && (instr_info[code_op(c->code[body])].flags & F_HEAD);
}
static inline bool clause_is_visible(const Clause *c, Generation g)
{
    return c->born <= g && g < c->died;
}
/* The clause that a return address or an alternative's info word lies in. */
static inline Clause *clause_from_info(const Code *info)
{
    return (Clause *)(uintptr_t)((const char *)info - info_back(*info) * sizeof(Code));
}
/* The clause that begins with this instruction. */
static inline Clause *clause_from_first_code(const Code *code)
{
    return (Clause *)(uintptr_t)((const char *)code - offsetof(Clause, code));
}
#define CLAUSE_HEADER_WORDS (sizeof(Clause) / sizeof(Code))

/* The clauses of a predicate in order. Running goals hold pointers into `items`, so slots are written once and a full array is replaced
 * and retired. The first and the last are alive; between them may be dead ones. See clause_array.h. */
typedef struct ClauseList {
    Clause **items; /* from `first` to `first + count`; NULL while there are none */
    uint32_t first, count, capacity;
} ClauseList;

#endif
