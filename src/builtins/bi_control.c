/* bi_control.c - control (7.8, 8.17): what the loop needs entries for, throwing, halting, and the bookkeeping of findall/3.
 * SPDX-License-Identifier: MIT
 *
 * call/N, catch/3 and '$call_cleanup'/2 are instructions of their own; here they only get their predicates. Everything else about
 * control is Prolog: lib/boot/system.pl.
 */
#include "base/vec.h"
#include "builtins/builtin.h"
#include "builtins/control.h"
#include "term/walk.h"
#include "vm/control.h"

/* Extra arguments of call/N beyond ISO's seven cost nothing. */
#define CALL_ARITY_MAX 16u

static Status bi_throw(Engine *e, Cell *arg)
{
    Cell ball = cell_deref(arg[0]);
    if (cell_is_var(ball))
        return instantiation_error(e);
    return throw_term(e, ball);
}

/* '$backtrace'(-Frames): what backtrace.h notes; [] when nothing was noted since '$forget_backtrace'. */
static Status bi_backtrace(Engine *e, Cell *arg)
{
    if (!e->backtrace)
        return unify_atom(e, arg[0], ATOM_nil);
    if (!heap_has(&e->store, record_heap_cells(e->backtrace)))
        return ST_RETRY;
    return unify_result(e, arg[0], record_push(&e->store, e->backtrace));
}

static Status bi_forget_backtrace(Engine *e, Cell *arg)
{
    (void)arg;
    if (e->backtrace)
        record_free(&e->machine->alloc, e->backtrace);
    e->backtrace = NULL;
    return ST_TRUE;
}

static Status halt_with(Engine *e, int64_t status)
{
    e->machine->halted = true;
    e->machine->halt_status = (int)(status & 0xff);
    return ST_HALT;
}

/* The machine's way out, after the hooks that Prolog's halt/0,1 runs. */
static Status bi_halt_now(Engine *e, Cell *arg)
{
    int64_t status;
    Status s = arg_integer(e, arg[0], &status);
    return s == ST_TRUE ? halt_with(e, status) : s;
}

/* true, fail and false reached by call/N; clauses have them as instructions. */
static Status bi_true(Engine *e, Cell *arg)
{
    (void)e;
    (void)arg;
    return ST_TRUE;
}

static Status bi_fail(Engine *e, Cell *arg)
{
    (void)e;
    (void)arg;
    return ST_FAIL;
}

/* '$newest_choice'(-Name): the name that '$cut_to'/1 takes. */
static Status bi_newest_choice(Engine *e, Cell *arg)
{
    return unify_result(e, arg[0], choice_name(e, e->B));
}

/* '$must_be_body'(+Term): a finite term that can become a body (7.6.2). */
static Status bi_must_be_body(Engine *e, Cell *arg)
{
    CompileStatus s = goal_check_body(&e->machine->alloc, arg[0]);
    return s == COMPILE_OK ? ST_TRUE : compile_error(e, s, arg[0]);
}

/* ---- findall ---- */

static Status no_memory(Engine *e)
{
    e->store.resource = RES_MEMORY;
    return store_error(e);
}

static Status bi_findall_begin(Engine *e, Cell *arg)
{
    (void)arg;
    return findall_begin(e) ? ST_TRUE : no_memory(e);
}

static Status bi_findall_add(Engine *e, Cell *arg)
{
    return e->findall != NULL && findall_add(e, arg[0]) ? ST_TRUE : no_memory(e);
}

/* '$findall_take'(-List, ?Tail): the answers since '$findall_begin', in order. */
static Status bi_findall_take(Engine *e, Cell *arg)
{
    if (!heap_has(&e->store, e->findall->heap_cells))
        return ST_RETRY;
    Cell list = findall_push(e, cell_deref(arg[1]));
    findall_end(e);
    return unify_result(e, arg[0], list);
}

/* ---- entries ---- */

static Pred *system_pred(Machine *m, const char *name, uint32_t arity, uint32_t flags)
{
    uint32_t atom = atom_intern_string(&m->atoms, name);
    Pred *p = atom == ATOM_NONE ? NULL : pred_intern(&m->program, m->program.system, cell_from_functor(atom, arity));
    if (p)
        p->flags |= flags;
    return p;
}

/* call/N takes a goal that misses N - 1 arguments. */
static bool set_call_modes(Machine *m, Pred *p, uint32_t n)
{
    Cell modes[1 + CALL_ARITY_MAX] = {p->functor, cell_from_int(min_int64(n - 1, 9))};
    for (uint32_t i = 2; i <= n; i++)
        modes[i] = cell_from_atom(ATOM_CHAR('?'));
    return pred_set_meta(&m->program, p, modes);
}

bool control_install(Machine *m)
{
    const uint32_t flags = PRED_BUILTIN | PRED_SYSTEM | PRED_DEFINED | PRED_ISO;
    static const struct {
        const char *name;
        uint32_t arity;
    } constructs[] = {{",", 2}, {";", 2}, {"->", 2}, {"*->", 2}, {"\\+", 1}, {"!", 0}, {"|", 2}};
    for (uint32_t n = 1; n <= CALL_ARITY_MAX; n++) {
        Pred *p = system_pred(m, "call", n, flags);
        if (!p || !set_call_modes(m, p, n))
            return false;
        pred_set_entry(p, I_ENTER_CALL);
        if (n == 1)
            m->call_entry = pred_entry(p);
    }
    for (size_t i = 0; i < ARRAY_LENGTH(constructs); i++)
        if (!system_pred(m, constructs[i].name, constructs[i].arity, PRED_CONTROL | PRED_SYSTEM | PRED_DEFINED | PRED_ISO))
            return false;
    Pred *catch = system_pred(m, "catch", 3, flags), *cleanup = system_pred(m, "$call_cleanup", 2, flags);
    Pred *cut_to = system_pred(m, "$cut_to", 1, flags);
    m->run_cleanup = system_pred(m, "$run_cleanup", 1, PRED_SYSTEM);
    m->fail_cleanup = system_pred(m, "$fail_cleanup", 1, PRED_SYSTEM);
    m->throw_cleanup = system_pred(m, "$throw_cleanup", 2, PRED_SYSTEM);
    m->cut_cleanups = system_pred(m, "$cut_cleanups", 1, PRED_SYSTEM);
    m->interpret = system_pred(m, "$interpret", 3, PRED_SYSTEM);
    m->undefined = system_pred(m, "$undefined", 2, PRED_SYSTEM);
    if (!catch || !cleanup || !cut_to || !m->run_cleanup || !m->fail_cleanup || !m->throw_cleanup || !m->cut_cleanups || !m->interpret ||
        !m->undefined)
        return false;
    pred_set_entry(catch, I_ENTER_CATCH);
    pred_set_entry(cleanup, I_ENTER_CLEANUP);
    pred_set_entry(cut_to, I_ENTER_CUT_TO);
    return true;
}

/* clang-format off */
const Builtin builtins_control[] = {
    /*      name              function          arguments          determinism  ISO */
    BUILTIN("true",           bi_true,          "",                DET,         "7.8.1"),
    BUILTIN("fail",           bi_fail,          "",                DET,         "7.8.2"),
    BUILTIN("false",          bi_fail,          "",                DET,         "7.8.2"),
    BUILTIN("throw",          bi_throw,         "+ball",           DET,         "7.8.9"),
    BUILTIN("$backtrace", bi_backtrace, "-list", DET, ""),
    BUILTIN("$forget_backtrace", bi_forget_backtrace, "", DET, ""),
    BUILTIN("$halt",          bi_halt_now,      "+status",         DET,         ""),
    BUILTIN("$newest_choice", bi_newest_choice, "-choice",         DET,         ""),
    BUILTIN("$must_be_body",  bi_must_be_body,  "+goal",           DET,         ""),
    BUILTIN("$findall_begin", bi_findall_begin, "",                DET,         ""),
    BUILTIN("$findall_add",   bi_findall_add,   "+answer",         DET,         ""),
    BUILTIN("$findall_take",  bi_findall_take,  "-list ?tail",     DET,         ""),
    BUILTIN_END
};
/* clang-format on */
