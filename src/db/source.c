/* source.c - which file gave a program its clauses and declarations.
 * SPDX-License-Identifier: MIT
 */
#include "db/source.h"

#include "base/vec.h"

/* Properties that end with the load that gave them. */
#define LOAD_PROPERTIES (PRED_DYNAMIC | PRED_MULTIFILE | PRED_DISCONTIGUOUS | PRED_PUBLIC | PRED_META)

/* ---- sources ---- */

static void source_free(Program *p, Source *s)
{
    if (!s)
        return;
    VEC_FREE(p->alloc, s->preds, s->pred_capacity);
    VEC_FREE(p->alloc, s->born, s->born_capacity);
    VEC_FREE(p->alloc, s->lines, s->line_capacity);
    VEC_FREE(p->alloc, s->texts, s->text_capacity);
    alloc_free(p->alloc, s, sizeof *s);
}

/* The first entry of a predicate, or NULL. */
static SourcePred *find_pred(const Source *s, const Pred *pred)
{
    for (size_t i = 0; i < s->pred_count; i++)
        if (s->preds[i].pred == pred)
            return &s->preds[i];
    return NULL;
}

static bool add_pred(Program *p, Source *s, Pred *pred, uint32_t properties)
{
    if (!VEC_RESERVE(p->alloc, s->preds, s->pred_capacity, s->pred_count + 1))
        return false;
    s->preds[s->pred_count++] = (SourcePred){pred, properties};
    return true;
}

/* The range of generations that a clause was born in, or born_count. */
static size_t find_born(const Source *s, const Clause *c)
{
    size_t low = 0, high = s->born_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (s->born[middle].to < c->born)
            low = middle + 1;
        else
            high = middle;
    }
    return low < s->born_count && s->born[low].from <= c->born ? low : s->born_count;
}

bool source_gave_clause(const Source *s, const Clause *c)
{
    return find_born(s, c) < s->born_count;
}

/* ---- lines ---- */

static void note_line(Source *s, uint32_t line)
{
    LineRun *last = s->line_count > 0 ? &s->lines[s->line_count - 1] : NULL;
    if (last && last->text != s->text)
        last = NULL;
    if (last && last->count == 1)
        last->step = line - last->line;
    if (last && last->count < UINT32_MAX && line == last->line + last->step * last->count)
        last->count++;
    else
        s->lines[s->line_count++] = (LineRun){line, 0, 1, s->text};
}

bool source_reads(Program *p, Source *s, uint32_t text)
{
    if (!VEC_RESERVE(p->alloc, s->texts, s->text_capacity, s->text_count + 1))
        return false;
    s->text = (uint32_t)s->text_count;
    s->texts[s->text_count++] = text;
    return true;
}

static const Source *find_source(const Source *s, const Clause *c)
{
    while (s && !source_gave_clause(s, c))
        s = s->next;
    return s;
}

uint32_t source_of_clause(const SourceTable *t, const Clause *c, uint32_t *line)
{
    const Source *s = find_source(t->loading, c);
    if (!s)
        s = find_source(t->loaded, c);
    if (!s)
        return ATOM_NONE;
    size_t range = find_born(s, c);
    uint64_t place = c->born - s->born[range].from;
    for (size_t i = 0; i < range; i++)
        place += s->born[i].to - s->born[i].from + 1;
    const LineRun *run = s->lines;
    while (place >= run->count)
        place -= run++->count;
    *line = run->line + run->step * (uint32_t)place;
    return s->texts[run->text];
}

/* ---- removing what an earlier load gave ---- */

static void remove_clauses_of(Program *p, const Source *s, Pred *pred)
{
    Candidates all = pred_all_clauses(pred); /* stays readable while clauses die */
    for (; all.next < all.end; all.next++)
        if ((*all.next)->died == GENERATION_NEVER && source_gave_clause(s, *all.next))
            (void)pred_remove_clause(p, *all.next);
}

/* Properties that a load gave in all its entries for a predicate. */
static uint32_t properties_of(const Source *s, const Pred *pred)
{
    uint32_t properties = 0;
    for (size_t i = 0; i < s->pred_count; i++)
        if (s->preds[i].pred == pred)
            properties |= s->preds[i].properties;
    return properties;
}

/* Removes what remains of an old entry at the end of a new load. */
static void drop_old(Program *p, const Source *s, const SourcePred *entry)
{
    Pred *pred = entry->pred;
    uint32_t gone = entry->properties ? entry->properties & ~properties_of(s, pred) : 0;
    if (pred->live > 0)
        remove_clauses_of(p, s->old, pred);
    if (gone & PRED_META)
        pred_set_meta(p, pred, NULL);
    pred->flags &= ~(gone & LOAD_PROPERTIES);
    bool defines = pred->load == s->load || (pred->flags & (PRED_DYNAMIC | PRED_MULTIFILE | PRED_DISCONTIGUOUS));
    if (pred->live == 0 && !defines && pred->file == s->file)
        pred_wipe(p, pred, pred->flags & PRED_EXPORTED);
    else
        pred_update_entry(pred);
}

/* ---- loads ---- */

static Source *take_loaded(SourceTable *t, uint32_t file)
{
    for (Source **link = &t->loaded; *link; link = &(*link)->next) {
        Source *s = *link;
        if (s->file == file) {
            *link = s->next;
            return s;
        }
    }
    return NULL;
}

bool source_begin(Program *p, SourceTable *t, uint32_t file)
{
    Source *s = alloc_zero(p->alloc, sizeof *s);
    if (!s)
        return false;
    if (!source_reads(p, s, file)) {
        source_free(p, s);
        return false;
    }
    s->file = file;
    s->load = ++p->load_count;
    s->old = take_loaded(t, file);
    s->next = t->loading;
    t->loading = s;
    return true;
}

void source_end(Program *p, SourceTable *t, uint32_t file)
{
    Source **link = &t->loading;
    while (*link && (*link)->file != file)
        link = &(*link)->next;
    Source *s = *link;
    if (!s)
        return;
    *link = s->next;
    for (size_t i = 0; s->old && i < s->old->pred_count; i++)
        drop_old(p, s, &s->old->preds[i]);
    source_free(p, s->old);
    s->old = NULL;
    source_free(p, take_loaded(t, file)); /* left by a load of the same file within this one */
    s->next = t->loaded;
    t->loaded = s;
}

/* ---- clauses and declarations ---- */

bool source_is_old(const Source *s, const Pred *pred)
{
    return s->old && pred->load != s->load && pred->file == s->file && find_pred(s->old, pred);
}

/* Removes the clauses that a first clause replaces. */
static void replace_clauses(Program *p, const Source *s, Pred *pred, SourceNotice *notice)
{
    if (pred->flags & (PRED_DYNAMIC | PRED_MULTIFILE)) {
        if (s->old && find_pred(s->old, pred))
            remove_clauses_of(p, s->old, pred);
        return;
    }
    if (pred->file != ATOM_NONE && pred->file != s->file)
        *notice = (SourceNotice){NOTICE_REDEFINED, pred->file, pred->line};
    pred_remove_all(p, pred);
}

bool source_claim(Program *p, Source *s, Pred *pred, uint32_t line, SourceNotice *notice)
{
    if (!VEC_RESERVE(p->alloc, s->born, s->born_capacity, s->born_count + 1) ||
        !VEC_RESERVE(p->alloc, s->lines, s->line_capacity, s->line_count + 1))
        return false;
    notice->kind = NOTICE_NONE;
    if (LIKELY(pred->load == s->load)) {
        if (s->last != pred && s->last && !(pred->flags & (PRED_DYNAMIC | PRED_DISCONTIGUOUS)) && pred->live > 0)
            notice->kind = NOTICE_DISCONTIGUOUS;
        return true;
    }
    if (s->old && (pred->flags & PRED_DISCONTIGUOUS))
        pred->flags &= ~(properties_of(s->old, pred) & ~properties_of(s, pred) & PRED_DISCONTIGUOUS);
    if (!add_pred(p, s, pred, 0))
        return false;
    if (pred->live > 0)
        replace_clauses(p, s, pred, notice);
    pred->load = s->load;
    pred->file = s->file;
    pred->line = line;
    return true;
}

void source_note_clause(Source *s, const Clause *clause, uint32_t line)
{
    note_line(s, line);
    s->last = clause->pred;
    if (s->born_count > 0 && s->born[s->born_count - 1].to + 1 == clause->born)
        s->born[s->born_count - 1].to = clause->born;
    else
        s->born[s->born_count++] = (GenerationRange){clause->born, clause->born};
}

bool source_note_properties(Source *s, Pred *pred, uint32_t properties)
{
    uint32_t before = pred->flags; /* properties that others gave are not this file's to take away */
    if (s->old)
        before &= ~properties_of(s->old, pred);
    if (pred->file == ATOM_NONE)
        pred->file = s->file;
    return add_pred(pred->module->program, s, pred, properties & ~before & LOAD_PROPERTIES);
}

/* ---- the table ---- */

static void mark_list(const Source *s, AtomTable *atoms)
{
    for (; s; s = s->next)
        for (size_t i = 0; i < s->text_count; i++)
            atom_mark(atoms, s->texts[i]);
}

void source_mark_atoms(const SourceTable *t, AtomTable *atoms)
{
    mark_list(t->loaded, atoms);
    mark_list(t->loading, atoms);
}

static void free_list(Program *p, Source *s)
{
    while (s) {
        Source *next = s->next;
        source_free(p, s->old);
        source_free(p, s);
        s = next;
    }
}

void source_table_free(Program *p, SourceTable *t)
{
    free_list(p, t->loading);
    free_list(p, t->loaded);
    *t = (SourceTable){NULL, NULL};
}
