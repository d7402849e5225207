/* nearest_names.c - which predicate a person may have meant.
 * SPDX-License-Identifier: MIT
 *
 * Edits are those of typing: a character more, less or another one, and two that changed places. Names longer than NAME_MAX_LENGTH characters are
 * left alone.
 */
#include "builtins/nearest_names.h"

#include "base/utf8.h"
#include "db/index.h"

#define NAME_MAX_LENGTH 48u
#define TOO_FAR         UINT32_MAX

typedef struct Name {
    uint32_t codes[NAME_MAX_LENGTH];
    unsigned length;
} Name;

/* False when it is too long. */
static bool name_from_atom(const AtomTable *atoms, uint32_t atom, Name *out)
{
    char scratch[8];
    TextSpan text = atom_text(atoms, atom, scratch);
    out->length = 0;
    for (const char *p = text.bytes, *end = p + text.length; p < end;) {
        if (out->length == NAME_MAX_LENGTH)
            return false;
        out->codes[out->length++] = utf8_next(&p);
    }
    return true;
}

static unsigned min_unsigned(unsigned a, unsigned b)
{
    return a < b ? a : b;
}

/* Edits between two names: the last three rows of the usual table. */
static unsigned edit_distance(const Name *a, const Name *b)
{
    unsigned rows[3][NAME_MAX_LENGTH + 1];
    for (unsigned j = 0; j <= b->length; j++)
        rows[0][j] = j;
    for (unsigned i = 1; i <= a->length; i++) {
        unsigned *row = rows[i % 3], *above = rows[(i + 2) % 3], *above2 = rows[(i + 1) % 3];
        row[0] = i;
        for (unsigned j = 1; j <= b->length; j++) {
            unsigned change = above[j - 1] + (a->codes[i - 1] != b->codes[j - 1]);
            row[j] = min_unsigned(change, min_unsigned(above[j], row[j - 1]) + 1);
            if (i > 1 && j > 1 && a->codes[i - 1] == b->codes[j - 2] && a->codes[i - 2] == b->codes[j - 1])
                row[j] = min_unsigned(row[j], above2[j - 2] + 1);
        }
    }
    return rows[a->length % 3][b->length];
}

/* Edits that a name of this length may be away. */
static unsigned edits_allowed(unsigned length)
{
    return length < 3 ? 0 : length < 5 ? 1 : length < 9 ? 2 : 3;
}

/* What is looked for, and the best so far. */
typedef struct NameSearch {
    const AtomTable *atoms;
    uint32_t name;
    int64_t arity;
    Name text;
    NearName *found;
    size_t count;
} NameSearch;

/* How far a name is from the one wanted; that name itself with another arity is nearest. */
static unsigned distance_of(const NameSearch *q, uint32_t name, uint32_t arity)
{
    Name other;
    if (name == q->name)
        return arity == q->arity ? TOO_FAR : 0;
    if (!name_from_atom(q->atoms, name, &other) || (other.length > 0 && other.codes[0] == '$'))
        return TOO_FAR;
    unsigned allowed = edits_allowed(q->text.length);
    if (other.length > q->text.length + allowed || q->text.length > other.length + allowed)
        return TOO_FAR;
    unsigned edits = edit_distance(&q->text, &other);
    return edits <= allowed ? 2 * edits + (arity != q->arity) : TOO_FAR;
}

static bool comes_before(const AtomTable *atoms, NearName a, NearName b)
{
    if (a.distance != b.distance)
        return a.distance < b.distance;
    int order = atom_compare(atoms, a.name, b.name);
    return order != 0 ? order < 0 : a.arity < b.arity;
}

/* Puts a name in its place among the best so far, if it is near and not there already. */
static void consider(NameSearch *q, uint32_t name, uint32_t arity)
{
    NearName candidate = {name, arity, distance_of(q, name, arity)};
    if (candidate.distance == TOO_FAR)
        return;
    for (size_t i = 0; i < q->count; i++)
        if (q->found[i].name == name && q->found[i].arity == arity)
            return;
    if (q->count == NEAR_NAMES && !comes_before(q->atoms, candidate, q->found[q->count - 1]))
        return;
    size_t i = q->count < NEAR_NAMES ? q->count++ : q->count - 1;
    for (; i > 0 && comes_before(q->atoms, candidate, q->found[i - 1]); i--)
        q->found[i] = q->found[i - 1];
    q->found[i] = candidate;
}

static void consider_module(NameSearch *q, const Module *m)
{
    for (size_t i = 0; i < m->pred_capacity; i++) {
        const Pred *pred = m->preds[i];
        if (pred != NULL && (pred_is_defined(pred) || pred->import != NULL))
            consider(q, pred_name(pred), pred_arity(pred));
    }
}

/* What libraries export that are not loaded: the facts Name, Arity, Library of the autoloader. */
static void consider_libraries(NameSearch *q, const Program *p)
{
    const Pred *exports = pred_find(p->system, cell_from_functor(ATOM_library_export, 3));
    if (exports == NULL)
        return;
    for (Candidates all = pred_all_clauses(exports); all.next < all.end; all.next++) {
        Cell keys[2];
        clause_keys(*all.next, 0, 2, keys);
        if ((*all.next)->died == GENERATION_NEVER && cell_is_atom(keys[0]) && cell_is_int(keys[1]))
            consider(q, cell_atom(keys[0]), (uint32_t)cell_int(keys[1]));
    }
}

/* Beside a name one edit away, those further away are noise. */
static bool is_much_worse(NearName a, NearName best)
{
    return a.distance > best.distance + (best.distance == 0 ? 2 : 1);
}

size_t nearest_names(const Program *p, const Module *m, uint32_t name, int64_t arity, NearName found[NEAR_NAMES])
{
    NameSearch q = {.atoms = p->atoms, .name = name, .arity = arity, .found = found};
    if (!name_from_atom(p->atoms, name, &q.text))
        return 0;
    consider_module(&q, m);
    consider_module(&q, p->user);
    consider_module(&q, p->system);
    consider_libraries(&q, p);
    while (q.count > 0 && is_much_worse(found[q.count - 1], found[0]))
        q.count--;
    return q.count;
}
