/* lineedit.c - editing of input lines and their history.
 * SPDX-License-Identifier: MIT
 *
 * libedit reads the terminal; the stream user_input asks it for a line where it asked the descriptor for bytes. The history is kept in
 * ~/.horn_history.
 */
#include "cli/lineedit.h"

#include <errno.h>
#include <histedit.h>
#include <locale.h>
#include <stdio.h>

#include "base/os.h"
#include "builtins/prompt.h"

#define HISTORY_LINES 1000
#define HISTORY_FILE  "/.horn_history"

struct LineEditor {
    Machine *machine;
    Stream *input;
    const StreamOps *ops; /* of the terminal */
    void *source;
    EditLine *edit;
    History *history;
    Buf prompt;
    char *line; /* what is left of a line longer than the stream's buffer; owned by libedit */
    size_t line_left;
    char *history_file; /* NULL: no home directory */
};

static char *prompt_text(EditLine *edit)
{
    LineEditor *le = NULL;
    el_get(edit, EL_CLIENTDATA, &le);
    return (char *)(uintptr_t)buf_terminate(&le->prompt);
}

/* Fetches a line into le->line; none is there at the end of input. 0, or EINTR when an interrupt came. */
static int read_line(LineEditor *le)
{
    char scratch[8];
    TextSpan prompt = prompt_take(le->machine, scratch);
    buf_clear(&le->prompt);
    buf_put_bytes(&le->prompt, prompt.bytes, prompt.length);
    int count = 0;
    const char *line = el_gets(le->edit, &count);
    if (!line || count <= 0)
        return errno == EINTR ? EINTR : 0;
    if (count > 1) {
        HistEvent event;
        history(le->history, &event, H_ENTER, line);
    }
    le->line = (char *)(uintptr_t)line;
    le->line_left = (size_t)count;
    return 0;
}

static int line_read(void *source, char *bytes, size_t n, size_t *got)
{
    LineEditor *le = source;
    *got = 0;
    errno = 0;
    int error = le->line_left == 0 ? read_line(le) : 0;
    if (error != 0 || le->line_left == 0)
        return error;
    *got = min_size(n, le->line_left);
    memcpy(bytes, le->line, *got);
    le->line += *got;
    le->line_left -= *got;
    return 0;
}

/* The editor is detached before the stream is closed. */
static int line_close(void *source)
{
    (void)source;
    return 0;
}

static const StreamOps line_ops = {line_read, NULL, NULL, line_close};

static void flush_output(void *user, Stream *s)
{
    Machine *m = user;
    (void)s;
    IoStatus flushed = stream_flush(m->streams.user_output);
    (void)flushed;
}

static void open_history(LineEditor *le)
{
    HistEvent event;
    const char *home = os_getenv("HOME");
    history(le->history, &event, H_SETSIZE, HISTORY_LINES);
    history(le->history, &event, H_SETUNIQUE, 1);
    if (!home)
        return;
    size_t length = strlen(home) + sizeof HISTORY_FILE;
    le->history_file = alloc_new(&le->machine->alloc, length);
    if (!le->history_file)
        return;
    snprintf(le->history_file, length, "%s%s", home, HISTORY_FILE);
    history(le->history, &event, H_LOAD, le->history_file);
}

static void close_history(LineEditor *le)
{
    HistEvent event;
    if (le->history_file) {
        history(le->history, &event, H_SAVE, le->history_file);
        alloc_free(&le->machine->alloc, le->history_file, strlen(le->history_file) + 1);
    }
    history_end(le->history);
}

LineEditor *lineedit_attach(Machine *m)
{
    Stream *input = m->streams.user_input;
    if (!os_is_terminal(0) || !os_is_terminal(1) || !input)
        return NULL;
    LineEditor *le = alloc_zero(&m->alloc, sizeof *le);
    if (!le)
        return NULL;
    setlocale(LC_CTYPE, "");
    le->machine = m;
    le->edit = el_init("horn", stdin, stdout, stderr);
    le->history = history_init();
    if (!le->edit || !le->history) {
        if (le->edit)
            el_end(le->edit);
        if (le->history)
            history_end(le->history);
        alloc_free(&m->alloc, le, sizeof *le);
        return NULL;
    }
    buf_init(&le->prompt, &m->alloc);
    open_history(le);
    el_set(le->edit, EL_CLIENTDATA, le);
    el_set(le->edit, EL_PROMPT, prompt_text);
    el_set(le->edit, EL_EDITOR, "emacs");
    el_set(le->edit, EL_HIST, history, le->history);
    el_source(le->edit, NULL);
    le->input = input;
    le->ops = input->ops;
    le->source = input->source;
    input->ops = &line_ops;
    input->source = le;
    input->before_read = flush_output;
    input->before_read_user = m;
    return le;
}

void lineedit_detach(LineEditor *le)
{
    if (!le)
        return;
    le->input->ops = le->ops;
    le->input->source = le->source;
    close_history(le);
    el_end(le->edit);
    buf_free(&le->prompt);
    alloc_free(&le->machine->alloc, le, sizeof *le);
}
