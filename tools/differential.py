#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Compares Horn with other Prolog systems on generated goals in the standard's language.

    tools/differential.py [--horn TOOL] [--count N] [--seed N] [--keep FOLDER] [--area NAME] [--show ROW]

Makes N goals (20000) from a seed (1), each from its own generator, so that a goal depends on the seed and its number only. Runs
them under Horn, SWI-Prolog and GNU Prolog by tools/differential.pl, and compares the answers (at most 8) and the errors (the
formal term). For arithmetic, tools/evaluate.py says what clause 9 wants, and counts as one more system, `standard`. A difference must be
covered by rows of tools/differential.known; the run prints how many each row covers, and each difference that none covers, and fails
if there is one. With the default seed and count it also fails when a row covers nothing. --keep leaves goals and outcomes in a folder,
--area makes goals of one area only, --show prints the differences that a row covers.
"""
import argparse
import collections
import math
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile

import evaluate

TOOLS = os.path.dirname(os.path.abspath(__file__))
DRIVER = os.path.join(TOOLS, "differential.pl")
KNOWN = os.path.join(TOOLS, "differential.known")
BATCH = 1000     # goals of one process
SECONDS = 10     # that one goal may take

# ---- making goals ---------------------------------------------------------------------------------------------------

ATOMS = ["a", "b", "c", "foo", "bar", "[]", "{}", "'A'", "'hello world'", "+", "-", "*", "'\\\\'", "''", "''''", "';'", "','", "'|'", "!", "abc", "aA1_"]
OPERATORS = ["+", "-", "*", "'\\\\'", "';'", "','", "'|'"]
SMALL = ["0", "1", "2", "3", "7", "-1", "-2", "-7", "10", "42", "100"]
LARGE = ["1000000007", "-65536", "4294967296", "99999999999"]
HUGE = ["9223372036854775807", "-9223372036854775808", "18446744073709551616", "100000000000000000000000", "-340282366920938463463374607431768211457"]
FLOATS = ["0.0", "1.0", "-1.0", "0.5", "2.5", "-2.5", "1.5e300", "-0.0", "3.14159", "1.0e10", "1.0e-10", "1.0e100", "123456789.125"]
VARIABLES = ["X", "Y", "Z"]


class Maker:
    """Makes one goal."""

    def __init__(self, seed, number):
        self.random = random.Random(f"{seed}/{number}")

    def pick(self, *choices):
        return self.random.choice(choices)

    def chance(self, percent):
        return self.random.randrange(100) < percent

    def many(self, make, low, high):
        return [make() for _ in range(self.random.randint(low, high))]

    # ---- terms ----

    def atom(self):
        return self.random.choice(ATOMS)

    def name(self):
        return self.pick("f", "g", "h", "foo", "-", "+", "'hello world'", ".")

    def integer(self):
        pool = self.pick(SMALL, SMALL, SMALL, SMALL, LARGE, HUGE)
        return self.random.choice(pool)

    def small(self):
        return self.random.choice(SMALL)

    def number(self):
        return self.random.choice(FLOATS) if self.chance(30) else self.integer()

    def variable(self):
        return self.random.choice(VARIABLES)

    def atomic(self):
        return self.number() if self.chance(40) else self.argument_atom()

    def argument_atom(self):
        """An atom as an argument: an operator stands in parentheses, which every system reads."""
        atom = self.atom()
        return f"({atom})" if atom in OPERATORS else atom

    def term(self, depth=3, variables=30):
        if depth == 0 or self.chance(35):
            return self.variable() if self.chance(variables) else self.atomic()
        kind = self.random.randrange(10)
        if kind < 5:
            arguments = self.many(lambda: self.term(depth - 1, variables), 1, 3)
            return f"{self.pick('f', 'g', 'h', 'foo')}({','.join(arguments)})"
        if kind < 8:
            items = self.many(lambda: self.term(depth - 1, variables), 0, 3)
            tail = ""
            if items and self.chance(20):
                tail = "|" + self.term(0, variables)
            return f"[{','.join(items)}{tail}]"
        if kind == 8:
            return f"({self.term(depth - 1, variables)}{self.pick('-', '+', ':-', ',', '=', ';', '->')}{self.term(depth - 1, variables)})".replace("--", "- -").replace("+-", "+ -").replace("=-", "= -").replace(">-", "> -")
        return "{" + self.term(depth - 1, variables) + "}"

    def ground(self, depth=3):
        return self.term(depth, 0)

    def odd(self):
        """Something to give to a builtin that wants something else."""
        return self.random.choice([
            "_", "_", "X", "X", "a", "foo", "1", "-1", "0", "1.5", "f(X)", "foo(a)", "[]", "[a]", "[a|_]", "[a|b]", "[X]", "[1,2]", "[a,_]", "(a:-b)", "a+1", "foo/1", "foo/a", "_/_",
            "4", "(a,1)", "\"abc\"", "\"12\"", "['1','2']", "[0'a]", "[-1]", "{a}", "''", "ab", "(foo:-4)", "(atom(_):-true)", "100000000000000000000", "2", "user", "[f(a)]", "[ab]"])

    def two_odd(self):
        """Two of them without a variable in common: what unifies a result with a term in it may never end (7.3.3)."""
        first, second = self.odd(), self.odd()
        return first, second.replace("X", "_") if "X" in first else second

    # ---- areas ----

    def unification(self):
        kind = self.random.randrange(10)
        if kind < 4:
            return f"unify_with_occurs_check({self.term()},{self.term()})"
        if kind < 6:
            return f"subsumes_term({self.term()},{self.term()})"
        left, right = self.term(3, 40), self.ground()
        if kind < 8:
            return f"{left}={right}"
        if kind == 8:
            return f"{left}\\={right}"
        return f"(unify_with_occurs_check({left},{self.term()}),copy_term(f(X,Y),Z))"

    def construction(self):
        kind = self.random.randrange(12)
        term = self.term()
        if kind == 0:
            return f"functor({term},X1,Y1)"
        if kind == 1:
            return f"functor(T,{self.pick('foo', '[]', '1', '1.5', '-1', 'f(a)', 'foo(X)', '_', 'bar', '(-)')},{self.pick('0', '1', '2', '3', '-1', 'a', '_', '1.0', 'f(a)')})"
        if kind == 2:
            return f"functor({term},{self.odd()},{self.odd()})"
        if kind == 3:
            return f"arg({self.pick('0', '1', '2', '3', '4')},{term},A)"
        if kind == 4:
            return f"arg({self.odd()},{self.term()},{self.term(1)})" if self.chance(50) else f"arg(1,{self.odd()},A)"
        if kind == 5:
            return f"{term}=..L"
        if kind == 6:
            return f"T=..[{self.pick('foo', 'bar', '1', '1.5', 'f(a)', '_', '[]', '[a]', '(+)')}{self.pick('', ',a', ',a,X', ',X,Y,X', '|_', '|b', '|X')}]"
        if kind == 7:
            return "{}=..{}".format(*self.two_odd())
        if kind == 8:
            return f"copy_term({term},C)"
        if kind == 9:
            return f"copy_term({self.term(2)},{self.term(1)})" if self.chance(0) else f"(C={term},copy_term(C,D))"
        if kind == 10:
            return f"term_variables({term},Vs)"
        return f"term_variables({term},{self.pick('[]', '[_]', '[A|B]', 'foo', '[a|b]', '[X|_]', '[_,_]')})"

    def types(self):
        test = self.pick("var", "atom", "integer", "float", "atomic", "compound", "nonvar", "number", "callable", "ground", "acyclic_term")
        return f"{test}({self.term()})"

    def comparison(self):
        variable = self.pick(0, 0, 0, 40)

        def term():
            return self.term(3, variable).replace("Y", "X").replace("Z", "X")

        kind = self.random.randrange(10)
        if kind < 4:
            return f"compare(O,{term()},{term()})"
        if kind < 6:
            left = term()
            right = left if self.chance(30) else term()
            return f"{left}{self.pick('==', chr(92) + '==', '@<', '@>', '@=<', '@>=')} {right}"
        if kind == 6:
            return f"compare({self.pick('<', '=', '>', '_', '=<', '1', 'f(a)')},{term()},{term()})"
        if kind == 7:
            return f"sort([{','.join(self.many(term, 0, 7))}],L)"
        if kind == 8:
            pairs = [f"{self.ground(1)}-{i}" for i in range(self.random.randint(0, 7))]
            pairs = [p.replace("--", "- -") for p in pairs]
            return f"keysort([{','.join(pairs)}],L)"
        return self.pick("sort({},{})".format(*self.two_odd()), "keysort({},{})".format(*self.two_odd()), f"keysort([a-1,{self.odd()}],L)", f"keysort([a-1|{self.odd()}],L)",
                         f"sort([b,a,c,a],{self.odd()})", f"keysort([b-1,a-2],[{self.odd()}|_])")

    # ---- arithmetic ----

    def leaf(self, kind, huge):
        if kind == "float":
            return self.random.choice(FLOATS)
        return self.random.choice(self.pick(LARGE, HUGE) if huge and self.chance(50) else SMALL)

    def expression(self, depth, kind, huge):
        """An expression whose value is an integer or a float, if it has one."""
        if depth == 0 or self.chance(20):
            return self.leaf(kind, huge)

        def inner(wanted=kind):
            return self.expression(depth - 1, wanted, huge)

        if kind == "int":
            roll = self.random.randrange(10)
            if roll < 5:
                return f"{self.pick('+', '-', '*', '+', '-', '*', '//', 'mod', 'rem', 'div', 'max', 'min', '/' + chr(92), chr(92) + '/', 'xor')}({inner()},{inner()})"
            if roll < 7:
                return f"{self.pick('-', '+', 'abs', 'sign', chr(92))}({inner()})"
            if roll == 7:
                return f"{self.pick('truncate', 'round', 'floor', 'ceiling')}({inner('float')})"
            if roll == 8:
                return f"{self.pick('>>', '<<')}({inner()},{self.pick('0', '1', '2', '5', '33')})"
            return f"{self.pick('^', '**')}({inner()},{self.pick('0', '1', '2', '3', '-1')})"
        roll = self.random.randrange(10)
        if roll < 4:
            return f"{self.pick('+', '-', '*', '/', 'max', 'min', 'atan2')}({inner()},{inner()})"
        if roll == 4:
            return f"{self.pick('+', '-', '*', 'max', 'min', '**', '^')}({inner()},{inner('int')})"
        if roll == 5:
            return f"{self.pick('+', '-', '*', 'max', 'min', '/')}({inner('int')},{inner()})"
        if roll == 6:
            return f"{self.pick('-', '+', 'abs', 'sign', 'float', 'float_integer_part', 'float_fractional_part')}({inner()})"
        if roll == 7:
            return f"{self.pick('float', 'sqrt', 'sin', 'cos', 'atan', 'exp', 'log')}({inner('int')})"
        if roll == 8:
            return f"/({inner('int')},{inner('int')})"
        return f"{self.pick('sqrt', 'sin', 'cos', 'tan', 'asin', 'acos', 'atan', 'exp', 'log')}({inner()})"

    def fault(self, expression):
        """Puts something wrong in place of one number."""
        numbers = list(re.finditer(r"(?<![\w.(-])(?<=[(,])-?\d[\d.]*(e-?\d+)?(?=[,)])", expression))
        wrong = self.pick("foo", "_", "foo(1)", "[]", "a+1", "2.5", "7", "pi", "1.0", "\"ab\"", "[1,2]", "'A'", "foo(a,b)")
        if not numbers:
            return wrong
        place = self.random.choice(numbers)
        return expression[:place.start()] + wrong + expression[place.end():]

    def arithmetic(self):
        huge = self.chance(30)
        kind = self.pick("int", "float")
        expression = self.expression(3, kind, huge)
        if self.chance(20):
            expression = self.fault(expression)
        if self.chance(75):
            return f"V is {expression}"
        operator = self.pick("=:=", "=\\=", "<", ">", "=<", ">=")
        return f"{operator}({expression},{self.expression(2, self.pick('int', 'float'), huge)})"

    # ---- text ----

    def text_atom(self):
        return self.pick("abc", "hello", "''", "a", "'a b'", "'12'", "'0x1F'", "'1.5e3'", "'ABC'", "aaa", "abab", "'it''s'", "'\\n'", "[]", "123", "-5", "1.5", "'+'")

    def chars(self):
        return self.pick("\"12\"", "\"abc\"", "[]", "['1',' ']", "[' ','1']", "['-','1']", "['-',' ','1']", "['0','x','1','F']", "['0','''',a]", "['1','.','5']", "['1','.']", "['1','e','5']",
                         "['\\n','3']", "['%','\\n','3']", "[a,B]", "[a|_]", "[a|b]", "['3',a]", "[1,2]", "[a,1]", "[f(a)]", "['+','1']", "['1','.','0','e','1','0']", "_", "['0','b','1']",
                         "['0','o','7']", "['/','*','*','/','1']", "['1','/']", "['''','1','''']", "['-','-','1']", "['0','''','\\\\','n']", "['0','''','''','''']", "['0','''','''']",
                         "['1','E','5']", "['1','.','5','E','3']", "['-','1','.','5']", "['1','_','0']", "['0','x']", "['0','.','0']", "['-','0','.','0']", "['.','5']", "foo", "[a,bc]", "[ab]")

    def codes(self):
        return self.pick("[0'1,0'2]", "[0'a,0'b]", "[]", "[0'1|_]", "[0'a|b]", "[-1]", "[0' ,0'7]", "[0'7,0' ]", "[0'-,0'7]", "[1114112]", "[0'1,X]", "[a]", "[0'0,0'x,0'1]", "foo", "_",
                         "[0'3,0'.,0'0]", "[f(a)]", "[0'0,0'']", "[0'-,0' ,0'1]", "[0'a,1.5]")

    def text(self):
        kind = self.random.randrange(14)
        atom = self.text_atom()
        if kind == 0:
            return f"atom_length({self.pick(atom, self.odd())},{self.pick('L', 'L', '3', '-1', 'a', '1.0')})"
        if kind == 1:
            return f"atom_concat({atom},{self.text_atom()},A)"
        if kind == 2:
            return f"atom_concat(P,{self.pick('S', self.text_atom())},{atom})"
        if kind == 3:
            return f"atom_concat({self.odd()},{self.odd()},{self.odd()})"
        if kind in (4, 5):
            part = self.pick("S", "S", "a", "ab", "b", "l", "''", self.text_atom())
            return f"sub_atom({atom},{self.pick('B', 'B', '0', '1', '2')},{self.pick('L', 'L', '1', '2', '0')},{self.pick('A', 'A', '0', '1')},{part})"
        if kind == 6:
            return f"sub_atom({self.odd()},{self.odd()},{self.odd()},{self.odd()},{self.odd()})"
        if kind == 7:
            return self.pick(f"atom_chars({atom},L)", f"atom_chars(A,{self.chars()})", f"atom_chars({self.odd()},{self.odd()})", f"atom_chars({atom},{self.chars()})")
        if kind == 8:
            return self.pick(f"atom_codes({atom},L)", f"atom_codes(A,{self.codes()})", f"atom_codes({self.odd()},{self.odd()})", f"atom_codes({atom},{self.codes()})")
        if kind == 9:
            return self.pick("char_code(a,C)", "char_code(C,98)", f"char_code({self.odd()},{self.odd()})", "char_code(C,-1)", "char_code(C,1114112)", "char_code(ab,C)", "char_code(C,0'a)")
        if kind in (10, 11):
            return self.pick(f"number_chars(N,{self.chars()})", f"number_chars(N,{self.chars()})", f"number_chars({self.number()},L)", f"number_chars({self.odd()},{self.odd()})", f"number_chars({self.small()},{self.chars()})")
        return self.pick(f"number_codes(N,{self.codes()})", f"number_codes(N,{self.codes()})", f"number_codes({self.number()},L)", f"number_codes({self.odd()},{self.odd()})")

    # ---- control ----

    def goal(self, depth=3):
        if depth == 0 or self.chance(30):
            x, y = self.variable(), self.variable()
            return self.pick("true", "fail", f"{x}={self.small()}", f"{x}={y}", f"one_of({x},[1,2,3])", f"keep({x})", f"fact({x},{y})", "!", f"{x}==1", f"var({x})", f"throw({self.pick('a', 'b(X)', 'ball', '_', 'f(Y)')})",
                             "undefined_here", f"{x}>1", f"call({self.pick('X', '1', '(fail,1)', '(true;1)', '!', 'fail', '(!,X=9;X=8)')})", f"rule({x},{y})", f"between_cut({x},[1,2,3])")
        a, b = self.goal(depth - 1), self.goal(depth - 1)
        kind = self.random.randrange(12)
        if kind < 4:
            return f"({a},{b})"
        if kind < 6:
            return f"({a};{b})"
        if kind == 6:
            return f"({a}->{b};{self.goal(depth - 1)})"
        if kind == 7:
            return f"({a}->{b})"
        if kind == 8:
            return f"\\+ ({a})"
        if kind == 9:
            return f"catch({a},{self.pick('_', 'a', 'ball', 'b(Z)', 'error(_,_)', 'error(type_error(T,_),_)', 'X')},{b})"
        if kind == 10:
            return self.pick(f"call(({a}))", f"once({a})", f"call((',')({a}),{b})" if False else f"call(',',{a},{b})", f"call(;,{a},{b})")
        return self.pick(f"findall(X,({a}),L{self.random.randrange(3)})", f"({a},!)", f"(\\+ ({a});{b})")

    def control(self):
        return self.goal(4)

    def solutions(self):
        template = self.pick("X", "Y", "X-Y", "f(X,Z)", "X+_", "a", "_")
        goal = self.pick("fact(X,Y)", "fact(X,Y)", "Y^fact(X,Y)", "X^fact(X,Y)", "X^Y^fact(X,Y)", "keep(X)", "rule(X,Y)", "Y^rule(X,Y)", "(X=1;X=2)", "(X=Y;X=Z)", "(X=1;X=Y)", "(fact(X,Y),X>1)", "Y^(fact(X,Y),X\\==2)",
                         "fail", "one_of(X,[c,a,b,a])", "one_of(X,[Z,a,f(Z)])", "(fact(X,Y);keep(X),Y=z)", "Z^(fact(X,Y),Z=X)", "\\+ fail", "one_of(X-Y,[1-a,2-b,1-c])", "G^one_of(X,[b,a])",
                         "(one_of(X,[b,a]),one_of(Y,[d,c]))", "X^(one_of(X,[b,a]),one_of(Y,[d,c]))", self.odd(), f"({self.goal(2)})", "(Y^fact(X,Y);keep(X))", "(1^fact(X,Y),true)")
        result = self.pick("L", "L", "L", "L", "[A|B]", "[1]", "[]", "foo", "[a|b]", "[A|foo]")
        return f"{self.pick('findall', 'bagof', 'setof', 'bagof', 'setof')}({template},{goal},{result})"

    # ---- database ----

    def clause(self):
        return self.pick("fresh(1)", "fresh(X)", "fresh(a)", "keep(9)", "(fresh(X):-keep(X))", "(fresh(X):-keep(X),X>1)", "(fresh(X,Y):-fact(X,Y);X=0,Y=0)", "(fresh(X):-X=1->true;fail)", "(fresh(X):- \\+keep(X),!)", "(fresh(X):-X)",
                         "(fresh(_):-call(X),X)", "fresh(f(Y),Y)", "(fresh(X):-!,X=1)", "(foo:-4)", "4", "_", "(_:-true)", "(4:-true)", "(atom(_):-true)", "atom(_)", "(foo:-(a,1))", "(fresh(1):-fail;1)", "(fresh:-true)", "(a,b)",
                         "((a;b):-true)", "(fresh(X):-fresh2(X))", "(fresh(2):-true)", "(keep(X):-X=10)")

    def database(self):
        steps = []
        for _ in range(self.random.randint(1, 4)):
            kind = self.random.randrange(11)
            if kind < 4:
                steps.append(f"{self.pick('asserta', 'assertz')}({self.clause()})")
            elif kind == 4:
                steps.append(f"retract({self.pick('keep(1)', 'keep(X)', 'fact(X,a)', 'fresh(X)', '(fresh(X):-B)', '(rule(X,Y):-B)', '4', '_', '(4:-_)', '(atom(_):-true)', '(foo:-4)', '(_:-true)')})")
            elif kind == 5:
                steps.append(f"clause({self.pick('keep(X)', 'rule(X,Y)', 'fresh(X)', '_', '4', 'atom(_)', 'fact(1,Y)', 'nowhere(X)', 'f(_)')},{self.pick('B', 'B', 'B', 'true', '4', '(keep(_),_)')})")
            elif kind == 6:
                steps.append(f"abolish({self.pick('fresh/1', 'foo/a', 'foo/(-1)', '_', 'foo/_', '_/1', 'atom/1', 'foo', '1/1', 'nowhere/3', 'abolish/1', 'keep/1', 'a/b/c')})")
            elif kind == 7:
                steps.append(f"retractall({self.pick('keep(_)', 'keep(2)', 'fresh(_)', 'fact(1,_)', '_', '4', 'atom(_)')})")
            elif kind == 8:
                steps.append(self.pick("fresh(X)", "keep(X)", "fact(X,Y)", "fresh(X,Y)", "fresh(1)"))
            elif kind == 9:
                steps.append(f"current_predicate({self.pick('fresh/1', 'keep/N', 'F/7', 'foo/a', '4', 'keep', '0/K', 'fact/2', 'nowhere/_', 'atom/1')})")
            else:
                steps.append("findall(K,keep(K),Ks)")
        return ",".join(steps)

    # ---- syntax ----

    def layout(self):
        return self.pick("", "", "", " ", " ", "  ", "%c\\n", "/* */", "\\n")

    def token(self):
        return self.pick("a", "foo", "X", "_", "Y1", "1", "2", "10", "1.5", "(", ")", "(", ")", "[", "]", "{", "}", ",", ",", "|", "!", ";", "-", "+", "*", "=", ":-", "-->", "\\\\+", "is", "mod", "dynamic", "f(", "- (", "-(",
                         "''", "''a b''", "\"ab\"", "0''a", "0x1F", "0b101", "0o17", "1.0e5", "1e5", "1.", "\\\\", "^", "->", "@<", "[]", "{}", "0''''''''", "''\\\\n''", "''\\\\x41\\\\''", "''\\\\101\\\\''", "''\\\\q''", "a:b", "=..",
                         "spy", "rdiv", "?-", ".(", "`a`", "\\u00e9" if False else "b", "''a''''b''", "\"\"", "0''ab", "0'''", "1.e", "1.5e", "- 1", "-1", "-a", "+1", "a(", "$", "&", "#", "~", "*(", "e", "''", "0''\\\\n")

    def syntax(self):
        kind = self.random.randrange(4)
        if kind == 0:
            text = "".join(token + self.layout() for token in self.many(self.token, 1, 7))
        elif kind in (1, 2):
            text = self.spaced(self.operator_text(3))
        else:
            return self.operators()
        return f"reads('{text} .',T,N)"

    def spaced(self, tokens):
        return "".join(token + self.pick("", "", " ") for token in tokens)

    def operator_text(self, depth):
        """A list of tokens that is often a term."""
        if depth == 0 or self.chance(20):
            return [self.pick("a", "b", "X", "1", "2", "-", "+", "1.5", "[]", "''q r''", "*", "\\\\+", ":-", "0''c", "\"s\"", "dynamic", "- 1", "-1", "mod", "{}", "!", ";", "|", "_")]
        left, right = self.operator_text(depth - 1), self.operator_text(depth - 1)
        kind = self.random.randrange(10)
        if kind < 4:
            return left + [self.pick("+", "-", "*", "/", "=", ",", ":-", ";", "->", "**", "^", " mod ", " is ", "==", "-->", "|", "\\\\/", ">>", "=..", "@<", " rem ", ":")] + right
        if kind == 4:
            return [self.pick("-", "- ", "\\\\+ ", "\\\\ ", ":- ", "?- ", "+", "dynamic ")] + left
        if kind == 5:
            return ["("] + left + [")"]
        if kind == 6:
            return [self.pick("f", "g", "-", "+", "[]", "{}", "''a b''"), "("] + left + [","] + right + [")"]
        if kind == 7:
            return ["["] + left + [self.pick(",", ",", "|")] + right + ["]"]
        if kind == 8:
            return ["{"] + left + ["}"]
        return ["-", "("] + left + [")"]

    def operators(self):
        priority = self.pick("200", "400", "700", "999", "1000", "1001", "1200", "0", "1201", "-1", "a", "_", "1.5")
        if self.chance(80):
            priority = self.pick("200", "300", "400", "500", "700", "900", "1100", "1200")
        kind = self.pick("xfx", "xfy", "yfx", "fx", "fy", "xf", "yf", "xfx", "fy")
        if self.chance(7):
            kind = self.pick("foo", "_", "1", "yfy", "f(a)")
        name = self.pick("xo", "xo", "yo", "po", "so", "===>", "#", "[xo,yo]", "[]", "xo")
        if self.chance(15):
            name = self.pick("_", "1", "f(a)", "','", "[]", "{}", "'|'", "[xo,_]", "[xo|_]", "[xo|a]", "[xo,1]", "['|']", "(-)", "[[]]", "[{}]", "[xo,',']")
        check = self.pick("reads('a xo b .',T)", "reads('xo a .',T)", "reads('a xo .',T)", "reads('a xo b xo c .',T)", "reads('xo xo a .',T)", "reads('- xo .',T)", "reads('[xo|xo] .',T)", "reads('f(xo,a) .',T)", "reads('a = xo .',T)", "reads('xo(a,b) .',T)",
                          "reads('xo (a,b) .',T)", "reads('a xo b , c .',T)", "reads('a===>b .',T)", "reads('a # b # c .',T)", "current_op(P1,T1,xo)", "current_op(P1,xfx,so)", f"current_op({self.odd()},{self.odd()},{self.odd()})",
                          "reads('xo-1 .',T)", "reads('1 xo-1 .',T)", "reads('xo= a .',T)", "reads('xo,xo .',T)", "reads('a xo yo b .',T)", "written([quoted(true)],xo(a,yo(b)),T)", "written([quoted(true)],xo(xo(a,b),c),T)",
                          "written([quoted(true)],xo(-1),T)", "written([quoted(true)],-(xo),T)", "written([quoted(true)],f(xo,[xo]),T)", "written([quoted(true)],xo(xo),T)", "true")
        if self.chance(20):
            return f"op({priority},{kind},{name}),op({self.pick('200', '700', '1000', '0')},{self.pick('xfx', 'fy', 'xf', 'yfx')},{self.pick('xo', 'yo')}),{check}"
        return f"op({priority},{kind},{name}),{check}"

    # ---- writing ----

    def written_term(self, depth=3):
        if depth == 0 or self.chance(20):
            return self.pick("a", "'A'", "[]", "'[]'", "{}", "1", "-1", "- 1", "-(1)", "1.5", "-1.5", "(-)", "(:-)", "'a b'", "''", "'\\n'", "'\\\\'", "'it''s'", "','", "'|'", "(;)", "!", "'$VAR'(1)", "'$VAR'(27)", "'$VAR'(-1)", "'$VAR'(x)",
                             "'$VAR'('A')", "\"ab\"", "(\\+)", "(dynamic)", "(is)", "'/*'", "'%'", "'.'", "(.)" if False else "'. '", "aB_1", "'_a'", "'1a'", "@>=", "'\\t'", "'\\x1\\'", "'{}'", "'{}'(x)", "0", "1.0e10", "1.0e100",
                             "'\\e'" if False else "b", "1.0e-7", "123456789012345.0", "(mod)", "''''", "'\"'", "'`'")
        a, b = self.written_term(depth - 1), self.written_term(depth - 1)
        kind = self.random.randrange(12)
        if kind < 5:
            name = self.pick("+", "-", "*", "/", "=", "','", ":-", ";", "->", "**", "^", "mod", "is", "==", "-->", "\\/", ">>", "=..", "@<", ":", "rem", "'|'")
            return f"{name}({a},{b})"
        if kind < 8:
            return f"{self.pick('-', '+', chr(92), chr(92) + '+', ':-', '?-', 'dynamic', '-', 'f', '-')}({a})"
        if kind == 8:
            return f"[{a},{b}]"
        if kind == 9:
            return f"'{{}}'({a})"
        if kind == 10:
            return f"{self.pick('f', 'foo', chr(39) + 'a b' + chr(39), '[]', '{}', '(' + chr(39) + ',' + chr(39) + ')' if False else 'g')}({a},{b})"
        return f"[{a}|{b}]"

    def writing(self):
        options = self.pick("[quoted(true)]", "[quoted(true)]", "[quoted(true),numbervars(true)]", "[quoted(true),numbervars(true)]", "[quoted(true),ignore_ops(true)]", "[]", "[numbervars(true)]")
        if self.chance(4):
            options = self.pick("_", "[quoted(true)|_]", "[quoted(true)|foo]", "[foo]", "[quoted(maybe)]", "foo", "[quoted(true),_]", "[quoted(_)]")
        term = self.written_term()
        if self.chance(30) and options == "[quoted(true)]":
            return f"(written({options},{term},S),atom_concat(S,' .',S1),reads(S1,R))"
        return f"written({options},{term},S)"

    # ---- errors of builtins ----

    def errors(self):
        name, arity = self.pick(("functor", 3), ("arg", 3), ("=..", 2), ("copy_term", 2), ("atom_length", 2), ("atom_chars", 2), ("atom_codes", 2), ("char_code", 2), ("number_chars", 2), ("number_codes", 2), ("sub_atom", 5), ("atom_concat", 3),
                                ("is", 2), ("=:=", 2), ("<", 2), ("call", 1), ("call", 2), ("call", 3), ("once", 1), ("\\+", 1), ("findall", 3), ("bagof", 3), ("setof", 3), ("assertz", 1), ("asserta", 1), ("retract", 1), ("clause", 2), ("abolish", 1),
                                ("current_op", 3), ("current_predicate", 1), ("throw", 1), ("catch", 3), ("set_prolog_flag", 2), ("current_prolog_flag", 2), ("term_variables", 2), ("compare", 3), ("sort", 2), ("keysort", 2), ("retractall", 1),
                                ("subsumes_term", 2), ("op", 3), ("unify_with_occurs_check", 2), ("set_input", 1), ("set_output", 1), ("current_input", 1), ("current_output", 1), ("close", 1), ("get_char", 2), ("put_char", 2), ("peek_char", 2),
                                ("get_byte", 2), ("put_byte", 2), ("nl", 1), ("read_term", 3), ("read", 2), ("write_term", 3), ("open", 3), ("open", 4), ("flush_output", 1), ("stream_property", 2), ("set_stream_position", 2), ("at_end_of_stream", 1),
                                ("number_chars", 2), ("write_term", 2), ("put_char", 1), ("close", 2))
        arguments = [self.odd() for _ in range(arity)]
        if name in ("=..", "term_variables", "sort", "keysort") and "X" in arguments[0]:
            arguments[1] = arguments[1].replace("X", "_")
        if name == "open":
            arguments[0] = self.pick("_", "1", "f(a)", "'/nowhere/at/all'", "'/nowhere/at/all'", "[a]")
        if name == "op" and "user" in arguments[2]:
            arguments[2] = "_"
        if name in ("put_char", "nl", "write_term", "close", "put_byte", "set_output", "set_input", "flush_output", "read", "read_term", "get_char", "peek_char", "get_byte") and (len(arguments) > 1 or name in ("close", "set_output", "nl", "flush_output", "set_input")):
            arguments[0] = self.pick("_", "1", "f(a)", "nostream", "[a]", "nostream")
        if name in ("put_char", "write_term") and arity == len(arguments) and name == "put_char" and arity == 1:
            arguments[0] = self.pick("_", "1", "ab", "f(a)", "[]" if False else "65")
        if name == "write_term" and arity == 2:
            arguments[1] = self.pick("_", "[quoted(true)|_]", "foo", "[foo]", "[quoted(maybe)]", "[quoted(true)|foo]", "[_]", "[1]")
        if name == "stream_property":
            arguments[0] = self.pick("foo", "1", "f(a)", "nostream")
        quoted = f"'{name}'" if name == "\\+" and False else name
        goal = f"({quoted})({','.join(arguments)})" if False else f"{quoted}({','.join(arguments)})"
        return goal


AREAS = {
    "unification": (8, Maker.unification), "construction": (10, Maker.construction), "types": (5, Maker.types), "comparison": (9, Maker.comparison), "arithmetic": (17, Maker.arithmetic),
    "text": (12, Maker.text), "control": (11, Maker.control), "solutions": (7, Maker.solutions), "database": (6, Maker.database), "syntax": (14, Maker.syntax), "writing": (10, Maker.writing), "errors": (8, Maker.errors),
}


def make_goals(seed, count, only):
    """Pairs of an area and a goal: count of them by chance, and the examples of tools/differential.known."""
    areas = [only] if only else [name for name, (weight, _) in AREAS.items() for _ in range(weight)]
    goals = []
    for number in range(1, count + 1):
        maker = Maker(seed, number)
        area = maker.random.choice(areas)
        goals.append((area, AREAS[area][1](maker)))
    examples = [(row["areas"].split()[0], row["example"]) for row in read_known() if "example" in row]
    return goals + [(area, goal) for area, goal in examples if area in areas]


# ---- running them ---------------------------------------------------------------------------------------------------


def commands(horn):
    return {
        "horn": lambda goal: [horn, "-q", "-g", goal, "-t", "halt", DRIVER],
        "swipl": lambda goal: ["swipl", "--traditional", "-q", "-g", "set_prolog_flag(autoload,false),set_prolog_flag(iso,true)", "-g", goal, "-t", "halt", DRIVER],
        "gprolog": lambda goal: ["gprolog", "--consult-file", DRIVER, "--query-goal", goal, "--query-goal", "halt"],
    }


def run_system(command, goals, folder):
    """The outcome of each goal: what the driver printed, or how the process died."""
    outcomes = []
    for begin in range(0, len(goals), BATCH):
        run_batch(command, goals[begin:begin + BATCH], folder, outcomes)
    return outcomes


def run_batch(command, goals, folder, outcomes):
    path = os.path.join(folder, "goals.pl")
    with open(path, "w", encoding="utf-8") as out:
        out.writelines(f"{goal}.\n" for _, goal in goals)
    done = 0
    while done < len(goals):
        printed, end = run_process(command(f"df_main('{path}',{done + 1},'{folder}')"), folder)
        found = outcomes_in(printed, done)
        outcomes.extend(found[:len(goals) - done])
        done += len(found)
        if not found:                                        # a goal that kills a fresh process; else the next one starts anew
            outcomes.append(end)
            done += 1


def run_process(command, folder):
    environment = dict(os.environ, GLOBALSZ="400000", LOCALSZ="100000", TRAILSZ="100000", LC_ALL="C.UTF-8")
    try:
        result = subprocess.run(command, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=SECONDS + BATCH // 100, env=environment, check=False)
        return result.stdout.decode("utf-8", "replace"), f"died {result.returncode}"
    except subprocess.TimeoutExpired as late:
        return (late.stdout or b"").decode("utf-8", "replace"), "timeout"


def outcomes_in(printed, done):
    found = []
    for line in re.split(r"\n|(?=@\d+ )", printed):
        start = f"@{done + len(found) + 1} "
        if line.startswith(start):
            found.append(normal(line[len(start):].rstrip()))
    return found


def normal(outcome):
    """Floats are compared by value."""
    return re.sub(r"~([^~]*)~", lambda m: repr_float(m.group(1)), outcome)


def repr_float(text):
    try:
        return f"~{float(text)!r}~"
    except ValueError:
        return f"~{text}~"


# ---- comparing ------------------------------------------------------------------------------------------------------


class Known:
    """A row of tools/differential.known."""

    def __init__(self, fields):
        self.name = fields["name"]
        self.systems = fields["systems"].split()
        self.areas = fields.get("areas", "").split()
        self.patterns = {key: re.compile(fields[key], re.S) for key in ("goal", "horn", "other") if key in fields}
        self.agrees = fields.get("agrees")
        self.errors = fields.get("errors")
        self.rewrite = rewriting(fields["rewrite"]) if "rewrite" in fields else None
        self.count = collections.Counter()
        self.differences = []

    def concerns(self, system, area, goal):
        return system in self.systems and (not self.areas or area in self.areas) and ("goal" not in self.patterns or bool(self.patterns["goal"].search(goal)))

    def covers(self, horn, other):
        if self.errors and not two_errors(self.errors, horn, other):
            return False
        return all(self.patterns[key].search(text) for key, text in (("horn", horn), ("other", other)) if key in self.patterns)

    def counts(self, difference):
        self.count[difference[0]] += 1
        self.differences.append(difference)


def rewriting(rule):
    """A function of outcomes from `PATTERN => TEXT`."""
    pattern, text = (part.strip() for part in rule.split("=>", 1))
    compiled = re.compile(pattern)
    return lambda outcome: compiled.sub(text, outcome)


# The classes of errors (7.12.2) in the order in which the clauses of builtin predicates list them.
ERRORS = ["instantiation", "type", "uninstantiation", "domain", "existence", "permission", "representation", "evaluation", "resource", "syntax"]


def two_errors(relation, horn, other):
    """True when both outcomes end in errors that are about different things; `earlier`: and Horn's is of a class that is listed earlier."""
    formal = [re.search(r"error (.*)$", outcome) for outcome in (horn, other)]
    if not all(formal):
        return False
    left, right = (match.group(1) for match in formal)
    if relation == "earlier":
        return error_class(left) < error_class(right)
    return culprit(left) != culprit(right)


def error_class(formal):
    match = re.match(r"'?([a-z]+)_error", formal)
    return ERRORS.index(match.group(1)) if match else len(ERRORS)


def culprit(formal):
    """What an error complains about: the last argument of the formal term, or all of it."""
    match = re.match(r"'(?:type|domain|permission|existence)_error'\((?:'[a-z_]+',)+(.*)\)$", formal)
    return match.group(1) if match else formal


def is_about(area, goal, outcome):
    """False when an error names something that does not come from the goal: no row covers that."""
    if area not in ("errors", "text", "construction", "comparison"):
        return True
    if outcome.endswith("'instantiation_error'"):
        return bool(re.search(r"\b[_A-Z]\w*", goal))
    match = re.search(r"error '(?:(?:type|domain)_error'\('(?!evaluable)\w+'|existence_error'\('(?:stream|source_sink)'),(.*)\)$", outcome)
    return not match or set(names(match.group(1))) <= set(names(goal))


def names(text):
    """The atoms and numbers of a text. Strings are lists of characters, 0'c is a number."""
    text = re.sub(r'"([^"]*)"', lambda m: ",".join(m.group(1)), re.sub(r"0'(.)", lambda m: str(ord(m.group(1))), text))
    return [repr(float(name)) if "." in name else name for name in re.findall(r"(?<!\w)(?:\d+(?:\.\d+(?:e[+-]?\d+)?)?|[a-z]\w*)", text)]


def read_known():
    """Stanzas of `key: value` lines, an empty line between them."""
    with open(KNOWN, encoding="utf-8") as lines:
        text = "".join(line for line in lines if not line.startswith("#"))
    rows = []
    for stanza in filter(None, re.split(r"\n\s*\n", text.strip())):
        joined = re.sub(r"\n\s+", " ", stanza)
        rows.append(dict(line.split(": ", 1) for line in joined.split("\n") if line))
    return rows


def compare(goals, results):
    """Counts the differences of each known row; returns those that none covers."""
    known = [Known(fields) for fields in read_known()]
    unlisted = []
    same = collections.Counter()
    for index, (area, goal) in enumerate(goals):
        outcomes = {system: results[system][index] for system in results}
        for system in results:
            if system == "horn" or outcomes[system] is None:
                continue
            if outcomes["horn"] == outcomes[system]:
                same[system] += 1
                continue
            difference = (system, area, goal, outcomes["horn"], outcomes[system])
            rows = rows_that_cover(known, system, area, goal, outcomes)
            for row in rows:
                row.counts(difference)
            if not rows:
                unlisted.append(difference)
    return known, same, unlisted


def rows_that_cover(known, system, area, goal, outcomes):
    """All rows that must be applied to rewrite the outcomes until they are the same, or the first other row that covers."""
    rows = [row for row in known if row.concerns(system, area, goal)] if is_about(area, goal, outcomes["horn"]) else []
    rewriters = [row for row in rows if row.rewrite]
    if rows and same_after(rewriters, outcomes["horn"], outcomes[system]):
        needed = list(rewriters)
        for row in rewriters:
            fewer = [other for other in needed if other is not row]
            if same_after(fewer, outcomes["horn"], outcomes[system]):
                needed = fewer
        return needed
    for row in rows:
        if not row.rewrite and row.covers(outcomes["horn"], outcomes[system]) and agrees(known, THIRD[system] if row.agrees == "third" else row.agrees, area, goal, outcomes):
            return [row]
    return []


THIRD = {"swipl": "gprolog", "gprolog": "swipl", "standard": None}


def same_after(rewriters, horn, other):
    for row in rewriters:
        horn, other = row.rewrite(horn), row.rewrite(other)
    return horn == other


def agrees(known, system, area, goal, outcomes):
    """True when the system answers as Horn does, but for what rows without a condition on others say; or when nothing is known of it."""
    if outcomes.get(system) is None:
        return True
    rows = [row for row in known if row.concerns(system, area, goal)]
    if same_after([row for row in rows if row.rewrite], outcomes["horn"], outcomes[system]):
        return True
    return any(row.covers(outcomes["horn"], outcomes[system]) for row in rows if not row.rewrite and not row.agrees)


def report(goals, known, same, unlisted):
    counts = collections.Counter(area for area, _ in goals)
    print(f"{len(goals)} goals: " + ", ".join(f"{counts[area]} {area}" for area in AREAS if counts[area]))
    for system, count in same.items():
        print(f"{system}: {count} the same")
    for row in known:
        if row.count:
            print(f"    {row.name}: " + ", ".join(f"{system} {count}" for system, count in row.count.items()))
        else:
            print(f"    {row.name}: none")
    show(unlisted)
    print(f"{len(unlisted)} differences that are not listed")


def stale_rows(known):
    """The rows that cover nothing of a system that they name."""
    stale = [(row.name, system) for row in known for system in row.systems if not row.count[system]]
    for name, system in stale:
        print(f"{name} covers no difference to {system}: it is to be taken out of tools/differential.known, or gets an example")
    return stale


def show(differences):
    for system, area, goal, horn, other in differences:
        print(f"\n{system} {area}: ?- {goal}.\n    horn: {horn}\n    {system}: {other}")


def main():
    parser = argparse.ArgumentParser(description="Compares Horn with other Prolog systems on generated goals.")
    parser.add_argument("--horn", default=os.path.join(os.path.dirname(TOOLS), "build", "release", "horn"))
    parser.add_argument("--count", type=int, default=20000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--area", choices=AREAS)
    parser.add_argument("--keep")
    parser.add_argument("--show", metavar="ROW")
    options = parser.parse_args()
    systems = {name: command for name, command in commands(os.path.abspath(options.horn)).items() if name == "horn" or shutil.which(name)}
    for name in ("swipl", "gprolog"):
        if name not in systems:
            print(f"differential: {name} is not installed and left out")
    goals = make_goals(options.seed, options.count, options.area)
    results = {}
    for name, command in systems.items():
        with tempfile.TemporaryDirectory() as folder:
            results[name] = run_system(command, goals, folder)
    if options.keep:
        keep(options.keep, goals, results)
    results["standard"] = [evaluate.outcome(goal) if area == "arithmetic" else None for area, goal in goals]
    known, same, unlisted = compare(goals, results)
    report(goals, known, same, unlisted)
    for row in known:
        if options.show == row.name:
            show(row.differences)
    whole = len(systems) == 3 and not options.area and (options.seed, options.count) == (parser.get_default("seed"), parser.get_default("count"))
    stale = stale_rows(known) if whole else []
    sys.exit(1 if unlisted or stale else 0)


def keep(folder, goals, results):
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, "goals"), "w", encoding="utf-8") as out:
        out.writelines(f"{area}\t{goal}\n" for area, goal in goals)
    for name, outcomes in results.items():
        with open(os.path.join(folder, name), "w", encoding="utf-8") as out:
            out.writelines(f"{outcome}\n" for outcome in outcomes)


if __name__ == "__main__":
    main()
