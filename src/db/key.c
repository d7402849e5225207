/* key.c - keys of cells and of clause heads.
 * SPDX-License-Identifier: MIT
 *
 * The keys of a head are read from its code: the first instruction that matches an argument register against something, before the
 * register is overwritten, tells the key. A cut ends the search: what follows it is not for the caller to anticipate.
 */
#include "base/hash.h"
#include "db/index.h"
#include "db/module.h"
#include "term/text.h"

/* ---- keys of cells ---- */

static Cell key_from_hash(uint64_t hash)
{
    return (hash << 3) | TAG_BOX;
}

/* Doubles that unify have equal keys, whatever the bits of a NaN; 0.0 and -0.0 do not. */
static Cell key_from_double(double value)
{
    uint64_t bits = 1;
    if (value == value)
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

#define NO_REGISTER UINT32_MAX

/* What one instruction of a head says about registers. */
typedef struct HeadStep {
    Cell key;           /* of register `reg`; 0: tells nothing */
    uint32_t reg;
    uint32_t spoilt[2]; /* registers that hold something else from here on */
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

static inline HeadStep step(uint32_t reg, Cell key, uint32_t spoilt1, uint32_t spoilt2)
{
    return (HeadStep){key, reg, {spoilt1, spoilt2}};
}

/* What the instruction at pc says. False where the head ends. */
static inline bool head_step(const Code *pc, HeadStep *s)
{
    Code w = *pc;
    const uint32_t none = NO_REGISTER;
    switch (code_op(w)) {
    case I_GET_ATOM: *s = step(reg_a(w), cell_from_atom((uint32_t)code_imm(w)), none, none); return true;
    case I_GET_INT: *s = step(reg_a(w), cell_from_int(code_imm(w)), none, none); return true;
    case I_GET_CONST: *s = step(reg_a(w), key_from_cell(pc[1]), none, none); return true;
    case I_GET_STRUCT: *s = step(reg_a(w), key_from_functor(pc[1]), none, none); return true;
    case I_GET_LIST: *s = step(reg_a(w), KEY_PAIR, none, none); return true;
    case I_GET_LIST_VAR_VAR: *s = step(reg_a(w), KEY_PAIR, reg_b(w), reg_c(w)); return true;
    case I_GET_LIST_VAL_VAR: *s = step(reg_a(w), KEY_PAIR, reg_c(w), none); return true;
    case I_GET_LIST_VAR_VAL: *s = step(reg_a(w), KEY_PAIR, reg_b(w), none); return true;
    case I_UNIFY_VAR:
    case I_MOVE: *s = step(none, 0, reg_a(w), none); return true;
    case I_GET_VALUE:
    case I_UNIFY_VAL:
    case I_UNIFY_VOID:
    case I_UNIFY_ATOM:
    case I_UNIFY_INT:
    case I_UNIFY_CONST:
    case I_UNIFY_LIST:
    case I_UNIFY_STRUCT:
    case I_NEED: *s = step(none, 0, none, none); return true;
    default: return false;
    }
}

/* Takes the registers that a step spoils out of the arguments from .. from + count - 1 that are not decided. */
static inline uint64_t without_spoilt(uint64_t pending, const HeadStep *s, uint32_t from, uint32_t count)
{
    for (int i = 0; i < 2; i++)
        if (s->spoilt[i] - from < count)
            pending &= ~(UINT64_C(1) << (s->spoilt[i] - from));
    return pending;
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
    const Code *end = clause->code + clause->code_words;
    HeadStep s;
    for (const Code *pc = clause->code; pending && pc < end && head_step(pc, &s); pc += instr_words(*pc)) {
        uint32_t i = s.reg - from; /* wraps below `from`, and is then too large */
        if (i < count && s.key && (pending >> i & 1)) {
            keys[i] = s.key;
            pending &= ~(UINT64_C(1) << i);
        }
        pending = without_spoilt(pending, &s, from, count);
    }
}

Cell clause_key(const Clause *clause, uint32_t arg)
{
    Cell key;
    clause_keys(clause, arg, 1, &key);
    return key;
}

/* ---- deep keys ---- */

static Cell join_keys(Cell functor, Cell part)
{
    return part ? key_from_hash(hash_word(functor, part)) : 0;
}

Cell deep_key_from_cell(Cell c)
{
    Cell key = key_from_cell(c), head, tail;
    if (!cell_is_compound(c) || key == 0)
        return key;
    if (cell_is_str(c))
        return functor_arity(key) == 0 ? key : join_keys(key, key_from_cell(cell_deref(str_cells(c)[1])));
    list_uncons(c, &head, &tail);
    return join_keys(key, key_from_cell(cell_deref(head)));
}

/* What the instruction after a GET_STRUCT or GET_LIST says of the first part. */
static Cell first_part_key(const Code *pc)
{
    switch (code_op(*pc)) {
    case I_UNIFY_ATOM: return cell_from_atom((uint32_t)code_imm(*pc));
    case I_UNIFY_INT: return cell_from_int(code_imm(*pc));
    case I_UNIFY_CONST: return key_from_cell(pc[1]);
    case I_UNIFY_STRUCT: return key_from_functor(pc[1]);
    case I_UNIFY_LIST: return KEY_PAIR;
    default: return 0;
    }
}

Cell clause_deep_key(const Clause *clause, uint32_t arg)
{
    if (clause->flags & CLAUSE_BIG)
        return 0;
    uint64_t pending = 1;
    const Code *end = clause->code + clause->code_words;
    HeadStep s;
    for (const Code *pc = clause->code; pending && pc < end && head_step(pc, &s); pc += instr_words(*pc)) {
        if (s.reg == arg && s.key) {
            Opcode op = code_op(*pc);
            if (op == I_GET_CONST)
                return deep_key_from_cell(pc[1]);
            bool compound = op == I_GET_STRUCT || op == I_GET_LIST;
            if (compound && (op == I_GET_LIST || functor_arity(pc[1]) > 0))
                return join_keys(s.key, first_part_key(pc + instr_words(*pc)));
            return cell_is_functor(s.key) ? 0 : s.key;
        }
        pending = without_spoilt(pending, &s, arg, 1);
    }
    return 0;
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
    uint32_t arity = pred_index_arity(pred);
    uint32_t count = arity < MATCH_ARGS ? arity : MATCH_ARGS;
    if (clause->flags & CLAUSE_BIG)
        return big_clause_matches(clause, args, count);
    uint64_t pending = (1u << count) - 1;
    const Code *end = clause->code + clause->code_words;
    HeadStep s;
    for (const Code *pc = clause->code; pending && pc < end && head_step(pc, &s); pc += instr_words(*pc)) {
        if (s.reg < count && s.key && (pending >> s.reg & 1)) {
            Cell call = key_from_cell(cell_deref(args[s.reg]));
            if (call && call != s.key)
                return false;
            pending &= ~(UINT64_C(1) << s.reg);
        }
        pending = without_spoilt(pending, &s, 0, count);
    }
    return true;
}
