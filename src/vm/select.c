/* select.c - choosing among many clauses, and among clauses that change.
 * SPDX-License-Identifier: MIT
 */
#include "vm/select.h"

/* Longer candidate lists come from an index that has told apart what it can. */
#define FILTER_MAX 16

static Clause *const *scan(const Pred *p, Clause *const *from, Clause *const *end, Generation generation, const Cell *args, bool filter)
{
    while (from < end && !(clause_is_visible(*from, generation) && (!filter || candidate_matches(p, *from, args))))
        from++;
    return from;
}

void select_scan(const Engine *e, const Pred *p, Clause *const *from, Clause *const *end, Generation generation, const Cell *args,
                 Selection *out)
{
    (void)e;
    bool filter = end - from <= FILTER_MAX;
    from = scan(p, from, end, generation, args, filter);
    out->clause = from < end ? *from : NULL;
    out->end = end;
    out->next = NULL;
    if (from < end) {
        from = scan(p, from + 1, end, generation, args, filter);
        if (from < end)
            out->next = from;
    }
}

void select_first(Engine *e, Pred *p, Generation generation, const Cell *args, Selection *out)
{
    Candidates all = index_lookup(e->store.alloc, p, args);
    select_scan(e, p, all.next, all.end, generation, args, out);
}
