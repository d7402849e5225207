/* utf8.h - UTF-8, one code point at a time.
 *
 * Checking functions accept exactly what the Unicode standard calls well-formed: shortest forms of the scalar values, so no
 * surrogates and nothing above U+10FFFF. U+0000 is an ordinary code point of one byte.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef HORN_UTF8_H
#define HORN_UTF8_H

#include "base/base.h"

#define UTF8_MAX_BYTES      4            /* bytes of the longest code point */
#define UNICODE_MAX         0x10FFFFu    /* the greatest code point */
#define UNICODE_REPLACEMENT 0xFFFDu      /* stands for what cannot be shown */

/* True for code points that are not surrogates and not out of range. */
static inline bool unicode_is_scalar(uint32_t code)
{
    return code <= UNICODE_MAX && code - 0xD800u >= 0x800u;
}

/* True for the second and later bytes of a code point. */
static inline bool utf8_is_continuation(char byte)
{
    return ((unsigned char)byte & 0xC0u) == 0x80u;
}

/* The bytes that encode `code`, 0 when it is no scalar value. */
static inline size_t utf8_code_bytes(uint32_t code)
{
    if (code < 0x80)
        return 1;
    if (code < 0x800)
        return 2;
    if (!unicode_is_scalar(code))
        return 0;
    return code < 0x10000 ? 3 : 4;
}

/* Writes `code` as UTF-8 and returns how many bytes that took, 0 when it is no scalar value. */
static inline size_t utf8_encode(uint32_t code, char out[4])
{
    size_t n = utf8_code_bytes(code);
    switch (n) {
    case 1: out[0] = (char)code; break;
    case 2:
        out[0] = (char)(0xC0u | code >> 6);
        out[1] = (char)(0x80u | (code & 0x3Fu));
        break;
    case 3:
        out[0] = (char)(0xE0u | code >> 12);
        out[1] = (char)(0x80u | (code >> 6 & 0x3Fu));
        out[2] = (char)(0x80u | (code & 0x3Fu));
        break;
    case 4:
        out[0] = (char)(0xF0u | code >> 18);
        out[1] = (char)(0x80u | (code >> 12 & 0x3Fu));
        out[2] = (char)(0x80u | (code >> 6 & 0x3Fu));
        out[3] = (char)(0x80u | (code & 0x3Fu));
        break;
    default: break;
    }
    return n;
}

/* How many bytes a code point with this first byte has, 0 for a byte that starts none. */
static inline size_t utf8_sequence_bytes(char first)
{
    unsigned char lead = (unsigned char)first;
    if (lead < 0x80)
        return 1;
    if (lead < 0xC2 || lead > 0xF4)
        return 0;
    return lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

/* Reads the code point at p and returns its bytes; 0, with code untouched, when p == end or the bytes there are malformed
 * or cut off by `end`. */
static inline size_t utf8_decode(const char *p, const char *end, uint32_t *code)
{
    if (p >= end)
        return 0;
    const unsigned char *u = (const unsigned char *)p;
    if (LIKELY(u[0] < 0x80)) {
        *code = u[0];
        return 1;
    }
    size_t n = utf8_sequence_bytes(*p);
    if (n == 0 || (size_t)(end - p) < n)
        return 0;
    uint32_t value = u[0] & (0x7Fu >> n);
    for (size_t i = 1; i < n; i++) {
        if (!utf8_is_continuation(p[i]))
            return 0;
        value = value << 6 | (u[i] & 0x3Fu);
    }
    if (utf8_code_bytes(value) != n)                         /* overlong, a surrogate, or too large */
        return 0;
    *code = value;
    return n;
}

/* Reads the code point at *p, in text known to be valid, and moves *p behind it. */
static inline uint32_t utf8_next(const char **p)
{
    const unsigned char *u = (const unsigned char *)*p;
    if (LIKELY(u[0] < 0x80)) {
        *p += 1;
        return u[0];
    }
    if (u[0] < 0xE0) {
        *p += 2;
        return (u[0] & 0x1Fu) << 6 | (u[1] & 0x3Fu);
    }
    if (u[0] < 0xF0) {
        *p += 3;
        return (u[0] & 0x0Fu) << 12 | (u[1] & 0x3Fu) << 6 | (u[2] & 0x3Fu);
    }
    *p += 4;
    return (u[0] & 0x07u) << 18 | (u[1] & 0x3Fu) << 12 | (u[2] & 0x3Fu) << 6 | (u[3] & 0x3Fu);
}

/* The start of the code point before p, in text known to be valid. */
static inline const char *utf8_previous(const char *p)
{
    do
        p--;
    while (utf8_is_continuation(*p));
    return p;
}

/* The number of code points in n bytes of valid text. */
static inline size_t utf8_length(const char *p, size_t n)
{
    size_t count = 0;
    for (size_t i = 0; i < n; i++)
        count += !utf8_is_continuation(p[i]);
    return count;
}

/* The address of the code point that `count` others precede, or the end of the n bytes of valid text when there are
 * fewer. */
static inline const char *utf8_skip(const char *p, size_t n, size_t count)
{
    const char *end = p + n;
    for (; p < end; p++)
        if (!utf8_is_continuation(*p) && count-- == 0)
            return p;
    return end;
}

/* The length of the longest valid prefix, in bytes. */
static inline size_t utf8_valid_prefix(const char *p, size_t n)
{
    const char *q = p, *end = p + n;
    uint32_t code;
    for (size_t step; q < end; q += step) {
        step = utf8_decode(q, end, &code);
        if (step == 0)
            break;
    }
    return (size_t)(q - p);
}

/* True when all n bytes are well-formed. */
static inline bool utf8_is_valid(const char *p, size_t n)
{
    return utf8_valid_prefix(p, n) == n;
}

#endif
