/* assemble.h - assembly text back to clauses. The form of the text is described in asm_int.h.
 * SPDX-License-Identifier: MIT
 *
 * An assembler takes one item after the other from a stream: directives, which it hands on as terms, predicates, and their clauses, which
 * have passed the verifier and can be decompiled. What is wrong is told with its line; nothing in a text can make the machine go wrong.
 */
#ifndef HORN_COMPILE_ASSEMBLE_H
#define HORN_COMPILE_ASSEMBLE_H

#include "arith/eval.h"
#include "compile/ir.h"
#include "io/stream.h"
#include "syntax/parser.h"
#include "term/cellmap.h"

typedef enum AsmItem {
    ASM_END_OF_FILE,
    ASM_DIRECTIVE,    /* Assembler.directive */
    ASM_PREDICATE,    /* Assembler.pred */
    ASM_CLAUSE,       /* Assembler.clause */
    ASM_END,          /* of the predicate */
    ASM_SYNTAX_ERROR, /* Assembler.error: the text */
    ASM_CODE_ERROR,   /* Assembler.error: the code that it stands for */
    ASM_IO_ERROR,     /* Assembler.io */
    ASM_NO_MEMORY
} AsmItem;

typedef struct AsmError {
    const char *what; /* a constant in English */
    uint32_t line;
} AsmError;

/* A label of the clause at hand. */
typedef struct AsmLabel {
    uint32_t line; /* where it was first named */
    bool placed;
} AsmLabel;

typedef struct Assembler {
    Program *program;
    const ArithContext *arith;
    Alloc *alloc;
    Module *module;        /* where predicates go */
    const OpTable *ops;    /* for directives */
    Stream *stream;
    Buf line;
    uint32_t line_number;
    bool at_end;           /* of the text */
    bool line_is_back;     /* the line was looked at and is still to be taken */
    Store scratch;         /* a small heap of its own, for constants */
    size_t scratch_cells;
    Reader reader;
    Ir ir;
    CellMap label_numbers; /* 1 + number in the text, to number in the code */
    AsmLabel *labels;      /* by number in the code, from 1 */
    size_t label_capacity;
    uint32_t *lines;       /* of the items of `ir` */
    size_t line_capacity;
    size_t clause_number;
    Record *big;           /* the constant of a big clause */
    bool failed;           /* memory exhausted: sticky */

    /* results */
    Record *directive;     /* owned; NULL it to keep it */
    Pred *pred;
    Clause *clause;        /* the caller's */
    AsmError error;
    IoStatus io;
} Assembler;

/* Starts to read from a stream. `ops` are those for directives. */
void assembler_open(Assembler *a, Program *program, const ArithContext *arith, Module *module, const OpTable *ops, Stream *stream);
void assembler_close(Assembler *a);
/* Reads the first line: ASM_END when it names the format that this is for, or an error. */
AsmItem assembler_header(Assembler *a);
/* Reads the next item. After an error in a predicate, the rest of the predicate has been skipped. */
AsmItem assembler_next(Assembler *a);
/* Gives up on the predicate at hand: the next item is what follows its `end`. */
void assembler_skip(Assembler *a);

#endif
