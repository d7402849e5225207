/* gc_atoms.c - the collection of atoms.
 * SPDX-License-Identifier: MIT
 */
#include "vm/gc.h"

#include "base/os.h"
#include "vm/gc_scan.h"

static void mark_words(void *context, const Cell *from, const Cell *end)
{
    AtomTable *atoms = context;
    for (; from < end; from++) {
        Cell c = *from;
        if (cell_tag(c) == TAG_ATM && cell_sub(c) <= SUB_FUNCTOR)
            atom_mark(atoms, cell_atom(c)); /* the name of a functor word stands in the same place */
    }
}

static void mark_record(AtomTable *atoms, const Record *record)
{
    if (record)
        record_mark_atoms(atoms, record);
}

static void mark_engine(AtomTable *atoms, Engine *e)
{
    gc_scan_engine(e, mark_words, atoms);
    for (const Findall *f = e->findall; f; f = f->outer)
        findall_mark_atoms(atoms, f);
    mark_record(atoms, e->pending);
    mark_record(atoms, e->ball_record);
    mark_record(atoms, e->backtrace);
}

size_t gc_collect_atoms(Machine *m)
{
    AtomTable *atoms = &m->atoms;
    uint64_t start = os_wall_time_ns();
    program_mark_atoms(&m->program);
    source_mark_atoms(&m->sources, atoms);
    flags_mark_atoms(&m->flags, atoms);
    stream_table_mark_atoms(&m->streams);
    arith_mark_atoms(&m->arith, atoms);
    for (Engine *e = m->engines; e; e = e->next)
        mark_engine(atoms, e);
    for (GcRoots *r = m->roots; r; r = r->next)
        if (r->mark_atoms)
            r->mark_atoms(r->user, atoms);
    if (m->mark_globals)
        m->mark_globals(m);
    stream_table_close_unmarked(&m->streams);
    size_t gone = atom_sweep(atoms);
    m->atom_collections++;
    m->collected_atoms += gone;
    m->atom_collection_time_ns += os_wall_time_ns() - start;
    return gone;
}
