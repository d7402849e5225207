/* bi_flag.c - Prolog flags (8.17.1, 8.17.2).
 * SPDX-License-Identifier: MIT
 *
 * Flags that the evaluator looks at are copied to its context whenever one is set.
 */
#include "arith/big.h"
#include "builtins/pred_access.h"
#include "builtins/trial.h"

/* ---- flags that C keeps elsewhere too ---- */

static enum ArithFloatPolicy float_policy(const Flags *f, uint32_t name)
{
    Cell value = flag_value(f, name);
    return value == 0 || value == cell_from_atom(ATOM_error) ? FLOAT_POLICY_ERROR : FLOAT_POLICY_VALUE;
}

static void update_arithmetic(Machine *m)
{
    const Flags *f = &m->flags;
    m->arith.float_overflow = float_policy(f, ATOM_float_overflow);
    m->arith.float_zero_div = float_policy(f, ATOM_float_zero_div);
    m->arith.float_undefined = float_policy(f, ATOM_float_undefined);
    Cell rounding = flag_value(f, ATOM_float_rounding);
    if (rounding != 0 && cell_is_atom(rounding))
        m->arith.rounding = (enum ArithRounding)arith_rounding_from_atom(cell_atom(rounding));
}

/* ---- set_prolog_flag/2 ---- */

/* Flag + Value, the culprit of a value that does not fit. */
static Status value_error(Engine *e, Cell flag, Cell value)
{
    if (!heap_has(&e->store, 3))
        return ST_RETRY;
    Cell culprit = heap_push_struct(&e->store, cell_from_functor(ATOM_CHAR('+'), 2));
    str_cells(culprit)[1] = flag;
    str_cells(culprit)[2] = value;
    return domain_error(e, ATOM_flag_value, culprit);
}

/* Stores a value of any kind; makes the flag when it does not exist. */
static Status store_flag(Engine *e, uint32_t name, enum FlagType type, bool read_only, Cell value)
{
    Flags *f = &e->machine->flags;
    if (cell_is_atom(value) || cell_is_int(value))
        return flag_set(f, name, type, read_only, value) ? ST_TRUE : resource_error(e, ATOM_memory);
    Record *record = record_from_term(&e->store, value, false);
    if (record == NULL)
        return store_error(e);
    if (flag_set_record(f, name, type, read_only, record))
        return ST_TRUE;
    record_free(&e->machine->alloc, record);
    return resource_error(e, ATOM_memory);
}

/* Flag unknown is that of the module that the call stands in; that of user is for all modules that have none of their own. */
static bool is_flag_of_module(const Engine *e, const Module *m, uint32_t name)
{
    return name == ATOM_unknown && m != e->machine->program.user && m != e->machine->program.system;
}

static Status change_flag(Engine *e, Module *module, uint32_t name, Cell value)
{
    Machine *m = e->machine;
    if (is_flag_of_module(e, module, name)) {
        module->unknown = cell_atom(value);
        return ST_TRUE;
    }
    FlagEntry *entry = flag_find(&m->flags, name);
    Status s = ST_TRUE;
    if (cell_is_atom(value) || cell_is_int(value))
        flag_change(entry, &m->alloc, value);
    else
        s = store_flag(e, name, (enum FlagType)entry->type, false, value);
    update_arithmetic(m);
    if (name == ATOM_gc) {
        m->spares_collections = !flag_is_true(&m->flags, ATOM_gc);
        if (!m->spares_collections)
            engine_want_collection(e, COLLECT_HEAP); /* and a new threshold */
    }
    if (name == ATOM_iso)
        machine_set_iso(m, flag_is_true(&m->flags, ATOM_iso));
    if (name == ATOM_occurs_check) {
        machine_set_occurs_check(m, value == cell_from_atom(ATOM_true)    ? OCCURS_FAILS
                                    : value == cell_from_atom(ATOM_error) ? OCCURS_RAISES
                                                                          : OCCURS_IGNORED);
        if (s == ST_TRUE && engine_wants_other_loop(e))
            s = ST_SWITCH;
    }
    return s;
}

/* The limits that C keeps. Less than a megabyte would be no use. */
static bool set_limit(Engine *e, uint32_t name, Cell value)
{
    Machine *m = e->machine;
    if (!cell_is_int(value) || cell_int(value) < 0)
        return false;
    size_t amount = (size_t)cell_int(value);
    switch (name) {
    case ATOM_memory_limit:
        if (amount < MIB(1))
            return false;
        machine_set_memory_limit(m, amount);
        engine_want_collection(e, 0); /* the poll plans anew */
        return true;
    case ATOM_stack_limit:
        if (amount < MIB(1))
            return false;
        machine_set_stack_limit(m, amount);
        engine_want_collection(e, 0);
        return true;
    case ATOM_max_integer_size: m->arith.max_limbs = min_size(amount / sizeof(Limb), BIG_MAX_LIMBS); return amount >= 8;
    case ATOM_atom_limit: m->atom_limit = m->atoms_allowed = amount; return true;
#ifdef HORN_STRESS
    case ATOM_collect_every: m->collect_every = max_size(amount, 1); return true;
#endif
    default: return true;
    }
}

static bool is_limit(uint32_t name)
{
    return name == ATOM_memory_limit || name == ATOM_stack_limit || name == ATOM_max_integer_size || name == ATOM_atom_limit ||
           name == ATOM_inference_limit || name == ATOM_time_limit || name == ATOM_cpu_time_limit || name == ATOM_collect_every;
}

/* Programs for SWI-Prolog expect that flags which do not exist are made when they are set, and are not there when they are asked for. */
static bool is_as_swi(const Engine *e)
{
    return flag_value(&e->machine->flags, ATOM_emulated_dialect) == cell_from_atom(ATOM_swi);
}

static enum FlagType type_of_value(Cell value)
{
    if (value == cell_from_atom(ATOM_true) || value == cell_from_atom(ATOM_false))
        return FLAG_BOOLEAN;
    return cell_is_atom(value) ? FLAG_ATOM : cell_is_int(value) ? FLAG_INTEGER : FLAG_TERM;
}

/* Gives Flag a new value. */
static Status bi_set_prolog_flag(Engine *e, Cell *arg)
{
    Cell flag, value = cell_deref(arg[1]);
    Module *module;
    uint32_t name;
    Status s = arg_qualified(e, arg[0], default_module(e), &module, &flag);
    if (s != ST_TRUE)
        return s;
    if (cell_is_var(flag) || cell_is_var(value))
        return instantiation_error(e);
    s = arg_atom(e, flag, &name);
    if (s != ST_TRUE)
        return s;
    switch (flag_check(&e->machine->flags, &e->machine->atoms, name, value)) {
    case FLAG_CHECK_UNKNOWN:
        return is_as_swi(e) ? store_flag(e, name, type_of_value(value), false, value) : domain_error(e, ATOM_prolog_flag, flag);
    case FLAG_CHECK_READ_ONLY: return permission_error(e, ATOM_modify, ATOM_flag, flag);
    case FLAG_CHECK_VALUE: return value_error(e, flag, value);
    case FLAG_CHECK_OK: break;
    }
    if (is_limit(name) && !set_limit(e, name, value))
        return value_error(e, flag, value);
    return change_flag(e, module, name, value);
}

/* ---- create_prolog_flag/3 ---- */

typedef struct FlagOptions {
    enum FlagType type;
    bool read_only;
    bool keep; /* leave an existing flag alone */
} FlagOptions;

static Status option_type(Engine *e, uint32_t value, FlagOptions *options)
{
    switch (value) {
    case ATOM_boolean: options->type = FLAG_BOOLEAN; return ST_TRUE;
    case ATOM_atom: options->type = FLAG_ATOM; return ST_TRUE;
    case ATOM_integer: options->type = FLAG_INTEGER; return ST_TRUE;
    case ATOM_float:
    case ATOM_term: options->type = FLAG_TERM; return ST_TRUE;
    default: return domain_error(e, ATOM_prolog_flag_type, cell_from_atom(value));
    }
}

static Status option_access(Engine *e, uint32_t value, FlagOptions *options)
{
    if (value != ATOM_read_only && value != ATOM_read_write)
        return domain_error(e, ATOM_prolog_flag_access, cell_from_atom(value));
    options->read_only = value == ATOM_read_only;
    return ST_TRUE;
}

static Status flag_option(Engine *e, Cell option, FlagOptions *options)
{
    if (cell_is_var(option))
        return instantiation_error(e);
    if (!cell_is_str(option) || functor_arity(str_functor(option)) != 1)
        return domain_error(e, ATOM_option, option);
    uint32_t name = functor_name(str_functor(option)), value;
    Status s = arg_atom(e, str_cells(option)[1], &value);
    if (s != ST_TRUE)
        return s;
    switch (name) {
    case ATOM_access: return option_access(e, value, options);
    case ATOM_type: return option_type(e, value, options);
    case ATOM_keep: return arg_boolean(e, str_cells(option)[1], &options->keep);
    default: return ST_TRUE;
    }
}

/* True when the type that was asked for has the value. */
static Status check_type(Engine *e, enum FlagType type, Cell value)
{
    bool truth;
    switch (type) {
    case FLAG_BOOLEAN: return arg_boolean(e, value, &truth);
    case FLAG_ATOM: return cell_is_atom(value) ? ST_TRUE : type_error(e, ATOM_atom, value);
    case FLAG_INTEGER: return cell_is_integer(value) ? ST_TRUE : type_error(e, ATOM_integer, value);
    default: return ST_TRUE;
    }
}

static Status flag_options(Engine *e, Cell list, FlagOptions *options)
{
    size_t length;
    Status s = arg_list(e, list, &length);
    list = cell_deref(list);
    while (s == ST_TRUE && cell_is_pair(list)) {
        Cell head, tail;
        list_uncons(list, &head, &tail);
        s = flag_option(e, cell_deref(head), options);
        list = cell_deref(tail);
    }
    return s;
}

/* Makes a flag, or gives an existing one that programs made a new value. Options: access(read_only), type(Type), keep(true). */
static Status bi_create_prolog_flag(Engine *e, Cell *arg)
{
    Cell value = cell_deref(arg[1]);
    uint32_t name;
    FlagOptions options = {.type = type_of_value(value)};
    Status s = arg_atom(e, arg[0], &name);
    if (s == ST_TRUE && cell_is_var(value))
        s = instantiation_error(e);
    if (s == ST_TRUE)
        s = flag_options(e, arg[2], &options);
    if (s == ST_TRUE)
        s = check_type(e, options.type, value);
    if (s != ST_TRUE)
        return s;
    const FlagEntry *entry = flag_find(&e->machine->flags, name);
    if (entry != NULL && options.keep)
        return ST_TRUE;
    if (entry != NULL && entry->domain != NULL)
        return bi_set_prolog_flag(e, arg);
    return store_flag(e, name, options.type, options.read_only, value);
}

/* ---- current_prolog_flag/2 ---- */

/* Pushes the value of a flag. */
static Status flag_push_value(Engine *e, const Module *module, const FlagEntry *entry, Cell *value)
{
    *value = entry->value;
    if (is_flag_of_module(e, module, entry->name) && module_unknown(module) != ATOM_NONE)
        *value = cell_from_atom(module_unknown(module));
    if (entry->record == NULL)
        return ST_TRUE;
    if (!heap_has(&e->store, record_heap_cells(entry->record)))
        return ST_RETRY;
    *value = record_push(&e->store, entry->record);
    return ST_TRUE;
}

/* Which flag is asked for, where, and its value. */
typedef struct FlagQuery {
    const Module *module;
    Cell name, value;
} FlagQuery;

static Status unify_flag(Engine *e, const FlagQuery *q, const FlagEntry *entry)
{
    Cell value;
    Status s = flag_push_value(e, q->module, entry, &value);
    if (s == ST_TRUE)
        s = unify_result(e, q->name, cell_from_atom(entry->name));
    return s == ST_TRUE ? unify_result(e, q->value, value) : s;
}

/* Flag is unbound: tries one after the other. The state is the number of the next flag. */
static Status enumerate_flags(Engine *e, const FlagQuery *q)
{
    const Flags *f = &e->machine->flags;
    for (size_t i = (size_t)cell_int(e->X[2]); i < f->count; i++) {
        Trial t = trial_begin(&e->store);
        Status s = unify_flag(e, q, &f->entries[i]);
        if (s == ST_TRUE) {
            trial_keep(&e->store, &t);
            e->X[2] = cell_from_int((int64_t)i + 1);
            if (i + 1 < f->count)
                builtin_leave_choice(e);
            return ST_TRUE;
        }
        trial_undo(&e->store, &t);
        if (s != ST_FAIL)
            return s;
    }
    return ST_FAIL;
}

/* Value is the value of Flag; tries all when Flag is unbound. */
static Status bi_current_prolog_flag(Engine *e, Cell *arg)
{
    Module *module;
    FlagQuery q = {.value = arg[1]};
    Status s = arg_qualified(e, arg[0], default_module(e), &module, &q.name);
    if (s == ST_TRUE)
        s = arg_var_or_atom(e, q.name);
    if (s != ST_TRUE)
        return s;
    q.module = module;
    if (cell_is_var(q.name))
        return enumerate_flags(e, &q);
    const FlagEntry *entry = flag_find(&e->machine->flags, cell_atom(q.name));
    if (entry != NULL)
        return unify_flag(e, &q, entry);
    return is_as_swi(e) ? ST_FAIL : domain_error(e, ATOM_prolog_flag, q.name);
}

/* clang-format off */
const Builtin builtins_flag[] = {
    BUILTIN("set_prolog_flag",           bi_set_prolog_flag,     "+atom +term",         DET, "8.17.1"),
    BUILTIN_STATE("current_prolog_flag", bi_current_prolog_flag, "?atom ?term",         1,   "8.17.2"),
    BUILTIN("create_prolog_flag",        bi_create_prolog_flag,  "+atom +term +list",   DET, ""),
    BUILTIN_END
};
/* clang-format on */
