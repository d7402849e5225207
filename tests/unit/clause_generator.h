/* clause_generator.h - random clauses as text, for the tests of the compiler.
 * SPDX-License-Identifier: MIT
 */
#ifndef HORN_TEST_CLAUSE_GENERATOR_H
#define HORN_TEST_CLAUSE_GENERATOR_H

#include "clause_fixture.h"

static uint64_t random_state = 20240229;

static inline unsigned below(unsigned n)
{
    random_state = random_state * 6364136223846793005u + 1442695040888963407u;
    return (unsigned)(random_state >> 33) % n;
}

static unsigned pool;       /* variables to choose from */
static unsigned most_goals; /* of a conjunction */

static inline void put_variable(Buf *b)
{
    if (below(8) == 0)
        buf_printf(b, "_");
    else
        buf_printf(b, "V%u", below(pool));
}

static inline void put_term(Buf *b, unsigned depth)
{
    static const char *const constants[] = {"a",    "[]", "1", "-7", "2.5", "\"xy\"", "40000", "f(a,b)", "[a,b]", "123456789012345678901",
                                            "'B c'"};
    unsigned kind = below(depth == 0 ? 6 : 12);
    if (kind < 4) {
        put_variable(b);
    } else if (kind < 6) {
        buf_printf(b, "%s", constants[below(sizeof constants / sizeof *constants)]);
    } else if (kind < 9) {
        buf_printf(b, "[");
        put_term(b, depth - 1);
        buf_printf(b, "|");
        put_term(b, depth - 1);
        buf_printf(b, "]");
    } else {
        unsigned arity = 1 + below(4);
        buf_printf(b, "f%u(", arity);
        for (unsigned i = 0; i < arity; i++) {
            buf_printf(b, i ? "," : "");
            put_term(b, depth - 1);
        }
        buf_printf(b, ")");
    }
}

static inline void put_expression(Buf *b, unsigned depth)
{
    static const char *const operators[] = {"+", "-", "*", "//", "mod", "**"};
    unsigned kind = below(depth == 0 ? 3 : 8);
    if (kind == 0) {
        put_variable(b);
    } else if (kind < 3) {
        buf_printf(b, "%d", (int)below(100) - 3);
    } else if (kind < 7) {
        buf_printf(b, "(");
        put_expression(b, depth - 1);
        buf_printf(b, " %s ", operators[below(6)]);
        put_expression(b, depth - 1);
        buf_printf(b, ")");
    } else {
        buf_printf(b, "abs(");
        put_expression(b, depth - 1);
        buf_printf(b, ")");
    }
}

static inline void put_arguments(Buf *b, unsigned arity)
{
    for (unsigned i = 0; i < arity; i++) {
        buf_printf(b, i ? "," : "(");
        put_term(b, below(4));
    }
    buf_printf(b, arity ? ")" : "");
}

static inline void put_simple_goal(Buf *b)
{
    static const char *const inline_goals[] = {"functor", "=..", "copy_term", "atom_codes", "arg"};
    static const char *const comparisons[] = {"==", "\\==", "@<", "@>=", "\\=", "="};
    static const char *const tests[] = {"var", "nonvar", "atom", "integer", "is_list", "compound"};
    static const char *const orders[] = {"<", "=<", ">", ">=", "=:=", "=\\="};
    static const char *const constants[] = {"!", "true", "fail", "false"};
    switch (below(13)) {
    case 0: buf_printf(b, "%s", constants[below(4)]); break;
    case 1:
        buf_printf(b, "%s(", tests[below(6)]);
        put_term(b, below(3));
        buf_printf(b, ")");
        break;
    case 2:
        put_variable(b);
        buf_printf(b, " is ");
        put_expression(b, 3);
        break;
    case 3:
        put_expression(b, 2);
        buf_printf(b, " %s ", orders[below(6)]);
        put_expression(b, 2);
        break;
    case 4:
    case 5:
        put_term(b, 3);
        buf_printf(b, " = ");
        put_term(b, 3);
        break;
    case 6:
        put_term(b, 2);
        buf_printf(b, " %s ", comparisons[below(6)]);
        put_term(b, 2);
        break;
    case 7: buf_printf(b, "V%u", below(pool)); break;
    case 8: {
        unsigned which = below(5);
        buf_printf(b, "'%s'", inline_goals[which]);
        put_arguments(b, which == 0 || which == 4 ? 3 : 2);
        break;
    }
    case 9:
        buf_printf(b, "m%u:q", below(3));
        put_arguments(b, below(3));
        break;
    default:
        buf_printf(b, "q");
        put_arguments(b, below(6));
        break;
    }
}

static inline void put_body(Buf *b, unsigned depth);

static inline void put_goal(Buf *b, unsigned depth)
{
    static const char *const arrows[] = {"->", "*->", ";"};
    unsigned kind = depth == 0 ? 9 : below(14);
    if (kind < 5) {
        buf_printf(b, kind == 4 ? "m1:( " : "( ");
        put_body(b, depth - 1);
        const char *arrow = arrows[below(3)];
        buf_printf(b, " %s ", arrow);
        put_body(b, depth - 1);
        if (below(3) && *arrow != ';') {
            buf_printf(b, " ; ");
            put_body(b, depth - 1);
        }
        buf_printf(b, " )");
    } else if (kind == 5) {
        buf_printf(b, "\\+ ( ");
        put_body(b, depth - 1);
        buf_printf(b, " )");
    } else if (kind == 6) {
        buf_printf(b, below(2) ? "m2:( " : "( ");
        put_body(b, depth - 1);
        buf_printf(b, " )");
    } else {
        put_simple_goal(b);
    }
}

static inline void put_body(Buf *b, unsigned depth)
{
    for (unsigned goals = 1 + below(most_goals); goals > 0; goals--) {
        put_goal(b, depth);
        buf_printf(b, goals > 1 ? ", " : "");
    }
}

/* A clause of p/0 to p/5: `small` ones show errors best. */
static inline void put_clause(Buf *b, bool small)
{
    most_goals = small ? 2 : 4;
    pool = 1 + below(!small && below(10) == 0 ? 60 : 6);
    buf_printf(b, "p");
    put_arguments(b, below(small ? 2 : 6));
    if (below(10) > 0) {
        buf_printf(b, " :- ");
        put_body(b, below(small ? 3 : 4));
    }
}

#endif
