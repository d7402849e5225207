/* trail.c - undoing what the trail notes.
 * SPDX-License-Identifier: MIT
 *
 * An entry is the address of a variable that was bound, which becomes a self reference again, or two words, the old value of a cell
 * and its address + 1, which is put back. The entries are read from the newest to the oldest.
 */
#include "term/store.h"

void trail_undo_to(Store *s, Cell *mark)
{
    Cell *top = s->TR;
    while (top > mark) {
        Cell entry = *--top;
        if (LIKELY((entry & 1) == 0))
            *(Cell *)(uintptr_t)entry = entry;
        else
            *(Cell *)(uintptr_t)(entry - 1) = *--top;
    }
    s->TR = top;
}
