/* bi_reference.c - clauses by reference, and the atoms that there are.
 * SPDX-License-Identifier: MIT
 *
 * Elsewhere: clause/3 and the assert/2 family (bi_clause.c), nth_clause/3 and the recorded database (lib/boot/database.pl).
 */
#include "builtins/clause_reference.h"
#include "builtins/list_build.h"
#include "builtins/pred_access.h"

/* ---- one clause ---- */

/* erase(+Reference): takes the clause away. */
static Status bi_erase(Engine *e, Cell *arg)
{
    Clause *clause;
    Status s = arg_clause_reference(e, arg[0], &clause);
    if (s != ST_TRUE)
        return s;
    if (clause == NULL)
        return existence_error(e, ATOM_db_reference, cell_deref(arg[0]));
    if (!pred_is_dynamic(clause->pred))
        return pred_permission_error(e, ATOM_modify, ATOM_static_procedure, clause->pred);
    (void)pred_remove_clause(&e->machine->program, clause);
    engine_note_retired(e);
    return ST_TRUE;
}

/* Which of the living clauses of its predicate a clause is, from 1. */
static int64_t place_of(const Clause *clause)
{
    int64_t place = 1;
    for (Candidates c = pred_all_clauses(clause->pred); c.next < c.end && *c.next != clause; c.next++)
        place += (*c.next)->died == GENERATION_NEVER;
    return place;
}

/* '$clause_info'(+Reference, -Module, -Name, -Arity, -Place, -Kind, -Bytes, -File, -Line). Kind is fact or rule; File is [] for a clause that comes from
 * none. Fails when the clause is gone. */
static Status bi_clause_info(Engine *e, Cell *arg)
{
    Clause *clause;
    Status s = arg_clause_reference(e, arg[0], &clause);
    if (s != ST_TRUE || clause == NULL)
        return s == ST_TRUE ? ST_FAIL : s;
    const Pred *pred = clause->pred;
    uint32_t line = 0;
    uint32_t file = source_of_clause(&e->machine->sources, clause, &line);
    const Cell values[] = {cell_from_atom(pred->module->name),
                           cell_from_atom(pred_name(pred)),
                           cell_from_int((int64_t)pred_arity(pred)),
                           cell_from_int(place_of(clause)),
                           cell_from_atom(clause->flags & CLAUSE_FACT ? ATOM_fact : ATOM_rule),
                           cell_from_int((int64_t)clause_bytes(clause)),
                           cell_from_atom(file != ATOM_NONE ? file : ATOM_nil),
                           cell_from_int(line)};
    for (size_t i = 0; s == ST_TRUE && i < ARRAY_LENGTH(values); i++)
        s = unify_result(e, arg[1 + i], values[i]);
    return s;
}

/* ---- the clauses of a predicate ---- */

/* The predicate that Name/Arity means in a module, with its clauses; NULL when there is none. */
static Status arg_pred(Engine *e, Cell module_arg, Cell indicator, Pred **pred)
{
    uint32_t module_name, name, arity;
    Module *module;
    Program *program = &e->machine->program;
    Status s = arg_atom(e, module_arg, &module_name);
    if (s != ST_TRUE)
        return s;
    module = module_intern(program, module_name);
    if (module == NULL)
        return resource_error(e, ATOM_memory);
    s = arg_indicator(e, indicator, module, &module, &name, &arity);
    if (s != ST_TRUE)
        return s;
    *pred = program_resolve(program, module, cell_from_functor(name, arity));
    return *pred == NULL || pred_link(program, *pred) ? ST_TRUE : resource_error(e, ATOM_memory);
}

/* '$clause_references'(+Module, +PI, -References), in order. */
static Status bi_clause_references(Engine *e, Cell *arg)
{
    Pred *pred;
    Status s = arg_pred(e, arg[0], arg[1], &pred);
    if (s != ST_TRUE || pred == NULL)
        return s == ST_TRUE ? ST_FAIL : s;
    if (!heap_has(&e->store, (REFERENCE_CELLS + 2) * (size_t)pred->live))
        return ST_RETRY;
    Candidates all = pred_all_clauses(pred);
    Cell list = cell_from_atom(ATOM_nil);
    while (s == ST_TRUE && all.end > all.next) {
        Clause *clause = *--all.end;
        if (clause->died != GENERATION_NEVER)
            continue;
        Cell reference = clause_reference_push(e);
        s = clause_reference_set(e, reference, clause);
        list = heap_push_pair(&e->store, reference, list);
    }
    return s == ST_TRUE ? unify_result(e, arg[2], list) : s;
}

/* '$nth_reference'(+Module, +PI, +Place, -Reference), Place from 1. */
static Status bi_nth_reference(Engine *e, Cell *arg)
{
    Pred *pred;
    int64_t place = 0;
    Status s = arg_pred(e, arg[0], arg[1], &pred);
    if (s == ST_TRUE)
        s = arg_integer(e, arg[2], &place);
    if (s != ST_TRUE || pred == NULL)
        return s == ST_TRUE ? ST_FAIL : s;
    if (!heap_has(&e->store, REFERENCE_CELLS))
        return ST_RETRY;
    for (Candidates c = pred_all_clauses(pred); c.next < c.end; c.next++) {
        if ((*c.next)->died != GENERATION_NEVER || --place != 0)
            continue;
        Cell reference = clause_reference_push(e);
        s = clause_reference_set(e, reference, *c.next);
        return s == ST_TRUE ? unify_result(e, arg[3], reference) : s;
    }
    return ST_FAIL;
}

/* ---- atoms ---- */

/* '$atoms'(-Atoms): those with more than one character, and those of one ASCII character. */
static Status bi_atoms(Engine *e, Cell *arg)
{
    const AtomTable *atoms = &e->machine->atoms;
    if (!heap_has(&e->store, 2 * (atoms->count + 128)))
        return ST_RETRY;
    Cell list = cell_from_atom(ATOM_nil);
    for (size_t i = atoms->count; i-- > 0;)
        if (atoms->entries[i] != NULL)
            list = heap_push_pair(&e->store, cell_from_atom(ATOM_FIRST + (uint32_t)i), list);
    for (uint32_t code = 128; code-- > 0;)
        list = heap_push_pair(&e->store, cell_from_atom(code), list);
    return unify_result(e, arg[0], list);
}

const Builtin builtins_reference[] = {
    /*      name                 function              arguments                                                determinism  ISO */
    BUILTIN("erase", bi_erase, "+reference", DET, ""),
    BUILTIN("$clause_info", bi_clause_info, "+reference -module -name -arity -place -kind -bytes -file -line", DET, ""),
    BUILTIN("$clause_references", bi_clause_references, "+module +indicator -references", DET, ""),
    BUILTIN("$nth_reference", bi_nth_reference, "+module +indicator +place -reference", DET, ""),
    BUILTIN("$atoms", bi_atoms, "-atoms", DET, ""),
    BUILTIN_END};
