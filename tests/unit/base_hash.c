/* base_hash.c - hashes depend on all of their input and spread over the low bits.
 *
 * SPDX-License-Identifier: MIT
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/hash.h"

static void test_bytes(void **state)
{
    (void)state;
    assert_true(hash_bytes(1, "horn", 4) == hash_bytes(1, "horn", 4));
    assert_true(hash_bytes(1, "horn", 4) != hash_bytes(2, "horn", 4));
    assert_true(hash_bytes(1, "horn", 4) != hash_bytes(1, "horm", 4));
    assert_true(hash_bytes(1, "", 0) != hash_bytes(2, "", 0));
}

/* Words that differ in high bits only, as tagged addresses may, fill a small table about evenly. */
static void test_word_spread(void **state)
{
    (void)state;
    for (unsigned shift = 0; shift <= 48; shift += 4) {
        unsigned count[64] = {0};
        for (uint64_t i = 0; i < 6400; i++)
            count[hash_word(7, i << shift) & 63]++;
        for (int i = 0; i < 64; i++)
            assert_in_range(count[i], 50, 160);
    }
}

static void test_word_seed(void **state)
{
    (void)state;
    unsigned equal = 0;
    for (uint64_t seed = 0; seed < 1000; seed++)
        equal += (hash_word(seed, 5) & 1023) == (hash_word(seed + 1, 5) & 1023);
    assert_true(equal < 20);
    assert_true(hash_word(hash_word(0, 1), 2) != hash_word(hash_word(0, 2), 1));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_bytes),
        cmocka_unit_test(test_word_spread),
        cmocka_unit_test(test_word_seed),
    };
    return cmocka_run_group_tests_name("base_hash", tests, NULL, NULL);
}
