/* error.c - error terms.
 * SPDX-License-Identifier: MIT
 *
 * The terms are small and are built in the reserve behind heap_end, so that even a full heap can say so.
 */
#include "vm/error.h"

#include "arith/eval.h"
#include "vm/builtin_row.h"

static Cell push_struct(Engine *e, uint32_t name, uint32_t arity, const Cell *args)
{
    Cell c = heap_push_struct(&e->store, cell_from_functor(name, arity));
    memcpy(str_cells(c) + 1, args, arity * sizeof(Cell));
    return c;
}

static Cell push_indicator(Engine *e, uint32_t name, uint32_t arity)
{
    Cell parts[2] = {cell_from_atom(name), cell_from_int(arity)};
    return push_struct(e, ATOM_CHAR('/'), 2, parts);
}

Cell pred_indicator(Engine *e, const Pred *p)
{
    Cell indicator = push_indicator(e, pred_name(p), pred_arity(p));
    const Program *program = &e->machine->program;
    if (p->module == program->user || p->module == program->system)
        return indicator;
    Cell qualified[2] = {cell_from_atom(p->module->name), indicator};
    return push_struct(e, ATOM_CHAR(':'), 2, qualified);
}

Status throw_term(Engine *e, Cell ball)
{
    e->ball = ball;
    e->has_ball = true;
    return ST_ERROR;
}

/* True of the predicates that only the system itself knows. */
static bool is_hidden(const Engine *e, const Pred *p)
{
    char scratch[8];
    TextSpan name = atom_text(&e->machine->atoms, pred_name(p), scratch);
    return p->module == e->machine->program.system && name.length > 1 && name.bytes[0] == '$';
}

/* What is to blame: a builtin, an inline goal, or nobody that a program knows. */
static Cell push_context_goal(Engine *e)
{
    if (e->running)
        return is_hidden(e, e->running) ? heap_push_var(&e->store) : pred_indicator(e, e->running);
    uint32_t name = e->running_inline;
    e->running_inline = 0;
    return name ? push_indicator(e, name, 2) : heap_push_var(&e->store);
}

/* error(Formal, context(Indicator, Detail)) */
static Status throw_error(Engine *e, Cell formal, Cell detail)
{
    Store *s = &e->store;
    Cell indicator = push_context_goal(e);
    Cell context[2] = {indicator, detail ? detail : heap_push_var(s)};
    Cell error[2] = {formal, push_struct(e, ATOM_context, 2, context)};
    return throw_term(e, push_struct(e, ATOM_error, 2, error));
}

/* argument(N), or 0 when nothing says which. */
static Cell push_argument(Engine *e, uint32_t number)
{
    Cell n = cell_from_int(number);
    return number ? push_struct(e, ATOM_argument, 1, &n) : 0;
}

/* The number, from 1, of the running builtin's argument that is this cell; 0: none, the culprit is inside one. */
static uint32_t argument_of_culprit(const Engine *e, Cell culprit)
{
    uint32_t arity = e->running && e->running->builtin ? pred_arity(e->running) : 0, i = 0;
    while (i < arity && cell_deref(e->X[i]) != culprit)
        i++;
    return i < arity ? i + 1 : 0;
}

/* The first argument that must be bound and is not. */
static uint32_t unbound_argument(const Engine *e)
{
    const char *modes = e->running && e->running->builtin ? e->running->builtin->arguments : "";
    for (uint32_t i = 0; *modes; i++) {
        if (*modes == '+' && cell_is_var(cell_deref(e->X[i])))
            return i + 1;
        modes += strcspn(modes, " ");
        modes += strspn(modes, " ");
    }
    return 0;
}

static Status throw_formal1(Engine *e, uint32_t name, Cell a)
{
    return throw_error(e, push_struct(e, name, 1, &a), 0);
}

static Status throw_formal2(Engine *e, uint32_t name, Cell a, Cell b)
{
    Cell args[2] = {a, cell_deref(b)}, formal = push_struct(e, name, 2, args);
    return throw_error(e, formal, push_argument(e, argument_of_culprit(e, args[1])));
}

Status instantiation_error(Engine *e)
{
    return throw_error(e, cell_from_atom(ATOM_instantiation_error), push_argument(e, unbound_argument(e)));
}
Status uninstantiation_error(Engine *e, Cell culprit)
{
    return throw_formal1(e, ATOM_uninstantiation_error, cell_deref(culprit));
}
Status type_error(Engine *e, uint32_t type, Cell culprit)
{
    return throw_formal2(e, ATOM_type_error, cell_from_atom(type), culprit);
}

Status domain_error(Engine *e, uint32_t domain, Cell culprit)
{
    return throw_formal2(e, ATOM_domain_error, cell_from_atom(domain), culprit);
}

Status existence_error(Engine *e, uint32_t kind, Cell culprit)
{
    return throw_formal2(e, ATOM_existence_error, cell_from_atom(kind), culprit);
}

Status permission_error(Engine *e, uint32_t action, uint32_t type, Cell culprit)
{
    Cell args[3] = {cell_from_atom(action), cell_from_atom(type), cell_deref(culprit)};
    Cell formal = push_struct(e, ATOM_permission_error, 3, args);
    return throw_error(e, formal, push_argument(e, argument_of_culprit(e, args[2])));
}

Status representation_error(Engine *e, uint32_t what)
{
    return throw_formal1(e, ATOM_representation_error, cell_from_atom(what));
}
Status evaluation_error(Engine *e, uint32_t what)
{
    return throw_formal1(e, ATOM_evaluation_error, cell_from_atom(what));
}
Status resource_error(Engine *e, uint32_t what)
{
    if (what == ATOM_memory && stop_is_wanted(&e->stop)) /* what stops long work looks like this */
        return limits_stop(e);
    if (what != ATOM_inferences && what != ATOM_time)
        e->machine->is_exhausted = true;
    return throw_formal1(e, ATOM_resource_error, cell_from_atom(what));
}

static Status throw_message(Engine *e, uint32_t name, const char *what)
{
    uint32_t atom = atom_intern_string(&e->machine->atoms, what);
    return throw_formal1(e, name, cell_from_atom(atom == ATOM_NONE ? ATOM_empty : atom));
}

Status syntax_error(Engine *e, const char *what)
{
    return throw_message(e, ATOM_syntax_error, what);
}
Status system_error(Engine *e, const char *what)
{
    return throw_message(e, ATOM_system_error, what);
}

Status unknown_procedure(Engine *e, const Module *m, Cell functor)
{
    Cell indicator = push_indicator(e, functor_name(functor), functor_arity(functor));
    const Program *program = &e->machine->program;
    if (m && m != program->user && m != program->system) {
        Cell qualified[2] = {cell_from_atom(m->name), indicator};
        indicator = push_struct(e, ATOM_CHAR(':'), 2, qualified);
    }
    Cell args[2] = {cell_from_atom(ATOM_procedure), indicator};
    Cell error[2] = {push_struct(e, ATOM_existence_error, 2, args), indicator};
    return throw_term(e, push_struct(e, ATOM_error, 2, error));
}

Status store_error(Engine *e)
{
    enum Resource r = e->store.resource;
    e->store.resource = RES_NONE;
    switch (r) {
    case RES_TRAIL: return resource_error(e, ATOM_trail);
    case RES_ENVIRONMENT: return resource_error(e, ATOM_environment);
    case RES_CHOICE: return resource_error(e, ATOM_choice);
    case RES_ATOMS: return resource_error(e, ATOM_atoms);
    case RES_BITS: return resource_error(e, ATOM_bits);
    case RES_INFERENCES: return resource_error(e, ATOM_inferences);
    case RES_TIME: return resource_error(e, ATOM_time);
    case RES_OCCURS_CHECK: return throw_formal2(e, ATOM_occurs_check, e->store.occurs[0], e->store.occurs[1]);
    default: return resource_error(e, ATOM_memory);
    }
}

Status arith_error(Engine *e, const ArithError *err)
{
    switch (err->kind) {
    case ARITH_INSTANTIATION: return instantiation_error(e);
    case ARITH_TYPE_EVALUABLE: return type_error(e, ATOM_evaluable, push_indicator(e, err->name, err->arity));
    case ARITH_TYPE_EVALUABLE_CULPRIT: return type_error(e, ATOM_evaluable, err->culprit);
    case ARITH_TYPE_INTEGER: return type_error(e, ATOM_integer, err->culprit);
    case ARITH_TYPE_FLOAT: return type_error(e, ATOM_float, err->culprit);
    case ARITH_TYPE_ATOM: return type_error(e, ATOM_atom, err->culprit);
    case ARITH_DOMAIN_ROUNDING: return domain_error(e, ATOM_float_rounding, err->culprit);
    case ARITH_TYPE_EXPRESSION: return type_error(e, ATOM_expression, err->culprit);
    case ARITH_DOMAIN_NOT_LESS_THAN_ZERO: return domain_error(e, ATOM_not_less_than_zero, err->culprit);
    case ARITH_DOMAIN_NOT_LESS_THAN_ONE: return domain_error(e, ATOM_not_less_than_one, err->culprit);
    case ARITH_UNDEFINED: return evaluation_error(e, ATOM_undefined);
    case ARITH_ZERO_DIVISOR: return evaluation_error(e, ATOM_zero_divisor);
    case ARITH_FLOAT_OVERFLOW: return evaluation_error(e, ATOM_float_overflow);
    case ARITH_UNDERFLOW: return evaluation_error(e, ATOM_underflow);
    default: return resource_error(e, ATOM_memory);
    }
}
