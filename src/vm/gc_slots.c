/* gc_slots.c - which slots are wanted at an instruction inside a clause.
 * SPDX-License-Identifier: MIT
 *
 * Code jumps forward only, so one pass over the code from P on answers it. Each word gets a set of those slots that nothing has written
 * on some way from P to there; a slot is wanted when an instruction reads it while it is in the set. 63 slots are treated in one pass.
 * The remaining bit, OWNER, is in the set as long as no frame was pushed or popped: what the instruction that first depends on the frame
 * does tells whose frame E is.
 */
#include "vm/gc_frames.h"

#define BATCH            63u
#define OWNER            (UINT64_C(1) << BATCH)
#define SLOT_OF(operand) ((size_t)(operand) / sizeof(Cell))

/* The code from P to the end of what can be reached from there. */
typedef struct Region {
    const Code *start;
    size_t words;
    size_t slots; /* more than any slot number in it */
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

static size_t slots_in(const Code *pc, const InstrInfo *info)
{
    size_t slots = 0;
    if (info->a == K_Y)
        slots = SLOT_OF(code_a(*pc)) + 1;
    if (info->b == K_Y)
        slots = max_size(slots, SLOT_OF(code_b(*pc)) + 1);
    for (unsigned i = 1; i <= 2; i++)
        if (is_long_word(info, i, K_INFO))
            slots = max_size(slots, info_live(pc + i));
    return slots;
}

static Region find_region(const Code *start)
{
    Region r = {.start = start};
    const Code *furthest = start, *pc = start;
    for (;;) {
        const InstrInfo *info = &instr_info[code_op(*pc)];
        for (unsigned i = 1; i <= 2; i++) {
            const Code *target = label_at(pc, info, i);
            if (target && target > furthest)
                furthest = target;
        }
        r.slots = max_size(r.slots, slots_in(pc, info));
        bool ends = (info->flags & F_END) && furthest <= pc;
        pc += info->words;
        if (ends)
            break;
    }
    r.words = (size_t)(pc - start);
    return r;
}

/* ---- one pass ---- */

/* The bit of a slot in the batch that begins at `first`, or 0. */
static uint64_t slot_bit(size_t slot, size_t first)
{
    return slot >= first && slot - first < BATCH ? UINT64_C(1) << (slot - first) : 0;
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

typedef struct Pass {
    size_t first;   /* slot of bit 0 */
    uint64_t live;  /* slots found wanted */
    bool own, callers;
} Pass;

/* Follows one instruction with the set `m`; returns the set after it. */
static uint64_t step(Pass *p, const Code *pc, const InstrInfo *info, uint64_t m)
{
    bool frame = false; /* it uses the frame */
    Opcode op = code_op(*pc);
    if (info->a == K_Y) {
        uint64_t bit = slot_bit(SLOT_OF(code_a(*pc)), p->first);
        if (!(info->flags & F_SLOT))
            p->live |= m & bit;
        frame = true;
    }
    if (info->b == K_Y) {
        p->live |= m & slot_bit(SLOT_OF(code_b(*pc)), p->first);
        frame = true;
    }
    for (unsigned i = 1; i <= 2; i++) {
        if (is_long_word(info, i, K_INFO)) {
            p->live |= m & map_bits(pc + i, p->first);
            frame = true;
        }
    }
    if (op == I_DEALLOCATE || op == I_EXECUTE_POP || op == I_PROCEED_POP)
        frame = true;
    if (m & OWNER) {
        p->own |= frame;
        p->callers |= op == I_ALLOCATE || op == I_EXECUTE || op == I_PROCEED || op == I_BIG_CLAUSE;
    }
    if (op == I_ALLOCATE || op == I_DEALLOCATE || op == I_CALL || op == I_RETRY || op == I_TRUST)
        return 0; /* another frame, or all that is wanted was in the map */
    if (info->a == K_Y && (info->flags & F_SLOT))
        m &= ~slot_bit(SLOT_OF(code_a(*pc)), p->first);
    return m;
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

/* ---- the state of E ---- */

static void add_batch(FrameState *out, size_t first, uint64_t bits)
{
    while (bits) {
        size_t slot = first + (size_t)__builtin_ctzll(bits);
        bits &= bits - 1;
        out->bits[slot / 64] |= UINT64_C(1) << (slot % 64);
        out->live = max_size(out->live, slot + 1);
    }
}

bool gc_frame_state(const Engine *e, FrameState *out)
{
    memset(out, 0, sizeof *out);
    out->use = FRAME_OF_CALLER;
    if (!e->P || !e->E || (instr_info[code_op(*e->P)].flags & F_STUB))
        return true;
    Region r = find_region(e->P);
    size_t bytes = (r.words + 1) * sizeof(uint64_t);
    uint64_t *reach = alloc_new(e->store.alloc, bytes);
    if (!reach)
        return false;
    out->use = FRAME_UNUSED;
    for (size_t first = 0; first == 0 || first < r.slots; first += BATCH) {
        Pass pass = {.first = first};
        run_pass(&pass, &r, reach);
        add_batch(out, first, pass.live);
        if (pass.own || pass.callers)
            out->use = pass.own ? FRAME_OWN : FRAME_OF_CALLER;
    }
    alloc_free(e->store.alloc, reach, bytes);
    return true;
}
