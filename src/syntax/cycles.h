/* cycles.h - where the cycles of a term are entered.
 * SPDX-License-Identifier: MIT
 */
#ifndef HORN_SYNTAX_CYCLES_H
#define HORN_SYNTAX_CYCLES_H

#include "term/cellmap.h"
#include "term/store.h"

/* The values of a map of compound subterms that cycles_find fills; others are CYCLE_ENTRY and more. */
enum CycleMark { CYCLE_ON_PATH = 1, CYCLE_NONE, CYCLE_ENTRY_ON_PATH, CYCLE_ENTRY };

/* Maps every compound subterm of a term (dereferenced) to its mark: CYCLE_ENTRY for some subterms such that the term, cut there, is
 * finite, and CYCLE_NONE for the rest. The map is initialised and empty, and to be freed in any case. False: memory. */
NODISCARD bool cycles_find(Store *s, Cell term, CellMap *marks);

#endif
