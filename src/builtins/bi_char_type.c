/* bi_char_type.c - classes of characters: char_type/2 and code_type/2.
 * SPDX-License-Identifier: MIT
 *
 * One table of classes serves both predicates. A class is a test, or a function that gives a value: digit(Weight), upper(Lower). Either
 * argument may be unbound; characters are then tried in the order of their codes, classes in the order of the table.
 */
#include "base/unicode.h"
#include "base/utf8.h"
#include "builtins/stream_argument.h"
#include "builtins/trial.h"
#include "syntax/chars.h"

/* ---- tests ---- */

static bool is_csym(uint32_t c)
{
    return c == '_' || unicode_is_alnum(c);
}

static bool is_csymf(uint32_t c)
{
    return c == '_' || unicode_is_alpha(c);
}

static bool is_ascii(uint32_t c)
{
    return c < 128;
}

static bool is_white(uint32_t c)
{
    return c == ' ' || c == '\t';
}

static bool is_digit(uint32_t c)
{
    return c >= '0' && c <= '9';
}

static bool is_end_of_line(uint32_t c)
{
    return c >= '\n' && c <= '\r';
}

static bool is_newline(uint32_t c)
{
    return c == '\n';
}

static bool is_period(uint32_t c)
{
    return c == '.' || c == '!' || c == '?';
}

static bool is_quote(uint32_t c)
{
    return c == '\'' || c == '"' || c == '`';
}

static bool is_paren(uint32_t c)
{
    return c == '(' || c == ')' || c == '[' || c == ']' || c == '{' || c == '}';
}

static bool is_print(uint32_t c)
{
    return unicode_is_graph(c) || (unicode_is_space(c) && !unicode_is_control(c));
}

static bool is_var_start(uint32_t c)
{
    return char_class(c) == CHAR_UPPER;
}

static bool is_atom_start(uint32_t c)
{
    return char_class(c) == CHAR_LOWER;
}

static bool is_symbol(uint32_t c)
{
    return char_class(c) == CHAR_SYMBOL;
}

/* ---- functions: the value of a character, or -1 when it has none ---- */

static int64_t digit_weight(uint32_t c)
{
    return is_digit(c) ? (int64_t)(c - '0') : -1;
}

static int64_t hexadecimal_weight(uint32_t c)
{
    unsigned value = char_digit_value((int32_t)c);
    return value < 16 ? (int64_t)value : -1;
}

static int64_t decimal_weight(uint32_t c)
{
    return unicode_digit_value(c);
}

static int64_t lower_of(uint32_t c)
{
    return unicode_to_lower(c);
}

static int64_t upper_of(uint32_t c)
{
    return unicode_to_upper(c);
}

static int64_t closing_paren(uint32_t c)
{
    return c == '(' ? ')' : c == '[' || c == '{' ? (int64_t)(c + 2) : -1;
}

static int64_t lower_of_upper(uint32_t c)
{
    return unicode_is_uppercase(c) ? (int64_t)unicode_to_lower(c) : -1;
}

static int64_t upper_of_lower(uint32_t c)
{
    return unicode_is_lowercase(c) ? (int64_t)unicode_to_upper(c) : -1;
}

static int64_t code_of(uint32_t c)
{
    return c;
}

typedef struct CharType {
    uint32_t name;
    bool (*test)(uint32_t c);     /* or */
    int64_t (*value)(uint32_t c);
    bool is_number;               /* the value is no character */
    int64_t (*inverse)(uint32_t value); /* the character that a given value stands for; NULL: it has to be searched for */
} CharType;

/* to_lower(U) says that the character is U in lower case, and gives U in upper case when it is asked for; to_upper(L) likewise. */
/* clang-format off */
static const CharType types[] = {
    {ATOM_alnum, unicode_is_alnum, NULL, false, NULL},
    {ATOM_alpha, unicode_is_alpha, NULL, false, NULL},
    {ATOM_csym, is_csym, NULL, false, NULL},
    {ATOM_csymf, is_csymf, NULL, false, NULL},
    {ATOM_ascii, is_ascii, NULL, false, NULL},
    {ATOM_white, is_white, NULL, false, NULL},
    {ATOM_cntrl, unicode_is_control, NULL, false, NULL},
    {ATOM_space, unicode_is_space, NULL, false, NULL},
    {ATOM_end_of_line, is_end_of_line, NULL, false, NULL},
    {ATOM_newline, is_newline, NULL, false, NULL},
    {ATOM_lower, unicode_is_lowercase, NULL, false, NULL},
    {ATOM_upper, unicode_is_uppercase, NULL, false, NULL},
    {ATOM_punct, unicode_is_punct, NULL, false, NULL},
    {ATOM_graph, unicode_is_graph, NULL, false, NULL},
    {ATOM_print, is_print, NULL, false, NULL},
    {ATOM_period, is_period, NULL, false, NULL},
    {ATOM_quote, is_quote, NULL, false, NULL},
    {ATOM_paren, is_paren, NULL, false, NULL},
    {ATOM_digit, is_digit, NULL, false, NULL},
    {ATOM_prolog_var_start, is_var_start, NULL, false, NULL},
    {ATOM_prolog_atom_start, is_atom_start, NULL, false, NULL},
    {ATOM_prolog_identifier_continue, char_is_alnum, NULL, false, NULL},
    {ATOM_prolog_symbol, is_symbol, NULL, false, NULL},
    {ATOM_digit, NULL, digit_weight, true, NULL},
    {ATOM_xdigit, NULL, hexadecimal_weight, true, NULL},
    {ATOM_decimal, NULL, decimal_weight, true, NULL},
    {ATOM_code, NULL, code_of, true, NULL},
    {ATOM_paren, NULL, closing_paren, false, NULL},
    {ATOM_to_lower, NULL, upper_of, false, lower_of},
    {ATOM_to_upper, NULL, lower_of, false, upper_of},
    {ATOM_upper, NULL, lower_of_upper, false, NULL},
    {ATOM_lower, NULL, upper_of_lower, false, NULL},
};
/* clang-format on */

/* ---- the relation ---- */

/* What is still to be tried. */
typedef struct Query {
    Engine *e;
    const Cell *arg;
    bool codes;                    /* code_type/2 */
    uint32_t code, last_code;      /* characters */
    size_t row, first_row, last_row; /* classes; for each character all rows are tried */
    Cell value;                    /* of the class, dereferenced; 0: none is given, or a variable */
} Query;

static void query_step(Query *q)
{
    if (q->row < q->last_row) {
        q->row++;
        return;
    }
    q->row = q->first_row;
    q->code = q->code == 0xd7ff ? 0xe000 : q->code + 1;
}

static Cell character_cell(const Query *q, int64_t code, bool as_number)
{
    return as_number || q->codes ? cell_from_int(code) : cell_from_atom((uint32_t)code);
}

/* The character that a given value of a class is, by itself or by its code; -1 when it is none. */
static int64_t value_code(const Query *q)
{
    if (cell_is_character(q->value))
        return (int64_t)cell_atom(q->value);
    return cell_is_code(q->value) ? cell_int(q->value) : -1;
}

/* True when the present pair is an answer, as far as that can be told without unifying. */
static bool query_applies(const Query *q)
{
    const CharType *type = &types[q->row];
    if (type->test != NULL)
        return type->test(q->code);
    int64_t value = type->value(q->code);
    if (value < 0 || q->value == 0)
        return value >= 0;
    if (type->is_number)
        return q->value == cell_from_int(value);
    int64_t given = value_code(q);
    return given >= 0 && (given == value || (type->inverse != NULL && type->inverse((uint32_t)given) == q->code));
}

/* Moves on to a character that belongs to the class, from the present pair; false when there is none. */
static bool query_find(Query *q)
{
    while (q->code <= q->last_code) {
        if (query_applies(q))
            return true;
        query_step(q);
    }
    return false;
}

static Status unify_type(const Query *q, const CharType *type)
{
    Engine *e = q->e;
    Cell given = cell_deref(q->arg[1]);
    if (type->test != NULL)
        return unify(&e->store, given, cell_from_atom(type->name));
    if (q->value != 0)
        return ST_TRUE;
    Cell value = character_cell(q, type->value(q->code), type->is_number);
    if (cell_is_str(given))
        return unify(&e->store, str_cells(given)[1], value);
    if (!heap_has(&e->store, 2))
        return ST_RETRY;
    Cell built = heap_push_struct(&e->store, cell_from_functor(type->name, 1));
    str_cells(built)[1] = value;
    return unify(&e->store, given, built);
}

static Status unify_answer(const Query *q)
{
    Cell given = cell_deref(q->arg[0]);
    if (cell_is_var(given)) {
        Status s = unify(&q->e->store, given, character_cell(q, q->code, false));
        if (s != ST_TRUE)
            return s;
    }
    return unify_type(q, &types[q->row]);
}

static Status run_query(Query *q)
{
    Engine *e = q->e;
    if (q->code == q->last_code && q->first_row == q->last_row && types[q->row].test != NULL && !cell_is_var(cell_deref(q->arg[0])))
        return status_from_bool(types[q->row].test(q->code));
    bool more = query_find(q);
    while (more) {
        Trial t = trial_begin(&e->store);
        Status s = unify_answer(q);
        if (s == ST_TRUE)
            trial_keep(&e->store, &t);
        else
            trial_undo(&e->store, &t);
        if (s != ST_TRUE && s != ST_FAIL)
            return s;
        query_step(q);
        more = query_find(q);
        if (s == ST_TRUE && more) {
            e->X[2] = cell_from_int(q->code);
            e->X[3] = cell_from_int((int64_t)q->row);
            builtin_leave_choice(e);
        }
        if (s == ST_TRUE)
            return ST_TRUE;
    }
    return ST_FAIL;
}

/* Narrows the classes to the one that is given. */
static Status query_type(Query *q, Cell type)
{
    q->first_row = 0;
    q->last_row = ARRAY_LENGTH(types) - 1;
    if (cell_is_var(type))
        return ST_TRUE;
    bool is_value = cell_is_str(type) && functor_arity(str_functor(type)) == 1;
    if (!is_value && !cell_is_atom(type))
        return domain_error(q->e, ATOM_char_type, type);
    uint32_t name = is_value ? functor_name(str_functor(type)) : cell_atom(type);
    for (size_t i = 0; i < ARRAY_LENGTH(types); i++)
        if (types[i].name == name && (types[i].value != NULL) == is_value) {
            Cell value = is_value ? cell_deref(str_cells(type)[1]) : 0;
            q->first_row = q->last_row = i;
            q->value = is_value && !cell_is_var(value) ? value : 0;
            return ST_TRUE;
        }
    return name == ATOM_end_of_file ? ST_FAIL : domain_error(q->e, ATOM_char_type, type);
}

/* Narrows the characters to the one that is given, or that the value of the class stands for; codes and
 * characters are both taken. */
static Status query_character(Query *q, Cell character)
{
    q->code = 0;
    q->last_code = UNICODE_MAX;
    if (cell_is_var(character)) {
        const CharType *type = &types[q->first_row];
        int64_t given = q->value != 0 && type->inverse != NULL ? value_code(q) : -1;
        if (given >= 0)
            q->code = q->last_code = (uint32_t)type->inverse((uint32_t)given);
        return ST_TRUE;
    }
    if (cell_is_character(character)) {
        q->code = q->last_code = cell_atom(character);
        return ST_TRUE;
    }
    if (!cell_is_integer(character))
        return type_error(q->e, ATOM_character, character);
    if (!cell_is_code(character))
        return representation_error(q->e, ATOM_character_code);
    q->code = q->last_code = (uint32_t)cell_int(character);
    return ST_TRUE;
}

/* State: the next character and the next class; both only grow from 0. */
static Status char_type(Engine *e, const Cell *arg, bool codes)
{
    Query q = {.e = e, .arg = arg, .codes = codes};
    if (codes && cell_deref(arg[0]) == cell_from_int(-1)) /* what get_code/1 gives at the end */
        return unify_atom(e, arg[1], ATOM_end_of_file);
    Status s = query_type(&q, cell_deref(arg[1]));
    if (s == ST_TRUE)
        s = query_character(&q, cell_deref(arg[0]));
    if (s != ST_TRUE)
        return s;
    q.row = max_size(q.first_row, (size_t)cell_int(e->X[3]));
    q.code = (uint32_t)max_int64(q.code, cell_int(e->X[2]));
    return run_query(&q);
}

/* Char, a character or its code, belongs to the class Type. */
static Status bi_char_type(Engine *e, Cell *arg)
{
    return char_type(e, arg, false);
}

/* Code, a character code or character, belongs to the class Type. */
static Status bi_code_type(Engine *e, Cell *arg)
{
    return char_type(e, arg, true);
}

/* clang-format off */
const Builtin builtins_char_type[] = {
    BUILTIN_STATE("char_type", bi_char_type, "?character ?type", 2, ""),
    BUILTIN_STATE("code_type", bi_code_type, "?integer ?type",   2, ""),
    BUILTIN_END
};
/* clang-format on */
