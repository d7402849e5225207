/* guard.h - the tests that a clause begins with, looked at before a choice point is made.
 * SPDX-License-Identifier: MIT
 *
 * Between clauses such as
 *
 *     tak(X, Y, Z, A) :- X =< Y, !, A = Z.            larger(X, Y, M) :- X >= Y, M = X.
 *     tak(X, Y, Z, A) :- X1 is X - 1, ...             larger(X, Y, M) :- X < Y, M = Y.
 *
 * keys do not tell, but the first tests do. Nothing in the head comes before them, and they read nothing but the arguments of the call, so
 * that their outcome now is the one that they would have when the clause is come to. A test that takes more than a look, or would
 * raise an error, is left to the clause.
 */
#ifndef HORN_VM_GUARD_H
#define HORN_VM_GUARD_H

#include "vm/control.h"

enum Outcome { TEST_FAILS, TEST_HOLDS, TEST_OPEN };

static inline enum Outcome guard_outcome(bool holds)
{
    return holds ? TEST_HOLDS : TEST_FAILS;
}

static inline Cell guard_register(const Cell *x, uint16_t offset)
{
    return cell_deref(x[offset / sizeof(Cell)]);
}

/* The common types without a call. */
static inline bool type_holds(TypeTest type, Cell c)
{
    switch (type) {
    case TYPE_VAR: return cell_is_var(c);
    case TYPE_NONVAR: return !cell_is_var(c);
    case TYPE_ATOM: return cell_is_atom(c);
    case TYPE_INTEGER: return cell_is_integer(c);
    default: return type_test(type, c);
    }
}

/* What an arithmetic comparison can find. */
enum { LESS = 1, EQUAL = 2, GREATER = 4, UNORDERED = 8 };

/* Does the comparison, TEST_LT to TEST_NE_INT, hold when it finds this? */
static inline bool comparison_holds(Opcode op, unsigned found)
{
    static const uint8_t holds[] = {
        LESS, LESS | EQUAL, GREATER, GREATER | EQUAL, EQUAL, LESS | GREATER | UNORDERED, /* two registers */
        LESS, LESS | EQUAL, GREATER, GREATER | EQUAL, EQUAL, LESS | GREATER | UNORDERED, /* a register and a small integer */
    };
    return holds[op - I_TEST_LT] & found;
}

/* a == b */
static inline enum Outcome guard_identical(Cell a, Cell b)
{
    if (a == b)
        return TEST_HOLDS;
    return !cell_is_pointer(a) || !cell_is_pointer(b) || cell_is_ref(a) || cell_is_ref(b) ? TEST_FAILS : TEST_OPEN;
}

static inline enum Outcome guard_test(const Cell *x, Code w)
{
    Opcode op = code_op(w);
    if (op < I_TEST_TYPE || op > I_TEST_NE_INT)
        return TEST_OPEN;
    Cell a = guard_register(x, code_a(w)), b = 0;
    if (op >= I_TEST_LT) {
        b = op >= I_TEST_LT_INT ? cell_from_int((int16_t)code_b(w)) : guard_register(x, code_b(w));
        return cell_is_int(a) && cell_is_int(b) ? guard_outcome(comparison_holds(op, (int64_t)a < (int64_t)b ? LESS
                                                                                     : a == b                ? EQUAL
                                                                                                             : GREATER))
                                                : TEST_OPEN;
    }
    switch (op) {
    case I_TEST_TYPE: return code_b(w) == TYPE_IS_LIST ? TEST_OPEN : guard_outcome(type_holds((TypeTest)code_b(w), a));
    case I_TEST_IDENTICAL: return guard_identical(a, guard_register(x, code_b(w)));
    case I_TEST_DIFFERENT: {
        enum Outcome same = guard_identical(a, guard_register(x, code_b(w)));
        return same == TEST_OPEN ? TEST_OPEN : guard_outcome(same == TEST_FAILS);
    }
    default: return TEST_OPEN;
    }
}

/* The words of a test that is looked at: itself and the label. */
#define GUARD_TEST_WORDS 2

/* Looks at the tests that the clause's code begins with. The first instruction that is not a test which holds; *fails: it is one that fails
 * the clause. */
static inline const Code *guard_pass(const Cell *x, const Code *code, bool *fails)
{
    for (;; code += GUARD_TEST_WORDS) {
        enum Outcome outcome = guard_test(x, code[0]);
        *fails = outcome == TEST_FAILS && code[1] == 0;
        if (outcome != TEST_HOLDS)
            return code;
    }
}

#endif
