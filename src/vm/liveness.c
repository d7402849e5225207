/* liveness.c - what is wanted at an instruction inside a clause.
 * SPDX-License-Identifier: MIT
 *
 * Code jumps forward only, so one pass over the code from there on answers it. Each word gets a set of those registers (or slots) that
 * nothing has written on some way to there; one is wanted when an instruction reads it while it is in the set. 63 are treated in one pass.
 * The remaining bit, OWNER, is in the set as long as no frame was pushed or popped: what the instruction that first depends on the frame
 * does tells whose frame E is.
 */
#include "vm/liveness.h"

#include "vm/slot_map.h"

#define BATCH              63u
#define OWNER              (UINT64_C(1) << BATCH)
#define NUMBER_OF(operand) ((size_t)(operand) / sizeof(Cell))

/* The code from the start to the end of what can be reached from there. */
typedef struct Region {
    const Code *start;
    size_t words;
    size_t slots, registers; /* more than any number of one in it */
} Region;

static bool is_long_word(const InstrInfo *info, unsigned operand, OperandKind kind)
{
    return operand == 1 ? info->words > 1 && info->w1 == kind : info->words > 2 && info->w2 == kind;
}

/* The target of the label in operand word 1 or 2, or NULL. */
static const Code *label_at(const Code *pc, const InstrInfo *info, unsigned operand)
{
    return is_long_word(info, operand, K_LABEL) && pc[operand] != 0 ? pc + (int64_t)pc[operand] : NULL;
}

/* Registers X0.. that an instruction reads as arguments of a predicate. */
static uint32_t arguments_at(const Code *pc, const InstrInfo *info)
{
    return info->w1 == K_PRED ? pred_registers((const Pred *)(uintptr_t)pc[1]) : 0;
}

static void widen(Region *r, uint8_t kind, uint16_t operand)
{
    if (kind_is_register(kind))
        r->registers = max_size(r->registers, NUMBER_OF(operand) + 1);
    else if (kind_is_slot(kind))
        r->slots = max_size(r->slots, NUMBER_OF(operand) + 1);
}

static Region find_region(const Code *start)
{
    Region r = {.start = start};
    const Code *furthest = start, *pc = start;
    for (;;) {
        const InstrInfo *info = &instr_info[code_op(*pc)];
        widen(&r, info->a, code_a(*pc));
        widen(&r, info->b, code_b(*pc));
        widen(&r, info->c, code_c(*pc));
        r.registers = max_size(r.registers, arguments_at(pc, info));
        for (unsigned i = 1; i <= 2; i++) {
            const Code *target = label_at(pc, info, i);
            if (target && target > furthest)
                furthest = target;
            if (is_long_word(info, i, K_INFO))
                r.slots = max_size(r.slots, info_live(pc + i));
        }
        bool ends = (info->flags & F_END) && furthest <= pc;
        pc += info->words;
        if (ends)
            break;
    }
    r.words = (size_t)(pc - start);
    return r;
}

/* ---- one pass ---- */

typedef struct Pass {
    bool registers; /* else slots */
    size_t first;   /* number of bit 0 */
    uint64_t live;  /* found wanted */
    bool own, callers;
} Pass;

/* The bit of a number in the batch, or 0. */
static uint64_t bit_of(const Pass *p, size_t number)
{
    return number >= p->first && number - p->first < BATCH ? UINT64_C(1) << (number - p->first) : 0;
}

static uint64_t operand_bit(const Pass *p, uint8_t kind, uint16_t operand, OperandKind register_kind, OperandKind slot_kind)
{
    return kind == (p->registers ? register_kind : slot_kind) ? bit_of(p, NUMBER_OF(operand)) : 0;
}

/* The bits of a map that fall into the batch. */
static uint64_t map_bits(const Code *info, size_t first)
{
    uint64_t local, bits = 0;
    SlotMap map = slots_of_info(info, &local);
    size_t word = first / 64, shift = first % 64;
    if (word < map.words)
        bits = map.bits[word] >> shift;
    if (shift > 0 && word + 1 < map.words)
        bits |= map.bits[word + 1] << (64 - shift);
    return bits & (OWNER - 1);
}

/* The bits of numbers below `count`. */
static uint64_t low_bits(const Pass *p, size_t count)
{
    size_t in_batch = count > p->first ? count - p->first : 0;
    return in_batch >= BATCH ? OWNER - 1 : (UINT64_C(1) << in_batch) - 1;
}

static bool depends_on_frame(const Code *pc, const InstrInfo *info)
{
    Opcode op = code_op(*pc);
    return kind_is_slot(info->a) || kind_is_slot(info->b) || is_long_word(info, 1, K_INFO) || is_long_word(info, 2, K_INFO) ||
           op == I_DEALLOCATE || op == I_EXECUTE_POP || op == I_PROCEED_POP;
}

/* Follows one instruction with the set `m`; returns the set after it. */
static uint64_t step(Pass *p, const Code *pc, const InstrInfo *info, uint64_t m)
{
    Opcode op = code_op(*pc);
    p->live |= m & (operand_bit(p, info->a, code_a(*pc), K_X, K_Y) | operand_bit(p, info->b, code_b(*pc), K_X, K_Y) |
                    operand_bit(p, info->c, code_c(*pc), K_X, K_Y));
    if (p->registers)
        p->live |= m & low_bits(p, arguments_at(pc, info));
    for (unsigned i = 1; i <= 2 && !p->registers; i++)
        if (is_long_word(info, i, K_INFO))
            p->live |= m & map_bits(pc + i, p->first);
    if (m & OWNER) {
        p->own |= depends_on_frame(pc, info);
        p->callers |= op == I_ALLOCATE || op == I_EXECUTE || op == I_PROCEED || op == I_BIG_CLAUSE;
    }
    if (op == I_CALL || op == I_RETRY || op == I_TRUST || (!p->registers && (op == I_ALLOCATE || op == I_DEALLOCATE)))
        return 0; /* another frame, or all that is wanted was in the map */
    return m & ~(operand_bit(p, info->a, code_a(*pc), K_XS, K_YS) | operand_bit(p, info->b, code_b(*pc), K_XS, K_YS) |
                 operand_bit(p, info->c, code_c(*pc), K_XS, K_YS));
}

static void run_pass(Pass *p, const Region *r, uint64_t *reach)
{
    memset(reach, 0, (r->words + 1) * sizeof *reach);
    reach[0] = ~UINT64_C(0);
    for (size_t at = 0; at < r->words;) {
        const Code *pc = r->start + at;
        const InstrInfo *info = &instr_info[code_op(*pc)];
        uint64_t before = reach[at];
        if (before != 0) {
            uint64_t after = step(p, pc, info, before);
            for (unsigned i = 1; i <= 2; i++) { /* a later alternative is resumed with the slots as they are now */
                const Code *target = label_at(pc, info, i);
                if (target)
                    reach[target - r->start] |= before;
            }
            if (!(info->flags & F_END))
                reach[at + info->words] |= after;
        }
        at += info->words;
    }
}

static void add_batch(LiveSet *out, size_t first, uint64_t bits)
{
    while (bits) {
        size_t number = first + (size_t)__builtin_ctzll(bits);
        bits &= bits - 1;
        out->bits[number / 64] |= UINT64_C(1) << (number % 64);
        out->count = max_size(out->count, number + 1);
    }
}

bool liveness_at(Alloc *alloc, const Code *code, Liveness *out)
{
    memset(out, 0, sizeof *out);
    out->use = FRAME_OF_CALLER;
    if (!code || (instr_info[code_op(*code)].flags & F_STUB))
        return true;
    Region r = find_region(code);
    size_t bytes = (r.words + 1) * sizeof(uint64_t);
    uint64_t *reach = alloc_new(alloc, bytes);
    if (!reach)
        return false;
    out->use = FRAME_UNUSED;
    for (size_t first = 0; first == 0 || first < r.slots; first += BATCH) {
        Pass pass = {.first = first};
        run_pass(&pass, &r, reach);
        add_batch(&out->slots, first, pass.live);
        if (pass.own || pass.callers)
            out->use = pass.own ? FRAME_OWN : FRAME_OF_CALLER;
    }
    for (size_t first = 0; first < r.registers; first += BATCH) {
        Pass pass = {.registers = true, .first = first};
        run_pass(&pass, &r, reach);
        add_batch(&out->registers, first, pass.live);
    }
    alloc_free(alloc, reach, bytes);
    return true;
}
