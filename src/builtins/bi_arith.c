/* bi_arith.c - evaluation and arithmetic comparison (8.6, 8.7), small integer relations, random numbers.
 * SPDX-License-Identifier: MIT
 *
 * Compiled clauses evaluate with instructions of their own; is/2 and the comparisons here serve call/N.
 */
#include "base/os.h"
#include "builtins/builtin.h"

#include <math.h>

/* ---- evaluation ---- */

static Status finish(Engine *e, Status s, const ArithError *err)
{
    return s == ST_ERROR ? arith_error(e, err) : s;
}

static Status evaluate(Engine *e, Cell expression, Cell *result)
{
    ArithError err = {0};
    return finish(e, arith_eval(&e->store, &e->machine->arith, expression, result, &err), &err);
}

/* Result is the value of Expression. */
static Status bi_is(Engine *e, Cell *arg)
{
    Cell value;
    Status s = evaluate(e, arg[1], &value);
    return s == ST_TRUE ? unify_result(e, arg[0], value) : s;
}

/* How the values of two expressions compare; *unordered when one is a NaN. Values are taken off the heap again. */
static Status compare_values(Engine *e, const Cell *arg, int *order, bool *unordered)
{
    Cell *top = e->store.H, a, b;
    Status s = evaluate(e, arg[0], &a);
    if (s == ST_TRUE)
        s = evaluate(e, arg[1], &b);
    if (s == ST_TRUE) {
        *order = arith_compare(a, b);
        *unordered = arith_is_unordered(a, b);
    }
    if (s != ST_ERROR)
        e->store.H = top;                                    /* an error term may hold one of the values */
    return s;
}

/* True when the values are equal. */
static Status bi_equal(Engine *e, Cell *arg)
{
    int order;
    bool unordered;
    Status s = compare_values(e, arg, &order, &unordered);
    return s == ST_TRUE ? status_from_bool(order == 0 && !unordered) : s;
}

/* True when the values are not equal. */
static Status bi_not_equal(Engine *e, Cell *arg)
{
    int order;
    bool unordered;
    Status s = compare_values(e, arg, &order, &unordered);
    return s == ST_TRUE ? status_from_bool(order != 0 || unordered) : s;
}

/* True when the first value is less. */
static Status bi_less(Engine *e, Cell *arg)
{
    int order;
    bool unordered;
    Status s = compare_values(e, arg, &order, &unordered);
    return s == ST_TRUE ? status_from_bool(order < 0 && !unordered) : s;
}

/* True when the first value is not greater. */
static Status bi_less_equal(Engine *e, Cell *arg)
{
    int order;
    bool unordered;
    Status s = compare_values(e, arg, &order, &unordered);
    return s == ST_TRUE ? status_from_bool(order <= 0 && !unordered) : s;
}

/* True when the first value is greater. */
static Status bi_greater(Engine *e, Cell *arg)
{
    int order;
    bool unordered;
    Status s = compare_values(e, arg, &order, &unordered);
    return s == ST_TRUE ? status_from_bool(order > 0 && !unordered) : s;
}

/* True when the first value is not less. */
static Status bi_greater_equal(Engine *e, Cell *arg)
{
    int order;
    bool unordered;
    Status s = compare_values(e, arg, &order, &unordered);
    return s == ST_TRUE ? status_from_bool(order >= 0 && !unordered) : s;
}

/* ---- relations between integers ---- */

/* Unifies `result` with a function of two integers. */
static Status unify_computed(Engine *e, Cell result, enum ArithFunction f, Cell a, Cell b)
{
    ArithError err = {0};
    Cell value;
    Status s = finish(e, arith_apply2(&e->store, &e->machine->arith, f, a, b, &value, &err), &err);
    return s == ST_TRUE ? unify_result(e, result, value) : s;
}

static int sign_of(Cell number)
{
    return number_compare(number, cell_from_int(0));
}

/* A variable or an integer from 0. */
static Status check_natural(Engine *e, Cell c)
{
    Status s = arg_var_or_integer(e, c);
    if (s != ST_TRUE || cell_is_var(c) || sign_of(c) >= 0)
        return s;
    return domain_error(e, ATOM_not_less_than_zero, c);
}

/* Y is X + 1, both from 0. */
static Status bi_succ(Engine *e, Cell *arg)
{
    Cell x = cell_deref(arg[0]), y = cell_deref(arg[1]);
    Status s = check_natural(e, x);
    if (s == ST_TRUE)
        s = check_natural(e, y);
    if (s != ST_TRUE)
        return s;
    if (!cell_is_var(x))
        return unify_computed(e, y, ARITH_add, x, cell_from_int(1));
    if (cell_is_var(y))
        return instantiation_error(e);
    return y == cell_from_int(0) ? ST_FAIL : unify_computed(e, x, ARITH_subtract, y, cell_from_int(1));
}

/* Z is X + Y; one of them may be unbound. */
static Status bi_plus(Engine *e, Cell *arg)
{
    Cell value[3];
    size_t unbound = 0, where = 2;
    for (size_t i = 0; i < 3; i++) {
        value[i] = cell_deref(arg[i]);
        Status s = arg_var_or_integer(e, value[i]);
        if (s != ST_TRUE)
            return s;
        if (cell_is_var(value[i])) {
            unbound++;
            where = i;
        }
    }
    if (unbound > 1)
        return instantiation_error(e);
    if (where == 2)
        return unify_computed(e, value[2], ARITH_add, value[0], value[1]);
    return unify_computed(e, value[where], ARITH_subtract, value[2], value[1 - where]);
}

/* ---- between/3 ---- */

static bool is_infinite(Cell c)
{
    return c == cell_from_atom(ATOM_inf) || c == cell_from_atom(ATOM_infinite);
}

static Status arg_bound(Engine *e, Cell c, bool may_be_infinite)
{
    if (cell_is_var(c))
        return instantiation_error(e);
    if (cell_is_integer(c) || (may_be_infinite && is_infinite(c)))
        return ST_TRUE;
    return type_error(e, ATOM_integer, c);
}

static bool is_in_range(Cell low, Cell high, Cell value)
{
    return arith_compare(low, value) <= 0 && (is_infinite(high) || arith_compare(value, high) <= 0);
}

/* Value is an integer from Low to High, which may be inf. The state is the distance from Low. */
static Status bi_between(Engine *e, Cell *arg)
{
    Cell low = cell_deref(arg[0]), high = cell_deref(arg[1]), value = cell_deref(arg[2]), next;
    Status s = arg_bound(e, low, false);
    if (s == ST_TRUE)
        s = arg_bound(e, high, true);
    if (s == ST_TRUE)
        s = arg_var_or_integer(e, value);
    if (s != ST_TRUE)
        return s;
    if (!cell_is_var(value))
        return status_from_bool(is_in_range(low, high, value));
    ArithError err = {0};
    s = finish(e, arith_apply2(&e->store, &e->machine->arith, ARITH_add, low, e->X[3], &next, &err), &err);
    if (s != ST_TRUE)
        return s;
    if (!is_in_range(low, high, next))
        return ST_FAIL;
    if (is_infinite(high) || arith_compare(next, high) < 0) {
        e->X[3] = cell_from_int(cell_int(e->X[3]) + 1);
        builtin_leave_choice(e);
    }
    return unify_result(e, value, next);
}

/* ---- random numbers ---- */

enum { RANDOM_LIMBS = ARRAY_LENGTH(((ArithContext *)0)->random) };

static Status set_seed(Engine *e, Cell seed)
{
    Machine *m = e->machine;
    IntView view;
    if (seed == cell_from_atom(ATOM_random)) {
        arith_seed(&m->arith, m->seed ^ os_wall_time_ns());
        return ST_TRUE;
    }
    if (!cell_is_integer(seed))
        return type_error(e, ATOM_integer, seed);
    int_view(seed, &view);
    arith_seed(&m->arith, view.count == 0 ? 0 : view.limbs[0] ^ (view.negative ? UINT64_MAX : 0));
    return ST_TRUE;
}

static Status set_random_state(Engine *e, Cell state)
{
    uint64_t *random = e->machine->arith.random;
    IntView view;
    if (!cell_is_integer(state))
        return type_error(e, ATOM_integer, state);
    int_view(state, &view);
    if (view.negative || view.count == 0 || view.count > RANDOM_LIMBS)
        return domain_error(e, ATOM_random_state, state);
    for (size_t i = 0; i < RANDOM_LIMBS; i++)
        random[i] = i < view.count ? view.limbs[i] : 0;
    return ST_TRUE;
}

/* Starts the random numbers anew: seed(Integer), seed(random) for an arbitrary beginning, or state(Integer) as it was once. */
static Status bi_set_random(Engine *e, Cell *arg)
{
    Cell option = cell_deref(arg[0]);
    if (cell_is_var(option))
        return instantiation_error(e);
    bool seed = cell_is_str(option) && str_functor(option) == cell_from_functor(ATOM_seed, 1);
    if (!seed && (!cell_is_str(option) || str_functor(option) != cell_from_functor(ATOM_state, 1)))
        return domain_error(e, ATOM_set_random_option, option);
    Cell value = cell_deref(str_cells(option)[1]);
    if (cell_is_var(value))
        return instantiation_error(e);
    return seed ? set_seed(e, value) : set_random_state(e, value);
}

/* '$random_state'(-Integer): what the next random numbers follow from. */
static Status bi_random_state(Engine *e, Cell *arg)
{
    if (!heap_has(&e->store, RANDOM_LIMBS + 1))
        return ST_RETRY;
    return unify_result(e, arg[0], heap_push_integer(&e->store, false, e->machine->arith.random, RANDOM_LIMBS));
}

/* X is a float between 0 and 1, both excluded. */
static Status bi_random(Engine *e, Cell *arg)
{
    ArithError err = {0};
    Cell value;
    if (!cell_is_var(cell_deref(arg[0])))
        return uninstantiation_error(e, cell_deref(arg[0]));
    Status s = finish(e, arith_apply0(&e->store, &e->machine->arith, ARITH_random_float, &value, &err), &err);
    return s == ST_TRUE ? unify_result(e, arg[0], value) : s;
}

/* ---- taking floats apart ---- */

static Status arg_float(Engine *e, Cell arg, double *value)
{
    Cell c = cell_deref(arg);
    if (cell_is_var(c))
        return instantiation_error(e);
    if (!cell_is_double(c))
        return type_error(e, ATOM_float, c);
    *value = box_double(c);
    return ST_TRUE;
}

/* Class of a float: nan, infinite, zero, subnormal or normal. */
static Status bi_float_class(Engine *e, Cell *arg)
{
    double value;
    Status s = arg_float(e, arg[0], &value);
    if (s == ST_TRUE)
        s = arg_var_or_atom(e, arg[1]);
    if (s != ST_TRUE)
        return s;
    uint32_t name = ATOM_normal;
    switch (fpclassify(value)) {
    case FP_NAN: name = ATOM_nan; break;
    case FP_INFINITE: name = ATOM_infinite; break;
    case FP_ZERO: name = ATOM_zero; break;
    case FP_SUBNORMAL: name = ATOM_subnormal; break;
    default: break;
    }
    return unify_atom(e, arg[1], name);
}

/* Float is Mantissa * Base ^ Exponent, where Base is 2 and 1.0 =< abs(Mantissa) < 2.0, or Float is zero, infinite or a NaN and so is
 * Mantissa. */
static Status bi_float_parts(Engine *e, Cell *arg)
{
    double value;
    Status s = arg_float(e, arg[0], &value);
    if (s != ST_TRUE)
        return s;
    if (!heap_has(&e->store, 2))
        return ST_RETRY;
    int exponent = 0;
    if (isfinite(value) && value != 0.0) {
        value = 2 * frexp(value, &exponent);
        exponent--;
    }
    s = unify_result(e, arg[1], heap_push_double(&e->store, value));
    if (s == ST_TRUE)
        s = unify_result(e, arg[2], cell_from_int(2));
    return s == ST_TRUE ? unify_result(e, arg[3], cell_from_int(exponent)) : s;
}

/* ---- which functions there are ---- */

/* Name and Arity of an evaluable functor, one after the other. The state is the number of the function to look at next. */
static Status bi_evaluable(Engine *e, Cell *arg)
{
    Cell name = cell_deref(arg[0]), arity = cell_deref(arg[1]);
    for (int64_t f = cell_int(e->X[2]); f < ARITH_FUNCTION_COUNT; f++) {
        Cell functor = arith_functor(&e->machine->arith, (enum ArithFunction)f);
        Cell its_name = cell_from_atom(functor_name(functor)), its_arity = cell_from_int(functor_arity(functor));
        if ((!cell_is_var(name) && name != its_name) || (!cell_is_var(arity) && arity != its_arity))
            continue;
        if (f + 1 < ARITH_FUNCTION_COUNT) {
            e->X[2] = cell_from_int(f + 1);
            builtin_leave_choice(e);
        }
        Status s = unify_result(e, name, its_name);
        return s == ST_TRUE ? unify_result(e, arity, its_arity) : s;
    }
    return ST_FAIL;
}

/* clang-format off */
const Builtin builtins_arith[] = {
    BUILTIN("is",         bi_is,            "?number +evaluable",     DET, "8.6.1"),
    BUILTIN("=:=",        bi_equal,         "+evaluable +evaluable",  DET, "8.7.1"),
    BUILTIN("=\\=",       bi_not_equal,     "+evaluable +evaluable",  DET, "8.7.1"),
    BUILTIN("<",          bi_less,          "+evaluable +evaluable",  DET, "8.7.1"),
    BUILTIN("=<",         bi_less_equal,    "+evaluable +evaluable",  DET, "8.7.1"),
    BUILTIN(">",          bi_greater,       "+evaluable +evaluable",  DET, "8.7.1"),
    BUILTIN(">=",         bi_greater_equal, "+evaluable +evaluable",  DET, "8.7.1"),
    BUILTIN("succ",       bi_succ,          "?integer ?integer",      DET, ""),
    BUILTIN("plus",       bi_plus,          "?integer ?integer ?integer", DET, ""),
    BUILTIN_STATE("between", bi_between,    "+integer +integer ?integer", 1, ""),
    BUILTIN("set_random", bi_set_random,    "+option",                DET, ""),
    BUILTIN("random",     bi_random,        "-float",                 DET, ""),
    BUILTIN("float_class", bi_float_class,  "+float ?atom",           DET, ""),
    BUILTIN("float_parts", bi_float_parts,  "+float -float -integer -integer", DET, ""),
    BUILTIN_STATE("$evaluable", bi_evaluable, "?atom ?integer",       1, ""),
    BUILTIN("$random_state", bi_random_state, "-integer",             DET, ""),
    BUILTIN_END
};
/* clang-format on */
