/* registry.c - all builtin predicates: one row for each file that has a table.
 * SPDX-License-Identifier: MIT
 */
#include "builtins/builtin.h"
#include "builtins/control.h"
#include "builtins/globals.h"

extern const Builtin builtins_arith[], builtins_atom[], builtins_char[], builtins_char_type[], builtins_clause[], builtins_compare[],
    builtins_control[], builtins_environment[], builtins_file[], builtins_flag[], builtins_format[], builtins_global[], builtins_limit[],
    builtins_load[], builtins_module[], builtins_op[], builtins_read_text[], builtins_reference[], builtins_statistics[], builtins_stream[],
    builtins_stream_text[], builtins_term[], builtins_termio[], builtins_text[], builtins_type[], builtins_variables[], builtins_vm[];

const Builtin *const builtin_tables[] = {
    builtins_type,        builtins_compare,   builtins_term,        builtins_arith,
    builtins_atom,        builtins_text,      builtins_char_type,   builtins_global,
    builtins_flag,        builtins_op,        builtins_char,        builtins_stream,
    builtins_termio,      builtins_format,    builtins_file,        builtins_statistics,
    builtins_control,     builtins_clause,    builtins_load,        builtins_module,
    builtins_vm,          builtins_read_text, builtins_stream_text, builtins_reference,
    builtins_environment, builtins_variables, builtins_limit,       NULL,
};

/* The arity of a row: the number of words that describe its arguments. */
static uint32_t row_arity(const char *arguments)
{
    uint32_t arity = 0;
    for (const char *p = arguments; *p != '\0'; p++)
        arity += *p != ' ' && (p == arguments || p[-1] == ' ');
    return arity;
}

static bool install_row(Machine *m, const Builtin *row)
{
    uint32_t name = atom_intern_string(&m->atoms, row->name);
    if (name == ATOM_NONE)
        return false;
    Pred *p = pred_intern(&m->program, m->program.system, cell_from_functor(name, row_arity(row->arguments)));
    if (p == NULL)
        return false;
    HORN_ASSERT(p->builtin == NULL, "a builtin has two rows");
    p->builtin = row;
    p->flags |= PRED_BUILTIN | PRED_SYSTEM | PRED_DEFINED;
    if (row->iso[0] != '\0')
        p->flags |= PRED_ISO;
    if (row->kind == DET)
        p->flags |= PRED_INLINE;
    pred_set_entry(p, row->kind == NONDET ? I_ENTER_NONDET : I_ENTER_DET);
    return true;
}

bool builtins_install_table(Machine *m, const Builtin *rows)
{
    for (const Builtin *row = rows; row->name != NULL; row++)
        if (!install_row(m, row))
            return false;
    return true;
}

bool builtins_install(Machine *m)
{
    for (size_t i = 0; builtin_tables[i] != NULL; i++)
        if (!builtins_install_table(m, builtin_tables[i]))
            return false;
    return control_install(m) && globals_init(m);
}
