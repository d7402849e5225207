/* image_link.c - from the words of an image to clauses.
 * SPDX-License-Identifier: MIT
 *
 * A clause is copied, and its instructions get the atoms and predicates of this machine. Its constants are gone through before that:
 *
 *     marks, one for each word:  CELL | CELL | FUNCTOR | CELL | RAW | PAYLOAD ...
 *
 * every word must be what the block it lies in says, every pointer must lead to such a block, and no term may contain itself.
 *
 * Elsewhere: whether the code is safe to run (compile/verify.h).
 */
#include "base/utf8.h"
#include "boot/image_int.h"
#include "compile/notes.h"
#include "compile/verify.h"
#include "term/text.h"

enum Mark { MARK_CELL, MARK_FUNCTOR, MARK_RAW, MARK_PAYLOAD };
/* Of pointer cells while cycles are looked for. */
enum { MARK_OPEN = 16, MARK_DONE = 32 };

/* Words that hold terms in the form of a record. */
typedef struct Area {
    Image *im;
    Cell *cells;
    size_t count;
    uint8_t *marks;
    uint32_t *stack;    /* for count entries */
    bool variables;     /* may occur */
    bool records;       /* blobs are records */
} Area;

/* Scratch for the marks and the stack of one clause. */
typedef struct Scratch {
    uint8_t *bytes;
    size_t capacity;
} Scratch;

static bool need_scratch(Image *im, Scratch *s, size_t words)
{
    size_t wanted = words * (sizeof(uint8_t) + sizeof(uint32_t)) + sizeof(uint32_t);
    if (wanted <= s->capacity)
        return true;
    Alloc *alloc = im->program->alloc;
    alloc_free(alloc, s->bytes, s->capacity);
    s->capacity = 0;
    s->bytes = alloc_new(alloc, wanted);
    if (!s->bytes)
        return image_no_memory(im);
    s->capacity = wanted;
    return true;
}

/* ---- constants: blocks ---- */

static bool raw_is_sound(const Cell *raw)
{
    size_t words = raw_words(*raw);
    const char *bytes = (const char *)(raw + 1);
    switch (raw_kind(*raw)) {
    case RAW_BIG_POSITIVE:
    case RAW_BIG_NEGATIVE: return words > 0 && raw[words] != 0 && (words > 1 || raw[1] > (uint64_t)INT_MAX_SMALL);
    case RAW_DOUBLE: return words == 1;
    case RAW_STRING:
        return words >= 2 && raw[1] < words * sizeof(Cell) && string_words((size_t)raw[1]) == words &&
               utf8_is_valid((const char *)(raw + 2), (size_t)raw[1]);
    case RAW_TEXT: {
        size_t length = words > 0 ? strnlen(bytes, words * sizeof(Cell)) : 0;
        return length > 0 && length <= TEXT_BLOCK_BYTES && text_words(length) == words && utf8_is_valid(bytes, length);
    }
    default: return true; /* a blob: see check_record */
    }
}

/* Marks what each word of an area is. Atoms are translated. */
static bool mark_area(Area *a)
{
    for (size_t i = 0; i < a->count;) {
        Cell c = a->cells[i];
        if (cell_is_raw(c)) {
            size_t words = raw_words(c);
            if (words >= a->count - i || raw_kind(c) > RAW_TEXT || (raw_kind(c) == RAW_BLOB && !a->records) || !raw_is_sound(&a->cells[i]))
                return image_damaged(a->im, "the image is damaged: a block of a constant");
            a->marks[i] = MARK_RAW;
            memset(a->marks + i + 1, MARK_PAYLOAD, words);
            i += 1 + words;
            continue;
        }
        a->marks[i] = cell_is_functor(c) ? MARK_FUNCTOR : MARK_CELL;
        if ((cell_is_int(c) || cell_tag(c) == TAG_ATM) && !image_atomic(a->im, c, &a->cells[i]))
            return false;
        i++;
    }
    return true;
}

/* The words that a pointer cell leads to: [*from, *from + *count) are cells, perhaps behind one word that is not. */
static bool pointer_target(const Area *a, Cell c, size_t *from, size_t *count)
{
    uint64_t address = (c & CELL_ADDRESS_MASK) - RECORD_BIAS;
    size_t i = (size_t)(address / sizeof(Cell));
    if (address % sizeof(Cell) != 0 || i >= a->count || (!cell_is_txt(c) && c >> TXT_OFFSET_SHIFT != 0))
        return false;
    *from = i;
    *count = 0;
    switch (cell_tag(c)) {
    case TAG_LST: *count = 2; break;
    case TAG_STR:
        *from = i + 1;
        *count = functor_arity(a->cells[i]);
        if (a->marks[i] != MARK_FUNCTOR)
            return false;
        break;
    case TAG_TXT:
        *from = i + 1 + raw_words(a->cells[i]);
        *count = 1;
        if (a->marks[i] != MARK_RAW || raw_kind(a->cells[i]) != RAW_TEXT || txt_offset(c) >= raw_words(a->cells[i]) * sizeof(Cell) ||
            utf8_is_continuation(((const char *)&a->cells[i + 1])[txt_offset(c)]) || !((const char *)&a->cells[i + 1])[txt_offset(c)])
            return false;
        break;
    case TAG_BOX: return a->marks[i] == MARK_RAW && raw_kind(a->cells[i]) != RAW_TEXT;
    case TAG_REF: return a->variables && (a->marks[i] & 15) == MARK_CELL && a->cells[i] == c; /* the variable refers to itself */
    default: return false;
    }
    if (*count > a->count - *from)
        return false;
    for (size_t k = *from; k < *from + *count; k++)
        if ((a->marks[k] & 15) != MARK_CELL)
            return false;
    return true;
}

static bool is_compound_at(const Area *a, size_t i)
{
    return (a->marks[i] & 15) == MARK_CELL && cell_is_compound(a->cells[i]);
}

/* True when the compound term at cell `root` does not contain itself. Its pointers were checked. */
static bool is_acyclic_from(Area *a, uint32_t root)
{
    size_t depth = 0, from, count;
    a->stack[depth++] = root;
    while (depth > 0) {
        uint32_t i = a->stack[depth - 1];
        (void)pointer_target(a, a->cells[i], &from, &count);
        size_t k = from;
        if (!(a->marks[i] & MARK_OPEN))
            a->marks[i] |= MARK_OPEN;
        while (k < from + count && (!is_compound_at(a, k) || a->marks[k] & MARK_DONE))
            k++;
        if (k == from + count) {
            a->marks[i] |= MARK_DONE;
            depth--;
        } else if (a->marks[k] & MARK_OPEN) {
            return false;
        } else {
            a->stack[depth++] = (uint32_t)k; /* each cell is open once: the stack suffices */
        }
    }
    return true;
}

static bool check_area(Area *a)
{
    size_t from, count;
    if (!mark_area(a))
        return false;
    bool descends = false;
    for (size_t i = 0; i < a->count; i++) {
        if (a->marks[i] != MARK_CELL || !cell_is_pointer(a->cells[i]))
            continue;
        if (!pointer_target(a, a->cells[i], &from, &count))
            return image_damaged(a->im, "the image is damaged: a pointer in a constant");
        descends |= count > 0 && from <= i;
    }
    for (uint32_t i = 0; descends && i < a->count; i++)
        if (is_compound_at(a, i) && !(a->marks[i] & MARK_DONE) && !is_acyclic_from(a, i))
            return image_damaged(a->im, "the image is damaged: a cyclic constant");
    return true;
}

/* ---- constants: addresses ---- */

/* The functor word of a callable cell of an area whose pointers were checked, or 0. */
static Cell functor_in(const Area *a, Cell c)
{
    size_t from, count;
    if (cell_is_atom(c))
        return cell_from_functor(cell_atom(c), 0);
    if (!cell_is_compound(c) || !pointer_target(a, c, &from, &count))
        return 0;
    return cell_is_str(c) ? a->cells[from - 1] : cell_from_functor(ATOM_CHAR('.'), 2);
}

/* The blob of a big clause is a record: | count | root | cells |. The root has the head and the body as arguments. */
static bool check_record(Image *im, Cell *raw, Cell functor, Scratch *scratch)
{
    size_t words = raw_words(*raw);
    if (words < 2 || raw[1] != words - 2 || !need_scratch(im, scratch, words))
        return image_damaged(im, "the image is damaged: a record");
    uint32_t *stack = (uint32_t *)(void *)scratch->bytes;
    Area a = {.im = im, .cells = raw + 3, .count = words - 2, .marks = (uint8_t *)(stack + words), .stack = stack, .variables = true};
    size_t from, count;
    if (!check_area(&a))
        return false;
    bool sound = cell_is_str(raw[2]) && pointer_target(&a, raw[2], &from, &count) && count == 2 && functor_in(&a, a.cells[from]) == functor;
    return sound ? true : image_damaged(im, "the image is damaged: a record");
}

static bool check_records(Image *im, Clause *c, size_t term_words, Scratch *scratch)
{
    Cell *cells = clause_constants(c);
    for (size_t i = 0; i < term_words; i++) {
        if (!cell_is_raw(cells[i]))
            continue;
        size_t words = raw_words(cells[i]);
        if (words >= term_words - i)
            return image_damaged(im, "the image is damaged: a block of a constant");
        if (raw_kind(cells[i]) == RAW_BLOB && !check_record(im, &cells[i], c->pred->functor, scratch))
            return false;
        i += words;
    }
    return true;
}

/* Checks the constants and gives their pointers real addresses. The marks of the words are left in the scratch. */
static bool place_constants(Image *im, Clause *c, size_t term_words, Scratch *scratch, Area *area)
{
    if ((c->flags & CLAUSE_BIG) && !check_records(im, c, term_words, scratch))
        return false;
    if (!need_scratch(im, scratch, term_words))
        return false;
    uint32_t *stack = (uint32_t *)(void *)scratch->bytes;
    *area = (Area){.im = im,
                   .cells = clause_constants(c),
                   .count = term_words,
                   .marks = (uint8_t *)(stack + term_words),
                   .stack = stack,
                   .records = (c->flags & CLAUSE_BIG) != 0};
    return check_area(area);
}

static void relocate(Area *a)
{
    Cell base = (Cell)(uintptr_t)a->cells - RECORD_BIAS;
    for (size_t i = 0; i < a->count; i++)
        if ((a->marks[i] & 15) == MARK_CELL && cell_is_pointer(a->cells[i]))
            a->cells[i] += base;
}

/* ---- instructions ---- */

typedef struct CodeLinker {
    Image *im;
    Clause *clause;
    Area constants; /* not relocated yet */
} CodeLinker;

static bool bad_operand(CodeLinker *l)
{
    return image_damaged(l->im, "the image is damaged: an operand");
}

static bool link_cell(CodeLinker *l, Opcode op, Code *word)
{
    size_t from, count;
    Cell c = *word;
    if (cell_is_int(c) || cell_is_atom(c) || (cell_is_functor(c) && op == I_TEST_SHAPE))
        return image_atomic(l->im, c, word);
    if (!cell_is_pointer(c) || !pointer_target(&l->constants, c, &from, &count))
        return bad_operand(l);
    if ((op == I_BIG_CLAUSE) != (cell_is_box(c) && raw_kind(l->constants.cells[from]) == RAW_BLOB))
        return bad_operand(l);
    *word = c + (Cell)(uintptr_t)l->constants.cells - RECORD_BIAS;
    return true;
}

static bool link_pred_operand(CodeLinker *l, Code *word)
{
    Pred *pred;
    if (*word > UINT32_MAX)
        return bad_operand(l);
    if (!image_pred(l->im, (uint32_t)*word, &pred))
        return false;
    *word = (Code)(uintptr_t)pred;
    return true;
}

/* Return information says where the clause begins, whose header may have another size here. */
static bool link_info(CodeLinker *l, Code *word)
{
    size_t back = CLAUSE_HEADER_WORDS + (size_t)(word - l->clause->code);
    *word = info_make(back, (unsigned)(*word >> 28) & 0xfff, (uint32_t)(*word >> 40));
    return info_back(*word) == back ? true : bad_operand(l);
}

static bool link_word(CodeLinker *l, Opcode op, uint8_t kind, Code *word)
{
    Cell functor;
    switch ((OperandKind)kind) {
    case K_CELL: return link_cell(l, op, word);
    case K_FUNCTOR:
        if (!cell_is_functor(*word) || !image_atomic(l->im, *word, &functor))
            return cell_is_functor(*word) ? false : bad_operand(l);
        *word = functor;
        return true;
    case K_PRED: return link_pred_operand(l, word);
    case K_INFO: return link_info(l, word);
    default: return true;
    }
}

static bool link_instr(CodeLinker *l, Code *pc)
{
    Opcode op = code_op(*pc);
    const InstrInfo *info = &instr_info[op];
    uint32_t atom;
    if (info->b == K_ATOM) {
        if (!image_atom(l->im, (uint32_t)code_imm(*pc), &atom))
            return false;
        *pc = code_make_imm(op, code_a(*pc), (int32_t)atom);
    }
    return (info->words < 2 || link_word(l, op, info->w1, pc + 1)) && (info->words < 3 || link_word(l, op, info->w2, pc + 2));
}

static bool link_code(CodeLinker *l)
{
    Clause *c = l->clause;
    bool big = false;
    for (size_t i = 0; i < c->code_words; i += instr_words(c->code[i])) {
        Opcode op = code_op(c->code[i]);
        if (op >= INSTR_COUNT || instr_info[op].words > c->code_words - i)
            return image_damaged(l->im, "the image is damaged: an instruction");
        if (!link_instr(l, c->code + i))
            return false;
        big |= op == I_BIG_CLAUSE;
    }
    return big == ((c->flags & CLAUSE_BIG) != 0) ? true : image_damaged(l->im, "the image is damaged: the flags of a clause");
}

/* ---- notes ---- */

static bool link_notes(Image *im, Clause *c)
{
    Code *notes = c->code + c->code_words + c->constant_words;
    for (size_t i = 0; i < c->note_words; i++) {
        uint32_t atom;
        if (note_kind(notes[i]) >= NOTE_KIND_COUNT || note_offset(notes[i]) > c->code_words)
            return image_damaged(im, "the image is damaged: a note");
        if (!note_names_atom(note_kind(notes[i])))
            continue;
        if (!image_atom(im, note_argument(notes[i]), &atom))
            return false;
        if (atom > NOTE_ARGUMENT_MAX)
            return image_damaged(im, "too many atoms for the notes of an image");
        notes[i] = note_make(note_kind(notes[i]), atom, note_offset(notes[i]));
    }
    return true;
}

/* ---- clauses ---- */

static bool verify(Image *im, const Clause *c)
{
    VerifyError error;
    VerifyStatus s = clause_verify(c, im->arith, im->program->alloc, &error);
    return s == VERIFY_OK ? true : s == VERIFY_BAD ? image_damaged(im, error.what) : image_no_memory(im);
}

static bool link_clause(Image *im, Clause *c, size_t term_words, Scratch *scratch)
{
    CodeLinker l = {.im = im, .clause = c};
    if (!place_constants(im, c, term_words, scratch, &l.constants) || !link_code(&l))
        return false;
    relocate(&l.constants);
    return link_notes(im, c) && verify(im, c);
}

/* The next clause of a predicate, whose words are [*at, end). NULL: image_damaged or image_no_memory. */
static Clause *read_clause(Image *im, Pred *pred, size_t *at, size_t end, Scratch *scratch)
{
    const uint64_t *words = image_words(im);
    ImageClause head;
    (void)image_damaged(im, "the image is damaged: the size of a clause");
    if (end - *at < IMAGE_CLAUSE_WORDS)
        return NULL;
    memcpy(&head, words + *at, sizeof head);
    *at += IMAGE_CLAUSE_WORDS;
    uint64_t constants = (uint64_t)head.term_words + head.map_words, total = head.code_words + constants + head.note_words;
    if (total > end - *at || constants > UINT32_MAX || head.variables > UINT16_MAX || head.flags & ~(uint32_t)(CLAUSE_FACT | CLAUSE_BIG))
        return NULL;
    Clause *c = clause_new(im->program, pred, head.code_words, (size_t)constants, head.note_words);
    if (!c) {
        (void)image_no_memory(im);
        return NULL;
    }
    c->flags = (uint8_t)head.flags;
    c->variables = (uint16_t)head.variables;
    memcpy(c->code, words + *at, (size_t)total * sizeof(Code));
    *at += (size_t)total;
    if (link_clause(im, c, head.term_words, scratch))
        return c;
    clause_free(im->program, c);
    return NULL;
}

bool image_read_clauses(Image *im, uint32_t number, Pred *pred, ClauseVec *out)
{
    const ImagePred *row = image_pred_row(im, number);
    size_t count = im->counts[IMAGE_WORDS], at = row->words;
    if (at > count || row->word_count > count - at || row->clause_count > row->word_count / IMAGE_CLAUSE_WORDS)
        return image_damaged(im, "the image is damaged: the clauses of a predicate");
    *out = (ClauseVec){alloc_zero(im->program->alloc, row->clause_count * sizeof(Clause *)), row->clause_count};
    if (!out->items)
        return image_no_memory(im);
    size_t end = at + row->word_count;
    Scratch scratch = {NULL, 0};
    bool ok = true;
    for (uint32_t i = 0; i < row->clause_count && ok; i++) {
        out->items[i] = read_clause(im, pred, &at, end, &scratch);
        ok = out->items[i] != NULL;
    }
    alloc_free(im->program->alloc, scratch.bytes, scratch.capacity);
    if (!ok)
        image_drop_clauses(im, out, 0);
    return ok;
}

void image_drop_clauses(Image *im, ClauseVec *clauses, size_t used)
{
    if (!clauses->items)
        return;
    for (size_t i = used; i < clauses->count; i++)
        clause_free(im->program, clauses->items[i]);
    alloc_free(im->program->alloc, clauses->items, clauses->count * sizeof(Clause *));
    *clauses = (ClauseVec){NULL, 0};
}
