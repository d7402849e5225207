/* prompt.h - what happens before user_input waits: pending output is shown, and on a terminal a prompt.
 * SPDX-License-Identifier: MIT
 *
 * The first line read after prompt_set gets one prompt, the lines after it another. Both are atoms, kept in the hidden flags $prompt and
 * $prompt_next.
 */
#ifndef HORN_BUILTINS_PROMPT_H
#define HORN_BUILTINS_PROMPT_H

#include "vm/engine.h"

/* Sees to it that a stream that is about to be read from prompts when it is user_input. */
void prompt_prepare(Machine *m, Stream *s);
/* Sets both prompts. False: memory. */
bool prompt_set(Machine *m, uint32_t first, uint32_t next);
/* The prompt of the line that is about to be read; the one after it gets the next. `scratch` holds a prompt of one character. */
TextSpan prompt_take(Machine *m, char scratch[8]);
/* The prompt of lines after the first. */
uint32_t prompt_next(const Machine *m);

#endif
