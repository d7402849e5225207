/* main.c - the command `horn`: opens a machine and hands the command line to lib/boot/toplevel.pl.
 * SPDX-License-Identifier: MIT
 */
#include "base/os.h"
#include "boot/boot.h"
#include "cli/lineedit.h"
#include "vm/control.h"
#include "vm/run.h"

#include <signal.h>
#include <stdio.h>

/* The engine that Ctrl-C interrupts: the one thing a signal handler can only find in a global. */
static Engine *volatile interrupted_engine;

static void on_interrupt(int signal)
{
    (void)signal;
    if (interrupted_engine)
        engine_interrupt(interrupted_engine);
}

/* '$main'([Argument, ...]); argument texts that are not valid UTF-8 are left out. */
static Cell main_goal(Engine *e, int argc, char **argv)
{
    Store *s = &e->store;
    Cell list = cell_from_atom(ATOM_nil);
    for (int i = argc - 1; i > 0; i--) {
        uint32_t atom = atom_intern_string(&e->machine->atoms, argv[i]);
        if (atom != ATOM_NONE)
            list = heap_push_pair(s, cell_from_atom(atom), list);
    }
    Cell goal = heap_push_struct(s, cell_from_functor(atom_intern_string(&e->machine->atoms, "$main"), 1));
    str_cells(goal)[1] = list;
    return goal;
}

int main(int argc, char **argv)
{
    Machine *m = machine_new(os_memory_limit());
    Engine *e = m ? machine_boot(m) : NULL;
    if (!e) {
        fprintf(stderr, "horn: the system cannot be started\n");
        return 1;
    }
    interrupted_engine = e;
    LineEditor *editor = lineedit_attach(m);
    struct sigaction action = {.sa_handler = on_interrupt}; /* no SA_RESTART: a read that waits for the terminal ends */
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, NULL);
    signal(SIGPIPE, SIG_IGN);
    engine_start(e, m->program.system, main_goal(e, argc, argv));
    Status s = engine_run(e);
    int status = s == ST_HALT ? m->halt_status : s == ST_TRUE ? 0 : 1;
    if (s == ST_ERROR)
        fprintf(stderr, "horn: uncaught error in the toplevel\n");
    (void)stream_flush(m->streams.user_output);
    (void)stream_flush(m->streams.user_error);
    interrupted_engine = NULL;
    lineedit_detach(editor);
    machine_free(m);
    return status;
}
