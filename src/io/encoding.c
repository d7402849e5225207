/* encoding.c - how code points are written as bytes.
 *
 * SPDX-License-Identifier: MIT
 */
#include "io/encoding.h"

#include "base/utf8.h"

/* ---- names ---- */

static const struct {
    const char *name;
    Encoding encoding;
} names[] = {
    /* The first name of each encoding is the preferred one. */
    {"octet", ENC_OCTET},
    {"ascii", ENC_ASCII},
    {"iso_latin_1", ENC_ISO_LATIN_1},
    {"utf8", ENC_UTF8},
    {"utf16le", ENC_UTF16LE},
    {"utf16be", ENC_UTF16BE},

    {"text", ENC_UTF8},
    {"UTF-8", ENC_UTF8},
    {"utf-8", ENC_UTF8},
    {"us_ascii", ENC_ASCII},
    {"US-ASCII", ENC_ASCII},
    {"latin1", ENC_ISO_LATIN_1},
    {"ISO-8859-1", ENC_ISO_LATIN_1},
    {"iso_8859_1", ENC_ISO_LATIN_1},
    {"unicode_le", ENC_UTF16LE},
    {"UTF-16LE", ENC_UTF16LE},
    {"utf16", ENC_UTF16BE},
    {"unicode_be", ENC_UTF16BE},
    {"UTF-16BE", ENC_UTF16BE},
};

const char *encoding_name(Encoding encoding)
{
    for (size_t i = 0; i < ARRAY_LENGTH(names); i++)
        if (names[i].encoding == encoding)
            return names[i].name;
    return "octet";
}

bool encoding_from_name(const char *name, Encoding *encoding)
{
    for (size_t i = 0; i < ARRAY_LENGTH(names); i++)
        if (strcmp(names[i].name, name) == 0) {
            *encoding = names[i].encoding;
            return true;
        }
    return false;
}

/* ---- UTF-16 ---- */

static uint32_t utf16_unit(Encoding encoding, const char *p)
{
    unsigned first = (unsigned char)p[0], second = (unsigned char)p[1];
    return encoding == ENC_UTF16LE ? second << 8 | first : first << 8 | second;
}

static void put_utf16_unit(Encoding encoding, uint32_t unit, char *out)
{
    char high = (char)(unit >> 8), low = (char)(unit & 0xFFu);
    out[0] = encoding == ENC_UTF16LE ? low : high;
    out[1] = encoding == ENC_UTF16LE ? high : low;
}

static bool is_high_surrogate(uint32_t unit)
{
    return (unit & 0xFC00u) == 0xD800u;
}

static bool is_low_surrogate(uint32_t unit)
{
    return (unit & 0xFC00u) == 0xDC00u;
}

static size_t decode_utf16(Encoding encoding, const char *p, const char *end, uint32_t *code)
{
    if (end - p < 2)
        return 0;
    uint32_t unit = utf16_unit(encoding, p);
    if (unicode_is_scalar(unit)) {
        *code = unit;
        return 2;
    }
    if (!is_high_surrogate(unit) || end - p < 4)
        return 0;
    uint32_t second = utf16_unit(encoding, p + 2);
    if (!is_low_surrogate(second))
        return 0;
    *code = 0x10000u + ((unit & 0x3FFu) << 10 | (second & 0x3FFu));
    return 4;
}

static size_t encode_utf16(Encoding encoding, uint32_t code, char out[4])
{
    if (!unicode_is_scalar(code))
        return 0;
    if (code < 0x10000u) {
        put_utf16_unit(encoding, code, out);
        return 2;
    }
    uint32_t bits = code - 0x10000u;
    put_utf16_unit(encoding, 0xD800u | bits >> 10, out);
    put_utf16_unit(encoding, 0xDC00u | (bits & 0x3FFu), out + 2);
    return 4;
}

/* ---- any encoding ---- */

/* The number of codes of an encoding whose codes are bytes. */
static uint32_t byte_code_count(Encoding encoding)
{
    return encoding == ENC_ASCII ? 0x80 : 0x100;
}

/* Stops asking for more bytes where those at hand already show an error, lest a terminal's reader wait for them. */
static size_t utf8_needed_bytes(const char *p, size_t n)
{
    size_t whole = max_size(utf8_sequence_bytes(*p), 1);
    for (size_t i = 1; i < min_size(n, whole); i++)
        if (!utf8_is_continuation(p[i]))
            return i;
    return whole;
}

size_t encoding_needed_bytes(Encoding encoding, const char *p, size_t n)
{
    switch (encoding) {
    case ENC_UTF8: return n == 0 ? 1 : utf8_needed_bytes(p, n);
    case ENC_UTF16LE:
    case ENC_UTF16BE: return n >= 2 && is_high_surrogate(utf16_unit(encoding, p)) ? 4 : 2;
    default: return 1;
    }
}

size_t encoding_decode(Encoding encoding, const char *p, const char *end, uint32_t *code)
{
    if (encoding == ENC_UTF8)
        return utf8_decode(p, end, code);
    if (encoding >= ENC_UTF16LE)
        return decode_utf16(encoding, p, end, code);
    if (p >= end || (unsigned char)*p >= byte_code_count(encoding))
        return 0;
    *code = (unsigned char)*p;
    return 1;
}

size_t encoding_encode(Encoding encoding, uint32_t code, char out[ENCODING_MAX_BYTES])
{
    if (encoding == ENC_UTF8)
        return utf8_encode(code, out);
    if (encoding >= ENC_UTF16LE)
        return encode_utf16(encoding, code, out);
    if (code >= byte_code_count(encoding))
        return 0;
    out[0] = (char)code;
    return 1;
}

bool encoding_can_encode(Encoding encoding, uint32_t code)
{
    return encoding >= ENC_UTF8 ? unicode_is_scalar(code) : code < byte_code_count(encoding);
}

size_t encoding_detect_bom(const char *p, size_t n, Encoding *encoding)
{
    if (n >= 3 && memcmp(p, "\xEF\xBB\xBF", 3) == 0) {
        *encoding = ENC_UTF8;
        return 3;
    }
    if (n >= 2 && memcmp(p, "\xFF\xFE", 2) == 0) {
        *encoding = ENC_UTF16LE;
        return 2;
    }
    if (n >= 2 && memcmp(p, "\xFE\xFF", 2) == 0) {
        *encoding = ENC_UTF16BE;
        return 2;
    }
    return 0;
}
