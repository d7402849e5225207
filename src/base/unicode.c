/* unicode.c - classes, case and width of code points.
 *
 * A class is a set of general categories, held as a mask with a bit per category of utf8proc. The categories of ASCII
 * stand in a table, for most text never gets beyond it.
 *
 * SPDX-License-Identifier: MIT
 */
#include "base/unicode.h"
#include "base/utf8.h"

#include <utf8proc.h>

/* ---- categories ---- */

#define CATEGORY(name) (1u << UTF8PROC_CATEGORY_##name)

enum {
    LETTER = CATEGORY(LU) | CATEGORY(LL) | CATEGORY(LT) | CATEGORY(LM) | CATEGORY(LO),
    ALPHABETIC = LETTER | CATEGORY(NL),
    MARK = CATEGORY(MN) | CATEGORY(MC),
    NUMBER = CATEGORY(ND) | CATEGORY(NL) | CATEGORY(NO),
    SOLO = CATEGORY(PS) | CATEGORY(PE) | CATEGORY(PI) | CATEGORY(PF),
    SYMBOL = CATEGORY(SM) | CATEGORY(SC) | CATEGORY(SK) | CATEGORY(SO) | CATEGORY(PD) | CATEGORY(PO),
    PUNCTUATION = SOLO | SYMBOL | CATEGORY(PC),
    GRAPHIC = LETTER | MARK | CATEGORY(ME) | NUMBER | PUNCTUATION,
    SEPARATOR = CATEGORY(ZS) | CATEGORY(ZL) | CATEGORY(ZP)
};

/* The category of each ASCII character. */
#define CC UTF8PROC_CATEGORY_CC
#define LL UTF8PROC_CATEGORY_LL
#define LU UTF8PROC_CATEGORY_LU
#define ND UTF8PROC_CATEGORY_ND
#define PC UTF8PROC_CATEGORY_PC
#define PD UTF8PROC_CATEGORY_PD
#define PE UTF8PROC_CATEGORY_PE
#define PO UTF8PROC_CATEGORY_PO
#define PS UTF8PROC_CATEGORY_PS
#define SC UTF8PROC_CATEGORY_SC
#define SK UTF8PROC_CATEGORY_SK
#define SM UTF8PROC_CATEGORY_SM
#define ZS UTF8PROC_CATEGORY_ZS

static const uint8_t ascii_category[128] = {
    CC, CC, CC, CC, CC, CC, CC, CC, CC, CC, CC, CC, CC, CC, CC, CC,     /* NUL .. SI */
    CC, CC, CC, CC, CC, CC, CC, CC, CC, CC, CC, CC, CC, CC, CC, CC,     /* DLE .. US */
    ZS, PO, PO, PO, SC, PO, PO, PO, PS, PE, PO, SM, PO, PD, PO, PO,     /*   ! " # $ % & ' ( ) * + , - . / */
    ND, ND, ND, ND, ND, ND, ND, ND, ND, ND, PO, PO, SM, SM, SM, PO,     /* 0 .. 9 : ; < = > ? */
    PO, LU, LU, LU, LU, LU, LU, LU, LU, LU, LU, LU, LU, LU, LU, LU,     /* @ A .. O */
    LU, LU, LU, LU, LU, LU, LU, LU, LU, LU, LU, PS, PO, PE, SK, PC,     /* P .. Z [ \ ] ^ _ */
    SK, LL, LL, LL, LL, LL, LL, LL, LL, LL, LL, LL, LL, LL, LL, LL,     /* ` a .. o */
    LL, LL, LL, LL, LL, LL, LL, LL, LL, LL, LL, PS, SM, PE, SM, CC      /* p .. z { | } ~ DEL */
};

#undef CC
#undef LL
#undef LU
#undef ND
#undef PC
#undef PD
#undef PE
#undef PO
#undef PS
#undef SC
#undef SK
#undef SM
#undef ZS

static bool has_category(uint32_t code, unsigned mask)
{
    if (LIKELY(code < 128))
        return mask >> ascii_category[code] & 1;
    if (code > UNICODE_MAX)
        return false;
    return mask >> utf8proc_category((utf8proc_int32_t)code) & 1;
}

/* ---- classes ---- */

bool unicode_is_id_start(uint32_t code)
{
    return has_category(code, ALPHABETIC);
}

bool unicode_is_id_continue(uint32_t code)
{
    return has_category(code, ALPHABETIC | MARK | CATEGORY(ND) | CATEGORY(PC));
}

bool unicode_is_uppercase(uint32_t code)
{
    return has_category(code, CATEGORY(LU) | CATEGORY(LT));
}

bool unicode_is_lowercase(uint32_t code)
{
    return has_category(code, CATEGORY(LL));
}

bool unicode_is_alpha(uint32_t code)
{
    return has_category(code, ALPHABETIC);
}

bool unicode_is_alnum(uint32_t code)
{
    return has_category(code, ALPHABETIC | CATEGORY(ND));
}

bool unicode_is_digit(uint32_t code)
{
    return has_category(code, CATEGORY(ND));
}

/* Unicode keeps the ten digits of a set together and in order, so the value is the distance from the start of a run of
 * digits. The mathematical digits are five sets in one run, hence the remainder. */
int unicode_digit_value(uint32_t code)
{
    if (code - '0' < 10)
        return (int)(code - '0');
    if (!unicode_is_digit(code))
        return -1;
    uint32_t first = code;
    while (unicode_is_digit(first - 1))
        first--;
    return (int)((code - first) % 10);
}

bool unicode_is_space(uint32_t code)
{
    return code - 9 < 5 || code == 0x85 || has_category(code, SEPARATOR);
}

bool unicode_is_punct(uint32_t code)
{
    return has_category(code, PUNCTUATION);
}

bool unicode_is_graph(uint32_t code)
{
    return has_category(code, GRAPHIC);
}

bool unicode_is_control(uint32_t code)
{
    return has_category(code, CATEGORY(CC));
}

bool unicode_is_symbol(uint32_t code)
{
    return has_category(code, SYMBOL);
}

bool unicode_is_solo(uint32_t code)
{
    return has_category(code, SOLO);
}

/* ---- case and width ---- */

uint32_t unicode_to_upper(uint32_t code)
{
    if (code < 128)
        return code - 'a' < 26 ? code - 32 : code;
    if (code == 0xdf || code > UNICODE_MAX) /* Unicode's simple mapping leaves sharp s alone, utf8proc does not */
        return code;
    return (uint32_t)utf8proc_toupper((utf8proc_int32_t)code);
}

uint32_t unicode_to_lower(uint32_t code)
{
    if (code < 128)
        return code - 'A' < 26 ? code + 32 : code;
    return code > UNICODE_MAX ? code : (uint32_t)utf8proc_tolower((utf8proc_int32_t)code);
}

/* Code points that one is taken apart into at most. */
#define FOLDED_CODES 32

void unicode_put_folded(Buf *out, const char *utf8, size_t bytes)
{
    utf8proc_option_t options = UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK;
    for (const char *p = utf8, *end = utf8 + bytes; p < end;) {
        utf8proc_int32_t codes[FOLDED_CODES];
        int boundary = 0;
        utf8proc_ssize_t count = utf8proc_decompose_char((utf8proc_int32_t)utf8_next(&p), codes, FOLDED_CODES, options, &boundary);
        for (utf8proc_ssize_t i = 0; i < count && i < FOLDED_CODES; i++)
            buf_put_code(out, (uint32_t)codes[i]);
    }
}

int unicode_width(uint32_t code)
{
    if (code < 128)
        return code - 0x20 < 0x5F;
    return code > UNICODE_MAX ? 0 : utf8proc_charwidth((utf8proc_int32_t)code);
}
