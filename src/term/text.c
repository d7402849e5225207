/* text.c - packed text and strings.
 * SPDX-License-Identifier: MIT
 *
 * Long text becomes a chain, built from front to back: each piece is linked into the tail of the one before it.
 *
 *     | block | tail |   | NUL, tail |   | block | tail |
 *                 +----> a pair ----------^           +---> the tail that was given
 */
#include "term/text.h"

#include "base/utf8.h"

uint32_t text_uncons(Cell text, Cell *rest)
{
    const char *start = txt_bytes(text), *next = start;
    uint32_t code = utf8_next(&next);
    if (LIKELY(*next != '\0'))
        *rest = text + ((Cell)(next - start) << TXT_OFFSET_SHIFT);
    else
        *rest = *txt_tail(text);
    return code;
}

/* What follows the first `bytes` bytes of a TXT cell. */
static Cell text_after(Cell text, size_t bytes)
{
    return txt_bytes(text)[bytes] == '\0' ? *txt_tail(text) : text + ((Cell)bytes << TXT_OFFSET_SHIFT);
}

int text_skip_common(Cell *a, Cell *b)
{
    const char *p = txt_bytes(*a), *q = txt_bytes(*b);
    size_t i = 0;
    while (p[i] == q[i] && p[i] != '\0')
        i++;
    if (p[i] != q[i] && p[i] != '\0' && q[i] != '\0')
        return (unsigned char)p[i] < (unsigned char)q[i] ? -1 : 1;
    *a = text_after(*a, i);
    *b = text_after(*b, i);
    return 0;
}

/* ---- building ---- */

size_t text_piece(const char *utf8, size_t bytes)
{
    const char *nul = memchr(utf8, '\0', min_size(bytes, TEXT_BLOCK_BYTES));
    if (nul != NULL)
        return (size_t)(nul - utf8);
    if (bytes <= TEXT_BLOCK_BYTES)
        return bytes;
    size_t piece = TEXT_BLOCK_BYTES;
    while (utf8_is_continuation(utf8[piece]))
        piece--;
    return piece;
}

size_t text_cells(const char *utf8, size_t bytes)
{
    size_t cells = 0;
    while (bytes > 0) {
        size_t piece = text_piece(utf8, bytes);
        cells += piece == 0 ? 2 : 2 + text_words(piece);
        piece = max_size(piece, 1);
        utf8 += piece;
        bytes -= piece;
    }
    return cells;
}

/* Copies text into `words` words and fills the last of them up with NUL. */
static void put_padded(Cell *to, size_t words, const char *utf8, size_t bytes)
{
    to[words - 1] = 0;
    if (bytes > 0)
        memcpy(to, utf8, bytes);
}

Cell text_push(Store *s, const char *utf8, size_t bytes, Cell tail)
{
    Cell first = tail, *link = &first;
    while (bytes > 0) {
        size_t piece = text_piece(utf8, bytes);
        Cell *p = s->H;
        if (piece == 0) {
            *link = heap_push_pair(s, cell_from_atom(ATOM_CHAR(0)), tail);
            link = p + 1;
            piece = 1;
        } else {
            size_t words = text_words(piece);
            p[0] = cell_from_raw(RAW_TEXT, words);
            put_padded(p + 1, words, utf8, piece);
            *link = cell_from_text(p, 0);
            link = p + 1 + words;
            *link = tail;
            s->H = link + 1;
        }
        utf8 += piece;
        bytes -= piece;
    }
    return first;
}

Cell string_push(Store *s, const char *utf8, size_t bytes)
{
    size_t words = string_words(bytes);
    Cell string = heap_push_raw(s, RAW_STRING, words);
    box_cells(string)[1] = bytes;
    put_padded(box_cells(string) + 2, words - 1, utf8, bytes);
    return string;
}
