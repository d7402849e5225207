#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes docs/conformity-syntax.md from tests/iso/06_conformity.pl, where the form of its cases is described.

    tools/conformity-syntax.py              writes the page
    tools/conformity-syntax.py --check      says whether the page is up to date

The tests say what Horn answers, so the page is true when it is up to date and the tests pass.
"""
import os
import re
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
TESTS = os.path.join(ROOT, "tests", "iso", "06_conformity.pl")
PAGE = os.path.join(ROOT, "docs", "conformity-syntax.md")

SECTION = re.compile(r"% (\d[\d.]*) (.*)")
NUMBER = re.compile(r"% #(\d+|-)$")
REQUIRED = re.compile(r"% required: (.*); extension: (.*)$")
QUERY = re.compile(r'\?- answer\(\[(.*?)\], "(.*)", A\)\.$')
ANSWER = re.compile(r"   A = (.*)\.$")

INTRODUCTION = """\
<!-- SPDX-License-Identifier: MIT -->
<!-- Written by tools/conformity-syntax.py from tests/iso/06_conformity.pl: not to be edited. -->
# Conformity of syntax, case by case

The public list "Conformity Testing I: Syntax" of ISO/IEC JTC1 SC22 WG17 asks systems for their answers to texts that are read, called, and
often written. These are the answers of Horn, with its default flags, as its tests check them. The numbers are those of the list; cases
that came later have none here.

A text is read by `read/1` with a newline behind it, which `⏎` shows inside of texts (`⇥` is a tab). The operators of the second column hold for
it. Where the standard requires a syntax error a system may go beyond it (5.5.1); such answers are marked, and a note says why.

"""


def unescape(text):
    """What stands between the double quotes, as the page shows it."""
    return re.sub(r"\\(.)", lambda m: {"n": "⏎", "t": "⇥"}.get(m.group(1), m.group(1)), text)


def code(text):
    """Text as code in a cell of a table."""
    text = text.replace("|", "\\|")
    ticks = "``" if "`" in text else "`"
    pad = " " if "`" in text else ""
    return f"{ticks}{pad}{text}{pad}{ticks}" if text else ""


def answer(text):
    written = re.fullmatch(r'writes(?:_variables)?\("(.*)"\)', text)
    if written:
        return code(unescape(written.group(1)))
    error = re.fullmatch(r"error\((.*)\)", text)
    return code(error.group(1)) if error else text.replace("_", " ")


class Counts:
    def __init__(self):
        self.cases = self.extensions = 0


def read_cases():
    """Rows: a section's title, or the cells of a case."""
    number = required = query = None
    with open(TESTS, encoding="utf-8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if m := NUMBER.match(line):
                number, required = m.group(1), None
            elif m := REQUIRED.match(line):
                required = m.groups()
            elif m := QUERY.match(line):
                query = m.groups()
            elif (m := ANSWER.match(line)) and query:
                yield number, query, required, m.group(1)
                query = None
            elif m := SECTION.match(line):
                yield m.groups()


def page():
    rows, counts, notes = [], Counts(), []
    for row in read_cases():
        if len(row) == 2:
            rows.append(f"\n## {row[1]} ({row[0]})\n\n| # | operators | text | the standard requires | Horn |\n|---:|---|---|---|---|\n")
            continue
        number, (operators, text), required, got = row
        counts.cases += 1
        wanted, horn = answer(required[0]) if required else answer(got), "ok"
        if required:
            counts.extensions += 1
            if required[1] not in notes:
                notes.append(required[1])
            horn = f"extension ({notes.index(required[1]) + 1}): {answer(got)}"
        number = "" if number == "-" else number
        rows.append(f"| {number} | {code(operators)} | {code(unescape(text))} | {wanted} | {horn} |\n")
    summary = (f"{counts.cases} cases: {counts.cases - counts.extensions} as the standard requires, {counts.extensions} extensions, "
               "no other differences.\n\n")
    summary += "The extensions:\n\n" + "".join(f"{i}. {note}.\n" for i, note in enumerate(notes, 1))
    return INTRODUCTION + summary + "".join(rows)


def main():
    text = page()
    if sys.argv[1:] == ["--check"]:
        with open(PAGE, encoding="utf-8") as old:
            if old.read() != text:
                sys.exit("conformity-syntax: docs/conformity-syntax.md is out of date: run tools/conformity-syntax.py")
        return
    with open(PAGE, "w", encoding="utf-8") as out:
        out.write(text)


main()
