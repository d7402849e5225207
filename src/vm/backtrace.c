/* backtrace.c - where a computation stands, for messages about errors.
 * SPDX-License-Identifier: MIT
 */
#include "vm/backtrace.h"

#include "compile/decompile.h"
#include "term/chain.h"
#include "vm/interlude.h"
#include "vm/stubs.h"

/* Frames that are noted, and frames that are looked at: a deep recursion without last calls has millions. */
#define FRAMES_NOTED  12u
#define FRAMES_WALKED 10000u

#define FUNCTOR_ERROR          cell_from_functor(ATOM_error, 2)
#define FUNCTOR_WITH_BACKTRACE cell_from_functor(ATOM_with_backtrace, 2)

/* An address in a clause: where a call returns to, or the instruction that runs. */
typedef struct Place {
    const Clause *clause;
    const Code *at;
    bool is_return;
} Place;

/* ---- who will catch ---- */

static bool may_match(Cell pattern, Cell term)
{
    pattern = cell_deref(pattern);
    term = cell_deref(term);
    if (cell_is_var(pattern) || cell_is_var(term))
        return true;
    if (cell_is_str(pattern) && cell_is_str(term))
        return str_functor(pattern) == str_functor(term);
    return pattern == term || (cell_is_compound(pattern) && cell_is_compound(term));
}

/* True unless the catcher error(Formal, Context) is seen to be for another kind of error; it is not unified here. */
static bool may_catch(Cell catcher, Cell ball)
{
    catcher = cell_deref(catcher);
    if (!cell_is_str(catcher) || str_functor(catcher) != FUNCTOR_ERROR)
        return may_match(catcher, ball);
    return may_match(str_cells(catcher)[1], str_cells(ball)[1]);
}

static bool wants_backtrace(Cell recovery)
{
    Chain chain = {0};
    recovery = cell_deref(recovery);
    while (cell_is_str(recovery) && !chain_is_endless(&chain, recovery) && str_functor(recovery) == cell_from_functor(ATOM_CHAR(':'), 2))
        recovery = cell_deref(str_cells(recovery)[2]);
    return cell_is_str(recovery) && str_functor(recovery) == FUNCTOR_WITH_BACKTRACE;
}

/* The frame of the catch/3 that is likely to catch, if that wants to know where the ball came from; else NULL. */
static const Environment *interested(const Engine *e, Cell ball)
{
    const Environment *chain = e->E;
    for (const Choice *b = e->B; b->kind != CHOICE_STOP; b = b->prev) {
        if (b->kind != CHOICE_CATCH)
            continue;
        const Environment *frame = catch_frame(e, b);
        while (chain > frame)
            chain = chain->ce;
        if (chain == frame && may_catch(b->x[1], ball))
            return wants_backtrace(b->x[2]) ? frame : NULL;
    }
    return NULL;
}

/* ---- the frames ---- */

static bool is_in_clause(const Clause *c, const Code *at)
{
    return at >= c->code && at < c->code + c->code_words;
}

static const Clause *clause_in(const Module *m, const Code *at)
{
    for (size_t i = 0; i < m->pred_capacity; i++) {
        const Pred *pred = m->preds[i];
        if (!pred || !pred->clauses.items || (pred->flags & PRED_UNLINKED))
            continue;
        for (Candidates all = pred_all_clauses(pred); all.next < all.end; all.next++)
            if (is_in_clause(*all.next, at))
                return *all.next;
    }
    return NULL;
}

/* The clause that an instruction belongs to. Looks through the whole program. */
static const Clause *clause_of_instruction(const Program *p, const Code *at)
{
    const Clause *clause = NULL;
    for (const Module *m = p->modules; m && !clause; m = m->next)
        clause = clause_in(m, at);
    return clause;
}

/* Notes a place once, however often it repeats, unless it is in what the system itself is made of. */
static void note_place(const Engine *e, Place *places, size_t *count, Place place)
{
    const Program *program = &e->machine->program;
    if (place.clause->pred->module == program->system || *count == FRAMES_NOTED || (*count > 0 && places[*count - 1].at == place.at))
        return;
    places[(*count)++] = place;
}

/* The places from the running instruction, which is in this clause or in none (NULL), up to a frame; returns how many. */
static size_t find_places(Engine *e, const Clause *clause, const Environment *last, Place *places)
{
    size_t count = 0;
    Liveness state;
    const Environment *frame = e->E;
    const Code *cp = e->CP;
    if (clause && !liveness_at(&e->machine->alloc, e->P, &state))
        return 0;
    if (clause)
        note_place(e, places, &count, (Place){clause, e->P, false});
    if (clause && state.use == FRAME_OWN && frame) {
        cp = frame->cp;
        frame = frame->ce;
    }
    for (size_t walked = 0; frame && frame != last && walked < FRAMES_WALKED; walked++) {
        if (!info_is_stub(cp[-1]))
            note_place(e, places, &count, (Place){clause_from_info(cp - 1), cp, true});
        bool own = cp == stub_resume.code && interlude_use(frame) == FRAME_OWN;
        cp = frame->cp;
        frame = frame->ce;
        if (own && frame) {
            cp = frame->cp;
            frame = frame->ce;
        }
    }
    return count;
}

/* ---- the note ---- */

static Cell build_indicator(RecordBuilder *b, Cell functor)
{
    Cell parts[2] = {cell_from_atom(functor_name(functor)), cell_from_int(functor_arity(functor))};
    return build_struct(b, ATOM_CHAR('/'), 2, parts);
}

static Cell build_frame(Engine *e, RecordBuilder *b, const Place *place)
{
    Machine *m = e->machine;
    const Pred *pred = place->clause->pred;
    uint32_t line = 0, number = 0;
    Cell goal = 0;
    uint32_t file = source_of_clause(&m->sources, place->clause, &line);
    bool known = file != ATOM_NONE &&
                 decompile_goal_at(&m->program, &m->arith, &e->store, place->clause, place->at, place->is_return, &number, &goal);
    Cell qualified[2] = {cell_from_atom(pred->module->name), build_indicator(b, pred->functor)};
    Cell parts[5] = {build_struct(b, ATOM_CHAR(':'), 2, qualified), cell_from_atom(file != ATOM_NONE ? file : ATOM_nil),
                     cell_from_int(line), cell_from_int(known ? number : 0), known ? build_indicator(b, goal) : cell_from_atom(ATOM_nil)};
    return build_struct(b, ATOM_frame, 5, parts);
}

static Record *describe(Engine *e, const Place *places, size_t count)
{
    RecordBuilder b;
    record_builder_init(&b, &e->machine->alloc);
    Cell list = cell_from_atom(ATOM_nil);
    for (size_t i = count; i-- > 0;)
        list = build_pair(&b, build_frame(e, &b, &places[i]), list);
    Record *record = record_builder_take(&b, list);
    record_builder_free(&b);
    return record;
}

/* True when a cleanup on the way of a ball has run and throws it on. What was noted before it, if anything, stands: the frames are gone,
 * and a look for who will catch at each of many cleanups takes time square to their number. */
static bool is_thrown_on(const Engine *e)
{
    Candidates own = pred_all_clauses(e->machine->throw_cleanup);
    for (; own.next < own.end; own.next++)
        if (is_in_clause(*own.next, e->P))
            return true;
    return false;
}

void backtrace_note(Engine *e, Cell ball)
{
    Place places[FRAMES_NOTED];
    ball = cell_deref(ball);
    if (!cell_is_str(ball) || str_functor(ball) != FUNCTOR_ERROR || is_thrown_on(e))
        return;
    const Environment *last = interested(e, ball);
    if (!last)
        return;
    const Clause *clause = clause_of_instruction(&e->machine->program, e->P);
    size_t count = find_places(e, clause, last, places);
    if (e->backtrace)
        record_free(&e->machine->alloc, e->backtrace);
    e->backtrace = describe(e, places, count);
}
