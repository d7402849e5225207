/* fuzz_format.c - format/3 with any string and any arguments: a text or an error, never a crash.
 * SPDX-License-Identifier: MIT
 *
 * The first byte chooses the sink and how many arguments there are, the second says how long the string is; then come the arguments
 * (machine.h) and the string.
 */
#include "machine.h"

#define ARGUMENTS_MAX 8u

/* format(Sink, String, Arguments) */
static Cell push_goal(FuzzMachine *f, Bytes *b)
{
    static const char *const sinks[] = {"atom", "string", "codes", "chars"};
    Store *s = &f->e->store;
    uint8_t first = take_byte(b), kind = take_byte(b);
    Cell arguments[ARGUMENTS_MAX], list = cell_from_atom(ATOM_nil);
    unsigned count = first / 4 % (ARGUMENTS_MAX + 1);
    for (unsigned i = 0; i < count; i++)
        arguments[i] = take_argument(f, b);
    if (count == 1 && first & 0x80)
        list = arguments[0];
    else
        for (unsigned i = count; i-- > 0;)
            list = heap_push_pair(s, arguments[i], list);
    Buf text;
    buf_init(&text, &f->m->alloc);
    put_text(&text, take_some(b, SIZE_MAX));
    require(!text.failed, "no memory for a text");
    Cell string = kind % 3 == 0   ? string_push(s, text.data ? text.data : "", text.length)
                  : kind % 3 == 1 ? text_push(s, text.data ? text.data : "", text.length, cell_from_atom(ATOM_nil))
                                  : push_list(s, text.data, text.length, true, cell_from_atom(ATOM_nil));
    buf_free(&text);
    Cell sink = heap_push_struct(s, cell_from_functor(atom_intern_string(&f->m->atoms, sinks[first % ARRAY_LENGTH(sinks)]), 1));
    str_cells(sink)[1] = 0;
    str_cells(sink)[1] = heap_push_var(s);
    Cell goal = heap_push_struct(s, cell_from_functor(atom_intern_string(&f->m->atoms, "format"), 3));
    str_cells(goal)[1] = sink;
    str_cells(goal)[2] = string;
    str_cells(goal)[3] = list;
    return goal;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static FuzzMachine f;
    Bytes b = {data, data + size};
    if (size < 2 || size > 4096)
        return 0;
    fuzz_machine_next(&f);
    Cell goal = push_goal(&f, &b);
    (void)fuzz_run(&f, goal, 2, NULL);
    return 0;
}
