"""One name stands for one thing in the whole house."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_PACKAGE = Path(__file__).parents[1] / "kcdocs"


def _types(tree: ast.Module) -> Iterator[str]:
    """Public names of a module's classes and of its names for types."""
    for node in tree.body:
        if isinstance(node, ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            yield from (item.id for item in targets if isinstance(item, ast.Name) and _is_type(item.id))


def _is_type(name: str) -> bool:
    return name[0].isupper() and not name.isupper()


def test_no_public_class_name_stands_for_two_things() -> None:
    homes = defaultdict(list)
    for path in sorted(_PACKAGE.rglob("*.py")):
        for name in _types(ast.parse(path.read_text("utf-8"))):
            if not name.startswith("_"):
                homes[name].append(path.relative_to(_PACKAGE).as_posix())

    assert {name: found for name, found in homes.items() if len(found) > 1} == {}


def test_nothing_is_known_by_its_place_in_memory() -> None:
    """`id()` of what has gone is given to what comes next: nodes have a key, other things are keys themselves."""
    found = [
        f"{path.relative_to(_PACKAGE).as_posix()}:{node.lineno}"
        for path in sorted(_PACKAGE.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Name) and node.id == "id" and isinstance(node.ctx, ast.Load)
    ]

    assert found == []


def test_no_function_at_the_door_of_a_room_bears_the_name_of_another() -> None:
    homes = defaultdict(list)
    for path in _open_to_all():
        for node in ast.parse(path.read_text("utf-8")).body:
            if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
                homes[node.name].append(path.relative_to(_PACKAGE).as_posix())

    assert {name: found for name, found in homes.items() if len(found) > 1 and name != "render"} == {}
    assert {path.partition("/")[0] for path in homes["render"]} == {
        "report"
    }  # one thing: a result in a medium


def _open_to_all() -> Iterator[Path]:
    """The doors of rooms, and what has none: the law, the strings, the nouns and the files beside the rooms."""
    contracts = (_PACKAGE.parent / ".importlinter").read_text("utf-8")
    for door in re.findall(r"kcdocs\.\*\* -> kcdocs\.([\w.]+)", contracts):
        path = _PACKAGE.joinpath(*door.split("."))
        yield path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
    for open_ in ("law/*.py", "text/*.py", "model/*.py", "*.py"):
        yield from sorted(_PACKAGE.glob(open_))


def test_what_benches_and_tools_ask_of_the_rooms_is_there() -> None:
    """Neither is run by a test, so a name that went would be missed only when someone measures."""
    lost = [
        f"{path.name}: {node.module}.{alias.name}"
        for folder in ("benchmarks", "tools")
        for path in sorted((_PACKAGE.parent / folder).rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("kcdocs")
        for alias in node.names
        if not _is_there(str(node.module), alias.name)
    ]

    assert lost == []


def _is_there(module: str, name: str) -> bool:
    return hasattr(import_module(module), name) or find_spec(f"{module}.{name}") is not None
