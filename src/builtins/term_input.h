/* term_input.h - reading terms from streams and texts, with the options of read_term (8.14.1).
 * SPDX-License-Identifier: MIT
 *
 * What was read from a stream must not be lost when the heap lacks room for it. So the term and all that options may ask for are built
 * off the heap as one term; when it does not fit it waits as a record in e->pending, where the builtin finds it when it is run again.
 */
#ifndef HORN_BUILTINS_TERM_INPUT_H
#define HORN_BUILTINS_TERM_INPUT_H

#include "builtins/builtin.h"
#include "syntax/parser.h"

typedef enum SyntaxErrorMode {
    SYNTAX_ERRORS_RAISE,
    SYNTAX_ERRORS_FAIL,  /* with a message */
    SYNTAX_ERRORS_QUIET, /* fails without one */
    SYNTAX_ERRORS_DEC10  /* a message, and the next clause is read */
} SyntaxErrorMode;

/* How a syntax error tells its place. */
typedef enum ErrorPlace {
    PLACE_STREAM, /* stream(S, Line, LinePosition, Characters), or file(Name, ...) */
    PLACE_CLAUSE /* syntax(Source, Line, Column), both from 1; or syntax(Source, Line, Column, Note), Note being opened(Line, Column) of what
                   * is not closed, or near(Name) */
} ErrorPlace;

typedef struct ReadRequest {
    ReadOptions syntax;
    SyntaxErrorMode syntax_errors;
    ErrorPlace place;
    bool cycles; /* @(Template, [Variable = Subterm, ...]) is read as Template with these equations solved */
    Cell variables, variable_names, singletons, term_position, subterm_positions, comments; /* what to unify; 0: not asked for */
} ReadRequest;

/* A term that was read, on the heap. */
typedef struct ReadResult {
    Cell term;
    Cell names; /* [Name = Variable, ...] */
    Cell singletons; /* those that occur once */
    Cell position; /* '$stream_position'(Characters, Line, Column, 0) of its first token */
    Cell layout; /* where subterms are (parser.h), when asked for */
    Cell comments; /* [Position-String, ...], when asked for */
    bool at_end; /* there was no term: this is the end of the source */
} ReadResult;

/* No options: operators of the source module, quotes as the flags say. */
void read_request_init(Engine *e, ReadRequest *r);
/* Reads a list of options that arg_option_list has accepted. */
Status read_request_options(Engine *e, ReadRequest *r, Cell options);

/* Reads the next term of an input stream for text. ST_FAIL after a syntax error that is to fail. */
Status read_from_stream(Engine *e, Stream *s, Cell culprit, const ReadRequest *r, ReadResult *out);
/* Reads the one term that valid UTF-8 text holds; end_of_file when it is empty. */
Status read_from_text(Engine *e, const char *utf8, size_t bytes, const ReadRequest *r, ReadResult *out);
/* Unifies the term with an argument, then what the options asked for. */
Status read_result_unify(Engine *e, const ReadRequest *r, const ReadResult *result, Cell term);

#endif
