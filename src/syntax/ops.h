/* ops.h - operator tables.
 * SPDX-License-Identifier: MIT
 *
 * A table tells for an atom its priority and type as prefix, infix and postfix operator. Tables inherit: what a table says nothing
 * about, its parent decides; saying "priority 0" hides the parent's operator. The root of a machine holds ops.def.
 */
#ifndef HORN_SYNTAX_OPS_H
#define HORN_SYNTAX_OPS_H

#include "term/atom.h"

#define OP_PRIORITY_MAX      1200u
#define OP_PRIORITY_ARGUMENT 999u /* of arguments and list elements */
#define OP_PRIORITY_COMMA    1000u

typedef enum OpType { OP_XFX, OP_XFY, OP_YFX, OP_FY, OP_FX, OP_XF, OP_YF } OpType;
typedef enum OpKind { OP_PREFIX, OP_INFIX, OP_POSTFIX } OpKind;
#define OP_KINDS 3

typedef struct Op {
    uint16_t priority; /* 1..1200; 0: no operator */
    uint8_t type;      /* OpType */
    bool is_set;       /* in a table's own entry: the parent is not asked */
} Op;

/* What an atom is as an operator, indexed by OpKind. */
typedef struct OpSet {
    Op kinds[OP_KINDS];
} OpSet;

typedef struct OpEntry {
    uint32_t atom; /* ATOM_NONE: free */
    OpSet ops;
} OpEntry;

typedef struct OpTable {
    Alloc *alloc;
    const struct OpTable *parent; /* borrowed; NULL at the root */
    OpEntry *entries;             /* open addressing */
    size_t count, capacity;       /* capacity is 0 or a power of two */
} OpTable;

/* Why op/3 must refuse; the errors are those of 8.14.3.3 and its Cor.2. */
typedef enum OpCheck {
    OP_CHECK_OK,
    OP_CHECK_PRIORITY,    /* domain_error(operator_priority, Priority) */
    OP_CHECK_MODIFY,      /* permission_error(modify, operator, Name): the comma */
    OP_CHECK_CREATE       /* permission_error(create, operator, Name): [] {} | or infix against postfix */
} OpCheck;

static inline OpKind op_type_kind(OpType type)
{
    return type <= OP_YFX ? OP_INFIX : type <= OP_FX ? OP_PREFIX : OP_POSTFIX;
}
/* Greatest priority of the left and of the right argument. */
static inline unsigned op_left_max(Op op)
{
    return op.type == OP_YFX || op.type == OP_YF ? op.priority : op.priority - 1u;
}
static inline unsigned op_right_max(Op op)
{
    return op.type == OP_XFY || op.type == OP_FY ? op.priority : op.priority - 1u;
}
/* "xfx" and so on, a constant. */
const char *op_type_name(OpType type);
bool op_type_from_name(const char *name, size_t length, OpType *type);

/* An empty table; allocates nothing. `parent` may be NULL and must live as long. */
void op_table_init(OpTable *t, Alloc *alloc, const OpTable *parent);
void op_table_free(OpTable *t);
/* Enters ops.def. False: memory. */
NODISCARD bool op_table_add_defaults(OpTable *t, AtomTable *atoms);

/* All that an atom is in this table and its parents. False when it is no operator at all. */
bool op_table_find(const OpTable *t, uint32_t atom, OpSet *set);
/* One kind; false when the atom is no such operator. */
bool op_table_lookup(const OpTable *t, uint32_t atom, OpKind kind, Op *op);
static inline bool op_table_is_op(const OpTable *t, uint32_t atom)
{
    OpSet set;
    return op_table_find(t, atom, &set);
}

/* Whether op(priority, type, atom) may be done in this table. */
OpCheck op_table_check(const OpTable *t, uint32_t atom, unsigned priority, OpType type);
/* Does it, unchecked. Priority 0 removes, also what a parent says. False: memory. */
NODISCARD bool op_table_set(OpTable *t, uint32_t atom, unsigned priority, OpType type);

/* Walks over the operators visible from a table, each once, in no order:
 *     for (OpIterator i = op_iterator(t); op_iterator_next(&i, &atom, &op);) */
typedef struct OpIterator {
    const OpTable *top, *table;
    size_t entry;
    unsigned kind;
} OpIterator;

static inline OpIterator op_iterator(const OpTable *t)
{
    return (OpIterator){t, t, 0, 0};
}
bool op_iterator_next(OpIterator *i, uint32_t *atom, Op *op);

/* Marks the atoms of the table's own entries. */
void op_table_mark_atoms(AtomTable *atoms, const OpTable *t);

#endif
