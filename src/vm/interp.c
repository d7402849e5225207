/* interp.c - the loop.
 * SPDX-License-Identifier: MIT
 *
 * One set of instruction bodies, two builds. With HORN_DISPATCH_TAIL every instruction is a function that ends in a tail call of the next
 * one and the registers travel as arguments (clang 19: preserve_none, musttail); with HORN_DISPATCH_GOTO all bodies stand in one function
 * and end in a computed goto.
 *
 * Registers: e engine, P instruction, H heap top, HB heap top at the newest choice point, TR trail top, E environment, B choice point,
 * CP continuation, S next argument being read (NULL while writing), T the table of handlers (tail calls only).
 *
 * A body ends in NEXT(words), JUMP_TO(code), FAILURE, THROW, SLOW(label) or LEAVE(status). It may not hold locals across them. Anything
 * in C that looks at the engine comes between SAVE and LOAD. Operands are pre-scaled: X(offset) and Y(offset) take byte offsets.
 *
 * Elsewhere: slow halves (control.c), choosing clauses (select.h), the meaning of each instruction (code/instr.def).
 */
#include "vm/control.h"
#include "vm/frame.h"
#include "vm/guard.h"
#include "vm/interlude.h"
#include "vm/select.h"
#include "vm/stubs.h"
#include "arith/quick.h"
#include "term/compare.h"
#include "term/text.h"
#include "term/unify.h"
#include "term/walk.h"

/* ---- the two loops: interp_checked.c ---- */

#ifdef HORN_OCCURS_CHECK
#define CHECKED true
#define LOOP    loop_checked
/* Instructions that match come before what they have bound is checked. */
static inline bool is_matching(Code w) { return (instr_info[code_op(w)].flags & F_HEAD) && code_op(w) != I_CUT; }
#define CHECK_OCCURS                                        \
    do {                                                    \
        if (UNLIKELY(e->is_unchecked) && !is_matching(P[0])) \
            SLOW(check_occurs);                             \
    } while (0)
#else
#define CHECKED false
#define LOOP    loop_plain
#define CHECK_OCCURS (void)0
#endif

/* ---- the two builds ---- */

#if defined HORN_DISPATCH_TAIL

typedef struct Handlers Handlers;
#define PARAMETERS Engine *e, const Code *P, Cell *H, Cell *HB, Cell *TR, Environment *E, Choice *B, const Code *CP, Cell *S, \
    const Handlers *T __attribute__((unused))
#define ARGUMENTS e, P, H, HB, TR, E, B, CP, S, T
#define CONVENTION __attribute__((preserve_none))
typedef CONVENTION Status (*Handler)(PARAMETERS);
struct Handlers {
    Handler of[INSTR_COUNT];
};
#define OP(name) static CONVENTION Status op_##name(PARAMETERS)
#define LABEL(name) static CONVENTION __attribute__((noinline)) Status label_##name(PARAMETERS)
#define DISPATCH do { CHECK_OCCURS; __attribute__((musttail)) return T->of[code_op(P[0])](ARGUMENTS); } while (0)
#define SLOW(name) __attribute__((musttail)) return label_##name(ARGUMENTS)
#define LEAVE(status) return (status)

#ifdef HORN_OCCURS_CHECK
LABEL(check_occurs);
#endif
LABEL(redo_builtin);
static const Handlers handlers;
#define RELOAD_TABLE (T = &handlers)
#define INSTR(name, a, b, c, w1, w2, flags, meaning) OP(name);
#include "code/instr.def"
#undef INSTR

#else

#define OP(name) op_##name:
#define LABEL(name) label_##name:
#define RELOAD_TABLE (void)0
#define DISPATCH do { CHECK_OCCURS; goto *handlers[code_op(P[0])]; } while (0)
#define SLOW(name) goto label_##name
#define LEAVE(status) return (status)

#endif

/* ---- what bodies are made of ---- */

#define NEXT(words) do { P += (words); DISPATCH; } while (0)
#define JUMP_TO(code) do { P = (code); DISPATCH; } while (0)
#define FAILURE SLOW(fail)
#define THROW SLOW(throw)
#define X(offset) (*(Cell *)(void *)((char *)e->X + (offset)))
#define Y(offset) (*(Cell *)(void *)((char *)E->slots + (offset)))
#define A_ code_operand(P, 1)
#define B_ code_operand(P, 2)
#define C_ code_operand(P, 3)
#define SAVE (e->store.H = H, e->store.HB = HB, e->store.TR = TR, e->E = E, e->B = B, e->P = P, e->CP = CP)
#define LOAD (H = e->store.H, HB = e->store.HB, TR = e->store.TR, E = e->E, B = e->B, P = e->P, CP = e->CP, RELOAD_TABLE)
#define DEREF(c)                                            \
    while (cell_is_ref(c)) {                                \
        Cell next_ = *(Cell *)(uintptr_t)(c);               \
        if (next_ == (c))                                   \
            break;                                          \
        (c) = next_;                                        \
    }
#define BIND(variable, value)                               \
    do {                                                    \
        Cell *cell_ = (Cell *)(uintptr_t)(variable);        \
        *cell_ = (value);                                   \
        if (cell_ < HB) {                                   \
            *TR++ = (Cell)(uintptr_t)cell_;                 \
            if (UNLIKELY(TR >= e->store.trail_end))         \
                SLOW(trail_overflow);                       \
        }                                                   \
        if (CHECKED && cell_is_compound(*cell_))            \
            note_unchecked(e, cell_);                       \
    } while (0)
#define PUSH_VARIABLE (*H = cell_from_pointer(H, TAG_REF), *H++)
/* Where a test that fails goes: its label, or backtracking. */
#define TEST_FAILED                                         \
    do {                                                    \
        if (P[1] == 0)                                      \
            FAILURE;                                        \
        JUMP_TO(P + (int64_t)P[1]);                         \
    } while (0)
/* Goes on by the status of a slow step that left the registers alone. */
#define CHECK(status)                                       \
    do {                                                    \
        if (UNLIKELY((status) != ST_TRUE)) {                \
            if ((status) == ST_FAIL)                        \
                FAILURE;                                    \
            if ((status) == ST_RETRY)                       \
                SLOW(retry);                                \
            THROW;                                          \
        }                                                   \
    } while (0)
#define PREDICATE_ENTRY SLOW_IF_POLL; DISPATCH
/* Others may set it while the loop runs. */
#define LIMIT atomic_load_explicit(&e->limit, memory_order_relaxed)
#define SLOW_IF_POLL                                        \
    do {                                                    \
        if (UNLIKELY(++e->inferences >= e->poll_at) || UNLIKELY(H >= LIMIT)) \
            SLOW(poll);                                     \
    } while (0)
/* Where a collection may happen inside a clause, the stress build makes one. */
#ifdef HORN_STRESS
#define STRESS_POINT                                        \
    do {                                                    \
        if (!engine_is_stressed(e))                         \
            break;                                          \
        if (B->kind == CHOICE_PARTIAL)                      \
            complete_choice(e, B);                          \
        SAVE;                                               \
        if (make_room(e, 0) != ST_TRUE)                     \
            e->has_ball = false; /* the next poll finds out too */ \
        LOAD;                                               \
    } while (0)
#else
#define STRESS_POINT (void)0
#endif
#define CUT_BACK(target)                                    \
    do {                                                    \
        Choice *target_ = (target);                         \
        if (B != target_) {                                 \
            if (UNLIKELY(e->cleanups)) {                    \
                e->cut_target = target_;                    \
                SLOW(cut_cleanups);                         \
            }                                               \
            B = target_;                                    \
            HB = B->H;                                      \
        }                                                   \
    } while (0)
#define CHOICE_AT(slot) choice_named(e, (slot))
#define CHOICE_NAME(choice) choice_name(e, (choice))

/* The orders that TEST_ORDER accepts, by what it wants: bit 0 less, bit 1 equal, bit 2 greater. */
static inline bool order_is_wanted(unsigned wanted, int order) { return ((0x6431u >> (4 * wanted)) >> (order + 1)) & 1u; }

static inline Cell functor_key(Cell c) { return cell_is_str(c) ? str_functor(c) : cell_is_lst(c) || cell_is_txt(c) ? KEY_PAIR : c; }

static inline Cell instr_atom(const Code *P) { return ((Cell)(uint32_t)code_imm(P[0]) << 32) | TAG_ATM; }
static inline Cell instr_int(const Code *P) { return cell_from_int(code_imm(P[0])); }

/* Pushes a choice point without arguments above B. */
static inline Choice *push_choice(Engine *e, Choice *B, const Code *alternative, Cell *H, Cell *TR, Environment *E, const Code *CP,
                                  Cell *top)
{
    Choice *b = (Choice *)(void *)choice_end(B);
    (void)e;
    b->alternative = alternative;
    b->prev = B;
    b->H = H;
    b->TR = TR;
    b->E = E;
    b->CP = CP;
    b->environment_top = top;
    b->pred = NULL;
    b->arguments = 0;
    b->kind = CHOICE_PLAIN;
    return b;
}

/* Keeps the argument registers that the clause to be tried overwrites before its neck. */
static inline void save_overwritten(const Engine *e, Choice *b, uint16_t neck)
{
    b->neck = neck;
    for (uint32_t bits = neck; bits; bits &= bits - 1)
        b->x[__builtin_ctz(bits)] = e->X[__builtin_ctz(bits)];
}

/* The first stage of a choice point for the clauses `rows` of a small predicate, above B: what a head that fails needs. */
static inline Choice *push_partial_choice(Engine *e, Choice *B, Pred *p, uint32_t rows, uint16_t neck, Cell *H, Cell *TR, Environment *E,
                                          const Code *CP)
{
    Choice *b = (Choice *)(void *)choice_end(B);
    b->alternative = stub_alt_partial.code;
    b->prev = B;
    b->H = H;
    b->TR = TR;
    b->E = E;
    b->CP = CP;
    b->pred = p;
    b->arguments = (uint16_t)pred_registers(p);
    b->kind = CHOICE_PARTIAL;
    b->rows = rows;
    save_overwritten(e, b, neck);
    return b;
}

/* A register is about to be overwritten that the clause's neck does not name. */
static void keep_argument(const Engine *e, Choice *b, uint16_t operand)
{
    uint32_t i = operand / sizeof(Cell);
    if (b->kind == CHOICE_PARTIAL && i < b->arguments && !((b->neck >> i) & 1)) {
        b->x[i] = e->X[i];
        b->neck = (uint16_t)(b->neck | 1u << i);
    }
}

/* The second stage: the rest. */
static void complete_choice(const Engine *e, Choice *b)
{
    const Pred *p = b->pred;
    b->alternative = stub_alt_rows.code;
    b->environment_top = environment_top(b->E, b->prev, b->CP);
    b->next = p->clauses.items + p->clauses.first;
    b->end = b->next + p->indexes->matrix->rows;
    b->kind = CHOICE_PLAIN;
    for (uint32_t i = 0; i < b->arguments; i++)
        if (!((b->neck >> i) & 1))
            b->x[i] = e->X[i];
}

#if defined HORN_DISPATCH_GOTO
Status LOOP(Engine *e)
{
    static const void *const handlers[INSTR_COUNT] = {
#define INSTR(name, a, b, c, w1, w2, flags, meaning) &&op_##name,
#include "code/instr.def"
#undef INSTR
    };
    const Code *P, *CP;
    Cell *H, *HB, *TR, *S = NULL;
    Environment *E;
    Choice *B;
    LOAD;
    DISPATCH;
#endif

/* ---- failing, throwing, polling ---- */

LABEL(fail)
{
    if (CHECKED)
        forget_unchecked(e);
    Cell *mark = B->TR;
    while (TR != mark) {
        Cell entry = *--TR;
        if (UNLIKELY(entry & 1))
            *(Cell *)(uintptr_t)(entry - 1) = *--TR;
        else
            *(Cell *)(uintptr_t)entry = entry;
    }
    H = B->H;
    HB = H;
    E = B->E;
    CP = B->CP;
    P = B->alternative;
    DISPATCH;
}

LABEL(throw)
{
    if (CHECKED)
        forget_unchecked(e);
    if (B->kind == CHOICE_PARTIAL)
        B = B->prev;
    SAVE;
    Status s = unwind(e);
    if (s != ST_TRUE)
        LEAVE(s);
    LOAD;
    DISPATCH;
}

/* The instruction at P lacks heap and has changed nothing. */
LABEL(retry)
{
    if (B->kind == CHOICE_PARTIAL)
        complete_choice(e, B);
    SAVE;
    Status s = prepare_retry(e, 0);
    LOAD;
    if (s != ST_TRUE)
        THROW;
    DISPATCH;
}

#ifdef HORN_OCCURS_CHECK
/* What a head, or an inline unification, has bound. */
LABEL(check_occurs)
{
    SAVE;
    Status s = check_unchecked(e);
    LOAD;
    CHECK(s);
    DISPATCH;
}
#endif

/* P is at the entry of a predicate. */
LABEL(poll)
{
    SAVE;
    Status s = poll(e, pred_registers(pred_from_entry(P)), true);
    LOAD;
    CHECK(s);
    if (UNLIKELY(engine_wants_other_loop(e))) {
        SAVE;
        LEAVE(ST_SWITCH);
    }
    DISPATCH;
}

/* An area is full: the error, whose ball is built on the heap. */
#define OVERFLOW(label, exhausted)                          \
    LABEL(label)                                            \
    {                                                       \
        SAVE;                                               \
        e->store.resource = (exhausted);                    \
        e->running = NULL;                                  \
        (void)store_error(e);                               \
        LOAD;                                               \
        THROW;                                              \
    }
OVERFLOW(trail_overflow, RES_TRAIL)
OVERFLOW(choice_overflow, RES_CHOICE)
OVERFLOW(environment_overflow, RES_ENVIRONMENT)

/* ---- matching arguments ---- */

/* Unifies e->left with e->right, the last thing a one-word instruction has to do. */
LABEL(unify_pair)
{
    SAVE;
    Status s = unify_at(e, e->left, e->right);
    TR = e->store.TR;
    H = e->store.H;
    CHECK(s);
    NEXT(1);
}

/* GET_ATOM and GET_INT of something that is neither the constant nor a plain variable. */
LABEL(get_immediate)
{
    Cell c = cell_deref(X(A_)), k = code_op(P[0]) == I_GET_ATOM ? instr_atom(P) : instr_int(P);
    if (!cell_is_var(c))
        FAILURE;
    SAVE;
    Status s = unify_at(e, c, k);
    LOAD;
    CHECK(s);
    NEXT(1);
}

#define GET_IMMEDIATE(name, constant)           \
    OP(name)                                    \
    {                                           \
        Cell c = X(A_), k = (constant);         \
        DEREF(c);                               \
        if (LIKELY(c == k))                     \
            NEXT(1);                            \
        if (cell_is_ref(c)) {                   \
            BIND(c, k);                         \
            NEXT(1);                            \
        }                                       \
        if (UNLIKELY(cell_is_att(c)))           \
            SLOW(get_immediate);                \
        FAILURE;                                \
    }
GET_IMMEDIATE(GET_ATOM, instr_atom(P))
GET_IMMEDIATE(GET_INT, instr_int(P))

OP(GET_CONST)
{
    SAVE;
    Status s = unify_at(e, X(A_), P[1]);
    LOAD;
    CHECK(s);
    NEXT(2);
}

/* Packed text against a list. Its first pair is nowhere on the heap: S reads it from the engine. */
LABEL(get_list_text)
{
    Cell rest, head = cell_from_atom(text_uncons(cell_deref(X(A_)), &rest));
    switch (code_op(P[0])) {
    case I_GET_LIST_VAR_VAR:
        X(B_) = head;
        X(C_) = rest;
        NEXT(1);
    case I_GET_LIST_VAL_VAR:
        e->left = head;
        e->right = X(B_);
        X(C_) = rest;
        SLOW(unify_pair);
    case I_GET_LIST_VAR_VAL:
        e->left = rest;
        e->right = X(C_);
        X(B_) = head;
        SLOW(unify_pair);
    default: break;
    }
    e->text_pair[0] = head;
    e->text_pair[1] = rest;
    S = e->text_pair;
    NEXT(1);
}

/* A pair that is neither a plain list cell nor text: an attributed variable is bound to a new pair, and the instruction goes on at its
 * list case through a temporary LST cell in X(A_). */
LABEL(get_list_other)
{
    Cell c = cell_deref(X(A_));
    if (cell_is_txt(c))
        SLOW(get_list_text);
    keep_argument(e, B, A_);
    if (cell_is_lst(c) || cell_is_ref(c)) { /* an attributed variable that is bound by now */
        X(A_) = c;
        DISPATCH;
    }
    if (!cell_is_att(c))
        FAILURE;
    Cell *pair = H;
    pair[0] = cell_from_pointer(pair, TAG_REF);
    pair[1] = cell_from_pointer(pair + 1, TAG_REF);
    H += 2;
    SAVE;
    Status s = unify_at(e, c, cell_from_pointer(pair, TAG_LST));
    LOAD;
    CHECK(s);
    X(A_) = cell_from_pointer(pair, TAG_LST);
    DISPATCH;
}

OP(GET_LIST)
{
    Cell c = X(A_);
    DEREF(c);
    if (LIKELY(cell_is_lst(c))) {
        S = lst_cells(c);
        NEXT(1);
    }
    if (LIKELY(cell_is_ref(c))) {
        BIND(c, cell_from_pointer(H, TAG_LST));
        S = NULL;
        NEXT(1);
    }
    if (cell_is_txt(c) || cell_is_att(c))
        SLOW(get_list_other);
    FAILURE;
}

OP(GET_LIST_VAR_VAR)
{
    Cell c = X(A_);
    DEREF(c);
    if (LIKELY(cell_is_lst(c))) {
        const Cell *pair = lst_cells(c);
        Cell tail = pair[1];
        X(B_) = pair[0];
        X(C_) = tail;
        NEXT(1);
    }
    if (LIKELY(cell_is_ref(c))) {
        BIND(c, cell_from_pointer(H, TAG_LST));
        X(B_) = PUSH_VARIABLE;
        X(C_) = PUSH_VARIABLE;
        NEXT(1);
    }
    if (LIKELY(cell_is_txt(c)) && LIKELY(txt_is_ascii(c))) {
        X(B_) = cell_from_atom((unsigned char)*txt_bytes(c));
        X(C_) = txt_next(c);
        NEXT(1);
    }
    if (cell_is_txt(c) || cell_is_att(c))
        SLOW(get_list_other);
    FAILURE;
}

OP(GET_LIST_VAL_VAR)
{
    Cell c = X(A_);
    DEREF(c);
    if (LIKELY(cell_is_ref(c))) {
        BIND(c, cell_from_pointer(H, TAG_LST));
        *H++ = X(B_);
        X(C_) = PUSH_VARIABLE;
        NEXT(1);
    }
    if (LIKELY(cell_is_lst(c))) {
        const Cell *pair = lst_cells(c);
        Cell a = pair[0], b = X(B_), tail = pair[1];
        DEREF(a);
        DEREF(b);
        X(C_) = tail;
        if (a == b)
            NEXT(1);
        if (cell_is_ref(b) && !cell_is_var(a)) {
            BIND(b, a);
            NEXT(1);
        }
        e->left = a;
        e->right = b;
        SLOW(unify_pair);
    }
    if (cell_is_txt(c) || cell_is_att(c))
        SLOW(get_list_other);
    FAILURE;
}

OP(GET_LIST_VAR_VAL)
{
    Cell c = X(A_);
    DEREF(c);
    if (LIKELY(cell_is_lst(c))) {
        const Cell *pair = lst_cells(c);
        Cell a = pair[1], b = X(C_);
        X(B_) = pair[0];
        e->left = a;
        e->right = b;
        SLOW(unify_pair);
    }
    if (cell_is_ref(c)) {
        Cell value = X(C_);
        BIND(c, cell_from_pointer(H, TAG_LST));
        X(B_) = PUSH_VARIABLE;
        *H++ = value;
        NEXT(1);
    }
    if (cell_is_txt(c) || cell_is_att(c))
        SLOW(get_list_other);
    FAILURE;
}

/* An attributed variable against a structure: bound to a new one full of variables, then read. */
LABEL(get_struct_attributed)
{
    Cell c = cell_deref(X(A_)), f = P[1];
    if (!cell_is_att(c)) { /* it was bound by now */
        X(A_) = c;
        DISPATCH;
    }
    Cell *block = H;
    *H++ = f;
    for (uint32_t i = functor_arity(f); i > 0; i--)
        (void)PUSH_VARIABLE;
    SAVE;
    Status s = unify_at(e, c, cell_from_pointer(block, TAG_STR));
    LOAD;
    CHECK(s);
    S = block + 1;
    NEXT(2);
}

OP(GET_STRUCT)
{
    Cell c = X(A_);
    DEREF(c);
    if (LIKELY(cell_is_str(c))) {
        S = str_cells(c);
        if (*S++ != P[1])
            FAILURE;
        NEXT(2);
    }
    if (LIKELY(cell_is_ref(c))) {
        BIND(c, cell_from_pointer(H, TAG_STR));
        *H++ = P[1];
        S = NULL;
        NEXT(2);
    }
    if (cell_is_att(c))
        SLOW(get_struct_attributed);
    FAILURE;
}

OP(GET_VALUE)
{
    Cell a = X(A_), b = X(B_);
    DEREF(a);
    DEREF(b);
    if (a == b)
        NEXT(1);
    if (cell_is_ref(a)) {
        if (!cell_is_var(b) || (cell_is_ref(b) && b < a)) {
            BIND(a, b);
            NEXT(1);
        }
        if (cell_is_ref(b)) {
            BIND(b, a);
            NEXT(1);
        }
    } else if (cell_is_ref(b) && !cell_is_att(a)) {
        BIND(b, a);
        NEXT(1);
    } else if (!cell_is_pointer(a) && !cell_is_pointer(b)) {
        FAILURE;
    }
    e->left = a;
    e->right = b;
    SLOW(unify_pair);
}

OP(UNIFY_VAR)
{
    if (S)
        X(A_) = *S++;
    else
        X(A_) = PUSH_VARIABLE;
    NEXT(1);
}

OP(UNIFY_VAL)
{
    if (!S) {
        *H++ = X(A_);
        NEXT(1);
    }
    Cell a = *S++, b = X(A_);
    DEREF(a);
    DEREF(b);
    if (a == b)
        NEXT(1);
    if (cell_is_ref(a) && !cell_is_var(b)) {
        BIND(a, b);
        NEXT(1);
    }
    if (cell_is_ref(b) && !cell_is_var(a)) {
        BIND(b, a);
        NEXT(1);
    }
    e->left = a;
    e->right = b;
    SLOW(unify_pair);
}

OP(UNIFY_VOID)
{
    unsigned n = A_;
    if (S) {
        S += n;
    } else {
        while (n-- > 0)
            (void)PUSH_VARIABLE;
    }
    NEXT(1);
}

LABEL(unify_immediate)
{
    Cell k = code_op(P[0]) == I_UNIFY_ATOM ? instr_atom(P) : code_op(P[0]) == I_UNIFY_INT ? instr_int(P) : P[1];
    unsigned words = instr_words(P[0]);
    SAVE;
    Status s = unify_at(e, *S++, k);
    LOAD;
    CHECK(s);
    NEXT(words);
}

#define UNIFY_IMMEDIATE(name, constant)         \
    OP(name)                                    \
    {                                           \
        Cell k = (constant);                    \
        if (!S) {                               \
            *H++ = k;                           \
            NEXT(1);                            \
        }                                       \
        Cell c = *S;                            \
        DEREF(c);                               \
        if (c == k) {                           \
            S++;                                \
            NEXT(1);                            \
        }                                       \
        if (cell_is_ref(c)) {                   \
            S++;                                \
            BIND(c, k);                         \
            NEXT(1);                            \
        }                                       \
        if (cell_is_att(c))                     \
            SLOW(unify_immediate);              \
        FAILURE;                                \
    }
UNIFY_IMMEDIATE(UNIFY_ATOM, instr_atom(P))
UNIFY_IMMEDIATE(UNIFY_INT, instr_int(P))

OP(UNIFY_CONST)
{
    if (!S) {
        *H++ = P[1];
        NEXT(2);
    }
    SLOW(unify_immediate);
}

/* The last argument of the structure being matched is itself one: S moves into it. */
LABEL(unify_nested_other)
{
    Cell c = cell_deref(*S);
    bool list = code_op(P[0]) == I_UNIFY_LIST;
    unsigned words = instr_words(P[0]);
    if (list && cell_is_txt(c)) {
        Cell rest, head = cell_from_atom(text_uncons(c, &rest));
        e->text_pair[0] = head;
        e->text_pair[1] = rest;
        S = e->text_pair;
        NEXT(words);
    }
    if (list && cell_is_lst(c)) {
        S = lst_cells(c);
        NEXT(words);
    }
    if (!list && cell_is_str(c) && str_functor(c) == P[1]) {
        S = str_cells(c) + 1;
        NEXT(words);
    }
    if (!cell_is_var(c))
        FAILURE;
    Cell *block = H;
    uint32_t arity = list ? 2 : functor_arity(P[1]);
    if (!list)
        *H++ = P[1];
    for (uint32_t i = 0; i < arity; i++)
        (void)PUSH_VARIABLE;
    SAVE;
    Status s = unify_at(e, c, cell_from_pointer(block, list ? TAG_LST : TAG_STR));
    LOAD;
    CHECK(s);
    S = list ? block : block + 1;
    NEXT(words);
}

OP(UNIFY_LIST)
{
    if (!S) {
        *H = cell_from_pointer(H + 1, TAG_LST);
        H++;
        NEXT(1);
    }
    Cell c = *S;
    DEREF(c);
    if (LIKELY(cell_is_lst(c))) {
        S = lst_cells(c);
        NEXT(1);
    }
    if (cell_is_ref(c)) {
        BIND(c, cell_from_pointer(H, TAG_LST));
        S = NULL;
        NEXT(1);
    }
    SLOW(unify_nested_other);
}

OP(UNIFY_STRUCT)
{
    if (!S) {
        *H = cell_from_pointer(H + 1, TAG_STR);
        H[1] = P[1];
        H += 2;
        NEXT(2);
    }
    Cell c = *S;
    DEREF(c);
    if (LIKELY(cell_is_str(c))) {
        S = str_cells(c);
        if (*S++ != P[1])
            FAILURE;
        NEXT(2);
    }
    if (cell_is_ref(c)) {
        BIND(c, cell_from_pointer(H, TAG_STR));
        *H++ = P[1];
        S = NULL;
        NEXT(2);
    }
    SLOW(unify_nested_other);
}

/* ---- loading and building ---- */

OP(MOVE)
{
    X(A_) = X(B_);
    NEXT(1);
}

OP(LOAD)
{
    X(A_) = Y(B_);
    NEXT(1);
}

OP(STORE)
{
    Y(A_) = X(B_);
    NEXT(1);
}

OP(PUT_VAR)
{
    X(A_) = PUSH_VARIABLE;
    NEXT(1);
}

OP(PUT_VAR_Y)
{
    Cell variable = PUSH_VARIABLE;
    Y(A_) = variable;
    X(B_) = variable;
    NEXT(1);
}

OP(INIT_Y)
{
    Y(A_) = PUSH_VARIABLE;
    NEXT(1);
}

OP(PUT_ATOM)
{
    X(A_) = instr_atom(P);
    NEXT(1);
}

OP(PUT_INT)
{
    X(A_) = instr_int(P);
    NEXT(1);
}

OP(PUT_CONST)
{
    X(A_) = P[1];
    NEXT(2);
}

OP(PUT_LIST)
{
    X(A_) = cell_from_pointer(H, TAG_LST);
    NEXT(1);
}

OP(PUT_STRUCT)
{
    X(A_) = cell_from_pointer(H, TAG_STR);
    *H++ = P[1];
    NEXT(2);
}

OP(PUT_LIST_VAL_VAL)
{
    H[0] = X(B_);
    H[1] = X(C_);
    X(A_) = cell_from_pointer(H, TAG_LST);
    H += 2;
    NEXT(1);
}

OP(WRITE_VAR)
{
    X(A_) = PUSH_VARIABLE;
    NEXT(1);
}

OP(WRITE_VAR_Y)
{
    Y(A_) = PUSH_VARIABLE;
    NEXT(1);
}

OP(WRITE_VAL)
{
    *H++ = X(A_);
    NEXT(1);
}

OP(WRITE_VAL_Y)
{
    *H++ = Y(A_);
    NEXT(1);
}

OP(WRITE_VOID)
{
    for (unsigned n = A_; n > 0; n--)
        (void)PUSH_VARIABLE;
    NEXT(1);
}

OP(WRITE_ATOM)
{
    *H++ = instr_atom(P);
    NEXT(1);
}

OP(WRITE_INT)
{
    *H++ = instr_int(P);
    NEXT(1);
}

OP(WRITE_CONST)
{
    *H++ = P[1];
    NEXT(2);
}

OP(WRITE_REL)
{
    *H = cell_from_pointer(H + code_imm(P[0]), (enum Tag)A_);
    H++;
    NEXT(1);
}

OP(WRITE_FUNCTOR)
{
    *H++ = P[1];
    NEXT(2);
}

/* ---- calls and environments ---- */

OP(ALLOCATE)
{
    Cell *top = environment_top(E, B, CP);
    if (UNLIKELY(top >= e->environment_end))
        SLOW(environment_overflow);
    Environment *frame = (Environment *)(void *)top;
    frame->ce = E;
    frame->cp = CP;
    E = frame;
    NEXT(1);
}

OP(DEALLOCATE)
{
    CP = E->cp;
    E = E->ce;
    NEXT(1);
}

OP(CALL)
{
    CP = P + 3;
    P = pred_entry((const Pred *)(uintptr_t)P[1]);
    e->cut_barrier = B;
    PREDICATE_ENTRY;
}

OP(EXECUTE)
{
    P = pred_entry((const Pred *)(uintptr_t)P[1]);
    e->cut_barrier = B;
    PREDICATE_ENTRY;
}

OP(EXECUTE_POP)
{
    CP = E->cp;
    E = E->ce;
    P = pred_entry((const Pred *)(uintptr_t)P[1]);
    e->cut_barrier = B;
    PREDICATE_ENTRY;
}

OP(PROCEED)
{
    JUMP_TO(CP);
}

OP(PROCEED_POP)
{
    CP = E->cp;
    E = E->ce;
    JUMP_TO(CP);
}

/* The status of a builtin run in place, other than success and failure, is in e->builtin_status. */
LABEL(builtin_other)
{
    Status s = e->builtin_status;
    if (s == ST_RETRY)
        SLOW(retry);
    if (s == ST_HALT)
        LEAVE(ST_HALT);
    if (s == ST_SWITCH) {
        P += 2;
        SAVE;
        LEAVE(ST_SWITCH);
    }
    THROW;
}

OP(BUILTIN)
{
    STRESS_POINT;
    const Pred *p = (const Pred *)(uintptr_t)P[1];
    SAVE;
    e->running = p;
    Status s = p->builtin->function(e, e->X);
    H = e->store.H;
    TR = e->store.TR;
    if (LIKELY(s == ST_TRUE))
        NEXT(2);
    if (s == ST_FAIL)
        FAILURE;
    e->builtin_status = s;
    SLOW(builtin_other);
}

OP(NEED)
{
    STRESS_POINT;
    size_t cells = (size_t)(uint32_t)code_imm(P[0]);
    if (LIKELY((size_t)(e->store.heap_end - H) >= cells && H <= e->store.heap_end))
        NEXT(1);
    e->store.cells_needed = cells;
    e->running = NULL;
    SLOW(retry);
}

OP(BIG_CLAUSE)
{
    SAVE;
    Status s = enter_big_clause(e, P[1]);
    LOAD;
    CHECK(s);
    DISPATCH;
}

/* ---- choices and cuts inside a clause ---- */

/* Top of the environments that a new choice point inside a clause protects: `info` belongs to its alternative. */
_Static_assert(sizeof(Code) == sizeof(Cell), "slots and code are words");
#define INNER_TOP(info) ((Cell *)(uintptr_t)E->slots + info_live(info) > B->environment_top ? E->slots + info_live(info) : B->environment_top)

LABEL(cut_cleanups)
{
    SAVE;
    Status s = cut_cleanups(e, e->cut_target);
    LOAD;
    CHECK(s);
    DISPATCH;
}

OP(TRY)
{
    const Code *alternative = P + (int64_t)P[1];
    if (UNLIKELY(choice_end(B) >= e->choice_end))
        SLOW(choice_overflow);
    Cell *top = INNER_TOP(alternative + 1);
    B = push_choice(e, B, alternative, H, TR, E, CP, top);
    HB = H;
    NEXT(2);
}

OP(TRY_MARK)
{
    const Code *alternative = P + (int64_t)P[1];
    if (UNLIKELY(choice_end(B) >= e->choice_end))
        SLOW(choice_overflow);
    Cell *top = INNER_TOP(alternative + 1);
    B = push_choice(e, B, alternative, H, TR, E, CP, top);
    HB = H;
    Y(A_) = CHOICE_NAME(B);
    NEXT(2);
}

OP(RETRY)
{
    B->alternative = P + (int64_t)P[2];
    NEXT(3);
}

OP(TRUST)
{
    B = B->prev;
    HB = B->H;
    NEXT(2);
}

OP(COMMIT)
{
    CUT_BACK(CHOICE_AT(Y(A_))->prev);
    NEXT(1);
}

OP(SOFT_COMMIT)
{
    Choice *b = CHOICE_AT(Y(A_));
    if (b == B) {
        B = B->prev;
        HB = B->H;
    } else {
        b->alternative = stub_alt_fail.code;
    }
    NEXT(1);
}

OP(CUT)
{
    CUT_BACK(e->cut_barrier);
    NEXT(1);
}

LABEL(complete)
{
    complete_choice(e, B);
    NEXT(1);
}

OP(NECK)
{
    if (UNLIKELY(B->kind == CHOICE_PARTIAL))
        SLOW(complete);
    NEXT(1);
}

OP(SAVE_CUT)
{
    Y(A_) = CHOICE_NAME(e->cut_barrier);
    NEXT(1);
}

OP(CUT_TO)
{
    CUT_BACK(CHOICE_AT(Y(A_)));
    NEXT(1);
}

OP(JUMP)
{
    JUMP_TO(P + (int64_t)P[1]);
}

OP(FAIL)
{
    FAILURE;
}

/* ---- tests ---- */

OP(TEST_TYPE)
{
    if (type_holds((TypeTest)B_, cell_deref(X(A_))))
        NEXT(2);
    TEST_FAILED;
}

OP(TEST_IDENTICAL)
{
    Cell a = X(A_), b = X(B_);
    DEREF(a);
    DEREF(b);
    if (a == b)
        NEXT(2);
    if (!cell_is_pointer(a) || !cell_is_pointer(b) || cell_is_ref(a) || cell_is_ref(b))
        TEST_FAILED;
    int order;
    SAVE;
    Status s = order_at(e, a, b, &order);
    LOAD;
    CHECK(s);
    if (order == 0)
        NEXT(2);
    TEST_FAILED;
}

OP(TEST_DIFFERENT)
{
    Cell a = X(A_), b = X(B_);
    DEREF(a);
    DEREF(b);
    if (a == b)
        TEST_FAILED;
    if (!cell_is_pointer(a) || !cell_is_pointer(b) || cell_is_ref(a) || cell_is_ref(b))
        NEXT(2);
    int order;
    SAVE;
    Status s = order_at(e, a, b, &order);
    LOAD;
    CHECK(s);
    if (order != 0)
        NEXT(2);
    TEST_FAILED;
}

LABEL(order_other)
{
    int order;
    SAVE;
    Status s = order_at(e, X(A_), X(B_), &order);
    LOAD;
    CHECK(s);
    if (order_is_wanted(C_, order))
        NEXT(2);
    TEST_FAILED;
}

/* Characters are in the order of their codes, which are the indexes of their atoms; small integers are words. */
OP(TEST_ORDER)
{
    Cell a = X(A_), b = X(B_);
    DEREF(a);
    DEREF(b);
    bool characters = cell_is_atom(a) && cell_is_atom(b) && (a | b) < cell_from_atom(ATOM_FIRST);
    if (!characters && !(cell_is_int(a) && cell_is_int(b)))
        SLOW(order_other);
    int order = ((int64_t)a > (int64_t)b) - ((int64_t)a < (int64_t)b);
    if (order_is_wanted(C_, order))
        NEXT(2);
    TEST_FAILED;
}

OP(TEST_NOT_UNIFIABLE)
{
    SAVE;
    Status s = not_unifiable_at(e, X(A_), X(B_));
    LOAD;
    if (s == ST_TRUE)
        NEXT(2);
    if (s == ST_ERROR)
        THROW;
    TEST_FAILED;
}

OP(TEST_SHAPE)
{
    Cell c = cell_deref(X(A_));
    if (cell_is_var(c) || functor_key(c) == P[2])
        NEXT(3);
    TEST_FAILED;
}

/* Both operands small integers: compared as words. Else out of line, by instruction. */
LABEL(compare_other)
{
    Opcode op = code_op(P[0]);
    bool immediate = op >= I_TEST_LT_INT;
    Cell a = X(A_), b = immediate ? cell_from_int((int16_t)B_) : X(B_);
    int order;
    if (!quick_order(cell_deref(a), cell_deref(b), &order)) {
        SAVE;
        Status s = compare_at(e, a, b, &order);
        LOAD;
        CHECK(s);
    }
    if (comparison_holds(op, order < 0 ? LESS : order == 0 ? EQUAL : order == 1 ? GREATER : UNORDERED))
        NEXT(2);
    TEST_FAILED;
}

#define COMPARISON(name, operator)                                             \
    OP(name)                                                                   \
    {                                                                          \
        Cell a = X(A_), b = X(B_);                                             \
        DEREF(a);                                                              \
        DEREF(b);                                                              \
        if (UNLIKELY(!cell_is_int(a) || !cell_is_int(b)))                      \
            SLOW(compare_other);                                               \
        if ((int64_t)a operator (int64_t) b)                                   \
            NEXT(2);                                                           \
        TEST_FAILED;                                                           \
    }
COMPARISON(TEST_LT, <)
COMPARISON(TEST_LE, <=)
COMPARISON(TEST_GT, >)
COMPARISON(TEST_GE, >=)
COMPARISON(TEST_EQ, ==)
COMPARISON(TEST_NE, !=)

#define COMPARISON_INT(name, operator)                                         \
    OP(name)                                                                   \
    {                                                                          \
        Cell a = X(A_);                                                        \
        DEREF(a);                                                              \
        if (UNLIKELY(!cell_is_int(a)))                                         \
            SLOW(compare_other);                                               \
        if (cell_int(a) operator (int64_t)(int16_t) B_)                        \
            NEXT(2);                                                           \
        TEST_FAILED;                                                           \
    }
COMPARISON_INT(TEST_LT_INT, <)
COMPARISON_INT(TEST_LE_INT, <=)
COMPARISON_INT(TEST_GT_INT, >)
COMPARISON_INT(TEST_GE_INT, >=)
COMPARISON_INT(TEST_EQ_INT, ==)
COMPARISON_INT(TEST_NE_INT, !=)

/* ---- arithmetic ---- */

/* Applies a function to two operands that are not small integers with a small value, and goes on. */
#define APPLY(function, left, right, words)                 \
    do {                                                    \
        Cell a_ = cell_deref(left), b_ = cell_deref(right), result_; \
        double value_;                                      \
        if (quick_float(&e->machine->arith, (function), a_, b_, &value_) && e->store.heap_end - H >= DOUBLE_CELLS) { \
            X(A_) = write_double(H, value_);                \
            H += DOUBLE_CELLS;                              \
            NEXT(words);                                    \
        }                                                   \
        SAVE;                                               \
        Status s = arithmetic_at(e, 2, (function), a_, b_, &result_); \
        LOAD;                                               \
        CHECK(s);                                           \
        X(A_) = result_;                                    \
        NEXT(words);                                        \
    } while (0)

LABEL(arithmetic_other)
{
    Opcode op = code_op(P[0]);
    bool immediate = op == I_ADD_INT || op == I_SUB_INT;
    enum ArithFunction f = op == I_ADD || op == I_ADD_INT ? ARITH_add : op == I_MUL ? ARITH_multiply : ARITH_subtract;
    APPLY(f, X(B_), immediate ? cell_from_int((int16_t)C_) : X(C_), 1);
}

/* Adding tagged words: a and b carry the tag once each, so one is taken off; the carry into bit 64 is the overflow of the 61-bit sum. */
OP(ADD)
{
    Cell a = X(B_), b = X(C_);
    int64_t sum;
    DEREF(a);
    DEREF(b);
    if (UNLIKELY(!cell_is_int(a) || !cell_is_int(b) || __builtin_add_overflow((int64_t)(a - TAG_INT), (int64_t)b, &sum)))
        SLOW(arithmetic_other);
    X(A_) = (Cell)sum;
    NEXT(1);
}

OP(SUB)
{
    Cell a = X(B_), b = X(C_);
    int64_t difference;
    DEREF(a);
    DEREF(b);
    if (UNLIKELY(!cell_is_int(a) || !cell_is_int(b) || __builtin_sub_overflow((int64_t)a, (int64_t)(b - TAG_INT), &difference)))
        SLOW(arithmetic_other);
    X(A_) = (Cell)difference;
    NEXT(1);
}

OP(MUL)
{
    Cell a = X(B_), b = X(C_);
    int64_t product;
    DEREF(a);
    DEREF(b);
    if (UNLIKELY(!cell_is_int(a) || !cell_is_int(b) || __builtin_mul_overflow((int64_t)(a - TAG_INT), cell_int(b), &product)))
        SLOW(arithmetic_other);
    X(A_) = (Cell)product + TAG_INT;
    NEXT(1);
}

OP(ADD_INT)
{
    Cell a = X(B_);
    int64_t sum;
    DEREF(a);
    if (UNLIKELY(!cell_is_int(a) || __builtin_add_overflow((int64_t)a, (int64_t)(int16_t)C_ * 8, &sum)))
        SLOW(arithmetic_other);
    X(A_) = (Cell)sum;
    NEXT(1);
}

OP(SUB_INT)
{
    Cell a = X(B_);
    int64_t difference;
    DEREF(a);
    if (UNLIKELY(!cell_is_int(a) || __builtin_sub_overflow((int64_t)a, (int64_t)(int16_t)C_ * 8, &difference)))
        SLOW(arithmetic_other);
    X(A_) = (Cell)difference;
    NEXT(1);
}

OP(EVAL)
{
    Cell c = X(B_), result;
    DEREF(c);
    if (LIKELY(cell_is_int(c))) {
        X(A_) = c;
        NEXT(1);
    }
    SAVE;
    Status s = evaluate_at(e, c, &result);
    LOAD;
    CHECK(s);
    X(A_) = result;
    NEXT(1);
}

OP(EVAL_0)
{
    Cell result;
    SAVE;
    Status s = arithmetic_at(e, 0, (enum ArithFunction)B_, 0, 0, &result);
    LOAD;
    CHECK(s);
    X(A_) = result;
    NEXT(1);
}

OP(EVAL_1)
{
    Cell result;
    SAVE;
    Status s = arithmetic_at(e, 1, (enum ArithFunction)C_, X(B_), 0, &result);
    LOAD;
    CHECK(s);
    X(A_) = result;
    NEXT(1);
}

LABEL(eval_2_other)
{
    enum ArithFunction f = (enum ArithFunction)P[1];
    APPLY(f, X(B_), code_op(P[0]) == I_EVAL_2_INT ? cell_from_int((int16_t)C_) : X(C_), 2);
}

OP(EVAL_2)
{
    STRESS_POINT;
    Cell a = X(B_), b = X(C_), result;
    DEREF(a);
    DEREF(b);
    if (UNLIKELY(!cell_is_int(a) || !cell_is_int(b) || !quick_integer((enum ArithFunction)P[1], cell_int(a), cell_int(b), &result)))
        SLOW(eval_2_other);
    X(A_) = result;
    NEXT(2);
}

OP(EVAL_2_INT)
{
    STRESS_POINT;
    Cell a = X(B_), result;
    DEREF(a);
    if (UNLIKELY(!cell_is_int(a) || !quick_integer((enum ArithFunction)P[1], cell_int(a), (int16_t)C_, &result)))
        SLOW(eval_2_other);
    X(A_) = result;
    NEXT(2);
}

/* ---- entries of predicates ---- */

OP(ENTER_CLAUSES)
{
    Pred *p = pred_from_entry(P);
    if (p->dead == 0 && matrix_suits(p) && pred_matrix(e->store.alloc, p)) {
        pred_set_matrix_entry(p);
        DISPATCH;
    }
    Generation generation = e->machine->program.generation;
    Selection sel;
    select_first(e, p, generation, e->X, &sel);
    if (!sel.clause)
        FAILURE;
    if (sel.next) {
        uint32_t arity = pred_registers(p);
        if (UNLIKELY(choice_end(B) >= e->choice_end))
            SLOW(choice_overflow);
        B = push_choice(e, B, stub_alt_clauses.code, H, TR, E, CP, environment_top(E, B, CP));
        B->pred = p;
        B->next = sel.next;
        B->end = sel.end;
        B->generation = generation;
        B->arguments = (uint16_t)arity;
        for (uint32_t i = 0; i < arity; i++)
            B->x[i] = e->X[i];
        HB = H;
    }
    JUMP_TO(sel.clause->code);
}

OP(ALT_CLAUSES)
{
    const Pred *p = B->pred;
    Selection sel;
    for (uint32_t i = 0; i < B->arguments; i++)
        e->X[i] = B->x[i];
    select_scan(e, p, B->next, B->end, B->generation, B->x, &sel);
    e->cut_barrier = B->prev;
    if (sel.next) {
        B->next = sel.next;
    } else {
        B = B->prev;
        HB = B->H;
        if (UNLIKELY(!sel.clause))
            FAILURE;
    }
    JUMP_TO(sel.clause->code);
}

/* Enters the clauses e->rows. */
LABEL(enter_rows)
{
    Pred *p = pred_from_entry(P);
    const KeyMatrix *m = p->indexes->matrix;
    uint32_t rows = e->rows;
    if (rows == 0)
        FAILURE;
    uint32_t first = (uint32_t)__builtin_ctz(rows), left = rows & (rows - 1);
    if (left) {
        uint16_t neck = m->neck[first];
        if (UNLIKELY(choice_end(B) >= e->choice_end))
            SLOW(choice_overflow);
        B = push_partial_choice(e, B, p, left, neck != NECK_NONE ? neck : 0, H, TR, E, CP);
        if (neck == NECK_NONE)
            complete_choice(e, B);
        HB = H;
    }
    JUMP_TO(m->code[first]);
}

/* Some of the clauses e->rows begin with tests. */
LABEL(enter_guarded)
{
    const KeyMatrix *m = pred_from_entry(P)->indexes->matrix;
    uint32_t rows = e->rows;
    for (uint32_t bits = rows & m->guarded; bits; bits &= bits - 1) {
        uint32_t row = (uint32_t)__builtin_ctz(bits);
        bool fails;
        const Code *next = guard_pass(e->X, m->code[row], &fails);
        if (fails)
            rows &= ~(1u << row);
        else if (rows == 1u << row || (code_op(next[0]) == I_CUT && row == (uint32_t)__builtin_ctz(rows)))
            JUMP_TO(next);
    }
    e->rows = rows;
    SLOW(enter_rows);
}

/* Enters what keys have left. */
#define ENTER(m, left)                                      \
    do {                                                    \
        e->rows = (left);                                   \
        if (e->rows & (m)->guarded)                         \
            SLOW(enter_guarded);                            \
        SLOW(enter_rows);                                   \
    } while (0)

/* A key takes more than a look: the slow way. */
LABEL(enter_matrix_other)
{
    const KeyMatrix *m = pred_from_entry(P)->indexes->matrix;
    Cell keys[MATRIX_COLUMNS];
    for (uint32_t i = 0; i < m->columns; i++)
        keys[i] = key_from_cell(cell_deref(e->X[m->args[i]]));
    ENTER(m, matrix_rows(m, keys));
}

/* Sets `key` to the key of X[arg]; on a variable does `variable`, on a cell whose key takes work goes the slow way. */
#define QUICK_KEY(key, arg, variable)                       \
    Cell key = e->X[arg];                                   \
    do {                                                    \
        DEREF(key);                                         \
        if ((unsigned)cell_tag(key) - TAG_INT <= TAG_ATM - TAG_INT) { \
        } else if ((unsigned)cell_tag(key) - TAG_LST <= TAG_TXT - TAG_LST) { \
            key = cell_is_str(key) ? str_functor(key) : KEY_PAIR; \
        } else if (cell_is_ref(key))                        \
            variable;                                       \
        else                                                \
            SLOW(enter_matrix_other);                       \
    } while (0)

/* More than one clause is left after the first column: e->rows. The other columns may tell them apart. */
LABEL(enter_more)
{
    const KeyMatrix *m = pred_from_entry(P)->indexes->matrix;
    uint32_t rows = e->rows;
    for (uint32_t column = 1; column < m->columns; column++) {
        Cell key = e->X[m->args[column]];
        DEREF(key);
        if (cell_is_ref(key))
            continue;
        if ((unsigned)cell_tag(key) - TAG_INT > TAG_ATM - TAG_INT)
            key = cell_is_lst(key) || cell_is_txt(key) ? KEY_PAIR : key_from_cell(cell_deref(key));
        if (key)
            rows &= matrix_column(m, column, key);
    }
    ENTER(m, rows);
}

OP(ENTER_ONE)
{
    JUMP_TO((const Code *)(uintptr_t)P[1]);
}

OP(ENTER_TWO)
{
    QUICK_KEY(key, P[3], goto enter_two_both);
    Cell first = P[4], second = P[5];
    if (first != key && first != 0) {
        if (second != key && second != 0)
            FAILURE;
        JUMP_TO((const Code *)(uintptr_t)P[2]);
    }
    if (second != key && second != 0)
        JUMP_TO((const Code *)(uintptr_t)P[1]);
enter_two_both:
    e->rows = 3;
    SLOW(enter_more);
}

OP(ENTER_LIST)
{
    Cell key = e->X[P[3]];
    DEREF(key);
    if (cell_is_lst(key))
        JUMP_TO((const Code *)(uintptr_t)P[1]);
    if (key == cell_from_atom(ATOM_nil))
        JUMP_TO((const Code *)(uintptr_t)P[2]);
    if (cell_is_txt(key))
        JUMP_TO((const Code *)(uintptr_t)P[1]);
    if (cell_is_ref(key)) {
        e->rows = 3;
        SLOW(enter_more);
    }
    if (cell_is_att(key))
        SLOW(enter_matrix_other);
    FAILURE;
}

OP(ENTER_MATRIX)
{
    const KeyMatrix *m = (const KeyMatrix *)(uintptr_t)P[1];
    uint32_t rows = matrix_all_rows(m);
    if (m->columns) {
        QUICK_KEY(key, m->args[0], goto enter_matrix_filtered);
        rows = matrix_column(m, 0, key);
    }
enter_matrix_filtered:
    if (rows == 0)
        FAILURE;
    uint32_t first = (uint32_t)__builtin_ctz(rows);
    if (LIKELY(rows >> first == 1))
        JUMP_TO(m->code[first]);
    if (m->columns <= 1)
        ENTER(m, rows);
    e->rows = rows;
    SLOW(enter_more);
}

/* The clauses were visible when the goal began, and stay so for it. */
OP(ALT_ROWS)
{
    uint32_t rows = B->rows, arity = B->arguments;
    const Clause *clause = B->next[__builtin_ctz(rows)];
    for (uint32_t i = 0; i < arity; i++)
        e->X[i] = B->x[i];
    rows &= rows - 1;
    e->cut_barrier = B->prev;
    if (rows) {
        B->rows = rows;
    } else {
        B = B->prev;
        HB = B->H;
    }
    JUMP_TO(clause->code);
}

/* Nothing has changed the predicate since. */
OP(ALT_PARTIAL)
{
    const KeyMatrix *m = B->pred->indexes->matrix;
    uint32_t rows = B->rows, row = (uint32_t)__builtin_ctz(rows);
    for (uint32_t bits = B->neck; bits; bits &= bits - 1)
        e->X[__builtin_ctz(bits)] = B->x[__builtin_ctz(bits)];
    rows &= rows - 1;
    e->cut_barrier = B->prev;
    if (rows) {
        uint16_t neck = m->neck[row];
        B->rows = rows;
        save_overwritten(e, B, neck != NECK_NONE ? neck : 0);
        if (neck == NECK_NONE)
            complete_choice(e, B);
    } else {
        B = B->prev;
        HB = B->H;
    }
    JUMP_TO(m->code[row]);
}

OP(ENTER_UNDEFINED)
{
    SAVE;
    Status s = call_undefined(e, pred_from_entry(P));
    LOAD;
    CHECK(s);
    DISPATCH;
}

OP(ENTER_LINK)
{
    SAVE;
    Status s = call_unlinked(e, pred_from_entry(P));
    LOAD;
    CHECK(s);
    DISPATCH;
}

/* A meta predicate of another module. */
LABEL(import_meta)
{
    SAVE;
    Status s = qualify_arguments(e, pred_from_entry(P));
    LOAD;
    CHECK(s);
    JUMP_TO(pred_entry(pred_from_entry(P)->import));
}

OP(ENTER_IMPORT)
{
    const Pred *import = pred_from_entry(P)->import;
    if (UNLIKELY(import->flags & PRED_META))
        SLOW(import_meta);
    JUMP_TO(pred_entry(import));
}

/* What a called builtin came to, other than success and failure: e->builtin_status. */
LABEL(called_builtin_other)
{
    Status s = e->builtin_status;
    if (s == ST_RETRY) {
        const Pred *p = pred_from_entry(P);
        SAVE;
        s = prepare_retry(e, pred_arity(p) + p->builtin->hidden);
        LOAD;
        CHECK(s);
        DISPATCH;
    }
    if (s == ST_CALL) {
        SAVE;
        s = meta_call_goal(e);
        LOAD;
        CHECK(s);
        DISPATCH;
    }
    if (s == ST_HALT)
        LEAVE(ST_HALT);
    if (s == ST_SWITCH) {
        P = CP;
        SAVE;
        LEAVE(ST_SWITCH);
    }
    THROW;
}

OP(ENTER_DET)
{
    const Pred *p = pred_from_entry(P);
    SAVE;
    e->running = p;
    Status s = p->builtin->function(e, e->X);
    H = e->store.H;
    TR = e->store.TR;
    if (LIKELY(s == ST_TRUE))
        JUMP_TO(CP);
    if (s == ST_FAIL)
        FAILURE;
    e->builtin_status = s;
    SLOW(called_builtin_other);
}

OP(ENTER_NONDET)
{
    const Pred *p = pred_from_entry(P);
    const Builtin *row = p->builtin;
    uint32_t arity = pred_arity(p);
    if (UNLIKELY(choice_end(B) >= e->choice_end))
        SLOW(choice_overflow);
    for (uint32_t i = 0; i < row->hidden; i++)
        e->X[arity + i] = cell_from_int(0);
    Cell *trail = TR;
    HB = H; /* everything older is trailed, in case a choice point is left */
    SAVE;
    e->running = p;
    e->redo = 0;
    e->candidates.next = NULL;
    e->kept_heap = H;
    Status s = row->function(e, e->X);
    H = e->store.H;
    TR = e->store.TR;
    HB = B->H;
    if (s == ST_TRUE && e->redo == 2) {
        B = push_choice(e, B, stub_alt_builtin.code, e->kept_heap, trail, E, CP, environment_top(E, B, CP));
        B->pred = (Pred *)(uintptr_t)p;
        B->next = e->candidates.next;
        B->end = e->candidates.end;
        B->generation = e->generation;
        B->arguments = (uint16_t)(arity + row->hidden);
        for (uint32_t i = 0; i < B->arguments; i++)
            B->x[i] = e->X[i];
        HB = B->H;
    }
    if (LIKELY(s == ST_TRUE))
        JUMP_TO(CP);
    if (s == ST_FAIL)
        FAILURE;
    e->builtin_status = s;
    SLOW(called_builtin_other);
}

/* A loop that fails back to here may never enter a predicate, so that this is where it is polled. */
LABEL(poll_again)
{
    SAVE;
    Status s = poll(e, 0, false);
    LOAD;
    CHECK(s);
    if (UNLIKELY(engine_wants_other_loop(e))) {
        SAVE;
        LEAVE(ST_SWITCH);
    }
    SLOW(redo_builtin);
}

/* RETRY keeps the choice point and runs this again. */
OP(ALT_BUILTIN)
{
    if (UNLIKELY(++e->inferences >= e->poll_at) || UNLIKELY(H >= LIMIT))
        SLOW(poll_again);
    SLOW(redo_builtin);
}

LABEL(redo_builtin)
{
    const Pred *p = B->pred;
    for (uint32_t i = 0; i < B->arguments; i++)
        e->X[i] = B->x[i];
    SAVE;
    e->running = p;
    e->redo = 1;
    Status s = p->builtin->function(e, e->X);
    H = e->store.H;
    TR = e->store.TR;
    if (s == ST_RETRY) {
        SAVE;
        s = prepare_retry(e, B->arguments);
        LOAD;
        CHECK(s);
        DISPATCH;
    }
    if (s == ST_TRUE && e->redo == 2) {
        for (uint32_t i = pred_arity(p); i < B->arguments; i++)
            B->x[i] = e->X[i];
    } else {
        B = B->prev;
        HB = B->H;
    }
    if (LIKELY(s == ST_TRUE))
        JUMP_TO(CP);
    if (s == ST_FAIL)
        FAILURE;
    THROW;
}

OP(ENTER_CALL)
{
    SAVE;
    Status s = meta_call(e, pred_arity(pred_from_entry(P)));
    if (s == ST_RETRY)
        s = make_room(e, pred_arity(pred_from_entry(P)));
    LOAD;
    CHECK(s);
    DISPATCH;
}

/* Pushes a choice point that keeps X0..X[count-1] and the address of the frame that follows it, and that frame, whose one slot names the
 * choice point; then calls X0. */
#define CALL_UNDER(choice_kind, count, alt, exit_stub)                                              \
    do {                                                                                            \
        Cell *top_ = environment_top(E, B, CP);                                                     \
        if (UNLIKELY(choice_end(B) >= e->choice_end))                                               \
            SLOW(choice_overflow);                                                                  \
        if (UNLIKELY(top_ >= e->environment_end))                                                   \
            SLOW(environment_overflow);                                                             \
        B = push_choice(e, B, alt, H, TR, E, CP, top_);                                             \
        B->kind = (choice_kind);                                                                    \
        B->arguments = (count) + 1;                                                                 \
        for (uint32_t i_ = 0; i_ < (count); i_++)                                                   \
            B->x[i_] = e->X[i_];                                                                    \
        B->x[count] = cell_from_int((int64_t)((char *)top_ - (char *)e->environment_base));         \
        HB = H;                                                                                     \
        Environment *frame_ = (Environment *)(void *)top_;                                          \
        frame_->ce = E;                                                                             \
        frame_->cp = CP;                                                                            \
        frame_->slots[0] = CHOICE_NAME(B);                                                          \
        E = frame_;                                                                                 \
        CP = (exit_stub);                                                                           \
        SLOW(call_goal);                                                                            \
    } while (0)

/* Calls the goal in X0, opaque to cuts. */
LABEL(call_goal)
{
    P = e->machine->call_entry;
    DISPATCH;
}

OP(ENTER_CATCH)
{
    CALL_UNDER(CHOICE_CATCH, 3, stub_alt_catch.code, stub_catch_exit.code);
}

/* An interrupt came while the last builtin of the goal of a catch/3 ran: it belongs to that goal. */
LABEL(interrupted_catch)
{
    SAVE;
    (void)limits_stop(e);
    LOAD;
    THROW;
}

OP(CATCH_EXIT)
{
    if (UNLIKELY(stop_is_interrupted(&e->stop)) && !limits_are_masked(e))
        SLOW(interrupted_catch);
    if (CHOICE_AT(E->slots[0]) == B) {
        B = B->prev;
        HB = B->H;
    }
    CP = E->cp;
    E = E->ce;
    JUMP_TO(CP);
}

OP(ALT_CATCH)
{
    B = B->prev;
    HB = B->H;
    FAILURE;
}

OP(ENTER_CLEANUP)
{
    e->cleanups++;
    limits_unmask(e);
    CALL_UNDER(CHOICE_CLEANUP, 2, stub_alt_cleanup.code, stub_cleanup_exit.code);
}

/* Fails when there is no such choice point. The cut itself is an instruction like that of a clause. */
OP(ENTER_CUT_TO)
{
    static const Code cut_and_return[2] = {I_CUT, I_PROCEED};
    Cell name = cell_deref(e->X[0]);
    Choice *b = B;
    while (b && CHOICE_NAME(b) != name)
        b = b->prev;
    if (!b)
        FAILURE;
    e->cut_barrier = b;
    JUMP_TO(cut_and_return);
}

OP(CLEANUP_EXIT)
{
    Choice *b = CHOICE_AT(E->slots[0]);
    CP = E->cp;
    E = E->ce;
    if (b != B)
        JUMP_TO(CP);
    e->cleanups--;
    e->X[0] = B->x[1];
    B = B->prev;
    HB = B->H;
    limits_mask(e);
    P = pred_entry(e->machine->run_cleanup);
    e->cut_barrier = B;
    DISPATCH;
}

OP(ALT_CLEANUP)
{
    e->cleanups--;
    e->X[0] = B->x[1];
    B = B->prev;
    HB = B->H;
    limits_mask(e);
    P = pred_entry(e->machine->fail_cleanup);
    e->cut_barrier = B;
    DISPATCH;
}

/* ---- the ends of a run ---- */

OP(RESUME)
{
    SAVE;
    Status s = interlude_end(e);
    LOAD;
    CHECK(s);
    DISPATCH;
}

OP(ANSWER)
{
    (void)S;
    SAVE;
    LEAVE(ST_TRUE);
}

OP(ALT_STOP)
{
    (void)S;
    SAVE;
    LEAVE(ST_FAIL);
}

OP(ALT_FAIL)
{
    B = B->prev;
    HB = B->H;
    FAILURE;
}

#if defined HORN_DISPATCH_TAIL

static const Handlers handlers = {{
#define INSTR(name, a, b, c, w1, w2, flags, meaning) op_##name,
#include "code/instr.def"
#undef INSTR
}};

Status LOOP(Engine *e)
{
    const Code *P, *CP;
    Cell *H, *HB, *TR;
    Environment *E;
    Choice *B;
    const Handlers *T;
    LOAD;
    return T->of[code_op(P[0])](e, P, H, HB, TR, E, B, CP, NULL, T);
}

#else
}
#endif
