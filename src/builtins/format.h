/* format.h - text from a format and its arguments, for format/1,2,3.
 * SPDX-License-Identifier: MIT
 */
#ifndef HORN_BUILTINS_FORMAT_H
#define HORN_BUILTINS_FORMAT_H

#include "builtins/builtin.h"

/* Appends to `out`, a buffer of the machine, what the format (UTF-8) says about its arguments: a list, or anything else as the only one.
 * `column` is where the text will begin on its line. Has no effect but on `out`, so it may be run again after ST_RETRY. */
Status format_text(Engine *e, const char *format, size_t bytes, Cell arguments, uint64_t column, Buf *out);

#endif
