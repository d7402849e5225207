/* goal.c - reading a clause into a goal tree, and finding out where its variables are live.
 * SPDX-License-Identifier: MIT
 *
 * Three passes: build the tree and number the variables; forward, which variables have occurred; backward, which are still needed. From
 * the last two follows where each variable has to live:
 *   permanent   live across a call, or needed by an alternative that backtracking resumes (registers are not saved there);
 *   home        temporary, but live where the branches of a conditional join;
 *   temporary   everything else.
 * Control constructs may be nested NESTING_MAX deep, so that this code may recurse on them.
 */
#include "compile/goal.h"

#include "base/vec.h"
#include "compile/notes.h"
#include "term/text.h"

#define NESTING_MAX 120u
/* Words of sets a clause may need before it is compiled as a big clause. */
#define SET_WORDS_MAX (size_t)(8u << 20)

/* ---- callable terms ---- */

uint32_t callable_arity(Cell c)
{
    if (cell_is_atom(c))
        return 0;
    return cell_is_str(c) ? functor_arity(str_functor(c)) : 2;
}

Cell callable_functor(Cell c)
{
    if (cell_is_atom(c))
        return cell_from_functor(cell_atom(c), 0);
    return cell_is_str(c) ? str_functor(c) : cell_from_functor(ATOM_CHAR('.'), 2);
}

Cell callable_argument(Cell c, uint32_t i)
{
    if (cell_is_str(c))
        return cell_deref(str_cells(c)[1 + i]);
    Cell part[2];
    list_uncons(c, &part[0], &part[1]);
    return cell_deref(part[i]);
}

/* ---- which goals the compiler knows ---- */

#define FUNCTOR(name, arity) (((Cell)(name) << 32) | ((Cell)(arity) << 8) | (SUB_FUNCTOR << 3) | TAG_ATM)

typedef struct KnownGoal {
    Cell functor;
    uint8_t kind;
    uint16_t op, detail;
} KnownGoal;

/* clang-format off */
static const KnownGoal known_goals[] = {
    {FUNCTOR(ATOM_CHAR('!'), 0), GOAL_CUT, 0, 0},
    {FUNCTOR(ATOM_true, 0), GOAL_TRUE, 0, 0},
    {FUNCTOR(ATOM_fail, 0), GOAL_FAIL, 0, 0},
    {FUNCTOR(ATOM_false, 0), GOAL_FAIL, 1, 0},
    {FUNCTOR(ATOM_CHAR('='), 2), GOAL_UNIFY, 0, 0},
    {FUNCTOR(ATOM_is, 2), GOAL_IS, 0, 0},
    {FUNCTOR(ATOM_CHAR('<'), 2), GOAL_ARITHMETIC, I_TEST_LT, 0},
    {FUNCTOR(ATOM_CHAR('>'), 2), GOAL_ARITHMETIC, I_TEST_GT, 0},
    {FUNCTOR(ATOM_less_equal, 2), GOAL_ARITHMETIC, I_TEST_LE, 0},
    {FUNCTOR(ATOM_greater_equal, 2), GOAL_ARITHMETIC, I_TEST_GE, 0},
    {FUNCTOR(ATOM_num_equal, 2), GOAL_ARITHMETIC, I_TEST_EQ, 0},
    {FUNCTOR(ATOM_num_not_equal, 2), GOAL_ARITHMETIC, I_TEST_NE, 0},
    {FUNCTOR(ATOM_identical, 2), GOAL_COMPARE, I_TEST_IDENTICAL, 0},
    {FUNCTOR(ATOM_not_identical, 2), GOAL_COMPARE, I_TEST_DIFFERENT, 0},
    {FUNCTOR(ATOM_not_unifiable, 2), GOAL_COMPARE, I_TEST_NOT_UNIFIABLE, 0},
    {FUNCTOR(ATOM_term_less, 2), GOAL_COMPARE, I_TEST_ORDER, 0},
    {FUNCTOR(ATOM_term_less_equal, 2), GOAL_COMPARE, I_TEST_ORDER, 1},
    {FUNCTOR(ATOM_term_greater, 2), GOAL_COMPARE, I_TEST_ORDER, 2},
    {FUNCTOR(ATOM_term_greater_equal, 2), GOAL_COMPARE, I_TEST_ORDER, 3},
    {FUNCTOR(ATOM_var, 1), GOAL_TYPE, TYPE_VAR, 0},
    {FUNCTOR(ATOM_nonvar, 1), GOAL_TYPE, TYPE_NONVAR, 0},
    {FUNCTOR(ATOM_atom, 1), GOAL_TYPE, TYPE_ATOM, 0},
    {FUNCTOR(ATOM_integer, 1), GOAL_TYPE, TYPE_INTEGER, 0},
    {FUNCTOR(ATOM_float, 1), GOAL_TYPE, TYPE_FLOAT, 0},
    {FUNCTOR(ATOM_number, 1), GOAL_TYPE, TYPE_NUMBER, 0},
    {FUNCTOR(ATOM_atomic, 1), GOAL_TYPE, TYPE_ATOMIC, 0},
    {FUNCTOR(ATOM_compound, 1), GOAL_TYPE, TYPE_COMPOUND, 0},
    {FUNCTOR(ATOM_callable, 1), GOAL_TYPE, TYPE_CALLABLE, 0},
    {FUNCTOR(ATOM_string, 1), GOAL_TYPE, TYPE_STRING, 0},
    {FUNCTOR(ATOM_is_list, 1), GOAL_TYPE, TYPE_IS_LIST, 0},
};
/* clang-format on */

/* What a goal in a module is inline, or NULL. string/1 and is_list/1, which are not of the standard, a program may define anew. */
static const KnownGoal *known_goal(const Module *module, Cell functor)
{
    bool is_anyones = functor == FUNCTOR(ATOM_string, 1) || functor == FUNCTOR(ATOM_is_list, 1);
    if (is_anyones && !module->is_system && !module->is_library)
        return NULL;
    for (size_t i = 0; i < sizeof known_goals / sizeof known_goals[0]; i++)
        if (known_goals[i].functor == functor)
            return &known_goals[i];
    return NULL;
}

/* ---- pass 1: the tree ---- */

static bool push_cell(GoalTree *t, Cell c)
{
    if (!VEC_RESERVE(t->alloc, t->stack, t->stack_capacity, t->stack_count + 1))
        return false;
    t->stack[t->stack_count++] = c;
    return true;
}

static bool add_occurrence(GoalTree *t, uint32_t variable)
{
    if (!VEC_RESERVE(t->alloc, t->occurrences, t->occurrence_capacity, t->occurrence_count + 1))
        return false;
    t->occurrences[t->occurrence_count++] = variable;
    t->variables[variable].occurrences++;
    return true;
}

static bool add_variable(GoalTree *t, Cell *cell, uint32_t *number)
{
    if (!VEC_RESERVE(t->alloc, t->variables, t->variable_capacity, t->variable_count + 1))
        return false;
    *number = (uint32_t)t->variable_count;
    t->variables[t->variable_count++] = (Variable){.cell = cell, .old = cell ? *cell : 0};
    if (cell)
        *cell = cell_from_raw((enum RawKind)VARIABLE_MARK, *number);
    return true;
}

/* Numbers the variables of a term, left to right, and notes their occurrences. */
static bool scan_term(GoalTree *t, Cell term)
{
    size_t base = t->stack_count;
    for (;;) {
        term = cell_deref(term);
        switch (cell_tag(term)) {
        case TAG_REF:
        case TAG_ATT: {
            uint32_t number;
            if (!add_variable(t, cell_pointer(term), &number) || !add_occurrence(t, number))
                return false;
            break;
        }
        case TAG_ATM:
            if (cell_is_variable_mark(term) && !add_occurrence(t, variable_mark_number(term)))
                return false;
            break;
        case TAG_LST:
            if (!push_cell(t, lst_cells(term)[1]))
                return false;
            term = lst_cells(term)[0];
            continue;
        case TAG_TXT: term = *txt_tail(term); continue;
        case TAG_STR: {
            const Cell *cells = str_cells(term);
            for (uint32_t i = functor_arity(cells[0]); i > 1; i--)
                if (!push_cell(t, cells[i]))
                    return false;
            if (functor_arity(cells[0]) == 0)
                break;
            term = cells[1];
            continue;
        }
        default: break;
        }
        if (t->stack_count == base)
            return true;
        term = t->stack[--t->stack_count];
    }
}

static uint32_t goal_new(GoalTree *t, GoalKind kind, Cell term)
{
    if (!VEC_RESERVE(t->alloc, t->goals, t->goal_capacity, t->goal_count + 1))
        return NO_GOAL;
    Goal *g = &t->goals[t->goal_count];
    *g = (Goal){.kind = (uint8_t)kind, .term = term, .branch = {NO_GOAL, NO_GOAL, NO_GOAL}, .next = NO_GOAL, .prev = NO_GOAL};
    g->mark = NO_GOAL;
    g->first_occurrence = (uint32_t)t->occurrence_count;
    return (uint32_t)t->goal_count++;
}

static CompileStatus build_sequence(GoalTree *t, Cell body, Module *module, unsigned depth, uint32_t *first);

/* A choice point that a condition makes: its name is a pseudo variable with an occurrence where it is committed. */
static bool add_mark(GoalTree *t, uint32_t goal)
{
    uint32_t number;
    if (!add_variable(t, NULL, &number))
        return false;
    t->goals[goal].mark = number;
    return true;
}

/* Builds a goal of a control construct from up to three parts. */
static CompileStatus build_control(GoalTree *t, GoalKind kind, Cell term, const Cell *parts, unsigned count, Module *module, unsigned depth,
                                   uint32_t *out)
{
    uint32_t goal = goal_new(t, kind, term);
    if (goal == NO_GOAL || (kind != GOAL_OR && !add_mark(t, goal)))
        return COMPILE_NO_MEMORY;
    if (depth == NESTING_MAX)
        return COMPILE_TOO_WIDE;
    for (unsigned i = 0; i < count; i++) {
        uint32_t first, outer = t->cut_to;
        if (i == 0 && kind != GOAL_OR) /* a cut in a condition is local to it (7.8.7) */
            t->cut_to = t->goals[goal].mark;
        CompileStatus s = build_sequence(t, parts[i], module, depth + 1, &first);
        t->cut_to = outer;
        if (s != COMPILE_OK)
            return s;
        t->goals[goal].branch[i] = first;
    }
    *out = goal;
    return COMPILE_OK;
}

static bool is_struct_of(Cell c, Cell functor)
{
    return cell_is_str(c) && str_functor(c) == functor;
}

CompileStatus goal_check_body(Alloc *alloc, Cell term)
{
    CellVec right = {0}; /* sides still to be looked at */
    CompileStatus status = COMPILE_OK;
    while (status == COMPILE_OK) {
        term = cell_deref(term);
        if (is_struct_of(term, FUNCTOR(ATOM_CHAR(','), 2)) || is_struct_of(term, FUNCTOR(ATOM_CHAR(';'), 2)) ||
            is_struct_of(term, FUNCTOR(ATOM_arrow, 2)) || is_struct_of(term, FUNCTOR(ATOM_soft_arrow, 2))) {
            if (VEC_RESERVE(alloc, right.items, right.capacity, right.count + 1)) {
                right.items[right.count++] = callable_argument(term, 1);
                term = callable_argument(term, 0);
            } else {
                status = COMPILE_NO_MEMORY;
            }
        } else if (!cell_is_callable(term) && !cell_is_var(term) && !cell_is_variable_mark(term)) {
            status = COMPILE_NOT_CALLABLE;
        } else if (right.count > 0) {
            term = right.items[--right.count];
        } else {
            break;
        }
    }
    VEC_FREE(alloc, right.items, right.capacity);
    return status;
}

/* call(Term), written as Term. */
static CompileStatus build_call(GoalTree *t, Cell term, Module *module, uint32_t *out)
{
    uint32_t goal = goal_new(t, GOAL_CALL, term);
    if (goal == NO_GOAL)
        return COMPILE_NO_MEMORY;
    Goal *g = &t->goals[goal];
    *out = goal;
    g->variable = true;
    g->pred = program_call_target(t->program, module, FUNCTOR(ATOM_call, 1));
    t->calls++;
    t->max_arity = t->max_arity > 1 ? t->max_arity : 1;
    if (!g->pred || !scan_term(t, term))
        return COMPILE_NO_MEMORY;
    g->term = cell_deref(term); /* a variable has become a mark */
    return COMPILE_OK;
}

/* \+ Term where Term is no body: \+/1 is no control construct in the standard, so this is an error only when it is run (8.15.1). */
static CompileStatus build_not_of_term(GoalTree *t, Cell term, Module *module, uint32_t *out)
{
    uint32_t goal = goal_new(t, GOAL_NOT, term), inner;
    if (goal == NO_GOAL || !add_mark(t, goal))
        return COMPILE_NO_MEMORY;
    CompileStatus s = build_call(t, callable_argument(term, 0), module, &inner);
    if (s != COMPILE_OK)
        return s;
    t->goals[inner].end_occurrence = (uint32_t)t->occurrence_count;
    t->goals[inner].end = (uint32_t)t->goal_count;
    t->goals[goal].branch[0] = inner;
    *out = goal;
    return COMPILE_OK;
}

/* One goal that is not a conjunction. */
static CompileStatus build_goal(GoalTree *t, Cell term, Module *module, unsigned depth, uint32_t *out, const Module **qualifier)
{
    bool variable = false;
    *qualifier = NULL;
    while (is_struct_of(term, FUNCTOR(ATOM_CHAR(':'), 2))) {
        Cell name = callable_argument(term, 0), plain = callable_argument(term, 1);
        if (!cell_is_atom(name) || !cell_is_callable(plain))
            break;
        module = module_intern(t->program, cell_atom(name));
        if (!module)
            return COMPILE_NO_MEMORY;
        *qualifier = module;
        term = plain;
        if (is_struct_of(term, FUNCTOR(ATOM_CHAR(','), 2))) { /* M:(A,B): a sequence of its own */
            Cell parts[1] = {term};
            return build_control(t, GOAL_OR, term, parts, 1, module, depth, out);
        }
    }
    if (cell_is_var(term) || cell_is_variable_mark(term)) {
        variable = true;
    } else if (!cell_is_callable(term)) {
        return COMPILE_NOT_CALLABLE;
    }
    Cell functor = variable ? 0 : callable_functor(term);
    if (!variable) {
        if (functor == FUNCTOR(ATOM_CHAR(';'), 2)) {
            Cell left = callable_argument(term, 0), parts[3];
            bool hard = is_struct_of(left, FUNCTOR(ATOM_arrow, 2));
            if (hard || is_struct_of(left, FUNCTOR(ATOM_soft_arrow, 2))) {
                parts[0] = callable_argument(left, 0);
                parts[1] = callable_argument(left, 1);
                parts[2] = callable_argument(term, 1);
                CompileStatus s = build_control(t, hard ? GOAL_IF : GOAL_SOFT, term, parts, 3, module, depth, out);
                if (s == COMPILE_OK)
                    t->goals[*out].has_else = true;
                return s;
            }
            parts[0] = left;
            parts[1] = callable_argument(term, 1);
            return build_control(t, GOAL_OR, term, parts, 2, module, depth, out);
        }
        if (functor == FUNCTOR(ATOM_CHAR('|'), 2)) {
            Cell parts[2] = {callable_argument(term, 0), callable_argument(term, 1)};
            return build_control(t, GOAL_OR, term, parts, 2, module, depth, out);
        }
        if (functor == FUNCTOR(ATOM_arrow, 2) || functor == FUNCTOR(ATOM_soft_arrow, 2)) {
            Cell parts[3] = {callable_argument(term, 0), callable_argument(term, 1), cell_from_atom(ATOM_fail)};
            return build_control(t, functor == FUNCTOR(ATOM_arrow, 2) ? GOAL_IF : GOAL_SOFT, term, parts, 3, module, depth, out);
        }
        if (functor == FUNCTOR(ATOM_not_provable, 1)) {
            Cell parts[1] = {callable_argument(term, 0)};
            CompileStatus s = goal_check_body(t->alloc, parts[0]);
            return s == COMPILE_OK             ? build_control(t, GOAL_NOT, term, parts, 1, module, depth, out)
                   : s == COMPILE_NOT_CALLABLE ? build_not_of_term(t, term, module, out)
                                               : s;
        }
    }
    if (variable || functor == FUNCTOR(ATOM_CHAR(':'), 2)) /* Module:Goal that is not known yet is called as a whole */
        return build_call(t, term, module, out);
    const KnownGoal *known = known_goal(module, functor);
    uint32_t goal = goal_new(t, known ? (GoalKind)known->kind : GOAL_CALL, term);
    if (goal == NO_GOAL)
        return COMPILE_NO_MEMORY;
    Goal *g = &t->goals[goal];
    *out = goal;
    if (known) {
        g->op = known->op;
        g->detail = known->detail;
        if (g->kind == GOAL_CUT) {
            g->mark = t->cut_to;
            if (!add_occurrence(t, t->cut_to))
                return COMPILE_NO_MEMORY;
        }
    } else {
        uint32_t arity = functor_arity(functor);
        g->pred = program_call_target(t->program, module, functor);
        if (!g->pred)
            return COMPILE_NO_MEMORY;
        if (g->pred->flags & PRED_INLINE)
            g->kind = GOAL_INLINE;
        else
            t->calls++;
        if (arity > t->max_arity)
            t->max_arity = arity;
    }
    if (!scan_term(t, term))
        return COMPILE_NO_MEMORY;
    g->term = cell_deref(term); /* a variable has become a mark */
    return COMPILE_OK;
}

/* On the stack below the right side of a conjunction that is itself a left side: it ends there. */
#define END_OF_LEFT ((Cell)0)
/* Of left sides within each other, so many keep their brackets; a conjunction nested more deeply comes back flat. */
#define LEFT_SIDES_MAX 100u

/* Follows the left sides of a conjunction to its first goal; what is to the right goes on the stack. */
static bool open_conjunction(GoalTree *t, Cell *body, unsigned *open, uint16_t *opens)
{
    bool is_left = false;
    *opens = 0;
    while (is_struct_of(*body, FUNCTOR(ATOM_CHAR(','), 2))) {
        if (is_left && *open < LEFT_SIDES_MAX) {
            if (!push_cell(t, END_OF_LEFT))
                return false;
            ++*open;
            ++*opens;
        }
        if (!push_cell(t, callable_argument(*body, 1)))
            return false;
        *body = callable_argument(*body, 0);
        is_left = true;
    }
    return true;
}

/* A conjunction as a list of goals. Conjunctions are flattened with the tree's stack, so their depth does not matter. */
static CompileStatus build_sequence(GoalTree *t, Cell body, Module *module, unsigned depth, uint32_t *first)
{
    size_t base = t->stack_count;
    uint32_t last = NO_GOAL;
    unsigned open = 0;
    *first = NO_GOAL;
    body = cell_deref(body);
    for (;;) {
        uint16_t opens;
        if (!open_conjunction(t, &body, &open, &opens))
            return COMPILE_NO_MEMORY;
        uint32_t goal;
        const Module *qualifier;
        CompileStatus s = build_goal(t, body, module, depth, &goal, &qualifier);
        if (s != COMPILE_OK)
            return s;
        t->goals[goal].qualifier = qualifier;
        t->goals[goal].opens = opens;
        t->goals[goal].end_occurrence = (uint32_t)t->occurrence_count;
        t->goals[goal].end = (uint32_t)t->goal_count;
        t->goals[goal].prev = last;
        if (last == NO_GOAL)
            *first = goal;
        else
            t->goals[last].next = goal;
        last = goal;
        while (t->stack_count > base && t->stack[t->stack_count - 1] == END_OF_LEFT) {
            t->stack_count--;
            t->goals[goal].closes++;
            open--;
        }
        if (t->stack_count == base)
            return COMPILE_OK;
        body = cell_deref(t->stack[--t->stack_count]);
    }
}

/* ---- passes 2 and 3: where variables are live ---- */

static uint32_t set_new(GoalTree *t)
{
    uint32_t set = (uint32_t)t->set_used;
    t->set_used += t->set_words;
    return set;
}

static void set_add(GoalTree *t, uint32_t set, uint32_t variable)
{
    t->sets[set + variable / 64] |= UINT64_C(1) << (variable % 64);
}

static void set_copy(GoalTree *t, uint32_t to, uint32_t from)
{
    memcpy(t->sets + to, t->sets + from, t->set_words * sizeof *t->sets);
}

static void set_union(GoalTree *t, uint32_t to, uint32_t from)
{
    for (size_t i = 0; i < t->set_words; i++)
        t->sets[to + i] |= t->sets[from + i];
}

static void set_add_goal(GoalTree *t, uint32_t set, const Goal *g)
{
    for (uint32_t i = g->first_occurrence; i < g->end_occurrence; i++)
        set_add(t, set, t->occurrences[i]);
    if (g->mark != NO_GOAL)
        set_add(t, set, g->mark);
}

static bool is_variable_seen(const GoalTree *t, const Goal *g, Cell c)
{
    return !cell_is_variable_mark(c) || set_has(t, g->seen, variable_mark_number(c));
}

/* A unification that binds nothing when it fails: with a constant, or with a structure of new distinct variables. */
static bool unify_fails_clean(const GoalTree *t, const Goal *g)
{
    Cell a = callable_argument(g->term, 0), b = callable_argument(g->term, 1);
    if (!cell_is_variable_mark(a) || !set_has(t, g->seen, variable_mark_number(a))) {
        Cell swap = a;
        a = b;
        b = swap;
    }
    if (!cell_is_variable_mark(a) || !is_variable_seen(t, g, a))
        return false;
    if (cell_is_variable_mark(b))
        return false;
    if (cell_is_atom(b) || cell_is_int(b))
        return true;
    if (!cell_is_lst(b) && !cell_is_str(b))
        return false;
    uint32_t arity = callable_arity(b);
    if (arity > 8)
        return false;
    for (uint32_t i = 0; i < arity; i++) {
        Cell x = callable_argument(b, i);
        if (!cell_is_variable_mark(x) || is_variable_seen(t, g, x) || x == a)
            return false;
        for (uint32_t j = 0; j < i; j++)
            if (callable_argument(b, j) == x)
                return false;
    }
    return true;
}

/* Can this condition be tested without a choice point? */
static bool is_guard(const GoalTree *t, uint32_t first)
{
    for (uint32_t i = first; i != NO_GOAL; i = t->goals[i].next) {
        const Goal *g = &t->goals[i];
        switch (g->kind) {
        case GOAL_TYPE:
        case GOAL_COMPARE:
        case GOAL_ARITHMETIC:
        case GOAL_TRUE: break;
        case GOAL_IS: {
            Cell left = callable_argument(g->term, 0);
            if (!cell_is_variable_mark(left) || is_variable_seen(t, g, left))
                return false;
            break;
        }
        case GOAL_UNIFY:
            if (g->next != NO_GOAL || !unify_fails_clean(t, g))
                return false;
            break;
        default: return false;
        }
    }
    return true;
}

/* Notes what has occurred before each goal of a sequence; `seen` grows to what has occurred after it. */
static void forward(GoalTree *t, uint32_t first, uint32_t seen)
{
    for (uint32_t i = first; i != NO_GOAL; i = t->goals[i].next) {
        Goal *g = &t->goals[i];
        g->seen = set_new(t);
        set_copy(t, g->seen, seen);
        if (g->branch[0] != NO_GOAL) {
            uint32_t work = set_new(t);
            bool conditional = g->kind == GOAL_IF || g->kind == GOAL_SOFT;
            set_copy(t, work, seen);
            if (g->mark != NO_GOAL)
                set_add(t, work, g->mark);
            forward(t, g->branch[0], work);
            if (conditional)
                forward(t, g->branch[1], work);
            uint32_t other = conditional ? g->branch[2] : g->branch[1];
            if (other != NO_GOAL) {
                set_copy(t, work, seen);
                forward(t, other, work);
            }
            if (g->kind == GOAL_IF || g->kind == GOAL_NOT)
                g->guard = is_guard(t, g->branch[0]);
        }
        set_add_goal(t, seen, g);
    }
}

static void make_permanent(GoalTree *t, uint32_t live, uint32_t seen, const Goal *own)
{
    for (size_t w = 0; w < t->set_words; w++) {
        uint64_t bits = t->sets[live + w] & t->sets[seen + w];
        for (; bits; bits &= bits - 1)
            t->variables[w * 64 + (size_t)__builtin_ctzll(bits)].permanent = true;
    }
    if (own)
        for (uint32_t i = own->first_occurrence; i < own->end_occurrence; i++)
            if (set_has(t, live, t->occurrences[i]))
                t->variables[t->occurrences[i]].permanent = true;
}

/* Variables live after a join that occurred before it or in its branches keep a register of their own. */
static void make_home(GoalTree *t, const Goal *g)
{
    for (uint32_t v = 0; v < t->variable_count; v++)
        if (set_has(t, g->live, v) && set_has(t, g->seen, v))
            t->variables[v].home = true;
    for (uint32_t i = g->first_occurrence; i < g->end_occurrence; i++)
        if (set_has(t, g->live, t->occurrences[i]))
            t->variables[t->occurrences[i]].home = true;
}

/* `live` holds what is needed after the sequence and becomes what is needed before it. */
static void backward(GoalTree *t, uint32_t first, uint32_t live)
{
    if (first == NO_GOAL)
        return;
    uint32_t last = first;
    while (t->goals[last].next != NO_GOAL)
        last = t->goals[last].next;
    for (uint32_t i = last; i != NO_GOAL; i = t->goals[i].prev) {
        Goal *g = &t->goals[i];
        g->live = set_new(t);
        set_copy(t, g->live, live);
        if (g->kind == GOAL_CALL)
            make_permanent(t, live, g->seen, g);
        if (g->branch[0] != NO_GOAL) {
            bool conditional = g->kind == GOAL_IF || g->kind == GOAL_SOFT;
            uint32_t work = set_new(t), other = set_new(t);
            set_copy(t, other, live);
            uint32_t alternative = conditional ? g->branch[2] : g->branch[1];
            if (alternative != NO_GOAL)
                backward(t, alternative, other);
            bool choice = (g->kind == GOAL_OR && alternative != NO_GOAL) || g->kind == GOAL_SOFT || (g->mark != NO_GOAL && !g->guard);
            if (choice)
                make_permanent(t, other, g->seen, NULL);
            set_copy(t, work, live);
            if (conditional)
                backward(t, g->branch[1], work);
            if (g->guard) /* a failing test goes on with the registers as they are */
                set_union(t, work, other);
            if (g->mark != NO_GOAL && choice) {
                set_add(t, work, g->mark);
                t->variables[g->mark].permanent = true;
            }
            backward(t, g->branch[0], work);
            make_home(t, g);
            set_union(t, live, work);
            set_union(t, live, other);
        }
        set_add_goal(t, live, g);
    }
}

/* ---- pass 4: which variables occur first on several paths ---- */

/* Numbers the variables of occurrences [from, to) that are new in a construct and have mark `first`, or sets that mark. */
static void number_range(GoalTree *t, const Goal *g, uint32_t from, uint32_t to, uint32_t *marks, uint32_t first, uint32_t *count)
{
    for (uint32_t o = from; o < to; o++) {
        uint32_t v = t->occurrences[o];
        if (!t->variables[v].cell || set_has(t, g->seen, v) || set_has(t, g->live, v) != (g->kind == GOAL_NOT))
            continue;
        if (!count)
            marks[v] = first;
        else if (marks[v] == first && t->variables[v].number == 0 && *count < NOTE_ARGUMENT_MAX)
            t->variables[v].number = ++*count;
    }
}

/* A variable that is new in both branches of a construct and dead after it, or new in \+ and live after it, is made more than once:
 * notes will say that it is the same one. Variables live after a join are known by the register that they share. */
static bool number_variables(GoalTree *t)
{
    size_t bytes = t->variable_count * sizeof(uint32_t);
    uint32_t *marks = alloc_zero(t->alloc, bytes), count = 0;
    if (!marks)
        return false;
    for (uint32_t i = 0; i < t->goal_count; i++) {
        const Goal *g = &t->goals[i];
        bool conditional = g->kind == GOAL_IF || g->kind == GOAL_SOFT;
        uint32_t other = conditional ? g->branch[2] : g->branch[1];
        if (g->branch[0] == NO_GOAL || (other == NO_GOAL && g->kind != GOAL_NOT))
            continue;
        uint32_t middle = g->kind == GOAL_NOT ? g->first_occurrence : t->goals[other].first_occurrence;
        number_range(t, g, g->first_occurrence, g->kind == GOAL_NOT ? g->end_occurrence : middle, marks, i + 1, NULL);
        number_range(t, g, middle, g->end_occurrence, marks, i + 1, &count);
    }
    alloc_free(t->alloc, marks, bytes);
    return true;
}

static CompileStatus analyse_liveness(GoalTree *t)
{
    t->set_words = (t->variable_count + 63) / 64;
    if (t->set_words == 0)
        t->set_words = 1;
    size_t words = (t->goal_count * 5 + 4) * t->set_words;
    if (words > SET_WORDS_MAX)
        return COMPILE_TOO_WIDE;
    if (!VEC_RESERVE(t->alloc, t->sets, t->set_capacity, words))
        return COMPILE_NO_MEMORY;
    memset(t->sets, 0, words * sizeof *t->sets);
    uint32_t seen = set_new(t), live = set_new(t);
    for (uint32_t i = 0; i < t->head_end; i++)
        set_add(t, seen, t->occurrences[i]);
    set_add(t, seen, t->barrier);
    forward(t, t->body, seen);
    backward(t, t->body, live);
    t->body_live = live;
    for (size_t i = 0; i < t->variable_count; i++)
        if (t->variables[i].permanent)
            t->variables[i].home = false;
    for (size_t i = 0; i < t->goal_count; i++) /* goals are numbered in textual order: the last to mention a variable is its end */
        for (uint32_t o = t->goals[i].first_occurrence; o < t->goals[i].end_occurrence; o++)
            t->variables[t->occurrences[o]].last_goal = (uint32_t)i;
    return number_variables(t) ? COMPILE_OK : COMPILE_NO_MEMORY;
}

/* ---- the whole ---- */

CompileStatus goal_tree_build(GoalTree *t, Cell head, Cell body)
{
    bool ok = true;
    t->head = head;
    if (cell_is_var(head))
        return COMPILE_INSTANTIATION;
    if (!cell_is_callable(head))
        return COMPILE_HEAD;
    if (!(term_is_acyclic(t->store, head, &ok) && ok && term_is_acyclic(t->store, body, &ok) && ok))
        return ok ? COMPILE_CYCLIC : COMPILE_NO_MEMORY;
    t->max_arity = callable_arity(head);
    if (!add_variable(t, NULL, &t->barrier))
        return COMPILE_NO_MEMORY;
    t->cut_to = t->barrier;
    if (!scan_term(t, head))
        return COMPILE_NO_MEMORY;
    t->head_end = (uint32_t)t->occurrence_count;
    CompileStatus s = build_sequence(t, body, t->module, 0, &t->body);
    return s == COMPILE_OK ? analyse_liveness(t) : s;
}

void goal_tree_release(GoalTree *t)
{
    for (size_t i = t->variable_count; i-- > 0;)
        if (t->variables[i].cell)
            *t->variables[i].cell = t->variables[i].old;
    VEC_FREE(t->alloc, t->goals, t->goal_capacity);
    VEC_FREE(t->alloc, t->variables, t->variable_capacity);
    VEC_FREE(t->alloc, t->occurrences, t->occurrence_capacity);
    VEC_FREE(t->alloc, t->sets, t->set_capacity);
    VEC_FREE(t->alloc, t->stack, t->stack_capacity);
}
