/* bi_module.c - modules and the properties of predicates, for the predicates of lib/boot/modules.pl and system.pl.
 * SPDX-License-Identifier: MIT
 *
 * Elsewhere: what a name means in a module (db/module.h), which file gave what (db/source.h), names alike (nearest_names.c).
 */
#include "builtins/answers.h"
#include "builtins/nearest_names.h"
#include "builtins/pred_access.h"
#include "builtins/stream_argument.h"
#include "term/chain.h"

/* Cells of the answer Module, Name, Arity and its pair. */
#define ANSWER_CELLS 6u

/* ---- arguments ---- */

/* An existing module, or NULL. */
static Status arg_module_find(Engine *e, Cell arg, Module **out)
{
    uint32_t name;
    Status s = arg_atom(e, arg, &name);
    if (s == ST_TRUE)
        *out = module_find(&e->machine->program, name);
    return s;
}

/* A module, made when it does not exist. */
static Status arg_module_intern(Engine *e, Cell arg, Module **out)
{
    uint32_t name;
    Status s = arg_atom(e, arg, &name);
    if (s != ST_TRUE)
        return s;
    *out = module_intern(&e->machine->program, name);
    return *out != NULL ? ST_TRUE : resource_error(e, ATOM_memory);
}

/* Name/Arity in a module, perhaps qualified: the module and the functor word. */
static Status arg_pred_name(Engine *e, Cell module_arg, Cell indicator, Module **module, Cell *functor)
{
    uint32_t name, arity;
    Status s = arg_module_intern(e, module_arg, module);
    if (s == ST_TRUE)
        s = arg_indicator(e, indicator, *module, module, &name, &arity);
    if (s == ST_TRUE)
        *functor = cell_from_functor(name, arity);
    return s;
}

/* The module's own predicate, made undefined when there is none. */
static Status intern_pred(Engine *e, Module *m, Cell functor, Pred **out)
{
    *out = pred_intern(&e->machine->program, m, functor);
    return *out != NULL ? ST_TRUE : resource_error(e, ATOM_memory);
}

static Status arg_pred_intern(Engine *e, Cell module_arg, Cell indicator, Module **module, Pred **out)
{
    Cell functor;
    Status s = arg_pred_name(e, module_arg, indicator, module, &functor);
    return s == ST_TRUE ? intern_pred(e, *module, functor, out) : s;
}

/* ---- modules ---- */

/* '$current_module'(?Module) */
static Status bi_current_module(Engine *e, Cell *arg)
{
    Cell wanted = cell_deref(arg[0]), list = cell_deref(e->X[1]);
    Module *found;
    if (!cell_is_var(wanted)) {
        Status s = arg_module_find(e, wanted, &found);
        return s == ST_TRUE ? status_from_bool(found != NULL) : s;
    }
    if (e->redo == 0) {
        size_t count = 0;
        for (const Module *m = e->machine->program.modules; m != NULL; m = m->next)
            count++;
        if (!heap_has(&e->store, 2 * count))
            return ST_RETRY;
        list = cell_from_atom(ATOM_nil);
        for (const Module *m = e->machine->program.modules; m != NULL; m = m->next) /* newest first */
            list = heap_push_pair(&e->store, cell_from_atom(m->name), list);
    }
    return answers_give(e, arg, 1, 1, list);
}

static Status bi_module_create(Engine *e, Cell *arg)
{
    Module *m;
    return arg_module_intern(e, arg[0], &m);
}

/* '$module_library'(+Module): makes it one of the library. */
static Status bi_module_library(Engine *e, Cell *arg)
{
    Module *m;
    Status s = arg_module_intern(e, arg[0], &m);
    if (s != ST_TRUE)
        return s;
    return module_make_library(m) ? ST_TRUE : resource_error(e, ATOM_memory);
}

static Status bi_source_module(Engine *e, Cell *arg)
{
    return unify_atom(e, arg[0], e->machine->source_module->name);
}

static Status bi_set_source_module(Engine *e, Cell *arg)
{
    return arg_module_intern(e, arg[0], &e->machine->source_module);
}

/* Takes M:Term apart as long as M is an atom. */
static Status strip_module(Engine *e, Cell term, Cell module, const Cell *results)
{
    Chain chain = {0};
    term = cell_deref(term);
    while (cell_is_str(term) && str_functor(term) == cell_from_functor(ATOM_CHAR(':'), 2)) {
        Cell name = cell_deref(str_cells(term)[1]);
        if (!cell_is_atom(name))
            break;
        if (chain_is_endless(&chain, term))
            return type_error(e, ATOM_acyclic_term, term);
        module = name;
        term = cell_deref(str_cells(term)[2]);
    }
    Status s = unify_result(e, results[0], module);
    return s == ST_TRUE ? unify_result(e, results[1], term) : s;
}

/* strip_module(Term, Module, Plain): the module of what is not qualified is user, or system while booting. */
static Status bi_strip_module(Engine *e, Cell *arg)
{
    return strip_module(e, arg[0], cell_from_atom(default_module(e)->name), arg + 1);
}

/* The same with the module of what is not qualified: '$strip_module'(Term, Default, Module, Plain) */
static Status bi_strip_module_default(Engine *e, Cell *arg)
{
    return strip_module(e, arg[0], cell_deref(arg[1]), arg + 2);
}

/* ---- bases: where names are looked up that a module has not ---- */

/* '$module_bases'(+Module, -Bases) */
static Status bi_module_bases(Engine *e, Cell *arg)
{
    Module *m;
    Status s = arg_module_find(e, arg[0], &m);
    if (s != ST_TRUE || m == NULL)
        return s == ST_TRUE ? ST_FAIL : s;
    if (!heap_has(&e->store, 2 * m->base_count))
        return ST_RETRY;
    Cell list = cell_from_atom(ATOM_nil);
    for (size_t i = m->base_count; i-- > 0;)
        list = heap_push_pair(&e->store, cell_from_atom(m->bases[i]->name), list);
    return unify_result(e, arg[1], list);
}

/* Fills in the modules that a list names. */
static Status list_modules(Engine *e, const Module *of, Cell list, Module **modules)
{
    for (list = cell_deref(list); cell_is_pair(list);) {
        Status s = arg_module_intern(e, list_take(&list), modules);
        if (s != ST_TRUE)
            return s;
        if (module_has_base(*modules++, of))
            return permission_error(e, ATOM_add_import, ATOM_module, cell_from_atom(of->name));
    }
    return ST_TRUE;
}

/* '$module_set_bases'(+Module, +Bases). permission_error(add_import, module, Module): it would become a base of itself. */
static Status bi_module_set_bases(Engine *e, Cell *arg)
{
    Module *m, **modules;
    size_t count;
    Alloc *alloc = &e->machine->alloc;
    Status s = arg_module_intern(e, arg[0], &m);
    if (s == ST_TRUE)
        s = arg_list(e, arg[1], &count);
    if (s != ST_TRUE)
        return s;
    modules = alloc_zero(alloc, (count + 1) * sizeof *modules);
    if (modules == NULL)
        return resource_error(e, ATOM_memory);
    s = list_modules(e, m, arg[1], modules);
    if (s == ST_TRUE && !module_set_bases(m, modules, count))
        s = resource_error(e, ATOM_memory);
    alloc_free(alloc, modules, (count + 1) * sizeof *modules);
    return s;
}

/* '$module_unknown'(+Module, -Action): what flag unknown is for calls from the module. */
static Status bi_module_unknown(Engine *e, Cell *arg)
{
    Module *m;
    Status s = arg_module_intern(e, arg[0], &m);
    if (s != ST_TRUE)
        return s;
    uint32_t own = module_unknown(m);
    return unify_result(e, arg[1], own != ATOM_NONE ? cell_from_atom(own) : flag_value(&e->machine->flags, ATOM_unknown));
}

/* ---- exports and imports ---- */

static Status bi_module_export(Engine *e, Cell *arg)
{
    Module *m;
    Pred *pred;
    Status s = arg_pred_intern(e, arg[0], arg[1], &m, &pred);
    if (s != ST_TRUE)
        return s;
    return module_export(m, pred) ? ST_TRUE : resource_error(e, ATOM_memory);
}

/* '$module_exports'(+Module, -PIs), in order of export. */
static Status bi_module_exports(Engine *e, Cell *arg)
{
    Module *m;
    Store *s = &e->store;
    Status status = arg_module_intern(e, arg[0], &m);
    if (status != ST_TRUE)
        return status;
    if (!heap_has(s, 5 * m->export_count))
        return ST_RETRY;
    Cell list = cell_from_atom(ATOM_nil);
    for (size_t i = m->export_count; i-- > 0;) {
        Cell indicator = heap_push_struct(s, cell_from_functor(ATOM_CHAR('/'), 2));
        str_cells(indicator)[1] = cell_from_atom(pred_name(m->exports[i]));
        str_cells(indicator)[2] = cell_from_int(pred_arity(m->exports[i]));
        list = heap_push_pair(s, indicator, list);
    }
    return unify_result(e, arg[1], list);
}

static Status bi_module_unexport(Engine *e, Cell *arg)
{
    Module *m;
    Status s = arg_module_intern(e, arg[0], &m);
    if (s == ST_TRUE)
        module_unexport_all(m);
    return s;
}

/* Where a predicate is defined that a module exports: imports of imports are short-cut. */
static Pred *definition_of(Pred *pred)
{
    while (!pred_is_defined(pred) && (pred->flags & PRED_IMPORTED) && pred->import != NULL && pred->import != pred)
        pred = pred->import;
    return pred;
}

/* True when the module's own definition is what an earlier load of the file left that is being loaded. */
static bool is_left_over(const Engine *e, const Pred *pred)
{
    const Source *source = e->machine->sources.loading;
    return source != NULL && source_is_old(source, pred);
}

static void import_pred(Engine *e, Pred *pred, Pred *definition, bool weak)
{
    const Source *source = e->machine->sources.loading;
    if (pred_is_defined(pred))
        pred_wipe(&e->machine->program, pred, PRED_EXPORTED);
    pred_import(pred, definition, weak);
    pred->load = source != NULL ? source->load : 0;
}

/* '$module_import'(+Into, +From, +PI, +Strength, -Notice). Strength is weak or strong. */
static Status bi_module_import(Engine *e, Cell *arg)
{
    Module *into, *from;
    Cell functor, notice = cell_from_atom(ATOM_nil);
    Pred *pred, *definition;
    bool weak = cell_deref(arg[3]) == cell_from_atom(ATOM_weak);
    if (!heap_has(&e->store, 2))
        return ST_RETRY;
    Status s = arg_module_intern(e, arg[0], &into);
    if (s == ST_TRUE)
        s = arg_pred_name(e, arg[1], arg[2], &from, &functor);
    if (s == ST_TRUE)
        s = intern_pred(e, into, functor, &pred);
    if (s == ST_TRUE)
        s = intern_pred(e, from, functor, &definition);
    if (s != ST_TRUE)
        return s;
    definition = definition_of(definition);
    if (pred == definition) {
        ; /* nothing to do */
    } else if (pred_is_defined(pred) && (weak || !is_left_over(e, pred))) {
        notice = cell_from_atom(ATOM_local);
    } else if ((pred->flags & PRED_IMPORTED) && pred->import != NULL && definition_of(pred) != definition &&
               pred_is_defined(definition_of(pred))) {
        notice = heap_push_struct(&e->store, cell_from_functor(ATOM_imported, 1));
        str_cells(notice)[1] = cell_from_atom(definition_of(pred)->module->name);
    } else {
        import_pred(e, pred, definition, weak && !((pred->flags & PRED_IMPORTED) && !(pred->flags & PRED_WEAK)));
    }
    return unify_result(e, arg[4], notice);
}

/* ---- which predicates there are ---- */

static Status bi_has_clauses(Engine *e, Cell *arg)
{
    Module *m;
    uint32_t name;
    int64_t arity;
    Status s = arg_module_find(e, arg[0], &m);
    if (s == ST_TRUE)
        s = arg_atom(e, arg[1], &name);
    if (s == ST_TRUE)
        s = arg_non_negative(e, arg[2], &arity);
    if (s != ST_TRUE)
        return s;
    const Pred *pred = m != NULL && arity <= MAX_ARITY ? pred_find(m, cell_from_functor(name, (uint32_t)arity)) : NULL;
    return status_from_bool(pred != NULL && pred->live > 0);
}

static bool has_live_clauses(const Module *m, uint32_t name, uint32_t arity)
{
    const Pred *pred = pred_find(m, cell_from_functor(name, arity));
    return pred != NULL && pred->live > 0;
}

/* '$has_hook'(+Module, +Name): Module, user or system has clauses of Name/2 or Name/4. */
static Status bi_has_hook(Engine *e, Cell *arg)
{
    const Program *program = &e->machine->program;
    Module *m;
    uint32_t name;
    Status s = arg_module_find(e, arg[0], &m);
    if (s == ST_TRUE)
        s = arg_atom(e, arg[1], &name);
    if (s != ST_TRUE)
        return s;
    const Module *where[] = {program->user, program->system, m};
    for (size_t i = 0; i < ARRAY_LENGTH(where); i++)
        if (where[i] != NULL && (has_live_clauses(where[i], name, 2) || has_live_clauses(where[i], name, 4)))
            return ST_TRUE;
    return ST_FAIL;
}

/* What '$predicate' asks for. */
typedef struct PredQuery {
    Cell name, arity; /* dereferenced */
} PredQuery;

static bool is_asked_for(const PredQuery *q, const Pred *pred)
{
    return pred_is_defined(pred) && (cell_is_var(q->name) || q->name == cell_from_atom(pred_name(pred))) &&
           (cell_is_var(q->arity) || q->arity == cell_from_int(pred_arity(pred)));
}

/* Pushes an answer for each predicate of the module that is asked for. ST_TRUE or ST_RETRY. */
static Status push_preds(Engine *e, const Module *m, const PredQuery *q, Cell *list)
{
    Store *s = &e->store;
    if (!heap_has(s, ANSWER_CELLS * m->pred_count))
        return ST_RETRY;
    for (size_t i = 0; i < m->pred_capacity; i++) {
        const Pred *pred = m->preds[i];
        if (pred == NULL || !is_asked_for(q, pred))
            continue;
        Cell answer = heap_push_struct(s, cell_from_functor(ATOM_predicate, 3));
        str_cells(answer)[1] = cell_from_atom(m->name);
        str_cells(answer)[2] = cell_from_atom(pred_name(pred));
        str_cells(answer)[3] = cell_from_int(pred_arity(pred));
        *list = heap_push_pair(s, answer, *list);
    }
    return ST_TRUE;
}

/* '$predicate'(?Module, ?Name, ?Arity) */
static Status bi_predicate(Engine *e, Cell *arg)
{
    PredQuery q = {cell_deref(arg[1]), cell_deref(arg[2])};
    Cell module = cell_deref(arg[0]), list = cell_from_atom(ATOM_nil);
    if (e->redo == 1)
        return answers_give(e, arg, 3, 3, e->X[3]);
    Module *m = NULL;
    Status s = cell_is_var(module) ? ST_TRUE : arg_module_find(e, module, &m);
    if (s != ST_TRUE || (!cell_is_var(module) && m == NULL))
        return s == ST_TRUE ? ST_FAIL : s;
    if (m != NULL && cell_is_atom(q.name) && cell_is_int(q.arity)) {
        bool possible = cell_int(q.arity) >= 0 && cell_int(q.arity) <= MAX_ARITY;
        const Pred *pred = possible ? pred_find(m, cell_from_functor(cell_atom(q.name), (uint32_t)cell_int(q.arity))) : NULL;
        return status_from_bool(pred != NULL && pred_is_defined(pred));
    }
    Cell *top = e->store.H;
    for (m = m != NULL ? m : e->machine->program.modules; m != NULL && s == ST_TRUE; m = cell_is_var(module) ? m->next : NULL)
        s = push_preds(e, m, &q, &list);
    if (s == ST_TRUE)
        return answers_give(e, arg, 3, 3, list);
    e->store.H = top;
    e->store.cells_needed *= 4; /* there may be more modules */
    return s;
}

/* ---- properties ---- */

/* True of the argument modes that take a module with them: 0..9, :, ^ and //. */
static bool meta_mode_takes_module(Cell mode)
{
    return cell_is_int(mode) || mode == cell_from_atom(ATOM_CHAR('^')) || mode == cell_from_atom(ATOM_CHAR(':')) ||
           mode == cell_from_atom(ATOM_int_divide);
}

/* A predicate as a module sees it. */
typedef struct SeenPred {
    const Module *module;
    const Pred *pred;
} SeenPred;

static bool has_any(const SeenPred *seen, uint32_t flags)
{
    return (seen->pred->flags & flags) != 0;
}

static bool is_defined(const SeenPred *seen)
{
    return pred_is_defined(seen->pred);
}
static bool is_static(const SeenPred *seen)
{
    return pred_is_static(seen->pred);
}
static bool is_dynamic(const SeenPred *seen)
{
    return has_any(seen, PRED_DYNAMIC);
}
static bool is_discontiguous(const SeenPred *seen)
{
    return has_any(seen, PRED_DISCONTIGUOUS);
}
static bool is_multifile(const SeenPred *seen)
{
    return has_any(seen, PRED_MULTIFILE);
}
static bool is_public(const SeenPred *seen)
{
    return has_any(seen, PRED_PUBLIC);
}
static bool is_exported(const SeenPred *seen)
{
    return has_any(seen, PRED_EXPORTED);
}
static bool is_foreign(const SeenPred *seen)
{
    return has_any(seen, PRED_BUILTIN | PRED_CONTROL);
}
static bool is_iso(const SeenPred *seen)
{
    return has_any(seen, PRED_ISO);
}
static bool is_built_in(const SeenPred *seen)
{
    return pred_is_defined(seen->pred) && seen->pred->module->is_system;
}
static bool is_imported(const SeenPred *seen)
{
    return pred_is_defined(seen->pred) && seen->pred->module != seen->module;
}
static bool has_file(const SeenPred *seen)
{
    return pred_is_defined(seen->pred) && seen->pred->file != ATOM_NONE;
}
static bool has_line(const SeenPred *seen)
{
    return has_file(seen) && seen->pred->line > 0;
}
static bool has_clauses(const SeenPred *seen)
{
    return pred_is_defined(seen->pred) && !is_foreign(seen);
}
static bool has_meta(const SeenPred *seen)
{
    return seen->pred->meta != 0;
}

static bool is_interpreted(const SeenPred *seen)
{
    return has_clauses(seen);
}
static bool is_transparent(const SeenPred *seen)
{
    if (!has_meta(seen))
        return false;
    const Cell *modes = str_cells(seen->pred->meta);
    bool found = false;
    for (uint32_t i = 1; !found && i <= functor_arity(modes[0]); i++)
        found = meta_mode_takes_module(modes[i]);
    return found;
}

static Cell home_of(Engine *e, const SeenPred *seen)
{
    (void)e;
    return cell_from_atom(seen->pred->module->name);
}

static Cell file_of(Engine *e, const SeenPred *seen)
{
    (void)e;
    return cell_from_atom(seen->pred->file);
}

static Cell line_of(Engine *e, const SeenPred *seen)
{
    (void)e;
    return cell_from_int((int64_t)seen->pred->line);
}

static Cell count_of(Engine *e, const SeenPred *seen)
{
    (void)e;
    return cell_from_int((int64_t)seen->pred->live);
}

static Cell rules_of(Engine *e, const SeenPred *seen)
{
    (void)e;
    int64_t count = 0;
    for (Candidates c = pred_all_clauses(seen->pred); c.next < c.end; c.next++)
        count += (*c.next)->died == GENERATION_NEVER && !((*c.next)->flags & CLAUSE_FACT);
    return cell_from_int(count);
}

/* Bytes of the predicate and of its living clauses. */
static Cell size_of(Engine *e, const SeenPred *seen)
{
    (void)e;
    size_t bytes = sizeof *seen->pred;
    for (Candidates c = pred_all_clauses(seen->pred); c.next < c.end; c.next++)
        bytes += (*c.next)->died == GENERATION_NEVER ? clause_bytes(*c.next) : 0;
    return cell_from_int((int64_t)bytes);
}

static Cell meta_of(Engine *e, const SeenPred *seen)
{
    const Cell *modes = str_cells(seen->pred->meta);
    if (functor_arity(modes[0]) == 0)
        return cell_from_atom(functor_name(modes[0]));
    Cell head = heap_push_struct(&e->store, modes[0]);
    memcpy(str_cells(head) + 1, modes + 1, functor_arity(modes[0]) * sizeof(Cell));
    return head;
}

typedef struct Property {
    uint32_t name;
    bool (*holds)(const SeenPred *seen);
    Cell (*value)(Engine *e, const SeenPred *seen); /* NULL: an atom; else pushes at most the cells of a head */
} Property;

static const Property properties[] = {
    {ATOM_interpreted, is_interpreted, NULL},
    {ATOM_defined, is_defined, NULL},
    {ATOM_static, is_static, NULL},
    {ATOM_dynamic, is_dynamic, NULL},
    {ATOM_discontiguous, is_discontiguous, NULL},
    {ATOM_multifile, is_multifile, NULL},
    {ATOM_public, is_public, NULL},
    {ATOM_exported, is_exported, NULL},
    {ATOM_built_in, is_built_in, NULL},
    {ATOM_foreign, is_foreign, NULL},
    {ATOM_iso, is_iso, NULL},
    {ATOM_imported_from, is_imported, home_of},
    {ATOM_file, has_file, file_of},
    {ATOM_line_count, has_line, line_of},
    {ATOM_number_of_clauses, has_clauses, count_of},
    {ATOM_number_of_rules, has_clauses, rules_of},
    {ATOM_size, is_defined, size_of},
    {ATOM_transparent, is_transparent, NULL},
    {ATOM_meta_predicate, has_meta, meta_of},
};

/* The property with the name and arity of a term; NULL when there is none. */
static const Property *find_property(Cell term)
{
    bool plain = cell_is_atom(term);
    if (!plain && (!cell_is_str(term) || functor_arity(str_functor(term)) != 1))
        return NULL;
    uint32_t name = plain ? cell_atom(term) : functor_name(str_functor(term));
    for (size_t i = 0; i < ARRAY_LENGTH(properties); i++)
        if (properties[i].name == name && plain == (properties[i].value == NULL))
            return &properties[i];
    return NULL;
}

/* The number of the first property from `i` on that holds. */
static size_t next_property(const SeenPred *seen, size_t i)
{
    while (i < ARRAY_LENGTH(properties) && !properties[i].holds(seen))
        i++;
    return i;
}

/* Unifies with all properties in turn; the state is the number of the next one. */
static Status any_property(Engine *e, const SeenPred *seen, Cell arg)
{
    size_t i = next_property(seen, (size_t)cell_int(e->X[3]));
    if (i == ARRAY_LENGTH(properties))
        return ST_FAIL;
    const Property *p = &properties[i];
    Cell term = cell_from_atom(p->name);
    if (p->value != NULL) {
        Cell value = p->value(e, seen);
        term = heap_push_struct(&e->store, cell_from_functor(p->name, 1));
        str_cells(term)[1] = value;
    }
    i = next_property(seen, i + 1);
    e->X[3] = cell_from_int((int64_t)i);
    if (i < ARRAY_LENGTH(properties))
        builtin_leave_choice(e);
    return unify_result(e, arg, term);
}

/* '$pred_property'(+Module, +PI, ?Property) */
static Status bi_pred_property(Engine *e, Cell *arg)
{
    Module *module;
    Cell functor, wanted = cell_deref(arg[2]);
    Status s = arg_pred_name(e, arg[0], arg[1], &module, &functor);
    if (s != ST_TRUE)
        return s;
    const Pred *pred = program_resolve(&e->machine->program, module, functor);
    SeenPred seen = {module, pred != NULL ? pred : pred_find(module, functor)};
    if (seen.pred == NULL)
        return ST_FAIL;
    if (!heap_has(&e->store, (size_t)functor_arity(functor) + 4))
        return ST_RETRY;
    if (cell_is_var(wanted))
        return any_property(e, &seen, wanted);
    const Property *p = find_property(wanted);
    if (p == NULL || !p->holds(&seen))
        return ST_FAIL;
    return p->value == NULL ? ST_TRUE : unify_result(e, str_cells(wanted)[1], p->value(e, &seen));
}

/* ---- setting properties ---- */

static uint32_t flag_of_property(uint32_t name)
{
    switch (name) {
    case ATOM_dynamic: return PRED_DYNAMIC;
    case ATOM_discontiguous: return PRED_DISCONTIGUOUS;
    case ATOM_multifile: return PRED_MULTIFILE;
    case ATOM_public: return PRED_PUBLIC;
    default: return 0;
    }
}

/* Notes a declaration as given by the file that is being loaded. */
static bool note_declaration(Engine *e, Pred *pred, uint32_t property)
{
    Source *source = e->machine->sources.loading;
    return source == NULL || source_note_properties(source, pred, property);
}

static Status declare(Engine *e, Module *m, Cell functor, uint32_t flag)
{
    Program *program = &e->machine->program;
    const Source *source = e->machine->sources.loading;
    Pred *pred;
    Status s = pred_of_definition(e, m, functor, &pred);
    if (s != ST_TRUE)
        return s;
    if (flag == PRED_DYNAMIC && !pred_is_dynamic(pred) && pred->live > 0) {
        if (source == NULL || !source_is_old(source, pred))
            return pred_permission_error(e, ATOM_modify, ATOM_static_procedure, pred);
        pred_remove_all(program, pred);
    }
    if (!note_declaration(e, pred, flag))
        return resource_error(e, ATOM_memory);
    if (flag == PRED_PUBLIC)
        pred->flags |= flag;
    else
        pred_declare(program, pred, flag);
    return ST_TRUE;
}

static bool is_meta_mode(Cell mode)
{
    if (cell_is_int(mode))
        return cell_int(mode) >= 0 && cell_int(mode) <= 9;
    if (!cell_is_atom(mode))
        return false;
    switch (cell_atom(mode)) {
    case ATOM_CHAR('^'):
    case ATOM_CHAR(':'):
    case ATOM_CHAR('+'):
    case ATOM_CHAR('-'):
    case ATOM_CHAR('?'):
    case ATOM_CHAR('*'):
    case ATOM_int_divide: return true;
    default: return false;
    }
}

/* meta_predicate(Head) */
static Status declare_meta(Engine *e, Module *m, Cell functor, Cell head)
{
    Pred *pred;
    Cell modes[1 + 64], pair[2];
    uint32_t arity = functor_arity(functor);
    Status s = arg_callable(e, head, &head);
    if (s == ST_TRUE)
        s = intern_pred(e, m, functor, &pred);
    if (s != ST_TRUE)
        return s;
    if (callable_functor(head) != functor)
        return domain_error(e, ATOM_meta_predicate, head);
    if (arity > 64)
        return representation_error(e, ATOM_max_arity);
    const Cell *args = callable_arguments(head, pair);
    modes[0] = functor;
    for (uint32_t i = 0; i < arity; i++) {
        modes[1 + i] = cell_deref(args[i]);
        if (cell_is_var(modes[1 + i]))
            return instantiation_error(e);
        if (!is_meta_mode(modes[1 + i]))
            return domain_error(e, ATOM_meta_argument_specifier, modes[1 + i]);
    }
    if (!note_declaration(e, pred, PRED_META) || !pred_set_meta(&e->machine->program, pred, modes))
        return resource_error(e, ATOM_memory);
    return ST_TRUE;
}

/* '$set_pred_property'(+Module, +PI, +Property) */
static Status bi_set_pred_property(Engine *e, Cell *arg)
{
    Module *m;
    Cell functor, property = cell_deref(arg[2]);
    e->running = NULL; /* errors are about the declaration */
    Status s = arg_pred_name(e, arg[0], arg[1], &m, &functor);
    if (s != ST_TRUE)
        return s;
    if (cell_is_str(property) && str_functor(property) == cell_from_functor(ATOM_meta_predicate, 1))
        return declare_meta(e, m, functor, str_cells(property)[1]);
    if (cell_is_atom(property) && flag_of_property(cell_atom(property)) != 0)
        return declare(e, m, functor, flag_of_property(cell_atom(property)));
    if (property != cell_from_atom(ATOM_iso))
        return domain_error(e, ATOM_property, property);
    Pred *pred;
    s = intern_pred(e, m, functor, &pred);
    if (s == ST_TRUE)
        pred->flags |= PRED_ISO;
    return s;
}

/* ---- names alike ---- */

/* '$nearest_names'(+Name, +Arity, +Module, -PIs) */
static Status bi_nearest_names(Engine *e, Cell *arg)
{
    uint32_t name;
    int64_t arity;
    Module *m;
    NearName found[NEAR_NAMES];
    Store *store = &e->store;
    Status s = arg_atom(e, arg[0], &name);
    if (s == ST_TRUE)
        s = arg_non_negative(e, arg[1], &arity);
    if (s == ST_TRUE)
        s = arg_module_intern(e, arg[2], &m);
    if (s != ST_TRUE)
        return s;
    if (!heap_has(store, SMALL_RESULT_CELLS))
        return ST_RETRY;
    size_t count = nearest_names(&e->machine->program, m, name, arity, found);
    Cell list = cell_from_atom(ATOM_nil);
    while (count-- > 0) {
        Cell indicator = heap_push_struct(store, cell_from_functor(ATOM_CHAR('/'), 2));
        str_cells(indicator)[1] = cell_from_atom(found[count].name);
        str_cells(indicator)[2] = cell_from_int((int64_t)found[count].arity);
        list = heap_push_pair(store, indicator, list);
    }
    return unify_result(e, arg[3], list);
}

const Builtin builtins_module[] = {
    /*            name                  function              arguments            hidden or determinism, ISO */
    BUILTIN_STATE("$current_module", bi_current_module, "?module", 1, ""),
    BUILTIN_STATE("$predicate", bi_predicate, "?module ?name ?arity", 1, ""),
    BUILTIN_STATE("$pred_property", bi_pred_property, "+module +indicator ?property", 1, ""),
    BUILTIN("$module_create", bi_module_create, "+module", DET, ""),
    BUILTIN("$module_library", bi_module_library, "+module", DET, ""),
    BUILTIN("$module_export", bi_module_export, "+module +indicator", DET, ""),
    BUILTIN("$module_exports", bi_module_exports, "+module -indicators", DET, ""),
    BUILTIN("$module_unexport", bi_module_unexport, "+module", DET, ""),
    BUILTIN("$module_import", bi_module_import, "+into +from +indicator +strength -notice", DET, ""),
    BUILTIN("$module_bases", bi_module_bases, "+module -bases", DET, ""),
    BUILTIN("$module_set_bases", bi_module_set_bases, "+module +bases", DET, ""),
    BUILTIN("$module_unknown", bi_module_unknown, "+module -action", DET, ""),
    BUILTIN("strip_module", bi_strip_module, "@term -module -term", DET, ""),
    BUILTIN("$strip_module", bi_strip_module, "@term -module -term", DET, ""),
    BUILTIN("$strip_module", bi_strip_module_default, "@term +module -module -term", DET, ""),
    BUILTIN("$source_module", bi_source_module, "-module", DET, ""),
    BUILTIN("$set_source_module", bi_set_source_module, "+module", DET, ""),
    BUILTIN("$has_hook", bi_has_hook, "+module +name", DET, ""),
    BUILTIN("$has_clauses", bi_has_clauses, "+module +name +arity", DET, ""),
    BUILTIN("$set_pred_property", bi_set_pred_property, "+module +indicator +property", DET, ""),
    BUILTIN("$nearest_names", bi_nearest_names, "+name +arity +module -indicators", DET, ""),
    BUILTIN_END};
