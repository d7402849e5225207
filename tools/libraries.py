#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes docs/libraries.md from the comments of lib/.

    tools/libraries.py              writes the page
    tools/libraries.py --check      says whether the page is up to date, and every exported predicate described
"""
import glob
import os
import re
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
LIB = os.path.join(ROOT, "lib")
PAGE = os.path.join(ROOT, "docs", "libraries.md")

INTRODUCTION = """\
<!-- SPDX-License-Identifier: MIT -->
<!-- Written by tools/libraries.py from lib/: not to be edited. -->
# Libraries

`:- use_module(library(lists)).` imports what a library exports. Without it the predicates of all libraries but those in a folder
(`dcg/...`) are loaded when a program first calls them, unless it defines them itself or flag `autoload` is off.

An argument is `+` given, `-` found, `?` either, `@` looked at only, `:` a goal or another term with a module. A predicate is *det* if it
succeeds exactly once, *semidet* if at most once, *multi* if at least once, *nondet* if any number of times.
"""


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def exports_of(text):
    """What the module exports, as Name/Arity or Name//Arity."""
    listed = re.search(r"^:- module\(\w+, \[(.*?)\]\)\.", text, re.S | re.M).group(1)
    items = []
    for item in re.findall(r"(\S+?)(//?)(\d+)\s*(?:,|$)", re.sub(r"op\(.*?\)", "", listed)):
        items.append((item[0].strip("()"), item[1], int(item[2])))
    return items


def arity_of(arguments):
    depth, count = 0, 1
    for character in arguments:
        depth += (character in "([{") - (character in ")]}")
        count += character == "," and depth == 0
    return count


def described(text):
    """(Name, slash, Arity) -> (head, determinism, sentences), from blocks of comments that begin with %!."""
    found = {}
    for block in re.findall(r"(?:^%!.*\n)+(?:^%  .*\n|^%\n)*", text, re.M):
        heads = re.findall(r"^%! (.*?) is (.*)\.$", block, re.M)
        sentences = " ".join(re.findall(r"^%  (\S.*)", block, re.M))
        for head, determinism in heads:
            rule = len(head) > 2 and head.endswith("//")
            match = re.match(r"([^(]+|\(\S+\))(?:\((.*)\))?$", head[:-2] if rule else head)
            name, arguments = match.group(1).strip("()"), match.group(2)
            if arguments and arguments.endswith("..."):
                for arity in range(1, 10):
                    found.setdefault((name, "/", arity), (head, determinism, sentences))
            else:
                found[name, "//" if rule else "/", arity_of(arguments) if arguments else 0] = (head, determinism, sentences)
    return found


def first_sentence(sentences):
    match = re.match(r"(.*?[.:;])(?: |$)", sentences)
    return match.group(1).rstrip(":;") if match else sentences


def escape(text):
    return text.replace("|", "\\|").replace("<", "&lt;")


def library(path):
    text = read(path)
    name = os.path.relpath(path, LIB)[:-3]
    title = re.search(r"^% \S+\.pl - (.*?)(?:\.|$)", text, re.M).group(1)
    found = described(text)
    lines, missing, seen = [f"## library({name})\n", f"{title[0].upper()}{title[1:]}.\n", "| predicate | | |", "|---|---|---|"], [], set()
    for item in exports_of(text):
        if item not in found:
            missing.append(f"{name}: {item[0]}{item[1]}{item[2]}")
            continue
        head, determinism, sentences = found[item]
        if head not in seen:
            lines.append(f"| `{escape(head)}` | {determinism} | {escape(first_sentence(sentences))} |")
        seen.add(head)
    return lines, missing


def main():
    files = sorted(glob.glob(os.path.join(LIB, "*.pl")) + glob.glob(os.path.join(LIB, "dcg", "*.pl")))
    page, missing = [INTRODUCTION], []
    for path in files:
        lines, lacking = library(path)
        if len(lines) > 4:
            page.append("\n".join(lines) + "\n")
        missing += lacking
    text = "\n".join(page)
    if missing:
        sys.exit("libraries: not described by a line %! name(...) is ...: " + ", ".join(missing))
    if sys.argv[1:] == ["--check"]:
        if not os.path.exists(PAGE) or read(PAGE) != text:
            sys.exit("libraries: docs/libraries.md is out of date: run tools/libraries.py")
        return
    with open(PAGE, "w", encoding="utf-8") as file:
        file.write(text)


main()
