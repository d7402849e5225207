/* chars.h - what each character is to the lexer (6.5), Unicode included.
 * SPDX-License-Identifier: MIT
 *
 * ASCII is classed as the standard says. Beyond it, upper and title case letters start variables, other letters start names, symbols
 * and dashes join the symbol characters, brackets and quotes are names of their own, White_Space is layout. The rest, e.g. controls,
 * occurs in quoted items only.
 */
#ifndef HORN_SYNTAX_CHARS_H
#define HORN_SYNTAX_CHARS_H

#include "base/base.h"

typedef enum CharClass {
    CHAR_NONE,     /* in quoted items only */
    CHAR_LAYOUT,
    CHAR_LOWER,    /* starts names */
    CHAR_UPPER,    /* starts variables, '_' included */
    CHAR_DIGIT,    /* 0-9 */
    CHAR_CONTINUE, /* goes on with names and variables, starts nothing */
    CHAR_SYMBOL,
    CHAR_SOLO,     /* ! ; and other one-character names */
    CHAR_PUNCT     /* ( ) [ ] { } , | % and the quotes */
} CharClass;

extern const uint8_t char_ascii_classes[128];
CharClass char_class_beyond_ascii(uint32_t code);

static inline CharClass char_class(uint32_t code)
{
    return LIKELY(code < 128) ? (CharClass)char_ascii_classes[code] : char_class_beyond_ascii(code);
}
/* Letters, digits and '_': what names and variables go on with. */
static inline bool char_class_is_alnum(CharClass class)
{
    return class >= CHAR_LOWER && class <= CHAR_CONTINUE;
}
static inline bool char_is_alnum(uint32_t code)
{
    return char_class_is_alnum(char_class(code));
}
/* The value of a digit in bases up to 36, 99 for anything else. */
static inline unsigned char_digit_value(int32_t code)
{
    if (code >= '0' && code <= '9')
        return (unsigned)(code - '0');
    if (code >= 'a' && code <= 'z')
        return (unsigned)(code - 'a') + 10;
    if (code >= 'A' && code <= 'Z')
        return (unsigned)(code - 'A') + 10;
    return 99;
}

#endif
