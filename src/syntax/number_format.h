/* number_format.h - from numbers to text that reads back.
 * SPDX-License-Identifier: MIT
 */
#ifndef HORN_SYNTAX_NUMBER_FORMAT_H
#define HORN_SYNTAX_NUMBER_FORMAT_H

#include "base/buf.h"
#include "term/cell.h"

/* Appends an INT, big integer or double as Prolog writes it. Failure is noted in the buffer. */
void number_format(Cell number, Buf *out);
/* Appends an integer in base 2..36, in lower case or capital letters. */
void integer_format(Cell integer, unsigned radix, bool upper, Buf *out);
/* Appends the fewest digits that read back, of those the nearest, laid out as by %.15g, with a fraction always (1.0, 1.0e10), 1.0Inf and 1.5NaN. */
void double_format(double value, Buf *out);

#endif
