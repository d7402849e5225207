/* lexer.c - from characters to tokens (6.4).
 * SPDX-License-Identifier: MIT
 *
 * A token is decided by its first character. Looking further ahead, by up to three characters, is needed for the end token, for
 * comments, and in numbers: in 16'FF, 1.e and 0'mod what follows the digits may turn out not to belong to them.
 *
 * A malformed quoted item is read to its closing quote before it is reported, so that skipping goes on outside of it. One that is
 * not closed on its line is given up there; when that line looks as if it ended the clause, so does the skipping.
 */
#include "syntax/lexer.h"

#include "base/utf8.h"
#include "base/vec.h"
#include "syntax/chars.h"
#include "syntax/number_scan.h"

#include <math.h>

#define CODE_EOF   (-1)
#define CODE_ERROR (-2) /* Lexer.io says why */

/* How far to look for what ends digits in another base. */
#define MAX_RADIX_LOOKAHEAD 64

/* ---- the source ---- */

static inline bool is_plain(char byte)
{
    return (unsigned char)byte - 0x20u < 0x5Fu;
}

static int32_t peek_slowly(Lexer *lx, size_t ahead)
{
    int32_t code;
    IoStatus status = stream_peek_code_at(lx->stream, ahead, &code);
    if (status == IO_OK)
        return code;
    if (status == IO_EOF)
        return CODE_EOF;
    lx->io = status;
    return CODE_ERROR;
}

static int32_t peek_text(const Lexer *lx, size_t ahead)
{
    const char *p = lx->text;
    while (ahead-- > 0 && p < lx->text_end)
        utf8_next(&p);
    return p < lx->text_end ? (int32_t)utf8_next(&p) : CODE_EOF;
}

/* The character that one outside of quoted items is converted to. */
static int32_t convert(const Lexer *lx, int32_t code)
{
    const Cell *to = code >= 0 ? cell_map_get(lx->conversion, (Cell)code + 1) : NULL;
    return to != NULL ? (int32_t)*to : code;
}

/* The code point that `ahead` others precede. */
static int32_t peek_at(Lexer *lx, size_t ahead)
{
    int32_t code = lx->stream == NULL ? peek_text(lx, ahead) : peek_slowly(lx, ahead);
    return LIKELY(lx->conversion == NULL) ? code : convert(lx, code);
}

/* The next code point, without taking it. */
static inline int32_t peek(Lexer *lx)
{
    Stream *s = lx->stream;
    if (LIKELY(s != NULL && lx->conversion == NULL && s->cursor < s->fast_limit && is_plain(s->buffer[s->cursor])))
        return s->buffer[s->cursor];
    return peek_at(lx, 0);
}

/* Characters up to the next call of convert_again are taken as they are. */
static void convert_nothing(Lexer *lx)
{
    lx->conversion = NULL;
}

static void convert_again(Lexer *lx)
{
    const CellMap *conversion = lx->options->conversion;
    lx->conversion = conversion != NULL && conversion->count > 0 ? conversion : NULL;
}

/* Takes the code point that was peeked at. */
static inline void advance(Lexer *lx)
{
    if (lx->stream != NULL) {
        int32_t code;
        IoStatus status = stream_next_code(lx->stream, &code);
        (void)status; /* it was there to be peeked at */
        return;
    }
    uint32_t code = utf8_next(&lx->text);
    lx->here.chars++;
    if (code == '\n') {
        lx->here.line++;
        lx->here.column = 0;
    } else if (code == '\t') {
        lx->here.column = (lx->here.column | 7) + 1;
    } else {
        lx->here.column++;
    }
}

static void advance_by(Lexer *lx, unsigned count)
{
    while (count-- > 0)
        advance(lx);
}

/* The printable ASCII characters at hand, for loops that take many at once. */
static inline const char *plain_run(const Lexer *lx, const char **end)
{
    const Stream *s = lx->stream;
    if (lx->conversion != NULL)
        return *end = NULL;
    if (s == NULL) {
        *end = lx->text_end;
        return lx->text;
    }
    *end = s->cursor < s->fast_limit ? s->buffer + s->fast_limit : NULL;
    return s->cursor < s->fast_limit ? s->buffer + s->cursor : NULL;
}

/* Takes n printable ASCII characters that plain_run showed, into the token's text. */
static void take_plain(Lexer *lx, const char *p, size_t n)
{
    buf_put_bytes(&lx->scratch, p, n);
    if (lx->stream != NULL) {
        lx->stream->cursor += n;
        lx->stream->chars += n;
        lx->stream->column += n;
    } else {
        lx->text += n;
        lx->here.chars += n;
        lx->here.column += n;
    }
}

/* Takes the code point that was peeked at, into the token's text. */
static inline void take(Lexer *lx, int32_t code)
{
    buf_put_code(&lx->scratch, (uint32_t)code);
    advance(lx);
}

TextPosition lexer_position(const Lexer *lx)
{
    const Stream *s = lx->stream;
    if (s != NULL)
        return (TextPosition){s->line, s->column, s->chars, stream_byte_count(s)};
    TextPosition here = lx->here;
    here.bytes = (uint64_t)(lx->text - lx->text_start);
    return here;
}

/* ---- errors ---- */

static void fail_at(Lexer *lx, Token *t, const char *what, TextPosition at)
{
    if (t->kind == TOKEN_BAD) /* the first error of a token counts */
        return;
    t->kind = TOKEN_BAD;
    lx->error = (SyntaxError){.what = what, .at = at};
}

static void fail(Lexer *lx, Token *t, const char *what)
{
    fail_at(lx, t, what, lexer_position(lx));
}

static void fail_with_code(Lexer *lx, Token *t, const char *what, int32_t code)
{
    if (t->kind == TOKEN_BAD)
        return;
    fail(lx, t, what);
    if (code >= 0)
        lx->error.detail[utf8_encode((uint32_t)code, lx->error.detail)] = '\0';
}

/* What an end or failure of the source means where a token begins. */
static void end_of_source(Token *t, int32_t code)
{
    t->kind = code == CODE_EOF ? TOKEN_EOF : TOKEN_IO_ERROR;
}

/* ---- layout ---- */

/* Takes a character of a comment, whose text is kept when comments are noted. */
static void take_comment(Lexer *lx, int32_t code)
{
    if (lx->options->comments)
        take(lx, code);
    else
        advance(lx);
}

/* Notes the comment whose text was gathered. False: memory. */
static bool note_comment(Lexer *lx, TextPosition at)
{
    if (!lx->options->comments || lx->is_skipping)
        return true;
    Alloc *alloc = lx->builder->alloc;
    if (lx->scratch.failed || !VEC_RESERVE(alloc, lx->comments, lx->comment_capacity, lx->comment_count + 1))
        return false;
    buf_reserve(&lx->scratch, 1); /* data is no null pointer from here on */
    lx->comments[lx->comment_count++] = (Comment){at, build_string(lx->builder, lx->scratch.data, lx->scratch.length)};
    return true;
}

/* Skips a block comment, whose opening is next. False when it does not end, or there is no memory. */
static bool skip_block_comment(Lexer *lx, Token *t)
{
    TextPosition opened = lexer_position(lx);
    buf_clear(&lx->scratch);
    take_comment(lx, '/');
    take_comment(lx, '*');
    for (int32_t code; (code = peek(lx)) >= 0;) {
        take_comment(lx, code);
        if (code == '*' && peek(lx) == '/') {
            take_comment(lx, '/');
            if (note_comment(lx, opened))
                return true;
            t->kind = TOKEN_NO_MEMORY;
            return false;
        }
    }
    if (lx->io != IO_OK) {
        t->kind = TOKEN_IO_ERROR;
        return false;
    }
    fail(lx, t, "end_of_file_in_block_comment");
    lx->error.opened = opened;
    return false;
}

static bool skip_line_comment(Lexer *lx, Token *t)
{
    TextPosition opened = lexer_position(lx);
    buf_clear(&lx->scratch);
    for (int32_t code; (code = peek(lx)) >= 0 && code != '\n';)
        take_comment(lx, code);
    if (note_comment(lx, opened))
        return true;
    t->kind = TOKEN_NO_MEMORY;
    return false;
}

/* Skips white space and comments, and notes in the token that there were some. Returns what comes next. */
static int32_t skip_layout(Lexer *lx, Token *t)
{
    for (;;) {
        int32_t code = peek(lx);
        if (code < 0)
            return code;
        bool is_block = code == '/' && peek_at(lx, 1) == '*';
        if (char_class((uint32_t)code) == CHAR_LAYOUT)
            advance(lx);
        else if (code != '%' && !is_block)
            return code;
        else if (!(is_block ? skip_block_comment(lx, t) : skip_line_comment(lx, t)))
            return CODE_ERROR;
        t->layout_before = true;
    }
}

/* ---- names and variables ---- */

static void take_alnum(Lexer *lx)
{
    for (;;) {
        const char *end, *p = plain_run(lx, &end), *q = p;
        while (q < end && (unsigned char)*q < 128 && char_class_is_alnum((CharClass)char_ascii_classes[(unsigned char)*q]))
            q++;
        take_plain(lx, p, (size_t)(q - p));
        int32_t code = peek(lx);
        if (code < 0 || !char_is_alnum((uint32_t)code))
            return;
        take(lx, code);
    }
}

static void take_symbols(Lexer *lx)
{
    for (int32_t code; (code = peek(lx)) >= 0 && char_class((uint32_t)code) == CHAR_SYMBOL;)
        take(lx, code);
}

/* Makes the text gathered an atom. */
static void finish_name(Lexer *lx, Token *t, TokenKind kind)
{
    t->kind = kind;
    if (lx->is_skipping)
        return;
    t->atom = lx->scratch.failed ? ATOM_NONE : atom_intern(lx->atoms, lx->scratch.data, lx->scratch.length);
    if (t->atom == ATOM_NONE)
        t->kind = TOKEN_NO_MEMORY;
}

static void read_solo(Lexer *lx, Token *t, int32_t code)
{
    advance(lx);
    t->kind = TOKEN_NAME;
    t->atom = (uint32_t)code;
}

/* A '.' that layout, a comment or the end of the source follows is the end token. */
static bool ends_clause(Lexer *lx)
{
    int32_t after = peek_at(lx, 1);
    return after < 0 || after == '%' || char_class((uint32_t)after) == CHAR_LAYOUT;
}

/* ---- quoted items ---- */

static uint32_t take_digits_value(Lexer *lx, unsigned radix, unsigned max_count, unsigned *count)
{
    uint32_t value = 0;
    unsigned digit;
    for (*count = 0; *count < max_count && (digit = char_digit_value(peek(lx))) < radix; ++*count) {
        if (value <= UNICODE_MAX)
            value = value * radix + digit;
        advance(lx);
    }
    return value;
}

/* The character that an escape sequence denotes; the backslash was taken. A continued line denotes none: -1. Errors go to the token. */
static int32_t read_escape(Lexer *lx, Token *t)
{
    static const char letters[] = "abfnrtves\\'\"`", values[] = "\a\b\f\n\r\t\v\033 \\'\"`";
    int32_t code = peek(lx);
    const char *letter = code > 0 && code < 128 ? strchr(letters, code) : NULL;
    if (letter != NULL) {
        advance(lx);
        return values[letter - letters];
    }
    if (code == '\n') {
        advance(lx);
        return -1;
    }
    unsigned count;
    uint32_t value;
    if (code >= '0' && code <= '7') {
        value = take_digits_value(lx, 8, UINT_MAX, &count);
        if (peek(lx) == '\\')
            advance(lx);
        else if (value != 0 || count != 1 || !lx->options->lenient)
            fail(lx, t, "undefined_char_escape");
    } else if (code == 'x') {
        advance(lx);
        value = take_digits_value(lx, 16, UINT_MAX, &count);
        if (count > 0 && peek(lx) == '\\')
            advance(lx);
        else if (count == 0 || !lx->options->lenient)
            fail(lx, t, "undefined_char_escape");
    } else if (code == 'u' || code == 'U') {
        advance(lx);
        unsigned wanted = code == 'u' ? 4 : 8;
        value = take_digits_value(lx, 16, wanted, &count);
        if (count < wanted)
            fail(lx, t, "undefined_char_escape");
    } else {
        fail_with_code(lx, t, "undefined_char_escape", code);
        return -1;
    }
    if (!unicode_is_scalar(value)) {
        fail(lx, t, "illegal_character_code");
        return -1;
    }
    return (int32_t)value;
}

/* True when the text ends like a clause: the quote was probably forgotten on this line. */
static bool text_ends_clause(const Buf *text)
{
    size_t n = text->length;
    while (n > 0 && char_class((unsigned char)text->data[n - 1] & 127u) == CHAR_LAYOUT)
        n--;
    return n > 0 && text->data[n - 1] == '.';
}

static void fail_unterminated(Lexer *lx, Token *t, int32_t code)
{
    if (lx->io != IO_OK) {
        t->kind = TOKEN_IO_ERROR;
        return;
    }
    if (t->kind != TOKEN_BAD) {
        fail(lx, t, code == '\n' ? "newline_in_quoted" : "end_of_file_in_quoted");
        lx->error.opened = t->at;
    }
    lx->cut_at_end = text_ends_clause(&lx->scratch);
}

/* Of layout only the blank stands for itself in quoted items (6.4.2.1); when the reader is lenient all does. */
static bool is_illegal_in_quotes(const Lexer *lx, int32_t code)
{
    return code != ' ' && code < 128 && char_class((uint32_t)code) == CHAR_LAYOUT && !lx->options->lenient;
}

/* Gathers the text of a quoted item, whose opening quote is next. */
static bool read_quoted(Lexer *lx, Token *t, int32_t quote)
{
    buf_clear(&lx->scratch);
    advance(lx);
    for (;;) {
        const char *end, *p = plain_run(lx, &end), *q = p;
        while (q < end && is_plain(*q) && *q != quote && (*q != '\\' || lx->options->no_escapes))
            q++;
        take_plain(lx, p, (size_t)(q - p));
        int32_t code = peek(lx);
        if (code < 0 || (code == '\n' && !lx->options->lenient)) {
            fail_unterminated(lx, t, code);
            return false;
        }
        if (code == '\\' && !lx->options->no_escapes) {
            advance(lx);
            int32_t value = read_escape(lx, t);
            if (value >= 0)
                buf_put_code(&lx->scratch, (uint32_t)value);
        } else {
            if (is_illegal_in_quotes(lx, code))
                fail_with_code(lx, t, "illegal_character", code);
            advance(lx);
            if (code == quote && peek(lx) != quote)
                return t->kind != TOKEN_BAD;
            if (code == quote)
                advance(lx);
            buf_put_code(&lx->scratch, (uint32_t)code);
        }
    }
}

/* The list of character codes of the text gathered. */
static Cell build_codes(RecordBuilder *b, const char *text, size_t bytes)
{
    Cell list = cell_from_atom(ATOM_nil);
    for (const char *p = text + bytes; p > text;) {
        const char *q = p = utf8_previous(p);
        list = build_pair(b, cell_from_int((int64_t)utf8_next(&q)), list);
    }
    return list;
}

static void finish_text(Lexer *lx, Token *t, QuoteMode mode)
{
    t->kind = TOKEN_TEXT;
    if (lx->is_skipping)
        return;
    if (lx->scratch.failed) {
        t->kind = TOKEN_NO_MEMORY;
        return;
    }
    const char *text = lx->scratch.data;
    size_t bytes = lx->scratch.length;
    switch (mode) {
    case QUOTES_ATOM:
        finish_name(lx, t, TOKEN_TEXT);
        t->value = cell_from_atom(t->atom);
        break;
    case QUOTES_STRING: t->value = build_string(lx->builder, text, bytes); break;
    case QUOTES_CODES: t->value = build_codes(lx->builder, text, bytes); break;
    case QUOTES_CHARS: t->value = build_text(lx->builder, text, bytes, cell_from_atom(ATOM_nil)); break;
    }
}

static void read_quoted_item(Lexer *lx, Token *t, int32_t quote)
{
    convert_nothing(lx);
    bool complete = read_quoted(lx, t, quote);
    convert_again(lx);
    if (!complete)
        return;
    buf_reserve(&lx->scratch, 1); /* data is no null pointer from here on */
    t->is_quoted = true;
    if (quote == '\'')
        finish_name(lx, t, TOKEN_NAME);
    else
        finish_text(lx, t, quote == '"' ? lx->options->double_quotes : lx->options->back_quotes);
}

/* ---- numbers ---- */

static bool is_digit(int32_t code)
{
    return code >= '0' && code <= '9';
}

/* Digits of a base, in groups joined by '_'. */
static void take_digits(Lexer *lx, unsigned radix)
{
    for (;;) {
        int32_t code = peek(lx);
        if (code == '_' && char_digit_value(peek_at(lx, 1)) < radix)
            advance(lx);
        else if (char_digit_value(code) < radix)
            take(lx, code);
        else
            return;
    }
}

static void finish_integer(Lexer *lx, Token *t, unsigned radix)
{
    t->kind = TOKEN_NUMBER;
    if (lx->scratch.failed)
        t->kind = TOKEN_NO_MEMORY;
    else if (!lx->is_skipping)
        t->value = number_from_digits(lx->builder, lx->scratch.data, lx->scratch.length, radix);
}

/* The digits after a prefix such as 0x or 16'. */
static void read_radix_digits(Lexer *lx, Token *t, unsigned radix)
{
    buf_clear(&lx->scratch);
    take_digits(lx, radix);
    finish_integer(lx, t, radix);
}

static bool read_quoted_character(Lexer *lx, Token *t)
{
    int32_t code = peek_at(lx, 2), after = peek_at(lx, 3);
    if (code < 0 || code == '\n' || (code == '\'' && after != '\'') || (code == '\\' && after == '\n') || is_illegal_in_quotes(lx, code))
        return false;
    advance_by(lx, code == '\'' ? 4 : 3);
    if (code == '\\')
        code = read_escape(lx, t);
    if (t->kind != TOKEN_BAD) {
        t->kind = TOKEN_NUMBER;
        t->value = cell_from_int(code);
    }
    return true;
}

static void finish_double(Lexer *lx, Token *t)
{
    double value;
    if (lx->scratch.failed || !double_from_decimal(lx->builder->alloc, lx->scratch.data, lx->scratch.length, &value)) {
        t->kind = TOKEN_NO_MEMORY;
        return;
    }
    t->kind = TOKEN_NUMBER;
    if (isinf(value))
        fail_at(lx, t, "illegal_number", t->at);
    else if (!lx->is_skipping)
        t->value = build_double(lx->builder, value);
}

/* True for 1.0; with `is_more` for what is more than that and less than 2. */
static bool is_one(const Buf *digits, bool is_more)
{
    if (digits->failed || digits->length < 3 || memcmp(digits->data, "1.", 2) != 0)
        return false;
    for (size_t i = 2; i < digits->length; i++)
        if (digits->data[i] != '0')
            return is_more;
    return !is_more && digits->length == 3;
}

/* Takes 1.0Inf and 1.5NaN behind their digits; those of a NaN may be others between 1 and 2, as its bits may elsewhere. */
static bool read_special_double(Lexer *lx, Token *t)
{
    static const char names[2][4] = {"Inf", "NaN"};
    for (int i = 0; i < 2; i++) {
        if (!is_one(&lx->scratch, i == 1))
            continue;
        size_t n = 0;
        while (n < 3 && peek_at(lx, n) == names[i][n])
            n++;
        int32_t after = n < 3 ? 0 : peek_at(lx, 3);
        if (n < 3 || (after >= 0 && char_is_alnum((uint32_t)after)))
            continue;
        advance_by(lx, 3);
        t->kind = TOKEN_NUMBER;
        if (!lx->is_skipping)
            t->value = build_double(lx->builder, i == 0 ? (double)INFINITY : (double)NAN);
        return true;
    }
    return false;
}

/* The character after 0' as a number. False, with nothing taken, when it is not that: 0 stands before a quoted item then. */
static bool read_character_code(Lexer *lx, Token *t)
{
    convert_nothing(lx);
    bool is_number = read_quoted_character(lx, t);
    convert_again(lx);
    return is_number;
}

/* How many characters before the digits of an exponent: 'e', or that and a sign; 0 when there is none. */
static unsigned exponent_prefix(Lexer *lx)
{
    int32_t letter = peek(lx);
    if (letter != 'e' && letter != 'E')
        return 0;
    int32_t next = peek_at(lx, 1);
    if (is_digit(next))
        return 1;
    return (next == '-' || next == '+') && is_digit(peek_at(lx, 2)) ? 2 : 0;
}

static void take_exponent(Lexer *lx, unsigned prefix)
{
    while (prefix-- > 0)
        take(lx, peek(lx));
    for (int32_t code; is_digit(code = peek(lx));)
        take(lx, code);
}

/* True when 1e10 is a float: e10 is no operator that could stand behind 1, and no longer name begins there. */
static bool is_exponent_without_fraction(Lexer *lx, unsigned prefix)
{
    char name[16] = "e";
    size_t length = 1;
    if (prefix == 0 || peek(lx) != 'e')
        return false;
    for (int32_t code; prefix == 1 && (code = peek_at(lx, length)) >= 0 && char_is_alnum((uint32_t)code); length++) {
        if (!is_digit(code) || length == sizeof name)
            return false;
        name[length] = (char)code;
    }
    uint32_t atom = length == 1 ? ATOM_CHAR('e') : atom_find(lx->atoms, name, length);
    Op op;
    return atom == ATOM_NONE ||
           !(op_table_lookup(lx->options->ops, atom, OP_INFIX, &op) || op_table_lookup(lx->options->ops, atom, OP_POSTFIX, &op));
}

/* The base that digits before a quote name, 0 when they name none. */
static unsigned radix_from_digits(const Buf *digits)
{
    if (digits->failed || digits->length > 2 || digits->data[0] == '0')
        return 0;
    unsigned radix = 0;
    for (size_t i = 0; i < digits->length; i++)
        radix = radix * 10 + (unsigned)(digits->data[i] - '0');
    return radix >= 2 && radix <= 36 ? radix : 0;
}

/* A number that begins with 0 and a letter or quote; false, with nothing taken, when that does not belong to it. */
static bool read_prefixed_number(Lexer *lx, Token *t)
{
    unsigned radix;
    switch (peek_at(lx, 1)) {
    case '\'': return read_character_code(lx, t);
    case 'x': radix = 16; break;
    case 'o': radix = 8; break;
    case 'b': radix = 2; break;
    default: return false;
    }
    if (char_digit_value(peek_at(lx, 2)) >= radix)
        return false;
    advance_by(lx, 2);
    read_radix_digits(lx, t, radix);
    return true;
}

/* True when digits of that base follow a quote. In 2'1'y they do not: that is 2, a quoted atom, and y. */
static bool has_radix_digits(Lexer *lx, unsigned radix)
{
    size_t ahead = 1;
    while (ahead < MAX_RADIX_LOOKAHEAD && char_digit_value(peek_at(lx, ahead)) < radix)
        ahead++;
    return ahead > 1 && peek_at(lx, ahead) != '\'';
}

static void read_number(Lexer *lx, Token *t)
{
    buf_clear(&lx->scratch);
    if (peek(lx) == '0' && read_prefixed_number(lx, t))
        return;
    take_digits(lx, 10);
    int32_t code = peek(lx);
    if (code == '\'') {
        unsigned radix = radix_from_digits(&lx->scratch);
        if (radix > 0 && has_radix_digits(lx, radix)) {
            advance(lx);
            read_radix_digits(lx, t, radix);
            return;
        }
    }
    bool has_fraction = code == '.' && is_digit(peek_at(lx, 1));
    if (has_fraction) {
        take(lx, '.');
        take_digits(lx, 10);
        if (read_special_double(lx, t))
            return;
    }
    unsigned prefix = exponent_prefix(lx);
    bool has_exponent = has_fraction ? prefix > 0 : is_exponent_without_fraction(lx, prefix);
    if (has_exponent)
        take_exponent(lx, prefix);
    if (has_fraction || has_exponent)
        finish_double(lx, t);
    else
        finish_integer(lx, t, 10);
}

/* ---- tokens ---- */

static void read_punctuation(Lexer *lx, Token *t, int32_t code)
{
    if (code == '\'' || code == '"' || code == '`') {
        read_quoted_item(lx, t, code);
        return;
    }
    advance(lx);
    switch (code) {
    case '(': t->kind = TOKEN_OPEN; break;
    case ')': t->kind = TOKEN_CLOSE; break;
    case '[': t->kind = TOKEN_OPEN_LIST; break;
    case ']': t->kind = TOKEN_CLOSE_LIST; break;
    case '{': t->kind = TOKEN_OPEN_CURLY; break;
    case '}': t->kind = TOKEN_CLOSE_CURLY; break;
    case ',': t->kind = TOKEN_COMMA; break;
    default: t->kind = TOKEN_BAR; break;
    }
}

static void read_variable(Lexer *lx, Token *t)
{
    take_alnum(lx);
    if (lx->options->var_prefix && lx->scratch.length > 0 && lx->scratch.data[0] != '_')
        finish_name(lx, t, TOKEN_NAME);
    else
        finish_name(lx, t, TOKEN_VARIABLE);
}

static void read_symbols(Lexer *lx, Token *t, int32_t code)
{
    if (code == '.' && ends_clause(lx)) {
        advance(lx);
        t->kind = TOKEN_END;
        return;
    }
    take_symbols(lx);
    finish_name(lx, t, TOKEN_NAME);
}

static void read_token(Lexer *lx, Token *t, int32_t code)
{
    buf_clear(&lx->scratch);
    switch (char_class((uint32_t)code)) {
    case CHAR_LOWER:
        take_alnum(lx);
        finish_name(lx, t, TOKEN_NAME);
        break;
    case CHAR_UPPER: read_variable(lx, t); break;
    case CHAR_DIGIT: read_number(lx, t); break;
    case CHAR_SYMBOL: read_symbols(lx, t, code); break;
    case CHAR_SOLO: read_solo(lx, t, code); break;
    case CHAR_PUNCT: read_punctuation(lx, t, code); break;
    default:
        fail_with_code(lx, t, "illegal_character", code);
        advance(lx);
        break;
    }
}

void lexer_next(Lexer *lx, Token *t)
{
    *t = (Token){.kind = TOKEN_EOF};
    int32_t code = skip_layout(lx, t);
    if (t->kind != TOKEN_EOF)
        return;
    t->at = lexer_position(lx);
    if (code < 0)
        end_of_source(t, code);
    else
        read_token(lx, t, code);
    t->end = lexer_position(lx).chars;
}

/* ---- beginning and end ---- */

void lexer_init(Lexer *lx, Alloc *alloc, AtomTable *atoms, RecordBuilder *builder)
{
    *lx = (Lexer){.atoms = atoms, .builder = builder};
    buf_init(&lx->scratch, alloc);
}

void lexer_free(Lexer *lx)
{
    buf_free(&lx->scratch);
    VEC_FREE(lx->builder->alloc, lx->comments, lx->comment_capacity);
}

static void start(Lexer *lx, const ReadOptions *options)
{
    lx->stream = NULL;
    lx->text = lx->text_start = lx->text_end = NULL;
    lx->options = options;
    lx->is_skipping = lx->cut_at_end = false;
    lx->comment_count = 0;
    lx->io = IO_OK;
    lx->here = (TextPosition){.line = 1};
    convert_again(lx);
}

void lexer_start_stream(Lexer *lx, Stream *s, const ReadOptions *options)
{
    start(lx, options);
    lx->stream = s;
}

void lexer_start_text(Lexer *lx, const char *utf8, size_t bytes, const ReadOptions *options)
{
    start(lx, options);
    lx->text = lx->text_start = utf8;
    lx->text_end = utf8 + bytes;
}

bool text_to_number(RecordBuilder *b, AtomTable *atoms, const char *utf8, size_t bytes, bool plus, Cell *number, SyntaxError *error)
{
    const ReadOptions options = {0};
    Lexer lx;
    Token t = {.kind = TOKEN_EOF};
    lexer_init(&lx, b->alloc, atoms, b);
    lexer_start_text(&lx, utf8, bytes, &options);
    int32_t sign = skip_layout(&lx, &t);
    if (t.kind == TOKEN_EOF && (sign == '-' || (plus && sign == '+')))
        advance(&lx);
    int32_t next = peek(&lx);
    if (t.kind == TOKEN_EOF && sign == '-' && next >= 0 && char_class((uint32_t)next) == CHAR_LAYOUT)
        skip_layout(&lx, &t);
    if (t.kind == TOKEN_EOF && is_digit(peek(&lx)))
        read_number(&lx, &t);
    if (t.kind == TOKEN_EOF || (t.kind == TOKEN_NUMBER && peek(&lx) != CODE_EOF))
        fail(&lx, &t, "illegal_number");
    if (t.kind == TOKEN_NUMBER)
        *number = sign == '-' ? number_negate(b, t.value) : t.value;
    if (t.kind == TOKEN_NO_MEMORY)
        b->failed = true;
    *error = lx.error;
    lexer_free(&lx);
    return t.kind == TOKEN_NUMBER && !b->failed;
}
