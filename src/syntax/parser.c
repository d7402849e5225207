/* parser.c - from tokens to a term (6.3).
 * SPDX-License-Identifier: MIT
 *
 * Operator precedence parsing on two explicit stacks. `values` holds finished terms that no larger term has taken yet; `frames` holds
 * what is open: brackets and operators that wait for their right argument.
 *
 *     f(a, b + c * d        frames:  top  f(  +  *        values:  a  b  c  d
 *
 * Two states alternate. Where an operand is wanted, a token pushes a value or opens a frame. After an operand, a token is an infix or
 * postfix operator, or closes a bracket; first it builds the operators that bind tighter. An operator that could be taken both by an
 * open one and by what encloses that (fy 1 yf) goes to the open one.
 *
 * An operator as an atom has priority 1201 (6.3.1.3): it stands alone between brackets, as an argument or as an element. Lenient
 * reading makes that priority 0. Whether a prefix operator is one or stands for itself is told by the token that follows, or the
 * next two.
 *
 * Invariants: the value under construction, with priority `left`, fits frames[top].right_max; the priority of an operator frame fits
 * the right_max of the frame below.
 */
#include "syntax/parser.h"

#include "base/hash.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "syntax/number_scan.h"

typedef enum FrameKind {
    FRAME_TOP,
    FRAME_PAREN,
    FRAME_ARGUMENTS,
    FRAME_LIST,
    FRAME_TAIL, /* a list, after the bar */
    FRAME_CURLY,
    FRAME_PREFIX, /* from here on operators */
    FRAME_INFIX
} FrameKind;

struct ReadFrame {
    size_t base;  /* brackets: values below belong to what encloses them */
    size_t outer; /* brackets: place of the enclosing bracket */
    uint32_t atom;
    uint16_t priority, right_max;
    uint8_t kind;
    TextPosition at;
    uint64_t from, to; /* the name before arguments, the operator, or the opening bracket */
};

/* What parsing a step came to: go on, or leave with this result. */
typedef enum Step { STEP_OPERAND, STEP_AFTER, STEP_DONE, STEP_FAILED } Step;

typedef struct Parse {
    Reader *r;
    const ReadOptions *options;
    unsigned left;  /* priority of the topmost value */
    size_t bracket; /* place of the innermost open bracket among the frames */
    bool end_is_optional;
    ReadStatus status; /* after STEP_FAILED */
} Parse;

/* ---- results and errors ---- */

static Step out_of_memory(Parse *p)
{
    p->status = READ_NO_MEMORY;
    return STEP_FAILED;
}

static Step fail_at(Parse *p, const char *what, TextPosition at)
{
    p->r->error = (SyntaxError){.what = what, .at = at};
    p->status = READ_SYNTAX_ERROR;
    return STEP_FAILED;
}

/* The term goes beyond a limit of the options. */
static Step fail_limit(Parse *p, const char *which)
{
    p->r->error = (SyntaxError){.what = which, .at = lexer_position(&p->r->lexer)};
    p->status = READ_LIMIT;
    return STEP_FAILED;
}

static Step fail(Parse *p, const char *what, const Token *t)
{
    Step step = fail_at(p, what, t->at);
    if (t->kind == TOKEN_NAME || t->kind == TOKEN_VARIABLE) {
        char scratch[8];
        TextSpan name = atom_text(p->r->atoms, t->atom, scratch);
        char *detail = p->r->error.detail;
        size_t room = sizeof p->r->error.detail - 1;
        size_t n = name.length <= room ? name.length : utf8_valid_prefix(name.bytes, room);
        memcpy(detail, name.bytes, n);
        detail[n] = '\0';
    }
    return step;
}

/* ---- tokens ---- */

/* The token that `ahead` others precede. */
static const Token *peek(Parse *p, unsigned ahead)
{
    Reader *r = p->r;
    while (r->ahead_count <= ahead)
        lexer_next(&r->lexer, &r->ahead[r->ahead_count++]);
    return &r->ahead[ahead];
}

static Token take(Parse *p)
{
    Reader *r = p->r;
    Token t = *peek(p, 0);
    r->ahead_count--;
    memmove(r->ahead, r->ahead + 1, r->ahead_count * sizeof *r->ahead);
    return t;
}

/* Undoes the last take. */
static void put_back(Parse *p, const Token *t)
{
    Reader *r = p->r;
    memmove(r->ahead + 1, r->ahead, r->ahead_count * sizeof *r->ahead);
    r->ahead[0] = *t;
    r->ahead_count++;
}

/* What to do about a token that is none. */
static Step fail_lexically(Parse *p, const Token *t)
{
    if (t->kind == TOKEN_NO_MEMORY)
        return out_of_memory(p);
    p->status = t->kind == TOKEN_IO_ERROR ? READ_IO_ERROR : READ_SYNTAX_ERROR;
    if (t->kind == TOKEN_BAD)
        p->r->error = p->r->lexer.error;
    return STEP_FAILED;
}

static bool token_is_name(const Token *t)
{
    return t->kind == TOKEN_NAME;
}

/* True when an opening parenthesis follows at once: functional notation. */
static bool token_opens_arguments(const Token *t)
{
    return t->kind == TOKEN_OPEN && !t->layout_before;
}

/* Tokens that can only begin an operand; names are another matter. */
static bool token_starts_operand(const Token *t)
{
    switch (t->kind) {
    case TOKEN_VARIABLE:
    case TOKEN_NUMBER:
    case TOKEN_TEXT:
    case TOKEN_OPEN:
    case TOKEN_OPEN_LIST:
    case TOKEN_OPEN_CURLY: return true;
    default: return false;
    }
}

/* ---- layouts ---- */

static Cell place(uint64_t chars)
{
    return cell_from_int((int64_t)chars);
}

static Cell build_layout(Parse *p, uint32_t name, uint32_t arity, const Cell *arguments)
{
    return build_struct(&p->r->builder, name, arity, arguments);
}

/* The layouts of the values from `base` up to the one before `end`, as a list. */
static Cell build_layouts(Parse *p, size_t base, size_t end)
{
    Cell list = cell_from_atom(ATOM_nil);
    while (end > base)
        list = build_pair(&p->r->builder, p->r->places[--end].layout, list);
    return list;
}

/* Notes where the compound term in place of `count` values is, which begins at base; its name or operator stands from..to. */
static void note_compound(Parse *p, size_t base, size_t count, uint64_t start, uint64_t end, uint64_t from, uint64_t to)
{
    if (!p->options->positions)
        return;
    Cell parts[5] = {place(start), place(end), place(from), place(to), build_layouts(p, base, base + count)};
    p->r->places[base] = (ReadPlace){start, end, build_layout(p, ATOM_term_position, 5, parts)};
}

/* Notes a list, whose elements are the values from base up to the one before `end`, the last one its tail if there is a bar. */
static Cell build_list_layout(Parse *p, size_t base, size_t end, bool has_tail, uint64_t from, uint64_t to)
{
    Cell tail = has_tail ? p->r->places[end - 1].layout : cell_from_atom(ATOM_none);
    Cell parts[4] = {place(from), place(to), build_layouts(p, base, end - has_tail), tail};
    return build_layout(p, ATOM_list_position, 4, parts);
}

/* Gives the value at `at` a layout of one of the forms Name(From, To) and Name(From, To, Inner), the latter with its own as Inner. */
static void note_layout(Parse *p, size_t at, uint32_t name, uint32_t arity, uint64_t from, uint64_t to)
{
    if (!p->options->positions)
        return;
    ReadPlace *noted = &p->r->places[at];
    Cell parts[3] = {place(from), place(to), noted->layout};
    *noted = (ReadPlace){from, to, build_layout(p, name, arity, parts)};
}

/* ---- the stacks ---- */

/* Pushes an operand that stands between two places of the text; its layout is noted by the caller unless it is From-To. */
static Step operand(Parse *p, Cell value, uint64_t from, uint64_t to)
{
    Reader *r = p->r;
    if (!VEC_RESERVE(r->alloc, r->values, r->value_capacity, r->value_count + 1))
        return out_of_memory(p);
    if (p->options->positions) {
        if (!VEC_RESERVE(r->alloc, r->places, r->place_capacity, r->value_count + 1))
            return out_of_memory(p);
        r->places[r->value_count] = (ReadPlace){from, to, build_layout(p, ATOM_CHAR('-'), 2, (Cell[]){place(from), place(to)})};
    }
    r->values[r->value_count++] = value;
    p->left = 0;
    return STEP_AFTER;
}

static Step token_operand(Parse *p, Cell value, const Token *t)
{
    return operand(p, value, t->at.chars, t->end);
}

/* Priority of an atom that is an operator: too much for any operand. */
#define OP_PRIORITY_ATOM (OP_PRIORITY_MAX + 1)

static ReadFrame *top_frame(const Parse *p)
{
    return &p->r->frames[p->r->frame_count - 1];
}

/* Opens what begins with a token, or is an operator. */
static Step open_frame(Parse *p, FrameKind kind, uint32_t atom, unsigned priority, unsigned right_max, const Token *t)
{
    Reader *r = p->r;
    if (p->options->max_depth > 0 && r->frame_count > p->options->max_depth)
        return fail_limit(p, "max_depth");
    if (!VEC_RESERVE(r->alloc, r->frames, r->frame_capacity, r->frame_count + 1))
        return out_of_memory(p);
    r->frames[r->frame_count++] = (ReadFrame){
        .base = r->value_count,
        .outer = p->bracket,
        .atom = atom,
        .priority = (uint16_t)priority,
        .right_max = (uint16_t)right_max,
        .kind = (uint8_t)kind,
        .at = t->at,
        .from = t->at.chars,
        .to = t->end,
    };
    return STEP_OPERAND;
}

static Step open_bracket(Parse *p, FrameKind kind, uint32_t atom, const Token *t)
{
    bool holds_arguments = !p->options->lenient && (kind == FRAME_ARGUMENTS || kind == FRAME_LIST);
    Step step = open_frame(p, kind, atom, 0, holds_arguments ? OP_PRIORITY_ARGUMENT : OP_PRIORITY_MAX, t);
    p->bracket = p->r->frame_count - 1;
    return step;
}

/* A compound term; '.'/2 is the list pair. */
static Cell build_compound(RecordBuilder *b, uint32_t name, size_t arity, const Cell *arguments)
{
    if (name == ATOM_CHAR('.') && arity == 2)
        return build_pair(b, arguments[0], arguments[1]);
    return build_struct(b, name, (uint32_t)arity, arguments);
}

/* Replaces the topmost `count` values by the term that takes them. */
static void build_on_top(Parse *p, uint32_t name, size_t count)
{
    Reader *r = p->r;
    Cell *arguments = r->values + r->value_count - count;
    *arguments = build_compound(&r->builder, name, count, arguments);
    r->value_count -= count - 1;
}

/* Builds the operator on top, whose right argument is complete. */
static void close_operator(Parse *p)
{
    const ReadFrame *f = top_frame(p);
    Reader *r = p->r;
    size_t count = f->kind == FRAME_INFIX ? 2 : 1, base = r->value_count - count;
    build_on_top(p, f->atom, count);
    if (p->options->positions)
        note_compound(p, base, count, count == 2 ? r->places[base].from : f->from, r->places[base + count - 1].to, f->from, f->to);
    p->left = f->priority;
    r->frame_count--;
}

/* Builds all operators down to the innermost bracket, which is returned. */
static ReadFrame *close_operators(Parse *p)
{
    while (top_frame(p)->kind >= FRAME_PREFIX)
        close_operator(p);
    return top_frame(p);
}

/* ---- variables ---- */

static uint32_t *find_variable_slot(const Reader *r, uint32_t name)
{
    size_t mask = r->variable_index_capacity - 1;
    size_t i = (size_t)hash_word(0, name) & mask;
    while (r->variable_index[i] != 0 && r->variables[r->variable_index[i] - 1].name != name)
        i = (i + 1) & mask;
    return &r->variable_index[i];
}

static bool grow_variable_index(Reader *r)
{
    size_t capacity = r->variable_index_capacity ? 2 * r->variable_index_capacity : 32;
    uint32_t *index = alloc_zero(r->alloc, capacity * sizeof *index);
    if (index == NULL)
        return false;
    alloc_free(r->alloc, r->variable_index, r->variable_index_capacity * sizeof *index);
    r->variable_index = index;
    r->variable_index_capacity = capacity;
    for (size_t i = 0; i < r->variable_count; i++)
        *find_variable_slot(r, r->variables[i].name) = (uint32_t)i + 1;
    return true;
}

/* The last one in is the last of its chain, so that emptying slots in this order breaks none. */
static void forget_variables(Reader *r)
{
    for (; r->variable_count > 0; r->variable_count--)
        *find_variable_slot(r, r->variables[r->variable_count - 1].name) = 0;
}

static Step read_variable(Parse *p, const Token *t)
{
    Reader *r = p->r;
    if (t->atom == ATOM_CHAR('_'))
        return token_operand(p, build_var(&r->builder), t);
    if (2 * (r->variable_count + 1) > r->variable_index_capacity && !grow_variable_index(r))
        return out_of_memory(p);
    uint32_t *slot = find_variable_slot(r, t->atom);
    if (*slot == 0) {
        if (r->variable_count == UINT32_MAX - 1 || !VEC_RESERVE(r->alloc, r->variables, r->variable_capacity, r->variable_count + 1))
            return out_of_memory(p);
        r->variables[r->variable_count++] = (ReadVariable){.name = t->atom, .cell = build_var(&r->builder), .at = t->at};
        *slot = (uint32_t)r->variable_count;
    }
    ReadVariable *v = &r->variables[*slot - 1];
    v->occurrences++;
    return token_operand(p, v->cell, t);
}

/* ---- where an operand is wanted ---- */

/* True when the name at `ahead` cannot be but an infix or postfix operator, as far as its own properties go. */
static bool only_follows_operands(Parse *p, unsigned ahead)
{
    OpSet ops;
    const Token *t = peek(p, ahead);
    return token_is_name(t) && op_table_find(p->options->ops, t->atom, &ops) && ops.kinds[OP_PREFIX].priority == 0;
}

/* True when the number that is next belongs to the minus sign before it (6.3.4.1). */
static bool is_negative_number(const Parse *p, uint32_t sign, const Token *number)
{
    return sign == ATOM_CHAR('-') && number->kind == TOKEN_NUMBER && !(p->options->lenient && number->layout_before);
}

/* Whether a prefix operator, just taken, has an operand; else it is an atom. */
static bool prefix_operator_applies(Parse *p)
{
    const Token *next = peek(p, 0);
    if (!token_is_name(next))
        return token_starts_operand(next);
    if (!only_follows_operands(p, 0))
        return true;
    /* As in  - = x  and  dynamic = / 2  : is '=' an operator here, or the operand? */
    const Token *after = peek(p, 1);
    if (token_opens_arguments(after) || is_negative_number(p, next->atom, after))
        return true;
    return !token_starts_operand(after) && (!token_is_name(after) || only_follows_operands(p, 1));
}

/* As in  [dynamic-1]  : a prefix operator too wide to be one here, before what is an infix operator too, with as much space on its left
 * as on its right. */
static bool stands_before_infix(Parse *p, Op prefix)
{
    const Token *next = peek(p, 0);
    Op infix;
    return prefix.priority > OP_PRIORITY_ARGUMENT && token_is_name(next) &&
           op_table_lookup(p->options->ops, next->atom, OP_INFIX, &infix) && next->layout_before == peek(p, 1)->layout_before;
}

/* The priority of dynamic, discontiguous and their like: prefix operators that the standard does not have. */
#define DECLARATION_PRIORITY 1150u

static bool is_declaration(const Parse *p, uint32_t atom)
{
    Op op;
    const OpTable *root = p->options->ops;
    while (root->parent != NULL)
        root = root->parent;
    return op_table_lookup(root, atom, OP_PREFIX, &op) && op.priority == DECLARATION_PRIORITY &&
           !op_table_lookup(p->options->ops, atom, OP_INFIX, &op) && !op_table_lookup(p->options->ops, atom, OP_POSTFIX, &op);
}

/* An atom as an operand; where no brackets enclose it, it may not be an operator of the standard or of the program. */
static Step atom_operand(Parse *p, const Token *t, bool is_operator)
{
    if (p->options->lenient || !is_operator || is_declaration(p, t->atom))
        return token_operand(p, cell_from_atom(t->atom), t);
    if (top_frame(p)->kind >= FRAME_PREFIX)
        return fail(p, "operator_needs_brackets", t);
    Step step = token_operand(p, cell_from_atom(t->atom), t);
    p->left = OP_PRIORITY_ATOM;
    return step;
}

static Step read_name(Parse *p, const Token *t)
{
    const Token *next = peek(p, 0);
    if (token_opens_arguments(next)) {
        Token open = take(p);
        Step step = open_bracket(p, FRAME_ARGUMENTS, t->atom, &open);
        if (step != STEP_FAILED) {
            top_frame(p)->from = t->at.chars;
            top_frame(p)->to = t->end;
        }
        return step;
    }
    if (is_negative_number(p, t->atom, next)) {
        Token number = take(p);
        return operand(p, number_negate(&p->r->builder, number.value), t->at.chars, number.end);
    }
    OpSet ops;
    bool is_operator = op_table_find(p->options->ops, t->atom, &ops);
    Op op = ops.kinds[OP_PREFIX];
    if (op.priority == 0 || !prefix_operator_applies(p))
        return atom_operand(p, t, is_operator);
    FrameKind kind = (FrameKind)top_frame(p)->kind;
    bool is_argument = kind == FRAME_ARGUMENTS || kind == FRAME_LIST || kind == FRAME_TAIL;
    if (op.priority <= top_frame(p)->right_max && !(is_argument && stands_before_infix(p, op)))
        return open_frame(p, FRAME_PREFIX, t->atom, op.priority, op_right_max(op), t);
    return stands_before_infix(p, op) ? atom_operand(p, t, true) : fail(p, "operator_clash", t);
}

/* [] or {} is a name like others, when its closing bracket follows the opening one. */
static Step read_bracket(Parse *p, FrameKind kind, TokenKind closing, uint32_t empty_name, const Token *t)
{
    if (peek(p, 0)->kind != closing)
        return open_bracket(p, kind, ATOM_NONE, t);
    Token name = *t;
    name.atom = empty_name;
    name.end = take(p).end;
    return read_name(p, &name);
}

/* The end of the clause or of the source comes too early. */
static Step fail_at_end(Parse *p, const Token *t)
{
    const ReadFrame *bracket = &p->r->frames[p->bracket];
    Step step = fail(p, t->kind == TOKEN_EOF ? "end_of_file" : "unexpected_end_of_clause", t);
    if (bracket->kind != FRAME_TOP)
        p->r->error.opened = bracket->at;
    return step;
}

static Step text_operand(Parse *p, const Token *t)
{
    Step step = token_operand(p, t->value, t);
    if (step != STEP_FAILED)
        note_layout(p, p->r->value_count - 1, ATOM_string_position, 2, t->at.chars, t->end);
    return step;
}

static Step read_operand(Parse *p)
{
    Token t = take(p);
    switch (t.kind) {
    case TOKEN_NAME: return read_name(p, &t);
    case TOKEN_VARIABLE: return read_variable(p, &t);
    case TOKEN_NUMBER: return token_operand(p, t.value, &t);
    case TOKEN_TEXT: return text_operand(p, &t);
    case TOKEN_OPEN: return open_bracket(p, FRAME_PAREN, ATOM_NONE, &t);
    case TOKEN_OPEN_LIST: return read_bracket(p, FRAME_LIST, TOKEN_CLOSE_LIST, ATOM_nil, &t);
    case TOKEN_OPEN_CURLY: return read_bracket(p, FRAME_CURLY, TOKEN_CLOSE_CURLY, ATOM_curly, &t);
    case TOKEN_BAD:
    case TOKEN_IO_ERROR:
    case TOKEN_NO_MEMORY: return fail_lexically(p, &t);
    default: break;
    }
    put_back(p, &t); /* nothing else begins a term; the skipping has to see the end */
    return t.kind == TOKEN_END || t.kind == TOKEN_EOF ? fail_at_end(p, &t) : fail(p, "cannot_start_term", &t);
}

/* ---- after an operand ---- */

/* Makes room for an operator: builds the open ones that it does not belong under. */
static Step apply_operator(Parse *p, Op op, const Token *t)
{
    while (op.priority > top_frame(p)->right_max) {
        if (top_frame(p)->kind < FRAME_PREFIX)
            return fail(p, "operator_clash", t);
        close_operator(p);
    }
    if (p->left == OP_PRIORITY_ATOM)
        return fail(p, "operator_needs_brackets", t);
    return p->left > op_left_max(op) ? fail(p, "operator_clash", t) : STEP_AFTER;
}

static Step read_infix(Parse *p, uint32_t atom, Op op)
{
    Token t = take(p);
    Step step = apply_operator(p, op, &t);
    return step == STEP_FAILED ? step : open_frame(p, FRAME_INFIX, atom, op.priority, op_right_max(op), &t);
}

static Step read_postfix(Parse *p, Op op)
{
    Token t = take(p);
    Step step = apply_operator(p, op, &t);
    if (step == STEP_FAILED)
        return step;
    build_on_top(p, t.atom, 1);
    if (p->options->positions) {
        size_t at = p->r->value_count - 1;
        note_compound(p, at, 1, p->r->places[at].from, t.end, t.at.chars, t.end);
    }
    p->left = op.priority;
    return STEP_AFTER;
}

static Step read_name_after_operand(Parse *p, const Token *t)
{
    OpSet ops;
    if (!op_table_find(p->options->ops, t->atom, &ops))
        return fail(p, "operator_expected", t);
    Op infix = ops.kinds[OP_INFIX], postfix = ops.kinds[OP_POSTFIX];
    if (infix.priority > 0 && postfix.priority > 0) { /* only tables that inherit from each other can say both */
        const Token *after = peek(p, 1);
        if (!token_starts_operand(after) && (!token_is_name(after) || only_follows_operands(p, 1)))
            infix.priority = 0;
        t = peek(p, 0);
    }
    if (infix.priority > 0)
        return read_infix(p, t->atom, infix);
    return postfix.priority > 0 ? read_postfix(p, postfix) : fail(p, "operator_expected", t);
}

/* Takes the values above `base` as the elements of a list, the last one as its tail if there is a bar. */
static Cell build_list(Reader *r, size_t base, bool has_tail)
{
    Cell list = has_tail ? r->values[--r->value_count] : cell_from_atom(ATOM_nil);
    while (r->value_count > base)
        list = build_pair(&r->builder, r->values[--r->value_count], list);
    return list;
}

/* A list whose closing bracket was taken. */
static Step close_list(Parse *p, const ReadFrame *f, const Token *closing)
{
    Reader *r = p->r;
    bool has_tail = f->kind == FRAME_TAIL, noted = p->options->positions;
    Cell layout = noted ? build_list_layout(p, f->base, r->value_count, has_tail, f->from, closing->end) : 0;
    Step step = operand(p, build_list(r, f->base, has_tail), f->from, closing->end);
    if (step != STEP_FAILED && noted)
        r->places[r->value_count - 1].layout = layout;
    return step;
}

static Step close_bracket(Parse *p, const Token *t)
{
    Reader *r = p->r;
    ReadFrame f = *close_operators(p);
    Token closing = *t;
    bool fits = t->kind == TOKEN_CLOSE        ? f.kind == FRAME_PAREN || f.kind == FRAME_ARGUMENTS
                : t->kind == TOKEN_CLOSE_LIST ? f.kind == FRAME_LIST || f.kind == FRAME_TAIL
                                              : f.kind == FRAME_CURLY;
    if (!fits) {
        Step step = fail(p, f.kind == FRAME_TOP ? "unbalanced_bracket" : "mismatched_bracket", t);
        if (f.kind != FRAME_TOP)
            r->error.opened = f.at;
        return step;
    }
    take(p);
    r->frame_count--;
    p->bracket = f.outer;
    p->left = 0;
    switch ((FrameKind)f.kind) {
    case FRAME_ARGUMENTS:
        if (r->value_count - f.base > MAX_ARITY)
            return fail(p, "too_many_arguments", &closing);
        note_compound(p, f.base, r->value_count - f.base, f.from, closing.end, f.from, f.to);
        build_on_top(p, f.atom, r->value_count - f.base);
        return STEP_AFTER;
    case FRAME_CURLY:
        build_on_top(p, ATOM_curly, 1);
        note_layout(p, f.base, ATOM_brace_term_position, 3, f.from, closing.end);
        return STEP_AFTER;
    case FRAME_LIST:
    case FRAME_TAIL: return close_list(p, &f, &closing);
    default: note_layout(p, f.base, ATOM_parentheses_term_position, 3, f.from, closing.end); return STEP_AFTER;
    }
}

/* A comma parts arguments and elements, and is an operator elsewhere. */
static Step read_comma(Parse *p, const Token *t)
{
    switch ((FrameKind)p->r->frames[p->bracket].kind) {
    case FRAME_ARGUMENTS:
    case FRAME_LIST:
        close_operators(p);
        take(p);
        return STEP_OPERAND;
    case FRAME_TAIL: return fail(p, "bracket_expected", t);
    default: return read_infix(p, ATOM_CHAR(','), (Op){.priority = OP_PRIORITY_COMMA, .type = OP_XFY});
    }
}

static Step read_bar(Parse *p, const Token *t)
{
    if (p->r->frames[p->bracket].kind == FRAME_LIST) {
        close_operators(p)->kind = FRAME_TAIL;
        take(p);
        return STEP_OPERAND;
    }
    Op op;
    if (!op_table_lookup(p->options->ops, ATOM_CHAR('|'), OP_INFIX, &op))
        return fail(p, "operator_expected", t);
    return read_infix(p, ATOM_CHAR('|'), op);
}

/* The end of the clause, or of the text. */
static Step read_end(Parse *p, const Token *t)
{
    if (close_operators(p)->kind != FRAME_TOP || (t->kind == TOKEN_EOF && !p->end_is_optional))
        return fail_at_end(p, t);
    take(p);
    return STEP_DONE;
}

static Step read_after_operand(Parse *p)
{
    const Token *t = peek(p, 0);
    switch (t->kind) {
    case TOKEN_NAME: return read_name_after_operand(p, t);
    case TOKEN_COMMA: return read_comma(p, t);
    case TOKEN_BAR: return read_bar(p, t);
    case TOKEN_CLOSE:
    case TOKEN_CLOSE_LIST:
    case TOKEN_CLOSE_CURLY: return close_bracket(p, t);
    case TOKEN_END:
    case TOKEN_EOF: return read_end(p, t);
    case TOKEN_BAD:
    case TOKEN_IO_ERROR:
    case TOKEN_NO_MEMORY: {
        Token bad = take(p);
        return fail_lexically(p, &bad);
    }
    default: return fail(p, "operator_expected", t);
    }
}

/* ---- a whole read ---- */

/* Goes past bytes that the stream's encoding does not know. */
static void skip_bad_bytes(Lexer *lx)
{
    int32_t code;
    IoStatus expected = stream_get_code(lx->stream, &code);
    (void)expected;
    lx->io = IO_OK;
}

/* Asked at every step of a long text; one in STOP_STEPS looks. */
static bool must_stop(const Reader *r, size_t steps)
{
    return steps % STOP_STEPS == 0 && stop_is_wanted(r->alloc->stop);
}

/* After an error: forgets the rest of the clause. */
static void skip_clause(Parse *p)
{
    Lexer *lx = &p->r->lexer;
    size_t steps = 0;
    lx->is_skipping = true;
    while ((!lx->cut_at_end || p->r->ahead_count > 0) && !must_stop(p->r, ++steps)) {
        Token t = take(p);
        if (t.kind == TOKEN_END || t.kind == TOKEN_EOF || t.kind == TOKEN_NO_MEMORY)
            break;
        if (t.kind == TOKEN_IO_ERROR && lx->io != IO_BAD_ENCODING)
            break;
        if (t.kind == TOKEN_IO_ERROR)
            skip_bad_bytes(lx);
    }
}

static void start_read(Reader *r)
{
    record_builder_clear(&r->builder);
    forget_variables(r);
    r->value_count = r->frame_count = 0;
    r->ahead_count = 0;
    r->root = cell_from_atom(ATOM_end_of_file);
    r->layout = cell_from_atom(ATOM_nil);
    r->error = (SyntaxError){0};
}

static ReadStatus finish_failed(Parse *p)
{
    Lexer *lx = &p->r->lexer;
    IoStatus io = lx->io;
    bool can_go_on = p->status != READ_IO_ERROR || io == IO_BAD_ENCODING;
    if (p->status == READ_IO_ERROR && can_go_on) {
        p->r->error = (SyntaxError){.what = "malformed_text", .at = lexer_position(lx)};
        skip_bad_bytes(lx);
    }
    if (can_go_on)
        skip_clause(p);
    lx->io = io;
    p->r->end = lexer_position(lx);
    return p->status;
}

static ReadStatus read_term(Reader *r, const ReadOptions *options, bool end_is_optional)
{
    Parse parse = {.r = r, .options = options, .end_is_optional = end_is_optional}, *p = &parse;
    const Token *first = peek(p, 0);
    r->start = first->at;
    if (first->kind == TOKEN_EOF) {
        r->end = first->at;
        if (options->positions)
            r->layout = build_layout(p, ATOM_CHAR('-'), 2, (Cell[]){place(first->at.chars), place(first->at.chars)});
        return READ_EOF;
    }
    Step step = open_bracket(p, FRAME_TOP, ATOM_NONE, first);
    size_t steps = 0;
    while (step < STEP_DONE) {
        step = step == STEP_OPERAND ? read_operand(p) : read_after_operand(p);
        if (r->builder.failed || must_stop(r, ++steps))
            step = out_of_memory(p);
        else if (step != STEP_FAILED && options->max_cells > 0 && r->builder.count > options->max_cells)
            step = fail_limit(p, "max_size");
    }
    if (step == STEP_FAILED)
        return finish_failed(p);
    r->root = r->values[0];
    if (options->positions)
        r->layout = r->places[0].layout;
    r->end = lexer_position(&r->lexer);
    return READ_OK;
}

/* ---- readers ---- */

void reader_init(Reader *r, Alloc *alloc, AtomTable *atoms)
{
    *r = (Reader){.alloc = alloc, .atoms = atoms};
    record_builder_init(&r->builder, alloc);
    lexer_init(&r->lexer, alloc, atoms, &r->builder);
}

void reader_free(Reader *r)
{
    record_builder_free(&r->builder);
    lexer_free(&r->lexer);
    VEC_FREE(r->alloc, r->variables, r->variable_capacity);
    VEC_FREE(r->alloc, r->variable_index, r->variable_index_capacity);
    VEC_FREE(r->alloc, r->values, r->value_capacity);
    VEC_FREE(r->alloc, r->frames, r->frame_capacity);
    VEC_FREE(r->alloc, r->places, r->place_capacity);
    reader_init(r, r->alloc, r->atoms);
}

ReadStatus reader_read(Reader *r, Stream *s, const ReadOptions *options)
{
    start_read(r);
    lexer_start_stream(&r->lexer, s, options);
    ReadStatus status = read_term(r, options, false);
    if (status == READ_EOF) { /* the end itself is read too, once */
        int32_t code;
        IoStatus io = stream_get_code(s, &code);
        if (io != IO_EOF && io != IO_OK) {
            r->lexer.io = io;
            return READ_IO_ERROR;
        }
    }
    return status;
}

ReadStatus reader_read_text(Reader *r, const char *utf8, size_t bytes, const ReadOptions *options)
{
    start_read(r);
    lexer_start_text(&r->lexer, utf8, bytes, options);
    ReadStatus status = read_term(r, options, true);
    if (status != READ_OK)
        return status;
    Token rest;
    lexer_next(&r->lexer, &rest);
    if (rest.kind == TOKEN_EOF)
        return READ_OK;
    r->error = (SyntaxError){.what = "end_of_file_expected", .at = rest.at};
    return READ_SYNTAX_ERROR;
}

Cell reader_push_term(Reader *r, Store *s)
{
    return record_builder_push(s, &r->builder, r->root);
}

void reader_mark_atoms(const Reader *r)
{
    for (size_t i = 0; i < r->variable_count; i++)
        atom_mark(r->atoms, r->variables[i].name);
}
