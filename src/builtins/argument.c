/* argument.c - checking the arguments of builtins, and making text results.
 * SPDX-License-Identifier: MIT
 */
#include "base/utf8.h"
#include "builtins/builtin.h"
#include "builtins/text_view.h"
#include "term/chain.h"
#include "term/walk.h"

#define FUNCTOR_MODULE    cell_from_functor(ATOM_CHAR(':'), 2)
#define FUNCTOR_INDICATOR cell_from_functor(ATOM_CHAR('/'), 2)

/* ---- single values ---- */

Status arg_atom(Engine *e, Cell arg, uint32_t *atom)
{
    arg = cell_deref(arg);
    if (cell_is_var(arg))
        return instantiation_error(e);
    if (!cell_is_atom(arg))
        return type_error(e, ATOM_atom, arg);
    *atom = cell_atom(arg);
    return ST_TRUE;
}

Status arg_integer(Engine *e, Cell arg, int64_t *value)
{
    arg = cell_deref(arg);
    if (cell_is_var(arg))
        return instantiation_error(e);
    if (!cell_is_integer(arg))
        return type_error(e, ATOM_integer, arg);
    if (integer_to_int64(arg, value))
        return ST_TRUE;
    IntView view;
    int_view(arg, &view);
    return representation_error(e, view.negative ? ATOM_min_integer : ATOM_max_integer);
}

Status arg_non_negative(Engine *e, Cell arg, int64_t *value)
{
    arg = cell_deref(arg);
    if (cell_is_big(arg) && box_kind(arg) == RAW_BIG_NEGATIVE)
        return domain_error(e, ATOM_not_less_than_zero, arg);
    Status s = arg_integer(e, arg, value);
    if (s != ST_TRUE)
        return s;
    return *value >= 0 ? ST_TRUE : domain_error(e, ATOM_not_less_than_zero, arg);
}

Status arg_callable(Engine *e, Cell arg, Cell *out)
{
    arg = cell_deref(arg);
    if (cell_is_var(arg))
        return instantiation_error(e);
    if (!cell_is_callable(arg))
        return type_error(e, ATOM_callable, arg);
    *out = arg;
    return ST_TRUE;
}

Status arg_var_or_integer(Engine *e, Cell arg)
{
    arg = cell_deref(arg);
    return cell_is_var(arg) || cell_is_integer(arg) ? ST_TRUE : type_error(e, ATOM_integer, arg);
}

Status arg_var_or_atom(Engine *e, Cell arg)
{
    arg = cell_deref(arg);
    return cell_is_var(arg) || cell_is_atom(arg) ? ST_TRUE : type_error(e, ATOM_atom, arg);
}

Status arg_boolean(Engine *e, Cell arg, bool *value)
{
    arg = cell_deref(arg);
    if (cell_is_var(arg))
        return instantiation_error(e);
    bool yes = arg == cell_from_atom(ATOM_true) || arg == cell_from_atom(ATOM_on);
    if (!yes && arg != cell_from_atom(ATOM_false) && arg != cell_from_atom(ATOM_off))
        return type_error(e, ATOM_bool, arg);
    *value = yes;
    return ST_TRUE;
}

/* ---- compound arguments ---- */

Status arg_list(Engine *e, Cell arg, size_t *length)
{
    arg = cell_deref(arg);
    enum ListKind kind = list_measure(arg, length);
    if (kind == LIST_PROPER)
        return ST_TRUE;
    return kind == LIST_PARTIAL ? instantiation_error(e) : type_error(e, ATOM_list, arg);
}

Status arg_text(Engine *e, Cell arg, uint32_t type, Buf *out)
{
    TextView view;
    Status s = text_view_open(e, &view, arg, ACCEPT_ANY_NIL, type);
    if (s != ST_TRUE)
        return s;
    buf_put_bytes(out, view.bytes, view.length);
    text_view_close(&view);
    return out->failed ? resource_error(e, ATOM_memory) : ST_TRUE;
}

Status arg_qualified(Engine *e, Cell arg, Module *from, Module **module, Cell *plain)
{
    Chain chain = {0};
    *module = from;
    arg = cell_deref(arg);
    while (cell_is_str(arg) && str_functor(arg) == FUNCTOR_MODULE) {
        if (chain_is_endless(&chain, arg))
            return type_error(e, ATOM_acyclic_term, arg);
        Cell name = cell_deref(str_cells(arg)[1]);
        if (cell_is_var(name))
            return instantiation_error(e);
        if (!cell_is_atom(name))
            return type_error(e, ATOM_module, name);
        *module = module_intern(&e->machine->program, cell_atom(name));
        if (*module == NULL)
            return resource_error(e, ATOM_memory);
        arg = cell_deref(str_cells(arg)[2]);
    }
    *plain = arg;
    return ST_TRUE;
}

Status arg_indicator(Engine *e, Cell arg, Module *from, Module **module, uint32_t *name, uint32_t *arity)
{
    Cell plain;
    Status s = arg_qualified(e, arg, from, module, &plain);
    if (s != ST_TRUE)
        return s;
    if (cell_is_var(plain))
        return instantiation_error(e);
    if (!cell_is_str(plain) || str_functor(plain) != FUNCTOR_INDICATOR)
        return type_error(e, ATOM_predicate_indicator, plain);
    Cell n = cell_deref(str_cells(plain)[1]), a = cell_deref(str_cells(plain)[2]);
    s = arg_qualified(e, n, *module, module, &n); /* m:p/1 reads as (m:p)/1 */
    if (s != ST_TRUE)
        return s;
    if (cell_is_var(n) || cell_is_var(a))
        return instantiation_error(e);
    s = arg_atom(e, n, name);
    if (s != ST_TRUE)
        return s;
    if (cell_is_integer(a) && (!cell_is_int(a) || cell_int(a) > MAX_ARITY) && number_compare(a, cell_from_int(0)) > 0)
        return representation_error(e, ATOM_max_arity);
    int64_t value;
    s = arg_non_negative(e, a, &value);
    if (s == ST_TRUE)
        *arity = (uint32_t)value;
    return s;
}

/* ---- text results ---- */

static Status make_atom(Engine *e, const char *utf8, size_t bytes, Cell *out)
{
    uint32_t atom = atom_intern(&e->machine->atoms, utf8, bytes);
    if (atom == ATOM_NONE)
        return resource_error(e, ATOM_memory);
    *out = cell_from_atom(atom);
    return ST_TRUE;
}

/* Pushes the list of the codes of the characters, ending in `tail`. */
static Cell push_codes(Store *s, const char *utf8, size_t bytes, Cell tail)
{
    Cell list = tail, *link = &list;
    for (const char *p = utf8, *end = utf8 + bytes; p < end;) {
        Cell pair = heap_push_pair(s, cell_from_int((int64_t)utf8_next(&p)), tail);
        *link = pair;
        link = lst_cells(pair) + 1;
    }
    return list;
}

Status make_list_before(Engine *e, enum TextKind kind, const char *utf8, size_t bytes, Cell tail, Cell *out)
{
    Store *s = &e->store;
    if (!heap_has(s, kind == TEXT_CODES ? 2 * utf8_length(utf8, bytes) : text_cells(utf8, bytes)))
        return ST_RETRY;
    *out = kind == TEXT_CODES ? push_codes(s, utf8, bytes, tail) : text_push(s, utf8, bytes, tail);
    return ST_TRUE;
}

Status make_text(Engine *e, enum TextKind kind, const char *utf8, size_t bytes, Cell *out)
{
    Store *s = &e->store;
    switch (kind) {
    case TEXT_ATOM: return make_atom(e, utf8, bytes, out);
    case TEXT_STRING:
        if (!heap_has(s, 1 + string_words(bytes)))
            return ST_RETRY;
        *out = string_push(s, utf8, bytes);
        return ST_TRUE;
    case TEXT_CODES:
    case TEXT_CHARS: return make_list_before(e, kind, utf8, bytes, cell_from_atom(ATOM_nil), out);
    }
    return ST_FAIL;
}

Status unify_text(Engine *e, Cell arg, enum TextKind kind, const char *utf8, size_t bytes)
{
    Cell text;
    Status s = make_text(e, kind, utf8, bytes, &text);
    return s == ST_TRUE ? unify_result(e, arg, text) : s;
}
