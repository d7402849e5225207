/* number_scan.h - from digits to numbers.
 * SPDX-License-Identifier: MIT
 *
 * Conversion only: what text is a number at all is the lexer's business, and text_to_number's in lexer.h.
 */
#ifndef HORN_SYNTAX_NUMBER_SCAN_H
#define HORN_SYNTAX_NUMBER_SCAN_H

#include "term/record.h"

/* The integer that `count` digits (letters stand for 10..35) denote in a base of 2..36. Failure of memory is noted in
 * the builder. */
Cell number_from_digits(RecordBuilder *b, const char *digits, size_t count, unsigned radix);
/* The double nearest to a decimal literal such as 12.5e-3; infinite when it is too large. Independent of the locale. `text` holds
 * digits, at most one '.', at most one exponent. False: memory. */
bool double_from_decimal(Alloc *alloc, const char *text, size_t bytes, double *value);
/* The number with the other sign; boxed ones are changed in place, so the cell must not be shared. */
Cell number_negate(RecordBuilder *b, Cell number);

#endif
