/* unify.c - general unification.
 * SPDX-License-Identifier: MIT
 *
 * Two ranges of cells are walked side by side (pairs_int.h). Packed text is met with lists one character at a time and with other
 * text a run at a time; neither needs heap, since the rest of a text is a cell that names the same block.
 */
#include "term/unify.h"

#include "term/pairs_int.h"
#include "term/text.h"
#include "term/walk_int.h"

typedef struct Unifier {
    Pairs pairs;
    enum OccursCheck occurs_check;
} Unifier;

static Status out_of(Store *s, enum Resource resource)
{
    s->resource = resource;
    return ST_ERROR;
}

/* ---- binding ---- */

/* An attributed variable is always trailed with its old value: the wake-up reads from the trail what was bound. */
static void bind_attributed(Store *s, Cell variable, Cell value)
{
    store_assign(s, cell_untag(variable, TAG_ATT), value);
    s->woken = true;
}

static Status bind_to_value(Unifier *u, Cell variable, Cell value)
{
    Store *s = u->pairs.s;
    if (u->occurs_check && cell_is_compound(value)) {
        bool ok;
        bool occurs = walk_finds(s, u->pairs.used, variable, value, &ok);
        if (occurs && u->occurs_check == OCCURS_RAISES) {
            s->occurs[0] = variable;
            s->occurs[1] = value;
            return out_of(s, RES_OCCURS_CHECK);
        }
        if (occurs || !ok)
            return ok ? ST_FAIL : ST_ERROR;
    }
    if (cell_is_ref(variable))
        store_bind(s, cell_pointer(variable), value);
    else
        bind_attributed(s, variable, value);
    return ST_TRUE;
}

/* Plain variables are bound to attributed ones, else the younger to the older. */
static Status bind_variables(Store *s, Cell a, Cell b)
{
    if (cell_is_ref(a) && (cell_is_att(b) || a > b))
        store_bind(s, cell_pointer(a), b);
    else if (cell_is_ref(b))
        store_bind(s, cell_pointer(b), a);
    else
        bind_attributed(s, max_uint64(a, b), min_uint64(a, b));
    return ST_TRUE;
}

/* Two distinct cells of which at least one is a variable. */
static Status bind(Unifier *u, Cell a, Cell b)
{
    Store *s = u->pairs.s;
    if (UNLIKELY(!trail_has(s, 2)))
        return out_of(s, RES_TRAIL);
    if (!cell_is_var(a))
        return bind_to_value(u, b, a);
    return cell_is_var(b) ? bind_variables(s, a, b) : bind_to_value(u, a, b);
}

/* ---- values ---- */

/* Numbers and strings: the same block, word for word. */
static bool boxes_are_equal(Cell a, Cell b)
{
    const Cell *p = box_cells(a), *q = box_cells(b);
    return p[0] == q[0] && memcmp(p + 1, q + 1, raw_words(*p) * sizeof(Cell)) == 0;
}

static bool structures_match(Cell a, Cell b)
{
    return cell_tag(a) == cell_tag(b) && (cell_is_lst(a) || str_functor(a) == str_functor(b));
}

/* Meets a pair with the first character of a text and steps over both. */
static Status unify_pair_with_text(Unifier *u, Cell *pair, Cell *text)
{
    Cell rest, character = cell_from_atom(text_uncons(*text, &rest));
    Cell head = cell_deref(lst_cells(*pair)[0]);
    *pair = lst_cells(*pair)[1];
    *text = rest;
    if (head == character)
        return ST_TRUE;
    return cell_is_var(head) ? bind(u, head, character) : ST_FAIL;
}

/* Steps over what two lists, at least one of them packed, have in common at their front. */
static Status unify_text_step(Unifier *u, Cell *a, Cell *b)
{
    if (cell_is_txt(*a) && cell_is_txt(*b))
        return text_skip_common(a, b) == 0 ? ST_TRUE : ST_FAIL;
    if (cell_is_lst(*a))
        return unify_pair_with_text(u, a, b);
    return cell_is_lst(*b) ? unify_pair_with_text(u, b, a) : ST_FAIL;
}

/* Unifies two distinct cells, neither of them a variable; the arguments of structures and pairs become the range to go on with.
 * Goes round once for each step along packed text. */
static Status unify_values(Unifier *u, Range *r, Cell a, Cell b)
{
    for (;;) {
        if (!cell_is_compound(a) || !cell_is_compound(b))
            return cell_is_box(a) && cell_is_box(b) && boxes_are_equal(a, b) ? ST_TRUE : ST_FAIL;
        bool packed = cell_is_txt(a) || cell_is_txt(b);
        if (!packed && !structures_match(a, b))
            return ST_FAIL;
        switch (pairs_meet(&u->pairs, a, b)) {
        case MEET_KNOWN: return ST_TRUE;
        case MEET_NO_MEMORY: return ST_ERROR;
        case MEET_NEW: break;
        }
        if (!packed)
            return pairs_enter(&u->pairs, r, a, b) ? ST_TRUE : ST_ERROR;
        Status status = unify_text_step(u, &a, &b);
        if (status != ST_TRUE)
            return status;
        a = cell_deref(a);
        b = cell_deref(b);
        if (a == b)
            return ST_TRUE;
        if (cell_is_var(a) || cell_is_var(b))
            return bind(u, a, b);
    }
}

static Status unify_ranges(Unifier *u, Range r)
{
    for (;;) {
        while (r.n == 0)
            if (!pairs_pop(&u->pairs, &r))
                return ST_TRUE;
        Cell a = cell_deref(*r.a++), b = cell_deref(*r.b++);
        r.n--;
        if (a == b)
            continue;
        Status status = cell_is_var(a) || cell_is_var(b) ? bind(u, a, b) : unify_values(u, &r, a, b);
        if (status != ST_TRUE)
            return status;
    }
}

static Status run(Store *s, Cell a, Cell b, enum OccursCheck occurs_check)
{
    Unifier u;
    u.occurs_check = occurs_check;
    pairs_init(&u.pairs, s);
    Status status = unify_ranges(&u, (Range){&a, &b, 1});
    pairs_free(&u.pairs);
    return status;
}

/* ---- the common case, without setting anything up ---- */

/* Structures met along last arguments before the general walk takes over; it alone knows cycles. */
#define QUICK_STEPS 64
/* Arguments of a structure whose bindings fit the margin behind the end of the trail. */
#define QUICK_ARGUMENTS 64u

/* Binds when one of two distinct cells is a plain variable; false when it takes more. */
static inline bool bind_quickly(Store *s, Cell x, Cell y)
{
    if (cell_is_ref(x) && (!cell_is_var(y) || (cell_is_ref(y) && y < x))) {
        store_bind(s, (Cell *)(uintptr_t)x, y);
        return true;
    }
    if (cell_is_ref(y) && !cell_is_att(x)) {
        store_bind(s, (Cell *)(uintptr_t)y, x);
        return true;
    }
    return false;
}

static Status unify_quickly(Store *s, Cell a, Cell b)
{
    for (int step = 0; step < QUICK_STEPS && trail_has(s, 2); step++) {
        if (a == b || bind_quickly(s, a, b))
            return ST_TRUE;
        if (!cell_is_pointer(a) || !cell_is_pointer(b))
            return cell_is_var(a) || cell_is_var(b) ? run(s, a, b, OCCURS_IGNORED) : ST_FAIL;
        if (cell_tag(a) != cell_tag(b) || (!cell_is_str(a) && !cell_is_lst(a)))
            break;
        const Cell *p = cell_pointer(a), *q = cell_pointer(b);
        uint32_t n = 2;
        if (cell_is_str(a)) {
            if (*p != *q)
                return ST_FAIL;
            n = functor_arity(*p++);
            q++;
            if (n == 0)
                return ST_TRUE;
            if (n > QUICK_ARGUMENTS)
                break;
        }
        for (; n > 1; n--) {
            Cell x = cell_deref(*p++), y = cell_deref(*q++);
            if (x == y || bind_quickly(s, x, y))
                continue;
            if (!cell_is_pointer(x) && !cell_is_pointer(y))
                return ST_FAIL;
            Status status = run(s, x, y, OCCURS_IGNORED);
            if (status != ST_TRUE)
                return status;
        }
        a = cell_deref(*p);
        b = cell_deref(*q);
    }
    return run(s, a, b, OCCURS_IGNORED);
}

/* ---- public functions ---- */

Status unify(Store *s, Cell a, Cell b)
{
    if (UNLIKELY(s->occurs_check != OCCURS_IGNORED))
        return run(s, a, b, s->occurs_check);
    return unify_quickly(s, cell_deref(a), cell_deref(b));
}

Status unify_with_occurs_check(Store *s, Cell a, Cell b)
{
    return run(s, a, b, OCCURS_FAILS);
}
