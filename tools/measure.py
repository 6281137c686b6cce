"""The figures of the house: how many files and lines, how long functions are, what imports what.

Run `python tools/measure.py`; `make measure` does. The floors are those of `.importlinter`.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "kcdocs"

_LONG_FILE = 400  # lines; house.md, "look again at 400"
_LONG_FUNCTION = 60  # lines; house.md, "none over 60 without a reason"
_SPLINTER = 60  # lines; a shorter file that one neighbour alone imports is a splinter


@dataclass(frozen=True, slots=True)
class Module:
    """One file of the package.

    Attributes:
        name: Its dotted name.
        lines: How many lines it has.
        preamble: Lines before its first class, function or upper-case name.
        functions: Name and length in lines of each of its functions.
        imports: Dotted names of the package's modules that it imports, typing included.
    """

    name: str
    lines: int
    preamble: int
    functions: tuple[tuple[str, int], ...]
    imports: frozenset[str]

    @property
    def room(self) -> str:
        """The room it stands in, or its own name at the top."""
        return self.name.split(".")[1] if "." in self.name else self.name


def modules() -> list[Module]:
    """Every module of the package, by name."""
    paths = sorted(PACKAGE.rglob("*.py"))
    names = {_name(path) for path in paths}
    return [_module(path, names) for path in paths]


def circles(found: list[Module]) -> list[list[str]]:
    """Groups of modules that import one another round in a circle."""
    after = {module.name: module.imports for module in found}
    reach = {name: _reached(name, after) for name in after}
    groups = {frozenset(other for other in reach[name] if name in reach[other]) for name in after}
    return [sorted(group) for group in groups if group]


def arrows_up(found: list[Module]) -> list[str]:
    """Imports of a room by one that stands below it, or by its neighbour on the same floor."""
    floor = {name: number for number, names in enumerate(_floors()) for name in names}
    return [
        f"{module.name} imports {other}"
        for module in found
        for other in sorted(module.imports)
        if module.room != (room := other.split(".")[1] if "." in other else other)
        and floor.get(room, -1) <= floor.get(module.room, -1)
    ]


def _floors() -> list[list[str]]:
    """The names on each floor, from the top."""
    contracts = (ROOT / ".importlinter").read_text("utf-8")
    layers = re.search(r"\nlayers =\n(.+?)\nexhaustive", contracts, re.DOTALL)
    return [re.findall(r"\w+", line) for line in layers[1].splitlines()] if layers else []


def _name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _module(path: Path, names: set[str]) -> Module:
    text = path.read_text("utf-8")
    tree = ast.parse(text)
    functions = tuple(
        (node.name, (node.end_lineno or node.lineno) - node.lineno + 1)
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    )
    lines = text.count("\n")
    return Module(
        _name(path),
        lines,
        _preamble(tree, lines),
        functions,
        frozenset(_imported(tree, names)) - {_name(path)},
    )


def _preamble(tree: ast.Module, lines: int) -> int:
    """Lines that say nothing of their own: docstring, imports, the guard for typing."""
    for node in tree.body:
        heading = isinstance(node, ast.Expr | ast.Import | ast.ImportFrom | ast.If)
        if not heading:
            first = min((item.lineno for item in getattr(node, "decorator_list", [])), default=node.lineno)
            return first - 1
    return lines


def _imported(tree: ast.Module, names: set[str]) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in names)
        if isinstance(node, ast.ImportFrom) and node.module in names:
            inner = [f"{node.module}.{alias.name}" for alias in node.names]
            yield from (name if name in names else node.module for name in inner)


def _reached(name: str, after: dict[str, frozenset[str]]) -> set[str]:
    seen: set[str] = set()
    ahead = list(after[name])
    while ahead:
        step = ahead.pop()
        if step not in seen:
            seen.add(step)
            ahead.extend(after.get(step, ()))
    return seen


def main() -> None:
    """Print the figures."""
    found = modules()
    lines = sum(module.lines for module in found)
    preamble = sum(module.preamble for module in found)
    lengths = [length for module in found for _, length in module.functions]
    importers = {module.name: [o.name for o in found if module.name in o.imports] for module in found}
    splinters = [m.name for m in found if m.lines < _SPLINTER and len(importers[m.name]) == 1]
    print(f"files: {len(found)}; lines: {lines}; lines a file: median {median(m.lines for m in found):.0f}")
    print(f"lines before the first definition: {preamble} ({preamble / lines:.1%})")
    print(f"functions: {len(lengths)}; median {median(lengths):.0f} lines; longest {max(lengths)}")
    print(f"circles, typing included: {len(circles(found))}; arrows up: {len(arrows_up(found))}")
    print(f"files under {_SPLINTER} lines with one importer: {len(splinters)}")
    for told in arrows_up(found):
        print(f"arrow up: {told}")
    for module in found:
        if module.lines > _LONG_FILE:
            print(f"long file: {module.name} ({module.lines} lines)")
        for name, length in module.functions:
            if length > _LONG_FUNCTION:
                print(f"long function: {module.name}.{name} ({length} lines)")
    for room in sorted({module.room for module in found}):
        own = [module for module in found if module.room == room]
        print(f"  {room}: {len(own)} files, {sum(module.lines for module in own)} lines")


if __name__ == "__main__":
    main()
