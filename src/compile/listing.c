/* listing.c - clause code as text that loads back to the same code.
 * SPDX-License-Identifier: MIT
 */
#include "compile/listing.h"

#include "base/vec.h"
#include "compile/asm_int.h"
#include "compile/compile.h"
#include "compile/constant_text.h"
#include "syntax/quote.h"

/* ---- names ---- */

/* Parts of names that are written out. */
static const struct {
    const char *part, *text;
} long_parts[] = {{"VAR", "variable"}, {"VAL", "value"}, {"CONST", "constant"}, {"STRUCT", "structure"}, {"INT", "integer"}};

void mnemonic_from_opcode(Opcode op, bool nil, char out[MNEMONIC_BYTES])
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz";
    size_t at = 0;
    out[0] = 0;
    if (nil && instr_info[op].b != K_ATOM)
        return;
    for (const char *p = instr_info[op].name; *p;) {
        size_t length = strcspn(p, "_");
        const char *text = nil && length == 4 && memcmp(p, "ATOM", 4) == 0 ? "nil" : NULL;
        for (size_t i = 0; i < ARRAY_LENGTH(long_parts) && !text; i++)
            if (strlen(long_parts[i].part) == length && memcmp(p, long_parts[i].part, length) == 0)
                text = long_parts[i].text;
        if (at > 0)
            out[at++] = '_';
        for (size_t i = 0; i < (text ? strlen(text) : length); i++)
            out[at++] = text ? text[i] : p[i] >= 'A' && p[i] <= 'Z' ? letters[p[i] - 'A'] : p[i];
        p += length + (p[length] == '_');
    }
    out[at] = 0;
}

const NoteInfo note_info[NOTE_KIND_COUNT] = {
    [NOTE_IF] = {"if", NOTE_PLAIN},
    [NOTE_SOFT] = {"soft", NOTE_PLAIN},
    [NOTE_OR] = {"or", NOTE_PLAIN},
    [NOTE_NOT] = {"not", NOTE_PLAIN},
    [NOTE_GROUP] = {"group", NOTE_PLAIN},
    [NOTE_THEN] = {"then", NOTE_PLAIN},
    [NOTE_ELSE] = {"else", NOTE_PLAIN},
    [NOTE_NOELSE] = {"noelse", NOTE_PLAIN},
    [NOTE_END] = {"end", NOTE_PLAIN},
    [NOTE_ASSIGN] = {"assign", NOTE_REGISTER},
    [NOTE_ASSIGN_SWAPPED] = {"assign_swapped", NOTE_REGISTER},
    [NOTE_MATCH] = {"match", NOTE_REGISTER},
    [NOTE_MATCH_SWAPPED] = {"match_swapped", NOTE_REGISTER},
    [NOTE_MATCHED] = {"matched", NOTE_PLAIN},
    [NOTE_IS] = {"is", NOTE_REGISTER},
    [NOTE_IS_MATCH] = {"is_match", NOTE_REGISTER},
    [NOTE_EQUAL_TERMS] = {"equal_terms", NOTE_PLAIN},
    [NOTE_GOAL] = {"goal", NOTE_GOAL_NAME},
    [NOTE_CALL_VARIABLE] = {"call_variable", NOTE_PLAIN},
    [NOTE_QUALIFIED] = {"qualified", NOTE_MODULE},
    [NOTE_VARIABLE] = {"variable", NOTE_NUMBER},
    [NOTE_LINE] = {"line", NOTE_NUMBER},
};

const char *const note_goal_names[NOTE_GOAL_NAMES] = {"true", "false", "fail"};

const char *const type_test_names[TYPE_COUNT] = {
#define TYPE_TEST(name, predicate) predicate,
#include "code/types.def"
#undef TYPE_TEST
};

/* ---- operands ---- */

/* The clause that is being written. */
typedef struct ClauseListing {
    const Listing *l;
    Buf *out;
    const Clause *clause;
    uint32_t arguments; /* registers below this are written A1, A2, ... */
    uint32_t *labels;   /* per word of code: number of the label there, or 0 */
} ClauseListing;

static void put_atom(const ClauseListing *c, uint32_t atom)
{
    quote_atom(c->out, c->l->program->atoms, atom);
}

/* A name before '/' or ':', quoted unless it is made of letters. */
static void put_name(const Listing *l, uint32_t atom)
{
    char scratch[8];
    TextSpan text = atom_text(l->program->atoms, atom, scratch);
    bool letters = !text_needs_quotes(text.bytes, text.length) && text.length > 0 && text.bytes[0] >= 'a' && text.bytes[0] <= 'z';
    if (letters)
        buf_put_bytes(l->out, text.bytes, text.length);
    else
        quote_text(l->out, '\'', text.bytes, text.length, NULL, NULL);
}

static void put_functor(const Listing *l, Cell functor)
{
    put_name(l, functor_name(functor));
    buf_printf(l->out, "/%u", (unsigned)functor_arity(functor));
}

static void put_register(const ClauseListing *c, uint32_t reg)
{
    buf_printf(c->out, "%c%u", reg < c->arguments ? 'A' : 'X', (unsigned)reg + 1);
}

static void put_pred(const ClauseListing *c, const Pred *pred)
{
    if (pred->module != c->clause->pred->module) {
        put_name(c->l, pred->module->name);
        buf_put_byte(c->out, ':');
    }
    put_functor(c->l, pred->functor);
}

static void put_label(const ClauseListing *c, const Code *pc, Code distance)
{
    if (distance == 0)
        buf_put_string(c->out, "fail");
    else
        buf_printf(c->out, "L%u", (unsigned)c->labels[(int64_t)(pc - c->clause->code) + (int64_t)distance]);
}

static void put_info(const ClauseListing *c, const Code *info)
{
    size_t live = info_live(info), end = 0;
    buf_put_byte(c->out, '{');
    for (size_t i = 0; i < live; i++) {
        if (!info_slot_is_live(info, i))
            continue;
        buf_printf(c->out, end ? ",Y%u" : "Y%u", (unsigned)i + 1);
        end = i + 1;
    }
    buf_put_byte(c->out, '}');
    if (end != live)
        buf_printf(c->out, ":%u", (unsigned)live);
}

static void put_constant(const ClauseListing *c, Cell cell)
{
    buf_put_byte(c->out, '=');
    constant_put(c->out, c->l->program->atoms, cell);
}

/* The constant of a big clause: a record, materialised for a moment. */
static void put_big_clause(const ClauseListing *c, Cell cell)
{
    const Record *record = big_clause_record(cell);
    size_t bytes = (record->count + 1) * sizeof(Cell);
    Cell *cells = alloc_new(c->out->alloc, bytes);
    if (!cells) {
        c->out->failed = true;
        return;
    }
    Store area = {.H = cells, .heap_base = cells, .heap_end = cells + record->count, .heap_top = cells + record->count};
    put_constant(c, record_push(&area, record));
    alloc_free(c->out->alloc, cells, bytes);
}

/* Integers of matching and building are constants; elsewhere they are numbers. */
static bool is_constant_integer(Opcode op)
{
    return op == I_GET_INT || op == I_UNIFY_INT || op == I_PUT_INT || op == I_WRITE_INT;
}

/* The operand in a column: 0 a, 1 b, 2 c, 3 w1, 4 w2. */
static void put_operand(const ClauseListing *c, const Code *pc, unsigned column, uint8_t kind)
{
    Opcode op = code_op(*pc);
    uint16_t small = column == 0 ? code_a(*pc) : column == 1 ? code_b(*pc) : code_c(*pc);
    const Code *word = column < 3 ? pc : pc + column - 2;
    Buf *out = c->out;
    switch ((OperandKind)kind) {
    case K_X:
    case K_XS: put_register(c, small / 8u); break;
    case K_Y:
    case K_YS: buf_printf(out, "Y%u", small / 8u + 1); break;
    case K_ATOM: put_constant(c, cell_from_atom((uint32_t)code_imm(*pc))); break;
    case K_INT: buf_printf(out, is_constant_integer(op) ? "=%d" : "%d", (int)code_imm(*pc)); break;
    case K_N: buf_printf(out, "%u", (unsigned)small); break;
    case K_S16: buf_printf(out, "%d", (int)(int16_t)small); break;
    case K_CELL:
        if (op == I_BIG_CLAUSE)
            put_big_clause(c, *word);
        else if (cell_is_functor(*word))
            put_functor(c->l, *word);
        else
            put_constant(c, *word);
        break;
    case K_FUNCTOR: put_functor(c->l, *word); break;
    case K_PRED: put_pred(c, (const Pred *)(uintptr_t)*word); break;
    case K_LABEL: put_label(c, pc, *word); break;
    case K_INFO: put_info(c, word); break;
    case K_FN: put_functor(c->l, arith_functor(c->l->arith, (enum ArithFunction)small)); break;
    case K_FN1: put_functor(c->l, arith_functor(c->l->arith, (enum ArithFunction) * word)); break;
    case K_TYPE: buf_put_string(out, type_test_names[small]); break;
    case K_TAG: buf_put_string(out, small == TAG_LST ? "list" : "structure"); break;
    case K_0: break;
    }
}

/* ---- lines ---- */

static bool is_nil_variant(const Code *pc)
{
    return instr_info[code_op(*pc)].b == K_ATOM && (uint32_t)code_imm(*pc) == ATOM_nil;
}

static void put_instruction(const ClauseListing *c, const Code *pc)
{
    char name[MNEMONIC_BYTES];
    uint8_t kinds[5];
    bool nil = is_nil_variant(pc);
    mnemonic_from_opcode(code_op(*pc), nil, name);
    buf_printf(c->out, "    %s", name);
    instr_operands(&instr_info[code_op(*pc)], kinds);
    for (unsigned column = 0; column < 5; column++) {
        if (kinds[column] == K_0 || (nil && kinds[column] == K_ATOM))
            continue;
        buf_put_byte(c->out, ' ');
        put_operand(c, pc, column, kinds[column]);
    }
    if (c->l->offsets)
        buf_printf(c->out, "  %% %u", (unsigned)(pc - c->clause->code));
    buf_put_byte(c->out, '\n');
}

static void put_note(const ClauseListing *c, Code note)
{
    const NoteInfo *info = &note_info[note_kind(note)];
    uint32_t argument = note_argument(note);
    buf_printf(c->out, "    note %s", info->name);
    if (info->operand != NOTE_PLAIN)
        buf_put_byte(c->out, ' ');
    switch (info->operand) {
    case NOTE_PLAIN: break;
    case NOTE_REGISTER: put_register(c, argument); break;
    case NOTE_GOAL_NAME: buf_put_string(c->out, note_goal_names[argument < NOTE_GOAL_NAMES ? argument : 0]); break;
    case NOTE_MODULE: put_atom(c, argument); break;
    case NOTE_NUMBER: buf_printf(c->out, "%u", (unsigned)argument); break;
    }
    buf_put_byte(c->out, '\n');
}

/* Largest arity of the head and of what is called. */
static uint32_t clause_arguments(const Clause *clause)
{
    uint32_t most = pred_registers(clause->pred);
    const Code *end = clause->code + clause->code_words;
    for (const Code *pc = clause->code; pc < end; pc += instr_words(*pc)) {
        if (instr_info[code_op(*pc)].w1 != K_PRED)
            continue;
        uint32_t arity = pred_arity((const Pred *)(uintptr_t)pc[1]);
        most = arity > most ? arity : most;
    }
    return most;
}

/* Numbers the labels from 1 in order. */
static void number_labels(ClauseListing *c)
{
    const Clause *clause = c->clause;
    const Code *end = clause->code + clause->code_words;
    for (const Code *pc = clause->code; pc < end; pc += instr_words(*pc)) {
        const InstrInfo *info = &instr_info[code_op(*pc)];
        for (unsigned i = 1; i <= 2; i++)
            if ((i == 1 ? info->w1 : info->w2) == K_LABEL && pc[i] != 0)
                c->labels[(int64_t)(pc - clause->code) + (int64_t)pc[i]] = 1;
    }
    uint32_t number = 0;
    for (uint32_t i = 0; i <= clause->code_words; i++)
        if (c->labels[i])
            c->labels[i] = ++number;
}

static void put_code(const ClauseListing *c)
{
    const Clause *clause = c->clause;
    const Code *note = clause_notes(clause), *notes_end = note + clause->note_words;
    for (size_t offset = 0;; offset += instr_words(clause->code[offset])) {
        while (note < notes_end && note_offset(*note) <= offset)
            put_note(c, *note++);
        if (c->labels[offset])
            buf_printf(c->out, "  L%u:\n", (unsigned)c->labels[offset]);
        if (offset >= clause->code_words || c->out->failed)
            return;
        put_instruction(c, clause->code + offset);
    }
}

void listing_put_predicate(const Listing *l, const Pred *pred)
{
    buf_put_string(l->out, "predicate ");
    put_functor(l, pred->functor);
    buf_put_byte(l->out, '\n');
}

void listing_put_clause(const Listing *l, const Clause *clause, size_t number, const TextSpan *source)
{
    size_t bytes = ((size_t)clause->code_words + 1) * sizeof(uint32_t);
    ClauseListing c = {l, l->out, clause, clause_arguments(clause), alloc_zero(l->out->alloc, bytes)};
    if (!c.labels) {
        l->out->failed = true;
        return;
    }
    buf_printf(l->out, "clause %zu", number);
    if (source) {
        buf_put_string(l->out, "  % ");
        buf_put_bytes(l->out, source->bytes, source->length);
    }
    buf_put_byte(l->out, '\n');
    number_labels(&c);
    put_code(&c);
    alloc_free(l->out->alloc, c.labels, bytes);
}

void listing_put_end(const Listing *l)
{
    buf_put_string(l->out, "end\n");
}

size_t clause_instructions(const Clause *clause)
{
    size_t count = 0;
    for (size_t i = 0; i < clause->code_words; i += instr_words(clause->code[i]))
        count++;
    return count;
}
