/* system_result.h - texts and times of the operating system as arguments and results of builtins.
 * SPDX-License-Identifier: MIT
 */
#ifndef HORN_BUILTINS_SYSTEM_RESULT_H
#define HORN_BUILTINS_SYSTEM_RESULT_H

#include "builtins/builtin.h"

#define NANOSECONDS 1e9

/* Puts text of the system's into `out` as valid UTF-8: bytes that are none become U+FFFD. */
void put_system_text(Buf *out, const char *text);
/* Unifies an argument with the atom of such text. */
Status unify_system_text(Engine *e, Cell arg, const char *text);

/* A number of seconds as a result, and as an argument: any expression. */
Status unify_seconds(Engine *e, Cell arg, double seconds);
Status arg_seconds(Engine *e, Cell arg, double *seconds);

#endif
