/* text_view.c - text arguments as UTF-8 bytes.
 * SPDX-License-Identifier: MIT
 */
#include "builtins/text_view.h"

#include "base/utf8.h"
#include "syntax/number_format.h"
#include "term/walk.h"

/* What the elements of a list have turned out to be; a list is of one kind. */
enum ElementKind { ELEMENTS_UNKNOWN, ELEMENTS_CHARS, ELEMENTS_CODES };

static Status element_error(Engine *e, Cell element, enum ElementKind kind, unsigned accept)
{
    if (cell_is_var(element))
        return instantiation_error(e);
    bool codes = kind == ELEMENTS_CODES || !(accept & ACCEPT_CHARS) || (kind == ELEMENTS_UNKNOWN && (accept & ACCEPT_CODES));
    if (!codes)
        return type_error(e, ATOM_character, element);
    return cell_is_integer(element) ? representation_error(e, ATOM_character_code) : type_error(e, ATOM_integer, element);
}

static bool cell_is_code(Cell c)
{
    return cell_is_int(c) && cell_int(c) >= 0 && cell_int(c) <= UNICODE_MAX && unicode_is_scalar((uint32_t)cell_int(c));
}

/* The code of an element if the list may have it, else UINT32_MAX. */
static uint32_t element_code(Cell element, enum ElementKind *kind, unsigned accept)
{
    if (cell_is_atom(element) && cell_atom(element) < ATOM_FIRST && (accept & ACCEPT_CHARS) && *kind != ELEMENTS_CODES) {
        *kind = ELEMENTS_CHARS;
        return cell_atom(element);
    }
    if (cell_is_code(element) && (accept & ACCEPT_CODES) && *kind != ELEMENTS_CHARS) {
        *kind = ELEMENTS_CODES;
        return (uint32_t)cell_int(element);
    }
    return UINT32_MAX;
}

/* Appends the characters of a proper list. */
static Status put_list(Engine *e, Buf *out, Cell list, unsigned accept)
{
    enum ElementKind kind = ELEMENTS_UNKNOWN;
    size_t steps = 0;
    for (Cell c = list; cell_is_pair(c);) {
        if (store_must_stop(&e->store, ++steps))
            return resource_error(e, ATOM_memory);
        if (cell_is_txt(c) && (accept & ACCEPT_CHARS) && kind != ELEMENTS_CODES) {
            kind = ELEMENTS_CHARS;
            buf_put_string(out, txt_bytes(c));
            c = cell_deref(*txt_tail(c));
            continue;
        }
        Cell head, tail;
        list_uncons(c, &head, &tail);
        uint32_t code = element_code(cell_deref(head), &kind, accept);
        if (code == UINT32_MAX)
            return element_error(e, cell_deref(head), kind, accept);
        buf_put_code(out, code);
        c = cell_deref(tail);
    }
    return ST_TRUE;
}

/* One walk over a list that fits the scratch bytes. False when it does not, or is no text: then nothing is said about it. */
static bool view_short_list(TextView *v, Cell list, unsigned accept)
{
    enum ElementKind kind = ELEMENTS_UNKNOWN;
    size_t n = 0;
    for (Cell c = list; n + UTF8_MAX_BYTES <= sizeof v->scratch;) {
        if (cell_is_lst(c)) {
            uint32_t code = element_code(cell_deref(lst_cells(c)[0]), &kind, accept);
            if (code == UINT32_MAX)
                return false;
            n += utf8_encode(code, v->scratch + n);
            c = cell_deref(lst_cells(c)[1]);
        } else if (cell_is_txt(c)) {
            size_t bytes = strnlen(txt_bytes(c), sizeof v->scratch);
            if (!(accept & ACCEPT_CHARS) || kind == ELEMENTS_CODES || n + bytes > sizeof v->scratch)
                return false;
            kind = ELEMENTS_CHARS;
            memcpy(v->scratch + n, txt_bytes(c), bytes);
            n += bytes;
            c = cell_deref(*txt_tail(c));
        } else {
            v->bytes = v->scratch;
            v->length = n;
            return c == cell_from_atom(ATOM_nil);
        }
    }
    return false;
}

static Status view_list(Engine *e, TextView *v, Cell list, unsigned accept, uint32_t type)
{
    if (view_short_list(v, list, accept))
        return ST_TRUE;
    if (cell_is_txt(list) && (accept & ACCEPT_CHARS) && cell_deref(*txt_tail(list)) == cell_from_atom(ATOM_nil)) {
        v->bytes = txt_bytes(list);
        v->length = strlen(v->bytes);
        return ST_TRUE;
    }
    size_t length;
    enum ListKind kind = list_measure(list, &length);
    if (kind == LIST_PARTIAL)
        return instantiation_error(e);
    if (kind != LIST_PROPER)
        return type_error(e, type, list);
    return put_list(e, &v->buf, list, accept);
}

/* Opens the view, leaving what was put into the buffer to the caller. */
static Status view_kind(Engine *e, TextView *v, Cell arg, unsigned accept, uint32_t type)
{
    if (cell_is_var(arg))
        return instantiation_error(e);
    if (arg == cell_from_atom(ATOM_nil) && (accept & ACCEPT_NIL))
        return ST_TRUE;
    if (cell_is_atom(arg) && (accept & ACCEPT_ATOM)) {
        TextSpan span = atom_text(&e->machine->atoms, cell_atom(arg), v->scratch);
        v->bytes = span.bytes;
        v->length = span.length;
        return ST_TRUE;
    }
    if (cell_is_string(arg) && (accept & ACCEPT_STRING)) {
        TextSpan span = string_span(arg);
        v->bytes = span.bytes;
        v->length = span.length;
        return ST_TRUE;
    }
    if (cell_is_number(arg) && (accept & ACCEPT_NUMBER)) {
        number_format(arg, &v->buf);
        return ST_TRUE;
    }
    if (cell_is_pair(arg) && (accept & (ACCEPT_CHARS | ACCEPT_CODES)))
        return view_list(e, v, arg, accept, type);
    return type_error(e, type, arg);
}

Status text_view_open(Engine *e, TextView *v, Cell arg, unsigned accept, uint32_t type)
{
    buf_init(&v->buf, &e->machine->alloc);
    v->bytes = "";
    v->length = 0;
    Status s = view_kind(e, v, cell_deref(arg), accept, type);
    if (s == ST_TRUE && v->buf.failed)
        s = resource_error(e, ATOM_memory);
    if (s != ST_TRUE)
        buf_free(&v->buf);
    else if (v->buf.length > 0) {
        v->bytes = v->buf.data;
        v->length = v->buf.length;
    }
    return s;
}

/* The next element of a list, and the rest of it. Runs of packed text, which are characters, are passed over when they are accepted. */
static Cell next_element(Cell *list, unsigned accept)
{
    Cell head, tail;
    list_uncons(*list, &head, &tail);
    if (cell_is_txt(*list) && (accept & ACCEPT_CHARS))
        tail = *txt_tail(*list);
    *list = cell_deref(tail);
    return cell_deref(head);
}

static bool prefix_has_unbound(Cell list)
{
    while (cell_is_pair(list))
        if (cell_is_var(next_element(&list, ACCEPT_CHARS)))
            return true;
    return false;
}

Status text_list_check(Engine *e, Cell list, bool complete, unsigned accept)
{
    size_t length;
    list = cell_deref(list);
    enum ListKind shape = list_measure(list, &length);
    if (shape == LIST_CYCLIC || shape == LIST_NOT)
        return type_error(e, ATOM_list, list);
    if (complete && (shape == LIST_PARTIAL || prefix_has_unbound(list)))
        return instantiation_error(e);
    enum ElementKind kind = ELEMENTS_UNKNOWN;
    size_t steps = 0;
    while (cell_is_pair(list)) {
        if (store_must_stop(&e->store, ++steps))
            return resource_error(e, ATOM_memory);
        Cell element = next_element(&list, accept);
        if (!cell_is_var(element) && element_code(element, &kind, accept) == UINT32_MAX)
            return element_error(e, element, kind, accept);
    }
    return ST_TRUE;
}

bool text_view_open_short(Engine *e, TextView *v, Cell arg, unsigned accept)
{
    buf_init(&v->buf, &e->machine->alloc);
    arg = cell_deref(arg);
    return cell_is_pair(arg) && view_short_list(v, arg, accept);
}

void text_view_close(TextView *v)
{
    buf_free(&v->buf);
}
