/* bi_char.c - reading and writing characters, codes and bytes (8.12, 8.13).
 * SPDX-License-Identifier: MIT
 *
 * The predicates come in three units that differ in what they accept, what they give at the end, and which streams they work on.
 * Arguments are checked before anything is read or written, and results are atomic, so that nothing is ever lost.
 */
#include "builtins/stream_argument.h"

typedef enum Unit { UNIT_CHAR, UNIT_CODE, UNIT_BYTE } Unit;

static StreamContents unit_contents(Unit unit)
{
    return unit == UNIT_BYTE ? CONTENTS_BINARY : CONTENTS_TEXT;
}

/* A stream argument, or 0 for a current stream, whose culprit is its own term. */
#define CURRENT_STREAM CULPRIT_CURRENT

/* ---- reading ---- */

static bool cell_is_in_byte(Cell c)
{
    return cell_is_int(c) && cell_int(c) >= -1 && cell_int(c) <= 255;
}

/* What may stand where a unit is to be read into: a variable or something that could be read. */
static Status check_target(Engine *e, Cell c, Unit unit)
{
    if (cell_is_var(c))
        return ST_TRUE;
    switch (unit) {
    case UNIT_CHAR: return cell_is_character(c) || c == cell_from_atom(ATOM_end_of_file) ? ST_TRUE : type_error(e, ATOM_in_character, c);
    case UNIT_CODE: return cell_is_integer(c) ? ST_TRUE : type_error(e, ATOM_integer, c);
    case UNIT_BYTE: return cell_is_in_byte(c) ? ST_TRUE : type_error(e, ATOM_in_byte, c);
    }
    return ST_TRUE;
}

static Status find_input(Engine *e, Cell stream, Unit unit, Stream **out)
{
    if (stream == CURRENT_STREAM)
        return current_input_for(e, unit_contents(unit), out);
    return arg_stream_for(e, stream, DIRECTION_INPUT, unit_contents(unit), out);
}

static IoStatus take_unit(Stream *s, Unit unit, bool peek, int32_t *value)
{
    if (unit == UNIT_BYTE)
        return peek ? stream_peek_byte(s, value) : stream_get_byte(s, value);
    return peek ? stream_peek_code(s, value) : stream_next_code(s, value);
}

static Cell unit_cell(Unit unit, int32_t value)
{
    if (unit != UNIT_CHAR)
        return cell_from_int(value);
    return cell_from_atom(value < 0 ? ATOM_end_of_file : (uint32_t)value);
}

static Status read_unit(Engine *e, Cell stream, Cell target, Unit unit, bool peek)
{
    if (stream != CURRENT_STREAM && cell_is_var(cell_deref(stream)))
        return instantiation_error(e);
    target = cell_deref(target);
    Status status = check_target(e, target, unit);
    if (status != ST_TRUE)
        return status;
    Stream *s;
    status = find_input(e, stream, unit, &s);
    if (status != ST_TRUE)
        return status;
    int32_t value;
    if (unit == UNIT_CODE && !cell_is_var(target) && !cell_is_code(target) && target != cell_from_int(-1)) {
        bool is_past = stream_end_state(s) == END_PAST && s->eof_action == EOF_ACTION_ERROR;
        return is_past ? io_result(e, s, stream, IO_PAST_EOF) : representation_error(e, ATOM_in_character_code);
    }
    IoStatus io = take_unit(s, unit, peek, &value);
    if (UNLIKELY(io != IO_OK && io != IO_EOF))
        return io_result(e, s, stream, io);
    return unify_result(e, target, unit_cell(unit, value));
}

static Status bi_get_char1(Engine *e, Cell *arg)
{
    return read_unit(e, CURRENT_STREAM, arg[0], UNIT_CHAR, false);
}

static Status bi_get_char2(Engine *e, Cell *arg)
{
    return read_unit(e, arg[0], arg[1], UNIT_CHAR, false);
}

static Status bi_peek_char1(Engine *e, Cell *arg)
{
    return read_unit(e, CURRENT_STREAM, arg[0], UNIT_CHAR, true);
}

static Status bi_peek_char2(Engine *e, Cell *arg)
{
    return read_unit(e, arg[0], arg[1], UNIT_CHAR, true);
}

static Status bi_get_code1(Engine *e, Cell *arg)
{
    return read_unit(e, CURRENT_STREAM, arg[0], UNIT_CODE, false);
}

static Status bi_get_code2(Engine *e, Cell *arg)
{
    return read_unit(e, arg[0], arg[1], UNIT_CODE, false);
}

static Status bi_peek_code1(Engine *e, Cell *arg)
{
    return read_unit(e, CURRENT_STREAM, arg[0], UNIT_CODE, true);
}

static Status bi_peek_code2(Engine *e, Cell *arg)
{
    return read_unit(e, arg[0], arg[1], UNIT_CODE, true);
}

static Status bi_get_byte1(Engine *e, Cell *arg)
{
    return read_unit(e, CURRENT_STREAM, arg[0], UNIT_BYTE, false);
}

static Status bi_get_byte2(Engine *e, Cell *arg)
{
    return read_unit(e, arg[0], arg[1], UNIT_BYTE, false);
}

static Status bi_peek_byte1(Engine *e, Cell *arg)
{
    return read_unit(e, CURRENT_STREAM, arg[0], UNIT_BYTE, true);
}

static Status bi_peek_byte2(Engine *e, Cell *arg)
{
    return read_unit(e, arg[0], arg[1], UNIT_BYTE, true);
}

/* ---- writing ---- */

/* What is to be written must be of the unit; codes that are no characters are told after the stream's errors. */
static Status check_value(Engine *e, Cell c, Unit unit)
{
    if (cell_is_var(c))
        return instantiation_error(e);
    switch (unit) {
    case UNIT_CHAR: return cell_is_character(c) ? ST_TRUE : type_error(e, ATOM_character, c);
    case UNIT_CODE: return cell_is_integer(c) ? ST_TRUE : type_error(e, ATOM_integer, c);
    case UNIT_BYTE: return cell_is_in_byte(c) && cell_int(c) >= 0 ? ST_TRUE : type_error(e, ATOM_byte, c);
    }
    return ST_TRUE;
}

static Status find_output(Engine *e, Cell stream, StreamContents contents, Stream **out)
{
    if (stream == CURRENT_STREAM)
        return current_output_for(e, contents, out);
    return arg_stream_for(e, stream, DIRECTION_OUTPUT, contents, out);
}

static IoStatus put_unit(Stream *s, Unit unit, Cell c)
{
    switch (unit) {
    case UNIT_CHAR: return stream_put_code(s, cell_atom(c));
    case UNIT_CODE: return stream_put_code(s, (uint32_t)cell_int(c));
    case UNIT_BYTE: return stream_put_byte(s, (uint8_t)cell_int(c));
    }
    return IO_OK;
}

static Status write_unit(Engine *e, Cell stream, Cell value, Unit unit)
{
    if (stream != CURRENT_STREAM && cell_is_var(cell_deref(stream)))
        return instantiation_error(e);
    value = cell_deref(value);
    Status status = check_value(e, value, unit);
    if (status != ST_TRUE)
        return status;
    Stream *s;
    status = find_output(e, stream, unit_contents(unit), &s);
    if (status != ST_TRUE)
        return status;
    if (unit == UNIT_CODE && !cell_is_code(value))
        return representation_error(e, ATOM_character_code);
    return io_result(e, s, stream, put_unit(s, unit, value));
}

static Status bi_put_char1(Engine *e, Cell *arg)
{
    return write_unit(e, CURRENT_STREAM, arg[0], UNIT_CHAR);
}

static Status bi_put_char2(Engine *e, Cell *arg)
{
    return write_unit(e, arg[0], arg[1], UNIT_CHAR);
}

static Status bi_put_code1(Engine *e, Cell *arg)
{
    return write_unit(e, CURRENT_STREAM, arg[0], UNIT_CODE);
}

static Status bi_put_code2(Engine *e, Cell *arg)
{
    return write_unit(e, arg[0], arg[1], UNIT_CODE);
}

static Status bi_put_byte1(Engine *e, Cell *arg)
{
    return write_unit(e, CURRENT_STREAM, arg[0], UNIT_BYTE);
}

static Status bi_put_byte2(Engine *e, Cell *arg)
{
    return write_unit(e, arg[0], arg[1], UNIT_BYTE);
}

static Status put_newline(Engine *e, Cell stream)
{
    Stream *s;
    Status status = find_output(e, stream, CONTENTS_TEXT, &s);
    return status == ST_TRUE ? io_result(e, s, stream, stream_put_code(s, '\n')) : status;
}

static Status bi_nl0(Engine *e, Cell *arg)
{
    (void)arg;
    return put_newline(e, CURRENT_STREAM);
}

static Status bi_nl1(Engine *e, Cell *arg)
{
    return put_newline(e, arg[0]);
}

/* Characters that are written or skipped between two looks at what may stop the goal. */
#define CHARACTERS_TO_STOP 4096u

static Status put_spaces(Engine *e, Stream *s, Cell stream, int64_t count)
{
    static const char spaces[] = "                                                                "; /* 64 */
    for (uint64_t put = 0; count > 0;) {
        int64_t part = min_int64(count, (int64_t)sizeof spaces - 1);
        IoStatus io = stream_put_bytes(s, spaces, (size_t)part);
        if (io != IO_OK)
            return io_result(e, s, stream, io);
        count -= part;
        put += (uint64_t)part;
        if (put % CHARACTERS_TO_STOP == 0 && stop_is_wanted(&e->stop))
            return limits_stop(e);
    }
    return ST_TRUE;
}

/* Writes as many spaces as the value of an expression says. */
static Status put_tab(Engine *e, Cell stream, Cell expression)
{
    Cell count;
    ArithError error;
    Status status = arith_eval(&e->store, &e->machine->arith, expression, &count, &error);
    if (status == ST_ERROR)
        return arith_error(e, &error);
    if (status != ST_TRUE)
        return status;
    int64_t spaces;
    status = arg_integer(e, count, &spaces);
    if (status != ST_TRUE)
        return status;
    Stream *s;
    status = find_output(e, stream, CONTENTS_TEXT, &s);
    return status == ST_TRUE ? put_spaces(e, s, stream, spaces) : status;
}

static Status bi_tab1(Engine *e, Cell *arg)
{
    return put_tab(e, CURRENT_STREAM, arg[0]);
}

static Status bi_tab2(Engine *e, Cell *arg)
{
    if (cell_is_var(cell_deref(arg[0])))
        return instantiation_error(e);
    return put_tab(e, arg[0], arg[1]);
}

/* ---- skipping ---- */

/* Reads until after the given character, or the end. */
static Status skip_to(Engine *e, Cell stream, Cell wanted)
{
    wanted = cell_deref(wanted);
    if (cell_is_var(wanted))
        return instantiation_error(e);
    if (!cell_is_character(wanted) && !cell_is_code(wanted))
        return type_error(e, ATOM_character, wanted);
    int32_t stop = cell_is_int(wanted) ? (int32_t)cell_int(wanted) : (int32_t)cell_atom(wanted), code;
    Stream *s;
    Status status = find_input(e, stream, UNIT_CHAR, &s);
    if (status != ST_TRUE)
        return status;
    IoStatus io;
    uint64_t skipped = 0;
    do {
        io = stream_next_code(s, &code);
        if (++skipped % CHARACTERS_TO_STOP == 0 && stop_is_wanted(&e->stop))
            return limits_stop(e);
    } while (io == IO_OK && code != stop);
    return io_result(e, s, stream, io);
}

static Status bi_skip1(Engine *e, Cell *arg)
{
    return skip_to(e, CURRENT_STREAM, arg[0]);
}

static Status bi_skip2(Engine *e, Cell *arg)
{
    return skip_to(e, arg[0], arg[1]);
}

/* ---- table ---- */

/* clang-format off */
const Builtin builtins_char[] = {
    /*      name         function       arguments                        determinism  ISO       */
    BUILTIN("get_char",  bi_get_char1,  "?in_character",                 DET,         "8.12.1"),
    BUILTIN("get_char",  bi_get_char2,  "+stream_or_alias ?in_character", DET,        "8.12.1"),
    BUILTIN("get_code",  bi_get_code1,  "?in_character_code",            DET,         "8.12.1"),
    BUILTIN("get_code",  bi_get_code2,  "+stream_or_alias ?in_character_code", DET,   "8.12.1"),
    BUILTIN("peek_char", bi_peek_char1, "?in_character",                 DET,         "8.12.2"),
    BUILTIN("peek_char", bi_peek_char2, "+stream_or_alias ?in_character", DET,        "8.12.2"),
    BUILTIN("peek_code", bi_peek_code1, "?in_character_code",            DET,         "8.12.2"),
    BUILTIN("peek_code", bi_peek_code2, "+stream_or_alias ?in_character_code", DET,   "8.12.2"),
    BUILTIN("put_char",  bi_put_char1,  "+character",                    DET,         "8.12.3"),
    BUILTIN("put_char",  bi_put_char2,  "+stream_or_alias +character",   DET,         "8.12.3"),
    BUILTIN("put_code",  bi_put_code1,  "+character_code",               DET,         "8.12.3"),
    BUILTIN("put_code",  bi_put_code2,  "+stream_or_alias +character_code", DET,      "8.12.3"),
    BUILTIN("nl",        bi_nl0,        "",                              DET,         "8.12.3"),
    BUILTIN("nl",        bi_nl1,        "+stream_or_alias",              DET,         "8.12.3"),
    BUILTIN("get_byte",  bi_get_byte1,  "?in_byte",                      DET,         "8.13.1"),
    BUILTIN("get_byte",  bi_get_byte2,  "+stream_or_alias ?in_byte",     DET,         "8.13.1"),
    BUILTIN("peek_byte", bi_peek_byte1, "?in_byte",                      DET,         "8.13.2"),
    BUILTIN("peek_byte", bi_peek_byte2, "+stream_or_alias ?in_byte",     DET,         "8.13.2"),
    BUILTIN("put_byte",  bi_put_byte1,  "+byte",                         DET,         "8.13.3"),
    BUILTIN("put_byte",  bi_put_byte2,  "+stream_or_alias +byte",        DET,         "8.13.3"),
    BUILTIN("tab",       bi_tab1,       "+evaluable",                    DET,         ""),
    BUILTIN("tab",       bi_tab2,       "+stream_or_alias +evaluable",   DET,         ""),
    BUILTIN("skip",      bi_skip1,      "+character",                    DET,         ""),
    BUILTIN("skip",      bi_skip2,      "+stream_or_alias +character",   DET,         ""),
    BUILTIN_END
};
/* clang-format on */
