/* fact.c - a short cut for plain facts.
 * SPDX-License-Identifier: MIT
 *
 * Such a fact needs no analysis: each argument is one instruction, or one for a structure and one for each of its arguments, or none for
 * a variable that occurs once.
 */
#include "compile/fact.h"

#include "compile/goal.h"

/* Arguments of facts that take the short cut, and of structures in them (emit.c builds larger ones as constants). */
#define PLAIN_ARITY_MAX 32u
#define FLAT_ARITY_MAX  3u

static bool fits_immediate(Cell c)
{
    return cell_is_atom(c) || (cell_is_int(c) && cell_int(c) >= INT32_MIN && cell_int(c) <= INT32_MAX);
}

/* The words of code for a structure; 0 when it is not flat. */
static size_t flat_words(Cell structure)
{
    uint32_t arity = functor_arity(str_functor(structure));
    if (arity > FLAT_ARITY_MAX)
        return 0;
    for (uint32_t i = 1; i <= arity; i++)
        if (!fits_immediate(cell_deref(str_cells(structure)[i])))
            return 0;
    return 2 + arity;
}

static bool occurs_before(const Cell *args, uint32_t i, Cell variable)
{
    for (uint32_t j = 0; j < i; j++)
        if (cell_deref(args[j]) == variable)
            return true;
    return false;
}

bool fact_is_plain(Cell head, size_t *words)
{
    *words = 1;
    if (cell_is_atom(head))
        return true;
    if (!cell_is_str(head) || functor_arity(str_functor(head)) > PLAIN_ARITY_MAX)
        return false;
    const Cell *args = str_cells(head) + 1;
    for (uint32_t i = 0; i < functor_arity(str_functor(head)); i++) {
        Cell c = cell_deref(args[i]);
        size_t more = 0;
        if (fits_immediate(c))
            more = 1;
        else if (cell_is_str(c))
            more = flat_words(c);
        else if (cell_is_ref(c) && !occurs_before(args, i, c))
            continue;
        if (more == 0)
            return false;
        *words += more;
    }
    return true;
}

static Code immediate(Opcode for_atom, Opcode for_int, unsigned reg, Cell c)
{
    if (cell_is_atom(c))
        return code_make_imm(for_atom, reg * sizeof(Cell), (int32_t)cell_atom(c));
    return code_make_imm(for_int, reg * sizeof(Cell), (int32_t)cell_int(c));
}

static Code *put_structure(Code *at, unsigned reg, Cell structure)
{
    const Cell *cells = str_cells(structure);
    *at++ = code_make(I_GET_STRUCT, reg * sizeof(Cell), 0, 0);
    *at++ = cells[0];
    for (uint32_t i = 1; i <= functor_arity(cells[0]); i++)
        *at++ = immediate(I_UNIFY_ATOM, I_UNIFY_INT, 0, cell_deref(cells[i]));
    return at;
}

Clause *compile_plain_fact(Program *program, Pred *pred, Cell head, size_t words)
{
    Clause *clause = clause_new(program, pred, words, 0, 0);
    if (!clause)
        return NULL;
    Code *at = clause->code;
    for (uint32_t i = 0; cell_is_str(head) && i < functor_arity(str_functor(head)); i++) {
        Cell c = cell_deref(str_cells(head)[1 + i]);
        if (cell_is_str(c))
            at = put_structure(at, i, c);
        else if (!cell_is_var(c))
            *at++ = immediate(I_GET_ATOM, I_GET_INT, i, c);
    }
    *at++ = code_make(I_PROCEED, 0, 0, 0);
    HORN_ASSERT(at == clause->code + words, "the words of a plain fact were miscounted");
    clause->flags |= CLAUSE_FACT;
    return clause;
}
