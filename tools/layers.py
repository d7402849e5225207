#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Checks that code in src/ includes and calls only its own layer and layers to the left of it.

    tools/layers.py [BUILD]        BUILD defaults to build/release; without objects there, only includes are checked

The order of the layers is the one line of src/LAYERS. Included headers are read from the sources, symbol references
from the objects with nm. Both are errors when they point upward. Cycles of calls between the files of one layer are
reported; they are worth a look but no error.
"""
import os
import re
import subprocess
import sys
from collections import defaultdict

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
INCLUDE = re.compile(r'^\s*#\s*include\s+(["<])([^">]+)[">]', re.M)
PUBLIC_HEADER_FROM = "api"  # the first layer that knows the public header


def read_layers():
    with open(os.path.join(ROOT, "src", "LAYERS")) as file:
        for line in file:
            if not line.startswith("#") and "<" in line:
                return [name.strip() for name in line.split("<")]
    sys.exit("layers: src/LAYERS has no line of the form a < b < c")


def source_files(layers):
    """Yields (layer, path below src/) of every C file."""
    for entry in sorted(os.listdir(os.path.join(ROOT, "src"))):
        folder = os.path.join(ROOT, "src", entry)
        if not os.path.isdir(folder):
            continue
        if entry not in layers:
            sys.exit(f"layers: src/{entry} is not named in src/LAYERS")
        for name in sorted(os.listdir(folder)):
            if name.endswith((".c", ".h", ".def")):
                yield entry, f"{entry}/{name}"


def check_includes(layers):
    """Returns error lines for includes that point upward."""
    rank = {name: index for index, name in enumerate(layers)}
    errors = []
    for layer, path in source_files(layers):
        with open(os.path.join(ROOT, "src", path), encoding="utf-8", errors="replace") as file:
            text = file.read()
        for match in INCLUDE.finditer(text):
            included = match.group(2)
            line = text.count("\n", 0, match.start(2)) + 1
            if included == "horn.h":
                if rank[layer] < rank[PUBLIC_HEADER_FROM]:
                    errors.append(f"src/{path}:{line}: {layer} includes horn.h, which only {PUBLIC_HEADER_FROM} and cli may see")
                continue
            if match.group(1) == "<":
                continue
            target = included.split("/")[0] if "/" in included else layer
            if target not in rank:
                errors.append(f"src/{path}:{line}: includes \"{included}\", which is in no layer")
            elif rank[target] > rank[layer]:
                errors.append(f"src/{path}:{line}: {layer} includes \"{included}\", but {target} is above it")
    return errors


def objects(build):
    """Yields (layer, path below src/, object file) of what is built."""
    for base in ("horn_code.dir", "horn.dir", "horn_tool.dir"):
        top = os.path.join(build, "CMakeFiles", base)
        for folder, _, names in os.walk(os.path.join(top, "src")):
            for name in sorted(names):
                if name.endswith(".c.o"):
                    path = os.path.relpath(os.path.join(folder, name), os.path.join(top, "src"))[:-2]
                    if os.path.exists(os.path.join(ROOT, "src", path)):
                        yield path.split("/")[0], path, os.path.join(folder, name)
        for layer, name in (("builtins", "names.c"), ("boot", "image_data.c")):
            generated = os.path.join(top, "generated", name + ".o")
            if os.path.exists(generated):
                yield layer, f"{layer}/{name}", generated


def symbols(path):
    """Returns the global names an object defines and those it needs."""
    output = subprocess.run(["nm", "-g", "-P", path], capture_output=True, text=True, check=True).stdout
    defined, needed = set(), set()
    for line in output.splitlines():
        name, kind = line.split()[:2]
        (needed if kind in "Uw" else defined).add(name)
    return defined, needed


def cycles(graph):
    """Returns the strongly connected groups of more than one file (Tarjan)."""
    index, low, stack, on_stack, found = {}, {}, [], set(), []

    def visit(node):
        index[node] = low[node] = len(index)
        stack.append(node)
        on_stack.add(node)
        for other in sorted(graph[node]):
            if other not in index:
                visit(other)
                low[node] = min(low[node], low[other])
            elif other in on_stack:
                low[node] = min(low[node], index[other])
        if low[node] == index[node]:
            group = []
            while True:
                other = stack.pop()
                on_stack.discard(other)
                group.append(other)
                if other == node:
                    break
            if len(group) > 1:
                found.append(sorted(group))

    sys.setrecursionlimit(10000)
    for node in sorted(graph):
        if node not in index:
            visit(node)
    return found


def check_symbols(layers, build):
    """Returns error lines for references that point upward, and the cycles inside layers."""
    rank = {name: index for index, name in enumerate(layers)}
    files = [(layer, path, *symbols(file)) for layer, path, file in objects(build)]
    home = {name: (layer, path) for layer, path, defined, _ in files for name in defined}
    errors, graph = [], defaultdict(set)
    for layer, path, _, needed in files:
        graph[path]
        for name in sorted(needed):
            if name not in home:
                continue
            target, target_path = home[name]
            if rank[target] > rank[layer]:
                errors.append(f"src/{path}: {layer} uses {name} of src/{target_path}, but {target} is above it")
            elif target == layer and target_path != path:
                graph[path].add(target_path)
    return errors, cycles(graph), len(files)


def main():
    build = sys.argv[1] if len(sys.argv) > 1 else os.path.join(ROOT, "build", "release")
    layers = read_layers()
    errors = check_includes(layers)
    symbol_errors, groups, count = check_symbols(layers, build)
    errors += symbol_errors
    for group in groups:
        print("layers: note: these call each other in a circle: " + ", ".join("src/" + path for path in group))
    for error in errors:
        print(error, file=sys.stderr)
    if errors:
        print(f"layers: {len(errors)} arrows point upward", file=sys.stderr)
        return 1
    print(f"layers: all arrows point down ({count} objects looked at)")
    return 0


sys.exit(main())
