/* quote.h - writing atoms so that they read back.
 * SPDX-License-Identifier: MIT
 */
#ifndef HORN_SYNTAX_QUOTE_H
#define HORN_SYNTAX_QUOTE_H

#include "base/buf.h"
#include "term/atom.h"

/* True when a name token with this text must be quoted to be the atom again. */
bool text_needs_quotes(const char *utf8, size_t bytes);
bool atom_needs_quotes(const AtomTable *atoms, uint32_t atom);
/* Appends text between quotes ('\'', '"' or '`'), with escapes. `can_encode` tells which code points the output can show; NULL means
 * all; others become \x..\ too. */
void quote_text(Buf *out, char quote, const char *utf8, size_t bytes, bool (*can_encode)(void *user, uint32_t code), void *user);
/* Appends an atom, quoted when it must be. */
void quote_atom(Buf *out, const AtomTable *atoms, uint32_t atom);

#endif
