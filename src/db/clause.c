/* clause.c - making and freeing clauses.
 * SPDX-License-Identifier: MIT
 */
#include "base/vec.h"
#include "db/module.h"

Clause *clause_new(Program *p, Pred *pred, size_t code_words, size_t constant_words, size_t note_words)
{
    const size_t most = UINT32_MAX;
    if (code_words > most || constant_words > most || note_words > most)
        return NULL;
    size_t bytes = sizeof(Clause) + (code_words + constant_words + note_words) * sizeof(Code);
    Clause *c = alloc_new(p->alloc, bytes);
    if (!c)
        return NULL;
    *c = (Clause){
        .pred = pred,
        .born = GENERATION_NEVER,
        .died = GENERATION_NEVER,
        .code_words = (uint32_t)code_words,
        .constant_words = (uint32_t)constant_words,
        .note_words = (uint32_t)note_words,
    };
    if (constant_words > 0 && !clause_map_add(&p->constants, p->alloc, c)) {
        alloc_free(p->alloc, c, bytes);
        return NULL;
    }
    p->clause_bytes += bytes;
    return c;
}

void clause_free(Program *p, Clause *clause)
{
    if (!clause)
        return;
    if (clause->flags & CLAUSE_REFERENCED)
        reference_forget(&p->references, clause);
    if (clause->constant_words > 0)
        clause_map_remove(&p->constants, p->alloc, clause);
    p->clause_bytes -= clause_bytes(clause);
    alloc_free(p->alloc, clause, clause_bytes(clause));
}

bool clause_retire(Program *p, Clause *clause)
{
    if (!VEC_RESERVE(p->alloc, p->retired_clauses, p->retired_clause_capacity, p->retired_clause_count + 1))
        return false;
    p->retired_clauses[p->retired_clause_count++] = clause;
    p->retired_bytes += clause_bytes(clause);
    return true;
}
