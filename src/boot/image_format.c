/* image_format.c - numbers that say whether an image fits this program.
 * SPDX-License-Identifier: MIT
 */
#include "boot/image_format.h"

#include "arith/eval.h"
#include "base/hash.h"
#include "compile/notes.h"
#include "db/pred.h"

#define TABLES_SEED 0x486f726eu

static const char *const function_rows[] = {
#define FUNCTION(identifier, symbol, arity, body, clause) #identifier "/" #arity,
#include "arith/functions.def"
#undef FUNCTION
};

static const char *const type_rows[] = {
#define TYPE_TEST(name, predicate) #name,
#include "code/types.def"
#undef TYPE_TEST
};

static uint64_t hash_rows(uint64_t hash, const char *const *rows, size_t count)
{
    for (size_t i = 0; i < count; i++)
        hash = hash_bytes(hash, rows[i], strlen(rows[i]));
    return hash;
}

uint64_t image_tables_hash(void)
{
    uint64_t hash = TABLES_SEED;
    for (size_t i = 0; i < INSTR_COUNT; i++) {
        const InstrInfo *info = &instr_info[i];
        const uint8_t kinds[] = {info->a, info->b, info->c, info->w1, info->w2, info->flags};
        hash = hash_bytes(hash, info->name, strlen(info->name));
        hash = hash_bytes(hash, kinds, sizeof kinds);
    }
    hash = hash_rows(hash, function_rows, ARRAY_LENGTH(function_rows));
    hash = hash_rows(hash, type_rows, ARRAY_LENGTH(type_rows));
    return hash_word(hash, (uint64_t)NOTE_KIND_COUNT << 32 | (uint32_t)PRED_UNLINKED);
}

uint64_t image_checksum(const void *bytes, size_t n)
{
    return hash_bytes(IMAGE_FORMAT, (const char *)bytes + sizeof(ImageHeader), n - sizeof(ImageHeader));
}
