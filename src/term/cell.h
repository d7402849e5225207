/* cell.h - the 64-bit word that every Prolog term is made of.
 * SPDX-License-Identifier: MIT
 *
 *     63                                        8 7    3 2  0
 *     | address of a cell                              |REF |  variable: an unbound one holds its own address
 *     | address of an attributed variable              |ATT |  value cell, map, values; unbound: its own address, tagged ATT
 *     | address of two cells                           |LST |  head, tail
 *     | address of a functor word and its arguments    |STR |
 *     | byte offset (16) | block address / 8 (45)      |TXT |  packed text: a list of characters, see text.h
 *     | signed integer (61)                            |INT |
 *     | atom index (32)  | 0 (24)               | sub  |ATM |  SUB_ATOM: an atom
 *     | name index (32)  | arity (24)           | sub  |ATM |  SUB_FUNCTOR: a functor word, first word of a structure
 *     | 0 (32)           | arity (24)           | sub  |ATM |  SUB_HILOG: functor word of a term whose name is its first argument
 *     | payload words (40)         | kind (16)  | sub  |ATM |  SUB_RAW: header of a raw block of untagged words
 *     | address of a raw block header                  |BOX |  big integer, double, string, blob
 *
 * Functor words and raw headers never stand where a term is expected; they only begin blocks. That makes every heap area walkable
 * upward: a raw header says how many words to skip, every other word is a cell.
 *
 * Invariants: a REF chain ends in a self reference or a non-REF; argument registers and environment slots hold no unbound variable
 * themselves, only references to heap cells; addresses are multiples of 8 below 2^48.
 */
#ifndef HORN_TERM_CELL_H
#define HORN_TERM_CELL_H

#include "base/base.h"

typedef uint64_t Cell;

enum Tag { TAG_REF, TAG_ATT, TAG_LST, TAG_STR, TAG_TXT, TAG_INT, TAG_ATM, TAG_BOX };
enum SubTag { SUB_ATOM, SUB_FUNCTOR, SUB_HILOG, SUB_RAW, SUB_MARK }; /* SUB_MARK: marks_int.h, never seen outside a copy */
enum RawKind { RAW_BIG_POSITIVE, RAW_BIG_NEGATIVE, RAW_DOUBLE, RAW_STRING, RAW_BLOB, RAW_TEXT, RAW_CODE };

#define CELL_TAG_MASK     UINT64_C(7)
#define CELL_ADDRESS_MASK UINT64_C(0x0000fffffffffff8)
#define INT_MAX_SMALL     ((INT64_C(1) << 60) - 1)
#define INT_MIN_SMALL     (-(INT64_C(1) << 60))
#define MAX_ARITY         ((1u << 24) - 1)

static inline enum Tag cell_tag(Cell c)
{
    return (enum Tag)(c & CELL_TAG_MASK);
}
static inline Cell *cell_pointer(Cell c)
{
    return (Cell *)(uintptr_t)(c & CELL_ADDRESS_MASK);
}
/* The address of a non-TXT pointer cell whose tag is known, cheaper than cell_pointer. */
static inline Cell *cell_untag(Cell c, enum Tag tag)
{
    return (Cell *)(uintptr_t)(c - (Cell)tag);
}
static inline Cell cell_from_pointer(const Cell *p, enum Tag tag)
{
    return (Cell)(uintptr_t)p | (Cell)tag;
}

static inline bool cell_is_ref(Cell c)
{
    return cell_tag(c) == TAG_REF;
}
static inline bool cell_is_att(Cell c)
{
    return cell_tag(c) == TAG_ATT;
}
static inline bool cell_is_lst(Cell c)
{
    return cell_tag(c) == TAG_LST;
}
static inline bool cell_is_str(Cell c)
{
    return cell_tag(c) == TAG_STR;
}
static inline bool cell_is_txt(Cell c)
{
    return cell_tag(c) == TAG_TXT;
}
static inline bool cell_is_int(Cell c)
{
    return cell_tag(c) == TAG_INT;
}
static inline bool cell_is_box(Cell c)
{
    return cell_tag(c) == TAG_BOX;
}
/* True of dereferenced cells that are unbound variables, plain or attributed. */
static inline bool cell_is_var(Cell c)
{
    return cell_tag(c) <= TAG_ATT;
}
/* True of cells that hold an address the collector has to follow and move. */
static inline bool cell_is_pointer(Cell c)
{
    return cell_tag(c) != TAG_INT && cell_tag(c) != TAG_ATM;
}

/* ---- atoms, functor words, raw headers ---- */

static inline unsigned cell_sub(Cell c)
{
    return (unsigned)(c >> 3) & 31u;
}
static inline bool cell_is_atom(Cell c)
{
    return (c & 0xff) == ((SUB_ATOM << 3) | TAG_ATM);
}
static inline bool cell_is_functor(Cell c)
{
    return (c & 0xff) == ((SUB_FUNCTOR << 3) | TAG_ATM);
}
static inline bool cell_is_raw(Cell c)
{
    return (c & 0xff) == ((SUB_RAW << 3) | TAG_ATM);
}

static inline Cell cell_from_atom(uint32_t index)
{
    return ((Cell)index << 32) | (SUB_ATOM << 3) | TAG_ATM;
}
static inline uint32_t cell_atom(Cell c)
{
    return (uint32_t)(c >> 32);
}
static inline Cell cell_from_functor(uint32_t name, uint32_t arity)
{
    return ((Cell)name << 32) | ((Cell)arity << 8) | (SUB_FUNCTOR << 3) | TAG_ATM;
}
static inline uint32_t functor_name(Cell f)
{
    return (uint32_t)(f >> 32);
}
static inline uint32_t functor_arity(Cell f)
{
    return (uint32_t)(f >> 8) & MAX_ARITY;
}
static inline Cell cell_from_raw(enum RawKind kind, size_t words)
{
    return ((Cell)words << 24) | ((Cell)kind << 8) | (SUB_RAW << 3) | TAG_ATM;
}
static inline enum RawKind raw_kind(Cell header)
{
    return (enum RawKind)((header >> 8) & 0xffff);
}
static inline size_t raw_words(Cell header)
{
    return (size_t)(header >> 24);
}

/* ---- small integers ---- */

static inline Cell cell_from_int(int64_t value)
{
    return ((Cell)value << 3) | TAG_INT;
}
static inline int64_t cell_int(Cell c)
{
    return (int64_t)c >> 3;
}
static inline bool int_is_small(int64_t value)
{
    return value <= INT_MAX_SMALL && value >= INT_MIN_SMALL;
}

/* ---- pairs, structures, boxes ---- */

/* Arguments of a STR cell start at index 1; index 0 is the functor word. */
static inline Cell *str_cells(Cell c)
{
    return cell_untag(c, TAG_STR);
}
static inline Cell str_functor(Cell c)
{
    return *str_cells(c);
}
static inline Cell *lst_cells(Cell c)
{
    return cell_untag(c, TAG_LST);
}
/* Payload words start at index 1; index 0 is the raw header. */
static inline Cell *box_cells(Cell c)
{
    return cell_untag(c, TAG_BOX);
}
static inline enum RawKind box_kind(Cell c)
{
    return raw_kind(*box_cells(c));
}
static inline bool cell_is_double(Cell c)
{
    return cell_is_box(c) && box_kind(c) == RAW_DOUBLE;
}
static inline bool cell_is_big(Cell c)
{
    return cell_is_box(c) && box_kind(c) <= RAW_BIG_NEGATIVE;
}
static inline bool cell_is_string(Cell c)
{
    return cell_is_box(c) && box_kind(c) == RAW_STRING;
}
static inline bool cell_is_integer(Cell c)
{
    return cell_is_int(c) || cell_is_big(c);
}
static inline bool cell_is_number(Cell c)
{
    return cell_is_int(c) || (cell_is_box(c) && box_kind(c) <= RAW_DOUBLE);
}
static inline bool cell_is_atomic(Cell c)
{
    return cell_is_int(c) || cell_is_atom(c) || cell_is_box(c);
}
static inline bool cell_is_compound(Cell c)
{
    return cell_tag(c) == TAG_STR || cell_tag(c) == TAG_LST || cell_tag(c) == TAG_TXT;
}
static inline bool cell_is_callable(Cell c)
{
    return cell_is_atom(c) || cell_is_compound(c);
}
static inline double box_double(Cell c)
{
    double value;
    memcpy(&value, box_cells(c) + 1, sizeof value);
    return value;
}

/* ---- variables ---- */

/* Follows references to a value or to an unbound variable's own cell (REF or ATT to itself). */
static inline Cell cell_deref(Cell c)
{
    while (cell_is_var(c)) { /* an attributed variable is bound when its value cell no longer names itself */
        Cell next = *(const Cell *)(uintptr_t)(c & ~CELL_TAG_MASK);
        if (next == c)
            break;
        c = next;
    }
    return c;
}

#endif
