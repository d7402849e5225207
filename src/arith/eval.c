/* eval.c - the walk over an expression.
 * SPDX-License-Identifier: MIT
 *
 * Store.work holds a frame for each function whose operands are being evaluated, the innermost on top:
 *
 *     | values of operands 0..k-1 | mark | k, address of the structure, function |
 *
 * `mark` is H when the function was met. What was pushed since then are its operands' values and temporaries, so the result slides
 * down to it: an evaluation needs heap only for the values that are still wanted.
 *
 * roundtoward(Expression, Mode) is the one function whose operands are not all evaluated. The mode is set when the frame is made, and
 * the mode before it takes the place of the first value; the second is that of Expression.
 */
#include "arith/eval.h"

#include "arith/eval_int.h"
#include "term/text.h"

#include <fenv.h>

/* ---- tables ---- */

static ArithBody *const bodies[ARITH_FUNCTION_COUNT] = {
#define FUNCTION(identifier, symbol, arity, body, clause) body,
#include "arith/functions.def"
#undef FUNCTION
};

static const uint8_t arities[ARITH_FUNCTION_COUNT] = {
#define FUNCTION(identifier, symbol, arity, body, clause) arity,
#include "arith/functions.def"
#undef FUNCTION
};

static const char *const symbols[ARITH_FUNCTION_COUNT] = {
#define FUNCTION(identifier, symbol, arity, body, clause) symbol,
#include "arith/functions.def"
#undef FUNCTION
};

_Static_assert((int)ARITH_FUNCTION_COUNT < 255, "function numbers + 1 fit a byte");

static size_t table_slot(Cell functor)
{
    return (size_t)((functor * UINT64_C(0x9e3779b97f4a7c15)) >> 56) % ARITH_TABLE_SLOTS;
}

static int find_functor(const ArithContext *ctx, Cell functor)
{
    for (size_t slot = table_slot(functor);; slot = (slot + 1) % ARITH_TABLE_SLOTS) {
        int f = (int)ctx->table[slot] - 1;
        if (f < 0 || ctx->functors[f] == functor)
            return f;
    }
}

bool arith_init(ArithContext *ctx, AtomTable *atoms, uint64_t seed)
{
    *ctx = (ArithContext){.float_underflow = FLOAT_POLICY_VALUE, .max_limbs = BIG_MAX_LIMBS};
    for (unsigned f = 0; f < ARITH_FUNCTION_COUNT; f++) {
        uint32_t name = atom_intern_string(atoms, symbols[f]);
        if (name == ATOM_NONE)
            return false;
        ctx->functors[f] = cell_from_functor(name, arities[f]);
        size_t slot = table_slot(ctx->functors[f]);
        while (ctx->table[slot] != 0)
            slot = (slot + 1) % ARITH_TABLE_SLOTS;
        ctx->table[slot] = (uint8_t)(f + 1);
    }
    arith_seed(ctx, seed);
    return true;
}

/* SplitMix64 spreads the seed over the state, as the authors of xoshiro advise. */
void arith_seed(ArithContext *ctx, uint64_t seed)
{
    for (unsigned i = 0; i < 4; i++) {
        seed += UINT64_C(0x9e3779b97f4a7c15);
        uint64_t z = seed;
        z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
        z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
        ctx->random[i] = z ^ (z >> 31);
    }
}

void arith_mark_atoms(const ArithContext *ctx, AtomTable *atoms)
{
    for (unsigned f = 0; f < ARITH_FUNCTION_COUNT; f++)
        atom_mark(atoms, functor_name(ctx->functors[f]));
}

int arith_find(const ArithContext *ctx, uint32_t name, uint32_t arity)
{
    int f = arity > ARITH_MAX_ARITY ? -1 : find_functor(ctx, cell_from_functor(name, arity));
    return f == ARITH_roundtoward ? -1 : f;
}

int arith_rounding_from_atom(uint32_t name)
{
    switch (name) {
    case ATOM_to_nearest: return ROUND_TO_NEAREST;
    case ATOM_to_positive: return ROUND_TO_POSITIVE;
    case ATOM_to_negative: return ROUND_TO_NEGATIVE;
    case ATOM_to_zero: return ROUND_TO_ZERO;
    default: return -1;
    }
}

/* ---- applying a function ---- */

/* The processor rounds as told only while a function runs, so that nothing else sees it. */
static Status call_rounding(ArithRun *run, unsigned f, const Cell *arg, Cell *result)
{
    static const int modes[] = {FE_TONEAREST, FE_UPWARD, FE_DOWNWARD, FE_TOWARDZERO};
    int before = fegetround();
    fesetround(modes[run->ctx->rounding]);
    Status status = bodies[f](run, arg, result);
    fesetround(before);
    return status;
}

static inline Status call_body(ArithRun *run, unsigned f, const Cell *arg, Cell *result)
{
    return LIKELY(run->ctx->rounding == ROUND_TO_NEAREST) ? bodies[f](run, arg, result) : call_rounding(run, f, arg, result);
}

/* Ends what begin_rounding began: arg[0] is the mode before. */
Status fn_roundtoward(ArithRun *run, const Cell *arg, Cell *result)
{
    if (cell_is_int(arg[0]))
        run->ctx->rounding = (enum ArithRounding)(cell_int(arg[0]) & 3);
    *result = arg[1];
    return ST_TRUE;
}

/* ---- atomic expressions ---- */

/* The code of the character in a string of one character, or -1. */
static int32_t single_character(TextSpan text)
{
    if (text.length == 0 || text.length > 4)
        return -1;
    const unsigned char *byte = (const unsigned char *)text.bytes;
    size_t length = byte[0] < 0x80 ? 1 : byte[0] < 0xe0 ? 2 : byte[0] < 0xf0 ? 3 : 4;
    if (length != text.length)
        return -1;
    uint32_t code = length == 1 ? byte[0] : byte[0] & (0xffu >> (length + 1));
    for (size_t i = 1; i < length; i++)
        code = code << 6 | (byte[i] & 0x3fu);
    return (int32_t)code;
}

static Status no_function(ArithRun *run, uint32_t name, uint32_t arity)
{
    *run->err = (ArithError){.kind = ARITH_TYPE_EVALUABLE, .name = name, .arity = arity};
    return ST_ERROR;
}

static Status eval_atomic(ArithRun *run, Cell c, Cell *value)
{
    if (cell_is_number(c)) {
        *value = c;
        return ST_TRUE;
    }
    if (cell_is_atom(c)) {
        int f = find_functor(run->ctx, cell_from_functor(cell_atom(c), 0));
        return f < 0 ? no_function(run, cell_atom(c), 0) : call_body(run, (unsigned)f, NULL, value);
    }
    if (cell_is_string(c)) {
        int32_t code = single_character(string_span(c));
        if (code >= 0) {
            *value = cell_from_int(code);
            return ST_TRUE;
        }
    }
    return cell_is_var(c) ? arith_fail(run, ARITH_INSTANTIATION) : arith_fail_culprit(run, ARITH_TYPE_EVALUABLE_CULPRIT, c);
}

/* With the flag iso off a list stands for its only element, a character there for its code. ST_TRUE with *inner to go on with. */
static Status list_element(ArithRun *run, Cell list, Cell *inner)
{
    Cell head, tail;
    list_uncons(list, &head, &tail);
    if (run->ctx->iso || cell_deref(tail) != cell_from_atom(ATOM_nil))
        return no_function(run, ATOM_CHAR('.'), 2);
    head = cell_deref(head);
    bool is_character = cell_is_atom(head) && cell_atom(head) < ATOM_FIRST;
    *inner = is_character ? cell_from_int((int64_t)cell_atom(head)) : head;
    return ST_TRUE;
}

/* ---- frames ---- */

#define FRAME_FUNCTION_SHIFT 48
#define FRAME_INDEX_MASK     UINT64_C(7)

/* How many frames, or lists around an element, raise the suspicion that the expression is cyclic; a power of two. */
#define SUSPICIOUS_DEPTH ((size_t)1 << 20)

static inline unsigned frame_index(Cell top)
{
    return (unsigned)(top & FRAME_INDEX_MASK);
}
static inline Cell *frame_structure(Cell top)
{
    return cell_pointer(top);
}

typedef struct Walk {
    ArithRun run;
    Cell *start;  /* H at the beginning */
    size_t used;  /* cells of work */
    size_t depth; /* frames */
} Walk;

/* True when the innermost structure also stands further out: the expression contains itself. */
static bool is_inside_itself(const Walk *w)
{
    const Cell *work = w->run.s->work;
    Cell *innermost = frame_structure(work[w->used - 1]);
    size_t top = w->used;
    for (size_t i = 1; i < w->depth; i++) {
        top -= 2 + frame_index(work[top - 1]);
        if (frame_structure(work[top - 1]) == innermost)
            return true;
    }
    return false;
}

static Status push_frame(Walk *w, Cell structure, int f)
{
    Store *s = w->run.s;
    if (!work_reserve(s, w->used, w->used + 2 + ARITH_MAX_ARITY))
        return arith_fail(&w->run, ARITH_RESOURCE_MEMORY);
    s->work[w->used++] = (Cell)(uintptr_t)s->H;
    s->work[w->used++] = (Cell)(uintptr_t)str_cells(structure) | (Cell)f << FRAME_FUNCTION_SHIFT;
    if (++w->depth % SUSPICIOUS_DEPTH == 0 && is_inside_itself(w))
        return arith_fail_culprit(&w->run, ARITH_TYPE_EXPRESSION, structure);
    return ST_TRUE;
}

/* Moves a value that lies above `mark` down to it and forgets everything else there. */
static void slide_to(Store *s, Cell *mark, Cell *value)
{
    if (s->H == mark)
        return;
    Cell *top = mark;
    if (cell_is_box(*value)) {
        Cell *block = box_cells(*value);
        if (block >= mark && block < s->H) {
            size_t cells = 1 + raw_words(*block);
            memmove(mark, block, cells * sizeof(Cell));
            *value = cell_from_pointer(mark, TAG_BOX);
            top = mark + cells;
        } else if (block >= mark) {
            top = mark; /* a constant of a clause */
        }
    }
    s->H = top;
}

/* Gives a value to the innermost frame. ST_TRUE when the frame is done, with *value its result; ST_CALL with *value its next operand,
 * which is to be evaluated. */
static Status feed_frame(Walk *w, Cell *value)
{
    Store *s = w->run.s;
    Cell top = s->work[w->used - 1], mark = s->work[w->used - 2];
    unsigned f = (unsigned)(top >> FRAME_FUNCTION_SHIFT), index = frame_index(top);
    const Cell *structure = frame_structure(top);
    Cell *values = s->work + w->used - 2 - index;
    if (index + 1 < arities[f]) { /* the value goes below the two top cells */
        values[index] = *value;
        values[index + 1] = mark;
        values[index + 2] = top + 1;
        w->used++;
        *value = structure[index + 2];
        return ST_CALL;
    }
    Cell arg[ARITH_MAX_ARITY];
    for (unsigned i = 0; i < index; i++)
        arg[i] = values[i];
    arg[index] = *value;
    w->used -= 2 + index;
    w->depth--;
    Status status = call_body(&w->run, f, arg, value);
    if (status == ST_TRUE)
        slide_to(s, (Cell *)(uintptr_t)mark, value);
    return status;
}

/* The frame on top is that of a roundtoward: sets its mode. */
static Status begin_rounding(Walk *w, Cell structure)
{
    Store *s = w->run.s;
    Cell name = cell_deref(str_cells(structure)[2]);
    if (cell_is_var(name))
        return arith_fail(&w->run, ARITH_INSTANTIATION);
    if (!cell_is_atom(name))
        return arith_fail_culprit(&w->run, ARITH_TYPE_ATOM, name);
    int mode = arith_rounding_from_atom(cell_atom(name));
    if (mode < 0)
        return arith_fail_culprit(&w->run, ARITH_DOMAIN_ROUNDING, name);
    Cell *top = s->work + w->used - 2;
    top[2] = top[1] + 1;
    top[1] = top[0];
    top[0] = cell_from_int((int64_t)w->run.ctx->rounding);
    w->used++;
    w->run.ctx->rounding = (enum ArithRounding)mode;
    return ST_TRUE;
}

/* Goes down from `c` to the first operand that is not a function application. */
static Status descend(Walk *w, Cell c, Cell *value)
{
    size_t lists = 0;
    for (;;) {
        c = cell_deref(c);
        if (cell_is_str(c)) {
            Cell functor = str_functor(c);
            int f = find_functor(w->run.ctx, functor);
            if (f < 0)
                return cell_is_functor(functor) ? no_function(&w->run, functor_name(functor), functor_arity(functor))
                                                : arith_fail_culprit(&w->run, ARITH_TYPE_EVALUABLE_CULPRIT, c);
            if (arities[f] == 0) /* foo() */
                return call_body(&w->run, (unsigned)f, NULL, value);
            Status status = push_frame(w, c, f);
            if (status == ST_TRUE && UNLIKELY(f == ARITH_roundtoward))
                status = begin_rounding(w, c);
            if (status != ST_TRUE)
                return status;
            c = str_cells(c)[1];
        } else if (cell_is_pair(c)) {
            if (++lists == 64 * SUSPICIOUS_DEPTH)
                return arith_fail_culprit(&w->run, ARITH_TYPE_EXPRESSION, c);
            Status status = list_element(&w->run, c, &c);
            if (status != ST_TRUE)
                return status;
        } else {
            return eval_atomic(&w->run, c, value);
        }
    }
}

static Status walk(Walk *w, Cell expression, Cell *result)
{
    Cell value = expression;
    do {
        Status status = descend(w, value, &value);
        while (status == ST_TRUE && w->used > 0)
            status = feed_frame(w, &value);
        if (status == ST_TRUE) {
            *result = value;
            return ST_TRUE;
        }
        if (status != ST_CALL)
            return status;
    } while (true);
}

/* ---- entry points ---- */

/* What an evaluation found and an end without a value brings back. */
typedef struct Start {
    Cell *H;
    uint64_t random[4];
    enum ArithRounding rounding;
} Start;

static Start begin(const ArithRun *run)
{
    Start start = {.H = run->s->H, .rounding = run->ctx->rounding};
    memcpy(start.random, run->ctx->random, sizeof start.random);
    return start;
}

/* Ends an evaluation: only the value, or the number that an error names, stays on the heap. */
static Status finish(ArithRun *run, const Start *start, Status status, Cell *result)
{
    Store *s = run->s;
    run->ctx->rounding = start->rounding;
    if (status == ST_TRUE) {
        slide_to(s, start->H, result);
    } else if (status == ST_ERROR) {
        slide_to(s, start->H, &run->err->culprit);
    } else { /* the same random numbers are drawn again */
        if (s->cells_needed > 0)
            s->cells_needed += (size_t)(s->H - start->H);
        s->H = start->H;
        memcpy(run->ctx->random, start->random, sizeof run->ctx->random);
    }
    return status;
}

static Status eval_any(ArithRun *run, Cell expression, Cell *value)
{
    Walk w = {.run = *run, .start = run->s->H};
    return walk(&w, expression, value);
}

Status arith_eval(Store *s, ArithContext *ctx, Cell expression, Cell *result, ArithError *err)
{
    Cell c = cell_deref(expression);
    if (cell_is_number(c)) {
        *result = c;
        return ST_TRUE;
    }
    ArithRun run = {s, ctx, err};
    const Start start = begin(&run);
    return finish(&run, &start, eval_any(&run, c, result), result);
}

/* Evaluates the operands that are not numbers yet, then applies the function. */
static Status apply(ArithRun *run, enum ArithFunction f, Cell *arg, Cell *result)
{
    const Start start = begin(run);
    Status status = ST_TRUE;
    for (unsigned i = 0; i < arities[f] && status == ST_TRUE; i++) {
        arg[i] = cell_deref(arg[i]);
        if (!cell_is_number(arg[i]))
            status = eval_any(run, arg[i], &arg[i]);
    }
    if (status == ST_TRUE)
        status = call_body(run, f, arg, result);
    return finish(run, &start, status, result);
}

Status arith_apply0(Store *s, ArithContext *ctx, enum ArithFunction f, Cell *result, ArithError *err)
{
    ArithRun run = {s, ctx, err};
    return apply(&run, f, NULL, result);
}

Status arith_apply1(Store *s, ArithContext *ctx, enum ArithFunction f, Cell a, Cell *result, ArithError *err)
{
    ArithRun run = {s, ctx, err};
    Cell arg[1] = {a};
    return apply(&run, f, arg, result);
}

Status arith_apply2(Store *s, ArithContext *ctx, enum ArithFunction f, Cell a, Cell b, Cell *result, ArithError *err)
{
    ArithRun run = {s, ctx, err};
    Cell arg[2] = {a, b};
    return apply(&run, f, arg, result);
}
