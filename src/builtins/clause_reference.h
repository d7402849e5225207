/* clause_reference.h - clauses as values of programs: '$clause'(Number).
 * SPDX-License-Identifier: MIT
 */
#ifndef HORN_BUILTINS_CLAUSE_REFERENCE_H
#define HORN_BUILTINS_CLAUSE_REFERENCE_H

#include "builtins/builtin.h"

/* Cells of a reference. */
#define REFERENCE_CELLS 2u

/* The living clause that a reference names; NULL when it is gone. instantiation_error, type_error(db_reference, Arg). */
Status arg_clause_reference(Engine *e, Cell arg, Clause **clause);
/* A reference, without a number yet, on the heap, where REFERENCE_CELLS are there. */
Cell clause_reference_push(Engine *e);
/* Gives the pushed reference the number of a clause. resource_error(memory). */
Status clause_reference_set(Engine *e, Cell reference, Clause *clause);
/* The argument is to be a reference that is made: uninstantiation_error. */
Status arg_new_reference(Engine *e, Cell arg);

#endif
