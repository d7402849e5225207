/* key.c - keys of cells and of clause heads.
 * SPDX-License-Identifier: MIT
 *
 * The keys of a head are read from its code: the first instruction that matches an argument register against something, before the
 * register is overwritten, tells the key. A cut ends the search: what follows it is not for the caller to anticipate.
 */
#include "base/hash.h"
#include "db/index.h"
#include "db/module.h"

/* ---- keys of cells ---- */

static Cell key_from_hash(uint64_t hash)
{
    return (hash << 3) | TAG_BOX;
}

/* Equal doubles have equal keys, whatever the sign of zero or the bits of a NaN. */
static Cell key_from_double(double value)
{
    uint64_t bits = 0;
    if (value != value)
        bits = 1;
    else if (value != 0)
        memcpy(&bits, &value, sizeof bits);
    return key_from_hash(hash_word(RAW_DOUBLE, bits));
}

static Cell key_from_box(Cell c)
{
    const Cell *cells = box_cells(c);
    enum RawKind kind = raw_kind(cells[0]);
    if (kind == RAW_DOUBLE)
        return key_from_double(box_double(c));
    if (kind == RAW_STRING)
        return key_from_hash(hash_bytes(RAW_STRING, cells + 2, (size_t)cells[1]));
    return key_from_hash(hash_bytes(kind, cells + 1, raw_words(cells[0]) * sizeof(Cell)));
}

/* A structure whose name is a variable may equal any structure. */
static Cell key_from_functor(Cell functor)
{
    return cell_is_functor(functor) ? functor : 0;
}

Cell key_from_cell(Cell c)
{
    switch (cell_tag(c)) {
    case TAG_INT:
    case TAG_ATM: return c;
    case TAG_LST:
    case TAG_TXT: return KEY_PAIR;
    case TAG_STR: return key_from_functor(str_functor(c));
    case TAG_BOX: return key_from_box(c);
    case TAG_REF:
    case TAG_ATT: break;
    }
    return 0;
}

/* ---- keys of heads ---- */

/* What one instruction of a head says about registers. */
typedef struct HeadStep {
    Cell key;            /* of register `reg`; 0: tells nothing */
    uint32_t reg;
    uint32_t written[2]; /* registers that hold something else from here on */
    uint32_t writes;
} HeadStep;

static inline uint32_t reg_a(Code w)
{
    return code_a(w) / 8u;
}
static inline uint32_t reg_b(Code w)
{
    return code_b(w) / 8u;
}
static inline uint32_t reg_c(Code w)
{
    return code_c(w) / 8u;
}

static inline HeadStep step_key(uint32_t reg, Cell key)
{
    return (HeadStep){.key = key, .reg = reg};
}

/* Reads the instruction at *pc and goes past it. False where the head ends. */
static inline bool head_step(const Code **pc, const Code *end, HeadStep *step)
{
    if (*pc >= end)
        return false;
    Code w = **pc;
    Opcode op = code_op(w);
    *step = (HeadStep){0};
    switch (op) {
    case I_GET_ATOM: *step = step_key(reg_a(w), cell_from_atom((uint32_t)code_imm(w))); break;
    case I_GET_INT: *step = step_key(reg_a(w), cell_from_int(code_imm(w))); break;
    case I_GET_CONST: *step = step_key(reg_a(w), key_from_cell((*pc)[1])); break;
    case I_GET_STRUCT: *step = step_key(reg_a(w), key_from_functor((*pc)[1])); break;
    case I_GET_LIST: *step = step_key(reg_a(w), KEY_PAIR); break;
    case I_GET_LIST_VAR_VAR: *step = (HeadStep){KEY_PAIR, reg_a(w), {reg_b(w), reg_c(w)}, 2}; break;
    case I_GET_LIST_VAL_VAR: *step = (HeadStep){KEY_PAIR, reg_a(w), {reg_c(w)}, 1}; break;
    case I_GET_LIST_VAR_VAL: *step = (HeadStep){KEY_PAIR, reg_a(w), {reg_b(w)}, 1}; break;
    case I_UNIFY_VAR:
    case I_MOVE: *step = (HeadStep){0, 0, {reg_a(w)}, 1}; break;
    case I_GET_VALUE:
    case I_UNIFY_VAL:
    case I_UNIFY_VOID:
    case I_UNIFY_ATOM:
    case I_UNIFY_INT:
    case I_UNIFY_CONST:
    case I_UNIFY_LIST:
    case I_UNIFY_STRUCT:
    case I_NEED: break;
    default: return false;
    }
    *pc += instr_words(w);
    return true;
}

/* The head of a BIG_CLAUSE as a structure cell, or 0. Its constant is Head or (Head :- Body). */
static Cell big_head(const Clause *clause)
{
    const Code *pc = clause->code;
    while (code_op(*pc) == I_NEED)
        pc += instr_words(*pc);
    if (code_op(*pc) != I_BIG_CLAUSE)
        return 0;
    Cell term = cell_deref(pc[1]);
    Cell functor = clause->pred->functor;
    if (!cell_is_str(term))
        return 0;
    if (!(clause->flags & CLAUSE_FACT) && str_functor(term) == cell_from_functor(ATOM_neck, 2))
        term = cell_deref(str_cells(term)[1]);
    return cell_is_str(term) && str_functor(term) == functor ? term : 0;
}

static void big_clause_keys(const Clause *clause, uint32_t from, uint32_t count, Cell *keys)
{
    Cell head = big_head(clause);
    for (uint32_t i = 0; i < count; i++) {
        bool has = head != 0 && from + i < functor_arity(str_functor(head));
        keys[i] = has ? key_from_cell(cell_deref(str_cells(head)[1 + from + i])) : 0;
    }
}

void clause_keys(const Clause *clause, uint32_t from, uint32_t count, Cell *keys)
{
    if (clause->flags & CLAUSE_BIG) {
        big_clause_keys(clause, from, count, keys);
        return;
    }
    memset(keys, 0, count * sizeof *keys);
    uint64_t pending = count < 64 ? (UINT64_C(1) << count) - 1 : UINT64_MAX; /* arguments not decided */
    const Code *pc = clause->code, *end = pc + clause->code_words;
    HeadStep step;
    while (pending && head_step(&pc, end, &step)) {
        uint32_t i = step.reg - from; /* wraps below `from`, and is then too large */
        if (step.key && i < count && (pending >> i & 1)) {
            keys[i] = step.key;
            pending &= ~(UINT64_C(1) << i);
        }
        for (uint32_t w = 0; w < step.writes; w++)
            if (step.written[w] - from < count)
                pending &= ~(UINT64_C(1) << (step.written[w] - from));
    }
}

Cell clause_key(const Clause *clause, uint32_t arg)
{
    Cell key;
    clause_keys(clause, arg, 1, &key);
    return key;
}

/* ---- quick match ---- */

/* Arguments that candidate_matches compares at most. */
#define MATCH_ARGS 8u

static bool big_clause_matches(const Clause *clause, const Cell *args, uint32_t count)
{
    Cell keys[MATCH_ARGS];
    big_clause_keys(clause, 0, count, keys);
    for (uint32_t i = 0; i < count; i++) {
        Cell call = keys[i] ? key_from_cell(cell_deref(args[i])) : 0;
        if (call && call != keys[i])
            return false;
    }
    return true;
}

bool candidate_matches(const Pred *pred, const Clause *clause, const Cell *args)
{
    uint32_t arity = pred_arity(pred);
    uint32_t count = arity < MATCH_ARGS ? arity : MATCH_ARGS;
    if (clause->flags & CLAUSE_BIG)
        return big_clause_matches(clause, args, count);
    uint32_t pending = (1u << count) - 1;
    const Code *pc = clause->code, *end = pc + clause->code_words;
    HeadStep step;
    while (pending && head_step(&pc, end, &step)) {
        if (step.key && step.reg < count && (pending >> step.reg & 1)) {
            Cell call = key_from_cell(cell_deref(args[step.reg]));
            if (call && call != step.key)
                return false;
            pending &= ~(1u << step.reg);
        }
        for (uint32_t w = 0; w < step.writes; w++)
            if (step.written[w] < count)
                pending &= ~(1u << step.written[w]);
    }
    return true;
}
