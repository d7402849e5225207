/* emit.c - register allocation and instruction selection, in one walk over the goal tree.
 * SPDX-License-Identifier: MIT
 *
 * The walk keeps, for the path it is on, where every variable is (VarState) and what every register holds (owner). Registers below
 * `temp_base` are argument registers; above it come the home registers of variables that live through joins, then temporaries.
 *
 * A variable's first occurrence takes the argument register in which the next call wants it, if that is free. Arguments of a call are
 * set up as one parallel assignment: compounds first, then moves in an order that overwrites nothing that is still wanted (cycles go
 * through a temporary), then constants, slots and new variables. Permanent variables reach their slots just before the first call
 * that they must survive, and the environment is pushed only there, so that paths without calls need none.
 *
 * Elsewhere: liveness (goal.c), encoding (ir.c), what the notes mean (notes.h).
 */
#include "compile/emit.h"

#include "base/vec.h"
#include "compile/groundness.h"
#include "db/neck.h"
#include "term/text.h"

#define NO_REGISTER UINT32_MAX
enum { OWNER_FREE = 0, OWNER_RESERVED = 1, OWNER_VARIABLE = 2 }; /* owner[r] - OWNER_VARIABLE is the variable */

#define EXPRESSION_DEPTH_MAX 40u
#define NECK_AT_END          (NO_GOAL - 1)

typedef struct VarState {
    uint32_t reg;
    bool known;   /* it has occurred on this path */
    bool in_slot; /* its slot holds it */
} VarState;

/* The last NEED on a path, and the cells written since. */
typedef struct Need {
    size_t index, cells;
    bool returned; /* a call has returned since the last poll */
} Need;

typedef struct PathState {
    VarState *vars;
    uint32_t *owner;
    size_t owners; /* entries of owner that are in use */
    bool allocated, local_cut;
    Need need;
} PathState;

typedef struct Emitter {
    GoalTree *t;
    Ir *ir;
    PathState path;
    size_t owner_capacity;
    uint32_t *remaining; /* per variable: occurrences still to come in the goal at hand */
    uint32_t *home;      /* per variable: its home register */
    uint32_t temp_base, free_base;
    uint32_t live;      /* set: live after the goal at hand */
    uint32_t hint_goal; /* the call whose argument positions are preferred */
    uint32_t neck; /* NECK stands before this goal; NECK_AT_END: behind all goals; NO_GOAL: nowhere */
    Cell *queue; /* compounds waiting to be matched or built */
    uint32_t *queue_register;
    size_t queue_capacity, queue_register_capacity;
    Groundness ground;
    CompileStatus status;
} Emitter;

/* ---- registers ---- */

static bool is_variable(Cell c)
{
    return cell_is_variable_mark(c);
}

static bool fail_with(Emitter *e, CompileStatus s)
{
    if (e->status == COMPILE_OK)
        e->status = s;
    return false;
}

static void emit(Emitter *e, Opcode op, uint32_t a, uint32_t b, uint32_t c)
{
    ir_emit(e->ir, op, a, b, c, 0, 0);
}
static void emit_word(Emitter *e, Opcode op, uint32_t a, uint64_t w1)
{
    ir_emit(e->ir, op, a, 0, 0, w1, 0);
}

static bool ensure_owner(Emitter *e, uint32_t reg)
{
    if (reg > REGISTER_MAX)
        return fail_with(e, COMPILE_TOO_WIDE);
    if (!VEC_RESERVE(e->t->alloc, e->path.owner, e->owner_capacity, (size_t)reg + 1))
        return fail_with(e, COMPILE_NO_MEMORY);
    while (e->path.owners <= reg)
        e->path.owner[e->path.owners++] = OWNER_FREE;
    return true;
}

static uint32_t owner_of(const Emitter *e, uint32_t reg)
{
    return reg < e->path.owners ? e->path.owner[reg] : OWNER_FREE;
}

static void set_owner(Emitter *e, uint32_t reg, uint32_t owner)
{
    if (ensure_owner(e, reg))
        e->path.owner[reg] = owner;
}

static void free_register(Emitter *e, uint32_t reg)
{
    if (reg < e->path.owners)
        e->path.owner[reg] = OWNER_FREE;
}

static void free_reserved(Emitter *e, uint32_t reg)
{
    if (owner_of(e, reg) == OWNER_RESERVED)
        free_register(e, reg);
}

/* Reserves a temporary register. */
static uint32_t take_temporary(Emitter *e)
{
    uint32_t reg = e->free_base;
    while (owner_of(e, reg) != OWNER_FREE)
        reg++;
    set_owner(e, reg, OWNER_RESERVED);
    return e->status == COMPILE_OK ? reg : 0;
}

static bool is_needed(const Emitter *e, uint32_t v)
{
    return e->remaining[v] > 0 || set_has(e->t, e->live, v);
}

static void bind_register(Emitter *e, uint32_t v, uint32_t reg)
{
    e->path.vars[v].reg = reg;
    e->path.vars[v].known = true;
    set_owner(e, reg, OWNER_VARIABLE + v);
}

static void drop_register(Emitter *e, uint32_t v)
{
    uint32_t reg = e->path.vars[v].reg;
    if (reg != NO_REGISTER && owner_of(e, reg) == OWNER_VARIABLE + v)
        free_register(e, reg);
    e->path.vars[v].reg = NO_REGISTER;
}

/* One occurrence is dealt with; the register goes when nothing needs it any more. */
static void use_variable(Emitter *e, uint32_t v)
{
    if (e->remaining[v] > 0)
        e->remaining[v]--;
}

static void release_variable(Emitter *e, uint32_t v)
{
    if (!is_needed(e, v))
        drop_register(e, v);
}

/* Makes an argument register free, saving its variable elsewhere when that is still wanted. */
static void evict(Emitter *e, uint32_t reg)
{
    uint32_t owner = owner_of(e, reg);
    if (owner < OWNER_VARIABLE)
        return;
    uint32_t v = owner - OWNER_VARIABLE;
    if (!is_needed(e, v) || e->path.vars[v].in_slot) {
        drop_register(e, v);
        return;
    }
    uint32_t temporary = take_temporary(e);
    emit(e, I_MOVE, temporary, reg, 0);
    free_register(e, reg);
    bind_register(e, v, temporary);
}

/* Says which of the variables made on several paths is made next. */
static void note_variable(Emitter *e, uint32_t v)
{
    if (e->t->variables[v].number)
        ir_note(e->ir, NOTE_VARIABLE, e->t->variables[v].number);
}

static void note_qualifier(Emitter *e, const Goal *g)
{
    if (g->qualifier && g->qualifier->name <= NOTE_ARGUMENT_MAX)
        ir_note(e->ir, NOTE_QUALIFIED, g->qualifier->name);
}

/* The argument position where the call ahead wants this variable, if that register is free. */
static uint32_t hinted_register(const Emitter *e, uint32_t v)
{
    if (e->hint_goal == NO_GOAL)
        return NO_REGISTER;
    const Goal *g = &e->t->goals[e->hint_goal];
    if (g->variable)
        return NO_REGISTER;
    uint32_t arity = callable_arity(g->term);
    for (uint32_t i = 0; i < arity && i < e->temp_base; i++) {
        Cell x = callable_argument(g->term, i);
        if (is_variable(x) && variable_mark_number(x) == v && owner_of(e, i) == OWNER_FREE)
            return i;
    }
    return NO_REGISTER;
}

/* Chooses and binds the register of a variable's first occurrence. */
static uint32_t new_variable_register(Emitter *e, uint32_t v)
{
    uint32_t reg = NO_REGISTER;
    if (e->t->variables[v].home) {
        reg = e->home[v];
    } else {
        reg = hinted_register(e, v);
        if (reg == NO_REGISTER)
            reg = take_temporary(e);
    }
    bind_register(e, v, reg);
    return reg;
}

/* The register of a variable that has occurred: loads it from its slot when needed. */
static uint32_t variable_register(Emitter *e, uint32_t v)
{
    VarState *state = &e->path.vars[v];
    if (state->reg == NO_REGISTER) {
        uint32_t reg = take_temporary(e);
        if (state->in_slot)
            emit(e, I_LOAD, reg, e->t->variables[v].slot, 0);
        else
            emit(e, I_PUT_VAR, reg, 0, 0);
        bind_register(e, v, reg);
    }
    return state->reg;
}

/* ---- environments, maps, chunks ---- */

/* A slot map of what is live after (set), for the information word of a call or alternative. `extra` adds variables of that goal. */
static size_t slot_map(Emitter *e, uint32_t set, const Goal *extra)
{
    GoalTree *t = e->t;
    size_t live = 0;
    for (int pass = 0;; pass++) {
        size_t map = pass ? ir_new_map(e->ir, live) : 0;
        for (uint32_t v = 0; v < t->variable_count; v++) {
            if (!e->path.vars[v].in_slot && (pass || !t->variables[v].permanent))
                continue; /* slots to be filled later count: nothing that this call leaves behind may lie there */
            bool wanted = set_has(t, set, v);
            if (!wanted && extra)
                for (uint32_t o = extra->first_occurrence; !wanted && o < extra->end_occurrence; o++)
                    wanted = t->occurrences[o] == v;
            if (!wanted)
                continue;
            if (!pass)
                live = live > t->variables[v].slot + 1u ? live : t->variables[v].slot + 1u;
            else
                ir_map_set(e->ir, map, t->variables[v].slot);
        }
        if (pass)
            return map;
    }
}

/* Has a NEED ask for the cells that are written after it. */
static void claim_cells(Emitter *e, const Need *need)
{
    if (e->ir->failed)
        return;
    IrInstr *instr = &e->ir->items[need->index];
    if (need->cells > INT32_MAX)
        fail_with(e, COMPILE_TOO_WIDE);
    else if (instr->b < need->cells)
        instr->b = (uint32_t)need->cells;
}

/* More cells are written on this path. */
static void count_cells(Emitter *e, size_t cells)
{
    e->path.need.cells += cells;
    if (e->path.need.cells > HEAP_FREE_CELLS)
        claim_cells(e, &e->path.need);
}

/* A clause that returns has no poll behind what it wrote after its last call; nor have those that it returns to. */
static void claim_returned(Emitter *e, const Need *need)
{
    if (need->returned && need->cells > 0)
        claim_cells(e, need);
}

static void emit_return(Emitter *e)
{
    claim_returned(e, &e->path.need);
    emit(e, e->path.allocated ? I_PROCEED_POP : I_PROCEED, 0, 0, 0);
}

/* A place to ask for cells. */
static void place_need(Emitter *e, bool returned)
{
    e->path.need = (Need){ir_emit(e->ir, I_NEED, 0, 0, 0, 0, 0), 0, returned};
}

static void allocate(Emitter *e)
{
    if (e->path.allocated)
        return;
    emit(e, I_ALLOCATE, 0, 0, 0);
    e->path.allocated = true;
    const Variable *barrier = &e->t->variables[e->t->barrier];
    if (barrier->permanent) {
        emit(e, I_SAVE_CUT, barrier->slot, 0, 0);
        e->path.vars[e->t->barrier].in_slot = true;
    }
}

/* Copies permanent variables that are needed later from registers to their slots. */
static void store_permanents(Emitter *e)
{
    for (uint32_t v = 0; v < e->t->variable_count; v++) {
        VarState *state = &e->path.vars[v];
        if (e->t->variables[v].permanent && state->known && !state->in_slot && state->reg != NO_REGISTER && is_needed(e, v)) {
            emit(e, I_STORE, e->t->variables[v].slot, state->reg, 0);
            state->in_slot = true;
        }
    }
}

/* After a call, or at an alternative: no register holds anything. */
static void forget_registers(Emitter *e)
{
    for (uint32_t v = 0; v < e->t->variable_count; v++)
        e->path.vars[v].reg = NO_REGISTER;
    for (size_t r = 0; r < e->path.owners; r++)
        e->path.owner[r] = OWNER_FREE;
}

static void begin_goal(Emitter *e, const Goal *g)
{
    for (uint32_t i = g->first_occurrence; i < g->end_occurrence; i++)
        e->remaining[e->t->occurrences[i]]++;
    e->live = g->live;
}

static void end_goal(Emitter *e, const Goal *g)
{
    for (uint32_t i = g->first_occurrence; i < g->end_occurrence; i++)
        e->remaining[e->t->occurrences[i]] = 0;
    for (uint32_t i = g->first_occurrence; i < g->end_occurrence; i++)
        release_variable(e, e->t->occurrences[i]);
    for (uint32_t r = 0; r < e->path.owners; r++)
        free_reserved(e, r);
}

static bool is_call(const Goal *g)
{
    return g->kind == GOAL_CALL || g->kind == GOAL_INLINE;
}

/* The first call or control construct from a goal on. */
static uint32_t next_call_or_control(const GoalTree *t, uint32_t goal)
{
    while (goal != NO_GOAL && !is_call(&t->goals[goal]) && t->goals[goal].branch[0] == NO_GOAL)
        goal = t->goals[goal].next;
    return goal;
}

/* The same goal if it is a call, whose arguments may be prepared for. */
static uint32_t only_call(const GoalTree *t, uint32_t goal)
{
    return goal != NO_GOAL && is_call(&t->goals[goal]) ? goal : NO_GOAL;
}

/* ---- constants ---- */

static bool fits_int32(Cell c)
{
    return cell_is_int(c) && cell_int(c) >= INT32_MIN && cell_int(c) <= INT32_MAX;
}

/* The operand cell of a ground term: atomic cells as they are, the rest in the constant area. */
static Cell constant_operand(Emitter *e, Cell c)
{
    if (cell_is_atom(c) || cell_is_int(c))
        return c;
    return ir_add_constant(e->ir, record_from_term(e->t->store, c, false));
}

static bool is_constant(Emitter *e, Cell c)
{
    return !is_variable(c) && (!cell_is_compound(c) || term_is_known_ground(&e->ground, c));
}

/* Emits the variant of an instruction for an atom, a small integer or another constant. */
static void emit_constant(Emitter *e, Opcode atom_op, Opcode int_op, Opcode const_op, uint32_t reg, Cell c)
{
    if (cell_is_atom(c))
        emit(e, atom_op, reg, cell_atom(c), 0);
    else if (fits_int32(c))
        emit(e, int_op, reg, (uint32_t)(int32_t)cell_int(c), 0);
    else
        emit_word(e, const_op, reg, constant_operand(e, c));
}

static size_t block_cells(Cell c)
{
    return cell_is_str(c) ? 1 + (size_t)functor_arity(str_functor(c)) : 2;
}

/* ---- matching: registers against terms ---- */

static bool queue_push(Emitter *e, size_t *count, Cell c, uint32_t reg)
{
    if (!VEC_RESERVE(e->t->alloc, e->queue, e->queue_capacity, *count + 1) ||
        !VEC_RESERVE(e->t->alloc, e->queue_register, e->queue_register_capacity, *count + 1))
        return fail_with(e, COMPILE_NO_MEMORY);
    e->queue[*count] = c;
    e->queue_register[(*count)++] = reg;
    return true;
}

static void flush_void(Emitter *e, Opcode op, uint32_t *count)
{
    if (*count)
        emit(e, op, *count, 0, 0);
    *count = 0;
}

/* One more variable that nothing else mentions. */
static void add_void(Emitter *e, Opcode op, uint32_t v, uint32_t *count)
{
    bool numbered = e->t->variables[v].number != 0;
    if (numbered) {
        flush_void(e, op, count);
        note_variable(e, v);
    }
    if (++*count == UINT16_MAX || numbered)
        flush_void(e, op, count);
}

/* A pair of two variables is matched by one instruction; false when this pair is not of that kind. */
static bool match_pair(Emitter *e, uint32_t reg, Cell pair, bool free_after)
{
    Cell head = callable_argument(pair, 0), tail = callable_argument(pair, 1);
    if (!is_variable(head) || !is_variable(tail))
        return false;
    uint32_t h = variable_mark_number(head), t = variable_mark_number(tail);
    bool head_known = e->path.vars[h].known, tail_known = e->path.vars[t].known;
    if ((head_known && tail_known) || h == t)
        return false;
    uint32_t head_reg = 0, tail_reg = 0;
    if (head_known)
        head_reg = variable_register(e, h);
    if (tail_known)
        tail_reg = variable_register(e, t);
    if (free_after)
        free_register(e, reg);
    use_variable(e, h);
    use_variable(e, t);
    bool head_void = !head_known && !is_needed(e, h), tail_void = !tail_known && !is_needed(e, t);
    if (!head_known)
        head_reg = head_void ? take_temporary(e) : new_variable_register(e, h);
    if (!tail_known)
        tail_reg = tail_void ? take_temporary(e) : new_variable_register(e, t);
    if (!head_known && !tail_known && !e->t->variables[h].number && e->t->variables[t].number)
        ir_note(e->ir, NOTE_VARIABLE, 0);
    else if (!head_known)
        note_variable(e, h);
    if (!tail_known)
        note_variable(e, t);
    emit(e, head_known ? I_GET_LIST_VAL_VAR : tail_known ? I_GET_LIST_VAR_VAL : I_GET_LIST_VAR_VAR, reg, head_reg, tail_reg);
    if (head_void)
        free_register(e, head_reg);
    if (tail_void)
        free_register(e, tail_reg);
    release_variable(e, h);
    release_variable(e, t);
    count_cells(e, 2);
    return true;
}

/* The arguments of one structure or pair, after its GET; goes on into a compound in last position. */
static void match_arguments(Emitter *e, Cell term, size_t *queued)
{
    for (;;) {
        uint32_t arity = callable_arity(term), voids = 0;
        Cell last = 0;
        count_cells(e, block_cells(term));
        for (uint32_t i = 0; i < arity; i++) {
            Cell x = callable_argument(term, i);
            if (is_variable(x)) {
                uint32_t v = variable_mark_number(x);
                bool known = e->path.vars[v].known;
                use_variable(e, v);
                if (!known && !is_needed(e, v)) {
                    add_void(e, I_UNIFY_VOID, v, &voids);
                    continue;
                }
                flush_void(e, I_UNIFY_VOID, &voids);
                if (!known)
                    note_variable(e, v);
                if (known)
                    emit(e, I_UNIFY_VAL, variable_register(e, v), 0, 0);
                else
                    emit(e, I_UNIFY_VAR, new_variable_register(e, v), 0, 0);
                release_variable(e, v);
                continue;
            }
            flush_void(e, I_UNIFY_VOID, &voids);
            if (cell_is_atom(x)) {
                emit(e, I_UNIFY_ATOM, 0, cell_atom(x), 0);
            } else if (fits_int32(x)) {
                emit(e, I_UNIFY_INT, 0, (uint32_t)(int32_t)cell_int(x), 0);
            } else if (is_constant(e, x)) {
                emit_word(e, I_UNIFY_CONST, 0, constant_operand(e, x));
            } else if (i + 1 == arity) {
                last = x;
                if (cell_is_str(x))
                    emit_word(e, I_UNIFY_STRUCT, 0, str_functor(x));
                else
                    emit(e, I_UNIFY_LIST, 0, 0, 0);
            } else {
                uint32_t reg = take_temporary(e);
                emit(e, I_UNIFY_VAR, reg, 0, 0);
                if (!queue_push(e, queued, x, reg))
                    return;
            }
        }
        flush_void(e, I_UNIFY_VOID, &voids);
        if (!last || e->status != COMPILE_OK)
            return;
        term = last;
    }
}

/* A small flat ground structure is matched by parts: that is as short as a constant and an index sees its functor either way. */
static bool is_small_flat(Cell c)
{
    if (!cell_is_str(c) || functor_arity(str_functor(c)) > 3)
        return false;
    for (uint32_t i = 0; i < functor_arity(str_functor(c)); i++)
        if (!cell_is_atom(callable_argument(c, i)) && !fits_int32(callable_argument(c, i)))
            return false;
    return true;
}

/* Unifies a register with a term that is not a variable. `free_after`: the register is of no use once its GET was emitted. */
static void match_term(Emitter *e, uint32_t reg, Cell term, bool free_after)
{
    size_t queued = 0, next = 0;
    for (;;) {
        if (is_constant(e, term) && !is_small_flat(term)) {
            emit_constant(e, I_GET_ATOM, I_GET_INT, I_GET_CONST, reg, term);
            if (free_after)
                free_register(e, reg);
        } else if (cell_is_str(term) || !match_pair(e, reg, term, free_after)) {
            if (cell_is_str(term))
                emit_word(e, I_GET_STRUCT, reg, str_functor(term));
            else
                emit(e, I_GET_LIST, reg, 0, 0);
            if (free_after)
                free_register(e, reg);
            match_arguments(e, term, &queued);
        }
        if (next == queued || e->status != COMPILE_OK)
            return;
        term = e->queue[next];
        reg = e->queue_register[next++];
        free_after = true;
    }
}

static void emit_head(Emitter *e)
{
    GoalTree *t = e->t;
    uint32_t arity = callable_arity(t->head);
    for (uint32_t i = 0; i < t->head_end; i++)
        e->remaining[t->occurrences[i]]++;
    for (uint32_t i = 0; i < arity; i++)
        set_owner(e, i, OWNER_RESERVED);
    for (uint32_t i = 0; i < arity && e->status == COMPILE_OK; i++) {
        Cell x = callable_argument(t->head, i);
        if (!is_variable(x)) {
            match_term(e, i, x, true);
            continue;
        }
        uint32_t v = variable_mark_number(x);
        use_variable(e, v);
        free_register(e, i);
        if (e->path.vars[v].known) {
            emit(e, I_GET_VALUE, i, variable_register(e, v), 0);
            release_variable(e, v);
        } else if (t->variables[v].home) {
            bind_register(e, v, e->home[v]);
            emit(e, I_MOVE, e->home[v], i, 0);
        } else if (is_needed(e, v)) {
            bind_register(e, v, i);
        }
    }
    for (uint32_t i = 0; i < t->head_end; i++)
        e->remaining[t->occurrences[i]] = 0;
    for (uint32_t r = 0; r < e->path.owners; r++)
        free_reserved(e, r);
}

/* ---- building: terms into registers ---- */

/* Both parts of the pair are variables in registers: one instruction, which reads them before it writes `reg`. */
static bool build_pair_of_registers(Emitter *e, uint32_t reg, Cell pair)
{
    Cell head = callable_argument(pair, 0), tail = callable_argument(pair, 1);
    if (!is_variable(head) || !is_variable(tail))
        return false;
    uint32_t h = variable_mark_number(head), t = variable_mark_number(tail);
    if (e->path.vars[h].reg == NO_REGISTER || e->path.vars[t].reg == NO_REGISTER)
        return false;
    use_variable(e, h);
    use_variable(e, t);
    uint32_t head_reg = e->path.vars[h].reg, tail_reg = e->path.vars[t].reg;
    evict(e, reg); /* frees it, or moves a variable that others still want */
    emit(e, I_PUT_LIST_VAL_VAL, reg, e->path.vars[h].reg != NO_REGISTER ? e->path.vars[h].reg : head_reg,
         e->path.vars[t].reg != NO_REGISTER ? e->path.vars[t].reg : tail_reg);
    set_owner(e, reg, OWNER_RESERVED);
    release_variable(e, h);
    release_variable(e, t);
    count_cells(e, 2);
    return true;
}

static void write_variable(Emitter *e, uint32_t v, uint32_t *voids)
{
    VarState *state = &e->path.vars[v];
    use_variable(e, v);
    if (!state->known && !is_needed(e, v)) {
        add_void(e, I_WRITE_VOID, v, voids);
        return;
    }
    flush_void(e, I_WRITE_VOID, voids);
    if (!state->known)
        note_variable(e, v);
    if (!state->known && e->t->variables[v].permanent && e->path.allocated) {
        emit(e, I_WRITE_VAR_Y, e->t->variables[v].slot, 0, 0);
        state->known = state->in_slot = true;
    } else if (!state->known) {
        emit(e, I_WRITE_VAR, new_variable_register(e, v), 0, 0);
    } else if (state->reg == NO_REGISTER && state->in_slot) {
        emit(e, I_WRITE_VAL_Y, e->t->variables[v].slot, 0, 0);
    } else {
        emit(e, I_WRITE_VAL, variable_register(e, v), 0, 0);
    }
    release_variable(e, v);
}

/* Builds a compound that is not ground in `reg`, which must hold nothing that is wanted (other than by a pair of registers): the
 * blocks of the term one after the other, outermost first, pointing ahead at each other. */
static void build_compound(Emitter *e, uint32_t reg, Cell term)
{
    if (!cell_is_str(term) && build_pair_of_registers(e, reg, term))
        return;
    evict(e, reg);
    set_owner(e, reg, OWNER_RESERVED);
    size_t queued = 0, next = 0, position = 0, end = block_cells(term);
    if (cell_is_str(term))
        emit_word(e, I_PUT_STRUCT, reg, str_functor(term));
    else
        emit(e, I_PUT_LIST, reg, 0, 0);
    for (;;) {
        uint32_t arity = callable_arity(term), voids = 0;
        position += cell_is_str(term);
        for (uint32_t i = 0; i < arity; i++, position++) {
            Cell x = callable_argument(term, i);
            if (is_variable(x)) {
                write_variable(e, variable_mark_number(x), &voids);
                continue;
            }
            flush_void(e, I_WRITE_VOID, &voids);
            if (is_constant(e, x)) {
                emit_constant(e, I_WRITE_ATOM, I_WRITE_INT, I_WRITE_CONST, 0, x);
            } else {
                emit(e, I_WRITE_REL, cell_is_str(x) ? TAG_STR : TAG_LST, (uint32_t)(end - position), 0);
                end += block_cells(x);
                if (end > INT32_MAX || !queue_push(e, &queued, x, 0)) {
                    fail_with(e, COMPILE_TOO_WIDE);
                    return;
                }
            }
        }
        flush_void(e, I_WRITE_VOID, &voids);
        if (next == queued)
            break;
        term = e->queue[next++];
        if (cell_is_str(term))
            emit_word(e, I_WRITE_FUNCTOR, 0, str_functor(term));
    }
    count_cells(e, end);
}

/* Puts any term into a register that is reserved or free. */
static void put_term(Emitter *e, uint32_t reg, Cell term)
{
    if (is_variable(term)) {
        uint32_t v = variable_mark_number(term);
        VarState *state = &e->path.vars[v];
        use_variable(e, v);
        if (!state->known) {
            count_cells(e, 1);
            note_variable(e, v);
            if (e->t->variables[v].permanent && e->path.allocated && is_needed(e, v)) {
                emit(e, I_PUT_VAR_Y, e->t->variables[v].slot, reg, 0);
                state->known = state->in_slot = true;
            } else {
                emit(e, I_PUT_VAR, reg, 0, 0);
                if (e->t->variables[v].home) {
                    emit(e, I_MOVE, e->home[v], reg, 0);
                    bind_register(e, v, e->home[v]);
                } else if (is_needed(e, v)) {
                    bind_register(e, v, reg);
                }
            }
        } else if (state->reg != NO_REGISTER) {
            if (state->reg != reg)
                emit(e, I_MOVE, reg, state->reg, 0);
            release_variable(e, v);
        } else if (state->in_slot) {
            emit(e, I_LOAD, reg, e->t->variables[v].slot, 0);
        } else {
            emit(e, I_PUT_VAR, reg, 0, 0);
        }
        if (owner_of(e, reg) == OWNER_FREE)
            set_owner(e, reg, OWNER_RESERVED);
    } else if (is_constant(e, term)) {
        emit_constant(e, I_PUT_ATOM, I_PUT_INT, I_PUT_CONST, reg, term);
        set_owner(e, reg, OWNER_RESERVED);
    } else {
        build_compound(e, reg, term);
    }
}

/* A register that holds a term, for reading: a variable's own, or a temporary. */
static uint32_t operand_register(Emitter *e, Cell term)
{
    if (is_variable(term)) {
        uint32_t v = variable_mark_number(term);
        if (!e->path.vars[v].known) {
            count_cells(e, 1);
            uint32_t reg = new_variable_register(e, v);
            note_variable(e, v);
            emit(e, I_PUT_VAR, reg, 0, 0);
        }
        uint32_t reg = variable_register(e, v);
        use_variable(e, v);
        return reg;
    }
    uint32_t reg = take_temporary(e);
    put_term(e, reg, term);
    return reg;
}

/* ---- arguments of calls ---- */

static Cell goal_argument(const Goal *g, uint32_t i)
{
    return g->variable ? g->term : callable_argument(g->term, i);
}
static uint32_t goal_arity(const Goal *g)
{
    return g->variable ? 1 : callable_arity(g->term);
}

static bool is_move(const Emitter *e, Cell x)
{
    return is_variable(x) && e->path.vars[variable_mark_number(x)].reg != NO_REGISTER;
}

/* Is the register's content wanted by an argument that is still to be set? */
static bool is_wanted(const Emitter *e, uint32_t reg)
{
    uint32_t owner = owner_of(e, reg);
    return owner >= OWNER_VARIABLE && e->remaining[owner - OWNER_VARIABLE] > 0;
}

static void set_up_arguments(Emitter *e, const Goal *g, uint32_t arity)
{
    uint8_t *done = arity ? alloc_zero(e->t->alloc, arity) : NULL;
    if (arity && !done) {
        fail_with(e, COMPILE_NO_MEMORY);
        return;
    }
    for (uint32_t j = 0; j < arity; j++) { /* what must survive the goal and is not in place leaves the argument registers */
        Cell x = goal_argument(g, j);
        uint32_t owner = owner_of(e, j);
        if (owner >= OWNER_VARIABLE && set_has(e->t, e->live, owner - OWNER_VARIABLE) && !e->path.vars[owner - OWNER_VARIABLE].in_slot &&
            !(is_variable(x) && variable_mark_number(x) == owner - OWNER_VARIABLE))
            evict(e, j);
    }
    for (uint32_t j = 0; j < arity; j++) {
        Cell x = goal_argument(g, j);
        if (is_variable(x) || is_constant(e, x))
            continue;
        if (is_wanted(e, j) && !(cell_is_lst(x) && is_move(e, callable_argument(x, 0)) && is_move(e, callable_argument(x, 1))))
            evict(e, j);
        build_compound(e, j, x);
        done[j] = 1;
    }
    for (bool again = true; again && e->status == COMPILE_OK;) { /* moves */
        bool progress = false;
        uint32_t blocked = NO_REGISTER;
        again = false;
        for (uint32_t j = 0; j < arity; j++) {
            Cell x = goal_argument(g, j);
            if (done[j] || !is_move(e, x))
                continue;
            uint32_t v = variable_mark_number(x);
            if (e->path.vars[v].reg == j) { /* already in place */
                use_variable(e, v);
                done[j] = 1;
                progress = true;
            } else if (is_wanted(e, j)) {
                blocked = j;
                again = true;
            } else {
                uint32_t owner = owner_of(e, j);
                if (owner >= OWNER_VARIABLE)
                    drop_register(e, owner - OWNER_VARIABLE);
                emit(e, I_MOVE, j, e->path.vars[v].reg, 0);
                set_owner(e, j, OWNER_RESERVED);
                use_variable(e, v);
                done[j] = 1;
                progress = true;
            }
        }
        if (again && !progress)
            evict(e, blocked);
    }
    for (uint32_t j = 0; j < arity && e->status == COMPILE_OK; j++)
        if (!done[j]) {
            evict(e, j);
            put_term(e, j, goal_argument(g, j));
        }
    alloc_free(e->t->alloc, done, arity);
}

static void emit_call(Emitter *e, Goal *g, bool tail)
{
    uint32_t arity = goal_arity(g);
    if (g->kind == GOAL_CALL && !tail) {
        allocate(e);
        store_permanents(e);
    }
    if (g->variable)
        ir_note(e->ir, NOTE_CALL_VARIABLE, 0);
    set_up_arguments(e, g, arity);
    uint64_t pred = (uint64_t)(uintptr_t)g->pred;
    if (g->kind == GOAL_INLINE) {
        for (uint32_t j = 0; j < arity; j++)
            free_reserved(e, j);
        emit_word(e, I_BUILTIN, 0, pred);
    } else if (tail) {
        ir_emit(e->ir, e->path.allocated ? I_EXECUTE_POP : I_EXECUTE, 0, 0, 0, pred, 0);
    } else {
        ir_emit(e->ir, I_CALL, 0, 0, 0, pred, slot_map(e, g->live, NULL));
        e->path.local_cut = false;
        forget_registers(e);
        place_need(e, true);
    }
}

/* ---- inline goals ---- */

static bool is_small_immediate(Cell c)
{
    return cell_is_int(c) && cell_int(c) >= INT16_MIN && cell_int(c) <= INT16_MAX;
}

/* Where the value of an expression goes: the register of variable `v` at its first occurrence, or a temporary. */
static uint32_t result_register(Emitter *e, uint32_t v)
{
    return v == NO_GOAL ? take_temporary(e) : new_variable_register(e, v);
}

/* An operand whose register must stay until finish_operand, whatever is computed in between. */
static uint32_t hold_operand(Emitter *e, Cell term)
{
    uint32_t reg = operand_register(e, term);
    if (is_variable(term))
        e->remaining[variable_mark_number(term)]++;
    return reg;
}

static void finish_operand(Emitter *e, Cell term, uint32_t reg)
{
    free_reserved(e, reg);
    if (is_variable(term)) {
        use_variable(e, variable_mark_number(term));
        release_variable(e, variable_mark_number(term));
    }
}

static uint32_t emit_expression(Emitter *e, Cell term, uint32_t v, unsigned depth);

/* An operand: variables and numbers as they are, everything else evaluated first. */
static uint32_t expression_operand(Emitter *e, Cell term, unsigned depth)
{
    return is_variable(term) || cell_is_number(term) ? hold_operand(e, term) : emit_expression(e, term, NO_GOAL, depth + 1);
}

static uint32_t emit_expression(Emitter *e, Cell term, uint32_t v, unsigned depth)
{
    uint32_t arity = cell_is_callable(term) ? callable_arity(term) : 0;
    int function = -1;
    if (cell_is_atom(term) || (cell_is_str(term) && arity <= 2))
        function = arith_find(e->t->arith, functor_name(callable_functor(term)), arity);
    if (function < 0 || depth > EXPRESSION_DEPTH_MAX) {
        if (cell_is_number(term)) {
            uint32_t reg = result_register(e, v);
            put_term(e, reg, term);
            if (v != NO_GOAL)
                bind_register(e, v, reg);
            return reg;
        }
        uint32_t source = hold_operand(e, term);
        finish_operand(e, term, source);
        uint32_t reg = result_register(e, v);
        emit(e, I_EVAL, reg, source, 0);
        return reg;
    }
    if (arity == 0) {
        uint32_t reg = result_register(e, v);
        emit(e, I_EVAL_0, reg, (uint32_t)function, 0);
        return reg;
    }
    Cell left = callable_argument(term, 0);
    uint32_t a = expression_operand(e, left, depth);
    if (arity == 1) {
        finish_operand(e, left, a);
        uint32_t reg = result_register(e, v);
        emit(e, I_EVAL_1, reg, a, (uint32_t)function);
        return reg;
    }
    Cell right = callable_argument(term, 1);
    if (is_small_immediate(right)) {
        finish_operand(e, left, a);
        uint32_t reg = result_register(e, v), operand = (uint32_t)(int32_t)cell_int(right);
        if (function == ARITH_add || function == ARITH_subtract)
            emit(e, function == ARITH_add ? I_ADD_INT : I_SUB_INT, reg, a, operand);
        else
            ir_emit(e->ir, I_EVAL_2_INT, reg, a, operand, (uint64_t)function, 0);
        return reg;
    }
    uint32_t b = expression_operand(e, right, depth);
    finish_operand(e, left, a);
    finish_operand(e, right, b);
    uint32_t reg = result_register(e, v);
    if (function == ARITH_add || function == ARITH_subtract || function == ARITH_multiply)
        emit(e, function == ARITH_add ? I_ADD : function == ARITH_subtract ? I_SUB : I_MUL, reg, a, b);
    else
        ir_emit(e->ir, I_EVAL_2, reg, a, b, (uint64_t)function, 0);
    return reg;
}

static bool is_first_and_only(const Emitter *e, Cell x)
{
    if (!is_variable(x))
        return false;
    uint32_t v = variable_mark_number(x);
    return !e->path.vars[v].known && e->remaining[v] == 1;
}

/* Unifies a register with any term: the second half of =/2 and is/2. */
static void match_any(Emitter *e, uint32_t reg, Cell term)
{
    if (!is_variable(term)) {
        match_term(e, reg, term, false);
        return;
    }
    uint32_t other = operand_register(e, term);
    emit(e, I_GET_VALUE, reg, other, 0);
}

static void emit_is(Emitter *e, const Goal *g)
{
    Cell left = callable_argument(g->term, 0), right = callable_argument(g->term, 1);
    if (is_first_and_only(e, left)) {
        uint32_t v = variable_mark_number(left);
        use_variable(e, v);
        uint32_t reg = emit_expression(e, right, is_needed(e, v) ? v : NO_GOAL, 0);
        e->path.vars[v].known = true;
        note_variable(e, v);
        ir_note(e->ir, NOTE_IS, reg);
        return;
    }
    uint32_t reg = emit_expression(e, right, NO_GOAL, 0);
    ir_note(e->ir, NOTE_IS_MATCH, reg);
    match_any(e, reg, left);
    ir_note(e->ir, NOTE_MATCHED, 0);
}

/* A small structure that a program may well mean to change in place (S = count(0), ..., nb_setarg(1, S, N)) is built anew each time;
 * larger ground terms, and those that stand in arguments of goals, are shared constants of the clause. */
static bool is_fresh_structure(Cell c)
{
    return cell_is_str(c) && functor_arity(str_functor(c)) <= 8;
}

/* Variable = Term at the variable's first occurrence. */
static void emit_assignment(Emitter *e, Cell variable, Cell term, NoteKind note)
{
    uint32_t v = variable_mark_number(variable), reg;
    use_variable(e, v);
    if (is_variable(term) && e->path.vars[variable_mark_number(term)].known == false) {
        reg = operand_register(e, term); /* two new variables */
        uint32_t own = is_needed(e, v) ? new_variable_register(e, v) : take_temporary(e);
        emit(e, I_MOVE, own, reg, 0);
        reg = own;
    } else {
        reg = e->t->variables[v].home ? e->home[v] : hinted_register(e, v);
        if (reg == NO_REGISTER)
            reg = take_temporary(e);
        set_owner(e, reg, OWNER_RESERVED);
        if (is_fresh_structure(term))
            build_compound(e, reg, term);
        else
            put_term(e, reg, term);
        if (is_needed(e, v))
            bind_register(e, v, reg);
    }
    e->path.vars[v].known = true;
    note_variable(e, v);
    ir_note(e->ir, note, reg);
}

/* `label`: where a failing test goes; 0 for a goal that simply fails. */
static void emit_unify(Emitter *e, const Goal *g, uint32_t label)
{
    Cell a = callable_argument(g->term, 0), b = callable_argument(g->term, 1);
    if (is_first_and_only(e, a)) {
        emit_assignment(e, a, b, NOTE_ASSIGN);
        return;
    }
    if (is_first_and_only(e, b)) {
        emit_assignment(e, b, a, NOTE_ASSIGN_SWAPPED);
        return;
    }
    bool swapped = !is_variable(a) && is_variable(b);
    if (swapped) {
        Cell swap = a;
        a = b;
        b = swap;
    }
    uint32_t reg = operand_register(e, a);
    if (!is_variable(a)) {
        uint32_t other = operand_register(e, b);
        emit(e, I_GET_VALUE, reg, other, 0);
        ir_note(e->ir, NOTE_EQUAL_TERMS, 0);
        return;
    }
    for (uint32_t i = g->first_occurrence; i < g->end_occurrence; i++) { /* no loads between GET and UNIFY */
        uint32_t v = e->t->occurrences[i];
        if (e->path.vars[v].known && e->remaining[v])
            variable_register(e, v);
    }
    if (label)
        ir_emit(e->ir, I_TEST_SHAPE, reg, 0, 0, label, cell_is_compound(b) ? callable_functor(b) : b);
    ir_note(e->ir, swapped ? NOTE_MATCH_SWAPPED : NOTE_MATCH, reg);
    match_any(e, reg, b);
    ir_note(e->ir, NOTE_MATCHED, 0);
}

static void emit_test(Emitter *e, const Goal *g, uint32_t label)
{
    Cell left = callable_argument(g->term, 0);
    if (g->kind == GOAL_TYPE) {
        uint32_t reg = operand_register(e, left);
        ir_emit(e->ir, I_TEST_TYPE, reg, g->op, 0, label, 0);
        return;
    }
    Cell right = callable_argument(g->term, 1);
    if (g->kind == GOAL_COMPARE) {
        uint32_t a = hold_operand(e, left), b = operand_register(e, right);
        ir_emit(e->ir, (Opcode)g->op, a, b, g->detail, label, 0);
        return;
    }
    uint32_t a = expression_operand(e, left, 0);
    if (is_small_immediate(right)) {
        ir_emit(e->ir, (Opcode)(g->op - I_TEST_LT + I_TEST_LT_INT), a, (uint32_t)(int32_t)cell_int(right), 0, label, 0);
        return;
    }
    uint32_t b = expression_operand(e, right, 0);
    ir_emit(e->ir, (Opcode)g->op, a, b, 0, label, 0);
}

/* ---- control ---- */

static bool copy_state(Emitter *e, PathState *to)
{
    size_t vars = e->t->variable_count * sizeof(VarState), owners = (e->path.owners + 1) * sizeof(uint32_t);
    *to = e->path;
    to->vars = alloc_new(e->t->alloc, vars);
    to->owner = alloc_new(e->t->alloc, owners);
    if (!to->vars || !to->owner) {
        alloc_free(e->t->alloc, to->vars, to->vars ? vars : 0);
        alloc_free(e->t->alloc, to->owner, to->owner ? owners : 0);
        to->vars = NULL;
        to->owner = NULL;
        return fail_with(e, COMPILE_NO_MEMORY);
    }
    memcpy(to->vars, e->path.vars, vars);
    if (e->path.owners > 0)
        memcpy(to->owner, e->path.owner, e->path.owners * sizeof(uint32_t));
    return true;
}

/* Goes back to a saved state and frees it. */
static void restore_state(Emitter *e, PathState *from)
{
    size_t owners = from->owners;
    memcpy(e->path.vars, from->vars, e->t->variable_count * sizeof(VarState));
    if (owners > 0)
        memcpy(e->path.owner, from->owner, owners * sizeof(uint32_t));
    e->path.owners = owners;
    e->path.allocated = from->allocated;
    e->path.local_cut = from->local_cut;
    e->path.need = from->need;
    alloc_free(e->t->alloc, from->vars, e->t->variable_count * sizeof(VarState));
    alloc_free(e->t->alloc, from->owner, (owners + 1) * sizeof(uint32_t));
}

/* A variable that this branch has not met yet. */
static void emit_new(Emitter *e, uint32_t v, Opcode op, uint32_t place)
{
    note_variable(e, v);
    emit(e, op, place, 0, 0);
    count_cells(e, 1);
}

/* At the end of a branch: every variable live after the join gets to where the join expects it. */
static void settle(Emitter *e, const Goal *g)
{
    GoalTree *t = e->t;
    e->live = g->live;
    for (uint32_t v = 0; v < t->variable_count; v++) {
        VarState *state = &e->path.vars[v];
        if (!set_has(t, g->live, v) || !t->variables[v].cell)
            continue;
        bool occurs = state->known;
        for (uint32_t o = g->first_occurrence; !occurs && o < g->end_occurrence; o++)
            occurs = t->occurrences[o] == v;
        if (!occurs)
            continue;
        if (t->variables[v].permanent && !state->in_slot && e->path.allocated) {
            if (state->known && state->reg != NO_REGISTER)
                emit(e, I_STORE, t->variables[v].slot, state->reg, 0);
            else
                emit_new(e, v, I_INIT_Y, t->variables[v].slot);
            state->in_slot = true;
        } else if (t->variables[v].home && state->reg != e->home[v]) {
            if (state->known && state->reg != NO_REGISTER)
                emit(e, I_MOVE, e->home[v], state->reg, 0);
            else
                emit_new(e, v, I_PUT_VAR, e->home[v]);
        }
        state->known = true;
    }
}

/* `left`: where the other branch stands. */
static void after_join(Emitter *e, const Goal *g, Need left)
{
    GoalTree *t = e->t;
    forget_registers(e);
    for (uint32_t v = 0; v < t->variable_count; v++) {
        VarState *state = &e->path.vars[v];
        if (t->variables[v].home && set_has(t, g->live, v) && state->known)
            bind_register(e, v, e->home[v]);
        if (!set_has(t, g->live, v))
            state->in_slot = false;
    }
    if (left.index == e->path.need.index) {
        e->path.need.cells = max_size(left.cells, e->path.need.cells);
    } else {
        claim_returned(e, &left);
        claim_returned(e, &e->path.need);
        place_need(e, left.returned || e->path.need.returned);
    }
}

static void emit_sequence(Emitter *e, uint32_t first, bool tail);

static void note_repeatedly(Emitter *e, NoteKind kind, unsigned count)
{
    while (count-- > 0)
        ir_note(e->ir, kind, 0);
}

/* Tests of a guard: every one of them leaves by `label`. */
static void emit_guard(Emitter *e, uint32_t first, uint32_t label)
{
    for (uint32_t i = first; i != NO_GOAL && e->status == COMPILE_OK; i = e->t->goals[i].next) {
        Goal *g = &e->t->goals[i];
        begin_goal(e, g);
        note_repeatedly(e, NOTE_GROUP, g->opens);
        note_qualifier(e, g);
        e->hint_goal = NO_GOAL;
        switch (g->kind) {
        case GOAL_TRUE: ir_note(e->ir, NOTE_GOAL, 0); break;
        case GOAL_IS: emit_is(e, g); break;
        case GOAL_UNIFY: emit_unify(e, g, label); break;
        default: emit_test(e, g, label); break;
        }
        note_repeatedly(e, NOTE_END, g->closes);
        end_goal(e, g);
    }
}

static bool needs_environment(const Emitter *e, const Goal *g)
{
    for (uint32_t v = 0; v < e->t->variable_count; v++)
        if (e->t->variables[v].permanent && set_has(e->t, g->live, v))
            return true;
    for (const Goal *inner = g; inner < &e->t->goals[g->end]; inner++) {
        bool choice = (inner->kind == GOAL_OR && inner->branch[1] != NO_GOAL) || inner->kind == GOAL_SOFT ||
                      ((inner->kind == GOAL_IF || inner->kind == GOAL_NOT) && !inner->guard);
        if (inner->kind == GOAL_CALL || choice)
            return true;
    }
    return false;
}

/* The start of an alternative that backtracking resumes: everything is in slots. */
static void begin_alternative(Emitter *e, const Goal *g, PathState *saved, uint32_t label, uint32_t next_label)
{
    ir_place_label(e->ir, label);
    restore_state(e, saved);
    forget_registers(e);
    e->path.local_cut = false;
    size_t map = slot_map(e, g->live, g);
    if (next_label)
        ir_emit(e->ir, I_RETRY, 0, 0, 0, map, next_label);
    else
        ir_emit(e->ir, I_TRUST, 0, 0, 0, map, 0);
}

/* Before a choice point: registers will be lost. */
static void prepare_choice(Emitter *e, const Goal *g)
{
    allocate(e);
    begin_goal(e, g);
    store_permanents(e);
    for (uint32_t i = g->first_occurrence; i < g->end_occurrence; i++)
        e->remaining[e->t->occurrences[i]] = 0;
}

static void end_branch(Emitter *e, const Goal *g, bool tail, uint32_t join)
{
    if (tail)
        return;
    settle(e, g);
    if (join)
        ir_emit(e->ir, I_JUMP, 0, 0, 0, join, 0);
}

/* (A ; B). `resumed`: this is the right side of an outer one, so its choice point is still there. */
static void emit_or(Emitter *e, Goal *g, bool tail, PathState *outer, const Goal *outer_goal, uint32_t label)
{
    PathState saved;
    uint32_t other = ir_new_label(e->ir), join = tail ? 0 : ir_new_label(e->ir);
    if (outer) {
        begin_alternative(e, outer_goal, outer, label, other);
        note_qualifier(e, g);
    } else {
        prepare_choice(e, g);
        ir_emit(e->ir, I_TRY, 0, 0, 0, other, 0);
    }
    ir_note(e->ir, NOTE_OR, 0);
    if (!copy_state(e, &saved))
        return;
    emit_sequence(e, g->branch[0], tail);
    end_branch(e, g, tail, join);
    Need left = e->path.need;
    ir_note(e->ir, NOTE_ELSE, 0);
    Goal *right = &e->t->goals[g->branch[1]];
    if (right->kind == GOAL_OR && right->next == NO_GOAL && right->branch[1] != NO_GOAL) {
        emit_or(e, right, tail, &saved, g, other);
    } else {
        begin_alternative(e, g, &saved, other, 0);
        emit_sequence(e, g->branch[1], tail);
    }
    end_branch(e, g, tail, 0);
    if (!tail) {
        ir_place_label(e->ir, join);
        after_join(e, g, left);
    }
    ir_note(e->ir, NOTE_END, 0);
}

static void emit_conditional(Emitter *e, Goal *g, bool tail)
{
    PathState saved;
    uint32_t other = ir_new_label(e->ir), join = tail ? 0 : ir_new_label(e->ir);
    uint32_t slot = g->mark == NO_GOAL ? 0 : e->t->variables[g->mark].slot;
    bool choice = g->kind == GOAL_SOFT || !g->guard, local_cut = true;
    if (choice) {
        prepare_choice(e, g);
        ir_emit(e->ir, I_TRY_MARK, slot, 0, 0, other, 0);
    }
    ir_note(e->ir, g->kind == GOAL_SOFT ? NOTE_SOFT : g->kind == GOAL_NOT ? NOTE_NOT : NOTE_IF, 0);
    if (!copy_state(e, &saved))
        return;
    if (choice) {
        e->path.vars[g->mark].in_slot = true;
        emit_sequence(e, g->branch[0], false);
        emit(e, g->kind == GOAL_SOFT ? I_SOFT_COMMIT : I_COMMIT, slot, 0, 0);
        e->path.vars[g->mark].in_slot = false;
    } else {
        emit_guard(e, g->branch[0], other);
    }
    Need left = e->path.need;
    size_t guard_cells = left.cells;
    if (g->kind == GOAL_NOT) {
        emit(e, I_FAIL, 0, 0, 0);
        ir_note(e->ir, NOTE_END, 0);
    } else {
        ir_note(e->ir, NOTE_THEN, 0);
        emit_sequence(e, g->branch[1], tail);
        end_branch(e, g, tail, join);
        local_cut = e->path.local_cut;
        left = e->path.need;
        ir_note(e->ir, g->has_else ? NOTE_ELSE : NOTE_NOELSE, 0);
    }
    if (choice) {
        begin_alternative(e, g, &saved, other, 0);
    } else {
        ir_place_label(e->ir, other);
        restore_state(e, &saved);
        e->path.need.cells = guard_cells; /* a test that fails leaves the heap as it is */
    }
    if (g->kind == GOAL_NOT) {
        e->live = g->live;
        if (tail)
            emit_return(e);
        return;
    }
    emit_sequence(e, g->branch[2], tail);
    end_branch(e, g, tail, 0);
    if (!tail) {
        ir_place_label(e->ir, join);
        after_join(e, g, left);
        e->path.local_cut = e->path.local_cut && local_cut; /* neither branch has called */
    }
    ir_note(e->ir, NOTE_END, 0);
}

static void emit_control(Emitter *e, Goal *g, bool tail)
{
    if (!tail && !e->path.allocated && needs_environment(e, g))
        allocate(e);
    if (g->kind != GOAL_OR) {
        emit_conditional(e, g, tail);
    } else if (g->branch[1] != NO_GOAL) {
        emit_or(e, g, tail, NULL, NULL, 0);
    } else { /* Module:(A, B) */
        ir_note(e->ir, NOTE_GROUP, 0);
        emit_sequence(e, g->branch[0], tail);
        ir_note(e->ir, NOTE_END, 0);
    }
}

static void emit_goal(Emitter *e, Goal *g, bool tail)
{
    begin_goal(e, g);
    switch (g->kind) {
    case GOAL_CALL:
    case GOAL_INLINE:
        e->hint_goal = (uint32_t)(g - e->t->goals);
        emit_call(e, g, tail);
        break;
    case GOAL_CUT:
        if (e->path.local_cut && g->mark == e->t->barrier)
            emit(e, I_CUT, 0, 0, 0);
        else
            emit(e, I_CUT_TO, e->t->variables[g->mark].slot, 0, 0);
        break;
    case GOAL_TRUE: ir_note(e->ir, NOTE_GOAL, 0); break;
    case GOAL_FAIL:
        if (g->op)
            ir_note(e->ir, NOTE_GOAL, 1);
        emit(e, I_FAIL, 0, 0, 0);
        break;
    case GOAL_UNIFY: emit_unify(e, g, 0); break;
    case GOAL_IS: emit_is(e, g); break;
    default: emit_test(e, g, 0); break;
    }
    end_goal(e, g);
}

static bool is_control(const Goal *g)
{
    return g->branch[0] != NO_GOAL;
}

static void emit_sequence(Emitter *e, uint32_t first, bool tail)
{
    bool ended = false;
    uint32_t ahead = first;
    for (uint32_t i = first; i != NO_GOAL && e->status == COMPILE_OK && !e->ir->failed; i = e->t->goals[i].next) {
        Goal *g = &e->t->goals[i];
        bool last = tail && g->next == NO_GOAL;
        if (i == e->neck)
            emit(e, I_NECK, 0, 0, 0);
        if (i == ahead || i == first)
            ahead = next_call_or_control(e->t, g->next);
        e->hint_goal = only_call(e->t, ahead);
        note_repeatedly(e, NOTE_GROUP, g->opens);
        note_qualifier(e, g);
        if (is_control(g))
            emit_control(e, g, last);
        else
            emit_goal(e, g, last && g->kind == GOAL_CALL);
        note_repeatedly(e, NOTE_END, g->closes);
        ended = last && (is_control(g) || g->kind == GOAL_CALL || g->kind == GOAL_FAIL);
    }
    if (tail && !ended) {
        if (e->neck == NECK_AT_END)
            emit(e, I_NECK, 0, 0, 0);
        emit_return(e);
    }
}

/* ---- the neck: see db/neck.h ---- */

static bool is_argument(const GoalTree *t, Cell variable)
{
    for (uint32_t i = 0; i < callable_arity(t->head); i++)
        if (callable_argument(t->head, i) == variable)
            return true;
    return false;
}

/* Is a head likely to fail that an index has let through? Parts of structures are not looked at by indexes, and an argument that stands in
 * another one too, as in member(X, [X|_]), is mostly known; what several structures share is mostly carried from one to the other. */
static bool head_may_fail(const GoalTree *t)
{
    for (uint32_t i = 0; i < callable_arity(t->head); i++) {
        Cell x = callable_argument(t->head, i);
        if (!cell_is_compound(x))
            continue;
        for (uint32_t j = 0; j < callable_arity(x); j++) {
            Cell part = callable_argument(x, j);
            if (!is_variable(part) || is_argument(t, part))
                return true;
        }
    }
    return false;
}

/* Where NECK pays: behind the tests that begin the body, unless a cut follows, which serves as one. */
static uint32_t find_neck(const Emitter *e)
{
    const GoalTree *t = e->t;
    uint32_t at = t->body, neck = NO_GOAL;
    if (callable_arity(t->head) > NECK_ARGUMENTS_MAX)
        return NO_GOAL;
    if (head_may_fail(t))
        neck = at;
    for (; at != NO_GOAL; at = t->goals[at].next) {
        switch (t->goals[at].kind) {
        case GOAL_TRUE:
        case GOAL_IS: continue;
        case GOAL_TYPE:
        case GOAL_COMPARE:
        case GOAL_ARITHMETIC:
        case GOAL_UNIFY: neck = t->goals[at].next == NO_GOAL ? NECK_AT_END : t->goals[at].next; continue;
        case GOAL_CUT: return NO_GOAL;
        default: break;
        }
        break;
    }
    return neck;
}

/* ---- the clause ---- */

/* Numbers the slots: variables that die last come first, so that the environment can be trimmed from its end. */
static void assign_slots(Emitter *e)
{
    GoalTree *t = e->t;
    for (size_t i = 0; i < t->goal_count; i++)
        if (t->goals[i].mark != NO_GOAL && t->goals[i].kind != GOAL_CUT)
            t->variables[t->goals[i].mark].last_goal = (uint32_t)i;
    uint32_t slot = 0;
    for (uint32_t remaining = UINT32_MAX;;) { /* selection by descending last goal */
        uint32_t best = 0;
        bool found = false;
        for (uint32_t v = 0; v < t->variable_count; v++) {
            const Variable *x = &t->variables[v];
            if (x->permanent && x->last_goal < remaining && (!found || x->last_goal > best)) {
                best = x->last_goal;
                found = true;
            }
        }
        if (!found)
            break;
        for (uint32_t v = 0; v < t->variable_count; v++)
            if (t->variables[v].permanent && t->variables[v].last_goal == best)
                t->variables[v].slot = slot++;
        remaining = best;
    }
    if (slot > REGISTER_MAX)
        fail_with(e, COMPILE_TOO_WIDE);
}

static void assign_homes(Emitter *e)
{
    e->temp_base = e->free_base = e->t->max_arity;
    for (uint32_t v = 0; v < e->t->variable_count; v++)
        if (e->t->variables[v].home)
            e->home[v] = e->free_base++;
    if (e->free_base >= REGISTER_MAX)
        fail_with(e, COMPILE_TOO_WIDE);
}

CompileStatus emit_clause(GoalTree *tree, Ir *ir)
{
    Emitter e = {.t = tree, .ir = ir, .hint_goal = NO_GOAL, .neck = NO_GOAL};
    size_t n = tree->variable_count;
    groundness_init(&e.ground, tree->alloc);
    e.path.vars = alloc_new(tree->alloc, n * sizeof(VarState));
    e.remaining = alloc_zero(tree->alloc, n * sizeof(uint32_t));
    e.home = alloc_zero(tree->alloc, n * sizeof(uint32_t));
    if (e.path.vars && e.remaining && e.home) {
        for (size_t v = 0; v < n; v++)
            e.path.vars[v] = (VarState){.reg = NO_REGISTER};
        e.path.vars[tree->barrier].known = true;
        e.path.local_cut = true;
        assign_slots(&e);
        assign_homes(&e);
        place_need(&e, false);
        e.live = tree->body_live;
        e.hint_goal = only_call(tree, next_call_or_control(tree, tree->body));
        if (e.status == COMPILE_OK)
            emit_head(&e);
        if (e.status == COMPILE_OK)
            e.neck = find_neck(&e);
        if (goal_tree_is_fact(tree)) {
            if (e.neck != NO_GOAL)
                emit(&e, I_NECK, 0, 0, 0);
            emit(&e, I_PROCEED, 0, 0, 0);
        } else if (e.status == COMPILE_OK)
            emit_sequence(&e, tree->body, true);
    } else {
        fail_with(&e, COMPILE_NO_MEMORY);
    }
    groundness_free(&e.ground);
    alloc_free(tree->alloc, e.path.vars, e.path.vars ? n * sizeof(VarState) : 0);
    alloc_free(tree->alloc, e.remaining, e.remaining ? n * sizeof(uint32_t) : 0);
    alloc_free(tree->alloc, e.home, e.home ? n * sizeof(uint32_t) : 0);
    VEC_FREE(tree->alloc, e.path.owner, e.owner_capacity);
    VEC_FREE(tree->alloc, e.queue, e.queue_capacity);
    VEC_FREE(tree->alloc, e.queue_register, e.queue_register_capacity);
    if (ir->failed)
        fail_with(&e, COMPILE_NO_MEMORY);
    return e.status;
}
