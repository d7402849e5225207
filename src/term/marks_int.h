/* marks_int.h - marking cells in place while a term is copied.
 * SPDX-License-Identifier: MIT
 *
 * The first word of every term that was met is overwritten with a mark, so that sharing and cycles are seen at no cost. The mark names
 * an entry that remembers what stood there; all is put back before the copy ends. Only heap cells are marked.
 *
 *     heap:  | mark 7 | ... |          entry 7:  | cell | old word | target |
 *
 * `cell` tells what was met: LST, STR, TXT (with the least offset met so far), BOX, ATT, or REF for a variable, whether it was met as
 * such or as an attributed one that loses its attributes. The first cell of a pair may be a variable itself, so a reference can lead
 * to the mark of a pair; what it refers to is then the old word. If that variable was met first, the old word is its mark.
 * `target` belongs to the copier.
 */
#ifndef HORN_TERM_MARKS_INT_H
#define HORN_TERM_MARKS_INT_H

#include "term/store.h"

typedef struct Mark {
    Cell cell, old, target;
} Mark;

static inline bool cell_is_mark(Cell c)
{
    return (c & 0xff) == ((SUB_MARK << 3) | TAG_ATM);
}
static inline size_t mark_index(Cell mark)
{
    return (size_t)(mark >> 8);
}
static inline Mark *mark_entries(const Store *s)
{
    return (Mark *)(void *)s->marks;
}
static inline Mark *mark_of(const Store *s, Cell mark)
{
    return &mark_entries(s)[mark_index(mark)];
}

bool marks_grow(Store *s, size_t count);
/* Marks the first word of `cell` as entry *count. False when memory is exhausted. */
static inline bool marks_add(Store *s, size_t *count, Cell cell, Cell target)
{
    if (UNLIKELY((*count + 1) * 3 > s->marks_capacity) && !marks_grow(s, *count + 1))
        return false;
    Cell *p = cell_pointer(cell);
    mark_entries(s)[*count] = (Mark){cell, *p, target};
    *p = ((Cell)*count << 8) | (SUB_MARK << 3) | TAG_ATM;
    (*count)++;
    return true;
}
/* Puts the old words back, the newest first since a word may be marked twice. */
static inline void marks_undo(Store *s, size_t count)
{
    while (count-- > 0)
        *cell_pointer(mark_entries(s)[count].cell) = mark_entries(s)[count].old;
}
/* The content of a cell for copying: a reference to the cell when a mark stands there. */
static inline Cell marked_content(const Cell *p)
{
    return cell_is_mark(*p) ? cell_from_pointer(p, TAG_REF) : *p;
}

/* Follows references like cell_deref, through marks. The result is a value; or a variable, with *mark its entry when it was met
 * before (an entry of a pair when the variable is the unmet first cell of that pair). */
static inline Cell marked_deref(const Store *s, Cell c, Mark **mark)
{
    *mark = NULL;
    while (cell_is_var(c)) {
        Cell next = *cell_pointer(c & ~CELL_TAG_MASK);
        while (UNLIKELY(cell_is_mark(next))) {
            *mark = mark_of(s, next);
            if (cell_is_ref((*mark)->cell))
                return c;
            next = (*mark)->old;
        }
        if (next == c)
            break;
        *mark = NULL;
        c = next;
    }
    return c;
}

#endif
