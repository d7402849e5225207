/* writer.c - from terms to text (7.10.5).
 * SPDX-License-Identifier: MIT
 *
 * An explicit stack holds what is still to be written, topmost first: subterms, the names of operators between them, closing brackets.
 *
 *     a+b*c   writes a; then  +  b*c  are left:      stack:  TERM b*c | INFIX +
 *
 * Every token passes through put_token, which knows how the one before it ended and so when a space must part them. Brackets stand
 * around an operator term when its priority does not fit, around an operator as an operand (6.3.1.3), around a left operand that
 * would take the operator to its right: yf(fy(1)) with equal priorities is (fy 1)yf, and around the operand of the prefix operator -
 * when it is a number, or an infix or postfix term, which could begin with one: - (1), - (1^2), - (a^2).
 *
 * A cyclic term is finite where references _S1, _S2, ... stand for the subterms at which its cycles are entered (cycles.h). They are
 * numbered as they are met, and their definitions follow in that order.
 */
#include "syntax/writer.h"

#include "base/utf8.h"
#include "base/vec.h"
#include "syntax/chars.h"
#include "syntax/cycles.h"
#include "syntax/number_format.h"
#include "syntax/quote.h"
#include "term/text.h"
#include "term/walk.h"

/* With cut_cycles, cyclic terms are cut at this depth, and after so many subterms. */
#define CYCLIC_DEPTH    12
#define CYCLIC_SUBTERMS 2000

/* Bytes gathered before the sink is called. */
#define OUTPUT_BYTES 4096

typedef enum ItemKind {
    ITEM_TERM,      /* cell, priority, depth */
    ITEM_ARGUMENTS, /* cell: the structure; index: the next argument */
    ITEM_ELEMENTS,  /* cell: what follows the elements written; index: how many those were */
    ITEM_PREFIX,    /* atom in cell, and so on */
    ITEM_INFIX,
    ITEM_POSTFIX,
    ITEM_BRACKET,    /* cell: the bracket, a character */
    ITEM_DEFINITIONS /* index: the next of the definitions */
} ItemKind;

typedef struct Item {
    Cell cell;
    uint32_t index, depth;
    uint16_t priority;
    bool is_operand;    /* of an operator: an atom that is an operator needs brackets */
    bool is_definition; /* the entry of a cycle itself, not a reference to it */
    uint8_t kind;
} Item;

/* How the text so far ends. */
typedef enum Ending {
    ENDS_FREELY,      /* nothing can fuse with it */
    ENDS_ALNUM,
    ENDS_NUMBER,
    ENDS_SYMBOL,
    ENDS_QUOTE,       /* ' */
    ENDS_DOUBLE_QUOTE
} Ending;

typedef struct Writer {
    Store *s;
    const WriteOptions *options;
    TextSink sink;
    Item *items;
    size_t item_count, item_capacity;
    Buf out;            /* on its way to the sink */
    Buf token;          /* the token being made */
    Ending ending;
    bool after_prefix;  /* the last token is a prefix operator */
    bool after_word;    /* the last token is an operator made of letters */
    uint32_t max_depth; /* UINT32_MAX: none */
    size_t subterms_left;
    CellMap marks;      /* of a cyclic term: see cycles.h; an entry that was met is CYCLE_ENTRY and its number */
    Cell *entries;      /* those, in order of their numbers from 1 */
    size_t entry_count, entry_capacity;
    WriteStatus status;
} Writer;

/* ---- output ---- */

static void flush(Writer *w)
{
    if (w->out.failed)
        w->status = WRITE_NO_MEMORY;
    else if (w->status == WRITE_OK && w->out.length > 0 && !w->sink.put(w->sink.user, w->out.data, w->out.length))
        w->status = WRITE_SINK_FAILED;
    buf_clear(&w->out);
}

static void put_raw(Writer *w, const char *bytes, size_t n, Ending ending)
{
    buf_put_bytes(&w->out, bytes, n);
    w->ending = ending;
    w->after_prefix = w->after_word = false;
    if (w->out.length >= OUTPUT_BYTES)
        flush(w);
}

/* How a token that ends in this code point ends. */
static Ending ending_of(uint32_t code)
{
    switch (char_class(code)) {
    case CHAR_LOWER:
    case CHAR_UPPER:
    case CHAR_DIGIT:
    case CHAR_CONTINUE: return ENDS_ALNUM;
    case CHAR_SYMBOL: return ENDS_SYMBOL;
    default: return code == '\'' ? ENDS_QUOTE : code == '"' ? ENDS_DOUBLE_QUOTE : ENDS_FREELY;
    }
}

static bool needs_space(const Writer *w, uint32_t first)
{
    if (w->after_word || (w->after_prefix && first == '('))
        return true;
    Ending start = ending_of(first);
    switch (w->ending) {
    case ENDS_ALNUM: return start == ENDS_ALNUM || first == '(';
    case ENDS_NUMBER: return start == ENDS_ALNUM || start == ENDS_QUOTE || first == '(';
    case ENDS_SYMBOL: return start == ENDS_SYMBOL;
    case ENDS_QUOTE: return start == ENDS_QUOTE || first == '(';
    case ENDS_DOUBLE_QUOTE: return start == ENDS_DOUBLE_QUOTE;
    default: return false;
    }
}

/* Puts a token, after a space where one is needed. */
static void put_token(Writer *w, const char *bytes, size_t n, bool is_number)
{
    if (n == 0)
        return;
    const char *p = bytes, *last = utf8_previous(bytes + n);
    if (needs_space(w, utf8_next(&p)))
        buf_put_byte(&w->out, ' ');
    put_raw(w, bytes, n, is_number ? ENDS_NUMBER : ending_of(utf8_next(&last)));
}

static void put_punctuation(Writer *w, char c)
{
    put_token(w, &c, 1, false);
}

/* What stands between arguments or elements. */
static void put_comma(Writer *w)
{
    put_raw(w, ", ", w->options->spacing == SPACING_NEXT_ARGUMENT ? 2 : 1, ENDS_FREELY);
}

static void put_ellipsis(Writer *w)
{
    put_token(w, "...", 3, false);
}

/* Puts the token that was made in w->token. */
static void put_made_token(Writer *w, bool is_number)
{
    if (w->token.failed)
        w->status = WRITE_NO_MEMORY;
    else
        put_token(w, w->token.data, w->token.length, is_number);
    buf_clear(&w->token);
}

/* ---- tokens of terms ---- */

/* True when a character may stand for itself in quoted items. */
static bool shows_character(void *user, uint32_t code)
{
    const Writer *w = user;
    return code < 0x80 || (!w->options->quote_non_ascii && (w->sink.can_encode == NULL || w->sink.can_encode(w->sink.user, code)));
}

/* False when a text has characters that do not, and so needs quotes and escapes. */
static bool shows_text(Writer *w, TextSpan text)
{
    if (!w->options->quote_non_ascii && w->sink.can_encode == NULL)
        return true;
    for (const char *p = text.bytes, *end = p + text.length; p < end;)
        if (!shows_character(w, utf8_next(&p)))
            return false;
    return true;
}

/* Puts a text in quotes. */
static void put_quoted(Writer *w, char quote, const char *bytes, size_t n)
{
    if (!w->options->no_escapes) {
        quote_text(&w->token, quote, bytes, n, shows_character, w);
    } else {
        buf_put_byte(&w->token, quote);
        for (size_t i = 0; i < n; i++) {
            if (bytes[i] == quote)
                buf_put_byte(&w->token, quote);
            buf_put_byte(&w->token, bytes[i]);
        }
        buf_put_byte(&w->token, quote);
    }
    put_made_token(w, false);
}

static void put_atom(Writer *w, uint32_t atom)
{
    char scratch[8];
    TextSpan text = atom_text(w->s->atoms, atom, scratch);
    if (w->options->quoted && (text_needs_quotes(text.bytes, text.length) || !shows_text(w, text)))
        put_quoted(w, '\'', text.bytes, text.length);
    else
        put_token(w, text.bytes, text.length, false);
}

/* Names of structures: the '(' follows at once. */
static void put_name_and_open(Writer *w, uint32_t name)
{
    put_atom(w, name);
    put_raw(w, "(", 1, ENDS_FREELY);
}

static void put_operator(Writer *w, uint32_t atom, ItemKind kind)
{
    if (kind == ITEM_INFIX && atom == ATOM_CHAR(',')) {
        put_comma(w);
        return;
    }
    if (kind == ITEM_INFIX && atom == ATOM_CHAR('|')) {
        put_punctuation(w, '|');
        return;
    }
    put_atom(w, atom);
    w->after_word = kind != ITEM_POSTFIX && w->ending == ENDS_ALNUM;
    w->after_prefix = kind == ITEM_PREFIX;
}

/* A name from outside is written as it is; only one that could be a variable gets a space where it would fuse. */
static void put_given_name(Writer *w, TextSpan name)
{
    const char *p = name.bytes, *last = utf8_previous(name.bytes + name.length);
    if (name.length == 0 || char_is_alnum(utf8_next(&p)))
        put_token(w, name.bytes, name.length, false);
    else
        put_raw(w, name.bytes, name.length, char_is_alnum(utf8_next(&last)) ? ENDS_ALNUM : ENDS_FREELY);
}

static void put_variable(Writer *w, Cell variable)
{
    TextSpan name;
    if (w->options->name_variable != NULL && w->options->name_variable(w->options->name_user, variable, &name)) {
        put_given_name(w, name);
        return;
    }
    const Cell *address = cell_pointer(variable);
    uint64_t number = store_owns(w->s, address) ? (uint64_t)(address - w->s->heap_base) : (uint64_t)(uintptr_t)address;
    buf_printf(&w->token, "_%s%llu", store_owns(w->s, address) ? "" : "G", (unsigned long long)number);
    put_made_token(w, false);
}

/* 'A'..'Z' and a number from 1 when the letters are used up. */
/* True when a text is that of a variable. */
static bool names_variable(TextSpan text)
{
    const char *p = text.bytes, *end = text.bytes + text.length;
    if (p == end || char_class(utf8_next(&p)) != CHAR_UPPER)
        return false;
    while (p < end)
        if (!char_is_alnum(utf8_next(&p)))
            return false;
    return true;
}

/* The variable that '$VAR'(number) stands for; '$VAR'(atom) for a name of its own. */
static void put_numbered_variable(Writer *w, Cell number)
{
    if (cell_is_atom(number)) {
        char scratch[8];
        TextSpan text = atom_text(w->s->atoms, cell_atom(number), scratch);
        put_token(w, text.bytes, text.length, false);
        return;
    }
    buf_put_byte(&w->token, (char)('A' + cell_int(number) % 26));
    if (cell_int(number) >= 26)
        integer_format(cell_from_int(cell_int(number) / 26), 10, false, &w->token);
    put_made_token(w, false);
}

static void put_box(Writer *w, Cell box)
{
    if (cell_is_string(box)) {
        TextSpan text = string_span(box);
        if (w->options->quoted)
            put_quoted(w, '"', text.bytes, text.length);
        else
            put_token(w, text.bytes, text.length, false);
        return;
    }
    if (cell_is_number(box)) {
        number_format(box, &w->token);
        put_made_token(w, true);
        return;
    }
    buf_printf(&w->token, "<blob>(0x%llx)", (unsigned long long)box_cells(box)[1]);
    put_made_token(w, false);
}

/* ---- the stack ---- */

static void push(Writer *w, Item item)
{
    if (!VEC_RESERVE(w->s->alloc, w->items, w->item_capacity, w->item_count + 1)) {
        w->status = WRITE_NO_MEMORY;
        return;
    }
    w->items[w->item_count++] = item;
}

static void push_term(Writer *w, Cell term, unsigned priority, uint32_t depth, bool is_operand)
{
    push(w, (Item){.kind = ITEM_TERM, .cell = term, .priority = (uint16_t)priority, .depth = depth, .is_operand = is_operand});
}

static void push_operator(Writer *w, ItemKind kind, uint32_t atom)
{
    push(w, (Item){.kind = (uint8_t)kind, .cell = cell_from_atom(atom)});
}

static void push_bracket(Writer *w, char bracket)
{
    push(w, (Item){.kind = ITEM_BRACKET, .cell = (Cell)(unsigned char)bracket});
}

/* ---- cycles ---- */

/* The number of a subterm at which a cycle is entered, 0 for other terms. */
static size_t entry_number(Writer *w, Cell term)
{
    Cell *mark = w->marks.count > 0 && cell_is_compound(term) ? cell_map_get(&w->marks, term) : NULL;
    if (mark == NULL || *mark < CYCLE_ENTRY)
        return 0;
    if (*mark == CYCLE_ENTRY) {
        if (!VEC_RESERVE(w->s->alloc, w->entries, w->entry_capacity, w->entry_count + 1)) {
            w->status = WRITE_NO_MEMORY;
            return 0;
        }
        w->entries[w->entry_count++] = term;
        *mark = CYCLE_ENTRY + w->entry_count;
    }
    return (size_t)(*mark - CYCLE_ENTRY);
}

static void put_reference(Writer *w, size_t number)
{
    buf_printf(&w->token, "_S%zu", number);
    put_made_token(w, false);
}

/* Writes the next definition, or what ends them. */
static void write_definitions(Writer *w, Item item)
{
    if (item.index == w->entry_count) {
        put_raw(w, "])", 2, ENDS_FREELY);
        return;
    }
    if (item.index > 0)
        put_comma(w);
    Item definition = {.kind = ITEM_TERM, .cell = w->entries[item.index], .priority = OP_PRIORITY_ARGUMENT, .is_definition = true};
    item.index++;
    push(w, item);
    Op op;
    if (!w->options->ignore_ops && op_table_lookup(w->options->ops, ATOM_CHAR('='), OP_INFIX, &op) && op.priority <= OP_PRIORITY_ARGUMENT) {
        put_reference(w, item.index);
        put_operator(w, ATOM_CHAR('='), ITEM_INFIX);
        definition.priority = (uint16_t)op_right_max(op);
    } else {
        put_name_and_open(w, ATOM_CHAR('='));
        put_reference(w, item.index);
        put_comma(w);
        push_bracket(w, ')');
    }
    push(w, definition);
}

/* ---- lists ---- */

static bool is_character(Cell c)
{
    return cell_is_atom(c) && cell_atom(c) < ATOM_FIRST;
}

/* Gathers in w->token the text of a complete list of characters; false, with nothing gathered, for anything else. */
static bool gather_text(Writer *w, Cell list)
{
    Cell head, tail;
    list_uncons(list, &head, &tail);
    size_t length;
    if (!is_character(cell_deref(head)) || list_measure(list, &length) != LIST_PROPER)
        return false;
    for (; cell_is_pair(list); list = cell_deref(tail)) {
        list_uncons(list, &head, &tail);
        head = cell_deref(head);
        if (!is_character(head)) {
            buf_clear(&w->token);
            return false;
        }
        buf_put_code(&w->token, cell_atom(head));
    }
    return true;
}

static bool put_list_as_text(Writer *w, Cell list)
{
    if (!gather_text(w, list))
        return false;
    Buf text = w->token; /* quoting goes to the other buffer */
    buf_init(&w->token, w->s->alloc);
    if (text.failed)
        w->status = WRITE_NO_MEMORY;
    else
        put_quoted(w, '"', text.data, text.length);
    buf_free(&text);
    return true;
}

/* Writes the next element, or what ends the list. */
static void write_elements(Writer *w, Item item)
{
    Cell rest = cell_deref(item.cell), head, tail;
    if (cell_is_atom(rest) && cell_atom(rest) == ATOM_nil) {
        put_punctuation(w, ']');
        return;
    }
    bool is_full = w->max_depth - item.depth <= item.index;
    if (cell_is_pair(rest) && !is_full && entry_number(w, rest) == 0) {
        list_uncons(rest, &head, &tail);
        put_comma(w);
        push(w, (Item){.kind = ITEM_ELEMENTS, .cell = tail, .index = item.index + 1, .depth = item.depth});
        push_term(w, head, OP_PRIORITY_ARGUMENT, item.depth + 1, false);
        return;
    }
    put_punctuation(w, '|');
    push_bracket(w, ']');
    if (is_full)
        put_ellipsis(w);
    else
        push_term(w, rest, OP_PRIORITY_ARGUMENT, item.depth + 1, false);
}

static void write_list(Writer *w, Cell list, uint32_t depth)
{
    if (w->options->text_as_string && put_list_as_text(w, list))
        return;
    Cell head, tail;
    list_uncons(list, &head, &tail);
    put_punctuation(w, '[');
    push(w, (Item){.kind = ITEM_ELEMENTS, .cell = tail, .index = 1, .depth = depth});
    push_term(w, head, OP_PRIORITY_ARGUMENT, depth + 1, false);
}

/* '.'(Head,Tail) */
static void write_pair(Writer *w, Cell list, uint32_t depth)
{
    Cell head, tail;
    list_uncons(list, &head, &tail);
    put_name_and_open(w, ATOM_CHAR('.'));
    push_bracket(w, ')');
    push_term(w, tail, OP_PRIORITY_ARGUMENT, depth + 1, false);
    push_operator(w, ITEM_INFIX, ATOM_CHAR(','));
    push_term(w, head, OP_PRIORITY_ARGUMENT, depth + 1, false);
}

/* ---- structures ---- */

static void write_arguments(Writer *w, Item item)
{
    const Cell *cells = str_cells(item.cell);
    uint32_t arity = functor_arity(*cells);
    if (item.index > arity) {
        put_punctuation(w, ')');
        return;
    }
    if (item.index > 1)
        put_comma(w);
    Cell argument = cells[item.index++];
    push(w, item);
    push_term(w, argument, OP_PRIORITY_ARGUMENT, item.depth + 1, false);
}

/* True when a left operand would take the operator that follows it, which has this priority. */
static bool captures(const Writer *w, Cell operand, unsigned priority)
{
    if (!cell_is_str(operand) || functor_arity(str_functor(operand)) > 2)
        return false;
    Cell functor = str_functor(operand);
    OpSet ops;
    if (!op_table_find(w->options->ops, functor_name(functor), &ops))
        return false;
    Op op = functor_arity(functor) == 2 ? ops.kinds[OP_INFIX] : ops.kinds[OP_PREFIX];
    return op.priority > 0 && op.priority <= priority && op_right_max(op) >= priority;
}

/* Left operands get a tighter limit when they must be bracketed. */
static unsigned left_limit(const Writer *w, Cell operand, Op op)
{
    unsigned limit = op_left_max(op);
    return limit == op.priority && captures(w, cell_deref(operand), op.priority) ? op.priority - 1u : limit;
}

static bool is_numbered_variable(const Writer *w, const Cell *cells)
{
    if (!w->options->numbervars || *cells != cell_from_functor(ATOM_dollar_var, 1))
        return false;
    Cell number = cell_deref(cells[1]);
    if (cell_is_atom(number)) {
        char scratch[8];
        return w->options->named_variables && names_variable(atom_text(w->s->atoms, cell_atom(number), scratch));
    }
    return cell_is_int(number) && cell_int(number) >= 0;
}

/* True when a term is written with an infix or postfix operator. */
static bool is_led_by_operand(const Writer *w, Cell term)
{
    OpSet ops;
    if (!cell_is_str(term) || functor_arity(str_functor(term)) > 2 || is_numbered_variable(w, str_cells(term)) ||
        !op_table_find(w->options->ops, functor_name(str_functor(term)), &ops))
        return false;
    if (functor_arity(str_functor(term)) == 2)
        return ops.kinds[OP_INFIX].priority > 0;
    return functor_arity(str_functor(term)) == 1 && ops.kinds[OP_PREFIX].priority == 0 && ops.kinds[OP_POSTFIX].priority > 0;
}

/* True for a number that is written without a sign. */
static bool is_unsigned_number(Writer *w, Cell term)
{
    if (!cell_is_number(term))
        return false;
    number_format(term, &w->token);
    bool is_signed = w->token.length > 0 && w->token.data[0] == '-';
    buf_clear(&w->token);
    return !is_signed;
}

/* Pushes a prefix operator and its operand. */
static void push_prefix_term(Writer *w, uint32_t name, Op op, Cell operand, uint32_t depth)
{
    bool is_minus = name == ATOM_CHAR('-');
    bool is_number = is_minus && is_unsigned_number(w, operand);
    if (is_number)
        push_bracket(w, ')');
    push_term(w, operand, is_minus && is_led_by_operand(w, operand) ? 0 : op_right_max(op), depth + 1, true);
    if (is_number)
        push_bracket(w, '(');
    push_operator(w, ITEM_PREFIX, name);
}

static void open_if_wider(Writer *w, Op op, unsigned priority)
{
    if (op.priority > priority) {
        put_punctuation(w, '(');
        push_bracket(w, ')');
    }
}

/* Writes an operator term; false when the structure is none. */
static bool write_operator_term(Writer *w, Cell term, unsigned priority, uint32_t depth)
{
    const Cell *cells = str_cells(term);
    uint32_t name = functor_name(*cells), arity = functor_arity(*cells);
    OpSet ops;
    if (w->options->ignore_ops || arity > 2 || arity == 0 || !op_table_find(w->options->ops, name, &ops))
        return false;
    Op op = ops.kinds[OP_INFIX];
    if (arity == 2) {
        if (op.priority == 0)
            return false;
        open_if_wider(w, op, priority);
        push_term(w, cells[2], op_right_max(op), depth + 1, true);
        push_operator(w, ITEM_INFIX, name);
        push_term(w, cells[1], left_limit(w, cells[1], op), depth + 1, true);
        return true;
    }
    op = ops.kinds[OP_PREFIX];
    if (op.priority > 0) {
        open_if_wider(w, op, priority);
        push_prefix_term(w, name, op, cell_deref(cells[1]), depth);
        return true;
    }
    op = ops.kinds[OP_POSTFIX];
    if (op.priority == 0)
        return false;
    open_if_wider(w, op, priority);
    push_operator(w, ITEM_POSTFIX, name);
    push_term(w, cells[1], left_limit(w, cells[1], op), depth + 1, true);
    return true;
}

static bool writes_braces(const WriteOptions *options)
{
    return options->braces == BRACES_LIKE_OPERATORS ? !options->ignore_ops : options->braces == BRACES_ALWAYS;
}

static void write_structure(Writer *w, Cell term, unsigned priority, uint32_t depth)
{
    const Cell *cells = str_cells(term);
    if (is_numbered_variable(w, cells)) {
        put_numbered_variable(w, cell_deref(cells[1]));
    } else if (*cells == cell_from_functor(ATOM_curly, 1) && writes_braces(w->options)) {
        put_punctuation(w, '{');
        push_bracket(w, '}');
        push_term(w, cells[1], OP_PRIORITY_MAX, depth + 1, false);
    } else if (!write_operator_term(w, term, priority, depth)) {
        put_name_and_open(w, functor_name(*cells));
        push(w, (Item){.kind = ITEM_ARGUMENTS, .cell = term, .index = 1, .depth = depth});
    }
}

static void write_atom(Writer *w, uint32_t atom, bool is_operand)
{
    bool is_operator = is_operand && op_table_is_op(w->options->ops, atom);
    if (is_operator)
        put_punctuation(w, '(');
    put_atom(w, atom);
    if (is_operator)
        put_punctuation(w, ')');
}

/* True when the limits do not allow a subterm. */
static bool is_cut(Writer *w, Cell term, uint32_t depth)
{
    if (depth > w->max_depth)
        return true;
    if (!cell_is_compound(term))
        return false;
    if (w->subterms_left == 0)
        return true;
    w->subterms_left--;
    return false;
}

static void write_item_term(Writer *w, Item item)
{
    Cell term = cell_deref(item.cell);
    if (is_cut(w, term, item.depth)) {
        put_ellipsis(w);
        return;
    }
    size_t entry = item.is_definition ? 0 : entry_number(w, term);
    if (entry > 0) {
        put_reference(w, entry);
        return;
    }
    switch (cell_tag(term)) {
    case TAG_REF:
    case TAG_ATT: put_variable(w, term); break;
    case TAG_INT:
        number_format(term, &w->token);
        put_made_token(w, true);
        break;
    case TAG_ATM: write_atom(w, cell_atom(term), item.is_operand); break;
    case TAG_BOX: put_box(w, term); break;
    case TAG_LST:
    case TAG_TXT:
        if (w->options->dotlists)
            write_pair(w, term, item.depth);
        else
            write_list(w, term, item.depth);
        break;
    case TAG_STR: write_structure(w, term, item.priority, item.depth); break;
    }
}

/* ---- writing ---- */

static void write_item(Writer *w, Item item)
{
    switch ((ItemKind)item.kind) {
    case ITEM_TERM: write_item_term(w, item); break;
    case ITEM_ARGUMENTS: write_arguments(w, item); break;
    case ITEM_ELEMENTS: write_elements(w, item); break;
    case ITEM_PREFIX:
    case ITEM_INFIX:
    case ITEM_POSTFIX: put_operator(w, cell_atom(item.cell), (ItemKind)item.kind); break;
    case ITEM_BRACKET: put_punctuation(w, (char)item.cell); break;
    case ITEM_DEFINITIONS: write_definitions(w, item); break;
    }
}

/* Sees to it that the writing of a cyclic term ends. False: memory. */
static bool prepare_cyclic(Writer *w, Cell term)
{
    if (!w->options->cut_cycles)
        return cycles_find(w->s, term, &w->marks);
    if (w->max_depth > CYCLIC_DEPTH)
        w->max_depth = CYCLIC_DEPTH;
    w->subterms_left = CYCLIC_SUBTERMS;
    return true;
}

/* Pushes what is to be written. */
static void start(Writer *w, Cell term)
{
    unsigned priority = w->options->priority ? w->options->priority : OP_PRIORITY_MAX;
    bool ok = true;
    bool is_cyclic = cell_is_compound(cell_deref(term)) && !term_is_acyclic(w->s, term, &ok);
    if (!ok || (is_cyclic && !prepare_cyclic(w, term))) {
        w->status = WRITE_NO_MEMORY;
    } else if (is_cyclic && !w->options->cut_cycles) {
        put_raw(w, "@(", 2, ENDS_FREELY);
        push(w, (Item){.kind = ITEM_DEFINITIONS});
        push_bracket(w, '[');
        push_operator(w, ITEM_INFIX, ATOM_CHAR(','));
        push_term(w, term, OP_PRIORITY_ARGUMENT, 1, false);
    } else {
        push_term(w, term, priority, 1, false);
    }
}

WriteStatus term_write(Store *s, Cell term, const WriteOptions *options, TextSink sink)
{
    Writer w = {.s = s, .options = options, .sink = sink, .subterms_left = SIZE_MAX};
    w.max_depth = options->max_depth ? options->max_depth : UINT32_MAX;
    buf_init(&w.out, s->alloc);
    buf_init(&w.token, s->alloc);
    cell_map_init(&w.marks, s->alloc);
    w.ending = options->after ? ending_of(options->after) : ENDS_FREELY;
    start(&w, term);
    uint32_t steps = 0;
    while (w.item_count > 0 && w.status == WRITE_OK) {
        if (store_step_must_stop(s, &steps))
            w.status = WRITE_NO_MEMORY; /* the caller finds out why */
        else
            write_item(&w, w.items[--w.item_count]);
    }
    if (options->fullstop && w.status == WRITE_OK)
        put_punctuation(&w, '.');
    flush(&w);
    buf_free(&w.out);
    buf_free(&w.token);
    cell_map_free(&w.marks);
    VEC_FREE(s->alloc, w.entries, w.entry_capacity);
    VEC_FREE(s->alloc, w.items, w.item_capacity);
    return w.status;
}

/* ---- sinks ---- */

static bool put_to_buf(void *user, const char *bytes, size_t n)
{
    Buf *b = user;
    buf_put_bytes(b, bytes, n);
    return !b->failed;
}

TextSink sink_from_buf(Buf *b)
{
    return (TextSink){.put = put_to_buf, .user = b};
}

static bool put_to_stream(void *user, const char *bytes, size_t n)
{
    return stream_put_bytes(user, bytes, n) == IO_OK;
}

static bool stream_encodes(void *user, uint32_t code)
{
    return stream_can_encode(user, code);
}

TextSink sink_from_stream(Stream *s)
{
    return (TextSink){.put = put_to_stream, .can_encode = stream_encodes, .user = s};
}
