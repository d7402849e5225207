/* base.h - what every file of Horn may assume: standard types, attributes, small helpers.
 *
 * Compiler differences that are not worth a file of their own are hidden here behind macros. HORN_ASSERT states an
 * invariant; it is checked only in builds that define HORN_DEBUG and never stands for handling an error.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef HORN_BASE_H
#define HORN_BASE_H

#include <limits.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#ifdef HORN_DEBUG
#include <stdio.h>
#endif

/* ---- attributes ---- */

#if defined(__GNUC__) || defined(__clang__)
#define LIKELY(condition)                      __builtin_expect(!!(condition), 1)
#define UNLIKELY(condition)                    __builtin_expect(!!(condition), 0)
#define PRINTF_LIKE(format_index, first_index) __attribute__((format(printf, format_index, first_index)))
#define NODISCARD                              __attribute__((warn_unused_result))
#define COLD                                   __attribute__((cold))
#define UNUSED                                 __attribute__((unused))
#else
#define LIKELY(condition)   (condition)
#define UNLIKELY(condition) (condition)
#define PRINTF_LIKE(format_index, first_index)
#define NODISCARD
#define COLD
#define UNUSED
#endif

/* ---- sizes ---- */

#define KIB(n) ((size_t)(n) << 10)
#define MIB(n) ((size_t)(n) << 20)

#define ARRAY_LENGTH(array) (sizeof(array) / sizeof((array)[0]))

static inline size_t min_size(size_t a, size_t b)
{
    return a < b ? a : b;
}

static inline size_t max_size(size_t a, size_t b)
{
    return a > b ? a : b;
}

static inline int64_t min_int64(int64_t a, int64_t b)
{
    return a < b ? a : b;
}

static inline int64_t max_int64(int64_t a, int64_t b)
{
    return a > b ? a : b;
}

static inline uint64_t min_uint64(uint64_t a, uint64_t b)
{
    return a < b ? a : b;
}

static inline uint64_t max_uint64(uint64_t a, uint64_t b)
{
    return a > b ? a : b;
}

/* The least multiple of `unit`, a power of two, that is not below `n`. */
static inline size_t round_up(size_t n, size_t unit)
{
    return (n + unit - 1) & ~(unit - 1);
}

/* ---- invariants ---- */

#ifdef HORN_DEBUG
static inline COLD void assert_failed(const char *file, int line, const char *message)
{
    fprintf(stderr, "%s:%d: assertion failed: %s\n", file, line, message);
    __builtin_trap();
}
#define HORN_ASSERT(condition, message) ((condition) ? (void)0 : assert_failed(__FILE__, __LINE__, (message)))
#else
#define HORN_ASSERT(condition, message) ((void)0)
#endif

#endif
