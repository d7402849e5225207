/* record.c - terms off the heap.
 * SPDX-License-Identifier: MIT
 *
 * Recording is Cheney's copy: cells are moved as they are to the end of the work area, which doubles as the queue, and translated to
 * offsets when the scan reaches them. Marks in the original (marks_int.h) hold the new index of what was moved already.
 *
 *     work: | translated cells ... | cells as in the original ... |
 *           0                      scan                           count
 */
#include "term/record.h"

#include "base/vec.h"
#include "term/marks_int.h"
#include "term/text.h"

/* Blocks of fewer words are copied again rather than marked. */
#define LEAST_SHARED_BLOCK ((size_t)4)

static Cell offset_cell(size_t index, enum Tag tag)
{
    return (Cell)(RECORD_BIAS + index * sizeof(Cell)) | tag;
}

static Cell offset_text(size_t index, size_t bytes)
{
    return offset_cell(index, TAG_TXT) | ((Cell)bytes << TXT_OFFSET_SHIFT);
}

/* ---- recording ---- */

typedef struct Recorder {
    Store *s;
    size_t count; /* cells of s->work in use */
    size_t marks;
    bool attributes;
    bool failed; /* memory exhausted */
} Recorder;

/* Room for cells at the end of the work area, to be filled at once; NULL when memory is exhausted. */
static Cell *take_cells(Recorder *r, size_t cells)
{
    if (UNLIKELY(!work_reserve(r->s, r->count, r->count + cells))) {
        r->failed = true;
        return NULL;
    }
    Cell *p = r->s->work + r->count;
    r->count += cells;
    return p;
}

static void mark(Recorder *r, Cell c, size_t index)
{
    if (UNLIKELY(!marks_add(r->s, &r->marks, c, index)))
        r->failed = true;
}

/* The functions move_* move one kind of term and return its cell in offset form. */

static Cell move_pair(Recorder *r, Cell c)
{
    const Cell *p = lst_cells(c);
    size_t index = r->count;
    Cell *to = take_cells(r, 2);
    if (to == NULL)
        return c;
    to[0] = marked_content(p);
    to[1] = marked_content(p + 1);
    if (store_owns(r->s, p))
        mark(r, c, index);
    return offset_cell(index, TAG_LST);
}

static Cell move_structure(Recorder *r, Cell c)
{
    const Cell *p = str_cells(c);
    size_t index = r->count, arity = functor_arity(*p);
    Cell *to = take_cells(r, 1 + arity);
    if (to == NULL)
        return c;
    to[0] = p[0];
    for (size_t i = 1; i <= arity; i++)
        to[i] = marked_content(p + i);
    if (store_owns(r->s, p))
        mark(r, c, index);
    return offset_cell(index, TAG_STR);
}

/* Moves a text from its offset on; `words` are those of its whole block. Returns the new index. */
static size_t move_text_block(Recorder *r, Cell c, size_t block_words)
{
    size_t bytes = strlen(txt_bytes(c)), words = text_words(bytes), index = r->count;
    Cell *to = take_cells(r, 2 + words);
    if (to == NULL)
        return index;
    to[0] = cell_from_raw(RAW_TEXT, words);
    to[words] = 0;
    memcpy(to + 1, txt_bytes(c), bytes);
    to[1 + words] = marked_content(txt_block(c) + 1 + block_words);
    return index;
}

static Cell move_text(Recorder *r, Cell c)
{
    size_t index = move_text_block(r, c, raw_words(*txt_block(c)));
    if (!r->failed && store_owns(r->s, txt_block(c)))
        mark(r, c, index);
    return offset_text(index, 0);
}

static Cell move_box(Recorder *r, Cell c)
{
    const Cell *p = box_cells(c);
    size_t index = r->count, cells = 1 + raw_words(*p);
    Cell *to = take_cells(r, cells);
    if (to == NULL)
        return c;
    memcpy(to, p, cells * sizeof(Cell));
    if (cells > LEAST_SHARED_BLOCK && store_owns(r->s, p))
        mark(r, c, index);
    return offset_cell(index, TAG_BOX);
}

static Cell move_attributed(Recorder *r, Cell c)
{
    const Cell *p = cell_untag(c, TAG_ATT);
    size_t index = r->count;
    Cell *to = take_cells(r, 3);
    if (to == NULL)
        return c;
    to[0] = c;
    to[1] = marked_content(p + 1);
    to[2] = marked_content(p + 2);
    mark(r, c, index);
    return offset_cell(index, TAG_ATT);
}

/* A text that was moved before, perhaps not from so far in front. */
static Cell moved_text(Recorder *r, Cell c, size_t mark_number)
{
    Mark *m = &mark_entries(r->s)[mark_number];
    if (txt_offset(c) < txt_offset(m->cell)) {
        m->target = move_text_block(r, c, raw_words(m->old));
        m->cell = c;
    }
    return offset_text(m->target, txt_offset(c) - txt_offset(m->cell));
}

/* A compound or box in offset form. */
static Cell record_block(Recorder *r, Cell c)
{
    Cell first = *cell_pointer(c);
    if (cell_is_mark(first)) {
        const Mark *m = mark_of(r->s, first);
        if (cell_is_txt(c))
            return moved_text(r, c, mark_index(first));
        if (!cell_is_ref(m->cell)) /* otherwise: a variable, the first cell of a pair that was not moved yet */
            return offset_cell(m->target, cell_tag(c));
    }
    switch (cell_tag(c)) {
    case TAG_LST: return move_pair(r, c);
    case TAG_STR: return move_structure(r, c);
    case TAG_TXT: return move_text(r, c);
    default: return move_box(r, c);
    }
}

/* An unbound variable, with its mark if it was met; its home is index `at` when it was not. */
static Cell record_variable(Recorder *r, Cell c, const Mark *m, size_t at)
{
    if (m != NULL)
        return offset_cell(m->target, cell_is_att(m->cell) ? TAG_ATT : TAG_REF);
    if (cell_is_att(c) && r->attributes)
        return move_attributed(r, c);
    mark(r, c & ~CELL_TAG_MASK, at);
    return offset_cell(at, TAG_REF);
}

/* The offset form of the cell at index `at`, or for the root of no cell. */
static Cell record_cell(Recorder *r, Cell c, size_t at)
{
    Mark *m;
    c = marked_deref(r->s, c, &m);
    if (cell_is_var(c))
        return record_variable(r, c, m, at);
    return cell_is_pointer(c) ? record_block(r, c) : c;
}

static void scan_cells(Recorder *r)
{
    size_t steps = 0;
    for (size_t i = 0; i < r->count && !r->failed;) {
        if (store_must_stop(r->s, ++steps))
            r->failed = true;
        Cell c = r->s->work[i];
        if (cell_is_pointer(c)) {
            c = record_cell(r, c, i);
            r->s->work[i++] = c;
        } else {
            i += cell_is_raw(c) ? 1 + raw_words(c) : 1;
        }
    }
}

static size_t record_bytes(size_t count)
{
    return sizeof(Record) + count * sizeof(Cell);
}

static Record *new_record(Alloc *alloc, const Cell *cells, size_t count, Cell root)
{
    Record *record = alloc_new(alloc, record_bytes(count));
    if (record == NULL)
        return NULL;
    record->count = count;
    record->root = root;
    if (count > 0)
        memcpy(record->cells, cells, count * sizeof(Cell));
    return record;
}

bool record_cells(Store *s, Cell term, bool attributes, Cell *root, size_t *count)
{
    Recorder r = {.s = s, .attributes = attributes};
    term = cell_deref(term);
    bool is_plain_variable = cell_is_ref(term) || (cell_is_att(term) && !attributes);
    *root = is_plain_variable ? offset_cell(0, TAG_REF) : record_cell(&r, term, 0);
    if (is_plain_variable) {
        Cell *home = take_cells(&r, 1);
        if (home != NULL)
            *home = term;
    }
    scan_cells(&r);
    marks_undo(s, r.marks);
    *count = r.count;
    if (r.failed)
        s->resource = RES_MEMORY;
    return !r.failed;
}

Record *record_from_term(Store *s, Cell term, bool attributes)
{
    Cell root;
    size_t count;
    if (!record_cells(s, term, attributes, &root, &count))
        return NULL;
    Record *record = new_record(s->alloc, s->work, count, root);
    if (record == NULL)
        s->resource = RES_MEMORY;
    return record;
}

void record_free(Alloc *alloc, Record *record)
{
    if (record != NULL)
        alloc_free(alloc, record, record_bytes(record->count));
}

/* ---- materialising ---- */

/* Adding to a TXT cell leaves its byte offset alone: addresses end below bit 48. */
Cell record_push_cells(Store *s, const Cell *cells, size_t count, Cell root)
{
    Cell *to = s->H;
    Cell delta = (Cell)(uintptr_t)to - RECORD_BIAS;
    for (size_t i = 0; i < count;) {
        Cell c = cells[i];
        if (cell_is_pointer(c)) {
            to[i++] = c + delta;
        } else if (LIKELY(!cell_is_raw(c))) {
            to[i++] = c;
        } else {
            memcpy(to + i, cells + i, (1 + raw_words(c)) * sizeof(Cell));
            i += 1 + raw_words(c);
        }
    }
    s->H += count;
    return cell_is_pointer(root) ? root + delta : root;
}

Cell record_push(Store *s, const Record *record)
{
    return record_push_cells(s, record->cells, record->count, record->root);
}

static void mark_atom_of(AtomTable *t, Cell c)
{
    if (cell_is_atom(c) || cell_is_functor(c))
        atom_mark(t, cell_atom(c));
}

void record_mark_cells(AtomTable *t, const Cell *cells, size_t count)
{
    for (size_t i = 0; i < count;) {
        Cell c = cells[i];
        mark_atom_of(t, c);
        i += cell_is_raw(c) ? 1 + raw_words(c) : 1;
    }
}

void record_mark_atoms(AtomTable *t, const Record *record)
{
    record_mark_cells(t, &record->root, 1);
    record_mark_cells(t, record->cells, record->count);
}

/* ---- building by hand ---- */

void record_builder_init(RecordBuilder *b, Alloc *alloc)
{
    *b = (RecordBuilder){.alloc = alloc};
}

void record_builder_free(RecordBuilder *b)
{
    VEC_FREE(b->alloc, b->cells, b->capacity);
    record_builder_init(b, b->alloc);
}

/* Room for cells, to be filled at once; NULL after a failure. */
static Cell *build_cells(RecordBuilder *b, size_t cells)
{
    if (b->failed || !VEC_RESERVE(b->alloc, b->cells, b->capacity, b->count + cells)) {
        b->failed = true;
        return NULL;
    }
    Cell *p = b->cells + b->count;
    b->count += cells;
    return p;
}

static Cell built(const RecordBuilder *b, const Cell *p, enum Tag tag)
{
    return p == NULL ? cell_from_atom(ATOM_nil) : offset_cell((size_t)(p - b->cells), tag);
}

Cell build_var(RecordBuilder *b)
{
    Cell *p = build_cells(b, 1);
    if (p != NULL)
        *p = built(b, p, TAG_REF);
    return built(b, p, TAG_REF);
}

Cell build_struct(RecordBuilder *b, uint32_t name, uint32_t arity, const Cell *args)
{
    Cell *p = build_cells(b, 1 + (size_t)arity);
    if (p != NULL) {
        p[0] = cell_from_functor(name, arity);
        if (arity > 0)
            memcpy(p + 1, args, arity * sizeof *args);
    }
    return built(b, p, TAG_STR);
}

Cell build_pair(RecordBuilder *b, Cell head, Cell tail)
{
    Cell *p = build_cells(b, 2);
    if (p != NULL) {
        p[0] = head;
        p[1] = tail;
    }
    return built(b, p, TAG_LST);
}

/* A raw block with its payload to be filled, or NULL. */
static Cell *build_raw(RecordBuilder *b, enum RawKind kind, size_t words)
{
    Cell *p = build_cells(b, 1 + words);
    if (p != NULL)
        p[0] = cell_from_raw(kind, words);
    return p;
}

Cell build_double(RecordBuilder *b, double value)
{
    Cell *p = build_raw(b, RAW_DOUBLE, 1);
    if (p != NULL)
        memcpy(p + 1, &value, sizeof value);
    return built(b, p, TAG_BOX);
}

Cell build_big(RecordBuilder *b, bool negative, const uint64_t *limbs, size_t count)
{
    Cell *p = build_raw(b, negative ? RAW_BIG_NEGATIVE : RAW_BIG_POSITIVE, count);
    if (p != NULL)
        memcpy(p + 1, limbs, count * sizeof *limbs);
    return built(b, p, TAG_BOX);
}

Cell build_string(RecordBuilder *b, const char *utf8, size_t bytes)
{
    size_t words = string_words(bytes);
    Cell *p = build_raw(b, RAW_STRING, words);
    if (p != NULL) {
        p[1] = bytes;
        p[words] = 0;
        if (bytes > 0)
            memcpy(p + 2, utf8, bytes);
    }
    return built(b, p, TAG_BOX);
}

/* The cells of a chain come one after the other, so that each tail can name what follows. */
Cell build_text(RecordBuilder *b, const char *utf8, size_t bytes, Cell tail)
{
    if (bytes == 0)
        return tail;
    Cell first = tail;
    for (size_t link = SIZE_MAX; bytes > 0;) {
        size_t piece = text_piece(utf8, bytes), index = b->count, words = text_words(piece);
        Cell *p = build_cells(b, piece == 0 ? 2 : 2 + words);
        if (p == NULL)
            return cell_from_atom(ATOM_nil);
        Cell block = built(b, p, piece == 0 ? TAG_LST : TAG_TXT);
        if (link == SIZE_MAX)
            first = block;
        else
            b->cells[link] = block;
        if (piece == 0) {
            p[0] = cell_from_atom(ATOM_CHAR(0));
            link = index + 1;
            piece = 1;
        } else {
            p[0] = cell_from_raw(RAW_TEXT, words);
            p[words] = 0;
            memcpy(p + 1, utf8, piece);
            link = index + 1 + words;
        }
        b->cells[link] = tail;
        utf8 += piece;
        bytes -= piece;
    }
    return first;
}

Record *record_builder_take(RecordBuilder *b, Cell root)
{
    Record *record = b->failed ? NULL : new_record(b->alloc, b->cells, b->count, root);
    record_builder_clear(b);
    return record;
}

Cell record_builder_push(Store *s, const RecordBuilder *b, Cell root)
{
    return record_push_cells(s, b->cells, b->count, root);
}
