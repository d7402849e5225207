/* sub_text.h - text put together from two, and parts of text: the relations behind atom_concat/3, sub_atom/5 and their kin.
 * SPDX-License-Identifier: MIT
 *
 * Both are nondeterministic, with state after the arguments (builtin.h); rows must ask for that many hidden cells.
 */
#ifndef HORN_BUILTINS_SUB_TEXT_H
#define HORN_BUILTINS_SUB_TEXT_H

#include "builtins/text_view.h"

#define CONCAT_STATE   1
#define SUB_TEXT_STATE 5

/* What a text relation takes and makes. */
typedef struct TextRules {
    unsigned accept;    /* enum TextAccept */
    uint32_t type;      /* of type errors */
    enum TextKind kind; /* of results */
} TextRules;

/* arg[0] and arg[1] together are arg[2]. */
Status text_concat(Engine *e, Cell *arg, const TextRules *rules);
/* arg[4] is the part of arg[0] that has arg[1] characters before it, arg[2] characters, and arg[3] characters after it. */
Status text_sub(Engine *e, Cell *arg, const TextRules *rules);
/* Unifies a result: a bound argument of an accepted kind is compared as text, whatever its kind. */
Status text_unify(Engine *e, Cell arg, const TextRules *rules, const char *utf8, size_t bytes);

#endif
