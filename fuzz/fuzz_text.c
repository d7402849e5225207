/* fuzz_text.c - the builtins on text with any arguments: answers or an error, never a crash.
 * SPDX-License-Identifier: MIT
 *
 * The first byte chooses a builtin, the rest makes its arguments (machine.h). Of all answers that it gives, those of a text taken apart
 * must have parts whose lengths add up.
 */
#include "machine.h"

/* clang-format off */
static const struct {
    const char *name;
    uint32_t arity;
} builtins[] = {
    {"atom_length", 2}, {"atom_concat", 3}, {"sub_atom", 5}, {"sub_atom", 5}, {"atom_chars", 2}, {"atom_codes", 2}, {"char_code", 2},
    {"number_chars", 2}, {"number_codes", 2}, {"atom_number", 2}, {"upcase_atom", 2}, {"downcase_atom", 2}, {"atomic_list_concat", 2},
    {"atomic_list_concat", 3}, {"string_length", 2}, {"text_length", 2}, {"string_concat", 3}, {"text_concat", 3}, {"sub_string", 5},
    {"string_code", 3}, {"string_chars", 2}, {"string_codes", 2}, {"string_to_atom", 2}, {"atom_string", 2}, {"number_string", 2},
    {"text_to_string", 2}, {"string_upper", 2}, {"string_lower", 2}, {"sub_atom_icasechk", 3}, {"collation_key", 2}, {"normalize_space", 2},
    {"string_bytes", 3}, {"split_string", 4}, {"split_string", 4}, {"char_type", 2}, {"code_type", 2}, {"term_to_atom", 2}, {"term_string", 2},
    {"atom_to_term", 3}, {"read_term_from_atom", 3}, {"sformat", 3}, {"text_concat", 3}, {"string_code", 3}, {"char_type", 2}, {"$sha1", 2},
    {"$squeeze_text", 2}, {"open_string", 2}, {"sort", 2}, {"msort", 2}, {"=..", 2}, {"length", 2}, {"copy_term", 2}, {"atomics_to_string", 2},
    {"term_variables", 2}, {"number_vars", 3}, {"functor", 3}, {"arg", 3}, {"compare", 3}, {"@<", 2}, {"=", 2}, {"is_list", 1}, {"ground", 1},
    {"tab", 1}, {"writeq", 1}, {"print", 1}, {"write_canonical", 1}, {"write_term", 2}, {"char_conversion", 2}, {"op", 3}, {"current_op", 3},
};
/* clang-format on */

/* True of Length arguments that are integers: Before + Length + After is the length of what was taken apart. */
static void check_parts(FuzzMachine *f, Cell goal)
{
    const Cell *args = str_cells(goal);
    int64_t sum = 0;
    for (unsigned i = 2; i <= 4; i++) {
        Cell c = cell_deref(args[i]);
        require(cell_is_int(c), "a part of a text without a length");
        sum += cell_int(c);
    }
    Cell whole = cell_deref(args[1]);
    if (cell_is_atom(whole))
        require(sum == (int64_t)atom_length(&f->m->atoms, cell_atom(whole)), "the parts are not the whole");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static FuzzMachine f;
    Bytes b = {data, data + size};
    if (size == 0 || size > 4096)
        return 0;
    fuzz_machine_next(&f);
    Store *s = &f.e->store;
    size_t which = take_byte(&b) % ARRAY_LENGTH(builtins);
    uint32_t arity = builtins[which].arity;
    Cell goal = heap_push_struct(s, cell_from_functor(atom_intern_string(&f.m->atoms, builtins[which].name), arity)), args[5];
    for (uint32_t i = 0; i < arity; i++)
        args[i] = take_argument(&f, &b);
    memcpy(str_cells(goal) + 1, args, arity * sizeof(Cell));
    if (fuzz_run(&f, goal, FUZZ_ANSWERS, NULL) == ST_TRUE && arity == 5)
        check_parts(&f, goal);
    return 0;
}
