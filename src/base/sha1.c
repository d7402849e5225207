/* sha1.c - the digest SHA-1.
 * SPDX-License-Identifier: MIT
 *
 * The message, a byte 0x80, zeros, and the number of bits in 8 bytes make blocks of 64 bytes. Each is mixed into five words, which in the
 * end are the digest (FIPS 180-4, 6.1).
 */
#include "base/sha1.h"

#define BLOCK_BYTES  64
#define LENGTH_BYTES 8
#define ROUNDS       80

static uint32_t rotate_left(uint32_t word, unsigned bits)
{
    return word << bits | word >> (32 - bits);
}

static uint32_t word_from_bytes(const uint8_t *p)
{
    return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
}

/* The function and constant of a round (4.1.1, 4.2.1). */
static uint32_t round_term(int round, uint32_t x, uint32_t y, uint32_t z)
{
    if (round < 20)
        return ((x & y) | (~x & z)) + UINT32_C(0x5a827999);
    if (round < 40)
        return (x ^ y ^ z) + UINT32_C(0x6ed9eba1);
    if (round < 60)
        return ((x & y) | (x & z) | (y & z)) + UINT32_C(0x8f1bbcdc);
    return (x ^ y ^ z) + UINT32_C(0xca62c1d6);
}

static void mix_block(uint32_t state[5], const uint8_t *block)
{
    uint32_t schedule[ROUNDS], v[5];
    for (int i = 0; i < 16; i++)
        schedule[i] = word_from_bytes(block + 4 * (size_t)i);
    for (int i = 16; i < ROUNDS; i++)
        schedule[i] = rotate_left(schedule[i - 3] ^ schedule[i - 8] ^ schedule[i - 14] ^ schedule[i - 16], 1);
    memcpy(v, state, sizeof v);
    for (int i = 0; i < ROUNDS; i++) {
        uint32_t next = rotate_left(v[0], 5) + round_term(i, v[1], v[2], v[3]) + v[4] + schedule[i];
        v[4] = v[3];
        v[3] = v[2];
        v[2] = rotate_left(v[1], 30);
        v[1] = v[0];
        v[0] = next;
    }
    for (int i = 0; i < 5; i++)
        state[i] += v[i];
}

void sha1_digest(const char *bytes, size_t n, uint8_t digest[SHA1_BYTES])
{
    uint32_t state[5] = {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0};
    size_t whole = n - n % BLOCK_BYTES, left = n - whole;
    for (size_t i = 0; i < whole; i += BLOCK_BYTES)
        mix_block(state, (const uint8_t *)bytes + i);
    uint8_t last[2 * BLOCK_BYTES] = {0};
    size_t padded = left + 1 + LENGTH_BYTES <= BLOCK_BYTES ? BLOCK_BYTES : 2 * BLOCK_BYTES;
    if (left > 0)
        memcpy(last, bytes + whole, left);
    last[left] = 0x80;
    for (size_t i = 0; i < LENGTH_BYTES; i++)
        last[padded - 1 - i] = (uint8_t)((uint64_t)n * 8 >> 8 * i);
    for (size_t i = 0; i < padded; i += BLOCK_BYTES)
        mix_block(state, last + i);
    for (size_t i = 0; i < SHA1_BYTES; i++)
        digest[i] = (uint8_t)(state[i / 4] >> (24 - 8 * (i % 4)));
}
