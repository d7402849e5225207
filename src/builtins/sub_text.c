/* sub_text.c - concatenation and parts of text as relations.
 * SPDX-License-Identifier: MIT
 *
 * Positions are kept in characters, as Prolog sees them, and in bytes. An answer is unified as a trial, since arguments may share
 * variables: candidates that do not unify are taken back and the next is tried, so that no choice point is left for nothing.
 */
#include "builtins/sub_text.h"

#include "base/utf8.h"
#include "builtins/trial.h"

Status text_unify(Engine *e, Cell arg, const TextRules *rules, const char *utf8, size_t bytes)
{
    arg = cell_deref(arg);
    if (cell_is_var(arg))
        return unify_text(e, arg, rules->kind, utf8, bytes);
    TextView view;
    Status s = text_view_open(e, &view, arg, rules->accept, rules->type);
    if (s != ST_TRUE)
        return s;
    bool same = view.length == bytes && memcmp(view.bytes, utf8, bytes) == 0;
    text_view_close(&view);
    return status_from_bool(same);
}

/* ---- concatenation ---- */

static Status join(Engine *e, const TextView *a, const TextView *b, Cell result, const TextRules *rules)
{
    Buf buf;
    buf_init(&buf, &e->machine->alloc);
    buf_put_bytes(&buf, a->bytes, a->length);
    buf_put_bytes(&buf, b->bytes, b->length);
    Status s;
    if (buf.failed)
        s = resource_error(e, ATOM_memory);
    else
        s = text_unify(e, result, rules, buf.length > 0 ? buf.data : "", buf.length);
    buf_free(&buf);
    return s;
}

static Status join_arguments(Engine *e, const Cell *arg, const TextRules *rules)
{
    TextView a, b;
    Status s = text_view_open(e, &a, arg[0], rules->accept, rules->type);
    if (s != ST_TRUE)
        return s;
    s = text_view_open(e, &b, arg[1], rules->accept, rules->type);
    if (s == ST_TRUE) {
        s = join(e, &a, &b, arg[2], rules);
        text_view_close(&b);
    }
    text_view_close(&a);
    return s;
}

/* One part is known: what is left of the whole is the other. */
static Status remove_part(Engine *e, const Cell *arg, const TextView *whole, bool first_is_known, const TextRules *rules)
{
    TextView part;
    Status s = text_view_open(e, &part, arg[first_is_known ? 0 : 1], rules->accept, rules->type);
    if (s != ST_TRUE)
        return s;
    size_t n = part.length, rest = whole->length - n;
    bool fits = n <= whole->length && memcmp(whole->bytes + (first_is_known ? 0 : rest), part.bytes, n) == 0;
    text_view_close(&part);
    if (!fits)
        return ST_FAIL;
    return unify_text(e, arg[first_is_known ? 1 : 0], rules->kind, whole->bytes + (first_is_known ? n : 0), rest);
}

static Status unify_parts(Engine *e, const Cell *arg, const TextView *whole, size_t split, enum TextKind kind)
{
    Cell first, second;
    Status s = make_text(e, kind, whole->bytes, split, &first);
    if (s == ST_TRUE)
        s = make_text(e, kind, whole->bytes + split, whole->length - split, &second);
    if (s == ST_TRUE)
        s = unify(&e->store, arg[0], first);
    return s == ST_TRUE ? unify(&e->store, arg[1], second) : s;
}

/* Neither part is known: all ways to split. The state is the length of the first part in bytes. */
static Status enumerate_splits(Engine *e, const Cell *arg, const TextView *whole, const TextRules *rules)
{
    Cell *state = e->X + 3;
    for (size_t split = (size_t)cell_int(*state);;) {
        Trial t = trial_begin(&e->store);
        Status s = unify_parts(e, arg, whole, split, rules->kind);
        bool last = split >= whole->length;
        if (!last)
            split += utf8_sequence_bytes(whole->bytes[split]);
        if (s == ST_TRUE) {
            trial_keep(&e->store, &t);
            *state = cell_from_int((int64_t)split);
            if (!last)
                builtin_leave_choice(e);
            return ST_TRUE;
        }
        trial_undo(&e->store, &t);
        if (s != ST_FAIL || last)
            return s;
    }
}

/* The type error of an argument that is bound. */
static Status check_text(Engine *e, Cell arg, const TextRules *rules)
{
    arg = cell_deref(arg);
    if (cell_is_var(arg) || (cell_is_atom(arg) && (rules->accept & ACCEPT_ATOM)))
        return ST_TRUE;
    TextView view;
    Status s = text_view_open(e, &view, arg, rules->accept, rules->type);
    if (s == ST_TRUE)
        text_view_close(&view);
    return s;
}

/* The errors of 8.16.2.3 in their order. */
static Status check_concat(Engine *e, const Cell *arg, const TextRules *rules)
{
    bool part_lacks = cell_is_var(cell_deref(arg[0])) || cell_is_var(cell_deref(arg[1]));
    if (part_lacks && cell_is_var(cell_deref(arg[2])))
        return instantiation_error(e);
    Status s = ST_TRUE;
    for (unsigned i = 0; i < 3 && s == ST_TRUE; i++)
        s = check_text(e, arg[i], rules);
    return s;
}

Status text_concat(Engine *e, Cell *arg, const TextRules *rules)
{
    Status checked = check_concat(e, arg, rules);
    if (checked != ST_TRUE)
        return checked;
    bool first = !cell_is_var(cell_deref(arg[0])), second = !cell_is_var(cell_deref(arg[1]));
    if (first && second)
        return join_arguments(e, arg, rules);
    TextView whole;
    Status s = text_view_open(e, &whole, arg[2], rules->accept, rules->type);
    if (s != ST_TRUE)
        return s;
    if (first || second)
        s = remove_part(e, arg, &whole, first, rules);
    else
        s = enumerate_splits(e, arg, &whole, rules);
    text_view_close(&whole);
    return s;
}

/* ---- parts ---- */

/* A part of the text. */
typedef struct Piece {
    size_t before, length; /* in characters */
    size_t at, bytes;      /* in bytes */
} Piece;

typedef struct SubText {
    Engine *e;
    const Cell *arg;
    const TextRules *rules;
    const char *text;
    bool is_ascii; /* known to be: a character is a byte, and positions cost nothing */
    size_t text_bytes, text_length;
    int64_t before, length, after; /* what is given; -1: unbound */
} SubText;

#define PIECE_UNKNOWN (-1)

/* A position or length that may be unbound, known to be nothing else than an integer; what exceeds any text becomes INT64_MAX. */
static Status arg_position(Engine *e, Cell arg, int64_t *value)
{
    arg = cell_deref(arg);
    *value = PIECE_UNKNOWN;
    if (cell_is_var(arg))
        return ST_TRUE;
    if (!cell_is_big(arg))
        return arg_non_negative(e, arg, value);
    *value = INT64_MAX;
    return box_kind(arg) == RAW_BIG_POSITIVE ? ST_TRUE : domain_error(e, ATOM_not_less_than_zero, arg);
}

/* All positions, in the order of 8.16.3.3: first the types of all, then the domains. */
static Status arg_positions(SubText *st)
{
    Status s = ST_TRUE;
    for (int i = 1; i <= 3 && s == ST_TRUE; i++)
        s = arg_var_or_integer(st->e, st->arg[i]);
    if (s == ST_TRUE)
        s = arg_position(st->e, st->arg[1], &st->before);
    if (s == ST_TRUE)
        s = arg_position(st->e, st->arg[2], &st->length);
    return s == ST_TRUE ? arg_position(st->e, st->arg[3], &st->after) : s;
}

/* Unifies a piece with the arguments; the part itself is made unless it is known. */
static Status unify_piece(const SubText *st, const Piece *p, bool make_part)
{
    Store *s = &st->e->store;
    Cell part = 0;
    Status status = ST_TRUE;
    if (make_part)
        status = make_text(st->e, st->rules->kind, st->text + p->at, p->bytes, &part);
    if (status == ST_TRUE)
        status = unify(s, st->arg[1], cell_from_int((int64_t)p->before));
    if (status == ST_TRUE)
        status = unify(s, st->arg[2], cell_from_int((int64_t)p->length));
    if (status == ST_TRUE)
        status = unify(s, st->arg[3], cell_from_int((int64_t)(st->text_length - p->before - p->length)));
    return status == ST_TRUE && make_part ? unify(s, st->arg[4], part) : status;
}

/* State: the piece to go on with, and the length of the text + 1, which is 0 at the first call. */
static void save_state(const SubText *st, const Piece *p)
{
    Cell *state = st->e->X + 5;
    state[0] = cell_from_int((int64_t)p->before);
    state[1] = cell_from_int((int64_t)p->length);
    state[2] = cell_from_int((int64_t)p->at);
    state[3] = cell_from_int((int64_t)p->bytes);
    state[4] = cell_from_int((int64_t)st->text_length + 1);
}

static bool restore_state(SubText *st, Piece *p)
{
    const Cell *state = st->e->X + 5;
    if (state[4] == cell_from_int(0)) {
        st->text_length = st->is_ascii ? st->text_bytes : utf8_length(st->text, st->text_bytes);
        return false;
    }
    *p = (Piece){(size_t)cell_int(state[0]), (size_t)cell_int(state[1]), (size_t)cell_int(state[2]), (size_t)cell_int(state[3])};
    st->text_length = (size_t)cell_int(state[4]) - 1;
    return true;
}

/* Tries pieces, `next` giving one after the other, until one unifies. */
static Status try_pieces(SubText *st, Piece p, bool (*next)(const SubText *, Piece *, void *), void *user, bool make_part)
{
    for (bool more = true; more;) {
        Trial t = trial_begin(&st->e->store);
        Status s = unify_piece(st, &p, make_part);
        if (s != ST_TRUE)
            trial_undo(&st->e->store, &t);
        else
            trial_keep(&st->e->store, &t);
        if (s != ST_TRUE && s != ST_FAIL)
            return s;
        more = next(st, &p, user);
        if (s == ST_TRUE) {
            if (more) {
                save_state(st, &p);
                builtin_leave_choice(st->e);
            }
            return ST_TRUE;
        }
    }
    return ST_FAIL;
}

/* The bytes of so many characters at `at`, as far as the text goes. */
static size_t bytes_of(const SubText *st, size_t at, size_t count)
{
    const char *from = st->text + at;
    size_t left = st->text_bytes - at;
    return st->is_ascii ? min_size(count, left) : (size_t)(utf8_skip(from, left, count) - from);
}

/* ---- the part is known ---- */

/* Moves the piece to the first occurrence of the part at or after it. */
static bool find_occurrence(const SubText *st, const TextView *part, Piece *p)
{
    const char *from = st->text + p->at;
    const char *found = part->length == 0 ? from : memmem(from, st->text_bytes - p->at, part->bytes, part->length);
    if (found == NULL)
        return false;
    p->before += st->is_ascii ? (size_t)(found - from) : utf8_length(from, (size_t)(found - from));
    p->at += (size_t)(found - from);
    return true;
}

static bool next_occurrence(const SubText *st, Piece *p, void *user)
{
    if (p->at >= st->text_bytes)
        return false;
    p->at += utf8_sequence_bytes(st->text[p->at]);
    p->before++;
    return find_occurrence(st, user, p);
}

/* The only place where the part can be, because of what stands before or after it. */
static Status match_at(const SubText *st, const TextView *part, size_t before)
{
    if (before > st->text_length)
        return ST_FAIL;
    Piece p = {.before = before, .length = utf8_length(part->bytes, part->length), .bytes = part->length};
    p.at = bytes_of(st, 0, before);
    if (st->text_bytes - p.at < part->length || memcmp(st->text + p.at, part->bytes, part->length) != 0)
        return ST_FAIL;
    return unify_piece(st, &p, false);
}

static Status find_part(SubText *st, TextView *part)
{
    Piece p = {.length = utf8_length(part->bytes, part->length), .bytes = part->length};
    bool resumed = restore_state(st, &p);
    if (st->length >= 0 && (size_t)st->length != p.length)
        return ST_FAIL;
    if (st->before >= 0)
        return match_at(st, part, (size_t)st->before);
    if (st->after >= 0) {
        size_t taken = (size_t)st->after + p.length;
        return taken <= st->text_length ? match_at(st, part, st->text_length - taken) : ST_FAIL;
    }
    if (!resumed && !find_occurrence(st, part, &p))
        return ST_FAIL;
    return try_pieces(st, p, next_occurrence, part, false);
}

/* ---- the part is unbound ---- */

static size_t bytes_at(const SubText *st, size_t at)
{
    return at < st->text_bytes ? utf8_sequence_bytes(st->text[at]) : 0;
}

/* Drops the first character of the piece. */
static void piece_shrink_front(const SubText *st, Piece *p)
{
    size_t n = bytes_at(st, p->at);
    p->before++;
    p->length--;
    p->at += n;
    p->bytes -= n;
}

static void piece_grow(const SubText *st, Piece *p)
{
    p->bytes += bytes_at(st, p->at + p->bytes);
    p->length++;
}

/* The order of answers: by Before, then by Length. */
static bool next_piece(const SubText *st, Piece *p, void *user)
{
    (void)user;
    bool at_end = p->before + p->length >= st->text_length;
    if (st->after >= 0) {
        if (p->length == 0)
            return false;
        piece_shrink_front(st, p);
        return true;
    }
    if (!at_end) {
        piece_grow(st, p);
        if (st->length >= 0)
            piece_shrink_front(st, p);
        return true;
    }
    if (st->before >= 0 || st->length >= 0 || p->before >= st->text_length)
        return false;
    p->at += bytes_at(st, p->at);
    p->before++;
    p->length = p->bytes = 0;
    return true;
}

/* Fills in the bytes of a piece given by its characters. */
static void piece_locate(const SubText *st, Piece *p)
{
    p->at = bytes_of(st, 0, p->before);
    p->bytes = bytes_of(st, p->at, p->length);
}

/* Two of the three numbers are known, so the piece is. */
static Status make_part(SubText *st)
{
    uint64_t total = st->text_length, before = (uint64_t)st->before, length = (uint64_t)st->length, after = (uint64_t)st->after;
    if (st->before >= 0 && st->length >= 0)
        after = before + length <= total ? total - before - length : total + 1;
    else if (st->before >= 0)
        length = before + after <= total ? total - before - after : total + 1;
    else
        before = length + after <= total ? total - length - after : total + 1;
    if (before > total || length > total || after > total || before + length + after != total)
        return ST_FAIL;
    Piece p = {.before = before, .length = length};
    piece_locate(st, &p);
    return unify_piece(st, &p, true);
}

static Status make_parts(SubText *st)
{
    Piece p = {0};
    bool resumed = restore_state(st, &p);
    int known = (st->before >= 0) + (st->length >= 0) + (st->after >= 0);
    if (known >= 2)
        return make_part(st);
    int64_t given = known == 0 ? 0 : st->before >= 0 ? st->before : st->length >= 0 ? st->length : st->after;
    if (given > (int64_t)st->text_length)
        return ST_FAIL;
    if (!resumed) {
        p.before = st->before >= 0 ? (size_t)st->before : 0;
        p.length = st->length >= 0 ? (size_t)st->length : st->after >= 0 ? st->text_length - (size_t)st->after : 0;
        piece_locate(st, &p);
    }
    return try_pieces(st, p, next_piece, NULL, true);
}

static Status sub_of(SubText *st)
{
    TextView part;
    bool known = !cell_is_var(cell_deref(st->arg[4]));
    Status s = known ? text_view_open(st->e, &part, st->arg[4], st->rules->accept, st->rules->type) : ST_TRUE;
    if (s != ST_TRUE)
        return s;
    s = arg_positions(st);
    if (s == ST_TRUE)
        s = known ? find_part(st, &part) : make_parts(st);
    if (known)
        text_view_close(&part);
    return s;
}

Status text_sub(Engine *e, Cell *arg, const TextRules *rules)
{
    TextView whole;
    Status s = text_view_open(e, &whole, arg[0], rules->accept, rules->type);
    if (s != ST_TRUE)
        return s;
    Cell text = cell_deref(arg[0]);
    SubText st = {.e = e, .arg = arg, .rules = rules, .text = whole.bytes, .text_bytes = whole.length};
    st.is_ascii = cell_is_atom(text) && atom_is_ascii(&e->machine->atoms, cell_atom(text));
    s = sub_of(&st);
    text_view_close(&whole);
    return s;
}
