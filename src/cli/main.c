/* main.c - the command `horn`: opens a machine and hands the command line to lib/boot/toplevel.pl.
 * SPDX-License-Identifier: MIT
 */
#include "base/os.h"
#include "boot/boot.h"
#include "cli/lineedit.h"
#include "vm/control.h"
#include "vm/run.h"

#include <ctype.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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

/* The bytes that --limit-memory asks for: a number, of KiB, MiB or GiB with K, M or G behind it. 0 when it is not there or not a size, which
 * lib/boot/toplevel.pl complains of. The machine needs it before it can run any Prolog. */
static size_t wanted_memory(int argc, char **argv)
{
    static const char units[] = "KMG";
    size_t bytes = 0;
    for (int i = 1; i + 1 < argc && strcmp(argv[i], "--") != 0; i++) {
        if (strcmp(argv[i], "--limit-memory") != 0)
            continue;
        char *end;
        unsigned long long count = strtoull(argv[i + 1], &end, 10);
        const char *unit = *end != '\0' ? strchr(units, *end) : NULL;
        unsigned shift = unit ? 10 * (unsigned)(unit - units + 1) : 0;
        bool is_size = isdigit((unsigned char)argv[i + 1][0]) && (unit ? end[1] == '\0' : *end == '\0') && count <= SIZE_MAX >> shift;
        bytes = is_size ? (size_t)count << shift : 0;
    }
    return bytes;
}

int main(int argc, char **argv)
{
    size_t memory = wanted_memory(argc, argv);
    Machine *m = machine_new(memory != 0 ? memory : os_memory_limit());
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
