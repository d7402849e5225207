/* encoding.h - how code points are written as bytes.
 *
 * Names are those of Prolog's encoding(E) option. Functions work on one code point; malformed input and code points
 * that an encoding lacks are reported as 0 bytes.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef HORN_ENCODING_H
#define HORN_ENCODING_H

#include "base/base.h"

typedef enum Encoding {
    ENC_OCTET,                /* bytes are codes 0..255; used by binary streams */
    ENC_ASCII,                /* codes 0..127 */
    ENC_ISO_LATIN_1,          /* codes 0..255 */
    ENC_UTF8,
    ENC_UTF16LE,
    ENC_UTF16BE,
    ENC_COUNT
} Encoding;

/* Bytes of the longest code point in any encoding. */
#define ENCODING_MAX_BYTES 4

/* The preferred name, a constant. */
const char *encoding_name(Encoding encoding);

/* Finds an encoding by any of its names. */
bool encoding_from_name(const char *name, Encoding *encoding);

/* True when a byte below 128 always stands for its ASCII character. */
static inline bool encoding_extends_ascii(Encoding encoding)
{
    return encoding <= ENC_UTF8;
}

/* Bytes of the smallest unit, which is what reading skips after an error: 2 for UTF-16, else 1. */
static inline size_t encoding_unit_bytes(Encoding encoding)
{
    return encoding >= ENC_UTF16LE ? 2 : 1;
}

/* How many bytes must be at hand to decide about the code point whose first n bytes are at p; more than n when n do not
 * suffice. n may be 0. */
size_t encoding_needed_bytes(Encoding encoding, const char *p, size_t n);

/* Reads the code point at p and returns its bytes, or 0 when it is malformed or cut off. */
size_t encoding_decode(Encoding encoding, const char *p, const char *end, uint32_t *code);

/* Writes a code point and returns its bytes, or 0 when the encoding lacks it. */
size_t encoding_encode(Encoding encoding, uint32_t code, char out[ENCODING_MAX_BYTES]);

/* True when encoding_encode would not return 0. */
bool encoding_can_encode(Encoding encoding, uint32_t code);

/* The length of the byte order mark at the start of n bytes, and the encoding it tells; 0 when there is none. */
size_t encoding_detect_bom(const char *p, size_t n, Encoding *encoding);

#endif
