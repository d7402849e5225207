/* index_int.h - what the indexes of a predicate are made of.
 * SPDX-License-Identifier: MIT
 *
 * A small predicate has a key matrix, which the caller compares row by row. A larger one has hash indexes:
 *
 *     Index (arguments 0 and 2) -> table | key | Clause *           |   the only clause with this key
 *                                        | key | ClauseArray * | 1  |   several, in clause order
 *                                        | key | 0              |   none any more
 *                               -> vars     clauses with a variable there, in order: all that keys not in the table can match
 *
 * Clauses with a variable in an indexed argument are merged into every array. A plan remembers what is known about the arguments and
 * which index serves which set of bound arguments.
 *
 * Invariant: only clauses in the predicate's list array, alive or dead, are referred to; dead ones only from arrays (dirty).
 */
#ifndef HORN_DB_INDEX_INT_H
#define HORN_DB_INDEX_INT_H

#include "db/clause_array.h"
#include "db/index.h"
#include "db/neck.h"

/* Lists up to this long are not indexed. */
#define MATRIX_ROWS 32u
/* The same for dynamic predicates, whose matrix may have to be made often. */
#define MATRIX_ROWS_DYNAMIC 8u
#define MATRIX_COLUMNS      4u
/* Arguments that indexes look at. */
#define INDEX_PLAIN 16u
/* The first of these also by what stands first inside them: `INDEX_PLAIN + i` means the key of argument i joined with that of its first
 * part. */
#define INDEX_DEEP    8u
#define INDEX_ARGS    (INDEX_PLAIN + INDEX_DEEP)
#define INDEX_COLUMNS 3u

/* Keys of the arguments of a small predicate that tell its clauses apart, those that tell most first. Rows are the clauses in list
 * order, dead ones included; sets of rows are bit masks. Each column is an open-addressed table from key to the rows it allows. */
typedef struct KeySlot {
    Cell key; /* 0: free */
    uint32_t rows;
} KeySlot;

typedef struct KeyMatrix {
    uint32_t columns, rows, slots; /* slots of a column: a power of two */
    uint32_t args[MATRIX_COLUMNS];
    uint32_t variable_rows[MATRIX_COLUMNS]; /* rows with a variable in that argument */
    uint32_t guarded;                       /* rows whose code begins with a test that fails the clause */
    Cell first_keys[2];                     /* column 0 of the first two rows */
    uint16_t neck[MATRIX_ROWS];             /* clause_neck of each row */
    const Code *code[MATRIX_ROWS];          /* `rows` of them are there, then the tables */
} KeyMatrix;

static inline const KeySlot *matrix_table(const KeyMatrix *m, uint32_t column)
{
    return (const KeySlot *)(const void *)(m->code + m->rows) + (size_t)column * m->slots;
}

typedef struct IndexSet {
    KeyMatrix *matrix;  /* NULL while it is out of date or not made */
    KeyMatrix *storage; /* owned; room of `storage_bytes` */
    size_t storage_bytes;
    struct IndexPlan *plan;
} IndexSet;

/* The matrix of a predicate with at most MATRIX_ROWS clauses in its list, made when it is missing or out of date. No columns: nothing
 * tells the clauses apart. NULL: too many clauses, or no memory; then all clauses are candidates. */
KeyMatrix *index_matrix(Alloc *alloc, Pred *pred);
static inline bool matrix_suits(const Pred *pred)
{
    return pred->clauses.count <= (pred_is_dynamic(pred) ? MATRIX_ROWS_DYNAMIC : MATRIX_ROWS);
}
static inline const KeyMatrix *pred_matrix(Alloc *alloc, Pred *pred)
{
    return LIKELY(pred->indexes && pred->indexes->matrix) ? pred->indexes->matrix : index_matrix(alloc, pred);
}

static inline uint32_t matrix_all_rows(const KeyMatrix *m)
{
    return (uint32_t)((UINT64_C(1) << m->rows) - 1);
}

static inline size_t matrix_slot(Cell key, uint32_t slots)
{
    return (size_t)((key * UINT64_C(0x9e3779b97f4a7c15)) >> 40) & (slots - 1);
}

/* The rows that a key (not 0) in this column allows. */
static inline uint32_t matrix_column(const KeyMatrix *m, uint32_t column, Cell key)
{
    const KeySlot *table = matrix_table(m, column);
    for (size_t i = matrix_slot(key, m->slots);; i = (i + 1) & (m->slots - 1)) {
        if (table[i].key == key)
            return table[i].rows;
        if (table[i].key == 0)
            return m->variable_rows[column];
    }
}

/* The rows that allow a call with these keys (one per column, 0 for a variable). */
static inline uint32_t matrix_rows(const KeyMatrix *m, const Cell *call)
{
    uint32_t rows = matrix_all_rows(m);
    for (uint32_t column = 0; column < m->columns; column++)
        if (call[column])
            rows &= matrix_column(m, column, call[column]);
    return rows;
}

/* The first row from `row` on that allows a call with these keys; `rows` when there is none. */
static inline uint32_t matrix_next(const KeyMatrix *m, const Cell *call, uint32_t row)
{
    uint32_t rows = row < m->rows ? matrix_rows(m, call) >> row << row : 0;
    return rows ? (uint32_t)__builtin_ctz(rows) : m->rows;
}

/* Has calls of a predicate with a valid matrix start by it (ENTER_ONE, ENTER_TWO, ENTER_LIST, ENTER_MATRIX), until the list changes. */
void pred_set_matrix_entry(Pred *pred);

/* ---- hash indexes (index_table.c) ---- */

typedef struct IndexSlot {
    Cell key; /* 0: free */
    uintptr_t value;
} IndexSlot;

typedef struct IndexTable {
    Block block;
    size_t capacity; /* a power of two */
    IndexSlot slots[];
} IndexTable;

typedef struct Index {
    struct Index *next;
    uint32_t columns;
    uint32_t args[INDEX_COLUMNS]; /* ascending */
    uint32_t mask;                /* bit per argument */
    bool dirty;                   /* arrays may refer to dead clauses */
    IndexTable *table;
    size_t used;                  /* slots with a key */
    size_t filled;                /* of these, with clauses */
    ClauseArray *vars;            /* NULL when there never were any */
    double expected;              /* candidates that the key of a random clause finds, as it was when built */
} Index;

/* The key of these argument keys together; 0 when one of them is. */
static inline Cell index_key(const Index *index, const Cell *argument_keys)
{
    Cell key = argument_keys[index->args[0]];
    for (uint32_t i = 1; i < index->columns; i++) {
        Cell other = argument_keys[index->args[i]];
        if (key == 0 || other == 0)
            return 0;
        key = (key ^ key >> 31) * 0x9E3779B97F4A7C15u + (other ^ other >> 29) * 0xD6E8FEB86659FD93u;
        key |= 1;
    }
    return key;
}

/* Builds an index on the arguments in `mask`. NULL: memory, or not worth it since variables abound (*hopeless is set then). */
Index *index_build(Alloc *alloc, const Pred *pred, uint32_t mask, bool *hopeless);
/* Retires all memory of an index. */
void index_discard(Pred *pred, Index *index);
Candidates index_find(const Index *index, Cell key);
/* Each is false when the index cannot be kept up to date and must be discarded. */
bool index_insert(Alloc *alloc, Pred *pred, Index *index, Clause *clause, bool at_end);
bool index_note_dead(Alloc *alloc, Pred *pred, Index *index, Clause *clause);
bool index_purge(Alloc *alloc, Pred *pred, Index *index, Clause *clause);

/* ---- choosing an index (index.c) ---- */

typedef struct ArgumentStats {
    bool known;
    double expected; /* candidates for the key of a random clause, variables included */
} ArgumentStats;

typedef struct Decision {
    uint32_t bound; /* mask of bound arguments; 0: free */
    Index *index;   /* NULL: the whole list */
} Decision;

#define PLAN_DECISIONS 16u
#define PLAN_REJECTED  16u

typedef struct IndexPlan {
    Index *indexes;
    ArgumentStats stats[INDEX_ARGS];
    uint32_t assessed_live; /* live clauses when the stats were taken */
    uint32_t useless;       /* mask of arguments known to tell little */
    uint32_t next_rejected;
    uint32_t drops;         /* indexes lost to clauses with variables */
    size_t walked;          /* candidates that goals looked at in vain */
    bool is_eager;          /* they were so many that any index is better than none */
    uint32_t wait;          /* calls that are to do without an index before one is built again */
    Decision decisions[PLAN_DECISIONS]; /* direct-mapped by mask */
    uint32_t rejected[PLAN_REJECTED]; /* masks of indexes that were built and found useless */
} IndexPlan;

#endif
