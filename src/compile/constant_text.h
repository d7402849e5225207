/* constant_text.h - a term as text that reads back as exactly the same cells, whatever operators there are.
 * SPDX-License-Identifier: MIT
 *
 * Functional notation only; packed text in double quotes, true strings in back quotes, other lists in brackets; variables _1, _2 ...
 * Never more than one line. Blobs cannot be read back.
 */
#ifndef HORN_COMPILE_CONSTANT_TEXT_H
#define HORN_COMPILE_CONSTANT_TEXT_H

#include "base/buf.h"
#include "term/atom.h"

/* Appends the text of a term. Failure is noted in the buffer. */
void constant_put(Buf *out, const AtomTable *atoms, Cell term);

#endif
