/* lexer.h - from characters to tokens (6.4).
 * SPDX-License-Identifier: MIT
 *
 * A lexer takes code points from a stream or from text in memory and never further than the token needs: after an end token the
 * source stands right behind the '.'. Numbers and quoted text are built at once, as cells of the reader's builder.
 *
 * Beyond the standard: \e \s \uXXXX \UXXXXXXXX, 1_000_000, 16'FF (unless a quoted item ends there), 1e10 (unless e10 is an
 * operator), 1.0Inf, 1.5NaN, Unicode. Lenient reading adds \0 and \x41 without the closing backslash, and layout in quoted items.
 */
#ifndef HORN_SYNTAX_LEXER_H
#define HORN_SYNTAX_LEXER_H

#include "base/buf.h"
#include "io/stream.h"
#include "syntax/ops.h"
#include "term/cellmap.h"
#include "term/record.h"

typedef enum QuoteMode { QUOTES_CHARS, QUOTES_CODES, QUOTES_ATOM, QUOTES_STRING } QuoteMode;

typedef struct ReadOptions {
    const OpTable *ops;
    QuoteMode double_quotes, back_quotes;
    bool var_prefix; /* only '_' starts variables; capital letters start names */
    const CellMap *conversion; /* 6.5.7: 1 + code -> code, for characters outside of quoted items; or NULL */
    bool no_escapes; /* in quoted items a backslash is a character like others */
    bool comments;   /* the lexer notes comments */
    bool positions;  /* the parser notes where subterms are */
    size_t max_depth, max_cells; /* of a term: open brackets and operators, and cells; 0: no limit */
    bool lenient;    /* as SWI reads: operators are operands and wide terms arguments without brackets, - 1 is no number, layout
                      * stands in quoted items */
} ReadOptions;

/* A place in the source. */
typedef struct TextPosition {
    uint64_t line, column; /* from 1, from 0 */
    uint64_t chars, bytes; /* before it */
} TextPosition;

typedef struct SyntaxError {
    const char *what; /* a constant, fit for syntax_error(What): an atom's text */
    char detail[48];  /* the offending token, or empty */
    TextPosition at;
    TextPosition opened; /* where the quote or bracket that is not closed stands; line 0: none */
} SyntaxError;

typedef enum TokenKind {
    TOKEN_EOF,
    TOKEN_END,      /* the '.' that ends a clause */
    TOKEN_NAME,     /* atom: letters, symbols, solo or quoted */
    TOKEN_VARIABLE, /* atom holds the name, ATOM_CHAR('_') for an anonymous one */
    TOKEN_NUMBER,   /* value */
    TOKEN_TEXT,     /* value: what "..." or `...` denotes */
    TOKEN_OPEN,
    TOKEN_CLOSE,
    TOKEN_OPEN_LIST,
    TOKEN_CLOSE_LIST,
    TOKEN_OPEN_CURLY,
    TOKEN_CLOSE_CURLY,
    TOKEN_BAR,
    TOKEN_COMMA,
    TOKEN_BAD,      /* no token; Lexer.error tells why */
    TOKEN_IO_ERROR, /* Lexer.io tells why */
    TOKEN_NO_MEMORY
} TokenKind;

typedef struct Token {
    TokenKind kind;
    bool layout_before; /* white space or a comment stands before it, or it is the first */
    bool is_quoted;
    uint32_t atom;
    Cell value;
    TextPosition at;
    uint64_t end; /* code points before what follows it */
} Token;

/* A comment that was skipped. */
typedef struct Comment {
    TextPosition at;
    Cell text; /* a string, in offset form */
} Comment;

typedef struct Lexer {
    Stream *stream; /* or NULL: text */
    const char *text, *text_start, *text_end;
    TextPosition here; /* in text, but for its bytes; a stream keeps its own */
    AtomTable *atoms;
    RecordBuilder *builder; /* borrowed */
    const ReadOptions *options;
    const CellMap *conversion; /* that of the options, NULL within quoted items and when it is empty */
    Buf scratch;       /* the text of the token being read */
    Comment *comments; /* with that option: those since the beginning of the read */
    size_t comment_count, comment_capacity;
    bool is_skipping;  /* after an error: tokens are recognised, nothing is built */
    bool cut_at_end;   /* an unterminated quoted item swallowed what looks like the end of the clause */
    IoStatus io;
    SyntaxError error; /* valid after TOKEN_BAD */
} Lexer;

void lexer_init(Lexer *lx, Alloc *alloc, AtomTable *atoms, RecordBuilder *builder);
void lexer_free(Lexer *lx);
/* Begins a read from a stream, or from valid UTF-8 text. */
void lexer_start_stream(Lexer *lx, Stream *s, const ReadOptions *options);
void lexer_start_text(Lexer *lx, const char *utf8, size_t bytes, const ReadOptions *options);
void lexer_next(Lexer *lx, Token *token);
TextPosition lexer_position(const Lexer *lx);

/* Text as a number, for number_codes/2 and its kin (8.16.7, 8.16.8): layout may come first, then '-' with or without layout, or '+' if
 * `plus`, then a number token, and nothing after. True with *number in the builder. False when it is none (error->what says why) or
 * memory ran out (b->failed). */
bool text_to_number(RecordBuilder *b, AtomTable *atoms, const char *utf8, size_t bytes, bool plus, Cell *number, SyntaxError *error);

#endif
