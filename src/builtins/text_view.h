/* text_view.h - a text argument of a builtin, seen as UTF-8 bytes.
 * SPDX-License-Identifier: MIT
 *
 * Atoms, strings and a packed text of one block are looked at in place; numbers and lists are written to a buffer. A view lives
 * within one run of a builtin, ends with text_view_close, and may not be copied: its bytes may lie in itself.
 */
#ifndef HORN_BUILTINS_TEXT_VIEW_H
#define HORN_BUILTINS_TEXT_VIEW_H

#include "builtins/builtin.h"

/* Which kinds of text an argument may be. */
enum TextAccept {
    ACCEPT_ATOM = 1,
    ACCEPT_STRING = 2,
    ACCEPT_NUMBER = 4,
    ACCEPT_CHARS = 8,  /* lists of characters, packed or not */
    ACCEPT_CODES = 16, /* lists of character codes */
    ACCEPT_NIL = 32,   /* [] is the empty text; without it, an atom of two characters */
    ACCEPT_ATOMIC = ACCEPT_ATOM | ACCEPT_STRING | ACCEPT_NUMBER,
    ACCEPT_ANY = ACCEPT_ATOMIC | ACCEPT_CHARS | ACCEPT_CODES,
    ACCEPT_ANY_NIL = ACCEPT_ANY | ACCEPT_NIL
};

typedef struct TextView {
    const char *bytes;
    size_t length;
    Buf buf;         /* where the bytes are, unless they are borrowed */
    char scratch[64]; /* or here: one-character atoms, short lists */
} TextView;

/* Opens a view. Errors: instantiation; type_error(type, arg) for what is no text of an accepted kind; for the elements of lists
 * type_error(character, E), type_error(integer, E) or representation_error(character_code). Nothing is to be closed then. */
Status text_view_open(Engine *e, TextView *v, Cell arg, unsigned accept, uint32_t type);
void text_view_close(TextView *v);
/* The errors of a list that text is made of, or is unified with, in the order of Cor.2: instantiation if it must be complete and is
 * not, type_error(list), then the first element that is neither unbound nor accepted. */
Status text_list_check(Engine *e, Cell list, bool complete, unsigned accept);
/* Opens a view of a complete list of few characters or codes, and of nothing else; false when the argument is none. */
bool text_view_open_short(Engine *e, TextView *v, Cell arg, unsigned accept);

#endif
