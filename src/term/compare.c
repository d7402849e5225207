/* compare.c - standard order of terms and structural tests.
 * SPDX-License-Identifier: MIT
 *
 * One walk over both terms (pairs_int.h) serves ==, compare/3 and =@=; they differ in what they do with two leaves. A pair of terms
 * that is met again in a cycle counts as equal: a difference, if there is one, is found elsewhere.
 */
#include "term/compare.h"

#include <math.h>

#include "term/number.h"
#include "term/pairs_int.h"
#include "term/text.h"

enum Mode {
    MODE_ORDER,    /* the result is the order */
    MODE_IDENTICAL, /* the result is 0 or not, without looking for the order */
    MODE_VARIANT   /* as MODE_IDENTICAL, up to renaming of variables */
};

/* The right side of a pair in the forest and in the renaming has keys of its own, since both sides may share subterms. */
#define RIGHT_SIDE ((Cell)3)

typedef struct Comparison {
    Pairs pairs;
    enum Mode mode;
    CellMap renaming; /* MODE_VARIANT: variable -> its partner, in both directions */
    bool failed;      /* memory exhausted */
} Comparison;

/* ---- leaves ---- */

enum Rank { RANK_VARIABLE, RANK_NUMBER, RANK_ATOM, RANK_STRING, RANK_OTHER, RANK_COMPOUND };

static enum Rank rank_of(Cell c)
{
    if (cell_is_var(c))
        return RANK_VARIABLE;
    if (cell_is_compound(c))
        return RANK_COMPOUND;
    if (cell_is_number(c))
        return RANK_NUMBER;
    if (cell_is_atom(c))
        return RANK_ATOM;
    return cell_is_string(c) ? RANK_STRING : RANK_OTHER;
}

static int compare_words(uint64_t a, uint64_t b)
{
    return a < b ? -1 : a > b;
}

/* 7.2: every float comes before every integer; by value, a float comes before an integer that is equal. -0.0 comes before 0.0, and what is
 * no number (NaN) before all other floats. */
static int compare_numbers(const Store *s, Cell a, Cell b)
{
    if (cell_is_double(a) != cell_is_double(b)) {
        int order = s->numbers_by_value ? number_compare(a, b) : 0;
        return order != 0 ? order : cell_is_double(a) ? -1 : 1;
    }
    if (!cell_is_double(a))
        return number_compare(a, b);
    double x = box_double(a), y = box_double(b);
    if (x < y || x > y)
        return x < y ? -1 : 1;
    if (isnan(x) != isnan(y))
        return isnan(x) ? -1 : 1;
    int64_t p, q;
    memcpy(&p, box_cells(a) + 1, sizeof p);
    memcpy(&q, box_cells(b) + 1, sizeof q);
    return p < q ? -1 : p > q;
}

static int compare_spans(TextSpan a, TextSpan b)
{
    int order = memcmp(a.bytes, b.bytes, min_size(a.length, b.length));
    return order != 0 ? order : compare_words(a.length, b.length);
}

/* Blobs and the like have an arbitrary but fixed order. */
static int compare_blocks(Cell a, Cell b)
{
    const Cell *p = box_cells(a), *q = box_cells(b);
    if (p[0] != q[0])
        return compare_words(p[0], q[0]);
    return memcmp(p + 1, q + 1, raw_words(p[0]) * sizeof(Cell));
}

/* Two distinct cells that are not both compounds. */
static int order_leaves(const Store *s, Cell a, Cell b)
{
    enum Rank rank = rank_of(a);
    if (rank != rank_of(b))
        return rank < rank_of(b) ? -1 : 1;
    switch (rank) {
    case RANK_VARIABLE: return compare_words(a & ~CELL_TAG_MASK, b & ~CELL_TAG_MASK);
    case RANK_NUMBER: return compare_numbers(s, a, b);
    case RANK_ATOM: return atom_compare(s->atoms, cell_atom(a), cell_atom(b));
    case RANK_STRING: return compare_spans(string_span(a), string_span(b));
    default: return compare_blocks(a, b);
    }
}

static Cell variable_key(Cell variable, Cell side)
{
    return (variable & ~CELL_TAG_MASK) | side;
}

static int pair_variables(Comparison *k, Cell a, Cell b)
{
    Cell left = variable_key(a, 0), right = variable_key(b, RIGHT_SIDE);
    const Cell *partner = cell_map_get(&k->renaming, left), *back = cell_map_get(&k->renaming, right);
    if (partner != NULL || back != NULL)
        return partner == NULL || back == NULL || *partner != right;
    k->failed = !cell_map_put(&k->renaming, left, right) || !cell_map_put(&k->renaming, right, left);
    return k->failed;
}

/* Two cells that are not both compounds. */
static int meet_leaves(Comparison *k, Cell a, Cell b)
{
    if (k->mode == MODE_VARIANT && cell_is_var(a) && cell_is_var(b))
        return pair_variables(k, a, b);
    if (a == b)
        return 0;
    if (k->mode == MODE_ORDER)
        return order_leaves(k->pairs.s, a, b);
    return !cell_is_box(a) || !cell_is_box(b) || compare_blocks(a, b) != 0;
}

/* ---- compounds ---- */

static Cell functor_of(Cell c)
{
    return cell_is_str(c) ? str_functor(c) : cell_from_functor(ATOM_CHAR('.'), 2);
}

static int compare_functors(const Comparison *k, Cell f, Cell g)
{
    if (f == g)
        return 0;
    if (k->mode != MODE_ORDER)
        return 1;
    if (functor_arity(f) != functor_arity(g))
        return functor_arity(f) < functor_arity(g) ? -1 : 1;
    int order = atom_compare(k->pairs.s->atoms, functor_name(f), functor_name(g));
    return order != 0 ? order : compare_words(f, g);
}

/* True when the pair was met before. */
static bool is_known(Comparison *k, Cell a, Cell b)
{
    if (k->mode == MODE_VARIANT)
        b += RIGHT_SIDE;
    enum Meeting meeting = pairs_meet(&k->pairs, a, b);
    k->failed |= meeting == MEET_NO_MEMORY;
    return meeting == MEET_KNOWN;
}

/* Steps over what two lists, at least one of them packed, have in common at their front. The head of the other list is settled here
 * when it is a leaf; a compound is greater than any character. */
static int text_step(Comparison *k, Cell *a, Cell *b)
{
    if (cell_is_txt(*a) && cell_is_txt(*b))
        return text_skip_common(a, b);
    Cell x, y;
    list_uncons(*a, &x, a);
    list_uncons(*b, &y, b);
    return meet_leaves(k, cell_deref(x), cell_deref(y));
}

/* Compares two cells; the arguments of compounds with one functor become the range to go on with. Goes round once for each step
 * along packed text. */
static int compare_cells(Comparison *k, Range *r, Cell a, Cell b)
{
    for (;;) {
        a = cell_deref(a);
        b = cell_deref(b);
        if (a == b && k->mode != MODE_VARIANT)
            return 0;
        if (!cell_is_compound(a) || !cell_is_compound(b))
            return meet_leaves(k, a, b);
        int order = compare_functors(k, functor_of(a), functor_of(b));
        if (order != 0 || is_known(k, a, b) || k->failed)
            return order;
        if (!cell_is_txt(a) && !cell_is_txt(b)) {
            k->failed = !pairs_enter(&k->pairs, r, a, b);
            return 0;
        }
        order = text_step(k, &a, &b);
        if (order != 0)
            return order;
    }
}

static int compare_ranges(Comparison *k, Range r)
{
    for (;;) {
        while (r.n == 0)
            if (!pairs_pop(&k->pairs, &r))
                return 0;
        r.n--;
        int order = compare_cells(k, &r, *r.a++, *r.b++);
        if (order != 0 || k->failed)
            return order;
    }
}

static int compare(Store *s, Cell a, Cell b, enum Mode mode, bool *ok)
{
    Comparison k = {.mode = mode};
    pairs_init(&k.pairs, s);
    cell_map_init(&k.renaming, s->alloc);
    int order = compare_ranges(&k, (Range){&a, &b, 1});
    pairs_free(&k.pairs);
    cell_map_free(&k.renaming);
    *ok = !k.failed;
    if (k.failed)
        s->resource = RES_MEMORY;
    return order;
}

/* ---- public functions ---- */

int term_compare(Store *s, Cell a, Cell b, bool *ok)
{
    return compare(s, a, b, MODE_ORDER, ok);
}

bool term_identical(Store *s, Cell a, Cell b, bool *ok)
{
    return compare(s, a, b, MODE_IDENTICAL, ok) == 0 && *ok;
}

bool term_is_variant(Store *s, Cell a, Cell b, bool *ok)
{
    return compare(s, a, b, MODE_VARIANT, ok) == 0 && *ok;
}
