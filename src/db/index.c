/* index.c - choosing an index for a call, and keeping what a predicate has in step with its list.
 * SPDX-License-Identifier: MIT
 *
 * For a set of bound arguments the plan takes the one whose keys leave the fewest candidates for a random clause's key, as a sample
 * tells, and builds its index; the index tells exactly, and when it disappoints the next argument may be better. If buckets are still
 * long, a second and a third argument join in. The outcome is remembered per set of bound arguments, until the predicate has doubled
 * or shrunk to a quarter.
 */
#include "base/hash.h"
#include "db/index_int.h"
#include "db/module.h"

/* Buckets longer than this make a combined index worth trying. */
#define GOOD_BUCKET 8.0
/* An argument that leaves more than this part of the clauses is not worth an index. */
#define USELESS_PART 0.7
#define SAMPLE       512u
/* Candidates walked over in vain, and times the length of the list, after which an argument need not leave few clauses. */
#define EAGER_AFTER 10000u
#define EAGER_LISTS 16u
/* Calls that do without an index after one was lost or could not be built. */
#define WAIT_AFTER_LOSS    16u
#define WAIT_AFTER_FAILURE 64u
#define LOSSES_FORGIVEN    4u

static IndexSet *need_set(Alloc *alloc, Pred *pred)
{
    if (!pred->indexes)
        pred->indexes = alloc_zero(alloc, sizeof *pred->indexes);
    return pred->indexes;
}

/* ---- assessing arguments ---- */

static void sort_keys(Cell *keys, size_t n)
{
    static const size_t gaps[] = {301, 132, 57, 23, 10, 4, 1};
    for (size_t g = 0; g < ARRAY_LENGTH(gaps); g++)
        for (size_t gap = gaps[g], i = gap; i < n; i++) {
            Cell key = keys[i];
            size_t j = i;
            for (; j >= gap && keys[j - gap] > key; j -= gap)
                keys[j] = keys[j - gap];
            keys[j] = key;
        }
}

/* Ordered pairs of equal keys. */
static double equal_pairs(const Cell *keys, size_t n)
{
    double pairs = 0;
    for (size_t i = 0; i < n;) {
        size_t run = 1;
        while (i + run < n && keys[i + run] == keys[i])
            run++;
        pairs += (double)run * (double)(run - 1);
        i += run;
    }
    return pairs;
}

/* Keys of the argument in live clauses, one at random from each stretch of the list; variables are left out and counted. */
static size_t sample_keys(const Pred *pred, uint32_t arg, Cell keys[SAMPLE], size_t *vars)
{
    Candidates all = pred_all_clauses(pred);
    size_t count = (size_t)(all.end - all.next), step = (count + SAMPLE - 1) / SAMPLE, n = 0;
    *vars = 0;
    for (size_t i = 0; i < count; i += step) {
        const Clause *c = all.next[min_size(i + (size_t)(hash_word(arg, i) % step), count - 1)];
        if (c->died != GENERATION_NEVER)
            continue;
        Cell key = arg < INDEX_PLAIN ? clause_key(c, arg) : clause_deep_key(c, arg - INDEX_PLAIN);
        if (key)
            keys[n++] = key;
        else
            ++*vars;
    }
    return n;
}

/* Estimates how many candidates the key of a random clause finds. */
static double estimate(const Pred *pred, uint32_t arg)
{
    Cell keys[SAMPLE];
    size_t vars, n = sample_keys(pred, arg, keys, &vars);
    double live = pred->live;
    if (n == 0)
        return live;
    sort_keys(keys, n);
    double keyed = live * (double)n / (double)(n + vars);
    double same = n > 1 ? equal_pairs(keys, n) / ((double)n * (double)(n - 1)) : 0;
    return 1 + same * (keyed - 1) + (live - keyed);
}

static void set_expected(IndexPlan *plan, const Pred *pred, uint32_t arg, double expected)
{
    plan->stats[arg] = (ArgumentStats){true, expected};
    if (!plan->is_eager && expected > USELESS_PART * pred->live)
        plan->useless |= 1u << arg;
}

/* Takes stock of the arguments in `bound` that are not known yet. */
static void assess(IndexPlan *plan, const Pred *pred, uint32_t bound)
{
    for (uint32_t arg = 0; arg < INDEX_ARGS; arg++)
        if ((bound >> arg & 1) && !plan->stats[arg].known)
            set_expected(plan, pred, arg, estimate(pred, arg));
}

/* The argument among these that leaves the fewest candidates; INDEX_ARGS when none is of use. */
static uint32_t best_argument(const IndexPlan *plan, uint32_t among)
{
    uint32_t best = INDEX_ARGS;
    for (uint32_t arg = 0; arg < INDEX_ARGS; arg++) {
        if (!((among & ~plan->useless) >> arg & 1))
            continue;
        if (best == INDEX_ARGS || plan->stats[arg].expected < plan->stats[best].expected)
            best = arg;
    }
    return best;
}

/* ---- indexes of a plan ---- */

static Index *find_index(const IndexPlan *plan, uint32_t mask)
{
    Index *index = plan->indexes;
    while (index && index->mask != mask)
        index = index->next;
    return index;
}

static bool is_rejected(const IndexPlan *plan, uint32_t mask)
{
    for (uint32_t i = 0; i < PLAN_REJECTED; i++)
        if (plan->rejected[i] == mask)
            return true;
    return false;
}

static void reject(IndexPlan *plan, uint32_t mask)
{
    plan->rejected[plan->next_rejected++ % PLAN_REJECTED] = mask;
}

/* Unlinks and discards an index, and the decisions for it. */
static void remove_index(Pred *pred, IndexPlan *plan, Index *index)
{
    Index **link = &plan->indexes;
    while (*link != index)
        link = &(*link)->next;
    *link = index->next;
    for (uint32_t i = 0; i < PLAN_DECISIONS; i++)
        if (plan->decisions[i].index == index)
            plan->decisions[i] = (Decision){0, NULL};
    index_discard(pred, index);
}

/* The index on these arguments, built when there is none (*fresh then). NULL and a rejection when it is hopeless; NULL and *failed
 * when memory is exhausted. */
static Index *need_index(Alloc *alloc, const Pred *pred, IndexPlan *plan, uint32_t mask, bool *fresh, bool *failed)
{
    Index *index = find_index(plan, mask);
    *fresh = !index;
    if (index || is_rejected(plan, mask))
        return index;
    bool hopeless;
    index = index_build(alloc, pred, mask, &hopeless);
    if (index) {
        index->next = plan->indexes;
        plan->indexes = index;
    } else if (hopeless) {
        reject(plan, mask);
    } else {
        *failed = true;
    }
    return index;
}

/* ---- deciding ---- */

/* The best index on one of the bound arguments; NULL when there is none, or when *failed. */
static Index *choose_single(Alloc *alloc, Pred *pred, IndexPlan *plan, uint32_t bound, uint32_t *arg, bool *failed)
{
    for (;;) {
        *arg = best_argument(plan, bound);
        if (*arg == INDEX_ARGS)
            return NULL;
        bool fresh;
        Index *index = need_index(alloc, pred, plan, 1u << *arg, &fresh, failed);
        if (*failed)
            return NULL;
        double known = plan->stats[*arg].expected;
        set_expected(plan, pred, *arg, !index ? pred->live : !fresh && known > index->expected ? known : index->expected);
        if (index && best_argument(plan, bound) == *arg)
            return index;
        if (index && fresh)
            remove_index(pred, plan, index);
        if (!index)
            plan->useless |= 1u << *arg;
    }
}

/* Joins further bound arguments to an index while its buckets are long and that helps. */
static Index *refine(Alloc *alloc, Pred *pred, IndexPlan *plan, uint32_t bound, Index *index, double expected, bool *failed)
{
    while (index->columns < INDEX_COLUMNS && expected > GOOD_BUCKET) {
        uint32_t arg = best_argument(plan, bound & ~index->mask);
        if (arg == INDEX_ARGS)
            break;
        uint32_t mask = index->mask | 1u << arg;
        bool fresh;
        Index *joined = need_index(alloc, pred, plan, mask, &fresh, failed);
        if (!joined)
            break;
        if (joined->expected * 2 > expected) {
            if (fresh) {
                remove_index(pred, plan, joined);
                reject(plan, mask);
            }
            break;
        }
        index = joined;
        expected = index->expected;
    }
    return index;
}

/* Chooses and remembers the index for a set of bound arguments. */
static Index *decide(Alloc *alloc, Pred *pred, IndexPlan *plan, uint32_t bound, Decision *place)
{
    assess(plan, pred, bound);
    uint32_t arg;
    bool failed = false;
    Index *index = choose_single(alloc, pred, plan, bound, &arg, &failed);
    if (index)
        index = refine(alloc, pred, plan, bound, index, plan->stats[arg].expected, &failed);
    if (failed)
        plan->wait = WAIT_AFTER_FAILURE;
    else
        *place = (Decision){bound, index};
    return index;
}

/* Forgets what was found out; indexes stay. */
static void forget_findings(IndexPlan *plan, const Pred *pred)
{
    memset(plan->stats, 0, sizeof plan->stats);
    memset(plan->decisions, 0, sizeof plan->decisions);
    memset(plan->rejected, 0, sizeof plan->rejected);
    plan->useless = 0;
    plan->assessed_live = pred->live;
}

/* Does so when the predicate has changed much since. */
static void refresh(IndexPlan *plan, const Pred *pred)
{
    uint32_t live = pred->live, then = plan->assessed_live;
    if (live <= 2 * (uint64_t)then + 16 && live >= then / 4)
        return;
    forget_findings(plan, pred);
}

static IndexPlan *need_plan(Alloc *alloc, Pred *pred)
{
    IndexSet *set = need_set(alloc, pred);
    if (!set)
        return NULL;
    if (!set->plan) {
        set->plan = alloc_zero(alloc, sizeof *set->plan);
        if (set->plan)
            set->plan->assessed_live = pred->live;
    }
    return set->plan;
}

/* ---- lookup ---- */

/* A compound whose first part is bound. */
static bool has_deep_key(Cell c)
{
    if (cell_is_str(c))
        return functor_arity(str_functor(c)) > 0 && !cell_is_var(cell_deref(str_cells(c)[1]));
    return cell_is_txt(c) || (cell_is_lst(c) && !cell_is_var(cell_deref(lst_cells(c)[0])));
}

/* Dereferences the arguments that may be of use. Returns the mask of bound ones. */
static uint32_t bound_arguments(const IndexPlan *plan, uint32_t arity, const Cell *args, Cell cells[INDEX_ARGS])
{
    uint32_t considered = arity < INDEX_PLAIN ? (1u << arity) - 1 : (1u << INDEX_PLAIN) - 1;
    uint32_t bound = 0;
    for (uint32_t left = considered; left; left &= left - 1) {
        uint32_t arg = (uint32_t)__builtin_ctz(left);
        cells[arg] = cell_deref(args[arg]);
        if (cell_is_var(cells[arg]))
            continue;
        bound |= 1u << arg;
        if (arg < INDEX_DEEP && has_deep_key(cells[arg]))
            bound |= 1u << (INDEX_PLAIN + arg);
    }
    return bound & ~plan->useless;
}

static Candidates find_with(const Pred *pred, const Index *index, Cell cells[INDEX_ARGS])
{
    Cell keys[INDEX_ARGS];
    for (uint32_t i = 0; i < index->columns; i++) {
        uint32_t arg = index->args[i];
        keys[arg] = arg < INDEX_PLAIN ? key_from_cell(cells[arg]) : deep_key_from_cell(cells[arg - INDEX_PLAIN]);
    }
    Cell key = index_key(index, keys);
    return key ? index_find(index, key) : pred_all_clauses(pred);
}

Candidates index_lookup(Alloc *alloc, Pred *pred, const Cell *args)
{
    if (matrix_suits(pred))
        return pred_all_clauses(pred);
    IndexPlan *plan = need_plan(alloc, pred);
    if (!plan)
        return pred_all_clauses(pred);
    if (plan->wait > 0) {
        plan->wait--;
        return pred_all_clauses(pred);
    }
    refresh(plan, pred);
    Cell cells[INDEX_ARGS];
    uint32_t bound = bound_arguments(plan, pred_index_arity(pred), args, cells);
    if (bound == 0)
        return pred_all_clauses(pred);
    Decision *place = &plan->decisions[(bound ^ bound >> 4 ^ bound >> 8) % PLAN_DECISIONS];
    Index *index = place->bound == bound ? place->index : decide(alloc, pred, plan, bound, place);
    return index ? find_with(pred, index, cells) : pred_all_clauses(pred);
}

void index_note_walk(Pred *pred, size_t walked)
{
    IndexPlan *plan = pred->indexes ? pred->indexes->plan : NULL;
    if (!plan || plan->is_eager)
        return;
    plan->walked += walked;
    if (plan->walked < EAGER_AFTER + EAGER_LISTS * (size_t)pred->live)
        return;
    plan->is_eager = true;
    forget_findings(plan, pred);
}

/* ---- the matrix of a small predicate ---- */

/* How well a column of keys tells live rows apart: pairs of rows that no call can match both, then rows that a call can rule out. */
static uint32_t column_score(const Candidates *all, Cell keys[MATRIX_ROWS][INDEX_ARGS], uint32_t rows, uint32_t arg)
{
    uint32_t apart = 0, keyed = 0, vars = 0;
    for (uint32_t i = 0; i < rows; i++) {
        if (all->next[i]->died != GENERATION_NEVER)
            continue;
        if (keys[i][arg])
            keyed++;
        else
            vars++;
        for (uint32_t j = 0; j < i && keys[i][arg]; j++)
            if (keys[j][arg] && keys[j][arg] != keys[i][arg] && all->next[j]->died == GENERATION_NEVER)
                apart++;
    }
    return apart * 2 + (keyed && vars);
}

/* Chooses the columns: the best first. */
static void choose_columns(KeyMatrix *m, const Candidates *all, Cell keys[MATRIX_ROWS][INDEX_ARGS], uint32_t args)
{
    uint32_t score[INDEX_ARGS];
    for (uint32_t arg = 0; arg < args; arg++)
        score[arg] = column_score(all, keys, m->rows, arg);
    for (m->columns = 0; m->columns < MATRIX_COLUMNS; m->columns++) {
        uint32_t best = 0;
        for (uint32_t arg = 1; arg < args; arg++)
            if (score[arg] > score[best])
                best = arg;
        if (args == 0 || score[best] == 0)
            return;
        m->args[m->columns] = best;
        score[best] = 0;
    }
}

/* Enters a row under its key. */
static void table_add(KeySlot *table, uint32_t slots, Cell key, uint32_t row)
{
    size_t i = matrix_slot(key, slots);
    while (table[i].key && table[i].key != key)
        i = (i + 1) & (slots - 1);
    table[i].key = key;
    table[i].rows |= 1u << row;
}

static void fill_column(KeyMatrix *m, uint32_t column, Cell keys[MATRIX_ROWS][INDEX_ARGS])
{
    KeySlot *table = (KeySlot *)(uintptr_t)matrix_table(m, column);
    memset(table, 0, m->slots * sizeof *table);
    m->variable_rows[column] = 0;
    for (uint32_t row = 0; row < m->rows; row++) {
        Cell key = keys[row][m->args[column]];
        if (key)
            table_add(table, m->slots, key, row);
        else
            m->variable_rows[column] |= 1u << row;
    }
    for (uint32_t i = 0; i < m->slots; i++)
        table[i].rows |= m->variable_rows[column];
}

/* Makes the matrix in set->storage. False: memory. */
static bool fill_matrix(Alloc *alloc, IndexSet *set, const Pred *pred)
{
    Candidates all = pred_all_clauses(pred);
    Cell keys[MATRIX_ROWS][INDEX_ARGS];
    KeyMatrix head = {.rows = pred->clauses.count, .slots = 8};
    uint32_t args = pred_index_arity(pred) < INDEX_PLAIN ? pred_index_arity(pred) : INDEX_PLAIN;
    for (uint32_t row = 0; row < head.rows; row++)
        clause_keys(all.next[row], 0, args, keys[row]);
    choose_columns(&head, &all, keys, args);
    while (head.slots < 2 * head.rows)
        head.slots *= 2;
    size_t bytes = offsetof(KeyMatrix, code) + head.rows * sizeof(Code *) + (size_t)head.columns * head.slots * sizeof(KeySlot);
    if (bytes > set->storage_bytes) {
        KeyMatrix *storage = alloc_new(alloc, bytes);
        if (!storage)
            return false;
        alloc_free(alloc, set->storage, set->storage_bytes);
        set->storage = storage;
        set->storage_bytes = bytes;
    }
    KeyMatrix *m = set->storage;
    memcpy(m, &head, offsetof(KeyMatrix, code));
    m->guarded = 0;
    for (uint32_t row = 0; row < m->rows; row++) {
        const Code *code = m->code[row] = all.next[row]->code;
        if (instr_info[code_op(code[0])].flags & F_TEST && code[1] == 0)
            m->guarded |= 1u << row;
        m->neck[row] = clause_neck(all.next[row]);
    }
    for (uint32_t row = 0; row < 2; row++)
        m->first_keys[row] = row < m->rows && m->columns ? keys[row][m->args[0]] : 0;
    for (uint32_t column = 0; column < m->columns; column++)
        fill_column(m, column, keys);
    return true;
}

KeyMatrix *index_matrix(Alloc *alloc, Pred *pred)
{
    if (!matrix_suits(pred))
        return NULL;
    IndexSet *set = need_set(alloc, pred);
    if (!set)
        return NULL;
    if (!set->matrix && fill_matrix(alloc, set, pred))
        set->matrix = set->storage;
    return set->matrix;
}

static void set_entry_of_two(Pred *pred, const KeyMatrix *m)
{
    const Cell nil = cell_from_atom(ATOM_nil), *keys = m->first_keys;
    bool pair_first = keys[0] == KEY_PAIR && keys[1] == nil, nil_first = keys[0] == nil && keys[1] == KEY_PAIR;
    pred_set_entry(pred, pair_first || nil_first ? I_ENTER_LIST : I_ENTER_TWO);
    pred->entry_code[1] = (Code)(uintptr_t)m->code[nil_first];
    pred->entry_code[2] = (Code)(uintptr_t)m->code[!nil_first];
    pred->entry_code[3] = m->args[0];
    pred->entry_code[4] = keys[0];
    pred->entry_code[5] = keys[1];
}

void pred_set_matrix_entry(Pred *pred)
{
    const KeyMatrix *m = pred->indexes->matrix;
    if (m->rows == 2 && m->columns) {
        set_entry_of_two(pred, m);
        return;
    }
    pred_set_entry(pred, m->rows == 1 ? I_ENTER_ONE : I_ENTER_MATRIX);
    pred->entry_code[1] = m->rows == 1 ? (Code)(uintptr_t)m->code[0] : (Code)(uintptr_t)m;
}

/* ---- changes of the list ---- */

static IndexPlan *plan_of(Pred *pred)
{
    if (!pred->indexes)
        return NULL;
    pred->indexes->matrix = NULL;
    pred_update_entry(pred);
    return pred->indexes->plan;
}

/* An index could not follow a change. If that happens often, calls do without for a while: building takes about as long as they do. */
static void lose_index(Pred *pred, IndexPlan *plan, Index *index)
{
    remove_index(pred, plan, index);
    if (++plan->drops > LOSSES_FORGIVEN)
        plan->wait = WAIT_AFTER_LOSS;
}

void index_added(Alloc *alloc, Pred *pred, Clause *clause, bool at_end)
{
    IndexPlan *plan = plan_of(pred);
    for (Index *index = plan ? plan->indexes : NULL, *next; index; index = next) {
        next = index->next;
        if (!index_insert(alloc, pred, index, clause, at_end))
            lose_index(pred, plan, index);
    }
}

void index_removed(Alloc *alloc, Pred *pred, Clause *clause)
{
    IndexPlan *plan = plan_of(pred);
    if (plan && pred->live < plan->assessed_live / 16) {
        index_drop(alloc, pred);
        return;
    }
    for (Index *index = plan ? plan->indexes : NULL, *next; index; index = next) {
        next = index->next;
        if (!index_note_dead(alloc, pred, index, clause))
            lose_index(pred, plan, index);
    }
}

void index_retiring(Alloc *alloc, Pred *pred, Clause *clause)
{
    IndexPlan *plan = plan_of(pred);
    for (Index *index = plan ? plan->indexes : NULL, *next; index; index = next) {
        next = index->next;
        if (!index_purge(alloc, pred, index, clause))
            lose_index(pred, plan, index);
    }
}

void index_drop(Alloc *alloc, Pred *pred)
{
    IndexSet *set = pred->indexes;
    if (!set)
        return;
    while (set->plan && set->plan->indexes)
        remove_index(pred, set->plan, set->plan->indexes);
    alloc_free(alloc, set->plan, set->plan ? sizeof *set->plan : 0);
    alloc_free(alloc, set->storage, set->storage_bytes);
    alloc_free(alloc, set, sizeof *set);
    pred->indexes = NULL;
    pred_update_entry(pred);
}
