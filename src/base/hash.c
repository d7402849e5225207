/* hash.c - seeded hashing of bytes.
 *
 * XXH3, compiled here and nowhere else.
 *
 * SPDX-License-Identifier: MIT
 */
#include "base/hash.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

uint64_t hash_bytes(uint64_t seed, const void *bytes, size_t n)
{
    return XXH3_64bits_withSeed(bytes, n, seed);
}
