/* decompile.c - a clause back to the term it was made from.
 * SPDX-License-Identifier: MIT
 *
 * The instructions are run once, from the first to the last word, on symbolic registers: a register or slot holds the cell of the term
 * that it would refer to. Argument registers start as the fresh arguments of the head; matching them binds them, in write mode always.
 * Building writes the heap as the machine would. What calls, tests and arithmetic find in registers becomes a goal; the notes (notes.h)
 * say where control constructs begin and end and what else cannot be seen. No instruction jumps: where a note says that a second branch
 * begins, the registers go back to what they held before the first.
 *
 *     regs:   | X0 | Y0 | X1 | Y1 | X2 ...      in Store.work; 0: holds nothing
 *
 * Where branches join, a register that both have changed gets a join cell, an index into `joins`. If it is ever read, what the branches
 * left there is one variable of the source, and the two are made one; most are never read.
 *
 * M1:M2:G comes back as M2:G.
 */
#include "compile/decompile.h"

#include "base/vec.h"
#include "compile/compile.h"
#include "compile/notes.h"

#define FUNCTOR(name, arity) cell_from_functor((name), (arity))
/* Heap cells that any step may push, other than arguments and runs of variables. */
#define STEP_CELLS  32u
#define RETRY_CELLS 1024u
/* Deeper than the compiler nests. */
#define FRAMES_MAX 1000u
#define NAMES_MAX  4u
#define SUB_JOIN   30u

/* Goals met so far: all but the last one stand in a chain of conjunctions whose end is open. */
typedef struct Sequence {
    Cell root, last; /* `root` holds while `hole` is there */
    Cell *hole;      /* where the rest of the conjunction goes; NULL while there is at most one goal */
    bool any;
} Sequence;

/* A control construct that has begun. */
typedef struct Frame {
    uint8_t kind; /* NOTE_IF, NOTE_SOFT, NOTE_OR, NOTE_NOT, NOTE_GROUP */
    uint8_t part; /* which one is being read */
    bool has_else;
    Cell parts[3];
    Sequence outer;
    Module *context, *qualifier;
    size_t before, before_count; /* registers at the start, in `saved` */
    size_t left, left_count;     /* registers at the end of the first branch */
} Frame;

typedef struct Join {
    Cell left, right;
    Cell value; /* 0 until it was read */
} Join;

typedef struct Decompiler {
    Store *s;
    Program *program;
    const ArithContext *arith;
    const Clause *clause;
    const Code *note, *notes_end;
    Cell *start; /* of what was pushed */
    Cell *regs;
    size_t used;
    Sequence sequence;
    Module *context;         /* where unqualified goals belong here */
    Module *qualifier;       /* noted for the next goal, or NULL */
    bool body;               /* the head is over */
    bool matching, pending;  /* between MATCH and MATCHED; before its first GET */
    bool call_variable, is_false, equal_terms;
    uint8_t match_kind;
    Cell match_value, match_term;
    Cell *match_start;       /* variables that the match may bind begin here */
    Cell equal[2];
    uint32_t queue[NAMES_MAX]; /* numbers noted for the variables to be made next */
    uint32_t queued;
    Cell *names;
    size_t name_capacity;
    Frame *frames;
    size_t frame_count, frame_capacity;
    Cell *saved;
    size_t saved_count, saved_capacity;
    Join *joins;
    size_t join_count, join_capacity;
    uint32_t goals;          /* met so far, but for the control constructs around them */
    const Code *watched;     /* the goal wanted is the last one met before this address; NULL: none is wanted */
    bool watches_next;       /* or the next one */
    uint32_t wanted;         /* its number once that is known */
    Cell found;              /* 0 until it was met */
    Status status; /* ST_TRUE while all is well */
} Decompiler;

static bool give_up(Decompiler *d, Status status)
{
    if (d->status == ST_TRUE)
        d->status = status;
    return false;
}

static bool no_memory(Decompiler *d)
{
    d->s->resource = RES_MEMORY;
    return give_up(d, ST_ERROR);
}

/* Room for `cells` more. All is done again from the start when it is missing, with twice as much. */
static inline bool has_room(Decompiler *d, size_t cells)
{
    if (LIKELY(heap_has(d->s, cells)))
        return true;
    d->s->cells_needed = (size_t)(d->s->H - d->start) * 2 + cells + RETRY_CELLS;
    return give_up(d, ST_RETRY);
}

/* ---- registers ---- */

static inline size_t x_index(uint16_t operand)
{
    return (size_t)operand / 4; /* pre-scaled by 8 */
}
static inline size_t y_index(uint16_t operand)
{
    return (size_t)operand / 4 + 1;
}

static bool extend(Decompiler *d, size_t i)
{
    if (!work_reserve(d->s, d->used, i + 1))
        return no_memory(d);
    d->regs = d->s->work;
    while (d->used <= i)
        d->regs[d->used++] = 0;
    return true;
}

static inline void set(Decompiler *d, size_t i, Cell c)
{
    if (LIKELY(i < d->used) || extend(d, i))
        d->regs[i] = c;
}

static inline bool is_join(Cell c)
{
    return (c & 0xff) == ((SUB_JOIN << 3) | TAG_ATM);
}
static inline Join *join_of(const Decompiler *d, Cell c)
{
    return &d->joins[c >> 8];
}

/* Makes two variables one. */
static bool identify(Decompiler *d, Cell a, Cell b)
{
    a = cell_deref(a);
    b = cell_deref(b);
    if (a == b)
        return true;
    if (!cell_is_ref(a) || !cell_is_ref(b))
        return give_up(d, ST_FAIL);
    if (a < b)
        *cell_pointer(b) = a;
    else
        *cell_pointer(a) = b;
    return true;
}

/* What a join stands for: everything below it is made one. The stack is `saved`, above what is in use. */
static Cell read_join(Decompiler *d, Cell c)
{
    Cell leaf = c;
    while (is_join(leaf))
        leaf = join_of(d, leaf)->value ? join_of(d, leaf)->value : join_of(d, leaf)->left;
    size_t base = d->saved_count, top = base;
    for (Cell x = c;;) {
        Join *j = is_join(x) ? join_of(d, x) : NULL;
        if (j && !j->value) {
            j->value = leaf;
            if (!VEC_RESERVE(d->s->alloc, d->saved, d->saved_capacity, top + 1)) {
                no_memory(d);
                return leaf;
            }
            d->saved[top++] = j->right;
            x = j->left;
            continue;
        }
        if (!identify(d, j ? j->value : x, leaf) || top == base)
            return leaf;
        x = d->saved[--top];
    }
}

static Cell read_other(Decompiler *d, size_t i)
{
    Cell c = i < d->used ? d->regs[i] : 0;
    if (is_join(c))
        return cell_deref(read_join(d, c));
    give_up(d, ST_FAIL);
    return cell_from_atom(ATOM_nil);
}

static inline Cell get(Decompiler *d, size_t i)
{
    Cell c = i < d->used ? d->regs[i] : 0;
    if (UNLIKELY(c == 0 || is_join(c)))
        return read_other(d, i);
    return cell_deref(c);
}
static inline Cell get_x(Decompiler *d, uint16_t operand)
{
    return get(d, x_index(operand));
}

/* ---- variables ---- */

static inline void write(Decompiler *d, Cell c)
{
    *d->s->H++ = c;
}

/* A variable of the clause that occurs first on several paths: the note's number tells that it is the same one. Writes
 * one cell in any case, as new_variable does. */
static Cell named_variable(Decompiler *d)
{
    uint32_t number = d->queue[0];
    d->queued--;
    memmove(d->queue, d->queue + 1, d->queued * sizeof *d->queue);
    if (number == 0)
        return heap_push_var(d->s);
    Cell known = d->names[number];
    if (known == 0)
        return d->names[number] = heap_push_var(d->s);
    write(d, known);
    return known;
}

static inline Cell new_variable(Decompiler *d)
{
    return LIKELY(d->queued == 0) ? heap_push_var(d->s) : named_variable(d);
}

static void note_variable(Decompiler *d, uint32_t number)
{
    size_t most = d->clause->note_words;
    if (number > most || d->queued == NAMES_MAX) {
        give_up(d, ST_FAIL);
        return;
    }
    if (!d->names) {
        d->names = alloc_zero(d->s->alloc, (most + 1) * sizeof *d->names);
        d->name_capacity = most + 1;
    }
    if (d->names)
        d->queue[d->queued++] = number;
    else
        no_memory(d);
}

/* ---- terms ---- */

static Cell push_term(Decompiler *d, Cell functor, const Cell *args)
{
    uint32_t arity = functor_arity(functor);
    if (arity == 0)
        return cell_from_atom(functor_name(functor));
    if (functor == FUNCTOR(ATOM_CHAR('.'), 2))
        return heap_push_pair(d->s, args[0], args[1]);
    Cell term = heap_push_struct(d->s, functor);
    memcpy(str_cells(term) + 1, args, arity * sizeof *args);
    return term;
}

static Cell push_1(Decompiler *d, uint32_t name, Cell a)
{
    return push_term(d, FUNCTOR(name, 1), &a);
}

static Cell push_2(Decompiler *d, uint32_t name, Cell a, Cell b)
{
    Cell args[2] = {a, b};
    return push_term(d, FUNCTOR(name, 2), args);
}

static Cell qualified(Decompiler *d, const Module *m, Cell goal)
{
    return push_2(d, ATOM_CHAR(':'), cell_from_atom(m->name), goal);
}

/* ---- goals ---- */

static void add_plain(Decompiler *d, Cell goal)
{
    Sequence *q = &d->sequence;
    if (q->any) {
        Cell conjunction = push_2(d, ATOM_CHAR(','), q->last, cell_from_int(0));
        if (q->hole)
            *q->hole = conjunction;
        else
            q->root = conjunction;
        q->hole = &str_cells(conjunction)[2];
    }
    q->last = goal;
    q->any = true;
}

/* Adds a control construct, whose goals were counted. */
static void add_construct(Decompiler *d, Cell goal)
{
    d->body = true;
    if (UNLIKELY(d->qualifier != NULL)) {
        goal = qualified(d, d->qualifier, goal);
        d->qualifier = NULL;
    }
    add_plain(d, goal);
}

static void add_goal(Decompiler *d, Cell goal)
{
    add_construct(d, goal);
    d->goals++;
    if (d->watched && (!d->wanted || d->wanted == d->goals))
        d->found = goal;
}

/* The conjunction of what was added; starts a new one. */
static Cell take_sequence(Decompiler *d)
{
    Sequence *q = &d->sequence;
    Cell root = !q->any ? cell_from_atom(ATOM_true) : q->hole ? q->root : q->last;
    if (q->hole)
        *q->hole = q->last;
    *q = (Sequence){0};
    return root;
}

static void add_goal_1(Decompiler *d, uint32_t name, Cell a)
{
    add_goal(d, push_1(d, name, a));
}

static void add_goal_2(Decompiler *d, uint32_t name, Cell a, Cell b)
{
    add_goal(d, push_2(d, name, a, b));
}

static void add_call(Decompiler *d, const Pred *pred)
{
    uint32_t arity = pred_arity(pred);
    if (d->call_variable) { /* a variable comes back as call/1 (7.6.2); what is no goal, or is nested too deeply, as it was */
        Cell goal = get_x(d, 0);
        d->call_variable = false;
        if (cell_is_var(goal))
            add_goal_1(d, ATOM_call, goal);
        else
            add_goal(d, goal);
        return;
    }
    if (!has_room(d, STEP_CELLS + arity))
        return;
    bool pair = pred->functor == FUNCTOR(ATOM_CHAR('.'), 2);
    Cell goal = cell_from_atom(pred_name(pred));
    if (arity > 0) {
        Cell *block = d->s->H, *args = block + !pair;
        block[0] = pred->functor;
        for (uint32_t i = 0; i < arity; i++)
            args[i] = get(d, 2 * (size_t)i);
        d->s->H = args + arity;
        goal = cell_from_pointer(block, pair ? TAG_LST : TAG_STR);
    }
    if (!d->qualifier && pred->module != d->context && pred->module != d->program->system)
        goal = qualified(d, pred->module, goal);
    add_goal(d, goal);
}

static void add_type_test(Decompiler *d, Code w)
{
    static const uint32_t names[TYPE_COUNT] = {
        [TYPE_VAR] = ATOM_var,           [TYPE_NONVAR] = ATOM_nonvar, [TYPE_ATOM] = ATOM_atom,       [TYPE_INTEGER] = ATOM_integer,
        [TYPE_FLOAT] = ATOM_float,       [TYPE_NUMBER] = ATOM_number, [TYPE_ATOMIC] = ATOM_atomic,   [TYPE_COMPOUND] = ATOM_compound,
        [TYPE_CALLABLE] = ATOM_callable, [TYPE_STRING] = ATOM_string, [TYPE_IS_LIST] = ATOM_is_list,
    };
    add_goal_1(d, names[code_b(w)], get_x(d, code_a(w)));
}

static void add_order_test(Decompiler *d, Code w)
{
    static const uint32_t names[4] = {ATOM_term_less, ATOM_term_less_equal, ATOM_term_greater, ATOM_term_greater_equal};
    add_goal_2(d, names[code_c(w) & 3], get_x(d, code_a(w)), get_x(d, code_b(w)));
}

/* FAIL: a goal, unless it is the end of \+ or the missing else part of a condition. */
static void add_fail(Decompiler *d, size_t offset)
{
    const Frame *f = d->frame_count ? &d->frames[d->frame_count - 1] : NULL;
    if (f && f->kind == NOTE_NOT && d->note < d->notes_end && note_kind(*d->note) == NOTE_END && note_offset(*d->note) == offset + 1)
        return;
    add_goal(d, cell_from_atom(d->is_false ? ATOM_false : ATOM_fail));
    d->is_false = false;
}

/* ---- matching ---- */

/* The register that a GET matches is this term. */
static void match(Decompiler *d, size_t reg, Cell term)
{
    if (d->pending) {
        d->pending = false;
        d->match_term = term;
        return;
    }
    Cell c = get(d, reg);
    if (!cell_is_ref(c) || (d->body && !(d->matching && cell_pointer(c) >= d->match_start))) {
        give_up(d, ST_FAIL);
        return;
    }
    if (c != term)
        *cell_pointer(c) = term;
}

static void match_registers(Decompiler *d, Code w, size_t offset)
{
    if (d->note < d->notes_end && note_kind(*d->note) == NOTE_EQUAL_TERMS && note_offset(*d->note) == offset + 1) {
        d->equal[0] = get_x(d, code_a(w));
        d->equal[1] = get_x(d, code_b(w));
        d->equal_terms = true;
        return;
    }
    match(d, x_index(code_a(w)), get_x(d, code_b(w)));
}

static void begin_match(Decompiler *d, NoteKind kind, uint32_t reg)
{
    if (d->matching) {
        give_up(d, ST_FAIL);
        return;
    }
    d->body = d->matching = d->pending = true;
    d->match_kind = (uint8_t)kind;
    d->match_value = get(d, 2 * (size_t)reg);
    d->match_start = d->s->H;
}

static void end_match(Decompiler *d)
{
    if (!d->matching || d->pending) {
        give_up(d, ST_FAIL);
        return;
    }
    d->matching = false;
    if (d->match_kind == NOTE_MATCH)
        add_goal_2(d, ATOM_CHAR('='), d->match_value, d->match_term);
    else
        add_goal_2(d, d->match_kind == NOTE_IS_MATCH ? ATOM_is : ATOM_CHAR('='), d->match_term, d->match_value);
}

/* A new variable stood against what the register holds. */
static void assign(Decompiler *d, NoteKind kind, uint32_t reg)
{
    Cell value = get(d, 2 * (size_t)reg), variable = new_variable(d);
    set(d, 2 * (size_t)reg, variable);
    if (kind == NOTE_ASSIGN_SWAPPED)
        add_goal_2(d, ATOM_CHAR('='), value, variable);
    else
        add_goal_2(d, kind == NOTE_IS ? ATOM_is : ATOM_CHAR('='), variable, value);
}

/* ---- control constructs ---- */

/* Copies the registers to `saved`. */
static size_t save_registers(Decompiler *d)
{
    size_t base = d->saved_count;
    if (!VEC_RESERVE(d->s->alloc, d->saved, d->saved_capacity, base + d->used + 1)) {
        no_memory(d);
        return 0;
    }
    memcpy(d->saved + base, d->regs, d->used * sizeof(Cell));
    d->saved_count += d->used;
    return base;
}

static void restore_registers(Decompiler *d, const Frame *f)
{
    memcpy(d->regs, d->saved + f->before, f->before_count * sizeof(Cell));
    for (size_t i = f->before_count; i < d->used; i++)
        d->regs[i] = 0;
}

static void open_frame(Decompiler *d, NoteKind kind)
{
    if (d->frame_count == FRAMES_MAX) {
        give_up(d, ST_FAIL);
        return;
    }
    if (!VEC_RESERVE(d->s->alloc, d->frames, d->frame_capacity, d->frame_count + 1)) {
        no_memory(d);
        return;
    }
    Frame *f = &d->frames[d->frame_count++];
    *f = (Frame){.kind = (uint8_t)kind, .outer = d->sequence, .context = d->context, .qualifier = d->qualifier};
    f->before = save_registers(d);
    f->before_count = d->used;
    d->body = true;
    d->sequence = (Sequence){0};
    if (d->qualifier)
        d->context = d->qualifier;
    d->qualifier = NULL;
}

static Frame *innermost(Decompiler *d)
{
    if (d->frame_count > 0 && !d->matching)
        return &d->frames[d->frame_count - 1];
    give_up(d, ST_FAIL);
    return NULL;
}

static bool is_conditional(const Frame *f)
{
    return f->kind == NOTE_IF || f->kind == NOTE_SOFT;
}

static void begin_then(Decompiler *d)
{
    Frame *f = innermost(d);
    if (!f)
        return;
    if (!is_conditional(f) || f->part != 0) {
        give_up(d, ST_FAIL);
        return;
    }
    f->parts[f->part++] = take_sequence(d);
}

static void begin_else(Decompiler *d, bool has_else)
{
    Frame *f = innermost(d);
    if (!f)
        return;
    if (is_conditional(f) ? f->part != 1 : f->kind != NOTE_OR || f->part != 0 || !has_else) {
        give_up(d, ST_FAIL);
        return;
    }
    f->has_else = has_else;
    f->parts[f->part++] = take_sequence(d);
    f->left = save_registers(d);
    f->left_count = d->used;
    restore_registers(d, f);
}

static void join_register(Decompiler *d, size_t i, Cell left)
{
    Cell right = d->regs[i];
    if (left == right)
        return;
    if (left == 0 || right == 0) {
        d->regs[i] = 0;
        return;
    }
    if (!VEC_RESERVE(d->s->alloc, d->joins, d->join_capacity, d->join_count + 1)) {
        no_memory(d);
        return;
    }
    d->joins[d->join_count] = (Join){.left = left, .right = right};
    d->regs[i] = ((Cell)d->join_count++ << 8) | (SUB_JOIN << 3) | TAG_ATM;
}

static Cell construct(Decompiler *d, const Frame *f)
{
    switch (f->kind) {
    case NOTE_OR: return push_2(d, ATOM_CHAR(';'), f->parts[0], f->parts[1]);
    case NOTE_NOT: return push_1(d, ATOM_not_provable, f->parts[0]);
    case NOTE_GROUP: return f->parts[0];
    default: {
        Cell condition = push_2(d, f->kind == NOTE_IF ? ATOM_arrow : ATOM_soft_arrow, f->parts[0], f->parts[1]);
        return f->has_else ? push_2(d, ATOM_CHAR(';'), condition, f->parts[2]) : condition;
    }
    }
}

static void end_frame(Decompiler *d)
{
    Frame *f = innermost(d);
    if (!f)
        return;
    uint8_t last = is_conditional(f) ? 2 : f->kind == NOTE_OR ? 1 : 0;
    if (f->part != last) {
        give_up(d, ST_FAIL);
        return;
    }
    f->parts[last] = take_sequence(d);
    if (f->kind == NOTE_NOT)
        restore_registers(d, f);
    else if (f->kind != NOTE_GROUP)
        for (size_t i = 0; i < d->used; i++)
            join_register(d, i, i < f->left_count ? d->saved[f->left + i] : 0);
    d->saved_count = f->before;
    d->frame_count--;
    d->sequence = f->outer;
    d->context = f->context;
    d->qualifier = f->qualifier;
    add_construct(d, construct(d, f));
}

/* ---- notes ---- */

static void note_qualifier(Decompiler *d, uint32_t atom)
{
    d->qualifier = module_find(d->program, atom);
    if (!d->qualifier)
        give_up(d, ST_FAIL);
}

static void note_equal_terms(Decompiler *d)
{
    if (d->equal_terms)
        add_goal_2(d, ATOM_CHAR('='), d->equal[0], d->equal[1]);
    else
        give_up(d, ST_FAIL);
    d->equal_terms = false;
}

static void note_goal(Decompiler *d, uint32_t which)
{
    if (which == 0)
        add_goal(d, cell_from_atom(ATOM_true));
    else
        d->is_false = which == 1;
}

static void read_note(Decompiler *d, Code note)
{
    uint32_t argument = note_argument(note);
    switch (note_kind(note)) {
    case NOTE_IF:
    case NOTE_SOFT:
    case NOTE_OR:
    case NOTE_NOT:
    case NOTE_GROUP: open_frame(d, note_kind(note)); break;
    case NOTE_THEN: begin_then(d); break;
    case NOTE_ELSE: begin_else(d, true); break;
    case NOTE_NOELSE: begin_else(d, false); break;
    case NOTE_END: end_frame(d); break;
    case NOTE_ASSIGN:
    case NOTE_ASSIGN_SWAPPED:
    case NOTE_IS: assign(d, note_kind(note), argument); break;
    case NOTE_MATCH:
    case NOTE_MATCH_SWAPPED:
    case NOTE_IS_MATCH: begin_match(d, note_kind(note), argument); break;
    case NOTE_MATCHED: end_match(d); break;
    case NOTE_EQUAL_TERMS: note_equal_terms(d); break;
    case NOTE_GOAL: note_goal(d, argument); break;
    case NOTE_CALL_VARIABLE: d->call_variable = true; break;
    case NOTE_QUALIFIED: note_qualifier(d, argument); break;
    case NOTE_VARIABLE: note_variable(d, argument); break;
    case NOTE_LINE:
    case NOTE_KIND_COUNT: break;
    }
}

/* ---- control instructions: each has a note that says what it is for ---- */

#define KIND(kind) (UINT64_C(1) << (kind))
#define ELSE_KINDS (KIND(NOTE_ELSE) | KIND(NOTE_NOELSE))

/* Is one of the notes at `offset`, which are the next ones, of one of these kinds? */
static bool is_noted(const Decompiler *d, size_t offset, uint64_t kinds)
{
    for (const Code *note = d->note; note < d->notes_end && note_offset(*note) == offset; note++)
        if (kinds >> note_kind(*note) & 1)
            return true;
    return false;
}

/* Is the last note one of these kinds, and does it stand here? */
static bool was_noted(const Decompiler *d, size_t offset, uint64_t kinds)
{
    const Code *last = d->note - 1;
    return d->note > clause_notes(d->clause) && note_offset(*last) == offset && (kinds >> note_kind(*last) & 1);
}

/* A test that leaves by a label stands in a condition. */
static bool is_in_condition(const Decompiler *d)
{
    const Frame *f = d->frame_count ? &d->frames[d->frame_count - 1] : NULL;
    return f && f->part == 0 && (f->kind == NOTE_IF || f->kind == NOTE_NOT);
}

static void check_control(Decompiler *d, const Code *pc, size_t offset)
{
    bool noted = true;
    size_t next = offset + instr_words(*pc);
    switch (code_op(*pc)) {
    case I_TRY:
    case I_RETRY: noted = is_noted(d, next, KIND(NOTE_OR)); break;
    case I_TRY_MARK: noted = is_noted(d, next, KIND(NOTE_IF) | KIND(NOTE_SOFT) | KIND(NOTE_NOT)); break;
    case I_TRUST: noted = was_noted(d, offset, ELSE_KINDS | KIND(NOTE_END)); break;
    case I_JUMP: noted = is_noted(d, next, ELSE_KINDS); break;
    case I_SOFT_COMMIT: noted = is_noted(d, next, KIND(NOTE_THEN)); break;
    case I_COMMIT: noted = is_in_condition(d); break;
    default: break;
    }
    if (!noted)
        give_up(d, ST_FAIL);
}

/* ---- instructions ---- */

static inline Cell atom_operand(Code w)
{
    return cell_from_atom((uint32_t)code_imm(w));
}

static void get_pair(Decompiler *d, Code w)
{
    Cell *pair = d->s->H;
    size_t b = x_index(code_b(w)), c = x_index(code_c(w));
    match(d, x_index(code_a(w)), cell_from_pointer(pair, TAG_LST));
    if (code_op(w) == I_GET_LIST_VAL_VAR)
        write(d, get(d, b));
    else
        set(d, b, new_variable(d));
    if (code_op(w) == I_GET_LIST_VAR_VAL)
        write(d, get(d, c));
    else
        set(d, c, new_variable(d));
}

static void get_struct(Decompiler *d, size_t reg, Cell functor)
{
    match(d, reg, cell_from_pointer(d->s->H, TAG_STR));
    write(d, functor);
}

static void write_voids(Decompiler *d, unsigned n)
{
    if (has_room(d, n + STEP_CELLS))
        while (n-- > 0)
            (void)new_variable(d);
}

static void write_rel(Decompiler *d, Code w)
{
    write(d, cell_from_pointer(d->s->H + code_imm(w), (enum Tag)code_a(w)));
}

static void function(Decompiler *d, size_t reg, uint64_t number, const Cell *args)
{
    set(d, reg, push_term(d, arith_functor(d->arith, (enum ArithFunction)number), args));
}

static void function_2(Decompiler *d, Code w, enum ArithFunction f, Cell right)
{
    Cell args[2] = {get_x(d, code_b(w)), right};
    function(d, x_index(code_a(w)), f, args);
}

static void run(Decompiler *d, const Code *pc, size_t offset)
{
    Code w = *pc;
    size_t a = x_index(code_a(w));
    Opcode op = code_op(w);
    if ((instr_info[op].flags & F_TEST) && pc[1] != 0 && !is_in_condition(d))
        give_up(d, ST_FAIL);
    switch (op) {
    case I_GET_ATOM: match(d, a, atom_operand(w)); break;
    case I_GET_INT: match(d, a, cell_from_int(code_imm(w))); break;
    case I_GET_CONST: match(d, a, pc[1]); break;
    case I_GET_LIST: match(d, a, cell_from_pointer(d->s->H, TAG_LST)); break;
    case I_GET_STRUCT: get_struct(d, a, pc[1]); break;
    case I_GET_VALUE: match_registers(d, w, offset); break;
    case I_GET_LIST_VAR_VAR:
    case I_GET_LIST_VAL_VAR:
    case I_GET_LIST_VAR_VAL: get_pair(d, w); break;
    case I_UNIFY_VAR:
    case I_WRITE_VAR: set(d, a, new_variable(d)); break;
    case I_WRITE_VAR_Y: set(d, y_index(code_a(w)), new_variable(d)); break;
    case I_UNIFY_VAL:
    case I_WRITE_VAL: write(d, get(d, a)); break;
    case I_WRITE_VAL_Y: write(d, get(d, y_index(code_a(w)))); break;
    case I_UNIFY_VOID:
    case I_WRITE_VOID: write_voids(d, code_a(w)); break;
    case I_UNIFY_ATOM:
    case I_WRITE_ATOM: write(d, atom_operand(w)); break;
    case I_UNIFY_INT:
    case I_WRITE_INT: write(d, cell_from_int(code_imm(w))); break;
    case I_UNIFY_CONST:
    case I_WRITE_CONST:
    case I_WRITE_FUNCTOR: write(d, pc[1]); break;
    case I_UNIFY_LIST: write(d, cell_from_pointer(d->s->H + 1, TAG_LST)); break;
    case I_UNIFY_STRUCT:
        write(d, cell_from_pointer(d->s->H + 1, TAG_STR));
        write(d, pc[1]);
        break;
    case I_WRITE_REL: write_rel(d, w); break;
    case I_MOVE: set(d, a, get_x(d, code_b(w))); break;
    case I_LOAD: set(d, a, get(d, y_index(code_b(w)))); break;
    case I_STORE: set(d, y_index(code_a(w)), get_x(d, code_b(w))); break;
    case I_PUT_VAR: set(d, a, new_variable(d)); break;
    case I_PUT_VAR_Y: {
        Cell variable = new_variable(d);
        set(d, y_index(code_a(w)), variable);
        set(d, x_index(code_b(w)), variable);
        break;
    }
    case I_INIT_Y: set(d, y_index(code_a(w)), new_variable(d)); break;
    case I_PUT_ATOM: set(d, a, atom_operand(w)); break;
    case I_PUT_INT: set(d, a, cell_from_int(code_imm(w))); break;
    case I_PUT_CONST: set(d, a, pc[1]); break;
    case I_PUT_LIST: set(d, a, cell_from_pointer(d->s->H, TAG_LST)); break;
    case I_PUT_STRUCT:
        set(d, a, cell_from_pointer(d->s->H, TAG_STR));
        write(d, pc[1]);
        break;
    case I_PUT_LIST_VAL_VAL: set(d, a, push_2(d, ATOM_CHAR('.'), get_x(d, code_b(w)), get_x(d, code_c(w)))); break;
    case I_CALL:
    case I_EXECUTE:
    case I_EXECUTE_POP:
    case I_BUILTIN: add_call(d, (const Pred *)(uintptr_t)pc[1]); break;
    case I_CUT:
    case I_CUT_TO: add_goal(d, cell_from_atom(ATOM_CHAR('!'))); break;
    case I_FAIL: add_fail(d, offset); break;
    case I_TEST_TYPE: add_type_test(d, w); break;
    case I_TEST_ORDER: add_order_test(d, w); break;
    case I_TEST_IDENTICAL: add_goal_2(d, ATOM_identical, get(d, a), get_x(d, code_b(w))); break;
    case I_TEST_DIFFERENT: add_goal_2(d, ATOM_not_identical, get(d, a), get_x(d, code_b(w))); break;
    case I_TEST_NOT_UNIFIABLE: add_goal_2(d, ATOM_not_unifiable, get(d, a), get_x(d, code_b(w))); break;
    case I_TEST_LT:
    case I_TEST_LE:
    case I_TEST_GT:
    case I_TEST_GE:
    case I_TEST_EQ:
    case I_TEST_NE: add_goal_2(d, instr_comparison(op), get(d, a), get_x(d, code_b(w))); break;
    case I_TEST_LT_INT:
    case I_TEST_LE_INT:
    case I_TEST_GT_INT:
    case I_TEST_GE_INT:
    case I_TEST_EQ_INT:
    case I_TEST_NE_INT: add_goal_2(d, instr_comparison(op), get(d, a), cell_from_int((int16_t)code_b(w))); break;
    case I_ADD: function_2(d, w, ARITH_add, get_x(d, code_c(w))); break;
    case I_SUB: function_2(d, w, ARITH_subtract, get_x(d, code_c(w))); break;
    case I_MUL: function_2(d, w, ARITH_multiply, get_x(d, code_c(w))); break;
    case I_ADD_INT: function_2(d, w, ARITH_add, cell_from_int((int16_t)code_c(w))); break;
    case I_SUB_INT: function_2(d, w, ARITH_subtract, cell_from_int((int16_t)code_c(w))); break;
    case I_EVAL: set(d, a, get_x(d, code_b(w))); break;
    case I_EVAL_0: function(d, a, code_b(w), NULL); break;
    case I_EVAL_1: {
        Cell argument = get_x(d, code_b(w));
        function(d, a, code_c(w), &argument);
        break;
    }
    case I_EVAL_2: function_2(d, w, (enum ArithFunction)pc[1], get_x(d, code_c(w))); break;
    case I_EVAL_2_INT: function_2(d, w, (enum ArithFunction)pc[1], cell_from_int((int16_t)code_c(w))); break;
    default: check_control(d, pc, offset); break;
    }
}

/* ---- the clause ---- */

/* The head with fresh arguments, which are what the argument registers hold. */
static Cell push_head(Decompiler *d)
{
    Cell functor = d->clause->pred->functor;
    uint32_t arity = functor_arity(functor);
    if (arity == 0)
        return cell_from_atom(functor_name(functor));
    bool pair = functor == FUNCTOR(ATOM_CHAR('.'), 2);
    if (!has_room(d, STEP_CELLS + arity) || !extend(d, 2 * (size_t)arity))
        return 0;
    Cell *block = d->s->H;
    if (!pair)
        write(d, functor);
    for (uint32_t i = 0; i < arity; i++)
        d->regs[2 * (size_t)i] = heap_push_var(d->s);
    return cell_from_pointer(block, pair ? TAG_LST : TAG_STR);
}

/* At the watched address: before its notes for a call that has returned, after them for an instruction to be run. */
static void watch(Decompiler *d, const Code *pc, bool before_notes)
{
    if (d->watched && !d->wanted && pc >= d->watched && before_notes != d->watches_next)
        d->wanted = d->goals + d->watches_next;
}

static void run_all(Decompiler *d)
{
    const Code *code = d->clause->code, *end = code + d->clause->code_words;
    for (const Code *pc = code;; pc += instr_words(*pc)) {
        size_t offset = (size_t)(pc - code);
        watch(d, pc, true);
        while (d->note < d->notes_end && note_offset(*d->note) <= offset && d->status == ST_TRUE)
            if (has_room(d, STEP_CELLS))
                read_note(d, *d->note++);
        watch(d, pc, false);
        if (pc >= end || d->status != ST_TRUE || !has_room(d, STEP_CELLS))
            return;
        run(d, pc, offset);
    }
}

static Status decompile_big(Decompiler *d, Cell *head, Cell *body)
{
    const Code *pc = d->clause->code;
    while (code_op(*pc) != I_BIG_CLAUSE)
        pc += instr_words(*pc);
    const Record *record = big_clause_record(pc[1]);
    if (!heap_has(d->s, record_heap_cells(record)))
        return ST_RETRY;
    Cell clause = record_push(d->s, record);
    *head = cell_deref(str_cells(clause)[1]);
    *body = cell_deref(str_cells(clause)[2]);
    return ST_TRUE;
}

static void start(Decompiler *d, Program *program, const ArithContext *arith, Store *s, const Clause *clause)
{
    *d = (Decompiler){.s = s, .program = program, .arith = arith, .clause = clause, .start = s->H, .regs = s->work, .status = ST_TRUE};
    d->context = clause->pred->module;
    d->note = clause_notes(clause);
    d->notes_end = d->note + clause->note_words;
}

/* Runs the code from the first to the last word. What was pushed stays when all went well. */
static void decompile(Decompiler *d, Cell *head, Cell *body)
{
    Alloc *alloc = d->s->alloc;
    *head = extend(d, 0) ? push_head(d) : 0;
    if (d->status == ST_TRUE)
        run_all(d);
    if (d->frame_count > 0 || d->matching)
        give_up(d, ST_FAIL);
    *body = take_sequence(d);
    if (d->frame_capacity)
        VEC_FREE(alloc, d->frames, d->frame_capacity);
    if (d->saved_capacity)
        VEC_FREE(alloc, d->saved, d->saved_capacity);
    if (d->join_capacity)
        VEC_FREE(alloc, d->joins, d->join_capacity);
    if (d->names)
        VEC_FREE(alloc, d->names, d->name_capacity);
    if (d->status != ST_TRUE)
        d->s->H = d->start;
}

Status decompile_clause(Program *program, const ArithContext *arith, Store *s, const Clause *clause, Cell *head, Cell *body)
{
    Decompiler d;
    start(&d, program, arith, s, clause);
    if (clause->flags & CLAUSE_BIG)
        return decompile_big(&d, head, body);
    decompile(&d, head, body);
    return d.status;
}

bool decompile_goal_at(Program *program, const ArithContext *arith, Store *s, const Clause *clause, const Code *at, bool is_return,
                       uint32_t *number, Cell *functor)
{
    Decompiler d;
    Cell head, body;
    if (clause->flags & CLAUSE_BIG || s->H >= s->heap_end)
        return false;
    start(&d, program, arith, s, clause);
    d.watched = at;
    d.watches_next = !is_return;
    decompile(&d, &head, &body);
    s->H = d.start;
    bool found = d.status == ST_TRUE && d.wanted > 0 && d.found != 0 && d.wanted <= d.goals;
    if (!found)
        return false;
    Cell goal = cell_deref(d.found);
    *number = d.wanted;
    *functor = cell_is_str(goal) ? str_functor(goal) : cell_is_atom(goal) ? cell_from_functor(cell_atom(goal), 0) : 0;
    return *functor != 0;
}
