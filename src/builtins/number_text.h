/* number_text.h - numbers read from text by builtins.
 * SPDX-License-Identifier: MIT
 */
#ifndef HORN_BUILTINS_NUMBER_TEXT_H
#define HORN_BUILTINS_NUMBER_TEXT_H

#include "builtins/builtin.h"
#include "syntax/lexer.h"

/* NUMBER_STRICT: a number as the standard's reader takes it; NUMBER_SIGNED: a plus sign may come first. */
enum NumberSyntax { NUMBER_STRICT, NUMBER_SIGNED };

/* Pushes the number that the text denotes; layout may come first. ST_FAIL with *error when it is none; ST_RETRY; ST_ERROR. */
Status number_from_text(Engine *e, const char *utf8, size_t bytes, enum NumberSyntax syntax, Cell *out, SyntaxError *error);

#endif
