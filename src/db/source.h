/* source.h - which file gave a program its clauses and declarations.
 * SPDX-License-Identifier: MIT
 *
 * A Source is what one load of a file has defined. Clauses carry no origin: each has a generation of its own in which it was born, and
 * the clauses of a load are those born in certain ranges of generations, one for each stretch of clauses that nothing else came between.
 *
 * While a file is loaded again its earlier load is kept as `old`. The clauses of that go when the new load gives their predicate its
 * first clause, or at the end; so goals that run meanwhile find one of both.
 */
#ifndef HORN_DB_SOURCE_H
#define HORN_DB_SOURCE_H

#include "db/module.h"

typedef struct GenerationRange {
    Generation from, to; /* both included */
} GenerationRange;

/* The lines on which clauses begin that follow each other: line, line + step, and so on, of one text. */
typedef struct LineRun {
    uint32_t line, step, count;
    uint32_t text; /* which of Source.texts */
} LineRun;

typedef struct SourcePred {
    Pred *pred;
    uint32_t properties; /* PredFlags that this load has set */
} SourcePred;

typedef struct Source {
    uint32_t file;        /* atom */
    uint32_t load;        /* number of the load */
    struct Source *next;  /* another file; while loading: the load that this one interrupts */
    struct Source *old;   /* while loading: what the earlier load gave, or NULL */
    const Pred *last;     /* of the last clause */
    SourcePred *preds;    /* some may stand twice */
    size_t pred_count, pred_capacity;
    GenerationRange *born; /* ascending */
    size_t born_count, born_capacity;
    LineRun *lines; /* of the clauses in `born`, in the same order */
    size_t line_count, line_capacity;
    uint32_t *texts; /* atoms: the files that were read, this one first, then what it includes; one may stand twice */
    size_t text_count, text_capacity;
    uint32_t text;   /* which of them is read now */
} Source;

typedef struct SourceTable {
    Source *loaded;  /* one for each file */
    Source *loading; /* innermost first */
} SourceTable;

/* What the loader may want to say about a clause. */
typedef struct SourceNotice {
    enum { NOTICE_NONE, NOTICE_DISCONTIGUOUS, NOTICE_REDEFINED } kind;
    uint32_t file, line; /* NOTICE_REDEFINED: where the clauses that went came from */
} SourceNotice;

/* Begins a load of the file. False: memory. */
bool source_begin(Program *p, SourceTable *t, uint32_t file);
/* Ends the innermost load of the file: removes what the earlier load gave and this one did not. Nothing happens when there is none. */
void source_end(Program *p, SourceTable *t, uint32_t file);
/* The innermost load of the file, or NULL. */
static inline Source *source_loading(const SourceTable *t, uint32_t file)
{
    Source *s = t->loading;
    while (s && s->file != file)
        s = s->next;
    return s;
}
/* To be called before a clause is added to a static or dynamic predicate of the module's own. The first clause that a load gives removes
 * those of the earlier load, and those of all others unless the predicate is multifile or dynamic. False: memory. */
bool source_claim(Program *p, Source *s, Pred *pred, uint32_t line, SourceNotice *notice);
/* Notes that the clause on that line was added; the room was made by source_claim. */
void source_note_clause(Source *s, const Clause *clause, uint32_t line);
/* To be called before declared properties (PredFlags, and PRED_META) are given to a predicate. False: memory. */
bool source_note_properties(Source *s, Pred *pred, uint32_t properties);
/* The last load of the file that is over, or NULL. */
static inline const Source *source_loaded(const SourceTable *t, uint32_t file)
{
    const Source *s = t->loaded;
    while (s && s->file != file)
        s = s->next;
    return s;
}
/* True when the clause was born during the load. */
bool source_gave_clause(const Source *s, const Clause *c);
/* The file that a clause stands in, which may be an included one, and the line on which it begins; ATOM_NONE when no load gave it. */
uint32_t source_of_clause(const SourceTable *t, const Clause *c, uint32_t *line);
/* Says that clauses come from another file now: one that is included, or the one that includes it again. False: memory. */
bool source_reads(Program *p, Source *s, uint32_t text);
/* True when the clauses that a predicate has come from the earlier load of the file. */
bool source_is_old(const Source *s, const Pred *pred);
void source_mark_atoms(const SourceTable *t, AtomTable *atoms);
void source_table_free(Program *p, SourceTable *t);

#endif
