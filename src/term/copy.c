/* copy.c - copy_term on the heap.
 * SPDX-License-Identifier: MIT
 *
 * Every variable and compound of the term gets a mark (marks_int.h), in breadth-first order; the list of marks is the queue. Read
 * backwards it tells which compounds are ground, as parts usually stand behind the whole; what cannot be told (a cycle, or a part that
 * was first met elsewhere) is simply copied. Then the size is known, and only when there is room the heap is written:
 *
 *     mark, find parts --> ground? sizes --> give addresses --> fill --> put the marked words back
 */
#include "term/copy.h"

#include "term/marks_int.h"
#include "term/text.h"
#include "term/walk.h"

#define TARGET_NONE   ((Cell)0)   /* to be copied; no address yet */
#define TARGET_SHARED ((Cell)1) /* ground: the copy is the original */

typedef struct Copier {
    Store *s;
    size_t count; /* marks */
    bool attributes;
} Copier;

static Mark *mark_at(const Copier *k, size_t i)
{
    return &mark_entries(k->s)[i];
}

/* The mark of a compound on the heap; NULL when there is none. The mark of a variable in a pair's first cell does not count. */
static Mark *mark_of_compound(const Copier *k, Cell c)
{
    Cell first = *cell_pointer(c);
    if (!cell_is_mark(first))
        return NULL;
    Mark *m = mark_of(k->s, first);
    return cell_is_ref(m->cell) ? NULL : m;
}

/* ---- the parts of a marked term ---- */

static const Cell *parts_of(const Mark *m, size_t *n)
{
    const Cell *p = cell_pointer(m->cell);
    *n = 2;
    switch (cell_tag(m->cell)) {
    case TAG_LST: return p;
    case TAG_STR: *n = functor_arity(m->old); return p + 1;
    case TAG_TXT: *n = 1; return p + 1 + raw_words(m->old);
    case TAG_ATT: return p + 1;
    default: *n = 0; return p;
    }
}

/* The content of a part; the first cell of a pair is in the mark. */
static Cell part_content(const Mark *m, const Cell *part)
{
    if (part == cell_pointer(m->cell) && !cell_is_mark(m->old))
        return m->old;
    return marked_content(part);
}

static size_t text_bytes(const Mark *m)
{
    return strlen(txt_bytes(m->cell));
}

static size_t cells_of(const Mark *m)
{
    switch (cell_tag(m->cell)) {
    case TAG_LST: return 2;
    case TAG_STR: return 1 + functor_arity(m->old);
    case TAG_TXT: return 2 + text_words(text_bytes(m));
    case TAG_ATT: return 3;
    default: return 0; /* a variable lives in the cell that holds it first */
    }
}

/* ---- marking ---- */

static bool meet_compound(Copier *k, Cell c)
{
    if (!store_owns(k->s, cell_pointer(c)))
        return true;
    Mark *m = mark_of_compound(k, c);
    if (m == NULL)
        return marks_add(k->s, &k->count, c, TARGET_NONE);
    if (cell_is_txt(c) && txt_offset(c) < txt_offset(m->cell))
        m->cell = c;
    return true;
}

static bool meet(Copier *k, Cell c)
{
    Mark *m;
    c = marked_deref(k->s, c, &m);
    if (cell_is_compound(c))
        return meet_compound(k, c);
    if (!cell_is_var(c) || m != NULL)
        return true;
    if (!k->attributes)
        c &= ~CELL_TAG_MASK;
    return marks_add(k->s, &k->count, c, TARGET_NONE);
}

static bool mark_all(Copier *k, Cell term)
{
    if (!meet(k, term))
        return false;
    for (size_t i = 0; i < k->count; i++) {
        size_t n;
        const Cell *parts = parts_of(mark_at(k, i), &n);
        if (store_must_stop(k->s, i + 1)) {
            k->s->resource = RES_MEMORY;
            return false;
        }
        for (size_t j = 0; j < n; j++)
            if (!meet(k, part_content(mark_at(k, i), parts + j)))
                return false;
    }
    return true;
}

/* ---- measuring ---- */

static bool part_is_shared(const Copier *k, Cell c)
{
    Mark *m;
    c = marked_deref(k->s, c, &m);
    if (cell_is_var(c))
        return false;
    if (!cell_is_compound(c) || !store_owns(k->s, cell_pointer(c)))
        return true;
    return mark_of_compound(k, c)->target == TARGET_SHARED;
}

static bool is_shared(const Copier *k, const Mark *m)
{
    if (cell_is_var(m->cell))
        return false;
    size_t n;
    const Cell *parts = parts_of(m, &n);
    for (size_t j = 0; j < n; j++)
        if (!part_is_shared(k, part_content(m, parts + j)))
            return false;
    return true;
}

/* Finds what can be shared. Returns the cells that the rest needs. */
static size_t measure(Copier *k)
{
    size_t cells = 0;
    for (size_t i = k->count; i-- > 0;) {
        Mark *m = mark_at(k, i);
        if (is_shared(k, m))
            m->target = TARGET_SHARED;
        else
            cells += cells_of(m);
    }
    return cells;
}

/* ---- writing ---- */

static void give_addresses(Copier *k)
{
    Cell *next = k->s->H;
    for (size_t i = 0; i < k->count; i++) {
        Mark *m = mark_at(k, i);
        if (m->target == TARGET_SHARED || cell_is_ref(m->cell))
            continue;
        m->target = (Cell)(uintptr_t)next;
        next += cells_of(m);
    }
    k->s->H = next;
}

static Cell copy_of_compound(const Copier *k, Cell c)
{
    if (!store_owns(k->s, cell_pointer(c)))
        return c;
    const Mark *m = mark_of_compound(k, c);
    if (m->target == TARGET_SHARED)
        return c;
    if (cell_is_txt(c))
        return cell_from_text(cell_pointer(m->target), txt_offset(c) - txt_offset(m->cell));
    return m->target | cell_tag(c);
}

/* The copy of what a cell holds. A variable met for the first time lives at `home`, the cell to be written. */
static Cell copy_of(const Copier *k, Cell c, const Cell *home)
{
    Mark *m;
    c = marked_deref(k->s, c, &m);
    if (cell_is_compound(c))
        return copy_of_compound(k, c);
    if (!cell_is_var(c))
        return c;
    if (m->target == TARGET_NONE)
        m->target = (Cell)(uintptr_t)home;
    return m->target | (cell_is_att(m->cell) ? TAG_ATT : TAG_REF);
}

/* Writes what stands before the parts and returns where they go. */
static Cell *fill_front(const Mark *m)
{
    Cell *to = cell_pointer(m->target);
    switch (cell_tag(m->cell)) {
    case TAG_STR: to[0] = m->old; return to + 1;
    case TAG_ATT: to[0] = cell_from_pointer(to, TAG_ATT); return to + 1;
    case TAG_TXT: {
        size_t bytes = text_bytes(m), words = text_words(bytes);
        to[0] = cell_from_raw(RAW_TEXT, words);
        to[words] = 0;
        memcpy(to + 1, txt_bytes(m->cell), bytes);
        return to + 1 + words;
    }
    default: return to;
    }
}

static void fill(Copier *k)
{
    for (size_t i = 0; i < k->count; i++) {
        const Mark *m = mark_at(k, i);
        if (m->target == TARGET_SHARED || cell_is_ref(m->cell))
            continue;
        size_t n;
        const Cell *parts = parts_of(m, &n);
        Cell *to = fill_front(m);
        for (size_t j = 0; j < n; j++)
            to[j] = copy_of(k, part_content(m, parts + j), to + j);
    }
}

/* ---- public function ---- */

static Status copy_marked(Copier *k, Cell term, Cell *out)
{
    if (!mark_all(k, term))
        return ST_ERROR;
    if (!heap_has(k->s, measure(k)))
        return ST_RETRY;
    give_addresses(k);
    fill(k);
    *out = copy_of(k, term, NULL);
    return ST_TRUE;
}

Status term_copy(Store *s, Cell term, bool attributes, Cell *out)
{
    term = cell_deref(term);
    if (cell_is_ref(term) || (cell_is_att(term) && !attributes)) {
        if (!heap_has(s, 1))
            return ST_RETRY;
        *out = heap_push_var(s);
        return ST_TRUE;
    }
    bool ok;
    if (term_is_ground(s, term, &ok)) {
        *out = term;
        return ST_TRUE;
    }
    if (!ok)
        return ST_ERROR;
    Copier k = {.s = s, .attributes = attributes};
    Status status = copy_marked(&k, term, out);
    marks_undo(s, k.count);
    return status;
}
