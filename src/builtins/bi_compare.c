/* bi_compare.c - standard order (8.4), sorting, length of lists.
 * SPDX-License-Identifier: MIT
 *
 * Sorting copies keys and values to an array off the heap, merges it bottom-up, and builds the result at the end; the heap for it is
 * reserved before, so a run that lacks room has done next to nothing.
 */
#include "builtins/builtin.h"
#include "builtins/list_build.h"
#include "builtins/trial.h"
#include "term/chain.h"
#include "term/compare.h"
#include "term/walk.h"

#define FUNCTOR_PAIR cell_from_functor(ATOM_CHAR('-'), 2)

/* ---- comparison ---- */

/* The order of two terms; false when scratch memory is exhausted. */
static bool order_of(Engine *e, Cell a, Cell b, int *order)
{
    bool ok = true;
    *order = term_compare(&e->store, cell_deref(a), cell_deref(b), &ok);
    return ok;
}

static Status check_order(Engine *e, Cell order)
{
    if (cell_is_var(order))
        return ST_TRUE;
    if (!cell_is_atom(order))
        return type_error(e, ATOM_atom, order);
    uint32_t atom = cell_atom(order);
    if (atom != ATOM_CHAR('<') && atom != ATOM_CHAR('=') && atom != ATOM_CHAR('>'))
        return domain_error(e, ATOM_order, order);
    return ST_TRUE;
}

/* Order is <, = or >, as X stands to Y in the standard order of terms. */
static Status bi_compare(Engine *e, Cell *arg)
{
    Status s = check_order(e, cell_deref(arg[0]));
    if (s != ST_TRUE)
        return s;
    int order;
    if (!order_of(e, arg[1], arg[2], &order))
        return store_error(e);
    return unify_atom(e, arg[0], order < 0 ? ATOM_CHAR('<') : order > 0 ? ATOM_CHAR('>') : ATOM_CHAR('='));
}

static Status same_term(Engine *e, const Cell *arg, bool wanted)
{
    bool ok = true, same = term_identical(&e->store, cell_deref(arg[0]), cell_deref(arg[1]), &ok);
    return ok ? status_from_bool(same == wanted) : store_error(e);
}

/* True when X and Y are the same term. */
static Status bi_identical(Engine *e, Cell *arg)
{
    return same_term(e, arg, true);
}

/* True when X and Y are not the same term. */
static Status bi_not_identical(Engine *e, Cell *arg)
{
    return same_term(e, arg, false);
}

/* True when X comes before Y. */
static Status bi_term_less(Engine *e, Cell *arg)
{
    int order;
    return order_of(e, arg[0], arg[1], &order) ? status_from_bool(order < 0) : store_error(e);
}

/* True when X comes after Y. */
static Status bi_term_greater(Engine *e, Cell *arg)
{
    int order;
    return order_of(e, arg[0], arg[1], &order) ? status_from_bool(order > 0) : store_error(e);
}

/* True when X comes before Y or is the same. */
static Status bi_term_less_equal(Engine *e, Cell *arg)
{
    int order;
    return order_of(e, arg[0], arg[1], &order) ? status_from_bool(order <= 0) : store_error(e);
}

/* True when X comes after Y or is the same. */
static Status bi_term_greater_equal(Engine *e, Cell *arg)
{
    int order;
    return order_of(e, arg[0], arg[1], &order) ? status_from_bool(order >= 0) : store_error(e);
}

/* ---- sorting ---- */

typedef struct SortItem {
    Cell key, value;
} SortItem;

typedef struct Sorter {
    Store *store;
    SortItem *items, *spare; /* owned: n items each */
    size_t n;
    size_t allocated;        /* as given to the allocator, items each */
    bool descending;
    bool drop_duplicates;    /* of items with the same key the first stays */
    size_t comparisons;
    bool ok;                 /* false: a comparison ran out of memory, or the sort is to stop */
} Sorter;

static bool sorter_init(Sorter *s, Engine *e, size_t n)
{
    Alloc *alloc = e->store.alloc;
    *s = (Sorter){.store = &e->store, .n = n, .allocated = n, .ok = true};
    if (n > SIZE_MAX / 4 / sizeof(SortItem))
        return false;
    s->items = alloc_new(alloc, n * sizeof(SortItem));
    s->spare = alloc_new(alloc, n * sizeof(SortItem));
    return s->items != NULL && s->spare != NULL;
}

static void sorter_free(Sorter *s)
{
    alloc_free(s->store->alloc, s->items, s->allocated * sizeof(SortItem));
    alloc_free(s->store->alloc, s->spare, s->allocated * sizeof(SortItem));
}

static inline int key_order(Sorter *s, Cell a, Cell b)
{
    if (store_must_stop(s->store, ++s->comparisons))
        s->ok = false;
    if (a == b || !s->ok)
        return 0;
    int order;
    if (cell_is_int(a) && cell_is_int(b)) {
        order = cell_int(a) < cell_int(b) ? -1 : 1;
    } else {
        bool ok = true;
        order = term_compare(s->store, a, b, &ok);
        s->ok &= ok;
    }
    return s->descending ? -order : order;
}

/* Sorts a run in place; for short ones. */
static void insertion_sort(Sorter *s, SortItem *items, size_t n)
{
    for (size_t i = 1; i < n; i++) {
        SortItem item = items[i];
        size_t at = i;
        while (at > 0 && key_order(s, items[at - 1].key, item.key) > 0) {
            items[at] = items[at - 1];
            at--;
        }
        items[at] = item;
    }
}

/* Merges the sorted runs from[0..middle) and from[middle..n) into `to`. */
static void merge_runs(Sorter *s, const SortItem *from, size_t middle, size_t n, SortItem *to)
{
    if (middle >= n || key_order(s, from[middle - 1].key, from[middle].key) <= 0) {
        memcpy(to, from, n * sizeof *to);                    /* in order already */
        return;
    }
    size_t i = 0, j = middle;
    while (i < middle && j < n && s->ok)
        *to++ = key_order(s, from[i].key, from[j].key) <= 0 ? from[i++] : from[j++];
    memcpy(to, from + i, (middle - i) * sizeof *to);
    memcpy(to + (middle - i), from + j, (n - j) * sizeof *to);
}

#define SORT_RUN ((size_t)8) /* items that are sorted by insertion first */

static void merge_sort(Sorter *s)
{
    for (size_t i = 0; i < s->n && s->ok; i += SORT_RUN)
        insertion_sort(s, s->items + i, min_size(SORT_RUN, s->n - i));
    for (size_t run = SORT_RUN; run < s->n && s->ok; run *= 2) {
        for (size_t i = 0; i < s->n && s->ok; i += 2 * run) {
            size_t n = min_size(2 * run, s->n - i);
            merge_runs(s, s->items + i, min_size(run, n), n, s->spare + i);
        }
        SortItem *sorted = s->spare;
        s->spare = s->items;
        s->items = sorted;
    }
}

static void drop_duplicates(Sorter *s)
{
    size_t kept = 1;
    for (size_t i = 1; i < s->n; i++)
        if (key_order(s, s->items[kept - 1].key, s->items[i].key) != 0)
            s->items[kept++] = s->items[i];
    s->n = kept;
}

/* Sorts the items and unifies the list of their values with `result`. Gives the sorter's memory back. */
static Status sorter_finish(Engine *e, Sorter *s, Cell result)
{
    merge_sort(s);
    if (s->drop_duplicates && s->n > 0)
        drop_duplicates(s);
    Status status = ST_ERROR;
    if (s->ok) {
        Cell list = cell_from_atom(ATOM_nil);
        if (s->n > 0)
            list = list_push_strided(s->store, &s->items[0].value, 2, s->n, list);
        status = unify_result(e, result, list);
    }
    bool failed = !s->ok;
    sorter_free(s);
    return failed ? store_error(e) : status;
}

/* ISO wants the result to be a list or the beginning of one. */
static Status check_partial_list(Engine *e, Cell arg)
{
    size_t length;
    arg = cell_deref(arg);
    enum ListKind kind = list_measure(arg, &length);
    return kind == LIST_PROPER || kind == LIST_PARTIAL ? ST_TRUE : type_error(e, ATOM_list, arg);
}

/* What all sorting predicates begin with: the list's length, the shape of the result, room for it, and the arrays. */
static Status sort_begin(Engine *e, Cell list, Cell result, Sorter *s)
{
    size_t n;
    Status status = arg_list(e, list, &n);
    if (status == ST_TRUE)
        status = check_partial_list(e, result);
    if (status != ST_TRUE)
        return status;
    if (!heap_has(&e->store, 2 * n))
        return ST_RETRY;
    if (sorter_init(s, e, n))
        return ST_TRUE;
    sorter_free(s);
    return resource_error(e, ATOM_memory);
}

static Status sort_terms(Engine *e, Cell list, Cell result, bool without_duplicates)
{
    Sorter s;
    Status status = sort_begin(e, list, result, &s);
    if (status != ST_TRUE)
        return status;
    s.drop_duplicates = without_duplicates;
    Cell rest = cell_deref(list);
    for (size_t i = 0; i < s.n; i++)
        s.items[i].key = s.items[i].value = list_take(&rest);
    return sorter_finish(e, &s, result);
}

/* Sorted holds the elements of List in standard order, each once. */
static Status bi_sort(Engine *e, Cell *arg)
{
    return sort_terms(e, arg[0], arg[1], true);
}

/* Sorted holds the elements of List in standard order. */
static Status bi_msort(Engine *e, Cell *arg)
{
    return sort_terms(e, arg[0], arg[1], false);
}

static Status pair_key(Engine *e, Cell element, Cell *key)
{
    if (cell_is_var(element))
        return instantiation_error(e);
    if (!cell_is_str(element) || str_functor(element) != FUNCTOR_PAIR)
        return type_error(e, ATOM_pair, element);
    *key = cell_deref(str_cells(element)[1]);
    return ST_TRUE;
}

/* Elements of the result that are there already must be pairs. */
static Status check_result_pairs(Engine *e, Cell list)
{
    list = cell_deref(list);
    while (cell_is_pair(list)) {
        Cell element = list_take(&list), key;
        Status s = cell_is_var(element) ? ST_TRUE : pair_key(e, element, &key);
        if (s != ST_TRUE)
            return s;
    }
    return ST_TRUE;
}

/* Sorted holds the Key-Value pairs of List by Key in standard order; pairs with the same key keep their order. */
static Status bi_keysort(Engine *e, Cell *arg)
{
    Sorter s;
    Status status = sort_begin(e, arg[0], arg[1], &s);
    if (status != ST_TRUE)
        return status;
    Cell rest = cell_deref(arg[0]);
    for (size_t i = 0; i < s.n && status == ST_TRUE; i++) {
        s.items[i].value = list_take(&rest);
        status = pair_key(e, s.items[i].value, &s.items[i].key);
    }
    if (status == ST_TRUE)
        status = check_result_pairs(e, arg[1]);
    if (status == ST_TRUE)
        return sorter_finish(e, &s, arg[1]);
    sorter_free(&s);
    return status;
}

static Status sort_order(Engine *e, Cell arg, Sorter *s)
{
    uint32_t order;
    Status status = arg_atom(e, arg, &order);
    if (status != ST_TRUE)
        return status;
    s->drop_duplicates = order == ATOM_term_less || order == ATOM_term_greater;
    s->descending = order == ATOM_term_greater || order == ATOM_term_greater_equal;
    if (order != ATOM_term_less && order != ATOM_term_less_equal && !s->descending)
        return domain_error(e, ATOM_order, cell_deref(arg));
    return ST_TRUE;
}

/* The `number`-th argument of an element, the element itself for 0. */
static Status sort_key(Engine *e, Cell element, int64_t number, Cell *key)
{
    *key = element;
    if (number == 0)
        return ST_TRUE;
    if (cell_is_var(element))
        return instantiation_error(e);
    if (!cell_is_compound(element))
        return type_error(e, ATOM_compound, element);
    int64_t arity = cell_is_str(element) ? (int64_t)functor_arity(str_functor(element)) : 2;
    if (number > arity)
        return type_error(e, ATOM_compound, element);
    if (cell_is_str(element)) {
        *key = str_cells(element)[number];
    } else {
        Cell part[2];
        list_uncons(element, &part[0], &part[1]);
        *key = part[number - 1];
    }
    *key = cell_deref(*key);
    return ST_TRUE;
}

/* Sorted holds the elements of List by their Key-th argument (0: by themselves) in the order @<, @=<, @> or @>=; those without = keep
 * one element of each key. */
static Status bi_sort_by(Engine *e, Cell *arg)
{
    int64_t number;
    Sorter order = {0}, s;
    Status status = arg_non_negative(e, arg[0], &number);
    if (status == ST_TRUE)
        status = sort_order(e, arg[1], &order);
    if (status == ST_TRUE)
        status = sort_begin(e, arg[2], arg[3], &s);
    if (status != ST_TRUE)
        return status;
    s.descending = order.descending;
    s.drop_duplicates = order.drop_duplicates;
    Cell rest = cell_deref(arg[2]);
    for (size_t i = 0; i < s.n && status == ST_TRUE; i++) {
        s.items[i].value = list_take(&rest);
        status = sort_key(e, s.items[i].value, number, &s.items[i].key);
    }
    if (status == ST_TRUE)
        return sorter_finish(e, &s, arg[3]);
    sorter_free(&s);
    return status;
}

/* ---- length/2 ---- */

/* More elements than any heap holds; keeps sizes from overflowing. */
#define LENGTH_MAX (INT64_C(1) << 40)

/* The rest of a partial list: its unbound tail. */
static Cell list_tail(Cell list)
{
    list = cell_deref(list);
    while (cell_is_pair(list))
        list_take(&list);
    return list;
}

/* Ends the partial list with so many fresh elements. */
static Status close_list(Engine *e, Cell tail, int64_t more)
{
    if (more > LENGTH_MAX)
        return resource_error(e, ATOM_memory);
    if (!heap_has(&e->store, 2 * (size_t)more))
        return ST_RETRY;
    return unify_result(e, tail, list_push_vars(&e->store, (size_t)more, cell_from_atom(ATOM_nil)));
}

/* The list is partial and Length unbound: one more element at each answer. The state counts them. */
static Status enumerate_lengths(Engine *e, Cell tail, int64_t length, Cell result)
{
    int64_t more = cell_int(e->X[2]);
    if (tail == result)
        return ST_FAIL;                                      /* no list is its own length */
    if (more > LENGTH_MAX)
        return resource_error(e, ATOM_memory);
    if (!heap_has(&e->store, 2 * (size_t)more))
        return ST_RETRY;
    Status s = close_list(e, tail, more);
    if (s == ST_TRUE)
        s = unify_result(e, result, cell_from_int(length + more));
    if (s == ST_TRUE) {
        e->X[2] = cell_from_int(more + 1);
        builtin_leave_choice(e);
    }
    return s;
}

static Status check_length(Engine *e, Cell length)
{
    if (cell_is_var(length))
        return ST_TRUE;
    if (!cell_is_integer(length))
        return type_error(e, ATOM_integer, length);
    return number_compare(length, cell_from_int(0)) >= 0 ? ST_TRUE : domain_error(e, ATOM_not_less_than_zero, length);
}

/* Length is the number of elements of List; both may be unbound. */
static Status bi_length(Engine *e, Cell *arg)
{
    size_t n;
    Cell list = cell_deref(arg[0]), length = cell_deref(arg[1]);
    enum ListKind kind = list_measure(list, &n);
    if (kind == LIST_NOT || kind == LIST_CYCLIC)
        return type_error(e, ATOM_list, list);
    Status s = check_length(e, length);
    if (s != ST_TRUE)
        return s;
    if (kind == LIST_PROPER)
        return unify_result(e, length, cell_from_int((int64_t)n));
    if (cell_is_var(length))
        return enumerate_lengths(e, list_tail(list), (int64_t)n, length);
    if (!cell_is_int(length))
        return resource_error(e, ATOM_memory);
    if (cell_int(length) < (int64_t)n)
        return ST_FAIL;
    return close_list(e, list_tail(list), cell_int(length) - (int64_t)n);
}

/* ---- '$memberchk'/2 ---- */

/* ST_TRUE when an element was unified with what is looked for; ST_FAIL leaves nothing bound. */
static Status meet_element(Store *s, Cell wanted, Cell element)
{
    if (element == wanted)
        return ST_TRUE;
    if (!cell_is_pointer(element) && !cell_is_pointer(wanted))
        return ST_FAIL;
    Trial t = trial_begin(s);
    Status status = unify(s, wanted, element);
    if (status == ST_TRUE)
        trial_keep(s, &t);
    else
        trial_undo(s, &t);
    return status;
}

/* Element is the first of List that unifies with it; a partial list is made to have it. */
static Status bi_memberchk(Engine *e, Cell *arg)
{
    Store *s = &e->store;
    Cell wanted = cell_deref(arg[0]), list = cell_deref(arg[1]);
    Chain chain = {0};
    while (cell_is_pair(list)) {
        if (chain_is_endless(&chain, list))
            return type_error(e, ATOM_list, list);
        Status status = meet_element(s, wanted, list_take(&list));
        if (status != ST_FAIL)
            return status;
    }
    if (!cell_is_var(list))
        return ST_FAIL;
    if (!heap_has(s, 3))
        return ST_RETRY;
    return unify_result(e, list, heap_push_pair(s, wanted, heap_push_var(s)));
}

/* clang-format off */
const Builtin builtins_compare[] = {
    BUILTIN("@=<",     bi_term_less_equal,    "@term @term",            DET, "8.4.1"),
    BUILTIN("==",      bi_identical,          "@term @term",            DET, "8.4.1"),
    BUILTIN("\\==",    bi_not_identical,      "@term @term",            DET, "8.4.1"),
    BUILTIN("@<",      bi_term_less,          "@term @term",            DET, "8.4.1"),
    BUILTIN("@>",      bi_term_greater,       "@term @term",            DET, "8.4.1"),
    BUILTIN("@>=",     bi_term_greater_equal, "@term @term",            DET, "8.4.1"),
    BUILTIN("compare", bi_compare,            "-atom ?term ?term",      DET, "8.4.2"),
    BUILTIN("sort",    bi_sort,               "+list ?list",            DET, "8.4.3"),
    BUILTIN("keysort", bi_keysort,            "+list ?list",            DET, "8.4.4"),
    BUILTIN("msort",   bi_msort,              "+list ?list",            DET, ""),
    BUILTIN("sort",    bi_sort_by,            "+integer +atom +list ?list", DET, ""),
    BUILTIN("$memberchk", bi_memberchk,       "?term ?list",            DET, ""),
    BUILTIN_STATE("length", bi_length,        "?list ?integer",         1, ""),
    BUILTIN_END
};
/* clang-format on */
