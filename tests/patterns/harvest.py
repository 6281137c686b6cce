"""Every regular expression of a package, with the way it is used, found in its source.

A pattern is a call of `re.compile`, `late`, `re.search` and the like. Its text is worked out among the names
of its module; one that needs names of a function or of a comprehension is taken from the tables of the
module where it stands in one, and is told as unknown otherwise.
"""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from steps import Use

from kcdocs.text.late import late

_USES = {
    "match": Use.MATCH,
    "fullmatch": Use.FULLMATCH,
    **dict.fromkeys(("search", "sub", "subn", "split", "findall", "finditer", "scanner"), Use.SEARCH),
}
Pattern = re.Pattern[str] | re.Pattern[bytes]


@dataclass(frozen=True)
class Harvested:
    """A pattern and where it stands: the module, its name there or "" and its line."""

    module: str
    name: str
    line: int
    pattern: Pattern
    uses: frozenset[Use]

    def __str__(self) -> str:
        return f"{self.module}.{self.name or 'line ' + str(self.line)}"


@dataclass(frozen=True)
class Unknown:
    """A pattern that is made while the program runs, with the words of the source that make it."""

    module: str
    line: int
    source: str


def harvest(package: ModuleType) -> tuple[list[Harvested], list[Unknown]]:
    """All patterns of a package: those that could be worked out, and those that could not."""
    names = [name for name in _names(package) if name != late.__module__]  # it makes what others ask it for
    modules = [package, *map(importlib.import_module, names)]
    nodes = {module.__name__: list(ast.walk(_parsed(module))) for module in modules}
    used = _used(nodes)
    known: list[Harvested] = []
    unknown: list[Unknown] = []
    for module in modules:
        calls = list(_calls(nodes[module.__name__]))
        names = {**_imported_late(nodes[module.__name__]), **vars(module)} if calls else {}
        for call, name in calls:
            found = _worked_out(call, names, name)
            if not found:
                unknown.append(Unknown(module.__name__, call.lineno, ast.unparse(call)))
            uses = _of_call(call) or used.get((module.__name__, name)) or frozenset({Use.SEARCH})
            known += [Harvested(module.__name__, name, call.lineno, pattern, uses) for pattern in found]
    return known, unknown


def _names(package: ModuleType) -> list[str]:
    return [found.name for found in pkgutil.walk_packages(package.__path__, package.__name__ + ".")]


def _parsed(module: ModuleType) -> ast.Module:
    return ast.parse(Path(str(module.__file__)).read_text("utf-8"))


def _calls(nodes: list[Any]) -> Iterator[tuple[ast.Call, str]]:
    """The calls of `re`, each with the name of the module that its result is bound to."""
    calls = [
        node
        for node in nodes
        if isinstance(node, ast.Call)
        and (_late(node) or (_method(node) in {"compile", *_USES} and _on_re(node)))
    ]
    bound = _bound(nodes[0]) if calls else {}
    return ((node, bound.get(id(node), "")) for node in calls)


def _bound(tree: ast.Module) -> dict[int, str]:
    """What stands in an assignment of a module → the name it is bound to."""
    return {
        id(inner): target.id
        for node in tree.body
        if isinstance(node, ast.Assign | ast.AnnAssign)
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
        if isinstance(target, ast.Name)
        for inner in ast.walk(node)
    }


def _late(call: ast.Call) -> bool:
    """Whether it makes a pattern that is compiled when it is first used."""
    return isinstance(call.func, ast.Name) and call.func.id == late.__name__


def _method(call: ast.Call) -> str:
    if _late(call):
        return "compile"
    return call.func.attr if isinstance(call.func, ast.Attribute) else ""


def _on_re(call: ast.Call) -> bool:
    return (
        isinstance(call.func, ast.Attribute)
        and isinstance(call.func.value, ast.Name)
        and call.func.value.id == "re"
    )


def _of_call(call: ast.Call) -> frozenset[Use]:
    use = _USES.get(_method(call))
    return frozenset({use} if use else ())


def _used(nodes: dict[str, list[ast.AST]]) -> dict[tuple[str, str], frozenset[Use]]:
    """How each name of each module is used; a use that is no call of a method counts as a search."""
    found: dict[tuple[str, str], set[Use]] = {}
    for module, inside in nodes.items():
        home = {
            alias.asname or alias.name: (str(node.module), alias.name)
            for node in inside
            if isinstance(node, ast.ImportFrom)
            for alias in node.names
        }
        called = {
            id(_owner(node.func.value)): _USES.get(node.func.attr, Use.SEARCH)
            for node in inside
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
        }
        for node in inside:
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
                use = called.get(id(node), Use.SEARCH)
                found.setdefault(home.get(node.id, (module, node.id)), set()).add(use)
    return {name: frozenset(uses) for name, uses in found.items()}


def _owner(value: ast.expr) -> ast.expr:
    """What a method is called on: a name, or the table that the pattern is taken from."""
    return value.value if isinstance(value, ast.Subscript) else value


def _imported_late(nodes: list[ast.AST]) -> dict[str, Any]:
    """What functions import from the package for themselves."""
    return {
        alias.asname or alias.name: getattr(importlib.import_module(str(node.module)), alias.name, None)
        for node in nodes
        if isinstance(node, ast.ImportFrom) and str(node.module).startswith("kcdocs.")
        for alias in node.names
    }


def _worked_out(call: ast.Call, names: dict[str, Any], name: str) -> list[Pattern]:
    words = call.args[:1] if _method(call) != "compile" else call.args
    flags = [key for key in call.keywords if key.arg == "flags"]
    flags += [ast.keyword("flags", arg) for arg in call.args if _is_flag(arg) and arg not in words]
    made = ast.Call(ast.parse("re.compile", mode="eval").body, list(words), flags)
    source = ast.fix_missing_locations(ast.Expression(made))
    try:
        value = eval(compile(source, name, "eval"), {**names, "re": re})
    except NameError:
        return list(dict.fromkeys(_within(names.get(name))))
    return [value]


def _is_flag(node: ast.expr) -> bool:
    return "re." in ast.unparse(node) and all(
        isinstance(part, ast.Attribute | ast.Name | ast.BinOp | ast.BitOr | ast.expr_context)
        for part in ast.walk(node)
    )


def _within(value: Any) -> Iterator[Pattern]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, dict):
        yield from _within(tuple(value.values()))
    elif isinstance(value, tuple | list | set | frozenset):
        for item in value:
            yield from _within(item)
