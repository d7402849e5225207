/* prompt.c - what happens before user_input waits.
 * SPDX-License-Identifier: MIT
 */
#include "builtins/prompt.h"

#define DEFAULT_PROMPT "|: "

/* The flag's atom, ATOM_NONE when it is not set. */
static uint32_t prompt_flag(const Machine *m, const char *name)
{
    uint32_t atom = atom_find(&m->atoms, name, strlen(name));
    Cell value = atom == ATOM_NONE ? 0 : flag_value(&m->flags, atom);
    return cell_is_atom(value) ? cell_atom(value) : ATOM_NONE;
}

static bool set_prompt_flag(Machine *m, const char *name, uint32_t prompt)
{
    uint32_t atom = atom_intern_string(&m->atoms, name);
    return atom != ATOM_NONE && flag_set(&m->flags, atom, FLAG_ATOM, true, cell_from_atom(prompt));
}

uint32_t prompt_next(const Machine *m)
{
    return prompt_flag(m, "$prompt_next");
}

bool prompt_set(Machine *m, uint32_t first, uint32_t next)
{
    return set_prompt_flag(m, "$prompt", first) && set_prompt_flag(m, "$prompt_next", next);
}

TextSpan prompt_take(Machine *m, char scratch[8])
{
    TextSpan text = {DEFAULT_PROMPT, sizeof DEFAULT_PROMPT - 1};
    uint32_t prompt = prompt_flag(m, "$prompt"), next = prompt_next(m);
    if (prompt != ATOM_NONE)
        text = atom_text(&m->atoms, prompt, scratch);
    if (next != ATOM_NONE && prompt != next) {
        bool set = set_prompt_flag(m, "$prompt", next);
        (void)set;
    }
    return text;
}

/* Errors of a terminal that cannot show a prompt would show nowhere either. */
static void show_prompt(Machine *m, Stream *out)
{
    char scratch[8];
    TextSpan text = prompt_take(m, scratch);
    IoStatus shown = stream_put_bytes(out, text.bytes, text.length);
    (void)shown;
    out->column = 0; /* what is typed ends with a newline, which the terminal echoes */
}

static void before_read(void *user, Stream *s)
{
    Machine *m = user;
    Stream *out = m->streams.user_output;
    if (s != m->streams.user_input || out == NULL)
        return;
    if (s->is_tty)
        show_prompt(m, out);
    IoStatus flushed = stream_flush(out);
    (void)flushed;
}

void prompt_prepare(Machine *m, Stream *s)
{
    if (s->before_read != NULL || s != m->streams.user_input)
        return;
    s->before_read = before_read;
    s->before_read_user = m;
}
