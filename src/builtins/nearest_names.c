/* nearest_names.c - which predicate a person may have meant.
 * SPDX-License-Identifier: MIT
 *
 * Edits are those of typing: a character more, less or another one, and two that changed places. Names longer than NAME_MAX_LENGTH characters are
 * left alone.
 */
#include "builtins/nearest_names.h"

#include "base/utf8.h"

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

/* How far a predicate's name is from the one wanted; its own name with another arity is nearest. */
static unsigned distance_of(const AtomTable *atoms, const Name *wanted, uint32_t name, int64_t arity, const Pred *pred)
{
    Name other;
    if (pred_name(pred) == name)
        return pred_arity(pred) == arity ? TOO_FAR : 0;
    if (!name_from_atom(atoms, pred_name(pred), &other) || (other.length > 0 && other.codes[0] == '$'))
        return TOO_FAR;
    unsigned allowed = edits_allowed(wanted->length);
    if (other.length > wanted->length + allowed || wanted->length > other.length + allowed)
        return TOO_FAR;
    unsigned edits = edit_distance(wanted, &other);
    return edits <= allowed ? 2 * edits + (pred_arity(pred) != arity) : TOO_FAR;
}

static bool comes_before(const AtomTable *atoms, NearName a, NearName b)
{
    if (a.distance != b.distance)
        return a.distance < b.distance;
    int order = atom_compare(atoms, a.name, b.name);
    return order != 0 ? order < 0 : a.arity < b.arity;
}

/* Puts a name in its place among the best so far, unless it is there already. */
static size_t insert(const AtomTable *atoms, NearName *found, size_t count, NearName candidate)
{
    for (size_t i = 0; i < count; i++)
        if (found[i].name == candidate.name && found[i].arity == candidate.arity)
            return count;
    if (count == NEAR_NAMES && !comes_before(atoms, candidate, found[count - 1]))
        return count;
    size_t i = count < NEAR_NAMES ? count++ : count - 1;
    for (; i > 0 && comes_before(atoms, candidate, found[i - 1]); i--)
        found[i] = found[i - 1];
    found[i] = candidate;
    return count;
}

size_t nearest_names(const Program *p, const Module *m, uint32_t name, int64_t arity, NearName found[NEAR_NAMES])
{
    const Module *seen[3] = {m, m != p->user ? p->user : NULL, m != p->system ? p->system : NULL};
    Name wanted;
    size_t count = 0;
    if (!name_from_atom(p->atoms, name, &wanted))
        return 0;
    for (size_t i = 0; i < ARRAY_LENGTH(seen); i++) {
        for (size_t j = 0; seen[i] != NULL && j < seen[i]->pred_capacity; j++) {
            const Pred *pred = seen[i]->preds[j];
            if (pred == NULL || !(pred_is_defined(pred) || pred->import != NULL))
                continue;
            unsigned distance = distance_of(p->atoms, &wanted, name, arity, pred);
            if (distance != TOO_FAR)
                count = insert(p->atoms, found, count, (NearName){pred_name(pred), pred_arity(pred), distance});
        }
    }
    return count;
}
