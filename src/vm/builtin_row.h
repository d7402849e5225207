/* builtin_row.h - the row that describes a builtin predicate in C, as the loop sees it.
 * SPDX-License-Identifier: MIT
 */
#ifndef HORN_VM_BUILTIN_ROW_H
#define HORN_VM_BUILTIN_ROW_H

#include "vm/engine.h"

typedef Status (*BuiltinFunction)(Engine *e, Cell *arg);

enum BuiltinKind { DET, NONDET, CONTROL };

typedef struct Builtin {
    const char *name;
    BuiltinFunction function;
    const char *arguments; /* modes and types, for the documentation; the arity is the number of words */
    uint8_t kind;          /* BuiltinKind; CONTROL: may return ST_CALL, is never run in place */
    uint8_t hidden;        /* NONDET: state cells after the arguments */
    const char *iso;       /* clause of the standard, or "" */
} Builtin;

#endif
