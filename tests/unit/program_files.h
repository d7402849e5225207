/* program_files.h - the texts of the library and of the benchmarks' programs, for tests that look at every clause.
 * SPDX-License-Identifier: MIT
 */
#ifndef HORN_TEST_PROGRAM_FILES_H
#define HORN_TEST_PROGRAM_FILES_H

#include <dirent.h>
#include <limits.h>
#include <string.h>

#include "builtins/embedded.h"
#include "clause_fixture.h"

/* Looks at a text and returns the number of clauses in it. */
typedef size_t (*CheckText)(const char *name, const char *text, size_t bytes);

/* `path` from the top. ctest runs the tests in their folder; by hand they are run at the top. */
static inline size_t check_path(const char *path, CheckText check)
{
    char from_tests[PATH_MAX + 8];
    snprintf(from_tests, sizeof from_tests, "../../%s", path);
    FILE *file = fopen(from_tests, "rb");
    if (!file)
        file = fopen(path, "rb");
    if (!file)
        fail_msg("%s cannot be read", path);
    assert_int_equal(fseek(file, 0, SEEK_END), 0);
    size_t bytes = (size_t)ftell(file);
    rewind(file);
    char *text = malloc(bytes + 1);
    assert_non_null(text);
    assert_int_equal(fread(text, 1, bytes, file), bytes);
    fclose(file);
    size_t clauses = check(path, text, bytes);
    free(text);
    return clauses;
}

/* Every file of lib/. */
static inline void check_library(CheckText check)
{
    size_t clauses = 0;
    for (size_t i = 0; i < embedded_file_count; i++) {
        char path[PATH_MAX];
        snprintf(path, sizeof path, "lib/%s", embedded_files[i].name);
        clauses += check_path(path, check);
    }
    assert_true(clauses > 2000);
}

/* Every program of the benchmarks. */
static inline void check_bench_programs(CheckText check)
{
    size_t clauses = 0;
    DIR *dir = opendir("../../bench/programs");
    if (!dir)
        dir = opendir("bench/programs");
    assert_non_null(dir);
    for (const struct dirent *entry; (entry = readdir(dir)) != NULL;) {
        char path[PATH_MAX];
        size_t n = strlen(entry->d_name);
        snprintf(path, sizeof path, "bench/programs/%s", entry->d_name);
        if (n > 3 && strcmp(entry->d_name + n - 3, ".pl") == 0)
            clauses += check_path(path, check);
    }
    closedir(dir);
    assert_true(clauses > 200);
}

#endif
