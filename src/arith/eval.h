/* eval.h - evaluating arithmetic expressions (clause 9 of the standard).
 * SPDX-License-Identifier: MIT
 *
 * An expression is walked with an explicit stack in Store.work, so its depth is bounded by memory only. Results are numeric cells;
 * doubles and big integers are pushed on the heap, and intermediate results are taken off it again, so that an evaluation leaves
 * nothing but its value. Errors are small structures; the layer above makes terms of them.
 *
 * Where the standard leaves a choice, or a newer habit is stronger, Horn does this:
 *   - `/` of two integers is the exact integer when there is one, else the correctly rounded float (with `iso` set: always a float);
 *   - `**` of two integers is an integer (2 ** 3 =:= 8) and a float for negative exponents (2 ** -1 =:= 0.5); with `iso` set a float;
 *   - `^` of two integers is an integer, and 2 ^ -1 is type_error(float, 2), after Cor.2;
 *   - max and min of numbers that are equal by value prefer the float; max(0.0, -0.0) is 0.0 and min of them -0.0; a NaN wins;
 *   - 0 to a negative power is undefined for ^ too;
 *   - [X] is the value of X, and the code when X is a one-character atom; so is a string of one character.
 *
 * Elsewhere: the table of functions (functions.def), their bodies (fn_*.c), long integers (big.h), digits (bigtext.h).
 */
#ifndef HORN_ARITH_EVAL_H
#define HORN_ARITH_EVAL_H

#include "term/number.h"

/* The functions by number; ARITH_add and so on. */
enum ArithFunction {
#define FUNCTION(identifier, symbol, arity, body, clause) ARITH_##identifier,
#include "arith/functions.def"
#undef FUNCTION
    ARITH_FUNCTION_COUNT
};
#define ARITH_MAX_ARITY 3

enum ArithErrorKind {
    ARITH_OK,
    ARITH_INSTANTIATION,              /* instantiation_error */
    ARITH_TYPE_EVALUABLE,             /* type_error(evaluable, name/arity) */
    ARITH_TYPE_EVALUABLE_CULPRIT,     /* type_error(evaluable, culprit): a compound without an atom as name, a blob, a long string */
    ARITH_TYPE_INTEGER,               /* type_error(integer, culprit) */
    ARITH_TYPE_FLOAT,                 /* type_error(float, culprit): 2 ^ -1, floor(1) */
    ARITH_TYPE_EXPRESSION,            /* type_error(expression, culprit): the expression is cyclic */
    ARITH_TYPE_ATOM,                  /* type_error(atom, culprit): roundtoward */
    ARITH_DOMAIN_ROUNDING,            /* domain_error(float_rounding, culprit): roundtoward */
    ARITH_DOMAIN_NOT_LESS_THAN_ZERO,  /* domain_error(not_less_than_zero, culprit): powm, getbit, succ */
    ARITH_DOMAIN_NOT_LESS_THAN_ONE,   /* domain_error(not_less_than_one, culprit): msb, random */
    ARITH_UNDEFINED,                  /* evaluation_error(undefined) */
    ARITH_ZERO_DIVISOR,               /* evaluation_error(zero_divisor) */
    ARITH_FLOAT_OVERFLOW,             /* evaluation_error(float_overflow) */
    ARITH_UNDERFLOW,                  /* evaluation_error(underflow) */
    ARITH_RESOURCE_MEMORY             /* resource_error(memory): the result, or scratch for it, does not fit */
};

typedef struct ArithError {
    enum ArithErrorKind kind;
    uint32_t name, arity; /* ARITH_TYPE_EVALUABLE */
    Cell culprit;         /* a cell of the expression, or a number pushed on the heap */
} ArithError;

/* How float operations round: flag float_rounding, roundtoward/2. */
enum ArithRounding { ROUND_TO_NEAREST, ROUND_TO_POSITIVE, ROUND_TO_NEGATIVE, ROUND_TO_ZERO };

/* What a float operation does instead of giving an infinity or a NaN. Flags float_overflow, float_zero_div, float_undefined. */
enum ArithFloatPolicy { FLOAT_POLICY_ERROR, FLOAT_POLICY_VALUE };

/* What evaluation needs besides the heap; one per machine. Slots of the hash table are function numbers + 1, 0 is free. */
#define ARITH_TABLE_SLOTS 256u
typedef struct ArithContext {
    Cell functors[ARITH_FUNCTION_COUNT]; /* functor word of each function; arity 0 too */
    uint8_t table[ARITH_TABLE_SLOTS];    /* open addressing by functor word */
    uint64_t random[4];                  /* state of xoshiro256** */
    enum ArithFloatPolicy float_overflow, float_zero_div, float_undefined, float_underflow; /* underflow: VALUE by default */
    enum ArithRounding rounding;
    size_t max_limbs;                    /* of a product, power or shift: flag max_integer_size */
    bool iso;                            /* strict results for / and **, errors for integers where floats are wanted */
} ArithContext;

/* Interns the names and seeds the random numbers. False when memory is exhausted. Nothing has to be freed. */
bool arith_init(ArithContext *ctx, AtomTable *atoms, uint64_t seed);
/* Starts the sequence of random numbers that belongs to `seed`. */
void arith_seed(ArithContext *ctx, uint64_t seed);
/* Marks the atoms that name functions: a root of the collection of atoms. */
void arith_mark_atoms(const ArithContext *ctx, AtomTable *atoms);

/* The rounding that an atom such as to_nearest names, or -1. */
int arith_rounding_from_atom(uint32_t name);

/* The function of this name and arity (enum ArithFunction) for arith_apply, or -1. Never ARITH_roundtoward: what rules the evaluation of
 * an operand is left to arith_eval. */
int arith_find(const ArithContext *ctx, uint32_t name, uint32_t arity);
/* Name and arity, for decompiling: a functor word whose arity may be 0. */
static inline Cell arith_functor(const ArithContext *ctx, enum ArithFunction f)
{
    return ctx->functors[f];
}

/* The value of an expression. ST_TRUE with a numeric cell; ST_RETRY with s->cells_needed when the heap lacks room (0 cells when
 * Alloc.stop asked for a pause); ST_ERROR with *err. Unless ST_TRUE, H and the random numbers are as they were, except that a
 * number that is the culprit of an error may have been pushed. */
Status arith_eval(Store *s, ArithContext *ctx, Cell expression, Cell *result, ArithError *err);
/* One function on operands that compiled code holds in registers. An operand may be any term: what is not a number is evaluated. */
Status arith_apply0(Store *s, ArithContext *ctx, enum ArithFunction f, Cell *result, ArithError *err);
Status arith_apply1(Store *s, ArithContext *ctx, enum ArithFunction f, Cell a, Cell *result, ArithError *err);
Status arith_apply2(Store *s, ArithContext *ctx, enum ArithFunction f, Cell a, Cell b, Cell *result, ArithError *err);

/* <0, 0, >0: exact comparison of two numeric cells by value. A NaN compares below everything; see arith_is_unordered. */
static inline int arith_compare(Cell a, Cell b)
{
    if (LIKELY(cell_is_int(a) && cell_is_int(b)))
        return (cell_int(a) > cell_int(b)) - (cell_int(a) < cell_int(b));
    return number_compare(a, b);
}
/* True when a or b is a NaN: then =:= < > =< >= are all false and =\= is true. */
static inline bool arith_is_unordered(Cell a, Cell b)
{
    return (cell_is_double(a) && box_double(a) != box_double(a)) || (cell_is_double(b) && box_double(b) != box_double(b));
}

#endif
