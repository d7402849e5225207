#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes the tables of docs/conformity.md: queries per clause of the standard, and known differences to other systems.

    tools/conformity.py              writes the tables
    tools/conformity.py --check      says whether they are up to date (but for the counts) and no clause lacks its tests
    tools/conformity.py --empty      lists the empty cells

The clauses are those of tests/iso/CLAUSES, where the form of their headings is described. A query whose first expected answer is
an error counts as one of the clause's errors, every other as one of its examples. The differences are those of
tools/differential.known.
"""
import os
import re
import sys

import differential

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
TESTS = os.path.join(ROOT, "tests", "iso")
CLAUSES = os.path.join(TESTS, "CLAUSES")
PAGE = os.path.join(ROOT, "docs", "conformity.md")

CHAPTERS = {"6": "Syntax", "7": "Language concepts and semantics", "8": "Builtin predicates", "9": "Evaluable functors"}
HEADING = re.compile(r"^% (\d+(?:\.\d+)+) ")


class Clause:
    def __init__(self, number, wanted, title):
        self.number = number
        self.wanted = wanted
        self.title = title
        self.counts = {"ex": 0, "err": 0}

    def empty_cells(self):
        return [kind for kind in self.wanted if self.counts[kind] == 0]

    def cell(self, kind):
        if self.counts[kind] > 0:
            return str(self.counts[kind])
        return "**none**" if kind in self.wanted else "–"


def rows_of(path, columns):
    """The rows of a table file: columns between bars, # begins a comment."""
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            if line.strip() and not line.startswith("#"):
                fields = [field.strip() for field in line.split(" | ", columns - 1)]
                if len(fields) != columns:
                    sys.exit(f"{path}: not a row of {columns} columns: {line.strip()}")
                yield fields


def read_clauses():
    clauses = {}
    for number, wanted, title in rows_of(CLAUSES, 3):
        if number in clauses:
            sys.exit(f"{CLAUSES}: {number} is there twice")
        clauses[number] = Clause(number, wanted.split(), title)
    return clauses


def clause_of(clauses, number):
    """The clause that a heading's number belongs to: the longest listed one that it begins with, or None."""
    while number:
        if number in clauses:
            return clauses[number]
        number = number.rpartition(".")[0]
    return None


def count_file(clauses, path):
    """Counts the queries of a test file. A query begins with ?- at the beginning of a line, its answers after its end."""
    clause = None
    with open(path, encoding="utf-8", errors="replace") as lines:
        text = lines.read().split("\n")
    for at, line in enumerate(text):
        heading = HEADING.match(line)
        if heading:
            clause = clause_of(clauses, heading.group(1))
        elif line.startswith("?-") and clause is not None:
            clause.counts[kind_of_query(text, at)] += 1


def kind_of_query(text, at):
    """The answers begin on the first indented line after one that ends the query with a full stop."""
    for i in range(at, len(text) - 1):
        if i > at and text[i].startswith("?-"):
            break
        if re.search(r"\.\s*(%.*)?$", text[i]) and text[i + 1].startswith("   "):
            return "err" if text[i + 1].startswith("   error(") else "ex"
    return "ex"


def count_tests():
    clauses = read_clauses()
    for name in sorted(os.listdir(TESTS)):
        if name.endswith(".pl"):
            count_file(clauses, os.path.join(TESTS, name))
    return clauses


def table_of_clauses(clauses):
    out = []
    for chapter, title in CHAPTERS.items():
        rows = [clause for clause in clauses.values() if clause.number.split(".")[0] == chapter]
        out += [f"### Chapter {chapter}: {title}", "", "| clause | | what holds | errors |", "|---|---|---:|---:|"]
        out += [f"| {c.number} | {markdown(c.title)} | {c.cell('ex')} | {c.cell('err')} |" for c in rows]
        total = {kind: sum(c.counts[kind] for c in rows) for kind in ("ex", "err")}
        out += [f"| | all of chapter {chapter} | {total['ex']} | {total['err']} |", ""]
    both = sum(sum(c.counts.values()) for c in clauses.values())
    out += [f"{both} queries in all."]
    return "\n".join(out)


def markdown(text):
    return re.sub(r"([\\*|<>_^~])", r"\\\1", text)


def table_of_differences():
    out = ["| what differs | systems | clause | why Horn answers as it does |", "|---|---|---|---|"]
    for name, systems, clause, why in read_known():
        out.append(f"| {name.replace('_', ' ')} | {systems} | {clause} | {markdown(why)} |")
    return "\n".join(out)


def read_known():
    """Name, systems, clause and reason of each known difference."""
    return [[row[key] for key in ("name", "systems", "clause", "why")] for row in differential.read_known()]


def replace_part(page, name, text):
    begin, end = f"<!-- {name}: written by tools/conformity.py -->", f"<!-- end of {name} -->"
    if begin not in page or end not in page:
        sys.exit(f"{PAGE}: the marks of the part {name} are missing")
    before, rest = page.split(begin, 1)
    after = rest.split(end, 1)[1]
    return f"{before}{begin}\n{text}\n{end}{after}"


def without_counts(page):
    """Counts change with every test that is added; the page need not follow each."""
    return re.sub(r"\| \d+ ", "| ", re.sub(r"^\d+ queries", "queries", page, flags=re.M))


def main():
    clauses = count_tests()
    empty = [(clause, kind) for clause in clauses.values() for kind in clause.empty_cells()]
    if "--empty" in sys.argv[1:]:
        for clause, kind in empty:
            print(f"{clause.number} {clause.title}: {'examples' if kind == 'ex' else 'errors'}")
        print(f"{len(empty)} empty cells")
        return
    with open(PAGE, encoding="utf-8") as page:
        old = page.read()
    new = replace_part(old, "clauses", table_of_clauses(clauses))
    new = replace_part(new, "differences", table_of_differences())
    if "--check" not in sys.argv[1:]:
        with open(PAGE, "w", encoding="utf-8") as page:
            page.write(new)
        return
    stale = without_counts(new) != without_counts(old)
    if stale:
        print("docs/conformity.md is out of date: run tools/conformity.py")
    for clause, kind in empty:
        print(f"clause {clause.number} {clause.title} has no {'example' if kind == 'ex' else 'error'} in tests/iso")
    sys.exit(1 if stale or empty else 0)


if __name__ == "__main__":
    main()
