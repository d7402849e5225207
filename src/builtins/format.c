/* format.c - text from a format and its arguments.
 * SPDX-License-Identifier: MIT
 *
 * A directive is `~`, perhaps a number (digits, `*` for the next argument, or a back quote and a character for its code), and a letter.
 *
 *     ~a  atomic     ~w ~p ~q ~k  as write, print, writeq, write_canonical     ~W  as write_term with the options that follow
 *     ~d ~D ~I  integer      ~e ~f ~g ~E ~G  float      ~c  code      ~s  text      ~r ~R  integer in a radix
 *     ~n ~N  newline         ~i  skips an argument      ~~  a tilde
 *     ~t  fill       ~|  column stop      ~+  column stop so far after the one before        ~@  output of a goal
 *
 * Column stops cut a line into segments. A segment is held in `out` from `segment` on, with the places where fill may go; the stop that
 * ends it shares out what is missing among them, what cannot be shared evenly to the last ones. Columns are those of a terminal, on which
 * some characters are two wide and some have no width of their own.
 *
 * C cannot run the goals of ~@, nor those that ~p may need for portray/1, nor those of format_predicate/2. So a format with such directives is gone through twice: first
 * their arguments are collected, and, when Prolog has made texts of them, these are put in their places.
 */
#include "builtins/format.h"

#include "base/unicode.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "builtins/term_output.h"
#include "builtins/text_view.h"
#include "syntax/number_format.h"
#include "term/walk.h"

#define DEFAULT_FRACTION  6
#define DEFAULT_STOP      8
#define MAX_COLUMN        10000000 /* fill wider than this is a mistake */
#define MAX_FRACTION      100000
#define DIGITS_IN_A_GROUP 3u

typedef struct Fill {
    size_t at; /* in `out` */
    uint32_t code;
} Fill;

typedef struct Formatter {
    Engine *e;
    Buf *out;
    const char *next, *end; /* of the format */
    Cell arguments;         /* those left */
    FormatRequest *request;
    bool single;            /* `arguments` is itself the only argument */
    size_t counted;         /* of `out`, up to here `column` is right */
    uint64_t column, last_stop;
    size_t segment;
    Fill *fills;
    size_t fill_count, fill_capacity;
} Formatter;

/* A directive's number. */
typedef struct Number {
    bool given;
    int64_t value;
} Number;

/* ---- errors and arguments ---- */

/* error(Formal, context(Indicator, _)) */
static Status throw_formal(Engine *e, Cell formal)
{
    Store *s = &e->store;
    Cell indicator = e->running ? pred_indicator(e, e->running) : heap_push_var(s), detail = heap_push_var(s);
    Cell context = heap_push_struct(s, cell_from_functor(ATOM_context, 2));
    str_cells(context)[1] = indicator;
    str_cells(context)[2] = detail;
    Cell error = heap_push_struct(s, cell_from_functor(ATOM_error, 2));
    str_cells(error)[1] = formal;
    str_cells(error)[2] = context;
    return throw_term(e, error);
}

/* error(format(Message), _) */
static Status format_error(Engine *e, const char *message)
{
    uint32_t atom = atom_intern_string(&e->machine->atoms, message);
    Cell formal = heap_push_struct(&e->store, cell_from_functor(ATOM_format, 1));
    str_cells(formal)[1] = cell_from_atom(atom == ATOM_NONE ? ATOM_empty : atom);
    return throw_formal(e, formal);
}

/* error(existence_error(format_character, Letter), _) */
static Status unknown_directive(Engine *e, uint32_t letter)
{
    return existence_error(e, ATOM_format_character, cell_from_atom(letter));
}

static Status take_argument(Formatter *f, Cell *argument)
{
    if (f->single) {
        f->single = false;
        *argument = f->arguments;
        f->arguments = cell_from_atom(ATOM_nil);
        return ST_TRUE;
    }
    if (!cell_is_pair(f->arguments))
        return format_error(f->e, "not enough arguments");
    Cell head, tail;
    list_uncons(f->arguments, &head, &tail);
    *argument = cell_deref(head);
    f->arguments = cell_deref(tail);
    return ST_TRUE;
}

static Status evaluate(Formatter *f, Cell expression, Cell *number)
{
    ArithError error;
    Status status = arith_eval(&f->e->store, &f->e->machine->arith, expression, number, &error);
    return status == ST_ERROR ? arith_error(f->e, &error) : status;
}

/* The value of an argument, which may be an expression. */
static Status take_number_argument(Formatter *f, Cell *number)
{
    Cell argument;
    Status status = take_argument(f, &argument);
    return status == ST_TRUE ? evaluate(f, argument, number) : status;
}

/* An integer; a compound argument may be an expression whose value is one. */
static Status take_integer_argument(Formatter *f, Cell *integer)
{
    Cell argument;
    Status status = take_argument(f, &argument);
    if (status != ST_TRUE)
        return status;
    if (cell_is_var(argument))
        return instantiation_error(f->e);
    *integer = argument;
    if (cell_is_str(argument))
        status = evaluate(f, argument, integer);
    if (status != ST_TRUE)
        return status;
    return cell_is_integer(*integer) ? ST_TRUE : type_error(f->e, ATOM_integer, argument);
}

/* ---- columns ---- */

/* Moves `column` on over what was put since it was last right. A newline begins a line and a segment. */
static void count_columns(Formatter *f)
{
    const Buf *out = f->out;
    if (f->counted == out->length)
        return;
    const char *p = out->data + f->counted, *end = out->data + out->length;
    while (p < end) {
        uint32_t code = utf8_next(&p);
        switch (code) {
        case '\n':
            f->column = f->last_stop = 0;
            f->segment = (size_t)(p - out->data);
            f->fill_count = 0;
            break;
        case '\t': f->column = (f->column | 7) + 1; break;
        case '\b': f->column -= f->column > 0; break;
        case '\r': f->column = 0; break;
        default: f->column += (uint64_t)unicode_width(code);
        }
    }
    f->counted = out->length;
}

static void put_many(Buf *out, uint32_t code, uint64_t count)
{
    if (code < 0x80 && buf_reserve(out, count)) {
        memset(out->data + out->length, (int)code, count);
        out->length += count;
        return;
    }
    while (count-- > 0 && !out->failed)
        buf_put_code(out, code);
}

/* How much of `missing` columns goes to the fill number i of n. */
static uint64_t share(uint64_t missing, size_t i, size_t n)
{
    return missing / n + (n - i <= missing % n ? 1 : 0);
}

/* Puts the segment anew, with fill. Without places for it, fill is blanks at the end. */
static void fill_segment(Formatter *f, uint64_t missing)
{
    Buf *out = f->out, old;
    buf_init(&old, out->alloc);
    if (out->length > f->segment)
        buf_put_bytes(&old, out->data + f->segment, out->length - f->segment);
    out->failed |= old.failed;
    size_t start = f->segment, done = 0;
    out->length = start;
    for (size_t i = 0; i < f->fill_count && !out->failed; i++) {
        size_t at = f->fills[i].at - start;
        if (at > done)
            buf_put_bytes(out, old.data + done, at - done);
        put_many(out, f->fills[i].code, share(missing, i, f->fill_count));
        done = at;
    }
    if (!out->failed && old.length > done)
        buf_put_bytes(out, old.data + done, old.length - done);
    if (f->fill_count == 0)
        put_many(out, ' ', missing);
    buf_free(&old);
}

static Status stop_at(Formatter *f, uint64_t target)
{
    if (target > MAX_COLUMN)
        return format_error(f->e, "column out of range");
    if (target > f->column) {
        fill_segment(f, target - f->column);
        f->column = target;
    }
    f->counted = f->segment = f->out->length;
    f->last_stop = f->column;
    f->fill_count = 0;
    return ST_TRUE;
}

static Status add_fill(Formatter *f, uint32_t code)
{
    if (!VEC_RESERVE(f->e->store.alloc, f->fills, f->fill_capacity, f->fill_count + 1))
        return resource_error(f->e, ATOM_memory);
    f->fills[f->fill_count++] = (Fill){f->out->length, code};
    return ST_TRUE;
}

/* ---- numbers ---- */

/* What stands between groups of digits, and how many make a group; 0: there are none. */
typedef struct Grouping {
    char separator;
    size_t digits;
} Grouping;

static const Grouping no_groups = {0};

/* Puts the digits of an integer with the last `fraction` of them behind a point, the others in groups. */
static Status put_integer(Formatter *f, Cell integer, size_t fraction, Grouping groups)
{
    Buf digits, *out = f->out;
    buf_init(&digits, out->alloc);
    number_format(integer, &digits);
    if (digits.failed) {
        buf_free(&digits);
        return resource_error(f->e, ATOM_memory);
    }
    const char *p = digits.data;
    size_t n = digits.length;
    if (*p == '-') {
        buf_put_byte(out, '-');
        p++, n--;
    }
    size_t zeros = n <= fraction ? fraction + 1 - n : 0, whole = n + zeros - fraction;
    for (size_t i = 0; i < n + zeros; i++) {
        if (i == whole)
            buf_put_byte(out, '.');
        else if (groups.digits > 0 && i > 0 && i < whole && (whole - i) % groups.digits == 0)
            buf_put_byte(out, groups.separator);
        buf_put_byte(out, i < zeros ? '0' : p[i - zeros]);
    }
    buf_free(&digits);
    return ST_TRUE;
}

/* Has the point that printf writes in the host's locale read '.'. */
static void repair_point(Buf *out, size_t start)
{
    size_t kept = start;
    bool repaired = false;
    for (size_t i = start; i < out->length; i++) {
        char c = out->data[i];
        bool is_plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '+' || c == '-';
        if (is_plain) {
            out->data[kept++] = c;
        } else if (!repaired) {
            out->data[kept++] = '.';
            repaired = true;
        }
    }
    out->length = kept;
}

static void put_double(Buf *out, double value, char conversion, int fraction)
{
    size_t start = out->length;
    switch (conversion) {
    case 'e': buf_printf(out, "%.*e", fraction, value); break;
    case 'E': buf_printf(out, "%.*E", fraction, value); break;
    case 'f': buf_printf(out, "%.*f", fraction, value); break;
    case 'G': buf_printf(out, "%.*G", fraction, value); break;
    default: buf_printf(out, "%.*g", fraction, value); break;
    }
    if (!out->failed)
        repair_point(out, start);
}

/* The double nearest to a numeric cell; overflow is an evaluation error. */
static Status to_double(Engine *e, Cell number, double *value)
{
    Cell result;
    ArithError error;
    Status status = arith_apply1(&e->store, &e->machine->arith, ARITH_float, number, &result, &error);
    if (status == ST_ERROR)
        return arith_error(e, &error);
    if (status == ST_TRUE)
        *value = box_double(result);
    return status;
}

/* Rounds n decimal digits to the first `kept` of them, to even when it is a tie. True when that made one digit more: "99" to "10". */
static bool round_digits(char *digits, size_t n, size_t kept)
{
    if (kept >= n)
        return false;
    bool is_tie = digits[kept] == '5';
    for (size_t i = kept + 1; is_tie && i < n; i++)
        is_tie = digits[i] == '0';
    bool up = is_tie ? kept > 0 && (digits[kept - 1] - '0') % 2 == 1 : digits[kept] >= '5';
    for (size_t i = kept; up && i-- > 0;) {
        up = digits[i] == '9';
        digits[i] = up ? '0' : (char)(digits[i] + 1);
    }
    if (up)
        digits[0] = '1';
    return up;
}

/* Puts d.ddde+dd, with `mark` for the e, for an integer with so many significant digits; `trim` leaves out zeros at the end of the fraction. */
static void put_exponential(Buf *out, char *digits, size_t n, size_t significant, bool trim, char mark)
{
    size_t exponent = n - 1;
    if (round_digits(digits, n, significant))
        exponent++;
    size_t shown = significant;
    while (trim && shown > 1 && (shown > n || digits[shown - 1] == '0'))
        shown--;
    buf_put_byte(out, digits[0]);
    if (shown > 1)
        buf_put_byte(out, '.');
    for (size_t i = 1; i < shown; i++)
        buf_put_byte(out, i < n ? digits[i] : '0');
    buf_printf(out, "%c+%02zu", mark, exponent);
}

/* ~e, ~g, ~E and ~G of an integer, exactly: it may be beyond the range of doubles. */
static Status put_integer_as_float(Formatter *f, Cell integer, char conversion, size_t fraction)
{
    Buf text;
    buf_init(&text, f->out->alloc);
    number_format(integer, &text);
    if (text.failed) {
        buf_free(&text);
        return resource_error(f->e, ATOM_memory);
    }
    bool negative = text.data[0] == '-';
    char *digits = text.data + negative;
    size_t n = text.length - negative;
    if (negative)
        buf_put_byte(f->out, '-');
    bool is_upper = conversion == 'E' || conversion == 'G';
    if (conversion == 'e' || conversion == 'E')
        put_exponential(f->out, digits, n, fraction + 1, false, is_upper ? 'E' : 'e');
    else if (n <= max_size(fraction, 1)) /* as %g does: plain when all digits are shown */
        buf_put_bytes(f->out, digits, n);
    else
        put_exponential(f->out, digits, n, max_size(fraction, 1), true, is_upper ? 'E' : 'e');
    buf_free(&text);
    return ST_TRUE;
}

/* ~e ~f ~g ~E ~G; integers are exact. */
static Status put_float_directive(Formatter *f, char conversion, Number n)
{
    if (n.given && n.value > MAX_FRACTION)
        return format_error(f->e, "too many digits");
    int64_t fraction = n.given ? n.value : DEFAULT_FRACTION;
    Cell number;
    Status status = take_number_argument(f, &number);
    if (status != ST_TRUE)
        return status;
    if (conversion == 'f' && cell_is_integer(number)) {
        status = put_integer(f, number, 0, no_groups);
        if (status == ST_TRUE && fraction > 0) {
            buf_put_byte(f->out, '.');
            put_many(f->out, '0', (uint64_t)fraction);
        }
        return status;
    }
    if (cell_is_integer(number))
        return put_integer_as_float(f, number, conversion, (size_t)fraction);
    double value = 0;
    status = to_double(f->e, number, &value);
    if (status == ST_TRUE)
        put_double(f->out, value, conversion, (int)fraction);
    return status;
}

/* ~d ~D: the number says how many digits stand behind a point. */
static Status put_integer_directive(Formatter *f, Grouping groups, Number n)
{
    if (n.given && n.value > MAX_FRACTION)
        return format_error(f->e, "too many digits");
    Cell integer;
    Status status = take_integer_argument(f, &integer);
    return status == ST_TRUE ? put_integer(f, integer, n.given ? (size_t)n.value : 0, groups) : status;
}

/* ~I: the number says how many digits make a group. */
static Status put_grouped_directive(Formatter *f, Number n)
{
    Cell integer;
    Status status = take_integer_argument(f, &integer);
    return status == ST_TRUE ? put_integer(f, integer, 0, (Grouping){'_', n.given ? (size_t)n.value : DIGITS_IN_A_GROUP}) : status;
}

static Status put_radix_directive(Formatter *f, bool upper, Number n)
{
    if (!n.given)
        return format_error(f->e, "~r needs a radix");
    if (n.value < 2 || n.value > 36)
        return domain_error(f->e, ATOM_radix, cell_from_int(n.value));
    Cell integer;
    Status status = take_integer_argument(f, &integer);
    if (status == ST_TRUE)
        integer_format(integer, (unsigned)n.value, upper, f->out);
    return status;
}

/* ---- text and terms ---- */

/* At most `limit` characters of a text. */
static Status put_text_directive(Formatter *f, unsigned accept, uint32_t type, uint64_t limit)
{
    Cell argument;
    TextView text;
    Status status = take_argument(f, &argument);
    if (status == ST_TRUE)
        status = text_view_open(f->e, &text, argument, accept, type);
    if (status != ST_TRUE)
        return status;
    size_t shown = limit < text.length ? (size_t)(utf8_skip(text.bytes, text.length, (size_t)limit) - text.bytes) : text.length;
    buf_put_bytes(f->out, text.bytes, shown);
    text_view_close(&text);
    return ST_TRUE;
}

/* True when ~p is a matter of Prolog. */
static bool has_portray(const Engine *e)
{
    const Pred *hook = pred_find(e->machine->program.user, cell_from_functor(ATOM_portray, 1));
    return hook != NULL && hook->live > 0;
}

/* True when programs have directives of their own. */
static bool has_directives(const Engine *e)
{
    const Pred *table = pred_find(e->machine->program.system, cell_from_functor(ATOM_format_directive, 2));
    return table != NULL && table->live > 0;
}

/* A directive whose text Prolog makes of its argument: `how` is print or call. */
static Status put_called(Formatter *f, uint32_t how, Cell argument)
{
    FormatRequest *r = f->request;
    Cell text;
    TextView view;
    Status status;
    switch (r->pass) {
    case FORMAT_PLAIN: return ST_CALL;
    case FORMAT_COLLECT:
        if (!VEC_RESERVE(f->e->store.alloc, r->collected.items, r->collected.capacity, r->collected.count + 2))
            return resource_error(f->e, ATOM_memory);
        r->collected.items[r->collected.count++] = cell_from_atom(how);
        r->collected.items[r->collected.count++] = argument;
        return ST_TRUE;
    case FORMAT_INSERT: break;
    }
    if (!cell_is_pair(r->texts))
        return format_error(f->e, "not enough texts");
    list_uncons(r->texts, &text, &r->texts);
    r->texts = cell_deref(r->texts);
    status = text_view_open(f->e, &view, text, ACCEPT_ANY_NIL, ATOM_text);
    if (status != ST_TRUE)
        return status;
    buf_put_bytes(f->out, view.bytes, view.length);
    text_view_close(&view);
    return ST_TRUE;
}

static Status put_argument_called(Formatter *f, uint32_t how)
{
    Cell argument;
    Status status = take_argument(f, &argument);
    return status == ST_TRUE ? put_called(f, how, argument) : status;
}

/* ~W: Prolog is given Term-Options. */
static Status put_write_term(Formatter *f)
{
    Store *s = &f->e->store;
    Cell term, options;
    if (!heap_has(s, 3))
        return ST_RETRY;
    Status status = take_argument(f, &term);
    if (status == ST_TRUE)
        status = take_argument(f, &options);
    if (status != ST_TRUE)
        return status;
    Cell pair = heap_push_struct(s, cell_from_functor(ATOM_CHAR('-'), 2));
    str_cells(pair)[1] = term;
    str_cells(pair)[2] = options;
    return put_called(f, ATOM_write_term, pair);
}

/* A directive of format_predicate/2, or of nobody. Prolog is given Letter-(Number-Argument). */
static Status put_own_directive(Formatter *f, uint32_t letter, Number n)
{
    Store *s = &f->e->store;
    Cell argument;
    if (!has_directives(f->e))
        return unknown_directive(f->e, letter);
    if (!heap_has(s, 6))
        return ST_RETRY;
    Status status = take_argument(f, &argument);
    if (status != ST_TRUE)
        return status;
    Cell pair = heap_push_struct(s, cell_from_functor(ATOM_CHAR('-'), 2));
    str_cells(pair)[1] = n.given ? cell_from_int(n.value) : cell_from_atom(ATOM_default);
    str_cells(pair)[2] = argument;
    Cell described = heap_push_struct(s, cell_from_functor(ATOM_CHAR('-'), 2));
    str_cells(described)[1] = cell_from_atom(letter);
    str_cells(described)[2] = pair;
    return put_called(f, ATOM_directive, described);
}

static Status put_term_directive(Formatter *f, char directive)
{
    Cell term;
    Status status = take_argument(f, &term);
    if (status != ST_TRUE)
        return status;
    WriteOptions options = write_options(f->e, directive != 'w', directive == 'k', directive != 'k');
    return write_to_buf(f->e, term, &options, f->out);
}

static Status put_code_directive(Formatter *f, Number n)
{
    Cell code;
    Status status = take_integer_argument(f, &code);
    if (status != ST_TRUE)
        return status;
    if (!cell_is_int(code) || cell_int(code) < 0 || cell_int(code) > UNICODE_MAX || !unicode_is_scalar((uint32_t)cell_int(code)))
        return representation_error(f->e, ATOM_character_code);
    put_many(f->out, (uint32_t)cell_int(code), n.given ? (uint64_t)n.value : 1);
    return ST_TRUE;
}

/* ~N: so many newlines, of which the first is already there at the start of a line. */
static uint64_t lines_to_start(const Formatter *f, Number n)
{
    uint64_t lines = n.given ? (uint64_t)n.value : 1;
    return lines > 0 && f->column == 0 ? lines - 1 : lines;
}

/* ---- directives ---- */

static Status run_directive(Formatter *f, uint32_t directive, Number n)
{
    Cell skipped;
    switch (directive) {
    case 'w':
    case 'q':
    case 'k': return put_term_directive(f, (char)directive);
    case 'W': return put_write_term(f);
    case 'p': return has_portray(f->e) ? put_argument_called(f, ATOM_print) : put_term_directive(f, 'p');
    case '@': return put_argument_called(f, ATOM_call);
    case 'a': return put_text_directive(f, ACCEPT_ANY, ATOM_atomic, UINT64_MAX);
    case 's': return put_text_directive(f, ACCEPT_ANY_NIL, ATOM_text, n.given ? (uint64_t)n.value : UINT64_MAX);
    case 'd': return put_integer_directive(f, no_groups, n);
    case 'D': return put_integer_directive(f, (Grouping){',', DIGITS_IN_A_GROUP}, n);
    case 'I': return put_grouped_directive(f, n);
    case 'e':
    case 'E':
    case 'f':
    case 'g':
    case 'G': return put_float_directive(f, (char)directive, n);
    case 'r': return put_radix_directive(f, false, n);
    case 'R': return put_radix_directive(f, true, n);
    case 'c': return put_code_directive(f, n);
    case 'n': put_many(f->out, '\n', n.given ? (uint64_t)n.value : 1); return ST_TRUE;
    case 'N': put_many(f->out, '\n', lines_to_start(f, n)); return ST_TRUE;
    case '~': buf_put_byte(f->out, '~'); return ST_TRUE;
    case 'i': return take_argument(f, &skipped);
    case 't': return add_fill(f, n.given && unicode_is_scalar((uint32_t)n.value) ? (uint32_t)n.value : ' ');
    case '|': return stop_at(f, n.given ? (uint64_t)n.value : f->column);
    case '+': return stop_at(f, f->last_stop + (n.given ? (uint64_t)n.value : DEFAULT_STOP));
    default: return put_own_directive(f, directive, n);
    }
}

static Status read_digits(Formatter *f, Number *n)
{
    n->given = true;
    for (; f->next < f->end && *f->next >= '0' && *f->next <= '9'; f->next++) {
        n->value = n->value * 10 + (*f->next - '0');
        if (n->value > UINT32_MAX)
            return format_error(f->e, "number out of range");
    }
    return ST_TRUE;
}

/* The number before a directive's letter. */
static Status read_number(Formatter *f, Number *n)
{
    *n = (Number){false, 0};
    char first = f->next < f->end ? *f->next : '\0';
    if (first >= '0' && first <= '9')
        return read_digits(f, n);
    if (first == '`' && f->next + 1 < f->end) {
        f->next++;
        *n = (Number){true, (int64_t)utf8_next(&f->next)};
    } else if (first == '*') {
        Cell argument;
        f->next++;
        n->given = true;
        Status status = take_integer_argument(f, &argument);
        if (status != ST_TRUE)
            return status;
        if (!cell_is_int(argument) || cell_int(argument) < 0 || cell_int(argument) > UINT32_MAX)
            return format_error(f->e, "number out of range");
        n->value = cell_int(argument);
    }
    return ST_TRUE;
}

/* Runs the directive that follows a tilde. */
static Status next_directive(Formatter *f)
{
    Number n;
    Status status = read_number(f, &n);
    if (status != ST_TRUE)
        return status;
    bool is_local = f->next < f->end && *f->next == ':'; /* grouping by the locale, which here has no groups */
    f->next += is_local;
    if (f->next == f->end)
        return format_error(f->e, "truncated format");
    if (is_local && *f->next != 'd' && *f->next != 'I')
        return unknown_directive(f->e, ATOM_CHAR(':'));
    status = run_directive(f, utf8_next(&f->next), n);
    if (status == ST_TRUE && f->out->failed)
        status = resource_error(f->e, ATOM_memory);
    if (status == ST_TRUE)
        count_columns(f);
    return status;
}

/* Puts the text up to the next tilde, and goes past that. False at the end of the format. */
static bool put_plain(Formatter *f)
{
    size_t left = (size_t)(f->end - f->next);
    const char *tilde = left > 0 ? memchr(f->next, '~', left) : NULL;
    const char *stop = tilde != NULL ? tilde : f->end;
    buf_put_bytes(f->out, f->next, (size_t)(stop - f->next));
    if (!f->out->failed)
        count_columns(f);
    f->next = tilde != NULL ? tilde + 1 : f->end;
    return tilde != NULL;
}

Status format_text(Engine *e, FormatRequest *r, Buf *out)
{
    size_t length;
    Cell arguments = cell_deref(r->arguments);
    Formatter f = {
        .e = e, .out = out, .next = r->format, .end = r->format + r->bytes, .arguments = arguments, .request = r, .column = r->column};
    f.single = list_measure(arguments, &length) != LIST_PROPER;
    f.counted = f.segment = out->length;
    f.last_stop = r->column;
    Status status = ST_TRUE;
    while (status == ST_TRUE && put_plain(&f))
        status = next_directive(&f);
    if (status == ST_TRUE && out->failed)
        status = resource_error(e, ATOM_memory);
    if (status == ST_TRUE && (f.single || cell_is_pair(f.arguments)))
        status = format_error(e, "too many arguments");
    VEC_FREE(e->store.alloc, f.fills, f.fill_capacity);
    return status;
}
