/* constant_text.c - a term as text that reads back as exactly the same cells.
 * SPDX-License-Identifier: MIT
 */
#include "compile/constant_text.h"

#include "base/vec.h"
#include "syntax/number_format.h"
#include "syntax/quote.h"
#include "term/cellmap.h"
#include "term/text.h"

/* What is still to be written, last first. */
typedef enum StepKind { STEP_TERM, STEP_TAIL, STEP_COMMA, STEP_CLOSE } StepKind;

typedef struct Step {
    Cell cell;
    StepKind kind;
} Step;

typedef struct ConstantWriter {
    Buf *out;
    const AtomTable *atoms;
    Step *steps;
    size_t count, capacity;
    CellMap variables;
} ConstantWriter;

static void push(ConstantWriter *w, StepKind kind, Cell cell)
{
    if (!VEC_RESERVE(w->out->alloc, w->steps, w->capacity, w->count + 1)) {
        w->out->failed = true;
        return;
    }
    w->steps[w->count++] = (Step){cell, kind};
}

static void put_variable(ConstantWriter *w, Cell c)
{
    const Cell *known = cell_map_get(&w->variables, c);
    Cell number = known ? *known : w->variables.count + 1;
    if (!known && !cell_map_put(&w->variables, c, number))
        w->out->failed = true;
    buf_printf(w->out, "_%u", (unsigned)number);
}

static void put_atomic(ConstantWriter *w, Cell c)
{
    if (cell_is_atom(c)) {
        quote_atom(w->out, w->atoms, cell_atom(c));
    } else if (cell_is_string(c)) {
        TextSpan text = string_span(c);
        quote_text(w->out, '`', text.bytes, text.length, NULL, NULL);
    } else if (cell_is_number(c)) {
        number_format(c, w->out);
    } else {
        buf_put_string(w->out, "<blob>");
    }
}

/* Names that would start a list or a curly term. */
static bool is_bracket_name(uint32_t name)
{
    return name == ATOM_nil || name == ATOM_curly;
}

static void put_struct(ConstantWriter *w, Cell c)
{
    const Cell *cells = str_cells(c);
    uint32_t name = functor_name(cells[0]);
    if (is_bracket_name(name))
        buf_put_byte(w->out, '\'');
    quote_atom(w->out, w->atoms, name);
    if (is_bracket_name(name))
        buf_put_byte(w->out, '\'');
    buf_put_byte(w->out, '(');
    push(w, STEP_CLOSE, ')');
    for (uint32_t i = functor_arity(cells[0]); i > 0; i--) {
        push(w, STEP_TERM, cells[i]);
        if (i > 1)
            push(w, STEP_COMMA, 0);
    }
}

static bool is_nul(Cell c)
{
    return cell_deref(c) == cell_from_atom(0);
}

/* Packed text, or a NUL character, which no block holds, before it. */
static bool starts_text(Cell list)
{
    if (cell_is_txt(list))
        return true;
    return is_nul(lst_cells(list)[0]) && cell_is_txt(cell_deref(lst_cells(list)[1]));
}

/* Appends the characters of packed text that ends in [], blocks and NUL characters between them; false: it is nothing of the kind. */
static bool gather_text(Buf *text, Cell list)
{
    for (;;) {
        list = cell_deref(list);
        if (cell_is_txt(list)) {
            buf_put_string(text, txt_bytes(list));
            list = *txt_tail(list);
        } else if (cell_is_lst(list) && is_nul(lst_cells(list)[0])) {
            buf_put_byte(text, 0);
            list = lst_cells(list)[1];
        } else {
            return list == cell_from_atom(ATOM_nil);
        }
    }
}

static bool put_text(ConstantWriter *w, Cell list)
{
    Buf text;
    if (!starts_text(list))
        return false;
    buf_init(&text, w->out->alloc);
    bool is_text = gather_text(&text, list);
    if (is_text)
        quote_text(w->out, '"', text.data, text.length, NULL, NULL);
    w->out->failed |= text.failed;
    buf_free(&text);
    return is_text;
}

static void put_first(ConstantWriter *w, Cell list)
{
    Cell head, tail;
    list_uncons(list, &head, &tail);
    push(w, STEP_TAIL, tail);
    push(w, STEP_TERM, head);
}

static void put_term(ConstantWriter *w, Cell c)
{
    if (cell_is_var(c)) {
        put_variable(w, c);
    } else if (cell_is_str(c)) {
        put_struct(w, c);
    } else if (cell_is_pair(c)) {
        if (put_text(w, c))
            return;
        buf_put_byte(w->out, '[');
        put_first(w, c);
    } else {
        put_atomic(w, c);
    }
}

static void put_tail(ConstantWriter *w, Cell c)
{
    if (c == cell_from_atom(ATOM_nil)) {
        buf_put_byte(w->out, ']');
    } else if (cell_is_lst(c) && !starts_text(c)) {
        buf_put_byte(w->out, ',');
        put_first(w, c);
    } else {
        buf_put_byte(w->out, '|');
        push(w, STEP_CLOSE, ']');
        push(w, STEP_TERM, c);
    }
}

void constant_put(Buf *out, const AtomTable *atoms, Cell term)
{
    ConstantWriter w = {.out = out, .atoms = atoms};
    cell_map_init(&w.variables, out->alloc);
    push(&w, STEP_TERM, term);
    while (w.count > 0 && !out->failed) {
        Step step = w.steps[--w.count];
        switch (step.kind) {
        case STEP_TERM: put_term(&w, cell_deref(step.cell)); break;
        case STEP_TAIL: put_tail(&w, cell_deref(step.cell)); break;
        case STEP_COMMA: buf_put_byte(out, ','); break;
        case STEP_CLOSE: buf_put_byte(out, (char)step.cell); break;
        }
    }
    VEC_FREE(out->alloc, w.steps, w.capacity);
    cell_map_free(&w.variables);
}
