/* chain.h - following chains that may lead back into themselves: M:(M:(M:...)), X^(X^...).
 * SPDX-License-Identifier: MIT
 *
 * Brent's way: a place is remembered, and a new one each time after twice as many steps; a chain that comes back to it has no end.
 */
#ifndef HORN_TERM_CHAIN_H
#define HORN_TERM_CHAIN_H

#include "term/cell.h"

typedef struct Chain {
    Cell mark;         /* where the chain was; 0 at first */
    size_t left, span; /* steps to the next mark, and how many they were at first */
} Chain;

/* To be told each place; true when the chain has no end. */
static inline bool chain_is_endless(Chain *chain, Cell place)
{
    if (place == chain->mark)
        return true;
    if (chain->left == 0) {
        chain->mark = place;
        chain->span = chain->span ? chain->span * 2 : 8;
        chain->left = chain->span;
    }
    chain->left--;
    return false;
}

#endif
