#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes docs/instructions.md from the instruction table.

    tools/instructions.py              writes the page
    tools/instructions.py --check      says whether the page is up to date
"""
import os
import re
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
TABLE = os.path.join(ROOT, "src", "code", "instr.def")
TYPES = os.path.join(ROOT, "src", "code", "types.def")
PAGE = os.path.join(ROOT, "docs", "instructions.md")

LONG_PARTS = {"VAR": "variable", "VAL": "value", "CONST": "constant", "STRUCT": "structure", "INT": "integer"}

# How an operand of each kind is written.
OPERANDS = {
    "K_X": "*A*", "K_XS": "*A*", "K_Y": "*Y*", "K_YS": "*Y*", "K_ATOM": "=*atom*", "K_INT": "*integer*", "K_N": "*count*", "K_S16": "*integer*", "K_CELL": "=*term*",
    "K_FUNCTOR": "*f*/*n*", "K_PRED": "*p*/*n*", "K_LABEL": "*L*", "K_INFO": "{*Y*...}",
    "K_FN": "*f*/*n*", "K_FN1": "*f*/*n*", "K_TYPE": "*type*", "K_TAG": "list or structure",
}
CONSTANT_INTEGERS = ("GET_INT", "UNIFY_INT", "PUT_INT", "WRITE_INT")

INTRODUCTION = """\
<!-- SPDX-License-Identifier: MIT -->
<!-- Written by tools/instructions.py from src/code/instr.def: not to be edited. -->
# Instructions

What a clause is compiled to, as `vm_listing/1` shows it and as files whose names end in `.hasm` may hold it. The text looks like this:

    horn_asm(1).
    dynamic seen/1.
    predicate concatenate/3
    clause 1  % concatenate([], A, A)
        get_nil A1
        get_value A3 A2
        proceed
    clause 2  % concatenate([A|B], C, [A|D]):-concatenate(B, C, D)
        get_list_variable_variable A1 X4 A1
        get_list_value_variable A3 X4 A3
        execute concatenate/3
    end

The first line names the format. A line that begins with another word than `predicate` is a directive: a word, its operand, a full stop
(`dynamic p/1.`, `op 700 xfx or.`, `module m.`, `directive goal(X).`). A predicate is a block of clauses up to `end`. `%` begins a comment.
`horn --to-asm FILE` writes such a text for a source file.

Operands stand between blanks. *A* is a register: `A1` or `X4`, counted from 1; both letters mean the same, `A` is for those that carry
arguments. *Y* is a slot of the environment, `Y1`. A constant is `=` and the rest of the line. *f*/*n* is a functor or a function of
arithmetic, *p*/*n* a predicate, `m:p/1` one of another module. *L* is a label, which a line `L1:` places further on, or `fail`. `{Y1,Y3}` are
the slots that hold values from there on, `{Y1}:3` when more are in use. A type is one of TYPES.

`get_atom A1 =[]` is written `get_nil A1`; so for `unify`, `put` and `write`. Lines that begin with `note` are not executed; they tell the
decompiler what the instructions cannot (`src/compile/notes.h`).

Code that is loaded is verified: a text that is wrong is an error with its line, whatever it says.
"""


def mnemonic(name):
    return "_".join(LONG_PARTS.get(part, part.lower()) for part in name.split("_"))


def operand(kind, name):
    if kind == "K_INT" and name in CONSTANT_INTEGERS:
        return "=*integer*"
    return OPERANDS[kind]


def read_table():
    """Yields ("section", title) and ("row", name, operands, flags, meaning)."""
    row = re.compile(r'INSTR\((\w+),\s*(\w+),\s*(\w+),\s*(\w+),\s*(\w+),\s*(\w+),\s*([\w |]+),\s*"((?:[^"\\]|\\.)*)"\)')
    with open(TABLE) as file:
        for line in file:
            section = re.match(r"/\* ---- (.*) ---- \*/", line)
            if section:
                yield "section", section.group(1)
            match = row.match(line)
            if match:
                name, *kinds, flags, meaning = match.groups()
                yield "row", name, [k for k in kinds if k != "K_0"], flags, meaning.replace("\\\\", "\\")


def type_names():
    with open(TYPES) as file:
        return re.findall(r'TYPE_TEST\(\w+, "(\w+)"\)', file.read())


def page():
    out = [INTRODUCTION.rstrip("\n").replace("TYPES", ", ".join(f"`{name}`" for name in type_names()))]
    title = None
    for entry in read_table():
        if entry[0] == "section":
            title = entry[1]
            continue
        _, name, kinds, flags, meaning = entry
        if "F_STUB" in flags:
            continue
        if title:
            out.append(f"\n## {title[0].upper()}{title[1:]}\n\n| instruction | operands | meaning |\n|---|---|---|")
            title = None
        operands = " ".join(operand(k, name) for k in kinds)
        out.append(f"| `{mnemonic(name)}` | {operands} | {meaning.replace('|', chr(92) + '|')} |")
    out.append("\nIn the meanings, a, b and c are the operands in their order in the table `src/code/instr.def`, where also the instructions that only")
    out.append("the machine itself uses are.")
    return "\n".join(out) + "\n"


def main():
    text = page()
    if "--check" in sys.argv[1:]:
        with open(PAGE) as file:
            if file.read() != text:
                sys.exit("instructions: docs/instructions.md is out of date: run tools/instructions.py")
        return
    with open(PAGE, "w") as file:
        file.write(text)


if __name__ == "__main__":
    main()
