/* run.c - starting and resuming a run.
 * SPDX-License-Identifier: MIT
 */
#include "vm/run.h"

#include "vm/control.h"
#include "vm/stubs.h"

Status engine_run(Engine *e)
{
    Status s;
    Alloc *alloc = &e->machine->alloc;
    const Stop *outer = alloc->stop;
    alloc->stop = &e->stop;
    do {
        e->loop_is_checked = e->store.occurs_check != OCCURS_IGNORED;
        engine_set_limit(e);
        s = e->loop_is_checked ? loop_checked(e) : loop_plain(e);
    } while (s == ST_SWITCH);
    alloc->stop = outer;
    return s;
}

void engine_start(Engine *e, Module *module, Cell goal)
{
    Cell qualified = heap_push_struct(&e->store, cell_from_functor(ATOM_CHAR(':'), 2));
    str_cells(qualified)[1] = cell_from_atom(module->name);
    str_cells(qualified)[2] = goal;
    e->X[0] = qualified;
    e->CP = stub_answer.code;
    e->P = e->machine->call_entry;
    e->cut_barrier = e->B;
}

void engine_backtrack(Engine *e)
{
    static const Code fail[1] = {I_FAIL};
    e->P = fail;
}
