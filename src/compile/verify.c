/* verify.c - is this code safe to run?
 * SPDX-License-Identifier: MIT
 *
 * Two passes. The first takes each instruction by itself: its number, its operands, labels that go forward to an instruction. The
 * second follows the paths. Code only jumps forward, so one walk over the words meets every way into an instruction before the
 * instruction itself; what holds on all of them is kept for each label (Flow) until the walk comes there.
 *
 * On the way are known: registers and slots that hold something, and whether that is a term, the cut barrier, or the name of a
 * choice point that is still there; whether there is an environment; the cells that may be written before room must be asked for, and
 * whether some were written that no poll and no NEED knows of, with which code may not return. A call
 * leaves the slots in its map. Slots above the live count of a call are not written after it: choice points that the call left may lie
 * there. Nor are the slots in its map, which backtracking into the call would not put back. A resumed alternative has the slots that
 * were filled when it was pushed and are in its map; they are not written while it waits.
 *
 * Terms that are read or written (GET and UNIFY, PUT and WRITE) are checked in code that cannot be reached too, since the decompiler
 * follows that as well.
 */
#include "compile/verify.h"

#include "base/vec.h"

#define SLOTS_MAX (REGISTER_MAX + 1)

/* What holds at a point of the code. The sets lie behind the structure. */
typedef struct Flow {
    bool reached;     /* there is a way to here */
    bool resumed;     /* backtracking came here: the alternative's choice point is there still */
    bool allocated;   /* E is this clause's */
    bool barrier;     /* the cut barrier is this call's */
    uint32_t slots;   /* slots from here on may not be written */
    uint32_t cells;   /* heap cells that may be written */
    uint32_t claimed; /* of these, cells that a poll or NEED has made sure of */
    bool owes;        /* cells were written beyond those */
    uint32_t marks;   /* choice points with a name that are there */
    /* Registers; slots that hold anything; those with terms; those with a barrier; those that must stay as they are; slots of marks,
     * oldest first (16 bits). */
    uint64_t sets[];
} Flow;

/* A block of a term that is being built, to which something written earlier points. */
typedef struct PendingBlock {
    size_t position;
    bool structure;
} PendingBlock;

typedef struct Verifier {
    const Clause *clause;
    const ArithContext *arith;
    Alloc *alloc;
    VerifyError *error;
    size_t registers, slots;         /* that the code names */
    size_t register_words, slot_words, flow_bytes;
    uint8_t *starts;                 /* per word: an instruction begins there */
    Flow *flow;                      /* here */
    Flow **pending;                  /* per word: what is known of the ways to there, or NULL */
    uint64_t unify_left;             /* arguments to come in the structure being matched */
    bool building;                   /* a term is being built */
    uint64_t write_left;             /* cells to come in its block */
    size_t position;                 /* cells written of the term */
    PendingBlock *blocks;                   /* to come */
    size_t block_first, block_count, block_capacity;
    size_t offset;                   /* of the instruction at hand */
    VerifyStatus status;
} Verifier;

static bool bad(Verifier *v, const char *what)
{
    if (v->status == VERIFY_OK) {
        v->status = VERIFY_BAD;
        *v->error = (VerifyError){what, (uint32_t)v->offset};
    }
    return false;
}

static bool check(Verifier *v, bool holds, const char *what)
{
    return holds || bad(v, what);
}

static bool no_memory(Verifier *v)
{
    if (v->status == VERIFY_OK)
        v->status = VERIFY_NO_MEMORY;
    return false;
}

/* ---- pass 1: instructions by themselves ---- */

static size_t register_of(uint16_t operand)
{
    return operand / 8u;
}

/* An operand in bits 16..63 of the first word. */
static void check_small(Verifier *v, const Code *pc, uint8_t kind, uint16_t operand)
{
    int arity = code_op(*pc) == I_EVAL_0 ? 0 : 1;
    switch (kind) {
    case K_X:
    case K_XS:
    case K_Y:
    case K_YS: {
        size_t *most = kind_is_register(kind) ? &v->registers : &v->slots;
        if (check(v, operand % 8 == 0 && register_of(operand) <= REGISTER_MAX, "register out of range"))
            *most = max_size(*most, register_of(operand) + 1);
        break;
    }
    case K_N:
        if (code_op(*pc) == I_TEST_ORDER)
            check(v, operand <= 3, "no such order");
        break;
    case K_FN:
        if (check(v, operand < ARITH_FUNCTION_COUNT, "no such function"))
            check(v, (int)functor_arity(arith_functor(v->arith, (enum ArithFunction)operand)) == arity, "function of another arity");
        break;
    case K_TYPE: check(v, operand < TYPE_COUNT, "no such type test"); break;
    case K_TAG: check(v, operand == TAG_LST || operand == TAG_STR, "no such pointer"); break;
    default: break;
    }
}

static void check_label(Verifier *v, const Code *pc, Code distance)
{
    if (distance == 0) {
        check(v, (instr_info[code_op(*pc)].flags & F_TEST) != 0, "no label");
        return;
    }
    size_t left = v->clause->code_words - v->offset;
    if (check(v, (int64_t)distance > 0, "jump backwards"))
        check(v, distance < left, "label outside the clause");
}

static void check_info(Verifier *v, const Code *info)
{
    size_t words = (size_t)v->clause->code_words + v->clause->constant_words, at = (size_t)(info - v->clause->code);
    if (!check(v, info_back(*info) == CLAUSE_HEADER_WORDS + at, "return information of another place"))
        return;
    if (info_is_long(*info)) {
        size_t map = at + (size_t)(*info >> 40);
        if (!check(v, map < words && info_live(info) <= SLOTS_MAX && (info_live(info) + 63) / 64 < words - map, "long slot map"))
            return;
    } else if (!check(v, info_live(info) <= 24 && (*info >> 40) >> info_live(info) == 0, "slot map")) {
        return;
    }
    v->slots = max_size(v->slots, info_live(info));
}

static bool is_inline_builtin(const Pred *pred)
{
    return pred->builtin && (pred->flags & PRED_INLINE);
}

static void check_word(Verifier *v, const Code *pc, uint8_t kind, const Code *word)
{
    const Pred *pred = (const Pred *)(uintptr_t)*word;
    switch (kind) {
    case K_FUNCTOR:
        check(v, cell_is_functor(*word), "not a functor");
        check(v, *word != cell_from_functor(ATOM_CHAR('.'), 2), "a pair as structure");
        break;
    case K_PRED:
        v->registers = max_size(v->registers, pred_arity(pred));
        check(v, pred_arity(pred) <= REGISTER_MAX, "more arguments than registers");
        if (code_op(*pc) == I_BUILTIN)
            check(v, is_inline_builtin(pred), "not a deterministic builtin");
        break;
    case K_LABEL: check_label(v, pc, *word); break;
    case K_INFO: check_info(v, word); break;
    case K_FN1:
        if (check(v, *word < ARITH_FUNCTION_COUNT, "no such function"))
            check(v, functor_arity(arith_functor(v->arith, (enum ArithFunction) * word)) == 2, "function of another arity");
        break;
    default: break;
    }
}

static void check_instruction(Verifier *v, const Code *pc)
{
    const InstrInfo *info = &instr_info[code_op(*pc)];
    check_small(v, pc, info->a, code_a(*pc));
    if (info->b != K_ATOM && info->b != K_INT) {
        check_small(v, pc, info->b, code_b(*pc));
        check_small(v, pc, info->c, code_c(*pc));
    } else if (code_op(*pc) == I_NEED || code_op(*pc) == I_WRITE_REL) {
        check(v, code_imm(*pc) >= 0, "a negative count");
    }
    if (info->w1 != K_0)
        check_word(v, pc, info->w1, pc + 1);
    if (info->w2 != K_0)
        check_word(v, pc, info->w2, pc + 2);
}

static void check_labels_meet_instructions(Verifier *v)
{
    const Code *code = v->clause->code;
    for (v->offset = 0; v->offset < v->clause->code_words; v->offset += instr_words(code[v->offset])) {
        const InstrInfo *info = &instr_info[code_op(code[v->offset])];
        if (info->w1 == K_LABEL)
            check(v, v->starts[v->offset + code[v->offset + 1]], "label inside an instruction");
        if (info->w2 == K_LABEL)
            check(v, v->starts[v->offset + code[v->offset + 2]], "label inside an instruction");
    }
}

static bool check_instructions(Verifier *v)
{
    const Clause *clause = v->clause;
    v->registers = pred_registers(clause->pred);
    for (v->offset = 0; v->offset < clause->code_words && v->status == VERIFY_OK;) {
        const Code *pc = clause->code + v->offset;
        if (!check(v, code_op(*pc) < INSTR_COUNT, "no such instruction") ||
            !check(v, !(instr_info[code_op(*pc)].flags & F_STUB), "this instruction stands in no clause") ||
            !check(v, instr_words(*pc) <= clause->code_words - v->offset, "the code ends inside an instruction"))
            return false;
        v->starts[v->offset] = 1;
        check_instruction(v, pc);
        v->offset += instr_words(*pc);
    }
    if (v->status == VERIFY_OK)
        check_labels_meet_instructions(v);
    return v->status == VERIFY_OK;
}

/* ---- sets ---- */

static uint64_t *registers_of(const Verifier *v, Flow *f)
{
    (void)v;
    return f->sets;
}
static uint64_t *filled_of(const Verifier *v, Flow *f)
{
    return f->sets + v->register_words;
}
static uint64_t *terms_of(const Verifier *v, Flow *f)
{
    return f->sets + v->register_words + v->slot_words;
}
static uint64_t *barriers_of(const Verifier *v, Flow *f)
{
    return f->sets + v->register_words + 2 * v->slot_words;
}
static uint64_t *frozen_of(const Verifier *v, Flow *f)
{
    return f->sets + v->register_words + 3 * v->slot_words;
}
static uint16_t *marks_of(const Verifier *v, Flow *f)
{
    return (uint16_t *)(void *)(f->sets + v->register_words + 4 * v->slot_words);
}

static bool has(const uint64_t *set, size_t i)
{
    return (set[i / 64] >> (i % 64)) & 1;
}
static void add(uint64_t *set, size_t i)
{
    set[i / 64] |= UINT64_C(1) << (i % 64);
}
static void drop(uint64_t *set, size_t i)
{
    set[i / 64] &= ~(UINT64_C(1) << (i % 64));
}

/* Drops the marks from number `first` on; their slots keep what they hold, which names nothing any more. */
static void drop_marks(Verifier *v, uint32_t first)
{
    (void)v;
    v->flow->marks = first;
}

/* The number of the mark in a slot, or `marks`. */
static uint32_t find_mark(const Verifier *v, Flow *f, size_t slot)
{
    const uint16_t *marks = marks_of(v, f);
    uint32_t i = 0;
    while (i < f->marks && marks[i] != slot)
        i++;
    return i;
}

static void forget_mark(const Verifier *v, Flow *f, uint32_t i)
{
    uint16_t *marks = marks_of(v, f);
    if (i < f->marks)
        memmove(marks + i, marks + i + 1, (--f->marks - i) * sizeof *marks);
}

/* Backtracking may need the slots in a map as they are. */
static void freeze_slots(const Verifier *v, Flow *f, const Code *info)
{
    for (size_t i = 0; i < v->slots; i++)
        if (info_slot_is_live(info, i))
            add(frozen_of(v, f), i);
}

/* Leaves the slots in a map. */
static void keep_slots(const Verifier *v, Flow *f, const Code *info)
{
    uint64_t *filled = filled_of(v, f), *terms = terms_of(v, f), *barriers = barriers_of(v, f);
    for (size_t i = 0; i < v->slots; i++) {
        if (info_slot_is_live(info, i))
            continue;
        drop(filled, i);
        drop(terms, i);
        drop(barriers, i);
        forget_mark(v, f, find_mark(v, f, i));
    }
}

/* ---- ways that meet ---- */

static Flow *flow_copy(Verifier *v, const Flow *f)
{
    Flow *copy = alloc_new(v->alloc, v->flow_bytes);
    if (copy)
        memcpy(copy, f, v->flow_bytes);
    else
        no_memory(v);
    return copy;
}

/* What holds on both ways. */
static void flow_meet(Verifier *v, Flow *to, Flow *from)
{
    if (!check(v, to->allocated == from->allocated, "an environment on one way only") ||
        !check(v, to->resumed == from->resumed, "an alternative that is also reached otherwise"))
        return;
    for (size_t i = 0; i < v->register_words + 3 * v->slot_words; i++)
        to->sets[i] &= from->sets[i];
    for (size_t i = 0; i < v->slot_words; i++)
        frozen_of(v, to)[i] |= frozen_of(v, from)[i];
    uint16_t *marks = marks_of(v, to);
    uint32_t kept = 0;
    for (uint32_t i = 0, next = 0; i < to->marks; i++) { /* in the same order on both */
        uint32_t at = find_mark(v, from, marks[i]);
        if (at >= next && at < from->marks) {
            marks[kept++] = marks[i];
            next = at + 1;
        }
    }
    to->marks = kept;
    to->barrier &= from->barrier;
    to->slots = to->slots < from->slots ? to->slots : from->slots;
    to->cells = to->cells < from->cells ? to->cells : from->cells;
    to->claimed = to->claimed < from->claimed ? to->claimed : from->claimed;
    to->owes |= from->owes;
}

/* A way from here to the label `distance` words on. */
static void flow_to(Verifier *v, Flow *flow, Code distance)
{
    size_t target = v->offset + distance;
    if (v->pending[target])
        flow_meet(v, v->pending[target], flow);
    else
        v->pending[target] = flow_copy(v, flow);
}

/* The slots in a map hold something. */
static void check_map(Verifier *v, const Code *info)
{
    for (size_t i = 0; i < v->slots && v->status == VERIFY_OK; i++)
        if (info_slot_is_live(info, i))
            check(v, has(filled_of(v, v->flow), i), "a slot in the map holds nothing");
}

/* A way by backtracking to the alternative at a label: only slots are left. */
static void flow_to_alternative(Verifier *v, Code distance)
{
    const Code *target = v->clause->code + v->offset + distance;
    Opcode op = code_op(*target);
    if (!check(v, op == I_RETRY || op == I_TRUST, "an alternative begins with RETRY or TRUST"))
        return;
    check_map(v, target + 1);
    Flow *f = flow_copy(v, v->flow);
    if (!f)
        return;
    memset(registers_of(v, f), 0, v->register_words * sizeof(uint64_t));
    keep_slots(v, f, target + 1);
    f->resumed = true;
    f->barrier = false;
    if (v->pending[v->offset + distance]) {
        bad(v, "an alternative that is also reached otherwise");
        alloc_free(v->alloc, f, v->flow_bytes);
        return;
    }
    v->pending[v->offset + distance] = f;
    freeze_slots(v, v->flow, target + 1);
}

/* ---- terms being matched or built ---- */

static void take_cells(Verifier *v, uint64_t cells)
{
    if (!v->flow->reached)
        return;
    Flow *f = v->flow;
    if (!check(v, cells <= f->cells, "writes more heap cells than it may without NEED"))
        return;
    f->cells -= (uint32_t)cells;
    f->owes |= cells > f->claimed;
    f->claimed -= cells > f->claimed ? f->claimed : (uint32_t)cells;
}

static void begin_unify(Verifier *v, uint64_t arity)
{
    v->unify_left = arity;
}

/* `n` arguments were dealt with; the last one goes on into `more` others. */
static void unify_arguments(Verifier *v, uint64_t n, uint64_t more)
{
    if (!check(v, v->unify_left >= n && n > 0, "no argument is to be unified here"))
        return;
    v->unify_left -= n;
    if (more && check(v, v->unify_left == 0, "only the last argument may be a nested term"))
        v->unify_left = more;
}

static void begin_build(Verifier *v, uint64_t cells, size_t position)
{
    v->building = cells > 0;
    v->write_left = cells;
    v->position = position;
    v->block_first = v->block_count = 0;
}

/* The block at hand is full: the next one begins, if there is one. */
static void next_block(Verifier *v)
{
    while (v->building && v->write_left == 0) {
        if (v->block_first == v->block_count) {
            v->building = false;
            return;
        }
        const PendingBlock *b = &v->blocks[v->block_first++];
        if (!check(v, b->position == v->position, "a pointer that meets no block"))
            return;
        if (b->structure)
            return; /* WRITE_FUNCTOR comes next */
        v->write_left = 2;
        take_cells(v, 2);
    }
}

/* Is a functor word expected? */
static bool at_functor(const Verifier *v)
{
    return v->building && v->write_left == 0;
}

static void write_cells(Verifier *v, uint64_t n)
{
    if (!check(v, v->building && n > 0 && v->write_left >= n, "no argument is to be written here"))
        return;
    v->write_left -= n;
    v->position += n;
    next_block(v);
}

static void write_pointer(Verifier *v, Code w)
{
    if (!check(v, v->building && v->write_left > 0, "no argument is to be written here"))
        return;
    if (!VEC_RESERVE(v->alloc, v->blocks, v->block_capacity, v->block_count + 1)) {
        no_memory(v);
        return;
    }
    v->blocks[v->block_count++] = (PendingBlock){v->position + (size_t)code_imm(w), code_a(w) == TAG_STR};
    write_cells(v, 1);
}

static void write_functor(Verifier *v, Cell functor)
{
    if (!check(v, at_functor(v), "no structure begins here"))
        return;
    v->write_left = functor_arity(functor);
    v->position++;
    take_cells(v, 1 + (uint64_t)functor_arity(functor));
    next_block(v);
}

/* Between instructions of one term there is nothing else. */
static void check_term_goes_on(Verifier *v, const InstrInfo *info, Opcode op)
{
    if (v->unify_left)
        check(v, info->flags & F_S, "a structure lacks arguments");
    else
        check(v, !(info->flags & F_S), "no argument is to be unified here");
    if (v->building)
        check(v, (info->flags & F_BUILD) || op == I_MOVE || op == I_LOAD, "a term lacks arguments");
    else
        check(v, !(info->flags & F_BUILD), "no argument is to be written here");
}

static void build_or_match(Verifier *v, const Code *pc)
{
    switch (code_op(*pc)) {
    case I_GET_LIST:
        begin_unify(v, 2);
        take_cells(v, 2);
        break;
    case I_GET_STRUCT:
        begin_unify(v, functor_arity(pc[1]));
        take_cells(v, 1 + (uint64_t)functor_arity(pc[1]));
        break;
    case I_UNIFY_VAR:
    case I_UNIFY_VAL:
    case I_UNIFY_ATOM:
    case I_UNIFY_INT:
    case I_UNIFY_CONST: unify_arguments(v, 1, 0); break;
    case I_UNIFY_VOID: unify_arguments(v, code_a(*pc), 0); break;
    case I_UNIFY_LIST:
        unify_arguments(v, 1, 2);
        take_cells(v, 2);
        break;
    case I_UNIFY_STRUCT:
        check(v, functor_arity(pc[1]) > 0, "a nested structure without arguments");
        unify_arguments(v, 1, functor_arity(pc[1]));
        take_cells(v, 1 + (uint64_t)functor_arity(pc[1]));
        break;
    case I_PUT_LIST:
        begin_build(v, 2, 0);
        take_cells(v, 2);
        break;
    case I_PUT_STRUCT:
        begin_build(v, functor_arity(pc[1]), 1);
        take_cells(v, 1 + (uint64_t)functor_arity(pc[1]));
        break;
    case I_WRITE_VAR:
    case I_WRITE_VAR_Y:
    case I_WRITE_VAL:
    case I_WRITE_VAL_Y:
    case I_WRITE_ATOM:
    case I_WRITE_INT:
    case I_WRITE_CONST: write_cells(v, 1); break;
    case I_WRITE_VOID: write_cells(v, code_a(*pc)); break;
    case I_WRITE_REL: write_pointer(v, *pc); break;
    case I_WRITE_FUNCTOR: write_functor(v, pc[1]); break;
    case I_GET_LIST_VAR_VAR:
    case I_GET_LIST_VAL_VAR:
    case I_GET_LIST_VAR_VAL:
    case I_PUT_LIST_VAL_VAL: take_cells(v, 2); break;
    case I_PUT_VAR:
    case I_PUT_VAR_Y:
    case I_INIT_Y: take_cells(v, 1); break;
    default: break;
    }
}

/* ---- registers and slots ---- */

static void read_register(Verifier *v, size_t reg)
{
    check(v, has(registers_of(v, v->flow), reg), "the register holds nothing here");
}

static void read_registers(Verifier *v, size_t count)
{
    for (size_t i = 0; i < count && v->status == VERIFY_OK; i++)
        read_register(v, i);
}

static void write_register(Verifier *v, size_t reg)
{
    add(registers_of(v, v->flow), reg);
}

static void read_slot(Verifier *v, size_t slot)
{
    check(v, v->flow->allocated, "no environment");
    check(v, has(terms_of(v, v->flow), slot), "the slot holds no term here");
}

typedef enum SlotUse { SLOT_TERM, SLOT_BARRIER, SLOT_MARK } SlotUse;

static void write_slot(Verifier *v, size_t slot, SlotUse use)
{
    Flow *f = v->flow;
    if (!check(v, f->allocated, "no environment") || !check(v, slot < f->slots, "the slot may be in use since a call") ||
        !check(v, !has(frozen_of(v, f), slot), "the slot may be needed as it is"))
        return;
    forget_mark(v, f, find_mark(v, f, slot));
    add(filled_of(v, f), slot);
    drop(terms_of(v, f), slot);
    drop(barriers_of(v, f), slot);
    if (use == SLOT_TERM)
        add(terms_of(v, f), slot);
    else if (use == SLOT_BARRIER)
        add(barriers_of(v, f), slot);
    else
        marks_of(v, f)[f->marks++] = (uint16_t)slot;
}

/* An operand in bits 16..63 of the first word that is read. */
static void read_operand(Verifier *v, uint8_t kind, uint16_t operand)
{
    if (kind == K_X)
        read_register(v, register_of(operand));
    else if (kind == K_Y)
        read_slot(v, register_of(operand));
}

static void set_operand(Verifier *v, uint8_t kind, uint16_t operand)
{
    if (kind == K_XS)
        write_register(v, register_of(operand));
    else if (kind == K_YS)
        write_slot(v, register_of(operand), SLOT_TERM);
}

/* Does the slot operand name a choice point or the barrier? Then control() deals with it. */
static bool has_control_slot(Opcode op)
{
    return op == I_TRY_MARK || op == I_COMMIT || op == I_SOFT_COMMIT || op == I_SAVE_CUT || op == I_CUT_TO;
}

/* All operands are read before any is set. */
static void use_registers(Verifier *v, const Code *pc, const InstrInfo *info)
{
    if (has_control_slot(code_op(*pc)))
        return;
    read_operand(v, info->a, code_a(*pc));
    read_operand(v, info->b, code_b(*pc));
    read_operand(v, info->c, code_c(*pc));
    set_operand(v, info->a, code_a(*pc));
    set_operand(v, info->b, code_b(*pc));
    set_operand(v, info->c, code_c(*pc));
}

/* ---- control ---- */

static void call(Verifier *v, const Code *pc)
{
    Flow *f = v->flow;
    read_registers(v, pred_arity((const Pred *)(uintptr_t)pc[1]));
    check(v, f->allocated, "a call without environment");
    check_map(v, pc + 2);
    memset(registers_of(v, f), 0, v->register_words * sizeof(uint64_t));
    keep_slots(v, f, pc + 2);
    freeze_slots(v, f, pc + 2);
    uint32_t live = (uint32_t)info_live(pc + 2);
    f->slots = live < f->slots ? live : f->slots;
    f->barrier = false;
    f->cells = HEAP_FREE_CELLS;
    f->claimed = 0;
    f->owes = false;
}

static void leave(Verifier *v, bool pop)
{
    check(v, v->flow->allocated == pop, pop ? "no environment" : "the environment is still there");
    v->flow->reached = false;
}

static void cut_to_slot(Verifier *v, size_t slot)
{
    Flow *f = v->flow;
    uint32_t mark = find_mark(v, f, slot);
    if (!check(v, f->allocated, "no environment"))
        return;
    if (mark < f->marks)
        drop_marks(v, mark + 1);
    else if (check(v, has(barriers_of(v, f), slot), "the slot names nothing to cut back to"))
        drop_marks(v, 0);
}

static void commit(Verifier *v, size_t slot, bool soft)
{
    uint32_t mark = find_mark(v, v->flow, slot);
    if (!check(v, v->flow->allocated, "no environment") || !check(v, mark < v->flow->marks, "the slot names no choice point"))
        return;
    if (soft)
        forget_mark(v, v->flow, mark);
    else
        drop_marks(v, mark);
}

static void control(Verifier *v, const Code *pc, size_t slot)
{
    Flow *f = v->flow;
    Opcode op = code_op(*pc);
    switch (op) {
    case I_ALLOCATE:
        check(v, !f->allocated, "a second environment");
        f->allocated = true;
        f->slots = SLOTS_MAX;
        break;
    case I_DEALLOCATE:
        check(v, f->allocated, "no environment");
        f->allocated = false;
        drop_marks(v, 0);
        memset(filled_of(v, f), 0, 4 * v->slot_words * sizeof(uint64_t));
        break;
    case I_CALL: call(v, pc); break;
    case I_EXECUTE:
    case I_EXECUTE_POP:
        read_registers(v, pred_arity((const Pred *)(uintptr_t)pc[1]));
        leave(v, op == I_EXECUTE_POP);
        break;
    case I_PROCEED:
    case I_PROCEED_POP:
        check(v, !f->owes, "returns after writing heap cells without NEED");
        leave(v, op == I_PROCEED_POP);
        break;
    case I_BUILTIN: read_registers(v, pred_arity((const Pred *)(uintptr_t)pc[1])); break;
    case I_NEED:
        f->cells = (uint32_t)code_imm(*pc) > f->cells ? (uint32_t)code_imm(*pc) : f->cells;
        f->claimed = (uint32_t)code_imm(*pc) > f->claimed ? (uint32_t)code_imm(*pc) : f->claimed;
        break;
    case I_BIG_CLAUSE:
        check(v, v->offset == 0 && (v->clause->flags & CLAUSE_BIG), "a big clause has no other instruction");
        f->reached = false;
        break;
    case I_TRY:
    case I_TRY_MARK:
        check(v, f->allocated, "a choice point without environment");
        flow_to_alternative(v, pc[1]);
        if (op == I_TRY_MARK)
            write_slot(v, slot, SLOT_MARK);
        break;
    case I_RETRY:
        if (check(v, f->resumed, "no alternative"))
            flow_to_alternative(v, pc[2]);
        f->resumed = false;
        break;
    case I_TRUST:
        check(v, f->resumed, "no alternative");
        f->resumed = false;
        break;
    case I_COMMIT:
    case I_SOFT_COMMIT: commit(v, slot, op == I_SOFT_COMMIT); break;
    case I_CUT:
        check(v, f->barrier, "a cut after a call needs a saved barrier");
        drop_marks(v, 0);
        break;
    case I_SAVE_CUT:
        check(v, f->barrier, "the barrier is lost after a call");
        write_slot(v, slot, SLOT_BARRIER);
        break;
    case I_CUT_TO: cut_to_slot(v, slot); break;
    case I_JUMP:
        flow_to(v, f, pc[1]);
        f->reached = false;
        break;
    case I_FAIL: f->reached = false; break;
    default:
        if ((instr_info[op].flags & F_TEST) && pc[1] != 0)
            flow_to(v, f, pc[1]);
        break;
    }
}

/* ---- pass 2 ---- */

/* Joins the ways that were waiting here. */
static void arrive(Verifier *v)
{
    Flow *waiting = v->pending[v->offset];
    if (!waiting)
        return;
    check(v, !v->unify_left && !v->building, "a label inside a term");
    if (v->flow->reached)
        flow_meet(v, v->flow, waiting);
    else
        memcpy(v->flow, waiting, v->flow_bytes);
    alloc_free(v->alloc, waiting, v->flow_bytes);
    v->pending[v->offset] = NULL;
}

static void follow(Verifier *v)
{
    const Clause *clause = v->clause;
    for (v->offset = 0; v->offset < clause->code_words && v->status == VERIFY_OK; v->offset += instr_words(clause->code[v->offset])) {
        const Code *pc = clause->code + v->offset;
        Opcode op = code_op(*pc);
        arrive(v);
        check_term_goes_on(v, &instr_info[op], op);
        if (v->flow->reached && v->status == VERIFY_OK) {
            check(v, !v->flow->resumed || op == I_RETRY || op == I_TRUST, "an alternative begins with RETRY or TRUST");
            use_registers(v, pc, &instr_info[op]);
            control(v, pc, register_of(code_a(*pc)));
        }
        if (v->status == VERIFY_OK)
            build_or_match(v, pc);
    }
    check(v, !v->flow->reached, "the code runs over its end");
    check(v, !v->unify_left && !v->building, "the code ends inside a term");
}

/* At the start the arguments are there and nothing else. */
static bool enter(Verifier *v)
{
    v->register_words = (v->registers + 63) / 64;
    v->slot_words = (v->slots + 63) / 64;
    v->flow_bytes = sizeof(Flow) + (v->register_words + 4 * v->slot_words) * sizeof(uint64_t) + (v->slots + 1) * sizeof(uint16_t);
    v->flow = alloc_zero(v->alloc, v->flow_bytes);
    v->pending = alloc_zero(v->alloc, v->clause->code_words * sizeof *v->pending);
    if (!v->flow || !v->pending)
        return no_memory(v);
    v->flow->reached = v->flow->barrier = true;
    v->flow->slots = SLOTS_MAX;
    v->flow->cells = v->flow->claimed = HEAP_FREE_CELLS;
    for (size_t i = 0; i < pred_registers(v->clause->pred); i++)
        write_register(v, i);
    return true;
}

static void release(Verifier *v)
{
    size_t words = v->clause->code_words;
    for (size_t i = 0; v->pending && i < words; i++)
        if (v->pending[i])
            alloc_free(v->alloc, v->pending[i], v->flow_bytes);
    alloc_free(v->alloc, v->pending, v->pending ? words * sizeof *v->pending : 0);
    alloc_free(v->alloc, v->flow, v->flow ? v->flow_bytes : 0);
    alloc_free(v->alloc, v->starts, v->starts ? words : 0);
    VEC_FREE(v->alloc, v->blocks, v->block_capacity);
}

VerifyStatus clause_verify(const Clause *clause, const ArithContext *arith, Alloc *alloc, VerifyError *error)
{
    Verifier v = {.clause = clause, .arith = arith, .alloc = alloc, .error = error};
    *error = (VerifyError){"no instructions", 0};
    if (clause->code_words == 0)
        return VERIFY_BAD;
    v.starts = alloc_zero(alloc, clause->code_words);
    if (!v.starts)
        return VERIFY_NO_MEMORY;
    if (check_instructions(&v) && enter(&v))
        follow(&v);
    release(&v);
    return v.status;
}
