/* hash.h - seeded hashing of bytes and of words.
 *
 * Each machine draws a random seed, so that no input can be prepared to collide in its tables. Hashes are 64 bits, well
 * mixed everywhere: tables may take the low bits. They differ from run to run and must not be stored.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef HORN_HASH_H
#define HORN_HASH_H

#include "base/base.h"

/* The hash of n bytes. */
uint64_t hash_bytes(uint64_t seed, const void *bytes, size_t n);

/* The hash of one word; to combine several, pass the hash so far as the seed. */
static inline uint64_t hash_word(uint64_t seed, uint64_t word)
{
    uint64_t x = (word + 0x9E3779B97F4A7C15u) ^ (seed << 31 | seed >> 33);
    x = (x ^ x >> 32) * 0xD6E8FEB86659FD93u;
    x = (x ^ x >> 29) * 0xA0761D6478BD642Fu;
    return x ^ x >> 32;
}

#endif
