/* stream_argument.h - streams, texts and option lists as arguments of builtins, with the standard's errors; and errors of streams.
 * SPDX-License-Identifier: MIT
 *
 * A stream appears in Prolog as '$stream'(H) or as an alias. Where a predicate works on a current stream, the culprit of its errors is
 * that stream's term; functions here take CULPRIT_CURRENT for that and make the term when an error needs it.
 */
#ifndef HORN_BUILTINS_STREAM_ARGUMENT_H
#define HORN_BUILTINS_STREAM_ARGUMENT_H

#include "builtins/builtin.h"

typedef enum StreamDirection { DIRECTION_ANY, DIRECTION_INPUT, DIRECTION_OUTPUT } StreamDirection;
typedef enum StreamContents { CONTENTS_ANY, CONTENTS_TEXT, CONTENTS_BINARY } StreamContents;

/* No cell: stands for the term of the stream itself. */
#define CULPRIT_CURRENT ((Cell)0)
/* Cells that stream_push_term needs. */
#define STREAM_TERM_CELLS 2u
/* Room to have before an effect, so that small results never ask for more. */
#define SMALL_RESULT_CELLS 64u

/* ---- streams ---- */

/* instantiation_error, or domain_error(stream_or_alias): what comes first, before other arguments are looked at. */
Status stream_name_check(Engine *e, Cell arg);
/* The open stream with this (dereferenced) term or alias; NULL if there is none. */
Stream *stream_find(Engine *e, Cell name);
/* An open stream by term or alias: those errors, and existence_error(stream). */
Status arg_stream(Engine *e, Cell arg, Stream **out);
/* A stream term only, no alias: type for domain errors is `stream`. */
Status arg_stream_term(Engine *e, Cell arg, Stream **out);
/* permission_error(input | output, stream | binary_stream | text_stream, culprit) when the stream is of the wrong sort. */
Status stream_check(Engine *e, Stream *s, Cell culprit, StreamDirection direction, StreamContents contents);
/* Both: an open stream of that sort. */
Status arg_stream_for(Engine *e, Cell arg, StreamDirection direction, StreamContents contents, Stream **out);
/* The same of the current input or output. */
Status current_input_for(Engine *e, StreamContents contents, Stream **out);
Status current_output_for(Engine *e, StreamContents contents, Stream **out);
/* '$stream'(H), pushed. STREAM_TERM_CELLS must be there. */
Cell stream_push_term(Engine *e, const Stream *s);
/* True of a dereferenced '$stream'(H) whose argument is an atom. */
bool cell_is_stream_term(Cell c);

/* Makes an error of what a stream operation came to: ST_TRUE for IO_OK and IO_EOF; an interrupted read is to be retried. */
Status io_result(Engine *e, Stream *s, Cell culprit, IoStatus status);
/* Makes an error of an errno code met with a file: existence, permission, or a system error. `kind` is file, directory, source_sink. */
Status os_file_error(Engine *e, int os_error, uint32_t action, uint32_t kind, Cell culprit);

/* ---- options ---- */

/* True of a partial list, and of a proper one with an unbound element. */
bool option_list_is_partial(Cell options);
/* The shape of an option list: instantiation_error for partial lists and unbound elements, type_error(list). */
Status arg_option_list(Engine *e, Cell options);
/* Takes Name(Value) or Name = Value apart, value dereferenced. False when the element has another form. */
bool option_split(Cell element, uint32_t *name, Cell *value);
/* Steps through a checked list: false at its end. */
bool option_next(Cell *options, Cell *element);
/* An option's value that must be true or false: instantiation_error, or `domain`_error of the whole element. */
Status option_boolean(Engine *e, Cell element, Cell value, uint32_t domain, bool *out);
/* An option's value that must be an atom. */
Status option_atom(Engine *e, Cell element, Cell value, uint32_t domain, uint32_t *out);

/* ---- text ---- */

/* A file name: any text, and a/b. domain_error(source_sink) otherwise; a NUL inside too. Terminated. */
Status arg_path(Engine *e, Cell arg, Buf *out);
/* True of a dereferenced one-character atom. */
static inline bool cell_is_character(Cell c)
{
    return cell_is_atom(c) && cell_atom(c) < ATOM_FIRST;
}
/* True of an integer that is a Unicode scalar value. */
static inline bool cell_is_code(Cell c)
{
    return cell_is_int(c) && cell_int(c) >= 0 && cell_int(c) <= 0x10FFFF && (cell_int(c) < 0xD800 || cell_int(c) > 0xDFFF);
}

#endif
