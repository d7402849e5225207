/* pred_access.c - which predicate a builtin means, and what may be done to it.
 * SPDX-License-Identifier: MIT
 */
#include "builtins/pred_access.h"

#include "vm/control.h"

#define FUNCTOR(name, arity) cell_from_functor((name), (arity))
/* What the compiler may want for a moment. */
#define COMPILER_CELLS 16u

/* ---- terms ---- */

const Cell *callable_arguments(Cell callable, Cell pair[2])
{
    if (cell_is_str(callable))
        return str_cells(callable) + 1;
    if (cell_is_lst(callable))
        return lst_cells(callable);
    if (cell_is_txt(callable))
        list_uncons(callable, &pair[0], &pair[1]);
    return pair;
}

static bool is_struct_of(Cell c, Cell functor)
{
    return cell_is_str(c) && str_functor(c) == functor;
}

Status clause_term_open(Engine *e, Cell term, Module *from, ClauseTerm *out)
{
    Cell plain;
    Status s = arg_qualified(e, term, from, &out->module, &plain);
    if (s != ST_TRUE)
        return s;
    out->is_rule = is_struct_of(plain, FUNCTOR(ATOM_neck, 2));
    out->body = out->is_rule ? cell_deref(str_cells(plain)[2]) : cell_from_atom(ATOM_true);
    Cell head = out->is_rule ? str_cells(plain)[1] : plain;
    s = arg_qualified(e, head, out->module, &out->home, &head);
    return s == ST_TRUE ? arg_callable(e, head, &out->head) : s;
}

/* ---- predicates ---- */

/* Where an import that was asked for leads. */
static Pred *imported(Pred *p)
{
    while (!pred_is_defined(p) && (p->flags & PRED_IMPORTED) && p->import != NULL)
        p = p->import;
    return p;
}

/* The system's predicate that stands in the way of one in another module, or NULL. */
static Pred *shared_or_protected(const Program *p, const Module *m, Cell functor)
{
    Pred *pred = m != p->system ? pred_find(p->system, functor) : NULL;
    return pred != NULL && pred_is_defined(pred) && !(pred->flags & PRED_REDEFINE) ? pred : NULL;
}

Pred *pred_to_change(Program *p, Module *m, Cell functor)
{
    Pred *own = pred_find(m, functor);
    if (own != NULL) {
        own = imported(own);
        if (pred_is_defined(own))
            return own;
    }
    Pred *of_system = shared_or_protected(p, m, functor);
    return of_system != NULL ? of_system : own;
}

Pred *pred_of_change(Program *p, Module *m, Cell functor)
{
    Pred *own = pred_find(m, functor);
    if (own != NULL && !pred_is_defined(own) && (own->flags & PRED_WEAK))
        return own; /* an import that nobody asked for by name gives way */
    Pred *pred = pred_to_change(p, m, functor);
    return pred != NULL ? pred : pred_intern(p, m, functor);
}

Status pred_permission_error(Engine *e, uint32_t action, uint32_t type, const Pred *p)
{
    return permission_error(e, action, type, pred_indicator(e, p));
}

/* True when the file that is being loaded has asked for this very import by name. */
static bool is_import_of_load(const Engine *e, const Pred *pred)
{
    const Source *source = e->machine->sources.loading;
    return source != NULL && pred->load == source->load && !pred_is_defined(pred) &&
           (pred->flags & (PRED_IMPORTED | PRED_WEAK)) == PRED_IMPORTED && pred_is_defined(pred->import);
}

Status pred_of_definition(Engine *e, Module *m, Cell functor, Pred **out)
{
    Program *program = &e->machine->program;
    Pred *own = pred_find(m, functor);
    if (own == NULL || !pred_is_defined(own)) {
        const Pred *of_system = shared_or_protected(program, m, functor);
        if (of_system != NULL)
            return pred_permission_error(e, ATOM_modify, ATOM_static_procedure, of_system);
        if (own == NULL)
            own = pred_intern(program, m, functor);
        if (own == NULL)
            return resource_error(e, ATOM_memory);
    }
    if (is_import_of_load(e, own))
        return pred_permission_error(e, ATOM_redefine, ATOM_imported_procedure, own->import);
    *out = own;
    return own->flags & (PRED_BUILTIN | PRED_CONTROL) ? pred_permission_error(e, ATOM_modify, ATOM_static_procedure, own) : ST_TRUE;
}

/* ---- adding ---- */

Status pred_compile_and_add(Engine *e, Pred *p, const ClauseTerm *clause, bool at_end, Clause **added)
{
    Program *program = &e->machine->program;
    Compiler compiler = {.program = program, .arith = &e->machine->arith, .store = &e->store};
    if (!heap_has(&e->store, COMPILER_CELLS))
        return ST_RETRY;
    CompileStatus s = compile_clause(&compiler, p, clause->module, clause->head, clause->body, added);
    if (s != COMPILE_OK)
        return compile_error(e, s, compiler.culprit);
    if (pred_add_clause(program, p, *added, at_end)) {
        engine_note_retired(e);
        return ST_TRUE;
    }
    clause_free(program, *added);
    return resource_error(e, ATOM_memory);
}
