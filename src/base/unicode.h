/* unicode.h - classes, case and width of code points.
 *
 * Answers come from the general categories of the Unicode version that utf8proc carries, with shortcuts for ASCII.
 * Anything that is no code point belongs to no class. What the classes mean for a programming language is decided
 * elsewhere: '_' is no start of an identifier here, only a continuation.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef HORN_UNICODE_H
#define HORN_UNICODE_H

#include "base/buf.h"

/* Letters (L*) and letter numbers (Nl). */
bool unicode_is_id_start(uint32_t code);

/* Those, decimal digits (Nd), marks (Mn, Mc) and connectors (Pc, among them '_'). */
bool unicode_is_id_continue(uint32_t code);

/* Upper case and title case letters (Lu, Lt). */
bool unicode_is_uppercase(uint32_t code);

/* Lower case letters (Ll). */
bool unicode_is_lowercase(uint32_t code);

/* Letters (L*) and letter numbers (Nl). */
bool unicode_is_alpha(uint32_t code);

/* Those and decimal digits (Nd). */
bool unicode_is_alnum(uint32_t code);

/* Decimal digits of any script (Nd). */
bool unicode_is_digit(uint32_t code);

/* The value 0..9 of a decimal digit of any script, -1 for anything else. */
int unicode_digit_value(uint32_t code);

/* The code points with the property White_Space. */
bool unicode_is_space(uint32_t code);

/* Punctuation and symbols (P*, S*). */
bool unicode_is_punct(uint32_t code);

/* What leaves a mark on paper: letters, marks, numbers, punctuation, symbols. */
bool unicode_is_graph(uint32_t code);

/* Control characters (Cc). */
bool unicode_is_control(uint32_t code);

/* Symbols, dashes and other punctuation (S*, Pd, Po), which may be joined into names made of symbols. */
bool unicode_is_symbol(uint32_t code);

/* Brackets and quotes (Ps, Pe, Pi, Pf), which stand for themselves. */
bool unicode_is_solo(uint32_t code);

/* The simple one-to-one case mappings; other code points are returned as they are. */
uint32_t unicode_to_upper(uint32_t code);
uint32_t unicode_to_lower(uint32_t code);

/* Appends what a text is compared by when case, accents and ligatures do not count: its letters, taken apart and in lower case. */
void unicode_put_folded(Buf *out, const char *utf8, size_t bytes);

/* Columns on a terminal: 0 for controls and combining marks, 2 for wide characters, else 1. */
int unicode_width(uint32_t code);

#endif
