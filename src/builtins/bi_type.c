/* bi_type.c - type tests (8.3).
 * SPDX-License-Identifier: MIT
 *
 * Compiled clauses run most of these as one instruction; the predicates here serve call/N.
 */
#include "builtins/builtin.h"
#include "term/walk.h"

/* True when X is an unbound variable. */
static Status bi_var(Engine *e, Cell *arg)
{
    (void)e;
    return status_from_bool(cell_is_var(cell_deref(arg[0])));
}

/* True when X is bound. */
static Status bi_nonvar(Engine *e, Cell *arg)
{
    (void)e;
    return status_from_bool(!cell_is_var(cell_deref(arg[0])));
}

/* True when X is an unbound variable with attributes. */
static Status bi_attvar(Engine *e, Cell *arg)
{
    (void)e;
    return status_from_bool(cell_is_att(cell_deref(arg[0])));
}

/* True when X is an atom. */
static Status bi_atom(Engine *e, Cell *arg)
{
    (void)e;
    return status_from_bool(cell_is_atom(cell_deref(arg[0])));
}

/* True when X is an integer, small or big. */
static Status bi_integer(Engine *e, Cell *arg)
{
    (void)e;
    return status_from_bool(cell_is_integer(cell_deref(arg[0])));
}

/* True when X is a float. */
static Status bi_float(Engine *e, Cell *arg)
{
    (void)e;
    return status_from_bool(cell_is_double(cell_deref(arg[0])));
}

/* True when X is a number. */
static Status bi_number(Engine *e, Cell *arg)
{
    (void)e;
    return status_from_bool(cell_is_number(cell_deref(arg[0])));
}

/* True when X is a number, atom, string or other constant. */
static Status bi_atomic(Engine *e, Cell *arg)
{
    (void)e;
    return status_from_bool(cell_is_atomic(cell_deref(arg[0])));
}

/* True when X is a structure, a list of at least one element included. */
static Status bi_compound(Engine *e, Cell *arg)
{
    (void)e;
    return status_from_bool(cell_is_compound(cell_deref(arg[0])));
}

/* True when X is an atom or compound. */
static Status bi_callable(Engine *e, Cell *arg)
{
    (void)e;
    return status_from_bool(cell_is_callable(cell_deref(arg[0])));
}

/* True when X is a string, which packed text is not: that is a list. */
static Status bi_string(Engine *e, Cell *arg)
{
    (void)e;
    return status_from_bool(cell_is_string(cell_deref(arg[0])));
}

/* True when X is a proper list. */
static Status bi_is_list(Engine *e, Cell *arg)
{
    (void)e;
    size_t length;
    return status_from_bool(list_measure(cell_deref(arg[0]), &length) == LIST_PROPER);
}

/* '$partial_list'(@X): X is a proper list, or one that ends in a variable, or that variable. */
static Status bi_partial_list(Engine *e, Cell *arg)
{
    (void)e;
    size_t length;
    enum ListKind kind = list_measure(cell_deref(arg[0]), &length);
    return status_from_bool(kind == LIST_PROPER || kind == LIST_PARTIAL);
}

/* '$ends'(@X): an error when X is a cyclic list, for which nothing that walks it would end. Anything else will do. */
static Status bi_ends(Engine *e, Cell *arg)
{
    size_t length;
    return list_measure(cell_deref(arg[0]), &length) == LIST_CYCLIC ? type_error(e, ATOM_list, arg[0]) : ST_TRUE;
}

/* clang-format off */
const Builtin builtins_type[] = {
    BUILTIN("var",      bi_var,      "@term", DET, "8.3.1"),
    BUILTIN("atom",     bi_atom,     "@term", DET, "8.3.2"),
    BUILTIN("integer",  bi_integer,  "@term", DET, "8.3.3"),
    BUILTIN("float",    bi_float,    "@term", DET, "8.3.4"),
    BUILTIN("atomic",   bi_atomic,   "@term", DET, "8.3.5"),
    BUILTIN("compound", bi_compound, "@term", DET, "8.3.6"),
    BUILTIN("nonvar",   bi_nonvar,   "@term", DET, "8.3.7"),
    BUILTIN("number",   bi_number,   "@term", DET, "8.3.8"),
    BUILTIN("callable", bi_callable, "@term", DET, "8.3.9"),
    BUILTIN("is_list",  bi_is_list,  "@term", DET, ""),
    BUILTIN("$partial_list", bi_partial_list, "@term", DET, ""),
    BUILTIN("$ends",    bi_ends,     "@term", DET, ""),
    BUILTIN("string",   bi_string,   "@term", DET, ""),
    BUILTIN("rational", bi_integer,  "@term", DET, ""),
    BUILTIN("attvar",   bi_attvar,   "@term", DET, ""),
    BUILTIN_END
};
/* clang-format on */
