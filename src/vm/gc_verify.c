/* gc_verify.c - is everything that an engine holds well formed?
 * SPDX-License-Identifier: MIT
 *
 * A first walk up the heap notes where cells are, as opposed to words of raw blocks; then every cell, root and trail entry is looked at.
 */
#include "vm/gc_frames.h"

#include <stdio.h>

#include "term/text.h"
#include "vm/gc.h"

typedef struct Verifier {
    const Engine *e;
    const Cell *base;
    size_t cells;
    uint64_t *starts; /* bit per heap cell: not a word of a raw block */
    const char *place; /* what is being looked at, for messages */
    bool failed;
} Verifier;

static void complain(Verifier *v, const char *what, const void *where, Cell c)
{
    if (!v->failed)
        fprintf(stderr, "gc_verify: %s: %s, at %p: %016llx\n", v->place, what, where, (unsigned long long)c);
    v->failed = true;
}

static size_t index_of(const Verifier *v, Cell c)
{
    return (size_t)((c & CELL_ADDRESS_MASK) - (Cell)(uintptr_t)v->base) / sizeof(Cell);
}

/* True when `count` cells from index i on are heap cells, none of them a functor word or raw header. */
static bool are_cells(const Verifier *v, size_t i, size_t count)
{
    for (size_t k = i; k < i + count; k++)
        if (k >= v->cells || !((v->starts[k / 64] >> (k % 64)) & 1) || (cell_tag(v->base[k]) == TAG_ATM && !cell_is_atom(v->base[k])))
            return false;
    return true;
}

/* True when what the pointer cell refers to, in the heap, is what its tag says. */
static bool target_is_right(const Verifier *v, Cell c)
{
    size_t i = index_of(v, c);
    Cell first = v->base[i];
    if (!((v->starts[i / 64] >> (i % 64)) & 1))
        return false;
    switch (cell_tag(c)) {
    case TAG_REF: return are_cells(v, i, 1);
    case TAG_ATT: return are_cells(v, i, 3);
    case TAG_LST: return are_cells(v, i, 2);
    case TAG_STR:
        return cell_tag(first) == TAG_ATM && (cell_sub(first) == SUB_FUNCTOR || cell_sub(first) == SUB_HILOG) &&
               are_cells(v, i + 1, functor_arity(first));
    case TAG_TXT:
        return cell_is_raw(first) && raw_kind(first) == RAW_TEXT && txt_offset(c) < raw_words(first) * sizeof(Cell) &&
               are_cells(v, i + 1 + raw_words(first), 1);
    default: return cell_is_raw(first) && raw_kind(first) != RAW_TEXT;
    }
}

static void verify_cell(Verifier *v, const Cell *at)
{
    Cell c = *at;
    if (!cell_is_pointer(c))
        return;
    if (index_of(v, c) < v->cells) {
        if (!target_is_right(v, c))
            complain(v, "a cell refers to something else than its tag says", at, c);
    } else if (cell_is_var(c) || c < 4096) {
        complain(v, "a reference leaves the heap", at, c);
    } else if (index_of(v, c) < (size_t)(v->e->store.heap_top - v->base)) {
        complain(v, "a cell refers to unused heap", at, c);
    }
}

static void verify_root(void *context, Cell *root)
{
    verify_cell(context, root);
}

/* ---- areas ---- */

static void verify_heap(Verifier *v)
{
    v->place = "heap";
    for (size_t i = 0; i < v->cells; i++) {
        v->starts[i / 64] |= UINT64_C(1) << (i % 64);
        if (!cell_is_raw(v->base[i]))
            continue;
        if (raw_words(v->base[i]) >= v->cells - i) {
            complain(v, "a raw block is longer than the heap", v->base + i, v->base[i]);
            return;
        }
        i += raw_words(v->base[i]);
    }
    for (size_t i = 0; i < v->cells; i++) {
        if (cell_is_raw(v->base[i]))
            i += raw_words(v->base[i]);
        else
            verify_cell(v, v->base + i);
    }
}

static void verify_frame(void *context, Environment *frame, const Code *info, SlotMap map)
{
    Verifier *v = context;
    (void)info;
    const Cell *start = (const Cell *)(const void *)frame;
    if (start < v->e->environment_base || start >= v->e->environment_end)
        complain(v, "a frame is outside its area", frame, 0);
    for (size_t w = 0; w < map.words; w++)
        for (uint64_t bits = map.bits[w]; bits; bits &= bits - 1)
            verify_cell(v, &frame->slots[w * 64 + (size_t)__builtin_ctzll(bits)]);
}

/* Entries in [bottom, top), newest first as they must be read. */
static void verify_trail(Verifier *v, const Cell *bottom, const Cell *top)
{
    while (top > bottom) {
        const Cell *entry = --top;
        if (*entry & 1)
            verify_cell(v, --top);
        size_t i = index_of(v, *entry);
        if (i < v->cells && !are_cells(v, i, 1))
            complain(v, "a trail entry names no cell", entry, *entry);
        if (i >= v->cells && !(*entry & 1))
            complain(v, "a trail entry leaves the heap", entry, *entry);
    }
    if (top != bottom)
        complain(v, "a value entry is cut in two", top, *top);
}

static void verify_choices(Verifier *v, FrameWalk *walk)
{
    const Store *s = &v->e->store;
    const Cell *H = s->H, *TR = s->TR;
    for (Choice *b = v->e->B; b && !v->failed; b = b->prev) {
        v->place = "choice point";
        if (b->H > H || b->H < s->heap_base || b->TR > TR || b->TR < s->trail_base)
            complain(v, "segments out of order", b, (Cell)(uintptr_t)b->H);
        if (v->failed)
            return;
        for (uint32_t i = 0; i < b->arguments; i++)
            verify_cell(v, &b->x[i]);
        frame_walk_choice(walk, b);
        v->place = "trail";
        verify_trail(v, b->TR, TR);
        H = b->H;
        TR = b->TR;
    }
}

static void verify_running(Verifier *v, FrameWalk *walk, const Liveness *state)
{
    Engine *e = (Engine *)(uintptr_t)v->e;
    v->place = "register";
    for (size_t i = 0; i < ENGINE_REGISTERS; i++)
        if (live_has(&state->registers, i))
            verify_cell(v, &e->X[i]);
    if (e->has_ball)
        verify_cell(v, &e->ball);
    if (e->globals)
        verify_cell(v, &e->globals);
    v->place = "root";
    for (GcRoots *r = e->machine->roots; r; r = r->next)
        if (r->visit)
            r->visit(r->user, e, verify_root, v);
    v->place = "environment";
    frame_walk_running(walk, e, state);
}

bool gc_verify(Engine *e, size_t live_registers)
{
    Alloc *alloc = e->store.alloc;
    Liveness state;
    if (!liveness_at(alloc, e->P, &state))
        return true;
    live_add_first(&state.registers, live_registers);
    Verifier v = {.e = e, .base = e->store.heap_base, .cells = (size_t)(e->store.H - e->store.heap_base)};
    size_t start_bytes = (v.cells / 64 + 1) * sizeof(uint64_t), seen_bytes = frame_walk_words(e, &state) * sizeof(uint64_t);
    v.starts = alloc_zero(alloc, start_bytes);
    FrameWalk walk = {e->environment_base, alloc_zero(alloc, seen_bytes), verify_frame, &v};
    if (v.starts && walk.seen) {
        verify_heap(&v);
        if (!v.failed)
            verify_running(&v, &walk, &state);
        if (!v.failed)
            verify_choices(&v, &walk);
    }
    alloc_free(alloc, v.starts, v.starts ? start_bytes : 0);
    alloc_free(alloc, walk.seen, walk.seen ? seen_bytes : 0);
    return !v.failed;
}
