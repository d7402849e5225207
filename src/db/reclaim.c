/* reclaim.c - what becomes of dead clauses, replaced arrays and atoms; and the end of a program.
 * SPDX-License-Identifier: MIT
 */
#include "base/vec.h"
#include "db/clause_array.h"
#include "db/index.h"
#include "db/module.h"

/* ---- retired clauses and blocks ---- */

void program_retire_block(Program *p, Block *block)
{
    block->next = p->retired_blocks;
    p->retired_blocks = block;
    p->retired_bytes += block->bytes;
}

/* Frees the clauses that nothing marked; clears the marks of the others. */
static void sweep_clauses(Program *p)
{
    size_t kept = 0;
    for (size_t i = 0; i < p->retired_clause_count; i++) {
        Clause *c = p->retired_clauses[i];
        if (c->marked) {
            c->marked = 0;
            p->retired_clauses[kept++] = c;
        } else {
            p->retired_bytes -= clause_bytes(c);
            clause_free(p, c);
        }
    }
    p->retired_clause_count = kept;
    if (kept == 0) {
        VEC_FREE(p->alloc, p->retired_clauses, p->retired_clause_capacity);
        p->retired_clauses = NULL;
        p->retired_clause_capacity = 0;
    }
}

void program_reclaim(Program *p, bool (*block_in_use)(void *user, const void *block, size_t bytes), void *user)
{
    sweep_clauses(p);
    Block **link = &p->retired_blocks;
    while (*link) {
        Block *block = *link;
        if (block_in_use && block_in_use(user, block, block->bytes)) {
            link = &block->next;
            continue;
        }
        *link = block->next;
        p->retired_bytes -= block->bytes;
        block_free(p->alloc, block);
    }
}

Clause *program_clause_at(const Program *p, const void *address)
{
    Clause *c = clause_map_find(&p->constants, address);
    if (!c)
        return NULL;
    const Cell *constants = clause_constants(c);
    const Cell *at = address;
    return at >= constants && at < constants + c->constant_words ? c : NULL;
}

/* ---- atoms ---- */

/* Marks the atom in an atom cell or the name in a functor word; other words hold none. */
static void mark_cell(AtomTable *atoms, Cell c)
{
    if (cell_is_atom(c))
        atom_mark(atoms, cell_atom(c));
    else if (cell_is_functor(c))
        atom_mark(atoms, functor_name(c));
}

/* Marks a word of code by its operand kind. */
static void mark_operand(AtomTable *atoms, OperandKind kind, Code word)
{
    if (kind == K_CELL || kind == K_FUNCTOR)
        mark_cell(atoms, word);
}

/* Where the instructions end: at the first long slot map, if some instruction has one, else at the end of the code. */
static const Code *nearer_map(const Code *end, OperandKind kind, const Code *word)
{
    if (kind != K_INFO || !info_is_long(*word))
        return end;
    const Code *map = info_long_map(word);
    return map < end ? map : end;
}

static void mark_code(AtomTable *atoms, const Clause *c)
{
    const Code *end = c->code + c->code_words;
    for (const Code *pc = c->code; pc < end;) {
        if (code_op(*pc) >= INSTR_COUNT)
            return;
        const InstrInfo *info = &instr_info[code_op(*pc)];
        if (pc + info->words > end)
            return;
        if (info->b == K_ATOM)
            atom_mark(atoms, (uint32_t)code_imm(*pc));
        if (info->words > 1) {
            mark_operand(atoms, info->w1, pc[1]);
            end = nearer_map(end, info->w1, pc + 1);
        }
        if (info->words > 2) {
            mark_operand(atoms, info->w2, pc[2]);
            end = nearer_map(end, info->w2, pc + 2);
        }
        pc += info->words;
    }
}

static void mark_constants(AtomTable *atoms, const Clause *c)
{
    const Cell *at = clause_constants(c), *end = at + c->constant_words;
    while (at < end) {
        if (!cell_is_raw(*at)) {
            mark_cell(atoms, *at++);
            continue;
        }
        if ((c->flags & CLAUSE_BIG) && raw_kind(*at) == RAW_BLOB) /* the clause as a record */
            record_mark_atoms(atoms, (const Record *)(const void *)(at + 1));
        at += 1 + raw_words(*at);
    }
}

void clause_mark_atoms(const Program *p, const Clause *clause)
{
    mark_code(p->atoms, clause);
    mark_constants(p->atoms, clause);
    if (p->notes_mark_atoms && clause->note_words > 0)
        p->notes_mark_atoms(p->atoms, clause);
}

/* The argument modes of a meta predicate: a structure of atomic cells. */
static void mark_meta(AtomTable *atoms, Cell meta)
{
    if (meta == 0 || !cell_is_str(meta))
        return;
    const Cell *cells = str_cells(meta);
    for (uint32_t i = 0; i <= functor_arity(cells[0]); i++)
        mark_cell(atoms, cells[i]);
}

/* The array behind a predicate's list, dead clauses at its ends included. */
static const ClauseArray *array_of(const Pred *pred)
{
    if (!pred->clauses.items)
        return NULL;
    return (const ClauseArray *)(uintptr_t)((const char *)pred->clauses.items - offsetof(ClauseArray, items));
}

static void mark_pred(const Program *p, const Pred *pred)
{
    mark_cell(p->atoms, pred->functor);
    atom_mark(p->atoms, pred->file);
    mark_meta(p->atoms, pred->meta);
    const ClauseArray *a = array_of(pred);
    for (uint32_t i = a ? a->low : 0; i < (a ? a->high : 0); i++)
        clause_mark_atoms(p, a->items[i]);
}

void program_mark_atoms(Program *p)
{
    for (Module *m = p->modules; m; m = m->next) {
        atom_mark(p->atoms, m->name);
        atom_mark(p->atoms, m->file);
        op_table_mark_atoms(p->atoms, &m->ops);
        for (size_t i = 0; i < m->pred_capacity; i++)
            if (m->preds[i])
                mark_pred(p, m->preds[i]);
    }
    for (size_t i = 0; i < p->retired_clause_count; i++)
        clause_mark_atoms(p, p->retired_clauses[i]);
    if (p->linker)
        p->linker->mark_atoms(p->linker, p->atoms);
}

/* ---- the end ---- */

static void pred_free(Program *p, Pred *pred)
{
    index_drop(p->alloc, pred);
    (void)pred_set_meta(p, pred, NULL);
    ClauseArray *a = (ClauseArray *)(uintptr_t)array_of(pred);
    for (uint32_t i = a ? a->low : 0; i < (a ? a->high : 0); i++)
        clause_free(p, a->items[i]);
    block_free(p->alloc, a);
    alloc_free(p->alloc, pred, sizeof *pred);
}

static void module_free(Program *p, Module *m)
{
    for (size_t i = 0; i < m->pred_capacity; i++)
        if (m->preds[i])
            pred_free(p, m->preds[i]);
    alloc_free(p->alloc, m->preds, m->pred_capacity * sizeof m->preds[0]);
    VEC_FREE(p->alloc, m->exports, m->export_capacity);
    VEC_FREE(p->alloc, m->bases, m->base_capacity);
    op_table_free(&m->ops);
    alloc_free(p->alloc, m, sizeof *m);
}

static void free_retired(Program *p)
{
    for (size_t i = 0; i < p->retired_clause_count; i++)
        clause_free(p, p->retired_clauses[i]);
    VEC_FREE(p->alloc, p->retired_clauses, p->retired_clause_capacity);
    while (p->retired_blocks) {
        Block *block = p->retired_blocks;
        p->retired_blocks = block->next;
        block_free(p->alloc, block);
    }
}

void program_free(Program *p)
{
    while (p->modules) {
        Module *m = p->modules;
        p->modules = m->next;
        module_free(p, m);
    }
    cell_map_free(&p->modules_by_name);
    free_retired(p);
    if (p->linker)
        p->linker->free(p->linker, p);
    clause_map_free(&p->constants, p->alloc);
    reference_table_free(&p->references, p->alloc);
    *p = (Program){.alloc = p->alloc, .atoms = p->atoms};
}
