/* lineedit.h - editing of input lines and their history, when user_input is a terminal.
 * SPDX-License-Identifier: MIT
 */
#ifndef HORN_CLI_LINEEDIT_H
#define HORN_CLI_LINEEDIT_H

#include "vm/engine.h"

typedef struct LineEditor LineEditor;

/* Puts an editor between the terminal and user_input, which it takes over until lineedit_detach. NULL, and nothing changed, when standard
 * input or output is no terminal or there is no memory. */
LineEditor *lineedit_attach(Machine *m);
/* Gives user_input back and saves the history. `editor` may be NULL. */
void lineedit_detach(LineEditor *editor);

#endif
