/* notes.c - the atoms in notes.
 * SPDX-License-Identifier: MIT
 */
#include "compile/notes.h"

#include "db/module.h"

void notes_mark_atoms(AtomTable *atoms, const Clause *clause)
{
    const Code *notes = clause_notes(clause);
    for (uint32_t i = 0; i < clause->note_words; i++)
        if (note_names_atom(note_kind(notes[i])))
            atom_mark(atoms, note_argument(notes[i]));
}
