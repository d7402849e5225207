/* bi_op.c - operators (8.14.3, 8.14.4).
 * SPDX-License-Identifier: MIT
 *
 * An operator belongs to the module that qualifies its name, else to the module being loaded. All names of a call are checked before
 * the first of them changes anything.
 */
#include "builtins/answers.h"
#include "term/walk.h"

/* ---- op/3 ---- */

typedef struct OpRequest {
    int64_t priority;
    OpType type;
} OpRequest;

/* The value of an integer. */
static Status arg_priority(Engine *e, Cell arg, int64_t *priority)
{
    if (!cell_is_int(arg) || cell_int(arg) < 0 || cell_int(arg) > OP_PRIORITY_MAX)
        return domain_error(e, ATOM_operator_priority, arg);
    *priority = cell_int(arg);
    return ST_TRUE;
}

static bool type_from_atom(Engine *e, uint32_t atom, OpType *type)
{
    char scratch[8];
    TextSpan name = atom_text(&e->machine->atoms, atom, scratch);
    return op_type_from_name(name.bytes, name.length, type);
}

/* The value of an atom. */
static Status arg_type(Engine *e, Cell arg, OpType *type)
{
    return type_from_atom(e, cell_atom(arg), type) ? ST_TRUE : domain_error(e, ATOM_operator_specifier, arg);
}

/* Checks one name, or, with `change`, defines it as well. */
static Status define_one(Engine *e, const OpRequest *request, Cell name, Module *module, bool change)
{
    Cell plain;
    uint32_t atom;
    Status s = arg_qualified(e, name, module, &module, &plain);
    if (s == ST_TRUE)
        s = arg_atom(e, plain, &atom);
    if (s != ST_TRUE)
        return s;
    switch (op_table_check(&module->ops, atom, (unsigned)request->priority, request->type)) {
    case OP_CHECK_PRIORITY: return domain_error(e, ATOM_operator_priority, cell_from_int(request->priority));
    case OP_CHECK_MODIFY: return permission_error(e, ATOM_modify, ATOM_operator, plain);
    case OP_CHECK_CREATE: return permission_error(e, ATOM_create, ATOM_operator, plain);
    case OP_CHECK_OK: break;
    }
    if (change && !op_table_set(&module->ops, atom, (unsigned)request->priority, request->type))
        return resource_error(e, ATOM_memory);
    return ST_TRUE;
}

/* The names are an atom, [] too, or a list of atoms. */
static Status define_names(Engine *e, const OpRequest *request, Cell names, Module *module, bool change)
{
    if (!cell_is_pair(names))
        return define_one(e, request, names, module, change);
    while (cell_is_pair(names)) {
        Status s = define_one(e, request, list_take(&names), module, change);
        if (s != ST_TRUE)
            return s;
    }
    return ST_TRUE;
}

/* The type errors of the names, which stand between those of the types of the other arguments and those of their values. */
static Status check_names(Engine *e, Cell names)
{
    size_t length;
    if (cell_is_atom(names))
        return ST_TRUE;
    Status s = arg_list(e, names, &length);
    Cell plain;
    Module *module = e->machine->source_module;
    while (s == ST_TRUE && cell_is_pair(names)) {
        uint32_t atom;
        s = arg_qualified(e, list_take(&names), module, &module, &plain);
        if (s == ST_TRUE)
            s = arg_atom(e, plain, &atom);
    }
    return s;
}

/* True when something is unbound: an argument, the rest of the list of names, or one of these. */
static bool lacks_value(Cell priority, Cell type, Cell names)
{
    size_t length;
    if (cell_is_var(priority) || cell_is_var(type) || cell_is_var(names))
        return true;
    if (list_measure(names, &length) == LIST_CYCLIC)
        return false;
    while (cell_is_pair(names))
        if (cell_is_var(list_take(&names)))
            return true;
    return cell_is_var(names);
}

/* Makes the names operators of that priority and type in the module; priority 0 ends being one. */
static Status bi_op(Engine *e, Cell *arg)
{
    Module *module;
    Cell names;
    OpRequest request;
    Status s = arg_qualified(e, arg[2], e->machine->source_module, &module, &names);
    if (s != ST_TRUE)
        return s;
    Cell priority = cell_deref(arg[0]), type = cell_deref(arg[1]);
    if (lacks_value(priority, type, names)) /* the errors of 8.14.3.3 in their order */
        return instantiation_error(e);
    if (!cell_is_integer(priority))
        return type_error(e, ATOM_integer, priority);
    if (!cell_is_atom(type))
        return type_error(e, ATOM_atom, type);
    s = check_names(e, names);
    if (s == ST_TRUE)
        s = arg_priority(e, priority, &request.priority);
    if (s == ST_TRUE)
        s = arg_type(e, type, &request.type);
    if (s == ST_TRUE)
        s = define_names(e, &request, names, module, false);
    return s == ST_TRUE ? define_names(e, &request, names, module, true) : s;
}

/* ---- current_op/3 ---- */

/* What current_op/3 is asked for. */
typedef struct OpQuery {
    Engine *e;
    Cell priority, type, name; /* dereferenced */
} OpQuery;

static Status check_query(Engine *e, const OpQuery *q)
{
    OpType type;
    if (!cell_is_var(q->priority) && (!cell_is_int(q->priority) || cell_int(q->priority) < 0 || cell_int(q->priority) > OP_PRIORITY_MAX))
        return domain_error(e, ATOM_operator_priority, q->priority);
    if (!cell_is_var(q->type) && (!cell_is_atom(q->type) || !type_from_atom(e, cell_atom(q->type), &type)))
        return domain_error(e, ATOM_operator_specifier, q->type);
    return arg_var_or_atom(e, q->name);
}

static Cell type_cell(Engine *e, Op op)
{
    return cell_from_atom(atom_intern_string(&e->machine->atoms, op_type_name((OpType)op.type)));
}

static bool is_answer(const OpQuery *q, uint32_t atom, Op op)
{
    return op.priority > 0 && (cell_is_var(q->priority) || q->priority == cell_from_int(op.priority)) &&
           (cell_is_var(q->type) || q->type == type_cell(q->e, op)) && (cell_is_var(q->name) || q->name == cell_from_atom(atom));
}

/* op(Priority, Type, Name) */
static Cell push_answer(Engine *e, uint32_t atom, Op op)
{
    Cell answer = heap_push_struct(&e->store, cell_from_functor(ATOM_op, 3));
    str_cells(answer)[1] = cell_from_int(op.priority);
    str_cells(answer)[2] = type_cell(e, op);
    str_cells(answer)[3] = cell_from_atom(atom);
    return answer;
}

/* Counts the answers and, when `answers` is given, puts them in front of that list. Room for 6 cells each must be there then. */
static size_t visit_answers(const OpQuery *q, const OpTable *table, Cell *answers)
{
    size_t count = 0;
    uint32_t atom;
    Op op;
    for (OpIterator i = op_iterator(table); op_iterator_next(&i, &atom, &op);) {
        if (!is_answer(q, atom, op))
            continue;
        count++;
        if (answers != NULL)
            *answers = heap_push_pair(&q->e->store, push_answer(q->e, atom, op), *answers);
    }
    return count;
}

/* The same for one atom, without going through the tables. */
static size_t visit_name(const OpQuery *q, const OpTable *table, Cell *answers)
{
    size_t count = 0;
    uint32_t atom = cell_atom(q->name);
    OpSet set;
    if (!op_table_find(table, atom, &set))
        return 0;
    for (int kind = 0; kind < OP_KINDS; kind++) {
        if (!is_answer(q, atom, set.kinds[kind]))
            continue;
        count++;
        if (answers != NULL)
            *answers = heap_push_pair(&q->e->store, push_answer(q->e, atom, set.kinds[kind]), *answers);
    }
    return count;
}

/* The list of all answers: what op/3 does later does not show. */
static Status collect_answers(const OpQuery *q, const OpTable *table, Cell *answers)
{
    size_t (*visit)(const OpQuery *, const OpTable *, Cell *) = cell_is_var(q->name) ? visit_answers : visit_name;
    if (!heap_has(&q->e->store, 6 * visit(q, table, NULL)))
        return ST_RETRY;
    *answers = cell_from_atom(ATOM_nil);
    visit(q, table, answers);
    return ST_TRUE;
}

/* Name is an operator of that type and priority. The state is the list of answers not yet given. */
static Status bi_current_op(Engine *e, Cell *arg)
{
    Module *module;
    OpQuery q = {.e = e, .priority = cell_deref(arg[0]), .type = cell_deref(arg[1])};
    Cell answers = cell_deref(e->X[3]);
    Status s = arg_qualified(e, arg[2], e->machine->source_module, &module, &q.name);
    if (s == ST_TRUE && answers == cell_from_int(0)) {
        s = check_query(e, &q);
        if (s == ST_TRUE)
            s = collect_answers(&q, &module->ops, &answers);
    }
    const Cell parts[3] = {q.priority, q.type, q.name};
    return s == ST_TRUE ? answers_give(e, parts, 3, 3, answers) : s;
}

/* clang-format off */
const Builtin builtins_op[] = {
    BUILTIN("op",               bi_op,         "+integer +atom +atom_or_list", DET, "8.14.3"),
    BUILTIN_STATE("current_op", bi_current_op, "?integer ?atom ?atom",         1,   "8.14.4"),
    BUILTIN_END
};
/* clang-format on */
