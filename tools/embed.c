/* SPDX-License-Identifier: MIT */
/* embed.c - build tool: writes the files of lib/ as one C file.
 *
 *     embed [--names] OUTPUT ROOT NAME...
 *
 * With --names the text of the files is left out: it is in the image, as code.
 * Each NAME is a path below ROOT. The names "boot/..." come first; those that boot/ORDER lists (one name a line, with
 * or without ".pl"; # starts a comment) come first of all, in that order. boot/ORDER itself is not embedded.
 * The table's type is in src/builtins/embedded.h.
 */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
    const char *name;
    int rank; /* line of boot/ORDER, or UNLISTED */
} Item;

enum { UNLISTED = 1000000, LINE_BYTES = 512, PATH_BYTES = 4096 };

static const char order_name[] = "boot/ORDER";

static bool is_boot(const char *name)
{
    return strncmp(name, "boot/", 5) == 0;
}

static int compare_items(const void *left, const void *right)
{
    const Item *a = left;
    const Item *b = right;
    if (a->rank != b->rank)
        return a->rank < b->rank ? -1 : 1;
    if (is_boot(a->name) != is_boot(b->name))
        return is_boot(a->name) ? -1 : 1;
    return strcmp(a->name, b->name);
}

static FILE *open_below(const char *root, const char *name)
{
    char path[PATH_BYTES];
    if (snprintf(path, sizeof path, "%s/%s", root, name) >= (int)sizeof path)
        return NULL;
    return fopen(path, "rb");
}

/* Sets the rank of the item that a line of boot/ORDER names; false when no such file is there. */
static bool rank_item(Item *items, int count, const char *line, int rank)
{
    char name[LINE_BYTES + 16];
    const char *suffix = strstr(line, ".pl") != NULL ? "" : ".pl";
    snprintf(name, sizeof name, "boot/%s%s", line, suffix);
    for (int i = 0; i < count; i++) {
        if (strcmp(items[i].name, name) == 0) {
            items[i].rank = rank;
            return true;
        }
    }
    fprintf(stderr, "embed: %s names %s, which is not in lib/\n", order_name, name);
    return false;
}

static bool read_order(Item *items, int count, const char *root)
{
    FILE *file = open_below(root, order_name);
    if (file == NULL)
        return true;
    char line[LINE_BYTES];
    bool good = true;
    for (int rank = 0; fgets(line, sizeof line, file) != NULL; rank++) {
        line[strcspn(line, "#\r\n \t")] = '\0';
        if (line[0] != '\0')
            good = rank_item(items, count, line, rank) && good;
    }
    fclose(file);
    return good;
}

/* Writes the bytes of one file as a string literal, a source line to a line. Returns their number, -1 on failure. */
static long write_bytes(FILE *out, const char *root, const char *name, int index)
{
    FILE *file = open_below(root, name);
    if (file == NULL) {
        fprintf(stderr, "embed: cannot read %s/%s\n", root, name);
        return -1;
    }
    long length = 0;
    fprintf(out, "/* %s */\nstatic const unsigned char file_%d[] =\n    \"", name, index);
    for (int c = getc(file); c != EOF; c = getc(file), length++) {
        if (c == '\n')
            fputs("\\n\"\n    \"", out);
        else if (c == '"' || c == '\\' || c == '?') /* no trigraphs */
            fprintf(out, "\\%c", c);
        else if (c >= ' ' && c < 127)
            putc(c, out);
        else
            fprintf(out, "\\%03o", (unsigned)c);
    }
    fputs("\";\n\n", out);
    bool good = !ferror(file);
    fclose(file);
    return good ? length : -1;
}

static bool write_all(FILE *out, const char *root, const Item *items, int count, bool names_only)
{
    long *lengths = calloc((size_t)count + 1, sizeof *lengths);
    if (lengths == NULL)
        return false;
    bool good = true;
    fputs("/* Written by tools/embed.c. */\n#include \"builtins/embedded.h\"\n\n", out);
    for (int i = 0; i < count && good && !names_only; i++) {
        lengths[i] = write_bytes(out, root, items[i].name, i);
        good = lengths[i] >= 0;
    }
    fputs("const EmbeddedFile embedded_files[] = {\n", out);
    for (int i = 0; i < count; i++)
        if (names_only)
            fprintf(out, "    {\"%s\", 0, 0},\n", items[i].name);
        else
            fprintf(out, "    {\"%s\", file_%d, %ld},\n", items[i].name, i, lengths[i]);
    fprintf(out, "    {0, 0, 0},\n};\n\nconst size_t embedded_file_count = %d;\n", count);
    free(lengths);
    return good;
}

int main(int argc, char **argv)
{
    bool names_only = argc > 1 && strcmp(argv[1], "--names") == 0;
    argc -= names_only;
    argv += names_only;
    if (argc < 3) {
        fputs("usage: embed [--names] OUTPUT ROOT NAME...\n", stderr);
        return 2;
    }
    Item *items = calloc((size_t)argc, sizeof *items);
    if (items == NULL)
        return 1;
    int count = 0;
    for (int i = 3; i < argc; i++) {
        if (strcmp(argv[i], order_name) != 0)
            items[count++] = (Item){argv[i], UNLISTED};
    }
    bool good = read_order(items, count, argv[2]);
    qsort(items, (size_t)count, sizeof *items, compare_items);

    FILE *out = fopen(argv[1], "wb");
    if (out == NULL) {
        perror(argv[1]);
        return 1;
    }
    good = good && write_all(out, argv[2], items, count, names_only);
    good = fclose(out) == 0 && good;
    if (!good)
        remove(argv[1]);
    free(items);
    return good ? 0 : 1;
}
