/* text.h - packed text: lists of characters stored as UTF-8 bytes.
 * SPDX-License-Identifier: MIT
 *
 *     block: | raw header RAW_TEXT, words | bytes ... NUL padding | tail cell |
 *
 * A TXT cell names a block and a byte offset in it; it denotes the list of the characters from there to the NUL, then the tail.
 * Invariants: no TXT cell stands at the NUL (text_advance yields the tail instead), a block holds at most TEXT_BLOCK_BYTES bytes of
 * valid UTF-8 without NUL, at least one NUL ends it. Longer text is a chain of blocks through the tails; a NUL character is an
 * ordinary list cell between blocks. It unifies with, compares as and is indexed as the list of one-character atoms that it denotes.
 */
#ifndef HORN_TERM_TEXT_H
#define HORN_TERM_TEXT_H

#include "term/store.h"

#define TEXT_BLOCK_BYTES ((size_t)65528)
#define TXT_OFFSET_SHIFT 48

static inline Cell *txt_block(Cell c)
{
    return cell_pointer(c);
}
static inline size_t txt_offset(Cell c)
{
    return (size_t)(c >> TXT_OFFSET_SHIFT);
}
static inline const char *txt_bytes(Cell c)
{
    return (const char *)(txt_block(c) + 1) + txt_offset(c);
}
static inline Cell *txt_tail(Cell c)
{
    return txt_block(c) + 1 + raw_words(*txt_block(c));
}
static inline Cell cell_from_text(const Cell *block, size_t offset)
{
    return ((Cell)offset << TXT_OFFSET_SHIFT) | cell_from_pointer(block, TAG_TXT);
}

/* True when the cell's first character is ASCII and not the last of its block: txt_next then is the rest. */
static inline bool txt_is_ascii(Cell c)
{
    const char *p = txt_bytes(c);
    return p[0] > 0 && p[1] != '\0';
}
static inline Cell txt_next(Cell c)
{
    return c + ((Cell)1 << TXT_OFFSET_SHIFT);
}

/* The first character (as a code point) of a TXT cell; *rest becomes the list after it (a TXT cell or the tail's content). */
uint32_t text_uncons(Cell text, Cell *rest);
/* Head and tail of a dereferenced LST or TXT cell; the head may be any cell. The one iterator over lists. */
static inline void list_uncons(Cell list, Cell *head, Cell *tail)
{
    if (cell_is_lst(list)) {
        *head = lst_cells(list)[0];
        *tail = lst_cells(list)[1];
    } else {
        *head = cell_from_atom(text_uncons(list, tail));
    }
}
static inline bool cell_is_pair(Cell c)
{
    return cell_is_lst(c) || cell_is_txt(c);
}

/* The run of characters that two TXT cells have in common. 0 when one of the blocks ended: *a and *b are then what follows the run,
 * a TXT cell or the tail's content; <0 or >0 when a character differs, as the order of the characters. */
int text_skip_common(Cell *a, Cell *b);

/* Heap cells that text_push needs for this text (worst case). */
size_t text_cells(const char *utf8, size_t bytes);
/* Words of bytes in a block for this many bytes of text, its NUL included. */
static inline size_t text_words(size_t bytes)
{
    return bytes / 8 + 1;
}
/* Splits valid UTF-8 text into pieces for a chain: the bytes of its first block, 0 when a NUL character comes first. */
size_t text_piece(const char *utf8, size_t bytes);
/* Pushes the list of characters of valid UTF-8 text, ending in `tail`; the empty text is `tail` itself. Room must be there. */
Cell text_push(Store *s, const char *utf8, size_t bytes, Cell tail);

/* True strings (RAW_STRING): payload word 1 is the length in bytes, then the bytes, NUL-padded. */
static inline size_t string_words(size_t bytes)
{
    return 1 + bytes / 8 + 1;
}
Cell string_push(Store *s, const char *utf8, size_t bytes);
static inline TextSpan string_span(Cell c)
{
    return (TextSpan){(const char *)(box_cells(c) + 2), (size_t)box_cells(c)[1]};
}

#endif
