/* assemble.c - assembly text back to clauses.
 * SPDX-License-Identifier: MIT
 *
 * Line by line: an instruction becomes an item of the intermediate form (ir.h), which is encoded at the end of the clause as that of
 * the compiler is. Operands are checked here as far as the form can hold them; what they may be is the verifier's business.
 */
#include "compile/assemble.h"

#include "base/vec.h"
#include "compile/asm_int.h"
#include "compile/compile.h"
#include "compile/decompile.h"
#include "compile/verify.h"
#include "term/walk.h"

#define SCRATCH_CELLS 256u

/* Constants may hold no operators, so that text means the same everywhere. */
static const OpTable no_operators;

/* ---- errors ---- */

static bool wrong(Assembler *a, const char *what)
{
    if (!a->error.what)
        a->error = (AsmError){what, a->line_number};
    return false;
}

static bool no_memory(Assembler *a)
{
    a->failed = true;
    return false;
}

static bool is_fine(const Assembler *a)
{
    return !a->failed && !a->error.what && a->io == IO_OK;
}

/* ---- lines ---- */

/* Reads a line without its end. False at the end of the text, and on failure. */
static bool read_line(Assembler *a)
{
    int32_t code;
    if (a->line_is_back) {
        a->line_is_back = false;
        return true;
    }
    if (a->at_end)
        return false;
    buf_clear(&a->line);
    a->line_number = (uint32_t)stream_line(a->stream);
    for (;;) {
        IoStatus io = stream_next_code(a->stream, &code);
        a->at_end = io == IO_EOF;
        a->io = a->at_end ? IO_OK : io;
        if (a->io != IO_OK)
            return false;
        if (a->at_end && a->line.length == 0)
            return false;
        if (a->at_end || code == '\n')
            break;
        if (code == 0)
            return wrong(a, "a NUL character");
        buf_put_code(&a->line, (uint32_t)code);
    }
    buf_terminate(&a->line);
    return !a->line.failed || no_memory(a);
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r';
}

static const char *skip_blanks(const char *p)
{
    while (is_blank(*p))
        p++;
    return p;
}

static bool ends_here(const char *p)
{
    p = skip_blanks(p);
    return *p == 0 || *p == '%';
}

/* The first text of the next line that holds any; NULL at the end. */
static const char *next_line(Assembler *a)
{
    while (is_fine(a) && read_line(a)) {
        const char *p = skip_blanks(a->line.data);
        if (!ends_here(p))
            return p;
    }
    return NULL;
}

/* Takes a word of small letters, digits and underscores. */
static TextSpan take_word(const char **p)
{
    const char *start = *p;
    while ((**p >= 'a' && **p <= 'z') || **p == '_' || (**p >= '0' && **p <= '9'))
        ++*p;
    return (TextSpan){start, (size_t)(*p - start)};
}

static bool is_word(TextSpan word, const char *text)
{
    return strlen(text) == word.length && memcmp(word.bytes, text, word.length) == 0;
}

/* ---- numbers and names ---- */

static bool take_number(Assembler *a, const char **p, uint32_t most, uint32_t *out)
{
    uint64_t value = 0;
    if (**p < '0' || **p > '9')
        return wrong(a, "a number is wanted");
    for (; **p >= '0' && **p <= '9'; ++*p) {
        value = value * 10 + (uint64_t)(**p - '0');
        if (value > most)
            return wrong(a, "the number is too large");
    }
    *out = (uint32_t)value;
    return true;
}

static bool take_integer(Assembler *a, const char **p, int64_t least, int64_t most, int32_t *out)
{
    bool negative = **p == '-';
    uint32_t value;
    *p += negative;
    if (!take_number(a, p, (uint32_t)(negative ? -least : most), &value))
        return false;
    *out = (int32_t)(negative ? -(int64_t)value : (int64_t)value);
    return true;
}

/* Looks at the end of a quoted name that begins here: behind its closing quote, or NULL. */
static const char *quoted_end(const char *p)
{
    for (p++; *p; p++) {
        if (*p == '\\' && p[1])
            p++;
        else if (*p == '\'' && p[1] == '\'')
            p++;
        else if (*p == '\'')
            return p + 1;
    }
    return NULL;
}

static bool read_text(Assembler *a, const char *text, size_t length, const OpTable *ops)
{
    ReadOptions options = {.ops = ops, .double_quotes = QUOTES_CHARS, .back_quotes = QUOTES_STRING};
    switch (reader_read_text(&a->reader, text, length, &options)) {
    case READ_OK: return true;
    case READ_NO_MEMORY: return no_memory(a);
    case READ_SYNTAX_ERROR: return wrong(a, a->reader.error.what);
    default: return wrong(a, "a term is wanted");
    }
}

/* A name: letters, or quoted. */
static bool take_name(Assembler *a, const char **p, uint32_t *atom)
{
    const char *start = *p, *end;
    if (*start == '\'') {
        end = quoted_end(start);
        if (!end)
            return wrong(a, "the quoted name is not closed");
    } else {
        for (end = start; *end && !is_blank(*end) && *end != '/' && *end != ':' && *end != '%'; end++)
            ;
    }
    if (end == start)
        return wrong(a, "a name is wanted");
    *p = end;
    if (!read_text(a, start, (size_t)(end - start), &no_operators))
        return false;
    if (!cell_is_atom(a->reader.root))
        return wrong(a, "a name is wanted");
    *atom = cell_atom(a->reader.root);
    return true;
}

static bool take_arity(Assembler *a, const char **p, uint32_t *arity)
{
    if (**p != '/')
        return wrong(a, "name/arity is wanted");
    ++*p;
    return take_number(a, p, MAX_ARITY, arity);
}

static bool take_functor(Assembler *a, const char **p, Cell *functor)
{
    uint32_t name, arity;
    if (!take_name(a, p, &name) || !take_arity(a, p, &arity))
        return false;
    *functor = cell_from_functor(name, arity);
    return true;
}

/* name/arity or module:name/arity. Predicates of the system must be there. */
static bool take_pred(Assembler *a, const char **p, Pred **out)
{
    uint32_t name, arity;
    Module *module = a->module;
    if (!take_name(a, p, &name))
        return false;
    if (**p == ':') {
        ++*p;
        module = module_intern(a->program, name);
        if (!module)
            return no_memory(a);
        if (!take_name(a, p, &name))
            return false;
    }
    if (!take_arity(a, p, &arity))
        return false;
    Cell functor = cell_from_functor(name, arity);
    bool foreign = module->is_system && module != a->module;
    *out = foreign ? pred_find(module, functor) : pred_intern(a->program, module, functor);
    if (!*out)
        return foreign ? wrong(a, "the system has no such predicate") : no_memory(a);
    return true;
}

/* ---- constants ---- */

/* Empties the scratch heap and makes sure of room on it. */
static bool scratch_reserve(Assembler *a, size_t cells)
{
    Store *s = &a->scratch;
    cells = max_size(cells, SCRATCH_CELLS);
    if (cells > a->scratch_cells) {
        alloc_free(a->alloc, s->heap_base, a->scratch_cells * sizeof(Cell));
        a->scratch_cells = 0;
        s->heap_base = alloc_new(a->alloc, cells * sizeof(Cell));
        if (s->heap_base)
            a->scratch_cells = cells;
    }
    if (!s->heap_base)
        return no_memory(a);
    s->H = s->HB = s->heap_base;
    s->heap_soft = s->heap_end = s->heap_top = s->heap_base + a->scratch_cells;
    return true;
}

/* The term that the rest of the line is, on the scratch heap. */
static bool take_term(Assembler *a, const char **p, Cell *term)
{
    const char *text = *p;
    *p += strlen(text);
    if (!read_text(a, text, strlen(text), &no_operators) || !scratch_reserve(a, a->reader.builder.count))
        return false;
    *term = cell_deref(reader_push_term(&a->reader, &a->scratch));
    return true;
}

/* = and a term. */
static bool take_constant(Assembler *a, const char **p, Cell *term)
{
    if (**p != '=')
        return wrong(a, "a constant begins with =");
    ++*p;
    return take_term(a, p, term);
}

static Record *scratch_record(Assembler *a, Cell term)
{
    Record *record = record_from_term(&a->scratch, term, false);
    if (!record)
        no_memory(a);
    return record;
}

static bool take_big_clause(Assembler *a, const char **p)
{
    Cell term;
    if (!take_constant(a, p, &term))
        return false;
    if (!cell_is_str(term) || str_functor(term) != cell_from_functor(ATOM_neck, 2))
        return wrong(a, "a big clause is Head :- Body");
    Cell head = cell_deref(str_cells(term)[1]);
    if (!cell_is_callable(head) || callable_functor(head) != a->pred->functor)
        return wrong(a, "the head is one of another predicate");
    if (a->ir.count > 0 || a->big)
        return wrong(a, "a big clause has no other instruction");
    a->big = scratch_record(a, term);
    return a->big != NULL;
}

static bool take_ground(Assembler *a, const char **p, Cell *operand)
{
    bool ok = true;
    Cell term;
    if (!take_constant(a, p, &term))
        return false;
    if (cell_is_atom(term) || cell_is_int(term)) {
        *operand = term;
        return true;
    }
    bool ground = term_is_ground(&a->scratch, term, &ok);
    if (!ok)
        return no_memory(a);
    if (!ground)
        return wrong(a, "a variable in a constant");
    Record *record = scratch_record(a, term);
    *operand = record ? ir_add_constant(&a->ir, record) : 0;
    return record != NULL;
}

/* ---- other operands ---- */

static bool take_register(Assembler *a, const char **p, uint32_t *out)
{
    if (**p != 'A' && **p != 'X')
        return wrong(a, "a register is wanted");
    ++*p;
    if (!take_number(a, p, REGISTER_MAX + 1, out))
        return false;
    return (*out)-- > 0 || wrong(a, "registers are counted from 1");
}

static bool take_slot(Assembler *a, const char **p, uint32_t *out)
{
    if (**p != 'Y')
        return wrong(a, "a slot is wanted");
    ++*p;
    if (!take_number(a, p, REGISTER_MAX + 1, out))
        return false;
    return (*out)-- > 0 || wrong(a, "slots are counted from 1");
}

/* The number in the code of a label in the text. */
static bool take_label(Assembler *a, const char **p, uint32_t *out)
{
    uint32_t number;
    if (**p != 'L')
        return wrong(a, "a label is wanted");
    ++*p;
    if (!take_number(a, p, UINT32_MAX - 1, &number))
        return false;
    const Cell *known = cell_map_get(&a->label_numbers, (Cell)number + 1);
    if (known) {
        *out = (uint32_t)*known;
        return true;
    }
    *out = ir_new_label(&a->ir);
    if (!VEC_RESERVE(a->alloc, a->labels, a->label_capacity, (size_t)*out + 1) || !cell_map_put(&a->label_numbers, (Cell)number + 1, *out))
        return no_memory(a);
    a->labels[*out] = (AsmLabel){a->line_number, false};
    return true;
}

/* {Y1,Y3}:4 as a slot map. The text is read twice: for the live count, then for the slots. */
static bool take_info(Assembler *a, const char **p, uint64_t *out)
{
    const char *start = *p;
    uint32_t slot, most = 0, live;
    if (**p != '{')
        return wrong(a, "slots in curly brackets are wanted");
    ++*p;
    while (**p != '}') {
        if (!take_slot(a, p, &slot))
            return false;
        most = slot + 1 > most ? slot + 1 : most;
        if (**p == ',')
            ++*p;
        else if (**p != '}')
            return wrong(a, "} is wanted");
    }
    ++*p;
    live = most;
    if (**p == ':') {
        ++*p;
        if (!take_number(a, p, REGISTER_MAX + 1, &live))
            return false;
        if (live < most)
            return wrong(a, "slots beyond those in use");
    }
    size_t map = ir_new_map(&a->ir, live);
    for (start++; *start != '}'; start += *start == ',') {
        if (!take_slot(a, &start, &slot))
            return false;
        ir_map_set(&a->ir, map, slot);
    }
    *out = map;
    return true;
}

static bool take_function(Assembler *a, const char **p, uint64_t *out)
{
    Cell functor;
    if (!take_functor(a, p, &functor))
        return false;
    int function = arith_find(a->arith, functor_name(functor), functor_arity(functor));
    if (function < 0)
        return wrong(a, "no such function");
    *out = (uint64_t)function;
    return true;
}

static bool take_type(Assembler *a, const char **p, uint32_t *out)
{
    TextSpan word = take_word(p);
    for (uint32_t i = 0; i < TYPE_COUNT; i++) {
        if (is_word(word, type_test_names[i])) {
            *out = i;
            return true;
        }
    }
    return wrong(a, "no such type test");
}

static bool take_tag(Assembler *a, const char **p, uint32_t *out)
{
    TextSpan word = take_word(p);
    *out = is_word(word, "list") ? TAG_LST : TAG_STR;
    return *out == TAG_LST || is_word(word, "structure") || wrong(a, "list or structure is wanted");
}

static bool take_atom(Assembler *a, const char **p, uint32_t *out)
{
    Cell term;
    if (!take_constant(a, p, &term))
        return false;
    *out = cell_is_atom(term) ? cell_atom(term) : 0;
    return cell_is_atom(term) || wrong(a, "an atom is wanted");
}

static bool take_int32(Assembler *a, const char **p, uint32_t *out)
{
    int32_t value = 0;
    *p += **p == '=';
    if (!take_integer(a, p, INT32_MIN, INT32_MAX, &value))
        return false;
    *out = (uint32_t)value;
    return true;
}

/* ---- instructions ---- */

/* The word of a 16- or 32-bit operand. */
static bool take_small(Assembler *a, const char **p, uint8_t kind, uint32_t *out)
{
    int32_t value = 0;
    uint64_t function = 0;
    bool ok = true;
    switch ((OperandKind)kind) {
    case K_X:
    case K_XS: return take_register(a, p, out);
    case K_Y:
    case K_YS: return take_slot(a, p, out);
    case K_ATOM: return take_atom(a, p, out);
    case K_INT: return take_int32(a, p, out);
    case K_N: return take_number(a, p, UINT16_MAX, out);
    case K_S16:
        ok = take_integer(a, p, INT16_MIN, INT16_MAX, &value);
        *out = (uint32_t)value;
        return ok;
    case K_FN:
        ok = take_function(a, p, &function);
        *out = (uint32_t)function;
        return ok;
    case K_TYPE: return take_type(a, p, out);
    case K_TAG: return take_tag(a, p, out);
    default: return true;
    }
}

static bool take_shape(Assembler *a, const char **p, uint64_t *out)
{
    Cell cell = 0;
    if (**p != '=')
        return take_functor(a, p, out);
    if (!take_constant(a, p, &cell))
        return false;
    *out = cell;
    return cell_is_atom(cell) || cell_is_int(cell) || wrong(a, "an atom, a small integer or a functor is wanted");
}

static bool take_long(Assembler *a, const char **p, Opcode op, uint8_t kind, uint64_t *out)
{
    uint32_t label = 0;
    Pred *pred = NULL;
    bool ok;
    switch ((OperandKind)kind) {
    case K_CELL: return op == I_TEST_SHAPE ? take_shape(a, p, out) : take_ground(a, p, out);
    case K_FUNCTOR: return take_functor(a, p, out);
    case K_PRED:
        ok = take_pred(a, p, &pred);
        *out = (uint64_t)(uintptr_t)pred;
        return ok;
    case K_LABEL:
        if (strncmp(*p, "fail", 4) == 0) {
            *p += 4;
            *out = 0;
            return true;
        }
        *out = 0;
        if (!take_label(a, p, &label))
            return false;
        *out = label;
        return !a->labels[label].placed || wrong(a, "jump backwards");
    case K_INFO: return take_info(a, p, out);
    case K_FN1: return take_function(a, p, out);
    default: return true;
    }
}

static bool note_line_of_item(Assembler *a)
{
    if (!VEC_RESERVE(a->alloc, a->lines, a->line_capacity, a->ir.count + 1))
        return no_memory(a);
    a->lines[a->ir.count] = a->line_number;
    return true;
}

static bool take_instruction(Assembler *a, const char *p, Opcode op, bool nil)
{
    const InstrInfo *info = &instr_info[op];
    uint32_t small[3] = {0, nil ? ATOM_nil : 0, 0};
    uint64_t words[2] = {0, 0};
    uint8_t kinds[5];
    instr_operands(info, kinds);
    if (info->flags & F_STUB)
        return wrong(a, "this instruction stands in no clause");
    if (op == I_BIG_CLAUSE) {
        p = skip_blanks(p);
        return take_big_clause(a, &p);
    }
    for (unsigned column = 0; column < 5; column++) {
        if (kinds[column] == K_0 || (nil && kinds[column] == K_ATOM))
            continue;
        p = skip_blanks(p);
        if (column < 3 ? !take_small(a, &p, kinds[column], &small[column]) : !take_long(a, &p, op, kinds[column], &words[column - 3]))
            return false;
        if (*p && !is_blank(*p) && *p != '%')
            return wrong(a, "a blank is wanted between operands");
    }
    if (!ends_here(p))
        return wrong(a, "too many operands");
    if (!note_line_of_item(a))
        return false;
    ir_emit(&a->ir, op, small[0], small[1], small[2], words[0], words[1]);
    return true;
}

static bool find_mnemonic(TextSpan word, Opcode *op, bool *nil)
{
    char name[MNEMONIC_BYTES];
    for (unsigned i = 0; i < INSTR_COUNT; i++) {
        for (unsigned variant = 0; variant < 2; variant++) {
            mnemonic_from_opcode((Opcode)i, variant, name);
            if (is_word(word, name)) {
                *op = (Opcode)i;
                *nil = variant;
                return true;
            }
        }
    }
    return false;
}

static bool take_note_argument(Assembler *a, const char **p, NoteOperand operand, uint32_t *out)
{
    *p = skip_blanks(*p);
    switch (operand) {
    case NOTE_PLAIN: break;
    case NOTE_REGISTER: return take_register(a, p, out);
    case NOTE_NUMBER: return take_number(a, p, NOTE_ARGUMENT_MAX, out);
    case NOTE_MODULE:
        if (!take_name(a, p, out))
            return false;
        if (!module_intern(a->program, *out))
            return no_memory(a);
        return *out <= NOTE_ARGUMENT_MAX || wrong(a, "the name cannot be noted");
    case NOTE_GOAL_NAME: {
        TextSpan word = take_word(p);
        while (*out < NOTE_GOAL_NAMES && !is_word(word, note_goal_names[*out]))
            ++*out;
        return *out < NOTE_GOAL_NAMES || wrong(a, "no such goal");
    }
    }
    return true;
}

static bool take_note(Assembler *a, const char *p)
{
    p = skip_blanks(p);
    TextSpan word = take_word(&p);
    unsigned kind = 0;
    uint32_t argument = 0;
    while (kind < NOTE_KIND_COUNT && !is_word(word, note_info[kind].name))
        kind++;
    if (kind == NOTE_KIND_COUNT)
        return wrong(a, "no such note");
    if (!take_note_argument(a, &p, note_info[kind].operand, &argument))
        return false;
    if (!ends_here(p))
        return wrong(a, "too many operands");
    if (!note_line_of_item(a))
        return false;
    ir_note(&a->ir, (NoteKind)kind, argument);
    return true;
}

static bool place_label(Assembler *a, const char *p)
{
    uint32_t label;
    if (!take_label(a, &p, &label))
        return false;
    if (*p != ':' || !ends_here(p + 1))
        return wrong(a, ": is wanted after a label");
    if (a->labels[label].placed)
        return wrong(a, "the label stands twice");
    a->labels[label].placed = true;
    if (!note_line_of_item(a))
        return false;
    ir_place_label(&a->ir, label);
    return true;
}

/* A line of code. */
static bool take_code(Assembler *a, const char *p)
{
    Opcode op;
    bool nil;
    if (*p == 'L')
        return place_label(a, p);
    TextSpan word = take_word(&p);
    if (word.length == 0 || (*p && !is_blank(*p) && *p != '%'))
        return wrong(a, "an instruction is wanted");
    if (is_word(word, "note"))
        return take_note(a, p);
    if (a->big)
        return wrong(a, "a big clause has no other instruction");
    if (!find_mnemonic(word, &op, &nil))
        return wrong(a, "no such instruction");
    return take_instruction(a, p, op, nil);
}

/* ---- clauses ---- */

static void begin_clause(Assembler *a)
{
    ir_free(&a->ir);
    ir_init(&a->ir, a->alloc);
    cell_map_free(&a->label_numbers);
    cell_map_init(&a->label_numbers, a->alloc);
    if (a->big)
        record_free(a->alloc, a->big);
    a->big = NULL;
}

static bool labels_are_placed(Assembler *a)
{
    for (uint32_t i = 1; i <= a->ir.labels; i++) {
        if (!a->labels[i].placed) {
            a->error = (AsmError){"the label stands nowhere", a->labels[i].line};
            return false;
        }
    }
    return true;
}

/* The line of the instruction at a word of the code. */
static uint32_t line_of_offset(const Assembler *a, uint32_t offset)
{
    uint32_t at = 0;
    for (size_t i = 0; i < a->ir.count; i++) {
        const IrInstr *instr = &a->ir.items[i];
        if (instr->op >= INSTR_COUNT || ir_is_dropped(instr))
            continue;
        if (at >= offset)
            return a->lines[i];
        at += instr_info[instr->op].words;
    }
    return a->line_number;
}

/* A head and nothing else. */
static bool is_fact(const Clause *clause)
{
    if (clause->note_words > 0)
        return false;
    for (size_t i = 0; i < clause->code_words; i += instr_words(clause->code[i])) {
        Opcode op = code_op(clause->code[i]);
        if (op == I_PROCEED)
            return i + 1 == clause->code_words;
        if (op == I_CUT || (op != I_NEED && op != I_NECK && !(instr_info[op].flags & F_HEAD)))
            return false;
    }
    return false;
}

/* Can the decompiler tell what the clause is, and is that a finite term? */
static bool can_be_decompiled(Assembler *a, const Clause *clause)
{
    Cell head, body;
    bool ok = true;
    Status s;
    while ((s = decompile_clause(a->program, a->arith, &a->scratch, clause, &head, &body)) == ST_RETRY)
        if (!scratch_reserve(a, a->scratch.cells_needed))
            return false;
    if (s == ST_ERROR)
        return no_memory(a);
    bool finite = s == ST_TRUE && term_is_acyclic(&a->scratch, head, &ok) && ok && term_is_acyclic(&a->scratch, body, &ok);
    if (!ok)
        return no_memory(a);
    return finite || wrong(a, "the code is that of no clause, or its notes do not say of which");
}

static bool check_clause(Assembler *a, const Clause *clause)
{
    VerifyError error;
    switch (clause_verify(clause, a->arith, a->alloc, &error)) {
    case VERIFY_NO_MEMORY: return no_memory(a);
    case VERIFY_BAD: a->error = (AsmError){error.what, line_of_offset(a, error.offset)}; return false;
    case VERIFY_OK: break;
    }
    return scratch_reserve(a, 0) && can_be_decompiled(a, clause);
}

static AsmItem result_of_error(const Assembler *a, AsmItem item)
{
    return a->failed ? ASM_NO_MEMORY : a->io != IO_OK ? ASM_IO_ERROR : item;
}

static AsmItem finish_clause(Assembler *a)
{
    Clause *clause = NULL;
    if (!labels_are_placed(a))
        return ASM_SYNTAX_ERROR;
    if (a->ir.count == 0 && !a->big) {
        wrong(a, "a clause without instructions");
        return ASM_CODE_ERROR;
    }
    clause = a->big ? big_clause_from_record(a->program, a->pred, a->big) : ir_encode(&a->ir, a->program, a->pred);
    if (!clause)
        return ASM_NO_MEMORY;
    if (!check_clause(a, clause)) {
        clause_free(a->program, clause);
        return result_of_error(a, ASM_CODE_ERROR);
    }
    if (!a->big && is_fact(clause))
        clause->flags |= CLAUSE_FACT;
    a->clause = clause;
    return ASM_CLAUSE;
}

/* `clause` N was taken; goes on to the next `clause` or `end`, which stays. */
static AsmItem read_clause(Assembler *a, const char *p)
{
    uint32_t number;
    p = skip_blanks(p);
    begin_clause(a);
    if (!take_number(a, &p, UINT32_MAX, &number) || !ends_here(p))
        return wrong(a, "clause and its number is wanted"), result_of_error(a, ASM_SYNTAX_ERROR);
    if (number != ++a->clause_number)
        return wrong(a, "clauses are numbered from 1"), ASM_SYNTAX_ERROR;
    while ((p = next_line(a)) != NULL) {
        const char *after = p;
        TextSpan word = take_word(&after);
        if (is_word(word, "clause") || is_word(word, "end")) {
            a->line_is_back = true;
            return finish_clause(a);
        }
        if (!take_code(a, p) || a->ir.failed)
            return a->ir.failed ? ASM_NO_MEMORY : result_of_error(a, ASM_SYNTAX_ERROR);
    }
    wrong(a, "end is wanted");
    return result_of_error(a, ASM_SYNTAX_ERROR);
}

static AsmItem read_in_predicate(Assembler *a)
{
    const char *p = next_line(a);
    if (!p) {
        wrong(a, "end is wanted");
        return result_of_error(a, ASM_SYNTAX_ERROR);
    }
    TextSpan word = take_word(&p);
    if (is_word(word, "end") && ends_here(p)) {
        a->pred = NULL;
        return ASM_END;
    }
    if (is_word(word, "clause"))
        return read_clause(a, p);
    wrong(a, "clause or end is wanted");
    return ASM_SYNTAX_ERROR;
}

/* ---- directives and predicates ---- */

/* `op 700 xfx or.` and `dynamic p/1.` as terms: the word, applied to the rest. `directive` stands for the rest itself. */
static bool directive_text(Assembler *a, TextSpan word, const char *rest, Buf *out)
{
    size_t length = strlen(rest);
    while (length > 0 && is_blank(rest[length - 1]))
        length--;
    if (length == 0 || rest[length - 1] != '.')
        return wrong(a, "a full stop is wanted");
    length--;
    if (is_word(word, "directive")) {
        buf_put_bytes(out, rest, length);
        return true;
    }
    buf_put_bytes(out, word.bytes, word.length);
    buf_put_string(out, "((");
    bool is_op = is_word(word, "op");
    for (size_t i = 0, blanks = 0; i < length; i++) {
        bool comma = is_op && is_blank(rest[i]) && i > 0 && !is_blank(rest[i - 1]) && blanks++ < 2;
        buf_put_string(out, comma ? "),(" : "");
        buf_put_byte(out, rest[i]);
    }
    buf_put_string(out, "))");
    return true;
}

static AsmItem read_directive(Assembler *a, TextSpan word, const char *rest)
{
    Buf text;
    buf_init(&text, a->alloc);
    bool ok =
        directive_text(a, word, skip_blanks(rest), &text) && (!text.failed || no_memory(a)) && read_text(a, text.data, text.length, a->ops);
    buf_free(&text);
    if (!ok)
        return result_of_error(a, ASM_SYNTAX_ERROR);
    a->directive = record_builder_take(&a->reader.builder, a->reader.root);
    return a->directive ? ASM_DIRECTIVE : ASM_NO_MEMORY;
}

static AsmItem read_predicate(Assembler *a, const char *p)
{
    p = skip_blanks(p);
    if (!take_pred(a, &p, &a->pred) || !ends_here(p)) {
        wrong(a, "predicate and its name/arity is wanted");
        a->pred = NULL;
        return result_of_error(a, ASM_SYNTAX_ERROR);
    }
    a->clause_number = 0;
    return ASM_PREDICATE;
}

void assembler_skip(Assembler *a)
{
    AsmError error = a->error;
    a->error.what = NULL;
    for (const char *p; a->io == IO_OK && (p = next_line(a)) != NULL;) {
        TextSpan word = take_word(&p);
        if (is_word(word, "end") && ends_here(p))
            break;
        a->error.what = NULL;
    }
    a->error = error;
    a->pred = NULL;
}

AsmItem assembler_header(Assembler *a)
{
    const char *p = next_line(a);
    size_t length = strlen(ASM_FORMAT);
    if (p && strncmp(p, ASM_FORMAT, length) == 0 && ends_here(p + length))
        return ASM_END;
    wrong(a, "the first line does not name the format of assembly text");
    return result_of_error(a, ASM_SYNTAX_ERROR);
}

AsmItem assembler_next(Assembler *a)
{
    a->error.what = NULL;
    if (a->directive)
        record_free(a->alloc, a->directive);
    a->directive = NULL;
    if (a->pred) {
        AsmItem item = read_in_predicate(a);
        if (item == ASM_SYNTAX_ERROR || item == ASM_CODE_ERROR)
            assembler_skip(a);
        return item;
    }
    const char *p = next_line(a);
    if (!p)
        return result_of_error(a, a->error.what ? ASM_SYNTAX_ERROR : ASM_END_OF_FILE);
    TextSpan word = take_word(&p);
    if (is_word(word, "predicate")) {
        AsmItem item = read_predicate(a, p);
        if (item == ASM_SYNTAX_ERROR)
            assembler_skip(a);
        return item;
    }
    if (word.length > 0)
        return read_directive(a, word, p);
    wrong(a, "a directive or a predicate is wanted");
    return ASM_SYNTAX_ERROR;
}

/* ---- opening and closing ---- */

void assembler_open(Assembler *a, Program *program, const ArithContext *arith, Module *module, const OpTable *ops, Stream *stream)
{
    *a = (Assembler){.program = program, .arith = arith, .alloc = program->alloc, .module = module, .ops = ops, .stream = stream};
    a->scratch.atoms = program->atoms;
    a->scratch.alloc = a->alloc;
    a->io = IO_OK;
    buf_init(&a->line, a->alloc);
    reader_init(&a->reader, a->alloc, program->atoms);
    ir_init(&a->ir, a->alloc);
    cell_map_init(&a->label_numbers, a->alloc);
}

void assembler_close(Assembler *a)
{
    begin_clause(a);
    ir_free(&a->ir);
    if (a->directive)
        record_free(a->alloc, a->directive);
    cell_map_free(&a->label_numbers);
    buf_free(&a->line);
    reader_free(&a->reader);
    store_trim_scratch(&a->scratch, 0);
    alloc_free(a->alloc, a->scratch.heap_base, a->scratch_cells * sizeof(Cell));
    VEC_FREE(a->alloc, a->labels, a->label_capacity);
    VEC_FREE(a->alloc, a->lines, a->line_capacity);
}
