/* text_kind.h - the names atom, string, codes and chars of the kinds of text that predicates make.
 * SPDX-License-Identifier: MIT
 */
#ifndef HORN_BUILTINS_TEXT_KIND_H
#define HORN_BUILTINS_TEXT_KIND_H

#include "builtins/builtin.h"

static inline bool text_kind_from_atom(uint32_t atom, enum TextKind *kind)
{
    switch (atom) {
    case ATOM_atom: *kind = TEXT_ATOM; return true;
    case ATOM_string: *kind = TEXT_STRING; return true;
    case ATOM_codes: *kind = TEXT_CODES; return true;
    case ATOM_chars: *kind = TEXT_CHARS; return true;
    default: return false;
    }
}

/* An argument that names a kind of text. */
static inline Status arg_text_kind(Engine *e, Cell arg, enum TextKind *kind)
{
    uint32_t atom;
    Status status = arg_atom(e, arg, &atom);
    if (status != ST_TRUE)
        return status;
    return text_kind_from_atom(atom, kind) ? ST_TRUE : domain_error(e, ATOM_type, cell_deref(arg));
}

#endif
