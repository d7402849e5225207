/* bi_term.c - unification (8.2), taking terms apart and putting them together (8.5), their variables, changing them in place.
 * SPDX-License-Identifier: MIT
 *
 * A list cell, packed or not, is a compound of name '.' and arity 2 here; parts of packed text are read without unpacking it.
 */
#include "builtins/builtin.h"
#include "builtins/keep_heap.h"
#include "builtins/list_build.h"
#include "builtins/trial.h"
#include "term/compare.h"
#include "term/copy.h"
#include "term/record.h"
#include "term/walk.h"

/* ---- helpers ---- */

static uint32_t compound_arity(Cell c)
{
    return cell_is_str(c) ? functor_arity(str_functor(c)) : 2;
}

static Cell compound_name(Cell c)
{
    return cell_from_atom(cell_is_str(c) ? functor_name(str_functor(c)) : ATOM_CHAR('.'));
}

/* The i-th argument, from 1. */
static Cell compound_argument(Cell c, uint32_t i)
{
    if (cell_is_str(c))
        return str_cells(c)[i];
    Cell part[2];
    list_uncons(c, &part[0], &part[1]);
    return part[i - 1];
}

/* Cells that a compound of that arity takes. */
static size_t compound_cells(uint32_t name, uint32_t arity)
{
    return name == ATOM_CHAR('.') && arity == 2 ? 2 : 1 + (size_t)arity;
}

/* Pushes a compound and gives the place of its arguments, which the caller fills at once. Room must be there. */
static Cell compound_push(Store *s, uint32_t name, uint32_t arity, Cell **arguments)
{
    if (name == ATOM_CHAR('.') && arity == 2) {
        Cell pair = heap_push_pair(s, 0, 0);
        *arguments = lst_cells(pair);
        return pair;
    }
    Cell c = heap_push_struct(s, cell_from_functor(name, arity));
    *arguments = str_cells(c) + 1;
    return c;
}

static Status resource_out(Engine *e, enum Resource resource)
{
    e->store.resource = resource;
    return store_error(e);
}

/* A list or the beginning of one. */
static Status check_partial_list(Engine *e, Cell arg)
{
    size_t length;
    enum ListKind kind = list_measure(arg, &length);
    return kind == LIST_PROPER || kind == LIST_PARTIAL ? ST_TRUE : type_error(e, ATOM_list, arg);
}

/* ---- unification ---- */

/* True when X and Y unify. */
static Status bi_unify(Engine *e, Cell *arg)
{
    return unify_result(e, arg[0], arg[1]);
}

/* True when X and Y unify without making a cyclic term. */
static Status bi_unify_occurs(Engine *e, Cell *arg)
{
    return unify_with_occurs_check(&e->store, arg[0], arg[1]);
}

/* True when X and Y do not unify. */
static Status bi_not_unifiable(Engine *e, Cell *arg)
{
    Trial t = trial_begin(&e->store);
    Status s = unify(&e->store, arg[0], arg[1]);
    trial_undo(&e->store, &t);
    return s == ST_TRUE ? ST_FAIL : s == ST_FAIL ? ST_TRUE : s;
}

/* Binds variables to a constant, one after the other, as long as each is still a variable and no other one. */
static Status bind_distinct(Store *s, const CellVec *variables)
{
    for (size_t i = 0; i < variables->count; i++) {
        Cell v = cell_deref(variables->items[i]);
        if (!cell_is_var(v))
            return ST_FAIL;
        if (!trail_has(s, 2)) {
            s->resource = RES_TRAIL;
            return ST_ERROR;
        }
        store_assign(s, cell_pointer(v), cell_from_atom(ATOM_mark));
    }
    return ST_TRUE;
}

/* True when Specific is an instance of General. Binds nothing. */
static Status bi_subsumes_term(Engine *e, Cell *arg)
{
    Store *s = &e->store;
    CellVec variables = {0};
    if (!term_variables(s, arg[1], &variables))
        return resource_out(e, RES_MEMORY);
    Trial t = trial_begin(s);
    Status status = unify(s, arg[0], arg[1]);
    if (status == ST_TRUE)
        status = bind_distinct(s, &variables);
    trial_undo(s, &t);
    alloc_free(s->alloc, variables.items, variables.capacity * sizeof *variables.items);
    return status == ST_ERROR ? store_error(e) : status;
}

/* True when it is decided whether X and Y are equal: they are the same, or cannot be unified. */
static Status bi_decided(Engine *e, Cell *arg)
{
    Status s = bi_not_unifiable(e, arg);
    if (s != ST_FAIL)
        return s;
    bool ok = true, same = term_identical(&e->store, cell_deref(arg[0]), cell_deref(arg[1]), &ok);
    return ok ? status_from_bool(same) : store_error(e);
}

static Status variant_test(Engine *e, const Cell *arg, bool wanted)
{
    bool ok = true, variant = term_is_variant(&e->store, cell_deref(arg[0]), cell_deref(arg[1]), &ok);
    return ok ? status_from_bool(variant == wanted) : store_error(e);
}

/* True when X and Y are equal up to renaming of variables. */
static Status bi_variant(Engine *e, Cell *arg)
{
    return variant_test(e, arg, true);
}

/* True when X and Y are not equal up to renaming of variables. */
static Status bi_not_variant(Engine *e, Cell *arg)
{
    return variant_test(e, arg, false);
}

/* True when X and Y are the very same term, not only equal ones. */
static Status bi_same_term(Engine *e, Cell *arg)
{
    (void)e;
    return status_from_bool(cell_deref(arg[0]) == cell_deref(arg[1]));
}

/* ---- functor/3 ---- */

/* Checks an arity against 0 and the largest one. */
static Status arg_arity(Engine *e, Cell arg, uint32_t *arity)
{
    arg = cell_deref(arg);
    if (cell_is_integer(arg) && number_compare(arg, cell_from_int(MAX_ARITY)) > 0)
        return representation_error(e, ATOM_max_arity);
    int64_t value;
    Status s = arg_non_negative(e, arg, &value);
    if (s == ST_TRUE)
        *arity = (uint32_t)value;
    return s;
}

/* A compound of fresh variables, or the name itself for arity 0. */
static Status functor_build(Engine *e, Cell term, Cell name, uint32_t arity)
{
    if (arity == 0)
        return unify_result(e, term, name);
    if (!cell_is_atom(name))
        return type_error(e, ATOM_atom, name);
    if (!heap_has(&e->store, compound_cells(cell_atom(name), arity)))
        return ST_RETRY;
    Cell *arguments, compound = compound_push(&e->store, cell_atom(name), arity, &arguments);
    for (uint32_t i = 0; i < arity; i++)
        arguments[i] = cell_from_pointer(arguments + i, TAG_REF);
    return unify_result(e, term, compound);
}

/* Name and Arity are those of Term; makes Term when it is unbound. */
static Status bi_functor(Engine *e, Cell *arg)
{
    Cell term = cell_deref(arg[0]), name = cell_deref(arg[1]);
    if (!cell_is_var(term)) {
        bool compound = cell_is_compound(term);
        Status s = unify_result(e, name, compound ? compound_name(term) : term);
        return s == ST_TRUE ? unify_result(e, arg[2], cell_from_int(compound ? compound_arity(term) : 0)) : s;
    }
    if (cell_is_var(name) || cell_is_var(cell_deref(arg[2])))
        return instantiation_error(e);
    if (!cell_is_atomic(name))
        return type_error(e, ATOM_atomic, name);
    uint32_t arity;
    Status s = arg_arity(e, arg[2], &arity);
    return s == ST_TRUE ? functor_build(e, term, name, arity) : s;
}

/* ---- arg/3 ---- */

/* False when two terms can be seen at a glance not to unify. */
static bool may_unify(Cell a, Cell b)
{
    a = cell_deref(a);
    b = cell_deref(b);
    if (a == b || cell_is_var(a) || cell_is_var(b))
        return true;
    if (cell_is_pair(a))
        return cell_is_pair(b);
    if (cell_is_str(a))
        return cell_is_str(b) && str_functor(a) == str_functor(b);
    return cell_is_box(a) && cell_is_box(b) && *box_cells(a) == *box_cells(b);
}

/* The next argument from the i-th on that may unify, arity + 1 when there is none. */
static uint32_t next_candidate(Cell term, uint32_t i, Cell value)
{
    uint32_t arity = compound_arity(term);
    while (i <= arity && !may_unify(compound_argument(term, i), value))
        i++;
    return i;
}

/* N is unbound: tries one argument after the other. The state is the number of arguments done with. */
static Status enumerate_arguments(Engine *e, const Cell *arg, Cell term)
{
    Store *s = &e->store;
    uint32_t arity = compound_arity(term);
    uint32_t i = next_candidate(term, (uint32_t)cell_int(e->X[3]) + 1, arg[2]);
    while (i <= arity) {
        Trial t = trial_begin(s);
        uint32_t next = next_candidate(term, i + 1, arg[2]);
        Status status = unify(s, arg[2], compound_argument(term, i));
        if (status == ST_TRUE)
            status = unify(s, arg[0], cell_from_int(i));
        if (status == ST_TRUE) {
            trial_keep(s, &t);
            e->X[3] = cell_from_int(next - 1);
            if (next <= arity)
                builtin_leave_choice(e);
            return ST_TRUE;
        }
        trial_undo(s, &t);
        if (status != ST_FAIL)
            return status;
        i = next;
    }
    return ST_FAIL;
}

/* Value is the N-th argument of Term; tries all when N is unbound. */
static Status bi_arg(Engine *e, Cell *arg)
{
    Cell n = cell_deref(arg[0]), term = cell_deref(arg[1]);
    if (cell_is_var(term) || (cell_is_var(n) && engine_is_iso(e)))
        return instantiation_error(e);
    if (!cell_is_var(n) && !cell_is_integer(n))
        return type_error(e, ATOM_integer, n);
    if (!cell_is_compound(term))
        return type_error(e, ATOM_compound, term);
    if (cell_is_var(n))
        return enumerate_arguments(e, arg, term);
    if (number_compare(n, cell_from_int(0)) < 0)
        return domain_error(e, ATOM_not_less_than_zero, n);
    if (!cell_is_int(n) || cell_int(n) == 0 || cell_int(n) > compound_arity(term))
        return ST_FAIL;
    return unify_result(e, arg[2], compound_argument(term, (uint32_t)cell_int(n)));
}

/* ---- =../2 and kin ---- */

/* Unifies `list` with [Name, Argument...], or with the arguments only. */
static Status unify_arguments(Engine *e, Cell list, Cell term, bool with_name)
{
    Store *s = &e->store;
    uint32_t arity = compound_arity(term), name = with_name ? 1 : 0;
    if (!heap_has(s, 2 * ((size_t)arity + 1)))
        return ST_RETRY;
    Cell *pairs = s->H, built = list_push_vars(s, (size_t)arity + name, cell_from_atom(ATOM_nil));
    if (with_name)
        pairs[0] = compound_name(term);
    for (uint32_t i = 0; i < arity; i++)
        pairs[2 * (i + name)] = compound_argument(term, i + 1);
    return unify_result(e, list, built);
}

/* Makes the compound whose arguments are the elements of a proper list. */
static Status build_compound(Engine *e, Cell term, uint32_t name, Cell list, size_t count)
{
    if (count > MAX_ARITY)
        return representation_error(e, ATOM_max_arity);
    if (!heap_has(&e->store, compound_cells(name, (uint32_t)count)))
        return ST_RETRY;
    Cell *arguments, compound = compound_push(&e->store, name, (uint32_t)count, &arguments);
    for (size_t i = 0; i < count; i++)
        arguments[i] = list_take(&list);
    return unify_result(e, term, compound);
}

static Status univ_build(Engine *e, Cell term, Cell list)
{
    if (list == cell_from_atom(ATOM_nil))
        return domain_error(e, ATOM_non_empty_list, list);
    size_t length;
    Status s = arg_list(e, list, &length);
    if (s != ST_TRUE)
        return s;
    Cell name = list_take(&list);
    if (cell_is_var(name))
        return instantiation_error(e);
    if (length == 1)
        return cell_is_atomic(name) ? unify_result(e, term, name) : type_error(e, ATOM_atomic, name);
    if (!cell_is_atom(name))
        return type_error(e, ATOM_atom, name);
    return build_compound(e, term, cell_atom(name), list, length - 1);
}

/* List is [Name, Argument...] of Term. */
static Status bi_univ(Engine *e, Cell *arg)
{
    Cell term = cell_deref(arg[0]), list = cell_deref(arg[1]);
    if (cell_is_var(term))
        return univ_build(e, term, list);
    Status s = check_partial_list(e, list);
    if (s != ST_TRUE)
        return s;
    if (cell_is_compound(term))
        return unify_arguments(e, list, term, true);
    if (!heap_has(&e->store, 2))
        return ST_RETRY;
    return unify_result(e, list, heap_push_pair(&e->store, term, cell_from_atom(ATOM_nil)));
}

/* Name and Arity of the compound Term; makes it when it is unbound. Arity is at least 1: there are no compounds without arguments. */
static Status bi_compound_name_arity(Engine *e, Cell *arg)
{
    Cell term = cell_deref(arg[0]);
    if (!cell_is_var(term) && !cell_is_compound(term))
        return type_error(e, ATOM_compound, term);
    if (!cell_is_var(term))
        return bi_functor(e, arg);
    uint32_t name, arity;
    Status s = arg_atom(e, arg[1], &name);
    if (s == ST_TRUE)
        s = arg_arity(e, arg[2], &arity);
    if (s != ST_TRUE)
        return s;
    return arity > 0 ? functor_build(e, term, cell_from_atom(name), arity) : domain_error(e, ATOM_positive_integer, cell_deref(arg[2]));
}

/* Name and argument list of the compound Term; makes it when it is unbound. */
static Status bi_compound_name_arguments(Engine *e, Cell *arg)
{
    Cell term = cell_deref(arg[0]);
    if (cell_is_compound(term)) {
        Status s = unify_result(e, arg[1], compound_name(term));
        return s == ST_TRUE ? unify_arguments(e, arg[2], term, false) : s;
    }
    if (!cell_is_var(term))
        return type_error(e, ATOM_compound, term);
    uint32_t name;
    size_t length;
    Status s = arg_atom(e, arg[1], &name);
    if (s == ST_TRUE)
        s = arg_list(e, arg[2], &length);
    if (s != ST_TRUE)
        return s;
    return length > 0 ? build_compound(e, term, name, cell_deref(arg[2]), length)
                      : domain_error(e, ATOM_non_empty_list, cell_deref(arg[2]));
}

/* ---- copies ---- */

static Status copy_term(Engine *e, const Cell *arg, bool attributes)
{
    Cell copy;
    Status s = term_copy(&e->store, arg[0], attributes, &copy);
    if (s == ST_ERROR)
        return store_error(e);
    return s == ST_TRUE ? unify_result(e, arg[1], copy) : s;
}

/* Copy is Term with fresh variables, their attributes copied too. */
static Status bi_copy_term(Engine *e, Cell *arg)
{
    return copy_term(e, arg, true);
}

/* Copy is Term with fresh variables, attributed ones becoming plain. */
static Status bi_copy_term_nat(Engine *e, Cell *arg)
{
    return copy_term(e, arg, false);
}

/* Pushes a copy that shares nothing with the original, not even ground parts. */
static Status push_duplicate(Engine *e, Cell term, Cell *out)
{
    Store *s = &e->store;
    Cell root;
    size_t count;
    if (!record_cells(s, term, true, &root, &count))
        return resource_out(e, RES_MEMORY);
    if (!heap_has(s, count))
        return ST_RETRY;
    *out = record_push_cells(s, s->work, count, root);
    return ST_TRUE;
}

/* Copy is Term with fresh variables and no part in common with it, so that setarg/3 on one leaves the other alone. */
static Status bi_duplicate_term(Engine *e, Cell *arg)
{
    Cell copy;
    Status s = push_duplicate(e, cell_deref(arg[0]), &copy);
    return s == ST_TRUE ? unify_result(e, arg[1], copy) : s;
}

/* ---- changing terms in place ----
 *
 * Packed text, and the ground terms that clauses hold as constants, are shared and must not change. When the variable that was bound to
 * such a term can be found, it is bound to a copy of the top of the term instead, and the copy is changed; what took the term out of the
 * variable before keeps the old one. */

/* Where the argument to be changed is. */
typedef struct Place {
    Cell *cell;   /* of the argument; NULL: there is no such argument */
    Cell *holder; /* the variable that gets `copy` first, or NULL */
    Cell copy;
} Place;

/* The heap cell that holds what the argument dereferences to, or NULL when it is held by a register. */
static Cell *holder_of(const Store *s, Cell arg)
{
    Cell *holder = NULL;
    while (cell_is_var(arg) && *cell_pointer(arg) != arg) {
        holder = cell_pointer(arg);
        arg = *holder;
    }
    return holder != NULL && store_owns(s, holder) ? holder : NULL;
}

static Cell *argument_cell(Cell term, int64_t n)
{
    return cell_is_str(term) ? str_cells(term) + n : lst_cells(term) + (n - 1);
}

/* Makes the copy of a shared term that is to be changed. */
static Status place_in_copy(Engine *e, Cell arg, Cell term, int64_t n, Place *place)
{
    Store *s = &e->store;
    uint32_t arity = compound_arity(term), name = cell_atom(compound_name(term));
    place->holder = holder_of(s, arg);
    if (place->holder == NULL)
        return permission_error(e, ATOM_modify, ATOM_static, term);
    if (!heap_has(s, compound_cells(name, arity)))
        return ST_RETRY;
    Cell *arguments;
    place->copy = compound_push(s, name, arity, &arguments);
    for (uint32_t i = 0; i < arity; i++)
        arguments[i] = compound_argument(term, i + 1);
    place->cell = argument_cell(place->copy, n);
    return ST_TRUE;
}

static Status argument_place(Engine *e, const Cell *arg, Place *place)
{
    int64_t n;
    *place = (Place){0};
    Cell number = cell_deref(arg[0]);
    bool is_beyond = cell_is_big(number) && box_kind(number) != RAW_BIG_NEGATIVE && !integer_to_int64(number, &n);
    Status s = is_beyond ? ST_TRUE : arg_non_negative(e, number, &n);
    if (s != ST_TRUE)
        return s;
    Cell term = cell_deref(arg[1]);
    if (cell_is_var(term))
        return instantiation_error(e);
    if (!cell_is_compound(term))
        return type_error(e, ATOM_compound, term);
    if (is_beyond || n == 0 || n > compound_arity(term))
        return ST_FAIL;
    if (cell_is_txt(term) || !store_owns(&e->store, cell_pointer(term)))
        return place_in_copy(e, arg[1], term, n, place);
    place->cell = argument_cell(term, n);
    return ST_TRUE;
}

/* Puts Value in place of the N-th argument of Term; backtracking puts the old one back. */
static Status bi_setarg(Engine *e, Cell *arg)
{
    Place place;
    Status s = argument_place(e, arg, &place);
    if (s != ST_TRUE)
        return s;
    if (!trail_has(&e->store, 4))
        return resource_out(e, RES_TRAIL);
    if (place.holder != NULL)
        store_assign(&e->store, place.holder, place.copy);
    store_assign(&e->store, place.cell, cell_deref(arg[2]));
    return ST_TRUE;
}

static Status nb_setarg(Engine *e, const Cell *arg, bool duplicate)
{
    Cell value = cell_deref(arg[2]);
    Place place;
    Status s = ST_TRUE;
    if (duplicate && (cell_is_var(value) || cell_is_compound(value)))
        s = push_duplicate(e, value, &value);
    if (s == ST_TRUE)
        s = argument_place(e, arg, &place);
    if (s != ST_TRUE)
        return s;
    *place.cell = value;
    if (place.holder != NULL)
        *place.holder = place.copy;
    if (cell_is_pointer(value) || place.holder != NULL)
        keep_heap(e, place.holder != NULL ? place.holder : place.cell);
    return ST_TRUE;
}

/* Puts a copy of Value in place of the N-th argument of Term for good: backtracking leaves it there. */
static Status bi_nb_setarg(Engine *e, Cell *arg)
{
    return nb_setarg(e, arg, true);
}

/* As nb_setarg/3, without copying Value. */
static Status bi_nb_linkarg(Engine *e, Cell *arg)
{
    return nb_setarg(e, arg, false);
}

/* ---- variables ---- */

static Status variables_of(Engine *e, Cell term, CellVec *variables)
{
    *variables = (CellVec){0};
    return term_variables(&e->store, term, variables) ? ST_TRUE : resource_out(e, RES_MEMORY);
}

static void free_variables(Engine *e, CellVec *variables)
{
    alloc_free(e->store.alloc, variables->items, variables->capacity * sizeof *variables->items);
}

static Status unify_variables(Engine *e, Cell term, Cell list, Cell tail)
{
    Store *s = &e->store;
    CellVec variables;
    Status status = variables_of(e, term, &variables);
    if (status != ST_TRUE)
        return status;
    status = ST_RETRY;
    if (heap_has(s, 2 * variables.count))
        status = unify_result(e, list, list_push(s, variables.items, variables.count, tail));
    free_variables(e, &variables);
    return status;
}

/* Variables are the variables of Term, depth-first and left to right, each once. */
static Status bi_term_variables(Engine *e, Cell *arg)
{
    Status s = check_partial_list(e, cell_deref(arg[1]));
    return s == ST_TRUE ? unify_variables(e, arg[0], arg[1], cell_from_atom(ATOM_nil)) : s;
}

/* As term_variables/2, the list ending in Tail. */
static Status bi_term_variables_tail(Engine *e, Cell *arg)
{
    return unify_variables(e, arg[0], arg[1], cell_deref(arg[2]));
}

/* True when Term has no variables. */
static Status bi_ground(Engine *e, Cell *arg)
{
    bool ok = true, ground = term_is_ground(&e->store, cell_deref(arg[0]), &ok);
    return ok ? status_from_bool(ground) : store_error(e);
}

static Status acyclic_test(Engine *e, Cell term, bool wanted)
{
    bool ok = true, acyclic = term_is_acyclic(&e->store, cell_deref(term), &ok);
    return ok ? status_from_bool(acyclic == wanted) : store_error(e);
}

/* True when Term is finite. */
static Status bi_acyclic_term(Engine *e, Cell *arg)
{
    return acyclic_test(e, arg[0], true);
}

/* True when Term is infinite. */
static Status bi_cyclic_term(Engine *e, Cell *arg)
{
    return acyclic_test(e, arg[0], false);
}

/* Binds each variable to '$VAR'(N), N counting up from `start`. */
static Status bind_numbered(Engine *e, Cell term, const CellVec *variables, int64_t start)
{
    Store *s = &e->store;
    for (size_t i = 0; i < variables->count; i++)
        if (cell_is_att(variables->items[i]))
            return type_error(e, ATOM_free_of_attvar, term);
    if (start > INT_MAX_SMALL - (int64_t)variables->count || start < INT_MIN_SMALL)
        return representation_error(e, ATOM_max_integer);
    if (!heap_has(s, 2 * variables->count))
        return ST_RETRY;
    if (!trail_has(s, variables->count))
        return resource_out(e, RES_TRAIL);
    for (size_t i = 0; i < variables->count; i++) {
        Cell numbered = heap_push_struct(s, cell_from_functor(ATOM_dollar_var, 1));
        str_cells(numbered)[1] = cell_from_int(start + (int64_t)i);
        store_bind(s, cell_pointer(variables->items[i]), numbered);
    }
    return ST_TRUE;
}

/* Binds the variables of Term to '$VAR'(Start), '$VAR'(Start+1)...; End is the first number not used. */
static Status bi_numbervars(Engine *e, Cell *arg)
{
    int64_t start;
    Status s = arg_integer(e, arg[1], &start);
    if (s == ST_TRUE)
        s = arg_var_or_integer(e, arg[2]);
    if (s != ST_TRUE)
        return s;
    CellVec variables;
    s = variables_of(e, arg[0], &variables);
    if (s != ST_TRUE)
        return s;
    s = bind_numbered(e, cell_deref(arg[0]), &variables, start);
    size_t count = variables.count;
    free_variables(e, &variables);
    return s == ST_TRUE ? unify_result(e, arg[2], cell_from_int(start + (int64_t)count)) : s;
}

/* As numbervars/3 from 0. */
static Status bi_numbervars_all(Engine *e, Cell *arg)
{
    CellVec variables;
    Status s = variables_of(e, arg[0], &variables);
    if (s != ST_TRUE)
        return s;
    s = bind_numbered(e, cell_deref(arg[0]), &variables, 0);
    free_variables(e, &variables);
    return s;
}

/* Hash is an integer that equal ground terms have in common; left unbound when Term is not ground. */
static Status bi_term_hash(Engine *e, Cell *arg)
{
    uint64_t hash;
    bool ok = true, ground = term_hash(&e->store, cell_deref(arg[0]), 0, &hash, &ok);
    if (!ok)
        return store_error(e);
    return ground ? unify_result(e, arg[1], cell_from_int((int64_t)(hash & 0xffffff))) : ST_TRUE;
}

/* '$term_size'(@Term, -Cells): the cells of the heap that Term takes, shared parts once. */
static Status bi_term_size(Engine *e, Cell *arg)
{
    if (cell_is_var(cell_deref(arg[0])))
        return unify_result(e, arg[1], cell_from_int(0));
    Cell root;
    size_t cells;
    if (!record_cells(&e->store, arg[0], true, &root, &cells))
        return store_error(e);
    return unify_result(e, arg[1], cell_from_int((int64_t)cells));
}

/* clang-format off */
const Builtin builtins_term[] = {
    BUILTIN("=",                         bi_unify,                   "?term ?term",            DET, "8.2.1"),
    BUILTIN("unify_with_occurs_check",   bi_unify_occurs,            "?term ?term",            DET, "8.2.2"),
    BUILTIN("\\=",                       bi_not_unifiable,           "@term @term",            DET, "8.2.3"),
    BUILTIN("subsumes_term",             bi_subsumes_term,           "@term @term",            DET, "8.2.4"),
    BUILTIN("?=",                        bi_decided,                 "@term @term",            DET, ""),
    BUILTIN("=@=",                       bi_variant,                 "@term @term",            DET, ""),
    BUILTIN("\\=@=",                     bi_not_variant,             "@term @term",            DET, ""),
    BUILTIN("same_term",                 bi_same_term,               "@term @term",            DET, ""),
    BUILTIN("functor",                   bi_functor,                 "?term ?atomic ?integer", DET, "8.5.1"),
    BUILTIN_STATE("arg",                 bi_arg,                     "?integer +compound ?term", 1, "8.5.2"),
    BUILTIN("=..",                       bi_univ,                    "?term ?list",            DET, "8.5.3"),
    BUILTIN("copy_term",                 bi_copy_term,               "?term ?term",            DET, "8.5.4"),
    BUILTIN("term_variables",            bi_term_variables,          "?term ?list",            DET, "8.5.5"),
    BUILTIN("compound_name_arity",       bi_compound_name_arity,     "?compound ?atom ?integer", DET, ""),
    BUILTIN("compound_name_arguments",   bi_compound_name_arguments, "?compound ?atom ?list",  DET, ""),
    BUILTIN("copy_term_nat",             bi_copy_term_nat,           "?term ?term",            DET, ""),
    BUILTIN("duplicate_term",            bi_duplicate_term,          "?term ?term",            DET, ""),
    BUILTIN("setarg",                    bi_setarg,                  "+integer +compound ?term", DET, ""),
    ROW_KEEPS_HEAP("nb_setarg",          bi_nb_setarg,               "+integer +compound ?term"),
    ROW_KEEPS_HEAP("nb_linkarg",         bi_nb_linkarg,              "+integer +compound ?term"),
    BUILTIN("term_variables",            bi_term_variables_tail,     "?term ?list ?term",      DET, ""),
    BUILTIN("ground",                    bi_ground,                  "@term",                  DET, "8.3.10"),
    BUILTIN("acyclic_term",              bi_acyclic_term,            "@term",                  DET, "8.3.11"),
    BUILTIN("cyclic_term",               bi_cyclic_term,             "@term",                  DET, ""),
    BUILTIN("numbervars",                bi_numbervars,              "?term +integer ?integer", DET, ""),
    BUILTIN("numbervars",                bi_numbervars_all,          "?term",                  DET, ""),
    BUILTIN("term_hash",                 bi_term_hash,               "@term ?integer",         DET, ""),
    BUILTIN("$term_size",                bi_term_size,               "@term -integer",         DET, ""),
    BUILTIN_END
};
/* clang-format on */
