/* bi_atom.c - atoms and their characters (8.16), lists of atoms as one.
 * SPDX-License-Identifier: MIT
 *
 * Wherever the standard wants an atom a string serves as well. While the flag iso is off, so do numbers and lists of characters or codes.
 *
 * Elsewhere: the relations behind atom_concat/3 and sub_atom/5 (sub_text.h), predicates that make strings (bi_text.c), character
 * classes (bi_char.c).
 */
#include "base/unicode.h"
#include "base/utf8.h"
#include "builtins/builtin.h"
#include "builtins/list_build.h"
#include "builtins/number_text.h"
#include "builtins/stream_argument.h"
#include "builtins/sub_text.h"
#include "term/walk.h"

static unsigned accepted(const Engine *e)
{
    return engine_is_iso(e) ? ACCEPT_ATOM | ACCEPT_STRING : ACCEPT_ANY;
}

/* Lists of codes; while the flag iso is off, characters serve as well. */
static unsigned accepted_codes(const Engine *e)
{
    return engine_is_iso(e) ? ACCEPT_CODES : ACCEPT_CODES | ACCEPT_CHARS;
}

/* ---- atom_length/2, atom_concat/3, sub_atom/5 ---- */

/* Length is the number of characters of Atom. */
static Status bi_atom_length(Engine *e, Cell *arg)
{
    TextView view;
    Status s = text_view_open(e, &view, arg[0], accepted(e), ATOM_atom);
    if (s != ST_TRUE)
        return s;
    size_t length = utf8_length(view.bytes, view.length);
    text_view_close(&view);
    Cell given = cell_deref(arg[1]);
    if (!cell_is_var(given)) {
        s = arg_var_or_integer(e, given);
        if (s == ST_TRUE && number_compare(given, cell_from_int(0)) < 0)
            s = domain_error(e, ATOM_not_less_than_zero, given);
    }
    return s == ST_TRUE ? unify_result(e, given, cell_from_int((int64_t)length)) : s;
}

/* Atom12 is Atom1 followed by Atom2; splits Atom12 in all ways when both are unbound. */
static Status bi_atom_concat(Engine *e, Cell *arg)
{
    TextRules rules = {accepted(e), ATOM_atom, TEXT_ATOM};
    return text_concat(e, arg, &rules);
}

/* Sub is the part of Atom that begins after Before characters, is Length long, and has After characters behind it. */
static Status bi_sub_atom(Engine *e, Cell *arg)
{
    TextRules rules = {accepted(e), ATOM_atom, TEXT_ATOM};
    return text_sub(e, arg, &rules);
}

/* ---- atoms and lists ---- */

/* Opens the text that a list argument gives: a list of an accepted kind, or a string. */
static Status open_list(Engine *e, TextView *view, Cell list, unsigned accept_list)
{
    if (text_view_open_short(e, view, list, accept_list))
        return ST_TRUE;
    if (cell_is_string(cell_deref(list)))
        return text_view_open(e, view, list, ACCEPT_STRING, ATOM_list);
    Status s = text_list_check(e, list, true, accept_list);
    return s == ST_TRUE ? text_view_open(e, view, list, accept_list | ACCEPT_NIL, ATOM_list) : s;
}

/* The list of a known atom. */
static Status atom_to_list(Engine *e, const Cell *arg, unsigned accept_list, enum TextKind kind)
{
    TextView view;
    Status s = text_view_open(e, &view, arg[0], accepted(e), ATOM_atom);
    if (s != ST_TRUE)
        return s;
    if (!cell_is_var(cell_deref(arg[1])))
        s = text_list_check(e, arg[1], false, accept_list);
    if (s == ST_TRUE)
        s = unify_text(e, arg[1], kind, view.bytes, view.length);
    text_view_close(&view);
    return s;
}

/* Atom and the list of its characters or codes. */
static Status atom_list(Engine *e, const Cell *arg, unsigned accept_list, enum TextKind kind)
{
    if (!cell_is_var(cell_deref(arg[0])))
        return atom_to_list(e, arg, accept_list, kind);
    TextView view;
    Status s = open_list(e, &view, arg[1], accept_list);
    if (s != ST_TRUE)
        return s;
    s = unify_text(e, arg[0], TEXT_ATOM, view.bytes, view.length);
    text_view_close(&view);
    return s;
}

/* Characters is the list of the characters of Atom. */
static Status bi_atom_chars(Engine *e, Cell *arg)
{
    return atom_list(e, arg, ACCEPT_CHARS, TEXT_CHARS);
}

/* Codes is the list of the character codes of Atom. */
static Status bi_atom_codes(Engine *e, Cell *arg)
{
    return atom_list(e, arg, accepted_codes(e), TEXT_CODES);
}

/* Code is the code of the character Char. */
static Status bi_char_code(Engine *e, Cell *arg)
{
    Cell character = cell_deref(arg[0]), code = cell_deref(arg[1]);
    if (cell_is_var(character) && cell_is_var(code))
        return instantiation_error(e);
    if (!cell_is_var(character) && !cell_is_character(character))
        return type_error(e, ATOM_character, character);
    if (cell_is_var(code))
        return unify_result(e, code, cell_from_int(cell_atom(character)));
    if (!cell_is_integer(code))
        return type_error(e, ATOM_integer, code);
    if (!cell_is_code(code))
        return representation_error(e, ATOM_character_code);
    return unify_atom(e, character, (uint32_t)cell_int(code));
}

/* ---- numbers and lists ---- */

/* True of a proper list without unbound elements. */
static bool list_is_complete(Cell list)
{
    size_t length;
    list = cell_deref(list);
    if (list_measure(list, &length) != LIST_PROPER)
        return false;
    while (cell_is_pair(list)) {
        if (cell_is_txt(list))
            list = cell_deref(*txt_tail(list));
        else if (cell_is_var(list_take(&list)))
            return false;
    }
    return true;
}

/* Reads the number in a view, which is closed, and unifies it. */
static Status read_number(Engine *e, TextView *view, Cell number)
{
    Cell value;
    SyntaxError error;
    Status s = number_from_text(e, view->bytes, view->length, NUMBER_STRICT, &value, &error);
    text_view_close(view);
    if (s == ST_FAIL)
        return syntax_error(e, error.what);
    return s == ST_TRUE ? unify_result(e, number, value) : s;
}

/* Number and a list that denotes it. A complete list is read, so that several lists denote a number; else the number is written. */
static Status number_list(Engine *e, const Cell *arg, unsigned accept_list, enum TextKind kind)
{
    TextView view;
    Cell number = cell_deref(arg[0]), list = cell_deref(arg[1]);
    bool known = !cell_is_var(number);
    if (known && !cell_is_number(number))
        return type_error(e, ATOM_number, number);
    if (!known || cell_is_string(list) || list_is_complete(list)) {
        Status s = open_list(e, &view, list, accept_list);
        return s == ST_TRUE ? read_number(e, &view, number) : s;
    }
    Status s = text_list_check(e, list, false, accept_list);
    if (s == ST_TRUE)
        s = text_view_open(e, &view, number, ACCEPT_NUMBER, ATOM_number);
    if (s != ST_TRUE)
        return s;
    s = unify_text(e, list, kind, view.bytes, view.length);
    text_view_close(&view);
    return s;
}

/* Number is denoted by the list of characters. */
static Status bi_number_chars(Engine *e, Cell *arg)
{
    return number_list(e, arg, ACCEPT_CHARS, TEXT_CHARS);
}

/* Number is denoted by the list of character codes. */
static Status bi_number_codes(Engine *e, Cell *arg)
{
    return number_list(e, arg, accepted_codes(e), TEXT_CODES);
}

/* Number is what Atom denotes; fails when it denotes none. */
static Status bi_atom_number(Engine *e, Cell *arg)
{
    Cell atom = cell_deref(arg[0]), number = cell_deref(arg[1]), value;
    TextView view;
    if (cell_is_var(atom)) {
        Status s = text_view_open(e, &view, number, ACCEPT_NUMBER, ATOM_number);
        if (s != ST_TRUE)
            return s;
        s = unify_text(e, atom, TEXT_ATOM, view.bytes, view.length);
        text_view_close(&view);
        return s;
    }
    if (!cell_is_var(number) && !cell_is_number(number))
        return type_error(e, ATOM_number, number);
    Status s = text_view_open(e, &view, atom, ACCEPT_ANY & ~(unsigned)ACCEPT_NUMBER, ATOM_atom);
    if (s != ST_TRUE)
        return s;
    SyntaxError error;
    const char *first = view.bytes;
    bool blank = view.length == 0 || unicode_is_space(utf8_next(&first));
    s = blank ? ST_FAIL : number_from_text(e, view.bytes, view.length, NUMBER_SIGNED, &value, &error);
    text_view_close(&view);
    return s == ST_TRUE ? unify_result(e, number, value) : s;
}

/* ---- case ---- */

static Status map_case(Engine *e, const Cell *arg, uint32_t (*map)(uint32_t))
{
    TextView view;
    Status s = text_view_open(e, &view, arg[0], ACCEPT_ANY, ATOM_atomic);
    if (s != ST_TRUE)
        return s;
    Buf buf;
    buf_init(&buf, &e->machine->alloc);
    for (const char *p = view.bytes, *end = p + view.length; p < end;)
        buf_put_code(&buf, map(utf8_next(&p)));
    if (buf.failed)
        s = resource_error(e, ATOM_memory);
    else
        s = unify_text(e, arg[1], TEXT_ATOM, buf.length > 0 ? buf.data : "", buf.length);
    buf_free(&buf);
    text_view_close(&view);
    return s;
}

/* Upper is the atom of Text in capital letters. */
static Status bi_upcase_atom(Engine *e, Cell *arg)
{
    return map_case(e, arg, unicode_to_upper);
}

/* Lower is the atom of Text in small letters. */
static Status bi_downcase_atom(Engine *e, Cell *arg)
{
    return map_case(e, arg, unicode_to_lower);
}

/* ---- atomic_list_concat/2,3 ---- */

/* Appends the texts of the elements of a proper list, separated. */
static Status put_elements(Engine *e, Cell list, const TextView *separator, Buf *out)
{
    bool first = true;
    while (cell_is_pair(list)) {
        Cell element = list_take(&list);
        TextView view;
        Status s = text_view_open(e, &view, element, ACCEPT_ANY, ATOM_text);
        if (s != ST_TRUE)
            return s;
        if (!first && separator != NULL)
            buf_put_bytes(out, separator->bytes, separator->length);
        buf_put_bytes(out, view.bytes, view.length);
        text_view_close(&view);
        first = false;
    }
    return out->failed ? resource_error(e, ATOM_memory) : ST_TRUE;
}

static Status join_elements(Engine *e, Cell list, const TextView *separator, Cell result)
{
    static const TextRules rules = {ACCEPT_ANY, ATOM_atomic, TEXT_ATOM};
    Buf buf;
    buf_init(&buf, &e->machine->alloc);
    Status s = put_elements(e, list, separator, &buf);
    if (s == ST_TRUE)
        s = text_unify(e, result, &rules, buf.length > 0 ? buf.data : "", buf.length);
    buf_free(&buf);
    return s;
}

/* The end of the piece that begins at p: the next separator, or the end of the text. */
static const char *piece_end(const char *p, const char *end, const TextView *separator)
{
    const char *found = memmem(p, (size_t)(end - p), separator->bytes, separator->length);
    return found != NULL ? found : end;
}

static size_t count_pieces(const TextView *text, const TextView *separator)
{
    size_t count = 1;
    const char *p = text->bytes, *end = p + text->length;
    while ((p = piece_end(p, end, separator)) < end) {
        p += separator->length;
        count++;
    }
    return count;
}

/* Unifies the list with the atoms between separators. */
static Status split_at(Engine *e, Cell list, const TextView *text, const TextView *separator)
{
    Store *s = &e->store;
    size_t count = count_pieces(text, separator);
    if (!heap_has(s, 2 * count))
        return ST_RETRY;
    Cell *pairs = s->H, built = list_push_vars(s, count, cell_from_atom(ATOM_nil));
    const char *p = text->bytes, *end = p + text->length;
    for (size_t i = 0; i < count; i++) {
        const char *stop = piece_end(p, end, separator);
        Status status = make_text(e, TEXT_ATOM, p, (size_t)(stop - p), &pairs[2 * i]);
        if (status != ST_TRUE)
            return status;
        p = stop + separator->length;
    }
    return unify_result(e, list, built);
}

static Status split_elements(Engine *e, Cell list, const TextView *separator, Cell separator_cell, Cell whole)
{
    if (separator->length == 0)
        return domain_error(e, ATOM_non_empty_atom, separator_cell);
    TextView text;
    Status s = text_view_open(e, &text, whole, ACCEPT_ANY_NIL, ATOM_atomic);
    if (s != ST_TRUE)
        return s;
    s = split_at(e, list, &text, separator);
    text_view_close(&text);
    return s;
}

/* Atom is the texts of the elements of List one after the other. */
static Status bi_atomic_list_concat(Engine *e, Cell *arg)
{
    size_t length;
    Status s = arg_list(e, arg[0], &length);
    return s == ST_TRUE ? join_elements(e, cell_deref(arg[0]), NULL, arg[1]) : s;
}

/* Atom is the texts of the elements of List with Separator between them; splits Atom when List is not complete. */
static Status bi_atomic_list_concat_separator(Engine *e, Cell *arg)
{
    size_t length;
    Cell list = cell_deref(arg[0]), separator_cell = cell_deref(arg[1]), whole = cell_deref(arg[2]);
    enum ListKind shape = list_measure(list, &length);
    if (shape == LIST_NOT || shape == LIST_CYCLIC)
        return type_error(e, ATOM_list, list);
    TextView separator;
    Status s = text_view_open(e, &separator, separator_cell, ACCEPT_ANY_NIL, ATOM_text);
    if (s != ST_TRUE)
        return s;
    if (list_is_complete(list))
        s = join_elements(e, list, &separator, whole);
    else if (cell_is_var(whole))
        s = instantiation_error(e);
    else
        s = split_elements(e, list, &separator, separator_cell, whole);
    text_view_close(&separator);
    return s;
}

/* ---- character conversion (6.5.7) ---- */

static Status arg_character(Engine *e, Cell arg)
{
    arg = cell_deref(arg);
    if (cell_is_var(arg))
        return instantiation_error(e);
    return cell_is_atom(arg) && cell_atom(arg) < ATOM_FIRST ? ST_TRUE : type_error(e, ATOM_character, arg);
}

/* What a character is converted to. */
static uint32_t conversion_of(const Machine *m, uint32_t code)
{
    const Cell *to = cell_map_get(&m->conversions, (Cell)code + 1);
    return to != NULL ? (uint32_t)*to : code;
}

/* Makes In read as Out outside of quoted items, while the flag char_conversion is on. */
static Status bi_char_conversion(Engine *e, Cell *arg)
{
    if (cell_is_var(cell_deref(arg[0])) || cell_is_var(cell_deref(arg[1])))
        return instantiation_error(e);
    Status s = arg_character(e, arg[0]);
    if (s == ST_TRUE)
        s = arg_character(e, arg[1]);
    if (s != ST_TRUE)
        return s;
    CellMap *conversions = &e->machine->conversions;
    Cell from = (Cell)cell_atom(cell_deref(arg[0])) + 1, to = cell_atom(cell_deref(arg[1]));
    Cell *old = cell_map_get(conversions, from);
    if (old != NULL)
        *old = to;
    else if (from != to + 1 && !cell_map_put(conversions, from, to))
        return resource_error(e, ATOM_memory);
    return ST_TRUE;
}

/* The next code from `code` on that is converted to `wanted`, or to anything when that is no code; beyond Unicode when there is none. */
static int64_t next_conversion(const Machine *m, int64_t code, int64_t wanted)
{
    while (code <= UNICODE_MAX && (!unicode_is_scalar((uint32_t)code) || (wanted >= 0 && conversion_of(m, (uint32_t)code) != wanted)))
        code++;
    return code;
}

/* In reads as Out. The state is the code from which to look on. */
static Status bi_current_char_conversion(Engine *e, Cell *arg)
{
    for (int i = 0; i < 2; i++) {
        Status s = cell_is_var(cell_deref(arg[i])) ? ST_TRUE : arg_character(e, arg[i]);
        if (s != ST_TRUE)
            return s;
    }
    const Machine *m = e->machine;
    Cell in = cell_deref(arg[0]), out = cell_deref(arg[1]);
    if (!cell_is_var(in))
        return unify_atom(e, out, conversion_of(m, cell_atom(in)));
    if (!cell_is_var(out) && m->conversions.count == 0)
        return unify_result(e, in, out);
    int64_t wanted = cell_is_var(out) ? -1 : (int64_t)cell_atom(out);
    int64_t code = next_conversion(m, cell_int(e->X[2]), wanted);
    if (code > UNICODE_MAX)
        return ST_FAIL;
    int64_t next = next_conversion(m, code + 1, wanted);
    e->X[2] = cell_from_int(next);
    if (next <= UNICODE_MAX)
        builtin_leave_choice(e);
    Status s = unify_atom(e, in, (uint32_t)code);
    return s == ST_TRUE ? unify_atom(e, out, conversion_of(m, (uint32_t)code)) : s;
}

/* clang-format off */
const Builtin builtins_atom[] = {
    BUILTIN("atom_length",       bi_atom_length,      "+atom ?integer",                         DET, "8.16.1"),
    BUILTIN_STATE("atom_concat", bi_atom_concat,      "?atom ?atom ?atom",                      CONCAT_STATE, "8.16.2"),
    BUILTIN_STATE("sub_atom",    bi_sub_atom,         "+atom ?integer ?integer ?integer ?atom", SUB_TEXT_STATE, "8.16.3"),
    BUILTIN("atom_chars",        bi_atom_chars,       "?atom ?list",                            DET, "8.16.4"),
    BUILTIN("atom_codes",        bi_atom_codes,       "?atom ?list",                            DET, "8.16.5"),
    BUILTIN("char_code",         bi_char_code,        "?character ?integer",                    DET, "8.16.6"),
    BUILTIN("number_chars",      bi_number_chars,     "?number ?list",                          DET, "8.16.7"),
    BUILTIN("number_codes",      bi_number_codes,     "?number ?list",                          DET, "8.16.8"),
    BUILTIN("char_conversion",   bi_char_conversion,  "+character +character",                  DET, "8.14.5"),
    BUILTIN_STATE("current_char_conversion", bi_current_char_conversion, "?character ?character", 1, "8.14.6"),
    BUILTIN("atom_number",       bi_atom_number,      "?atom ?number",                          DET, ""),
    BUILTIN("upcase_atom",       bi_upcase_atom,      "+text ?atom",                            DET, ""),
    BUILTIN("downcase_atom",     bi_downcase_atom,    "+text ?atom",                            DET, ""),
    BUILTIN("atomic_list_concat", bi_atomic_list_concat, "+list ?atom",                         DET, ""),
    BUILTIN("atomic_list_concat", bi_atomic_list_concat_separator, "?list +atom ?atom",         DET, ""),
    BUILTIN_END
};
/* clang-format on */
