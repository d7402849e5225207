/* clause_reference.c - clauses as values of programs: '$clause'(Number).
 * SPDX-License-Identifier: MIT
 */
#include "builtins/clause_reference.h"

#define FUNCTOR_REFERENCE cell_from_functor(ATOM_clause_reference, 1)

Status arg_clause_reference(Engine *e, Cell arg, Clause **clause)
{
    arg = cell_deref(arg);
    if (cell_is_var(arg))
        return instantiation_error(e);
    Cell number = cell_is_str(arg) && str_functor(arg) == FUNCTOR_REFERENCE ? cell_deref(str_cells(arg)[1]) : 0;
    if (number == 0 || !cell_is_int(number) || cell_int(number) <= 0)
        return type_error(e, ATOM_db_reference, arg);
    *clause = reference_find(&e->machine->program.references, (uint64_t)cell_int(number));
    if (*clause != NULL && (*clause)->died != GENERATION_NEVER)
        *clause = NULL;
    return ST_TRUE;
}

Cell clause_reference_push(Engine *e)
{
    Cell reference = heap_push_struct(&e->store, FUNCTOR_REFERENCE);
    str_cells(reference)[1] = cell_from_int(0);
    return reference;
}

Status clause_reference_set(Engine *e, Cell reference, Clause *clause)
{
    uint64_t number = reference_of_clause(&e->machine->program.references, &e->machine->alloc, clause);
    if (number == 0)
        return resource_error(e, ATOM_memory);
    str_cells(reference)[1] = cell_from_int((int64_t)number);
    return ST_TRUE;
}

Status arg_new_reference(Engine *e, Cell arg)
{
    arg = cell_deref(arg);
    return cell_is_var(arg) ? ST_TRUE : uninstantiation_error(e, arg);
}
