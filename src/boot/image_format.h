/* image_format.h - the layout of an image: compiled predicates as bytes that mean the same in every machine.
 * SPDX-License-Identifier: MIT
 *
 *     | ImageHeader | texts | atom ends | modules | exports | operators | units | predicates | words |
 *
 * All is little structures of fixed width in the byte order of the writer; the header says which, and a reader that differs refuses.
 * Nothing is an address:
 *
 *   atom        a code point for one character, else ATOM_FIRST + number in the image; its text lies between two ends
 *   predicate   number in the table of predicates, which has those of the units first, then those that their code only refers to
 *   constant    a pointer cell holds the byte offset in the clause's constants + RECORD_BIAS, as in a record
 *   label, slot map, note   as in a clause (code/instr.h, compile/notes.h); an atom in a note by its number in the image
 *
 * The words hold, for each predicate in turn, the argument modes of a meta predicate (a functor word and a cell for each argument) and
 * its clauses, each as
 *
 *     | ImageClause | code | constant terms | long slot maps | notes |
 *
 * A unit is what is made known together: the system, or one library file. See image.h.
 */
#ifndef HORN_BOOT_IMAGE_FORMAT_H
#define HORN_BOOT_IMAGE_FORMAT_H

#include "code/instr.h"

#define IMAGE_MAGIC      "HornImg\n"
#define IMAGE_FORMAT     1u
#define IMAGE_BYTE_ORDER 0x01020304u
#define IMAGE_ALIGNMENT  8u
#define IMAGE_NONE       UINT32_MAX /* no predicate, no unit, no words */

typedef enum ImageSection {
    IMAGE_TEXTS,   /* bytes, UTF-8 */
    IMAGE_ENDS,    /* uint32_t: where the text of each atom ends; it begins where the one before ends */
    IMAGE_MODULES, /* ImageModule */
    IMAGE_EXPORTS, /* uint32_t: predicates */
    IMAGE_OPS,     /* ImageOp */
    IMAGE_UNITS,   /* ImageUnit */
    IMAGE_PREDS,   /* ImagePred */
    IMAGE_WORDS,   /* uint64_t */
    IMAGE_SECTIONS
} ImageSection;

typedef struct ImageHeader {
    char magic[8];
    uint32_t byte_order;
    uint16_t format;
    uint16_t word_bytes;
    uint64_t tables;   /* image_tables_hash of the writer */
    uint64_t bytes;    /* of the whole image */
    uint64_t checksum; /* of all that follows the header */
    struct {
        uint64_t offset, count; /* from the start of the image, in bytes; in items */
    } sections[IMAGE_SECTIONS];
} ImageHeader;

typedef struct ImageModule {
    uint32_t name, file;
    uint32_t flags; /* ImageModuleFlag */
    uint32_t unit;  /* that it comes with; IMAGE_NONE: it is only referred to */
    uint32_t first_export, export_count;
    uint32_t first_op, op_count;
} ImageModule;

enum ImageModuleFlag { IMAGE_MODULE_SYSTEM = 1, IMAGE_MODULE_LIBRARY = 2 };

typedef struct ImageOp {
    uint32_t atom;
    uint16_t priority;
    uint16_t type; /* OpType */
} ImageOp;

typedef struct ImageUnit {
    uint32_t key; /* atom: what it is loaded by */
    uint32_t first_pred, pred_count;
    uint32_t reserved;
} ImageUnit;

typedef struct ImagePred {
    uint32_t module, name, arity;
    uint32_t flags;        /* PredFlag; 0 for those that are only referred to */
    uint32_t file, line;
    uint32_t import;       /* the predicate that it stands for, or IMAGE_NONE */
    uint32_t meta;         /* index of the argument modes in the words, or IMAGE_NONE */
    uint32_t clause_count;
    uint32_t words;        /* index of its clauses in the words */
    uint32_t word_count;
    uint32_t reserved;
} ImagePred;

typedef struct ImageClause {
    uint32_t code_words, term_words, map_words, note_words;
    uint32_t variables, flags; /* as in Clause */
} ImageClause;

#define IMAGE_CLAUSE_WORDS (sizeof(ImageClause) / sizeof(Code))

/* Bytes of an item of each section. */
static inline size_t image_item_bytes(ImageSection section)
{
    static const uint8_t bytes[IMAGE_SECTIONS] = {
        [IMAGE_TEXTS] = 1,
        [IMAGE_ENDS] = sizeof(uint32_t),
        [IMAGE_MODULES] = sizeof(ImageModule),
        [IMAGE_EXPORTS] = sizeof(uint32_t),
        [IMAGE_OPS] = sizeof(ImageOp),
        [IMAGE_UNITS] = sizeof(ImageUnit),
        [IMAGE_PREDS] = sizeof(ImagePred),
        [IMAGE_WORDS] = sizeof(uint64_t),
    };
    return bytes[section];
}

/* A number for everything that code in an image takes for granted: names, operands and order of instructions, arithmetic functions, type
 * tests, kinds of notes. */
uint64_t image_tables_hash(void);
/* The checksum of an image of n bytes, header and all. */
uint64_t image_checksum(const void *bytes, size_t n);

#endif
