/* image_write.c - from predicates to the bytes of an image.
 * SPDX-License-Identifier: MIT
 *
 * The predicates of the units are numbered first, sorted by name, so that the same program gives the same image. Encoding their clauses
 * then finds the atoms they mention and the predicates they call, which are numbered as they come. Each section grows in a buffer of its
 * own; in the end they are put one behind the other.
 */
#include "base/vec.h"
#include "boot/image.h"
#include "boot/image_format.h"
#include "compile/notes.h"
#include "term/cellmap.h"

typedef struct Writer {
    Program *program;
    const ImagePlan *plan;
    Buf sections[IMAGE_SECTIONS];
    Pred **preds;           /* by number */
    size_t pred_count, pred_capacity;
    CellMap atom_numbers;   /* of atom cells: index in the image */
    CellMap pred_numbers;   /* of addresses: number + 1 */
    CellMap module_numbers; /* likewise */
    uint32_t own_preds;     /* those of the units: the first ones */
    bool failed;            /* memory exhausted: sticky */
    const char *problem;    /* what cannot be written, or NULL */
} Writer;

static void put(Writer *w, ImageSection section, const void *item, size_t bytes)
{
    buf_put_bytes(&w->sections[section], item, bytes);
}

static size_t count_of(const Writer *w, ImageSection section)
{
    return w->sections[section].length / image_item_bytes(section);
}

static bool put_number(Writer *w, CellMap *map, Cell key, Cell number)
{
    w->failed |= !cell_map_put(map, key, number);
    return !w->failed;
}

/* ---- numbers ---- */

static uint32_t number_of_atom(Writer *w, uint32_t atom)
{
    char scratch[8];
    if (atom < ATOM_FIRST || atom == ATOM_NONE)
        return atom;
    const Cell *known = cell_map_get(&w->atom_numbers, cell_from_atom(atom));
    if (known)
        return (uint32_t)*known;
    uint32_t number = ATOM_FIRST + (uint32_t)count_of(w, IMAGE_ENDS);
    TextSpan text = atom_text(w->program->atoms, atom, scratch);
    put(w, IMAGE_TEXTS, text.bytes, text.length);
    uint32_t end = (uint32_t)w->sections[IMAGE_TEXTS].length;
    put(w, IMAGE_ENDS, &end, sizeof end);
    put_number(w, &w->atom_numbers, cell_from_atom(atom), number);
    return number;
}

static Cell encode_atomic(Writer *w, Cell c)
{
    if (cell_is_atom(c))
        return cell_from_atom(number_of_atom(w, cell_atom(c)));
    if (cell_is_functor(c))
        return cell_from_functor(number_of_atom(w, functor_name(c)), functor_arity(c));
    return c;
}

static uint32_t number_of_pred(Writer *w, Pred *pred)
{
    const Cell *known = cell_map_get(&w->pred_numbers, (Cell)(uintptr_t)pred);
    if (known)
        return (uint32_t)*known - 1;
    uint32_t number = (uint32_t)w->pred_count;
    if (!VEC_RESERVE(w->program->alloc, w->preds, w->pred_capacity, w->pred_count + 1) ||
        !put_number(w, &w->pred_numbers, (Cell)(uintptr_t)pred, (Cell)number + 1)) {
        w->failed = true;
        return 0;
    }
    w->preds[w->pred_count++] = pred;
    return number;
}

static uint32_t number_of_module(Writer *w, const Module *m)
{
    const Cell *known = cell_map_get(&w->module_numbers, (Cell)(uintptr_t)m);
    if (known)
        return (uint32_t)*known - 1;
    uint32_t number = (uint32_t)count_of(w, IMAGE_MODULES);
    ImageModule row = {.name = number_of_atom(w, m->name), .file = ATOM_NONE, .unit = IMAGE_NONE};
    put(w, IMAGE_MODULES, &row, sizeof row);
    put_number(w, &w->module_numbers, (Cell)(uintptr_t)m, (Cell)number + 1);
    return number;
}

/* ---- which predicates ---- */

static bool is_wanted(const Writer *w, const Pred *pred)
{
    if (w->plan->wants && !w->plan->wants(w->plan->user, pred))
        return false;
    return pred_is_defined(pred) || (pred->flags & (PRED_IMPORTED | PRED_EXPORTED)) || pred->meta;
}

static bool pred_is_before(const Writer *w, const Pred *a, const Pred *b)
{
    int order = atom_compare(w->program->atoms, pred_name(a), pred_name(b));
    return order != 0 ? order < 0 : pred_arity(a) < pred_arity(b);
}

/* Shell's sort: the tables are short. */
static void sort_preds(const Writer *w, Pred **preds, size_t count)
{
    for (size_t gap = count / 2; gap > 0; gap /= 2)
        for (size_t i = gap; i < count; i++) {
            Pred *pred = preds[i];
            size_t k = i;
            for (; k >= gap && pred_is_before(w, pred, preds[k - gap]); k -= gap)
                preds[k] = preds[k - gap];
            preds[k] = pred;
        }
}

/* Numbers the predicates of a module. */
static void number_module_preds(Writer *w, const Module *m)
{
    Alloc *alloc = w->program->alloc;
    Pred **found = alloc_new(alloc, (m->pred_count + 1) * sizeof(Pred *));
    if (!found) {
        w->failed = true;
        return;
    }
    size_t count = 0;
    for (size_t i = 0; i < m->pred_capacity; i++)
        if (m->preds[i] && is_wanted(w, m->preds[i]))
            found[count++] = m->preds[i];
    sort_preds(w, found, count);
    for (size_t i = 0; i < count; i++)
        (void)number_of_pred(w, found[i]);
    alloc_free(alloc, found, (m->pred_count + 1) * sizeof(Pred *));
}

static void number_units(Writer *w)
{
    for (size_t u = 0; u < w->plan->unit_count; u++) {
        const ImageUnitPlan *unit = &w->plan->units[u];
        ImageUnit row = {.key = number_of_atom(w, unit->key), .first_pred = (uint32_t)w->pred_count};
        for (size_t i = 0; i < unit->module_count; i++)
            number_module_preds(w, unit->modules[i]);
        row.pred_count = (uint32_t)w->pred_count - row.first_pred;
        put(w, IMAGE_UNITS, &row, sizeof row);
    }
    w->own_preds = (uint32_t)w->pred_count;
}

/* ---- modules ---- */

static bool op_is_before(const Writer *w, const OpEntry *a, const OpEntry *b)
{
    return atom_compare(w->program->atoms, a->atom, b->atom) < 0;
}

/* The entry that comes next by name after `last`, or NULL; NULL begins. Tables have a few dozen. */
static const OpEntry *next_op(const Writer *w, const OpTable *t, const OpEntry *last)
{
    const OpEntry *best = NULL;
    for (size_t i = 0; i < t->capacity; i++) {
        const OpEntry *e = &t->entries[i];
        if (e->atom != ATOM_NONE && (!last || op_is_before(w, last, e)) && (!best || op_is_before(w, e, best)))
            best = e;
    }
    return best;
}

static void write_ops(Writer *w, const OpTable *t)
{
    for (const OpEntry *e = next_op(w, t, NULL); e; e = next_op(w, t, e))
        for (unsigned kind = 0; kind < OP_KINDS; kind++) {
            const Op *op = &e->ops.kinds[kind];
            ImageOp row = {number_of_atom(w, e->atom), op->priority, op->type};
            if (op->is_set)
                put(w, IMAGE_OPS, &row, sizeof row);
        }
}

static void write_module(Writer *w, const Module *m, uint32_t unit)
{
    uint32_t number = number_of_module(w, m);
    ImageModule row = {.name = number_of_atom(w, m->name),
                       .file = number_of_atom(w, m->file),
                       .flags = (m->is_system ? IMAGE_MODULE_SYSTEM : 0u) | (m->is_library ? IMAGE_MODULE_LIBRARY : 0u),
                       .unit = unit,
                       .first_export = (uint32_t)count_of(w, IMAGE_EXPORTS),
                       .first_op = (uint32_t)count_of(w, IMAGE_OPS)};
    for (size_t i = 0; i < m->export_count; i++) {
        uint32_t pred = number_of_pred(w, m->exports[i]);
        put(w, IMAGE_EXPORTS, &pred, sizeof pred);
    }
    write_ops(w, &m->ops);
    row.export_count = (uint32_t)count_of(w, IMAGE_EXPORTS) - row.first_export;
    row.op_count = (uint32_t)count_of(w, IMAGE_OPS) - row.first_op;
    if (!w->failed && !w->sections[IMAGE_MODULES].failed)
        memcpy(w->sections[IMAGE_MODULES].data + number * sizeof row, &row, sizeof row);
}

static void write_modules(Writer *w)
{
    for (size_t u = 0; u < w->plan->unit_count; u++)
        for (size_t i = 0; i < w->plan->units[u].module_count; i++)
            write_module(w, w->plan->units[u].modules[i], (uint32_t)u);
}

/* ---- clauses ---- */

static void put_word(Writer *w, uint64_t word)
{
    put(w, IMAGE_WORDS, &word, sizeof word);
}

/* A cell of a clause whose constants begin at `base`. */
static Cell encode_cell(Writer *w, const Cell *base, Cell c)
{
    return cell_is_pointer(c) ? c - (Cell)(uintptr_t)base + RECORD_BIAS : encode_atomic(w, c);
}

/* Puts cells of an area; `base` is NULL for those of a record, whose pointers are offsets already. */
static void write_cells(Writer *w, const Cell *cells, size_t count, const Cell *base);

/* The payload of a blob in a big clause: | count | root | cells |. */
static void write_record(Writer *w, const Cell *raw)
{
    put_word(w, raw[1]);
    put_word(w, raw[2]);
    for (const Cell *c = raw + 3, *end = raw + 1 + raw_words(*raw); c < end; c++) {
        if (!cell_is_raw(*c)) {
            put_word(w, cell_is_pointer(*c) ? *c : encode_atomic(w, *c));
            continue;
        }
        put(w, IMAGE_WORDS, c, (1 + raw_words(*c)) * sizeof *c);
        c += raw_words(*c);
    }
}

static void write_cells(Writer *w, const Cell *cells, size_t count, const Cell *base)
{
    for (const Cell *c = cells, *end = cells + count; c < end; c++) {
        if (!cell_is_raw(*c)) {
            put_word(w, encode_cell(w, base, *c));
            continue;
        }
        put_word(w, *c);
        if (raw_kind(*c) == RAW_BLOB)
            write_record(w, c);
        else
            put(w, IMAGE_WORDS, c + 1, raw_words(*c) * sizeof *c);
        c += raw_words(*c);
    }
}

static uint64_t encode_word(Writer *w, const Clause *c, uint8_t kind, uint64_t word)
{
    switch ((OperandKind)kind) {
    case K_CELL:
    case K_FUNCTOR: return encode_cell(w, clause_constants(c), word);
    case K_PRED: return number_of_pred(w, (Pred *)(uintptr_t)word);
    default: return word;
    }
}

static void write_instr(Writer *w, const Clause *c, const Code *pc)
{
    const InstrInfo *info = &instr_info[code_op(*pc)];
    Code first = *pc;
    if (info->b == K_ATOM)
        first = code_make_imm(code_op(first), code_a(first), (int32_t)number_of_atom(w, (uint32_t)code_imm(first)));
    put_word(w, first);
    if (info->words > 1)
        put_word(w, encode_word(w, c, info->w1, pc[1]));
    if (info->words > 2)
        put_word(w, encode_word(w, c, info->w2, pc[2]));
}

/* Words of the constants that are terms: long slot maps come behind them. */
static uint32_t term_words(const Clause *c)
{
    const Code *end = c->code + c->code_words + c->constant_words;
    for (const Code *pc = c->code; pc < c->code + c->code_words; pc += instr_words(*pc)) {
        const InstrInfo *info = &instr_info[code_op(*pc)];
        const Code *map = info->w1 == K_INFO ? pc + 1 : info->w2 == K_INFO ? pc + 2 : NULL;
        if (map && info_is_long(*map) && info_long_map(map) < end)
            end = info_long_map(map);
    }
    return (uint32_t)(end - (c->code + c->code_words));
}

static void write_clause(Writer *w, const Clause *c)
{
    ImageClause head = {.code_words = c->code_words,
                        .term_words = term_words(c),
                        .note_words = c->note_words,
                        .variables = c->variables,
                        .flags = c->flags};
    head.map_words = c->constant_words - head.term_words;
    put(w, IMAGE_WORDS, &head, sizeof head);
    for (const Code *pc = c->code; pc < c->code + c->code_words; pc += instr_words(*pc))
        write_instr(w, c, pc);
    write_cells(w, clause_constants(c), head.term_words, clause_constants(c));
    put(w, IMAGE_WORDS, clause_constants(c) + head.term_words, head.map_words * sizeof(Code));
    for (const Code *note = clause_notes(c), *end = note + c->note_words; note < end; note++)
        put_word(w, note_names_atom(note_kind(*note))
                        ? note_make(note_kind(*note), number_of_atom(w, note_argument(*note)), note_offset(*note))
                        : *note);
}

/* ---- predicates ---- */

static ImagePred encode_own(Writer *w, Pred *pred)
{
    ImagePred row = {.module = number_of_module(w, pred->module),
                     .name = number_of_atom(w, pred_name(pred)),
                     .arity = pred_arity(pred),
                     .flags = pred->flags & ~(uint32_t)PRED_UNLINKED,
                     .file = number_of_atom(w, pred->file),
                     .line = pred->line,
                     .import = IMAGE_NONE,
                     .meta = IMAGE_NONE};
    if (!pred_is_defined(pred) && (pred->flags & PRED_IMPORTED) && pred->import)
        row.import = number_of_pred(w, pred->import);
    if (pred->meta) {
        row.meta = (uint32_t)count_of(w, IMAGE_WORDS);
        for (uint32_t i = 0; i <= row.arity; i++)
            put_word(w, encode_atomic(w, str_cells(pred->meta)[i]));
    }
    row.words = (uint32_t)count_of(w, IMAGE_WORDS);
    for (Candidates all = pred_all_clauses(pred); all.next < all.end; all.next++) {
        if ((*all.next)->died != GENERATION_NEVER)
            continue;
        write_clause(w, *all.next);
        row.clause_count++;
    }
    row.word_count = (uint32_t)count_of(w, IMAGE_WORDS) - row.words;
    return row;
}

static void write_preds(Writer *w)
{
    for (size_t i = 0; i < w->pred_count && !w->failed; i++) { /* encoding adds to them */
        Pred *pred = w->preds[i];
        ImagePred row = {.import = IMAGE_NONE, .meta = IMAGE_NONE, .file = ATOM_NONE};
        if (i < w->own_preds && !pred_link(w->program, pred)) {
            w->failed = true;
            w->problem = w->program->linker->problem;
        } else if (i < w->own_preds) {
            row = encode_own(w, pred);
        } else {
            row.module = number_of_module(w, pred->module);
            row.name = number_of_atom(w, pred_name(pred));
            row.arity = pred_arity(pred);
        }
        put(w, IMAGE_PREDS, &row, sizeof row);
    }
}

/* ---- the whole ---- */

static void put_sections(Writer *w, Buf *out)
{
    ImageHeader h = {.byte_order = IMAGE_BYTE_ORDER, .format = IMAGE_FORMAT, .word_bytes = sizeof(Code), .tables = image_tables_hash()};
    memcpy(h.magic, IMAGE_MAGIC, sizeof h.magic);
    buf_put_bytes(out, &h, sizeof h);
    for (ImageSection s = 0; s < IMAGE_SECTIONS; s++) {
        while (out->length % IMAGE_ALIGNMENT != 0 && !out->failed)
            buf_put_byte(out, 0);
        h.sections[s].offset = out->length;
        h.sections[s].count = count_of(w, s);
        buf_put_bytes(out, w->sections[s].data, w->sections[s].length);
        w->failed |= w->sections[s].failed || count_of(w, s) > UINT32_MAX;
    }
    w->failed |= out->failed;
    if (w->failed)
        return;
    h.bytes = out->length;
    h.checksum = image_checksum(out->data, out->length);
    memcpy(out->data, &h, sizeof h);
}

ImageStatus image_write(Program *p, const ImagePlan *plan, Buf *out, const char **problem)
{
    Writer w = {.program = p, .plan = plan};
    HORN_ASSERT(out->length == 0, "an image is written to an empty buffer");
    for (ImageSection s = 0; s < IMAGE_SECTIONS; s++)
        buf_init(&w.sections[s], p->alloc);
    cell_map_init(&w.atom_numbers, p->alloc);
    cell_map_init(&w.pred_numbers, p->alloc);
    cell_map_init(&w.module_numbers, p->alloc);
    number_units(&w);
    write_modules(&w);
    write_preds(&w);
    put_sections(&w, out);
    for (ImageSection s = 0; s < IMAGE_SECTIONS; s++)
        buf_free(&w.sections[s]);
    cell_map_free(&w.atom_numbers);
    cell_map_free(&w.pred_numbers);
    cell_map_free(&w.module_numbers);
    VEC_FREE(p->alloc, w.preds, w.pred_capacity);
    *problem = w.problem;
    return !w.failed ? IMAGE_OK : w.problem ? IMAGE_BAD : IMAGE_NO_MEMORY;
}
