/* quote.c - writing atoms so that they read back.
 * SPDX-License-Identifier: MIT
 */
#include "syntax/quote.h"

#include "base/utf8.h"
#include "syntax/chars.h"

/* ---- when ---- */

static bool all_symbols(const char *p, const char *end)
{
    while (p < end)
        if (char_class(utf8_next(&p)) != CHAR_SYMBOL)
            return false;
    return true;
}

static bool all_alnum(const char *p, const char *end)
{
    while (p < end)
        if (!char_is_alnum(utf8_next(&p)))
            return false;
    return true;
}

bool text_needs_quotes(const char *utf8, size_t bytes)
{
    if (bytes == 0)
        return true;
    if (bytes == 2 && (memcmp(utf8, "[]", 2) == 0 || memcmp(utf8, "{}", 2) == 0))
        return false;
    const char *rest = utf8, *end = utf8 + bytes;
    switch (char_class(utf8_next(&rest))) {
    case CHAR_LOWER: return !all_alnum(rest, end);
    case CHAR_SOLO: return rest < end;
    case CHAR_SYMBOL:
        if (bytes == 1 && *utf8 == '.') /* would be the end token more often than not */
            return true;
        return (bytes >= 2 && memcmp(utf8, "/*", 2) == 0) || !all_symbols(rest, end);
    default: return true;
    }
}

bool atom_needs_quotes(const AtomTable *atoms, uint32_t atom)
{
    char scratch[8];
    TextSpan text = atom_text(atoms, atom, scratch);
    return text_needs_quotes(text.bytes, text.length);
}

/* ---- how ---- */

/* The letter that stands for a control character after a backslash, or 0. */
static char escape_letter(uint32_t code)
{
    switch (code) {
    case '\a': return 'a';
    case '\b': return 'b';
    case '\f': return 'f';
    case '\n': return 'n';
    case '\r': return 'r';
    case '\t': return 't';
    case '\v': return 'v';
    default: return 0;
    }
}

/* Characters that would not be seen, or would be lost, when they stood for themselves. */
static bool must_be_numbered(uint32_t code)
{
    CharClass class = char_class(code);
    return class == CHAR_NONE ? code < 0xA0 || code == 0xFEFF || (code >= 0x200B && code <= 0x200F) : class == CHAR_LAYOUT && code != ' ';
}

void quote_text(Buf *out, char quote, const char *utf8, size_t bytes, bool (*can_encode)(void *user, uint32_t code), void *user)
{
    buf_put_byte(out, quote);
    const char *p = utf8, *end = utf8 + bytes;
    while (p < end) {
        uint32_t code = utf8_next(&p);
        if (code == (unsigned char)quote || code == '\\') {
            buf_put_byte(out, '\\');
            buf_put_byte(out, (char)code);
        } else if (escape_letter(code)) {
            buf_put_byte(out, '\\');
            buf_put_byte(out, escape_letter(code));
        } else if (must_be_numbered(code) || (can_encode != NULL && !can_encode(user, code))) {
            buf_printf(out, "\\x%x\\", (unsigned)code);
        } else {
            buf_put_code(out, code);
        }
    }
    buf_put_byte(out, quote);
}

void quote_atom(Buf *out, const AtomTable *atoms, uint32_t atom)
{
    char scratch[8];
    TextSpan text = atom_text(atoms, atom, scratch);
    if (text_needs_quotes(text.bytes, text.length))
        quote_text(out, '\'', text.bytes, text.length, NULL, NULL);
    else
        buf_put_bytes(out, text.bytes, text.length);
}
