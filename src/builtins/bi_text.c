/* bi_text.c - predicates that make strings, and text of any kind.
 * SPDX-License-Identifier: MIT
 *
 * Arguments may be text of any kind, and [] is the empty text here, since that is what "" reads as.
 */
#include "base/sha1.h"
#include "base/unicode.h"
#include "base/utf8.h"
#include "builtins/builtin.h"
#include "builtins/list_build.h"
#include "builtins/number_text.h"
#include "builtins/sub_text.h"
#include "io/encoding.h"

static const TextRules string_rules = {ACCEPT_ANY_NIL, ATOM_text, TEXT_STRING};
static const TextRules atom_rules = {ACCEPT_ANY_NIL, ATOM_text, TEXT_ATOM};

/* ---- length, concatenation, parts ---- */

/* Length is the number of characters of Text. */
static Status bi_text_length(Engine *e, Cell *arg)
{
    TextView view;
    Status s = text_view_open(e, &view, arg[0], ACCEPT_ANY_NIL, ATOM_text);
    if (s != ST_TRUE)
        return s;
    size_t length = utf8_length(view.bytes, view.length);
    text_view_close(&view);
    s = arg_var_or_integer(e, arg[1]);
    return s == ST_TRUE ? unify_result(e, arg[1], cell_from_int((int64_t)length)) : s;
}

/* Text12 is Text1 followed by Text2; splits Text12 into strings in all ways when both are unbound. */
static Status bi_string_concat(Engine *e, Cell *arg)
{
    return text_concat(e, arg, &string_rules);
}

/* As string_concat/3; makes strings when an argument is a string, else atoms. */
static Status bi_text_concat(Engine *e, Cell *arg)
{
    bool string = false;
    for (int i = 0; i < 3; i++)
        string |= cell_is_string(cell_deref(arg[i]));
    return text_concat(e, arg, string ? &string_rules : &atom_rules);
}

/* Sub is the part of Text that begins after Before characters, is Length long, and has After characters behind it. */
static Status bi_sub_string(Engine *e, Cell *arg)
{
    return text_sub(e, arg, &string_rules);
}

/* Code is the code of the Index-th character of Text, from 1. */
static Status bi_string_code(Engine *e, Cell *arg)
{
    int64_t index;
    TextView view;
    Status s = arg_non_negative(e, arg[0], &index);
    if (s == ST_TRUE)
        s = arg_var_or_integer(e, arg[2]);
    if (s == ST_TRUE)
        s = text_view_open(e, &view, arg[1], ACCEPT_ANY_NIL, ATOM_text);
    if (s != ST_TRUE)
        return s;
    const char *end = view.bytes + view.length, *p = end;
    if (index > 0)
        p = utf8_skip(view.bytes, view.length, (size_t)index - 1);
    s = p < end ? unify_result(e, arg[2], cell_from_int((int64_t)utf8_next(&p))) : ST_FAIL;
    text_view_close(&view);
    return s;
}

/* ---- conversions ---- */

/* Unifies `to` with the text of `from`. */
static Status convert(Engine *e, Cell from, unsigned accept, enum TextKind kind, Cell to)
{
    TextView view;
    Status s = text_view_open(e, &view, from, accept, ATOM_text);
    if (s != ST_TRUE)
        return s;
    s = unify_text(e, to, kind, view.bytes, view.length);
    text_view_close(&view);
    return s;
}

/* The text of `first` in another form, or of `second` as a string when that one is unbound. */
static Status convert_string(Engine *e, const Cell *arg, enum TextKind kind)
{
    if (!cell_is_var(cell_deref(arg[0])))
        return convert(e, arg[0], ACCEPT_ANY_NIL, kind, arg[1]);
    return convert(e, arg[1], ACCEPT_ANY_NIL, TEXT_STRING, arg[0]);
}

/* The list of a text, or the string of a list, which need not be bound when the text is. */
static Status string_list(Engine *e, const Cell *arg, enum TextKind kind)
{
    if (!cell_is_var(cell_deref(arg[0])))
        return convert(e, arg[0], ACCEPT_ANY_NIL, kind, arg[1]);
    TextView view;
    Status s = text_view_open(e, &view, arg[1], ACCEPT_STRING | ACCEPT_CHARS | ACCEPT_CODES | ACCEPT_NIL, ATOM_list);
    if (s != ST_TRUE)
        return s;
    s = unify_text(e, arg[0], TEXT_STRING, view.bytes, view.length);
    text_view_close(&view);
    return s;
}

/* Characters is the list of the characters of String. */
static Status bi_string_chars(Engine *e, Cell *arg)
{
    return string_list(e, arg, TEXT_CHARS);
}

/* Codes is the list of the character codes of String. */
static Status bi_string_codes(Engine *e, Cell *arg)
{
    return string_list(e, arg, TEXT_CODES);
}

/* Atom has the same text as String. */
static Status bi_string_to_atom(Engine *e, Cell *arg)
{
    return convert_string(e, arg, TEXT_ATOM);
}

/* String has the same text as Atom. */
static Status bi_atom_string(Engine *e, Cell *arg)
{
    if (cell_is_var(cell_deref(arg[0])))
        return convert(e, arg[1], ACCEPT_ANY_NIL, TEXT_ATOM, arg[0]);
    TextView view;
    Status s = text_view_open(e, &view, arg[0], ACCEPT_ANY, ATOM_atomic);
    if (s != ST_TRUE)
        return s;
    s = text_unify(e, arg[1], &string_rules, view.bytes, view.length);
    text_view_close(&view);
    return s;
}

/* String is Text as a string; numbers are no text here. */
static Status bi_text_to_string(Engine *e, Cell *arg)
{
    return convert(e, arg[0], ACCEPT_ANY_NIL & ~(unsigned)ACCEPT_NUMBER, TEXT_STRING, arg[1]);
}

static bool is_blank_at(const char *p)
{
    return unicode_is_space(utf8_next(&p));
}

/* Takes white space off both ends. */
static void trim_blanks(const char **start, const char **end)
{
    while (*start < *end && is_blank_at(*start))
        utf8_next(start);
    while (*start < *end && is_blank_at(utf8_previous(*end)))
        *end = utf8_previous(*end);
}

/* Number is what String denotes, white space around it apart; fails when it denotes none. */
static Status bi_number_string(Engine *e, Cell *arg)
{
    Cell number = cell_deref(arg[0]), value;
    if (!cell_is_var(number) && !cell_is_number(number))
        return type_error(e, ATOM_number, number);
    if (cell_is_var(cell_deref(arg[1])))
        return convert(e, number, ACCEPT_NUMBER, TEXT_STRING, arg[1]);
    TextView view;
    SyntaxError error;
    Status s = text_view_open(e, &view, arg[1], ACCEPT_ANY_NIL, ATOM_text);
    if (s != ST_TRUE)
        return s;
    const char *start = view.bytes, *end = start + view.length;
    trim_blanks(&start, &end);
    s = number_from_text(e, start, (size_t)(end - start), NUMBER_SIGNED, &value, &error);
    text_view_close(&view);
    return s == ST_TRUE ? unify_result(e, number, value) : s;
}

static Status map_case(Engine *e, const Cell *arg, uint32_t (*map)(uint32_t))
{
    TextView view;
    Status s = text_view_open(e, &view, arg[0], ACCEPT_ANY_NIL, ATOM_text);
    if (s != ST_TRUE)
        return s;
    Buf buf;
    buf_init(&buf, &e->machine->alloc);
    for (const char *p = view.bytes, *end = p + view.length; p < end;)
        buf_put_code(&buf, map(utf8_next(&p)));
    if (buf.failed)
        s = resource_error(e, ATOM_memory);
    else
        s = unify_text(e, arg[1], TEXT_STRING, buf.length > 0 ? buf.data : "", buf.length);
    buf_free(&buf);
    text_view_close(&view);
    return s;
}

/* Upper is the string of Text in capital letters. */
static Status bi_string_upper(Engine *e, Cell *arg)
{
    return map_case(e, arg, unicode_to_upper);
}

/* Lower is the string of Text in small letters. */
static Status bi_string_lower(Engine *e, Cell *arg)
{
    return map_case(e, arg, unicode_to_lower);
}

/* ---- comparing without case, collation, white space ---- */

/* True when the text at p begins with `part`, the case of letters apart. */
static bool begins_with(const char *p, const char *end, const TextView *part)
{
    for (const char *q = part->bytes, *stop = q + part->length; q < stop;)
        if (p >= end || unicode_to_lower(utf8_next(&p)) != unicode_to_lower(utf8_next(&q)))
            return false;
    return true;
}

/* Where `part` is found in the text, in characters; at `start` only, unless that is negative. -1: nowhere. */
static int64_t find_caseless(const TextView *text, const TextView *part, int64_t start)
{
    const char *p = text->bytes, *end = p + text->length;
    for (int64_t at = 0;; at++) {
        if ((start < 0 || at == start) && begins_with(p, end, part))
            return at;
        if (p >= end || at == start)
            return -1;
        utf8_next(&p);
    }
}

/* The first place after Start characters, or exactly there when Start is bound, where Sub stands in Text, the case of letters apart. */
static Status bi_sub_atom_icasechk(Engine *e, Cell *arg)
{
    TextView text, part;
    int64_t start = -1;
    Status s = cell_is_var(cell_deref(arg[1])) ? ST_TRUE : arg_non_negative(e, arg[1], &start);
    if (s == ST_TRUE)
        s = text_view_open(e, &text, arg[0], ACCEPT_ANY_NIL, ATOM_text);
    if (s != ST_TRUE)
        return s;
    s = text_view_open(e, &part, arg[2], ACCEPT_ANY_NIL, ATOM_text);
    if (s == ST_TRUE) {
        int64_t at = find_caseless(&text, &part, start);
        s = at < 0 ? ST_FAIL : unify_result(e, arg[1], cell_from_int(at));
        text_view_close(&part);
    }
    text_view_close(&text);
    return s;
}

/* Appends the text with each run of white space as one space, and none at its ends. */
static void put_squeezed(Buf *out, const TextView *text)
{
    bool gap = false;
    for (const char *p = text->bytes, *end = p + text->length; p < end;) {
        uint32_t code = utf8_next(&p);
        if (unicode_is_space(code)) {
            gap = out->length > 0;
            continue;
        }
        if (gap)
            buf_put_byte(out, ' ');
        gap = false;
        buf_put_code(out, code);
    }
}

/* The letters as they are compared, and for texts that are alike in them the text itself. */
static void put_collation_key(Buf *out, const TextView *text)
{
    unicode_put_folded(out, text->bytes, text->length);
    buf_put_byte(out, '\0');
    buf_put_bytes(out, text->bytes, text->length);
}

/* String is what `put` makes of Text. */
static Status make_string(Engine *e, const Cell *arg, void (*put)(Buf *, const TextView *))
{
    TextView text;
    Buf buf;
    Status s = text_view_open(e, &text, arg[0], ACCEPT_ANY_NIL, ATOM_text);
    if (s != ST_TRUE)
        return s;
    buf_init(&buf, &e->machine->alloc);
    put(&buf, &text);
    if (buf.failed)
        s = resource_error(e, ATOM_memory);
    else
        s = unify_text(e, arg[1], TEXT_STRING, buf.length > 0 ? buf.data : "", buf.length);
    buf_free(&buf);
    text_view_close(&text);
    return s;
}

/* '$squeeze_text'(Text, String) */
static Status bi_squeeze_text(Engine *e, Cell *arg)
{
    return make_string(e, arg, put_squeezed);
}

/* Keys of texts are in the order of the texts in a dictionary: case and accents count only between texts that are equal without. */
static Status bi_collation_key(Engine *e, Cell *arg)
{
    return make_string(e, arg, put_collation_key);
}

/* ---- split_string/4 ---- */

typedef struct Splitter {
    const char *next, *end;         /* what is left; next is NULL after the last field */
    const TextView *separators, *pad; /* sets of characters */
} Splitter;

/* True when the character at p is in the set. Whole characters of UTF-8 are found only where they stand. */
static bool set_has(const TextView *set, const char *p)
{
    return set->length > 0 && memmem(set->bytes, set->length, p, utf8_sequence_bytes(*p)) != NULL;
}

static void strip_front(const char **start, const char *end, const TextView *pad)
{
    while (*start < end && set_has(pad, *start))
        *start += utf8_sequence_bytes(**start);
}

static void strip_back(const char *start, const char **end, const TextView *pad)
{
    while (start < *end && set_has(pad, utf8_previous(*end)))
        *end = utf8_previous(*end);
}

static Splitter splitter(const TextView *text, const TextView *separators, const TextView *pad)
{
    Splitter sp = {text->bytes, text->bytes + text->length, separators, pad};
    strip_front(&sp.next, sp.end, pad);
    strip_back(sp.next, &sp.end, pad);
    return sp;
}

/* The next field without padding; false when there is none. A separator that is padding too swallows the padding behind it. */
static bool splitter_next(Splitter *sp, TextSpan *field)
{
    if (sp->next == NULL)
        return false;
    const char *p = sp->next;
    while (p < sp->end && !set_has(sp->separators, p))
        p += utf8_sequence_bytes(*p);
    const char *start = sp->next, *stop = p;
    strip_front(&start, stop, sp->pad);
    strip_back(start, &stop, sp->pad);
    *field = (TextSpan){start, (size_t)(stop - start)};
    if (p == sp->end) {
        sp->next = NULL;
    } else {
        sp->next = p + utf8_sequence_bytes(*p);
        if (set_has(sp->pad, p))
            strip_front(&sp->next, sp->end, sp->pad);
    }
    return true;
}

static Status unify_fields(Engine *e, Splitter start, Cell list)
{
    Store *s = &e->store;
    TextSpan field;
    size_t count = 0, cells = 0;
    for (Splitter sp = start; splitter_next(&sp, &field); cells += 3 + string_words(field.length))
        if (store_must_stop(s, ++count))
            return resource_error(e, ATOM_memory);
    if (!heap_has(s, cells))
        return ST_RETRY;
    Cell *pairs = s->H, built = list_push_vars(s, count, cell_from_atom(ATOM_nil));
    Splitter sp = start;
    for (size_t i = 0; i < count && splitter_next(&sp, &field); i++)
        pairs[2 * i] = string_push(s, field.bytes, field.length);
    return unify_result(e, list, built);
}

/* Fields are the strings between characters of Separators in Text, without the characters of Pad at their ends. */
static Status bi_split_string(Engine *e, Cell *arg)
{
    TextView text, separators, pad;
    Status s = text_view_open(e, &text, arg[0], ACCEPT_ANY_NIL, ATOM_text);
    if (s != ST_TRUE)
        return s;
    s = text_view_open(e, &separators, arg[1], ACCEPT_ANY_NIL, ATOM_text);
    if (s == ST_TRUE) {
        s = text_view_open(e, &pad, arg[2], ACCEPT_ANY_NIL, ATOM_text);
        if (s == ST_TRUE) {
            s = unify_fields(e, splitter(&text, &separators, &pad), arg[3]);
            text_view_close(&pad);
        }
        text_view_close(&separators);
    }
    text_view_close(&text);
    return s;
}

/* ---- bytes ---- */

/* Unifies with the list of the bytes of a text. */
static Status encode_text(Engine *e, TextSpan text, Encoding encoding, Cell list)
{
    Store *s = &e->store;
    char bytes[ENCODING_MAX_BYTES];
    const char *end = text.bytes + text.length;
    if (!heap_has(s, 2 * ENCODING_MAX_BYTES * text.length))
        return ST_RETRY;
    Cell *first = s->H;
    for (const char *p = text.bytes; p < end;) {
        size_t n = encoding_encode(encoding, utf8_next(&p), bytes);
        if (n == 0) {
            s->H = first;
            return representation_error(e, ATOM_encoding);
        }
        for (size_t i = 0; i < n; i++, s->H += 2) {
            s->H[0] = cell_from_int((unsigned char)bytes[i]);
            s->H[1] = cell_from_pointer(s->H + 2, TAG_LST);
        }
    }
    if (s->H == first)
        return unify_atom(e, list, ATOM_nil);
    s->H[-1] = cell_from_atom(ATOM_nil);
    return unify_result(e, list, cell_from_pointer(first, TAG_LST));
}

/* Unifies with the string that bytes stand for. */
static Status decode_bytes(Engine *e, Buf *bytes, Encoding encoding, Cell string)
{
    Buf text;
    buf_init(&text, &e->machine->alloc);
    const char *p = buf_terminate(bytes), *end = p + bytes->length;
    Status s = ST_TRUE;
    while (s == ST_TRUE && p < end) {
        uint32_t code = 0;
        size_t n = encoding_decode(encoding, p, end, &code);
        if (n == 0)
            s = representation_error(e, ATOM_encoding);
        else
            buf_put_code(&text, code);
        p += n;
    }
    if (s == ST_TRUE)
        s = text.failed ? resource_error(e, ATOM_memory) : unify_text(e, string, TEXT_STRING, buf_terminate(&text), text.length);
    buf_free(&text);
    return s;
}

/* Appends the bytes that a list holds. */
static Status take_bytes(Engine *e, Cell list, Buf *bytes)
{
    size_t length;
    Status s = arg_list(e, list, &length);
    list = cell_deref(list);
    while (s == ST_TRUE && cell_is_pair(list)) {
        Cell byte = list_take(&list);
        if (cell_is_var(byte))
            s = instantiation_error(e);
        else if (!cell_is_int(byte) || cell_int(byte) < 0 || cell_int(byte) > UINT8_MAX)
            s = type_error(e, ATOM_byte, byte);
        else
            buf_put_byte(bytes, (char)cell_int(byte));
    }
    buf_terminate(bytes);
    return s == ST_TRUE && bytes->failed ? resource_error(e, ATOM_memory) : s;
}

static Status arg_encoding(Engine *e, Cell arg, Encoding *encoding)
{
    char scratch[8];
    uint32_t atom;
    Status s = arg_atom(e, arg, &atom);
    if (s != ST_TRUE)
        return s;
    TextSpan name = atom_text(&e->machine->atoms, atom, scratch);
    return encoding_from_name(name.bytes, encoding) ? ST_TRUE : domain_error(e, ATOM_encoding, arg);
}

/* Bytes is the list of bytes that String, a text, is in Encoding. */
static Status bi_string_bytes(Engine *e, Cell *arg)
{
    Encoding encoding;
    Status s = arg_encoding(e, arg[2], &encoding);
    if (s != ST_TRUE)
        return s;
    if (!cell_is_var(cell_deref(arg[0]))) {
        TextView view;
        s = text_view_open(e, &view, arg[0], ACCEPT_ANY_NIL, ATOM_text);
        if (s == ST_TRUE) {
            s = encode_text(e, (TextSpan){view.bytes, view.length}, encoding, arg[1]);
            text_view_close(&view);
        }
        return s;
    }
    Buf bytes;
    buf_init(&bytes, &e->machine->alloc);
    s = take_bytes(e, arg[1], &bytes);
    if (s == ST_TRUE)
        s = decode_bytes(e, &bytes, encoding, arg[0]);
    buf_free(&bytes);
    return s;
}

/* '$sha1'(Text, Digest): the digest of the UTF-8 bytes of Text, an atom of hexadecimal digits. */
static Status bi_sha1(Engine *e, Cell *arg)
{
    static const char digits[] = "0123456789abcdef";
    uint8_t digest[SHA1_BYTES];
    char text[2 * SHA1_BYTES + 1];
    TextView view;
    Status s = text_view_open(e, &view, arg[0], ACCEPT_ANY_NIL, ATOM_text);
    if (s != ST_TRUE)
        return s;
    sha1_digest(view.bytes, view.length, digest);
    text_view_close(&view);
    for (size_t i = 0; i < SHA1_BYTES; i++) {
        text[2 * i] = digits[digest[i] >> 4];
        text[2 * i + 1] = digits[digest[i] & 15];
    }
    text[2 * SHA1_BYTES] = '\0';
    return unify_text(e, arg[1], TEXT_ATOM, text, 2 * SHA1_BYTES);
}

/* clang-format off */
const Builtin builtins_text[] = {
    BUILTIN("string_length",  bi_text_length,    "+text ?integer",         DET, ""),
    BUILTIN("text_length",    bi_text_length,    "+text ?integer",         DET, ""),
    BUILTIN_STATE("string_concat", bi_string_concat, "?text ?text ?text",  CONCAT_STATE, ""),
    BUILTIN_STATE("text_concat",   bi_text_concat,   "?text ?text ?text",  CONCAT_STATE, ""),
    BUILTIN_STATE("sub_string",    bi_sub_string,    "+text ?integer ?integer ?integer ?text", SUB_TEXT_STATE, ""),
    BUILTIN("string_code",    bi_string_code,    "+integer +text ?integer", DET, ""),
    BUILTIN("string_chars",   bi_string_chars,   "?text ?list",            DET, ""),
    BUILTIN("string_codes",   bi_string_codes,   "?text ?list",            DET, ""),
    BUILTIN("string_to_atom", bi_string_to_atom, "?text ?atom",            DET, ""),
    BUILTIN("atom_string",    bi_atom_string,    "?text ?text",            DET, ""),
    BUILTIN("number_string",  bi_number_string,  "?number ?text",          DET, ""),
    BUILTIN("text_to_string", bi_text_to_string, "+text ?string",          DET, ""),
    BUILTIN("string_upper",   bi_string_upper,   "+text ?string",          DET, ""),
    BUILTIN("string_lower",   bi_string_lower,   "+text ?string",          DET, ""),
    BUILTIN("sub_atom_icasechk", bi_sub_atom_icasechk, "+text ?integer +text", DET, ""),
    BUILTIN("collation_key",  bi_collation_key,  "+text -string",          DET, ""),
    BUILTIN("$squeeze_text",  bi_squeeze_text,   "+text -string",          DET, ""),
    BUILTIN("string_bytes",   bi_string_bytes,   "?text ?list +atom",      DET, ""),
    BUILTIN("$sha1",          bi_sha1,           "+text -atom",            DET, ""),
    BUILTIN("split_string",   bi_split_string,   "+text +text +text ?list", DET, ""),
    BUILTIN_END
};
/* clang-format on */
