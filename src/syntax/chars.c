/* chars.c - what each character is to the lexer (6.5).
 * SPDX-License-Identifier: MIT
 */
#include "syntax/chars.h"

#include "base/unicode.h"

CharClass char_class_beyond_ascii(uint32_t code)
{
    if (unicode_is_uppercase(code))
        return CHAR_UPPER;
    if (unicode_is_id_start(code))
        return CHAR_LOWER;
    if (unicode_is_id_continue(code))
        return CHAR_CONTINUE;
    if (unicode_is_symbol(code))
        return CHAR_SYMBOL;
    if (unicode_is_solo(code))
        return CHAR_SOLO;
    return unicode_is_space(code) ? CHAR_LAYOUT : CHAR_NONE;
}

/* clang-format off */
#define N CHAR_NONE
#define L CHAR_LAYOUT
#define A CHAR_LOWER
#define U CHAR_UPPER
#define D CHAR_DIGIT
#define S CHAR_SYMBOL
#define O CHAR_SOLO
#define P CHAR_PUNCT
const uint8_t char_ascii_classes[128] = {
    N, N, N, N, N, N, N, N, N, L, L, L, L, L, N, N, /* \t \n \v \f \r */
    N, N, N, N, N, N, N, N, N, N, N, N, N, N, N, N,
    L, O, P, S, S, P, S, P, P, P, S, S, P, S, S, S, /*   ! " # $ % & ' ( ) * + , - . / */
    D, D, D, D, D, D, D, D, D, D, S, O, S, S, S, S, /* 0-9 : ; < = > ? */
    S, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, /* @ A-O */
    U, U, U, U, U, U, U, U, U, U, U, P, S, P, S, U, /* P-Z [ \ ] ^ _ */
    P, A, A, A, A, A, A, A, A, A, A, A, A, A, A, A, /* ` a-o */
    A, A, A, A, A, A, A, A, A, A, A, P, P, P, S, N, /* p-z { | } ~ */
};
/* clang-format on */
